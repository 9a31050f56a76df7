"""Which conferrals a query's text finds, how well, and why.

The text is cut at its spaces; every piece must be found in a conferral, in a name it bears or in its words:

1. in its names, as a whole or in part; in its words, one after the other (`exact`, `alias`, `word`);
2. if nowhere in the archive, with one letter amiss (`slip`), in a name or in a word of the archive's vocabulary;
3. if still nowhere, as its words anywhere (`word`).

The whole text without its spaces is looked up as a name too, so that spaces do not matter. Where every piece is in the archive
but no conferral has them all, each may be a slip after all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from . import fulltext
from .blocks import NAMED
from .names import WHOLE_SLIP, squeeze
from .snapshot import vocabulary
from .words import fold, segments

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sqlalchemy import Connection

    from .snapshot import Snapshot

WORD, WORD_SLIP, SCATTERED = 50, 25, 20
"""How well words match: one after the other, one of them with a letter amiss, anywhere."""

_WEAKER = {"recipient": 0, "award": 0, "work": 2, "parent": 4, "conferred_by": 8, "person": 20}
_OTHERS_WEAKER = 5  # how much less a match counts in another field

_SHORTEST_SLIP = 4  # letters; in a shorter piece a letter amiss makes another word
_CLEAN = 256  # added to the score of what is found with nothing amiss
_MOST_CORRECTIONS = 20
_MOST_SEGMENTS = 8  # words of a piece among which a slip is looked for
_MOST_PIECES = 12  # what is asked beyond these is left out: nobody types it, and each costs a look-up
_LONGEST = 500  # letters of a query that are read


@dataclass(frozen=True, slots=True)
class Looked:
    """How one piece was found: `names` is the strength by code, `strengths` by conferral; of a slip, what it was put right to."""

    piece: str
    names: tuple[NDArray[np.uint8], ...]
    strengths: NDArray[np.int16]

    def amiss(self, number: int) -> bool:
        """Whether the piece was found in this conferral only with a letter amiss."""
        return SCATTERED < int(self.strengths[number]) <= WHOLE_SLIP


@dataclass(frozen=True, slots=True)
class Found:
    """The score of every conferral, 0 where it is not found, and how each piece of the query was looked up."""

    scores: NDArray[np.int16]
    looked: tuple[Looked, ...]


def match(connection: Connection, snapshot: Snapshot, asked: str) -> Found | None:
    """What `asked` finds; None if it is blank, and so asks for nothing. Signs alone find nothing."""
    if not asked.strip():
        return None
    pieces = fold(asked[:_LONGEST]).split()[:_MOST_PIECES]
    if not pieces:
        return Found(np.zeros(snapshot.size, np.int16), ())
    looked = [_look(connection, snapshot, piece, last=at == len(pieces) - 1) for at, piece in enumerate(pieces)]
    scores = _together(looked)
    if len(pieces) == 1:
        return Found(scores, tuple(looked))
    whole = squeeze(" ".join(pieces))
    named = _names(snapshot, snapshot.lines.exact(whole, unfinished=True), whole)
    if named is None and not (scores > _CLEAN).any():
        named = _names(snapshot, snapshot.lines.slipped(whole), whole)
    if named is not None:
        return Found(scores + _together([named]), (*looked, named))
    if not scores.any():  # each is in the archive, but not together: one of them may be another word's slip
        looked = [_look(connection, snapshot, piece, last=False, doubted=True) for piece in pieces]
        scores = _together(looked)
    return Found(scores, tuple(looked))


def _together(looked: list[Looked]) -> NDArray[np.int16]:
    """The score of each conferral that every piece finds; one in which nothing is amiss comes before any slip."""
    least = np.minimum.reduce([one.strengths for one in looked])
    mean = np.add.reduce([one.strengths for one in looked]) // len(looked)
    scores: NDArray[np.int16] = np.where(least > 0, mean + np.where(least > WHOLE_SLIP, _CLEAN, 0), 0).astype(np.int16)
    return scores


def _look(connection: Connection, snapshot: Snapshot, piece: str, *, last: bool, doubted: bool = False) -> Looked:
    exact = _exact(connection, snapshot, piece, last=last)
    if exact is not None and not doubted:
        return exact
    found = [one for one in (exact, *_slips(connection, snapshot, piece)) if one is not None]
    words = segments(piece)
    if not found and 1 < len(words) <= _MOST_SEGMENTS:
        found = _phrases_amiss(connection, snapshot, words)
    if not found and len(words) > 1:
        numbers = [fulltext.find(connection, [word], prefix=False) for word in words]
        strengths = np.minimum.reduce([_words(snapshot, some, SCATTERED) for some in numbers])
        found = [Looked(piece, (), strengths)]
    if not found:
        return Looked(piece, (), np.zeros(snapshot.size, np.int16))
    return Looked(
        piece,
        tuple(names for one in found for names in one.names),
        np.maximum.reduce([one.strengths for one in found]),
    )


def _exact(connection: Connection, snapshot: Snapshot, piece: str, *, last: bool) -> Looked | None:
    names = snapshot.lines.exact(piece, unfinished=last)
    words = segments(piece)
    prefix = last and len(piece) >= _SHORTEST_SLIP and not piece.isdigit()
    numbers = fulltext.find(connection, words, prefix=prefix) if words else np.empty(0, np.int64)
    if names is None and not numbers.size:
        return None
    strengths = _words(snapshot, numbers, WORD)
    if names is not None:
        np.maximum(strengths, _bearers(snapshot, names), out=strengths)
    return Looked(piece, () if names is None else (names,), strengths)


def _names(snapshot: Snapshot, names: NDArray[np.uint8] | None, piece: str) -> Looked | None:
    return None if names is None else Looked(piece, (names,), _bearers(snapshot, names))


def _slips(connection: Connection, snapshot: Snapshot, piece: str) -> list[Looked]:
    """What the piece finds with one letter amiss: in names, and put right to words of the vocabulary."""
    if len(piece) < _SHORTEST_SLIP or piece.isdigit():
        return []
    found: list[Looked] = []
    named = None if piece.isascii() else _names(snapshot, snapshot.lines.slipped(piece), piece)
    if named is not None:
        found.append(named)
    for word in corrections(connection, piece):
        right = _exact(connection, snapshot, word, last=False)
        if right is not None:
            slipped = tuple(_as_slip(one) for one in right.names)
            strengths = np.where(right.strengths > 0, WORD_SLIP, 0).astype(np.int16)
            for one in slipped:
                np.maximum(strengths, _bearers(snapshot, one), out=strengths)
            found.append(Looked(word, slipped, strengths))
    return found


def _phrases_amiss(connection: Connection, snapshot: Snapshot, words: tuple[str, ...]) -> list[Looked]:
    """What is found if one to three words in a row, that a slip tore apart, are put right to one."""
    found: list[Looked] = []
    for first in range(len(words)):
        for last in range(first + 1, min(first + 3, len(words)) + 1):
            torn = "".join(words[first:last])
            if len(torn) < _SHORTEST_SLIP or torn.isdigit():
                continue
            for right in corrections(connection, torn):
                phrase = (*words[:first], *segments(right), *words[last:])
                numbers = fulltext.find(connection, phrase, prefix=False)
                if numbers.size:
                    found.append(Looked("".join(phrase), (), _words(snapshot, numbers, WORD_SLIP)))
    return found


def _as_slip(names: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Strengths of exact matches made those of slips: 100 and 95 become 40 and 38, 70 and 65 28 and 26."""
    return (names.astype(np.uint16) * 2 // 5).astype(np.uint8)


def corrections(connection: Connection, piece: str) -> list[str]:
    """The words of the archive that `piece` becomes by one letter added, dropped, changed or swapped with the next.

    Digits must be the same in both. At most twenty, in the order of the letters.
    """
    known = vocabulary(connection)
    near = [word for length in range(len(piece) - 1, len(piece) + 2) for word in known.get(length, ())]
    digits = [c for c in piece if c.isdigit()]
    hits = process.extract(piece, near, scorer=OSA.distance, score_cutoff=1, limit=None)
    right = {word for word, distance, _ in hits if distance == 1 and [c for c in word if c.isdigit()] == digits}
    return sorted(right)[:_MOST_CORRECTIONS]


def _words(snapshot: Snapshot, numbers: NDArray[np.int64], strength: int) -> NDArray[np.int16]:
    strengths = np.zeros(snapshot.size, np.int16)
    strengths[numbers[numbers < snapshot.size]] = strength
    return strengths


def _bearers(snapshot: Snapshot, names: NDArray[np.uint8]) -> NDArray[np.int16]:
    """How well each conferral is found by the names it bears."""
    best = np.zeros(snapshot.size, np.int16)
    for field in NAMED:
        theirs = names.take(snapshot.single[field])
        at = np.flatnonzero(theirs)
        best[at] = np.maximum(best[at], np.maximum(theirs[at].astype(np.int16) - weaker(field), 1))
    people = snapshot.multiple["person"]
    theirs = names.take(people.values)
    at = np.flatnonzero(theirs)
    np.maximum.at(best, people.rows[at], np.maximum(theirs[at].astype(np.int16) - weaker("person"), 1))
    return best


def weaker(field: str) -> int:
    """How much less a name counts in a field: who is honoured counts before who gives, and both before a bystander."""
    return _WEAKER.get(field, _OTHERS_WEAKER)
