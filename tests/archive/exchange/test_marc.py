"""MARCXML: pymarc reads back what was written, records are well formed, linked fields pair, nothing untold is told."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from pymarc import parse_xml_to_array

from extractor.archive.exchange import FORMATS
from extractor.archive.exchange.marcxml import record
from tests.archive.exchange.snapshots import AUTHORITIES, CONFERRALS, EMOJI, FORMULA, FULL, SCRIPT, SNAPSHOT, SPARSE

BASE = "https://awards.example.org/"
KNOWN = {each.id: each for each in AUTHORITIES}


def written():
    target = io.BytesIO()
    FORMATS["marcxml"].write(SNAPSHOT, target)
    return target.getvalue()


def fields(made):
    """Tag, indicators and subfields of every field; control fields by their data."""
    return [
        (one.tag, one.data) if one.control_field else (one.tag, one.indicators, [tuple(pair) for pair in one.subfields])
        for one in made.get_fields()
    ]


def test_the_file_is_the_same_each_time_and_read_back_equal():
    data = written()
    assert data == written()
    read = parse_xml_to_array(io.BytesIO(data))
    assert len(read) == len(CONFERRALS)
    for found, conferral in zip(read, CONFERRALS, strict=True):
        made = record(conferral, KNOWN, SNAPSHOT.base)
        assert str(found.leader) == str(made.leader)
        assert fields(found) == fields(made)


@pytest.mark.parametrize("conferral", CONFERRALS, ids=lambda each: each.id)
def test_a_record_has_the_form_of_one(conferral):
    made = record(conferral, KNOWN, BASE)
    assert len(str(made.leader)) == 24
    for tag in ("001", "003", "008", "245"):
        assert len(made.get_fields(tag)) == 1, tag
    assert made["001"].data == conferral.id
    assert len(made["008"].data) == 40
    assert len(made.get_fields("100", "110")) <= 1
    for one in made.get_fields():
        assert re.fullmatch(r"\d{3}", one.tag)
        if one.control_field:
            continue
        assert all(re.fullmatch(r"[ 0-9]", indicator) for indicator in one.indicators)
        assert one.subfields
        assert all(re.fullmatch(r"[a-z0-9]", pair.code) and pair.value.strip() for pair in one.subfields)


@pytest.mark.parametrize("conferral", CONFERRALS, ids=lambda each: each.id)
def test_linked_fields_pair_both_ways(conferral):
    made = record(conferral, KNOWN, BASE)
    here = {one["6"][4:6]: one.tag for one in made.get_fields() if not one.control_field and one.tag != "880" and one.get("6")}
    there = {one["6"][4:6]: one["6"][:3] for one in made.get_fields("880")}
    assert here == there


def test_a_full_conferral_is_told_by_its_fields():
    made = record(FULL, KNOWN, BASE)
    said = {tag: [one.value() for one in made.get_fields(tag)] for tag in ("586", "650", "856")}
    assert FULL.award in said["586"][0]
    assert str(FULL.year) in said["586"][0]
    assert str(FULL.year + 543) in said["586"][0]
    assert FULL.level in said["586"][0]
    assert any(FULL.award in each for each in said["650"])
    assert [unquote(one["u"]) for one in made.get_fields("856")] == [source.url for source in FULL.sources if source.url]


def test_what_is_not_told_leaves_its_field_out():
    bare = replace(
        SPARSE, year=None, date=None, province=None, parent=None, parent_id=None, conferred_by=None, conferred_by_id=None
    )
    made = record(bare, {}, BASE)
    assert made.get_fields("046", "518", "651", "710", "880") == []
    assert "nuuuuuuuu" in made["008"].data


@pytest.mark.parametrize("name", [FORMULA, SCRIPT, EMOJI, "ก\x00\x0bข ]]> & <ค>"])
def test_ugly_names_come_back_from_the_xml(name):
    from lxml import etree  # noqa: PLC0415

    from extractor.archive.exchange.marcxml import element  # noqa: PLC0415

    made = record(replace(FULL, recipient=name, recipient_kind="organisation"), {}, BASE)
    root = etree.fromstring(etree.tostring(element(made)))
    kept = " ".join(name.replace("\x00", "").replace("\x0b", " ").split())
    folded = [" ".join(text.split()).replace(" ", "") for text in root.itertext()]
    assert kept.replace(" ", "") in folded
