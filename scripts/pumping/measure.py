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
_BATCH = 0.06  # seconds of CPU that a careful look takes at least
_SLOW = 0.02  # seconds that no pattern may take on a window
_STEEP = 1.45  # the exponent from which growth counts as more than linear; one of 2 is quadratic


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
    length: int = 4 * LONG

    def __str__(self) -> str:
        pump = self.pump
        shape = f"{pump.start!r} + {pump.unit!r} × n + {pump.end!r}"
        return f"{self.found.name} {self.use}: n^{self.exponent:.1f}, {self.seconds * 1000:,.1f} ms at {self.length:,} on {shape}"


def growth(found: Found, pump: Pump) -> Growth | None:
    """How steeply the search of the whole text grows, or the full match where the package uses one; None if linearly."""
    for use in found.uses:
        work = _search if use == "search" else _full
        exponent, seconds = _exponent(found.pattern, pump, work)
        if exponent >= _STEEP:
            return Growth(found, pump, use, exponent, seconds)
    return None


def slow_on(found: Found, pump: Pump, span: int) -> Growth | None:
    """The growth of a pattern that takes long though the text is as short as those that the package gives it, or None."""
    text = pump.text(span)[: span - len(pump.end)] + pump.end
    for use in found.uses:
        work = _search if use == "search" else _full
        if _seconds(found.pattern, text, work) < _SLOW:
            continue
        seconds = _batch(found.pattern, text, work)
        if seconds >= _SLOW:
            return Growth(found, pump, f"{use} of a window", math.nan, seconds, span)
    return None


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
    """The growth between texts of 8,000 and of 32,000 characters, where a first look finds any."""
    if _look(pattern, pump, work) < _STEEP:
        return 1.0, 0.0
    short = _batch(pattern, pump.text(LONG), work)
    if short < _NOTHING or short >= _LIMIT:
        return (1.0, short) if short < _LIMIT else (math.inf, short)
    long = _batch(pattern, pump.text(4 * LONG), work)
    return math.log(long / short, 4), long


def _batch(pattern: Any, text: str, work: Callable[[Any, Any], None]) -> float:  # noqa: ANN401
    """Seconds of CPU of one search, from as many as make the clock's steps small: others' work does not disturb it."""
    first = _seconds(pattern, text, work)
    if first >= _LIMIT:
        return first
    given = text.encode("utf-8") if isinstance(pattern.pattern, bytes) else text
    times = 1 + int(_BATCH / max(first, 1e-6))
    began = time.process_time()
    for _ in range(times):
        work(pattern, given)
    return max(time.process_time() - began, 1e-6) / times


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
