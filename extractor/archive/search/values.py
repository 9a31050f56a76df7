"""The small numbers that stand for names and facet values in the packed columns.

A value is a pair: its kind (`authority`, whose value is an id; `rank`, `outlet`; `name` for any other text) and what it is.
Its code is given once and stays.
"""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sqlalchemy import Connection

Value = tuple[str, str]
"""Kind and value."""


class Valued(NamedTuple):
    """A value as it stands under its code; `label` tells it to people, where neither it nor an authority's name does."""

    kind: str
    value: str
    label: str | None


_BATCH = 10_000  # bound values in one statement; SQLite takes 32,766 and PostgreSQL 65,535


def _key(value: Value) -> str:
    """What stands in the unique index: names may be longer than an index takes."""
    return hashlib.sha256("\0".join(value).encode(errors="replace")).hexdigest()[:32]


def batches(items: Collection[str] | Collection[int]) -> Iterable[list[str] | list[int]]:
    """`items` in lists short enough to be bound in one statement."""
    listed = list(items)
    for start in range(0, len(listed), _BATCH):
        yield listed[start : start + _BATCH]  # type: ignore[misc]


def codes_of(connection: Connection, values: Collection[Value]) -> dict[Value, int]:
    """The codes of those values that have one."""
    by_key = {_key(value): value for value in values}
    query = text("SELECT key, code FROM search_values WHERE key IN :keys").bindparams(bindparam("keys", expanding=True))
    return {by_key[key]: code for keys in batches(list(by_key)) for key, code in connection.execute(query, {"keys": keys})}


def ensure(
    connection: Connection, values: Collection[Value], labels: Mapping[Value, str] = MappingProxyType({})
) -> tuple[dict[Value, int], set[Value]]:
    """The codes of all these values, and which of them are new and got theirs now, with their labels."""
    known = codes_of(connection, values)
    new = sorted(set(values) - known.keys())
    if new:
        last = connection.execute(text("SELECT coalesce(max(code), 0) FROM search_values")).scalar_one()
        rows = [
            {"code": code, "kind": value[0], "value": value[1], "label": labels.get(value), "key": _key(value)}
            for code, value in enumerate(new, last + 1)
        ]
        connection.execute(
            text("INSERT INTO search_values(code, kind, value, label, key) VALUES (:code, :kind, :value, :label, :key)"),
            rows,
        )
        known.update({value: code for code, value in enumerate(new, last + 1)})
    return known, set(new)


def values_of(connection: Connection, codes: Collection[int]) -> dict[int, Valued]:
    """The values of these codes."""
    query = text("SELECT code, kind, value, label FROM search_values WHERE code IN :codes").bindparams(
        bindparam("codes", expanding=True)
    )
    return {
        code: Valued(kind, value, label)
        for some in batches(list(codes))
        for code, kind, value, label in connection.execute(query, {"codes": some})
    }
