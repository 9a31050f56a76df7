"""The composed retellings: that they are what they claim to be, and how well an import joins them."""

import re
from collections import Counter

import pytest

pytestmark = pytest.mark.long

STRINGS = ("award", "branch", "category", "level", "work", "recipient", "parent")
PARTS = ("read", "hold", "blind", "fresh", "unseen", "late", "near")
# what was measured, less a margin: a change that joins less is told, and none may join wrongly
PRECISION = 0.99
PRECISION_UNREAD = 0.95
RECALL = {"read": 0.9, "hold": 0.92, "blind": 0.9, "fresh": 0.86, "unseen": 0.82, "late": 0.8, "near": 0.8, "later": 0.62}


@pytest.fixture(scope="module")
def tellings(bench):
    return {part: bench.read(part) for part in PARTS}


def test_there_are_enough(tellings):
    told = Counter(row["cluster"] for rows in tellings.values() for row in rows)
    assert sum(count > 1 for count in told.values()) >= 120
    assert sum(count == 1 for count in told.values()) >= 60


def test_the_parts_share_nothing(tellings):
    clusters = [cluster for part in PARTS for cluster in {row["cluster"] for row in tellings[part]}]
    assert len(clusters) == len(set(clusters))
    articles = [(row["outlet"], row["article"]) for rows in tellings.values() for row in rows]
    assert len(articles) == len(set(articles))


@pytest.mark.parametrize("part", PARTS)
def test_every_value_stands_in_its_text(tellings, part):
    for row in tellings[part]:
        for name in STRINGS:
            assert row[name] is None or row[name] in row["text"], (row["article"], name)
        assert all(alias in row["text"] for alias in row["aliases"]), row["article"]
        assert row["recipient"] or row["work"], row["article"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["published"])
        assert row["year"] is None or 1990 < row["year"] < 2030, row["article"]


@pytest.mark.parametrize("order", ["published", "reversed"])
@pytest.mark.parametrize("part", [*PARTS, "later"])  # of `later`, which nobody has read, totals alone are told
def test_an_import_joins_them(bench, stocked, part, order):
    rows = bench.ordered(bench.read(part), order)
    scores, _, _ = bench.pairs([row["cluster"] for row in rows], bench.joined(rows, stocked))
    assert scores.precision >= (PRECISION_UNREAD if part == "later" else PRECISION)
    assert scores.recall >= RECALL[part]


def test_an_archive_of_all_joins_them(bench, stocked):
    """All parts, the unread one too, in one archive: precision first."""
    rows = sorted(
        (row for part in (*PARTS, "later") for row in bench.read(part)),
        key=lambda row: (row["published"], row["outlet"], row["article"]),
    )
    scores, _, _ = bench.pairs([row["cluster"] for row in rows], bench.joined(rows, stocked))
    assert scores.precision >= PRECISION, str(scores)
    assert scores.recall >= 0.9, str(scores)
