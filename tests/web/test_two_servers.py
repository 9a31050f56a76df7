"""Two servers over one archive know who is at an article, and neither overwrites what the other wrote."""

from __future__ import annotations

import re
import shutil
import time
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from extractor.archive.database import open_archive, reading, writing
from extractor.web.app import create_app
from extractor.web.settings import Settings
from tests.archive.conftest import postgresql  # noqa: F401 - a fixture
from tests.web.conftest import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine

HERE = "กำลังเปิดข่าวนี้อยู่ด้วย"


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, corpus_archive: Path, tmp_path: Path) -> str:
    """An archive of the test's own, in a file and on a server."""
    if request.param == "sqlite":
        return str(shutil.copy(corpus_archive, tmp_path / "awards.sqlite"))
    made: str = request.getfixturevalue("postgresql")()
    fill(made)
    return made


@pytest.fixture
def engine(place: str) -> Iterator[Engine]:
    made = open_archive(place)
    yield made
    made.dispose()


@pytest.fixture
def servers(place: str) -> Iterator[Callable[[str], TestClient]]:
    """Starts a server of its own, with nothing shared but the archive, for one person."""
    started = []

    def start(person: str) -> TestClient:
        engine = open_archive(place)
        told = Settings(engine, "awards", "http://127.0.0.1:8000", person=person, secret="s" * 32)
        started.append((TestClient(create_app(told), base_url=told.base_url), engine))
        return started[-1][0]

    yield start
    for client, engine in started:
        client.close()
        engine.dispose()


def _looks(client: TestClient, form: Callable[[str], str], article: int = 1) -> str:
    """What a page that is open shows of others: it asks when it is loaded, and every ten seconds."""
    token = form(client.get(f"/review/{article}").text)
    return client.post(f"/review/{article}/others", headers={"X-CSRF-Token": token}).text


def _forms(client: TestClient, form: Callable[[str], str], action: str) -> dict[str, str]:
    """What the first form of an action on a conferral sends."""
    page = client.get("/review/1").text
    of = re.search(
        rf'name="action" value="{action}">\s*<input type="hidden" name="conferral" value="([^"]+)">'
        r'<input type="hidden" name="stamp" value="([^"]+)">',
        page,
    )
    assert of
    return {"csrf": form(page), "action": action, "conferral": of[1], "stamp": of[2]}


def test_servers_tell_of_each_others_people_and_one_started_anew_knows_them(servers: Any, form: Any):
    first, second = servers("นิด"), servers("เล็ก")
    assert HERE not in _looks(first, form)
    assert f"นิด {HERE}" in second.get("/review/1").text
    assert f"นิด {HERE}" in _looks(second, form)
    assert f"เล็ก {HERE}" in _looks(first, form)
    anew = servers("อร")
    assert f"นิด, เล็ก {HERE}" in anew.get("/review/1").text
    assert HERE not in anew.get("/review/2").text
    assert anew.post("/review/999/others", headers={"X-CSRF-Token": form(anew.get("/inbox").text)}).status_code == 404


def test_while_somebody_writes_pages_wait_for_nothing(servers: Any, form: Any, engine: Engine):
    first = servers("นิด")
    with writing(engine) as connection:
        connection.exec_driver_sql("UPDATE articles SET title = title WHERE id = 1")
        began = time.monotonic()
        assert HERE not in _looks(first, form)
        assert time.monotonic() - began < 5, "the archive is waited for up to 30 s by who decides, not by who looks"
    if engine.dialect.name == "sqlite":  # a file has one writer at a time: who is there could not be noted
        assert HERE not in servers("เล็ก").get("/review/1").text
    _looks(first, form)
    assert f"นิด {HERE}" in servers("เล็ก").get("/review/1").text


def test_what_one_server_wrote_the_other_does_not_overwrite(servers: Any, form: Any, engine: Engine):
    first, second = servers("นิด"), servers("เล็ก")
    kept, stale = _forms(first, form, "confirm"), _forms(second, form, "reject")
    assert kept["conferral"] == stale["conferral"]
    changed = kept | {"action": "set", "field": "level", "value": "ดีมาก"}
    assert first.post("/review/1", data=changed, follow_redirects=False).status_code == 303
    open_ = second.post(f"/review/1/others?stamp={stale['stamp']}", headers={"X-CSRF-Token": stale["csrf"]})
    assert "มีผู้แก้ไขข่าวนี้แล้ว" in open_.text
    for late in (stale, stale | {"action": "set", "field": "level", "value": "ดี"}, stale | {"action": "confirm"}):
        refused = second.post("/review/1", data=late)
        assert refused.status_code == 409
        assert "นิด" in refused.text
        assert "ดีมาก" in refused.text
    with reading(engine) as connection:
        rows = connection.exec_driver_sql("SELECT who, action, field, value FROM events WHERE action <> 'state'").all()
    assert [tuple(row) for row in rows] == [("นิด", "set", "level", "ดีมาก")]
