"""Answers with their validators: an entity tag on each, `304` to who has it already, `412` to who would change another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response

from extractor.web.tags import KEPT, TAG, tag_of, unless_had

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel
    from starlette.requests import Request


def must_match(given: str | None, tag: str) -> None:
    """See that who would change an entry has seen it as it stands; `given` is the value of `If-Match`.

    Raises:
        HTTPException: 428 where it is missing, 412 where the entry is another by now.
    """
    if given is None:
        raise HTTPException(428, "send If-Match with the ETag of the entry that you have seen")
    if given.strip() != "*" and tag not in TAG.findall(given):
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
