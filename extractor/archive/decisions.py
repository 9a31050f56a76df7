"""What people decide of an archive: every decision is an event with who and when, applied over what was extracted.

Decisions belong to ids, not to articles, so that a later import, or a newer version's reading of the same articles, keeps them.
Each of these functions works within the transaction of `connection` and gives the event's number; `undo` takes one back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select, update

from extractor.archive.adding import add, part, take_away
from extractor.archive.browse import current
from extractor.archive.bulk import add_new, change, next_number
from extractor.archive.entries import FIELDS
from extractor.archive.events import conferral_of, decide, is_pair, note, refresh, told_with, utc_now
from extractor.archive.fields import AUTHORITY, check_length, value_of
from extractor.archive.identity.folding import solid
from extractor.archive.merging import merge, split, take_back
from extractor.archive.search import index
from extractor.archive.standing import set_state, stand
from extractor.archive.tables import Authority, Conferral, Doubt, Event, Form
from extractor.archive.words import keep, text_of
from extractor.errors import ArchiveError, UnknownIdError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from extractor.archive.words import Words

__all__ = (
    "add", "confirm", "correct", "keep_apart", "merge", "part", "put_off", "reject", "rename", "set_state", "split", "undo",
)  # fmt: skip


def correct(
    connection: Connection,
    given: str,
    field: str,
    value: str | None,
    *,
    who: str,
    reason: str | None = None,
    words: Words | None = None,
) -> int:
    """Set a field of a conferral.

    Args:
        connection: the archive, within a transaction.
        given: the conferral.
        field: one of `FIELDS`.
        value: its text, for a named field also an authority's id, or None if there is none.
        who: who decides it.
        reason: why, in words.
        words: where the value stands in an article; they become the field's evidence there.

    Raises:
        ArchiveError: there is no such field, it cannot have the value, or the article has no such words.
        UnknownIdError: there is no such conferral, authority or article.
    """
    given = conferral_of(connection, given)
    if field not in FIELDS:
        raise ArchiveError(f"a conferral has no field {field!r}", remedy=f"its fields are {', '.join(FIELDS)}")
    text, authority = value_of(connection, field, value)
    said = None if words is None else text_of(connection, words)
    held = connection.execute(select(getattr(Conferral, field)).where(Conferral.id == given)).scalar()
    before = {"value": None if held is None else str(held)}
    event = note(connection, "set", given, who, other=authority, field=field, value=text, before=before, reason=reason)
    if words is not None and said is not None:
        keep(connection, event, {field: (words, said)})
    refresh(connection, {given})
    return event


def reject(connection: Connection, given: str, *, who: str, reason: str | None = None) -> int:
    """Say that there was no such conferral: it is listed no more, and no article that tells it again brings it back."""
    return _state(connection, "reject", given, "rejected", who, reason)


def confirm(connection: Connection, given: str, *, who: str, reason: str | None = None) -> int:
    """Say that a conferral is right as it stands: it stays even if no article tells it any more. An authority likewise."""
    if AUTHORITY.match(given):
        given = current(connection, given)
        held = connection.execute(select(Authority.status).where(Authority.id == given)).scalar()
        event = note(connection, "confirm", given, who, before={"status": held}, reason=reason)
        if held == "provisional":
            change(connection, Authority, "id", [{"id": given, "status": "confirmed", "changed": utc_now()}])
        return event
    return _state(connection, "confirm", given, "confirmed", who, reason)


def _state(connection: Connection, action: str, given: str, state: str, who: str, reason: str | None) -> int:
    given = conferral_of(connection, given)
    held = connection.execute(select(Conferral.state).where(Conferral.id == given)).scalar()
    event = note(connection, action, given, who, before={"state": held}, reason=reason)
    change(connection, Conferral, "id", [{"id": given, "state": state, "changed": utc_now()}])
    index(connection, {given})
    return event


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
    held = connection.execute(select(Doubt.state).where(*is_pair(left, right))).scalar()
    event = note(connection, action, left, who, other=right, before={"state": held}, reason=reason)
    decide(connection, kind, left, right, action)
    return event


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
    later = _later(connection, event)
    if later is not None:
        remedy = f"decision {later} stands on it; take that one back first"
        raise ArchiveError(f"decision {number} cannot be taken back", remedy=remedy)
    taken = note(connection, "undo", event.subject, who, other=event.other, value=str(number), reason=reason)
    change(connection, Event, "id", [{"id": number, "undone": taken}])
    now = utc_now()
    if event.action in {"reject", "confirm"}:
        table, column = (Authority, "status") if ":" in event.subject else (Conferral, "state")
        change(connection, table, "id", [{"id": event.subject, column: event.before[column], "changed": now}])
        if table is Conferral:
            index(connection, {event.subject})
    elif event.action == "rename":
        change(connection, Authority, "id", [{"id": event.subject, "name": event.before["name"], "changed": now}])
        refresh(connection, told_with(connection, {event.subject}), {event.subject})
    elif event.action in {"apart", "later"}:
        connection.execute(
            update(Doubt).where(*is_pair(event.subject, event.other)).values(state=event.before["state"] or "open")
        )
    elif event.action in {"merge", "split"}:
        take_back(connection, event)
    elif event.action == "add":
        take_away(connection, event)
    elif event.action == "state":
        stand(connection, event.subject, event.before["state"])
    else:
        refresh(connection, {event.subject})
    return taken


_ALIKE = ({"reject", "confirm"}, {"rename"}, {"state"})
"""Decisions of which each keeps what the one before left."""


def _later(connection: Connection, event: Row[Any]) -> int | None:
    """The last decision in force that stands on this one: taken back before it, it would bring back what was not so."""
    alike: set[str] = next((actions for actions in _ALIKE if event.action in actions), set())
    if not alike and event.action not in {"merge", "split", "add"}:
        return None
    merged, parted = Event.action == "merge", Event.action == "split"
    stands = [merged & (Event.other == event.subject), Event.action.in_(alike) & (Event.subject == event.subject)]
    if event.action == "merge":
        stands.append(parted & (Event.subject == event.subject))
    elif event.action == "add":
        stands.append(Event.action.in_(("merge", "split", "reject", "confirm")) & (Event.subject == event.subject))
    elif event.action == "split":
        stands.append(merged & ((Event.other == event.other) | (Event.subject == event.other)))
        stands.append(parted & (Event.subject == event.other))
    wanted = select(Event.id).where(Event.id > event.id, Event.undone.is_(None), or_(*stands)).order_by(Event.id.desc())
    return connection.execute(wanted.limit(1)).scalar()


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
    check_length(name)
    held = connection.execute(select(Authority.name).where(Authority.id == given)).scalar()
    event = note(connection, "rename", given, who, value=name, before={"name": held}, reason=reason)
    now = utc_now()
    change(connection, Authority, "id", [{"id": given, "name": name, "changed": now}])
    add_new(connection, Form, [{"id": next_number(connection, Form.id), "authority": given, "how": "merged", "form": held}])
    refresh(connection, told_with(connection, {given}), {given})
    return event
