"""PyThaiNLP's lists come out as PyThaiNLP itself gives them."""

from __future__ import annotations

import pytest
from pythainlp.corpus import get_corpus

from extractor.word_lists import entries


@pytest.mark.parametrize(
    "name", ["words_th.txt", "family_names_th.txt", "person_names_female_th.txt", "person_names_male_th.txt"]
)
def test_lists_are_those_of_pythainlp(name: str):
    assert entries(name) == get_corpus(name)
    assert len(entries(name)) > 1000
