"""Browsing and deciding pairs in a real browser: by keyboard, on a telephone, without a complaint of axe or of the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from extractor.archive.database import reading, writing
from extractor.archive.tables import Doubt
from extractor.web.app import create_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

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


def opened(browser: Browser, told: list[str], width: int = 1280) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.on("console", lambda message: told.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    return page


def test_pairs_are_decided_by_keyboard(browser: Browser, address: str, settings: Settings) -> None:
    told: list[str] = []
    page = opened(browser, told)
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
    assert told == []
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_is_wider_than_the_screen_or_has_a_serious_fault(browser: Browser, address: str, width: int) -> None:
    told: list[str] = []
    page = opened(browser, told, width)
    page.goto(f"{address}/browse")
    pages = ["/browse", "/pairs", "/learning", "/award/lert-rat", "/article/1"]
    pages.append(page.locator(".hits h2 a").first.get_attribute("href") or "")
    for each in pages:
        page.goto(address + each)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), each
        faults = Axe().run(page).response["violations"]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults if fault["impact"] in {"serious", "critical"}] == []
    assert told == []
    page.close()
