"""Classes told ahead of their winners and the verb: |ประเภทบุคคล| นาย ก คว้ารางวัล ข |ประเภทองค์กร| กรม ค ได้รับ….

Read from left to right such a class would be of the prize before it, or of none: the prize's name is told only behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.assemble.draft import Candidate
    from extractor.assemble.findings import Findings
    from extractor.match.label import Label

_KINDS = frozenset({"category", "branch"})
# before a class that a clause begins with
_CLAUSE = re.compile(
    r"(?:^|\n|[.:;•–-][ ]?|(?:(?<![ก-๎])|(?<=[ ]))(?:ใน|สำหรับ|ส่วน|ขณะที่|และ|โดย){1,3}[ ]?|ดังนี้[ ]*:?[ ]*|\d[.)][ ]?)$"
)
# … คว้ารางวัล ข ประจำปี 2566| ประเภทองค์กร: behind another winner whose class stood ahead of it, too
_BESIDE = re.compile(r"[ \d”\"),]$")
_GAP = re.compile(r"[”\"]?[ ]{1,2}")
_TAKES = re.compile(
    r"(?:(?!รางวัล|ได้แก่|คือ|กล่าว|เผย|ซึ่ง|ที่|ว่า|มอบ|นอกจาก|ทั้งนี้|อีกทั้ง)[^\n]){0,60}?[ ]?(?:สามารถ|ก็|ยัง)*"
    r"(?:ได้รับ(?=[ ]?(?:รางวัล|โล่|เหรียญ|ถ้วย|เกียรติ|การ(?:คัดเลือก|ยกย่อง|เชิดชู)|คัดเลือก|\d))|คว้า|ครอง|ซิว|กวาด|ชนะเลิศ|รับรางวัล)"
)


def read_classes_ahead(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, each with the class that stands right before who has won, where a verb of its own stands behind him."""
    ahead = _ahead(findings, candidates)
    if not ahead:
        return candidates
    taken = {label.start for label in ahead.values()}
    for candidate in candidates:
        winner = candidate.recipient
        if winner is None:
            continue
        own = ahead.get(winner.start)
        for kind in _KINDS:
            known = candidate.labels.get(kind)
            if known is not None and known is not own and known.start in taken and known.outer >= winner.end:
                candidate.labels = {key: label for key, label in candidate.labels.items() if key != kind}
        if own is not None and own.kind not in candidate.labels:
            candidate.labels = {**candidate.labels, own.kind: own}
    return candidates


def _ahead(findings: Findings, candidates: list[Candidate]) -> dict[int, Label]:
    """The classes that clauses begin with, by where the winner right behind each begins."""
    text = findings.text
    winners = {
        candidate.recipient.start: candidate.recipient
        for candidate in candidates
        if candidate.verb and candidate.recipient is not None
    }
    ahead: dict[int, Label] = {}
    chained = -1
    for label in findings.labels if winners else ():
        gap = _GAP.match(text, label.until) if label.kind in _KINDS else None
        winner = winners.get(gap.end()) if gap is not None else None
        if winner is None or _TAKES.match(text, winner.end) is None:
            continue
        opens = _CLAUSE.search(text, max(0, label.outer - 12), label.outer) is not None
        if opens or (
            chained >= 0 and "\n" not in text[chained : label.outer] and _BESIDE.search(text, label.outer - 1, label.outer)
        ):
            ahead[winner.start] = label
            chained = winner.end
    return ahead
