"""Many fixed strings found in one pass over a text (Aho and Corasick, 1975), each occurrence, overlapping ones too.

The pass runs over a copy of the text in which every character is one byte: the phrases' own characters have one each, and
all others share one. So a byte's place is its character's, and the pass is over half as many bytes as UTF-16 would have.
"""

from __future__ import annotations

import codecs
from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING

import ahocorasick_rs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PART = 1 << 16  # characters; far longer than any phrase
_CHARACTERS = 254  # that have a byte of their own
_OTHER = "?"  # what stands for all others
# characters that Thai articles are full of have a byte each where there is room: it costs much to replace one by another
_USUAL = "".join(map(chr, [*range(0x0E01, 0x0E5C), *range(0x20, 0x7F)])) + "\n\t“”‘’–…•\u00a0\u200b"


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
        phrases = list(phrases)
        common = [character for character, _ in Counter("".join(phrases)).most_common() if "\0" < character < "\U00010000"]
        own = [character for character in dict.fromkeys([*common, *_USUAL]) if character != _OTHER][:_CHARACTERS]
        self._bytes = codecs.charmap_build("".join(["\0", _OTHER, *own]))
        # what holds a character that shares its byte with others is looked at once more where it seems to stand
        self._in_doubt = {number: phrase for number, phrase in enumerate(phrases) if set(phrase).difference(own)}
        encoded = [self._encoded(phrase) for phrase in phrases]
        self._automaton = ahocorasick_rs.BytesAhoCorasick(encoded, implementation=kinds.DFA if few else kinds.ContiguousNFA)
        self._longest = max(map(len, encoded), default=0)

    def _encoded(self, text: str) -> bytes:
        return codecs.charmap_encode(text, "replace", self._bytes)[0]

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Number, start and end of each occurrence, in the order of the ends."""
        parts = list(self.parts(text))
        if len(parts) == 1:
            return parts[0]
        return sorted((hit for hits in parts for hit in hits), key=itemgetter(2))

    def parts(self, text: str) -> Iterator[list[tuple[int, int, int]]]:
        """What `find` tells, a part of a long text at a time, so that who needs few of very many need not hold all."""
        encoded = self._encoded(text)
        for begin in range(0, len(encoded) or 1, _PART):
            # what begins in this part may end in the next one
            part = encoded[begin : begin + _PART + self._longest]
            hits = self._automaton.find_matches_as_indexes(part, overlapping=True)
            if len(encoded) > _PART:
                hits = [(number, begin + start, begin + end) for number, start, end in hits if start < _PART]
            if self._in_doubt:
                hits = [hit for hit in hits if hit[0] not in self._in_doubt or text.startswith(self._in_doubt[hit[0]], hit[1])]
            yield hits
