"""The case tables of people and positions, and what links the mentions of one person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor import lexicon
from extractor.document import Span
from extractor.match.people import find_people
from extractor.normalise import normalise

if TYPE_CHECKING:
    from extractor.document import PersonFound

LEXICON = lexicon.load()


def lines(name: str) -> list[str]:
    path = Path(__file__).parent / "cases" / name
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]


PEOPLE = [tuple(line.split(" => ", 1)) for line in lines("people.txt") if not line.startswith("!")]
NOBODY = [line[1:].strip() for line in lines("people.txt") if line.startswith("!")]
POSITIONS = [tuple(line.split(" => ", 1)) for line in lines("positions.txt")]


def find(text: str) -> tuple[str, list[PersonFound]]:
    clean = normalise(text.replace("\\n", "\n"))[0]
    return clean, find_people(clean, LEXICON)


def of(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def test_tables_are_large_enough() -> None:
    assert len(PEOPLE) + len(NOBODY) >= 60
    assert len(POSITIONS) >= 40


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people_are_found(text: str, expected: str) -> None:
    clean, people = find(text)
    found = [f"{of(clean, one.honorific) or ''} / {of(clean, one.name)}".strip() for one in people]
    assert found == expected.replace("\\n", "\n").split(" | ")


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_invented(text: str) -> None:
    clean, people = find(text)
    assert [of(clean, one.name) for one in people] == []


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_position_is_read(text: str, expected: str) -> None:
    clean, people = find(text)
    assert (of(clean, people[0].position) or "-") == expected


def test_later_mentions_belong_to_the_full_name() -> None:
    clean, (person,) = find("“สมใจ ปลูกบัว” คว้าโล่\nนายสมใจ ปลูกบัว ปลัดอำเภอ ขอบคุณ\nนายสมใจ กล่าวว่า ข้าวดี")
    assert [of(clean, mention) for mention in person.mentions] == ["สมใจ ปลูกบัว", "สมใจ"]
    assert of(clean, person.position) == "ปลัดอำเภอ"


def test_position_is_the_fullest_one() -> None:
    clean, (person,) = find("นายสมใจ ปลูกบัว รองปลัดกระทรวง เปิดงาน\nนายสมใจ ปลูกบัว รองปลัดกระทรวงแรงงาน กล่าวว่า")
    assert of(clean, person.position) == "รองปลัดกระทรวงแรงงาน"


def test_organisation_tells_where_a_body_ends() -> None:
    text = "นายสมใจ ปลูกบัว ประธานมูลนิธิข้าวหอม นาบัว เปิดงาน"
    body = Span(text.index("มูลนิธิ"), text.index(" เปิดงาน"), "test")
    (person,) = find_people(text, LEXICON, organisations=[body])
    assert of(text, person.position) == "ประธานมูลนิธิข้าวหอม นาบัว"


def test_nothing_found_is_empty() -> None:
    assert find_people("", LEXICON) == []


@pytest.mark.parametrize("kind", ["honorifics", "positions", "provinces", "months"])
def test_every_row_is_found_in_its_own_example(kind: str) -> None:
    finder = LEXICON.finder(kind)
    missed = [row.id for row in LEXICON.of(kind) if row not in [hit.row for hit in finder.find(normalise(row.example)[0])]]
    assert missed == []
