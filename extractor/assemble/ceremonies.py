"""Presentations and announcements of awards: which award, when, who gives it, who presides, where.

1. Words of an event (พิธีมอบรางวัล, ประกาศผล, เข้ารับรางวัล …) are found line by line.
2. Each event takes the programmes named right behind it, else the one before it, else the article's own.
3. Date, venue, presider and organiser are read from its line (`ceremony_parts`).
4. What several lines say of one ceremony is joined; an announcement with a day of its own stays apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.assemble.ceremony_parts import Scope, find_date, find_organiser, find_presider, lead_behind, opening_of, own_date
from extractor.document import Span
from extractor.match.anchors import find_words
from extractor.match.awards import Label
from extractor.match.places import find_venue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

EventKind = Literal["present", "announce", "receive", "contest"]

FIELDS = ("date", "organiser", "presided_by", "venue")

_THING = (
    r"(?:โล่|รางวัล|ถ้วย|เกียรติบัตร|เกียรติคุณ|ประกาศเกียรติ|ประกาศนียบัตร|ใบประกาศ|ใบเกียรติ|วุฒิบัตร|เหรียญ|เข็ม|เครื่องหมายเชิดชู|ตรา(?=สัญ|รับรอง))"
)
# where an event's words may begin; the patterns below are tried only there
_WORDS = ("พิธี", "มอบ", "ประกาศ", "ประทาน", "ราชทาน", "แถลงผล", "รับ", "คว้า", "เชิดชูเกียรติ", "ยกย่อง", "จัดงาน", "จัดการ", "จัดประกวด", "จัดแข่งขัน", "จัดขึ้น", "ชิงชนะเลิศ", "เวที")
_EVENTS: tuple[tuple[EventKind, re.Pattern[str]], ...] = (
    # พิธีมอบรางวัลเลิศรัฐ · พิธีประกาศเกียรติคุณ · มอบโล่และรางวัล · มอบ 3 รางวัล · พระราชทานรางวัล
    (
        "present",
        re.compile(
            rf"""
              พิธี (?:การ)? (?: มอบ | ประกาศ | เชิดชู(?:เกียรติ)? | ยกย่อง(?:เชิดชู)?(?:เกียรติ)? | พระราชทาน | ประทาน | รับ (?=มอบ|พระราช|ประทาน|{_THING}) )
            | (?: มอบ | ประทาน | ราชทาน ) [ ]? (?:พระราชทาน|ประทาน)? (?:และ[ก-๙]{{3,12}}?)? [ ]? [“"]? (?:\d{{1,3}}[ ])? (?: {_THING} | เชิดชูเกียรติ )
            | (?: เชิดชูเกียรติ | ยกย่อง ) (?=[^\n]{{0,40}} (?:ดีเด่น|ต้นแบบ|รางวัล|ประจำปี))
            | จัดงาน (?:มอบ|ประกาศ|เชิดชู|ยกย่อง)
            """,
            re.VERBOSE,
        ),
    ),
    # ประกาศผลการตัดสิน · ประกาศรายชื่อผู้ได้รับรางวัล · แถลงผลการคัดเลือก
    (
        "announce",
        re.compile(r"(?:ประกาศ|แถลง)(?:ผล|ราย(?:ชื่อ|นาม)(?=[^\n]{0,60}(?:รางวัล|ชนะ|ดีเด่น|ยกย่อง|ศิลปิน))|[ก-๙]{0,12}รางวัล|เกียรติคุณ|ยกย่อง|มอบ)(?![^\n]{0,24}(?:เข้ารอบ|ผ่านเกณฑ์|ผ่านการ|ขั้นตอน|สอบ|จัดสรร))"),
    ),
    # เข้ารับรางวัล · รับมอบโล่ · รับพระราชทานรางวัล
    ("receive", re.compile(rf"(?:รับ|คว้า)(?:มอบ|พระราชทาน|ประทาน)?[ ]?(?:พระราชทาน)?(?:\d{{1,3}}[ ])?[“\"]?{_THING}")),
    # จัดการประกวดผ้าพื้นเมือง · รอบชิงชนะเลิศ
    ("contest", re.compile(r"จัด(?:การ|งาน)?(?:ประกวด|แข่งขัน)|จัดขึ้น(?=[ ]?(?:เมื่อ|ในวัน|ณ[ ]))|ชิงชนะเลิศ|เวที(?=ประกาศ|[ ]?[A-Z])")),
)
# what makes of an event's words no event: a call, a plan, a description, a meeting
_NO_EVENT_BEFORE = re.compile(r"(?:ประชุม(?:คณะ|เพื่อ|พิจารณา|ชี้แจง|หารือ)|ตรวจประเมิน|เชิญชวน|เปิดรับสมัคร|หลักเกณฑ์|เคย|ผู้|เพื่อ|ขอให้|รอ|ชิง|พิจารณา)[^\n ]{0,12}$")
_NO_RECEIPT = re.compile(r"(?:ที่|ผู้|จะ|เคย|โอกาส)(?:ได้)?$")
_CALLED = re.compile(r"แถลงข่าว|เชิญ|เตรียม|รับสมัคร|เข้าร่วม(?:การ)?$")
_FUTURE = re.compile(r"(?:จะ(?:มี|จัด|ได้)?|คาดว่า(?:จะ)?(?:มี|จัด)?|เตรียม(?:จัด)?|กำหนด(?:จัด)?)(?:ให้มี)?(?:งาน|การ)?$")
_NAMELESS = re.compile(
    r"[“\"]?(?:โล่)?(?:รางวัล)?[ ]?(?:อัน)?(?:พระราชทาน|ดีเด่น|ดี|ชนะเลิศ|ยอดเยี่ยม|เชิดชูเกียรติ|ยกย่อง(?:เชิดชู)?(?:เกียรติ)?|เกียรติยศ|เกียรติคุณ|ทั้งนี้|ชมเชย|สูงสุด|พิเศษ|ครั้งนี้|ในครั้งนี้|ประกาศเกียรติคุณ|การประกวด(?:แข่งขัน)?|[ก-๙]{1,3})?[ฯๆ ]*[”\"]?"
)
_MOST_BREAKS = 3
_GOES_ON = re.compile(r"(?:จาก|ในพิธี|และ|โดย(?!ภาพรวม|ใน)|ณ[ ]|ซึ่ง|เพื่อ|พร้อม|เป็น(?!เวลา)|ร่วมกับ|ให้แก่|ของ(?!ขวัญ)|เมื่อวันที่)")
_DANGLES = re.compile(r"(?:ระดับ|และ|ของ|ใน|โดย|กับ|ให้|ณ|เป็น|ประธาน|ด้าน|ประเภท|รางวัล|จาก|นาย|นาง)[ ]?$")
_WEAK = frozenset({"award.plaque", "award.contest"})
# จากเวที … Awards · ในงาน … · ในพิธีมอบรางวัล … · จากการประกวด …
_STAGE = re.compile(r"(?:เวที(?:ประกาศ)?(?:มอบ)?(?:รางวัล)?|(?:ใน|จาก)(?:งาน|พิธี|การ)(?:ประกาศ|มอบ)?(?:ผล)?(?:รางวัล)?)[ ]?[“\"]?$")
_CHAIN = re.compile(r"[^\n]{0,46}?(?:และ|,|พร้อม(?:ทั้ง|มอบ)?|[ ]|กับ|/)(?:พิธี)?(?:มอบ)?[ก-๙ ]{0,18}[“\"]?")
_CHAIN_END = re.compile(r"โดยมี|ได้แก่|ดังนี้|ซึ่ง|ประกอบด้วย|ให้แก่|เปิดเผย|กล่าว|สาขา|ประเภท|ที่ได้รับ|ระดับ|คือ|จัดโดย|ณ[ ]|ภายใต้|ในงาน|เนื่อง|รวม")


@dataclass(slots=True)
class CeremonyFound:
    """A ceremony: a span a field, or None."""

    award: Span | None
    date: Span | None
    organiser: Span | None
    presided_by: Span | None
    venue: Span | None


@dataclass(slots=True)
class _Event:
    kind: EventKind
    start: int
    end: int
    line: tuple[int, int]
    headline: bool = False
    future: bool = False


@dataclass(slots=True)
class _Report:
    """What one event's line says of one programme's ceremony."""

    key: str
    kind: EventKind
    own: bool
    ceremony: CeremonyFound
    scope: Scope


def find_ceremonies(findings: Findings) -> list[CeremonyFound]:
    """The presentations and announcements that the article reports, in order, one an award and event.

    At least one of date, organiser, presider and venue is stated of each.

    วันนี้ (12 ก.ย. 65) นายสมใจ ปลูกบัว เป็นประธานในพิธีมอบรางวัลดาวรุ่งชุมชน ณ หอประชุมอำเภอ →
    รางวัลดาวรุ่งชุมชน, 2022-09-12, presided_by สมใจ ปลูกบัว, venue หอประชุมอำเภอ
    """
    awards = [label for label in findings.labels if label.kind == "award" and not _nameless(findings, label)]
    main = _main(findings, awards) if awards else None
    events = list(_find_events(findings))
    events = [event for event in events if not event.headline] or events
    presented = {event.line for event in events if event.kind == "present"}
    reports: list[_Report] = []
    told: tuple[int, int] | None = None
    for event in events:
        if event.kind in {"receive", "contest"} and (told == event.line or event.line in presented):
            continue
        named = _awards_of(findings, event, awards, main)
        if not named and event.kind in {"present", "announce"} and main is not None and main.start < event.line[1]:
            named = [main]
        if not named and main is not None and event.kind == "contest" and _PRIZES.search(findings.text, max(event.line[0], event.start - 160), event.start):
            named = [main]
        if not awards:
            named = _described(findings, event)
        for award in named:
            report = _read(findings, award, event)
            if event.future and report.ceremony.date is None:
                continue
            if report.own and told == event.line:
                report.ceremony.presided_by = None
                report.ceremony.venue = None
            _inherit(report, reports, main)
            reports.append(report)
        if named and event.kind in {"present", "announce"}:
            told = event.line
    return _join(reports)


_PRIZES = re.compile(r"รางวัล|ประกวด|Award")
_SAME_DAY = re.compile(r"วันเดียวกัน")
_SAME_EVENT = re.compile(r"โอกาสเดียวกัน|งานเดียวกัน|พิธีเดียวกัน|เวทีเดียวกัน|พร้อมกันนี้|ในการนี้|ในโอกาสนี้|โอกาสนี้|จากนั้น|ภายในงาน")


def _inherit(report: _Report, reports: list[_Report], main: Label | None) -> None:
    """Gives a ceremony told as of the same day or occasion what the first one said: วันเดียวกัน, ในโอกาสเดียวกัน."""
    if not reports or report.kind != "present" or main is None:
        return
    first = reports[0].ceremony
    scope = report.scope
    lead = scope.findings.text[max(scope.line_start, scope.start - 160) : scope.start]
    ceremony = report.ceremony
    if ceremony.date is None and (_SAME_DAY.search(lead) or _SAME_EVENT.search(lead)):
        ceremony.date = first.date
    if _SAME_EVENT.search(lead):
        other = ceremony.organiser is not None and first.organiser is not None and ceremony.organiser.id != first.organiser.id
        names = ("venue",) if other or ceremony.organiser != first.organiser and ceremony.organiser is not None else ("venue", "presided_by", "organiser")
        for name in names:
            if getattr(ceremony, name) is None:
                setattr(ceremony, name, getattr(first, name))


# ------------------------------------------------------------------ events


def _find_events(findings: Findings) -> Iterator[_Event]:
    text = findings.text
    title = findings.title
    until = 0
    names = {at for label in findings.labels if label.kind == "award" for at in range(label.start + 1, label.end)}
    for at in find_words(text, _WORDS):
        if at < until or at in names:
            continue
        for kind, pattern in _EVENTS:
            match = pattern.match(text, at)
            if match is None:
                continue
            line = _paragraph(findings, at)
            if _NO_EVENT_BEFORE.search(text, max(line[0], at - 30), at):
                break
            if kind == "contest" and _CALLED.search(text, max(line[0], at - 40), at):
                break
            if kind == "receive" and _NO_RECEIPT.search(text, max(line[0], at - 12), at):
                break
            headline = title is not None and line[0] <= title.start and title.end <= line[1] + 2
            until = match.end()
            future = _FUTURE.search(text, max(line[0], at - 24), at) is not None
            yield _Event(kind, at, match.end(), line, headline, future)
            break


def _paragraph(findings: Findings, at: int) -> tuple[int, int]:
    """The line that holds `at`, with the lines it was broken into: … เป็นประธาน / ในพิธี …."""
    text = findings.text
    start, end = findings.structure.line_at(at)
    for _ in range(_MOST_BREAKS):
        if not (end < len(text) and (_GOES_ON.match(text, end + 1) or _DANGLES.search(text, max(start, end - 12), end))):
            break
        end = findings.structure.line_at(end + 1)[1]
    for _ in range(_MOST_BREAKS):
        before = findings.structure.line_at(start - 1) if start > 0 else (0, 0)
        if not (before[1] == start - 1 and (_GOES_ON.match(text, start) or _DANGLES.search(text, max(before[0], start - 13), start - 1))):
            break
        start = before[0]
    return start, end


# ------------------------------------------------------------------ awards


def _nameless(findings: Findings, label: Label) -> bool:
    return label.row is None and _NAMELESS.fullmatch(findings.text, label.start, label.end) is not None


def _key(findings: Findings, award: Label) -> str:
    if award.row is not None:
        return award.row.id
    return re.sub(r"[\s“”\"‘’'()]+|^(?:โล่)?รางวัล|^การ(?=ประกวด|แข่งขัน)", "", findings.text[award.start : award.end]).lower()


def _main(findings: Findings, awards: list[Label]) -> Label | None:
    """The programme that the article is about: named in its headline, else the first."""
    title_end = findings.title.end if findings.title is not None else 0
    votes: dict[str, int] = {}
    for award in awards:
        key = _key(findings, award)
        votes[key] = votes.get(key, 0) + (3 if award.start < title_end else 1) + (1 if award.row is not None else 0)
    best = max(votes, key=lambda key: votes[key])
    return next(award for award in awards if _key(findings, award) == best)


def _awards_of(findings: Findings, event: _Event, awards: list[Label], main: Label | None) -> list[Label]:
    """The programmes that are handed out: those named right behind the words of the event, in a row."""
    text = findings.text
    start, end = event.line
    named: list[Label] = []
    seen: set[str] = set()
    reach = event.end
    for award in awards:
        if award.start < event.start - 2:
            continue
        if award.start >= end or award.start > reach + 48:
            break
        between = text[reach : award.start]
        if award.start > event.end and _CHAIN_END.search(between) and (named or not between.endswith(("ที่ได้รับ", "ที่ได้รับ "))):
            break
        if _key(findings, award) not in seen:
            seen.add(_key(findings, award))
            named.append(award)
        reach = max(reach, award.until)
    if event.kind == "receive":
        return _stage_of(findings, event, awards) or named[:1]
    if len(named) > 1:
        strong = [award for award in named if award.rule not in _WEAK]
        named = strong or named[:1]
    if not named:
        before = [award for award in awards if start <= award.start < event.start and event.start - award.end < 250]
        strong = [award for award in before if award.rule not in _WEAK]
        stage = [award for award in strong if _STAGE.search(text, max(start, award.start - 40), award.start)]
        own = [award for award in strong if main is not None and _key(findings, award) == _key(findings, main)]
        named = stage[-1:] or own[-1:] or strong[-1:]
    return named


def _stage_of(findings: Findings, event: _Event, awards: list[Label]) -> list[Label]:
    """The programme on whose stage a prize was received: รับรางวัล ก จากเวที ข → ข."""
    for award in awards:
        if event.start < award.start < min(event.line[1], event.end + 260) and _STAGE.search(
            findings.text, max(event.start, award.start - 40), award.start
        ):
            return [award]
    return []


_DESCRIBED = re.compile(
    r"(?:รางวัล|โล่)?(?:พระราชทาน)?(?:(?:ใน)?(?=การประกวด|การแข่งขัน|โครงการ)|ให้กับ|ให้แก่|แก่)?[ ]?(?:ตาม(?=โครงการ))?(?P<name>(?!เชิดชู|ยกย่อง|ใน|เมื่อ|ขึ้น|ดังกล่าว|จำนวน|ที่|ของ|นี้|ต่าง|และ|ครั้ง|ไป|กับ|อย่าง|ผ่าน|ตาม|จาก|แล้ว|ณ)[ก-๙][^\n]{7,90}?)[ ]?(?=\n|[“”\"()]|[ ]ณ[ ]|[ ]ที่|ประจำปี|ครั้งที่|ปี[ ]?\d|โดย|เมื่อ|ในวัน|ซึ่ง|เพื่อ|เนื่อง|จำนวน|พร้อม|ดังนี้|ได้แก่|ภายใต้|ในงาน|และ(?:ผู้|กล่าว|ร่วม)|[ ]นาย|[ ]นาง)"
)


def _described(findings: Findings, event: _Event) -> list[Label]:
    """In an article without an award's name, the words behind the event: พิธีมอบโล่ให้แก่ครูผู้อุทิศตน → ครูผู้อุทิศตน."""
    if event.kind not in {"present", "announce"}:
        return []
    match = _DESCRIBED.match(findings.text, event.end)
    if match is None or findings.text.startswith("พิธีรับ", event.start):
        return []
    start, end = match.span("name")
    return [Label("award", start, end, "award.described", start, end)]


def _read(findings: Findings, award: Label, event: _Event) -> _Report:
    scope = Scope(findings, event.start, event.end, *event.line)
    ceremony = CeremonyFound(
        _award_span(findings, award),
        find_date(scope),
        find_organiser(scope, award),
        find_presider(scope, announced=event.kind == "announce"),
        _venue(scope),
    )
    own = event.kind == "announce" and own_date(scope) is not None
    if own:
        ceremony.date = own_date(scope)
    return _Report(_key(findings, award), event.kind, own, ceremony, scope)


def _venue(scope: Scope) -> Span | None:
    """The venue of the event: right behind it, where its day stands there too, else the first of its line."""
    text = scope.findings.text
    start, end = scope.around
    if own_date(scope) is not None:
        behind = find_venue(text, scope.end, min(end, scope.end + 240))
        if behind is not None:
            return behind
    return find_venue(text, start, min(scope.line_end, end + 700))


def _award_span(findings: Findings, award: Label) -> Span:
    """The programme's name in the form that begins with รางวัล, where the article has one."""
    if award.row is not None and not findings.text.startswith("รางวัล", award.start):
        for other in findings.labels:
            if other.row is award.row and findings.text.startswith("รางวัล", other.start) and other.end - other.start > 12:
                award = other
                break
    return Span(award.start, award.end, award.rule, id=award.row.id if award.row is not None else None)


# ------------------------------------------------------------------ told more than once


def _join(reports: list[_Report]) -> list[CeremonyFound]:
    """One ceremony an award and event: what several lines say of it put together."""
    kept: list[_Report] = []
    for report in reports:
        known = next((other for other in kept if _same_programme(report, other) and _same_event(report, other)), None)
        if known is None:
            if report.kind in {"receive", "contest"} and not _stands_alone(report):
                continue
            if report.ceremony.award is not None and report.ceremony.award.rule == "award.described" and not _full(report):
                continue
            kept.append(report)
            continue
        for name in FIELDS:
            if getattr(known.ceremony, name) is None:
                setattr(known.ceremony, name, getattr(report.ceremony, name))
    kept = [r for r in kept if not any(_retells(r, other) for other in kept)]
    for report in kept[:1]:
        _complete(report)
        _open(report)
    told = [r for r in kept if _is_told(r)]
    return [r.ceremony for r in told if not any(_retells(r, other) for other in told)]


def _complete(report: _Report) -> None:
    """Gives the article's first ceremony what the line that opens with the day says of it."""
    ceremony = report.ceremony
    if report.own or ceremony.date is not None:
        return
    lead = lead_behind(report.scope)
    if lead is None:
        return
    ceremony.date, scope = lead
    if ceremony.venue is None:
        ceremony.venue = find_venue(scope.findings.text, *scope.around)
    if ceremony.presided_by is None and report.kind != "announce":
        ceremony.presided_by = find_presider(scope)


def _open(report: _Report) -> None:
    """Gives prizes handed out in the course of an event what its opening says: who chairs it, when and where."""
    ceremony = report.ceremony
    if report.kind != "present" or ceremony.presided_by is not None:
        return
    opening = opening_of(report.scope)
    if opening is None:
        return
    ceremony.presided_by = find_presider(opening)
    if ceremony.date is None:
        ceremony.date = find_date(opening)
    if ceremony.venue is None:
        ceremony.venue = find_venue(opening.findings.text, *opening.around)


def _retells(report: _Report, other: _Report) -> bool:
    """Whether a report under another name says nothing but what a fuller one says: a headline's loose wording."""
    if report is other or report.scope.line_start == other.scope.line_start:
        return False
    mine = [name for name in FIELDS if getattr(report.ceremony, name) is not None]
    theirs = [name for name in FIELDS if getattr(other.ceremony, name) is not None]
    if len(theirs) < len(mine) + 1 or "date" in mine:
        return False
    return all(getattr(report.ceremony, name) == getattr(other.ceremony, name) for name in mine)


def _stands_alone(report: _Report) -> bool:
    """Whether a receipt or a contest says enough to be a ceremony by itself: a day or who handed over."""
    ceremony = report.ceremony
    told = sum(getattr(ceremony, name) is not None for name in FIELDS)
    return told > 1 and (ceremony.date is not None or (ceremony.presided_by is not None and report.kind == "receive"))


def _is_told(report: _Report) -> bool:
    """Whether the article says of the event when, where or under whom it was, or at least whose announcement it is."""
    ceremony = report.ceremony
    if ceremony.date is not None or ceremony.presided_by is not None or ceremony.venue is not None:
        return True
    return report.kind == "announce" and ceremony.organiser is not None and ceremony.organiser.rule != "ceremony.organiser_of_award"


def _full(report: _Report) -> bool:
    """Whether an event without an award's name is told as a ceremony: day, and who or where."""
    ceremony = report.ceremony
    return ceremony.date is not None and (ceremony.presided_by is not None or ceremony.venue is not None)


def _same_programme(one: _Report, other: _Report) -> bool:
    return one.key == other.key or (len(one.key) > 5 and len(other.key) > 5 and (one.key in other.key or other.key in one.key))


def _same_event(one: _Report, other: _Report) -> bool:
    a, b = one.ceremony.date, other.ceremony.date
    if one.own != other.own:
        return a is not None and b is not None and a.value == b.value
    return True
