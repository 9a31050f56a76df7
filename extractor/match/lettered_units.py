"""Local units by the letters that shorten their kind, listed side by side: ศพค.บ้านนา จ.เลย ศพค.ห้วยแก้ว จ.น่าน."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# what letters stand for that are no unit's kind: titles, ranks, offices, places, measures, bodies that are known otherwise
_NO_KIND = (
    r"(?!(?:น|พ|ค|ม|จ|อ|ต|ถ|ซ|ส|ป|ว|ศ|[มกพสตธ]\.?[คพย]|พ\.?ศ|ค\.?ศ|นพ|พญ|ทพ|ทพญ|สพ|ภก|ภญ|ดร|ผศ|รศ|น\.ส|ด\.[ชญ]|[รพจส]\.[ตทอส]|พล|[มก]\.[รล]|มร|มล|รมว|รมช|ผวจ"
    r"|ผอ|ผบ|ผกก|ผจก|กก|กม|ซม|ตร|สว|สส|บจ|บมจ|หจก|บจก|รร|มท|ครม|โทร|อบต|อบจ|ทต|ทม|ทน|รพ|สสจ|สสอ|สพป|สพม|ธ\.ก|สนง)\.)"
)
_UNIT = re.compile(
    rf"(?:(?<![ก-๎.])|(?<=และ)|(?<=แก่)){_NO_KIND}(?P<letters>(?:[ก-ฮ]{{1,5}}\.){{1,3}})(?P<name>(?!ที่|ใน|ของ|และ|ต่าง|ทุก|ดีเด่น)[ก-ฮเ-ไ][ก-๎]{{1,24}}?)"
    r"(?=[ ]?(?:จ\.|จังหวัด|อ\.|อำเภอ)|[ ]*(?:,|\n|\(|$|และ)|[ ]{1,2}(?P=letters))"
)

# characters of letters and their full stops
_MOST_LETTERS = 14


def find_units(text: str) -> Iterator[Span]:
    """Each unit of which a line lists two or more by the same letters.

    >>> text = "ได้แก่ ศพค.บ้านนา จ.เลย และ ศพค.ห้วยแก้ว จ.น่าน"
    >>> [text[unit.start : unit.end] for unit in find_units(text)]
    ['ศพค.บ้านนา', 'ศพค.ห้วยแก้ว']
    """
    line: list[re.Match[str]] = []
    reached = 0
    dot = text.find(".")
    while dot >= 0:
        unit = _at(text, dot) if dot >= reached else None
        if unit is not None:
            if line and "\n" in text[line[-1].end() : unit.start()]:
                yield from _alike(line)
                line = []
            line.append(unit)
            reached = unit.end()
        dot = text.find(".", dot + 1)
    yield from _alike(line)


def _at(text: str, dot: int) -> re.Match[str] | None:
    """The unit whose letters the full stop at `dot` ends first."""
    if not "ก" <= text[dot + 1 : dot + 2] <= "ไ" or not "ก" <= text[dot - 1 : dot] <= "ฮ":
        return None
    start = dot
    while start > dot - _MOST_LETTERS and start > 0 and (text[start - 1] == "." or "ก" <= text[start - 1] <= "ฮ"):
        start -= 1
    return _UNIT.match(text, start)


def _alike(line: list[re.Match[str]]) -> Iterator[Span]:
    letters = [unit["letters"] for unit in line]
    for unit in line:
        if letters.count(unit["letters"]) > 1:
            yield Span(unit.start("letters"), unit.end("name"), "place.unit")
