"""Winners and their ranks told in two rows: กรม ก และกรม ข คว้ารางวัลชนะเลิศและรองชนะเลิศ ตามลำดับ."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.assemble.draft import Candidate
    from extractor.assemble.findings import Findings, Party
    from extractor.match.label import Label

_WORD = "ตามลำดับ"
# characters before the word within which its rows stand, and between the word and the row before it
_ROWS, _BESIDE = 260, 40
_AND = re.compile(
    r"[”\"’']?(?:[ ]*\([^()\n]{1,40}\))?[ ]*(?:,|และ|กับ|,[ ]?และ|/)?[ ]*(?:รางวัล|ประเภท|สาขา|โล่|อันดับที่|ทีม)?[ ]*[“\"‘']?"
)
_KINDS = ("level", "category", "branch")


def pair_in_order(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, with the first winner of such rows given the first rank, the second the second, and no other."""
    text = findings.text
    at = text.find(_WORD)
    while at >= 0:
        rows = _rows(findings, at)
        if rows is not None:
            candidates = _paired(candidates, *rows)
        at = text.find(_WORD, at + len(_WORD))
    return candidates


def _rows(findings: Findings, at: int) -> tuple[list[Party], list[Label]] | None:
    """The row of winners and the row of labels that the word at `at` pairs; None where it pairs none."""
    text = findings.text
    begin = max(text.rfind("\n", 0, at) + 1, at - _ROWS)
    first = bisect_left(findings.labels, begin, key=lambda label: label.outer)
    last = bisect_left(findings.labels, at, key=lambda label: label.outer)
    labels = [label for label in findings.labels[first:last] if label.kind in _KINDS]
    row = labels[-1:]
    for before, label in reversed(list(pairwise(labels))):
        if before.kind != label.kind or not _AND.fullmatch(text, before.until, label.outer):
            break
        row.insert(0, before)
    if len(row) < 2:  # one is no row
        return None
    first = bisect_left(findings.parties, begin, key=lambda party: party.start)
    last = bisect_left(findings.parties, at, key=lambda party: party.start)
    named = [party for party in findings.parties[first:last] if party.role not in {"superior", "member", "heading"}]
    behind = [party for party in named if party.start >= row[-1].until]
    winners = _last_row(text, behind or [party for party in named if party.end <= row[0].outer])
    if len(winners) != len(row) or at - max(winners[-1].end, row[-1].until) > _BESIDE:
        return None
    return winners, row


def _last_row(text: str, parties: list[Party]) -> list[Party]:
    """The last of the parties with those of its kind that it stands in a row with."""
    row = parties[-1:]
    for before, party in reversed(list(pairwise(parties))):
        if before.kind != party.kind or not _AND.fullmatch(text, before.end, party.start):
            break
        row.insert(0, before)
    return row


def _paired(candidates: list[Candidate], winners: list[Party], row: list[Label]) -> list[Candidate]:
    kind = row[0].kind
    starts = {winner.start: label for winner, label in zip(winners, row, strict=True)}
    concerned = [
        candidate
        for candidate in candidates
        if candidate.recipient is not None and candidate.recipient.start in starts and candidate.labels.get(kind) in row
    ]
    if not concerned:
        return candidates
    told = concerned[0]
    place = candidates.index(told)
    kept = [candidate for candidate in candidates if not any(candidate is other for other in concerned)]
    paired = [
        replace(told, labels={**told.labels, kind: label}, recipient=winner, at=max(told.at, label.outer))
        for winner, label in zip(winners, row, strict=True)
    ]
    return [*kept[:place], *paired, *kept[place:]]
