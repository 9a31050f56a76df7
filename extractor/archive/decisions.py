"""What people decide of an archive: every decision is an event with who and when, applied over what was extracted.

Decisions belong to ids, not to articles, so that a later import, or a newer version's reading of the same articles, keeps them.
Each of these functions works within the transaction of `connection` and gives the event's number; `undo` takes one back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, or_, select, update

from extractor.archive.browse import current
from extractor.archive.bulk import add, add_new, change, next_number
from extractor.archive.entries import ERA, FIELDS
from extractor.archive.identity.folding import solid
from extractor.archive.importing import utc_now
from extractor.archive.incoming import LONGEST_NAME
from extractor.archive.naming import digest
from extractor.archive.search import index
from extractor.archive.settling import settle
from extractor.archive.tables import Article, Authority, Conferral, Doubt, Event, Form, Link, NameKey, Telling
from extractor.errors import ArchiveError, UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection

_KINDS = {
    "award": ("award",),
    "work": ("work",),
    "recipient": ("organisation", "person", "other"),
    "parent": ("organisation", "other"),
}
_YEARS = range(1850, 2201)
_DIGITS = 6  # of an edition or a year, as the databases' integers hold them
_AUTHORITY = re.compile(r"(?:organisation|person|award|work|other):")
_LINKS = ("award_id", "work_id", "recipient_id", "parent_id", "conferred_by_id")


def _note(  # noqa: PLR0913 - the columns of an event
    connection: Connection,
    action: str,
    subject: str,
    who: str,
    *,
    other: str | None = None,
    field: str | None = None,
    value: str | None = None,
    before: dict[str, Any] | None = None,
    reason: str | None = None,
) -> int:
    if not who.strip():
        raise ArchiveError("a decision needs somebody who made it", remedy="give --who NAME")
    number = next_number(connection, Event.id)
    row = {"id": number, "at": utc_now(), "who": who.strip(), "action": action, "subject": subject, "other": other}
    add(connection, Event, [row | {"field": field, "value": value, "before": before or {}, "reason": reason, "undone": None}])
    return number


def _refresh(connection: Connection, conferrals: set[str], authorities: Collection[str] = ()) -> None:
    """Settle conferrals anew, and bring the search index up to date with them and with authorities."""
    settle(connection, conferrals, utc_now())
    index(connection, conferrals, authorities)


def correct(connection: Connection, given: str, field: str, value: str | None, *, who: str, reason: str | None = None) -> int:
    """Set a field of a conferral; `value` is its text, for a named field also an authority's id, or None if there is none.

    Raises:
        ArchiveError: there is no such field, or it cannot have the value.
        UnknownIdError: there is no such conferral, or authority.
    """
    given = _conferral(connection, given)
    if field not in FIELDS:
        raise ArchiveError(f"a conferral has no field {field!r}", remedy=f"its fields are {', '.join(FIELDS)}")
    text, authority = _value(connection, field, value)
    held = connection.execute(select(getattr(Conferral, field)).where(Conferral.id == given)).scalar()
    before = {"value": None if held is None else str(held)}
    event = _note(connection, "set", given, who, other=authority, field=field, value=text, before=before, reason=reason)
    _refresh(connection, {given})
    return event


def _value(connection: Connection, field: str, value: str | None) -> tuple[str | None, str | None]:
    value = None if value is None or not value.strip() else " ".join(value.split())
    if value is None:
        return None, None
    _check_length(value)
    if field in {"year", "edition"}:
        if not value.isascii() or not value.isdigit() or len(value) > _DIGITS:
            raise ArchiveError(f"{value!r} is no number", remedy=f"give the {field} in digits")
        if field == "year" and int(value) not in _YEARS:
            hint = f"; {value} in the Buddhist era is {int(value) - ERA}" if int(value) - ERA in _YEARS else ""
            raise ArchiveError(f"{value} is no year of the common era{hint}", remedy="give the year as CE")
        return value, None
    if field not in _KINDS:
        return value, None
    if _AUTHORITY.match(value):
        authority = current(connection, value)
        if authority.partition(":")[0] not in _KINDS[field]:
            raise ArchiveError(f"{value!r} is no {field}", remedy=f"name an authority of kind {' or '.join(_KINDS[field])}")
        return connection.execute(select(Authority.name).where(Authority.id == authority)).scalar(), authority
    return value, _known(connection, field, value)


def _check_length(value: str) -> None:
    if len(value) > LONGEST_NAME:
        raise ArchiveError(f"longer than {LONGEST_NAME} characters", remedy="give a shorter one")


def _known(connection: Connection, field: str, name: str) -> str | None:
    """The one authority of that name or form, if there is just one."""
    wanted = (
        select(Authority.id, Authority.name, Form.form)
        .outerjoin(Form, Form.authority == Authority.id)
        .where(Authority.kind.in_(_KINDS[field]), Authority.merged_into.is_(None), or_(Authority.name == name, Form.form == name))
    )
    found = {row.id for row in connection.execute(wanted)}
    return found.pop() if len(found) == 1 else None


def reject(connection: Connection, given: str, *, who: str, reason: str | None = None) -> int:
    """Say that there was no such conferral: it is listed no more, and no article that tells it again brings it back."""
    return _state(connection, "reject", given, "rejected", who, reason)


def confirm(connection: Connection, given: str, *, who: str, reason: str | None = None) -> int:
    """Say that a conferral is right as it stands: it stays even if no article tells it any more. An authority likewise."""
    if _AUTHORITY.match(given):
        given = current(connection, given)
        held = connection.execute(select(Authority.status).where(Authority.id == given)).scalar()
        event = _note(connection, "confirm", given, who, before={"status": held}, reason=reason)
        if held == "provisional":
            change(connection, Authority, "id", [{"id": given, "status": "confirmed", "changed": utc_now()}])
        return event
    return _state(connection, "confirm", given, "confirmed", who, reason)


def _state(connection: Connection, action: str, given: str, state: str, who: str, reason: str | None) -> int:
    given = _conferral(connection, given)
    held = connection.execute(select(Conferral.state).where(Conferral.id == given)).scalar()
    event = _note(connection, action, given, who, before={"state": held}, reason=reason)
    change(connection, Conferral, "id", [{"id": given, "state": state, "changed": utc_now()}])
    index(connection, {given})
    return event


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
            events.append(_merge_authorities(connection, into, other, who, reason))
        else:
            raise ArchiveError(
                f"{into!r} and {other!r} are of different kinds", remedy="merge two conferrals, or two authorities of one kind"
            )
    return events


def _merge_conferrals(connection: Connection, into: str, other: str, who: str, reason: str | None) -> int:
    moved = connection.execute(select(Telling.article, Telling.key).where(Telling.conferral == other)).all()
    state = connection.execute(select(Conferral.state).where(Conferral.id == other)).scalar()
    before = {"tellings": [list(row) for row in moved], "state": state}
    event = _note(connection, "merge", into, who, other=other, before=before, reason=reason)
    connection.execute(update(Telling).where(Telling.conferral == other).values(conferral=into, pinned=True))
    change(connection, Conferral, "id", [{"id": other, "merged_into": into, "changed": utc_now()}])
    _decide(connection, "conferral", into, other, "merged")
    _refresh(connection, {into, other})
    return event


def _merge_authorities(connection: Connection, into: str, other: str, who: str, reason: str | None) -> int:
    if not other.partition(":")[2].startswith("p-") and into.partition(":")[2].startswith("p-"):
        into, other = other, into  # a gazetteer's entry is the one that stays
    now = utc_now()
    kind = into.partition(":")[0]
    held = connection.execute(select(Authority.name).where(Authority.id == other)).scalar()
    links = connection.execute(select(Link.article, Link.number).where(Link.authority == other)).all()
    forms = connection.execute(select(Form.how, Form.form).where(Form.authority == other)).all()
    keys = connection.execute(select(NameKey.key).where(NameKey.authority == other)).scalars().all()
    before: dict[str, Any] = {"links": [list(row) for row in links], "forms": [list(row) for row in forms], "keys": list(keys)}
    tellings = {}
    for column in _LINKS:
        of = getattr(Telling, column)
        tellings[column] = list(connection.execute(select(Telling.id).where(of == other)).scalars())
    event = _note(connection, "merge", into, who, other=other, before=before | {"tellings": tellings}, reason=reason)
    number = next_number(connection, Form.id)
    new = [("merged", held), *(tuple(row) for row in forms)]
    add_new(
        connection, Form, [{"id": number + at, "authority": into, "how": how, "form": form} for at, (how, form) in enumerate(new)]
    )
    add_new(connection, NameKey, [{"kind": kind, "key": key, "authority": into} for key in keys])
    connection.execute(delete(NameKey).where(NameKey.authority == other))
    connection.execute(update(Link).where(Link.authority == other).values(authority=into))
    connection.execute(update(Authority).where(Authority.parent == other).values(parent=into, changed=now))
    touched = _point(connection, other, into)
    change(connection, Authority, "id", [{"id": other, "merged_into": into, "changed": now}])
    _decide(connection, kind, into, other, "merged")
    _refresh(connection, touched, {into, other})
    return event


def _point(connection: Connection, old: str, new: str) -> set[str]:
    """Let tellings point to another authority; gives their conferrals."""
    touched: set[str] = set()
    for column in _LINKS:
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
    given = _conferral(connection, given)
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
    event = _note(
        connection, "split", given, who, other=new, before={"tellings": [[row.article, row.key] for row in moved]}, reason=reason
    )
    columns = [column for column in Conferral.__table__.columns if column.name not in {"id", "number"}]
    row = dict(connection.execute(select(*columns).where(Conferral.id == given)).one()._mapping)  # noqa: SLF001 - its public name
    add(connection, Conferral, [row | {"id": new, "number": next_number(connection, Conferral.number), "state": "extracted"}])
    ids = [each.id for each in moved]
    connection.execute(update(Telling).where(Telling.id.in_(ids)).values(conferral=new, pinned=True))
    _decide(connection, "conferral", given, new, "apart")
    _refresh(connection, {given, new})
    return event, new


def keep_apart(connection: Connection, left: str, right: str, *, who: str, reason: str | None = None) -> int:
    """Say that two that look alike are not one; they are proposed no more."""
    return _pair(connection, "apart", left, right, who, reason)


def put_off(connection: Connection, left: str, right: str, *, who: str, reason: str | None = None) -> int:
    """Leave a pair for later; `review` shows it last."""
    return _pair(connection, "later", left, right, who, reason)


def _pair(connection: Connection, action: str, left: str, right: str, who: str, reason: str | None) -> int:
    left, right = current(connection, left), current(connection, right)
    kind = "conferral" if left.startswith("c-") else left.partition(":")[0]
    if left == right or (right.startswith("c-") != left.startswith("c-")):
        raise ArchiveError(f"{left!r} and {right!r} are no pair", remedy="name two conferrals, or two authorities")
    held = connection.execute(select(Doubt.state).where(*_is_pair(left, right))).scalar()
    event = _note(connection, action, left, who, other=right, before={"state": held}, reason=reason)
    _decide(connection, kind, left, right, action)
    return event


def _is_pair(left: str, right: str) -> tuple[Any, ...]:
    return (or_((Doubt.left == left) & (Doubt.right == right), (Doubt.left == right) & (Doubt.right == left)),)


def _decide(connection: Connection, kind: str, left: str, right: str, state: str) -> None:
    done = connection.execute(update(Doubt).where(*_is_pair(left, right)).values(state=state))
    if not done.rowcount:
        row = {"kind": kind, "left": left, "right": right, "state": state, "score": 1.0, "reasons": ["decided by a person"]}
        add(connection, Doubt, [row])


def _conferral(connection: Connection, given: str) -> str:
    if not given.startswith("c-"):
        raise UnknownIdError(f"{given!r} is no conferral's id", remedy="give one as search prints it, such as c-…")
    return current(connection, given)


def undo(connection: Connection, number: int, *, who: str, reason: str | None = None) -> int:
    """Take a decision back.

    Raises:
        ArchiveError: there is no such decision, it was taken back before, or a later one stands on it.
    """
    event = connection.execute(select(Event).where(Event.id == number)).first()
    if event is None or event.action == "undo":
        raise UnknownIdError(f"there is no decision {number}", remedy="look at `extractor archive history ID`")
    if event.undone is not None:
        raise ArchiveError(f"decision {number} was taken back before (by {event.undone})", remedy="nothing is left to do")
    taken = _note(connection, "undo", event.subject, who, other=event.other, value=str(number), reason=reason)
    change(connection, Event, "id", [{"id": number, "undone": taken}])
    now = utc_now()
    if event.action in {"reject", "confirm"}:
        table, column = (Authority, "status") if ":" in event.subject else (Conferral, "state")
        change(connection, table, "id", [{"id": event.subject, column: event.before[column], "changed": now}])
        if table is Conferral:
            index(connection, {event.subject})
    elif event.action == "rename":
        change(connection, Authority, "id", [{"id": event.subject, "name": event.before["name"], "changed": now}])
        _refresh(connection, _told_with(connection, event.subject), {event.subject})
    elif event.action in {"apart", "later"}:
        connection.execute(
            update(Doubt).where(*_is_pair(event.subject, event.other)).values(state=event.before["state"] or "open")
        )
    elif event.action == "merge" and ":" in event.subject:
        _part_authorities(connection, event, now)
    elif event.action == "merge":
        _move(connection, event.before["tellings"], event.subject, event.other)
        state = {"merged_into": None, "state": event.before["state"], "changed": now}
        change(connection, Conferral, "id", [{"id": event.other} | state])
        _decide(connection, "conferral", event.subject, event.other, "open")
        _refresh(connection, {event.subject, event.other})
    elif event.action == "split":
        connection.execute(update(Telling).where(Telling.conferral == event.other).values(conferral=event.subject))
        change(connection, Conferral, "id", [{"id": event.other, "merged_into": event.subject, "changed": now}])
        _decide(connection, "conferral", event.subject, event.other, "merged")
        _refresh(connection, {event.subject, event.other})
    else:
        _refresh(connection, {event.subject})
    return taken


def _move(connection: Connection, tellings: list[list[Any]], here: str, there: str) -> None:
    """Give tellings back; one that an article tells otherwise by now is known by its article."""
    for article, key in tellings:
        of = (Telling.conferral == here, Telling.article == article)
        rows = connection.execute(select(Telling.id, Telling.key).where(*of)).all()
        wanted = [row.id for row in rows if row.key == key] or [row.id for row in rows]
        connection.execute(update(Telling).where(Telling.id.in_(wanted)).values(conferral=there))


def _part_authorities(connection: Connection, event: Any, now: str) -> None:  # noqa: ANN401 - a row of events
    before = event.before
    kind = event.other.partition(":")[0]
    add_new(connection, NameKey, [{"kind": kind, "key": key, "authority": event.other} for key in before["keys"]])
    for article, number in before["links"]:
        of = (Link.article == article, Link.number == number, Link.authority == event.subject)
        connection.execute(update(Link).where(*of).values(authority=event.other))
    touched: set[str] = set()
    for column, ids in before["tellings"].items():
        of_column = getattr(Telling, column)
        wanted = (Telling.id.in_(ids), of_column == event.subject)
        touched |= set(connection.execute(select(Telling.conferral).where(*wanted)).scalars())
        connection.execute(update(Telling).where(*wanted).values({column: event.other}))
    change(connection, Authority, "id", [{"id": event.other, "merged_into": None, "changed": now}])
    _decide(connection, kind, event.subject, event.other, "open")
    _refresh(connection, touched, {event.subject, event.other})


def rename(connection: Connection, given: str, name: str, *, who: str, reason: str | None = None) -> int:
    """Give an authority another name; the old one stays as a form.

    Raises:
        UnknownIdError: there is no such authority.
        ArchiveError: the name is empty.
    """
    given = current(connection, given)
    name = " ".join(name.split())
    if not solid(name) or given.startswith("c-"):
        raise ArchiveError("an authority is renamed, to a name with letters", remedy="give an authority's id and its name")
    _check_length(name)
    held = connection.execute(select(Authority.name).where(Authority.id == given)).scalar()
    event = _note(connection, "rename", given, who, value=name, before={"name": held}, reason=reason)
    now = utc_now()
    change(connection, Authority, "id", [{"id": given, "name": name, "changed": now}])
    add_new(connection, Form, [{"id": next_number(connection, Form.id), "authority": given, "how": "merged", "form": held}])
    _refresh(connection, _told_with(connection, given), {given})
    return event


def _told_with(connection: Connection, authority: str) -> set[str]:
    """The conferrals with a telling that names the authority."""
    columns = [getattr(Telling, column) for column in _LINKS]
    return set(connection.execute(select(Telling.conferral).where(or_(*(column == authority for column in columns)))).scalars())
