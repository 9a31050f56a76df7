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
_NOWHERE = bytes(24)  # what the pass looks for in place of what is not its to find: NULs
# characters that Thai articles are full of have a byte each where there is room: it costs much to replace one by another
_USUAL = "".join(map(chr, [*range(0x0E01, 0x0E5C), *range(0x20, 0x7F)])) + "\n\t“”‘’–…•\u00a0\u200b"


class Phrases:
    """Fixed strings, to be found all at once.

    Args:
        phrases: the strings; each is numbered by its place among them.
        few: some hundreds at most, so that a larger and quicker automaton is worth its memory.
        folded: they are in lower case, and found whatever the case of a text's letters.

    >>> Phrases(["กรมประมง", "ประมง"], few=True).find("😀กรมประมง")
    [(0, 1, 9), (1, 4, 9)]
    """

    def __init__(self, phrases: Iterable[str], *, few: bool, folded: bool = False) -> None:
        kinds = ahocorasick_rs.Implementation
        phrases = list(phrases)
        common = [character for character, _ in Counter("".join(phrases)).most_common() if "\0" < character < "\U00010000"]
        capitals = _capitals(common) if folded else []
        own = [character for character in dict.fromkeys([*common, *capitals, *_USUAL]) if character != _OTHER][:_CHARACTERS]
        known = frozenset(own)
        self._bytes = codecs.charmap_build("".join(["\0", _OTHER, *own]))
        self._folded = folded
        # each capital's byte is made its small letter's; None where not all have one, so that the text is folded before
        self._folding: bytes | None = None
        if set(capitals) <= set(own):
            small = [self._byte(capital.lower()) for capital in capitals]
            self._folding = bytes.maketrans(bytes(map(self._byte, capitals)), bytes(small))
        # what holds a character that shares its byte with others is looked for by itself where a text holds that character
        self._by_rare: dict[str, list[tuple[int, str]]] = {}
        encoded = [self._encoded(phrase) for phrase in phrases]
        for number, phrase in enumerate(phrases):
            rare = next((character for character in phrase if character not in known), None)
            if rare is not None:
                self._by_rare.setdefault(rare, []).append((number, phrase))
                encoded[number] = _NOWHERE
        self._rare = {number for pairs in self._by_rare.values() for number, _ in pairs}
        self._automaton = ahocorasick_rs.BytesAhoCorasick(encoded, implementation=kinds.DFA if few else kinds.ContiguousNFA)
        self._longest = max(map(len, encoded), default=0)

    def _byte(self, character: str) -> int:
        return codecs.charmap_encode(character, "replace", self._bytes)[0][0]

    def _encoded(self, text: str) -> bytes:
        if not self._folded:
            return codecs.charmap_encode(text, "replace", self._bytes)[0]
        if self._folding is None:
            return codecs.charmap_encode(_fold(text), "replace", self._bytes)[0]
        encoded = codecs.charmap_encode(text, "replace", self._bytes)[0]
        return encoded if GROWS in text else encoded.translate(self._folding)

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
            if self._by_rare and (rare := [character for character in {"\0", *self._by_rare} if character in text]):
                found = [hit for hit in hits if hit[0] not in self._rare]
                hits = sorted([*found, *self._one_by_one(text, rare, begin)], key=itemgetter(2))
            yield hits

    def _one_by_one(self, text: str, rare: Iterable[str], begin: int) -> Iterator[tuple[int, int, int]]:
        """Where the phrases stand that hold some characters without a byte of their own, and begin in the part from `begin`."""
        text = _fold(text) if self._folded else text
        for number, phrase in (pair for character in rare for pair in self._by_rare.get(character, ())):
            start = text.find(phrase, begin)
            while 0 <= start < begin + _PART:
                yield number, start, start + len(phrase)
                start = text.find(phrase, start + 1)


GROWS = "İ"
"""The capital letter that is two characters in lower case: a text that holds it is not folded."""


def _fold(text: str) -> str:
    return text if GROWS in text else text.lower()


def _capitals(characters: Iterable[str]) -> list[str]:
    """The capital letters of some small ones."""
    small = {character for character in characters if character.islower()}
    return [capital for capital in map(chr, range(0x10000)) if capital.lower() in small and capital.lower() != capital]
