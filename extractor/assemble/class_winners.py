"""Who has won in a class of the arts or of sport, by the place of the name: ดาวซัลโว ได้แก่ โจ ซาโต้ (นาดี ยูไนเต็ด)."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party
from extractor.document import Span
from extractor.match.label_arts import CLASS_NEXT, OF_ONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.assemble.findings import Findings
    from extractor.match.label import Label

_RULES = frozenset({"category.class", "category.best"})
_NO_NAME = (
    r"(?!ประจำ|ครั้ง|ปี|จาก|ใน|ที่|และ|ของ|ระดับ|ประเภท|สาขา|ด้าน|ให้|ทีม|วง|เพลง|เรื่อง|ได้|ชาย|หญิง|รุ่น|ภาค|รอง|ไม่|ทั้ง|ซึ่ง|โดย|เป็น|นาย|นาง"
    r"|โค้ช|น้อง|จังหวัด|โรงเรียน|บริษัท|ช่อง|ค่าย)"
)
_PAIR = rf"{_NO_NAME}[ก-ฮเ-ไ][ก-๎.]{{1,18}}[ ]{_NO_NAME}[ก-ฮเ-ไ][ก-๎]{{1,22}}(?:[ ]{_NO_NAME}[ก-ฮเ-ไ][ก-๎]{{1,20}})?"
_ENDS = rf"(?=[ ]?(?:[(,/;]|จาก|\n|$)|[ ](?:และ|ส่วน|ขณะที่|พร้อม|{CLASS_NEXT}))"
# ตัวเซตยอดเยี่ยม| คือ |มาลี คำใส
_TOLD = re.compile(rf"[ ]?(?:ได้แก่|คือ|(?:ตก)?เป็นของ|[:–-])[ ]*(?P<name>{_PAIR}){_ENDS}")
# นักแสดงนำหญิงยอดเยี่ยม |มาลี คำใส| จาก…
_BESIDE = re.compile(rf"[ ](?P<name>{_PAIR}){_ENDS}")
# ผู้กำกับยอดเยี่ยม |(ธนา ศรีภู)
_BRACKETED = re.compile(rf"[ ]?\([ ]?(?P<name>{_PAIR})[ ]?\)")
_CLUB_WORD = (
    r"(?:ยูไนเต็ด|เอฟซี|เอฟ\.ซี\.|ซิตี้|วีซี|บีซี|คลับ|อีสปอร์ตส?์?|เกมมิ่ง|FC|F\.C\.|VC|BC|United|City|Club|Gaming|Esports?"
    r"|ท่าเรือ|อคาเดมี่|อะคาเดมี่|อินเตอร์|สตาร์|วอริเออร์ส?|ไฟเตอร์ส?)"
)
_CLUB = re.compile(rf"[ ]?\((?P<club>[^()\n\d]{{0,30}}?{_CLUB_WORD}|(?:สโมสร|ทีม|ม\.|มหาวิทยาลัย|ร\.ร\.|โรงเรียน)[^()\n]{{2,40}})\)")
# characters behind a class within which its winner begins
_REACH = 14


def class_winners(findings: Findings, starts: Sequence[int]) -> Iterator[Party]:
    """The winners right behind classes of persons that no shape of a name tells; `starts`: where the known parties begin."""
    for label in findings.labels:
        if label.rule not in _RULES or OF_ONE.fullmatch(findings.text, label.start, label.end) is None:
            continue
        at = bisect_left(starts, label.until)
        if at < len(starts) and starts[at] <= label.until + _REACH and "\n" not in findings.text[label.until : starts[at]]:
            continue
        if (named := _named(findings.text, label)) is not None:
            span = Span(*named.span("name"), "party.position")
            yield Party.of_words(span, "listed")


def _named(text: str, label: Label) -> re.Match[str] | None:
    told = _TOLD.match(text, label.until) or _BRACKETED.match(text, label.until)
    return told or (_BESIDE.match(text, label.until) if label.rule == "category.class" else None)


def give_clubs(findings: Findings) -> None:
    """Puts the winners of classes under the clubs in brackets behind them; who stands in brackets himself has won.

    ดาวซัลโว ได้แก่ โจ ซาโต้| (นาดี ยูไนเต็ด) · ผู้กำกับยอดเยี่ยม |(ธนา ศรีภู)
    """
    starts = [party.start for party in findings.parties]
    for label in findings.labels:
        if label.rule not in _RULES:
            continue
        at = bisect_left(starts, label.until)
        if at >= len(starts) or starts[at] > label.until + _REACH:
            continue
        party = findings.parties[at]
        if party.role == "plain" and party.kind == "person" and _BRACKETED.match(findings.text, label.until, party.name.end + 2):
            party.role = "listed"
        club = _CLUB.match(findings.text, party.name.end) if party.body is None else None
        if club is not None:
            party.body = Span(*club.span("club"), "party.club")
            party.end = max(party.end, club.end())
