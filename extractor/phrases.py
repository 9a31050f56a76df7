"""Many fixed strings found in one pass over a text (Aho and Corasick, 1975), each occurrence, overlapping ones too.

The pass runs over UTF-16, in which a Thai letter takes two bytes and not three, and a byte offset tells the character.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

import ahocorasick_rs

if TYPE_CHECKING:
    from collections.abc import Iterable

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


class Phrases:
    """Fixed strings, to be found all at once.

    Args:
        phrases: the strings; each is numbered by its place among them.
        few: some hundreds at most, so that a larger and quicker automaton is worth its memory.

    >>> Phrases(["กรมประมง", "ประมง"], few=True).find("😀กรมประมง")
    [(0, 1, 9), (1, 4, 9)]
    """

    def __init__(self, phrases: Iterable[str], *, few: bool) -> None:
        kinds = ahocorasick_rs.Implementation
        self._automaton = ahocorasick_rs.BytesAhoCorasick(
            [phrase.encode("utf-16-le", "surrogatepass") for phrase in phrases],
            implementation=kinds.DFA if few else kinds.ContiguousNFA,
        )

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Number, start and end of each occurrence, in the order of the ends."""
        units = text.encode("utf-16-le", "surrogatepass")
        found = self._automaton.find_matches_as_indexes(units, overlapping=True)
        # what begins at an odd byte is no character
        hits = [(number, start >> 1, end >> 1) for number, start, end in found if not start & 1]
        if hits and len(units) > 2 * len(text):
            pairs = [match.start() + before for before, match in enumerate(_TWO_UNITS.finditer(text))]
            hits = [(number, start - bisect_left(pairs, start), end - bisect_left(pairs, end)) for number, start, end in hits]
        return hits
