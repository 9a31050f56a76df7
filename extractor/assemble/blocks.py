"""Lists of results whose entries are blocks of lines, parted by empty ones: a prize, its winner, and who or whose the winner is.

⏎⏎สุดยอดผู้นำ สาขาเกษตร⏎คุณมานะ ใจดี⏎กรรมการผู้จัดการ บจก. ไร่นาดี⏎⏎… · ⏎⏎กองทุนหุ้นปันผล⏎กองทุนเปิดนาดี⏎บลจ.นาดี จำกัด⏎⏎…
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.assemble.free_names import BAD
from extractor.assemble.line_words import ANNOUNCES, BEST, LETTER, NO_PRIZE, NO_WINNER, NOMINATES, SPOKEN, behind_bullet
from extractor.document import Span
from extractor.match.label import PARTS, Label
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

# blocks at the least, and where their winners are known people or bodies; lines of a block; characters of its lines
_LEAST, _LEAST_KNOWN, _LINES, _LINE = 3, 2, 9, 130
# characters of a prize's name, and of a winner's
_SHORTEST, _LONGEST, _NAME = 4, 80, 90
# characters before the first block within which it is said that results follow
_REACH = 400
# สุดยอดผู้นำ| (มี 2 ท่าน) · ผู้นำขวัญใจพนักงาน|  (โหวตโดยผู้อ่าน) · กองทุนผสม| :
_HEAD_ENDS = re.compile(r"(?:[ ]*\([^()\n]{1,60}\))?[ ]*[:：–-]?[ ]*$")
# what no prize's name holds
_NO_HEAD = re.compile(r"[“”\"?!…]|\d{3,}|ได้รับ|ได้แก่|ดังนี้|กล่าว|โดย|ซึ่ง|เมื่อ|วันที่|ประกาศ|รายชื่อ|http|@|โทร|ติดตาม|แท็ก|อ่าน(?=[ ]|เพิ่ม)")
# รางวัลกลุ่มกองทุน, รายนามผู้เข้ารับรางวัล: a line between blocks, or above them, that is about prizes
_ABOUT = re.compile(r"รางวัล|ผู้ชนะ|เกียรติยศ|Winner|WINNER|Award|AWARD")
_BRANCH = re.compile(r"[ ]*สาขา$")


def read_blocks(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that such blocks tell, in the place of what was read within them otherwise."""
    if findings.text.count("\n\n") < _LEAST_KNOWN:
        return candidates
    for run in _runs(findings):
        told = [candidate for start, end in run for candidate in _entries(findings, start, end)]
        begin, until = findings.structure.lines[run[0][0]][0], findings.structure.lines[run[-1][1] - 1][1]
        within = [candidate for candidate in candidates if begin <= candidate.at < until]
        if len(told) < sum(candidate.recipient is not None and bool(candidate.labels.keys() & PARTS) for candidate in within):
            continue
        candidates = [candidate for candidate in candidates if not begin <= candidate.at < until]
        candidates.extend(told)
    return sorted(candidates, key=lambda candidate: candidate.at)


def _runs(findings: Findings) -> Iterator[list[tuple[int, int]]]:
    """Blocks that follow each other and tell who has won, by the numbers of their lines; a line alone may stand between."""
    run: list[tuple[int, int]] = []
    for start, end in [*_blocks(findings), (0, 0)]:
        if end > start and _is_entry(findings, start, end):
            run.append((start, end))
            continue
        if end - start == 1 and run and _ABOUT.search(findings.text, *findings.structure.lines[start]):
            continue
        known = all(_known(findings, findings.structure.lines[first + 1][0]) is not None for first, _ in run)
        if len(run) >= (_LEAST_KNOWN if known else _LEAST) and _is_announced(findings, run[0][0]):
            yield run
        run = []


def _blocks(findings: Findings) -> Iterator[tuple[int, int]]:
    """Lines between empty ones, by the numbers of the first and behind the last."""
    lines, text = findings.structure.lines, findings.text
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or text.count("\n", lines[number - 1][1], lines[number][0]) > 1:
            yield first, number
            first = number


def _is_announced(findings: Findings, first: int) -> bool:
    """Whether it is said above the first block that results follow, and not who may win."""
    lines, text = findings.structure.lines, findings.text
    begin = max(0, lines[first][0] - _REACH)
    if NOMINATES.search(text, begin, lines[first][0]) is not None:
        return False
    above = lines[first - 1] if first else (0, 0)
    alone = above[1] - above[0] <= _LONGEST and _ABOUT.search(text, *above) is not None
    return alone or any(
        ANNOUNCES.search(text, max(start, begin), end) is not None
        for start, end in lines[max(0, first - 4) : first]
        if end > begin
    )


def _known(findings: Findings, start: int) -> Party | None:
    """The person or body that a line begins with."""
    return findings.party_at(behind_bullet(findings.text, start) - 1, 2)


def _is_entry(findings: Findings, first: int, last: int) -> bool:
    """Whether a block is a prize's name with its winner below it."""
    lines, text = findings.structure.lines, findings.text
    if not 2 <= last - first <= _LINES or any(end - start > _LINE for start, end in lines[first:last]):
        return False
    start, end = _heading(text, *lines[first])
    if not _SHORTEST <= end - start <= _LONGEST or not LETTER.match(text, start) or _NO_HEAD.search(text, start, end):
        return False
    party = _known(findings, lines[first][0])
    if (party is not None and party.kind == "person") or (NO_PRIZE.match(text, start) and not BEST.search(text, start, end)):
        return False
    if any(word in SPOKEN for word in words(text[start:end])):
        return False
    return _winner(findings, *lines[first + 1]) is not None


def _heading(text: str, start: int, end: int) -> tuple[int, int]:
    """The words of a prize's name in a line, without รางวัล before and brackets behind them."""
    begin = behind_bullet(text, start)
    ends = _HEAD_ENDS.search(text, begin, end)
    return begin + 6 * text.startswith("รางวัล", begin), ends.start() if ends is not None else end


def _winner(findings: Findings, start: int, end: int) -> Party | None:
    """Who is named in a line, known or told by the place alone."""
    known = _known(findings, start)
    if known is not None:
        return known if known.role != "giver" or known.kind == "organisation" else None
    text = findings.text
    begin = behind_bullet(text, start)
    name = text[begin:end].rstrip(" .,:;")
    if not 2 < len(name) <= _NAME or not LETTER.match(name) or NO_WINNER.match(name) or _NO_HEAD.search(name):
        return None
    if any(word in BAD or word in SPOKEN for word in words(name)):
        return None
    return Party.of_words(Span(begin, begin + len(name), "party.block"), "listed")


def _entries(findings: Findings, first: int, last: int) -> Iterator[Candidate]:
    """The conferrals that a block tells: one for each person in it, else one, of the body that it names first."""
    lines, text = findings.structure.lines, findings.text
    labels = _labels(findings, *lines[first])
    winners = [_winner(findings, *lines[first + 1])]
    above: list[Party | None] = [_house(findings, *lines[first + 1], winners[0])]
    for start, end in lines[first + 2 : last]:
        party = _known(findings, start)
        if party is not None and party.kind == "person" and winners[0] is not None and winners[0].kind == "person":
            winners.append(party)
            above.append(_house(findings, start, end, party))
        elif above[-1] is None and winners[-1] is not None:
            above[-1] = _house(findings, start, end, None)
    for winner, house in zip(winners, above, strict=True):
        if winner is not None and NO_WINNER.match(text, winner.start) is None:
            yield Candidate(
                labels=dict(labels), at=winner.start, rule="conferral.list", recipient=winner, parent=house, verb=True
            )


def _house(findings: Findings, start: int, end: int, winner: Party | None) -> Party | None:
    """The body that a line names beside or below its winner."""
    begin = winner.name.end if winner is not None else start
    behind = findings.parties_between(begin, end)[:4]
    return next((party for party in behind if party.kind == "organisation"), None)


def _labels(findings: Findings, start: int, end: int) -> dict[str, Label]:
    """What a heading names: its known parts, and what else it says as the category."""
    text = findings.text
    begin, until = _heading(text, start, end)
    here = [label for label in findings.labels_between(start, until)[:4] if label.kind in {"branch", "level"}]
    labels: dict[str, Label] = {label.kind: label for label in reversed(here)}
    stop = here[0].outer if here else until
    stop -= len(match.group()) if (match := _BRANCH.search(text, begin, stop)) is not None else 0
    stop = begin + len(text[begin:stop].rstrip(" –-:"))
    if stop - begin >= _SHORTEST:
        labels["category"] = Label("category", begin, stop, "category.block", begin, stop)
    return labels
