"""Where fixed words stand, so that a pattern is tried only there: the engine's own search over Thai text is slow.

All the words that any module asks for are found in one pass over the text, the first time that one is asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from extractor.phrases import Phrases

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

MARKED_DIGITS = "|".join(digit + mark for digit in "0123456789๐๑๒๓๔๕๖๗๘๙" for mark in ".)")
"""A digit with a full stop or a bracket behind it, as in the number of a list's item."""

_numbers: dict[str, int] = {}
# those that ask for words, and which of them ask for each, by the word's number
_askers: list[str] = []
_asking: list[list[int]] = []


@lru_cache(maxsize=1)
def _all_words() -> Phrases:
    return Phrases(_numbers, few=False)


@lru_cache(maxsize=1)
def _places(text: str) -> Sequence[list[int] | None]:
    """Where words begin in `text`, by who asks for them: in order, every place once."""
    hits = _all_words().find(text)
    hits.sort(key=itemgetter(1))
    found: list[list[int] | None] = [None] * len(_askers)
    for number, start, _ in hits:
        for asking in _asking[number]:
            places = found[asking]
            if places is None:
                found[asking] = [start]
            elif places[-1] != start:
                places.append(start)
    return found


class Words:
    """Fixed words, separated by |, to be made once, when a module is loaded.

    >>> Words("สาขา|ประเภท").find("สาขา ก ประเภท ข สาขา ค")
    [0, 7, 16]
    """

    def __init__(self, words: str) -> None:
        self._number = len(_askers)
        _askers.append(words)
        for word in words.split("|"):
            number = _numbers.setdefault(word, len(_numbers))
            if number == len(_asking):
                _asking.append([])
            _asking[number].append(self._number)
        _all_words.cache_clear()
        _places.cache_clear()
        self._last: tuple[str, Sequence[int]] = "", ()

    def find(self, text: str) -> Sequence[int]:
        """Where each of the words begins in `text`, in order, every place once."""
        known, found = self._last  # at once, for another thread may be reading another text
        if text is known:
            return found
        found = _places(text)[self._number] or ()
        self._last = text, found
        return found

    def within(self, text: str, start: int, end: int) -> bool:
        """Whether one of the words begins in `start:end` of `text`, to tell whether what needs one is worth trying there."""
        places = self.find(text)
        at = bisect_left(places, start)
        return at < len(places) and places[at] < end


class Anchored:
    """A pattern whose every match begins with one of some fixed words, separated by |, and which is tried only where they stand.

    `needed`: words likewise, one of which begins in every match, within `reach` characters from where it begins.

    >>> import re
    >>> hall = Anchored(re.compile("(?:ห้อง|หอ)ประชุม"), "ห้อง|หอ")
    >>> [match.start() for match in hall.finditer("ณ หอประชุม และห้องประชุม")]
    [2, 14]
    """

    def __init__(self, pattern: re.Pattern[str], words: str, *, needed: str | None = None, reach: int = 0) -> None:
        self.pattern = pattern
        self.words = Words(words)
        self._needed = None if needed is None else Words(needed)
        self._reach = reach

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """What the pattern's own `finditer` yields, as long as `text` is one that is asked about again and again."""
        places = self.words.find(text)
        end = len(text) if end is None else end
        reached = start
        for place in places[bisect_left(places, start) :] if start else places:
            if place >= end:
                return
            if place < reached or (self._needed is not None and not self._needed.within(text, place, place + self._reach)):
                continue
            match = self.pattern.match(text, place, end)
            if match is not None:
                reached = match.end()
                yield match

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first of them."""
        places = self.words.find(text)
        end = len(text) if end is None else end
        for at in range(bisect_left(places, start) if start else 0, len(places)):
            if places[at] >= end:
                return None
            if self._needed is not None and not self._needed.within(text, places[at], places[at] + self._reach):
                continue
            if (match := self.pattern.match(text, places[at], end)) is not None:
                return match
        return None


class Ending:
    """A pattern whose every match ends where the text does, with one of some words, separated by |, and white space.

    The words are looked for first: to try the pattern at every place before the end costs far more. `needed`: words likewise,
    one of which every match holds.

    >>> import re
    >>> given = Ending(re.compile("(?:มอบ|ประกาศ)โดย[ ]?$"), "โดย")
    >>> given.search("พิธีมอบโดย ") is not None, given.search("มอบโดยกรม") is not None
    (True, False)
    """

    def __init__(self, pattern: re.Pattern[str], words: str, *, needed: str = "") -> None:
        self.pattern = pattern
        self.words = tuple(words.split("|"))
        self._needed = tuple(needed.split("|")) if needed else ()

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """What the pattern's own `search` finds in `text[start:end]`."""
        last = end = len(text) if end is None else min(end, len(text))
        while last > start and text[last - 1].isspace():
            last -= 1
        if not text.endswith(self.words, start, last):
            return None
        if self._needed and not any(text.find(word, start, end) >= 0 for word in self._needed):
            return None
        return self.pattern.search(text, start, end)
