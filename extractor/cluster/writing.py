"""The step that writes: a task's records as one shard, what it set aside as another, each whole or absent."""

from __future__ import annotations

import gzip
from contextlib import ExitStack, contextmanager
from typing import IO, TYPE_CHECKING, Any, Protocol

from datatrove.pipeline.base import PipelineStep

from extractor.cluster.files import remove, whole_file
from extractor.cluster.reading import RECORD, REJECT
from extractor.write import encode, encode_reject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from datatrove.data import Document

    from extractor.cluster.plan import OutputFormat, Settings
    from extractor.models import Record

_ROWS = 1000  # of a Parquet file that are held and written at once


class _Shard(Protocol):
    def write(self, record: Record) -> None: ...


class WriteShards(PipelineStep):  # type: ignore[misc] # datatrove has no types
    """Writes the records of a task to its shard and its rejects beside, and passes the documents on.

    Both appear when the last document has gone through. A task without records has an empty shard, one without rejects no file.

    Raises:
        OutputError: the place cannot be written.
    """

    name = "Thai awards: shards"
    type = "💽 - WRITER"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings

    def run(self, data: Iterator[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:  # noqa: ARG002 - as datatrove has it
        """The documents of the step before, once they are written."""
        place = self.settings.rejects(rank)
        aside: IO[bytes] | None = None
        with ExitStack() as rejects, open_shard(self.settings.shard(rank), self.settings.form) as shard:
            for document in data:
                with self.track_time():
                    if RECORD in document.metadata:
                        shard.write(document.metadata[RECORD])
                    elif REJECT in document.metadata:
                        aside = aside or rejects.enter_context(whole_file(place))
                        aside.write(encode_reject(document.metadata[REJECT]))
                        self.stat_update("set_aside")
                yield document
        if aside is None:
            remove(place)  # of an earlier attempt


@contextmanager
def open_shard(url: str, form: OutputFormat) -> Iterator[_Shard]:
    """A file of records, whole or absent: JSON Lines as `extractor extract` writes them, packed or not, or Parquet.

    Parquet has a row for each article: `id`, `source`, `published` (ISO 8601), `conferrals` (how many), `record` (the JSON line).
    """
    with ExitStack() as stack:
        stream = stack.enter_context(whole_file(url))
        if form == "parquet":
            yield stack.enter_context(_rows(stream))
        elif form == "jsonl.gz":
            yield _Lines(stack.enter_context(gzip.GzipFile("", "wb", 6, stream, mtime=0)))  # the same records, the same bytes
        else:
            yield _Lines(stream)


class _Lines:
    def __init__(self, stream: IO[bytes] | gzip.GzipFile) -> None:
        self._stream = stream

    def write(self, record: Record) -> None:
        self._stream.write(encode(record, "jsonl"))


@contextmanager
def _rows(stream: IO[bytes]) -> Iterator[_Shard]:
    import pyarrow as pa  # noqa: PLC0415 - takes a while to load
    from pyarrow import parquet  # noqa: PLC0415

    columns = {
        "id": pa.string(),
        "source": pa.string(),
        "published": pa.string(),
        "conferrals": pa.int32(),
        "record": pa.string(),
    }
    schema = pa.schema(list(columns.items()))
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        rows = _Rows(lambda held: writer.write_table(pa.Table.from_pylist(held, schema)))
        yield rows
        rows.flush()


class _Rows:
    def __init__(self, put: Any) -> None:  # noqa: ANN401 - pyarrow has no types
        self._put = put
        self._held: list[dict[str, Any]] = []

    def write(self, record: Record) -> None:
        published = record.published.value if record.published else None
        self._held.append(
            {
                "id": record.id,
                "source": record.source,
                "published": published,
                "conferrals": len(record.awards),
                "record": record.model_dump_json(),
            }
        )
        if len(self._held) >= _ROWS:
            self.flush()

    def flush(self) -> None:
        if self._held:
            self._put(self._held)
            self._held = []
