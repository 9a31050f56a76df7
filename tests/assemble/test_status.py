"""What an article says of an award, clause by clause, judged through the whole pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor import extract
from extractor.assemble.events import sense
from extractor.lexicon import load
from extractor.normalise import normalise
from tests.conftest import Case, label, read_cases

if TYPE_CHECKING:
    from extractor.models import Record

CASES = read_cases(Path(__file__).parent / "cases" / "status.txt")
CONFERRED = {"conferred", "announced", "past"}
UNCONFERRED = {"nominated", "described", "drawn_by_lot"}
NO_AWARD = {"certificate", "decoration", "thanks"}
LEXICON = load()


def entered(record: Record, case: Case) -> bool:
    """Whether the award that the clause names stands among the unconferred, with the clause's status."""
    status, award = case.values
    named = [entry.award.text for entry in record.unconferred if entry.status == status]
    return any(name in award or award in name for name in named)


def test_table_is_large_enough() -> None:
    assert len(CASES) >= 150
    for status in CONFERRED | UNCONFERRED:
        assert sum(case.values[0] == status for case in CASES) >= 18, status
    for status in NO_AWARD:
        assert sum(case.values[0] == status for case in CASES) >= 6, status
    assert sum(case.values[0] == "none" for case in CASES) >= 30
    assert {case.values[0] for case in CASES} == CONFERRED | UNCONFERRED | NO_AWARD | {"none"}
    assert sum(case.mark is not None for case in CASES) <= 10
    assert len({case.text for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", [case for case in CASES if case.values[0] in CONFERRED], ids=label)
def test_conferred(case: Case) -> None:
    record = extract(case.text, lexicon=LEXICON)
    right = {award.status for award in record.awards} == {case.values[0]}
    if case.known_miss:
        assert not right, f"told rightly now: take the mark off line {case.line}"
        return
    assert right, f"{case.text}: {[award.status for award in record.awards]}"


@pytest.mark.parametrize("case", [case for case in CASES if case.values[0] not in CONFERRED], ids=label)
def test_unconferred_is_kept_apart(case: Case) -> None:
    record = extract(case.text, lexicon=LEXICON)
    if case.known_miss:
        assert record.awards, f"kept clean now: take the mark off line {case.line}"
        return
    assert [award.model_dump(exclude_none=True) for award in record.awards] == [], case.text


@pytest.mark.parametrize("case", [case for case in CASES if len(case.values) == 2 and not case.known_miss], ids=label)
def test_unconferred_is_told(case: Case) -> None:
    record = extract(case.text, lexicon=LEXICON)
    if "entry" in (case.mark or ""):
        assert not entered(record, case), f"told rightly now: take the mark off line {case.line}"
        return
    assert entered(record, case), f"{case.text}: {[(entry.status, entry.award.text) for entry in record.unconferred]}"


@pytest.mark.parametrize("case", [case for case in CASES if case.values[0] in NO_AWARD], ids=label)
def test_the_cue_tells_why(case: Case) -> None:
    text, _ = normalise(case.text)
    assert case.values[0] in {sense(hit) for hit in LEXICON.finder("cues").find(text)}


@pytest.mark.parametrize("case", [case for case in CASES if not case.known_miss], ids=label)
def test_status_does_not_hang_on_what_stands_on_the_line_above(case: Case) -> None:
    above = "นายเรืองชัย สุขใจ กล่าวว่า วันนี้อากาศดี เหมาะแก่การเดินเล่นริมน้ำกับครอบครัวและเพื่อนบ้านทุกคน\n"
    alone, after = extract(case.text, lexicon=LEXICON), extract(above + case.text, lexicon=LEXICON)
    same = {award.status for award in after.awards} == {award.status for award in alone.awards}
    assert same != ("above" in (case.mark or "")), f"line {case.line}: {case.text}"
