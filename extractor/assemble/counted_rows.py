"""Rows whose count tells how many names they hold, where the matchers know only some: 3 แห่ง ประกอบด้วย พิพิธนา พิพิธไร่ และบ้านสวน."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Anchored
from extractor.assemble.findings import Party
from extractor.assemble.free_names import BAD, plausible
from extractor.document import Span
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

_UNITS = (
    r"แห่ง|ราย|ทีม|องค์กร|หน่วยงาน|โรงเรียน|โรงพยาบาล|บริษัท|ชุมชน|หมู่บ้าน|กลุ่ม|ร้าน|สถานประกอบการ|แบรนด์|วง|สถาบัน|สหกรณ์"
    r"|วัด|สถานี|กองทุน|ศูนย์|โรงแรม|ตลาด"
)
# how many, and the first letter of what is counted: a digit alone stands too often
_BEGINNINGS = "|".join(
    f"{count}{gap}{first}"
    for count in (*"23456789", *(f"1{digit}" for digit in "0123456789"))
    for gap in ("", " ")
    for first in sorted({unit[0] for unit in _UNITS.split("|")})
)
_OPENS = Anchored(
    re.compile(
        rf"(?<![\d,.])(?P<count>[2-9]|1\d)[ ]?(?:{_UNITS})[ ]*(?:ที่(?:ได้รับ|ชนะ|คว้า)[^\n\d]{{2,60}}?)?(?:ได้แก่|ประกอบด้วย|คือ|:)[ ]*"
    ),
    _BEGINNINGS,
)
# before the last of a row, as it must stand
_LAST = re.compile(r"[ ]?และ[ ]?")
_PARTS = re.compile(r"[ ]*,[ ]*|[ ]+")
# … และบ้านสวน| ได้รับรางวัล: where the row ends
_ENDS = re.compile(r"[ ](?=(?:ก็|ยัง|ต่าง|ได้|สามารถ|คว้า|ครอง|ที่|ซึ่ง|โดย|จาก|ใน|เพื่อ|พร้อม|มี|เป็น|รับ|ร่วม))|\n|\Z|[.;]")
_WON = re.compile(
    r"[ ](?:ก็|ยัง|ต่าง|สามารถ)*(?:ได้รับ|คว้า|ครอง|รับ|ได้)[ ]?(?:รางวัล|การ(?:ยกย่อง|คัดเลือก|ประกาศ)|โล่|\d+[ ]?รางวัล|แชมป์|เหรียญ)"
)
# characters of a row at most, and of the text before within which the prize is named
_LONGEST, _FAR = 400, 160
_SHORTEST_NAME, _LONGEST_NAME = 4, 60
# letters by which two names of a row are of one kind: พิพิธนา, พิพิธไร่
_HEAD = 4


def find_counted_rows(findings: Findings) -> Iterator[Party]:
    """The names of such rows that no matcher knows, where prizes are told of."""
    text = findings.text
    prizes = sorted(label.until for label in findings.labels if label.kind in {"award", "level"})
    for opener in _OPENS.finditer(text):
        start = opener.end()
        last = _LAST.search(text, start, start + _LONGEST)
        if last is None or "\n" in text[start : last.start()]:
            continue
        ending = _ENDS.search(text, last.end() + _SHORTEST_NAME)
        end = ending.start() if ending is not None else len(text)
        at = bisect_left(prizes, opener.start()) - 1
        before = at >= 0 and opener.start() - prizes[at] <= _FAR and "\n" not in text[prizes[at] : opener.start()]
        if not before and _WON.match(text, end) is None:
            continue
        yield from _row(findings, [*_split(findings, start, last.start()), (last.end(), end)], int(opener["count"]))


def _split(findings: Findings, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a row between its commas and blanks, those within a known name apart."""
    inside = [(party.start, party.end) for party in findings.parties if start <= party.start < end]
    parts = []
    begin = start
    for gap in _PARTS.finditer(findings.text, start, end):
        if any(first <= gap.start() < until for first, until in inside):
            continue
        parts.append((begin, gap.start()))
        begin = gap.end()
    return [*parts, (begin, end)]


def _row(findings: Findings, parts: list[tuple[int, int]], count: int) -> Iterator[Party]:
    """The parts that no party stands in, where there are as many as are counted, and all of them may be names."""
    text = findings.text
    if len(parts) != count:
        return
    new = []
    known = 0
    for start, end in parts:
        if findings.party_at(start - 1, end - start) is not None:
            known += 1
            continue
        name = text[start:end]
        tokens = words(name)
        if not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME or not plausible(name, text[end : end + 2], tokens):
            return
        if any(token in BAD for token in tokens):
            return
        new.append(Party.of_words(Span(start, end, "party.counted"), "listed"))
    heads = [text[party.start : party.start + _HEAD] for party in new]
    if known or len(set(heads)) < len(heads):
        yield from new
