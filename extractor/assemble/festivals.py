"""Festivals and contests as the stages of prizes that are named before them: รางวัลบทภาพยนตร์ยอดเยี่ยม จากเทศกาลภาพยนตร์ ก."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.match.label import Label

# รางวัลบทภาพยนตร์ยอดเยี่ยม |จากเทศกาลภาพยนตร์ “|Mekong Film Festival, รางวัล Best Paper |จากงานประชุมวิชาการนานาชาติ |MICE 2023
_FESTIVAL_STAGE = re.compile(
    r"(?:จาก|ใน|บน)(?:เวที)?[ ]?(?:(?:งาน)?เทศกาล|(?:งาน|การ)(?:การ)?(?:ประชุม|สัมมนา)(?:เชิง)?(?:วิชาการ|นานาชาติ))"
    r"[ก-๎]{0,24}[ ]?[“\"‘']?\Z"
)
# รางวัลปาล์มเงิน |ใน|เทศกาลหนังเมืองธารา
_AT = re.compile(r"(?:จาก|ใน|ที่|บน|[ ])(?:งาน|เวที)?[ ]?[“\"‘']?\Z")
_OF_A_CLASS = re.compile("ยอดเยี่ยม|ดีเด่น|Best|BEST")


def at_festival(text: str, above: Label, label: Label) -> bool:
    """Whether a prize that is only of a class (ผู้กำกับยอดเยี่ยม) was won at a festival named behind it."""
    if label.rule == "award.festival":
        return above.until <= label.start and _AT.search(text, max(0, label.outer - 12), label.outer) is not None
    if _FESTIVAL_STAGE.search(text, max(0, label.outer - 44), label.outer) is None:
        return False
    return _OF_A_CLASS.search(text, above.start, above.end) is not None


# การแข่งขันหุ่นยนต์| ระดับ ม.ต้น ใน|งานศิลปหัตถกรรมนักเรียน: the fair of many contests, for whose class pupils compete
_FAIR = re.compile(r"(?:งาน)?(?:ศิลปหัตถกรรม|มหกรรม)")
_FOR_CLASS = re.compile(r"[ ]?(?:(?:ใน)?(?:ระดับ|ชั้น|ประเภท)[ ]?[^\n“”]{1,24}?)?[ ]?(?:ใน|จาก|[ ])(?:การจัด)?[ ]?")


def at_fair(text: str, above: Label, label: Label) -> bool:
    """Whether a contest is one of those of a fair that the gazetteers know, named right behind it or its class."""
    if label.row is None or not above.rule.startswith("award.contest") or _FAIR.match(text, label.start) is None:
        return False
    return _FOR_CLASS.fullmatch(text, above.until, label.outer) is not None


def at_contest(text: str, above: Label, label: Label) -> bool:
    """Whether a prize was won in a contest named right behind it: รางวัล Diamond Award ในการประกวด B."""
    prize = text.startswith(_PRIZE, above.outer) or _A_PRIZE.search(text, max(0, above.outer - 20), above.outer) is not None
    contest = label.rule.startswith("award.contest") or _CONTEST.search(text, label.start, label.end) is not None
    if not (prize and contest):
        return False
    return any(_AT_CONTEST.fullmatch(text, above.until, at) is not None for at in {label.start, label.outer} if at >= above.until)


_PRIZE, _CONTEST, _A_PRIZE = "รางวัล", re.compile("ประกวด|แข่งขัน"), re.compile(r"รางวัล[ก-๎]{0,10}[ ]?[“\"]?\Z")


# รางวัล Diamond Award |ใน|การประกวด B
_AT_CONTEST = re.compile(r"[ ]?(?:19\d\d|20\d\d|25\d\d)?[ ]?(?:ใน|จาก)(?:โครงการ|งาน|เวที)?(?:การ(?:ประกวด|แข่งขัน)[ก-๎]{0,24}[ ]?)?")
