"""Whether a label heads whoever is told of behind it, and where the talk turns to the next winner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party

if TYPE_CHECKING:
    from extractor.assemble.ahead import Ahead
    from extractor.assemble.draft import Draft
    from extractor.match.label import Label

HEADS_NEXT = re.compile(
    r"[”\"]?[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:จำนวน[ ]?)?(?:\d+[ ]?[ก-๎]+[ ]*)?(?:ได้แก่|คือ|:|เป็นของ|ตกเป็น|มอบ|ประกอบ|โดย(?!มี))"
)
# … ได้รับถ้วยรางวัล|, |รองชนะเลิศอันดับ 1 โรงเรียน ข · … ทุน 5,000 บาท |รองชนะเลิศอันดับ 2 ทีม ค
_PARTED = re.compile(r"(?:[,;/\n]|บาท|และ|ส่วน|ขณะที่|ด้าน|ตามด้วย|[ ]{2})[ ]?(?:รางวัล)?$")


def heads_next(text: str, label: Label, *, winner: bool = False) -> bool:
    """Whether a label says what those are who are told of behind it: … คว้ารางวัลชนะเลิศ ส่วน|รางวัลรองชนะเลิศ| ได้แก่ นาย ข.

    `winner`: right behind it somebody is named, who has won it where a comma or the like parts it from what stands before.
    """
    if HEADS_NEXT.match(text, label.until) is not None:
        return True
    return winner and label.rule in _LOWER_RANKS and _PARTED.search(text, max(0, label.outer - 16), label.start) is not None


_LOWER_RANKS = frozenset({"level.runner", "level.praise", "level.place"})


def turns(text: str, label: Label, *, group: bool = False) -> bool:
    """Whether the talk turns to the next winner right before a label: ส่วน|รองชนะเลิศ ได้แก่ ….

    `group`: the label is a group whose winner stands right behind it, so that และ turns, too.
    """
    words = ("ส่วน", "และ", "ขณะที่") if group else ("ส่วน", "ขณะที่")
    if not text.endswith(words, max(0, label.outer - 6), label.outer):
        return False
    return label.kind in {"category", "level"} or (label.kind == "award" and heads_next(text, label))


# ชนะเลิศ| |ประเภททีมชาย: what a class is told behind, not before
_RANK_BEFORE = re.compile(
    r"(?:ชนะเลิศ|ชมเชย|แชมป์|เหรียญ(?:ทองแดง|ทอง|เงิน)|(?:อันดับ|ที่)(?:ที่)?[ ]?\d{1,2}|ดีเด่น|ยอดเยี่ยม|ระดับ[ก-๎]{2,12}|รางวัล[ก-๎]{0,24})[”\"]?"
    r"[ ]?(?:ใน|จาก)?[ ]?$"
)
_TAKES = ("ได้", "คว้า", "ซิว", "ครอง", "ชนะ", "รับ", "กวาด")
# characters between a class's winner and the verb told of it: อำเภอนาดี จังหวัดน่าน
_BESIDE = 60


def class_leads(text: str, label: Label, draft: Draft, ahead: Ahead) -> bool:
    """Whether a class is that of the next winner, who stands behind it before a verb of his own, as the class before was.

    ประเภททีมชาย ทีม ก ได้รับรางวัลชนะเลิศ ทีม ข ได้รับรางวัลรองชนะเลิศ |ประเภททีมหญิง| ทีม ค ได้รับรางวัลชนะเลิศ
    """
    known = draft.labels.get("category")
    if label.kind != "category" or not draft.verb or draft.subject is None or "level" not in draft.own:
        return False
    if known is None or label.outer < draft.subject.end or known.until > draft.subject.start:
        return False
    if _RANK_BEFORE.search(text, max(0, known.outer - 40), known.outer):
        return False
    winner = ahead.first_thing(label.until, 3)
    verb = ahead.next_verb(winner.end) if isinstance(winner, Party) else None
    if verb is None or not isinstance(winner, Party) or verb - winner.end > _BESIDE or "\n" in text[winner.end : verb]:
        return False
    return text.startswith(_TAKES, verb)
