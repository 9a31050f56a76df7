"""Exports: a file of a format, sent while it is being made.

A thread writes the file into a draft on the disk as fast as the archive is read, and the answer follows behind it. So the first
bytes come at once, memory is bounded, and no transaction of the database waits for a slow reader. Whoever has too many under way
is asked to wait, and so is everybody where too many are being made.
"""

from __future__ import annotations

import tempfile
import threading
from collections import Counter
from contextlib import ExitStack, contextmanager
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from fastapi import HTTPException
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from extractor.archive.browse import ArchiveSnapshot
from extractor.web.context import known, reading, settings
from extractor.web.language import gettext
from extractor.web.linked import base
from extractor.web.tags import KEPT, archive_tag, unless_had

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from extractor.archive.exchange import Format

EACH = 2
"""Exports that one user, or without users one address, may have under way."""
ALL = 16
"""Exports that all together may have under way."""

_MADE = 2  # at once; others wait for their turn
_PATIENCE = 10.0  # seconds that one waits for its turn
_BEGINNING = 5.0  # seconds after which an answer begins though there is nothing to send yet
_PIECE = 1 << 18  # bytes that are sent at once
_IN_MEMORY = 1 << 22  # bytes of a draft before it is a file


class Exports:
    """Counts the exports under way, by who asked for them, and those that are being made."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._under_way: Counter[str] = Counter()
        self._turns = threading.BoundedSemaphore(_MADE)

    @contextmanager
    def under_way(self, who: str) -> Iterator[None]:
        """Within the block one more of `who` is under way.

        Raises:
            HTTPException: 429 `who` has as many as one may have; 503 all together have.
        """
        with self._lock:
            if self._under_way[who] >= EACH:
                said = gettext("ท่านมีการส่งออกที่ยังไม่เสร็จอยู่แล้ว %(most)d รายการ โปรดรอให้เสร็จก่อนแล้วขอใหม่") % {"most": EACH}
                raise HTTPException(429, said, {"Retry-After": "30"})
            if self._under_way.total() >= ALL:
                raise HTTPException(503, gettext("มีผู้ส่งออกพร้อมกันมากเกินไป โปรดลองใหม่ในอีกสักครู่"), {"Retry-After": "30"})
            self._under_way[who] += 1
        try:
            yield
        finally:
            with self._lock:
                self._under_way[who] -= 1
                self._under_way += Counter()  # forgets those that have none

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Within the block one more is made.

        Raises:
            HTTPException: 503, it had to wait too long for its turn.
        """
        if not self._turns.acquire(timeout=_PATIENCE):
            raise HTTPException(503, gettext("มีผู้ส่งออกพร้อมกันมากเกินไป โปรดลองใหม่ในอีกสักครู่"), {"Retry-After": "10"})
        try:
            yield
        finally:
            self._turns.release()


class _LeftError(Exception):
    """Nobody waits for the file any more."""


class Draft:
    """A file that one thread writes, to its end and no other way, while another reads it from its beginning."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by `leave`
        self._changed = threading.Condition()
        self._written = self._at = 0  # how much there is, and from where on a piece is waited for
        self._done = self._left = False
        self._failed: BaseException | None = None

    def write(self, data: bytes) -> int:
        """Append `data`.

        Raises:
            _LeftError: the one who reads has left.
        """
        with self._changed:
            if self._left:
                raise _LeftError
            self._file.seek(self._written)
            self._file.write(data)
            waiting = self._written - self._at < _PIECE
            self._written += len(data)
            if waiting and self._written - self._at >= _PIECE:  # to wake somebody for each line costs more than the line
                self._changed.notify_all()
        return len(data)

    def writelines(self, lines: Iterator[bytes]) -> None:
        """Append each of `lines`."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Nothing is held back here."""

    def finish(self, failed: BaseException | None = None) -> None:
        """Say that no more comes, because all is written or because it `failed`."""
        with self._changed:
            self._done, self._failed = True, failed
            self._changed.notify_all()

    def read(self, at: int) -> bytes:
        """The next bytes from `at` on, when there are enough for a piece or no more come; none at the end.

        Raises:
            BaseException: what the writing failed of.
        """
        with self._changed:
            self._at = at
            self._changed.wait_for(lambda: self._done or self._left or self._written - at >= _PIECE)
            if self._failed is not None:
                raise self._failed
            if self._left:
                return b""
            self._file.seek(at)
            return self._file.read(_PIECE)

    def begun(self) -> None:
        """Wait until there is a piece, or the whole, but not for long: some formats have no byte before all is made.

        Raises:
            BaseException: what the writing failed of.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._done or self._written >= _PIECE, _BEGINNING)
            if self._failed is not None:
                raise self._failed

    @property
    def size(self) -> int | None:
        """How many bytes there are in all, when that is known."""
        with self._changed:
            return self._written if self._done else None

    def leave(self) -> None:
        """Say that nobody reads any more; the file is gone."""
        with self._changed:
            self._left = True
            self._file.close()
            self._changed.notify_all()


def export(request: Request, form: Format, chosen: Callable[[Connection], tuple[str, ...] | None]) -> Response:
    """What `chosen` chooses of the archive (None is all of it), as a file of a format that is sent while it is made.

    Where the making fails on its way the connection is broken off, so that half a file is never taken for a whole one.

    Raises:
        HTTPException: 429 who asks has too many under way, 503 too many are being made.
        UnchangedError: who asks has the file already.
        ArchiveError: the archive cannot be read, or does not fit the format.
    """
    told = settings(request)
    exports: Exports = request.app.state.exports
    with ExitStack() as stack:
        stack.enter_context(exports.under_way(_asks(request)))
        with ExitStack() as making:
            connection = making.enter_context(reading(request))
            tag = unless_had(request, archive_tag(connection, request))
            headers = {"ETag": tag, "Content-Disposition": f'attachment; filename="awards{form.suffix}"'} | KEPT
            if request.scope.get("head"):
                return Response(headers=headers, media_type=form.media_type)
            snapshot = ArchiveSnapshot(connection, told.name, base(request), chosen(connection))
            making.enter_context(exports.turn())
            draft = Draft()
            stack.callback(draft.leave)
            kept = making.pop_all()
        threading.Thread(target=_make, args=(form, snapshot, draft, kept), name="export", daemon=True).start()
        draft.begun()  # what fails at the beginning is answered as other failures are
        if (size := draft.size) is not None:
            headers["Content-Length"] = str(size)
        return _Sent(draft, stack.pop_all(), headers, form.media_type)


def _asks(request: Request) -> str:
    found = known(request)
    return found.name if found and found.name else request.client.host if request.client else ""


def _make(form: Format, snapshot: ArchiveSnapshot, draft: Draft, kept: ExitStack) -> None:
    failed: BaseException | None = None
    try:
        with kept:
            form.write(snapshot, cast("BinaryIO", draft))
    except _LeftError:
        pass
    except BaseException as error:  # noqa: BLE001 - told to the one who reads
        failed = error
    draft.finish(failed)


class _Sent(StreamingResponse):
    """An answer that follows a draft, and leaves it however it ends."""

    def __init__(self, draft: Draft, kept: ExitStack, headers: dict[str, str], media_type: str) -> None:
        self._kept = kept
        super().__init__(_pieces(draft), headers=headers, media_type=media_type)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._kept:
            await super().__call__(scope, receive, send)


async def _pieces(draft: Draft) -> AsyncIterator[bytes]:
    at = 0
    while piece := await run_in_threadpool(draft.read, at):
        yield piece
        at += len(piece)
