"""Opening an archive: what is made, and what is refused with a remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from extractor.archive import migrate
from extractor.archive.database import connect, open_archive, reading, writing
from extractor.archive.tables import Base
from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine


def test_the_steps_make_the_tables_that_the_code_knows(archive: Engine) -> None:
    known = set(Base.metadata.tables)
    with reading(archive) as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: kind != "table" or name in known}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_what_is_written_is_kept_whole_or_not_at_all(archive: Engine) -> None:
    add = text("INSERT INTO settings (key, value) VALUES (:key, 'ชื่อ')")
    with writing(archive) as connection:
        connection.execute(add, {"key": "a"})
    with pytest.raises(ArchiveError), writing(archive) as connection:
        connection.execute(add, [{"key": "b"}, {"key": "a"}])
    with reading(archive) as connection:
        assert connection.execute(text("SELECT key FROM settings WHERE value = 'ชื่อ'")).scalars().all() == ["a"]


def test_a_database_of_others_is_no_archive(database: str) -> None:
    engine = connect(database, create=True)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE articles (id INTEGER)"))
    engine.dispose()
    with pytest.raises(ArchiveError, match=r"holds no archive; name an archive"):
        open_archive(database, create=True)


def test_a_newer_schema_is_refused(database: str) -> None:
    engine = open_archive(database, create=True)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(ArchiveError, match=r"newer version \(9999\); upgrade this program"):
        open_archive(database)
    with pytest.raises(ArchiveError, match="newer version"):
        migrate.upgrade(engine, database)
    engine.dispose()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("mysql://a:secret@host/b", "mysql is not supported; use a SQLite file or a postgresql"),
        ("postgresql+psycopg://user:secret@localhost:1/awards", "no server answers there; start it, or check host and port"),
        ("{}/none.sqlite", "does not exist; name an archive with --database"),
        ("{}/none/none.sqlite", "does not exist; name an archive with --database"),
        ("{}", "is a folder; name a file in it"),
        ("sqlite://", "is gone when the command ends; name a file"),
    ],
)
def test_a_place_that_cannot_be_opened_is_told_with_its_remedy(tmp_path: Path, given: str, said: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        open_archive(given.format(tmp_path))
    assert said in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "awards.sqlite"
    place.write_text("ข่าวรางวัล " * 500, encoding="utf-8")
    with pytest.raises(ArchiveError, match="is no SQLite database"):
        open_archive(str(place))
    assert place.read_text(encoding="utf-8").startswith("ข่าวรางวัล")


def test_a_locked_file_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = str(tmp_path / "awards.sqlite")
    first = open_archive(place, create=True)
    monkeypatch.setattr("extractor.archive.database.BUSY_SECONDS", 0.1)
    second = open_archive(place)
    with writing(first) as one:
        one.execute(text("INSERT INTO settings (key, value) VALUES ('a', 'b')"))
        with pytest.raises(ArchiveError, match="locked by another program; wait"), writing(second):
            pass
    first.dispose()
    second.dispose()


def test_a_wrong_database_and_user_on_a_server(postgresql: object) -> None:
    good = postgresql()  # type: ignore[operator]
    with pytest.raises(ArchiveError, match="no such database, role or table"):
        open_archive(good.replace("archive_", "nothing_"))
    with pytest.raises(ArchiveError, match="no such database, role or table"):
        open_archive(good.replace("postgres:", "nobody:"))
