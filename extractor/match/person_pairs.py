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

from extractor.anchors import Words
from extractor.match.person_likeness import common_words, known_names, likenesses
from extractor.match.person_words import CONTESTANT, LONGEST_GIVEN, NO_SURNAME, NOBLE
from extractor.match.position_words import BODY_HEAD, THAI
from extractor.match.positions import starts_position
from extractor.match.winning_words import RECEIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.match.positions import Anchors

# what stands around a name and belongs to no word
_MARKS = '\n“”‘’"(),.-–/•:'
# …ทองนา|ได้รับรางวัล: the surname, to its end or to what runs on behind it
_RUNS_ON = rf"ซึ่ง|ที่ได้|หรือ|เข้ารับ|{RECEIVES}"
_LAST_WORD = re.compile(rf"[ก-ฮเ-ไ]{THAI}{{2,17}}?(?:(?!{THAI})|(?={_RUNS_ON}))")
_LEADS_IN = re.compile(
    r"(?:ได้แก่|คือ|และ|กับ|ของ|โดย|จาก|พบ|สำหรับ|ระหว่าง|คู่[ก-๎]{0,8}|ประกอบด้วย|อาทิ|เช่น|ทีม|ส่วน|ขณะที่|ดวล|ล่าสุด|[!,:•–—\-“\"”’'(/)]|\d[.)]?|(?<![^\n])"
    r"|(?:นัก|ผู้|กวี|เชฟ|ดีเจ|ดารา|พิธีกร|ครู|โค้ช|ช่าง|หนุ่ม|สาว|เจ้าของ|กัปตัน|มือ|กองหน้า|กองหลัง|ผู้รักษาประตู|โปร|สวิง|จอม|แข้ง|น้อง)[ก-๎]{0,24}"
    r"|ศิลปิน[ก-๎]{0,16}|ชาย|หญิง|เดี่ยว|ผสม|เมตร|[A-Z]{1,3}[ -]?\d{1,3}|กิโลกรัม|กก\.|ชื่อ(?:ว่า)?"
    r"|(?:มิส|นางสาว|เทพี|ธิดา)[ก-๎]{2,24}|ด้าน|ตกเป็นของ|เป็นของ|มอบให้|ยอดเยี่ยม|แห่งปี|ดีเด่น|ชนะเลิศ|อันดับ[ ]?\d|ไวยาวัจกร)[ ]*$"
)
_FOLLOWS = re.compile(
    r"[ ]*(?:$|\n|[,)(”\"’/—–]|\d[.)]?)|[ ](?:จาก|ใน|กับ|และ|ขณะ|รุ่น|ได้|คว้า|ชนะ|เอาชนะ|พ่าย|แพ้|จบ|สังกัด|นัก|อายุ|วัย|ซึ่ง|โดย|ด้วย"
    r"|โรงเรียน|มหาวิทยาลัย|วิทยาลัย|คณะ|จังหวัด|จ\.|เจ้าของ|แชมป์|เหรียญ|รับ|เป็น|ขึ้น|ลง|ผู้|ศิลปิน|พร้อม|ส่วน|ประเภท|ดีกรี|มือ|สาว|หนุ่ม"
    r"|หรือ|บอก|เผย|กล่าว|เล่า|รายงาน|ชาว|ครู|ร่วม|ที่|ต้าน|โค่น|เฉือน|ปราบ|น็อก|(?:รางวัล)?รอง(?:อันดับ|ชนะเลิศ|แชมป์))"
    rf"|{_RUNS_ON}"
)
_NO_NAME = re.compile(
    r"โดย|ซึ่ง|ได้|คว้า|จาก|กับ|เพื่อ|เป็น|ให้|มอบ|รับ|ด้วย|แห่ง|ว่า|(?:ผล)?ปรากฏ|ส่วน|ขณะที่|คือ|และ|ชวน|เที่ยว|หรือ|ของ|ใน|ที่|การ|ความ|โครงการ|รางวัล|ผู้|ประเทศ|จังหวัด|เอา|ยินดี"
    r"|ระบุ|ไทย(?=ได้|คว้า|ส่ง|จะ|ยัง)|ชื่นชม|ติว|รุด|นั่ง|เคย|แชมป์|ประเภท|พร้อม|ระดม|จ่าย|บุคคล|นัก|ศิลปิน|อธิบดี|นาย|นาง|คุณ|ด\.|เด็ก|ข้าราชการ|กำนัน|พระ|คน|บน|ป่า|ดาว(?:รุ่ง|เด่น)|ขวัญใจ|โชว์|ทำ|ลุย|ผงาด|ซิว|หวด|กวาด|ปลื้ม|ควง|นำ|เผย|เปิด|ขึ้น|ลง(?!กา)|เข้า|ยัง(?!ยืน)|ไป|เกิด(?=เหตุ|อุ|มูล|จาก|ใน|ที่)|คิดเป็น|อาจ|ตั้งแต่|สินค้า|วงเงิน|เศรษฐ|กิจกรรม|รักษา|เสีย(?!ง)|เปลี่ยน|เร่ง|ปรับ"
    r"|ร้าน|ชุมชน|หมู่บ้าน|ตลาด|โรง(?=แรม|เรียน|งาน|พยาบาล)|วัด(?=[ก-ฮ])|ตอกย้ำ|ยืนหนึ่ง|สร้างชื่อ|ข่าวดี|(?:สุด)?ปลื้ม|(?:สุด)?เจ๋ง|ชนะใจ|โชว์"
    r"|อัลบั|ซิงเกิ|เพลง|ภาพยนตร์|ละคร(?=เรื่อง|เวที)"
    r"|สร้าง(?=สุข|ชาติ|สรรค์|อาชีพ|งาน|คน)|สาน(?=พลัง|ต่อ)|เชิดชู|ปราบ|แบ่ง(?=เป็น)|หน่วย|เรือนจำ|ลาน|จิต(?=อาสา|สาธารณะ)|สินเชื่อ|อัตรา|หัวหมาก|เสน่ห์|ยุทธศาสตร์"
)
# ประเภท สถานศึกษาขนาดเล็ก
_LABELS = frozenset({"ประเภท", "สาขา", "ระดับ", "หมวด", "กลุ่ม", "ด้าน", "ส่วน", "ขณะที่", "ล่าสุด"})
# ครูมาลี ทองนา: what somebody is called by before the name
CALLERS = "|".join(
    sorted(
        (
            "แม่ครู|พ่อครู|แม่เฒ่า|พ่อเฒ่า|แม่อุ๊ย|พ่ออุ๊ย|แม่ใหญ่|พ่อใหญ่|แม่หมอ|พ่อหมอ|ครูช่าง|ครู|อาจารย์พิเศษ"
            "|อาจารย์|โค้ช|เชฟ|หมอลำ|หมอ|น้อง|ลุง|ป้า|กำนัน|สาว|หนุ่ม|นักร้อง|นักแสดง|ศิลปิน|ดารา|ช่าง|สามเณร"
            "|ผู้กำกับ|น้า|นายหนัง|ปราชญ์|พี่|ยาย|ปู่|ย่า|แม่|พ่อ|พ่อหลวง|แม่หลวง|พ่อเลี้ยง|แม่เลี้ยง|ผู้ใหญ่บ้าน"
            "|ผู้ใหญ่|ครูใหญ่|ปลัด|นายก|โยม|กัปตัน|ดีเจ|ทนาย|เสี่ย|เจ๊|เฮีย|พว."
        ).split("|"),
        key=len,
        reverse=True,  # ครูใหญ่ before ครู
    )
)
_CALLED = Words(CALLERS)
_CALLED_BY = re.compile(rf"(?:{CALLERS.replace('.', '[.]')})[ ]?(?P<first>[ก-ฮเ-ไ]{THAI}{{2,15}})(?=[ ])")
_CALLED_FIRST = re.compile(
    rf"(?:วันนี้|ล่าสุด|ขณะที่|โดย|ซึ่ง|และ|กับ)?(?:{CALLERS.replace('.', '[.]')})(?P<first>[ก-ฮเ-ไ]{THAI}{{2,15}})(?=[ ])"
)
_CALLER = re.compile(f"{CALLERS.replace('.', '[.]')}|และ|กับ|เป็น|ของ|โดย|คือ|ระหว่าง")
_TITLE = re.compile("โค้ช|อาจารย์|เชฟ|กำนัน|นักร้อง|นักแสดง|ศิลปิน|กัปตัน|ดีเจ|ทนาย|เสี่ย")
# ⏎ครู|อารีย์ นาคำ| (ผ้าจก)⏎ครู|ราตรี ชื่นใจ| (ผ้าขิด)⏎: lines that hold no more, of which each begins so; any words are names there
_CALLED_LINE = re.compile(
    rf"(?:แม่ครู|พ่อครู|ครูช่าง|ครู|อาจารย์(?:พิเศษ)?|โค้ช|เชฟ|หมอลำ|ศิลปิน|นักร้อง|ลุง|ป้า|น้า|กำนัน|สามเณร|แม่เฒ่า|พ่อเฒ่า|แม่อุ๊ย|พ่ออุ๊ย|แม่ใหญ่|พ่อใหญ่)[ ]?"
    rf"(?P<first>[ก-ฮเ-ไ]{THAI}{{1,11}})[ ]{{1,2}}(?P<last>[ก-ฮเ-ไ]{THAI}{{2,17}})[ ]?(?:\([^()\n]{{1,40}}\))?[ ]*(?=\n|$)"
)
_LINES_AT_LEAST = 2
# แม่เฒ่า|บัวลา ปันสุข: who is so called is named
_ELDER = re.compile(
    rf"(?:แม่|พ่อ)(?:เฒ่า|อุ๊ย|ครู|หมอ)(?P<name>[ก-ฮเ-ไ]{THAI}{{1,11}}[ ]{{1,2}}(?P<last>[ก-ฮเ-ไ]{THAI}{{2,17}}))(?=[ \n,(]|$)"
)
# ผู้ฝึกสอนยอดเยี่ยม |อารีย์ นาคำ (นครปฐม)
_PRIZED = Words("ยอดเยี่ยม|แห่งปี")
_PRIZED_PAIR = re.compile(
    rf"(?:ยอดเยี่ยม|แห่งปี)[ :：]{{1,3}}(?P<first>[ก-ฮเ-ไ]{THAI}{{2,11}})[ ]{{1,2}}[ก-ฮเ-ไ]{THAI}{{2,17}}[ ]?(?=[(\n/]|$)"
)
# มิสแกรนด์ลุ่มน้ำ |อารีย์ นาคำ
_PAGEANT = Words("มิส")
_SENT_PAIR = re.compile(
    rf"มิส(?:เตอร์)?{THAI}{{3,24}}[ ]{{1,2}}(?P<first>[ก-ฮเ-ไ]{THAI}{{2,11}})[ ]{{1,2}}[ก-ฮเ-ไ]{THAI}{{2,17}}(?=[ ,(\n]|$)"
)
_GIVEN = re.compile(rf"[ก-ฮเ-ไ]{THAI}{{2,11}}")
# อารีย์ นาคำ| รุ่น 49 กิโลกรัม: what is told of who competes, behind a blank or, a weight, behind ใน
_COMPETING = Words(
    "ในรุ่น| รุ่น| คว้า| ซิว| ได้เหรียญ| ได้แชมป์| ได้อันดับ| ชนะ| เอาชนะ| พ่าย| จบอันดับ| แชมป์| เจ้าของ| นัก| มือ| จากเรื่อง"
    "| สาวงาม| ตัวแทน| มิส| จากภาพยนตร์| ที่คว้า| ที่สามารถ| ที่ได้| สามารถคว้า| ครอง| ผงาด| เหรียญทอง| เหรียญเงิน"
    "| หมายเลข| ต้าน| เฉือน| ปราบ| โค่น| กับ"
)
_COMPETES = re.compile(
    r"หมายเลข[ ]?\d{1,3}[ ](?:คว้า|ครอง|ได้|ซิว)|(?:ต้าน|เฉือน|ปราบ|โค่น)[ก-๎ ]"
    r"|กับ[ ]?[ก-ฮเ-ไ][ก-๎]{2,15}[ ][ก-ฮเ-ไ][ก-๎]{2,20}[ ](?:คว้า|ซิว|ครอง|ต้าน|เอาชนะ|พ่าย|เฉือน|ได้(?:เหรียญ|แชมป์|รองแชมป์))"
    r"|รุ่น|คว้า|ซิว|ได้(?:เหรียญ|แชมป์|อันดับ)|ชนะ|เอาชนะ|พ่าย|จบอันดับ|แชมป์|เจ้าของ(?:ตำแหน่ง)?[ ]?(?:\d[ ]?)?(?:เหรียญ|แชมป์|มงกุฎ|มง)"
    r"|มือ(?:วาง|[ ]?\d)|จากเรื่อง|จากภาพยนตร์|(?:ที่|ที่สามารถ|สามารถ)(?:คว้า|ได้(?:รับ)?เหรียญ|ได้แชมป์)|ครอง(?:แชมป์|ตำแหน่ง)|ผงาด(?:คว้า|แชมป์)"
    r"|เหรียญ(?:ทอง|เงิน)|สาวงาม(?:ตัวแทน)?[ ]?จาก|ตัวแทน(?:สาวงาม)?(?:ประเทศ|มิส|จากประเทศ)|มิส(?:เตอร์)?[ก-ฮเ-ไ][ก-๎]{3,24}[ ]"
    r"|นัก(?:กีฬา|ร้อง|แสดง|วิ่ง|มวย|เตะ|ว่าย|ยก|แบด|เทนนิส|กอล์ฟ|เทควันโด|ปั่น|ยิง|แข่ง|บอล|ตบ|ชก|ปิงปอง)"
)
# อารีย์ นาคำ| คว้าเหรียญทอง: so told of, a word may be a name that is one of the language, too
_WINS = re.compile(
    r"[ ](?:\d{1,2}[ ]?เหรียญ|เจ้าของ(?:ตำแหน่ง)?[ ]?(?:\d[ ]?)?(?:เหรียญ|แชมป์|มงกุฎ)"
    r"|(?:ที่|สามารถ|ผงาด|ที่สามารถ)?(?:(?:ได้|ก็|ยัง)?คว้า(?:เหรียญ|แชมป์"
    r"|(?:ตำแหน่ง|มงกุ[ฎฏ])[ ]?[“\"]?(?:มิส|นางสาว|นางงาม|Miss))|ได้(?:รับ)?เหรียญ)"
    r"|สาวงาม(?:ตัวแทน)?[ ]?จาก|ตัวแทน(?:สาวงาม)?(?:ประเทศ|มิส|จากประเทศ)|มิส(?:เตอร์)?[ก-ฮเ-ไ][ก-๎]{3,24}[ ](?:คว้า|ครอง|ฝ่า|ชนะ))"
)
_PAIR_BEFORE = re.compile(
    rf"(?<!{THAI})(?P<first>[ก-ฮเ-ไ]{THAI}{{2,24}})[ ]{{1,2}}"
    rf"(?P<last>[ก-ฮเ-ไ]{THAI}{{2,17}})[ ]?(?:\([ก-๎]{{2,12}}\))?[ ]{{1,3}}(?:ใน|\d{{1,2}}[ ]?)?$"
)
_LONGEST_PAIR = 62
# ยินดีกับ|อารีย์ นาคำ: what a name is glued to in running text; looked for where an article is about those who compete or act.
# These words are too common to be looked for in every article, as the words of `Anchored` are
_LEADS = "จาก|กับ|ของ|โดย|แก่|และ|ให้|ส่วน|ด้าน|คือ|พบ"
_GLUED_END = re.compile(rf"(?:{_LEADS})(?={_GIVEN.pattern}$)")
_GLUED_NAME = re.compile(rf"(?:{_LEADS})(?P<first>{_GIVEN.pattern})(?=[ ]{{1,2}}[ก-ฮเ-ไ])")
# articles in which people are often named without an honorific; in others names that no list holds are not looked for
_OF_CREATORS = Words("แชมป์|เหรียญทอง|เหรียญเงิน|นักกีฬา|นักแสดง|นักร้อง|ชนะเลิศ|ยอดเยี่ยม|ผู้ประพันธ์|ผู้เขียน|กวี|นวนิยาย|ผู้กำกับ|แห่งปี")
_COMPETITION = Words("เหรียญทอง|เหรียญเงิน|แชมป์|นักกีฬา|นักแสดง|นักร้อง|มงกุฎ|มงฟ้า")
# 19 |ราย คิดเป็นเงิน: what is counted
_COUNTED = re.compile(r"[\d๐-๙][ ]?\Z")
# หมายเลข 9 |อารีย์ นาคำ
_NUMBER = re.compile(rf"{CONTESTANT}[ ]\Z")
# ราย, วัน, รัฐ are given names, too
_SHORT_WORD = 3
_LONGEST_UNKNOWN = 15
# - อารีย์ นาคำ (…): a line that begins with the name, and a mark or the line's end behind it
_BEGINS_LINE, _ENDS_NAME = re.compile(r"(?:^|\n)[ \-–•*·]*(?:\d{1,2}[.)])?[ ]*$"), re.compile(r"[ ]*(?:[(\n/]|$)")
# 'ลุงมา-|มาลี ทองนา', “กิ๊ก–|มาลี ทองนา, กิ๊ก – |มาลี ทองนา: a nickname, and the name behind a dash
# บริษัท เอก-|ชัย การค้า จำกัด: within a firm's name
_OF_FIRM = re.compile(rf"(?:บริษัท|บมจ\.|บจก\.|หจก\.|ห้างหุ้นส่วนจำกัด)[ ]?{THAI}{{1,16}}[-–][ ]?$")
_NICKNAMED = re.compile(rf"(?<!{THAI})[ก-ฮเ-ไ]{THAI}{{1,11}}(?:[-–]|[ ]–[ ])$")
# “เสน่ห์วาริน ถิ่นผ้าไทย”
_QUOTED_ALONE = re.compile(r"[“\"‘'][^”\"’'\n]{0,40}[”\"’']")


@lru_cache(maxsize=1)
def _names() -> tuple[frozenset[str], int]:
    """The names of the lists, and the length of the longest."""
    given, surnames = known_names()
    return given | surnames, max(map(len, (*given, *surnames)))


def find_pairs(known: Anchors) -> Iterator[tuple[int, int]]:
    """Where a given name and a surname stand side by side that their words (and place) show to be a person's.

    “แพ้ให้แก่ อารีย์ นาคำ กับ…” → the place of อารีย์ นาคำ.
    """
    text = known.text
    given, surnames = known_names()
    apart = text
    for mark in _MARKS:
        apart = apart.replace(mark, " ")  # of the same length, so that places stay
    words = apart.split(" ")
    start = last = 0
    places = list(_CALLED.find(text))
    lines = _called_lines(known, places)
    yield from lines.values()
    for at in _first_words(words, unlisted=bool(_OF_CREATORS.find(text))):
        start, last = start + sum(map(len, words[last:at])) + at - last, at
        word = words[at]
        if word in surnames and at:
            first = words[at - 1] or words[max(at - 2, 0)]
            lead = start - len(first) - (1 if words[at - 1] else 2)
            if _GIVEN.fullmatch(first) and (pair := _pair(known, lead, lead, first)) is not None:
                yield pair
        if start in lines:
            continue
        if (word in given or word not in surnames) and (pair := _pair(known, start, start, word)) is not None:
            yield pair
    yield from _glued(known)
    for place in places:
        called = _CALLED_BY.match(text, place)
        elder = _ELDER.match(text, place)
        if elder is not None and not _NO_NAME.match(elder["last"]) and not NO_SURNAME.match(elder["last"]):
            yield elder.span("name")
        elif called is not None and called["first"] in given and (pair := _called_pair(known, place, called)) is not None:
            yield pair
    for place, shape in (*((at, _PRIZED_PAIR) for at in _PRIZED.find(text)), *((at, _SENT_PAIR) for at in _PAGEANT.find(text))):
        prized = shape.match(text, place)
        if prized is not None and (
            pair := _pair(known, prized.start("first"), prized.start("first"), prized["first"], competes=True)
        ):
            yield pair
    for before in _COMPETING.find(text):
        place = before + (1 if text[before] == " " else len("ใน"))
        found = _PAIR_BEFORE.search(text, max(0, place - _LONGEST_PAIR), place) if _COMPETES.match(text, place) else None
        if found is None:
            continue
        begin, first = found.start(), found["first"]
        glued = None if first in given else next(reversed(list(_GLUED_END.finditer(first))), None)
        if glued is not None:
            begin, first = begin + glued.end(), first[glued.end() :]
        if len(first) <= LONGEST_GIVEN and (pair := _pair(known, begin, begin, first, competes=True)) is not None:
            yield pair


def without_caller(text: str, start: int, end: int) -> int:
    """Where a name at `start:end` begins without what its bearer is called by: ลุง|สมชาย แสงทอง, วันนี้ป้า|มาลี ทองนา."""
    called = _CALLED_FIRST.match(text, start, end)
    return called.start("first") if called is not None and called["first"] in known_names()[0] else start


def _first_words(words: list[str], *, unlisted: bool) -> list[int]:
    """Which of the words may be of a name: those of the lists, and if `unlisted` those that are like one."""
    names, longest = _names()
    # what is longer than any of them need not be looked up, which would go through all its letters
    listed = [at for at, word in enumerate(words) if len(word) <= longest and word in names]
    if not unlisted:
        return listed
    (heads, tails), (last_heads, last_tails) = (likeness.ends for likeness in likenesses())
    like = [at for at, word in enumerate(words) if word[-3:] in last_tails and word[:3] in last_heads]
    unknown = {at - 1 for at in like if at and words[at - 1][:3] in heads and words[at - 1][-3:] in tails}.difference(listed)
    return sorted([*listed, *unknown]) if unknown else listed


def _glued(known: Anchors) -> Iterator[tuple[int, int]]:
    """Names behind a word without a blank, of which the first is a given name: แสดงความยินดีกับอารีย์ นาคำ."""
    given, _ = known_names()
    if not _COMPETITION.find(known.text):
        return
    for found in _GLUED_NAME.finditer(known.text):
        if found["first"] in given and (pair := _pair(known, found.start("first"), found.start("first"), found["first"])):
            yield pair


def _called_lines(known: Anchors, places: list[int]) -> dict[int, tuple[int, int]]:
    """The names of a list whose lines each hold ครู or the like and a name, and perhaps a word in brackets; by where ครู stands."""
    found: dict[int, tuple[int, int]] = {}
    for place in places:
        line = _CALLED_LINE.match(known.text, place)
        if line is None or not _BEGINS_LINE.search(known.text, max(0, place - 8), place):
            continue
        named = not (_NO_NAME.match(line["first"]) or _NO_NAME.match(line["last"]) or NO_SURNAME.match(line["last"]))
        if named and not _is_named_otherwise(known, line.start("first"), line.start("last"), surname=True):
            found[place] = line.start("first"), line.end("last")
    return found if len(found) >= _LINES_AT_LEAST else {}


def _called_pair(known: Anchors, place: int, called: re.Match[str]) -> tuple[int, int] | None:
    """The name behind ครู, ป้า and their like, if its words are a name's."""
    begin = called.start("first")
    noble = NOBLE.match(known.text, called.end()) if known.text.startswith(" ณ ", called.end()) else None
    if noble is not None and not _is_named_otherwise(known, begin, called.end() + 1):
        return begin, noble.end()
    return _pair(known, begin, place, called["first"])


def _pair(known: Anchors, begin: int, led: int, first: str, *, competes: bool = False) -> tuple[int, int] | None:
    """The name that begins at `begin` with the word `first`, if there is one; `led` is where what leads in to it ends."""
    text = known.text
    given, surnames = known_names()
    blank = begin + len(first) + (2 if text[begin + len(first) + 1 : begin + len(first) + 2] == " " else 1)
    word = _LAST_WORD.match(text, blank) if not text[begin + len(first) : blank].strip(" ") else None
    if word is None or not 2 < len(first) <= LONGEST_GIVEN:
        return None
    last, sure, common = word.group(), first in given, common_words()
    nicknamed = _NICKNAMED.search(text, max(0, led - 15), led) is not None
    if nicknamed and _OF_FIRM.search(text, max(0, led - 36), led):
        return None
    told = (competes and first not in common) or nicknamed  # ชยพล ดวงแก้ว คว้าแชมป์, กิ๊ฟ-มาลี ทองนา
    told = told and sure and last in surnames
    if (
        first[-1] in "เแโใไ"
        or first in _LABELS
        or len(last) < 3
        or (last in common and not told)
        or _NO_NAME.match(last)
        or NO_SURNAME.match(last)
        or _is_named_otherwise(known, begin, blank, surname=sure and last in surnames)
    ):
        return None
    plain = first not in common
    if not sure and (not plain or _NO_NAME.match(first)):
        return None
    if _COUNTED.search(text, max(0, led - 4), led) and not _NUMBER.search(text, max(0, led - 14), led):
        return None
    end = blank + len(last)
    if sure and last in surnames:
        return begin, end
    like_given, like_surname = likenesses()
    surname = last in surnames or like_surname(last)
    if sure and plain and surname:
        return begin, end
    wins = _WINS.match(text, word.end()) is not None
    if not (wins or nicknamed or _FOLLOWS.match(text, word.end())) or not _LEADS_IN.search(text, max(0, led - 40), led):
        return None
    if sure:
        alone = _BEGINS_LINE.search(text, max(0, led - 6), led) and _ENDS_NAME.match(text, end)
        placed = wins or nicknamed or led < begin or plain or ((surname or alone) and len(first) > _SHORT_WORD)
    else:
        caller = _CALLER.match(first)
        if caller is not None and first[caller.end() :] in given:
            return None  # ครู|มาลี: the name begins behind it
        title = _TITLE.match(first)
        begin = title.end() + begin if title is not None and like_given(first[title.end() :]) else begin  # โค้ช|เกรียงเดช
        unknown = surname and like_given(first) and len(first) <= LONGEST_GIVEN - 4 and len(last) <= _LONGEST_UNKNOWN
        placed = last in surnames or competes or wins or nicknamed or (unknown and not _QUOTED_ALONE.match(text, begin - 1))
    return (begin, end) if placed else None


def _is_named_otherwise(known: Anchors, begin: int, second: int, *, surname: bool = False) -> bool:
    """Whether the pair is part of a name with an honorific, or its second word is a title, a post or a body.

    A word that is a `surname` of the lists is no body, though it begins like one: ลลิตา สายทอง.
    """
    at = bisect_right(known.titles, begin) - 1
    if at >= 0 and known.name_ends.get(known.titles[at], -1) > begin:
        return True
    return (
        known.next_title(second) == second
        or starts_position(known, second)
        or (not surname and BODY_HEAD.match(known.text, second) is not None)
    )
