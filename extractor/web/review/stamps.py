"""Stamps: what a form was made from, so that one made from what stands no more is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from extractor.archive.bulk import fetch
from extractor.archive.history import events_of_article
from extractor.archive.tables import Article, Event

if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Any

    from sqlalchemy import Connection, Row


def stamps_of(connection: Connection, article: int, conferrals: Collection[str]) -> dict[str, str]:
    """By conferral its stamp: another decision on it, or another reading of the article, makes another."""
    last = dict.fromkeys(conferrals, 0)
    wanted = select(Event.id, Event.subject, Event.other)
    for column in (Event.subject, Event.other):
        for row in fetch(connection, wanted, column, sorted(conferrals)):
            for given in (row.subject, row.other):
                if given in last:
                    last[given] = max(last[given], row.id)
    read = _reading(connection, article)
    return {given: f"{number}.{read}" for given, number in last.items()}


def stamp_of_article(connection: Connection, article: int) -> str:
    """The stamp of the article with all that it tells."""
    events = events_of_article(connection, article)
    return f"{events[-1].id if events else 0}.{_reading(connection, article)}"


def decided_since(connection: Connection, stamp: str, conferral: str) -> list[Row[Any]]:
    """The decisions on a conferral that came after a stamp."""
    number = stamp.partition(".")[0]
    after = int(number) if number.isdigit() and len(number) < 10 else 0
    of = or_(Event.subject == conferral, Event.other == conferral)
    return list(connection.execute(select(Event).where(Event.id > after, of).order_by(Event.id)).all())


def _reading(connection: Connection, article: int) -> str:
    found = connection.execute(select(Article.record_sha256).where(Article.id == article)).scalar()
    return (found or "")[:8]
