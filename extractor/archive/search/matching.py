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
    from collections.abc import Iterator

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
    """How well one piece is found: `names` by the code of each name, None if in none, and `strengths` by conferral."""

    piece: str
    names: NDArray[np.uint8] | None
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
    names = snapshot.lines.exact(whole, unfinished=True)
    if names is None and not (scores > _CLEAN).any():
        names = snapshot.lines.slipped(whole)
    if names is not None:
        named = _with_names(snapshot, whole, names, np.zeros(snapshot.size, np.int16))
        return Found(scores + _together([named]), (*looked, named))
    if not scores.any():  # each is in the archive, but not together: one of them may be another word's slip
        looked = [_look(connection, snapshot, piece, last=False, doubted=True) for piece in pieces]
        scores = _together(looked)
    return Found(scores, tuple(looked))


def _together(looked: list[Looked]) -> NDArray[np.int16]:
    """The score of each conferral that every piece finds; one in which nothing is amiss comes before any slip."""
    least = looked[0].strengths
    for one in looked[1:]:
        least = np.minimum(least, one.strengths)
    at = np.flatnonzero(least)
    mean = np.add.reduce([one.strengths.take(at) for one in looked]) // len(looked)
    scores = np.zeros(least.size, np.int16)
    scores[at] = mean + np.where(least.take(at) > WHOLE_SLIP, _CLEAN, 0)
    return scores


def _look(connection: Connection, snapshot: Snapshot, piece: str, *, last: bool, doubted: bool = False) -> Looked:
    """How one piece is found; one that is `doubted` may be a slip although it is found as it is."""
    found = _exact(connection, snapshot, piece, last=last)
    if doubted or not (found.names is not None or found.strengths.any()):
        found = _slips(connection, snapshot, piece, found)
    words = segments(piece)
    if len(words) > 1 and not found.strengths.any():
        numbers = [fulltext.find(connection, [word], prefix=False) for word in words]
        return Looked(piece, None, np.minimum.reduce([_words(snapshot, some, SCATTERED) for some in numbers]))
    return found


def _exact(connection: Connection, snapshot: Snapshot, piece: str, *, last: bool) -> Looked:
    words = segments(piece)
    prefix = last and len(piece) >= _SHORTEST_SLIP and not piece.isdigit()
    found = _words(snapshot, fulltext.find(connection, words, prefix=prefix), WORD)
    return _with_names(snapshot, piece, snapshot.lines.exact(piece, unfinished=last), found)


def _with_names(snapshot: Snapshot, piece: str, names: NDArray[np.uint8] | None, found: NDArray[np.int16]) -> Looked:
    if names is not None:
        _bearers(snapshot, names, found)
    return Looked(piece, names, found)


def _slips(connection: Connection, snapshot: Snapshot, piece: str, exact: Looked) -> Looked:
    """What the piece finds with one letter amiss, beside what it finds as it is.

    It is looked for in names; where it is no whole name, also put right to words of the vocabulary; and where nothing is found
    yet, with one to three of its words, which a slip may have torn apart, put right to one.
    """
    if len(piece) < _SHORTEST_SLIP or piece.isdigit():
        return exact
    names = None if piece.isascii() else snapshot.lines.slipped(piece)
    found = exact.strengths.copy()
    if names is None or names.max() < WHOLE_SLIP:
        for word in corrections(connection, snapshot, piece):
            right = snapshot.lines.exact(word, unfinished=False)
            if right is not None:
                names = _as_slip(right) if names is None else np.maximum(names, _as_slip(right))
            numbers = fulltext.find(connection, segments(word), prefix=False)
            np.maximum(found, _words(snapshot, numbers, WORD_SLIP), out=found)
    words = segments(piece)
    if names is None and not found.any() and 1 < len(words) <= _MOST_SEGMENTS:
        for phrase in _put_right(connection, snapshot, words):
            np.maximum(found, _words(snapshot, fulltext.find(connection, phrase, prefix=False), WORD_SLIP), out=found)
    if exact.names is not None:
        names = exact.names if names is None else np.maximum(names, exact.names)
    return _with_names(snapshot, piece, names, found)


def _put_right(connection: Connection, snapshot: Snapshot, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words of a piece with one to three in a row put right to a word of the vocabulary."""
    for first in range(len(words)):
        for last in range(first + 1, min(first + 3, len(words)) + 1):
            torn = "".join(words[first:last])
            if len(torn) >= _SHORTEST_SLIP and not torn.isdigit():
                for right in corrections(connection, snapshot, torn):
                    yield (*words[:first], *segments(right), *words[last:])


def _as_slip(names: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Strengths of exact matches made those of slips: 100 and 95 become 40 and 38, 70 and 65 28 and 26."""
    return (names.astype(np.uint16) * 2 // 5).astype(np.uint8)


def corrections(connection: Connection, snapshot: Snapshot, piece: str) -> list[str]:
    """The words of the archive that `piece` becomes by one letter added, dropped, changed or swapped with the next.

    Digits must be the same in both. At most twenty, in the order of the letters.
    """
    known = vocabulary(connection, snapshot)
    near: list[str] = []
    for length in range(len(piece) - 1, len(piece) + 2):  # a slip leaves the first letter or the last
        near += known.get((length, piece[0], ""), []) + known.get((length, "", piece[-1]), [])
    digits = [c for c in piece if c.isdigit()]
    hits = process.extract(piece, near, scorer=OSA.distance, score_cutoff=1, limit=None)
    right = {word for word, distance, _ in hits if distance == 1 and [c for c in word if c.isdigit()] == digits}
    return sorted(right)[:_MOST_CORRECTIONS]


def _words(snapshot: Snapshot, numbers: NDArray[np.int64], strength: int) -> NDArray[np.int16]:
    strengths = np.zeros(snapshot.size, np.int16)
    strengths[numbers[numbers < snapshot.size]] = strength
    return strengths


def _bearers(snapshot: Snapshot, names: NDArray[np.uint8], best: NDArray[np.int16]) -> None:
    """Raises `best` to how well each conferral is found by the names it bears."""
    for field in (*NAMED, "person"):
        postings = snapshot.postings[field]
        held = names.take(postings.codes)
        places = np.flatnonzero(held)
        if places.size:
            rows, counts = postings.holding(places)
            theirs = np.repeat(np.maximum(held[places].astype(np.int16) - weaker(field), 1), counts)
            np.maximum.at(best, rows, theirs)  # one may bear several people


def weaker(field: str) -> int:
    """How much less a name counts in a field: who is honoured counts before who gives, and both before a bystander."""
    return _WEAKER.get(field, _OTHERS_WEAKER)
