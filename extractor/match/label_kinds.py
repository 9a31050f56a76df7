"""Kinds of winners that a list is divided into, told by no label's word: each stands right before ได้แก่ and who has won.

… และสำนักงานเกษตรอำเภอดีเด่น ระดับประเทศ ได้แก่ สำนักงาน… · 3) ผู้มีคุณูปการต่อแม่น้ำ ได้แก่ นาย ก · จังหวัดที่มีป่ามากที่สุด ได้แก่ จังหวัด ข
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.match.label import Label
from extractor.match.label_fields import WINNER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

_LEADS_OVER = Words("ได้แก่|คือ |เป็นของ")
_WINNER_NEXT = re.compile(
    rf"(?:ได้แก่|คือ|(?:ตก)?เป็นของ)[ ]*:?[ \n]*(?:\(?\d{{1,2}}(?:\.\d{{1,2}})?[.)]\)?)?[ ]*"
    rf"(?:(?!รางวัล|ชนะเลิศ){WINNER}|รพ\.|ธนาคาร|วัด(?=[ก-ฮเ-ไ])|หจก|บจก|บมจ|อบจ|ทต\.|ทม\.|น\.ส\.|พระ(?=ครู|มหา|ราช|เทพ)|[A-Z][a-z])"
)
# who or what such a kind is of
_KIND = (
    r"(?:ผู้(?!แทน|บริหารระดับ|ได้|ที่ได้|ชนะ|ร่วม|เข้า|สมัคร|จัด|สนับสนุน|เกี่ยวข้อง|ที่เกี่ยว|ว่าการ|ว่าราชการจังหวัด(?!ที่)|อำนวยการ|ตรวจ|ช่วย)|บุคคล|บุคลากร|นัก(?=[ก-ฮเ-ไ])|ครู|อาจารย์|เยาวชน"
    r"|เด็ก(?!ชาย|หญิง)|ประชาชน|อาสาสมัคร|ข้าราชการ|พนักงาน|ลูกจ้าง|ศิลปิน|สตรี|เกษตรกร|ปราชญ์|ปลัด(?!กระทรวง)|กำนัน|นายอำเภอ|แม่ดีเด่น"
    r"|หน่วยงาน|องค์กร|องค์การ|ส่วนราชการ|รัฐวิสาหกิจ|สถาน(?:ศึกษา|ประกอบ|พยาบาล|บริการ)|สถาบัน|โรงเรียน|มหาวิทยาลัย|วิทยาลัย|โรงพยาบาล|โรงงาน|โรงแรม"
    r"|สำนักงาน|สถานี|ศูนย์|กองทุน|สหกรณ์|กลุ่ม|เครือข่าย|ชมรม|สมาคม|มูลนิธิ|ธนาคาร|บริษัท|ธุรกิจ|วิสาหกิจ|ร้าน|สื่อ|รายการ"
    r"|จังหวัด|อำเภอ|ตำบล|หมู่บ้าน|ชุมชน|เทศบาล|ท้องถิ่น|เมือง|ประเทศ|วัด|ตลาด|เรือนจำ|คลินิก|ห้องสมุด|ทีม|โครงการ|แปลง|ป่าชุมชน)"
)
# what a row of kinds is parted by, and what a kind may begin behind within one of its parts
_APART = re.compile(
    r"\n|(?<![\d.])\(?\d{1,2}(?:\.\d{1,2})?[.)]\)?|[•✅*,;:”]|[ ][-–][ ]|ได้แก่|คือ[ ]|ดังนี้|ประกอบด้วย|แบ่ง(?:ออก)?เป็น|อาทิ|[ ]{2}"
)
_BEGINS = re.compile(rf"(?:^|[ ]|แก่|และ|ส่วน|รวมถึง|โดย|รางวัล|[-–])(?=(?:{_KIND}))")
_COUNT = re.compile(
    r"(?:[ ]*\([^()\n]{1,60}\))?(?:[ ]*(?:จำนวน|รวม|มี)?[ ]*\d{1,3}[ ]*(?:รางวัล|ราย|คน|แห่ง|ทีม|ผลงาน|หน่วยงาน|องค์กร|โครงการ|บริษัท"
    r"|โรงเรียน|ท่าน|จังหวัด|อำเภอ|ชุมชน|กลุ่ม|สหกรณ์|รูป)(?:/[ก-๎]{2,8})?)?[ ]*\Z"
)
# a kind of those who excel
_EXCELS = re.compile(
    r"ดีเด่น|ยอดเยี่ยม|ดีเยี่ยม|โดดเด่น|ยอดนิยม|ดีที่สุด|มากที่สุด|น้อยที่สุด|สูงที่สุด|(?<!คะแนน)สูงสุด|ต่ำสุด|เร็วที่สุด|แห่งปี|เป็นเลิศ|ดีเลิศ"
    r"|คุณูปการ|ทำคุณประโยชน์|ผู้มีผลงาน|มาตรฐาน(?=[ ]|$)|ต้นแบบ"
)
_EXCELLING = Words("ดีเด่น|ยอดเยี่ยม|ดีเยี่ยม|โดดเด่น|ยอดนิยม|ที่สุด|สูงสุด|ต่ำสุด|แห่งปี|เป็นเลิศ|ดีเลิศ|คุณูปการ|ทำคุณประโยชน์|ผู้มีผลงาน|มาตรฐาน|ต้นแบบ")
_NO_KIND = re.compile(
    r"รางวัล|ได้รับ|เข้ารับ|รับมอบ|ชนะ|คัดเลือก|เกี่ยวข้อง|เข้าร่วม|ร่วมงาน|ร่วมพิธี|ร่วมกัน|รับผิดชอบ|ดังกล่าว|คณะกรรมการ|กรรมการ|วิทยากร|ผู้แทน"
    r"|กล่าว|พบว่า|ว่า[ ]|(?<!ห)นี้|นั้น|ต่าง[ ]?ๆ|อื่น|นาย(?!อำเภอ|ก)|นาง|น\.ส\.|จังหวัด(?!ที่|ดี|ต้น|ส่ง|ขนาด|ใน)|จ\.|อ\.|ผ่าน|เสนอ"
    r"|จัด(?!การ|สวัสดิการ)|โดย|ซึ่ง|ประจำปี|พ\.ศ\.|ปี[ ]?\d|บาท|พันธมิตร|เครือข่ายความ|เป้าหมาย|นำร่อง|สมาชิก|ประกอบด้วย"
)
_PRIZES = re.compile(r"รางวัล|โล่|ยกย่อง|เชิดชู|ดีเด่น|เกียรติคุณ|เกียรติบัตร|ประกาศนียบัตร|ประกวด")
# characters of such a name, before it up to where prizes are told of, and from one kind to the next
_LONGEST, _NEAR, _REACH = 110, 300, 500


def find_kinds(text: str, bodies: AbstractSet[int]) -> Iterator[Label]:
    """A category for each kind of winners that stands before those who have won: one that tells of those who excel.

    Args:
        text: the clean text.
        bodies: where names of bodies end; one of them is no kind.
    """
    for place in _LEADS_OVER.find(text):
        if not _EXCELLING.within(text, place - _LONGEST - 40, place) or _WINNER_NEXT.match(text, place) is None:
            continue
        named = _name_before(text, place, bodies)
        if named is None:
            continue
        start, end = named
        if not _EXCELS.search(text, start, end) or not _PRIZES.search(text, max(0, start - _NEAR), start):
            continue
        yield Label("category", start, end, "category.of_winners", start, end)


def _name_before(text: str, place: int, bodies: AbstractSet[int]) -> tuple[int, int] | None:
    """Where the name of a kind stands that ends before `place`, counts and brackets left off."""
    begin = max(text.rfind("\n", 0, place) + 1, place - _LONGEST - 40)
    count = _COUNT.search(text, begin, place)
    end = begin + len(text[begin : count.start() if count is not None else place].rstrip())
    for apart in _APART.finditer(text, begin, end):
        begin = apart.end()
    for opens in _BEGINS.finditer(text[begin:end]):
        start = begin + opens.end()
        if not 6 <= end - start <= _LONGEST or _NO_KIND.search(text, start, end) or any(start < body <= end for body in bodies):
            continue
        return start, end
    return None
