"""What is brought in is read within its time, in other processes: no text holds the server, and none is lost."""

from __future__ import annotations

import dataclasses
import os
import time
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from extractor.archive.database import reading
from extractor.archive.tables import Article as Row
from extractor.models import Article
from extractor.web.app import create_app
from extractor.web.inbox.readers import BusyError, Read, Readers
from extractor.web.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from extractor.web.settings import Settings

TEXT = "กรมสมมุติได้รับรางวัลเลิศรัฐ ประจำปี 2566 ระดับดีเด่น\n"
LONG = TEXT * 4_000
SHORT_OF_TIME = 0.05


def hang(_item: Any, _seconds: float, _folder: str) -> Read:
    time.sleep(60)
    raise AssertionError


def die(_item: Any, _seconds: float, _folder: str) -> Read:
    os._exit(9)


@pytest.fixture
def hurried(settings: Settings) -> Iterator[TestClient]:
    """A client of a workbench that gives each article hardly any time."""
    with TestClient(create_app(dataclasses.replace(settings, seconds=SHORT_OF_TIME)), base_url=settings.base_url) as made:
        yield made


def held(settings: Settings) -> list[tuple[str, int, list[dict[str, Any]]]]:
    with reading(settings.engine) as connection:
        rows = connection.execute(select(Row.title, Row.text, Row.warnings).order_by(Row.id.desc())).all()
    return [(row.title, len(row.text), row.warnings) for row in rows]


def test_a_text_that_takes_too_long_is_kept_and_told(hurried: TestClient, form: Any, settings: Settings):
    token = form(hurried.get("/inbox/add").text)
    page = hurried.post("/inbox/paste", data={"csrf": token, "text": LONG})
    assert page.status_code == 200
    assert "/review/" in str(page.url)
    assert "ใช้เวลาอ่านเกิน 0.05 วินาที ค้างที่ขั้น" in page.text
    assert page.text.count("ข่าวยังอยู่ ตรวจและเพิ่มรายการเองได้") == 2, "noticed at once, and among the warnings ever after"
    assert LONG[:200] in page.text
    (_, length, [warning]), *_ = held(settings)
    assert (length, warning["code"]) == (len(LONG), "not_extracted")
    assert hurried.get("/inbox?warned=1").status_code == 200
    number = str(page.url).rpartition("/")[2]
    assert hurried.get(f"/api/v1/articles/{number}").json()["warnings"][0]["code"] == "not_extracted"


def test_uploads_tell_what_was_not_read_to_its_end_and_a_folder_leaves_out_what_is_no_article(
    hurried: TestClient, form: Any, settings: Settings
):
    token = form(hurried.get("/inbox/add").text)
    files = [
        ("folder", ("ข่าว/ปี/ยาว.txt", LONG.encode(), "text/plain")),
        ("folder", ("ข่าว/ภาพ.png", b"\x89PNG", "image/png")),
        ("folder", ("ข่าว/.DS_Store", b"x", "application/octet-stream")),
    ]
    page = hurried.post("/inbox/upload", data={"csrf": token}, files=files)
    until = time.monotonic() + 60
    while "เข้าคลังแล้ว" not in page.text and time.monotonic() < until:
        time.sleep(0.1)
        page = hurried.get(page.url)
    assert "เข้าคลังแล้ว 1 ข่าว" in page.text
    assert "อ่านไม่ได้หรืออ่านไม่จบ 2 รายการ" in page.text
    assert "ข่าว/ภาพ.png: ไม่ใช่แฟ้มข่าว จึงข้ามไป" in page.text
    assert "ยาว.txt: ใช้เวลาอ่านเกิน" in page.text
    assert "DS_Store" not in page.text
    assert held(settings)[0][2][0]["code"] == "not_extracted"
    only_pictures = [("folder", ("x/a.png", b"x", "image/png"))]
    assert hurried.post("/inbox/upload", data={"csrf": token}, files=only_pictures).status_code == 422


def test_what_is_watched_has_its_time_too(settings: Settings, tmp_path: Path):
    (tmp_path / "watched").mkdir()
    (tmp_path / "watched" / "ยาว.txt").write_text(LONG, encoding="utf-8")
    watching = Watching(settings.engine, [tmp_path / "watched"], [], seconds=SHORT_OF_TIME)
    assert watching.look(time.time() + 60) == 1
    assert held(settings)[0][2][0]["code"] == "not_extracted"


@pytest.mark.parametrize(("work", "said"), [(hang, "more than"), (die, "the process that read it ended")])
def test_a_process_that_hangs_or_dies_costs_one_article(work: Callable[..., Read], said: str, monkeypatch: pytest.MonkeyPatch):
    if work is hang:  # else it has a minute to begin
        monkeypatch.setattr("extractor.web.inbox.readers._STARTING", 0.1)
    made = Readers(0.1, processes=1, work=work)
    try:
        begun = time.monotonic()
        read = made.read(Article(id="a", text=TEXT))
        assert isinstance(read, tuple)
        article, record, why = read
        assert (article.text, record.awards, record.warnings[0].code) == (TEXT, (), "not_extracted")
        assert why is not None
        assert said in why.error
        assert time.monotonic() - begun < 30
    finally:
        made.close()


def test_who_pastes_waits_only_so_long():
    made = Readers(1, processes=1)
    made._free.get()
    with pytest.raises(BusyError):
        made.read(Article(id="a", text=TEXT), patience=0.01)
