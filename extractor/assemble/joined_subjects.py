"""Who shares a verb with the one of whom it is told: those who are named in a row before."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.continuing import goes_before
from extractor.assemble.role_words import OTHERS
from extractor.assemble.standing import rank
from extractor.assemble.subject_words import IN_ROW, JOINS, JOINS_PEOPLE, PROVINCES, ROW_BEGINS, TAKES_NEXT, TITLED

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party, PartyIndex

# characters before the first of a row within which it is told who they are
_OPENED = 120
# letters by which two names of a row without commas are of one kind
_ALIKE = 5
# characters between one of several and the body that he is from: นาย ค| จาก|โรงเรียน ง, นาย ค| นักเรียนชั้น ม.6 |โรงเรียน ง
_FROM = 24

# นาย ก เป็นประธานมอบรางวัล |โดยมี| กรม ข โรงเรียน ค และบริษัท ง เข้ารับรางวัล
_OPENS = ("โดยมี", "โดยมี ", "ซึ่งมี", "ซึ่งมี ")


class JoinedSubjects:
    """Finds those named in a row with the subject of a verb; `places` tells where the parties of the findings stand."""

    def __init__(self, findings: Findings, places: PartyIndex) -> None:
        self.found = findings
        self.text = findings.text
        self._between = places.between
        self._party_starts = places.starts

    def to(self, subject: Party) -> list[Party]:
        """Those that share the verb with the last of them: สำนักงาน ก และสำนักงาน ข คว้ารางวัล."""
        joined: list[Party] = []
        index = bisect_left(self._party_starts, subject.start) - 1
        right = subject
        line_start = self.text.rfind("\n", 0, subject.start) + 1
        rows = [*IN_ROW.finditer(self.text, line_start, subject.start)] if subject.kind != "person" else []
        opens = [row.end() for row in rows]
        counted = bool(rows) and self._are_counted(opens[-1], subject, int(rows[-1]["count"]))
        while index >= 0:
            party = self.found.parties[index]
            joins = JOINS_PEOPLE if subject.kind == "person" else JOINS
            in_row = bool(opens) and opens[-1] <= party.start and party.kind != "person"
            if party.role == "superior" and (in_row or party.kind != subject.kind):
                index -= 1  # นาย ก |โรงเรียน ข| และนาย ค โรงเรียน ง ได้เหรียญเงิน
                continue
            alike = self.text[party.start : party.start + _ALIKE] == self.text[right.start : right.start + _ALIKE]
            ended = bool(joined) and joined[0].kind == party.kind == "team" and "และ" in self.text[joined[0].end : subject.start]
            beside = not self.text[party.end : right.start].strip(" ") and (
                (in_row and (alike or counted))
                or ended
                or (bool(joined) and (goes_before(self.text, party, right) or self._is_of_opened_row(index, line_start)))
            )
            if (party.kind != subject.kind and not in_row) or not (beside or joins.fullmatch(self.text, party.end, right.start)):
                break
            if self.text.startswith(PROVINCES, party.start) and not self.text.startswith(PROVINCES, subject.start):
                subject.body = subject.body or party.name  # จังหวัดน่าน และชุมชนบ้านนาดี ที่ได้รับรางวัล
                break
            joined.append(party)
            right = party
            index -= 1
        if joined and subject.kind == "person":
            body = subject.body  # นาย ค จากโรงเรียน ง |คว้า…
            told_behind = body.end if body is not None and 0 <= body.start - subject.end <= _FROM else subject.end
            if TAKES_NEXT.match(self.text, max(subject.end, told_behind)):
                self._take_first(joined, line_start)
        if joined and OTHERS.search(self.text, max(0, joined[-1].start - _OPENED), joined[-1].start):
            return []  # วิทยากร ประกอบด้วย นาย ก และ|นาย ข เจ้าของรางวัล: one of those who speak
        return joined[::-1]

    def _is_of_opened_row(self, index: int, line_start: int) -> bool:
        """Whether blanks alone part a body or place from the words that open a row: โดยมี |กรม ก| โรงเรียน ข และ…."""
        parties = self.found.parties
        kind = parties[index].kind
        if kind == "person":
            return False
        while index > 0 and parties[index - 1].kind == kind and self.text[parties[index - 1].end : parties[index].start] == " ":
            index -= 1
        begin = parties[index].start
        return begin > line_start and self.text.endswith(_OPENS, line_start, begin)

    def _are_counted(self, start: int, last: Party, count: int) -> bool:
        """Whether from `start` to `last` just so many bodies, places or teams stand, none of which is higher than another."""
        row = [party for party in self._between(start, last.start + 1) if party.role in {"plain", "listed"}]
        return (
            len(row) == count
            and all(party.kind == last.kind for party in row)
            and len({rank(self.text, party.start) for party in row}) == 1
        )

    def _take_first(self, joined: list[Party], line_start: int) -> None:
        """Takes up those of a row of people with titles that blanks alone part: ประกอบด้วย |นาย ก| นาย ข และนาย ค คว้า…."""
        index = bisect_left(self._party_starts, joined[-1].start) - 1
        row: list[Party] = []
        while index >= 0 and self._party_starts[index] >= line_start:
            party = self.found.parties[index]
            right = row[-1] if row else joined[-1]
            if party.kind != "person" or self.text[party.end : right.start] != " " or not TITLED.match(self.text, right.start):
                break
            row.append(party)
            index -= 1
        if not row or not TITLED.match(self.text, row[-1].start):
            return
        begin = row[-1].start
        if not self.text[line_start:begin].strip() or ROW_BEGINS.search(self.text, line_start, begin):
            joined.extend(row)
