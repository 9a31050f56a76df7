"""Databases that are locked, full, read-only, gone or none: told with the remedy, and nothing is half done."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from extractor.archive.database import connect, open_archive
from extractor.archive.importing import import_records
from extractor.cli import BAD_ARCHIVE, NO_OUTPUT
from extractor.errors import ArchiveError
from extractor.lexicon import load
from tests.archive.commanding import AWARD, counted, run
from tests.archive.records import incoming
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable


pytestmark = pytest.mark.usefixtures("own_folder")


def test_a_locked_archive_is_told_and_left(kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.archive.database.BUSY_SECONDS", 0.1)
    before = counted()
    other = sqlite3.connect(kept, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for command in (("import", "more.jsonl"), ("upgrade",)):
        done = run(*command)
        assert done.exit_code == BAD_ARCHIVE
        assert "awards.sqlite: is locked by another program; wait until it has ended, then try again" in done.stderr
    assert run("search", "สมมุติ").exit_code == 0  # reading goes on
    other.execute("ROLLBACK")
    other.close()
    assert counted() == before
    assert run("import", "more.jsonl").exit_code == 0


def test_a_full_disk_is_told_and_nothing_stays(
    kept: str,  # noqa: ARG001 - makes the archive
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from extractor.archive import database  # noqa: PLC0415

    prepare, before = database._prepare, counted()

    def crowded(connection: Any, record: object) -> None:
        prepare(connection, record)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 5}")

    with monkeypatch.context() as patch:
        patch.setattr(database, "_prepare", crowded)
        done = run("import", "more.jsonl")
    assert done.exit_code == BAD_ARCHIVE
    assert "awards.sqlite: no room is left on its disk; free some, then try again; nothing was changed" in done.stderr
    assert counted() == before
    assert run("import", "more.jsonl").exit_code == 0
    assert counted()["articles"] == 61


def bound(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as one whom the rights of files bind; root gives his privilege to pass over them up."""
    whole = [sys.executable, "-m", "extractor.cli", "archive", *command]
    if os.geteuid() == 0:
        given = shutil.which("setpriv")
        if given is None:
            pytest.skip("root may write everything, and there is no setpriv to give that up")
        without = "-dac_override,-dac_read_search"
        whole = [given, "--bounding-set", without, "--inh-caps", without, *whole]
    return subprocess.run(whole, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)})


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_archive_is_read_and_not_written(kept: str, what: str) -> None:
    folder = Path("shelf")
    folder.mkdir()
    place = folder / "awards.sqlite"
    with sqlite3.connect(kept) as connection:
        connection.execute(f"VACUUM INTO '{place}'")
    connection.close()
    place.chmod(0o444 if what == "file" else 0o666)
    folder.chmod(0o777 if what == "file" else 0o555)
    before = place.read_bytes()
    try:
        found = bound("search", "สมมุติ", "--database", str(place))
        assert (found.returncode, found.stderr) == (0, "1 conferral found\n")
        done = bound("import", "more.jsonl", "--database", str(place))
        assert done.returncode == BAD_ARCHIVE
        assert "awards.sqlite: is read-only; make the file and its folder writable, or copy it" in done.stderr
        assert place.read_bytes() == before
    finally:
        folder.chmod(0o755)


def test_an_archive_that_is_deleted_while_open_is_not_made_anew(kept: str) -> None:
    engine = open_archive(kept, create=True)
    for name in (kept, kept + "-wal", kept + "-shm"):
        Path(name).unlink(missing_ok=True)
    with pytest.raises(ArchiveError, match="cannot be opened; check its place and your rights to it"):
        import_records(engine, [incoming("a2", AWARD)], load())
    engine.dispose()
    assert not Path(kept).exists()


def test_a_database_that_is_dropped_while_open_is_told(postgresql: Callable[[], str]) -> None:
    url, other = postgresql(), postgresql()
    engine = open_archive(url, create=True)
    server = connect(other)
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"DROP DATABASE {make_url(url).database} WITH (FORCE)"))
    with pytest.raises(ArchiveError, match="no such database, role or table there; make it"):
        import_records(engine, [incoming("a2", AWARD)], load())
    engine.dispose()
    server.dispose()


def test_a_wrong_password_is_told_without_it(postgresql: Callable[[], str]) -> None:
    url = postgresql()
    server = connect(url)
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CREATE ROLE librarian LOGIN PASSWORD 'right-one'"))
        rules = Path(connection.execute(text("SHOW hba_file")).scalar_one())
        before = rules.read_text(encoding="utf-8")
        rules.write_text("local all librarian scram-sha-256\nhost all librarian all scram-sha-256\n" + before, encoding="utf-8")
        connection.execute(text("SELECT pg_reload_conf()"))
    server.dispose()
    for said in ("wrong-one", "right-one"):
        asked = make_url(url).set(username="librarian", password=said).render_as_string(hide_password=False)
        done = run("search", "x", "--database", asked)
        assert done.exit_code == BAD_ARCHIVE
        assert said not in done.output
        wanted = "refused the user or the password; check them in the URL" if said == "wrong-one" else "holds no archive"
        assert wanted in done.stderr


@pytest.mark.parametrize("command", [("search", "x"), ("import", "more.jsonl"), ("upgrade",), ("export", "--format", "csv")])
def test_a_file_that_is_no_database_is_left_as_it_is(kept: str, command: tuple[str, ...]) -> None:  # noqa: ARG001 - makes files
    place = Path("notes.txt")
    place.write_text("บันทึก " * 900, encoding="utf-8")
    done = run(*command, "--database", "notes.txt")
    assert done.exit_code == BAD_ARCHIVE
    assert "notes.txt: is no SQLite database; name an archive, or another file to make one" in done.stderr
    assert place.read_text(encoding="utf-8") == "บันทึก " * 900


def test_an_output_that_takes_nothing_is_told(kept: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    done = run("export", "--format", "csv", "-o", "/dev/full", "--database", kept)
    assert done.exit_code == NO_OUTPUT
    assert "/dev/full: cannot be written (No space left on device)" in done.stderr
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for command in (["export", "--format", "csv"], ["search", "สมมุติ"]):
        with Path("/dev/full").open("wb") as full:
            whole = [sys.executable, "-m", "extractor.cli", "archive", *command]
            ended = subprocess.run(whole, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=environment)
        assert ended.returncode == NO_OUTPUT
        assert "standard output: cannot be written (No space left on device)" in ended.stderr
        assert "Traceback" not in ended.stderr
