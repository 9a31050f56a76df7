"""The addresses of the review page."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy import select
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation

from extractor.archive.entries import FIELDS
from extractor.archive.tables import Article
from extractor.web.context import User, notice, page, reading, require, writing
from extractor.web.language import gettext
from extractor.web.review.deciding import Decision, StaleError, decide
from extractor.web.review.stamps import stamp_of_article, stamps_of
from extractor.web.review.suggesting import suggest
from extractor.web.review.telling import Told, field_name, state_name
from extractor.web.review.view import gather

router = APIRouter(include_in_schema=False)

_MOST = 2**31

Editor = Annotated[User, Depends(require("editor"))]


def _known(article: int) -> int:
    """A dependency: a number that an article can have.

    Raises:
        HTTPException: 404, no database counts so far.
    """
    if not 0 < article < _MOST:
        raise HTTPException(404, gettext("ไม่พบข่าวนี้"))
    return article


Numbered = Annotated[int, Depends(_known)]


@router.get("/review/suggest")
def suggestions(request: Request, _who: Editor, field: str = "", value: str = "") -> HTMLResponse:
    """Authorities that what was typed into a field may mean, as options of a list."""
    with reading(request) as connection:
        found = suggest(connection, field, value[:200])
    return page(request, "review/suggestions.html", found=found)


@router.get("/review/{article}")
def review(request: Request, article: Numbered, who: Editor) -> HTMLResponse:
    """An article beside its record."""
    return _shown(request, article, who)


@router.post("/review/{article}/others")
def others(request: Request, article: Numbered, who: Editor, stamp: str = "") -> HTMLResponse:
    """Note who is at the article; tells who else is, and whether anything was decided since the page was made."""
    with reading(request) as connection:
        if connection.execute(select(Article.id).where(Article.id == article)).first() is None:
            raise HTTPException(404, gettext("ไม่พบข่าวนี้"))
        changed = stamp != stamp_of_article(connection, article)
    request.app.state.present.note(article, who.name)
    here = request.app.state.present.others(article, who.name)
    return page(request, "review/others.html", others=here, changed=changed, made=False, number=article, stamp=stamp)


@router.post("/review/{article}", response_model=None)
def decided(  # noqa: PLR0913, PLR0917 - the fields of the form
    request: Request,
    article: Numbered,
    who: Editor,
    action: Annotated[str, Form()],
    conferral: Annotated[str, Form()] = "",
    other: Annotated[str, Form()] = "",
    stamp: Annotated[str, Form()] = "",
    field: Annotated[str, Form()] = "",
    value: Annotated[str, Form(max_length=2000)] = "",
    authority: Annotated[str, Form()] = "",
    start: Annotated[str, Form()] = "",
    end: Annotated[str, Form()] = "",
    event: Annotated[str, Form()] = "",
    reason: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Take a decision in; a form that is stale changes nothing, and comes back with what was decided meanwhile."""
    decision = Decision(
        action=action, conferral=conferral, other=other, stamp=stamp, field=field, value=value, authority=authority,
        start=_number(start), end=_number(end), event=_number(event), reason=" ".join(reason.split()) or None,
    )  # fmt: skip
    try:
        with writing(request) as connection:
            done = decide(connection, article, decision, who.name)
    except StaleError as stale:
        return _shown(request, article, who, decision, stale.since)
    notice(request, done)
    if "hx-request" in request.headers:
        return _shown(request, article, who)
    return RedirectResponse(f"/review/{article}", status_code=303)


def _shown(
    request: Request, article: int, who: User, refused: Decision | None = None, since: list[Told] | None = None
) -> HTMLResponse:
    part = "hx-request" in request.headers
    with reading(request) as connection:
        found = gather(connection, article)
        again = ""
        if refused is not None:
            other = refused.other.partition("@")[0]
            standing = stamps_of(connection, article, [given for given in (refused.conferral, other) if given])
            again = standing.get(refused.conferral, found.stamp)
            if refused.action == "merge":
                refused = replace(refused, other=f"{other}@{standing[other]}")
    return page(
        request,
        "review/review.html" if part else "review/page.html",
        status=409 if refused else 200,
        review=found,
        others=request.app.state.present.others(article, who.name),
        changed=False,
        made=True,
        number=article,
        stamp=found.stamp,
        refused=refused,
        since=since or [],
        again=again,
        fields=FIELDS,
        field_name=field_name,
        state_name=state_name,
    )


def _number(given: str) -> int | None:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else None
