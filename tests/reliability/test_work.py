"""How much is done for an article, counted and not timed: the same on any machine."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from extractor import extract
from extractor.read import read_articles

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / "corpus" / "outlets"
# calls a character: what it takes now (12.8) and a twentieth more
MOST_CALLS = 13.4


def test_the_calls_for_a_character_stay_few():
    """Counted in a process of its own: what ran before tells the interpreter which calls it need not report."""
    counted = subprocess.run(
        [sys.executable, __file__], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    calls = float(counted.stdout)
    assert 0 < calls <= MOST_CALLS, f"{calls:.2f} calls a character"


def calls_a_character() -> float:
    """Calls of functions, Python's own and others, while articles of the corpus are read."""
    articles = sorted(read_articles([str(CORPUS)], on_error=print), key=lambda article: article.id)
    for article in articles[40:]:
        extract(article)  # what is made once, when it is first needed, is no work for an article
    calls = 0

    def count(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    for article in articles[:40]:
        extract(article)
    sys.setprofile(None)
    return calls / sum(len(article.text) for article in articles[:40])


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


if __name__ == "__main__":
    sys.stdout.write(f"{calls_a_character()}\n")
