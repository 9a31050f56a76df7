"""What a librarian does on one day, in a real browser, in Thai, without a network: and what others try meanwhile.

Paste, review, correct by choosing words, merge, search, export; two browsers at one article; signing in; forged forms;
script that an article, a name or an address brings along. Pictures of each step are kept in `build/screenshots`.
"""

from __future__ import annotations

import csv
import dataclasses
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from extractor.archive.database import reading, writing
from extractor.web import users
from extractor.web.app import create_app
from tests.web.browser.test_every_page import PASSWORD, sign_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from extractor.web.settings import Settings

TEXT = """เทศบาลนครสมมุติคว้ารางวัลเลิศรัฐ ประจำปี 2566

วันที่ 12 กันยายน 2566 สำนักงาน ก.พ.ร. มอบรางวัลเลิศรัฐ ประจำปี 2566 ดังนี้
1. เทศบาลนครสมมุติ ได้รับรางวัลเลิศรัฐ ระดับดีเด่น ผลงาน “น้ำใสใกล้บ้าน”
2. เทศบาลตำบลตัวอย่าง ได้รับรางวัลเลิศรัฐ ระดับดี ผลงาน “สวนผักหลังเขา”
โดยมีนายสมมุติ ใจงาม นายกเทศมนตรีนครสมมุติ เป็นผู้รับมอบ"""

HOSTILE = """<script>window.ran = 1</script><img src=x onerror="window.ran = 1"><svg onload="window.ran = 1">
<a href="javascript:window.ran=1">x</a>{{7*7}}' " --"""

_BOX = """([from, to]) => {
  const walker = document.createTreeWalker(document.getElementById("article"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (from >= at && from < at + node.length) range.setStart(node, from - at);
    if (to > at && to <= at + node.length) { range.setEnd(node, to - at); break; }
    at += node.length;
  }
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
  const boxes = [...range.getClientRects()];
  const [first, last] = [boxes[0], boxes[boxes.length - 1]];
  return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
}"""


@pytest.fixture
def address(settings: Settings, serving: Callable[[Any], Any]) -> Iterator[str]:
    """The workbench with an administrator, two editors and a reader."""
    with writing(settings.engine) as connection:
        for name, role in (("อร", "admin"), ("นิด", "editor"), ("เล็ก", "editor"), ("อ่าน", "reader")):
            users.add(connection, name, PASSWORD, role, by="test")
    with serving(create_app(dataclasses.replace(settings, demand_users=True))) as at:
        yield at


def drag_over(page: Page, words: str, after: str = "") -> None:
    """Choose words of the article with the mouse."""
    text = page.locator("#article").inner_text()
    start = text.index(words, text.index(after))
    left, top, right, bottom = page.evaluate(_BOX, [start, start + len(words)])
    page.mouse.move(left + 1, top)
    page.mouse.down()
    page.mouse.move((left + right) / 2, (top + bottom) / 2)
    page.mouse.move(right, bottom, steps=3)
    page.mouse.up()


def paste(page: Page, address: str, text: str, outlet: str) -> None:
    page.goto(f"{address}/inbox/add")
    page.get_by_label("ข้อความของข่าว").focus()
    page.keyboard.insert_text(text)
    page.get_by_label("สำนักข่าว").first.fill(outlet)
    page.get_by_role("button", name="อ่านข่าวนี้").click()
    page.wait_for_url("**/review/*")


def found_and_exported(page: Page, keep: Any, folder: Path) -> list[dict[str, str]]:
    """Find the conferral, and take the list out as CSV."""
    page.get_by_role("link", name="ค้นดู").click()
    page.get_by_role("searchbox").fill("เทศบาลนครสมมุติ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/browse?*")
    page.locator(".hits h2 a", has_text="เทศบาลนครสมมุติ").first.wait_for()
    keep(page, "day-6-found")
    page.locator("summary", has_text="ส่งออก").click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="CSV").first.click()
    coming.value.save_as(folder / "found.csv")
    with (folder / "found.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_paste_review_correct_merge_search_export(tabs: Any, keep: Any, address: str, settings: Settings, tmp_path: Path):
    page = tabs(accept_downloads=True)
    sign_in(page, address, "นิด")
    assert page.url.endswith("/inbox")
    paste(page, address, TEXT, "ข่าวทดลอง")
    keep(page, "day-2-pasted")
    assert page.locator("[data-entry]").count() == 2

    # another one comes to the same article, and each is told of the other
    other = tabs()
    sign_in(other, address, "เล็ก")
    other.goto(page.url)
    assert "นิด กำลังเปิดข่าวนี้อยู่ด้วย" in other.locator("#others").inner_text()
    page.reload()
    assert "เล็ก กำลังเปิดข่าวนี้อยู่ด้วย" in page.locator("#others").inner_text()

    # a value gets other words of the article, with the mouse
    first = page.locator("[data-entry]").first
    first.locator('.value[data-field="recipient"]').click()
    drag_over(page, "เทศบาลนครสมมุติ", after="1. ")
    expect(page.locator("#words")).to_have_text("เทศบาลนครสมมุติ")
    keep(page, "day-3-choosing-words")
    page.get_by_role("button", name="บันทึก").click()
    page.locator(".history li").first.wait_for()

    # the other one's form is of before: nothing is overwritten, both are told
    other.locator("[data-entry]").first.get_by_role("button", name="ตัดออก", exact=True).click()
    other.locator("#refused").wait_for()
    assert "นิด" in other.locator("#refused").inner_text()
    keep(other, "day-4-refused")
    assert page.locator("[data-entry]").count() == 2

    # two become one
    first = page.locator("[data-entry]").first
    first.locator("summary", has_text="รวมกับ").click()
    first.get_by_role("button", name="รวม", exact=True).click()
    page.locator("[data-entry]").nth(1).wait_for(state="detached")
    keep(page, "day-5-merged")
    page.get_by_role("button", name="ตรวจเสร็จแล้ว").click()
    page.locator('[data-state="done"]').wait_for()

    assert [row["recipient"] for row in found_and_exported(page, keep, tmp_path)] == ["เทศบาลนครสมมุติ"]
    with reading(settings.engine) as connection:
        events = connection.exec_driver_sql("SELECT action, who FROM events ORDER BY id").all()
    assert [tuple(event) for event in events] == [("state", "นิด"), ("set", "นิด"), ("merge", "นิด"), ("state", "นิด")]


def test_what_others_try(tabs: Any, keep: Any, address: str, settings: Settings):
    page = tabs()
    page.goto(address)
    page.wait_for_url("**/sign-in?then=/")
    page.get_by_label("ชื่อผู้ใช้").fill("นิด")
    page.get_by_label("รหัสผ่าน").fill("ไม่ใช่รหัสผ่านนี้")
    page.get_by_role("button", name="ลงชื่อเข้าใช้").click()
    page.get_by_text("ชื่อหรือรหัสผ่านไม่ถูกต้อง").wait_for()
    keep(page, "tried-0-sign-in-refused")
    sign_in(page, address, "อร")
    hostile = TEXT.replace("เทศบาลนครสมมุติ", "เทศบาลนคร<b onmouseover=alert(1)>สมมุติ", 1) + "\n" + HOSTILE
    paste(page, address, hostile, '"><script>window.ran=1</script>')
    assert "<script>window.ran = 1</script>" in page.locator("#article").inner_text()
    keep(page, "tried-1-script-is-text")
    number = page.url.rpartition("/")[2]
    for path in (f"/article/{number}", "/inbox", '/browse?q="><script>window.ran=1</script>', "/<script>window.ran=1</script>"):
        page.goto(address + path)
        assert page.evaluate("window.ran") is None, path
        assert page.locator("script:not([src]), [onerror], [onload], a[href^='javascript']").count() == 0, path

    # the session's cookie is out of reach of scripts, and a form without its token changes nothing
    assert page.evaluate("document.cookie").find("session") == -1
    page.goto(f"{address}/help")
    page.locator('form[action="/language"] input[name="csrf"]').evaluate("(field) => { field.value = 'forged'; }")
    page.get_by_role("button", name="English").click()
    page.get_by_text("แบบฟอร์มหมดอายุแล้ว").wait_for()
    keep(page, "tried-2-forged-form")
    assert page.locator("html").get_attribute("lang") == "th"

    # another site's page sends a form with the browser's cookies
    forged = f'<form method="post" action="{address}/review/{number}"><input name="action" value="confirm"></form>'
    page.route("http://127.0.0.1:1/**", lambda route: route.fulfill(content_type="text/html", body=forged))
    page.goto("http://127.0.0.1:1/")
    page.evaluate("document.forms[0].submit()")
    page.get_by_text("คำขอนี้มาจากเว็บไซต์อื่น").wait_for()

    # a reader sees no way to decide, and finds none
    reader = tabs()
    sign_in(reader, address, "อ่าน")
    assert reader.get_by_role("link", name="ข่าวเข้า").count() == 0
    assert reader.goto(f"{address}/review/{number}").status == 403
    keep(reader, "tried-3-no-right")
    # whoever signed out is out, also by the way back
    reader.get_by_role("button", name="ออกจากระบบ").click()
    reader.wait_for_url("**/sign-in**")
    reader.go_back()
    reader.goto(f"{address}/browse")
    assert "/sign-in" in reader.url
    with reading(settings.engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar() == 0


def test_a_folder_is_uploaded_and_what_is_no_article_is_told(
    tabs: Any, keep: Any, settings: Settings, serving: Any, tmp_path: Path
):
    whole = tmp_path / "ข่าวเดือนนี้"
    (whole / "ใน").mkdir(parents=True)
    (whole / "ใน" / "ข่าวหนึ่ง.txt").write_text(TEXT, encoding="utf-8")
    (whole / "ภาพ.png").write_bytes(b"\x89PNG")
    with serving(create_app(settings)) as address:
        page = tabs()
        page.goto(f"{address}/inbox/add")
        assert page.evaluate("document.getElementById('files').validationMessage") == "เลือกแฟ้มก่อน"
        page.get_by_label("หรือทั้งโฟลเดอร์").set_input_files(whole)
        page.get_by_role("button", name="ส่งแฟ้ม").click()
        page.get_by_text("เข้าคลังแล้ว 1 ข่าว").wait_for()
        assert "ข่าวเดือนนี้/ภาพ.png: ไม่ใช่แฟ้มข่าว จึงข้ามไป" in page.locator("#job").inner_text()
        keep(page, "folder-uploaded")
        page.get_by_role("link", name="ข่าวหนึ่ง").click()
        page.locator("[data-entry]").first.wait_for()
