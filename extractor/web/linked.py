"""The stable address of every entry, its JSON-LD, and how it is cited."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import quote

from fastapi.responses import Response

from extractor.archive.exchange.linked import award_text
from extractor.web.context import settings
from extractor.web.language import gettext
from extractor.web.templating import both_eras

if TYPE_CHECKING:
    from starlette.requests import Request

    from extractor.archive.entries import Article, Authority, Conferral
    from extractor.web.settings import Settings

JSONLD = "application/ld+json"


def base(request: Request) -> str:
    """What stands before an id to make a URI of it; under each such URI the server leads to the entry's page."""
    return uris(settings(request))


def uris(told: Settings) -> str:
    """The same for a server that is started so: pages, exports, the API, OAI-PMH and reconciliation have it from here.

    >>> from types import SimpleNamespace
    >>> uris(SimpleNamespace(base_url="https://awards.example.org"))
    'https://awards.example.org/id/'
    """
    return f"{told.base_url.rstrip('/')}/id/"


def place(given: str) -> str:
    """The path of the page of a conferral or an authority.

    >>> place("organisation:moi-cdd"), place("c-4k2vabcdefghi")
    ('/organisation/moi-cdd', '/conferral/c-4k2vabcdefghi')
    """
    kind, _, own = given.partition(":")
    return f"/{quote(kind)}/{quote(own, safe='')}" if own else f"/conferral/{quote(given, safe='')}"


def wants_jsonld(request: Request) -> bool:
    """Whether who asks would rather have JSON-LD than a page, by the header `Accept`."""
    liked = {}
    for each in request.headers.get("accept", "").split(","):
        kind, _, rest = each.partition(";")
        weight = rest.partition("q=")[2].strip()
        try:
            liked[kind.strip().lower()] = float(weight) if weight else 1.0
        except ValueError:
            liked[kind.strip().lower()] = 0.0
    return liked.get(JSONLD, 0.0) > liked.get("text/html", 0.0)


def jsonld(text: str) -> Response:
    """A JSON-LD document."""
    return Response(text, media_type=JSONLD, headers={"Vary": "Accept"})


def negotiated(response: Response, data: str) -> Response:
    """The page of an entry, saying that its JSON-LD lies at `data` and that the same address gives it to whoever asks so."""
    response.headers["Vary"] += ", Accept"
    response.headers["Link"] = f'<{data}>; rel="alternate"; type="{JSONLD}"'
    return response


def cite_conferral(request: Request, found: Conferral) -> str:
    """One line that tells what a conferral is, where it stands and when it was looked up."""
    return _cited(
        request,
        award_text(found) + (f": {found.recipient or found.work}" if found.recipient or found.work else ""),
        place(found.id),
    )


def cite_authority(request: Request, found: Authority) -> str:
    """The same for the page of an award, a body, a person or a work."""
    return _cited(request, found.name, place(found.id))


def cite_article(request: Request, found: Article, path: str) -> str:
    """An article: who published it, its title and day, its own address, then where it stands here."""
    parts = [found.outlet, f"“{found.title or found.article_id}”", both_eras(found.published), found.url]
    return _cited(request, ". ".join(part for part in parts if part), path)


def cite_list(request: Request, told: str, address: str) -> str:
    """A list, by what it was narrowed to."""
    return _cited(request, told, address)


def _cited(request: Request, what: str, path: str) -> str:
    told = settings(request)
    today = both_eras(dt.datetime.now(dt.UTC).date().isoformat())
    return f"{what}. {gettext('ใน คลังรางวัล')} {told.name}. {told.base_url}{path} ({gettext('เข้าถึงเมื่อ')} {today})"
