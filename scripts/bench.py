"""Times the whole extraction (text to validated record to JSON) beside PyThaiNLP's tokeniser on the same articles.

Run as `make bench`. The two take turns in one process; the figures are medians over the rounds. The ratio is the
extraction's articles per second over the tokeniser's (`pythainlp.word_tokenize(text, engine="newmm")`): 1.0 is as fast.
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
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pythainlp import word_tokenize

from extractor import extract
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
    parser.add_argument("--articles", type=int, default=500, metavar="N", help="how many (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="turns that each takes (default: %(default)s)")
    parser.add_argument("--at-least", type=float, metavar="RATIO", help="exit with 1 if the ratio is lower")
    parser.add_argument("--memory", type=float, metavar="MB", help="exit with 1 if the extraction's peak memory is higher")
    options = parser.parse_args()

    articles, source = choose(options.articles)
    characters = sum(len(article.text) for article in articles)
    print(f"{len(articles)} articles of {source}, {characters:,} characters; {options.rounds} rounds, one process")

    once(extraction, articles[:20])  # gazetteers and word lists load here
    loaded = peak_memory()
    once(extraction, articles)
    memory = peak_memory()
    once(tokeniser, articles[:20])
    taken: dict[str, list[float]] = {"extractor": [], "newmm": []}
    for _ in range(options.rounds):
        taken["newmm"].append(once(tokeniser, articles))
        taken["extractor"].append(once(extraction, articles))

    print(f"{'':<12}{'articles/s':>12}{'µs/character':>14}{'slowest':>10}{'fastest':>10}")
    median = {name: statistics.median(seconds) for name, seconds in taken.items()}
    for name, seconds in taken.items():
        rate, each = len(articles) / median[name], median[name] / characters * 1e6
        print(f"{name:<12}{rate:>12.0f}{each:>14.3f}{len(articles) / max(seconds):>10.0f}{len(articles) / min(seconds):>10.0f}")
    ratio = median["newmm"] / median["extractor"]
    print(f"ratio {ratio:.2f} (extractor to newmm); peak memory {memory:.0f} MB ({loaded:.0f} MB after the first 20 articles)")

    if options.at_least is not None and ratio < options.at_least:
        sys.exit(f"too slow: the ratio is below {options.at_least:g}")
    if options.memory is not None and memory > options.memory:
        sys.exit(f"too large: peak memory is above {options.memory:g} MB")


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


def once(work: Callable[[Article], None], articles: Sequence[Article]) -> float:
    """Seconds for all articles; no round profits from words that the one before has cut."""
    words.cache_clear()
    gc.collect()
    begun = time.perf_counter()
    for article in articles:
        work(article)
    return time.perf_counter() - begun


def peak_memory() -> float:
    """The most memory that this process held so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
