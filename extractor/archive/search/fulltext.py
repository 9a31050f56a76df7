"""The words of each conferral in the database's own full-text index: SQLite's FTS5, PostgreSQL's `tsvector`.

The only place where the two differ. Both hold the words as this package cuts them and know nothing of Thai: FTS5's `ascii`
tokenizer cuts at spaces and leaves everything beyond ASCII alone (https://www.sqlite.org/fts5.html, “Ascii Tokenizer”);
a `tsvector` written out with its positions is taken as it stands (PostgreSQL's manual, 8.11.1 “tsvector”).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from sqlalchemy import Connection

GAP = "¦"
"""Stands between two fields of a document, so that no phrase runs over both; no folded text holds it."""

_LONGEST = 500  # characters of a word; PostgreSQL takes 2,046 bytes, and no word is longer
_LAST_POSITION = 16_383  # PostgreSQL's highest; what stands beyond has this one
_BATCH = 2_000


def postgresql(connection: Connection) -> bool:
    """Whether the database is PostgreSQL; else it is SQLite."""
    return connection.dialect.name == "postgresql"


def remove(connection: Connection, numbers: Sequence[int]) -> None:
    """Takes the documents of these conferrals' numbers out; one that is not there is no fault."""
    if not numbers:
        return
    if postgresql(connection):
        connection.execute(text("DELETE FROM search_documents WHERE number = ANY(:numbers)"), {"numbers": list(numbers)})
    else:
        connection.execute(text("DELETE FROM search_documents WHERE rowid = :number"), [{"number": n} for n in numbers])


def put(connection: Connection, documents: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Writes documents, each a conferral's number and its words in their order; none of the numbers may be there."""
    if not documents:
        return
    if not postgresql(connection):
        connection.execute(
            text("INSERT INTO search_documents(rowid, words) VALUES (:number, :words)"),
            [{"number": number, "words": " ".join(words)} for number, words in documents],
        )
        return
    insert = text(
        "INSERT INTO search_documents(number, words) "
        "SELECT number, words::tsvector FROM unnest(CAST(:numbers AS integer[]), CAST(:words AS text[])) AS d(number, words)"
    )
    for start in range(0, len(documents), _BATCH):
        batch = documents[start : start + _BATCH]
        connection.execute(insert, {"numbers": [n for n, _ in batch], "words": [_vector(words) for _, words in batch]})


def find(connection: Connection, phrase: Sequence[str], *, prefix: bool) -> NDArray[np.int64]:
    """The numbers of the conferrals whose document holds these words one after the other.

    With `prefix` the last word may go on. The words are bound and quoted: whatever they hold, they are words.
    """
    if postgresql(connection):
        query = " <-> ".join(_lexeme(word) for word in phrase) + (":*" if prefix else "")
        found = connection.execute(
            text("SELECT string_agg(number::text, ',') FROM search_documents WHERE words @@ CAST(:query AS tsquery)"),
            {"query": query},
        ).scalar()
    else:
        quoted = " ".join(phrase).replace('"', '""')
        found = connection.execute(
            text("SELECT group_concat(rowid) FROM search_documents WHERE search_documents MATCH :query"),
            {"query": f'"{quoted}"' + (" *" if prefix else "")},
        ).scalar()
    return np.fromstring(found, dtype=np.int64, sep=",") if found else np.empty(0, dtype=np.int64)


def _vector(words: Iterable[str]) -> str:
    positions: dict[str, list[int]] = {}
    for position, word in enumerate(words, start=1):
        if word != GAP:
            positions.setdefault(word, []).append(min(position, _LAST_POSITION))
    return " ".join(f"{_lexeme(word)}:{','.join(map(str, at))}" for word, at in positions.items())


def _lexeme(word: str) -> str:
    return "'" + word[:_LONGEST].replace("\\", "\\\\").replace("'", "''") + "'"
