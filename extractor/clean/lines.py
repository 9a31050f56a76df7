"""The lines of a page that has been flattened to text."""

from __future__ import annotations

from dataclasses import dataclass, field

PARAGRAPH = 150
"""A line this long is running text, if it is no headline."""

_LONGEST_HEADLINE = 450
_MARKS = "\"'“”‘’"


def fold(text: str) -> str:
    """`text` without spaces, quotation marks and letter case, for comparing lines.

    >>> fold("คว้า 9 “รางวัล” MSK")
    'คว้า9รางวัลmsk'
    """
    folded = "".join(text.split())
    for mark in _MARKS:
        if mark in folded:
            folded = folded.replace(mark, "")
    return folded.lower()


@dataclass(slots=True)
class Line:
    """A line that is not empty: where it stands without the white space around it, and whether it is furniture."""

    start: int
    end: int
    text: str
    number: int
    furniture: bool = False
    _folded: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def folded(self) -> str:
        """Its text for comparing it with others: folded, where it is not too long for a headline."""
        if self._folded is None:
            self._folded = fold(self.text) if len(self.text) <= _LONGEST_HEADLINE else self.text
        return self._folded


def split(text: str) -> list[Line]:
    """The lines of `text` that are not empty; `number` counts the empty ones too, from 0."""
    lines: list[Line] = []
    at = 0
    for number, raw in enumerate(text.split("\n")):
        stripped = raw.strip()
        if stripped:
            start = at + len(raw) - len(raw.lstrip())
            lines.append(Line(start, start + len(stripped), stripped, number))
        at += len(raw) + 1
    return lines
