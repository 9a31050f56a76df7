"""Reads a person's name after an honorific: where the given name and the surname end.

Thai leaves no mark between a surname and what follows, so a name ends at a space, at a bracket, or where a position or a
verb of saying is glued to it: “ธรรมนัส พรหมเผ่ารัฐมนตรีว่าการ” is ธรรมนัส พรหมเผ่า.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pythainlp.corpus import thai_family_names, thai_female_names, thai_male_names

from extractor.match.positions import BODY_HEAD, ENGLISH, THAI, starts_position

if TYPE_CHECKING:
    from extractor.match.positions import Anchors

FIRST = r"[\u0e01-\u0e2eเ-ไ]"
# สมใจ · เอช. · แบร์รี่
LONG_WORD = re.compile(rf"[ ]{{0,2}}({FIRST}{THAI}{{1,60}}(?:-{THAI}{{1,15}})*)")
GIVEN = re.compile(rf"[ ]{{0,2}}(?P<given>{FIRST}{THAI}{{1,19}}(?:-{THAI}{{1,15}})*)(?!{THAI})(?P<initials>(?:[ ]{{1,2}}[ก-ฮเ-ไ]{THAI}{{0,3}}\.)*)")
SURNAME = re.compile(rf"[ ]{{1,3}}(?P<surname>{FIRST}{THAI}{{1,60}}(?:-{THAI}{{1,15}})*)")
LONGEST_SURNAME = 27
LONGEST_GIVEN = 16
ADVERB = re.compile(r"(?:ยัง(?:ได้)?|ได้|จึง(?:ได้)?)\Z")
NOBLE = re.compile(
    r"[ ]{1,2}ณ[ ]?(?:กาฬสินธุ์|จัมปาศักดิ์|จำปาศักดิ์|เชียงใหม่|ตะกั่วทุ่ง|ถลาง|นคร(?!ปฐม|ราช|ศรี|สวรรค์|พนม|นายก)|น่าน|บางช้าง|ป้อมเพชร|ป้อมเพ็ชร์|พัทลุง|พิษณุโลก|พิศณุโลก|มโนรม|มหาไชย|ระนอง"
    r"|ราชสีมา|ร้อยเอ็ด|ลำปาง|ลำพูน|วิเชียร|สงขลา|หนองคาย|อยุธยา|อุบล)(?![\u0e30-\u0e3a\u0e47-\u0e4e])"
)
LATIN_NAME = re.compile(
    r"[ ]{0,2}(?P<name>[A-ZÀ-Þ][\w’'.-]*(?:[ ](?:[A-ZÀ-Þ][\w’'.-]*|de|van|von|der|den|bin|binti|al|la|da|e|y|dos)){0,5})"
)
# Verbs and joints that end a name they are glued to; none of them occurs inside Thai names
GLUED = re.compile(
    r"กล่าว|เปิดเผย|เผยว่า|เผยถึง|ระบุว่า|ระบุ|ชี้แจง|ให้สัมภาษณ์|ได้(?:รับ|ให้|มอบ|กล่าว|เข้า|ร่วม|เปิด|นำ|เดิน|ลง)|เป็น(?:ประธาน|ผู้|ตัวแทน|วิทยากร|หัวหน้า)|พร้อม(?:ด้วย|คณะ|กับ)|และ"
    r"|เข้า(?:รับ|ร่วม|พบ)|มอบ(?:หมาย|รางวัล|โล่|นโยบาย)|ลงพื้นที่|รับมอบ|รับรางวัล|จาก(?:จังหวัด|โรงเรียน|กรม|ประเทศ)|ร่วม(?:งาน|พิธี|ลง|เป็น)|ในฐานะ|ซึ่ง|ว่า(?=[ ])|แล้ว"
)
# A second word that is no surname
NO_SURNAME = re.compile(
    r"(?:กล่าว|เปิด(?!โลก)|เผย|ระบุ|ย้ำ|ชี้|ให้|ได้|เป็น|พร้อม(?:ด้วย|คณะ|กับ|ทั้ง|นำ|$|[ ])|เข้า|มอบ|ลง(?!กา)|รับ(?:มอบ|รางวัล|ผิดชอบ|ตำแหน่ง|ทราบ|ฟัง|หน้าที่)|ร่วม|ใน|ซึ่ง|และ|หรือ|กับ|จาก|ของ|ที่|ว่า|จึง|ยัง(?!ยืน)|จะ(?!เ)"
    r"|ต้อง|ขอ(?:บ|ให้|ง)|ตอบ|ตรวจ|ติดตาม|ประชุม|หารือ|เดินทาง|นำ(?!พล|โชค|ชัย|สุข)|โดย|เพื่อ|เมื่อ|วันนี้|วันที่|ณ(?![ก-ฮ])|กำชับ|สั่ง|แจง|แถลง|พา|ยืนยัน|ชม(?:การ|นิทรรศ|งาน|$)|แนะ|เสนอ|อธิบาย|เล่า|บอก|ถาม|เห็น|มี(?!ศ|โ|เ|ช|ส|พ|น|ท|บ|ล)"
    r"|แห่ง|ณ |ทั้ง|ต่อ|ถึง|เชื่อ|มั่นใจ|ห่วง|ฝาก|เชิญ|เตรียม|เดินหน้า|เตือน|หนุน|สวม|ปลื้ม|ลุย|จับมือ|ผลักดัน|อายุ|ผลงาน|จังหวัด|อำเภอ|ตำบล|สังกัด|นอกจาก|สำหรับ|ด้าน|อีก|ไม่|ถ้า|แต่|คน|ตาม|ทำ|ทาง|ผ่าน|ราย|รวม|รอง(?:ชนะ|นายก|ปลัด|อธิบดี|ผู้|ประธาน|เลขา|โฆษก|หัวหน้า)|ขณะ|หลัง|ก่อน|ดังนี้|ดังนั้น|ดังกล่าว|ปี(?!ย)|ยก$|ลาออก|มา(?:ร่วม|เป็น|จาก|ที่)|ท่าน|ครั้ง|จำนวน|ผู้|รางวัล|ตำแหน่ง|สาขา|ประเภท|โครงการ|ผลิตภัณฑ์|เวลา|ประธาน|รมว|รมช|กระทรวง|กรม(?!าธิ)|สำนัก|บริษัท|ชาว(?!น|ไ)|หัวหน้า)"
)
# Such a word is no surname even where a position follows it
TELLS = re.compile(
    r"(?:กล่าว|เปิดเผย|เผย|ระบุ|ชี้แจง|ให้สัมภาษณ์|ได้รับ|ได้ให้|เป็นประธาน|พร้อม(?:ด้วย|คณะ)|และ|หรือ|กราบ|เข้า(?:รับ|ร่วม|พบ)|มอบหมาย|ร่วมกับ|ในฐานะ|ดำรงตำแหน่ง"
    r"|ซึ่ง|โดย|ขณะที่|เชิญ|ขอบคุณ|ให้(?!ว|พ|ญ)|ลงพื้นที่|กับ|จาก|ของ$|รักษา|อดีต|กำนัน$|ท่าน|จังหวัด|อำเภอ|ผู้|แต่งตั้ง|รองนายก|ส่วนฝ่าย)"
)
# What stands after นาย, คุณ, พระมหา in other words: นายจ้าง, นายหน้า, พระมหากษัตริย์
NO_GIVEN = re.compile(
    r"(?:ทุก|ที่|ผู้|จ้าง|หน้า|แบบ|ทุน|ทหาร|ร้อย(?:ตำรวจ|เวร|$)|ตำรวจ|สิบ(?:ตำรวจ|$)|เรือ(?!ง|น)|ท่า(?:เรือ|ปล่อย|อากาศ|$)|ตรวจ|งาน|ใน|จะ(?!เ)|ก็"
    r"|ได้|เป็น|และ|คือ|ต้อง|ต่าง|แม่(?!น)|พ่อ|พี่|น้อง|ลูก|หมอ|เรา|อยู่|เข้า|เลือก|ไม่|กับ|จาก|โดย|ว่า|ขึ้นไป|เดียว|กษัตริย์|กรุณา|ธาตุ|เคย"
    r"|เคารพ|ใด|อำเภอ|เธอ|เจ้า(?=สิริ|สุทิดา|รำไพ|เธอ)|ร่วม|ขจัด|โรมัน|ก(?:แม่บ้าน|รัฐ|สมาคม|เทศ|สภา|องค์|เหล่า|อบ[ตจ]|หญิง|ชาย|คน|ตำบล|ท้องถิ่น|เชิญ))"
)
NO_GIVEN_AFTER = {
    # คุณภาพ, คุณธรรม
    "khun": re.compile(r"ภาพ|ธรรม(?!รง|รัตน์|นูญ|ศักดิ์|ชาติ|นัส|วิทย์|ญาณ|วัฒน์|กร)|ค่า|สมบัติ|ประโยชน์|ลักษณะ|ูปการ|สามารถ|มี$"),
    # นางเอก, นางงาม
    "nang": re.compile(r"เอก$|งาม|รำ$|ฟ้า$|พญา|นพมาศ|สงกรานต์|สาวไทย|รอง$"),
    "nangsao": re.compile(r"ไทย"),
    "miss": re.compile(r"Universe|World|Grand|Thailand|International|Earth|Queen|Tourism|Supranational"),
}


@lru_cache(maxsize=1)
def known_names() -> tuple[frozenset[str], frozenset[str]]:
    """Given names and surnames of PyThaiNLP's lists, as installed."""
    return frozenset(thai_female_names()) | frozenset(thai_male_names()), frozenset(thai_family_names())


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `start:end`; `given` is its first word."""

    start: int
    end: int
    given: str
    full: bool


def read_name(known: Anchors, at: int) -> Name | None:
    """The name that begins at `at` (after an honorific), with its surname if one stands there, or None.

    “สมใจ ปลูกบัว ปลัดกระทรวง” → สมใจ ปลูกบัว · “สมใจกล่าวว่า” → สมใจ · “Somjai Plukbua came” → Somjai Plukbua.
    """
    text = known.text
    word = LONG_WORD.match(text, at)
    if not word:
        return _latin(text, at)
    start, end = word.span(1)
    cut = GLUED.search(text, start + 2, end)
    if cut:
        given = ADVERB.sub("", text[start : cut.start()])
        if not 2 < len(given) <= LONGEST_GIVEN or NO_GIVEN.match(given) or given.endswith(("ดัง", "มนตรี")):
            return None
        return Name(start, start + len(given), given, full=False)
    glued = _glued_position(known, start + 2, end)
    given = text[start : glued or end]
    if glued or NO_GIVEN.match(given) or given.endswith("มนตรี"):
        return None if not glued else Name(start, glued, given, full=False)
    found = GIVEN.match(text, at)
    if not found:
        return None
    surname_end = _surname(known, found.end())
    if surname_end is None:
        return Name(start, end, given, full=False)
    return Name(start, surname_end, given, full=True)


def _latin(text: str, at: int) -> Name | None:
    found = LATIN_NAME.match(text, at)
    if not found:
        return None
    name = found["name"].rstrip(".,’'-")
    post = ENGLISH.search(name)
    if post:
        name = name[: post.start()].rstrip(" ,")
    start = found.start("name")
    if len(name) < 3:
        return None
    return Name(start, start + len(name), name.split(" ")[0], full=" " in name)


def _surname(known: Anchors, at: int) -> int | None:
    """Where the surname after the given name that ends at `at` ends, or None if none follows."""
    text = known.text
    noble = NOBLE.match(text, at)
    if noble:
        return noble.end()
    found = SURNAME.match(text, at)
    if not found:
        return None
    start, end = found.span("surname")
    if not _may_be_surname(known, start, end) or (_is_title(known, start) and not text.startswith("คุณ", start)) or _is_post(known, start, end):
        return None
    cut = GLUED.search(text, start + 2, end)
    end = min(cut.start() if cut else end, _glued_position(known, start + 2, end) or end, _glued_title(known, start + 2, end))
    if end - start > LONGEST_SURNAME or end - start < 3:
        return None
    if cut or end < found.end():
        return end
    noble = NOBLE.match(text, end)
    if noble:
        return noble.end()
    return _third(known, end) or end


def _may_be_surname(known: Anchors, start: int, end: int) -> bool:
    """Whether the word at `start:end` may be a surname: จึงรุ่งเรืองกิจ begins as a joint does, but a position follows it."""
    text = known.text
    if not NO_SURNAME.match(text, start):
        return True
    if TELLS.match(text, start):
        return False
    return text[start:end] in known_names()[1] or (text[end : end + 1] == " " and starts_position(known, end + 1))


def _third(known: Anchors, at: int) -> int | None:
    """The end of a third word of the name: a second surname before a position, or after a foreign particle."""
    text = known.text
    found = SURNAME.match(text, at)
    if not found:
        return None
    start, end = found.span("surname")
    if NO_SURNAME.match(text, start) or _is_title(known, start) or starts_position(known, start) or BODY_HEAD.match(text, start):
        return None
    if end - start > 18 or _glued_position(known, start + 2, end) or GLUED.search(text, start + 1, end):
        return None
    after = end
    while text[after : after + 1] == " ":
        after += 1
    follows = after > end and starts_position(known, after) and not known.next_title(start) < after
    return end if follows or text[end : end + 1] == ")" else None


def _is_title(known: Anchors, at: int) -> bool:
    return known.next_title(at) == at


def _is_post(known: Anchors, start: int, end: int) -> bool:
    """Whether a position begins at `start`; a short word (ครู) may as well begin a surname."""
    hit = known.positions.get(start)
    if hit is None:
        return starts_position(known, start)
    return hit.end - hit.start >= 6 or hit.end == end or known.text[hit.end : hit.end + 1] in " ."


def _glued_position(known: Anchors, start: int, end: int) -> int | None:
    """Where a position of six letters or more is glued to the name in `start:end`."""
    for at in known.between(start, end):
        hit = known.positions[at]
        if hit.end - at >= 6:
            for prefix in ("รอง", "ผู้ช่วย", "อดีต"):
                if known.text.endswith(prefix, start, at):
                    return at - len(prefix)
            return at
    return None


def _glued_title(known: Anchors, start: int, end: int) -> int:
    """Where another person's honorific is glued to the name, else `end`."""
    title = known.next_title(start)
    return title if title < end else end
