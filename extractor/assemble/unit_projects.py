"""Projects in lists of winners whose unit stands right behind the title: 1) ภาคเหนือ โครงการน้ำใส กองทุนหมู่บ้านนา จังหวัดน่าน 2) ….

One alone may as well be a title with a place in it, so there are two at least.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.document import Span, overlaps

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party

_PROJECT = Words("โครงการ|โครงงาน")
# ได้แก่ |โครงการ · 2) ภาคใต้ |โครงการ · และ|โครงการ
_BEGINS = re.compile(
    r"(?:ได้แก่|คือ|ดังนี้|ประกอบด้วย|และ|,|:|(?:^|[\n ])\(?\d{1,2}[.)]\)?|[\n][ ]*[-•●✅])[ ]*"
    r"(?:(?:ภาค|เขต|ด้าน|ระดับ|กลุ่ม|จังหวัด)[ก-๎\d]{2,30}[ ]*(?::[ ]*)?)?\Z"
)
_LEADS = 60
# what no title holds: it goes on with something else
_NO_TITLE = re.compile(r"[\n,;“”\"]|โดย|ได้รับ|ซึ่ง|ของ(?=[ ]|\Z)|จาก(?=[ ]|\Z)|รางวัล|ประกอบด้วย|ได้แก่")
# behind the unit, where it lies left off
_ENDS = re.compile(
    r"(?:[ ]?(?:หมู่(?:ที่)?[ ]?\d+|(?:ต\.|ตำบล|อ\.|อำเภอ|จ\.|จังหวัด)[ ]?[ก-๎]{2,30}))*[ ]*"
    r"(?:\([^()\n]{1,60}\)[ ]*)?(?:\n|\Z|,|และ|\(?\d{1,2}[.)]|(?=โครง))"
)
_CONFERS = frozenset({"award", "level"})
# characters of a title at least and at most; of the text before within which the prize is named
_SHORTEST, _LONGEST, _FAR = 10, 140, 1500
_LEAST = 2


def find_unit_projects(findings: Findings) -> list[Span]:
    """The titles of such projects; their units are made their makers.

    Args:
        findings: what matching found; the roles of its parties are changed.
    """
    text = findings.text
    prizes = sorted(label.until for label in findings.labels if label.kind in _CONFERS)
    if not prizes:
        return []
    taken = sorted((work.start, work.end) for work in findings.works)
    found: list[tuple[Span, Party]] = []
    for place in _PROJECT.find(text):
        at = bisect_left(prizes, place) - 1
        if at < 0 or place - prizes[at] > _FAR or _BEGINS.search(text, max(0, place - _LEADS), place) is None:
            continue
        party = findings.party_at(place + _SHORTEST, _LONGEST - _SHORTEST)
        if party is None or party.kind == "person" or party.role not in {"plain", "listed"}:
            continue
        title = text[place : party.start].rstrip(" ")
        if len(title) == party.start - place or _NO_TITLE.search(title) or _ENDS.match(text, party.end) is None:
            continue
        if not overlaps(taken, place, place + len(title)):
            found.append((Span(place, place + len(title), "work.unit_project"), party))
    if len(found) < _LEAST:
        return []
    for _, party in found:
        party.role = "doer"
    return [work for work, _ in found]
