"""Reads a position from where it begins to where its body ends, and finds the one that stands before a name.

A position is a head from the gazetteer (ปลัดกระทรวง, ประธาน), with what deputises before it (รอง, ผู้ช่วย, รักษาราชการแทน)
and a body after it (กระทรวงมหาดไทย), in as many parts as stand together: “ผู้อำนวยการกองกลาง ในฐานะโฆษก…”.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.lexicon import Hit
from extractor.match.position_words import (
    ABBREVIATION,
    ACTING_PART,
    AND,
    AT_TOWN,
    BODY_HEAD,
    BRACKET,
    BY_FORM,
    CHUNK,
    COLLECTIVE,
    COMMITTEE,
    COMPANY,
    CROWD,
    DEPUTY_AT_END,
    ENDS_IN_LATIN,
    ENGLISH,
    GLOSS_AT_END,
    HAS_WON,
    HONOURED_IN,
    LATIN_WORDS,
    LEADS_IN,
    LEFT_OPEN,
    LINE_OF_WORK,
    MINISTRY_TAIL,
    NAME_FOLLOWS,
    NO_BODY,
    NO_OFFICE,
    NUMBER,
    NUMBERED,
    PLACE_HEAD,
    PLURAL,
    PREFIX,
    SECOND,
    TAKES_COMMITTEE,
    TELLS_NEXT,
    TOLD,
    UNIT_NUMBER,
)

if TYPE_CHECKING:
    from extractor.document import Span
    from extractor.gazetteer_rows import Row


@dataclass(slots=True)
class Anchors:
    """What is known of a text before positions are read: gazetteer hits by their start, and bodies found earlier."""

    text: str
    positions: Mapping[int, Hit]
    starts: Sequence[int]
    titles: Sequence[int]
    bodies: Mapping[int, int] = field(default_factory=dict)
    body_starts: Sequence[int] = ()
    name_ends: Mapping[int, int] = field(default_factory=dict)

    def next_title(self, at: int) -> int:
        """Where the next honorific begins, at `at` or after it."""
        index = bisect_left(self.titles, at)
        return self.titles[index] if index < len(self.titles) else len(self.text)

    def between(self, start: int, end: int) -> Sequence[int]:
        """Starts of gazetteer positions in `start:end`."""
        return self.starts[bisect_left(self.starts, start) : bisect_right(self.starts, end - 1)]


def anchors(text: str, positions: Sequence[Hit], titles: Sequence[int], organisations: Sequence[Span] = ()) -> Anchors:
    """The anchors of `text`; `titles` are the starts of honorifics that stand before names."""
    bodies: dict[int, int] = {}
    for body in organisations:
        bodies[body.start] = max(body.end, bodies.get(body.start, 0))
    return Anchors(text, {hit.start: hit for hit in positions}, [hit.start for hit in positions], titles, bodies, sorted(bodies))


def read_position(known: Anchors, start: int, *, limit: int | None = None) -> int | None:
    """Where the position that begins at `start` ends, or None if none begins there.

    “รองอธิบดีกรมการค้าภายใน รักษาราชการแทนอธิบดี เป็นประธาน” → up to, not with, “ เป็นประธาน”.
    """
    text = known.text
    trains = _TRAINS.match(text, start) if limit is None else None
    if trains is not None and known.next_title(trains.end()) == trains.end():
        return None  # นาย ก |ครูผู้ฝึกสอน นาง ข: who trains the one before
    limit = min(start + 400 if limit is None else limit, known.next_title(start + 1), len(text))
    newline = text.find("\n", start, limit)
    limit = newline if newline >= 0 else limit
    english = ENGLISH.match(text, start, limit) if text[start : start + 1].isascii() else None
    if english:
        if text.startswith(":", english.end()):
            return None
        end = english.end()
    else:
        head = _head(known, start)
        if head is None or text.startswith(NO_OFFICE, head[0]):
            return None
        end = _body(known, head[0], limit, head[1])
    if text.startswith(OVER_MONKS, max(start, text.find("เจ้าคณะ", start, start + 24))):
        return end
    while (further := _continued(known, end, limit)) is not None:
        end = further
    if text.startswith(_VILLAGE_HEADS, start):
        place = _VILLAGE.match(text, end, limit)
        return place.end() if place else end
    honoured = HONOURED_IN.match(text, end) if text.startswith(("ศิลปิน", "ครูศิลป์"), start) else None
    return honoured.end() if honoured else end


# ผู้ใหญ่บ้าน| หมู่ 2 ต.นาดี อ.เมือง จ.เลย: which village's or subdistrict's
_VILLAGE_HEADS = ("กำนัน", "ผู้ใหญ่บ้าน", "ผู้ช่วยผู้ใหญ่บ้าน", "สารวัตรกำนัน", "แพทย์ประจำตำบล")
_VILLAGE = re.compile(
    r"(?:[ ]?(?:หมู่[ ]?(?:ที่[ ]?)?\d{1,2}|บ้าน[ก-๎]{2,20}(?![ก-๎])))?(?:[ ]?(?:ตำบล|ต\.)[ ]?[ก-๎]{2,20})?"
    r"(?:[ ]?(?:อำเภอ|อ\.)[ ]?[ก-๎]{2,20})?"
    r"(?:[ ]?(?:จังหวัด|จ\.)[ ]?[ก-๎]{3,16})?"
)


_TRAINS = re.compile(
    r"(?:ครู|อาจารย์)(?:ผู้)?(?:ฝึกสอน|ฝึกซ้อม|ควบคุม(?:ทีม|วง)?|ที่ปรึกษา(?:โครงงาน|ทีม)?)[ ]*(?:ได้แก่|คือ|[:：])?[ ]*(?:1[.)][ ]*)?"
)
# ผู้อำนวยการ : นายสมใจ ปลูกบัว; ครูที่ปรึกษา: is a line's label
HEADS_BEFORE_COLON = (
    "ผู้อำนวยการ",
    "ผอ.",
    "ประธาน",
    "นายก",
    "ผู้ว่า",
    "ปลัด",
    "อธิบดี",
    "อธิการ",
    "หัวหน้า",
    "เลขา",
    "ผู้จัดการ",
    "คณบดี",
    "รอง",
)
# เจ้าคณะภาค 5 tells its place itself; the province behind it is where the monk lives
OVER_MONKS = ("เจ้าคณะภาค", "เจ้าคณะหน", "เจ้าคณะใหญ่")


def starts_position(known: Anchors, at: int) -> bool:
    """Whether a position begins at `at`: a gazetteer head, with or without รอง and its like."""
    return _head(known, at, by_form=False) is not None


def position_before(known: Anchors, end: int, floor: int) -> tuple[int, int] | None:
    """The position that ends just before `end`, not beginning before `floor`: “(เลขาธิการ ก.พ.) (นาย”.

    “โดย ปลัดกระทรวงมหาดไทย นายสมใจ ปลูกบัว” → ปลัดกระทรวงมหาดไทย.
    """
    text = known.text
    closing = len(text[floor:end].rstrip(" (:")) + floor
    gloss = GLOSS_AT_END.search(text, max(floor, closing - 44), closing)
    targets = {closing, len(text[floor : gloss.start()].rstrip(" ")) + floor} if gloss else {closing}
    bracketed = text[closing:end].strip() == "("
    colon = ":" in text[closing:end]
    floor = max(floor, text.rfind("\n", floor, closing) + 1, closing - 170)
    for at in known.between(floor, closing):
        deputy = DEPUTY_AT_END.search(text, max(floor, at - 40), at)
        start = deputy.start() if deputy else at
        if colon and not text.startswith(HEADS_BEFORE_COLON, start):
            continue
        if known.positions[at].row.id in CROWD or not (bracketed or LEADS_IN.search(text, max(0, start - 12), start)):
            continue
        reached = read_position(known, start, limit=closing)
        if reached in targets:
            return start, reached
    return None


def _head(known: Anchors, at: int, *, by_form: bool = True) -> tuple[int, Row | None] | None:
    """The end of the head at `at`, and its row unless it is one by its form alone."""
    text = known.text
    prefix = PREFIX.match(text, at)
    inner = prefix.end() if prefix else at
    for place in (at, inner):
        hit = known.positions.get(place)
        if hit and not HAS_WON.match(text, place):
            return hit.end, hit.row
    form = BY_FORM.match(text, inner) if by_form else None
    if form and not TOLD.match(text, inner) and not form[0].endswith(("ดีเด่น", "ต้นแบบ", "ยอดเยี่ยม", "ดีเยี่ยม")):
        return min(form.end(), inner + 4), None
    return None


def _cut(known: Anchors, start: int, end: int) -> int:
    """The end of the position's part in `start:end`: before what is told of its holder."""
    told = TOLD.search(known.text, start, end)
    if told is None:
        return end
    return told.start() - len("ผู้") * known.text.endswith("ผู้", start, told.start())  # นักร้อง|ผู้|ได้รับรางวัล


def _chunk(known: Anchors, at: int, limit: int) -> tuple[int, bool]:
    """Where the unspaced part from `at` ends, and whether nothing was cut off it."""
    chunk = CHUNK.match(known.text, at, limit)
    if not chunk:
        return at, True
    end = _over_bodies(known, at, _cut(known, at, chunk.end()), limit)
    return end, end >= chunk.end()


def _body(known: Anchors, at: int, limit: int, row: Row | None) -> int:
    """The end of the body that goes on from `at` without a space, or after one where the head is left open."""
    text = known.text
    end, whole = _chunk(known, at, limit)
    if not whole:
        return end
    tail = MINISTRY_TAIL if text.endswith("อุดมศึกษา", at, end) else NUMBER if NUMBERED.search(text, max(at - 8, 0), end) else None
    if row is not None and row.id in {"ambassador", "consul"}:
        tail = AT_TOWN
    found = tail.match(text, end, limit) if tail else None
    return found.end() if found else _company(known, at, end, limit) or _open_body(known, at, end, limit) or end


def _company(known: Anchors, at: int, end: int, limit: int) -> int | None:
    """The end of a company's name up to จำกัด (มหาชน), if one begins in `at:end` and goes on after a space."""
    text = known.text
    if "บริษัท" not in text[at:end] and "ธนาคาร" not in text[at:end]:
        return None
    company = COMPANY.search(text, at, min(end + 100, limit))
    if company and company.start() <= end < company.end() and not TOLD.search(text, company.start(), company.end()):
        return company.end()
    return None


def _open_body(known: Anchors, at: int, end: int, limit: int) -> int | None:
    """The end of a body after a space, where what stands at `at:end` cannot be all: “เลขาธิการ ก.พ.”, “บริษัท Contour”."""
    text = known.text
    after = _skip_spaces(text, end, limit)
    if after == end:
        return None
    before = max(at - 8, 0)
    if end == at or text.endswith(LEFT_OPEN, before, end):
        if known.bodies.get(after, limit + 1) <= limit:
            return known.bodies[after]
        short = ABBREVIATION.match(text, after, limit)
        if short:
            return _chunk(known, short.end(), limit)[0]
    if NAME_FOLLOWS.search(text, before, end) and (further := _words_of_name(known, after, limit)):
        return further
    latin = LATIN_WORDS.match(text, after, limit) if ENDS_IN_LATIN.search(text, before, end) else None
    return latin.end() if latin else None


def _words_of_name(known: Anchors, at: int, limit: int) -> int | None:
    """The end of a name in some words after มูลนิธิ, บริษัท: อินฟินิธัส บาย กรุงไทย (four at most)."""
    text = known.text
    end = None
    for _ in range(4):
        stops = TOLD.match(text, at) or BODY_HEAD.match(text, at) or TELLS_NEXT.match(text, at) or starts_position(known, at)
        if stops or not CHUNK.match(text, at, limit):
            break
        end, whole = _chunk(known, at, limit)
        if not whole:
            break
        at = _skip_spaces(text, end, limit)
    return end


def _over_bodies(known: Anchors, start: int, end: int, limit: int) -> int:
    """`end`, moved on to the end of a body that was found earlier and begins in `start:end`."""
    for at in known.body_starts[bisect_left(known.body_starts, start) : bisect_left(known.body_starts, end)]:
        if end < known.bodies[at] <= limit:
            return known.bodies[at]
    return end


def _continued(known: Anchors, end: int, limit: int) -> int | None:
    """The end of the next part of the position that has reached `end`, or None if there is none."""
    text = known.text
    bracket = BRACKET.match(text, end, limit)
    if bracket:
        joined = AND.match(text, bracket.end(), limit)
        if joined:
            return _joined_part(known, joined.end(), limit)
        after = _skip_spaces(text, bracket.end(), limit)
        further = _part(known, after, limit, strict=True)
        if further and further > after:
            return further
        return bracket.end() if LINE_OF_WORK.match(text, end, limit) else None
    joined = AND.match(text, end, limit)
    if joined:
        twin = text.startswith("สภาหอการค้า", joined.end())  # หอการค้าไทยและสภาหอการค้าแห่งประเทศไทย
        return known.bodies.get(joined.end()) if twin else _joined_part(known, joined.end(), limit)
    number = UNIT_NUMBER.match(text, end, limit)
    after = _skip_spaces(text, number.end() if number else end, limit)
    if number:
        further = _part(known, after, limit, strict=True)
        return further if further is not None and further > after else None
    return None if after == end or after >= limit else _part(known, after, limit, strict=False)


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
    body_head = BODY_HEAD.match(text, at) is not None
    if COMMITTEE.match(text, at) and not TAKES_COMMITTEE.search(text, max(0, at - 24), at):
        return None
    if known.bodies.get(at, limit + 1) <= limit and (body_head or not (strict or text.startswith("คณะ", at))):
        return known.bodies[at]
    company = COMPANY.match(text, at, limit)
    if company and not TOLD.search(text, at, company.end()):
        return company.end()
    head = _head(known, at, by_form=False)
    if head is None:
        return _further_body(known, at, limit, strict=strict, named=body_head or PLACE_HEAD.match(text, at) is not None)
    end, row = head
    body = _body(known, end, limit, row)
    if ACTING_PART.match(text, at):
        return body
    alone = PLURAL.match(text, end) or row is None or row.id not in SECOND or body == end or _before_name(known, body)
    return None if alone or text.endswith(("จังหวัด", "อำเภอ"), at, body) else body


def _further_body(known: Anchors, at: int, limit: int, *, strict: bool, named: bool) -> int | None:
    """The end of a body after a space: “สำนักงานเศรษฐกิจการคลัง”, “ส.ป.ก.”; `named` where it begins as bodies do."""
    text = known.text
    short = None if strict else ABBREVIATION.match(text, at, limit)
    if short and text[short.end() - 1] == "." and not NO_BODY.match(text, at):
        return short.end() if text[short.end() : short.end() + 1] in " \n)" else None
    if not named:
        return None
    end, whole = _chunk(known, at, limit)
    if whole and (text.endswith(LEFT_OPEN, at, end) or ENDS_IN_LATIN.search(text, at, end) or NUMBERED.search(text, at, end)):
        end = _body(known, end, limit, None)
    return end if end - at > 2 else None


def _before_name(known: Anchors, end: int) -> bool:
    """Whether a name follows at `end` that has no position after it, so that this one may be that person's."""
    title = known.next_title(end)
    if title - end > 2 or known.text[end:title].strip(" (") != "":
        return False
    return not starts_position(known, known.name_ends.get(title, title) + 1)


def _skip_spaces(text: str, at: int, limit: int) -> int:
    while at < limit and text[at] == " ":
        at += 1
    return at
