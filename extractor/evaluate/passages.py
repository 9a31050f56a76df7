"""Where a disagreement stands in its article: gold is located by its wording, predictions by their offsets."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.evaluate.compare import Disagreement, Row

Side = Literal["gold", "predicted"]

_MONTHS = (
    ("มกราคม", "ม.ค."), ("กุมภาพันธ์", "ก.พ."), ("มีนาคม", "มี.ค."), ("เมษายน", "เม.ย."), ("พฤษภาคม", "พ.ค."),
    ("มิถุนายน", "มิ.ย."), ("กรกฎาคม", "ก.ค."), ("สิงหาคม", "ส.ค."), ("กันยายน", "ก.ย."), ("ตุลาคม", "ต.ค."),
    ("พฤศจิกายน", "พ.ย."), ("ธันวาคม", "ธ.ค."),
)  # fmt: skip
_ERA = 543
_AROUND = 70
_APART = 40
_SKIPPED = frozenset("\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad\u2060\"'“”‘’«»")
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


class Place(NamedTuple):
    """A stretch of the article, and whose it is."""

    start: int
    end: int
    side: Side


class Piece(NamedTuple):
    """Some text, and the sides whose value it belongs to."""

    text: str
    gold: bool
    predicted: bool


@dataclass(frozen=True)
class Passages:
    """Finds in one article's text where the values of its disagreements stand."""

    text: str

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        """The text without white space and marks, digits as 0–9, with each character's place in the text."""
        kept: list[str] = []
        at: list[int] = []
        for place, character in enumerate(self.text):
            if not character.isspace() and character not in _SKIPPED:
                kept.append(character.translate(_DIGITS).lower()[:1])
                at.append(place)
        return "".join(kept), at

    def find(self, value: str) -> list[tuple[int, int]]:
        """Every place where the value stands, white space and quotation marks aside; a number only whole."""
        wanted = _fold(value)
        if not wanted:
            return []
        folded, at = self._folded
        found = []
        start = folded.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            cut = (wanted[0].isdigit() and folded[start - 1 : start].isdigit()) or (
                wanted[-1].isdigit() and folded[end : end + 1].isdigit()
            )
            if not cut:
                found.append((at[start], at[end - 1] + 1))
            start = folded.find(wanted, start + 1)
        return found

    def places(self, disagreement: Disagreement) -> list[Place]:
        """Where either side's values stand; of several places for a gold value, the one nearest to its neighbours."""
        predicted = [Place(*row.at, "predicted") for row in disagreement.rows if row.at]
        found = [places for row in disagreement.rows if (places := self._gold(row))]
        anchor = predicted[0].start if predicted else None
        if found:
            rarest = min(found, key=len)
            anchor = min(rarest, key=lambda place: abs(place[0] - (anchor or 0)))[0]
        nearest = [min(places, key=lambda place: abs(place[0] - (anchor or 0))) for places in found]
        return sorted({*predicted, *(Place(start, end, "gold") for start, end in nearest)})

    def _gold(self, row: Row) -> list[tuple[int, int]]:
        return [] if row.gold is None else next(filter(None, map(self.find, _wordings(row.field, row.gold))), [])

    def excerpts(self, places: Sequence[Place]) -> list[list[Piece]]:
        """The passages around the places, each as pieces; places that stand close together share a passage."""
        windows: list[list[int]] = []
        for start, end, _ in sorted(places):
            if windows and start - _AROUND <= windows[-1][1] + _APART:
                windows[-1][1] = max(windows[-1][1], end + _AROUND)
            else:
                windows.append([max(0, start - _AROUND), end + _AROUND])
        return [self.pieces(places, self._unbroken(start), self._unbroken(end)) for start, end in windows]

    def _unbroken(self, at: int) -> int:
        """The same place, or the next where no vowel or tone mark is parted from its consonant."""
        while at < len(self.text) and unicodedata.category(self.text[at]) == "Mn":
            at += 1
        return min(at, len(self.text))

    def pieces(self, places: Sequence[Place], start: int = 0, end: int | None = None) -> list[Piece]:
        """The text from `start` to `end`, cut wherever a place begins or ends."""
        end = len(self.text) if end is None else end
        cuts = sorted({start, end, *(cut for place in places for cut in place[:2] if start < cut < end)})
        return [
            Piece(self.text[left:right], *(_covers(places, left, right, side) for side in ("gold", "predicted")))
            for left, right in pairwise(cuts)
        ]


def _covers(places: Sequence[Place], left: int, right: int, side: str) -> bool:
    return any(place.side == side and place.start <= left and right <= place.end for place in places)


def _fold(value: str) -> str:
    return "".join(c for c in value if not c.isspace() and c not in _SKIPPED).translate(_DIGITS).lower()


def _wordings(field: str, value: str) -> Iterator[str]:
    """How the article may have written a gold value: a converted year or date in either era, anything else as it is.

    >>> list(_wordings("year", "2022"))[:2]
    ['2565', '2022']
    """
    if field == "year" and value.isdigit():
        yield str(int(value) + _ERA)
        yield value
        yield f"{(int(value) + _ERA) % 100:02}"
    elif field in ("date", "published"):
        yield from _date_wordings(value.rpartition("/")[2])
    else:
        yield value


def _date_wordings(iso: str) -> Iterator[str]:
    year, month, *rest = (int(part) for part in iso.split("-") if part.isdigit())
    if not 1 <= month <= len(_MONTHS):
        return
    day = str(rest[0]) if rest else ""
    name, short = _MONTHS[month - 1]
    for era in (year + _ERA, year):
        for months in (name, short, short.replace(".", "")):
            yield f"{day}{months}{era}"
            yield f"{day}{months}{era % 100:02}"
        for pattern in ("{d}/{m}/{y}", "{d:02}/{m:02}/{y}"):
            yield pattern.format(d=rest[0] if rest else 0, m=month, y=era)
    for months in (name, short):
        yield f"{day}{months}"
    if day:
        yield f"{name}{day},{year + _ERA}"
        yield f"{name}{day}"
