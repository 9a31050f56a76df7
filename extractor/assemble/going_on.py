"""Of whom a paragraph goes on to tell, where the clause of a verb of receiving names nobody, however much stands between.

สหกรณ์นาดี จำกัด ตั้งอยู่ที่ตำบลนาดี มีสมาชิก 137 คน มีผลงานดีเด่น |ได้รับรางวัลสหกรณ์ดีเด่น → สหกรณ์นาดี จำกัด
· เยี่ยมชมศูนย์ทอผ้านาดี ซึ่งเป็นกลุ่มที่รวบรวมลายโบราณของชาวนาดี จน|ได้รับรางวัลชนะเลิศ → ศูนย์ทอผ้านาดี
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.names_before import is_name
from extractor.assemble.subject_words import DISTRICT, NO_SUBJECT, OBJECT

if TYPE_CHECKING:
    from extractor.assemble.findings import Party
    from extractor.assemble.subjects import Subjects

# characters of a paragraph before the verb, and of a verb before the prize that it takes
_TOLD, _TAKES = 700, 22
_RECEIVES = ("ได้รับ", "เคยได้รับ", "คว้า", "เคยคว้า", "กวาด", "ยังได้รับ")
# ได้รับรางวัล|มากมาย อาทิ รางวัล ก
_AMONG = re.compile(
    r"[ ]?(?:ต่าง[ ]?ๆ|มากมาย|หลาย(?:รายการ|รางวัล|ด้าน|ปี)?|จำนวนมาก|ในระดับต่าง[ ]?ๆ|อย่างต่อเนื่อง|ที่สำคัญ|[ ])*"
    r"(?:อาทิ(?:เช่น)?|เช่น|ได้แก่|ประกอบด้วย)[ ]*"
)
# … มีผลงานดีเด่น |ได้รับรางวัล: a clause of its own
_NEXT = re.compile(r"(?<=[ก-๎)”\"\d])[ ]{1,2}$")
# what a clause begins with that goes on with its subject: the last words before the verb
_PREDICATE = re.compile(
    r"(?:ซึ่ง|ที่|โดย|และ|ทั้ง|อีกทั้ง)?[ ]?(?:ได้|ยัง|ก็|มีการ|ร่วมกัน)?(?:มี|เป็น|ดำเนิน|พัฒนา|สร้าง|จัด|ผลิต|ประสบ|เพื่อ|สามารถ|นำ"
    r"|ส่งเสริม|บริหาร|ดูแล|ให้|ใช้|ตั้ง|เปิด|ก่อตั้ง|ผ่าน|มุ่ง|ทำ|ปรับ|ยก|เพิ่ม|ลด|รวม|ร่วม|ต่อยอด|แปรรูป|จำหน่าย|ปลูก|เลี้ยง|ทอ|อนุรักษ์|สืบสาน|ขับเคลื่อน|ถือเป็น|นับเป็น)"
)
# ศูนย์นาดี| ตำบล ก อำเภอ ข ซึ่งเป็น…, สหกรณ์นาดี |ดำเนินงาน…: of whom something is told
_IS_TOLD = re.compile(
    r"[”\"’']?[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:(?:ซึ่ง|ที่|โดย|ถือ|นับ|ก็|ยัง|จึง|นี้|แห่งนี้|ปัจจุบัน|เดิม|[ ])*)"
    r"(?:เป็น(?!ประธาน|ผู้มอบ|เจ้าภาพ|ผู้แทน|ตัวแทน|ผู้จัด)|คือ|มี(?!มติ|นโยบาย)|ได้(?!มอบ|จัด(?!ตั้ง)|ประกาศ|กล่าว|รับเชิญ|เชิญ)|ประสบ|ประกอบ|ตั้งอยู่|เริ่ม|ดำเนิน|พัฒนา|มุ่ง|ผลิต"
    r"|จัดตั้ง|ก่อตั้ง|จดทะเบียน|รวมกลุ่ม|รวมตัว|นำ|ใช้|สามารถ|เปิด(?:ให้|ดำเนิน)|สร้าง|ออกแบบ|ส่งเสริม|บริหาร|ดูแล|ขับเคลื่อน|ให้บริการ|ปลูก|เลี้ยง|ทอ|แปรรูป|รวบรวม|โดดเด่น|ต่อยอด)"
)
# นักเรียนจาก|โรงเรียนนาดี: it is told of those from there
_OF_OTHERS = re.compile(
    r"(?:จาก|ของ|แก่|ให้|กับ|นักเรียน|นักศึกษา|นิสิต|ทีม|ตัวแทน|ผู้แทน|ผู้บริหาร|ผู้อำนวยการ|ประธาน"
    r"|ตาม|ต่อ|โดย|ร่วมกับ|สังกัด|จัดตั้ง|เปิด|ตั้ง|อดีต|ชาว)[ ]?[“\"]?$"
)
# words behind which others are told of
_TURNS = re.compile(
    r"ขณะที่|ขณะเดียวกัน|(?<![ก-๎])(?:ส่วน|ด้าน(?=[ ]?(?:นาย|นาง))|สำหรับ)|จากนั้น|(?:ใน)?โอกาสนี้|กล่าว(?!คือ|ได้)|เปิดเผย|เผยว่า|ระบุ(?:ว่า)"
    r"|อย่างไรก็|โดยมี(?=[ ]?(?:นาย|นาง|ดร|พล|คุณ|รอง|รัฐ|ปลัด|อธิบดี|ผู้))|ต่อมา"
    r"|ผู้(?=ได้รับ|ชนะ|เข้า|สมัคร|ส่ง)|(?<=[ ])(?:นักเรียน|นักศึกษา|เกษตรกร|เยาวชน|ชาวบ้าน|หน่วยงาน|ผู้ประกอบการ|สมาชิก)"
    r"[ก-๎]{0,20}(?=ที่|ได้|ซึ่ง)|เกษตรกรที่|หน่วยงานที่"
    r"|เป็นประธาน|มอบ(?:รางวัล|โล่|เกียรติ)|ยินดี(?:กับ)|ชื่นชม|เชิญชวน|รับสมัคร|จะ(?:ได้รับ|มอบ)|เยี่ยมชม|ลงพื้นที่|เดินทาง|พบปะ|หากได้|เพื่อให้ได้รับ|ไม่ได้รับ|ครั้งต่อไป"
)
_LIES_AT = re.compile(
    r"[ ]*(?:(?:ตั้งอยู่)?(?:ที่|ณ|ใน(?:พื้นที่)?)?[ ]?)?"
    r"(?:(?:เลขที่|หมู่(?:ที่)?|ม\.)[ ]?[\d/]+[ ]*|(?:ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.|แขวง|เขต)[ ]?[ก-๎]{2,24}[ ]*){1,6}"
)


def of_paragraph(subjects: Subjects, at: int) -> Party | None:
    """The body, place or team of which a paragraph tells last, where the verb at `at` has no subject of its own."""
    text = subjects.text
    begin = max(text.rfind("\n", 0, at) + 1, at - _TOLD)
    if not text.startswith(_RECEIVES, at) or not (_is_joined(text, begin, at) and _takes_prize(subjects, at)):
        return None
    topic = _told_last(subjects, begin, at)
    if topic is None or subjects.topics.is_no_topic(topic):
        return None
    return topic if _TURNS.search(text, topic.end, at) is None else None


def _is_joined(text: str, begin: int, at: int) -> bool:
    """Whether the verb at `at` only goes on: behind จน, และ and the like, or behind another clause without a subject."""
    if NO_SUBJECT.search(text, max(begin, at - 40), at) is not None:
        return True
    if _NEXT.search(text, max(begin, at - 4), at) is None:
        return False
    end = len(text[:at].rstrip(" "))
    last = max(text.rfind(" ", begin, end) + 1, begin)
    return _PREDICATE.match(text, last, end) is not None or not is_name(text[last:end])


def _takes_prize(subjects: Subjects, at: int) -> bool:
    """Whether a prize stands right behind the verb, or behind words for many of which it is one."""
    text, labels = subjects.text, subjects.found.labels
    verb = text.find("รางวัล", at, at + _TAKES)
    among = _AMONG.match(text, verb + len("รางวัล")) if verb >= 0 else None
    until = (among.end() if among is not None else at + _TAKES) + 8
    first = bisect_left(labels, at + 1, key=lambda label: label.until)
    while first < len(labels) and labels[first].kind == "level" and labels[first].outer <= until:
        until, first = labels[first].until + 24, first + 1  # ได้รับรางวัลชนะเลิศ การประกวด ก
    return first < len(labels) and labels[first].kind == "award" and labels[first].outer <= until


def _told_last(subjects: Subjects, begin: int, at: int) -> Party | None:
    """The last party before `at` of which something is told; those named as objects, or as where one lies, are none."""
    text = subjects.text
    for party in reversed(subjects.between(begin, at)):
        if party.end > at or party.role in {"superior", "member"}:
            continue
        if party.kind == "person":
            return None
        lies = _LIES_AT.match(text, party.end, at)
        told = _IS_TOLD.match(text, lies.end() if lies is not None else party.end, at)
        before = max(begin, party.start - 24)
        district = party.kind == "place" and DISTRICT.match(text, party.name.start) is not None
        if told is not None and not district and _OF_OTHERS.search(text, before, party.start) is None:
            return party
        if not (district or party.role == "giver" or OBJECT.search(text, before, party.start) is not None):
            return None
    return None
