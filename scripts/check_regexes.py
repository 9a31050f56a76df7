"""Searches for a text on which one of the package's regular expressions takes longer than in proportion to its length.

Every pattern of the package is looked for in its modules, and those written within functions besides. Each is tried on runs
of its own pieces and of what articles are full of, normalised where the package only hands it normalised texts, and in the
way in which the package uses it: searched for, matched at a place, or matched in full. The time is taken as the text grows
fourfold. A pattern that the package only ever hands short stretches (told by running it on long articles in one line) is
held to a time on such a stretch instead. One that is only matched at a place, but would grow if it were at every place,
names a text on which a whole extraction is then timed.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from pumping.collect import Collected, Found, collect
from pumping.measure import Growth, extraction_growth, grows_everywhere, growth, is_clean, slow_on
from pumping.pumps import Pump, common_pumps, mixed_pumps, own_pumps
from pumping.spans import recording

from extractor import extract
from extractor.read import read_articles
from extractor.read.html import flatten

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
MOST = 20
"""How many times as long an extraction may take on eight times the text; sixty-four times if it grew with the square."""
WINDOW = 1_200
"""Characters up to which a stretch is short: what a rule looks at around a place, and no line or article."""


HARMLESS = {
    "extractor.assemble.roles._FIRST_MEMBER": "matched in full between two names; 51 ms were for a search of 187 characters",
    "extractor.clean.dates._DASH_BEHIND": "matched within a line, with at most 40 spaces in a row",
    "extractor.clean.headline._TOLD": "looked for in a headline of at most 350 characters",
    "extractor.evaluate.values._BRACKETED": "handed one value of a record",
    "extractor.match.label_parts._PART_LEAD": "handed 24 characters",
    "extractor.match.label_parts._PART_STOP": "looked for in 100 characters, or matched at a place",
    "extractor.read.html._AROUND_BREAK": "handed texts without two spaces in a row",
}
"""What would grow, and why the package's use of it cannot; each says so where it stands, too."""


@dataclass(slots=True)
class Checked:
    """What was looked at, and what was found."""

    patterns: Collected
    windows: dict[str, int] = field(default_factory=dict)
    """Patterns that are only handed short stretches, and the longest of them."""
    growths: list[Growth] = field(default_factory=list)
    suspects: dict[str, Pump] = field(default_factory=dict)
    """Patterns that are only matched at a place, and a text on which it would grow to match them at every place."""
    cut_short: list[str] = field(default_factory=list)
    pumps: int = 0


def main() -> None:
    """Check all patterns; exit with 1 if one is found to grow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", metavar="NAME", help="patterns whose place holds this, such as match.dates")
    parser.add_argument("--pumps", type=int, default=30, metavar="N", help="of its own for each (default: %(default)s)")
    parser.add_argument("--mixed", type=int, default=8, metavar="N", help="more that Hypothesis mixes (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which of its own (default: %(default)s)")
    parser.add_argument("--budget", type=float, default=0.6, metavar="S", help="seconds for each (default: %(default)s)")
    options = parser.parse_args()
    checked = check(options.only, pumps=options.pumps, mixed=options.mixed, seed=options.seed, budget=options.budget, aloud=True)
    steep = check_extraction(checked)
    for name, times in steep.items():
        print(f"{name}: an extraction takes {times:.0f} times as long on eight times the text, {checked.suspects[name]}")
    print(
        f"{len(checked.patterns.found)} patterns, {len(checked.windows)} of them only on windows; {checked.pumps:,} texts; "
        f"{len(checked.cut_short)} not tried on all of theirs for lack of time; {len(checked.growths)} grow more than linearly, "
        f"and the extraction does on texts of {len(steep)} of {len(checked.suspects)} that are matched at many places"
    )
    for where in checked.patterns.unread:
        print(f"made when needed, and looked at where the module holds it: {where}")
    sys.exit(1 if checked.growths or steep else 0)


def check(
    only: str = "",
    *,
    package: str = "extractor",
    pumps: int = 30,
    mixed: int = 0,
    seed: int = 1,
    budget: float = 0.6,
    aloud: bool = False,
    common: bool = True,
) -> Checked:
    """Try every pattern.

    Args:
        only: patterns whose place holds this text.
        package: where they stand; of a part of the package it is not told which are only handed short stretches.
        pumps: how many texts are made of each pattern's own pieces.
        mixed: how many more are mixed by Hypothesis.
        seed: which of them.
        budget: seconds of CPU after which no further text is tried on a pattern.
        aloud: print each find when it comes.
        common: whether runs of what articles are full of are tried too.
    """
    spans = spans_in_use() if package == "extractor" else {}
    patterns = collect(package)
    checked = Checked(patterns)
    for found in patterns.found:
        if only not in found.name:
            continue
        span = spans.get((found.pattern.pattern, found.pattern.flags))
        if span is not None and span <= WINDOW:
            checked.windows[found.name] = span
        until = time.process_time() + budget
        for pump in _pumps(found, Random(f"{seed}:{found.name}"), pumps, mixed, common=common):
            if time.process_time() > until:
                checked.cut_short.append(found.name)
                break
            checked.pumps += 1
            window = checked.windows.get(found.name)
            grown = growth(found, pump) if window is None else slow_on(found, pump, window)
            if grown is not None:
                excuse = next((HARMLESS[place] for place in found.where if place in HARMLESS), None)
                if excuse is None:
                    checked.growths.append(grown)
                if aloud:
                    print(f"{grown}{f'; harmless: {excuse}' if excuse else ''}", flush=True)
                break
            if (
                found.name not in checked.suspects
                and "search" not in found.uses
                and is_clean(found)
                and grows_everywhere(found, pump)
            ):
                checked.suspects[found.name] = pump
    return checked


def check_extraction(checked: Checked) -> dict[str, float]:
    """The suspects on which a whole extraction grows, and how many times as long eight times the text takes."""
    grown = {name: extraction_growth(pump) for name, pump in checked.suspects.items()}
    return {name: times for name, times in grown.items() if times > MOST}


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
