"""Who has made a work that is told to have won, by the words behind its title: “สายลม” ของบริษัท ก โดย |Wind House| ได้ Bronze."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.free_party import free_party
from extractor.match.work_words import MAKER_WINS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.draft import Candidate
    from extractor.assemble.findings import Findings, Party
    from extractor.document import Span

# what rules of titles in marks end with, and characters behind the maker within which the prize stands
_IN_MARKS, _PRIZE = ".quoted", 90


def find_makers(findings: Findings) -> None:
    """Adds a party for each maker that no matcher knows."""
    new = []
    for _, start, end in _made(findings):
        if not any(start <= party.start < end for party in findings.parties):
            maker = free_party(findings.text, start, end, opened=True)
            if maker is not None:
                new.append(maker)
    if new:
        findings.parties = sorted([*findings.parties, *new], key=lambda party: (party.start, -party.end))


def _made(findings: Findings) -> Iterator[tuple[Span, int, int]]:
    """Each title, and where its maker's name begins and ends."""
    for work in findings.works:
        made = MAKER_WINS.match(findings.text, work.end + 1) if work.rule.endswith(_IN_MARKS) else None
        if made is not None:
            yield work, *made.span("maker")


def credit_makers(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates in which each such maker has won with the title before its name, and nobody else has."""
    for work, start, end in _made(findings):
        maker = next((party for party in findings.parties if start <= party.start < end), None)
        if maker is None:
            continue
        won = [one for one in candidates if _is_won_behind(one, maker)]
        if not won:
            continue
        for one in won:
            one.recipient, one.work, one.parent = maker, work, None
        candidates = [one for one in candidates if one in won or one.work is None or one.work.start != work.start]
    return candidates


def _is_won_behind(candidate: Candidate, maker: Party) -> bool:
    """Whether what a candidate has won is told right behind the maker."""
    prizes = [label.outer for kind, label in candidate.labels.items() if kind in {"level", "category", "branch"}]
    return any(maker.end <= at <= maker.end + _PRIZE for at in prizes)
