"""The case tables of list items and quotations, and what the tree promises of any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise import normalise
from extractor.structure import Structure, find_structure
from tests.conftest import Case, assert_case, label, read_cases

CASES = Path(__file__).parent / "cases"
ITEMS = read_cases(CASES / "items.txt")
QUOTES = read_cases(CASES / "quotes.txt")


def structure(text: str) -> tuple[str, Structure]:
    clean, _ = normalise(text)
    return clean, find_structure(clean)


@pytest.mark.parametrize("case", ITEMS, ids=label)
def test_items(case: Case) -> None:
    _, found = structure(case.text)
    assert_case(case, [f"{item.number}@{item.depth}" for item in found.items])


@pytest.mark.parametrize("case", QUOTES, ids=label)
def test_quotes(case: Case) -> None:
    clean, found = structure(case.text)
    assert_case(case, [clean[start:end].replace("\n", "\\n") for start, end in found.quotes])


def words_of(text: str) -> list[str]:
    clean, found = structure(text)
    return [clean[item.body : item.end].strip() for item in found.items]


def test_inline_items_end_where_the_next_begins() -> None:
    assert words_of("ได้แก่ 1) กรม ก 2) กรม ข และ 3) กรม ค\nต่อมา") == ["กรม ก", "กรม ข และ", "กรม ค"]


def test_the_last_item_of_a_list_by_lines_ends_with_its_line() -> None:
    assert words_of("1. กรม ก\n2. กรม ข\nในโอกาสนี้ ทุกคนยินดี") == ["กรม ก", "กรม ข"]


def test_an_item_holds_its_children() -> None:
    clean, found = structure("1. กรม ก\n1.1 ผลงานหนึ่ง\n1.2 ผลงานสอง\n2. กรม ข")
    first = found.items[0]
    assert clean[first.body : first.end].split("\n")[:3] == [" กรม ก", "1.1 ผลงานหนึ่ง", "1.2 ผลงานสอง"]
    assert [found.items[child].number for child in first.children] == [1, 2]


def test_a_heading_between_two_lists_is_in_neither() -> None:
    clean, found = structure("ระดับดีเด่น\n1. กรม ก\n2. กรม ข\nระดับดี\n1. กรม ค\n2. กรม ง")
    assert found.item_at(clean.index("ระดับดี\n")) is None


def test_a_heading_between_two_bullet_lists_is_in_neither() -> None:
    clean, found = structure("ประเภทโรงเรียน\n- บ้านดอน\n- บ้านนา\nประเภทวัด\n- วัดดอน\n- วัดนา")
    assert found.item_at(clean.index("ประเภทวัด")) is None


def test_path_leads_from_the_outermost_item_inwards() -> None:
    clean, found = structure("1. สาขาแรก\n1.1 ประเภทหนึ่ง\n1) กรม ก\n2) กรม ข")
    assert [found.items[index].style for index in found.path_at(clean.index("กรม ข"))] == ["n.", "path2:1", "n)"]


def test_lines_leave_out_blank_ones() -> None:
    clean, found = structure("หนึ่ง\n\n  \nสอง")
    assert [clean[start:end] for start, end in found.lines] == ["หนึ่ง", "สอง"]
    assert found.line_at(clean.index("สอง")) == found.lines[1]


def test_quote_at_gives_the_outermost() -> None:
    clean, found = structure("เรื่อง “คนกล้า “ฝายมีชีวิต” ของแม่” จบ")
    assert found.quote_at(clean.index("ฝาย")) == (clean.index("“"), clean.rindex("”") + 1)
    assert found.quote_at(clean.index("จบ")) is None


def test_nothing_in_nothing() -> None:
    found = find_structure("")
    assert (found.lines, found.items, found.quotes, found.item_at(0), found.quote_at(0), found.line_at(0)) == (
        [], [], [], None, None, (0, 0),
    )  # fmt: skip


PIECES = [
    "1. ", "2. ", "3. ", "1) ", "2) ", "3) ", "(1) ", "(2) ", "1.1 ", "1.2 ", "2.1 ", "1.1) ", "- ", "✅ ", "๑. ", "๒. ",
    "\n", "\n\n", "กรม ก ", "ได้แก่ ", "“", "”", '"', "ระดับดี ", "10.00 น. ", "1️⃣",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_items_make_a_tree(text: str) -> None:
    clean, found = structure(text)
    for index, item in enumerate(found.items):
        assert 0 <= item.start < item.body <= item.end <= len(clean)
        assert index == 0 or found.items[index - 1].start < item.start
        assert (item.depth == 1) == (item.parent is None)
        if item.parent is not None:
            above = found.items[item.parent]
            assert above.body <= item.start
            assert item.end <= above.end
            assert above.depth == item.depth - 1
            assert index in above.children
        at = found.item_at(item.start)
        assert at == index
    siblings: dict[int | None, int] = {}
    for item in found.items:
        assert siblings.get(item.parent, 0) <= item.start
        siblings[item.parent] = item.end


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_quotes_are_in_order_and_apart(text: str) -> None:
    clean, found = structure(text)
    assert all(0 <= start < end <= len(clean) for start, end in found.quotes)
    assert all(one[1] <= other[0] for one, other in pairwise(found.quotes))
