"""Puts the application together: what stands before all pages, then the areas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from extractor.errors import ExtractorError
from extractor.version import __version__
from extractor.web import api, browse, guards, home, inbox, learning, pairs, records, review, signing
from extractor.web.api.extraction import Extractions
from extractor.web.api.heads import Heads
from extractor.web.exporting import Exports
from extractor.web.language import cookie_name
from extractor.web.rates import Rates
from extractor.web.review.presence import Presence

if TYPE_CHECKING:
    from fastapi import APIRouter

    from extractor.web.context import Role
    from extractor.web.settings import Settings


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the navigation leads to; `name` is Thai, `role` who sees it."""

    path: str
    name: str
    role: Role


PLACES = (
    Place("/inbox", "ข่าวเข้า", "editor"),
    Place("/pairs", "คู่ที่สงสัย", "editor"),
    Place("/learning", "เรียนรู้", "editor"),
    Place("/browse", "ค้นดู", "reader"),
    Place("/users", "ผู้ใช้", "admin"),
    Place("/help", "วิธีใช้", "reader"),
)

AREAS: tuple[APIRouter, ...] = (
    home.router,
    browse.router,
    records.router,
    pairs.router,
    learning.router,
    signing.router,
    inbox.router,
    review.router,
)  # fmt: skip


def create_app(settings: Settings) -> FastAPI:
    """The application over one archive, as the settings have it."""
    app = FastAPI(
        title="Thai awards",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,  # pages are for people; the API has its own description
        dependencies=[Depends(guards.no_forgery)],
        middleware=[
            Middleware(guards.Headers, secure=settings.secure),
            Middleware(TrustedHostMiddleware, allowed_hosts=settings.hosts, www_redirect=False),
            Middleware(guards.Language),
            Middleware(guards.Bounds, most_bytes=settings.most_bytes),
            Middleware(
                SessionMiddleware,
                secret_key=settings.secret,
                session_cookie=cookie_name("session", secure=settings.secure),
                max_age=settings.session_hours * 3600,
                same_site="lax",
                https_only=settings.secure,
            ),
            Middleware(guards.Errors),
            Middleware(guards.Access),
            Middleware(Heads),
        ],
        exception_handlers={
            HTTPException: guards.on_http,
            RequestValidationError: guards.on_invalid,
            ExtractorError: guards.on_error,
        },
    )
    app.state.settings = settings
    app.state.rates = Rates(settings)
    app.state.present = Presence(settings.engine)
    app.state.exports = Exports()
    app.state.extractions = Extractions(seconds=settings.seconds)
    paths = {getattr(route, "path", "") for router in AREAS for route in router.routes}
    app.state.navigation = tuple(
        place for place in PLACES if place.path in paths and (settings.demand_users or place.path != "/users")
    )
    for router in AREAS:
        app.include_router(router)
    api.mount(app, settings)
    app.mount("/static", StaticFiles(packages=[("extractor.web", "static")]), name="static")
    return app
