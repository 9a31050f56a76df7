"""Many fixed strings found in one pass over a text (Aho and Corasick, 1975), each occurrence, overlapping ones too.

The pass runs over UTF-16, in which a Thai letter takes two bytes and not three, and a byte offset tells the character.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING

import ahocorasick_rs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PART = 1 << 17  # bytes; far longer than any phrase
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
        encoded = [phrase.encode("utf-16-le", "surrogatepass") for phrase in phrases]
        self._automaton = ahocorasick_rs.BytesAhoCorasick(encoded, implementation=kinds.DFA if few else kinds.ContiguousNFA)
        self._longest = max(map(len, encoded), default=0)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Number, start and end of each occurrence, in the order of the ends."""
        parts = list(self.parts(text))
        if len(parts) == 1:
            return parts[0]
        return sorted((hit for hits in parts for hit in hits), key=itemgetter(2))

    def parts(self, text: str) -> Iterator[list[tuple[int, int, int]]]:
        """What `find` tells, a part of a long text at a time, so that who needs few of very many need not hold all."""
        units = text.encode("utf-16-le", "surrogatepass")
        pairs: list[int] = []
        if len(units) > 2 * len(text):
            pairs = [match.start() + before for before, match in enumerate(_TWO_UNITS.finditer(text))]
        for begin in range(0, len(units) or 1, _PART):
            # what begins in this part may end in the next one
            part = units if len(units) <= _PART else units[begin : begin + _PART + self._longest]
            found = self._automaton.find_matches_as_indexes(part, overlapping=True)
            at = begin >> 1
            # what begins at an odd byte is no character
            hits = [
                (number, at + (start >> 1), at + (end >> 1)) for number, start, end in found if not start & 1 and start < _PART
            ]
            if hits and pairs:
                hits = [(number, start - bisect_left(pairs, start), end - bisect_left(pairs, end)) for number, start, end in hits]
            yield hits
