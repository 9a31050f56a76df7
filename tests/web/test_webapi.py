"""The API: pages that an import does not disturb, tags, changes, limits, and no internals."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from extractor.archive import decisions, entries
from extractor.archive.database import writing
from extractor.archive.exchange import FORMATS
from extractor.archive.importing import import_records
from extractor.cli import main
from extractor.lexicon import load
from extractor.web import users
from extractor.web.api import bodies, extraction, handing, models
from extractor.web.app import create_app
from tests.archive.records import incoming
from tests.conftest import ROOT
from tests.web.paging import V1, everything

if TYPE_CHECKING:
    from extractor.web.settings import Settings

DOCUMENT = ROOT / "docs" / "api.md"
LERTRAT = "ข่าวประชาสัมพันธ์ กรมการพัฒนาชุมชนได้รับรางวัลเลิศรัฐ ประจำปี 2566"


def ids(page: dict[str, Any]) -> list[str]:
    return [item["id"] for item in page["items"]]


def of(app: Any) -> Any:
    """What the API of an application holds on to."""
    return next(route.app for route in app.routes if getattr(route, "path", "") == V1).state


# ── reading ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_conferrals_are_listed_whole_and_each_has_its_address(client: TestClient) -> None:
    items = everything(client, f"{V1}/conferrals?limit=7")
    assert len(items) == client.get(f"{V1}/conferrals").json()["total"] == len({item["id"] for item in items})
    one = next(item for item in items if item["award_id"] == "award:lert-rat")
    assert client.get(f"{V1}/conferrals/{one['id']}").json() == one
    article = client.get(f"{V1}/articles", params={"article_id": one["sources"][0]["article_id"]}).json()["items"][0]
    text = client.get(f"{V1}/articles/{article['id']}").json()["text"]
    for evidence in one["sources"][0]["evidence"]:
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]


@pytest.mark.parametrize("facet", ["award", "year", "level", "agency", "province", "person", "outlet"])
def test_every_facet_counts_what_its_filter_leaves(client: TestClient, facet: str) -> None:
    counted = client.get(f"{V1}/facets").json()["facets"][facet]
    for value in counted[:2]:
        assert client.get(f"{V1}/conferrals", params={facet: value["value"]}).json()["total"] == value["count"]


def test_a_year_may_be_of_the_buddhist_era(client: TestClient) -> None:
    [first, *_] = client.get(f"{V1}/facets").json()["facets"]["year"]
    buddhist = client.get(f"{V1}/conferrals", params={"year": int(first["value"]) + 543}).json()
    assert buddhist["total"] == first["count"]


def test_a_search_tells_why_and_its_pages_hold_each_hit_once(client: TestClient) -> None:
    hits = everything(client, f"{V1}/search?q=รางวัล&limit=9")
    whole = client.get(f"{V1}/search", params={"q": "รางวัล", "limit": 200}).json()
    assert [hit["conferral"]["id"] for hit in hits] == [hit["conferral"]["id"] for hit in whole["items"]]
    assert len(hits) == whole["total"] > 9
    assert all(hit["matches"] for hit in hits)


def test_authorities_come_by_kind_with_their_superiors(client: TestClient) -> None:
    bodies = everything(client, f"{V1}/authorities?kind=organisation&limit=20")
    assert {body["kind"] for body in bodies} == {"organisation"}
    assert [body["id"] for body in bodies] == sorted(body["id"] for body in bodies)
    assert client.get(f"{V1}/authorities/{bodies[0]['id']}").json() == bodies[0]
    [found] = client.get(f"{V1}/authorities", params={"name": "กรมการพัฒนาชุมชน", "named": False, "kind": "organisation"}).json()[
        "items"
    ]
    below = client.get(f"{V1}/authorities", params={"parent": found["parent"], "named": False}).json()["items"]
    assert found["id"] in {each["id"] for each in below}


def test_articles_are_narrowed_by_outlet_and_day(client: TestClient) -> None:
    heads = everything(client, f"{V1}/articles?limit=3")
    assert len(heads) == 8
    days = sorted(head["published"] for head in heads if head["published"])
    within = client.get(f"{V1}/articles", params={"since": days[0], "until": days[0]}).json()["items"]
    assert {head["published"] for head in within} == {days[0]}
    assert len(everything(client, f"{V1}/articles?outlet=สำนักข่าวก")) == 4


def test_pages_of_a_list_survive_what_is_imported_between_them(own_client: TestClient, settings: Settings) -> None:
    before = ids(own_client.get(f"{V1}/conferrals?limit=200").json())
    first = own_client.get(f"{V1}/conferrals?limit=5")
    searched = own_client.get(f"{V1}/search?limit=5")
    found = [hit["conferral"]["id"] for hit in everything(own_client, f"{V1}/search?limit=200")]
    told = [{"award": "รางวัลใหม่เอี่ยม", "year": year, "recipient": f"เทศบาลตำบลใหม่{year}"} for year in range(2000, 2024)]
    import_records(settings.engine, [incoming(f"new{n}", each, outlet="ใหม่") for n, each in enumerate(told)], load())
    rest = ids({"items": everything(own_client, first.links["next"]["url"])})
    assert len(rest) == len(before) - 5 + len(told)
    assert ids(first.json()) + rest[: len(before) - 5] == before
    after = [hit["conferral"]["id"] for hit in everything(own_client, searched.links["next"]["url"])]
    seen = [hit["conferral"]["id"] for hit in searched.json()["items"]] + after
    assert len(seen) == len(set(seen))
    assert [each for each in seen if each in found] == found


def test_who_has_an_answer_is_not_sent_it_again(own_client: TestClient) -> None:
    one = ids(own_client.get(f"{V1}/conferrals").json())[0]
    places = [f"{V1}/conferrals?limit=3", f"{V1}/conferrals/{one}", f"{V1}/facets", f"{V1}/export/csv", f"{V1}/"]
    tags = {place: own_client.get(place).headers["etag"] for place in places}
    for place, tag in tags.items():
        again = own_client.get(place, headers={"If-None-Match": f'"other", {tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    seen = own_client.get(f"{V1}/conferrals/{one}").headers["etag"]
    assert own_client.patch(f"{V1}/conferrals/{one}", json={"level": "ดีเด่นมาก"}, headers={"If-Match": seen}).status_code == 200
    changed = {p for p, tag in tags.items() if own_client.get(p, headers={"If-None-Match": tag}).status_code == 200}
    assert changed == set(places[:-1])


# ── changing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_correction_is_an_event_and_overwrites_nothing_unseen(own_client: TestClient) -> None:
    one = ids(own_client.get(f"{V1}/conferrals").json())[0]
    place = f"{V1}/conferrals/{one}"
    seen = own_client.get(place).headers["etag"]
    assert own_client.patch(place, json={"level": "ชั้นหนึ่ง"}).status_code == 428
    done = own_client.patch(place, json={"level": "ชั้นหนึ่ง", "reason": "ตามประกาศ"}, headers={"If-Match": seen})
    assert done.json()["level"] == "ชั้นหนึ่ง"
    assert done.headers["etag"] == own_client.get(place).headers["etag"] != seen
    late = own_client.patch(place, json={"level": "ชั้นสอง"}, headers={"If-Match": seen})
    assert (late.status_code, late.headers["etag"]) == (412, done.headers["etag"])
    [event] = own_client.get(f"{V1}/events", params={"subject": one}).json()["items"]
    assert (event["who"], event["value"], event["reason"]) == ("ผู้ทดสอบ", "ชั้นหนึ่ง", "ตามประกาศ")
    assert own_client.get(f"{place}/history").json()["items"][-1]["event"] == event["id"]
    assert own_client.post(f"{V1}/events/{event['id']}/undo", json={}).status_code == 201
    assert own_client.get(place).headers["etag"] == seen


def test_all_fields_of_a_change_are_set_or_none(own_client: TestClient) -> None:
    place = f"{V1}/conferrals/{ids(own_client.get(f'{V1}/conferrals').json())[0]}"
    before = own_client.get(place)
    tag = {"If-Match": before.headers["etag"]}
    refused = own_client.patch(place, json={"level": "ก", "award": "award:none"}, headers=tag)
    assert refused.status_code == 404
    assert own_client.get(place).json() == before.json()


def test_a_rejected_conferral_is_gone_and_one_merged_leads_on(own_client: TestClient, settings: Settings) -> None:
    first, second, third, *_ = ids(own_client.get(f"{V1}/conferrals").json())
    with writing(settings.engine) as connection:
        decisions.merge(connection, first, [second], who="อร")
    led = own_client.get(f"{V1}/conferrals/{second}", follow_redirects=False)
    assert (led.status_code, led.headers["location"]) == (301, f"{V1}/conferrals/{first}")
    body = {"action": "reject", "reason": "ไม่ใช่รางวัล"}
    assert own_client.post(f"{V1}/conferrals/{third}/decisions", json=body, headers={"If-Match": "*"}).status_code == 201
    assert own_client.get(f"{V1}/conferrals/{third}").status_code == 410
    assert third not in ids(own_client.get(f"{V1}/conferrals?limit=200").json())


def test_no_other_site_can_have_a_browser_change_anything(own_client: TestClient) -> None:
    place = f"{V1}/conferrals/{ids(own_client.get(f'{V1}/conferrals').json())[0]}"
    given = json.dumps({"level": "ก"})
    plain = {"If-Match": "*", "Content-Type": "text/plain"}
    assert own_client.patch(place, content=given, headers=plain).status_code == 403
    foreign = {"If-Match": "*", "Origin": "https://elsewhere.example"}
    assert own_client.patch(place, json={"level": "ก"}, headers=foreign).status_code == 403
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "PATCH"}
    answered = own_client.options(place, headers=asked)
    assert not [name for name in answered.headers if name.startswith("access-control")]
    assert own_client.get("/reconcile").headers["access-control-allow-origin"] == "*"


# ── extraction ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_text_becomes_a_record_whose_values_stand_in_it(client: TestClient) -> None:
    answer = client.post(f"{V1}/extract", json={"text": LERTRAT, "id": "mine", "meta": {"from": "ผู้ส่ง"}})
    record = answer.json()
    assert (answer.status_code, record["id"], record["meta"]) == (200, "mine", {"from": "ผู้ส่ง"})
    award = record["awards"][0]["award"]
    assert LERTRAT[award["start"] : award["end"]] == award["text"] == "รางวัลเลิศรัฐ"


def test_extraction_is_bounded_in_size_number_and_time(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(replace(settings, most_characters=100_000, extractions="3/minute"))
    with TestClient(app, base_url=settings.base_url) as client:
        assert client.post(f"{V1}/extract", json={"text": "ก" * 100_001}).status_code == 413
        monkeypatch.setattr(of(app), "extractions", extraction.Extractions(processes=1, seconds=0.01))
        slow = client.post(f"{V1}/extract", json={"text": LERTRAT * 1000})
        assert (slow.status_code, slow.headers["content-type"]) == (422, "application/problem+json")
        assert "processor time" in slow.json()["detail"]
        statuses = [client.post(f"{V1}/extract", json={"text": "ไม่มี"}) for _ in range(3)]
        assert statuses[-1].status_code == 429
        assert 0 < int(statuses[-1].headers["retry-after"]) <= 60
        of(app).extractions.close()


# ── handing out ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_formats_are_those_of_the_archive() -> None:
    assert get_args(handing.FormatName) == tuple(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_exported(client: TestClient, form: str) -> None:
    answer = client.get(f"{V1}/export/{form}", params={"award": "award:lert-rat"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(FORMATS[form].media_type)
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.headers["content-disposition"] == f'attachment; filename="awards{FORMATS[form].suffix}"'
    if form == "jsonl":
        total = client.get(f"{V1}/conferrals", params={"award": "award:lert-rat"}).json()["total"]
        assert len(answer.content.splitlines()) == total > 0


def test_harvesters_and_openrefine_are_answered(client: TestClient) -> None:
    answer = client.get("/oai", params={"verb": "ListRecords", "metadataPrefix": "oai_dc"})
    assert b"<record>" in answer.content
    asked = {"queries": json.dumps({"q0": {"query": "พช.", "type": "organisation"}})}
    [best, *_] = client.post("/reconcile", data=asked).json()["q0"]["result"]
    assert (best["name"], best["match"]) == ("กรมการพัฒนาชุมชน", True)
    preview = client.get("/reconcile/preview", params={"id": best["id"]})
    assert "x-frame-options" not in preview.headers
    assert "กรมการพัฒนาชุมชน" in preview.text


# ── who may ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_where_users_are_demanded_nobody_else_is_told_anything(settings: Settings) -> None:
    app = create_app(replace(settings, demand_users=True))
    with TestClient(app, base_url=settings.base_url) as client:
        for place in (f"{V1}/conferrals", f"{V1}/export/csv", f"{V1}/", "/oai?verb=Identify", "/reconcile"):
            refused = client.get(place)
            assert refused.status_code == 401
            assert "Bearer" in refused.headers["www-authenticate"]
        assert client.post(f"{V1}/extract", json={"text": LERTRAT}).status_code == 401
    app = create_app(replace(settings, demand_users=True, public=True))
    with TestClient(app, base_url=settings.base_url) as client:
        one = ids(client.get(f"{V1}/conferrals").json())[0]
        refused = client.patch(f"{V1}/conferrals/{one}", json={"level": "ก"}, headers={"If-Match": "*"})
        assert refused.status_code == 401


def test_a_program_acts_by_its_token_until_the_user_has_another_password(settings: Settings) -> None:
    password = "ลำไยไร้ควันริมดอย ๙"
    with writing(settings.engine) as connection:
        users.add(connection, "อร", password, "editor", by="test")
        users.add(connection, "ดู", password, "reader", by="test")
    told = ["--database", str(settings.engine.url.database)]
    made = {name: CliRunner().invoke(main, ["users", "token", name, *told]).stdout.strip() for name in ("อร", "ดู")}
    app = create_app(replace(settings, demand_users=True))
    with TestClient(app, base_url=settings.base_url) as client:
        tokens = {name: {"Authorization": f"Bearer {token}"} for name, token in made.items()}
        one = ids(client.get(f"{V1}/conferrals", headers=tokens["ดู"]).json())[0]
        change = {"json": {"level": "ชั้นหนึ่ง"}}
        statuses = [
            client.patch(f"{V1}/conferrals/{one}", headers=tokens[name] | {"If-Match": "*"}, **change).status_code
            for name in ("ดู", "อร")
        ]
        assert statuses == [403, 200]
        assert client.get(f"{V1}/events", headers=tokens["ดู"]).json()["items"][0]["who"] == "อร"
        assert client.get("/oai?verb=Identify", headers=tokens["ดู"]).status_code == 200
        assert client.get("/users", headers=tokens["อร"], follow_redirects=False).status_code == 303  # pages are for people
        with writing(settings.engine) as connection:
            users.change_password(connection, "อร", password + "ใหม่", by="test")
        assert client.get(f"{V1}/conferrals", headers=tokens["อร"]).status_code == 401
    kept = Path(str(settings.engine.url.database)).read_bytes()
    assert not [token for token in made.values() if token.encode() in kept]


# ── problems ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("place", "status"),
    [
        ("/conferrals?yaer=2023", 422),
        ("/conferrals?limit=1000000", 422),
        ("/conferrals?cursor=x", 422),
        ("/conferrals/c-nothing", 404),
        ("/authorities/person:nobody", 404),
        ("/articles/99999", 404),
        ("/export/docx", 422),
        ("/nowhere", 404),
        ("/conferrals/../../etc/passwd", 404),
    ],
)
def test_what_cannot_be_answered_is_told_as_a_problem(client: TestClient, place: str, status: int) -> None:
    answer = client.get(V1 + place)
    assert answer.status_code == status
    if answer.url.path.startswith(V1):
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == status


def test_a_fault_of_the_program_tells_nothing_of_it(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret of /srv/awards.sqlite")

    monkeypatch.setattr("extractor.web.api.looking.browse.current", broken)
    with TestClient(create_app(settings), base_url=settings.base_url, raise_server_exceptions=False) as client:
        answer = client.get(f"{V1}/conferrals/c-x")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_a_lost_database_tells_nothing_of_it(settings: Settings) -> None:
    with TestClient(create_app(settings), base_url=settings.base_url) as client:
        Path(settings.engine.url.database).unlink()
        answer = client.get(f"{V1}/conferrals")
    assert answer.status_code == 503
    assert "sqlite" not in answer.text


# ── the document ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_examples_of_the_document_are_answered_so(client: TestClient) -> None:
    """Each address is answered, and with what stands under it, as far as the document does not leave out."""
    examples = re.findall(r"\$ curl (?:-i )?'http://127\.0\.0\.1:8000(/[^']*)'\n((?:    .+\n)*)", DOCUMENT.read_text("utf-8"))
    assert len(examples) >= 5
    for address, printed in examples:
        answer = client.get(address)
        assert answer.status_code == (422 if "yaer" in address else 200)
        said = re.sub(r"\s", "", answer.text)
        for line in printed.splitlines():
            if line.lstrip().startswith(("{", '"')):
                assert all(piece in said for piece in re.sub(r"\s", "", line).split("…")), (address, line)


def test_every_get_answers_head(client: TestClient) -> None:
    told = client.get(f"{V1}/openapi.json").json()["paths"]
    assert all("head" in operations for operations in told.values() if "get" in operations)
    for place in (f"{V1}/conferrals", f"{V1}/export/jsonl", f"{V1}/"):
        whole, head = client.get(place), client.head(place)
        assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", whole.headers["etag"])
        assert client.head(place, headers={"If-None-Match": head.headers["etag"]}).status_code == 304
    assert client.head(f"{V1}/conferrals/c-none").status_code == 404
    assert client.head(f"{V1}/extract").status_code == 405


def test_several_texts_are_extracted_in_one_request(client: TestClient) -> None:
    body = {"texts": [{"text": LERTRAT, "id": "one"}, {"text": "ไม่มีอะไร"}]}
    items = client.post(f"{V1}/extract/batch", json=body).json()["items"]
    assert [(each["id"], each["problem"]) for each in items] == [("one", None), (items[1]["record"]["id"], None)]
    assert items[0]["record"]["awards"][0]["award"]["text"] == "รางวัลเลิศรัฐ"
    assert client.post(f"{V1}/extract/batch", json={"texts": []}).status_code == 422
    assert client.post(f"{V1}/extract/batch", json={"texts": [{"text": "ก"}] * 21}).status_code == 422
    assert client.post(f"{V1}/extract/batch", json={"texts": [{"text": "ก" * 600_000}] * 2}).status_code == 413


def test_answers_have_the_fields_of_the_archives_entries() -> None:
    for entry in ("Conferral", "Authority", "Source", "Evidence", "Mention"):
        assert list(getattr(models, entry).model_fields) == [each.name for each in fields(getattr(entries, entry))]
    assert tuple(bodies.Change.model_fields) == ("reason", *entries.FIELDS)
    assert get_args(bodies.ConferralField) == entries.FIELDS
