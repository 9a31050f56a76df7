"""The five seed articles are read whole: nothing of their gold is missed."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.evaluate import evaluate, read_gold
from tests.conftest import ROOT

WORK = ROOT.parent / "shared" / "gold" / "work.jsonl"
pytestmark = pytest.mark.skipif(not WORK.exists(), reason="the gold records are not here: put ../shared beside the repository")
SEEDS = tuple(f"seed-00{number}" for number in range(5))


@pytest.fixture(scope="module")
def gold():
    return read_gold(WORK)


@pytest.mark.parametrize("id_", SEEDS)
@pytest.mark.parametrize("measure", ["award fields", "conferrals", "people", "organisations", "dates", "title"])
def test_nothing_is_missed(gold, id_, measure):
    article = gold[id_]
    score = evaluate({id_: article.record}, {id_: extract(article.article)}).scores[measure]
    assert score.recall == 1.0, f"{measure} of {id_}"
