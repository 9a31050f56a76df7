"""Extracts the bundled corpus to records, a table, an explained page and an archive, and tells what was found.

Run as `make demo`. Everything is done by the commands that are printed; the tables are made from the records.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.models import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
EXPLAINED = "corpus/b22-communities-places-teams.txt"


def main() -> None:
    """Run the commands, then show the tables and the places of the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", default="demo-output", metavar="DIR", help="where the files go (default: %(default)s)")
    parser.add_argument("--awards", type=int, default=12, metavar="N", help="how many awards to list (default: %(default)s)")
    options = parser.parse_args()
    folder = Path(options.output).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    names = ("records.jsonl", "records.csv", "explained.html", "awards.sqlite")
    records, table, page, archive = (str(folder / name) for name in names)

    run("extract", "corpus", "-o", records)
    run("extract", "corpus", "--quiet", "-o", table)
    run("explain", EXPLAINED, "--html", page)
    aside = str(folder / "import.rejects.jsonl")
    run("archive", "import", records, "--texts", "corpus", "--database", archive, "--rejects", aside)

    found = [Record.model_validate_json(line) for line in Path(records).read_text(encoding="utf-8").split("\n") if line]
    console = Console(soft_wrap=False)
    console.print(totals(found))
    console.print(awards(found, options.awards))
    made = {records: "a record an article", table: "a row a conferral", page: "one article, explained", archive: "the archive"}
    for place, what in made.items():
        print(f"{shown(place):<36}{what}")
    program = Path(sys.executable).with_name("extractor")
    print(f"\nTo look at the archive in a browser, run\n  {shown(str(program))} serve --database {shown(archive)}")
    print("and open http://127.0.0.1:8000/ (Ctrl-C ends it; --port takes another port)")


def run(*arguments: str) -> None:
    """Run a command of the extractor in the repository, having said which; a failure ends the demo with its exit code."""
    print("$ extractor " + " ".join(map(shown, arguments)), flush=True)
    done = subprocess.run([sys.executable, "-m", "extractor.cli", *arguments], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def shown(place: str) -> str:
    """A path as someone in the repository would write it."""
    path = Path(place)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else place


def totals(records: Sequence[Record]) -> Table:
    """How much of everything the records hold."""
    conferrals = Counter(award.status for record in records for award in record.awards)
    rows = {
        "articles": len(records),
        "conferrals": conferrals.total(),
        **{f"  {status}": conferrals[status] for status in ("conferred", "announced", "past")},
        "awards spoken of, received by nobody": sum(len(record.unconferred) for record in records),
        "ceremonies": sum(len(record.ceremonies) for record in records),
        "people": sum(len(record.people) for record in records),
        "organisations": sum(len(record.organisations) for record in records),
        "dates": sum(len(record.dates) for record in records),
        "claims": sum(len(record.claims) for record in records),
        "warnings": sum(len(record.warnings) for record in records),
    }
    table = Table(title="What was found", title_justify="left")
    table.add_column("")
    table.add_column("number", justify="right")
    for name, number in rows.items():
        table.add_row(name, f"{number:,}")
    return table


def awards(records: Sequence[Record], most: int) -> Table:
    """The awards told of most often, with an example of a recipient."""
    conferrals: Counter[str] = Counter()
    articles: dict[str, set[str]] = {}
    example: dict[str, str] = {}
    for record in records:
        for award in record.awards:
            if award.award is None:
                continue
            name = " ".join(award.award.text.split())
            conferrals[name] += 1
            articles.setdefault(name, set()).add(record.id)
            recipient = award.recipient or award.work
            if recipient is not None:
                example.setdefault(name, " ".join(recipient.text.split()))
    shown_now = conferrals.most_common(most)
    table = Table(title=f"The {len(shown_now)} awards with the most conferrals, of {len(conferrals)}", title_justify="left")
    table.add_column("award", overflow="fold")
    table.add_column("conferrals", justify="right")
    table.add_column("articles", justify="right")
    table.add_column("for example", overflow="fold")
    for name, number in shown_now:
        table.add_row(Text(name), str(number), str(len(articles[name])), Text(example.get(name, "")))
    return table


if __name__ == "__main__":
    main()
