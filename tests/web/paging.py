"""What tests of the API share: where it is, and all pages of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

V1 = "/api/v1"


def everything(client: TestClient, address: str) -> list[Any]:
    """The items of all pages from an address on, by the links."""
    items: list[Any] = []
    seen = set()
    while address not in seen:
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, answer.text
        items += answer.json()["items"]
        if "next" not in answer.links:
            assert answer.json()["next"] is None
            return items
        address = answer.links["next"]["url"]
    pytest.fail("the pages go round")
