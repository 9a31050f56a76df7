"""Where the mention of a person begins: with the honorific, the number, the title or the nickname that stands before the name.

Offsets are of the normalised text, in characters.
"""

from __future__ import annotations

import re

from extractor.match.person_pairs import CALLERS
from extractor.match.person_words import CONTESTANT
from extractor.patterns import sought

_HONORIFIC = sought(
    r"(?:(?:ผู้ช่วย|รอง)?ศาสตราจารย์(?:[ ]?(?:เกียรติคุณ|กิตติคุณ))?[ ]?)?"
    r"(?:(?<![ก-๙.])(?:[ก-ฮ]{1,5}\.){1,4}|(?:นาย|ทันต|สัตว)แพทย์(?:หญิง)?|แพทย์หญิง|นาย|นางสาว|นาง|คุณ|เด็กชาย|เด็กหญิง)[ ]?$"
)

# ลุง|มาลี ทองนา · ให้กับป้า|มาลี ทองนา: what somebody is called by belongs to the mention
_CALLED = sought(rf"(?:(?<![ก-๎])|(?<=กับ)|(?<=แก่)|(?<=คือ)|(?<=ให้)|(?<=โดย)|(?<=และ))(?:{CALLERS})[ ]?$")
# “น้องแพร” |เด็กหญิงแพรวา ทองสุข
_NICKNAME = re.compile(
    r"(?:[“\"‘'](?:น้อง|ครู|ลุง|ป้า|พี่|หมอ)?[ก-๎]{2,10}[”\"’']|น้อง[ก-๎]{2,10}"
    r"|(?<![ก-๎])[“\"‘']?[ก-ฮเ-ไ][ก-๎]{1,11}[-–])[ ]?$"
)
# “แพร – |แพรวา ทองสุข
_DASHED = re.compile(r"[“\"‘'][ ]?[ก-ฮเ-ไ][ก-๎]{1,11}[ ]?[-–—][ ]?$")


# ได้แก่ |เจมส์ |กวินทร์ ปลูกบัว, ตกเป็นของ “|แพร |แพรวา ทองสุข”: a nickname without marks of its own, where who has won is named
_CALLED_WON = re.compile(
    r"(?:(?:ได้แก่|(?<!คน[ ])(?<!ท่าน[ ])คือ|เป็นของ|ชนะเลิศ|ยอดเยี่ยม|ดีเด่น|แห่งปี)[ ]{0,2}[“\"‘']?|[–:][ ]{0,2}[“\"‘']?|[“\"‘'])"
    r"(?P<called>(?!ได้|คือ|เป็น|ตก|ผู้|นัก|ทีม|คณะ|วง|ผลงาน|โดย|จาก|ของ|และ|กับ|คู่|เรื่อง|เพลง|ละคร|หนัง)[ก-ฮเ-ไ][ก-๎]{1,7})[ ]{1,2}$"
)


# เรื่อง |“ฝนแรก” นายมานะ ใจดี: a title, and nobody's nickname
_TITLE_BEFORE = re.compile(
    r"(?:เรื่อง(?:สั้น)?|ผลงาน|ภาพยนตร์|หนัง(?:สือ|สั้น)?|เพลง|ละคร(?:เวที)?|ภาพ(?:ถ่าย|วาด)?|ชื่อ(?!เล่น)[ก-๎]{0,8}|ชุด|โครงงาน|โครงการ|นวัตกรรม|รายการ"
    r"|คลิป|เมนู|นวนิยาย|นิยาย|หัวข้อ|แบรนด์|ร้าน|ลาย|สารคดี|บทกวี|กวีนิพนธ์|อัลบั้ม|แอป|งานวิจัย|สิ่งประดิษฐ์|ผลิตภัณฑ์)[ ]?$"
)
_KIND = 16


def with_nickname(text: str, start: int, *, bare: bool) -> int:
    """Where the nickname or number before a mention that begins at `start` begins; `bare`: without an honorific. Else `start`."""
    before = _NICKNAME.search(text, max(0, start - 16), start)
    if before is not None and _TITLE_BEFORE.search(text, max(0, before.start() - _KIND), before.start()) is not None:
        return start
    if before is None and bare and text[start - 1 : start] == " ":
        called = _CALLED_WON.search(text, max(0, start - 26), start)
        if called is not None:
            return called.start("called")
    return _with_number(text, before.start() if before else before_dash(text, start))


def before_dash(text: str, start: int) -> int:
    """Where a nickname in marks begins that a dash parts from the name at `start`, else `start`."""
    before = _DASHED.search(text, max(0, start - 18), start)
    return before.start() if before else start


# |หมายเลข 7 “แพร” |แพรวา ทองสุข, |MT22 พัทลุง แพร |แพรวา ทองสุข: a contestant's number, where from and how called
_CONTESTANT = sought(
    rf"(?:(?<![ก-๎])(?:ผู้เข้าประกวด)?|(?<=ได้แก่)|(?<=คือ)|(?<=เป็น)|(?<=และ)|(?=[A-Z]))(?<![A-Za-z]){CONTESTANT}[ ]{{1,2}}"
    r"(?:[“\"‘']?[ก-๎]{2,16}[”\"’']?[ ]{1,2}){0,2}$"
)
_DIGIT = re.compile("[0-9]")
# characters before a name within which such a number stands
_NUMBER_NEAR = 50


# |มิสแกรนด์ลุ่มน้ำ |แพรวา ทองสุข: the title of the pageant that sent her
_SENT_BY = re.compile(r"(?<![ก-๎])มิส(?:เตอร์)?[ก-๎]{3,24}[ ]{1,2}$")


def _with_number(text: str, start: int) -> int:
    """Where a contestant's number or lesser title before the name begins; `start` without one."""
    begin = max(0, start - _NUMBER_NEAR)
    if text.rfind("มิส", begin, start) >= 0 and (sent := _SENT_BY.search(text, begin, start)) is not None:
        return sent.start()
    if text[start - 1 : start] != " " or _DIGIT.search(text, begin, start) is None:
        return start
    number = _CONTESTANT.search(text, begin, start)
    return number.start() if number is not None else start


def with_honorific(text: str, start: int) -> int:
    """Where what somebody is called by before the name at `start` begins, with a contestant's number; else `start`."""
    return _with_number(text, _with_title(text, start))


def _with_title(text: str, start: int) -> int:
    called = _CALLED.search(text, max(0, start - 14), start)
    if called is not None:
        return called.start()
    before = _HONORIFIC.search(text, max(0, start - 44), start)
    return before.start() if before else start
