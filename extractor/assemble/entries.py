"""What a text tells of an entry behind the prize that it has won: … คว้ารางวัล ก โดยส่งเพลง “ข” เข้าประกวด ในนามวง ค.

The title is the winning work; a team under whose name pupils have entered is who has won, and their school stands above it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.subject_words import TEACHES
from extractor.document import Span

if TYPE_CHECKING:
    from extractor.assemble.draft import Candidate
    from extractor.assemble.findings import Findings

_SENDS = Words("ส่ง|นำ")
_KIND = r"(?:ผลงาน|บทเพลง|เพลง|คลิป|ภาพถ่าย|ภาพ|หนังสั้น|ภาพยนตร์สั้น|ภาพยนตร์|สารคดี|โครงงาน|แผนธุรกิจ|แบบ|ชิ้นงาน|นวัตกรรม|เรื่องสั้น|บทความ)"
_TITLE = r"[“\"](?P<{}>[^“”\"\n]{{2,90}})[”\"]"
# ส่งเพลงเข้าประกวดชื่อ “ก” · ส่งผลงานเรื่อง “ก” เข้าร่วมประกวด
_ENTERED = re.compile(
    rf"(?:ส่ง|นำ)(?:{_KIND}){{0,2}}(?:[ก-๎]{{2,16}}(?=เข้า|เรื่อง|ชื่อ))?[ ]?"
    rf"(?:(?:เข้า|ร่วม)+(?:การ)?(?:ประกวด|แข่งขัน)(?:ใน)?[ ]?(?:{_KIND}|ชื่อ|เรื่อง|คือ|ได้แก่|[ ])*{_TITLE.format('behind')}"
    rf"|(?:ชื่อ|เรื่อง|[ ])*{_TITLE.format('before')}[ ]?(?:เข้า|ร่วม)+(?:การ)?(?:ประกวด|แข่งขัน))"
)
# ภายใต้ชื่อ|ทีม ก · ในนาม|วง ข
_NAMED = re.compile(r"(?:(?:ภายใต้|ใน|ใช้)ชื่อ|(?:ใน)?นาม)(?:ของ)?(?:ทีม|วง|กลุ่ม)?[ ]?[“\"‘']?$")
# characters behind a prize within which the same line tells of the entry
_REACH = 600


def read_entries(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, those of a prize behind which its entry is told with the entry's title and team."""
    if not candidates:
        return candidates
    text = findings.text
    told = [candidate.at for candidate in candidates]
    for place in _SENDS.find(text):
        entered = _ENTERED.match(text, place)
        if entered is None:
            continue
        at = _before(candidates, told, place, text)
        if at is not None and candidates[at].work is None:
            group = "behind" if entered["behind"] is not None else "before"
            candidates[at] = replace(candidates[at], work=Span(*entered.span(group), "work.entered"))
    for party in findings.parties:
        if party.kind != "team" or _NAMED.search(text, max(0, party.start - 24), party.start) is None:
            continue
        at = _before(candidates, told, party.start, text)
        winner = candidates[at].recipient if at is not None else None
        if at is not None and winner is not None and winner.kind == "organisation" and TEACHES.match(text, winner.name.start):
            candidates[at] = replace(candidates[at], recipient=party, parent=winner, subject_only=False, stands_for=None)
    return candidates


def _before(candidates: list[Candidate], told: list[int], place: int, text: str) -> int | None:
    """The prize that was told last before `place`, in the same line; `told`: where each is told."""
    at = bisect_left(told, place) - 1
    if at < 0 or place - told[at] > _REACH or "\n" in text[told[at] : place]:
        return None
    return at if candidates[at].verb and candidates[at].status in {"conferred", "announced"} else None
