"""What goes wrong, told as RFC 9457 has it: what the one who asks can mend, and nothing of how the program is made."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from extractor.errors import ArchiveError, UnknownIdError
from extractor.web import guards
from extractor.web.api.models import Fault, Problem
from extractor.web.tags import UnchangedError, unchanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fastapi import FastAPI
    from starlette.requests import Request

MEDIA_TYPE = "application/problem+json"

_LOG = logging.getLogger(__name__)
_MOST_FAULTS = 20


def problem(
    status: int, detail: str | None = None, faults: Iterable[Fault] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """A problem as an answer."""
    said = {"detail": detail, "faults": tuple(faults)}
    told = Problem(type="about:blank", title=HTTPStatus(status).phrase, status=status, **{k: v for k, v in said.items() if v})
    body = told.model_dump_json(exclude_unset=True)
    return Response(body, status, headers, media_type=MEDIA_TYPE)


def install(api: FastAPI) -> None:
    """Have the API tell its problems so."""
    handlers: dict[Any, Any] = {
        UnchangedError: _unchanged,
        RequestValidationError: _invalid,
        HTTPException: _refused,
        UnknownIdError: _unknown,
        ArchiveError: _failed,
        Exception: _broken,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def _unchanged(_request: Request, error: UnchangedError) -> Response:
    return unchanged(error.tag)


def _invalid(_request: Request, error: RequestValidationError) -> Response:
    """What is wrong with a request, without what it held: it may have been a secret in the wrong place."""
    told = [Fault(where=".".join(map(str, one["loc"]))[:200], problem=str(one["msg"])[:200]) for one in error.errors()]
    return problem(422, "the request is not as the description has it", told[:_MOST_FAULTS])


def _refused(_request: Request, error: HTTPException) -> Response:
    detail = None if error.detail == HTTPStatus(error.status_code).phrase else str(error.detail)
    headers = dict(error.headers or {}) | (guards.CHALLENGE if error.status_code == 401 else {})
    return problem(error.status_code, detail, headers=headers)


def _unknown(_request: Request, _error: UnknownIdError) -> Response:
    return problem(404, "the archive has nothing under this id")


def _failed(_request: Request, error: ArchiveError) -> Response:
    """Tells what is wrong with a decision; of a database only that it failed, and the one who serves why."""
    if error.database is None:
        return problem(422, error.problem)
    _LOG.error("%s", error)
    return problem(503, "the archive cannot be reached now; try again later", headers={"Retry-After": "5"})


def _broken(request: Request, error: Exception) -> Response:
    _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    return problem(500, "the program failed; its operator finds why in its log")
