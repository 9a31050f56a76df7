"""Every kind of page in a real browser: no serious fault of axe-core, no wider than a telephone, no jump, all in Thai."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from sqlalchemy import select, update

from extractor.archive.database import reading, writing
from extractor.archive.tables import Article, Authority, Conferral
from extractor.web import users
from extractor.web.app import create_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from extractor.web.settings import Settings

pytestmark = pytest.mark.long

PASSWORD = "ลำไยไร้ควันริมดอย ๙"
KINDS = ("award", "organisation", "person", "work", "other")
_SERIOUS = """async (only) => {
  const found = await axe.run({ resultTypes: ["violations"], ...(only ? { runOnly: only } : {}) });
  const grave = found.violations.filter((each) => ["serious", "critical"].includes(each.impact));
  return grave.map((each) => `${each.id}: ${each.nodes[0].html}`);
}"""


def entries_of(settings: Settings) -> dict[str, str]:
    """The address of one entry of each kind that the archive holds, one with conferrals where there is one."""
    with reading(settings.engine) as connection:
        found = {
            kind: f"/{kind}/{given.partition(':')[2]}"
            for kind in KINDS
            if (given := connection.execute(select(Authority.id).where(Authority.kind == kind).limit(1)).scalar())
        }
        for kind, column in (
            ("award", Conferral.award_id),
            ("organisation", Conferral.recipient_id),
            ("work", Conferral.work_id),
        ):
            wanted = select(column).where(column.like(f"{kind}:%")).order_by(column).limit(1)
            if given := connection.execute(wanted).scalar():
                found[kind] = f"/{kind}/{given.partition(':')[2]}"
        found["conferral"] = f"/conferral/{connection.execute(select(Conferral.id).order_by(Conferral.id)).scalars().first()}"
    return found | {"article": "/article/1"}


@pytest.fixture
def address(settings: Settings, serving: Callable[[Any], Any]) -> Iterator[str]:
    with writing(settings.engine) as connection:
        users.add(connection, "อร", PASSWORD, "admin", by="test")
    with serving(create_app(dataclasses.replace(settings, demand_users=True))) as at:
        yield at


def serious(page: Page, *only: str) -> list[str]:
    """What axe-core finds serious or worse, with the place; of the rules `only`, if any are named."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(Axe().axe_script)
    found: list[str] = page.evaluate(_SERIOUS, list(only) or None)
    return found


def sign_in(page: Page, address: str, name: str = "อร") -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("ชื่อผู้ใช้").fill(name)
    page.get_by_label("รหัสผ่าน").fill(PASSWORD)
    page.get_by_role("button", name="ลงชื่อเข้าใช้").click()
    page.wait_for_url(lambda url: "/sign-in" not in url)


def test_every_kind_of_page(tabs: Any, keep: Any, address: str, settings: Settings):
    pages = {
        "help": "/help", "account": "/account", "users": "/users", "inbox": "/inbox", "add": "/inbox/add", "review": "/review/1",
        "pairs": "/pairs", "browse": "/browse", "found": "/browse?q=รางวัล", "learning": "/learning", "error-404": "/nowhere",
    } | entries_of(settings)  # fmt: skip
    assert {"award", "organisation", "person", "work", "conferral", "article"} <= pages.keys()
    with writing(settings.engine) as connection:  # an address that has no place to break it
        connection.execute(update(Article).where(Article.id == 1).values(text=Article.text + "\nhttps://a.example/" + "ก" * 90))
    page = tabs()
    wrong: dict[str, Any] = {}

    def look(name: str) -> None:
        found = serious(page)
        shifted = page.evaluate("window.shifted")
        keep(page, f"{name}-1280")
        page.set_viewport_size({"width": 360, "height": 740})
        wide = page.evaluate("document.documentElement.scrollWidth")
        keep(page, f"{name}-360")
        page.emulate_media(color_scheme="dark")
        found += [f"dark {each}" for each in serious(page, "color-contrast", "link-in-text-block")]
        keep(page, f"{name}-dark")
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 800})
        if found or shifted > 0.01 or wide > 360:
            wrong[name] = (found, f"shifted {shifted:.3f}", f"{wide} px wide")

    page.goto(f"{address}/sign-in")
    look("sign-in")
    sign_in(page, address)
    for name, path in pages.items():
        page.goto(address + path)
        look(name)
    page.get_by_role("button", name="English").click()
    page.locator("html[lang=en]").wait_for(state="attached")
    page.set_viewport_size({"width": 360, "height": 740})
    for name, path in pages.items():
        page.goto(address + path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if (found := serious(page)) or wide > 360:
            wrong[f"{name} in English"] = (found, f"{wide} px wide")
        keep(page, f"{name}-en-360")
    assert wrong == {}


def test_a_record_is_printed_without_what_only_a_screen_needs(tabs: Any, keep: Any, settings: Settings, serving: Any):
    with serving(create_app(settings)) as address:
        page = tabs(dark=True)
        found = entries_of(settings)
        for name in ("conferral", "award"):
            page.goto(address + found[name])
            page.emulate_media(media="print")
            for gone in ("header.top", "form", ".actions", ".exports", "aside .facet"):
                assert not any(each.is_visible() for each in page.locator(gone).all()), (name, gone)
            for kept in ("h1", ".citation"):
                assert page.locator(kept).first.is_visible(), (name, kept)
            ink, ground = page.evaluate("['color', 'backgroundColor'].map((name) => getComputedStyle(document.body)[name])")
            assert (ink, ground) == ("rgb(31, 27, 26)", "rgba(0, 0, 0, 0)"), "dark ink on paper, also where the screen is dark"
            keep(page, f"print-{name}")
            page.emulate_media(media="screen")
