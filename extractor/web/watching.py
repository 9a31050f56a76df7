"""Watches folders and feeds of full texts, and takes in what is new, while the workbench is served.

A feed is asked for politely: under a name of our own, at most once in `PAUSE` seconds, with the marks of the last answer so that
what has not changed is not sent again, and ever more seldom while it fails. Nothing that a feed links to is fetched.
"""

from __future__ import annotations

import codecs
import logging
import math
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from extractor.errors import ArchiveError, EmptyInputError, ExtractorError, FormatError
from extractor.read import read_items
from extractor.read.articles import make_article
from extractor.run.limit import SECONDS
from extractor.version import __version__
from extractor.web.inbox.taking import take

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from http.client import HTTPMessage
    from pathlib import Path
    from typing import IO

    from sqlalchemy import Engine

    from extractor.models import Article
    from extractor.read import Item, Reject

PAUSE = 900.0
"""Seconds between two questions to one feed; folders are looked at every `LOOK` seconds."""

LOOK = 5.0
_SETTLED = 2.0  # seconds for which a file is left alone after it was written last
_LONGEST_PAUSE = 86_400.0
GONE = 410  # a feed that answers so is asked no more
_MOST_BYTES = 16_000_000
_TIMEOUT = 20.0
_BLOCKS = frozenset(("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "ul", "ol", "table"))
_LEFT_OUT = "script|style|noscript|iframe|form|button"
_LOG = logging.getLogger(__name__)


codecs.register(lambda name: codecs.lookup("cp874") if name == "windows_874" else None)  # as Thai sites call it


@dataclass(slots=True)
class Feed:
    """A feed by its address, with marks and content type of its last answer, and when (by the clock) it may be asked again."""

    url: str
    etag: str | None = None
    modified: str | None = None
    pause: float = PAUSE
    due: float = 0.0
    kind: str = ""


class _Stay(HTTPRedirectHandler):
    """Follows a redirection to another web address only."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if urlsplit(newurl).scheme not in {"http", "https"}:
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def checked_feed(url: str) -> Feed:
    """A feed to be watched.

    Raises:
        FormatError: it is no web address.
    """
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise FormatError(f"{url!r} is no web address", remedy="give one that begins with https://")
    return Feed(url)


def ask(feed: Feed, now: float) -> bytes | None:
    """What a feed holds, or None if it is as it was, or failed; notes when it may be asked again."""
    asked = Request(feed.url, headers={"User-Agent": f"thai-awards/{__version__}"})  # noqa: S310 - checked_feed looked at it
    for name, mark in (("If-None-Match", feed.etag), ("If-Modified-Since", feed.modified)):
        if mark:
            asked.add_header(name, mark)
    feed.due = now + feed.pause
    try:
        with build_opener(_Stay).open(asked, timeout=_TIMEOUT) as answer:
            content: bytes = answer.read(_MOST_BYTES + 1)
            etag, modified = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
            feed.kind = answer.headers.get("Content-Type", "")
    except HTTPError as error:
        if error.code == 304:
            feed.pause = PAUSE
            return None
        _later(feed, now, f"answers {error.code}", error.headers.get("Retry-After", ""))
        if error.code == GONE:
            feed.due = math.inf
        return None
    except (URLError, OSError, ValueError) as error:
        _later(feed, now, str(getattr(error, "reason", error)))
        return None
    if len(content) > _MOST_BYTES:
        _later(feed, now, f"is longer than {_MOST_BYTES:,} bytes")
        return None
    feed.etag, feed.modified, feed.pause = etag, modified, PAUSE
    return content


def _later(feed: Feed, now: float, problem: str, wished: str = "") -> None:
    """Ask later, twice as much each time, and no earlier than the site wishes (`Retry-After` in seconds)."""
    asked = int(wished) if wished.isascii() and wished.isdigit() else 0
    feed.pause = min(max(feed.pause * 2, asked), _LONGEST_PAUSE)
    feed.due = now + feed.pause
    _LOG.warning("feed %s %s; asked again in %d minutes", feed.url, problem, feed.pause / 60)


def articles_of(content: bytes, url: str, kind: str = "") -> Iterator[Article]:
    """The articles of a feed: each entry that brings its text, its address as the id; entries without one are passed over.

    `kind` is the content type that it was sent with, which may name its encoding.
    """
    import feedparser  # noqa: PLC0415 - only where feeds are watched

    outlet = (urlsplit(url).hostname or "").removeprefix("www.")
    for entry in feedparser.parse(content, response_headers={"content-type": kind} if kind else None).entries:
        body = next((each.value for each in entry.get("content", ())), None) or entry.get("summary", "")
        given = entry.get("link") or entry.get("id")
        if not given or not body:
            continue
        meta = {"url": entry.get("link"), "outlet": outlet, "published": entry.get("published"), "author": entry.get("author")}
        text = "\n\n".join(part for part in (plain(entry.get("title", "")), plain(body)) if part)
        try:
            yield make_article(given, text, url, meta={name: value for name, value in meta.items() if value})
        except (EmptyInputError, FormatError) as error:
            _LOG.warning("feed %s: %s: %s", url, given, error)


def plain(html: str) -> str:
    r"""The text of HTML, a line for each of its blocks.

    >>> plain("<p>กรม ก <b>รับ</b>รางวัล</p><p>วันนี้</p>")
    'กรม ก รับรางวัล\nวันนี้'
    """
    import lxml.html  # noqa: PLC0415 - only where feeds are watched

    if not html.strip():
        return ""
    parts: list[str] = []

    def walk(element: Any) -> None:  # noqa: ANN401 - lxml has no type of its own for it
        block = element.tag in _BLOCKS
        if not isinstance(element.tag, str) or element.tag in _LEFT_OUT.split("|"):
            return
        parts.append(("\n" if block else "") + (element.text or "").replace("\n", " "))
        for child in element:
            walk(child)
            parts.append((child.tail or "").replace("\n", " "))
        parts.append("\n" if block else "")

    walk(lxml.html.fragment_fromstring(html, create_parent="div"))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


@dataclass(slots=True)
class Folder:
    """A folder that is watched; `seen` has each file's time and size as they were taken in."""

    path: Path
    seen: dict[str, tuple[float, int]] = field(default_factory=dict)

    def changed(self, now: float) -> list[str]:
        """The files that are new or changed, and have not been written to for a moment; each is told once."""
        found = []
        for place in sorted(self.path.rglob("*")):
            try:
                told = place.stat()
            except OSError:
                continue
            mark = (told.st_mtime, told.st_size)
            hidden = any(part.startswith(".") for part in place.relative_to(self.path).parts)
            if hidden or not place.is_file() or now - told.st_mtime < _SETTLED or self.seen.get(str(place)) == mark:
                continue
            self.seen[str(place)] = mark
            found.append(str(place))
        return found

    def forget(self, files: Iterable[str]) -> None:
        """Tell these again at the next look, as they did not come in."""
        for name in files:
            self.seen.pop(name, None)


class Watching:
    """Looks at folders and feeds again and again, in a thread of its own."""

    def __init__(
        self,
        engine: Engine,
        folders: Sequence[Path],
        feeds: Sequence[Feed],
        *,
        told: Callable[[str], None] = _LOG.info,
        seconds: float = SECONDS,
    ) -> None:
        self._engine = engine
        self._folders = [Folder(path) for path in folders]
        self._feeds = list(feeds)
        self._told = told
        self._seconds = seconds
        self._ended = threading.Event()

    def start(self) -> None:
        """Begin; what fails is told in the log, and the next look follows."""
        threading.Thread(target=self._go, name="watching", daemon=True).start()

    def stop(self) -> None:
        """End after what is being taken in."""
        self._ended.set()

    def _go(self) -> None:
        while not self._ended.is_set():
            try:
                self.look(time.time())
            except ExtractorError as error:
                _LOG.warning("watching: %s", error)
            except Exception:  # noqa: BLE001 - one bad look must not end the watch
                _LOG.exception("watching")
            self._ended.wait(LOOK)

    def look(self, now: float) -> int:
        """Take in what is new; gives how many articles came.

        Raises:
            ArchiveError: the database failed; what was new is taken in at a later look.
        """
        came = 0
        for folder in self._folders:
            if files := folder.changed(now):
                try:
                    came += self._take(read_items(files))
                except ArchiveError:
                    folder.forget(files)
                    raise
        for feed in self._feeds:
            if feed.due <= now and (content := ask(feed, now)) is not None:
                try:
                    came += self._take(articles_of(content, feed.url, feed.kind))
                except ArchiveError:
                    feed.etag = feed.modified = None  # else it would be as it was when it is asked again
                    raise
        return came

    def _take(self, items: Iterable[Item]) -> int:
        _, came = take(self._engine, items, "", self._aside, seconds=self._seconds)
        if came:
            self._told(f"{came} taken in")
        return came

    @staticmethod
    def _aside(reject: Reject) -> None:
        _LOG.warning("set aside: %s", reject)
