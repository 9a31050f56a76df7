"""Festivals at which prizes are won that are only of a class: รางวัลบทภาพยนตร์ยอดเยี่ยม จากเทศกาลภาพยนตร์ “Mekong Film Festival”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.match.label import Label

# รางวัลบทภาพยนตร์ยอดเยี่ยม |จากเทศกาลภาพยนตร์ “|Mekong Film Festival
_FESTIVAL_STAGE = re.compile(r"(?:จาก|ใน|บน)(?:เวที)?[ ]?(?:งาน)?เทศกาล[ก-๎]{0,24}[ ]?[“\"‘']?\Z")
_OF_A_CLASS = re.compile("ยอดเยี่ยม|ดีเด่น|Best|BEST")


def at_festival(text: str, above: Label, label: Label) -> bool:
    """Whether a prize that is only of a class (ผู้กำกับยอดเยี่ยม) was won at a festival named behind it."""
    if _FESTIVAL_STAGE.search(text, max(0, label.outer - 44), label.outer) is None:
        return False
    return _OF_A_CLASS.search(text, above.start, above.end) is not None
