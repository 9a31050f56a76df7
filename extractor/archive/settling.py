"""Settles what a conferral says: from its tellings, the names of its authorities, and what people decided of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from extractor.archive.bulk import change, fetch, remove
from extractor.archive.entries import FIELDS
from extractor.archive.identity.folding import solid
from extractor.archive.search import index
from extractor.archive.tables import Authority, Conferral, Doubt, Event, Telling

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import Connection

NAMED = ("award", "work", "recipient", "parent", "conferred_by")
"""Fields that are authorities; beside each stands its id, as `award_id`."""

_TOGETHER = {
    "award": ("award_id",),
    "work": ("work_id",),
    "recipient": ("recipient_id", "recipient_kind"),
    "parent": ("parent_id",),
    "conferred_by": ("conferred_by_id",),
    "level": ("level_code",),
}
_VOTED = (*FIELDS, "conferred_by", "date", "province")

TELLING_COLUMNS = (
    Telling.conferral, Telling.article, Telling.award, Telling.award_id, Telling.year, Telling.edition, Telling.branch,
    Telling.category, Telling.level, Telling.level_code, Telling.work, Telling.work_id, Telling.recipient, Telling.recipient_id,
    Telling.recipient_kind, Telling.parent, Telling.parent_id, Telling.conferred_by, Telling.conferred_by_id, Telling.date,
    Telling.province, Telling.status, Telling.confidence, Telling.gone,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """What settling needs of an authority; `organiser` is the id of the body above it."""

    name: str
    organiser: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Set:
    """A field as a person set it: its text, the authority that it names, and the number of the decision."""

    value: str | None
    authority: str | None
    event: int


def settled(tellings: Sequence[Mapping[str, Any]], names: Mapping[str, Named], sets: Mapping[str, Set]) -> dict[str, Any]:
    """What a conferral says, as columns of `conferrals`: of each field what most tellings say, the surest where they are even."""
    live = [telling for telling in tellings if not telling["gone"]]
    order = sorted(live or tellings, key=lambda telling: -telling["confidence"])
    row: dict[str, Any] = {}
    for field in _VOTED:
        row |= _vote(order, field)
    for field, given in sets.items():
        row |= dict.fromkeys(_TOGETHER.get(field, ()))
        row[field] = int(given.value) if field in {"year", "edition"} and given.value is not None else given.value
        if field in NAMED:
            row[f"{field}_id"] = given.authority
        if field == "recipient" and (known := names.get(given.authority or "")) is not None:
            row["recipient_kind"] = known.kind
    for field in NAMED:
        known = names.get(row[f"{field}_id"])
        if known is not None:
            row[field] = known.name
    award = names.get(row["award_id"])
    organiser = names.get(award.organiser or "") if award is not None else None
    if row["conferred_by"] is None and award is not None and organiser is not None:
        row |= {"conferred_by": organiser.name, "conferred_by_id": award.organiser}
    row["status"], row["confidence"] = order[0]["status"], order[0]["confidence"]
    row["sources"] = len({telling["article"] for telling in live})
    return row


def _vote(order: Sequence[Mapping[str, Any]], field: str) -> dict[str, Any]:
    """The value of a field that most tellings have, with what belongs to it; null only where none has one."""
    columns = (field, *_TOGETHER.get(field, ()))
    said = [telling for telling in order if telling[field] is not None]
    if len(said) < 2:
        return {column: said[0][column] if said else None for column in columns}
    by_id = f"{field}_id"
    groups: defaultdict[Any, list[Mapping[str, Any]]] = defaultdict(list)
    for telling in said:
        value = telling[field]
        groups[telling.get(by_id) or (solid(value) if isinstance(value, str) else value)].append(telling)
    best = max(groups.values(), key=len)  # of equal groups the first, which has the surest telling
    return {column: best[0][column] for column in columns}


def names_of(connection: Connection, ids: Collection[str | None]) -> dict[str, Named]:
    """The authorities of these ids, and the bodies above those of awards."""
    wanted = select(Authority.id, Authority.name, Authority.parent, Authority.kind)
    found: dict[str, Named] = {}
    asked = {given for given in ids if given is not None}
    while asked:
        rows = list(fetch(connection, wanted, Authority.id, sorted(asked)))
        found |= {row.id: Named(row.name, row.parent, row.kind) for row in rows}
        asked = {row.parent for row in rows if row.kind == "award" and row.parent is not None} - found.keys()
    return found


def sets_of(connection: Connection, conferrals: Collection[str]) -> dict[str, dict[str, Set]]:
    """By conferral the fields that people set, as last set; those of what was merged into it where they set none of its own."""
    found: dict[str, dict[str, Set]] = {}
    wanted = (
        select(Event.id, Event.subject, Event.field, Event.value, Event.other)
        .where(Event.action == "set", Event.undone.is_(None))
        .order_by(Event.id)
    )
    merged = _merged_into(connection, conferrals)
    for number, subject, field, value, other in fetch(connection, wanted, Event.subject, sorted({*conferrals, *merged})):
        if field in FIELDS:
            found.setdefault(subject, {})[field] = Set(value, other, number)
    for other, into in merged.items():
        for field, given in found.get(other, {}).items():
            found.setdefault(into, {}).setdefault(field, given)
    return found


def _merged_into(connection: Connection, conferrals: Collection[str]) -> dict[str, str]:
    """The conferrals that people merged into these, be it by way of others, with the one of these; the first merged first."""
    into: dict[str, str] = {}
    wanted = select(Event.subject, Event.other).where(Event.action == "merge", Event.undone.is_(None)).order_by(Event.id)
    ahead = {given: given for given in conferrals}
    while ahead:
        rows = list(fetch(connection, wanted, Event.subject, sorted(ahead)))
        ahead = {row.other: ahead[row.subject] for row in rows if row.other not in into}
        into |= ahead
    return into


def settle(connection: Connection, conferrals: Collection[str], now: str) -> tuple[set[str], set[str]]:
    """Bring conferrals up to date with their tellings and the decisions on them.

    Returns:
        The ids that stay, and those to `drop`: no article tells them any more, and nobody decided anything of them.
    """
    if not conferrals:
        return set(), set()
    tellings: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in fetch(connection, select(*TELLING_COLUMNS).order_by(Telling.id), Telling.conferral, sorted(conferrals)):
        tellings[row.conferral].append(dict(row._mapping))  # noqa: SLF001 - its public name
    sets = sets_of(connection, conferrals)
    asked = [each[f"{field}_id"] for told in tellings.values() for each in told for field in NAMED]
    asked += [given.authority for fields in sets.values() for given in fields.values()]
    names = names_of(connection, asked)
    rows = [{"id": given, "changed": now} | settled(told, names, sets.get(given, {})) for given, told in sorted(tellings.items())]
    change(connection, Conferral, "id", rows)
    empty = set(conferrals) - tellings.keys()
    decided = set(fetch_decided(connection, empty))
    gone = empty - decided
    return set(conferrals) - gone, gone


def drop(connection: Connection, conferrals: Collection[str]) -> None:
    """Take conferrals away that no article tells any more, out of the search index too."""
    change(connection, Conferral, "id", [{"id": given, "state": "rejected"} for given in sorted(conferrals)])
    index(connection, conferrals)
    for column in (Doubt.left, Doubt.right, Conferral.id):
        remove(connection, column, sorted(conferrals))


def fetch_decided(connection: Connection, conferrals: Collection[str]) -> set[str]:
    """Those of the conferrals that somebody decided something of, be it that another became part of them."""
    found = {row[0] for row in fetch(connection, select(Event.subject), Event.subject, sorted(conferrals))}
    found |= {row[0] for row in fetch(connection, select(Event.other), Event.other, sorted(conferrals))}
    return found & set(conferrals)
