"""The case table of venues, and the places that an award may honour."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.lexicon import load
from extractor.match.places import find_places, find_venue

CASES = Path(__file__).parent / "cases" / "venues.txt"
LINES = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
MATCHES = [tuple(line.split(" => ", 1)) for line in LINES if not line.startswith("!")]
MISSES = [line[1:].strip() for line in LINES if line.startswith("!")]


def venue(text: str) -> str | None:
    span = find_venue(text, 0, len(text))
    return None if span is None else text[span.start : span.end]


def test_table_is_large_enough() -> None:
    assert len(MATCHES) >= 40
    assert len(MISSES) >= 10


@pytest.mark.parametrize(("text", "expected"), MATCHES)
def test_venue_is_read(text: str, expected: str) -> None:
    assert venue(text) == expected


@pytest.mark.parametrize("text", MISSES)
def test_near_miss_is_left_alone(text: str) -> None:
    assert venue(text) is None


def test_venue_has_a_rule() -> None:
    text = "พิธีมอบโล่ ณ หอประชุมอำเภอ"
    span = find_venue(text, 0, len(text))
    assert span is not None
    assert span.rule == "place.venue"


def test_venue_must_begin_within_the_bounds() -> None:
    text = "งานแรก ณ หอประชุมอำเภอ\nงานที่สอง ณ ลานวัดป่าบัว"
    span = find_venue(text, text.index("\n"), len(text))
    assert span is not None
    assert text[span.start : span.end] == "ลานวัดป่าบัว"


def test_venue_ends_with_its_line() -> None:
    assert venue("ณ ห้องบัวแดง\nอาคารรวงข้าว") == "ห้องบัวแดง"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("อำเภอเวียงสา จังหวัดน่าน", [("อำเภอเวียงสา", "จังหวัดน่าน")]),
        ("ชุมชนบ้านไร่ ได้รับรางวัล", [("ชุมชนบ้านไร่", None)]),
        ("จ.แพร่ ได้ที่หนึ่ง", [("จ.แพร่", None)]),
        ("ตำบลนาบัว หมู่ที่ 4 จังหวัดเลย", [("ตำบลนาบัว", "จังหวัดเลย")]),
        ("ทีม “เมล็ดข้าว” ชนะ", [("เมล็ดข้าว", None)]),
        ("จังหวัดต่าง ๆ ทั่วประเทศ", []),
        ("ชุมชนท้องถิ่น เข้มแข็ง", []),
        ("ชุมชนอย่างมหาศาล ต่อปี", []),
        ("ชุมชนกว่า 6 ล้านบาท", []),
        ("ชุมชนโดยรอบ โรงงาน", []),
        ("ชุมชนเชิงสร้างสรรค์ แห่งใหม่", []),
        ("หมู่บ้านจัดสรร ทั่วประเทศ", []),
        ("สนามบินยอดเยี่ยม ปีนี้", []),
        ("ชุมชนเชิงสะพาน จังหวัดเลย", [("ชุมชนเชิงสะพาน", "จังหวัดเลย")]),
        ("ชุมชนตามุย จังหวัดเลย", [("ชุมชนตามุย", "จังหวัดเลย")]),
        ("ทีมงาน ของเรา", []),
        ("บ้านพัก คนชรา", []),
    ],
)
def test_places(text: str, expected: list[tuple[str, str | None]]) -> None:
    places = find_places(text, load())
    found = [(text[p.name.start : p.name.end], p.province and text[p.province.start : p.province.end]) for p in places]
    assert found == expected
