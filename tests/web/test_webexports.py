"""Exports: sent while they are made, few at a time, broken off where they fail, and one address for one conferral everywhere."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from lxml import etree

from extractor.archive.exchange import FORMATS, Format
from extractor.errors import ArchiveError
from extractor.web import exporting
from extractor.web.app import create_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fastapi import FastAPI
    from starlette.testclient import TestClient

    from extractor.web.settings import Settings

PLACES = ("/export/csv", "/api/v1/export/csv")
PIECE = b"x" * (1 << 18)


class Made(Format):
    """A format whose file is as big as a test wants, and waits where it wants."""

    goes_on = threading.Event()
    fails: Exception | None = None

    def write(self, _snapshot: Any, target: Any) -> None:
        target.write(PIECE)
        self.goes_on.wait(10)
        if self.fails is not None:
            raise self.fails
        target.write(PIECE)


class Endless(Format):
    """A format whose file has no end in sight."""

    left = threading.Event()

    def write(self, _snapshot: Any, target: Any) -> None:
        try:
            for _ in range(1_000):
                target.write(PIECE)
                time.sleep(0.01)
        except BaseException:
            self.left.set()
            raise


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Made]]:
    monkeypatch.setitem(FORMATS, "csv", Made("csv", ".csv", "text/csv", "", ""))
    Made.goes_on, Made.fails = threading.Event(), None
    yield Made
    Made.goes_on.set()


@pytest.fixture
def address(settings: Settings, serving: Callable[[FastAPI], Any]) -> Iterator[str]:
    with serving(create_app(settings)) as place:
        yield place


@pytest.mark.parametrize("place", PLACES)
def test_the_first_bytes_come_while_the_rest_is_made_and_one_may_have_two(place: str, made: type[Made], address: str) -> None:
    with httpx.stream("GET", address + place) as first, httpx.stream("GET", address + place) as second:
        assert (first.status_code, second.status_code) == (200, 200)
        assert first.headers["content-disposition"] == 'attachment; filename="awards.csv"'
        pieces = first.iter_raw()
        assert next(pieces)
        for other in PLACES:
            third = httpx.get(address + other)
            assert (third.status_code, third.headers["retry-after"]) == (429, "30")
            assert "รอให้เสร็จก่อน" in third.text
        made.goes_on.set()
        assert sum(map(len, pieces)) > 0
        assert len(second.read()) == 2 * len(PIECE)
    answer = httpx.get(address + place)  # its turn has come
    assert len(answer.content) == 2 * len(PIECE)
    known = httpx.get(address + place, headers={"If-None-Match": answer.headers["etag"]})
    assert (known.status_code, known.content) == (304, b"")


def test_who_goes_away_ends_the_making(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setitem(FORMATS, "csv", Endless("csv", ".csv", "text/csv", "", ""))
    for _ in range(exporting.EACH + 1):
        Endless.left = threading.Event()
        with httpx.stream("GET", address + PLACES[0]) as gone:
            assert gone.status_code == 200
            assert next(gone.iter_raw())
        assert Endless.left.wait(5)


def test_half_a_file_is_never_taken_for_a_whole_one(made: type[Made], address: str) -> None:
    made.fails = ArchiveError("has more rows than a sheet holds", remedy="search for fewer")
    with httpx.stream("GET", address + PLACES[0]) as broken:
        made.goes_on.set()
        with pytest.raises(httpx.RemoteProtocolError):
            broken.read()
    assert httpx.get(address + PLACES[0], headers={"If-None-Match": broken.headers["etag"]}).status_code == 304


def test_what_fails_at_the_beginning_is_told(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise ArchiveError("has more rows than a sheet holds", remedy="search for fewer")

    monkeypatch.setattr(Format, "write", refused)
    for place in PLACES:
        assert client.get(place).status_code == 422
    assert client.app.state.exports._under_way.total() == 0  # type: ignore[attr-defined]


def test_all_together_have_a_bounded_number_under_way() -> None:
    exports = exporting.Exports()
    held = [exports.under_way(f"reader {number // 2}") for number in range(exporting.ALL)]
    for each in held:
        each.__enter__()
    with pytest.raises(exporting.HTTPException) as refused, exports.under_way("another"):
        pass
    assert refused.value.status_code == 503
    held[0].__exit__(None, None, None)
    with exports.under_way("another"):
        pass


def test_one_conferral_has_one_address_on_page_in_export_harvest_and_api(settings: Settings) -> None:
    from starlette.testclient import TestClient  # noqa: PLC0415 - as in conftest

    at = "https://awards.example.org"
    with TestClient(create_app(replace(settings, base_url=at, demand_users=True, public=True)), base_url=at) as client:
        given = client.get("/api/v1/conferrals?limit=1").json()["items"][0]["id"]
        uri = f"{at}/id/{given}"
        assert uri in {node["@id"] for node in json.loads(client.get(f"/conferral/{given}.jsonld").text)["@graph"]}
        for place in ("/export", "/api/v1/export"):
            assert uri in {node["@id"] for node in json.loads(client.get(f"{place}/jsonld").text)["@graph"]}
            assert f"<{uri}>" in client.get(f"{place}/turtle").text
            assert uri in client.get(f"{place}/dublin-core").text
        harvested = client.get("/oai", params={"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": uri})
        assert etree.fromstring(harvested.content).findtext(".//{*}header/{*}identifier") == uri
        assert client.get("/reconcile").json()["identifierSpace"] == f"{at}/id/"
        assert client.get(uri.removeprefix(at)).url.path == f"/conferral/{given}"
