"""A winner whose name no matcher knows, where only its place tells that one must stand there."""

from __future__ import annotations

import re

from extractor.assemble.findings import Party
from extractor.assemble.free_names import BAD, before_alike, plausible
from extractor.document import Span
from extractor.match.person_words import CONTESTANT
from extractor.patterns import sought
from extractor.tokenise import words

_END = sought(
    r"""
    [\n,;✅•|] | [ ]*ฯลฯ | [ ]*(?:\(?\d{1,2}(?:\.\d+)?[.)]) | [ ]{2,}
    | [ ]*\( | [“"”] | [ ](?=[\d,.]+[ ]?(?:ล้าน|บาท|คน|ครั้ง|ราย|คะแนน|วิว|%))
    | [ ](?= (?:นัก(?:แสดง|ร้อง|เขียน|ดนตรี|วาด|กีฬา|กอล์ฟ|เทนนิส|แบด|ตบ|ตี|เตะ|มวย|ชก|ชู้ต|ยัด|วิ่ง|กรีฑา|ว่ายน้ำ|ปั่น|แข่ง
        |บิด|ขับ|ขี่|ฟุต|บาส|วอลเลย์|วีลแชร์|ยก|ยิง|ยูโด|เทควันโด|สนุก|หมากรุก)|โปร(?:กอล์ฟ|สาว|หนุ่ม)|ดารา|พระเอก|นางเอก
      |วง(?:ดนตรี)?(?:ร็อก|ป๊อป|ดัง|หน้าใหม่|น้องใหม่|สัญชาติ|[ก-๎]{0,6}(?:หนุ่ม|สาว))?(?:จาก|ชาว|แห่ง)
      |วัย[ ]?\d|อายุ[ ]?\d|มือ(?:วาง|หนึ่ง|[ ]?\d)|สาว(?:งาม|น้อย|วัย|ชาว|นัก|มั่น)|หนุ่ม(?:น้อย|วัย|ชาว|นัก)|ลมกรด
      |แห่ง(?=ร้าน|ค่าย|บริษัท|โรง|สถาบัน|ทีม|สโมสร|สำนักพิมพ์)
      |จาก|โดย|ของ|จังหวัด|จ\.|กรุงเทพ|กทม|อำเภอ|อ\.|ตำบล|ต\.|ผลงาน|โครงการ|โครงงาน|ประเภท|ระดับ|สาขา|ด้วย|กับ|ซึ่ง|ที่|จำนวน|เงิน|รางวัล|ชื่อ|ได้|ยอด
      |หมายเลข[ ]?\d|รับ|พร้อม|เป็น|เวลา|คะแนน|ส่วน|และ|ใน|มี|หมู่|เลขที่|สถิติ|ด้าน|ขณะ|ประกวด|ประจำ|ร่วม|จัด|ณ|เพื่อ|ทั้ง|นอกจาก|สำหรับ
      |เรื่อง|หัวข้อ|สังกัด|รุ่น(?=อายุ|น้ำหนัก|ประชาชน|เยาวชน|ยุวชน|ทั่วไป|[ ]?\d)) )
    | (?:และ|แล้ว)(?=[ ]?(?:รางวัล|ประเภท|ระดับ|ผลงาน|ทีม|เทศบาล|บ้าน|ชุมชน|กลุ่ม|นาย|นาง|โรง|อำเภอ|จังหวัด|สวจ)) | ส่วน(?=รางวัล) | รวมทั้งสิ้น
    """,
    re.VERBOSE,
)
# a contest, a region, a prize, a number of medals: แบดมินตัน 8 (เหรียญทอง), ภาคละ 2 (รางวัล)
_NO_PARTY = re.compile(
    r"^(?:กิจกรรม|เงิน|ทุนการ|ภาค(?:ใต้|เหนือ|กลาง|อีสาน|ตะวัน[ก-๎]*)(?= |$)|เหรียญ|การ(?:ประกวด|แข่งขัน)|รายการ"
    r"|เกียรติบัตร|เกียรติคุณ|ประกาศ(?:เกียรติ|นียบัตร)|โล่|ถ้วย|ใบประกาศ"
    r"|ยกย่อง|เชิดชู|จากรอบ|มิส|Miss|Best|The[ ]Best|Plus|สร้อย|ทองคำ)|^[ก-๙]+ละ[ ]?\d"
)
_COUNTS = re.compile(r"[ก-๙][ ]\d{1,3}[ ]?(?:เหรียญ|รางวัล)")
# the words were a category: รางวัลชนะเลิศ ผู้ประพันธ์เพลง⏎ได้แก่ … · 1) กลุ่มหมู่บ้านเล็ก จำนวน 5 รางวัล ประกอบด้วย …
_HEADS_LIST = re.compile(
    r"[ ]*\n[ ]*(?:ได้แก่|คือ)|[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:จำนวน|รวม)[ ]?\d+[ ]?(?:รางวัล|ประเภท|ระดับ|ทีม|ราย|คน|ผลงาน|แห่ง)"
    r"|[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:ประกอบด้วย|แบ่ง(?:ออก)?เป็น)"
)


# จังหวัดละ 4 · ผู้ขับร้องเพลงไทย · คะแนนเต็ม
_NO_NAME = re.compile(
    r"[ก-๎]{1,12}ละ[ ]?\d|ผู้|ธุรกิจ|การ|ความ|ระบบ|ทุน(?!หมุน)|เกียรติบัตร|คะแนน|ดังนั้น|ตามลำดับ|สร้าง|จาก|โครงการ|กลุ่มผลิตภัณฑ์"
    r"|ภาพยนตร์|ละคร[ ]?เรื่อง|โดรน|อาวุธ|(?:สาว|หนุ่ม)(?=[ก-๎]{0,12}(?:จาก|เจ้า(?:บ้าน|ถิ่น|ภาพ)|งาม|ไทย$))|ตัวแทน(?:จาก|ประเทศ)"
    r"|(?:ไป|มา)(?:ครอง|ได้(?![ก-๎])|อย่าง)|ได้สำเร็จ|พ่วง|ควบ(?!คุม)|ตน(?:เอง)?(?![ก-๎])|ตัวเอง|ใคร|(?:กลุ่ม|ทีม|คณะ|ชุมชน|ชมรม|บริษัท)$"
)


# รางวัลชนะเลิศ OTOP| ประเภทอาหาร: the contest
_GOES_ON = re.compile(r"[ ]?(?:ประเภท|ระดับ|สาขา|ประจำปี|ครั้งที่|ปี|รุ่น|20\d\d|25\d\d)")


# หมายเลข 9 |แพรวา ทองสุข
_NUMBER = re.compile(rf"{CONTESTANT}[ ]{{1,2}}(?=[ก-ฮเ-ไ“])[“]?")


# ชนะเลิศ |เรือ “เทพธารา 88”| สังกัด…: of what kind it is, and its name in marks
_KIND_MARKED = re.compile(
    r"(?:เรือ(?:ยาว)?|ร้าน(?:อาหาร|กาแฟ)?|วง(?:ดนตรี)?|คณะ(?:ลิเก|หมอลำ)?|แบรนด์|ครัว|สวน|ไร่|ฟาร์ม|เพจ|ชมรม|คลินิก|โฮมสเตย์|ค่ายมวย|ค่าย|อู่)"
    r"[ ]?[“\"][^“”\"\n]{2,40}[”\"]"
)


def free_party(text: str, place: int, limit: int, *, opened: bool) -> Party | None:
    """The name that begins at `place`, if it reads as one; `opened`: ได้แก่ or a list item calls for it."""
    number = _NUMBER.match(text, place, limit)
    place = number.end() if number is not None else place
    marked = _KIND_MARKED.match(text, place)
    if marked is not None:
        return Party.of_words(Span(*marked.span(), "party.position"), "listed")
    stop = _END.search(text, place + 2, limit)
    end = stop.start() if stop else limit
    name = text[place:end].strip(" .:-–")
    if opened and " " in name and (alone := before_alike(name)) != name:
        name = alone
        end = text.index(name, place) + len(name)
    if _HEADS_LIST.match(text, end) or _NO_PARTY.match(name) or _COUNTS.search(text, place, end + 8):
        return None
    if not 3 <= len(name) <= (60 if opened else 34) or not ("ก" <= name[0] <= "๎" or (name[0].isascii() and name[0].isalpha())):
        return None
    tokens = words(name)
    start = text.index(name, place)
    after = start + len(name)
    if _NO_NAME.match(name) or not plausible(name, text[after : after + 2], tokens):
        return None
    if tokens[0] in BAD or sum(token in BAD for token in tokens) > (1 if opened else 0):
        return None
    if not opened and name.isascii() and _GOES_ON.match(text, after):
        return None
    return Party.of_words(Span(start, after, "party.position"), "listed")
