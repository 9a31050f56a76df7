"""Titles told by what was done with them: จากการพัฒนาแอปพลิเคชัน ก, จากการเสนอขายพันธบัตร ข, ส่งอาคาร ค เข้าประกวด."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# what is made, issued or run by a name of its own, which the word for its kind begins
_NAMED = (
    "นวัตกรรม|พันธบัตร|หุ้นกู้|ตราสารหนี้|อาคาร|ศูนย์|หลักสูตร|หุ่นยนต์|เครื่อง(?!ราช|มือ|หมาย|แต่งกาย|ดื่ม)|ชุดตรวจ|สินเชื่อ|บัตรเครดิต|กองทุนรวม|กรมธรรม์"
)
# what is told so of anything, and is a title only by Latin letters, marks or a gloss
_ANY = "ระบบ|แพลตฟอร์ม|ผลิตภัณฑ์|บริการ|โปรแกรม|เว็บไซต์|โมเดล|เทคโนโลยี|โมบายแบงก์กิ้ง"
# what is no part of the title behind it
_LEFT_OFF = '(?:ซูเปอร์)?แอปพลิเคชั[่]?น|(?:ซูเปอร์)?แอป(?:ฯ|(?=[ “"A-Z]))|แคมเปญ|โครงงาน'
_GENERAL = (
    r"(?!ที่|ซึ่ง|นี้|นั้น|ดังกล่าว|ต่าง|อื่น|ของ|ใน|และ|หรือ|ทั้ง|เหล่า|หลัก|สำคัญ|เพื่อ|ให้|โดย|ใหม่|ด้าน|ทาง|เชิง|แบบ|คุณภาพ|อย่าง|ๆ|ฯ|กลาง[ ]"
    r"|มูลค่า|วงเงิน|จำนวน|อายุ|ภาค|รัฐบาล(?:[ ]|$)|ไทย(?:[ ]|$))"
)
_STOP = (
    r"(?!ได้รับ|คว้า|รางวัล|ซึ่ง|ดังกล่าว|ทำให้|โดย(?!สาร)|จนได้|อย่าง|เข้าร่วม|เข้าประกวด|เข้าแข่งขัน|ส่งผล|ๆ|เมื่อ(?!ย)|จาก(?!พืช)|ของ(?!เสีย)"
    r"|ที่(?!สุด|มี|อยู่|ปรึกษา)|มูลค่า|วงเงิน|ระหว่าง|ต่าง(?!หู)|ให้แก่|ให้กับ|ร่วมกับ)"
)
_THAI = (
    rf"{_GENERAL}(?:{_STOP}[ก-๎\d.-]){{4,80}}+(?![ ]?(?:[ๆฯ]|ต่าง|หลาก|ใหม่))"
    r"(?:[ ][A-Z][A-Za-z]{1,16}(?=[ ]?\())?(?:[ ]?\([^()\n]{2,60}\))?"
)
# RIVER PAY · Nadee Care Plus
_LATIN = (
    r"[A-Z][A-Za-z\d+.&’'-]*(?:[ ](?:[A-Z\d][A-Za-z\d+.&’'-]*|of|for|the|by|to|and)){0,7}"
    r"(?<![ ]of)(?<![ ]for)(?<![ ]the)(?<![ ]by)(?<![ ]to)(?<![ ]and)"
)
_MARKED = r"[“\"‘'](?P<marked>[^“”\"‘’\n]{3,90})[”\"’']"
_TITLE = (
    rf"(?:(?:{_LEFT_OFF})[ก-๎]{{0,10}}[ ]?(?:(?P<latin>{_LATIN})|{_MARKED})"
    rf"|(?P<named>(?:{_NAMED})(?:[ ]?{_LATIN}|{_THAI}))"
    rf"|(?P<glossed>(?:{_ANY})(?:[ ]?{_LATIN}|{_GENERAL}(?:{_STOP}[ก-๎]){{0,60}}(?:[ ]{_LATIN}|[ ]?\([A-Z][^()\n]{{2,60}}\)))))"
)
_DEED = (
    r"(?:เกิดจาก|จาก|ด้วย)(?:ความสำเร็จ(?:ใน|ของ|จาก)?)?(?:การ)?(?:นำนวัตกรรม)?"
    r"(?:พัฒนา|จัดทำ|สร้างสรรค์|สร้าง|ออกแบบ|คิดค้น|ผลิต|(?:ออก)?และเสนอขาย|เสนอขาย|ออกจำหน่าย|จัดจำหน่าย|ออก"
    r"|ดำเนินงาน|ดำเนินการ|ดำเนิน|ให้บริการ|เปิดให้บริการ|เปิดตัว|บริหารจัดการ|บริหาร)(?:ของ|ใน)?[ ]?"
)
# รางวัล ก |จากการพัฒนาแอปพลิเคชัน RIVER PAY
_WON_BY = re.compile(_DEED + _TITLE)
# รางวัล ก สาขา ข |จาก Nadee Care Plus| นวัตกรรมดูแลผู้ป่วย
_FROM_LATIN = re.compile(
    rf"(?:จาก|ด้วย)[ ]?(?P<latin>{_LATIN})"
    r"(?=[ ](?:นวัตกรรม|แอป|แพลตฟอร์ม|ซึ่งเป็น(?:นวัตกรรม|แอป|แพลตฟอร์ม|ระบบ|บริการ)))"
)
_NO_LATIN = re.compile(
    r"(?:Awards?|Prizes?|Magazine|Association|University|Institute|Foundation|Council|Group|Ltd|Co|Limited|Asia|Thailand)\b"
)
# ส่ง|อาคารสายธาร|เข้าร่วมประกวด
_SENT = re.compile(
    rf"(?:ส่ง|นำ)(?:ผลงาน)?[ ]?(?:(?P<named>(?:{_NAMED}|{_ANY}|โครงการ|ภาพยนตร์|คลิป|เมนู|กาแฟ|งานวิจัย)"
    rf"(?:[ ]?{_LATIN}|{_GENERAL}(?:{_STOP}[ก-๎\d.-]){{3,60}}?(?:[ ]?\([^()\n]{{2,60}}\))?))"
    rf"|{_MARKED})[ ]?(?:ของ[ก-๎]{{2,30}})?[ ]?เข้า(?:ร่วม)?(?:ใน)?(?:การ)?(?:ประกวด|แข่งขัน)"
)
# ประสบความสำเร็จในการ|พัฒนา RIVER PAY| ซึ่งเป็นแอปพลิเคชันของธนาคาร คว้า|รางวัล · ความสำเร็จแอปฯ |“ONE RIVER”| คว้า|รางวัล
_LED_TO_WIN = re.compile(
    rf"(?:ความสำเร็จ(?:ของ|ใน)?(?:การ)?(?:พัฒนา|สร้าง|ออก|เปิดตัว)?|พัฒนา|เปิดตัว)[ ]?(?:(?:{_LEFT_OFF}|{_ANY})[ ]?)?"
    rf"(?:{_MARKED}|(?P<latin>{_LATIN}))"
    r"(?:[ ]?(?:ซึ่ง)?(?:เป็น|คือ)(?!ผู้|ประธาน)(?:(?!กล่าว|เปิดเผย|และ|รางวัล)[^\n]){2,50}?)?"
    r"[ ]?(?:จน|สามารถ|ที่|ได้|[ ]){0,3}(?:คว้า|ได้รับ|ชนะ|กวาด)(?:[ ]?\d{1,2}[ ]?|การยกย่อง[^\n]{0,20}?)?[^\n]{0,6}(?:รางวัล|เหรียญ|แชมป์)"
)
# จัดทำแคมเปญ |“คลองใส”| จนคว้า|รางวัล · ดำเนิน|โครงการคลองใส| จนได้รับ|รางวัล
_UNTIL_WON = re.compile(r"จน(?:กระทั่ง|สามารถ|ได้|เป็นผล(?:ให้)?){0,2}(?:คว้า|รับ|ชนะ|กวาด)[^\n]{0,8}?(?:รางวัล|เหรียญ|แชมป์)")
_MADE_BEFORE = re.compile(
    r"(?:จัดทำ|สร้าง(?:สรรค์)?|ดำเนิน(?:การ|งาน)?|ริเริ่ม|ออกแบบ|คิดค้น|ผลิต|ประดิษฐ์|พัฒนา|วิจัย)(?:"
    rf"(?:{_LEFT_OFF}|{_ANY}|{_NAMED}|โครงการ|กิจกรรม|ผลงาน|คลิป(?:วิดีโอ)?|ภาพยนตร์|หนังสั้น|สารคดี|สื่อ|เพลง|เมนู)[ก-๎]{{0,16}}[ ]?{_MARKED}"
    rf"(?:(?!ได้รับ|คว้า|กล่าว|เปิดเผย|มอบ|และ)[^\n“”\"]){{0,60}}"
    rf"|(?P<named>โครงการ{_GENERAL}(?:{_STOP}[ก-๎]){{3,50}}))[ ]?\Z"
)
_UNTIL_WORDS = Words("จนกระทั่ง|จนสามารถ|จนได้|จนเป็นผล|จนคว้า|จนชนะ")
_LED_WORDS = Words("ความสำเร็จ|พัฒนา|เปิดตัว")
_DEED_WORDS = Words("จากการ|จากความสำเร็จ|ด้วยการ|จากพัฒนา")
_LATIN_WORDS = Words("จาก |ด้วย ")
_SENT_WORDS = Words("เข้าร่วมประกวด|เข้าประกวด|เข้าร่วมในการประกวด|เข้าร่วมการประกวด|เข้าร่วมแข่งขัน|เข้าแข่งขัน|เข้าร่วมการแข่งขัน")
# between a prize and what it was won with: who gives it, where
_BETWEEN = re.compile(r"(?:(?!รางวัล|กล่าว|เปิดเผย|นอกจาก|ทั้งนี้|ได้แก่|อีกทั้ง|รวมถึง|มอบ(?!โดย)|ได้รับ|คว้า)[^\n]){0,130}")
_NEAR, _BACK, _FAR = 130, 110, 190


def deed_titles(text: str, ends: Sequence[int]) -> Iterator[tuple[int, Span]]:
    """The titles by what was done with them, with where the words that lead to them begin.

    Args:
        text: the clean text.
        ends: where names of awards, of their parts and of winners end, in order.
    """
    for place in _DEED_WORDS.find(text):
        found = _WON_BY.match(text, place)
        if found is not None and _is_behind(text, ends, place):
            yield place, Span(*_title(found), "work.deed")
    for place in _LATIN_WORDS.find(text):
        found = _FROM_LATIN.match(text, place)
        if found is not None and _NO_LATIN.search(found["latin"]) is None and _is_behind(text, ends, place):
            yield place, Span(*found.span("latin"), "work.deed")
    for place in _LED_WORDS.find(text):
        found = _LED_TO_WIN.match(text, place)
        if found is not None and _NO_LATIN.search(found["latin"] or "") is None:
            yield place, Span(*_title(found), "work.led")
    for place in _UNTIL_WORDS.find(text):
        if _UNTIL_WON.match(text, place) is not None:
            found = _MADE_BEFORE.search(text, max(text.rfind("\n", 0, place) + 1, place - _FAR), place)
            if found is not None:
                yield found.start(), Span(*_title(found), "work.led")
    for place in _SENT_WORDS.find(text):
        begin = max(text.rfind("\n", 0, place) + 1, place - _BACK)
        lead = max(text.rfind("ส่ง", begin, place), text.rfind("นำ", begin, place))
        found = _SENT.match(text, lead) if lead >= 0 else None
        if found is not None and found.end() >= place:
            yield lead, Span(*_title(found), "work.sent")


def _title(found: re.Match[str]) -> tuple[int, int]:
    group = next(name for name in ("latin", "marked", "named", "glossed") if found.groupdict().get(name) is not None)
    return found.span(group)


def _is_behind(text: str, ends: Sequence[int], place: int) -> bool:
    """Whether a name ends near before `place`, with no other prize or telling between."""
    index = bisect_right(ends, place) - 1
    return index >= 0 and place - ends[index] <= _NEAR and _BETWEEN.fullmatch(text, ends[index], place) is not None
