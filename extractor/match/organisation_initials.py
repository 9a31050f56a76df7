"""Names that the letters in brackets behind them prove to be a body's: กองทุนเงินให้กู้ยืมเพื่อชาวนา (กยช.)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extractor.anchors import Anchored
from extractor.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# … (กยช.) · … (ก.ย.ช.) · … (กยช) · … (องค์การมหาชน)
_LETTERS = Anchored(
    re.compile(
        r"\((?:(?P<letters>[ก-ฮ]{2,6}\.?|(?:[ก-ฮ]{1,2}\.){2,5}[ก-ฮ]?)|(?P<public>องค์การมหาชน)"
        r"|(?P<english>[A-Z][A-Za-z&’' -]{3,60}"
        r"(?:Foundation|Association|Federation|Institute|Society|Club|Council)[A-Za-z ]{0,30}))"
        r"(?=\)|\ ?[,:/–-])"
    ),
    "(",
)
# มูลนิธิรักษ์ป่า| รักษ์น้ำ (Green Water Foundation): a word or two more of a name that its English form ends
_ONE_WORD_MORE = re.compile(r"\ [ก-ฮเ-ไ][ก-๎]{1,15}(?:\ [ก-๎]{2,15})?")
_NAMED_FREELY = re.compile("มูลนิธิ|สมาคม|สถาบัน|สหพันธ์|สมาพันธ์|ชมรม|สภา|ศูนย์")
_PUBLIC = re.compile(r"[ ]?\(องค์การมหาชน\)")
# kinds of bodies whose names may hold any word
_KINDS = re.compile(
    r"ธนาคาร|กองทุน|บรรษัท|องค์การ|สำนักงาน|สถาบัน|มูลนิธิ|สมาคม|สภา|สหพันธ์|สมาพันธ์|ศูนย์|หอการค้า|โรงงาน|เครือข่าย"
    r"|การ(?=[ก-๎]{2,40}แห่ง(?:ประเทศไทย|ชาติ)[ ]?\()"
)
# a sentence between a body's name and the next one's letters, and no name
_SENTENCE = re.compile(
    r"ได้รับ|คว้า|รางวัล|กล่าว|เปิดเผย|ร่วมกับ|จัด(?!การ|หา|ทำ|ตั้ง)|มอบ|เป็นประธาน|เป็น(?:ผู้|หน่วย)|ประกาศ|ลงนาม"
    r"|ซึ่ง|โดย|ของ|จาก|แก่|กับ|นาย|นาง|และ(?=กระทรวง|กรม|สำนัก|สถาบัน|ธนาคาร|สมาคม)"
)
# สำนักงานวัฒนธรรมจังหวัด (สวจ.): a kind of office, as every province has one
_EVERY = re.compile(r"(?:จังหวัด|อำเภอ|ตำบล|เขต|มัธยมศึกษา|ประถมศึกษา)$")
_RUN = re.compile(r"[ก-๎]++(?:\ [ก-๎]++){0,3}$")
_VOWELS = "เแโใไ"
# characters of a name, and of what its first reading left off
_LONGEST, _REST = 110, 60


def told_by_letters(text: str, spans: list[Span]) -> list[Span]:
    """`spans`, those moved to where the letters in brackets tell that the name ends, and names that only these tell.

    กองทุนเงิน|ให้กู้ยืมเพื่อชาวนา (กยช.) → the whole, wherever it stands.
    """
    names = {text[start:end] for start, end in _introduced(text, spans)}
    if not names:
        return spans
    found = []
    for name in names:
        for at in _places(text, name):
            public = _PUBLIC.match(text, at + len(name))
            found.append(Span(at, public.end() if public is not None else at + len(name), "organisation.letters"))
    found.sort(key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    starts = [span.start for span in kept]
    others = []
    for span in spans:
        at = bisect_right(starts, span.end - 1) - 1
        if at < 0 or kept[at].end <= span.start:
            others.append(span)
        elif kept[at].start > span.start:
            others.append(Span(span.start, span.end, span.rule, id=span.id))
            kept[at] = Span(kept[at].start, kept[at].start, "")
    return sorted([*others, *(span for span in kept if span.end > span.start)], key=lambda span: span.start)


def _introduced(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    starts = [span.start for span in spans]
    for bracket in _LETTERS.finditer(text):
        end = len(text[: bracket.start()].rstrip(" "))
        if bracket.start() - end > 1:
            continue
        letters = bracket["letters"].replace(".", "") if bracket["letters"] else None
        at = bisect_right(starts, end) - 1
        if at >= 0 and spans[at].end >= end:
            continue
        if bracket["english"] and not (
            at >= 0 and _NAMED_FREELY.match(text, spans[at].start) and _ONE_WORD_MORE.fullmatch(text, spans[at].end, end)
        ):
            continue
        begin = _begin(text, end, letters, spans[at] if at >= 0 else None)
        if begin is not None:
            yield begin, end


def _begin(text: str, end: int, letters: str | None, last: Span | None) -> int | None:
    """Where the body's name begins that ends at `end`: with the body read last before it, or with a kind's word of its own."""
    run = _RUN.search(text, max(0, end - _LONGEST), end)
    if run is None or _EVERY.search(text, max(0, end - 12), end) is not None:
        return None
    if last is not None and last.end > run.start() and end - last.end <= _REST:
        rest = text[last.end : end]
        if last.id is not None and rest.startswith(" "):  # กระทรวงวัฒนธรรม| ประธานกรรมการวัฒนธรรม (กวช.): of another body
            return None
        if _SENTENCE.search(rest) is None and (letters is None or _fit(text[last.start : end], letters, last.end - last.start)):
            return last.start
        return None
    if letters is None:
        return None
    kinds = [kind for kind in _KINDS.finditer(text, run.start(), end) if kind.end() < end]
    for kind in reversed(kinds):
        if (
            _SENTENCE.search(text, kind.end(), end) is None
            and not text.startswith(tuple(_VOWELS), kind.start() - 1)
            and _fit(text[kind.start() : end], letters, kind.end() - kind.start())
        ):
            return kind.start()
    return None


def _fit(name: str, letters: str, read: int) -> bool:
    """Whether letters shorten a name: the first begins it, the others follow in order, the last of them behind `read`."""
    if name.lstrip(_VOWELS)[:1] != letters[0]:
        return False
    at = name.index(letters[0]) + 1
    for letter in letters[1:]:
        at = name.find(letter, at) + 1
        if at == 0:
            return False
    return name.rfind(letters[-1]) >= read


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))
