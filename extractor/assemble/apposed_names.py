"""Names before verbs of receiving, with what their bearers are behind: “ก” แบรนด์น้ำปลา |คว้า…, Nadee แพลตฟอร์มขายข้าว |คว้า…."""

from __future__ import annotations

import re

from extractor.anchors import Words
from extractor.assemble.subject_words import ADVERB

# what a firm, a brand or a house is, as press releases tell it beside the name
KINDS = (
    "แบรนด์|สตาร์[ทต]อั[ปพ]|แพลตฟอร์ม|ร้าน|คาเฟ่|โรงแรม|รีสอร์[ทต]|โฮมสเตย์|ค่าย(?:หนัง|เพลง|รถ|เกม|ละคร)|ฟินเทค|เอสเอ็มอี|ฟาร์ม|ไร่|โรงงาน|โรงคั่ว|สตูดิโอ"
    "|สายการบิน|วิสาหกิจ|กิจการ|ธุรกิจ|บริษัท(?=ผู้|ใน|ชั้น|ด้าน|พัฒนา|ผลิต|รับ|ที่ปรึกษา|ประกัน|จัด|เทค)|เครือ(?=โรง|ข่าย|ธุรกิจ)"
    "|ผู้(?:ผลิต|นำ|ให้บริการ|จำหน่าย|พัฒนา|ประกอบการ|เชี่ยวชาญ|ส่งออก|นำเข้า|บริหาร(?=โรง|ศูนย์|อาคาร))"
)
KIND_WORDS = Words(
    "แบรนด์|สตาร์ท|สตาร์ต|แพลตฟอร์ม|ร้าน|คาเฟ่|โรงแรม|รีสอร์|โฮมสเตย์|ค่าย|ฟินเทค|เอสเอ็มอี|ฟาร์ม|ไร่|โรงงาน|โรงคั่ว|สตูดิโอ|สายการบิน|วิสาหกิจ|กิจการ|ธุรกิจ"
    "|บริษัท|เครือ|ผู้"
)
_ADVERBS = rf"[ ]*(?:{ADVERB}[ !]*)*"
# what a clause that tells what somebody is does not hold
_TOLD = (
    r"(?:(?!ได้รับ|คว้า|รางวัล|ซึ่ง|กล่าว|เปิดเผย|โดย(?!สาร)|และได้|มอบ|จัด(?=งาน|พิธี|แสดง)|ร่วมกับ|ขอ(?!ง)|เชิญ|ประกาศ|เตรียม|เปิด(?!โล่ง)|เพื่อ(?=ส่ง|ให้|เป็น))"
    r"[^\n“”\"‘’:;]){0,90}?"
)
# “ก”| แบรนด์น้ำปลาร้าต้นตำรับ |คว้า · ⏎Nadee| แพลตฟอร์มซื้อขายข้าว |คว้า
_BEHIND = re.compile(
    r"(?:(?:^|[\n ])[“\"‘](?P<marked>(?!รางวัล|โครงการ|งาน)[^“”\"‘’\n]{2,40})[”\"’]"
    r"|(?:^|\n|[ ]{2}|ล่าสุด[ ]?|ว่า[ ]|โดย[ ])(?P<latin>[A-Z][\w&.’'-]+(?:[ ][A-Z0-9&][\w&.’'-]*){0,3}))"
    rf"[ ]?(?:\([^()\n]{{1,40}}\)[ ]?)?(?:{KINDS}){_TOLD}[ ]{_ADVERBS}$"
)
# วิสาหกิจเริ่มต้น |“ก”| ได้รับเลือกเป็น
_BEFORE = re.compile(
    r"(?:^|[\n ]|โดย|ของ|ส่วน|ด้าน)(?:สตาร์[ทต]อั[ปพ]|วิสาหกิจเริ่มต้น|แพลตฟอร์ม)[ก-๎]{0,24}[ ]?"
    rf"[“\"‘](?P<name>[^“”\"‘’\n]{{2,40}})[”\"’][ ]?(?:\([^()\n]{{1,40}}\)[ ]?)?{_ADVERBS}$"
)
# ⏎|ร้าน “ก”| จังหวัดน่าน คว้า…, ขณะที่|ชมรม “ข”| ได้รับ…: what a body is, and its name in marks
_HEADED = re.compile(
    r"(?:^|(?<=\n)|(?<=[ ]{2})|(?:ล่าสุด|ว่า|โดย|ขณะที่|ส่วน|ด้าน|ทั้งนี้|ได้แก่|ยินดี(?:กับ|แก่)|ชื่นชม|พร้อมด้วย|พร้อมทั้ง|รวมถึง|รวมทั้ง|ตลอดจน)[ ]?)"
    r"(?P<name>(?:ห้องอาหาร|ภัตตาคาร|สปา|บาร์|ร้าน|คาเฟ่|โรงแรม|รีสอร์[ทต]|โฮมสเตย์|ฟาร์ม|ไร่|สวน|บ้าน|วัด|ตลาด|ชุมชน|หมู่บ้าน|ชมรม|กลุ่ม|เครือข่าย|วิสาหกิจชุมชน|สหกรณ์|มูลนิธิ|สมาคม"
    r"|บริษัท|โรงเรียน|เพจ|แฟนเพจ|ช่อง|พอดแคสต์|สโมสร|ค่าย|คณะ|เรือ)(?!นี้|ที่|ของ|ได้|นัก|ผู้)[ก-๎]{0,24}"
    r"[ ]?[“\"‘](?!รางวัล|โครงการ|งาน|การ)[^“”\"‘’\n]{2,40}[”\"’])"
    r"(?:[ ]?\([^()\n]{1,40}\))?(?:[ ](?:จาก|ใน)?(?:จ\.|จังหวัด|อ\.|อำเภอ|ต\.|ตำบล|เขต)[ ]?[ก-๎]{2,24}){0,3}"
    rf"[ ]?(?:ที่|ซึ่ง|สามารถ)?{_ADVERBS}$"
)
_HEADS = Words(
    "ห้องอาหาร|ภัตตาคาร|สปา|บาร์|ร้าน|คาเฟ่|โรงแรม|รีสอร์|โฮมสเตย์|ฟาร์ม|ไร่|สวน|บ้าน|วัด|ตลาด|ชุมชน|ชมรม|กลุ่ม|เครือข่าย|วิสาหกิจ|สหกรณ์|มูลนิธิ|สมาคม|บริษัท|โรงเรียน|เพจ|ช่อง"
    "|พอดแคสต์|สโมสร|ค่าย|คณะ|เรือ"
)
# characters before a verb within which the name stands
_WITHIN = 170


def headed_before(text: str, verb: int) -> tuple[int, int] | None:
    """Where a body stands that heads the clause of a verb, by its kind and its name in marks: ร้าน “ก” คว้า…."""
    begin = max(0, text.rfind("\n", 0, verb), verb - _WITHIN)
    if not _HEADS.within(text, begin, verb):
        return None
    named = _HEADED.search(text, begin, verb)
    return named.span("name") if named is not None else None


def apposed_before(text: str, verb: int) -> tuple[int, int] | None:
    """Where the name stands of whom a verb is told, by what its bearer is."""
    begin = max(0, text.rfind("\n", 0, verb), verb - _WITHIN)
    if not KIND_WORDS.within(text, begin, verb):
        return None
    named = _BEHIND.search(text, begin, verb)
    if named is not None:
        return named.span("marked" if named["marked"] is not None else "latin")
    named = _BEFORE.search(text, begin, verb)
    return named.span("name") if named is not None else None
