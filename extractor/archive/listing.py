"""The articles of the archive, by outlet, date, state and warnings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from sqlalchemy import func, or_, select

from extractor.archive.browse import LISTED
from extractor.archive.bulk import fetch
from extractor.archive.standing import State
from extractor.archive.tables import Article, ArticleState, Conferral, Telling
from extractor.errors import ArchiveError, UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection

AT_ONCE = 50
"""Articles of one page."""

Order = Literal["imported", "published", "warnings"]
_STATE = func.coalesce(ArticleState.state, "new")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the list is narrowed by; `since` and `until` are ISO days of publication, both included.

    `page` is from 1, of `limit` articles each.
    """

    outlet: str = ""
    state: str = ""
    since: str = ""
    until: str = ""
    warned: bool = False
    order: str = "imported"
    page: int = 1
    limit: int = AT_ONCE


@dataclass(frozen=True, slots=True)
class Line:
    """One article of the list; `number` is the archive's, `article_id` what the import named."""

    number: int
    article_id: str
    title: str
    outlet: str
    published: str | None
    imported: str
    state: State
    warnings: int
    conferrals: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the list: its articles, how many there are in all, how many of each state whatever the state asked for."""

    lines: tuple[Line, ...]
    total: int
    states: dict[str, int]
    pages: int


def outlets(connection: Connection) -> list[str]:
    """Who published articles, sorted; those that nobody named are left out."""
    found = connection.execute(select(Article.outlet).where(Article.outlet != "").distinct()).scalars()
    return sorted(found)


def number_of(connection: Connection, given: str) -> int:
    """The number of the article of an id, as `article_id`, or `outlet/article_id` where two outlets have the same.

    Raises:
        UnknownIdError: there is none.
        ArchiveError: several outlets have one of this id.
    """
    outlet = Article.outlet + "/" + Article.article_id
    wanted = select(Article.id, Article.outlet).where(or_(Article.article_id == given, outlet == given))
    rows = connection.execute(wanted.order_by(Article.outlet)).all()
    if not rows:
        raise UnknownIdError(f"there is no article {given!r}", remedy="name one as `extractor archive articles` prints it")
    if len(rows) > 1:
        names = ", ".join(f"{row.outlet}/{given}" for row in rows if row.outlet)
        raise ArchiveError(f"several outlets have an article {given!r}", remedy=f"name one of {names}")
    return int(rows[0].id)


def listed(connection: Connection, asked: Asked) -> Listed:
    """A page of the articles that are asked for: the latest first, or those with the most warnings.

    Which articles stand on the page is found in an index alone, so that a late page costs no more than counting them does.
    """
    where = list(_narrowed(asked))
    states = _states(connection, where)
    total = states.get(asked.state, 0) if asked.state else sum(states.values())
    pages = max(1, -(-total // asked.limit))
    if asked.state:
        where.append(_in_state(asked.state))
    page = min(max(asked.page, 1), pages)
    wanted = select(Article.id).where(*where).order_by(*_order(asked.order)).limit(asked.limit).offset((page - 1) * asked.limit)
    ids = list(connection.execute(wanted).scalars())
    columns = (Article.id, Article.title, Article.article_id, Article.outlet, Article.published, Article.imported)
    shown = select(*columns, _STATE.label("state"), Article.warned)
    shown = shown.outerjoin(ArticleState, ArticleState.article == Article.id)
    found = {row.id: row for row in fetch(connection, shown, Article.id, ids)}
    rows = [found[given] for given in ids]
    told = _told(connection, [row.id for row in rows])
    lines = tuple(
        Line(
            row.id, row.article_id, row.title or row.article_id, row.outlet, row.published, row.imported, row.state, row.warned,
            told.get(row.id, 0),
        )
        for row in rows
    )  # fmt: skip
    return Listed(lines, total, states, pages)


def told_by(connection: Connection, asked: Asked) -> tuple[str, ...] | None:
    """The conferrals that the articles of the whole list tell, whatever the page; None where it is narrowed by nothing."""
    where = list(_narrowed(asked))
    if asked.state:
        where.append(_in_state(asked.state))
    if not where:
        return None
    wanted = (
        select(Conferral.id)
        .join(Telling, Telling.conferral == Conferral.id)
        .where(LISTED, Telling.gone.is_(False), Telling.article.in_(select(Article.id).where(*where)))
        .distinct()
        .order_by(Conferral.id)
    )
    return tuple(connection.execute(wanted).scalars())


def _states(connection: Connection, where: list[ColumnElement[bool]]) -> dict[str, int]:
    """How many of the articles are in each state: the touched ones are counted, the rest is new."""
    states: dict[str, int] = dict.fromkeys(get_args(State), 0)
    touched = select(ArticleState.state, func.count()).group_by(ArticleState.state)
    if where:  # "+ 0" has SQLite go through the states and look for each among the narrowed, not the other way round
        touched = touched.where((ArticleState.article + 0).in_(select(Article.id).where(*where)))
    states |= {state: count for state, count in connection.execute(touched)}  # noqa: C416 - rows are no tuples to the type checker
    total = connection.execute(select(func.count()).select_from(Article).where(*where)).scalar_one()
    states["new"] = total - states["review"] - states["done"]
    return states


def _in_state(state: str) -> ColumnElement[bool]:
    if state == "new":
        return Article.id.not_in(select(ArticleState.article).where(ArticleState.state != "new"))
    return Article.id.in_(select(ArticleState.article).where(ArticleState.state == state))


def _narrowed(asked: Asked) -> Iterator[ColumnElement[bool]]:
    if asked.outlet:
        yield Article.outlet == asked.outlet
    if asked.since:
        yield Article.published >= asked.since
    if asked.until:
        yield Article.published <= asked.until
    if asked.warned:
        yield Article.warned > 0


def _order(order: str) -> tuple[Any, ...]:
    if order == "published":
        return (Article.published.desc().nulls_last(), Article.id.desc())
    if order == "warnings":
        return (Article.warned.desc(), Article.id.desc())
    return (Article.id.desc(),)


def _told(connection: Connection, articles: list[int]) -> dict[int, int]:
    """How many conferrals each of these articles tells that are not rejected."""
    wanted = (
        select(Telling.article, func.count(Telling.conferral.distinct()).label("count"))
        .join(Conferral, Conferral.id == Telling.conferral)
        .where(Telling.gone.is_(False), Conferral.state != "rejected")
        .group_by(Telling.article)
    )
    return {row.article: row.count for row in fetch(connection, wanted, Telling.article, articles)}
