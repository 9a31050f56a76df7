"""Rankings in tables whose cells stand in one line, and in numbered lines below what is ranked.

อันดับ | ธนาคาร | คะแนน |⏎1 | ธนาคาร ก | 91 |⏎2 | ธนาคาร ข | 88 | · 5 อันดับร้านที่ดีที่สุด ปี 2564⏎1. ร้าน ก⏎2. ร้าน ข
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.document import Span
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

# |อันดับ | ธนาคาร | คะแนน
_HEAD = re.compile(
    r"[ ]*\|?[ ]*(?:อันดับ(?:ที่)?|ลำดับ(?:ที่)?|ที่|Rank(?:ing)?|RANK|No\.?)[ ]*\|[ ]*(?!คะแนน|ปี)(?P<what>[^|\n\d]{2,40}?)[ ]*(?:\||$)"
)
_ROW = re.compile(r"[ ]*\|?[ ]*(?P<rank>(?:อันดับ(?:ที่)?[ ]?)?\d{1,3})\.?[ ]*\|[ ]*(?P<name>[^|\n]{2,70}?)[ ]*(?:\|[^\n]*)?$")
# 1. ร้าน ก| จ.น่าน · 2 Blue Jet| (บลูเจ็ต)
_NUMBERED = re.compile(
    r"[ ]*(?:อันดับ(?:ที่)?[ ]?)?(?P<rank>\d{1,3})(?:[.)][ ]*|[ ]+|[ ]?[:–-][ ]*)"
    r"(?P<name>(?![\d(])(?:(?![ ](?:จ\.|จังหวัด|อ\.|อำเภอ|ประเทศ|ได้|คะแนน|เมือง)|[ ]?[:(–—|])[^\n]){2,60}?)"
    r"(?:[ ](?:จ\.|จังหวัด|อ\.|อำเภอ|ประเทศ|เมือง)[^\n]{2,40}|[ ]?\([^()\n]{1,50}\))?[ ]*$"
)
# what bodies are ranked as, over numbered lines
_RANKED = frozenset({"award.ranking", "award.best_of"})
# a line of a table's frame: --- | ---
_FRAME = re.compile(r"[ |:–—-]*$")
# characters above a table within which the ranking is named
_FAR = 900
_ROWS = 2


def read_rank_tables(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that such tables tell, and none that was read within one otherwise."""
    listed = any(label.rule in _RANKED for label in findings.labels)
    if "|" not in findings.text and not listed:
        return candidates
    tables = [(start, end, rows, _ranking_above(findings, start)) for start, end, rows in _tables(findings)]
    for start, end, rows, award in [*tables, *(_lists(findings) if listed else ())]:
        if award is None:
            continue
        candidates = [candidate for candidate in candidates if not start <= candidate.at < end]
        candidates.extend(_candidate(findings, row, award) for row in rows)
    return candidates


def _tables(findings: Findings) -> Iterator[tuple[int, int, list[re.Match[str]]]]:
    """Where each table stands, and its rows, two at least."""
    lines = findings.structure.lines
    at = 0
    while at < len(lines):
        start, end = lines[at]
        at += 1
        if findings.text.find("|", start, end) < 0 or _HEAD.match(findings.text, start, end) is None:
            continue
        rows: list[re.Match[str]] = []
        while at < len(lines):
            row = _ROW.match(findings.text, *lines[at])
            if row is not None:
                rows.append(row)
            elif rows or _FRAME.match(findings.text, *lines[at]) is None:
                break
            at += 1
        if len(rows) >= _ROWS:
            yield start, rows[-1].end(), rows


def _lists(findings: Findings) -> Iterator[tuple[int, int, list[re.Match[str]], dict[str, Label] | None]]:
    """Where the numbered lines right below each ranking's own line stand, and the rows that go up or down by one."""
    lines = [line for line in findings.structure.lines if findings.text[line[0] : line[1]].strip()]
    starts = [start for start, _ in lines]
    for label in findings.labels:
        if label.rule not in _RANKED:
            continue
        rows: list[re.Match[str]] = []
        for line in lines[bisect_left(starts, label.until) :]:
            row = _NUMBERED.match(findings.text, *line)
            if row is None or (rows and abs(int(row["rank"]) - int(rows[-1]["rank"])) != 1):
                break
            rows.append(row)
        if len(rows) >= _ROWS:
            yield rows[0].start(), rows[-1].end(), rows, findings.with_year(label)


def _ranking_above(findings: Findings, at: int) -> dict[str, Label] | None:
    """The prize or ranking named last above a table, with its year."""
    named = [label for label in findings.labels if label.kind == "award" and at - _FAR <= label.outer < at]
    return findings.with_year(named[-1]) if named else None


def _candidate(findings: Findings, row: re.Match[str], award: dict[str, Label]) -> Candidate:
    rank, (begin, until) = row.span("rank"), row.span("name")
    labels = {**award, "level": Label("level", *rank, "level.ranking", *rank)}
    recipient = findings.party_at(begin, 1) or Party.of_words(Span(begin, until, "party.ranking"), "listed")
    return Candidate(labels=labels, at=begin, rule="conferral.list", recipient=recipient, verb=True)
