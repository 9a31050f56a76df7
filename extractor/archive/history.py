"""Tells how an entry of the archive came to be what it is: the articles it comes from, and what people decided of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from extractor.archive.browse import current
from extractor.archive.standing import subject_of
from extractor.archive.tables import Article, Event, Link, Run, Telling

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

_FORMS_TOLD = 50  # links of an authority that are told one by one


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: `at` in UTC, `who` a person's name or the version of the extractor, `what` in words.

    `event` is the number by which a decision can be taken back, or None for an import.
    """

    at: str
    who: str
    what: str
    event: int | None = None


def history(connection: Connection, given: str) -> list[Step]:
    """The story of a conferral or an authority, oldest first; of one that was merged, also what became of it.

    Raises:
        UnknownIdError: the archive has nothing under the id.
    """
    ids = {given, current(connection, given)}
    steps = _told(connection, ids) if given.startswith("c-") else _named(connection, ids)
    wanted = select(Event).where(or_(Event.subject.in_(ids), Event.other.in_(ids))).order_by(Event.id)
    for event in connection.execute(wanted):
        steps.append(Step(event.at, event.who, _words(event), event.id))
    return sorted(steps, key=lambda step: (step.at, step.event or 0))


def events_of_article(connection: Connection, article: int) -> list[Row[Any]]:
    """The decisions, as rows of `events`, on an article and on the conferrals that it tells, told, or was said to tell."""
    told = select(Telling.conferral).where(Telling.article == article)
    added = select(Event.subject).where(Event.action == "add", Event.value == str(article))
    of = [
        Event.subject == subject_of(article),
        Event.subject.in_(told),
        Event.other.in_(told),
        Event.subject.in_(added),
    ]
    return list(connection.execute(select(Event).where(or_(*of)).order_by(Event.id)).all())


def history_of_article(connection: Connection, article: int) -> list[Step]:
    """The story of an article: when its present reading came, and every decision on what it tells, oldest first."""
    row = connection.execute(select(Article.imported, Article.version).where(Article.id == article)).first()
    steps = [] if row is None else [Step(row.imported, f"extractor {row.version}", "read")]
    steps += [Step(event.at, event.who, _words(event), event.id) for event in events_of_article(connection, article)]
    return sorted(steps, key=lambda step: (step.at, step.event or 0))


def _told(connection: Connection, ids: set[str]) -> list[Step]:
    rows = connection.execute(
        select(
            Article.imported, Article.version, Article.outlet, Article.article_id, Telling.reasons, Telling.gone, Telling.pinned
        )
        .join(Article, Article.id == Telling.article)
        .where(Telling.conferral.in_(ids))
        .order_by(Telling.id)
    )
    steps = []
    for row in rows:
        said = (
            f"told by {_source(row.outlet, row.article_id)}"
            if not row.gone
            else f"no more told by {_source(row.outlet, row.article_id)}"
        )
        why = "put here by a person" if row.pinned else ", ".join(row.reasons)
        steps.append(Step(row.imported, f"extractor {row.version}", said + (f" ({why})" if why else "")))
    return steps


def _named(connection: Connection, ids: set[str]) -> list[Step]:
    rows = connection.execute(
        select(Link.form, Link.how, Article.imported, Article.outlet, Article.article_id, Run.version)
        .join(Article, Article.id == Link.article)
        .join(Run, Run.id == Article.run)
        .where(Link.authority.in_(ids))
        .order_by(Link.id)
        .limit(_FORMS_TOLD)
    )
    return [
        Step(row.imported, f"extractor {row.version}", f"named “{row.form}” by {_source(row.outlet, row.article_id)} ({row.how})")
        for row in rows
    ]


def _source(outlet: str, article: str) -> str:
    return f"{outlet}/{article}" if outlet else article


def _words(event: Event | object) -> str:
    action, value = getattr(event, "action", ""), getattr(event, "value", None)
    before: dict[str, str | None] = getattr(event, "before", {})
    other, field = getattr(event, "other", None), getattr(event, "field", None)
    subject = getattr(event, "subject", "")
    said = {
        "set": f"{field} set to {_shown(value)}, before {_shown(before.get('value'))}",
        "reject": "rejected",
        "confirm": "confirmed",
        "merge": f"{other} merged into {subject}",
        "split": f"{other} split from {subject}",
        "apart": f"{subject} and {other} kept apart",
        "later": f"{subject} and {other} put off",
        "rename": f"named {_shown(value)}, before {_shown(before.get('name'))}",
        "add": f"added; told by article {value}" + (f", parted from {other}" if other else ""),
        "state": f"state {value}, before {before.get('state')}",
        "undo": f"decision {value} taken back",
    }[action]
    undone, reason = getattr(event, "undone", None), getattr(event, "reason", None)
    return said + (f": {reason}" if reason else "") + (f" [taken back by {undone}]" if undone else "")


def _shown(value: str | None) -> str:
    return "nothing" if value is None else f"“{value}”"
