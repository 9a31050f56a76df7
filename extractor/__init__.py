"""Reads Thai news text about awards and returns structured records with evidence for every value.

>>> from extractor import extract
>>> record = extract("กรมการพัฒนาชุมชน ได้รับรางวัลเลิศรัฐ ประจำปี 2566 ระดับดี")
>>> record.awards[0].award.text
'รางวัลเลิศรัฐ'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.version import __version__

if TYPE_CHECKING:
    from extractor.models import Article, Record
    from extractor.pipeline import extract

__all__ = ["Article", "Record", "__version__", "extract"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the names above, imported when they are first asked for
    if name == "extract":
        from extractor.pipeline import extract  # noqa: PLC0415

        return extract
    if name in {"Article", "Record"}:
        from extractor import models  # noqa: PLC0415

        return getattr(models, name)
    raise AttributeError(name)
