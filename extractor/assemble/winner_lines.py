"""Lists of winners a line each, with the rank behind or below: โรงเรียน ก – ชนะเลิศ⏎โรงเรียน ข – ชมเชย · ทีม ก⏎ชนะเลิศ⏎ทีม ข⏎ชมเชย.

The line may tell of a work and its maker: “น้ำใส” โดย ทีม ก (รางวัลชนะเลิศ)⏎“บ้านไผ่” โดย นาย ข (รางวัลชมเชย).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.document import Span
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

_RANKS = Words("ชนะเลิศ|ชมเชย|เหรียญทอง|เหรียญเงิน|ระดับดี|รางวัลดีเด่น|ระดับยอดเยี่ยม")
_RANK = (
    r"(?:รางวัล)?[ ]?(?P<rank>(?:รอง)?ชนะเลิศ(?:[ ]?(?:อันดับ)?[ ]?(?:ที่)?[ ]?[1-9](?!\d))?|เหรียญ(?:ทองแดง|ทอง|เงิน)|ชมเชย)"
    r"(?:[ ]?\([^()\n]{1,40}\))?[ ]*$"
)
_LEAD = r"[ ]*(?:\(?\d{1,2}[.)][ ]*|[-–•*●✅][ ]*)?"
# โรงเรียน ก| – รางวัล|ชนะเลิศ, โรงเรียน ก| (รางวัล|ชนะเลิศ|)|, โรงเรียน ก| รางวัล|ชนะเลิศ
_BEHIND = re.compile(
    r"[ ]*(?:[:–—-][ ]+|(?P<bracket>\()|[ ](?=รางวัล|ระดับ))(?:รางวัล)?[ ]?(?P<graded>ระดับ)?[ ]?"
    r"(?P<rank>(?:รอง)?ชนะเลิศ(?:[ ]?(?:อันดับ)?[ ]?(?:ที่)?[ ]?[1-9](?!\d))?|เหรียญ(?:ทองแดง|ทอง|เงิน)|ชมเชย"
    r"|ดี(?:เด่น|มาก|เยี่ยม|เลิศ)|ยอดเยี่ยม|(?(graded)ดี|(?!)))"
    r"(?:[ ]?\([^()\n]{1,40}\))?(?(bracket)\))[ ]*\Z"
)
_FIRST = re.compile(rf"{_LEAD}(?P<name>[ก-ฮเ-ไA-Z“\"][^\n:–—]{{2,160}})\Z")
# ผลงาน “น้ำใส” โดย| ทีม ก, ทีม ก |จากผลงาน “น้ำใส”, ทีม ก |(เรื่อง “น้ำใส”)
_MADE = re.compile(r"(?:(?:ชื่อ)?ผลงาน|เรื่อง|เพลง)?[ ]?[“\"]?(?P<work>[^“”\"\n]{2,100}?)[”\"]?[ ]+โดย[ ]?(?P<who>[^“”\"\n]{3,90})\Z")
_MAKES = re.compile(
    r"(?P<who>[^“”\"\n]{3,90}?)[ ]?\(?(?:(?:จาก|ชื่อ|ด้วย|กับ|เจ้าของ)?ผลงาน|เรื่อง|ในหัวข้อ)[ ]?"
    r"[“\"]?(?P<work>[^“”\"\n]{2,100}?)[”\"]?\)?\Z"
)
# characters at a line's end within which its rank stands
_AT_END = 70
_ALONE = re.compile(rf"{_LEAD}{_RANK}")
_NAMED = re.compile(rf"{_LEAD}(?P<name>[ก-ฮเ-ไA-Z“][^\n:]{{2,90}}?)[ ]*$")
_NO_NAME = re.compile(
    r"(?:รางวัล|ประเภท|ระดับ|รุ่น|สาขา|ผล(?!งาน)|การ(?:ประกวด|แข่งขัน)|ได้แก่|ชื่อ|ลำดับ|อันดับ|กลุ่มที่|คะแนน)"
    r"|.*(?:ดังนี้|ได้แก่|ได้รับ)"
)
_CLASS = re.compile(r"[ ]*(?:ประเภท|สาขา|(?P<kept>ระดับ|รุ่น|ด้าน|กลุ่ม))[ ]?(?P<name>[^\n:]{2,70}?)[ :]*$")
_LEAST = 2
# characters above a list within which its contest is named
_FAR = 1500

_Row = tuple[re.Match[str], re.Match[str]]


def read_winner_lines(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that such lists tell, in the place of what was read within their lines otherwise."""
    if len(_RANKS.find(findings.text)) < _LEAST:
        return candidates
    for rows in (*_ranked_behind(findings), *_ranked_below(findings)):
        begin, until = rows[0][0].start("name"), rows[-1][1].end()
        if _give_ranks(candidates, rows):
            continue
        within = [candidate for candidate in candidates if begin <= candidate.at < until]
        prize = _prize_of(within, begin) or _prize_above(findings, begin)
        if prize is None or _is_told(within, rows):
            continue
        prize |= _class_above(findings, begin)
        candidates = [candidate for candidate in candidates if not begin <= candidate.at < until]
        candidates.extend(_candidate(findings, name, rank, prize) for name, rank in rows)
    return candidates


def _give_ranks(candidates: list[Candidate], rows: list[_Row]) -> bool:
    """Whether each line tells of one work and its maker, or of one winner, who then has the rank at its end."""
    told = []
    for name, rank in rows:
        ones = [one for one in candidates if name.start("name") <= one.at < rank.end()]
        if len(ones) != 1 or ones[0].recipient is None or not name.start("name") <= ones[0].recipient.start < name.end("name"):
            return False
        told.append(ones[0])
    if all(one.work is None for one in told):
        return False
    for one, (_, rank) in zip(told, rows, strict=True):
        span = rank.span("rank")
        one.labels["level"] = Label("level", *span, "level.line", *span)
    return True


def _is_told(within: list[Candidate], rows: list[_Row]) -> bool:
    """Whether what was read within a list already has each rank with the one whose line it is."""
    told = {
        (one.recipient.start, one.labels["level"].start) for one in within if one.recipient is not None and "level" in one.labels
    }
    return all(
        any(abs(start - name.start("name")) <= 1 and at == rank.start("rank") for start, at in told) for name, rank in rows
    )


def _class_above(findings: Findings, at: int) -> dict[str, Label]:
    """The class that the line above a list names: ประเภทนักเรียน."""
    lines = [line for line in findings.structure.lines if line[1] <= at]
    found = _CLASS.match(findings.text, *lines[-1]) if lines else None
    if found is None:
        return {}
    start = found.start("kept") if found["kept"] else found.start("name")
    return {"category": Label("category", start, found.end("name"), "category.line", found.start(), found.end("name"))}


def _ranked_behind(findings: Findings) -> Iterator[list[_Row]]:
    """Lists in whose lines the rank stands behind a dash or colon."""
    rows: list[_Row] = []
    for start, end in [*findings.structure.lines, (0, 0)]:
        rank = _BEHIND.search(findings.text, max(start, end - _AT_END), end)
        row = _FIRST.match(findings.text, start, rank.start()) if rank is not None else None
        if rank is not None and row is not None and _NO_NAME.match(row["name"]) is None:
            rows.append((row, rank))
            continue
        if len(rows) >= _LEAST:
            yield rows
        rows = []


def _ranked_below(findings: Findings) -> Iterator[list[_Row]]:
    """Lists in which a line names who has won and the next one the rank, from the first line to the last."""
    text, lines = findings.text, findings.structure.lines
    at = 0
    while at + 2 * _LEAST <= len(lines):
        rows: list[_Row] = []
        while at + 1 < len(lines):
            name, rank = _NAMED.match(text, *lines[at]), _ALONE.match(text, *lines[at + 1])
            if name is None or rank is None or not _is_winner(findings, name):
                break
            rows.append((name, rank))
            at += 2
        above = at - 2 * len(rows) - 1
        after = _NAMED.match(text, *lines[at]) if at < len(lines) else None
        ranks_first = (above >= 0 and _ALONE.match(text, *lines[above]) is not None) or (
            after is not None and _is_winner(findings, after)
        )
        if len(rows) >= _LEAST and not ranks_first:
            yield rows
        at += 0 if rows else 1


def _is_winner(findings: Findings, line: re.Match[str]) -> bool:
    """Whether a line names nobody but one who may have won."""
    party = findings.party_at(line.start("name"), 1)
    return party is not None and party.role not in {"giver", "superior"} and party.end >= line.end("name") - 2


def _prize_of(within: list[Candidate], at: int) -> dict[str, Label] | None:
    """The prize, its year and its parts that were read for the first of a list's winners, where they are told above the list."""
    above = {kind: label for one in within[:1] for kind, label in one.labels.items() if kind != "level" and label.until <= at}
    return above if "award" in above else None


def _prize_above(findings: Findings, at: int) -> dict[str, Label] | None:
    """The contest named last above a list, with its year."""
    named = [label for label in findings.labels if label.kind == "award" and at - _FAR <= label.outer < at]
    return findings.with_year(named[-1]) if named else None


def _candidate(findings: Findings, name: re.Match[str], rank: re.Match[str], prize: dict[str, Label]) -> Candidate:
    span = rank.span("rank")
    labels = {**prize, "level": Label("level", *span, "level.line", *span)}
    begin, until = name.span("name")
    told = _MADE.match(findings.text, begin, until) or _MAKES.match(findings.text, begin, until)
    work = Span(*told.span("work"), "work.line") if told is not None else None
    who, until = told.span("who") if told is not None else (begin, until)
    known = findings.party_at(who, 1)
    recipient = known if known is not None else Party.of_words(Span(who, until, "party.line"), "listed")
    return Candidate(labels=labels, at=begin, rule="conferral.list", work=work, recipient=recipient, verb=True)
