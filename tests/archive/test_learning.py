"""What people decide is learnt from: rows for the gazetteers, and how right each field was."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from extractor import lexicon
from extractor.archive import decisions
from extractor.archive.accuracy import Judged, accuracy
from extractor.archive.database import open_archive, reading, writing
from extractor.archive.importing import import_records
from extractor.archive.proposing import propose
from extractor.cli import main
from extractor.cli.proposing import write_rows
from tests.archive.records import incoming

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result
    from sqlalchemy import Connection, Engine

AWARD = "รางวัลหมู่บ้านดอยเมฆ"
FIRST = {"award": AWARD, "year": 2022, "category": "ดอกไม้งาม", "recipient": "เทศบาลตำบลปลายนา"}
SECOND = {"award": "รางวัลเลิศรัฐ", "award_id": "lert-rat", "year": 2022, "category": "น้ำใสใจจริง", "recipient": "กรมดอยเมฆ"}
BODY = (("เทศบาลตำบลปลายนา",),)
WHO = "บรรณารักษ์"


@pytest.fixture
def learnt(stocked: Engine) -> Engine:
    """Two conferrals: the first confirmed, the second as it was extracted."""
    import_records(
        stocked,
        [incoming("a1", FIRST, organisations=BODY), incoming("a2", SECOND, organisations=(("กรมดอยเมฆ",),))],
        lexicon.load(),
    )
    with writing(stocked) as connection:
        decisions.confirm(connection, of(connection, AWARD), who=WHO)
    return stocked


def main_run(*command: str) -> Result:
    return CliRunner().invoke(main, command)


def of(connection: Connection, award: str) -> str:
    return str(connection.exec_driver_sql(f"SELECT id FROM conferrals WHERE award = '{award}'").scalar())


def test_confirmed_names_of_no_gazetteer_become_rows(learnt: Engine, tmp_path: Path) -> None:
    with reading(learnt) as connection:
        rows = propose(connection, lexicon.load())
    assert [(row.kind, row.row["name"]) for row in rows] == [
        ("awards", AWARD),
        ("award_parts", "ดอกไม้งาม"),
        ("agencies", "เทศบาลตำบลปลายนา"),
    ]
    award, part, body = rows
    assert part.row["award"] == award.id
    assert body.row["kind"] == "other"
    assert (award.who, award.articles) == (WHO, 1)
    write_rows(rows, tmp_path / "mine")
    known = lexicon.load(tmp_path / "mine")
    assert known.rows["awards"][award.id].name == AWARD
    with reading(learnt) as connection:
        assert propose(connection, known) == []
    write_rows(rows, tmp_path / "mine")
    with (tmp_path / "mine" / "awards.csv").open(encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == 1


def test_merging_into_a_known_body_proposes_its_other_form_until_it_is_taken_back(learnt: Engine) -> None:
    with writing(learnt) as connection:
        other = str(connection.exec_driver_sql("SELECT id FROM authorities WHERE name = 'กรมดอยเมฆ'").scalar())
        (event,) = decisions.merge(connection, "organisation:moi-cdd", [other], who=WHO)
        (row,) = [row for row in propose(connection, lexicon.load()) if row.adds]
        assert (row.id, row.adds, row.who) == ("moi-cdd", ("กรมดอยเมฆ",), WHO)
        assert row.row["name"] == "กรมการพัฒนาชุมชน"
        assert row.row["variants"].endswith("กรมดอยเมฆ")
        decisions.undo(connection, event, who=WHO)
        assert not [row for row in propose(connection, lexicon.load()) if row.adds]


def test_a_correction_lowers_its_field_alone_once_the_record_is_confirmed(learnt: Engine) -> None:
    with writing(learnt) as connection:
        second = of(connection, "รางวัลเลิศรัฐ")
        decisions.correct(connection, second, "year", "2021", who=WHO)
        decisions.correct(connection, second, "level", "ดีเด่น", who=WHO)
        decisions.correct(connection, second, "category", None, who=WHO)
        assert accuracy(connection).open == 1
        assert {each.field: each.right for each in accuracy(connection).all}["year"] == 1
        decisions.confirm(connection, second, who=WHO)
        found = accuracy(connection)
    by = {each.field: each for each in found.all}
    assert by["record"] == Judged("record", "", right=2)
    assert by["year"] == Judged("year", "", right=1, wrong=1)
    assert by["level"] == Judged("level", "", missed=1)
    assert by["category"] == Judged("category", "", right=1, invented=1)
    assert by["recipient"].share == 1.0
    assert "work" not in by
    assert found.open == 0
    assert len(found.months) == 1


def test_a_correction_taken_back_and_a_rejected_record(learnt: Engine) -> None:
    with writing(learnt) as connection:
        first, second = of(connection, AWARD), of(connection, "รางวัลเลิศรัฐ")
        event = decisions.correct(connection, first, "year", "2021", who=WHO)
        decisions.undo(connection, event, who=WHO)
        decisions.reject(connection, second, who=WHO)
        by = {each.field: each for each in accuracy(connection).all}
    assert by["year"] == Judged("year", "", right=1)
    assert by["record"] == Judged("record", "", right=1, invented=1)


def test_the_command_prints_and_writes_what_is_accepted(tmp_path: Path) -> None:
    database = str(tmp_path / "awards.sqlite")
    engine = open_archive(database, create=True)
    import_records(engine, [incoming("a1", FIRST, organisations=BODY)], lexicon.load())
    with writing(engine) as connection:
        decisions.confirm(connection, of(connection, AWARD), who=WHO)
    shown = main_run("gazetteers", "propose", "--database", database)
    assert shown.exit_code == 0
    lines = [line.split("\t") for line in shown.stdout.splitlines()]
    assert [line[0] for line in lines] == ["awards", "award_parts", "agencies"]
    given, folder = lines[0][1], tmp_path / "mine"
    taken = main_run("gazetteers", "propose", "--database", database, "--accept", given, "-o", str(folder))
    assert taken.exit_code == 0
    assert [path.name for path in folder.iterdir()] == ["awards.csv"]
    assert main_run("gazetteers", "check", str(folder)).exit_code == 0
    assert main_run("gazetteers", "propose", "--database", database, "--accept", "none").exit_code == 5
