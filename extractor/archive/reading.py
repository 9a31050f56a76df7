"""Reads records back from files, for an import: JSON Lines or one JSON array, as `extractor extract` writes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from extractor.errors import EncodingError, FormatError, InputError
from extractor.models import Record
from extractor.read.sources import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extractor.read.sources import Source, Stream

SCHEMA_VERSION = 1
"""The `schema_version` of records that this version reads and writes."""

_LONGEST = 64_000_000  # bytes of one record
_PEEKED = 1 << 16


def holds_records(source: Source) -> bool:
    """Whether a file's first line, or the first object of its array, is a record and no article.

    Raises:
        InputError: the file cannot be read.
    """
    if source.path is None or source.format in {"html", "csv"} or (source.format == "text" and source.path.suffix != ".json"):
        return False
    with opened(source, None) as stream:
        head = stream.peek(_PEEKED)[:_PEEKED].lstrip(b"\xef\xbb\xbf \t\r\n[")
    return head.startswith(b"{") and b'"schema_version"' in head[:200]


def read_records(source: Source, failed: Callable[[InputError, int | None, str | None], None]) -> Iterator[Record]:
    """The records of a file, one at a time; lines that hold none are told to `failed` with their line and raw text.

    Raises:
        InputError: the file itself cannot be read.
    """
    with opened(source, None) as stream:
        for number, line in _lines(stream, source.name):
            if not line.strip():
                continue
            try:
                yield parse(line)
            except InputError as error:
                failed(error, number, line.decode("utf-8", "replace"))


def _lines(stream: Stream, name: str) -> Iterator[tuple[int, bytes]]:
    """The lines that hold an object each; the brackets and commas of an array that stands on lines of its own are left off."""
    number = 0
    while True:
        line = stream.readline(_LONGEST + 1)
        if not line:
            return
        number += 1
        if len(line) > _LONGEST:
            raise FormatError(f"longer than {_LONGEST:,} bytes", file=name, line=number, remedy="give one record a line")
        line = line.strip().removeprefix(b"\xef\xbb\xbf")
        if line in {b"[", b"]"}:
            continue
        yield number, line.removesuffix(b",") if line.endswith(b"},") else line


def parse(line: bytes | str) -> Record:
    """The record of a line of JSON.

    Raises:
        FormatError: it is cut short, no JSON, no record, or one of another schema version.
        EncodingError: it is no UTF-8.
    """
    try:
        return Record.model_validate_json(line)
    except ValidationError as error:
        raise _explained(line, error) from error


def _explained(line: bytes | str, error: ValidationError) -> InputError:
    try:
        value: Any = json.loads(line)
    except UnicodeDecodeError:
        return EncodingError("is no UTF-8", remedy="write the records as UTF-8, as `extractor extract` does")
    except (ValueError, RecursionError) as fault:
        return FormatError(
            f"no JSON, or cut short ({str(fault)[:120]})", remedy="write the file anew; `extractor extract` makes whole ones"
        )
    if not isinstance(value, dict) or "schema_version" not in value:
        return FormatError("no record", remedy="give what `extractor extract` writes, or the articles themselves")
    version = value["schema_version"]
    if version != SCHEMA_VERSION:
        age = "an older" if isinstance(version, int) and version < SCHEMA_VERSION else "another"
        return FormatError(
            f"a record of {age} schema version ({version!r}); this version reads {SCHEMA_VERSION}",
            remedy="extract the articles again",
        )
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return FormatError(f"no valid record: {where}: {first['msg']}", remedy="extract the article again")
