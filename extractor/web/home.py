"""The first page, the language switch and the help page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation

from extractor.web.context import known, page, settings, user
from extractor.web.language import COOKIE, LANGUAGES, cookie_name

router = APIRouter(include_in_schema=False)
_YEAR = 365 * 24 * 3600


@router.get("/")
def home(request: Request) -> RedirectResponse:
    """To the inbox for those who edit, else to where one browses."""
    found = user(request)
    first = next((each.path for each in request.app.state.navigation if found.may(each.role)), "/help")
    return RedirectResponse(first, status_code=303)


@router.post("/language")
def choose(request: Request, language: Annotated[str, Form()], then: Annotated[str, Form()] = "/") -> RedirectResponse:
    """Keep the language that the reader chose, for a year, and go back."""
    if language not in LANGUAGES:
        raise HTTPException(422)
    response = RedirectResponse(local(then), status_code=303)
    secure = settings(request).secure
    name = cookie_name(COOKIE, secure=secure)
    response.set_cookie(name, language, max_age=_YEAR, httponly=True, samesite="lax", secure=secure)
    return response


@router.get("/help")
def help_(request: Request) -> HTMLResponse:
    """What the workbench is for and how it is used; open to everybody."""
    return page(request, "help.html", who=known(request))


def local(address: str) -> str:
    r"""The address if it is one of this server's, else the first page.

    >>> local("/award/x?page=2"), local("//elsewhere.example"), local("https://elsewhere.example"), local("/\\elsewhere")
    ('/award/x?page=2', '/', '/', '/')
    """
    fine = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if fine else "/"
