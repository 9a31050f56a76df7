"""Changing a conferral: what a person corrects, confirms or rejects, each an event of the archive with who and when."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Header, Path
from sqlalchemy import select
from starlette.exceptions import HTTPException
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation
from starlette.responses import Response  # noqa: TC002

from extractor.archive import decisions, tables
from extractor.archive.browse import current
from extractor.archive.incoming import storable
from extractor.web.api import models
from extractor.web.api.answers import answer, must_match
from extractor.web.api.looking import ConferralId, held, tag
from extractor.web.context import User, require, writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

router = APIRouter()

_Editor = Annotated[User, Depends(require("editor"))]
_Seen = Annotated[
    str | None, Header(alias="If-Match", description="the ETag under which the conferral was read; it cannot be left out")
]


@router.patch("/conferrals/{given}", response_model=models.Conferral, tags=["conferrals"])
def change(request: Request, given: ConferralId, wanted: models.Change, who: _Editor, seen: _Seen = None) -> Response:
    """Set fields of a conferral, each by an event; either all of them are set or none.

    `If-Match` tells the ETag under which the conferral was read, so that nothing is overwritten that was not seen.
    """
    with _as_seen(request, given, seen) as connection:
        for field, value in wanted.model_dump(exclude_unset=True, exclude={"reason"}).items():
            words = None if value is None else storable(str(value))
            decisions.correct(connection, given, field, words, who=who.name, reason=_reason(wanted.reason))
        return answer(held(connection, given))


@router.post("/conferrals/{given}/decisions", response_model=models.Event, status_code=201, tags=["conferrals"])
def decide(request: Request, given: ConferralId, wanted: models.Decision, who: _Editor, seen: _Seen = None) -> Response:
    """Confirm a conferral as it stands, or reject it, so that it is listed no more; `If-Match` as for a change."""
    with _as_seen(request, given, seen) as connection:
        act = decisions.confirm if wanted.action == "confirm" else decisions.reject
        return _event(connection, act(connection, given, who=who.name, reason=_reason(wanted.reason)))


@router.post("/events/{number}/undo", response_model=models.Event, status_code=201, tags=["history"])
def undo(request: Request, number: Annotated[int, Path(ge=1, le=2**31 - 1)], who: _Editor) -> Response:
    """Take a decision back; the event that does so comes back."""
    with writing(request) as connection:
        return _event(connection, decisions.undo(connection, number, who=who.name))


@contextmanager
def _as_seen(request: Request, given: str, seen: str | None) -> Iterator[Connection]:
    """A transaction in which the conferral is as the one who asks has seen it.

    Raises:
        HTTPException: 409 it was merged into another or rejected, 412 it is another by now, 428 no ETag is told.
    """
    with writing(request) as connection:
        if current(connection, given) != given:
            raise HTTPException(409, "this conferral was merged into another; read it anew")
        if connection.execute(select(tables.Conferral.state).where(tables.Conferral.id == given)).scalar() == "rejected":
            raise HTTPException(409, "this conferral was rejected; undo that first")
        must_match(seen, tag(held(connection, given)))
        yield connection


def _event(connection: Connection, number: int) -> Response:
    columns = [getattr(tables.Event, name) for name in models.Event.model_fields]
    row = connection.execute(select(*columns).where(tables.Event.id == number)).one()
    return answer(models.Event.model_validate(row), status=201)


def _reason(given: str | None) -> str | None:
    return storable(given).strip() or None if given is not None else None
