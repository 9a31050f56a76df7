"""Whose pupils, staff or firms those are whom a text names together with their school, office or owner, but apart from it.

โรงเรียน ก ขอแสดงความยินดีกับ|นาย ข นักเรียนชั้น ม.5| · นักศึกษาคณะ ก มหาวิทยาลัย ข จำนวน 3 คน ได้แก่ |นาย ค
บริษัทย่อยของบริษัท ก 2 แห่ง ได้แก่ |บริษัท ข
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.standing import SCHOOL
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party
    from extractor.document import Span

_COUNT = r"(?:(?:จำนวน|ทั้งหมด|ทั้ง|อีก|รวม)?[ ]?(?:\d{1,2}|สอง|สาม|สี่|ห้า)[ ]?(?:คน|ราย|ท่าน|ทีม|แห่ง|บริษัท|โรงงาน|โรง|สาขา))?"
# โรงเรียน ก (ก.น.)| ขอแสดงความยินดีกับ |นาย ข
_CONGRATULATES = sought(
    r"(?:[ ]?\([^()\n]{1,40}\))?[ ]?(?:ขอ|ร่วม|ได้|ส่ง|มา|[ ]){0,4}"
    r"(?:แสดงความ|ขอ)(?:ชื่นชม)?(?:และ)?ยินดี(?:และชื่นชม|อย่างยิ่ง)?[ ]?(?:กับ|แก่|แด่|ต่อ)[ ]?"
    r"(?:(?:ผู้แทน|ตัวแทน|คณะ|น้อง[ ]?ๆ?|คุณ)?(?:ครู|อาจารย์|นักเรียน|นักศึกษา|นิสิต|พนักงาน|เจ้าหน้าที่|ทีม|บุคลากร)[^\n]{0,40}?[ ]?)?"
)
# นาย ข| นักเรียนชั้น ม.5, นาง ค| พยาบาลวิชาชีพ: by what he is of a body
_OF_BODY = re.compile(
    r"[ ]{0,2}(?:\([^()\n]{1,20}\)[ ]?)?(?:ซึ่งเป็น)?(?:นักเรียน|นักศึกษา|นิสิต|ครู|อาจารย์|ชั้น|ม\.\d|ปวช|ปวส"
    r"|สาขา|ภาควิชา|แผนก|กลุ่มงาน|กลุ่มสาระ|คณะ(?!กรรมการ)|หลักสูตร|พนักงาน|เจ้าหน้าที่|พยาบาล|แพทย์|นายแพทย์|ทันตแพทย์|เภสัชกร|นักวิชาการ|นักวิจัย|นักวิทยาศาสตร์|วิศวกร|นักกายภาพ|บุคลากร"
    r"|นิติกร|นักจัดการ|รองผู้อำนวยการ|ผู้อำนวยการ|หัวหน้า(?:กลุ่ม|งาน|ฝ่าย|แผนก))"
)
# นาย ข| ที่ได้รับรางวัล: of the school that congratulates him
_WON = re.compile(r"[ ]{0,2}(?:ที่|ซึ่ง|ใน(?:โอกาส|การ)|เนื่องใน|ได้รับ|คว้า|ผู้(?:ได้รับ|คว้า|ชนะ))")
_LEARNS = re.compile(r"นักเรียน|นักศึกษา|นิสิต|ครู|อาจารย์|ชั้น|ม\.\d|ปวช|ปวส")
_STRANGER = re.compile(r"ศิษย์เก่า|ศิษย์ปัจจุบันและเก่า")
# โรงเรียน, and shorter: ม.นาดี, วท.นาดี
_TEACHES = re.compile(SCHOOL.pattern + r"|ม\.(?=[ก-ฮเ-ไ]{2})|มทร|มรภ|วท\.|วอศ|วษท|สโมสร|ชมรม")
# นักศึกษา|คณะ ก มหาวิทยาลัย ข| จำนวน 3 คน ได้แก่ |นาย ค
_PUPILS = re.compile(
    r"(?:นักเรียน|นักศึกษา|นิสิต|เยาวชน|ทีมวิจัย|นักวิจัย|อาจารย์|คณะครู|นักกีฬา[ก-๎]{0,20}?|สมาชิก)"
    r"(?:(?:จาก|ของ)?(?:ชั้น|ระดับ|ปี|สาขา|แผนก|คณะ|ภาค|หลักสูตร|วิชา|ห้องเรียน)[^\n,]{0,80}?)?(?:จาก|ของ|แห่ง)?[ ]*$"
)
_LISTS = re.compile(
    rf"(?:[ ]?\([^()\n]{{1,40}}\))?[ ]{{0,2}}{_COUNT}[ ]{{0,2}}"
    r"(?:(?:ได้แก่|คือ|ประกอบด้วย|นำโดย|โดย|ชื่อ|ในนาม)[ ]{0,2})?(?:\(?1[.)][ ]?)?"
)
# มหาวิทยาลัย ก| นำทีมนักศึกษา |นาย ข และนาย ค
_LEADS_ITS = sought(
    r"(?:[ ]?\([^()\n]{1,40}\))?[ ]?(?:ได้|ก็)?(?:นำ|ส่ง|พา|โดย|มี|ปลื้ม|เผย|สุดปลื้ม)?[ ]?"
    r"(?:ทีม|ตัวแทน|ผู้แทน|คณะ)?(?:นักเรียน|นักศึกษา|นิสิต)(?!ทุน)"
    r"(?:(?:ชั้น|ระดับ|ปี|สาขา|แผนก)[^\n,]{0,40}?|คนเก่ง)?[ ]{0,2}(?:\d{1,2}[ ]?คน[ ]?)?"
    r"(?:(?:ได้แก่|คือ|ประกอบด้วย|ชื่อ)[ ]{0,2})?(?=[ก-ฮเ-ไA-Z“])"
)
# บริษัทย่อยของ|บริษัท ก| 2 แห่ง ได้แก่ |บริษัท ข
_FIRMS = re.compile(r"(?:บริษัท|โรงงาน|ธุรกิจ|โรงแรม|กิจการ)(?:ย่อย|ลูก|(?:ใน|ร่วม)(?:เครือ|กลุ่ม|สังกัด)?)(?:ของ)?[ ]*$")
_BY_LIST = re.compile(
    rf"(?:[ ]?\([^()\n]{{1,40}}\))?[ ]{{0,2}}{_COUNT}[ ]{{0,2}}(?:ได้แก่|คือ|ประกอบด้วย|นำโดย|โดย)[ ]{{0,2}}(?:\(?1[.)][ ]?)?"
)
# ทีม “ก|” จาก|ธนาคาร ข
_FROM = re.compile(r"[”\"’']?[ ]?(?:จาก|แห่ง|ของ|สังกัด)[ ]?")
# นาย ก| นักเรียนชั้น ม.5 และ|นาย ข
_ON = re.compile(r"(?:[ ]{0,2}(?:\([^()\n]{1,30}\)|[^\n,()]{0,40}?))?(?:[ ]?,|[ ]?และ|[ ]\d{1,2}[.)]|[ ]{1,2})[ ]{0,2}")
_ENDS_ROW = re.compile(r"ได้|รางวัล|คว้า|ที่|ซึ่ง|จาก|โดย|ที่ปรึกษา|ควบคุม|ฝึกสอน|ผู้อำนวยการ")
_BEFORE = 130
# a word of each of these patterns, and the characters before or behind a body within which it stands
_JOY, _JOY_NEAR = Words("ยินดี"), 90
_PUPIL, _PUPIL_NEAR = Words("นักเรียน|นักศึกษา|นิสิต|เยาวชน|ทีมวิจัย|นักวิจัย|อาจารย์|คณะครู|นักกีฬา|สมาชิก"), 70
_FIRM, _FIRM_NEAR = Words("ย่อย|ลูก|ในเครือ|ในกลุ่ม|ร่วม|ในสังกัด"), 40
# characters before a body within which what begins with it does: |นักเรียน|โรงเรียน ก นาย ข
_LEAD = 20
# characters from a pupil's name to the next one's
_NEAR = 60


# นักศึกษาวิทยาลัย ก| ที่ได้รับรางวัล …⏎1. |นาย ข⏎2. |นาย ค
_WON_BY_THESE = re.compile(r"[^\n]{0,160}?(?:ได้รับ|คว้า|ชนะ|รับรางวัล)[^\n]{0,200}(?=\n)")
_NEXT_LINE = re.compile(r"[^\n]{0,60}\n[ ]*(?:\(?\d{1,2}[.)]|[-–•])?[ ]*(?=นาย|นาง|น\.ส|ด\.[ชญ]|เด็ก)")


def _give_below(findings: Findings, starts: list[int], at: int, body: Span) -> None:
    """Gives those who are named in lines of their own below what they have won their school."""
    text = findings.text
    while (line := _NEXT_LINE.match(text, at)) is not None:
        index = bisect_left(starts, line.end())
        if index == len(starts) or starts[index] != line.end() or findings.parties[index].kind != "person":
            return
        person = findings.parties[index]
        person.body = person.body or body
        at = person.end


def give_own(findings: Findings, bodies: list[tuple[int, int, Span]]) -> None:
    """Gives those who have no body yet the one as whose pupils, staff or firms the words between tell them."""
    starts = [party.start for party in findings.parties]
    text = findings.text
    for _, end, body in bodies:
        joy = _JOY.within(text, end, end + _JOY_NEAR)
        before = _PUPIL.within(text, body.start - _BEFORE, body.start)
        if not joy and not before and not _PUPIL.within(text, end, end + _PUPIL_NEAR):
            if _FIRM.within(text, body.start - _FIRM_NEAR, body.start):
                _give_firms(findings, starts, end, body)
            continue
        behind = _CONGRATULATES.match(text, end) if joy else None
        if behind is not None:
            _give(findings, starts, behind.end(), body, congratulated=True)
        elif _TEACHES.match(text, body.start) is not None:
            if before and _THEY_ARE.search(text, max(0, body.start - _BEFORE), body.start):
                _give_before(findings, starts, body)
            elif before and _PUPILS.search(text, max(0, body.start - _BEFORE), body.start):
                _give(findings, starts, _end(_LISTS, text, end), body)
                if (won := _WON_BY_THESE.match(text, end)) is not None:
                    _give_below(findings, starts, won.end(), body)
            elif (leads := _LEADS_ITS.match(text, end)) is not None:
                _give(findings, starts, leads.end(), body)
        elif _FIRM.within(text, body.start - _FIRM_NEAR, body.start):
            _give_firms(findings, starts, end, body)
    _give_teams(findings)
    _share_school(findings)


# นาย ก ที่ได้รับ… และนาย ข ที่ได้รับ… |ซึ่งทั้งสองเป็นนักศึกษา|คณะ ค
_THEY_ARE = re.compile(
    r"ซึ่ง(?:ทั้ง)?(?:สอง|สาม|สี่|คู่|หมด|[2-9])?[ ]?(?:คน|ท่าน)?[ ]?(?:ล้วน|ต่าง)?เป็น(?:อาจารย์|นักเรียน|นักศึกษา|นิสิต|ศิษย์)[ก-๎]{0,24}[ ]?"
    r"(?:จาก|ของ)?[ ]?$"
)


def _give_before(findings: Findings, starts: list[int], school: Span) -> None:
    """Gives those who are named before in the same line, and of no body yet, the school as whose they are told in the end."""
    begin = findings.text.rfind("\n", 0, school.start) + 1
    for party in findings.parties[bisect_left(starts, begin) : bisect_left(starts, school.start)]:
        if party.kind == "person" and party.body is None and party.role not in {"giver", "superior"}:
            party.body = school


def _give_firms(findings: Findings, starts: list[int], end: int, body: Span) -> None:
    """Gives the firms of a row the one whose subsidiaries they are told to be."""
    if _FIRMS.search(findings.text, max(0, body.start - _FIRM_NEAR), body.start) is None:
        return
    if (listed := _BY_LIST.match(findings.text, end)) is not None:
        _give(findings, starts, listed.end(), body, firms=True)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found is not None else at


def _give(
    findings: Findings, starts: list[int], begin: int, body: Span, *, congratulated: bool = False, firms: bool = False
) -> None:
    """Gives the row of parties that begins at a place their body."""
    text = findings.text
    at = bisect_left(starts, body.start - _LEAD)
    while at < len(starts) and findings.parties[at].name.start < begin:
        at += 1
    row: list[Party] = []
    for party in findings.parties[at:]:
        if party.role == "superior":
            continue
        if not (party.start <= begin <= party.name.start if not row else _goes_on(text[row[-1].end : party.start])):
            break
        if party.kind not in ({"organisation"} if firms else {"person", "team"}):
            break
        row.append(party)
    if not row or (congratulated and not _are_own(text, row, body)):
        return
    for party in row:
        if party.body is None:
            party.body = body


def _goes_on(gap: str) -> bool:
    return _ON.fullmatch(gap) is not None and _ENDS_ROW.search(gap) is None


def _are_own(text: str, row: list[Party], body: Span) -> bool:
    """Whether those whom a body congratulates are told to be of it: by what they are, or as it is a school."""
    last = row[-1]
    if _STRANGER.search(text, max(0, row[0].start - 30), last.end + 30):
        return False
    teaches = _TEACHES.match(text, body.start) is not None
    what = [found[0] for party in row if (found := _OF_BODY.match(text, party.name.end)) is not None]
    if any(teaches or _LEARNS.search(words) is None for words in what):
        return True
    return teaches and _WON.match(text, last.end) is not None


def _give_teams(findings: Findings) -> None:
    """Gives a team the school that its members are from, or the body that a text says it to be from."""
    team: Party | None = None
    for party in findings.parties:
        if party.kind == "team" and (team is None or _FROM.fullmatch(findings.text, team.end, party.start) is None):
            team = party
        elif (
            team is not None
            and team.body is None
            and party.role == "member"
            and party.body is not None
            and party.start < team.end
            and SCHOOL.match(findings.text, party.body.start)
        ):
            team.body = party.body
        elif (
            team is not None
            and party.kind != "person"
            and team.body is None
            and _FROM.fullmatch(findings.text, team.end, party.start) is not None
        ):
            team.body, party.role = party.name, "superior"


# นาย ก| นักเรียนชั้น ม.5 และ|นางสาว ข ชั้น ม.4 โรงเรียน ค
_CLASSMATES = re.compile(
    r"[ ]{0,2}(?:นักเรียน|นักศึกษา|นิสิต)?(?:ชั้น|ระดับ)?(?:มัธยมศึกษา|ประถมศึกษา)?(?:ปีที่)?[ ]?"
    r"(?:ม\.|ป\.|ปวช\.?|ปวส\.?)?[ ]?\d(?:/\d{1,2})?[ ]?(?:,|และ)?[ ]?"
)


# นาย ก|, |นาย ข และ|นาย ค| จาก|โรงเรียน ง
_JOINED = re.compile(r"[ ]{0,2}(?:\([^()\n]{1,20}\)[ ]?)?(?:,|/|และ|กับ|[ ])[ ]{0,2}(?:และ[ ]?)?")
_ALL_OF = re.compile(
    r"[ ]{0,2}(?:\([^()\n]{1,20}\)[ ]?)?(?:(?:(?:ทั้ง)?[ ]?\d[ ]?คน[ ]?)?(?:เป็น)?(?:นักเรียน|นักศึกษา|นิสิต)?(?:จาก|แห่ง|ของ)?|/)[ ]{0,2}"
)


def _share_school(findings: Findings) -> None:
    """Gives those of a row, of whom nothing or only the class is told, the school behind the last."""
    text = findings.text
    people = [party for party in findings.parties if party.kind == "person"]
    shares = False
    for before, last in reversed(list(pairwise(people))):
        body, shared = last.body, shares
        shares = False
        if (
            before.body is not None
            or body is None
            or last.start - before.name.end > _NEAR
            or SCHOOL.match(text, body.start) is None
        ):
            continue
        shares = (shared or _is_of(text, last, body)) and _is_beside(text, before, last)
        if shares or _CLASSMATES.fullmatch(text, before.name.end, last.start):
            before.body = body


def _is_of(text: str, person: Party, school: Span) -> bool:
    """Whether a school stands right behind a person, or behind no more than that it is where one is from: นาย ก จาก|โรงเรียน ข."""
    return person.name.end < school.start and _ALL_OF.fullmatch(text, person.name.end, school.start) is not None


def _is_beside(text: str, before: Party, last: Party) -> bool:
    """Whether nothing is told of a person before the next one of a row: นาย ก และ|นาย ข."""
    return before.end <= before.name.end + 1 and _JOINED.fullmatch(text, before.name.end, last.start) is not None
