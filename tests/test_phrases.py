"""Every occurrence of fixed strings, whatever else stands in the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.phrases import Phrases

LETTERS = "กขab😀🔸?\0\u0e01\u010e"


@given(
    phrases=st.lists(st.text(LETTERS, min_size=1, max_size=3), min_size=1, unique=True),
    text=st.text(LETTERS, max_size=12),
    few=st.booleans(),
)
def test_every_occurrence_is_found(phrases: list[str], text: str, *, few: bool) -> None:
    expected = [
        (number, start, start + len(phrase))
        for number, phrase in enumerate(phrases)
        for start in range(len(text))
        if text.startswith(phrase, start)
    ]
    assert sorted(Phrases(phrases, few=few).find(text)) == expected


def test_many_nuls_are_no_phrase():
    phrases = Phrases(["🏆 ชนะเลิศ", "ที่ ?", "ชนะเลิศ"], few=True)
    assert phrases.find("\0" * 60 + "ที่ 1") == []
    assert sorted(phrases.find("\0" * 60 + "🏆 ชนะเลิศ ที่ ?")) == [(0, 60, 69), (1, 70, 75), (2, 62, 69)]


def test_an_occurrence_over_the_end_of_a_part_is_found_once():
    """A long text is gone through in parts of 65,536 UTF-16 units."""
    text = "ก" * 65_534 + "😀กรมประมง " + "ก" * 200_000 + "กรมประมง"
    assert Phrases(["กรมประมง", "ประมง", "😀กรม"], few=False).find(text) == [
        (2, 65_534, 65_538),
        (0, 65_535, 65_543),
        (1, 65_538, 65_543),
        (0, 265_544, 265_552),
        (1, 265_547, 265_552),
    ]
