"""The case table of award names, and what the matcher promises of any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.lexicon import load
from extractor.match.awards import find_awards, find_vocabulary
from extractor.normalise import normalise
from tests.conftest import Case, assert_case, label, read_cases

if TYPE_CHECKING:
    from extractor.match.label import Label

CASES = read_cases(Path(__file__).parent / "cases" / "awards.txt")
LEXICON = load()


def awards(text: str) -> tuple[str, list[Label]]:
    clean, _ = normalise(text)
    return clean, find_awards(clean, find_vocabulary(clean, LEXICON))


def test_table_is_large_enough() -> None:
    assert sum(bool(case.values) for case in CASES) >= 60
    assert sum(not case.values for case in CASES) >= 20


@pytest.mark.parametrize("case", CASES, ids=label)
def test_case(case: Case) -> None:
    clean, found = awards(case.text)
    assert_case(case, [clean[award.start : award.end] for award in found])


@pytest.mark.parametrize("case", [case for case in CASES if case.values and case.mark is None], ids=label)
def test_name_is_the_same_with_text_around_it(case: Case) -> None:
    clean, found = awards(f"เมื่อวานนี้ {case.text}\nต่อมาทุกคนเดินทางกลับ")
    assert [clean[award.start : award.end] for award in found] == list(case.values)


@pytest.mark.parametrize(
    ("text", "rule", "row"),
    [
        ("ได้รับรางวัลเลิศรัฐ", "award.gazetteer", "lert-rat"),
        ("ได้รับ Thailand Quality Award", "award.gazetteer", "tqa"),
        ("ได้รับรางวัลน้ำใจงาม", "award.named", None),
        ("ได้รับรางวัล “น้ำใจงาม”", "award.quoted", None),
        ("การประกวดคัดลายมือ", "award.contest", None),
        ("รับ Siam Kindness Awards", "award.latin", None),
        ("เป็น Village of the Year", "award.of_the_year", None),
    ],
)
def test_rule_and_row(text: str, rule: str, row: str | None) -> None:
    _, [award] = awards(text)
    assert (award.kind, award.rule, award.row.id if award.row else None) == ("award", rule, row)


PIECES = [
    "รางวัล", "เลิศรัฐ", "การประกวด", "การแข่งขัน", "โล่", "“", "”", '"', "ประจำปี 2565", " ", "\n", "น้ำใจงาม", "ชนะเลิศ", "Award",
    "Awards", " 2024", "of the Year", "Best ", "ศิลปินแห่งชาติ", "แก่", "นาย", "(", ")", "ระดับดี", "คือ", "จาก", "ประกาศเกียรติคุณ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_names_are_in_order_and_apart(text: str) -> None:
    clean, found = awards(text)
    for award in found:
        assert 0 <= award.outer <= award.start < award.end <= award.until <= len(clean)
        assert clean[award.start : award.end].strip() == clean[award.start : award.end]
        assert "\n" not in clean[award.start : award.end]
    assert all(one.end <= other.start for one, other in pairwise(found))
