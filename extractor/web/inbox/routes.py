"""The addresses of the inbox."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, File, Form, HTTPException, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.routing import APIRoute
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation

from extractor.archive.exchange import FORMATS
from extractor.archive.listing import Asked, listed, outlets, told_by
from extractor.web.context import User, limit, notice, page, reading, require, settings
from extractor.web.exporting import export as exported
from extractor.web.inbox.readers import BusyError, readers
from extractor.web.inbox.taking import Fault, Job, jobs, pasted
from extractor.web.language import gettext
from extractor.web.review.telling import state_name
from extractor.web.sentences import said
from extractor.web.tags import UnchangedError, unchanged

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine


class _Large(APIRoute):
    """Reads forms up to the bounds of the workbench: the framework alone would take a Thai text of some 100,000 characters."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler = super().get_route_handler()

        async def handle(request: Request) -> Response:
            told = settings(request)
            if request.method == "POST":
                await request.form(max_files=told.most_files, max_part_size=told.most_bytes)
            return await handler(request)

        return handle


router = APIRouter(include_in_schema=False, route_class=_Large)

Editor = Annotated[User, Depends(require("editor"))]
ENDINGS = (".txt", ".html", ".htm", ".jsonl", ".ndjson", ".json", ".csv", ".gz")
"""How the names of files end that can be uploaded."""

_UNFIT = frozenset('\\/:*?"<>|')
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST_NAME = 70  # characters, of three bytes each in Thai


def _asked(
    outlet: str = "",
    state: str = "",
    since: str = "",
    until: str = "",
    warned: str = "",
    order: str = "imported",
    number: int = 1,
) -> Asked:
    """A dependency: the list that the parameters of an address ask for.

    Raises:
        HTTPException: 422, a day is none.
    """
    if not _is_day(since) or not _is_day(until):
        raise HTTPException(422, gettext("วันที่ไม่ถูกต้อง"))
    page = min(max(number, 1), 10**6)
    return Asked(outlet=outlet, state=state, since=since, until=until, warned=bool(warned), order=order, page=page)


def _is_day(given: str) -> bool:
    try:
        return not given or bool(_DAY.fullmatch(given) and dt.date.fromisoformat(given))
    except ValueError:
        return False


Narrowed = Annotated[Asked, Depends(_asked)]


@router.get("/inbox")
def inbox(request: Request, _who: Editor, asked: Narrowed) -> HTMLResponse:
    """The articles, narrowed by outlet, state, day of publication and warnings."""
    with reading(request) as connection:
        found, known = listed(connection, asked), outlets(connection)

    def address(path: str = "/inbox", **other: object) -> str:
        given = {name: getattr(asked, name) for name in ("outlet", "state", "since", "until", "order")}
        given |= {"warned": "1" if asked.warned else ""} | other
        return f"{path}?" + urlencode({name: value for name, value in given.items() if value})

    return page(
        request,
        "inbox/list.html",
        found=found,
        asked=asked,
        outlets=known,
        address=address,
        state_name=state_name,
        formats=FORMATS,
    )


@router.get("/inbox/export/{name}")
def export(request: Request, _who: Editor, asked: Narrowed, name: str) -> Response:
    """What the articles of the list tell, in one of the archive's formats, as a file that is sent while it is made."""
    form = FORMATS.get(name)
    if form is None:
        raise HTTPException(404)
    try:
        return exported(request, form, lambda connection: told_by(connection, asked))
    except UnchangedError as error:
        return unchanged(error.tag)


@router.get("/inbox/add")
def adding(request: Request, _who: Editor) -> HTMLResponse:
    """Where a text is pasted and files are uploaded."""
    with reading(request) as connection:
        known = outlets(connection)
    readers(settings(request).seconds).begin()
    return page(request, "inbox/add.html", outlets=known, bounds=settings(request), endings=",".join(ENDINGS))


@router.post("/inbox/paste")
def paste(
    request: Request,
    _who: Editor,
    text: Annotated[str, Form()],
    outlet: Annotated[str, Form(max_length=200)] = "",
    url: Annotated[str, Form(max_length=2000)] = "",
) -> RedirectResponse:
    """Extract a pasted text, and go to its review."""
    limit(request, "extraction")
    text = text.replace("\r\n", "\n")
    if len(text) > settings(request).most_characters:
        raise HTTPException(413, gettext("ข้อความยาวเกินไป"))
    if not text.strip():
        raise HTTPException(422, gettext("วางข้อความของข่าวก่อน"))
    if url and not url.startswith(("https://", "http://")):
        raise HTTPException(422, gettext("ที่อยู่เว็บต้องขึ้นต้นด้วย https:// หรือ http://"))
    told = settings(request)
    try:
        number, why = pasted(told.engine, text, outlet.strip(), {"url": url} if url else {}, seconds=told.seconds)
    except BusyError as error:
        raise HTTPException(503, gettext("กำลังอ่านข่าวอื่นอยู่มาก โปรดลองใหม่ในอีกสักครู่"), {"Retry-After": "10"}) from error
    if why is None:
        notice(request, gettext("อ่านข่าวแล้ว"))
    else:
        notice(request, problem(Fault("", why.error, why.stage)), kind="warning")
    return RedirectResponse(f"/review/{number}", status_code=303)


@router.post("/inbox/upload")
def upload(
    request: Request,
    who: Editor,
    files: Annotated[list[UploadFile] | None, File()] = None,
    folder: Annotated[list[UploadFile] | None, File()] = None,
    outlet: Annotated[str, Form(max_length=200)] = "",
) -> RedirectResponse:
    """Keep the uploaded files in a folder of their own, and take them in while the page shows how far it is.

    Of a folder that is uploaded whole, what can be no article is left out, and told.
    """
    limit(request, "extraction")
    files = [each for each in files or () if each.filename]
    whole = [each for each in folder or () if each.filename and "/." not in f"/{each.filename}"]
    if len(files) + len(whole) > settings(request).most_files:
        raise HTTPException(413, gettext("แฟ้มมากเกินไป"))
    left_out = [each.filename or "" for each in whole if not (each.filename or "").lower().endswith(ENDINGS)]
    files += [each for each in whole if each.filename not in left_out]
    if not files:
        raise HTTPException(422, gettext("เลือกแฟ้มก่อน"))
    wrong = [each.filename for each in files if not (each.filename or "").lower().endswith(ENDINGS)]
    if wrong:
        raise HTTPException(422, gettext("รับแฟ้มชนิดนี้ไม่ได้: %(name)s") % {"name": str(wrong[0])[:_LONGEST_NAME]})
    place = Path(tempfile.mkdtemp(prefix="workbench-"))
    try:
        for number, each in enumerate(files):
            with (place / _name(each.filename or "", number, place)).open("xb") as kept:
                shutil.copyfileobj(each.file, kept)
    except OSError:
        shutil.rmtree(place, ignore_errors=True)
        raise
    told = settings(request)
    job = jobs.start(told.engine, place, who.name, outlet.strip(), len(files), left_out, seconds=told.seconds)
    return RedirectResponse(f"/inbox/jobs/{job.id}", status_code=303)


@router.get("/inbox/jobs/{given}")
def job(request: Request, given: str, who: Editor) -> HTMLResponse:
    """How far an upload is; for htmx the changing part alone."""
    found: Job | None = jobs.find(given)
    if found is None or found.who != who.name:
        raise HTTPException(404, gettext("ไม่พบการนำเข้านี้"))
    return page(
        request, "inbox/progress.html" if "hx-request" in request.headers else "inbox/job.html", job=found, problem=problem
    )


def problem(fault: Fault) -> str:
    """What was the matter with a file or an article, in the reader's language."""
    told = fault.problem.partition(" (")[0] if fault.problem.startswith("the extraction broke") else fault.problem
    if fault.stage != "read":
        told = f"{told}; it ended at the stage {fault.stage}"
    return said(told, gettext("อ่านไม่ได้"))


def _name(given: str, number: int, folder: Path) -> str:
    """A name for an uploaded file that cannot lead out of the folder: its own, where no other has it."""
    own = re.split(r"[/\\]", given)[-1]
    plain = "".join("_" if each in _UNFIT or not each.isprintable() else each for each in own).lstrip(".")[-_LONGEST_NAME:]
    return plain if plain and not (folder / plain).exists() else f"{number}-{plain}"
