"""Who is at which article right now: kept in the archive, so that several servers know of each other, and one after its restart.

An import may write for minutes, and one writes at a time: nobody waits for it here. What cannot be noted at once is kept in
memory, where this process finds it, and noted when the page asks next. Servers on several machines need clocks that agree.
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, or_, select

from extractor.archive.database import reading, told
from extractor.archive.tables import Present
from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

SECONDS = 30.0
"""How long somebody is held to be at an article after the page asked last; it asks every ten seconds."""

_AGAIN = 5.0  # seconds in which who was noted is not noted anew
_PATIENCE = 250  # milliseconds that the archive is waited for where somebody else writes


class Presence:
    """Notes who is at an article, and tells who else is.

    Args:
        engine: the archive.
        clock: the seconds since 1970.
    """

    def __init__(self, engine: Engine, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._clock = clock
        self._lock = threading.Lock()
        self._seen: dict[int, dict[str, float]] = {}
        self._noted: dict[tuple[int, str], float] = {}

    def note(self, article: int, who: str) -> None:
        """Note in the archive that `who` is at the article, where it can be noted at once."""
        now = self._clock()
        if now - self._noted.get((article, who), 0.0) >= _AGAIN:
            with suppress(ArchiveError):  # busy, or read-only: memory is left
                self._note(article, who, now)

    def others(self, article: int, who: str) -> list[str]:
        """Remember that `who` is at the article; gives the names of the others there, sorted, whichever server they ask."""
        now = self._clock()
        here = self._remember(article, who, now)
        with suppress(ArchiveError), reading(self._engine) as connection:
            wanted = select(Present.who).where(Present.article == article, Present.seen >= _moment(now - SECONDS))
            here |= set(connection.execute(wanted).scalars())
        return sorted(here - {who})

    def _remember(self, article: int, who: str, now: float) -> set[str]:
        with self._lock:
            for number, seen in list(self._seen.items()):
                for name in [name for name, at in seen.items() if now - at > SECONDS]:
                    del seen[name]
                    self._noted.pop((number, name), None)
                if not seen:
                    del self._seen[number]
            here = self._seen.setdefault(article, {})
            here[who] = now
            return set(here)

    def _note(self, article: int, who: str, now: float) -> None:
        """Note it in the archive, with no more patience than a page has."""
        with told(str(self._engine.url)), self._engine.connect() as connection, connection.begin():
            lite = connection.dialect.name == "sqlite"
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {_PATIENCE}" if lite else f"SET LOCAL lock_timeout = {_PATIENCE}")
            own = (Present.article == article) & (Present.who == who)
            connection.execute(delete(Present).where(or_(own, Present.seen < _moment(now - SECONDS))))
            connection.execute(insert(Present).values(article=article, who=who, seen=_moment(now)))
        self._noted[article, who] = now


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
