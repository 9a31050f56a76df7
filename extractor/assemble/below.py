"""A prize with prizes below it, and a programme's prize with classes below it, as their order and the words between tell."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.assemble.draft import Draft
    from extractor.match.label import Label

PRIZES = frozenset({"category.sub_award"})
"""The rules of categories that are a programme's prizes."""

BRANCH_OF_PRIZE = "branch.sub_award"
"""The rule of a programme's prize that has classes of its own, and is their branch."""

# รางวัล ก| ระดับดีเด่น จำนวน 2 รางวัล ได้แก่ (1) |ประเภท ข
_TO_CLASS = re.compile(
    r"[ ]*(?:\([^()\n]{1,40}\)[ ]*)?(?:ใน)?(?:ระดับ[ ]?[ก-๎]{1,20}(?:[ ]?\([^()\n]{1,30}\))?[ ]*)?"
    r"(?:จำนวน[ ]?\d{1,2}[ ]?รางวัล[ ]*)?(?:ได้แก่|คือ|ประกอบด้วย|ใน|:)?[ ]*(?:\(?\d{1,2}[.)][ ]*)?"
)


_RANK = re.compile("เหรียญ|ชนะเลิศ")


def nest(text: str, label: Label, draft: Draft) -> None:
    """Makes a programme's prize the branch of the class that is told below it: รางวัล ก ระดับดี |ประเภท ข."""
    prize = draft.labels.get("category")
    if label.rule in PRIZES:
        branch = draft.labels.get("branch")
        if branch is not None and branch.rule == BRANCH_OF_PRIZE:
            del draft.labels["branch"]
            draft.own.discard("branch")
    elif (
        label.kind == "category"
        and prize is not None
        and prize.rule in PRIZES
        and text.startswith("ประเภท", label.outer)
        and draft.work is None
        and draft.recipient is None
        and _RANK.search(text, prize.start, prize.end) is None
        and ("category" not in draft.own or _TO_CLASS.fullmatch(text, prize.until, label.outer) is not None)
    ):
        draft.labels["branch"] = replace(draft.labels.pop("category"), kind="branch", rule=BRANCH_OF_PRIZE)
        if "category" in draft.own:
            draft.own.discard("category")
            draft.own.add("branch")


# รางวัล ก| ประจำปี 2565 จำนวน 3 รางวัล ได้แก่ |รางวัล ข · รางวัล ก| ประจำปี 2565 ใน|รางวัล ข: it has others
_COUNTED = re.compile(
    r"[”\"]?[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:(?:ประจำ)?ปี[^\n]{0,24}?\d{2,4}[ ]*)?(?:\([^()\n]{1,60}\)[ ]*)?"
    r"(?:ใน|(?:(?!ได้รับ|คว้า|รางวัล)[^\n]){0,160}?(?:[2-9]|[1-9]\d)[ ]?รางวัล"
    r"(?:[ ]?จาก(?:(?!ได้แก่)[ก-๎ ]){0,40}ชิง[ก-๎ ]{0,16}\d{1,2}[ ]?รางวัล)?"
    r"(?:(?!ได้รับ|คว้า|รางวัล)[^\n]){0,40}?"
    r"(?:ได้แก่|ประกอบ(?:ไป)?ด้วย|คือ|ดังนี้|แบ่งเป็น|:)[ ]*(?:\(?1[.)])?[ ]*)"
)
# คว้า 2 |รางวัล ก| ประจำปี 2565 ได้แก่ |รางวัล ข: the same, counted before its name
_SO_MANY = re.compile(r"(?<![\d.])(?:[2-9]|[1-9]\d)[ ]?$")
_ANNOUNCED = re.compile(
    r"[”\"]?[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:(?!ได้รับ|คว้า|รางวัล)[^\n]){0,60}?"
    r"(?:ได้แก่|ประกอบ(?:ไป)?ด้วย|คือ|ดังนี้|แบ่งเป็น|:)[ ]*(?:\(?1[.)])?[ ]*"
)


def announces(text: str, above: Label, label: Label) -> bool:
    """Whether a prize is told with the number of its prizes, of which the next one named is the first."""
    if text.startswith("รางวัลด้าน", above.start):
        return False  # what prizes are of
    if _COUNTED.fullmatch(text, above.until, label.outer) is not None:
        return True
    return (
        _SO_MANY.search(text, max(0, above.outer - 4), above.outer) is not None
        and _ANNOUNCED.fullmatch(text, above.until, label.outer) is not None
    )
