"""How the time of a search grows with the text."""

from __future__ import annotations

import math
import signal
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor import extract
from extractor.normalise import normalise

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


_SOON = 0.4  # seconds of CPU below which an extraction of 80,000 characters is soon over
_TOLD = "กรมประมงได้รับรางวัลเลิศรัฐ ประจำปี 2566 ระดับดี"
_CLEAN = tuple(f"extractor.{part}" for part in ("assemble", "clean", "match", "structure", "resolve", "pipeline"))


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
    """How steeply that grows which the package does with the pattern on the whole text; None if linearly."""
    for use in sorted(found.uses):
        exponent, seconds = _exponent(found, pump, _WORK[use])
        if exponent >= _STEEP:
            return Growth(found, pump, use, exponent, seconds)
    return None


def grows_everywhere(found: Found, pump: Pump) -> bool:
    """Whether it would grow to match the pattern at every place of the text, as far as a quick look tells."""
    return _look(found, pump, _search) >= _STEEP


def slow_on(found: Found, pump: Pump, span: int) -> Growth | None:
    """The growth of a pattern that takes long though the text is as short as those that the package gives it, or None."""
    text = (pump.text(span)[: span - len(pump.end)] + pump.end)[:span]
    if is_clean(found):
        text = normalise(text)[0]
    for use in sorted(found.uses):
        if _seconds(found.pattern, text, _WORK[use]) < _SLOW:
            continue
        seconds = _batch(found.pattern, text, _WORK[use])
        if seconds >= _SLOW:
            return Growth(found, pump, f"{use} of a window", math.nan, seconds, span)
    return None


def extraction_growth(pump: Pump) -> float:
    """How many times as long an extraction takes when eight times the pumped text stands among what tells of an award."""
    short, long = (_extraction(pump, length) for length in (10_000, 80_000))
    return 0.0 if long < _SOON else long / max(short, _SOON / 16)


def _extraction(pump: Pump, length: int) -> float:
    text = pump.text(length // 2)
    began = time.process_time()
    extract(f"{_TOLD} {text} {_TOLD}\n{text}\n{_TOLD}")
    return time.process_time() - began


def is_clean(found: Found) -> bool:
    """Whether the package hands the pattern normalised texts alone."""
    return all(place.startswith(_CLEAN) for place in found.where)


def _search(pattern: Any, text: Any) -> None:  # noqa: ANN401 - over str or bytes
    for _ in pattern.finditer(text):
        pass


def _match(pattern: Any, text: Any) -> None:  # noqa: ANN401
    pattern.match(text)


def _full(pattern: Any, text: Any) -> None:  # noqa: ANN401
    pattern.fullmatch(text)


_WORK = {"search": _search, "match": _match, "fullmatch": _full}


def _look(found: Found, pump: Pump, work: Callable[[Any, Any], None]) -> float:
    clean = is_clean(found)
    long = _seconds(found.pattern, pump.text(LONG, clean=clean), work)
    if long < _NOTHING:
        return 1.0
    return math.log(long / max(_seconds(found.pattern, pump.text(SHORT, clean=clean), work), 1e-7), LONG / SHORT)


def _exponent(found: Found, pump: Pump, work: Callable[[Any, Any], None]) -> tuple[float, float]:
    """The growth between texts of 8,000 and of 32,000 characters, where a first look finds any."""
    if _look(found, pump, work) < _STEEP:
        return 1.0, 0.0
    clean = is_clean(found)
    short = _batch(found.pattern, pump.text(LONG, clean=clean), work)
    if short < _NOTHING or short >= _LIMIT:
        return (1.0, short) if short < _LIMIT else (math.inf, short)
    long = _batch(found.pattern, pump.text(4 * LONG, clean=clean), work)
    return math.log(long / short, 4) if long < _LIMIT else math.inf, long


def _batch(pattern: Any, text: str, work: Callable[[Any, Any], None]) -> float:  # noqa: ANN401
    """Seconds of CPU of one search, from as many as make the clock's steps small: others' work does not disturb it."""
    first = _seconds(pattern, text, work)
    if first >= _LIMIT:
        return first
    given = text.encode("utf-8") if isinstance(pattern.pattern, bytes) else text
    began = time.process_time()
    times = 0
    while (took := time.process_time() - began) < _BATCH:
        work(pattern, given)
        times += 1
    return took / times


def _seconds(pattern: Any, text: str, work: Callable[[Any, Any], None]) -> float:  # noqa: ANN401
    """Seconds of one search; the quicker of two, since others' work may come between, where it is short."""
    given = text.encode("utf-8") if isinstance(pattern.pattern, bytes) else text
    best = _LIMIT
    for _ in range(2):
        began = time.perf_counter()
        try:
            with _limited():
                work(pattern, given)
        except TooLongError:
            return _LIMIT
        best = min(best, time.perf_counter() - began)
        if best < _NOTHING:
            break
    return best


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
