"""Fields and regions that a list of winners is divided into (ด้านการศึกษา, ภาคเหนือ): known by standing alike, over winners."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.match.label import Label
from extractor.patterns import looked_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# whom a list of winners names
WINNER = (
    r"[“\"]?(?:จังหวัด|จ\.|บ้าน|ชุมชน|หมู่บ้าน|ตำบล|อำเภอ|โรงเรียน|วิทยาลัย|มหาวิทยาลัย|เทศบาล|องค์การบริหาร|อบต|บริษัท|ห้าง|สหกรณ์|วิสาหกิจ"
    r"|เด็กชาย|เด็กหญิง|ด\.ช|ด\.ญ|นาย|นาง|คุณ|ทีม|กลุ่ม|โรงพยาบาล|รพ\.|จุฬาลงกรณ์|หจก|บมจ|บจก|ทต\.|ทม\.|ศูนย์|สำนักงาน|กรม|กระทรวง|สถาบัน|สถานี|สมาคม|มูลนิธิ|องค์การ"
    r"|การ(?:ไฟฟ้า|ประปา|ท่าเรือ|ทาง)|ธนาคาร|คณะ|ดร\.|[ศรผ]ศ\.|พล|ว่าที่|รางวัล|ชนะเลิศ)"
)
# … and where a mark or word has opened their place, also those that a word of a field may begin like
_ANY_WINNER = rf"(?:{WINNER}|[“\"]|วัด|อบจ|อุทยาน|เรือนจำ|ร้าน|ไร่|โรงแรม|ตลาด|ป่า|ผลงาน|โครงการ|น\.ส\.|[A-Z])"
RANK = r"(?:โล่|ถ้วย)?(?:รางวัล|(?:รอง)?ชนะเลิศ|เหรียญ|อันดับ|ระดับ(?=ดี|เหรียญ|ยอดเยี่ยม|ชมเชย|ชนะเลิศ))"
_MARK = r"(?:[-–•✅*■●▪◆]{1,2}|\(?[\d๐-๙]{1,2}(?:\.\d)?[.)])?"
_COUNT = r"(?:[ ]*(?:จำนวน|รวม|มี)?[ ]*\d{1,3}[ ]?[ก-๎]{2,10})?"
# what leads over from a field to who has won in it
_LEADS_OVER = rf"""
    [ ]+{WINNER}
  | {_COUNT}[ ]*(?:ได้แก่|คือ(?=[ ])|อาทิ|[:：–—]|(?<=[ ])-(?=[ ])|(?:มอบ|ตก)?เป็นของ|ประกอบด้วย)[ ]*{_MARK}[ ]*{_ANY_WINNER}
  | [ ](?:มี)?ผู้(?:ที่)?(?:ได้รับ|ชนะ)[^\n]{{0,30}}?(?:ได้แก่|คือ|ดังนี้)
  | [ ](?:ได้)?รับ(?:เงิน|โล่)[^\n]{{0,40}}?(?:ได้แก่|คือ)
  | [ ]*(?:[:：]|ได้แก่|ดังนี้|คือ)?[ ]*\n[ ]*{_MARK}[ ]*(?:{_ANY_WINNER}|{RANK})
  | [ ]{RANK}
  | [ ]ผลงาน[ ]?[“"ก-ฮเ-ไA-Z]
"""
SIDE = r"(?:เหนือ|ใต้|กลาง|อีสาน|ตะวันออกเฉียงเหนือ|ตะวันออก|ตะวันตก)(?:ตอน(?:บน|ล่าง|กลาง))?"
_FIELD_WORD = Words("ด้าน|ภาค|กลุ่ม|กลุ่มภาค|กลุ่มจังหวัดภาค|เขตภาค")
_FIELD = re.compile(
    rf"""
    (?: (?:กลุ่ม(?:จังหวัด)?|เขต)?ภาค{SIDE}(?:(?:และ|[ ]?,[ ]?)(?:ภาค)?{SIDE}){{0,2}}
      | ด้าน(?!นาย|นาง|ดร\.|พล(?![ังาศเ])|รอง|ผู้(?:ว่า|อำนวย|จัดการ|บริหาร|บัญชา|แทน|ช่วย|กำกับ|ฝึก|เข้า|ชนะ|ได้)
          |ปลัด|อธิบดี|หน้า|หลัง|ล่าง|บน)[ก-ฮเ-ไ](?:(?![ ](?:ผลงาน|เรื่อง|โดย[ ]))[ก-๎ ]){{2,44}}? )
    (?={looked_at(_LEADS_OVER, re.VERBOSE)})
  | กลุ่ม(?!ที่|ทอ|แม่บ้าน|วิสาหกิจ|อาชีพ|เกษตรกร|สตรี|ออม|จังหวัด|จักสาน)[ก-ฮเ-ไ][ก-๎]{{2,30}}
    (?={_COUNT}[ ]*(?:ได้แก่|คือ(?=[ ])|[:：])[ ]*{_MARK}[ ]*{_ANY_WINNER})
    """,
    re.VERBOSE,
)
# |สิ่งประดิษฐ์|ด้านการเกษตร
_OF_WHAT = r"(?:ผลงาน|สิ่งประดิษฐ์|นวัตกรรม|โครงงาน|งานวิจัย)?"
_AFTER_OPENER = rf"[ ]*(?:\n[ ]*)?{_MARK}[ ]*{_OF_WHAT}$"
_OF_PRIZES = Words("รางวัล|โล่|ยกย่อง|เชิดชู|ดีเด่น|เกียรติคุณ|ประกวด|แข่งขัน")
_OPENS_FIELDS = re.compile(
    r"(?:รางวัล|โล่|ยกย่อง|เชิดชู|ดีเด่น|เกียรติคุณ|ประกวด|แข่งขัน)[^\n]{0,160}"
    rf"(?:ได้แก่|คือ|ประกอบด้วย|ดัง(?:ต่อไป)?นี้|แบ่ง(?:ออก)?เป็น|ปรากฏว่า|:|\d{{1,2}}[ ]?(?:ด้าน|สาขา|ภาค|กลุ่ม)(?=[ ])){_AFTER_OPENER}"
)
# … ⏎โดยแบ่งเป็น 3 ด้าน ดังนี้ |ด้าน…: of the prize told of above, for nothing else is said to be divided
_DIVIDED = re.compile(
    r"\n[ ]*(?:โดย|ทั้งนี้|ซึ่ง)?[ ]?(?:ได้)?แบ่ง(?:ออก)?เป็น[ ]?\d{1,2}[ ]?(?:ด้าน|ประเภท|สาขา|กลุ่ม|ภาค)"
    rf"[ ]*(?:ได้แก่|คือ|ดังนี้|ประกอบด้วย|:){_AFTER_OPENER}"
)
_NEXT_FIELD = re.compile(rf"(?:[,;]|และ|[ ][-–•]?|[\d๐-๙][.)])[ ]*{_OF_WHAT}$")
_BEGINS_LINE = re.compile(rf"\n[ ]*{_MARK}[ ]*{_OF_WHAT}$")
# … ประจำปี 2566| - |ด้านการเกษตร รางวัลชนะเลิศ ได้แก่ …
_MARKED = re.compile(rf"[ ]{_MARK}[ ]*")
_LEAST_FIELDS = 2
# characters before a line of a list within which an award is named, and from one field to the next
_ABOVE, _REACH = 300, 700


def find_fields(text: str, awards: Sequence[int]) -> Iterator[Label]:
    """Fields of a list, each with its winner behind it or below: two at least, the first where a list of winners begins.

    Args:
        text: the clean text.
        awards: where awards and their years end, in order.
    """
    row: list[re.Match[str]] = []
    for place in _FIELD_WORD.find(text):
        if not row and not _may_open(text, place, awards):
            continue
        match = _FIELD.match(text, place)
        if match is None:
            continue
        by_line = _BEGINS_LINE.search(text, max(0, place - 26), place) is not None
        if row and _goes_on(text, row[-1].end(), place, by_line=by_line):
            row.append(match)
            continue
        yield from _of_fields(row)
        row = [match] if _opens(text, place, awards, by_line=by_line) else []
    yield from _of_fields(row)


def _may_open(text: str, place: int, awards: Sequence[int]) -> bool:
    """Whether what a list of winners begins behind stands near enough before `place`."""
    at = bisect_left(awards, place + 1) - 1
    return (at >= 0 and place - awards[at] <= _ABOVE) or _OF_PRIZES.within(text, place - 190, place)


def _opens(text: str, place: int, awards: Sequence[int], *, by_line: bool) -> bool:
    """Whether a list of winners begins at `place`: behind what opens one, behind the award itself, or in a line below it."""
    if _OPENS_FIELDS.search(text, max(0, place - 190), place) is not None:
        return True
    at = bisect_left(awards, place + 1) - 1
    if at < 0:
        return False
    divided = by_line or _DIVIDED.search(text, max(0, place - 60), place) is not None
    return place - awards[at] <= (_ABOVE if divided else 1) or _MARKED.fullmatch(text, awards[at], place) is not None


def _goes_on(text: str, end: int, place: int, *, by_line: bool) -> bool:
    if place - end > _REACH:
        return False
    return by_line or ("\n" not in text[end:place] and _NEXT_FIELD.search(text, max(0, place - 18), place) is not None)


def _of_fields(row: list[re.Match[str]]) -> Iterator[Label]:
    if len(row) >= _LEAST_FIELDS:
        yield from (Label("category", *match.span(), "category.field", *match.span()) for match in row)
