"""The articles of one file: plain text, HTML, JSON Lines, CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

from extractor.errors import EmptyInputError, EncodingError, FormatError, InputError
from extractor.models import Article
from extractor.read.encodings import decode, guess, known_encoding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from extractor.read.sources import Format, Source

MAX_CHARACTERS = 2_000_000
"""The longest text that is taken for one article: that of a thick book."""

MAX_BYTES = 32_000_000
"""The longest line of JSON Lines or CSV, and the largest file of plain text or HTML."""

TEXT_KEYS = ("text", "body", "content")
"""Keys and columns that hold an article's text; of several, the first in this order."""

_SAMPLE = 1 << 16
_TOO_LONG = f"longer than {MAX_CHARACTERS:,} characters"
_ONE_EACH = "give one article a file, or one a line as JSON Lines"
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta|title)\b", re.I | re.S)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

Failed = "Callable[[InputError, int | None, str | None, str | None], None]"
"""Told an error, its line, the article's id if known, and the raw text."""


def articles_in(
    source: Source, stream: io.BufferedReader, encoding: str | None, form: Format | None, failed: Failed
) -> Iterator[Article]:
    """The articles of one opened file. What cannot be read is told to `failed`, and the rest still comes.

    Raises:
        InputError: the file as a whole cannot be read, or not further.
    """
    form = form or source.format or _recognise(stream)
    if form == "jsonl":
        yield from _json_lines(source, stream, encoding, failed)
    elif form == "csv":
        yield from _csv_rows(source, stream, encoding, failed)
    else:
        data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise FormatError(f"larger than {MAX_BYTES:,} bytes", remedy=_ONE_EACH)
        if not data.strip():
            raise EmptyInputError("is empty", remedy="leave it out")
        yield _html(source, data, encoding) if form == "html" else _text(source, data, encoding)


def _recognise(stream: io.BufferedReader) -> Format:
    """The format by the first bytes: a page's markup, a JSON object on the first line, a CSV header with a text column."""
    data = stream.peek(_SAMPLE)[:_SAMPLE]
    if _HTML.match(data.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    try:
        head = data.decode(guess(data, partial=True), errors="ignore").removeprefix("\ufeff").lstrip()
    except InputError:
        return "text"
    first = head.split("\n", 1)[0]
    if first.startswith("{") and first.rstrip().endswith("}"):
        return "jsonl"
    if first.startswith("{") and re.match(r'\{\s*"[^"\n]{1,60}"\s*:', first) and len(first) == len(head):
        return "jsonl"
    cells = {cell.strip(' "').lower() for cell in re.split(r"[,;\t]", first)}
    if len(cells) > 1 and cells & set(TEXT_KEYS):
        return "csv"
    return "text"


def _text(source: Source, data: bytes, encoding: str | None) -> Article:
    return _article(source.stem, decode(data, encoding=encoding), source.name, {})


def _html(source: Source, data: bytes, encoding: str | None) -> Article:
    from extractor.read.html import decode_page, flatten  # noqa: PLC0415 - trafilatura takes a while to load

    page = flatten(decode_page(data, encoding=encoding))
    return _article(source.stem, page.text, source.name, {}, content=page.content)


def _article(
    name: object, text: str, source: str, meta: dict[str, Any], *, content: tuple[tuple[int, int], ...] | None = None
) -> Article:
    if not text.strip("\ufeff\u200b \t\r\n\x0b\x0c\xa0"):
        raise EmptyInputError("has no text", remedy="leave it out")
    if len(text) > MAX_CHARACTERS:
        raise FormatError(_TOO_LONG, remedy=_ONE_EACH)
    return Article(id=checked_id(name), text=text, source=source, content=content, meta=meta)


def checked_id(name: object) -> str:
    """An article's id: any text without control characters, of at most 500 characters; a number is written out.

    Path characters may stand in it, for no file is ever named by it as it is.

    Raises:
        FormatError: it is no such id.
    """
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    if not isinstance(name, str):
        raise FormatError(f"the id is {_kind(name)}, not text", remedy="write the id as a string")
    if _CONTROL.search(name):
        raise FormatError("the id holds a line break or another control character", remedy="give it a plain id")
    if len(name) > 500:
        raise FormatError("the id is longer than 500 characters", remedy="give it a shorter id")
    return name


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", bool: "true or false", type(None): "null", int: "a number", float: "a number"}
    return names.get(type(value), "text")


# --- JSON Lines -------------------------------------------------------------------------------------------------------


def _json_lines(source: Source, stream: io.BufferedReader, encoding: str | None, failed: Failed) -> Iterator[Article]:
    any_line = False
    for number, line in _lines(stream, encoding):
        raw = name = None
        try:
            if line is None:
                raise FormatError(f"a line longer than {MAX_BYTES:,} bytes", remedy=_ONE_EACH)
            text = line if isinstance(line, str) else decode(line, encoding=encoding)
            if not text.strip():
                continue
            any_line = True
            raw = text
            fields = _json_object(text)
            name = fields.get("id") if isinstance(fields.get("id"), str | int) else None
            yield _from_json(source, number, fields)
        except InputError as error:
            any_line = True
            failed(error, number, None if name is None else str(name), raw)
    if not any_line:
        raise EmptyInputError("is empty", remedy="leave it out")


def _json_object(text: str) -> dict[str, Any]:
    try:
        fields = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_constant)
        if _SURROGATE.search(text):
            json.dumps(fields, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise FormatError("half of a surrogate pair", remedy="write the character in full") from error
    except RecursionError as error:
        raise FormatError("JSON nested too deeply", remedy="write one flat object a line") from error
    except ValueError as error:
        said = getattr(error, "msg", str(error))
        where = f" at character {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        hint = "put the whole object on one line" if text.strip() in "{[" else "write one JSON object a line"
        raise FormatError(f"not JSON ({said}{where})", remedy=hint) from error
    if not isinstance(fields, dict):
        raise FormatError(f"{_kind(fields)}, not a JSON object", remedy='write {"id": …, "text": …} on each line')
    return fields


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def _from_json(source: Source, number: int, fields: dict[str, Any]) -> Article:
    key = next((key for key in TEXT_KEYS if key in fields), None)
    if key is None:
        raise FormatError("the object has no text", remedy=f"put the article under {' or '.join(map(repr, TEXT_KEYS))}")
    text = fields[key]
    if not isinstance(text, str):
        raise FormatError(f"the article's {key} is {_kind(text)}, not text", remedy="write it as a string")
    name = fields.get("id")
    meta = {other: value for other, value in fields.items() if other not in ("id", key)}
    return _article(f"{source.stem}:{number}" if name in (None, "") else name, text, f"{source.name}:{number}", meta)


def _lines(stream: io.BufferedReader, encoding: str | None) -> Iterator[tuple[int, bytes | str | None]]:
    """Numbered lines, None for one that is too long; bytes where each line tells its own encoding, else text."""
    codec = known_encoding(encoding) if encoding else None
    if codec is None:
        sample = stream.peek(_SAMPLE)[:_SAMPLE]
        if sample:
            try:
                codec = guess(sample, partial=True)
            except EncodingError:
                codec = "utf-8"  # each line will tell
    if codec and codec.startswith(("utf-16", "utf-32")):
        wide = io.TextIOWrapper(stream, encoding=codec, newline="\n")
        try:
            yield from _numbered(lambda: wide.readline(MAX_BYTES + 1), "\n", MAX_BYTES)
        except UnicodeDecodeError as error:
            raise EncodingError(f"begins as {codec}, but does not go on so", remedy="save it as UTF-8") from error
        finally:
            wide.detach()
    else:
        yield from _numbered(lambda: stream.readline(MAX_BYTES + 1), b"\n", MAX_BYTES)


def _numbered(readline: Callable[[], Any], end: str | bytes, limit: int) -> Iterator[tuple[int, Any]]:
    number = 0
    while line := readline():
        number += 1
        if len(line) > limit:
            while line and not line.endswith(end):
                line = readline()
            yield number, None
        else:
            yield number, line


# --- CSV --------------------------------------------------------------------------------------------------------------


class _CsvLines:
    """The lines of a CSV file as text, for the csv module; a line that is no text counts as an error of its row."""

    def __init__(self, stream: io.BufferedReader, encoding: str | None) -> None:
        self._lines = _lines(stream, encoding)
        self._encoding = encoding
        self.number = 0
        self.error: InputError | None = None

    def __iter__(self) -> _CsvLines:
        return self

    def __next__(self) -> str:
        self.number, line = next(self._lines)
        if isinstance(line, str):
            return line
        try:
            if line is None:
                raise FormatError(f"a line longer than {MAX_BYTES:,} bytes", remedy=_ONE_EACH)
            text = decode(line, encoding=self._encoding)
        except InputError as error:
            self.error = error
            return "\n"
        return text.removeprefix("\ufeff") if self.number == 1 else text


def _csv_rows(source: Source, stream: io.BufferedReader, encoding: str | None, failed: Failed) -> Iterator[Article]:
    csv.field_size_limit(MAX_BYTES)
    lines = _CsvLines(stream, encoding)
    first = next(lines, None)
    if lines.error is not None:
        raise lines.error
    if first is None or not first.strip():
        raise EmptyInputError("is empty", remedy="leave it out")
    delimiter = max(",;\t", key=first.count)
    header = [cell.strip() for cell in next(csv.reader([first], delimiter=delimiter))]
    columns = {cell.lower(): at for at, cell in reversed(list(enumerate(header)))}
    text_at = next((columns[key] for key in TEXT_KEYS if key in columns), None)
    if text_at is None:
        remedy = f"name the column of the articles {' or '.join(TEXT_KEYS)}"
        raise FormatError("the CSV header names no text column", line=1, remedy=remedy)
    if len(set(header)) < len(header):
        raise FormatError("the CSV header names a column twice", line=1, remedy="give each column a name of its own")
    id_at = columns.get("id")
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        began = lines.number + 1
        name = None
        row: list[str] | None = None
        try:
            row = next(reader)
            if lines.error is not None:
                raise lines.error
            if not row:
                continue
            if len(row) != len(header):
                raise FormatError(f"{len(row)} cells where the header has {len(header)}", remedy="mend the row's quotes and commas")
            name = row[id_at] if id_at is not None else None
            yield _from_csv(source, began, header, row, text_at, id_at)
        except StopIteration:
            return
        except csv.Error as error:
            failed(FormatError(f"not well-formed CSV ({error})", remedy="mend the row's quotes"), began, None, None)
        except InputError as error:
            failed(error, began, name or None, None if row is None else delimiter.join(row))
        lines.error = None


def _from_csv(source: Source, line: int, header: list[str], row: list[str], text_at: int, id_at: int | None) -> Article:
    meta: Mapping[str, str] = {key: cell for at, (key, cell) in enumerate(zip(header, row, strict=True)) if at not in (text_at, id_at)}
    name = row[id_at] if id_at is not None else ""
    return _article(name or f"{source.stem}:{line}", row[text_at], f"{source.name}:{line}", dict(meta))
