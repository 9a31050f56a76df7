"""Who gives or runs the awards of an event: จัดโดย…, the subject of จัดพิธี / มอบ / ประกาศ, or whom the prize came from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Ending, Words
from extractor.document import Span
from extractor.patterns import looked_at, sought

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.assemble.ceremony_parts import Scope
    from extractor.assemble.findings import Findings, Party
    from extractor.match.label import Label

# จัดโดย กรม ก · จัดขึ้นโดย · มอบโดย
_ORGANISED_BY = Ending(
    re.compile(
        r"""
    (?: (?:จัด|ริเริ่ม|ดำเนินการ) (?:พิธี|งาน|การประกวด|การแข่งขัน|ประกวด)? (?:ขึ้น)? | มอบ | ประกาศ
      | ซึ่ง (?:ดำเนินการ|ได้รับการ)? (?:คัดเลือก|ตัดสิน|พิจารณา) ) โดย [ ]? (?:ทาง)? (?:ความร่วมมือ(?:กัน)?(?:ของ|ระหว่าง))? [ ]? $
    | ผู้จัด(?:งาน|การแข่งขัน|การประกวด)? (?:คือ|ได้แก่) [ ]? $
    | (?<=เป็น)ความร่วมมือ(?:กัน)?(?:ของ|ระหว่าง) [ ]? $
    """,
        re.VERBOSE,
    ),
    "โดย|ทาง|ของ|ระหว่าง|คือ|ได้แก่",
)
# รับรางวัล … จากกรม ก
_FROM = Ending(
    re.compile(r"(?:รับ|คว้า|โล่|รางวัล)[^\n]{0,160}?จาก(?:ทาง)?[ ]?$"),
    "จาก|ทาง",
)
# งบสนับสนุนจาก|กรม ก · เงินรางวัลจาก|มูลนิธิ ข
_NO_GIVING = Ending(
    re.compile(
        r"(?:(?<=รับ)เกียรติ|สนับสนุน|อนุญาต|เงินรางวัล|ความร่วมมือ|งบประมาณ|มอบหมาย|คัดเลือก|รับรอง|ข้อมูล|ผู้แทน"
        r"|ผลิตภัณฑ์|สินค้า|นิทรรศการ)[^\n ]{0,24}[ ]?จาก(?:ทาง)?[ ]?$"
    ),
    "จาก|ทาง",
)
# กรม ก จัดพิธี · กรม ก ได้ประกาศผล · (ซึ่ง)กรม ก จัดขึ้น
_HOSTING_ACTS = r"""
    (?: ได้ | จึง | เตรียม | กำหนด | ขอ | แถลง | จะ | ร่วมกัน )?
    (?: จัด (?: พิธี | งาน | การประกวด | การแข่งขัน | ประกวด | ให้มี | (?:ทำ)?โครงการ | ทำรางวัล | กิจกรรม | ขึ้น | ไป | ร่วมกับ | มอบ | แข่ง )
      | (?:ซึ่ง)?เป็นผู้ (?:ดำเนินการ)? (?:จัด|คัดเลือก|มอบ)
      | ทำพิธี (?:มอบ|ประกาศ) | ถวาย (?:ปริญญา|โล่|รางวัล)
      | (?<!พิธี) (?<!งาน) (?<!การ) (?<!เพื่อ) มอบ (?: รางวัล | โล่ | เกียรติ | ให้ )
      | เผย (?: โผ | ราย(?:ชื่อ|นาม) )
      | ประกาศ (?: ผล | รางวัล | ราย | มอบ | เกียรติ | ยกย่อง )
      | แถลง (?: จัด | ผล | ข่าวผล | ข่าวประกาศ )
      | แจ้ง (?: ผล(?:การ)? (?= คัดเลือก | ประกวด | ตัดสิน | รางวัล ) )
      | (?<=เตรียม)งาน(?!ที่)
      | ตัดสิน (?= การประกวด | การแข่งขัน ) )
"""
_HOSTS = re.compile(rf"[ ]? (?: \([^()\n]{{1,40}}\) )? [^\n]{{0,30}}? {looked_at(_HOSTING_ACTS, re.VERBOSE)}", re.VERBOSE)
# กรม ก| นำโดยนาย ข อธิบดี |จัดพิธี
_LED = re.compile(
    r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?นำโดย(?:(?!จัด|มอบ|ประกาศ|เป็นประธาน|ได้รับ|เข้า|ร่วม|ลงพื้นที่)[^\n]){3,120}+"
    r"(?:ร่วมกัน)?(?=จัด|มอบ|ประกาศ)"
)
_HOSTING_WORDS = Words("จัด|เผยโผ|เผยราย|เป็นผู้|ทำพิธี|ถวาย|มอบ|ประกาศ|แถลง|ตัดสิน|แจ้งผล|เตรียมงาน")
# characters behind a body within which they stand
_HOSTING = 90
# กรม ก เข้ารับ … ที่จัดขึ้น · กรม ก |จากนั้น| นาย ข มอบรางวัล: another acts
_NO_HOST = re.compile(
    r"""
    ได้รับ | เข้ารับ | รับรางวัล | รับมอบ | เข้าร่วม | ร่วมพิธี | ร่วมงาน | คว้า | ที่[ก-๙]{0,6}ผ่าน | เป็นประธาน | กล่าว
    | รวมทั้ง | รวมถึง | ทั้งนี้ | จากนั้น | โดยมี | นอกจาก | เจ้าภาพ | ในโอกาส | อีกทั้ง | ตลอดจน | ยังมี | มีการ
    | ขอบคุณ
    # งานครบรอบ 10 ปี กรม ก| พร้อมมอบรางวัล: another's act
    | ^[ ]? (?: \([^()\n]{1,40}\) [ ]? )? (?:ด้าน|ครบรอบ) [^\n]{2,24}? [ ]? พร้อม
    """,
    re.VERBOSE,
)
_NO_HOST_BEFORE = Ending(
    re.compile(
        r"""
    (?: ผู้แทน | ตัวแทน | ในสังกัด | สังกัด | จาก | ให้แก่ | ให้กับ | (?<!ได้)แก่ | ว่าการ | ปลัด | อธิบดี | เลขาธิการ | ผู้อำนวยการ | ประจำ
      | โฆษก | ผู้บริหาร | (?<!เป็น)ประธาน(?:คณะ)?(?:กรรมการ)?
      | นายก | กรรมการ | หัวหน้า | เจ้าหน้าที่ | ข้าราชการ | อาคาร | ห้องประชุม | อธิการบดี
      | สนับสนุน | รม[วช]\. | เลขาฯ | ผอ\. | สถาปนา | ครบรอบ[ ]?\d{1,3}[ ]?ปี(?:[ ]?ของ)? | อาวุโส ) [ ]? $
    """,
        re.VERBOSE,
    ),
    "ผู้แทน|ตัวแทน|สังกัด|จาก|แก่|กับ|ว่าการ|ปลัด|อธิบดี|เลขาธิการ|ผู้อำนวยการ|ประจำ|โฆษก|ผู้บริหาร|ประธาน|คณะ|กรรมการ|นายก|หัวหน้า|เจ้าหน้าที่|ข้าราชการ|อาคาร|ห้องประชุม|อธิการบดี|สนับสนุน"
    "|รมว.|รมช.|เลขาฯ|ผอ.|สถาปนา|ปี|ของ|อาวุโส",
)
_JOINED = re.compile(
    r"[ ]?(?:\([^()\n]{1,40}\))?[ ]?(?:โดย(?:ความร่วมมือ[ก-๙]*)?|ร่วมกับ|จับมือ(?:กับ)?|ผนึกกำลัง(?:กับ)?|และ|,|ร่วมด้วย)[ ]?"
)
# มูลนิธิ ก |ร่วมกับ เครือข่ายครูรักษ์ถิ่น| สถาบัน ข ประกาศผล
_WITH_OTHERS = re.compile(
    r"[ ]?(?:\([^()\n]{1,40}\))?[ ]?(?:โดยความร่วมมือ|ร่วมกับ|จับมือ(?:กับ)?|ผนึกกำลัง(?:กับ)?)"
    r"(?:(?!จัด|มอบ|ประกาศ|ได้|เป็น|ณ[ ]|เมื่อ|โดยมี)[^\n]){1,60}"
)
# สำนักงาน ก (สก.) |กระทรวง ข จัดงาน: the unit, not the ministry above it
_UNIT = re.compile(r"[ ]?(?:\([^()\n]{1,40}\))?[ ]?")
_ABOVE = ("กระทรวง", "สำนักนายกรัฐมนตรี", "มหาวิทยาลัย", "จุฬาลงกรณ์มหาวิทยาลัย")
_TWO_BODIES = re.compile(r"(?<=[ก-๙])และ(?=สภา|สมาคม|มูลนิธิ|กระทรวง|กรม|สำนักงาน|มหาวิทยาลัย|ธนาคาร)")
_PUBLISHERS = r"(?:เครือ(?!ข่าย)|นิตยสาร|สำนักข่าว|หนังสือพิมพ์)"
# นิตยสาร|ได้ประกาศ…, นิตยสาร|ท่องเที่ยวระดับแนวหน้า: what a publisher does or is, and no name of one
_NO_NAME = r"(?!ได้|ดัง|ชื่อดัง|ชั้นนำ|ท่องเที่ยว|ระดับ|ด้าน|ที่|นี้|ฉบับ|หัว|เล่ม|จาก|ใน|ของ|ก็|ยัง|ต่าง|แห่ง|ทั้ง|หลาย|แนว|อันดับ|เกี่ยวกับ)"
_LATIN_NAME = r"[A-Z][A-Za-z0-9.&’'-]*(?:[ ](?:(?:of|the|for|and|&)[ ])?[A-Z][A-Za-z0-9.&’'-]*)*"
# จัดโดย European Inventors League · จากนิตยสาร Rice World · จากเครือดอกบัว
_UNLISTED = sought(
    rf"""
    (?: จัด(?:ขึ้น|การแข่งขัน|การประกวด|งาน)?โดย | ขึ้นโดย | \d{{4}}[ ]โดย(?=[ ][A-Z]) | มอบโดย | จาก(?={_PUBLISHERS}|เว็บไซต์)
      | รับรางวัล[^\n]{{0,120}}[ ]จาก(?=[ ][A-Z]) )
    [ ]? (?:องค์กร(?:อิสระ)?|หน่วยงาน)?[ ]? [“"]?
    (?P<name> (?:นิตยสาร|สำนักข่าว|หนังสือพิมพ์|เว็บไซต์) [ ]? [“"]? {_LATIN_NAME} | {_LATIN_NAME} | {_PUBLISHERS}{_NO_NAME}[ก-๎]{{3,40}} )
    """,
    re.VERBOSE,
)
# ซึ่งจัดขึ้นโดย |European Inventors League
_ORGANISED_ABROAD = re.compile(
    rf"จัด(?:ขึ้น|การแข่งขัน|การประกวด|งาน)?โดย[ ]?(?:องค์กร(?:อิสระ)?|หน่วยงาน)?[ ]?[“\"]?(?P<name>{_LATIN_NAME})"
)
# “เครือดอกบัว” ประกาศมอบ · จากสำนักข่าว The Rice, at the end of a line
_UNLISTED_HOST = Anchored(
    re.compile(
        rf"""
    [“"]? (?P<name> {_PUBLISHERS} [ ]? (?: {_NO_NAME}[ก-๎]{{3,40}}? | {_LATIN_NAME} ) ) [”"]?
    (?: [ ]? (?:ได้)? (?:ประกาศ|จัด|มอบ) | (?=\n)(?<=[A-Za-z]) )
    """,
        re.VERBOSE,
    ),
    '“|"|เครือ|นิตยสาร|สำนักข่าว|หนังสือพิมพ์',
)


def find_organiser(scope: Scope, award: Label | None) -> Span | None:
    """The body that gives or runs the award, in the article's fullest form; of several the first.

    กระทรวงพลังงาน โดยกรมธุรกิจพลังงาน จัดพิธีมอบรางวัล → กระทรวงพลังงาน
    """
    findings = scope.findings
    bodies = [party for party in findings.parties if party.kind == "organisation" or _is_province(findings.text, party)]
    start, end = scope.around
    foreign = _ORGANISED_ABROAD.search(findings.text, start, end)
    if foreign is not None and not any(party.start <= foreign.start("name") < party.end for party in bodies):
        return Span(*foreign.span("name"), "ceremony.organiser_by_words")
    body = _near(scope, bodies) or _elsewhere(scope, bodies, award)
    if body is not None:
        return _name(findings, body)
    return _by_words(scope) or _of_award(findings, award)


def named_organiser(findings: Findings, start: int, end: int) -> Span | None:
    """The body right behind จัดโดย within `start:end`."""
    text = findings.text
    bodies = [party for party in findings.parties if party.kind == "organisation" and start <= party.start < end]
    body = _named_after(text, bodies, _ORGANISED_BY, start, 40)
    if body is not None:
        return _name(findings, body)
    match = _UNLISTED.search(text, start, end)
    return Span(*match.span("name"), "ceremony.organiser_by_words") if match else None


# จังหวัดน่าน |จัดประกวด · จังหวัดน่าน |ได้จัดงาน · อำเภอปัว |มอบโล่
_PROVINCE_ACTS = re.compile(
    r"ฯ?[ ]?(?:โดย[^\n]{0,60}?)?(?:ร่วมกับ[^\n]{0,60}?)?(?:ได้|จึง)?(?:กำหนด)?"
    r"(?:จัด(?:พิธี|งาน|การ|ประกวด|กิจกรรม|แข่ง|โครงการ)|มอบ(?:รางวัล|โล่|เกียรติ|ถ้วย|ใบ|ประกาศ)|ประกาศ(?:ผล|ราย(?:ชื่อ|นาม)))"
)
_AREAS = ("จังหวัด", "จ.", "อำเภอ")
_IN_PROVINCE = re.compile(r"(?:ใน|ที่|ว่าการ|ราชการ|นาย|ปลัด|ณ|ของ|พื้นที่|ประจำ|อำเภอ[ก-๙]{1,24}|ตำบล[ก-๙]{1,24}|จาก|ศาลากลาง)[ ]?$")


def _is_province(text: str, party: Party) -> bool:
    """Whether a province or district acts as a body: จังหวัดน่าน จัดประกวด …."""
    return (
        party.kind == "place"
        and text.startswith(_AREAS, party.start)
        and _PROVINCE_ACTS.match(text, party.name.end) is not None
        and _IN_PROVINCE.search(text, max(0, party.start - 24), party.start) is None
    )


def _near(scope: Scope, bodies: list[Party]) -> Party | None:
    """The organiser that the event's own paragraph tells."""
    text = scope.findings.text
    start, end = scope.around
    near = [party for party in bodies if start <= party.start < end]
    named = _named_after(text, near, _ORGANISED_BY, start, 40)
    if named is not None:
        return named
    for party in near:
        if _hosts(text, party, end):
            return _first(text, bodies, party)
    near = [party for party in near if not _NO_GIVING.search(text, max(start, party.start - 50), party.start)]
    return _named_after(text, near, _FROM, start, 220)


def _elsewhere(scope: Scope, bodies: list[Party], award: Label | None) -> Party | None:
    """The organiser that another paragraph tells."""
    text = scope.findings.text
    named = _named_after(text, bodies, _ORGANISED_BY, 0, 40)
    if named is not None:
        return named
    for party in bodies:
        if _hosts(text, party, len(text)) and _about(text, party, award):
            return _first(text, bodies, party)
    return None


def _named_after(text: str, bodies: Iterable[Party], words: Ending, start: int, reach: int) -> Party | None:
    """The first body right behind such words."""
    return next((party for party in bodies if words.search(text, max(start, party.start - reach), party.start)), None)


def _hosts(text: str, party: Party, end: int) -> bool:
    """Whether the body is the subject of จัดพิธี, มอบรางวัล or ประกาศผล; มท.1 is a minister."""
    led = _LED.match(text, party.end, end)
    acts = party.end if led is None else led.end()
    until = min(end, acts + _HOSTING)
    if (
        not _HOSTING_WORDS.within(text, acts, until)
        or text.startswith(("1", "2", "3", ".1"), party.end)
        or _NO_HOST_BEFORE.search(text, max(0, party.start - 24), party.start)
    ):
        return False
    match = _HOSTS.match(text, acts, until)
    return match is not None and not _NO_HOST.search(match.group()) and not _quoted(text, party, match.group())


def _quoted(text: str, party: Party, behind: str) -> bool:
    """Whether a body is named within the title of something: “25 ปี ศูนย์พึ่งได้” มอบ 18 รางวัล."""
    opened = max(text.rfind("“", max(0, party.start - 60), party.start), text.rfind('"', max(0, party.start - 60), party.start))
    inside = text[opened + 1 : party.start] if opened >= 0 else ""
    closes = behind.find("”") if "”" in behind else behind.find('"')
    return closes >= 0 and bool(inside.strip()) and not any(mark in inside for mark in '”"\n')


def _about(text: str, party: Party, award: Label | None) -> bool:
    """Whether the sentence in which a body acts names the award, or a prize at least."""
    around = text[max(0, party.start - 160) : party.end + 160].split("\n")
    name = "รางวัล" if award is None else text[award.start : award.end].removeprefix("รางวัล")
    return any(name in part or "รางวัล" in part for part in around if text[party.start : party.end] in part)


def _first(text: str, bodies: list[Party], party: Party) -> Party:
    """Of bodies that act together the first: กระทรวง ก โดยกรม ข, กรม ก ร่วมกับมูลนิธิ ข."""
    at = bodies.index(party)
    at = _with_all(text, bodies, at)
    while at > 0 and _JOINED.fullmatch(text, bodies[at - 1].end, bodies[at].start):
        at -= 1
    while at > 0 and _WITH_OTHERS.fullmatch(text, bodies[at - 1].end, bodies[at].start):
        at -= 1
    if at > 0 and text.startswith(_ABOVE, bodies[at].start) and _UNIT.fullmatch(text, bodies[at - 1].end, bodies[at].start):
        at -= 1
    return bodies[at]


# สมาคม ก |ร่วมกับ กระทรวง ข จังหวัดน่าน มหาวิทยาลัย ค| และภาคีเครือข่าย ร่วมกันจัดงาน
_TOGETHER = re.compile(r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:ได้|จึง|โดยความ)?ร่วม(?:มือ)?กับ[ ]?")
_NO_ROW = re.compile(r"จัด|มอบ|ประกาศ|ได้(?!แก่)|เป็น|โดยมี|นาย|นาง|เมื่อ|วันที่|[.:;“”\n]")
_ROW_REACH = 260


def _with_all(text: str, bodies: list[Party], at: int) -> int:
    """The place of the body that acts together with a row of others, of which the one at `at` is the last."""
    end = bodies[at].start
    for first in range(at - 1, -1, -1):
        start = bodies[first].end
        if end - start > _ROW_REACH:
            break
        together = _TOGETHER.match(text, start)
        if together is not None and not _NO_ROW.search(text, together.end(), end):
            return first
    return at


def _name(findings: Findings, party: Party) -> Span:
    """The body's fullest name; of two in one name the first: หอการค้า ก และสภาหอการค้า ข."""
    if party.kind == "place":
        return Span(party.name.start, party.name.end, "ceremony.organiser")
    name = findings.organisations[party.key].name
    two = None
    if not findings.text.startswith(("กระทรวง", "กรม"), name.start):
        two = _TWO_BODIES.search(findings.text, name.start, name.end)
    return Span(name.start, two.start() if two else name.end, "ceremony.organiser", id=name.id)


def _by_words(scope: Scope) -> Span | None:
    """A body that only the words around it show: จัดโดย European Inventors League, “เครือดอกบัว” ประกาศ."""
    start, end = scope.around
    text = scope.findings.text
    match = _UNLISTED.search(text, start, min(len(text), end + 40)) or _UNLISTED_HOST.search(text, 0, end)
    return Span(*match.span("name"), "ceremony.organiser_by_words") if match else None


def _of_award(findings: Findings, award: Label | None) -> Span | None:
    """The body that the gazetteer knows to give the award, where the article names it."""
    giver = None if award is None else getattr(award.row, "organiser", None)
    if not giver:
        return None
    bodies = [party for party in findings.parties if party.kind == "organisation"]
    for key, organisation in enumerate(findings.organisations):
        forms = [organisation.name, *organisation.aliases]
        if not any(findings.text[form.start : form.end] == giver for form in forms):
            continue
        told = [party for party in bodies if party.key == key]
        if award is None or not _spoken_of(findings.text, told, award):
            continue
        name = findings.organisations[_superior(findings.text, bodies, told).key].name
        return Span(name.start, name.end, "ceremony.organiser_of_award")
    return None


# characters from an award to a body within which one mention of it is enough
_NEAR_AWARD = 400
_NO_MENTION = ("ณ ", "ขอบคุณ", "ขอบคุณ ")


def _spoken_of(text: str, told: list[Party], award: Label) -> bool:
    """Whether an article speaks of a body itself, and not only of its officers, and does so more than once or near the award."""
    free = [
        party
        for party in told
        if not _NO_HOST_BEFORE.search(text, max(0, party.start - 24), party.start)
        and not text.endswith(_NO_MENTION, 0, party.start)
    ]
    return bool(free) and (len(told) > 1 or abs(free[0].start - award.start) < _NEAR_AWARD)


_BY = re.compile(r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?โดย[ ]?")


def _superior(text: str, bodies: list[Party], told: list[Party]) -> Party:
    """The body in whose name a body acts, where that is told: กระทรวง ก โดย|กรม ข; else the body itself."""
    for party in told:
        at = bodies.index(party)
        if at > 0 and text.startswith(_ABOVE, bodies[at - 1].start) and _BY.fullmatch(text, bodies[at - 1].end, party.start):
            return bodies[at - 1]
    return told[0]
