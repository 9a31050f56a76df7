"""How the names of schools, universities and hospitals go on from their head words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.match.organisation_known import at_seat
from extractor.match.organisation_names import THAI, read_name
from extractor.match.organisation_reading import ALL_OF_KIND, AREA, HYPHEN, Reading, after_dot, free, span, with_tails

if TYPE_CHECKING:
    from extractor.document import Span


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


# โรงพยาบาลปรับโฉม|ดีเด่น: a contest's class
_PRAISED = ("ดีเด่น", "ดีเยี่ยม", "โดดเด่น", "ยอดเยี่ยม")


def read_school(reading: Reading) -> Span | None:
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
    cut = AREA.search(text, start + 2, end)
    end = cut.start() if cut else end
    if end - start < 3 or _KIND_OF_HOSPITAL.fullmatch(text, start, end) or text.endswith(_PRAISED, start, end):
        return None
    hyphen = None if cut else HYPHEN.match(text, end)
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
