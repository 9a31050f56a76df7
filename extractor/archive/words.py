"""The words of an article that a person chose as evidence: kept with the decision, and found again when the article changes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from extractor.archive import entries
from extractor.archive.bulk import add, change, fetch, next_number
from extractor.archive.tables import Article, Event, Telling, Word
from extractor.errors import ArchiveError, UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from extractor.archive.settling import Set

RULE = "by hand"
"""Stands for a rule's name where a person chose the words."""

_ADDED = "added:"
_LONGEST_PLACE = 20  # characters of START:END


@dataclass(frozen=True, slots=True)
class Words:
    """Characters `start` to `end` (one past the last) of the text of the article of this number."""

    article: int
    start: int
    end: int


def text_of(connection: Connection, words: Words) -> str:
    """What the article says there.

    Raises:
        UnknownIdError: there is no such article.
        ArchiveError: its text is not kept, or has no such words.
    """
    row = connection.execute(select(Article.text).where(Article.id == words.article)).first()
    if row is None:
        raise UnknownIdError(f"there is no article {words.article}", remedy="name one by its number in the archive")
    if row.text is None:
        raise ArchiveError(f"the text of article {words.article} is not kept", remedy="import it again with its text")
    text: str = row.text
    said = text[words.start : words.end] if 0 <= words.start < words.end <= len(text) else ""
    if not said.strip():
        place = f"{words.start} to {words.end}"
        raise ArchiveError(f"article {words.article} has no words at {place}", remedy="choose words of its text")
    return said


def words_in(connection: Connection, article: int, said: str) -> Words:
    """Where an article has the words `said`, which must stand there once; or the words at `START:END`.

    Raises:
        UnknownIdError: there is no such article.
        ArchiveError: its text is not kept, or has no such words, or has them several times.
    """
    start, colon, end = said.partition(":")
    if colon and start.isascii() and start.isdigit() and end.isascii() and end.isdigit() and len(said) < _LONGEST_PLACE:
        return Words(article, int(start), int(end))
    text = connection.execute(select(Article.text).where(Article.id == article)).scalar() or ""
    found = [at for at in range(len(text)) if text.startswith(said, at)] if said.strip() else []
    if len(found) > 1:
        places = ", ".join(f"{at}:{at + len(said)}" for at in found[:5])
        raise ArchiveError(f"the article has {said!r} {len(found)} times", remedy=f"say which, by its place: {places}")
    if not found and text:
        raise ArchiveError(f"the article has no {said!r}", remedy="give words as they stand in its text, or START:END")
    return Words(article, found[0] if found else 0, (found[0] if found else 0) + len(said))


def keep(connection: Connection, event: int, chosen: Mapping[str, tuple[Words, str]]) -> None:
    """Keep by field the words that a decision rests on, with what they say."""
    first = next_number(connection, Word.id)
    rows = [
        {
            "id": first + number,
            "event": event,
            "field": name,
            "article": at.article,
            "start": at.start,
            "end": at.end,
            "text": said,
        }
        for number, (name, (at, said)) in enumerate(chosen.items())
    ]
    add(connection, Word, rows)


def key_of(event: int) -> str:
    """The key of a telling that a person added by this decision.

    >>> key_of(7)
    'added:7'
    """
    return f"{_ADDED}{event}"


def event_of(key: str) -> int | None:
    """The decision by which a telling of this key was added, or None if an article's record tells it.

    >>> event_of("added:7"), event_of("3f9ac2d1e08b7745")
    (7, None)
    """
    head, _, number = key.partition(_ADDED)
    return int(number) if not head and number.isdigit() else None


def chosen_words(
    connection: Connection, sets: Mapping[str, Mapping[str, Set]], tellings: Sequence[tuple[str, str]]
) -> dict[str, dict[int, list[entries.Evidence]]]:
    """By conferral and article the evidence that people chose, where it stands in the text as it is now.

    Args:
        connection: the archive.
        sets: by conferral the fields that people set, as `sets_of` gives them.
        tellings: conferral and key of each of its tellings, of which those count that people added.
    """
    asked: dict[int, list[tuple[str, str | None]]] = defaultdict(list)
    for conferral, key in tellings:
        if (event := event_of(key)) is not None:
            asked[event].append((conferral, None))
    for conferral, fields in sets.items():
        for field, given in fields.items():
            asked[given.event].append((conferral, field))
    found: dict[str, dict[int, dict[str, entries.Evidence]]] = defaultdict(lambda: defaultdict(dict))
    wanted = select(Word).where(Word.start.is_not(None)).order_by(Word.event, Word.field)
    for row in fetch(connection, wanted, Word.event, sorted(asked)):
        for conferral, name in asked[row.event]:
            if name == row.field or (name is None and row.field not in sets.get(conferral, {})):
                said = entries.Evidence(row.field, row.text, row.start, row.end, RULE)
                found[conferral][row.article][row.field] = said
    return {conferral: {at: list(some.values()) for at, some in articles.items()} for conferral, articles in found.items()}


def chosen_in(connection: Connection, articles: Collection[int]) -> Iterator[tuple[int, int, entries.Evidence]]:
    """Article, number of its telling, and the evidence that people chose there for it."""
    from extractor.archive.settling import sets_of  # noqa: PLC0415 - that module settles what this one keeps words of

    touched = {row.article for row in fetch(connection, select(Word.article).distinct(), Word.article, sorted(articles))}
    wanted = select(Telling.article, Telling.number, Telling.conferral, Telling.key).where(Telling.gone.is_(False))
    rows = list(fetch(connection, wanted.order_by(Telling.id), Telling.article, sorted(touched)))
    sets = sets_of(connection, {row.conferral for row in rows})
    chosen = chosen_words(connection, sets, [(row.conferral, row.key) for row in rows])
    for row in rows:
        for said in chosen.get(row.conferral, {}).get(row.article, ()):
            yield row.article, row.number, said


def find_again(connection: Connection, texts: Mapping[int, str | None]) -> None:
    """Find the chosen words again in articles whose text may be another now: the same words nearest to where they stood.

    Words that the text has no more keep what they said and stand nowhere; the value that rests on them stays.
    """
    rows = list(fetch(connection, select(Word).join(Event, Event.id == Word.event), Word.article, sorted(texts)))
    for row in rows:
        text = texts[row.article]
        if text is None or (row.start is not None and text[row.start : row.end] == row.text):
            continue
        start = _nearest(text, row.text, row.start or 0)
        place = {"start": start, "end": None if start is None else start + len(row.text)}
        change(connection, Word, "id", [{"id": row.id} | place])


def _nearest(text: str, words: str, place: int) -> int | None:
    before, after = text.rfind(words, 0, place + len(words)), text.find(words, place)
    places = [at for at in (before, after) if at >= 0]
    return min(places, key=lambda at: abs(at - place)) if places else None
