"""Who is only told of beside a contest: neither a rank or class nor a verb or a prize says that anybody has won it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.label_sense import CONTESTS

if TYPE_CHECKING:
    from extractor.assemble.conferral import ConferralFound
    from extractor.assemble.findings import Findings

_CONTEST = (*CONTESTS, "โครงการประกวด", "กิจกรรมประกวด")
_WON = ("branch", "category", "level")
# อำเภอที่ชนะการประกวด คือ |อำเภอ ก, ถ้วยพระราชทาน แก่ |“ทีม ข”
_TAKES = re.compile(
    r"(?:ชนะ|รางวัล|ถ้วย|โล่|เหรียญ|เกียรติบัตร)[^\n]*?(?:ได้แก่|คือ|แก่|แด่|ให้|เป็นของ|[:：])|(?:ประกวด|แข่งขัน)[^\n]{0,50}?ได้แก่"
)
# |เข้ารับรางวัล|การประกวด ก, มีผู้|ได้รับรางวัล| ดังนี้: it is told that somebody has won
_IS_WON = re.compile(
    r"(?:รับ|คว้า|มอบ|กวาด|พิชิต|ครอง|ซิว|เจ้าของ|ผู้)[ก-๎ ]{0,8}(?:รางวัล|โล่|ถ้วย|เหรียญ|แชมป์|เกียรติบัตร|ชนะ)|ผลการ(?:ประกวด|แข่งขัน|ตัดสิน)|ผู้ชนะ"
)
# characters before a winner within which a prize is named that it takes, and on both sides within which one is told to be taken
_NEAR, _BESIDE = 200, 120


def only_contests(conferral: ConferralFound, findings: Findings) -> bool:
    """Whether a conferral has no more than a contest's name to tell of a win: ผลงานของกรม ก ใน|การประกวด ข."""
    award, text = conferral.fields["award"], findings.text
    if award is None or conferral.cue is not None or any(conferral.fields[name] is not None for name in _WON):
        return False
    if not text.startswith(_CONTEST, award.start):
        return False
    places = [span.start for name in ("work", "recipient") if (span := conferral.fields[name]) is not None]
    return not any(
        _TAKES.search(text, max(0, place - _NEAR), place) or _IS_WON.search(text, max(0, place - _NEAR), place + _BESIDE)
        for place in places
    )
