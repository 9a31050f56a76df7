"""Label Studio and doccano: offsets in each tool's units, past emoji and within them, and back."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.archive.entries import Mention
from extractor.archive.exchange import FORMATS
from extractor.archive.exchange.annotations import LABELS, Utf16, label_of, left_out
from extractor.archive.exchange.doccano import read_lines
from extractor.archive.exchange.label_studio import label_config, read_tasks
from extractor.errors import FormatError
from extractor.models import Record
from tests.archive.exchange.snapshots import EMOJI_TEXT, MENTIONS, SNAPSHOT, WITH_EMOJI, Listed

EXPECTED = [(one.start, one.end, label_of(one)) for one in MENTIONS]


def written(name, snapshot=SNAPSHOT):
    target = io.BytesIO()
    FORMATS[name].write(snapshot, target)
    return target.getvalue()


def in_units(text, start, end):
    """The text between two UTF-16 units, as a browser's `slice` gives it."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@given(st.text(alphabet="aก🏆𝒜\u200d\ue000\uffff\r\n"))
def test_utf16_offsets_are_the_encodings_own(text):
    place = Utf16(text)
    for points in range(len(text) + 1):
        units = len(text[:points].encode("utf-16-le")) // 2
        assert place.units(points) == units
        assert place.points(units) == points


def test_label_studio_counts_code_points():
    tasks = json.loads(written("label-studio"))
    assert [task["data"]["article_id"] for task in tasks] == ["plain", "emoji/1"]
    result = tasks[1]["predictions"][0]["result"]
    regions = [one for one in result if one["type"] == "labels"]
    assert [(one["value"]["start"], one["value"]["end"], one["value"]["labels"][0]) for one in regions] == EXPECTED
    for one in regions:
        points = list(tasks[1]["data"]["text"])  # as JavaScript's [...text] counts
        assert "".join(points[one["value"]["start"] : one["value"]["end"]]) == one["value"]["text"]
    assert len({one["id"] for one in regions}) == len(regions)


def test_label_studio_links_what_is_of_one_conferral():
    found = list(read_tasks(io.BytesIO(written("label-studio"))))[1]
    assert found.text == EMOJI_TEXT
    assert (found.outlet, found.article_id) == (WITH_EMOJI.outlet, WITH_EMOJI.article_id)
    assert [(one.start, one.end, one.label) for one in found.spans] == EXPECTED
    groups = {}
    for mention, span in zip(MENTIONS, found.spans, strict=True):
        groups.setdefault((mention.subject, mention.number), set()).add(span.group)
    assert all(len(names) == 1 for names in groups.values())
    assert groups["conferral", 0] != groups["conferral", 1]
    assert groups["person", 0] == {None}


def test_a_persons_annotation_goes_before_the_prediction():
    (task,) = [one for one in json.loads(written("label-studio")) if one["data"]["article_id"] == "emoji/1"]
    region = task["predictions"][0]["result"][0]
    task["annotations"] = [{"result": [region]}]
    (read,) = read_tasks(io.BytesIO(json.dumps([task]).encode()))
    assert len(read.spans) == 1


def test_the_configuration_names_what_the_tasks_use():
    config = ET.fromstring(label_config())
    labels = {one.get("value") for one in config.iter("Label")}
    assert labels == set(LABELS)
    assert config.find("Labels").attrib == {"name": "label", "toName": "text"}
    assert config.find("Text").attrib == {"name": "text", "value": "$text"}
    assert config.find("Relations/Relation").get("value") == "same conferral"
    for task in json.loads(written("label-studio")):
        for one in task["predictions"][0]["result"]:
            if one["type"] == "labels":
                assert (one["from_name"], one["to_name"]) == ("label", "text")
                assert set(one["value"]["labels"]) <= labels


def test_there_is_a_label_for_every_mention_of_a_record():
    parts = {"awards": "conferral", "ceremonies": "ceremony", "people": "person", "organisations": "organisation"}
    parts |= {"unconferred": "unconferred", "claims": "claim"}
    names = {"aliases": "alias", "mentions": "mention"}
    for part, subject in parts.items():
        model = Record.model_fields[part].annotation.__args__[0]
        for name, field in model.model_fields.items():
            if "Mention" in str(field.annotation):
                mention = Mention(subject, 0, names.get(name, name), 0, 1, "x", "r", None, None)
                assert label_of(mention) in LABELS


def test_doccano_counts_utf16_units():
    lines = [json.loads(line) for line in written("doccano").splitlines()]
    assert [line["article_id"] for line in lines] == ["plain", "emoji/1"]
    assert lines[0]["label"] == []
    said = [(label, in_units(EMOJI_TEXT, start, end)) for start, end, label in lines[1]["label"]]
    assert sorted(said) == sorted({(label_of(one), one.text) for one in MENTIONS})
    # 👩 ZWJ 🚒 🏆 and a space: five characters, eight units
    assert min(start for start, _, _ in lines[1]["label"]) == 8
    assert min(one.start for one in MENTIONS) == 5


def test_doccano_comes_back_in_code_points():
    found = list(read_lines(io.BytesIO(written("doccano"))))[1]
    assert sorted({(one.start, one.end, one.label) for one in found.spans}) == sorted(set(EXPECTED))


def test_articles_without_text_are_counted():
    assert left_out(SNAPSHOT) == 2  # one has no text, one an empty one
    assert left_out(Listed()) == 0
    assert all("articles without text" in FORMATS[name].drops for name in ("label-studio", "doccano"))


@pytest.mark.parametrize("spoiled", [b"[{", b"{}x", b'[{"data": {}}]', b"[1]", b"\xff"])
def test_no_list_of_tasks_is_told(spoiled):
    with pytest.raises(FormatError, match=r"no list of Label Studio tasks.*; export the project"):
        list(read_tasks(io.BytesIO(spoiled), name="x.json"))


def test_a_region_that_has_shifted_is_told():
    moved = written("label-studio").replace(b'"start": 5,', b'"start": 6,')
    with pytest.raises(FormatError, match="region m0 does not hold"):
        list(read_tasks(io.BytesIO(moved)))


@pytest.mark.parametrize("spoiled", [b'{"text": "x"', b'{"text": "x", "label": [[1, 2]], "article_id": "a"}', b"[]", b"\xff"])
def test_a_bad_line_is_told_with_its_number(spoiled):
    with pytest.raises(FormatError, match=r"x.jsonl:2: is no line of a doccano export.*; export the data set"):
        list(read_lines([b"\n", spoiled], file="x.jsonl"))
