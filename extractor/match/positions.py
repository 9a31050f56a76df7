"""Reads a position from where it begins to where its body ends, and finds the one that stands before a name.

A position is a head from the gazetteer (ปลัดกระทรวง, ประธาน), with what deputises before it (รอง, ผู้ช่วย, รักษาราชการแทน)
and a body after it (กระทรวงมหาดไทย), in as many parts as stand together: “ผู้อำนวยการกองกลาง ในฐานะโฆษก…”.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extractor.document import Span
    from extractor.lexicon import Hit, Row

THAI = r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]"
# รักษาราชการแทน…, ปฏิบัติหน้าที่…: one post held for another, said between two positions
ACTING = (
    r"(?:ในฐานะ(?:ที่)?(?:เป็น)?|รักษาราชการ(?:แทน|ในตำแหน่ง)?|รักษาการ(?:แทน|ในตำแหน่ง)?|ปฏิบัติหน้าที่(?:แทน)?(?:ใน(?:ตำแหน่ง)?)?"
    r"|ปฏิบัติราชการแทน|ทำหน้าที่|ทําหน้าที่|ทำการแทน|กระทำการแทน|ดำรงตำแหน่ง)"
)
PREFIX = re.compile(rf"(?:(?:อดีต|{ACTING}|รอง|ผู้ช่วย|ผช\.|ว่าที่|พระ(?=อธิการ)|คณะ(?=ผู้บริหาร\b))[ ]?)+")
ACTING_PART = re.compile(rf"{ACTING}[ ]?")
# ผู้จัดรายการ, นักโภชนาการ: posts by their form alone
BY_FORM = re.compile(rf"(?:ผู้(?!ช่วย|เข้า|ได้|ที่|ชนะ|ร่วม|มี|รับ|คน|ป่วย|สูง|ใด|ซึ่ง|เสีย|ประสบ|สนใจ|ใช้)|นัก(?!ท่องเที่ยว)){THAI}{{3,}}")
ENGLISH = re.compile(
    r"(?:[A-Z][A-Za-z&’'-]*,?[ ](?:(?:of|the|and|for|&)[ ])*){0,6}"
    r"(?:Director|Manager|Officer|President|Chairman|Chairperson|CEO|CFO|COO|CTO|Producers?|Head|Secretary|Minister|Ambassador"
    r"|Governor|Dean|Rector|Founder|Editor|Partner|Leader|Advisor|Adviser|Specialist)\b"
    r"(?:,?[ ](?:of|for|at|to)(?:[ ](?:the|and|of|for|&|[A-Z][A-Za-z&’'-]*))+)?"
)
# Words that begin what is told of the holder, glued to the position
TOLD = re.compile(
    r"เป็น(?:ประธาน|ผู้|ตัวแทน|หัวหน้าคณะ|องค์|วิทยากร|เกียรติ|สักขี)|เปิดเผย|เปิดงาน|เปิดการ(?!ค้า)|เผย(?!แพร่)|กล่าว|มีมติ|เห็นชอบ|รับทราบ|แจ้งว่า|พร้อม(?:ด้วย|คณะ|ทั้ง|นำ|กับ)|เข้า(?:รับ|ร่วม|พบ|เยี่ยม|ประชุม)"
    r"|(?<!ราย)(?<!เงิน)ได้(?=[ก-ฮเ-ไ])|มอบ(?:หมาย|รางวัล|โล่|นโยบาย|เกียรติ|ให้|ของ|ถุง)|ลงพื้นที่|ให้(?:สัมภาษณ์|การต้อนรับ|เกียรติ|ข้อมูล|โอวาท)"
    r"|รับมอบ|รับรางวัล|ระบุ(?:ว่า|ถึง)|ย้ำ|ชี้แจง|แถลง|(?<!ข้อ)เสนอ(?:แต่ง|ชื่อ|ให้)|คณะวิทยากร|คณะผู้|ซึ่ง|โดย(?:มี|ได้)?(?!สาร)|เพื่อ(?:เป็น|ให้|ร่วม)|เมื่อวัน|ในวันที่|ในพิธี|ในงาน|ในการ|เดินทาง|ร่วม(?:งาน|พิธี|ลง|เป็น|แถลง|ประชุม|เปิด|คณะ|รับ|ใน|ให้)"
    r"|และ(?:คณะ|ผู้บริหาร|เจ้าหน้าที่|ข้าราชการ|หน่วยงาน|ภาคี|บุคลากร|พนักงาน|ประชาชน|สื่อ|หัวหน้าส่วน|ผู้เกี่ยวข้อง|ผู้แทน|ผู้ที่)|ตลอดจน|รวมทั้ง|รวมถึง|นำ(?:ทีม|คณะ|ข้าราชการ|หัวหน้า|ประชาชน)|เพิ่มเติม|ตรวจเยี่ยม"
)
# What may go on after a space as part of the same position
BODY_HEAD = re.compile(
    r"กระทรวง|กรม|สำนักงาน|สำนัก|กอง(?!ทัพน้ำ)|ศูนย์|ธนาคาร|บริษัท|บมจ\.|บจก\.|บจ\.|หจก\.|ห้างหุ้นส่วน|มหาวิทยาลัย|คณะ(?!ผู้|ทำงาน|สงฆ์|ครู|นักเรียน|สื่อ|เจ้าหน้าที่|ข้าราชการ|กรรมการและ)|วิทยาลัย|วิทยาเขต"
    r"|โรงเรียน|โรงพยาบาล|รพ\.|สถาบัน|สถานี|สมาคม|สมาพันธ์|มูลนิธิ|องค์การ|องค์กร(?!ภาค|ปกครอง|เอกชน|ต่าง|เครือ)|การไฟฟ้า|การประปา|การรถไฟ|การท่าเรือ|การทาง|การเคหะ|การยาง|การกีฬา|การท่องเที่ยว|การนิคม|การบิน"
    r"|เทศบาล|อบต\.|อบจ\.|สภา|บรรษัท|กลุ่ม(?!ที่|เป้า|เปราะ|ผู้|ทอ|แม่บ้าน|องค์กร)|ฝ่าย|สายงาน|สาย|ส่วน|งาน(?=[ก-ฮ])(?!นี้|ใน|ณ)|แผนก|ภาควิชา|สาขา|หน่วย(?!งาน)|หลักสูตร|ประจำ(?!ปี)|แห่ง|ด้าน|ภาค(?!รัฐ|เอกชน|ประชา|ส่วน|ี)|เขต|ชั้น(?=ปี|ม|ป|อนุบาล)|คนที่|คน(?=แรก)|ลำดับที่|ระดับ(?=\d|กระทรวง|ปฏิบัติ|ชำนาญ)"
    r"|ในพระ\S*ถัมภ์|ม\.(?=[ก-ฮ])|รุ่น|นิตยสาร|หนังสือพิมพ์|ราชวิทยาลัย|วัด|กองทุน|กองทัพ|กองบัญชาการ|กองบังคับการ|ตำรวจ|ชมรม|สหกรณ์|วิสาหกิจ|สโมสร|หอการค้า|พรรค|รัฐสภา|วุฒิสภา|ราชอาณาจักร|สาธารณรัฐ|ประเทศ|เครือ(?!ข่าย)|ในเครือ|แบรนด์|ร้าน|ไร่|ฟาร์ม"
)
PLACE_HEAD = re.compile(r"(?:จังหวัด|จ\.[ ]?|อำเภอ|อ\.[ ]?|ตำบล|ต\.[ ]?|เขต|กรุงเทพมหานคร|กทม\.)")
ABBREVIATION = re.compile(r"(?:[ก-ฮเ-ไ][ก-ฮ]?[ะ-ู]?\.){2,6}[ก-ฮ]{0,3}|[ก-ฮ]{2,5}\.|[A-Z]{2,8}\b")
NO_BODY = re.compile(r"พ\.ศ|ค\.ศ|น\.|จ\.|อ\.|ต\.|ครม|รม[วชต]|ผอ\.|ผบ|ดร|นพ|พญ|พล|โทร|เวลา")
CHUNK = re.compile(r"[^\s()\[\]“”\"‘’,;:|•]+")
COMPANY = re.compile(r"(?:บริษัท|บมจ\.|บจก\.|บจ\.|ธนาคาร|บรรษัท|บริษัทหลักทรัพย์)[ ]?[^\n“”\"]{2,90}?จำกัด(?:[ ]?\(มหาชน\))?")
LATIN_WORDS = re.compile(r"[A-Za-z&][\w&.’'-]*(?:[ ][A-Za-z&][\w&.’'-]*){0,5}")
ENDS_IN_LATIN = re.compile(r"(?:บริษัท|กลุ่ม|สถาบัน|บจก\.|บมจ\.|ร้าน|แบรนด์)\Z")
NAME_FOLLOWS = re.compile(r"(?:มูลนิธิ|บริษัท|สมาคม|ธนาคาร|โรงเรียน|มหาวิทยาลัย|โรงพยาบาล|ชมรม|สถาบัน)\Z")
TELLS_NEXT = re.compile(r"และ|หรือ|กับ|ใน|ที่|ณ|ว่า|จะ|จึง|ยัง|มี|เมื่อ|ทั้ง|สำหรับ|ร่วม|นำ|พร้อม|รับ|ขอ|มา|ไป|ตลอด")
BRACKET = re.compile(r"[ ]?\([^()\n]{1,60}\)")
# สำนักงานศุลกากรภาคที่ 4, เขต 21
NUMBERED = re.compile(r"(?:ที่|เขต|สำนัก|ภาค|กอง|ส่วน|ฝ่าย|รุ่น|ชั้น|ปี|กลุ่ม|ระดับ|ชุด)\Z")
NUMBER = re.compile(r"[ ]\d{1,3}(?![\d.)]|[ ]?[.)/])")
# The one ministry whose name holds spaces
MINISTRY_TAIL = re.compile(r"[ ]+วิทยาศาสตร์[ ,]+(?:การ)?วิจัย[ ]*และ[ ]*นวัตกรรม")
# เอกอัครราชทูต ณ กรุงเวลลิงตัน
AT_TOWN = re.compile(rf"[ ]+ณ[ ]+(?:กรุง|นคร|เมือง|สิงคโปร์|เวียง){THAI}*")
AND = re.compile(r"[ ]*และ[ ]?")
LEFT_OPEN = ("กระทรวง", "ผู้ว่าราชการ", "สำนักงาน", "คณะกรรมการ", "กรม", "สถาบัน", "จังหวัด", "อำเภอ", "บริษัท", "สำนัก", "ประจำ")
COLLECTIVE = frozenset({
    "executive", "representative", "staff", "staff-plain", "civil-servant", "youth", "farmer", "pupil", "student", "teacher", "athlete",
    "business-person", "governor-province", "vice-governor-province", "district-chief", "artist", "journalist",
    "village-head", "volunteer-chair", "mp", "senator", "leader", "worker", "actor", "owner", "district-clerk", "expert-committee",
    "minister-plain", "nurse", "physician", "police-officer", "committee", "committee-member", "singer", "sage", "researcher", "officer",
    "inspector",
})  # fmt: skip
# Heads that may be a second post, said right after the first: “ปลัดกระทรวง… ประธานกรรมการ…”
SECOND = frozenset({
    "chairman", "director", "adviser", "council-member", "association-president", "association-vice-president", "managing-director",
    "managing-director-senior", "ceo", "committee-member", "spokesman", "wife-association", "secretary-general", "head", "committee",
})  # fmt: skip
# Heads that before a name are rather the end of a list of those present
CROWD = frozenset({
    "executive", "staff", "staff-plain", "civil-servant", "youth", "farmer", "business-person", "police-officer", "committee", "worker",
    "minister-plain", "volunteer",
})  # fmt: skip
# What may stand before a position that stands before a name
LEADS_IN = re.compile(
    r"(?:(?:^|[\n(“\"‘/,:;.)•\d-])[ ]*|(?:โดย|โดยมี|และ|กับ|ที่|ของ|ให้|จาก|มี|ท่าน|ว่า|ด้าน|ซึ่ง|ด้วย|แก่|ต่อ|คือ|พบ|เชิญ|แทน|นำ|ได้แก่|อดีต|ถึง"
    r"|หาก|เรียน|รับ|ภายใต้|รัฐบาล|นี้|หมาย|คณะ(?=อนุ|กรรมการ))[ ]*)\Z"
)
PLURAL = re.compile(r"(?:ส่วนราชการ|หน่วยงาน|หน่วย|ฝ่ายต่าง|ทุก|ที่เกี่ยวข้อง|กลุ่มงาน\s|ระดับสูง|ส่วนงาน|ต่าง|จาก|ชมรม|กลุ่ม|อบต|สำนักงานจังหวัด\b|พื้นที่)")


@dataclass(slots=True)
class Anchors:
    """What is known of a text before positions are read: gazetteer hits by their start, and bodies found earlier."""

    text: str
    positions: Mapping[int, Hit]
    starts: Sequence[int]
    titles: Sequence[int]
    bodies: Mapping[int, int] = field(default_factory=dict)

    def next_title(self, at: int) -> int:
        """Where the next honorific begins, at `at` or after it."""
        index = bisect_left(self.titles, at)
        return self.titles[index] if index < len(self.titles) else len(self.text)

    def between(self, start: int, end: int) -> Sequence[int]:
        """Starts of gazetteer positions in `start:end`."""
        return self.starts[bisect_left(self.starts, start) : bisect_right(self.starts, end - 1)]


def anchors(
    text: str, positions: Sequence[Hit], titles: Sequence[int], organisations: Sequence[Span] = ()
) -> Anchors:
    """The anchors of `text`; `titles` are the starts of honorifics that stand before names."""
    bodies: dict[int, int] = {}
    for body in organisations:
        bodies[body.start] = max(body.end, bodies.get(body.start, 0))
    return Anchors(text, {hit.start: hit for hit in positions}, [hit.start for hit in positions], titles, bodies)


def read_position(known: Anchors, start: int, *, limit: int | None = None) -> int | None:
    """Where the position that begins at `start` ends, or None if none begins there.

    “รองอธิบดีกรมการค้าภายใน รักษาราชการแทนอธิบดี เป็นประธาน” → up to, not with, “ เป็นประธาน”.
    """
    limit = min(len(known.text), start + 400) if limit is None else limit
    limit = min(limit, known.next_title(start + 1))
    newline = known.text.find("\n", start, limit)
    if newline >= 0:
        limit = newline
    english = ENGLISH.match(known.text, start, limit) if known.text[start : start + 1].isascii() else None
    if english:
        if known.text.startswith(":", english.end()):
            return None
        end = english.end()
    else:
        head = _head(known, start)
        if head is None or known.text.startswith(("ในพิธี", "ในงาน", "ในการ"), head[0]):
            return None
        end = _body(known, head[0], limit, head[1])
    while (further := _continued(known, start, end, limit)) is not None:
        end = further
    return end


def starts_position(known: Anchors, at: int) -> bool:
    """Whether a position begins at `at`: a gazetteer head, with or without รอง and its like."""
    return _head(known, at, by_form=False) is not None


def position_before(known: Anchors, end: int, floor: int) -> tuple[int, int] | None:
    """The position that ends just before `end`, not beginning before `floor`: “(เลขาธิการ ก.พ.) (นาย”.

    “โดย ปลัดกระทรวงมหาดไทย นายสมใจ ปลูกบัว” → ปลัดกระทรวงมหาดไทย.
    """
    text = known.text
    closing = end
    while closing > floor and text[closing - 1] in " (":
        closing -= 1
    bracketed = re.compile(r"\([^()\n]{1,40}\)\Z").search(text, max(floor, closing - 44), closing)
    stripped = text[: bracketed.start()].rstrip(" ") if bracketed else None
    targets = {closing} | ({len(stripped)} if stripped is not None else set())
    newline = text.rfind("\n", floor, closing)
    floor = max(floor, newline + 1, closing - 170)
    for at in known.between(floor, closing):
        start = _with_prefix(text, at, floor)
        row = known.positions[at].row
        bracketed = text[closing : closing + 2].strip() == "("
        if row.id in CROWD or not (bracketed or LEADS_IN.search(text, max(0, start - 12), start)):
            continue
        reached = read_position(known, start, limit=closing)
        if reached in targets and reached is not None:
            return start, reached
    return None


def _with_prefix(text: str, at: int, floor: int) -> int:
    """Where the position whose head is at `at` begins, with รอง, ผู้ช่วย and their like."""
    before = re.compile(rf"(?:(?:อดีต|รอง|ผู้ช่วย|{ACTING})[ ]?)+\Z").search(text, max(floor, at - 40), at)
    return before.start() if before else at


def _head(known: Anchors, at: int, *, by_form: bool = True) -> tuple[int, Row | None] | None:
    """The end of the head at `at` and its row."""
    prefix = PREFIX.match(known.text, at)
    inner = prefix.end() if prefix else at
    for place in dict.fromkeys((at, inner)):
        hit = known.positions.get(place)
        if hit:
            return hit.end, hit.row
    if not by_form:
        return None
    form = BY_FORM.match(known.text, inner)
    if form and not TOLD.match(known.text, inner) and not form[0].endswith(("ดีเด่น", "ต้นแบบ", "ยอดเยี่ยม", "ดีเยี่ยม")):
        return inner + 4, None
    return None


def _cut(known: Anchors, start: int, end: int) -> int:
    """The end of the position's part in `start:end`: before what is told of its holder."""
    told = TOLD.search(known.text, start, end)
    return told.start() if told else end


def _body(known: Anchors, at: int, limit: int, row: Row | None) -> int:
    """The end of the body that goes on from `at` without a space, or after one where the head is left open."""
    text = known.text
    end = at
    chunk = CHUNK.match(text, at, limit)
    if chunk:
        end = _cut(known, at, chunk.end())
        end = _over_bodies(known, at, end, limit)
        if end < chunk.end():
            return end
        tail = MINISTRY_TAIL.match(text, end, limit) if text.endswith("อุดมศึกษา", at, end) else None
        number = NUMBER.match(text, end, limit) if NUMBERED.search(text, max(at - 8, 0), end) else None
        if tail or number:
            return (tail or number).end()  # type: ignore[union-attr]
    if row is not None and row.id in {"ambassador", "consul"} and (town := AT_TOWN.match(text, end, limit)):
        return town.end()
    company = COMPANY.search(text, at, min(end + 100, limit)) if "บริษัท" in text[at:end] or "ธนาคาร" in text[at:end] else None
    if company and company.start() <= end and company.end() > end and not TOLD.search(text, company.start(), company.end()):
        return company.end()
    if text[end : end + 1] == " ":
        after = end + 1
        while text[after : after + 1] == " ":
            after += 1
        open_ended = end == at or text.endswith(LEFT_OPEN, at - 8 if at > 8 else 0, end)
        if after in known.bodies and known.bodies[after] <= limit and (row is None or open_ended):
            return known.bodies[after]
        if open_ended:
            short = ABBREVIATION.match(text, after, limit)
            if short:
                chunk = CHUNK.match(text, short.end(), limit)
                return _cut(known, short.end(), chunk.end()) if chunk else short.end()
        if chunk and NAME_FOLLOWS.search(text, at - 8 if at > 8 else 0, end) and (further := _words_of_name(known, after, limit)):
            return further
        if ENDS_IN_LATIN.search(text, at - 6 if at > 6 else 0, end):
            latin = LATIN_WORDS.match(text, after, limit)
            if latin:
                return latin.end()
    return end


def _words_of_name(known: Anchors, at: int, limit: int) -> int | None:
    """The end of a name in some words after มูลนิธิ, บริษัท: อินฟินิธัส บาย กรุงไทย (four at most)."""
    end = None
    for _ in range(4):
        chunk = CHUNK.match(known.text, at, limit)
        if not chunk or TOLD.match(known.text, at) or BODY_HEAD.match(known.text, at) or _head(known, at, by_form=False):
            break
        if TELLS_NEXT.match(known.text, at):
            break
        end = _cut(known, at, chunk.end())
        if end < chunk.end():
            break
        at = _skip_spaces(known.text, end, limit)
    return end


def _over_bodies(known: Anchors, start: int, end: int, limit: int) -> int:
    """`end`, moved on to the end of a body that was found earlier and begins in `start:end`."""
    for at in range(start, end) if known.bodies else ():
        reached = known.bodies.get(at, 0)
        if end < reached <= limit:
            return reached
    return end


def _continued(known: Anchors, start: int, end: int, limit: int) -> int | None:
    """The end of the next part of the position that has reached `end`, or None if there is none."""
    text = known.text
    at = end
    bracket = BRACKET.match(text, at, limit)
    if bracket:
        after = _skip_spaces(text, bracket.end(), limit)
        further = _part(known, after, limit, strict=True)
        return further if further and further > after else None
    joined = AND.match(text, at, limit)
    if joined:
        return _joined_part(known, joined.end(), limit)
    after = _skip_spaces(text, at, limit)
    if after == at or after >= limit:
        return None
    return _part(known, after, limit, strict=False)


def _joined_part(known: Anchors, at: int, limit: int) -> int | None:
    """The end of a position that และ joins on; a crowd (และเจ้าหน้าที่) is not one."""
    head = _head(known, at, by_form=False)
    if head is None or TOLD.match(known.text, at - 3):
        return None
    end, row = head
    if row is not None and row.id in COLLECTIVE and not known.text.startswith("กรรมการ", end - 7):
        return None
    body = _body(known, end, limit, row)
    return None if PLURAL.match(known.text, end) or _before_name(known, body) else body


def _part(known: Anchors, at: int, limit: int, *, strict: bool) -> int | None:
    """The end of a further part at `at`: a body, an acting post, or a second post with a body of its own."""
    text = known.text
    if at in known.bodies and known.bodies[at] <= limit and (BODY_HEAD.match(text, at) or not strict):
        return known.bodies[at]
    company = COMPANY.match(text, at, limit)
    if company and not TOLD.search(text, at, company.end()):
        return company.end()
    head = _head(known, at, by_form=False)
    if head is None:
        short = ABBREVIATION.match(text, at, limit)
        if short and not strict and text[short.end() - 1] == "." and not NO_BODY.match(text, at):
            return short.end() if text[short.end() : short.end() + 1] in " \n)" else None
        if not (BODY_HEAD.match(text, at) or PLACE_HEAD.match(text, at)):
            return None
        chunk = CHUNK.match(text, at, limit)
        end = _cut(known, at, chunk.end()) if chunk else at
        if chunk and end == chunk.end():
            end = _body(known, end, limit, None) if text.endswith(LEFT_OPEN, at, end) or ENDS_IN_LATIN.search(text, at, end) else end
        return end if end - at > 2 else None
    end, row = head
    body = _body(known, end, limit, row)
    if ACTING_PART.match(text, at):
        return body
    if PLURAL.match(text, end) or row is None or row.id not in SECOND or body == end or _before_name(known, body):
        return None
    return None if text.endswith(("จังหวัด", "อำเภอ"), at, body) else body


def _before_name(known: Anchors, end: int) -> bool:
    """Whether a name with its honorific follows at `end`, so that the position may be that person's."""
    return known.next_title(end) - end <= 2 and known.text[end : known.next_title(end)].strip(" (") == ""


def _skip_spaces(text: str, at: int, limit: int) -> int:
    while at < limit and text[at] == " ":
        at += 1
    return at
