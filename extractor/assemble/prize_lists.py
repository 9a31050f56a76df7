"""Lists of the prizes that one winner has received, whose items nothing but their number tells to be such.

คว้า 3 รางวัลจากเวที ก ได้แก่⏎1. ด้านการจ้างงาน⏎2. Store Design⏎3. … · รางวัลชนะเลิศ 2 รางวัล ได้แก่ ด้านดินและน้ำ และด้านแรงงาน
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.assemble.names_before import is_name
from extractor.document import Span
from extractor.match.award_words import TRAILING_YEAR
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

_PRIZES = Words("รางวัล|เหรียญทอง|เหรียญเงิน")
# 3 |รางวัล| จากเวที ก ได้แก่⏎ · |รางวัล|ที่ได้รับ มีดังนี้⏎
_ANNOUNCES = re.compile(
    r"(?:รางวัล|เหรียญ(?:ทองแดง|ทอง|เงิน))(?!ละ)(?P<talk>(?:(?!\d{1,3}[ ]?รางวัล|บาท)[^\n]){0,110}?)"
    r"(?:ได้แก่|ดังนี้|ดังต่อไปนี้|ประกอบด้วย|คือ|:)[ ]*(?:ครับ|ค่ะ)?[ ]*:?"
)
# |รางวัล|องค์กรดีเด่น ประจำปี 2566 จำนวน 2 ด้าน ได้แก่
_IN_FIELDS = re.compile(
    r"รางวัล(?!ละ)(?:(?!ซึ่ง|จาก|โดย|พิจารณา|แบ่ง|วัด|เกณฑ์|รางวัล|ได้แก่|ทั้งหมด|สะท้อน|ครอบคลุม|ที่|การทำงาน)[^\n]){2,90}?"
    r"(?<!\d)(?P<count>[2-9])[ ]?ด้าน[ ]?(?:ได้แก่|คือ|ประกอบด้วย|ดังนี้|:)[ ]*"
)
# characters of the words between รางวัล and ได้แก่, with ได้รับ
_TALK = 130
_COUNT = re.compile(r"(?P<count>\d{1,2})[ ]?$")
_TAKES = re.compile(r"(?:ได้รับ|คว้า|กวาด|ซิว|โกย|รับ|ครอง|เหมา|หอบ|ได้(?=[ ]?\d))")
_GIVES = re.compile(r"มอบ|ชิง|แบ่งรางวัล|ผู้(?:ได้รับ|ชนะ)|ประเภทของ")
_AND_NEXT = re.compile(r"[ ]?(?:และ|, และ)$")
# characters before the number within which somebody is said to receive
_BEFORE = 260
# ด้านการจ้างงาน · Store Design of the Year · สาขา …: what the name of a prize begins with
_NAMES = re.compile(r"(?:รางวัล)?[ ]?[“\"]?(?:(?P<field>ด้าน|หมวด)(?=[ก-ฮเ-ไ])|[A-Z]|(?:การ)?(?:แข่งขัน|ประกวด)|ทักษะ|กิจกรรม)")
_SHORTEST, _LONGEST = 4, 110
# characters before a list within which its winner is told of, and within which it is announced
_FAR, _OPENED = 700, 30
_SEVERAL = 2
LISTED = "category.listed_prize"
"""The rule of a prize that nothing but its place in such a list tells."""
# รางวัลชนะเลิศ| 4 |รางวัล
_COUNTED = re.compile(r"[ ]?(?:จำนวน|รวม)?[ ]?\d{1,2}[ ]?")
# Green Loan| จากสินเชื่อ “ก”
_FOR_WHAT = re.compile(r"[ ](?:จาก|ด้วย|โดย|สำหรับ|จัดโดย)")
# ด้านดินและน้ำ| และ|ด้านแรงงาน · การแข่งขันคัดลายมือ ป.1-3| |การแข่งขันวาดภาพ ป.4-6: between the fields or contests of a line
_HEADS = ("ด้าน", "การแข่งขัน", "แข่งขัน", "การประกวด", "ทักษะ", "กิจกรรม")
_FIELDS = {head: re.compile(rf"[ ]*(?:,|และ|,[ ]?และ|[ ])[ ]*(?={head}[ก-ฮเ-ไ])") for head in _HEADS}
_FIELDS_END = re.compile(
    r"[ ]*(?:และ)?(?=รางวัล|โดย|ซึ่ง|นอกจาก|ทั้งนี้|พร้อม|ท่ามกลาง|สร้าง(?:ชื่อ|ความ)|ส่งผล|ทำให้|ภายใต้"
    r"|จาก(?:กระทรวง|กรม|สำนัก|สมาคม|สถาบัน|มูลนิธิ|องค์ก|นิตยสาร))|\n|$|[ ]{2,}"
)


def read_prize_lists(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with one for each item of such lists, told of whom the words before the list are."""
    for place, until, names in _lists(findings):
        told = _told_before(candidates, place, until) or _asked_of(findings, place)
        read = [candidate for candidate in candidates if place < candidate.at < until and "category" in candidate.labels]
        if told is None or len(read) >= len(names):
            continue
        kept = {kind: label for kind, label in told.labels.items() if kind in {"award", "year", "edition"}}
        if (level := _level(findings, place)) is not None:
            kept["level"] = level
        candidates = [
            candidate for candidate in candidates if not place - _OPENED <= candidate.at < until or _is_listed(candidate)
        ]
        candidates.extend(
            Candidate(
                labels={**kept, "category": _label(findings.text, *name)},
                at=name[0],
                rule="conferral.list",
                recipient=told.recipient,
                stands_for=told.stands_for,
                verb=True,
            )
            for name in names
        )
    candidates = sorted(candidates, key=lambda candidate: candidate.at)
    _share_medals(findings.text, candidates)
    return candidates


# คว้า |2 |เหรียญเงิน
_SEVERAL_BEFORE = re.compile(r"(?:(?<!\d)(?:[2-9]|[1-9]\d)|สอง|สาม|สี่|ห้า)[ ]?\Z")
# 400 เมตรชาย |และ| 800 เมตรชาย
_BETWEEN_EVENTS = re.compile(r"[ ]*(?:,|และ|กับ)[ ]*(?:รายการ|ประเภท)?[ ]*")
_EVENTS = frozenset({"category.event", "category.discipline"})


def _share_medals(text: str, candidates: list[Candidate]) -> None:
    """Gives each event of a row the medal of which several were won: 2 เหรียญเงิน จาก 400 เมตรชาย และ|800 เมตรชาย."""
    for before, candidate in pairwise(candidates):
        level, event, other = before.labels.get("level"), before.labels.get("category"), candidate.labels.get("category")
        if level is None or event is None or other is None or "level" in candidate.labels or other.rule not in _EVENTS:
            continue
        one = (
            before.recipient is not None
            and candidate.recipient is not None
            and before.recipient.start == candidate.recipient.start
        )
        counted = _SEVERAL_BEFORE.search(text, max(0, level.outer - 6), level.outer) is not None
        if one and counted and _BETWEEN_EVENTS.fullmatch(text, event.until, other.outer):
            candidate.labels["level"] = level


def _is_listed(candidate: Candidate) -> bool:
    """Whether a candidate is an item of such a list."""
    category = candidate.labels.get("category")
    return category is not None and category.rule == LISTED


def _told_before(candidates: list[Candidate], place: int, until: int) -> Candidate | None:
    """What the words before a list, or the reading of it, tell of the winner of its prizes."""
    near = [
        candidate
        for candidate in candidates
        if place - _FAR <= candidate.at < until and candidate.recipient is not None and candidate.status == "conferred"
    ]
    within = [candidate for candidate in near if candidate.at >= place - _OPENED]
    told = within[0] if within else near[-1] if near else None
    if told is None or told.recipient is None or told.recipient.start > place:
        return None
    return told


# รางวัล|ที่ นาดี ได้รับ| มีดังนี้: whose prizes are listed
_OF_WHOM = re.compile(r"รางวัลที่[ ]?(?P<who>[^\n]{2,40}?)[ ]?ได้รับ(?!รางวัล)")
# characters before such a list within which its programme is named
_PROGRAMME = 900


def _asked_of(findings: Findings, place: int) -> Candidate | None:
    """The winner whom the words that open a list name, with the programme named last."""
    text = findings.text
    whom = _OF_WHOM.match(text, place)
    if whom is None or not is_name(whom["who"]):
        return None
    line = text.find("\n", place)
    until = line if line >= 0 else len(text)
    award = next((label for label in reversed(findings.labels) if label.kind == "award" and label.outer < until), None)
    if award is None or place - award.outer > _PROGRAMME:
        return None
    start, end = whom.span("who")
    who = findings.party_at(start) or Party.of_words(Span(start, end, "party.of_whom"), "listed")
    return Candidate(labels=findings.with_year(award), at=place, rule="conferral.list", recipient=who, verb=True)


def _level(findings: Findings, place: int) -> Label | None:
    """The rank of all prizes of a list: รางวัล|ชนะเลิศ| 4 รางวัล."""
    at = bisect_left(findings.labels, place, key=lambda label: label.outer) - 1
    label = findings.labels[at] if at >= 0 else None
    behind = findings.labels[at + 1] if at + 1 < len(findings.labels) else None
    if behind is not None and behind.kind == "level" and behind.outer == place:
        return behind  # 3 |เหรียญทอง
    if label is None or label.kind != "level":
        return None
    return label if _COUNTED.fullmatch(findings.text, label.until, place) else None


def _lists(findings: Findings) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Each list: where it is announced, where it ends, and its items, as many as were announced."""
    text = findings.text
    parties: list[int] | None = None
    reached = -1
    for place in _PRIZES.find(text):
        if place < reached:
            continue
        count = _COUNT.search(text, max(0, place - 4), place)
        fields = _IN_FIELDS.match(text, place) if count is None else None
        if count is None and fields is None and text.find("ได้รับ", place, place + _TALK) < 0:
            continue
        announced = fields or _ANNOUNCES.match(text, place)
        if announced is None:
            continue
        line = text.rfind("\n", 0, place) + 1
        before = text[max(line, place - _BEFORE) : announced.end()]
        if count is None and fields is None and "ได้รับ" not in announced["talk"]:
            continue
        if _GIVES.search(before) or not (_TAKES.search(before) or _TAKES.search(text, max(0, line - _BEFORE), line)):
            continue
        parties = parties or sorted(party.start for party in findings.parties if party.kind != "place")
        counted = count or fields
        wanted = int(counted["count"]) if counted is not None else 0
        for names in (_items(findings, announced.end()), _row(text, announced.end())):
            if not names or (wanted and len(names) != wanted) or (not wanted and len(names) < _SEVERAL):
                continue
            if all(_is_prize(text, *name) and not _holds(parties, *name) for name in names):
                reached = names[-1][1]
                yield place, reached, names
                break


def _items(findings: Findings, at: int) -> list[tuple[int, int]]:
    """The words of the items of the list right behind `at`."""
    text, items = findings.text, findings.structure.items
    while at < len(text) and text[at] in " \n":
        at += 1
    first = bisect_left(items, at, key=lambda item: item.start)
    if first >= len(items) or items[first].start != at:
        return []
    names = []
    number = 0
    for item in items[first:]:
        if item.parent != items[first].parent or item.style != items[first].style or item.number <= number > 0 < item.number:
            break
        number = item.number
        words = text[item.body : item.end].strip(" \n,;.")
        words = words.partition("\n")[0].rstrip(" ,;.")
        words = _AND_NEXT.sub("", words)
        if not words:
            break
        start = text.index(words, item.body)
        names.append((start, start + len(words)))
        if "\n\n" in text[item.body : item.end].strip(" "):
            break
    return names


def _row(text: str, at: int) -> list[tuple[int, int]]:
    """The fields, or contests, that stand in a row right behind `at`."""
    while at < len(text) and text[at] == " ":
        at += 1
    head = next((head for head in _HEADS if text.startswith(head, at)), None)
    if head is None:
        return []
    names = []
    while True:
        newline = text.find("\n", at)
        end = newline if newline >= 0 else len(text)
        between = _FIELDS[head].search(text, at + _SHORTEST, end)
        stop = _FIELDS_END.search(text, at + _SHORTEST)
        until = stop.start() if stop is not None else end
        if between is None or between.start() > until:
            names.append((at, at + len(text[at:until].rstrip(" ,"))))
            return names
        names.append((at, between.start()))
        at = between.end()


def _is_prize(text: str, start: int, end: int) -> bool:
    return _SHORTEST <= end - start <= _LONGEST and _NAMES.match(text, start) is not None


def _holds(starts: list[int], start: int, end: int) -> bool:
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] < end


def _label(text: str, start: int, end: int) -> Label:
    outer, until = start, end
    if text.startswith("รางวัล", start):
        start += len("รางวัล")
    while text[start] in ' “"':
        start += 1
    for_what = _FOR_WHAT.search(text, start + _SHORTEST, end)
    end = for_what.start() if for_what is not None else end
    end = start + len(TRAILING_YEAR.sub("", text[start:end].rstrip(' ”"')))
    return Label("category", start, end, LISTED, outer, until)
