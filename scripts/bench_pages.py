"""How long the workbench takes for its pages over an archive of many conferrals.

    python scripts/bench_pages.py                        a SQLite archive of 100,000 conferrals, composed as bench_search.py does
    python scripts/bench_pages.py --database big.sqlite  an archive of your own, or one that an earlier run has kept with --keep
    python scripts/bench_pages.py --exports …            exports of the whole archive instead, over HTTP at this machine

Composed conferrals get what pages read besides: three mentions each, 20,000 doubtful pairs, and every fifth is confirmed.
Articles are filled up to 80,000, each with a text of 2,000 characters, every fifth with warnings, every third touched by people.
One more article, of 10,000 characters out of the project's corpus, is extracted and imported, for its review.
Each page is asked for seven times after once unmeasured, from the application itself without a network; its median counts,
with the processor time of this process beside it, which other programs of the machine do not lengthen.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import socket
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
from bench_search import compose
from sqlalchemy import insert, select, text
from starlette.testclient import TestClient

from extractor.archive.bulk import change
from extractor.archive.database import open_archive, reading, writing
from extractor.archive.exchange import FORMATS
from extractor.archive.importing import import_records
from extractor.archive.incoming import Incoming
from extractor.archive.search import reindex
from extractor.archive.tables import Article, ArticleState, Doubt, Event, Mention
from extractor.lexicon import load
from extractor.models import Article as Given
from extractor.pipeline import extract
from extractor.read import read_articles
from extractor.web.app import create_app
from extractor.web.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_ROUNDS = 7
_PAIRS = 10_000  # of each of two kinds
_ARTICLES = 80_000
_LONG = 10_000  # characters
_OUTLET = "bench"
_CORPUS = Path(__file__).resolve().parents[1] / "corpus"
_SAID = "เมื่อวันที่ 12 มิถุนายน ผู้ว่าราชการจังหวัดเป็นประธานมอบรางวัลแก่โรงเรียนในพื้นที่ "
_INBOX = (
    "", "number=1000", "warned=1", "warned=1&number=300", "order=warnings", "order=published&number=1000", "state=new&number=700",
    "state=done", "outlet=outlet3", "outlet=outlet3&warned=1&since=2018-01-01&until=2020-12-31", "state=review&warned=1",
)  # fmt: skip
_FOUND = {
    "award": "SELECT award_id FROM conferrals GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
    "person": "SELECT authority FROM links WHERE authority LIKE 'person:%' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
    "conferral": "SELECT min(id) FROM conferrals",
    "article": "SELECT min(id) FROM articles",
}


def enrich(connection: Connection) -> None:
    """Give composed conferrals mentions, decisions and doubtful pairs."""
    dice = random.Random(1)
    asked = (
        "SELECT t.article, t.number, c.award, c.recipient, c.level FROM tellings AS t JOIN conferrals AS c ON c.id = t.conferral"
    )
    rows = connection.execute(text(asked))
    mentions: list[dict[str, Any]] = []
    for article, number, *values in rows.all():
        for field, said in zip(("award", "recipient", "level"), values, strict=True):
            row = {"article": article, "subject": "conferral", "number": number, "field": field, "start": 0, "end": len(said)}
            mentions.append(row | {"id": len(mentions) + 1, "text": said, "value": None, "rule": "composed", "gazetteer": None})
    connection.execute(insert(Mention), mentions)
    doubts: dict[tuple[str, str], dict[str, Any]] = {}
    for kind, source in (("conferral", "conferrals"), ("person", "authorities WHERE kind = 'person'")):
        ids = sorted(connection.execute(text(f"SELECT id FROM {source}")).scalars())
        for _ in range(_PAIRS):
            left, right = sorted(dice.sample(ids, 2))
            row = {"kind": kind, "left": left, "right": right, "state": "open", "score": dice.random(), "reasons": ["composed"]}
            doubts[left, right] = row
    connection.execute(insert(Doubt), list(doubts.values()))
    confirmed = connection.execute(text("SELECT id FROM conferrals WHERE number % 5 = 0 ORDER BY number")).scalars().all()
    connection.execute(text("UPDATE conferrals SET state = 'confirmed' WHERE number % 5 = 0"))
    said = {"who": "me", "action": "confirm", "other": None, "field": None, "value": None, "before": {}, "reason": None}
    events = [
        said | {"id": at + 1, "at": f"2025-{1 + at % 12:02}-01T00:00:00Z", "subject": given, "undone": None}
        for at, given in enumerate(confirmed)
    ]
    connection.execute(insert(Event), events)
    fill(connection)


def fill(connection: Connection) -> None:
    """Give articles texts, days, warnings and states, and add others until there are `_ARTICLES`."""
    dice = random.Random(2)
    there = connection.execute(text("SELECT max(id) FROM articles")).scalar_one()
    blank = dict.fromkeys(("text_sha256", "record_sha256", "version", "gazetteers"), "")
    added = [
        blank | {"id": at, "outlet": f"outlet{at % 12 + 1}", "article_id": str(at), "title": f"ข่าวที่ {at}", "meta": {},
                 "warnings": [], "imported": "", "run": 1}
        for at in range(there + 1, _ARTICLES + 1)
    ]  # fmt: skip
    if added:
        connection.execute(insert(Article), added)
    rows = []
    for at in range(1, max(there, _ARTICLES) + 1):
        warnings = [{"code": "claim", "message": "composed"}] * (dice.randrange(1, 5) if at % 5 == 0 else 0)
        day = f"{2015 + at % 10}-{1 + at % 12:02}-{1 + at % 28:02}"
        said = {"text": (_SAID * 30)[:2_000], "warnings": warnings, "warned": len(warnings), "published": day}
        rows.append({"id": at, "imported": "2025-01-01T00:00:00Z"} | said)
    change(connection, Article, "id", rows)
    states = [
        {"article": at, "state": "done" if at % 2 else "review", "changed": ""} for at in range(1, _ARTICLES + 1) if at % 3 == 0
    ]
    connection.execute(insert(ArticleState), states)


def long_article(engine: Engine) -> None:
    """Import an article of `_LONG` characters as `extractor extract` reads it, put together of the corpus's."""
    texts = [each.text for each in read_articles([str(_CORPUS / "b*.txt")], on_error=print)]
    article = Given(id="long", text="\n".join(texts)[:_LONG], source="bench_pages")
    import_records(engine, [Incoming(extract(article), article.text, _OUTLET)], load())


def pages(engine: Engine) -> list[str]:
    """The addresses that are measured."""
    with reading(engine) as connection:
        long = connection.execute(select(Article.id).where(Article.outlet == _OUTLET)).scalar()
        found = {kind: str(connection.execute(text(asked)).scalar()) for kind, asked in _FOUND.items()}
    entries = [f"/{kind}/{given.partition(':')[2] or given}" for kind, given in found.items()]
    browsing = ["/browse", "/browse?q=รางวัล", "/browse?agency=organisation:moe&year=2565", "/browse?page=4000", "/browse/person"]
    inbox = [f"/inbox?{asked}" for asked in _INBOX]
    deciding = ["/pairs", "/pairs?kind=person&at=50", "/learning"]
    reviewing = ["/review/1"] + ([] if long is None else [f"/review/{long}"])
    return [*browsing, *inbox, *entries, "/organisation/moe", "/organisation/moi", *reviewing, *deciding]


def measure(engine: Engine) -> None:
    """Ask for each page and print what it took."""
    settings = Settings(engine, "awards", "http://127.0.0.1:8000")
    with TestClient(create_app(settings), base_url=settings.base_url) as client:
        for address in pages(engine):
            response = client.get(address)
            assert response.status_code == 200, address
            clock, processor = [], []
            for _ in range(_ROUNDS):
                started, used = time.perf_counter(), time.process_time()
                client.get(address)
                clock.append((time.perf_counter() - started) * 1_000)
                processor.append((time.process_time() - used) * 1_000)
            print(f"{statistics.median(clock):7.0f} ms {statistics.median(processor):7.0f} ms processor  {address}")


def export(engine: Engine) -> None:
    """Fetch the whole archive in every format, each from a server of its own process, and print when its bytes came."""
    context = multiprocessing.get_context("fork")
    for form in FORMATS.values():
        with socket.create_server(("127.0.0.1", 0)) as place:
            address = f"http://127.0.0.1:{place.getsockname()[1]}"
            server = context.Process(target=_serve, args=(engine, address, place), daemon=True)
            server.start()
            while httpx.get(f"{address}/help").status_code != 200:
                time.sleep(0.1)
            before = _held(server.pid)
            started, first, size = time.perf_counter(), 0.0, 0
            with httpx.stream("GET", f"{address}/export/{form.name}", timeout=600) as answer:
                assert answer.status_code == 200
                for piece in answer.iter_raw():
                    first = first or time.perf_counter() - started
                    size += len(piece)
            spent, most = time.perf_counter() - started, _held(server.pid)
            server.terminate()
            server.join()
        print(f"{first:6.1f} s first byte {spent:6.1f} s all {size / 1e6:6.0f} MB  memory {before} to {most} MB  {form.name}")


def _serve(engine: Engine, address: str, place: socket.socket) -> None:
    import uvicorn  # noqa: PLC0415 - in the process that serves

    app = create_app(Settings(engine, "awards", address))
    uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off")).run([place])


def _held(process: int | None) -> int:
    """The most memory that a process has held so far, MB (Linux)."""
    told = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(told.partition("VmHWM:")[2].split()[0]) // 1024


def main() -> None:
    """Compose an archive, or open one, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", help="an archive that is there; without it one is composed")
    parser.add_argument("--conferrals", type=int, default=100_000, help="how many are composed")
    parser.add_argument("--exports", action="store_true", help="measure exports instead of pages")
    parser.add_argument("--keep", metavar="FILE", help="where the composed archive stays")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = options.database or options.keep or str(Path(folder) / "awards.sqlite")
        engine = open_archive(place, create=not options.database)
        if not options.database:
            with writing(engine) as connection:
                compose(connection, options.conferrals)
                enrich(connection)
            with writing(engine) as connection:
                reindex(connection)
            long_article(engine)
        (export if options.exports else measure)(engine)
        engine.dispose()


if __name__ == "__main__":
    main()
