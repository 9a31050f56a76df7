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
from extractor.models import Article
from extractor.read import Ids, Reject, read_items, twice
from extractor.read.articles import make_article
from extractor.run.limit import SECONDS
from extractor.web.inbox.readers import readers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Engine

    from extractor.read import Item

_KEPT = 50  # jobs that are remembered
_PATIENCE = 30.0  # seconds that somebody who pastes waits for a process that reads
_SHOWN = 100  # faults and articles of one job that are told


@dataclass(frozen=True, slots=True)
class Fault:
    """What was the matter with one file or article, and at which stage; as the library says it."""

    name: str
    problem: str
    stage: str


@dataclass(slots=True)
class Job:
    """Files that are taken in: how far it is, what could not be read, and the articles by number and id when it is done."""

    id: str
    who: str
    files: int
    step: Literal["reading", "keeping", "done", "failed"] = "reading"
    read: int = 0
    faults: list[Fault] = field(default_factory=list)
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

    def start(
        self,
        engine: Engine,
        folder: Path,
        who: str,
        outlet: str,
        files: int,
        left_out: Sequence[str] = (),
        *,
        seconds: float = SECONDS,
    ) -> Job:
        """Take in what stands in a folder, which is deleted afterwards; gives the job at once.

        `left_out` names files that came with it and can be no articles.
        """
        job = Job(secrets.token_urlsafe(9), who, files, aside=len(left_out))
        job.faults += [Fault(name, "is no file of articles", "read") for name in left_out[:_SHOWN]]
        with self._lock:
            self._jobs[job.id] = job
            for old in list(self._jobs)[:-_KEPT]:
                if self._jobs[old].step in {"done", "failed"}:
                    del self._jobs[old]
        self._worker.submit(self._run, engine, folder, outlet, job, seconds)
        return job

    @staticmethod
    def _run(engine: Engine, folder: Path, outlet: str, job: Job, seconds: float) -> None:
        def aside(reject: Reject) -> None:
            job.aside += 1
            if len(job.faults) < _SHOWN:
                job.faults.append(Fault((reject.source or "").removeprefix(str(folder)).lstrip("/"), reject.error, reject.stage))

        try:
            items = read_items([str(each) for each in sorted(folder.iterdir())])
            job.articles, job.came = take(engine, items, outlet, aside, job, seconds=seconds, folder=str(folder))
            job.step = "done"
        except ExtractorError as error:
            job.faults.insert(0, Fault("", str(getattr(error, "problem", error)), "read"))
            job.step = "failed"
        except Exception:
            job.step = "failed"
            raise
        finally:
            shutil.rmtree(folder, ignore_errors=True)


jobs = Jobs()


def take(
    engine: Engine,
    items: Iterable[Item],
    outlet: str,
    aside: Callable[[Reject], None],
    job: Job | None = None,
    *,
    seconds: float = SECONDS,
    folder: str = "",
    patience: float | None = None,
) -> tuple[list[tuple[int, str]], int]:
    """Extract articles and import them.

    Args:
        engine: the archive.
        items: what to take in: articles, and files that hold one.
        outlet: who published them, where they do not say so; may be empty.
        aside: told of each that could not be read, or not in its time; the latter comes in all the same, without conferrals.
        job: told how far it is.
        seconds: the processor time that one article may take.
        folder: where the files stand; sources are told by their names within it.
        patience: seconds to wait for a process that reads.

    Returns:
        Number and id of the first articles that came, and how many came in all.

    Raises:
        ArchiveError: the database failed; nothing came in.
        BusyError: no process became free in time; nothing came in.
    """
    reading_them = readers(seconds)
    seen: list[str] = []

    def incoming(ids: Ids) -> Iterator[Incoming]:
        for item in items:
            if isinstance(item, Article) and (again := twice(ids, item.id, item.source)):
                aside(again)
                continue
            read = reading_them.read(item, folder=folder, patience=patience)
            if isinstance(read, Reject):
                aside(read)
                continue
            article, record, why = read
            if not isinstance(item, Article) and (again := twice(ids, article.id, article.source)):
                aside(again)
                continue
            if why is not None:
                aside(why)
            if job is not None:
                job.read += 1
            seen.append(article.id)
            yield Incoming(record, article.text, outlet or None)
        if job is not None:
            job.step = "keeping"

    import_records(engine, incoming(Ids()), load(), source="workbench")
    with reading(engine) as connection:
        wanted = select(Row.id, Row.article_id).where(Row.article_id.in_(seen[:_SHOWN]))
        if outlet:
            wanted = wanted.where(Row.outlet == outlet)
        rows = connection.execute(wanted.order_by(Row.id)).all()
    return [(row.id, row.article_id) for row in rows], len(seen)


def pasted(
    engine: Engine, text: str, outlet: str, meta: dict[str, str], *, seconds: float = SECONDS
) -> tuple[int, Reject | None]:
    """Take in one text that somebody pasted. The same text is the same article.

    Returns:
        The article's number, and what was the matter where its extraction did not end.

    Raises:
        InputError: the text cannot be an article.
        ArchiveError: the database failed; nothing came in.
        BusyError: too much is being read already; nothing came in.
    """
    given = "pasted-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    article = make_article(given, text, "workbench", meta=meta)
    faults: list[Reject] = []
    found, _ = take(engine, [article], outlet, faults.append, seconds=seconds, patience=_PATIENCE)
    if not found:
        raise FormatError(faults[0].error if faults else "has no text", remedy="paste the text of one article")
    return found[-1][0], faults[0] if faults else None
