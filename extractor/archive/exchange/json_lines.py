"""Writes conferrals whole as JSON Lines, one a line, and reads them back equal."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO

from pydantic import TypeAdapter, ValidationError

from extractor.archive.entries import Conferral, Evidence, Source
from extractor.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.archive.exchange import Snapshot

_REMEDY = "export the archive again, with this version"


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write each conferral with its sources and their evidence."""
    target.writelines(json.dumps(asdict(conferral), ensure_ascii=False).encode() + b"\n" for conferral in snapshot.conferrals())


def read_jsonl(lines: Iterable[bytes], *, file: str | None = None) -> Iterator[Conferral]:
    """The conferrals of a file open for reading bytes, or of any lines; empty lines are passed over.

    Raises:
        FormatError: at a line that is cut short, is no conferral, or has a key that conferrals do not.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            conferral = _adapter().validate_json(line, strict=True)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(map(str, first["loc"]))
            problem = f"is no conferral ({where + ': ' if where else ''}{first['msg']})"
            raise FormatError(problem, file=file, line=number, remedy=_REMEDY) from error
        unknown = _unknown(json.loads(line), conferral)
        if unknown:
            raise FormatError(f"has a key that conferrals do not: {unknown}", file=file, line=number, remedy=_REMEDY)
        yield conferral


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line."""
    said = _adapter().json_schema(mode="serialization")
    for part in (said, *said.get("$defs", {}).values()):
        part["additionalProperties"] = False
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **said}


@cache
def _adapter() -> TypeAdapter[Conferral]:
    return TypeAdapter(Conferral)


def _unknown(read: Any, entry: Conferral | Source | Evidence) -> str | None:  # noqa: ANN401 - any JSON
    known = {field.name for field in fields(entry)}
    for key, value in read.items():
        if key not in known:
            return str(key)
        for below, member in zip(value, getattr(entry, key), strict=True) if isinstance(value, list) else ():
            if is_dataclass(member):
                found = _unknown(below, member)  # type: ignore[arg-type]
                if found:
                    return found
    return None
