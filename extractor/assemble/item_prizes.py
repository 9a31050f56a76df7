"""Prizes that an item of a list counts and names behind who has won them: 3) บริษัท ก จำนวน 2 รางวัล คือ A และ B."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.prize_lists import LISTED
from extractor.match.label import Label

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings
    from extractor.structure import Item

_PRIZES = Words("รางวัล")
_COUNTS = re.compile(
    r"[^\n\d]{2,90}?[ ]?(?:ได้รับ|คว้า|รับ)?[ ]?(?:จำนวน|รวม)?[ ]?(?P<count>[2-9]|1\d)[ ]?รางวัล[ ]*(?:คือ|ได้แก่|ประกอบด้วย|:)[ ]*"
)
_PARTS = re.compile(r"[ ]*,[ ]*(?:และ[ ]*)?|[ ]+และ[ ]*|[ ]+(?=ด้าน|สาขา|ประเภท|รางวัล)")
_HEAD = re.compile(r"(?:รางวัล|สาขา|ประเภท)?[ ]?[“\"]?")
# … และ Leadership Excellence|  โอกาสนี้ นายกรัฐมนตรี …: what stands behind the last item of a list
_GOES_ON = re.compile(r"[ ]{2,}|[ ](?:โอกาสนี้|ในโอกาส|ในการนี้|ทั้งนี้|นอกจาก|สำหรับ|ซึ่ง|โดย|พร้อม|ส่วน|ขณะ|จากนั้น)|\n")
_SHORTEST, _LONGEST = 4, 90
# characters between a list's first item and the programme named before it
_NEAR = 160


def read_item_prizes(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with one for each prize of such items, of the programme that the list is of."""
    items = findings.structure.items
    for index, item in enumerate(items):
        counted = (
            _COUNTS.match(findings.text, item.body, item.end) if _PRIZES.within(findings.text, item.body, item.end) else None
        )
        if counted is None or item.children:
            continue
        names = _names(findings.text, counted.end(), item.end)
        award = _programme(findings, items, index)
        winner = findings.party_at(item.body, 2)
        if award is None or winner is None or len(names) != int(counted["count"]) or winner.end > counted.start("count"):
            continue
        labels = findings.with_year(award)
        candidates = [candidate for candidate in candidates if not item.start <= candidate.at < item.end]
        candidates.extend(
            Candidate(labels={**labels, "category": name}, at=name.start, rule="conferral.list", recipient=winner, verb=True)
            for name in names
        )
    return sorted(candidates, key=lambda candidate: candidate.at)


def _names(text: str, at: int, end: int) -> list[Label]:
    """The prizes that stand between `at` and `end`, as categories; none where one is no name."""
    names: list[Label] = []
    goes_on = _GOES_ON.search(text, at, end)
    end = goes_on.start() if goes_on is not None else end
    end = at + len(text[at:end].rstrip(" \n.;"))
    end -= 4 if text.endswith(" และ", at, end) else 0
    while at < end:
        between = _PARTS.search(text, at, end)
        stop = between.start() if between is not None else end
        head = _HEAD.match(text, at, stop)
        start = head.end() if head is not None else at
        name = text[start:stop].rstrip(' ”"')
        if not _SHORTEST <= len(name) <= _LONGEST or "\n" in name:
            return []
        names.append(Label("category", start, start + len(name), LISTED, at, stop))
        at = between.end() if between is not None else end
    return names


def _programme(findings: Findings, items: list[Item], index: int) -> Label | None:
    """The award that is named last before the list in which an item stands."""
    item = items[index]
    first = next(
        (
            other
            for other in reversed(items[: index + 1])
            if other.parent == item.parent and other.style == item.style and other.number == 1
        ),
        item,
    )
    for label in reversed(findings.labels):
        if label.kind == "award" and label.outer < first.start:
            return label if first.start - label.until <= _NEAR else None
    return None
