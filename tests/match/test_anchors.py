"""Patterns that are tried only where fixed words stand find what the engine's own search finds."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extractor.assemble
import extractor.match
from extractor import lexicon
from extractor.anchors import Anchored, Ending, Words
from extractor.normalise import normalise
from extractor.read import read_articles
from tests.conftest import CORPUS

MODULES = [
    importlib.import_module(f"{package.__name__}.{module.name}")
    for package in (extractor.match, extractor.assemble)
    for module in pkgutil.iter_modules(package.__path__)
]


def made_of(kind):
    return {
        f"{module.__name__}.{name}": value for module in MODULES for name, value in vars(module).items() if type(value) is kind
    }


ANCHORED, ENDING = made_of(Anchored), made_of(Ending)
TEXTS = [normalise(article.text)[0] for article in read_articles([str(CORPUS)], on_error=print)]


@pytest.mark.parametrize("name", ANCHORED)
def test_an_anchored_pattern_misses_nothing(name: str) -> None:
    anchored = ANCHORED[name]
    for text in TEXTS:
        assert [match.span() for match in anchored.finditer(text)] == [match.span() for match in anchored.pattern.finditer(text)]


@pytest.mark.parametrize("name", ENDING)
def test_a_pattern_that_ends_the_text_misses_nothing(name: str) -> None:
    ending, found = ENDING[name], 0
    for text in [*TEXTS, "ชุมชนได้รับเงินรางวัลจากกรมการข้าว", "• รางวัลชนะเลิศป่าชายเลน – บ้านนาดี"]:
        for end in range(0, len(text), 5 if len(text) > 99 else 1):
            match = ending.pattern.search(text, max(0, end - 60), end)
            assert (ending.search(text, max(0, end - 60), end) is None) == (match is None), text[max(0, end - 60) : end]
            found += match is not None
    assert found


@given(st.text("กขค “\n", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_the_end_of_a_stretch(text: str, start: int, end: int) -> None:
    ending = Ending(re.compile("(?:ข?ก|ค“)[ ]*$"), "ก|“")
    expected = ending.pattern.search(text, start, end)
    found = ending.search(text, start, end)
    assert (found and found.span()) == (expected and expected.span())


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


LONG = "กรมประมงได้รับรางวัลจากงานในเมืองที่ห่างไกล " * 6


@pytest.mark.parametrize("city", ["Izmir", "İzmir"])
def test_words_with_capitals_are_found_in_the_pass_for_names(city: str) -> None:
    """Also where a text is not folded, for it holds a capital that is two characters in lower case."""
    text = f"{LONG}{city} Grand Award grand GRAND"
    once, twice = Words("Grand"), Words("grand|GRAND")
    lexicon.load().finder("awards").find(text)
    assert once.find(text) == [text.index("Grand")]
    assert twice.find(text) == [text.index("grand"), text.index("GRAND")]
