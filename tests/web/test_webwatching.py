"""Watched folders and feeds: what is new comes in once, and a feed is asked politely."""

from __future__ import annotations

import math
import os
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from extractor.archive.database import reading
from extractor.archive.tables import Article
from extractor.errors import ArchiveError, FormatError
from extractor.web.watching import PAUSE, Watching, articles_of, ask, checked_feed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>ข่าว</title>
<item><title>กรมสมมุติรับรางวัล</title><link>https://news.example/1</link>
<content:encoded><![CDATA[<p>กรมสมมุติได้รับรางวัลเลิศรัฐ ประจำปี 2566</p><script>alert(1)</script>
<p>ระดับดีเด่น</p>]]></content:encoded></item>
<item><title>ไม่มีเนื้อ</title><link>https://news.example/2</link></item>
</channel></rss>"""


class Site:
    """A site of one feed: what it was asked, and what it answers."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.status = 200
        self.body, self.kind, self.wait = FEED.encode(), "application/rss+xml", ""
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(dict(self.headers))
                same = self.headers.get("If-None-Match") == '"one"'
                self.send_response(304 if same and site.status == 200 else site.status)
                self.send_header("ETag", '"one"')
                self.send_header("Content-Type", site.kind)
                self.send_header("Retry-After", site.wait)
                self.end_headers()
                if not same and site.status == 200:
                    self.wfile.write(site.body)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/feed"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


def held(settings: Any) -> dict[str, str]:
    with reading(settings.engine) as connection:
        return dict(connection.execute(select(Article.article_id, Article.text)).all())  # type: ignore[arg-type]


def test_a_feed_of_full_texts_is_taken_in_and_asked_again_by_its_mark(settings: Any, site: Site):
    feed = checked_feed(site.url)
    watching = Watching(settings.engine, [], [feed])
    assert watching.look(1000.0) == 1
    assert held(settings)["https://news.example/1"] == "กรมสมมุติรับรางวัล\n\nกรมสมมุติได้รับรางวัลเลิศรัฐ ประจำปี 2566\nระดับดีเด่น"
    assert watching.look(1000.0 + PAUSE - 1) == 0
    assert len(site.asked) == 1
    assert watching.look(1000.0 + PAUSE) == 0
    assert site.asked[1]["If-None-Match"] == '"one"'
    assert site.asked[0]["User-Agent"].startswith("thai-awards/")


def test_a_feed_that_fails_is_asked_ever_more_seldom(site: Site):
    feed = checked_feed(site.url)
    site.status = 503
    for wait in (2 * PAUSE, 4 * PAUSE):
        assert ask(feed, 0.0) is None
        assert feed.due == wait
    site.status = 200
    assert ask(feed, 0.0)
    assert feed.pause == PAUSE
    site.status, site.wait = 429, "7200"
    assert ask(feed, 0.0) is None
    assert feed.due == 7200.0
    site.status = 410
    assert ask(feed, 0.0) is None
    assert feed.due == math.inf


def test_a_feed_is_read_in_the_encoding_that_it_was_sent_with(site: Site):
    feed = checked_feed(site.url)
    site.body = FEED.replace(' encoding="utf-8"', "").encode("cp874")
    site.kind = "application/rss+xml; charset=windows-874"
    (found,) = articles_of(ask(feed, 0.0) or b"", feed.url, feed.kind)
    assert found.text.startswith("กรมสมมุติรับรางวัล\n")


def test_what_the_archive_could_not_take_comes_in_later(settings: Any, site: Site, tmp_path: Path, monkeypatch: Any):
    (tmp_path / "ข่าว.txt").write_text("กรมสมมุติได้รับรางวัลเลิศรัฐ ประจำปี 2566", encoding="utf-8")
    now = (tmp_path / "ข่าว.txt").stat().st_mtime + 9
    folder, feed = Watching(settings.engine, [tmp_path], []), Watching(settings.engine, [], [checked_feed(site.url)])

    def locked(*_: Any, **__: Any) -> None:
        raise ArchiveError("the database is locked")

    with monkeypatch.context() as patched:
        patched.setattr("extractor.web.inbox.taking.import_records", locked)
        for watching in (folder, feed):
            with pytest.raises(ArchiveError):
                watching.look(now)
    assert len(held(settings)) == 8
    assert folder.look(now) == 1
    assert feed.look(now + PAUSE) == 1
    assert {"ข่าว", "https://news.example/1"} <= held(settings).keys()


def test_only_web_addresses_are_feeds_and_what_is_no_feed_has_no_articles():
    for wrong in ("file:///etc/passwd", "ftp://x/y", "https://", "feed.xml"):
        with pytest.raises(FormatError):
            checked_feed(wrong)
    assert list(articles_of(b"<html><p>no feed", "https://news.example/")) == []


def test_the_files_of_a_folder_come_in_once_and_again_when_they_change(settings: Any, tmp_path: Path):
    folder = tmp_path / "in"
    folder.mkdir()
    place = folder / "ข่าว.txt"
    place.write_text("กรมสมมุติได้รับรางวัลเลิศรัฐ ประจำปี 2566", encoding="utf-8")
    (folder / ".hidden.txt").write_text("ซ่อน", encoding="utf-8")
    watching = Watching(settings.engine, [folder], [])
    now = place.stat().st_mtime
    assert watching.look(now + 1) == 0  # it may still be written
    assert watching.look(now + 3) == 1
    assert watching.look(now + 9) == 0
    place.write_text("กรมสมมุติได้รับรางวัลเลิศรัฐ ประจำปี 2567", encoding="utf-8")
    os.utime(place, (now + 20, now + 20))
    assert watching.look(now + 30) == 1
    assert held(settings)["ข่าว"].endswith("2567")
    assert len(held(settings)) == 9
