"""Dublin Core: well-formed, only the fifteen elements, every value back."""

from __future__ import annotations

import io
from dataclasses import replace

from lxml import etree

from extractor.archive.exchange import FORMATS
from extractor.archive.exchange.dublin_core import DC, OAI_DC, dublin_core
from tests.archive.exchange.snapshots import CONFERRALS, EMOJI, FORMULA, FULL, LONG, SCRIPT, SNAPSHOT, SPARSE

BASE = "https://awards.example.org/"
FIFTEEN = set(
    "contributor coverage creator date description format identifier language publisher relation rights source subject title "
    "type".split()
)


def written():
    target = io.BytesIO()
    FORMATS["dublin-core"].write(SNAPSHOT, target)
    return target.getvalue()


def values(conferral):
    """By element, after the text was written and read again."""
    root = etree.fromstring(etree.tostring(dublin_core(conferral, BASE)))
    found = {}
    for child in root:
        found.setdefault(etree.QName(child).localname, []).append(child.text)
    return found


def test_the_file_holds_each_conferral_once_in_order_and_is_the_same_each_time():
    data = written()
    assert data == written()
    assert data.startswith(b"<?xml version='1.0' encoding='utf-8'?>")
    root = etree.fromstring(data)
    assert root.tag == "collection"
    assert [child.tag for child in root] == [f"{{{OAI_DC}}}dc"] * len(CONFERRALS)
    ids = [[one.text for one in child.findall(f"{{{DC}}}identifier")] for child in root]
    assert ids == [[BASE + one.id, one.id] for one in CONFERRALS]


def test_only_the_fifteen_elements_stand_in_a_record_none_of_them_empty():
    for record in etree.fromstring(written()):
        assert record.nsmap["oai_dc"] == OAI_DC
        assert record.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation").split()[0] == OAI_DC
        for child in record:
            name = etree.QName(child)
            assert name.namespace == DC
            assert name.localname in FIFTEEN
            assert child.text
            assert not len(child)


def test_each_value_of_a_conferral_has_its_element():
    assert values(FULL) == {
        "title": ["อยากให้รู้ พม. ไม่ทิ้ง U"],
        "creator": ["กรมการพัฒนาชุมชน"],
        "subject": ["รางวัลเลิศรัฐ", "บริการภาครัฐ", "พัฒนาการบริการ", "ดี"],
        "description": [
            (
                "รางวัล: รางวัลเลิศรัฐ พ.ศ. 2565 (ค.ศ. 2022), ครั้งที่ 3, สาขา: บริการภาครัฐ, ประเภท: พัฒนาการบริการ, ระดับ: ดี; "
                "ผลงาน: อยากให้รู้ พม. ไม่ทิ้ง U; ผู้รับรางวัล: กรมการพัฒนาชุมชน; สังกัด: กระทรวงมหาดไทย; "
                "ผู้มอบรางวัล: สำนักงาน ก.พ.ร.; พิธีมอบรางวัล: 12 กันยายน พ.ศ. 2565 (2022-09-12)"
            )
        ],
        "contributor": ["สำนักงาน ก.พ.ร.", "กระทรวงมหาดไทย"],
        "date": ["2022-09-12"],
        "type": ["ผลงานที่ได้รับรางวัล"],
        "identifier": ["https://awards.example.org/c-0000000000001", "c-0000000000001"],
        "source": [
            "https://news.example.org/a?x=1%7C2",
            "สำนักข่าวกลาง",
            "http://other.example.org/2",
            "ไทยข่าว",
            "ข่าว | ภูมิภาค",
        ],
        "language": ["th"],
        "coverage": ["ลพบุรี"],
    }


def test_what_is_not_known_has_no_element():
    assert values(SPARSE) == {
        "title": ["[การมอบรางวัล]"],
        "type": ["Event"],
        "identifier": [BASE + SPARSE.id, SPARSE.id],
        "language": ["th"],
    }


def test_without_a_work_the_honour_is_described():
    found = values(replace(FULL, work=None, work_id=None, branch=None, category=None, level=None, edition=None, date=None))
    assert found["title"] == ["กรมการพัฒนาชุมชน: รางวัลเลิศรัฐ พ.ศ. 2565 (ค.ศ. 2022)"]
    assert found["type"] == ["Event"]
    assert found["date"] == ["2022"]


def test_a_work_that_is_the_recipient_is_the_title_and_no_creator():
    found = values(replace(SPARSE, recipient="แอปทางรัฐ", recipient_kind="work", award="รางวัลเลิศรัฐ"))
    assert found["title"] == ["แอปทางรัฐ"]
    assert found["type"] == ["ผลงานที่ได้รับรางวัล"]
    assert "creator" not in found


def test_a_day_that_is_none_of_the_calendar_gives_way_to_the_year():
    assert values(replace(FULL, date="2022-02-30"))["date"] == ["2022"]
    assert values(replace(FULL, date="2022-09"))["date"] == ["2022-09"]
    assert "date" not in values(replace(FULL, date="soon", year=None))


def test_ugly_names_come_back_whole():
    for name in (FORMULA, SCRIPT, EMOJI, LONG, "ก ]]> ข & < >"):
        assert values(replace(SPARSE, recipient=name))["creator"] == [name]
    assert values(replace(SPARSE, work="บรรทัด\r\nสอง\tแท็บ\u00a0จบ"))["title"] == ["บรรทัด สอง แท็บ จบ"]
    assert values(replace(SPARSE, recipient="ข้าว\x00กล้อง\x0bไทย\ufffe\ud83d"))["creator"] == ["ข้าวกล้องไทย"]
    assert "creator" not in values(replace(SPARSE, recipient="\x00 \u00a0"))


def test_an_address_that_is_no_web_address_is_left_out():
    source = replace(FULL.sources[0], url="javascript:alert(1)", outlet=None)
    assert "source" not in values(replace(SPARSE, sources=(source,)))
