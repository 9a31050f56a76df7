"""Contests that a winner only goes on to: คว้าแชมป์การประกวด ก เตรียมเข้าร่วม|การประกวด ข| ที่ญี่ปุ่น. Nothing has been won in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.match.label import Label

_CUES = Words("เตรียม|สิทธิ|ตั๋ว|โควตา|โควต้า|ตัวแทน|ผู้แทน|ลุย|ผ่านเข้า|สู้ศึก|จะเข้าร่วม|จะไป|จะเดินทาง")
# characters before a contest's name in which such words stand, before these the win, and behind the name its result
_LEAD, _WIN, _RESULT = 90, 220, 260
_WINS = r"ได้รับ(?!สิทธิ|คัดเลือกให้ไป|โอกาส|เชิญ|โควต)|คว้า(?!สิทธิ|ตั๋ว|โควต)|ครอง|ซิว|กวาด|รางวัล|(?<!ชิง)ชนะ|แชมป์|เหรียญ|มงกุฎ"
# คว้าแชมป์การประกวด ก| เตรียมเข้าร่วม|การประกวด ข, ชนะเลิศการแข่งขัน ก| ได้สิทธิ์ไปแข่งขันต่อในรายการ |ข
_GOES_ON = re.compile(
    r"(?:เตรียม(?!การ|งาน|จัด|เปิด|มอบ|ประกาศ)(?:ตัว|พร้อม|ความพร้อม|ทีม)?"
    r"|(?:ได้|รับ|คว้า)(?:รับ)?(?:สิทธิ์?|ตั๋ว|โควต้?า)|ลุย(?:ต่อ)?|สู้ศึก(?:ต่อ)?|ผ่านเข้า(?!รอบ)"
    r"|(?:พร้อม|เพื่อ|โดย|และ|จะ|ก่อน(?:ที่)?|ให้|ได้)(?:จะ)?(?:ได้)?[ ]?เป็น(?:ตัว|ผู้)แทน|จะ(?:ได้)?(?:เข้าร่วม|ไป|เดินทาง))"
    rf"(?:(?!{_WINS}|กลับ|ผลปราก|จัดการ|มอบ)[^\n“”]){{0,60}}\Z"
)
_JOINS = re.compile(r"(?:ร่วม|แข่ง(?:ขัน)?|ประกวด|ชิงชัย|ชิง|สู้|ลุย|ประชัน|ไป|ใน|สู่|ศึก|รายการ|เวที|งาน|ต่อ(?:ใน)?)[ ]?[“\"]?[ ]?\Z")
_WON = sought(_WINS)
# … |การประกวด ข| ที่ญี่ปุ่น และคว้าเหรียญทอง: what has been won in it, after all
_HAS_RESULT = sought(
    r"ได้รับรางวัล|คว้า|ครอง|ซิว|กวาด|(?<!ชิง)ชนะ|เหรียญ(?:ทอง|เงิน)|ผล(?:การแข่งขัน)?ปราก"
    r"|ได้(?:ที่|อันดับ)|เป็น(?:ที่[ ]?\d|แชมป์|อันดับ)"
)
_CONTEST = re.compile(r"(?:การ)?(?:ประกวด|แข่งขัน|ประชัน)")


def without_next(text: str, labels: list[Label]) -> list[Label]:
    """The labels without contests that a winner only goes on to, and without their years and numbers."""
    gone: list[Label] = []
    for label in labels:
        dates_it = bool(gone) and label.kind in {"year", "edition"} and 0 <= label.outer - gone[-1].until <= 1
        told = label.kind == "award" and _CUES.within(text, label.outer - _LEAD, label.outer)
        if dates_it or (told and _is_next(text, label)):
            gone.append(label)
    return [label for label in labels if label not in gone] if gone else labels


def _is_next(text: str, label: Label) -> bool:
    begin = max(text.rfind("\n", 0, label.outer) + 1, label.outer - _LEAD)
    lead = _GOES_ON.search(text, begin, label.outer)
    if lead is None or not (_CONTEST.match(text, label.outer) or _JOINS.search(text, lead.start(), label.outer)):
        return False
    clause = max(text.rfind("\n", 0, lead.start()) + 1, lead.start() - _WIN)
    if _WON.search(text, clause, lead.start()) is None:
        return False
    end = text.find("\n", label.until)
    end = min(end if end >= 0 else len(text), label.until + _RESULT)
    return _HAS_RESULT.search(text, label.until, end) is None
