"""When, by whom and under whom awards are presented: date, presider and organiser in the words around an event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.document import Span

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party
    from extractor.match.awards import Label

_BEFORE, _BEHIND = 600, 700


@dataclass(slots=True)
class Scope:
    """The words of an event at `start:end`, in the line `line_start:line_end`."""

    findings: Findings
    start: int
    end: int
    line_start: int
    line_end: int

    @property
    def around(self) -> tuple[int, int]:
        """The part of the line that speaks of the event."""
        return max(self.line_start, self.start - _BEFORE), min(self.line_end, self.end + _BEHIND)


# ------------------------------------------------------------------ date

_TELLS = re.compile(r"เปิดเผย(?!ภายหลัง)|กล่าวว่า|เผยว่า|แถลงว่า|ให้สัมภาษณ์")
_DATELINE = re.compile(r"[)\]]?[ ]?[-–—:|][ ]")
_NO_DAY_BEFORE = re.compile(r"(?:ภายใน|ถึง|จนถึง|ตั้งแต่|บัดนี้|ซึ่งตรงกับ|ตรงกับ|ก่อน|ทุก|สมัคร[ก-๙ ]{0,20}|เนื่องในวัน[ก-๙]{3,40})[ ]?(?:วัน[ก-๙]{0,9}ที่)?[ ]?$")
_RIGHT_BEHIND = re.compile(r"[^\n]{0,90}?(?:เมื่อ|ใน|ไป|ขึ้น)[ ]?(?:ตั้งแต่|ค่ำ)?[ ]?(?:วัน[ก-๙]{0,9}(?:ที่)?)?[ ]?")


def find_date(scope: Scope) -> Span | None:
    """The day of the event: the nearest of its line that is no deadline and not the day of a statement.

    วันที่ 3 ตุลาคม 2565 นายสมใจ กล่าวว่า จะจัดพิธีมอบรางวัลในวันที่ 5 ตุลาคม 2565 → 5 ตุลาคม 2565
    """
    text = scope.findings.text
    best: tuple[int, Span] | None = None
    for date in _days(scope):
        before = date.end <= scope.start
        between = text[date.end : scope.start] if before else text[scope.end : date.start]
        cost = len(between) if before else len(between) + 20
        if not before and _RIGHT_BEHIND.fullmatch(between) and not _TELLS.search(between):
            cost //= 3
        if _NO_DAY_BEFORE.search(text, max(scope.line_start, date.start - 50), date.start):
            continue
        if date.start - scope.line_start < 60 and _DATELINE.match(text, date.end):
            cost += 800
        if before and _TELLS.search(between):
            cost += 400
        if best is None or cost < best[0]:
            best = (cost, date)
    if best is not None:
        return best[1]
    return _lead_date(scope)


def _days(scope: Scope) -> list[Span]:
    start, end = scope.around
    opening = scope.line_start + 60
    return [d for d in scope.findings.dates if (start <= d.start < end or scope.line_start <= d.start < opening) and isinstance(d.value, str) and len(d.value) == 10]


def _lead_date(scope: Scope) -> Span | None:
    """The day that opens the line before: วันนี้ (8 ก.ย. 64) … ."""
    lead = _lead_in(scope.findings, scope.line_start - 500, scope.line_start)
    return None if lead is None else lead[0]


_OPENS_WITH_DAY = re.compile(r"[ ]{0,20}(?:วันนี้|วานนี้|เมื่อ|วันที่|ในวัน|วัน[ก-๙]+ที่|\(?\d)")


def _lead_in(findings: Findings, start: int, end: int) -> tuple[Span, tuple[int, int]] | None:
    """The first line within `start:end` that opens with a day and goes on, and that day."""
    for date in findings.dates:
        if date.start >= end:
            break
        if date.start < start or not isinstance(date.value, str) or len(date.value) != 10:
            continue
        line = findings.structure.line_at(date.start)
        if date.start - line[0] < 40 and line[1] - date.end > 40 and _OPENS_WITH_DAY.match(findings.text, line[0]):
            return date, line
    return None


def lead_behind(scope: Scope) -> tuple[Span, Scope] | None:
    """The line behind an event's that opens with a day, as a scope of its own; a headline or lead leaves the day to it."""
    lead = _lead_in(scope.findings, scope.line_end, scope.line_end + 1500)
    if lead is None:
        return None
    date, (start, end) = lead
    if _TELLS.search(scope.findings.text, date.end, min(end, date.end + 260)):
        return date, Scope(scope.findings, date.end, date.end, date.end, date.end)
    return date, Scope(scope.findings, date.end, date.end, start, end)


_OPENS_EVENT = re.compile(r"เป็นประธาน(?:ใน)?(?:พิธี|งาน|การ)?(?:เปิด|ปิด|จัดงาน|กล่าว|ครบรอบ|การประชุม|ประชุม)")


def opening_of(scope: Scope) -> Scope | None:
    """Where the article tells who opened the event, before the line of the prizes."""
    match = _OPENS_EVENT.search(scope.findings.text, 0, scope.line_start)
    if match is None:
        return None
    return Scope(scope.findings, match.start(), match.end(), *scope.findings.structure.line_at(match.start()))


def own_date(scope: Scope) -> Span | None:
    """The day that stands right behind an announcement: ประกาศผลไปเมื่อวันที่ 29 สิงหาคม."""
    text = scope.findings.text
    for date in _days(scope):
        if 0 <= date.start - scope.end <= 110 and _RIGHT_BEHIND.fullmatch(text, scope.end, date.start):
            between = text[scope.end : date.start]
            if "มอบ" not in between and "พิธี" not in between:
                return date
    return None


# ------------------------------------------------------------------ presider

_ROYAL = re.compile(
    r"(?:พระบาทสมเด็จ|สมเด็จพระ|พระเจ้าวรวงศ์เธอ|พระเจ้าหลานเธอ|หม่อมเจ้า|ทูลกระหม่อม)[ก-๎]+"
    r"(?:[ ](?:พระองค์|กรม|เจ้าฟ้า|บดินทร|มหา|ยุคล|ฯ|สยาม|อัคร|นเรนทิรา|สิริ|พัชร|วชิร|เทพ|ราช|บรม)[ก-๎]*)*ฯ?"
)
# เป็นประธานในพิธี · ให้เกียรติเป็นประธาน · เป็นผู้มอบรางวัล · ทำหน้าที่ประธานในพิธี
_CHAIRS = re.compile(
    r"(?:เป็น(?:องค์)?|ทำหน้าที่|ในฐานะ|องค์)ประธาน(?![ก-๙]*กรรม|คณะ|อนุ|ที่ประชุม|[ ]?ก\.พ|สภา|บริษัท|มูลนิธิ|สมาคม|ชมรม|โครงการ|อาเซียน|รุ่น|หอการ)|(?:เป็น)?ผู้(?:แทนพระองค์|(?:แทน[^\n ]{0,20})?(?:มอบ|พระราชทาน|ประทาน)(?=โล่|รางวัล|เกียรติ|ใบ|ถ้วย|ด้วย|[ ]|$|\n))|ประธานในพิธี"
)
_GIVES = re.compile(r"(?:ได้)?(?:ให้เกียรติ)?(?:ร่วม|เดินทาง)?(?:มา)?(?<!พิธี)(?<!งาน)(?<!การ)(?<!เพื่อ)(?:พระราชทาน|ประทาน|มอบ)[ ]?(?:พระราชทาน)?(?:และ[ก-๙]{3,12})?[ ]?[“\"]?(?:\d{1,3}[ ])?(?:โล่|รางวัล|เกียรติบัตร|ใบประกาศ|ถ้วย|ประกาศ|เหรียญ|เข็ม)")
_HONOURED_BY = re.compile(r"(?:รับเกียรติ(?:อย่างสูง)?จาก|(?:รับ|มอบ|โล่|รางวัล|คุณ|บัตร)[^\n]{0,120}?[ )\dก-๙”\"]จาก)[ ]?(?:ท่าน)?$")
_SIDE_ACT = re.compile(r"(?:พร้อม(?:ทั้ง|กับ|ด้วย)?(?:เป็นผู้)?|และ(?:ได้)?|รวมทั้ง|ตลอดจน|จากนั้น(?:ได้)?|โอกาสนี้ได้)[ ]?(?:ร่วม)?$")
_ROW = re.compile(r"[ ]?(?:และ|,|พร้อมด้วย|พร้อม|ร่วมกับ)?[ ]?(?:ท่าน)?[ ]?")
_RECEIVES = re.compile(r"(?:แก่|(?<!หมาย)ให้|ให้กับ|แด่)[ ]?$")
_DELEGATES = re.compile(r"มอบหมาย(?:งาน|ภารกิจ)?จาก[ ]?(?:ท่าน)?$")
_NO_CHAIR = re.compile(r"(?:เข้ารับ|รับรางวัล|รับมอบ(?!หมาย)|รับโล่|เข้าร่วม|เปิดเผย|กล่าว|ให้การต้อนรับ|ร่วมงาน|ร่วมพิธี)")
_OFFICE = re.compile(
    r"(?P<office>(?:รอง|อดีต)?นายก(?:รัฐมนตรี|ฯ)|(?:รัฐมนตรีว่าการ|ผู้ว่าราชการจังหวัด|ปลัดกระทรวง|อธิบดีกรม)[ก-๎]{2,40}?)(?:ได้)?(?:ให้เกียรติ)?[ ]?$"
)


def find_presider(scope: Scope, *, announced: bool = False) -> Span | None:
    """Whoever chairs the event or hands over its prizes, by full name.

    มีนายสมใจ ปลูกบัว รองนายกรัฐมนตรี เป็นประธาน → สมใจ ปลูกบัว
    """
    findings = scope.findings
    text = findings.text
    start, end = scope.around
    people = [p for p in findings.parties if p.kind == "person" and start <= p.start < end + 120 and not _RECEIVES.search(text, max(0, p.start - 12), p.start)]
    for match in _CHAIRS.finditer(text, start, min(len(text), end + 2)):
        chair = _before(findings, people, start, match.start())
        if chair is not None:
            return chair
    for person in people:
        if _HONOURED_BY.search(text, max(start, person.start - 200), person.start) and not _DELEGATES.search(
            text, max(start, person.start - 24), person.start
        ):
            return _full(findings, person)
    royal = [m for m in _ROYAL.finditer(text, start, end)]
    for match in royal:
        if re.search(r"จาก[ ]?$", text[max(start, match.start() - 8) : match.start()]):
            return _royal(text, match)
    if announced:
        return None
    for match in _GIVES.finditer(text, start, end):
        giver = _before(findings, people, start, match.start(), reach=70)
        if giver is not None:
            return giver
    return _subject(scope, people)


def _subject(scope: Scope, people: list[Party]) -> Span | None:
    """Who opens the line, where its last verb gives the prizes: วันนี้ ณ … นาย ก เปิดโครงการ พร้อมมอบรางวัล."""
    text = scope.findings.text
    if not _SIDE_ACT.search(text, max(scope.line_start, scope.start - 24), scope.start) or not _GIVES.match(text, scope.start):
        return None
    for person in people:
        if person.start - scope.line_start < 200 and not _NO_CHAIR.search(text, person.end, scope.start):
            return _full(scope.findings, person)
    return None


def _before(findings: Findings, people: list[Party], start: int, at: int, *, reach: int = 150) -> Span | None:
    """Who does what stands at `at`: the person, royal person or office before it in the same clause."""
    text = findings.text
    royal = None
    for match in _ROYAL.finditer(text, max(start, at - reach), at):
        if not _DELEGATES.search(text, max(start, match.start() - 24), match.start()):
            royal = match
    before = [p for p in people if p.end <= at + 1]
    while before and len(before) > 1 and _DELEGATES.search(text, max(start, before[-1].start - 24), before[-1].start):
        at = before.pop().start
    if before:
        person = before[-1]
        for other in reversed(before[:-1]):
            if not _ROW.fullmatch(text, other.end, person.start):
                break
            person = other
        gap = text[before[-1].end : at]
        if len(gap) <= reach and not _NO_CHAIR.search(gap) and (royal is None or royal.end() < person.start):
            office = _OFFICE.search(text, max(start, at - 60, before[-1].end + 1), at)
            if office is None or "โดย" not in gap:
                return _full(findings, person)
    if royal is not None and not _NO_CHAIR.search(text, royal.end(), at):
        return _royal(text, royal)
    office = _OFFICE.search(text, max(start, at - 70), at)
    if office is not None:
        named = _holder(findings, office["office"])
        return named or Span(*office.span("office"), "ceremony.office")
    return None


def _royal(text: str, match: re.Match[str]) -> Span:
    """A member of the royal family in the fullest form that the article has."""
    best = match
    at = text.find(match.group())
    while at >= 0:
        other = _ROYAL.match(text, at)
        if other is not None and len(other.group()) > len(best.group()):
            best = other
        at = text.find(match.group(), at + 1)
    return Span(*best.span(), "ceremony.royal")


def _holder(findings: Findings, office: str) -> Span | None:
    """The person whose position begins with the office, where the article names one."""
    office = office.replace("ฯ", "รัฐมนตรี")
    for person in findings.people:
        position = person.position
        if position is not None and findings.text.startswith(office, position.start) and office != "รองนายกรัฐมนตรี":
            return Span(person.name.start, person.name.end, "ceremony.office_holder")
    return None


def _full(findings: Findings, party: Party) -> Span:
    """The person's full name, wherever it stands."""
    name = findings.people[party.key].name
    return Span(name.start, name.end, "ceremony.presider")


# ------------------------------------------------------------------ organiser

# จัดโดย กรม ก · จัดขึ้นโดย · มอบโดย
_ORGANISED_BY = re.compile(r"(?:(?:จัด|ริเริ่ม|ดำเนินการ)(?:พิธี|งาน|การประกวด|การแข่งขัน|ประกวด)?(?:ขึ้น)?|มอบ|ประกาศ)โดย[ ]?(?:ทาง)?$")
# รับรางวัล … จากกรม ก
_FROM = re.compile(r"(?:รับ|คว้า|โล่|รางวัล)[^\n]{0,160}?จาก(?:ทาง)?[ ]?$")
# จัดโดย European Inventors League · จากนิตยสาร Rice World · จากเครือดอกบัว
_UNLISTED = re.compile(
    r"""
    (?: จัด(?:ขึ้น)?โดย | ขึ้นโดย | \d{4}[ ]โดย(?=[ ][A-Z]) | มอบโดย | จาก(?=นิตยสาร|สำนักข่าว|หนังสือพิมพ์|เครือ|เว็บไซต์) | รับรางวัล[^\n]{0,120}[ ]จาก(?=[ ][A-Z]) )
    [ ]? [“"]?
    (?P<name> (?:นิตยสาร|สำนักข่าว|หนังสือพิมพ์|เว็บไซต์)[ ]?[“"]?[A-Z][A-Za-z0-9.&’'-]*(?:[ ][A-Z][A-Za-z0-9.&’'-]*)*
      | [A-Z][A-Za-z0-9.&’'-]+(?:[ ](?:of|the|for|and|&|[A-Z][A-Za-z0-9.&’'-]*))* | (?:เครือ|นิตยสาร|หนังสือพิมพ์)[ก-๎]{3,40} )
    """,
    re.VERBOSE,
)
# “เครือดอกบัว” ประกาศมอบ · จากสำนักข่าว The Rice
_UNLISTED_HOST = re.compile(
    r"[“\"]?(?P<name>(?:เครือ|นิตยสาร|สำนักข่าว|หนังสือพิมพ์)[ ]?(?:[ก-๎]{3,40}?|[A-Z][A-Za-z0-9.&’'-]*(?:[ ][A-Z][A-Za-z0-9.&’'-]*)*))[”\"]?(?:[ ]?(?:ได้)?(?:ประกาศ|จัด|มอบ)|(?=\n)(?<=[A-Za-z]))"
)
# กรม ก จัดพิธี · กรม ก ได้ประกาศผล · (ซึ่ง)กรม ก จัดขึ้น
_HOSTS = re.compile(
    r"[ ]?(?:\([^()\n]{1,40}\))?[^\n]{0,30}?(?:ได้|จึง|เตรียม|กำหนด|ขอ|แถลง|จะ|ร่วมกัน)?(?:จัด(?:พิธี|งาน|การประกวด|การแข่งขัน|ประกวด|ให้มี|โครงการ|กิจกรรม|ขึ้น|มอบ|แข่ง)|มอบรางวัล|มอบโล่|มอบเกียรติ|มอบให้|ประกาศ(?:ผล|รางวัล|ราย|มอบ|เกียรติ|ยกย่อง)|แถลง(?:จัด|ผล))"
)
_NO_HOST = re.compile(r"(?:ได้รับ|เข้ารับ|รับรางวัล|รับมอบ|เข้าร่วม|ร่วมพิธี|ร่วมงาน|คว้า|ที่[ก-๙]{0,6}ผ่าน|เป็นประธาน|กล่าว)")
_NO_HOST_BEFORE = re.compile(r"(?:ผู้แทน|ตัวแทน|ในสังกัด|สังกัด|จาก|ให้แก่|ให้กับ|แก่)[ ]?$")
_JOINED = re.compile(r"[ ]?(?:\([^()\n]{1,40}\))?[ ]?(?:โดย(?:ความร่วมมือ[ก-๙]*)?|ร่วมกับ|และ|,|ร่วมด้วย)[ ]?")
_TWO_BODIES = re.compile(r"(?<=[ก-๙])และ(?=สภา|สมาคม|มูลนิธิ|กระทรวง|กรม|สำนักงาน|มหาวิทยาลัย|ธนาคาร)")


def find_organiser(scope: Scope, award: Label) -> Span | None:
    """The body that gives or runs the award, in the article's fullest form; of several the first.

    กระทรวงพลังงาน โดยกรมธุรกิจพลังงาน จัดพิธีมอบรางวัล → กระทรวงพลังงาน
    """
    findings = scope.findings
    text = findings.text
    bodies = [p for p in findings.parties if p.kind == "organisation"]
    start, end = scope.around
    near = [p for p in bodies if start <= p.start < end]
    for party in near:
        if _ORGANISED_BY.search(text, max(start, party.start - 40), party.start):
            return _name(findings, party)
    for party in near:
        if _hosts(text, party, end):
            return _name(findings, _first(text, bodies, party))
    for party in near:
        if _FROM.search(text, max(start, party.start - 220), party.start):
            return _name(findings, party)
    for party in bodies:
        if _ORGANISED_BY.search(text, max(0, party.start - 40), party.start):
            return _name(findings, party)
    for party in bodies:
        if not start <= party.start < end and _hosts(text, party, len(text)) and _about(text, party, award):
            return _name(findings, _first(text, bodies, party))
    unlisted = _UNLISTED.search(text, start, min(len(text), end + 40))
    if unlisted is None:
        unlisted = _UNLISTED_HOST.search(text, 0, end)
    if unlisted is not None:
        return Span(*unlisted.span("name"), "ceremony.organiser_by_words")
    giver = getattr(award.row, "organiser", None)
    if giver:
        for organisation in findings.organisations:
            forms = [organisation.name, *organisation.aliases]
            if any(text[f.start : f.end] == giver for f in forms):
                return Span(organisation.name.start, organisation.name.end, "ceremony.organiser_of_award")
    return None


def _about(text: str, party: Party, award: Label) -> bool:
    """Whether the sentence in which a body acts names the award, or a prize at least."""
    around = text[max(0, party.start - 60) : party.end + 120].split("\n")
    name = text[award.start : award.end].removeprefix("รางวัล")
    return any(name in part or "รางวัล" in part for part in around if text[party.start : party.end] in part)


def _hosts(text: str, party: Party, end: int) -> bool:
    if text.startswith(("1", "2", "3", ".1"), party.end) or _NO_HOST_BEFORE.search(text, max(0, party.start - 24), party.start):
        return False
    match = _HOSTS.match(text, party.end, min(end, party.end + 90))
    return match is not None and not _NO_HOST.search(match.group())


def _first(text: str, bodies: list[Party], party: Party) -> Party:
    """Of bodies that act together the first: กระทรวง ก โดยกรม ข, กรม ก ร่วมกับมูลนิธิ ข."""
    at = bodies.index(party)
    while at > 0 and _JOINED.fullmatch(text, bodies[at - 1].end, bodies[at].start):
        at -= 1
    return bodies[at]


def _name(findings: Findings, party: Party) -> Span:
    name = findings.organisations[party.key].name
    two = _TWO_BODIES.search(findings.text, name.start, name.end)
    end = two.start() if two is not None and not findings.text.startswith(("กระทรวง", "กรม"), name.start) else name.end
    return Span(name.start, end, "ceremony.organiser", id=name.id)
