"""Rows of a ranking, each with its place behind or before who holds it.

ได้แก่ ร้าน ก อันดับ 1 ร้าน ข อันดับ 22 · – Nadee (นาดี) – อันดับที่ 6 ของโลก · ได้แก่ อันดับ 15 ร้าน ก และอันดับ 17 ร้าน ข
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.document import Span
from extractor.match.award_latin import RANKING
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

_RANK = (
    r"(?P<rank>(?:อันดับ|ลำดับ)(?:ที่)?[ ]?\d{1,3}(?!\d|[.,]\d)(?:[ ]?[-–][ ]?\d{1,4})?"
    r"(?:[ ]?(?:ของ|ใน)(?:โลก|เอเชีย|ภูมิภาค(?:เอเชีย|อาเซียน)?|อาเซียน|ประเทศ(?:ไทย)?))?)"
)
_NAME = (
    r"(?P<name>(?!(?:ติด|อยู่|ได้|คว้า|มี|เป็น|ขึ้น|โดย|ซึ่ง|และ|ใน|จาก|ของ|ที่|รอง|ชนะ|รางวัล|คะแนน))"
    r"(?:(?!อันดับ|ลำดับ|ได้แก่|คะแนน|รางวัล|ซึ่ง|[ ](?:ติด|อยู่|ได้|คว้า|มี|เป็น|ขึ้น|โดย)|[,()\n–—:;]).){2,50}?)"
)
# ร้าน ก (Nadee) |ซึ่งคว้า|อันดับ 3
_HOLDS = r"(?:[ ]?(?:ซึ่ง|ที่)?(?:คว้า|ติด|อยู่|ได้|รั้ง|ครอง|มา)(?:ใน|เป็น)?[ ]?)?"
_ROW = re.compile(
    rf"{_NAME}(?:[ ]?\((?!อันดับ|ลำดับ)[^()\n]{{1,40}}\))?[ ]*[-–—:(]?{_HOLDS}[ ]*(?:ใน)?{_RANK}(?:[ ]?[-–][ ]?\d{{1,4}})?\)?"
)
# ได้แก่ |อันดับ 15 ร้าน ก (Nadee)| และ|อันดับ 17 ร้าน ข
_RANK_FIRST = re.compile(
    rf"{_RANK}[ ]?(?:[-–—:]|ได้แก่|คือ)?[ ]?(?P<name>(?!(?:ติด|อยู่|ได้|มี|เป็น|ขึ้น|โดย|ซึ่ง|และ|ใน|จาก|ของ|ที่|รอง|ชนะ|รางวัล|คะแนน|ร่วม))"
    r"(?:(?!อันดับ|ลำดับ|ได้แก่|คะแนน|รางวัล|ซึ่ง|และ|โดย|ตามด้วย|จาก"
    r"|[ ](?:ติด|อยู่|ได้|คว้า|มี|เป็น|ขึ้น|ขณะ|ส่วน|ของ|ใน|นอกจาก))[^,()\n–—:;/“”\"]){2,50}?)"
    r"(?:[ ]?\([^()\n]{1,40}\))?(?=[ ]*(?:$|\n|[,;/]|และ|อันดับ|ลำดับ|โดย|ซึ่ง|ตามด้วย|จาก)|[ ](?:ขณะ|ส่วน|ของ|ใน|ติด|อยู่|นอกจาก))"
)
_PLACES = ("อันดับ", "ลำดับ")
# between two rows of one line
_BETWEEN = re.compile(r"[ ]*(?:(?:ไป|มา)ครอง)?[ ]*(?:,|และ|ส่วน)?[ ]*")
_OPENS = re.compile(r"(?:ได้แก่|คือ|อาทิ|ดังนี้|ประกอบด้วย|เช่น)[ ]*:?[ ]*|(?m:^)[ ]*(?:[-–•*●✅]|\d{1,2}[.)])[ ]*")
# where it opens within a line
_OPENING = Words("ได้แก่|คือ|อาทิ|ดังนี้|ประกอบด้วย|เช่น")
_RANKING = Words("Best|Top|TOP|BEST|Rank|RANK|Choice|จัดอันดับ|ติดอันดับ")
# characters behind a ranking's name within which its rows begin, and before it within which it is told to be one
_FAR, _TOLD = 2500, 40
# characters from a row's begin to its rank
_ROW_LONGEST = 120
_ROWS = 2


def read_rankings(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that rows of a ranking tell, and none that was read within one otherwise."""
    text = findings.text
    if "อันดับ" not in text or not _RANKING.find(text):
        return candidates
    for rows in _rankings(text, [line for line, _ in findings.structure.lines]):
        award = _ranking_before(findings, rows[0].start())
        if award is None:
            continue
        candidates = [candidate for candidate in candidates if not any(row.start() <= candidate.at < row.end() for row in rows)]
        candidates.extend(_candidate(findings, row, award) for row in rows)
    return candidates


def _rankings(text: str, lines: list[int]) -> Iterator[list[re.Match[str]]]:
    """The rows of each ranking, two at least; `lines` is where lines begin."""
    rows: list[re.Match[str]] = []
    for opened in (_OPENS.match(text, place) for place in sorted({*_OPENING.find(text), *lines})):
        if opened is None:
            continue
        at = opened.end()
        if rows and at <= rows[-1].end():
            continue
        row = _row(text, at)
        if row is None:
            continue
        lines_below = rows and text.count("\n", rows[-1].end(), at) == 1
        if rows and not lines_below:
            if len(rows) >= _ROWS:
                yield rows
            rows = []
        while row is not None:
            rows.append(row)
            between = _BETWEEN.match(text, row.end())
            row = _row(text, between.end()) if between is not None and between.end() > row.end() else None
    if len(rows) >= _ROWS:
        yield rows


def _row(text: str, at: int) -> re.Match[str] | None:
    """The row that begins at a place; tried only where a rank follows."""
    if text.startswith(_PLACES, at):
        return _RANK_FIRST.match(text, at)
    if text.find("ดับ", at, at + _ROW_LONGEST) < 0 or _RANKED_BEFORE.search(text, max(0, at - _BEFORE), at) is not None:
        return None
    return _ROW.match(text, at)


# อันดับ 2 คือ |ร้าน ก อันดับ 3 ร้าน ข: whose rank stands before the name
_RANKED_BEFORE = re.compile(r"อันดับ(?:ที่)?[ ]?\d{1,3}[ ]?(?:คือ|ได้แก่|เป็นของ|ตกเป็นของ|:)[ ]*$")
_BEFORE = 30


def _ranking_before(findings: Findings, at: int) -> dict[str, Label] | None:
    """The ranking named last before a place, with its year; None where the last prize named is no ranking."""
    named = [label for label in findings.labels if label.kind in {"award", "year"} and at - _FAR <= label.outer < at]
    award = next((label for label in reversed(named) if label.kind == "award"), None)
    if (
        award is None
        or award.rule == "award.contest"
        or not (award.rule == RANKING or _RANKING.within(findings.text, max(0, award.start - _TOLD), award.end))
    ):
        return None
    labels = {"award": award}
    year = next((label for label in named if label.kind == "year" and 0 <= label.outer - award.until <= _TOLD), None)
    if year is not None:
        labels["year"] = year
    return labels


def _candidate(findings: Findings, row: re.Match[str], award: dict[str, Label]) -> Candidate:
    begin, until = row.span("name")
    rank = row.span("rank")
    labels = {**award, "level": Label("level", *rank, "level.ranking", *rank)}
    name = Span(begin, until, "party.ranking")
    recipient = findings.party_at(begin, 1) or Party.of_words(name, "listed")
    return Candidate(labels=labels, at=begin, rule="conferral.list", recipient=recipient, verb=True)
