"""Signing in and out, one's own password, and the users as administrators see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Form, HTTPException
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation

from extractor.errors import ArchiveError
from extractor.web import users
from extractor.web.context import User, notice, page, reading, require, settings, user, writing
from extractor.web.guards import SIGN_IN, address_of, checked
from extractor.web.home import local
from extractor.web.language import gettext

if TYPE_CHECKING:
    from extractor.web.settings import Settings

router = APIRouter(include_in_schema=False)


def _demanded(request: Request) -> Settings:
    told = settings(request)
    if not told.demand_users:
        raise HTTPException(404)
    return told


def _own(request: Request) -> User:
    """A dependency: somebody who has signed in, and not a visitor who may but read."""
    _demanded(request)
    who = user(request)
    if not who.name:
        raise HTTPException(401)
    return who


@router.get("/sign-in")
def form(request: Request, then: str = "/") -> HTMLResponse:
    """The form to sign in, which leads on to `then`."""
    _demanded(request)
    return page(request, "signing/sign_in.html", then=local(then), name="", failed=None)


@router.post("/sign-in", response_model=None)
def sign_in(
    request: Request,
    name: Annotated[str, Form(max_length=200)],
    password: Annotated[str, Form(max_length=2000)],
    then: Annotated[str, Form()] = "/",
) -> HTMLResponse | RedirectResponse:
    """Sign in; the session begins anew, so that what was known of it before is of no use."""
    told = _demanded(request)
    found, wait = checked(request, name, password)
    if wait:
        again = gettext("ลองบ่อยเกินไป โปรดรอ %(seconds)s วินาที") % {"seconds": wait}
        response = page(request, "signing/sign_in.html", status=429, then=local(then), name=name, failed=again)
        response.headers["Retry-After"] = str(wait)
        return response
    if found is None:
        wrong = gettext("ชื่อหรือรหัสผ่านไม่ถูกต้อง")
        return page(request, "signing/sign_in.html", status=401, then=local(then), name=name, failed=wrong)
    with writing(request) as connection:
        token = users.begin(connection, found, told.session_hours, address_of(request))
    request.session.clear()
    request.session[SIGN_IN] = token
    return RedirectResponse(local(then), status_code=303)


@router.post("/sign-out")
def sign_out(request: Request, who: Annotated[User, Depends(require("reader"))]) -> RedirectResponse:
    """Sign out this browser; what it held counts no longer."""
    _demanded(request)
    with writing(request) as connection:
        users.end(connection, request.session.get(SIGN_IN, ""), who, address_of(request))
    request.session.clear()
    return RedirectResponse("/sign-in", status_code=303, headers={"Clear-Site-Data": '"cache", "storage"'})


@router.get("/account")
def account(request: Request, _who: Annotated[User, Depends(_own)]) -> HTMLResponse:
    """Who one is, and the form to change one's password."""
    return page(request, "signing/account.html", failed=None, shortest=users.SHORTEST)


@router.post("/account", response_model=None)
def change_password(
    request: Request,
    who: Annotated[User, Depends(_own)],
    old: Annotated[str, Form(max_length=2000)],
    new: Annotated[str, Form(max_length=2000)],
) -> HTMLResponse | RedirectResponse:
    """Change one's password, which signs one out everywhere else."""
    told = settings(request)
    rates = request.app.state.rates
    failed = None
    with reading(request) as connection:
        if rates.left("sign-in", f"name {who.name}"):
            failed = gettext("ขอถี่เกินไป โปรดรอสักครู่")
        elif users.checked(connection, who.name, old) is None:
            rates.wait("sign-in", f"name {who.name}")
            failed = gettext("รหัสผ่านเดิมไม่ถูกต้อง")
    if failed is None:
        try:
            with writing(request) as connection:
                users.change_password(connection, who.name, new, by=who.name, address=address_of(request))
                token = users.begin(connection, who, told.session_hours, address_of(request))
        except ArchiveError as error:
            if error.database is not None:
                raise
            failed = gettext("รหัสผ่านใหม่สั้นไป ยาวไป หรือเดาง่ายไป")
    if failed is not None:
        return page(request, "signing/account.html", status=422, failed=failed, shortest=users.SHORTEST)
    request.session.clear()
    request.session[SIGN_IN] = token
    notice(request, gettext("เปลี่ยนรหัสผ่านแล้ว"))
    return RedirectResponse("/account", status_code=303)


@router.get("/users")
def listed(request: Request, _who: Annotated[User, Depends(require("admin"))]) -> HTMLResponse:
    """The users and the newest lines of the audit log, for administrators."""
    _demanded(request)
    with reading(request) as connection:
        found, noted = users.listed(connection), users.audit(connection)
    return page(request, "signing/users.html", users=found, audit=noted)
