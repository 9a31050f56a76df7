"""Every line of cases/organisations.txt, and what the matcher promises of any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.gazetteer_rows import AgencyHead
from extractor.lexicon import load
from extractor.match.organisation_shapes import READERS
from extractor.match.organisations import find_organisations
from extractor.normalise import normalise

LEXICON = load()
LINES = (Path(__file__).parent / "cases" / "organisations.txt").read_text(encoding="utf-8").splitlines()
CASES = [line for line in LINES if line.strip() and not line.startswith("#")]
PIECES = [
    "กรม", "ประมง", "และ", "ได้", "กระทรวง", "มหาดไทย", "สำนักงาน", "จังหวัด", "น่าน", " ", "\n", "(", ")", "บริษัท", "จำกัด", "ฯ",
    "คณะกรรมการ", "ก.พ.ร.", "แห่งชาติ", "โรงเรียน", "บ้าน", "University", "Bank of", "ศูนย์", "ที่ 1", "หรือ", "จท.", "เกษตรกร", "มี",
]  # fmt: skip


def found(text: str) -> list[str]:
    clean, _ = normalise(text)
    return [clean[span.start : span.end] for span in find_organisations(clean, LEXICON)]


@pytest.mark.parametrize("case", CASES)
def test_case(case: str) -> None:
    if case.startswith("!"):
        assert found(case[1:].strip()) == []
        return
    text, _, wanted = case.partition("=>")
    assert found(text.strip()) == [body.strip() for body in wanted.split("|") if body.strip()]


def test_exact_gazetteer_forms_carry_their_id() -> None:
    [span] = find_organisations("รางวัลของกรมประมง", LEXICON)
    assert (span.rule, span.id) == ("organisation.gazetteer", LEXICON.finder("agencies").find("กรมประมง")[0].row.id)


def test_a_longer_form_carries_none() -> None:
    spans = find_organisations("การไฟฟ้าส่วนภูมิภาคจังหวัดน่าน", LEXICON)
    assert [span.id for span in spans] == [None]


def test_a_name_known_from_elsewhere_is_cut_back() -> None:
    text = "มูลนิธิเด็กดีศรีสยาม จัดงาน โดยมูลนิธิเด็กดีศรีสยามสนับสนุนทุน"
    assert found(text) == ["มูลนิธิเด็กดีศรีสยาม", "มูลนิธิเด็กดีศรีสยาม"]


def test_every_shape_has_a_reader() -> None:
    shapes = {row.shape for row in LEXICON.of("agency_heads") if isinstance(row, AgencyHead)}
    assert shapes <= {*READERS, "suffix", "foreign", "none"}


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_spans_are_in_order_and_apart(text: str) -> None:
    clean, _ = normalise(text)
    reached = 0
    for span in find_organisations(clean, LEXICON):
        assert reached <= span.start < span.end <= len(clean)
        assert clean[span.start : span.end].strip() == clean[span.start : span.end]
        reached = span.end
