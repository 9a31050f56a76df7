"""The case table of teams."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.match.teams import find_teams

CASES = Path(__file__).parent / "cases" / "teams.txt"
LINES = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
MATCHES = [tuple(line.split(" => ", 1)) for line in LINES if not line.startswith("!")]
MISSES = [line[1:].strip() for line in LINES if line.startswith("!")]


def teams(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_teams(text)]


@pytest.mark.parametrize(("text", "expected"), MATCHES)
def test_team_is_read(text: str, expected: str) -> None:
    assert teams(text) == expected.split(" | ")


@pytest.mark.parametrize("text", MISSES)
def test_near_miss_is_left_alone(text: str) -> None:
    assert teams(text) == []


def test_team_has_a_rule() -> None:
    assert {span.rule for span in find_teams("ได้แก่ ทีมรวงทอง")} == {"place.team"}
