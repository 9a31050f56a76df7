"""Lines above a headline that are the site's: menus, switches, slogans, telephone numbers, what a school or an office is."""

from __future__ import annotations

import re

# บุคคล  ธุรกิจ  สลาก  Call Center · คลินิกพิเศษ ▤ ตรวจสุขภาพ ▤ · ข่าวจังหวัด | ข่าวรัฐบาล | สารคดี
_ITEM = re.compile(r"\s{2,}|\s*[|▾▼▤▸►▶☰•·/»]\s*|\s+[-–]\s+")
_LONGEST_ITEM, _LONGEST_MENU = 34, 200
_ICON = re.compile(r"[▾▼▤▸►☰•]")
_FEW_ITEMS, _MANY_ITEMS = 3, 5
# What a headline tells, and the name of a site, a desk or a column does not
TELLS = re.compile(
    r"[!?…“”‘’\"%]|\.{2,}|\d{3}|\d\s?(?:รางวัล|เหรียญ|คน|ราย|ปี|แห่ง|ทีม|ล้าน|แสน|บาท|เรื่อง|จังหวัด|สาขา|วัน|มิติ|ข้อ)"
    r"|คว้า|ซิว|ผงาด|กวาด|หอบ|มอบ|รับ(?!ผิดชอบ|รอง|ใช้)|ร่วม|เปิด|ประกาศ(?=[ก-ฮเ-ไ])|แถลง|ครบรอบ|ชนะ|จับมือ|เดินหน้า|ยินดี|รางวัล|ลุย|ย้ำ|โชว์|ชวน"
    r"|ผนึก|ได้|เหรียญ|ลงพื้นที่|ประชุม|จัด(?!ซื้อ|จ้าง|การ|หา)|เชิญ|เผย(?!แพร่)|เร่ง|หนุน|พร้อม|เป็น|แชมป์|เตือน|สั่ง|แจง|เตรียม|ปลื้ม|เฮ(?!ล)|ยก|ขึ้น|ลั่น|โค่น"
    r"|นำ|พบ|เยี่ยม|หารือ|ตรวจ(?!สอบภายใน)|(?<!โครง)สร้าง|ดัน|ชู(?!ปถ)|เล็ง|โต้|ปิด|ถก|ชี้|ห่วง|แนะ|วอน|วาง|ช่วย|ขยาย|ลด|เพิ่ม|แก้|คือ|จาก|เพื่อ(?!น)|แก่|ให้|สู่"
    r"|ผล(?:การ)?(?:ประกวด|แข่งขัน|ตัดสิน|คัดเลือก)(?=[ก-๎ ]{6})|การ(?:ประกวด(?!ราคา)|แข่งขัน)(?=[ก-๎ ]{4})|ครั้งที่[ ]?\d|ทำเนียบผู้|รายชื่อผู้"
)
# ☎ 1699, Call Center 02-555-0500, ฉุกเฉิน 1669, 08x-xxx-xxxx
_NUMBER = r"(?:0[\dx\s-]{7,13}[\dx]|\(0\d{1,2}\)[\d\s-]{6,10}|1\d{3})(?:\s?(?:กด|ต่อ)\s?\d+)?(?!\d)"
_TELEPHONE = re.compile(
    rf"(?:☎|☏|📞|โทร(?:ศัพท์)?\.?|call\s?center|hotline|สายด่วน|ฉุกเฉิน|นัดหมาย|แฟกซ์|fax\.?)\s*[:：]?\s*{_NUMBER}"
    r"|(?<![\d/])0[\dx][\dx]?[ -]?[\dx]{3,4}[ -][\dx]{3,4}(?!\d)"
    r"|(?<!\d)1[1-9]\d\d\s?กด\s?\d",
    re.IGNORECASE,
)
# ปรับขนาดตัวอักษร A- A A+ · เลือกภาษา ▼ · EN | TH 🔍 ค้นหา · FM 98.75 MHz · รหัสโรงเรียน 54020999 | ปรัชญา : … · สังกัดสำนักงาน…
_STANDING = re.compile(
    r"(?:ปรับ|เลือก|เปลี่ยน)?\s?ขนาด\s?(?:ตัว)?(?:อักษร|หนังสือ)|(?:เลือก|เปลี่ยน)ภาษา|(?:TH|EN|ไทย)\s?[|/]\s?(?:TH|EN|ENG|อังกฤษ)\b|[☰≡🔍]"
    r"|(?:FM|AM)\s?\d|(?:เปิด|ปิด|แสดง|ซ่อน)เมนู|รหัส(?:โรงเรียน|สถานศึกษา|หน่วยงาน)|ปรัชญา|วิสัยทัศน์|พันธกิจ|คำขวัญ|อัตลักษณ์|เอกลักษณ์|ค่านิยม|สโลแกน"
    r"|สังกัด(?=\s?(?:สำนัก|กรม|กระทรวง|เทศบาล|องค์การ|สพ))|หมวด(?:หมู่)?\s?[:：]|ยินดีต้อนรับ|welcome\s+to|เข้าสู่เว็บ|เว็บไซต์|⚠|web\s?master"
    r"|(?:ตั้ง)?เป็นหน้าแรก|เพิ่มใน(?:รายการ)?โปรด|add\s+to\s+favou?rites?|bookmark",
    re.IGNORECASE,
)
# 88 ถ.มิตรภาพ ต.นาดี อ.เมือง จ.เลย 42000: the owner's address
_ADDRESS = re.compile(
    r"(?:ที่อยู่|เลขที่)?\s?[:：]?\s?\d{1,4}(?:/\d{1,4})?\s(?:หมู่|ม\.|ถ\.|ถนน|ซ\.|ซอย|อาคาร|ต\.|ตำบล).{5,110}\s\d{5}(?!\d).{0,40}"
)
# [แบนเนอร์: ลดโลกร้อน เริ่มที่ตัวเรา], <ภาพสไลด์>
_BOX = re.compile(r"\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\}|>+[^<>]{2,40}<+|[★☆*=~_▬■◆]{2,}.{2,40}[★☆*=~_▬■◆]{2,}")
# “ใกล้บ้าน ใกล้ใจ ไว้วางใจเรา”
_QUOTED = re.compile(r"[“\"‘'][^“”\"‘’]{6,70}[”\"’']")
# วิจัยไทย ก้าวไกล ใช้ได้จริง · ตรงประเด็น ทันเหตุการณ์
_SLOGAN = re.compile(r"[ก-๙]{4,18}(?: [ก-๙]{4,18}){1,4}")
_LONGEST_SLOGAN, _SHORT = 56, 90


TABLE_ROW = re.compile(
    r"\s*(?:(?:\d{1,3}|(?:อันดับ|ลำดับ)(?:ที่)?)\s*\|"
    r"|(?:\d{1,2}[.)]\s*)?(?:รางวัล)?(?:(?:รอง)?ชนะเลิศ|(?:รอง)?แชมป์|ชมเชย|เหรียญ(?:ทอง(?:แดง)?|เงิน)|ดีเด่น)"
    r"[ก-๎ ]{0,10}\d{0,2}\s*[|/]\s)"
)
"""A row of a table of results, or a ranking's heading: 1 | ธนาคาร ก | 91 |, ชมเชย | ทีม ก |, below อันดับ | ธนาคาร | คะแนน |."""


def is_site_line(text: str) -> bool:
    """Whether a line is a menu, a switch, a telephone number or a box of the site's, and never a headline.

    >>> is_site_line("เมนูด่วน ▤  คลินิกพิเศษ ▤  ตรวจสุขภาพ ▤  บริจาค ▤")
    True
    >>> is_site_line("กรมที่ดิน  รับรางวัล  ประจำปี 2567  ณ ทำเนียบรัฐบาล")
    False
    """
    return len(text) <= _LONGEST_MENU and (
        _BOX.fullmatch(text) is not None
        or _STANDING.match(text) is not None
        or _ADDRESS.fullmatch(text) is not None
        or (len(text) <= _SHORT and _TELEPHONE.search(text) is not None)
        or is_menu(text)
    )


def is_menu(text: str) -> bool:
    """Whether a line lists the parts of a site: three that tell nothing, or more of which one at most reads as telling."""
    if len(text) > _LONGEST_MENU or TABLE_ROW.match(text) is not None:
        return False
    items = [item for item in _ITEM.split(_TELEPHONE.sub("  ", text)) if item.strip()]
    if len(items) < _FEW_ITEMS or max(map(len, items)) > _LONGEST_ITEM:
        return False
    telling = sum(TELLS.search(item) is not None for item in items)
    return telling == 0 or (telling == 1 and len(items) >= (_FEW_ITEMS if _ICON.search(text) else _MANY_ITEMS))


def is_slogan(text: str) -> bool:
    """Whether a line may be a slogan below a site's name: in marks as a whole, or a few short words in step."""
    return _QUOTED.fullmatch(text) is not None or (len(text) <= _LONGEST_SLOGAN and _SLOGAN.fullmatch(text) is not None)
