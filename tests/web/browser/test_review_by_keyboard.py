"""Review by keyboard alone: conferrals are added, parted, joined, taken apart, confirmed, rejected; no mouse is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.archive.database import reading
from extractor.web.app import create_app
from extractor.web.inbox.taking import pasted

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from extractor.web.settings import Settings

TEXT = """เทศบาลนครสมมุติคว้ารางวัลเลิศรัฐ ประจำปี 2566

วันที่ 12 กันยายน 2566 สำนักงาน ก.พ.ร. มอบรางวัลเลิศรัฐ ประจำปี 2566 ดังนี้
1. เทศบาลนครสมมุติ ได้รับรางวัลเลิศรัฐ ระดับดีเด่น ผลงาน “น้ำใสใกล้บ้าน”
2. เทศบาลตำบลตัวอย่าง ได้รับรางวัลเลิศรัฐ ระดับดี ผลงาน “สวนผักหลังเขา”
โดยมีนายสมมุติ ใจงาม นายกเทศมนตรีนครสมมุติ เป็นผู้รับมอบ"""

_THAI = """([code, key]) => document.activeElement.dispatchEvent(
  new KeyboardEvent("keydown", { code, key, bubbles: true, cancelable: true }))"""


def focused(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.id || document.activeElement.tagName")
    return found


def listed(page: Page, count: int) -> None:
    """Wait until so many conferrals are listed."""
    page.locator("[data-entry]").nth(count - 1).wait_for()
    page.locator("[data-entry]").nth(count).wait_for(state="detached")


def entries(page: Page, count: int, noticed: str) -> None:
    """Wait until so many conferrals are listed, and the focus is at one of them."""
    page.locator("#notices", has_text=noticed).wait_for()
    listed(page, count)
    page.locator("[data-entry]:focus-within").wait_for()


def choose(page: Page, words: str) -> None:
    """Choose words of the article by the arrow keys."""
    said = page.locator("#words")
    for _ in range(200):
        page.keyboard.press("ArrowRight")
        if words.startswith(said.inner_text()):
            break
    for _ in range(20):
        if said.inner_text() == words:
            return
        page.keyboard.press("Shift+ArrowRight")
    raise AssertionError(said.inner_text())


def test_everything_is_decided_without_a_mouse(tabs: Any, keep: Any, settings: Settings, serving: Any):
    number, _ = pasted(settings.engine, TEXT, "ข่าวทดลอง", {})
    again, _ = pasted(settings.engine, TEXT, "ข่าวอื่น", {})
    with serving(create_app(settings)) as address:
        page = tabs()
        page.goto(f"{address}/review/{number}")
        assert page.locator("[data-entry]").count() == 2

        # add: words of the article, then which field they are; Tab stays between article and form
        page.keyboard.press("a")
        page.locator("#edit").wait_for()
        assert focused(page) == "article"
        choose(page, "สวนผักหลังเขา")
        keep(page, "keyboard-1-adding")
        page.keyboard.press("Tab")
        assert focused(page) == "edit-field"
        page.keyboard.press("ArrowUp")
        assert page.locator("#edit-field").input_value() != "recipient"
        seen = [focused(page)]
        while seen[-1] != "article":
            page.keyboard.press("Tab")
            seen.append(focused(page))
        assert len(seen) < 8
        assert {"edit-value", "edit-reason", "save"} <= set(seen)
        page.keyboard.press("Enter")
        listed(page, 3)

        # part the first in two, and join what was parted again
        page.keyboard.press("j")
        page.locator("[data-entry]:focus-within").wait_for()
        page.keyboard.press("s")
        entries(page, 4, "แยกเป็นสองรายการแล้ว")
        page.keyboard.press("m")
        assert focused(page).startswith("j-")
        keep(page, "keyboard-2-joining")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
        assert page.locator("details.join[open]").count() == 0
        page.keyboard.press("m")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        entries(page, 3, "รวมแล้ว")

        # taken apart from the other outlet's telling
        page.keyboard.press("o")
        entries(page, 3, "แยกออกจากข่าวอื่นแล้ว")

        # on a Thai keyboard the same keys give Thai letters
        page.evaluate(_THAI, ["KeyC", "แ"])
        entries(page, 3, "ยืนยันแล้ว")
        page.evaluate(_THAI, ["KeyX", "ป"])
        entries(page, 2, "ตัดออกแล้ว")
        page.evaluate(_THAI, ["KeyU", "ี"])
        listed(page, 3)
    with reading(settings.engine) as connection:
        told = connection.exec_driver_sql("SELECT action FROM events WHERE action <> 'state' ORDER BY id").scalars().all()
    assert told == ["add", "add", "merge", "split", "confirm", "reject", "undo"]
    assert again != number


def test_a_key_right_after_an_answer_loads_no_new_page(tabs: Any, settings: Settings, serving: Any):
    number, _ = pasted(settings.engine, TEXT, "ข่าวทดลอง", {})
    with serving(create_app(settings)) as address:
        page = tabs()
        page.goto(f"{address}/review/{number}")
        page.evaluate("window.stays = true")
        soon = f'() => setTimeout(() => ({_THAI})(["KeyX", "x"]), 0)'
        page.evaluate(f'document.addEventListener("htmx:afterSwap", {soon}, {{ once: true }})')
        page.locator("[data-entry] .value").first.focus()
        page.keyboard.press("c")
        entries(page, 1, "ตัดออกแล้ว")
        assert page.evaluate("window.stays")
