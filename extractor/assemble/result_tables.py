"""Tables of results that came down to a line for each cell: ที่⏎ชื่อ-สกุล⏎โรงเรียน⏎รางวัล⏎1⏎นาย ก⏎โรงเรียน ข⏎ดีเด่น.

The lines of the heading tell how many cells a row has and what each holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.document import Span
from extractor.match.label import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

_COLUMNS = {
    "number": re.compile(r"(?:ลำดับ)?(?:ที่)?|ลำดับ|No\.?"),
    "name": re.compile(
        r"(?:ราย)?ชื่อ(?:[ ]?[-–/][ ]?(?:ชื่อ)?(?:นาม)?สกุล|และนามสกุล)?(?:ผู้(?:ได้รับรางวัล|เข้าแข่งขัน|ประกวด)|นักเรียน|ทีม)?"
        r"|ทีม|ผู้ได้รับรางวัล|นักเรียน"
    ),
    "body": re.compile(r"โรงเรียน|สถานศึกษา|สถาบัน(?:การศึกษา)?|หน่วยงาน|สังกัด|มหาวิทยาลัย|องค์กร|บริษัท|จังหวัด"),
    "work": re.compile(r"ชื่อ(?:ผลงาน|โครงการ|โครงงาน|เรื่อง|ภาพ)|ผลงาน"),
    "branch": re.compile(r"สาขา(?:วิชา)?"),
    "category": re.compile(r"ประเภท|รายการ(?:แข่งขัน)?|กิจกรรม|ด้าน|รุ่น"),
    "level": re.compile(r"(?:ผล|ระดับ)?(?:การ)?(?:แข่งขัน|ประกวด)?(?:รางวัล|เหรียญ)(?:ที่ได้รับ)?|ระดับ|ผลการ(?:แข่งขัน|ประกวด|ตัดสิน)"),
    "points": re.compile(r"คะแนน|หมายเหตุ|ชั้น|อายุ"),
}
_HEADED = re.compile(r"\n[ ]*(?:รางวัล|ระดับ|ผล|เหรียญ)[ก-๎]{0,16}[ ]*(?:\n|$)")
_RANK = r"(?:รอง)?ชนะเลิศ(?:[ ]?อันดับ(?:ที่)?[ ]?\d)?"
_LEVEL = re.compile(
    rf"(?:รางวัล)?(?P<level>{_RANK}|เหรียญ(?:ทองแดง|ทอง|เงิน)(?:[ ]?{_RANK})?|ดีเด่น|ดีเยี่ยม|ดีมาก|ดีเลิศ|ดี|ชมเชย|ยอดเยี่ยม"
    r"|อันดับ(?:ที่)?[ ]?\d|ที่[ ]?\d|Gold|Silver|Bronze|GOLD|SILVER|BRONZE)"
)
_PRIZE = "รางวัล"
# cells of a row at least and at most, rows at least, characters of a cell
_LEAST, _MOST, _ROWS, _CELL = 3, 7, 2, 120


def read_tables(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that such tables tell, and none that was read within one line by line."""
    if _HEADED.search(findings.text) is None:
        return candidates
    for start, end, rows in _tables(findings):
        prize = _prize_before(findings, start)
        for row in rows:
            for kind, label in prize.items():
                row.labels.setdefault(kind, label)
        candidates = [candidate for candidate in candidates if not start <= candidate.at < end]
        candidates.extend(rows)
    return candidates


def _prize_before(findings: Findings, at: int) -> dict[str, Label]:
    """The prize that is named by words alone above a table, with its year, in an article that names no other: รางวัลวิทยานิพนธ์ดี."""
    if any(label.kind == "award" for label in findings.labels):
        return {}
    before = findings.labels[: bisect_left(findings.labels, at, key=lambda label: label.outer)]
    prizes = [n for n, label in enumerate(before) if label.kind == "category" and findings.text.endswith(_PRIZE, 0, label.start)]
    if not prizes:
        return {}
    prize = before[prizes[-1]]
    begin = prize.start - len(_PRIZE)
    named: dict[str, Label] = {"award": Label("award", begin, prize.end, "award.part", begin, prize.until)}
    following = before[prizes[-1] + 1 : prizes[-1] + 2]
    return named | {label.kind: label for label in following if label.kind == "year"}


def _column(text: str) -> str | None:
    bare = text.strip(" :：.|")
    return next((kind for kind, pattern in _COLUMNS.items() if bare and pattern.fullmatch(bare)), None)


def _tables(findings: Findings) -> Iterator[tuple[int, int, list[Candidate]]]:
    """Where each table stands, and the conferrals that it tells."""
    lines = findings.structure.lines
    at = 0
    while at + _LEAST * (1 + _ROWS) <= len(lines):
        columns: list[str] = []
        while len(columns) < _MOST and at + len(columns) < len(lines):
            start, end = lines[at + len(columns)]
            kind = _column(findings.text[start:end]) if end - start < 24 else None
            if kind is None or kind in columns:
                break
            columns.append(kind)
        if len(columns) < _LEAST or "level" not in columns or not {"name", "body", "work"} & set(columns):
            at += 1
            continue
        first = at + len(columns)
        rows: list[Candidate] = []
        at = first
        while at + len(columns) <= len(lines):
            row = _row(findings, columns, lines[at : at + len(columns)])
            if row is None:
                break
            rows.append(row)
            at += len(columns)
        if len(rows) >= _ROWS:
            yield lines[first - len(columns)][0], lines[at - 1][1], rows
        else:
            at = first


def _row(findings: Findings, columns: list[str], cells: list[tuple[int, int]]) -> Candidate | None:
    """What a row of the table tells; None where its cells hold something else."""
    text = findings.text
    by_kind = dict(zip(columns, cells, strict=True))
    if any(end - start > _CELL for start, end in cells):
        return None
    start, end = by_kind["level"]
    level = _LEVEL.fullmatch(text[start:end].strip())
    if level is None:
        return None
    begin = text.index(level["level"], start)
    until = begin + len(level["level"])
    labels = {"level": Label("level", begin, until, "level.table", start, until)}
    kinds: tuple[Kind, ...] = ("branch", "category")
    for kind in kinds:
        if kind in by_kind:
            span = _words(text, *by_kind[kind])
            labels[kind] = Label(kind, *span, f"{kind}.table", *span)
    winner = by_kind.get("name") or by_kind.get("body")
    recipient = None if winner is None else _party(findings, *winner)
    if recipient is not None and "name" in by_kind and "body" in by_kind:
        recipient.body = recipient.body or Span(*_words(text, *by_kind["body"]), "party.table")
    work = Span(*_words(text, *by_kind["work"]), "work.table") if "work" in by_kind else None
    return Candidate(labels=labels, at=cells[0][0], rule="conferral.list", work=work, recipient=recipient)


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """A cell without blanks and marks around its words."""
    words = text[start:end].strip(" \t“”\"'|")
    begin = text.index(words, start)
    return begin, begin + len(words)


def _party(findings: Findings, start: int, end: int) -> Party:
    """Who is named in a cell, known or told by the cell alone."""
    begin, until = _words(findings.text, start, end)
    at = bisect_left(findings.parties, begin, key=lambda party: party.start)
    if at < len(findings.parties) and findings.parties[at].start < begin + 2:
        return findings.parties[at]
    return Party(begin, until, "team", Span(begin, until, "party.table"), -1000 - begin, role="listed")
