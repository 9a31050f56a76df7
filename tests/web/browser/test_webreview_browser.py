"""Review in a real browser: a text is pasted, reviewed, and corrected by choosing other words, by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect
from sqlalchemy import select

from extractor.archive.browse import ArchiveSnapshot, articles
from extractor.archive.database import reading
from extractor.archive.tables import Article
from extractor.web.app import create_app

if TYPE_CHECKING:
    from playwright.sync_api import Page

TEXT = "กรมสมมุติได้รับรางวัลเลิศรัฐ ประจำปี 2566 ระดับดีเด่น 🏆\nโดยนางสาวอรุณี ใจงาม ผู้อำนวยการสำนักงานตัวอย่าง ร่วมพิธี"

_SELECT = """([from, to]) => {
  const walker = document.createTreeWalker(document.getElementById("article"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (from >= at && from <= at + node.length) range.setStart(node, from - at);
    if (to >= at && to <= at + node.length) { range.setEnd(node, to - at); break; }
    at += node.length;
  }
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  document.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
}"""


_BEYOND = """(from) => {
  const walker = document.createTreeWalker(document.getElementById("article"), NodeFilter.SHOW_TEXT);
  let at = 0;
  while (walker.nextNode() && at + walker.currentNode.length <= from) at += walker.currentNode.length;
  const selection = getSelection();
  selection.setBaseAndExtent(walker.currentNode, from - at, document.querySelector("#rule").firstChild, 3);
  document.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
}"""


def decide_with_a_reason(page: Page) -> None:
    """Write a reason from the keyboard, confirm with it, and take that back."""
    page.locator('.value[data-field="level"]').first.focus()
    page.keyboard.press("r")
    assert page.evaluate("document.activeElement.id") == "reason"
    page.keyboard.insert_text("ตรวจกับประกาศแล้ว")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.field") == "award", "back at the entry"
    page.keyboard.press("c")
    page.locator(".history li", has_text="เหตุผล: ตรวจกับประกาศแล้ว").wait_for()
    assert page.locator("#reason").input_value() == ""
    page.keyboard.press("u")
    page.locator(".history .undone", has_text="ตรวจกับประกาศแล้ว").wait_for()


def test_a_pasted_article_is_corrected_by_choosing_other_words(tabs: Any, settings: Any, serving: Any):
    def held() -> Any:
        with reading(settings.engine) as connection:
            own = (each for each in ArchiveSnapshot(connection, "t").conferrals() if each.sources[0].outlet == "ข่าวทดลอง")
            return next(own)

    def places(field: str) -> list[tuple[int, int]]:
        return [(each.start, each.end) for source in held().sources for each in source.evidence if each.field == field]

    with serving(create_app(settings)) as address:
        page = tabs()
        page.goto(f"{address}/inbox/add")
        page.get_by_label("ข้อความของข่าว").fill(TEXT)
        page.get_by_label("สำนักข่าว").first.fill("ข่าวทดลอง")
        page.get_by_role("button", name="อ่านข่าวนี้").click()
        page.wait_for_url("**/review/*")

        value = page.locator('.value[data-field="level"]').first
        value.focus()
        assert page.locator("#article .lit").inner_text() == "ดีเด่น"
        assert page.locator("#rule").inner_text() == f"กฎ: {value.get_attribute('data-rule')}"

        page.locator('.value[data-field="recipient"]').first.click()
        start = len(TEXT[: TEXT.index("สำนักงานตัวอย่าง")].encode("utf-16-le")) // 2  # past a character of two units
        page.evaluate(_SELECT, [start, start + len("สำนักงานตัวอย่าง")])
        expect(page.locator("#words")).to_have_text("สำนักงานตัวอย่าง")
        page.get_by_role("button", name="บันทึก").click()
        page.locator(".value", has_text="สำนักงานตัวอย่าง").first.wait_for()
        at = TEXT.index("สำนักงานตัวอย่าง")
        assert held().recipient == "สำนักงานตัวอย่าง"
        assert places("recipient") == [(at, at + len("สำนักงานตัวอย่าง"))]

        # by keyboard: the level's words, one more word, save; then take it back
        page.locator('.value[data-field="level"]').first.focus()
        page.keyboard.press("Enter")
        page.locator("#edit").wait_for()
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Enter")
        page.locator("#edit").wait_for(state="hidden")
        page.locator(".history li").nth(2).wait_for()
        assert held().level.startswith("ดีเด่น ")
        page.locator("body").press("u")
        page.locator(".history .undone").wait_for()
        assert held().level == "ดีเด่น"

        page.locator("body").press("?")
        assert page.get_by_role("dialog").is_visible()
        page.keyboard.press("Escape")

        decide_with_a_reason(page)

        # another one decides meanwhile: nothing is overwritten
        other = tabs()
        other.goto(page.url)
        other.get_by_role("button", name="ยืนยัน", exact=True).first.click()
        other.locator(".tag.good").first.wait_for()
        page.get_by_role("button", name="ตัดออก", exact=True).first.click()
        page.locator("#refused").wait_for()
        assert held().state == "confirmed"


def test_words_of_a_mention_in_pieces_stay_whole_and_a_stroke_beyond_the_edge_counts(tabs: Any, settings: Any, serving: Any):
    with reading(settings.engine) as connection:
        number = connection.execute(select(Article.id).where(Article.article_id.contains("a01-lertrat"))).scalar_one()
        said = next(articles(connection, [number])).text or ""
    with serving(create_app(settings)) as address:
        page = tabs()
        page.goto(f"{address}/review/{number}")
        value = page.locator('.value[data-field="award"]').first
        marks = (value.get_attribute("data-m") or "").split()
        pieces = [each.inner_text() for each in page.locator(f'#article [data-m~="{marks[0]}"]').all()]
        assert len(pieces) > 1, "another mention lies in this one"

        # the same words, another name for what they mean
        value.click()
        page.locator("#edit-value").fill("")
        page.locator("#edit-value").press_sequentially("เลิศรัฐ")
        page.locator("#suggestions [role=option]").first.click()
        start, end = (int(page.locator(f'#edit [name="{name}"]').input_value()) for name in ("start", "end"))
        assert said[start:end] == "".join(pieces)
        page.keyboard.press("Escape")

        # drawn from the last word to below the article
        value.click()
        last = said.split()[-1]
        page.evaluate(_BEYOND, len(said[: said.rindex(last)].encode("utf-16-le")) // 2)
        expect(page.locator("#words")).to_have_text(last)
        assert int(page.locator('#edit [name="end"]').input_value()) == len(said.rstrip())
