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
    from collections.abc import Callable, Iterable, Iterator

    from pumping.collect import Found
    from pumping.pumps import Pump

SHORT, LONG = 2_000, 8_000
"""Characters of the two texts of the first look."""

_SMALL = 2_000  # characters of the text by which those are chosen that are looked at longer
_TOP, _STEEP_ONES = 3, 8  # how many are: of those that take longest, and of others that grow
_NOTHING = 0.0005  # seconds below which the longer text is not worth a second look
_LIMIT = 0.6  # seconds after which a search is broken off
_ENOUGH = 0.02  # seconds on the small text from which it is that which is looked at longer
_BATCH = 0.06  # seconds of CPU that a careful look takes at least
SLOW = 0.02
"""Seconds that no pattern may take on a window."""
_STEEP = 1.45  # the exponent from which growth counts as more than linear; one of 2 is quadratic


_SOON = 0.25  # seconds of CPU below which an extraction of 48,000 characters is soon over
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


@dataclass(slots=True)
class Worst:
    """What one pattern takes at most."""

    texts: int = 0
    """How many were looked at longer."""
    growth: Growth | None = None
    """On a long text; it is no fault if the package hands it none."""
    seconds: float = 0.0
    """On a text of 32,000 characters, where it does not grow."""
    on: Growth | None = None
    on_window: float = 0.0
    """On the longest stretch that it is handed, where that is short."""
    suspect: Pump | None = None
    """A text on which it would grow to match at every place what the package matches at some."""


def worst(found: Found, pumps: Iterable[Pump], window: int | None) -> Worst:
    """What the pattern takes at most, each text tried at a small length, and at great lengths those that took long or grew."""
    told = Worst()
    for use in sorted(found.uses):
        for pump in _promising(found, pumps, use):
            told.texts += 1
            exponent, seconds = _exponent(found, pump, _WORK[use])
            if exponent >= _STEEP:
                told.growth = Growth(found, pump, use, exponent, seconds)
                break
            told.seconds = max(told.seconds, seconds)
        if told.growth:
            break
    if window is not None:
        _on_window(found, pumps, window, told)
    elif told.growth is None and "search" not in found.uses and is_clean(found):
        promising = _promising(found, pumps, "search")
        told.suspect = next((pump for pump in promising if _look(found, pump, _search) >= _STEEP), None)
    return told


def _on_window(found: Found, pumps: Iterable[Pump], window: int, told: Worst) -> None:
    """The most that the pattern takes on a text as short as those that the package gives it."""
    for pump in pumps:
        text = _short(found, pump, window)
        for use in sorted(found.uses):
            seconds = _once(found.pattern, text, _WORK[use])
            if seconds <= max(told.on_window, SLOW / 20):
                continue
            seconds = min(seconds, _batch(found.pattern, text, _WORK[use]))
            if SLOW <= seconds < _LIMIT:  # others' work slows one measurement or another
                seconds = min(seconds, *(_batch(found.pattern, text, _WORK[use]) for _ in range(3)))
            if seconds > told.on_window:
                told.on_window, told.on = seconds, Growth(found, pump, f"{use} of a window", math.nan, seconds, window)
        if told.on_window >= _LIMIT:
            return


def _promising(found: Found, pumps: Iterable[Pump], use: str) -> list[Pump]:
    """The few texts that take longest of a small length, and those that grow more than they should up to there."""
    clean = is_clean(found)
    tried = []
    for pump in pumps:
        long = _once(found.pattern, pump.text(_SMALL, clean=clean), _WORK[use])
        steep = long > _NOTHING / 10 and long > 6 * _once(found.pattern, pump.text(_SMALL // 4, clean=clean), _WORK[use])
        tried.append((long, steep, pump))
        if long >= _ENOUGH:
            break
    tried.sort(key=lambda entry: -entry[0])
    steep_ones = [pump for _, steep, pump in tried[_TOP:] if steep][:_STEEP_ONES]
    return [pump for _, _, pump in tried[:_TOP]] + steep_ones


def slow_on(found: Found, pump: Pump, span: int) -> Growth | None:
    """The growth of a pattern that takes long though the text is as short as those that the package gives it, or None."""
    told = Worst()
    _on_window(found, [pump], span, told)
    return told.on if told.on_window >= SLOW else None


def growth(found: Found, pump: Pump) -> Growth | None:
    """How steeply that grows which the package does with the pattern on the whole text; None if linearly."""
    return worst(found, [pump], None).growth


def short_seconds(found: Found, pump: Pump, window: int | None) -> float:
    """Seconds that a short text takes the package's use of the pattern that takes longest."""
    text = _short(found, pump, min(window or _SMALL // 4, _SMALL // 4))
    return max((_once(found.pattern, text, _WORK[use]) for use in found.uses), default=0.0)


def _short(found: Found, pump: Pump, span: int) -> str:
    text = (pump.text(span)[: span - len(pump.end)] + pump.end)[:span]
    return normalise(text)[0] if is_clean(found) else text


def extraction_growth(pump: Pump) -> float:
    """How many times as long an extraction takes when eight times the pumped text stands among what tells of an award."""
    extract(_TOLD)  # which reads the gazetteers, once
    long = _extraction(pump, 48_000)
    return 0.0 if long < _SOON else long / max(_extraction(pump, 6_000), _SOON / 16)


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
    """The growth between texts of 8,000 and of 32,000 characters, and the seconds of the longer one."""
    clean = is_clean(found)
    texts = [pump.text(length, clean=clean) for length in (LONG, 4 * LONG)]
    short = _once(found.pattern, texts[0], work)
    if short >= _LIMIT:
        return math.inf, short
    long = _once(found.pattern, texts[1], work)
    if long < 4 * _NOTHING or (long < _LIMIT and math.log(long / max(short, 1e-7), 4) < _STEEP):
        return 1.0, long
    short, long = (_batch(found.pattern, text, work) for text in texts)  # anew, and with care
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
    """Seconds of CPU of one search; the quicker of two where it is not soon over."""
    first = _once(pattern, text, work)
    return first if first < _NOTHING or first >= _LIMIT else min(first, _once(pattern, text, work))


def _once(pattern: Any, text: str, work: Callable[[Any, Any], None]) -> float:  # noqa: ANN401
    """Seconds of CPU of one search, which is broken off at the limit."""
    given = text.encode("utf-8", "surrogatepass") if isinstance(pattern.pattern, bytes) else text
    began = time.process_time()
    try:
        with _limited():
            work(pattern, given)
    except TooLongError:
        return _LIMIT
    return min(_LIMIT, time.process_time() - began)


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
