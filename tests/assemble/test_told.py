"""Short pieces of newspapers, companies and provinces (told/*.jsonl), with the conferrals that a careful reader finds in them.

They were composed and annotated by readers who did not see what the extractor does. Those whose number is divisible by three
were kept unread while rules were written: they tell how far the rules reach. Only conferrals are annotated. The floors are what
was measured, less a margin; they are only raised.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor import extract
from extractor.evaluate import MEAN_AWARD_FIELDS, Evaluation, GoldArticle, evaluate, read_gold
from extractor.lexicon import load
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "assemble" / "told"
KEPT_UNREAD = 3
NOT_ANNOTATED = {"title": None, "published": None, "ceremonies": [], "people": [], "organisations": [], "dates": []}
# award fields, conferrals and the mean over articles of those that were read; then of those that were not
FLOORS = {
    ("newspapers", "read"): (0.63, 0.65, 0.54),
    ("newspapers", "unread"): (0.53, 0.53, 0.46),
    ("companies", "read"): (0.74, 0.75, 0.66),
    ("companies", "unread"): (0.72, 0.78, 0.68),
    ("provinces", "read"): (0.71, 0.76, 0.65),
    ("provinces", "unread"): (0.68, 0.73, 0.60),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, GoldArticle]]:
    """The pieces of each kind by their ids."""
    found = {}
    for path in sorted(FOLDER.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        whole = tmp_path_factory.mktemp("told") / path.name
        lines = [json.dumps({**row, "gold": {**NOT_ANNOTATED, **row["gold"]}}, ensure_ascii=False) for row in rows]
        whole.write_text("\n".join(lines) + "\n", encoding="utf-8")
        found[path.stem] = read_gold(Path(whole))
    return found


def evaluated(pieces: dict[str, GoldArticle], part: str) -> Evaluation:
    unread = {id_ for id_ in pieces if int(id_.split("-")[1]) % KEPT_UNREAD == 0}
    chosen = {id_: gold for id_, gold in pieces.items() if (id_ in unread) == (part == "unread")}
    lexicon = load()
    return evaluate(
        {id_: gold.record for id_, gold in chosen.items()},
        {id_: extract(gold.article, lexicon=lexicon) for id_, gold in chosen.items()},
    )


def test_values_stand_in_the_texts(told: dict[str, dict[str, GoldArticle]]) -> None:
    assert all(len(pieces) >= 140 for pieces in told.values())
    for pieces in told.values():
        for gold in pieces.values():
            for award in gold.record.awards:
                values = [value for value in award.model_dump().values() if isinstance(value, str)]
                assert [value for value in values if value not in gold.article.text] == []
                assert award.recipient or award.work


@pytest.mark.parametrize(("kind", "part"), FLOORS)
def test_floors_are_held(told: dict[str, dict[str, GoldArticle]], kind: str, part: str) -> None:
    f1 = evaluated(told[kind], part).f1()
    measured = (f1["award fields"], f1["conferrals"], f1[MEAN_AWARD_FIELDS])
    assert all(value >= floor for value, floor in zip(measured, FLOORS[kind, part], strict=True)), measured
