"""Items of a list of works that end with what the work has won: 1. ผลงาน “ก” โดย นาย ข⏎รางวัลเหรียญทอง."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble import heads
from extractor.assemble.findings import Party
from extractor.document import Span

if TYPE_CHECKING:
    from extractor.assemble.ahead import Ahead
    from extractor.assemble.draft import Context, Draft
    from extractor.match.label import Label

_DATES = frozenset({"year", "edition"})
_PRIZE = re.compile(r"\n[ ]*(?:ได้(?:รับ)?|คว้า)?[ ]?(?:รางวัล)?[ ]?")


def is_won(text: str, label: Label, draft: Draft, context: Context, ahead: Ahead) -> bool:
    """Whether a label behind a work and its maker tells what they have won, and does not head what comes next.

    Where the list stands under a rank, another one behind an item is that of the next.
    """
    if not _waits(draft, context) or label.kind in context.labels or label.kind not in {"level", "award", "category"}:
        return False
    if label.kind != "level" and not text.startswith("รางวัล", label.outer):
        return False
    if heads.heads_next(text, label):
        return False
    behind = ahead.first_thing(label.until, 20)
    return not isinstance(behind, Party | Span) or "\n" in text[label.until : behind.start]


def goes_on_below(text: str, newline: int, draft: Draft, context: Context, ahead: Ahead, end: int) -> bool:
    """Whether the line below, within the item that reaches to `end`, tells what the work above has won."""
    below = _PRIZE.match(text, newline)
    if below is None or below.end() >= end or not _waits(draft, context):
        return False
    label = ahead.first_label(below.start() + 1, below.end())
    return label is not None and is_won(text, label, draft, context, ahead)


def _waits(draft: Draft, context: Context) -> bool:
    """Whether an item has named a work first, perhaps whose it is, and no prize."""
    return context.in_item and draft.work is not None and draft.work_first and not draft.own - _DATES
