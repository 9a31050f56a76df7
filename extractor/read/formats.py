"""The articles of one file, in whatever format it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.errors import EmptyInputError, FormatError, InputError
from extractor.read.articles import MAX_BYTES, ONE_EACH, TEXT_KEYS, make_article
from extractor.read.encodings import decode, guess
from extractor.read.lines import SAMPLE, read_csv, read_json_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.models import Article
    from extractor.read.articles import Failed
    from extractor.read.sources import Format, Source, Stream

# without a possessive group, which Python before 3.11.5 leaves in the midst of what it tried last (gh-106052)
_HTML = re.compile(
    rb"\s*(?:<!--(?:(?!-->).)*-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(r'\{\s*(?:"(?:[^"\\\n]|\\.){1,60}"\s*:|\}|$)|\[\s*\{')


def articles_in(source: Source, stream: Stream, encoding: str | None, form: Format | None, failed: Failed) -> Iterator[Article]:
    """The articles of one opened file. What cannot be read is told to `failed`, and the rest still comes.

    Raises:
        InputError: the file as a whole cannot be read, or not further.
    """
    form = form or source.format or recognise(stream)
    if form == "jsonl":
        yield from read_json_lines(source, stream, encoding, failed)
    elif form == "csv":
        yield from read_csv(source, stream, encoding, failed)
    else:
        data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise FormatError(f"larger than {MAX_BYTES:,} bytes", remedy=ONE_EACH)
        if not data.strip():
            raise EmptyInputError("is empty", remedy="leave it out")
        yield (_page if form == "html" else _plain)(source, data, encoding)


def _plain(source: Source, data: bytes, encoding: str | None) -> Article:
    return make_article(source.stem, decode(data, encoding=encoding), source.name)


def _page(source: Source, data: bytes, encoding: str | None) -> Article:
    from extractor.read.html import decode_page, flatten  # noqa: PLC0415 - trafilatura takes a while to load

    page = flatten(decode_page(data, encoding=encoding))
    return make_article(source.stem, page.text, source.name, content=page.content)


def recognise(stream: Stream) -> Format:
    """The format by the first bytes: a page's markup, a JSON object on a line, a CSV header with a text column.

    Raises:
        FormatError: it is JSON, but not an object a line.
    """
    data = stream.peek(SAMPLE)[:SAMPLE]
    try:
        head = data.decode(guess(data, partial=True), errors="ignore").removeprefix("\ufeff").lstrip()
    except InputError:
        return "html" if _HTML.match(data) else "text"
    if _HTML.match(head.encode("utf-8", "replace")):
        return "html"
    first, _, rest = head.partition("\n")
    if _JSON.match(head):
        whole = first.rstrip().endswith("}") or not rest or rest.lstrip().startswith("{")
        if first.startswith("{") and whole:
            return "jsonl"
        raise FormatError("JSON over several lines", remedy="write one object a line, as jq -c does")
    cells = {cell.strip(' "\r').lower() for cell in re.split(r"[,;\t]", first)}
    return "csv" if len(cells) > 1 and cells & set(TEXT_KEYS) else "text"
