"""When two values count as the same: folding, then equality (*strict*) or closeness (*relaxed*)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

CONVERTED = frozenset({"year", "edition", "date", "published"})
"""Fields whose gold holds a converted value, so that a mention is compared by `value` and must agree exactly."""

CLOSE = 0.85
"""Least Levenshtein similarity of two field values that count as the same."""

CLOSE_NAME = 0.90
"""The same for the names of people and organisations."""

_LEFT_OUT = re.compile(r"[\s\u200b-\u200f\u00a0\ufeff\"'“”‘’«»]+")
_BRACKETED = re.compile(r"\([^)]{0,200}\)")
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

# The word that names a field may stand before its value or not: รางวัลเลิศรัฐ = เลิศรัฐ, สาขาบริการภาครัฐ = บริการภาครัฐ.
_HEAD_WORD = {
    "award": re.compile(r"^(?:โล่)?รางวัล"),
    "branch": re.compile(r"^(?:รางวัล)?สาขา(?:รางวัล)?"),
    "category": re.compile(r"^(?:สาขา|ประเภท)?(?:รางวัล)?(?:ประเภท)?"),
    "level": re.compile(r"^(?:รางวัล)?(?:ใน)?(?:ระดับ)?(?:รางวัล)?"),
    "work": re.compile(r"^(?:ผลงาน)?(?:เรื่อง)?(?:โครงการ)?"),
    "venue": re.compile(r"^(?:ณ|ที่)"),
}

# นายวิษณุ เครืองาม → วิษณุ เครืองาม; applied until nothing more comes off (ศ.ดร.นพ.…).
_HONORIFIC = re.compile(
    r"""^(?:
      นาย | นางสาว | นาง | น\.?ส\. | ดร\. | ด\.?[ชญ]\. | ท่าน | คุณ | เด็กชาย | เด็กหญิง
    | (?:พล|พัน|ร้อย|จ่า|สิบ|นาวา|เรือ)[ก-๙]*(?:เอก|โท|ตรี)      # พลตำรวจเอก, ร้อยตรี
    | พล\.?[ตอรส]\.?[อทต]?\.?                               # พล.ต.อ., พล.อ.
    | ว่าที่\s*ร้อยตรี
    | ศาสตราจารย์ | รองศาสตราจารย์ | ผู้ช่วยศาสตราจารย์ | ศ\. | รศ\. | ผศ\.
    | นพ\. | พญ\. | นายแพทย์ | แพทย์หญิง
    | ม\.[รล]\. | หม่อม(?:ราชวงศ์|หลวง)
    )\s*""",
    re.VERBOSE,
)


class Agreement(NamedTuple):
    """Whether two values agree to the letter, and whether they agree closely enough."""

    strict: bool
    relaxed: bool


def text_of(value: object, field: str = "") -> str | None:
    """The string in a gold or predicted value, or None where there is none.

    >>> text_of({"text": "12 ก.ย. 65", "value": "2022-09-12"}, "date")
    '2022-09-12'
    >>> text_of(2022, "year")
    '2022'
    """
    if isinstance(value, Mapping):
        value = value.get("value" if field in CONVERTED else "text")
    return None if value is None or value == "" else str(value)


def fold(value: str, field: str = "") -> str:
    """The value without white space, quotation marks, letter case and its field's own head word.

    >>> fold("ระดับ “ดีเด่น”", "level")
    'ดีเด่น'
    """
    folded = unicodedata.normalize("NFC", value).replace("ํา", "ำ").translate(_THAI_DIGITS)
    folded = _LEFT_OUT.sub("", folded).lower()
    head = _HEAD_WORD.get(field)
    return folded if head is None else head.sub("", folded) or folded


def agreement(gold: str, predicted: str, field: str = "") -> Agreement:
    """How far two values of one field agree; converted values agree exactly or not at all.

    >>> agreement("กรมการพัฒนาชุมชน (พช.)", "กรมการพัฒนาชุมชน")
    Agreement(strict=False, relaxed=True)
    """
    left, right = fold(gold, field), fold(predicted, field)
    if left == right:
        return Agreement(strict=True, relaxed=True)
    if field in CONVERTED:
        return Agreement(strict=False, relaxed=False)
    bare_left, bare_right = (_BRACKETED.sub("", folded) or folded for folded in (left, right))
    close = max(similarity(left, right), similarity(bare_left, bare_right))
    return Agreement(strict=False, relaxed=close >= CLOSE)


def similarity(left: str, right: str) -> float:
    """Levenshtein similarity, from 0 to 1."""
    return Levenshtein.normalized_similarity(left, right)


def bare_name(name: str) -> str:
    """A person's name without the honorifics, ranks and titles before it.

    >>> bare_name("ดร.นางสาวมาลี ใจดี")
    'มาลี ใจดี'
    """
    bare, before = name.strip(), None
    while bare != before:
        before, bare = bare, _HONORIFIC.sub("", bare).strip()
    return bare
