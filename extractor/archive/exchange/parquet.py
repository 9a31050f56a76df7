"""Writes conferrals as Parquet, for DuckDB, pandas and data warehouses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
from pyarrow import parquet

from extractor.archive.exchange.arrow import SCHEMA, Sink, batches

if TYPE_CHECKING:
    from typing import BinaryIO

    from extractor.archive.exchange import Snapshot


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write the snapshot's conferrals, five thousand a row group, compressed with Zstandard."""
    with (
        pa.PythonFile(Sink(target), mode="w") as sink,
        parquet.ParquetWriter(sink, SCHEMA, compression="zstd") as file,
    ):
        for batch in batches(snapshot):
            file.write_batch(batch)
