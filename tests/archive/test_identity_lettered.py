"""Letters before a place, researchers and their body, names by ear, prizes and their programmes; and near misses of each."""

import pytest

from extractor.archive.identity import AwardName, OrganisationName, PersonName, Telling
from extractor.archive.identity.awards import compare_awards
from extractor.archive.identity.conferrals import VAGUE, compare_conferrals
from extractor.archive.identity.folding import fold
from extractor.archive.identity.glossary import in_common
from extractor.archive.identity.lettered import begins_words, written_out
from extractor.archive.identity.levels import Fit
from extractor.archive.identity.organisations import compare_organisations
from extractor.archive.identity.parts import is_one_part, same_part
from extractor.archive.identity.people import compare_people
from extractor.archive.identity.translating import rendering


@pytest.mark.parametrize(
    ("one", "other", "decision"),
    [
        ("รจก.ดอนลาน", "เรือนจำกลางดอนลาน", "same"),
        ("รจก.ดอนลาน", "เรือนจำกลางดอนแก้ว", "different"),
        ("รจก.ดอนลาน", "โรงเรียนดอนลาน", "different"),
        ("รจจ.เลย", "เรือนจำกลางเลย", "different"),
        ("สท.เลย", "สำนักงานสรรพสามิตพื้นที่เลย", "different"),
        ("สคร.5 จ.ราชบุรี", "สำนักงานป้องกันควบคุมโรคที่ 5 ราชบุรี", "same"),
        ("สคร.5", "สำนักงานป้องกันควบคุมโรคที่ 6", "different"),
        ("สคร.5", "สำนักงานส่งเสริมและสนับสนุนวิชาการ 5", "different"),
        ("ศวก.4", "ศูนย์วิจัยและพัฒนาการเกษตรที่ 4", "different"),
        ("ปค.อ.ดอนลาน", "ที่ทำการปกครองอำเภอดอนลาน", "same"),
        ("ปค.อ.ดอนลาน", "ที่ทำการปกครองอำเภอดอนแก้ว", "different"),
        # letters that nobody told what they are
        ("สพภ.5 นครราชสีมา", "สำนักพัฒนาภาคที่ 5 นครราชสีมา", "doubtful"),
        ("สพภ.5 นครราชสีมา", "สำนักพัฒนาภาคที่ 6 นครราชสีมา", "different"),
        ("สพภ.5 นครราชสีมา", "สำนักงานประมงภาคที่ 5 อุดรธานี", "different"),
        ("ศูนย์อนามัยที่ 5", "ศูนย์อนามัยที่ 5 อุบลฯ", "doubtful"),
        ("ศูนย์อนามัยที่ 5", "ศูนย์อนามัยที่ 55 ริมเขา", "different"),
        ("ทีมนักวิจัยศูนย์อนามัยที่ 5", "ศูนย์อนามัยที่ 5", "doubtful"),
        ("ทีมนักวิจัยศูนย์อนามัยที่ 5", "ศูนย์อนามัยที่ 6", "different"),
        ("กพร. กระทรวงอุตสาหกรรม", "กรมอุตสาหกรรมพื้นฐานและการเหมืองแร่", "same"),
        ("กพร. กระทรวงอุตสาหกรรม", "สำนักงานคณะกรรมการพัฒนาระบบราชการ", "different"),
        ("กลุ่มสตรีทอผ้าไหมบ้านดอนลาน", "กลุ่มทอผ้าบ้านดอนลาน", "doubtful"),
        ("กลุ่มสตรีทอผ้าบ้านดอนลานเหนือ", "กลุ่มทอผ้าบ้านดอนลาน", "different"),
    ],
)
def test_bodies(one, other, decision):
    assert compare_organisations(OrganisationName(one), OrganisationName(other)).decision == decision
    assert compare_organisations(OrganisationName(other), OrganisationName(one)).decision == decision


def test_letters_before_a_place():
    assert written_out(fold("ตม.จว.เลย")) == "ตรวจคนเข้าเมืองจังหวัดเลย"
    assert written_out("เลย") == "เลย"
    assert begins_words("สชป", "สำนักงานชลประทาน")
    assert not begins_words("สชป", "สำนักงานชลประทานเหนือ")


@pytest.mark.parametrize(
    ("one", "other", "bodies", "decision"),
    [
        ("ภัททิยา ริมคลองใส", "ภัทธิยา ริมคลองใส", ("สำนักงานศาลปกครองเลย", "ศาลปกครองเลย"), "same"),
        ("ภัททิยา ริมคลองใส", "ภัทธิยา ริมคลองใส", ("ศาลปกครองเลย", "ศาลปกครองตาก"), "doubtful"),
        ("ภัททิยา ริมคลองใส", "ภัทรียา ริมคลองใส", ("ศาลปกครองเลย", "ศาลปกครองเลย"), "different"),
        ("ธัชพล ศรีวิไชยา", "ธัชพล ศรีวิชัยา", ("โรงพยาบาลดอนลาน", "รพ.ดอนลาน"), "same"),
        ("ธัชพล ศรีวิไชยา", "ธัชพล ศรีวิชัยา", ("โรงพยาบาลดอนลาน", "โรงพยาบาลดอนแก้ว"), "different"),
        ("ดาว-ปลายฟ้า", "ดาว ปลายฟ้า", ("", ""), "same"),
    ],
)
def test_people(one, other, bodies, decision):
    left, right = (PersonName(name, bodies=(body,) if body else ()) for name, body in zip((one, other), bodies, strict=True))
    assert compare_people(left, right).decision == compare_people(right, left).decision == decision


@pytest.mark.parametrize(
    ("one", "other", "decision"),
    [
        ("ศูนย์พัฒนาเด็กเล็กดีเด่น", "ศพด.ดีเด่น", "same"),
        ("รางวัลครูริมน้ำของ สพฐ.", "ครูริมน้ำ สพฐ.", "same"),
        ("รางวัลครูริมน้ำของ สพฐ.", "ครูริมน้ำ สช.", "same"),  # one name, its giver left out
        ("รางวัลเลิศรัฐ", "รางวัลเลิสรัฐ", "same"),
        ("ศพด.ดีเด่น", "โรงเรียนดีเด่น", "different"),
    ],
)
def test_awards(one, other, decision):
    assert compare_awards(AwardName(one), AwardName(other)).decision == decision


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("โรงพักเล็ก", "สถานีตำรวจขนาดเล็ก", Fit.AGREES),
        ("โรงพักเล็ก", "สถานีตำรวจขนาดใหญ่", Fit.CONTRADICTS),
        ("หมวด 4", "การจัดการความรู้ขององค์กร", Fit.COMPATIBLE),
        ("หมวด 4 การจัดการความรู้ขององค์กร", "การจัดการความรู้ขององค์กร", Fit.AGREES),
        ("หมวด 4 การจัดการความรู้ขององค์กร", "การมุ่งเน้นบุคลากร", Fit.CONTRADICTS),
        ("หมวด 4", "หมวด 5", Fit.CONTRADICTS),
    ],
)
def test_categories(one, other, fit):
    assert same_part(None, one, None, other) is same_part(None, other, None, one) is fit


def test_a_prize_of_a_programme():
    assert is_one_part("รางวัล PMQA", "คุณภาพการบริหารจัดการภาครัฐ")
    assert not is_one_part("รางวัล PMQA", "บริการภาครัฐ")


def test_words_of_two_languages():
    assert rendering("เรือนจำกลางดอนลาน", "don lan central prison").sure
    assert not rendering("เรือนจำกลางดอนลาน", "don kaeo central prison").sure
    assert in_common("ผู้พิการ", "disabled persons") == (2, 2)


def telling(outlet, award, category, recipient, **further):
    fields = dict.fromkeys(Telling.__slots__) | {"recipient_kind": "organisation", "published": "2024-09-02", "year": 2024}
    return Telling(
        **(
            fields
            | {"outlet": outlet, "article_id": outlet, "award": award, "category": category, "recipient": recipient}
            | further
        )
    )


def test_a_category_that_is_the_kind_of_recipient_tells_nothing_more():
    told = telling("a", "รางวัล ITA Awards", "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนตำบลดอนลาน")
    assert compare_conferrals(told, telling("b", "ITA Awards", None, "อบต.ดอนลาน")).decision == "same"
    assert compare_conferrals(told, telling("b", "ITA Awards", None, "อบต.ดอนแก้ว")).decision != "same"
    elsewhere = (told_in(told, "เลย"), told_in(telling("b", "ITA Awards", None, "อบต.ดอนลาน"), "ตาก"))
    assert compare_conferrals(*elsewhere).decision == "different"


def told_in(told, province):
    return Telling(**{name: getattr(told, name) for name in Telling.__slots__} | {"province": province})


def test_a_prize_and_its_programme_may_be_one_conferral_of_the_same_body():
    programme = telling("a", "รางวัลเลิศรัฐ", "บริการ", "กรมริมน้ำ", branch="PMQA 4.0", level="พัฒนาจนเกิดผล")
    prize = telling("b", "รางวัลคุณภาพการบริหารจัดการภาครัฐ 4.0", None, "กรมริมน้ำ", level="พัฒนาจนเกิดผล")
    assert VAGUE in compare_conferrals(programme, prize).reasons  # joins where the body has no other prize of the programme
    other = telling("c", "รางวัลคุณภาพการบริหารจัดการภาครัฐ 4.0", None, "กรมริมน้ำ", level="พัฒนาจนเกิดผล", year=2023)
    assert compare_conferrals(programme, other).decision == "different"
