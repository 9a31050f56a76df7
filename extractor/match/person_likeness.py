"""Known names, and what tells words that are like them from words of the language, for names that no list holds."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from extractor.word_lists import entries

# letters at either end by which a name's likeness to known ones is told, and how many known ones must share them
_ENDS, _SHARED = 3, 2


@lru_cache(maxsize=1)
def known_names() -> tuple[frozenset[str], frozenset[str]]:
    """Given names and surnames of PyThaiNLP's lists, as installed."""
    given = entries("person_names_female_th.txt") | entries("person_names_male_th.txt")
    return given, entries("family_names_th.txt")


class _Likeness:
    """Whether a word is like known names: as many of them begin as it does, and as many end so."""

    def __init__(self, names: frozenset[str]) -> None:
        heads, tails = Counter(name[:_ENDS] for name in names), Counter(name[-_ENDS:] for name in names)
        self._heads = frozenset(head for head, count in heads.items() if count >= _SHARED)
        self._tails = frozenset(tail for tail, count in tails.items() if count >= _SHARED)

    @property
    def ends(self) -> tuple[frozenset[str], frozenset[str]]:
        """The first letters and the last letters that names share."""
        return self._heads, self._tails

    def __call__(self, word: str) -> bool:
        return len(word) > _ENDS and word[:_ENDS] in self._heads and word[-_ENDS:] in self._tails


@lru_cache(maxsize=1)
def likenesses() -> tuple[_Likeness, _Likeness]:
    """Likeness to given names, and to surnames."""
    given, surnames = known_names()
    return _Likeness(given), _Likeness(surnames)


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """The words of the language; names that are words as well are among them."""
    return entries("words_th.txt")


def is_common(word: str) -> bool:
    """Whether a word is one of the language."""
    return word in common_words()


def like_name(first: str, last: str) -> bool:
    """Whether two words that no list of names holds are like a given name and a surname: มนัสวีร์ ชื่นชูผล."""
    like_given, like_surname = likenesses()
    common = common_words()
    return first not in common and last not in common and like_given(first) and like_surname(last)


def like_surname(last: str) -> bool:
    """Whether a word that is none of the language is like a surname: รัตนมาลี."""
    return last not in common_words() and likenesses()[1](last)
