"""Provinces that stand alone in lines over the winners of each: จังหวัดเลย⏎- รางวัลชนะเลิศ ทีม ก⏎จังหวัดน่าน⏎- รางวัลชนะเลิศ ทีม ข."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party

# a line that is nothing but a province, perhaps with a number before it and how many are listed behind
_LEAD = re.compile(r"[ ]*(?:\(?[\d๐-๙]{1,2}[.)][ ]*|[-–•✅■●▪◆📍*]{1,2}[ ]*)?")
_BEHIND = re.compile(
    r"[ ]*(?:(?:จำนวน|รวม)?[ ]*\d{1,3}[ ]?(?:ราย|คน|แห่ง|รางวัล|ทีม|ผลงาน|หน่วยงาน|โรงเรียน|ชุมชน|กลุ่ม|ท่าน)[ ]*)?(?:ได้แก่|ดังนี้|คือ|:)?[ ]*"
)
_PROVINCE = ("จังหวัด", "จ.")
# a line with which the text goes on behind a list
_GOES_ON = re.compile(r"[ ]*(?:โดย|ใน(?:โอกาส|การ)|ทั้งนี้|นอกจาก|อนึ่ง|สำหรับ|ขณะที่|พร้อม|อย่างไรก็|ด้าน(?=นาย|นาง)|ที่มา|เมื่อ)")
_OTHERS = frozenset({"superior", "member", "giver"})
# headings, and characters of a line from which on it is running text, which ends what stands under a heading
_LEAST, _RUNNING = 2, 200


def put_under_provinces(findings: Findings) -> None:
    """Puts the bodies and teams in lines below a line with their province under it; the province itself is no winner then."""
    places = [party for party in findings.parties if party.kind == "place" and findings.text.startswith(_PROVINCE, party.start)]
    if len(places) < _LEAST:
        return
    heads = [place for place in places if _stands_alone(findings, place)]
    ends = [*(head.start for head in heads[1:]), len(findings.text)]
    blocks = [(head, _below(findings, head, end)) for head, end in zip(heads, ends[: len(heads)], strict=True)]
    blocks = [(head, below) for head, below in blocks if below]
    if len(blocks) < _LEAST:
        return
    for head, below in blocks:
        head.role = "heading"
        for party in below:
            if party.kind != "person":  # who is from a province is no officer of it
                party.body = party.body or head.name


def _stands_alone(findings: Findings, place: Party) -> bool:
    """Whether a province is all that its line names."""
    start, end = findings.structure.line_at(place.start)
    before = _LEAD.fullmatch(findings.text, start, place.start)
    return before is not None and _BEHIND.fullmatch(findings.text, place.name.end, end) is not None


def _below(findings: Findings, head: Party, end: int) -> list[Party]:
    """Those who are named in the lines below a heading, up to `end` or to running text."""
    lines = findings.structure.lines
    first = bisect_right(lines, head.start, key=lambda line: line[0])
    for at in range(first, len(lines)):
        start, stop = lines[at]
        if start >= end or stop - start >= _RUNNING or _GOES_ON.match(findings.text, start, stop) is not None:
            end = min(end, start)
            break
    found = [party for party in findings.parties_between(head.end, end) if party.role not in _OTHERS and party.kind != "place"]
    return found if found and _is_listed(findings, found[0]) else []


def _is_listed(findings: Findings, party: Party) -> bool:
    """Whether somebody leads a line, or stands in one behind a mark or a rank: not ผลงานเด่น |โรงเรียน ก."""
    start, _ = findings.structure.line_at(party.start)
    lead = _LEAD.match(findings.text, start, party.start)
    begin = start if lead is None else lead.end()
    return (
        bool(findings.text[start:begin].strip())
        or begin >= party.start
        or findings.label_at(start, party.start - start) is not None
    )
