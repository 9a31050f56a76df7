"""Which of an article's awards stand side by side, so that none is a category of another."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.assemble.below import announces
from extractor.assemble.label_relations import folded
from extractor.assemble.label_sense import SIDE_BY_SIDE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.assemble.findings import Findings
    from extractor.match.label import Label


def siblings_of(findings: Findings) -> frozenset[str]:
    """The article's `siblings`, found once."""
    if findings.siblings is None:
        findings.siblings = siblings(findings.text, findings.labels)
    return findings.siblings


def siblings(text: str, labels: Iterable[Label]) -> frozenset[str]:
    """Awards that the article names side by side (รางวัล ก รางวัล ข และรางวัล ค), folded: none is another's category.

    So are two that honour the same people, each for something else: รางวัลครูดอยดีเด่น … ส่วนรางวัลครูดอยรุ่นใหม่; and a
    known prize with the one that is joined to it: รางวัลเกษตรกรดีเด่นและสหกรณ์ริมน้ำดีเด่น.
    """
    found: set[str] = set()
    below: set[str] = set()  # prizes of one that is told with their number
    known: set[str] = set()
    last: Label | None = None
    for label in labels:
        if label.kind != "award":
            continue
        if label.rule.startswith("award.latin"):
            return frozenset()  # there is a programme that they may belong to
        if label.row is not None:
            known.add(folded(text, label))
        if last is not None and (
            announces(text, last, label)
            or (folded(text, last) in below and SIDE_BY_SIDE.fullmatch(text[last.until : label.outer]) is not None)
        ):
            below.add(folded(text, label))
        elif last is not None and _are_grades(folded(text, last), folded(text, label)):
            below |= {folded(text, last), folded(text, label)}
        elif last is not None and (_are_joined(text, last, label) or _are_beside(text, last, label)):
            found |= {folded(text, last), folded(text, label)}
        last = label
    return frozenset(found - below) if known <= found else frozenset()  # a known one that stands alone may have them below it


def _are_beside(text: str, last: Label, label: Label) -> bool:
    """Whether two prizes that only their names tell stand side by side, or honour the same people."""
    if not last.rule == label.rule == "award.named":
        return False
    beside = SIDE_BY_SIDE.fullmatch(text[last.until : label.outer]) is not None
    return beside or _are_kin(folded(text, last), folded(text, label))


# รางวัลเกษตรกรดีเด่น|และ|สหกรณ์ริมน้ำดีเด่น
_JOINED = re.compile(r"[ ]?และ[ ]?")
_OF_EXCELLENCE = re.compile("ดีเด่น|ต้นแบบ|รุ่นใหม่")


def _are_joined(text: str, last: Label, label: Label) -> bool:
    """Whether a known prize and one of the same kind by its name are told as two: รางวัลเกษตรกรดีเด่น|และ|สหกรณ์ริมน้ำดีเด่น."""
    if (last.row is None) == (label.row is None) or _JOINED.fullmatch(text, last.until, label.outer) is None:
        return False
    named = label if last.row is not None else last
    return named.rule == "award.named" and all(_OF_EXCELLENCE.search(text, one.start, one.end) for one in (last, label))


# what two names of prizes have in common that honour the same people, at the least, and the most that tells them apart
_KIN, _APART = 6, 12


# รางวัลผู้ค้า|ยอดเยี่ยม … รางวัลผู้ค้า|ดีเด่น
_GRADE = re.compile("(?P<of>[^ ]{3,40}?)(?:ยอดเยี่ยม|ดีเด่น|ดีเลิศ|ดีมาก)")


def _are_grades(one: str, other: str) -> bool:
    """Whether two prizes are of one programme, each for as good a winner: รางวัลผู้ค้ายอดเยี่ยม, รางวัลผู้ค้าดีเด่น."""
    grades = _GRADE.fullmatch(one), _GRADE.fullmatch(other)
    return one != other and grades[0] is not None and grades[1] is not None and grades[0]["of"] == grades[1]["of"]


def _are_kin(one: str, other: str) -> bool:
    """Whether two prizes honour the same people, each for something else: ครูดอย|ดีเด่น, ครูดอย|รุ่นใหม่."""
    same = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
    return (
        same >= _KIN and 0 < len(one) - same <= _APART and 0 < len(other) - same <= _APART and _OF_PEOPLE.match(one) is not None
    )


_OF_PEOPLE = re.compile(
    r"นัก|ครู|แพทย์|อาจารย์|พยาบาล|ศิลปิน|เกษตรกร|ช่าง|หมอ|ทหาร|ตำรวจ|ข้าราชการ|บุคลากร|บุคคล|เภสัช|ทันต|เยาวชน|ผู้|คน|ศิษย์|นวัตกร|วิศวกร|สถาปนิก|เชฟ"
)


ALONE = "award.alone"
"""The rule of the title of the best in a field, which is an award of its own."""

# ธนาคารแห่งปี ควบ|ธนาคารยอดเยี่ยม|ด้านเงินฝาก
_BEST_IN_FIELD = re.compile(r"(?:ธนาคาร|กองทุน|บริษัท)[ก-๎]{0,16}(?:ยอดเยี่ยม|ดีเด่น)(?=[ ]?ด้าน)")
_OF_THE_YEAR = re.compile(r"(?:[Oo]f[ ][Tt]he[ ][Yy]ear|OF[ ]THE[ ]YEAR|แห่งปี)$")


def stand_alone(text: str, labels: dict[str, Label]) -> None:
    """Makes the title of the best in a field the award, its field the category, where the prize above has but one winner."""
    award, part = labels.get("award"), labels.get("category")
    if award is None or part is None or _OF_THE_YEAR.search(text, award.start, award.end) is None:
        return
    best = _BEST_IN_FIELD.match(text, part.start, part.end)
    if best is not None:
        field = best.end() + text.startswith(" ", best.end())
        labels["award"] = replace(part, kind="award", end=best.end(), until=field, rule=ALONE, row=None, value=None)
        labels["category"] = replace(part, start=field, outer=field)
