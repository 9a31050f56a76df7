"""Which of an article's awards stand side by side, so that none is a category of another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.below import announces
from extractor.assemble.label_sense import SIDE_BY_SIDE, folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.match.label import Label


def siblings(text: str, labels: Iterable[Label]) -> frozenset[str]:
    """Awards that the article names side by side (รางวัล ก รางวัล ข และรางวัล ค), folded: none is another's category.

    So are two that honour the same people, each for something else: รางวัลครูดอยดีเด่น … ส่วนรางวัลครูดอยรุ่นใหม่.
    """
    found: set[str] = set()
    below: set[str] = set()  # prizes of one that is told with their number
    last: Label | None = None
    for label in labels:
        if label.kind != "award":
            continue
        if label.row is not None or label.rule.startswith("award.latin"):
            return frozenset()  # there is a programme that they may belong to
        if last is not None and (
            announces(text, last, label)
            or (folded(text, last) in below and SIDE_BY_SIDE.fullmatch(text[last.until : label.outer]) is not None)
        ):
            below.add(folded(text, label))
        elif (
            last is not None
            and last.rule == label.rule == "award.named"
            and (SIDE_BY_SIDE.fullmatch(text[last.until : label.outer]) or _are_kin(folded(text, last), folded(text, label)))
        ):
            found |= {folded(text, last), folded(text, label)}
        last = label
    return frozenset(found - below)


# what two names of prizes have in common that honour the same people, at the least, and the most that tells them apart
_KIN, _APART = 6, 12


def _are_kin(one: str, other: str) -> bool:
    """Whether two prizes honour the same people, each for something else: ครูดอย|ดีเด่น, ครูดอย|รุ่นใหม่."""
    same = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
    return (
        same >= _KIN and 0 < len(one) - same <= _APART and 0 < len(other) - same <= _APART and _OF_PEOPLE.match(one) is not None
    )


_OF_PEOPLE = re.compile(
    r"นัก|ครู|แพทย์|อาจารย์|พยาบาล|ศิลปิน|เกษตรกร|ช่าง|หมอ|ทหาร|ตำรวจ|ข้าราชการ|บุคลากร|บุคคล|เยาวชน|ผู้|คน|ศิษย์|นวัตกร|วิศวกร|สถาปนิก|เชฟ"
)
