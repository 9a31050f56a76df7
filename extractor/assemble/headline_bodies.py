"""The body that a headline says has won, of which those are who are named below: ⏎กรม ก คว้า 3 รางวัล⏎… โดยศูนย์ ข.

It stands above its own offices and sections, and a school above its pupils, who are named without it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.standing import SCHOOL, rank
from extractor.document import Span

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party
    from extractor.document import OrganisationFound

HEADLINE = "party.headline"
"""The rule of such a body."""
# กรม ก (กก.)| สุดปลื้ม คว้า 3 รางวัล · นักศึกษา ม.ก| ซิวแชมป์ · โรงเรียน ก| ปลื้ม! นักเรียนกวาด 5 เหรียญ
_WINS = re.compile(
    r"(?:[ ]?\([^()\n]{1,40}\))?[”\"’']?[ ]?"
    r"(?:(?!มอบ|จัด|ประกาศ|แถลง|เชิญ|เปิด|ตัดสิน|ให้|รับมอบ|รับสมัคร|ร่วม|และ|กับ|,|/|โดย|หนุน|ชวน|เตรียม|ลุ้น|ชิง|ส่ง|ณ[ ]|ที่[ ])[^\n]){0,44}?"
    r"(?:คว้า|กวาด|ซิว|โกย|หอบ|ครอง|พิชิต|ได้(?:รับ)?|รับ|สร้างชื่อ|ผงาด)"
    r"(?:(?!มอบ|ให้|จัด|สมัคร|รอง(?!ชนะ|แชมป์))[^\n]){0,30}?(?:รางวัล|เหรียญ|แชมป์|ชนะเลิศ|เลิศรัฐ|ทอง[ ]|Award)"
)
# ยินดีกับนักศึกษา|ม.ก ที่คว้า: by whom it has won
_BEFORE = re.compile(r"(?:มอบ|จัด|โดย|จาก|ร่วมกับ|และ|ณ|ที่|ของ|ให้|แก่|เอาชนะ|รอง|ปลัด|อธิบดี|ผู้อำนวยการ|นายก)[ ]?$")
_PUPILS_OF = re.compile(
    r"(?:นัก(?:เรียน|ศึกษา|วิจัย|กีฬา)|นิสิต|นศ\.|น\.ร\.|เด็ก|เยาวชน|ทีม|อาจารย์|ครู|ศิษย์)[ก-๎]{0,12}?(?:จาก|ของ|แห่ง)?[ ]?$"
)
# ธนาคาร ก ประกาศผลการประกวด นักศึกษา ม.ข คว้า…: a contest in which others have won as well
_RESULTS = re.compile(r"ประกาศ(?:ผล|ราย)|แถลงผล|เผยผล|ผลการ(?:ประกวด|แข่งขัน|ตัดสิน)|นักวิจัย")
# characters of a first line that may be the headline where none is known
_LINE = 220
# what a department, hospital or firm has under it
_OFFICE = re.compile(
    r"กอง(?!ทัพ|ทุน)|สำนัก(?!งาน)|สำนักงาน[ก-๎. ]{1,60}?(?:จังหวัด|เขต|พื้นที่|ภาค|สาขา|อำเภอ|ที่[ ]?\d)|ศูนย์"
    r"|กลุ่ม(?:พัฒนา|งาน|ตรวจสอบ|การพยาบาล)|โรงพยาบาล|รพ|สถาบัน|สถานี|สถาน(?=พัฒนา|คุ้ม|สงเคราะห์|แรกรับ|พินิจ)|เรือนจำ|ทัณฑสถาน"
    r"|เขต|แขวง|ที่ทำการ|ด่าน|ฝ่าย|แผนก|หน่วย(?!งาน)|งาน|นิคม|อุทยาน|พิพิธภัณฑ์|ห้อง|หอ|คลินิก|โรงไฟฟ้า|เขื่อน|ท่าอากาศยาน|ท่าเรือ"
)
_OF_SCHOOL = re.compile(r"คณะ(?!กรรม|ผู้|ทำงาน)|ภาควิชา|สาขาวิชา|สำนัก(?!งาน)|ศูนย์|ชมรม|กอง(?!ทุน)|หลักสูตร|สโมสร|ห้อง|แผนก|กลุ่มสาระ|วง")
_HAS_OFFICES = re.compile(r"โรงพยาบาล|รพ\.|การ(?:ไฟฟ้า|ประปา|รถไฟ|ท่า|ยาง|ทาง)|ธนาคาร|องค์การ|เทศบาล|สำนักงาน")
_TEACHES = re.compile(r"โรงเรียน|รร\.|[ก-๎]{0,40}วิทยาลัย|ม\.|มทร|มรภ|จุฬา|สถาบัน(?:เทคโน|บัณฑิต|การจัดการ)|วท\.|วก\.|วอศ|วษท|คณะ")
# ส่วน|โรงพยาบาลดอน ได้รับ…: whom a clause sets against the one told before
_SET_AGAINST = re.compile(r"(?:ส่วน|ขณะที่|ทั้งนี้|ด้าน|ในการนี้)[ ]?$")
# ได้แก่ |กรม ก กรม ข และกรม ค: where the body itself is one of those who are listed
_LISTED = re.compile(r"(?:ได้แก่|ประกอบด้วย|คือ|ดังนี้)[ ]{0,2}$")
_OTHER_SCHOOL = re.compile(r"โรงเรียน|รร\.|[ก-๎]{0,40}วิทยาลัย|ม\.(?=[ก-ฮ])|มทร|มรภ|จุฬา")
# a body that no matcher knows, and no team of pupils
_NO_TEAM = re.compile(rf"{_OTHER_SCHOOL.pattern}|บริษัท|ร้าน|ชุมชน|หมู่บ้าน|เทศบาล|วัด(?!ผล)|สมาคม|มูลนิธิ|ธนาคาร|โรงพยาบาล|กรม(?=[ก-ฮ])")


def find_headline_body(findings: Findings) -> OrganisationFound | None:
    """The one body of which the headline says that it has won; none if it names two."""
    text = findings.text
    newline = text.find("\n")
    start, end = (findings.title.start, findings.title.end) if findings.title else (0, newline if newline >= 0 else len(text))
    if end - start > _LINE or _RESULTS.search(text, start, end) is not None:
        return None
    found = None
    for organisation in findings.organisations:
        for mention in organisation.mentions:
            if not start <= mention.start < end:
                continue
            pupils = _PUPILS_OF.search(text, max(start, mention.start - 30), mention.start) is not None
            if not pupils and _BEFORE.search(text, max(start, mention.start - 14), mention.start) is not None:
                continue
            if _WINS.match(text, mention.end, end) is None:
                continue
            if found is not None and found is not organisation:
                return None
            found = organisation
    return None if found is None or _shares_prizes(findings, found) else found


def _shares_prizes(findings: Findings, school: OrganisationFound) -> bool:
    """Whether pupils of other schools are named as well, or it is a ministry, whose bodies win for themselves."""
    text = findings.text
    own = {mention.start for mention in school.mentions}
    if text.startswith("กระทรวง", school.name.start):
        return True
    return any(
        party.kind in {"person", "team"}
        and party.body is not None
        and party.body.start not in own
        and _OTHER_SCHOOL.match(text, party.body.start) is not None
        for party in findings.parties
    )


def is_of_headline(text: str, recipient: Party, body: OrganisationFound) -> Span | None:
    """The body as it is first named, before a winner, if that one may be its office, section or pupil."""
    name = recipient.name
    before = [mention for mention in body.mentions if mention.end <= name.start]
    if not before or any(mention.start <= name.start < mention.end or mention.start == name.start for mention in body.mentions):
        return None
    begin = min(recipient.start, name.start)
    if _SET_AGAINST.search(text, max(0, begin - 10), begin) is not None:
        return None
    if any(_is_listed_with(text, mention, begin) for mention in before):
        return None
    told = min(before, key=lambda mention: mention.start)
    first = body.name.start
    if recipient.kind in {"person", "team"} and recipient.name.rule != "party.unit":
        own = _TEACHES.match(text, first) is not None and _TEACHES.match(text, told.start) is not None
        own = own and _NO_TEAM.match(text, name.start) is None
    elif _TEACHES.match(text, first) or SCHOOL.match(text, first):
        own = _OF_SCHOOL.match(text, name.start, name.end) is not None
    else:
        above = rank(text, first) > rank(text, name.start) or _HAS_OFFICES.match(text, first) is not None
        own = above and _OFFICE.match(text, name.start, name.end) is not None
    return Span(told.start, told.end, HEADLINE) if own else None


def _is_listed_with(text: str, mention: Span, at: int) -> bool:
    """Whether a body is one of those who are listed in a line, as the one at `at` is: ได้แก่ |กรม ก กรม ข และ|โรงพยาบาล ค."""
    listed = _LISTED.search(text, max(0, mention.start - 14), mention.start) is not None
    return listed and "\n" not in text[mention.end : at]
