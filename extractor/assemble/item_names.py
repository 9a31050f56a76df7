"""Winners of no known shape at the head of the items of a list: those who won are announced, or each item tells its prize.

ประกาศ 3 องค์กรที่ได้รับรางวัล ก⏎1. นาดี กรุ๊ป⏎2. … · ดังนี้⏎1. เรือนนาดี ..รางวัลชนะเลิศ⏎2. บ้านทอง ..รางวัลชมเชย
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party
from extractor.assemble.free_names import THING
from extractor.assemble.names_before import is_name
from extractor.document import Span, overlaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings
    from extractor.structure import Item

# 3 องค์กร| ที่ได้รับรางวัล ก ประจำปี 2561⏎: how many have won, in the line above the list
_WINNERS = re.compile(
    r"(?P<count>\d{1,3})[ ]?(?:สุดยอด)?(?:องค์กร|บริษัท|แบรนด์|โรงแรม|ร้าน|ธนาคาร|โรงพยาบาล|โรงงาน|หน่วยงาน|โครงการ"
    r"|สตาร์ทอัพ|ธุรกิจ|อาคาร|รีสอร์ท|แห่ง)[ก-๎]{0,20}"
    r"[^\n]{0,60}?(?:ได้รับ|ได้ชื่อ|คว้า|ผ่านการคัดเลือก|ได้รับเลือก|ชนะ|รับรางวัล)"
)
_OPENS = re.compile(r"(?:รายชื่อ|ได้แก่|ดังนี้|ประกอบด้วย|คือ|รางวัล|ดีเด่น|แห่งปี|\d{4}|\))[^\n]{0,40}\n?[ ]*\n?$")
# behind a winner's name and before its prize
_THEN = re.compile(r"[ ]*(?:\.{2,}|[:–—]|[ ]-[ ]|(?:ได้|คว้า|รับ|ได้รับ)(?=รางวัล|เหรียญ|โล่)|…)[ ]*")
_RECEIVES = re.compile(r"รางวัล|ยกย่อง|ผู้ชนะ|ผลการ|เชิดชู|คว้า")
# characters before a list within which its award is named, and of a name
_BEFORE, _SHORTEST, _LONGEST = 320, 3, 60
_PRIZES = frozenset({"award", "category", "level"})


def find_item_names(findings: Findings) -> None:
    """Adds a party for the name at the head of each item of such lists."""
    awards = sorted(label.outer for label in findings.labels if label.kind == "award")
    lists = list(_lists(findings)) if awards else []
    if not lists:
        return
    known = sorted((party.start, party.end) for party in findings.parties)
    known += [(work.start, work.end) for work in findings.works]
    known.sort()
    new: list[Party] = []
    for group in lists:
        at = bisect_left(awards, group[0].start)
        if at == 0 or group[0].start - awards[at - 1] > _BEFORE:
            continue
        names = _announced(findings, group) or _with_prizes(findings, group)
        new.extend(
            Party.of_words(Span(start, end, "party.item"), "listed") for start, end in names if not overlaps(known, start, end)
        )
    if new:
        findings.parties = sorted([*findings.parties, *new], key=lambda party: (party.start, -party.end))


def _lists(findings: Findings) -> Iterator[list[Item]]:
    """The items of each list of two at least, without lists within."""
    yield from (group for group in _groups(findings) if len(group) > 1 and not any(item.children for item in group))


def _groups(findings: Findings) -> Iterator[list[Item]]:
    """The items that are numbered or marked in one row."""
    lists: dict[int | None, list[Item]] = {}
    for item in findings.structure.items:
        held = lists.get(item.parent)
        if held and (item.number <= 1 < held[-1].number or item.style != held[-1].style):
            yield lists.pop(item.parent)
        lists.setdefault(item.parent, []).append(item)
    yield from lists.values()


def _announced(findings: Findings, group: list[Item]) -> list[tuple[int, int]]:
    """The names that make up the items, as many as the line above says to have won."""
    text = findings.text
    begin = max(0, group[0].start - _BEFORE)
    above = text[begin : group[0].start]
    told = next(reversed(list(_WINNERS.finditer(above))), None)
    if told is None or int(told["count"]) != len(group) or _OPENS.search(above) is None:
        return []
    names = []
    for item in group:
        name = _words(text, item.body, item.end)
        if name is None or _holds_label(findings, *name):
            return []
        names.append(name)
    return names


def _with_prizes(findings: Findings, group: list[Item]) -> list[tuple[int, int]]:
    """The names that items begin with, each with a mark and its prize behind."""
    text = findings.text
    if _RECEIVES.search(text, max(0, group[0].start - _BEFORE), group[0].start) is None:
        return []
    names = []
    for item in group:
        label = findings.label_at(item.body, item.end - item.body - 1)
        if label is None or label.kind not in _PRIZES:
            return []
        then = _THEN.search(text, item.body + _SHORTEST, min(label.outer + 1, item.end))
        name = _words(text, item.body, then.start()) if then is not None else None
        if name is not None:
            names.append(name)
    return names if len(names) > 1 and len(names) * 2 > len(group) else []


def _words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The words between two places, if they are like a name."""
    words = text[start:end].strip(" \n“”\"‘’'.,;")
    if (where := _WHERE.search(words)) is not None:
        words = words[: where.start()]
    bracket = words.find(" (")
    words = words[:bracket] if bracket > 0 and words.endswith(")") else words
    if not _SHORTEST <= len(words) <= _LONGEST or "\n" in words or THING.match(words):
        return None
    begin = text.index(words, start)
    return (begin, begin + len(words)) if is_name(words) or _FIRM.match(words) else None


# สปาใบเตย| ภายในโรงแรมนาดี
_WHERE = re.compile(r"[ ](?:ภายใน|ใน|ณ|ที่|จังหวัด|จ\.|อำเภอ|อ\.)")
_FIRM = re.compile(r"บริษัท|บมจ|บจก|ธนาคาร|โรงพยาบาล|โรงแรม|มหาวิทยาลัย|[A-Z][\w&.’' -]+$")


def _holds_label(findings: Findings, start: int, end: int) -> bool:
    return findings.label_at(start, end - start - 1) is not None
