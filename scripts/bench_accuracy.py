"""The extractor beside other methods: the same annotated articles, the same scorer.

People and bodies: a CRF in PyThaiNLP's manner, trained here (scripts/peers/crf.py). Dates: dateparser, and PyThaiNLP's
helpers (scripts/peers/dates.py). Award fields: an afternoon's regular expressions (scripts/peers/regexes.py).

    scripts/bench_accuracy.py                      the gold of ../shared, which is not part of the repository
    scripts/bench_accuracy.py --strata             the extractor alone, by kind of article
    scripts/bench_accuracy.py --train a.jsonl --test b.jsonl

Gold is what `extractor evaluate` takes. Only totals are printed. Needs the extra `bench`: `make bench-accuracy` installs it.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from extractor import extract
from extractor.evaluate import evaluate, read_gold
from extractor.structure import find_structure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from extractor.evaluate import Evaluation, GoldArticle
    from extractor.models import Record

    Gold = Mapping[str, GoldArticle]
    Records = Mapping[str, Record | Mapping[str, object]]

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
EXTRA = {"pycrfsuite": "python-crfsuite", "dateparser": "dateparser"}
LONG_LIST = 4  # so many items make an article one of lists


@dataclass(frozen=True, slots=True)
class Method:
    """A way to make records, and the measures that it is compared by; `read` takes a set of gold and gives its records."""

    name: str
    measures: tuple[str, ...]
    read: Callable[[Gold], Records]


def main() -> None:
    """Let every method read every set, then print the figures by measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--train", type=Path, default=GOLD / "work.jsonl", metavar="GOLD", help="trains the CRF (default: %(default)s)"
    )
    parser.add_argument(
        "--test", type=Path, action="append", metavar="GOLD", help="what is read; may be given again (default: work and check)"
    )
    parser.add_argument("--folds", type=int, default=5, metavar="N", help="parts of --train, where it is tested too (default: 5)")
    parser.add_argument("--strata", action="store_true", help="the extractor's figures by kind of article, and no peers")
    options = parser.parse_args()

    tests = options.test or [GOLD / "work.jsonl", GOLD / "check.jsonl"]
    for path in tests if options.strata else (options.train, *tests):
        if not path.exists():
            sys.exit(
                f"{path} is not here. The annotated articles are not part of the repository; name others with --train and --test"
            )
    sets = {path.stem: read_gold(path) for path in tests}
    if options.strata:
        for name, gold in sets.items():
            print_strata(name, gold)
        return
    absent = [package for module, package in EXTRA.items() if find_spec(module) is None]
    if absent:
        sys.exit(f"not installed: {', '.join(absent)}. Run `make bench-accuracy`, or `pip install 'thai-awards[bench]'`")

    training = read_gold(options.train)
    methods = all_methods(training, options.folds)
    figures = {(method.name, name): judge(gold, method.read(gold)) for method in methods for name, gold in sets.items()}
    print_figures(methods, {name: len(gold) for name, gold in sets.items()}, figures)
    name = options.train.stem
    print(
        f"\nThe CRF is trained on the {len(training)} articles of {name}: other and far fewer texts than those of"
        f"\nPyThaiNLP's published model, which it is not. {name} itself it reads in {options.folds} parts,"
        "\neach after training on the others."
    )


def all_methods(training: Gold, folds: int) -> list[Method]:
    """The peers and the extractor, in the order of the table."""
    from peers import crf, dates, regexes  # noqa: PLC0415 - they need the extra, and --help does not

    def named(gold: Gold) -> Records:
        if set(gold) != set(training):
            tagger = crf.train(training.values())
            return {name: crf.read(tagger, article.article.text) for name, article in gold.items()}
        found: dict[str, Mapping[str, object]] = {}
        names = list(gold)
        for fold in range(folds):
            held = names[fold::folds]
            tagger = crf.train(gold[name] for name in names if name not in held)
            found.update({name: crf.read(tagger, gold[name].article.text) for name in held})
        return found

    def each(read: Callable[[str], object], field: str) -> Callable[[Gold], Records]:
        return lambda gold: {name: {field: read(article.article.text)} for name, article in gold.items()}

    return [
        Method("CRF, PyThaiNLP's features", ("people", "organisations"), named),
        Method("dateparser, as it comes", ("dates",), each(lambda text: dates.by_dateparser(text, converted=False), "dates")),
        Method("dateparser, years less 543", ("dates",), each(lambda text: dates.by_dateparser(text, converted=True), "dates")),
        Method(
            "the same, whole dates only",
            ("dates",),
            each(lambda text: dates.by_dateparser(text, converted=True, whole=True), "dates"),
        ),
        Method("PyThaiNLP's thai_strptime", ("dates",), each(dates.by_pythainlp, "dates")),
        Method("an afternoon's regexes", AWARD_MEASURES, each(regexes.read, "awards")),
        Method("the extractor", ("people", "organisations", "dates", *AWARD_MEASURES), extracted),
    ]


AWARD_MEASURES = (
    "award fields", "award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent", "conferrals",
    "conferrals whole",
)  # fmt: skip


def extracted(gold: Gold) -> Records:
    """The extractor's records; each article is read once."""
    return {name: _extracted(article.article.id, article.article.text) for name, article in gold.items()}


@cache
def _extracted(name: str, text: str) -> Record:
    from extractor.models import Article  # noqa: PLC0415

    return extract(Article(id=name, text=text))


def judge(gold: Gold, records: Records) -> Evaluation:
    """The figures of some records."""
    return evaluate({name: article.record for name, article in gold.items()}, records)


def print_figures(methods: Sequence[Method], sizes: Mapping[str, int], figures: Mapping[tuple[str, str], Evaluation]) -> None:
    """A block for each measure, a row for each method, three columns for each set."""
    print(f"{'':<30}" + "".join(f"{f'{name} ({size} articles)':>24}" for name, size in sizes.items()))
    print(f"{'':<30}" + f"{'P':>10}{'R':>7}{'F1':>7}" * len(sizes))
    for measure in dict.fromkeys(measure for method in methods for measure in method.measures):
        print(measure)
        for method in methods:
            if measure in method.measures:
                scores = [figures[method.name, name].scores[measure] for name in sizes]
                cells = (f"{score.precision:>10.3f}{score.recall:>7.3f}{score.f1:>7.3f}" for score in scores)
                print(f"  {method.name:<28}" + "".join(cells))


def print_strata(name: str, gold: Gold) -> None:
    """The extractor's figures over each kind of article that has conferrals."""
    awarded = {key: article for key, article in gold.items() if article.record.awards}
    strata: dict[str, Callable[[GoldArticle], bool]] = {
        "all with conferrals": lambda _: True,
        "one conferral": lambda article: len(article.record.awards) == 1,
        "2–5 conferrals": lambda article: 2 <= len(article.record.awards) <= 5,
        "more than 5": lambda article: len(article.record.awards) > 5,
        "with เลิศรัฐ": lambda article: "เลิศรัฐ" in article.article.text,
        "without เลิศรัฐ": lambda article: "เลิศรัฐ" not in article.article.text,
        "with lists": has_lists,
        "without lists": lambda article: not has_lists(article),
    }
    print(f"{name:<22}{'articles':>9}{'conferrals':>12}{'award fields':>14}{'mean':>7}{'found':>7}{'whole':>7}")
    for stratum, belongs in strata.items():
        chosen = {key: article for key, article in awarded.items() if belongs(article)}
        told = sum(len(article.record.awards) for article in chosen.values())
        scores = judge(chosen, extracted(chosen))
        cells = [
            scores.scores["award fields"].f1,
            scores.mean.f1,
            scores.scores["conferrals"].f1,
            scores.scores["conferrals whole"].f1,
        ]
        figures = "".join(f"{cell:>{width}.3f}" for cell, width in zip(cells, (14, 7, 7, 7), strict=True)) if chosen else ""
        print(f"  {stratum:<20}{len(chosen):>9}{told:>12}{figures}")
    print()


def has_lists(article: GoldArticle) -> bool:
    """Whether an article enumerates: at least four items."""
    return len(find_structure(article.article.text).items) >= LONG_LIST


if __name__ == "__main__":
    main()
