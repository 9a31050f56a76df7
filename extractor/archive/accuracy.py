"""How right the extraction was, by field and month, as those tell who confirmed, corrected and rejected records.

Only records that somebody passed judgement on as a whole count: of one in which a single field was corrected and that nobody
confirmed since, nobody has said that the others are right. A field is *right* where what was extracted still stands, *wrong*
where a person put another value in its place, *missed* where a person filled in what was not found, *invented* where a person
took away what was no such thing. A field that is empty, and was, is not counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sqlalchemy import case, func, select

from extractor.archive.browse import LISTED
from extractor.archive.bulk import fetch
from extractor.archive.entries import FIELDS
from extractor.archive.tables import Conferral, Event

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

Outcome = Literal["right", "wrong", "missed", "invented"]
RECORD = "record"
"""Stands for a field where whole records are counted: right those confirmed, invented those rejected."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What people found of one field, or of whole records, in one month (`2026-11`) or in all (empty)."""

    field: str
    month: str
    right: int = 0
    wrong: int = 0
    missed: int = 0
    invented: int = 0

    @property
    def number(self) -> int:
        """How many values were judged."""
        return self.right + self.wrong + self.missed + self.invented

    @property
    def share(self) -> float:
        """The share of them that was right, between 0 and 1; 0 where none was judged."""
        return self.right / self.number if self.number else 0.0


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What was judged over `all` months, and `by_month`, the months in their order: records first, then fields in theirs.

    `open` counts records with a corrected field that nobody has confirmed or rejected: these are not in the figures.
    """

    all: tuple[Judged, ...] = ()
    by_month: tuple[Judged, ...] = ()
    open: int = 0

    @property
    def months(self) -> tuple[str, ...]:
        """The months in which anything was judged."""
        return tuple(sorted({each.month for each in self.by_month}))


def accuracy(connection: Connection) -> Accuracy:
    """Count what people confirmed, corrected and rejected; a decision that was taken back never was.

    A record counts in the month (UTC) in which it was last confirmed or rejected.
    """
    extracted: defaultdict[str, dict[str, str | None]] = defaultdict(dict)
    sets = select(Event.subject, Event.field, Event.before).where(Event.undone.is_(None), Event.action == "set")
    for event in connection.execute(sets.order_by(Event.id)):
        extracted[event.subject].setdefault(event.field, event.before.get("value"))
    corrected = sorted(extracted)
    last = (
        select(Event.subject, func.max(Event.id).label("id"))
        .where(Event.undone.is_(None), Event.action.in_(("confirm", "reject")), Event.subject.startswith("c-"))
        .group_by(Event.subject)
        .subquery()
    )
    judged = (Conferral.merged_into.is_(None), Conferral.id == last.c.subject, Event.id == last.c.id)
    month = func.substr(Event.at, 1, 7)
    held = [func.sum(case((getattr(Conferral, name).is_not(None), 1), else_=0)) for name in FIELDS]
    counts: Counter[tuple[str, str, Outcome]] = Counter()
    wanted = select(month, Conferral.state, func.count(), *held).where(*judged).group_by(month, Conferral.state)
    for at, state, number, *fields in connection.execute(wanted):  # as if nothing had been corrected
        if state == "rejected":
            counts[RECORD, at, "invented"] += number
        elif state == "confirmed":
            counts[RECORD, at, "right"] += number
            for name, of in zip(FIELDS, fields, strict=True):
                counts[name, at, "right"] += of
    columns = (Conferral.id, month.label("month"), *(getattr(Conferral, name) for name in FIELDS))
    changed = select(*columns).where(*judged, Conferral.state == "confirmed")
    for row in fetch(connection, changed, Conferral.id, corrected):
        for name, before in extracted[row.id].items():
            value = getattr(row, name)
            stands = None if value is None else str(value)
            outcome = _outcome(before, stands)
            if stands is not None:
                counts[name, row.month, "right"] -= 1
            if outcome is not None:
                counts[name, row.month, outcome] += 1
    waiting = select(Conferral.id).where(LISTED, Conferral.state == "extracted")
    found = {each: number for each, number in counts.items() if number}
    return Accuracy(
        all=_summed(((name, "", outcome), number) for (name, _, outcome), number in found.items()),
        by_month=_summed(found.items()),
        open=sum(1 for _ in fetch(connection, waiting, Conferral.id, corrected)),
    )


def _outcome(extracted: str | None, stands: str | None) -> Outcome | None:
    if extracted == stands:
        return None if stands is None else "right"
    if extracted is None:
        return "missed"
    return "invented" if stands is None else "wrong"


def _summed(counts: Iterable[tuple[tuple[str, str, Outcome], int]]) -> tuple[Judged, ...]:
    sums: defaultdict[tuple[str, str], Counter[Outcome]] = defaultdict(Counter)
    for (name, month, outcome), number in counts:
        sums[name, month][outcome] += number
    order = {name: at for at, name in enumerate((RECORD, *FIELDS))}
    return tuple(
        Judged(name, month, found["right"], found["wrong"], found["missed"], found["invented"])
        for (name, month), found in sorted(sums.items(), key=lambda each: (each[0][1], order[each[0][0]]))
    )
