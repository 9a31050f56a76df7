"""Writes records as JSON Lines, as one JSON array, or as a table of conferrals; a file whole or not at all.

A file is written beside its place under another name and put in place when it is complete, so that whoever reads it never
sees half of it, and what stood there before stays if anything fails.
"""

from __future__ import annotations

import contextlib
import csv
import glob
import io
import json
import os
import platform
import re
import stat
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, Self

from extractor.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from extractor.models import Conferral, Mention, Record
    from extractor.read import Reject

OutputFormat = Literal["jsonl", "json", "csv"]

STDOUT = "-"

CSV_COLUMNS = (
    "article_id",
    "title",
    "published",
    "award",
    "award_id",
    "year",
    "edition",
    "branch",
    "category",
    "level",
    "level_code",
    "work",
    "recipient",
    "recipient_id",
    "parent",
    "status",
    "confidence",
    "start",
    "end",
    "source",
)
"""The table's columns. `start` and `end` are the recipient's place in the article, or else the work's, or the award's;
`year` is CE, `published` ISO 8601. An article without conferrals has no row."""

_WHITE = re.compile(r"\s+")


def format_for(path: str) -> OutputFormat:
    """The format that a file's ending asks for: .csv, .json, and JSON Lines for any other.

    >>> format_for("awards.CSV")
    'csv'
    """
    endings: dict[str, OutputFormat] = {".csv": "csv", ".json": "json"}
    return endings.get(Path(path).suffix.lower(), "jsonl")


def is_file(path: str) -> bool:
    """Whether what is written to `path` becomes a file that appears when it is whole: no device, no standard output."""
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        return path != STDOUT
    return path != STDOUT and stat.S_ISREG(mode)


class WholeFile:
    """A file for writing bytes that appears at `path` when the `with` block ends well, and else leaves no trace.

    `-` is standard output; that and devices are written at once, as they cannot be put in place.

    Raises:
        OutputError: on entering, if the place cannot be written; on leaving, if the disk would not take it all.
    """

    def __init__(self, path: str) -> None:
        self._name = path
        self._place = Path(path)
        self._draft: Path | None = None
        self._stream: BinaryIO | None = None

    def __enter__(self) -> Self:
        self._stream = sys.stdout.buffer if self._name == STDOUT else self._open()
        return self

    def _open(self) -> BinaryIO:
        try:
            self._place = Path(os.path.realpath(self._name))
            mode = self._place.stat().st_mode
        except FileNotFoundError:
            mode = 0
        except (OSError, ValueError) as error:
            raise self._refused(error) from error
        if stat.S_ISDIR(mode):
            raise OutputError("is a folder", file=self._name, remedy="name a file in it")
        if not self._place.parent.is_dir():
            raise OutputError("its folder does not exist", file=self._name, remedy="make the folder, or name another place")
        if mode and not os.access(self._place, os.W_OK):
            raise OutputError("is write-protected", file=self._name, remedy="name another file")
        try:
            if mode and not stat.S_ISREG(mode):
                return self._place.open("wb")
            self._remove_drafts()
            draft = self._place.with_name(f"{self._before_number()}{os.getpid()}.part")
            stream = draft.open("xb")
        except OSError as error:
            raise self._refused(error) from error
        self._draft = draft
        if mode:
            with contextlib.suppress(OSError):
                draft.chmod(stat.S_IMODE(mode))
        return stream

    def _before_number(self) -> str:
        """How the names of this file's drafts begin on this machine; the number of the process that writes follows."""
        machine = re.sub(r"[^\w-]", "-", platform.node())[:40]
        return f".{self._place.name[:150]}.{machine}."

    def _remove_drafts(self) -> None:
        """Remove what processes that were killed have left."""
        before = self._before_number()
        for draft in self._place.parent.glob(f"{glob.escape(before)}*.part"):
            number = draft.name.removeprefix(before).removesuffix(".part")
            if number.isdecimal() and not _runs(int(number)):
                with contextlib.suppress(OSError):
                    draft.unlink()

    def _refused(self, error: OSError | ValueError) -> OutputError:
        said = getattr(error, "strerror", None) or str(error)
        if self._name == STDOUT:
            return OutputError(f"cannot be written ({said})", file="standard output", remedy="name a file, or free its disk")
        return OutputError(f"cannot be written ({said})", file=self._name, remedy="name another place, or free it")

    @property
    def stream(self) -> BinaryIO:
        """The open file, for what writes to one; an `OSError` that it raises becomes an `OutputError` at the end."""
        assert self._stream is not None
        return self._stream

    def write(self, data: bytes) -> None:
        """Append `data`.

        Raises:
            OutputError: it cannot be written.
            BrokenPipeError: nobody reads standard output any more.
        """
        assert self._stream is not None
        try:
            self._stream.write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise self._refused(error) from error

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        stream, draft = self._stream, self._draft
        assert stream is not None
        if self._name == STDOUT:
            self._leave_stdout(stream, error)
            return
        try:
            if kind is None:
                stream.flush()
                if draft is not None:
                    os.fsync(stream.fileno())
            stream.close()
            if draft is not None and kind is None:
                draft.replace(self._place)
            elif isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
                raise self._refused(error) from error
        except OSError as failure:
            raise self._refused(failure) from failure
        finally:
            with contextlib.suppress(OSError):
                stream.close()
            if draft is not None:
                with contextlib.suppress(OSError):
                    draft.unlink(missing_ok=True)

    def _leave_stdout(self, stream: BinaryIO, error: BaseException | None) -> None:
        try:
            if error is None:
                stream.flush()
        except OSError as failure:
            error = failure
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise self._refused(error) from error
        if isinstance(error, BrokenPipeError):
            raise error


def _runs(number: int) -> bool:
    """Whether a process of this number runs on this machine; where that cannot be asked safely (Windows), it is taken to."""
    if os.name != "posix":
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def encode(record: Record, form: OutputFormat) -> bytes:
    """A record as it stands in a file of the format: one line of JSON, or a row for each conferral."""
    if form == "csv":
        return _rows(conferral_rows(record))
    return record.model_dump_json().encode() + b"\n"


def _rows(rows: Iterable[Iterable[str | int | float]]) -> bytes:
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    return lines.getvalue().encode()


class RecordsFile:
    """Writes records, one by one or encoded already, with what a file of the format has before and after them."""

    def __init__(self, file: WholeFile, form: OutputFormat, *, mark: bool) -> None:
        self._file = file
        self._form = form
        self._before = b"[\n"
        if form == "csv":  # the mark tells Excel that this is UTF-8
            file.write(("\ufeff" if mark else "").encode() + _rows([CSV_COLUMNS]))

    def write(self, record: Record) -> None:
        """Append a record."""
        self.write_encoded(encode(record, self._form))

    def write_encoded(self, records: bytes) -> None:
        """Append any number of records that `encode` has made for this format."""
        if self._form == "json" and records:
            records = self._before + records.removesuffix(b"\n").replace(b"\n", b",\n")
            self._before = b",\n"
        self._file.write(records)

    def finish(self) -> None:
        """Write what belongs after the last record."""
        if self._form == "json":
            self._file.write(b"[]\n" if self._before == b"[\n" else b"\n]\n")


@contextlib.contextmanager
def open_records(path: str, form: OutputFormat) -> Iterator[RecordsFile]:
    """A writer of records to a file, or to standard output if `path` is `-`.

    Raises:
        OutputError: on entering, if the place cannot be written; on leaving, if not all could be.
    """
    with WholeFile(path) as file:
        writer = RecordsFile(file, form, mark=path != STDOUT)
        yield writer
        writer.finish()


def conferral_rows(record: Record) -> list[tuple[str | int | float, ...]]:
    """A row for each conferral of the record, cells as CSV_COLUMNS names them."""
    return [_row(record, conferral) for conferral in record.awards]


def _row(record: Record, award: Conferral) -> tuple[str | int | float, ...]:
    place = award.recipient or award.work or award.award
    return (
        safe_cell(record.id),
        _text(record.title),
        _value(record.published),
        _text(award.award),
        _id(award.award),
        _value(award.year),
        _value(award.edition),
        _text(award.branch),
        _text(award.category),
        _text(award.level),
        _value(award.level),
        _text(award.work),
        _text(award.recipient),
        _id(award.recipient),
        _text(award.parent),
        award.status,
        round(award.confidence, 3),
        place.start if place else "",
        place.end if place else "",
        safe_cell(record.source or ""),
    )


def _text(mention: Mention | None) -> str:
    return "" if mention is None else safe_cell(mention.text)


def _id(mention: Mention | None) -> str:
    return "" if mention is None or mention.id is None else mention.id


def _value(mention: Mention | None) -> str | int:
    if mention is None or mention.value is None:
        return ""
    return mention.value if isinstance(mention.value, int) else safe_cell(mention.value)


def safe_cell(text: str) -> str:
    """A cell on one line that no spreadsheet takes for a formula: =1+1 gets an apostrophe before it."""
    cell = _WHITE.sub(" ", text).strip().replace("\0", "")
    return "'" + cell if cell.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) else cell


def write_text(path: str, text: str) -> None:
    """Write a text as UTF-8, whole or not at all; `-` is standard output.

    Raises:
        OutputError: it cannot be written.
    """
    with WholeFile(path) as file:
        file.write(text.encode())


def encode_reject(reject: Reject) -> bytes:
    """What was set aside, as a line of JSON."""
    return json.dumps(asdict(reject), ensure_ascii=False).encode("utf-8", "replace") + b"\n"


class RejectsFile:
    """A JSON Lines file of what was set aside; made with the first line, and one left by an earlier run is removed.

    Used as a context manager around the run, it appears when the run ends well.

    Raises:
        OutputError: on entering, if the place cannot be written.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._file = WholeFile(path)
        self.count = 0

    def __enter__(self) -> Self:
        self._file.__enter__()
        return self

    def write(self, reject: Reject) -> None:
        """Append what was set aside.

        Raises:
            OutputError: it cannot be written.
        """
        self.write_encoded(encode_reject(reject))

    def write_encoded(self, rejects: bytes) -> None:
        """Append what `encode_reject` has made, line by line."""
        self.count += rejects.count(b"\n")
        self._file.write(rejects)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.__exit__(kind, error, trace)
        if kind is None and not self.count and Path(self._path).is_file():
            Path(self._path).unlink()


def rejects_beside(path: str) -> str:
    """Where the rejects of an output file go: records.jsonl → records.rejects.jsonl.

    >>> rejects_beside("out/records.jsonl")
    'out/records.rejects.jsonl'
    """
    return str(Path(path).with_suffix(".rejects.jsonl"))
