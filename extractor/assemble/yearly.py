"""Winners of one prize by years, a line beginning with each: ผู้ได้รับรางวัล ก⏎2560: นาย ข⏎2561: นาง ค.

Lines of running text may stand between them, as where each winner is told about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.assemble.free_names import BAD
from extractor.document import Span
from extractor.match.label import Label
from extractor.match.label_years import christian_year
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

_YEAR = re.compile(
    r"[ •●▪*–—-]*(?:ปี|พ\.ศ\.|ค\.ศ\.)?[ ]?(?:พ\.ศ\.|ค\.ศ\.)?[ ]?(?P<year>(?:25|20|19)\d\d)(?!\d|[ ]?[-–/][ ]?\d)"
    r"[ ]*(?P<mark>[:：–—-])?[ ]*(?=\S)"
)
# what the lines above the list say that it is of
_OF_WINNERS = Words("ผู้ชนะ|ผู้ได้รับ|ผู้ที่ได้รับ|ผู้คว้า|ผู้ครอง|ทำเนียบ|เจ้าของรางวัล|แชมป์")
_OTHERS = re.compile(r"เข้าชิง|เข้ารอบ|เสนอชื่อ|กรรมการ|เจ้าภาพ|สนับสนุน")
_NAME_ENDS = re.compile(
    r"[ ]*(?:[(,;/–—\"“]|[ ]-[ ])|[ ]{2,}|[ ](?=จาก|จังหวัด|จ\.|ชาว|ประเทศ|ด้วย|ผลงาน|เรื่อง|ผู้|นัก|สัญชาติ|ตำแหน่ง|อายุ)|$"
)
_WORD = re.compile(r"[ก-ฮเ-ไ][ก-๎.]{1,24}|[A-ZÀ-Þ][\w.'’-]{0,24}")
# lines that make a list; characters of a line, and of the text above that tells of what; words of a name
_LEAST, _LINE, _ABOVE, _FEWEST, _MOST = 2, 120, 600, 2, 4


def read_yearly(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that such lists tell, and none that was read within one otherwise."""
    if not _OF_WINNERS.find(findings.text):
        return candidates
    rows = [row for row in _rows(findings) if row is not None]
    if len(rows) < _LEAST or len({row.labels["year"].value for row in rows}) < len(rows):
        return candidates
    award = _award_above(findings, rows[0].at)
    if award is None:
        return candidates
    for row in rows:
        row.labels["award"] = award
    lines = {row.at: findings.text.find("\n", row.at) for row in rows}
    kept = [one for one in candidates if not any(start <= one.at and (one.at < end or end < 0) for start, end in lines.items())]
    return [*kept, *rows]


def _award_above(findings: Findings, at: int) -> Label | None:
    """The prize that the text above names last, if it says that it tells of those who have won it."""
    text = findings.text
    begin = max(0, at - _ABOVE)
    told = [place for place in _OF_WINNERS.find(text) if begin <= place < at]
    if not told or _OTHERS.search(text, text.rfind("\n", 0, told[-1]) + 1, text.find("\n", told[-1])):
        return None
    return next((label for label in findings.labels_between(begin, at) if label.kind == "award"), None)


def _rows(findings: Findings) -> Iterator[Candidate | None]:
    text = findings.text
    for start, end in findings.structure.lines:
        dated = _YEAR.match(text, start, end) if end - start <= _LINE else None
        if dated is None:
            continue
        if findings.label_at(dated.end(), end - dated.end() - 1) is not None:
            continue  # it names its own prize
        winner = _winner(findings, dated.end(), end, marked=dated["mark"] is not None)
        if winner is None:
            continue
        label = Label("year", *dated.span("year"), "year.list", dated.start(), dated.end(), christian_year(dated["year"]))
        yield Candidate(labels={"year": label}, at=start, rule="conferral.list", recipient=winner, status="past", verb=True)


def _winner(findings: Findings, begin: int, end: int, *, marked: bool) -> Party | None:
    """Who is named right behind the year: known, or, behind a colon, told by its place."""
    text = findings.text
    known = findings.party_at(begin, 1)
    if known is not None or not marked:
        return known
    stop = _NAME_ENDS.search(text, begin, end)
    until = stop.start() if stop is not None else end
    parts = [Span(*part.span(), "party.yearly") for part in _WORD.finditer(text, begin, until)]
    if not _FEWEST <= len(parts) <= _MOST or parts[0].start != begin:
        return None
    if text[begin : parts[-1].end].count(" ") != len(parts) - 1:
        return None
    name = text[begin : parts[-1].end]
    if any(word in BAD for word in words(name)):
        return None
    return Party.of_words(Span(begin, parts[-1].end, "party.yearly"), "listed")
