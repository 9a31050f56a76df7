"""Rows in which each winner stands behind the class that was won in, with no verb between.

ผู้กำกับยอดเยี่ยม ได้แก่ นาย ก, นักแสดงนำชาย นาย ข, นักแสดงนำหญิง นาง ค และนักแสดงสมทบ นาย ง

Only the first class may have a word that tells so; of the others their place before a person's name does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.assemble.line_words import BEST
from extractor.document import Span
from extractor.match.label import Label

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings

_OPENERS = Words("ได้แก่|คือ |เป็นของ| : |: ")
_OPENER = re.compile(r"(?:ได้แก่|คือ(?=[ ])|(?:ตก)?เป็นของ|[ ]?:)[ ]*")
# |ผู้กำกับยอดเยี่ยม| ได้แก่
_FIRST = re.compile(r"(?:^|[\s,:/(]|ว่า)(?P<name>(?!รางวัล|ผู้(?:ที่)?ได้รับ|ผู้ชนะ|ดังนี้|จำนวน)[ก-ฮเ-ไA-Z][ก-๎A-Za-z]{2,40})[ ]?\Z")
# what stands before a name and is what somebody is, or leads the name in
_NO_CLASS = (
    r"รางวัล|นาย|นาง|ทีม|พร้อม|คณะ|จาก|โดย|ร่วม|ที่|ซึ่ง|ใน|เป็น|มี|อีก|ครู|โรงเรียน|บริษัท|จังหวัด|รอง(?!ชนะ|อันดับ|แชมป์)"
    r"|ผู้(?:ช่วย|ใหญ่|ว่า|อำนวย|ก่อตั้ง|บริหาร|ประสาน|แทน)|กำนัน|อาจารย์|แพทย์|ปลัด|อธิบดี|ประธาน|หัวหน้า|เลขา|กรรมการ|สมาชิก|นักวิ|เจ้า|พนักงาน|นักเรียน|นักศึกษา"
    r"|เกษตรกร(?!ดี)|ข้าราชการ|พระ|ดร|คุณ|ศาสตราจารย์|[รผ]ศ|พล|พัน|ร้อย|จ่า|แม่|พ่อ|ป้า|ลุง|น้อง|เด็ก|รัฐมนตรี|ศิลปิน|หมอ|เชฟ|โปร|ท่าน|อดีต|ชาว|ตัวแทน"
)
# นาย ก| (ปัว เอฟซี), |นักแสดงนำชาย| |นาย ข
_BETWEEN = re.compile(
    r"(?:[ ]?\((?P<of>[^()\n]{2,40})\))?[ ]*(?:,[ ]?(?:และ)?|//?[ ]*(?:และ)?|;|และ)[ ]?"
    rf"(?P<name>(?!{_NO_CLASS})"
    r"[ก-ฮเ-ไA-Z](?:(?!ได้รับ|คว้า|ได้แก่|คือ[ ]|โดย|ซึ่ง|จาก|ร่วม|พร้อม|มอบ|เข้า|จังหวัด|โรงเรียน)[^\n,/;()“”:]){2,40}?)"
    r"[ ]?(?:ได้แก่|คือ|เป็นของ|:)?[ ]*(?:หมายเลข[ ]?\d{1,3}[ ]*)?\Z"
)
_OF = re.compile(r"[ ]?\((?P<of>(?!วัย|อายุ|\d)[^()\n]{2,40})\)")
# ตัวรับ| |ซอ มิน ลัต| (แม่สอด เอฟซี): where each name has its team in brackets
_FREE = re.compile(
    r"(?:[ ]?\([^()\n]{2,40}\))?[ ]*(?:,[ ]?(?:และ)?|และ)[ ]?(?P<name>[ก-ฮเ-ไ][ก-๎]{2,24})[ ]"
    r"(?P<who>[ก-ฮเ-ไA-Z][ก-๎A-Za-z. ]{3,34}?)[ ]?(?=\()"
)
# characters to the next name, and elements of a row at the least
_FAR, _LEAST = 90, 3


class _Element(NamedTuple):
    """The class that somebody has won in, where its name stands, and who."""

    start: int
    end: int
    party: Party


def read_class_rows(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that such rows tell, and none that was read within one otherwise."""
    done = 0
    for place in _OPENERS.find(findings.text):
        opener = _OPENER.match(findings.text, place) if place >= done else None
        row = _row(findings, opener.start(), opener.end()) if opener is not None else []
        if len(row) < _LEAST:
            continue
        start, done = row[0].party.start, row[-1].party.end
        within = [one for one in candidates if start <= one.place < done]
        prize = next((one.labels for one in within if "award" in one.labels), None)
        if not within or len({_class(one) for one in within}) >= len(row):
            continue
        kept = {kind: label for kind, label in (prize or {}).items() if kind in {"award", "year", "edition"}}
        candidates = [one for one in candidates if one not in within]
        for element in row:
            label = Label("category", element.start, element.end, "category.row", element.start, element.end)
            labels = {**kept, "category": label}
            candidates.append(
                Candidate(labels=labels, at=element.party.start, rule="conferral.list", recipient=element.party, verb=True)
            )
    return candidates


def _class(candidate: Candidate) -> int:
    """Where the class of a candidate is told; -1 where it has none."""
    label = candidate.labels.get("category") or candidate.labels.get("branch")
    return label.start if label is not None else -1


def _is_named(party: Party) -> bool:
    """Whether it is a person, or somebody whom a place alone told."""
    return party.kind == "person" or (party.kind == "team" and party.is_of_words)


def _begin(findings: Findings, party: Party) -> int:
    """Where a person's name begins, with the honorific, without what the person is."""
    title = findings.people[party.key].honorific if 0 <= party.key < len(findings.people) else None
    return title.start if title is not None and 0 <= party.name.start - title.end <= 2 else party.name.start


def _row(findings: Findings, begin: int, at: int) -> list[_Element]:
    """The elements of a row that begins with a class before `begin` and a person at `at`."""
    text = findings.text
    first = _FIRST.search(text, max(0, begin - 60), begin)
    person = findings.party_at(at)
    if first is None or person is None or not _is_named(person) or BEST.search(first["name"]) is None:
        return []
    row = [_Element(*first.span("name"), person)]
    line = text.find("\n", at)
    line = line if line >= 0 else len(text)
    while True:
        end = row[-1].party.name.end
        free = _FREE.match(text, end, line)
        index = bisect_left(findings.parties, row[-1].party.start + 1, key=lambda party: party.start)
        following = next((party for party in findings.parties[index : index + 4] if _is_named(party)), None)
        near = following is not None and following.name.start <= min(line, end + _FAR)
        between = _BETWEEN.match(text, end, _begin(findings, following)) if near and following is not None else None
        if between is not None and following is not None:
            row.append(_Element(*between.span("name"), following))
        elif free is not None:
            who = Span(*free.span("who"), "party.row")
            row.append(_Element(*free.span("name"), Party.of_words(who, "listed", kind="person")))
        else:
            break
    for element in row:
        of = _OF.match(text, element.party.name.end)
        if of is not None and element.party.body is None and len(row) >= _LEAST:
            element.party.body = Span(*of.span("of"), "party.row")
    return row
