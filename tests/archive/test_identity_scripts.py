"""Names across scripts: the same heard in Thai and in Latin letters, and words that mean the same in both languages."""

import pytest

from extractor.archive.identity import AwardName, OrganisationName, PersonName
from extractor.archive.identity.awards import award_keys, compare_awards
from extractor.archive.identity.folding import fold
from extractor.archive.identity.glossary import means
from extractor.archive.identity.levels import Fit, same_level
from extractor.archive.identity.organisations import compare_organisations
from extractor.archive.identity.parts import same_part, same_work
from extractor.archive.identity.people import compare_people, person_keys
from extractor.archive.identity.sounds import SCRIPTS_DIFFER, across, sound_alike, sound_keys


@pytest.mark.parametrize(
    ("thai", "latin"),
    [
        ("แอดแมน", "Adman"),
        ("ปันสุข ลิสซิ่ง", "PANSUK Leasing"),
        ("กกสาน สตูดิโอ", "Kok-San Studio"),
        ("ปริญ วัฒนโกศล", "Parin Wattanakosol"),
        ("เขาล้อม", "Khao Lom"),
        ("นวลตา สปา แอนด์ เวลเนส", "Nuanta Spa & Wellness"),
    ],
)
def test_one_name_is_heard_in_both(thai, latin):
    assert across(fold(thai), fold(latin))
    assert sound_alike(fold(thai), fold(latin))
    assert sound_keys(fold(thai)) & sound_keys(fold(latin))


@pytest.mark.parametrize(
    ("thai", "latin"),
    [("กรุงไทย", "Krungsri"), ("ฟ้าใส", "Doi Kham"), ("ปันสุข ลิสซิ่ง", "PANSUK Insurance"), ("สา", "So"), ("", "Adman"), ("🏆", "🏆")],
)
def test_two_names_are_not(thai, latin):
    assert not sound_alike(fold(thai), fold(latin))


def test_short_names_that_differ_in_a_letter_are_heard_but_not_found():
    for thai, latin in (("ซิลค์แพทช์", "SilkPatch"), ("สยามทรัพย์", "Siamthap")):
        assert sound_alike(fold(thai), fold(latin), near=True)
        assert not sound_keys(fold(thai)) & sound_keys(fold(latin))


def test_a_person_in_both_scripts():
    one, other = PersonName("ปริญ วัฒนโกศล"), PersonName("Parin Wattanakosol")
    assert person_keys(one) & person_keys(other)
    assert compare_people(one, other).decision == "same"
    # ย is not heard in Nantida
    assert compare_people(PersonName("นันทิดา ศรีสุขพันธุ์"), PersonName("Nantida Srisukpan")).decision == "same"
    assert compare_people(PersonName("นันทิยา ศรีสุขพันธุ์"), PersonName("Nantida Srisukpan")).decision == "different"


@pytest.mark.parametrize(
    ("one", "other", "decision"),
    [
        ("Seoul International Invention Fair", "SIIF", "same"),
        ("รางวัลเอดิสัน", "Edison Awards", "same"),
        ("HR Lantern Best Workplaces in Asia", "Best Workplaces in Asia", "doubtful"),
        ("สุดยอดซีอีโอแห่งปี", "Top CEO of the Year", "doubtful"),
        ("SIIF", "Geneva Invention Fair", "different"),
        ("Lantern Export Award", "Lantern Safety Award", "different"),
    ],
)
def test_awards(one, other, decision):
    assert compare_awards(AwardName(one), AwardName(other)).decision == decision
    assert compare_awards(AwardName(other), AwardName(one)).decision == decision
    if decision == "same" and across(fold(one), fold(other)):
        assert award_keys(AwardName(one)) & award_keys(AwardName(other))


def test_awards_in_two_languages_tell_nothing_of_each_other():
    assert compare_awards(AwardName("รางวัลไผ่ทอง"), AwardName("Golden Lantern Award")).reasons == (SCRIPTS_DIFFER,)


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("แบรนด์ยอดเยี่ยมของไทย", "Best Thai Brand", Fit.AGREES),
        ("แบรนด์ยอดเยี่ยมของไทย", "แบรนด์ไทยยอดเยี่ยม", Fit.AGREES),
        ("การบริหารความปลอดภัย", "Safety Management", Fit.AGREES),
        ("ฟิล์ม", "Film", Fit.AGREES),
        ("ฟิล์ม", "ภาพยนตร์โฆษณา", Fit.COMPATIBLE),
        ("ผ้าไหม", "Safety Management", Fit.CONTRADICTS),
        ("ผ้าไหม", "Bramble", Fit.COMPATIBLE),
        ("ขนาดใหญ่", "ขนาดใหญ่พิเศษ", Fit.CONTRADICTS),
        ("ภาคตะวันออก", "ภาคตะวันออกเฉียงเหนือ", Fit.CONTRADICTS),
        ("5-15 ล้านคน", "๕ ถึง ๑๕ ล้านคน", Fit.AGREES),
        ("5-15 ล้านคน", "5-25 ล้านคน", Fit.CONTRADICTS),
        ("พัฒนาการบริการ", "นวัตกรรมการบริการ", Fit.CONTRADICTS),
    ],
)
def test_categories(one, other, fit):
    assert same_part(None, one, None, other) is fit
    assert same_part(None, other, None, one) is fit


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Gold", "ทอง", Fit.AGREES),
        ("Gold", "ยอดเยี่ยม", Fit.COMPATIBLE),
        ("ชนะเลิศ", "รองชนะเลิศอันดับ 1", Fit.CONTRADICTS),
        ("4", "4 วัฒนธรรมสีเขียว", Fit.AGREES),
        ("4", "41 คะแนน", Fit.CONTRADICTS),
    ],
)
def test_levels(one, other, fit):
    assert same_level(one, None, other, None) is fit


def test_works():
    assert same_work("แม่ไม่ตอบแชท", "แม่ไม่ตอบแชต…ลูกไม่โทรหา") is Fit.AGREES
    assert same_work("SilkPatch", "ซิลค์แพทช์") is Fit.AGREES
    assert same_work("SilkPatch", "ทุ่นลอยน้ำ") is Fit.COMPATIBLE
    assert same_work("ไฟจากแกลบเพื่อรร.รอบโรงสี", "ไฟจากแกลบเพื่อโรงเรียนรอบโรงสี") is Fit.AGREES


def test_the_glossary_is_clean():
    assert len(means()) > 200
    for english, thai in means().items():
        assert english.isascii()
        assert english == english.lower()
        assert thai
        assert all(stem == fold(stem) for stem in thai), english


def test_a_place_behind_the_word_for_an_office_is_no_newspaper():
    one, other = OrganisationName("แขวงทางหลวงตราด"), OrganisationName("Thairath")
    assert compare_organisations(one, other).decision == "different"
    assert compare_organisations(OrganisationName("ไทยรัฐ"), other).decision == "same"
    assert compare_organisations(OrganisationName("โรงพยาบาลตราด"), OrganisationName("Trat Hospital")).decision == "doubtful"
