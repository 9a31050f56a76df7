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
    for conferral in snapshot.conferrals():
        _conferral(database, conferral)
    database.execute("COMMIT")
    database.executescript(f"BEGIN; {_AFTER} COMMIT;")


def _conferral(database: sqlite3.Connection, conferral: Conferral) -> None:
    for link, name in _LINKS.items():
        identifier = getattr(conferral, link)
        if identifier is not None:
            stub = (identifier, identifier.partition(":")[0], getattr(conferral, name) or identifier)
            database.execute("INSERT OR IGNORE INTO authorities (id, kind, name) VALUES (?, ?, ?)", stub)
    row = [getattr(conferral, column.name) for column in COLUMNS]
    _insert(database, "conferrals", [*row, ", ".join(conferral.corrected) or None])
    for source in conferral.sources:
        facts = [getattr(source, column.name) for column in SOURCE_COLUMNS]
        number = _insert(database, "sources", [None, conferral.id, *facts, source.text_sha256])
        for one in source.evidence:
            _insert(database, "evidence", [None, number, one.field, one.text, one.start, one.end, one.rule])


def _insert(database: sqlite3.Connection, table: str, row: list[object]) -> int | None:
    marks = ", ".join("?" * len(row))
    return database.execute(f"INSERT INTO {table} VALUES ({marks})", row).lastrowid  # noqa: S608 - the table is a constant
