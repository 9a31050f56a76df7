"""Reads articles in processes of its own, each within its time, so that no text holds the server.

A text that takes longer than it may, or at which the extraction breaks, becomes a record without conferrals that says so: the
article comes into the archive, and people go on with it by hand.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import queue
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from extractor import lexicon as lexicons
from extractor import models
from extractor.models import Article, Provenance, Record
from extractor.read import ArticleFile, Reject, read_file
from extractor.run.limit import time_limit
from extractor.run.outcomes import Settings, broken, record_of
from extractor.run.workers import begin
from extractor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.read import Item

Read: TypeAlias = "tuple[Article, Record, Reject | None] | Reject"
"""An article and its record, with what was the matter where the record is empty for it; or what could not even be read."""

Work: TypeAlias = "Callable[[Item, float, str], Read]"

_PROCESSES = 2  # so that somebody who pastes does not wait behind an upload
_ON_THE_CLOCK = 4.0  # times the processor time that a text may take, on a machine that does other things too
_STARTING = 60.0  # seconds that a process may take to read the gazetteers


class BusyError(Exception):
    """All processes are at work, and have been for as long as one may wait."""


def read_item(item: Item, seconds: float, folder: str) -> Read:
    """Read what is not read yet, and extract: the work of one process. Sources within `folder` are told by their names."""
    article: Article | Reject
    if isinstance(item, ArticleFile):
        try:
            with time_limit(seconds):
                article = read_file(item)
        except Exception as error:  # noqa: BLE001 - a bug in one article must not cost the others
            article = broken(error, item.source.name, item.source.stem, stage="read")
    else:
        article = item
    if isinstance(article, Reject):
        return article
    source = (article.source or "").removeprefix(folder).lstrip("/") if folder else article.source
    article = article.model_copy(update={"source": source or None})
    record = record_of(article, lexicons.load(), seconds)
    return (article, record, None) if isinstance(record, Record) else set_aside(article, record)


def set_aside(article: Article, why: Reject) -> Read:
    """The article with a record that says why nothing was read of it."""
    problem = why.error.partition(" (")[0]  # what broke is for the log, not for the page
    record = Record(
        id=article.id,
        source=article.source,
        text_sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=None,
        published=None,
        awards=(),
        unconferred=(),
        ceremonies=(),
        people=(),
        organisations=(),
        dates=(),
        claims=(),
        warnings=(models.Warning(code="not_extracted", message=f"{problem}; it ended at the stage {why.stage}"),),
        extractor=Provenance(version=__version__, gazetteers=lexicons.load().digest),
        meta=article.meta,
    )
    return article, record, why


@dataclass(slots=True)
class _Process:
    """One process, begun when it is first needed, and anew after it was ended."""

    seconds: float
    work: Work
    pool: ProcessPoolExecutor | None = None
    ready: bool = False

    def begun(self) -> ProcessPoolExecutor:
        if self.pool is None:
            methods = multiprocessing.get_all_start_methods()
            context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
            if "forkserver" in methods:
                context.set_forkserver_preload(["extractor.run.preload"])
            told = Settings(seconds=self.seconds)
            self.pool = ProcessPoolExecutor(1, mp_context=context, initializer=begin, initargs=(told,))
        return self.pool

    def read(self, item: Item, folder: str) -> Read:
        limit = self.seconds * _ON_THE_CLOCK + (0 if self.ready else _STARTING)
        try:
            read = self.begun().submit(self.work, item, self.seconds, folder).result(limit)
        except TimeoutError:  # code that no signal reaches
            self.end()
            return _lost(item, folder, f"the extraction took more than {limit:g} s")
        except BrokenProcessPool:
            self.end()
            return _lost(item, folder, "the process that read it ended")
        self.ready = True
        return read

    def end(self) -> None:
        pool, self.pool, self.ready = self.pool, None, False
        if pool is not None:
            running = list((getattr(pool, "_processes", None) or {}).values())
            pool.shutdown(wait=False, cancel_futures=True)
            for process in running:
                process.kill()


def _lost(item: Item, folder: str, problem: str) -> Read:
    if isinstance(item, Reject):
        return item
    if isinstance(item, Article):
        return set_aside(item, Reject(item.source, None, item.id, "extract", problem, "report it with the article"))
    name = item.source.name.removeprefix(folder).lstrip("/")
    return Reject(name, None, item.source.stem, "read", problem, "report it with the article")


class Readers:
    """Processes that read articles, one each.

    Args:
        seconds: the processor time that one article may take.
        processes: how many.
        work: what each does; for tests.
    """

    def __init__(self, seconds: float, *, processes: int = _PROCESSES, work: Work = read_item) -> None:
        self._free: queue.LifoQueue[_Process] = queue.LifoQueue()  # one that has begun is taken first
        self._all = [_Process(seconds, work) for _ in range(processes)]
        for each in self._all:
            self._free.put(each)

    def read(self, item: Item, *, folder: str = "", patience: float | None = None) -> Read:
        """The article and its record.

        Args:
            item: an article, or a file that holds one.
            folder: where the files stand; sources are told by their names within it.
            patience: seconds to wait for a process that is free; for ever where None.

        Raises:
            BusyError: none became free.
        """
        if isinstance(item, Reject):
            return item
        try:
            process = self._free.get(timeout=patience)
        except queue.Empty:
            raise BusyError from None
        try:
            return process.read(item, folder)
        finally:
            self._free.put(process)

    def begin(self) -> None:
        """Begin a process, unless one is there or at work, so that it is ready when the first text comes; does not wait."""
        with suppress(queue.Empty):
            process = self._free.get_nowait()
            try:
                if process.pool is None:
                    process.begun().submit(_nothing)
            finally:
                self._free.put(process)

    def close(self) -> None:
        """End the processes, whatever they do."""
        for each in self._all:
            with suppress(OSError):
                each.end()


def _nothing() -> None:
    pass


@cache
def readers(seconds: float) -> Readers:
    """The processes of this server that give an article so many seconds; they end with it."""
    return Readers(seconds)
