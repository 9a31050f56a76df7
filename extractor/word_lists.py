"""PyThaiNLP's word lists, read from the installed package: importing the package itself would take longer than reading them."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path


@lru_cache(maxsize=1)
def folder() -> Path:
    """Where the lists are.

    Raises:
        ModuleNotFoundError: PyThaiNLP is not installed.
    """
    spec = find_spec("pythainlp")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pythainlp is not installed")
    return Path(spec.origin).parent / "corpus"


def entries(name: str) -> frozenset[str]:
    """The lines of the list of that file name, what `pythainlp.corpus.get_corpus` gives.

    >>> "กรมที่ดิน" in entries("words_th.txt")
    True
    """
    return frozenset(filter(None, (folder() / name).read_text(encoding="utf-8-sig").splitlines()))
