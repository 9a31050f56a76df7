"""Serves an archive to other programs over HTTP: OAI-PMH to harvesters at `/oai`, reconciliation at `/reconcile`.

It only reads. Each request sees the archive as it stood at one moment; what is imported meanwhile is seen by the next.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse

from extractor.archive.entries import BASE
from extractor.archive.servers import oai, reconcile
from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from starlette.requests import Request

_LOG = logging.getLogger(__name__)


def application(engine: Engine, *, name: str, base_url: str, email: str, base: str = BASE) -> Starlette:
    """The web application over an archive.

    Args:
        engine: the archive, as `open_archive` gives it.
        name: what the archive is called.
        base_url: the address at which others reach the server, without a path's end: `https://awards.example.org`.
        email: whom those who harvest may write to.
        base: before an id it makes a URI of it.

    Raises:
        ArchiveError: `base_url` or `email` is none.
    """
    address = base_url.rstrip("/")
    repository = oai.Repository(name, f"{address}/oai", email, base)
    oai.check(repository)
    service = reconcile.Service(name, f"{address}/reconcile", base)
    routes = [*oai.routes(engine, repository), *reconcile.routes(engine, service)]
    return Starlette(routes=routes, exception_handlers={ArchiveError: _unread})


async def _unread(_request: Request, error: Exception) -> PlainTextResponse:
    """Tells the one who asks no more than that it failed, and the one who serves why."""
    _LOG.error("%s", error)
    return PlainTextResponse("the archive cannot be read now; try again later\n", status_code=503)
