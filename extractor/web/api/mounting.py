"""Puts the API together, and into the workbench's application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Depends, FastAPI

from extractor.archive.servers import oai, reconcile
from extractor.version import __version__
from extractor.web import guards
from extractor.web.api import deciding, description, doubting, extraction, handing, looking, problems
from extractor.web.context import require
from extractor.web.linked import uris

if TYPE_CHECKING:
    from extractor.web.settings import Settings

_ABOUT = """Reads an archive of Thai award news, corrects it, and extracts texts.

Lists come a page at a time: `next`, and the header `Link`, lead to the page after. Filters are the search's facets.
Every answer has an `ETag`; `If-None-Match` spares what is known already, `If-Match` guards a change.
Years are CE, times UTC, offsets count characters (code points). Problems are told as RFC 9457 has it."""


def mount(app: FastAPI, settings: Settings) -> None:
    """Serve the API at `/api/v1`, OAI-PMH at `/oai` and reconciliation at `/reconcile`, to those who may read."""
    app.mount("/api/v1", api(app, settings))
    address = settings.base_url.rstrip("/")
    repository = oai.Repository(settings.name, f"{address}/oai", settings.email, uris(settings))
    oai.check(repository)
    service = reconcile.Service(settings.name, f"{address}/reconcile", uris(settings))
    app.router.routes.extend([*oai.routes(settings.engine, repository), *reconcile.routes(settings.engine, service)])


def api(app: FastAPI, settings: Settings) -> FastAPI:
    """The API over one archive; how often something may be asked for is counted with the rest of the workbench."""
    made = FastAPI(
        title="Thai awards",
        summary="Thai award news as records",
        description=_ABOUT,
        version=__version__,
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(guards.no_forgery), Depends(require("reader"))],
        strict_content_type=True,
        redirect_slashes=False,
    )
    made.state.settings = settings
    made.state.rates = app.state.rates
    made.state.exports = app.state.exports
    made.state.extractions = app.state.extractions
    for area in (looking, deciding, doubting, handing, extraction):
        made.include_router(area.router)
    problems.install(made)
    description.describe(made)
    return made
