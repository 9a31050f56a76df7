"""Brings an archive from an older schema to this version's, step by step (Alembic)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_FOLDER = Path(__file__).parent / "migrations"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def head() -> str:
    """The revision of this version's schema."""
    found = ScriptDirectory.from_config(_config()).get_current_head()
    assert found is not None
    return found


def known() -> list[str]:
    """The revisions that this version can upgrade from, the newest (its own) first."""
    return [step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()]


def revision(connection: Connection) -> str | None:
    """The revision of the schema behind `connection`, or None where Alembic made none."""
    return MigrationContext.configure(connection).get_current_revision()


def check(at: str | None, database: str) -> None:
    """Pass if `at` is this version's revision.

    Raises:
        ArchiveError: it is another's, or none.
    """
    from extractor.archive.database import shown  # noqa: PLC0415 - that module opens archives by this one

    if at == head():
        return
    if at is None:
        problem, remedy = "holds no archive", "name an archive, or make one with `extractor archive import`"
    elif at in known():
        problem, remedy = f"has the schema of an older version ({at})", "copy it, then run `extractor archive upgrade`"
    else:
        problem, remedy = f"has the schema of a newer version ({at})", "upgrade this program: pip install -U thai-awards"
    raise ArchiveError(problem, database=shown(database), remedy=remedy)


def upgrade(engine: Engine, database: str, *, to: str = "head") -> tuple[str | None, str]:
    """Bring the schema to `to` and build the search index anew, in one transaction: all of it or nothing.

    Returns:
        The revisions before and after.

    Raises:
        ArchiveError: a newer version made the archive, or the database failed.
    """
    from extractor.archive.database import writing  # noqa: PLC0415 - that module opens archives by this one
    from extractor.archive.search import reindex  # noqa: PLC0415 - takes a while to load

    config = _config()
    with writing(engine) as connection:
        before = revision(connection)
        if before is not None and before not in known():
            check(before, database)
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        after = revision(connection)
        if before is not None and before != after and after == head():
            reindex(connection)
    assert after is not None
    return before, after
