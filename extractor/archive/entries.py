"""What a reader of the archive sees: conferrals, ceremonies and authorities, as merged and corrected.

Exports, search, the report and the servers are written against these alone, so that none of them knows a table.

Identifiers are stable: a conferral's is `c-` and thirteen characters, an authority's its kind, a colon and the id of its
gazetteer row (`organisation:dep-cdd`), or for a provisional one `p-` and thirteen characters (`person:p-4k2v…`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

AuthorityKind = Literal["organisation", "person", "award", "work", "other"]
"""`other` is a recipient of no certain kind: a team, a community, a place."""

AuthorityStatus = Literal["gazetteer", "provisional", "confirmed"]
"""From a gazetteer; from articles alone; from articles, and confirmed by a person."""

ConferralState = Literal["extracted", "confirmed"]

ERA = 543
"""Years from the common era to the Buddhist one."""

_BUDDHIST = 2400  # years from which on a number is one of the Buddhist era

BASE = "urn:thai-awards:"
"""Before an id it makes a URI, where an archive is given no other."""

FIELDS = ("award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent")
"""The fields of a conferral that a person can correct and that evidence is kept for."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where one field of a conferral stands in one article.

    `start` and `end` count characters (code points) of the article's text; `rule` made the mention.
    """

    field: str
    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article that tells of a conferral.

    `published` is an ISO date; `url` and `outlet` are null where the import named none; `retrieved` is the ISO date on
    which the article was imported.
    """

    outlet: str | None
    article_id: str
    title: str | None
    url: str | None
    published: str | None
    retrieved: str
    text_sha256: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Authority:
    """One body, person, award programme or work, under its one name.

    `forms` are the other forms it is known by (variants, abbreviations, forms seen in articles), sorted, the name left out.
    `parent` is the id of the superior body, of an award's organiser, or null. `province` is a province's Thai name.
    """

    id: str
    kind: AuthorityKind
    name: str
    status: AuthorityStatus
    english: str | None = None
    forms: tuple[str, ...] = ()
    parent: str | None = None
    province: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Conferral:
    """One award conferred once, with all its sources, as merged from them and corrected by people.

    `award`, `recipient`, `parent`, `work` and `conferred_by` are authority names, or as written where a person set them so;
    beside each stands its authority's id. `year` is CE. `level_code` is the gazetteer's id of the level. `conferred_by` is the
    body that gives the award. `date` is the ISO day of the ceremony, where one source tells one for the award. `status` and
    `confidence` are the record's own, of the surest telling. `sources` has at least one member, first published first,
    but for a conferral that a person confirmed and no article tells any more.
    """

    id: str
    award: str | None
    award_id: str | None
    year: int | None
    edition: int | None
    branch: str | None
    category: str | None
    level: str | None
    level_code: str | None
    work: str | None
    work_id: str | None
    recipient: str | None
    recipient_id: str | None
    recipient_kind: AuthorityKind | None
    parent: str | None
    parent_id: str | None
    conferred_by: str | None
    conferred_by_id: str | None
    date: str | None
    province: str | None
    status: str
    state: ConferralState
    confidence: float
    corrected: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A value where it stands in an article; `subject` is what it is of (conferral, person …), `number` which of them.

    `start` and `end` count characters (code points) of the article's text.
    """

    subject: str
    number: int
    field: str
    start: int
    end: int
    text: str
    rule: str
    value: str | int | None
    authority: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the archive with its mentions in the text's order; `text` is null where the import had none."""

    outlet: str | None
    article_id: str
    title: str | None
    url: str | None
    published: str | None
    retrieved: str
    text_sha256: str
    text: str | None
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entries that may be one: a pair for a person to decide, `kind` of conferrals or of an authority's kind.

    `left` and `right` are ids, the older first; `score` is between 0 and 1, 1 the likelier to be one.
    """

    kind: Literal["conferral"] | AuthorityKind
    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


def common_era(year: int | None) -> int | None:
    """A year as people ask for it, in CE: from 2400 on it is one of the Buddhist era.

    >>> common_era(2566), common_era(2023), common_era(None)
    (2023, 2023, None)
    """
    return year - ERA if year is not None and year >= _BUDDHIST else year
