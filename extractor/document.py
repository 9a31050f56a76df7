"""What the stages pass along: an article's normalised text, what was found in it, and where that stands in the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extractor.models import Mention
from extractor.normalise import HALF_PAIR, OffsetMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """A find at `start:end` of the normalised text, by `rule`, with its normalised `value` and authority `id`.

    Nothing changes one that is made; a frozen class would say so, but take four times as long to make each.
    """

    start: int
    end: int
    rule: str
    value: str | int | None = None
    id: str | None = None


@dataclass(slots=True)
class PersonFound:
    """A person: name, what stands with it, and other places where the same person is named."""

    name: Span
    honorific: Span | None = None
    position: Span | None = None
    mentions: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class OrganisationFound:
    """A body: its fullest form, its other forms (once each), and every place where any of them stands."""

    name: Span
    aliases: list[Span] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Text:
    """The normalised copy on which everything is matched; furniture is blanked out by line breaks, lengths kept."""

    source: str
    clean: str
    offsets: OffsetMap

    def of(self, span: Span) -> str:
        """The clean text of a span."""
        return self.clean[span.start : span.end]

    def is_whole(self, span: Span) -> bool:
        """Whether a span can be written: one that goes over line breaks may hold half of a surrogate pair, which no JSON can."""
        if self.clean.find("\n", span.start, span.end) < 0:  # such halves are line breaks in the copy
            return True
        start, end = self.offsets.span(span.start, span.end)
        return HALF_PAIR.search(self.source, start, end) is None

    def mention(self, span: Span) -> Mention:
        """The span as a mention of the article as given."""
        return Mention(**self.fields(span))

    def fields(self, span: Span) -> dict[str, Any]:
        """The fields of that mention, to be validated with all of a record."""
        start, end = self.offsets.span(span.start, span.end)
        return {
            "text": self.source[start:end],
            "start": start,
            "end": end,
            "rule": span.rule,
            "value": span.value,
            "id": span.id,
        }


class Stretches:
    """Stretches of a text among which places are looked up by bisection, however many there are.

    >>> stretches = Stretches([(5, 9), (2, 3), (6, 7)])
    >>> [at for at in range(10) if at in stretches]
    [2, 5, 6, 7, 8]
    """

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []  # the farthest end so far
        for start, end in sorted(stretches):
            self._starts.append(start)
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def __contains__(self, at: int) -> bool:
        """Whether one of the stretches holds the character `at`."""
        before = bisect_right(self._starts, at) - 1
        return before >= 0 and self._ends[before] > at


def overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of `taken` shares a character with `start:end`.

    Args:
        taken: stretches in order, hardly any of which overlap another.
        start: the first character.
        end: one past the last.
    """
    at = bisect_right(taken, (start, 1 << 60)) - 1
    return any(a < end and start < b for a, b in taken[max(0, at - 2) : at + 3])
