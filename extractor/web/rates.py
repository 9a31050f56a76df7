"""How often the same may be asked for: counted in memory, for this one process."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Literal

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

if TYPE_CHECKING:
    from extractor.web.settings import Settings

Kind = Literal["sign-in", "extraction"]


class Rates:
    """Counts what is asked, by kind and by who asks."""

    def __init__(self, settings: Settings) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._most = {"sign-in": parse(settings.sign_ins), "extraction": parse(settings.extractions)}

    def wait(self, kind: Kind, who: str, number: int = 1) -> int:
        """Count `number` more, all or none; the seconds to wait if it was too many, else 0."""
        most = self._most[kind]
        if self._limiter.hit(most, kind, who, cost=number):
            return 0
        return self._seconds(kind, who)

    def left(self, kind: Kind, who: str) -> int:
        """The seconds to wait if one more would be too many, else 0; counts nothing."""
        return 0 if self._limiter.test(self._most[kind], kind, who) else self._seconds(kind, who)

    def _seconds(self, kind: Kind, who: str) -> int:
        most = self._most[kind]
        return max(1, math.ceil(self._limiter.get_window_stats(most, kind, who).reset_time - time.time()))
