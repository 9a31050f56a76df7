"""What stands before all pages, from the outside in: headers, bounds, the language, forged forms, and what is said of errors."""

from __future__ import annotations

import base64
import logging
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from fastapi import HTTPException
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from extractor.errors import ArchiveError, ExtractorError, InputError, UnknownIdError
from extractor.web import sentences, users
from extractor.web.context import checked_csrf, page, reading, settings, writing
from extractor.web.language import COOKIE, LANGUAGES, cookie_name, current, gettext

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from extractor.web.context import User

_LOG = logging.getLogger(__name__)
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
API = "/api/"
"""Where programs ask: what is answered there is JSON."""
SIGN_IN = "sign_in"
"""Where a session holds the token of its sign-in."""

_PROGRAMS = (API, "/oai", "/reconcile")
_OPEN = frozenset({"/sign-in", "/help", "/language"})
CHALLENGE = {"WWW-Authenticate": 'Basic realm="archive", charset="UTF-8", Bearer realm="archive"'}

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page may load and do (Content-Security-Policy): nothing but what comes from this server."""

_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_FRAMED = "/reconcile/preview"
_FRAMING = {"Content-Security-Policy", "X-Frame-Options"}
"""What the page that OpenRefine shows in a frame of its own says for itself: it holds names as text, and no script."""
_FOR_GOOD = "public, max-age=31536000, immutable"


class Headers:
    """Adds to every answer what tells browsers to be strict, and to keep nothing but the files that never change."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self.app = app
        self.more = _HEADERS | ({"Strict-Transport-Security": "max-age=31536000"} if secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        for_good = scope["path"].startswith("/static/") and b"v=" in scope["query_string"]

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.more.items():
                    if name not in _FRAMING or scope["path"] != _FRAMED:
                        headers[name] = value
                headers.setdefault("Cache-Control", _FOR_GOOD if for_good and message["status"] == 200 else "no-store")
            await send(message)

        await self.app(scope, receive, sent)


class Bounds:
    """Refuses a request of more bytes than are taken, by its own word or when they have come."""

    def __init__(self, app: ASGIApp, *, most_bytes: int) -> None:
        self.app = app
        self.most = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        length = dict(scope["headers"]).get(b"content-length", b"0")
        if not length.isdigit() or int(length) > self.most:
            await PlainTextResponse("too large\n", status_code=413, headers={"Connection": "close"})(scope, receive, send)
            return
        came = 0

        async def received() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > self.most:
                raise HTTPException(413, gettext("ข้อมูลที่ส่งมาใหญ่เกินไป"))
            return message

        await self.app(scope, received, send)


class Language:
    """Answers in the language that the reader chose."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        chosen = request.cookies.get(cookie_name(COOKIE, secure=settings(request).secure), "th")
        token = current.set(next((language for language in LANGUAGES if language == chosen), "th"))
        try:
            await self.app(scope, receive, send)
        finally:
            current.reset(token)


class Access:
    """Finds out who asks, and lets nobody on who is not known, but to the pages by which one becomes so.

    A browser holds the token of its sign-in in its session; programs send a token of their own (`extractor users token`), or
    name and password (HTTP Basic), with each request to the API, the harvesters' and the reconciliation service.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        told = scope["app"].state.settings
        if scope["type"] != "http" or not told.demand_users or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            request.state.user = await _who(request)
        except HTTPException as error:
            await (await on_http(request, error))(scope, receive, send)
            return
        await self.app(scope, receive, send)


async def _who(request: Request) -> User | None:
    token, given = request.session.get(SIGN_IN) or _bearer(request), _credentials(request)
    found = await run_in_threadpool(_by_token, request, token) if token else None
    if found is None and given is not None:
        found = await run_in_threadpool(_by_password, request, *given)
    if found is None and not settings(request).public and request.url.path not in _OPEN:
        raise HTTPException(401, gettext("ต้องลงชื่อเข้าใช้ก่อน"))
    return found


def _by_token(request: Request, token: str) -> User | None:
    with reading(request) as connection:
        return users.signed_in(connection, token)


def _by_password(request: Request, name: str, password: str) -> User | None:
    found, wait = checked(request, name, password)
    if wait:
        raise HTTPException(429, gettext("ขอถี่เกินไป โปรดรอสักครู่"), headers={"Retry-After": str(wait)})
    return found


def checked(request: Request, name: str, password: str) -> tuple[User | None, int]:
    """The user of this name and password, or None, and the seconds to wait where there were too many tries to look at all.

    A wrong password counts as a try, for the address and for the name, and stands in the audit log.
    """
    address = address_of(request)
    rates = request.app.state.rates
    tried = (f"address {address}", f"name {name}")
    if wait := max(rates.left("sign-in", who) for who in tried):
        return None, wait
    with reading(request) as connection:
        found = users.checked(connection, name, password)
    if found is None:
        for who in tried:
            rates.wait("sign-in", who)
        with writing(request) as connection:
            users.failed(connection, name, address)
    return found, 0


def _bearer(request: Request) -> str | None:
    """The token that a program sends."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    return given.strip() if scheme.lower() == "bearer" and request.url.path.startswith(_PROGRAMS) else None


def _credentials(request: Request) -> tuple[str, str] | None:
    """Name and password of HTTP Basic, where programs ask."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic" or not request.url.path.startswith(_PROGRAMS):
        return None
    try:
        name, colon, password = base64.b64decode(given, validate=True).decode().partition(":")
    except ValueError:
        return None
    return (name, password) if colon else None


def address_of(request: Request) -> str:
    """The network address of who asks."""
    return request.client.host if request.client else ""


class Errors:
    """Answers what no page has foreseen without telling why; the reason goes to the log."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, sent)
        except Exception:
            if scope["type"] != "http" or begun:
                raise
            request = Request(scope, receive)
            _LOG.exception("%s %s", request.method, request.url.path)
            await refusal(request, 500, gettext("เกิดข้อผิดพลาดในระบบ ไม่มีอะไรถูกเปลี่ยน"))(scope, receive, send)


async def no_forgery(request: Request) -> None:
    """A dependency of all pages: what changes something comes from a page of this session.

    A form carries the session's token, htmx sends it as a header. Programs send JSON to the API, which a browser sends to
    another site only by leave of it, and none is given.

    Raises:
        HTTPException: 403, the token is missing or another session's.
    """
    if request.method in _SAFE:
        return
    origin = request.headers.get("origin")
    if origin is not None and not _same(request, origin):
        raise HTTPException(403, gettext("คำขอนี้มาจากเว็บไซต์อื่น"))
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.url.path.startswith(API) and (kind == "application/json" or not kind):
        if origin is None and request.headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
            raise HTTPException(403, gettext("คำขอนี้มาจากเว็บไซต์อื่น"))
        return
    given = request.headers.get("x-csrf-token")
    if given is None and kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        told = settings(request)
        form = await request.form(max_files=told.most_files, max_part_size=told.most_bytes)
        given = str(form.get("csrf", ""))
    if not given or not checked_csrf(request, given):
        raise HTTPException(403, gettext("แบบฟอร์มหมดอายุแล้ว โปรดโหลดหน้าใหม่แล้วลองอีกครั้ง"))


def _same(request: Request, origin: str) -> bool:
    return urlsplit(origin).netloc in {request.headers.get("host"), urlsplit(settings(request).base_url).netloc}


def refusal(request: Request, status: int, text: str) -> Response:
    """What is answered where nothing else can be: JSON to programs, a line to htmx, a page to people."""
    if request.url.path.startswith(API):
        told = {"type": "about:blank", "title": text, "status": status}
        return JSONResponse(told, status_code=status, media_type="application/problem+json")
    if "hx-request" in request.headers:
        return PlainTextResponse(text, status_code=status)
    return page(request, "error.html", status=status, code=status, text=text)


async def on_http(request: Request, error: Exception) -> Response:
    """Answers an HTTPException; whoever has to sign in first is led there."""
    assert hasattr(error, "status_code")
    status: int = error.status_code
    detail = str(getattr(error, "detail", ""))
    headers: dict[str, str] = getattr(error, "headers", None) or {}
    if status == 401 and request.url.path.startswith(_PROGRAMS):
        headers = headers | CHALLENGE
    elif status == 401:
        place = (
            "/sign-in?then=" + quote(str(request.url).removeprefix(str(request.base_url).rstrip("/")), safe="/")
            if request.method == "GET"
            else "/sign-in"
        )
        if "hx-request" in request.headers:
            return Response(status_code=401, headers={"HX-Redirect": "/sign-in"})
        return RedirectResponse(place, status_code=303)
    said = {404: gettext("ไม่พบหน้านี้"), 405: gettext("ทำเช่นนั้นกับหน้านี้ไม่ได้")}
    if status == 400:  # what the framework says of a form that it cannot read
        detail = gettext("แบบฟอร์มอ่านไม่ได้ หรือมีแฟ้มเกินกำหนด")
    plain = detail in {"", "Not Found", "Method Not Allowed"}
    response = refusal(request, status, said.get(status, str(status)) if plain else detail)
    response.headers.update(headers)
    return response


async def on_invalid(request: Request, _error: Exception) -> Response:
    """Answers a request whose parameters are none."""
    return refusal(request, 422, gettext("คำขอไม่ถูกต้อง"))


async def on_error(request: Request, error: Exception) -> Response:
    """Answers what the library raises: an unknown id, a text that cannot be read, a decision that does not fit."""
    if isinstance(error, UnknownIdError):
        return refusal(request, 404, gettext("ไม่พบรายการนี้ในคลัง"))
    if isinstance(error, InputError) or (isinstance(error, ArchiveError) and error.database is None):
        programs = request.url.path.startswith(_PROGRAMS)
        return refusal(request, 422, sentences.refused(error, english=programs))
    assert isinstance(error, ExtractorError)
    _LOG.error("%s %s: %s", request.method, request.url.path, error)
    return refusal(request, 503, gettext("เปิดคลังไม่ได้ในขณะนี้ โปรดลองใหม่ภายหลัง"))
