"""Every line of the input is in one task, the tasks are even, and the plan of a run over very many is reckoned rightly."""

from __future__ import annotations

import importlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT

pytest.importorskip("datatrove", reason="the extra cluster is not installed: pip install '.[cluster]'")

from extractor.cluster.files import File, find_files
from extractor.cluster.plan import share_out

FORMATS = st.sampled_from(["jsonl", "parquet", "text", "csv"])
FILES = st.lists(st.tuples(FORMATS, st.integers(0, 10_000)), min_size=1, max_size=12)


def files_of(described):
    return [File(f"/{at}.{form}", f"{at}.{form}", str(at), form, size) for at, (form, size) in enumerate(described)]


@given(FILES, st.integers(1, 9))
def test_every_line_is_in_exactly_one_task(described, tasks):
    files = files_of(described)
    dealt = share_out(files, tasks)
    assert len(dealt) == tasks
    assert dealt == share_out(files, tasks)
    for file in files:
        parts = [part for each in dealt for part in each if part.url == file.url]
        shared = {part.of for part in parts}
        assert len(shared) == 1
        assert shared == {1} or file.format in {"jsonl", "parquet"}
        assert Counter(number % part.of == part.index for number in range(60) for part in parts)[True] == 60


@pytest.mark.parametrize(
    ("sizes", "tasks", "most"), [([800], 8, 100), ([300, 300], 6, 100), ([100] * 12, 4, 300), ([900, 10, 10], 3, 450)]
)
def test_tasks_are_even(sizes, tasks, most):
    dealt = share_out(files_of([("jsonl", size) for size in sizes]), tasks)
    loads = [sum(sizes[int(part.stem)] / part.of for part in each) for each in dealt]
    assert max(loads) <= most
    assert sum(loads) == pytest.approx(sum(sizes))


def test_files_are_named_as_extract_names_them(tmp_path, monkeypatch):
    for name in (
        "news/b.jsonl.gz",
        "news/2566/a.parquet",
        "news/.hidden.jsonl",
        "news/.git/c.jsonl",
        "news/notes.md",
        "news/d.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    monkeypatch.chdir(tmp_path)
    found = {(file.name, file.stem, file.format, file.url) for file in find_files("./news/")}
    assert found == {
        ("news/b.jsonl.gz", "b", "jsonl", f"{tmp_path}/news/b.jsonl.gz"),
        ("news/2566/a.parquet", "2566/a", "parquet", f"{tmp_path}/news/2566/a.parquet"),
        ("news/d.txt", "d", "text", f"{tmp_path}/news/d.txt"),
    }
    assert [(file.name, file.stem) for file in find_files("news/**/*.parquet")] == [("news/2566/a.parquet", "2566/a")]
    assert [(file.name, file.stem) for file in find_files("news/d.txt")] == [("news/d.txt", "d")]
    assert [file.name for file in find_files("news", leave_out=f"{tmp_path}/news/2566")] == ["news/b.jsonl.gz", "news/d.txt"]


def test_the_plan_for_very_many_adds_up(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "scripts")
    scale = importlib.import_module("plan_scale")
    core = scale.Core(rate=100, bytes_in=4000, bytes_out=2000, start=2, memory=300)
    assumed = scale.Assumed(cores=10, price=0.1, efficiency=0.5, minutes=10, store=1000)
    plan = scale.planned(6_000_000, 2, core, assumed)
    assert plan.tasks == 200  # of 30,000 articles: 10 minutes at 50 a second
    assert plan.hours == pytest.approx(10 * 602 / 3600)  # ten rounds of 20 tasks
    assert plan.cost == pytest.approx(20 * 0.1 * plan.hours)
    assert (plan.gigabytes, plan.throughput) == (36, pytest.approx(6))
    assert scale.planned(1000, 2, core, assumed).tasks == 80  # four a core
    assert scale.limit(core, assumed) == 3333
