"""Paragraphs that each begin with one of the prizes that the winner of an article has received, of a programme told before.

ธนาคาร ก คว้า 2 รางวัล จากเวที ข⏎รางวัล Best Service จากการพัฒนา “ค” …⏎รางวัลด้านความยั่งยืนดีเด่น ที่ธนาคารมีความโดดเด่น…
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.label_relations import as_category
from extractor.match.award_words import name_end
from extractor.match.label import Label
from extractor.match.label_levels import CONTEST_RANKS

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings

_PRIZE = "รางวัล"
_BEGINS = Words("\nรางวัล")
# คว้า |2| รางวัลใหญ่, ได้รับรางวัลรวมทั้งสิ้น |7| ประเภทรางวัล
_COUNTED = re.compile(
    r"(?:ได้รับ|คว้า|กวาด|โกย|ซิว|รับ)(?:รางวัล)?(?:(?!บาท|ได้แก่|มอบ)[^\n]){0,70}?"
    r"(?<![\d,.])(?P<count>[2-9]|1\d)[ ]?(?:ประเภท)?รางวัล(?!ละ)"
)
# รางวัล|ชนะเลิศ ได้แก่, รางวัล|ที่ 1, รางวัล|นี้: no prize's own name
_NAMELESS = re.compile(
    r"[ ]?(?:(?:รอง)?ชนะเลิศ|ชมเชย|เหรียญ|ที่|นี้|ดังกล่าว|ระดับ|ทั้ง|พระราชทาน|เกียรติยศ(?![ก-ฮเ-ไ])|\d|ประเภทที่"
    r"|พิเศษ[ ]|แรก|ละ|และ|จาก|ใน|ของ|[\n:]|$)"
)
_GLOSS = re.compile(r"[ ]?\((?:ด้าน[^()\n]{2,60}|[A-Za-z][^()\nก-๛]{2,80})\)")
# รางวัล ก |ได้แก่| บริษัท ข, รางวัล ก มอบ|ให้แก่| นาย ค: whose the prize is, told in its own paragraph
_TO = re.compile(r"(?:ได้แก่|คือ|เป็นของ|(?:ให้)?แก่|ให้(?:กับ)?|โดย|ได้รับโดย|[:：–-])[ ]*$")
# characters before the first paragraph within which the winner and the number of prizes are told; of a name
_FAR, _SHORTEST, _LONGEST = 4000, 4, 110
_LEAST = 2
_RECEIVED = frozenset({"conferred", "announced"})


def read_prize_paragraphs(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with one for each such paragraph that tells none yet; what is told in one is the winner's.

    As many paragraphs at most as prizes were counted before them, of one programme with one winner.
    """
    lines = _paragraphs(findings)
    if len(lines) < _LEAST:
        return candidates
    first, last = lines[0][0], lines[-1][1]
    told = _told_before(candidates, first)
    count = max((int(one["count"]) for one in _COUNTED.finditer(findings.text, max(0, first - _FAR), first)), default=0)
    if told is None or not len(lines) <= count or _names_winner(findings, told, first, last):
        return candidates
    classes = {_name(findings, candidate) for candidate in candidates if candidate.at < first and "category" in candidate.labels}
    if len(classes) >= count:
        return candidates
    kept = {kind: label for kind, label in told.labels.items() if kind in {"award", "year", "edition"}}
    added: list[Candidate] = []
    for start, end in lines:
        within = [candidate for candidate in candidates if start <= candidate.at < end]
        if not within:
            added.append(_candidate(findings, told, kept, start, end))
        for candidate in within:
            known = candidate.labels.get("category")
            candidate.recipient = candidate.recipient or told.recipient
            if len(within) == 1 and (known is None or known.outer > start + len(_PRIZE)):
                candidate.labels["category"] = _category(findings, start, end)
            candidate.labels.update(kept)
    general = [
        one
        for one in candidates
        if one.at < first and not one.labels.keys() & {"category", "branch", "level"} and one.work is None
    ]
    same = [one for one in general if one.recipient is told.recipient or _is_same(one, told)]
    return sorted([*(one for one in candidates if one not in same), *added], key=lambda candidate: candidate.at)


def _paragraphs(findings: Findings) -> list[tuple[int, int]]:
    """Lines that begin with a prize of its own name and tell more of it."""
    text = findings.text
    found: list[tuple[int, int]] = []
    for newline in _BEGINS.find(text):
        start = newline + 1
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        if end - start > _LONGEST // 2 and _NAMELESS.match(text, start + len(_PRIZE)) is None:
            found.append((start, end))
    return found


def _told_before(candidates: list[Candidate], at: int) -> Candidate | None:
    """What is told of the one winner of the one programme before the paragraphs; None where there are several."""
    near = [
        one
        for one in candidates
        if at - _FAR <= one.at < at and one.status in _RECEIVED and one.recipient is not None and "award" in one.labels
    ]
    if not near or any(not _is_same(one, near[-1]) for one in near):
        return None
    return near[-1]


def _is_same(one: Candidate, other: Candidate) -> bool:
    return one.recipient is not None and other.recipient is not None and one.recipient.key == other.recipient.key


def _names_winner(findings: Findings, told: Candidate, start: int, end: int) -> bool:
    """Whether the paragraphs, or lines between them, name another who has a prize: a person, or a body to whom it is given."""
    for party in findings.parties_between(start, end):
        other = told.recipient is not None and party.key != told.recipient.key
        if other and (party.kind == "person" or _TO.search(findings.text, max(start, party.start - 12), party.start)):
            return True
    return False


def _name(findings: Findings, candidate: Candidate) -> str:
    label = candidate.labels["category"]
    return "".join(findings.text[label.start : label.end].split())


def _candidate(findings: Findings, told: Candidate, kept: dict[str, Label], start: int, end: int) -> Candidate:
    """What a paragraph tells: its prize as a class of the programme, the rank and the work that are told behind."""
    text = findings.text
    labels = {**kept, "category": _category(findings, start, end)}
    for label in findings.labels_between(labels["category"].until, end):
        if label.rule in CONTEST_RANKS and text.startswith(_PRIZE, label.outer):
            labels["level"] = label
            break
    work = next((work for work in findings.works if start < work.start < end), None)
    return Candidate(
        labels=labels,
        at=start,
        rule="conferral.list",
        status=told.status,
        work=work,
        recipient=told.recipient,
        stands_for=told.stands_for,
        verb=True,
    )


def _category(findings: Findings, start: int, end: int) -> Label:
    """The prize with which a paragraph begins, with the field in brackets behind it."""
    text = findings.text
    label = next(iter(findings.labels_between(start, start + 1)), None)
    if label is not None and label.kind == "award":
        label = as_category(text, label)
    if label is None or label.kind != "category":
        begin = start + len(_PRIZE)
        stop = min(name_end(text, begin), end, begin + _LONGEST)
        begin += len(text[begin:stop]) - len(text[begin:stop].lstrip(' “"'))
        label = Label("category", begin, stop, "category.sub_award", start, stop)
    gloss = _GLOSS.match(text, label.end, end)
    stop = label.end if gloss is None else gloss.end()
    return Label("category", label.start, stop, "category.sub_award", start, max(stop, label.until), row=label.row)
