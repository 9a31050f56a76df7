"""What annotation tools share: the labels, and offsets in code points and in UTF-16 code units."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.archive.entries import Article, Mention
    from extractor.archive.exchange import Snapshot

LABELS = (
    *("award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent"),
    *("article.title", "article.published", "unconferred.award", "unconferred.cue"),
    *(f"ceremony.{field}" for field in ("award", "date", "organiser", "presided_by", "venue")),
    *(f"person.{field}" for field in ("name", "honorific", "position", "mention")),
    *("organisation.name", "organisation.alias", "date.date", "claim.count"),
)
"""The fields of a conferral by their own names, those of all else after what they are of."""


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled piece of a text; `start` and `end` count code points, wherever it was read from.

    `group` is the same for spans of one conferral, and null where the file tells none.
    """

    start: int
    end: int
    label: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article's text with its spans in the text's order."""

    outlet: str | None
    article_id: str
    text: str
    spans: tuple[Span, ...]


class Utf16:
    """Offsets of one text, from code points to UTF-16 code units and back.

    >>> Utf16("🏆ก").units(1), Utf16("🏆ก").points(2)
    (2, 1)
    """

    def __init__(self, text: str) -> None:
        self._wide = [number for number, sign in enumerate(text) if sign > "\uffff"]
        self._wide_units = [number + before for before, number in enumerate(self._wide)]

    def units(self, points: int) -> int:
        """The code units before the code point at `points`."""
        return points + bisect_left(self._wide, points)

    def points(self, units: int) -> int:
        """The code points before the code unit at `units`; within a surrogate pair, those up to the pair's end."""
        return units - bisect_left(self._wide_units, units)


def label_of(mention: Mention) -> str:
    """The label of a mention."""
    return mention.field if mention.subject == "conferral" else f"{mention.subject}.{mention.field}"


def facts(article: Article) -> dict[str, str | None]:
    """What a task tells of its article beside the text."""
    names = ("outlet", "article_id", "title", "url", "published", "text_sha256")
    return {name: getattr(article, name) for name in names}


def left_out(snapshot: Snapshot) -> int:
    """How many articles annotation formats leave out, as the archive has no text of them."""
    return sum(not article.text for article in snapshot.articles())
