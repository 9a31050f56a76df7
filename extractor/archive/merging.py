"""Makes two entries of the archive one, and parts one in two: decisions that move tellings, and how they are taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from extractor.archive.browse import current
from extractor.archive.bulk import add, add_new, change, next_number, remove
from extractor.archive.events import LINKS, conferral_of, decide, note, refresh, utc_now
from extractor.archive.naming import NAME_FORMS, digest, keys_of, value_of
from extractor.archive.tables import Article, Authority, Conferral, Event, Form, Link, NameKey, Telling
from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection


def merge(connection: Connection, into: str, others: Sequence[str], *, who: str, reason: str | None = None) -> list[int]:
    """Make conferrals, or authorities of one kind, one: `into` stays, and takes in what the others had.

    Raises:
        ArchiveError: they are of different kinds, or one of them is `into`.
        UnknownIdError: one of the ids is none.
    """
    into = current(connection, into)
    events = []
    for other in others:
        other = current(connection, other)
        if other == into:
            raise ArchiveError(f"{other!r} and {into!r} are one already", remedy="look at `extractor archive history`")
        if into.startswith("c-") and other.startswith("c-"):
            events.append(_merge_conferrals(connection, into, other, who, reason))
        elif into.partition(":")[0] == other.partition(":")[0] and ":" in into:
            events.append(merge_authorities(connection, into, other, who, reason))
        else:
            raise ArchiveError(
                f"{into!r} and {other!r} are of different kinds", remedy="merge two conferrals, or two authorities of one kind"
            )
    return events


def _merge_conferrals(connection: Connection, into: str, other: str, who: str, reason: str | None) -> int:
    moved = connection.execute(select(Telling.article, Telling.key).where(Telling.conferral == other)).all()
    state = connection.execute(select(Conferral.state).where(Conferral.id == other)).scalar()
    before = {"tellings": [list(row) for row in moved], "state": state}
    event = note(connection, "merge", into, who, other=other, before=before, reason=reason)
    connection.execute(update(Telling).where(Telling.conferral == other).values(conferral=into, pinned=True))
    change(connection, Conferral, "id", [{"id": other, "merged_into": into, "changed": utc_now()}])
    decide(connection, "conferral", into, other, "merged")
    refresh(connection, {into, other})
    return event


def merge_authorities(connection: Connection, into: str, other: str, who: str, reason: str | None) -> int:
    if not other.partition(":")[2].startswith("p-") and into.partition(":")[2].startswith("p-"):
        into, other = other, into  # a gazetteer's entry is the one that stays
    now = utc_now()
    kind = into.partition(":")[0]
    held = connection.execute(select(Authority.name).where(Authority.id == other)).scalar()
    links = connection.execute(select(Link.article, Link.number).where(Link.authority == other)).all()
    forms, keys = _forms(connection, other), _keys(connection, other)
    before: dict[str, Any] = {
        "links": [list(row) for row in links],
        "forms": [list(row) for row in forms],
        "keys": keys,
        "own_forms": [list(row) for row in _forms(connection, into)],
        "own_keys": _keys(connection, into),
        "children": list(connection.execute(select(Authority.id).where(Authority.parent == other)).scalars()),
        "sets": list(connection.execute(select(Event.id).where(Event.action == "set", Event.other == other)).scalars()),
        "tellings": {
            column: list(connection.execute(select(Telling.id).where(getattr(Telling, column) == other)).scalars())
            for column in LINKS
        },
    }
    event = note(connection, "merge", into, who, other=other, before=before, reason=reason)
    number = next_number(connection, Form.id)
    new = [("merged", held), *forms]
    add_new(
        connection, Form, [{"id": number + at, "authority": into, "how": how, "form": form} for at, (how, form) in enumerate(new)]
    )
    add_new(connection, NameKey, [{"kind": kind, "key": key, "authority": into} for key in keys])
    connection.execute(delete(NameKey).where(NameKey.authority == other))
    connection.execute(update(Link).where(Link.authority == other).values(authority=into))
    connection.execute(update(Authority).where(Authority.parent == other).values(parent=into, changed=now))
    touched = _point(connection, other, into)
    change(connection, Authority, "id", [{"id": other, "merged_into": into, "changed": now}])
    decide(connection, kind, into, other, "merged")
    refresh(connection, touched, {into, other})
    return event


def _forms(connection: Connection, authority: str) -> list[tuple[str, str]]:
    rows = connection.execute(select(Form.how, Form.form).where(Form.authority == authority).order_by(Form.id))
    return [(row.how, row.form) for row in rows]


def _keys(connection: Connection, authority: str) -> list[str]:
    return sorted(connection.execute(select(NameKey.key).where(NameKey.authority == authority)).scalars())


def _point(connection: Connection, old: str, new: str) -> set[str]:
    """Let tellings point to another authority; gives their conferrals."""
    touched: set[str] = set()
    for column in LINKS:
        of = getattr(Telling, column)
        touched |= set(connection.execute(select(Telling.conferral).where(of == old)).scalars())
        connection.execute(update(Telling).where(of == old).values({column: new}))
    connection.execute(update(Event).where(Event.action == "set", Event.other == old).values(other=new))
    return touched


def split(
    connection: Connection, given: str, articles: Collection[str], *, who: str, reason: str | None = None
) -> tuple[int, str]:
    """Take what some articles tell out of a conferral, as one of its own; gives the event's number and the new id.

    Args:
        connection: the archive, within a transaction.
        given: the conferral.
        articles: ids of articles, as `article_id`, or `outlet/article_id` where two outlets have the same.
        who: who decides it.
        reason: why, in words.

    Raises:
        ArchiveError: no telling, or every telling, would go.
    """
    given = conferral_of(connection, given)
    told = (
        select(Telling.id, Telling.article, Telling.key, Article.outlet, Article.article_id)
        .join(Article, Article.id == Telling.article)
        .where(Telling.conferral == given)
    )
    rows = connection.execute(told).all()
    moved = [row for row in rows if row.article_id in articles or f"{row.outlet}/{row.article_id}" in articles]
    if not moved or len(moved) == len(rows):
        sources = ", ".join(sorted({row.article_id for row in rows}))
        problem = "none of these articles tells it" if not moved else "all its articles would go"
        raise ArchiveError(f"{given} cannot be split: {problem}", remedy=f"its articles are {sources}")
    number = next_number(connection, Event.id)
    new = f"c-{digest('split', given, str(number))}"
    event = note(
        connection, "split", given, who, other=new, before={"tellings": [[row.article, row.key] for row in moved]}, reason=reason
    )
    columns = [column for column in Conferral.__table__.columns if column.name not in {"id", "number"}]
    row = dict(connection.execute(select(*columns).where(Conferral.id == given)).one()._mapping)  # noqa: SLF001 - its public name
    add(connection, Conferral, [row | {"id": new, "number": next_number(connection, Conferral.number), "state": "extracted"}])
    ids = [each.id for each in moved]
    connection.execute(update(Telling).where(Telling.id.in_(ids)).values(conferral=new, pinned=True))
    decide(connection, "conferral", given, new, "apart")
    refresh(connection, {given, new})
    return event, new


def _move(connection: Connection, tellings: list[list[Any]], here: str, there: str) -> None:
    """Give tellings back; one that its article tells otherwise by now is known by standing here since a person put it so."""
    for article, key in tellings:
        of = (Telling.conferral == here, Telling.article == article)
        rows = connection.execute(select(Telling.id, Telling.key, Telling.pinned).where(*of)).all()
        wanted = [row.id for row in rows if row.key == key] or [row.id for row in rows if row.pinned]
        connection.execute(update(Telling).where(Telling.id.in_(wanted)).values(conferral=there))


def _part_authorities(connection: Connection, event: Any, now: str) -> None:  # noqa: ANN401 - a row of events
    """Give an authority back what it had, and what articles that came since name by its names alone."""
    into, other, before = event.subject, event.other, event.before
    kind = other.partition(":")[0]
    named = connection.execute(select(Authority.id, Authority.name).where(Authority.id.in_((into, other)))).all()
    name = {row.id: row.name for row in named}
    theirs = {name[other], *(form for how, form in before["forms"] if how in NAME_FORMS)}
    own_forms = {tuple(each) for each in before.get("own_forms", [])}
    ours = {name[into], *(form for how, form in own_forms if how in NAME_FORMS)}
    came = {("merged", name[other])}
    if "own_forms" in before:
        came |= {tuple(each) for each in before["forms"]} | {(how, form) for how in NAME_FORMS for form in theirs - ours}
    rows = connection.execute(select(Form.id, Form.how, Form.form).where(Form.authority == into)).all()
    remove(connection, Form.id, [row.id for row in rows if (row.how, row.form) in came - own_forms])
    if "own_keys" in before:
        gone = sorted(set(before["keys"]) - set(before["own_keys"]))
        connection.execute(delete(NameKey).where(NameKey.authority == into, NameKey.key.in_(gone)))
        value = value_of(kind, into, name[into], set(_forms(connection, into)), None, None)
        add_new(connection, NameKey, [{"kind": kind, "key": key, "authority": into} for key in sorted(keys_of(kind, value))])
    add_new(connection, NameKey, [{"kind": kind, "key": key, "authority": other} for key in before["keys"]])

    def is_theirs(text: str | None, *, had: bool) -> bool:
        return text in theirs - ours or (had and (text in theirs or text not in ours))

    had = {tuple(each) for each in before["links"]}
    links = connection.execute(select(Link.id, Link.article, Link.number, Link.form).where(Link.authority == into)).all()
    moved = [row.id for row in links if is_theirs(row.form, had=(row.article, row.number) in had)]
    change(connection, Link, "id", [{"id": each, "authority": other} for each in moved])
    touched: set[str] = set()
    for column, ids in before["tellings"].items():
        text = getattr(Telling, column.removesuffix("_id"))
        wanted = select(Telling.id, Telling.conferral, text.label("text")).where(getattr(Telling, column) == into)
        rows = [row for row in connection.execute(wanted) if is_theirs(row.text, had=row.id in ids)]
        touched |= {row.conferral for row in rows}
        change(connection, Telling, "id", [{"id": row.id, column: other} for row in rows])
    children, sets = before.get("children", []), before.get("sets", [])
    below = (Authority.id.in_(children), Authority.parent == into)
    connection.execute(update(Authority).where(*below).values(parent=other, changed=now))
    connection.execute(update(Event).where(Event.id.in_(sets)).values(other=other))
    touched |= set(connection.execute(select(Event.subject).where(Event.id.in_(sets))).scalars())
    change(connection, Authority, "id", [{"id": other, "merged_into": None, "changed": now}])
    decide(connection, kind, into, other, "open")
    refresh(connection, touched, {into, other, *children})


def take_back(connection: Connection, event: Any) -> None:  # noqa: ANN401 - a row of events
    """Undo what a merge or a split changed."""
    now = utc_now()
    if event.action == "split":
        connection.execute(update(Telling).where(Telling.conferral == event.other).values(conferral=event.subject))
        change(connection, Conferral, "id", [{"id": event.other, "merged_into": event.subject, "changed": now}])
        decide(connection, "conferral", event.subject, event.other, "merged")
        refresh(connection, {event.subject, event.other})
    elif ":" in event.subject:
        _part_authorities(connection, event, now)
    else:
        _move(connection, event.before["tellings"], event.subject, event.other)
        state = {"merged_into": None, "state": event.before["state"], "changed": now}
        change(connection, Conferral, "id", [{"id": event.other} | state])
        decide(connection, "conferral", event.subject, event.other, "open")
        refresh(connection, {event.subject, event.other})
