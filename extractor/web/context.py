"""What every page uses: the archive, who asks, the page itself, and what is said to the reader.

A page is an ordinary function (`def`, so that it waits for the database beside the others):

    @router.get("/award/{given}")
    def award(request: Request, given: str) -> HTMLResponse:
        with reading(request) as connection:
            found = …
        return page(request, "browse/award.html", award=found)

    @router.post("/conferral/{given}/confirm")
    def confirm(request: Request, given: str, who: Annotated[User, Depends(require("editor"))]) -> HTMLResponse:
        with writing(request) as connection:
            decisions.confirm(connection, given, who=who.name)
        notice(request, gettext("ยืนยันแล้ว"))
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from fastapi import HTTPException
from fastapi.responses import HTMLResponse
from markupsafe import Markup
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation

from extractor.archive import database
from extractor.web.language import current, gettext
from extractor.web.templating import environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from extractor.web.rates import Kind
    from extractor.web.settings import Settings

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""What users may do, each what those before it may too: read; decide and bring in; manage users."""

_CSRF, _NOTICES = "csrf", "notices"
_MOST_NOTICES = 5


@dataclass(frozen=True, slots=True)
class User:
    """Who asks: the `name` that decisions carry, and the `role`."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether the role allows what `role` does.

        >>> User("อร", "editor").may("reader"), User("อร", "editor").may("admin")
        (True, False)
        """
        return ROLES.index(self.role) >= ROLES.index(role)


VISITOR = User("", "reader")
"""Who is not signed in where everybody may read."""


def settings(request: Request) -> Settings:
    """What the application was started with."""
    found: Settings = request.app.state.settings
    return found


def reading(request: Request) -> AbstractContextManager[Connection]:
    """A connection that sees the archive as it stood at one moment.

    Raises:
        ArchiveError: the database failed.
    """
    return database.reading(settings(request).engine)


def writing(request: Request) -> AbstractContextManager[Connection]:
    """A connection in one transaction, kept when the block ends well and undone else; others who would write wait.

    Raises:
        ArchiveError: the database failed; nothing was changed.
    """
    return database.writing(settings(request).engine)


def user(request: Request) -> User:
    """Who asks; on this machine without users the one person, who may do everything.

    Raises:
        HTTPException: 401, nobody is signed in.
    """
    found = known(request)
    if found is None:
        raise HTTPException(401, gettext("ต้องลงชื่อเข้าใช้ก่อน"))
    return found


def known(request: Request) -> User | None:
    """Who asks, or None where nobody is signed in and only users may read."""
    told = settings(request)
    if not told.demand_users:
        return User(told.person, "admin")
    found: User | None = getattr(request.state, "user", None)
    return found or (VISITOR if told.public else None)


def require(role: Role) -> Callable[[Request], User]:
    """A dependency of FastAPI that lets those pass who may do what `role` does, and gives the user.

    What it lets in raises HTTPException: 401 for one who is not signed in, 403 for one who may not.
    """

    def allowed(request: Request) -> User:
        found = user(request)
        if found.may(role):
            return found
        if not found.name:
            raise HTTPException(401, gettext("ต้องลงชื่อเข้าใช้ก่อน"))
        raise HTTPException(403, gettext("บัญชีของท่านไม่มีสิทธิ์ทำสิ่งนี้"))

    return allowed


def limit(request: Request, kind: Kind) -> None:
    """Count one more request for what is bounded by time: of the user, or where nobody is signed in of the address.

    Raises:
        HTTPException: 429, it was too many; the header `Retry-After` has the seconds to wait.
    """
    found = known(request)
    who = found.name if found and found.name else request.client.host if request.client else ""
    wait = request.app.state.rates.wait(kind, who)
    if wait:
        raise HTTPException(429, gettext("ขอถี่เกินไป โปรดรอสักครู่"), headers={"Retry-After": str(wait)})


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:  # noqa: ANN401 - what pages show
    """A page, or for htmx a part of one: `template` filled with `values`.

    Templates have besides: `user` (None where nobody is signed in), `language`, `csrf()`, `csrf_token()`, `notices()`,
    `navigation`, `archive` (its name), `path`, `static(name)`. A part that htmx swaps in brings what is to be noticed along.
    """
    told = settings(request)
    given = {
        "user": known(request),
        "users_demanded": told.demand_users,
        "archive": told.name,
        "language": current.get(),
        "navigation": request.app.state.navigation,
        "path": request.url.path,
        "address": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "csrf": lambda: Markup('<input type="hidden" name="csrf" value="{}">').format(csrf_token(request)),
        "csrf_token": lambda: csrf_token(request),
        "notices": lambda: _noticed(request),
    }
    text = environment().get_template(template).render(given | values)
    if "hx-request" in request.headers and request.session.get(_NOTICES):
        text += environment().get_template("notices.html").render(given | {"apart": True})
    return HTMLResponse(text, status_code=status, headers={"Vary": "Cookie, HX-Request"})


def notice(request: Request, text: str, *, kind: Literal["done", "warning"] = "done") -> None:
    """Say something to the reader on the next page, or beside the part of one that htmx swaps in."""
    request.session[_NOTICES] = [*request.session.get(_NOTICES, []), [kind, text[:300]]][-_MOST_NOTICES:]


def _noticed(request: Request) -> list[list[str]]:
    if _NOTICES not in request.session:
        return []
    found: list[list[str]] = request.session.pop(_NOTICES)
    return found


def csrf_token(request: Request) -> str:
    """The token that the session's forms carry."""
    found: str | None = request.session.get(_CSRF)
    if found is None:
        found = request.session[_CSRF] = secrets.token_urlsafe(24)
    return found


def checked_csrf(request: Request, given: str) -> bool:
    """Whether `given` is the session's token."""
    return secrets.compare_digest(given.encode(), request.session.get(_CSRF, secrets.token_urlsafe(24)).encode())
