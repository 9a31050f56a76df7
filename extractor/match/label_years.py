"""Years and editions of awards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Words
from extractor.match.label import PARTS, Label
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

# ประจำปี 2565 · ประจำปีงบประมาณ พ.ศ. 2567 · ปี 65 · พุทธศักราช 2564 · ฤดูกาล 2567
_YEAR_WORDS = Words("ปี|ฤดูกาล|พ.ศ|พศ|ค.ศ|พุทธศักราช|คริสต์ศักราช|พ. ศ")
_YEAR = re.compile(
    r"""
    (?: ปีงบประมาณ | ปีการศึกษา | ฤดูกาล | ปี | พ\.?\ ?ศ\.? | ค\.?\ ?ศ\.? | พุทธศักราช | คริสต์ศักราช )
    (?:\ ?งบประมาณ)? \ ? (?:พ\.?\ ?ศ\.?|ค\.?\ ?ศ\.?|พุทธศักราช)? \ ?
    (?P<year> (?:19|20|24|25)\d\d (?!\d|[,.]\d) | [2-9]\d (?=\W|[ก-๙]|$) (?![,.:/]?\d|\ ?(?:ปี|คน|ราย|ล้าน|บาท|%)) )
    """,
    re.VERBOSE,
)
_COUNTED = re.compile(r"\d[ ]?\Z")
# Awards 2024 · “รางวัล” 2565
_BARE_YEAR = re.compile(r"2(?:0\d\d|5[4-9]\d)(?!\d)")
_BEFORE_BARE_YEAR = re.compile(r"[A-Za-z)”\"’'][ ]{0,2}$|ที่[ ]?\d{1,3}[ ]?\($")
# รางวัลแว่นทอง| 65| สาขา…: of two digits right behind a prize, and not how many there are of something
_SHORT_YEAR = re.compile(
    r"[”\"’']?[ ](?P<year>[5-7]\d)(?=$|[\n)”\"’]"
    r"|[ ](?:สาขา|ประเภท|ด้าน|ชนะเลิศ|รองชนะเลิศ|ระดับ|เหรียญ|จาก|โดย|ที่|ณ[ ]|จัด|ให้|แก่|ครั้ง|ตกเป็น|ไป|มา))"
)
# รางวัล |2020| Asian Townscape Awards
_BEFORE_ENGLISH = re.compile(r"รางวัล[ ]?[“\"]?\Z")
_ENGLISH = re.compile(r"[ ][A-Z]")
# ผู้อำนวยการ (พ.ศ. 2529| – 2533): a term of office
_TERM = re.compile(r"[ ]?[-–][ ]?(?:พ\.ศ\.[ ]?)?25\d\d[ ]?\)")
# เมื่อวันที่ 6 พฤษภาคม |พ.ศ. 2560: of a day on which something was done
_DAY = 26
_OF_DAY = re.compile(
    r"[\d๐-๙][ ]?(?:เดือน[ ]?)?(?:[ก-ฮเ][ก-๎]{3,8}(?:คม|ยน|พันธ์)"
    r"|(?:ม|มี|พ|ก|ส|ต|ธ)\.[ ]?ค\.?|(?:เม|มิ|ก|พ)\.[ ]?ย\.?|ก\.[ ]?พ\.?)[ ]?,?[ ]?\Z"
)
# ตามระเบียบกระทรวง ก ว่าด้วยกองทุน ข |พ.ศ. 2546: of a law
_OF_LAW = sought(
    r"(?:พระราชบัญญัติ|พระราชกฤษฎีกา|พระราชกำหนด|พ\.ร\.[บกฎ]\.|กฎกระทรวง|รัฐธรรมนูญ"
    r"|(?:ระเบียบ|ข้อบังคับ|ประกาศ|คำสั่ง)[^\n]{0,60}?(?:ว่าด้วย|เรื่อง))(?:(?!รางวัล|ประจำปี)[^\n\d]){0,110}(?:\(ฉบับที่[ ]?\d{1,2}\)[ ]?)?\Z"
)
_LAW = 180
# ISO 9001 |ปี 2015|: of a standard
_OF_STANDARD = re.compile(r"(?:ISO|IEC|OHSAS|TIS|มอก\.?)[ ]?\d{3,6}(?:[-:.]\d{1,4}){0,2}[ ]?(?:\()?(?:ฉบับ|version[ ])?\Z")
# Mekong Rugby Trophy 2021 (แข่งขันใน|ปี 2022|): when it was held
_HELD_IN = re.compile(r"\((?:เลื่อน(?:มา)?)?(?:จัด|แข่ง|ประกวด)[ก-๎]{0,16}ใน[ ]?\Z")
# ทีม Mekong Racing |2021: of its own name
_OF_A_TEAM = re.compile(r"ทีม[ ]?[A-Z][^ก-๙\n]{1,50}\Z")
# นับเป็น|ครั้งที่ 7| ที่ข้าวไทยได้รางวัลนี้: how often somebody has won
_HOW_OFTEN = re.compile(r"(?:นับ|ถือ|ติดต่อกัน|ต่อเนื่อง|ซ้ำ)(?:ว่า)?เป็น$")
# ครั้งที่ 29 · ครั้งที่ 5/2565 is a meeting's number · the 14th …
_EDITION = re.compile(r"ครั้งที่?\ *(?P<edition>\d{1,3})(?!\d|/\d)")
_EDITION_WORD = Words("ครั้งที")
_ORDINAL_ENDING = Anchored(re.compile(r"(?:st|nd|rd|th)\b"), "st|nd|rd|th")
_ORDINAL = re.compile(r"(?<!\d)\d{1,3}\Z")


def find_years(text: str, behind: AbstractSet[int], ahead: AbstractSet[int] = frozenset()) -> list[Label]:
    """Every year and edition; a bare number is one right behind an award or a Latin name, or right before one in Latin letters.

    `behind` holds where the awards end, `ahead` where they begin.
    """
    labels: list[Label] = []
    done = 0
    for place in _YEAR_WORDS.find(text):
        match = _YEAR.match(text, place) if place >= done else None
        if match is None or (len(match["year"]) < 4 and _COUNTED.search(text, max(0, place - 3), place)):
            continue  # วัย 68| ปี 27 พรรษา
        if _OF_DAY.search(text, max(0, place - _DAY), place) or _OF_STANDARD.search(text, max(0, place - _DAY), place):
            done = match.end()
            continue
        if text.startswith("พ", place) and _OF_LAW.search(text, max(0, place - _LAW), place):
            done = match.end()
            continue
        if _HELD_IN.search(text, max(0, place - 30), place) or (text.endswith("(", 0, place) and _TERM.match(text, match.end())):
            done = match.end()
            continue
        done = match.end()
        outer = place - 5 if text[max(0, place - 5) : place] == "ประจำ" else place
        rule = "year.fiscal" if "งบประมาณ" in match.group() else "year.annual" if outer < place else "year.named"
        labels.append(Label("year", *match.span("year"), rule, outer, done, value=christian_year(match["year"])))
    taken = {label.start for label in labels}
    for match in _BARE_YEAR.finditer(text):
        start, end = match.span()
        if start in taken:
            continue
        leads = _ENGLISH.match(text, end) is not None and (
            end + 1 in ahead or _BEFORE_ENGLISH.search(text, max(0, start - 8), start) is not None
        )
        if start - 1 not in behind and _OF_A_TEAM.search(text, max(0, start - 60), start):
            continue
        bracketed = (
            text.startswith("(", start - 1) and text.startswith(")", end) and not behind.isdisjoint((start - 1, start - 2))
        )
        if leads or bracketed or start - 1 in behind or _BEFORE_BARE_YEAR.search(text[max(0, start - 9) : start]):
            labels.append(Label("year", start, end, "year.bare", start, end, value=christian_year(match.group())))
    for end in behind:
        short = _SHORT_YEAR.match(text, end)
        if short is not None:
            span = short.span("year")
            labels.append(Label("year", *span, "year.short", *span, value=christian_year(short["year"])))
    for place in _EDITION_WORD.find(text):
        match = _EDITION.match(text, place)
        if match is not None and _HOW_OFTEN.search(text, max(0, place - 16), place) is None:
            number = int(match["edition"])
            labels.append(Label("edition", *match.span("edition"), "edition.number", *match.span(), value=number))
    for ending in _ORDINAL_ENDING.finditer(text):
        match = _ORDINAL.search(text, max(0, ending.start() - 3), ending.start())
        if match is not None:
            labels.append(Label("edition", *match.span(), "edition.ordinal", match.start(), ending.end(), value=int(match[0])))
    return labels


def christian_year(digits: str) -> int:
    """A year of either era, of two or four digits, as CE: the number alone tells the era."""
    number = int(digits)
    return number - 543 if number >= 2400 else number if number > 100 else number + 2500 - 543


def years_behind(text: str, labels: Sequence[Label]) -> Iterator[Label]:
    """Bare years right behind a part or a rank: ประเภทหน่วยงานภาครัฐ |2566|, เหรียญทอง |2023|."""
    taken = {label.start for label in labels if label.kind == "year"}
    for label in labels:
        if label.kind not in PARTS or text[label.until : label.until + 1] != " ":
            continue
        year = _BARE_YEAR.match(text, label.until + 1)
        if year is not None and year.start() not in taken and _GOES_ON.match(text, year.end()) is None:
            yield Label("year", *year.span(), "year.bare", *year.span(), value=christian_year(year.group()))


# 2566 |คน, 2023 |Thailand Open: a number of something, or of a name
_GOES_ON = re.compile(r"[,.]\d|[ ]?(?:คน|แห่ง|ราย|ล้าน|บาท|ครั้ง|คะแนน)|[ ][A-Z]")
