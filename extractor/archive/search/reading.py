"""What the archive's own tables say of the conferrals and authorities to be indexed, many at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, text

from .blocks import NAMED, STATES
from .values import batches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Connection

    from .values import Value


# what tells a person from others (honorific, position, body) stands among the forms too
_FORMS = (
    "SELECT authority, form, how FROM forms WHERE how NOT IN ('honorific', 'position', 'body', 'parent') AND authority IN :ids"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One conferral to be indexed.

    `stands` tells that it is neither rejected nor merged into another; `rank` is its level's id, or the level as written;
    `person` the recipient's id if it is a person. `said` and `named` hold each named column's text and value.
    """

    id: str
    number: int
    stands: bool
    state: str
    year: int | None
    edition: int | None
    rank: str | None
    sources: int
    person: str | None
    said: dict[str, str | None]
    named: dict[str, Value | None]


@dataclass(slots=True)
class Told:
    """What the articles that tell of one conferral add to it."""

    titles: list[str] = field(default_factory=list)
    outlets: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Known:
    """One authority: its name, its other forms (1 known, 2 only seen in articles), and the id of its superior."""

    name: str
    forms: tuple[tuple[int, str], ...]
    parent: str | None


def _select(connection: Connection, query: str, ids: Collection[str]) -> Iterator[Any]:
    """The rows of a query over `:ids`, asked in batches."""
    statement = text(query).bindparams(bindparam("ids", expanding=True))
    for some in batches(ids):
        yield from connection.execute(statement, {"ids": some})


def conferrals(connection: Connection, ids: Collection[str]) -> list[Entry]:
    """These conferrals, also rejected ones and those merged into others; one that is gone is left out."""
    rows = _select(
        connection,
        "SELECT id, number, state, merged_into, award, award_id, year, edition, branch, category, level, level_code, work, "
        "work_id, recipient, recipient_id, recipient_kind, parent, parent_id, conferred_by, conferred_by_id, province, "
        "sources FROM conferrals WHERE id IN :ids",
        ids,
    )
    return [_entry(row._asdict()) for row in rows]


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        id=row["id"],
        number=row["number"],
        stands=row["merged_into"] is None and row["state"] in STATES[1:],
        state=row["state"],
        year=row["year"],
        edition=row["edition"],
        rank=row["level_code"] or row["level"],
        sources=row["sources"],
        person=row["recipient_id"] if row["recipient_kind"] == "person" else None,
        said={name: row[name] for name in NAMED},
        named={name: _value(row[name], row.get(f"{name}_id")) for name in NAMED},
    )


def _value(name: str | None, authority: str | None) -> Value | None:
    if authority:
        return ("authority", authority)
    return ("name", name) if name else None


def ids_of(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    """The ids of the conferrals of these numbers."""
    query = text("SELECT number, id FROM conferrals WHERE number IN :numbers").bindparams(bindparam("numbers", expanding=True))
    return {number: entry for some in batches(numbers) for number, entry in connection.execute(query, {"numbers": some})}


def names_of(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The names of these authorities."""
    return dict(tuple(row) for row in _select(connection, "SELECT id, name FROM authorities WHERE id IN :ids", ids))


def told(connection: Connection, ids: Collection[str]) -> dict[str, Told]:
    """Titles, outlets and people of the articles that tell of these conferrals."""
    found: dict[str, Told] = {}
    articles: dict[int, set[str]] = {}
    for conferral, article, outlet, title in _select(
        connection,
        "SELECT DISTINCT t.conferral, a.id, a.outlet, a.title FROM tellings t JOIN articles a ON a.id = t.article "
        "WHERE t.conferral IN :ids AND NOT t.gone ORDER BY a.id",
        ids,
    ):
        entry = found.setdefault(conferral, Told())
        if title and title not in entry.titles:
            entry.titles.append(title)
        if outlet:
            entry.outlets.add(outlet)
        articles.setdefault(article, set()).add(conferral)
    people = text("SELECT article, authority FROM links WHERE kind = 'person' AND article IN :articles").bindparams(
        bindparam("articles", expanding=True)
    )
    for some in batches(articles.keys()):
        for article, person in connection.execute(people, {"articles": some}):
            if person:
                for conferral in articles[article]:
                    found[conferral].people.add(person)
    return found


def standing(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Under which authority each of these stands: its own id, or the id it was merged into at last."""
    stands = {entry: entry for entry in ids}
    ahead = set(ids)
    seen: set[str] = set()
    while ahead:
        seen |= ahead
        merged = dict(
            tuple(row)
            for row in _select(
                connection, "SELECT id, merged_into FROM authorities WHERE merged_into IS NOT NULL AND id IN :ids", ahead
            )
        )
        for entry, now in stands.items():
            stands[entry] = merged.get(now, now)
        ahead = set(merged.values()) - seen
    return stands


def superiors(connection: Connection, ids: Collection[str]) -> dict[str, str | None]:
    """Those of these authorities that are bodies, each with the id of its superior body."""
    query = "SELECT id, parent FROM authorities WHERE kind = 'organisation' AND id IN :ids"
    return dict(tuple(row) for row in _select(connection, query, ids))


def authorities(connection: Connection, ids: Collection[str]) -> dict[str, Known]:
    """These authorities with the forms they are known by, those of the authorities merged into them among them."""
    members: dict[str, list[str]] = {entry: [entry] for entry in ids}
    owner = {entry: entry for entry in ids}
    ahead = set(ids)
    while ahead:  # those merged into them, and those merged into those
        below = list(_select(connection, "SELECT id, merged_into FROM authorities WHERE merged_into IN :ids", ahead))
        ahead = set()
        for entry, above in below:
            if entry not in owner:
                owner[entry] = owner[above]
                members[owner[above]].append(entry)
                ahead.add(entry)
    rows = {
        row.id: row for row in _select(connection, "SELECT id, name, english, parent FROM authorities WHERE id IN :ids", owner)
    }
    forms: dict[str, list[tuple[int, str]]] = {}
    for entry, form, how in _select(connection, _FORMS, owner):
        forms.setdefault(owner[entry], []).append((2 if how == "seen" else 1, form))
    for entry, row in rows.items():
        other = [row.english] if entry in members else [row.name, row.english]
        forms.setdefault(owner[entry], []).extend((1, form) for form in other if form)
    return {
        entry: Known(rows[entry].name, tuple(sorted(set(forms[entry]))), rows[entry].parent) for entry in members if entry in rows
    }
