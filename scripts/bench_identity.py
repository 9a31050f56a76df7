"""Measures which tellings an archive joins, against composed clusters of retellings (tests/archive/retellings).

    python scripts/bench_identity.py [--part read|hold|blind|fresh|unseen|late|near|later|all] [--errors] [--blocks N]

Each telling becomes the record of one article, and goes through the very import of `extractor archive import` into an empty
SQLite archive: in the order of publication, in one run and in ten, in the reverse and shuffled. Of each order precision and
recall over pairs of tellings are told. `--part all` tells of each part, and of all of them together.
`--errors` lists the wrong pairs, but for those of `later`, which nobody is to read;
`--blocks N` tells the sizes of blocks among N made-up tellings.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from extractor.archive.database import open_archive
from extractor.archive.identity import Telling
from extractor.archive.identity.blocks import conferral_keys
from extractor.archive.identity.conferrals import compare_conferrals
from extractor.archive.importing import import_records
from extractor.archive.incoming import Incoming
from extractor.archive.tables import Article
from extractor.archive.tables import Telling as Told
from extractor.lexicon import load
from extractor.models import Conferral, Mention, Organisation, Person, Provenance, Record

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from sqlalchemy import Engine

FOLDER = Path(__file__).parent.parent / "tests" / "archive" / "retellings"
FIELDS = ("award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent")
Row = dict[str, Any]


class Scores(NamedTuple):
    """Pairs joined rightly, joined wrongly, and not joined."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the joined pairs that are of one conferral; 1 where none is joined."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the pairs of one conferral that are joined; 1 where there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def __str__(self) -> str:
        counts = f"{self.right} pairs joined rightly, {self.wrong} wrongly, {self.missed} missed"
        return f"P {self.precision:.4f}  R {self.recall:.4f}  ({counts})"


@lru_cache(maxsize=1)
def row_ids() -> dict[str, str]:
    """Ids of the gazetteers' bodies and awards by each form that only one of them has."""
    rows = load()
    bearers: dict[str, set[str]] = defaultdict(set)
    for row in (*rows.of("agencies"), *rows.of("awards")):
        for form in row.forms:
            bearers[form].add(row.id)
    return {form: next(iter(ids)) for form, ids in bearers.items() if len(ids) == 1}


def incoming_of(row: Row) -> Incoming:
    """A telling as the record of its article, as the extraction would give it."""
    text = row["text"]

    def mention(words: str | None, value: str | int | None = None) -> Mention | None:
        if not words:
            return None
        start = max(text.find(words), 0)
        return Mention(
            text=words, start=start, end=start + len(words), rule="corpus.retelling", value=value, id=row_ids().get(words)
        )

    told = {
        name: mention(str(row[name]), row[name]) if isinstance(row[name], int) else mention(row[name])
        for name in FIELDS
    }  # fmt: skip
    conferral = Conferral(id=hashlib.sha256(row["article"].encode()).hexdigest()[:16], status="conferred", confidence=0.9, **told)
    person = mention(row["recipient"]) if row["recipient_kind"] == "person" else None
    body = mention(row["recipient"]) if row["recipient_kind"] == "organisation" else None
    aliases = tuple(found for alias in row.get("aliases") or () if (found := mention(alias)) is not None)
    record = Record(
        id=row["article"],
        source=None,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=None,
        published=mention(row["published"], row["published"]),
        awards=(conferral,),
        unconferred=(),
        ceremonies=(),
        people=(Person(name=person, honorific=None, position=None, mentions=aliases),) if person else (),
        organisations=(Organisation(name=body, aliases=aliases),) if body else (),
        dates=(),
        claims=(),
        warnings=(),
        extractor=Provenance(version="0", gazetteers="0" * 16),
        meta={},
    )
    return Incoming(record, text, row["outlet"])


def joined(rows: Sequence[Row], engine: Engine, runs: int = 1) -> list[str]:
    """Import the tellings in this order, in so many runs; gives for each the id of the conferral that it was joined to."""
    size = max(1, -(-len(rows) // runs))
    for at in range(0, len(rows), size):
        import_records(engine, map(incoming_of, rows[at : at + size]), load())
    with engine.connect() as connection:
        of = select(Article.outlet, Article.article_id, Told.conferral).join(Told, Told.article == Article.id)
        found = {(outlet, article): conferral for outlet, article, conferral in connection.execute(of)}
    return [found[row["outlet"], row["article"]] for row in rows]


def pairs(truth: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[Scores, list[tuple[int, int]], list[tuple[int, int]]]:
    """Scores over all pairs, and the pairs joined wrongly and missed, by position."""
    true, made = _pairs(truth), _pairs(found)
    return Scores(len(true & made), len(made - true), len(true - made)), sorted(made - true), sorted(true - made)


def _pairs(groups: Iterable[Hashable]) -> set[tuple[int, int]]:
    members: dict[Hashable, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        members[group].append(at)
    return {pair for group in members.values() for pair in combinations(group, 2)}


def read(part: str) -> list[Row]:
    """The tellings of a part of the corpus, in the order of their publication; none where it is missing."""
    path = FOLDER / f"{part}.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()] if path.exists() else []
    return sorted(rows, key=lambda row: (row["published"], row["outlet"], row["article"]))


def ordered(rows: Sequence[Row], order: str) -> list[Row]:
    """The tellings as `published` (so for `ten runs`), `reversed` or `shuffled` (always in the same way)."""
    if order == "shuffled":
        return random.Random(7).sample(rows, len(rows))
    return list(rows[::-1] if order == "reversed" else rows)


PARTS = ("read", "hold", "blind", "fresh", "unseen", "late", "near")  # read by whoever writes rules, who composed `near`
UNREAD = "later"  # of which only totals are shown
ORDERS = ("published", "ten runs", "reversed", "shuffled")


def measure(rows: list[Row], *, errors: bool) -> dict[str, Scores]:
    """Print the scores in each order, and give them."""
    every: dict[str, Scores] = {}
    for order in ORDERS:
        told = ordered(rows, order)
        with tempfile.TemporaryDirectory(prefix="bench-identity-") as folder:
            engine = open_archive(str(Path(folder) / "archive.sqlite"), create=True)
            found = joined(told, engine, 10 if order == "ten runs" else 1)
            engine.dispose()
        scores, wrong, missed = pairs([row["cluster"] for row in told], found)
        print(f"{order:10}{scores}")
        every[order] = scores
        if errors and order == "published":
            for title, bad in (("wrong", wrong), ("missed", missed)):
                for left, right in bad:
                    explain(title, told[left], told[right])
    return every


def telling_of(row: Row) -> Telling:
    """A row of the corpus as a telling without authorities."""
    return Telling(
        row["outlet"], row["article"], row["award"], None, row["year"], row["edition"], row["branch"], row["category"],
        row["level"], None, row["work"], row["recipient"], None, row["recipient_kind"], row["parent"], None, None,
        row["published"],
    )  # fmt: skip


def explain(title: str, left: Row, right: Row) -> None:
    """Print one wrong pair, and what a comparison by words alone says of it."""
    verdict = compare_conferrals(telling_of(left), telling_of(right))
    shared = bool(conferral_keys(telling_of(left)) & conferral_keys(telling_of(right)))
    print(f"\n{title} {verdict.decision} {verdict.score:.2f} {verdict.reasons} shared key without ids: {shared}")
    for row in (left, right):
        print("   ", {key: value for key, value in row.items() if key != "text" and value not in (None, [], "")})


def made_up(count: int) -> list[Telling]:
    """Tellings with the skew of real ones: few awards, years and bodies have most."""
    chance = random.Random(3)
    syllables = "กา ขัน คำ งาม จิต ชัย ดอน ตาล ถิ่น ทอง ธาร นา บุญ ปลา ผา พร ฟ้า ภู มา ยอด รัก ลม วัง ศรี สวน หนอง อ่าง".split()

    def word(length: int) -> str:
        return "".join(chance.choice(syllables) for _ in range(length))

    awards = ["รางวัล" + word(4) for _ in range(600)]
    bodies = [chance.choice(("กรม", "โรงเรียนบ้าน", "สำนักงาน", "บริษัท ")) + word(3) for _ in range(max(2, count // 10))]
    honoured = chance.choices(range(len(bodies)), [1 / (at + 1) ** 0.8 for at in range(len(bodies))], k=count)
    conferred = chance.choices(range(len(awards)), [1 / (at + 1) for at in range(len(awards))], k=count)
    tellings = []
    for at, (body, award) in enumerate(zip(honoured, conferred, strict=True)):
        year, work = chance.randint(2012, 2025), word(5) if chance.random() < 0.5 else None
        told = year if chance.random() < 0.8 else None
        names = (awards[award], f"award:{award}", told, None, None, None, None, None, work, bodies[body], f"organisation:{body}")
        tellings.append(Telling(f"o{at % 9}", str(at), *names, "organisation", None, None, None, f"{year}-09-13"))
    return tellings


def measure_blocks(count: int) -> None:
    """Prints how large blocks get, how many comparisons a telling costs, and how long one takes."""
    tellings = made_up(count)
    started = time.perf_counter()
    keyed = [conferral_keys(telling) for telling in tellings]
    made = time.perf_counter() - started
    blocks = Counter(key for keys in keyed for key in keys)
    sizes = sorted(blocks.values())
    members: dict[str, list[int]] = defaultdict(list)
    for at, keys in enumerate(keyed):
        for key in keys:
            members[key].append(at)
    sample = random.Random(5).sample(range(count), min(1000, count))
    near = [{other for key in keyed[at] for other in members[key]} - {at} for at in sample]
    compared = [(tellings[at], tellings[other]) for at, others in zip(sample, near, strict=True) for other in list(others)[:300]]
    started = time.perf_counter()
    for left, right in compared:
        compare_conferrals(left, right)
    each = (time.perf_counter() - started) / max(1, len(compared))
    print(
        f"{count} tellings: {len(blocks)} blocks; {sum(map(len, keyed)) / count:.1f} keys each, {made / count * 1e6:.0f} µs; "
        f"block size median {statistics.median(sizes):.0f}, 99.9 % under {sizes[int(len(sizes) * 0.999)]}, greatest {sizes[-1]}; "
        f"tellings met median {statistics.median(map(len, near)):.0f}, mean {statistics.mean(map(len, near)):.0f}, "
        f"greatest of {len(sample)} {max(map(len, near))}; {each * 1e6:.1f} µs a comparison"
    )


def main() -> None:
    """Reads the arguments and measures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=(*PARTS, UNREAD, "all"), default="read")
    parser.add_argument("--errors", action="store_true", help="list the wrong pairs, not of what nobody has read")
    parser.add_argument("--blocks", type=int, default=0, metavar="N", help="sizes of blocks among N made-up tellings")
    options = parser.parse_args()
    if options.blocks:
        measure_blocks(options.blocks)
        return
    if options.errors and options.part == UNREAD:
        sys.exit(f"the pairs of the part {UNREAD} are not shown: what is seen cannot measure any more")
    sums: Counter[tuple[str, int]] = Counter()
    for part in (*PARTS, UNREAD) if options.part == "all" else (options.part,):
        rows = read(part)
        if not rows and options.part == "all" and part == UNREAD:
            continue
        if not rows:
            sys.exit(f"no retellings in {FOLDER / part}.jsonl")
        clusters = Counter(row["cluster"] for row in rows)
        several = sum(count > 1 for count in clusters.values())
        print(f"{part}: {len(rows)} tellings; {several} conferrals told more than once, {len(clusters) - several} told once")
        for order, scores in measure(rows, errors=options.errors and part != UNREAD).items():
            sums.update({(order, at): count for at, count in enumerate(scores)})
    if options.part == "all":
        print("all")
        for order in ORDERS:
            print(f"{order:10}{Scores(*(sums[order, at] for at in range(3)))}")


if __name__ == "__main__":
    main()
