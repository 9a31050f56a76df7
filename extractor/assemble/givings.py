"""Prizes received where a programme's are handed over: เป็นประธานมอบรางวัล Mekong Awards 2022 โดยธนาคาร ก รับรางวัล “องค์กรแห่งปี”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.assemble.draft import Draft
    from extractor.match.label import Label

# เป็นประธานใน|พิธีมอบโล่|รางวัล A, จัด|งานประกาศผล|รางวัล A
_GIVING = re.compile(
    r"(?:พิธี|งาน|ประธาน)(?:ใน)?(?:พิธี|งาน)?(?:การ)?(?:มอบ|ประกาศ(?:ผล)?|พระราชทาน|แจก)(?:โล่|ถ้วย|ตรา)?(?:และ)?[ ]?[“\"‘']?\Z"
)
# โดยธนาคาร ก |ได้รับ|รางวัล B
_RECEIVES = re.compile(r"(?:รับ(?:มอบ)?|คว้า|กวาด|ซิว)(?:โล่)?[ ]?(?:\d{1,2}[ ]?รางวัล[ ]?(?:ได้แก่|คือ)?[ ]?)?\Z")
# between both: another prize is told of besides, or one of old
_BESIDES = re.compile(r"นอกจาก|อีกทั้ง|ยังได้|ก่อนหน้า|ที่ผ่านมา|เคย|ล่าสุด|\n")
# a prize that has its own giver or year behind it is none of the programme's
_OWN = re.compile(
    r"[”\"’']?[ ]?(?:\([^()\n]{1,60}\)[ ]?)?(?:(?:ประจำ)?ปี[ ]?(?:พ\.[ ]?ศ\.[ ]?)?\d|(?:19|20|25)\d\d|ครั้งที่"
    r"|จาก(?!การ|ความ|ผลงาน|โครงการ|เพลง|เรื่อง)|ของ(?=สมาคม|มูลนิธิ|นิตยสาร)|จัดโดย)"
)
_SHAPES = frozenset({"award.quoted", "award.named", "award.of_the_year", "award.superlative", "award.latin"})
_DATES = frozenset({"year", "edition"})
# characters from the programme to the prize
_REACH = 420


def received_at(text: str, above: Label, label: Label, draft: Draft) -> bool:
    """Whether a prize is received where a programme's prizes of one year are handed over, so that it is one of them.

    Args:
        text: the clean text.
        above: the award in hand.
        label: the prize that is named now.
        draft: what has been collected, of which `above` is.
    """
    if label.row is not None or label.rule not in _SHAPES or not draft.own & _DATES or draft.own - _DATES - {"award"}:
        return False
    if label.outer - above.until > _REACH or _RECEIVES.search(text, max(0, label.outer - 40), label.outer) is None:
        return False
    return (
        _GIVING.search(text, max(0, above.outer - 40), above.outer) is not None
        and _BESIDES.search(text, above.until, label.outer) is None
        and _OWN.match(text, label.until) is None
    )
