"""The API decides: conferrals added, parted, merged and split, doubtful pairs; what was seen otherwise is not overwritten."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.testclient import TestClient

from extractor.web.app import create_app
from tests.web.paging import V1, everything

if TYPE_CHECKING:
    from extractor.web.settings import Settings


def seen(client: TestClient, place: str) -> dict[str, str]:
    """What tells that an entry was seen as it stands."""
    answer = client.get(place)
    assert answer.status_code == 200, answer.text
    assert client.head(place).headers["etag"] == answer.headers["etag"]
    return {"If-Match": answer.headers["etag"]}


def test_a_conferral_is_added_parted_merged_and_split(own_client: TestClient) -> None:
    article = next(each for each in own_client.get(f"{V1}/articles").json()["items"])["id"]
    told = own_client.get(f"{V1}/articles/{article}").json()
    words = told["text"].split()[0]
    at = {"start": told["text"].index(words), "end": told["text"].index(words) + len(words)}
    place = f"{V1}/articles/{article}/conferrals"
    body = {"award": "รางวัลสมมุติ", "year": 2023, "words": {"recipient": at}, "reason": "อ่านพบ"}
    assert own_client.post(place, json=body).status_code == 428
    before = seen(own_client, f"{V1}/articles/{article}")
    added = own_client.post(place, json=body, headers=before)
    assert added.status_code == 201, added.text
    new = added.json()
    assert (new["recipient"], new["state"], new["year"]) == (words, "confirmed", 2023)
    assert {"text": words, "rule": "by hand"}.items() <= new["sources"][0]["evidence"][0].items()
    address = added.headers["location"]
    assert own_client.get(address).headers["etag"] == added.headers["etag"]
    assert own_client.post(place, json=body, headers=before).status_code == 412  # the article tells another by now
    none = own_client.post(place, json={"award": "รางวัลสมมุติ"}, headers={"If-Match": "*"})
    assert (none.status_code, none.json()["detail"]) == (409, "a conferral needs a recipient or a work")

    parted = own_client.post(f"{address}/part", json={"article": article}, headers=seen(own_client, address))
    assert parted.status_code == 201
    assert parted.json()["recipient"] == words
    other = parted.json()["id"]
    merging = {"other": other, "etag": '"old"'}
    assert own_client.post(f"{address}/merge", json=merging, headers=seen(own_client, address)).status_code == 412
    merging["etag"] = parted.headers["etag"]
    merged = own_client.post(f"{address}/merge", json=merging, headers=seen(own_client, address))
    assert (merged.status_code, merged.json()["action"], merged.json()["other"]) == (201, "merge", other)
    assert own_client.get(f"{V1}/conferrals/{other}", follow_redirects=False).status_code == 301
    assert own_client.post(f"{address}/merge", json=merging, headers=seen(own_client, address)).status_code == 409

    second = next(each["id"] for each in own_client.get(f"{V1}/articles").json()["items"] if each["id"] != article)
    body = {"award": "รางวัลสมมุติ", "recipient": "โรงเรียนอื่น"}
    theirs = own_client.post(f"{V1}/articles/{second}/conferrals", json=body, headers={"If-Match": "*"})
    merging = {"other": theirs.json()["id"], "etag": theirs.headers["etag"]}
    assert own_client.post(f"{address}/merge", json=merging, headers=seen(own_client, address)).status_code == 201
    split = own_client.post(f"{address}/split", json={"articles": [second]}, headers=seen(own_client, address))
    assert (split.status_code, split.json()["recipient"]) == (201, "โรงเรียนอื่น")
    again = own_client.post(f"{address}/split", json={"articles": [second]}, headers=seen(own_client, address))
    assert (again.status_code, again.json()["detail"][-30:]) == (409, "none of these articles tells it"[-30:])


def test_doubtful_pairs_are_listed_and_decided(own_client: TestClient) -> None:
    pairs = everything(own_client, f"{V1}/doubts?limit=2")
    assert len(pairs) == len({(each["left"], each["right"]) for each in pairs}) > 2
    assert [each["score"] for each in pairs] == sorted((each["score"] for each in pairs), reverse=True)
    place = f"{V1}/doubts/{pairs[0]['left']}/{pairs[0]['right']}"
    stale = seen(own_client, place)
    assert own_client.post(f"{place}/decisions", json={"action": "later"}).status_code == 428
    later = own_client.post(f"{place}/decisions", json={"action": "later", "reason": "ถามก่อน"}, headers=stale)
    assert (later.status_code, later.json()["action"], later.json()["reason"]) == (201, "later", "ถามก่อน")
    assert everything(own_client, f"{V1}/doubts?limit=2")[-1] == pairs[0] | {"state": "later"}
    assert own_client.post(f"{place}/decisions", json={"action": "apart"}, headers=stale).status_code == 412
    apart = own_client.post(f"{place}/decisions", json={"action": "apart"}, headers=seen(own_client, place))
    assert apart.status_code == 201
    assert own_client.get(place).json()["state"] == "apart"
    assert own_client.post(f"{place}/decisions", json={"action": "later"}, headers=seen(own_client, place)).status_code == 409
    left, right = pairs[1]["left"], pairs[1]["right"]
    place = f"{V1}/doubts/{left}/{right}"
    wrong = own_client.post(f"{place}/decisions", json={"action": "merge"}, headers=seen(own_client, place))
    assert wrong.status_code == 409
    made = own_client.post(f"{place}/decisions", json={"action": "merge", "into": left}, headers=seen(own_client, place))
    assert made.status_code == 201
    assert len(everything(own_client, f"{V1}/doubts")) <= len(pairs) - 2
    assert own_client.post(f"{V1}/events/{made.json()['id']}/undo").status_code == 201
    assert own_client.get(f"{V1}/doubts/{left}/{left}").status_code == 404


def test_readers_decide_nothing(settings: Settings) -> None:
    with TestClient(create_app(replace(settings, demand_users=True, public=True)), base_url=settings.base_url) as client:
        given = client.get(f"{V1}/conferrals?limit=1").json()["items"][0]["id"]
        pair = client.get(f"{V1}/doubts?limit=1").json()["items"][0]
        places = [f"conferrals/{given}/{what}" for what in ("merge", "split", "part", "decisions")]
        for place in [*places, "articles/1/conferrals", f"doubts/{pair['left']}/{pair['right']}/decisions"]:
            assert client.post(f"{V1}/{place}", json={}).status_code in {401, 403}, place
