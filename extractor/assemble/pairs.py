"""Pairs that have won together, of whom the first is named: จำนวน 2 คู่ความร่วมมือ ได้แก่⏎(1) กรม ก และกรม ข⏎(2) บริษัท ค กับบริษัท ง.

Two who play together are such a pair: นาย ก กับ นาย ข คว้าแชมป์คู่ผสม.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.anchors import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.draft import Candidate
    from extractor.assemble.findings import Findings, Party

_PAIR = Words("คู่")
# จำนวน |1 คู่ความร่วมมือ ได้แก่| กรม ก และกรม ข
_OPENS = re.compile(r"คู่(?!มือ|ชีวิต|แข่ง)[ก-๎]{0,20}[ ]*(?:ได้แก่|คือ|ประกอบด้วย|ดังนี้|:)[ ]*")
_SO_MANY = re.compile(r"(?P<count>[1-9๑-๙]|หนึ่ง|สอง|สาม|สี่|ห้า)[ ]?\Z")
_ONE = frozenset({"1", "๑", "หนึ่ง"})
_ITEM = re.compile(r"\n[ ]*(?:\(?[\d๑-๙]{1,2}(?:\.[\d๑-๙]{1,2})*[.)]\)?|[-–•●✅])[ ]*(?P<words>[^\n]+)")
# what heads the next list
_NEXT_LIST = re.compile(r"คู่|รางวัล|ประเภท|ระดับ|ได้แก่")
# นาย ก| กับ |นาย ข, who won the doubles
_WITH = re.compile(r"[”\"’']?[ ]?(?:และ|กับ|คู่กับ|/)[ ]?")
_DOUBLES = re.compile(r"(?:ประเภท)?(?:(?:หญิง|ชาย)คู่|คู่(?:ผสม|หญิง|ชาย))")
_JOINS = re.compile(r"[”\"’']?[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:,|และ|กับ|ร่วมกับ|[ ])[ ]?")


def without_partners(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without those of the second in a pair, whose prize is the first one's."""
    seconds = {party.start for party in _partners(findings.text, candidates)}
    for place in _PAIR.find(findings.text):
        opener = _OPENS.match(findings.text, place)
        count = _SO_MANY.search(findings.text, max(0, place - 6), place) if opener is not None else None
        if opener is None or count is None:
            continue
        for start, end in _stretches(findings.text, opener.end(), one=count["count"] in _ONE):
            seconds.update(party.start for party in _behind_first(findings, start, end))
    if not seconds:
        return candidates
    return [one for one in candidates if one.recipient is None or one.recipient.start not in seconds]


def _partners(text: str, candidates: list[Candidate]) -> Iterator[Party]:
    """Those who won the doubles beside the one who is named before them."""
    for one, other in pairwise(candidates):
        part, first, second = one.labels.get("category"), one.recipient, other.recipient
        if part is None or part is not other.labels.get("category") or first is None or second is None:
            continue
        people = first.kind != "organisation" != second.kind
        if people and _DOUBLES.match(text, part.start) and _WITH.fullmatch(text, first.end, second.start) is not None:
            yield second


def _stretches(text: str, at: int, *, one: bool) -> list[tuple[int, int]]:
    """Where each pair stands: behind the opener where there is `one`, else in the items of the list below."""
    line_end = text.find("\n", at)
    line_end = line_end if line_end >= 0 else len(text)
    if text[at:line_end].strip():
        return [(at, line_end)] if one else []
    found = []
    while (item := _ITEM.match(text, line_end)) is not None and _NEXT_LIST.search(item["words"]) is None:
        found.append(item.span("words"))
        line_end = item.end()
    return found


def _behind_first(findings: Findings, start: int, end: int) -> list[Party]:
    """The parties of a pair that are joined to its first."""
    within = [party for party in findings.parties_between(start, end)[:8] if party.role != "superior"]
    joined: list[Party] = []
    for before, party in pairwise(within):
        if _JOINS.fullmatch(findings.text, before.end, party.start) is None:
            break
        joined.append(party)
    return joined
