"""What a request asks for: its query string, and the fields of its form."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException

if TYPE_CHECKING:
    from starlette.requests import Request

_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 100


async def arguments(request: Request, most: int) -> list[tuple[str, str]]:
    """The names and values of a request, in its order; those of a form after those of the address.

    Args:
        request: a GET, or a POST whose body is a form (`application/x-www-form-urlencoded`).
        most: how many bytes a form may have.

    Raises:
        HTTPException: 413 for a longer form, 415 for another media type, 400 for too many fields.
    """
    pieces = [request.scope["query_string"]]
    if request.method == "POST":
        pieces.append(await _body(request, most))
    try:
        return [
            (name, value)
            for piece in pieces
            for name, value in parse_qsl(piece.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        ]
    except ValueError as error:
        raise HTTPException(400, f"more than {_MOST_FIELDS} fields") from error


async def _body(request: Request, most: int) -> bytes:
    told = request.headers.get("content-type", _FORM).partition(";")[0].strip().lower()
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise HTTPException(413, f"a form may have {most:,} bytes")
    if body and told != _FORM:
        raise HTTPException(415, f"a form must be {_FORM}, not {told}")
    return bytes(body)
