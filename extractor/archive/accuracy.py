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

from sqlalchemy import select

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
    wanted = select(Event.id, Event.at, Event.action, Event.subject, Event.field, Event.before)
    wanted = wanted.where(Event.undone.is_(None), Event.action.in_(("set", "confirm", "reject")), Event.subject.startswith("c-"))
    judged: dict[str, str] = {}
    extracted: defaultdict[str, dict[str, str | None]] = defaultdict(dict)
    for event in connection.execute(wanted.order_by(Event.id)):
        if event.action == "set":
            extracted[event.subject].setdefault(event.field, event.before.get("value"))
        else:
            judged[event.subject] = event.at[:7]
    counts: Counter[tuple[str, str, Outcome]] = Counter()
    columns = (Conferral.id, Conferral.state, *(getattr(Conferral, name) for name in FIELDS))
    for row in fetch(connection, select(*columns).where(Conferral.merged_into.is_(None)), Conferral.id, sorted(judged)):
        if row.state == "rejected":
            counts[RECORD, judged[row.id], "invented"] += 1
        elif row.state == "confirmed":
            counts[RECORD, judged[row.id], "right"] += 1
            for name in FIELDS:
                stands = getattr(row, name)
                stands = None if stands is None else str(stands)
                outcome = _outcome(extracted[row.id].get(name, stands), stands)
                if outcome is not None:
                    counts[name, judged[row.id], outcome] += 1
    corrected = sorted(given for given, fields in extracted.items() if fields)
    waiting = select(Conferral.id).where(LISTED, Conferral.state == "extracted")
    return Accuracy(
        all=_summed(((name, "", outcome), number) for (name, _, outcome), number in counts.items()),
        by_month=_summed(counts.items()),
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
