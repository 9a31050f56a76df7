"""On one machine: the records of a single process, shard by shard, and only what is missing when it is run again."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import sys
import threading
import time

import pytest

from extractor import cli, pipeline
from tests.cluster.conftest import alone, articles, cluster, lines_of, run, write_lines

pytest.importorskip("datatrove", reason="the extra cluster is not installed: pip install '.[cluster]'")
parquet = pytest.importorskip("pyarrow.parquet")
pa = pytest.importorskip("pyarrow")


@pytest.mark.parametrize("tasks", [1, 5])
def test_records_and_rejects_are_those_of_one_process(news, tmp_path, tasks):
    records, rejects = alone(news, tmp_path)
    assert (len(records), len(rejects)) == (12, 5)
    result = cluster(news, tmp_path / "out", tasks=tasks)
    assert result.exit_code == cli.SET_ASIDE, result.output
    assert lines_of(tmp_path / "out" / "records") == records
    assert lines_of(tmp_path / "out" / "rejects") == rejects
    assert sorted(path.name for path in (tmp_path / "out" / "records").iterdir()) == [f"{n:05d}.jsonl.gz" for n in range(tasks)]
    assert "12 articles" in result.stderr
    assert f"5 set aside (see {tmp_path}/out/rejects)" in result.stderr
    assert result.stdout == ""


def test_two_processes_do_the_same_as_one(news, tmp_path):
    records, rejects = alone(news, tmp_path)
    result = run("cluster", "run", news, tmp_path / "out", "--tasks", 2, "--workers", 2, "--format", "jsonl", "-q")
    assert result.exit_code == cli.SET_ASIDE, result.output
    assert result.output == ""
    assert lines_of(tmp_path / "out" / "records") == records
    assert lines_of(tmp_path / "out" / "rejects") == rejects


def test_an_article_that_breaks_is_set_aside_as_by_extract(news, tmp_path, monkeypatch):
    real = pipeline.extract

    def breaks(article, **options):
        if article.id == "2566/b:2":
            raise ZeroDivisionError("of no account\nat all")
        return real(article, **options)

    monkeypatch.setattr(pipeline, "extract", breaks)
    records, rejects = alone(news, tmp_path)
    assert (len(records), len(rejects)) == (11, 6)
    assert cluster(news, tmp_path / "out").exit_code == cli.SET_ASIDE
    assert lines_of(tmp_path / "out" / "records") == records
    assert lines_of(tmp_path / "out" / "rejects") == rejects


def test_an_id_met_twice_by_one_task_is_set_aside(tmp_path):
    rows = articles(2)
    write_lines(tmp_path / "n.jsonl", [*rows, rows[0]])
    records, rejects = alone(tmp_path / "n.jsonl", tmp_path)
    assert len(rejects) == 1
    cluster(tmp_path / "n.jsonl", tmp_path / "out", tasks=1)
    assert (lines_of(tmp_path / "out" / "records"), lines_of(tmp_path / "out" / "rejects")) == (records, rejects)


def test_the_same_run_again_does_nothing_and_after_a_lost_mark_only_that(news, tmp_path):
    cluster(news, tmp_path / "out")
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in (tmp_path / "out" / "records").iterdir()}
    again = cluster(news, tmp_path / "out")
    assert "3 of 3 tasks are complete already" in again.stderr
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / "records").iterdir()} == {
        name: at for name, (_, at) in before.items()
    }
    (tmp_path / "out" / "run" / "completions" / "00001").unlink()
    (tmp_path / "out" / "records" / "00002.jsonl.gz").unlink()  # marked complete, but gone
    (tmp_path / "out" / "records" / ".00001.jsonl.gz.beef.part").write_bytes(b"half")
    assert run("cluster", "status", tmp_path / "out").stdout.startswith("2 of 3 tasks complete: ")
    result = cluster(news, tmp_path / "out")
    assert "1 of 3 tasks are complete already" in result.stderr
    assert "12 articles" in result.stderr
    after = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in (tmp_path / "out" / "records").iterdir()}
    assert {name: data for name, (data, _) in after.items()} == {name: data for name, (data, _) in before.items()}
    assert [name for name in sorted(after) if after[name] == before[name]] == ["00000.jsonl.gz"]


def test_an_output_of_other_articles_or_settings_is_refused(news, tmp_path):
    cluster(news, tmp_path / "out")
    result = cluster(news, tmp_path / "out", tasks=4)
    assert result.exit_code == cli.NO_OUTPUT
    assert "holds a run begun with another number of tasks; give the same as then, or name a new output folder" in result.stderr
    write_lines(news / "c.jsonl", articles(1))
    assert "other files of articles" in cluster(news, tmp_path / "out").stderr
    assert len(lines_of(tmp_path / "out" / "records")) == 12


def test_the_output_may_stand_in_the_input(news):
    for _ in range(2):
        assert cluster(news, news / "out").exit_code == cli.SET_ASIDE
    assert len(lines_of(news / "out" / "records")) == 12


def test_parquet_is_read_and_written(tmp_path):
    rows = [{**row, "seen": dt.date(2023, 9, 15), "share": float("nan")} for row in articles(6)]
    rows[3]["text"] = None
    table = pa.Table.from_pylist(rows)
    parquet.write_table(table, tmp_path / "n.parquet")
    (tmp_path / "broken.parquet").write_bytes((tmp_path / "n.parquet").read_bytes()[:-30])
    as_json = [{**row, "seen": "2023-09-15", "share": None} for row in rows]
    write_lines(tmp_path / "n.jsonl", as_json)
    records, _ = alone(tmp_path / "n.jsonl", tmp_path)

    result = cluster(tmp_path / "*.parquet", tmp_path / "out", "--format", "parquet", tasks=2)
    assert result.exit_code == cli.SET_ASIDE, result.output
    found = parquet.read_table(tmp_path / "out" / "records").to_pylist()
    assert sorted(row["record"] for row in found) == sorted(line.replace("n.jsonl:", "n.parquet:") for line in records)
    assert {row["id"] for row in found} == {row["id"] for at, row in enumerate(rows) if at != 3}
    assert {row["conferrals"] for row in found} == {len(json.loads(row["record"])["awards"]) for row in found}
    rejects = {reject["source"]: reject for reject in map(json.loads, lines_of(tmp_path / "out" / "rejects"))}
    assert rejects[str(tmp_path / "n.parquet")]["line"] == 4
    assert rejects[str(tmp_path / "n.parquet")]["error"] == "the article's text is null, not text"
    assert "not well-formed Parquet" in rejects[str(tmp_path / "broken.parquet")]["error"]


def test_a_url_is_read_and_written(tmp_path):
    import fsspec  # noqa: PLC0415

    write_lines(tmp_path / "n.jsonl", articles(3))
    memory = fsspec.filesystem("memory")
    memory.pipe("/in/n.jsonl", (tmp_path / "n.jsonl").read_bytes())
    for _ in range(2):
        result = cluster("memory://in", "memory://out", "--format", "jsonl", tasks=2)
        assert result.exit_code == cli.ALL_FINE, result.output
    assert "2 of 2 tasks are complete already" in result.stderr
    shards = {name: data for name, data in memory.cat(memory.find("/out/records")).items() if data}
    assert len(shards) == 2
    records = [json.loads(line) for data in shards.values() for line in data.splitlines()]
    assert sorted(record["source"] for record in records) == [f"memory://in/n.jsonl:{number}" for number in (1, 2, 3)]


def test_a_task_that_cannot_write_leaves_the_others_and_nothing_half(news, tmp_path):
    (tmp_path / "out" / "records" / "00001.jsonl.gz").mkdir(parents=True)
    (tmp_path / "out" / "records" / "00001.jsonl.gz" / "in-the-way").touch()
    result = cluster(news, tmp_path / "out")
    assert result.exit_code == cli.NO_OUTPUT, result.output
    assert "1 of 3 tasks are not complete (task 1: " in result.stderr
    assert "run the same command again" in result.stderr
    assert sorted(path.name for path in (tmp_path / "out" / "run" / "completions").iterdir()) == ["00000", "00002"]
    shutil.rmtree(tmp_path / "out" / "records" / "00001.jsonl.gz")
    assert cluster(news, tmp_path / "out").exit_code == cli.SET_ASIDE
    assert len(lines_of(tmp_path / "out" / "records")) == 12


def test_a_file_that_fails_while_it_is_read_is_not_taken_for_read(news, tmp_path, monkeypatch):
    from fsspec.implementations.local import LocalFileOpener  # noqa: PLC0415

    records, _ = alone(news, tmp_path)

    class Failing:
        def __get__(self, opener, owner):
            def read(*arguments):
                if "/news/" in str(opener.path):
                    raise OSError(5, os.strerror(5))
                return opener.f.read(*arguments)

            return read

    with monkeypatch.context() as patched:
        patched.setattr(LocalFileOpener, "read", Failing(), raising=False)
        result = cluster(news, tmp_path / "out")
    assert result.exit_code == cli.NO_OUTPUT
    assert "cannot be read to its end (Input/output error); run the command again" in result.stderr
    assert lines_of(tmp_path / "out" / "rejects") == []
    cluster(news, tmp_path / "out")
    assert lines_of(tmp_path / "out" / "records") == records


def test_an_interrupted_run_keeps_what_is_complete(news, tmp_path, monkeypatch):
    real, begun = pipeline.extract, []

    def interrupted(article, **options):
        begun.append(article.id)
        if len(begun) == 10:
            raise KeyboardInterrupt
        return real(article, **options)

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "extract", interrupted)
        result = cluster(news, tmp_path / "out")
    assert result.exit_code == cli.INTERRUPTED
    assert result.stderr.endswith("interrupted; complete tasks are kept, and the same command goes on\n")
    assert list((tmp_path / "out" / "records").glob(".*")) == []
    kept = len(list((tmp_path / "out" / "run" / "completions").iterdir()))
    assert kept > 0
    again = cluster(news, tmp_path / "out")
    assert f"{kept} of 3 tasks are complete already" in again.stderr
    assert len(lines_of(tmp_path / "out" / "records")) == 12


def test_nothing_to_read_is_told(tmp_path):
    (tmp_path / "empty").mkdir()
    for given, told in (("gone", "no such file"), ("empty", "no article here")):
        result = cluster(tmp_path / given, tmp_path / "out")
        assert result.exit_code == cli.NOTHING
        assert told in result.stderr
    assert not (tmp_path / "out").exists()


def test_status_tells_how_far_a_run_has_come(news, tmp_path):
    result = run("cluster", "status", tmp_path)
    assert result.exit_code == cli.NOTHING
    assert f"{tmp_path}: holds no run" in result.stderr
    cluster(news, tmp_path / "out")
    result = run("cluster", "status", tmp_path / "out")
    assert result.exit_code == cli.ALL_FINE
    assert re.fullmatch(r"3 of 3 tasks complete: 12 articles, .*, 5 set aside \(see \S+/out/rejects\)\n", result.stdout)


def test_without_the_extra_the_remedy_is_named(tmp_path, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("extractor.cluster")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.partition(".")[0] == "datatrove"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "datatrove", None)
    result = cluster(tmp_path, tmp_path / "out")
    assert result.exit_code == cli.NOTHING
    assert result.stderr == "error: datatrove is not installed; pip install '.[cluster]'\n"


def test_help_lists_the_group_and_needs_no_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "datatrove", None)
    assert "cluster" in run("--help").stdout
    assert "Exit codes:" in run("cluster", "run", "--help").stdout


def test_the_step_takes_documents_of_other_readers():
    from datatrove.data import Document  # noqa: PLC0415

    from extractor.cluster.extracting import ExtractRecords  # noqa: PLC0415

    text = "เทศบาลตำบลนาดีได้รับรางวัลพระปกเกล้า ประจำปี 2566"
    documents = [
        Document(id="1", text=text, metadata={"file_path": "n.warc", "at": dt.date(2023, 9, 15)}),
        Document(id="2", text=" "),
    ]
    good, bad = ExtractRecords().run(iter(documents))
    record = good.metadata["record"]
    assert (record.id, record.source, record.meta) == ("1", "n.warc", {"at": "2023-09-15"})
    assert record.awards[0].award.text == "รางวัลพระปกเกล้า"
    assert (bad.metadata["reject"].id, bad.metadata["reject"].error) == ("2", "has no text")


def test_a_machine_with_another_version_or_other_gazetteers_refuses():
    from extractor.cluster.extracting import ExtractRecords  # noqa: PLC0415
    from extractor.errors import ClusterError  # noqa: PLC0415

    for options, told in (({"version": "0.0.0"}, "planned with 0.0.0"), ({"digest": "beef"}, "other gazetteers")):
        with pytest.raises(ClusterError, match=told):
            list(ExtractRecords(**options).run(iter(())))


@pytest.mark.slow
def test_a_killed_process_ends_the_run_and_the_next_completes_it(tmp_path):
    psutil = pytest.importorskip("psutil")
    rows = [{**row, "id": f"{row['id']}-{copy}"} for copy in range(40) for row in articles(20)]
    write_lines(tmp_path / "n.jsonl", rows)
    given = ("cluster", "run", tmp_path / "n.jsonl", tmp_path / "out", "--tasks", 8, "--workers", 2)

    def kill():
        marks = tmp_path / "out" / "run" / "completions"
        end = time.monotonic() + 60
        while time.monotonic() < end and not (marks.is_dir() and list(marks.iterdir())):
            time.sleep(0.02)
        children = [grandchild for child in psutil.Process().children() for grandchild in child.children()]
        next(child for child in children if "forkserver" in " ".join(child.cmdline())).kill()

    killer = threading.Thread(target=kill)
    killer.start()
    result = run(*given)
    killer.join()
    assert result.exit_code == cli.NOTHING, result.output
    assert "a process was killed by the system" in result.stderr
    again = run(*given)
    assert again.exit_code == cli.ALL_FINE, again.output
    assert re.match(r"[1-7] of 8 tasks are complete already", again.stderr)
    found = [json.loads(line)["id"] for line in lines_of(tmp_path / "out" / "records")]
    assert sorted(found) == sorted(row["id"] for row in rows)


def test_an_article_that_takes_too_long_is_set_aside_with_its_stage(tmp_path):
    text = articles(12)[-1]["text"] * 1500
    write_lines(tmp_path / "n.jsonl", [*articles(2), {"id": "long", "text": text}])
    run("extract", "-q", tmp_path / "n.jsonl", "-o", tmp_path / "alone.jsonl", "--time-limit", 0.1)
    [alone_told] = map(json.loads, (tmp_path / "alone.rejects.jsonl").read_text().splitlines())
    assert cluster(tmp_path / "n.jsonl", tmp_path / "out", "--time-limit", 0.1).exit_code == cli.SET_ASIDE
    [told] = map(json.loads, lines_of(tmp_path / "out" / "rejects"))
    assert told["id"] == "long"
    assert told | {"stage": ""} == alone_told | {"stage": ""}
    assert "more than 0.1 s of processor time" in told["error"]
    assert "another time limit" in cluster(tmp_path / "n.jsonl", tmp_path / "out").stderr


def test_pages_are_read_as_by_extract(tmp_path, monkeypatch):
    (tmp_path / "pages").mkdir()
    for number, row in enumerate(articles(3)):
        paragraphs = "".join(f"<p>{line}</p>" for line in row["text"].splitlines())
        (tmp_path / "pages" / f"{number}.html").write_text(f"<html><body><article>{paragraphs}</article></body></html>")
    (tmp_path / "pages" / "empty.txt").touch()
    (tmp_path / "pages" / "rows.csv").write_text("id,text\nr1,กรมที่ดินได้รับรางวัลเลิศรัฐ\n2\n")
    records, rejects = alone(tmp_path / "pages", tmp_path)
    assert (len(records), len(rejects)) == (4, 2)
    assert cluster(tmp_path / "pages", tmp_path / "out").exit_code == cli.SET_ASIDE
    assert (lines_of(tmp_path / "out" / "records"), lines_of(tmp_path / "out" / "rejects")) == (records, rejects)

    from extractor.read import html  # noqa: PLC0415

    monkeypatch.setattr(html, "flatten", lambda _: 1 // 0)
    records, rejects = alone(tmp_path / "pages", tmp_path)
    assert (len(records), len(rejects)) == (1, 5)
    cluster(tmp_path / "pages", tmp_path / "broken")
    assert (lines_of(tmp_path / "broken" / "records"), lines_of(tmp_path / "broken" / "rejects")) == (records, rejects)
