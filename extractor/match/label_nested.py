"""Fields and classes that stand one within the other: of a prize's field and the class within it, the class is its category.

รางวัลองค์กรต้นแบบ ด้านพลังงาน ประจำปี 2566 |ประเภทโรงงานควบคุม · รางวัลสุดยอดองค์กร ด้านบริการ |“ธารทอง”| ประเภทหน่วยงานระดับกรม
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.match.label import Label

_PRIZE = "รางวัล"
_FIELD, _GROUP, _CLASS = "ด้าน", "กลุ่ม", "ประเภท"
# what may stand between a field and the class within it: when, which time, of which branch
_BETWEEN = frozenset({"year", "edition", "branch"})
# … ด้านบริการ| รางวัล “ธารทอง”
_NAMED = re.compile(rf"[ ]?(?:{_PRIZE})?[ ]?[“\"]")
# characters between a field and a name right behind it
_NEXT = 9
# labels looked back over from a class for its field
_BACK = 4
# ด้านบริการ| “ธารทอง” |ประจำปี 2566| กลุ่มหน่วยงานบริการ |ประเภทหน่วยงานระดับกรม: what stands between besides, and has no label
_GAP = re.compile(r"[ ,“”\"()]*(?:(?:รางวัล)?[ ]?[“\"][^“”\"\n]{2,40}[”\"][ ]*)?(?:กลุ่ม[ก-๎]{3,40}[ ]+)?")


def innermost(text: str, labels: Sequence[Label]) -> list[Label]:
    """The labels without fields before the class within them: |ด้านอนุรักษ์พลังงาน| ประจำปี 2566 ประเภทโรงงานควบคุม.

    A field right behind the name of a prize is its end: รางวัล|ความร่วมมือเพื่อการพัฒนาดีเด่น ด้านการบริหาร|. A prize that is
    described, with its field, before its name in marks goes: |รางวัลสุดยอดองค์กร ด้านบริการ| “ธารทอง”.
    """
    kept: list[Label] = []
    for label in labels:
        last = kept[-1] if kept else None
        if label.kind == "award" and _is_described_before(text, kept, label):
            del kept[-2:]
        elif last is not None and label.kind == "category":
            if _is_class_of_class(text, last, label):
                kept.pop()  # |ประเภทเทศบาลตำบล| ประเภททั่วไป
            elif (field := _field_before(text, kept, label)) is not None:
                del kept[field]
            elif _ends_name(text, last, label):
                last.end = last.until = label.end
                continue
        kept.append(label)
    return kept


def _is_class_of_class(text: str, last: Label, label: Label) -> bool:
    """Whether a class stands right behind another, which it is a part of."""
    return (
        last.kind == "category"
        and last.row is None
        and text.startswith(_CLASS, last.outer)
        and text.startswith(_CLASS, label.outer)
        and not text[last.until : label.outer].strip(" ")
    )


def _ends_name(text: str, last: Label, label: Label) -> bool:
    """Whether a field is the end of the known part's name right before it."""
    return (
        last.kind == "category"
        and not text[last.until : label.outer].strip(" ")
        and text.startswith(_FIELD, label.outer)
        and label.row is None
        and last.rule == "category.gazetteer"
        and last.end == last.until
        and text.endswith(_PRIZE, 0, last.start)
    )


def _field_before(text: str, kept: Sequence[Label], label: Label) -> int | None:
    """Where among `kept` the field is that a class stands within, with no more between than years and the like."""
    if not text.startswith(_CLASS, label.outer) or text.startswith(_PRIZE, label.outer + len(_CLASS)):
        return None
    reached = label.outer
    for at in range(len(kept) - 1, max(-1, len(kept) - 1 - _BACK), -1):
        one = kept[at]
        if _GAP.fullmatch(text, one.until, reached) is None:
            return None
        if one.kind == "category":
            return at if text.startswith((_FIELD, _GROUP), one.start) else None
        if one.kind not in _BETWEEN:
            return None
        reached = one.outer
    return None


def _is_described_before(text: str, kept: Sequence[Label], label: Label) -> bool:
    """Whether a prize in marks is the name of the one that is described before it, with its field, and of no known name."""
    if len(kept) < len(("prize", "field")):
        return False
    prize, field = kept[-2], kept[-1]
    return (
        prize.rule == "award.named"
        and prize.row is None
        and field.kind == "category"
        and text.startswith(_FIELD, field.start)
        and not text[prize.until : field.outer].strip(" ")
        and _NAMED.match(text, field.until, label.end) is not None
        and label.start - field.until <= _NEXT
    )
