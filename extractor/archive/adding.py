"""Adds a conferral that an article tells and the extractor did not find, and takes one apart that is two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from extractor.archive import bulk
from extractor.archive.browse import conferrals
from extractor.archive.bulk import change, next_number, remove
from extractor.archive.entries import FIELDS
from extractor.archive.events import conferral_of, note, refresh, utc_now
from extractor.archive.fields import value_of
from extractor.archive.identity.blocks import conferral_keys
from extractor.archive.joining import compared
from extractor.archive.naming import digest
from extractor.archive.settling import NAMED, names_of, settled
from extractor.archive.tables import Article, Conferral, Event, Telling, TellingKey
from extractor.archive.words import Words, keep, key_of, text_of
from extractor.errors import ArchiveError, UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Given:
    """A field's value as `correct` takes it, and where it stands in the article, if it does."""

    value: str
    words: Words | None = None


def add(
    connection: Connection, article: int, fields: Mapping[str, Given], *, who: str, reason: str | None = None
) -> tuple[int, str]:
    """Say that an article tells a conferral which was not found; gives the event's number and the new id.

    It is told by the article as others are, so that another article's telling of the same joins it, and it stays when the
    article is read anew.

    Args:
        connection: the archive, within a transaction.
        article: the article's number.
        fields: what it says, by name of field.
        who: who decides it.
        reason: why, in words.

    Raises:
        UnknownIdError: there is no such article, or authority.
        ArchiveError: no recipient and no work is given, or a field cannot have its value.
    """
    return _add(connection, article, fields, who, reason, None)


def part(connection: Connection, given: str, article: int, *, who: str, reason: str | None = None) -> tuple[int, str]:
    """Say that a conferral of an article is two: the new one begins with the values and evidence of the one that is there.

    Raises:
        UnknownIdError: there is no such conferral or article.
    """
    given = conferral_of(connection, given)
    (held,) = conferrals(connection, [given])
    source = connection.execute(select(Article.outlet, Article.article_id).where(Article.id == article)).first()
    at = next(
        (each for each in held.sources if source and (each.outlet or "", each.article_id) == (source.outlet, source.article_id)),
        None,
    )
    evidence = {each.field: Words(article, each.start, each.end) for each in (at.evidence if at else ())}
    fields: dict[str, Given] = {}
    for name in FIELDS:
        value = getattr(held, f"{name}_id", None) or getattr(held, name)
        if value is not None:
            fields[name] = Given(str(value), evidence.get(name))
    return _add(connection, article, fields, who, reason, given)


def _add(
    connection: Connection, article: int, fields: Mapping[str, Given], who: str, reason: str | None, parted: str | None
) -> tuple[int, str]:
    source = connection.execute(
        select(Article.outlet, Article.article_id, Article.published).where(Article.id == article)
    ).first()
    if source is None:
        raise UnknownIdError(f"there is no article {article}", remedy="name one by its number in the archive")
    values = {name: value_of(connection, name, given.value) for name, given in fields.items()}
    if not any(values.get(name, (None, None))[0] for name in ("recipient", "work")):
        raise ArchiveError("a conferral needs a recipient or a work", remedy="give the words that name one")
    chosen = {name: (given.words, text_of(connection, given.words)) for name, given in fields.items() if given.words is not None}
    number = next_number(connection, Event.id)
    new = f"c-{digest('added', str(number))}"
    event = note(connection, "add", new, who, other=parted, value=str(article), reason=reason)
    keep(connection, event, chosen)
    row = _telling(connection, article, event, new, values)
    names = names_of(connection, [row[f"{name}_id"] for name in NAMED])
    if (known := names.get(row["recipient_id"])) is not None:
        row["recipient_kind"] = known.kind
    fresh = {"id": new, "number": next_number(connection, Conferral.number), "state": "confirmed", "merged_into": None}
    bulk.add(connection, Conferral, [fresh | {"changed": utc_now()} | settled([row], names, {})])
    bulk.add(connection, Telling, [row])
    value = compared(row, source.outlet, source.article_id, source.published)
    bulk.add(connection, TellingKey, [{"key": key, "telling": row["id"]} for key in sorted(conferral_keys(value))])
    refresh(connection, {new})
    return event, new


def _telling(
    connection: Connection, article: int, event: int, conferral: str, values: Mapping[str, tuple[str | None, str | None]]
) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(column.name for column in Telling.__table__.columns)
    row |= {
        "id": next_number(connection, Telling.id),
        "article": article,
        "number": -event,
        "key": key_of(event),
        "conferral": conferral,
        "status": "conferred",
        "confidence": 1.0,
        "gone": False,
        "pinned": True,
        "reasons": ["added by a person"],
    }
    for name, (text, authority) in values.items():
        row[name] = int(text) if name in {"year", "edition"} and text is not None else text
        if name in NAMED:
            row[f"{name}_id"] = authority
    return row


def take_away(connection: Connection, event: Any) -> None:  # noqa: ANN401 - a row of events
    """Undo an addition: the conferral is listed no more; its id stays known."""
    tellings = list(connection.execute(select(Telling.id).where(Telling.key == key_of(event.id))).scalars())
    remove(connection, TellingKey.telling, tellings)
    remove(connection, Telling.id, tellings)
    change(connection, Conferral, "id", [{"id": event.subject, "state": "rejected", "changed": utc_now()}])
    refresh(connection, {event.subject})
