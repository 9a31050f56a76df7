"""Works named before whose they are, and then a verb of receiving: ระบบเตือนภัยนาดี ของกรม ก ได้รับรางวัล….

No mark shows such a work; that somebody owns or made it and that it has won does. Whose it is, is the one who has won.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.subject_words import ADVERB
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.assemble.findings import Party

# what can be made, written, grown, sold or held, and win
_THINGS = (
    # for a screen or a machine
    r"แอ[ปพ](?:พลิเคชั[่]?น)?(?:ฯ|(?=[ก-ฮเ-ไ ]))|แอพพลิเคชั[่]?น|แพลตฟอร์ม|แพลทฟอร์ม|ระบบ|เว็บไซต์|เว็บ(?=[ก-ฮเ-ไ ])|เกม|บอร์ดเกม|ซอฟต์แวร์"
    r"|แชตบอต|แชทบอท|โมเดล|หุ่นยนต์|โดรน|อากาศยานไร้คนขับ|เครื่อง(?!ราช|แบบ|หมาย|แต่งกาย|ดื่มแอลกอฮอล์)|อุปกรณ์|ชุด(?=ตรวจ|ทดสอบ|ควบคุม|ฝึก|สาธิต|ทดลอง|สื่อ|อุปกรณ์|ผ้า|ไทย|เครื่อง)"
    r"|สิ่งประดิษฐ์|นวัตกรรม(?!ดิจิทัล|การบริหาร|ท้องถิ่น)|เตา(?=[ก-ฮเ-ไ])|ปุ๋ย|วัคซีน|หน้ากาก|แขนกล|ขาเทียม|รถเข็น|กังหัน"
    # for study
    r"|ผลงานวิจัย|งานวิจัย|วิทยานิพนธ์|โครงงาน|โครงการ|หลักสูตร|ตำรา|คู่มือ|แคมเปญ|งาน(?=บริการ|เทศกาล|ประเพณี|มหกรรม|วิ่ง)"
    # to see, hear and read
    r"|ภาพยนตร์(?:สั้น|โฆษณา|สารคดี|ชุด)|ภาพยนตร์(?!ไทย|สั้น|โฆษณา|สารคดี|ชุด)|หนัง(?:สั้น|สารคดี)|หนัง(?=[ก-ฮเ-ไ ])(?!ไทย|สั้น|สารคดี)"
    r"|ละคร|ซีรี่?ส์|สารคดี|แอนิเมชั[่]?น|บทเพลง|เพลง|อัลบั้ม|มิวสิกวิดีโอ|คลิป|วิดีโอ|วีดิทัศน์|โฆษณา|รายการ(?!แข่ง)"
    r"|พอ[ดต]แคสต์|ภาพถ่าย|ภาพวาด|ภาพเขียน|ประติมากรรม|หนังสือ(?!พิมพ์)|นวนิยาย|นิยาย|เรื่องสั้น|รวมเรื่องสั้น|กวีนิพนธ์|บทความ|การ์ตูน|นิทาน|ข่าวสืบสวน|สกู๊ป"
    # to eat, wear, use and buy
    r"|ผลิตภัณฑ์|ข้าว(?!ราชการ)|กาแฟ|โกโก้|ช็อกโกแลต|ชา(?=อู่หลง|เขียว|ดำ|ขาว|สมุนไพร|ใบ)|น้ำ(?=ผึ้ง|ปลา|พริก|มัน|ตาล|ดื่ม|แร่|สลัด|จิ้ม|หอม)|ไวน์|เบียร์|สุรา|สาเก|ไอศกรีม|ขนม"
    r"|เค้ก|ไข่เค็ม|ปลาร้า|กะปิ|แหนม|ไส้กรอก|ซอส|มะม่วง|ทุเรียน|ส้มโอ|มังคุด|ลำไย|สับปะรด|กล้วยไม้|เมล่อน|ผ้า(?!ป่า)|ลายผ้า|กระเป๋า|เครื่องประดับ|เซรามิก|เครื่องปั้น|เครื่องจักสาน|ครีม|สบู่|เซรั่ม"
    r"|เฟอร์นิเจอร์|เก้าอี้|โคมไฟ|บรรจุภัณฑ์|เมนู|แกง|ผัด|ต้มยำ"
    # of money
    r"|พันธบัตร|หุ้นกู้|กองทุนรวม|กองทุนเปิด|บัตรเครดิต|บัตรเดบิต|สินเชื่อ|เงินฝาก|ประกันภัย|ประกันชีวิต|กรมธรรม์|เทศกาล|ประเพณี|มหกรรม"
)
# what of a kind is told that is no name of one
_GENERAL = (
    r"(?!ที่|ซึ่ง|นี้|นั้น|ดังกล่าว|ต่าง|อื่น|ของ|ใน|และ|ทั้ง|เหล่า|ละ|หลัก|สำคัญ|ภาครัฐ|เด่น|ดีเด่น|การเรียนการสอน|ท้องถิ่น|ๆ|ฯ"
    r"|(?:ใหม่|ชุมชน|ไทย|คุณภาพ|สารสนเทศ|ดิจิทัล|เกษตร)(?:[ ]|$))"
)
# words that a name does not go over
_STOP = (
    r"(?!ได้รับ|คว้า|รางวัล|ชนะ|ซึ่ง|ดังกล่าว|กล่าว|เปิดเผย|ทำให้|มอบ(?!ให้)|จัดขึ้น|ๆ|เข้าร่วม|เข้าประกวด|ผลงาน|พัฒนาโดย|ผลิตโดย"
    r"|ว่า(?!ง)|เมื่อ(?!ย)|ประกอบด้วย|ได้แก่|ประชุม|ร่วมกับ)"
)
_BLANK = r"[ ](?=[A-Z\d]|รุ่น|ชุด|เรื่อง|ตอน|ลาย|ตรา|[ก-ฮเ-ไ][ก-๎]{1,12}[ ]?$)|(?<=[A-Za-z\d])[ ](?=[ก-ฮเ-ไ])"
_NAME = rf"{_GENERAL}(?:{_STOP}[ก-๎A-Za-z\d.&’'-]|{_BLANK}){{3,70}}?"
_GLOSS = r"(?:[ ]?\([^()\n]{2,60}\))?"
# who made it is told by these
_BY = (
    r"(?:ภายใต้การ(?:ดำเนินงาน|ดำเนินการ|กำกับดูแล|ดูแล|สนับสนุน)(?:ของ|โดย)|ผลงาน(?:ของ|จาก|โดย)?|ฝีมือ(?:ของ|การออกแบบของ)?|ของ|จาก|โดย"
    r"|(?:ที่|ซึ่ง)?(?:พัฒนา|ผลิต|คิดค้น|วิจัย|ออกแบบ|สร้างสรรค์|กำกับ|ประพันธ์|แต่ง|เขียน|จัดทำ|ดำเนินการ|ริเริ่ม|ประดิษฐ์)(?:ขึ้น)?โดย)"
)
_ROLE = (
    r"(?:ทีม|คณะ)?(?:นัก(?:วิจัย|ศึกษา|เรียน|ประดิษฐ์|เขียน|ออกแบบ|พัฒนา)|นิสิต|อาจารย์|ผู้(?:กำกับ|เขียน|แต่ง|ออกแบบ|พัฒนา)"
    r"|ศิลปิน|เยาวชน|นวัตกร|วิศวกร|แพทย์|พยาบาล|ครู|เชฟ|เกษตรกร)?(?:จาก|ของ)?"
)
_OWNED = sought(
    r"(?:(?<![ก-๎])|(?<=โดย)|(?<=และ)|(?<=ส่วน)|(?<=ขณะที่)|(?<=ซึ่ง)|(?<=คือ)|(?<=ว่า)|(?<=ยินดี)|(?<=ชื่นชม)|(?<=ปลื้ม)|(?<=กับ)"
    r"|(?<=การออก)|(?<=การพัฒนา)|(?<=การจัดทำ)|(?<=“)|(?<=\"))"
    rf"(?P<name>(?P<kind>{_THINGS})(?P<own>{_NAME}){_GLOSS})[”\"]?[ ]?{_BY}[ ]?{_ROLE}[ ]?$"
)
# เป็น 1 ใน 5 |ที่ได้รับรางวัล
_ONE_OF = r"เป็น[ ]?(?:1|หนึ่ง)[ ]?ใน[ ]?(?:\d{1,3}[ ]?)?(?:โครงการ|ผลงาน|ราย|ระบบ)?"
_ADVERBS = re.compile(rf"[ ]?(?:\([^()\n]{{1,40}}\))?(?:{ADVERB}|{_ONE_OF}|ที่|ซึ่ง|[ ]){{0,8}}")
# characters before the one whose it is within which the thing is named
_REACH = 130
# parties before a verb that are looked at, and characters between the nearest and the verb
_LAST, _GAP = 2, 60


def owned_before(text: str, parties: Sequence[Party], verb: int) -> tuple[tuple[int, int], Party] | None:
    """Where a work is named whose owner or maker stands right before a verb of receiving, and whose it is.

    Args:
        text: the clean text.
        parties: the article's parties, in order.
        verb: where the verb begins.

    “ระบบเตือนภัยนาดี ของกรม ก |ได้รับรางวัล” → ระบบเตือนภัยนาดี, กรม ก
    """
    at = bisect_left(parties, verb, key=lambda party: party.start)
    for party in reversed(parties[max(0, at - _LAST) : at]):
        if party.end > verb or verb - party.end > _GAP or _ADVERBS.fullmatch(text, party.end, verb) is None:
            continue
        begin = max(text.rfind("\n", 0, party.start) + 1, party.start - _REACH)
        owned = _OWNED.search(text, begin, party.start)
        if owned is not None:
            return owned.span("name"), party
    return None
