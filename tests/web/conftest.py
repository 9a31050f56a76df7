"""An archive of the corpus to look at in a browser: read by many tests, copied for one that writes.

client          a client of one person at this machine, over the archive that all tests share: only reads
own_client      the same over a copy of the test's own
settings        how `own_client`'s application was started; `settings.engine` is its archive
form(page)      the token that the forms of a page carry, to be posted as `csrf`
serving(app)    an application at a real port, for a browser: `with serving(app) as address`
browser         Chromium, as playwright has it
"""

from __future__ import annotations

import re
import shutil
import socket
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from extractor.archive.database import open_archive, writing
from extractor.archive.importing import import_records
from extractor.archive.incoming import Incoming
from extractor.archive.tables import Doubt
from extractor.lexicon import load
from extractor.pipeline import extract
from extractor.read import read_articles
from extractor.web.app import create_app
from extractor.web.settings import Settings
from tests.conftest import CORPUS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fastapi import FastAPI
    from playwright.sync_api import Browser
    from sqlalchemy import Engine

ARTICLES = (
    "a01-lertrat-nested-inline.txt",
    "a05-level-once-for-many-works.txt",
    "a12-gecc-recipients-by-dai-kae.txt",
    "a18-tqa-five-dates-differ.txt",
    "a23-one-work-two-types-claim-nine-list-eight.txt",
    "b04-national-artists-branches.txt",
    "b17-long-positions.txt",
    "b22-communities-places-teams.txt",
)
"""Files of the corpus that the archive holds, in turn as of the outlets ก and ข."""


@pytest.fixture(scope="session")
def corpus_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite archive of `ARTICLES` with their texts; to be copied by whoever writes."""
    place = tmp_path_factory.mktemp("web") / "awards.sqlite"
    fill(str(place))
    return place


def fill(database: str) -> None:
    """Makes an archive of `ARTICLES` and some doubts."""
    lexicon = load()
    engine = open_archive(database, create=True)
    articles = list(read_articles([str(CORPUS / name) for name in ARTICLES], on_error=pytest.fail))
    assert len(articles) == len(ARTICLES)
    brought = [
        Incoming(extract(article, lexicon=lexicon), article.text, f"สำนักข่าว{'กข'[number % 2]}")
        for number, article in enumerate(articles)
    ]
    import_records(engine, brought, lexicon)
    _doubt(engine)
    engine.dispose()


def _doubt(engine: Engine) -> None:
    """Puts five doubtful pairs of people of no gazetteer into the archive, whatever its own doubts are."""
    with writing(engine) as connection:
        found = connection.execute(text("SELECT id FROM authorities WHERE id LIKE 'person:p-%' ORDER BY id LIMIT 10"))
        ids = [str(row[0]) for row in found]
        rows = [
            {"kind": "person", "left": left, "right": right, "state": "open", "score": 0.5 + at / 20, "reasons": ["one name"]}
            for at, (left, right) in enumerate(zip(ids[::2], ids[1::2], strict=True))
        ]
        connection.execute(Doubt.__table__.insert(), rows)


def one_person(place: Path) -> Settings:
    """Settings for one person at this machine."""
    return Settings(open_archive(str(place)), place.name, "http://127.0.0.1:8000", person="ผู้ทดสอบ", secret="s" * 32)


@pytest.fixture(scope="session")
def client(corpus_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of one person, over an archive that all tests share, and that nothing but who looks is written into."""
    place = tmp_path_factory.mktemp("web-read") / "awards.sqlite"
    shutil.copy(corpus_archive, place)
    settings = one_person(place)
    with TestClient(create_app(settings), base_url=settings.base_url) as made:
        yield made
    settings.engine.dispose()


@pytest.fixture
def settings(corpus_archive: Path, tmp_path: Path) -> Iterator[Settings]:
    """Settings for one person, over a copy of the archive."""
    place = tmp_path / "awards.sqlite"
    shutil.copy(corpus_archive, place)
    made = one_person(place)
    yield made
    made.engine.dispose()


@pytest.fixture
def own_client(settings: Settings) -> Iterator[TestClient]:
    """A client of one person, over the test's own archive."""
    with TestClient(create_app(settings), base_url=settings.base_url) as made:
        yield made


@pytest.fixture(scope="session")
def form() -> Callable[[str], str]:
    """Finds the token that a page's forms carry."""

    def token(page: str) -> str:
        found = re.search(r'name="csrf-token" content="([^"]+)"', page)
        assert found, page[:500]
        return found[1]

    return token


@pytest.fixture(scope="session")
def serving() -> Callable[[FastAPI], object]:
    """Serves an application at a free port of this machine while a block runs."""

    @contextmanager
    def served(app: FastAPI) -> Iterator[str]:
        import uvicorn  # noqa: PLC0415 - where a browser is

        with socket.create_server(("127.0.0.1", 0)) as place:
            server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
            thread = threading.Thread(target=server.run, args=([place],), daemon=True)
            thread.start()
            while not server.started:
                time.sleep(0.01)
            try:
                yield f"http://127.0.0.1:{place.getsockname()[1]}"
            finally:
                server.should_exit = True
                thread.join()

    return served


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium; without one the test is skipped."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = next((place for place in map(shutil.which, names) if place), None)
    if found is None:
        pytest.skip("no Chromium on this machine: the tests in a browser are left out")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - where a browser is

    with sync_playwright() as started:
        made = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield made
        made.close()
