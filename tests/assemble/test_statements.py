"""Plain statements of who has won what, composed from parts (scripts/bench_statements.py): no kind may be left behind."""

from __future__ import annotations

import pytest

from tests.conftest import script

# what was measured, less a margin: the share of all statements, and of the worst kind of each part
ALL, WORST = 0.93, {"winner": 0.58, "prize": 0.8, "telling": 0.57}
INVENTED = 0.005


@pytest.fixture(scope="module")
def bench():
    return script("bench_statements")


@pytest.fixture(scope="module")
def readings(bench):
    return bench.readings()


def test_most_statements_are_read(readings):
    assert len(readings) > 1500
    assert sum(reading.right for reading in readings) / len(readings) >= ALL


@pytest.mark.parametrize("part", WORST)
def test_no_kind_is_left_behind(bench, readings, part):
    share = bench.shares(readings, part)
    worst = min(share, key=share.__getitem__)
    assert share[worst] >= WORST[part], (worst, sorted(share.items(), key=lambda pair: pair[1])[:5])


def test_hardly_anybody_else_is_said_to_have_won(readings):
    assert sum(reading.invented for reading in readings) / len(readings) <= INVENTED
