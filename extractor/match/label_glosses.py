"""What is said once more in Latin letters, in brackets behind a part or a rank: no prize, rank or part besides.

รองชนะเลิศอันดับหนึ่ง (Honourable Mention 2023) สาขา Open Data · ประเภท “ธนาคารยอดเยี่ยมแห่งปี 2567” (Best Bank of the Year 2024 – Retail)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.match.label import PARTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extractor.match.label import Label

_OPENS = Words("(")
_GLOSS = re.compile(r"\([ ]?(?P<words>[A-Za-z][^()\nก-๛]{3,110})\)")
# between a part and the bracket that says it once more: its closing mark, a year, the number of what is around it
_BEFORE = re.compile(r"[ ]?(?:(?:ประจำ)?ปี[ ]?(?:พ\.[ ]?ศ\.[ ]?)?)?(?:(?:19|20|25)\d\d)?(?:ครั้งที่[ ]?\d{1,3})?[ ]?[”\"’']?[ ]?")
# การแข่งขัน ก รุ่นเยาวชน (Mekong Youth |Championships| 2023): what the whole contest is called
_CONTEST = re.compile(
    r"\b(?:Championships?|Competition|Contest|Challenge|Olympi|Cup|Games|Tournament|Tour|Open|League|Series|Hackathon|Festival)"
)
_DATED = re.compile(r"\d{4}")
# characters between a part and its bracket, at the most
_GAP = 30
_DATES = frozenset({"year", "edition"})


def without_glosses(text: str, labels: Sequence[Label]) -> list[Label]:
    """The labels without those in a bracket in Latin letters that only says once more what the part or rank before it does.

    A category or rank that the bracket stands right behind is as long as both.

    Args:
        text: the clean text.
        labels: all labels of the text, in order.
    """
    brackets = [found for at in _OPENS.find(text) if (found := _GLOSS.match(text, at)) is not None] if labels else []
    if not brackets:
        return list(labels)
    dropped = _taken_in(labels)
    places = [label.outer for label in labels]
    ends = {label.until: label for label in reversed(labels) if label.kind in PARTS}
    for bracket in brackets:
        first, last = bisect_right(places, bracket.start()), bisect_right(places, bracket.end())
        inside = [label for label in labels[first:last] if label.until <= bracket.end()]
        if all(label.kind in _DATES for label in inside) or _CONTEST.search(bracket["words"]) is not None:
            continue
        part = _glossed(text, ends, bracket.start())
        if part is None:
            continue
        dropped.update(id(label) for label in inside if label.kind not in _DATES)
        _take_in(text, part, bracket.start(), bracket.end())
    return [label for label in labels if id(label) not in dropped]


def _taken_in(labels: Sequence[Label]) -> set[int]:
    """The parts that stand in a bracket which the part before it has taken in: สาขาคุณภาพการบริหารจัดการภาครัฐ 4.0 (|PMQA|)."""
    inside = set()
    last: Label | None = None
    for label in labels:
        if label.kind not in PARTS:
            continue
        if last is not None and last.kind == label.kind and last.end < label.outer and label.until < last.until:
            inside.add(id(label))
        else:
            last = label
    return inside


def _glossed(text: str, ends: Mapping[int, Label], at: int) -> Label | None:
    """The part or rank that ends right before the bracket at `at`."""
    for until in range(at, max(-1, at - _GAP), -1):
        part = ends.get(until)
        if part is not None:
            return part if _BEFORE.fullmatch(text, until, at) is not None else None
    return None


def _take_in(text: str, part: Label, start: int, end: int) -> None:
    """Makes a part as long as the bracket behind it; where the number of an event stands between, its phrase only."""
    if part.kind != "branch" and part.end == part.until and not text[part.until : start].strip():
        part.end = end
    if _DATED.search(text, part.until, start) is None:
        part.until = end
