"""Decides which names are one authority, and which tellings one conferral.

Pure functions over small values, without a database. Each kind has *keys* and a *comparison*: two values that share a key
are candidates, and only candidates are compared. A comparison says same, doubtful or different, with a score and its reasons,
so that every merge can be told and undone. Precision comes first: what is doubtful stays apart, for a person to decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from extractor.archive.entries import AuthorityKind

Decision = Literal["same", "doubtful", "different"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparison found: `score` between 0 and 1, `reasons` in words, the weightiest first."""

    decision: Decision
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """A body as one article, or an authority, names it: the fullest form, the others, what is known beside them.

    `gazetteer` is the id of its gazetteer row, `parent` the name of the superior body, `province` a province's Thai name.
    """

    name: str
    aliases: tuple[str, ...] = ()
    gazetteer: str | None = None
    parent: str | None = None
    province: str | None = None


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person as one article, or an authority, names them; `name` is without `honorific`, `bodies` those of positions.

    `aliases` are other full names: a monk's, an artist's.
    """

    name: str
    honorific: str | None = None
    positions: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AwardName:
    """An award programme as one article, or an authority, names it; `gazetteer` is the id of its gazetteer row."""

    name: str
    aliases: tuple[str, ...] = ()
    gazetteer: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """A conferral as one article tells it; ids are of authorities, or null where the name has none.

    `published` is an ISO date, `year` CE, `province` a province's Thai name.
    """

    outlet: str | None
    article_id: str
    award: str | None
    award_id: str | None
    year: int | None
    edition: int | None
    branch: str | None
    category: str | None
    level: str | None
    level_code: str | None
    work: str | None
    recipient: str | None
    recipient_id: str | None
    recipient_kind: AuthorityKind | None
    parent: str | None
    parent_id: str | None
    province: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Assignment:
    """The conferral that a telling is of, or null for one not told before; `doubts` are those it may be of, likeliest first."""

    conferral: str | None
    reasons: tuple[str, ...] = ()
    doubts: tuple[tuple[str, Verdict], ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """The authority that a name is of, or null for a new one; `doubts` are those it may be of, likeliest first."""

    authority: str | None
    reasons: tuple[str, ...] = ()
    doubts: tuple[tuple[str, Verdict], ...] = ()
