"""How a name goes on from its head word: one reader for each shape of `gazetteers/agency_heads.csv`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.match.organisation_committees import read_committee
from extractor.match.organisation_companies import read_company
from extractor.match.organisation_known import HEADED, at_seat
from extractor.match.organisation_local import read_local, read_numbered
from extractor.match.organisation_names import THAI, read_name
from extractor.match.organisation_reading import (
    ALL_OF_KIND,
    NUMBER,
    Reading,
    after_dot,
    free,
    span,
    thai_name,
    with_tails,
)
from extractor.match.organisation_words import VERBS
from extractor.match.person_likeness import known_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from extractor.document import Span


# สหกรณ์ผู้เลี้ยงไก่ไข่ เชียงใหม่ - ลำพูน| จำกัด: cooperatives end so
_COOPERATIVE = re.compile(r'(?:(?!สหกรณ์|ได้แก่|รางวัล|ร่วม|และ |บริษัท|จำกัด)[^\n,;:“”"()]){2,70}?\ ?จำกัด(?!ความ|[ก-๎]*มหาชน)')


def _read_name(reading: Reading) -> Span | None:
    """กองทุนยุติธรรม, มูลนิธิชัยพัฒนา."""
    if reading.text.startswith(("สหกรณ์", "ร้านสหกรณ์"), reading.start) and free(reading):
        limited = _COOPERATIVE.match(reading.text, reading.end)
        if limited:
            return span(reading, limited.end(), "head")
    return span(reading, _with_surname(reading, _with_village(reading, thai_name(reading))), "head")


# กองทุนนราธิปพงศ์|-วรวรรณ
_HYPHENATED = re.compile(rf"-(?!{HEADED.pattern})[ก-ฮเ-ไ]{THAI}{{2,20}}(?!{THAI})", re.VERBOSE)
_SURNAME_BEHIND = re.compile(rf"\ ({THAI}{{3,20}})(?!{THAI})")


def _with_surname(reading: Reading, end: int | None) -> int | None:
    """`end` of a foundation's name that is somebody's given name, moved behind the surname: มูลนิธิสมใจ| ปลูกบัว."""
    text = reading.text
    if end is None or not text.startswith(("มูลนิธิ", "กองทุน"), reading.start):
        return end
    hyphenated = _HYPHENATED.match(text, end)
    if hyphenated:
        return hyphenated.end()
    given, surnames = known_names()
    surname = _SURNAME_BEHIND.match(text, end)
    return surname.end() if surname and text[reading.end : end] in given and surname[1] in surnames else end


# วิสาหกิจชุมชนเกษตรอินทรีย์| (บ้านหนองแวง) · กลุ่มแปลงใหญ่ข้าว| ต.หนองแวง
_VILLAGERS = re.compile("กลุ่ม|วิสาหกิจ")
_VILLAGE_IN_BRACKETS = re.compile(rf"\ \((?:บ้าน|วัด){THAI}+\)")
_OF_SUBDISTRICT = re.compile(rf"\ (?:ต\.|ตำบล)\ ?{THAI}+")


def _with_village(reading: Reading, end: int | None) -> int | None:
    """`end` of a group's name, moved behind its village in brackets, or the subdistrict that alone tells it from others."""
    text = reading.text
    if end is None or not _VILLAGERS.match(text, reading.start):
        return end
    site = _VILLAGE_IN_BRACKETS.match(text, end)
    if site is None and "แปลงใหญ่" in text[reading.start : end]:
        site = _OF_SUBDISTRICT.match(text, end)
    return site.end() if site else end


# ณ กรุงปารีส
_SEAT = re.compile(rf"{THAI}*\ ?ณ\ (?:กรุง|นคร|เมือง)?{THAI}+")


def _read_embassy(reading: Reading) -> Span | None:
    """สถานเอกอัครราชทูต ณ กรุงปารีส."""
    seat = _SEAT.match(reading.text, reading.end)
    return span(reading, seat.end() if seat else thai_name(reading), "head")


# ธนาคารเพื่อการ…, ธนาคารแห่ง…, and not ธนาคาร|ช่วยลดดอกเบี้ย or ธนาคาร|เพื่อสังคม; other banks' names are in the gazetteer
_BANK = re.compile(
    r"""
      แห่ง | เพื่อการ(?!พัฒนา|ออม) | ไทย(?![ก-๎]) | ไทย(?:พาณิชย์|เครดิต|ทนุ) | กรุง | พัฒนา(?:เอเชีย|แห่ง|วิสาหกิจ)
    | กลาง(?:แห่ง|ญี่ปุ่น|สหรัฐ|ยุโรป) | โครงสร้าง
    """,
    re.VERBOSE,
)


def _read_bank(reading: Reading) -> Span | None:
    return _read_name(reading) if _BANK.match(reading.text, reading.end) else None


# The Banker · NBT
_LATIN = re.compile(r"\ ?[A-Z][A-Za-z0-9&.’'+-]*(?:,?\ (?:and\ |of\ |the\ |&\ |\+\ )?[A-Z][A-Za-z0-9&.’'-]*)*")
_LATIN_QUOTED = re.compile(r"\ ?[“\"][A-Z][A-Za-z0-9&.’' -]{1,30}[”\"]")


# สถานีวิทยุชุมชนคนริมน้ำ| FM 98.25
_FREQUENCY = re.compile(
    r"\ ?(?:F\.?M\.?|A\.?M\.?|เอฟ\.?เอ็ม\.?|คลื่น)\ ?\d{2,4}(?:\.\d{1,2})?(?:\ ?(?:MHz|เมกะเฮิรตซ์))?", re.IGNORECASE
)


def _read_media(reading: Reading) -> Span | None:
    """นิตยสาร The Banker, สำนักข่าวไทย."""
    text = reading.text
    latin = _LATIN.match(text, reading.end) or _LATIN_QUOTED.match(text, reading.end)
    end = latin.end() if latin else thai_name(reading)
    station = _FREQUENCY.match(text, end) if end is not None else None
    end = station.end() if station else end
    if end is not None and text.startswith(" ประเทศไทย", end):
        end += len(" ประเทศไทย")
    return span(reading, end, "media")


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


def _read_office(reading: Reading) -> Span | None:
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


def _read_division(reading: Reading) -> Span | None:
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


# กลุ่มทอผ้าบ้านโนนกอก, กลุ่มสตรีสหกรณ์…: what people form a group for
_LOCAL_GROUP = re.compile(
    r"""
      ทอ(?:ผ้า|เสื่อ) | ผ้า | ไหม | สตรี | แม่บ้าน | เกษตรกร | ยุวเกษตรกร | เยาวชน | ผู้(?:เลี้ยง|ผลิต|ปลูก|ใช้น้ำ|สูงอายุ) | อนุรักษ์ | ท่องเที่ยว
    | หัตถกรรม | ช่าง | จักสาน | แปรรูป | อาชีพ | ออมทรัพย์ | วิสาหกิจ | ศิลปิน | มัดย้อม | ย้อม | เครือข่าย | สัมมาชีพ | ประมง | นาแปลงใหญ่
    | แปลงใหญ่ | เลี้ยง | ปลูก | ทำ | บริหารการใช้น้ำ | สืบสาน | ฌาปนกิจ | สัจจะ | พัฒนาอาชีพ | OTOP
    """,
    re.VERBOSE,
)
_SITE = re.compile(r"บ้าน(?!เรือน|พัก)[ก-๎]{2}|ตำบล|วัด[ก-๎]{2}|ชุมชน[ก-๎]{2}|หนอง|โคก|โนน|ห้วย|ดอน|เขา[ก-๎]{3}")
# … จังหวัดมหาสารคาม, … ต.ไผ่ใหญ่ จ.อุบลราชธานี
_IN_PROVINCE = re.compile(r"\ {1,2}(?:หมู่\ ?(?:ที่\ ?)?\d+\ )?(?:(?:ตำบล|อำเภอ|ต\.|อ\.)\ ?[ก-๎]+\ {1,2})*(?:จังหวัด|จ\.)\ ?[ก-๎]{3}")
# นางสมใจ ปลูกบัว |กลุ่ม…, รางวัลที่ 1 |กลุ่ม…
_WON_BY = re.compile(
    r"(?:[ก-๎]\ |(?:ชม|เยี่ยม|พบปะ|ยินดีกับ|ให้กับ|แก่|แด่|ยกย่อง)\ ?"
    r"|ได้แก่\ ?|คือ\ ?|โดย\ ?|ของ\ ?|จาก\ ?|\d\ |\d[.)]\ ?|-\ |ประธาน\ ?|และ\ ?|^|\n)$"
)


# นางสมใจ ปลูกบัว |กลุ่มไหมริมน้ำ: what a person is of
_OF_PERSON = re.compile(rf"(?:นาย|นาง|นางสาว|น\.ส\.|ด\.[ชญ]\.|คุณ)[ ]?{THAI}{{2,20}}[ ]{{1,2}}{THAI}{{2,30}}[ ]{{1,2}}$")
_NO_GROUP = re.compile(
    "เป้า|ที่|งาน|ค้า|อาหาร(?![ก-๎])|ผู้(?!เลี้ยง|ผลิต|ปลูก)|คน|เด็ก|เปราะ|ลูกค้า|นี้|ดังกล่าว|เดียว|แรก|ต่าง|จังหวัด|ประเทศ|ภารกิจ|ธุรกิจ|อายุ|วิชา|สาระ|[0-9A-Z]\\b"
)
_ANY_TRADE = re.compile("(?:ทอ|ผ้า|ไหม|ฝ้าย|มัดหมี่|พื้นเมือง|จักสาน|สตรี|แม่บ้าน|เกษตรกร|อาชีพ|หัตถกรรม|แปรรูป|OTOP)+")
_WHOLE_RUN = re.compile(rf"(?:(?!ได้|คว้า|(?:เข้า)?รับ|ซึ่ง|และ|จาก|ที่|ร่วม|เป็น){THAI}){{4,40}}(?!{THAI})")
_LATIN_GROUP = re.compile(r"[ ][A-Z][A-Za-z&’'-]{2,20}(?:[ ][A-Z][A-Za-z&’'-]{2,20}){0,3}(?![A-Za-z])")


def _read_group(reading: Reading) -> Span | None:
    """กลุ่มทอผ้าไหมบ้านโนนกอก จังหวัดอุดรธานี: a group of villagers, told by its trade and its village or province.

    So is the group that is told behind a person's name.
    """
    text, villagers = reading.text, reading.text.startswith("กลุ่ม", reading.start)
    start = reading.start + len("กลุ่ม") if villagers else reading.end
    if not free(reading) or not _WON_BY.search(text, max(0, reading.start - 8), reading.start):
        return None
    of_person = _NO_GROUP.match(text, start) is None and _OF_PERSON.search(text, max(0, reading.start - 64), reading.start)
    if of_person and (latin := _LATIN_GROUP.match(text, start)) is not None:
        return span(reading, latin.end(), "group")
    whole = _WHOLE_RUN.match(text, start) if of_person else None  # กลุ่มจันทร์โสมา: to the blank, whatever its words
    end = whole.end() if whole else read_name(text, reading.start, start, reading.inner).at
    if end - start < 5:
        return None
    cut = _AREA.search(text, start + 5, end)
    end = cut.start() if cut else end
    hyphen = _HYPHEN.match(text, end)
    end = hyphen.end() if hyphen else end
    trade, site = _LOCAL_GROUP.match(text, start), _SITE.search(text, start, end)
    told = villagers and bool((trade and site) or _IN_PROVINCE.match(text, end))
    if of_person and not text.startswith(("ได้", "ที่"), end) and _ANY_TRADE.fullmatch(text, start, end) is None:
        told = True
    if not told or ALL_OF_KIND.match(text, end):
        return None
    return span(reading, _with_village(reading, end), "group")


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


def _read_unit(reading: Reading) -> Span | None:
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


def _read_faculty(reading: Reading) -> Span | None:
    """คณะวิศวกรรมศาสตร์, คณะแพทยศาสตร์ ศิริราชพยาบาล."""
    text = reading.text
    if reading.end - reading.start == len("คณะ") and not _FACULTY.match(text, reading.end):
        return None
    end = thai_name(reading, splits=True)
    hospital = _TEACHING_HOSPITAL.match(text, end) if end is not None and text.startswith("แพทย", reading.end) else None
    return span(reading, hospital.end() if hospital else end, "unit")


# โรงเรียนบ้านหนอง|จังหวัดเลย: where a school is, not what it is called
_AREA = re.compile(r"(?<=.)(?:จังหวัด|อำเภอ|ตำบล|จ\.|อ\.|ต\.)")
# โรงเรียนเทศบาล 2| ปลาทอง: the name of a school of a town behind its number
_SCHOOL_WORD = (
    r"(?!ได้|รับ|และ|ที่|คว้า|ชนะ|จังหวัด|อำเภอ|ตำบล|ส่ง|เข้า|เป็น|โดย|ใน|จาก|มี|จัด|นาย|นาง|เด็ก|ประเภท|ระดับ|สังกัด|เทศบาล|รอง|รางวัล|ร่วม"
    r"|ทีม|ผู้|โรง|นำ|พร้อม|ซึ่ง|ก็|ยัง|กับ|ของ|เมื่อ|เพื่อ|วันที่|ผล|ครู|นัก|ประจำ|ภาค|เหรียญ|ชมเชย|กลุ่ม|คะแนน|ต่อ|ถนน|ถูก|จะ|กรุง|เมือง)[ก-ฮเ-ไ][ก-๎]{3,24}"
)
# เทศบาล 1 (วัดพรหมวิหาร) · ราชประชานุเคราะห์ 31
_SCHOOL_NUMBER = re.compile(
    rf"""
    \ ?\d{{1,2}}(?![\d.:/)])(?!\ ?(?:รางวัล|คน|ราย|แห่ง|ปี|ทีม|เหรียญ|ผลงาน|โรง|พรรษา|คะแนน|แต้ม|บาท|[ก-ฮ]{{1,3}}\.|\S{{0,4}}คม\b))
    (?:\ ?\((?:วัด|บ้าน|ชุมชน){THAI}+\)|(?<=เทศบาล\ \d)\ (?:(?:วัด|บ้าน|ชุมชน){THAI}+|{_SCHOOL_WORD}(?=[ \n,.)]|$)))?
    """,
    re.VERBOSE,
)
# โรงเรียนบ้านโนนสูง (คุรุราษฎร์รังสรรค์) · โรงเรียนสาธิต… (ฝ่ายประถม)
_SECOND_NAME = re.compile(
    rf"""
    \ ?\((?!มหาวิทยาลัย|เดิม|ปัจจุบัน|สังกัด|จังหวัด|อำเภอ|ชื่อ|ทีม|เจ้าภาพ|แชมป์|ระดับ|ประเภท|รางวัล|องค์การ|ขนาด|โรงเรียน|ครู|ผู้|นาย|นาง|เด็ก
        |(?:รอง)?ชนะ|เหรียญ|ชมเชย|อันดับ|ที่[ ]?\d)
    {THAI}{{5,40}}(?:\ (?:อุปถัมภ์|อนุสรณ์|ประชา){THAI}*)?\)
    """,
    re.VERBOSE,
)
# ผู้บริหารมหาวิทยาลัยราชภัฏ: a family of universities
_FAMILY_ALONE = re.compile("ราชภัฏ|เทคโนโลยีราชมงคล")
# โรงพยาบาลสุขสำราญ| อินเตอร์เนชั่นแนล
_INTERNATIONAL = re.compile(r"\ อินเตอร์(?:เน[ชซ]ั่?นแนล)?(?![ก-๎])")
# รพ.| ร้านยา: the next in a row
_NO_HOSPITAL = re.compile("ร้าน|คลินิก|ศูนย์|โรง|สถาน|หน่วย|และ|หรือ|ใน|ที่")
# รพ.|ชุมชน, รพ.|ส่วนกลาง
_KIND_OF_HOSPITAL = re.compile(
    "ชุมชน|ส่วนกลาง|ทั่วไป|ศูนย์|จังหวัด|รัฐ|ของรัฐ|เอกชน|สนาม|แม่ข่าย|ลูกข่าย|ต้นทาง|ปลายทาง|น่าชม|คุณธรรม|ตำบล|อำเภอ|สังกัด[ก-๎]*"
)
_SHORT_NAME = re.compile(r"[ก-ฮ]{1,4}\.|\d")


# โรงเรียน| Northfield International School
_LATIN_SCHOOL = re.compile(r" ?[A-Z][A-Za-z'’&.-]+(?: (?:[A-Z&][A-Za-z'’&.-]*|of|the|and))*(?![A-Za-z])")


# กีฬามหาวิทยาลัย|โลกฤดูหนาว: games, and no university
_STUDENTS = re.compile("โลก|อาเซียน|เอเชีย|แห่งประเทศไทย|ชิงแชมป์|ชิงชนะเลิศ")


def _read_school(reading: Reading) -> Span | None:
    """โรงเรียนบ้านหนองปลาไหล, รพ.ลำพูน."""
    text = reading.text
    if (latin := _LATIN_SCHOOL.match(text, reading.end)) is not None and text.startswith("โรงเรียน", reading.start):
        return span(reading, latin.end(), "head")
    if _STUDENTS.match(text, reading.end) and text.endswith("กีฬา", 0, reading.start):
        return None
    start = after_dot(reading)
    if start is not None and start > reading.end and _NO_HOSPITAL.match(text, start):
        return None
    if start is None or not free(reading) or (text[reading.end - 1] == "." and _SHORT_NAME.match(text, start)):
        return None
    end = read_name(text, reading.start, start, reading.inner).at
    cut = _AREA.search(text, start + 2, end)
    end = cut.start() if cut else end
    if end - start < 3 or _KIND_OF_HOSPITAL.fullmatch(text, start, end):
        return None
    hyphen = None if cut else _HYPHEN.match(text, end)
    end = hyphen.end() if hyphen else end
    number = _SCHOOL_NUMBER.match(text, end)
    end = number.end() if number else with_tails(reading, end, office=False)
    end = at_seat(text, reading.start, end, reading.province)
    if _FAMILY_ALONE.fullmatch(text, start, end):
        return None
    branded = _INTERNATIONAL.match(text, end)
    end = branded.end() if branded else end
    second = _SECOND_NAME.match(text, end) if text.startswith(("โรงเรียน", "ร.ร.", "รร."), reading.start) else None
    end = second.end() if second else end
    return None if ALL_OF_KIND.match(text, end) else span(reading, end, "head")


def _read_provincial(reading: Reading) -> Span | None:
    """สสจ.อุดรธานี; without a province it is a kind of office."""
    found = reading.province.match(reading.text, reading.end)
    return span(reading, found.end() if found else None, "provincial")


# องค์การบริหารส่วนตำบล กำนัน ผู้ใหญ่บ้าน: a list of kinds
_PERSON_IN_OFFICE = re.compile("กำนัน|ผู้|นายก|ปลัด|สมาชิก|ประธาน|เทศบาล|อบ[ตจ]")
_HYPHEN = re.compile(rf"-{THAI}+")


def _read_place(reading: Reading) -> Span | None:
    """เทศบาลเมืองสุไหงโก-ลก, อบต.หนองหาร, สพป.เชียงราย เขต 1."""
    text = reading.text
    if after_dot(reading) is None or not free(reading):
        return None
    start = reading.end + text.startswith(" ", reading.end)
    if start > reading.end and (HEADED.match(text, start) or _PERSON_IN_OFFICE.match(text, start) or VERBS.match(text, start)):
        return None
    found = reading.province.match(text, start)
    if found:
        end = found.end()
    else:
        end = read_name(text, reading.start, start, reading.inner).at
        cut = _AREA.search(text, start + 2, end)
        hyphen = _HYPHEN.match(text, end)
        end = cut.start() if cut else hyphen.end() if hyphen else end
    if end - start < 2:
        return None
    number = NUMBER.match(text, end)
    return span(reading, number.end() if number else end, "place")


def _read_unit_or_group(reading: Reading) -> Span | None:
    """A unit, or else a group of villagers: both may begin with กลุ่ม."""
    unit = _read_unit(reading)
    return unit if unit or not reading.text.startswith("กลุ่ม", reading.start) else _read_group(reading)


def _read_local(reading: Reading) -> Span | None:
    """A body named by its place, or else a club or a group by its own name: ชมรมผู้สูงอายุบางแค."""
    local = read_local(reading)
    if local is None and reading.text.startswith("ชมรม", reading.start):
        return _read_name(reading)
    return _read_group(reading) if local is None and reading.text.startswith("กลุ่ม", reading.start) else local


# ประธาน|เครือข่ายครูนาดี: who speaks for a network
_SPEAKS_FOR = re.compile(r"(?:ประธาน(?:กรรมการ)?|เลขาธิการ|เลขานุการ|ผู้ประสานงาน|ผู้ก่อตั้ง|ผู้แทน)[ ]?$")
_EVERYWHERE = ("ประเทศไทย", "แห่งชาติ")
_NO_NETWORK = re.compile(
    "ภาค(?:รัฐ|เอกชน|ประชา|ส่วน)|ต่าง|ทุก|อื่น|ใน|ที่|ของ|งาน|ความร่วม|ผู้ผลิต|สังคม(?:ออน|$)|ประชา(?:ชน|สังคม)$|พัฒนาชุมชน$|OTOP"
)


def _read_network(reading: Reading) -> Span | None:
    """ประธาน|เครือข่ายครูการศึกษาพิเศษ, เครือข่ายสิทธิเด็กประเทศไทย; others are no body of their own."""
    text = reading.text
    if _NO_NETWORK.match(text, reading.end):
        return None
    end = thai_name(reading)
    if end is None:
        return None
    told = _SPEAKS_FOR.search(text, max(0, reading.start - 16), reading.start) or text.endswith(_EVERYWHERE, reading.end, end)
    return span(reading, end, "head", 5) if told else None


# องค์กร |Rice Society: names that tell their kind themselves
_OWN_KIND = re.compile(
    r"Award|Foundation|Society|Association|Federation|Council|Institute|Organi[sz]ation|Agency|Universit|Network|Bank"
)


_TWO_WORDS = re.compile(r"[ ]?[A-Z][A-Za-z’'-]{2,}[ ](?:of[ ]|for[ ]|&[ ])?[A-Z][A-Za-z’'-]{2,}")


def _read_latin(reading: Reading) -> Span | None:
    """องค์กร Blue Harbour: of bodies in general only those that bear a name in Latin letters, which does not tell its kind."""
    text = reading.text
    named = (
        text.startswith(" ", reading.end)
        and not text.startswith((" NGO", " OTOP", " SME", " ESG"), reading.end)
        and free(reading)
    )
    latin = _LATIN.match(text, reading.end) if named else None
    if latin is None or _TWO_WORDS.match(latin[0]) is None or _OWN_KIND.search(latin[0]):
        return None
    return span(reading, latin.end(), "head")


READERS: Mapping[str, Callable[[Reading], Span | None]] = {
    "name": _read_name,
    "bank": _read_bank,
    "embassy": _read_embassy,
    "media": _read_media,
    "office": _read_office,
    "division": _read_division,
    "unit": _read_unit_or_group,
    "group": _read_group,
    "faculty": _read_faculty,
    "school": _read_school,
    "committee": read_committee,
    "place": _read_place,
    "local": _read_local,
    "numbered": read_numbered,
    "provincial": _read_provincial,
    "company": read_company,
    "network": _read_network,
    "latin": _read_latin,
}
