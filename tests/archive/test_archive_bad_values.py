"""Ids that are gone, names that look like SQL or formulas, and values of any size."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from sqlalchemy import func, select

from extractor.archive import decisions
from extractor.archive.browse import ArchiveSnapshot
from extractor.archive.database import open_archive, reading, writing
from extractor.archive.importing import import_records
from extractor.archive.reading import parse
from extractor.archive.search import Query, search
from extractor.archive.tables import Article, Conferral
from extractor.cli import BAD_ARCHIVE
from extractor.errors import ArchiveError, FormatError
from extractor.lexicon import load
from tests.archive.commanding import AWARD, counted, line, odd, run
from tests.archive.records import incoming

if TYPE_CHECKING:
    from sqlalchemy import Engine

pytestmark = [pytest.mark.usefixtures("stocked_folder"), pytest.mark.long]

INJECTIONS = (
    "'; DROP TABLE conferrals; --",
    '" OR 1=1; DELETE FROM articles; --',
    "%' UNION SELECT * FROM events --",
    "\\'); DROP TABLE articles; --",
    "$$; TRUNCATE runs; $$",
    "words MATCH 'x' OR 1",
)


def test_names_and_questions_are_never_sql(stocked: Engine) -> None:
    names = [f"เทศบาล{said}" for said in INJECTIONS]
    take = [
        incoming(f"a{n}{said}", AWARD | {"year": 2010 + n, "recipient": said, "work": said}, outlet=said, title=said)
        for n, said in enumerate(names)
    ]
    done = import_records(stocked, take, load(), source=INJECTIONS[0])
    assert (done.added, done.conferrals) == (len(names), len(names))
    with reading(stocked) as connection:
        held = {each.recipient: each.id for each in ArchiveSnapshot(connection, "t").conferrals()}
        assert sorted(held) == sorted(names)
        for said in names:
            facets = {"outlet": said}
            assert [hit.id for hit in search(connection, Query(text="", **facets)).hits] == [held[said]]  # type: ignore[arg-type]
            for facet in ("award", "level", "agency", "province", "person"):
                assert search(connection, Query(text="", **{facet: said})).total in {0, 1}  # type: ignore[arg-type]
            assert held[said] in {hit.id for hit in search(connection, Query(text=said)).hits}
    with writing(stocked) as connection:
        for said in names:
            decisions.correct(connection, held[said], "category", said, who=said, reason=said)
            with pytest.raises(ArchiveError):
                decisions.correct(connection, f"c-{said}", "level", said, who=said)
            with pytest.raises(ArchiveError):
                decisions.correct(connection, held[said], said, said, who=said)
    with reading(stocked) as connection:
        assert {each.category for each in ArchiveSnapshot(connection, "t").conferrals()} == set(names)
        assert connection.execute(select(func.count()).select_from(Article)).scalar() == len(names)


@pytest.mark.parametrize(
    "command",
    [
        ("show", "c-gone"), ("history", "c-gone"), ("correct", "c-gone", "level", "ดี"), ("reject", "c-gone"),
        ("confirm", "c-gone"), ("rename", "person:p-gone", "ใหม่"), ("merge", "c-gone", "c-gone-too"),
        ("split", "c-gone", "--article", "a1"),
        ("apart", "c-gone", "c-gone-too"), ("undo", "77"), ("confirm", "organisation:gone"),
        ("show", "'; DROP TABLE conferrals; --"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_an_id_that_is_gone_is_told_and_leaves_no_decision(kept: str, command: tuple[str, ...]) -> None:
    before = counted(kept)
    done = run(*command)
    assert (done.exit_code, done.stdout) == (BAD_ARCHIVE, "")
    assert done.stderr.startswith("error: ")
    assert "extractor archive search" in done.stderr or "extractor archive history ID" in done.stderr
    assert counted(kept) == before


@pytest.mark.parametrize("field", ["recipient", "award", "work", "parent", "branch", "category", "level"])
def test_a_name_of_any_length_goes_in(stocked: Engine, field: str) -> None:
    letters = [chr(code) for code in range(0x0E01, 0x0E2F)]
    long = "".join(random.Random(7).choices(letters, k=9000))
    import_records(stocked, [incoming("a1", AWARD | {field: long})], load())
    with reading(stocked) as connection:
        (found,) = ArchiveSnapshot(connection, "t").conferrals()
    assert getattr(found, field) == long[:399] + "…"
    (told,) = [each for each in found.sources[0].evidence if each.field == field]
    assert told.text == long
    with writing(stocked) as connection, pytest.raises(ArchiveError, match="longer than 400 characters; give a shorter one"):
        decisions.correct(connection, found.id, field, long, who="ก")


def test_a_number_beyond_a_databases_integers_is_refused(stocked: Engine) -> None:
    import_records(stocked, [incoming("a1", AWARD)], load())
    with reading(stocked) as connection:
        (found,) = ArchiveSnapshot(connection, "t").conferrals()
    with writing(stocked) as connection, pytest.raises(ArchiveError, match="is no number; give the edition in digits"):
        decisions.correct(connection, found.id, "edition", "9" * 30, who="ก")
    with pytest.raises(FormatError, match="a number is"):
        parse(odd(value=2**31))


FORMULAS = (
    '=HYPERLINK("http://example.org";"กด")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "\t=1+1",
    "\r=1+1",
    "=cmd|' /C calc'!A0",
    "'=1",
)


def test_no_cell_of_a_table_is_a_formula() -> None:
    lines = [
        line(f"=a{n}", year=2010 + n, recipient=said, work=said, category=said, level=said) for n, said in enumerate(FORMULAS)
    ]
    Path("records.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert run("import", "records.jsonl", "--outlet", "=1+1").exit_code == 0
    assert run("export", "-o", "awards.csv").exit_code == 0
    assert run("export", "-o", "awards.xlsx").exit_code == 0
    rows = list(csv.reader(io.StringIO(Path("awards.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == 1 + len(FORMULAS)
    cells = [cell for row in rows for cell in row if cell]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))] == []
    assert any("=HYPERLINK" in cell for cell in cells)  # what it said is still there to read
    book = openpyxl.load_workbook("awards.xlsx")
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in types
    values = {cell.value for row in book["conferrals"].iter_rows() for cell in row}
    assert '=HYPERLINK("http://example.org";"กด")' in values


def test_what_is_taken_in_is_extracted_until_a_person_says_more(kept: str) -> None:
    engine = open_archive(kept)
    with reading(engine) as connection:
        assert connection.execute(select(Conferral.state).distinct()).scalars().all() == ["extracted"]
    engine.dispose()
