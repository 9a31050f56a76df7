"""The batch script that Slurm would get; and, with a stand-in for Slurm, what comes of it."""

from __future__ import annotations

import os
import re
import sys

import pytest

from extractor import cli
from tests.cluster.conftest import alone, lines_of, run

pytest.importorskip("datatrove", reason="the extra cluster is not installed: pip install '.[cluster]'")

# Takes a job as sbatch does, and notes it; with RUN_JOBS it runs every element of the array, one after another.
SBATCH = f"""#!{sys.executable}
import os, re, subprocess, sys
script = open(sys.argv[-1]).read()
open(os.environ["JOBS"], "a").write(" ".join(sys.argv[1:-1]) + "\\n" + script)
if os.environ.get("RUN_JOBS"):
    last = int(re.search(r"--array=0-(\\d+)", script)[1])
    for element in range(last + 1):
        given = dict(os.environ, SLURM_ARRAY_TASK_ID=str(element), RUN_OFFSET="0", SLURM_NODELIST="here")
        subprocess.run(["bash", sys.argv[-1]], env=given, stdout=sys.stderr, check=True)
print("Submitted batch job 4711")
"""
SRUN = '#!/bin/sh\nwhile [ "$1" != launch_pickled_pipeline ]; do shift; done\nexec "$@"\n'
OPTIONS = ("--executor", "slurm", "--partition", "night", "--workers", "2", "--memory", "3", "--sbatch", "account=news")


@pytest.fixture
def slurm(tmp_path, monkeypatch):
    """Stand-ins for Slurm's commands; yields the file in which the jobs are noted."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, script in (("sbatch", SBATCH), ("srun", SRUN), ("scontrol", "#!/bin/sh\necho here\n")):
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("JOBS", str(tmp_path / "jobs"))
    monkeypatch.delenv("SLURM_ARRAY_TASK_ID", raising=False)
    return tmp_path / "jobs"


def test_without_slurm_the_script_is_written_and_that_is_told(news, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run("cluster", "run", news, tmp_path / "out", "--tasks", 5, *OPTIONS)
    place = tmp_path / "out" / "run" / "launch_script.slurm"
    assert result.exit_code == cli.NOTHING
    assert f"sbatch is not on this machine; the script is written to {place}" in result.stderr
    script = place.read_text()
    assert f"launch_pickled_pipeline {tmp_path}/out/run/executor.pik\n" in script
    wanted = ("array=0-4%2", "partition=night", "mem-per-cpu=3G", "cpus-per-task=1", "time=24:00:00", "account=news")
    assert [option for option in wanted if f"#SBATCH --{option}\n" not in script] == []
    assert f"source {sys.prefix}/bin/activate" in script
    assert not (tmp_path / "out" / "records").exists()


def test_a_partition_has_to_be_named(news, tmp_path):
    result = run("cluster", "run", news, tmp_path / "out", "--tasks", 5, "--executor", "slurm")
    assert result.exit_code == cli.NOTHING
    assert "--executor slurm needs --partition" in result.stderr


def test_a_submitted_job_is_told(slurm, news, tmp_path):
    result = run("cluster", "run", news, tmp_path / "out", "--tasks", 5, *OPTIONS)
    assert result.exit_code == cli.ALL_FINE, result.output
    assert "submitted as Slurm job 4711; extractor cluster status" in result.stderr
    assert slurm.read_text().startswith("--export=ALL,RUN_OFFSET=0\n#!/bin/bash\n")


def test_a_refused_job_is_told(slurm, news, tmp_path):
    (tmp_path / "bin" / "sbatch").write_text("#!/bin/sh\necho no such partition >&2\nexit 1\n")
    result = run("cluster", "run", news, tmp_path / "out", "--tasks", 5, *OPTIONS)
    assert result.exit_code == cli.NOTHING
    assert re.search(r"error: sbatch refused \S+launch_script.slurm \(exit code 1", result.stderr)
    assert not slurm.exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
def test_what_slurm_would_run_makes_the_records_of_one_process(slurm, news, tmp_path, monkeypatch):
    records, rejects = alone(news, tmp_path)
    monkeypatch.setenv("RUN_JOBS", "1")
    result = run("cluster", "run", news, tmp_path / "out", "--tasks", 2, *OPTIONS)
    assert result.exit_code == cli.ALL_FINE, result.output
    assert lines_of(tmp_path / "out" / "records") == records
    assert lines_of(tmp_path / "out" / "rejects") == rejects
    slurm.unlink()
    (tmp_path / "out" / "run" / "completions" / "00001").unlink()
    run("cluster", "run", news, tmp_path / "out", "--tasks", 2, *OPTIONS)
    assert "#SBATCH --array=0-0%2\n" in slurm.read_text()
    again = run("cluster", "run", news, tmp_path / "out", "--tasks", 2, *OPTIONS)
    assert "2 of 2 tasks are complete already" in again.stderr
    assert "12 articles" in again.stderr
    assert lines_of(tmp_path / "out" / "records") == records
