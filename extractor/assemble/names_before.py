"""Who has been named before, asked for by a part of the name or a common noun: กรุงไทย, สหกรณ์ฯ, ชุมชนแห่งนี้.

And what is like a name at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party
from extractor.assemble.free_names import BAD
from extractor.assemble.role_words import RANKED_AS
from extractor.document import Span
from extractor.tokenise import words

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings

# of how many bodies, mentions of each, and parties before a verb a short form may be one
_MOST_BODIES, _MOST_MENTIONS, _MOST_PARTIES = 200, 5, 200
_APART = re.compile(r"[ “”\"'‘’\-]+")
# สหกรณ์นาดี| สังกัด|กรม ก ได้รับรางวัล
_UNDER = (" สังกัด", " ในสังกัด", " สังกัด ", " ในสังกัด ", " ในเครือ", " ในเครือ ", " ในเครือของ")
_NICKNAME = re.compile(r"[“\"‘']?น้อง[ก-๎]{2,10}[”\"’']?[ ](?=[ก-ฮเ-ไ][ก-๎]{2,20}[ ][ก-ฮเ-ไ][ก-๎]{2,20}$)")
MARKS = " \t“”\"'‘’()[]-–•*!.,:"
_COMMON = (
    r"(?P<head>สหกรณ์|องค์การ|ชุมชน|หมู่บ้าน|โรงพยาบาล|โรงเรียน|มหาวิทยาลัย|วิทยาลัย|สถาบัน|ธนาคาร|บริษัท|เทศบาล|จังหวัด|ตำบล|อำเภอ|วัด|กลุ่ม|ศูนย์|สมาคม"
    r"|สถานประกอบ(?:กิจ)?การ|มูลนิธิ|วิสาหกิจชุมชน|โรงแรม|คณะ|กองทุน|เครือข่าย|พิพิธภัณฑ์|ฟาร์ม|องค์กร|หน่วยงาน|อาคาร|ตลาด|อุทยาน|สวน|ไร่|เหมือง|โรงงาน|ร้าน|เรือนจำ|ท่าอากาศยาน|สนามบิน|นิคม|ทีม|วง|แบรนด์)"
)
_POINTED = r"[ ]?(?:ฯ|(?:แห่ง|หลัง)?นี้|ดังกล่าว)"
_POINTS = re.compile(r"[ ]?(?:แห่ง|หลัง)?นี้$")
# สหกรณ์ฯ, ชุมชนแห่งนี้, โรงพยาบาลยัง: one that has been named before
_AGAIN = re.compile(rf"{_COMMON}(?:{_POINTED}|[ ]?ของเรา|[ ]?เอง)?")
# นั่งสมาธิ และฟังธรรม |วัดแห่งนี้| ได้รับรางวัล
THIS = re.compile(rf"(?<![ก-๎]){_COMMON}{_POINTED}(?=[ ]*$)")
_FIRMS = ("บริษัท", "บมจ.", "บจก.", "บจ.", "หจก.", "ห้างหุ้นส่วน", "โรงงาน", "โรงแรม")
# words for a kind, and how the names of its bodies may begin besides
_ABBREVIATED = {
    "โรงพยาบาล": ("รพ.", "รพร."),
    "โรงเรียน": ("ร.ร.", "รร."),
    "บริษัท": ("บมจ.", "บจก.", "บจ."),
    "โรงงาน": ("บริษัท", "บมจ.", "บจก.", "หจก."),
    "หมู่บ้าน": ("บ้าน",),
    "ชุมชน": ("หมู่บ้าน", "บ้าน"),
    "สถานประกอบการ": _FIRMS,
    "สถานประกอบกิจการ": _FIRMS,
}
# สถานประกอบการดังกล่าว| ปฏิบัติได้ครบทั้ง 4 มิติ และ|ได้รับรางวัล
_THIS_ONE = re.compile(rf"(?<![ก-๎]){_COMMON}[ ]?(?:(?:แห่ง)?นี้|ดังกล่าว)")
# characters before a verb within which it stands
_SINCE = 160
# ธ.กรุงไทย, ก.แรงงาน: an abbreviated head word, left off
_SHORT_HEAD = re.compile(r"(?:ธ|ก|จ|ม|รพ|บมจ|บจก)\.[ ]?|(?:ธนาคาร|กระทรวง|บริษัท)[ ]?|[ ]?ฯ$")
# nobody in particular: เด็กไทย, นักเรียน 5 คน, 3 หน่วยงาน, ผู้ประกอบการไทย
_NOBODY = re.compile(
    r"(?:(?:ถือ|นับ)(?:$|เป็น|ว่า|ได้)|นี่|บาง(?=ชิ้น|คน|ส่วน|แห่ง|ราย|ทีม|เรื่อง|โครงการ|ท่าน|องค์กร)|ใด|ไหน|เจ้า(?:ตัว|ของ|ภาพ)|ต้นปี|กลางปี|ปลายปี|นศ|นร|เด็ก|เยาวชน|นัก(?:เรียน|ศึกษา|กีฬา|วิจัย|แสดง|ร้อง|ธุรกิจ)|นิสิต|คน|ผู้|ประชาชน|เกษตรกร|ข้าราชการ|บุคลากร|พนักงาน|ครู|อาจารย์|แพทย์|หน่วยงาน|องค์กร|ส่วนราชการ|(?:สอง|สาม|สี่|ห้า)(?=นัก|ดีไซ|หนุ่ม|สาว|ผู้|เด็ก|เยาวชน|พี่น้อง|ศิลปิน|เชฟ|ทีม|หน่วย|โรง(?:เรียน|พยา)|แม่ลูก|ครู|คน)"
    r"|สถาน(?:ประกอบ|ศึกษา)|ทั้ง|หลาย|ทุก|แต่ละ|กว่า|รวม|อีก|ใคร|เขา|เธอ|เรา|ตน|ท่าน|ซึ่ง|ที่(?!ว่าการอำเภอ)|และ|หรือ|แต่|จน|เพื่อ|โดย|จาก|ของ|ใน|ด้วย|แม้|หาก|เพราะ|พร้อม|ผลงาน|ผล(?:การ|ปรากฏ|ตัดสิน|คะแนน)|โครงการ(?:$|ที่|นี้|ดัง)"
    r"|รางวัล|เหรียญ|การ|ความ|แหล่ง|ระบบ|\d|หญิง|ชาย|น้อง|พี่|แชมป์|ทัพ|พยาบาล|วันนี้|วันที่|ปี|จังหวัด$|ไทยเรา|สมาชิก|ลูกค้า|แฟน|ตัวแทน|ทีม(?:งาน|ที่|นัก|เยาวชน)|สามารถ|ยัง|คณะ(?:นัก|ผู้|ทำงาน)|รัฐบาล|นายก(?!สมาคม)|รอง|รมว|รมช|รัฐมนตรี|ปลัด|อธิบดี|ผอ|ผู้ว่า|โฆษก|ประธาน|เลขา)"
)
# รุ่นใด, ทีมไหน: who has won is still asked
_SORT = re.compile(
    r"กลุ่ม(?:จังหวัด|อำเภอ|ตำบล|เทศบาล|โรงเรียน|โรงพยาบาล|มหาวิทยาลัย|สถาน|หน่วยงาน|องค์กร|บริษัท|วิทยาลัย|ธุรกิจ|อุตสาหกรรม|ประเทศ|ทีม)(?:ขนาด|ที่|ภาค|ระดับ|ประเภท|ทั่วไป)"
)
_ASKED = re.compile(r"(?:ใด|ไหน)(?:บ้าง)?$")
# words that a name does not hold
_SAYS = re.compile(
    r"ได้รับ|คว้า|รางวัล|เกียรติ|โล่|ซึ่ง|ดังกล่าว|กล่าว|เปิดเผย|ประกอบด้วย|ได้แก่|นับเป็น|ถือเป็น|เป็น(?!สุข|หนึ่ง|ไท)|เพื่อ|จำนวน|สร้าง|ร่วม|พร้อม|มอบ|จัด|เข้า|ส่ง|พา(?!รา|โน|ณิ|ลา|สต|เล|วิ|วเ|ซิ)|นำ"
    r"|ชวน|ยก|ดัน|ชู|ใช้|ทำ|ให้|จะ|ไม่|แล้ว|ต่อ|หลัง|ก่อน|เมื่อ|สำหรับ|อย่าง|ด้วย|ขอ(?!น)|ประกาศ|ยืน|ประสบ|เปิด|(?<!สา)(?<!บุญ)มี(?!น)|แห่งแรก|ครั้งแรก|รายชื่อ"
    r"|ตรวจ|คัด(?=เลือก|สรร)|ๆ|ผู้|ที่(?!ว่าการ)|เดียวกัน|คู่|สู่|ถึง|จน(?:$|กระทั่ง|ถึง)|กระทั่ง|รวม(?=ทั้ง|ถึง)|ตลอดจน|อีกทั้ง|ทั้งยัง|มีการ|\d"
)
# อาคาร |NAT-1|, |มทบ.38
_CODE = re.compile(r"[A-Z]+[ -]?\d{1,3}(?![\d.])|^(?!กม|ชม|ซม|มม|กก|ดร|มค|กพ|มี|ลว)[ก-ฮ]{2,4}\.(?:[ก-ฮ]{1,3}\.)?[ ]?\d{1,3}$")


class NamesBefore:
    """Who has been named in an article, asked for by a part of the name; what that costs does not grow with the article."""

    def __init__(self, findings: Findings) -> None:
        self.text = text = findings.text
        self.parties = findings.parties
        self._starts = [party.start for party in findings.parties]
        title_end = findings.title.end if findings.title is not None else 0
        self._organisations = findings.organisations
        self._in_title = {
            key
            for key, organisation in enumerate(findings.organisations)
            if any(mention.start < title_end for mention in organisation.mentions)
        }
        self._bodies = [
            (text[mention.start : mention.end], key)
            for key, organisation in enumerate(findings.organisations[:_MOST_BODIES])
            for mention in organisation.mentions[:_MOST_MENTIONS]
        ]
        self._people: dict[str, tuple[int, Span]] = {}
        for key, person in enumerate(findings.people):
            given, _, surname = text[person.name.start : person.name.end].partition(" ")
            if surname:
                self._people.setdefault(given, (key, person.name))

    def shorter(self, start: int, end: int) -> Party | None:
        """A short form of one who is named in full elsewhere: กรุงไทย of ธนาคารกรุงไทย, “แหวน” สมหญิง of นางสาวสมหญิง ใจดี."""
        name = _SHORT_HEAD.sub("", self.text[start:end]).strip(MARKS)
        if len(name) < 4:
            return None
        cut = self.text.startswith("ฯ", start + len(self.text[start:end].rstrip()) - 1)
        for full, key in self._bodies:
            if _contains(full, name) or (cut and f" {name}" in full):  # ภูนาคลีนฯ of บริษัท ภูนาคลีนพลังงาน
                return Party(start, end, "organisation", Span(start, end, "party.subject"), key)
        if _SAYS.search(name):
            return None
        for word in _APART.split(name):
            if len(word) > 3 and word in self._people:
                key, full_name = self._people[word]
                return Party(start, end, "person", full_name, key)
        return None

    def again(self, start: int, end: int) -> Party | None:
        """A common noun before the verb as the last party named that begins with it, the headline's before others."""
        for begin in {start, max(start, self.text.rfind(" ", start, end) + 1), start + 3 * self.text.startswith("ทาง", start)}:
            noun = _AGAIN.fullmatch(self.text, begin, end)
            if noun is None:
                continue
            heads = (noun["head"], *_ABBREVIATED.get(noun["head"], ()))
            last = bisect_left(self._starts, begin)
            like = [
                party
                for party in reversed(self.parties[max(0, last - _MOST_PARTIES) : last])
                if party.end <= begin
                and party.kind != "person"
                and party.end - party.start > end - begin
                and (
                    self.text.startswith(heads, party.start)
                    or self.text[max(0, party.start - 6) : party.start].strip(" “\"‘'") in heads
                )
            ]
            if like:
                told = next((party for party in like if party.kind == "organisation" and party.key in self._in_title), like[0])
                return Party(begin, end, told.kind, told.name, told.key, told.body)
            within = [
                (mention.start, mention, key)
                for key, organisation in enumerate(self._organisations[:_MOST_BODIES])
                for mention in organisation.mentions[:_MOST_MENTIONS]
                if mention.end <= begin
                and mention.end - mention.start > end - begin
                and self.text.startswith(heads, mention.start)
            ]
            if within:  # นาย ก ผู้อำนวยการธนาคาร ข เปิดเผยว่า |ธนาคาร
                _, mention, key = max(within, key=lambda told: told[0])
                return Party(begin, end, "organisation", mention, key)
        return None

    def this_one(self, verb: int) -> Party | None:
        """Who is told of further before the verb as this one of a kind, in the same line."""
        begin = max(self.text.rfind("\n", 0, verb) + 1, verb - _SINCE)
        told = next(reversed(list(_THIS_ONE.finditer(self.text, begin, verb))), None)
        return None if told is None else self.again(*told.span())

    def without_place(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without a place or bracket that ends it, and a nickname before it: ไร่นาดี| จ.น่าน, น้องแหวน |สมหญิง ใจดี."""
        pointed = _POINTS.search(self.text, start, end)
        if pointed is not None and _AGAIN.fullmatch(self.text, start, end) is None:
            end = pointed.start()  # ชุมชนบ้านนาดี| แห่งนี้
        bracket = self.text.find(" (", start, end)
        if bracket > start:
            end = bracket  # ธนาคารนาดี| (ธนด.)
        nickname = _NICKNAME.match(self.text, start, end)
        if nickname is not None:
            start = nickname.end()
        for party in self.parties[bisect_left(self._starts, start + 1) : bisect_left(self._starts, end)]:
            under = party.kind == "organisation" and self.text.endswith(_UNDER, start, party.start)
            if (party.kind == "place" or under) and party.end == end:
                named = self.text[start : party.start].rstrip(MARKS)
                return start, start + len(
                    named.removesuffix("ของ").removesuffix("สังกัด").removesuffix("เครือ").removesuffix("ใน").rstrip(MARKS)
                )
        return start, end


def _contains(full: str, name: str) -> bool:
    """Whether a body's full name ends with the short one, or has it as a word of its own: บริษัท นาดี จำกัด, นาดี."""
    return len(full) > len(name) and (full.endswith(name) or f" {name} " in full)


def _says(name: str) -> bool:
    """Whether a word within a name begins as one that no name holds; สายการบิน does not hold ยก."""
    return any(_SAYS.match(token) is not None for token in words(_CODE.sub("", name)))


def is_name(name: str) -> bool:
    """Whether words are like a name: short, of a word that may head one, none of them a verb or a particle."""
    if not 3 <= len(name) <= 44 or name.count(" ") > 3 or _NOBODY.match(name) or _ASKED.search(name) or _says(name):
        return False
    if _AGAIN.fullmatch(name) or _SORT.match(name) or RANKED_AS.search(name):
        return False
    if not (name[0].isalpha() or name[0] in "เแโใไ") or any(mark in name for mark in '“”"()'):
        return False
    tokens = [token for token in words(name) if token.strip()]
    return bool(tokens) and tokens[0] not in BAD and not any(token in BAD for token in tokens[1:])
