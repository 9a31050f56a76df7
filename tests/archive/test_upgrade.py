"""Archives of older versions: what they say when opened, and what an upgrade keeps of them.

`data/archive-0001.sqlite.gz` was made by the code of the first schema: four composed articles of two outlets and of none, a
level corrected and a conferral rejected by a person, and some sixty bodies of the gazetteer.
"""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from sqlalchemy import MetaData, inspect, select, text

from extractor.archive import migrate
from extractor.archive.browse import ArchiveSnapshot, conferrals
from extractor.archive.database import connect, open_archive, reading, writing
from extractor.archive.history import history
from extractor.archive.importing import import_records
from extractor.archive.search import Query, reindex, search
from extractor.archive.tables import Article, Base
from extractor.cli import BAD_ARCHIVE, main
from extractor.errors import ArchiveError
from extractor.lexicon import load
from tests.archive.records import incoming
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Engine

STORED = ROOT / "tests" / "archive" / "data" / "archive-0001.sqlite.gz"
LAMYAI, MARKET, FORMULA, TEAM, REJECTED = (
    "c-hzt6gq6tq5tcc", "c-eo77gdnqvv66m", "c-ti3i3sjv2wjmn", "c-7lpyycuhcin2g", "c-kayraw3np7z2r",
)  # fmt: skip
COUNTED = {"warned"}
INDEX = ("search_values", "search_blocks", "search_documents")


def unpacked(folder: Path) -> str:
    place = folder / "awards.sqlite"
    place.write_bytes(gzip.decompress(STORED.read_bytes()))
    return str(place)


def rows(engine: Engine) -> dict[str, list[Any]]:
    """All rows of all tables but the search index and Alembic's own, without what is counted from the rest."""
    with reading(engine) as connection:
        known = MetaData()
        known.reflect(connection, only=lambda name, _: not name.startswith(("search_", "alembic_")))
        kept = {table.name: [each for each in table.columns if each.name not in COUNTED] for table in known.sorted_tables}
        return {name: sorted(map(str, connection.execute(select(*columns)))) for name, columns in kept.items()}


@pytest.fixture(params=["sqlite", "postgresql"])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An archive of the first schema; on PostgreSQL one with the rows of the stored file."""
    place = unpacked(tmp_path)
    if request.param == "sqlite":
        return place
    make: Callable[[], str] = request.getfixturevalue("postgresql")
    url = make()
    stored, server = connect(place), connect(url)
    migrate.upgrade(server, url, to="0001")
    known = MetaData()
    known.reflect(server, only=lambda name, _: name != "alembic_version")
    with reading(stored) as there, writing(server) as here:
        for table in known.sorted_tables:
            if found := [dict(row._mapping) for row in there.execute(select(table))]:
                here.execute(table.insert(), found)
    stored.dispose()
    server.dispose()
    return url


def found(engine: Engine, said: str, **facets: Any) -> list[str]:
    with reading(engine) as connection:
        return [hit.id for hit in search(connection, Query(text=said, **facets)).hits]


def test_an_older_archive_says_how_to_upgrade_it(older: str) -> None:
    with pytest.raises(ArchiveError, match=r"schema of an older version \(0001\); copy it, then run `extractor archive upgrade"):
        open_archive(older)


@pytest.mark.parametrize("command", [["search", "ลำไย"], ["export", "--format", "csv"], ["show", LAMYAI], ["import", "corpus"]])
def test_each_command_says_so_and_leaves_it_as_it_is(tmp_path: Path, command: list[str]) -> None:
    place = unpacked(tmp_path)
    done = CliRunner().invoke(main, ["archive", *command, "--database", place])
    assert done.exit_code == BAD_ARCHIVE
    assert done.stdout == ""
    assert "older version (0001); copy it, then run `extractor archive upgrade" in done.stderr
    engine = connect(place)
    with reading(engine) as connection:
        assert migrate.revision(connection) == "0001"
    engine.dispose()


def test_an_upgrade_keeps_every_row_and_what_is_there_is_found(older: str) -> None:
    engine = connect(older)
    before = rows(engine)
    assert len(before["conferrals"]) == 5
    assert len(before["articles"]) == 4
    assert len(before["events"]) == 2

    done = CliRunner().invoke(main, ["archive", "upgrade", "--database", older])
    assert (done.exit_code, done.stderr) == (0, f"upgraded from 0001 to {migrate.head()}\n")
    engine.dispose()
    engine = open_archive(older)
    after = rows(engine)
    assert {name: after[name] for name in before} == before
    with reading(engine) as connection:
        warned = connection.execute(select(Article.warnings, Article.warned)).all()
    assert all(len(told) == number for told, number in warned)

    assert found(engine, "ลำไยไร้ควัน") == [LAMYAI]
    assert found(engine, "พช.") == [MARKET, FORMULA]  # its name first, then the title of the other's article
    assert found(engine, "", agency="พช.") == [MARKET]
    assert found(engine, "พัฒนาชุมชม") == [MARKET]  # a slip in the last letter
    assert found(engine, "", level="ดีเด่น", year=2021) == [MARKET]  # as a person corrected it
    assert found(engine, "=HYPERLINK") == [FORMULA]
    assert found(engine, "นางสาวมาลี ตัวอย่าง") == []  # rejected
    assert sorted(found(engine, "")) == sorted([LAMYAI, MARKET, FORMULA, TEAM])
    with reading(engine) as connection:
        (lamyai,) = conferrals(connection, [LAMYAI])
        assert [source.article_id for source in lamyai.sources] == ["a1", "a2"]
        assert any("ตามประกาศ" in step.what for step in history(connection, MARKET))
    engine.dispose()


def test_an_upgrade_leaves_the_index_that_an_import_would_have_made(older: str) -> None:
    engine = connect(older)
    migrate.upgrade(engine, older)
    with reading(engine) as connection:
        before = {table: sorted(map(str, connection.execute(text(f"SELECT * FROM {table}")))) for table in INDEX[:1]}
        pages = [search(connection, Query(text=said)) for said in ("เลิศรัฐ", "สมมุติ", "")]
    with writing(engine) as connection:
        reindex(connection)
    with reading(engine) as connection:
        assert {table: sorted(map(str, connection.execute(text(f"SELECT * FROM {table}")))) for table in INDEX[:1]} == before
        assert [search(connection, Query(text=said)) for said in ("เลิศรัฐ", "สมมุติ", "")] == pages
    engine.dispose()


def test_a_second_upgrade_has_nothing_to_do(older: str) -> None:
    engine = connect(older)
    assert migrate.upgrade(engine, older) == ("0001", migrate.head())
    before = rows(engine)
    assert migrate.upgrade(engine, older) == (migrate.head(), migrate.head())
    assert rows(engine) == before
    engine.dispose()
    done = CliRunner().invoke(main, ["archive", "upgrade", "--database", older])
    assert (done.exit_code, done.stderr) == (0, f"nothing to do; the schema is {migrate.head()}\n")


def test_an_upgraded_archive_takes_imports_and_decisions_stay(older: str) -> None:
    engine = connect(older)
    migrate.upgrade(engine, older)
    third = incoming(
        "a9",
        {"award": "รางวัลเลิศรัฐ", "award_id": "lert-rat", "year": 2022, "branch": "บริการภาครัฐ", "category": "พัฒนาการบริการ",
         "level": "ดีเด่น", "work": "ลำไยไร้ควันของชุมชนดอยเมฆ", "recipient": "สำนักงานเกษตรจังหวัดสมมุติ"},
        outlet="ข่าวที่สาม",
    )  # fmt: skip
    anew = incoming(  # the article of the rejected conferral, as a newer version reads it
        "a4",
        {"award": "รางวัลคนดีศรีสมมุติ", "year": 2019, "recipient": "นางสาวมาลี ตัวอย่าง", "level": "ชมเชย"},
        {"award": None, "recipient": "ทีมไม่มีรางวัล"},
        version="0.2.0",
    )
    done = import_records(engine, [third, anew], load())
    assert (done.added, done.changed, done.conferrals) == (1, 1, 4)
    assert found(engine, "ลำไยไร้ควัน") == [LAMYAI]
    assert found(engine, "", outlet="ข่าวที่สาม") == [LAMYAI]
    assert found(engine, "นางสาวมาลี ตัวอย่าง") == []
    with reading(engine) as connection:
        listed = {each.id: each for each in ArchiveSnapshot(connection, "t").conferrals()}
    assert listed[MARKET].level == "ดีเด่น"
    assert listed[MARKET].corrected == ("level",)
    assert len(listed[LAMYAI].sources) == 3
    engine.dispose()


def test_an_upgrade_that_fails_halfway_changes_nothing(older: str) -> None:
    engine = connect(older)
    with writing(engine) as connection:  # in the way of the last table that the second step makes
        connection.execute(text("CREATE TABLE search_documents (words TEXT)"))
    before = rows(engine)
    with pytest.raises(ArchiveError, match="nothing was changed"):
        migrate.upgrade(engine, older)
    with reading(engine) as connection:
        assert migrate.revision(connection) == "0001"
        assert set(inspect(connection).get_table_names()) & set(INDEX) == {"search_documents"}
    assert rows(engine) == before
    with writing(engine) as connection:
        connection.execute(text("DROP TABLE search_documents"))
    assert migrate.upgrade(engine, older) == ("0001", migrate.head())
    assert found(engine, "ลำไยไร้ควัน") == [LAMYAI]
    engine.dispose()


def test_an_upgrade_whose_index_cannot_be_built_changes_nothing(older: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise MemoryError

    engine = connect(older)
    before = rows(engine)
    monkeypatch.setattr("extractor.archive.search.reindex", broken)
    with pytest.raises(MemoryError):
        migrate.upgrade(engine, older)
    with reading(engine) as connection:
        assert migrate.revision(connection) == "0001"
        assert not set(inspect(connection).get_table_names()) & set(INDEX)
    assert rows(engine) == before
    engine.dispose()


def test_what_is_no_archive_is_not_upgraded(database: str) -> None:
    connect(database, create=True).dispose()
    done = CliRunner().invoke(main, ["archive", "upgrade", "--database", database])
    assert done.exit_code == BAD_ARCHIVE
    assert "holds no archive; name an archive, or make one with `extractor archive import`" in done.stderr


def test_the_schema_is_described_as_it_is() -> None:
    page = (ROOT / "docs" / "archive" / "schema.md").read_text(encoding="utf-8")
    described: dict[str, list[tuple[str, bool]]] = {}
    for chapter in page.split("\n## ")[1:]:
        name, _, body = chapter.partition("\n")
        described[name] = [(found[1], bool(found[2])) for found in re.finditer(r"^\| `(\w+)`( ·)? \|", body, re.MULTILINE)]
    tables = Base.metadata.tables
    assert described == {name: [(each.name, bool(each.nullable)) for each in tables[name].columns] for name in described}
    assert described.keys() == tables.keys()
    for name, table in tables.items():
        for key in table.foreign_keys:
            assert re.search(rf"^\| `{key.parent.name}`.*→ `{key.target_fullname}` \|$", page, re.MULTILINE), (name, key)


def test_the_schemas_example_answers(older: str) -> None:
    page = (ROOT / "docs" / "archive" / "schema.md").read_text(encoding="utf-8")
    asked = page.partition("```sql\n")[2].partition("```")[0]
    engine = connect(older)
    with reading(engine) as connection:
        told = connection.execute(text(asked)).all()
    engine.dispose()
    lamyai = {(row.year, row.outlet) for row in told if row.recipient == "สำนักงานเกษตรจังหวัดสมมุติ"}
    assert lamyai == {(2022, "ข่าวดอยเมฆ"), (2022, "ข่าวสมมุติรายวัน")}
    assert len(told) == 5  # two articles tell one of the four that count
