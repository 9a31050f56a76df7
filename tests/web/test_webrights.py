"""Who may change what, route by route and role by role; other origins; XML with entities; the bound of files."""

from __future__ import annotations

import dataclasses
import re
import time
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from extractor.archive.database import writing
from extractor.read import read_articles
from extractor.web import context, users
from extractor.web.app import AREAS, create_app
from extractor.web.settings import Settings
from extractor.web.watching import articles_of
from tests.web.test_webbase import routes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PASSWORD = "ลำไยไร้ควันริมดอย ๙"
CHANGING = {"POST", "PUT", "PATCH", "DELETE"}
NEEDED = {
    "POST /language": "nobody",
    "POST /sign-in": "nobody",
    "POST /sign-out": "reader",
    "POST /account": "reader",
    "POST /inbox/paste": "editor",
    "POST /inbox/upload": "editor",
    "POST /review/{article}": "editor",
    "POST /review/{article}/others": "editor",
    "POST /pairs": "editor",
    "POST /pairs/undo": "editor",
    "POST /learning/accept": "editor",
    "PATCH /api/v1/conferrals/{given}": "editor",
    "POST /api/v1/conferrals/{given}/decisions": "editor",
    "POST /api/v1/conferrals/{given}/merge": "editor",
    "POST /api/v1/conferrals/{given}/split": "editor",
    "POST /api/v1/conferrals/{given}/part": "editor",
    "POST /api/v1/articles/{given}/conferrals": "editor",
    "POST /api/v1/doubts/{left}/{right}/decisions": "editor",
    "POST /api/v1/events/{number}/undo": "editor",
    "POST /api/v1/extract": "reader",
    "POST /api/v1/extract/batch": "reader",
}
"""Every way to change something, or to have work done, and who may at least."""

WHO = ("nobody", *context.ROLES)


def changing(app: Any) -> dict[str, tuple[str, str]]:
    pages = {id(route) for area in AREAS for route in area.routes}
    found = {}
    for path, route in routes(app):
        whole = path if id(route) in pages else f"/api/v1{path}"
        for method in set(getattr(route, "methods", None) or ()) & CHANGING:
            found[f"{method} {whole}"] = (method, re.sub(r"\{[^}]*\}", "1", whole))
    return found


@pytest.fixture
def shared(settings: Settings) -> Settings:
    with writing(settings.engine) as connection:
        for role in context.ROLES:
            users.add(connection, role, PASSWORD, role, by="test")
    return dataclasses.replace(settings, demand_users=True)


def test_every_way_to_change_something_is_known(settings: Settings):
    assert set(changing(create_app(settings))) == set(NEEDED)


@pytest.mark.parametrize("public", [False, True])
def test_each_role_may_do_what_is_its_own_and_no_more(shared: Settings, form: Callable[[str], str], *, public: bool):
    app = create_app(dataclasses.replace(shared, public=public))
    wrong = []
    for who in WHO:
        with TestClient(app, base_url=shared.base_url) as client:
            if who != "nobody":
                token = form(client.get("/sign-in").text)
                signed = client.post("/sign-in", data={"csrf": token, "name": who, "password": PASSWORD}, follow_redirects=False)
                assert signed.status_code == 303
            token = form(client.get("/help").text)
            ways = sorted(changing(app).items(), key=lambda way: way[0] == "POST /sign-out")  # which ends it, last
            for name, (method, place) in ways:
                json = {} if place.startswith("/api/") else None
                headers = {"X-CSRF-Token": token}
                answer = client.request(method, place, headers=headers, json=json, follow_redirects=False)
                led = answer.headers.get("location", "").startswith("/sign-in") and name != "POST /sign-out"
                refused = answer.status_code in {401, 403} or led
                needed = NEEDED[name]
                if public and name.startswith("POST /api/v1/extract"):
                    needed = "nobody"  # who may read may have a text extracted
                if name == "POST /sign-out" and (public or who == "nobody"):
                    continue  # whoever is out stays out
                may = WHO.index(who) >= WHO.index(needed)
                if refused == may or answer.status_code >= 500:
                    wrong.append((who, name, answer.status_code, answer.headers.get("location")))
                elif not may and who == "reader":
                    assert answer.status_code == 403, name
    assert wrong == []


def test_other_origins_read_nothing_but_reconciliation(client: TestClient):
    origin = {"Origin": "https://elsewhere.example"}
    pages = "/browse /inbox /article/1 /article/1.jsonld /export/csv /static/app.css /help /nowhere"
    for path in (*pages.split(), "/api/v1/conferrals", "/api/v1/openapi.json", "/oai?verb=Identify"):
        for method in ("GET", "OPTIONS"):
            asked = origin | {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
            headers = client.request(method, path, headers=asked).headers
            assert not [name for name in headers if name.startswith("access-control-")], (method, path)
    allowed = client.get("/reconcile", headers=origin).headers
    assert allowed["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in allowed
    assert "set-cookie" not in allowed


_ENTITY = """<!DOCTYPE x [<!ENTITY told SYSTEM "file://{secret}"><!ENTITY % more SYSTEM "http://127.0.0.1:9/more.dtd"> %more;]>"""
_BOMB = (
    '<!DOCTYPE x [<!ENTITY a0 "ฮ่า">'
    + "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10))
    + "]>"
)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    place = tmp_path / "secret.txt"
    place.write_text("ความลับของเครื่อง", encoding="utf-8")
    return place


def feed(prolog: str, entity: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{prolog}<rss version="2.0"><channel><title>ข่าว</title><item><title>ข่าว</title>'
        f"<link>https://news.example/1</link><description>ได้รับรางวัล {entity}</description></item></channel></rss>"
    ).encode()


def test_no_xml_or_html_that_comes_in_reads_a_file_or_grows(secret: Path, tmp_path: Path, own_client: TestClient):
    begun = time.monotonic()
    outside = _ENTITY.format(secret=secret)
    told = [article.text for content in (feed(outside, "&told;"), feed(_BOMB, "&a9;"))
            for article in articles_of(content, "https://news.example/feed")]  # fmt: skip
    page = tmp_path / "page.html"
    for prolog, entity in ((outside, "&told;"), (_BOMB, "&a9;")):
        page.write_text(f"{prolog}<html><body><p>กรมหนึ่งได้รับรางวัล {entity}</p></body></html>", encoding="utf-8")
        told += [article.text for article in read_articles([str(page)], on_error=lambda _: None)]
    assert told
    assert not [text for text in told if "ความลับ" in text or len(text) > 10_000]
    # OAI-PMH takes arguments, never XML: a document that is posted is not looked at
    body = f"{outside}<OAI>&told;</OAI>"
    for path in ("/oai", "/oai?verb=Identify"):
        answer = own_client.post(path, content=body.encode(), headers={"Content-Type": "application/xml"})
        assert "ความลับ" not in answer.text
        assert answer.status_code < 500
    assert time.monotonic() - begun < 10


def test_no_more_files_come_at_once_than_are_taken(settings: Settings, form: Callable[[str], str]):
    assert Settings(settings.engine, "x", "http://127.0.0.1").most_files == 500
    app = create_app(dataclasses.replace(settings, most_files=3))
    with TestClient(app, base_url=settings.base_url) as client:
        token = form(client.get("/help").text)

        def send(plain: int, within: int) -> Any:
            files = [("files", (f"{number}.txt", b"", "text/plain")) for number in range(plain)]
            files += [("folder", (f"x/{number}.txt", b"", "text/plain")) for number in range(within)]
            return client.post("/inbox/upload", data={"csrf": token}, files=files, follow_redirects=False)

        for plain, within in ((4, 0), (0, 4), (2, 2)):
            refused = send(plain, within)
            assert refused.status_code == 400, (plain, within)
            assert "แฟ้มเกินกำหนด" in refused.text
        assert send(2, 1).status_code == 303


def test_the_fields_and_files_of_any_other_form_are_bounded_too(client: TestClient, form: Callable[[str], str]):
    token = form(client.get("/help").text)
    many = {"csrf": token} | {f"x{number}": "1" for number in range(1_001)}
    assert client.post("/language", data=many).status_code == 400
    assert client.post("/language", data={"csrf": token, "language": "x" * 2_000_000}).status_code == 400
