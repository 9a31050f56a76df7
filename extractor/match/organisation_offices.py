"""How the names of offices, divisions, units and faculties go on from their head words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.match.organisation_names import THAI
from extractor.match.organisation_reading import Reading, span, thai_name

if TYPE_CHECKING:
    from extractor.document import Span


# อาคาร|ศูนย์เรียนรู้…, พื้นที่|ศูนย์เรียนรู้…: a building, and a site
_BUILT = re.compile("(?:อาคาร|ก่อสร้าง|พื้นที่)$")
# ศูนย์บริการข้อมูล| 1506
_HOTLINE = re.compile(r"\ ?1\d{3}(?![\d,.])")
# ศูนย์การเรียนรู้, ศูนย์วิจัยและพัฒนา: what any body or village may have
_ANY_CENTRE = re.compile(
    r"""(?:
      ข้อมูล | การเรียนรู้ | เรียนรู้ | วิจัย | พัฒนา | ฝึกอบรม | อบรม | บุคลากร | บริการ | ประสานงาน | ดูแล | ผู้สูงอายุ | ผู้ป่วย
    | เด็ก | ครอบครัว | สุขภาพจิต | สุขภาพ | ชุมชน | สื่อสาร | นวัตกรรม | และ | วิชาการ | อาชีพ | ส่งเสริม
    )+ฯ?""",
    re.VERBOSE,
)


# ติดต่อ|สำนักงานขนส่ง|ด้วยตนเอง: a kind of office, as every province has one
_KIND_OF_OFFICE = re.compile(
    "สำนักงาน(?:ขนส่ง|ที่ดิน|ปศุสัตว์|สรรพากร|สรรพสามิต|จัดหางาน|เกษตร|ประมง|พาณิชย์|เขตพื้นที่การศึกษา|แรงงาน|คลัง|พัฒนาชุมชน|สาธารณสุข|เขต)"
)


def read_office(reading: Reading) -> Span | None:
    """สำนักงานขนส่งจังหวัดน่าน, ศูนย์วิจัยพืชไร่ขอนแก่น."""
    end = thai_name(reading, office=True)
    if end is not None and reading.text.startswith("ศูนย์", reading.start):
        if _BUILT.search(reading.text, max(0, reading.start - 8), reading.start):
            return None
        if _ANY_CENTRE.fullmatch(reading.text, reading.end, end):
            hotline = _HOTLINE.match(reading.text, end)
            return span(reading, hotline.end(), "head") if hotline else None
    if end is not None and _KIND_OF_OFFICE.fullmatch(reading.text, reading.start, end):
        return None
    provincial = end is not None and "จังหวัด" in reading.text[reading.end : end]
    least = 2 if reading.text.endswith(("อำเภอ", "จังหวัด", "ไปรษณีย์", "ทางหลวง", "ชนบท"), reading.start, reading.end) else 4
    return span(reading, end, "provincial" if provincial else "head", least)


def read_division(reading: Reading) -> Span | None:
    """กองกฎหมาย, สำนักบริหารกลาง."""
    return span(reading, thai_name(reading, splits=True, office=True), "unit", 3)


# ผู้อำนวยการ|กลุ่ม…: proof that a unit is meant
_OFFICER = re.compile(
    r"""
    (?:
      ผู้อำนวยการ | ผอ\. | หัวหน้า | ผู้จัดการ(?:ใหญ่|อาวุโส)? | ผู้ว่าการ | เจ้าหน้าที่ | ประจำ | ข้าราชการ | บุคลากร
    | โดย | คือ | / | ชำนาญการ(?:พิเศษ)? | เชี่ยวชาญ | ปฏิบัติการ | กรรมการ | สังกัด | ประธาน
    )\ ?$
    """,
    re.VERBOSE,
)
# … กรมประมง, … (กปช.), … ส.ป.ก.: the body above the unit
_ABOVE = re.compile(
    r"""
      \ ?(?:
        กรม | กระทรวง | สำนัก | กอง | การ(?:ไฟฟ้า|ประปา|รถไฟ|ทาง|ยาง|ท่า) | สถาบัน | มหาวิทยาลัย | โรงพยาบาล | บริษัท | ธนาคาร | องค์การ
      | จุฬาลงกรณ์ | \((?=[ก-ฮ]{1,5}\.)
      )
    | \ [ก-ฮ]{1,4}\.
    """,
    re.VERBOSE,
)
# What units are called after: กลุ่มตรวจสอบภายใน, ฝ่ายบริหารทั่วไป
_UNIT_NAME = re.compile(
    r"""(?:งาน)?(?:
      พัฒนา | ประชาสัมพันธ์ | บริหาร | อำนวยการ | ตรวจ | กฎหมาย | ยุทธศาสตร์ | นโยบาย | แผน | ส่งเสริม
    | วิชาการ | วิจัย | คลัง | การเงิน | บัญชี | พัสดุ
    | มาตรฐาน | สารสนเทศ | เทคโน | สื่อสาร | ติดตาม | ประเมิน | ฝึกอบรม | ทรัพยากร | การเจ้าหน้าที่
    | จริยธรรม | คุ้มครอง | นิติ | วิเทศ | ต่างประเทศ
    | โฆษก | ปฏิบัติการ | ปฎิบัติการ | อนุญาต | การอนุญาต | สารบรรณ | กำกับ | บริการ | ผลิต
    | เลขานุการ | ช่วยอำนวยการ | สนับสนุน | ควบคุม | ระบบ | ขับเคลื่อน | จัดการ | สวัสดิการ | การพยาบาล | เวช | เภสัช
    | กิจการ(?!ใน|ที่) | สารนิเทศ | นิเทศ | เผยแพร่ | เฝ้าระวัง | การช่าง | อาคารสถานที่ | อารักขา
    )""",
    re.VERBOSE,
)


# ติดต่อ: |ฝ่ายสื่อสารองค์กร| โทร. … · ข่าว/ภาพ : |กลุ่มสารนิเทศ: who signs a release, or answers for it
_SIGNS = re.compile(
    r"(?:(?:ข่าว|ภาพ|ผู้เขียน|Story|Photo|ติดต่อ|สอบถาม|ข้อมูล|เพิ่มเติม)[ ]?[:：][ ]{0,3}"
    r"|(?:ติดต่อ|สอบถามข้อมูล|เพิ่มเติมที่|เพิ่มเติมได้ที่|สอบถามที่)[ ]{0,2})$"
)
_TELEPHONE = re.compile(r"[ ]{0,3}(?:\(?โทร|[Tt]el)")


# กองกฎหมาย |กลุ่มตรวจสอบภายใน| และ|กลุ่มพัฒนาระบบบริหาร: units in a row
_NEXT = re.compile(r"[ ]{1,2}(?:และ[ ]?)?|,[ ]?|[ ]?และ[ ]?")
_ROW_HEADS = re.compile("กอง(?!ทุน|ทัพ)|กลุ่ม|ฝ่าย|แผนก|ส่วน|ศูนย์|สำนัก(?!งาน)|สายงาน")


def _in_row(reading: Reading, *, same: bool = False) -> bool:
    """Whether another unit stands right before this one; `same`: one of the same kind."""
    text, last = reading.text, reading.last
    if last is None or not 0 < reading.start - last.end < 7 or _NEXT.fullmatch(text, last.end, reading.start) is None:
        return False
    head = _ROW_HEADS.match(text, last.start)
    return head is not None and (not same or (text.startswith(head[0], reading.start) and head[0] in {"ฝ่าย", "แผนก"}))


def read_unit(reading: Reading) -> Span | None:
    """ผู้อำนวยการ|กลุ่มพัฒนาระบบบริหาร; without an officer, a body above, or a line of its own it is no unit."""
    text = reading.text
    end = thai_name(reading, splits=True)
    if end is None:
        return None
    officer = _OFFICER.search(text, max(0, reading.start - 16), reading.start)
    above = _ABOVE.match(text, end)
    alone = (reading.start == 0 or text[reading.start - 1] == "\n") and (end == len(text) or text[end] == "\n")
    alone = (
        alone
        or _SIGNS.search(text, max(0, reading.start - 20), reading.start) is not None
        or (_TELEPHONE.match(text, end) is not None and not text.startswith("ส่วน", reading.start))
    )
    named = _UNIT_NAME.match(text, reading.end) or reading.end - reading.start > len("กลุ่มงาน")
    if text.startswith(("ภาควิชา", "แผนกวิชา"), reading.start) and not text.startswith("การ", reading.end):
        return span(reading, end, "unit", 3)
    told = (
        bool(officer or above or alone or _in_row(reading)) if named else bool(officer and above) or _in_row(reading, same=True)
    )
    return span(reading, end, "unit", 4) if told else None


# คณะวิศวกรรมศาสตร์, and not คณะนักเรียน
_FACULTY = re.compile(
    rf"""
      {THAI}{{0,40}}ศาสตร | เทคโนโลยี | บริหารธุรกิจ
    | ศิลปกรรม | สถาปัตย | การ(?:บัญชี|จัดการ|แพทย์|ท่องเที่ยว|บริหาร|สื่อสาร) | มนุษย | สังคม | แพทย
    | พยาบาล | เกษตร | ครุ | ศึกษา | อุตสาหกรรม | วิทยา | ดนตรี | ดุริยางค | นิติ | รัฐ(?!มน) | ศิลป | โบราณ
    | สห | ทันต | เภสัช | สัตว | วิศว | อักษร
    | ภาษา | สื่อสาร | วิจิตร | พาณิชย | ประมง | วน | พลศึกษา | สาธารณสุข | โลจิสติกส์ | ผลิตกรรม
    """,
    re.VERBOSE,
)


# คณะแพทยศาสตร์| โรงพยาบาลรามาธิบดี: a faculty that bears its hospital's name
_TEACHING_HOSPITAL = re.compile(r"\ ?(?:ศิริราชพยาบาล|วชิรพยาบาล|โรงพยาบาลรามาธิบดี)")


def read_faculty(reading: Reading) -> Span | None:
    """คณะวิศวกรรมศาสตร์, คณะแพทยศาสตร์ ศิริราชพยาบาล."""
    text = reading.text
    if reading.end - reading.start == len("คณะ") and not _FACULTY.match(text, reading.end):
        return None
    end = thai_name(reading, splits=True)
    hospital = _TEACHING_HOSPITAL.match(text, end) if end is not None and text.startswith("แพทย", reading.end) else None
    return span(reading, hospital.end() if hospital else end, "unit")
