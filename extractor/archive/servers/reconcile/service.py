"""Answers the requests of the reconciliation service over HTTP."""

from __future__ import annotations

import html
import logging
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from extractor.archive.database import reading
from extractor.archive.incoming import storable
from extractor.archive.servers.arguments import arguments
from extractor.archive.servers.reconcile.asked import KINDS, TYPES, AskedError, extension, queries
from extractor.archive.servers.reconcile.candidates import candidates, holding
from extractor.archive.servers.reconcile.properties import PROPERTIES, cells, extended, known, properties_of, today
from extractor.archive.tables import Authority
from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine
    from starlette.requests import Request

    Answer = Callable[[Connection, "Service", dict[str, str]], Response]

_LOG = logging.getLogger(__name__)
_MOST = 2_000_000  # bytes of a form: a hundred queries with all that is known beside them
_SUGGESTED = 10
_FURTHEST = 10_000
_CORS = {"Access-Control-Allow-Origin": "*"}  # any page may ask: what is served is public, and nothing is kept of who asks
_PREFLIGHT = _CORS | {"Access-Control-Allow-Methods": "GET, POST, OPTIONS", "Access-Control-Allow-Headers": "*"}
_PREVIEW = (430, 220)  # pixels


@dataclass(frozen=True, slots=True)
class Service:
    """What the service tells of itself: its name, and the address of its root; `base` makes a URI of an id."""

    name: str
    url: str
    base: str


def routes(engine: Engine, service: Service, path: str = "/reconcile") -> list[Route]:
    """The routes of the service below `path`, for GET and POST, each open to pages of any origin."""
    answers: dict[str, Answer] = {
        "": _root,
        "/suggest/entity": _entities,
        "/suggest/type": _types,
        "/suggest/property": _properties,
        "/flyout/entity": _flyout,
        "/flyout/type": _flyout_named,
        "/flyout/property": _flyout_named,
        "/properties": _proposed,
        "/preview": _preview,
    }
    return [
        Route(path + piece, _endpoint(engine, service, answer), methods=["GET", "POST", "OPTIONS"])
        for piece, answer in answers.items()
    ]


def _endpoint(engine: Engine, service: Service, answer: Answer) -> Callable[[Request], Any]:
    async def respond(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        try:
            asked = {name: storable(value) for name, value in await arguments(request, _MOST)}
            return await run_in_threadpool(read, asked)
        except AskedError as error:
            return _told({"error": str(error)}, 400)
        except HTTPException as error:
            return _told({"error": error.detail}, error.status_code)
        except ArchiveError as error:  # the one who asks is told no more than that it failed
            _LOG.error("%s", error)
            return _told({"error": "the archive cannot be read now; try again later"}, 503)

    def read(asked: dict[str, str]) -> Response:
        with reading(engine) as connection:
            return answer(connection, service, asked)

    return respond


def _told(value: object, status: int = 200) -> JSONResponse:
    return JSONResponse(value, status, headers=_CORS)


# ── the root: manifest, queries, extension ─────────────────────────────────────────────────────────────────────────────


def _root(connection: Connection, service: Service, asked: dict[str, str]) -> Response:
    if "queries" in asked:
        return _told(_reconciled(connection, asked["queries"]))
    if "extend" in asked:
        return _told(extended(connection, extension(asked["extend"])))
    return _told(manifest(service))


def manifest(service: Service) -> dict[str, Any]:
    """What the service is and where its parts are."""

    def suggest(what: str) -> dict[str, str]:
        return {
            "service_url": service.url,
            "service_path": f"/suggest/{what}",
            "flyout_service_url": service.url,
            "flyout_service_path": f"/flyout/{what}?id=${{id}}",
        }

    width, height = _PREVIEW
    return {
        "versions": ["0.2"],
        "name": service.name,
        "identifierSpace": service.base,
        "schemaSpace": f"{service.base}schema:",
        "defaultTypes": [_type(kind) for kind in TYPES],
        "view": {"url": f"{service.url}/preview?id={{{{id}}}}"},
        "preview": {"url": f"{service.url}/preview?id={{{{id}}}}", "width": width, "height": height},
        "suggest": {what: suggest(what) for what in ("entity", "type", "property")},
        "extend": {
            "propose_properties": {"service_url": service.url, "service_path": "/properties"},
            "property_settings": [
                {
                    "name": "limit",
                    "label": "จำนวนค่ามากที่สุด (most values)",
                    "type": "number",
                    "default": 0,
                    "help_text": "0: ทั้งหมด (all)",
                }
            ],
        },
    }


def _type(kind: str) -> dict[str, str]:
    return {"id": kind, "name": TYPES.get(kind, kind)}


def _reconciled(connection: Connection, said: str) -> dict[str, Any]:
    batch = queries(said, lru_cache(maxsize=None)(lambda given: _name_of(connection, given)))
    results = list(candidates(connection, batch.values()))
    entries = known(connection, [one.id for some in results for one in some], ("name",)).entries
    return {
        key: {
            "result": [
                {
                    "id": one.id,
                    "name": entries[one.id].name,
                    "type": [_type(entries[one.id].kind)],
                    "score": one.score,
                    "match": one.match,
                    "features": [{"id": "likeness", "value": one.likeness}],
                }
                for one in some
                if one.id in entries
            ]
        }
        for key, some in zip(batch, results, strict=True)
    }


def _name_of(connection: Connection, given: str) -> str | None:
    now = today(connection, [given]).get(given)
    return None if now is None else connection.execute(select(Authority.name).where(Authority.id == now)).scalar()


# ── suggestions ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _cursor(asked: dict[str, str]) -> int:
    given = asked.get("cursor") or "0"
    if not given.isdecimal() or len(given) > 9:
        raise AskedError("cursor must be a number, 0 or more")
    return min(int(given), _FURTHEST)


def _prefix(asked: dict[str, str]) -> str:
    if "prefix" not in asked:
        raise AskedError("prefix is missing; give the letters that were typed")
    return " ".join(asked["prefix"].split())[:200]


def _entities(connection: Connection, _service: Service, asked: dict[str, str]) -> Response:
    first = _cursor(asked)
    ids = holding(connection, _prefix(asked), KINDS, first + _SUGGESTED)[first:]
    held = known(connection, ids, ("parent",))
    found = []
    for given in ids:
        entry = held.entries[given]
        beside = [TYPES[entry.kind], held.names.get(entry.parent or ""), entry.province]
        about = " · ".join(piece for piece in beside if piece)
        found.append({"id": given, "name": entry.name, "description": about, "notable": [_type(entry.kind)]})
    return _told({"result": found})


def _types(_connection: Connection, _service: Service, asked: dict[str, str]) -> Response:
    return _told({"result": _among(TYPES, asked)})


def _properties(_connection: Connection, _service: Service, asked: dict[str, str]) -> Response:
    return _told({"result": _among(PROPERTIES, asked)})


def _among(named: dict[str, str], asked: dict[str, str]) -> list[dict[str, str]]:
    piece, first = _prefix(asked).casefold(), _cursor(asked)
    found = [{"id": given, "name": name} for given, name in named.items() if piece in given or piece in name.casefold()]
    return found[first : first + _SUGGESTED]


def _proposed(_connection: Connection, _service: Service, asked: dict[str, str]) -> Response:
    kind = asked.get("type") or None
    most = asked.get("limit") or "0"
    if not most.isdecimal() or len(most) > 9:
        raise AskedError("limit must be a number, 0 or more")
    ids = properties_of(kind)
    told: dict[str, Any] = {
        "properties": [{"id": one, "name": PROPERTIES[one]} for one in (ids[: int(most)] if int(most) else ids)]
    }
    if kind is not None:
        told["type"] = kind
    if int(most):
        told["limit"] = int(most)
    return _told(told)


# ── pages ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

_STYLE = "body{font:15px/1.5 sans-serif;margin:8px}h1{font-size:17px;margin:0 0 4px}dt{color:#555}dd{margin:0 0 4px}"


def _preview(connection: Connection, _service: Service, asked: dict[str, str]) -> Response:
    body = _about(connection, asked.get("id", ""))
    page = (
        '<!doctype html><html lang="th"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>preview</title>'
        f"<style>{_STYLE}</style></head><body>{body or '<p>ไม่พบ (nothing has this id)</p>'}</body></html>"
    )
    headers = _CORS | {
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(page, 200 if body else 404, headers, media_type="text/html")


def _flyout(connection: Connection, _service: Service, asked: dict[str, str]) -> Response:
    given = asked.get("id", "")
    body = _about(connection, given)
    return _told({"id": given, "html": body}) if body else _told({"error": f"nothing has the id {given[:200]!r}"}, 404)


def _flyout_named(_connection: Connection, _service: Service, asked: dict[str, str]) -> Response:
    given = asked.get("id", "")
    name = (TYPES | PROPERTIES).get(given)
    if name is None:
        return _told({"error": f"nothing has the id {given[:200]!r}"}, 404)
    return _told({"id": given, "html": f"<p>{html.escape(name)}</p>"})


def _about(connection: Connection, given: str) -> str:
    """An entity in a few lines of HTML, every value escaped; empty for an unknown id."""
    now = today(connection, [given]).get(given)
    held = known(connection, [now] if now else [])
    if now is None or now not in held.entries or held.entries[now].kind not in TYPES:
        return ""
    lines = [f"<h1>{html.escape(held.entries[now].name)}</h1><dl>"]
    for name in properties_of(held.entries[now].kind):
        said = [str(next(iter(reversed(cell.values())))) for cell in cells(held, now, name, 5)]
        if said and name != "name":
            lines.append(f"<dt>{html.escape(PROPERTIES[name])}</dt><dd>{html.escape(' · '.join(said))}</dd>")
    return "".join([*lines, "</dl>"])
