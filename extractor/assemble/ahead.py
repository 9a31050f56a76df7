"""What stands ahead of a place in an article: the labels, parties, works and verbs that begin there, in order."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.events import sense, stream
from extractor.assemble.findings import Party
from extractor.document import Span
from extractor.lexicon import Hit
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings


class Ahead:
    """The events of one article, to be asked for what comes next.

    Args:
        findings: what matching found.
    """

    def __init__(self, findings: Findings) -> None:
        self.text = findings.text
        self._events = stream(findings)
        self._positions = [event.at for event in self._events]
        self._verbs = [event.at for event in self._events if isinstance(event.thing, Hit) and sense(event.thing) != "nominated"]

    def between(self, start: int, end: int) -> Iterator[tuple[int, Label | Party | Span | Hit]]:
        """What begins between `start` and `end`, each with where it does."""
        for index in range(bisect_left(self._positions, start), bisect_left(self._positions, end)):
            yield self._events[index].at, self._events[index].thing

    def begins_with_rank(self, position: int) -> bool:
        """Whether the next line with words begins with a level."""
        thing = self.first_thing(position, 8)
        return isinstance(thing, Label) and thing.kind == "level"

    def begins_with_winner(self, position: int, *, group: bool = False, ranked: bool = False) -> bool:
        """Whether the next line with words begins with a party or a work; `group`, `ranked`: or with its category, its rank."""
        thing = self.first_thing(position, 20)
        kinds = {kind for kind, asked in (("category", group), ("level", ranked)) if asked}
        return isinstance(thing, Party | Span) or (isinstance(thing, Label) and thing.kind in kinds)

    def labels_between(self, start: int, end: int) -> list[Label]:
        """The labels that begin between `start` and `end`."""
        first, last = bisect_left(self._positions, start), bisect_left(self._positions, end)
        return [event.thing for event in self._events[first:last] if isinstance(event.thing, Label)]

    def begins_with_work(self, position: int) -> bool:
        """Whether the next words are a title."""
        return isinstance(self.first_thing(position, 3), Span)

    def first_label(self, start: int, end: int) -> Label | None:
        """The label that begins first between `start` and `end`, if nothing else does before."""
        at = bisect_left(self._positions, start)
        thing = self._events[at].thing if at < len(self._events) and self._events[at].at <= end else None
        return thing if isinstance(thing, Label) else None

    def first_thing(self, position: int, reach: int) -> Label | Party | Span | Hit | None:
        """What begins within `reach` characters of the next words at or behind `position`."""
        while self.text[position : position + 1] in {" ", "\n"}:
            position += 1
        at = bisect_left(self._positions, position)
        return self._events[at].thing if at < len(self._events) and self._events[at].at - position <= reach else None

    def next_verb(self, position: int) -> int | None:
        """Where the first verb of receiving at or behind `position` begins."""
        at = bisect_left(self._verbs, position)
        return self._verbs[at] if at < len(self._verbs) else None
