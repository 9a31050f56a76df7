"""Rows of winners each of whom stands before what it has won in: ได้แก่ ร้าน ก ด้านการจัดการขยะ ร้าน ข ด้านการประหยัดน้ำ และร้าน ค ด้าน….

Read from left to right, a part would go to whoever stands behind it; the row tells otherwise by beginning with a winner and
ending with a part. Lists of lines may tell it so: 1. ร้าน ก ด้านการจัดการขยะ⏎2. โรงเรียน ข ระดับประถมศึกษา.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.free_party import free_party
from extractor.assemble.role_words import OTHERS
from extractor.match.label import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Collection

    from extractor.assemble.findings import Findings, Party

_OPENERS = Words("ได้แก่|อาทิ|ประกอบด้วย|ดังนี้|คือ|แก่|ให้กับ|:|โดย")
_OPENER = re.compile(r"(?:ได้แก่|อาทิ(?:เช่น)?|ประกอบด้วย|ดังนี้|คือ|(?:ให้)?แก่|ให้กับ|:|(?P<by>โดย))[ ]*(?:\(?1[.)][ ]*)?(?=[ก-ฮเ-ไA-Z“\"])")
# ร้าน ก| |ด้านการจัดการขยะ|, · นาย ข| (|สาขาดนตรี|) และ
_ROW = re.compile(
    r"(?P<name>(?!ได้แก่|ด้าน|สาขา|ประเภท|หมวด|รางวัล|ระดับ|กลุ่มที่|\d)"
    r"(?:(?!ได้แก่|ได้รับ|คว้า|รางวัล|โดย(?!สาร)|ซึ่ง|เพื่อ|จาก(?=การ|ผลงาน)|[ ]?(?:ใน)?(?:ด้าน|สาขา|ประเภท|หมวด))"
    r"[^\n,;:“”\"]){2,220}?)[”\"]?[ ]?(?P<verb>(?:ได้รับ|ได้|คว้า|ครอง|ซิว|รับ)[ ]?)?(?P<open>\()?[ ]?(?:ใน)?"
    r"(?P<outer>(?P<word>ด้าน|สาขา|ประเภท|หมวด)(?:รางวัล)?[ ]?"
    r"(?P<part>(?!ต่าง|ที่|ละ|ดังกล่าว|นี้)[“\"]?(?:[ก-๎A-Za-z0-9&/.-]|[ ](?=[A-Za-z&]))+[”\"]?))"
    r"(?(open)[ ]?\)|)"
)
_PARTS = Words("ด้าน|สาขา|ประเภท|หมวด")
# characters behind an opener within which the first row's part stands
_FIRST = 235
_BETWEEN = re.compile(r"[ ]*(?:[,;]|และ|,[ ]?และ)?[ ]*(?:\(?\d{1,2}[.)][ ]*)?")
# ประเภทร้านเล็ก| ได้แก่ ร้าน ก ประเภทร้านใหญ่: here parts stand before who has won in them
_PART_FIRST = re.compile(
    r"(?<!\d)(?<!\d[ ])(?:ด้าน|สาขา|ประเภท|หมวด|ระดับ|รุ่น|กลุ่ม)[^\n,]{2,70}$"
    # แบ่งเป็น 4 สาขาย่อย| ได้แก่ (1) Health สาขาโรงพยาบาล: what the parts are called
    r"|แบ่ง(?:ออก)?(?:เป็น|ได้)[ ]?(?:จำนวน[ ]?)?\d{1,2}[ ]?(?:ด้าน|สาขา|ประเภท|หมวด|กลุ่ม)[^\n,]{0,40}$"
)
# what tells behind a row that it goes on otherwise: a name without its part
_NAME_BEHIND = re.compile(r"[ ]*(?:[,;]|และ|,[ ]?และ)?[ ]*(?:ร้าน|บริษัท|โรง|นาย|นาง|ธนาคาร|ชุมชน|กลุ่ม(?!นี้)|มหาวิทยาลัย|เทศบาล|คุณ|ดร\.)")
# what names begin with that nothing else tells
_HEADS = re.compile(
    r"ร้าน|อู่|โฮมสเตย์|โรง|บ้าน|ชุมชน|วัด|ตลาด|ทีม|วง|กลุ่ม(?=[ก-๎]{4})|ไร่|สวน|ฟาร์ม|ธนาคาร|บริษัท|รีสอร์[ทต]|คลินิก|สหกรณ์|วิสาหกิจ|ศูนย์|สถานี|สายการบิน|แบรนด์|คาเฟ่|เรือน|ครัว|[A-Z]"
)
_CONFERS = Words("รางวัล|ยกย่อง|เชิดชู|โล่|คัดเลือก|ชนะ|เกียรติบัตร")
# characters of a line before a row within which the prize is named
_FAR = 400
# parties of one part, and characters of a name that nothing else tells
_MOST, _FREE = 9, 110
_ROWS = 2


def read_part_rows(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with what such rows tell in the place of what was read within them."""
    done = 0
    for place in _OPENERS.find(findings.text):
        if place < done or not _may_open(findings.text, place):
            continue
        opener = _OPENER.match(findings.text, place)
        if opener is None:
            continue
        rows = _rows(findings, opener.start(), opener.end())
        if len(rows) < _ROWS or (opener["by"] and not rows[0][0]["verb"]):
            continue
        start, end = rows[0][0].start(), rows[-1][0].end()
        within = [candidate for candidate in candidates if start <= candidate.at < end]
        prize = _prize(findings, opener.start(), within)
        done = end
        if prize is None or _told(within, rows):
            continue
        candidates = [candidate for candidate in candidates if not start <= candidate.at < end]
        candidates.extend(_candidate(row, party, prize) for row, parties in rows for party in parties)
    return candidates


# 1. ร้าน ก| |ด้านการจัดการขยะ|, 2. นาย ข (ทีม ค)| (|ระดับประถมศึกษา|)
_AT_END = re.compile(
    r"[ ]\(?(?P<outer>(?P<word>ด้าน(?=[ก-ฮเ-ไ])|รุ่น(?=อายุ|น้ำหนัก|ประชาชน|เยาวชน|ยุวชน|ทั่วไป|ไม่เกิน|[ ]?\d)|ประเภท(?!ที่)|สาขา(?!ที่)"
    r"|ระดับ(?=ชั้น|ประถม|มัธยม|อุดม|อนุบาล|ปฐมวัย|ปว[ชส]|ปริญญา|อาชีว|ประชาชน|นักเรียน|นักศึกษา|เยาวชน))"
    r"(?P<part>(?:(?![ ](?:ด้าน|ระดับ|รุ่น|ประเภท|สาขา))[^\n,;:“”\"()]){2,60}?))\)?[ ]*\Z"
)
# characters at a line's end within which its part stands
_TAIL = 80


def read_parts_behind(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, to which the part at the end of their line is given, where two lines of a list or more have one."""
    ends = {party.end for party in findings.parties} | {work.end for work in findings.works} if len(candidates) >= _ROWS else ()
    row: list[tuple[Candidate, re.Match[str]]] = []
    below = -1
    for candidate in candidates if ends else ():
        start = findings.text.rfind("\n", 0, candidate.place) + 1
        end = findings.text.find("\n", candidate.place)
        end = len(findings.text) if end < 0 else end
        if start != below:
            _give_parts(row)
            row = []
        part = _AT_END.search(findings.text, max(candidate.place, end - _TAIL), end)
        told = part is not None and _stands_behind(candidate, part, start, ends)
        below = end + 1 if told else -1
        if part is not None and told:
            row.append((candidate, part))
    _give_parts(row)
    return candidates


def _stands_behind(candidate: Candidate, part: re.Match[str], start: int, ends: Collection[int]) -> bool:
    """Whether a part stands right behind who has won in its line, or behind what the one has won with."""
    work, winner = candidate.work, candidate.recipient
    if winner is None or not start <= winner.start < part.start():
        return False
    return part.start() in ends or part.start() - 1 in ends or (work is not None and work.start < part.start() < work.end)


def _give_parts(row: list[tuple[Candidate, re.Match[str]]]) -> None:
    """Gives each winner of a list the part at the end of its line, which no title goes on with."""
    for candidate, part in row if len(row) >= _ROWS else ():
        if candidate.work is not None and candidate.work.start < part.start() < candidate.work.end:
            candidate.work = replace(candidate.work, end=part.start())
        if candidate.labels.keys() & {"category", "branch"}:
            continue
        kind: Kind = "branch" if part["word"] == "สาขา" else "category"
        span = part.span("part" if part["word"] in {"สาขา", "ประเภท"} else "outer")
        candidate.labels[kind] = Label(kind, *span, f"{kind}.row", *part.span("outer"))


def _may_open(text: str, place: int) -> bool:
    """Whether the words of two parts stand behind a place in its line, the first of them near."""
    parts = _PARTS.find(text)
    at = bisect_left(parts, place)
    return at + 1 < len(parts) and parts[at] < place + _FIRST + 12 and text.find("\n", place, parts[at + 1]) < 0


def _rows(findings: Findings, begin: int, at: int) -> list[tuple[re.Match[str], list[Party]]]:
    """The rows that begin at a place behind an opener, each with who is named in it; none where parts stand before names."""
    text = findings.text
    line = text.rfind("\n", 0, begin) + 1
    prize = max((label.until for label in findings.labels if label.kind == "award" and line <= label.outer < begin), default=line)
    if _PART_FIRST.search(text, max(prize, begin - 90), begin) or OTHERS.search(text, max(line, begin - 120), at):
        return []
    rows: list[tuple[re.Match[str], list[Party]]] = []
    while (row := _ROW.match(text, at)) is not None:
        parties = _parties(findings, row)
        if not parties:
            return []
        rows.append((row, parties))
        between = _BETWEEN.match(text, row.end())
        at = between.end() if between is not None else row.end()
    if rows and _NAME_BEHIND.match(text, rows[-1][0].end()):
        return []
    return rows


def _parties(findings: Findings, row: re.Match[str]) -> list[Party]:
    """Who is named before a part: a known one, people one after the other, or one whose name nothing else tells."""
    start, end = row.span("name")
    known = findings.parties_between(start - 1, end)[:_MOST]
    if known and known[0].start <= start + 8:
        first = known[0]
        others = [party for party in known[1:] if party.role != "superior" and party.kind == first.kind]
        if first.role == "giver" or (others and first.kind != "person"):
            return []
        pair = any(findings.text.endswith(("และ", "และ "), 0, party.start) for party in others)
        return [] if pair or any(party.role == "giver" for party in others) else [first, *others]
    if known or end - start > _FREE or not _HEADS.match(findings.text, start):
        return []
    free = free_party(findings.text, start, end, opened=True)
    return [free] if free is not None else []


def _prize(findings: Findings, at: int, within: list[Candidate]) -> dict[str, Label] | None:
    """The prize of a row: that of what was read within it, else the one named before it in its line."""
    for candidate in within:
        if "award" in candidate.labels:
            return {kind: label for kind, label in candidate.labels.items() if kind in {"award", "year", "edition", "level"}}
    line = max(findings.text.rfind("\n", 0, at) + 1, at - _FAR)
    named = [label for label in findings.labels if label.kind == "award" and line <= label.outer < at]
    if named:
        return findings.with_year(named[-1])
    return {} if within and _CONFERS.within(findings.text, line, at) else None


def _told(within: list[Candidate], rows: list[tuple[re.Match[str], list[Party]]]) -> bool:
    """Whether what was read tells what the rows do."""
    known = {
        (candidate.recipient.start, label.start)
        for candidate in within
        for kind, label in candidate.labels.items()
        if candidate.recipient is not None and kind in {"category", "branch"}
    }
    return len(within) == sum(len(parties) for _, parties in rows) and all(
        any((party.start, at) in known for at in (row.start("outer"), row.start("part")))
        for row, parties in rows
        for party in parties
    )


def _candidate(row: re.Match[str], party: Party, prize: dict[str, Label]) -> Candidate:
    kind: Kind = "branch" if row["word"] == "สาขา" else "category"
    start, end = row.span("outer") if row["word"] in {"ด้าน", "หมวด"} else row.span("part")
    start += row["part"].startswith(("“", '"')) and start == row.start("part")
    end -= row["part"].endswith(("”", '"'))
    labels = {**prize, kind: Label(kind, start, end, f"{kind}.row", row.start("outer"), row.end())}
    return Candidate(labels=labels, at=party.start, rule="conferral.list", recipient=party, verb=True)
