"""Units that no matcher knows and that only the body right behind them shows to be its own: |หน่วยไตเทียม| โรงพยาบาลนาดี."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.findings import Party
from extractor.document import Span, overlaps
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings

_HEADS = Words(
    "คณะ|หน่วย|คลินิก|หอผู้ป่วย|ห้อง|งาน|แผนก|ฝ่าย|กลุ่ม|สาขาวิชา|หลักสูตร|โปรแกรมวิชา|โรงไฟฟ้า|เขื่อน|สถานี|อุทยานแห่งชาติ|เขตรักษา|สวน|วง|สภา|สโมสร"
    "|ไปรษณีย์|ท่าอากาศยาน|หอสมุด|พิพิธภัณฑ์|โรงงาน|โรงแยก|โรงกลั่น|โรงผลิต|สาขา"
)
# |หน่วยไตเทียม| โรงพยาบาลนาดี · |งานห้องคลอด| โรงพยาบาลนาดี · |วงดนตรีไทย| โรงเรียนนาดี
_UNIT = sought(
    r"(?P<name>(?:คณะ(?=เทคโน|อุตสาห|สัตว|เกษตร|ประมง|วน|ครุ|ศิลป|มนุษย|สังคม|บริหาร|วิทยา|การ(?:จัดการ|บัญชี|ท่องเที่ยว)|พยาบาล|แพทย|ทันต|เภสัช|นิติ"
    r"|รัฐ(?:ศาสตร์|ประศาสน)|เศรษฐ|พาณิชย|นิเทศ|สถาปัตย|วิศว|ดุริยาง|ดนตรี|โลจิสติกส์)|หน่วย(?!งาน|กิต|กู้ภัย)|คลินิก|หอผู้ป่วย|ห้อง(?=คลอด|ผ่าตัด|ฉุกเฉิน|ปฏิบัติการ|ยา|สมุด|บัตร|ตรวจ)"
    r"|งาน(?=บริการ|การพยาบาล|พยาบาล|ห้อง|ผู้ป่วย|เภสัช|โภชน|กายภาพ|อุบัติเหตุ|ทันต|เวช|สุขศึกษา|ป้องกัน|พัสดุ|ทะเบียน|ประชาสัมพันธ์|ธุรการ|คลัง|แผน|สารสนเทศ"
    r"|เทคโนโลยี|อาคาร|ซักฟอก|จ่ายกลาง|ควบคุม|รังสี|จิต|แพทย์แผน|อนามัย)"
    r"|แผนก|ฝ่าย|กลุ่ม(?=งาน|การพยาบาล|สาระ|วิชา|บริหาร|ภารกิจ|ธุรกิจ)|สาขาวิชา|หลักสูตร|โปรแกรมวิชา"
    r"|โรงไฟฟ้า|เขื่อน|สถานี(?!ตำรวจ|โทรทัศน์|วิทยุ)|อุทยานแห่งชาติ|เขตรักษาพันธุ์สัตว์ป่า|สวน(?=สัตว์|พฤกษ|รุกข)"
    r"|วง(?=ดนตรี|โยธ|ดุริ|ปี่|ขับร้อง|ออร์|สตริง|ลูกทุ่ง|โปงลาง|หมอลำ|มโหรี|อังกะลุง|ซิมโฟ|แบนด์)"
    r"|สภา(?=นักเรียน|นักศึกษา|นิสิต)|สโมสร(?=นักเรียน|นักศึกษา|นิสิต)|(?:ที่ทำการ)?ไปรษณีย์|ท่าอากาศยาน|หอสมุด|พิพิธภัณฑ์"
    r"|โรงงาน(?=[ก-ฮเ-ไ])|โรงแยก(?=ก๊าซ)|โรงกลั่น(?=น้ำมัน)|โรงผลิต|สาขา(?!วิชา|พัฒนา|บริการ|การ|ความ))"
    r"(?!ที่|ซึ่ง|ใน|ของ|ต่าง|นี้|และ|ทั้ง|ดีเด่น|ต้นแบบ|ทุก)[ก-๎A-Za-z0-9-]{2,44}"
    r"(?:[ ]?\d{1,3})?)(?:[ ]?\([^()\n]{1,30}\))?[ ]{1,2}$"
)
# whose unit one may be
_WHOLE = re.compile(
    r"โรงพยาบาล|รพ\.|คณะ(?!กรรม|ผู้|ทำงาน|นัก|รัฐ)|มหาวิทยาลัย|ม\.|จุฬาลงกรณ์|วิทยาลัย|โรงเรียน|รร\.|สถาบัน|สำนัก(?!งาน|ข่าว|พิมพ์)|ศูนย์(?=การแพทย์|แพทย์)|เทศบาล"
    r"|อบต|องค์การ|กรม(?=[ก-ฮ])|การ(?:ไฟฟ้า|ประปา|รถไฟ|ท่า|นิคม|ทาง)|บริษัท|บมจ|บจก|ธนาคาร|ปตท"
)
# where the name of a unit that has won begins: ได้แก่ |หน่วยไตเทียม · 2. |งานห้องคลอด · เมื่อวันที่ 5 มกราคม 2567 |หน่วยไตเทียม
_BEGINS = sought(
    r"(?:^|[\n:;,“\"•✅”]|[ ][-–]|\d[.)]|ได้แก่|คือ|โดย|ของ|จาก|แก่|ให้|กับ|และ|ยินดี|ชื่นชม|ด้าน|ชนะเลิศ|เหรียญ[ก-๎]{2,6}|ดีเด่น|ชมเชย"
    r"|[ ]\d{1,4})[ ]{0,2}$"
)
_LONGEST, _LEAD = 92, 24
# characters from a person's name or position to what is his own unit
_OWN = 4


def with_unit_names(findings: Findings, parties: list[Party]) -> list[Party]:
    """The parties, in order, with the units that stand at the beginning of a clause right before the body of which they are.

    A unit behind a person's name is where that person works, and no party.
    """
    text = findings.text
    taken = [(party.start, party.end) for party in parties]
    people = {party.end for party in parties if party.kind == "person"}
    found = []
    for party in parties:
        if party.kind != "organisation" or text[party.start - 1 : party.start] != " ":
            continue
        begin = max(text.rfind("\n", 0, party.start) + 1, party.start - _LONGEST)
        if not _HEADS.within(text, begin, party.start) or _WHOLE.match(text, party.start) is None:
            continue
        unit = _UNIT.search(text, begin, party.start)
        if unit is None or _BEGINS.search(text, max(0, unit.start() - _LEAD), unit.start()) is None:
            continue
        if overlaps(taken, *unit.span("name")) or any(unit.start() - gap in people for gap in range(_OWN)):
            continue
        name = Span(*unit.span("name"), "party.unit")
        own = Party.of_words(name, end=name.start + len(unit[0].rstrip()))
        own.body = party.name
        found.append(own)
    return sorted([*parties, *found], key=lambda party: (party.start, -party.end)) if found else parties
