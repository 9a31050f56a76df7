"""The record that one article yields, and the article itself.

Offsets count characters (Unicode code points) of `Article.text` as it was given, site furniture included; `start` is the
first character of a mention and `end` the one after its last, so that `article.text[m.start:m.end] == m.text`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

Status = Literal["conferred", "announced", "past"]
UnconferredStatus = Literal["nominated", "described", "drawn_by_lot"]


class Model(BaseModel):
    """Frozen, and closed to keys that it does not name."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Article(Model):
    """One article as it was given."""

    id: str = Field(min_length=1, description="unique within a run; from the input, or from its path")
    text: str = Field(description="the text to which every offset refers, site furniture included")
    source: str | None = Field(None, description="the file it came from, with the line where a file holds many")
    content: tuple[tuple[int, int], ...] | None = Field(
        None, description="spans of `text` that are the article proper, where the reader knows them (HTML); else null"
    )
    meta: dict[str, JsonValue] = Field(default_factory=dict, description="the input's other keys, passed through unread")


class Mention(Model):
    """A value, where it stands in the article, and the rule that found it."""

    text: str = Field(description="exactly as in the article")
    start: int = Field(ge=0, description="first character in the article's text")
    end: int = Field(ge=0, description="one past the last character")
    rule: str = Field(description="name of the rule that made it")
    value: str | int | None = Field(None, description="normalised: ISO 8601 date or span, CE year, edition, level code, count")
    id: str | None = Field(None, description="authority id of a gazetteer row")


class Conferral(Model):
    """One award, rank, medal or honour that one named recipient or work has received."""

    id: str = Field(description="stable for the same article and the same reading")
    award: Mention | None
    year: Mention | None = Field(description="award year; `value` is CE")
    edition: Mention | None = Field(description="`value` is N of ครั้งที่ N")
    branch: Mention | None
    category: Mention | None
    level: Mention | None = Field(description="`value` is the level's code where the gazetteer has one")
    work: Mention | None
    recipient: Mention | None
    parent: Mention | None
    status: Status
    confidence: float = Field(ge=0, le=1, description="higher where more was found; puts conferrals in an order, not fitted")


class Unconferred(Model):
    """An award that the article speaks of without anybody's having received it."""

    award: Mention
    status: UnconferredStatus
    cue: Mention | None = Field(description="the words that told the status")


class Ceremony(Model):
    """A presentation or announcement of awards that the article reports."""

    award: Mention | None
    date: Mention | None
    organiser: Mention | None
    presided_by: Mention | None
    venue: Mention | None


class Person(Model):
    """Someone whom the article names."""

    name: Mention = Field(description="given name and surname, without honorific")
    honorific: Mention | None
    position: Mention | None
    mentions: tuple[Mention, ...] = Field((), description="where else the person is named, by given name alone included")


class Organisation(Model):
    """A body that the article names."""

    name: Mention = Field(description="the fullest form written")
    aliases: tuple[Mention, ...] = Field((), description="every other form, once each, where it first stands")


class Claim(Model):
    """A number of awards that the article claims (คว้า 9 รางวัล)."""

    count: Mention = Field(description="`value` is the number")
    found: int = Field(description="how many conferrals the record lists for the claim")


class Warning(Model):  # noqa: A001 - the record's own word, always read as models.Warning
    """Something a person should look at."""

    code: Literal["claim_mismatch", "impossible_date", "conflicting_values", "not_extracted"]
    message: str
    start: int | None = None
    end: int | None = None


class Provenance(Model):
    """What made the record."""

    version: str = Field(description="the extractor's version")
    gazetteers: str = Field(description="hash over the gazetteer files in use")


class Record(Model):
    """Everything that one article yields."""

    schema_version: Literal[1] = 1
    id: str
    source: str | None
    text_sha256: str = Field(description="of the text, as UTF-8, to which the offsets refer")
    title: Mention | None
    published: Mention | None = Field(description="`value` is the ISO date")
    awards: tuple[Conferral, ...]
    unconferred: tuple[Unconferred, ...]
    ceremonies: tuple[Ceremony, ...]
    people: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    dates: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    warnings: tuple[Warning, ...]
    extractor: Provenance
    meta: dict[str, JsonValue]
