"""The measures: what of one article's record is right, and the figures over many.

The same measures as the project's reference scorer, to the last digit, intervals included.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.evaluate.compare import compare
from extractor.evaluate.gold import GoldRecord
from extractor.models import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from extractor.evaluate.compare import Disagreement, Tally

MEAN_AWARD_FIELDS = "award fields, mean over articles"
CLEAN = "articles without awards, kept clean"
MEASURES = (
    "award fields", "award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent",
    "award fields strict", "conferrals", "conferrals whole", CLEAN, "ceremony fields", "people", "positions",
    "organisations", "dates", "title", "published",
)  # fmt: skip

_DRAWS = 400
_SEED = 7


@dataclass(frozen=True, slots=True)
class Score:
    """One measure over all articles, with the 95 % bootstrap interval of its F1 over articles."""

    tp: int
    fp: int
    fn: int
    low: float
    high: float

    @property
    def gold(self) -> int:
        """How many the gold holds."""
        return self.tp + self.fn

    @property
    def precision(self) -> float:
        return ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float:
        return ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float:
        return ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean F1 of award fields over the `n` articles that have awards, with its 95 % bootstrap interval."""

    f1: float
    n: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """One article: tallies by measure, and everything on which gold and prediction disagree."""

    id: str
    title: str | None
    tallies: Mapping[str, Tally]
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures by measure (every one of MEASURES), the mean over articles, and each article's own."""

    scores: Mapping[str, Score]
    mean: Mean
    articles: tuple[ArticleScore, ...]
    missing: tuple[str, ...]

    def f1(self) -> dict[str, float]:
        """F1 by measure, the mean over articles among them."""
        return {MEAN_AWARD_FIELDS: self.mean.f1} | {measure: score.f1 for measure, score in self.scores.items()}


def evaluate(
    gold: Mapping[str, GoldRecord | Mapping[str, object]], predicted: Mapping[str, Record | Mapping[str, object]]
) -> Evaluation:
    """The figures of `predicted` against `gold`, joined on id; an article without a prediction counts as empty.

    A predicted value is a string or number as in the gold, or a mention: `text`, with `value` where the gold's is
    converted. Predictions for articles that the gold does not hold are left alone.

    >>> evaluation = evaluate({"a": gold_record}, {"a": record})
    >>> evaluation.scores["dates"].f1
    0.98
    """
    articles = []
    for id_, record in gold.items():
        golden = record if isinstance(record, GoldRecord) else GoldRecord.model_validate(record)
        found = predicted.get(id_, {})
        tallies, disagreements = compare(golden.model_dump(), found.model_dump() if isinstance(found, Record) else found)
        articles.append(ArticleScore(id_, golden.title, tallies, disagreements))
    return Evaluation(
        scores={measure: _score(articles, measure) for measure in MEASURES},
        mean=_mean(articles),
        articles=tuple(articles),
        missing=tuple(id_ for id_ in gold if id_ not in predicted),
    )


def check_floors(evaluation: Evaluation, floors: Mapping[str, float]) -> list[str]:
    """One line for each measure whose F1 lies below its floor, and for each floor that names no measure.

    >>> check_floors(evaluation, {"dates": 0.97})
    ['dates: F1 0.951 is below its floor 0.970']
    """
    figures = evaluation.f1()
    said = []
    for measure, floor in floors.items():
        if measure not in figures:
            said.append(f"{measure}: no such measure; there are {', '.join(figures)}")
        elif figures[measure] < floor:
            said.append(f"{measure}: F1 {figures[measure]:.3f} is below its floor {floor:.3f}")
    return said


def ratio(part: int, whole: int) -> float:
    """The share, or 1 where there was nothing to find and nothing was found."""
    return part / whole if whole else 1.0


def _score(articles: Sequence[ArticleScore], measure: str) -> Score:
    counts = [(t.tp, t.fp, t.fn) if (t := article.tallies.get(measure)) else (0, 0, 0) for article in articles]

    def f1(drawn: Sequence[int]) -> float:
        tp, fp, fn = (sum(counts[i][part] for i in drawn) for part in range(3))
        return ratio(2 * tp, 2 * tp + fp + fn)

    tp, fp, fn = (sum(count[part] for count in counts) for part in range(3))
    low, high = _interval(len(articles), f1)
    return Score(tp=tp, fp=fp, fn=fn, low=low, high=high)


def _mean(articles: Sequence[ArticleScore]) -> Mean:
    figures = [
        ratio(2 * t.tp, 2 * t.tp + t.fp + t.fn)
        for article in articles
        if CLEAN not in article.tallies and (t := article.tallies["award fields"])
    ]
    if not figures:
        return Mean(f1=0.0, n=0, low=0.0, high=0.0)
    low, high = _interval(len(figures), lambda drawn: sum(figures[i] for i in drawn) / len(drawn))
    return Mean(f1=sum(figures) / len(figures), n=len(figures), low=low, high=high)


def _interval(count: int, figure: Callable[[Sequence[int]], float]) -> tuple[float, float]:
    """95 % bootstrap interval of a figure over `count` articles; the same draws every time."""
    if not count:
        return 0.0, 1.0
    rng = random.Random(_SEED)  # noqa: S311 - resampling, no secret
    figures = sorted(figure(rng.choices(range(count), k=count)) for _ in range(_DRAWS))
    return figures[int(_DRAWS * 0.025)], figures[int(_DRAWS * 0.975)]
