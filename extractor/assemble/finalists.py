"""Lists of those who have come into a contest's final, told before it is told who has won it: they have won nothing by that.

มีผู้ผ่านเข้าสู่รอบชิงชนะเลิศ 4 ราย ประกอบด้วย⏎1. ร้าน ก⏎2. ร้าน ข⏎… โดยรางวัลชนะเลิศ ได้แก่ ร้าน ข · ส่วนอีก 4 ทีม ได้แก่ ทีม ค ทีม ง
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.assemble.draft import Candidate
    from extractor.assemble.findings import Findings

_WORDS = Words("รอบชิง|รอบสุดท้าย|รอบตัดสิน|รอบแรก|รอบคัดเลือก|รอบรองชนะเลิศ|เข้ารอบ|ผ่านรอบ|ทีมสุดท้าย|เข้าชิง|เสนอชื่อ")
# … รอบชิงชนะเลิศ| 10 ราย แบ่งเป็น 2 ประเภท ประกอบด้วย|⏎
_OPENS = re.compile(
    r"(?:(?!ได้รับ|คว้า|รางวัล(?:ชนะเลิศ|รอง|ชมเชย|ที่)|ผู้ชนะ|ผู้ได้|(?<!รอบ)(?<!ชิง)ชนะ|ผล(?:การ)?(?:แข่งขัน|ประกวด|ตัดสิน|คะแนน))"
    r"[^\n]){0,160}?(?:ได้แก่|ประกอบด้วย|ดังนี้|คือ|:)[ ]*(?=\n)"
)
# ⏎1. ร้าน ก · ⏎ประเภทผ้าไหม⏎: what goes on with such a list
_ITEM = re.compile(
    r"\n[ ]*(?:\(?\d{1,2}[.)]\)?|[-–•●✅*]|(?:ประเภท|กลุ่ม|สาขา|รุ่น|หมวด|ภาค)[^\n]{2,60}(?=\n))"
    r"(?:(?!รางวัล|ชนะเลิศ|เหรียญ|อันดับ(?:ที่)?[ ]?\d|ได้รับ|คว้า|ชมเชย)[^\n])*(?=\n|$)|\n[ ]*(?=\n)"
)
# … ทีมสุดท้าย … ทีม ก ได้รับรางวัลยอดเยี่ยม … |ส่วนอีก 4 ทีม ได้แก่|
_REST = re.compile(
    r"(?:ส่วน|สำหรับ|ขณะที่|และ)?[ ]?(?:ทีม|ผู้เข้ารอบ)?อีก[ ]?\d{1,2}[ ]?(?:ทีม|ราย|คน|ผลงาน|โครงการ)"
    r"(?:[ ]?ที่(?:ผ่าน)?เข้า(?:สู่)?รอบ[ก-๎]{0,16})?[ ]*(?:ได้แก่|คือ|ประกอบด้วย)"
)
_PRIZES = re.compile(r"รางวัล(?!ละ)|ชนะเลิศ|ชมเชย|เหรียญ")


def find_finalists(text: str) -> Iterator[tuple[int, int]]:
    """Where lists stand of those who were in a final, each from its first name to its end."""
    done = -1
    for place in _WORDS.find(text):
        if place < done:
            continue
        line_end = text.find("\n", place)
        line_end = len(text) if line_end < 0 else line_end
        opened = _OPENS.match(text, place)
        end = opened.end() if opened is not None else -1
        while opened is not None and (item := _ITEM.match(text, end)) is not None:
            end = item.end()
        if opened is not None and end > opened.end():
            yield opened.end(), end
            done = end


def drop_the_rest(findings: Findings) -> None:
    """Takes out who and what is told of as the rest of a final, behind who has won: ส่วนอีก 4 ทีม ได้แก่ |ทีม ก|, |ทีม ข|."""
    text = findings.text
    spans = []
    for place in _WORDS.find(text):
        line_end = text.find("\n", place)
        line_end = len(text) if line_end < 0 else line_end
        rest = _REST.search(text, place, line_end)
        if rest is not None and _PRIZES.search(text, rest.end(), line_end) is None:
            spans.append((rest.end(), line_end))
    if spans:
        findings.parties = [p for p in findings.parties if not any(start <= p.start < end for start, end in spans)]
        findings.works = [w for w in findings.works if not any(start <= w.start < end for start, end in spans)]


# ก ได้รับรางวัลชนะเลิศ |ส่วนอีก 2 โรงเรียน ได้แก่| ข และ ค |ได้รับรางวัล|ชมเชย
_OTHERS = Anchored(
    re.compile(
        r"(?:ส่วน|ขณะที่|สำหรับ)[ ]?(?:อีก|ที่เหลือ)?[ ]?(?:\d{1,2}[ ]?)?"
        r"(?:ทีม|ราย|คน|แห่ง|โรงเรียน|หน่วยงาน|จังหวัด|องค์กร|บริษัท|ชุมชน|ท่าน|ผลงาน)(?:ที่เหลือ)?[ ]*(?:ได้แก่|คือ(?=[ ])|ประกอบด้วย)"
        r"(?P<names>(?:(?!รางวัล|ชนะเลิศ|ชมเชย|ส่วน|ขณะที่)[^\n]){3,160}?)"
        r"(?=(?:ต่าง)?(?:ได้รับ|คว้า|ได้(?=รางวัล|เหรียญ|อันดับ|รอง|ที่[ ]?\d)|รับรางวัล))"
    ),
    "ส่วน|ขณะที่|สำหรับ",
)


def read_others(findings: Findings) -> None:
    """Takes those named as the others for the subject of the verb behind them, where no list of the prize before goes on."""
    for others in _OTHERS.finditer(findings.text):
        for party in findings.parties_between(*others.span("names")):
            if party.role == "listed":
                party.role = "plain"


def is_among(candidate: Candidate, lists: Sequence[tuple[int, int]]) -> bool:
    """Whether a candidate is told in one of the lists of those who may win, or its winner or its work is named there."""
    places = [candidate.at]
    if candidate.recipient is not None:
        places.append(candidate.recipient.start)
    if candidate.work is not None:
        places.append(candidate.work.start)
    return any(start <= at < end for start, end in lists for at in places)
