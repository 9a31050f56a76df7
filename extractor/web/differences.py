"""Marks where two texts differ, letter by letter, a Thai letter never parted from its vowel and tone marks."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from rapidfuzz.distance import Indel

_FEW = 3  # letters within two texts that they share by chance
_LONGEST = 2_000  # letters beyond which two texts are not compared one by one


class Stretch(NamedTuple):
    """A stretch of one text, and whether the other lacks it."""

    text: str
    differs: bool


Marked = tuple[Stretch, ...]


def marked(left: str, right: str) -> tuple[Marked, Marked]:
    """Both texts in stretches that they share and stretches that one alone has.

    One or two letters that they share amid what differs count for nothing.

    >>> marked("กรมที่ดิน", "กรมที่นา")[1]
    (Stretch(text='กรมที่', differs=False), Stretch(text='นา', differs=True))
    """
    if left == right:
        return _whole(left, differs=False), _whole(right, differs=False)
    if not left or not right or max(len(left), len(right)) > _LONGEST:
        return _whole(left, differs=True), _whole(right, differs=True)
    ours, theirs = _letters(left), _letters(right)
    one: list[Stretch] = []
    other: list[Stretch] = []
    for step in Indel.opcodes(ours, theirs):
        ends = step.src_end == len(ours) and step.dest_end == len(theirs)
        chance = step.src_end - step.src_start < _FEW and step.src_start + step.dest_start > 0 and not ends
        same = step.tag == "equal" and not chance
        _add(one, "".join(ours[step.src_start : step.src_end]), differs=not same)
        _add(other, "".join(theirs[step.dest_start : step.dest_end]), differs=not same)
    return tuple(one), tuple(other)


def _whole(text: str, *, differs: bool) -> Marked:
    return (Stretch(text, differs),) if text else ()


def _add(to: list[Stretch], text: str, *, differs: bool) -> None:
    if not text:
        return
    if to and to[-1].differs == differs:
        to[-1] = Stretch(to[-1].text + text, differs)
    else:
        to.append(Stretch(text, differs))


def _letters(text: str) -> list[str]:
    """The text in letters, each with the marks above and below it."""
    found: list[str] = []
    for sign in text:
        if found and (unicodedata.category(sign)[0] == "M" or sign == "ำ"):
            found[-1] += sign
        else:
            found.append(sign)
    return found
