"""Trains the model that chooses a conferral's award among the names that its article gives (extractor/assemble/award_choice.py).

    python scripts/pool_gold.py unpack --part read > read.jsonl
    python scripts/train_award_choice.py read.jsonl ../shared/gold/work.jsonl            # writes the model
    python scripts/train_award_choice.py read.jsonl ../shared/gold/work.jsonl --folds 5  # tells what it gains, writes nothing

Every name of an award that the rules find in an annotated article is an example, once for each conferral that agrees with one of
the gold's: right where it is the gold's award. The rules know the programmes of these articles, since the gazetteers were written
with them in view; in other articles they meet names that nobody told them. So each article is read several times, with the whole
gazetteers and with a random part of the programmes and agencies only (`STATES`). Needs the extra `train`; the same input gives
the same model.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import numpy as np

from extractor import lexicon as gazetteers
from extractor.assemble import award_choice, conferrals
from extractor.assemble.conferral import CONFERRED
from extractor.assemble.trees import Trees
from extractor.evaluate import read_gold
from extractor.evaluate.compare import _AWARD_FLOOR, AWARD_WEIGHTS, _filled, _pair
from extractor.evaluate.values import agreement
from extractor.gazetteer_rows import AwardPart
from extractor.lexicon import Lexicon
from extractor.pipeline import extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# the share of programmes and of agencies that the gazetteers know in each reading
STATES = ((1.0, 1.0), (0.35, 0.6), (0.0, 0.7), (0.6, 0.8), (0.2, 0.5))
_SHAPE: dict[str, Any] = {
    "n_estimators": 60,
    "learning_rate": 0.12,
    "max_leaf_nodes": 12,
    "max_depth": None,
    "min_samples_leaf": 25,
    "max_features": 0.4,
    "random_state": 0,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One conferral's names with their features; `right` tells which are the gold's, `weight` is less where many say the same."""

    article: str
    state: int
    options: list[dict[str, float]]
    right: list[bool]
    weight: float


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+", help="articles with their gold records, JSON Lines")
    parser.add_argument(
        "--folds", type=int, metavar="N", help="train on all but an Nth of the articles and choose in that, N times"
    )
    parser.add_argument("--model", type=Path, default=award_choice.MODEL, help="where the model goes (default: %(default)s)")
    options = parser.parse_args()
    choices = [choice for state in range(len(STATES)) for path in options.gold for choice in read_choices(path, state)]
    if options.folds:
        validate(choices, options.folds)
        return 0
    options.model.write_text(json.dumps(train(choices), separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(choices)} choices of {len({choice.article for choice in choices})} articles → {options.model}")
    return 0


def read_choices(path: Path, state: int) -> Iterable[Choice]:
    """What there is to choose in the articles of a file, where the gazetteers are in the given state."""
    lexicon = thinned(state)
    for article_id, article in read_gold(path).items():
        seen: list[Any] = []
        with mock.patch.object(conferrals, "choose_awards", lambda found, findings, seen=seen: seen.append((found, findings))):
            record = extract(article.article, lexicon=lexicon).model_dump(mode="json")
        if not seen or not record["awards"]:
            continue
        found, findings = seen[0]
        conferred = [conferral for conferral in found if conferral.status in CONFERRED]
        golden = [_filled(entry, AWARD_WEIGHTS) for entry in article.record.model_dump()["awards"]]
        pairs = _pair(golden, [_filled(entry, AWARD_WEIGHTS) for entry in record["awards"]], AWARD_WEIGHTS, _AWARD_FLOOR)
        told = {pair.predicted: golden[pair.gold].get("award") for pair in pairs}
        counts = Counter(told.values())
        places = {id(conferral): at for at, conferral in enumerate(conferred)}
        for conferral, options in award_choice.read_options(found, findings):
            award = told.get(places[id(conferral)])
            if award is not None:
                right = [agreement(award, name.said, "award").relaxed for name, _ in options]
                yield Choice(article_id, state, [features for _, features in options], right, counts[award] ** -0.5)


def thinned(state: int) -> Lexicon | None:
    """The gazetteers with a part of their programmes and agencies, always the same; None for the whole."""
    awards, agencies = STATES[state]
    if awards == agencies == 1:
        return None
    rows = dict(gazetteers.load().rows)

    def kept(row_id: str, share: float) -> bool:
        return zlib.crc32(f"{state}:{row_id}".encode()) % 1000 < share * 1000

    rows["awards"] = {row_id: row for row_id, row in rows["awards"].items() if kept(row_id, awards)}
    rows["agencies"] = {row_id: row for row_id, row in rows["agencies"].items() if kept(row_id, agencies)}
    rows["award_parts"] = {
        row_id: row for row_id, row in rows["award_parts"].items() if isinstance(row, AwardPart) and row.award in rows["awards"]
    }
    return Lexicon(rows, f"thinned-{state}")


def train(choices: Sequence[Choice]) -> dict[str, Any]:
    """The model over the choices, as it is stored."""
    from sklearn.ensemble import GradientBoostingClassifier  # noqa: PLC0415  the help is told without it

    names = sorted({name for choice in choices for features in choice.options for name in features})
    rows = np.array([[float(o.get(name, -1)) for name in names] for choice in choices for o in choice.options], dtype=np.float32)
    right = np.array([value for choice in choices for value in choice.right])
    weights = np.array([choice.weight for choice in choices for _ in choice.right])
    model = GradientBoostingClassifier(**_SHAPE).fit(rows, right, sample_weight=weights / weights.mean())
    prior = float(model.init_.class_prior_[1])
    trees = [_nodes(tree.tree_, _SHAPE["learning_rate"]) for tree in model.estimators_[:, 0]]
    return {"features": names, "start": round(math.log(prior / (1 - prior)), 6), "trees": trees}


def _nodes(tree: Any, rate: float) -> list[list[float]]:  # noqa: ANN401
    nodes: list[list[float]] = []
    for at in range(tree.node_count):
        left, right = int(tree.children_left[at]), int(tree.children_right[at])
        if left < 0:
            nodes.append([round(float(tree.value[at, 0, 0]) * rate, 5)])
        else:
            nodes.append([int(tree.feature[at]), round(float(tree.threshold[at]), 6), left, right])
    return nodes


def validate(choices: Sequence[Choice], folds: int) -> None:
    """Prints how many awards are right as the rules give them and as the model chooses, by the gazetteers' state."""
    before: Counter[int] = Counter()
    after: Counter[int] = Counter()
    for fold in range(folds):
        held = [choice for choice in choices if zlib.crc32(choice.article.encode()) % folds == fold]
        others = [choice for choice in choices if zlib.crc32(choice.article.encode()) % folds != fold]
        trees = Trees.of(train(others))
        for choice in held:
            current = next((at for at, features in enumerate(choice.options) if features["current"]), None)
            before[choice.state] += current is not None and choice.right[current]
            after[choice.state] += choice.right[award_choice.best(trees, choice.options)]
    print("programmes known  agencies known  choices  right by rules  right by model")
    for state, (awards, agencies) in enumerate(STATES):
        count = sum(choice.state == state for choice in choices)
        print(f"{awards:>16.0%}  {agencies:>14.0%}  {count:>7}  {before[state] / count:>14.3f}  {after[state] / count:>14.3f}")


if __name__ == "__main__":
    sys.exit(main())
