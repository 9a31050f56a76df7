"""Those who won without a name."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.assemble.unnamed import group_before_end

# the same as one pattern, which tries all ways: slow on long texts, and plain
_IN_ONE = re.compile(
    r"(?:นัก(?:เรียน|ศึกษา)[ก-๎]{0,12}|เด็ก|โรงเรียน|ผู้(?!อำนวย|ว่า|บริหาร|จัดการ|ช่วย|นำ)[ก-๎]{0,16}|ครู|สถาน(?:ศึกษา|ที่)|คน(?:ไทย)?)"
    r"(?:ไทย|ดีเด่น|ต้นแบบ|ต่าง[ ]?ๆ|ทุก[ก-๎]{0,8}|ทั้ง[ก-๎ \d]{0,20}|เหล่านี้|นั้น|จำนวน[ก-๎ \d]{0,14}|\d++[ก-๎ ]{0,12}|[ ]){0,8}"
    r"(?:ที่|ซึ่ง|ให้|ผู้|และ|จน|สามารถ|ยัง|ก็|จึง|เข้า|ร่วม|ได้|[ ])*$"
)
_WORDS = [
    "นักเรียน",
    "ผู้",
    "ผู้ว่า",
    "คน",
    "ไทย",
    "ครู",
    "สถานที่",
    "ดีเด่น",
    "ต่าง ๆ",
    "ต่างๆ",
    "ทุก",
    "ทั้ง",
    "จำนวน",
    "12",
    "๓",
    "ที่",
    "ได้",
    "ก",
    "ขา",
    " ",
    ",",
    "“",
]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("จัดโดยโรงเรียนที่", "โรงเรียน"),
        ("ยินดีกับนักเรียนทั้ง 3 คนที่", "นักเรียน"),
        ("ขอชื่นชมเด็กไทยซึ่งได้", "เด็ก"),
        ("ผู้ว่าราชการ", None),
        ("ครู “ก” ที่", None),
    ],
)
def test_where_they_begin(text, begins):
    assert group_before_end(text) == (None if begins is None else text.index(begins))


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map("".join))
def test_it_is_as_one_pattern_would_tell(text):
    found = _IN_ONE.search(text)
    assert group_before_end(text) == (None if found is None else found.start())
