"""The class in which a contest was won: age, stage of school, sex and size, however an outlet tells it.

อายุไม่เกิน 16 ปี and U16 are one; รุ่นเล็ก may be ประถมศึกษา or อายุไม่เกิน 12 ปี, and is not the upper secondary schools'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_AGE = re.compile(
    r"(?:อายุ)?\s?(?:ไม่เกิน|ต่ำกว่า)\s?(?P<thai>\d{1,2})\s?ปี|(?:รุ่น|วัย)?\s?อายุ\s?(?P<plain>\d{1,2})\s?ปี|วัย\s?(?P<years>\d{1,2})\s?(?:ปี|ขวบ)"
    r"|\b(?:under|u)[- ]?(?P<latin>\d{1,2})\b|รุ่น\s?(?P<bare>\d{1,2})\s?ปี|รุ่นยู\s?-?(?P<heard>\d{1,2})"
)
_GRADE = re.compile(
    r"(?:ป\.|ประถมศึกษาปีที่)\s?(?P<primary>[1-6])|(?:ม\.|มัธยมศึกษาปีที่)\s?(?P<secondary>[1-6])|\bgrade\s?(?P<grade>1?\d)\b"
)
_STAGES = tuple(
    (re.compile(pattern), stage)
    for pattern, stage in (
        (r"ปฐมวัย|อนุบาล|kindergarten|pre-?school", "infants"),
        (r"ประถม(?:ศึกษา)?(?:ตอน(?:ต้น|ปลาย))?|primary(?: school)?|elementary(?: school)?", "primary"),
        (r"มัธยม(?:ศึกษา)?\s?(?:ตอน)?ต้น|ม\.\s?ต้น|(?:lower|junior)[ -](?:secondary|high)(?: school)?", "lower"),
        (r"มัธยม(?:ศึกษา)?\s?(?:ตอน)?ปลาย|ม\.\s?ปลาย|(?:upper|senior)[ -](?:secondary|high)(?: school)?|ปวช\.?", "upper"),
        (r"อุดมศึกษา|ปริญญาตรี|นิสิตนักศึกษา|นักศึกษา|ปวส\.?|university|undergraduates?|tertiary", "tertiary"),
        (r"ประชาชน(?:ทั่วไป)?|บุคคลทั่วไป|ทั่วไป|general public|\bopen\b|adults?", "open"),
        (r"รุ่นเล็ก|\bjunior\b|\bcadet\b", "small"),
        (r"รุ่นกลาง|\bintermediate\b", "middle"),
        (r"รุ่นใหญ่|\bsenior\b", "great"),
    )
)
_SEXES = (
    (re.compile(r"หญิง|\bgirls?['’]?s?\b|\bwom[ae]n['’]?s?\b|\bfemale\b"), "f"),
    (re.compile(r"ชาย|\bboys?['’]?s?\b|\bm[ae]n['’]?s?\b|\bmale\b"), "m"),
)
_WORDS = re.compile(r"ระดับ|ชั้น|รุ่น|ช่วง|ประเภท|อายุ|division|category|class|นักเรียน|ทีม|ไม่เกิน|ปี|[\s()\-,/:]")
# ages and grades at which a stage of school begins and ends
_AGES = {"infants": (0, 7), "primary": (6, 13), "lower": (12, 16), "upper": (14, 19), "tertiary": (17, 25)}
_RELATIVE = {"small": (0, 15), "middle": (11, 18), "great": (14, 99)}
_YOUNGEST = 6  # years of a child in the first grade


@dataclass(frozen=True, slots=True)
class Class:
    """What a category tells of age, stage, grade and sex, and what else it tells (`rest`, without spaces)."""

    age: int | None
    grade: int | None
    stage: str | None
    sex: str | None
    rest: str

    @property
    def told(self) -> bool:
        """Whether it tells any of them."""
        return (self.age, self.grade, self.stage, self.sex) != (None, None, None, None)


@lru_cache(maxsize=65536)
def class_of(category: str) -> Class:
    """The class that a folded category tells.

    >>> class_of("ฟุตซอลหญิง รุ่น u16").age, class_of("ฟุตซอลหญิง รุ่น u16").rest
    (16, 'ฟุตซอล')
    """
    rest = category
    age = _AGE.search(rest)
    rest = _AGE.sub(" ", rest)
    grade = _GRADE.search(rest)
    rest = _GRADE.sub(" ", rest)
    stage = None
    for pattern, name in _STAGES:
        if pattern.search(rest):
            stage = stage or name
            rest = pattern.sub(" ", rest)
    sexes = {name for pattern, name in _SEXES if pattern.search(rest)}
    for pattern, _ in _SEXES:
        rest = pattern.sub(" ", rest)
    years = next((int(told) for told in age.groups() if told), None) if age else None
    return Class(years, _grade(grade), stage, next(iter(sexes)) if len(sexes) == 1 else None, _WORDS.sub("", rest))


def _grade(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    if match["secondary"]:
        return int(match["secondary"]) + 6
    return int(match["primary"] or match["grade"])


def _span(told: Class) -> tuple[int, int] | None:
    if told.age is not None:
        return told.age - 4, told.age
    if told.grade is not None:
        return told.grade + _YOUNGEST - 1, told.grade + _YOUNGEST + 1
    return (_AGES | _RELATIVE).get(told.stage or "")


def classes_agree(left: str, right: str) -> bool | None:
    """Whether two folded categories tell one class: True or False, or None where they do not both tell one, or may.

    >>> classes_agree("หญิง อายุไม่เกิน 16 ปี", "ฟุตซอลหญิง รุ่น u16"), classes_agree("อายุไม่เกิน 12 ปี", "ม.ปลาย")
    (True, False)
    """
    one, other = class_of(left), class_of(right)
    if one.sex and other.sex and one.sex != other.sex:
        return False
    for field in ("age", "grade", "stage"):
        here, there = getattr(one, field), getattr(other, field)
        if here is not None and there is not None:
            return bool(here == there)
    spans = _span(one), _span(other)
    if spans[0] is not None and spans[1] is not None and not (spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1]):
        return False
    return True if one.sex and one.sex == other.sex and spans == (None, None) else None
