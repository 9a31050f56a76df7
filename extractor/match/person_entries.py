"""People by their names: those whose names begin with another's, and where each name stands in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ahocorasick_rs

from extractor.document import PersonFound, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MANY = 60  # names from which on one pass for all costs less than one for each


class People(dict[str, PersonFound]):
    """People by their names, in which the names that begin with another are found by that."""

    def __init__(self) -> None:
        super().__init__()
        self._beginnings: dict[str, list[str]] = {}

    def __setitem__(self, name: str, person: PersonFound) -> None:
        if name not in self:
            space = name.find(" ")
            while space >= 0:
                self._beginnings.setdefault(name[:space], []).append(name)
                space = name.find(" ", space + 1)
        super().__setitem__(name, person)

    def longer(self, name: str) -> Iterator[str]:
        """Known names of which `name` is the beginning, by whole words."""
        return (other for other in self._beginnings.get(name, ()) if other in self)


def places_of(text: str, names: list[str]) -> dict[str, list[int]]:
    """Where each of the names stands in the text; very many are looked for in one pass, a few each by itself."""
    places: dict[str, list[int]] = {}
    if len(names) > _MANY:
        for number, at, _ in ahocorasick_rs.AhoCorasick(names).find_matches_as_indexes(text, overlapping=True):
            places.setdefault(names[number], []).append(at)
        return places
    for name in names:
        at = text.find(name)
        while at >= 0:
            places.setdefault(name, []).append(at)
            at = text.find(name, at + len(name))
    return places


def add_bare_mentions(places: list[int], length: int, person: PersonFound) -> None:
    """Adds where the full name stands without an honorific before it."""
    taken = {person.name.start, *(mention.start for mention in person.mentions)}
    person.mentions.extend(Span(at, at + length, "person.repeated") for at in places if at not in taken)
    person.mentions.sort(key=lambda mention: mention.start)


def fold(name: str) -> str:
    return " ".join(name.split())


def drop_nicknamed(people: People) -> None:
    """Leaves out nickname and given name of somebody named in full as well: ‘ใบบัว มาลี’, where มาลี ทองนา is named."""
    given = {key.split(" ")[0] for key in people if " " in key}
    for key, person in list(people.items()):
        nickname, _, name = key.partition(" ")
        if person.honorific is None and name in given and nickname != name:
            del people[key]
