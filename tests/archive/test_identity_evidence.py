"""Evidence weighed: names translated in part, classes, letters, trade names, and places that one wins alone."""

from dataclasses import replace

import pytest

from extractor.archive.identity import AwardName, OrganisationName, PersonName, Telling
from extractor.archive.identity.assigning import assign
from extractor.archive.identity.awards import compare_awards
from extractor.archive.identity.blocks import conferral_keys
from extractor.archive.identity.classes import classes_agree
from extractor.archive.identity.conferrals import ONE_WINS, compare_conferrals
from extractor.archive.identity.findings import find_recipient
from extractor.archive.identity.folding import fold
from extractor.archive.identity.glossary import concepts
from extractor.archive.identity.initials import english_initials, heard_initials, thai_initials, with_letters
from extractor.archive.identity.levels import Fit, same_level
from extractor.archive.identity.organisations import compare_organisations
from extractor.archive.identity.parts import same_part
from extractor.archive.identity.people import compare_people, person_keys
from extractor.archive.identity.translating import rendering

Body = OrganisationName


@pytest.mark.parametrize(
    ("thai", "english"),
    [
        ("คณะวิทยาศาสตร์การประมง", "Faculty of Fisheries Science"),
        ("โรงเรียนวัดดอนไก่ดี", "Wat Don Kai Di School"),
        ("กลุ่มทอผ้าไหมบ้านริมห้วย", "Ban Rim Huai Silk Weaving Group"),
        ("รางวัลเมืองสิ่งแวดล้อมยั่งยืน", "Sustainable Environmental City Award"),
    ],
)
def test_a_name_translated_in_part_is_one(thai, english):
    assert rendering(fold(thai), fold(english)).sure


@pytest.mark.parametrize(
    ("thai", "english"),
    [
        ("กรมป่าไม้", "Department of Fisheries"),
        ("โรงเรียนบ้านไร่", "Wat Don Kai Di School"),
        ("คณะประมง มหาวิทยาลัยริมน้ำ", "Faculty of Fisheries, Khao Lom University"),
        ("", "School"),
        ("🏆", "Golden Award"),
    ],
)
def test_a_name_of_which_only_the_kind_is_translated_is_another(thai, english):
    found = rendering(fold(thai), fold(english))
    assert not found.sure
    assert not found.likely


def test_a_unit_in_two_languages_is_told_by_the_body_above_it():
    thai = Body("คณะประมง", parent="มหาวิทยาลัยเขาล้อม")
    assert compare_organisations(thai, Body("Faculty of Fisheries", parent="Khao Lom University")).decision == "same"
    assert compare_organisations(thai, Body("Faculty of Fisheries", parent="Rim Nam University")).decision != "same"


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("อายุไม่เกิน 16 ปี หญิง", "ฟุตซอลหญิง รุ่น U16", Fit.AGREES),
        ("อายุไม่เกิน 16 ปี หญิง", "อายุไม่เกิน 16 ปี ชาย", Fit.CONTRADICTS),
        ("อายุไม่เกิน 12 ปี", "under-15", Fit.CONTRADICTS),
        ("อายุไม่เกิน 12 ปี", "รุ่นเล็ก", Fit.COMPATIBLE),
        ("อายุไม่เกิน 12 ปี", "ม.ปลาย", Fit.CONTRADICTS),
        ("มัธยมศึกษาตอนปลาย", "upper secondary", Fit.AGREES),
        ("ป.4", "Grade 4", Fit.AGREES),
        ("ฟุตบอล U16", "วอลเลย์บอล U16", Fit.CONTRADICTS),
        ("นมยูเอชที", "นม UHT", Fit.AGREES),
    ],
)
def test_classes(one, other, fit):
    assert same_part(None, one, None, other) is fit
    assert same_part(None, other, None, one) is fit


def test_a_class_that_one_does_not_tell_says_nothing():
    assert classes_agree("ผ้าไหม", "ม.ต้น") is None


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("ที่หนึ่ง", "เหรียญทองชนะเลิศ", Fit.AGREES),
        ("first place", "ชนะเลิศ", Fit.AGREES),
        ("five stars", "5 ดาว", Fit.AGREES),
        ("five stars", "4 ดาว", Fit.CONTRADICTS),
        ("first", "รองชนะเลิศอันดับ 1", Fit.CONTRADICTS),
        ("ที่สอง", "ชนะเลิศ", Fit.CONTRADICTS),
        ("ชนะเลิศรอบภาคเหนือ", "ชนะเลิศ", Fit.CONTRADICTS),
    ],
)
def test_levels(one, other, fit):
    assert same_level(one, None, other, None) is same_level(other, None, one, None) is fit


def test_letters():
    assert english_initials("rid", "royal irrigation department")
    assert not english_initials("rid", "royal forest department")
    assert thai_initials("กฟผ", "การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย")
    assert not thai_initials("กฟผ", "ธนาคารออมสิน")
    assert heard_initials("nvl", "นวลิงก์ เทคโนโลยี")
    assert with_letters("เอสซีจี") == "scg"
    assert with_letters("ทีมดีเด่น") == "ทีมดีเด่น"


@pytest.mark.parametrize(
    ("one", "other", "decision"),
    [
        (Body("บริษัท น้ำตาลริมธาร จำกัด"), Body("โรงงานน้ำตาลริมธาร"), "doubtful"),
        (Body("บริษัท ฟ้าใส โมบิลิตี้ จำกัด"), Body("ฟ้าใส"), "doubtful"),
        (Body("ร้านป้าเพ็ญ (ท่าช้าง)"), Body("ครัวป้าเพ็ญ"), "doubtful"),
        (Body("ร้านป้าเพ็ญ (ท่าช้าง)"), Body("ร้านป้าเพ็ญ บางพลู"), "different"),
        (Body("กลุ่มทอผ้าบ้านดอน"), Body("กลุ่มทอผ้าบ้านดอนเหนือ"), "different"),
        (Body("โรงเรียนริมธาร"), Body("โรงพยาบาลริมธาร"), "different"),
        (Body("โรงเรียนริมธาร"), Body("โรงเรียนริมธารวิทยา"), "different"),
        (Body("รร.ริมธาร ริเวอร์วิว"), Body("โรงแรมริมธารริเวอร์วิว"), "same"),
    ],
)
def test_trade_names(one, other, decision):
    assert compare_organisations(one, other).decision == decision
    assert compare_organisations(other, one).decision == decision


@pytest.mark.parametrize(
    ("one", "other", "decision"),
    [
        ("ครูสมพร ปลอดโปร่งใส", "นางสมพร ปลอดโปร่งใส", "same"),
        ("ผู้ใหญ่สมพร ปลอดโปร่งใส", "สมพร ปลอดโปร่งใส", "same"),
        ("ครูสมพร ปลอดโปร่งใส", "สมศรี ปลอดโปร่งใส", "different"),
        ("วรากร ทองประสม", "Warakorn Thongprasom", "same"),
        ("อรวรรณ ศรีพิทักษ์", "Orawan Sriphithak", "same"),
    ],
)
def test_people_as_outlets_call_and_spell_them(one, other, decision):
    assert compare_people(PersonName(one), PersonName(other)).decision == decision
    assert compare_people(PersonName(other), PersonName(one)).decision == decision
    if decision == "same":
        assert person_keys(PersonName(one)) & person_keys(PersonName(other))


def test_an_award_cut_short_or_told_in_the_other_language_may_be_one():
    assert compare_awards(AwardName("อิศราฯ"), AwardName("รางวัลอิศรา อมันตกุล")).decision == "doubtful"
    thai, english = "รางวัลห้องสมุดมีชีวิตต้นแบบ", "Model Living Library"
    assert compare_awards(AwardName(thai), AwardName(english)).decision == "doubtful"
    assert len(concepts(fold(thai)) & concepts(fold(english))) > 1


def test_who_directs_a_film_is_none_of_the_films():
    assert same_part(None, "ผู้กำกับภาพยนตร์ยอดเยี่ยม", None, "ภาพยนตร์ยอดเยี่ยม") is Fit.CONTRADICTS
    assert same_part(None, "ผู้กำกับภาพยนตร์ยอดเยี่ยม", None, "Best Picture") is not Fit.AGREES
    assert same_part(None, "หนังยอดเยี่ยม", None, "Best Picture") is Fit.AGREES


FIRST = Telling(
    outlet="ข่าวเช้า",
    article_id="a1",
    award="การประกวดเมืองร่มไม้",
    award_id="award:p-1",
    year=2023,
    edition=None,
    branch=None,
    category="เมืองขนาดใหญ่",
    level="ชนะเลิศ",
    level_code=None,
    work=None,
    recipient="เทศบาลนครแม่สรวยคำ",
    recipient_id="organisation:p-1",
    recipient_kind="organisation",
    parent=None,
    parent_id=None,
    province=None,
    published="2023-09-13",
)
SECOND = replace(FIRST, outlet="The Wire", article_id="b1", recipient="MSKM", recipient_id=None, published="2023-09-15")


def test_the_first_of_a_category_is_one_whatever_the_letters_say():
    assert conferral_keys(FIRST) & conferral_keys(SECOND)
    verdict = compare_conferrals(FIRST, SECOND)
    assert verdict.decision == "same"
    assert ONE_WINS in verdict.reasons


@pytest.mark.parametrize(
    "changes",
    [
        {"level": "ชมเชย"},  # which many win
        {"category": None},
        {"award": "รางวัลเมืองในสวน", "award_id": "award:p-2"},
        {"year": 2022},
        {"published": "2024-02-01"},
        {"recipient_kind": "person"},
    ],
)
def test_nothing_else_tells_who_the_letters_are(changes):
    changed = replace(SECOND, **changes)
    if changes == {"level": "ชมเชย"}:
        assert compare_conferrals(replace(FIRST, level="ชมเชย"), changed).decision != "same"
    assert compare_conferrals(FIRST, changed).decision != "same"


def test_a_regional_round_some_weeks_before_is_another_conferral():
    final = replace(FIRST, recipient_id=None, recipient="โรงเรียนบ้านริมธาร")
    region = replace(final, outlet="ข่าวภาค", article_id="r1", published="2023-07-20")
    assert compare_conferrals(final, region).decision == "doubtful"
    assert compare_conferrals(final, replace(region, published="2023-09-14")).decision == "same"


def test_a_telling_without_its_prize_joins_the_only_one_unless_another_is_near():
    won = replace(FIRST, award="รางวัลเลิศรัฐ", award_id="award:lert-rat", level="ดี", branch="บริการภาครัฐ", category="พัฒนาการบริการ")
    vague = replace(won, outlet="ข่าวเย็น", article_id="v1", branch=None, category=None, level=None)
    other = replace(won, article_id="a2", category="นวัตกรรมการบริการ")
    assert assign(vague, [("c-1", [won])]).conferral == "c-1"
    assert assign(vague, [("c-1", [won]), ("c-2", [other])]).conferral is None


_HOTEL = Telling(
    article_id="h1",
    outlet="ข่าวเที่ยว",
    award="โรงแรมสีเขียวริมโขง",
    award_id=None,
    year=2024,
    edition=None,
    branch=None,
    category=None,
    level=None,
    level_code=None,
    work=None,
    recipient="ภูริมธาร เชียงคาน",
    recipient_id=None,
    recipient_kind="organisation",
    parent=None,
    parent_id=None,
    province=None,
    published="2024-01-28",
)


@pytest.mark.parametrize(
    ("changes", "sure"),
    [
        ({"recipient": "โรงแรมภูริมธาร เชียงคาน"}, True),  # the award is for hotels
        ({"recipient": "โรงแรมภูริมธาร เชียงคาน", "award": "รางวัลสีเขียวริมโขง"}, True),  # one of them tells it
        ({"recipient": "ร้านอาหารภูริมธาร เชียงคาน"}, False),
    ],
)
def test_an_award_tells_the_kind_of_a_name_without_one(changes, sure):
    other = replace(_HOTEL, outlet="อีสานวันนี้", article_id="h2", **changes)
    assert (find_recipient(_HOTEL, other).fit is Fit.AGREES) is sure
    untold = replace(_HOTEL, award="รางวัลสีเขียวริมโขง")
    assert find_recipient(untold, replace(other, award="รางวัลสีเขียวริมโขง")).fit is not Fit.AGREES


@pytest.mark.parametrize(("above", "sure"), [("สพป.ลพบุรี เขต ๙", True), (None, False), ("สพป.ลพบุรี เขต 8", False)])
def test_one_slip_under_the_same_body_is_no_doubt(above, sure):
    school = replace(_HOTEL, recipient="โรงเรียนบ้านหนองบัวคลี่", parent="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลพบุรี เขต 9")
    other = replace(school, recipient="โรงเรียนบ้านหนองบัวคลี", parent=above)
    assert (find_recipient(school, other).fit is Fit.AGREES) is sure
