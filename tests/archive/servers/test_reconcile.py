"""OpenRefine's requests to a real server: manifest, queries, suggestions, extension, previews, and what is refused."""

from __future__ import annotations

import json
import shutil
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

from extractor.archive import decisions
from extractor.archive.browse import ArchiveSnapshot
from extractor.archive.database import open_archive, reading, writing
from extractor.archive.importing import import_records
from extractor.archive.servers import application
from extractor.lexicon import load
from tests.archive.records import incoming
from tests.archive.servers import schemas
from tests.archive.servers.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

UGLY = "<script>alert('ผ้า')</script> & 50% _ 🏆"
CDD = "organisation:moi-cdd"


class Client:
    """What a reconciliation client does, with each answer checked against its schema."""

    def __init__(self, engine: Engine, url: str) -> None:
        self.engine = engine
        self.url = url

    def ask(self, path: str = "", form: dict[str, str] | None = None, /, **query: str) -> tuple[int, Any, Any]:
        """Status, headers and JSON of a GET, or of a POST with a form."""
        address = f"{self.url}{path}" + (f"?{urllib.parse.urlencode(query)}" if query else "")
        data = None if form is None else urllib.parse.urlencode(form).encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(address, data, {"Origin": "null"}), timeout=20) as answer:
                return answer.status, answer.headers, json.loads(answer.read())
        except urllib.error.HTTPError as error:
            return error.code, error.headers, json.loads(error.read())

    def reconcile(self, *queries: dict[str, Any] | str) -> list[list[dict[str, Any]]]:
        batch = {f"q{at}": {"query": one} if isinstance(one, str) else one for at, one in enumerate(queries)}
        status, _, answer = self.ask("", {"queries": json.dumps(batch)})
        assert status == 200, answer
        schemas.check(answer, schemas.RESULTS)
        assert list(answer) == list(batch)
        return [answer[key]["result"] for key in batch]

    def matched(self, query: dict[str, Any] | str) -> str | None:
        """The name of the one candidate that is taken over without looking."""
        (found,) = self.reconcile(query)
        matches = [one["name"] for one in found if one["match"]]
        assert len(matches) < 2
        return matches[0] if matches else None

    def extend(self, ids: list[str], *properties: str | dict[str, Any]) -> dict[str, Any]:
        wanted = [{"id": one} if isinstance(one, str) else one for one in properties]
        status, _, answer = self.ask("", {"extend": json.dumps({"ids": ids, "properties": wanted})})
        assert status == 200, answer
        schemas.check(answer, schemas.EXTENDED)
        assert [one["id"] for one in answer["meta"]] == [one["id"] for one in wanted]
        rows: dict[str, Any] = answer["rows"]
        return rows

    def suggest(self, what: str, prefix: str, cursor: int = 0) -> list[dict[str, Any]]:
        status, _, answer = self.ask(f"/suggest/{what}", prefix=prefix, cursor=str(cursor))
        assert status == 200, answer
        schemas.check(answer, schemas.SUGGESTED_ENTITIES if what == "entity" else schemas.SUGGESTED)
        found: list[dict[str, Any]] = answer["result"]
        return found

    def id_of(self, name: str) -> str:
        with reading(self.engine) as connection:
            (found,) = [each.id for each in ArchiveSnapshot(connection, "t").authorities() if each.name == name]
            return found


RECORDS = [
    incoming("a", {"award": "รางวัลเลิศรัฐ", "award_id": "lert-rat", "year": 2022, "recipient": "กรมการพัฒนาชุมชน",
                   "recipient_id": "moi-cdd"}, organisations=(("กรมการพัฒนาชุมชน", "พช."),), outlet="เช้า"),
    incoming("b", {"award": "รางวัลไผ่ทอง", "year": 2023, "recipient": "โรงเรียนบ้านนาสวน", "parent": "จังหวัดเลย"},
             organisations=(("โรงเรียนบ้านนาสวน",), ("จังหวัดเลย",)), outlet="เย็น"),
    incoming("c", {"award": "รางวัลไผ่ทอง", "year": 2023, "recipient": "โรงเรียนบ้านนาสวน", "parent": "จังหวัดตาก"},
             organisations=(("โรงเรียนบ้านนาสวน",), ("จังหวัดตาก",)), outlet="เย็น"),
    incoming("d", {"award": "รางวัลไผ่ทอง", "year": 2024, "recipient": "สมพร ปลอดโปร่งใส"},
             people=(("นางสาว", "สมพร ปลอดโปร่งใส", "ครูโรงเรียนปางมะผ้า"),), outlet="ค่ำ"),
    incoming("e", {"award": "รางวัลไผ่ทอง", "year": 2021, "recipient": UGLY}, organisations=((UGLY,),), outlet="ค่ำ"),
    incoming("f", {"award": "รางวัลไผ่ทอง", "year": 2020, "recipient": "สำนักงานลุ่มน้ำแม่กก"},
             organisations=(("สำนักงานลุ่มน้ำแม่กก",),), outlet="ค่ำ"),
]  # fmt: skip


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server over an archive with the gazetteers and six articles; the tests change nothing in it."""
    if request.param == "sqlite":
        url = str(tmp_path_factory.mktemp("reconcile") / "awards.sqlite")
        shutil.copy(request.getfixturevalue("stock"), url)
    else:
        url = request.getfixturevalue("postgresql")(request.getfixturevalue("postgresql_stock"))
    engine = open_archive(url)
    import_records(engine, RECORDS, load())
    with served(lambda address: application(engine, name="คลังรางวัล", base_url=address, email="a@b.org")) as address:
        yield Client(engine, f"{address}/reconcile")
    engine.dispose()


# ── manifest ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_manifest_tells_where_everything_is(client):
    status, headers, manifest = client.ask()
    assert status == 200
    schemas.check(manifest, schemas.MANIFEST)
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert {one["id"] for one in manifest["defaultTypes"]} == {"organisation", "award", "person"}
    for part in (*manifest["suggest"].values(), manifest["extend"]["propose_properties"]):
        assert part["service_url"] + part["service_path"] == client.url + part["service_path"]
        assert client.ask(part["service_path"], prefix="ก")[0] == 200


def test_browsers_may_ask_from_any_page(client):
    request = urllib.request.Request(client.url, method="OPTIONS", headers={"Origin": "https://openrefine.example"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        assert answer.status == 204
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "POST" in answer.headers["Access-Control-Allow-Methods"]


# ── queries ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("กรมการพัฒนาชุมชน", "กรมการพัฒนาชุมชน"),
        ("  กรมการพัฒนาชุมชน\u00a0", "กรมการพัฒนาชุมชน"),
        ("พช.", "กรมการพัฒนาชุมชน"),
        ("กรมการพัฒนาชุมชม", "กรมการพัฒนาชุมชน"),
        ("Community Development Department", "กรมการพัฒนาชุมชน"),
        ("รางวัลเลิศรัฐ ประจำปี ๒๕๖๕", "รางวัลเลิศรัฐ"),
        ("นางสาวสมพร ปลอดโปร่งใส", "สมพร ปลอดโปร่งใส"),
        (UGLY, UGLY),
    ],
)
def test_one_name_matches(client, asked, name):
    assert client.matched(asked) == name


@pytest.mark.parametrize(
    "asked", ["โรงเรียนบ้านนาสวน", "สมพร", "กรมที่ไม่มีในโลก", "สสจ.", "รางวัล", "%", "_____", "x" * 5000, "\ud800", "🏆"]
)
def test_what_is_not_certain_matches_nothing(client, asked):
    assert client.matched(asked) is None


def test_what_holds_the_words_is_offered(client):
    (found,) = client.reconcile("พัฒนาชุมชน")
    assert "กรมการพัฒนาชุมชน" in [one["name"] for one in found]
    scores = [one["score"] for one in found]
    assert scores == sorted(scores, reverse=True)


def test_properties_tell_schools_of_one_name_apart(client):
    (found,) = client.reconcile("โรงเรียนบ้านนาสวน")
    assert [one["name"] for one in found[:2]] == ["โรงเรียนบ้านนาสวน"] * 2
    for place in ("จังหวัดเลย", "จังหวัดตาก"):
        (told,) = client.reconcile({"query": "โรงเรียนบ้านนาสวน", "properties": [{"pid": "parent", "v": place}]})
        (match,) = [one["id"] for one in told if one["match"]]
        cells = client.extend([match], "parent")[match]["parent"]
        assert cells == [] or cells[0]["name"] == place
    by_id = {"pid": "parent", "v": {"id": client.id_of("จังหวัดเลย"), "name": "ignored"}}
    by_name = {"pid": "parent", "v": [{"id": "organisation:p-nothing", "name": "จังหวัดเลย"}]}
    first, second = client.reconcile(
        {"query": "โรงเรียนบ้านนาสวน", "properties": [by_id]}, {"query": "โรงเรียนบ้านนาสวน", "properties": [by_name]}
    )
    assert [one["id"] for one in first if one["match"]] == [one["id"] for one in second if one["match"]] != []


def test_another_superior_body_is_evidence_against(client):
    query = {"query": "พช.", "properties": [{"pid": "parent", "v": "กระทรวงสาธารณสุข"}]}
    assert client.matched(query) is None
    assert client.matched(query | {"properties": [{"pid": "parent", "v": "กระทรวงมหาดไทย"}]}) == "กรมการพัฒนาชุมชน"


def test_an_id_is_itself(client):
    assert client.matched(CDD) == "กรมการพัฒนาชุมชน"
    assert client.matched({"query": CDD, "type": "award"}) is None


def test_what_no_database_holds_is_no_error(client):
    for piece in ("ก\ud800", "ก\0"):
        assert client.suggest("entity", piece.encode("utf-8", "replace").decode()) == []
        assert client.matched(piece) is None
        client.extend([piece], "name")
        assert client.ask("/flyout/entity", id=piece.encode("utf-8", "replace").decode())[0] == 404


def test_a_variant_alone_is_a_query(client):
    assert client.matched({"properties": [{"pid": "abbreviation", "v": "พช."}]}) == "กรมการพัฒนาชุมชน"


@pytest.mark.parametrize(
    ("types", "strict", "count"),
    [("award", None, 0), (["award", "organisation"], None, 1), (["award", "organisation"], "all", 0), ("planet", None, 0),
     ("planet", "should", 1), ([], None, 1)],
)  # fmt: skip
def test_types_narrow(client, types, strict, count):
    query = {"query": "กรมการพัฒนาชุมชน", "type": types} | ({"type_strict": strict} if strict else {})
    (found,) = client.reconcile(query)
    assert sum(one["match"] for one in found) == count
    assert all(one["type"][0]["id"] in {"award", "organisation"} for one in found)


def test_limit_bounds(client):
    (few, many) = client.reconcile({"query": "กรม", "limit": 2}, {"query": "กรม", "limit": 10_000})
    assert (len(few), len(many)) == (2, 50)


def test_get_answers_as_post(client):
    asked = json.dumps({"q": {"query": "พช."}})
    assert client.ask("", queries=asked)[2] == client.ask("", {"queries": asked})[2]


@pytest.mark.parametrize(
    "said",
    ["", "{", "[]", "3", '{"q": 3}', '{"q": {}}', '{"q": {"query": 3}}', '{"q": {"query": "ก", "limit": 0}}',
     '{"q": {"query": "ก", "limit": true}}', '{"q": {"query": "ก", "type": 3}}', '{"q": {"query": "ก", "type_strict": "x"}}',
     '{"q": {"query": "ก", "properties": {}}}', '{"q": {"query": "ก", "properties": [{"pid": "x"}]}}', "[" * 100_000,
     json.dumps({str(at): {"query": "ก"} for at in range(101)})],
)  # fmt: skip
def test_what_is_no_query_is_refused(client, said):
    status, headers, answer = client.ask("", {"queries": said})
    assert status == 400
    assert headers["Access-Control-Allow-Origin"] == "*"
    schemas.check(answer, schemas.REFUSAL)
    assert "Traceback" not in answer["error"]


def test_too_long_a_form_is_refused(client):
    status, headers, answer = client.ask("", {"queries": "x" * 2_100_000})
    assert (status, headers["Access-Control-Allow-Origin"]) == (413, "*")
    schemas.check(answer, schemas.REFUSAL)


# ── suggestions ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_entities_as_one_types(client):
    assert client.suggest("entity", "กรมการพัฒนาชุม")[0]["id"] == CDD
    assert client.suggest("entity", "community develop")[0]["id"] == CDD
    assert client.suggest("entity", "%%%") == []
    assert [one["name"] for one in client.suggest("entity", "50% _")] == [UGLY]
    first, then = client.suggest("entity", "กรม"), client.suggest("entity", "กรม", 10)
    assert len(first) == 10
    assert not {one["id"] for one in first} & {one["id"] for one in then}


def test_types_and_properties_as_one_types(client):
    assert [one["id"] for one in client.suggest("type", "รางวัล")] == ["award"]
    assert "province" in [one["id"] for one in client.suggest("property", "จังหวัด")]


@pytest.mark.parametrize(("path", "query"), [("/suggest/entity", {}), ("/suggest/entity", {"prefix": "ก", "cursor": "-1"}),
                                            ("/properties", {"limit": "many"})])  # fmt: skip
def test_a_wrong_suggestion_request_is_refused(client, path, query):
    status, _, answer = client.ask(path, **query)
    assert status == 400
    schemas.check(answer, schemas.REFUSAL)


# ── extension ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_extension_tells_properties(client):
    rows = client.extend([CDD, "organisation:none"], "name", "abbreviation", "parent", "gazetteer", "conferrals", "unheard-of")
    cells = rows[CDD]
    assert cells["name"] == [{"str": "กรมการพัฒนาชุมชน"}]
    assert {"str": "พช."} in cells["abbreviation"]
    assert cells["parent"] == [{"id": "organisation:moi", "name": "กระทรวงมหาดไทย"}]
    assert cells["gazetteer"] == [{"str": "moi-cdd"}]
    assert cells["conferrals"] == [{"int": 1}]
    assert cells["unheard-of"] == []
    assert all(not values for values in rows["organisation:none"].values())


def test_a_setting_bounds_the_values(client):
    award = "award:lert-rat"
    every = client.extend([award], "variant")[award]["variant"]
    assert len(every) > 1
    assert client.extend([award], {"id": "variant", "settings": {"limit": "1"}})[award]["variant"] == every[:1]


@pytest.mark.parametrize(
    "said",
    ["{", "[]", '{"ids": [], "properties": {}}', '{"ids": [3], "properties": []}', '{"ids": ["a"], "properties": [{}]}',
     '{"ids": ["a"], "properties": [{"id": "variant", "settings": {"limit": -1}}]}',
     json.dumps({"ids": [str(at) for at in range(101)], "properties": []})],
)  # fmt: skip
def test_what_is_no_extension_is_refused(client, said):
    status, _, answer = client.ask("", {"extend": said})
    assert status == 400
    schemas.check(answer, schemas.REFUSAL)


def test_properties_are_proposed(client):
    status, _, answer = client.ask("/properties", type="award", limit="3")
    assert status == 200
    schemas.check(answer, schemas.PROPOSED)
    assert (len(answer["properties"]), answer["type"], answer["limit"]) == (3, "award", 3)
    assert "province" not in [one["id"] for one in client.ask("/properties", type="award")[2]["properties"]]


# ── previews ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_previews_show_names_as_text(client):
    given = client.id_of(UGLY)
    with urllib.request.urlopen(f"{client.url}/preview?{urllib.parse.urlencode({'id': given})}", timeout=20) as answer:
        page = answer.read().decode()
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    _, _, flyout = client.ask("/flyout/entity", id=given)
    schemas.check(flyout, schemas.FLYOUT)
    assert "<script>" not in flyout["html"]
    assert client.ask("/flyout/type", id="award")[0] == 200
    for path in ("/flyout/entity", "/flyout/property"):
        assert client.ask(path, id="<script>")[0] == 404


# ── merged ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_old_id_is_what_it_was_merged_into(stocked):
    import_records(stocked, RECORDS, load())
    with served(lambda address: application(stocked, name="t", base_url=address, email="a@b.org")) as address:
        client = Client(stocked, f"{address}/reconcile")
        old = client.id_of("สำนักงานลุ่มน้ำแม่กก")
        with writing(stocked) as connection:
            decisions.merge(connection, CDD, [old], who="ผู้ดูแล")
        assert client.extend([old], "name")[old]["name"] == [{"str": "กรมการพัฒนาชุมชน"}]
        assert client.matched("สำนักงานลุ่มน้ำแม่กก") == "กรมการพัฒนาชุมชน"
        assert client.ask("/flyout/entity", id=old)[0] == 200
