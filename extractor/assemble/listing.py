"""Whether a list follows, and which of its items still stand in one that a line has opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.reader_words import (
    ALIKE,
    ALIKE_WITHIN,
    BLANKS_AND_COLONS,
    ENTRY,
    FILLED,
    FILLER_ENDS,
    FILLERS,
    NAMED_LIST,
    NAMES_LISTED,
    OPENS_LIST,
)

if TYPE_CHECKING:
    from extractor.structure import Item

# characters before an item in which the line above it says that a list follows
_ABOVE = 160


def opens_list(text: str) -> bool:
    """Whether words or a colon at the end of a text say that a list follows."""
    told = text.rstrip(BLANKS_AND_COLONS)
    if told.endswith(FILLER_ENDS) and (filler := FILLERS.search(told, max(0, len(told) - FILLED))) is not None:
        told = told[: filler.start()]
    if told.endswith(OPENS_LIST) or ":" in text[len(told) :]:
        return True
    named = told.rfind(NAMED_LIST, -len(NAMED_LIST) - NAMES_LISTED)
    return named >= 0 and "\n" not in told[named:]


def goes_on_alike(text: str, line: str, newline: int) -> bool:
    """Whether the line below goes on with the winners of the next place or class, of which this one tells some.

    Args:
        text: the clean text.
        line: the line that ends at `newline`: รางวัลชมเชย จังหวัดน่าน ได้แก่ …, or จังหวัดน่าน โครงการ ก โดย นาย ข.
        newline: where it does.
    """
    below = ALIKE.match(text, newline)
    if below is None:
        return False
    here = ALIKE.match("\n" + line)
    if here is not None and here["head"] == below["head"]:
        return True
    return below["opens"] is not None and any(one["head"] == below["head"] for one in ALIKE_WITHIN.finditer(line))


def stands_in_list(text: str, item: Item, last: Item | None, *, opened: bool) -> bool:
    """Whether an item stands in a list that the line above its first item has opened: ผู้ชนะเลิศ ได้แก่⏎- รุ่นเล็ก: ทีม ก⏎- |รุ่นใหญ่: ทีม ข.

    Args:
        text: the clean text.
        item: the item.
        last: the item before it, if any.
        opened: whether that one stands in such a list.
    """
    goes_on = opened and last is not None and item.end - item.start <= ENTRY and not text[last.end : item.start].strip()
    return goes_on or opens_list(text[max(0, item.start - _ABOVE) : item.start].rstrip())
