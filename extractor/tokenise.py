"""Words, where a boundary is in doubt: PyThaiNLP's word list cut by nlpo3.

Only short windows are cut, never whole articles: characters are the coordinates, and words only vote.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import nlpo3

_NAME = "pythainlp"


@lru_cache(maxsize=1)
def _dictionary() -> str:
    """The name under which nlpo3 knows PyThaiNLP's word list; loads it the first time. Nothing is copied."""
    spec = find_spec("pythainlp")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pythainlp is not installed")
    nlpo3.load_dict(str(Path(spec.origin).parent / "corpus" / "words_th.txt"), _NAME)
    return _NAME


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a short stretch of text, spaces included.

    >>> words("กรมที่ดิน")
    ('กรมที่ดิน',)
    """
    return tuple(nlpo3.segment(text, _dictionary()))
