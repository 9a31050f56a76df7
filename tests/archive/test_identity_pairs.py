"""Pairs of tellings that were composed to try joining: such as an import is to join, and near misses that it must not.

All of `data/pairs.jsonl` goes through the very import into one archive, so that one pair's tellings meet the others'.
"""

import json
from pathlib import Path

import pytest

PAIRS = Path(__file__).parent / "data" / "pairs.jsonl"
FIELDS = ("award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent")
LEAST = 39
"""How many of those to be joined are: the others are for better rules."""


def rows():
    """The tellings, each with an outlet, an article and a text of its own, in the order of their publication."""
    told = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    for at, row in enumerate(told):
        row.update({field: row.get(field) for field in FIELDS}, outlet=f"สำนักข่าว {at % 2}", article=f"pair-{at}")
        row["text"] = " ".join(str(row[field]) for field in FIELDS if row[field] is not None)
    return sorted(told, key=lambda row: (row["published"], row["article"]))


@pytest.fixture(params=["published", "reversed", "shuffled"])
def found(bench, stocked, request):
    """By the pair's name and whether it is one conferral: the conferrals that its two tellings were joined to."""
    told = bench.ordered(rows(), request.param)
    by_pair = {}
    for row, conferral in zip(told, bench.joined(told, stocked), strict=True):
        by_pair.setdefault((row["pair"], row["one"]), []).append(conferral)
    return by_pair


def test_near_misses_stay_apart(found):
    assert [name for (name, one), pair in found.items() if not one and pair[0] == pair[1]] == []


def test_no_telling_joins_another_pair(found):
    every = [conferral for pair in found.values() for conferral in set(pair)]
    assert len(every) == len(set(every))


def test_retellings_join(found):
    apart = {name for (name, one), pair in found.items() if one and pair[0] != pair[1]}
    assert sum(one for _, one in found) - len(apart) >= LEAST, sorted(apart)
