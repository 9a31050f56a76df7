"""Whom or what a clause says that something is done for, and where somebody lives: neither is the subject of the verb behind.

โรงพยาบาลนาดี ดูแล|ผู้สูงอายุ| คว้ารางวัล… · บริษัท ก พัฒนาสินค้า|เพื่อสุขภาพของคนไทย| ได้รับรางวัล…
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.assemble.findings import Party

# ดูแล|ผู้สูงอายุ คว้ารางวัล, but not ส่ง|นักเรียน คว้ารางวัล
_SERVES = re.compile(
    r"(?:เพื่อ|บริการ|ดูแล|ช่วยเหลือ|ช่วย|รักษา|รองรับ|ตอบโจทย์|ตอบสนอง|คุณภาพชีวิต|สุขภาพ|สวัสดิการ|ความปลอดภัย|ความต้องการ(?:ของ)?|ครองใจ|มัดใจ|ถูกใจ|ใส่ใจ|เอาใจ|เคียงข้าง"
    r"|อยู่คู่|ห่วงใย|ยกระดับ|เข้าถึง|สร้างงาน|สร้างอาชีพ|สร้างรายได้|คุ้มครอง|ปกป้อง|พิทักษ์|รับใช้|พัฒนาศักยภาพ|ขับเคลื่อน)(?:แก่|ให้|ให้กับ|ของ|ใน|ทุก)?$"
)
# การท่องเที่ยว|ของชุมชนจน|ได้รับรางวัล: whose what is told of is, and the clause goes on
_WHOSE = re.compile(
    r"(?<!ผลงาน)(?<!โครงงาน)(?<!ทีม)(?<!ตัวแทน)(?<!ผู้แทน)(?<!ความสำเร็จ)(?<!งานวิจัย)(?<!นวัตกรรม)(?<!ภาพยนตร์)(?<!คลิป)ของ$"
)
_THEN = re.compile(
    r"(?:[ก-๎](?:จน(?:กระทั่ง)?|กระทั่ง|ทำให้|ส่งผลให้)|[ ](?:จน(?:กระทั่ง)?|กระทั่ง|ทำให้|ส่งผลให้|และ)?)(?:ยัง|สามารถ|เคย|ได้|ก็|[ ]){0,6}$"
)
# what is done: an office's own name, too, tells what it is for
_DONE = re.compile(
    r"พัฒนา|มุ่ง|สร้าง|ผลิต|ดำเนิน|จัด(?=ทำ|ตั้ง|กิจ|โครง)|ให้บริการ|ทำงาน|ขับเคลื่อน|ยกระดับ|ปรับปรุง|คิดค้น|ออกแบบ|ส่งเสริม(?!การ)|ใช้|นำ|ลงทุน|ร่วม(?=มือ|กัน)|เดินหน้า|ทุ่ม"
    r"|ต่อยอด|วิจัย|ดูแล|เปิด|บริหาร|ปลูก|แปรรูป|คัดสรร|ประดิษฐ์|ติดตั้ง|ลด|เพิ่ม|รักษา(?!การ)|อนุรักษ์|ปรับ"
)
_TOLD_OF = ("ที่", "ซึ่ง", "ผู้")
# พัฒนาสินค้า|เพื่อสุขภาพของคนไทย |ได้รับ…; no เพื่อเข้ารับ…, เพื่อส่งนักกีฬา…
_PURPOSE = re.compile(
    r"เพื่อ(?!ให้ได้|ได้|รับ|เข้า|ชิง|คัด|ส่ง|มอบ|แสดง|เป็น(?=ขวัญ|กำลัง|เกียรติ|ตัวแทน)|ร่วม|ประกวด|แข่ง|ค้นหา|เฟ้น|เชิดชู|ยกย่อง|ประกาศ|ขอ)"
    r"(?:(?!เพื่อ|มอบ|รางวัล|ได้รับ|ผู้(?=ได้|ชนะ|สมัคร)|นัก(?=เรียน|ศึกษา|กีฬา|วิจัย)|ทีม|เยาวชน|กล่าว|เชิญ|ประกวด|แข่งขัน|โดย)[ก-๎a-zA-Z0-9]){2,60}"
    r"(?P<ends>[ ](?:จน(?:กระทั่ง)?|และ|กระทั่ง|ล่าสุด|พร้อม|ได้|สามารถ|ยัง|ก็|จึง|[ ])*)$"
)


def is_served(gap: str, group: int) -> bool:
    """Whether those whom a gap tells of from `group` on are only whom something is done for.

    >>> is_served(" ดูแลผู้สูงอายุ ", 5), is_served(" ส่งนักเรียน ", 4)
    (True, False)
    """
    if _WHOSE.search(gap, max(0, group - 16), group) is not None and _THEN.search(gap, group) is not None:
        return True
    return _SERVES.search(gap, max(0, group - 30), group) is not None and not gap.rstrip().endswith(_TOLD_OF)


def without_purpose(gap: str) -> str:
    """The words between a subject and its verb without what it is done for.

    >>> without_purpose(" พัฒนาบริการเพื่อคนไทย ")
    ' พัฒนาบริการ '
    """
    purpose = _PURPOSE.search(gap) if "เพื่อ" in gap else None
    return gap if purpose is None or _DONE.search(gap, 0, purpose.start()) is None else gap[: purpose.start()] + purpose["ends"]


# นางคำ ใจมา| อสม. |บ้านนาดี หมู่ที่ 3
_LIVES = re.compile(
    r"[ ](?:อายุ[ ]?\d{1,3}[ ]?ปี[ ]?)?(?:(?:เป็น|ซึ่งเป็น|อาชีพ)?(?:อสม\.?|อาสาสมัครสาธารณสุข(?:ประจำหมู่บ้าน)?|เกษตรกร|ผู้ใหญ่บ้าน|กำนัน"
    r"|สารวัตรกำนัน|แพทย์ประจำตำบล|ชาวบ้าน|ชาวนา|ชาวสวน|ชาวไร่"
    r"|ราษฎร|ปราชญ์(?:ชาวบ้าน|ชุมชน)?|หมอดิน(?:อาสา)?|ผู้นำชุมชน|ผู้สูงอายุ|สมาชิก(?:สภา)?[ก-๎.]{0,12}|แกนนำ[ก-๎]{0,12}|จิตอาสา|ศิลปิน(?:พื้นบ้าน)?|ช่าง[ก-๎]{2,12}|แม่บ้าน|ประธาน(?:ชุมชน|หมู่บ้าน)"
    r"|ครูภูมิปัญญา|เยาวชน|พลเมืองดี|บุคคล[ก-๎]{2,12}|แห่ง|จาก|ชาว|อยู่(?:บ้าน)?(?:เลขที่[ ]?[\d/]+)?|ประจำ|ใน|ที่|[ ]))*+"
)


# เชฟ ก จากโรงแรมนาดี |กรุงเทพฯ
_FROM_HOUSE = re.compile(
    r"[ ]จาก[ ]?(?:โรงแรม|ร้าน|ครัว|โรงพยาบาล|โรงงาน|บริษัท|ห้าง|ค่าย|สโมสร|ชมรม|ไร่|ฟาร์ม|สวน)"
    r"(?:(?!ได้|คว้า|รับ|และ|ซึ่ง)[^\n,:;“”]){2,40}?[ ]{1,2}"
)


def lives_there(text: str, person: Party, place: Party) -> bool:
    """Whether a village is only where somebody lives or does his work who is named before: นางคำ ใจมา อสม. |บ้านนาดี."""
    if person.kind != "person" or place.kind != "place" or person.role in {"giver", "superior"}:
        return False
    if place.start <= person.end:
        return False
    return (_LIVES.fullmatch(text, person.end, place.start) or _FROM_HOUSE.fullmatch(text, person.end, place.start)) is not None
