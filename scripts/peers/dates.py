"""Dates as dateparser finds them, and as PyThaiNLP's helpers read what a pattern finds; with their years as they come or not."""

from __future__ import annotations

import re
from datetime import datetime

from dateparser.search import search_dates
from pythainlp.util import thai_digit_to_arabic_digit, thai_strptime
from pythainlp.util.date import thai_abbr_months, thai_full_months

ERA = 543
# A word without day, month or year (วันนี้) would take today's; so that figures stay, all take this one's.
_TODAY = datetime(2024, 1, 1)  # noqa: DTZ001 - dateparser's own dates know no zone
_MONTHS = "|".join(re.escape(month) for month in (*thai_full_months, *thai_abbr_months))
# 12 กันยายน 2565, 12 ก.ย. พ.ศ. 65: what a user of strptime would look for
_DATE = re.compile(rf"(?P<day>\d{{1,2}})\s*(?P<month>{_MONTHS})\s*(?:พ\.ศ\.\s*)?(?P<year>\d{{4}}|\d{{2}})(?!\d)")


def by_dateparser(text: str, *, converted: bool, whole: bool = False) -> list[str]:
    """What `search_dates` finds; `converted` takes 543 from years over 2400, `whole` leaves out what lacks a part."""
    settings: dict[str, object] = {"RELATIVE_BASE": _TODAY}
    if whole:
        settings["REQUIRE_PARTS"] = ["day", "month", "year"]
    found = search_dates(text, languages=["th"], settings=settings) or []
    dates = {date.date().isoformat() if not converted else _converted(date) for _, date in found}
    return sorted(dates - {""})


def _converted(date: datetime) -> str:
    year = date.year - ERA if date.year > 2400 else date.year
    try:
        return date.replace(year=year).date().isoformat()
    except ValueError:  # 29 February of a year that has none
        return ""


def by_pythainlp(text: str) -> list[str]:
    """Day, month and year in a row, read with `thai_strptime` after `thai_digit_to_arabic_digit`."""
    dates = set()
    for found in _DATE.finditer(thai_digit_to_arabic_digit(text)):
        year = found["year"] if len(found["year"]) == 4 else f"25{found['year']}"
        try:
            read = thai_strptime(f"{found['day']} {found['month']} {year}", "%d %B %Y")
        except (ValueError, TypeError, AttributeError):
            continue
        dates.add(read.date().isoformat())
    return sorted(dates)
