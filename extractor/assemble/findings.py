"""What matching found in one article, as assembly takes it; who may have won is a party."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal

from extractor.assemble.cores import Cores
from extractor.document import OrganisationFound, PersonFound, Span
from extractor.lexicon import Hit
from extractor.match.label import Label
from extractor.match.places import Place
from extractor.structure import Structure

Role = Literal["listed", "doer", "giver", "superior", "member", "heading", "plain"]


@dataclass(slots=True)
class Party:
    """Somebody or something named, who may have won: `start:end` with honorific or brackets, `name` alone.

    `key` is its place among those of its kind that matching found; it is below zero where matching found no such one.
    `body` is the body that a person's position names, or the province after a place. `line`: a list that is set line by line
    names it as a winner.
    """

    start: int
    end: int
    kind: Literal["person", "organisation", "place", "team"]
    name: Span
    key: int
    body: Span | None = None
    role: Role = "plain"
    line: bool = False

    @classmethod
    def of_words(
        cls,
        name: Span,
        role: Role = "plain",
        *,
        start: int | None = None,
        end: int | None = None,
        kind: Literal["person", "team"] = "team",
    ) -> Party:
        """One whom only the words at a place name, none of those that matching found; where it begins is its key."""
        begin = name.start if start is None else start
        return cls(begin, name.end if end is None else end, kind, name, -1 - begin, role=role)

    @property
    def is_of_words(self) -> bool:
        """Whether only the words of its name tell of it: it is no one of those that matching found."""
        return self.key < 0


class PartyIndex:
    """Where the parties of an article stand, once all are found."""

    def __init__(self, parties: list[Party]) -> None:
        self._parties = parties
        self.starts = [party.start for party in parties]

    def between(self, start: int, end: int) -> list[Party]:
        """The parties that begin between `start` and `end`."""
        return self._parties[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def again(self, party: Party, at: int) -> Party:
        """The nearest mention before `at` of one who has been told of."""
        named = [p for p in self._parties if p.start < at and (p.kind, p.key) == (party.kind, party.key)]
        return named[-1] if named else party


# characters between a programme's name and its year
_YEAR_BEHIND = 40


@dataclass(slots=True)
class Findings:
    """All that matching found in a clean text."""

    text: str
    structure: Structure
    labels: list[Label]
    works: list[Span]
    people: list[PersonFound]
    organisations: list[OrganisationFound]
    places: list[Place]
    dates: list[Span]
    cues: list[Hit]
    title: Span | None
    provinces: list[Hit] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    nominees: list[tuple[int, int]] = field(default_factory=list)
    """Lists of those who may win, told line by line."""
    cores: Cores | None = None
    """Set when first asked for (see `programmes.cores_of`)."""
    siblings: frozenset[str] | None = None
    """Set when first asked for (see `siblings.siblings_of`)."""

    def party_at(self, place: int, reach: int = 0) -> Party | None:
        """The first party that begins at a place, or within `reach` characters behind it."""
        at = bisect_left(self.parties, place, key=lambda party: party.start)
        return self.parties[at] if at < len(self.parties) and self.parties[at].start <= place + reach else None

    def label_at(self, place: int, reach: int = 0) -> Label | None:
        """The first label that begins, with the words that lead to it, at a place, or within `reach` characters behind it."""
        at = bisect_left(self.labels, place, key=lambda label: label.outer)
        return self.labels[at] if at < len(self.labels) and self.labels[at].outer <= place + reach else None

    def labels_between(self, start: int, end: int) -> list[Label]:
        """The labels that begin, with the words that lead to them, at `start` or behind it and before `end`."""
        first = bisect_left(self.labels, start, key=lambda label: label.outer)
        return self.labels[first : bisect_left(self.labels, end, first, key=lambda label: label.outer)]

    def parties_between(self, start: int, end: int) -> list[Party]:
        """The parties that begin at `start` or behind it and before `end`."""
        first = bisect_left(self.parties, start, key=lambda party: party.start)
        return self.parties[first : bisect_left(self.parties, end, first, key=lambda party: party.start)]

    def with_year(self, award: Label) -> dict[str, Label]:
        """An award's label, with that of the year told behind it in the same line."""
        labels = {"award": award}
        for label in self.labels_between(award.until, award.until + _YEAR_BEHIND + 1):
            if "\n" in self.text[award.until : label.outer]:
                break
            if label.kind == "year":
                labels["year"] = label
                break
        return labels
