"""Honours that have no name but the merit of those who receive them, and whose winners a list names.

มอบโล่ประกาศเกียรติคุณแก่|จังหวัดที่มีผลงานลดอุบัติเหตุดีเด่น| ได้แก่ จังหวัดน่าน และจังหวัดแพร่
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Words
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

# who may be honoured for what they do
_WHO = (
    r"(?:จังหวัด|อำเภอ|ตำบล|เขต|ชุมชน|หมู่บ้าน|พื้นที่|เทศบาล|อปท\.|องค์กรปกครองส่วนท้องถิ่น|องค์กร|หน่วยงาน|ส่วนราชการ|หน่วย|กลุ่ม"
    r"|เครือข่าย|สถานประกอบ(?:กิจ)?การ|โรงงาน|บริษัท|ผู้ประกอบการ|นายจ้าง|โรงเรียน|สถานศึกษา|สถาบัน(?:การศึกษา)?|มหาวิทยาลัย"
    r"|วิทยาลัย|โรงพยาบาล|สถานพยาบาล|สถานีตำรวจ|ศูนย์|สำนักงาน|สหกรณ์|วัด|ธนาคาร|รัฐวิสาหกิจ|ร้าน|บุคคล|บุคลากร|เจ้าหน้าที่"
    r"|ข้าราชการ|ตำรวจ|ทหาร|ครู|อาจารย์|แพทย์|พยาบาล|อสม\.|อาสาสมัคร|เกษตรกร|ผู้นำ|สตรี|เยาวชน|นักเรียน|นักศึกษา|พลเมือง|ประชาชน|ภาคีเครือข่าย|ทีม)"
)
_BEST = r"(?:ดีเด่น|ดีเยี่ยม|ดีเลิศ|ยอดเยี่ยม|เป็นเลิศ|โดดเด่น|เป็นแบบอย่าง|สูงสุด|มากที่สุด|ต้นแบบ)"
_MERIT = (
    r"(?:(?!ได้แก่|ประกอบด้วย|ดังนี้|รางวัล|นาย|นาง|โดยมี|ทั้งนี้|พร้อม(?:กับ|ทั้ง)|เพื่อ(?:เป็น|ส่ง|ยก|สร้าง)|จำนวน"
    r"|[ ]?และ[ ]?(?:มอบ|ร่วม|เยี่ยม|พบ))"
    r"[ก-๎A-Za-z\d.()/%-]|[ ](?=[\d(A-Za-zก-ฮเ-ไ])){4,110}?"
)
# how many there are, and that they are named
_LISTED = (
    r"(?:[ ]?(?:ประจำปี|ปี)(?:งบประมาณ)?[ ]?(?:พ\.ศ\.[ ]?)?\d{4})?"
    r"(?:[ ]?(?:จำนวน|รวม)?[ ]?\d{1,3}[ ]?[ก-๎]{2,14})?[ ]*(?:ได้แก่|ประกอบด้วย|คือ(?=[ ])|ดังนี้|:"
    r"|(?:รางวัล)?(?:อันดับ(?:ที่)?|ที่)[ ]?1[ ]|(?:รางวัล)?ชนะเลิศ)"
)
# มอบโล่ประกาศเกียรติคุณ|แก่จังหวัด|ที่…ดีเด่น ได้แก่
_GIVEN = Anchored(
    re.compile(
        r"มอบ(?:[ก-๎]{0,12}และ)?(?:โล่|เกียรติบัตร|ประกาศเกียรติคุณ|ใบประกาศ|ประกาศนียบัตร|เข็ม|ถ้วย|รางวัล)"
        r"(?:(?:และ|พร้อม)[ ]?เงินรางวัล|(?!ขอบคุณ|ที่ระลึก|รางวัล(?!ให้|แก่)|เงิน|ได้แก่)[ก-๎ ]){0,44}?"
        r"(?:ให้(?:แก่|กับ)?|แก่|แด่|กับ)[ ]?(?:\d{1,3}[ ])?"
        rf"(?P<name>{_WHO}[ก-๎]{{0,24}}?(?:ที่|ซึ่ง|ผู้)"
        rf"(?!ได้รับ|เข้าร่วม|ร่วม|ชนะ|ผ่าน|สนับสนุน(?:การจัด)?งาน|มีส่วน|มาร่วม|จะ){_MERIT})"
        rf"(?={_LISTED})"
    ),
    "มอบ",
)
# … 1) |จังหวัดที่จัดเก็บรายได้| |ยอดเยี่ยม| ได้แก่: a class of those who are given plaques in the line
_CLASS = Anchored(
    re.compile(
        rf"(?<![ก-๎]){_WHO}[ก-๎]{{0,24}}?(?:ที่|ซึ่ง|ผู้)(?!ได้รับ|เข้าร่วม|ชนะ|ผ่าน|สนับสนุน){_MERIT}"
        rf"(?:(?=[ ](?P<rank>{_BEST}){_LISTED})|{_BEST}(?={_LISTED}))"
    ),
    "จังหวัด|อำเภอ|ตำบล|ชุมชน|หมู่บ้าน|เทศบาล|องค์กร|หน่วยงาน|ส่วนราชการ|โรงเรียน|โรงพยาบาล|สถานประกอบ|สถานศึกษา|สถานีตำรวจ|ศูนย์|เขต|กลุ่ม",
)
_PLAQUES = Words("มอบโล่|มอบเกียรติบัตร|มอบประกาศเกียรติคุณ|มอบใบประกาศ")
_SAYS_BEST = re.compile(_BEST)


def ranks_of_merit(text: str) -> Iterator[Label]:
    """The ranks that stand behind the merit of those who are given plaques: จังหวัดที่จัดเก็บรายได้ |ยอดเยี่ยม| ได้แก่."""
    for match in _classes(text):
        if match["rank"] is not None:
            yield Label("level", *match.span("rank"), "level.praise", *match.span("rank"))


def by_merit(text: str) -> Iterator[Label]:
    """Honours told by the merit of those whom they are given to, where a list of them follows."""
    for match in _GIVEN.finditer(text):
        start, end = match.span("name")
        if _SAYS_BEST.search(text, start, end) is not None:
            yield Label("award", start, end, "award.title", start, end)
    for match in _classes(text):
        yield Label("award", match.start(), match.end(), "award.title", match.start(), match.end())


def _classes(text: str) -> Iterator[re.Match[str]]:
    """The classes of those who are given plaques in the same line, each with the list of them behind it."""
    plaques = _PLAQUES.find(text)
    for match in _CLASS.finditer(text) if plaques else ():
        line = text.rfind("\n", 0, match.start()) + 1
        if any(line <= place < match.start() for place in plaques):
            yield match
