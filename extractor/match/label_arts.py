"""Classes of the arts that an article tells in a row, or with whom marks call behind them.

7 รางวัล อาทิ ภาพยนตร์ยอดเยี่ยม, ผู้กำกับยอดเยี่ยม “ก ข” และเพลงยอดเยี่ยม · นักแสดงนำหญิงยอดเยี่ยม “ค ง” จาก …
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.match.label import Label
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# 7 รางวัล อาทิ |ภาพยนตร์ยอดเยี่ยม, ผู้กำกับยอดเยี่ยม “ก ข” และ|เพลงยอดเยี่ยม: classes of the arts that are listed as won
_ROW_OPENS = re.compile(r"รางวัล[^\n]{0,60}?(?:อาทิ|ได้แก่|ประกอบด้วย|คือ|เช่น|ไม่ว่าจะเป็น)[ ]*$")
_ROW_GOES_ON = re.compile(
    r"[ ]?(?:[“\"‘'][^”\"’'\n]{2,40}[”\"’'])?"
    r"[ ]?(?:\([^()\n]{2,50}\))?[ ]?(?:,[ ]?(?:และ[ ]?)?|และ[ ]?|(?<=[ )]))(?:สาขา)?$"
)
# what such a class begins with
_ARTS = (
    "ภาพยนตร์|หนัง(?!สือ)|สารคดี|อัลบั้?ม|มิวสิค?วิดีโอ|ละคร|ซีรีส์|เพลง|บท"
    "|นัก(?:แสดง|ร้อง)|ผู้(?:กำกับ|แสดง)|ดารา|กำกับ|ลำดับ|ถ่ายภาพ|ดนตรี|เทคนิค|บันทึกเสียง|แต่งหน้า"
)
_CLASS = re.compile(rf"(?P<name>(?:{_ARTS}|หนัง|ผู้เขียน|ออกแบบ|ศิลปิน|วง|มิวสิก|พิธีกร|รายการ|โปรดิวเซอร์)[ก-๎ ]{{0,36}}?)$")
_CLASS_ENDS = re.compile(
    rf"[ ]?(?:,|และ|[“\"‘'(]|จาก|$|\n)|[ ](?=(?:{_ARTS}|ออกแบบ|ศิลปิน|มิวสิก|พิธีกร|โปรดิวเซอร์)[ก-๎]{{0,36}}(?:ยอดเยี่ยม|ดีเด่น|ยอดนิยม|แห่งปี))"
)
# ภาพยนตร์ยอดเยี่ยม |ผู้กำกับ(ยอดเยี่ยม): where the last class of a row begins
_LAST_CLASS = re.compile(r"(?:ยอดเยี่ยม|ดีเด่น|ยอดนิยม|แห่งปี)[ ]+(?=[ก-ฮเ-ไ][ก-๎ ]*$)")


def class_in_row(text: str, place: int, end: int, last: int) -> Label | None:
    """The class of an art that ends with the word at `place`, in a row of such; `last`: where the one before ended."""
    if _CLASS_ENDS.match(text, end) is None:
        return None
    begin = max(place - 44, last, 0) if last >= 0 else max(place - 44, 0)
    named = _CLASS.search(text, begin, place)
    if named is None:
        return None
    start = named.start("name")
    if (before := _LAST_CLASS.search(text, start, place)) is not None:
        start = before.end()
    if not (_ROW_OPENS.search(text, max(0, start - 90), start) or (last >= 0 and _ROW_GOES_ON.fullmatch(text, last, start))):
        return None
    return Label("category", start, end, "category.best", start, end)


# รางวัลเทคนิคพิเศษยอดเยี่ยม
PRIZE_OF_CLASS = re.compile(rf"รางวัล(?:{_ARTS})[ก-๎]{{0,30}}?ยอดเยี่ยม")

# นักแสดงนำหญิงยอดเยี่ยม| “ใบตาล มาลี”
_PERFORMERS = r"(?:นัก(?:แสดง|ร้อง|พากย์)|ผู้(?:กำกับ|แสดง)|ดารา|พิธีกร|ศิลปิน)[ก-๎]{0,30}?"
_PERFORMER = re.compile(_PERFORMERS + "$")
PERFORMER_CLASS = re.compile(_PERFORMERS + r"(?:ยอดเยี่ยม|ดีเด่น|ยอดนิยม|แห่งปี)")
MARKED = re.compile(r"[ ]?[“\"‘'](?P<name>[ก-ฮเ-ไ][ก-๎. -]{2,40})[”\"’']")


def is_of_marked(text: str, place: int, end: int) -> bool:
    """Whether a class of performers ends at `end`, with the word at `place`, and one of them is named in marks behind it."""
    return MARKED.match(text, end) is not None and _PERFORMER.search(text, max(0, place - 44), place) is not None


# ผู้กำกับภาพยนตร์ยอดเยี่ยม| มาลี ทองนา (ป่าสองสี) และ|นักแสดงสมทบหญิงยอดเยี่ยม| ฟ้าใส ใจดี: classes beside their winners, two at least
_BEST_OF = Words("ยอดเยี่ยม|ดีเด่น|ยอดนิยม|แห่งปี|ทรงคุณค่า|ดาวซัลโว|ทำประตูสูงสุด|MVP")
_BEST_WORD = re.compile("ยอดเยี่ยม|ดีเด่น|ยอดนิยม|แห่งปี|ทรงคุณค่า|ทำประตูสูงสุด")
# classes that are one word, and what may follow on a class
_WHOLE_CLASS = re.compile(r"(?:(?<=Finals )|(?<=Final )|(?<=Series )|(?<![A-Za-z]))MVP(?![A-Za-z])|(?:รอง)?ดาวซัลโว(?:สูงสุด)?")
_OF_EVENT = re.compile(
    r"(?:ประจำ(?:ทัวร์นาเมนต์|รายการ|ฤดูกาล|การแข่งขัน|รอบชิงชนะเลิศ|นัด(?:ชิง(?:ชนะเลิศ)?)?|เดือน|ศึก|สนาม)|ในรอบชิงชนะเลิศ)?"
    r"(?P<gloss>[ ]?\([A-Z][A-Za-z .’'-]{2,28}\))?"
)
KIND_OF_ONE = (
    r"(?:นัก(?:แสดง|ร้อง|เตะ|กีฬา|พากย์|เขียน|บาส|วอลเลย์|ฟุต|ดนตรี)|ผู้(?:กำกับ|แสดง|ประกาศ|บรรยาย|เล่น|ฝึกสอน|รักษาประตู|เขียนบท|ดำเนินรายการ|ตัดสิน)"
    r"|ดารา(?!จักร|ศาสตร์)|พิธีกร|ศิลปิน|วงดนตรี|โค้ช|กองหน้า|กองหลัง|กองกลาง|ดาวรุ่ง|ภาพยนตร์|หนัง(?!สือ)|สารคดี|อัลบั้?ม|ละคร|ซีรีส์|เพลง|มิวสิค?วิดีโอ"
    r"|ตัว(?=ตบ|เซต|รับ|รุก|บล็อก|แบ็ก|ทำเกม)|ลิเบโร|บอลเร็ว|หัวเสา|มือ(?=ตบ|เซต|ยิง|เสิร์ฟ|กีตาร์|กลอง|เบส|กาว)|ปีก(?=ซ้าย|ขวา|ยอด)|แบ็ก|เซนเตอร์|กองกลาง|กุนซือ|แข้ง|ดาวยิง|นายทวาร"
    r"|บท(?:ภาพยนตร์|ละคร|โทรทัศน์|ซีรีส์)|กำกับ(?:ภาพ|ศิลป์)|ลำดับภาพ|ถ่ายภาพ|ดนตรีประกอบ|เทคนิคพิเศษ|บันทึกเสียง|แต่งหน้า|ออกแบบ|รายการ|โปรดิวเซอร์|ประตู|ทีม)"
)
# persons of one class: what its name begins with, and such a name behind another's winner
_PERSONS = (
    r"(?:นัก(?:แสดง|ร้อง|เตะ|กีฬา|พากย์|เขียน|บาส|วอลเลย์|ฟุต|ดนตรี)|ผู้(?:กำกับ(?!ดนตรี)|แสดง|ประกาศ|บรรยาย|เล่น|ฝึกสอน|รักษาประตู|เขียนบท|ดำเนินรายการ|ตัดสิน|ทำประตู)"
    r"|ดารา(?!จักร|ศาสตร์)|พิธีกร|ศิลปิน(?!กลุ่ม|คู่)|โค้ช|กองหน้า|กองหลัง|กองกลาง|ดาวรุ่ง|ดาวยิง|ดาวซัลโว|รองดาวซัลโว|โปรดิวเซอร์"
    r"|ตัว(?=ตบ|เซต|รับ|รุก|บล็อก|แบ็ก|ทำเกม)|ลิเบโร|บอลเร็ว|หัวเสา|มือ(?=ตบ|เซต|ยิง|เสิร์ฟ|กีตาร์|กลอง|เบส|กาว)"
    r"|ปีก|แบ็ก|เซนเตอร์|กุนซือ|แข้ง|นายทวาร|(?:Finals?[ ]|Series[ ])?MVP)"
)
OF_ONE = re.compile(rf"{_PERSONS}[^\n“”\"]{{0,60}}")
CLASS_NEXT = rf"(?:รางวัล)?{KIND_OF_ONE}[ก-๎]{{0,30}}(?:ยอดเยี่ยม|ดีเด่น|ยอดนิยม|แห่งปี|ทรงคุณค่า)|ดาวซัลโว|MVP"
_CLASS_OF_ONE = sought(
    rf"(?:^|(?<=[\s(,:•–-])|(?<=โดย)|(?<=และ)|(?<=ส่วน)|(?<=ขณะที่)|(?<=ด้าน))(?P<name>{KIND_OF_ONE}[ก-๎]{{0,26}})$"
)
_ITS_WINNER = re.compile(
    r"[ ]?(?:ได้แก่|คือ|ตกเป็นของ|เป็นของ)[ ]{0,2}(?=[“\"‘'A-Zก-ฮเ-ไ])"
    r"|[ ]{1,2}[–—:-][ ]?(?=[“\"‘'A-Zก-ฮเ-ไ])"
    r"|[ ](?:[“\"‘'][^”\"’'\n]{1,40}[”\"’']|(?!ประจำ|ครั้งที่|ปี|จาก|ใน|ที่|และ|ของ|ระดับ|ประเภท|สาขา|ด้าน|ให้)"
    r"[ก-ฮเ-ไ][ก-๎]{1,18}[ ][ก-ฮเ-ไ][ก-๎]{2,20})"
    r"(?=[ ]?(?:[(,/]|จาก|\n|$)|[ ](?:และ|ส่วน|[ก-๎]{3,40}(?:ยอดเยี่ยม|ดีเด่น|แห่งปี|ยอดนิยม)))"
)
_FINALS = ("Finals ", "Final ", "Series ")
_BEFORE_CLASS, _SAME_ROW = 46, 170
_AFTER = re.compile(r"(?:^|[\s(,:•–-]|โดย|และ|ส่วน|ขณะที่|ด้าน)$")
_NO_CLASS = re.compile("ได้|คว้า|รับ|รางวัล|เป็น(?!ต้น)|ที่|และ|จาก|ว่า")


def classes_of_winners(text: str, since: int) -> Iterator[Label]:
    """Classes of the arts and of sport, each right before its winner, two at least in a row behind `since`, where a prize is."""
    row: list[Label] = []
    for place in _BEST_OF.find(text):
        if place < since:
            continue
        whole = _WHOLE_CLASS.match(text, place)
        word = whole or _BEST_WORD.match(text, place)
        if word is None:
            continue
        end = _OF_EVENT.match(text, word.end()).end()  # type: ignore[union-attr]  # it matches nothing, too
        named = _CLASS_OF_ONE.search(text, max(0, place - _BEFORE_CLASS), place) if whole is None else None
        start = place if named is None else named.start("name")
        if whole is not None:
            start -= next((len(before) for before in _FINALS if text.endswith(before, 0, start)), 0)
        elif named is None or _NO_CLASS.search(named["name"]):
            continue
        if _ITS_WINNER.match(text, end) is None or (whole is not None and _AFTER.search(text, max(0, start - 10), start) is None):
            continue
        if row and (start - row[-1].end > _SAME_ROW or "\n" in text[row[-1].end : start]):
            yield from row if len(row) > 1 else ()
            row = []
        row.append(Label("category", start, end, "category.class", start, end))
    yield from row if len(row) > 1 else ()


# รางวัลตุ๊กตาทอง |ดาราสมทบชายยอดเยี่ยม| จากเรื่อง “ก”
_CLASS_BEHIND = re.compile(
    rf"[ ]?(?P<name>(?!รายการ|ทีม|ประตู){KIND_OF_ONE}[ก-๎]{{0,30}}?(?:ยอดเยี่ยม|ดีเด่น|ยอดนิยม|แห่งปี))"
    r"(?=[ \n,)”\"(]|$|จาก|ใน|ประจำ|ปี|ครั้ง|ไป|มา|และ|พร้อม|ได้แก่|คือ|ให้|แก่)"
)
_CLASS_WORD = re.compile("ยอดเยี่ยม|ดีเด่น|ยอดนิยม|แห่งปี")


def classes_behind(text: str, awards: Sequence[Label]) -> Iterator[Label]:
    """The class of an art right behind the name of the prize that was won in it: รางวัลตุ๊กตาทอง |ดาราสมทบชายยอดเยี่ยม."""
    for award in awards:
        found = _CLASS_BEHIND.match(text, award.until)
        if found is not None and _CLASS_WORD.search(text, award.start, award.end) is None:
            yield Label("category", *found.span("name"), "category.class", *found.span("name"))


# รางวัลเหรียญทอง |ครูผู้สอนยอดเยี่ยม| ระดับประถมศึกษา
_WHO_BEHIND = re.compile(
    r"[ ](?P<name>(?:ครู|(?:รอง)?ผู้(?:อำนวยการ|บริหาร|สอน)|ศึกษานิเทศก์|บุคลากร|สถานศึกษา|นักเรียน|หน่วยงาน|องค์กร)[ก-๎]{0,30}?"
    r"(?:ยอดเยี่ยม|ดีเด่น)"
    r"(?:[ ](?:ประเภท|ด้าน|ระดับ|ขนาด|กลุ่ม)[ก-๎]{2,40}){0,3})(?=[ ](?:สังกัด|จาก|ใน|ประจำ|ปี|ครั้ง|สาขา|การ)|\n|$)"
)


def classes_of_rank(text: str, levels: Sequence[Label]) -> Iterator[Label]:
    """The class of people or bodies right behind the rank that was won in it: เหรียญทอง |ครูผู้สอนยอดเยี่ยม."""
    for level in levels:
        found = _WHO_BEHIND.match(text, level.until) if text.startswith(" ", level.until) else None
        if found is not None:
            yield Label("category", *found.span("name"), "category.class", *found.span("name"))
