"""Lists of the prizes that the firm of a press release has won, a line for each: the prize, its rank and what it was won with.

• Best Townhome Development — Winner : บ้านนาดี ทาวน์ · • Highly Commended: Best Green Office – อาคารนาดี
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.line_words import behind_bullet
from extractor.document import Span
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings, Party

_RANKS = Words("Winner|WINNER|Commended|COMMENDED|Gold|GOLD|Silver|SILVER|Bronze|BRONZE|Platinum|Finalist|ชนะเลิศ|เหรียญ")
_RANK = (
    r"(?P<rank>(?:Grand[ ])?Winner|WINNER"
    r"|Highly[ ]Commended|HIGHLY[ ]COMMENDED|(?:Gold|Silver|Bronze|Platinum|GOLD|SILVER|BRONZE)"
    r"(?:[ ](?:Award|Winner|Medal|Prize))?|(?:รางวัล)?(?:รอง)?ชนะเลิศ(?:[ ]?อันดับ[ ]?(?:ที่[ ]?)?\d)?|เหรียญ(?:ทองแดง|ทอง|เงิน))"
)
_PRIZE = r"(?:รางวัล[ ]?)?[“\"]?(?P<prize>[A-Z][A-Za-z0-9&’'.,/-]*(?:[ ][A-Za-z0-9&’'.,/(][A-Za-z0-9&’'.,/()-]*){1,11})[”\"]?"
_APART = r"[ ]*(?:[–—:|/]|-(?=[ ])|,(?=[ ])|(?=\())[ ]*"
_TITLE = r"(?:[ ]*(?:[–—:|]|-(?=[ ])|ได้แก่|คือ|จาก|โดย)[ ]*(?:โครงการ[ ]?(?=[“\"]))?[“\"]?"
_TITLE += r"(?P<work>[^\n“”\"]{2,80}?)[”\"]?)?[ ]*$"
_PRIZE_FIRST = re.compile(rf"{_PRIZE}{_APART}\(?(?:ระดับ|รางวัล)?[ ]?{_RANK}\)?{_TITLE}")
_RANK_FIRST = re.compile(rf"(?:รางวัล[ ]?)?{_RANK}{_APART}(?:สาขา|ประเภท)?[ ]?{_PRIZE}{_TITLE}")
# characters of a line; lines of a list at least, and between two of one; characters before it within which its winner is told of
_LONGEST, _LEAST, _GAP, _FAR = 170, 2, 2, 1600
_WON = re.compile(r"รางวัล|คว้า|Award|AWARD")


def read_own_prizes(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that such lists tell, in the place of what was read within their lines otherwise."""
    text = findings.text
    if len(_RANKS.find(text)) < _LEAST:
        return candidates
    for lines in _lists(findings):
        begin, until = lines[0].start(), lines[-1].end()
        firm = _firm(findings, begin)
        if firm is None:
            continue
        candidates = [candidate for candidate in candidates if not begin <= candidate.at < until]
        candidates.extend(_candidate(findings, line, firm) for line in lines)
    return sorted(candidates, key=lambda candidate: candidate.at)


def _lists(findings: Findings) -> Iterator[list[re.Match[str]]]:
    """Lines of one list that each name a prize and a rank."""
    found: list[re.Match[str]] = []
    last = 0
    lines = findings.structure.lines
    for number, (start, end) in enumerate([*lines, (0, 0)]):
        match = _line(findings.text, start, end) if end - start <= _LONGEST else None
        if found and (number == len(lines) or (match is not None and number - last > _GAP)):
            if len(found) >= _LEAST:
                yield found
            found = []
        if match is not None:
            found.append(match)
            last = number


def _line(text: str, start: int, end: int) -> re.Match[str] | None:
    body = behind_bullet(text, start)
    return _RANK_FIRST.match(text, body, end) or _PRIZE_FIRST.match(text, body, end)


def _firm(findings: Findings, at: int) -> Party | None:
    """The firm with which a paragraph above the list begins that tells of prizes."""
    text = findings.text
    lines = findings.structure.lines
    for start, end in reversed(lines[: bisect_left(lines, (at, 0))]):
        if at - start > _FAR:
            return None
        party = findings.party_at(start, 2)
        if party is not None and party.kind == "organisation" and _WON.search(text, party.end, end):
            return party
    return None


def _candidate(findings: Findings, line: re.Match[str], firm: Party) -> Candidate:
    """What a line tells: of the firm, but where it names another that has won."""
    rank, prize = line.span("rank"), line.span("prize")
    start = rank[0] + 6 * line["rank"].startswith("รางวัล")
    labels = {
        "level": Label("level", start, rank[1], "level.own", *rank),
        "category": Label("category", *prize, "category.own", *prize),
    }
    work = Span(*line.span("work"), "work.own") if line["work"] is not None else None
    named = findings.party_at(work.start) if work is not None else None
    if named is not None and named.kind in {"person", "organisation"}:
        work, firm = None, named  # Best CEO – Winner : คุณมานะ ใจดี
    return Candidate(labels=labels, at=line.start(), rule="conferral.list", work=work, recipient=firm, verb=True)
