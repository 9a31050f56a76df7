"""Makes the server ready for the first text while it answers already: gazetteers, and the processes that extract."""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extractor.lexicon import load
from extractor.web.inbox.readers import readers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI

    from extractor.web.settings import Settings

_LOG = logging.getLogger(__name__)
_FIRST_PAGE = 1.0  # seconds that are left to the first page, which a browser asks for at once


@contextmanager
def warm(app: FastAPI, *, after: float = _FIRST_PAGE) -> Iterator[None]:
    """Within the block the application gets ready in the background, `after` so many seconds; at its end its processes end."""
    told: Settings = app.state.settings
    ended = threading.Event()

    def ready() -> None:
        if ended.wait(after):
            return
        try:
            app.state.extractions.begin()  # in processes of their own, which take the machine's other cores
            readers(told.seconds).begin()
            load()
        except Exception:  # noqa: BLE001 - whatever it is, the server goes on
            _LOG.exception("the extraction could not be made ready; the first text does it")

    thread = threading.Thread(target=ready, name="warming", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
        app.state.extractions.close()
        readers(told.seconds).close()
