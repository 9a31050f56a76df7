"""The bodies that people's positions name, for which they may collect a prize."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party
from extractor.assemble.subject_words import MAYOR, PLACE_HEADS

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings
    from extractor.document import Span


class OwnBodies:
    """Finds the body of which a person is an officer.

    `keys`: which of the article's bodies each mention is of, by where it begins.
    """

    def __init__(self, findings: Findings) -> None:
        self._found = findings
        self.keys = {m.start: key for key, o in enumerate(findings.organisations) for m in o.mentions}
        self._starts = sorted(self.keys)

    def named_between(self, start: int, end: int) -> set[int]:
        """The bodies, by their keys, that are named between two places."""
        return {self.keys[at] for at in self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]}

    def position_of(self, party: Party) -> Span | None:
        """The position that the article gives a person."""
        known = party.kind == "person" and 0 <= party.key < len(self._found.people)
        return self._found.people[party.key].position if known else None

    def of(self, person: Party) -> Party | None:
        """The body that a person's position names, as it is named there."""
        body = person.body
        if body is None:
            return self._municipality_of(person)
        if self._found.text.endswith(PLACE_HEADS, max(0, body.start - 14), body.start):
            return Party(body.start, body.end, "place", body, -1)
        owner = next((p for p in self._found.parties if p.kind == "organisation" and p.start == body.start), None)
        key = self.keys.get(body.start)
        if owner is not None or key is None:
            return owner
        above = next((p.body for p in self._found.parties if p.kind == "organisation" and p.key == key), None)
        return Party(body.start, body.end, "organisation", body, key, above)

    def _municipality_of(self, person: Party) -> Party | None:
        """The municipality whose mayor a person is, where the article names it: นาย ก นายกเทศมนตรีเมืองนาดี, เทศบาลเมืองนาดี."""
        position = self.position_of(person)
        mayor = MAYOR.match(self._found.text, position.start, position.end) if position is not None else None
        if mayor is None:
            return None
        name = "เทศบาล" + mayor["of"]
        bodies = (party for party in self._found.parties if party.kind == "organisation")
        return next((party for party in bodies if self._found.text[party.name.start : party.name.end] == name), None)
