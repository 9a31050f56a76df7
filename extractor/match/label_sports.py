"""Events of sport, each a category by its own words beside the rank won in it: วิ่ง 100 เมตรหญิง, ขว้างจักรชาย, ทีมเดี่ยวหญิง."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

_STROKE = r"(?:ฟรีสไตล์|ผีเสื้อ|กรรเชียง|กบ(?![ก-๎])|เดี่ยวผสม|ผลัดผสม)"
_MANNER = (
    r"(?:วิ่ง(?:ผลัด|ข้ามรั้ว|วิบาก|ระยะ)?|เดิน(?:ทน|เร็ว)?|ว่าย(?:น้ำ)?"
    rf"|(?:ว่ายน้ำ)?(?:ท่า)?{_STROKE}|ผลัด|ปั่นจักรยาน|วีลแชร์เรซซิ่ง)"
)
_WHO = r"(?:[ ]?(?:ทีม|บุคคล|คู่)?(?:ชาย|หญิง|ผสม))"
_CLASS = r"(?:[ ]?(?:คลาส[ ]?)?[A-Z]{1,3}[ -]?\d{1,2}(?!\w))"
# วิ่ง 4x100 เมตรชาย, ท่าผีเสื้อ 50 ม. หญิง, 400 เมตรชาย คลาส T54
_RACE = (
    rf"(?:{_MANNER}[ ]?(?:ระยะ[ ]?)?)?"
    rf"\d[\d,]*(?:[ ]?[xX×*][ ]?\d+)?[ ]?(?:เมตร|ม\.|กิโลเมตร|กม\.)"
    rf"(?:[ ]?(?:(?:ท่า)?{_STROKE}(?![ ]?(?:ระยะ[ ]?)?\d[\d,]*[ ]?(?:เมตร|ม\.))|ข้ามรั้ว|วิบาก)){{0,2}}{_WHO}?{_CLASS}?"
)
# กระโดดไกลหญิง, พุ่งแหลน, ทุ่มน้ำหนักชาย F57
_FIELD = (
    r"(?:กระโดด(?:ไกล|สูง|ค้ำ(?:ถ่อ)?)|เขย่งก้าวกระโดด|ทุ่มน้ำหนัก|ขว้าง(?:จักร|ค้อน)|พุ่งแหลน|ทศกรีฑา|สัตตกรีฑา|ปัญจกรีฑา)"
    rf"{_WHO}?{_CLASS}?"
)
# ท่าสแนตช์, น้ำหนักรวม, ดาบเอเป้บุคคลหญิง คลาส B
_LIFT = (
    r"(?:ท่า(?:สแนทช์|สแนตช์|สแน็ตช์|คลีน[ ]?(?:แอนด์|แอนด)[ ]?เจิ[ร๊]+[ก-๎]{1,3}|รวม)|น้ำหนักรวม"
    rf"|ดาบ(?:ฟอยล์|เอเป้|เซเบอร์|ซาเบอร์)(?:[ ]?(?:ทีม|บุคคล)?(?:ชาย|หญิง|ผสม|มิกซ์))?{_CLASS}?(?:[ ]คลาส[ ][A-Z](?!\w))?)"
)
_OF_TEAMS = "(?:เซปักตะกร้อ|ตะกร้อ|เปตอง|แบดมินตัน|เทเบิลเทนนิส|กอล์ฟ|เทควันโด|ปันจักสีลัต|คาราเต้|ยิงปืน|ยิงธนู|ดาบ|ยูโด)"
_TEAM = rf"{_OF_TEAMS}?ทีม(?:(?:เดี่ยว|ชุด|คู่)?(?:ชาย|หญิง|ผสม)|เดี่ยว|ชุด|คู่)(?![ก-๎])"
_AGE = (
    r"(?:[ ]?รุ่น[ ]?(?:ประชาชน|เยาวชน|ยุวชน|อาวุโส|ทั่วไป"
    r"|(?:อายุ)?[ ]?(?:ไม่เกิน|ต่ำกว่า)?[ ]?\d{1,2}(?:[ ]?[-–][ ]?\d{1,2})?[ ]?ปี(?:ขึ้นไป)?)"
    r"|[ ]?อายุ(?:ไม่เกิน|ต่ำกว่า)?[ ]?\d{1,2}[ ]?ปี)"
)
_EVENT = re.compile(rf"(?:{_RACE}|{_FIELD}|{_LIFT}|{_TEAM})(?![\d.]){_AGE}?")
_EVENT_WORDS = Words(
    "เมตร|ม.|กม.|กิโลเมตร|กระโดด|เขย่ง|ทุ่มน้ำหนัก|ขว้าง|พุ่งแหลน|กรีฑา|ทีมเดี่ยว|ทีมชุด|ทีมคู่|ทีมชาย|ทีมหญิง|ทีมผสม"
    "|ท่าสแน|ท่าคลีน|ท่ารวม|น้ำหนักรวม|ดาบฟอยล์|ดาบเอเป้|ดาบเซเบอร์|ดาบซาเบอร์"
)
_LEAD = re.compile(
    rf"{_MANNER}?[ ]?"
    r"(?:ระยะ[ ]?)?(?<![\d,.])\d[\d,]*(?:[ ]?[xX×*][ ]?\d+)?[ ]?$"
    rf"|{_OF_TEAMS}$|(?:ทศ|สัตต|ปัญจ)$"
)
_RANK = r"(?:เหรียญ(?:ทองแดง|ทอง|เงิน)|(?:รอง)?แชมป์|(?:รอง)?ชนะเลิศ|อันดับ(?:ที่)?[ ]?\d)"
_WON_BEFORE = re.compile(
    rf"{_RANK}(?:[ ]?อันดับ(?:ที่)?[ ]?\d)?[ ]?(?:จาก|ใน)?(?:การแข่งขัน)?(?:รายการ|ประเภท|กีฬา)?(?:กรีฑา|ว่ายน้ำ)?[ ]?$"
)
_WON_BEHIND = re.compile(rf"[ ]*[:–—-]?[ ]*\n?[ ]?(?:ได้|คว้า|รางวัล|ผู้ชนะ)?[ ]?{_RANK}")
_ALSO = re.compile(r"[ ]?(?:และ|,|กับ)[ ]?(?:รายการ|ประเภท)?[ ]?")
# กวาด 4 เหรียญทอง ศึกว่ายน้ำนาดี ประจำปี 2565 |ในรายการ|ฟรีสไตล์ 50 เมตร| |ผีเสื้อ 50 เมตร
_LISTED = re.compile(
    rf"\d{{1,2}}[ ]?{_RANK}(?:(?!ขณะที่|ส่วน|ด้าน|คว้า|กวาด|ได้รับ|ทำได้)[^\n]){{0,110}}?[ ]?(?:(?:ใน|จาก)(?:การแข่งขัน)?(?:รายการ"
    rf"|ประเภท|ท่า|กีฬา)?|ได้แก่|ประกอบด้วย|คือ|:)[ ]?$"
)
_LIST_REACH = 170
# เหรียญทอง วิ่ง 100 เมตร| รอบพิเศษ |ในการแข่งขัน…: what is told so is taken whole
_TOLD_WHOLE = re.compile(
    r"(?![ ]?(?:และ|,|\d+[ ]?[xX×เ]))[^\n“”\",:;()]{3,30}?[ ]?(?:จาก|ใน)"
    r"(?=[ ]?(?:การ(?:แข่งขัน|ประกวด)|รายการ|เวที|งาน|กีฬา|มหกรรม|ศึก))"
)
_NEAR = 34
_KIND_BEFORE = re.compile(r"ประเภท[ ]?$")


def find_events(text: str) -> Iterator[Label]:
    """The events of athletics, swimming and team games that stand right before or behind the rank won in them."""
    until, listed = 0, False
    for place in _EVENT_WORDS.find(text):
        lead = _LEAD.search(text, max(until, place - _NEAR), place)
        match = _EVENT.match(text, place if lead is None else lead.start() + (text[lead.start()] == " "))
        if match is None or match.end() <= place or match.start() < until:
            continue
        start, end = match.span()
        if _TOLD_WHOLE.match(text, end):
            continue
        also = until > 0 and (_ALSO.fullmatch(text, until, start) is not None or text[until:start] == " ")
        listed = (listed and also) or _is_listed(text, start)
        if also or listed or _WON_BEFORE.search(text, max(0, start - _NEAR), start) or _WON_BEHIND.match(text, end):
            kind = _KIND_BEFORE.search(text, max(0, start - len("ประเภท ")), start)
            outer = start if kind is None else kind.start()
            until = end
            yield Label("category", start, end, "category.event", outer, end)


def _is_listed(text: str, start: int) -> bool:
    """Whether an event begins a list of those in which so many medals, counted before, were won."""
    begin = max(text.rfind("\n", 0, start) + 1, start - _LIST_REACH)
    return text.find("เหรียญ", begin, start) >= 0 and _LISTED.search(text, begin, start) is not None
