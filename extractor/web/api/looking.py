"""Reading: conferrals, authorities, articles, decisions, search and facets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Path, Query
from sqlalchemy import or_, select
from starlette.exceptions import HTTPException
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation
from starlette.responses import RedirectResponse, Response

from extractor.archive import browse, tables
from extractor.archive.bulk import fetch
from extractor.archive.history import history as steps_of
from extractor.archive.search import listing, search
from extractor.web.api import models
from extractor.web.api.answers import answer, fresh
from extractor.web.api.asking import (
    ArticlesAsked,
    AuthoritiesAsked,
    ConferralsAsked,
    EventsAsked,
    FacetsAsked,
    SearchAsked,
    links,
    told,
)
from extractor.web.context import reading
from extractor.web.tags import archive_tag, tag_of, unless_had

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel
    from sqlalchemy import Connection, Select

router = APIRouter()

ConferralId = Annotated[str, Path(pattern=r"^c-[a-z0-9]{1,40}$")]
AuthorityId = Annotated[str, Path(pattern=r"^(organisation|person|award|work|other):[A-Za-z0-9_.!~*'()-]{1,200}$")]
ArticleNumber = Annotated[int, Path(ge=0, le=2**31 - 1)]

_ESCAPED = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})
_NAMES = ("variant", "abbreviation", "english", "seen", "merged")


# ── conferrals ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@router.get("/conferrals", response_model=models.Conferrals, tags=["conferrals"])
def conferrals(request: Request, asked: Annotated[ConferralsAsked, Query()]) -> Response:
    """The conferrals that the filters leave, in the order in which the archive took them in."""

    def made(connection: Connection) -> models.Conferrals:
        after = -1 if asked.cursor is None else int(asked.cursor)
        total, ids, last = listing(connection, asked.query(limit=asked.limit), after=after)
        items = tuple(models.Conferral.model_validate(each) for each in browse.conferrals(connection, ids.values()))
        return models.Conferrals(total=total, items=items, next=None if last is None else str(last))

    return page_of(request, made)


@router.get("/conferrals/{given}", response_model=models.Conferral, tags=["conferrals"])
def conferral(request: Request, given: ConferralId) -> Response:
    """One conferral with its sources and their evidence."""
    with reading(request) as connection:
        if (now := browse.current(connection, given)) != given:
            return moved(request, f"conferrals/{now}")
        return fresh(request, held(connection, given))


def held(connection: Connection, given: str) -> models.Conferral:
    """The conferral of an id that is current.

    Raises:
        HTTPException: 410, a person rejected it.
    """
    if connection.execute(select(tables.Conferral.state).where(tables.Conferral.id == given)).scalar() == "rejected":
        raise HTTPException(410, "a person has rejected this conferral; its history tells who and when")
    [found] = browse.conferrals(connection, [given])
    return models.Conferral.model_validate(found)


def tag(value: BaseModel) -> str:
    """The entity tag under which a value is answered."""
    return tag_of(value.model_dump_json().encode())


@router.get("/conferrals/{given}/history", response_model=models.History, tags=["history"])
def conferral_history(request: Request, given: ConferralId) -> Response:
    """How a conferral came to be what it is: its articles, and every decision with who and when."""
    return _history(request, given)


@router.get("/search", response_model=models.Hits, tags=["conferrals"])
def found(request: Request, asked: Annotated[SearchAsked, Query()]) -> Response:
    """The conferrals that a search finds, best first, why each was found, and the facets of all of them."""

    def made(connection: Connection) -> models.Hits:
        page = search(connection, asked.query(limit=asked.limit, facets=asked.facets), after=asked.place)
        entries = {each.id: each for each in browse.conferrals(connection, [hit.id for hit in page.hits])}
        items = tuple(
            models.Hit(
                conferral=models.Conferral.model_validate(entries[hit.id]),
                score=hit.score,
                matches=tuple(models.Match.model_validate(match) for match in hit.matches),
            )
            for hit in page.hits
        )
        return models.Hits(total=page.total, items=items, facets=_facets(page.facets), next=told(page.last))

    return page_of(request, made)


@router.get("/facets", response_model=models.Counts, tags=["conferrals"])
def facets(request: Request, asked: Annotated[FacetsAsked, Query()]) -> Response:
    """How many conferrals the filters leave, and the commonest values of every facet among them."""

    def made(connection: Connection) -> models.Counts:
        page = search(connection, asked.query(facets=asked.facets))
        return models.Counts(total=page.total, facets=_facets(page.facets))

    return page_of(request, made)


def _facets(counted: dict[str, list[tuple[str, str, int]]]) -> models.Facets:
    values = {
        facet: tuple(models.FacetValue(value=value, label=label, count=count) for value, label, count in some)
        for facet, some in counted.items()
    }
    return models.Facets.model_validate(values)


# ── authorities ────────────────────────────────────────────────────────────────────────────────────────────────────────


@router.get("/authorities", response_model=models.Authorities, tags=["authorities"])
def authorities(request: Request, asked: Annotated[AuthoritiesAsked, Query()]) -> Response:
    """Bodies, people, award programmes and works, by id."""

    def made(connection: Connection) -> models.Authorities:
        entry = tables.Authority
        wanted = select(entry.id).where(entry.merged_into.is_(None)).order_by(entry.id.collate(_collation(connection)))
        if asked.kind is not None:
            wanted = wanted.where(entry.kind == asked.kind)
        if asked.parent is not None:
            wanted = wanted.where(entry.parent == asked.parent)
        if asked.named:
            wanted = wanted.where(select(tables.Link.id).where(tables.Link.authority == entry.id).exists())
        if asked.name:
            part = f"%{asked.name.translate(_ESCAPED)}%"
            form = select(tables.Form.authority).where(tables.Form.how.in_(_NAMES), tables.Form.form.ilike(part, escape="\\"))
            wanted = wanted.where(or_(entry.name.ilike(part, escape="\\"), entry.id.in_(form)))
        if asked.cursor is not None:
            wanted = wanted.where(entry.id.collate(_collation(connection)) > asked.cursor)
        ids, last = _some(connection, wanted, asked.limit)
        items = tuple(models.Authority.model_validate(each) for each in browse.authorities(connection, ids))
        return models.Authorities(items=items, next=last)

    return page_of(request, made)


@router.get("/authorities/{given}", response_model=models.Authority, tags=["authorities"])
def authority(request: Request, given: AuthorityId) -> Response:
    """One body, person, award programme or work."""
    with reading(request) as connection:
        if (now := browse.current(connection, given)) != given:
            return moved(request, f"authorities/{now}")
        [entry] = browse.authorities(connection, [given])
    return fresh(request, models.Authority.model_validate(entry))


@router.get("/authorities/{given}/history", response_model=models.History, tags=["history"])
def authority_history(request: Request, given: AuthorityId) -> Response:
    """How an authority came to be what it is; of the names that articles gave it, the first fifty."""
    return _history(request, given)


def _collation(connection: Connection) -> str:
    return "C" if connection.dialect.name == "postgresql" else "BINARY"


# ── articles ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@router.get("/articles", response_model=models.Articles, tags=["articles"])
def articles(request: Request, asked: Annotated[ArticlesAsked, Query()]) -> Response:
    """The articles without their texts, in the order in which the archive first took them in."""

    def made(connection: Connection) -> models.Articles:
        entry = tables.Article
        wanted = select(entry.id).order_by(entry.id)
        conditions = (
            (asked.outlet, entry.outlet == asked.outlet),
            (asked.article_id, entry.article_id == asked.article_id),
            (asked.since, entry.published >= (asked.since or "")),
            (asked.until, entry.published < f"{asked.until}~"),  # some are told to the second
            (asked.cursor, entry.id > int(asked.cursor or 0)),
        )
        wanted = wanted.where(*(condition for value, condition in conditions if value is not None))
        ids, last = _some(connection, wanted, asked.limit)
        rows = {row.id: row for row in fetch(connection, _HEADS, entry.id, ids)}
        return models.Articles(items=tuple(_head(rows[given]) for given in ids), next=last)

    return page_of(request, made)


_HEADS = select(
    tables.Article.id, tables.Article.outlet, tables.Article.article_id, tables.Article.title, tables.Article.url,
    tables.Article.published, tables.Article.imported, tables.Article.text_sha256, tables.Article.warned,
)  # fmt: skip


def _head(row: Any) -> models.ArticleHead:  # noqa: ANN401 - a row of _HEADS
    return models.ArticleHead(
        id=row.id, outlet=row.outlet or None, article_id=row.article_id, title=row.title, url=row.url,
        published=row.published, retrieved=row.imported[:10], text_sha256=row.text_sha256, warnings=row.warned,
    )  # fmt: skip


@router.get("/articles/{given}", response_model=models.Article, tags=["articles"])
def article(request: Request, given: ArticleNumber) -> Response:
    """One article with its text, where the archive has it, every mention, the warnings, and which conferrals it tells of."""
    with reading(request) as connection:
        found = article_of(connection, given)
    return fresh(request, found)


def article_of(connection: Connection, given: int) -> models.Article:
    """The article of a number.

    Raises:
        HTTPException: 404, there is none.
    """
    entry = next(browse.articles(connection, [given]), None)
    if entry is None:
        raise HTTPException(404, "the archive has no article of this number")
    warnings = connection.execute(select(tables.Article.warnings).where(tables.Article.id == given)).scalar_one()
    told_of = select(tables.Telling.conferral).where(tables.Telling.article == given, tables.Telling.gone.is_(False))
    standing = told_of.join(tables.Conferral, tables.Conferral.id == tables.Telling.conferral).where(browse.LISTED)
    ids = connection.execute(standing.distinct().order_by(tables.Telling.conferral)).scalars().all()
    return models.Article(
        id=given, outlet=entry.outlet, article_id=entry.article_id, title=entry.title, url=entry.url,
        published=entry.published, retrieved=entry.retrieved, text_sha256=entry.text_sha256, text=entry.text,
        mentions=tuple(models.Mention.model_validate(each) for each in entry.mentions),
        warnings=tuple(models.Warning.model_validate({"start": None, "end": None} | each) for each in warnings),
        conferrals=tuple(ids),
    )  # fmt: skip


# ── decisions ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@router.get("/events", response_model=models.Events, tags=["history"])
def events(request: Request, asked: Annotated[EventsAsked, Query()]) -> Response:
    """What people decided, oldest first."""

    def made(connection: Connection) -> models.Events:
        entry = tables.Event
        wanted = select(entry.id).order_by(entry.id)
        if asked.subject is not None:
            wanted = wanted.where(or_(entry.subject == asked.subject, entry.other == asked.subject))
        if asked.who is not None:
            wanted = wanted.where(entry.who == asked.who)
        if asked.cursor is not None:
            wanted = wanted.where(entry.id > int(asked.cursor))
        ids, last = _some(connection, wanted, asked.limit)
        rows = connection.execute(select(*(getattr(entry, name) for name in models.Event.model_fields)).where(entry.id.in_(ids)))
        items = tuple(models.Event.model_validate(row) for row in sorted(rows, key=lambda row: row.id))
        return models.Events(items=items, next=last)

    return page_of(request, made)


def _history(request: Request, given: str) -> Response:
    with reading(request) as connection:
        steps = tuple(models.Step.model_validate(step) for step in steps_of(connection, given))
    return fresh(request, models.History(items=steps))


# ── what they share ────────────────────────────────────────────────────────────────────────────────────────────────────


def page_of(request: Request, made: Callable[[Connection], BaseModel]) -> Response:
    """An answer about the archive as it stands, made only for those who do not have it, with its links."""
    with reading(request) as connection:
        stands = unless_had(request, archive_tag(connection, request))
        value = made(connection)
    return answer(value, tag=stands, headers=links(request, getattr(value, "next", None)))


def _some(connection: Connection, wanted: Select[Any], limit: int) -> tuple[list[Any], str | None]:
    """The first ids of a list, and the cursor of what follows them."""
    ids = list(connection.execute(wanted.limit(limit + 1)).scalars())
    return ids[:limit], str(ids[limit - 1]) if len(ids) > limit else None


def moved(request: Request, place: str) -> Response:
    """Where an entry is that was merged."""
    return RedirectResponse(f"{request.scope.get('root_path', '')}/{place}", status_code=301)
