"""The pages of single entries: awards, bodies, people, works, other recipients, conferrals and articles."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Depends, HTTPException
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation

from extractor.archive.browse import articles, authorities, conferrals, current
from extractor.archive.entries import FIELDS, Source
from extractor.archive.exchange.jsonld import article_jsonld, authority_jsonld, conferral_jsonld
from extractor.archive.search import Query, search
from extractor.archive.tables import Conferral
from extractor.web import shown
from extractor.web.browse import common, state_name
from extractor.web.charts import columns
from extractor.web.context import page, reading, require
from extractor.web.linked import base, cite_article, cite_authority, cite_conferral, jsonld, negotiated, place, wants_jsonld
from extractor.web.listing import Asked

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from extractor.archive import entries

router = APIRouter(include_in_schema=False, dependencies=[Depends(require("reader"))])

_OWN: dict[str, tuple[str, Any]] = {
    "award": ("award", Conferral.award_id),
    "organisation": ("recipient", Conferral.recipient_id),
    "person": ("recipient", Conferral.recipient_id),
    "work": ("work", Conferral.work_id),
    "other": ("recipient", Conferral.recipient_id),
}
_SUFFIX = ".jsonld"
_BODIES = 300  # bodies below a body that are counted


@router.get("/conferral/{given}")
def conferral(request: Request, given: str) -> Response:
    """One conferral: each field with the words that tell it, its articles, and what people decided of it."""
    plain = given.removesuffix(_SUFFIX)
    if not plain.startswith("c-"):
        raise HTTPException(404)
    with reading(request) as connection:
        at = current(connection, plain)
        if at != plain:
            return RedirectResponse(place(at) + given[len(plain) :], status_code=301)
        (found,) = conferrals(connection, [at])
        if given.endswith(_SUFFIX) or wants_jsonld(request):
            return jsonld(conferral_jsonld(found, base(request)))
        numbers = shown.numbers_of(connection, found)
        story = shown.decided(connection, at)
    response = page(
        request,
        "browse/conferral.html",
        found=found,
        fields=FIELDS,
        evidence=shown.evidence(found),
        numbers=numbers,
        story=story,
        state=state_name(found.state),
        asked=Asked(),
        citation=cite_conferral(request, found),
        **common(),
    )
    return negotiated(response, place(at) + _SUFFIX)


@router.get("/article/{given}")
def article(request: Request, given: str) -> Response:
    """One article with its mentions in colour, and the conferrals that it tells."""
    plain = given.removesuffix(_SUFFIX)
    if not plain.isascii() or not plain.isdigit() or len(plain) > 9:
        raise HTTPException(404)
    with reading(request) as connection:
        row = shown.article_row(connection, int(plain))
        if row is None:
            raise HTTPException(404)
        (found,) = articles(connection, [row.id])
        asked = Asked.of(request.query_params, article=plain)
        told = shown.winners(connection, asked)
        if given.endswith(_SUFFIX) or wants_jsonld(request):
            return jsonld(article_jsonld(_source(found), told.found, base(request)))
    response = page(
        request,
        "browse/article.html",
        found=found,
        row=row,
        pieces=shown.pieces(found),
        winners=told,
        asked=asked,
        listed=f"/article/{plain}",
        narrowing=Asked(article=plain),
        citation=cite_article(request, found, f"/article/{plain}"),
        **common(),
    )
    return negotiated(response, f"/article/{plain}{_SUFFIX}")


def _source(found: entries.Article) -> Source:
    return Source(
        found.outlet, found.article_id, found.title, found.url, found.published, found.retrieved, found.text_sha256
    )  # fmt: skip


@router.get("/award/{given}")
@router.get("/organisation/{given}")
@router.get("/person/{given}")
@router.get("/work/{given}")
@router.get("/other/{given}")
def authority(request: Request, given: str) -> Response:
    """An award programme, a body, a person, a work: what it is called, what stands above and below, and its conferrals."""
    plain = given.removesuffix(_SUFFIX)
    kind = request.url.path.split("/")[1]
    with reading(request) as connection:
        at = current(connection, f"{kind}:{plain}")
        if at != f"{kind}:{plain}":
            return RedirectResponse(place(at) + given[len(plain) :], status_code=301)
        (found,) = authorities(connection, [at])
        if given.endswith(_SUFFIX) or wants_jsonld(request):
            return jsonld(authority_jsonld(found, base(request)))
        return negotiated(_authority(request, connection, found), place(at) + _SUFFIX)


def _authority(request: Request, connection: Connection, found: entries.Authority) -> HTMLResponse:
    name, column = _OWN[found.kind]
    asked = Asked.of(request.query_params, **{name: found.id})
    listed = place(found.id)
    years = shown.years(connection, column, found.id)
    below = None
    if found.kind == "organisation":
        below = search(connection, Query(agency=found.id, limit=0, facets=_BODIES))
        years = [(int(value), number) for value, _, number in below.facets["year"]]
    counted = {value: number for value, _, number in below.facets["agency"]} if below else {}
    given, told_by = shown.naming(connection, found.id)

    def leads(year: int) -> str:
        if below is not None:
            return Asked(agency=found.id, year=year).address("/browse")
        return asked.address(listed, year=year, **{name: None})

    parts = {
        key: shown.counts(connection, column, found.id, value, label)
        for key, value, label in (("branch", "branch", None), ("category", "category", None), ("level", "level_code", "level"))
    }
    listed_here = shown.winners(connection, asked)
    narrowed = [key for key in ("year", "branch", "category", "level") if getattr(asked, key) is not None]
    return page(
        request,
        "browse/authority.html",
        found=found,
        asked=asked,
        listed=listed,
        own=name,
        narrowing=asked,
        winners=listed_here,
        grouped=[(year, list(group)) for year, group in groupby(listed_here.found, key=attrgetter("year"))],
        narrowed=[(key, getattr(asked, key), asked.address(listed, **{key: None, name: None})) for key in narrowed],
        years=[(str(year), str(year), number) for year, number in sorted(years, reverse=True)],
        parts=parts,
        bars=columns(years, leads),
        labels={("level", value): label for value, label, _ in parts["level"]},
        above=shown.above(connection, found),
        below=below,
        bodies=shown.children(connection, found.id, counted, _BODIES) if below else ([], 0),
        gives=shown.gives(connection, found.id) if below else ([], 0),
        facts=shown.told_of(connection, found.id),
        articles=given,
        articles_total=told_by,
        story=shown.decided(connection, found.id),
        citation=cite_authority(request, found),
        **common(),
    )
