"""Browsing: what a search finds, the page of every kind of entry, its exports, its linked data and its citation."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from lxml import html

from extractor.archive import decisions
from extractor.archive.database import reading, writing
from extractor.archive.entries import Article, Mention
from extractor.archive.exchange import FORMATS
from extractor.web.charts import HEIGHT, columns
from extractor.web.listing import Asked
from extractor.web.shown import Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Callable

    from httpx import Response
    from starlette.testclient import TestClient

    from extractor.web.settings import Settings

KINDS = ("award", "organisation", "person", "work", "other")


def read(response: Response) -> Any:
    assert response.status_code == 200, response.text[:500]
    return html.fromstring(response.text)


@pytest.fixture(scope="session")
def ids(client: TestClient) -> dict[str, str]:
    """An entry of each kind that received something, or of an award that was conferred; a conferral; an article's number."""
    found = {}
    settings: Settings = client.app.state.settings  # type: ignore[attr-defined]
    with reading(settings.engine) as connection:
        for kind in KINDS:
            column = {"award": "award_id", "work": "work_id"}.get(kind, "recipient_id")
            asked = f"SELECT {column} FROM conferrals WHERE {column} LIKE '{kind}:%' GROUP BY 1 ORDER BY count(*) DESC, 1"
            found[kind] = str(connection.exec_driver_sql(asked).scalar())
        found["conferral"] = str(connection.exec_driver_sql("SELECT id FROM conferrals WHERE recipient_id IS NOT NULL").scalar())
        found["article"] = str(connection.exec_driver_sql("SELECT max(id) FROM articles").scalar())
    return found


def path(ids: dict[str, str], kind: str) -> str:
    return f"/{kind}/{ids[kind].partition(':')[2] or ids[kind]}"


def test_browse_counts_and_narrows(client: TestClient) -> None:
    whole = read(client.get("/browse"))
    total = int(whole.xpath("//p[@role='status']/strong")[0].text.replace(",", ""))
    first = whole.xpath("//details[@class='facet'][1]//li")[0]
    number = int(first.xpath("span")[0].text.replace(",", ""))
    narrowed = read(client.get(first.xpath("a/@href")[0]))
    assert int(narrowed.xpath("//p[@role='status']/strong")[0].text.replace(",", "")) == number < total
    back = narrowed.xpath("//ul[@class='narrowed']//a/@href")[0]
    assert back == "/browse"


def test_a_search_says_why_and_a_buddhist_year_is_understood(client: TestClient) -> None:
    page = read(client.get("/browse", params={"q": "รางวัลเลิศรัฐ"}))
    assert page.xpath("//ol[@class='hits']//span[@class='tag']")
    assert Asked.of({"year": "2565"}).year == 2022
    assert client.get("/browse", params={"year": "๒๕๖๕x"}).status_code == 422
    assert "ไม่พบรายการ" in client.get("/browse", params={"q": "ไม่มีคำนี้เลยจริงๆนะครับ"}).text


@pytest.mark.parametrize("facet", ["award", "year", "level", "agency", "province", "person", "outlet"])
def test_all_values_of_a_facet(client: TestClient, facet: str) -> None:
    page = read(client.get(f"/browse/{facet}"))
    links = page.xpath("//table//td[@class='number']/a")
    for link in links[:2]:
        found = read(client.get(link.get("href")))
        assert found.xpath("//p[@role='status']/strong")[0].text == link.text
    assert page.xpath("count(//*[@class='exports']//a)") == len(FORMATS)
    assert f"/browse/{facet} (" in page.xpath("string(//*[@id='citation'])")
    assert client.get("/browse/nothing").status_code == 404


@pytest.mark.parametrize("kind", [*KINDS, "conferral", "article"])
def test_every_page_has_a_stable_address_jsonld_and_a_citation(client: TestClient, ids: dict[str, str], kind: str) -> None:
    at = path(ids, kind)
    response = client.get(at)
    page = read(response)
    assert page.xpath("//link[@rel='canonical']/@href") == [at]
    (data,) = page.xpath("//link[@rel='alternate'][@type='application/ld+json']/@href")
    assert f"http://127.0.0.1:8000{at}" in page.xpath("//p[@id='citation']")[0].text
    linked = client.get(data)
    assert linked.headers["content-type"] == "application/ld+json"
    asked = client.get(at, headers={"Accept": "application/ld+json, text/html;q=0.5"})
    assert asked.text == linked.text
    assert "Accept" in response.headers["vary"]
    assert data in response.headers["link"]
    graph = linked.json()["@graph"]
    assert len({node["@id"] for node in graph}) == len(graph)
    for node in graph[:3]:
        if node["@id"].startswith("http://127.0.0.1:8000/id/"):
            led = client.get(urlsplit(node["@id"]).path)
            assert led.status_code == 200
    assert not page.xpath("//*[@style] | //style | //script[not(@src)]")


def test_what_was_merged_leads_to_what_took_it_in(own_client: TestClient, settings: Settings) -> None:
    with writing(settings.engine) as connection:
        given = [row[0] for row in connection.exec_driver_sql("SELECT id FROM authorities WHERE id LIKE 'person:p-%' LIMIT 2")]
        decisions.merge(connection, given[0], [given[1]], who="ผู้ทดสอบ")
    moved = own_client.get(f"/person/{given[1].partition(':')[2]}", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (301, f"/person/{given[0].partition(':')[2]}")
    assert own_client.get("/person/p-none").status_code == 404
    assert "รวม" in own_client.get(moved.headers["location"]).text


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_list_exports_in_every_format(client: TestClient, ids: dict[str, str], name: str) -> None:
    for address in (f"/export/{name}?award={ids['award']}", f"/export/{name}?article={ids['article']}"):
        response = client.get(address)
        assert response.status_code == 200
        assert response.headers["content-type"].startswith(FORMATS[name].media_type)
        assert len(response.content) == int(response.headers["content-length"])


def test_an_export_holds_what_the_page_lists(client: TestClient, ids: dict[str, str]) -> None:
    page = read(client.get(path(ids, "award")))
    total = int(page.xpath("//article/h2/span")[0].text)
    address = next(each for each in page.xpath("//details[@class='exports']//a/@href") if each.startswith("/export/jsonl?"))
    rows = [json.loads(line) for line in client.get(address).text.splitlines()]
    assert len(rows) == total
    assert {row["award_id"] for row in rows} == {ids["award"]}
    assert client.get("/export/nothing").status_code == 404


def test_the_page_of_an_article_shows_its_text_as_it_is(client: TestClient, ids: dict[str, str]) -> None:
    page = read(client.get(path(ids, "article")))
    settings: Settings = client.app.state.settings  # type: ignore[attr-defined]
    with reading(settings.engine) as connection:
        text = connection.exec_driver_sql(f"SELECT text FROM articles WHERE id = {ids['article']}").scalar()
    shown = page.xpath("//div[@class='text']")[0]
    assert shown.text_content() == text
    mark = shown.xpath("mark")[0]
    assert text[int(mark.get("id")[2:]) :].startswith(mark.text)


def test_pieces_give_a_stretch_to_the_shortest_mention() -> None:
    def said(field: str, start: int, end: int) -> Mention:
        return Mention("conferral", 0, field, start, end, "", "r", None, None)

    article = Article(None, "a", None, None, None, "", "", "abcdef", (said("award", 1, 5), said("year", 2, 3)))
    told = [(piece.text, piece.field) for piece in pieces(article)]
    assert told == [("a", ""), ("b", "award"), ("c", "year"), ("de", "award"), ("f", "")]
    assert pieces(Article(None, "a", None, None, None, "", "", "")) == []
    assert Piece("x").field == ""


def test_columns_fill_the_gaps_between_years() -> None:
    made = columns([(2020, 2), (2023, 4)], str)
    assert [(each.year, each.number) for each in made] == [(2020, 2), (2021, 0), (2022, 0), (2023, 4)]
    assert (made[3].height, made[0].height, made[1].height) == (HEIGHT, HEIGHT / 2, 0)
    assert columns([], str) == []
    assert len([each for each in columns([(1900, 1), (2024, 1)], str) if each.label]) <= 6


def test_what_has_no_year_stands_last(own_client: TestClient, settings: Settings, ids: dict[str, str]) -> None:
    with writing(settings.engine) as connection:
        asked = f"SELECT id FROM conferrals WHERE award_id = '{ids['award']}' LIMIT 1"
        decisions.correct(connection, str(connection.exec_driver_sql(asked).scalar()), "year", None, who="ผู้ทดสอบ")
    headings = read(own_client.get(path(ids, "award"))).xpath("//section[@class='year']/h3/text()")
    assert headings[-1] == "ไม่ระบุปี"
    assert headings[:-1] == sorted(headings[:-1], reverse=True)


def test_nothing_from_an_article_becomes_markup(own_client: TestClient, settings: Settings) -> None:
    evil = "<script>alert(1)</script>"
    with writing(settings.engine) as connection:
        given = str(connection.exec_driver_sql("SELECT id FROM conferrals WHERE recipient_id IS NOT NULL").scalar())
        decisions.correct(connection, given, "work", evil, who=evil)
        decisions.correct(connection, given, "category", "javascript:" + evil, who="ผู้ทดสอบ")
    for address in (f"/conferral/{given}", f"/conferral/{given}.jsonld", "/browse?q=" + evil):
        assert evil not in own_client.get(address).text


def test_pages_are_in_english_too(client: TestClient, ids: dict[str, str], form: Callable[[str], str]) -> None:
    client.post("/language", data={"language": "en", "then": "/", "csrf": form(client.get("/browse").text)})
    try:
        for address in ("/browse", "/browse/year", "/pairs", "/learning", *(path(ids, kind) for kind in (*KINDS, "conferral"))):
            page = read(client.get(address))
            words = " ".join(page.xpath("//th//text() | //label/text() | //summary/text() | //dt/text() | //button/text()"))
            told = re.sub(r"ไทย", "", words)
            assert not re.search("[ก-๙]", told) or address == "/pairs", (address, told)
    finally:
        client.cookies.delete("language")
