"""Handing out: the archive, or what filters leave of it, in every format of the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation
from starlette.responses import Response, StreamingResponse

from extractor.archive.exchange import FORMATS
from extractor.archive.search import search
from extractor.version import __version__
from extractor.web.api import models
from extractor.web.api.answers import fresh
from extractor.web.api.asking import Filters  # noqa: TC001 - FastAPI reads the annotation
from extractor.web.context import settings
from extractor.web.exporting import export as exported

if TYPE_CHECKING:
    from sqlalchemy import Connection

router = APIRouter()

_ALL = 1_000_000_000
FormatName = Literal[
    "jsonld", "turtle", "quickstatements", "csv", "xlsx", "parquet", "arrow", "jsonl", "datasette", "label-studio", "doccano",
    "marcxml", "dublin-core",
]  # fmt: skip
_MEDIA: dict[str, dict[str, str]] = {each.media_type: {} for each in FORMATS.values()}


@router.get("/", response_model=models.Service, tags=["service"])
def service(request: Request) -> Response:
    """What answers here, and where its parts are."""
    told = settings(request)
    here = request.scope.get("root_path", "")
    parts = {name: f"{here}/{name}" for name in ("conferrals", "search", "facets", "authorities", "articles", "events", "doubts")}
    links = parts | {"extract": f"{here}/extract", "batch": f"{here}/extract/batch", "export": f"{here}/export/{{format}}"}
    links |= {"description": f"{here}/openapi.json", "oai": "/oai", "reconcile": "/reconcile"}
    fields = list(models.ExportFormat.model_fields)
    formats = tuple(models.ExportFormat(**{name: getattr(each, name) for name in fields}) for each in FORMATS.values())
    return fresh(request, models.Service(name=told.name, version=__version__, links=links, formats=formats))


@router.get(
    "/export/{form}",
    tags=["export"],
    response_class=StreamingResponse,
    responses={200: {"description": "A file of the format.", "content": _MEDIA}},
)
def export(request: Request, form: FormatName, asked: Annotated[Filters, Query()]) -> Response:
    """The archive, or the conferrals that the filters leave and what belongs to them, as a file of a format.

    It is sent while it is made. Two may be under way for each user or address; more are answered by `429`.
    """

    def chosen(connection: Connection) -> tuple[str, ...] | None:
        if asked.finds_all:
            return None
        return tuple(hit.id for hit in search(connection, asked.query(limit=_ALL)).hits)

    return exported(request, FORMATS[form], chosen)
