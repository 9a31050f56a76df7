"""Presentations and announcements of awards: which award, when, who gives it, who presides, where.

1. Words of an event (พิธีมอบรางวัล, ประกาศผล, เข้ารับรางวัล …) are found (`ceremony_events`), and the programmes named there
   (`ceremony_programmes`).
2. Date, venue, presider and organiser are read from the event's paragraph (`ceremony_parts`, `ceremony_organiser`).
3. What several paragraphs say of one ceremony (`ceremony_reports`) is joined; an announcement with a day of its own stays apart.
4. The first ceremony takes what the article's opening says of the event in whose course the prizes were handed out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Anchored
from extractor.assemble.ceremony_events import find_events
from extractor.assemble.ceremony_occasion import find_occasion, is_of_minutes
from extractor.assemble.ceremony_organiser import find_organiser
from extractor.assemble.ceremony_parts import (
    Scope,
    find_date,
    lead_behind,
    opening_of,
    own_date,
    venue_in,
)
from extractor.assemble.ceremony_presider import find_presider
from extractor.assemble.ceremony_programmes import key_of, main_programme, programmes, programmes_of
from extractor.assemble.ceremony_reports import (
    CeremonyFound,
    Report,
    is_prize_of,
    is_told,
    retells,
    rewords,
    same_event,
    same_programme,
    stands_alone,
    stands_beside,
)
from extractor.assemble.ceremony_stages import find_nights, find_stages, is_sport
from extractor.assemble.programmes import cores_of, speaker
from extractor.document import Span
from extractor.match.places import place_at

if TYPE_CHECKING:
    from extractor.assemble.ceremony_events import Event
    from extractor.assemble.ceremony_occasion import Occasion
    from extractor.assemble.ceremony_stages import Stage
    from extractor.assemble.findings import Findings
    from extractor.match.label import Label

_LONGEST_ROOM, _NEAR_LATELY = 120, 4
# No article reports more; a file in which many stand in a row would take hours.
_MOST_EVENTS = 60
# stages of which it is looked for in the whole article who runs them
_MOST_STAGES = 12


def find_ceremonies(findings: Findings) -> list[CeremonyFound]:
    """The presentations and announcements that the article reports, in order, one an award and event.

    At least one of date, organiser, presider and venue is stated of each.

    วันนี้ (12 ก.ย. 65) นายสมใจ ปลูกบัว เป็นประธานในพิธีมอบรางวัลดาวรุ่งชุมชน ณ หอประชุมอำเภอ →
    รางวัลดาวรุ่งชุมชน, 2022-09-12, presided_by สมใจ ปลูกบัว, venue หอประชุมอำเภอ
    """
    awards = programmes(findings)
    main = main_programme(findings, awards)
    events = list(find_events(findings))[: 2 * _MOST_EVENTS]
    below = [event for event in events if not event.headline]
    minutes = is_of_minutes(findings)
    occasion = None if minutes else find_occasion(findings)
    found_stages = (*find_stages(findings, awards), *find_nights(findings, awards))
    stages = [_stage(findings, stage, of_few=at < _MOST_STAGES) for at, stage in enumerate(found_stages)]
    told = [*_reports(findings, below or events, awards, main), *stages]
    titles = _reports(findings, [event for event in events if event.headline], awards, main) if below else []
    if minutes:
        _part(told)
    found = _join(told, occasion, titles, minutes=minutes)
    if not found and 0 < len(below) < len(events):  # the text below its headline only speaks of what that announces
        announced = [event for event in events if event.headline and event.kind == "announce"]
        found = _join(_reports(findings, announced, awards, main), occasion)
    return found or _nameless(findings, below or events, occasion) or _in_course(findings, awards, occasion)


def _reports(findings: Findings, events: list[Event], awards: list[Label], main: Label | None) -> list[Report]:
    """What each event's paragraph says of each programme that it names, in order."""
    events = events[:_MOST_EVENTS]
    presented = {event.line for event in events if event.kind == "present"}
    reports: list[Report] = []
    told: tuple[int, int] | None = None
    for event in events:
        if event.kind in {"receive", "contest"} and (told == event.line or event.line in presented):
            continue
        for award in programmes_of(findings, event, awards, main):
            if event.kind != "present" and _is_match(findings.text, event, award):
                continue
            report = _report(findings, award, event)
            if event.asked:
                _tell_ahead(report, [], reach=_ASKED_REACH)
                if not report.future:
                    continue
            if event.future and report.ceremony.date is None:
                continue
            if event.future and event.kind == "present" and any(other.kind == "announce" for other in reports):
                _tell_ahead(report, reports)
            if report.own and not report.future and told == event.line:
                report.ceremony.presided_by = report.ceremony.venue = None
            if main is not None:
                _inherit(report, reports)
            reports.append(report)
        if event.kind in {"present", "announce"} and reports and reports[-1].scope.start == event.start:
            told = event.line
    return reports


def _part(reports: list[Report]) -> None:
    """Takes away the days that stand outside of an event's paragraph: another item of the minutes."""
    for report in reports:
        date, scope = report.ceremony.date, report.scope
        if date is not None and not scope.line_start <= date.start < scope.line_end:
            report.ceremony.date = None


def _is_match(text: str, event: Event, award: Label) -> bool:
    """Whether an event is a match's, or tells its result, at which nothing is handed out."""
    return (event.kind != "announce" or text.startswith("ผลการ", event.start)) and is_sport(text, award)


def _nameless(findings: Findings, events: list[Event], occasion: Occasion | None) -> list[CeremonyFound]:
    """The first presentation of prizes without a programme's name, where the article tells its day and who handed over."""
    for event in events:
        if event.kind != "present" or event.headline or event.future or event.asked:
            continue
        report = _report(findings, None, event)
        _attend(report, occasion)
        if report.ceremony.date is not None and report.ceremony.presided_by is not None:
            return [report.ceremony]
    return []


# เปิดงานประเพณี…, ร่วมงานสงกรานต์: what contests are held in the course of
_FESTIVITY = re.compile(r"(?:เปิด|ปิด|จัด|ร่วม|จัดให้มี)(?:งาน|กิจกรรม)(?!แถลง|มอบ|ประกาศ)|งาน(?:ประเพณี|เทศกาล|มหกรรม|บุญ)")
_RANK_TOLD = re.compile(r"[^\n]{0,90}?\n?[^\n]{0,60}?(?<!ชิง)(?:ชนะเลิศ|รางวัลที่[ ]?[1๑]|ที่[ ]?1[ ])")
# characters from a festivity to the contest whose result is told
_COURSE = 1800


def _in_course(findings: Findings, awards: list[Label], occasion: Occasion | None) -> list[CeremonyFound]:
    """The first contest whose result an article tells that opens with the festivity in whose course it was held."""
    if occasion is None or occasion.date is None or (occasion.venue is None and occasion.presided_by is None):
        return []
    text, (start, end) = findings.text, occasion.line
    if _FESTIVITY.search(text, start, end) is None:
        return []
    for award in awards:
        if award.rule != "award.contest" or not start < award.start < end + _COURSE or is_sport(text, award):
            continue
        if text.endswith("ผล", 0, award.start) and _RANK_TOLD.match(text, award.until):
            span = _award_span(findings, award)
            return [CeremonyFound(span, occasion.date, None, occasion.presided_by, occasion.venue)]
    return []


def _report(findings: Findings, award: Label | None, event: Event) -> Report:
    scope = Scope(findings, event.start, event.end, *event.line)
    own = own_date(scope) if event.kind == "announce" else None
    ceremony = CeremonyFound(
        _award_span(findings, award) if award is not None else None,
        own or find_date(scope, handed_over=event.kind in {"present", "announce"}),
        find_organiser(scope, award),
        find_presider(scope, announced=event.kind == "announce"),
        _venue(scope),
    )
    key = key_of(findings, award) if award is not None else ""
    later = event.future and ceremony.date is not None and ceremony.date.start > event.end
    return Report(key, event.kind, own is not None or later, ceremony, scope)


# พิธีมอบรางวัล|จะมีขึ้นใน|วันที่ 10 ธันวาคม · เรียนเชิญเป็นประธานในพิธีมอบ|รางวัล … ใน|วันที่ 10 ธันวาคม
_WHEN, _ASKED_REACH = 60, 220


def _tell_ahead(report: Report, before: list[Report], *, reach: int = _WHEN) -> None:
    """Keeps of a presentation still to come what stands behind it, within `reach` characters: its own day and place."""
    scope, ceremony = report.scope, report.ceremony
    dates = scope.findings.dates
    at = bisect_left(dates, scope.end, key=lambda date: date.start)
    if at == len(dates) or dates[at].start - scope.end > reach or dates[at].start > scope.line_end:
        return
    report.future = True
    ceremony.date, ceremony.presided_by = dates[at], None
    ceremony.venue = venue_in(scope.findings, dates[at].end, min(scope.line_end, dates[at].end + 120))
    for other in before:
        if (venue := other.ceremony.venue) is not None and venue.start >= scope.start:
            other.ceremony.venue = None


def _stage(findings: Findings, stage: Stage, *, of_few: bool) -> Report:
    """What is told of a stage; where it is one of a few, also who runs it by the rest of the article."""
    organiser = stage.organiser or (find_organiser(stage.scope, stage.award) if of_few else None)
    ceremony = CeremonyFound(_award_span(findings, stage.award), stage.date, organiser, None, stage.venue)
    return Report(key_of(findings, stage.award), "stage", own=False, ceremony=ceremony, scope=stage.scope)


def _award_span(findings: Findings, award: Label) -> Span:
    """The programme's name in the form that begins with รางวัล, else in the form that speaks for it throughout the article."""
    if award.row is not None and not findings.text.startswith("รางวัล", award.start):
        for other in findings.labels:
            if other.row is award.row and findings.text.startswith("รางวัล", other.start) and other.end - other.start > 12:
                award = other
                break
    if award.row is None:
        award = speaker(findings.text, award, cores_of(findings)) or award
    return Span(award.start, award.end, award.rule, id=award.row.id if award.row is not None else None)


def _venue(scope: Scope) -> Span | None:
    """The venue of the event: right behind it, where its day stands there too, else the first of its paragraph."""
    start, end = scope.around
    if own_date(scope) is not None:
        behind = venue_in(scope.findings, scope.end, min(end, scope.end + 240))
        if behind is not None:
            return behind
    found = venue_in(scope.findings, start, min(scope.line_end, end + 700)) or _venue_of_those_present(scope)
    visit = _VISIT.search(scope.findings.text, start, scope.start) if found is None else None
    return place_at(scope.findings.text, visit.end()) if visit is not None else found


# สมเด็จพระ … เสด็จแทนพระองค์ไปยัง|โรงแรมริมน้ำ ในการพระราชทานรางวัล
_VISIT = re.compile(r"เสด็จ(?:พระราชดำเนิน)?(?:แทนพระองค์)?ไป(?:ยัง|ณ|ที่)[ ]?")


# พิธีมอบรางวัล… / |โดยมี นาย ก และ นาย ข เข้าร่วมงาน ณ หอประชุมใหญ่
_PRESENT_THERE = re.compile(r"\s{1,8}(?:โดยมี|พร้อมด้วย|ท่ามกลาง)[^\n]{10,700}?[ ](?=ณ[ ])")


def _venue_of_those_present(scope: Scope) -> Span | None:
    """The venue that the paragraph behind the event's tells of those who were there with whoever presided."""
    text = scope.findings.text
    there = _PRESENT_THERE.match(text, scope.line_end)
    return None if there is None else venue_in(scope.findings, there.end(), min(len(text), there.end() + 240))


_SAME_DAY = re.compile(r"วันเดียวกัน")
_SAME_EVENT = re.compile(r"โอกาสเดียวกัน|งานเดียวกัน|พิธีเดียวกัน|เวทีเดียวกัน|พร้อมกันนี้|ในการนี้|ในโอกาสนี้|โอกาสนี้|จากนั้น|ภายในงาน")


def _inherit(report: Report, reports: list[Report]) -> None:
    """Gives a ceremony told as of the same day or occasion what the first one said: วันเดียวกัน, ในโอกาสเดียวกัน."""
    if not reports or report.kind != "present":
        return
    first = reports[0].ceremony
    scope = report.scope
    lead = scope.findings.text[max(scope.line_start, scope.start - 160) : scope.start]
    ceremony = report.ceremony
    same_event = _SAME_EVENT.search(lead) is not None
    if ceremony.date is None and (same_event or _SAME_DAY.search(lead)):
        ceremony.date = first.date
    if not same_event:
        return
    hosts_itself = ceremony.organiser is not None and ceremony.organiser != first.organiser
    for name in ("venue",) if hosts_itself else ("venue", "presided_by", "organiser"):
        if getattr(ceremony, name) is None:
            setattr(ceremony, name, getattr(first, name))


# ------------------------------------------------------------------ told more than once


def _join(
    reports: list[Report], occasion: Occasion | None, titles: list[Report] | None = None, *, minutes: bool = False
) -> list[CeremonyFound]:
    """One ceremony an award and event: what several paragraphs say of it put together.

    A headline's reports (`titles`) add to what the text below tells of, and are no ceremonies of their own. Of `minutes`
    each item speaks for itself.
    """
    kept: list[Report] = []
    weak: list[Report] = []
    for report in reports:
        known = next((other for other in kept if same_programme(report, other) and same_event(report, other)), None)
        if known is None:
            (kept if stands_alone(report) else weak).append(report)
            continue
        presider = known.ceremony.presided_by
        if presider is not None and presider.rule == "ceremony.office":  # a person told elsewhere is better
            known.ceremony.presided_by = report.ceremony.presided_by or presider
        known.ceremony.fill(report.ceremony)
    _add([report for report in weak if any(report.scope.line_start == other.scope.line_start for other in kept)], kept)
    _add(titles or [], kept)
    kept = [report for report in kept if not any(retells(report, other) for other in kept)]
    for report in kept[:1] if not minutes else []:
        _complete(report)
        _open(report)
    for report in kept[1:]:
        if report.kind == "present":
            _attend(report, occasion)
            _share(report, kept[0])
    kept = [report for report in kept if report is kept[0] or stands_beside(report, kept[0])]
    kept = [report for report in kept if report is kept[0] or not is_prize_of(report, kept[0])]
    kept = [report for report in kept if not any(rewords(report, other) for other in kept)]
    for report in kept:
        _attend(report, occasion)
    if kept and kept[0].ceremony.venue is None:
        kept[0].ceremony.venue = _lately(kept[0])
    for report in kept:
        report.ceremony.venue = _fuller_venue(report)
    told = [report for report in kept if is_told(report)]
    told = [report for report in told if not any(retells(report, other) for other in told)]
    return _once(told)


def _once(reports: list[Report]) -> list[CeremonyFound]:
    """Each programme's ceremony of a day once, beside what was announced by itself; later ones add to the first."""
    first: dict[tuple[str, str, bool], CeremonyFound] = {}
    for at, report in enumerate(reports):
        award, date = report.ceremony.award, report.ceremony.date
        key = str(at), "", report.own
        if award is not None and date is not None:
            key = report.scope.findings.text[award.start : award.end], str(date.value), report.own
        first.setdefault(key, report.ceremony).fill(report.ceremony)
    return list(first.values())


def _add(titles: list[Report], kept: list[Report]) -> None:
    """Gives the first ceremony of a report's programme and event what only that report says: a headline, words too weak alone."""
    for report in titles:
        known = next((other for other in kept if same_programme(report, other) and same_event(report, other)), None)
        if known is None:
            continue
        known.ceremony.fill(report.ceremony)


# ณ โรงแรมริมน้ำ| เมื่อเร็ว ๆ นี้
_LATELY = Anchored(re.compile(r"(?<![ก-๎])เมื่อ(?:วันก่อน|เร็ว[ ]?(?:ๆ|เร็ว)[ ]?(?:วัน)?นี้|ไม่นานมานี้)"), "เมื่อ")


def _lately(report: Report) -> Span | None:
    """The venue of what was lately, told at the end of an article that tells no other: ณ โรงแรมริมน้ำ| เมื่อเร็ว ๆ นี้."""
    findings = report.scope.findings
    for told in _LATELY.finditer(findings.text):
        start, _ = findings.structure.line_at(told.start())
        venue = venue_in(findings, max(start, told.start() - _LONGEST_ROOM), told.start())
        if venue is not None and told.start() - venue.end < _NEAR_LATELY:
            return venue
    return None


def _fuller_venue(report: Report) -> Span | None:
    """The venue in the fullest form: where another line ends with it, as in หอประชุมใหญ่ |ศูนย์วัฒนธรรม after ที่ศูนย์วัฒนธรรม."""
    venue = report.ceremony.venue
    if venue is None:
        return None
    findings = report.scope.findings
    name = findings.text[venue.start : venue.end]
    at = findings.text.find(name)
    while at >= 0:
        line_start, _ = findings.structure.line_at(at)
        other = venue_in(findings, max(line_start, at - _LONGEST_ROOM), at + 1) if at != venue.start else None
        if other is not None and other.start < at and at + len(name) <= other.end:
            venue = other if other.end - other.start > venue.end - venue.start else venue
        at = findings.text.find(name, at + 1)
    return venue


def _share(report: Report, first: Report) -> None:
    """Gives a presentation told in the paragraph of the first one what that one says of the event."""
    if first.own or first.kind != "present" or report.scope.line_start != first.scope.line_start:
        return
    report.ceremony.fill(first.ceremony)


def _attend(report: Report, occasion: Occasion | None) -> None:
    """Gives a presentation what the article's opening says of the event in whose course it was."""
    ceremony = report.ceremony
    if occasion is None or report.own or report.kind not in {"present", "announce"}:
        return
    told = ceremony.date is not None or ceremony.presided_by is not None or ceremony.venue is not None
    if not told and occasion.presided_by is None:
        return  # prizes that are only mentioned, in an article that opens no event
    if ceremony.date is None:
        ceremony.date = occasion.date
    elif occasion.date is not None and ceremony.date.value != occasion.date.value:
        return
    ceremony.venue = ceremony.venue or occasion.venue
    if report.kind == "present":
        ceremony.presided_by = ceremony.presided_by or occasion.presided_by


def _complete(report: Report) -> None:
    """Gives the article's first ceremony what the line that opens with the day says of it."""
    ceremony = report.ceremony
    if report.own or ceremony.date is not None:
        return
    lead = lead_behind(report.scope)
    if lead is None:
        return
    ceremony.date, scope = lead
    if ceremony.venue is None:
        ceremony.venue = venue_in(scope.findings, *scope.around)
    if ceremony.presided_by is None and report.kind != "announce":
        ceremony.presided_by = find_presider(scope)


def _open(report: Report) -> None:
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
        ceremony.venue = venue_in(opening.findings, *opening.around)
