"""Files that hold an article a line: JSON Lines, and CSV with its header."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.errors import EmptyInputError, EncodingError, FormatError, InputError
from extractor.read.articles import MAX_BYTES, ONE_EACH, TEXT_KEYS, kind_of, make_article
from extractor.read.encodings import decode, guess, known_encoding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extractor.models import Article
    from extractor.read.articles import Failed
    from extractor.read.sources import Source, Stream

SAMPLE = 1 << 16
"""Bytes at the beginning by which format and encoding are told."""

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_MOST_CELLS = 1_000_000  # of a row, commas within the text included
_LONG_LINE = f"a line longer than {MAX_BYTES:,} bytes"


def _lines(stream: Stream, encoding: str | None) -> Iterator[tuple[int, bytes | str | None]]:
    """Numbered lines, None for one that is too long; text in UTF-16, else bytes that each tell their own encoding.

    Raises:
        EncodingError: the file does not go on in the encoding in which it began.
    """
    codec = known_encoding(encoding) if encoding else None
    if codec is None:
        try:
            codec = guess(stream.peek(SAMPLE)[:SAMPLE], partial=True)
        except EncodingError:
            codec = "utf-8"  # each line will tell
    if not codec.startswith(("utf-16", "utf-32")):
        yield from _numbered(lambda: stream.readline(MAX_BYTES + 1), b"\n")
        return
    wide = io.TextIOWrapper(stream, encoding=codec, newline="\n")
    try:
        yield from _numbered(lambda: wide.readline(MAX_BYTES + 1), "\n")
    except UnicodeError as error:
        raise EncodingError(f"begins as {codec}, but does not go on so", remedy="save it as UTF-8") from error
    finally:
        wide.detach()


def _numbered(readline: Callable[[], Any], end: str | bytes) -> Iterator[tuple[int, Any]]:
    number = 0
    while line := readline():
        number += 1
        if len(line) > MAX_BYTES:
            while line and not line.endswith(end):
                line = readline()
            line = None
        yield number, line


def _text_of(line: bytes | str | None, encoding: str | None) -> str:
    """A line as text.

    Raises:
        InputError: it is too long, or no text.
    """
    if line is None:
        raise FormatError(_LONG_LINE, remedy=ONE_EACH)
    return line.removeprefix("\ufeff") if isinstance(line, str) else decode(line, encoding=encoding)


# --- JSON Lines -------------------------------------------------------------------------------------------------------


def read_json_lines(
    source: Source, stream: Stream, encoding: str | None, failed: Failed, *, chosen: Callable[[int], bool] | None = None
) -> Iterator[Article]:
    """The articles of a JSON Lines file; a line that holds none is told to `failed`.

    `chosen` tells by its number whether a line is looked at, where several share a file's lines; else all are.

    Raises:
        EmptyInputError: there is no line in it.
        EncodingError: it cannot be read further.
    """
    any_line = False
    for number, line in _lines(stream, encoding):
        if chosen is not None and not chosen(number):
            any_line = True
            continue
        raw: str | None = None
        name: object = None
        try:
            raw = _text_of(line, encoding)
            if not raw.strip():
                continue
            fields = _json_object(raw)
            name = fields.get("id")
            yield article_of_fields(source, number, fields)
        except InputError as error:
            failed(error, number, str(name) if isinstance(name, str | int) else None, raw)
        any_line = True
    if not any_line:
        raise EmptyInputError("is empty", remedy="leave it out")


def _json_object(text: str) -> dict[str, Any]:
    try:
        fields = json.loads(text, parse_constant=_no_constant)
        if _SURROGATE.search(text):
            json.dumps(fields, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise FormatError("half of a surrogate pair", remedy="write the character in full") from error
    except RecursionError as error:
        raise FormatError("JSON nested too deeply", remedy="write one flat object a line") from error
    except ValueError as error:
        said = getattr(error, "msg", str(error))
        where = f" at character {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        hint = "put the whole object on one line" if text.strip() in {"{", "["} else "write one JSON object a line"
        raise FormatError(f"not JSON ({said}{where})", remedy=hint) from error
    if not isinstance(fields, dict):
        raise FormatError(f"{kind_of(fields)}, not a JSON object", remedy='write {"id": …, "text": …} on each line')
    return fields


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def article_of_fields(source: Source, number: int, fields: dict[str, Any]) -> Article:
    """The article that an object holds, of a line or of a row of a table; its other keys become `meta`.

    Args:
        source: the file it stands in.
        number: of the line or row, from 1.
        fields: the object, its values as JSON has them.

    Raises:
        FormatError: it has no text, or an id that is none.
        EmptyInputError: the text is white space.
    """
    key = next((key for key in TEXT_KEYS if key in fields), None)
    if key is None:
        raise FormatError("the object has no text", remedy=f"put the article under {' or '.join(map(repr, TEXT_KEYS))}")
    text = fields[key]
    if not isinstance(text, str):
        raise FormatError(f"the article's {key} is {kind_of(text)}, not text", remedy="write it as a string")
    name = fields.get("id")
    if name is None or name == "":
        name = f"{source.stem}:{number}"
    meta = {other: value for other, value in fields.items() if other not in {"id", key}}
    return make_article(name, text, f"{source.name}:{number}", meta=meta)


# --- CSV --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Header:
    """A CSV file's columns, and which of them hold text and id."""

    names: list[str]
    delimiter: str
    text_at: int
    id_at: int | None


class _CsvLines:
    """The lines of a CSV file as text, for the csv module; one that cannot be read leaves its error for the row."""

    def __init__(self, stream: Stream, encoding: str | None) -> None:
        self._lines = _lines(stream, encoding)
        self._encoding = encoding
        self.number = 0
        self.delimiter = ","
        self.taken = self.cells = 0  # of the row, which may go over many lines
        self.endless = False
        self.error: InputError | None = None

    def __iter__(self) -> _CsvLines:
        return self

    def __next__(self) -> str:
        self.number, line = next(self._lines)
        self.taken += len(line or "")
        try:
            text = _text_of(line, self._encoding)
            self.cells += text.count(self.delimiter)
        except InputError as error:
            self.error = error
            return "\n"
        if self.taken > MAX_BYTES or self.cells > _MOST_CELLS:
            self.endless = True
            problem = f"a row longer than {MAX_BYTES:,} bytes or {_MOST_CELLS:,} cells; the rest is not read"
            raise FormatError(problem, remedy="mend the row's quotes")
        return text

    def raise_error(self) -> None:
        """Raise what went wrong since the last call."""
        error, self.error = self.error, None
        if error is not None:
            raise error


def read_csv(source: Source, stream: Stream, encoding: str | None, failed: Failed) -> Iterator[Article]:
    """The articles of a CSV file; a row that holds none is told to `failed`.

    Raises:
        EmptyInputError: there is nothing in it.
        FormatError: the header names no text column, or one column twice; or a row does not end.
        EncodingError: it cannot be read further.
    """
    csv.field_size_limit(MAX_BYTES)
    lines = _CsvLines(stream, encoding)
    header = _read_header(lines)
    lines.delimiter = header.delimiter
    reader = csv.reader(lines, delimiter=header.delimiter, strict=True)
    while True:
        began = lines.number + 1
        lines.taken = lines.cells = 0
        row: list[str] | None = None
        try:
            row = next(reader, None)
            if row is None:
                return
            lines.raise_error()
            if row:
                yield _from_csv(source, began, header, row)
        except csv.Error as error:
            lines.error = None
            failed(FormatError(f"not well-formed CSV ({error})", remedy="mend the row's quotes"), began, None, None)
        except InputError as error:
            if lines.endless:
                raise
            known = row and header.id_at is not None and header.id_at < len(row)
            name = row[header.id_at] if row and known and header.id_at is not None else None
            failed(error, began, name or None, header.delimiter.join(row) if row else None)


def _read_header(lines: _CsvLines) -> _Header:
    first = next(lines, "")
    lines.raise_error()
    if not first.strip():
        raise EmptyInputError("is empty", remedy="leave it out")
    delimiter = max(",;\t", key=first.count)
    try:
        names = [cell.strip() for cell in next(csv.reader([first], delimiter=delimiter))]
    except csv.Error as error:
        raise FormatError(f"the CSV header is not well-formed ({error})", line=1, remedy="mend the first line") from error
    columns = {name.lower(): at for at, name in enumerate(names)}
    text_at = next((columns[key] for key in TEXT_KEYS if key in columns), None)
    if text_at is None:
        remedy = f"name the articles' column {' or '.join(TEXT_KEYS)}"
        raise FormatError("the CSV header names no text column", line=1, remedy=remedy)
    if len(columns) < len(names):
        raise FormatError("the CSV header names a column twice", line=1, remedy="give each column a name of its own")
    return _Header(names, delimiter, text_at, columns.get("id"))


def _from_csv(source: Source, line: int, header: _Header, row: list[str]) -> Article:
    if len(row) != len(header.names):
        problem = f"{len(row)} cells where the header has {len(header.names)}"
        raise FormatError(problem, remedy="mend the row's quotes and commas")
    own = {header.text_at, header.id_at}
    meta = {name: cell for at, (name, cell) in enumerate(zip(header.names, row, strict=True)) if at not in own}
    name = row[header.id_at] if header.id_at is not None else ""
    return make_article(name or f"{source.stem}:{line}", row[header.text_at], f"{source.name}:{line}", meta=meta)
