"""Tables of results that came down to a line for each cell: ที่⏎ชื่อ-สกุล⏎โรงเรียน⏎รางวัล⏎1⏎นาย ก⏎โรงเรียน ข⏎ดีเด่น.

The lines of the heading tell how many cells a row has and what each holds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
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
        r"|ทีม|นักเรียน|(?:คณะ)?(?:ผู้(?:(?:ได้)?รับรางวัล|วิจัย|เสนอ(?:ผลงาน)?|ส่ง(?:ผลงาน)?|จัดทำ|ประดิษฐ์|พัฒนา|ประพันธ์|แต่ง|ชนะ(?:เลิศ)?)|นักวิจัย)|เจ้าของผลงาน"
    ),
    "body": re.compile(
        r"(?:ชื่อ)?(?:โรงเรียน|สถานศึกษา|สถาบัน(?:การศึกษา)?|(?:ส่วนราชการ/)?หน่วยงาน|ส่วนราชการ|มหาวิทยาลัย|องค์กร|บริษัท|สถานประกอบการ"
        r"|โรงพยาบาล|โรงงาน|สถานี(?:ตำรวจ)?|ชุมชน|หมู่บ้าน|ตำบล|อำเภอ|จังหวัด|กลุ่ม|วัด|สหกรณ์|ศูนย์)|สังกัด"
    ),
    "work": re.compile(r"ชื่อ(?:ผลงาน|โครงการ|โครงงาน|เรื่อง|ภาพ)|ผลงาน"),
    "branch": re.compile(r"สาขา(?:วิชา)?"),
    "category": re.compile(r"ประเภท|รายการ(?:แข่งขัน)?|กิจกรรม|ด้าน|รุ่น"),
    "level": re.compile(
        r"(?:ผล|ระดับ)?(?:การ)?(?:แข่งขัน|ประกวด)?(?:รางวัล|เหรียญ)(?:ที่ได้รับ)?|ระดับ|ผล(?:การ(?:แข่งขัน|ประกวด|ตัดสิน|ประเมิน|พิจารณา|คัดเลือก))?"
    ),
    "points": re.compile(r"คะแนน|หมายเหตุ|ชั้น|อายุ"),
}
_HEAD_WORDS = Words("รางวัล|ระดับ|ผล|เหรียญ")
_HEADED = re.compile(r"\n[ ]*(?:รางวัล|ระดับ|ผล|เหรียญ)[ก-๎]{0,16}[ ]*(?:\n|$)")
_RANK = r"(?:รอง)?ชนะเลิศ(?:[ ]?อันดับ(?:ที่)?[ ]?\d)?"
_LEVEL = re.compile(
    rf"(?:รางวัล)?(?P<level>{_RANK}|เหรียญ(?:ทองแดง|ทอง|เงิน)(?:[ ]?{_RANK})?|ดีเด่น|ดีเยี่ยม|ดีมาก|ดีเลิศ|ดี|ชมเชย|ยอดเยี่ยม"
    r"|อันดับ(?:ที่)?[ ]?\d|ที่[ ]?\d|Gold|Silver|Bronze|GOLD|SILVER|BRONZE)"
)
# what a column of ranks holds beside: เป็นเลิศ, พื้นฐาน, ระดับก้าวหน้า (Advance)
_ANY_LEVEL = re.compile(r"(?:รางวัล|ระดับ)?[ ]?(?P<level>(?!ไม่|ผ่าน|ยัง|รอ|ตก)[ก-ฮเ-ไA-Z][ก-๎A-Za-z]{1,24}(?:[ ]?\([^()\n]{1,24}\))?)")
_NUMBER = re.compile(r"[ ]*\(?[\d๐-๙]{1,3}[.)]?[ ]*")
_NOBODY = re.compile(r"[ –—-]*ไม่มี")
_GROUP = re.compile(
    r"[ •●▪–—-]*(?:\(?\d{1,2}[.)][ ]?)?(?:ตาราง(?:ที่[ ]?\d)?[ ]?)?(?:ประเภท|กลุ่ม|สาขา|รุ่น|รายการ|(?P<field>ด้าน|ระดับ|ภาค))"
    r"[ ]?[“\"]?(?P<name>[^\n“”\":]{2,70}?)[ ”\":]*"
)
# รพ.สต.บ้านนา| อ.ปัว จ.น่าน
_IN_PLACE = re.compile(
    r"[ ]+\(?(?P<place>(?:อำเภอ|จังหวัด|เขต|อ\.|จ\.)[ ]?[ก-๎]{2,24}(?:[ ](?:จังหวัด|จ\.)[ ]?[ก-๎]{2,20})?)\)?(?=[ ]*(?:$|\n))"
)
_PRIZE = "รางวัล"
# cells of a row at least and at most, rows at least, characters of a cell
_LEAST, _MOST, _ROWS, _CELL = 3, 7, 2, 120


def read_tables(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that such tables tell, and none that was read within one line by line."""
    if not _has_heads(findings.text):
        return candidates
    for start, end, rows in _tables(findings):
        prize = _prize_before(findings, start)
        for row in rows:
            for kind, label in prize.items():
                row.labels.setdefault(kind, label)
        candidates = [candidate for candidate in candidates if not start <= candidate.at < end]
        for candidate in candidates:  # what stands in a row holds for that row alone
            within = [kind for kind, label in candidate.labels.items() if start <= label.start < end]
            candidate.labels = {kind: label for kind, label in candidate.labels.items() if kind not in within}
        candidates.extend(rows)
    return candidates


def _has_heads(text: str) -> bool:
    """Whether a line is nothing but what heads a column of ranks."""
    places = (place for place in _HEAD_WORDS.find(text) if text.startswith((" ", "\n"), place - 1) and place)
    return any(_HEADED.match(text, max(0, text.rfind("\n", 0, place))) is not None for place in places)


def _prize_before(findings: Findings, at: int) -> dict[str, Label]:
    """The prize that is named by words alone above a table, with its year, in an article that names no other: รางวัลวิทยานิพนธ์ดี."""
    if any(label.kind == "award" for label in findings.labels):
        return {}
    before = findings.labels_between(0, at)
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
        group = _group_above(findings, lines, at)
        rows: list[Candidate] = []
        at = first
        while at + len(columns) <= len(lines):
            if _is_left_empty(findings.text, columns, lines[at : at + 2]):
                at += 2
                continue
            row = _row(findings, columns, lines[at : at + len(columns)])
            if row is None:
                break
            if group is not None:
                row.labels.setdefault("category", group)
            rows.append(row)
            at += len(columns)
        if len(rows) >= _ROWS:
            yield lines[first - len(columns)][0], lines[at - 1][1], rows
        else:
            at = first


def _group_above(findings: Findings, lines: list[tuple[int, int]], at: int) -> Label | None:
    """The group whose results a table tells, where the line above its heading is that alone: ประเภทภาพถ่ายทางอากาศ."""
    if at == 0:
        return None
    group = _GROUP.fullmatch(findings.text, *lines[at - 1])
    if group is None:
        return None
    start = group.start("field") if group["field"] else group.start("name")
    return Label("category", start, group.end("name"), "category.table", *lines[at - 1])


def _is_left_empty(text: str, columns: list[str], cells: list[tuple[int, int]]) -> bool:
    """Whether a row holds nothing but its number and that nobody has won: 3⏎- ไม่มีผู้ได้รับรางวัล -."""
    if columns[0] != "number" or len(cells) < 2:
        return False
    return _NUMBER.fullmatch(text, *cells[0]) is not None and _NOBODY.match(text, *cells[1]) is not None


def _row(findings: Findings, columns: list[str], cells: list[tuple[int, int]]) -> Candidate | None:
    """What a row of the table tells; None where its cells hold something else.

    A row that begins with its number has any words for a rank; others only such as are ranks everywhere.
    """
    text = findings.text
    by_kind = dict(zip(columns, cells, strict=True))
    if any(end - start > _CELL for start, end in cells):
        return None
    start, end = by_kind["level"]
    numbered = columns[0] == "number"
    if numbered and _NUMBER.fullmatch(text, *cells[0]) is None:
        return None
    level = _LEVEL.fullmatch(text[start:end].strip()) or (_ANY_LEVEL.fullmatch(text[start:end].strip()) if numbered else None)
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
    """Who is named in a cell, known or told by the cell alone; a district or province behind the name stands above."""
    text = findings.text
    begin, until = _words(text, start, end)
    place = _IN_PLACE.search(text, begin + 1, until)
    above = Span(*place.span("place"), "party.table") if place is not None else None
    known = findings.party_at(begin, 1)
    if known is not None:
        if known.kind == "organisation":
            known.body = known.body or above
        return known
    name = Span(begin, place.start() if place is not None else until, "party.table")
    party = Party.of_words(name, "listed", end=until)
    party.body = above
    return party
