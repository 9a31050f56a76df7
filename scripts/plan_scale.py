"""Plans a run over very many articles: how many tasks, machines and hours, what it costs, and what becomes the limit.

Run as `python scripts/plan_scale.py`. What one core does is measured first, with the very steps of `extractor cluster run`
(read packed JSON Lines, extract, write packed shards): in processor time, so that other work on the machine counts little.
`--rate` takes a figure of another machine instead. All else that the table rests on is an option, printed above it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench import choose, peak_memory

from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.cluster.plan import Settings
    from extractor.models import Article

HOUR = 3600


@dataclass(frozen=True, slots=True)
class Core:
    """What one core does, measured: articles a second, bytes an article (packed) in and out, seconds to start, MB held."""

    rate: float
    bytes_in: float
    bytes_out: float
    start: float
    memory: float


@dataclass(frozen=True, slots=True)
class Assumed:
    """What is not measured.

    `cores` a node, USD for one for an hour, the share of its rate that a core keeps when all work, a task's length in minutes,
    MB/s that the storage bears.
    """

    cores: int
    price: float
    efficiency: float
    minutes: float
    store: float


@dataclass(frozen=True, slots=True)
class Planned:
    """A run over `articles` on `nodes`: its tasks, its hours by the clock, its cost in USD, GB moved, MB/s asked of the store."""

    articles: int
    nodes: int
    tasks: int
    hours: float
    cost: float
    gigabytes: float
    throughput: float


def main() -> None:
    """Measure, and print the plan."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--articles", type=int, nargs="+", default=[10_000_000, 1_000_000_000], metavar="N", help="sizes to plan for"
    )
    parser.add_argument("--nodes", type=int, nargs="+", default=[1, 4, 16, 64], metavar="N", help="numbers of machines")
    parser.add_argument("--cores", type=int, default=32, metavar="N", help="cores of each that work (default: %(default)s)")
    parser.add_argument("--price", type=float, default=0.05, metavar="USD", help="of a core for an hour (default: %(default)s)")
    parser.add_argument(
        "--efficiency", type=float, default=0.8, metavar="X", help="of a core, if all work (default: %(default)s)"
    )
    parser.add_argument("--task-minutes", type=float, default=30, metavar="N", help="a task's length (default: %(default)s)")
    parser.add_argument("--store", type=float, default=1000, metavar="MB/S", help="what the storage bears (default: %(default)s)")
    parser.add_argument("--sample", type=int, default=500, metavar="N", help="articles to measure with (default: %(default)s)")
    parser.add_argument("--rate", type=float, metavar="X", help="articles a second of one core, instead of the measured")
    options = parser.parse_args()

    articles, source = choose(options.sample)
    core = measured(articles)
    if options.rate:
        core = Core(options.rate, core.bytes_in, core.bytes_out, core.start, core.memory)
    assumed = Assumed(options.cores, options.price, options.efficiency, options.task_minutes, options.store)
    how = "given" if options.rate else f"measured on {len(articles)} articles of {source}, processor time"
    print(f"one core: {core.rate:.0f} articles/s ({how})")
    print(f"an article, packed: {core.bytes_in:,.0f} bytes in, {core.bytes_out:,.0f} bytes out")
    print(f"a task: {core.start:.1f} s to start, {core.memory:.0f} MB of memory")
    print(f"assumed: {assumed.cores} cores a node, of which each keeps {assumed.efficiency:.0%} of that rate when all work;")
    print(f"  tasks of {assumed.minutes:g} minutes; {assumed.price:g} USD a core and hour; storage for {assumed.store:,.0f} MB/s")
    print()
    print(f"{'articles':>13} {'nodes':>6} {'cores':>6} {'tasks':>7} {'hours':>8} {'USD':>6} {'GB moved':>9} {'MB/s':>6}")
    for count in options.articles:
        for nodes in options.nodes:
            row = planned(count, nodes, core, assumed)
            cores = nodes * assumed.cores
            print(
                f"{count:>13,} {nodes:>6} {cores:>6,} {row.tasks:>7,} {row.hours:>8,.2f} {row.cost:>6,.0f} "
                f"{row.gigabytes:>9,.0f} {row.throughput:>6,.0f}"
            )
    print(f"\nThe storage becomes the limit at {limit(core, assumed):,} cores; up to there the cores are.")


def measured(articles: Sequence[Article]) -> Core:
    """What one core does with these articles, by the steps of a cluster run in this process."""
    from extractor.cluster.executors import keep_quiet  # noqa: PLC0415 - the help needs no extra
    from extractor.cluster.plan import Settings  # noqa: PLC0415

    keep_quiet()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "in.jsonl.gz")
        with gzip.open(place, "wt", encoding="utf-8") as lines:
            for number, article in enumerate(articles):
                lines.write(json.dumps({"id": f"{number}", "text": article.text}, ensure_ascii=False) + "\n")
        done(Settings(str(place), f"{folder}/first", 1))  # gazetteers and word lists load here
        words.cache_clear()
        settings, seconds = done(Settings(str(place), f"{folder}/out", 1))
        bytes_out = Path(settings.shard(0)).stat().st_size
        bytes_in = place.stat().st_size
    count = len(articles)
    return Core(count / seconds, bytes_in / count, bytes_out / count, start(), peak_memory())


def done(settings: Settings) -> tuple[Settings, float]:
    """Run the one task of a plan; the processor time that it took, in seconds."""
    from extractor.cluster.executors import steps  # noqa: PLC0415
    from extractor.cluster.run import plan  # noqa: PLC0415

    settings, _ = plan(settings)
    begun = time.process_time()
    documents = None
    for step in steps(settings):
        documents = step(documents, 0, 1)
    deque(documents or (), maxlen=0)
    return settings, time.process_time() - begun


def start() -> float:
    """Processor time, in seconds, that a new process takes until it could extract its first article."""
    code = "from extractor.cluster import executors; from extractor import extract; extract('ได้รับรางวัลพระปกเกล้า')"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def planned(articles: int, nodes: int, core: Core, assumed: Assumed) -> Planned:
    """The plan for so many articles on so many nodes.

    Tasks last as long as assumed, but there are at least four for each core, so that none waits long for the last one. The
    cores work in rounds of one task each.

    >>> core, assumed = Core(100, 4000, 2000, 2, 300), Assumed(10, 0.1, 1, 10, 1000)
    >>> plan = planned(6_000_000, 2, core, assumed)
    >>> (plan.tasks, round(plan.hours, 2), round(plan.cost, 1), plan.gigabytes, round(plan.throughput))
    (100, 0.84, 1.7, 36.0, 12)
    """
    cores = nodes * assumed.cores
    rate = core.rate * assumed.efficiency
    tasks = max(math.ceil(articles / (rate * assumed.minutes * 60)), min(4 * cores, articles))
    hours = math.ceil(tasks / cores) * (core.start + articles / tasks / rate) / HOUR
    moved = core.bytes_in + core.bytes_out
    return Planned(
        articles, nodes, tasks, hours, hours * cores * assumed.price, articles * moved / 1e9, cores * rate * moved / 1e6
    )


def limit(core: Core, assumed: Assumed) -> int:
    """The number of cores at which they ask more of the storage than it bears.

    >>> limit(Core(100, 4000, 2000, 2, 300), Assumed(10, 0.1, 1, 10, 1000))
    1666
    """
    return int(assumed.store * 1e6 / (core.rate * assumed.efficiency * (core.bytes_in + core.bytes_out)))


if __name__ == "__main__":
    main()
