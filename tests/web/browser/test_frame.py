"""The frame of all pages in a real browser: what it loads, whether everybody can use it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from extractor.archive.database import writing
from extractor.web import users
from extractor.web.app import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from extractor.web.settings import Settings

PASSWORD = "ลำไยไร้ควันริมดอย ๙"
SIZES = {"narrow": (360, 740), "wide": (1280, 800)}
# A page is looked at where an area has it; what is not there (404) is left out.
PAGES = ("/help", "/account", "/users", "/inbox", "/inbox/add", "/review/1", "/pairs", "/browse", "/learning", "/nowhere")


@pytest.fixture
def address(settings: Settings, serving) -> Iterator[str]:
    with writing(settings.engine) as connection:
        users.add(connection, "อร", PASSWORD, "admin", by="test")
    with serving(create_app(dataclasses.replace(settings, demand_users=True))) as at:
        yield at


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("ชื่อผู้ใช้").fill("อร")
    page.get_by_label("รหัสผ่าน").fill(PASSWORD)
    page.get_by_role("button", name="ลงชื่อเข้าใช้").click()
    page.wait_for_url(lambda url: "/sign-in" not in url)


def serious(page: Page) -> list[str]:
    """What axe-core finds serious or worse, with the place."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - where a browser is

    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['target']}" for each in found if each["impact"] in {"serious", "critical"}]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_hinders_anybody(browser: Browser, address: str, scheme):
    page = browser.new_page(viewport={"width": 360, "height": 740}, color_scheme=scheme, bypass_csp=True)
    page.goto(f"{address}/sign-in")
    assert serious(page) == []
    sign_in(page, address)
    for path in PAGES:
        page.goto(address + path)
        assert serious(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    page.close()


def test_pages_load_nothing_from_elsewhere_and_break_no_rule(browser: Browser, address: str):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    sign_in(page, address)
    for path in PAGES[:-1]:
        if page.goto(address + path).status == 404:
            said.clear()
        assert said == [], path
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert page.evaluate("document.fonts.check('16px Sarabun', 'รางวัล')")
    assert page.evaluate("typeof htmx") == "object"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("?")
    page.wait_for_url("**/help")
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.close()
