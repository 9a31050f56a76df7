"""The date that an article bears: which lines hold a date and hardly anything else, and which of them is the article's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.clean.lines import PARAGRAPH, Line
from extractor.document import Span
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Kind = Literal["labelled", "alone", "beside", "sign_off", "updated"]

_MONTH = (
    r"(?:[ก-๎]{3,10}(?:คม|ยน|พันธ์)"
    r"|(?:ม\.?\s?ค|ก\.?\s?พ|มี\.?\s?ค|เม\.?\s?ย|พ\.?\s?ค|มิ\.?\s?ย|ก\.?\s?ค|ส\.?\s?ค|ก\.?\s?ย|ต\.?\s?ค|พ\.?\s?ย|ธ\.?\s?ค)(?![ก-๎])\.?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:พ\.?\s?ศ\.?\s?|ค\.?\s?ศ\.?\s?|พุทธศักราช\s?)?(?:[12]\d{3}|\d{2})(?!\d)"
_WEEKDAY = (
    r"(?:(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์)\s?(?:ที่)?\s?,?\s?"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s)?"
)
_DAY_FIRST = rf"""
    # 22 ก.ค. 2565
    (?<![\d/.:])(?:(?<!-)|(?<=--)){_DAY}(?:\s?[-–/]\s?|\s*(?:เดือน\s*)?|(?:st|nd|rd|th)?\s+){_MONTH}[\s,/–-]*{_YEAR}
    """
# ธันวาคม 22, 2564
_MONTH_FIRST = rf"{_MONTH}\s*{_DAY}(?:st|nd|rd|th)?(?:\s*,)?\s+{_YEAR}"
_IN_FIGURES = r"""
    # 29/08/2568
    (?<![\d/.:-])(?:0?[1-9]|[12]\d|3[01])\s?([/.-])\s?(?:0?[1-9]|1[0-2])\s?\1\s?(?:[12]\d{3}|\d{2})(?![\d/.:-])
    # 2022-09-12
    | (?<![\d/.:-])[12]\d{3}([-/.])(?:0[1-9]|1[0-2])\2(?:0[1-9]|[12]\d|3[01])(?!\d)
    """
_DATE = sought(rf"{_WEEKDAY}(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_IN_FIGURES})", re.VERBOSE | re.IGNORECASE)
# the same where no year stands behind a day, and so no month before one
_DATE_WITHOUT_MONTH_FIRST = sought(rf"{_WEEKDAY}(?:{_DAY_FIRST}|{_IN_FIGURES})", re.VERBOSE | re.IGNORECASE)
_DAY_AND_YEAR = re.compile(r"\d(?:st|nd|rd|th)?\s*,?\s+[พค\d]", re.IGNORECASE)
_THREE_DIGITS = re.compile(r"\d\D*\d\D*\d")  # every date has them
_LABEL = sought(
    r"(?:วันที่|วัน)?(?:(?:ได้)?เผยแพร่(?:ข่าว)?|ลงข่าว|โพสต์?|โพส)(?:ข่าว)?\s*(?:เมื่อ|วันที่|ณ|เวลา)?\s*(?:วันที่)?|วันที่ลง|ข่าว\s*ณ\s*วันที่|"
    r"(?<!มี)(?<!จัด)(?:ขึ้น|เขียน|สร้าง|บันทึก|ลงประกาศ|นำเข้า)(?:ข่าว|ข้อมูล|บทความ)?เมื่อ\s*(?:วันที่)?|"
    r"(?:post(?:ed)?|publish(?:ed)?|created|release\s?d?|publication)\s*(?:date|on|at|by)?|date",
    re.IGNORECASE,
)
_UPDATED = sought(r"(?:อัปเดต|อัพเดต|อัพเดท|ปรับปรุง|แก้ไข|(?:last\s)?(?:updated?|modified))(?:\s?ล่าสุด|\s?เมื่อ|\s?on)?", re.IGNORECASE)
# What else a date line may hold: time of day, weekday, counts, author, desk.
_BESIDE = sought(
    r"(?:เวลา\s*)?\d{1,2}\s?[.:]\s?\d{2}(?::\d{2})?\s*(?:น\.?|น|am|pm|hrs?\.?)?(?!\d)|T\d{2}:\d{2}\S*|(?:วัน)?ที่|เวลา|เมื่อ|น\."
    r"|(?:เข้า|เปิด)?(?:ชม|อ่าน|ดู)\s*[\d,]+\s*(?:ครั้ง|นาที)?|[\u2190-\u2bff\U0001f300-\U0001faff\ufe0f]+|[\d,]+\s*(?:views?|ครั้ง|วิว)|views?|เผยแพร่|โพสต์"
    r"|[|•·–—\-/,:：()\[\]*=_+\s.]+|\b(?:on|by|at|admin)\b",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"\sณ\s|นาย|นาง|น\.ส\.|ฯพณฯ|พล\.|ดร\.|ครั้งที่|เป็นประธาน|จัด|มอบ|ร่วม|ประชุม|รับสมัคร|ตั้งแต่|ถึง|ภายใน|ประจำ|ระหว่าง|รางวัล|โครงการ|พร้อม"
    r"|^วันนี้|ตัดสิน|การ(?:แข่งขัน|ประกวด)"
)
# อ่าน 412 ครั้ง, View 502: beside a date, a line of the site's that counts its readers
_COUNTS = sought(r"[\d,]+\s*(?:views?|ครั้ง|วิว)|(?:views?|(?:เข้า|เปิด)?(?:ชม|อ่าน|ดู))\s*[:：]?\s*[\d,]+", re.IGNORECASE)
_AUTHOR = re.compile(r"โดย|ผู้เขียน|ผู้สื่อข่าว|ทีมข่าว|กองบรรณาธิการ|by\b|author|admin", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:ข่าว|ภาพ|เรื่อง|เขียน|เรียบเรียง|รายงาน)(?:(?:\s(?:\s|[/,]\s?)?|[/,]\s?)?(?:และ)?(?:ข่าว|ภาพ|เรื่อง))*\s*(?:โดย|[:：])"
    r"|(?:โดย|ผู้เขียน|ผู้สื่อข่าว|ผู้รายงาน|author|by)\s*[:：]|by\s+\S|(?:โดย|ผู้เขียน)\s[^\d“”]{2,40}$"
    r"|[ก-๎ฯ]{4,20}\s?--\s?\d{1,2}\s?[ก-ฮ]{1,2}\.\s?[ก-ฮ]\.(?:\s?\d{2,4})?\s?--.{0,80}$",  # กรุงเทพฯ--9 ส.ค.--กรมประมง
    re.IGNORECASE,
)
# กรุงเทพฯ – 12 กันยายน 2568 –; behind a city no mark is needed before the date
_CITY = (
    r"กรุงเทพ(?:ฯ|มหานคร)?|กทม\.?|ประเทศไทย|Bangkok|เชียงใหม่|เชียงราย|ภูเก็ต|ขอนแก่น|นครราชสีมา|อุดรธานี|อุบลราชธานี|สงขลา|ชลบุรี|ระยอง|นนทบุรี|ปทุมธานี"
    r"|สมุทรปราการ|นครปฐม|พิษณุโลก|สุราษฎร์ธานี|(?:จังหวัด|จ\.)[ก-๙]{2,16}"
)
_DATELINE = re.compile(
    rf"(?!วัน|เมื่อ|ล่าสุด|ภายใน|เริ่ม)(?:(?P<place>[^\d\s]{{2,30}}?)\s*(?:--|[,:(–-])\s*|(?:{_CITY})\s+)(?=(?:วันที่\s*)?\d)",
    re.IGNORECASE,
)
_DASH_BEHIND = re.compile(r"\s*(?:\)\s*)?[–—:-]")
# วันพุธที่ 12 มีนาคม พ.ศ. 2568, a page's first line: the site's own day, unless the article bears no other
_TODAY = re.compile(
    r"วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)[ ]?(?:ที่|,)|(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE
)
# date 2024-05-20 สวนแห่งนี้คว้า …: a label and the date, run together with the text
_LEADING = re.compile(
    r"[ ]?(?:date|(?:วันที่)?เผยแพร่(?:เมื่อ)?|โพสต์(?:เมื่อ)?|posted(?: on)?|published(?: on)?)[ ]?:?[ ]?(?=\d)", re.IGNORECASE
)
# (ข่าวเกษตรล้านนา 12 ธ.ค. 2559), กองการศึกษา เทศบาลเมืองนาดี 20 ก.ค. 2565: who wrote, and when
_SIGNED = re.compile(
    r"\(.{2,60}\)$|(?:กอง|สำนัก|ฝ่าย|งาน|กลุ่ม|ศูนย์|ข่าว|เทศบาล|ทีม|อบต|อบจ|องค์การ|โรงเรียน|มหาวิทยาลัย|วิทยาลัย|คณะ|แผนก|สาขา|กรม|บริษัท)[^\d]{2,60}\d"
)
# characters and blanks of what else may stand beside a date, and characters where readers are counted there
_LONGEST_BESIDE, _MOST_WORDS, _LONGEST_COUNTED = 45, 5, 80
_STARS = ("**", "..", "--", "==", "__", "++")


@dataclass(frozen=True, slots=True)
class Dated:
    """A line that holds a date and hardly anything else; `start:end` of the page's text is the date."""

    line: Line
    start: int
    end: int
    kind: Kind

    @property
    def span(self) -> Span:
        """The date's words."""
        return Span(self.start, self.end, f"published.{self.kind}")


def bears_date(line: Line) -> Dated | None:
    """The date of a line that holds a date and hardly anything else, else None.

    >>> bears_date(Line(0, 28, "ธันวาคม 22, 2564 | ภาพข่าว", 0)).kind
    'beside'
    >>> bears_date(Line(0, 45, "วันที่ 10 กันยายน 2563 เวลา 09.30 น. นายสมคิด", 0))
    """
    text = line.text
    if len(text) > 160 or not _THREE_DIGITS.search(text):
        return None
    found = (_DATE if _DAY_AND_YEAR.search(text) else _DATE_WITHOUT_MONTH_FIRST).search(text)
    if found is None:
        return None
    kind = _kind_of(text[: found.start()], text[found.end() :])
    return None if kind is None else Dated(line, line.start + found.start(), line.start + found.end(), kind)


def _kind_of(before: str, after: str) -> Kind | None:
    label = before.strip(" |•·-–:([*#/,")[-40:]
    if _UPDATED.fullmatch(label):
        return "updated"
    named = next((found for found in _LABEL.finditer(label) if found.end() == len(label)), None) if len(before) <= 60 else None
    if named is not None and not _RUNNING.search(label, 0, named.start()):
        return "labelled"
    rest = before + " " + after
    other = " ".join(_BESIDE.sub(" ", _DATE.sub(" ", _UPDATED.sub(" ", rest))).split())
    if not other:
        return "sign_off" if before.strip().startswith(_STARS) else "alone"
    if _AUTHOR.match(other) and len(other) <= 60 and " ณ " not in rest:
        return "beside"
    most = _LONGEST_COUNTED if _COUNTS.search(rest) else _LONGEST_BESIDE
    if len(other) <= most and other.count(" ") <= _MOST_WORDS and not _RUNNING.search(rest):
        return "beside"
    return None


def rank_dates(lines: Sequence[Line], headline: Line | None, dated: Mapping[int, Dated]) -> tuple[Span, ...]:
    """Where the article may bear its own date, best first.

    1. a labelled date (เผยแพร่ 12 ก.ย. 65) · 2. a date line just above the headline · 3. one below it, before the text
    begins · 4. one far above · 5. the last update · 6. one that signs off the text · 7. a dateline (กรุงเทพฯ – 12 กันยายน
    2565 –) · 8. the last update, told at the end. A date line further down is an event's.
    """
    places = {line.number: at for at, line in enumerate(lines)}
    title_at = places[headline.number] if headline else -1
    body_at = _body_begins(lines, title_at)
    ranked: list[tuple[int, int, Span]] = []
    above: set[int] = set()
    for number, found in dated.items():
        at = places[number]
        rank = _rank(found.kind, at, title_at, body_at)
        if rank == 2 and at == 0 and found.kind == "alone" and _TODAY.match(found.line.text) is not None:
            rank = 4
        if rank:
            above.add(number)
            # of two lines just above the headline the first is the site's, the other what the sender put there
            ranked.append((rank, at if rank == 2 else abs(at - title_at), found.span))
    for line in lines[-6:]:
        late = None if line.furniture or line.number in above else dated.get(line.number) or bears_date(line)
        signed = late is not None and late.kind == "beside" and (_COUNTS.search(line.text) or _is_signed(line, late))
        if late and (signed or late.kind in ("labelled", "sign_off", "alone")):
            ranked.append((6, line.number, late.span))
    for line in lines[max(title_at, 0) : body_at + 1]:
        ranked += [] if line.number in dated else _leading(line)
    for line in lines[title_at + 1 : body_at + 1]:
        ranked += _dateline(line) if len(line.text) >= PARAGRAPH or "--" in line.text else []
    return tuple(span for _, _, span in sorted(ranked, key=lambda entry: entry[:2]))


def _body_begins(lines: Sequence[Line], title_at: int) -> int:
    """The first paragraph below the headline, a deck of a few hundred characters left aside."""
    paragraphs = [at for at, line in enumerate(lines) if at > title_at and len(line.text) >= PARAGRAPH and not line.furniture][:2]
    if len(paragraphs) == 2 and len(lines[paragraphs[0]].text) <= 2 * PARAGRAPH and paragraphs[1] - title_at <= 4:
        return paragraphs[1]
    return paragraphs[0] if paragraphs else len(lines)


def _rank(kind: Kind, at: int, title_at: int, body_at: int) -> int:
    """The place in the order that `rank_dates` tells, 0 for none."""
    if kind == "labelled":
        return 1
    if kind == "sign_off":
        return 6
    if kind == "updated":
        return 5 if at <= body_at else 8
    if at > body_at:
        return 0
    distance = at - title_at
    if distance < 0:
        return 2 if distance >= -3 else 4
    return 3 if distance <= 8 else 0


def _dateline(line: Line) -> list[tuple[int, int, Span]]:
    """A press release's own date before its first words: กรุงเทพฯ – 12 กันยายน 2565 – บริษัท …."""
    place = _DATELINE.match(line.text, 0, 60)
    if place is None or _RUNNING.search(place["place"] or ""):
        return []
    found = _DATE.search(line.text, place.end(), place.end() + 40)
    if found is None or not _DASH_BEHIND.match(line.text, found.end()):
        return []
    return [(7, line.number, Span(line.start + found.start(), line.start + found.end(), "published.dateline"))]


def _leading(line: Line) -> list[tuple[int, int, Span]]:
    """A labelled date that a paragraph begins with: date 2024-05-20 สวนแห่งนี้คว้า …."""
    label = _LEADING.match(line.text)
    found = _DATE.search(line.text, label.end(), label.end() + 30) if label else None
    if label is None or found is None or found.start() != label.end():
        return []
    return [(1, line.number, Span(line.start + found.start(), line.start + found.end(), "published.labelled"))]


def _is_signed(line: Line, dated: Dated) -> bool:
    """Whether a line at the end names who wrote, and ends with the date: กองการศึกษา เทศบาลเมืองนาดี 20 ก.ค. 2565."""
    return _SIGNED.match(line.text) is not None and not line.text[dated.end - line.start :].strip(" )")


def is_byline(text: str) -> bool:
    """Whether a line tells who wrote or photographed: ข่าวโดย : นายทรงเกียรติ สุเทพากุล."""
    return _BYLINE.match(text) is not None
