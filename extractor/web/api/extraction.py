"""Extraction as a service: in processes of its own, bounded in size, time and number, so that no text holds up the others."""

from __future__ import annotations

import asyncio
import hashlib
import json
import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.exceptions import HTTPException
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation
from starlette.responses import Response

from extractor import lexicon as lexicons
from extractor import pipeline
from extractor.models import Article, Record
from extractor.run.limit import SECONDS, OutOfTimeError, time_limit
from extractor.run.outcomes import Settings
from extractor.run.workers import begin
from extractor.web.api import bodies, models
from extractor.web.context import User, require, settings
from extractor.write import encode

router = APIRouter()

_WAITING = 8  # texts for each process that may wait for their turn
_ON_THE_CLOCK = 4.0  # times the processor time that a text may take, on a machine that does other things too
_STARTING = 60.0  # seconds that a process may take to read the gazetteers
_AGAIN = {"Retry-After": "5"}


@router.post("/extract", response_model=Record, tags=["extraction"])
async def extract(request: Request, wanted: bodies.Text, who: Annotated[User, Depends(require("reader"))]) -> Response:
    """The record of a text, as `extractor extract` gives it. Nothing is kept: neither the text nor the record."""
    most = settings(request).most_characters
    if len(wanted.text) > most:
        raise HTTPException(413, f"a text may have {most:,} characters")
    asks = who.name or (request.client.host if request.client else "")
    if wait := request.app.state.rates.wait("extraction", asks):
        raise HTTPException(429, "too many texts; wait", {"Retry-After": str(wait)})
    extractions: Extractions = request.app.state.extractions
    try:
        record = await extractions.record(Article(id=_id(wanted), text=wanted.text, meta=wanted.meta))
    except OutOfTimeError as error:
        raise HTTPException(422, f"the extraction took {error}") from error
    except BusyError as error:
        raise HTTPException(503, "too many texts are waiting; try again later", _AGAIN) from error
    return Response(record, media_type="application/json")


@router.post("/extract/batch", response_model=models.AllExtracted, tags=["extraction"])
async def extract_all(request: Request, wanted: bodies.Texts, who: Annotated[User, Depends(require("reader"))]) -> Response:
    """The records of up to twenty texts, in their order; together they may have as many characters as one text may.

    Each counts as one extraction. A text that takes too long has a `problem` in the place of its record.
    """
    most = settings(request).most_characters
    if sum(len(each.text) for each in wanted.texts) > most:
        raise HTTPException(413, f"the texts may have {most:,} characters together")
    asks = who.name or (request.client.host if request.client else "")
    if wait := request.app.state.rates.wait("extraction", asks, len(wanted.texts)):
        raise HTTPException(429, "too many texts; wait", {"Retry-After": str(wait)})
    extractions: Extractions = request.app.state.extractions
    made: list[bytes] = []
    for each in wanted.texts:  # one after another, so that others' texts come in between
        record, problem = b"null", None
        try:
            record = await extractions.record(Article(id=_id(each), text=each.text, meta=each.meta))
        except OutOfTimeError as error:
            problem = f"the extraction took {error}"
        except BusyError as error:
            raise HTTPException(503, "too many texts are waiting; try again later", _AGAIN) from error
        told = json.dumps({"id": _id(each), "problem": problem}, ensure_ascii=False).encode()
        made.append(told[:-1] + b', "record": ' + record + b"}")
    return Response(b'{"items": [' + b", ".join(made) + b"]}", media_type="application/json")


def _id(wanted: bodies.Text) -> str:
    return wanted.id or f"text-{hashlib.sha256(wanted.text.encode()).hexdigest()[:12]}"


class BusyError(Exception):
    """So much is being done already that no more is taken on."""


@dataclass(slots=True)
class Extractions:
    """Processes that extract, begun when they are first needed; they end with this one.

    Args:
        processes: how many.
        seconds: of processor time that a text may take.
    """

    processes: int = max(1, min(4, (os.cpu_count() or 2) - 1))
    seconds: float = SECONDS
    _pool: ProcessPoolExecutor | None = None
    _waiting: int = 0
    _free: asyncio.Semaphore | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _ready: bool = False

    async def record(self, article: Article) -> bytes:
        """The record of an article, JSON.

        Raises:
            OutOfTimeError: it took more time than a text may.
            BusyError: too many wait already.
        """
        if self._free is None:
            self._free = asyncio.Semaphore(self.processes)
        if self._waiting >= self.processes * (_WAITING + 1):
            raise BusyError
        self._waiting += 1
        try:
            async with self._free:
                return await self._made(article)
        finally:
            self._waiting -= 1

    async def _made(self, article: Article) -> bytes:
        pool = self._begun()
        limit = self.seconds * _ON_THE_CLOCK + (0 if self._ready else _STARTING)
        try:
            made = await asyncio.wait_for(asyncio.wrap_future(pool.submit(_record, article, self.seconds)), limit)
        except TimeoutError as error:  # code that no signal reaches
            self.close()
            raise OutOfTimeError(f"more than {limit:g} s") from error
        except BrokenProcessPool:
            self.close()
            raise
        self._ready = True
        return made

    def begin(self) -> None:
        """Begin a process, so that it is ready when the first text comes; does not wait."""
        self._begun().submit(_nothing)

    def _begun(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                methods = multiprocessing.get_all_start_methods()
                context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
                if "forkserver" in methods:
                    context.set_forkserver_preload(["extractor.run.preload"])
                told = Settings(seconds=self.seconds)
                self._pool = ProcessPoolExecutor(self.processes, mp_context=context, initializer=begin, initargs=(told,))
            return self._pool

    def close(self) -> None:
        """End the processes, whatever they do; the next text begins new ones."""
        with self._lock:
            pool, self._pool, self._ready = self._pool, None, False
        if pool is not None:
            running = list((getattr(pool, "_processes", None) or {}).values())
            pool.shutdown(wait=False, cancel_futures=True)
            for process in running:
                process.terminate()


def _nothing() -> None:
    pass


def _record(article: Article, seconds: float) -> bytes:
    """The record of an article, JSON; in a process of its own, where the limit of time holds."""
    with time_limit(seconds):
        record = pipeline.extract(article, lexicon=lexicons.load())
    return encode(record, "jsonl").strip()
