"""Gains and losses between two runs over the same gold: what one reads rightly and the other does not.

    scripts/compare.py corpus HEAD~1                 the commit before, beside the working tree
    scripts/compare.py corpus v0.1.0 HEAD            two commits
    scripts/compare.py gold.jsonl old.jsonl new.jsonl  two files of records

Each side is a file of records (JSON Lines) or a commit, whose code and gazetteers then extract the gold's articles; left
out, NEW is the working tree. With --fail-on-loss the exit code is 1 if any measure fell.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.evaluate import evaluate, read_gold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.evaluate import Evaluation, GoldArticle
    from extractor.evaluate.measures import ArticleScore

ROOT = Path(__file__).resolve().parent.parent
WORKING_TREE = "the working tree"
_CALLED = ("work", "recipient", "name", "award", "date", "title", "published")  # fields that tell which entry it is


def main() -> None:
    """Evaluate both sides, then print the figures that moved and what was gained and lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="JSON Lines, or a folder with NAME.gold.json beside NAME.txt")
    parser.add_argument("old", metavar="OLD", help="a file of records, or a commit")
    parser.add_argument("new", metavar="NEW", nargs="?", help="the same (default: the working tree)")
    parser.add_argument("--figures-only", action="store_true", help="do not list the gains and losses one by one")
    parser.add_argument("--fail-on-loss", action="store_true", help="exit with 1 if the F1 of any measure fell")
    options = parser.parse_args()

    gold = read_gold(options.gold)
    old, new = (judge(gold, side) for side in (options.old, options.new))
    fell = print_figures(old, new)
    if not options.figures_only:
        print_changes(old, new)
    if fell and options.fail_on_loss:
        sys.exit(f"fell: {', '.join(fell)}")


def judge(gold: Mapping[str, GoldArticle], side: str | None) -> Evaluation:
    """The figures of one side."""
    file = Path(side) if side is not None and Path(side).is_file() else None
    content = extracted(gold, side) if file is None else file.read_text(encoding="utf-8-sig")
    records = {record["id"]: record for line in content.split("\n") if line for record in [json.loads(line)]}
    return evaluate({name: article.record for name, article in gold.items()}, records)


def extracted(gold: Mapping[str, GoldArticle], commit: str | None) -> str:
    """The records, as JSON Lines, that a commit's code makes of the gold's articles."""
    lines = [json.dumps({"id": name, "text": article.article.text}, ensure_ascii=False) for name, article in gold.items()]
    command = [sys.executable, "-m", "extractor.cli", "extract", "-", "--input-format", "jsonl", "--quiet"]
    with tempfile.TemporaryDirectory() as folder:
        code = ROOT if commit is None else Path(folder)
        if commit is not None:
            archive_command = ["git", "archive", "--format=zip", commit, "extractor", "gazetteers"]
            packed = subprocess.run(archive_command, cwd=ROOT, capture_output=True, check=False)
            if packed.returncode:
                sys.exit(f"{commit!r} is neither a file nor a commit: {packed.stderr.decode().strip()}")
            with zipfile.ZipFile(io.BytesIO(packed.stdout)) as archive:
                archive.extractall(folder)
        # Before the installed package, so that it is this code that runs.
        environment = {**os.environ, "PYTHONPATH": str(code)}
        given = "\n".join(lines).encode()
        done = subprocess.run(command, cwd=folder, env=environment, input=given, capture_output=True, check=False)
    if done.returncode > 1:
        sys.exit(f"{commit or WORKING_TREE}: {done.stderr.decode().strip()}")
    return done.stdout.decode()


def print_figures(old: Evaluation, new: Evaluation) -> list[str]:
    """Print every measure whose F1 moved, and return the names of those that fell."""
    before, after = old.f1(), new.f1()
    moved = [measure for measure in after if before[measure] != after[measure]]
    print(f"{len(new.articles)} articles; {len(moved)} of {len(after)} measures moved")
    if moved:
        print(f"{'measure':<40}{'old F1':>8}{'new F1':>8}{'':>9}")
    for measure in moved:
        print(f"{measure:<40}{before[measure]:>8.3f}{after[measure]:>8.3f}{after[measure] - before[measure]:>+9.3f}")
    return [measure for measure in moved if after[measure] < before[measure]]


def print_changes(old: Evaluation, new: Evaluation) -> None:
    """Print each disagreement with the gold that is gone (+) or has come (-), article by article."""
    gains = losses = 0
    for before, after in zip(old.articles, new.articles, strict=True):
        had, has = disagreements(before), disagreements(after)
        gone, come = had - has, has - had
        if gone or come:
            print(f"\n{after.id}")
        for sign, lines in (("+", gone), ("-", come)):
            for line in lines.elements():
                print(f"  {sign} {line}")
        gains, losses = gains + gone.total(), losses + come.total()
    print(f"\n{gains} disagreements with the gold are gone, {losses} have come")


def disagreements(article: ArticleScore) -> Counter[str]:
    """What of an article disagrees with the gold: a line for each field that differs, one for an entry missed or invented."""
    said = Counter[str]()
    for found in article.disagreements:
        gold = {row.field: row.gold for row in found.rows if row.gold is not None}
        entry = f"{found.subject} {next((gold[field] for field in _CALLED if field in gold), '')}".rstrip()
        if found.kind == "differs":
            said.update(
                f"{entry}: {row.field} {row.gold!r}, read as {row.predicted!r}" for row in found.rows if row.state == "wrong"
            )
        elif found.kind == "missed":
            said[f"{entry} missed"] += 1
        elif found.kind == "invented":
            read = ", ".join(f"{row.field} {row.predicted!r}" for row in found.rows if row.predicted is not None)
            said[f"{found.subject} invented: {read}"] += 1
    return said


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` ends it quietly
    main()
