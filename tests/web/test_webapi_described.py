"""The API's description and the API agree, as schemathesis finds by requests that it makes up."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis.strategies import integers

from extractor.web.app import create_app
from tests.web.conftest import one_person

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed (the extra dev)")
GenerationMode = schemathesis.GenerationMode
V1 = "/api/v1"
EXAMPLES = 8  # requests made up for each operation, and as many that are not as described


def ids(page: dict[str, Any]) -> list[Any]:
    return [item["id"] for item in page["items"]]


def of(app: Any) -> Any:
    """What the API of an application holds on to."""
    return next(route.app for route in app.routes if getattr(route, "path", "") == V1).state


@pytest.fixture(scope="module")
def described(client: TestClient, corpus_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The API over a copy of the archive, which what is tried out may change, as its description tells it."""
    place = tmp_path_factory.mktemp("described") / "awards.sqlite"
    shutil.copy(corpus_archive, place)
    told = replace(one_person(place), most_characters=300, extractions="100000/minute")
    app = create_app(told)
    of(app).extractions = of(client.app).extractions
    assert client.post(f"{V1}/extract", json={"text": "แรก"}).status_code == 200  # waits for the gazetteers

    async def at_home(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":  # as of the test library's own client, whose host is no name of this machine
            headers = [(name, value) for name, value in scope["headers"] if name != b"host"]
            scope = scope | {"headers": [*headers, (b"host", b"127.0.0.1:8000")]}
        await app(scope, receive, send)

    return schemathesis.openapi.from_asgi(f"{V1}/openapi.json", at_home)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["as described", "otherwise"])
def test_answers_are_as_the_description_has_them(described: Any, client: TestClient, mode: GenerationMode) -> None:
    """Requests made up for every operation, as the description has them and otherwise; ids are of the archive."""
    pair = client.get(f"{V1}/doubts").json()["items"][0]
    known = {
        "/conferrals": ids(client.get(f"{V1}/conferrals").json()),
        "/authorities": ids(client.get(f"{V1}/authorities").json()),
        "/articles": ids(client.get(f"{V1}/articles").json()),
    }
    operations = [each.ok() for each in described.get_all_operations()]
    assert Counter(each.method for each in operations) == {"get": 15, "head": 15, "post": 9, "patch": 1}
    for operation in operations:
        if mode is GenerationMode.NEGATIVE and (operation.path == "/" or operation.method == "head"):
            continue  # nothing is asked there, so nothing can be asked wrongly; HEAD is refused as GET is
        given_ids = known.get(operation.path.partition("/{given}")[0], [])
        pairs = [pair] if "/doubts/" in operation.path else []
        told = tried(operation, mode, given_ids, pairs)
        if mode is GenerationMode.POSITIVE and operation.method in {"get", "head"}:
            assert told[200], (operation.path, told)


def tried(operation: Any, mode: GenerationMode, given_ids: list[Any], pairs: list[dict[str, Any]]) -> Counter[int]:
    """How often each status came to requests made up for an operation; half of those as described name known ids or pairs."""
    told = Counter[int]()
    known: list[dict[str, Any]] = [{"given": each} for each in given_ids]
    known += [{name: pair[name] for name in ("left", "right")} for pair in pairs]

    most = 2 if operation.method == "head" else EXAMPLES

    @hypothesis_settings(
        max_examples=most, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(operation.as_strategy(generation_mode=mode), integers(0, 2 * len(known)))
    def answered(case: schemathesis.Case, at: int) -> None:
        if mode is GenerationMode.POSITIVE and at < len(known):
            case.path_parameters |= known[at]
            if any(parameter.name == "If-Match" for parameter in operation.headers):
                case.headers["If-Match"] = "*"  # who made the request up has seen nothing
        told[case.call_and_validate().status_code] += 1

    answered()
    return told
