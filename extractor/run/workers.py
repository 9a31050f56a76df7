"""Extracts batch by batch in worker processes, and yields what came of them in the order of the input.

A worker that dies (killed, or the system out of memory) costs the one article at which it died: the batches that were
out are done again, article by article in a process of their own, and the one that kills two of these is set aside.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, TypeAlias

from extractor import lexicon as lexicons
from extractor.read import ArticleFile, Reject
from extractor.run.outcomes import Outcome, as_line, outcome_of, warm_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from types import TracebackType
    from typing import Self

    from extractor.lexicon import Lexicon
    from extractor.read import Item
    from extractor.run.batches import Batch, Shard
    from extractor.run.outcomes import Settings
    from extractor.run.shards import Same

Mark: TypeAlias = "Shard | Same"
"""What stands between batches: the end of a shard, or a shard that is done already."""

_AHEAD = 3  # batches for each worker that are read before the first of them is written


@dataclass(slots=True)
class _Worker:
    """What a worker process holds on to."""

    lexicon: Lexicon
    settings: Settings


_worker: list[_Worker] = []


def begin(settings: Settings) -> None:
    """Make this process ready: it leaves Ctrl-C to its parent, and ends when its parent has, however that ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:

        def follow() -> None:
            wait([parent.sentinel])
            os._exit(1)

        threading.Thread(target=follow, daemon=True).start()
    lexicon = lexicons.load(*settings.gazetteers)
    warm_up(lexicon)
    _worker[:] = [_Worker(lexicon, settings)]


def work(batch: Batch) -> list[Outcome]:
    """What comes of the items of a batch, in a worker process."""
    [worker] = _worker
    return [outcome_of(item, worker.lexicon, worker.settings) for item in batch]


@dataclass(slots=True)
class _Waiting:
    """A batch that is out, or a mark between batches."""

    batch: Batch = ()
    outcomes: Future[list[Outcome]] | None = None
    mark: Mark | None = None


@dataclass(slots=True)
class Workers:
    """So many processes that extract; with one, this process does it itself. A context manager.

    Args:
        count: how many.
        settings: how each article is extracted.
        lexicon: the gazetteers that the settings name, loaded.
        task: what a worker process does with a batch.
    """

    count: int
    settings: Settings
    lexicon: Lexicon
    task: Callable[[Batch], list[Outcome]] = work
    _pool: ProcessPoolExecutor | None = None
    _others: set[int | None] = field(default_factory=set)

    def __enter__(self) -> Self:
        self._others = {process.pid for process in multiprocessing.active_children()}
        if self.count > 1:
            self._pool = self._new_pool(self.count)
        else:
            warm_up(self.lexicon)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool is not None:
            self._end(self._pool, at_once=kind is not None)
            self._pool = None

    def outcomes(self, work: Iterable[Batch | Mark]) -> Iterator[list[Outcome] | Mark]:
        """For each batch what came of its items, and each mark as it is, in the order of `work`.

        `work` is taken as fast as the workers are, and never far ahead of them.
        """
        waiting: deque[_Waiting] = deque()
        for each in work:
            if self._pool is None:
                yield self._here(each) if isinstance(each, tuple) else each
                continue
            if isinstance(each, tuple):
                waiting.append(_Waiting(each, self._submit(each)))
            else:
                waiting.append(_Waiting(mark=each))
            while waiting and (waiting[0].mark is not None or len(waiting) > self.count * _AHEAD):
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def _here(self, batch: Batch) -> list[Outcome]:
        return [outcome_of(item, self.lexicon, self.settings) for item in batch]

    def _submit(self, batch: Batch) -> Future[list[Outcome]] | None:
        """The future of a batch, or None if the pool broke meanwhile."""
        assert self._pool is not None
        try:
            return self._pool.submit(self.task, batch)
        except BrokenProcessPool:
            return None

    def _next(self, waiting: deque[_Waiting]) -> list[Outcome] | Mark:
        first = waiting.popleft()
        if first.mark is not None:
            return first.mark
        try:
            if first.outcomes is not None:
                return first.outcomes.result()
        except BrokenProcessPool:
            pass
        return self._recover(first.batch, waiting)

    def _recover(self, batch: Batch, waiting: deque[_Waiting]) -> list[Outcome]:
        """After a worker died: do the batch item by item, and give the others that were out to a new pool."""
        done: list[Outcome] = []
        assert self._pool is not None
        self._end(self._pool, at_once=True)
        alone = self._new_pool(1)
        for item in batch:
            outcomes: list[Outcome] | None = None
            for _ in range(2):  # another batch's article may have been the one that killed
                try:
                    outcomes = alone.submit(self.task, (item,)).result()
                    break
                except BrokenProcessPool:
                    self._end(alone, at_once=True)
                    alone = self._new_pool(1)
            done += outcomes if outcomes is not None else [_died(item)]
        self._end(alone, at_once=False)
        self._pool = self._new_pool(self.count)
        for one in waiting:
            if one.mark is None and not _succeeded(one.outcomes):
                one.outcomes = self._submit(one.batch)
        return done

    def _new_pool(self, count: int) -> ProcessPoolExecutor:
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:
            context.set_forkserver_preload(["extractor.run.preload"])
        return ProcessPoolExecutor(count, mp_context=context, initializer=begin, initargs=(self.settings,))

    def _end(self, pool: ProcessPoolExecutor, *, at_once: bool) -> None:
        pool.shutdown(wait=not at_once, cancel_futures=True)
        if at_once:
            for process in multiprocessing.active_children():
                if process.pid not in self._others:
                    process.terminate()
                    process.join()


def _succeeded(future: Future[list[Outcome]] | None) -> bool:
    return future is not None and future.done() and not future.cancelled() and future.exception() is None


def _died(item: Item) -> Outcome:
    """The outcome of an article at which the worker process died twice."""
    if isinstance(item, Reject):
        return Outcome(reject=item)
    name, source = (item.source.stem, item.source.name) if isinstance(item, ArticleFile) else (item.id, item.source)
    problem = "the process that extracted it was ended by the system, twice"
    remedy = "look whether memory ran out; else report it with the article"
    raw = None if isinstance(item, ArticleFile) else as_line(item)
    return Outcome(name, source, reject=Reject(source, None, name, "extract", problem, remedy, raw))
