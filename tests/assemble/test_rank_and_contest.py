"""A rank and the contest that it was won in, with whatever a clause may tell between them."""

from __future__ import annotations

from itertools import product

import pytest

from extractor.pipeline import extract

WINNERS = {"โรงเรียนบ้านนาดี": "โรงเรียนบ้านนาดี", "นายมานพ ศรีทอง": "มานพ ศรีทอง"}
RANKS = {"คว้ารางวัลชนะเลิศ": "ชนะเลิศ", "ได้รับรางวัลรองชนะเลิศอันดับ 1": "รองชนะเลิศอันดับ 1", "คว้าเหรียญทอง": "เหรียญทอง"}
CONTESTS = {
    "การประกวดนวัตกรรมลุ่มน้ำ": "การประกวดนวัตกรรมลุ่มน้ำ",
    "ในการแข่งขันหุ่นยนต์ลุ่มน้ำ ประจำปี 2566": "การแข่งขันหุ่นยนต์ลุ่มน้ำ",
    "จากเวที Mekong Robot Contest 2023": "Mekong Robot Contest",
}
BETWEEN = (
    "",
    "ระดับประเทศ",
    "ระดับมัธยมศึกษาตอนปลาย",
    "พร้อมเงินรางวัล 10,000 บาท",
    "พร้อมโล่และเกียรติบัตร",
    "และเกียรติบัตร",
    "ประเภททีม",
    "ประเภททีมชาย ระดับประถมศึกษา",
    "รุ่นอายุไม่เกิน 15 ปี",
    "จากผู้เข้าแข่งขันกว่า 100 ทีม",
    "จากผู้เข้าประกวดทั้งหมด 35 ทีมทั่วประเทศ",
    "มาครองได้สำเร็จ",
    "ไปครอง",
    "เป็นปีที่ 3 ติดต่อกัน",
    "2 ปีซ้อน",
    "ด้วยคะแนน 98 คะแนน",
    "ในหัวข้อ “โลกสวยด้วยมือเรา”",
    "ด้านนวัตกรรม",
    "ด้วยผลงาน “เครื่องคัดข้าว”",
    "เหนือคู่แข่งจาก 10 ประเทศ",
    "ได้เป็นผลสำเร็จ",
    "สมัยที่ 2",
    "ถ้วยพระราชทานสมเด็จพระเทพรัตนราชสุดาฯ",
    "สร้างชื่อเสียงให้จังหวัดน่าน",
    "ให้กับประเทศไทย",
    "เมื่อวันที่ 5 มีนาคม 2566",
    "จากสมาคมวิทยาศาสตร์นาดี",
    "อย่างเป็นทางการ",
    "เป็นครั้งแรก",
    "(ระดับทีม)",
)


@pytest.mark.parametrize("between", BETWEEN, ids=lambda between: between or "nothing")
def test_both_are_of_one_conferral(between: str) -> None:
    for (winner, named), (won, level), (told, contest) in product(WINNERS.items(), RANKS.items(), CONTESTS.items()):
        text = " ".join(filter(None, (winner, won, between, told)))
        found = [
            (a.award and a.award.text, a.level and a.level.text, a.recipient and a.recipient.text) for a in extract(text).awards
        ]
        assert found == [(contest, level, named)], text


def test_what_is_told_next_is_of_another() -> None:
    text = "โรงเรียนบ้านนาดีคว้ารางวัลชนะเลิศ และเตรียมเดินทางไปร่วมการแข่งขันหุ่นยนต์ลุ่มน้ำ"
    assert not [award for award in extract(text).awards if award.award is not None]


@pytest.mark.parametrize("between", ["พร้อมเงินรางวัล 10,000 บาท", "พร้อมโล่และเกียรติบัตร", "ด้วยคะแนน 98 คะแนน", "เป็นปีที่ 3 ติดต่อกัน"])
@pytest.mark.parametrize(
    "told",
    [
        "ผู้ว่าฯ มอบรางวัลชนะเลิศ {} การประกวดนวัตกรรมลุ่มน้ำ ให้แก่ทีมน้ำใส และรางวัลรองชนะเลิศอันดับ 1 ให้แก่ทีมฟ้าคราม",
        "รางวัลชนะเลิศ {} การประกวดนวัตกรรมลุ่มน้ำ ตกเป็นของทีมน้ำใส ส่วนรางวัลรองชนะเลิศอันดับ 1 เป็นของทีมฟ้าคราม",
    ],
)
def test_both_are_of_one_conferral_where_no_winner_is_told_before(told: str, between: str) -> None:
    found = {(a.level and a.level.text, a.recipient and a.recipient.text) for a in extract(told.format(between)).awards}
    assert found == {("ชนะเลิศ", "ทีมน้ำใส"), ("รองชนะเลิศอันดับ 1", "ทีมฟ้าคราม")}
