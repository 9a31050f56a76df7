"""Finds people who are named without an honorific, where the place shows that it is a name.

Such places are a pair of quotation marks (“สมใจ ปลูกบัว”), a post just before (นายกรัฐมนตรี สมใจ ปลูกบัว), a byline, a list of
names with commas, and the words that lead up to a maker or a winner (ผลงานของ, กำกับโดย).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.anchors import MARKED_DIGITS, Anchored, Words
from extractor.match.person_foreign import find_foreign
from extractor.match.person_likeness import is_common, known_names, like_name, like_surname
from extractor.match.person_names import read_name
from extractor.match.person_pairs import find_pairs
from extractor.match.person_words import NO_SURNAME, NOBLE
from extractor.match.position_words import BODY_HEAD, THAI
from extractor.match.positions import starts_position
from extractor.match.winning_words import RECEIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.match.person_names import Name
    from extractor.match.positions import Anchors

PAIR = rf"[\u0e01-\u0e2eเ-ไ]{THAI}{{1,19}}[ ]{{1,2}}[\u0e01-\u0e2eเ-ไ]{THAI}{{2,24}}"
LATIN_WORD = r"[A-ZÀ-Þ][A-Za-zÀ-žạ-ỹ’'-]+"
# “สมใจ ปลูกบัว”
QUOTED = Anchored(re.compile(rf"[“\"‘'](?P<name>{PAIR})[”\"’']"), "“|\"|‘|'")
# สมใจ ปลูกบัว, มาลี ทองคำ, อารี สุขใจ
BEFORE_COMMA = re.compile(rf"(?<!{THAI}){PAIR}[ ]?\Z")
LONGEST_PAIR = 50
LONGEST_SURNAME = 17
COMMA_LIST = re.compile(rf"(?<!{THAI})(?P<names>{PAIR}(?:[ ]?,[ ]?(?:และ[ ]?)?{PAIR})+)(?!{THAI})")
ONE_OF_LIST = re.compile(PAIR)
# “วิว” สมใจ ปลูกบัว, “วิว-แหวน” สมใจ กับ มาลี ปลูกบัว: a nickname in quotation marks before the name, or a pair's two
_NICKNAME = rf"[“\"‘'][ก-ฮเ-ไ]{THAI}{{1,11}}(?:[ -][ก-ฮเ-ไ]{THAI}{{1,12}})?[”\"’'][ ]?"
NICKNAMED = Anchored(re.compile(rf"{_NICKNAME}(?P<name>{PAIR}?)(?:(?!{THAI})|(?={RECEIVES}))"), "“|\"|‘|'")
# “วิว” สมใจ ปลูกบัว| และ |“แหวน” มาลี ทองนา: names beside each other, both told so
_NICKNAMED_TOO = re.compile(rf"(?:[ ]?(?:(?:และ|กับ|คู่กับ|พร้อมด้วย|,)[ ]?){{1,2}}|[ ])(?={_NICKNAME}{PAIR})")
# “ข้าวซอยทาร์ต” |ส่วน เชฟเบิร์ด: no given name
_NEXT_CLAUSE = re.compile(r"(?:ส่วน|ขณะ|ด้าน(?![ก-๎]{3})|ล่าสุด|เมื่อ|หลัง|ต่อ|แล้ว|ชื่นชม|ยินดี)")
# แบดมินตันไทย|คว้า: no surname
_ENDS_SENTENCE = ("คว้า", "ซิว", "กวาด", "ผงาด", "ไทย")
# “แหวน” อารีย์ นาคำ| นักกอล์ฟวัย 19 ปี
TOLD_OF_ACTOR = re.compile(
    r"[ ]?(?:นัก(?:กีฬา|กอล์ฟ|แบด|เทนนิส|เทควันโด|วิ่ง|ร้อง|แสดง|ว่าย|ยก|มวย|เตะ|ตบ|หวด|ชก|ปิงปอง|บอล|ฟุต|ปั่น|แข่ง|ดนตรี|สนุก|กรีฑา)"
    r"|แชมป์|ศิลปิน|โปร|มือ(?:วาง|อันดับ|[ ]?\d)|(?:ที่สามารถ|ที่|สามารถ|ผงาด){0,2}(?:คว้า|ชนะเลิศ|ครองแชมป์|ได้รับ(?:รางวัล|โล่|เกียรติ)"
    r"|(?:ได้)?(?:เข้า|ขึ้น)?รับ(?:รางวัล|โล่|มอบ))|เจ้าของ|วัย[ ]?\d)"
)
# นักแสดงนำชายยอดเยี่ยม ได้แก่ สมใจ ปลูกบัว จากเรื่อง…
PERFORMERS = (
    "ผู้แสดง|นักแสดง|ดารานำ|ดาราสมทบ|ดาราสนับสนุน|ดาราประกอบ|ผู้กำกับ|นักร้อง|ศิลปิน|ผู้ประกาศ|พิธีกร|นักกีฬา|ผู้เขียนบท|นักเขียน|ผู้ประพันธ์|นางแบบ"
)
# นักร้องสาว |“สมใจ ปลูกบัว”
PERFORMING = re.compile(rf"(?:{PERFORMERS}|พระเอก|นางเอก|ดารา|นายแบบ|ดีเจ|ลูกทุ่ง(?:สาว|หนุ่ม)|ขวัญใจ)[ก-๎]{{0,24}}[ ]?$")
# “มารี ซานโต” |ตัวแทนมิสธาราโปรตุเกส
_CROWNED = re.compile(r"[ ]?(?:สาวงาม|ตัวแทน(?:สาวงาม|ประเทศ|มิส)|มิส[ก-ฮเ-ไ][ก-๎]{3,24}[ ])")
# พระเอกหนุ่ม |“กาย กวินทร์ ปลูกบัว”, สาวเสียงใส |“จุ๊บ มาลีรัตน์ ทองนา”: what a performer is called by, before the name
QUOTED_CALLED = Anchored(re.compile(rf"[“\"‘'][ก-ฮเ-ไ]{THAI}{{1,7}}[ ](?P<name>{PAIR})[”\"’']"), "“|\"|‘|'")
# “ก้อย – มาลีรัตน์ ทองนา”: the name behind a dash
QUOTED_DASHED = Anchored(re.compile(rf"[“\"‘'][ ]?[ก-ฮเ-ไ]{THAI}{{1,11}}[ ]?[-–—][ ]?(?P<name>{PAIR})[ ]?[”\"’']"), "“|\"|‘|'")
_CALLED = re.compile(r"(?:สาว|หนุ่ม|น้อง|ผู้จัด|ผู้ประกาศข่าว|โค้ช|เชฟ)[ก-๎]{0,16}[ ]?$")
# ตำแหน่งรองอันดับ 2 ตกเป็นของ |“วีนา สิงห์ทอง”
_QUEENS = re.compile(r"(?:(?<!เลิศ)รองอันดับ[ ]?(?:ที่)?[ ]?\d|มงกุ[ฎฏ][^\n“”]{0,20})[ ]?(?:ตก(?:ไป)?)?เป็นของ[ ]?(?:สาวงาม[ ]?)?$")
PRIZED = Anchored(
    re.compile(
        rf"(?:{PERFORMERS})[ก-๎]{{0,30}}(?:[ ]?(?:ได้แก่|คือ|ตกเป็นของ|เป็นของ)[ ]{{0,2}}|[ ][-–—:][ ]"
        rf"|(?:[ ]?\n[ ]*|[ ]{{1,2}})ผู้ชนะ(?:เลิศ|รางวัล)?[ ]?[:：][ ]*)"
        rf"(?P<called>[“\"‘']?[ก-ฮเ-ไ]{THAI}{{1,7}}[ ]{{1,2}})??(?P<name>{PAIR})(?=[ ]*(?:\n|จาก|ใน|[(,“\"”’']|\Z))"
    ),
    PERFORMERS,
)
# สมใจ ปลูกบัว| นักเทควันโดวัย 16 ปี: what somebody is stands right behind the name
DESCRIBES = Words(" นัก| ศิลปิน| วัย| อายุ")
DESCRIPTION = re.compile(
    r"นัก(?:กีฬา|ร้อง|แสดง|เขียน|วิ่ง|มวย|เตะ|ดนตรี|ว่าย|ยก|แบด|เทนนิส|กอล์ฟ|เทควันโด|ปั่น|ยิง|แข่ง|บอล|ตบ|หวด|ชก|ปิงปอง|เรียน|ศึกษา)"
    r"|ศิลปิน(?!แห่ง)|วัย[ ]?\d|อายุ[ ]?\d{1,2}[ ]?ปี"
)
# โดยมี |สมใจ ปลูกบัว| ประธานบริหาร
LED_IN = re.compile(
    rf"(?:(?:โดยมี|มี|นำโดย|โดย|ด้วย|และ|กับ|จาก|แก่|ขณะที่|ด้าน|ล่าสุด|ว่า|,)[ ]{{1,2}}|[\n•]|\A)(?P<name>{PAIR})[ ]{{1,2}}\Z"
)
TITLE_WORD = re.compile(r"นาย|นาง|คุณ|พล|พัน|ร้อย|ดร|เด็ก|ท่าน|หม่อม|สมเด็จ|พระ|แพทย์|ว่าที่|รอง|ปลัด|อธิบดี|ประธาน|รัฐมนตรี|นัก")
# 1. สมใจ ปลูกบัว 2. มาลี ทองนา (มะลิ)
NUMBER_ENDS = Anchored(re.compile(r"\d[.)][ ]?(?=[ก-ฮเ-ไ])"), MARKED_DIGITS)
NUMBERED = re.compile(rf"(?<![\d.])(?P<number>\d{{1,2}})[.)][ ]?(?P<name>{PAIR})(?=[ ]*(?:\(|\d{{1,2}}[.)]|และ|\n|,|\Z))")
# ที่ 1 สมใจ ปลูกบัว ที่ 2 มาลี ทองนา, อันดับ 1 สมใจ ปลูกบัว เวลา 2.15 ชม.
FIRST_PLACE = Words("ที่ 1 |ที่ 1.|ที่ 1:|อันดับ 1 |ลำดับ 1 |ที่1 ")
PLACED = re.compile(
    rf"(?:ที่|อันดับ|ลำดับ)[ ]?(?P<number>\d{{1,2}})[.:]?[ ]{{1,2}}(?:(?:ได้แก่|คือ|[:–-])[ ]?)?(?P<name>{PAIR})"
    r"(?=[ ]*(?:$|\n|[,(]|\d)|[ ](?:เวลา|ด้วย|อันดับ|ลำดับ|ที่|และ|จาก|สังกัด|ทีม|โรงเรียน|มหาวิทยาลัย|จังหวัด|จ\.|ส่วน|ขณะ|ทำ|มี))"
)
_NEXT_PLACE = re.compile(r"(?:ที่|อันดับ|ลำดับ)[ ]?(?=\d)")
# รับมอบจาก |Emmanuel Daniel| ผู้ก่อตั้ง
LATIN_IN_OFFICE = Anchored(
    re.compile(rf"(?:จาก|โดยมี|โดย|พร้อมด้วย|คือ|ได้แก่|เป็นของ)[ ]?(?P<name>{LATIN_WORD}(?:[ ]{LATIN_WORD}){{1,2}})[ ]{{1,2}}(?=[ก-๎])"),
    "จาก|โดยมี|โดย|พร้อมด้วย|คือ|ได้แก่|เป็นของ",
)
# Producers: Somjai Plukbua and Mali Thongna
LATIN_CREDIT = Anchored(
    re.compile(r"(?:Producers?|Directors?|Directed by|Written by|Screenwriters?)[ ]?:[ ]?"),
    "Producer|Director|Directed by|Written by|Screenwriter",
)
# ข่าวโดย : สมใจ ปลูกบัว
BYLINE = Anchored(
    re.compile(
        rf"(?:(?:ข่าว|ภาพ|เรื่อง|เรียบเรียง|ผู้เขียน|รายงาน)(?:ข่าว)?(?:โดย|[ ]?(?:[/–-]|และ)[ ]?ภาพ)?[ ]*[:：][ ]*"
        rf"|(?:(?:ข่าว|เขียน|เรียบเรียง|รายงาน|ถ่ายภาพ|ภาพ|แปล)โดย|/[ ]?ภาพ)[ ]+)"
        rf"(?P<name>{PAIR})(?=[ ]*(?:[\n/|,(]|$|(?:ภาพ|ถ่ายภาพ)(?:โดย)?[ ]?[:： ]))"
    ),
    "ข่าว|ภาพ|เรื่อง|เรียบเรียง|ผู้เขียน|รายงาน|เขียนโดย|ถ่ายภาพโดย|แปลโดย|/ภาพ|/ ภาพ",
)
# กำกับโดย สมใจ ปลูกบัว
MADE_BY = Anchored(
    re.compile(r"(?:กำกับ(?:การแสดง|ภาพยนตร์)?โดย|แสดงโดย|ประพันธ์โดย|แต่งโดย|เขียนโดย|ขับร้องโดย)"),
    "กำกับ|แสดงโดย|ประพันธ์โดย|แต่งโดย|เขียนโดย|ขับร้องโดย",
)
# ผลงานของสมใจ ปลูกบัว
WORK_OF = Anchored(re.compile(r"ผลงาน(?:กำกับ|ภาพยนตร์)?ของ"), "ผลงาน")
FROM_COUNTRY = re.compile(r"[ ]*(?:จาก|แห่ง)?ประเทศ|[ ]*จากประเทศ")
ONE_CREDITED = re.compile(rf"{LATIN_WORD}(?:[ ]{LATIN_WORD}){{1,3}}")
NEXT_CREDITED = re.compile(r"[ ]?(?:,|and|&)[ ]?")
LATIN_MADE_BY = Anchored(
    re.compile(
        rf"(?:ผลงาน[ก-๎]{{0,24}}?ของ|กำกับ(?:ภาพยนตร์)?โดย|ผู้กำกับ[ก-๎]{{0,20}}?)[ ]?"
        rf"(?P<name>{LATIN_WORD}(?:[ ]{LATIN_WORD}){{1,3}})(?![A-Za-z])"
    ),
    "ผลงาน|กำกับ|ผู้กำกับ",
)
# อารีย์ นาคำ| และศุภธิดา ทองนาเจริญ| ที่คว้า…: two of whom one verb is told, the first of them known as a name
JOINED = re.compile(
    rf"[”\"]?[ ]?(?:และ|กับ)[ ]?[“\"]?(?P<name>{PAIR})(?!{THAI})[”\"]?[ ]?"
    r"(?=(?:ที่|ซึ่ง)?(?:สามารถ|ร่วมกัน|ต่าง)?(?:คว้า|ได้|รับ|ซิว|ครอง|ชนะ|ผงาด|จบ)|จาก|[,(\n])"
)
HEADS_OF_STATE = frozenset({"prime-minister", "minister", "deputy-minister", "minister-plain"})
NO_NAME = re.compile(
    r"(?:โดย|(?:ขับร้อง|กำกับ|ประพันธ์|แต่ง|เขียน|พากย์)โดย|ได้|คว้า|จาก|กับ|เพื่อ|เป็น|ให้|มอบ|รับ|ด้วย|แห่ง|ว่า|คือ|และ|ชวน|เที่ยว|หรือ|ของ|ใน|ที่|การ|ความ|โครงการ|รางวัล|ผู้|ประเทศ|จังหวัด|ศูนย์|กระทรวง|กรม|สำนัก|บริษัท|โรงเรียน"
    r"|มหาวิทยาลัย|ชุมชน|หมู่บ้าน|อำเภอ|เทศบาล|ร้าน|โรง(?:แรม|พยาบาล|งาน)|ธนาคาร|วิทยาลัย|วิสาหกิจ|สหกรณ์|กลุ่ม|มูลนิธิ|สมาคม|องค์การ|อบ[ตจ]\.?)"
)


class Bare(NamedTuple):
    """A name at `start:end` without an honorific, and the rule that found it."""

    start: int
    end: int
    rule: str


def find_bare(known: Anchors) -> Iterator[Bare]:
    """Every name in the text that stands without an honorific in one of the places that show it.

    “ปลื้มฝีพาย “สมใจ ปลูกบัว” คว้าเหรียญทอง” → สมใจ ปลูกบัว, rule `person.quoted`.
    """
    for name in _in_places(known):
        yield name
        second = JOINED.match(known.text, name.end)
        if second is not None and _is_second(known, second):
            yield Bare(*second.span("name"), "person.joined")


def _in_places(known: Anchors) -> Iterator[Bare]:
    """The names that their own place shows."""
    text = known.text
    given, surnames = known_names()
    for found in QUOTED.finditer(text):
        first, last = found["name"].split()
        told = PERFORMING.search(text, max(0, found.start() - 40), found.start()) or _CROWNED.match(text, found.end())
        told = told or _QUEENS.search(text, max(0, found.start() - 40), found.start())
        performs = told is not None and not NO_SURNAME.match(last)
        if (first in given or performs) and not NO_NAME.match(last) and len(last) < 17:
            yield Bare(*found.span("name"), "person.quoted")
    for found in QUOTED_CALLED.finditer(text):
        first, last = found["name"].split()
        begin = max(0, found.start() - 40)
        called = PERFORMING.search(text, begin, found.start()) or _CALLED.search(text, begin, found.start())
        called = called or _QUEENS.search(text, begin, found.start()) or _CROWNED.match(text, found.end())
        if called and not NO_SURNAME.match(last) and not NO_NAME.match(first) and not NO_NAME.match(last) and len(last) < 17:
            yield Bare(*found.span("name"), "person.quoted")
    for found in QUOTED_DASHED.finditer(text):
        first, last = found["name"].split()
        no_name = NO_NAME.match(first) or NO_NAME.match(last) or NO_SURNAME.match(last)
        if not no_name and (first in given or last in surnames or like_surname(last)):
            yield Bare(*found.span("name"), "person.nicknamed")
    yield from _nicknamed(text)
    yield from _described(text)
    yield from _in_office(known)
    yield from _numbered(text)
    yield from _placed(text)
    for found in PRIZED.finditer(text):
        first, last = found["name"].split()
        named = found["called"] is None or (not is_common(first) and (first in given or like_name(first, last)))
        if named and not NO_NAME.match(first) and not NO_NAME.match(last):
            yield Bare(*found.span("name"), "person.prized")
    for found in LATIN_CREDIT.finditer(text):
        yield from _credited(text, found.end())
    yield from _listed(text)
    for found in BYLINE.finditer(text):
        if not BODY_HEAD.match(found["name"]):
            yield Bare(*found.span("name"), "person.byline")
    yield from _makers(known)
    for found in LATIN_MADE_BY.finditer(text):
        yield Bare(*found.span("name"), "person.maker")
    yield from _after_posts(known)
    yield from (Bare(*place, "person.foreign") for place in find_foreign(text))
    for start, end in find_pairs(known):
        noble = NOBLE.match(text, end)  # อารีย์ นาคำ| ณ อยุธยา
        yield Bare(start, noble.end() if noble is not None else end, "person.pair")


def _nicknamed(text: str) -> Iterator[Bare]:
    """Names behind what their bearers are called by: “วิว” สมใจ ปลูกบัว กับ “แหวน” มาลี ทองนา."""
    given, surnames = known_names()
    beside = -1
    for found in NICKNAMED.finditer(text):
        first, last = found["name"].split()
        too = _NICKNAMED_TOO.match(text, found.end())
        joined = too is not None or found.start() == beside
        beside = -1
        if NO_NAME.match(first) or NO_SURNAME.match(last) or NO_NAME.match(last) or last.endswith(_ENDS_SENTENCE):
            continue
        if _NEXT_CLAUSE.match(first):
            continue
        beside = too.end() if too is not None else -1
        known = first in given or last in surnames or like_name(first, last) or _is_told_of(text, found, first, last)
        if known or (joined and len(last) <= LONGEST_SURNAME):
            yield Bare(*found.span("name"), "person.nicknamed")


def _is_second(known: Anchors, second: re.Match[str]) -> bool:
    """Whether two words that a name is joined to are a name as well, though no list holds them."""
    first, last = second["name"].split()
    place = second.start("name")
    if known.next_title(place) == place or starts_position(known, place) or TITLE_WORD.match(first) or BODY_HEAD.match(last):
        return False
    if NO_NAME.match(first) or NO_NAME.match(last) or NO_SURNAME.match(last) or len(last) > LONGEST_SURNAME:
        return False
    return known.text[place - 1] in '“"' or not (is_common(first) or is_common(last))


def _is_told_of(text: str, found: re.Match[str], first: str, last: str) -> bool:
    """Whether words that no list of names holds are a name by what stands behind: “แหวน” อารีย์ นาคำ นักกอล์ฟวัย 19 ปี."""
    if TOLD_OF_ACTOR.match(text, found.end()) is None or TITLE_WORD.match(first) or len(last) > LONGEST_SURNAME:
        return False
    return not is_common(first) and not is_common(last)


def _described(text: str) -> Iterator[Bare]:
    """Names right before what somebody is: สมใจ ปลูกบัว นักเทควันโดวัย 16 ปี."""
    given, surnames = known_names()
    for blank in DESCRIBES.find(text):
        place = blank + 1
        if DESCRIPTION.match(text, place) is None:
            continue
        found = BEFORE_COMMA.search(text, max(0, place - LONGEST_PAIR), place)
        if found is None:
            continue
        first, last = found.group().split()
        if first in given and not NO_NAME.match(last) and not NO_SURNAME.match(last) and (last in surnames or len(last) > 4):
            yield Bare(found.start(), found.start() + len(found.group().rstrip()), "person.described")


def _in_office(known: Anchors) -> Iterator[Bare]:
    """Names between words that lead in to one and an office: โดยมี |สมใจ ปลูกบัว| ประธานเจ้าหน้าที่บริหาร."""
    given, surnames = known_names()
    text = known.text
    for office in known.starts:
        if text[office - 1 : office] != " ":
            continue
        found = LED_IN.search(text, max(0, office - LONGEST_PAIR - 12), office)
        if found is None:
            continue
        first, last = found["name"].split()
        titled = known.next_title(found.start("name")) < found.end("name") or TITLE_WORD.match(first) is not None
        if titled or NO_NAME.match(first) or NO_NAME.match(last) or NO_SURNAME.match(last):
            continue
        if first in given or last in surnames:
            yield Bare(*found.span("name"), "person.in_office")
    for found in LATIN_IN_OFFICE.finditer(text):
        if starts_position(known, found.end()):
            yield Bare(*found.span("name"), "person.in_office")


def _credited(text: str, at: int) -> Iterator[Bare]:
    """The names in Latin script that a credit lists from `at` on."""
    while name := ONE_CREDITED.match(text, at):
        yield Bare(*name.span(), "person.credited")
        following = NEXT_CREDITED.match(text, name.end())
        if not following:
            return
        at = following.end()


def _makers(known: Anchors) -> Iterator[Bare]:
    """Names after กำกับโดย, ผลงานของ and their like."""
    given, _ = known_names()
    for pattern in (MADE_BY, WORK_OF):
        for found in pattern.finditer(known.text):
            name = read_name(known, found.end())
            if name is None or not name.full or known.text[name.start].isascii() or NO_NAME.match(name.given):
                continue
            if known.next_title(found.end()) <= name.start or (known.positions.get(name.start) is not None):
                continue
            if pattern is MADE_BY or name.given in given or FROM_COUNTRY.match(known.text, name.end):
                yield Bare(name.start, name.end, "person.maker")


def _listed(text: str) -> Iterator[Bare]:
    """Names in a list with commas, of which half at least begin with a known given name."""
    given, surnames = known_names()
    for found in _comma_lists(text):
        names = list(ONE_OF_LIST.finditer(text, *found.span("names")))
        words = [name[0].split() for name in names]
        sure = sum(first in given for first, _ in words)
        known_surnames = sum(last in surnames for _, last in words)
        enough = sure * 2 >= len(names) and sure + known_surnames >= (2 if len(names) > 2 else 3)
        if enough and not any(NO_NAME.match(word) for pair in words for word in pair):
            yield from (Bare(*name.span(), "person.listed") for name in names)


# between two names without an honorific may stand some that have one
_MOST_BETWEEN, _LONGEST_BETWEEN = 4, 240


def _numbered(text: str) -> Iterator[Bare]:
    """Names in a numbered list, at least half of whose words are known names: 1. สมใจ ปลูกบัว 2. มาลี ทองนา."""
    given, surnames = known_names()
    row: list[re.Match[str]] = []
    for found in [*_numbers(text), None]:
        gap = int(found["number"]) - int(row[-1]["number"]) if found is not None and row else 0
        follows = found is not None and 0 < gap < _MOST_BETWEEN and found.start() - row[-1].end() < _LONGEST_BETWEEN
        if not follows:
            yield from _of_row(row, given, surnames)
            row = []
        if found is not None:
            row.append(found)


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Every number of a list with a name behind it."""
    for mark in NUMBER_ENDS.finditer(text):
        start = mark.start() - (mark.start() > 0 and text[mark.start() - 1].isdecimal())
        found = NUMBERED.match(text, start)
        if found is not None:
            yield found


def _of_row(row: list[re.Match[str]], given: frozenset[str], surnames: frozenset[str]) -> Iterator[Bare]:
    names = [found["name"].split() for found in row]
    if any(NO_NAME.match(word) or NO_SURNAME.match(word) for pair in names for word in pair):
        return
    sure = sum((first in given) + (last in surnames) for first, last in names)
    if len(row) > 1 and sure >= len(row):
        yield from (Bare(*found.span("name"), "person.numbered") for found in row)


def _placed(text: str) -> Iterator[Bare]:
    """Names behind the places of a contest, the first and those that follow: ที่ 1 สมใจ ปลูกบัว ที่ 2 มาลี ทองนา."""
    given, surnames = known_names()
    for place in FIRST_PLACE.find(text):
        row: list[re.Match[str]] = []
        found = PLACED.match(text, place)
        while found is not None and int(found["number"]) == len(row) + 1:
            row.append(found)
            behind = _NEXT_PLACE.search(text, found.end(), found.end() + _LONGEST_BETWEEN)
            found = PLACED.match(text, behind.start()) if behind is not None else None
        yield from _of_row(row, given, surnames)


def _comma_lists(text: str) -> Iterator[re.Match[str]]:
    """Every list of two names or more with commas, looked for where a name stands before a comma."""
    reached = 0
    comma = text.find(",")
    while comma >= 0:
        first = BEFORE_COMMA.search(text, max(reached, comma - LONGEST_PAIR), comma) if comma > reached else None
        found = COMMA_LIST.match(text, first.start()) if first else None
        if found:
            yield found
            reached = found.end()
        comma = text.find(",", comma + 1)


def _after_posts(known: Anchors) -> Iterator[Bare]:
    """Names that stand right after นายกรัฐมนตรี, รมว. and their like."""
    for start in known.starts:
        hit = known.positions[start]
        if hit.row.id not in HEADS_OF_STATE:
            continue
        name = read_name(known, hit.end)
        if name and name.full and _sure(known, name):
            yield Bare(name.start, name.end, "person.after_post")


# surnames that are verbs of a headline: รมว.อารี |ชื่นชม
_SAID = frozenset({"ชื่นชม", "ยินดี", "ปลื้ม", "ยกย่อง"})


def _sure(known: Anchors, name: Name) -> bool:
    words = known.text[name.start : name.end].split()
    given, surnames = known_names()
    return words[0] in given and words[-1] not in _SAID and (words[-1] in surnames or starts_position(known, name.end + 1))
