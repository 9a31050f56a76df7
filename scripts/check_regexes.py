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
import multiprocessing
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

from pumping.collect import Collected, Found, collect
from pumping.measure import LONG, SLOW, Worst, extraction_growth, worst
from pumping.overlaps import overlap_pumps
from pumping.pumps import COMMON, Pump, common_pumps, own_pumps
from pumping.seek import sought_pumps
from pumping.spans import recording
from pumping.swallows import swallow_pumps

from extractor import extract
from extractor.read import read_articles
from extractor.read.html import flatten

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent
MOST = 20
"""How many times as long an extraction may take on eight times the text; sixty-four times if it grew with the square."""
WINDOW = 1_200
"""Characters up to which a stretch is short: what a rule looks at around a place, and no line or article."""
_TOLD = "กรมประมงได้รับรางวัลเลิศรัฐ ประจำปี 2566 ระดับดี"
_ENDLESS = 6_000
"""Characters of one kind in a row that show which patterns the code hands a stretch of any length."""

HARMLESS: dict[str, str] = {}
"""What would grow, and why the package's use of it cannot; each says so where it stands, too."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is told of one pattern."""

    found: Found
    kind: str
    """`linear` up to whole articles, `bounded` to short stretches, on which it is soon done, `excused` or `growing`."""
    worst: Worst
    window: int | None
    """Characters of the longest stretch that it is handed, where that is short."""
    texts: int
    reason: str = ""

    def __str__(self) -> str:
        grown = self.worst.growth
        if self.kind == "linear":
            return f"{self.found.name}: linear, {self.worst.seconds * 1000:,.1f} ms at {4 * LONG:,}"
        if self.kind == "bounded":
            return f"{self.found.name}: bounded, {self.worst.on_window * 1000:,.2f} ms at the most it is handed, {self.window}"
        slow = self.worst.on if self.worst.on_window >= SLOW else grown
        return f"{self.kind}: {slow}{f'; {self.reason}' if self.reason else ''}"


@dataclass(slots=True)
class Checked:
    """What was looked at, and what was found."""

    patterns: Collected
    verdicts: list[Verdict] = field(default_factory=list)

    def of(self, kind: str) -> list[Verdict]:
        return sorted((verdict for verdict in self.verdicts if verdict.kind == kind), key=lambda verdict: verdict.found.name)

    @property
    def suspects(self) -> dict[str, Pump]:
        """Patterns that are only matched at a place, and a text on which it would grow to match them at every place."""
        return {verdict.found.name: verdict.worst.suspect for verdict in self.verdicts if verdict.worst.suspect is not None}


def main() -> None:
    """Check all patterns; exit with 1 if one is found to grow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", metavar="NAME", help="patterns whose place holds this, such as match.dates")
    parser.add_argument("--pumps", type=int, default=30, metavar="N", help="of its own for each (default: %(default)s)")
    parser.add_argument("--sought", type=int, default=20, metavar="N", help="more that Hypothesis seeks (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which of its own (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (default: the cores)")
    parser.add_argument("--all", action="store_true", help="print the verdict on each pattern, not only on those that would grow")
    options = parser.parse_args()
    began = time.perf_counter()
    shown = {"bounded", "excused", "growing"} | ({"linear"} if options.all else set())

    def tell(verdict: Verdict) -> None:
        if verdict.kind in shown:
            print(verdict, flush=True)

    amount = {"pumps": options.pumps, "sought": options.sought, "seed": options.seed, "jobs": options.jobs}
    checked = check(options.only, on_verdict=tell, **amount)
    steep = check_extraction(checked, jobs=options.jobs)
    for name, times in steep.items():
        print(f"{name}: an extraction takes {times:.0f} times as long on eight times the text, {checked.suspects[name]}")
    print(_summary(checked, steep, time.perf_counter() - began))
    for where in checked.patterns.unread:
        print(f"made when needed, and looked at where the module holds it: {where}")
    sys.exit(1 if checked.of("growing") or steep else 0)


def _summary(checked: Checked, steep: dict[str, float], seconds: float) -> str:
    kinds = {kind: checked.of(kind) for kind in ("linear", "bounded", "excused", "growing")}
    longest = max((verdict.worst.seconds for verdict in kinds["linear"]), default=0.0)
    on_window = max((verdict.worst.on_window for verdict in checked.verdicts if verdict.kind != "growing"), default=0.0)
    return (
        f"{len(checked.verdicts)} patterns, {sum(verdict.texts for verdict in checked.verdicts):,} texts, {seconds:.0f} s: "
        f"{len(kinds['linear'])} linear (at most {longest * 1000:.0f} ms at {4 * LONG:,} characters), "
        f"{len(kinds['bounded'])} bounded to short stretches (at most {on_window * 1000:.1f} ms on one), "
        f"{len(kinds['excused'])} excused, {len(kinds['growing'])} growing; "
        f"the extraction grows on texts of {len(steep)} of {len(checked.suspects)} that are matched at many places"
    )


def check(
    only: str = "",
    *,
    package: str = "extractor",
    pumps: int = 30,
    sought: int = 0,
    seed: int = 1,
    jobs: int = 1,
    common: bool = True,
    on_verdict: Callable[[Verdict], None] | None = None,
) -> Checked:
    """Tell a verdict on every pattern.

    Args:
        only: patterns whose place holds this text.
        package: where they stand; of a part of the package it is not told which are only handed short stretches.
        pumps: how many texts are made of each pattern's own pieces, and how many of what its repeats share.
        sought: how many more Hypothesis seeks.
        seed: which of them.
        jobs: processes that share the work.
        common: whether runs of what articles are full of are tried too.
        on_verdict: called with each as it comes.
    """
    spans = spans_in_use() if package == "extractor" else {}
    patterns = collect(package)
    chosen = [found for found in patterns.found if any(only in place for place in found.where)]

    def one(at: int) -> Verdict:
        found = chosen[at]
        span = spans.get((found.pattern.pattern, found.pattern.flags))
        window = span if span is not None and span <= WINDOW else None
        return _verdict(found, window, Random(f"{seed}:{found.name}"), own=pumps, sought=sought, common=common)

    return Checked(patterns, _shared_out(one, len(chosen), jobs, on_each=on_verdict))


def _verdict(found: Found, window: int | None, chance: Random, *, own: int, sought: int, common: bool) -> Verdict:
    pumps = [
        *own_pumps(found.pattern, chance, own),
        *overlap_pumps(found.pattern, chance, own),
        *swallow_pumps(found.pattern, chance, own),
    ]
    if common:
        pumps += common_pumps()
    pumps += sought_pumps(found, pumps, window, chance, sought)
    pumps = list(dict.fromkeys(pumps))
    told = worst(found, pumps, window)
    reason = next((HARMLESS[place] for place in found.where if place in HARMLESS), "")
    slow = told.on_window >= SLOW
    if slow or (told.growth is not None and window is None):
        kind = "excused" if reason else "growing"
    else:
        kind = "linear" if told.growth is None else "bounded"
    return Verdict(found, kind, told, window, len(pumps), reason)


def check_extraction(checked: Checked, *, jobs: int = 1) -> dict[str, float]:
    """The suspects on which a whole extraction grows, and how many times as long eight times the text takes."""
    suspects = list(checked.suspects.items())
    grown = _shared_out(lambda at: extraction_growth(suspects[at][1]), len(suspects), jobs)
    return {name: times for (name, _), times in zip(suspects, grown, strict=True) if times > MOST}


def _shared_out(work: Callable[[int], T], count: int, jobs: int, *, on_each: Callable[[T], None] | None = None) -> list[T]:
    """What `work` gives for each number, of as many processes as asked for; a pattern is made anew in none of them."""
    if jobs <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        return [_told(work(at), on_each) for at in range(count)]
    _WORK[0] = work
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        return [_told(result, on_each) for result in pool.imap(_work, range(count), chunksize=4)]


def _told(result: T, on_each: Callable[[T], None] | None) -> T:
    if on_each is not None:
        on_each(result)
    return result


_WORK: dict[int, Callable[[int], Any]] = {}


def _work(at: int) -> Any:  # noqa: ANN401 - whatever is asked for
    return _WORK[0](at)


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
        for unit in (
            *COMMON,
            "“" + "ก" * 2_000,
            "(" + "กา " * 700,
            "นายก กา " * 300 + "และ",
        ):  # no bound but the code's holds these
            extract(f"{_TOLD} {unit * (_ENDLESS // len(unit))}\n{_TOLD}")
            extract(f"กรมก{unit * (_ENDLESS // len(unit))} ได้รับรางวัลก{unit * (_ENDLESS // len(unit))} จากกรมก")
    return dict(longest)


if __name__ == "__main__":
    main()
