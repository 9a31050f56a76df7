"""Honours that are told only by who is praised, with how many they are: มีครูดีเด่นได้รับรางวัล 3 คน, ยินดีกับ 4 อปพร. ดีเด่น ได้แก่ …."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.match.label import Label
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PRAISES = Words("ดีเด่น|ดีเลิศ|ยอดเยี่ยม")
_PRAISE = re.compile(r"(?:ดีเด่น|ดีเลิศ|ยอดเยี่ยม)(?:แห่งชาติ|ประจำจังหวัด)?")
_UNIT = (
    r"(?:คน|ราย|ท่าน|รูป|แห่ง|องค์กร|องค์การ|หน่วยงาน|หน่วย|สถาบัน|หมู่บ้าน|ตำบล|อำเภอ|จังหวัด|ชุมชน|โรงเรียน|โรงพยาบาล|วัด|กลุ่ม|ครอบครัว"
    r"|คู่|ชมรม|ศูนย์|สหกรณ์|กองทุน|เครือข่าย|พื้นที่|สถานี|ร้าน|บริษัท|โรงงาน|เทศบาล|สาขา)"
)
_LIST = r"(?:ได้แก่|คือ[ ]|ดัง(?:ต่อไป)?นี้|อาทิ|เช่น|ประกอบด้วย)"
_REACH = r"(?:[ ]?ระดับ[ ]?(?:ประเทศ|ชาติ|ภาค|เขต|จังหวัด|อำเภอ|ตำบล)[ก-๎]{0,12})?"
_YEAR = r"(?:[ ]?(?:ประจำปี|ปี|พ\.ศ\.)[ ]?(?:งบประมาณ[ ]?)?(?:พ\.ศ\.[ ]?)?[\d๐-๙]{4})"
_MANY = rf"(?:[ ]?(?:มี)?(?:จำนวน|รวม|ทั้งสิ้น|ทั้งหมด)?[ ]?[\d๐-๙]{{1,3}}[ ]?{_UNIT})"
# ครูดีเด่น| ปี 2566 จำนวน 3 คน ได้แก่, ครูดีเด่น|ได้รับรางวัล 3 คน, ครูดีเด่น|ที่ได้รับรางวัล ได้แก่
_COUNTED = re.compile(
    rf"{_REACH}{_YEAR}?(?:{_MANY}[ ]*{_LIST}"
    rf"|[ ]?(?:ที่|ซึ่ง)?(?:เข้า)?(?:ได้)?รับ(?:พระราชทาน)?(?:รางวัล|โล่)(?:{_MANY}|{_YEAR}?{_MANY}?[ ]*{_LIST}))"
)
_TOLD = re.compile(rf"{_REACH}{_YEAR}?[ ]*(?:จาก[^\n\d]{{2,40}}?)?{_LIST}")
# มอบโล่ |อบต.ดีเด่น| ประจำปี 2566 ให้แก่, ได้รับคัดเลือกเป็น |ชรบ. ดีเด่น
_GIVEN = re.compile(rf"{_REACH}(?:{_YEAR}|(?=[ ]?(?:ได้แก่|ให้|แก่|จาก|\n|$)))")
# who or what is praised; ศพค., รพ.สต.: by the letters that shorten its kind
_WHO = (
    r"(?:ครู|อาจารย์|นัก(?!โทษ)|บุคคล|บุคลากร|ข้าราชการ|พนักงาน|ลูกจ้าง|เจ้าหน้าที่|เกษตรกร|ชาวนา|ชาวสวน|ปราชญ์|อาสาสมัคร|เยาวชน|เด็ก|แม่|พ่อ|ลูก|ครอบครัว|คน"
    r"|ผู้(?:ใหญ่บ้าน|นำ|สูงอายุ|ทำคุณ|ทำประโยชน์|สื่อข่าว|พิการ|ประกอบ|ปฏิบัติ|ปกครอง|ตรวจ|ควบคุม|ฝึก|บริหาร|อำนวย)|กำนัน|นายอำเภอ|ศิลปิน|แพทย์|พยาบาล|ตำรวจ|ทหาร"
    r"|แกนนำ|องค์กร|องค์การ|หน่วย|สถาน|โรงเรียน|วิทยาลัย|โรงพยาบาล|โรงงาน|หมู่บ้าน|ชุมชน|ตำบล|อำเภอ|จังหวัด|เทศบาล|กลุ่ม|สหกรณ์|ศูนย์|กองทุน|วัด|วิสาหกิจ|เครือข่าย|ชมรม"
    r"|ตลาด|ร้าน|บริษัท|แรงงาน|สำนัก|คณะกรรมการ|มัคคุเทศก์|ศิษย์เก่า|นิสิต)"
)
_LETTERS = r"(?:(?<![ก-๎.])(?!พ\.ศ|ค\.ศ|น\.|[มกพสตธ]\.[คพยส])(?:[ก-ฮ]{1,5}\.){1,3}[ ]?(?:[ก-๎]{3,24})?)"
_NAME = sought(
    rf"(?P<name>{_WHO}(?:(?!ประจำ|รางวัล|ได้รับ|ผลการ(?:ศึกษา|เรียน)|ประกวด|ซึ่ง|และ|กับ|ให้|แก่|โดย|ยินดี|ประกาศ|มอบ)[ก-๎]){{0,40}}?"
    rf"|{_LETTERS})$"
)
_LEADS = re.compile(
    r"(?:^|[\s“\"(:•-]|มี|กับ|แก่|แด่|ให้|เป็น|สำหรับ|ส่วน|โดย|และ|ว่า|ผล|ยินดี|เชิดชูเกียรติ|ยกย่อง|เกียรติคุณ|เกียรติบัตร|โล่|เข็ม|รายชื่อ|ใบประกาศ|ราย"
    r"|\d[ ]?)$"
)
_GIVES = re.compile(
    r"(?:(?:มอบ|รับ|ประกาศ|พระราชทาน|ประทาน)(?:โล่|เข็ม|เกียรติบัตร|ใบประกาศ|ประกาศ|รางวัล|ถ้วย)[ก-๎]{0,24}|ประกาศเกียรติคุณ|(?:คัดเลือก|ยกย่อง|เชิดชูเกียรติ)(?:ให้)?เป็น)"
    r"[ ]?(?:แก่|แด่|ให้(?:แก่|กับ)?)?[ ]?$"
)
_NUMBERED = re.compile(r"(?<![\d.,/])[\d๐-๙]{1,3}[ ]?$")
# names that an article gives to what it hands out, and no programmes
_HONOURS = frozenset({"award.plaque", "award.title", "award.honour"})
# characters before the praise within which who is praised stands
_BEFORE = 50


def praised(text: str, labels: Sequence[Label]) -> Iterator[Label]:
    """Honours by who is praised, where their number and a list tell that they were chosen, or letters stand for them.

    `labels`: the awards named otherwise. Beside one that is called by another name, the praise only tells who receives it.

    ในปีนี้มี|อาสาสมัครดีเด่น|ได้รับรางวัล 30 ราย อาทิ … · มอบโล่ |อบต.ดีเด่น| ประจำปี 2566 ให้แก่ …
    """
    if any(label.rule not in _HONOURS and _PRAISE.search(text, label.start, label.end) is None for label in labels):
        return
    for place in _PRAISES.find(text):
        praise = _PRAISE.match(text, place)
        begin = max(text.rfind("\n", 0, place) + 1, place - _BEFORE)
        named = _NAME.search(text, begin, place - (text[place - 1 : place] == " ")) if praise is not None else None
        if praise is None or named is None:
            continue
        start, end = named.start("name"), praise.end()
        letters = "." in text[start:place]
        before = text[max(0, start - 40) : start]
        if text[place - 1] == " " and not letters:
            continue
        counted = _COUNTED.match(text, end) is not None or (_NUMBERED.search(before) and _TOLD.match(text, end) is not None)
        given = letters and _GIVES.search(before) is not None and _GIVEN.match(text, end) is not None
        if (counted and _LEADS.search(before) is not None) or given:
            yield Label("award", start, end, "award.title", start, end)
