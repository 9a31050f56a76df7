"""Lists in which a title stands over the prize that it has won, a line for each: เรือนไผ่ โดย นาดี สตูดิโอ⏎รางวัล Jury Winner."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.assemble.label_relations import as_category
from extractor.assemble.label_sense import is_programme
from extractor.document import Span
from extractor.match.label import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings
    from extractor.match.label import Label

# ⏎|รางวัล Jury Winner …
_PRIZE_LINE = Words("\nรางวัล|\n รางวัล|\n- รางวัล|\n– รางวัล")
_TROPHY = re.compile(r"\n(?=🏆)")  # apart, for `Words` are quick with Thai and Latin characters alone
_LEAD = re.compile(r"\n[ 🏆–-]*")
# เรือนไผ่ |โดย| นาดี สตูดิโอ
_TITLE = re.compile(
    r"(?:\(?\d{1,2}[.)][ ]*|[-–•][ ]*)?[“\"‘']?(?P<title>[ก-ฮเ-ไA-Z0-9][^\n“”\"‘’:]{2,70}?)[”\"’']?"
    r"[ ](?:(?:ผลงาน)?(?:ออกแบบ|กำกับ|สร้าง)?โดย|by)[ ]*(?P<maker>[ก-ฮเ-ไA-Z][^\n“”\":]{2,60}?)[ ]*$"
)
_SAYS = re.compile("ได้รับ|คว้า|จัด|มอบ|เมื่อ|ประกาศ|รางวัล|ประกวด")
# characters of a title's line, lines of a list, and characters behind a programme's name within which the list stands
_LONGEST, _LEAST, _FAR = 140, 2, 2500
# titles that stand under one prize
_ROW = 20


def read_title_lines(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that such a list tells, and none that was read from its lines otherwise."""
    entries = list(_entries(findings))
    if len(entries) < _LEAST:
        return candidates
    programme = _programme(findings, entries[0].at)
    if programme is None:
        return candidates
    kept = [
        candidate
        for candidate in candidates
        if not any(entry.work is not None and entry.work.start - 8 <= candidate.at <= _end(entry) for entry in entries)
    ]
    for entry in entries:
        prize = entry.labels.pop("award", None)
        if prize is not None and "category" not in entry.labels:
            entry.labels["category"] = as_category(findings.text, prize)
        entry.labels.update(programme)
    return sorted([*kept, *entries], key=lambda candidate: candidate.at)


def _end(entry: Candidate) -> int:
    return max(label.until for label in entry.labels.values())


def _entries(findings: Findings) -> Iterator[Candidate]:
    text = findings.text
    last = -1  # where the prize's line of the entry before begins
    trophies = [trophy.start() for trophy in _TROPHY.finditer(text)] if "🏆" in text else []
    for newline in sorted([*_PRIZE_LINE.find(text), *trophies]):
        start = text.rfind("\n", 0, newline) + 1
        title = _TITLE.match(text, start, newline) if newline - start <= _LONGEST else None
        if title is None or _SAYS.search(title.group()) is not None or _tells_prize(findings, start, newline):
            continue
        above = _above(text, start)
        if above != last and _tells_prize(findings, above, text.find("\n", above)):
            continue  # รางวัลดีเด่น⏎เรือนไผ่ โดย นาดี สตูดิโอ⏎รางวัลชมเชย: the prize stands above
        lead = _LEAD.match(text, newline)
        begin = lead.end() if lead is not None else newline
        labels = _labels(findings, begin)
        if labels:
            last = newline + 1
            yield Candidate(
                labels=labels,
                at=start,
                rule="conferral.list",
                work=Span(*title.span("title"), "work.line"),
                recipient=_maker(findings, *title.span("maker")),
                verb=True,
            )


def _above(text: str, start: int) -> int:
    """Where the line above a title begins, or above all titles right over it: ชมเชย 2 รางวัล⏎1. ก โดยทีม ข⏎2. ค โดยทีม ง."""
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    for _ in range(_ROW):
        title = _TITLE.match(text, above, start - 1) if 0 < start - above <= _LONGEST else None
        if title is None or above == 0:
            break
        start, above = above, text.rfind("\n", 0, above - 1) + 1
    return above


def _tells_prize(findings: Findings, start: int, end: int) -> bool:
    """Whether a label stands in the line, which then tells of a prize of its own."""
    return findings.label_at(start, end - start - 1) is not None


def _labels(findings: Findings, begin: int) -> dict[str, Label]:
    """The labels of the line that begins at a place with one of them."""
    newline = findings.text.find("\n", begin)
    end = newline if newline >= 0 else len(findings.text)
    found: dict[str, Label] = {}
    for label in findings.labels_between(begin, end):
        inside = any(other.start <= label.start and label.end <= other.end for other in found.values())
        if not inside and (label.kind == "award" or label.kind in PARTS):
            found.setdefault(label.kind, label)
    first = min((label.outer for label in found.values()), default=end)
    return found if first <= begin + len("รางวัล") else {}


def _maker(findings: Findings, start: int, end: int) -> Party:
    return findings.party_at(start, 1) or Party.of_words(Span(start, end, "party.line"), "doer")


def _programme(findings: Findings, at: int) -> dict[str, Label] | None:
    """The programme named last before the list that has prizes of many names, with its year and number."""
    for index in range(bisect_left(findings.labels, at, key=lambda label: label.outer) - 1, -1, -1):
        label = findings.labels[index]
        if at - label.outer > _FAR:
            return None
        if label.kind == "award" and (is_programme(findings.text, label) or label.rule.startswith("award.contest")):
            labels = findings.with_year(label)
            following = findings.labels[index + 1] if index + 1 < len(findings.labels) else None
            if following is not None and following.kind == "edition" and following.outer - label.until <= 2:
                labels["edition"] = following
            return labels
    return None
