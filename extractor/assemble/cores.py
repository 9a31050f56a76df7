"""Names of programmes, found again by a part of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.match.label import Label

# characters of a core from which on another may contain it by no accident
LONG_ENOUGH = 6


class Cores:
    """Names of programmes by their cores (see `core_of`), in the order in which they were put; each speaks through a mention.

    Two cores are of one programme where they are the same, or one is a part of the other and no short one. That one is found
    among many costs what the length of the name does, not how many there are.
    """

    def __init__(self) -> None:
        self.labels: list[Label] = []
        self._cores: list[str] = []
        self._same: dict[str, int] = {}
        self._begins: dict[str, list[int]] = {}  # by their first letters
        self._holds: dict[str, list[int]] = {}  # by any letters in them

    def put(self, core: str, label: Label) -> None:
        """Add a name."""
        at = len(self._cores)
        self._cores.append(core)
        self.labels.append(label)
        self._same.setdefault(core, at)
        parts = _parts(core)
        if parts:
            self._begins.setdefault(parts[0], []).append(at)
        for part in parts:
            self._holds.setdefault(part, []).append(at)

    def core(self, at: int) -> str:
        """The core that was put as number `at`."""
        return self._cores[at]

    def first(self, core: str) -> int | None:
        """The number of the first name of the same programme, of those with the same core where there are any."""
        if core in self._same:
            return self._same[core]
        found: list[int] = []
        parts = _parts(core)
        for place, part in enumerate(parts):
            found.extend(at for at in self._begins.get(part, ()) if core.startswith(self._cores[at], place))
        if parts:
            rarest = min((self._holds.get(part, ()) for part in parts), key=len)
            found.extend(at for at in rarest if core in self._cores[at])
        return min(found, default=None)


def _parts(core: str) -> list[str]:
    """Every stretch of as many letters as a core must have that another may hold by no accident."""
    return [core[at : at + LONG_ENOUGH] for at in range(len(core) - LONG_ENOUGH + 1)]
