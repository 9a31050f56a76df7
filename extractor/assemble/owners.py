"""Which of two bodies side by side a verb is told of: a unit and its owner, a person and where he works."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.subject_words import ACTS_FOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.assemble.findings import Party
    from extractor.document import Span

# ศูนย์ข้อมูลข่าวสาร|ของ|กรม ก ได้รับรางวัล
_OWNED = re.compile(r"[”\"’']?[ ]?(?:\([^()\n]{1,40}\)[ ]?)?ของ[ ]?")
_HOUSES = re.compile(r"ศูนย์|โรงพยาบาล|โรงเรียน|พิพิธภัณฑ์|สถาบัน|วิทยาลัย|คณะ(?!กรรม|ทำงาน|รัฐ)|หอ|ห้องสมุด|สถานี|โรงงาน|โรงไฟฟ้า|หน่วย(?!งาน)")
# นายแพทย์ ก| จักษุแพทย์ |โรงพยาบาล ข, นาย ก| อดีตผู้จัดการ |ธนาคาร ข
_OCCUPATION = re.compile(
    r"[ ]?(?:\([^()\n]{1,20}\)[ ]?)?(?:อดีต|รอง|ผู้ช่วย)*(?:นัก|แพทย์|จักษุ|ศัลย|อายุร|ทันต|พยาบาล|เภสัช|ครู|อาจารย์|วิศวกร|ช่าง|เจ้าหน้าที่"
    r"|กุมาร|สูติ|รังสี|วิสัญญี|จิตแพทย์|สัตวแพทย์|นายแพทย์|พนักงาน|ข้าราชการ|นิติกร|สถาปนิก|ผู้อำนวยการ|ผอ\.|ผู้จัดการ|กรรมการ|ประธาน|อธิบดี|ปลัด"
    r"|เลขาธิการ|เลขานุการ|หัวหน้า|คณบดี|อธิการบดี|ผู้ว่าการ|นายก|อุปนายก|ที่ปรึกษา|โฆษก|ผู้บัญชาการ"
    r"|(?:รอง|ผู้ช่วย)?ศาสตราจารย์)[ก-๎ ]{0,40}"
)
# characters of an occupation between a person and where he works
_OWN_BODY = 44


# ⏎สวนสาธารณะนาดี| |เทศบาลเมือง ก · ศูนย์วิจัยข้าวนาดี| |กองวิจัย ข: a site or unit at the head of a clause, then whose it is
_UNIT = re.compile(
    r"สวน(?:สาธารณะ|สัตว์|พฤกษศาสตร์)?|ศูนย์(?!การค้า|อาหาร)|สถานี|ตลาด|พิพิธภัณฑ์|ห้องสมุด|หอศิลป์|โรงเรียน|โรงพยาบาล|หน่วย(?!งาน)|กลุ่มงาน|ฝ่าย|งาน(?=[ก-ฮ])"
)
_OVER_UNIT = re.compile(r"กอง|สำนัก|เทศบาล|องค์การบริหาร|อบต\.|อบจ\.|มหาวิทยาลัย|คณะ(?!กรรม|ทำงาน|รัฐ)|โรงพยาบาล|กรม|การ(?:ไฟฟ้า|ประปา)")
_CLAUSE_BEGINS = re.compile(r"(?:^|[\n:•]|ทั้งนี้|โดย|ให้|ที่ผ่านมา|ล่าสุด|ว่า)[ ]*$")


def unit_of(text: str, before: Party, party: Party) -> Party | None:
    """The unit or house that a body owns and of which a verb behind both is told: ศูนย์ข้อมูลข่าวสารของ|กรม ก |ได้รับรางวัล."""
    if before.role in {"giver", "superior", "heading"} or party.kind != "organisation":
        return None
    if (
        before.kind != "person"
        and text[before.end : party.start] == " "
        and _UNIT.match(text, before.start)
        and _OVER_UNIT.match(text, party.start)
        and _CLAUSE_BEGINS.search(text, max(0, before.start - 12), before.start)
    ):
        before.body = before.body or party.name
        return before
    if before.kind != "organisation":
        return None
    if before.key == party.key or _OWNED.fullmatch(text, before.end, party.start) is None:
        return None
    if _HOUSES.match(text, before.start) is None or text.startswith(("กระทรวง", "รัฐบาล"), party.name.start):
        return None
    before.body = before.body or party.name
    return before


# รางวัล|ศิษย์เก่า|ดีเด่น: won as one of a school, and not as an officer
_ALUMNI = re.compile(r"(?:ศิษย์|นักเรียน|นิสิต|นักศึกษา)เก่า")


def is_of_alumni(text: str, start: int, end: int) -> bool:
    """Whether the prize named at `start:end` is one for those who were at a school, whatever post they hold."""
    return _ALUMNI.search(text, start, end) is not None


# นาย ก ประธาน|มูลนิธิ ข, สมชาย ใจดี |สำนักพิมพ์ ค, นายก|สภามหาวิทยาลัย ง: such are honoured for what they have done, as nobody's officers
_NO_OFFICE = re.compile(r"(?:คณะกรรมการ)?มูลนิธิ|อาสาสมัคร|สำนัก(?:พิมพ์|ข่าว)|สภา(?:มหาวิทยาลัย|สถาบัน)")
_CHAIRS = re.compile(r"(?:ประธาน(?:กรรมการ)?|ผู้(?:ร่วม)?(?:ก่อ|จัด)ตั้ง|ที่ปรึกษา|อาสา(?:สมัคร)?|กรรมการ|นายก|อุปนายก|จาก|[ ]|\()$")


def is_no_office(text: str, body: Span) -> bool:
    """Whether a person who is told to be of such a body is honoured in person: ประธาน|มูลนิธิ ข.

    >>> from extractor.document import Span
    >>> is_no_office("นาย ก ประธานมูลนิธิ ข", Span(12, 20, "")), is_no_office("นาย ก ผู้อำนวยการมูลนิธิ ข", Span(17, 25, ""))
    (True, False)
    """
    return (
        _NO_OFFICE.match(text, body.start) is not None and _CHAIRS.search(text, max(0, body.start - 20), body.start) is not None
    )


def works_there(text: str, person: Party, body: Party, keys: dict[int, int]) -> bool:
    """Whether a body is named only as where a person works: นายแพทย์ ก จักษุแพทย์ |โรงพยาบาล ข |ได้รับรางวัล.

    `keys`: which body each mention is of, by where it begins.
    """
    own = person.body if person.kind == "person" and body.kind == "organisation" else None
    if own is None or body.start - person.end > _OWN_BODY:
        return False
    return keys.get(own.start) == body.key and _OCCUPATION.fullmatch(text, person.end, body.start) is not None


# นาย ก |(ชื่อเล่น) นักศึกษาชั้นปีที่ 3 สาขาวิชาโยธา |คณะ ข: what stands between one and the school that he is of
_AT_SCHOOL = re.compile(
    r"[”\"]?[ ]{0,2}(?:\([^()\n]{1,40}\)[ ]?)?(?:(?:จำนวน[ ]?)?\d{1,2}[ ]?)?(?:ซึ่งเป็น|จาก|สังกัด|ตัวแทน)?[ ]?"
    r"(?:(?:นักเรียน|นักศึกษา|นิสิต|(?:คณ)?อาจารย์(?!ใหญ่)|นักวิจัย|แผนก|ภาควิชา|สาขา(?:วิชา)?|หลักสูตร|ชั้น(?:ปี)?|วิชาเอก)"
    r"(?:(?!ได้|คว้า|รับ|มอบ|กล่าว|เปิดเผย|เผย|โดย|ซึ่ง|ที่(?![ ]?\d)|ให้|ประธาน"
    r"|พร้อม|ยินดี|กับ|นำ|รางวัล|ผลงาน|เมื่อ|ณ[ ])[^\n,:;“”\"]){0,110}?)?[ ]?"
)
# คณะเทคโนโลยี| คหกรรมศาสตร์ |มหาวิทยาลัย ค
_IN_SCHOOL = re.compile(
    r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?"
    r"(?:(?!ได้|คว้า|รับ|และ|โดย|กับ|ร่วม|นำ(?!เสนอ)|พา|ส่ง|เชิญ|ชื่นชม|ยินดี|เยี่ยม|มอบ|ต้อนรับ)"
    r"(?:(?!กล่าว|เผย|ระบุ|แจ้ง|แถลง|รายงาน|ว่า[ ])[ก-๎]){2,24}[ ])?"
)
_SCHOOLS = re.compile(
    r"คณะ(?!กรรม|ทำงาน|ผู้)|ภาควิชา|สาขา|สำนักวิชา|วิทยาลัย|มหาวิทยาลัย|ม\.|มทร|จุฬา|สถาบัน(?:เทค|บัณ)|โรงเรียน|รร\.|บัณฑิตวิทยาลัย"
)
_UNIT_OF_SCHOOL = re.compile(r"คณะ|ภาควิชา|สาขา|สำนักวิชา|บัณฑิตวิทยาลัย")
# schools of one, each in the next: ภาควิชา ก คณะ ข มหาวิทยาลัย ค
_NESTED = 3


def pupil_before(text: str, parties: Sequence[Party], last: int) -> int | None:
    """Where in `parties` who learns or teaches at the school at `last` stands, if he is named right before it.

    นาย ก นักศึกษาภาควิชา ข คณะ ค |มหาวิทยาลัย ง: he, and not the school.
    """
    at = last
    while at > 0 and last - at <= _NESTED and parties[at].kind == "organisation" and _SCHOOLS.match(text, parties[at].name.start):
        before, school = parties[at - 1], parties[at]
        if before.end >= school.end and before.kind == "organisation":  # the university told with its faculty
            at -= 1
            continue
        gap = text[before.end : school.start]
        if before.kind == "person" and school.role == "superior":
            return None  # known to be his
        if before.kind == "person":
            near = _UNIT_OF_SCHOOL.match(text, school.start) is not None or bool(gap.strip())
            of_school = _AT_SCHOOL.fullmatch(gap) or (before.body is not None and _IN_SCHOOL.fullmatch(gap))
            return at - 1 if near and of_school and before.role not in {"giver", "heading"} else None
        if not school.start >= before.end or _IN_SCHOOL.fullmatch(gap) is None:
            return None
        at -= 1
    return None


# ยินดีกับนาย ก ผู้จัดการธนาคาร ข ใน|โอกาสที่|ธนาคาร ข ได้รับรางวัล
_OCCASION = ("โอกาสที่", "โอกาสที่ ")


def is_bodys(text: str, behind: Sequence[Party]) -> bool:
    """Whether the last of those behind one who is congratulated is a body on whose prize he is: … ในโอกาสที่|ธนาคาร ข."""
    return bool(behind) and behind[-1].kind == "organisation" and text.endswith(_OCCASION, 0, behind[-1].start)


# เทศบาล ก นำโดยนาย ข นายกเทศมนตรี| และ|นาย ค เข้ารับรางวัล
_AND_ALSO = re.compile(r"[”\"]?[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:[ก-๎. ]{0,60}?)(?:,|และ|พร้อม(?:ด้วย|กับ)?)[ ]*(?:คุณ|ท่าน)?[ ]*")
# characters from the last of those who lead to the body, and between two of them
_LED, _NEXT_LEADER = 320, 90
_ROLES_OF_OTHERS = frozenset({"superior", "doer", "giver"})


def led_body(text: str, parties: Sequence[Party], index: int) -> Party | None:
    """The body for which those collect a prize who stand behind โดย or นำโดย, of whom the one at `index` is the last."""
    first = last = parties[index] if index < len(parties) else None
    if first is None or last is None:
        return None
    above = 0
    for before in reversed(parties[:index]):
        if last.start - before.end > _LED or "\n" in text[before.end : first.start]:
            return None
        if before.kind == "person":
            near = first.start - before.end <= _NEXT_LEADER
            if not near or before.end > first.start or _AND_ALSO.fullmatch(text, before.end, first.start) is None:
                return None
            first = before
        elif before.role not in _ROLES_OF_OTHERS:
            led = text.find("นำโดย", before.end, first.start) >= 0 or text.rfind("\n", 0, before.start) == before.start - 1
            named = before.kind in {"organisation", "team"} or (led and _AREA.match(text, before.name.start) is not None)
            return before if named and ACTS_FOR.fullmatch(text, max(above, before.end), first.start) else None
        elif before.role != "superior":
            return None
        else:
            above = max(above, before.end)  # โรงพยาบาล ก สังกัดกระทรวง ข| โดยนาย ค
    return None


_AREA = re.compile(r"อำเภอ|ตำบล|จังหวัด|ชุมชน|หมู่บ้าน|บ้าน|วัด(?!ผล)|ตลาด|พิพิธภัณฑ์|อุทยาน|สนามบิน|ท่าอากาศยาน|สวน")


# โรงเรียน ก นำโดยนาย ข ผู้อำนวยการ |พร้อมด้วยคณะ|ครูและนักเรียน เข้ารับรางวัล
_IN_COMPANY = re.compile(r"(?:พร้อม(?:ด้วย|กับ|ทั้ง)?|และ|ตลอดจน)[ ]*(?:คณะ|ตัวแทน|ทีม)?[ ]*$")
_WHO_HAVE = re.compile("ที่|ซึ่ง|ผู้")


# บริษัท ก … ประกอบกิจการเหมือง โดย|ผู้ประกอบการ |ได้รับรางวัล: it is the one that the line begins with
_ITS_OWNER = re.compile(
    r"(?:โดย|ซึ่ง|ทั้งนี้[ ]?)(?:ทาง)?(?:ผู้ประกอบการ|สถานประกอบการ|บริษัท|โรงงาน|โรงเรียน|ชุมชน|กลุ่ม|สหกรณ์|ฟาร์ม)(?:ยัง|เคย|ก็|ได้|สามารถ|[ ])*$"
)
# characters before the verb within which the kind is told
_OWNER = 44
_FIRM = re.compile(r"บริษัท|ห้างหุ้นส่วน|หจก|บจก|บมจ|โรง|ชุมชน|กลุ่ม|สหกรณ์|ฟาร์ม|ร้าน|วิสาหกิจ")
_LINE_BEGINS = re.compile(r"(?:^|\n)[ ]*(?:\(?\d{1,2}[.)][ ]*|[-–•*][ ]*)?$")


def own_owner(text: str, named: Sequence[Party], at: int) -> Party | None:
    """The firm with which the line of a verb begins, told of as a kind before the verb: 1. บริษัท ก … โดยผู้ประกอบการ|ได้รับรางวัล.

    `named`: the parties of the line before the verb.
    """
    if not named or named[0].kind == "person" or _ITS_OWNER.search(text, max(named[0].end, at - _OWNER), at) is None:
        return None
    if any(party.role != "superior" and party.kind != "place" for party in named[1:]):
        return None
    begins = _LINE_BEGINS.search(text, max(0, named[0].start - 8), named[0].start) is not None
    return named[0] if begins and _FIRM.match(text, named[0].name.start) is not None else None


def is_company(text: str, parties: Sequence[Party], index: int, gap: str, group: int) -> bool:
    """Whether those told of without a name from `group` on in `gap` only come along with the one at `index`, who leads a body."""
    if index < 0 or _IN_COMPANY.search(gap, 0, group) is None or _WHO_HAVE.search(gap, group) is not None:
        return False
    return led_body(text, parties, index) is not None
