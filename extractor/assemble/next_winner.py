"""Who stands behind a work with which another has won, and is no maker of it: he has won the next prize, or speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.role_words import WINS_NEXT

if TYPE_CHECKING:
    from extractor.assemble.findings import Party
    from extractor.document import Span

# นาย ก |ได้รับเหรียญทอง จากผลงาน| “ข” นาย ค ได้รับเหรียญเงิน
_WON_WITH = re.compile(
    r"(?:ได้|คว้า|ซิว|ครอง|กวาด|รับ)(?:รับ|มา|มอบ|ไป)?[ ]?(?:ราง|เหรียญ|แชมป์|รอง|ชนะเลิศ|โล่|ถ้วย|ตำแหน่ง|เกียรติ)"
    r"[^\n“”]{0,110}(?:จาก|ด้วย|ใน|กับ)[ก-๎ ]{0,40}[“\"‘']?$"
)
# no maker of the work: nothing says so
_BARE = re.compile(r"[”\"’']?[ ]*(?:\([^()\n]{1,40}\)[ ]*)?(?:,[ ]*)?(?:(?:และ|ส่วน|ขณะที่)[ ]?)?")
# characters before a work within which a verb tells who has won with it
_REACH = 170


def wins_next(text: str, work: Span, party: Party) -> bool:
    """Whether a party behind a work is no maker of it, but has won what is told next.

    นาย ก ได้รับเหรียญทอง จากผลงาน “ข” |นาย ค| คณะวิทยาศาสตร์ ได้รับเหรียญเงิน
    """
    if _BARE.fullmatch(text, work.end, party.start) is None or WINS_NEXT.match(text, party.end) is None:
        return False
    return _WON_WITH.search(text, max(0, work.start - _REACH, text.rfind("\n", 0, work.start)), work.start) is not None


_SPEAKS = re.compile(
    r"(?:[ ]?\([^()\n]{1,40}\))?(?:(?!ผลงาน|รางวัล|ได้รับ|คว้า|เหรียญ|ชนะ)[^\n“”:;]){0,110}?[ ](?:ได้)?(?:กล่าว|เปิดเผย|เผย|ระบุ"
    r"|เล่า|บอก|ให้สัมภาษณ์|โพสต์|เปิดใจ)(?:[ก-๎ ]{0,30}?ว่า|ถึง|[ ]?[“\"])"
)


def speaks_next(text: str, work: Span, party: Party) -> bool:
    """Whether somebody behind a work begins the next sentence, in which he speaks, and another has won with it.

    โรงพยาบาล ก คว้ารางวัล ข จากผลงาน “ค” |นพ.ง| ผู้อำนวยการโรงพยาบาล กล่าวว่า …
    """
    if _BARE.fullmatch(text, work.end, party.start) is None or _SPEAKS.match(text, party.end) is None:
        return False
    return _WON_WITH.search(text, max(0, work.start - _REACH, text.rfind("\n", 0, work.start)), work.start) is not None
