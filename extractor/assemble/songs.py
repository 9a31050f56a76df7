"""Songs and who sings them, told behind a prize by their words: Song of the Year ศิลปิน : ก เพลง : ข · เพลงแห่งปี เพลง ข ศิลปิน ก."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.findings import Party
from extractor.document import Span, overlaps

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings

_WORDS = Words("ศิลปิน|เพลง")
_SAYS = r"[ ]?[:：]?[ ]?[“\"‘']?"
_IS = rf"(?=[ ]|[:：])(?![ ]?(?:แห่ง|ยอด|ดีเด่น|ที่|ของ|และ|จาก|ได้|ใน)){_SAYS}"
_NAME = r"[ก-ฮเ-ไA-Z0-9][^\n:：“”\"‘’,]{1,44}?"
_MARKS = r"[”\"’']?[ ]*[,/–-]?[ ]*"
_FORMS = (
    re.compile(rf"ศิลปิน{_IS}(?P<artist>{_NAME}){_MARKS}(?<=[ ”\"’'])(?:จาก)?(?:เพลง|ผลงานเพลง){_SAYS}(?P<song>{_NAME})(?=$)"),
    re.compile(rf"เพลง{_IS}(?P<song>{_NAME}){_MARKS}(?<=[ ”\"’'])(?:โดย)?ศิลปิน{_SAYS}(?P<artist>{_NAME})(?=$)"),
)
# where a title ends in text without line breaks: … ข|ผลรางวัลจากกรรมการ
_ENDS = re.compile(r"[”\"’\n]|ผล(?:รางวัล|โหวต|การ)|รางวัล|[ ]{2,}|[ ](?:ซึ่ง|ที่|และ|ส่วน|ขณะ|จาก)")
# characters from a prize to the words
_NEAR = 3
# stops behind the words that are tried
_MOST_STOPS = 5
_KINDS = frozenset({"award", "category", "branch", "level"})


def find_songs(findings: Findings) -> tuple[list[Party], list[Span]]:
    """The artists and the songs that stand, each behind its word, right behind a prize or its field."""
    text = findings.text
    parties: list[Party] = []
    works: list[Span] = []
    labels = [label for label in findings.labels if label.kind in _KINDS]
    outers = [label.outer for label in labels]
    for place in _WORDS.find(text):
        at = bisect_left(outers, place) - 1
        if at < 0 or not 0 <= place - labels[at].until <= _NEAR or text[labels[at].until : place].strip(' :”"\n'):
            continue
        limit = outers[at + 1] if at + 1 < len(outers) else len(text)
        newline = text.find("\n", place)
        limit = min(limit, newline if newline >= 0 else limit)
        stops = [ends.start() for ends in _ENDS.finditer(text, place + _NEAR, limit)][:_MOST_STOPS]
        found = _form(text, place, [*stops, limit])
        if found is None:
            continue
        works.append(Span(*_trimmed(text, *found.span("song")), "work.song"))
        start, end = _trimmed(text, *found.span("artist"))
        parties.append(Party.of_words(Span(start, end, "party.song"), "listed"))
    known = sorted((party.start, party.end) for party in findings.parties)
    return [party for party in parties if not overlaps(known, party.start, party.end)], works


def _form(text: str, place: int, stops: list[int]) -> re.Match[str] | None:
    """What is told from `place` on, in either order, to the first of the stops where it is complete."""
    for stop in stops:
        for form in _FORMS:
            found = form.match(text, place, stop)
            if found is not None:
                return found
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end].rstrip(" ,.-–/”\"’'")
    return start, start + len(words)
