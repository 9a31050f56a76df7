"""Writes conferrals as an Arrow IPC file, and holds the typed schema that Parquet shares."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from extractor.archive.exchange.columns import COLUMNS, CORRECTED, SOURCE_COLUMNS, day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from extractor.archive.entries import Conferral
    from extractor.archive.exchange import Snapshot

_ROWS = 5_000
_TYPES = {"text": pa.string(), "integer": pa.int32(), "number": pa.float64(), "date": pa.date32()}


def _field(name: str, kind: pa.DataType, description: str, *, null: bool = True) -> pa.Field:
    return pa.field(name, kind, nullable=null, metadata={"description": description})


_NEVER_NULL = {"id", "status", "state", "confidence"}
_SOURCE = pa.struct([_field(column.name, _TYPES[column.kind], column.description) for column in SOURCE_COLUMNS])
SCHEMA = pa.schema(
    [
        *(
            _field(column.name, _TYPES[column.kind], column.description, null=column.name not in _NEVER_NULL)
            for column in COLUMNS
        ),
        _field(CORRECTED.name, pa.list_(pa.string()), CORRECTED.description, null=False),
        _field("sources", pa.list_(_SOURCE), "the articles that tell of it, first published first", null=False),
    ]
)
"""The columns' types; each field's metadata has its `description`."""


class Sink:
    """The target as pyarrow wants a file: it counts what it writes, so that a pipe serves too, and never closes it."""

    closed = False

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._written = 0

    def write(self, data: bytes) -> int:
        """Append `data`."""
        data = bytes(data)
        self._target.write(data)
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        """How many bytes have been written."""
        return self._written

    def flush(self) -> None:
        """Nothing is held back here."""

    def close(self) -> None:
        """The target stays open: it is the caller's."""


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write the snapshot's conferrals as an Arrow IPC file."""
    with pa.PythonFile(Sink(target), mode="w") as sink, pa.ipc.new_file(sink, SCHEMA) as file:
        for batch in batches(snapshot):
            file.write_batch(batch)


def batches(snapshot: Snapshot) -> Iterator[pa.RecordBatch]:
    """The conferrals, five thousand at a time."""
    conferrals = snapshot.conferrals()
    while rows := [_row(conferral) for conferral in islice(conferrals, _ROWS)]:
        yield pa.RecordBatch.from_pylist(rows, schema=SCHEMA)


def _row(conferral: Conferral) -> dict[str, Any]:
    row = {column.name: getattr(conferral, column.name) for column in COLUMNS}
    row["date"] = day(conferral.date)
    row["corrected"] = list(conferral.corrected)
    row["sources"] = [{column.name: getattr(source, column.name) for column in SOURCE_COLUMNS} for source in conferral.sources]
    return row
