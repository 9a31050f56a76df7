"""Times one extraction of ever longer texts, and draws the time a character takes: a level line is linear growth.

Run as `make bench-growth`. The same ten megabytes of articles are cut into pieces of 10 KB, 100 KB, 1 MB and 10 MB (UTF-8), so
that all sizes have the same content; each size's figure is the least of the rounds, in microseconds of processor time.
"""

from __future__ import annotations

import argparse
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import compiled
from bench import choose

from extractor import extract
from extractor.models import Article

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
BOUND = 1.5


def main() -> None:
    """Time the sizes, print the figures and the plot, and fail where growth is more than linear."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bytes", type=int, default=10_000_000, metavar="N", help="of text in all (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="times that each size is taken (default: %(default)s)")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the figures there (SVG or PNG; needs the extra bench)")
    parser.add_argument(
        "--at-most",
        type=float,
        metavar="FACTOR",
        help="exit with 1 if the dearest size costs more than so many times the cheapest",
    )
    parser.add_argument("--interpreted", action="store_true", help="time the sources as they are, not compiled first")
    options = parser.parse_args()
    if not options.interpreted:
        compiled.restart()
    if options.plot and find_spec("matplotlib") is None:
        sys.exit("not installed: matplotlib. Run `make bench-growth`, or `pip install 'thai-awards[bench]'`")

    text, source = of_size(options.bytes)
    print(f"{len(text.encode()):,} bytes of {source}, {len(text):,} characters; the least of {options.rounds} rounds")
    extract(text[:20_000])  # gazetteers and word lists load here
    figures: dict[int, float] = {}
    size = options.bytes
    while size >= 10_000:
        figures[size] = min(once(text, options.bytes // size) for _ in range(options.rounds)) / len(text) * 1e6
        size //= 10
    print(f"{'bytes':>12}{'µs/character':>14}")
    for size, each in sorted(figures.items()):
        print(f"{size:>12,}{each:>14.3f}")
    factor = max(figures.values()) / min(figures.values())
    print(f"the dearest costs {factor:.2f} times what the cheapest does")
    if options.plot:
        draw(figures, options.plot)
    if options.at_most is not None and factor > options.at_most:
        sys.exit(f"growth is more than linear: the factor is above {options.at_most:g}")


def of_size(size: int) -> tuple[str, str]:
    """So many bytes of articles, one behind the other, and where they come from."""
    articles, source = choose(max(1, size // 2000))
    whole = "\n".join(article.text for article in articles).encode()
    while len(whole) < size:
        whole += b"\n" + whole
    return whole[:size].decode(errors="ignore"), source


def once(text: str, pieces: int) -> float:
    """Seconds to extract the text in so many pieces of one length."""
    length = len(text) // pieces
    articles = [Article(id=str(at), text=text[at * length : (at + 1) * length]) for at in range(pieces)]
    begun = time.process_time()
    for article in articles:
        extract(article).model_dump_json()
    return time.process_time() - begun


def draw(figures: Mapping[int, float], place: Path) -> None:
    """A plot of time a character over size, with the bound beside it."""
    import matplotlib as mpl  # noqa: PLC0415 - it needs the extra

    mpl.use("agg")
    mpl.rcParams["svg.hashsalt"] = "growth"
    from matplotlib import pyplot as plt  # noqa: PLC0415

    sizes = sorted(figures)
    _, axes = plt.subplots(figsize=(7, 3.6), layout="constrained")
    axes.axhspan(
        min(figures.values()),
        BOUND * min(figures.values()),
        color="#1b6e53",
        alpha=0.12,
        label=f"within {BOUND:g} times the least",
    )
    axes.plot(sizes, [figures[size] for size in sizes], marker="o", color="#1b6e53", label="one extraction")
    axes.set(xscale="log", ylim=(0, 2 * max(figures.values())), xlabel="bytes of one article", ylabel="µs a character")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False)
    plt.savefig(place, metadata={"Date": None} if place.suffix == ".svg" else None)
    print(f"drawn: {place}")


if __name__ == "__main__":
    main()
