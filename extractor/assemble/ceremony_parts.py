"""When and where awards are presented: the day and the venue in the words around an event."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.assemble.findings import Findings
from extractor.document import Span
from extractor.match.places import find_venue, venue_beyond

_BEFORE, _BEHIND = 600, 700


@dataclass(frozen=True, slots=True)
class Scope:
    """The words of an event at `start:end`, in the paragraph `line_start:line_end`."""

    findings: Findings
    start: int
    end: int
    line_start: int
    line_end: int

    @property
    def around(self) -> tuple[int, int]:
        """The part of the paragraph that speaks of the event."""
        return max(self.line_start, self.start - _BEFORE), min(self.line_end, self.end + _BEHIND)


def venue_in(findings: Findings, start: int, end: int) -> Span | None:
    """The first venue within `start:end` that is no part of a surname: นางมาลี ณ บางช้าง … ณ หอประชุมใหญ่ → หอประชุมใหญ่."""
    while True:
        venue = find_venue(findings.text, start, end)
        if venue is None or not any(person.name.start < venue.start <= person.name.end for person in findings.people):
            return _before_subject(findings, _with_body(findings, venue))
        start = venue.start


def _with_body(findings: Findings, venue: Span | None) -> Span | None:
    """The venue with the whole name of a body that its phrase breaks off in: ณ มูลนิธิ|เพื่อเด็ก."""
    if venue is None:
        return None
    for body in findings.parties_between(venue.start, venue.end):
        if body.kind == "organisation" and body.end > venue.end:
            return venue_beyond(findings.text, venue, body.end)
    return venue


# ณ เมืองนาดี |สมาคม ก| ได้ประกาศผล…: a body that begins the sentence, and no part of the place
_DOES = re.compile(r"[ ]?(?:\([^()\n]{2,30}\)[ ]?)?(?:ได้(?!รับ|มี)|จัด(?!การ|โดย|ขึ้น)|ประกาศ|มอบ(?!โดย)|ร่วมกับ|นำโดย|เปิดเผย)")


def _before_subject(findings: Findings, venue: Span | None) -> Span | None:
    """The venue without the body that is written behind it and of which the sentence speaks."""
    if venue is None:
        return None
    for body in findings.parties_between(venue.start + 6, venue.end):
        told = body.kind == "organisation" and findings.text[body.start - 1] == " "
        if told and _DOES.match(findings.text, body.end):
            return Span(venue.start, body.start - 1, venue.rule)
    return venue


# ------------------------------------------------------------------ date

TELLS = re.compile(r"เปิดเผย(?!ภายหลัง)|กล่าวว่า|เผยว่า|แถลงว่า|ให้สัมภาษณ์")
# กรุงเทพฯ 12 กันยายน 2568 – …
_DATELINE = re.compile(r"[)\]]?[ ]?[-–—:|][ ]")
# ส่งผลงานภายในวันที่ … · ซึ่งตรงกับวันที่ … · เนื่องในวันสิ่งแวดล้อมไทย วันที่ …
_NO_DAY_BEFORE = re.compile(
    r"""
    (?: ภายใน | หมดเขต[ก-๙ ]{0,24} | ปิดรับ[ก-๙ ]{0,24} | ส่งผลงาน[ก-๙ ]{0,24} | ถึง | ตั้งแต่ | บัดนี้ | ตรงกับ | ก่อน | ทุก
      | สมัคร[ก-๙ ]{0,20} | พรรษา | เนื่องในวัน[ก-๙]{3,40} ) [ ]?
    (?:วัน[ก-๙]{0,9}ที่)? [ ]? $
    """,
    re.VERBOSE,
)
# ประกาศผลไป|เมื่อวันที่ · พิธีมอบรางวัล … |ในวันพุธที่
_RIGHT_BEHIND = re.compile(r"[^\n]{0,110}?(?:เมื่อ|ใน|ไป|ขึ้น|ระหว่าง)[ ]?(?:ตั้งแต่|ค่ำ|ระหว่าง)?[ ]?(?:วัน[ก-๙]{0,9}(?:ที่)?)?[ ]?")
# จัดพิธี|ประกาศผลรางวัลดาวรุ่งใน|วันอาทิตย์ที่ 1
_ITS_DAY = re.compile(r"[ก-๎“”\"]{0,40}(?:[ ](?:ครั้งที่|ประจำปี|ปี)[ ]?(?:พ\.ศ\.[ ]?)?\d{1,4}){0,2}[ ]?(?:เมื่อ|ใน)วัน[ก-๙]{0,9}ที่[ ]?")
_OPENS_WITH_DAY = re.compile(r"[ ]{0,20}(?:วันนี้|วานนี้|เมื่อ|วันที่|ในวัน|วัน[ก-๙]{1,40}ที่|\(?\d)")
_OPENS_EVENT = re.compile(r"เป็นประธาน(?:ใน)?(?:พิธี|งาน|การ)?(?:เปิด|ปิด|จัดงาน|กล่าว|ครบรอบ|(?:การ)?ประชุม(?!คณะรัฐมนตรี))")


def find_date(scope: Scope, *, handed_over: bool = True) -> Span | None:
    """The day of the event: the nearest of its paragraph that is no deadline and not the day of a statement.

    A statement's day stands for the event's where the event is a presentation (`handed_over`): it is told on its day.

    วันที่ 3 ตุลาคม 2565 นายสมใจ กล่าวว่า จะจัดพิธีมอบรางวัลในวันที่ 5 ตุลาคม 2565 → 5 ตุลาคม 2565
    """
    days = [day for day in _days(scope) if not is_deadline(scope.findings.text, scope.line_start, day)]
    if not handed_over:
        days = [day for day in days if not is_statement(scope, day)]
    if days or not handed_over:
        return min(days, key=lambda day: _distance(scope, day), default=None)
    lead = _lead_in(scope.findings, scope.line_start - 500, scope.line_start)
    return None if lead is None else lead[0]


def is_statement(scope: Scope, day: Span) -> bool:
    """Whether a day is that of words about the event: วันนี้ (8 ก.ย. 64) นายสมใจ เปิดเผยว่า … ได้รับรางวัล."""
    return day.end <= scope.start and TELLS.search(scope.findings.text, day.end, scope.start) is not None


def _distance(scope: Scope, day: Span) -> int:
    """How far a day stands from the event's words, in characters; more where other words claim it."""
    text = scope.findings.text
    before = day.end <= scope.start
    between = text[day.end : scope.start] if before else text[scope.end : day.start]
    tells = TELLS.search(between) is not None
    cost = len(between) if before else len(between) + 20
    if not before and not tells and _RIGHT_BEHIND.fullmatch(between):
        cost = 0 if _ITS_DAY.fullmatch(between) else cost // 3
    if day.start - scope.line_start < 60 and _DATELINE.match(text, day.end):
        cost += 800
    return cost + 400 if before and tells else cost


def is_deadline(text: str, start: int, day: Span) -> bool:
    """Whether the words before a day, from `start` on, make it a deadline or a holiday's."""
    return _NO_DAY_BEFORE.search(text, max(start, day.start - 50), day.start) is not None


def is_day(date: Span) -> bool:
    """Whether a date is one day, not a month or a span."""
    return isinstance(date.value, str) and len(date.value) == len("2022-09-12")


def _days(scope: Scope) -> list[Span]:
    """The days around the event, and the one that opens its paragraph; of a contest also the days right behind it."""
    start, end = scope.around
    opening = scope.line_start + 60
    earliest = _earliest(scope.findings)
    lasts = scope.end + _CONTEST_REACH if scope.findings.text.startswith(_CONTEST, scope.start) else -1
    return [
        date
        for date in scope.findings.dates
        if (start <= date.start < end or scope.line_start <= date.start < opening)
        and (is_day(date) or (scope.end <= date.start < lasts and _is_span(date)))
        and str(date.value)[:4] >= earliest
    ]


# by how many years a day of which an article tells is history
_LONG_AGO = 15


def _earliest(findings: Findings) -> str:
    """The first year of which a day is no history: ตั้งกระทรวงเมื่อวันที่ 25 มีนาคม พ.ศ. 2434."""
    latest = max((str(date.value)[:4] for date in findings.dates if date.value is not None), default="0")
    return f"{int(latest) - _LONG_AGO:04d}" if latest.isdecimal() else "0000"


# what a contest may last for several days of, and the characters behind its words within which they are told
_CONTEST, _CONTEST_REACH = ("จัดการแข่ง", "จัดการประกวด", "จัดแข่ง", "จัดประกวด", "จัดขึ้น", "ตัดสิน", "จัดงานประกวด", "จัดงานแข่ง"), 150


def _is_span(date: Span) -> bool:
    """Whether a date is some days in a row, and not months."""
    return isinstance(date.value, str) and len(date.value) == len("2022-09-12/2022-09-14")


def _lead_in(findings: Findings, start: int, end: int) -> tuple[Span, tuple[int, int]] | None:
    """The first line within `start:end` that opens with a day and goes on, and that day."""
    for date in findings.dates:
        if date.start >= end:
            break
        if date.start < start or not is_day(date):
            continue
        line = findings.structure.line_at(date.start)
        if date.start - line[0] < 40 and line[1] - date.end > 40 and _OPENS_WITH_DAY.match(findings.text, line[0]):
            return date, line
    return None


def lead_behind(scope: Scope) -> tuple[Span, Scope] | None:
    """The line behind an event's that opens with a day, as a scope of its own; a headline or lead leaves the day to it.

    Of the line of a statement (วันนี้ (8 ก.ย. 64) นายสมใจ เปิดเผยว่า …) only the day is the event's: its scope is empty.
    """
    findings = scope.findings
    lead = _lead_in(findings, scope.line_end, scope.line_end + 1500)
    if lead is None:
        return None
    date, (start, end) = lead
    if TELLS.search(findings.text, date.end, min(end, date.end + 260)):
        start = end = date.end
    return date, Scope(findings, date.end, date.end, start, end)


def opening_of(scope: Scope) -> Scope | None:
    """Where the article tells who opened the event, before the paragraph of the prizes."""
    findings = scope.findings
    match = _OPENS_EVENT.search(findings.text, 0, scope.line_start)
    if match is None:
        return None
    return Scope(findings, match.start(), match.end(), *findings.structure.line_at(match.start()))


def own_date(scope: Scope) -> Span | None:
    """The day that stands right behind the event's words: ประกาศผลไปเมื่อวันที่ 29 สิงหาคม."""
    text = scope.findings.text
    for date in _days(scope):
        if is_deadline(text, scope.line_start, date):
            continue
        if 0 <= date.start - scope.end <= 110 and _RIGHT_BEHIND.fullmatch(text, scope.end, date.start):
            between = text[scope.end : date.start]
            if "มอบ" not in between and "พิธี" not in between:
                return date
    return None
