"""The occasion that an article opens with: the day, the place and the chair of the event at which prizes were handed out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.assemble.ceremony_parts import TELLS, Scope, is_day, is_deadline, venue_in
from extractor.assemble.ceremony_presider import find_opener, find_presider
from extractor.document import Span
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the paragraph `line` says of the event: its day, venue and chair, each where told."""

    line: tuple[int, int]
    date: Span | None
    venue: Span | None
    presided_by: Span | None


_MOST_LINES, _SHORTEST = 5, 80
_REACH = 600
# วันนี้ (|12 ก.ย. 65) · เมื่อวันศุกร์ที่| 5 · ในวันที่|
_TELLS_DAY = re.compile(r"(?:วันนี้|วานนี้|เมื่อ|วัน[ก-๙]{0,10}ที่|ในวัน)[ ]?\(?[ ]?(?:วัน[ก-๙]{0,10}(?:ที่)?[ ]?)?$")
# เป็นประธานการ|ประชุมคณะรัฐมนตรี: in whose minutes others' events are told
_CABINET = sought(r"ประธาน(?:ใน)?(?:ที่)?(?:การ)?ประชุมคณะรัฐมนตรี")
# เปิดเผยภายหลังเป็นประธาน · เปิดเผยหลังเปิดงาน
_AFTERWARDS = re.compile(r"(?:เปิดเผย|เผย|กล่าว)(?:ภาย)?หลัง(?:จาก)?(?:การ)?")


def find_occasion(findings: Findings) -> Occasion | None:
    """The event of the first paragraph that tells a day, or of a statement made after it; None where there is none.

    วันนี้ (12 ก.ย. 65) ที่หอประชุมอำเภอ นายสมใจ ปลูกบัว ผู้ว่าราชการจังหวัดตราด เปิดงานวันชาวนา → 2022-09-12, หอประชุมอำเภอ,
    สมใจ ปลูกบัว
    """
    text = findings.text
    for start, end in _openings(findings):
        day = _day_of(findings, start, end)
        afterwards = _AFTERWARDS.search(text, start, min(end, start + _REACH))
        if day is None and afterwards is None:
            continue
        at = afterwards.end() if afterwards is not None else day.end if day is not None else start
        tells = TELLS.search(text, at, min(end, at + 260)) if afterwards is None else None
        if tells is not None:
            scope = Scope(findings, tells.end(), tells.end(), tells.end(), end)
            presider = find_opener(scope)
            venue = venue_in(findings, tells.end(), end) if presider is not None else None
            return Occasion((start, end), day, venue, presider)
        scope = Scope(findings, at, at, start, end)
        presider = find_opener(scope) or find_presider(scope)
        return Occasion((start, end), day, venue_in(findings, start, end), presider)
    return None


def is_of_minutes(findings: Findings) -> bool:
    """Whether an article gives the minutes of the cabinet, so that its opening tells of none of the events in it."""
    return any(_CABINET.search(findings.text, start, end) is not None for start, end in _openings(findings))


def _openings(findings: Findings) -> list[tuple[int, int]]:
    """The first full paragraphs below the headline."""
    title_end = findings.title.end if findings.title is not None else 0
    return [line for line in findings.structure.lines if line[0] >= title_end and line[1] - line[0] > _SHORTEST][:_MOST_LINES]


def _day_of(findings: Findings, start: int, end: int) -> Span | None:
    """The day that a paragraph tells near its beginning and that is no deadline."""
    text = findings.text
    for date in findings.dates:
        if not (start <= date.start < min(end, start + _REACH) and is_day(date)) or is_deadline(text, start, date):
            continue
        if _TELLS_DAY.search(text, max(start, date.start - 30), date.start):
            return date
    return None
