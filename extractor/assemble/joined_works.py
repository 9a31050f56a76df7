"""Works told together, each with whose it is, before one verb: “ก” ของนาย ข และ “ค” ของนาย ง ได้รับรางวัล….

Read from left to right the verb is told of the last of them alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.assemble.draft import Candidate
    from extractor.assemble.findings import Findings, Party
    from extractor.document import Span
    from extractor.match.label import Label

# between a work and whose it is: “ก|” ของ|นาย ข
_WHOSE = re.compile(r"[”\"’']?[ ]?(?:\([^()\n]{1,60}\)[ ]?)?(?:ของ|โดย|จาก|ผลงาน(?:ของ|โดย|จาก)?|ฝีมือ)[ ]?[ก-๎]{0,16}[ ]?[“\"‘']?")
# between whose one is and the next: นาย ข| และบทกวี “|ค
_TO_NEXT = re.compile(
    r"[”\"’']?(?:[ ]?\([^()\n]{1,60}\))?[ ]?(?:,[ ]?(?:และ)?|และ|กับ|รวมถึง|รวมทั้ง)[ ]?(?:ผลงาน)?[ก-๎]{0,24}[ ]?[“\"‘']?"
)
# works told before one verb
_MOST = 6


def read_joined_works(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with one for each work that is told together with that of one of them, before the verb of both.

    Args:
        findings: what matching found.
        candidates: what was read so far; one that tells such a work without its rank is given it.
    """
    if len(findings.works) < 2:
        return candidates
    more: list[Candidate] = []
    for one in candidates:
        if one.work is None or one.recipient is None or not one.verb or not _is_owned(findings.text, one.work, one.recipient):
            continue
        if any(label.outer < one.recipient.end for kind, label in one.labels.items() if kind in {"level", "category", "branch"}):
            continue  # its rank stands before it: each has its own
        for work, owner in _joined_before(findings, one.work):
            told = next((other for other in (*candidates, *more) if other.work == work), None)
            if told is None:
                more.append(replace(one, work=work, recipient=owner, parent=None, at=work.start, stands_for=None))
            elif told.labels.get("award") is one.labels.get("award") and not told.labels.keys() & {"level", "category"}:
                told.labels = {**one.labels, **told.labels}
    _share_rank(findings.text, candidates)
    return [*candidates, *more]


# ระดับดีเด่น| 2 ผลงาน คือ “|ก|” และ “|ข: so many works of one rank, the next behind the one before
_COUNTED = re.compile(
    r"[ ]*(?:จำนวน)?[ ]?(?:[2-9]|1\d)[ ]?(?:ผลงาน|โครงการ|โครงงาน|เรื่อง|ชิ้น(?:งาน)?|นวัตกรรม|หลักสูตร|รายการ|ระบบ)[ ]*"
    r"(?:ได้แก่|คือ|ประกอบด้วย|:)[ ]*(?:1[.)])?[ ]?(?:ผลงาน|เรื่อง)?[ ]?[“\"‘']?"
)
_NEXT_WORK = re.compile(
    r"[”\"’']?[ ]?(?:\([^()\n]{1,60}\)[ ]?)?(?:,[ ]?(?:และ)?|และ)?[ ]*(?:\d{1,2}[.)])?[ ]?(?:ผลงาน|เรื่อง)?[ ]?[“\"‘']?"
)
_RANKS = ("level", "category", "branch")


def _share_rank(text: str, candidates: list[Candidate]) -> None:
    """Gives each of so many works, told in a row behind their rank, the rank that the first one has."""
    told = [(one.work, one) for one in candidates if one.work is not None]
    told.sort(key=_place)
    row: dict[str, Label] = {}
    for (work, first), (next_work, second) in pairwise(told):
        if not row:
            ranks = {kind: label for kind, label in first.labels.items() if kind in _RANKS and label.until <= work.start}
            row = ranks if any(_COUNTED.fullmatch(text, label.until, work.start) for label in ranks.values()) else {}
        if not row or _NEXT_WORK.fullmatch(text, work.end, next_work.start) is None:
            row = {}
        elif not second.labels.keys() & set(_RANKS):
            second.labels = {**row, **second.labels}


def _place(told: tuple[Span, Candidate]) -> int:
    return told[0].start


def _is_owned(text: str, work: Span, owner: Party) -> bool:
    return work.end <= owner.start and _WHOSE.fullmatch(text, work.end, owner.start) is not None


def _joined_before(findings: Findings, work: Span) -> list[tuple[Span, Party]]:
    """The works before one that it is joined to, each with whose it is."""
    found: list[tuple[Span, Party]] = []
    at = bisect_left(findings.works, work.start, key=lambda other: other.start)
    for before in reversed(findings.works[max(0, at - _MOST) : at]):
        owner = next(iter(findings.parties_between(before.end, work.start)), None)
        if owner is None or not _is_owned(findings.text, before, owner):
            break
        if _TO_NEXT.fullmatch(findings.text, owner.end, work.start) is None:
            break
        found.append((before, owner))
        work = before
    return found
