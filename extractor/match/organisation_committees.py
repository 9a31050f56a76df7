"""Names of committees and working groups: what they are for, told in verbs, enumerations and fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.match.organisation_names import Rules, inside_and, read_name
from extractor.match.organisation_reading import enumerated, span, thai_name

if TYPE_CHECKING:
    from extractor.document import Span
    from extractor.match.organisation_reading import Reading

# โครงการ “ค่าของแผ่นดิน”
_QUOTED = re.compile(r'\ ?[“"][^”"\n]{2,60}[”"]')
# คณะทำงาน…ความเสมอภาค|ใน|การกีฬา; not ใน|การประชุม, ใน|การพิจารณา
_WITHIN = re.compile(
    r"ใน(?=การ(?:กีฬา|ก่อสร้าง|ดำเนินธุรกิจ|ลงทุน|ผลิต|ศึกษา|เกษตร|ทำงาน|ป้องกัน|แก้ไข|พัฒนา|บริหาร)|ท้องถิ่น|พื้นที่|ภาค(?:รัฐ|เอกชน|เกษตร)|สถาน|องค์กร|ส่วนภูมิภาค|ชุมชน)"
)
# … และ|ยกระดับคุณภาพ…
_SECOND_TASK = re.compile(r"ยกระดับ|พัฒนา|ส่งเสริม|สนับสนุน|ประเมิน|กำกับ|คุ้มครอง|ขับเคลื่อน|แก้ไข|ป้องกัน|เร่งรัด")
# คณะกรรมการตัดสินการประกวด: any contest has one
_NO_PROPER_NAME = re.compile(
    r"""
    (?:ตัดสิน|พิจารณา|คัดเลือก|จัด(?:งาน|การแข่งขัน|การประกวด|ประกวด)|ดำเนิน(?:งาน|การ|โครงการ)?|ตรวจ|ประเมิน|สรรหา|กลั่นกรอง|สอบ|อำนวยการ|บริหาร|ติดตาม|และ
    | การ(?:ตัดสิน|ประกวด|พิจารณา|คัดเลือก|ดำเนิน(?:งาน|การ|โครงการ)?|ประเมิน) | ขับเคลื่อน | ประสานงาน | กำกับ | กองทุน)+
    (?:การ|ผล|งาน|ผลงาน|กัน|ผู้ทรงคุณวุฒิ|ผู้|เรื่อง|กิจกรรม|ประกวด|รางวัล|โครงการ|ข้อเท็จจริง|สถานการณ์|ให้คะแนน|สถานศึกษา|โรงเรียน|บริษัท|ธนาคาร|พิจารณา|คัดเลือก)*ฯ?
    """,
    re.VERBOSE,
)


# คณะทำงาน|ร่วมกัน, คณะกรรมการ|ร่วมทำการคัดเลือก: what they do, or between whom
_JOINT = re.compile("ร่วม(?:กัน|ทำ|พิจารณา|ตัดสิน|คัดเลือก|ระหว่างสอง|ภาครัฐ(?![ก-๎]{0,60}(?:เพื่อ|กลาง)))")
# คณะกรรมการ|อีกครั้ง, คณะกรรมการ|รับบัตรของขวัญ
_NOT_ITS_TASK = re.compile("อีก|รับ(?:บัตร|รางวัล|มอบ)|ช่วย(?!เหลือ)|เพื่อทำหน้าที่")


# คณะทำงานขับเคลื่อนกองทุนสตรี|ตำบลนาดี, …|เทศบาลเมืองนาดี
_OF_PLACE = re.compile(
    r"(?:เทศบาล(?:ตำบล|เมือง|นคร)|ตำบล|อำเภอ|หมู่บ้าน|ชุมชนบ้าน)"
    r"(?!ที่|ของ|ใน|และ|ต่าง|ทุก|ละ|ต้นแบบ|ดีเด่น|/)[ก-ฮเ-ไ][ก-๎]{1,24}(?![ก-๎])"
)


def read_committee(reading: Reading) -> Span | None:
    """คณะอนุกรรมการตัดสินรางวัลทุนหมุนเวียนดีเด่น."""
    text = reading.text
    end = thai_name(reading, loose=True)
    if end is None:
        return None
    if text.startswith("ฯ", end):
        return None if _NO_PROPER_NAME.fullmatch(text, reading.end, end) else span(reading, end, "committee", 5)
    if text[end - 1].isascii() and text[end - 1].isalpha():
        return span(reading, end, "committee", 4)  # คณะทำงาน CSR
    end = _committee_tail(reading, end)
    of_place = _OF_PLACE.match(text, end)
    if of_place is not None:
        end = of_place.end()
    if _NO_PROPER_NAME.fullmatch(text, reading.end, end) or any(
        barred.match(text, reading.end) for barred in (_JOINT, _NOT_ITS_TASK)
    ):
        return None
    return span(reading, end, "committee", 7)


def _committee_tail(reading: Reading, end: int) -> int:
    """`end`, moved behind a project's name in quotation marks, an enumeration, or a second task."""
    text = reading.text
    if text.startswith("รับรางวัล", end) and "เพื่อ" in text[reading.end : end]:
        end += len("รับรางวัล")  # …เพื่อส่งประกวดรับรางวัล: what it is there for
    field = _WITHIN.match(text, end)
    if field:
        within = read_name(text, reading.start, field.end(), reading.inner, Rules(loose=True)).at
        end = within if within > field.end() else end
        return end + len("อย่างยั่งยืน") if text.startswith("อย่างยั่งยืน", end) else end
    quoted = _QUOTED.match(text, end)
    if quoted:
        return quoted.end()
    listed = enumerated(reading, end, Rules(loose=True))
    if listed is not None:
        return listed
    if text.startswith(" และ", end) and inside_and(text, end + 1, len(text), reading.inner) and _SECOND_TASK.match(text, end + 4):
        second = read_name(text, end + 1, end + 4, reading.inner, Rules(loose=True)).at
        return second if second > end + 4 else end
    return end
