"""What the tests of the cluster share: articles in a file, the run of one process, and the lines of shards."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from extractor import cli
from extractor.read import decode
from tests.conftest import CORPUS

if TYPE_CHECKING:
    from pathlib import Path

BAD_LINES = ("{broken\n", '{"id": "no-text"}\n', "\n", '{"id": "blank", "text": " "}\n', "[1]\n", '{"text": "half \\ud83d"}\n')


def run(*arguments):
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


def cluster(source, output, *arguments, tasks=3):
    """A run of the local executor in this process, unless the arguments say otherwise."""
    return run("cluster", "run", source, output, "--tasks", tasks, "--workers", 1, *arguments)


def articles(count: int) -> list[dict[str, object]]:
    """The shortest articles of the corpus, as rows."""
    paths = sorted(CORPUS.glob("*.txt"), key=lambda path: path.stat().st_size)
    assert len(paths) >= count
    return [{"id": f"ข่าว {path.stem}", "text": decode(path.read_bytes()), "url": "https://x/1"} for path in paths[:count]]


def write_lines(path: Path, rows, bad=()) -> Path:
    """The rows as JSON Lines, packed if the name says so, with the bad lines in between."""
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    for at, line in enumerate(bad):
        lines.insert(2 * at + 1, line)
    data = "".join(lines).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def lines_of(folder: Path) -> list[str]:
    """All lines of a folder's files but hidden ones, sorted."""
    lines = []
    for path in folder.glob("[!.]*"):
        data = path.read_bytes()
        lines += (gzip.decompress(data) if path.suffix == ".gz" else data).decode().splitlines()
    return sorted(lines)


def alone(source: Path, folder: Path) -> tuple[list[str], list[str]]:
    """The records and rejects that one process makes of the source, sorted."""
    run("extract", "-q", source, "-o", folder / "alone.jsonl")
    rejects = folder / "alone.rejects.jsonl"
    return sorted((folder / "alone.jsonl").read_text().splitlines()), sorted(
        rejects.read_text().splitlines() if rejects.exists() else []
    )


@pytest.fixture
def news(tmp_path):
    """A folder of two files, one of them packed, with bad lines"""
    rows = articles(12)
    write_lines(tmp_path / "news" / "a.jsonl", rows[:8], BAD_LINES)
    write_lines(tmp_path / "news" / "2566" / "b.jsonl.gz", [{"text": row["text"]} for row in rows[8:]])
    return tmp_path / "news"
