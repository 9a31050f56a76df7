"""What is wrong with files, databases, ids and names: each is told with its place and its remedy, and nothing is half done."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from click.testing import CliRunner
from sqlalchemy import MetaData, func, select, text
from sqlalchemy.engine import make_url

from extractor.archive import decisions
from extractor.archive.browse import ArchiveSnapshot
from extractor.archive.database import connect, open_archive, reading, writing
from extractor.archive.importing import import_records
from extractor.archive.reading import parse
from extractor.archive.search import Query, search
from extractor.archive.tables import Article, Conferral, Telling
from extractor.cli import BAD_ARCHIVE, NO_OUTPUT, NOTHING, SET_ASIDE, main
from extractor.errors import ArchiveError, FormatError
from extractor.lexicon import load
from tests.archive.records import incoming
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result
    from sqlalchemy import Engine

AWARD: dict[str, Any] = {"award": "รางวัลสมมุติ", "year": 2022, "recipient": "เทศบาลตำบลสมมุติ"}


def line(article: str = "a1", **fields: Any) -> str:
    """A line of a file of records."""
    return incoming(article, AWARD | fields).record.model_dump_json()


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*command: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["archive", *command], input=given, catch_exceptions=False)


def rejects(place: str = "import.rejects.jsonl") -> list[dict[str, Any]]:
    return [json.loads(each) for each in Path(place).read_text(encoding="utf-8").splitlines()]


def counted(database: str = "awards.sqlite") -> dict[str, int]:
    """How many rows each table has."""
    engine = connect(database)
    with reading(engine) as connection:
        known = MetaData()
        known.reflect(connection, only=lambda name, _: not name.startswith("search_documents_"))
        found = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in known.sorted_tables
        }
    engine.dispose()
    return found


# ── files of records ───────────────────────────────────────────────────────────────────────────────────────────────────

OLDER, NEWER = (line("a2").replace('"schema_version":1', f'"schema_version":{version}') for version in (0, 2))
ODD = json.loads(line("a2"))


def odd(**fields: Any) -> str:
    changed = json.loads(line("a2"))
    changed["awards"][0]["award"] |= fields
    return json.dumps(changed)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (OLDER, "a record of an older schema version (0); this version reads 1; extract the articles again"),
        (NEWER, "a record of a newer schema version (2); this version reads 1; upgrade this program: pip install -U thai-awards"),
        (OLDER.replace(":0", ':"ก"', 1), "a record of another schema version (ก); this version reads 1; extract"),
        (line("a2")[:-40], "no JSON, or cut short ("),
        ("ข่าวนี้ไม่ใช่ JSON", "no JSON, or cut short ("),
        ("[" * 100_000, "no JSON, or cut short ("),
        ('{"id": "a2", "text": "เทศบาลตำบลสมมุติได้รับรางวัล"}', "no record; give what `extractor extract` writes, or the articles"),
        ("[1, 2]", "no record; give what"),
        (line("a2").replace('"awards"', '"prizes"'), "no valid record: "),
        (odd(start=-5), "no valid record: awards.0.award.start: "),
        (odd(end=2**40), "no valid record: a number is 2,147,483,648 or more; extract the article again"),
        (odd(value=10**30), "no valid record: a number is 2,147,483,648 or more"),
        (line("ก" * 501), "no valid record: the id is longer than 500 characters; give it a shorter id"),
        (line("ก\0"), "no valid record: the id holds a line break or another control character"),
    ],
    ids=lambda value: value[:30],
)
@pytest.mark.parametrize("first", [False, True], ids=["between", "first"])
def test_one_bad_line_is_set_aside_and_costs_nothing_else(bad: str, said: str, *, first: bool) -> None:
    lines = [line("a1"), line("a3", year=2021)]
    lines.insert(0 if first else 1, bad)
    Path("records.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = run("import", "records.jsonl")
    assert done.exit_code == SET_ASIDE
    assert f"set aside: records.jsonl:{1 if first else 2}: {said}" in done.stderr
    assert "2 articles added, 0 changed, 0 unchanged, 1 set aside (see import.rejects.jsonl)" in done.stderr
    (aside,) = rejects()
    assert (aside["source"], aside["line"], aside["stage"]) == ("records.jsonl", 1 if first else 2, "read")
    assert aside["raw"] == (bad if len(bad) <= 2000 else None)
    assert said.startswith(aside["error"][:15])
    assert aside["remedy"]
    assert counted()["articles"] == 2


def test_bytes_that_are_no_utf8_are_set_aside() -> None:
    lines = [line("a1").encode(), line("a2").encode("cp874"), line("a3").encode()]
    Path("records.jsonl").write_bytes(b"\n".join(lines))
    done = run("import", "records.jsonl")
    assert done.exit_code == SET_ASIDE
    assert "records.jsonl:2: is no UTF-8; write the records as UTF-8, as `extractor extract` does" in done.stderr
    assert "2 articles added" in done.stderr


def test_a_line_beyond_the_limit_is_passed_over_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    longest = len(line("a1").encode()) + 50
    monkeypatch.setattr("extractor.archive.reading._LONGEST", longest)
    long = line("a2", work="ลำไย" * 500)
    Path("records.jsonl").write_text(f"{line('a1')}\n{long}\n{line('a3')}\n", encoding="utf-8")
    done = run("import", "records.jsonl")
    assert done.exit_code == SET_ASIDE
    assert f"records.jsonl:2: longer than {longest:,} bytes; give one record a line" in done.stderr
    assert "2 articles added" in done.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "records.jsonl: is empty; leave it out"),
        (b"\n \n", "records.jsonl: is empty; leave it out"),
        (b"[]\n", "records.jsonl: is empty; leave it out"),
        (line("a1").encode("utf-16"), "records.jsonl: is UTF-16; write the records as UTF-8"),
        (
            json.dumps([json.loads(line("a1"))]).encode(),
            "records.jsonl:1: an array on one line; write one object a line, as `jq -c '.[]'`",
        ),
        (
            json.dumps(json.loads(line("a1")), indent=1).encode(),
            "records.jsonl:1: JSON over several lines; write one object a line",
        ),
        (b"\x00\x01\x02" * 1000, "records.jsonl"),
    ],
    ids=["empty", "blank", "empty array", "UTF-16", "one line", "pretty", "binary"],
)
def test_a_file_of_which_nothing_can_be_read(content: bytes, said: str) -> None:
    Path("records.jsonl").write_bytes(content)
    done = run("import", "records.jsonl")
    assert done.exit_code == NOTHING
    assert f"set aside: {said}" in done.stderr
    assert "0 articles added, 0 changed, 0 unchanged, 1 set aside" in done.stderr
    assert len(rejects()) == 1


def test_a_gzip_file_cut_short_gives_what_came_before() -> None:
    lines = [line(f"a{number}", work="".join(random.Random(number).choices("กขคงจ", k=900))) for number in range(9)]
    whole = gzip.compress("\n".join(lines).encode())
    Path("records.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    done = run("import", "records.jsonl.gz")
    assert done.exit_code == SET_ASIDE
    (aside,) = rejects()
    assert (aside["error"], aside["remedy"]) == ("the gzip file ends too soon", "fetch or pack the file again")
    assert 1 < aside["line"] < 9
    assert counted()["articles"] == aside["line"] - 1  # all lines before the break
    Path("records.jsonl.gz").write_bytes(whole)
    done = run("import", "records.jsonl.gz")
    assert (done.exit_code, counted()["articles"]) == (0, 9)


def test_inputs_that_are_not_there() -> None:
    Path("nothing").mkdir()
    done = run("import", "none.jsonl", "nothing", "none/*.txt")
    assert done.exit_code == NOTHING
    assert "none.jsonl: no such file; check the path" in done.stderr
    assert "nothing: no article in this folder; files that end in .txt, " in done.stderr
    assert "none/*.txt: the pattern matches no file; check it, and quote it" in done.stderr


def test_records_and_articles_stand_side_by_side() -> None:
    Path("news").mkdir()
    Path("news/records.jsonl").write_text(line("a1"), encoding="utf-8")
    Path("news/article.txt").write_text("เทศบาลตำบลนาดีได้รับรางวัลพระปกเกล้า ประจำปี 2566", encoding="utf-8")
    Path("more.jsonl").write_text('{"id": "m", "text": "เทศบาลตำบลนาทรายได้รับรางวัลพระปกเกล้า ประจำปี 2565"}', encoding="utf-8")
    done = run("import", "news", "more.jsonl")
    assert (done.exit_code, done.stderr.splitlines()[0]) == (0, "3 articles added, 0 changed, 0 unchanged, 0 set aside")
    assert "3 unchanged" in run("import", "more.jsonl", "news/*").stderr


def test_records_come_through_a_pipe() -> None:
    command = [sys.executable, "-m", "extractor.cli", "archive", "import", "-"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, input=line("a1"), capture_output=True, text=True, check=False, env=environment)
    assert (done.returncode, done.stderr.splitlines()[0]) == (0, "1 article added, 0 changed, 0 unchanged, 0 set aside")


def test_of_an_id_given_twice_the_later_line_stands() -> None:
    lines = [line("a1", recipient="เทศบาลเมืองแรก"), line("a2"), line("a1", recipient="เทศบาลเมืองหลัง")]
    Path("records.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("import", "records.jsonl")
    warning = "warning: a1 comes again and says something else; the last holds"
    counts = "2 articles added, 0 changed, 0 unchanged, 0 set aside"
    assert (done.exit_code, done.stderr.splitlines()[:2]) == (0, [warning, counts])
    for _ in range(2):  # and again after the same import
        engine = open_archive("awards.sqlite")
        with reading(engine) as connection:
            assert connection.execute(select(func.count()).select_from(Article)).scalar() == 2
            told = connection.execute(select(Telling.recipient).join(Article).where(Article.article_id == "a1")).scalars().all()
        engine.dispose()
        assert told == ["เทศบาลเมืองหลัง"]
        counts = "0 articles added, 0 changed, 2 unchanged, 0 set aside"
        assert run("import", "records.jsonl").stderr.splitlines()[:2] == [warning, counts]


def test_an_input_is_not_written_over() -> None:
    Path("records.jsonl").write_text(line("a1"), encoding="utf-8")
    run("import", "records.jsonl")
    before = Path("awards.sqlite").read_bytes()
    for command in (
        ("import", "records.jsonl", "--rejects", "records.jsonl"),
        ("import", "records.jsonl", "--rejects", "awards.sqlite"),
        ("export", "--format", "datasette", "-o", "awards.sqlite"),
        ("export", "--format", "datasette", "-o", "awards.sqlite", "--database", "sqlite:///awards.sqlite"),
    ):
        done = run(*command)
        assert done.exit_code == NO_OUTPUT, command
        assert "name another output" in done.stderr
    assert Path("records.jsonl").read_text(encoding="utf-8") == line("a1")
    assert Path("awards.sqlite").read_bytes() == before


def test_what_an_import_set_aside_is_no_article_for_the_next() -> None:
    Path("records.jsonl").write_text(line("a1") + "\nx", encoding="utf-8")
    assert run("import", ".").exit_code == SET_ASIDE
    assert Path("import.rejects.jsonl").exists()
    done = run("import", ".")
    assert "0 articles added, 0 changed, 1 unchanged, 1 set aside" in done.stderr
    Path("records.jsonl").write_text(line("a1"), encoding="utf-8")
    assert run("import", ".").exit_code == 0
    assert not Path("import.rejects.jsonl").exists()


# ── databases ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def kept() -> str:
    """An archive of one article, beside a file of records of another."""
    Path("first.jsonl").write_text(line("a1"), encoding="utf-8")
    Path("more.jsonl").write_text(
        "\n".join(line(f"b{number}", work=f"งานที่ {number} " * 40) for number in range(60)), encoding="utf-8"
    )
    assert run("import", "first.jsonl").exit_code == 0
    return "awards.sqlite"


def test_a_locked_archive_is_told_and_left(kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.archive.database.BUSY_SECONDS", 0.1)
    before = counted()
    other = sqlite3.connect(kept, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for command in (("import", "more.jsonl"), ("upgrade",)):
        done = run(*command)
        assert done.exit_code == BAD_ARCHIVE
        assert "awards.sqlite: is locked by another program; wait until it has ended, then try again" in done.stderr
    assert run("search", "สมมุติ").exit_code == 0  # reading goes on
    other.execute("ROLLBACK")
    other.close()
    assert counted() == before
    assert run("import", "more.jsonl").exit_code == 0


def test_a_full_disk_is_told_and_nothing_stays(
    kept: str,  # noqa: ARG001 - makes the archive
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from extractor.archive import database  # noqa: PLC0415

    prepare, before = database._prepare, counted()

    def crowded(connection: Any, record: object) -> None:
        prepare(connection, record)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 5}")

    with monkeypatch.context() as patch:
        patch.setattr(database, "_prepare", crowded)
        done = run("import", "more.jsonl")
    assert done.exit_code == BAD_ARCHIVE
    assert "awards.sqlite: no room is left on its disk; free some, then try again; nothing was changed" in done.stderr
    assert counted() == before
    assert run("import", "more.jsonl").exit_code == 0
    assert counted()["articles"] == 61


def bound(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as one whom the rights of files bind; root gives his privilege to pass over them up."""
    whole = [sys.executable, "-m", "extractor.cli", "archive", *command]
    if os.geteuid() == 0:
        given = shutil.which("setpriv")
        if given is None:
            pytest.skip("root may write everything, and there is no setpriv to give that up")
        without = "-dac_override,-dac_read_search"
        whole = [given, "--bounding-set", without, "--inh-caps", without, *whole]
    return subprocess.run(whole, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)})


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_archive_is_read_and_not_written(kept: str, what: str) -> None:
    folder = Path("shelf")
    folder.mkdir()
    place = folder / "awards.sqlite"
    with sqlite3.connect(kept) as connection:
        connection.execute(f"VACUUM INTO '{place}'")
    connection.close()
    place.chmod(0o444 if what == "file" else 0o666)
    folder.chmod(0o777 if what == "file" else 0o555)
    before = place.read_bytes()
    try:
        found = bound("search", "สมมุติ", "--database", str(place))
        assert (found.returncode, found.stderr) == (0, "1 conferral found\n")
        done = bound("import", "more.jsonl", "--database", str(place))
        assert done.returncode == BAD_ARCHIVE
        assert "awards.sqlite: is read-only; make the file and its folder writable, or copy it" in done.stderr
        assert place.read_bytes() == before
    finally:
        folder.chmod(0o755)


def test_an_archive_that_is_deleted_while_open_is_not_made_anew(kept: str) -> None:
    engine = open_archive(kept, create=True)
    for name in (kept, kept + "-wal", kept + "-shm"):
        Path(name).unlink(missing_ok=True)
    with pytest.raises(ArchiveError, match="cannot be opened; check its place and your rights to it"):
        import_records(engine, [incoming("a2", AWARD)], load())
    engine.dispose()
    assert not Path(kept).exists()


def test_a_database_that_is_dropped_while_open_is_told(postgresql: Callable[[], str]) -> None:
    url, other = postgresql(), postgresql()
    engine = open_archive(url, create=True)
    server = connect(other)
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"DROP DATABASE {make_url(url).database} WITH (FORCE)"))
    with pytest.raises(ArchiveError, match="no such database, role or table there; make it"):
        import_records(engine, [incoming("a2", AWARD)], load())
    engine.dispose()
    server.dispose()


def test_a_wrong_password_is_told_without_it(postgresql: Callable[[], str]) -> None:
    url = postgresql()
    server = connect(url)
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CREATE ROLE librarian LOGIN PASSWORD 'right-one'"))
        rules = Path(connection.execute(text("SHOW hba_file")).scalar_one())
        before = rules.read_text(encoding="utf-8")
        rules.write_text("local all librarian scram-sha-256\nhost all librarian all scram-sha-256\n" + before, encoding="utf-8")
        connection.execute(text("SELECT pg_reload_conf()"))
    server.dispose()
    for said in ("wrong-one", "right-one"):
        asked = make_url(url).set(username="librarian", password=said).render_as_string(hide_password=False)
        done = run("search", "x", "--database", asked)
        assert done.exit_code == BAD_ARCHIVE
        assert said not in done.output
        wanted = "refused the user or the password; check them in the URL" if said == "wrong-one" else "holds no archive"
        assert wanted in done.stderr


@pytest.mark.parametrize("command", [("search", "x"), ("import", "more.jsonl"), ("upgrade",), ("export", "--format", "csv")])
def test_a_file_that_is_no_database_is_left_as_it_is(kept: str, command: tuple[str, ...]) -> None:  # noqa: ARG001 - makes files
    place = Path("notes.txt")
    place.write_text("บันทึก " * 900, encoding="utf-8")
    done = run(*command, "--database", "notes.txt")
    assert done.exit_code == BAD_ARCHIVE
    assert "notes.txt: is no SQLite database; name an archive, or another file to make one" in done.stderr
    assert place.read_text(encoding="utf-8") == "บันทึก " * 900


def test_an_output_that_takes_nothing_is_told(kept: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    done = run("export", "--format", "csv", "-o", "/dev/full", "--database", kept)
    assert done.exit_code == NO_OUTPUT
    assert "/dev/full: cannot be written (No space left on device)" in done.stderr
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for command in (["export", "--format", "csv"], ["search", "สมมุติ"]):
        with Path("/dev/full").open("wb") as full:
            whole = [sys.executable, "-m", "extractor.cli", "archive", *command]
            ended = subprocess.run(whole, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=environment)
        assert ended.returncode == NO_OUTPUT
        assert "standard output: cannot be written (No space left on device)" in ended.stderr
        assert "Traceback" not in ended.stderr


# ── ids, names and formulas ────────────────────────────────────────────────────────────────────────────────────────────

INJECTIONS = (
    "'; DROP TABLE conferrals; --",
    '" OR 1=1; DELETE FROM articles; --',
    "%' UNION SELECT * FROM events --",
    "\\'); DROP TABLE articles; --",
    "$$; TRUNCATE runs; $$",
    "words MATCH 'x' OR 1",
)


def test_names_and_questions_are_never_sql(archive: Engine) -> None:
    names = [f"เทศบาล{said}" for said in INJECTIONS]
    take = [
        incoming(f"a{n}{said}", AWARD | {"year": 2010 + n, "recipient": said, "work": said}, outlet=said, title=said)
        for n, said in enumerate(names)
    ]
    done = import_records(archive, take, load(), source=INJECTIONS[0])
    assert (done.added, done.conferrals) == (len(names), len(names))
    with reading(archive) as connection:
        held = {each.recipient: each.id for each in ArchiveSnapshot(connection, "t").conferrals()}
        assert sorted(held) == sorted(names)
        for said in names:
            facets = {"outlet": said}
            assert [hit.id for hit in search(connection, Query(text="", **facets)).hits] == [held[said]]  # type: ignore[arg-type]
            for facet in ("award", "level", "agency", "province", "person"):
                assert search(connection, Query(text="", **{facet: said})).total in {0, 1}  # type: ignore[arg-type]
            assert held[said] in {hit.id for hit in search(connection, Query(text=said)).hits}
    with writing(archive) as connection:
        for said in names:
            decisions.correct(connection, held[said], "category", said, who=said, reason=said)
            with pytest.raises(ArchiveError):
                decisions.correct(connection, f"c-{said}", "level", said, who=said)
            with pytest.raises(ArchiveError):
                decisions.correct(connection, held[said], said, said, who=said)
    with reading(archive) as connection:
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
def test_a_name_of_any_length_goes_in(archive: Engine, field: str) -> None:
    letters = [chr(code) for code in range(0x0E01, 0x0E2F)]
    long = "".join(random.Random(7).choices(letters, k=9000))
    import_records(archive, [incoming("a1", AWARD | {field: long})], load())
    with reading(archive) as connection:
        (found,) = ArchiveSnapshot(connection, "t").conferrals()
    assert getattr(found, field) == long[:399] + "…"
    (told,) = [each for each in found.sources[0].evidence if each.field == field]
    assert told.text == long
    with writing(archive) as connection, pytest.raises(ArchiveError, match="longer than 400 characters; give a shorter one"):
        decisions.correct(connection, found.id, field, long, who="ก")


def test_a_number_beyond_a_databases_integers_is_refused(archive: Engine) -> None:
    import_records(archive, [incoming("a1", AWARD)], load())
    with reading(archive) as connection:
        (found,) = ArchiveSnapshot(connection, "t").conferrals()
    with writing(archive) as connection, pytest.raises(ArchiveError, match="is no number; give the edition in digits"):
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


def test_the_archive_holds_the_conferrals_under_no_other_state_after_all_that(kept: str) -> None:
    engine = open_archive(kept)
    with reading(engine) as connection:
        assert connection.execute(select(Conferral.state).distinct()).scalars().all() == ["extracted"]
    engine.dispose()
