"""Under whom awards are presented: who chairs an event, hands over its prizes or opens it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Ending
from extractor.document import Span
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.ceremony_parts import Scope
    from extractor.assemble.findings import Findings, Party

_REACH = 700

# the letters of a name, up to what its bearer does: …ราชกัญญา|ทรงพระราชทาน
_LETTERS = r"(?:(?!ทรง|เสด็จ|พระราชทาน|ประทาน|เป็น|โปรด|มี)[ก-๎]){0,60}"
ROYAL = Anchored(
    re.compile(
        rf"""
    (?: พระบาทสมเด็จ | สมเด็จพระ | พระเจ้าวรวงศ์เธอ | พระวรวงศ์เธอ | พระเจ้าหลานเธอ | หม่อมเจ้า | ทูลกระหม่อม ) {_LETTERS}
    (?: [ ] (?: พระองค์ | กรม(?:หลวง|พระ|หมื่น|ขุน|สมเด็จ) | เจ้าฟ้า | บดินทร | มหา | ยุคล | ฯ | สยาม | สกล | สมเด็จพระสังฆราช
      | อัคร | นเรนทิรา | นารี | สิริ | พัชร | วชิร | วร | เทพ | ราช | บรม | พระ(?:วรราช|บรม|ราชชนนี|วรชายา) ) {_LETTERS} ){{0,8}} ฯ?
    """,
        re.VERBOSE,
    ),
    "พระบาทสมเด็จ|สมเด็จพระ|พระเจ้าวรวงศ์เธอ|พระวรวงศ์เธอ|พระเจ้าหลานเธอ|หม่อมเจ้า|ทูลกระหม่อม",
)
# เป็นประธานในพิธี · ให้เกียรติเป็นประธาน · เป็นผู้มอบรางวัล · ทำหน้าที่ประธานในพิธี; not ประธานกรรมการ
_CHAIRS = Anchored(
    re.compile(
        r"""
      (?: เป็น(?:องค์)? | ทำหน้าที่ | ในฐานะ | องค์ ) ประธาน
      (?! (?:บอร์ด|ฝ่าย[ก-๙]{0,16})?กรรม | คณะ | อนุ | ที่ประชุม | [ ]?ก\.พ | สภา | บริษัท | มูลนิธิ | สมาคม | ชมรม | โครงการ | อาเซียน | รุ่น
        | หอการ | ราชวิทยา | สถาบัน | มหา )
    | (?:เป็น)? ผู้
      (?: แทนพระองค์ | (?:แทน(?![^\n ]{0,20}รับ)[^\n ]{0,20})? (?:มอบ|พระราชทาน|ประทาน) (?=โล่|รางวัล|เกียรติ|ใบ|ถ้วย|ด้วย|[ ]|$|\n) )
    | ประธานในพิธี
    """,
        re.VERBOSE,
    ),
    "เป็นประธาน|เป็นองค์|เป็นผู้|ทำหน้าที่|ในฐานะ|องค์ประธาน|ผู้แทน|ผู้มอบ|ผู้พระราชทาน|ผู้ประทาน|ประธานในพิธี",
)
# ได้มอบโล่รางวัล · พระราชทานถ้วย; not พิธีมอบรางวัล
_GIVES = Anchored(
    re.compile(
        r"""
    (?:ได้)? (?:ให้เกียรติ)? (?:ร่วม|เดินทาง)? (?:มา)?
    (?<!พิธี) (?<!งาน) (?<!การ) (?<!เพื่อ) (?<!รับ) (?: พระราชทาน | ประทาน | มอบ ) [ ]? (?:พระราชทาน)? (?:และ[ก-๙]{3,12})? [ ]? [“"]?
    (?:\d{1,3}[ ])? (?: โล่ | รางวัล | เกียรติบัตร | ใบประกาศ | ถ้วย | ประกาศ | เหรียญ | เข็ม )
    """,
        re.VERBOSE,
    ),
    "ได้ให้เกียรติ|ได้ร่วม|ได้เดินทาง|ได้มา|ได้พระราชทาน|ได้ประทาน|ได้มอบ|ให้เกียรติ|ร่วมมา|ร่วมพระราชทาน|ร่วมประทาน|ร่วมมอบ"
    "|เดินทาง|มาพระราชทาน|มาประทาน|มามอบ|พระราชทาน|ประทาน|มอบ",
)
# ได้รับเกียรติจาก นาย ก · รับรางวัล … จากนาย ก
_HONOURED_BY = Ending(
    re.compile(
        r"""
    (?: รับเกียรติ(?:อย่างสูง)?จาก | (?:รับ|มอบ|โล่|รางวัล|คุณ|บัตร) [^\n]{0,180}? [ )\dก-๙”"] จาก ) [ ]? (?:ท่าน)? (?:ฯ[ ]?พณ[ ]?ฯ)? [ ]? $
    """,
        re.VERBOSE,
    ),
    "จาก|ท่าน|ฯ",
)
# กระบือที่ชนะจะได้รับถ้วยพระราชทาน|จาก|พระบาทสมเด็จพระเจ้าอยู่หัว: whose prize it will be
_WILL_GET = re.compile(r"จะได้(?:รับ)?[^\n]{0,60}จาก[ ]?$")
# เข้าเฝ้าฯ |สมเด็จพระ … |รับพระราชทานรางวัล
_AUDIENCE = re.compile(r"เฝ้า(?:ฯ|ทูลละอองธุลีพระบาท|ทูลละอองพระบาท|รับเสด็จ)?[ ]?$")
_IS_GIVEN = re.compile(r"[^\n]{0,80}?(?:เพื่อ)?รับ(?:พระราชทาน|ประทาน)[ ]?(?:โล่|รางวัล|เข็ม|ถ้วย|เหรียญ|เกียรติ|ประกาศ)")
# สมเด็จพระ … |เสด็จแทนพระองค์ไปยังโรงแรมริมน้ำ ในการพระราชทานรางวัล
_GOES_TO_GIVE = re.compile(
    r"[ ]?(?:ทรง)?เสด็จ[^\n]{0,160}?(?:ใน|ไป)(?:การ|พิธี|งาน)?[^\n ]{0,20}(?:พระราชทาน|ประทาน)[ ]?"
    r"(?:โล่|รางวัล|เข็ม|ถ้วย|เหรียญ|เกียรติ|ประกาศ)"
)
# รางวัลพระราชทาน|สมเด็จพระ … · ตามพระดำริ|สมเด็จพระ …
_OFROYAL = re.compile(r"(?:พระราชทาน|ประทาน|ของ|แห่ง|ดำริ|ปณิธาน(?:ใน)?|ฉายาลักษณ์|โอวาท|วันประสูติ|สมภพ|แทน)[ ]?$")
_ROYAL_REACH = 150
_RECEIVES = sought(r"(?:แก่|(?<!หมาย)(?<!โปรด)(?<!กระหม่อม)(?<!โปรดเกล้าฯ[ ])(?<!โปรดเกล้าฯ)ให้|ให้กับ|แด่)[ ]?$")
_DELEGATES = re.compile(r"มอบหมาย(?:งาน|ภารกิจ)?จาก[ ]?(?:ท่าน)?$")
# คำกล่าว| พลเอก ก นายกรัฐมนตรี |ใน|พิธีมอบรางวัล
_SPEECH = re.compile(r"(?:คำกล่าว|คำปราศรัย|สุนทรพจน์|โอวาท)(?:ของ)?[ ]?$")
_AT_EVENT = re.compile(r"[^\n]{0,90}")
# วันนี้ นาย ก เปิดโครงการ |พร้อม|มอบรางวัล
# … พร้อมกันนี้ยังได้|ทำหน้าที่เป็นผู้|มอบรางวัล
_SIDE_ACT = re.compile(
    r"(?:พร้อม(?:ทั้ง|กับ|ด้วย)?(?:เป็นผู้)?|และ(?:ได้)?|รวมทั้ง|ตลอดจน|จากนั้น(?:ได้)?|โอกาสนี้ได้"
    r"|(?:นี้[ ]?|อีกทั้ง)ยัง(?:ได้)?(?:ทำหน้าที่)?(?:เป็นผู้)?)[ ]?(?:ร่วม)?$"
)
_NO_SUBJECT = re.compile(r"เข้ารับ|รับรางวัล|รับมอบ(?!หมาย)|รับโล่|เปิดเผยว่า|กล่าวว่า|เผยว่า|ให้การต้อนรับ")
_ROW = re.compile(
    r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:หรือ[ ]?[A-Z][A-Za-z]{1,11}[ ]?)?(?:และ|,|พร้อมด้วย|พร้อม|ร่วมกับ)?[ ]?(?:ท่าน)?[ ]?"
)
_NO_CHAIR = re.compile(
    r"""
    เข้ารับ | รับรางวัล | รับมอบ(?!หมาย) | รับโล่ | เข้าร่วม | เปิดเผย(?!ภายหลัง|หลัง) | กล่าว(?!หลัง|ภายหลัง|เปิด|ในฐานะ|ในโอกาส|ในพิธี|ระหว่าง
        |(?:สุนทร|แสดงความ|ต้อนรับ|ให้โอวาท|ปาฐกถา|ขอบคุณ|ชื่นชม)[^\n]{0,60}และ)
    | ให้การต้อนรับ | ร่วมงาน | ร่วมพิธี
    """,
    re.VERBOSE,
)
# a nameless นายกรัฐมนตรี before the verb
_OFFICE = sought(
    r"""
    (?<!รอง) (?<!ผู้ช่วย) (?<!อดีต)
    (?P<office> (?:รอง|อดีต)? นายก(?:รัฐมนตรี|ฯ) | (?:รัฐมนตรีว่าการ|ผู้ว่าราชการจังหวัด|ปลัดกระทรวง|อธิบดีกรม) [ก-๎]{2,40}? )
    (?:ได้)? (?:ให้เกียรติ)? [ ]? $
    """,
    re.VERBOSE,
)


def find_presider(scope: Scope, *, announced: bool = False) -> Span | None:
    """Whoever chairs the event or hands over its prizes, by full name.

    Args:
        scope: the event's words and paragraph.
        announced: whether the event is an announcement, whose giver alone presides over nothing.

    มีนายสมใจ ปลูกบัว รองนายกรัฐมนตรี เป็นประธาน → สมใจ ปลูกบัว
    """
    findings = scope.findings
    text = findings.text
    start, end = scope.around
    people = [party for party in findings.parties if _may_preside(text, party, start, end + 120)]
    for match in _CHAIRS.finditer(text, start, min(len(text), end + 2)):
        chair = _before(findings, people, start, match.start())
        if chair is not None:
            return chair
    honoured = _honoured_by(findings, people, start, end)
    if honoured is not None or announced:
        return honoured
    for match in _GIVES.finditer(text, start, end):
        giver = _before(findings, people, start, match.start(), reach=70)
        if giver is not None:
            return giver
    return _subject(scope, people) or _speaker(scope, people)


# นาย ก |เปิดงาน · ทรง|เปิดการประชุม · เป็นประธานเปิดมหกรรม
_OPENS = Anchored(
    re.compile(
        r"""
    (?:กล่าว|ทรง)? เปิด
    (?: งาน | การ(?:ประชุม|อบรม|สัมมนา|แข่ง|ประกวด) | โครงการ | มหกรรม | ประชุม | กิจกรรม | นิทรรศการ | เวที | สัมมนา )
    """,
        re.VERBOSE,
    ),
    "กล่าว|ทรง|เปิด",
)


def find_opener(scope: Scope) -> Span | None:
    """Whoever chairs or opens the event of a paragraph: นายสมใจ ปลูกบัว เปิดการประชุม → สมใจ ปลูกบัว."""
    findings = scope.findings
    start, end = scope.line_start, min(scope.line_end, scope.line_start + _REACH)
    people = [party for party in findings.parties if _may_preside(findings.text, party, start, end)]
    for pattern in (_CHAIRS, _OPENS):
        for match in pattern.finditer(findings.text, start, end):
            opener = _before(findings, people, start, match.start())
            if opener is not None:
                return opener
    return None


def _may_preside(text: str, party: Party, start: int, end: int) -> bool:
    """Whether a person within `start:end` is not one to whom something is given."""
    return (
        party.kind == "person"
        and start <= party.start < end
        and not _RECEIVES.search(text, max(0, party.start - 12), party.start)
    )


def _honoured_by(findings: Findings, people: list[Party], start: int, end: int) -> Span | None:
    """The person or royal person from whom prizes are received."""
    text = findings.text
    for person in people:
        known = findings.people[person.key] if 0 <= person.key < len(findings.people) else None
        if known is None or (known.honorific is None and known.position is None):
            continue  # เหรียญทองจาก สมใจ ปลูกบัว: who won it
        if _HONOURED_BY.search(text, max(start, person.start - 200), person.start) and not _delegates(text, person.start, start):
            return _full(findings, person)
    for match in ROYAL.finditer(text, start, end):
        if text[max(start, match.start() - 8) : match.start()].rstrip(" ").endswith("จาก"):
            if _WILL_GET.search(text, max(start, match.start() - 80), match.start()):
                continue
            return _royal(text, match)
        if _AUDIENCE.search(text, max(0, match.start() - 30), match.start()) and _IS_GIVEN.match(text, match.end()):
            return _royal(text, match)
        if _GOES_TO_GIVE.match(text, match.end()):
            return _royal(text, match)
    return None


def _delegates(text: str, at: int, start: int) -> bool:
    """Whether who stands at `at` only sent another: ได้รับมอบหมายจาก|นาย ก."""
    return _DELEGATES.search(text, max(start, at - 24), at) is not None


def _subject(scope: Scope, people: list[Party]) -> Span | None:
    """Who opens the paragraph, where its last verb gives the prizes: วันนี้ ณ … นาย ก เปิดโครงการ พร้อมมอบรางวัล."""
    text = scope.findings.text
    side_act = _SIDE_ACT.search(text, max(scope.line_start, scope.start - 44), scope.start)
    if side_act is None or not _GIVES.pattern.match(text, scope.start):
        return None
    for person in people:
        barred = _NO_SUBJECT if "ยัง" in side_act.group() else _NO_CHAIR
        ahead = person.end <= scope.start and person.start - scope.line_start < 200
        if ahead and not barred.search(text, person.end, scope.start):
            return _full(scope.findings, person)
    return None


def _speaker(scope: Scope, people: list[Party]) -> Span | None:
    """Whose speech at the event the article gives: คำกล่าว นายสมใจ ปลูกบัว นายกรัฐมนตรี ในพิธีมอบรางวัล."""
    text = scope.findings.text
    for person in people:
        if _SPEECH.search(text, max(scope.line_start, person.start - 20), person.start) and _AT_EVENT.fullmatch(
            text, person.end, scope.start
        ):
            return _full(scope.findings, person)
    return None


def _before(findings: Findings, people: list[Party], start: int, at: int, *, reach: int = 150) -> Span | None:
    """Who does what stands at `at`: the person, royal person or office before it in the same clause."""
    text = findings.text
    royal = None
    for match in ROYAL.finditer(text, max(start, at - max(reach, _ROYAL_REACH)), at):
        if not _delegates(text, match.start(), start) and not _OFROYAL.search(
            text, max(start, match.start() - 16), match.start()
        ):
            royal = match
    if royal is not None and "\n" in text[royal.end() : at]:
        royal = None
    before = [person for person in people if person.end <= at + 1]
    while len(before) > 1 and _delegates(text, before[-1].start, start):
        at = before.pop().start
    if before and (royal is None or royal.end() < before[-1].start):
        gap = text[before[-1].end : at]
        if len(gap) <= reach and not _NO_CHAIR.search(text[before[-1].end : at + 8]) and not _other_office(text, gap, start, at):
            return _full(findings, _first_of_row(text, before))
    if royal is not None and not _NO_CHAIR.search(text, royal.end(), at):
        return _royal(text, royal)
    office = _OFFICE.search(text, max(start, at - 70), at)
    if office is not None:
        return _holder(findings, office["office"]) or Span(*office.span("office"), "ceremony.office")
    return None


def _other_office(text: str, gap: str, start: int, at: int) -> bool:
    """Whether a nameless office stands between a person and the verb: นาย ก ร่วมงาน โดยมีนายกรัฐมนตรี เป็นประธาน."""
    return "โดย" in gap and _OFFICE.search(text, max(start, at - 60, at - len(gap)), at) is not None


def _first_of_row(text: str, before: list[Party]) -> Party:
    """Of people who stand in a row the first: นาย ก รัฐมนตรี และนาง ข ปลัดกระทรวง เป็นผู้มอบ."""
    person = before[-1]
    for other in reversed(before[:-1]):
        if not _ROW.fullmatch(text, other.end, person.start):
            break
        person = other
    return person


def _royal(text: str, match: re.Match[str]) -> Span:
    """A member of the royal family in the fullest form that the article has."""
    best = match
    short = match.group().rstrip(" ฯ")
    at = text.find(short)
    while at >= 0:
        other = ROYAL.pattern.match(text, at)
        if other is not None and len(other.group()) > len(best.group()):
            best = other
        at = text.find(short, at + 1)
    return Span(*best.span(), "ceremony.royal")


def _holder(findings: Findings, office: str) -> Span | None:
    """The person whose position begins with the office, where the article names one."""
    office = office.replace("ฯ", "รัฐมนตรี")
    if office == "รองนายกรัฐมนตรี":  # there are several
        return None
    for person in findings.people:
        if person.position is not None and _heads(findings.text, office, person.position):
            return Span(person.name.start, person.name.end, "ceremony.office_holder")
    return None


def _heads(text: str, office: str, position: Span) -> bool:
    """Whether an office is the first or a further one of a position: รองนายกรัฐมนตรีและ|รัฐมนตรีว่าการกระทรวงพลังงาน."""
    at = text.find(office, position.start, position.end)
    return at == position.start or (at > 0 and text[position.start : at].rstrip().endswith("และ"))


def _full(findings: Findings, party: Party) -> Span:
    """The person's full name, wherever it stands."""
    name = findings.people[party.key].name if 0 <= party.key < len(findings.people) else party.name
    return Span(name.start, name.end, "ceremony.presider")
