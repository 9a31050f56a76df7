"""What becomes of one article: its record, or why it was set aside."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor import pipeline
from extractor.models import Article
from extractor.read import ArticleFile, Reject, read_file
from extractor.run.limit import SECONDS, OutOfTimeError, stage_of, time_limit
from extractor.write import encode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from extractor.lexicon import Lexicon
    from extractor.models import Record
    from extractor.read import Item
    from extractor.write import OutputFormat


@dataclass(frozen=True, slots=True)
class Settings:
    """How every article of a run is read, extracted and encoded: what a worker process is told."""

    gazetteers: tuple[Path, ...] = ()
    form: OutputFormat = "jsonl"
    encoding: str | None = None
    seconds: float = SECONDS


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one item: the encoded record with its counts, or the reject. `id` and `source` are the article's."""

    id: str = ""
    source: str | None = None
    data: bytes = b""
    conferrals: int = 0
    people: int = 0
    reject: Reject | None = None


def outcome_of(item: Item, lexicon: Lexicon, settings: Settings) -> Outcome:
    """Read what is not read yet, extract, and encode; whatever breaks becomes a reject."""
    article: Article | Reject
    if isinstance(item, ArticleFile):
        try:
            with time_limit(settings.seconds):
                article = read_file(item, settings.encoding)
        except Exception as error:  # noqa: BLE001 - a bug in one article must not cost the others
            article = broken(error, item.source.name, item.source.stem, stage="read")
    else:
        article = item
    if isinstance(article, Reject):
        return Outcome(reject=article)
    record = record_of(article, lexicon, settings.seconds)
    if isinstance(record, Reject):
        return Outcome(article.id, article.source, reject=record)
    data = encode(record, settings.form)
    return Outcome(article.id, article.source, data, len(record.awards), len(record.people))


def record_of(article: Article, lexicon: Lexicon, seconds: float = SECONDS) -> Record | Reject:
    """The record of an article, or what was the matter with it."""
    try:
        with time_limit(seconds):
            return pipeline.extract(article, lexicon=lexicon)
    except Exception as error:  # noqa: BLE001 - a bug in one article must not cost the others
        return broken(error, article.source, article.id, raw=as_line(article))


def extract_all(
    articles: Iterable[Article], lexicon: Lexicon, set_aside: Callable[[Reject], None], *, seconds: float = SECONDS
) -> Iterator[Record]:
    """The records of `articles`, in this process; one at which the extraction breaks is set aside, and the next follows."""
    for article in articles:
        record = record_of(article, lexicon, seconds)
        if isinstance(record, Reject):
            set_aside(record)
        else:
            yield record


def warm_up(lexicon: Lexicon) -> None:
    """Have the gazetteers build what they build when first used, so that no article's time is charged with it."""
    pipeline.extract(Article(id="first", text="เทศบาลตำบลนาดีได้รับรางวัลเลิศรัฐ ประจำปี 2566"), lexicon=lexicon)


def as_line(article: Article) -> str:
    """The article as a line of JSON from which it can be read again."""
    return json.dumps({**article.meta, "id": article.id, "text": article.text}, ensure_ascii=False)


def broken(error: Exception, source: str | None, name: str, *, stage: str | None = None, raw: str | None = None) -> Reject:
    """The reject of an article at which the program itself failed; `raw` is the article as it can be read again."""
    stage = stage or stage_of(error)
    if isinstance(error, OutOfTimeError):
        problem = f"the extraction took {error}"
        return Reject(source, None, name, stage, problem, "give it more with --time-limit, or report it with the article", raw)
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    remedy = "this is a fault of the program; please report it with the article"
    return Reject(source, None, name, stage, f"the extraction broke ({said})", remedy, raw)
