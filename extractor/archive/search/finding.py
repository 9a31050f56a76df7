"""Searching the archive: one page of conferrals, why each was found, and the counts of every facet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

import numpy as np
from sqlalchemy import bindparam, text

from extractor.archive.entries import ERA

from . import reading
from .blocks import NAMED, STATES
from .matching import Found, match, weaker
from .names import PARTS, WHOLES, squeeze
from .snapshot import Snapshot, snapshot, standing
from .values import codes_of, values_of
from .words import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sqlalchemy import Connection

    from .matching import Looked

How = Literal["exact", "alias", "slip", "word"]
"""In a name as it is, in another form of the name (abbreviation, English), with one letter amiss, in the words."""

Facet = tuple[str, str, int]
"""Value to filter by, label to show, number of conferrals."""

FACETS = {
    "award": "award",
    "year": "year",
    "level": "rank",
    "agency": "agency",
    "province": "province",
    "person": "person",
    "outlet": "outlet",
}
"""Each facet and the packed column that it counts, in the order in which they are shown."""

_FEW = 20  # where less than one conferral in so many is found, each is looked up by itself
_MERGED_ON = 8  # how often what an authority was merged into can have been merged itself
_HOW: dict[int, How] = {
    strength: "alias" if at else "exact" for strengths in (WHOLES, PARTS) for at, strength in enumerate(strengths)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked: free text, narrowed by facets. All that is given must hold; nothing given finds every conferral.

    `award`, `agency` and `person` take an authority's id or one of its forms; `agency` finds what it and the bodies below it
    received. `level` takes the level's id in the gazetteer, or the level as written. `year` is CE. `facets` is the most values
    that each facet lists.
    """

    text: str = ""
    award: str | None = None
    year: int | None = None
    level: str | None = None
    agency: str | None = None
    province: str | None = None
    person: str | None = None
    outlet: str | None = None
    state: str | None = None
    limit: int = 20
    offset: int = 0
    facets: int = 20


@dataclass(frozen=True, slots=True)
class Match:
    """Where one piece of the query's text was found: `field` of the conferral (`title` of a source), `how`, and the piece."""

    field: str
    how: How
    piece: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One conferral found, by its id, and why; without free text nothing tells why. `score` orders, and means nothing else."""

    id: str
    score: int
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conferral stands in a search's order. What comes after a place does so whatever is imported before it."""

    score: int
    sources: int
    year: int
    number: int


@dataclass(frozen=True, slots=True)
class Page:
    """`total` counts all conferrals found, `hits` are those of the page asked for, best first.

    `last` is the place of the last of them where others follow it, or None.
    `facets` holds for each facet its commonest values among all conferrals found, the commonest first. A conferral counts
    once for each body above its recipient, each person and each outlet, so these add up to more than the total.
    """

    total: int
    hits: tuple[Hit, ...] = ()
    facets: dict[str, list[Facet]] = field(default_factory=dict)
    last: Place | None = None


def search(connection: Connection, query: Query, *, after: Place | None = None) -> Page:
    """The conferrals that a query finds, a page of them, with the counts of every facet over all of them.

    The page begins after the place `after` where one is given, else with the first; `query.offset` counts from there.

    Names found whole come first, then parts of names, then words, then slips of one letter; among equals what more articles
    tell, then the later year. Whatever the text holds is looked for as text; it can be no syntax.
    """
    snap = snapshot(connection)
    chosen, found = _chosen(connection, snap, query)
    numbers = np.flatnonzero(chosen)
    ahead = numbers if after is None else numbers[_follows(snap, numbers, found, after)]
    page = _best(snap, ahead, found, query)
    more = max(query.offset, 0) + len(page) < ahead.size
    everything = numbers.size == int(np.count_nonzero(snap.single["state"] > 0))
    counts = {
        facet: _count(snap, column, None if everything else chosen, numbers, query.facets) for facet, column in FACETS.items()
    }
    last = _place(snap, *page[-1]) if page and more else None
    return Page(int(numbers.size), _hits(connection, snap, page, found), _labelled(connection, counts), last)


def listing(connection: Connection, query: Query, *, after: int = -1) -> tuple[int, dict[int, str], int | None]:
    """How many conferrals a query finds, and a page of them in the order in which the archive took them in.

    Args:
        connection: the archive.
        query: what is asked; of its offset and facets nothing is made.
        after: the number after which the page begins: a conferral has its number for good.

    Returns:
        How many are found, the ids of the page's by their numbers, and the last of these numbers where others follow it.
    """
    snap = snapshot(connection)
    numbers = np.flatnonzero(_chosen(connection, snap, query)[0])
    first = int(np.searchsorted(numbers, after, side="right"))
    page = [int(number) for number in numbers[first : first + max(query.limit, 0)]]
    ids = reading.ids_of(connection, page)
    last = page[-1] if page and first + len(page) < numbers.size else None
    return int(numbers.size), {number: ids[number] for number in page if number in ids}, last


def _chosen(connection: Connection, snap: Snapshot, query: Query) -> tuple[NDArray[np.bool_], Found | None]:
    """Which conferrals a query finds, and how its text finds them."""
    chosen = snap.single["state"] > 0
    for column, wanted in _filters(connection, snap, query):
        chosen &= wanted if isinstance(wanted, np.ndarray) else _holding(snap, column, wanted)
    found = match(connection, snap, query.text)
    if found is not None:
        chosen &= found.scores > 0
    return chosen, found


# ── filters ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _filters(connection: Connection, snap: Snapshot, query: Query) -> list[tuple[str, set[int] | NDArray[np.bool_]]]:
    filters: list[tuple[str, set[int] | NDArray[np.bool_]]] = []
    if query.year is not None:
        filters.append(("year", snap.single["year"] == query.year))
    if query.state is not None:
        state = STATES.index(query.state) if query.state in STATES[1:] else -1
        filters.append(("state", snap.single["state"] == state))
    named = {"award": query.award, "agency": query.agency, "person": query.person, "province": query.province}
    for column, value in named.items():
        if value is not None:
            filters.append((column, _codes(connection, snap, value)))
    if query.outlet is not None:
        filters.append(("outlet", set(codes_of(connection, [("outlet", query.outlet)]).values())))
    if query.level is not None:
        ranked = set(codes_of(connection, [("rank", query.level)]).values())
        written = _codes(connection, snap, query.level)  # some that are written so may have the gazetteer's id, and others none
        filters.append(("rank", _holding(snap, "rank", ranked) | _holding(snap, "level", written)))
    return filters


def _codes(connection: Connection, snap: Snapshot, value: str) -> set[int]:
    """The codes of what a filter names: an authority's id; else all whose name it is; else all of which it is a form."""
    known = codes_of(connection, [("authority", value)])
    codes = set(known.values())
    if not codes:
        lines = snap.lines.whole(squeeze(fold(value)))
        hows = snap.lines.hows[lines]
        codes = {int(code) for code in snap.lines.codes[lines[hows == hows.min(initial=2)]]}
        codes |= set(codes_of(connection, [("name", value)]).values())  # one without letters has no line
    stands = snap.lines.parents
    for _ in range(_MERGED_ON):
        codes = {int(-stands[code]) if code < stands.size and stands[code] < 0 else code for code in codes}
    return codes


def _holding(snap: Snapshot, column: str, codes: set[int]) -> NDArray[np.bool_]:
    postings = snap.postings[column]
    held = np.zeros(snap.size, np.bool_)
    held[postings.holding(np.flatnonzero(np.isin(postings.codes, np.array(sorted(codes), np.int32))))[0]] = True
    return held


# ── order ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _best(snap: Snapshot, numbers: NDArray[np.int64], found: Found | None, query: Query) -> list[tuple[int, int]]:
    """Numbers and scores of the page asked for: by score, number of sources, year, each the highest first, then by number."""
    first, last = max(query.offset, 0), max(query.offset, 0) + max(query.limit, 0)
    if first >= min(last, numbers.size):
        return []
    keys = snap.order.take(numbers)
    scores = np.zeros(numbers.size, np.int64) if found is None else found.scores.take(numbers).astype(np.int64)
    if found is not None:
        keys |= scores << 32
    below = max(numbers.size - last, 0)
    top = np.argpartition(keys, below)[below:] if below else np.arange(numbers.size)
    order = top[np.argsort(keys[top])[::-1]][first:last]
    return [(int(numbers[at]), int(scores[at])) for at in order]


def _follows(snap: Snapshot, numbers: NDArray[np.int64], found: Found | None, after: Place) -> NDArray[np.bool_]:
    """Which of the conferrals come after a place."""
    keys = standing(snap.single["sources"].take(numbers), snap.single["year"].take(numbers), numbers)
    place = standing(*(np.array([value]) for value in (after.sources, after.year, after.number)))[0]
    scores = np.zeros(numbers.size, np.int64) if found is None else found.scores.take(numbers).astype(np.int64)
    follows: NDArray[np.bool_] = (scores < after.score) | ((scores == after.score) & (keys < place))
    return follows


def _place(snap: Snapshot, number: int, score: int) -> Place:
    return Place(score, int(snap.single["sources"][number]), int(snap.single["year"][number]), number)


# ── reasons ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _hits(connection: Connection, snap: Snapshot, page: list[tuple[int, int]], found: Found | None) -> tuple[Hit, ...]:
    ids = reading.ids_of(connection, [number for number, _ in page])
    looked = () if found is None else found.looked
    reasons = {number: [m for one in looked if (m := _why(snap, number, one)) is not None] for number, _ in page}
    unnamed = [number for number, matches in reasons.items() if any(not m.field for m in matches)]
    if unnamed:
        for number, said in _said(connection, unnamed).items():
            reasons[number] = [m if m.field else replace(m, field=_field(said, m.piece)) for m in reasons[number]]
    return tuple(Hit(ids[number], score, tuple(reasons[number])) for number, score in page if number in ids)


def _field(said: dict[str, str], piece: str) -> str:
    """The first field that holds a piece that no name holds; what none holds stands in a title."""
    return next((name for name, value in said.items() if piece in value.replace(" ", "")), "title")


def _said(connection: Connection, numbers: list[int]) -> dict[int, dict[str, str]]:
    """The folded text of each conferral's fields, by its number."""
    query = text(f"SELECT number, {', '.join(NAMED)}, year, edition FROM conferrals WHERE number IN :numbers").bindparams(  # noqa: S608
        bindparam("numbers", expanding=True)
    )
    said: dict[int, dict[str, str]] = {}
    for row in connection.execute(query, {"numbers": numbers}):
        fields = {name: fold(str(value)) for name, value in row._asdict().items() if name != "number" and value is not None}
        if row.year is not None:
            fields["year"] += f" {row.year + ERA}"
        said[row.number] = fields
    return said


def _why(snap: Snapshot, number: int, looked: Looked) -> Match | None:
    """The best reason why one piece found one conferral; `field` is empty where it is in its words alone."""
    strength = int(looked.strengths[number])
    if not strength:
        return None
    held = [(name, int(snap.single[name][number])) for name in NAMED]
    held += [("person", int(code)) for code in snap.multiple["person"].of(np.array([number]))]
    for name, code in held:
        how = 0 if looked.names is None else int(looked.names[code])
        if how and max(how - weaker(name), 1) == strength:
            return Match(name, _HOW.get(how, "slip"), looked.piece)
    return Match("", "slip" if looked.amiss(number) else "word", looked.piece)


# ── facets ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _count(
    snap: Snapshot, column: str, chosen: NDArray[np.bool_] | None, numbers: NDArray[np.int64], most: int
) -> list[tuple[int, int]]:
    """The commonest values of a column among the chosen conferrals, None for all, with their counts; ties by value.

    Of all they are known; few are looked up each by itself; else the whole column is counted.
    """
    if chosen is not None and numbers.size * _FEW < snap.size:
        values = snap.single[column][numbers] if column in snap.single else snap.multiple[column].of(numbers)
        shown, counts = np.unique(values[values > 0], return_counts=True)
    else:
        postings = snap.postings[column]
        counts = np.diff(postings.starts) if chosen is None else postings.counts(chosen)
        shown = postings.codes
    if 0 < most < shown.size:
        among = counts >= max(np.partition(counts, shown.size - most)[shown.size - most], 1)
        shown, counts = shown[among], counts[among]
    order = np.lexsort((shown, -counts))[: max(most, 0)]
    return [(int(shown[at]), int(counts[at])) for at in order if counts[at]]


def _labelled(connection: Connection, counts: dict[str, list[tuple[int, int]]]) -> dict[str, list[Facet]]:
    codes = {code for facet, some in counts.items() if facet != "year" for code, _ in some}
    values = values_of(connection, codes)
    names = reading.names_of(connection, [value.value for value in values.values() if value.kind == "authority"])
    facets: dict[str, list[Facet]] = {}
    for facet, some in counts.items():
        if facet == "year":
            facets[facet] = [(str(year), str(year), count) for year, count in some]
        else:
            shown = [(values[code], count) for code, count in some if code in values]
            facets[facet] = [(one.value, names.get(one.value, one.label or one.value), count) for one, count in shown]
    return facets
