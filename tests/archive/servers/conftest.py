"""Archives that the tests of one module share, as long as they change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.archive.database import open_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Engine


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def kept_archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An empty archive of today's schema, one for a module."""
    if request.param == "sqlite":
        database = str(tmp_path_factory.mktemp("servers") / "awards.sqlite")
    else:
        made: Callable[[], str] = request.getfixturevalue("postgresql")
        database = made()
    engine = open_archive(database, create=True)
    yield engine
    engine.dispose()
