"""The rows of the gazetteers, one class for each file; `gazetteers/README.md` describes each file's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

if TYPE_CHECKING:
    from collections.abc import Mapping


def _forms(value: object) -> object:
    return tuple(form.strip() for form in value.split("|") if form.strip()) if isinstance(value, str) else value


def _or_none(value: object) -> object:
    return None if value == "" else value


Forms = Annotated[tuple[str, ...], BeforeValidator(_forms)]
Optional = Annotated[str | None, BeforeValidator(_or_none)]
Year = Annotated[Annotated[int, Field(ge=1700, le=2200)] | None, BeforeValidator(_or_none)]
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]


class Row(BaseModel):
    """What every row has: `id`, the canonical `name`, other forms of it, a `source` for the fact, an `example`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Identifier
    name: str = Field(min_length=1)
    variants: Forms = ()
    source: str = Field(min_length=1)
    example: str = Field(min_length=1)

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form under which the row can be found in a text."""
        return (self.name, *self.variants)


class Agency(Row):
    """A body with a name of its own."""

    kind: Literal[
        "ministry", "department", "office", "state_enterprise", "public_organisation", "independent", "court", "military",
        "police", "university", "hospital", "bank", "chamber", "association", "foundation", "company", "committee",
        "international", "party", "parliament", "local", "school", "media", "other",
    ]  # fmt: skip
    english: Optional = None
    abbreviations: Forms = ()
    parent: Optional = None
    valid_from: Year = None
    valid_until: Year = None

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.name, *((self.english,) if self.english else ()), *self.variants, *self.abbreviations)


class AgencyHead(Row):
    """A word that begins the name of a body (กรม, สำนักงาน, บริษัท); `shape` names the grammar that reads on from it."""

    shape: Literal[
        "name", "bank", "embassy", "office", "division", "unit", "group", "faculty", "school", "committee",
        "place", "local", "numbered", "provincial", "media", "company", "network", "latin", "suffix",
        "foreign", "none",
    ]  # fmt: skip


class Award(Row):
    """An award programme."""

    english: Optional = None
    abbreviations: Forms = ()
    organiser: Optional = None
    part_of: Optional = None
    borne: Annotated[Literal["yes"] | None, BeforeValidator(_or_none)] = None
    valid_from: Year = None
    valid_until: Year = None

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.name, *((self.english,) if self.english else ()), *self.variants, *self.abbreviations)


class AwardPart(Row):
    """A branch or category of an award programme."""

    award: Identifier
    kind: Literal["branch", "category"]
    english: Optional = None
    parent: Optional = None
    valid_from: Year = None
    valid_until: Year = None


class Level(Row):
    """A rank; within one `scale`, rank 1 is the highest."""

    scale: Identifier
    rank: int = Field(ge=1)
    english: Optional = None


class Honorific(Row):
    """A title before a person's name."""

    kind: Literal["civil", "child", "military", "police", "academic", "medical", "noble", "royal", "religious", "diplomatic"]
    abbreviations: Forms = ()

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.name, *self.variants, *self.abbreviations)


class Position(Row):
    """A post or grade that begins a position; `takes` says what may follow it."""

    takes: Literal["body", "place", "nothing", "any"]
    abbreviations: Forms = ()

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.name, *self.variants, *self.abbreviations)


class Province(Row):
    """A province; `name` is without จังหวัด."""

    english: str
    iso: str = Field(pattern=r"^TH-\d\d$")
    region: str
    abbreviations: Forms = ()

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.name, *self.variants, *self.abbreviations)


class Month(Row):
    """A month; `name` is the full Thai one."""

    number: int = Field(ge=1, le=12)
    english: str
    abbreviations: Forms = ()

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.name, self.english, *self.variants, *self.abbreviations)


class Cue(Row):
    """Words that tell what is being said of an award; `sense` is what they tell, `reach` where it holds."""

    sense: Literal[
        "conferred", "announced", "past", "nominated", "described", "drawn_by_lot", "certificate", "decoration", "thanks",
        "ends",
    ]  # fmt: skip
    reach: Literal["forward", "backward", "both", "clause", "article"]


KINDS: Mapping[str, type[Row]] = {
    "agencies": Agency,
    "agency_heads": AgencyHead,
    "awards": Award,
    "award_parts": AwardPart,
    "levels": Level,
    "honorifics": Honorific,
    "positions": Position,
    "provinces": Province,
    "months": Month,
    "cues": Cue,
}
