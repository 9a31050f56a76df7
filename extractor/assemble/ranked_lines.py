"""Lines that begin with a rank and go on to what it was won in and who won it, as schools list their pupils' medals.

⏎- เหรียญทอง กิจกรรมการแข่งขันคัดลายมือ ม.1-3 ด.ญ.สมใจ ปลูกบัว ชั้น ม.3/1 · ⏎รางวัลชนะเลิศ วาดภาพระบายสี โรงเรียนบ้านนาดี
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.match.label import Label

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party

# characters of such a line at most, and of what stands between its rank and its winner
_LONGEST, _SHORTEST_EVENT, _LONGEST_EVENT = 220, 4, 80
_BULLET = re.compile(r"[-–•*●▪■➡✅✔☑★🏆🥇🥈🥉🏅\ufe0f \t]*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]\)?[ ]*)?(?:ได้รับ|คว้า|ได้)?[ ]*")
# what the event's name is led by
_EVENT = re.compile(
    r"[ ,:–-]*(?:(?:ใน|จาก)[ ]?)?(?:(?:กิจกรรม|รายการ|ประเภท)[ ]?)?(?:การ)?(?:(?:แข่งขัน|ประกวด)[ ]?)?"
    r"(?P<name>[ก-ฮเ-ไA-Z][^\n“”\"]*)"
)
# and what may stand between it and who has won
_LEADS_ON = ("ได้แก่", "คือ", "โดย", ":")
_HONOURED = re.compile(r"เด็ก|ด\.[ชญ]\.|นาย|นาง|น\.ส\.")
# who teaches a winner, and a verb that tells of something else
_OTHERS = re.compile(
    r"ครู|อาจารย์|ผู้(?:ฝึก|ควบคุม|สอน|มอบ|อำนวย)|ที่ปรึกษา|มอบ|จัด(?!การ)|กล่าว|เพื่อ|ให้|รางวัล|ได้รับ|จำนวน|บาท|ชนะเลิศ|เหรียญ"
    r"|ระหว่าง|สนาม|เมื่อ|ณ[ ]|วันที่"
)
_LEAST = 2


def find_ranked_lines(findings: Findings) -> None:
    """Lists the winners of such lines, where two at least stand in the article, with the event of each as its category."""
    text = findings.text
    ranks = [label for label in findings.labels if label.kind == "level"]
    if len(ranks) < _LEAST or not any(label.kind == "award" for label in findings.labels):
        return
    outers = [label.outer for label in ranks]
    starts = [party.start for party in findings.parties]
    found: list[tuple[Label, Party]] = []
    for start, end in findings.structure.lines:
        if end - start > _LONGEST:
            continue
        body = _BULLET.match(text, start, end).end()  # type: ignore[union-attr]  # it matches nothing, too
        at = bisect_left(outers, body)
        if at == len(ranks) or outers[at] > body or (at + 1 < len(ranks) and outers[at + 1] < end):
            continue
        first = bisect_left(starts, ranks[at].until)
        party = findings.parties[first] if first < len(starts) and starts[first] < end else None
        if party is not None and party.role == "plain" and party.kind == "person" and _HONOURED.match(text, party.start):
            found.append((ranks[at], party))
    if len(found) < _LEAST:
        return
    for rank, party in found:
        _list(findings, rank, party)
    findings.labels.sort(key=lambda label: label.outer)


def _list(findings: Findings, rank: Label, party: Party) -> None:
    """Lists the winner of one line, with what stands between it and its rank as the category."""
    text = findings.text
    between = [label for label in findings.labels if rank.until <= label.outer < party.start]
    if any(label.rule != "award.contest" for label in between):
        return
    event = _EVENT.fullmatch(text, rank.until, party.start)
    if event is not None:
        start = event.start("name")
        name = event["name"].rstrip(" ")
        led = next((word for word in _LEADS_ON if name.endswith(word)), "")
        stop = start + len(name.removesuffix(led).rstrip(" ,:–-"))
        if not _SHORTEST_EVENT <= stop - start <= _LONGEST_EVENT or _OTHERS.search(text, start, stop):
            return
        for label in between:
            findings.labels.remove(label)
        category = Label("category", start, stop, "category.ranked_line", start, stop)
        findings.labels.append(
            replace(between[0], kind="category", start=start, end=stop, rule=category.rule, until=stop) if between else category
        )
    elif text[rank.until : party.start].strip():
        return
    party.role = "listed"
