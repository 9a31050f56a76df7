"""Names of awards once more, where nothing but their being named elsewhere tells that they are: คว้าตำแหน่ง|ธิดานาดี| ไปครอง."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PRIZE = "รางวัล"
_PRIZES = Words(_PRIZE)


def named_again(text: str, labels: Sequence[Label]) -> Iterator[Label]:
    """The labels of names that `labels` has elsewhere: behind a number, where a title was taken, or of a further rank."""
    yield from _taken_again(text, labels)
    yield from _counted_again(text, labels)
    yield from _ranked_again(text, labels)


# คว้า 3 |รางวัลอาคารร่มเย็น| ประจำปี 2566
_AFTER_NUMBER = re.compile(r"\d[ ]?$")
_LONG_NAME = 12


def _counted_again(text: str, labels: Sequence[Label]) -> list[Label]:
    """Prizes that are named once more behind their number, which elsewhere counts prizes of any name."""
    names = _by_head(
        (
            text[label.start : label.end]
            for label in labels
            if label.rule == "award.named" and text.startswith(_PRIZE, label.start)
        ),
        _LONG_NAME,
    )
    again: list[Label] = []
    for place in _PRIZES.find(text) if names else ():
        if _AFTER_NUMBER.search(text, max(0, place - 2), place) is None:
            continue
        end = place + len(_named_at(text, place, names, _LONG_NAME))
        if end > place and not "ก" <= text[end : end + 1] <= "๎":
            again.append(Label("award", place, end, "award.named", place, end))
    return again


# รางวัลโรงเรียนดีเด่นระดับอำเภอ| และ|โรงเรียนดีเด่น|ระดับจังหวัด
_JOINED = re.compile(r"(?:และ|รวมถึง|รวมทั้ง|ตลอดจน|กับ|,)[ ]?\Z")
_RANKED = re.compile(r"[ ]?ระดับ")
# characters from a prize to its name once more
_ROW = 70


def _ranked_again(text: str, labels: Sequence[Label]) -> Iterator[Label]:
    """Prizes named once more without the word for one, which the same winner has of another rank."""
    for label in labels:
        if not text.startswith(_PRIZE, label.start) or not _RANKED.match(text, label.until):
            continue
        core = text[label.start + len(_PRIZE) : label.end].strip()
        stop = text.find("\n", label.until, label.until + _ROW)
        at = text.find(core, label.until, stop if stop >= 0 else label.until + _ROW) if len(core) >= _SHORTEST_TITLE else -1
        if at > 0 and _JOINED.search(text, max(0, at - 10), at) and _RANKED.match(text, at + len(core)):
            end = at + len(core)
            yield replace(label, start=at, end=end, outer=at, until=end)


def _by_head(names: Iterable[str], size: int) -> dict[str, set[str]]:
    """Names of `size` characters or more by those that they begin with."""
    heads: dict[str, set[str]] = {}
    for name in names:
        if len(name) >= size:
            heads.setdefault(name[:size], set()).add(name)
    return heads


def _named_at(text: str, place: int, names: dict[str, set[str]], size: int) -> str:
    """The longest of the names that the text goes on with at `place`; nothing where it does with none."""
    return max((name for name in names.get(text[place : place + size], ()) if text.startswith(name, place)), key=len, default="")


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
    titles: list[str] = []
    for label in labels:
        if label.rule in _TITLES:
            head = _OF_CONTEST.match(text, label.start, label.end)
            title = text[head.end() if head is not None else label.start : label.end]
            titles.extend([title] if "ก" <= title[:1] <= "๎" else [])
    names = _by_head(titles, _SHORTEST_TITLE)
    again: list[Label] = []
    for place in places:
        taken = _TAKEN.match(text, place)
        name = _named_at(text, taken.end(), names, _SHORTEST_TITLE) if taken is not None else ""
        if taken is not None and name:
            end = taken.end() + len(name)
            again.append(Label("award", taken.end(), end, "award.title", taken.end(), end))
    return again
