"""Tellings of one conferral meet in a block, join, and stay apart from their sisters."""

from dataclasses import replace

import pytest

from extractor.archive.identity import Telling
from extractor.archive.identity.assigning import assign
from extractor.archive.identity.blocks import conferral_keys
from extractor.archive.identity.conferrals import compare_conferrals
from extractor.archive.identity.levels import Fit, same_level
from extractor.archive.identity.parts import same_part, same_work

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


def test_of_a_programme_with_categories_a_telling_without_any_is_doubtful():
    vague = told(branch=None, category=None, work=None, level=None, level_code=None)
    assert compare_conferrals(FIRST, vague).decision == "doubtful"
    simple = {"award": "รางวัลโคมลอย", "award_id": "award:p-1"}
    assert compare_conferrals(replace(FIRST, **simple), replace(vague, **simple)).decision == "same"


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


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("ชนะเลิศ", "รางวัลชนะเลิศ", Fit.AGREES),
        ("เหรียญทอง", "ระดับทอง", Fit.AGREES),
        ("ก้าวหน้า (สีเงิน)", "สีเงิน", Fit.AGREES),
        ("Gold", "เหรียญทอง", Fit.AGREES),
        ("Gold", "Silver", Fit.CONTRADICTS),
        ("ชนะเลิศ", "รางวัลที่ 1", Fit.AGREES),
        ("รองชนะเลิศ", "รองชนะเลิศอันดับที่ ๑", Fit.COMPATIBLE),
        ("รองชนะเลิศอันดับ 1", "รองชนะเลิศอันดับ 2", Fit.CONTRADICTS),
        ("ดี", "ดีเด่น", Fit.CONTRADICTS),
        (None, "ดี", Fit.COMPATIBLE),
    ],
)
def test_levels(one, other, fit):
    assert same_level(one, None, other, None) is same_level(other, None, one, None) is fit


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (("บริการภาครัฐ", "พัฒนาการบริการ"), (None, "ประเภทพัฒนาการบริการ"), Fit.AGREES),
        (("บริการภาครัฐ", "พัฒนาการบริการ"), (None, None), Fit.COMPATIBLE),
        ((None, "ภาคใต้"), (None, "กลุ่มจังหวัดภาคใต้"), Fit.COMPATIBLE),
        ((None, "ภาคตะวันออก"), (None, "ภาคตะวันออกเฉียงเหนือ"), Fit.CONTRADICTS),
        (("คุณภาพการบริหารจัดการภาครัฐ", None), ("คุณภาพการบริหารจัดการภาครัฐ 4.0", None), Fit.CONTRADICTS),
        ((None, "หมวด 3 ด้านผู้รับบริการ"), (None, "หมวด 5 ด้านบุคลากร"), Fit.CONTRADICTS),
        ((None, "สัมฤทธิผลประชาชนมีส่วนร่วม"), (None, "สัมฤทธิ์ผลประชาชนมีส่วนร่วม"), Fit.AGREES),
    ],
)
def test_parts(one, other, fit):
    assert same_part(*one, *other) is same_part(*other, *one) is fit


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("“ปันน้ำปันใจ”", "โครงการ ปันน้ำ ปันใจ", Fit.AGREES),
        ("ปันน้ำปันใจสู่ปลายคลอง", "ปันน้ำปันใจ", Fit.AGREES),
        ("ปันน้ำปันใจสู่ปลายคลอง", "ปันน้ำปันจัยสู่ปลายคลอง", Fit.AGREES),
        ("ปันน้ำปันใจ", "ธนาคารขยะ", Fit.CONTRADICTS),
        ("เส้นทางเดินเลียบคลองสวยช่วงท่าเตียนถึงบางพลู", "เส้นทางเดินเลียบคลองสวยช่วงท่าเตียนถึงบางแค", Fit.CONTRADICTS),
        ("คลองสวย ระยะที่ 1", "คลองสวย ระยะที่ 2", Fit.CONTRADICTS),
        (None, "คลองสวย", Fit.COMPATIBLE),
    ],
)
def test_works(one, other, fit):
    assert same_work(one, other) is same_work(other, one) is fit


def test_two_awards_of_a_year_to_one_province_are_not_one_for_their_names_in_two_scripts():
    clean = told(award="รางวัลจังหวัดสะอาด", award_id=None, branch=None, category="ภาคเหนือ", level="ชมเชย", level_code=None)
    clean = replace(clean, work=None)
    other = replace(clean, outlet="ข่าวเช้า", article_id="c1", award="SME Start", level=None)
    assert compare_conferrals(clean, other).decision == "same"  # the same day
    assert compare_conferrals(clean, replace(other, published="2022-06-15")).decision != "same"
    assert compare_conferrals(clean, replace(other, published="2022-06-15", level="ชมเชย")).decision == "same"
