"""Tellings of one conferral meet in a block, join, and stay apart from their sisters."""

from dataclasses import replace

import pytest

from extractor.archive.identity import Telling
from extractor.archive.identity.assigning import assign
from extractor.archive.identity.conferrals import compare_conferrals, conferral_keys

FIRST = Telling(
    outlet="ข่าวเช้า",
    article_id="a1",
    award="รางวัลเลิศรัฐ",
    award_id="award:lert-rat",
    year=2022,
    edition=None,
    branch="บริการภาครัฐ",
    category="พัฒนาการบริการ",
    level="ดีเด่น",
    level_code="di-den",
    work="คลินิกสัญจรถึงเรือนยอดดอย",
    recipient="สำนักงานสาธารณสุขจังหวัดน่าน",
    recipient_id="organisation:p-nan",
    recipient_kind="organisation",
    parent="กระทรวงสาธารณสุข",
    parent_id="organisation:moph",
    province="น่าน",
    published="2022-09-13",
)


def told(outlet="ข่าวเย็น", article="b1", **changes):
    return replace(FIRST, outlet=outlet, article_id=article, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"year": None},
        {"year": None, "published": "2022-10-01", "category": None, "branch": None},
        {"award": "เลิศรัฐ ประจำปี ๒๕๖๕", "award_id": None},
        {"award": "รางวัลพัฒนาการบริการ", "award_id": None, "category": None, "branch": None},
        {"work": "คลินิกสัญจรถึงเรือนยอดดอย จังหวัดน่าน"},
        {"work": "คลินิคสัญจรถึงเรือนยอดดอย"},
        {"work": None, "level": None, "level_code": None},
        {"recipient": "สสจ.น่าน"},
        {"recipient": "สสจ.น่าน", "recipient_id": None},
        {"recipient": "สำนักงานสาธารสุขจังหวัดน่าน", "recipient_id": None},  # a letter left out
        {"recipient": "กระทรวงสาธารณสุข", "recipient_id": "organisation:moph", "parent": None, "parent_id": None},
        {"category": "บริการภาครัฐ", "branch": None},  # the upper tier, called category
        {"level": "รางวัลระดับดีเด่น", "level_code": None},
    ],
)
def test_retold(changes):
    other = told(**changes)
    assert conferral_keys(FIRST) & conferral_keys(other)
    assert compare_conferrals(FIRST, other).decision == "same"
    assert compare_conferrals(other, FIRST) == compare_conferrals(FIRST, other)


@pytest.mark.parametrize(
    "changes",
    [
        {"year": 2021},
        {"edition": 5},
        {"level": "ดี", "level_code": "di"},
        {"category": "นวัตกรรมการบริการ"},
        {"work": "ธนาคารขยะคืนสุข"},
        {"recipient": "สำนักงานสาธารณสุขจังหวัดแพร่", "recipient_id": "organisation:p-phrae", "province": "แพร่"},
        {"award": "รางวัลรัฐบาลดิจิทัล", "award_id": "award:dg-awards"},
        {"year": 2565 - 543, "branch": "การบริหารราชการแบบมีส่วนร่วม", "category": "ร่วมใจแก้จน"},
    ],
)
def test_sisters(changes):
    first = replace(FIRST, edition=4)
    other = told(**{"edition": 4, **changes})
    verdict = compare_conferrals(first, other)
    assert verdict.decision == "different"
    assert verdict.reasons


def test_a_year_left_out_years_later_is_doubtful():
    later = told(year=None, published="2025-06-01", work=None)
    assert compare_conferrals(FIRST, later).decision == "doubtful"


def test_one_article_tells_one_conferral_once():
    again = replace(FIRST, work=None)
    assert compare_conferrals(FIRST, again).decision == "different"
    assert compare_conferrals(FIRST, replace(FIRST)).decision == "same"


def test_between_two_sisters_a_telling_joins_neither():
    first = replace(FIRST, work=None)
    sister = told(category="นวัตกรรมการบริการ", work=None)
    vague = told(outlet="ข่าวค่ำ", category=None, branch=None, work=None)
    assignment = assign(vague, [("c-1", [first]), ("c-2", [sister])])
    assert assignment.conferral is None
    assert {conferral for conferral, _ in assignment.doubts} == {"c-1", "c-2"}


def test_a_member_that_contradicts_keeps_a_telling_out():
    without = told(category=None, branch=None)
    other = told(outlet="ข่าวค่ำ", article="d1", category="นวัตกรรมการบริการ")
    assert assign(other, [("c-1", [without])]).conferral == "c-1"
    assert assign(other, [("c-1", [without, FIRST])]).conferral is None


def test_nothing_fits_nothing():
    assert assign(FIRST, []).conferral is None
    empty = replace(
        FIRST, outlet="x", **dict.fromkeys(("award", "award_id", "work", "recipient", "recipient_id", "parent", "parent_id"))
    )
    assert conferral_keys(empty)
    assert compare_conferrals(FIRST, empty).decision == "doubtful"
