"""Honours that a life is told by, a line for each year: ⏎รางวัลที่เคยได้รับ⏎พ.ศ. 2533 ครูดีเด่น สาขาการศึกษา⏎พ.ศ. 2541 ศิลปินแห่งชาติ.

Nobody is named in the lines: all are of the one whom the article is about.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.match.label import Label
from extractor.match.label_years import christian_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings, Party

_HEADING = re.compile(
    r"(?:(?:ประวัติ|ผลงาน|ทำเนียบ|เส้นทาง|ตัวอย่าง)[^\n]{0,30})?(?:รางวัล|เกียรติ(?:คุณ|ประวัติ|ยศ)?|ความภาคภูมิใจ)[^\n]{0,40}[:：]?[ ]*"
)
_OF_HONOURS = Words("ที่ได้รับ|เคยได้รับ|ประวัติ|เกียรติคุณ|เกียรติยศ|ภาคภูมิใจ|อันทรงเกียรติ")
_YEAR = re.compile(
    r"[ •●▪*–—-]*(?:เมื่อ)?(?:ปี|พ\.ศ\.)?[ ]?(?:พ\.ศ\.)?[ ]?"
    r"(?P<year>(?:25|20|19)\d\d)(?!\d|[ ]?[-–][ ]?\d)[ ]*[:：–—-]?[ ]*"
)
# what is no honour: an office, a degree by study, a decoration
_NO_HONOUR = re.compile(
    r"(?:เกิด|จบ|สำเร็จ|ดำรง|เข้ารับ|บรรจุ|เริ่ม|ก่อตั้ง|เป็น(?!ผู้|ศิลปิน)|ย้าย|สมรส|ได้(?!รับ|รางวัล)|ปริญญา(?![^\n]{0,40}กิตติมศักดิ์)"
    r"|เครื่องราช|เหรียญ(?:จักร|ราชการ|กาชาด|รัตนา)|ทุน|ผ่าน|เข้ารอบ)"
)
_TAKEN = re.compile(r"(?:ได้รับ|รับ|คว้า)(?=รางวัล|การ)(?:การ)?|ได้(?=รางวัล)")
_NAME_ENDS = re.compile(
    r"[ ]{2,}|[ ](?=สาขา|ประเภท|ด้าน|ระดับ|จาก|โดย|ของ|ณ[ ]|ใน|ที่|ประจำ|ครั้งที่"
    r"|สำนักงาน|กระทรวง|กรม|มหาวิทยาลัย|สมาคม|มูลนิธิ|สถาบัน|ประเทศ|จังหวัด|\()|[“”,(]|$"
)
# lines that make a list; characters of a name
_LEAST, _SHORTEST, _LONGEST = 3, 6, 90


def read_vitae(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that such lists tell, and none that was read within one line by line."""
    if not _OF_HONOURS.find(findings.text):
        return candidates
    for rows in _lists(findings):
        whose = _protagonist(findings, rows[0][0])
        if whose is None:
            continue
        told = [row for start, end in rows if (row := _row(findings, start, end, whose)) is not None]
        candidates = [one for one in candidates if not rows[0][0] <= one.at < rows[-1][1]]
        candidates.extend(told)
    return candidates


def _lists(findings: Findings) -> Iterator[list[tuple[int, int]]]:
    """The lines of each list, below its heading."""
    text = findings.text
    headed = False
    rows: list[tuple[int, int]] = []
    for start, end in [*findings.structure.lines, (len(text), len(text))]:
        if headed and _YEAR.match(text, start, end):
            rows.append((start, end))
            continue
        if len(rows) >= _LEAST:
            yield rows
        rows = []
        headed = _HEADING.fullmatch(text, start, end) is not None and _OF_HONOURS.within(text, start, end)


def _protagonist(findings: Findings, at: int) -> Party | None:
    """The person whom the article names most often before `at`, twice at least."""
    counts = {key: sum(mention.start < at for mention in person.mentions) for key, person in enumerate(findings.people)}
    best = max(counts, key=lambda key: counts[key], default=None)
    if best is None:
        return None
    return next((party for party in findings.parties if party.kind == "person" and party.key == best and party.start < at), None)


def _row(findings: Findings, start: int, end: int, whose: Party) -> Candidate | None:
    """The honour that a line tells of; None where it tells of something else."""
    text = findings.text
    dated = _YEAR.match(text, start, end)
    if dated is None or _NO_HONOUR.match(text, dated.end(), end):
        return None
    labels: dict[str, Label] = {}
    for label in findings.labels_between(start, end):
        labels.setdefault(label.kind, label)
    year = christian_year(dated["year"])
    labels["year"] = Label("year", *dated.span("year"), "year.vita", dated.start(), dated.end(), year)
    if "award" not in labels:
        taken = _TAKEN.match(text, dated.end(), end)
        begin = taken.end() if taken else dated.end()
        until = _NAME_ENDS.search(text, begin, end)
        stop = until.start() if until else end
        if not _SHORTEST <= stop - begin <= _LONGEST:
            return None
        labels["award"] = Label("award", begin, stop, "award.vita", begin, stop)
        for kind in labels.keys() & {"branch", "category"}:
            labels[kind] = replace(labels[kind], row=None)  # of another programme's parts
    return Candidate(labels=labels, at=start, rule="conferral.list", work=None, recipient=whose, status="past", verb=True)
