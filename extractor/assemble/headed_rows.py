"""Lists whose items each name a field and then those who won in it, with no word between them.

แบ่งเป็น 2 ประเภท ได้แก่ 1. การคัดกรองสุขภาพ สสจ.เลย และ สสจ.น่าน 2. การดูแลผู้สูงวัย สสจ.แพร่ และ สสจ.ตาก
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from extractor.match.label import Label
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings, Party
    from extractor.structure import Item

_LISTS = re.compile(r"(?:รางวัล|ดีเด่น|ยกย่อง|เชิดชูเกียรติ)[^\n]{0,120}(?:ได้แก่|ดังนี้|คือ|ประกอบด้วย|:)[ ]*$")
# what may stand between and behind the winners of an item
_BETWEEN = re.compile(r"[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:[,;]|และ|[,;][ ]?และ)?[ ]*")
_ENDS = re.compile(r"[ ]*+(?:\([^()\n]{1,40}\)[ ]*+)?(?:และ)?[\s.*]*+")
# a phrase that goes over to the winner tells of something else: พัฒนาร่วมกับ |กรมการข้าว
_LEADS_OVER = re.compile(r"(?:โดย|ของ|กับ|แก่|ที่|จาก|และ|ให้|ใน|ณ|สังกัด|คือ|ได้แก่|อาทิ|เช่น|หรือ|ผู้แทน|เรื่อง|ผลงาน|:)[ ]*$")
_SHORTEST, _LONGEST = 6, 140
# รางวัลครูดีเด่น (ครู ก.)⏎|1. ระดับประถมศึกษา นาย ก⏎2. ระดับมัธยมศึกษา นาย ข
_LISTS_ALIKE = re.compile(r"(?:รางวัล|ดีเด่น|ยกย่อง|เชิดชูเกียรติ)[^\n]{0,120}\n?[ ]*$")
_ALIKE = re.compile(r"ระดับ[ก-๎]{3,30}[ ]")
# • รางวัลดีเด่นระดับพื้นที่⏎|- อ่าวไทย – กลุ่ม ก⏎- อันดามัน – กลุ่ม ข
_DASHED = re.compile(r"[ ]*(?!รางวัล|ประเภท|สาขา|ด้าน)[ก-๎][^\n:–—]{3,60}[ ][–—-][ ]")
# winners an item from which on its phrase is a field, and no work of the one behind it
_SEVERAL = 2


# 2) องค์กรที่ทำคุณประโยชน์ |จำนวน 4 ราย ได้แก่
_COUNTED = sought(
    r"[ ]*(?P<name>(?!รางวัล|โล่|ประเภท|สาขา|ด้าน|ระดับ|กรณี|มอบ|การมอบ|ประกาศ|ผู้(?:ร่วม|เข้าร่วม|สมัคร|แทน)|คณะกรรมการ|นาย|นาง"
    r"|น\.ส|ดร\.|พล)"
    r"[ก-๎](?:(?!รวมถึง|มอบ|และได้)[^\n\d“”]){4,90}?)"
    r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:จำนวน|รวม)[ ]?\d{1,3}[ ]?(?:รางวัล|ราย|แห่ง|องค์กร|ทีม|คน|หน่วยงาน|ท่าน"
    r"|รูป|กลุ่ม|โรงเรียน|ชุมชน)[^\n\d]{0,12}?"
    r"(?:ได้แก่|คือ|ประกอบด้วย|ดังนี้|อาทิ|:)"
)
_OF_PRIZES = re.compile(r"รางวัล|โล่|เชิดชูเกียรติ|ยกย่อง|ประกาศเกียรติคุณ|ดีเด่น")
# characters before such an item within which prizes are told of
_NEAR = 500


def find_headed_rows(findings: Findings) -> None:
    """Lists the winners of such items, and adds to the findings a category for each phrase."""
    _find_counted(findings)
    text = findings.text
    starts = [party.start for party in findings.parties]
    labelled = sorted(label.outer for label in findings.labels)
    found: list[tuple[Item, list[Party]]] = []
    for group in _siblings(findings):
        alike = _are_alike(text, group) or all(_DASHED.match(text, item.body) for item in group)
        if not (_LISTS_ALIKE if alike else _LISTS).search(text, max(0, group[0].start - 200), group[0].start):
            continue
        rows = [(item, _row(findings, starts, labelled, item)) for item in group]
        least = 1 if alike else _SEVERAL
        if sum(len(row) >= least for _, row in rows) * 2 >= len(group) >= _SEVERAL:
            found.extend((item, row) for item, row in rows if row)
    for item, row in found:
        start = item.body + len(text[item.body : row[0].start]) - len(text[item.body : row[0].start].lstrip())
        end = start + len(text[start : row[0].start].rstrip(" –—-"))
        if text.startswith("ระดับ", start):
            findings.labels.append(Label("level", start + len("ระดับ"), end, "level.headed", start, end))
        else:
            findings.labels.append(Label("category", start, end, "category.headed", start, end))
        for party in row:
            party.role = "superior" if party.role == "superior" else "listed"
    if found:
        findings.labels.sort(key=lambda label: label.outer)


def _find_counted(findings: Findings) -> None:
    """Adds a category for each phrase that begins an item and of whose winners the item says how many they are."""
    text = findings.text
    found = []
    outers = sorted(label.outer for label in findings.labels if label.kind != "year")
    for item in findings.structure.items:
        if text.find("จำนวน", item.body, item.end) < 0 and text.find("รวม", item.body, item.end) < 0:
            continue
        counted = _COUNTED.match(text, item.body, item.end)
        if counted is None or not _OF_PRIZES.search(text, max(0, item.start - _NEAR), item.start):
            continue
        start, end = counted.span("name")
        if bisect_left(outers, counted.end()) == bisect_left(outers, item.start):
            found.append(Label("category", start, end, "category.counted", start, end))
    if found:
        findings.labels = sorted([*findings.labels, *found], key=lambda label: label.outer)


def _are_alike(text: str, group: list[Item]) -> bool:
    """Whether each item begins with a rank that only its wording tells, so that one winner an item will do."""
    return len(group) >= _SEVERAL and all(_ALIKE.match(text, item.body + text.startswith(" ", item.body)) for item in group)


def _siblings(findings: Findings) -> Iterator[list[Item]]:
    """The items of each list that has no lists within its items."""
    lists: dict[int | None, list[Item]] = {}
    for item in findings.structure.items:
        before = lists.get(item.parent)
        if item.number <= 1 and before and not (before[-1].number == item.number == 0 and before[-1].end >= item.start - 1):
            yield lists.pop(item.parent)
        lists.setdefault(item.parent, []).append(item)
    yield from (group for group in lists.values() if not any(item.children for item in group))


def _row(findings: Findings, starts: list[int], labelled: list[int], item: Item) -> list[Party]:
    """The parties that end an item which begins with a phrase of its own; none where it says anything else."""
    text = findings.text
    first, last = bisect_left(starts, item.body + _SHORTEST), bisect_left(starts, item.end)
    row = findings.parties[first:last]
    if not row or bisect_left(starts, item.body) < first or bisect_right(labelled, item.end) > bisect_left(labelled, item.start):
        return []
    phrase = text[item.body : row[0].start]
    if "\n" in phrase or len(phrase) > _LONGEST or not phrase.endswith(" ") or _LEADS_OVER.search(phrase):
        return []
    if (dashed := _DASHED.match(phrase)) is not None and phrase[dashed.end() :].strip():
        return []  # อ่าวไทย – กองทุนทะเลงาม |ตำบลนาดี: behind the dash stands another
    reached = row[0].start
    for party in row:
        if party.start >= reached and not (party is row[0] or _BETWEEN.fullmatch(text, reached, party.start)):
            return []
        reached = max(reached, party.end)
    newline = text.find("\n", reached, item.end)
    return row if _ENDS.fullmatch(text, reached, newline if newline >= 0 else item.end) else []
