"""Names as they are compared and searched: what differs in writing alone is made alike.

`fold` keeps the words apart, for search; `solid` runs them together, since Thai writes no space that could be relied on.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractor.normalise import normalise

_QUOTES = "\"'`´‘’‚‛“”„‟«»‹›′″「」『』＂＇"
_DASHES = "‐‑‒–—―−﹘﹣"
_TABLE: dict[int, str | None] = {
    **{ord(full): chr(ord(full) - 0xFEE0) for full in map(chr, range(0xFF01, 0xFF5F))},
    **dict.fromkeys(map(ord, _QUOTES)),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(range(0xFE00, 0xFE10)),  # variation selectors, behind an emoji
}
_CUT_SHORT = re.compile(r"ฯ\s*ลฯ|ฯ")
_REPEATED = re.compile(r"(?<!\s)\s++(?=ๆ)")
_KEPT = 65536


@lru_cache(maxsize=_KEPT)
def fold(text: str) -> str:
    """A name or a query, made alike where only the writing differs; may be empty.

    Thai is put in order as for matching (ํ + า, เเ, Thai digits, zero-width characters), quotation marks and the ฯ of a name
    cut short go, dashes are one, Latin letters are small (full-width ones plain), white space is one space.

    >>> fold("“กรมการพัฒนาชุมชน”\u00a0 ฯ  DG  Award ๒๕๖๕")
    'กรมการพัฒนาชุมชน dg award 2565'
    """
    clean, _ = normalise(text)
    clean = unicodedata.normalize("NFC", clean).translate(_TABLE).casefold()
    clean = _REPEATED.sub("", _CUT_SHORT.sub("", clean))
    return " ".join(clean.split())


@lru_cache(maxsize=_KEPT)
def solid(text: str) -> str:
    """The letters, vowels, tone marks and digits of a name, folded, nothing between them; may be empty.

    >>> solid("สำนักงาน ก.พ.ร. (OPDC)")
    'สำนักงานกพรopdc'
    """
    return "".join(character for character in fold(text) if character.isalnum() or unicodedata.category(character)[0] == "M")
