"""Doubtful pairs: which wait, and what a person decides of them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Path, Query
from sqlalchemy import select
from starlette.exceptions import HTTPException
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation
from starlette.responses import Response  # noqa: TC002

from extractor.archive import decisions, tables
from extractor.archive.browse import authorities, conferrals, waiting
from extractor.archive.events import is_pair
from extractor.web.api import bodies, models
from extractor.web.api.answers import answer, must_match
from extractor.web.api.asking import DoubtsAsked, told_place
from extractor.web.api.deciding import Editor, Seen, event_of, fitting, reason_of, standing
from extractor.web.api.looking import page_of, tag
from extractor.web.context import reading, writing
from extractor.web.tags import tag_of, unless_had

if TYPE_CHECKING:
    from sqlalchemy import Connection

router = APIRouter()

EntryId = Annotated[str, Path(pattern=r"^(c-[a-z0-9]{1,40}|(organisation|person|award|work|other):[A-Za-z0-9_.!~*'()-]{1,200})$")]


@router.get("/doubts", response_model=models.Doubts, tags=["doubts"])
def doubts(request: Request, asked: Annotated[DoubtsAsked, Query()]) -> Response:
    """The pairs that may be one and wait for a person, the likeliest first, those put off last."""

    def made(connection: Connection) -> models.Doubts:
        found = list(islice(waiting(connection, asked.kind, asked.place), asked.limit + 1))
        items = tuple(
            models.Doubt(
                kind=each.kind, left=each.left, right=each.right, score=each.score, reasons=each.reasons,
                state="later" if place.later else "open",
            )
            for place, each in found[: asked.limit]
        )  # fmt: skip
        more = len(found) > asked.limit
        return models.Doubts(items=items, next=told_place(found[asked.limit - 1][0]) if more else None)

    return page_of(request, made)


@router.get("/doubts/{left}/{right}", response_model=models.Doubt, tags=["doubts"])
def doubt(request: Request, left: EntryId, right: EntryId) -> Response:
    """One pair, decided or not. Its ETag changes with the pair and with either entry."""
    with reading(request) as connection:
        found = _doubt(connection, left, right)
        seen = unless_had(request, _tag(connection, found))
    return answer(found, tag=seen)


@router.post("/doubts/{left}/{right}/decisions", response_model=models.Event, status_code=201, tags=["doubts"])
def decide(
    request: Request, left: EntryId, right: EntryId, wanted: bodies.DoubtDecision, who: Editor, seen: Seen = None
) -> Response:
    """Make the pair one, keep it apart, or put it off.

    `If-Match` tells the ETag under which the pair was read, so that nobody decides what another has decided meanwhile.
    """
    with writing(request) as connection:
        found = _doubt(connection, left, right)
        for given in (found.left, found.right):
            standing(connection, given)
        must_match(seen, _tag(connection, found))
        if found.state not in {"open", "later"}:
            raise HTTPException(409, "this pair was decided; undo that first")
        why = reason_of(wanted.reason)
        if wanted.action == "merge":
            if wanted.into not in {found.left, found.right}:
                raise HTTPException(409, "`into` names the one of the pair that stays")
            other = found.right if wanted.into == found.left else found.left
            with fitting():
                (event,) = decisions.merge(connection, wanted.into, [other], who=who.name, reason=why)
        else:
            act = decisions.keep_apart if wanted.action == "apart" else decisions.put_off
            event = act(connection, found.left, found.right, who=who.name, reason=why)
        return event_of(connection, event)


def _doubt(connection: Connection, left: str, right: str) -> models.Doubt:
    row = connection.execute(select(tables.Doubt).where(*is_pair(left, right))).first()
    if row is None:
        raise HTTPException(404, "the archive has no such pair")
    return models.Doubt.model_validate(row)


def _tag(connection: Connection, found: models.Doubt) -> str:
    """The tag of a pair, with what its entries say."""
    ids = [found.left, found.right]
    said = [tag(found)]
    if found.kind == "conferral":
        said += [tag(models.Conferral.model_validate(each)) for each in conferrals(connection, ids)]
    else:
        said += [tag(models.Authority.model_validate(each)) for each in authorities(connection, ids)]
    return tag_of("".join(said).encode())
