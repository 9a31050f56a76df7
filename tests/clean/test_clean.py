from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.clean import find_content, given_in
from extractor.clean.site_lines import is_site_line
from extractor.normalise import normalise
from tests.clean.pages import LEAD, MORE, PAGES
from tests.conftest import soon


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_page(page):
    text, _ = normalise(page.text)
    content = find_content(text)
    shown = content.blank(text)
    title = text[content.title.start : content.title.end] if content.title else None
    published = text[content.published[0].start : content.published[0].end] if content.published else None
    assert title == page.title
    assert (published or "").endswith(page.published or "")
    assert (published is None) == (page.published is None)
    assert [words for words in page.gone if words in shown] == []
    assert [words for words in page.kept if words not in shown] == []
    assert LEAD in shown
    assert MORE in shown


def test_blanking_keeps_every_offset():
    text, _ = normalise(PAGES[0].text)
    content = find_content(text)
    shown = content.blank(text)
    assert len(shown) == len(text)
    assert all(shown[at] in {char, "\n"} for at, char in enumerate(text))
    assert content.spans == tuple(sorted(content.spans))


@pytest.mark.parametrize(
    "line",
    ["พิมพ์", "ข่าวที่เกี่ยวข้อง : กรมอื่นรับรางวัล", "จำนวนผู้เข้าชม : 1,234 ครั้ง", "ที่มา : https://www.example.go.th/news/1",
     "View : 120", "Share 15", "© 2566 กรมฯ", "TH | EN", "ป้ายกำกับ: รางวัล", "อ่าน 3 นาที", "Facebook | Twitter | LINE"],
)  # fmt: skip
def test_furniture_is_blanked(line):
    text = f"กรมหนึ่งรับรางวัลเลิศรัฐ ประจำปี 2566\n{LEAD}\n{line}\n{MORE}"
    assert line not in find_content(text).blank(text)


@pytest.mark.parametrize(
    "line",
    ["ข่าวโดย : นายทรงเกียรติ สุเทพากุล", "ภาพโดย : นางสาวมณี ใจดี / กลุ่มเผยแพร่", "1. กรมที่ดิน", "รางวัลชนะเลิศ", "- โรงเรียนวัดใหม่",
     "ที่มา : กรมประชาสัมพันธ์", "กิจกรรมแข่งขันทำคุกกี้ ชนะเลิศ ได้แก่ โรงเรียนบ้านนา",
     "2566", "แสดงความคิดเห็นอย่างสร้างสรรค์ในการประชุม", "อ่านออกเขียนได้ 100 คน", "#ข่าวพม #FAO"],
)  # fmt: skip
def test_content_is_kept(line):
    text = f"กรมหนึ่งรับรางวัลเลิศรัฐ ประจำปี 2566\n{LEAD}\n{line}\n{MORE}"
    assert line in find_content(text).blank(text)


@pytest.mark.parametrize(
    ("line", "date"),
    [("วันจันทร์ที่ 12 กันยายน พ.ศ. 2565", "วันจันทร์ที่ 12 กันยายน พ.ศ. 2565"), ("22 ก.ค. 2565", "22 ก.ค. 2565"),
     ("29/08/2568", "29/08/2568"),
     ("ธันวาคม 22, 2564 | ภาพข่าว", "ธันวาคม 22, 2564"), ("เผยแพร่ 12 ก.ย. 65 10:30 น.", "12 ก.ย. 65"),
     ("Posted on September 12, 2022", "September 12, 2022"),
     ("2022-09-12 10:15", "2022-09-12"), ("โดย กองบรรณาธิการ - 12 ก.ย. 65", "12 ก.ย. 65"),
     ("วันที่โพสต์ 1 มี.ค. 2566 เปิดอ่าน 52 ครั้ง", "1 มี.ค. 2566")],
)  # fmt: skip
def test_a_date_line(line, date):
    text = f"กรมหนึ่งรับรางวัลเลิศรัฐ ประจำปี 2566\n{line}\n{LEAD}\n{MORE}"
    found = find_content(text).published
    assert [text[span.start : span.end] for span in found] == [date]


@pytest.mark.parametrize(
    "line",
    ["วันที่ 10 กันยายน 2563 เวลา 09.30 น. นายสมคิด ตั้งประเสริฐ", "ระหว่างวันที่ 5 - 9 มิถุนายน 2566", "ณ ห้องประชุม 2 วันที่ 12 ก.ย. 65",
     "ประชุมครั้งที่ 5/2565",
     "โทร. 02-111-1122", "ภายในวันที่ 15 กันยายน 2563"],
)  # fmt: skip
def test_no_date_line(line):
    text = f"กรมหนึ่งรับรางวัลเลิศรัฐ ประจำปี 2566\n{line}\n{LEAD}\n{MORE}"
    assert find_content(text).published == ()


@pytest.mark.parametrize(
    "top",
    ["เทศบาลนครหาดงาม\nเมืองน่าอยู่ คู่วัฒนธรรม\nข้อมูลเมือง   โครงสร้าง   ประกาศ   สภาเทศบาล",
     "การยางพาณิชย์แห่งประเทศไทย\nRubber Commerce Authority\nโทร. 0 2555 1234\nห้องข่าว > {0}",
     "ท้องถิ่นวันนี้นิวส์ | ข่าวเด่นทั่วไทย\nภูมิภาค/กีฬา/สังคม\nHomePR News{0}",
     "โรงพยาบาลทุ่งฝน\n“ใกล้บ้าน ใกล้ใจ”\nสายด่วน 0 5555 0707\nคลินิกพิเศษ ▤  ตรวจสุขภาพ ▤  บริจาค ▤",
     "โรงเรียนบ้านริมน้ำ\nรหัสโรงเรียน 12345678 | ปรัชญา : เรียนดี มีวินัย\nหมวด: ข่าวกิจกรรม",
     "กรมการข้าวโพด\nปรับขนาดตัวอักษร A- A A+\nเลือกภาษา ▼\n[แบนเนอร์: ข้าวโพดไทย]"],
)  # fmt: skip
def test_the_headline_below_what_is_the_sites(top):
    headline = "กรมหนึ่งรับรางวัลเลิศรัฐ ประจำปี 2566"
    text = f"{top.format(headline)}\n{headline}\n12 ก.ย. 2566\n{LEAD}\n{MORE}"
    content = find_content(text)
    assert content.title is not None
    assert text[content.title.start : content.title.end] == headline


@pytest.mark.parametrize(
    "line",
    ["อบต.ดอนหวาย  รับรางวัลพระปกเกล้า  ด้านความโปร่งใส  ปี 2566", "“ครูดีศรีสยาม” คว้า 3 เหรียญทอง", "มอบโล่ชาวนาดีเด่น | กรมการข้าว"],
)
def test_a_headline_in_parts_is_no_menu(line):
    assert not is_site_line(line)


@pytest.mark.parametrize("box", ["ข่าวอื่นที่น่าสนใจ", "ข่าวประชาสัมพันธ์ล่าสุด", "5 ข่าวยอดนิยม", "ข่าวฮิต", "เรื่องเด่นประจำสัปดาห์", "ดูข่าวทั้งหมด"])
def test_news_of_others_below_the_text_is_left_out(box):
    text = f"กรมหนึ่งรับรางวัลเลิศรัฐ ประจำปี 2566\n{LEAD}\n{MORE}\n{box}\nโรงเรียนสองคว้ารางวัลพระราชทาน"
    assert "พระราชทาน" not in find_content(text).blank(text)


@pytest.mark.parametrize("headline", ["", "กรมประมงมอบรางวัลสายธารงามแก่ชุมชนริมน้ำทั่วประเทศ\n\n"])
def test_an_agencys_dateline_is_no_headline(headline):
    text = f"{headline}กรุงเทพฯ--9 ส.ค.--กรมประมง\n{LEAD}\n{MORE}"
    content = find_content(text)
    assert "กรุงเทพฯ--9 ส.ค.--กรมประมง" in content.blank(text)
    title = text[content.title.start : content.title.end] if content.title else ""
    assert not title.startswith("กรุงเทพฯ--")
    assert not headline or title == headline.strip()


@pytest.mark.parametrize(
    "first",
    [
        "ปิดม่านไปอย่างอบอุ่นสำหรับงานมอบรางวัลคนทำขนมไทยรุ่นใหม่ที่ลานหน้าหอนาฬิกา เมื่อวันเสาร์ที่ผ่านมา (14 ก.ย.) ท่ามกลางผู้ชมเต็มลาน",
        "นายวิทูร ศรีสวัสดิ์ รองประธานสภาวัฒนธรรมอำเภอ แถลงภายหลังการประชุมคัดเลือกช่างฝีมือดีเด่นประจำปีของอำเภอว่าได้ผู้รับรางวัลครบแล้ว",
        "เทศบาลตำบลธารน้ำใส" + "ซึ่งดูแลลำน้ำและป่าริมน้ำมากว่ายี่สิบปี" * 6,
        "• รางวัลหมู่บ้านสะอาด ประจำปี 2565\n• รางวัลตำบลน่าอยู่ ประจำปี 2566",
    ],
)
def test_a_paragraph_or_item_is_no_headline(first):
    assert find_content(f"{first}\n\n{LEAD}").title is None
    headline = "เทศบาลตำบลธารน้ำใสคว้ารางวัลชุมชนดูแลป่าริมน้ำ ปี 2566"
    title = find_content(f"{headline}\n\n{first}\n\n{LEAD}").title
    assert title is not None
    assert (title.start, title.end) == (0, len(headline))


def test_given_spans_hold_the_article_and_the_headline_is_found_outside_them():
    text = f"กรมหนึ่งรับรางวัลเลิศรัฐ ประจำปี 2566\nเมนูยาว ๆ ของเว็บไซต์ที่ไม่มีใครรู้จัก\n12 ก.ย. 65\n{LEAD}\nนอกบทความ\n{MORE}"
    spans = [(text.index(LEAD), text.index(LEAD) + len(LEAD)), (text.index(MORE), len(text))]
    content = find_content(text, spans)
    shown = content.blank(text)
    assert content.title is not None
    assert "นอกบทความ" not in shown
    assert "เมนูยาว" not in shown
    assert shown.split() == f"กรมหนึ่งรับรางวัลเลิศรัฐ ประจำปี 2566 12 ก.ย. 65 {LEAD} {MORE}".split()


def test_given_spans_are_brought_over_to_the_normalised_text():
    source = "ราง\u200bวัล เเรก\u00a0ของเรา"
    clean, offsets = normalise(source)
    start, end = source.index("เเรก"), source.index("ของเรา")
    [(left, right)] = given_in(len(clean), offsets, [(start, end)])
    assert clean[left:right] == "แรก "


@given(st.text(alphabet="กขคงรางวัล 0123456789\n-|:.#©“”พิมพ์View/", max_size=300))
def test_any_text_is_cleaned_without_loss_of_place(text):
    content = find_content(text)
    shown = content.blank(text)
    assert len(shown) == len(text)
    for span in (content.title, *content.published):
        assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("text", ["", "\n\n", " ", "พิมพ์", "พิมพ์\nแชร์", "รางวัล"])
def test_next_to_nothing(text):
    assert find_content(text).blank(text).strip() == text.strip()


def test_time_grows_with_length_only():
    lines = [("- " * 100 + "\n") * 2000, ("แชร์ " * 50 + "\n") * 2000]
    hostile = ["ก" * 200_000, *lines, "1 ก.ค. " * 20_000, "#ก" * 100_000, " " * 200_000 + "ก"]
    soon(lambda: [find_content(text) for text in hostile], 5)
