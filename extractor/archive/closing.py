"""Joins conferrals that a run made apart, where what came later shows that they are one.

A telling is put to the conferral that it fits among those told so far. Of three tellings the first two may say too little of
each other, and the third fit both; so doubts between conferrals that a run has made are looked at once more when all of its
articles are in. What stood in the archive before is joined to nothing here: others may know its id.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from extractor.archive.bulk import change, fetch, remove
from extractor.archive.identity.conferrals import compare_conferrals
from extractor.archive.identity.findings import is_spanned
from extractor.archive.joining import COMPARED, compared
from extractor.archive.settling import drop, fetch_decided, settle
from extractor.archive.tables import Article, Doubt, Telling

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

    from extractor.archive.identity import Telling as Compared
    from extractor.archive.identity import Verdict

_MARGIN = 0.03
"""Two conferrals whose likeness differs by less fit equally."""


def close(connection: Connection, made: Collection[str], now: str) -> tuple[set[str], set[str]]:
    """Join those of the conferrals `made` by this run that are one with each other.

    Two are one if no telling of either contradicts one of the other, at least one is the same as one of the other, and neither
    fits a third as well. Of the two the id that sorts first stays.

    Returns:
        The ids that others were joined to, and those that are gone.
    """
    pairs = _doubts(connection, made)
    members = _members(connection, {each for pair in pairs for each in pair})
    stands: dict[str, str] = {}
    joined: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    while True:
        fits = {pair: verdict for pair in pairs if (verdict := _same(members, pair)) is not None}
        best = _clear(fits)
        if best is None:
            break
        into, other = best
        reasons = fits[best].reasons
        joined[into] += [(number, reasons) for number, _ in members[other]] + joined.pop(other, [])
        members[into] += members.pop(other)
        stands[other] = into
        pairs = {
            (min(pair), max(pair))
            for left, right in pairs
            if (pair := (into if left == other else left, into if right == other else right))[0] != pair[1]
        }
    _move(connection, joined)
    if stands:
        remove(connection, Doubt.left, sorted(stands))
        remove(connection, Doubt.right, sorted(stands))
        stay, _ = settle(connection, set(joined), now)
        drop(connection, stands)
        return stay, set(stands)
    return set(), set()


def _doubts(connection: Connection, made: Collection[str]) -> set[tuple[str, str]]:
    """The open pairs of conferrals that this run made and nobody decided anything of, each in the order of the ids."""
    undecided = set(made) - fetch_decided(connection, made)
    wanted = select(Doubt.left, Doubt.right).where(Doubt.kind == "conferral", Doubt.state == "open")
    rows = [*fetch(connection, wanted, Doubt.left, sorted(undecided)), *fetch(connection, wanted, Doubt.right, sorted(undecided))]
    return {(min(row), max(row)) for row in map(tuple, rows) if set(row) <= undecided}


def _members(connection: Connection, ids: Collection[str]) -> dict[str, list[tuple[int, Compared]]]:
    columns = [getattr(Telling, name) for name in ("id", "conferral", *COMPARED)]
    wanted = (
        select(*columns, Article.outlet, Article.article_id, Article.published)
        .join(Article, Article.id == Telling.article)
        .where(or_(Telling.gone.is_(False), Telling.gone.is_(None)))
        .order_by(Telling.id)
    )
    found: dict[str, list[tuple[int, Compared]]] = defaultdict(list)
    for row in fetch(connection, wanted, Telling.conferral, sorted(ids)):
        value = compared(row._mapping, row.outlet, row.article_id, row.published)  # noqa: SLF001 - its public name
        found[row.conferral].append((row.id, value))
    return found


def _same(members: dict[str, list[tuple[int, Compared]]], pair: tuple[str, str]) -> Verdict | None:
    """The likeliest verdict between tellings of two conferrals, if it is that they are one and none contradicts it."""
    best: Verdict | None = None
    for (_, one), (_, other) in product(members[pair[0]], members[pair[1]]):
        verdict = compare_conferrals(one, other)
        if verdict.decision == "different":
            every = (told for _, told in (*members[pair[0]], *members[pair[1]]) if told not in {one, other})
            if any(is_spanned(one, between, other, verdict.reasons[0]) for between in every):
                continue
            return None
        if verdict.decision == "same" and (best is None or verdict.score > best.score):
            best = verdict
    return best


def _clear(fits: dict[tuple[str, str], Verdict]) -> tuple[str, str] | None:
    """The likeliest pair of which neither fits a third as well; null if there is none."""
    for pair, verdict in sorted(fits.items(), key=lambda item: (-item[1].score, item[0])):
        rivals = [other for each, other in fits.items() if each != pair and set(each) & set(pair)]
        if all(verdict.score - rival.score >= _MARGIN for rival in rivals):
            return pair
    return None


def _move(connection: Connection, joined: dict[str, list[tuple[int, tuple[str, ...]]]]) -> None:
    rows = [
        {"id": number, "conferral": into, "reasons": list(reasons)} for into, some in joined.items() for number, reasons in some
    ]
    change(connection, Telling, "id", rows)
