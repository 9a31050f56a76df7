"""Stages that stand right behind a prize of theirs, with no word between: รางวัลพิธีกรยอดเยี่ยม |โทรทัศน์ทองคำ ครั้งที่ 38.

Such a prize is only of a class (นักแสดงนำยอดเยี่ยม, ผู้เล่นทรงคุณค่า, ดาวซัลโว) and names no programme; the stage is the award.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.match.label import Label
from extractor.match.label_arts import KIND_OF_ONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PRIZE = "รางวัล"
# of the arts and of sport, so that any name behind it that a year or number follows is its stage's
_OF_ONE = (
    rf"(?:(?!รายการ|ทีม){KIND_OF_ONE}|นัก(?:มวย|กอล์ฟ|วิ่ง|ว่าย|ปั่น|แบด|เทนนิส|ตบ|เซปัก|ตะกร้อ|ฟันดาบ)"
    r"|มือ(?=ยิง|ตบ|เซต|กีตาร์|กลอง|เบส)|ตัว(?=ตบ|เซต|รับ|รุก)"
    r"|ปีก|วง(?=ดนตรี|ร็อก|ลูกทุ่ง)|ชุด(?=ประจำ|ราตรี|ไทย|ว่ายน้ำ))[ก-๎]{0,26}?(?:ยอดเยี่ยม|ดีเด่น|ยอดนิยม|ทรงคุณค่า|แห่งปี)"
    r"|ดาวซัลโว(?:สูงสุด)?|ผู้เล่นทรงคุณค่า|ผู้ทำประตูสูงสุด"
)
CLASS_PRIZE = re.compile(rf"รางวัล[ ]?[“\"]?(?:{_OF_ONE})[”\"]?(?:[ ]?\([A-Z][A-Za-z ]{{1,24}}\))?(?![ก-๎])")
_DATED = r"(?=[ ]?[”\"]?[ ]?(?:ครั้งที่[ ]?\d|ประจำ(?:ปี|ฤดูกาล)|ฤดูกาล|ปี[ ]?\d|(?:19|20|25)\d\d(?!\d)))"
_CONTEST_WORD = (
    r"(?:คัพ|ลีก|โอเพ่?น|มาสเตอร์ส?|เกมส์|อวอร์ดส?์?|แชมเปี้?ย[นน]ชิพส?|ทัวร์|กรังด์?ปรีซ์|ซีรีส์|เฟสติวัล|เฟสต์?"
    r"|Cup|League|Open|Masters|Games|Awards?|Championships?|Tour|Festival)"
)
_CONTEST_WORDS = rf"{_CONTEST_WORD}(?:[ ]{_CONTEST_WORD}){{0,2}}"
_NO_STAGE = (
    r"(?!โรงเรียน|มหาวิทยาลัย|วิทยาลัย|บริษัท|ธนาคาร|สมาคม|มูลนิธิ|กรม|กระทรวง|สำนัก|เทศบาล|อบ[ตจ]|องค์การ|จังหวัด|อำเภอ|ตำบล|ภาค|เขต|กลุ่ม|ระดับ|ประเภท|สาขา"
    r"|ด้าน|จาก|ใน|ของ|โดย|ให้|แก่|แด่|และ|ประจำ|ครั้ง|ปี|นาย|นาง|น\.ส|ด\.[ชญ]|ดร\.|ได้|คือ|เป็น|ทีม|จำนวน|พร้อม"
    r"|มา(?=[ ]|ครอง|ได้)|ไป(?=[ ]|ครอง)|ที่|อีก|ต่อ|ส่วน|ขณะ|ด้วย|ซึ่ง|ณ[ ]|เมื่อ|แห่ง|รุ่น"
    r"|รอบ|ฝ่าย|ชาย|หญิง|คน|เนื่อง|วัน|ตกเป็น|หลัง|ก่อน|คว้า|รับ|รางวัล|ขนาด|หมวด|สำหรับ|เพื่อ|สถาบัน|ศูนย์|หน่วย|ชมรม|สภา|รวม|ถือ|นับ|ทั้ง|ไม่|จึง|ตาม|ระหว่าง|นอกจาก)"
)
_WORDS = r"[ก-ฮเ-ไA-Z][^\s,;:“”\"()]{1,30}(?:[ ](?!ครั้งที่|ประจำ|ปี|ฤดูกาล|จาก|ใน|และ|\d)[ก-ฮเ-ไA-Z][^\s,;:“”\"()]{1,24}){0,4}"
# |ศึก|ฟุตซอลลุ่มน้ำลีก| 2566 · |เวที|คมดาบ อวอร์ดส์ · ฟุตบอลนาดีคัพ
_STAGE = re.compile(
    rf"[ ](?:(?:ใน|จาก)?(?:ศึก|เวที|งาน(?:ประกาศ(?:ผล)?รางวัล)?)[ ]?[“\"]?{_NO_STAGE}(?P<led>{_WORDS}?)"
    rf"(?:{_DATED}|(?=[”\"\n]|$|[ ](?:จาก|ใน|มา|ไป|ที่|และ|ซึ่ง|ด้วย)))"
    rf"|{_NO_STAGE}(?P<contest>{_WORDS}?{_CONTEST_WORDS})(?=[ \n”\"]|$)"
    rf"|{_NO_STAGE}(?P<dated>{_WORDS}?){_DATED})"
)


def class_end(text: str, start: int) -> int | None:
    """Where a prize that is only of a class ends, when its stage stands right behind."""
    prize = CLASS_PRIZE.match(text, start)
    return None if prize is None or _STAGE.match(text, prize.end()) is None else prize.end()


def stages_behind(text: str, labels: Sequence[Label]) -> Iterator[Label]:
    """The stage right behind each prize of a class: รางวัลดาวซัลโวสูงสุด ศึก|ฟุตซอลลุ่มน้ำลีก| 2566."""
    for label in labels:
        prize = CLASS_PRIZE.match(text, label.start) if label.rule == "award.named" else None
        stage = _STAGE.match(text, label.until) if prize is not None and prize.end() == label.until else None
        if stage is not None:
            start, end = next(stage.span(name) for name in ("led", "contest", "dated") if stage[name] is not None)
            yield Label("award", start, end, "award.stage", stage.start() + 1, end)


_TO_STAGE = re.compile(r"[ ](?:(?:ใน|จาก)?(?:ศึก|เวที|งาน(?:ประกาศ(?:ผล)?รางวัล)?|รายการ)[ ]?)?[“\"]?")


def under_stages(text: str, labels: Sequence[Label]) -> list[Label]:
    """The labels, each prize of a class as a category where the award that follows is the stage that it was given on."""
    kept = list(labels)
    for at, label in enumerate(kept[:-1]):
        after = kept[at + 1]
        if label.rule != "award.named" or after.kind != "award" or _TO_STAGE.fullmatch(text, label.until, after.start) is None:
            continue
        if CLASS_PRIZE.fullmatch(text, label.start, label.until) is not None:
            start = label.start + len(_PRIZE)
            start += len(text[start : label.end]) - len(text[start : label.end].lstrip(' “"'))
            end = label.start + len(text[label.start : label.end].rstrip('”"'))
            kept[at] = replace(label, kind="category", start=start, end=end, rule="category.sub_award")
    return kept


# Mekong Green Awards| 2023 มอบ|รางวัล Best Water Saver ให้แก่กรม ก: one of the programme's prizes
_GIVES = re.compile(r"[”\"’)]?(?:[ ]?(?:ประจำปี|ปี)?[ ]?(?:พ\.ศ\.[ ]?)?\d{4})?[ ]?(?:ยัง)?(?:ได้)?มอบ")
_PRIZE_WORD = re.compile(r"(?:โล่)?รางวัล[ ]?")
# กรม ก ซึ่ง|ได้รับ|รางวัล A ประจำปี 2566 มอบรางวัล B: who has won one prize gives another
_RECEIVED = ("ได้รับ", "ได้รับ ", "คว้า", "คว้า ", "เจ้าของ", "เจ้าของ ", "ชนะ", "เคยรับ")


def given_by_programme(text: str, labels: list[Label]) -> list[Label]:
    """The labels, with a prize that a programme is told to give as its category: Mekong Awards 2023 มอบรางวัล |ก| ให้แก่ …."""
    before: Label | None = None
    kept: list[Label] = []
    for label in labels:
        word = _PRIZE_WORD.match(text, label.start, label.end) if label.kind == "award" and label.row is None else None
        gives = before is not None and word is not None and _GIVES.fullmatch(text, before.until, label.outer) is not None
        if before is not None and word is not None and gives and not text.endswith(_RECEIVED, 0, before.outer):
            kept.append(replace(label, kind="category", start=word.end(), rule="category.given"))
            continue
        before = label if label.kind == "award" else before
        kept.append(label)
    return kept
