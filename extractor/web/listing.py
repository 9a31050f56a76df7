"""Which conferrals a list holds: what is asked in the address, so that a page, its exports and its links agree."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from fastapi import HTTPException
from sqlalchemy import or_, select

from extractor.archive.browse import LISTED
from extractor.archive.entries import common_era
from extractor.archive.search import Query, search
from extractor.archive.tables import Conferral, Telling
from extractor.web.language import gettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

_ALL = 1_000_000_000
_LONGEST = 500  # letters of one parameter
_MOST_PAGES = 100_000

SEARCHED = ("q", "award", "year", "level", "agency", "province", "person", "outlet", "state")
"""What the search itself narrows by."""

EXACT = ("category", "branch", "recipient", "work", "giver", "article")
"""What only a list of an entry's own page narrows by; ids of authorities, but for the first two, and an article's number."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A list of conferrals, as its address names it; `year` is CE, `page` counts from 1."""

    q: str = ""
    award: str | None = None
    year: int | None = None
    level: str | None = None
    agency: str | None = None
    province: str | None = None
    person: str | None = None
    outlet: str | None = None
    state: str | None = None
    category: str | None = None
    branch: str | None = None
    recipient: str | None = None
    work: str | None = None
    giver: str | None = None
    article: str | None = None
    page: int = 1

    @classmethod
    def of(cls, given: Mapping[str, str], **fixed: Any) -> Asked:  # noqa: ANN401 - values of the fields
        """What the parameters of an address ask for; `fixed` goes before them. A year from 2400 on is of the Buddhist era.

        Raises:
            HTTPException: 422, a number is none.
        """
        found: dict[str, Any] = {}
        for field in fields(cls):
            value = given.get(field.name, "").strip()[:_LONGEST]
            if value and field.name in {"year", "page"}:
                found[field.name] = _number(value)
            elif value:
                found[field.name] = value
        found["year"] = common_era(found.get("year"))
        found["page"] = min(max(found.get("page", 1), 1), _MOST_PAGES)
        return cls(**found | fixed)

    def address(self, path: str, **changes: Any) -> str:  # noqa: ANN401 - values of the fields
        """The address of this list under `path`, with some fields changed; it begins at its first page unless told.

        >>> Asked(award="award:x", page=3).address("/browse", year=2022)
        '/browse?award=award%3Ax&year=2022'
        """
        changed = replace(self, **{"page": 1} | changes)
        given = {field.name: getattr(changed, field.name) for field in fields(self)}
        said = urlencode(
            {name: value for name, value in given.items() if value not in {None, ""} and (name, value) != ("page", 1)}
        )
        return f"{path}?{said}" if said else path

    def query(self, *, limit: int, facets: int) -> Query:
        """What is asked of the search: one page of `limit`."""
        given = {name: getattr(self, name) for name in SEARCHED if name != "q"}
        return Query(text=self.q, limit=limit, offset=(self.page - 1) * limit, facets=facets, **given)

    @property
    def is_exact(self) -> bool:
        """Whether it asks for what the search cannot tell."""
        return any(getattr(self, name) is not None for name in EXACT)


def _number(value: str) -> int:
    if not value.isascii() or not value.isdigit() or len(value) > 6:
        raise HTTPException(422, gettext("คำขอไม่ถูกต้อง"))
    return int(value)


def chosen(connection: Connection, asked: Asked) -> tuple[str, ...] | None:
    """The ids of all conferrals of a list, in its order; None for all of the archive."""
    if asked.is_exact:
        return tuple(_exact(connection, asked))
    if asked.query(limit=0, facets=0) == Query(limit=0, facets=0, offset=0):
        return None
    return tuple(hit.id for hit in search(connection, replace(asked, page=1).query(limit=_ALL, facets=0)).hits)


def own(connection: Connection, asked: Asked) -> list[str]:
    """The ids of all conferrals of an entry's own list: the latest year first, then by branch, category, level, recipient."""
    return _exact(connection, asked)


def _exact(connection: Connection, asked: Asked) -> list[str]:
    wanted = select(Conferral.id).where(LISTED)
    columns = {
        "award": Conferral.award_id,
        "year": Conferral.year,
        "province": Conferral.province,
        "state": Conferral.state,
        "category": Conferral.category,
        "branch": Conferral.branch,
        "recipient": Conferral.recipient_id,
        "work": Conferral.work_id,
        "giver": Conferral.conferred_by_id,
    }
    for name, column in columns.items():
        if (value := getattr(asked, name)) is not None:
            wanted = wanted.where(column == value)
    if asked.level is not None:
        wanted = wanted.where(or_(Conferral.level_code == asked.level, Conferral.level == asked.level))
    if asked.article is not None:
        told = select(Telling.conferral).where(Telling.article == _number(asked.article), Telling.gone.is_(False)).distinct()
        wanted = wanted.where(Conferral.id.in_(connection.execute(told).scalars().all()))
    order = (Conferral.year.is_(None), Conferral.year.desc(), Conferral.branch, Conferral.category, Conferral.level)
    ids = list(connection.execute(wanted.order_by(*order, Conferral.recipient, Conferral.id)).scalars())
    searched = Asked(q=asked.q, agency=asked.agency, person=asked.person, outlet=asked.outlet)
    if searched == Asked():
        return ids
    found = chosen(connection, searched)
    among = set(found or ())
    return [given for given in ids if given in among]
