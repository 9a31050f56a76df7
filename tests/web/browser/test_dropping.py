"""Files and folders are dropped on the page, as the browser's own drag and drop has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.web.app import create_app
from tests.web.browser.test_review_by_keyboard import TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from extractor.web.settings import Settings


def drop(page: Page, *places: Path) -> None:
    """Drag places of the disk over the page's heading and let them go."""
    box = page.locator("h1").bounding_box()
    assert box
    driver = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(place) for place in places], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        driver.send("Input.dispatchDragEvent", {"type": kind, "x": box["x"] + 5, "y": box["y"] + 5, "data": data})


def test_files_and_folders_are_dropped_on_the_page(tabs: Any, keep: Any, settings: Settings, serving: Any, tmp_path: Path):
    whole = tmp_path / "ข่าวเดือนนี้"
    (whole / "ใน").mkdir(parents=True)
    (whole / "ใน" / "ข่าวหนึ่ง.txt").write_text(TEXT, encoding="utf-8")
    (whole / "ภาพ.png").write_bytes(b"\x89PNG")
    alone = tmp_path / "ข่าวเดียว.txt"
    alone.write_text(TEXT.replace("สมมุติ", "ทดลอง"), encoding="utf-8")
    with serving(create_app(settings)) as address:
        page = tabs()
        page.goto(f"{address}/inbox/add")
        drop(page, whole, alone)
        page.get_by_text("จะส่ง 3 แฟ้ม").wait_for()
        keep(page, "dropped")
        page.keyboard.press("Enter")  # the focus is on the button that sends
        page.get_by_text("เข้าคลังแล้ว 2 ข่าว").wait_for()
        assert "ภาพ.png: ไม่ใช่แฟ้มข่าว จึงข้ามไป" in page.locator("#job").inner_text()
        for name in ("ข่าวหนึ่ง", "ข่าวเดียว"):
            assert page.get_by_role("link", name=name).count() == 1
