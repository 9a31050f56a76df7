"""Writes conferrals as CSV, one row each, for spreadsheets and importers: UTF-8 with a byte order mark, CRLF line ends."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from extractor.archive.exchange.columns import COLUMNS, CORRECTED, SEPARATOR, SOURCE_COLUMNS, joined, source_cells
from extractor.write import safe_cell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from extractor.archive.entries import Conferral
    from extractor.archive.exchange import Snapshot

HEADER = tuple(column.name for column in (*COLUMNS, CORRECTED, *SOURCE_COLUMNS))
"""The header's cells."""


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write the snapshot's conferrals; text that a spreadsheet would take for a formula gets an apostrophe before it."""
    line = io.StringIO(newline="")
    rows = csv.writer(line, lineterminator="\r\n")
    line.write("\ufeff")
    rows.writerow(HEADER)
    for conferral in snapshot.conferrals():
        rows.writerow(_cells(conferral))
        if line.tell() > 1 << 16:
            _flush(line, target)
    _flush(line, target)


def _flush(line: io.StringIO, target: BinaryIO) -> None:
    target.write(line.getvalue().encode())
    line.seek(0)
    line.truncate()


def _cells(conferral: Conferral) -> Iterator[str | int | float]:
    for column in COLUMNS:
        value = getattr(conferral, column.name)
        yield "" if value is None else safe_cell(value) if isinstance(value, str) else value
    yield joined(conferral.corrected)
    for cell in source_cells(conferral):
        yield _several(cell)


def _several(cell: str) -> str:
    """Each member made safe, as a cell split at the separator must not become a formula either."""
    return SEPARATOR.join(safe_cell(member) for member in cell.split(SEPARATOR)) if cell else ""
