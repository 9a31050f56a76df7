"""Changing conferrals: what a person corrects, confirms, rejects, adds, merges and parts.

Each decision is an event of the archive with who and when.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Header, Path
from sqlalchemy import select
from starlette.exceptions import HTTPException
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation
from starlette.responses import Response  # noqa: TC002

from extractor.archive import decisions, tables
from extractor.archive.adding import Given
from extractor.archive.browse import current
from extractor.archive.entries import FIELDS
from extractor.archive.fields import value_in
from extractor.archive.incoming import storable
from extractor.archive.words import Words, text_of
from extractor.errors import ArchiveError
from extractor.web.api import bodies, models
from extractor.web.api.answers import answer, must_match
from extractor.web.api.looking import ArticleNumber, ConferralId, article_of, held, tag
from extractor.web.context import User, require, writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

router = APIRouter()

Editor = Annotated[User, Depends(require("editor"))]
"""Who decides."""
Seen = Annotated[str | None, Header(alias="If-Match", description="the ETag under which it was read; it cannot be left out")]


@router.patch("/conferrals/{given}", response_model=models.Conferral, tags=["conferrals"])
def change(request: Request, given: ConferralId, wanted: bodies.Change, who: Editor, seen: Seen = None) -> Response:
    """Set fields of a conferral, each by an event; either all of them are set or none.

    `If-Match` tells the ETag under which the conferral was read, so that nothing is overwritten that was not seen.
    """
    with _as_seen(request, given, seen) as connection:
        for field, value in wanted.model_dump(exclude_unset=True, exclude={"reason"}).items():
            words = None if value is None else storable(str(value))
            decisions.correct(connection, given, field, words, who=who.name, reason=reason_of(wanted.reason))
        return answer(held(connection, given))


@router.post("/conferrals/{given}/decisions", response_model=models.Event, status_code=201, tags=["conferrals"])
def decide(request: Request, given: ConferralId, wanted: bodies.Decision, who: Editor, seen: Seen = None) -> Response:
    """Confirm a conferral as it stands, or reject it, so that it is listed no more; `If-Match` as for a change."""
    with _as_seen(request, given, seen) as connection:
        act = decisions.confirm if wanted.action == "confirm" else decisions.reject
        return event_of(connection, act(connection, given, who=who.name, reason=reason_of(wanted.reason)))


@router.post("/articles/{given}/conferrals", response_model=models.Conferral, status_code=201, tags=["conferrals"])
def add(request: Request, given: ArticleNumber, wanted: bodies.Added, who: Editor, seen: Seen = None) -> Response:
    """Add a conferral that an article tells and that was not found.

    `If-Match` tells the ETag under which the article was read.
    """
    with writing(request) as connection:
        must_match(seen, tag(article_of(connection, given)))
        with fitting():
            fields = _given(connection, given, wanted)
            _, new = decisions.add(connection, given, fields, who=who.name, reason=reason_of(wanted.reason))
        return _created(request, connection, new)


@router.post("/conferrals/{given}/merge", response_model=models.Event, status_code=201, tags=["conferrals"])
def merge(request: Request, given: ConferralId, wanted: bodies.Merging, who: Editor, seen: Seen = None) -> Response:
    """Make another conferral one with this, which stays; `If-Match` as for a change, and `etag` tells the same of the other."""
    with _as_seen(request, given, seen) as connection:
        standing(connection, wanted.other)
        must_match(wanted.etag, tag(held(connection, wanted.other)))
        with fitting():
            (event,) = decisions.merge(connection, given, [wanted.other], who=who.name, reason=reason_of(wanted.reason))
        return event_of(connection, event)


@router.post("/conferrals/{given}/split", response_model=models.Conferral, status_code=201, tags=["conferrals"])
def split(request: Request, given: ConferralId, wanted: bodies.Splitting, who: Editor, seen: Seen = None) -> Response:
    """Take what some of its articles tell out of a conferral, as one of its own, which comes back; `If-Match` as for a change."""
    with _as_seen(request, given, seen) as connection:
        rows = connection.execute(
            select(tables.Article.outlet, tables.Article.article_id).where(tables.Article.id.in_(wanted.articles))
        )
        told = [f"{row.outlet}/{row.article_id}" for row in rows]
        with fitting():
            _, new = decisions.split(connection, given, told, who=who.name, reason=reason_of(wanted.reason))
        return _created(request, connection, new)


@router.post("/conferrals/{given}/part", response_model=models.Conferral, status_code=201, tags=["conferrals"])
def part(request: Request, given: ConferralId, wanted: bodies.Parting, who: Editor, seen: Seen = None) -> Response:
    """Make two of a conferral that one article tells; the new one, which comes back, begins with its values and evidence."""
    with _as_seen(request, given, seen) as connection:
        told = select(tables.Telling.id).where(tables.Telling.conferral == given, tables.Telling.article == wanted.article)
        if connection.execute(told).first() is None:
            raise HTTPException(409, "this article does not tell the conferral")
        with fitting():
            _, new = decisions.part(connection, given, wanted.article, who=who.name, reason=reason_of(wanted.reason))
        return _created(request, connection, new)


@router.post("/events/{number}/undo", response_model=models.Event, status_code=201, tags=["history"])
def undo(request: Request, number: Annotated[int, Path(ge=1, le=2**31 - 1)], who: Editor) -> Response:
    """Take a decision back; the event that does so comes back."""
    with writing(request) as connection:
        return event_of(connection, decisions.undo(connection, number, who=who.name))


@contextmanager
def _as_seen(request: Request, given: str, seen: str | None) -> Iterator[Connection]:
    """A transaction in which the conferral is as the one who asks has seen it.

    Raises:
        HTTPException: 409 it was merged into another or rejected, 412 it is another by now, 428 no ETag is told.
    """
    with writing(request) as connection:
        standing(connection, given)
        must_match(seen, tag(held(connection, given)))
        yield connection


def _given(connection: Connection, article: int, wanted: bodies.Added) -> dict[str, Given]:
    """The values that are told, and those that only their words tell."""
    fields: dict[str, Given] = {}
    for field in FIELDS:
        value, place = getattr(wanted, field), wanted.words.get(field)  # type: ignore[call-overload]  # FIELDS are its keys
        words = None if place is None else Words(article, place.start, place.end)
        if value is None and words is not None:
            value = value_in(field, text_of(connection, words))
        if value is not None:
            fields[field] = Given(storable(str(value)), words)
    return fields


@contextmanager
def fitting() -> Iterator[None]:
    """Within the block something is decided that may not fit the archive as it stands.

    Raises:
        HTTPException: 409, it does not.
    """
    try:
        yield
    except ArchiveError as error:
        if error.database is not None:
            raise
        raise HTTPException(409, error.problem) from error


def standing(connection: Connection, given: str) -> None:
    """Pass a conferral or an authority that is neither merged nor rejected.

    Raises:
        HTTPException: 409, it is.
        UnknownIdError: there is none.
    """
    if current(connection, given) != given:
        raise HTTPException(409, f"{given} was merged into another; read it anew")
    if connection.execute(select(tables.Conferral.state).where(tables.Conferral.id == given)).scalar() == "rejected":
        raise HTTPException(409, f"{given} was rejected; undo that first")


def _created(request: Request, connection: Connection, new: str) -> Response:
    """A new conferral, and where it is."""
    place = f"{request.scope.get('root_path', '')}/conferrals/{new}"
    return answer(held(connection, new), headers={"Location": place}, status=201)


def event_of(connection: Connection, number: int) -> Response:
    """The answer to a decision: its event."""
    columns = [getattr(tables.Event, name) for name in models.Event.model_fields]
    row = connection.execute(select(*columns).where(tables.Event.id == number)).one()
    return answer(models.Event.model_validate(row), status=201)


def reason_of(given: str | None) -> str | None:
    """Why somebody decided, if they said so."""
    return storable(given).strip() or None if given is not None else None
