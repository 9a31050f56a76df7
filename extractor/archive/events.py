"""Events, which decisions are kept as, and what every decision brings up to date."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select, update

from extractor.archive.browse import current
from extractor.archive.bulk import add, fetch, next_number
from extractor.archive.search import index
from extractor.archive.settling import settle
from extractor.archive.tables import Authority, Doubt, Event, Telling
from extractor.errors import ArchiveError, UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

LINKS = ("award_id", "work_id", "recipient_id", "parent_id", "conferred_by_id")
"""Columns of a telling that name authorities."""


def utc_now() -> str:
    """The time in UTC, ISO 8601, to the second.

    >>> utc_now()[-1]
    'Z'
    """
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def note(  # noqa: PLR0913 - the columns of an event
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
    """Add an event to the archive; gives its number.

    Raises:
        ArchiveError: nobody is named as who decides.
    """
    if not who.strip():
        raise ArchiveError("a decision needs somebody who made it", remedy="give --who NAME")
    number = next_number(connection, Event.id)
    row = {"id": number, "at": utc_now(), "who": who.strip(), "action": action, "subject": subject, "other": other}
    add(connection, Event, [row | {"field": field, "value": value, "before": before or {}, "reason": reason, "undone": None}])
    return number


def refresh(connection: Connection, conferrals: set[str], authorities: Collection[str] = ()) -> None:
    """Settle conferrals anew, and bring the search index up to date with them and with authorities."""
    settle(connection, conferrals, utc_now())
    index(connection, conferrals, authorities)


def told_with(connection: Connection, authorities: Collection[str]) -> set[str]:
    """The conferrals with a telling that names one of the authorities, or an award that one of them gives."""
    given = fetch(connection, select(Authority.id).where(Authority.kind == "award"), Authority.parent, sorted(authorities))
    ids = sorted({*authorities, *(row.id for row in given)})
    columns = [getattr(Telling, column) for column in LINKS]
    return {row.conferral for column in columns for row in fetch(connection, select(Telling.conferral).distinct(), column, ids)}


def is_pair(left: str, right: str) -> tuple[Any, ...]:
    """The condition that a doubt is of these two, in either order."""
    return (or_((Doubt.left == left) & (Doubt.right == right), (Doubt.left == right) & (Doubt.right == left)),)


def decide(connection: Connection, kind: str, left: str, right: str, state: str) -> None:
    """Set the state of the doubt of these two, which need not have been one before."""
    done = connection.execute(update(Doubt).where(*is_pair(left, right)).values(state=state))
    if not done.rowcount:
        row = {"kind": kind, "left": left, "right": right, "state": state, "score": 1.0, "reasons": ["decided by a person"]}
        add(connection, Doubt, [row])


def conferral_of(connection: Connection, given: str) -> str:
    """The conferral that stands for `given` today.

    Raises:
        UnknownIdError: it is none.
    """
    if not given.startswith("c-"):
        raise UnknownIdError(f"{given!r} is no conferral's id", remedy="give one as search prints it, such as c-…")
    return current(connection, given)
