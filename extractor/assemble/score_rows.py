"""Results of a contest by points, a row in one line: ที่ โรงเรียน สังกัด คะแนน ระดับ อันดับ⏎1 โรงเรียน ก สพป. ข เขต 2 90 ทอง ชนะเลิศ.

Who took part without a medal or place has won nothing. The lines above the heading name the contest, and the event around it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.document import Span
from extractor.match.label import OF_TABLE, Kind, Label
from extractor.match.label_years import christian_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

_POINTS = Words("คะแนน ระดับ|คะแนน เหรียญ|คะแนน รางวัล|คะแนน ผล|คะแนน  ระดับ|คะแนน อันดับ")
_HEAD = re.compile(
    r"[ ]*(?:(?:ลำดับ)?ที่|ลำดับ|อันดับ)[ ]+(?:(?:ชื่อ)?(?:โรงเรียน|สถานศึกษา|ทีม|หน่วยงาน|นักเรียน|ผู้เข้าแข่งขัน)[ ]+)?(?:สังกัด[ ]+)?"
    r"คะแนน[ ]+(?:ระดับ|(?:ระดับ)?เหรียญ|รางวัล|ผล|อันดับ)(?:[ ]+[ก-๎]{3,20}){0,3}[ ]*$"
)
_RANK = r"(?:รอง)?ชนะเลิศ(?:[ ]?(?:อันดับ)?(?:ที่)?[ ]?[\d๑-๙])?"
# 1 |โรงเรียนนาดี| |สพป. นาดี เขต 2| 93.5 |ทอง ชนะเลิศ|
_ROW = re.compile(
    r"[ ]*\d{1,3}[.)]?[ ]+(?P<name>[^\n]{2,70}?)"
    r"(?:[ ]+(?P<body>(?:สพ[ปม]|สช|สศศ|สอศ|สกร|กทม|อปท|อบจ|ศธจ|ทต|ทม|ทน|เทศบาล|สำนัก)[^\n]{0,40}?))?[ ]+\d{1,3}(?:\.\d{1,4})?[ ]+"
    rf"(?:(?P<medal>(?:เหรียญ)?(?:ทองแดง|ทอง|เงิน)|ชมเชย)|เข้าร่วม|-)?[ ]*(?P<rank>{_RANK})?(?:[ ]*[-\d]{{1,3}})?[ ]*$"
)
_EVENT = re.compile(
    r"[ ]*(?P<name>(?:งาน|มหกรรม|การแข่งขัน|การประกวด|โครงการ)[^\n]{4,90}?)[ ]*(?:ครั้งที่?[ ]?(?P<edition>[\d๐-๙]{1,3}))?"
    r"[ ]*(?:(?:ประจำ)?ปี(?:การศึกษา|งบประมาณ)?[ ]?(?:พ\.ศ\.[ ]?)?(?P<year>[\d๐-๙]{4}))?[ ]*$"
)
_NO_CLASS = re.compile(r"[ ]*(?:DOC|รหัส|ณ[ ]|ระหว่าง|วันที่|สังกัด|ผลการแข่งขัน|ร้อยละ|ช่วงคะแนน|ต่ำกว่า|\d)")
# lines above a heading within which the contest and its event are named
_ABOVE = 9


def read_scores(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that such tables tell, and none that was read within one otherwise."""
    if not _POINTS.find(findings.text):
        return candidates
    event: dict[str, Label] = {}
    for start, end, rows, above in _tables(findings):
        group, told = _above(findings, above)
        event = told or event
        if group is not None and not event:  # the contest is all that is named
            group.kind, group.rule = "award", OF_TABLE
        candidates = [candidate for candidate in candidates if not start <= candidate.at < end]
        for row in rows:
            if row["medal"] is not None or row["rank"] is not None:
                candidates.append(_candidate(findings, row, {**event, group.kind: group} if group is not None else event))
    return candidates


def _tables(findings: Findings) -> Iterator[tuple[int, int, list[re.Match[str]], list[tuple[int, int]]]]:
    """Where each table stands, its rows, and the lines above it back to the table before.

    A heading that is repeated over each table may be left out of all but the first.
    """
    lines = findings.structure.lines
    at = before = 0
    headed = False
    while at < len(lines):
        start, end = lines[at]
        heads = findings.text.find("คะแนน", start, end) >= 0 and _HEAD.match(findings.text, start, end) is not None
        headed = headed or heads
        first = at + heads
        rows: list[re.Match[str]] = []
        while headed and first + len(rows) < len(lines):
            row = _ROW.match(findings.text, *lines[first + len(rows)])
            if row is None or not (heads or row["body"] is not None):
                break
            rows.append(row)
        if rows:
            yield start, rows[-1].end(), rows, lines[max(before, at - _ABOVE) : at]
            before = first + len(rows)
        at = max(first, first + len(rows), at + 1)


def _above(findings: Findings, lines: list[tuple[int, int]]) -> tuple[Label | None, dict[str, Label]]:
    """The contest, which stands before its event or right above the heading, and the event with its year and edition."""
    text = findings.text
    lines = [line for line in lines if text[line[0] : line[1]].strip()]
    matches = [(n, _EVENT.match(text, *line)) for n, line in enumerate(lines)]
    events = [(n, match) for n, match in matches if match is not None and (match["edition"] or match["year"])]
    event: dict[str, Label] = {}
    if events:
        last, match = events[-1]
        start, end = match.span("name")
        event["award"] = Label("award", start, end, OF_TABLE, start, end)
        kinds: tuple[Kind, ...] = ("edition", "year")
        for kind in kinds:
            if match[kind] is not None:
                number = christian_year(match[kind]) if kind == "year" else int(match[kind])
                event[kind] = _label(kind, *match.span(kind), number)
        lines = lines[:last]
    named = [line for line in lines if _NO_CLASS.match(text, *line) is None]
    return (_label("category", *_words(text, *named[-1])) if named else None), event


def _label(kind: Kind, start: int, end: int, value: int | None = None) -> Label:
    return Label(kind, start, end, f"{kind}.table", start, end, value)


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """A line without the blanks around its words."""
    words = text[start:end].strip()
    begin = text.index(words, start)
    return begin, begin + len(words)


def _candidate(findings: Findings, row: re.Match[str], above: dict[str, Label]) -> Candidate:
    text = findings.text
    start = row.start("medal" if row["medal"] is not None else "rank")
    end = row.end("rank" if row["rank"] is not None else "medal")
    labels = {**above, "level": _label("level", start, end)}
    known = findings.party_at(row.start("name"), 1)
    name = Span(*_words(text, *row.span("name")), "party.table")
    recipient = known if known is not None and known.end <= row.end("name") else Party.of_words(name, "listed")
    if row["body"] is not None:
        recipient.body = Span(*row.span("body"), "party.table")
    return Candidate(labels=labels, at=row.start(), rule="conferral.list", recipient=recipient, verb=True)
