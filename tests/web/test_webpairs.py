"""Doubtful pairs and what is learnt from people, in the browser's pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html

from extractor import lexicon
from extractor.archive import decisions
from extractor.archive.database import reading, writing
from extractor.archive.tables import Doubt
from extractor.web.differences import Stretch, marked

if TYPE_CHECKING:
    from collections.abc import Callable

    from httpx import Response
    from starlette.testclient import TestClient

    from extractor.web.settings import Settings


@pytest.fixture
def pair(settings: Settings) -> tuple[str, str]:
    """The only pair that waits: two people of no gazetteer."""
    with writing(settings.engine) as connection:
        left, right = (
            str(row[0]) for row in connection.exec_driver_sql("SELECT id FROM authorities WHERE id LIKE 'person:p-%' LIMIT 2")
        )
        connection.exec_driver_sql("DELETE FROM doubts")
        row = {"kind": "person", "left": left, "right": right, "state": "open", "score": 0.8, "reasons": ["one name"]}
        connection.execute(Doubt.__table__.insert(), [row])
    return left, right


def decide(client: TestClient, pair: tuple[str, str], action: str, token: str, state: str = "open") -> Response:
    data = {"left": pair[0], "right": pair[1], "state": state, "action": action, "csrf": token}
    return client.post("/pairs", data=data)


def test_a_pair_stands_side_by_side_and_is_merged_and_parted_again(
    own_client: TestClient, settings: Settings, pair: tuple[str, str], form: Callable[[str], str]
) -> None:
    page = own_client.get("/pairs").text
    assert html.fromstring(page).xpath("//table[@class='compared']//mark[@class='differs']")
    merged = decide(own_client, pair, "right", form(page))
    assert "รวมแล้ว" in merged.text
    assert "ไม่มีคู่ใดรออยู่" in merged.text
    with reading(settings.engine) as connection:
        into = connection.exec_driver_sql(f"SELECT merged_into FROM authorities WHERE id = '{pair[0]}'").scalar()
        event = connection.exec_driver_sql("SELECT max(id) FROM events").scalar()
    assert into == pair[1]
    undone = own_client.post("/pairs/undo", data={"event": event, "csrf": form(page)})
    assert "ย้อนกลับแล้ว" in undone.text
    assert html.fromstring(undone.text).xpath("//table[@class='compared']")


@pytest.mark.parametrize(("action", "said"), [("apart", "แยกไว้แล้ว"), ("later", "พักไว้แล้ว")])
def test_kept_apart_or_put_off(
    own_client: TestClient, pair: tuple[str, str], form: Callable[[str], str], action: str, said: str
) -> None:
    after = decide(own_client, pair, action, form(own_client.get("/pairs").text)).text
    assert said in after
    assert bool(html.fromstring(after).xpath("//table[@class='compared']")) == (action == "later")


def test_what_another_decided_meanwhile_stays(
    own_client: TestClient, settings: Settings, pair: tuple[str, str], form: Callable[[str], str]
) -> None:
    token = form(own_client.get("/pairs").text)
    with writing(settings.engine) as connection:
        decisions.keep_apart(connection, *pair, who="อีกคน")
    assert "ไปก่อนแล้ว" in decide(own_client, pair, "left", token).text
    with reading(settings.engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar() == 1


def test_without_the_forms_token_nothing_is_decided(own_client: TestClient, settings: Settings, pair: tuple[str, str]) -> None:
    assert decide(own_client, pair, "left", "none").status_code == 403
    with reading(settings.engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar() == 0


def test_differences_do_not_part_a_letter_from_its_marks() -> None:
    left, _ = marked("เทศบาลตำบลน้ำใส", "เทศบาลตำบลน้ำไส")
    assert "".join(each.text for each in left) == "เทศบาลตำบลน้ำใส"
    assert Stretch("ใ", differs=True) in left
    assert [each.text for each in marked("งานบำรุงป่า", "ผลการรังวัด")[1]] == ["ผลการรังวัด"]
    assert marked("ก", "ก") == ((Stretch("ก", differs=False),),) * 2
    assert marked("", "ก") == ((), (Stretch("ก", differs=True),))
    assert all(not re.match("[ัิ-ฺ็-๎ำ]", each.text) for each in (*marked("น้ำ", "นา")[0], *marked("น้ำ", "นา")[1]))


def test_confirmed_names_are_handed_out_as_a_file_that_loads(
    own_client: TestClient, settings: Settings, form: Callable[[str], str], tmp_path
) -> None:
    with writing(settings.engine) as connection:
        body = str(
            connection.exec_driver_sql(
                "SELECT id FROM authorities WHERE kind = 'organisation' AND status = 'provisional' AND merged_into IS NULL"
            ).scalar()
        )
        decisions.confirm(connection, body, who="ผู้ทดสอบ")
        given = str(connection.exec_driver_sql("SELECT id FROM conferrals WHERE year IS NOT NULL").scalar())
        decisions.correct(connection, given, "year", "2001", who="ผู้ทดสอบ")
        decisions.confirm(connection, given, who="ผู้ทดสอบ")
    assert "0.0 %" in own_client.get("/learning").text
    page = own_client.get("/learning?all=1").text
    assert html.fromstring(own_client.get("/learning/rows").text).xpath("//form//input[@name='row']")
    rows = html.fromstring(page).xpath("//form[.//input[@value='agencies']]//input[@name='row']/@value")
    data = {"file": "agencies", "row": rows, "csrf": form(page)}
    (tmp_path / "agencies.csv").write_bytes(own_client.post("/learning/accept", data=data).content)
    known = lexicon.load(tmp_path).rows["agencies"]
    assert all(row in known for row in rows)
    assert own_client.post("/learning/accept", data=data | {"row": ["none"]}).status_code == 404
