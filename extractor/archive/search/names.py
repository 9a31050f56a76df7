"""Looking a piece of a query up among all names: whole, as a part, and with one letter amiss.

All folded forms stand in one text, a line each, without the spaces that only some writers put; spaces between Latin words
stay. A table tells where each three letters in a row begin, so that a piece is looked for only where its rarest three are. For
a slip, the piece is cut in two: an added, dropped or changed letter leaves one half as it was, so the places of each half are
the only ones to look at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from .blocks import Ints, Names

WHOLES, PARTS = (100, 95, 85), (70, 65, 62)
"""How well what is looked up matches as a whole and as a part: the name itself, a form known of it, one only seen in articles."""

WHOLE_SLIP, PART_SLIP = 40, 30
"""How well any of these matches with one letter amiss."""

SHORTEST_PART = 4  # letters; less is looked up as a whole name or word only
SHORTEST_SLIP_IN_PART = 6  # so that each half keeps three letters
_TRIPLES = 1 << 14
_NEWLINE = ord("\n")


def squeeze(folded: str) -> str:
    """A folded text without spaces, but for those between two Latin letters or digits.

    >>> squeeze("สมชาย ใจดี"), squeeze("สำนักงาน กพร opdc office")
    ('สมชายใจดี', 'สำนักงานกพรopdc office')
    """
    pieces = folded.split(" ")
    said = pieces[0]
    for piece in pieces[1:]:
        said += (" " if _latin(said[-1:]) and _latin(piece[:1]) else "") + piece
    return said


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


@dataclass(frozen=True, slots=True)
class Lines:
    """All forms of all names: `text` begins and ends with a newline, as does each line.

    `chars` is `text` as code points, `starts` where each line begins, `codes` whose it is; `hows` and
    `parents` are as in `blocks.Names`, the length of `parents` is the number of codes there can be. Three letters in a row
    of the number `t`, or others of that number, begin at `places[triples[t]:triples[t + 1]]`.
    """

    text: str
    chars: NDArray[np.uint32]
    starts: NDArray[np.int64]
    codes: Ints
    hows: Ints
    parents: Ints
    triples: NDArray[np.int64]
    places: Ints

    @classmethod
    def of(cls, blocks: Iterable[Names]) -> Lines:
        blocks = list(blocks)
        text = "\n" + "".join(block.text + "\n" for block in blocks if block.text)
        chars = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        nothing = [np.empty(0, np.int32)]
        newlines = np.flatnonzero(chars == _NEWLINE)
        triples = _triples(chars)
        counts = np.bincount(triples, minlength=_TRIPLES)
        return cls(
            text,
            chars,
            newlines[:-1] + 1,
            np.concatenate(nothing + [block.codes for block in blocks]),
            np.concatenate(nothing + [block.hows for block in blocks]),
            np.concatenate(nothing + [block.parents for block in blocks]),
            np.concatenate([[0], np.cumsum(counts)]),
            np.argsort(triples.astype(np.uint16), kind="stable").astype(np.int32),
        )

    def whole(self, squeezed: str) -> NDArray[np.int64]:
        """The lines that are exactly this."""
        return self._lines(self._places(f"\n{squeezed}\n") + 1)

    def _places(self, piece: str) -> NDArray[np.int64]:
        """Where in the text a piece begins."""
        letters = np.frombuffer(piece.encode("utf-32-le"), np.uint32)
        if letters.size < 3:
            places = np.arange(max(self.chars.size - letters.size + 1, 0))
        else:
            wanted = _triples(letters)
            rarest = int(np.argmin(self.triples[wanted + 1] - self.triples[wanted]))
            first, last = self.triples[wanted[rarest]], self.triples[wanted[rarest] + 1]
            places = self.places[first:last].astype(np.int64) - rarest
            places = places[(places >= 0) & (places <= self.chars.size - letters.size)]
        for at, letter in enumerate(letters):
            if not places.size:
                break
            places = places[self.chars.take(places + at) == letter]
        return places

    def _lines(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        return np.searchsorted(self.starts, places, side="right") - 1

    def exact(self, piece: str, *, unfinished: bool) -> NDArray[np.uint8] | None:
        """How well each code's names hold `piece`, 0 for not at all; None if none does.

        A Latin piece must stand between word bounds; if it is `unfinished`, its last word may go on.
        """
        if len(piece) < SHORTEST_PART:
            return self._strengths((self.whole(piece), WHOLES))
        places = self._places(piece)
        alone = (self.chars[places - 1] == _NEWLINE) & (self.chars[places + len(piece)] == _NEWLINE)
        whole = self._lines(places[alone])
        if _latin(piece[0]):
            places = places[~_latins(self.chars[places - 1])]
        if _latin(piece[-1]) and not unfinished:
            places = places[~_latins(self.chars[places + len(piece)])]
        return self._strengths((self._lines(places), PARTS), (whole, WHOLES))

    def slipped(self, piece: str) -> NDArray[np.uint8] | None:
        """How well each code's names hold `piece` with one letter added, dropped, changed or swapped with the next.

        Digits are no slips: 2565 is not 2566. None if no name holds it so.
        """
        length = len(piece)
        if length < SHORTEST_SLIP_IN_PART:
            return None
        letters = np.frombuffer(piece.encode("utf-32-le"), np.uint32)
        cut = length // 2
        ends = self._places(piece[:cut]) + cut
        found = [ends[_goes_on(_window(self.chars, ends, 1, length - cut + 1), letters[cut:])] - cut]
        begins = self._places(piece[cut:])
        backwards = _window(self.chars, begins - 1, -1, cut + 1)
        found.append(begins[_goes_on(backwards, letters[:cut][::-1])])
        if not any(letter.isdigit() for letter in piece[cut - 1 : cut + 1]):
            across = piece[: cut - 1] + piece[cut] + piece[cut - 1] + piece[cut + 1 :]
            found.append(self._places(across))
        lines = np.unique(self._lines(np.concatenate(found)))
        sizes = np.diff(np.append(self.starts, self.chars.size))[lines] - 1
        whole = lines[np.abs(sizes - length) <= 1]
        return self._strengths((lines, (PART_SLIP,) * 3), (whole, (WHOLE_SLIP,) * 3))

    def _strengths(self, *found: tuple[NDArray[np.int64], tuple[int, int, int]]) -> NDArray[np.uint8] | None:
        """Strengths by code of lines, each set with its strengths by `hows`, the weaker set first."""
        if not any(lines.size for lines, _ in found):
            return None
        strengths = np.zeros(self.parents.size, np.uint8)
        for lines, by_how in found:
            for how in (2, 1, 0):
                strengths[self.codes[lines[self.hows[lines] == how]]] = by_how[how]
        return strengths


def _triples(chars: NDArray[np.uint32]) -> NDArray[np.int64]:
    """A number below `_TRIPLES` for each three characters in a row; Knuth's multiplicative hashing of their last seven bits."""
    low = chars & np.uint32(127)
    three = (low[:-2] << np.uint32(14)) | (low[1:-1] << np.uint32(7)) | low[2:]
    numbers: NDArray[np.int64] = ((three * np.uint32(2_654_435_761)) >> np.uint32(18)).astype(np.int64)
    return numbers


def _latins(chars: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which of these are Latin letters (folded: small ones) or digits."""
    return ((chars >= ord("a")) & (chars <= ord("z"))) | _digits(chars)


def _digits(chars: NDArray[np.uint32]) -> NDArray[np.bool_]:
    return (chars >= ord("0")) & (chars <= ord("9"))


def _window(chars: NDArray[np.uint32], starts: NDArray[np.int64], step: int, length: int) -> NDArray[np.uint32]:
    """`length` characters from each start on, forwards or backwards; beyond the text stand newlines."""
    windows: NDArray[np.uint32] = chars[np.clip(starts[:, None] + step * np.arange(length), 0, chars.size - 1)]
    return windows


def _goes_on(windows: NDArray[np.uint32], tail: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which windows begin with `tail`, one letter amiss at most; a window is one character longer than the tail."""
    length = tail.size
    every = np.arange(windows.shape[0])
    same = windows[:, :length] == tail
    first = np.where(same.all(1), length, same.argmin(1))  # the first character that differs
    theirs = windows[every, first]
    ours = np.append(tail, np.uint32(_NEWLINE))[first]
    letter_theirs = ~_digits(theirs) & (theirs != _NEWLINE)
    letter_ours = ~_digits(ours)
    changed = letter_theirs & letter_ours & _rest(same)[every, np.minimum(first + 1, length)]
    added = letter_theirs & _rest(windows[:, 1 : length + 1] == tail)[every, first]
    dropped = letter_ours & _rest(windows[:, : length - 1] == tail[1:])[every, np.minimum(first, length - 1)]
    ahead = np.append(tail, np.array([_NEWLINE, _NEWLINE], np.uint32))[first + 1]
    next_theirs = windows[every, np.minimum(first + 1, length)]
    swapped = (
        (theirs == ahead)
        & (next_theirs == ours)
        & letter_theirs
        & ~_digits(next_theirs)
        & _rest(same)[every, np.minimum(first + 2, length)]
    )
    goes: NDArray[np.bool_] = (first == length) | changed | added | dropped | swapped
    return goes


def _rest(same: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """For each column, and for the one after the last, whether all from there on are true."""
    from_there: NDArray[np.bool_] = np.logical_and.accumulate(same[:, ::-1], axis=1)[:, ::-1]
    return np.concatenate([from_there, np.ones((same.shape[0], 1), np.bool_)], axis=1)
