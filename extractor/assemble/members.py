"""Who is of a team that has won, told behind what it won: ทีม ก ได้รับรางวัลชนะเลิศ … สมาชิกในทีมประกอบด้วย⏎1. |นาย ข."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.assemble.findings import Party

_TEAM = re.compile(
    r"(?:เจ้าของ)?(?:ทีม|วง(?!เงิน)|คณะ(?!กรรมการ|รัฐ|วิ|แพทย|พยาบาล|ศิลป|เกษตร|มนุษย|บริหาร|นิติ|ครุ|สังคม|ทันต|เภสัช|สัตว|สถาปัต))"
)
# |สมาชิกในทีมประกอบด้วย⏎1. |นาย ก
_ANNOUNCED = re.compile(
    r"(?:(?:ราย(?:ชื่อ|นาม))?สมาชิก(?:ใน|ของ|ผู้ร่วม)?(?:ทีม|กลุ่ม|วง)?|ผู้(?:เข้า|ร่วม|เข้าร่วม)(?:แข่งขัน|ประกวด|การแข่งขัน|การประกวด)"
    r"|(?:ราย(?:ชื่อ|นาม)[ ]?)?(?:นักเรียน|นักศึกษา|นิสิต|เยาวชน|นักกีฬา|ผู้เล่น)(?:ใน|ของ)?(?:ทีม)?|(?:โดย)?(?:มี)?ทีม(?:งาน)?"
    r"|คณะ(?:ผู้)?(?:วิจัย|จัดทำ|ทำงาน|พัฒนา)"
    r"|ผู้(?:พัฒนา|จัดทำ|ประดิษฐ์|คิดค้น)(?:ผลงาน)?)(?:(?!รางวัล|ชนะ|ได้รับ|คว้า|เหรียญ)[^\n:“”]){0,24}?"
    r"(?:ประกอบ(?:ไป)?ด้วย|ได้แก่|คือ|(?:มี)?ดังนี้|ดังต่อไปนี้|:)[ ]*\n?[ ]*(?:\(?(?:\d{1,2}|[๑-๙])[.)]\)?|[-–•])?[ ]*$"
)
# characters behind a team within which its members are announced
_REACH = 600


def is_team(text: str, party: Party) -> bool:
    """Whether a party is a team by its name."""
    return party.kind == "team" and _TEAM.match(text, party.start) is not None


def is_announced(text: str, team: Party | None, party: Party) -> bool:
    """Whether a person is the first whom words announce as of the team that has been named before."""
    if team is None or party.kind != "person" or not 0 <= party.start - team.end <= _REACH:
        return False
    return _ANNOUNCED.search(text, max(team.end, party.start - 90), party.start) is not None
