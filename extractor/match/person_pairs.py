"""People without an honorific, told by the words of their names: newspapers write อารีย์ นาคำ of those who sing, act and compete.

A pair of words is such a name where both are known as names, or where one is and the words around it are those that stand around
names (สองเหรียญทองจาก อารีย์ นาคำ รุ่น 49 กิโลกรัม). The names are those of PyThaiNLP's lists; its word list tells the words that are
no names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from pythainlp.corpus import thai_words

from extractor.match.person_names import known_names
from extractor.match.person_words import LONGEST_GIVEN, NO_SURNAME
from extractor.match.position_words import BODY_HEAD, THAI
from extractor.match.positions import starts_position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.match.positions import Anchors

# what stands before a name and belongs to no word: a bullet, a number, a mark
_BEFORE = "\n-–•*✅“\"‘'(,:;/0123456789.)๐๑๒๓๔๕๖๗๘๙"
_FIRST_WORD = re.compile(rf"[ก-ฮเ-ไ]{THAI}{{2,17}}(?!{THAI})")
_LEADS_IN = re.compile(
    r"(?:ได้แก่|คือ|และ|กับ|ของ|โดย|จาก|พบ|ระหว่าง|คู่|ประกอบด้วย|อาทิ|เช่น|ทีม|ส่วน|ขณะที่|ดวล|[,:•–\-“\"(/)]|\d[.)]?|(?<![^\n])"
    r"|นัก(?:กีฬา|ร้อง|แสดง|วิ่ง|มวย|เตะ|ว่ายน้ำ|ยกน้ำหนัก|เทนนิส|กอล์ฟ|เขียน)[ก-๎]{0,24}"
    r"|ศิลปิน[ก-๎]{0,16}|ผู้กำกับ[ก-๎]{0,16}|ชาย|หญิง|กิโลกรัม|กก\.)[ ]*$"
)
_FOLLOWS = re.compile(
    r"[ ]*(?:$|\n|[,)(”\"]|\d[.)]?)|[ ](?:จาก|ใน|กับ|และ|รุ่น|ได้|คว้า|ชนะ|เอาชนะ|พ่าย|แพ้|จบ|สังกัด|นัก|อายุ|วัย|ซึ่ง|โดย|ด้วย"
    r"|โรงเรียน|มหาวิทยาลัย|จังหวัด|จ\.|เจ้าของ|แชมป์|เหรียญ|รับ|เป็น|ขึ้น|ลง|ผู้|ศิลปิน|พร้อม|ส่วน|ประเภท|ดีกรี|มือ|สาว|หนุ่ม)"
)
_NO_NAME = re.compile(
    r"โดย|ได้|คว้า|จาก|กับ|เพื่อ|เป็น|ให้|มอบ|รับ|ด้วย|แห่ง|ว่า|คือ|และ|ชวน|เที่ยว|หรือ|ของ|ใน|ที่|การ|ความ|โครงการ|รางวัล|ผู้|ประเทศ|จังหวัด|เอา|ยินดี"
    r"|ชื่นชม|ติว|รุด|นั่ง|เคย|แชมป์|ประเภท|พร้อม|ระดม|จ่าย|บุคคล|นัก|ศิลปิน|อธิบดี|นาย|นาง|คุณ|ด\.|เด็ก|ข้าราชการ|กำนัน|พระ|คน|บน|ป่า"
)
# ครูมาลี ทองนา: what somebody is called by before the name
_CALLED = re.compile(r"ครู|อาจารย์|โค้ช|เชฟ|หมอ|น้อง|ลุง|ป้า|กำนัน|สาว|หนุ่ม|นักร้อง|นักแสดง|ศิลปิน|ดารา")
_GIVEN = re.compile(rf"[ก-ฮเ-ไ]{THAI}{{2,11}}")
# who competes: อารีย์ นาคำ |รุ่น 49 กิโลกรัม
_COMPETES = re.compile(
    r"[ ](?:ใน)?รุ่น|[ ](?:คว้า|ซิว|ได้(?:เหรียญ|แชมป์|อันดับ|ที่[ ]?\d)|ชนะ|เอาชนะ|พ่าย|จบอันดับ|แชมป์|เจ้าของ(?:เหรียญ|แชมป์)"
    r"|นัก(?:กีฬา|ร้อง|แสดง|วิ่ง|มวย|เตะ|ว่าย|ยก|แบด|เทนนิส|กอล์ฟ|เทควันโด|ปั่น|ยิง|แข่ง|บอล|ตบ|ชก|ปิงปอง)|มือ(?:วาง|[ ]?\d)|จากเรื่อง|จากภาพยนตร์)"
)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(thai_words())


def find_pairs(known: Anchors) -> Iterator[tuple[int, int]]:
    """Where a given name and a surname stand side by side that their words (and place) show to be a person's.

    “แพ้ให้แก่ อารีย์ นาคำ กับ…” → the place of อารีย์ นาคำ.
    """
    given, surnames = known_names()
    text = known.text
    end = -1
    for chunk in text.split(" "):
        start, end = end + 1, end + 1 + len(chunk)
        first = chunk[chunk.rfind("\n") + 1 :].lstrip(_BEFORE)
        if not 2 < len(first) <= LONGEST_GIVEN or first[-1] < "ก":
            continue
        blank = end + 1 if text[end + 1 : end + 2] != " " else end + 2
        word = _FIRST_WORD.match(text, blank)
        if word is None:
            continue
        last, begin = word.group(), start + len(chunk) - len(first)
        led = begin
        called = _CALLED.match(first)
        if called is not None and first not in given and first[called.end() :] in given:
            begin, first = begin + called.end(), first[called.end() :]
        sure = first in given
        if not (sure or last in surnames or _COMPETES.match(text, word.end())) or last in _common() or _NO_NAME.match(last):
            continue
        if not sure and (first in _common() or _NO_NAME.match(first) or not _GIVEN.fullmatch(first)):
            continue
        if NO_SURNAME.match(last) or _is_named_otherwise(known, begin, blank):
            continue
        if (sure and last in surnames) or (
            (called is not None or first not in _common())
            and _FOLLOWS.match(text, word.end())
            and _LEADS_IN.search(text, max(0, led - 40), led)
        ):
            yield begin, word.end()


def _is_named_otherwise(known: Anchors, begin: int, surname: int) -> bool:
    """Whether the pair is part of a name with an honorific, or its second word is a title, a post or a body."""
    at = bisect_right(known.titles, begin) - 1
    if at >= 0 and known.name_ends.get(known.titles[at], -1) > begin:
        return True
    return (
        known.next_title(surname) == surname
        or starts_position(known, surname)
        or BODY_HEAD.match(known.text, surname) is not None
    )
