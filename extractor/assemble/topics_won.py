"""Titles of talks and papers that have won, told as their topic: รางวัลชมเชย ได้แก่ นาย ก ในหัวข้อ “น้ำใต้ทราย”."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.document import Span, overlaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

_TOPIC_WORD = Words("หัวข้อ")
_LEAD = re.compile(r"[ ]*(?:(?:กับ|ด้วย|จาก)?(?:การ(?:บรรยาย|นำเสนอ|พูด|เล่า(?:เรื่อง)?))?(?:ใน)?)\Z")
_TITLE = re.compile(r"หัวข้อ(?:เรื่อง|วิจัย)?(?:ว่า)?[ ]?[“\"](?P<title>[^“”\"\n]{4,150}?)[ ]*[”\"]")
# ชนะเลิศ| ไปครอง| ในหัวข้อ
_WON = re.compile(r"(?:ไป|มา)(?:ครอง|ได้)?(?:ได้)?(?:สำเร็จ)?[ ]*\Z")
# ได้รับ|รางวัล ก| หรือ AB ประจำปี 2564| ในหัวข้อ: the one prize that somebody is told to have received
_RECEIVED = re.compile(r"(?:ได้รับ|คว้า|รับ)[ ]?\Z")
_TO_TOPIC = re.compile(
    r"[”\"]?[ ]?(?:(?:หรือ[ ]?)?\(?[A-Z][A-Za-z ]{1,24}\)?[ ]?)?(?:(?:ประจำ)?ปี[ ]?(?:พ\.ศ\.[ ]?)?)?(?:\d{4})?[ ]?"
)
# characters of the words before a topic, and from a rank to a winner's topic
_LEADS, _NEAR = 26, 240


def find_topics(findings: Findings) -> Iterator[Span]:
    """Each topic in marks right behind a winner's name, a rank that is told of one winner alone, or a prize that is received."""
    text = findings.text
    places = _TOPIC_WORD.find(text)
    if not places:
        return
    ends = sorted(party.end for party in findings.parties)
    ranks = sorted(label.until for label in findings.labels if label.kind == "level")
    known = sorted((work.start, work.end) for work in findings.works)
    prizes = sorted(
        (label.until, label.outer) for label in findings.labels if label.kind == "award" and text.startswith("รางวัล", label.outer)
    )
    contests = [(label.start, label.until) for label in findings.labels if label.kind == "award"]
    for place in places:
        title = _TITLE.match(text, place)
        lead = _LEAD.search(text, max(0, place - _LEADS), place)
        if title is None or lead is None or overlaps(known, *title.span("title")) or overlaps(contests, place, title.end()):
            continue
        end = lead.start()
        won = _WON.search(text, max(0, end - 16), end)
        if text.count(title["title"]) == 1 and _is_received(text, prizes, end):
            yield Span(*title.span("title"), "work.topic.quoted")
            continue
        behind = _is_in(ends, end) or _is_in(ranks, end) or (won is not None and _is_in(ranks, won.start()))
        at = bisect_left(ranks, end + 1) - 1
        if not behind or at < 0 or end - ranks[at] > _NEAR or "\n" in text[ranks[at] : end]:
            continue
        if text.count(title["title"]) == 1:
            yield Span(*title.span("title"), "work.topic.quoted")


def _is_received(text: str, prizes: list[tuple[int, int]], end: int) -> bool:
    """Whether a prize that somebody is told to have received stands right before `end`, but for its short name and its year."""
    at = bisect_left(prizes, (end + 1, 0)) - 1
    if at < 0 or "\n" in text[prizes[at][0] : end]:
        return False
    until, outer = prizes[at]
    return _TO_TOPIC.fullmatch(text, until, end) is not None and _RECEIVED.search(text, max(0, outer - 8), outer) is not None


def _is_in(places: list[int], place: int) -> bool:
    at = bisect_left(places, place)
    return at < len(places) and places[at] == place
