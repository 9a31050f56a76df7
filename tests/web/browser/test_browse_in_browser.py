"""Deciding pairs in a real browser, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from extractor.archive.database import reading, writing
from extractor.archive.tables import Doubt
from extractor.web.app import create_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extractor.web.settings import Settings


@pytest.fixture
def address(settings: Settings, serving: Callable[[Any], Any]) -> Iterator[str]:
    """The address of the workbench over an archive in which two pairs of people wait."""
    with writing(settings.engine) as connection:
        given = [row[0] for row in connection.exec_driver_sql("SELECT id FROM authorities WHERE id LIKE 'person:p-%' LIMIT 4")]
        connection.exec_driver_sql("DELETE FROM doubts")
        row = {"kind": "person", "state": "open", "reasons": ["one name"]}
        pairs = [
            row | {"left": given[0], "right": given[1], "score": 0.9},
            row | {"left": given[2], "right": given[3], "score": 0.8},
        ]
        connection.execute(Doubt.__table__.insert(), pairs)
    with serving(create_app(settings)) as at:
        yield at


def test_pairs_are_decided_by_keyboard(tabs: Any, address: str, settings: Settings) -> None:
    page = tabs()
    page.goto(f"{address}/pairs")
    first = page.locator(".compared code").first.inner_text()
    page.fill("#reason", "1")
    page.keyboard.press("a")
    assert page.input_value("#reason") == "1a", "a letter that is typed decides nothing"
    page.locator("h1").click()
    with page.expect_navigation():
        page.keyboard.press("a")
    assert page.locator(".compared code").first.inner_text() != first
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.locator(".compared code").first.inner_text() == first
    with reading(settings.engine) as connection:
        rows = connection.exec_driver_sql("SELECT action, who, reason FROM events ORDER BY id").all()
    assert [tuple(row) for row in rows] == [("apart", "ผู้ทดสอบ", "1a"), ("undo", "ผู้ทดสอบ", None)]
