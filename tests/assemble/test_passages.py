"""Whole short articles composed from parts (scripts/bench_passages.py): what is told over several sentences is read."""

from __future__ import annotations

import pytest

from tests.conftest import script

# what was measured, less a margin: award fields and conferrals of all articles, and of the worst kind of each part
AWARD_FIELDS, CONFERRALS, CLEAN = 0.97, 0.97, 0.97
WORST = {
    "telling": 0.76, "winner": 0.94, "prize": 0.96, "headline": 0.91, "lead": 0.88,
    "before": 0.95, "after": 0.95, "year in": 0.95, "layout": 0.96,
}  # fmt: skip


@pytest.fixture(scope="module")
def bench():
    return script("bench_passages")


@pytest.fixture(scope="module")
def composed(bench):
    return bench.passages()


@pytest.fixture(scope="module")
def scored(bench, composed):
    return bench.score(composed)


def test_most_of_what_the_articles_tell_is_read(bench, composed, scored):
    told = [each for passage, each in zip(composed, scored, strict=True) if passage.awards]
    assert len(told) > 1200
    assert bench.f1(told) >= AWARD_FIELDS
    assert bench.f1(told, "conferrals") >= CONFERRALS


@pytest.mark.parametrize("part", WORST)
def test_no_kind_is_left_behind(bench, composed, scored, part):
    shares = bench.shares(composed, scored, part)
    worst = min(shares, key=shares.__getitem__)
    assert shares[worst] >= WORST[part], (worst, sorted(shares.items(), key=lambda pair: pair[1])[:5])


def test_articles_without_a_winner_are_kept_clean(bench, scored):
    assert bench.clean(scored) >= CLEAN
