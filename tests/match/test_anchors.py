"""Patterns that are tried only where fixed words stand find what the engine's own search finds."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extractor.match
from extractor.match.anchors import Anchored, Words
from extractor.normalise import normalise
from extractor.read import read_articles
from tests.conftest import CORPUS

MODULES = [importlib.import_module(f"extractor.match.{module.name}") for module in pkgutil.iter_modules(extractor.match.__path__)]
ANCHORED = {
    f"{module.__name__}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, Anchored)
}
TEXTS = [normalise(article.text)[0] for article in read_articles([str(CORPUS)], on_error=print)]


@pytest.mark.parametrize("name", ANCHORED)
def test_an_anchored_pattern_misses_nothing(name: str) -> None:
    anchored = ANCHORED[name]
    for text in TEXTS:
        assert [match.span() for match in anchored.finditer(text)] == [match.span() for match in anchored.pattern.finditer(text)]


@given(st.text("กขค ", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_within_bounds(text: str, start: int, end: int) -> None:
    anchored = Anchored(re.compile("กข+|ขค?"), "กข|ข")
    expected = [match.span() for match in anchored.pattern.finditer(text, start, end)]
    assert [match.span() for match in anchored.finditer(text, start, end)] == expected
    assert (found := anchored.search(text, start, end)) is None or found.span() == expected[0]


def test_words_made_later_are_found_too() -> None:
    text = "ห้องประชุม 🎉 หอประชุม"
    assert Words("ห้อง|หอ").find(text) == [0, 13]
    assert Words("หอ|ประชุม").find(text) == [4, 13, 15]
    assert Words("ไม่มี").find(text) == ()
