"""Who is at which article right now: kept in memory, for this one process."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 30.0
"""How long somebody is held to be at an article after the page asked last; it asks every ten seconds."""


class Presence:
    """Notes who is at an article, and tells who else is."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._seen: dict[int, dict[str, float]] = {}

    def others(self, article: int, who: str) -> list[str]:
        """Note that `who` is at the article; gives the names of the others there, sorted.

        >>> here = Presence()
        >>> here.others(1, "สมหญิง"), here.others(1, "สมชาย"), here.others(2, "สมชาย")
        ([], ['สมหญิง'], [])
        """
        now = self._clock()
        with self._lock:
            for number, seen in list(self._seen.items()):
                for name in [name for name, at in seen.items() if now - at > SECONDS]:
                    del seen[name]
                if not seen:
                    del self._seen[number]
            here = self._seen.setdefault(article, {})
            here[who] = now
            return sorted(name for name in here if name != who)
