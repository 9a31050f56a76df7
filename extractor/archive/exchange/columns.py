"""The columns of a table of conferrals, one row a conferral, as CSV, XLSX, Parquet and Arrow share them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from extractor.archive.entries import Conferral

Kind = Literal["text", "integer", "number", "date"]
SEPARATOR = " | "
"""Stands between the members of a cell that has several; a `|` within a member is written `¦`, in an address `%7C`."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the name of the conferral's own field, the kind of its values, and what they are."""

    name: str
    kind: Kind
    description: str


COLUMNS = (
    Column("id", "text", "the conferral's stable identifier"),
    Column("award", "text", "the award programme's name"),
    Column("award_id", "text", "its authority's identifier"),
    Column("year", "integer", "the award year, CE"),
    Column("edition", "integer", "N of ครั้งที่ N of the award"),
    Column("branch", "text", "สาขา of the award"),
    Column("category", "text", "ประเภท, ด้าน or หมวด, or a named sub-award"),
    Column("level", "text", "the rank: ดีเด่น, ชนะเลิศ, เหรียญทอง …"),
    Column("level_code", "text", "the gazetteer's identifier of the level"),
    Column("work", "text", "title of the winning work, project or product"),
    Column("work_id", "text", "its authority's identifier"),
    Column("recipient", "text", "the body, person, team or place that is honoured"),
    Column("recipient_id", "text", "its authority's identifier"),
    Column("recipient_kind", "text", "organisation, person, award, work or other"),
    Column("parent", "text", "the superior body of the recipient"),
    Column("parent_id", "text", "its authority's identifier"),
    Column("conferred_by", "text", "the body that gives the award"),
    Column("conferred_by_id", "text", "its authority's identifier"),
    Column("date", "date", "the day of the ceremony"),
    Column("province", "text", "the province's Thai name"),
    Column("status", "text", "conferred, announced or past"),
    Column("state", "text", "extracted, or confirmed by a person"),
    Column("confidence", "number", "between 0 and 1; puts conferrals in an order, not fitted"),
)
"""The columns with one value each; `corrected` and the sources follow as each format can hold them."""

SOURCE_COLUMNS = (
    Column("outlet", "text", "the outlet's name"),
    Column("article_id", "text", "the article's identifier within its outlet"),
    Column("title", "text", "the article's headline"),
    Column("url", "text", "the article's web address"),
    Column("published", "text", "the day on which it was published, ISO 8601"),
    Column("retrieved", "text", "the day on which it was imported, ISO 8601"),
)
CORRECTED = Column("corrected", "text", "fields that a person corrected")


def day(value: object) -> date | None:
    """The ISO day as a date, or null if it is none: a month alone, say."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == len("2022-09-12") else None
    except ValueError:
        return None


def joined(members: tuple[str | None, ...], *, address: bool = False) -> str:
    """The members as one cell; an unknown member is left empty, so that the nth of each cell is of the nth source.

    >>> joined(("ก", None, "ข | ค"))
    'ก |  | ข ¦ ค'
    """
    written = "%7C" if address else "¦"
    return SEPARATOR.join((member or "").replace("|", written) for member in members) if any(members) else ""


def source_cells(conferral: Conferral) -> tuple[str, ...]:
    """The cells of `SOURCE_COLUMNS`, each over all sources of the conferral."""
    return tuple(
        joined(tuple(getattr(source, column.name) for source in conferral.sources), address=column.name == "url")
        for column in SOURCE_COLUMNS
    )
