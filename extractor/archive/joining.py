"""Joins tellings to conferrals: the same conferral from several articles becomes one, with its reasons."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from extractor.archive.bulk import add, add_new, fetch, next_number
from extractor.archive.identity import Assignment
from extractor.archive.identity import Telling as Compared
from extractor.archive.identity.assigning import assign
from extractor.archive.identity.blocks import conferral_keys
from extractor.archive.naming import digest
from extractor.archive.settling import NAMED, names_of, settle, settled
from extractor.archive.tables import Article, Conferral, Doubt, Event, Telling, TellingKey

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection

COMPARED = (
    "award", "award_id", "year", "edition", "branch", "category", "level", "level_code", "work", "recipient",
    "recipient_id", "recipient_kind", "parent", "parent_id", "province",
)  # fmt: skip


def compared(row: Any, outlet: str, article_id: str, published: str | None) -> Compared:  # noqa: ANN401 - a row or a mapping
    """A row of `tellings` as identity compares it."""
    return Compared(outlet=outlet or None, article_id=article_id, published=published, **{name: row[name] for name in COMPARED})


class Joiner:
    """The tellings of an archive while others are joined to them, within one transaction."""

    def __init__(self, connection: Connection, now: str) -> None:
        self._connection = connection
        self._now = now
        self._by_key: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._members: dict[str, list[Compared]] = {}
        self._rejected: set[str] = set()
        self._standing: set[str] = set()
        self._put: set[str] = set()
        self._next_number = next_number(connection, Conferral.number)
        self._made: dict[str, list[dict[str, Any]]] = {}
        self._numbers: dict[str, int] = {}
        self._doubts: dict[tuple[str, str], dict[str, Any]] = {}
        self._touched: set[str] = set()
        self.made: set[str] = set()
        self._keys: list[dict[str, Any]] = []

    def prepare(self, rows: Sequence[dict[str, Any]], values: Sequence[Compared], successors: Collection[str]) -> None:
        """Read from the database the conferrals that share a key with these tellings, and those of `successors`.

        Args:
            rows: the tellings to be placed, as rows of `tellings`.
            values: the same, as they are compared.
            successors: conferrals of tellings that some of them take the place of.
        """
        self._by_key.clear()
        self._members.clear()
        self._rejected.clear()
        firsts = sorted({_id_of(value, row["key"]) for row, value in zip(rows, values, strict=True)})
        self._standing = {row.id for row in fetch(self._connection, select(Conferral.id), Conferral.id, firsts)}
        decided = select(Event.subject).where(Event.action.in_(("merge", "split")), Event.undone.is_(None))
        self._put = {row.subject for row in fetch(self._connection, decided, Event.subject, sorted(set(successors)))}
        keys = {key for value in values for key in conferral_keys(value)}
        shared = (
            select(TellingKey.key, Telling.conferral, Conferral.state)
            .join(Telling, Telling.id == TellingKey.telling)
            .join(Conferral, Conferral.id == Telling.conferral)
            .order_by(Telling.id)
        )
        ids = dict.fromkeys(successors)
        for key, conferral, state in fetch(self._connection, shared, TellingKey.key, sorted(keys)):
            self._by_key[key][conferral] = None
            if state == "rejected":
                self._rejected.add(conferral)
            ids[conferral] = None
        columns = [getattr(Telling, name) for name in ("conferral", *COMPARED)]
        members = (
            select(*columns, Article.outlet, Article.article_id, Article.published)
            .join(Article, Article.id == Telling.article)
            .order_by(Telling.id)
        )
        for row in fetch(self._connection, members, Telling.conferral, sorted(ids)):
            value = compared(row._mapping, row.outlet, row.article_id, row.published)  # noqa: SLF001 - its public name
            self._members.setdefault(row.conferral, []).append(value)

    def place(self, row: dict[str, Any], value: Compared, before: str | None, *, pinned: bool) -> None:
        """Give a telling its conferral: the one it had before, one that it fits, or a new one.

        Args:
            row: the row of `tellings`; gets `conferral`, `reasons` and `pinned`.
            value: the same, as it is compared.
            before: the conferral of the telling that it takes the place of, where the article was read before.
            pinned: whether a person put it there.
        """
        keys = sorted(conferral_keys(value))
        found = self._choose(value, keys, before, pinned=pinned)
        conferral = found.conferral or self._make(row, value)
        self._doubt(conferral, found)
        if conferral in self._made:
            self._made[conferral].append(row)
        else:
            self._touched.add(conferral)
        row |= {"conferral": conferral, "reasons": list(found.reasons), "pinned": pinned}
        self._members.setdefault(conferral, []).append(value)
        for key in keys:
            self._by_key[key][conferral] = None
            self._keys.append({"key": key, "telling": row["id"]})

    def _choose(self, value: Compared, keys: Sequence[str], before: str | None, *, pinned: bool) -> Assignment:
        if before is not None:
            others = self._members.get(before, [])
            if pinned or before in self._put or not others or assign(value, [(before, others)]).conferral == before:
                return Assignment(before, ("told by the same article before",))
        ids = dict.fromkeys(each for key in keys for each in self._by_key.get(key, ()))
        candidates = [(each, self._members[each]) for each in ids if each in self._members]
        found = assign(value, candidates)
        if found.conferral is None and self._rejected:  # what was rejected makes nothing doubtful
            return assign(value, [(each, members) for each, members in candidates if each not in self._rejected])
        return found

    def _doubt(self, conferral: str, found: Assignment) -> None:
        for other, verdict in found.doubts:
            if other == conferral or self._rejected & {other, conferral}:
                continue
            row = {"kind": "conferral", "left": other, "right": conferral, "state": "open"}
            self._doubts[other, conferral] = row | {"score": verdict.score, "reasons": list(verdict.reasons)}

    def _make(self, row: dict[str, Any], value: Compared) -> str:
        """A new conferral; its id comes from where it was first told, so that the same import gives the same ids."""
        given = _id_of(value, row["key"])
        number = 0
        while given in self._made or given in self._members or self._stands(given, number):
            number += 1
            given = _id_of(value, row["key"], str(number))
        self._made[given] = []
        self.made.add(given)
        self._numbers[given] = self._next_number
        self._next_number += 1
        return given

    def _stands(self, given: str, number: int) -> bool:
        """Whether the archive has the id; the first of a telling was asked for with the others of the batch."""
        if number == 0:
            return given in self._standing
        return self._connection.execute(select(Conferral.id).where(Conferral.id == given)).first() is not None

    def write(self, tellings: Sequence[dict[str, Any]]) -> set[str]:
        """Write the tellings placed since the last time, and settle their conferrals; gives the conferrals' ids."""
        asked = [row[f"{field}_id"] for rows in self._made.values() for row in rows for field in NAMED]
        names = names_of(self._connection, asked)
        fresh = {"state": "extracted", "merged_into": None, "changed": self._now}
        add(
            self._connection,
            Conferral,
            [
                {"id": given, "number": self._numbers[given]} | fresh | settled(rows, names, {})
                for given, rows in self._made.items()
            ],
        )
        add(self._connection, Telling, tellings)
        add(self._connection, TellingKey, self._keys)
        add_new(self._connection, Doubt, list(self._doubts.values()))
        stay, _ = settle(self._connection, self._touched, self._now)
        changed = stay | self._made.keys()
        for written in (self._made, self._numbers, self._doubts, self._touched, self._keys):
            written.clear()
        return changed


def _id_of(value: Compared, key: str, *number: str) -> str:
    return f"c-{digest(value.outlet or '', value.article_id, key, *number)}"
