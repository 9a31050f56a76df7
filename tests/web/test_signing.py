"""Users: who may do what, signing in and out, and what is kept of it."""

from __future__ import annotations

import base64
import dataclasses
import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from fastapi import Depends
from sqlalchemy import select
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation
from starlette.testclient import TestClient

from extractor.archive.database import reading, writing
from extractor.archive.tables import Audit, SignIn, User
from extractor.cli import BAD_ARCHIVE, main
from extractor.errors import ArchiveError, UnknownIdError
from extractor.web import context, users
from extractor.web.app import create_app
from tests.archive.conftest import archive, database, postgresql  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from extractor.web.settings import Settings

PASSWORD = "ลำไยไร้ควันริมดอย ๙"


@pytest.fixture
def shared(settings: Settings) -> Settings:
    """Settings for three users, one of each role, by HTTPS."""
    with writing(settings.engine) as connection:
        for role in context.ROLES:
            users.add(connection, f"อร-{role}", PASSWORD, role, by="test")
    return dataclasses.replace(settings, demand_users=True, base_url="https://awards.example.org", sign_ins="3/minute")


def named(request: Request) -> str:
    return context.user(request).name


@pytest.fixture
def visitor(shared: Settings) -> Iterator[TestClient]:
    app = create_app(shared)

    for role in context.ROLES:
        for path in (f"/only/{role}", f"/api/only/{role}"):
            app.add_api_route(path, named, dependencies=[Depends(context.require(role))])
    with TestClient(app, base_url=shared.base_url) as made:
        yield made


def sign_in(client: TestClient, form, name: str = "อร-editor", password: str = PASSWORD, then: str = "/"):
    token = form(client.get("/sign-in").text)
    data = {"csrf": token, "name": name, "password": password, "then": then}
    return client.post("/sign-in", data=data, follow_redirects=False)


def test_users_are_kept_with_hashes_on_both_databases(archive: Engine):  # noqa: F811
    with writing(archive) as connection:
        users.add(connection, " อร ", PASSWORD, "admin", by="root")
        users.add(connection, "นิด", PASSWORD, "reader", by="อร")
        hashed = connection.execute(select(User.password).where(User.name == "อร")).scalar_one()
        assert hashed.startswith("$argon2id$")
        assert users.checked(connection, "อร", PASSWORD) == context.User("อร", "admin")
        assert users.checked(connection, "อร", PASSWORD + " ") is None
        assert users.checked(connection, "ไม่มี", PASSWORD) is None
        for name in ("", "a:b", "a\nb", "x" * 101):
            with pytest.raises(ArchiveError, match="no name of a user"):
                users.add(connection, name, PASSWORD, "reader", by="อร")
        for password in ("สั้นไป", "x" * 257, "aaaaaaaaaaaaa", "qwertyuiopas", "password1234", "พิมพ์ใจพิมพ์ใจพิมพ์ใจ"):
            with pytest.raises(ArchiveError, match="password"):
                users.add(connection, "พิมพ์ใจ", password, "reader", by="อร")
        with pytest.raises(ArchiveError, match="already"):
            users.add(connection, "นิด", PASSWORD, "reader", by="อร")
        with pytest.raises(ArchiveError, match="only admin"):
            users.change_role(connection, "อร", "reader", by="อร")
        with pytest.raises(UnknownIdError):
            users.remove(connection, "ไม่มี", by="อร")
        token = users.begin(connection, context.User("นิด", "reader"), 12, "::1")
        assert connection.execute(select(SignIn.key)).scalar_one() != token
        users.change_role(connection, "นิด", "editor", by="อร")
        assert users.signed_in(connection, token) == context.User("นิด", "editor")
        users.change_password(connection, "นิด", PASSWORD[::-1], by="อร")
        assert users.signed_in(connection, token) is None
        assert users.signed_in(connection, users.begin(connection, context.User("นิด", "reader"), 0, None)) is None
        assert [(user.name, user.role) for user in users.listed(connection)] == [("นิด", "editor"), ("อร", "admin")]
        users.remove(connection, "นิด", by="อร")
        actions = [noted.action for noted in reversed(users.audit(connection))]
        assert actions == ["add", "add", "sign-in", "role", "password", "sign-in", "remove"]


def test_nobody_gets_in_without_signing_in(visitor: TestClient):
    for path in ("/", "/account", "/only/reader", "/static/../only/reader"):
        answer = visitor.get(path, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"][:9]) == (303, "/sign-in?"), path
    assert visitor.get("/help").status_code == 200
    answer = visitor.get("/api/only/reader")
    assert (answer.status_code, answer.headers["www-authenticate"][:5]) == (401, "Basic")
    assert visitor.get("/only/reader", headers={"HX-Request": "true"}).headers["hx-redirect"] == "/sign-in"


def test_signing_in_and_out(visitor: TestClient, form, shared: Settings):
    before = visitor.get("/sign-in?then=//elsewhere.example").text
    assert 'name="then" value="/"' in before
    answer = sign_in(visitor, form, then="/only/reader?x=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/only/reader?x=1")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-session=")
    assert {"httponly", "secure", "samesite=lax", "path=/"} <= {part.strip().lower() for part in cookie.split(";")}
    assert "max-age=31536000" in answer.headers["strict-transport-security"]
    assert visitor.get("/only/reader").json() == "อร-editor"
    assert visitor.get("/only/editor").status_code == 200
    assert visitor.get("/only/admin").status_code == 403
    assert visitor.get("/users").status_code == 403
    assert form(visitor.get("/help").text) != form(before)  # the session began anew
    stolen = visitor.cookies["__Host-session"]
    left = visitor.post("/sign-out", data={"csrf": form(visitor.get("/help").text)})
    assert "cache" in left.history[0].headers["clear-site-data"]
    visitor.cookies.set("__Host-session", stolen, domain="awards.example.org")
    assert visitor.get("/only/reader", follow_redirects=False).status_code == 303
    with reading(shared.engine) as connection:
        assert [row.action for row in connection.execute(select(Audit.action))][-2:] == ["sign-in", "sign-out"]


def test_a_removed_user_is_out_at_once(visitor: TestClient, form, shared: Settings):
    sign_in(visitor, form)
    assert visitor.get("/only/editor").status_code == 200
    with writing(shared.engine) as connection:
        users.change_role(connection, "อร-editor", "reader", by="test")
    assert visitor.get("/only/editor").status_code == 403
    with writing(shared.engine) as connection:
        users.remove(connection, "อร-editor", by="test")
    assert visitor.get("/only/reader", follow_redirects=False).status_code == 303


def test_wrong_passwords_tell_nothing_and_are_soon_refused(visitor: TestClient, form, shared: Settings):
    wrong = sign_in(visitor, form, password="ผิดผิดผิดผิดผิด")
    unknown = sign_in(visitor, form, name=PASSWORD, password="ผิดผิดผิดผิดผิด")
    assert wrong.status_code == unknown.status_code == 401
    assert "ชื่อหรือรหัสผ่านไม่ถูกต้อง" in wrong.text
    assert "ชื่อหรือรหัสผ่านไม่ถูกต้อง" in unknown.text
    assert sign_in(visitor, form, password="ผิดผิดผิดผิดผิด").status_code == 401
    late = sign_in(visitor, form)
    assert late.status_code == 429
    assert 0 < int(late.headers["retry-after"]) <= 60
    with reading(shared.engine) as connection:
        noted = connection.execute(select(Audit.who, Audit.address).where(Audit.action == "sign-in-failed")).all()
    assert [tuple(row) for row in noted] == [("อร-editor", "testclient"), ("", "testclient"), ("อร-editor", "testclient")]


def test_programs_give_name_and_password(visitor: TestClient):
    def basic(password: str) -> dict[str, str]:
        return {"Authorization": "Basic " + base64.b64encode(f"อร-editor:{password}".encode()).decode()}

    assert visitor.get("/api/only/editor", headers=basic(PASSWORD)).json() == "อร-editor"
    assert visitor.get("/api/only/admin", headers=basic(PASSWORD)).status_code == 403
    assert visitor.get("/only/editor", headers=basic(PASSWORD), follow_redirects=False).status_code == 303
    assert visitor.get("/api/only/editor", headers={"Authorization": "Basic !"}).status_code == 401
    for _ in range(3):
        assert visitor.get("/api/only/editor", headers=basic("ผิด")).status_code == 401
    assert visitor.get("/api/only/editor", headers=basic("ผิด")).status_code == 429


def test_where_everybody_may_read_only_users_decide(shared: Settings):
    app = create_app(dataclasses.replace(shared, public=True))
    app.add_api_route("/only", lambda: "", dependencies=[Depends(context.require("editor"))])
    with TestClient(app, base_url=shared.base_url) as client:
        assert client.get("/help").status_code == 200
        assert client.get("/", follow_redirects=False).headers["location"] in {"/browse", "/help"}
        assert client.get("/only", follow_redirects=False).headers["location"].startswith("/sign-in")
        assert client.get("/account", follow_redirects=False).headers["location"].startswith("/sign-in")


def test_one_changes_ones_own_password(visitor: TestClient, form):
    sign_in(visitor, form)
    token = form(visitor.get("/account").text)
    for old, new in (("ผิดผิดผิดผิดผิด", PASSWORD[::-1]), (PASSWORD, "สั้นไป")):
        assert visitor.post("/account", data={"csrf": token, "old": old, "new": new}).status_code == 422
    page = visitor.post("/account", data={"csrf": token, "old": PASSWORD, "new": PASSWORD[::-1]})
    assert page.status_code == 200
    assert "เปลี่ยนรหัสผ่านแล้ว" in page.text
    visitor.cookies.clear()
    assert sign_in(visitor, form).status_code == 401
    assert sign_in(visitor, form, password=PASSWORD[::-1]).status_code == 303


def test_administrators_see_users_and_what_they_did(visitor: TestClient, form):
    sign_in(visitor, form, name="อร-admin")
    page = visitor.get("/users").text
    assert re.search(r"อร-reader</th><td>ผู้อ่าน", page)
    assert "testclient" in page


def test_without_users_there_is_nothing_to_sign_in_to(client: TestClient):
    assert client.get("/sign-in").status_code == 404
    assert client.get("/account").status_code == 404
    assert client.get("/users").status_code == 404


def test_the_commands(corpus_archive, tmp_path, monkeypatch):
    monkeypatch.setenv("EXTRACTOR_DATABASE", str(tmp_path / "awards.sqlite"))
    (tmp_path / "awards.sqlite").write_bytes(corpus_archive.read_bytes())

    def run(*command: str, given: str | None = None):
        return CliRunner().invoke(main, command, input=given, catch_exceptions=False)

    refused = run("serve", "--host", "0.0.0.0", "--port", "0")
    assert (refused.exit_code, "extractor users add" in refused.stderr) == (BAD_ARCHIVE, True)
    refused = run("serve", "--base-url", "https://awards.example.org", "--port", "0")
    assert refused.exit_code == BAD_ARCHIVE
    assert run("users", "add", "อร", "--role", "admin", given=f"{PASSWORD}\n{PASSWORD}\n").exit_code == 0
    short = run("users", "add", "นิด", "--password-stdin", given="สั้น\n")
    assert (short.exit_code, "12 to 256 characters" in short.stderr) == (BAD_ARCHIVE, True)
    assert run("users", "add", "นิด", "--password-stdin", given=PASSWORD + "\n").stderr == "นิด may sign in as reader\n"
    assert run("users", "role", "นิด", "editor").exit_code == 0
    assert run("users", "password", "นิด", "--password-stdin", given=PASSWORD[::-1]).exit_code == 0
    found = [json.loads(line) for line in run("users", "list", "--json").stdout.splitlines()]
    assert [(user["name"], user["role"]) for user in found] == [("นิด", "editor"), ("อร", "admin")]
    assert "password" not in found[0]
    assert run("users", "remove", "นิด").exit_code == 0
    assert [line.split("\t")[2] for line in run("users", "audit").stdout.splitlines()] == "remove password role add add".split()


def test_password_fields_are_masked_and_helped(visitor: TestClient, form):
    fields = re.findall(r"<input[^>]*password[^>]*>", visitor.get("/sign-in").text)
    sign_in(visitor, form)
    fields += re.findall(r"<input[^>]*password[^>]*>", visitor.get("/account").text)
    assert len(fields) == 3
    assert all('type="password"' in field and 'autocomplete="' in field and "paste" not in field for field in fields)
