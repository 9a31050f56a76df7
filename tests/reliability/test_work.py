"""How much is done for an article, counted and not timed: the same on any machine."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Any

from extractor import extract
from extractor.read import read_articles

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "outlets"
# calls a character: what it takes now (12.8) and a twentieth more
MOST_CALLS = 13.4


def test_the_calls_for_a_character_stay_few():
    """Calls of functions, Python's own and others, while articles of the corpus are read."""
    articles = sorted(read_articles([str(CORPUS)], on_error=print), key=lambda article: article.id)
    for article in articles[40:]:
        extract(article)  # what is made once, when it is first needed, is no work for an article
    calls = 0

    def count(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for article in articles[:40]:
            extract(article)
    finally:
        sys.setprofile(before)
    characters = sum(len(article.text) for article in articles[:40])
    assert calls / characters <= MOST_CALLS, f"{calls / characters:.2f} calls a character"


def test_an_article_leaves_nothing_to_be_collected():
    """What is made for an article is freed as its record is done: it holds no cycles, which only a search would find."""
    articles = sorted(read_articles([str(CORPUS)], on_error=print), key=lambda article: article.id)[:20]
    for article in articles:
        extract(article)  # what is made once is kept
    collecting = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        for article in articles:
            extract(article)
        assert gc.collect() == 0
    finally:
        if collecting:
            gc.enable()
