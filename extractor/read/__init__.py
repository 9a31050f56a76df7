"""Reads articles from files, folders, patterns and standard input, one after another.

| ending | what it holds |
| --- | --- |
| .txt | one article |
| .html, .htm | one web page; the whole page becomes text, and the article's spans in it are marked |
| .jsonl, .ndjson | an object a line with `text` (or `body`, or `content`) and, as a rule, `id` |
| .csv | a header and a row an article, columns as for JSON Lines; comma, semicolon or tab |

Each may be packed with gzip. Other keys and columns go along as `meta`, untouched and unread. An article without an id
is called after its file: the path within the folder (or below the fixed part of the pattern) that was given, without the
ending, and for a line of many the line's number: `2565/news:12`. An id that was read before is not read again.

What cannot be read is told to `on_error` as a `Reject`, and the next article follows.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.errors import FormatError, InputError
from extractor.read.articles import MAX_BYTES, MAX_CHARACTERS, TEXT_KEYS
from extractor.read.encodings import decode, known_encoding
from extractor.read.formats import articles_in
from extractor.read.sources import FORMATS, Format, Source, find_sources, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from extractor.models import Article

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "TEXT_KEYS",
    "Format",
    "Reject",
    "Source",
    "decode",
    "find_sources",
    "read_articles",
]

_SMALL = 2000  # characters of a broken line that are kept beside its error


@dataclass(frozen=True, slots=True)
class Reject:
    """An article, line or file that was set aside: where it stands, at which stage and why, and what to do about it.

    `raw` is the line as it was given, where it is short.
    """

    source: str | None
    line: int | None
    id: str | None
    stage: Literal["read", "extract"]
    error: str
    remedy: str
    raw: str | None = None

    def __str__(self) -> str:
        return str(InputError(self.error, file=self.source, line=self.line, remedy=self.remedy))


def _reject(error: InputError, source: Source | None, line: int | None, name: str | None, raw: str | None) -> Reject:
    return Reject(
        source=error.file or (source.name if source else None),
        line=error.line if error.line is not None else line,
        id=name,
        stage="read",
        error=error.problem,
        remedy=error.remedy,
        raw=None if raw is None or len(raw) > _SMALL else raw.rstrip("\r\n"),
    )


def read_articles(
    inputs: Sequence[str],
    *,
    encoding: str | None = None,
    form: Format | None = None,
    on_error: Callable[[Reject], None],
    on_bytes: Callable[[int], None] | None = None,
    leave_out: Collection[str] = (),
) -> Iterator[Article]:
    """The articles of `inputs`, in order, one at a time.

    Args:
        inputs: files, folders, patterns, and `-` for standard input.
        encoding: the encoding of all of them; else each tells its own.
        form: the format of all of them; else the endings tell it, or the first bytes.
        on_error: told of whatever could not be read.
        on_bytes: told how many bytes of the files were taken, each time.
        leave_out: files that are not read though they stand in a folder or match a pattern, such as earlier output.

    Raises:
        EncodingError: there is no encoding called `encoding`.
    """
    if encoding is not None:
        known_encoding(encoding)
    seen: dict[str, str] = {}
    outside = {os.path.realpath(path) for path in leave_out}
    for source in find_sources(list(inputs), lambda error: on_error(_reject(error, None, None, None, None))):
        if source.path is not None and outside and os.path.realpath(source.path) in outside:
            continue

        def failed(error: InputError, line: int | None, name: str | None, raw: str | None, source: Source = source) -> None:
            on_error(_reject(error, source, line, name, raw))

        try:
            with opened(source, on_bytes) as stream:
                for article in articles_in(source, stream, encoding, form, failed):
                    where = article.source or source.name
                    first = seen.setdefault(article.id, where)
                    if first is not where:
                        line = where.removeprefix(source.name + ":")
                        problem = f"the id {article.id!r} was read before, from {first}"
                        error = FormatError(problem, remedy="give each article an id of its own")
                        failed(error, int(line) if line.isdigit() else None, article.id, None)
                        continue
                    yield article
        except InputError as error:
            failed(error, None, None, None)
