"""An import killed at any point leaves the archive as before or as after; two at once leave what one after the other leaves."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, text

from extractor.archive.database import open_archive, reading
from extractor.archive.importing import import_records
from extractor.archive.tables import Base
from extractor.lexicon import load
from tests.archive.records import incoming
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.archive.incoming import Incoming

pytestmark = pytest.mark.long

ARTICLES = 450
SEED = 20_240_229
VARYING = {"imported", "changed", "run", "started", "finished", "input"}

COMPARED = {
    "articles": ("outlet", "article_id", "record_sha256"),
    "conferrals": ("award", "year", "work", "recipient", "sources"),
    "authorities": ("id", "name"),
}


def article(number: int) -> Incoming:
    """One of many articles, of which every third tells what the one before tells."""
    told = number - 1 if number % 3 == 2 else number
    award = {
        "award": f"รางวัลหมู่บ้านดอยเมฆ รุ่น {told % 7}",
        "year": 2015 + told % 9,
        "work": f"ผลงานสมมุติลำดับที่ {told}",
        "recipient": f"ชุมชนบ้านสมมุติ {told % 50}",
    }
    return incoming(f"a{number}", award, outlet=f"ข่าว {number % 4}", organisations=((f"สมาคมสมมุติ {told % 40}",),))


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of records of all the articles."""
    place = tmp_path_factory.mktemp("records") / "records.jsonl"
    lines = [article(number).record.model_dump_json() + "\n" for number in range(ARTICLES)]
    place.write_text("".join(lines), encoding="utf-8")
    return place


def start(database: str, records: Path, tmp_path: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "extractor.cli", "archive", "import", str(records), "--database", database]
    rejects = tmp_path / f"rejects-{time.monotonic_ns()}.jsonl"
    environment = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PATH": ""}
    return subprocess.Popen([*command, "--rejects", str(rejects), "--outlet", "ข่าว"], env=environment, stderr=subprocess.PIPE)


def content(database: str) -> dict[str, list[tuple[str, ...]]]:
    """All rows of the archive, but for times and runs."""
    engine = open_archive(database)
    with reading(engine) as connection:
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        found = {
            table.name: sorted(
                tuple(f"{name}={value}" for name, value in row._mapping.items() if name not in VARYING)
                for row in connection.execute(select(table))
            )
            for table in Base.metadata.sorted_tables
            if table.name != "runs"
        }
    engine.dispose()
    return found


def killed(database: str, records: Path, tmp_path: Path, points: list[float]) -> None:
    """Kill an import at each of these shares of the time it takes; the archive is as before, or as after."""
    engine = open_archive(database, create=True)
    import_records(engine, [article(number) for number in range(30)], load())
    engine.dispose()
    before = content(database)
    whole = tmp_path / "whole.sqlite"
    engine = open_archive(str(whole), create=True)
    import_records(engine, [article(number) for number in range(30)], load())
    engine.dispose()
    began = time.monotonic()
    assert start(str(whole), records, tmp_path).wait() == 0
    takes = time.monotonic() - began
    after = content(str(whole))
    assert after != before
    unfinished = 0
    for point in points:
        process = start(database, records, tmp_path)
        time.sleep(point * takes)
        process.kill()
        process.wait()
        found = content(database)
        if found == after:  # it was quicker than the measured one
            break
        assert found == before, f"killed at {point:.2f} of {takes:.1f} s"
        unfinished += 1
    assert unfinished >= len(points) // 2
    process = start(database, records, tmp_path)
    process.wait()
    assert content(database) == after


def points(count: int) -> list[float]:
    """Seeded points of an import's time, the later the nearer to its end."""
    return sorted(random.Random(SEED).uniform(0.1, 0.95) for _ in range(count))


def test_an_import_killed_at_three_points_leaves_nothing_half_done(database: str, records: Path, tmp_path: Path) -> None:
    killed(database, records, tmp_path, points(3))


@pytest.mark.slow
def test_an_import_killed_at_twenty_points_leaves_nothing_half_done(database: str, records: Path, tmp_path: Path) -> None:
    killed(database, records, tmp_path, points(20))


def keys(found: dict[str, list[tuple[str, ...]]], table: str, *columns: str) -> list[tuple[str, ...]]:
    wanted = tuple(f"{column}=" for column in columns)
    return sorted(tuple(cell for cell in row if cell.startswith(wanted)) for row in found[table])


def test_two_imports_at_once_leave_what_one_after_the_other_leaves(database: str, records: Path, tmp_path: Path) -> None:
    open_archive(database, create=True).dispose()
    lines = records.read_text(encoding="utf-8").splitlines(keepends=True)
    parts = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    parts[0].write_text("".join(lines[:300]), encoding="utf-8")
    parts[1].write_text("".join(lines[150:]), encoding="utf-8")
    processes: list[Any] = [start(database, part, tmp_path) for part in parts]
    for process in processes:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said.decode()
    both = content(database)
    alone = str(tmp_path / "alone.sqlite")
    assert start(alone, records, tmp_path).wait() == 0
    once = content(alone)
    for table, told in COMPARED.items():
        assert keys(both, table, *told) == keys(once, table, *told)
