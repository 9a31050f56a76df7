"""What the tests in a browser share: tabs that reach nothing outside, what goes wrong in them, and pictures of what was seen.

Every tab is watched. Requests to anything but the server under test are stopped and counted; a test that made one fails, and so
does one in which a page told an error, broke the Content-Security-Policy or opened a dialog of the browser.

tabs(width=1280, dark=False, …)   a tab of a browser profile of its own (its own cookies)
tabs.faults                       what went wrong so far
serving(app)                      as elsewhere; its tabs are closed before the server is, so that none asks a server that is gone
keep(tab, "name")                 puts a picture of the page, at most `TALLEST` px of it, into `build/screenshots/name.jpg`
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from fastapi import FastAPI
    from playwright.sync_api import Browser, ConsoleMessage, Page, Route

PICTURES = ROOT / "build" / "screenshots"
TALLEST = 1800
_OUTSIDE = re.compile(r"^(?!http://127\.0\.0\.1[:/]|data:|about:)")
_WATCH = """
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) window.shifted += each.value;
  }).observe({ type: "layout-shift", buffered: true });
  document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective}`));
"""


class Tabs:
    """Opens tabs and notes what goes wrong in them."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.outside: list[str] = []
        self.faults: list[str] = []
        self._contexts: list[Any] = []

    def __call__(self, *, width: int = 1280, height: int = 800, dark: bool = False, **options: Any) -> Page:
        scheme = "dark" if dark else "light"
        size = {"width": width, "height": height}
        context = self._browser.new_context(viewport=size, color_scheme=scheme, locale="th-TH", **options)
        context.route(_OUTSIDE, self._stop)
        context.add_init_script(_WATCH)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._told)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("dialog", lambda dialog: (self.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        return page

    def _stop(self, route: Route) -> None:
        self.outside.append(route.request.url)
        route.abort()

    def _told(self, message: ConsoleMessage) -> None:
        # a refusal that a test asks for is told by the browser too; the test looks at it itself
        if message.type in {"error", "warning"} and "the server responded with a status of 4" not in message.text:
            self.faults.append(f"{message.text} ({message.location})")

    def close(self) -> None:
        """Close all tabs."""
        while self._contexts:
            self._contexts.pop().close()


@pytest.fixture
def tabs(browser: Browser) -> Iterator[Tabs]:
    """Tabs that reach nothing outside; the test fails if one tried to, or if a page told of a fault."""
    made = Tabs(browser)
    yield made
    made.close()
    assert made.outside == [], "a page asks for something from elsewhere"
    assert made.faults == []


@pytest.fixture
def serving(serving: Callable[[FastAPI], AbstractContextManager[str]], tabs: Tabs) -> Callable[[FastAPI], object]:
    """Serves an application while a block runs, and closes the tabs at its end, while the server still answers."""

    @contextmanager
    def served(app: FastAPI) -> Iterator[str]:
        with serving(app) as address:
            try:
                yield address
            finally:
                tabs.close()

    return served


@pytest.fixture(scope="session")
def keep() -> Callable[[Page, str], None]:
    """Puts a picture of a page into `build/screenshots`."""
    PICTURES.mkdir(parents=True, exist_ok=True)

    def kept(page: Page, name: str) -> None:
        width, height = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
        # caret="initial": hiding it leaves empty style attributes, which the policy then tells of
        page.screenshot(path=PICTURES / f"{name}.jpg", full_page=True, clip=clip, caret="initial", type="jpeg", quality=70)

    return kept


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One line where there was no browser, instead of one a test."""
    skipped = [each for each in terminalreporter.stats.get("skipped", ()) if "no Chromium" in str(each.longrepr)]
    if skipped:
        terminalreporter.write_line(f"no Chromium on this machine: {len(skipped)} tests in a browser were left out")
