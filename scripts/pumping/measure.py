"""How the time of a search grows with the text."""

from __future__ import annotations

import math
import signal
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pumping.collect import Found
    from pumping.pumps import Pump

SHORT, LONG = 2_000, 8_000
"""Characters of the two texts of the first look."""

_NOTHING = 0.0005  # seconds below which the longer text is not worth a second look
_LIMIT = 0.5
_STEEP = 1.7  # the exponent from which growth counts as more than linear; one of 2 is quadratic


class TooLongError(Exception):
    """One search takes longer than the limit."""


@dataclass(frozen=True, slots=True)
class Growth:
    """A text on which a pattern takes more than in proportion."""

    found: Found
    pump: Pump
    use: str
    exponent: float
    seconds: float

    def __str__(self) -> str:
        pump = self.pump
        shape = f"{pump.start!r} + {pump.unit!r} × n + {pump.end!r}"
        return f"{self.found.name} {self.use}: n^{self.exponent:.1f}, {self.seconds * 1000:,.1f} ms at {4 * LONG:,} on {shape}"


def growth(found: Found, pump: Pump) -> Growth | None:
    """How steeply the search of the whole text grows, or the full match where the package uses one; None if linearly."""
    for use in ("search", "fullmatch") if found.full else ("search",):
        work = _search if use == "search" else _full
        exponent, seconds = _exponent(found.pattern, pump, work)
        if exponent >= _STEEP:
            return Growth(found, pump, use, exponent, seconds)
    return None


def first_look(found: Found, pump: Pump) -> float:
    """The exponent as a first look has it; 1 is linear."""
    return _look(found.pattern, pump, _search)


def _search(pattern: Any, text: Any) -> None:  # noqa: ANN401 - over str or bytes
    for _ in pattern.finditer(text):
        pass


def _full(pattern: Any, text: Any) -> None:  # noqa: ANN401
    pattern.fullmatch(text)


def _look(pattern: Any, pump: Pump, work: Callable[[Any, Any], None]) -> float:  # noqa: ANN401
    long = _seconds(pattern, pump.text(LONG), work)
    if long < _NOTHING:
        return 1.0
    return math.log(long / max(_seconds(pattern, pump.text(SHORT), work), 1e-7), LONG / SHORT)


def _exponent(pattern: Any, pump: Pump, work: Callable[[Any, Any], None]) -> tuple[float, float]:  # noqa: ANN401
    """The growth between texts of 8,000 and of 32,000 characters, each the best of three, as other work may disturb one."""
    if _look(pattern, pump, work) < _STEEP:
        return 1.0, 0.0
    short = min(_seconds(pattern, pump.text(LONG), work) for _ in range(3))
    if short < _NOTHING:
        return 1.0, 0.0
    if short >= _LIMIT:
        return math.inf, short
    long = _LIMIT * 4
    for _ in range(3):
        long = min(long, _seconds(pattern, pump.text(4 * LONG), work))
        if long >= _LIMIT or math.log(long / short, 4) < _STEEP:
            break
    return math.log(long / short, 4), long


def _seconds(pattern: Any, text: str, work: Callable[[Any, Any], None]) -> float:  # noqa: ANN401
    given = text.encode("utf-8") if isinstance(pattern.pattern, bytes) else text
    began = time.perf_counter()
    try:
        with _limited():
            work(pattern, given)
    except TooLongError:
        return _LIMIT
    return time.perf_counter() - began


@contextmanager
def _limited() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
