"""Searches for a text on which one of the package's regular expressions takes longer than in proportion to its length.

Every pattern of the package is looked for in its modules, and those written within functions besides. Each is tried on runs
of its own pieces and of what articles are full of; the time of a search of the whole is taken as the text doubles. A
pattern that the package only ever hands short stretches (told by running it on long articles in one line) is held to a time
on such a stretch instead.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from pumping.collect import Collected, Found, collect
from pumping.measure import Growth, growth, slow_on
from pumping.pumps import Pump, common_pumps, mixed_pumps, own_pumps
from pumping.spans import recording

from extractor import extract
from extractor.read import read_articles
from extractor.read.html import flatten

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
WINDOW = 1_200
"""Characters up to which a stretch is short: what a rule looks at around a place, and no line or article."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and what was found."""

    patterns: Collected
    windows: dict[str, int]
    growths: list[Growth]
    pumps: int


def main() -> None:
    """Check all patterns; exit with 1 if one is found to grow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", metavar="NAME", help="patterns whose place holds this, such as match.dates")
    parser.add_argument("--pumps", type=int, default=60, metavar="N", help="of its own for each (default: %(default)s)")
    parser.add_argument("--mixed", type=int, default=30, metavar="N", help="more that Hypothesis mixes (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which of its own (default: %(default)s)")
    options = parser.parse_args()
    checked = check(options.only, pumps=options.pumps, mixed=options.mixed, seed=options.seed, aloud=True)
    print(
        f"{len(checked.patterns.found)} patterns, {len(checked.windows)} of them only on windows; {checked.pumps:,} texts; "
        f"{len({each.found.name for each in checked.growths})} grow more than linearly"
    )
    for where in checked.patterns.unread:
        print(f"made when needed, and looked at where the module holds it: {where}")
    sys.exit(1 if checked.growths else 0)


def check(only: str = "", *, pumps: int = 60, mixed: int = 0, seed: int = 1, aloud: bool = False, common: bool = True) -> Checked:
    """Try every pattern.

    Args:
        only: patterns whose place holds this text.
        pumps: how many texts are made of each pattern's own pieces.
        mixed: how many more are mixed by Hypothesis.
        seed: which of them.
        aloud: print each find when it comes.
        common: whether runs of what articles are full of are tried too.
    """
    spans = spans_in_use()
    patterns = collect()
    windows: dict[str, int] = {}
    growths: list[Growth] = []
    tried = 0
    for found in patterns.found:
        span = spans.get((found.pattern.pattern, found.pattern.flags))
        if only not in found.name:
            continue
        if span is not None and span <= WINDOW:
            windows[found.name] = span
        for pump in _pumps(found, Random(f"{seed}:{found.name}"), pumps, mixed, common=common):
            tried += 1
            grown = growth(found, pump) if found.name not in windows else slow_on(found, pump, windows[found.name])
            if grown is not None:
                growths.append(grown)
                if aloud:
                    print(grown, flush=True)
                break
    return Checked(patterns, windows, growths, tried)


def _pumps(found: Found, chance: Random, own: int, mixed: int, *, common: bool) -> Iterator[Pump]:
    yield from own_pumps(found.pattern, chance, own)
    if common:
        yield from common_pumps()
    if mixed:
        yield from mixed_pumps(found.pattern, chance, mixed)


def spans_in_use() -> dict[tuple[str | bytes, int], int]:
    """The longest stretch that each pattern is given when the corpus is extracted, article by article and in one line."""
    texts = [article.text for article in read_articles([str(ROOT / "corpus")], on_error=print)]
    extract(texts[0])  # what is made when first needed
    flatten((ROOT / "corpus" / "b03-winners-by-province.html").read_text(encoding="utf-8"))
    whole = "\n\n".join(texts)
    with recording() as longest:
        for text in (
            whole[:60_000],
            whole[:60_000].replace("\n", " "),
            whole[60_000:140_000],
            whole[60_000:140_000].replace("\n", " "),
        ):
            extract(text)
        for text in texts:
            extract(text)
    return dict(longest)


if __name__ == "__main__":
    main()
