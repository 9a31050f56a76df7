"""A conferral as assembly holds it, and how the names of programmes are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party
from extractor.document import Span
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.match.label import Label

CONFERRED = frozenset({"conferred", "announced", "past"})
FIELDS = ("award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent")

# prizes that go to a person, not to the body that the person heads
PERSONAL = sought(
    r"(?<!สำ)นัก|ผู้(?!ประกอบ|ผลิต|ส่งออก)|(?<!งาน)บุคคล|ซีอีโอ|CEO|CFO|Minister|Leader|LEADER|Person|Executive|Entrepreneur|Wom[ae]n|Man\b|คน(?!พิการ)|ข้าราชการ|ศิลปิน|ครู|อาจารย์|แม่|พ่อ|สตรี|เยาวชน|แพทย์|หมอ(?=ไทย|พื้นบ้าน|ดีเด่น)|พยาบาล|อาสาสมัคร|ศิษย์เก่า|เกษตรกร|กำนัน|ปลัด|นายอำเภอ|ผู้ว่า|เสมา|สมเด็จ|นายก"
)


@dataclass(slots=True)
class ConferralFound:
    """A conferral: a span a field (or None), its status, what told it, how sure it is, and its parties' keys."""

    fields: dict[str, Span | None]
    status: str
    confidence: float
    rule: str
    cue: Span | None
    at: int
    recipient: Party | None


_OPENED = re.compile(r"(?:โล่)?รางวัล[ ]?[“\"]")


def span_of(label: Label, text: str) -> Span:
    """The span of a label's value: an award's name without the quotation marks around it."""
    row_id = label.row.id if label.row is not None else None
    start, end = label.start, label.end
    if label.kind == "award" and label.rule != "award.quoted":
        inner = text[start:end]
        if inner[:1] in '“"' and inner[-1:] in '”"':
            start, end = start + 1, end - 1
        opened = _OPENED.match(text, start, end)
        if opened is not None and not any(mark in text[opened.end() : end] for mark in '”"'):
            start = opened.end()  # รางวัล “ก Awards 2024”: the year stands within the marks, and the name without them
    value = label.value
    return Span(start, end, label.rule, value=value, id=row_id)


def programme_key(text: str, award: Span) -> str:
    """What makes two mentions the same programme: the gazetteer's id, or what is left of the name without รางวัล and marks."""
    return award.id if award.id is not None else fold(text[award.start : award.end])


_IN_FOLD = sought(r"[\s“”\"‘’'()]+|^(?:โล่)?รางวัล")


@lru_cache(maxsize=1 << 12)
def fold(text: str) -> str:
    """A name without blanks, marks, letter case and รางวัล before it."""
    return _IN_FOLD.sub("", text).lower()


_IN_CORE = sought(r"[\s“”\"‘’'()]+|รางวัล|โล่|การประกวด|การแข่งขัน|ประกวด|แข่งขัน|โครงการ|กิจกรรม")


def core_of(name: str) -> str:
    """What two names of one programme share: the name without รางวัล, การประกวด and the like."""
    return _IN_CORE.sub("", name).lower()
