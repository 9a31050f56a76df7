"""Honours of one person or body, listed by year, as obituaries and profiles do: ⏎พ.ศ. 2541  ศิลปินแห่งชาติ สาขาศิลปะการแสดง."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.assemble.draft import Candidate
from extractor.document import Span, Stretches
from extractor.match.anchors import Words
from extractor.match.label import Label

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party

_CUES = Words("ประวัติ|เกียรติคุณ|รางวัลที่|ผลงานและรางวัล|เกียรติประวัติ|เคยได้รับ")
# the line above such a list
_HEADING = re.compile(
    r"[^\n]{0,60}(?:เกียรติคุณ|เกียรติประวัติ|(?:รางวัล|ผลงาน)[^\n]{0,24}ได้รับ|ประวัติ(?:การ)?(?:รับ"
    r"|ได้รับ)?รางวัล|รางวัล(?:และ|สำคัญ|ดีเด่น|แห่ง)[^\n]{0,24})[^\n]{0,30}[ ]*$"
)
_LINE = re.compile(
    r"[ •●▪*–-]*(?:\d{1,2}[.)][ ]?)?(?:(?:ใน|เมื่อ)?ปี[ ]?)?(?:พ\.?[ ]?ศ\.?|ค\.?[ ]?ศ\.?"
    r"|พุทธศักราช)?[ ]?(?P<year>(?:19|20|25)\d\d)[ ]*[:：–-]?[ ]+"
    r"(?:(?:ได้)?รับ(?:การ)?(?:ยกย่อง|เชิดชูเกียรติ|คัดเลือก|พระราชทาน)?(?:ให้)?(?:เป็น)?[ ]?)?(?P<said>[^\n]{4,160})"
)
_NAME_ENDS = re.compile(
    r"[ ]{2,}|[ ](?=สาขา|ประเภท|ด้าน|ระดับ|จาก|โดย|ประเทศ|สำนักงาน|กระทรวง|กรม(?!ธรรม)|มหาวิทยาลัย|สมาคม|มูลนิธิ|ณ[ ]|ครั้งที่)|[ ]?\(|[ ]*$"
)
_BRANCH = re.compile(
    r"สาขา[ ]?(?P<name>[^\n]{3,90}?(?:\([^()\n]{2,40}\))?)(?=[ ]{2,}|[ ](?:จาก|โดย|สำนักงาน|กระทรวง|กรม"
    r"|มหาวิทยาลัย|สมาคม|มูลนิธิ|ประเภท|ด้าน|ระดับ|ประจำ)|[ ]*$)"
)
_KIND = re.compile(
    r"ประเภท[ ]?(?P<name>[^\n]{3,80}?)(?=[ ]{2,}|[ ](?:จาก|โดย|สำนักงาน|กระทรวง|กรม|มหาวิทยาลัย|สมาคม|มูลนิธิ|สาขา"
    r"|ด้าน|ระดับ|ประจำ)|[ ]*$)"
)
_IN_BRACKETS = re.compile(r"[ ]?\((?P<name>[A-Z][^()\n]{3,50})\)")
_LEVEL = re.compile(
    r"(?:รางวัล)?(?P<name>(?:รอง)?ชนะเลิศ(?:[ ]?อันดับ(?:ที่)?[ ]?\d)?|ชมเชย|เหรียญ(?:ทองแดง|ทอง|เงิน)"
    r"|(?:รอง)?แชมป์)[ ]?(?:จาก|ใน)?(?=[ก-ฮเ-ไA-Z])"
)
_WORK = re.compile(r"(?:จาก|เรื่อง|ผลงาน|เพลง|ชุด)[ก-๎ ]{0,20}[“\"‘](?P<name>[^“”\"‘’\n]{2,80})[”\"’]")
_EDITION = re.compile(r"ครั้งที่[ ]?(?P<n>\d{1,3})")
_ROYAL = re.compile(
    r"เครื่องราช|เหรียญ(?:จักรพรรดิ|ราช|รัตนา)|ปริญญา(?![ก-๎]*กิตติมศักดิ์)|สำเร็จ|จบการศึกษา|เกิด|เข้ารับราชการ|ดำรงตำแหน่ง|อุปสมบท|บวช|สมรส"
)
_HONOUR = re.compile(r"รางวัล|ดีเด่น|แห่งชาติ|กิตติมศักดิ์|เกียรติ|ยอดเยี่ยม|ชนะเลิศ|เหรียญ|แชมป์|แห่งปี|โล่|[Pp]rize|[Aa]ward|[Mm]edal|ศิลปิน")
_FEWEST = 2


@dataclass(slots=True)
class _Honour:
    start: int
    end: int
    labels: dict[str, Label]
    work: Span | None = None


def read_careers(findings: Findings, told: list[Candidate]) -> list[Candidate]:
    """The candidates, with what such lists tell of whom the article is about in the place of what the reader made of them."""
    text = findings.text
    if not _CUES.find(text):
        return told
    lines = [(start, end) for start, end in findings.structure.lines if text[start:end].strip()]
    found: list[Candidate] = []
    stretches: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        if not _HEADING.match(text, *lines[at]):
            at += 1
            continue
        heading = at
        honours: list[_Honour] = []
        at += 1
        while at < len(lines) and (line := _LINE.match(text, *lines[at])) is not None:
            honour = _honour(text, *lines[at], line)
            if honour is not None:
                honours.append(honour)
            at += 1
        whose = _whose(findings, lines[heading][0]) if len(honours) >= _FEWEST else None
        if whose is None:
            continue
        stretches.extend((honour.start, honour.end) for honour in honours)
        found.extend(_candidate(honour, whose) for honour in honours)
    if not found:
        return told
    inside = Stretches(stretches)
    findings.labels = sorted(
        [*(label for label in findings.labels if label.outer not in inside), *(one.labels["award"] for one in found)],
        key=lambda label: label.outer,
    )
    return sorted([*(one for one in told if one.at not in inside), *found], key=lambda one: one.at)


def _honour(text: str, start: int, end: int, line: re.Match[str]) -> _Honour | None:
    """What a line says was received; none for a degree, an office or a decoration of the crown."""
    begin = line.start("said")
    if _ROYAL.search(text, begin, end) or not _HONOUR.search(text, begin, end):
        return None
    level = _LEVEL.match(text, begin, end)
    first = begin
    begin = level.end() if level is not None else begin
    stop = _NAME_ENDS.search(text, begin + 3, end)
    last = stop.start() if stop else end
    year = line.span("year")
    number = int(line["year"])
    labels = {
        "award": Label("award", begin, last, "award.career", begin, last),
        "year": Label("year", *year, "year.career", *year, value=number - 543 if number > 2400 else number),
    }
    branch, kind = _BRANCH.search(text, last, end), _KIND.search(text, last, end)
    gloss = _IN_BRACKETS.match(text, last, end)
    edition = _EDITION.search(text, last, end)
    if branch is not None:
        labels["branch"] = Label("branch", *branch.span("name"), "branch.career", branch.start(), branch.end("name"))
    if kind is not None:
        labels["category"] = Label("category", *kind.span("name"), "category.career", kind.start(), kind.end("name"))
    elif gloss is not None:
        labels["category"] = Label("category", *gloss.span("name"), "category.career", *gloss.span("name"))
    if level is not None:
        labels["level"] = Label("level", *level.span("name"), "level.career", first, level.end("name"))
    if edition is not None:
        labels["edition"] = Label("edition", *edition.span("n"), "edition.career", *edition.span(), value=int(edition["n"]))
    work = _WORK.search(text, last, end)
    return _Honour(start, end, labels, Span(*work.span("name"), "work.career") if work is not None else None)


def _whose(findings: Findings, before: int) -> Party | None:
    """Of whom the article tells most often before the list, a person before a body."""
    last = bisect_left([party.start for party in findings.parties], before)
    for kind in ("person", "organisation"):
        parties = [party for party in findings.parties[:last] if party.kind == kind and party.key >= 0]
        if parties:
            key = Counter(party.key for party in parties).most_common(1)[0][0]
            return next(party for party in parties if party.key == key)
    return None


def _candidate(honour: _Honour, whose: Party) -> Candidate:
    return Candidate(
        labels=dict(honour.labels),
        work=honour.work,
        recipient=whose,
        parent=None,
        at=honour.labels["award"].start,
        status="past",
        cue=None,
        subject_only=False,
        in_title=False,
        rule="conferral.career",
        verb=True,
    )
