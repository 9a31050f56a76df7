"""Words, where a boundary is in doubt: PyThaiNLP's word list cut by nlpo3.

Only short windows are cut, never whole articles: characters are the coordinates, and words only vote.
"""

from __future__ import annotations

from functools import lru_cache

import nlpo3

from extractor.word_lists import folder

_NAME = "pythainlp"


@lru_cache(maxsize=1)
def _dictionary() -> str:
    """The name under which nlpo3 knows PyThaiNLP's word list; loads it the first time. Nothing is copied."""
    nlpo3.load_dict(str(folder() / "words_th.txt"), _NAME)
    return _NAME


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a short stretch of text, spaces included.

    >>> words("กรมที่ดิน")
    ('กรมที่ดิน',)
    """
    return tuple(nlpo3.segment(text, _dictionary()))
