"""How far people are with an article: new, in review, or done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from sqlalchemy import select

from extractor.archive.bulk import add_new, change, fetch
from extractor.archive.events import note, utc_now
from extractor.archive.tables import Article, ArticleState
from extractor.errors import ArchiveError, UnknownIdError
from extractor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

State = Literal["new", "review", "done"]
"""Nobody has looked at it; somebody is at it; somebody is through with it."""

_SUBJECT = "article:"


def subject_of(article: int) -> str:
    """What events name the article of this number by.

    >>> subject_of(12)
    'article:12'
    """
    return f"{_SUBJECT}{article}"


def state_of(connection: Connection, article: int) -> State:
    """The article's state; that of one that nobody has touched is new."""
    found = connection.execute(select(ArticleState.state).where(ArticleState.article == article)).scalar()
    return "review" if found == "review" else "done" if found == "done" else "new"


def set_state(connection: Connection, article: int, state: str, *, who: str, reason: str | None = None) -> int:
    """Say how far one is with an article; gives the event's number.

    Raises:
        UnknownIdError: there is no such article.
        ArchiveError: there is no such state.
    """
    if state not in get_args(State):
        raise ArchiveError(f"an article is never {state!r}", remedy=f"it is {', '.join(get_args(State))}")
    if connection.execute(select(Article.id).where(Article.id == article)).first() is None:
        raise UnknownIdError(f"there is no article {article}", remedy="name one by its number in the archive")
    before = {"state": state_of(connection, article)}
    event = note(connection, "state", subject_of(article), who, value=state, before=before, reason=reason)
    stand(connection, subject_of(article), state)
    return event


def stand(connection: Connection, subject: str, state: str) -> None:
    """Let the article of an event's subject be in this state."""
    row = {"article": int(subject.removeprefix(_SUBJECT)), "state": state, "changed": utc_now()}
    add_new(connection, ArticleState, [row])
    change(connection, ArticleState, "article", [row])


def reopen(connection: Connection, articles: Collection[int]) -> None:
    """Put articles that were done back in review, because they are read otherwise now; noted as the extractor's doing."""
    wanted = select(ArticleState.article).where(ArticleState.state == "done")
    for row in list(fetch(connection, wanted, ArticleState.article, sorted(articles))):
        set_state(connection, row.article, "review", who=f"extractor {__version__}", reason="read otherwise than before")
