"""On a Ray cluster on this machine: nothing is lost and nothing doubled, even when a node is."""

from __future__ import annotations

import threading
import time

import pytest

from extractor import cli
from tests.cluster.conftest import BAD_LINES, alone, articles, lines_of, run, write_lines

pytestmark = pytest.mark.long

pytest.importorskip("datatrove", reason="the extra cluster is not installed: pip install '.[cluster]'")
ray = pytest.importorskip("ray", reason="the extra cluster is not installed: pip install '.[cluster]'")

NODE = {"num_cpus": 1, "memory": 2 << 30, "object_store_memory": 80 << 20}
QUICK = {"health_check_initial_delay_ms": 0, "health_check_period_ms": 500, "health_check_failure_threshold": 3}


@pytest.fixture
def nodes(monkeypatch):
    """Starts a Ray cluster of this many nodes, of which the first is the head and does no work if there are others."""
    from ray.cluster_utils import Cluster  # noqa: PLC0415

    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    monkeypatch.setenv("RAY_DEDUP_LOGS", "0")
    started = []

    def start(count):
        head = NODE | {"num_cpus": 1 if count == 1 else 0, "include_dashboard": False, "_system_config": QUICK}
        cluster = Cluster(initialize_head=True, head_node_args=head)
        started.append(cluster)
        others = [cluster.add_node(**NODE) for _ in range(count if count > 1 else 0)]
        return cluster, others

    yield start
    ray.shutdown()
    for cluster in started:
        cluster.shutdown()


def on_ray(cluster, source, output, *arguments):
    given = ("--executor", "ray", "--ray-address", cluster.address, "--memory", 1, *arguments)
    return run("cluster", "run", source, output, *given)


def test_one_node_makes_the_records_of_one_process(nodes, news, tmp_path):
    records, rejects = alone(news, tmp_path)
    cluster, _ = nodes(1)
    result = on_ray(cluster, news, tmp_path / "out", "--tasks", 2)
    assert result.exit_code == cli.SET_ASIDE, result.output
    assert lines_of(tmp_path / "out" / "records") == records
    assert lines_of(tmp_path / "out" / "rejects") == rejects


def test_no_cluster_is_told(news, tmp_path):
    result = run("cluster", "run", news, tmp_path / "out", "--tasks", 2, "--executor", "ray")
    assert result.exit_code == cli.NOTHING
    assert "error: no Ray cluster is at 'auto'; start one with `ray start --head`" in result.stderr


def test_a_node_killed_half_way_costs_nothing(nodes, tmp_path):
    rows = [{**row, "id": f"{row['id']}-{copy}"} for copy in range(12) for row in articles(30)]
    write_lines(tmp_path / "news" / "a.jsonl", rows[:300], BAD_LINES)
    write_lines(tmp_path / "news" / "b.jsonl.gz", rows[300:])
    records, rejects = alone(tmp_path / "news", tmp_path)
    assert len(records) == len(rows)
    cluster, others = nodes(3)
    marks = tmp_path / "out" / "run" / "completions"

    def kill():
        end = time.monotonic() + 120
        while time.monotonic() < end and not (marks.is_dir() and len(list(marks.iterdir())) >= 6):
            time.sleep(0.02)
        cluster.remove_node(others[0], allow_graceful=False)
        killed.append(len(list(marks.iterdir())))

    killed = []
    killer = threading.Thread(target=kill)
    killer.start()
    result = on_ray(cluster, tmp_path / "news", tmp_path / "out", "--tasks", 24)
    killer.join()
    assert killed[0] < 24, "the node was killed too late to matter"
    assert len([node for node in ray.nodes() if not node["Alive"]]) == 1
    assert result.exit_code == cli.SET_ASIDE, result.output
    assert lines_of(tmp_path / "out" / "records") == records
    assert lines_of(tmp_path / "out" / "rejects") == rejects
    assert list((tmp_path / "out" / "records").glob(".*")) == []
