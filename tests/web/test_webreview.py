"""Review and inbox: what the pages show, what forms change, and what is refused."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, update

from extractor.archive.browse import ArchiveSnapshot, articles
from extractor.archive.database import reading, writing
from extractor.archive.decisions import correct
from extractor.archive.exchange import FORMATS
from extractor.archive.history import history_of_article
from extractor.archive.standing import state_of
from extractor.archive.tables import Article, Event
from extractor.web.review.marks import Mark, stretches
from extractor.web.review.presence import Presence
from tests.conftest import ROOT

if TYPE_CHECKING:
    from starlette.testclient import TestClient

TEXT = "กรมสมมุติได้รับรางวัลเลิศรัฐ ประจำปี 2566 ระดับดีเด่น\nโดยนางสาวอรุณี ใจงาม ผู้อำนวยการสำนักงานตัวอย่าง ร่วมพิธี"


class Desk:
    """One article on the desk of a reviewer: its page, and the forms that are sent from it."""

    def __init__(self, client: TestClient, form: Any, engine: Any, number: int) -> None:
        self.client, self.form, self.engine, self.number = client, form, engine, number
        self.page = client.get(f"/review/{number}").text

    def send(self, action: str, **fields: Any) -> Any:
        data = {"csrf": self.form(self.page), "action": action} | {name: str(value) for name, value in fields.items()}
        return self.client.post(f"/review/{self.number}", data=data, follow_redirects=False)

    @property
    def entry(self) -> dict[str, str]:
        page = self.client.get(f"/review/{self.number}").text
        found = re.search(r'data-entry="([^"]+)" data-stamp="([^"]+)"', page)
        assert found
        return {"conferral": found[1], "stamp": found[2]}

    @property
    def stamp(self) -> str:
        page = self.client.get(f"/review/{self.number}").text
        found = re.search(r"/others\?stamp=([^\"]+)", page)
        assert found
        return found[1]

    def listed(self) -> dict[str, Any]:
        with reading(self.engine) as connection:
            return {each.id: each for each in ArchiveSnapshot(connection, "t").conferrals()}

    def text(self) -> str:
        with reading(self.engine) as connection:
            return connection.execute(select(Article.text).where(Article.id == self.number)).scalar() or ""


@pytest.fixture
def desk(own_client: TestClient, form: Any, settings: Any) -> Desk:
    token = form(own_client.get("/inbox/add").text)
    done = own_client.post("/inbox/paste", data={"csrf": token, "text": TEXT, "outlet": "ข่าวสมมุติ"}, follow_redirects=False)
    assert done.status_code == 303
    return Desk(own_client, form, settings.engine, int(done.headers["location"].rpartition("/")[2]))


def test_a_pasted_text_is_shown_whole_with_its_mentions_and_their_rules(desk: Desk):
    shown = re.search(r'<div id="article"[^>]*>(.*?)</div>', desk.page, re.DOTALL)
    assert shown
    assert re.sub(r"<[^>]+>", "", shown[1]) == TEXT
    assert re.search(r'class="mention mention-level" data-s="\d+" data-m="[\d ]+" data-rule="[^"]+"', shown[1])
    assert desk.page.index('id="alerts"') < desk.page.index('id="article"')
    assert 'style="' not in desk.page
    assert "onclick" not in desk.page


def test_an_article_without_its_text_says_so_and_how_to_add_it(desk: Desk):
    with writing(desk.engine) as connection:
        connection.execute(update(Article).where(Article.id == desk.number).values(text=None))
    page = desk.client.get(f"/review/{desk.number}").text
    assert 'id="article"' not in page
    assert "extractor archive import --texts" in page
    assert 'class="value mention' in page


def test_chosen_words_become_value_and_evidence_and_are_taken_back(desk: Desk):
    start = TEXT.index("สำนักงานตัวอย่าง")
    end = start + len("สำนักงานตัวอย่าง")
    given = desk.entry["conferral"]
    before = desk.listed()[given].recipient
    assert desk.send("set", field="recipient", start=start, end=end, **desk.entry).status_code == 303
    held = desk.listed()[given]
    assert held.recipient == "สำนักงานตัวอย่าง"
    assert [(e.start, e.end) for s in held.sources for e in s.evidence if e.field == "recipient"] == [(start, end)]
    with reading(desk.engine) as connection:
        assert state_of(connection, desk.number) == "review"
        assert [step.who for step in history_of_article(connection, desk.number)][-1] == "ผู้ทดสอบ"
    assert "ผู้รับ เป็น “สำนักงานตัวอย่าง”" in desk.client.get(f"/review/{desk.number}").text
    desk.send("undo")
    assert desk.listed()[given].recipient == before


def test_a_year_is_chosen_in_thai_figures_of_the_buddhist_era_and_no_word_is_one(desk: Desk):
    given = desk.entry["conferral"]
    desk.send("set", field="year", value="พ.ศ. ๒๕๖๕", **desk.entry)
    assert desk.listed()[given].year == 2022
    assert desk.send("set", field="year", value="ปีนี้", **desk.entry).status_code == 422
    assert desk.send("set", field="edition", value="-5", **desk.entry).status_code == 422
    assert desk.listed()[given].year == 2022


def test_a_reason_is_kept_with_the_decision_and_told_in_its_history(desk: Desk):
    given = desk.entry["conferral"]
    desk.send("set", field="level", value="ดีมาก", reason="  ประกาศ  ว่าดีมาก ", **desk.entry)
    desk.send("confirm", reason="", **desk.entry)
    with reading(desk.engine) as connection:
        rows = connection.execute(select(Event.action, Event.reason).where(Event.subject == given).order_by(Event.id)).all()
    assert [tuple(row) for row in rows] == [("set", "ประกาศ ว่าดีมาก"), ("confirm", None)]
    assert "เหตุผล: ประกาศ ว่าดีมาก" in desk.client.get(f"/review/{desk.number}").text
    assert "(ประกาศ ว่าดีมาก)" in desk.client.get(f"/conferral/{given}").text
    assert desk.send("reject", reason="ก" * 501, **desk.entry).status_code == 422


def test_a_stale_form_changes_nothing_and_tells_who_decided_what(desk: Desk):
    stale = desk.entry
    with writing(desk.engine) as connection:
        correct(connection, stale["conferral"], "level", "ดีมาก", who="สมหญิง")
    refused = desk.send("set", field="level", value="ดี", **stale)
    assert refused.status_code == 409
    assert "สมหญิง" in refused.text
    assert "ดีมาก" in refused.text
    assert desk.listed()[stale["conferral"]].level == "ดีมาก"
    again = re.search(r'name="stamp" value="([^"]+)"', refused.text[refused.text.index('id="refused"') :])
    assert again
    assert desk.send("set", field="level", value="ดี", conferral=stale["conferral"], stamp=again[1]).status_code == 303
    assert desk.listed()[stale["conferral"]].level == "ดี"


def test_conferrals_are_added_parted_joined_rejected_and_confirmed(desk: Desk):
    first = desk.entry["conferral"]
    start = TEXT.index("นางสาวอรุณี ใจงาม")
    desk.send("add", field="recipient", start=start, end=start + len("นางสาวอรุณี ใจงาม"))
    (added,) = desk.listed().keys() - {first} - _others(desk)
    assert desk.listed()[added].recipient == "นางสาวอรุณี ใจงาม"
    other = re.search(rf'value="({added}@[^"]+)"', desk.client.get(f"/review/{desk.number}").text)
    assert other
    assert desk.send("merge", other=f"{added}@0.old", **desk.entry).status_code == 409, "it was not seen as it stands"
    assert desk.send("merge", other=other[1], **desk.entry).status_code == 303
    assert added not in desk.listed()
    desk.send("undo")
    assert added in desk.listed()
    count = len(desk.listed())
    desk.send("part", **desk.entry)
    assert len(desk.listed()) == count + 1
    desk.send("reject", **desk.entry)
    assert first not in desk.listed()
    desk.send("undo")
    desk.send("confirm", **desk.entry)
    assert desk.listed()[first].state == "confirmed"
    assert desk.send("add", field="level", value="ดี").status_code == 422
    assert desk.send("explode", **desk.entry).status_code == 422


def _others(desk: Desk) -> set[str]:
    """The conferrals that other articles alone tell."""
    return {given for given, each in desk.listed().items() if all(source.outlet != "ข่าวสมมุติ" for source in each.sources)}


def test_an_article_is_done_and_others_are_told_what_changed(desk: Desk):
    old = desk.stamp
    assert desk.send("state", value="done", stamp=old).status_code == 303
    assert "ตรวจแล้ว" in desk.client.get("/inbox?state=done").text
    told = {"HX-Request": "true", "X-CSRF-Token": desk.form(desk.page)}
    part = desk.client.post(f"/review/{desk.number}/others?stamp={old}", headers=told).text
    assert "มีผู้แก้ไขข่าวนี้แล้ว" in part
    assert desk.send("state", value="review", stamp=old).status_code == 409


def test_a_conferral_of_another_article_is_not_changed_from_here(desk: Desk):
    (other, *_) = _others(desk)
    assert desk.send("reject", conferral=other, stamp=desk.entry["stamp"]).status_code == 409
    assert other in desk.listed()
    assert desk.send("undo", event=999).status_code == 422


def test_names_are_suggested_by_their_beginning_and_by_other_forms(client: TestClient):
    found = client.get("/review/suggest", params={"field": "recipient", "value": "กรมส่งเสริมการเก"}).text
    assert 'data-authority="organisation:moac-doae"' in found
    assert found.count('role="option"') <= 8
    assert client.get("/review/suggest", params={"field": "level", "value": "ดีเด่น"}).text.strip() == ""
    assert "option" not in client.get("/review/suggest", params={"field": "recipient", "value": "%_%"}).text


def test_every_article_of_the_corpus_is_shown_as_it_is(client: TestClient):
    settings = client.app.state.settings  # type: ignore[attr-defined]
    with reading(settings.engine) as connection:
        held = list(articles(connection, connection.execute(select(Article.id).order_by(Article.id)).scalars().all()))
    assert len(held) == 8
    for number, article in enumerate(held, start=1):
        page = client.get(f"/review/{number}")
        assert page.status_code == 200
        assert article.text
        pieces = re.findall(r'<(?:mark|span)[^>]* data-s="(\d+)"[^>]*>([^<]*)</(?:mark|span)>', page.text)
        assert sum(len(_plain(text)) for _, text in pieces) == len(article.text)
        assert all(article.text.startswith(_plain(text), int(start)) for start, text in pieces)


def _plain(text: str) -> str:
    for reference, letter in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'"), ("&#13;", "\r"), ("&amp;", "&")):
        text = text.replace(reference, letter)
    return text


def test_text_is_cut_where_marks_begin_and_end_and_a_conferrals_colour_wins():
    marks = [Mark(0, 0, 6, "organisation", "a", conferral=False), Mark(1, 2, 4, "recipient", "b", conferral=True)]
    found = [(each.start, str(each.text), each.marks, each.field) for each in stretches("ab<d\r\ng", marks)]
    assert found == [
        (0, "ab", (0,), "organisation"),
        (2, "&lt;d", (1, 0), "recipient"),
        (4, "&#13;\n", (0,), "organisation"),
        (6, "g", (), None),
    ]


def test_who_left_is_told_no_more(settings: Any):
    now = [time.time()]
    here = Presence(settings.engine, lambda: now[0])
    here.others(1, "สมหญิง")
    assert here.others(1, "สมชาย") == ["สมหญิง"]
    assert here.others(2, "สมชาย") == []
    now[0] += 32.0
    assert here.others(1, "สมชาย") == []


def test_the_inbox_is_narrowed_and_ordered(client: TestClient):
    page = client.get("/inbox").text
    assert page.count("/review/") == 8
    assert client.get("/inbox", params={"outlet": "สำนักข่าวก"}).text.count("/review/") == 4
    assert client.get("/inbox", params={"warned": "1", "order": "warnings"}).text.count("/review/") in range(1, 8)
    assert "ไม่มีข่าวตามที่กรอง" in client.get("/inbox", params={"state": "done"}).text
    for wrong in ("เมื่อวาน", "2020-99-99", "2566-02-29", "20200101"):
        assert client.get("/inbox", params={"since": wrong}).status_code == 422


def test_what_the_articles_of_the_inbox_tell_is_exported_in_every_format(client: TestClient):
    asked = {"outlet": "สำนักข่าวก"}
    page = client.get("/inbox", params=asked).text
    for name in FORMATS:
        assert f'href="/inbox/export/{name}?outlet=' in page
        assert client.get(f"/inbox/export/{name}", params=asked).status_code == 200, name
    own, other, all_of_it = (
        {json.loads(line)["id"] for line in client.get("/inbox/export/jsonl", params=given).text.splitlines() if '"c-' in line}
        for given in (asked, {"outlet": "สำนักข่าวข"}, {})
    )
    found = {each["id"] for each in client.get("/api/v1/conferrals", params={"outlet": "สำนักข่าวก", "limit": 100}).json()["items"]}
    assert found == own != all_of_it
    assert own | other == all_of_it
    assert client.get("/inbox/export/csv", params={"since": "2999-01-01"}).text.count("\n") == 1
    assert client.get("/inbox/export/exe").status_code == 404


@pytest.mark.parametrize("number", ["0", "-1", "2147483648", "99999999999999999999999"])
def test_no_number_is_too_large_to_be_told_that_no_article_has_it(own_client: TestClient, form: Any, number: str):
    token = form(own_client.get("/inbox/add").text)
    assert own_client.get(f"/review/{number}").status_code == 404
    assert own_client.post(f"/review/{number}", data={"csrf": token, "action": "undo"}).status_code == 404
    assert own_client.post(f"/review/{number}/others", data={"csrf": token}).status_code == 404


def test_uploaded_files_are_taken_in_and_what_cannot_be_read_is_told(own_client: TestClient, form: Any, settings: Any):
    token = form(own_client.get("/inbox/add").text)
    files = [
        ("files", ("../../ข่าวหนึ่ง.txt", TEXT.encode(), "text/plain")),
        ("files", ("broken.json", b"{", "application/json")),
    ]
    done = own_client.post("/inbox/upload", data={"csrf": token, "outlet": "ข่าวส่ง"}, files=files)
    assert done.status_code == 200
    until = time.monotonic() + 30
    while "เข้าคลังแล้ว" not in done.text and time.monotonic() < until:
        time.sleep(0.1)
        done = own_client.get(done.url)
    assert "เข้าคลังแล้ว 1 ข่าว" in done.text
    assert "broken.json" in done.text
    assert "workbench-" not in done.text
    with reading(settings.engine) as connection:
        row = connection.execute(select(Article.source, Article.text).where(Article.outlet == "ข่าวส่ง")).one()
    assert row.source == "ข่าวหนึ่ง.txt"
    assert row.text.strip() == TEXT


@pytest.mark.parametrize(
    ("data", "status"), [({"text": "  "}, 422), ({"text": "x" * 1_000_001}, 413), ({"text": "ข่าว", "url": "javascript:x"}, 422)]
)
def test_what_cannot_be_pasted_is_refused(own_client: TestClient, form: Any, data: dict[str, str], status: int, settings: Any):
    token = form(own_client.get("/inbox/add").text)
    assert own_client.post("/inbox/paste", data={"csrf": token} | data).status_code == status
    bad = [("files", ("virus.exe", b"MZ", "application/octet-stream"))]
    assert own_client.post("/inbox/upload", data={"csrf": token}, files=bad).status_code == 422
    with reading(settings.engine) as connection:
        assert len(connection.execute(select(Article.id)).all()) == 8
        assert connection.execute(select(Event.id)).all() == []


def test_the_stylesheet_is_whole():
    sheet = (ROOT / "extractor" / "web" / "static" / "app.css").read_text(encoding="utf-8")
    assert sheet.count("{") == sheet.count("}")
    assert not re.search(r"^(<{7}|={7}|>{7})", sheet, re.MULTILINE)
    assert {"/* == review == */", "/* == inbox == */"} <= set(re.findall(r"^/\* == .* == \*/$", sheet, re.MULTILINE))
