"""Rows in bulk, alike on SQLite and PostgreSQL."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Select
    from sqlalchemy.orm import InstrumentedAttribute

    from extractor.archive.tables import Base

T = TypeVar("T")

AT_ONCE = 5_000
"""Values in one IN (…): both databases take far more, but plans stay simple."""


def batches(values: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """The values in lists of at most `size`."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some


def add(connection: Connection, table: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows."""
    if rows:
        connection.execute(insert(table), rows)


def add_new(connection: Connection, table: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Insert those rows that do not stand there already."""
    if not rows:
        return
    dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def change(connection: Connection, table: type[Base], key: str, rows: Sequence[dict[str, Any]]) -> None:
    """Update the row of each `key` with the other values; all rows name the same columns."""
    if not rows:
        return
    column = getattr(table, key)
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != key}
    statement = update(table).where(column == bindparam("the_key")).values(**values)
    connection.execute(
        statement.execution_options(synchronize_session=False),
        [{"the_key": row[key]} | {f"new_{name}": value for name, value in row.items() if name != key} for row in rows],
    )


def remove(connection: Connection, column: InstrumentedAttribute[Any], values: Collection[Any]) -> None:
    """Delete the rows whose `column` is among `values`."""
    for some in batches(values):
        connection.execute(delete(column.class_).where(column.in_(some)))


def fetch(
    connection: Connection, wanted: Select[*tuple[Any, ...]], column: InstrumentedAttribute[Any], values: Collection[Any]
) -> Iterator[Any]:
    """The rows of `wanted` whose `column` is among `values`."""
    for some in batches(values):
        yield from connection.execute(wanted.where(column.in_(some)))


def next_number(connection: Connection, column: InstrumentedAttribute[int]) -> int:
    """One more than the highest number in `column`."""
    highest = connection.execute(select(func.max(column))).scalar()
    return (highest or 0) + 1
