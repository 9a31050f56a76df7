"""Counts what the report shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from extractor.archive.accuracy import Accuracy, accuracy
from extractor.archive.browse import LISTED, conferrals, doubts
from extractor.archive.entries import ERA, FIELDS
from extractor.archive.tables import Article, Authority, Conferral, Event, Link

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import InstrumentedAttribute

TOP = 20
"""How many awards, bodies, people … a list of the most frequent has."""

_PAIRS = 20  # doubtful pairs that are shown


@dataclass(frozen=True, slots=True)
class Count:
    """A label, how often it was counted, and where it has one its id."""

    label: str
    number: int
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A doubtful pair in words: what stands on either side, how likely they are one, and why."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What the report shows; lists come with the most frequent first, years in their order.

    `ministries` counts winners by the topmost body above the recipient that the archive knows; `fields` is for each field the
    number of conferrals that have it, `sources` that of conferrals by how many articles tell them. `accuracy` is what people
    found right.
    """

    conferrals: int
    articles: int
    authorities: tuple[Count, ...]
    years: tuple[Count, ...]
    without_year: int
    awards: tuple[Count, ...]
    ministries: tuple[Count, ...]
    provinces: tuple[Count, ...]
    bodies: tuple[Count, ...]
    people: tuple[Count, ...]
    fields: tuple[Count, ...]
    sources: tuple[Count, ...]
    outlets: tuple[Count, ...]
    warned: int
    doubts: int
    pairs: tuple[Pair, ...]
    unresolved: tuple[Count, ...]
    provisional: int
    corrections: tuple[Count, ...]
    accuracy: Accuracy = Accuracy()  # noqa: RUF009 - frozen


def figures(connection: Connection) -> Figures:
    """Count an archive, as it stands behind one connection."""
    total = _one(connection, select(func.count()).where(LISTED))
    waiting = list(doubts(connection))
    return Figures(
        conferrals=total,
        articles=_one(connection, select(func.count()).select_from(Article)),
        authorities=_authorities(connection),
        years=_years(connection),
        without_year=_one(connection, select(func.count()).where(LISTED, Conferral.year.is_(None))),
        awards=_top(connection, Conferral.award, Conferral.award_id),
        ministries=_ministries(connection),
        provinces=_top(connection, Conferral.province),
        bodies=_top(connection, Conferral.recipient, Conferral.recipient_id, Conferral.recipient_kind == "organisation"),
        people=_top(connection, Conferral.recipient, Conferral.recipient_id, Conferral.recipient_kind == "person"),
        fields=_fields(connection),
        sources=_sources(connection),
        outlets=_outlets(connection),
        warned=sum(1 for (warnings,) in connection.execute(select(Article.warnings)) if warnings),
        doubts=len(waiting),
        pairs=_pairs(connection, waiting[:_PAIRS]),
        unresolved=_unresolved(connection),
        provisional=_one(
            connection,
            select(func.count()).where(
                Authority.status == "provisional", Authority.merged_into.is_(None), Authority.kind.in_(("organisation", "award"))
            ),
        ),
        corrections=_corrections(connection),
        accuracy=accuracy(connection),
    )


def _one(connection: Connection, wanted: Any) -> int:  # noqa: ANN401 - a select of one number
    return int(connection.execute(wanted).scalar() or 0)


def _counted(rows: Any) -> tuple[Count, ...]:  # noqa: ANN401 - rows of label, number and perhaps id
    counts = [Count(str(row[0]), row[1], row[2] if len(row) > 2 else None) for row in rows]
    return tuple(sorted(counts, key=lambda count: (-count.number, count.label, count.id or "")))


def _top(
    connection: Connection,
    label: InstrumentedAttribute[Any],
    given: InstrumentedAttribute[Any] | None = None,
    *where: Any,  # noqa: ANN401
) -> tuple[Count, ...]:
    """The most frequent values of a column of conferrals; bodies of one name and different ids are counted apart."""
    columns = (label,) if given is None else (label, given)
    wanted = select(*columns, func.count().label("n")).where(LISTED, label.is_not(None), *where).group_by(*columns)
    rows = connection.execute(wanted.order_by(func.count().desc(), *columns).limit(TOP)).all()
    return _counted((row[0], row.n, row[1] if given is not None else None) for row in rows)


def _authorities(connection: Connection) -> tuple[Count, ...]:
    """How many authorities of each kind articles name."""
    named = Authority.id.in_(select(Link.authority))
    wanted = select(Authority.kind, func.count()).where(named, Authority.merged_into.is_(None)).group_by(Authority.kind)
    return _counted(connection.execute(wanted))


def _years(connection: Connection) -> tuple[Count, ...]:
    wanted = select(Conferral.year, func.count()).where(LISTED, Conferral.year.is_not(None)).group_by(Conferral.year)
    return tuple(Count(str(year), number) for year, number in connection.execute(wanted.order_by(Conferral.year)))


def _ministries(connection: Connection) -> tuple[Count, ...]:
    """Winners by the topmost body above them: the recipient's own superiors, or those of the parent that an article tells."""
    known = {row.id: row for row in connection.execute(select(Authority.id, Authority.name, Authority.parent))}
    wanted = select(Conferral.recipient_id, Conferral.parent_id, func.count()).where(LISTED)
    counts: Counter[str] = Counter()
    for recipient, parent, number in connection.execute(wanted.group_by(Conferral.recipient_id, Conferral.parent_id)):
        top = _top_of(recipient, known)
        if top == recipient and parent is not None:
            top = _top_of(parent, known)
        if top is not None and (top != recipient or _top_of(parent, known) == top or known[top].parent is None):
            counts[top] += number
    ministries = {given for given in counts if known[given].name.startswith(("กระทรวง", "สำนักนายก"))}
    return _counted((known[given].name, counts[given], given) for given in ministries)[:TOP]


def _top_of(given: str | None, known: dict[str, Any]) -> str | None:
    seen: set[str] = set()
    while given in known and known[given].parent in known and given not in seen:
        seen.add(given)
        given = known[given].parent
    return given if given in known else None


def _fields(connection: Connection) -> tuple[Count, ...]:
    columns = [func.sum(case((getattr(Conferral, name).is_not(None), 1), else_=0)) for name in FIELDS]
    row = connection.execute(select(*columns).where(LISTED)).one()
    return tuple(Count(name, int(number or 0)) for name, number in zip(FIELDS, row, strict=True))


def _sources(connection: Connection) -> tuple[Count, ...]:
    wanted = select(Conferral.sources, func.count()).where(LISTED).group_by(Conferral.sources).order_by(Conferral.sources)
    return tuple(Count(str(sources), number) for sources, number in connection.execute(wanted))


def _outlets(connection: Connection) -> tuple[Count, ...]:
    wanted = select(Article.outlet, func.count()).group_by(Article.outlet)
    return _counted((outlet or "—", number) for outlet, number in connection.execute(wanted))[:TOP]


def _pairs(connection: Connection, waiting: list[Any]) -> tuple[Pair, ...]:
    ids = sorted({given for pair in waiting for given in (pair.left, pair.right)})
    names = {row.id: row.name for row in connection.execute(select(Authority.id, Authority.name).where(Authority.id.in_(ids)))}
    for each in conferrals(connection, [given for given in ids if given.startswith("c-")]):
        told = (each.award, each.year and str(each.year + ERA), each.category, each.level, each.recipient, each.work)
        names[each.id] = " · ".join(part for part in told if part)
    return tuple(
        Pair(names.get(pair.left, pair.left), names.get(pair.right, pair.right), pair.score, pair.reasons) for pair in waiting
    )


def _unresolved(connection: Connection) -> tuple[Count, ...]:
    """Bodies and awards of no gazetteer that most articles name."""
    wanted = (
        select(Authority.name, func.count(Link.article.distinct()).label("n"), Authority.id)
        .join(Link, Link.authority == Authority.id)
        .where(Authority.status == "provisional", Authority.kind.in_(("organisation", "award")))
        .group_by(Authority.id, Authority.name)
        .order_by(func.count(Link.article.distinct()).desc(), Authority.id)
        .limit(TOP)
    )
    return _counted(connection.execute(wanted))


def _corrections(connection: Connection) -> tuple[Count, ...]:
    """Decisions that stand: set fields by field, the others by what they are."""
    wanted = select(Event.action, Event.field, func.count()).where(Event.undone.is_(None), Event.action != "undo")
    rows = connection.execute(wanted.group_by(Event.action, Event.field))
    return _counted((field if action == "set" else action, number) for action, field, number in rows)
