"""Patterns that are searched for, with the characters that one can begin with looked at first.

The engine tries a pattern at each place of a text, one alternative after another; where none can begin with the
character that stands there, one look at it tells. The engine sees that by itself only where each alternative begins with
a plain letter, and not behind a look back, a blank that may be missing, or a group that may.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

try:  # what the engine itself reads a pattern with; where a Python keeps it elsewhere, patterns stay as they are written
    from re import _constants as code  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:
    from types import SimpleNamespace

    code, parser = SimpleNamespace(), None

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLASSES: dict[Any, str] = {}
_REPEATS: frozenset[Any] = frozenset()
_OF_NO_WIDTH: frozenset[Any] = frozenset()
if parser is not None:
    _CLASSES = {code.CATEGORY_DIGIT: r"\d", code.CATEGORY_SPACE: r"\s", code.CATEGORY_WORD: r"\w"}
    _REPEATS = frozenset({code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT})
    _OF_NO_WIDTH = frozenset({code.ASSERT, code.ASSERT_NOT, code.AT})
_BLANK, _SKIPPED = re.escape(" "), ""


_Step = tuple[Any, Any]  # what the parser tells of one: its kind, and what belongs to it


class _AnyCharacterError(Exception):
    """A pattern may begin with any character at all, or with none."""


def sought(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""A pattern that finds what that of `re.compile` does, sooner where it is searched for rather than matched at a place.

    >>> sought("[ ]?(?:กรม|กอง)").pattern
    '(?=[ ]*[ก])(?:[ ]?(?:กรม|กอง))'
    """
    return re.compile(looked_at(pattern, flags), flags)


def looked_at(pattern: str, flags: int = 0) -> str:
    """A pattern, or a part of one that is tried again and again, behind a look ahead at what it can begin with; a group if so."""
    if parser is None:
        return pattern
    steps = parser.parse(pattern, flags)
    try:
        blanks = "[ ]*"
        firsts, empty = _firsts(steps, over_blanks=True)
        if empty or _SKIPPED not in firsts:
            blanks = ""
            firsts, empty = _firsts(steps, over_blanks=False)
    except _AnyCharacterError:
        return pattern
    if empty:
        return pattern
    ahead = f"(?={blanks}[{''.join(sorted(firsts))}])"
    if "(?i:" in pattern:
        ahead = f"(?i:{ahead})"
    end = "\n" if flags & re.VERBOSE else ""  # for it may end with a comment
    return f"{ahead}(?:{pattern}{end})"


def _firsts(steps: Iterable[_Step], *, over_blanks: bool) -> tuple[set[str], bool]:
    """What one of the steps' matches can begin with, as parts of a class of characters, and whether one may be empty.

    `over_blanks`: as if blanks were nothing; that there may be some is told by `_SKIPPED` among the parts.
    """
    firsts: set[str] = set()
    for step in steps:
        more, empty = _first(step, over_blanks=over_blanks)
        firsts |= more
        if not empty:
            return firsts, False
    return firsts, True


def _first(step: _Step, *, over_blanks: bool) -> tuple[set[str], bool]:
    """The same of a single step."""
    kind, value = step
    if kind in _OF_NO_WIDTH:
        return set(), True
    if kind is code.LITERAL or kind is code.IN:
        firsts = {_part(step)} if kind is code.LITERAL else {_part(part) for part in value}
        return ({_SKIPPED}, True) if over_blanks and firsts == {_BLANK} else (firsts, False)
    if kind is code.SUBPATTERN:
        return _firsts(value[3], over_blanks=over_blanks)
    if kind is code.ATOMIC_GROUP:
        return _firsts(value, over_blanks=over_blanks)
    if kind is code.BRANCH:
        branches = [_firsts(branch, over_blanks=over_blanks) for branch in value[1]]
        return set().union(*(firsts for firsts, _ in branches)), any(empty for _, empty in branches)
    if kind in _REPEATS:
        least, _, repeated = value
        firsts, empty = _firsts(repeated, over_blanks=over_blanks)
        return firsts, empty or least == 0
    raise _AnyCharacterError


def _part(step: _Step) -> str:
    """A part of a class of characters, as it is written."""
    kind, value = step
    if kind is code.LITERAL:
        return re.escape(chr(value))
    if kind is code.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    if kind is code.CATEGORY and value in _CLASSES:
        return _CLASSES[value]
    raise _AnyCharacterError
