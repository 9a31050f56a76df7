"""Reads one date at the name of its month: the days beside it, and its year where the text says it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, cast

from extractor.match.date_words import (
    BANGKOK_ERA,
    BEFORE,
    CLIPPED,
    CLIPPED_END,
    COUNTED,
    DAY_AFTER,
    DAY_OR_SPAN,
    DAY_TO_NAME,
    DAYS_BEFORE,
    EDGE_OF_MONTH,
    ENGLISH_CUE,
    ENGLISH_MONTH_WORD,
    EVERY_AFTER,
    EVERY_BEFORE,
    FIRST_OF_BANGKOK,
    GIVEN_NAMES,
    IN_NAME,
    IN_WORD,
    JUST_PAST,
    LETTERS_BEFORE,
    LETTERS_END,
    MARKED_DAY,
    MARKED_YEAR,
    MINISTRY_ACTS,
    MONTH_AHEAD,
    MONTH_WORD,
    MORE_LETTERS,
    NAMED_DAY,
    OF_DAY,
    OF_DAYS,
    SHORT_ERA,
    SPAN_AHEAD,
    THIS_YEAR,
    UPRISINGS,
    YEAR_AFTER,
    YEAR_BEFORE,
    YEAR_BEHIND,
    YEAR_FROM_NOW,
)

if TYPE_CHECKING:
    import re

    from extractor.gazetteer_rows import Month
    from extractor.lexicon import Hit


class Day(NamedTuple):
    """Year (0: not said), month and day (0: the whole month)."""

    year: int
    month: int
    day: int

    @property
    def iso(self) -> str:
        return f"{self.year:04d}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")

    @property
    def possible(self) -> bool:
        return 1 <= self.month <= 12 and (self.day == 0 or self.day <= monthrange(self.year or 2000, self.month)[1])


@dataclass(slots=True)
class Mention:
    """One month with its days: `days` holds (first, last or 0, start) of each day or span of days before it."""

    start: int
    end: int
    month: int
    days: list[tuple[int, int, int]] = field(default_factory=list)
    year: int = 0
    rule: str = "date.full"
    stated: bool = False  # the text says the year
    from_now: int | None = None  # years from that of the article: ปีหน้า is 1
    recurring: bool = False  # it comes again every year
    listed_with: Mention | None = None  # the month that it is joined to


def parse_year(text: str, *, christian: bool = False) -> int | None:
    """The CE year of a BE or CE year of two or four digits, else None.

    >>> parse_year("2565"), parse_year("2022"), parse_year("65"), parse_year("22", christian=True), parse_year("900")
    (2022, 2022, 2022, 2022, None)
    """
    if not text.isdecimal():
        return None
    number = int(text)
    if len(text) == 4:
        if 2200 <= number <= 2699:
            return number - 543
        return number if 1000 <= number < 2200 else None
    if len(text) == 2:
        return number + (2000 if number < 70 else 1900) if christian else number + 2500 - 543
    return None


def read_mention(text: str, hit: Hit) -> Mention | None:
    """The month at `hit` with the days before or after it and its year; None where it is no date."""
    start, end = hit.start, hit.end
    month = cast("Month", hit.row).number
    english = text[start].isascii()
    if text[end : end + 1] == "." and text[end - 1] != ".":
        end += 1
    before = text[max(0, start - BEFORE) : start]
    if _letters_alone(text, hit) and not (LETTERS_END.match(text, end) and LETTERS_BEFORE.search(before)):
        return None  # กค เสนอ is no month, 6 กค 2564 is
    if not _whole(text, start, end, before):
        return None
    mention = Mention(start, end, month)
    if _read_marked(text, mention, before):
        return mention
    if before.rstrip()[-1:].isdigit() or before.endswith(("เดือน", "เดือน ", "st ", "nd ", "rd ", "th ", "of ")):
        _read_days(mention, before)
    year = YEAR_AFTER.match(text, end)
    if year is None and MINISTRY_ACTS.match(text, start):
        return None  # 1 กค. แจ้งว่า: a footnote
    if not mention.days and (_read_day_after(text, mention, english=english)):
        return mention
    era = BANGKOK_ERA.match(text, end)
    if era:
        mention.year, mention.stated, mention.end = int(era[1]) + FIRST_OF_BANGKOK, True, era.end()
    elif year and _read_year(mention, year, english=english):
        mention.end = year.end()
    elif from_now := YEAR_FROM_NOW.match(text, end):
        mention.from_now, mention.end = _YEARS_FROM_NOW[from_now.lastgroup or ""], from_now.end()
    if _recurs(text, mention):
        mention.recurring = True
        return mention
    if mention.days and IN_NAME.search(text, max(0, mention.start - 80), mention.start):
        return None
    if mention.days:
        told = mention.stated or not english or ENGLISH_CUE.search(before[: mention.start - start])
        return mention if told or SPAN_AHEAD.match(text, mention.end) else None
    return _read_month(text, mention, before, english=english)


def _recurs(text: str, mention: Mention) -> bool:
    """Whether a day or month comes again every year: 5 ธันวาคม| ของทุกปี, ให้วันที่| 5 ธันวาคม| เป็นวันดินโลก."""
    if EVERY_AFTER.match(text, mention.end) or EVERY_BEFORE.search(text, max(0, mention.start - 44), mention.start):
        return True
    if mention.stated or not mention.days or DAY_TO_NAME.search(text, max(0, mention.start - 16), mention.start) is None:
        return False
    return NAMED_DAY.match(text, mention.end) is not None


_YEARS_FROM_NOW = {"next": 1, "coming": 1, "last": -1, "gone": -1, "this": 0, "present": 0}


def _whole(text: str, start: int, end: int, before: str) -> bool:
    """Whether a month's letters at `start:end`, behind `before`, are no part of other words: ก.พ.|ร., ต.ค|อหงส์, กันยา|รัตน์."""
    form = text[start:end]
    if form.isascii():
        return True
    if "." in form and (MORE_LETTERS.match(text, end) or (form[-1] != "." and IN_WORD.match(text, end))):
        return False
    if " " in form:
        return before.rstrip()[-1:].isdigit()
    return form not in CLIPPED or _clipped(text, start, end, before)


def _clipped(text: str, start: int, end: int, before: str) -> bool:
    """Whether a month's name without its last syllable, behind `before`, is a month: 5| ธันวา| นี้."""
    if not before.rstrip()[-1:].isdigit() or not CLIPPED_END.match(text, end):
        return False
    if YEAR_AFTER.match(text, end) or THIS_YEAR.match(text, end) or JUST_PAST.match(text, end):
        return True
    return text[start:end] not in GIVEN_NAMES or (OF_DAY.search(before) is not None and UPRISINGS.search(before) is None)


_MARKS = ("-", "/", ".")


def _read_marked(text: str, mention: Mention, before: str) -> bool:
    """Reads “12-ก.ย.-65” into `mention`; whether it is such a date."""
    day = MARKED_DAY.search(before) if before.endswith(_MARKS) else None
    year = MARKED_YEAR.match(text, mention.end) if day else None
    if not day or not year or day[2] != year[1] or not 0 < int(day[1]) <= 31:
        return False
    mention.year = parse_year(year[2], christian=text[mention.start].isascii()) or 0
    mention.stated = bool(mention.year)
    mention.days = [(int(day[1]), 0, mention.start - len(day[0]))]
    mention.start, mention.end = mention.days[0][2], year.end()
    return mention.stated


def _letters_alone(text: str, hit: Hit) -> bool:
    """Whether a month is told by two letters without their points: กค."""
    return hit.end - hit.start < 4 and not text[hit.start].isascii() and "." not in text[hit.start : hit.end + 1]


def _read_days(mention: Mention, before: str) -> None:
    """Puts the days that `before` ends with into `mention`."""
    possible = OF_DAYS.match(before[::-1])
    found = DAYS_BEFORE.search(before, len(before) - possible.end()) if possible else None
    if not found:
        return
    listed = found["days"]
    offset = mention.start - len(before)
    first = found.start("days")
    counted = COUNTED.search(before[:first]) is not None
    comma = "," in listed and "และ" not in listed and "and" not in listed
    if comma and (counted or not found["on"]):
        first += listed.rindex(",") + 1  # “ครั้งที่ 1, 5 มกราคม”: only the last number is surely a day
    elif counted:
        return
    days = [_day_of(item, offset) for item in DAY_OR_SPAN.finditer(before, first, found.end("days"))]
    while len(days) > 1 and days[0][0] > 31:
        del days[0]  # 28 ก.พ. |66 และ 13| มี.ค.: the year of the month before
    if days and all(0 < day <= 31 and last <= 31 and (not last or last > day) for day, last, _ in days):
        mention.days = days
        mention.start = days[0][2]


def _day_of(item: re.Match[str], offset: int) -> tuple[int, int, int]:
    """A day or span of days; in “24 ธันวาคม 65 – 4 มิถุนายน” the first number is the year of the month before."""
    if item[2] and int(item[1]) > 31:
        return int(item[2]), 0, offset + item.start(2)
    return int(item[1]), int(item[2] or 0), offset + item.start()


def _read_day_after(text: str, mention: Mention, *, english: bool) -> bool:
    """Reads “ธันวาคม 22, 2564” into `mention`; whether there was one."""
    found = DAY_AFTER.match(text, mention.end)
    if not found or not 0 < int(found["day"]) <= 31:
        return False
    said = found["year"] or (found["english_year"] if english else None)
    year = parse_year(said) if said else 0
    if not year:
        cue = ENGLISH_CUE.search(text, max(0, mention.start - 12), mention.start)
        span = found["last"] and int(found["last"]) > int(found["day"]) and mention.end - mention.start > 2
        if not english or found["open"] is None or not (cue or span or MONTH_AHEAD.match(text, found.end())):
            return False
    mention.days = [(int(found["day"]), int(found["last"] or 0), mention.start)]
    mention.year, mention.stated, mention.rule = year or 0, bool(year), "date.month_first"
    mention.end = found.end()
    return True


def _read_year(mention: Mention, found: re.Match[str], *, english: bool) -> bool:
    """Reads the year after a month into `mention`; whether it is one."""
    if found["full"]:
        number = int(found["full"])
        year = number - 543 if found["be"] and number > 2200 else parse_year(found["full"])
    else:
        short = int(found["short"])
        if "\n" in found[0]:
            return False
        christian = bool(found["ce"]) or (english and not found["be"])
        if english and not mention.days and mention.end - mention.start > 3 and "’" not in found[0] and "'" not in found[0]:
            return False  # December 13
        if short < SHORT_ERA and not (found["be"] or christian):
            return False
        year = parse_year(found["short"], christian=christian)
    if not year:
        return False
    mention.year, mention.stated = year, True
    return True


def _read_month(text: str, mention: Mention, before: str, *, english: bool) -> Mention | None:
    """The mention as a month without a day, or None where nothing shows that it is one."""
    mention.rule = "date.month"
    if before.rstrip().endswith(("สำนักงาน", "อ.ก.พ.", "เลขาธิการ", "อ.")) and text.startswith("ก.", mention.start):
        return None
    if mention.stated:
        return mention
    year = YEAR_BEFORE.search(before) or YEAR_BEHIND.match(text, mention.end)
    if year:
        mention.year, mention.stated = parse_year(year[1]) or 0, True
        return mention
    if english:
        told = mention.from_now is not None or ENGLISH_MONTH_WORD.search(before)
        return mention if told and text[mention.start].isupper() and mention.end - mention.start > 2 else None
    if mention.from_now is not None:
        return mention
    if MONTH_WORD.search(before) or THIS_YEAR.match(text, mention.end) or JUST_PAST.match(text, mention.end):
        return mention
    if not text.startswith("ก.พ", mention.start) and EDGE_OF_MONTH.search(before):
        return mention
    mention.rule = "date.month_bare"  # counts only as an end of a span of months
    return mention
