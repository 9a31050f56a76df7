"""Dates for people to read, in both eras."""

from __future__ import annotations

import re
from datetime import date

_THAI = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_ERA = 543


def both_eras(iso: str | int) -> str:
    """An ISO day, month, year or span in Thai with the Buddhist era and in English with the common one.

    What is no such date comes back as it is.

    >>> both_eras("2022-09-12")
    '12 กันยายน 2565 · 12 Sep 2022'
    >>> both_eras(2022)
    'พ.ศ. 2565 · 2022'
    """
    ends = [_ISO.fullmatch(end) for end in str(iso).split("/")]
    if len(ends) > 2 or not all(end and _possible(end) for end in ends):
        return str(iso)
    thai = " – ".join(_written(end, _THAI, _ERA) for end in ends if end)
    english = " – ".join(_written(end, _ENGLISH, 0) for end in ends if end)
    return f"{thai if ' ' in thai else 'พ.ศ. ' + thai} · {english}"


def _written(iso: re.Match[str], months: tuple[str, ...], era: int) -> str:
    parts = [str(int(iso["year"]) + era)]
    if iso["month"]:
        parts.insert(0, months[int(iso["month"]) - 1])
    if iso["day"]:
        parts.insert(0, str(int(iso["day"])))
    return " ".join(parts)


def _possible(iso: re.Match[str]) -> bool:
    try:
        date(int(iso["year"]), int(iso["month"] or 1), int(iso["day"] or 1))
    except ValueError:
        return False
    return True
