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

from extractor.match.anchors import Anchored, Words
from extractor.match.person_names import known_names
from extractor.match.person_words import LONGEST_GIVEN, NO_SURNAME
from extractor.match.position_words import BODY_HEAD, THAI
from extractor.match.positions import starts_position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.match.positions import Anchors

# what stands around a name and belongs to no word
_MARKS = '\n“”"(),.-'
_FIRST_WORD = re.compile(rf"[ก-ฮเ-ไ]{THAI}{{2,17}}(?!{THAI})")
_LEADS_IN = re.compile(
    r"(?:ได้แก่|คือ|และ|กับ|ของ|โดย|จาก|พบ|ระหว่าง|คู่|ประกอบด้วย|อาทิ|เช่น|ทีม|ส่วน|ขณะที่|ดวล|ล่าสุด|[!,:•–\-“\"(/)]|\d[.)]?|(?<![^\n])"
    r"|นัก(?:กีฬา|ร้อง|แสดง|วิ่ง|มวย|เตะ|ว่ายน้ำ|ยกน้ำหนัก|เทนนิส|กอล์ฟ|เขียน|แบด|เทควันโด|ปั่น|ยิง|แข่ง|บอล|ตบ|ชก|ปิงปอง|สนุก|ดาบ|เต้น|ดนตรี|วิจัย)[ก-๎]{0,24}"
    r"|โปร(?:สาว|หนุ่ม)?|สวิงสาว|สาวไทย|จอมเตะ[ก-๎]{0,10}|แข้ง[ก-๎]{0,10}"
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
_CALLED = Words("ครู|อาจารย์|โค้ช|เชฟ|หมอ|น้อง|ลุง|ป้า|กำนัน|สาว|หนุ่ม|นักร้อง|นักแสดง|ศิลปิน|ดารา")
_CALLED_BY = re.compile(
    rf"(?<!{THAI})(?:ครู|อาจารย์|โค้ช|เชฟ|หมอ|น้อง|ลุง|ป้า|กำนัน|สาว|หนุ่ม|นักร้อง|นักแสดง|ศิลปิน|ดารา)(?P<first>[ก-ฮเ-ไ]{THAI}{{2,15}})(?=[ ])"
)
_GIVEN = re.compile(rf"[ก-ฮเ-ไ]{THAI}{{2,11}}")
# อารีย์ นาคำ |รุ่น 49 กิโลกรัม: what is told of who competes
_COMPETING = Words(
    "รุ่น|คว้า|ซิว|ได้เหรียญ|ได้แชมป์|ได้อันดับ|ชนะ|เอาชนะ|พ่าย|จบอันดับ|แชมป์|เจ้าของ|นัก|มือ|จากเรื่อง|จากภาพยนตร์"
    "|ที่คว้า|ที่สามารถ|ที่ได้|สามารถคว้า|ครอง|ผงาด|เหรียญทอง|เหรียญเงิน|หมายเลข|ต้าน|เฉือน|ปราบ|โค่น|กับ"
)
_COMPETES = re.compile(
    r"หมายเลข[ ]?\d{1,3}[ ](?:คว้า|ครอง|ได้|ซิว)|(?:ต้าน|เฉือน|ปราบ|โค่น)[ก-๎ ]"
    r"|กับ[ ]?[ก-ฮเ-ไ][ก-๎]{2,15}[ ][ก-ฮเ-ไ][ก-๎]{2,20}[ ](?:คว้า|ซิว|ครอง|ต้าน|เอาชนะ|พ่าย|เฉือน|ได้(?:เหรียญ|แชมป์|รองแชมป์))"
    r"|รุ่น|คว้า|ซิว|ได้(?:เหรียญ|แชมป์|อันดับ)|ชนะ|เอาชนะ|พ่าย|จบอันดับ|แชมป์|เจ้าของ(?:ตำแหน่ง)?[ ]?(?:\d[ ]?)?(?:เหรียญ|แชมป์|มงกุฎ|มง)"
    r"|มือ(?:วาง|[ ]?\d)|จากเรื่อง|จากภาพยนตร์|(?:ที่|ที่สามารถ|สามารถ)(?:คว้า|ได้(?:รับ)?เหรียญ|ได้แชมป์)|ครอง(?:แชมป์|ตำแหน่ง)|ผงาด(?:คว้า|แชมป์)"
    r"|เหรียญ(?:ทอง|เงิน)"
    r"|นัก(?:กีฬา|ร้อง|แสดง|วิ่ง|มวย|เตะ|ว่าย|ยก|แบด|เทนนิส|กอล์ฟ|เทควันโด|ปั่น|ยิง|แข่ง|บอล|ตบ|ชก|ปิงปอง)"
)
# อารีย์ นาคำ| คว้าเหรียญทอง: so told of, a word may be a name that is one of the language, too
_WINS = re.compile(
    r"[ ](?:\d{1,2}[ ]?เหรียญ|เจ้าของ(?:ตำแหน่ง)?[ ]?(?:\d[ ]?)?(?:เหรียญ|แชมป์|มงกุฎ)"
    r"|(?:ที่|สามารถ|ผงาด|ที่สามารถ)?(?:(?:ได้|ก็|ยัง)?คว้า(?:เหรียญ|แชมป์)|ได้(?:รับ)?เหรียญ))"
)
_PAIR_BEFORE = re.compile(
    rf"(?<!{THAI})(?P<first>[ก-ฮเ-ไ]{THAI}{{2,24}})[ ]{{1,2}}"
    rf"(?P<last>[ก-ฮเ-ไ]{THAI}{{2,17}})[ ]?(?:\([ก-๎]{{2,12}}\))?[ ]{{1,3}}(?:ใน|\d{{1,2}}[ ]?)?$"
)
_LONGEST_PAIR = 62
# ยินดีกับ|อารีย์ นาคำ: what a name is glued to in running text; looked for where an article is about those who compete or act
_LEADS = "จาก|กับ|ของ|โดย|แก่|และ|ให้|ส่วน|คือ|พบ"
_GLUED_END = re.compile(rf"(?:{_LEADS})(?={_GIVEN.pattern}$)")
_GLUED_NAME = Anchored(re.compile(rf"(?:{_LEADS})(?P<first>{_GIVEN.pattern})(?=[ ]{{1,2}}[ก-ฮเ-ไ])"), _LEADS)
_COMPETITION = Words("เหรียญทอง|เหรียญเงิน|แชมป์|นักกีฬา|นักแสดง|นักร้อง|มงกุฎ|มงฟ้า")


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    given, surnames = known_names()
    return given | surnames


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(thai_words())


def is_common(word: str) -> bool:
    """Whether a word is one of the language."""
    return word in _common()


def find_pairs(known: Anchors) -> Iterator[tuple[int, int]]:
    """Where a given name and a surname stand side by side that their words (and place) show to be a person's.

    “แพ้ให้แก่ อารีย์ นาคำ กับ…” → the place of อารีย์ นาคำ.
    """
    text = known.text
    given, surnames = known_names()
    apart = text
    for mark in _MARKS:
        apart = apart.replace(mark, " ")  # of the same length, so that places stay
    words, names = apart.split(" "), _names()
    start = last = 0
    for at in [at for at, word in enumerate(words) if word in names]:
        start, last = start + sum(map(len, words[last:at])) + at - last, at
        word = words[at]
        if word in surnames and at:
            first = words[at - 1] or words[max(at - 2, 0)]
            lead = start - len(first) - (1 if words[at - 1] else 2)
            if _GIVEN.fullmatch(first) and (pair := _pair(known, lead, lead, first)) is not None:
                yield pair
        if word in given and (pair := _pair(known, start, start, word)) is not None:
            yield pair
    yield from _glued(known)
    for place in _CALLED.find(text):
        called = _CALLED_BY.match(text, place)
        if (
            called is not None
            and called["first"] in given
            and (pair := _pair(known, called.start("first"), place, called["first"]))
        ):
            yield pair
    for place in _COMPETING.find(text):
        if text[place - 1 : place] != " " and not text.startswith("ในรุ่น", place - 2):
            continue
        found = _PAIR_BEFORE.search(text, max(0, place - _LONGEST_PAIR), place) if _COMPETES.match(text, place) else None
        if found is None:
            continue
        begin, first = found.start(), found["first"]
        glued = None if first in given else next(reversed(list(_GLUED_END.finditer(first))), None)
        if glued is not None:
            begin, first = begin + glued.end(), first[glued.end() :]
        if len(first) <= LONGEST_GIVEN and (pair := _pair(known, begin, begin, first)) is not None:
            yield pair


def _glued(known: Anchors) -> Iterator[tuple[int, int]]:
    """Names behind a word without a blank, of which the first is a given name: แสดงความยินดีกับอารีย์ นาคำ."""
    given, _ = known_names()
    if not _COMPETITION.find(known.text):
        return
    for found in _GLUED_NAME.finditer(known.text):
        if found["first"] in given and (pair := _pair(known, found.start("first"), found.start("first"), found["first"])):
            yield pair


def _pair(known: Anchors, begin: int, led: int, first: str) -> tuple[int, int] | None:
    """The name that begins at `begin` with the word `first`, if there is one; `led` is where what leads in to it ends."""
    text = known.text
    given, surnames = known_names()
    blank = begin + len(first) + (2 if text[begin + len(first) + 1 : begin + len(first) + 2] == " " else 1)
    word = _FIRST_WORD.match(text, blank) if not text[begin + len(first) : blank].strip(" ") else None
    if word is None or not 2 < len(first) <= LONGEST_GIVEN:
        return None
    last, sure, common = word.group().partition("หรือ")[0], first in given, _common()
    if (
        first[-1] in "เแโใไ"
        or len(last) < 3
        or last in common
        or _NO_NAME.match(last)
        or NO_SURNAME.match(last)
        or _is_named_otherwise(known, begin, blank)
    ):
        return None
    if not sure and (first in common or _NO_NAME.match(first)):
        return None
    wins = _WINS.match(text, word.end()) is not None
    placed = (wins or ((led < begin or first not in common) and _FOLLOWS.match(text, word.end()))) and _LEADS_IN.search(
        text, max(0, led - 40), led
    )
    return (begin, blank + len(last)) if (sure and last in surnames) or placed else None


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
