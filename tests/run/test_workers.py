"""Runs over several processes: the same bytes as one process gives, whatever dies meanwhile."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractor import lexicon
from extractor.models import Article
from extractor.run import workers as workers_module
from extractor.run.batches import Shard, batches
from extractor.run.outcomes import Settings
from extractor.run.shards import Entry, Same
from extractor.run.workers import Workers
from tests.conftest import CORPUS

pytestmark = pytest.mark.long


def command(*arguments):
    return [sys.executable, "-m", "extractor.cli", *map(str, arguments)]


def extractor(*arguments, **options):
    return subprocess.run(command(*arguments), capture_output=True, text=True, check=False, **options)


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    """A folder of every kind of input, bad ones among them."""
    root = tmp_path_factory.mktemp("news")
    texts = [path.read_text() for path in sorted(CORPUS.glob("*.txt"))[:12]]
    lines = [json.dumps({"id": f"ข่าว {number}", "text": text, "n": number}) for number, text in enumerate(texts * 4)]
    lines[5:5] = ["{broken", json.dumps({"id": "ข่าว 3", "text": "ซ้ำ"}), json.dumps({"id": "empty", "text": " "})]
    (root / "a.jsonl").write_text("\n".join(lines))
    (root / "b.txt").write_text(texts[0])
    (root / "b.html").write_text(f"<html><body><article><p>{texts[1]}</p></article></body></html>")
    (root / "c.txt").write_text("")
    with gzip.open(root / "d.txt.gz", "wt") as file:
        file.write(texts[2])
    (root / "e.csv").write_text("id,text\nข่าว 1,ซ้ำ\nรายการ,เทศบาลตำบลนาดีได้รับรางวัลพระปกเกล้า\n")
    return root


@pytest.fixture(scope="module")
def alone(news, tmp_path_factory):
    """What one process makes of it: records, rejects, exit code."""
    place = tmp_path_factory.mktemp("alone")
    done = extractor("extract", news, "-o", place / "r.jsonl")
    return (place / "r.jsonl").read_bytes(), (place / "r.rejects.jsonl").read_bytes(), done.returncode


def test_workers_give_the_same_bytes_in_the_same_order(news, alone, tmp_path):
    done = extractor("extract", news, "-o", tmp_path / "r.jsonl", "--workers", 2)
    records, rejects, code = alone
    assert (tmp_path / "r.jsonl").read_bytes() == records
    assert (tmp_path / "r.rejects.jsonl").read_bytes() == rejects
    assert done.returncode == code == 1
    assert [json.loads(line)["error"].split(",")[0] for line in rejects.splitlines()] == [
        "not JSON (Expecting property name enclosed in double quotes at character 2)",
        "the id 'ข่าว 3' was read before",
        "has no text",
        "the id 'b' was read before",
        "is empty",
        "the id 'ข่าว 1' was read before",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.jsonl", "r.rejects.jsonl"]


def test_standard_output(news, alone):
    done = extractor("extract", news, "--format", "json", "-q", "--workers", 2)
    assert json.loads(done.stdout) == [json.loads(line) for line in alone[0].splitlines()]


def deadly(batch):
    """As the workers' own `_work`, but an article that says so kills the process, always or once a file."""
    for item in batch:
        if item.text.startswith("KILL"):
            os.kill(os.getpid(), signal.SIGKILL)
        if item.text.startswith("ONCE "):
            place = item.text.split()[1]
            try:
                os.close(os.open(place, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                continue
            os.kill(os.getpid(), signal.SIGKILL)
    return workers_module.work(batch)


def test_a_worker_that_dies_costs_one_article(tmp_path):
    texts = ["เทศบาลตำบลนาดีได้รับรางวัลพระปกเกล้า"] * 40
    texts[9] = "KILL"
    texts[21] = f"ONCE {tmp_path / 'died'}"
    texts[33] = "KILL"
    articles = [Article(id=str(number), text=text) for number, text in enumerate(texts)]
    with Workers(2, Settings(), lexicon.load()) as workers:
        workers.task = deadly
        outcomes = [outcome for some in workers.outcomes(batches(articles, full=(4, 10**6))) for outcome in some]
    assert [outcome.id for outcome in outcomes] == [article.id for article in articles]
    assert [outcome.id for outcome in outcomes if outcome.reject] == ["9", "33"]
    assert json.loads(outcomes[9].reject.raw) == {"id": "9", "text": "KILL"}
    assert outcomes[9].reject.error == "the process that extracted it was ended by the system, twice"
    assert all(json.loads(outcome.data)["id"] == outcome.id for outcome in outcomes if not outcome.reject)


def test_shards_that_are_done_do_not_pile_up():
    """A resumed run reads on only as fast as what it has read is taken."""
    ahead = 0

    def work():
        nonlocal ahead
        for number in range(200):
            ahead += 1
            yield Same(Shard(number, (), ""), Entry(number, "", "", "", 0, 0, 0, 0))

    with Workers(2, Settings(), lexicon.load()) as workers:
        for each in workers.outcomes(work()):
            assert isinstance(each, Same)
            ahead -= 1
            assert ahead == 0


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no /proc to look for processes in")
def test_the_end_of_the_parent_ends_its_workers(tmp_path):
    (tmp_path / "many.jsonl").write_text("".join(json.dumps({"id": str(n), "text": "รางวัล " * 9000}) + "\n" for n in range(300)))
    environment = {**os.environ, "EXTRACTOR_TEST_MARK": str(tmp_path)}
    running = subprocess.Popen(
        command("extract", tmp_path / "many.jsonl", "-o", tmp_path / "r.jsonl", "--workers", 2),
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    wait_for(lambda: len(marked(tmp_path)) >= 4)  # parent, server and two workers
    running.kill()
    running.wait()
    wait_for(lambda: not marked(tmp_path))
    assert not (tmp_path / "r.jsonl").exists()


def marked(place):
    """The processes that have the mark in their environment."""
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdecimal():
            try:
                if f"EXTRACTOR_TEST_MARK={place}".encode() in Path(entry.path, "environ").read_bytes().split(b"\0"):
                    found.append(entry.name)
            except OSError:
                continue
    return found


def wait_for(true, seconds=60):
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.05)
