"""Names of awards once more, where nothing but their being named elsewhere tells that they are: คว้าตำแหน่ง|ธิดานาดี| ไปครอง."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.match.anchors import Words
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PRIZE = "รางวัล"


def named_again(text: str, labels: Sequence[Label]) -> Iterator[Label]:
    """The labels of names that `labels` has elsewhere: behind a number, or where a title was taken."""
    yield from _taken_again(text, labels)
    yield from _counted_again(text, labels)


# คว้า 3 |รางวัลอาคารร่มเย็น| ประจำปี 2566
_AFTER_NUMBER = re.compile(r"\d[ ]?$")
_LONG_NAME = 12


def _counted_again(text: str, labels: Sequence[Label]) -> list[Label]:
    """Prizes that are named once more behind their number, which elsewhere counts prizes of any name."""
    again: list[Label] = []
    for name in dict.fromkeys(text[label.start : label.end] for label in labels if label.rule == "award.named"):
        at = text.find(name) if len(name) >= _LONG_NAME and name.startswith(_PRIZE) else -1
        while at >= 0:
            end = at + len(name)
            if _AFTER_NUMBER.search(text, max(0, at - 2), at) and not "ก" <= text[end : end + 1] <= "๎":
                again.append(Label("award", at, end, "award.named", at, end))
            at = text.find(name, end)
    return again


# ผู้ที่|คว้าตำแหน่ง|ธิดานาดี ไปครอง
_TAKEN_WORDS = Words("คว้าตำแหน่ง|ครองตำแหน่ง|ได้ตำแหน่ง|ได้รับตำแหน่ง|คว้ามงกุฎ|สวมมงกุฎ|ครองมงกุฎ")
_TAKEN = re.compile(r"(?:คว้า|ครอง|ได้(?:รับ)?|สวม)(?:ตำแหน่ง|มงกุฎ)[ ]?[“\"‘']?")
_TITLES = frozenset({"award.title", "award.contest_named", "award.honour", "award.contest"})
_OF_CONTEST = re.compile(r"(?:การ|เวที)*ประกวด")
_SHORTEST_TITLE = 6


def _taken_again(text: str, labels: Sequence[Label]) -> list[Label]:
    """Titles that are named once more where somebody is told to have taken them: คว้าตำแหน่ง|ธิดานาดี| ไปครอง."""
    places = _TAKEN_WORDS.find(text)
    if not places:
        return []
    names: set[str] = set()
    for label in labels:
        if label.rule in _TITLES:
            head = _OF_CONTEST.match(text, label.start, label.end)
            name = text[head.end() if head is not None else label.start : label.end]
            names.update([name] if len(name) >= _SHORTEST_TITLE and "ก" <= name[0] <= "๎" else [])
    again: list[Label] = []
    for place in places:
        taken = _TAKEN.match(text, place)
        name = max((name for name in names if taken is not None and text.startswith(name, taken.end())), key=len, default="")
        if taken is not None and name:
            again.append(
                Label("award", taken.end(), taken.end() + len(name), "award.title", taken.end(), taken.end() + len(name))
            )
    return again
