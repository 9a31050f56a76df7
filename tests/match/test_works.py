"""The case table of works' titles, and what the matcher promises of any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.lexicon import load
from extractor.match.awards import find_awards, find_vocabulary
from extractor.match.labels import find_labels
from extractor.match.works import find_works
from extractor.normalise import normalise
from extractor.structure import find_structure
from tests.conftest import Case, assert_case, label, read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "works.txt")
LEXICON = load()


def works(text: str) -> list[str]:
    clean, _ = normalise(text)
    hits = find_vocabulary(clean, LEXICON)
    after = {part.until for part in find_labels(clean, LEXICON, hits, find_awards(clean, hits))}
    return [clean[work.start : work.end] for work in find_works(clean, find_structure(clean), after)]


def test_table_is_large_enough() -> None:
    assert len(CASES) >= 30


@pytest.mark.parametrize("case", CASES, ids=label)
def test_case(case: Case) -> None:
    assert_case(case, [title.replace("\n", "\\n") for title in works(case.text)])


def test_a_bare_word_after_a_label_begins_a_title() -> None:
    assert works("ระดับดี ผลงานน้ำใสใจกลางทุ่ง โดย เทศบาลตำบลนาดี") == ["น้ำใสใจกลางทุ่ง"]


PIECES = [
    "ผลงาน", "จากผลงาน", "โครงการ", "เรื่อง", "ภาพยนตร์เรื่อง", "เพลง", "“", "”", '"', "น้ำใสใจกลางทุ่ง", "โดย", "กรมประมง", " ", "\n",
    "ระดับดี", "The Last Paddy", ":", "ได้รับ", "คือ ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_titles_are_in_order_and_apart(text: str) -> None:
    clean, _ = normalise(text)
    found = find_works(clean, find_structure(clean))
    for work in found:
        assert 0 <= work.start < work.end <= len(clean)
        assert clean[work.start : work.end] == clean[work.start : work.end].strip()
    assert all(one.end <= other.start for one, other in pairwise(found))
