"""Handing out: the archive, or what filters leave of it, in every format of the archive."""

from __future__ import annotations

import tempfile
from typing import IO, TYPE_CHECKING, Annotated, BinaryIO, Literal, cast

from fastapi import APIRouter, Query
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation
from starlette.responses import Response, StreamingResponse

from extractor.archive.browse import ArchiveSnapshot
from extractor.archive.exchange import FORMATS
from extractor.archive.search import search
from extractor.version import __version__
from extractor.web.api import models
from extractor.web.api.answers import KEPT, archive_tag, fresh, unless_had
from extractor.web.api.asking import Filters  # noqa: TC001 - FastAPI reads the annotation
from extractor.web.api.extraction import BusyError
from extractor.web.context import reading, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

router = APIRouter()

_IN_MEMORY = 4_000_000  # bytes of an export that is not yet written to a file
_PIECE = 256 * 1024  # bytes
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
    parts = {name: f"{here}/{name}" for name in ("conferrals", "search", "facets", "authorities", "articles", "events")}
    links = parts | {"extract": f"{here}/extract", "export": f"{here}/export/{{format}}"}
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
    """The archive, or the conferrals that the filters leave and what belongs to them, as a file of a format."""
    chosen = FORMATS[form]
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed when it is sent
    try:
        with reading(request) as connection:
            stands = unless_had(request, archive_tag(connection, request))
            ids = None
            if not asked.finds_all:
                ids = tuple(hit.id for hit in search(connection, asked.query(limit=_ALL)).hits)
            with request.app.state.exports.one():
                chosen.write(ArchiveSnapshot(connection, settings(request).name, chosen=ids), cast("BinaryIO", file))
    except BusyError as error:
        file.close()
        raise HTTPException(503, "other exports are being written; try again later", {"Retry-After": "10"}) from error
    except BaseException:
        file.close()
        raise
    size = file.tell()
    file.seek(0)
    name = f"awards{chosen.suffix}"
    headers = {"ETag": stands, "Content-Length": str(size), "Content-Disposition": f'attachment; filename="{name}"'} | KEPT
    return StreamingResponse(_pieces(file), 200, headers, chosen.media_type, BackgroundTask(file.close))


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece
