"""Runs that end too soon, and what the next one makes of what they left."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import subprocess
import sys

import pytest
from click.testing import CliRunner

from extractor import cli, pipeline
from extractor.errors import OutputError
from extractor.run import Options, batches, extract_files, shards
from extractor.run.outcomes import Settings
from extractor.run.shards import Parts, parts_beside
from tests.conftest import ROOT

pytestmark = pytest.mark.long

TEXT = "เทศบาลตำบลนาดี จังหวัดอุดรธานี ได้รับรางวัลพระปกเกล้า ประจำปี 2566 ครั้งที่ {}"
HERE = {**os.environ, "PYTHONPATH": str(ROOT)}


class Watched:
    """Notes what a run tells; interrupts it after so many articles."""

    def __init__(self, until=None, error=KeyboardInterrupt):
        self.until = until
        self.error = error
        self.rejects = []
        self.totals = None

    def take(self, count):
        pass

    def tell(self, totals):
        self.totals = totals
        if self.until is not None and totals.articles >= self.until:
            raise self.error

    def set_aside(self, reject):
        self.rejects.append(reject)


@pytest.fixture(autouse=True)
def small_shards(monkeypatch):
    monkeypatch.setattr(batches, "SHARD", (10, 10**6))
    monkeypatch.setattr(batches.shards, "__kwdefaults__", {"full": (10, 10**6)})


@pytest.fixture
def news(tmp_path):
    root = tmp_path / "news"
    root.mkdir()
    lines = [json.dumps({"id": f"ข่าว {number}", "text": TEXT.format(number)}) for number in range(57)]
    lines[8] = "{broken"
    lines[33] = lines[3]  # the same id in another shard
    (root / "a.jsonl").write_text("\n".join(lines))
    (root / "b.html").write_text(f"<html><body><article><p>{TEXT.format(90)}</p></article></body></html>")
    (root / "b.txt").write_text(TEXT.format(91))
    (root / "c.txt").write_text("")
    (root / "c.txt.gz").write_bytes(b"\x1f\x8bbroken")
    return root


def run(news, output, watcher=None, **options):
    form = options.pop("form", "jsonl")
    settings = Settings(form=form, seconds=options.pop("seconds", 5))
    rejects = str(output.with_suffix(".rejects"))
    watcher = watcher or Watched()
    extract_files(Options((str(news),), str(output), rejects, settings, **options), watcher)
    return output.read_bytes(), output.with_suffix(".rejects").read_bytes(), watcher


def interrupted(news, output, after, error=KeyboardInterrupt, **options):
    with pytest.raises(error):
        run(news, output, Watched(after, error), **options)


@pytest.mark.parametrize("form", ["jsonl", "json", "csv"])
@pytest.mark.parametrize("after", [15, 31, 56])
def test_a_resumed_run_gives_the_same_bytes(news, tmp_path, form, after):
    records, rejects, undisturbed = run(news, tmp_path / "whole", form=form)
    interrupted(news, tmp_path / "again", after, form=form)
    assert not (tmp_path / "again").exists()
    kept = len(list(parts_beside(str(tmp_path / "again")).glob("*.records")))
    assert kept >= after // 10 - 1
    again, again_rejects, resumed = run(news, tmp_path / "again", resume=True, form=form)
    assert (again, again_rejects) == (records, rejects)
    assert resumed.rejects == undisturbed.rejects
    assert resumed.totals.articles == undisturbed.totals.articles
    assert resumed.totals.kept >= (kept - 1) * 9
    assert sorted(path.name for path in tmp_path.iterdir()) == ["again", "again.rejects", "news", "whole", "whole.rejects"]
    if form == "csv":
        assert len(list(csv.reader(records.decode("utf-8-sig").splitlines()))) == undisturbed.totals.conferrals + 1


def test_shards_that_are_whole_are_not_extracted_again(news, tmp_path, monkeypatch):
    interrupted(news, tmp_path / "r", 31)
    seen = []
    real = pipeline.extract
    monkeypatch.setattr(pipeline, "extract", lambda article, **options: seen.append(article.id) or real(article, **options))
    run(news, tmp_path / "r", resume=True)
    assert "ข่าว 0" not in seen
    assert "ข่าว 19" not in seen
    assert "ข่าว 56" in seen


def test_a_changed_article_is_extracted_again_and_with_it_what_follows(news, tmp_path):
    interrupted(news, tmp_path / "r", 40)
    lines = (news / "a.jsonl").read_text().split("\n")
    lines[15] = json.dumps({"id": "อื่น", "text": TEXT.format(777)})
    (news / "a.jsonl").write_text("\n".join(lines))
    records, rejects, resumed = run(news, tmp_path / "r", resume=True)
    assert (records, rejects) == run(news, tmp_path / "s")[:2]
    assert resumed.totals.kept == 9  # the first shard, of ten lines with a broken one
    assert b'"777"' in records


def test_what_another_way_of_extracting_made_is_not_used(news, tmp_path):
    interrupted(news, tmp_path / "r", 40)
    _, _, resumed = run(news, tmp_path / "r", resume=True, seconds=7)
    assert resumed.totals.kept == 0
    assert resumed.totals.unlike > 0
    assert resumed.totals.articles == 56


@pytest.mark.parametrize("damage", ["cut", "flip", "lose", "manifest", "line"])
def test_damaged_parts_are_made_again(news, tmp_path, damage):
    whole = run(news, tmp_path / "whole")[:2]
    interrupted(news, tmp_path / "r", 40)
    parts = parts_beside(str(tmp_path / "r"))
    second = parts / "00001.records"
    manifest = parts / "manifest.jsonl"
    if damage == "cut":
        second.write_bytes(second.read_bytes()[:-100])
    elif damage == "flip":
        second.write_bytes(second.read_bytes().replace(b"2566", b"2565", 1))
    elif damage == "lose":
        second.unlink()
    elif damage == "manifest":
        manifest.write_bytes(manifest.read_bytes()[:-30])
    else:
        lines = manifest.read_bytes().splitlines(keepends=True)
        manifest.write_bytes(lines[0] + b"\xff\xfe{\n" + lines[2] + b'{"shard": 1}\n' + b"[]\n")
    records, rejects, resumed = run(news, tmp_path / "r", resume=True)
    assert (records, rejects) == whole
    assert 0 < resumed.totals.kept < 40


def test_what_an_earlier_run_did_is_not_thrown_away_unasked(news, tmp_path):
    interrupted(news, tmp_path / "r", 40)
    with pytest.raises(OutputError, match="--resume") as caught:
        run(news, tmp_path / "r")
    assert str(parts_beside(str(tmp_path / "r"))) in str(caught.value)
    assert parts_beside(str(tmp_path / "r")).is_dir()


def test_two_runs_never_write_the_same_parts(news, tmp_path):
    class Meanwhile(Watched):
        def tell(self, totals):
            if totals.articles > 40:
                with pytest.raises(OutputError, match="another run is writing"), Parts(str(tmp_path / "r"), {}) as parts:
                    parts.open(resume=True)
            super().tell(totals)

    whole = run(news, tmp_path / "whole")[:2]
    assert run(news, tmp_path / "r", Meanwhile())[:2] == whole


def test_a_full_disk_leaves_what_was_kept(news, tmp_path, monkeypatch):
    def full(path, data):
        if path.name.startswith("00003"):
            raise OSError(28, "No space left on device")
        real(path, data)

    whole = run(news, tmp_path / "whole")[:2]
    real = shards._put
    monkeypatch.setattr(shards, "_put", full)
    with pytest.raises(OutputError, match=r"No space left on device.*--resume"):
        run(news, tmp_path / "r")
    assert not (tmp_path / "r").exists()
    monkeypatch.setattr(shards, "_put", real)
    records, rejects, resumed = run(news, tmp_path / "r", resume=True)
    assert (records, rejects) == whole
    assert resumed.totals.kept >= 20


def test_standard_output_cannot_be_resumed(news):
    result = CliRunner().invoke(cli.main, ["extract", str(news), "--resume"])
    assert result.exit_code == cli.NOTHING
    assert "--output" in result.stderr
    with pytest.raises(OutputError, match="cannot be resumed"):
        extract_files(Options((str(news),), "-", resume=True), Watched())


def test_an_interruption_tells_how_to_go_on(news, tmp_path, monkeypatch):
    real = pipeline.extract

    def interrupting(article, **options):
        if article.id == "ข่าว 40":
            raise KeyboardInterrupt
        return real(article, **options)

    monkeypatch.setattr(pipeline, "extract", interrupting)
    result = CliRunner().invoke(cli.main, ["extract", str(news), "-o", str(tmp_path / "r.jsonl")])
    assert result.exit_code == cli.INTERRUPTED
    assert "--resume" in result.stderr
    monkeypatch.setattr(pipeline, "extract", real)
    result = CliRunner().invoke(cli.main, ["extract", str(news), "-o", str(tmp_path / "r.jsonl"), "--resume"])
    assert "kept from the run before" in result.stderr
    assert len((tmp_path / "r.jsonl").read_text().splitlines()) == 56


def _heed_ctrl_c():
    """Tests that a shell starts in the background ignore it, and what they start would inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_killed_and_resumed_with_two_workers(tmp_path, end):
    """A real kill at a random moment; longer trials are `scripts/bench_run.py --kills 10`."""
    chance = random.Random(int(end))
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"id": str(n), "text": TEXT.format(n)}) for n in range(1100)))
    command = [sys.executable, "-m", "extractor.cli", "extract", "a.jsonl", "-q", "--workers", "2", "-o"]
    begun = subprocess.Popen([*command, "r.jsonl"], cwd=tmp_path, env=HERE, preexec_fn=_heed_ctrl_c)  # noqa: PLW1509 - no threads
    manifest = parts_beside(str(tmp_path / "r.jsonl")) / "manifest.jsonl"
    wanted = chance.randrange(3, 5)
    while not manifest.is_file() or len(manifest.read_bytes().splitlines()) < wanted:
        assert begun.poll() is None, "it ended before it was killed"
    begun.send_signal(end)
    assert begun.wait() == (-9 if end == signal.SIGKILL else cli.INTERRUPTED)
    subprocess.run([*command, "r.jsonl", "--resume"], cwd=tmp_path, env=HERE, check=True)
    subprocess.run([*command, "s.jsonl"], cwd=tmp_path, env=HERE, check=True)
    assert (tmp_path / "r.jsonl").read_bytes() == (tmp_path / "s.jsonl").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "r.jsonl", "s.jsonl"]
