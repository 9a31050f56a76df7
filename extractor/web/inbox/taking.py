"""Takes articles in: extracts them, imports them, and tells how far it is."""

from __future__ import annotations

import hashlib
import secrets
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from sqlalchemy import select

from extractor.archive.database import reading
from extractor.archive.importing import import_records
from extractor.archive.incoming import Incoming
from extractor.archive.tables import Article as Row
from extractor.errors import ExtractorError, FormatError
from extractor.lexicon import load
from extractor.read import Reject, read_articles
from extractor.read.articles import make_article
from extractor.run.outcomes import record_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from extractor.models import Article

_KEPT = 50  # jobs that are remembered
_SHOWN = 100  # faults and articles of one job that are told


@dataclass(slots=True)
class Job:
    """Files that are taken in: how far it is, what could not be read, and the articles by number and id when it is done."""

    id: str
    who: str
    files: int
    step: Literal["reading", "keeping", "done", "failed"] = "reading"
    read: int = 0
    faults: list[str] = field(default_factory=list)
    aside: int = 0
    articles: list[tuple[int, str]] = field(default_factory=list)
    came: int = 0


class Jobs:
    """Takes files in, one upload after another, while pages are served."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="inbox")

    def find(self, given: str) -> Job | None:
        """The job of this id, while it is remembered."""
        with self._lock:
            return self._jobs.get(given)

    def start(self, engine: Engine, folder: Path, who: str, outlet: str, files: int) -> Job:
        """Take in what stands in a folder, which is deleted afterwards; gives the job at once."""
        job = Job(secrets.token_urlsafe(9), who, files)
        with self._lock:
            self._jobs[job.id] = job
            for old in list(self._jobs)[:-_KEPT]:
                if self._jobs[old].step in {"done", "failed"}:
                    del self._jobs[old]
        self._worker.submit(self._run, engine, folder, outlet, job)
        return job

    @staticmethod
    def _run(engine: Engine, folder: Path, outlet: str, job: Job) -> None:
        def aside(reject: Reject) -> None:
            job.aside += 1
            if len(job.faults) < _SHOWN:
                name = (reject.source or "").removeprefix(str(folder)).lstrip("/")
                job.faults.append(": ".join(part for part in (name, reject.error) if part))

        def one_by_one() -> Iterator[Article]:
            for article in read_articles([str(each) for each in sorted(folder.iterdir())], on_error=aside):
                source = (article.source or "").removeprefix(str(folder)).lstrip("/")
                job.read += 1
                yield article.model_copy(update={"source": source or None})

        try:
            job.articles, job.came = take(engine, one_by_one(), outlet, aside, job)
            job.step = "done"
        except ExtractorError as error:
            job.faults.insert(0, str(getattr(error, "problem", error)))
            job.step = "failed"
        except Exception:
            job.step = "failed"
            raise
        finally:
            shutil.rmtree(folder, ignore_errors=True)


jobs = Jobs()


def take(
    engine: Engine, articles: Iterable[Article], outlet: str, aside: object, job: Job | None = None
) -> tuple[list[tuple[int, str]], int]:
    """Extract articles and import them.

    Args:
        engine: the archive.
        articles: what to take in.
        outlet: who published them, where they do not say so; may be empty.
        aside: told of each article that could not be extracted.
        job: whose step is noted.

    Returns:
        Number and id of the first articles that came, and how many came in all.

    Raises:
        ArchiveError: the database failed; nothing came in.
    """
    assert callable(aside)
    lexicon = load()
    seen: list[str] = []

    def incoming() -> Iterator[Incoming]:
        for article in articles:
            record = record_of(article, lexicon)
            if isinstance(record, Reject):
                aside(record)
                continue
            seen.append(article.id)
            yield Incoming(record, article.text, outlet or None)
        if job is not None:
            job.step = "keeping"

    import_records(engine, incoming(), lexicon, source="workbench")
    with reading(engine) as connection:
        wanted = select(Row.id, Row.article_id).where(Row.article_id.in_(seen[:_SHOWN]))
        if outlet:
            wanted = wanted.where(Row.outlet == outlet)
        rows = connection.execute(wanted.order_by(Row.id)).all()
    return [(row.id, row.article_id) for row in rows], len(seen)


def pasted(engine: Engine, text: str, outlet: str, meta: dict[str, str]) -> int:
    """Take in one text that somebody pasted; gives the article's number. The same text is the same article.

    Raises:
        InputError: the text cannot be an article.
        ArchiveError: the database failed; nothing came in.
    """
    given = "pasted-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    article = make_article(given, text, "workbench", meta=meta)
    faults: list[Reject] = []
    found, _ = take(engine, [article], outlet, faults.append)
    if not found:
        raise FormatError(faults[0].error if faults else "holds no article", remedy="paste the text of one article")
    return found[-1][0]
