"""Keeping the search index in step with the archive."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import text

from extractor import lexicon
from extractor.archive.entries import ERA

from . import blocks, fulltext, reading
from .blocks import MULTIPLE, NAMED, SINGLE, SIZE, STATES, Conferrals, Many, Names, Words
from .names import squeeze
from .values import codes_of, ensure
from .words import fold, terms, whole_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Connection

    from .reading import Entry
    from .values import Value

_CHUNK = 10_000  # conferrals read, written and forgotten at a time
_WORDS_A_BLOCK = 20_000
_SHORTEST_WORD, _LONGEST_WORD = 4, 40  # letters of words that a slip is put right to


def index(connection: Connection, conferral_ids: Collection[str], authority_ids: Collection[str] = ()) -> None:
    """Brings the index of these conferrals and authorities up to date, within the caller's `database.writing`.

    Whatever is known of them is replaced. A conferral that is rejected or merged into another leaves the index; one
    whose row is to be deleted must be given before, as rejected. Name every authority whose name, forms,
    superior or standing (merged, split) changed: conferrals that bear it are brought up to date too, where that is needed.

    Args:
        connection: of the transaction that changed the archive; nothing is committed here.
        conferral_ids: new and changed conferrals.
        authority_ids: new and changed authorities.
    """
    touched = _authorities(connection, set(authority_ids))
    ids = sorted({*conferral_ids, *touched})
    for start in range(0, len(ids), _CHUNK):
        _conferrals(connection, ids[start : start + _CHUNK])


def reindex(connection: Connection) -> None:
    """Builds the whole index anew from the archive's tables, within the caller's `database.writing`."""
    for table in ("search_documents", "search_blocks", "search_values"):
        connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608 — our own tables' names
    ids = [row.id for row in connection.execute(text("SELECT id FROM conferrals WHERE merged_into IS NULL ORDER BY number"))]
    for start in range(0, len(ids), _CHUNK):
        _conferrals(connection, ids[start : start + _CHUNK])


def _conferrals(connection: Connection, ids: list[str]) -> None:
    rows = reading.conferrals(connection, ids)
    live = [row for row in rows if row.stands]
    told = reading.told(connection, [row.id for row in live])
    codes, above = _code(connection, live, told)
    numbers = {row.number: row for row in rows}
    packed = _load(connection, "conferrals", numbers)
    by_block: dict[int, list[Entry]] = {}
    for row in rows:
        by_block.setdefault(row.number // SIZE, []).append(row)
    for number, some in by_block.items():
        block = packed.get(("conferrals", number))
        old = block if isinstance(block, Conferrals) else Conferrals.empty()
        packed["conferrals", number] = _fill(old, some, codes, above, told)
    blocks.write(connection, packed)
    documents = [(row.number, _document(row, told.get(row.id, reading.Told()).titles)) for row in live]
    fulltext.remove(connection, list(numbers))
    fulltext.put(connection, documents)
    _learn(connection, {word for _, document in documents for word in document})


def _load(connection: Connection, kind: str, rows: Iterable[int]) -> dict[blocks.Key, blocks.Block]:
    keys = {(kind, row // SIZE) for row in rows}
    return {key: block for key, (_, block) in blocks.read(connection, sorted(keys)).items()}


# ── codes ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _code(
    connection: Connection, rows: list[Entry], told: dict[str, reading.Told]
) -> tuple[dict[Value, int], dict[str, tuple[str, ...]]]:
    """The codes of all values of these conferrals, new ones with their names; and all bodies from each body upwards."""
    wanted: set[Value] = set()
    labels: dict[Value, str] = {}
    levels = lexicon.load().rows["levels"]
    for row in rows:
        wanted.update(value for value in row.named.values() if value)
        if row.rank:
            rank = ("rank", row.rank)
            wanted.add(rank)
            labels[rank] = levels[row.rank].name if row.rank in levels else row.said["level"] or row.rank
    for entry in told.values():
        wanted.update(("authority", person) for person in entry.people)
        wanted.update(("outlet", outlet) for outlet in entry.outlets)
    stands = reading.standing(connection, {value for kind, value in wanted if kind == "authority"})
    above = _above(connection, set(stands.values()))
    wanted.update(("authority", entry) for entry in above)
    wanted.update(("authority", entry) for chain in above.values() for entry in chain)
    codes, new = ensure(connection, wanted, labels)
    _name(connection, codes, new)
    return codes | {("authority", entry): codes["authority", now] for entry, now in stands.items()}, {
        entry: above[now] for entry, now in stands.items()
    }


def _above(connection: Connection, ids: set[str]) -> dict[str, tuple[str, ...]]:
    """For each authority, itself if it is a body, and every body above it, as they stand."""
    up: dict[str, str | None] = {}
    bodies: set[str] = set()
    ahead = set(ids)
    while ahead:
        found = reading.superiors(connection, ahead)
        bodies |= found.keys()
        stands = reading.standing(connection, {above for above in found.values() if above})
        for entry in ahead:
            above = found.get(entry)
            up[entry] = stands[above] if above else None
        ahead = set(stands.values()) - up.keys()
    chains: dict[str, tuple[str, ...]] = {}
    for entry in ids:
        chain: list[str] = []
        at: str | None = entry
        while at is not None and at not in chain and at in bodies:
            chain.append(at)
            at = up[at]
        chains[entry] = tuple(chain)
    return chains


# ── names ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _name(connection: Connection, codes: dict[Value, int], values: Collection[Value]) -> set[int]:
    """Writes the names of these values, where they changed; the codes of those whose superior, standing or own name changed.

    `codes` holds the codes of the values and of the authorities under which they stand.
    """
    ids = {value for kind, value in values if kind == "authority"}
    stands = reading.standing(connection, ids)
    known = reading.authorities(connection, {entry for entry, now in stands.items() if entry == now})
    stands |= reading.standing(connection, {entry.parent for entry in known.values() if entry.parent})
    parents, _ = ensure(connection, {("authority", stands[entry.parent]) for entry in known.values() if entry.parent})
    lines: dict[int, tuple[list[tuple[int, str]], int]] = {}
    heard: set[str] = set()
    for value in values:
        kind, name = value
        if kind == "authority":
            entry = known.get(name)
            forms = [] if entry is None else [(0, entry.name), *entry.forms]
            above = parents["authority", stands[entry.parent]] if entry is not None and entry.parent else 0
            if stands[name] != name:
                above = -codes["authority", stands[name]]
        else:
            forms, above = ([(0, name)] if kind == "name" else []), 0
        said: dict[str, int] = {}
        for how, form in forms:
            folded = fold(form)
            if folded:
                said.setdefault(squeeze(folded), how)
                heard |= whole_words(folded)
        lines[codes[value]] = [(how, form) for form, how in said.items()], above
    changed = _write_names(connection, lines)
    _learn(connection, heard)
    return changed


def _write_names(connection: Connection, lines: dict[int, tuple[list[tuple[int, str]], int]]) -> set[int]:
    packed = _load(connection, "names", lines)
    by_block: dict[int, list[int]] = {}
    for code in lines:
        by_block.setdefault(code // SIZE, []).append(code)
    changed: set[int] = set()
    written: dict[blocks.Key, blocks.Block] = {}
    for number, some in by_block.items():
        block = packed.get(("names", number))
        old = block if isinstance(block, Names) else Names.empty()
        held: dict[int, list[tuple[int, str]]] = {}
        for code, how, form in zip(old.codes.tolist(), old.hows.tolist(), old.text.split("\n"), strict=False):
            held.setdefault(code, []).append((how, form))
        parents = old.parents.copy()
        differs = False
        for code in some:
            forms, above = lines[code]
            before = held.get(code, [])
            if forms == before and parents[code % SIZE] == above:
                continue
            differs = True
            if parents[code % SIZE] < 0:
                changed.add(int(-parents[code % SIZE]))  # stood under another one until now
            if parents[code % SIZE] != above or [f for h, f in forms if not h] != [f for h, f in before if not h]:
                changed.add(code)
            held[code], parents[code % SIZE] = forms, above
        if differs:
            flat = [(code, how, form) for code in sorted(held) for how, form in held[code]]
            written["names", number] = Names(
                np.array([code for code, _, _ in flat], np.int32),
                np.array([how for _, how, _ in flat], np.int32),
                parents,
                "\n".join(form for _, _, form in flat),
            )
    blocks.write(connection, written)
    return changed


def _authorities(connection: Connection, ids: set[str]) -> set[str]:
    """Writes the names of changed authorities; the ids of the conferrals whose columns or words that changes."""
    known = codes_of(connection, [("authority", entry) for entry in ids])
    if not known:
        return set()  # borne by no conferral yet: its names come with the first
    stands = reading.standing(connection, ids)
    roots = {("authority", entry) for entry in stands.values()}
    moved = {known["authority", entry] for entry, now in stands.items() if entry != now and ("authority", entry) in known}
    codes, _ = ensure(connection, roots)
    changed = _name(connection, {**known, **codes}, {*known, *roots})
    touched = np.array(sorted(changed | moved), np.int32)
    if not touched.size:
        return set()
    numbers: list[int] = []
    for (_, at), (_, block) in blocks.read(
        connection, [key for key in blocks.stamps(connection) if key[0] == "conferrals"]
    ).items():
        assert isinstance(block, Conferrals)
        rows = np.zeros(SIZE, np.bool_)
        for name in NAMED:
            rows |= np.isin(block.single[name], touched)
        for many in block.multiple.values():
            rows |= np.diff(np.concatenate([[0], np.cumsum(np.isin(many.values, touched))])[many.starts]) > 0
        numbers += (np.flatnonzero(rows) + at * SIZE).tolist()
    return set(reading.ids_of(connection, numbers).values())


# ── columns and words ──────────────────────────────────────────────────────────────────────────────────────────────────


def _fill(
    old: Conferrals,
    rows: list[Entry],
    codes: dict[Value, int],
    above: dict[str, tuple[str, ...]],
    told: dict[str, reading.Told],
) -> Conferrals:
    single = {name: array.copy() for name, array in old.single.items()}
    lists = {name: [part.tolist() for part in np.split(many.values, many.starts[1:-1])] for name, many in old.multiple.items()}
    for row in rows:
        at = row.number % SIZE
        for name in SINGLE:
            single[name][at] = 0
        for name in MULTIPLE:
            lists[name][at] = []
        if not row.stands:
            continue
        for name, value in row.named.items():
            single[name][at] = codes[value] if value else 0
        single["rank"][at] = codes["rank", row.rank] if row.rank else 0
        single["year"][at] = row.year or 0
        single["sources"][at] = row.sources
        single["state"][at] = STATES.index(row.state)
        entry = told.get(row.id, reading.Told())
        people = set(entry.people)
        bodies: set[str] = set()
        for value in (row.named["recipient"], row.named["parent"]):
            if value and value[0] == "authority":
                bodies.update(above[value[1]])
        if row.person:
            people.add(row.person)
        lists["agency"][at] = sorted({codes["authority", body] for body in bodies})
        lists["person"][at] = sorted({codes["authority", person] for person in people})
        lists["outlet"][at] = sorted({codes["outlet", outlet] for outlet in entry.outlets})
    return Conferrals(single, {name: _many(parts) for name, parts in lists.items()})


def _many(parts: list[list[int]]) -> Many:
    starts = np.zeros(SIZE + 1, np.int32)
    np.cumsum([len(part) for part in parts], out=starts[1:])
    return Many(starts, np.array([value for part in parts for value in part], np.int32))


def _document(row: Entry, titles: list[str]) -> list[str]:
    """The words of a conferral's fields and of the titles of its sources, a gap between each two."""
    years = [] if row.year is None else [str(row.year), fulltext.GAP, str(row.year + ERA)]
    edition = "" if row.edition is None else f"ครั้งที่ {row.edition}"
    said: list[str] = []
    for part in (*row.said.values(), *titles, edition):
        if part:
            said += (*_terms(part), fulltext.GAP)
    return said + years


@lru_cache(maxsize=50_000)
def _terms(said: str) -> tuple[str, ...]:
    return tuple(terms(said))


def _learn(connection: Connection, heard: set[str]) -> None:
    """Adds words to those that a slip is put right to."""
    fit = {word for word in heard if _SHORTEST_WORD <= len(word) <= _LONGEST_WORD and not word.isdigit()}
    keys = [key for key in blocks.stamps(connection) if key[0] == "words"]
    held = {key: block for key, (_, block) in blocks.read(connection, keys).items()}
    said = {key: block.text.split("\n") for key, block in held.items() if isinstance(block, Words)}
    new = sorted(fit - {word for words in said.values() for word in words})
    if not new:
        return
    last = max((number for _, number in said), default=0)
    rest = [*said.get(("words", last), []), *new]
    parts = [rest[at : at + _WORDS_A_BLOCK] for at in range(0, len(rest), _WORDS_A_BLOCK)]
    blocks.write(connection, {("words", last + at): Words("\n".join(part)) for at, part in enumerate(parts)})
