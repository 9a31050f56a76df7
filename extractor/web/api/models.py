"""What the API answers, as its description tells it: the archive's entries, a page at a time, and problems."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from extractor.archive.entries import AuthorityKind, AuthorityStatus, ConferralState  # noqa: TC001 - pydantic reads them
from extractor.models import Record  # noqa: TC001

_Id = Annotated[str, Field(description="stable; an entry that was merged answers under its old id with a redirection")]
_Day = Annotated[str | None, Field(description="ISO 8601 date")]
_Next = Annotated[str | None, Field(description="the cursor of the next page; null on the last")]


class Answer(BaseModel):
    """Frozen, closed to keys that it does not name, made from the archive's entries."""

    model_config = ConfigDict(extra="forbid", frozen=True, from_attributes=True)


class Evidence(Answer):
    """Where one field of a conferral stands in one article; offsets count characters (code points) of its text."""

    field: str
    text: str = Field(description="exactly as in the article")
    start: int
    end: int = Field(description="one past the last character")
    rule: str = Field(description="name of the rule that made the mention")


class Source(Answer):
    """One article that tells of a conferral."""

    outlet: str | None
    article_id: str
    title: str | None
    url: str | None
    published: _Day
    retrieved: str = Field(description="ISO 8601 date of the import")
    text_sha256: str
    evidence: tuple[Evidence, ...]


class Conferral(Answer):
    """One award conferred once, as merged from its sources and corrected by people; beside each name stands its id."""

    id: _Id
    award: str | None
    award_id: str | None
    year: int | None = Field(description="CE")
    edition: int | None
    branch: str | None
    category: str | None
    level: str | None
    level_code: str | None = Field(description="the level's id in the gazetteer")
    work: str | None
    work_id: str | None
    recipient: str | None
    recipient_id: str | None
    recipient_kind: AuthorityKind | None
    parent: str | None
    parent_id: str | None
    conferred_by: str | None
    conferred_by_id: str | None
    date: str | None = Field(description="ISO 8601 day of the ceremony")
    province: str | None
    status: str
    state: ConferralState
    confidence: float
    corrected: tuple[str, ...] = Field(description="fields that a person has set")
    sources: tuple[Source, ...]


class Authority(Answer):
    """One body, person, award programme or work, under its one name."""

    id: _Id
    kind: AuthorityKind
    name: str
    status: AuthorityStatus
    english: str | None
    forms: tuple[str, ...] = Field(description="its other forms: variants, abbreviations, forms seen in articles")
    parent: str | None = Field(description="id of the superior body, of an award's organiser")
    province: str | None
    note: str | None


class Mention(Answer):
    """A value where it stands in an article: a `field` of the `number`-th `subject`."""

    subject: str
    number: int
    field: str
    start: int
    end: int = Field(description="one past the last character")
    text: str
    rule: str
    value: str | int | None
    authority: str | None


class ArticleHead(Answer):
    """An article without its text; `id` is its number in the archive, `outlet` and `article_id` what the import named."""

    id: int
    outlet: str | None
    article_id: str
    title: str | None
    url: str | None
    published: _Day
    retrieved: str = Field(description="ISO 8601 date of the import")
    text_sha256: str
    warnings: int = Field(description="how many")


class Warning(Answer):  # noqa: A001 - the record's own word
    """Something a person should look at."""

    code: str
    message: str
    start: int | None
    end: int | None


class Article(Answer):
    """An article with what was found in it; `text` is null where the import had none."""

    id: int
    outlet: str | None
    article_id: str
    title: str | None
    url: str | None
    published: _Day
    retrieved: str = Field(description="ISO 8601 date of the import")
    text_sha256: str
    text: str | None
    mentions: tuple[Mention, ...]
    warnings: tuple[Warning, ...]
    conferrals: tuple[str, ...] = Field(description="ids of the conferrals that it tells of")


class Step(Answer):
    """One thing that happened to an entry; `event` is the decision's number, null for an import."""

    at: str = Field(description="UTC, ISO 8601")
    who: str = Field(description="a person's name, or the version of the extractor")
    what: str
    event: int | None


class Event(Answer):
    """One decision of a person; `undone` is the event that took it back."""

    id: int
    at: str = Field(description="UTC, ISO 8601")
    who: str
    action: str
    subject: str
    other: str | None
    field: str | None
    value: str | None
    reason: str | None
    undone: int | None


class Doubt(Answer):
    """Two entries that may be one; `score` is between 0 and 1, 1 the likelier to be one."""

    kind: Literal["conferral"] | AuthorityKind
    left: str = Field(description="id of the older one")
    right: str
    score: float
    reasons: tuple[str, ...]
    state: str = Field(description="open, later (put off), apart or merged")


class Doubts(Answer):
    """A page of the pairs that wait, the likeliest first and those put off last."""

    items: tuple[Doubt, ...]
    next: _Next


class FacetValue(Answer):
    """A value to filter by, its label for people, and how many conferrals have it."""

    value: str
    label: str
    count: int


class Facets(Answer):
    """For each facet its commonest values among the conferrals found."""

    award: tuple[FacetValue, ...] = ()
    year: tuple[FacetValue, ...] = ()
    level: tuple[FacetValue, ...] = ()
    agency: tuple[FacetValue, ...] = ()
    province: tuple[FacetValue, ...] = ()
    person: tuple[FacetValue, ...] = ()
    outlet: tuple[FacetValue, ...] = ()


class Match(Answer):
    """Where one piece of the query was found, and how: `slip` is one letter amiss, `word` in the words alone."""

    field: str
    how: Literal["exact", "alias", "slip", "word"]
    piece: str


class Hit(Answer):
    """A conferral that a search found, and why."""

    conferral: Conferral
    score: int = Field(description="puts hits in an order, and means nothing else")
    matches: tuple[Match, ...]


class Conferrals(Answer):
    """A page of conferrals in the order in which the archive took them in; `total` counts all that the filters leave."""

    total: int
    items: tuple[Conferral, ...]
    next: _Next


class Hits(Answer):
    """A page of what a search found, best first, with the facets of all that it found."""

    total: int
    items: tuple[Hit, ...]
    facets: Facets
    next: _Next


class Counts(Answer):
    """How many conferrals the filters leave, and their facets."""

    total: int
    facets: Facets


class Authorities(Answer):
    """A page of authorities by id."""

    items: tuple[Authority, ...]
    next: _Next


class Articles(Answer):
    """A page of articles in the order in which the archive first took them in."""

    items: tuple[ArticleHead, ...]
    next: _Next


class Events(Answer):
    """A page of decisions, oldest first."""

    items: tuple[Event, ...]
    next: _Next


class History(Answer):
    """How an entry came to be what it is, oldest first."""

    items: tuple[Step, ...]


class ExportFormat(Answer):
    """A format of the archive: its files' suffix and media type, and what it drops."""

    name: str
    suffix: str
    media_type: str
    drops: str


class Service(Answer):
    """What answers here: the archive's name, the program's version, where its parts are, and the formats of exports."""

    name: str
    version: str
    links: dict[str, str]
    formats: tuple[ExportFormat, ...]


class Fault(Answer):
    """One thing that is wrong with a request: where it stands in it, and what is wrong."""

    where: str
    problem: str


class Problem(Answer):
    """What went wrong, as RFC 9457 has it."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None
    faults: tuple[Fault, ...] = ()


class Extracted(Answer):
    """What became of one text of several: its record, or why there is none."""

    id: str
    record: Record | None
    problem: str | None


class AllExtracted(Answer):
    """What became of each text, in their order."""

    items: tuple[Extracted, ...]
