"""Nations and clubs as they compete, before verbs of sport: ทีมชาติลาว|เอาชนะ…, เลย ยูไนเต็ด |ครองแชมป์…, เวียดนาม|ได้รองแชมป์."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.findings import Party
from extractor.assemble.roll_words import COUNTRY
from extractor.document import Span
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

_VERBS = Words(
    "เอาชนะ|ชนะ|พ่าย|คว้าแชมป์|คว้ารองแชมป์|คว้าเหรียญ|คว้าอันดับ|ซิวแชมป์|ซิวเหรียญ|ครองแชมป์|ผงาด|ได้แชมป์|ได้รองแชมป์|ได้เหรียญ|ได้อันดับ|โค่น|เป็นแชมป์|เป็นรองแชมป์|คว้าถ้วย|แชมป์เก่า"
)
# characters before a verb that a team's name and its mark take
_BEFORE = 46
_TEAM_OF = sought(rf"(?P<name>(?:ทีมชาติ)?(?!ประเทศ|สาธารณรัฐ)(?:{COUNTRY.pattern}))[ ]?(?:ก็|ยัง|สามารถ|เคย|จึง|[ ])*$")
_APART = re.compile(r"(?:^|[^ก-๎A-Za-z]|ส่วน|ด้าน|ขณะที่|โดย|เมื่อ|หลัง|ว่า|แต่|และ|ซึ่ง|ทีม|สาว|เจ้าภาพ)$")
_CLUB = re.compile(
    r"(?P<name>[ก-ฮเ-ไA-Z][ก-๎A-Za-z.-]{1,20}(?:[ ][ก-ฮเ-ไA-Z][ก-๎A-Za-z.-]{1,20}){0,2}?[ ]"
    r"(?:เอฟซี|ยูไนเต็ด|ซิตี้|วีซี|พอร์ต|สตาร์|วอริเออร์[ส์]*|คลับ|อะคาเดมี่?|เรนเจอร์[ส์]*|F\.?C\.?|United|City|VC|Club|Academy))"
    r"[ ]?(?:ก็|ยัง|สามารถ|เคย|จึง|[ ])*$"
)
# ที่กรุงปารีส |ฝรั่งเศส: where it was
_WHERE = re.compile(r"(?:ที่|จาก|ณ|ของ|ใน|กับ|ต่อ|ประเทศ|แดน|(?:กรุง|เมือง|นคร)[ก-๎]+)[ ]?$")
_LEADS_IN = re.compile(r"(?:ส่วน|ด้าน|ขณะที่|โดย|เมื่อ|หลัง(?:จาก)?|ว่า|แต่|และ|ซึ่ง|ก่อนที่|สรุป|ผล|ทีม|สโมสร)[ ]?")
# |สโมสร|ฟุตบอลนาดี ยูไนเต็ด: the word is part of such a name
_OF_SPORT = re.compile(r"ฟุต(?:บอล|ซอล)|วอลเลย์บอล|บาสเกตบอล|ตะกร้อ|รักบี้|กีฬา")
_MARKS = "“”\"‘’'\n(),!:;–"


def find_competitors(findings: Findings) -> Iterator[Party]:
    """Each nation or club that stands right before a verb of sport; ไทย alone is none, for all news speak of it."""
    text = findings.text
    for verb in _VERBS.find(text):
        begin = max(0, verb - _BEFORE)
        nation = _TEAM_OF.search(text, begin, verb)
        if nation is not None and nation["name"] not in {"ไทย", "Thailand"}:
            start, end = nation.span("name")
            if _APART.search(text, max(0, start - 8), start) and not _WHERE.search(text, max(0, start - 24), start):
                yield _team(start, end)
            continue
        first = max(begin, *(text.rfind(mark, begin, verb) + 1 for mark in _MARKS))
        led = [match.end() for match in _LEADS_IN.finditer(text, first, verb)]
        club = _CLUB.fullmatch(text, led[-1] if led else first + (text[first] == " "), verb) if led or first > begin else None
        if club is not None:
            start, end = club.span("name")
            sport = text.endswith("สโมสร", 0, start) and _OF_SPORT.match(text, start) is not None
            yield _team(start - len("สโมสร") if sport else start, end)


def _team(start: int, end: int) -> Party:
    return Party.of_words(Span(start, end, "party.competitor"))
