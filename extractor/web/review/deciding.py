"""Takes in what somebody decides on the review page: each is an event of the archive, unless what it rests on stands no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from fastapi import HTTPException
from sqlalchemy import select

from extractor.archive import decisions
from extractor.archive.adding import Given
from extractor.archive.browse import current
from extractor.archive.entries import FIELDS
from extractor.archive.fields import value_in
from extractor.archive.history import events_of_article
from extractor.archive.standing import state_of
from extractor.archive.tables import Article, Telling
from extractor.archive.words import Words, text_of
from extractor.web.language import gettext
from extractor.web.review.stamps import decided_since, stamp_of_article, stamps_of
from extractor.web.review.telling import Told, told
from extractor.web.shown import labels_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a form of the page says.

    `conferral`, `other` are ids, `stamp` that from which the form was made (that of `other` follows it behind an `@`); `value` is
    what was typed, `authority` the id that was picked; `start` and `end` are the chosen words, in characters of the text;
    `event` is a decision to be taken back, `reason` is why, if somebody told it.
    """

    action: str
    conferral: str = ""
    other: str = ""
    stamp: str = ""
    field: str = ""
    value: str = ""
    authority: str = ""
    start: int | None = None
    end: int | None = None
    event: int | None = None
    reason: str | None = None


class StaleError(Exception):
    """Somebody else decided meanwhile; `since` tells what."""

    def __init__(self, since: list[Told]) -> None:
        self.since = since
        super().__init__("stale")


def decide(connection: Connection, article: int, decision: Decision, who: str) -> str:
    """Do what a form says, within the transaction; gives what was done, in words.

    Raises:
        StaleError: the conferral or the article was changed after the form was made; nothing is changed.
        ArchiveError: the decision does not fit.
        HTTPException: 422, the form makes no sense; 404, there is no such article.
    """
    if connection.execute(select(Article.id).where(Article.id == article)).first() is None:
        raise HTTPException(404, gettext("ไม่พบข่าวนี้"))
    if decision.action == "state":
        return _state(connection, article, decision, who)
    if decision.action == "undo":
        return _undo(connection, article, decision, who)
    if decision.action == "known":
        _mine(connection, article, decision.other)
        decisions.confirm(connection, decision.other, who=who, reason=decision.reason)
        return gettext("ยืนยันชื่อแล้ว")
    if decision.action == "add":
        given = _given(connection, article, decision)
        if decision.field not in {"recipient", "work"} or given is None:
            raise HTTPException(422, gettext("เลือกคำที่เป็นชื่อผู้รับหรือผลงานก่อน"))
        _begin(connection, article, who)
        decisions.add(connection, article, {decision.field: given}, who=who, reason=decision.reason)
        return gettext("เพิ่มรายการแล้ว")
    _check(connection, article, decision.conferral, decision.stamp)
    _begin(connection, article, who)
    return _on_conferral(connection, article, decision, who)


def _on_conferral(connection: Connection, article: int, decision: Decision, who: str) -> str:
    of, why = decision.conferral, decision.reason
    if decision.action == "set":
        if decision.field not in FIELDS:
            raise HTTPException(422, gettext("ไม่มีช่องนี้"))
        given = _given(connection, article, decision)
        words = given.words if given else None
        decisions.correct(connection, of, decision.field, given.value if given else None, who=who, reason=why, words=words)
        return gettext("แก้ไขแล้ว")
    if decision.action == "confirm":
        decisions.confirm(connection, of, who=who, reason=why)
        return gettext("ยืนยันแล้ว")
    if decision.action == "reject":
        decisions.reject(connection, of, who=who, reason=why)
        return gettext("ตัดออกแล้ว")
    if decision.action == "part":
        decisions.part(connection, of, article, who=who, reason=why)
        return gettext("แยกเป็นสองรายการแล้ว")
    if decision.action == "split":
        row = connection.execute(select(Article.outlet, Article.article_id).where(Article.id == article)).one()
        decisions.split(connection, of, [f"{row.outlet}/{row.article_id}" if row.outlet else row.article_id], who=who, reason=why)
        return gettext("แยกออกจากข่าวอื่นแล้ว")
    if decision.action == "merge":
        other, _, stamp = decision.other.partition("@")
        _check(connection, article, other, stamp)
        decisions.merge(connection, of, [other], who=who, reason=why)
        return gettext("รวมแล้ว")
    raise HTTPException(422, gettext("ไม่มีคำสั่งนี้"))


def _given(connection: Connection, article: int, decision: Decision) -> Given | None:
    """The value that a form gives, with the words it stands in; None where it gives none.

    Raises:
        HTTPException: 422, a year or an edition is no number.
    """
    words = None
    value = decision.authority or decision.value
    if decision.start is not None and decision.end is not None:
        words = Words(article, decision.start, decision.end)
        value = value or text_of(connection, words)
    if not value.strip():
        return None
    value = value_in(decision.field, value)
    if decision.field in {"year", "edition"} and not (value.isascii() and value.isdigit()):
        raise HTTPException(422, gettext("ช่องนี้ต้องเป็นตัวเลข"))
    return Given(value, words)


def _check(connection: Connection, article: int, conferral: str, stamp: str) -> None:
    """Pass a conferral that the article tells and that stands as it did when the form was made."""
    _of(connection, article, conferral)
    now = stamps_of(connection, article, [conferral])[conferral]
    if now != stamp or current(connection, conferral) != conferral:
        _stale(connection, decided_since(connection, stamp, conferral))


def _of(connection: Connection, article: int, conferral: str) -> None:
    """Pass a conferral that the article tells; one that was merged meanwhile is told as stale."""
    row = connection.execute(select(Telling.id).where(Telling.article == article, Telling.conferral == conferral)).first()
    if row is not None:
        return
    _stale(connection, decided_since(connection, "0", conferral))


def _stale(connection: Connection, since: Iterable[Row[Any]]) -> NoReturn:
    """Refuse a form because of what was decided since it was made."""
    events = list(since)
    raise StaleError(told(events, labels_of(connection, events)))


def _mine(connection: Connection, article: int, authority: str) -> None:
    """Pass an authority that one of the article's conferrals names.

    Raises:
        HTTPException: 422, none does.
    """
    columns = (Telling.award_id, Telling.work_id, Telling.recipient_id, Telling.parent_id)
    rows = connection.execute(select(*columns).where(Telling.article == article))
    if authority not in {given for row in rows for given in row}:
        raise HTTPException(422, gettext("ชื่อนี้ไม่อยู่ในข่าว"))


def _begin(connection: Connection, article: int, who: str) -> None:
    """Whoever decides something of a new article is reviewing it."""
    if state_of(connection, article) == "new":
        decisions.set_state(connection, article, "review", who=who)


def _state(connection: Connection, article: int, decision: Decision, who: str) -> str:
    if decision.stamp != stamp_of_article(connection, article):
        number = decision.stamp.partition(".")[0]
        after = int(number) if number.isdigit() else 0
        _stale(connection, [event for event in events_of_article(connection, article) if event.id > after])
    decisions.set_state(connection, article, decision.value, who=who, reason=decision.reason)
    return gettext("เปลี่ยนสถานะแล้ว")


def _undo(connection: Connection, article: int, decision: Decision, who: str) -> str:
    """Take back a decision on the article: the one named, else the person's own latest."""
    events = [each for each in events_of_article(connection, article) if each.action != "undo" and each.undone is None]
    if decision.event is not None:
        events = [each for each in events if each.id == decision.event]
    else:
        events = [each for each in events if each.who == who]
    if not events:
        raise HTTPException(422, gettext("ไม่มีอะไรให้เลิกทำ"))
    decisions.undo(connection, events[-1].id, who=who, reason=decision.reason)
    return gettext("เลิกทำแล้ว")
