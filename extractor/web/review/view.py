"""What the review page shows of an article, gathered from the archive."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi import HTTPException
from sqlalchemy import select

from extractor.archive.browse import articles, conferrals
from extractor.archive.bulk import fetch
from extractor.archive.entries import FIELDS
from extractor.archive.history import events_of_article
from extractor.archive.standing import State, state_of
from extractor.archive.tables import Article, ArticleState, Authority, Conferral, Telling
from extractor.archive.words import RULE, event_of
from extractor.web.language import gettext
from extractor.web.review.marks import Mark, Stretch, marks_of, stretches
from extractor.web.review.stamps import stamp_of_article, stamps_of
from extractor.web.review.telling import Told, rule_name, shown, told, warning_detail, warning_name
from extractor.web.shown import label, labels_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from extractor.archive import entries

_NAMED = ("award", "recipient", "parent", "work")


@dataclass(frozen=True, slots=True)
class Value:
    """A field of a conferral: its value as people read it, and the marks that are its evidence in the article."""

    field: str
    value: str | None
    shown: str
    marks: tuple[int, ...]
    rule: str
    corrected: bool
    unresolved: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A conferral that the article tells; `stamp` goes into the forms that change it, `sources` counts its articles."""

    id: str
    label: str
    state: str
    stamp: str
    values: tuple[Value, ...]
    sources: int
    added: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Alert:
    """Something to look at before all else: `marks` light up in the article, `authority` is a name that can be confirmed."""

    what: str
    detail: str
    mark: int | None = None
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """An article beside its record."""

    number: int
    article: entries.Article
    state: State
    stamp: str
    text: tuple[Stretch, ...]
    marks: tuple[Mark, ...]
    entries: tuple[Entry, ...]
    rejected: tuple[Entry, ...]
    alerts: tuple[Alert, ...]
    history: tuple[Told, ...]
    following: int | None


def gather(connection: Connection, number: int) -> Review:
    """All that the page shows of the article of this number.

    Raises:
        HTTPException: 404, there is none.
    """
    article = next(articles(connection, [number]), None)
    if article is None:
        raise HTTPException(404, gettext("ไม่พบข่าวนี้"))
    marks = marks_of(article.mentions)
    ids, numbers, added = _tellings(connection, number)
    stamps = stamps_of(connection, number, ids)
    held = list(conferrals(connection, ids))
    names = _provisional(connection, held)
    evidence: dict[tuple[int, str], list[Mark]] = defaultdict(list)
    for mark in marks:
        mention = article.mentions[mark.number]
        if mention.subject == "conferral":
            evidence[mention.number, mention.field].append(mark)
    found = [_entry(each, numbers[each.id], evidence, names, stamps[each.id], added=each.id in added) for each in held]
    raw = connection.execute(select(Article.warnings).where(Article.id == number)).scalar() or []
    marks, alerts = _alerts(article.text or "", raw, marks, found, names)
    events = events_of_article(connection, number)
    labels = labels_of(connection, events) | {each.id: each.label for each in found}
    return Review(
        number,
        article,
        state_of(connection, number),
        stamp_of_article(connection, number),
        tuple(stretches(article.text or "", marks)),
        tuple(marks),
        tuple(each for each in found if each.state != "rejected"),
        tuple(each for each in found if each.state == "rejected"),
        tuple(alerts),
        tuple(told(events, labels)),
        _following(connection, number),
    )


def _tellings(connection: Connection, number: int) -> tuple[list[str], dict[str, list[int]], set[str]]:
    """The conferrals that the article tells in its order, the numbers of their tellings, and those that people added."""
    wanted = (
        select(Telling.conferral, Telling.number, Telling.key)
        .join(Conferral, Conferral.id == Telling.conferral)
        .where(Telling.article == number, Telling.gone.is_(False), Conferral.merged_into.is_(None))
        .order_by(Telling.number < 0, Telling.number)
    )
    numbers: dict[str, list[int]] = defaultdict(list)
    added = set()
    for row in connection.execute(wanted):
        numbers[row.conferral].append(row.number)
        if event_of(row.key) is not None:
            added.add(row.conferral)
    return list(numbers), numbers, added


def _provisional(connection: Connection, held: list[entries.Conferral]) -> dict[str, str]:
    """The authorities of these conferrals that articles alone have told, with their names."""
    asked = sorted({given for each in held for name in _NAMED if (given := getattr(each, f"{name}_id")) is not None})
    rows = fetch(connection, select(Authority.id, Authority.name, Authority.status), Authority.id, asked)
    return {row.id: row.name for row in rows if row.status == "provisional"}


def _entry(
    held: entries.Conferral,
    numbers: list[int],
    evidence: dict[tuple[int, str], list[Mark]],
    names: dict[str, str],
    stamp: str,
    *,
    added: bool,
) -> Entry:
    values = []
    for field in FIELDS:
        value: Any = getattr(held, field)
        marks = [mark for number in numbers for mark in evidence.get((number, field), ())]
        by_hand = field in held.corrected
        if by_hand:
            marks = [mark for mark in marks if mark.rule == RULE]
        given = getattr(held, f"{field}_id", None)
        values.append(
            Value(
                field,
                None if value is None else str(value),
                shown(field, value),
                tuple(mark.number for mark in marks),
                " · ".join(dict.fromkeys(rule_name(mark.rule) for mark in marks)),
                by_hand,
                given if given in names else None,
            )
        )
    return Entry(held.id, label(held), held.state, stamp, tuple(values), len(held.sources), added, held.confidence)


def _alerts(
    text: str, warnings: list[dict[str, Any]], marks: list[Mark], found: list[Entry], names: dict[str, str]
) -> tuple[list[Mark], list[Alert]]:
    """The marks with those of the warnings, and what stands first: the record's warnings, then names that nothing knows."""
    alerts = []
    number = max((mark.number for mark in marks), default=-1)
    for each in warnings:
        mark = None
        if each.get("start") is not None and each.get("end") is not None:
            number += 1
            mark = number
            marks = [*marks, Mark(number, each["start"], each["end"], "warning", each["code"], conferral=False)]
        alerts.append(Alert(warning_name(each["code"]), warning_detail(each, text), mark))
    unresolved: dict[str, tuple[int, ...]] = {}
    for entry in found:
        if entry.state != "rejected":
            for value in entry.values:
                if value.unresolved is not None:
                    unresolved.setdefault(value.unresolved, value.marks)
    for given, places in unresolved.items():
        alerts.append(Alert(gettext("ชื่อที่ยังไม่รู้จัก"), names[given], places[0] if places else None, given))
    return marks, alerts


def _following(connection: Connection, number: int) -> int | None:
    """The next article that nobody is through with."""
    wanted = (
        select(Article.id)
        .outerjoin(ArticleState, ArticleState.article == Article.id)
        .where(Article.id > number, ArticleState.state.is_(None) | (ArticleState.state != "done"))
        .order_by(Article.id)
    )
    return connection.execute(wanted.limit(1)).scalar()
