"""How fast the archive's search answers as it grows, what its index costs, and how often a slip is forgiven.

    python scripts/bench_search.py                                  two SQLite archives, of 1,000 and 100,000 conferrals
    python scripts/bench_search.py postgresql://user@host/database  the same in an empty PostgreSQL database
    python scripts/bench_search.py --conferrals 1000 10000

Conferrals are composed: bodies, awards, levels and provinces of the gazetteers, people and schools of random syllables, each
with articles that tell of it. Each query is asked seven times after once unmeasured, facets counted and twenty hits explained
each time; its median counts.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, text

from extractor import lexicon
from extractor.archive.database import open_archive, reading, writing
from extractor.archive.search import Query, index, reindex, search
from extractor.archive.search.snapshot import forget
from extractor.archive.tables import Article, Authority, Base, Conferral, Form, Link, Run, Telling

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

_SYLLABLES = ("สม ชาย วิ ชัย สุ ดา พร ทิพย์ ณัฐ พงษ์ อนุ วัฒน์ ศิริ กาญ จนา ธน กฤต ปิย มาศ รัตน์ เกษม สันติ วงศ์ ศักดิ์ บุญ มี แก้ว ทอง คำ จันทร์").split()
_QUERIES: tuple[dict[str, Any], ...] = (
    {},
    {"text": "กรมการพัฒนาชุมชน"},
    {"text": "พัฒนาชุมชน"},
    {"text": "พช."},
    {"text": "กรมการพัฒนชุมชน"},
    {"text": "พัฒนาชมชน"},
    {"text": "community development"},
    {"text": "comunity development"},
    {"text": "รางวัลเลิศรัฐ"},
    {"text": "เลิศรัฐ ชนะเลิศ 2565"},
    {"text": "รางวัล"},
    {"text": "โรงเรียน"},
    {"text": "ดีเดน"},
    {"text": "สมชาย"},
    {"text": "สมชาย วงศ์ทองคำ"},
    {"text": "โรงเรียนวัดสมชาย"},
    {"text": "คว้ารางวัล"},
    {"text": "ชนะเลิศ", "agency": "organisation:moe", "year": 2020},
    {"agency": "organisation:moi"},
    {"province": "เชียงใหม่"},
    {"outlet": "outlet3", "level": "chana-loet"},
    {"text": "ไม่มีคำนี้เลยจริงๆนะครับ"},
)


def compose(connection: Connection, count: int) -> list[str]:
    """Fill an empty archive with `count` conferrals, always the same for the same count; returns their ids."""
    dice = random.Random(count)
    known = lexicon.load().rows
    agencies, awards, levels = (list(known[kind].values()) for kind in ("agencies", "awards", "levels"))
    provinces = [row.name for row in known["provinces"].values()]
    authorities: list[dict[str, Any]] = []
    forms: dict[tuple[str, str], dict[str, Any]] = {}
    for kind, rows in (("organisation", agencies), ("award", awards)):
        for row in rows:
            said = row.model_dump()
            parent = said.get("parent") if said.get("parent") in known["agencies"] else None
            entry = f"{kind}:{row.id}"
            authorities.append(_authority(entry, row.name, english=said["english"], parent=parent and f"organisation:{parent}"))
            for form in (*row.variants, *said["abbreviations"]):
                forms[entry, form] = {"id": len(forms), "authority": entry, "how": "variant", "form": form}

    def syllables(number: int) -> str:
        return "".join(dice.choices(_SYLLABLES, k=number))

    people = [(f"person:p-{at}", f"{syllables(2)} {syllables(3)}") for at in range(max(20, count // 3))]
    kinds, ends = ("บ้าน", "วัด", "อนุบาล", "ชุมชน"), ("", "วิทยา", "พิทยาคม")
    schools = [
        (f"organisation:p-{at}", f"โรงเรียน{dice.choice(kinds)}{syllables(2)}{dice.choice(ends)}")
        for at in range(max(20, count // 5))
    ]
    authorities += [_authority(entry, name) for entry, name in people]
    authorities += [_authority(entry, name, parent="organisation:moe") for entry, name in schools]
    articles: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    tellings: list[dict[str, Any]] = []
    conferrals: list[dict[str, Any]] = []
    while len(conferrals) < count:
        article, award, year = len(articles) + 1, dice.choice(awards), dice.randrange(2005, 2026)
        title = f"{dice.choice(agencies).name} {dice.choice(('คว้า', 'รับ', 'ปลื้ม คว้า', 'ชู'))}{award.name} ประจำปี {year + 543}"
        articles.append(_article(article, title, f"outlet{dice.randrange(1, 13)}"))
        for person, _ in dice.sample(people, 3):
            link = {"id": len(links), "article": article, "kind": "person", "number": 1, "form": "", "how": "", "score": 1.0}
            links.append(link | {"authority": person})
        for _ in range(min(dice.choice((1, 1, 2, 3, 4, 7)), count - len(conferrals))):
            body, parent, level = dice.choice(agencies), dice.choice(agencies), dice.choice(levels)
            recipient, name = dice.choice(
                ((f"organisation:{body.id}", body.name), dice.choice(people), dice.choice(schools), dice.choice(people))
            )
            number = len(conferrals) + 1
            conferrals.append({
                "id": f"c-{number:07}", "number": number, "state": "extracted", "status": "conferred", "confidence": 0.9,
                "sources": dice.choice((1, 1, 1, 2, 3)), "changed": "", "award": award.name, "award_id": f"award:{award.id}",
                "year": year, "level": level.name, "level_code": level.id, "recipient": name, "recipient_id": recipient,
                "recipient_kind": recipient.partition(":")[0], "parent": parent.name, "parent_id": f"organisation:{parent.id}",
                "work": dice.choice((None, f"โครงการ{syllables(4)}เพื่อชุมชน")), "province": dice.choice(provinces),
                "branch": dice.choice((None, "บริการภาครัฐ", "การบริหารราชการแบบมีส่วนร่วม")),
                "category": dice.choice((None, "นวัตกรรมการบริการ", "เปิดใจใกล้ชิดประชาชน")),
            })  # fmt: skip
            tellings.append({
                "id": number, "article": article, "number": 1, "key": "", "conferral": f"c-{number:07}", "status": "conferred",
                "confidence": 0.9, "gone": False, "pinned": False, "reasons": [],
            })  # fmt: skip
    run = dict.fromkeys(("started", "finished", "input", "version", "gazetteers"), "")
    tables: list[tuple[type[Base], list[dict[str, Any]]]] = [
        (Run, [{"id": 1, "added": 0, "changed": 0, "unchanged": 0, "set_aside": 0} | run]), (Authority, authorities),
        (Form, list(forms.values())), (Conferral, conferrals), (Article, articles), (Telling, tellings), (Link, links),
    ]  # fmt: skip
    for table, filling in tables:
        connection.execute(insert(table), filling)
    return [str(row["id"]) for row in conferrals]


def _authority(entry: str, name: str, *, english: str | None = None, parent: str | None = None) -> dict[str, Any]:
    kind = entry.partition(":")[0]
    return {"id": entry, "kind": kind, "name": name, "english": english, "status": "provisional", "parent": parent, "changed": ""}


def _article(number: int, title: str, outlet: str) -> dict[str, Any]:
    blank = dict.fromkeys(("text_sha256", "record_sha256", "version", "gazetteers", "imported"), "")
    return {
        "id": number,
        "outlet": outlet,
        "article_id": str(number),
        "title": title,
        "meta": {},
        "warnings": [],
        "run": 1,
    } | blank


def slipped(name: str, dice: random.Random) -> str:
    """`name` with one letter dropped, added, changed or swapped with the next, at random."""
    at = dice.randrange(len(name) - 1)
    letter = dice.choice("กนรมาเสท่้")
    return dice.choice((
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    ))  # fmt: skip


def forgiven(connection: Connection, names: list[str], rounds: int) -> tuple[int, list[str]]:
    """How many of `rounds` names, each with a slip, bring a conferral that bears the name on the first page; and the others."""
    dice = random.Random(7)
    missed: list[str] = []
    for _ in range(rounds):
        name = dice.choice(names)
        said = slipped(name, dice)
        page = search(connection, Query(text=said))
        bearing = text(
            "SELECT count(*) FROM conferrals WHERE (recipient = :name OR parent = :name OR award = :name) AND id IN "
            f"({', '.join(repr(hit.id) for hit in page.hits) or 'NULL'})"
        )
        if not connection.execute(bearing, {"name": name}).scalar():
            missed.append(f"{said} (for {name})")
    return rounds - len(missed), missed


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1_000


def measure(engine: Engine, count: int, *, slips: int) -> list[tuple[float, int]]:
    """Fill, index and ask one archive; prints what it costs and returns each query's median in milliseconds and its total."""
    with writing(engine) as connection:
        ids = compose(connection, count)
    with writing(engine) as connection:
        built = _milliseconds(lambda: reindex(connection)) / 1_000
        again = _milliseconds(lambda: index(connection, ids[:30], []))
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))  # as its autovacuum does before long
    print(f"{count:,} conferrals: index built in {built:.1f} s, 30 conferrals brought up to date in {again:.0f} ms", end="")
    results = []
    with reading(engine) as connection:
        forget()
        print(f", first query of a process {_milliseconds(lambda: search(connection, Query(text='พช.'))):.0f} ms")
        for query in _QUERIES:
            asked = Query(**query)
            total = search(connection, asked).total
            times = [_milliseconds(partial(search, connection, asked)) for _ in range(7)]
            results.append((statistics.median(times), total))
        if slips:
            names = [row.name for row in lexicon.load().of("agencies", "awards") if len(row.name) > 5]
            names = [n for n in names if connection.execute(_BORNE, {"name": n}).scalar()]
            right, missed = forgiven(connection, names, slips)
            print(f"  {right} of {slips} names with one slip found on the first page; not: {'; '.join(missed[:5])}")
    return results


_BORNE = text("SELECT count(*) FROM conferrals WHERE recipient = :name OR parent = :name OR award = :name")


def main() -> None:
    """Measure archives of each size and print how much slower the largest is than the smallest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", nargs="?", help="URL of an empty PostgreSQL database; without it, SQLite files are made")
    parser.add_argument("--conferrals", nargs="+", type=int, default=[1_000, 100_000], help="sizes of the archives")
    parser.add_argument("--slips", type=int, default=0, help="also ask for so many names with one slip each")
    options = parser.parse_args()
    results: dict[int, list[tuple[float, int]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in options.conferrals:
            engine = open_archive(options.database or str(Path(folder) / f"{count}.sqlite"), create=True)
            if options.database:
                with writing(engine) as connection:
                    names = ", ".join(table.name for table in Base.metadata.sorted_tables)
                    if connection.execute(text("SELECT count(*) FROM articles WHERE url IS NOT NULL")).scalar():
                        parser.error("the database holds an archive; name an empty one")
                    connection.execute(text(f"TRUNCATE {names}"))
            results[count] = measure(engine, count, slips=options.slips)
            engine.dispose()
    first, last = results[options.conferrals[0]], results[options.conferrals[-1]]
    for query, small, large in zip(_QUERIES, first, last, strict=True):
        print(f"{small[0]:7.1f} ms {large[0]:7.1f} ms  ×{large[0] / small[0]:4.1f}  {large[1]:7,} found  {query or 'everything'}")
    small_median, large_median = (statistics.median(time for time, _ in result) for result in (first, last))
    slowest = max(time for time, _ in last)
    print(f"median {small_median:.1f} ms, {large_median:.1f} ms: ×{large_median / small_median:.1f}; slowest {slowest:.0f} ms")


if __name__ == "__main__":
    main()
