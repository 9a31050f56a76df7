"""Measures which tellings the archive joins, against composed clusters of retellings (corpus/retellings).

    python scripts/bench_identity.py [--part read|hold] [--errors] [--blocks N]

Names and tellings go the archive's own way, article by article: keys, candidates that share one, `choose` and `assign`;
in the articles' order, in the reverse and shuffled. Of each order precision and recall over pairs are told. `--errors`
lists the wrong pairs (of the part `read` alone); `--blocks N` tells the sizes of blocks among N made-up tellings.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from extractor.archive.identity import AwardName, OrganisationName, PersonName, Telling
from extractor.archive.identity.assigning import Name, assign, choose, name_keys
from extractor.archive.identity.conferrals import compare_conferrals, conferral_keys
from extractor.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

FOLDER = Path(__file__).parent.parent / "corpus" / "retellings"
Row = dict[str, Any]


class Scores(NamedTuple):
    """Pairs joined rightly, joined wrongly, and not joined."""

    right: int
    wrong: int
    missed: int

    def __str__(self) -> str:
        precision = self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0
        recall = self.right / (self.right + self.missed) if self.right + self.missed else 1.0
        return f"P {precision:.4f}  R {recall:.4f}  ({self.right} pairs joined, {self.wrong} wrongly, {self.missed} missed)"


class Authorities:
    """Authorities as an archive keeps them: ids, the names known of each, and an index over their keys.

    An archive holds the gazetteers' bodies and awards from the first; `kind` tells which of them.
    """

    def __init__(self, kind: str = "") -> None:
        self.names: dict[str, list[Name]] = {}
        self.doubts = 0
        self._by_key: dict[str, set[str]] = defaultdict(set)
        for name in gazetteer_names().get(kind, ()):
            self._add(f"p-{len(self.names)}", name)

    def _add(self, key: str, name: Name) -> None:
        known = self.names.setdefault(key, [])
        if name not in known:
            known.append(name)
        for block in name_keys(name):
            self._by_key[block].add(key)

    def put(self, name: Name) -> str:
        """The id of the authority that the name is of, a new one if need be."""
        keys = name_keys(name)
        near = sorted({key for block in keys for key in self._by_key.get(block, ())}, key=lambda key: int(key.split("-")[1]))
        choice = choose(name, [(key, self.names[key]) for key in near])
        self.doubts += bool(choice.doubts)
        chosen = choice.authority or f"p-{len(self.names)}"
        self._add(chosen, name)
        return chosen


@lru_cache(maxsize=1)
def gazetteer_names() -> dict[str, list[Name]]:
    """The gazetteers' bodies and awards as names, by kind of authority."""
    rows = load()
    return {
        "organisation": [OrganisationName(row.name, row.forms[1:], row.id) for row in rows.of("agencies")],
        "award": [AwardName(row.name, row.forms[1:], row.id) for row in rows.of("awards")],
    }


class Archive:
    """Conferrals, awards, bodies and people, joined as they come."""

    def __init__(self) -> None:
        self.authorities = {kind: Authorities(kind) for kind in ("organisation", "award", "person", "other")}
        self.tellings: dict[str, list[Telling]] = {}
        self.doubts = 0
        self._by_key: dict[str, set[str]] = defaultdict(set)

    def put(self, row: Row) -> tuple[str, dict[str, tuple[str, str]]]:
        """The ids of the conferral that a row tells, and of the authorities of its names, by field."""
        names = names_of(row)
        ids = {field: (kind, self.authorities[kind].put(name)) for field, (kind, name) in names.items()}
        telling = telling_of(row, {field: f"{kind}:{key}" for field, (kind, key) in ids.items()})
        keys = conferral_keys(telling)
        near = sorted({key for block in keys for key in self._by_key.get(block, ())}, key=lambda key: int(key.split("-")[1]))
        assignment = assign(telling, [(key, self.tellings[key]) for key in near])
        self.doubts += bool(assignment.doubts)
        chosen = assignment.conferral or f"c-{len(self.tellings)}"
        self.tellings.setdefault(chosen, []).append(telling)
        for block in keys:
            self._by_key[block].add(chosen)
        return chosen, ids


def names_of(row: Row) -> dict[str, tuple[str, Name]]:
    """A row's names with the kind of authority that each is of, by field."""
    found: dict[str, tuple[str, Name]] = {}
    if row["award"]:
        found["award"] = ("award", AwardName(row["award"]))
    if row["parent"]:
        found["parent"] = ("organisation", OrganisationName(row["parent"]))
    recipient, aliases = row["recipient"], tuple(row.get("aliases") or ())
    if recipient and row["recipient_kind"] == "person":
        found["recipient"] = ("person", PersonName(recipient, bodies=(row["parent"],) if row["parent"] else ()))
    elif recipient:
        kind = "organisation" if row["recipient_kind"] == "organisation" else "other"
        found["recipient"] = (kind, OrganisationName(recipient, aliases, parent=row["parent"]))
    return found


def telling_of(row: Row, ids: dict[str, str]) -> Telling:
    """A row of the corpus as a telling."""
    return Telling(
        row["outlet"], row["article"], row["award"], ids.get("award"), row["year"], row["edition"], row["branch"],
        row["category"], row["level"], None, row["work"], row["recipient"], ids.get("recipient"), row["recipient_kind"],
        row["parent"], ids.get("parent"), None, row["published"],
    )  # fmt: skip


def pairs(truth: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[Scores, list[tuple[int, int]], list[tuple[int, int]]]:
    """Scores over all pairs, and the pairs joined wrongly and missed, by position."""
    true, joined = _pairs(truth), _pairs(found)
    return Scores(len(true & joined), len(joined - true), len(true - joined)), sorted(joined - true), sorted(true - joined)


def _pairs(groups: Iterable[Hashable]) -> set[tuple[int, int]]:
    members: dict[Hashable, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        members[group].append(at)
    return {pair for group in members.values() for pair in combinations(group, 2)}


def read(path: Path) -> list[Row]:
    """The rows of a JSON Lines file; none where it is missing."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()] if path.exists() else []


def orders(count: int) -> dict[str, list[int]]:
    """The orders in which to tell: as given, reversed, shuffled."""
    given = list(range(count))
    return {"given": given, "reversed": given[::-1], "shuffled": random.Random(7).sample(given, count)}


def measure_conferrals(rows: list[Row], *, errors: bool) -> None:
    """Prints the scores of conferrals in each order."""
    rows.sort(key=lambda row: (row["published"] or "", row["outlet"] or "", row["article"]))
    for name, order in orders(len(rows)).items():
        archive, found = Archive(), [""] * len(rows)
        for at in order:
            found[at], _ = archive.put(rows[at])
        scores, wrong, missed = pairs([row["cluster"] for row in rows], found)
        print(f"conferrals    {name:9}{scores}; {archive.doubts} with doubts")
        if errors and name == "given":
            for title, bad in (("wrong", wrong), ("missed", missed)):
                for left, right in bad:
                    explain(title, rows[left], rows[right])


def explain(title: str, left: Row, right: Row) -> None:
    """Prints one wrong pair."""
    verdict = compare_conferrals(telling_of(left, {}), telling_of(right, {}))
    shared = bool(conferral_keys(telling_of(left, {})) & conferral_keys(telling_of(right, {})))
    print(f"\n{title} {verdict.decision} {verdict.score:.2f} {verdict.reasons} shared key without ids: {shared}")
    for row in (left, right):
        print("   ", {key: value for key, value in row.items() if key != "text" and value not in (None, [], "")})


def names_of_authority(kind: str, forms: list[dict[str, str]]) -> list[Name]:
    """One name an article: forms of one article stand beside each other there."""
    by_article: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        by_article[form["article"]].append(form["form"])
    made: list[Name] = []
    for written in by_article.values():
        name, *aliases = sorted(dict.fromkeys(written), key=len, reverse=True)
        if kind == "person":
            made.append(PersonName(name))
        elif kind == "award":
            made.append(AwardName(name, tuple(aliases)))
        else:
            made.append(OrganisationName(name, tuple(aliases)))
    return made


def measure_authorities(rows: list[Row], *, errors: bool) -> None:
    """Prints the scores of each kind of authority in each order."""
    kinds: dict[str, list[tuple[str, Name]]] = defaultdict(list)
    for row in rows:
        kinds[row["kind"]] += [(row["id"], name) for name in names_of_authority(row["kind"], row["forms"])]
    for kind, named in sorted(kinds.items()):
        for order_name, order in orders(len(named)).items():
            authorities, found = Authorities(kind), [""] * len(named)
            for at in order:
                found[at] = authorities.put(named[at][1])
            scores, wrong, missed = pairs([key for key, _ in named], found)
            print(f"{kind:14}{order_name:9}{scores}; {authorities.doubts} with doubts")
            if errors and order_name == "given":
                for title, bad in (("wrong", wrong), ("missed", missed)):
                    for left, right in bad:
                        print("   ", title, named[left], named[right])


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
    parser.add_argument("--part", choices=("read", "hold"), default="read")
    parser.add_argument("--errors", action="store_true", help="list the wrong pairs; of the part read alone")
    parser.add_argument("--blocks", type=int, default=0, metavar="N", help="sizes of blocks among N made-up tellings")
    options = parser.parse_args()
    if options.blocks:
        measure_blocks(options.blocks)
        return
    if options.errors and options.part == "hold":
        sys.exit("the pairs of the part hold are not shown: what is seen cannot measure any more")
    rows = read(FOLDER / f"{options.part}.jsonl")
    if not rows:
        sys.exit(f"no retellings in {FOLDER / options.part}.jsonl")
    print(f"{options.part}: {len({row['cluster'] for row in rows})} conferrals in {len(rows)} tellings")
    measure_conferrals(rows, errors=options.errors)
    named = [row for row in read(FOLDER / "authorities.jsonl") if row.get("part", options.part) == options.part]
    measure_authorities(named, errors=options.errors)


if __name__ == "__main__":
    main()
