"""Opens an archive: a SQLite file by its path, or any database by its URL.

    awards.sqlite                                   a file, made when something is first imported
    sqlite:////srv/awards.sqlite                    the same by URL
    postgresql+psycopg://user:password@host/name    a PostgreSQL database

Writing happens in one transaction that nobody else's can run beside, so that two imports at once leave what one after the other
would have left.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import NullPool

from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection

DEFAULT = "awards.sqlite"
"""The archive that is meant where none is named."""

BUSY_SECONDS = 30
"""How long one who would write waits for another who does."""

_LOCK = 7_431_905_265  # any number of our own: PostgreSQL's advisory lock of those who write


def open_archive(database: str = DEFAULT, *, create: bool = False) -> Engine:
    """The archive at `database`, a path or a URL, with the schema of this version.

    Args:
        database: a SQLite file's path, or a URL that SQLAlchemy understands.
        create: make the archive if there is none.

    Raises:
        ArchiveError: it cannot be reached, is no archive, or has another version's schema; the message says what to do.
    """
    from extractor.archive import migrate  # noqa: PLC0415 - Alembic takes a while to load

    engine = connect(database, create=create)
    try:
        with told(database), engine.connect() as connection:
            at = migrate.revision(connection)
            tables = inspect(connection).has_table("articles")
        if at is None and not tables and create:
            migrate.upgrade(engine, database)
        else:
            migrate.check(at, database)
    except BaseException:
        engine.dispose()
        raise
    return engine


def connect(database: str, *, create: bool = False) -> Engine:
    """An engine for `database`, whatever schema stands in it.

    Raises:
        ArchiveError: it cannot be reached.
    """
    try:
        url = make_url(database if "://" in database else "sqlite:///" + str(Path(database).absolute()))
        backend = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        remedy = "give a file's path, or a URL such as postgresql+psycopg://user:password@host/name"
        raise ArchiveError("is no URL of a database", database=shown(database), remedy=remedy) from error
    if backend == "postgresql" and url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    if backend not in {"sqlite", "postgresql"}:
        remedy = "use a SQLite file or a postgresql+psycopg:// URL"
        raise ArchiveError(f"{backend} is not supported", database=shown(database), remedy=remedy)
    if backend == "sqlite":
        return _sqlite(url.database or "", create=create)
    try:
        engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except (NoSuchModuleError, ImportError) as error:
        remedy = "pip install 'thai-awards[archive]'"
        raise ArchiveError(f"its driver is missing ({error})", database=shown(database), remedy=remedy) from error
    with told(database), engine.connect():
        return engine


def _sqlite(path: str, *, create: bool) -> Engine:
    if path in {"", ":memory:"}:
        raise ArchiveError("an archive in memory is gone when the command ends", database=":memory:", remedy="name a file")
    place = Path(path)
    if place.is_dir():
        raise ArchiveError("is a folder", database=path, remedy="name a file in it")
    if not place.exists():
        if not create:
            remedy = "name an archive with --database, or make one with `extractor archive import`"
            raise ArchiveError("does not exist", database=path, remedy=remedy)
        if not place.parent.is_dir():
            raise ArchiveError("its folder does not exist", database=path, remedy="make the folder, or name another place")
    uri = "file:" + quote(str(place.absolute()))
    beside = (place.parent / (place.name + "-wal")).exists()

    making = create

    def connect_file() -> sqlite3.Connection:
        writable = _writable(place)
        if not writable and not beside:
            return sqlite3.connect(uri + "?mode=ro&immutable=1", uri=True, check_same_thread=False)
        mode = "?mode=rwc" if making else "?mode=rw"
        return sqlite3.connect(uri + mode, uri=True, timeout=BUSY_SECONDS, check_same_thread=False)

    engine = create_engine("sqlite:///" + str(place), creator=connect_file, poolclass=NullPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    with told(path), engine.connect():
        making = False  # a file that is deleted from now on is told as such, not made anew
    return engine


def _writable(place: Path) -> bool:
    import os  # noqa: PLC0415

    return os.access(place if place.exists() else place.parent, os.W_OK) and os.access(place.parent, os.W_OK)


def _prepare(connection: DBAPIConnection, _record: object) -> None:
    """Leaves transactions to SQLAlchemy, and lets others read while one writes."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    with contextlib.suppress(sqlite3.OperationalError):  # a read-only file keeps the mode it has
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA cache_size = -131072")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("archive_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextlib.contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the archive as it stood at one moment.

    Raises:
        ArchiveError: the database failed.
    """
    options: dict[str, Any] = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with told(str(engine.url)), engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextlib.contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction, kept when the block ends well and undone else; others who would write wait.

    Raises:
        ArchiveError: the database is read-only, locked, full, or failed otherwise; nothing was changed.
    """
    with told(str(engine.url)), engine.connect().execution_options(archive_writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
        yield connection


_SQLITE_REMEDIES = (
    ("locked", "is locked by another program", "wait until it has ended, then try again"),
    ("readonly", "is read-only", "make the file and its folder writable, or copy it"),
    ("attempt to write a readonly", "is read-only", "make the file and its folder writable, or copy it"),
    ("full", "no room is left on its disk", "free some, then try again; nothing was changed"),
    ("disk i/o", "its disk cannot be read or written", "look at the disk; nothing was changed"),
    ("not a database", "is no SQLite database", "name an archive, or another file to make one"),
    ("malformed", "is damaged", "restore it from a copy"),
    ("unable to open", "cannot be opened", "check its place and your rights to it"),
)
_POSTGRES_REMEDIES = (
    ("password", "refused the user or the password", "check them in the URL"),
    ("does not exist", "no such database, role or table there", "make it (createdb), or check the URL"),
    ("permission denied", "the user may not do this", "grant the right to its role"),
    ("could not translate host", "no such host", "check the URL"),
    ("failed to resolve", "no such host", "check the URL"),
    ("connection refused", "no server answers there", "start it, or check host and port in the URL"),
    ("timeout", "no server answers there in time", "check host and port in the URL"),
    ("read-only transaction", "is read-only", "name the server that takes writes"),
    ("no space left", "no room is left on its disk", "free some, then try again; nothing was changed"),
)


@contextlib.contextmanager
def told(database: str) -> Iterator[None]:
    """Turns what the database's driver raises into an `ArchiveError` with its remedy."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        original = error.orig if isinstance(error, DBAPIError) else error
        said = " ".join(str(original).split())
        known = _SQLITE_REMEDIES if isinstance(original, sqlite3.Error) else _POSTGRES_REMEDIES
        for words, problem, remedy in known:
            if words in said.lower():
                raise ArchiveError(problem, database=shown(database), remedy=remedy) from error
        kind = "cannot be reached" if isinstance(error, OperationalError) else "failed"
        raise ArchiveError(f"{kind} ({said[:300]})", database=shown(database), remedy="nothing was changed") from error


def shown(database: str) -> str:
    """The database's name without a password."""
    try:
        url = make_url(database)
    except (ArgumentError, ValueError):
        head, at, tail = database.rpartition("@")
        return f"{head.partition('://')[0]}://***@{tail}" if at else database
    if url.get_backend_name() == "sqlite":
        return url.database or database
    return url.render_as_string(hide_password=True)
