"""What the API takes in the bodies of requests, as its description tells it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

ConferralField = Literal["award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent"]
"""The fields of a conferral that people set."""
_Reason = Annotated[str | None, Field(max_length=2_000, description="why, for the history")]
_ConferralId = Annotated[str, Field(pattern=r"^c-[a-z0-9]{1,40}$")]
_Number = Annotated[int, Field(ge=0, le=2**31 - 1)]


class Asked(BaseModel):
    """What is asked in a body: frozen, closed to keys that it does not name, with a reason for the history."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reason: _Reason = None


class Fields(Asked):
    """Values of a conferral's fields. A name may be given as an authority's id."""

    award: str | None = Field(None, max_length=400)
    year: int | None = Field(None, ge=1850, le=2200, description="CE")
    edition: int | None = Field(None, ge=0, le=999_999)
    branch: str | None = Field(None, max_length=400)
    category: str | None = Field(None, max_length=400)
    level: str | None = Field(None, max_length=400)
    work: str | None = Field(None, max_length=400)
    recipient: str | None = Field(None, max_length=400)
    parent: str | None = Field(None, max_length=400)


class Change(Fields):
    """New values of a conferral's fields; null empties one, what is not named stays. A name may be given as an authority's id."""


class Place(BaseModel):
    """Words of the article, by characters (code points) of its text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    start: _Number
    end: _Number = Field(description="one past the last character")


class Added(Fields):
    """A conferral that an article tells and that was not found: at least a recipient or a work, and where its values stand."""

    words: dict[ConferralField, Place] = Field(
        default_factory=dict, description="by field the words that tell it; without a value of its own the field has these words"
    )


class Decision(Asked):
    """What a person decides of a conferral as a whole."""

    action: Literal["confirm", "reject"]


class Merging(Asked):
    """Which conferral is taken in, with the ETag under which it was read."""

    other: _ConferralId
    etag: str = Field(max_length=200, description="of the other conferral, as it was seen; * for any")


class Splitting(Asked):
    """The articles, by number, whose tellings are taken out as a conferral of their own."""

    articles: tuple[_Number, ...] = Field(min_length=1, max_length=200)


class Parting(Asked):
    """The article, by number, that tells two conferrals in the place of one."""

    article: _Number


class DoubtDecision(Asked):
    """What a person decides of a doubtful pair; `into` is the one of both that stays, where they are merged."""

    action: Literal["merge", "apart", "later"]
    into: str | None = Field(None, max_length=250)


class Text(BaseModel):
    """A text to extract; `id` names it in the record, else its hash does. `meta` is passed through unread."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    id: str | None = Field(None, min_length=1, max_length=500)
    meta: dict[str, JsonValue] = Field(default_factory=dict)


class Texts(BaseModel):
    """Texts to extract in one request."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    texts: tuple[Text, ...] = Field(min_length=1, max_length=20)
