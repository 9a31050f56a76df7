"""How the names of groups of villagers go on: a trade and a village or province, or who is told to be of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.match.organisation_names import THAI, read_name
from extractor.match.organisation_reading import ALL_OF_KIND, AREA, HYPHEN, Reading, free, span

if TYPE_CHECKING:
    from extractor.document import Span


# วิสาหกิจชุมชนเกษตรอินทรีย์| (บ้านหนองแวง) · กลุ่มแปลงใหญ่ข้าว| ต.หนองแวง
_VILLAGERS = re.compile("กลุ่ม|วิสาหกิจ")
_VILLAGE_IN_BRACKETS = re.compile(rf"\ \((?:บ้าน|วัด){THAI}+\)")
_OF_SUBDISTRICT = re.compile(rf"\ (?:ต\.|ตำบล)\ ?{THAI}+")


def with_village(reading: Reading, end: int | None) -> int | None:
    """`end` of a group's name, moved behind its village in brackets, or the subdistrict that alone tells it from others."""
    text = reading.text
    if end is None or not _VILLAGERS.match(text, reading.start):
        return end
    site = _VILLAGE_IN_BRACKETS.match(text, end)
    if site is None and "แปลงใหญ่" in text[reading.start : end]:
        site = _OF_SUBDISTRICT.match(text, end)
    return site.end() if site else end


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


def read_group(reading: Reading) -> Span | None:
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
    cut = AREA.search(text, start + 5, end)
    end = cut.start() if cut else end
    hyphen = HYPHEN.match(text, end)
    end = hyphen.end() if hyphen else end
    trade, site = _LOCAL_GROUP.match(text, start), _SITE.search(text, start, end)
    told = villagers and bool((trade and site) or _IN_PROVINCE.match(text, end))
    if of_person and not text.startswith(("ได้", "ที่"), end) and _ANY_TRADE.fullmatch(text, start, end) is None:
        told = True
    if not told or ALL_OF_KIND.match(text, end):
        return None
    return span(reading, with_village(reading, end), "group")
