"""What all pages share: the frame, languages, forged forms, headers, bounds, errors."""

from __future__ import annotations

import dataclasses
import re
import sqlite3
from io import BytesIO
from urllib.parse import quote

import pytest
from babel.messages.extract import extract_from_dir
from sqlalchemy import select, text
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation
from starlette.testclient import TestClient

from extractor.archive.database import reading as reading_archive
from extractor.archive.importing import import_records
from extractor.archive.tables import Article, Link, Telling
from extractor.lexicon import load
from extractor.web import language
from extractor.web.app import AREAS, create_app
from extractor.web.context import limit, reading
from extractor.web.language import current
from extractor.web.templating import both_eras, day, mention
from tests.archive.records import incoming
from tests.conftest import ROOT

WEB = ROOT / "extractor" / "web"


def test_the_first_page_leads_on_and_help_is_in_thai_until_english_is_chosen(own_client: TestClient, form):
    assert own_client.get("/", follow_redirects=False).status_code == 303
    page = own_client.get("/help")
    assert page.status_code == 200
    assert '<html lang="th">' in page.text
    assert "วิธีใช้" in page.text
    done = own_client.post("/language", data={"csrf": form(page.text), "language": "en", "then": "//elsewhere.example"})
    assert done.history[0].headers["location"] == "/"
    page = own_client.get("/help")
    assert '<html lang="en">' in page.text
    assert "For editors" in page.text


def test_everything_that_is_said_in_thai_is_said_in_english():
    methods = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
    said = {}
    options = {"**.html": {"trim_blocks": "true", "lstrip_blocks": "true"}}
    for name, _, message, _, _ in extract_from_dir(str(WEB), methods, options):
        for said_so in (message,) if isinstance(message, str) else message[:1]:
            if said_so and re.search("[ก-๙]", said_so):
                said.setdefault(said_so, name)
    assert said
    assert {text: name for text, name in said.items() if text not in language.catalogue()} == {}


@pytest.mark.parametrize("name", sorted(path.relative_to(WEB).as_posix() for path in (WEB / "templates").rglob("*.html")))
def test_no_template_has_script_or_style_of_its_own(name):
    text = (WEB / name).read_text(encoding="utf-8")
    assert re.findall(r"<style|\sstyle=|\son\w+=|\bhx-on|javascript:|<script(?![^>]*\bsrc=)|\|\s*safe\b", text) == []


def test_dates_and_mentions_in_pages():
    class Found:
        text, start, end, rule, field = "<b>", 1, 4, "award.named", "award"

    assert both_eras(2023) == "2566 / 2023"
    assert both_eras("2022-09-12") == "12 กันยายน 2565 / 12 Sep 2022"
    assert day("2022-09-12T01:02:03Z") == "12 ก.ย. 2565 / 2022 01:02 UTC"
    token = current.set("en")
    assert both_eras(2023) == "2023 / 2566 BE"
    assert both_eras("2022-09-12") == "12 Sep 2022 / 2565 BE"
    assert both_eras("2022-09-12/2022-09-14") == "12 Sep 2022 – 14 Sep 2022 / 2565 BE"
    assert both_eras("someday") == "someday"
    assert day("2022-09-12") == "12 Sep 2022 / 2565 BE"
    current.reset(token)
    assert "&lt;b&gt;</mark>" in mention(Found())
    assert 'class="mention mention-award" data-start="1" data-end="4" data-rule="award.named"' in mention(Found())
    assert mention(None) == ""


def test_pages_answer_head_without_a_body(client: TestClient):
    for path in ("/browse", "/article/1", "/article/1.jsonld", "/inbox", "/export/jsonl", "/inbox/export/csv", "/static/app.css"):
        head, got = client.head(path), client.get(path)
        assert head.status_code == got.status_code == 200, path
        assert head.content == b""
        assert head.headers["content-type"] == got.headers["content-type"]
    assert client.head("/nowhere").status_code == 404


def test_every_answer_is_strict(client: TestClient):
    for path in ("/help", "/nowhere", "/static/app.css", "/api/v1/nowhere"):
        headers = client.get(path).headers
        assert "script-src 'self';" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    assert client.get("/help").headers["cache-control"] == "no-store"
    [address] = set(re.findall(r"/static/app\.css\?v=\w+", client.get("/help").text))
    assert "immutable" in client.get(address).headers["cache-control"]


def test_a_form_without_the_sessions_token_changes_nothing(own_client: TestClient, form):
    own_client.app.add_api_route("/api/tell", lambda: "", methods=["POST"])
    token = form(own_client.get("/help").text)
    assert own_client.post("/language", data={"language": "en"}).status_code == 403
    assert own_client.post("/language", data={"language": "en", "csrf": token[::-1]}).status_code == 403
    other = {"Origin": "https://elsewhere.example"}
    assert own_client.post("/language", data={"language": "en", "csrf": token}, headers=other).status_code == 403
    for kind in ({"Content-Type": "application/json"}, {"Content-Type": "text/plain"}, {}):
        for origin in ("https://elsewhere.example", "null"):
            assert own_client.post("/api/tell", content="{}", headers=kind | {"Origin": origin}).status_code == 403
    assert own_client.post("/api/tell", content="{}", headers={"Content-Type": "text/plain"}).status_code == 403
    assert own_client.post("/api/tell", content="{}", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert own_client.post("/api/tell", content="{}", headers={"Content-Type": "application/json"}).status_code == 200
    by_htmx = {"X-CSRF-Token": token, "Origin": "http://127.0.0.1:8000"}
    assert own_client.post("/language", data={"language": "en"}, headers=by_htmx).status_code == 200


def test_another_name_of_the_server_is_refused_where_nobody_signs_in(client: TestClient):
    assert client.get("/help", headers={"Host": "elsewhere.example"}).status_code == 400
    assert client.get("/help", headers={"Host": "localhost:8000"}).status_code == 200


def test_more_bytes_than_are_taken_are_refused(client: TestClient):
    most = 32_000_000

    def pieces():
        for _ in range(33):
            yield b"x" * 1_000_000

    assert client.post("/language", content=b"", headers={"Content-Length": str(most + 1)}).status_code == 413
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    assert client.post("/language", content=pieces(), headers=headers).status_code in {400, 413}


def test_a_failure_tells_no_reason_and_changes_nothing(settings, caplog):
    def fail() -> None:
        raise RuntimeError("secret of the house")

    app = create_app(settings)
    app.add_api_route("/fail", fail)
    app.add_api_route("/api/fail", fail)
    with TestClient(app, base_url=settings.base_url, raise_server_exceptions=False) as client:
        for path in ("/fail", "/api/fail"):
            answer = client.get(path)
            assert answer.status_code == 500
            assert "secret" not in answer.text
            assert "content-security-policy" in answer.headers
    assert "secret of the house" in caplog.text


def test_an_archive_that_is_gone_tells_not_where_it_was(settings):
    def ask(request: Request) -> None:
        with reading(request) as connection:
            connection.execute(text("SELECT 1 FROM nowhere"))

    app = create_app(settings)
    app.add_api_route("/ask", ask)
    with TestClient(app, base_url=settings.base_url) as client:
        answer = client.get("/ask")
    assert answer.status_code == 503
    assert "nowhere" not in answer.text
    assert "sqlite" not in answer.text.replace(settings.name, "")


def test_extraction_is_asked_for_only_so_often(settings):
    def ask(request: Request) -> None:
        limit(request, "extraction")

    app = create_app(dataclasses.replace(settings, extractions="2/minute"))
    app.add_api_route("/api/ask", ask)
    with TestClient(app, base_url=settings.base_url) as client:
        assert [client.get("/api/ask").status_code for _ in range(3)] == [200, 200, 429]
        assert int(client.get("/api/ask").headers["retry-after"]) > 0


def test_errors_tell_no_internals(client: TestClient):
    page = client.get("/nowhere")
    assert page.status_code == 404
    assert "ไม่พบหน้านี้" in page.text
    assert client.get("/api/v1/nowhere").json() == {"type": "about:blank", "title": "Not Found", "status": 404}
    assert client.get("/nowhere", headers={"HX-Request": "true"}).headers["content-type"].startswith("text/plain")


def test_the_catalogues_are_read_in_full():
    from babel.messages.pofile import read_po  # noqa: PLC0415

    for path in (WEB / "locale" / "en").glob("*.po"):
        untold = [message.id for message in read_po(BytesIO(path.read_bytes())) if message.id and not message.string]
        assert untold == [], path.name


HOSTILE = "<img src=x onerror=alert(1)>'\";--<script>{{7*7}}</script>"


def test_what_articles_say_is_never_markup(settings):
    brought = incoming(
        HOSTILE,
        {"award": f"รางวัล{HOSTILE}", "year": 2022, "recipient": f"เทศบาล{HOSTILE}", "work": HOSTILE, "category": HOSTILE},
        outlet=HOSTILE,
        title=HOSTILE,
        people=((f"นาย{HOSTILE}", HOSTILE, None),),
    )
    brought = dataclasses.replace(brought, url="javascript:alert(1)")
    import_records(settings.engine, [brought], load())
    with reading_archive(settings.engine) as connection:
        number = connection.execute(select(Article.id).where(Article.outlet == HOSTILE)).scalar_one()
        conferral = connection.execute(select(Telling.conferral).where(Telling.article == number)).scalar_one()
        named = [f"/{given.partition(':')[0]}/{given}" for given in
                 connection.execute(select(Link.authority).where(Link.article == number)).scalars()]  # fmt: skip
    pages = [f"/article/{number}", f"/review/{number}", f"/conferral/{conferral}", "/inbox", "/pairs", "/browse", *named]
    pages += [f"{path}?{name}={quote(HOSTILE)}" for path in ("/browse", "/inbox", "/nowhere") for name in ("q", "award", "year")]
    with TestClient(create_app(settings), base_url=settings.base_url) as client:
        seen = 0
        for path in pages:
            answer = client.get(path)
            assert answer.status_code < 500, path
            if answer.headers["content-type"].startswith("text/html"):
                assert not re.search(r"<img|<script>|=.?javascript:|\s49\s", answer.text), path
                seen += "&lt;img" in answer.text
    assert seen


def test_scripts_write_text_alone():
    for path in (WEB / "static").glob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text) == [], path.name


def routes(app) -> list[tuple[str, object]]:
    """The routes of all areas, with their paths; those of the API as they stand in it."""
    found = [route for area in AREAS for route in area.routes]
    for mounted in app.routes:
        if getattr(mounted, "path", "") == "/api/v1":
            for route in mounted.app.routes:
                found += getattr(getattr(route, "original_router", None), "routes", [route])
    return [(route.path, route) for route in found]


def test_what_changes_something_is_never_got(settings):
    app = create_app(settings)
    watching = sqlite3.connect(settings.engine.url.database)
    before = watching.execute("PRAGMA data_version").fetchone()
    with TestClient(app, base_url=settings.base_url) as client:
        for path, route in routes(app):
            if "GET" in (getattr(route, "methods", None) or ()):
                api = route not in [each for area in AREAS for each in area.routes]
                client.get(("/api/v1" if api else "") + re.sub(r"\{[^}]*\}", "1", path))
                assert watching.execute("PRAGMA data_version").fetchone() == before, path
    watching.close()


def test_a_changed_session_is_none(own_client: TestClient, form):
    token = form(own_client.get("/help").text)
    cookie = own_client.cookies["session"]
    assert form(own_client.get("/help").text) == token
    own_client.cookies.clear()
    own_client.cookies.set("session", "x" + cookie[1:], domain="127.0.0.1")
    assert form(own_client.get("/help").text) != token


def test_security_names_tests_that_exist():
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:[\w/]+/)?test_\w+\.py|archive/servers)(?:::(\w+))?`", page)
    assert len(named) > 40
    for file, test in named:
        place = next((each for each in (ROOT / "tests" / "web" / file, ROOT / "tests" / file) if each.exists()), None)
        assert place, file
        assert not test or f"def {test}(" in place.read_text(encoding="utf-8"), (file, test)
