"""Times the whole extraction (text to validated record to JSON) beside PyThaiNLP's tokeniser on the same articles.

Run as `make bench`. The two take turns in one process; the figures are medians over the rounds, in seconds of processor time,
in which other work on the machine counts little. The ratio is the extraction's articles per second over the tokeniser's
(`pythainlp.word_tokenize(text, engine="newmm")`): 1.0 is as fast.
The package is compiled first (scripts/compiled.py: some seven minutes, once) where a C compiler is at hand; with
`--interpreted` it is taken as it is. With `--crf` a tagger in the manner of PyThaiNLP's names of people and bodies
(scripts/peers/crf.py, a part of what is extracted) takes turns too.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import resource
import statistics
import sys
import time
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import compiled
from pythainlp import word_tokenize

from extractor import extract
from extractor.evaluate import read_gold
from extractor.models import Article
from extractor.read import read_articles
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
POOL = ROOT.parent / "shared" / "pool.jsonl.gz"


def main() -> None:
    """Time both, print the figures, and fail below the ratio that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000, metavar="N", help="how many (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="turns that each takes (default: %(default)s)")
    parser.add_argument("--at-least", type=float, metavar="RATIO", help="exit with 1 if the ratio is lower")
    parser.add_argument("--crf", action="store_true", help="time a CRF too, on a tenth of the articles (needs the extra bench)")
    parser.add_argument("--memory", type=float, metavar="MB", help="exit with 1 if the extraction's peak memory is higher")
    parser.add_argument("--interpreted", action="store_true", help="time the sources as they are, not compiled first")
    options = parser.parse_args()
    if not options.interpreted:
        compiled.restart()

    articles, source = choose(options.articles)
    characters = sum(len(article.text) for article in articles)
    form = "compiled" if compiled.is_compiled() else "interpreted"
    print(f"{len(articles)} articles of {source}, {characters:,} characters; {options.rounds} rounds, one process, {form}")

    once(extraction, articles[:20])  # gazetteers and word lists load here
    loaded = peak_memory()
    once(extraction, articles)
    memory = peak_memory()
    once(tokeniser, articles[:20])
    methods = {"extractor": Method(extraction, articles), "newmm": Method(tokeniser, articles)}
    if options.crf:
        methods["CRF"] = Method(crf_tagger(), articles[:: 10 if len(articles) >= 20 else 1])
    for _ in range(options.rounds):
        for method in reversed(methods.values()):
            method.seconds.append(once(method.work, method.articles) / method.characters)

    print(f"{'':<12}{'articles/s':>12}{'µs/character':>14}{'slowest':>10}{'fastest':>10}")
    median = {name: statistics.median(method.seconds) for name, method in methods.items()}
    length = characters / len(articles)
    for name, method in methods.items():
        rates = [1 / (seconds * length) for seconds in (median[name], max(method.seconds), min(method.seconds))]
        print(f"{name:<12}{rates[0]:>12.0f}{median[name] * 1e6:>14.3f}{rates[1]:>10.0f}{rates[2]:>10.0f}")
    ratio = median["newmm"] / median["extractor"]
    if options.crf:
        print(f"{median['CRF'] / median['extractor']:.0f} times as fast as the CRF")
    print(f"ratio {ratio:.2f} (extractor to newmm); peak memory {memory:.0f} MB ({loaded:.0f} MB after the first 20 articles)")

    if options.at_least is not None and ratio < options.at_least:
        sys.exit(f"too slow: the ratio is below {options.at_least:g}")
    if options.memory is not None and memory > options.memory:
        sys.exit(f"too large: peak memory is above {options.memory:g} MB")


@dataclass(slots=True)
class Method:
    """What is timed, on which articles, and the seconds that each round took, a character."""

    work: Callable[[Article], object]
    articles: Sequence[Article]
    seconds: list[float] = field(default_factory=list)

    @property
    def characters(self) -> int:
        """Of all the articles."""
        return sum(len(article.text) for article in self.articles)


def crf_tagger() -> Callable[[Article], object]:
    """A tagger of people and bodies, trained on the corpus: how well it reads matters not here, and its speed hardly varies."""
    if find_spec("pycrfsuite") is None:
        sys.exit("not installed: python-crfsuite. Run `make bench-accuracy`, or `pip install 'thai-awards[bench]'`")
    from peers import crf  # noqa: PLC0415 - it needs the extra

    tagger = crf.train(read_gold(ROOT / "corpus").values())
    return lambda article: crf.read(tagger, article.text)


def choose(count: int) -> tuple[list[Article], str]:
    """The articles to time, and where they come from: the pool's first, or else the corpus over and over."""
    if POOL.is_file():
        with gzip.open(POOL, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in islice(lines, count)]
        return [Article(id=row["id"], text=row["text"]) for row in rows], "../shared/pool.jsonl.gz"
    print(f"{POOL} is not here; the bundled corpus is timed instead, repeated up to the number of articles", file=sys.stderr)
    corpus = list(read_articles([str(ROOT / "corpus")], on_error=lambda reject: sys.exit(str(reject))))
    return [corpus[number % len(corpus)] for number in range(count)], "corpus/, repeated"


def extraction(article: Article) -> None:
    """Text to record to JSON."""
    extract(article).model_dump_json()


def tokeniser(article: Article) -> None:
    """The measure that the extraction is held against."""
    word_tokenize(article.text, engine="newmm")


def once(work: Callable[[Article], object], articles: Sequence[Article]) -> float:
    """Seconds of processor time for all articles; no round profits from words that the one before has cut."""
    words.cache_clear()
    gc.collect()
    begun = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - begun


def peak_memory() -> float:
    """The most memory that this process held so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
