"""What somebody has won besides a contest's rank: one of the contest's other prizes, which is a conferral of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.match.label_levels import CONTEST_RANKS

if TYPE_CHECKING:
    from extractor.assemble.conferral import ConferralFound
    from extractor.assemble.findings import Findings


def title_end(findings: Findings) -> int:
    """Where the headline ends; 0 without one."""
    return findings.title.end if findings.title is not None else 0


# รางวัลออกแบบยอดเยี่ยม|เป็นของ|ทีม ก
_HEADS = re.compile(r"[”\"]?[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:ได้แก่|คือ|:|เป็นของ|ตกเป็น|–|-|(?:ไป|มา)?(?:อีก|ครอง))")
_RANKS = CONTEST_RANKS - {"level.praise"} | {"level.champion", "level.place"}


def has_won_besides(ranked: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether who has a contest's rank has won one of its other prizes, too: รองแชมป์ ทีม ก … รางวัลออกแบบยอดเยี่ยมเป็นของทีม ก."""
    rank, prize = ranked.fields["level"], other.fields["category"]
    return (
        rank is not None
        and rank.rule in _RANKS
        and ranked.fields["category"] is None
        and prize is not None
        and prize.rule == "category.sub_award"
        and other.fields["level"] is None
        and (ranked.at < title_end(findings)) == (other.at < title_end(findings))
        and ranked.recipient is not other.recipient
        and _HEADS.match(findings.text, prize.end) is not None
    )
