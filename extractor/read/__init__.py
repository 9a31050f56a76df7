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

What cannot be read is told to `on_error` as a `Reject`, and the next article follows. A run over many processes takes
`read_items` instead, which leaves files of one article to be read where they are needed.
"""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from extractor.errors import FormatError, InputError
from extractor.models import Article
from extractor.read.articles import MAX_BYTES, MAX_CHARACTERS, TEXT_KEYS
from extractor.read.encodings import decode, known_encoding
from extractor.read.formats import articles_in, recognise
from extractor.read.ids import Ids
from extractor.read.sources import FORMATS, Format, Source, find_sources, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Iterator, Sequence

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "TEXT_KEYS",
    "ArticleFile",
    "Format",
    "Ids",
    "Item",
    "Reject",
    "Source",
    "as_reject",
    "decode",
    "find_sources",
    "read_articles",
    "read_file",
    "read_items",
    "twice",
]

_SMALL = 2000  # characters of a broken line that are kept beside its error


@dataclass(frozen=True, slots=True)
class Reject:
    """An article, line or file that was set aside: where it stands, at which stage and why, and what to do about it.

    `stage` is `read`, or the part of the extraction that broke: `clean`, `match`, `assemble` and so on, or `extract`
    where that is not known. `raw` is the line as it was given, where it is short; of an article that could be read but not
    extracted, the whole of it as a line of JSON.
    """

    source: str | None
    line: int | None
    id: str | None
    stage: str
    error: str
    remedy: str
    raw: str | None = None

    def __str__(self) -> str:
        return str(InputError(self.error, file=self.source, line=self.line, remedy=self.remedy))


def as_reject(error: InputError, source: Source | None, line: int | None, name: str | None, raw: str | None) -> Reject:
    """What could not be read as it is set aside: `error` in `source` at `line`, the article's id if known, its line as given."""
    return Reject(
        source=error.file or (source.name if source else None),
        line=error.line if error.line is not None else line,
        id=name,
        stage="read",
        error=error.problem,
        remedy=error.remedy,
        raw=None if raw is None or len(raw) > _SMALL else raw.rstrip("\r\n"),
    )


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file of one article that is not read yet: plain text or a web page."""

    source: Source
    form: Format


Item: TypeAlias = Article | ArticleFile | Reject
"""What the inputs hold, one after another: an article, a file that holds one, or what could not be read."""


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
    ids = Ids()
    with closing(read_items(inputs, encoding=encoding, form=form, on_bytes=on_bytes, leave_out=leave_out)) as items:
        for item in items:
            article = read_file(item, encoding) if isinstance(item, ArticleFile) else item
            if isinstance(article, Article):
                article = twice(ids, article.id, article.source) or article
            if isinstance(article, Reject):
                on_error(article)
            else:
                yield article


def read_items(
    inputs: Sequence[str],
    *,
    encoding: str | None = None,
    form: Format | None = None,
    on_bytes: Callable[[int], None] | None = None,
    leave_out: Collection[str] = (),
) -> Generator[Item]:
    """What `inputs` hold, in order; an id may come twice (see `twice`). Arguments and errors as of `read_articles`."""
    if encoding is not None:
        known_encoding(encoding)
    outside = {os.path.realpath(path) for path in leave_out}
    rejects: list[Reject] = []
    for source in find_sources(list(inputs), lambda error: rejects.append(as_reject(error, None, None, None, None))):
        yield from _taken(rejects)
        if source.path is None or not outside or os.path.realpath(source.path) not in outside:
            yield from _items_of(source, encoding, form, on_bytes)
    yield from _taken(rejects)


def _items_of(
    source: Source, encoding: str | None, form: Format | None, on_bytes: Callable[[int], None] | None
) -> Iterator[Item]:
    rejects: list[Reject] = []

    def failed(error: InputError, line: int | None, name: str | None, raw: str | None) -> None:
        rejects.append(as_reject(error, source, line, name, raw))

    form = form or source.format
    try:
        if form is None or not _keeps(source, form):
            with opened(source, on_bytes) as stream:
                form = form or recognise(stream)
                if not _keeps(source, form):
                    for article in articles_in(source, stream, encoding, form, failed):
                        yield from _taken(rejects)
                        yield article
        elif on_bytes is not None and source.path is not None:
            on_bytes(source.path.stat().st_size)
    except OSError:
        pass  # of a size that cannot be told; `read_file` tells why
    except InputError as error:
        failed(error, None, None, None)
    yield from _taken(rejects)
    if form is not None and _keeps(source, form):
        yield ArticleFile(source, form)


def _keeps(source: Source, form: Format) -> bool:
    """Whether the file holds one article and can be opened later."""
    return source.regular and form in {"text", "html"}


def _taken(rejects: list[Reject]) -> Iterator[Reject]:
    yield from rejects
    rejects.clear()


def read_file(file: ArticleFile, encoding: str | None = None) -> Article | Reject:
    """The article of a file that holds one, or why it cannot be read."""
    try:
        with opened(file.source) as stream:
            return next(articles_in(file.source, stream, encoding, file.form, lambda *_: None))
    except InputError as error:
        return as_reject(error, file.source, None, None, None)


def twice(ids: Ids, name: str, source: str | None) -> Reject | None:
    """A reject if an article of this id was read before, else None; the id is noted.

    Args:
        ids: the ids read so far.
        name: the article's id.
        source: its file, with `:` and the line where a file holds many.
    """
    where = source or ""
    first = ids.first(name, where)
    if first is None:
        return None
    file, colon, line = where.rpartition(":")
    numbered = bool(colon) and line.isdecimal()
    error = FormatError(f"the id {name!r} was read before, from {first}", remedy="give each article an id of its own")
    return Reject(file if numbered else where, int(line) if numbered else None, name, "read", error.problem, error.remedy)
