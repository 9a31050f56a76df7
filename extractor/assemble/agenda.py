"""Items of a meeting's minutes: what one of them names holds for none of the others.

⏎3. เรื่อง ร่างกฎกระทรวง …⏎ · ⏎4. เรื่อง การจัดการแข่งขันกีฬา …⏎
"""

from __future__ import annotations

import re
from bisect import bisect_right

from extractor.anchors import Words

_ITEM = re.compile(r"(?:^|\n)[ ]*\(?\d{1,3}[.)][ ]*เรื่อง[ ]")
_SUBJECT = Words("เรื่อง ")
# items from which on a text is that of minutes
_FEWEST = 3


class Agenda:
    """Where the items of the minutes begin in a text; none in any other text."""

    def __init__(self, text: str) -> None:
        lines = (max(0, text.rfind("\n", 0, place)) for place in _SUBJECT.find(text))
        found = [line for line in lines if _ITEM.match(text, line)]
        self._starts = found if len(found) >= _FEWEST else []

    def parts(self, one: int, other: int) -> bool:
        """Whether two places stand in different items."""
        starts = self._starts
        return bool(starts) and bisect_right(starts, one) != bisect_right(starts, other)
