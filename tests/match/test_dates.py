"""The case table of dates, and what the cases cannot show: offsets, rules, years resolved from the article itself."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from extractor.match.date_mentions import parse_year
from extractor.match.dates import find_dates
from extractor.normalise import normalise

CASES = Path(__file__).parent / "cases" / "dates.txt"
LINES = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
MATCHES = [tuple(line.split(" => ", 1)) for line in LINES if not line.startswith("!")]
MISSES = [line[1:].strip() for line in LINES if line.startswith("!")]
PUBLISHED = (2022, 9, 15)


def values(text: str, *, published: tuple[int, int, int] | None = None) -> list[str | int | None]:
    return [span.value for span in find_dates(normalise(text)[0], published=published)]


def test_table_is_large_enough() -> None:
    assert len(MATCHES) + len(MISSES) >= 80


@pytest.mark.parametrize(("text", "expected"), MATCHES)
def test_date_is_read(text: str, expected: str) -> None:
    assert [value or "-" for value in values(text, published=PUBLISHED)] == expected.split(" | ")


@pytest.mark.parametrize("text", MISSES)
def test_near_miss_is_left_alone(text: str) -> None:
    assert values(text, published=PUBLISHED) == []


@pytest.mark.parametrize(("text", "_"), MATCHES)
def test_spans_are_in_order_and_apart(text: str, _: str) -> None:
    spans = find_dates(normalise(text)[0], published=PUBLISHED)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    ("text", "found", "rule"),
    [
        ("เมื่อวันที่ 12 ก.ย. 65 ปลูกบัว", "12 ก.ย. 65", "date.full"),
        ("งานผ้า 31 พฤษภาคม - 2 มิถุนายน 2566 ที่วัด", "31 พฤษภาคม - 2 มิถุนายน 2566", "date.span"),
        ("ในเดือนสิงหาคม 2565 นี้", "สิงหาคม 2565", "date.month"),
        ("วันที่ 31 กันยายน 2565", "31 กันยายน 2565", "date.impossible"),
        ("ธันวาคม 22, 2564", "ธันวาคม 22, 2564", "date.month_first"),
        ("วันที่ 3 กันยายน", "3 กันยายน", "date.yearless"),
        ("07/10/2567", "07/10/2567", "date.numeric"),
    ],
)
def test_span_and_rule(text: str, found: str, rule: str) -> None:
    (span,) = find_dates(text, published=PUBLISHED)
    assert (text[span.start : span.end], span.rule) == (found, rule)


def test_year_comes_from_the_first_full_date_without_a_publication_date() -> None:
    assert values("วันที่ 4 มกราคม 2566 เล่าว่า วันที่ 28 ธันวาคมที่ผ่านมา") == ["2023-01-04", "2022-12-28"]


def test_year_comes_from_the_article_where_no_date_is_full() -> None:
    assert values("รางวัลประจำปี 2566 ประกาศวันที่ 29 สิงหาคมที่ผ่านมา") == ["2023-08-29"]


def test_day_is_left_out_where_nothing_tells_its_year() -> None:
    assert values("พบกันวันที่ 29 สิงหาคม") == []


def test_thai_digits_are_read() -> None:
    assert values("วันที่ ๑๓ มกราคม ๒๕๖๗") == ["2024-01-13"]


@pytest.mark.parametrize(
    ("text", "year"), [("2565", 2022), ("2022", 2022), ("65", 2022), ("2112", 2112), ("2325", 1782), ("900", None), ("สอง", None)]
)
def test_parse_year(text: str, year: int | None) -> None:
    assert parse_year(text) == year
    assert parse_year("22", christian=True) == 2022
