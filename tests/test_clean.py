from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.clean import find_content, given_in
from extractor.clean.site_lines import is_site_line
from extractor.normalise import normalise
from tests.conftest import soon

LEAD = (
    "นางสาวกมลชนก ธาราวดี อธิบดีกรมส่งเสริมภูมิปัญญา เปิดเผยว่า กรมฯ ได้รับรางวัลเลิศรัฐ ประจำปี 2566 สาขาบริการภาครัฐ "
    "ประเภทพัฒนาการบริการ ระดับดีเด่น จากผลงาน “คลังผ้าออนไลน์” ซึ่งเปิดให้ประชาชนค้นลายผ้าได้ทุกที่ทุกเวลา โดยไม่มีค่าใช้จ่าย"
)
MORE = (
    "ทั้งนี้ พิธีมอบรางวัลจัดขึ้นเมื่อวันที่ 14 กันยายน 2566 เวลา 10.00 น. ณ อิมแพ็ค เมืองทองธานี โดยมีนายวิทูร ศรีสวัสดิ์ "
    "รองนายกรัฐมนตรี เป็นประธานในพิธี และมีหน่วยงานทั่วประเทศเข้ารับรางวัลรวม 120 ผลงาน จากที่ส่งเข้าประกวดกว่าสองพันผลงาน"
)


@dataclass
class Page:
    name: str
    text: str
    title: str | None
    published: str | None
    gone: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


PAGES = [
    Page(
        "a newspaper with menu, breadcrumb, time and related news",
        f"""กรมส่งเสริมภูมิปัญญา คว้าเลิศรัฐ 2566 จากคลังผ้าออนไลน์ - บ้านเมืองรายวัน
หน้าแรก ข่าว กีฬา บันเทิง การศึกษา
หน้าแรก » การศึกษา » ข่าวทั่วไป
การศึกษา
กรมส่งเสริมภูมิปัญญา คว้าเลิศรัฐ 2566 จากคลังผ้าออนไลน์
วันที่ 15 กันยายน 2566 - 16:42 น.
แชร์ข่าวนี้ไปที่ Facebook
{LEAD}

{MORE}

อ่านข่าวเพิ่มเติม : ผ้าไทยบุกตลาดโลก กรมพาณิชย์สัมพันธ์นำทัพ

ข่าวที่เกี่ยวข้อง
เปิดโผผู้ว่าฯ สำเภาทอง ปี 2566
มหาวิทยาลัยริมโขงรับรางวัลสิ่งประดิษฐ์
สงวนลิขสิทธิ์ © 2566 บริษัท บ้านเมืองรายวัน จำกัด""",
        "กรมส่งเสริมภูมิปัญญา คว้าเลิศรัฐ 2566 จากคลังผ้าออนไลน์",
        "15 กันยายน 2566",
        ("บ้านเมืองรายวัน", "หน้าแรก", "กรมพาณิชย์สัมพันธ์", "มหาวิทยาลัยริมโขง", "Facebook"),
        ("คลังผ้าออนไลน์”", "วิทูร ศรีสวัสดิ์"),
    ),
    Page(
        "the headline in the page's title alone",
        f"""ผ้าทอบ้านหนองบัวคว้าแชมป์ประกวดผ้าพื้นถิ่นภาคอีสาน | สยามสาร ออนไลน์

Posted on 3 March 2024 by admin

{LEAD}
{MORE}
Tags: ผ้าทอ, ประกวดผ้า
""",
        "ผ้าทอบ้านหนองบัวคว้าแชมป์ประกวดผ้าพื้นถิ่นภาคอีสาน",
        "3 March 2024",
        ("สยามสาร", "Tags"),
    ),
    Page(
        "the site's name before the headline",
        f"""ข่าวสยามสาร: โรงเรียนวัดดอนไผ่ ได้เหรียญทองโครงงานวิทยาศาสตร์
ค้นหา
เข้าสู่ระบบ
{LEAD}
{MORE}
""",
        "โรงเรียนวัดดอนไผ่ ได้เหรียญทองโครงงานวิทยาศาสตร์",
        None,
        ("สยามสาร", "เข้าสู่ระบบ"),
    ),
    Page(
        "a ministry: date and views on one line, banner above",
        f"""Loading...
สำนักงานคลังจังหวัดริมน้ำ
Rim Nam Provincial Treasury Office
ขนาดอักษร ก- ก ก+
สำนักงานคลังจังหวัดริมน้ำ รับโล่หน่วยงานดีเด่นด้านบัญชี ประจำปีงบประมาณ พ.ศ. 2565
12 ก.ย. 65 10:30 น. | เข้าชม 1,234 ครั้ง
{LEAD}
{MORE}
ภาพ/ข่าว : กลุ่มงานบริหารทั่วไป
แกลเลอรี่
""",
        "สำนักงานคลังจังหวัดริมน้ำ รับโล่หน่วยงานดีเด่นด้านบัญชี ประจำปีงบประมาณ พ.ศ. 2565",
        "12 ก.ย. 65",
        ("Loading", "Provincial Treasury", "ขนาดอักษร", "แกลเลอรี่"),
        ("ภาพ/ข่าว : กลุ่มงานบริหารทั่วไป",),
    ),
    Page(
        "a university: labelled fields, and the event's own date",
        f"""มหาวิทยาลัยราชภัฏริมโขง
ข่าวประชาสัมพันธ์
หัวข้อข่าว : อาจารย์คณะวิศวกรรมศาสตร์ รับรางวัลนักวิจัยรุ่นใหม่
วันที่เผยแพร่ : 5 มกราคม 2567
ผู้เข้าชม 532 ครั้ง
วันที่ 4 มกราคม 2567 เวลา 13.30 น. {LEAD}
{MORE}
""",
        "อาจารย์คณะวิศวกรรมศาสตร์ รับรางวัลนักวิจัยรุ่นใหม่",
        "5 มกราคม 2567",
        ("ผู้เข้าชม",),
        ("วันที่ 4 มกราคม 2567",),
    ),
    Page(
        "a blog: the date above the headline, comments below",
        f"""วิสาหกิจชุมชนบ้านแหลมรับรางวัลสินค้าชุมชน ปี 2565 - Baan Laem Blog
Home Top Ad
วันพุธที่ 21 กันยายน พ.ศ. 2565
วิสาหกิจชุมชนบ้านแหลมรับรางวัลสินค้าชุมชน ปี 2565

{LEAD}

{MORE}

ไม่มีความคิดเห็น:
แสดงความคิดเห็น
บทความที่เก่ากว่า
สมัครสมาชิก: ส่งความคิดเห็น (Atom)
""",
        "วิสาหกิจชุมชนบ้านแหลมรับรางวัลสินค้าชุมชน ปี 2565",
        "วันพุธที่ 21 กันยายน พ.ศ. 2565",
        ("Home Top Ad", "Baan Laem Blog", "Atom"),
    ),
    Page(
        "the page's title cut short",
        f"""กฟผ. รับรางวัลองค์กรต้นแบบด้านความปลอดภัย ประจำปี 2564 พร้อมเดินหน้า... - พลังงานนิวส์
พลังงาน
กฟผ. รับรางวัลองค์กรต้นแบบด้านความปลอดภัย ประจำปี 2564 พร้อมเดินหน้าลดอุบัติเหตุให้เป็นศูนย์
2021-12-03 09:15:00
{LEAD}
{MORE}
Related Posts
ค่าไฟงวดใหม่
""",
        "กฟผ. รับรางวัลองค์กรต้นแบบด้านความปลอดภัย ประจำปี 2564 พร้อมเดินหน้าลดอุบัติเหตุให้เป็นศูนย์",
        "2021-12-03",
        ("พลังงานนิวส์", "ค่าไฟงวดใหม่"),
    ),
    Page(
        "a box of related news in the middle of the text",
        f"""ครูบ้านนาคว้ารางวัลครูดีศรีแผ่นดิน จากผลงานสอนอ่านเขียน
โดย ทีมข่าวภูมิภาค - 29/08/2568
{LEAD}
ข่าวที่เกี่ยวข้อง
ครูอาสาบนดอย
{MORE}
{LEAD.replace("2566", "2567")}
""",
        "ครูบ้านนาคว้ารางวัลครูดีศรีแผ่นดิน จากผลงานสอนอ่านเขียน",
        "29/08/2568",
        ("ครูอาสาบนดอย",),
        ("120 ผลงาน", "ประจำปี 2567"),
    ),
    Page(
        "no headline and no date: the text begins at once",
        f"วันที่ 3 เมษายน 2566 {LEAD}\n{MORE}\n",
        None,
        None,
        (),
        ("วันที่ 3 เมษายน 2566",),
    ),
    Page(
        "an event's day in the headline is no publication date",
        f"""รับสมัครครูดีเด่น ตั้งแต่วันที่ 1 - 30 มิถุนายน 2566
เมื่อวันที่ 25 พฤษภาคม 2566 ณ ห้องประชุมใหญ่
{LEAD}
{MORE}
""",
        "รับสมัครครูดีเด่น ตั้งแต่วันที่ 1 - 30 มิถุนายน 2566",
        None,
    ),
    Page(
        "a press release with a dateline and a cookie notice",
        f"""เราใช้คุกกี้เพื่อเพิ่มประสิทธิภาพและประสบการณ์ที่ดีในการใช้งานเว็บไซต์ อ่านรายละเอียดได้ที่ นโยบายความเป็นส่วนตัว
ยอมรับทั้งหมด
ธนาคารชุมชนไทย คว้ารางวัล Best Rural Bank 2023 จากเวที Asian Finance Awards
กรุงเทพฯ – 8 พฤศจิกายน 2566 – {LEAD}
{MORE}
สอบถามข้อมูลเพิ่มเติม โทร. 0 2555 0199
#ธนาคารชุมชนไทย #BestRuralBank
""",
        "ธนาคารชุมชนไทย คว้ารางวัล Best Rural Bank 2023 จากเวที Asian Finance Awards",
        "8 พฤศจิกายน 2566",
        ("คุกกี้",),
        ("0 2555 0199",),
    ),
    Page(
        "a dateline of a city and a day without a mark between them",
        f"""ธนาคารชุมชนไทย คว้ารางวัลธนาคารเพื่อชุมชน
กรุงเทพฯ 8 พฤศจิกายน 2566 – {LEAD}
{MORE}
""",
        "ธนาคารชุมชนไทย คว้ารางวัลธนาคารเพื่อชุมชน",
        "8 พฤศจิกายน 2566",
    ),
    Page(
        "a city and a day in running text are no dateline",
        f"""ธนาคารชุมชนไทย คว้ารางวัลธนาคารเพื่อชุมชน
กรุงเทพฯ 8 พฤศจิกายน 2566 เป็นวันที่ธนาคารเปิดสาขาใหม่ {LEAD}
{MORE}
""",
        "ธนาคารชุมชนไทย คว้ารางวัลธนาคารเพื่อชุมชน",
        None,
    ),
    Page(
        "published as of a day",
        f"""ธนาคารชุมชนไทย คว้ารางวัลธนาคารเพื่อชุมชน
เผยแพร่ ณ วันที่ 8 พฤศจิกายน 2566
{LEAD}
{MORE}
""",
        "ธนาคารชุมชนไทย คว้ารางวัลธนาคารเพื่อชุมชน",
        "8 พฤศจิกายน 2566",
    ),
    Page(
        "a release that is signed off with its date",
        f"""เทศบาลตำบลสวนผึ้งหวาน รับรางวัลธรรมาภิบาลท้องถิ่น
{LEAD}
{MORE}
********************** 30 ตุลาคม 2566
""",
        "เทศบาลตำบลสวนผึ้งหวาน รับรางวัลธรรมาภิบาลท้องถิ่น",
        "30 ตุลาคม 2566",
    ),
    Page(
        "today's date in the page's head, the article's own below its headline",
        f"""วันศุกร์ที่ 3 พฤษภาคม 2567
หน้าหลัก
ข่าวการเมือง
เศรษฐกิจ
ต่างประเทศ
กีฬา
อปท.ริมคลองรับรางวัลพระปกเกล้าทองคำ
เผยแพร่: 12 ก.ย. 2565 17:05   ปรับปรุง: 13 ก.ย. 2565 08:11   โดย: ผู้จัดการข่าว
{LEAD}
{MORE}
""",
        "อปท.ริมคลองรับรางวัลพระปกเกล้าทองคำ",
        "12 ก.ย. 2565",
        ("เศรษฐกิจ",),
    ),
    Page(
        "the headline three times over, with share buttons between",
        f"""สหกรณ์โคนมเขาเขียวได้รับรางวัลสหกรณ์ดีเด่นแห่งชาติ
 สหกรณ์โคนมเขาเขียวได้รับรางวัลสหกรณ์ดีเด่นแห่งชาติ
Facebook Twitter LINE
สหกรณ์โคนมเขาเขียวได้รับรางวัลสหกรณ์ดีเด่นแห่งชาติ
กันยายน 9, 2565 | ข่าวสหกรณ์
{LEAD}
{MORE}
« ข่าวก่อนหน้า
ถัดไป »
""",
        "สหกรณ์โคนมเขาเขียวได้รับรางวัลสหกรณ์ดีเด่นแห่งชาติ",
        "กันยายน 9, 2565",
        ("Facebook", "ถัดไป"),
    ),
    Page(
        "the site's date, and under it the one on the release",
        f"""รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-ปลัดฯ มอบเกียรติบัตรคนดีของแผ่นดิน

วันเสาร์ที่ 11 พฤษภาคม 2567
10/05/2567
พิมพ์
ปลัดฯ มอบเกียรติบัตรคนดีของแผ่นดิน
{LEAD}
{MORE}
ที่มา : https://www.thaigov.go.th/news/contents/details/1
""",
        "ปลัดฯ มอบเกียรติบัตรคนดีของแผ่นดิน",
        "วันเสาร์ที่ 11 พฤษภาคม 2567",
        ("รัฐบาลไทย", "พิมพ์", "ที่มา"),
    ),
    Page(
        "a hyphen in the headline is not the site's",
        f"""ไทย - ลาว ร่วมรับรางวัลสะพานมิตรภาพวัฒนธรรม 2566 - ริมโขงโพสต์
{LEAD}
{MORE}
""",
        "ไทย - ลาว ร่วมรับรางวัลสะพานมิตรภาพวัฒนธรรม 2566",
        None,
        ("ริมโขงโพสต์",),
    ),
    Page(
        "a newspaper's section and the desk's path above the headline, a bar of buttons and tags",
        f"""เสียงใต้รายวัน
ข่าวภูมิภาค | ภาคใต้
แม่ค้าเมืองตรังผงาดแชมป์แกงไตปลา หอบเงินแสนกลับบ้าน
4 มี.ค. 67 10:20 น.
แชร์ | คัดลอกลิงก์ | Line
{LEAD}
{MORE}
แท็กข่าว แกงไตปลา, ประกวดอาหาร
แชร์เรื่องนี้   |   พิมพ์หน้านี้   |   จำนวนผู้เข้าชม 877
""",
        "แม่ค้าเมืองตรังผงาดแชมป์แกงไตปลา หอบเงินแสนกลับบ้าน",
        "4 มี.ค. 67",
        ("เสียงใต้", "ภูมิภาค", "คัดลอก", "แท็กข่าว", "พิมพ์หน้านี้"),
    ),
    Page(
        "a company's own site: its name stays, the path below it does not",
        f"""บริษัท กาแฟดอยหมอก จำกัด
ห้องข่าว » ข่าวองค์กร
ปีทองของคนปลูกกาแฟ! ดอยหมอกหอบ 3 รางวัลจากเวทีเอเชีย
4 มีนาคม 2567
{LEAD}
{MORE}
""",
        "ปีทองของคนปลูกกาแฟ! ดอยหมอกหอบ 3 รางวัลจากเวทีเอเชีย",
        "4 มีนาคม 2567",
        ("ห้องข่าว",),
        ("บริษัท กาแฟดอยหมอก จำกัด",),
    ),
    Page(
        "a temple's site: the temple, the desk, and then the headline",
        f"""วัดป่าริมธาร จ.ลำปาง
ข่าวมุทิตา
ญาติโยมร่วมยินดี หลวงพ่อมั่นรับรางวัลเสาเสมาธรรมจักร
{LEAD}
{MORE}
""",
        "ญาติโยมร่วมยินดี หลวงพ่อมั่นรับรางวัลเสาเสมาธรรมจักร",
        None,
        ("ข่าวมุทิตา",),
    ),
    Page(
        "a column, who writes it, and its headline",
        f"""กระซิบข้างเตา โดย “ป้าครัว”

ป้าครัวบ่น : แกงไทยได้ดาว แต่คนไทยกินไม่ไหว
อังคารที่ 5 มีนาคม 2567
{LEAD}
{MORE}
""",
        "ป้าครัวบ่น : แกงไทยได้ดาว แต่คนไทยกินไม่ไหว",
        "5 มีนาคม 2567",
    ),
    Page(
        "section, sub-section and date in the first line",
        f"""กีฬา | กรีฑา | 4 มีนาคม 2567
ดีใจทั้งหมู่บ้าน ลูกสาวชาวนาซิวทองวิ่ง 100 เมตร
{LEAD}
{MORE}
""",
        "ดีใจทั้งหมู่บ้าน ลูกสาวชาวนาซิวทองวิ่ง 100 เมตร",
        "4 มีนาคม 2567",
    ),
    Page(
        "the headline first, and its section below",
        f"""“ใบบัว” ผงาด! หวดมือ 3 ของโลก ซิวแชมป์ที่ไฮฟอง
กีฬา > แบดมินตัน
12 พ.ค. 2567 21:14 น.
{LEAD}
{MORE}
""",
        "“ใบบัว” ผงาด! หวดมือ 3 ของโลก ซิวแชมป์ที่ไฮฟอง",
        "12 พ.ค. 2567",
        ("แบดมินตัน",),
    ),
    Page(
        "a list's line that stands twice is no headline",
        f"""ประกาศผลการแข่งขันทักษะวิชาการ “เด็กดอยเก่งได้” ระดับเขตพื้นที่
{LEAD}
{MORE}
เหรียญทอง ชนะเลิศ
โรงเรียนบ้านห้วยขวาก
เหรียญทอง ชนะเลิศ
โรงเรียนบ้านห้วยแล้ง
""",
        "ประกาศผลการแข่งขันทักษะวิชาการ “เด็กดอยเก่งได้” ระดับเขตพื้นที่",
        None,
        (),
        ("เหรียญทอง ชนะเลิศ",),
    ),
]


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
