"""Rows of winners each of whom stands before the rank: ทีม ก ได้รับรางวัลชนะเลิศ ทีม ข รองชนะเลิศอันดับ 1 และทีม ค ชมเชย.

Read from left to right, a rank would go to whoever stands behind it; the row tells otherwise by beginning with a winner and
ending with a rank.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Findings, Party
from extractor.document import Span
from extractor.match.label import PARTS, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# between a winner and the rank: ทีม ก| (จ.น่าน) คว้า|อันดับ 1 · ทีม ก| (|ชนะเลิศ)
_TO_RANK = re.compile(
    r"[”\"']?(?:[ ]?\([^()\n]{1,40}\))?(?:[ ](?:วัย|อายุ)[ ]?\d{1,2}[ ]?ปี)?(?:[ ](?:หมู่(?:ที่)?|หมายเลข|เบอร์)[ ]?\d{1,3})?"
    r"(?:[ ]?(?:จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.)[ ]?[ก-๎]{2,20}){0,3}[ ]*(?:[-–][ ]+)?"
    r"(?:ก็|สามารถ|ยัง)?(?:เป็น(?:ผู้)?|ได้(?:รับ)?|คว้า|ครอง|ซิว|รับ|เข้าวิน|ได้เป็น)?"
    r"(?:มา|ตำแหน่ง|รางวัล|ที่|สายสะพาย|มงกุฎ|ถ้วย(?:รางวัล)?)?[ ]?\(?"
)
# between a rank and the next winner or class: …อันดับ 1| และ|ทีม ข
_TO_NEXT = re.compile(
    r"\)?(?:[ ]?\([^()\n]{1,60}\))?(?:[ ]?(?:ได้|รับ|พร้อม)?(?:เงินรางวัล|ถ้วย(?:รางวัล|พระราชทาน)?ฯ?|เงินสด|โล่)"
    r"(?:[ ]?(?:จำนวน|มูลค่า)?[ ]?[\d,]+[ ]?บาท)?)?"
    r"[ ]*(?:[-–][ ]+)?(?:[,;]|และ|ส่วน|ขณะที่|ตามด้วย|ด้าน)*[ ]*(?:\(?[\d๐-๙]{1,2}[.)][ ]*)?[“\"']?"
)
# between a rank and who has won it behind, where ranks come first: รางวัลชนะเลิศ| ได้แก่ |ทีม ก
_RANK_FIRST = re.compile(
    r"(?:[ ]?\([^()\n]{1,60}\))?[ ]*(?:จำนวน[ ]?\d+[ ]?[ก-๎]{2,8}[ ]*)?(?:ได้แก่|คือ|(?:ตก)?เป็นของ|ให้(?:แก่|กับ)?|แก่|:|[–-])?"
    r"[ ]*(?:\(?\d{1,2}[.)][ ]*)?[“\"']?"
)
# from one of a row to the title that was entered: ทีม ก| จากผลงาน “|ข
_TO_WORK = re.compile(
    r"[”\"']?(?:[ ]?\([^()\n]{1,60}\))?[ ]*(?:[-–/:][ ]*)?(?:จาก|กับ|ด้วย|ส่ง|เจ้าของ|ชื่อ)?[ ]?"
    r"(?:ผลงาน|โครงงาน|นวัตกรรม|คลิป|โครงการ|หัวข้อ)?"
    r"(?:เรื่อง|ชื่อ|ชุด)?[ ]?[“\"‘]?"
)
# from a title to who has made it, and what leads a title in: |ผลงาน “|ก|” โดย |นาย ข
_BY = re.compile(r"[”\"’]?[ ]*(?:[-–/][ ]*)?(?:โดย|ของ|จาก|ผลงานของ)?[ ]*(?:ทีม[ ]?[“\"‘]?)?")
_LEADS_WORK = re.compile(r"(?:ชื่อ)?(?:ผลงาน|โครงงาน|นวัตกรรม|คลิป)?[ ]?(?:เรื่อง|ชื่อ|ชุด)?[ ]?[“\"‘]?\Z")
_TO_CLASS = re.compile(r"[ ]*(?:[:–-]|ได้แก่|คือ)?[ ]*[“\"']?")
# รางวัลชนะเลิศการประกวด| ผลปรากฏว่า |ทีม ก
_RESULTS = re.compile(r"ผล|ปรากฏ|ดังนี้|โดย")
_PROVINCE = re.compile(r"(?:จังหวัด|จ\.|อำเภอ|อ\.)")
_WINNERS = frozenset({"listed", "doer", "plain"})
_LEAST = 2
# characters from one of a row to the rank, and from a rank to whoever may have won it
_FAR, _NEAR = 160, 40
# characters between a rank and a class behind it
_CLASS_NEAR = 2
# characters from a class to who has won in it, and from a title to its maker
_CLASS_BEFORE, _BY_WITHIN = 12, 24
# before a team's name in marks: ทีม “|นาดี”
_TEAM_IN_MARKS = ("ทีม“", "ทีม “", 'ทีม"', 'ทีม "')
# characters from a winner to the school or house that stands behind
_TO_BODY = 6


class _One(NamedTuple):
    """One of a row: who has won, the rank, the class that stands before, and the title that was entered."""

    party: Party
    rank: Label
    group: Label | None
    work: Span | None = None


def read_winner_rows(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with what such rows tell in the place of what was read within them."""
    levels = [label for label in findings.labels if label.kind == "level"]
    if len(levels) < _LEAST or not candidates:
        return candidates
    for found in _rows(findings, levels):
        row = _with_classes_behind(findings, found)
        first, last = row[0].group, row[-1].group
        start = min(row[0].party.start, row[0].work.start if row[0].work is not None else row[0].party.start)
        start = first.outer if first is not None and first.outer < start else start
        end = max(row[-1].rank.until, last.until if last is not None else 0)
        within = [one for one in candidates if start <= one.at < end]
        if not within or (all(_told(one, row) for one in within) and len(within) == len(row)):
            continue
        prize = {kind: label for kind, label in within[0].labels.items() if kind not in PARTS}
        for kind in ("category", "branch"):
            if kind in within[0].labels and within[0].labels[kind].until <= start:
                prize[kind] = within[0].labels[kind]
        candidates = [one for one in candidates if not (start <= one.at < end or (one.at >= end and _tells_again(one, row)))]
        candidates.extend(_candidate(one, prize, within[0]) for one in row)
    return candidates


def _with_classes_behind(findings: Findings, row: list[_One]) -> list[_One]:
    """The row, each with the class behind its rank, where the last has one there and the first none before it."""
    if row[0].group is not None or any(one.group is None for one in row[1:]):
        return row
    end = row[-1].rank.until
    classes = (label for label in findings.labels if label.kind in {"category", "branch"})
    last = next((label for label in classes if 0 <= label.outer - end <= _CLASS_NEAR), None)
    if last is None or findings.text[end : last.outer].strip():
        return row
    groups = [*(one.group for one in row[1:]), last]
    return [one._replace(group=group) for one, group in zip(row, groups, strict=True)]


def _told(candidate: Candidate, row: Sequence[_One]) -> bool:
    """Whether a candidate tells what the row does."""
    return any(
        candidate.recipient is one.party
        and candidate.labels.get("level") is one.rank
        and one.work in (None, candidate.work)
        and (one.group is None or candidate.labels.get(one.group.kind) is one.group)
        for one in row
    )


def _tells_again(candidate: Candidate, row: Sequence[_One]) -> bool:
    """Whether the last rank was read for one of the row who is told of again behind it."""
    told = candidate.recipient
    return (
        told is not None
        and candidate.labels.get("level") is row[-1].rank
        and any((told.kind, told.key) == (one.party.kind, one.party.key) for one in row)
    )


def _rows(findings: Findings, levels: Sequence[Label]) -> Iterator[list[_One]]:
    """The rows of two at least, each within a line."""
    text = findings.text
    parties = [party for party in findings.parties if party.role in _WINNERS and not _PROVINCE.match(text, party.start)]
    starts = [party.start for party in findings.parties]
    groups = {label.until: label for label in findings.labels if label.kind in {"category", "branch"}}
    outers = [level.outer for level in levels]
    entries = _Entries(findings)
    row: list[_One] = []
    for party in parties:
        at = bisect_left(outers, party.end)
        rank = levels[at] if at < len(levels) and levels[at].outer - party.end <= _FAR else None
        if rank is None:
            continue
        work = entries.work_behind(party, rank)
        until = work.end if work is not None else _end_of(party)
        if _TO_RANK.fullmatch(text, until, rank.outer) is None:
            continue
        work = work or entries.work_before(party)
        begin = text.rindex("ทีม", 0, party.start) if text.endswith(_TEAM_IN_MARKS, 0, party.start) else party.start
        begin = min(begin, entries.start_of(work) if work is not None else begin)
        group = _group_before(text, begin, groups)
        begin = group.outer if group is not None else begin
        if row and _TO_NEXT.fullmatch(text, row[-1].rank.until, begin) is not None:
            row.append(_One(party, rank, group or row[-1].group, work))
            continue
        if len(row) >= _LEAST and not _goes_on(findings, row, starts):
            yield row
        before = levels[bisect_left(outers, begin) - 1] if outers and outers[0] < begin else None
        row = [] if before is not None and _is_behind(text, before, begin) else [_One(party, rank, group, work)]
    if len(row) >= _LEAST and not _goes_on(findings, row, starts):
        yield row


def _end_of(party: Party) -> int:
    """Where the words that name a winner end, with the school or house right behind."""
    body = party.body
    return body.end if body is not None and 0 <= body.start - party.end <= _TO_BODY else party.end


def _is_behind(text: str, rank: Label, at: int) -> bool:
    """Whether a rank stands so near before a place that whoever is named there may have won it."""
    return at - rank.until <= _NEAR and "\n" not in text[rank.until : at] and _RESULTS.search(text, rank.until, at) is None


def _goes_on(findings: Findings, row: Sequence[_One], starts: Sequence[int]) -> bool:
    """Whether somebody else stands right behind a row's last rank, who has won it: ranks come first here."""
    rank = row[-1].rank
    at = bisect_left(starts, rank.until)
    if at == len(starts) or _RANK_FIRST.fullmatch(findings.text, rank.until, starts[at]) is None:
        return False
    behind = findings.parties[at]
    return all((behind.kind, behind.key) != (one.party.kind, one.party.key) for one in row)


def _group_before(text: str, begin: int, groups: dict[int, Label]) -> Label | None:
    """The class right before who has won in it: ประเภทยาว |ทีม ก."""
    for gone in range(_CLASS_BEFORE):
        group = groups.get(begin - gone)
        if group is not None:
            return group if _TO_CLASS.fullmatch(text, group.until, begin) else None
    return None


class _Entries:
    """What those of a row have entered: ทีม ก ผลงาน |“ข”| ได้รับรางวัลชนะเลิศ, ผลงาน |“ข”| โดยทีม ก ได้รับรางวัลชนะเลิศ."""

    def __init__(self, findings: Findings) -> None:
        self.text = findings.text
        self.works = findings.works
        self.starts = [work.start for work in findings.works]

    def work_behind(self, party: Party, rank: Label) -> Span | None:
        """The one title between who has won and the rank."""
        at = bisect_left(self.starts, party.end)
        if at == len(self.works) or self.works[at].end > rank.outer:
            return None
        return self.works[at] if _TO_WORK.fullmatch(self.text, party.end, self.works[at].start) is not None else None

    def work_before(self, party: Party) -> Span | None:
        """The title right before its maker."""
        at = bisect_left(self.starts, party.start) - 1
        if at < 0 or not 0 <= party.start - self.works[at].end <= _BY_WITHIN:
            return None
        work = self.works[at]
        if work.rule != "work.beside.quoted" and not self.text[work.end : party.start].strip(' ”"’'):
            return None  # ศูนย์ ก ระดับดี ผลงาน “ข” |ศูนย์ ค| ระดับดีเด่น: what the one before has won with
        return work if _BY.fullmatch(self.text, work.end, party.start) is not None else None

    def start_of(self, work: Span) -> int:
        """Where the words begin that lead a title in."""
        lead = _LEADS_WORK.search(self.text, max(0, work.start - 24), work.start)
        return work.start if lead is None else lead.start()


def _candidate(one: _One, prize: dict[str, Label], like: Candidate) -> Candidate:
    labels = {**prize, "level": one.rank}
    if one.group is not None:
        labels[one.group.kind] = one.group
    at, work, winner = one.party.start, one.work, one.party
    return replace(like, labels=labels, at=at, work=work, recipient=winner, parent=None, subject_only=False, stands_for=None)
