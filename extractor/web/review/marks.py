"""The article's text cut where mentions begin and end, so that each stretch can be coloured and lit."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from extractor.web.review.telling import rule_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.archive.entries import Mention

_PLAIN = {"title": "other", "published": "date", "presided_by": "person", "honorific": "person", "position": "person"}
_SUBJECTS = {"person": "person", "organisation": "organisation", "date": "date"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention to be coloured: its place in the article's text, what it is of, and the rule that made it."""

    number: int
    start: int
    end: int
    field: str
    rule: str
    conferral: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text from character `start` on that lies in the same marks; `field` gives its colour, none for text outside all."""

    start: int
    text: Markup
    marks: tuple[int, ...]
    field: str | None
    rules: str


def marks_of(mentions: Sequence[Mention]) -> list[Mark]:
    """The marks of an article, numbered as its mentions are."""
    return [
        Mark(number, each.start, each.end, _field(each), each.rule, each.subject == "conferral")
        for number, each in enumerate(mentions)
        if each.end > each.start and (each.subject, each.field) != ("article", "title")
    ]


def _field(mention: Mention) -> str:
    if mention.subject == "conferral":
        return mention.field
    return _SUBJECTS.get(mention.subject) or _PLAIN.get(mention.field, mention.field)


def stretches(text: str, marks: Sequence[Mark]) -> list[Stretch]:
    """The text in stretches, in order and without a gap.

    Of several marks over the same text a conferral's gives the colour, among these the shortest. An article whose text the
    archive does not have has no stretches, whatever its mentions' places.
    """
    if not text:
        return []
    begins: dict[int, list[Mark]] = {}
    ends: dict[int, list[Mark]] = {}
    for mark in marks:
        begins.setdefault(mark.start, []).append(mark)
        ends.setdefault(mark.end, []).append(mark)
    places = sorted({0, len(text), *begins, *ends})
    found: list[Stretch] = []
    active: dict[int, Mark] = {}
    for start, end in pairwise(places):
        for mark in ends.get(start, ()):
            active.pop(mark.number, None)
        for mark in begins.get(start, ()):
            active[mark.number] = mark
        over = sorted(active.values(), key=lambda mark: (not mark.conferral, mark.end - mark.start, mark.number))
        rules = " · ".join(dict.fromkeys(rule_name(mark.rule) for mark in over))
        numbers = tuple(mark.number for mark in over)
        found.append(Stretch(start, _kept(text[start:end]), numbers, over[0].field if over else None, rules))
    return found


def _kept(text: str) -> Markup:
    """The text escaped, with carriage returns as references: a browser would make line feeds of them, and offsets wrong."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))  # noqa: S704 - escaped right here
