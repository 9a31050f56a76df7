"""A limit to the processor time that one article may take, and the stage at which an extraction ended."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

SECONDS = 5.0
"""The processor time that an article may take, unless told otherwise."""

_AGAIN = 1.0  # seconds until the signal comes again, should a library have swallowed the first


class OutOfTimeError(ExtractorError):
    """An article took more processor time than it may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Ends the block with an error when it has taken `seconds` of this process's own processor time; 0 is no limit.

    Processor time is the same on a busy machine as on an idle one, so that the same articles are set aside on both. Regular
    expressions are ended too. In a thread other than the main one, and where the system has no such timer (Windows),
    there is no limit.

    Raises:
        OutOfTimeError: from within the block.
    """
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_number: int, _frame: FrameType | None) -> None:
        raise OutOfTimeError(f"more than {seconds:g} s of processor time")

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def stage_of(error: BaseException) -> str:
    """The part of the package in which an error arose: `clean`, `match`, `assemble` …; `extract` where none is known."""
    stage = "extract"
    trace = error.__traceback__
    while trace is not None:
        parts = str(trace.tb_frame.f_globals.get("__name__", "")).split(".")
        if parts[0] == "extractor" and len(parts) > 1 and parts[1] not in {"run", "pipeline", "cli"}:
            stage = parts[1]
        trace = trace.tb_next
    return stage
