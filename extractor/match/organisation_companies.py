"""Names of companies: behind บริษัท, บมจ. and หจก., or before จำกัด (มหาชน) alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Words
from extractor.document import Span
from extractor.gazetteer_rows import AgencyHead
from extractor.match.organisation_names import ABBREVIATION, RUN, read_name
from extractor.match.organisation_reading import Reading, free, span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.lexicon import Hit

# บริษัท ปตท. จำกัด (มหาชน)
_LIMITED = re.compile(
    r"""
    \ ?(?P<name>(?:(?!บริษัท|หจก\.|ได้|จัดงาน|ร่วมกับ|และบจ)[^\n,;:“”"]){2,90}?)
    \ ?จำกัด(?:\ ?\(มหาชน\)|\ มหาชน(?![ก-๎]))?
    """,
    re.VERBOSE,
)
# the foreign form: บริษัท| China Merchants Godown, Wharf & Transportation
_FOREIGN_LIMITED = re.compile(
    r"""
    \ ?[A-Z][A-Za-z0-9&.,’'\- ]{1,80}?
    (?: Co(?:\.|,|\b)[ ,.]{0,4}L(?:td|TD)\b\.? | CO[ ,.]{1,4}LTD\b\.? | (?:Inc|INC|Plc|PLC|Corp|LLC|GmbH|Limited)\b\.? )
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"\ ?(?:[ก-๎]{2,}\.?|[A-Z0-9][A-Za-z0-9&.\-]*)")
# What firms add to their names: เอ็ม เค|กรุ๊ป
_CORPORATE = re.compile(
    r"""\ (?:
      กรุ๊ป | คอร์ปอเรชั่น | คอร์ปอเรชัน | โฮลดิ้งส? | อินเตอร์ | อินดัสทรี | เอ็นจิเนียริ่ง | แอนด์ | ประเทศไทย | ไทยแลนด์
    | เทรดดิ้ง | เซอร์วิส | ฟู้ดส? | พร็อพเพอร์ตี้
    | ดีเวลลอปเม้นท์ | เอ็นเนอร์ยี่ | เอนเนอร์ยี่ | เทคโนโลยี | โซลูชั่น | มอเตอร์ | ซิสเต็ม | [A-Z][A-Za-z]+
    )(?![ก-๎])""",
    re.VERBOSE,
)
# บจก. โกลด์ฟิช| สแน็ค, บมจ.อีสเทิร์น| ฟรุ๊ต โลจิสติกส์: words of a foreign sound
_FOREIGN_SOUND = re.compile(
    r"\ (?!ศาสตราจารย์|ประชาสัมพันธ์|วันจันทร์|เจ้า|ผลิตภัณฑ์|ทรัพย์|อุปกรณ์|โทรทัศน์|แพทย์|สัตว์|สงกรานต์|นาย|นาง|นัก|ผู้|เป็น|เพื่อ|ด้วย|โล่|เมื่อ|เน้น|เด็ก)"
    r"(?=[ก-๎]{0,12}[์็๊๋])[ก-๎]{2,16}(?![ก-๎])"
)
# the words behind an abbreviated head, up to its country: บจก.บอส| ออร์โตโมทีฟ …
_IN_THAILAND = re.compile(r"(?:\ [ก-๎A-Z][^\s(),;:“”]{1,24}){0,3}\ ?\((?:ประเทศไทย|ไทยแลนด์)\)")
# words that go on behind a firm's name, and are none of it
_NO_MORE = (
    "ได้|รับ|คว้า|ร่วม|จัด|และ|โดย|ใน|จาก|เป็น|มี|ที่|ซึ่ง|เพื่อ|พร้อม|จังหวัด|อำเภอ|ตำบล|ประเภท|สาขา|ระดับ|จำนวน|ผลงาน|รางวัล"
    "|สำหรับ|ทั้ง|นาย|นาง|ประกาศ|เปิด|กล่าว|เผย|ส่ง|นำ|ขอ|ผู้|จำกัด|บริษัท|ดำเนิน|ให้|กับ|ของ|ส่วน|ด้าน|ณ|ปี|กรรมการ"
    "|ประธาน|ธุรกิจ|หุ้น|ตอกย้ำ|จับมือ|เดินหน้า|ลุย|โชว์|ปลื้ม"
)
# บจก. เลอมองด์| บิวตี้⏎: the words behind an abbreviated head that end a line or stand before a mark
_TO_MARK = re.compile(rf"(?:\ (?!{_NO_MORE})[ก-ฮเ-ไ][ก-๎]{{2,20}}){{1,2}}(?=[ ]*(?:\n|\Z|[(),/]))")
# บริษัท เลอมองด์| บิวตี้ แคร์ (ประเทศไทย)
_OF_THAILAND = re.compile(
    rf"(?:\ (?!{_NO_MORE}|สมาคม|มูลนิธิ|สถาบัน|ธนาคาร|สภา|หอการค้า)[ก-ฮเ-ไA-Z][^\s(),;:“”]{{1,24}}){{0,3}}\ ?\((?:ประเทศไทย|ไทยแลนด์)\)"
)
# บริษัทข้าวหอม|กรุ๊ป: the same, written without a space
_CORPORATE_INSIDE = re.compile("(?:กรุ๊ป|คอร์ปอเรชั่น|โฮลดิ้งส?|อินดัสทรี|เทรดดิ้ง|มอเตอร์|มอเตอร์ประเทศไทย)$")
# 32 บริษัท …, บริษัท| ภาคเอกชน
_COUNTED = re.compile(r"\d\ ?\Z")
_NO_NAME = re.compile(
    "จากนั้น|ส่วน|ภาค|ผลิต|ที่|ซึ่ง|โดย|และ|หรือ|ได้|จะ|มี|เป็น|ใน|ทั้ง|รวม|ต่าง|ขนาด|ผู้|เพื่อ|จำนวน|อีก|เอกชน|ชั้นนำ|ข้ามชาติ|ใหญ่|เล็ก|จดทะเบียน|ต่างชาติ|ลูกค้า|คู่ค้า"
)
# กลุ่มบริษัท|ประกันภัย, กลุ่มบริษัท|ไทย: firms of a kind, and no group of its own
_KIND_OF_FIRM = re.compile(
    "ค้า|ประกัน|พัฒนา|เทคโนโลยี|น้ำมัน|พลังงาน|อสังหา|ยา(?![ก-๎])|รถ|สื่อ|ก่อสร้าง|ขนส่ง|โทรคมนาคม|หลักทรัพย์|ท่องเที่ยว|ทัวร์|อาหาร|ส่งออก|นำเข้า|สินค้า"
    "|ไทย(?![ก-๎])|ญี่ปุ่น|จีน|อเมริกัน|ยุโรป|แม่(?![ก-๎])|ย่อย|พันธมิตร|เดียวกัน|ดังกล่าว|นี้|นั้น|มหาชน|สตาร์ท|ของ|ให้|เข้า|ร่วม|ไม่|ตั้ง|ธุรกิจ|ก็|ยัง|นำ|จึง|ต้อง|กับ"
)
_LATIN_GLOSS = re.compile(r"\ \([A-Z]")
_PARTNERSHIP_OR_COMPANY = re.compile("บริษัท|ห้าง")
_PARTNERSHIP = ("ห้างหุ้น", "หจก")


def read_company(reading: Reading) -> Span | None:
    """บริษัท ข้าวหอมไทย จำกัด, บมจ.ไทยเบฟเวอเรจ, กลุ่มบริษัท ปตท."""
    text = reading.text
    if not free(reading) or text.startswith("ฯ", reading.end):
        return None
    foreign = _FOREIGN_LIMITED.match(text, reading.end)
    if foreign:
        return span(reading, foreign.end(), "company")
    limited = None if text.startswith(_PARTNERSHIP, reading.start) else _LIMITED.match(text, reading.end)
    if limited:
        return span(reading, limited.end(), "company")
    start = reading.end + text.startswith(" ", reading.end)
    if text.startswith("  ", reading.end) and text.startswith(_PARTNERSHIP, reading.start):
        start += 1  # ห้างหุ้นส่วนจำกัด  นาดีการช่าง
    letters = ABBREVIATION.match(text, start)
    if letters and letters.end() - start > 3:
        return span(reading, letters.end(), "company")
    word = _WORD.match(text, max(reading.end, start - 1))
    if word and (_COUNTED.search(text, max(0, reading.start - 4), reading.start) or _NO_NAME.match(text, start)):
        return None
    return span(reading, _company_end(reading, start, word.end()), "company", 3) if word else None


def _company_end(reading: Reading, start: int, end: int) -> int | None:
    """End of a name without จำกัด: only after a space, an abbreviated head, or before words that firms add."""
    text = reading.text
    if _PARTNERSHIP_OR_COMPANY.match(text, start):
        return None
    if RUN.match(text, start):
        added = _CORPORATE.match(text, end) or _LATIN_GLOSS.match(text, end)
        named = text.startswith("ห้างหุ้นส่วนจำกัด", reading.start) or _CORPORATE_INSIDE.search(text, start, end)
        grouped = text.startswith("กลุ่มบริษัท", reading.start) and _KIND_OF_FIRM.match(text, start) is None
        if start == reading.end and text[start - 1] != "." and not added and not named and not grouped:
            return None
        end = read_name(text, reading.start if start == reading.end else start, start, reading.inner).at
    if end - start < 3:
        return None
    while more := _CORPORATE.match(text, end) or _FOREIGN_SOUND.match(text, end):
        end = more.end()
    if text[start - 1] != "." and text[start - 2] != ".":
        country = _OF_THAILAND.match(text, end)
        return country.end() if country else end
    more = _IN_THAILAND.match(text, end) or _ends_item(reading, end)
    return more.end() if more else end


# บริษัท นาดี| โลจิสติกส์ จำกัด: a firm of its own, whose name begins as a known one's
_TO_LIMITED = re.compile(
    r"(?:(?!บริษัท|และ|โดย|เปิด|กล่าว|เผย|มอบ|จัด|รับ|ที่|ซึ่ง|ของ|เป็น|ได้|นำ|ร่วม|จำกัด)[ก-๎A-Za-z0-9 .&-]){2,60}"
    r"จำกัด(?:[ ]?\(มหาชน\))?(?![ก-๎])"
)


def to_limited(text: str, start: int, end: int) -> int | None:
    """Where a firm's name from `start` ends of which the gazetteer knows only the beginning, up to `end`; else null."""
    if not text.startswith("บริษัท", start) or text.startswith((" จำกัด", "จำกัด"), end) or text[end - 1] in "ด)":
        return None
    limited = _TO_LIMITED.match(text, end)
    return limited.end() if limited is not None else None


_BEFORE_ITEM = re.compile(r"(?:\.{3}|[:：–—•▪■(/]|\d[.)])[ ]*$")


def _ends_item(reading: Reading, end: int) -> re.Match[str] | None:
    """The rest of a name that is all there is of a list's item: ด้านการออกแบบ … บจก. เลอมองด์| บิวตี้."""
    if _BEFORE_ITEM.search(reading.text, max(0, reading.start - 6), reading.start) is None:
        return None
    return _TO_MARK.match(reading.text, end)


# ฟู้ด แฟคเตอร์|จำกัด (มหาชน)
_BEFORE_LIMITED = re.compile(
    r"""
    (?:^|\ \ +|จำกัด\ |\(มหาชน\)\ |[\n,;:)”"]\ ?|\d\.\ ?|\ และ\ ?|-\ |•\ ?|(?:ได้แก่|อาทิ|เช่น|คือ|โดย|ผู้แทน|ตัวแทน|ในนาม)\ ?)
    (?P<name>(?:(?!\d\.|และ\ |\ \ |จำกัด|ได้แก่|อาทิ|เช่น|คือ\ |โดย|ผู้แทน|ตัวแทน|ในนาม)[^\n,;:”"]){2,60}?)\ ?$
    """,
    re.VERBOSE,
)


# นาดี |กรุ๊ป, without บริษัท
_GROUP_WORD = Words("กรุ๊ป")
_BEFORE_GROUP = re.compile(r"(?:(?<=[\n“\"‘(:])|(?<=[ ])|^)(?P<name>[ก-ฮเ-ไA-Z][ก-๎A-Za-z&.]{1,19}[ ]?)$")
_NO_GROUP = re.compile(r"(?:ไลน์|บริษัท|กลุ่ม|เครือ|ใน|ของ|และ|ทั้ง|หลาย|ทุก|เป็น|คือ|มี|โฟกัส|เวิร์ก|สตาร์|เกิร์ล|บอย|วง)")


def _groups(text: str) -> Iterator[Span]:
    """Groups of firms by their own name: นาดี กรุ๊ป."""
    for place in _GROUP_WORD.find(text):
        end = place + len("กรุ๊ป")
        before = _BEFORE_GROUP.search(text, max(0, place - 24), place)
        if before is not None and not "ก" <= text[end : end + 1] <= "๎" and _NO_GROUP.match(before["name"]) is None:
            yield Span(before.start("name"), end, "organisation.company")


# นาดี|ประกันภัย, without บริษัท
_INSURES = Words("ประกันภัย|ประกันชีวิต")
_INSURER = re.compile(r"(?:(?<![ก-๎.])|(?<=และ)|(?<=โดย)|(?<=กับ)|(?<=ส่วน))(?!และ|โดย|กับ|ส่วน)(?P<name>[ก-ฮเ-ไ][ก-๎]{2,20})$")
# ธุรกิจ|ประกันภัย, ผู้เอา|ประกันภัย: words that begin or hold these are no insurer's name
_NO_INSURER = re.compile(
    r"^(?:การ|บมจ|หรือ|กองทุน|สำนัก|สมาคม|ชมรม|สภา|คณะ|งาน|ตลาด|อุตสาหกรรม|แผน|แบบ|สัญญา|เพื่อ|กับ|ให้|ที่|จาก|ของ|โดย|มี|ไม่|ได้|จ่าย|ซื้อ|ขาย|เงิน|ข้อมูล"
    r"|กฎหมาย|กลุ่ม|ค่า|รูป|พนักงาน|นัก|ฝ่าย|สาย|ศูนย์|สถาบัน|หลักสูตร|ผลิตภัณฑ์|บริการ|ใน|รับ|พระราช|สหกรณ์|ร้าน|แวดวง|คปภ|มาตร|ความ|เรื่อง|ส่วน|ทุก|หลาย"
    r"|เป็น|สิทธิ|โครงการ|หลักประกัน|ข่าว|วารสาร|นิตยสาร|รางวัล|สินไหม|กอง|ประเภท|สาขา|ลูกค้า|กิจการ|ใบอนุญาต)|การ$"
    r"|ธุรกิจ|บริษัท|ทำ|เอา|วงการ|ด้าน|เบี้ย|ผู้|และ|ระบบ|นายหน้า|ตัวแทน|กรมธรรม์|เครือข่าย|อาสา|ยุวชน|บุคลากร|เทคโนโลยี|จำนวน|วันที่|ระยะ"
)


def _insurers(text: str) -> Iterator[Span]:
    """Insurers by their own name: นาดีประกันภัย."""
    for place in _INSURES.find(text):
        end = place + len("ประกันชีวิต" if text.startswith("ประกันชีวิต", place) else "ประกันภัย")
        before = _INSURER.search(text, max(0, place - 26), place)
        if before is not None and not "ก" <= text[end : end + 1] <= "๎" and _NO_INSURER.search(before["name"]) is None:
            yield Span(before.start("name"), end, "organisation.company")


# บ.นาดี โลจิสติกส์ จก. · บจ. นาดี จก.
_SHORT_FORM = Anchored(
    re.compile(r"(?<![ก-๎.])บ(?:ริษัท|จ?\.)[ ]?(?P<name>(?:(?!จก\.|จำกัด|บริษัท)[^\n,;:“”\"()]){2,60}?)[ ]?จก\.(?:[ ]?\(มหาชน\))?"),
    "บ.|บจ.|บริษัท",
)


# ขอนแก่น - |ธนาคารนาดี จำกัด, กรุงเทพฯ – 18 กรกฎาคม 2567 – |ธนาคารนาดี จำกัด: where the news is from, or when
_LEAD = re.compile(
    r"(?:(?:[ก-๎ฯ ]{2,24}[ ]?[-–—,:(]?[ ]*)?\d{1,2}[ ][ก-๎.]{3,12}[ ]?\d{2,4}\)?[ ]*[-–—:]?[ ]*"
    r"|[ก-๎ ]{2,24}[ ]?[-–—][ ]+|(?:วันนี้|ล่าสุด|ทั้งนี้|ขณะที่|สำหรับ)[ ]?|(?:[ก-๎]+[ ])+(?=ธนาคาร))"
)


def unlisted_companies(text: str, hits: Iterable[Hit]) -> list[Span]:
    """Companies whose name is written without บริษัท: ฟู้ด แฟคเตอร์ จำกัด (มหาชน), นาดี กรุ๊ป."""
    found = [*_groups(text), *_insurers(text)]
    found += [Span(match.start(), match.end(), "organisation.company") for match in _SHORT_FORM.finditer(text)]
    for hit in hits:
        if not (isinstance(hit.row, AgencyHead) and hit.row.shape == "suffix"):
            continue
        window = max(0, hit.start - 70)
        before = _BEFORE_LIMITED.search(text[window : hit.start])
        if before:
            lead = _LEAD.match(text, window + before.start("name"), hit.start)
            start = lead.end() if lead is not None else window + before.start("name")
            found.append(Span(start, hit.end, "organisation.company"))
    return found
