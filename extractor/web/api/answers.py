"""Answers with their validators: an entity tag on each, `304` to who has it already, `412` to who would change another."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from starlette.exceptions import HTTPException
from starlette.responses import Response

from extractor.archive.tables import Event, Run
from extractor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel
    from sqlalchemy import Connection
    from starlette.requests import Request

KEPT = {"Cache-Control": "private, no-cache"}  # may be kept by who asked, and is asked after each time
_TAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"')


class UnchangedError(Exception):
    """Who asks has the answer already; `tag` is its entity tag."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        super().__init__(tag)


def tag_of(body: bytes) -> str:
    """The entity tag of an answer's bytes.

    >>> tag_of(b"{}")
    '"44136fa355b3678a1146ad16f7e8649e"'
    """
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def archive_tag(connection: Connection, request: Request) -> str:
    """The weak entity tag of what is asked of the archive as it stands: another after each import and each decision."""
    run, finished = connection.execute(select(Run.id, Run.finished).order_by(Run.id.desc()).limit(1)).first() or (0, "")
    event = connection.execute(select(func.max(Event.id))).scalar() or 0
    said = f"{__version__}\0{run}\0{finished}\0{event}\0{request.url.path}\0{request.url.query}"
    return f'W/"{hashlib.sha256(said.encode(errors="replace")).hexdigest()[:32]}"'


def unless_had(request: Request, tag: str) -> str:
    """The tag, where who asks does not have what it stands for.

    Raises:
        UnchangedError: it is among the tags of `If-None-Match`, which are compared weakly.
    """
    given = request.headers.get("if-none-match", "")
    if given.strip() == "*" or tag.removeprefix("W/") in {each.removeprefix("W/") for each in _TAG.findall(given)}:
        raise UnchangedError(tag)
    return tag


def must_match(given: str | None, tag: str) -> None:
    """See that who would change an entry has seen it as it stands; `given` is the value of `If-Match`.

    Raises:
        HTTPException: 428 where it is missing, 412 where the entry is another by now.
    """
    if given is None:
        raise HTTPException(428, "send If-Match with the ETag of the entry that you have seen")
    if given.strip() != "*" and tag not in _TAG.findall(given):
        raise HTTPException(412, "the entry was changed since; read it anew", {"ETag": tag})


def answer(value: BaseModel, *, tag: str | None = None, headers: Mapping[str, str] | None = None, status: int = 200) -> Response:
    """A value as JSON with its entity tag, by default of its bytes."""
    body = value.model_dump_json().encode()
    told = {"ETag": tag or tag_of(body), **KEPT, **(headers or {})}
    return Response(body, status, told, media_type="application/json")


def fresh(request: Request, value: BaseModel, *, headers: Mapping[str, str] | None = None) -> Response:
    """A value as JSON, where who asks does not have it.

    Raises:
        UnchangedError: who asks has it.
    """
    made = answer(value, headers=headers)
    unless_had(request, made.headers["etag"])
    return made


def unchanged(tag: str) -> Response:
    """The answer to who has the value already."""
    return Response(status_code=304, headers={"ETag": tag, **KEPT})
