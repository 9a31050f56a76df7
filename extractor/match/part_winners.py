"""Where a class ends before the name of its winner, of whom a verb is told: ประเภทเรือเล็ก| เรือแก้วนาดี คว้าแชมป์."""

from __future__ import annotations

import re

# เรือแก้วนาดี| จากบ้านนา |คว้าแชมป์
_WINS = re.compile(
    r"(?:[ ](?:จาก[ก-๎]{2,24}|(?:ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.)[ ]?[ก-๎]{2,20})){0,3}[ ](?:ก็|ยัง|สามารถ)?"
    r"(?:คว้า|ซิว|ครอง(?=แชมป์|ตำแหน่ง|รางวัล)|ได้รับ(?=รางวัล|รอง|เหรียญ|ชนะ|โล่|เกียรติบัตร|ประกาศเกียรติ|ถ้วย)"
    r"|ได้(?=รอง|ชนะ|ที่[ ]?\d|อันดับ|เหรียญ|แชมป์|รางวัล)|เข้าวิน)"
)
_NAME = re.compile(r"[ก-ฮเ-ไ][ก-๎]{3,40}$")
# of a class still: ประเภททีม| หญิงเดี่ยว
_OF_CLASS = re.compile(
    r"(?:ทีม|คู่|เดี่ยว|บุคคล)?(?:ชาย|หญิง|ผสม|เดี่ยว|คู่|ทีม|บุคคล)|(?:รุ่น|ระดับ|ขนาด|อายุ|ช่วงชั้น|ชั้น|ประเภท|ความยาว|ไม่เกิน|ต่ำกว่า|ประถม|มัธยม|อุดม|ปริญญา|อาชีว|เยาวชน|ประชาชน|บุคคล"
    r"|นักเรียน|นักศึกษา|ทั่วไป|สมัครเล่น|อาชีพ|ชิง|รอบ|ท่า|ฟรีสไตล์|เมตร|กิโล|กม|กก|ปี|คน|ปอนด์|ยอดเยี่ยม|ดีเด่น|พิเศษ|รวม|และ|หรือ|แบบ|ด้วย|เพื่อ|ของ|ใน)"
)
_LEAST = 3


def before_winner(text: str, start: int, end: int) -> int:
    """Where the class between `start` and `end` really ends: before the last word, if that has won by what follows.

    >>> before_winner("เรือเล็ก เรือแก้วนาดี คว้าแชมป์", 0, 21)
    8
    """
    blank = text.rfind(" ", start + _LEAST, end)
    if blank < 0 or _WINS.match(text, end) is None:
        return end
    name = _NAME.match(text, blank + 1, end)
    return blank if name is not None and _OF_CLASS.match(text, blank + 1) is None else end
