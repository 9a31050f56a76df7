"""Measures long runs of `extractor extract` on this machine: what more workers bring, how memory stays, and what kills do.

Run as `make bench-run`. Three parts, each left out with 0:

- `--workers-over N`: N articles with one worker and with two, by the clock, in turns. Efficiency is the rate of two over twice
  that of one (medians over the rounds).
- `--memory-over N`: N articles with two workers; the resident memory of the largest process, once a second. Constant means that
  the second half of the run needs no more than the first.
- `--kills N`: a run that is killed (signal 9, all its processes) N times at random moments and resumed each time; its output is
  then compared, byte by byte, with that of an undisturbed run.

The articles are the pool's, over and over, each time with ids of its own.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import compiled
from bench import choose

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [sys.executable, "-m", "extractor.cli", "extract", "-q"]


def main() -> None:
    """Measure the parts that are asked for; exit with 1 where one does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workers-over", type=int, default=4000, metavar="N", help="articles (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="turns of that part (default: %(default)s)")
    parser.add_argument("--memory-over", type=int, default=100_000, metavar="N", help="articles (default: %(default)s)")
    parser.add_argument("--kills", type=int, default=10, metavar="N", help="(default: %(default)s)")
    parser.add_argument("--kills-over", type=int, default=10_000, metavar="N", help="articles of that run (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments of the kills (default: %(default)s)")
    parser.add_argument("--interpreted", action="store_true", help="run the sources as they are, not compiled first")
    options = parser.parse_args()
    if not options.interpreted:
        compiled.restart()

    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.workers_over:
            measure_workers(articles(folder, options.workers_over), folder, options.rounds)
        if options.memory_over and not measure_memory(articles(folder, options.memory_over), folder):
            faults.append("memory grew")
        if options.kills and not measure_kills(articles(folder, options.kills_over), folder, options.kills, options.seed):
            faults.append("the resumed output is another")
    if faults:
        sys.exit("; ".join(faults))


def articles(folder: Path, count: int) -> Path:
    """A file of so many articles."""
    place = folder / f"{count}.jsonl"
    if not place.exists():
        given, source = choose(min(count, 6435))
        with place.open("w", encoding="utf-8") as file:
            for number in range(count):
                article = given[number % len(given)]
                file.write(json.dumps({"id": f"{article.id}-{number}", "text": article.text}, ensure_ascii=False) + "\n")
        print(f"\n{count:,} articles of {source}, {place.stat().st_size / 1e6:,.0f} MB")
    return place


def begin(given: Path, output: Path, workers: int, *more: str) -> subprocess.Popen[bytes]:
    """Start a run in a process group of its own."""
    folder = compiled.BUILT if compiled.is_compiled() else ROOT
    return subprocess.Popen(
        [*COMMAND, given, "-o", output, "--workers", str(workers), *more],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        start_new_session=True,
        stderr=subprocess.PIPE,
    )


def finish(run: subprocess.Popen[bytes]) -> None:
    """Wait for a run that must go well."""
    _, said = run.communicate()
    if run.returncode:
        sys.exit(f"the run failed ({run.returncode}): {said.decode()[-500:]}")


def measure_workers(given: Path, folder: Path, rounds: int) -> None:
    """Print the rates of one worker and of two, start included."""
    count = sum(1 for _ in given.open("rb"))
    seconds: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(rounds):
        for workers, taken in seconds.items():
            begun = time.perf_counter()
            finish(begin(given, folder / f"{workers}.out", workers))
            taken.append(time.perf_counter() - begun)
    rates = {workers: count / statistics.median(taken) for workers, taken in seconds.items()}
    same = filecmp.cmp(folder / "1.out", folder / "2.out", shallow=False)
    print(f"one worker {rates[1]:.0f} articles/s, two {rates[2]:.0f}: efficiency {rates[2] / rates[1] / 2:.2f}; "
          f"output {'the same' if same else 'ANOTHER'}")  # fmt: skip


def measure_memory(given: Path, folder: Path) -> bool:
    """Print the most memory that any process held in each tenth of a run; whether the later half needs at most a tenth more."""
    run = begin(given, folder / "memory.out", 2)
    begun = time.perf_counter()
    held: list[int] = []
    while run.poll() is None:
        held.extend(filter(None, [max(resident(run.pid), default=0)]))
        time.sleep(0.2)
    finish(run)
    seconds = time.perf_counter() - begun
    if not held:
        print(f"two workers, {seconds:.0f} s: over before its memory could be looked at")
        return False
    tenths = [max(held[len(held) * at // 10 : max(len(held) * (at + 1) // 10, len(held) * at // 10 + 1)]) for at in range(10)]
    growth = max(tenths[5:]) / max(tenths[1:5])
    print(f"two workers, {seconds:.0f} s; MB of the largest process in each tenth of the run:",
          " ".join(f"{each / 1e6:.0f}" for each in tenths))  # fmt: skip
    print(f"the later half at most {growth:.2f} times the earlier (the first tenth, of the start, left out)")
    return growth <= 1.1


def resident(group: int) -> list[int]:
    """Bytes of resident memory of each process of a process group (Linux)."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == group:
                found.append(int(fields[21]) * os.sysconf("SC_PAGE_SIZE"))
    return found


def measure_kills(given: Path, folder: Path, kills: int, seed: int) -> bool:
    """Kill and resume, and print whether the output is that of an undisturbed run."""
    chance = random.Random(seed)
    begun = time.perf_counter()
    finish(begin(given, folder / "whole.out", 2))
    whole = time.perf_counter() - begun
    moments = []
    for _ in range(kills):
        run = begin(given, folder / "killed.out", 2, "--resume")
        moment = chance.uniform(0.2, max(1.0, whole / kills + 2))
        try:
            run.wait(moment)
            print("a run ended before it was killed")
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            run.communicate()
            moments.append(moment)
    finish(begin(given, folder / "killed.out", 2, "--resume"))
    same = filecmp.cmp(folder / "whole.out", folder / "killed.out", shallow=False)
    left = sorted(path.name for path in folder.iterdir() if ".parts" in path.name or path.name.endswith(".part"))
    print(f"undisturbed {whole:.0f} s; killed after {', '.join(f'{moment:.1f}' for moment in moments)} s; then resumed: "
          f"output {'the same' if same else 'ANOTHER'}, {len(left)} files left behind")  # fmt: skip
    return same and not left


if __name__ == "__main__":
    main()
