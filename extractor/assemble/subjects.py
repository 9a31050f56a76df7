"""Of whom a verb of receiving is told, and for whom one that collects a prize stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party
from extractor.assemble.relatives import told_of
from extractor.assemble.role_words import JUDGES
from extractor.assemble.standing import rank
from extractor.assemble.unnamed import goes_on_to_end, group_before_end

if TYPE_CHECKING:
    from extractor.assemble.draft import Draft
    from extractor.assemble.findings import Findings
    from extractor.document import Span

# บริษัท ก |โดย|นาย ข กรรมการผู้จัดการ เข้ารับรางวัล
_ACTS_FOR = re.compile(r"[”\"]?[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:หรือ[ ]?[\w.]{2,12}[ ]*)?(?:นำ)?โดย(?:มี)?[ ]*")
_FOR = re.compile(r"(?:สำหรับ|ในนาม|แทน|ผู้แทน|ในฐานะผู้แทน|ตัวแทน)[ ]?$")
# between a subject and its verb: the verb is told of somebody else
_ENDS_CLAUSE = re.compile(
    r"โดย(?=มี|[ ])|จาก|ทราบว่า|ยินดีที่(?!ได้รับ|คว้า|จะ|[ก-๎]{0,12}ได้รับ)|มีผู้(?!แทน)|กล่าว|เปิดเผย|เผยว่า|ระบุ|เพื่อ"
    r"|นำ(?=คณะ|นัก|ทัพ|ผู้)|ส่ง(?=นัก|ทีม|คณะ|ทัพ)|(?:หนุน|สนับสนุน|ดัน|ชื่นชม|ปลื้ม)[ ]?(?:[ก-ฮเ-ไ“\"][ก-๎“\"]|\d)"
    r"|เป็นประธาน|ประธานใน|(?<!ร่วม)เปิดงาน|(?<!รับ)(?<!พิธี)(?<!งาน)มอบ(?=รางวัล|โล่|ถ้วย|เกียรติบัตร|ใบประกาศ)"
)
# นาย ก อายุ 44 ปี| จากจังหวัดน่าน |คว้ารางวัล: where somebody is from
_FROM_HOME = re.compile(r"จาก[ ]?(?:จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ประเทศ|โรงเรียน|มหาวิทยาลัย|วิทยาลัย|สถาบัน|คณะ|เมือง|ชุมชน|บ้าน)")
_WHICH = re.compile(r"ซึ่ง(?!ได้)")
# of whom one that congratulates speaks: ยินดีบุคลากรไทย…, ชื่นชม 65 โครงการ
_HONOURED = (
    r"ทีม|นัก|เยาวชน|คน|ผู้|ตัวแทน|กำลังพล|หน่วย|องค์กร|โรง|บริษัท|สถาน|บุคลากร|ข้าราชการ|เจ้าหน้าที่|แพทย์|พยาบาล|ครู|อาจารย์|นิสิต|เด็ก|เชฟ|ศิลปิน|แรงงาน|เกษตรกร"
    r"|ชุมชน|สตรี|สาว|หนุ่ม|ทัพ|ทหาร|ตำรวจ|อสม|ภาพยนตร์|หนัง|ผลงาน|เครือข่าย|\d|[“\"‘']"
)
# นายกฯ ยินดีกับ… · กรม ก มอบรางวัลให้…: the one that is named congratulates, gives or calls, and does not win
_NO_WINNER = re.compile(
    rf"(?<!น่า)ยินดี(?=กับ|แก่|ต่อ|[ ]?(?:{_HONOURED}))|ชื่นชม(?=[ ]?(?:{_HONOURED}))"
    r"|(?<!ได้)รับสมัคร|(?<!รับ)(?<!รับการ)(?<!ผ่าน)(?<!ผ่านการ)(?<!พิจารณา)คัดเลือก|เชิญชวน|เปิดโอกาส"
)
# characters behind a person within which เป็นผู้แทน comes
_STANDS_FOR = 30
# โดยมีนาย ก ผู้จัดการ เข้ารับรางวัล
_WITH = re.compile(r"(?:โดยมี|ซึ่งมี)[ ]?$")
_ACTS = re.compile(r"เป็น|ร่วม|มอบ|พร้อม|ให้|และ|กล่าว|นำ|ณ|เพื่อ")
_IS_ONE = re.compile(r"(?:เป็น|คือ|นับ|ถือ|ใน|นาม)[^\n]{0,16}$")
# นาย ก| หรือ “น้องนก” |นักกีฬาเทควันโด
_ALSO_CALLED = re.compile(r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:หรือ[ ]?(?:ที่รู้จัก[ก-๎]{0,20}[ ]?)?[“\"‘']?[ก-๎]{2,16}[”\"’']?[ ]?)?")
_DISTRICT = re.compile(r"(?:จ|อ|ต)\.|จังหวัด|อำเภอ|ตำบล")
_LOCATED = re.compile(r"[ก-๎][”\"’]?[ ]{1,2}$")
_STARTS_ANEW = re.compile(r"(?:โดย|และ|ซึ่ง|ที่|ว่า|นี้|นั้น|คือ|แก่|กับ|แล้ว|ปี|ด้วย|ของ|ใน|ให้|ส่วน|ปลื้ม|เฮ|สุดยอด|ผลงาน)[ ]{1,2}$")
_IS_AMONG = re.compile(r"[^\n]{0,40}?(?:เป็น(?!ประธาน|ผู้มอบ|ผู้แทน|เจ้าภาพ)|คือ|อยู่ใน)")
# bodies that judge and give, and do not win, behind ใน, ณ, โดยมี
_GIVERS = re.compile(rf"{JUDGES.pattern}|กระทรวง")
_UNDER = re.compile(
    r"[ ]?(?:\([^()\n]{1,40}\))?[ ,]*(?:(?:ซึ่งเป็น|ในฐานะ)[^\n,]{0,70}?)?(?:หน่วยงาน|องค์กร|รัฐวิสาหกิจ)?[ ]?"
    r"(?:(?:ภาย)?ใต้|ใน)?(?:(?:การ)?กำกับ(?:ดูแล)?(?:ของ)?|สังกัด)[ ]?"
)
# หน่วยงานในสังกัดกระทรวง ก ได้รับ…: who, is not said
_UNNAMED = re.compile(
    r"(?:หน่วยงาน|โรงเรียน|โรงพยาบาล|สำนักงาน[ก-๎]{0,16}"
    r"|ศูนย์|สถาบัน|วิทยาลัย|เทศบาล|องค์กร|สถานศึกษา|สถานประกอบการ|ผู้ประกอบการ|จังหวัด|นักเรียน|เกษตรกร)[^\n ]{0,10}(?:ใน)?"
    r"สังกัด[^\n]{0,60}$"
)
_PROVINCES = ("จังหวัด", "จ.")
_JOINS = re.compile(r"[ ]?(?:,|และ|กับ)[ ]?")
# นาย ก |อายุ 44 ปี จากจังหวัดน่าน และ|นาย ข
_JOINS_PEOPLE = re.compile(r"(?:[ ]?อายุ[ ]?\d+[ ]?ปี)?(?:[ ]?(?:จาก|ชาว)[^\n ,]{3,40})?[ ]?(?:,|และ|กับ)[ ]?")


# ยินดีกับ|ศาสตราจารย์ นายแพทย์ ก
_CONGRATULATED = re.compile(r"(?<!น่า)ยินดี(?:(?:[ ]?(?:และ|พร้อม)[ก-๎]{2,24})?(?:เป็น)?(?:อย่างยิ่ง)?(?:กับ|แก่|ต่อ)[ ]*|[ ]?(?=[“\"‘']))")
# what a verb before this one told of another: นาย ก ที่ได้รับรางวัล … และนาย ข ที่|ได้รับรางวัล
_TOLD = re.compile(r"รางวัล|ได้รับ|คว้า|ชนะเลิศ|ซึ่ง(?!ได้|เป็น)|กล่าว|เปิดเผย|ระบุ|เป็นประธาน|โดยมี|ร่วมกับ|ทั้งนี้|นอกจากนี้")
# characters before a verb within which those stand who are congratulated on it, and those of titles before a name
_CONGRATULATES = 300
_TITLES = 30
# เอาชนะ|ทีมนาดี 3-1 เซต คว้าแชมป์
_BEATEN = re.compile(
    r"(?:ชนะ|ปราบ|พบ(?:กับ)?|ล้ม|โค่น|เหนือ|ดวล(?:กับ)?|ปะทะ|เจอ(?:กับ)?|เฉือน|ไล่ต้อน|เชือด|ถล่ม|สยบ|คว่ำ|สอย|น็อก|ทุบ|ตบ|อัด|ต้าน|พ่าย|แพ้|ตีเสมอ|แข่งกับ|แทนที่|คู่แข่ง(?:อย่าง)?)"
    r"(?:ทีม|คู่|ให้(?:กับ|แก่)?|ต่อ)?[ ]?[“\"‘']?$"
)
# ปัจจุบันเรียนอยู่|มหาวิทยาลัยนาดี: where somebody studies, who is told of
_STUDIES = re.compile(r"(?:เรียน(?:อยู่|จบ|ต่อ)|(?:กำลัง)?(?:เรียน|ศึกษา)(?:อยู่|ต่อ)|จบ(?:การศึกษา)?จาก|ศิษย์เก่า)[^\n]{0,24}$")
# เจ้าตัว|เคยได้…
_PRONOUN = re.compile(r"(?:เจ้าตัว|เธอ|เขา|ท่าน|แก)(?:ก็|ยัง|เอง|[ ])*(?:$|[^\n]{0,30}(?:และ|ก็|ยัง)[ ]?$)")
_BEFORE_NOW = re.compile(
    r"(?:ก่อนหน้า(?:นี้|นั้น)|อดีต|ที่ผ่านมา|เมื่อ(?:ปี)?[ ]?\d{1,4}(?:[ ]?ปีก่อน)?|ปี[ ]?\d{4})[ ]*(?:ก็|ยัง|เธอ|เขา|เจ้าตัว|[ ])*$"
)
# characters behind a person within which a verb is told of that one
_BESIDE = 14
# characters of a line's beginning within which the one stands of whom it is told
_HEADS_LINE = 40
# ยังมีนาย ก| ที่|ได้รับรางวัล
_THERE_IS = re.compile(r"(?<!โดย)(?<!ซึ่ง)มี[ ]?$")
_THAT = re.compile(r"[ ]?(?:(?:ที่|ซึ่ง|ผู้)[ ]?(?:เคย|สามารถ|ได้)?[ ]?)?")
# สร้างชื่อเสียงให้แก่|ประเทศไทย คว้ารางวัล…: for whom it was won
_FOR_WHOM = re.compile(
    r"(?:ชื่อเสียง|ความภาคภูมิใจ|ความภูมิใจ|ความสุข|เกียรติ(?:ยศ|ประวัติ|ภูมิ)?|ประวัติศาสตร์|เหรียญ[ก-๎ ]{0,12})(?:มา)?(?:ให้|แก่|สู่)(?:แก่|กับ)?[ ]?$"
)
# สมาคม ก ภายใต้การนำของ|นาย ข ที่ได้รับรางวัล: it is the body's
_LED_BY = re.compile(r"(?:ภายใต้|โดย)การ(?:นำ|บริหาร|กำกับ|ดูแล)(?:ทัพ|งาน|ดูแล)?(?:ของ|โดย)?[ ]*(?:ท่าน|คุณ)?[ ]*$")
# มอบรางวัลให้นาย ก ปลัดกระทรวง ข| เป็นผู้รับมอบ
_TAKES_IT = re.compile(r"[ ]{0,2}(?:เป็น)?(?:ผู้|ตัว)?(?:แทน)?(?:ใน)?(?:การ)?(?:เข้า|ขึ้น)?รับ(?:มอบ|แทน)")
# นางสาว ก |โรงเรียนที่ได้รับรางวัล: another
_NO_PERSONS = re.compile(r"โรงเรียน|หน่วยงาน|องค์กร|สถาน|โรงพยาบาล|ชุมชน|จังหวัด|ทีม|บริษัท|ผลงาน|เทศบาล|กลุ่ม|ภาพยนตร์")
_SCHOOL = re.compile(r"โรงเรียน|ร\.ร\.|รร\.|วิทยาลัย|มหาวิทยาลัย|คณะ|สถาบัน(?:เทคโน|บัณฑิต)")
# (กรม ก) |ได้รับรางวัล
_IN_BRACKETS = re.compile(r"[^()\n]{0,30}\)")
# นักเรียนโรงเรียนนาดี| 3 คน |คว้ารางวัล
_SO_MANY = re.compile(r"[ ]?(?:จำนวน[ ]?|ทั้ง[ ]?)?\d{1,3}[ ]?(?:คน|ราย|ท่าน|ทีม|รูป)[ ]*(?:ที่|ซึ่ง|สามารถ|ได้|[ ])*")
# … |และโฆษก|กระทรวง ก · ในฐานะประธาน|มูลนิธิ ข
_FURTHER = re.compile(
    r"(?:และ|ในฐานะ)[ ]?(?:รอง|ผู้ช่วย|อดีต)?(?:โฆษก(?:ประจำ)?|ปลัด|อธิบดี|เลขาธิการ|ผู้อำนวยการ"
    r"|ประธาน(?:กรรมการ)?|นายก|กรรมการ|ที่ปรึกษา)[ ]?$"
)
_FURTHER_OFFICE = 60
# bodies of nations, which a headline names as part of something else: Top 25 ASEAN Banks
_UNION = re.compile(r"อาเซียน|เอเปค|สหประชาชาติ|ยูเนสโก|ASEAN|APEC|UN|UNESCO|WHO|OECD|EU\b")
# characters between one who is named and where he lives
_TOLD_OF = 60
# characters before a verb within which nobody else may be named
_SPOKEN = 200
# ได้รับ 40 รางวัล, in a paragraph of so many characters before it
_MANY = re.compile(r"(?:สามารถ|ยัง)?(?:ได้รับ|คว้า|กวาด|รับ)[ ]?(?:รางวัล(?:มากถึง|รวม|ทั้งสิ้น)?[ ]?)?[“\"]?\d{1,3}[ ]?รางวัล")
_PARAGRAPH = 900
# จน|ได้รับรางวัล: the subject is who is spoken of
_NO_SUBJECT = re.compile(r"(?:จน|ทำให้|ส่งผลให้|จึง|ตลอดจน|นอกจากนี้|อีกทั้ง|ทั้งยัง|และยัง|ยัง|รวมถึง|พร้อมทั้ง)[ ]?(?:ยัง|สามารถ|เคย|ได้)?[ ]?$")


class Subjects:
    """Finds the parties of which the verbs of an article are told."""

    def __init__(self, findings: Findings) -> None:
        self.found = findings
        self.text = findings.text
        self.title_subject: Party | None = None
        self._body_keys = {m.start: key for key, o in enumerate(findings.organisations) for m in o.mentions}
        self._body_starts = sorted(self._body_keys)
        self._party_starts = [party.start for party in findings.parties]

    def between(self, start: int, end: int) -> list[Party]:
        """The parties that begin between `start` and `end`."""
        return self.found.parties[bisect_left(self._party_starts, start) : bisect_left(self._party_starts, end)]

    def position_of(self, party: Party) -> Span | None:
        """The position that the article gives a person."""
        known = party.kind == "person" and 0 <= party.key < len(self.found.people)
        return self.found.people[party.key].position if known else None

    def congratulated(self, at: int) -> Party | None:
        """Whom somebody congratulates on what the verb tells: ยินดีกับนาย ก ผู้จัดการธนาคาร ข สาขา ค ในโอกาสที่ได้รับรางวัล."""
        begin = max(self.text.rfind("\n", 0, at) + 1, at - _CONGRATULATES)
        told = next(reversed(list(_CONGRATULATED.finditer(self.text, begin, at))), None)
        if told is None or _TOLD.search(self.text, told.end(), at):
            return None
        first = bisect_left(self._party_starts, told.end())
        if first >= len(self._party_starts) or self._party_starts[first] >= at:
            return None
        party = self.found.parties[first]
        return party if party.start - told.end() <= _TITLES and party.kind in {"person", "team"} else None

    def subject_before(self, at: int) -> Party | None:
        """The party that stands before a verb of receiving, in the same line."""
        parties = self.found.parties
        line_start = self.text.rfind("\n", 0, at) + 1
        index = bisect_left(self._party_starts, at) - 1
        while index >= 0 and parties[index].start >= line_start:
            party = parties[index]
            gap = self.text[party.end : at]
            if (
                party.role in {"superior", "member"}
                or (index > 0 and self._locates_named(parties[index - 1], party))
                or (party.kind == "place" and len(gap) > 12)
                or (party.role == "giver" and self._gives(party, gap))
                or _IN_BRACKETS.match(gap)
                or (party.kind == "organisation" and index > 0 and self._is_office_of(parties[index - 1], party))
                or (party.kind == "person" and _LED_BY.search(self.text, max(0, party.start - 30), party.start))
                or _BEATEN.search(self.text, max(0, party.start - 16), party.start)
                or (party.kind == "organisation" and _STUDIES.search(self.text, max(0, party.start - 44), party.start))
                or _FOR_WHOM.search(self.text, max(0, party.start - 40), party.start)
                or (index > 0 and _UNDER.fullmatch(self.text, parties[index - 1].end, party.start))
            ):
                index -= 1
                continue
            if party.kind in {"person", "team"}:
                gap = _FROM_HOME.sub(" ", gap)
            if len(gap) > 140 or _ends_clause(gap):
                return None
            return party
        return None

    def told_behind(self, at: int) -> Party | None:
        """The body, place or team of which a clause right behind it tells: ณ ชุมชนบ้านนาดี ซึ่ง|ได้รับรางวัล."""
        index = bisect_left(self._party_starts, at) - 1
        while index >= 0 and self.found.parties[index].role in {"superior", "member"}:
            index -= 1
        if index < 0 or self.found.parties[index].kind == "person":
            return None
        party = self.found.parties[index]
        if party.end > at or "\n" in self.text[party.end : at] or not told_of(self.text, party, at):
            return None
        return party if self.congratulated(at) is None else None

    def _is_office_of(self, person: Party, body: Party) -> bool:
        """Whether a body is named as where a person has one more office: นาย ก ผู้อำนวยการ… และโฆษก|กระทรวง ข."""
        if person.kind != "person" or body.start - person.end > _FURTHER_OFFICE:
            return False
        return _FURTHER.search(self.text, max(person.end, body.start - 40), body.start) is not None

    def of_career(self, at: int) -> Party | None:
        """Whose career a line tells, where a verb of what was won before names nobody: … ก่อนหน้านี้|เคยได้เหรียญเงิน."""
        text = self.text
        line_start = text.rfind("\n", 0, at) + 1
        people = [party for party in self.between(line_start, at) if party.kind == "person"]
        if people and at - people[-1].end <= _BESIDE:
            return None
        if _PRONOUN.search(text, max(line_start, at - 44), at):
            if people:
                return people[-1]
            index = bisect_left(self._party_starts, line_start) - 1
            before = next((p for p in reversed(self.found.parties[max(0, index - 8) : index + 1]) if p.kind == "person"), None)
            return before if before is not None and line_start - before.end < _PARAGRAPH else None
        told = text.startswith("เคย", at) or _BEFORE_NOW.search(text, max(line_start, at - 40), at)
        if not told or not people or people[0].start - line_start > _HEADS_LINE or at - line_start > _PARAGRAPH:
            return None
        return people[0]

    def unnamed_before(self, at: int) -> bool:
        """Whether a verb of receiving is told of somebody without a name: กระทรวง ก ยินดีกับโรงเรียนที่ได้รับรางวัล."""
        line_start = self.text.rfind("\n", 0, at) + 1
        index = bisect_left(self._party_starts, at) - 1
        begin = max(line_start, at - 220)
        party = self.found.parties[index] if index >= 0 else None
        if party is not None and party.start >= begin:
            begin = party.end
        else:
            party = None
        gap = self.text[begin:at]
        if party is not None and party.kind == "organisation" and _SO_MANY.fullmatch(gap):
            return False
        if party is not None and _NO_WINNER.search(gap):
            return True
        if party is not None and self._only_locates(party):
            return index == 0 or not self._locates_named(self.found.parties[index - 1], party)
        group = group_before_end(gap)  # … โรงเรียนที่ได้รับรางวัล: those who have won are told of without a name
        if group is None or _IS_ONE.search(gap[:group]):
            return False
        if party is not None and party.kind == "person" and _ALSO_CALLED.fullmatch(gap, 0, group):
            return False  # what the person is: นาย ก หรือน้องนก |นักกีฬาเทควันโดที่
        return party is None or group > 2 or (party.kind == "person" and _NO_PERSONS.match(gap, group) is not None)

    def _only_locates(self, party: Party) -> bool:
        """Whether a place tells where somebody is whose name is not known: ป่าชุมชนบ้านต้นยาง จ.ตาก."""
        return (
            party.kind == "place"
            and party.role != "superior"
            and _DISTRICT.match(self.text, party.start) is not None
            and _LOCATED.search(self.text, max(0, party.start - 12), party.start) is not None
            and _STARTS_ANEW.search(self.text, max(0, party.start - 12), party.start) is None
        )

    def _locates_named(self, named: Party, place: Party) -> bool:
        """Whether a place tells where one is who is named before: นาย ก เจ้าของสวน “ข” อ.วังจันทร์ จ.ระยอง |คว้ารางวัล."""
        gap = self.text[named.end : place.start]
        return (
            named.kind in {"person", "team"}
            and named.role not in {"giver", "superior"}
            and len(gap) <= _TOLD_OF
            and "\n" not in gap
            and not _ends_clause(gap)
            and self._only_locates(place)
        )

    def is_one(self, at: int) -> bool:
        """Whether a named one is said to be of those who have won: กรม ก เป็นหน่วยงานที่ได้รับรางวัล."""
        line_start = self.text.rfind("\n", 0, at) + 1
        index = bisect_left(self._party_starts, at) - 1
        if index < 0 or self._party_starts[index] < line_start:
            return False
        gap = self.text[self.found.parties[index].end : at]
        return len(gap) < 60 and _IS_AMONG.match(gap) is not None

    def _gives(self, party: Party, gap: str) -> bool:
        if party.kind == "person" and _WITH.search(self.text, max(0, party.start - 10), party.start) and not _ACTS.search(gap):
            return False
        if self.there_is(party) and _THAT.fullmatch(gap):
            return False
        return len(gap) > 3 or self.text[party.start - 3 : party.start] == "จาก" or bool(_GIVERS.match(self.text, party.start))

    def there_is(self, party: Party) -> bool:
        """Whether one more is told of: นอกจากนี้ ยังมีนาย ก ที่ได้รับรางวัล ข."""
        return party.kind == "person" and _THERE_IS.search(self.text, max(0, party.start - 8), party.start) is not None

    def is_unnamed(self, subject: Party | None, at: int) -> bool:
        """Whether some body of a ministry has won that is not named, nor stands right before: กรม ก หน่วยงานในสังกัดกระทรวง ข."""
        unnamed = _UNNAMED.search(self.text, max(0, at - 90), at)
        if unnamed is None:
            return False
        return subject is None or self.text[subject.end : unnamed.start()].strip(" ,") != ""

    def joined_to(self, subject: Party) -> list[Party]:
        """Those that share the verb with the last of them: สำนักงาน ก และสำนักงาน ข คว้ารางวัล."""
        joined: list[Party] = []
        index = bisect_left(self._party_starts, subject.start) - 1
        right = subject
        while index >= 0:
            party = self.found.parties[index]
            if party.role == "superior" and party.kind != subject.kind:
                index -= 1  # นาย ก |โรงเรียน ข| และนาย ค โรงเรียน ง ได้เหรียญเงิน
                continue
            joins = _JOINS_PEOPLE if subject.kind == "person" else _JOINS
            if party.kind != subject.kind or not joins.fullmatch(self.text, party.end, right.start):
                break
            if self.text.startswith(_PROVINCES, party.start) and not self.text.startswith(_PROVINCES, subject.start):
                subject.body = subject.body or party.name  # จังหวัดน่าน และชุมชนบ้านนาดี ที่ได้รับรางวัล
                break
            joined.append(party)
            right = party
            index -= 1
        return joined[::-1]

    def represented(self, person: Party, at: int) -> Party:
        """For whom a person collects a prize: the body after สำหรับ, the headline's winner, or the person's own body."""
        for party in self.found.parties[bisect_left(self._party_starts, at) :]:
            if party.start - at > 90 or "\n" in self.text[at : party.start]:
                break
            if party.kind == "organisation" and _FOR.search(self.text[max(0, party.start - 10) : party.start]):
                return party
        before = bisect_left(self._party_starts, person.start) - 1
        if before >= 0 and self.found.parties[before].kind == "organisation":
            body = self.found.parties[before]
            if body.role not in {"superior", "doer", "giver"} and _ACTS_FOR.fullmatch(self.text, body.end, person.start):
                return body
        if _CONGRATULATED.search(self.text, max(0, person.start - _TITLES), person.start):
            return person
        own = self._own_body(person)
        if person.body is not None and person.body.rule == "party.behind" and _SCHOOL.match(self.text, person.body.start):
            return person  # a pupil
        winner = self.title_subject
        if winner is not None and winner.kind == "organisation":
            told_here = winner.key in {self._body_keys[start] for start in self._bodies_between(person.name.end, person.end)}
            return own if own is not None and told_here else self._again(winner, at)
        honoured = winner is not None and (winner.kind, winner.key) == (person.kind, person.key)
        if honoured and "แทน" not in self.text[person.end : person.end + _STANDS_FOR]:
            return person  # the headline has the person receive it
        return own or person

    def _own_if_winner(self, person: Party) -> Party | None:
        """The body of an officer who is handed a prize, where the headline has the body win: มอบรางวัลให้นาย ก ผู้จัดการธนาคาร ข."""
        own, winner = self._own_body(person), self.title_subject
        if own is None or winner is None or winner.kind != "organisation":
            return None
        return (
            own if winner.key in {self._body_keys[start] for start in self._bodies_between(person.name.end, person.end)} else None
        )

    def _bodies_between(self, start: int, end: int) -> list[int]:
        return self._body_starts[bisect_left(self._body_starts, start) : bisect_left(self._body_starts, end)]

    def _own_body(self, person: Party) -> Party | None:
        """The body that a person's position names, as it is named there."""
        body = person.body
        if body is None:
            return None
        owner = next((p for p in self.found.parties if p.kind == "organisation" and p.start == body.start), None)
        key = self._body_keys.get(body.start)
        if owner is not None or key is None:
            return owner
        above = next((p.body for p in self.found.parties if p.kind == "organisation" and p.key == key), None)
        return Party(body.start, body.end, "organisation", body, key, above)

    def body_of(self, recipient: Party | None, draft: Draft) -> Party | None:
        """The body for which an officer may have stood, where the officer is the subject of the verb."""
        if recipient is None or recipient.kind != "person":
            return None
        if draft.recipient is recipient and recipient is not draft.subject and _TAKES_IT.match(self.text, recipient.end):
            standing = self.represented(recipient, recipient.end)
            return standing if standing.kind == "organisation" else None
        if draft.recipient is recipient and draft.recipient is not draft.subject:
            return self._own_if_winner(recipient)
        if draft.subject is None:
            return None
        if recipient is not draft.subject and (draft.recipient is not None or draft.subject.kind != "person"):
            return None
        standing = self.represented(draft.subject, draft.subject.end)  # those who collect together stand for one body
        return standing if standing.kind == "organisation" else None

    def topic_subject(self, at: int) -> Party | None:
        """The headline's winner, where it is named before in the line and nobody else comes between."""
        if self.title_subject is None:
            return None
        line_start = self.text.rfind("\n", 0, at) + 1
        known = (self.title_subject.kind, self.title_subject.key)
        index = bisect_left(self._party_starts, at) - 1
        last = index
        while index >= 0 and self._party_starts[index] >= max(line_start, at - 400):
            party = self.found.parties[index]
            if (party.kind, party.key) == known:
                return party
            index -= 1
        if last < 0 or self._party_starts[last] < line_start:
            return self._again(self.title_subject, at)
        return None

    def spoken_of(self, at: int) -> Party | None:
        """Whom the headline names, where the clause of the verb names nobody: … จนได้รับรางวัล, นอกจากนี้ ยังได้รับรางวัล."""
        if self.found.title is None or _NO_SUBJECT.search(self.text, max(0, at - 40), at) is None:
            return None
        line_start = self.text.rfind("\n", 0, at) + 1
        named: dict[tuple[str, str], Party] = {}
        for party in self.between(self.found.title.start, self.found.title.end):
            if party.kind in {"organisation", "place", "team"} and party.role == "plain" and not self._is_high(party):
                named.setdefault((party.kind, self.text[party.name.start : party.name.end]), party)
        if len(named) != 1:
            return None
        topic = next(iter(named.values()))
        others = [
            party
            for party in self.between(max(line_start, at - _SPOKEN), at)
            if (party.kind, party.key) != (topic.kind, topic.key) and party.role == "plain"
        ]
        return None if others else self._again(topic, at)

    def heads_paragraph(self, at: int) -> Party | None:
        """The body with which a paragraph begins that tells of many prizes: ธนาคาร ก ประสบความสำเร็จใน… ในปีนี้|ได้รับ 40 รางวัล."""
        line_start = self.text.rfind("\n", 0, at) + 1
        if at - line_start > _PARAGRAPH or _MANY.match(self.text, at) is None:
            return None
        named = [party for party in self.between(line_start, at) if party.role in {"plain", "listed"}]
        if (
            not named
            or named[0].kind != "organisation"
            or named[0].start - line_start > 1
            or _GIVERS.match(self.text, named[0].start)
        ):
            return None
        return named[0] if all((party.kind, party.key) == (named[0].kind, named[0].key) for party in named) else None

    def _is_high(self, party: Party) -> bool:
        """Whether a party is a ministry or department, which news of others names too, by its full name or a short one."""
        full = self.found.organisations[party.key].name if party.kind == "organisation" and party.key >= 0 else party.name
        return rank(self.text, full.start) > 0 or _UNION.match(self.text, full.start) is not None

    def _again(self, party: Party, at: int) -> Party:
        """The nearest mention before `at` of one who has been told of."""
        named = [p for p in self.found.parties if p.start < at and (p.kind, p.key) == (party.kind, party.key)]
        return named[-1] if named else party


def _ends_clause(gap: str) -> bool:
    """Whether words between a subject and a verb tell that the verb is told of somebody else."""
    return _ENDS_CLAUSE.search(gap) is not None or any(not goes_on_to_end(gap, which.end()) for which in _WHICH.finditer(gap))
