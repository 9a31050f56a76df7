"""The step that reads: a task's share of the articles, checked as `extractor extract` checks them."""

from __future__ import annotations

import base64
import datetime as dt
import io
import json
import math
from contextlib import contextmanager
from decimal import Decimal
from typing import IO, TYPE_CHECKING, Any

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep
from fsspec.core import url_to_fs

from extractor.cluster.plan import parts_of
from extractor.errors import ClusterError, FormatError, InputError, MissingInputError
from extractor.read import Ids, Reject, Source, as_reject, twice
from extractor.read.formats import articles_in
from extractor.read.lines import article_of_fields, read_json_lines
from extractor.read.sources import unpacked
from extractor.run.limit import time_limit
from extractor.run.outcomes import broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.cluster.plan import Part, Settings
    from extractor.models import Article
    from extractor.read.articles import Failed

ARTICLE, REJECT, RECORD = "article", "reject", "record"
"""Keys of a document's metadata: the `Article`, or the `Reject` where there is none; the `Record` once it is extracted."""

_BATCH = 256  # rows of a Parquet file that are held at once


class ReadArticles(PipelineStep):  # type: ignore[misc] # datatrove has no types
    """Yields a document for each article of the task's share, and one without text for each that had to be set aside.

    Raises:
        ClusterError: a file cannot be read to its end; the task is then not complete, and nothing of it is lost.
    """

    name = "Thai awards: articles"
    type = "📖 - READER"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings

    def run(self, data: Iterator[Document] | None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """The documents of task `rank`, after those of the step before, if any.

        Raises:
            ClusterError: the run is of another number of tasks than its plan.
        """
        if data:
            yield from data
        if world_size != self.settings.tasks:
            raise ClusterError(
                f"{world_size} tasks for a plan of {self.settings.tasks}", remedy="plan the run with as many tasks"
            )
        ids = Ids()
        for part in parts_of(self.settings, rank):
            yield from self._documents(part, ids)

    def _documents(self, part: Part, ids: Ids) -> Iterator[Document]:
        source = Source(part.name, None, part.stem, None)
        aside: list[Document] = []

        def failed(error: InputError, line: int | None, name: str | None, raw: str | None) -> None:
            aside.append(_set_aside(as_reject(error, source, line, name, raw)))

        try:
            for article in _articles(part, source, self.settings, failed):
                yield from aside
                aside.clear()
                again = twice(ids, article.id, article.source)
                if again is None:
                    yield Document(text=article.text, id=article.id, metadata={ARTICLE: article})
                else:
                    yield _set_aside(again)
        except InputError as error:
            if part.index == 0:  # what holds for the whole file is told once
                failed(error, None, None, None)
        except _PageError as error:
            aside.append(_set_aside(error.reject))
        yield from aside


class _PageError(Exception):
    """At a file of one article the program itself failed, or took too long."""

    def __init__(self, reject: Reject) -> None:
        self.reject = reject
        super().__init__(str(reject))


def _set_aside(reject: Reject) -> Document:
    return Document(text="", id=reject.id or "", metadata={REJECT: reject})


class _Readable(io.RawIOBase):
    """A stream whose failures are told apart from faults of what is in it."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream = stream
        self._name = name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - as io has it
        data = call(self._stream.read, self._name, len(buffer)) or b""
        buffer[: len(data)] = data
        return len(data)


def call(read: Any, name: str, *arguments: Any) -> Any:  # noqa: ANN401 - any method of a stream
    """What `read` returns, its `OSError` turned into a `ClusterError` that names the file."""
    try:
        return read(*arguments)
    except OSError as error:
        said = error.strerror or str(error)
        raise ClusterError(f"{name} cannot be read to its end ({said})", remedy="run the command again") from error


@contextmanager
def _opened(part: Part) -> Iterator[IO[bytes]]:
    try:
        filesystem, path = url_to_fs(part.url)
        stream = filesystem.open(path, "rb")
    except OSError as error:
        said = error.strerror or str(error)
        raise MissingInputError(f"cannot be opened ({said})", file=part.name, remedy="check its rights") from error
    with stream:
        yield stream


def _articles(part: Part, source: Source, settings: Settings, failed: Failed) -> Iterator[Article]:
    """The articles of a part; what cannot be read is told to `failed`.

    Raises:
        InputError: the file as a whole cannot be read, or not further.
    """
    encoding = settings.encoding
    chosen = None if part.of == 1 else lambda number: (number - 1) % part.of == part.index
    with _opened(part) as stream:
        if part.format == "parquet":
            yield from _rows(part, source, stream, failed)
            return
        plain = unpacked(_Readable(stream, part.name), part.name)  # type: ignore[arg-type] # it reads, which is all that is asked
        if part.format == "jsonl":
            yield from read_json_lines(source, plain, encoding, failed, chosen=chosen)
        elif part.format == "csv":
            yield from articles_in(source, plain, encoding, part.format, failed)
        else:
            try:
                with time_limit(settings.seconds):
                    found = list(articles_in(source, plain, encoding, part.format, failed))
            except (InputError, ClusterError):
                raise
            except Exception as error:
                raise _PageError(broken(error, source.name, source.stem, stage="read")) from error
            yield from found


def _rows(part: Part, source: Source, stream: IO[bytes], failed: Failed) -> Iterator[Article]:
    import pyarrow as pa  # noqa: PLC0415 - takes a while to load
    from pyarrow import parquet  # noqa: PLC0415

    readable = io.BufferedReader(_Seekable(stream, part.name))
    try:
        table = parquet.ParquetFile(readable)
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH):
            for at in range(batch.num_rows):
                number += 1
                if (number - 1) % part.of == part.index:
                    [fields] = batch.slice(at, 1).to_pylist()
                    yield from _row(source, number, fields, failed)
    except pa.ArrowException as error:
        said = str(error).splitlines()[0]
        raise FormatError(f"not well-formed Parquet ({said})", remedy="fetch or write the file again") from error


class _Seekable(_Readable):
    """The same for a stream that is read here and there, as Parquet is."""

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return int(call(self._stream.seek, self._name, offset, whence))

    def tell(self) -> int:
        return self._stream.tell()


def _row(source: Source, number: int, fields: dict[str, Any], failed: Failed) -> Iterator[Article]:
    raw: str | None = None
    name = fields.get("id")
    try:
        fields = {key: as_json(value) for key, value in fields.items()}
        raw = json.dumps(fields, ensure_ascii=False)
        yield article_of_fields(source, number, fields)
    except InputError as error:
        failed(error, number, str(name) if isinstance(name, str | int) else None, raw)


def as_json(value: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    """A value of a table's cell as JSON has it: dates in ISO 8601, decimals as text, bytes as Base64, what is no number as null.

    >>> as_json({"at": dt.date(2023, 9, 15), "share": float("nan")})
    {'at': '2023-09-15', 'share': None}
    """
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(inner) for inner in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal | dt.timedelta):
        return str(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return str(value)
