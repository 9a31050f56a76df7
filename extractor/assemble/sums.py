"""Counts of winners without names, and a nation's medals, told behind a name: ระดับดีเด่น 32 แห่ง · ทีมไทยได้ 2 เหรียญทอง."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.assemble.conferral import ConferralFound
    from extractor.match.label import Label

# ระดับดีเด่น| 32 แห่ง · ประเภทองค์กร| จำนวน 9 ราย
_WINNERS = re.compile(
    r"[”\"]?[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:จำนวน[ ]?)?(?:รวม[ ]?)?(?:ทั้งสิ้น|ทั้งหมด)?[ ]?[\d๐-๙][\d๐-๙,]{0,5}[ ]?"
    r"(?:แห่ง|หน่วยงาน|องค์กร|ราย(?!การ)|คน(?!ละ)|ศูนย์|ทีม|ท่าน|รูป|บริษัท|โรงงาน|โรงเรียน|โรงพยาบาล|โรงแรม|สถาน(?:ศึกษา|ประกอบ|พยาบาล|ที่)|วิทยาลัย"
    r"|มหาวิทยาลัย|ชุมชน|หมู่บ้าน|ตำบล|อำเภอ|จังหวัด|เทศบาล|อบต|กลุ่ม|ชมรม|วัด|สหกรณ์|กองทุน|ร้าน|ครัวเรือน|ครอบครัว|สำนักงาน|ฟาร์ม|แปลง|พื้นที่|ประเทศ)"
)
# บริษัท ก เป็นผู้ได้รับรางวัล ข ส่วน|รางวัล ค| มี 48 รางวัล: more than one alone wins, where no verb of its own stands before it
_MANY_PRIZES = re.compile(r"[”\"]?[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:มี|จำนวน)?[ ]?[1-9]\d{1,2}[ ]?รางวัล(?![ก-๎“\"])")
_TAKEN = re.compile(
    r"(?:รับ|คว้า|กวาด|ได้|ครอง|ซิว|เป็น)(?:มอบ)?(?:โล่)?[ ]?[“\"]?\Z"
    r"|(?:คว้า|กวาด|ได้รับ)[^\n]{0,20}?รางวัล[ ]?(?:เช่น|อาทิ|ได้แก่|ดังนี้)[^\n]{0,60}\Z"
)
# กรม ก เป็น 1 ใน|หน่วยงานที่ได้รับรางวัลระดับดี 19 หน่วยงาน: one of them
_ONE_OF = re.compile(r"(?:1|๑|หนึ่ง)[ ]?ใน")
# 2 |เหรียญทอง · เหรียญทอง| 2
_MEDAL = re.compile(r"เหรียญ")
_BEFORE, _AFTER = re.compile(r"[\d๐-๙][ ]?(?:รางวัล)?\Z"), re.compile(r"[ ]?(?:จำนวน[ ]?)?[\d๐-๙]")
# ทีมเยาวชนไทย| ได้รับเหรียญรางวัลทั้งหมด, not of whom stands for it: ในนามทีมชาติไทยได้รับ
_NATION = re.compile(r"(?<!แห่งประเทศ)ไทย[ ]?(?:ได้|มี|คว้า|ทำ|กวาด)")
_STANDS_FOR = re.compile(r"(?:ตัวแทน|ผู้แทน|ในนาม)[ก-๎ ]{0,16}\Z")
# characters before a count within which the nation is named that has won so many, and before that what it is to the winner
_NEAR, _FOR = 90, 24


def counts_others(conferral: ConferralFound, text: str) -> bool:
    """Whether a conferral's class is told of so many without names, or its medal is the nation's, and not the winner's before it.

    Args:
        conferral: a conferral, its fields read.
        text: the clean text.
    """
    winner = conferral.fields["recipient"] or conferral.fields["work"]
    if winner is None:
        return False
    for name in ("level", "category"):
        label = conferral.fields[name]
        if label is None or label.start < winner.end:
            continue
        if _MEDAL.match(text, label.start):
            if _is_nations_tally(text, winner.end, label.start, label.end):
                return True
        elif _WINNERS.match(text, label.end) and not _ONE_OF.search(text, winner.end, label.start):
            return True
    award = conferral.fields["award"]
    return (
        award is not None
        and award.start >= winner.end
        and _MANY_PRIZES.match(text, award.end) is not None
        and _TAKEN.search(text, max(0, award.start - _NEAR), award.start) is None
    )


def _is_nations_tally(text: str, winner: int, start: int, end: int) -> bool:
    """Whether the medal between `start` and `end` is counted, and the nation named as who has so many behind the winner's end."""
    if not (_BEFORE.search(text, max(winner, start - 10), start) or _AFTER.match(text, end)):
        return False
    return any(
        not _STANDS_FOR.search(text, max(winner, nation.start() - _FOR), nation.start())
        for nation in _NATION.finditer(text, max(winner, start - _NEAR), start)
    )


# ทำได้ 1 |เหรียญทอง| 2 เหรียญเงิน ดังนี้: how many of each there are, before a row of who has which
_TALLIED, _ROW_BELOW = re.compile(r"[\d๐-๙][ ]?$"), re.compile(r"(?:ดังนี้|ได้แก่|ประกอบด้วย|คือ)[ ]*:?[ ]*(?:1[.)][ ]*)?$")


def is_tally(text: str, label: Label, winner: int) -> bool:
    """Whether a medal is counted, and behind the count a row opens with `winner`."""
    return (
        label.rule == "level.medal"
        and _TALLIED.search(text, max(0, label.outer - 3), label.outer) is not None
        and _ROW_BELOW.search(text, max(label.until, winner - 24), winner) is not None
    )


# จังหวัดน่าน คว้า| 3 รางวัล|ชนะเลิศ: so many of a rank
_SO_MANY = re.compile(r"(?:[2-9๒-๙]|[1-9๑-๙][\d๐-๙])[ ]?(?:รางวัล)?[ ]?\Z")
_AREA = re.compile(r"จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.")
# of its winners who are told of below, at the least
_LEAST_OF_AREA = 2


def counts_area(conferral: ConferralFound, found: list[ConferralFound], text: str) -> bool:
    """Whether a province or district is told to have so many of a rank as its people have, who are told of one by one below."""
    winner, level = conferral.fields["recipient"], conferral.fields["level"]
    if winner is None or level is None or _AREA.match(text, winner.start) is None:
        return False
    if winner.start > level.start or _SO_MANY.search(text, max(winner.end, level.start - 12), level.start) is None:
        return False
    rank = text[level.start : level.end]
    below = 0
    for other in found:
        own, name = other.fields["level"], other.fields["recipient"]
        if other.at > level.end and own is not None and name is not None and _AREA.match(text, name.start) is None:
            below += text[own.start : own.end] == rank
    return below >= _LEAST_OF_AREA
