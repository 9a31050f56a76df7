"""Reads records back from files, for an import: JSON Lines or one JSON array, as `extractor extract` writes them."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from extractor.errors import EmptyInputError, EncodingError, FormatError, InputError
from extractor.models import Mention, Model, Record
from extractor.read.articles import checked_id
from extractor.read.sources import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extractor.read.sources import Source, Stream

SCHEMA_VERSION = 1
"""The `schema_version` of records that this version reads and writes."""

_INTEGER = 2**31  # beyond what PostgreSQL's integer holds
_LONGEST = 64_000_000  # bytes of one record
_PEEKED = 1 << 18
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How UTF-16 begins."""
_RECORD = re.compile(rb'\{\s*"schema_version"')


def holds_records(source: Source) -> bool:
    """Whether a file holds records and no articles: some line among its first is a record, or it is an empty array.

    Raises:
        InputError: the file cannot be read.
    """
    if source.format in {"html", "csv", "text"}:
        return False
    if source.path is None:
        peek = getattr(sys.stdin.buffer, "peek", None)  # takes nothing away from who reads after
        return peek is not None and _begins_records(peek())
    with opened(source, None) as stream:
        return _begins_records(stream.peek(_PEEKED)[:_PEEKED])


def _begins_records(head: bytes) -> bool:
    if head.startswith(_WIDE):
        head = head.decode("utf-16", "ignore").encode()
    lines = [line.lstrip() for line in head.removeprefix(b"\xef\xbb\xbf").splitlines() if line.strip()]
    if not lines:
        return False
    if b"".join(b"".join(lines).split()) == b"[]":
        return True
    first = b" ".join(lines)[:200].lstrip(b" \t[")
    return (first.startswith(b"{") and b'"schema_version"' in first) or any(map(_RECORD.match, lines))


def read_records(source: Source, failed: Callable[[InputError, int | None, str | None], None]) -> Iterator[Record]:
    """The records of a file, one at a time; lines that hold none are told to `failed` with their line and raw text.

    Raises:
        InputError: the file itself cannot be read, from some line on or at all, or holds nothing.
    """
    nothing = True
    with opened(source, None) as stream:
        if stream.peek(2)[:2] in _WIDE:
            raise EncodingError("is UTF-16", file=source.name, remedy="write the records as UTF-8, as `extractor extract` does")
        for number, line in _lines(stream, source.name):
            if line is not None and not line.strip():
                continue
            nothing = False
            if line is None:
                failed(FormatError(f"longer than {_LONGEST:,} bytes", remedy="give one record a line"), number, None)
                continue
            try:
                yield parse(line)
            except InputError as error:
                failed(error, number, line.decode("utf-8", "replace"))
    if nothing:
        raise EmptyInputError("is empty", file=source.name, remedy="leave it out")


def _lines(stream: Stream, name: str) -> Iterator[tuple[int, bytes | None]]:
    """The lines that hold an object each, None for one too long; the brackets and commas of an array are left off.

    Raises:
        FormatError: the file breaks off, or has not one object a line.
    """
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(_LONGEST + 1)
            cut = len(line) > _LONGEST
            while cut and not line.endswith(b"\n") and line:
                line = stream.readline(_LONGEST)
        except FormatError as error:
            raise FormatError(error.problem, file=name, line=number, remedy=error.remedy) from error
        if cut:
            yield number, None
            continue
        if not line:
            return
        line = line.strip().removeprefix(b"\xef\xbb\xbf")
        if line in {b"[", b"]", b"[]"}:
            continue
        if line == b"{":
            raise FormatError(
                "JSON over several lines", file=name, line=number, remedy="write one object a line, as `jq -c .` does"
            )
        if line.startswith(b"[{"):
            remedy = "write one object a line, as `jq -c '.[]'` does"
            raise FormatError("an array on one line", file=name, line=number, remedy=remedy)
        yield number, line.removesuffix(b",") if line.endswith(b"},") else line


def parse(line: bytes | str) -> Record:
    """The record of a line of JSON.

    Raises:
        FormatError: it is cut short, no JSON, no record, one of another schema version, or holds what no database takes.
        EncodingError: it is no UTF-8.
    """
    try:
        record = Record.model_validate_json(line)
    except ValidationError as error:
        raise _explained(line, error) from error
    try:
        checked_id(record.id)
    except FormatError as error:
        raise FormatError(f"no valid record: {error.problem}", remedy=error.remedy) from error
    if any(number >= _INTEGER for number in _numbers(record)):
        raise FormatError(f"no valid record: a number is {_INTEGER:,} or more", remedy="extract the article again")
    return record


def _numbers(value: object) -> Iterator[int]:
    """The sizes of all offsets and numbers in a record, whatever model holds them."""
    if isinstance(value, Mention):
        yield value.end
        yield value.start
        if isinstance(value.value, int):
            yield abs(value.value)
    elif isinstance(value, Model):
        for _, each in value:
            yield from _numbers(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _numbers(each)


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
        newer = isinstance(version, int) and version > SCHEMA_VERSION
        age = "a newer" if newer else "an older" if isinstance(version, int) else "another"
        return FormatError(
            f"a record of {age} schema version ({str(version)[:40]}); this version reads {SCHEMA_VERSION}",
            remedy="upgrade this program: pip install -U thai-awards" if newer else "extract the articles again",
        )
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return FormatError(f"no valid record: {where}: {first['msg']}", remedy="extract the article again")
