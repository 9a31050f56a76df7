"""Browsing: the search with its facets, all values of one facet, the exports, and where the URIs of linked data lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from fastapi import APIRouter, Depends, HTTPException
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation

from extractor.archive.browse import conferrals
from extractor.archive.exchange import FORMATS
from extractor.archive.search import search
from extractor.web import shown
from extractor.web.charts import columns
from extractor.web.context import page, reading, require
from extractor.web.exporting import export as exported
from extractor.web.language import gettext
from extractor.web.linked import cite_list, place
from extractor.web.listing import SEARCHED, Asked, chosen
from extractor.web.tags import UnchangedError, unchanged
from extractor.web.templating import both_eras

if TYPE_CHECKING:
    from sqlalchemy import Connection

router = APIRouter(include_in_schema=False, dependencies=[Depends(require("reader"))])

FACETS = ("award", "year", "level", "agency", "province", "person", "outlet")
_PAGE = 20
_SHOWN = 8  # values of a facet beside the list
_COUNTED = 200  # values that are counted for the chart
_VALUES = 100  # values of a facet on a page of their own
_KINDS = {"award", "agency", "person"}


@router.get("/browse")
def browse(request: Request) -> Response:
    """The conferrals that a search finds, twenty a page, with the counts of every facet over all of them."""
    asked = Asked.of(request.query_params)
    if asked.is_exact:
        return RedirectResponse(Asked(**{name: getattr(asked, name) for name in SEARCHED}).address("/browse"), status_code=303)
    with reading(request) as connection:
        found = search(connection, asked.query(limit=_PAGE, facets=_COUNTED))
        hits = list(conferrals(connection, [hit.id for hit in found.hits]))
        narrowed = _narrowed(connection, asked, found.facets)
    years = [(int(value), number) for value, _, number in found.facets["year"]]
    told = " · ".join(label for _, _, label, _ in narrowed) or gettext("ทั้งคลัง")
    return page(
        request,
        "browse/browse.html",
        asked=asked,
        total=found.total,
        pages=max(-(-found.total // _PAGE), 1),
        hits=hits,
        why={hit.id: hit.matches for hit in found.hits},
        facets={name: found.facets[name][:_SHOWN] for name in FACETS},
        more={name for name in FACETS if len(found.facets[name]) > _SHOWN},
        narrowed=narrowed,
        bars=columns(years, lambda year: asked.address("/browse", year=year)),
        citation=cite_list(request, told, asked.address("/browse")),
        **common(),
    )


def common() -> dict[str, Any]:
    """What the templates of lists and entries use besides."""
    return {
        "place": place,
        "field_name": shown.field_name,
        "kind_name": shown.kind_name,
        "formats": FORMATS,
        "said_how": said_how,
    }


def said_how(how: str) -> str:
    """How a search found a piece of the query, in the reader's language."""
    said = {"exact": gettext("ตรงชื่อ"), "alias": gettext("ชื่ออื่น"), "slip": gettext("สะกดใกล้เคียง"), "word": gettext("มีคำนี้")}
    return said.get(how, how)


def _narrowed(connection: Connection, asked: Asked, facets: dict[str, list[Any]]) -> list[tuple[str, str, str, str]]:
    """What the list is narrowed by: field, value, its label, and the address without it."""
    found = []
    for name in SEARCHED:
        value = getattr(asked, name)
        if value in {None, ""}:
            continue
        label = str(value)
        if name == "year":
            label = both_eras(value)
        elif name in _KINDS and ":" in label:
            named = shown.name_of(connection, label)
            label = named or label
        elif name in facets:
            label = next((each for given, each, _ in facets[name] if given == value), label)
        elif name == "state":
            label = state_name(label)
        found.append((name, str(value), label, asked.address("/browse", **{name: "" if name == "q" else None})))
    return found


def state_name(state: str) -> str:
    """The state of a conferral in the reader's language."""
    said = {"extracted": gettext("ยังไม่ได้ตรวจ"), "confirmed": gettext("ยืนยันแล้ว")}
    return said.get(state, state)


@router.get("/browse/{facet}")
def values(request: Request, facet: str) -> HTMLResponse:
    """All values of one facet with their counts, the commonest first, a hundred a page."""
    if facet not in FACETS:
        raise HTTPException(404)
    asked = Asked.of(request.query_params)
    within = Asked.of(request.query_params, page=1)
    first = (asked.page - 1) * _VALUES
    with reading(request) as connection:
        found = search(connection, within.query(limit=0, facets=first + _VALUES + 1))
        narrowed = _narrowed(connection, asked, found.facets)
    counted = found.facets[facet]
    return page(
        request,
        "browse/values.html",
        facet=facet,
        asked=asked,
        total=found.total,
        values=counted[first : first + _VALUES],
        more=len(counted) > first + _VALUES,
        citation=cite_list(
            request,
            " · ".join((shown.field_name(facet), *(label for _, _, label, _ in narrowed))),
            asked.address(f"/browse/{facet}"),
        ),
        **common(),
    )


@router.get("/export/{name}")
def export(request: Request, name: str) -> Response:
    """A list in one of the archive's formats, as a file that is sent while it is made; without parameters the whole archive."""
    form = FORMATS.get(name)
    if form is None:
        raise HTTPException(404)
    asked = Asked.of(request.query_params)
    try:
        return exported(request, form, lambda connection: chosen(connection, asked))
    except UnchangedError as error:
        return unchanged(error.tag)


@router.get("/id/{given:path}")
def resolve(request: Request, given: str) -> RedirectResponse:
    """From the URI of an entry in the archive's linked data to its page."""
    if given.startswith("article/"):
        # the path as it was sent: an article's id may itself hold a slash
        raw = request.scope.get("raw_path", b"").decode("ascii", "replace").partition("/id/article/")[2]
        outlet, _, own = raw.partition("/")
        with reading(request) as connection:
            number = shown.article_number(connection, "" if outlet == "-" else unquote(outlet), unquote(own))
        if number is None:
            raise HTTPException(404)
        return RedirectResponse(f"/article/{number}", status_code=303)
    return RedirectResponse(place(given), status_code=303)
