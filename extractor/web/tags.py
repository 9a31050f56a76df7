"""Entity tags: what tells whether an answer is another by now, and the answer to who has it already."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from starlette.responses import Response

from extractor.archive.tables import Event, Run
from extractor.version import __version__

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.requests import Request

KEPT = {"Cache-Control": "private, no-cache"}  # may be kept by who asked, and is asked after each time
TAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"')
"""One tag of a header's list."""


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
    if given.strip() == "*" or tag.removeprefix("W/") in {each.removeprefix("W/") for each in TAG.findall(given)}:
        raise UnchangedError(tag)
    return tag


def unchanged(tag: str) -> Response:
    """The answer to who has the value already."""
    return Response(status_code=304, headers={"ETag": tag, **KEPT})
