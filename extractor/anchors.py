"""Where fixed words stand, so that a pattern is tried only there: the engine's own search over Thai text is slow.

All the words that any module asks for are found in one pass over the text, the first time that one is asked for; or in
the pass of somebody who looks for more (`Asked`) and then tells where they begin (`tell`).
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from extractor.phrases import Phrases

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

MARKED_DIGITS = "|".join(digit + mark for digit in "0123456789๐๑๒๓๔๕๖๗๘๙" for mark in ".)")
"""A digit with a full stop or a bracket behind it, as in the number of a list's item."""

_numbers: dict[str, int] = {}
# those that ask for words, and which of them ask for each, by the word's number
_askers: list[str] = []
_asking: list[list[int]] = []


Places = list[list[int] | None]
"""Where words begin in a text, by who asks for them: in order, every place once."""


class Asked:
    """All the words that are asked for by now, to be found in a pass over a text.

    Args:
        numbers: what the pass looks for besides, numbered from 0 on; the words are added.
        folded: the pass does not tell capitals from small letters.
    """

    def __init__(self, numbers: dict[str, int], *, folded: bool) -> None:
        self._askers = len(_askers)
        self._asking: list[list[int]] = [[] for _ in range(len(numbers) + len(_numbers))]
        # words that are told apart by their capitals, by the number that they share
        self._spelt: dict[int, list[tuple[str, list[int]]]] = {}
        for word, asking in zip(_numbers, _asking, strict=True):
            number = numbers.setdefault(word.lower() if folded else word, len(numbers))
            if folded and word.lower() != word.upper():
                self._spelt.setdefault(number, []).append((word, list(asking)))
            else:
                self._asking[number] = list(asking)

    @property
    def is_stale(self) -> bool:
        """Whether somebody has asked for words since."""
        return self._askers < len(_askers)

    def nowhere(self) -> Places:
        """Places to be filled by `note`."""
        return [None] * self._askers

    def note(self, found: Places, hits: Iterable[tuple[int, int, int]], text: str) -> None:
        """Puts down in `found` where the words begin that are among the hits in `text`: number, start, end, by their starts."""
        asking, spelt = self._asking, self._spelt
        for number, start, _ in hits:
            askers = asking[number]
            if number in spelt:
                askers = [asker for word, its in spelt[number] if text.startswith(word, start) for asker in its]
            for asker in askers:
                places = found[asker]
                if places is None:
                    found[asker] = [start]
                elif places[-1] != start:
                    places.append(start)


class _Told:
    """The text in which somebody told where words begin, and where."""

    def __init__(self) -> None:
        # and how many had asked; replaced as a whole, for another thread may be reading another text
        self.last: tuple[str, Places, int] = "", [], 0


_TOLD = _Told()


def tell(text: str, found: Places) -> None:
    """Takes over where words begin in `text`, as `Asked.note` put it down."""
    _TOLD.last = text, found, len(found)


@lru_cache(maxsize=1)
def _all_words() -> tuple[Asked, Phrases]:
    numbers: dict[str, int] = {}
    asked = Asked(numbers, folded=False)
    return asked, Phrases(numbers, few=False)


@lru_cache(maxsize=1)
def _places(text: str) -> Places:
    """Where words begin in `text` of which nobody has told."""
    asked, phrases = _all_words()
    found = asked.nowhere()
    asked.note(found, sorted(phrases.find(text), key=itemgetter(1)), text)
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
        told, places, askers = _TOLD.last
        if text is not told or self._number >= askers:
            places = _places(text)
        found = places[self._number] or ()
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
        self._ends = "".join({word[-1] for word in self.words if not word[-1].isspace()})
        self._needed = tuple(needed.split("|")) if needed else ()

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """What the pattern's own `search` finds in `text[start:end]`."""
        last = end = len(text) if end is None else min(end, len(text))
        while last > start and (character := text[last - 1]) not in self._ends:
            if not character.isspace():
                return None
            last -= 1
        if last <= start or not text.endswith(self.words, start, last):
            return None
        if self._needed and not any(text.find(word, start, end) >= 0 for word in self._needed):
            return None
        return self.pattern.search(text, start, end)
