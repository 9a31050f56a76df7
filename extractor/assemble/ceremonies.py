"""Presentations and announcements of awards: which award, when, who gives it, who presides, where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.document import Span
from extractor.lexicon import Award
from extractor.match.places import find_venue

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party
    from extractor.match.awards import Label

# พิธีมอบรางวัล… · เป็นประธานมอบโล่… · ประกาศผลรางวัล… · เข้ารับพระราชทานรางวัล
_EVENT = re.compile(
    r"(?:พิธี|งาน)?(?:การ)?(?:มอบ|ประกาศผล(?:การ[ก-๙]{3,14})?|ประกาศ(?=รางวัล)|พระราชทาน|ประทาน|รับมอบ|เข้ารับ)[ ]?(?:พระราชทาน)?(?:และ[ก-๙]{3,12})?"
    r"(?:โล่(?:และ)?|ถ้วย|เกียรติบัตร|ใบ|เหรียญ)?(?:รางวัล|ประกาศเกียรติคุณ|เกียรติคุณ|เกียรติบัตร|เชิดชูเกียรติ|โล่|วุฒิบัตร|ประกาศนียบัตร)|พิธีมอบ|งานมอบ|มอบ[ก-๙ ]{0,12}รางวัล|งานประกาศรางวัล|เชิดชูเกียรติ|เกียรติคุณ"
)
_STRONG = re.compile(r"พิธี|งานมอบ|ประธาน|ประกาศผล|งานประกาศ|จัดงาน")
_PRESIDES = re.compile(
    r"(?:(?:ได้)?(?:ให้เกียรติ)?(?:มา)?เป็น(?:ผู้แทนพระองค์|ประธาน|ผู้มอบ|ผู้แทน[^\n]{0,20}มอบ|ผู้พระราชทาน)|(?:ได้)?(?:ให้เกียรติ)?มอบ(?:โล่|รางวัล|เกียรติบัตร|ใบประกาศ)|(?:ได้)?รับเกียรติ)"
)
_BY_HONOUR = re.compile(r"(?:(?:ได้)?รับเกียรติจาก|รับมอบ(?:โล่|รางวัล)[^\n]{0,60}?จาก|เข้ารับ[^\n]{0,60}?จาก|รับรางวัล[^\n]{0,70}?จาก|โล่[^\n]{0,40}?จาก)[ ]*$")
_ORGANISED = re.compile(r"(?:จัด(?:ขึ้น)?โดย|มอบโดย|จัดประกวดโดย|ประกาศโดย)[ ]*$")
_HOSTS = re.compile(r"[^\n]{0,30}?(?:ได้)?(?:จัด(?:พิธี|งาน|การประกวด|ประกวด|ให้มี|โครงการ|กิจกรรม|ขึ้น)|กำหนดจัด|มอบรางวัล|มอบโล่|ประกาศ(?:ผล|รางวัล)|แถลง(?:จัด|ผล))")
_ROYAL = re.compile(r"(?:พระบาทสมเด็จ|สมเด็จพระ|พระเจ้าวรวงศ์เธอ|พระเจ้าหลานเธอ|หม่อมเจ้า|ทูลกระหม่อม)[ก-๎]+(?:[ ](?:พระองค์|กรม|เจ้าฟ้า|บดินทร|มหา|ยุคล|ฯ|สยาม|อัคร|นเรนทิรา|สิริ|พัชร|วชิร|เทพ|ราช|บรม)[ก-๎]*)*")
_TODAY = re.compile(r"(?:วันนี้|วานนี้)")
_NOT_AN_EVENT = re.compile(r"(?:ประชุม(?:คณะ|เพื่อ|พิจารณา|ชี้แจง|หารือ)|ตรวจประเมิน|เชิญชวน|เปิดรับสมัคร|หลักเกณฑ์)")


@dataclass(slots=True)
class CeremonyFound:
    """A ceremony: a span a field, or None."""

    award: Span | None
    date: Span | None
    organiser: Span | None
    presided_by: Span | None
    venue: Span | None


def find_ceremonies(findings: Findings) -> list[CeremonyFound]:
    """The presentations and announcements that the article reports, in order, one an award.

    At least one of date, organiser, presider and venue is stated of each.
    """
    text = findings.text
    found: list[tuple[str, CeremonyFound]] = []
    for start, end in findings.structure.lines:
        if findings.title is not None and start <= findings.title.start and end <= findings.title.end + 2:
            continue
        events = [m for m in _EVENT.finditer(text, start, end)]
        if not events or _NOT_AN_EVENT.search(text, start, min(end, events[0].end())):
            continue
        strong = _STRONG.search(text, start, end) is not None
        if not strong and not any(p.start >= start and p.end <= end for p in findings.dates):
            continue
        for award in _awards_of(findings, events, start, end):
            key = award.row.id if award.row is not None else re.sub(r"[\s“”\"]|^(?:โล่)?รางวัล", "", text[award.start : award.end])
            ceremony = _read(findings, award, events[0], start, end)
            if ceremony.date or ceremony.organiser or ceremony.presided_by or ceremony.venue:
                found.append((key, ceremony))
    return _join(found)


def _awards_of(findings: Findings, events: list[re.Match[str]], start: int, end: int) -> list[Label]:
    """The awards that are handed out: those named right behind the words of the event."""
    named: list[Label] = []
    seen: set[str] = set()
    labels = [label for label in findings.labels if label.kind == "award"]
    for event in events:
        for label in labels:
            if not start <= label.start < end or not event.start() - 2 <= label.start <= event.end() + 40:
                continue
            key = label.row.id if label.row is not None else findings.text[label.start : label.end]
            if key not in seen:
                seen.add(key)
                named.append(label)
            break
    if len(named) > 2:
        known = [label for label in named if isinstance(label.row, Award)]
        named = (known or named)[:2]
    if not named:
        before = [label for label in labels if label.start < end]
        named = before[:1]
    return named[:2]


def _read(findings: Findings, award: Label, event: re.Match[str], start: int, end: int) -> CeremonyFound:
    text = findings.text
    row_id = award.row.id if award.row is not None else None
    ceremony = CeremonyFound(Span(award.start, award.end, award.rule, id=row_id), None, None, None, None)
    ceremony.date = _date(findings, event.start(), start, end)
    ceremony.venue = find_venue(text, start, end)
    ceremony.presided_by = _presider(findings, start, end)
    ceremony.organiser = _organiser(findings, award, start, end)
    return ceremony


def _date(findings: Findings, at: int, start: int, end: int) -> Span | None:
    days = [d for d in findings.dates if start <= d.start < end and isinstance(d.value, str) and len(d.value) == 10]
    if not days:
        return None
    before = [d for d in days if d.start <= at + 160]
    return before[0] if before else min(days, key=lambda d: abs(d.start - at))


def _presider(findings: Findings, start: int, end: int) -> Span | None:
    text = findings.text
    people = [p for p in findings.parties if p.kind == "person" and start <= p.start < end]
    for match in _PRESIDES.finditer(text, start, end):
        if match.group().endswith("เกียรติ"):
            after = next((p for p in people if 0 <= p.start - match.end() <= 8), None)
            if after is not None:
                return _full(findings, after)
            continue
        before = [p for p in people if p.end <= match.start() and match.start() - p.end <= 90]
        if before:
            return _full(findings, before[-1])
        royal = [m for m in _ROYAL.finditer(text, start, match.start())]
        if royal:
            return Span(*royal[-1].span(), "ceremony.royal")
    for person in people:
        if _BY_HONOUR.search(text[max(start, person.start - 90) : person.start]):
            return _full(findings, person)
    royal_giver = _ROYAL.search(text, start, end)
    if royal_giver and re.search(r"พระราชทาน|ประทาน|เสด็จ", text[start:end]):
        return Span(*royal_giver.span(), "ceremony.royal")
    return None


def _full(findings: Findings, party: Party) -> Span:
    """The person's full name, wherever it stands."""
    name = findings.people[party.key].name
    return Span(name.start, name.end, "ceremony.presider")


def _organiser(findings: Findings, award: Label, start: int, end: int) -> Span | None:
    text = findings.text
    bodies = [p for p in findings.parties if p.kind == "organisation"]
    for party in bodies:
        if _ORGANISED.search(text[max(0, party.start - 24) : party.start]):
            return _name(findings, party)
    giver = getattr(award.row, "organiser", None)
    if giver:
        for organisation in findings.organisations:
            forms = [organisation.name, *organisation.aliases]
            if any(text[f.start : f.end] == giver for f in forms):
                return Span(organisation.name.start, organisation.name.end, "ceremony.organiser_of_award")
    for party in bodies:
        if start <= party.start < end and party.role != "giver" and _HOSTS.match(text, party.end, min(end, party.end + 60)):
            return _name(findings, party)
    for party in bodies:
        if _HOSTS.match(text, party.end, party.end + 50) and party.role != "giver":
            return _name(findings, party)
    return None


def _name(findings: Findings, party: Party) -> Span:
    name = findings.organisations[party.key].name
    return Span(name.start, name.end, "ceremony.organiser", id=name.id)


def _join(found: list[tuple[str, CeremonyFound]]) -> list[CeremonyFound]:
    """One ceremony an award: what several lines say of it put together."""
    by_award: dict[str, CeremonyFound] = {}
    for key, ceremony in found:
        known = by_award.get(key)
        if known is None:
            by_award[key] = ceremony
            continue
        for name in ("date", "organiser", "presided_by", "venue"):
            if getattr(known, name) is None:
                setattr(known, name, getattr(ceremony, name))
    return list(by_award.values())
