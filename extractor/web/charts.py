"""Charts as still pictures (SVG) that a strict browser draws, that scale with the page, and whose bars are links.

plotly, which draws the report's, puts styles of its own into the page as it runs, which the workbench's browser policy forbids.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HEIGHT = 120
"""Pixels that the tallest column has."""

_LABELS = 6  # years that are written beneath the columns, so that they stand apart on a telephone
_SHARE = 0.72  # of its place that a column fills
_MOST = 60  # columns that can be told apart on a telephone


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `x`, `width` and `middle` in per cent of the chart's width, `y` and `height` in pixels.

    `label` is written beneath where it is not empty; `address` is where it leads.
    """

    year: int
    number: int
    x: float
    width: float
    y: float
    height: float
    label: str
    address: str

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return round(self.x + self.width / 2, 2)


def columns(counts: Sequence[tuple[int, int]], address: Callable[[int], str]) -> list[Column]:
    """One column for each year from the first to the last, those without anything too; of very many years the last ones.

    Args:
        counts: years and how many were counted in each, in any order.
        address: where the column of a year leads.
    """
    known = dict(counts)
    if not known:
        return []
    last = max(known)
    years = range(max(min(known), last - _MOST + 1), last + 1)
    most, place, every = max(known.values()), 100 / len(years), -(-len(years) // _LABELS)
    made = []
    for at, year in enumerate(years):
        number = known.get(year, 0)
        height = round(max(HEIGHT * number / most, 2 if number else 0), 1)
        label = str(year) if (len(years) - 1 - at) % every == 0 else ""
        made.append(
            Column(
                year, number, round(place * (at + (1 - _SHARE) / 2), 2), round(place * _SHARE, 2), round(HEIGHT - height, 1),
                height, label, address(year),
            )
        )  # fmt: skip
    return made
