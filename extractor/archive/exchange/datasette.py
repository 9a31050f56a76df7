"""Writes an SQLite file of plain tables for Datasette, with full-text search over the conferrals.

Datasette finds the search table by its `content=` option (https://docs.datasette.io/en/stable/full_text_search.html).
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.archive.exchange.columns import COLUMNS, SOURCE_COLUMNS
from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from typing import BinaryIO

    from extractor.archive.entries import Conferral
    from extractor.archive.exchange import Snapshot

_AT_ONCE = 1_000  # conferrals
_SQL_TYPES = {"text": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL"}
_LINKS = {
    "award_id": "award",
    "work_id": "work",
    "recipient_id": "recipient",
    "parent_id": "parent",
    "conferred_by_id": "conferred_by",
}
_SEARCHED = "award, branch, category, level, work, recipient, parent, conferred_by, province"
_CONFERRAL = ", ".join(
    f"{column.name} {_SQL_TYPES[column.kind]}"
    + (" PRIMARY KEY" if column.name == "id" else " REFERENCES authorities(id)" if column.name in _LINKS else "")
    for column in COLUMNS
)
_SOURCE = ", ".join(f"{column.name} TEXT" for column in SOURCE_COLUMNS)
_TABLES = f"""
CREATE TABLE authorities (id TEXT PRIMARY KEY, kind TEXT, name TEXT, status TEXT, english TEXT,
  parent TEXT REFERENCES authorities(id), province TEXT, note TEXT);
CREATE TABLE forms (id INTEGER PRIMARY KEY, authority TEXT REFERENCES authorities(id), form TEXT);
CREATE TABLE conferrals ({_CONFERRAL}, corrected TEXT);
CREATE TABLE sources (id INTEGER PRIMARY KEY, conferral TEXT REFERENCES conferrals(id), {_SOURCE}, text_sha256 TEXT);
CREATE TABLE evidence (id INTEGER PRIMARY KEY, source INTEGER REFERENCES sources(id), field TEXT, text TEXT,
  start INTEGER, "end" INTEGER, rule TEXT);
"""
_AFTER = f"""
INSERT OR IGNORE INTO authorities (id, kind, name) SELECT parent, 'organisation', parent FROM authorities
  WHERE parent IS NOT NULL ORDER BY parent;
CREATE INDEX forms_authority ON forms (authority);
CREATE INDEX sources_conferral ON sources (conferral);
CREATE INDEX evidence_source ON evidence (source);
CREATE VIRTUAL TABLE conferrals_fts USING fts5({_SEARCHED}, content="conferrals", tokenize="trigram");
INSERT INTO conferrals_fts(conferrals_fts) VALUES ('rebuild');
"""  # noqa: S608 - constants alone


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write the tables to a temporary file and copy it to the target.

    An authority that conferrals name and the snapshot lacks gets a row of its id, kind and name.

    Raises:
        ArchiveError: the temporary file cannot be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "awards.db"
        try:
            with closing(sqlite3.connect(path, isolation_level=None)) as database:
                _fill(database, snapshot)
        except sqlite3.Error as error:
            remedy = f"free space in {folder}, or set TMPDIR to another folder"
            raise ArchiveError(f"cannot be written as an SQLite file ({error})", remedy=remedy) from error
        with path.open("rb") as file:
            shutil.copyfileobj(file, target)


def _fill(database: sqlite3.Connection, snapshot: Snapshot) -> None:
    database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES + "BEGIN;")
    for one in snapshot.authorities():
        row = (one.id, one.kind, one.name, one.status, one.english, one.parent, one.province, one.note)
        database.execute("INSERT INTO authorities VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        database.executemany("INSERT INTO forms (authority, form) VALUES (?, ?)", ((one.id, form) for form in one.forms))
    rows = _Rows(database)
    for conferral in snapshot.conferrals():
        rows.take(conferral)
    rows.insert()
    database.execute("COMMIT")
    database.executescript(f"BEGIN; {_AFTER} COMMIT;")


class _Rows:
    """Gathers rows, and inserts them many at a time."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._known: set[str] = set()
        self._rows: dict[str, list[list[object]]] = {"authorities": [], "conferrals": [], "sources": [], "evidence": []}
        self._source = 0

    def take(self, conferral: Conferral) -> None:
        """Gather the rows of a conferral."""
        for link, name in _LINKS.items():
            identifier = getattr(conferral, link)
            if identifier is not None and identifier not in self._known:
                self._known.add(identifier)
                kind = identifier.partition(":")[0]
                rest = [None] * 5
                self._rows["authorities"].append([identifier, kind, getattr(conferral, name) or identifier, *rest])
        row = [getattr(conferral, column.name) for column in COLUMNS]
        self._rows["conferrals"].append([*row, ", ".join(conferral.corrected) or None])
        for source in conferral.sources:
            self._source += 1
            facts = [getattr(source, column.name) for column in SOURCE_COLUMNS]
            self._rows["sources"].append([self._source, conferral.id, *facts, source.text_sha256])
            for one in source.evidence:
                self._rows["evidence"].append([None, self._source, one.field, one.text, one.start, one.end, one.rule])
        if len(self._rows["conferrals"]) >= _AT_ONCE:
            self.insert()

    def insert(self) -> None:
        """Insert what was gathered; an authority that has a row keeps it."""
        for table, rows in self._rows.items():
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                self._database.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)  # noqa: S608 - constants
                rows.clear()
