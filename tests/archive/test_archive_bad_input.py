"""What is wrong with files of records: each is told with its place and its remedy, and the rest goes in."""

from __future__ import annotations

import gzip
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from extractor.archive.database import open_archive, reading
from extractor.archive.tables import Article, Telling
from extractor.cli import NO_OUTPUT, NOTHING, SET_ASIDE
from tests.archive.commanding import counted, line, odd, rejects, run
from tests.conftest import ROOT

pytestmark = [pytest.mark.usefixtures("stocked_folder"), pytest.mark.long]

OLDER, NEWER = (line("a2").replace('"schema_version":1', f'"schema_version":{version}') for version in (0, 2))


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
