"""Patterns that look at the first character first find what the engine's own do."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import patterns
from extractor.patterns import sought

PATTERNS = (
    ("[ ]?(?:ก|ข)ค", 0),
    ("(?<!ก)(?:ข|[ ]*\\()+", 0),
    ("(?=ก)[ก-ค]{2}|-", 0),
    ("^ก|\\d$", re.MULTILINE),
    ("(?i:a)b?|[]^]", 0),
    ("k+", re.IGNORECASE),
    (" [ #]? ก  # with a comment", re.VERBOSE),
    ("(?>ก|ข)+?|(?P<of>-)", 0),
    ("[ ]?(?:ก|[ ]{2}ข)?[ -]ค", 0),
    ("[ ]{2,}|[ ]ก", 0),
)
# what may begin with anything, or be empty, is left as it is
AS_THEY_ARE = ("[^ก]ข", ".ก", "(?:ก|)ข?", "(ก)?(?(1)ข|ค)", "ก*")


@pytest.mark.parametrize(("pattern", "flags"), [*PATTERNS, *((pattern, 0) for pattern in AS_THEY_ARE)])
@given(st.text("กขคaABkK\u212a -]^#(1๑\n", max_size=12))
def test_nothing_is_missed(pattern: str, flags: int, text: str) -> None:
    plain = re.compile(pattern, flags)
    assert [(found.span(), found.groups()) for found in sought(pattern, flags).finditer(text)] == [
        (found.span(), found.groups()) for found in plain.finditer(text)
    ]


def test_what_may_begin_with_anything() -> None:
    assert [sought(pattern).pattern for pattern in AS_THEY_ARE] == list(AS_THEY_ARE)
    assert all(sought(pattern, flags).pattern != pattern for pattern, flags in PATTERNS)


def test_without_the_engines_parser_patterns_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "parser", None)
    assert [sought(pattern, flags).pattern for pattern, flags in PATTERNS] == [pattern for pattern, _ in PATTERNS]
