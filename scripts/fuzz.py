"""Spoils articles at random and extracts them: nothing may crash, lie about its place, or break the schema.

The bundled corpus is spoilt, and the articles of ../shared where it is present. Article N of a seed is always the same one,
however many workers there are. One at which something breaks is written to a file of its own, and the command that
replays it is told.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
import traceback
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from fuzzing.checks import POOL, Tally, check_file, check_numbers, seed_texts

_TEXTS: list[str] = []
_BATCH = 250


def main() -> None:
    """Fuzz, or replay one article; exit with 1 if anything broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which articles (default: %(default)s)")
    parser.add_argument("--count", type=int, default=1000, metavar="N", help="how many (default: %(default)s)")
    parser.add_argument("--start", type=int, default=0, metavar="N", help="number of the first (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes (default: %(default)s)")
    parser.add_argument("--corpus-only", action="store_true", help="spoil the bundled corpus alone")
    parser.add_argument(
        "--failures", type=Path, default=Path("build/fuzz"), metavar="DIR", help="for what breaks (default: %(default)s)"
    )
    parser.add_argument("--replay", type=Path, metavar="FILE", help="check one that broke, and show where")
    options = parser.parse_args()
    if options.replay is not None:
        sys.exit(replay(options.replay))

    _TEXTS[:] = seed_texts(pool=not options.corpus_only)
    print(f"seed {options.seed}: {options.count:,} articles, made from {len(_TEXTS):,}", flush=True)
    if not options.corpus_only and not POOL.exists():
        print("../shared is absent; the bundled corpus alone is spoilt")
    began = time.monotonic()
    tally = run(options.seed, range(options.start, options.start + options.count), options.workers, options.failures)
    took = time.monotonic() - began
    memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(
        f"{tally.articles:,} articles in {took:,.0f} s, {options.workers} process(es): {tally.records:,} records with "
        f"{tally.mentions:,} mentions, {tally.characters:,} characters; {tally.rejects:,} inputs set aside\n"
        f"slowest {tally.slowest:.2f} s of CPU (number {tally.slowest_number}), peak memory {memory:,.0f} MB a process\n"
        f"{len(tally.failures):,} failed"
    )
    sys.exit(1 if tally.failures else 0)


def run(seed: int, numbers: range, workers: int, failed: Path) -> Tally:
    """Check these articles, in as many processes; each failure is told when it comes."""
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        batches = [numbers[at : at + _BATCH] for at in range(0, len(numbers), _BATCH)]
        if workers == 1:
            for batch in batches:
                _tell(tally, check_numbers(seed, batch, _TEXTS, Path(folder), failed))
            return tally
        with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
            futures = [pool.submit(_batch, seed, batch, folder, failed) for batch in batches]
            try:
                for future in as_completed(futures):
                    _tell(tally, future.result())
            except BrokenProcessPool:
                failed.mkdir(parents=True, exist_ok=True)
                for path in Path(folder).iterdir():
                    (failed / path.name).write_bytes(path.read_bytes())
                    said = "a process died at this article or one beside it"
                    _tell(tally, Tally(failures=[f"{said}\n  replay: python scripts/fuzz.py --replay {failed / path.name}"]))
    return tally


def _batch(seed: int, numbers: range, folder: str, failed: Path) -> Tally:
    return check_numbers(seed, numbers, _TEXTS, Path(folder), failed)


def _tell(tally: Tally, more: Tally) -> None:
    for failure in more.failures:
        print(f"failed: {failure}", flush=True)
    tally.add(more)


def replay(path: Path) -> int:
    """Check one article again, with the traceback of what breaks; the exit code."""
    tally = Tally()
    try:
        check_file(path, tally)
    except Exception:  # noqa: BLE001 - any is what was looked for
        traceback.print_exc()
        return 1
    print(f"nothing broke: {tally.records:,} records, {tally.mentions:,} mentions, {tally.rejects:,} set aside")
    return 0


if __name__ == "__main__":
    main()
