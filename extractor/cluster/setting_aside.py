"""What becomes of one article, as `extractor extract` has it: its record, or why it was set aside."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from extractor import pipeline
from extractor.errors import FormatError
from extractor.read import Reject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.errors import InputError
    from extractor.lexicon import Lexicon
    from extractor.models import Article, Record
    from extractor.read import Source
    from extractor.read.articles import Failed

_SMALL = 2000  # characters of a broken line that are kept beside its error


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


def articles_once(source: Source, articles: Iterable[Article], seen: dict[str, str], failed: Failed) -> Iterator[Article]:
    """The articles of a file without those whose id was read before, which are told to `failed`.

    `seen` has the ids read so far and where each was; those of this file are added to it.
    """
    for article in articles:
        where = article.source or source.name
        first = seen.setdefault(article.id, where)
        if first is where:
            yield article
            continue
        line = where.removeprefix(source.name + ":")
        problem = f"the id {article.id!r} was read before, from {first}"
        error = FormatError(problem, remedy="give each article an id of its own")
        failed(error, int(line) if line.isdigit() else None, article.id, None)


def record_of(article: Article, lexicon: Lexicon) -> Record | Reject:
    """The article's record, or that the extraction broke at it."""
    try:
        return pipeline.extract(article, lexicon=lexicon)
    except Exception as error:  # noqa: BLE001 - a bug in one article must not cost the others
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        remedy = "this is a fault of the program; please report it with the article"
        return Reject(article.source, None, article.id, "extract", f"the extraction broke ({said})", remedy)


def encode_reject(reject: Reject) -> bytes:
    """What was set aside, as a line of JSON."""
    return json.dumps(asdict(reject), ensure_ascii=False).encode("utf-8", "replace") + b"\n"
