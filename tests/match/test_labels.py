"""The case tables of years, editions, branches, categories and levels, and what the matcher promises of any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.lexicon import load
from extractor.match.awards import find_awards, find_vocabulary
from extractor.match.labels import find_labels, join_labels
from extractor.normalise import normalise
from tests.conftest import Case, assert_case, label, read_cases

if TYPE_CHECKING:
    from extractor.match.label import Label

CASES = Path(__file__).parent / "cases"
YEARS, EDITIONS, BRANCHES, CATEGORIES, LEVELS = (
    read_cases(CASES / f"{name}.txt") for name in ("years", "editions", "branches", "categories", "levels")
)
LEXICON = load()


def labels(text: str) -> tuple[str, list[Label]]:
    clean, _ = normalise(text)
    hits = find_vocabulary(clean, LEXICON)
    return clean, find_labels(clean, LEXICON, hits, find_awards(clean, hits))


def of_kind(kind: str, text: str) -> list[str]:
    clean, found = labels(text)
    return [clean[part.start : part.end] for part in found if part.kind == kind]


def values(kind: str, text: str) -> list[str]:
    return [str(part.value) for part in labels(text)[1] if part.kind == kind]


def test_tables_are_large_enough() -> None:
    assert min(map(len, (YEARS, LEVELS, CATEGORIES))) >= 30


@pytest.mark.parametrize("case", YEARS, ids=label)
def test_years(case: Case) -> None:
    assert_case(case, values("year", case.text.replace("\\xa0", "\xa0")))


@pytest.mark.parametrize("case", EDITIONS, ids=label)
def test_editions(case: Case) -> None:
    assert_case(case, values("edition", case.text))


@pytest.mark.parametrize("case", BRANCHES, ids=label)
def test_branches(case: Case) -> None:
    assert_case(case, of_kind("branch", case.text))


@pytest.mark.parametrize("case", CATEGORIES, ids=label)
def test_categories(case: Case) -> None:
    assert_case(case, of_kind("category", case.text))


@pytest.mark.parametrize("case", LEVELS, ids=label)
def test_levels(case: Case) -> None:
    assert_case(case, of_kind("level", case.text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ระดับดีเด่น", "di-den"),
        ("ระดับดี", "di"),
        ("รางวัลชนะเลิศ", "chana-loet"),
        ("รองชนะเลิศอันดับ 1", "rong-chana-loet-1"),
        ("รองชนะเลิศ อันดับ 1", "rong-chana-loet-1"),
        ("รองชนะเลิศอันดับที่ 1", "rong-chana-loet-1"),
        ("รองชนะเลิศอันดับ ๑", "rong-chana-loet-1"),
        ("รองชนะเลิศลำดับที่ 1", "rong-chana-loet-1"),
        ("รองชนะเลิศอันดับหนึ่ง", "rong-chana-loet-1"),
        ("รางวัลชมเชย ได้แก่", "chomchoei"),
        ("คว้าเหรียญทอง จาก", "rian-thong"),
        ("ระดับก้าวหน้า (Advance)", "pmqa-advance"),
    ],
)
def test_level_code(text: str, code: str) -> None:
    assert values("level", text) == [code]


def test_a_second_name_in_brackets_is_the_same_award() -> None:
    clean, _ = normalise("รางวัลอุตสาหกรรมท่องเที่ยวไทย (Thailand Tourism Awards) ประจำปี 2566")
    hits = find_vocabulary(clean, LEXICON)
    found = find_awards(clean, hits)
    joined = join_labels(clean, found, find_labels(clean, LEXICON, hits, found), [])
    assert [(part.kind, clean[part.start : part.end]) for part in joined] == [
        ("award", "รางวัลอุตสาหกรรมท่องเที่ยวไทย"),
        ("year", "2566"),
    ]


def test_outer_takes_the_word_before_in() -> None:
    clean, [part] = labels("ใน สาขาบริการภาครัฐ")
    assert (clean[part.outer : part.until], clean[part.start : part.end]) == ("สาขาบริการภาครัฐ", "บริการภาครัฐ")


PIECES = [
    "ระดับ", "ดี", "ดีเด่น", "ประเภท", "สาขา", "บริการภาครัฐ", "พัฒนาการบริการ", "รางวัล", "ชนะเลิศ", "รอง", "อันดับ 1", "ประจำปี 2565",
    " ปี 65 ", "ครั้งที่ 3", "เหรียญทอง", "“", "”", "(", ")", "\n", " ", "ด้าน", "หมวด 3", "เยาวชน", "Gold", "และ", "รางวัลเลิศรัฐ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_labels_are_in_order_within_the_text(text: str) -> None:
    clean, found = labels(text)
    for part in found:
        assert 0 <= part.outer <= part.start < part.end <= part.until <= len(clean)
        assert clean[part.start : part.end] == clean[part.start : part.end].strip()
        assert "\n" not in clean[part.start : part.end]
    assert [part.outer for part in found] == sorted(part.outer for part in found)
    parts = [part for part in found if part.kind not in {"year", "edition"}]
    assert all(one.end <= other.start for one, other in pairwise(parts))
