"""The frame of all pages in a real browser: its font and script come from the server, and the keyboard leads about."""

from __future__ import annotations

import re
from typing import Any

from extractor.web.app import create_app
from extractor.web.templating import static
from tests.conftest import ROOT


def test_font_script_and_keys_of_every_page(tabs: Any, settings: Any, serving: Any):
    with serving(create_app(settings)) as address:
        page = tabs()
        page.goto(f"{address}/inbox")
        assert page.evaluate("document.fonts.check('16px Sarabun', 'รางวัล')")
        assert page.evaluate("typeof htmx") == "object"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("?")
        page.wait_for_url("**/help")
        page.get_by_role("button", name="English").click()
        assert page.locator("html").get_attribute("lang") == "en"
        page.wait_for_load_state()  # before the server ends


def test_the_fonts_that_pages_load_early_are_those_of_the_stylesheet():
    """Else each would be loaded twice, and a page would jump when the second came."""
    style = (ROOT / "extractor" / "web" / "static" / "app.css").read_text(encoding="utf-8")
    named = re.findall(r'url\("(vendor/[^"?]+)([^"]*)"\)', style)
    assert len(named) == 4
    assert [f"/static/{name}{mark}" for name, mark in named] == [static(name) for name, _ in named]
