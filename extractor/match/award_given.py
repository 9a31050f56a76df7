"""Honours by whom they are given to: มอบโล่ให้แก่อาสาสมัครป่าไม้ดีเด่น ประจำปี 2565, มอบประกาศนียบัตร “ครูดีเด่น” แก่นาย ก."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

# เข็มเชิดชูเกียรติให้แก่|อาสาสมัครป่าไม้ดีเด่น| ประจำปี 2565, ยกย่องเชิดชูเกียรติ|ช่างทอดีเด่น: whom it is given to tells its name
_WHO = (
    r"(?!ผู้(?:ที่)?(?:ได้|ชนะ|ผ่าน|เข้า|รับ|มี|บริหาร|ทำ(?!งาน))|การ|ความ|ผล|รางวัล|ทีม|นาย|นาง|คณะ|และ|เป็น|ดัง|ให้|แก่|อัน|ประเภท)"
    r"[ก-ฮเ-ไ](?:(?!รางวัล|ได้รับ|ประจำ|ประกวด|ซึ่ง|โดย|จาก|เป็น|ที่)[ก-๎]){3,40}?(?:ดีเด่น|ยอดเยี่ยม|ดีเลิศ)(?:แห่งชาติ)?"
)
# ประจำปี 2565, ระดับภาค ประจำปี 2565, ระดับจังหวัด ได้แก่: what such a name ends before
_REACH = r"ระดับ(?:(?!ประจำ|ได้แก่|คือ)[ก-๎]){2,20}[ ]?"
_YEAR = r"(?:ประจำปี|ปี[ ]?(?:พ\.ศ\.[ ]?)?\d|พ\.ศ\.)"
_GIVEN_TO = Anchored(
    re.compile(
        rf"(?:(?:โล่|เข็ม|เหรียญ|เกียรติบัตร|ประกาศเกียรติคุณ|วุฒิบัตร)(?:(?!รางวัล(?!ให้|แก่)|เงิน)[^\n“”\"\d]){{0,50}}?(?:แก่|กับ)[ ]?"
        rf"[“\"]?(?P<name>{_WHO})(?=[”\"]?[ ]?(?:{_REACH})?{_YEAR}|[”\"]?[ ]?{_REACH}(?:ได้แก่|คือ[ ]|ดังนี้))"
        rf"|(?:ยกย่อง(?:เชิดชู(?:เกียรติ)?)?|เชิดชูเกียรติ|สดุดี)[ ]?[“\"]?(?P<title>{_WHO})(?![ก-๎]*(?:ด้าน|ระดับ)))"
    ),
    "โล่|เข็ม|เหรียญ|เกียรติบัตร|ประกาศเกียรติคุณ|วุฒิบัตร|ยกย่อง|เชิดชูเกียรติ|สดุดี",
)
# มอบเงินและประกาศนียบัตร “|ครูดีเด่น|” แก่นาย ก
_CERTIFICATE = Anchored(
    re.compile(
        r"(?:ประกาศนียบัตร|ใบประกาศ(?:นียบัตร)?)[ ]?[“\"](?P<name>(?!หลักสูตร|การ|โครงการ|ผู้ผ่าน|ผู้เข้า|วิชา)[^“”\"\n]{4,50})[”\"]"
        r"(?=[ ]?(?:(?:ให้)?(?:แก่|แด่|กับ)|ประจำ|จาก|ปี[ ]?\d|\n|$))"
    ),
    "ประกาศนียบัตร|ใบประกาศ",
)
# “|โรงเรียนต้นแบบลดขยะ| ประจำปี 2565”
_HONOUR = (
    r"[“\"](?P<name>(?!นาย|นาง|โครงการ(?!ประกวด)|หลักสูตร)(?=[^“”\"\n]{0,130}?(?:ดีเด่น|ต้นแบบ|ยอดเยี่ยม|ตัวอย่าง|แห่งปี|การประกวด|การคัดเลือก))"
    r"[^“”\"\n]{6,140}?)(?P<year>[ ]?(?:ประจำ)?ปี[ ]?(?:พ\.ศ\.[ ]?)?\d{4})?[”\"]"
)
# มอบเกียรติบัตรให้กับโรงเรียน ก “…”: behind whom it is given to
_BEHIND_WHOM = Anchored(
    re.compile(
        r"มอบ(?:โล่|เกียรติบัตร|ใบประกาศ|ประกาศนียบัตร|ประกาศเกียรติคุณ)(?:(?!รางวัล|หลักสูตร|อบรม)[ก-๎]){0,24}[ ]?(?:แก่|กับ|แด่)[ ]?"
        rf"[^\n“”\"]{{4,110}}[ ]{_HONOUR}"
    ),
    "มอบโล่|มอบเกียรติบัตร|มอบใบประกาศ|มอบประกาศ",
)
# “…” และ|นาย ข “…”
_NEXT_WHOM = re.compile(rf"[ ]?(?:,[ ]?และ|,|และ)[ ]?[^\n“”\",;]{{4,90}}[ ]{_HONOUR}")


def given_to(text: str) -> Iterator[Label]:
    """Honours told by whom they are given to: มอบเข็มให้แก่อาสาสมัครป่าไม้ดีเด่น ประจำปี 2565, where no prize is named beside them."""
    for match in _GIVEN_TO.finditer(text):
        start, end = match.span("name" if match["name"] is not None else "title")
        yield Label("award", start, end, "award.title", start, end)
    for first in _BEHIND_WHOM.finditer(text):
        whom: re.Match[str] | None = first
        while whom is not None:
            start, end = whom.span("name")
            yield Label("award", start, end, "award.title", start - 1, end + (whom["year"] is None))
            whom = _NEXT_WHOM.match(text, whom.end())
    for match in _CERTIFICATE.finditer(text):
        start, end = match.span("name")
        yield Label("award", start, end, "award.title", start - 1, end + 1)
