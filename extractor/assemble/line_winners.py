"""Who and what has won, where a line of a list of results tells of it: known by a name, by two words of one, by its place.

สมใจ ปลูกบัว (ทีมนาดี) / มาลี ทองคำ · “สายลม” – นาดีฟิล์ม · Siam Nagas — 4,000,000 บาท
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party
from extractor.assemble.free_names import BAD, THING
from extractor.assemble.line_words import (
    BEST,
    BY,
    CALLED,
    LEADS_TITLE,
    LETTER,
    NAME_ENDS,
    NEXT,
    NO_WINNER,
    OF_WORKS,
    OWN_NAME,
    PERSON,
    TEAM_BEHIND,
    TEAM_HEAD,
    TITLE_ENDS,
    TO_MAKER,
    WHERE,
)
from extractor.document import Span
from extractor.match.label import Label
from extractor.match.person_bare import NO_NAME
from extractor.match.person_foreign import COUNTRIES, ENGLISH_COUNTRIES
from extractor.match.person_words import NO_SURNAME
from extractor.tokenise import words

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings

# รางวัลสารคดียอดเยี่ยม |จากรายการ |คุยให้คิด
_FROM_SHOW = re.compile(
    r"จาก(?:ผลงาน|รายการ|(?:บท)?ละคร(?:โทรทัศน์)?|ภาพยนตร์|สารคดี|(?:บท)?เพลง|ซีรีส์|สกู๊ป|โฆษณา|หนังสือ|เรื่อง)(?:เรื่อง|ชุด|ชื่อ)?[ ]*"
)
_TEAM_IN_MARKS = re.compile(r"ทีม[ ]?[“\"‘']")
# Maria Soares, |Portugal: where the winner is from
_COUNTRY = re.compile(rf"(?:ประเทศ)?(?:{COUNTRIES}|{ENGLISH_COUNTRIES})[ ]*(?:$|[,)(\n])")
# characters of a name that nothing but its place tells
_LONGEST_NAME = 60
CLOSING = {"“": "”", '"': '"', "‘": "’", "'": "'"}


@dataclass(slots=True)
class Offer:
    """One prize with its winners: what would be added to the findings, and whether any is known but by its place."""

    label: Label | None = None
    parties: list[Party] = field(default_factory=list)
    works: list[Span] = field(default_factory=list)
    marked: list[Party] = field(default_factory=list)
    free: bool = True

    def size(self) -> int:
        """How many winners and works it tells of."""
        return len(self.parties) + len(self.works) + len(self.marked)


class Winners:
    """What the lines of a list name, and how winners are read from a place in one of them."""

    def __init__(self, findings: Findings, lines: list[tuple[int, int]], *, announced: bool | None) -> None:
        self.text = findings.text
        self.lines = lines
        self.announced = announced
        begin, end = lines[0][0], lines[-1][1]
        self.labels = findings.labels_between(begin, end + 1)
        self.outers = [label.outer for label in self.labels]
        self.parties = findings.parties_between(begin, end + 1)
        self.starts = [party.start for party in self.parties]
        self._works = sorted((work.start, work.end) for work in findings.works if begin <= work.start < end)

    def is_free(self, start: int, end: int) -> bool:
        """Whether no party and no label stand between `start` and `end`."""
        at = bisect_left(self.starts, start)
        if at < len(self.starts) and self.starts[at] < end:
            return False
        at = bisect_left(self.outers, start)
        return not (at < len(self.outers) and self.outers[at] < end)

    def _label_begins(self, place: int) -> bool:
        """Whether the next prize is told from `place` on: เหรียญทอง ก, |เหรียญเงิน ข."""
        at = bisect_left(self.outers, place)
        return at < len(self.outers) and self.outers[at] == place

    def work_at(self, place: int) -> tuple[int, int] | None:
        at = bisect_left(self._works, (place - 1, 0))
        return self._works[at] if at < len(self._works) and self._works[at][0] <= place + 1 else None

    def winners(self, offer: Offer, place: int, end: int, prize: str, *, free: bool) -> None:
        """Takes up the winners that stand from `place` on, one after the other; `free`: any name may be one."""
        text = self.text
        titled = LEADS_TITLE.match(text, place, end)
        place = titled.end() if titled is not None else place
        while place < end and not NO_WINNER.match(text, place, end) and not self._label_begins(place):
            work_end = self._work(offer, place, end)
            if work_end is not None:
                maker = TO_MAKER.match(text, work_end, end)
                after = self._winner(offer, maker.end(), end, free=True, made=True) if maker is not None else None
                place = work_end if after is None else after + (maker is not None and maker["bracket"] is not None)
            else:
                after = self._winner(offer, place, end, free=free and not OF_WORKS.match(prize))
                if after is None:
                    self._title(offer, place, end, prize)
                    return
                place = after
            more = NEXT.match(text, place, end)
            if more is None or _COUNTRY.match(text, more.end(), end) is not None:
                return
            if "/" in more.group() and (house := self._house(offer, more.end(), end)) is not None:
                place = house  # สมใจ ปลูกบัว / |Slow Bar Lampang
                continue
            place = more.end()

    def _house(self, offer: Offer, place: int, end: int) -> int | None:
        """Where a team or house behind a person and a slash ends, which becomes the person's; None for a second winner."""
        last = max((*offer.marked, *offer.parties), key=lambda party: party.end, default=None)
        if last is None or last.body is not None or PERSON.match(self.text, place, end) is not None:
            return None
        person = last.kind == "person" or PERSON.fullmatch(self.text, last.name.start, last.name.end) is not None
        name = self._free_name(place, end) if person and self.known_at(place) is None else None
        if name is None or not (self.text[name.start].isascii() or TEAM_HEAD.match(self.text, name.start)):
            return None
        last.body = name
        return name.end

    def _work(self, offer: Offer, place: int, end: int) -> int | None:
        """Where a title in marks that begins at `place` ends, which is taken up where it is not known."""
        text = self.text
        known = self.work_at(place)
        if known is not None:
            offer.free = False
            return known[1] + (text[known[1] : known[1] + 1] in "”\"’'")
        close = text.find(CLOSING[text[place]], place + 1, end) if text[place] in CLOSING else -1
        if close < 0 or PERSON.match(text, place, end) is not None:
            return None
        if any(place < label.outer < close for label in self.labels):
            return None
        offer.works.append(Span(place + 1, close, "work.line"))
        offer.free = False
        return close + 1

    def _winner(self, offer: Offer, place: int, end: int, *, free: bool, made: bool = False) -> int | None:
        """Where the winner that begins at `place` ends, which is taken up; None if none does. `made`: a work stands before."""
        text = self.text
        known = self.known_at(place)
        if known is not None:
            offer.marked.append(known)
            offer.free = False
            last, after = known, known.end
        else:
            called = CALLED.match(text, place, end)
            person = PERSON.match(text, called.end() if called is not None else place, end)
            if person is not None and self._is_name(person["name"]):
                name = Span(*person.span("name"), "party.line")
                offer.free = False
            else:
                free_name = self._free_name(place, end) if free else None
                if free_name is None:
                    return None
                name = free_name
            last = Party.of_words(name, "doer" if made else "listed", start=place)
            last.line = True
            offer.parties.append(last)
            after = name.end
            where = WHERE.match(text, after, end)
            if where is not None:
                last.body = Span(*where.span("where"), "party.line")
                last.end = after = where.end()
        own = OWN_NAME.match(text, after, end)
        in_game = known is None and text[last.name.start].isascii()
        if own is not None and in_game and self._is_name(own["name"]) and not self._is_team(own["name"]):
            last.name = Span(*own.span("name"), "party.line")
            if own["team"]:
                last.body = last.body or Span(*own.span("team"), "party.line")
            last.end = after = own.end()
        team = TEAM_BEHIND.match(text, after, end)
        if team is not None and (known is None or known.kind == "person") and self._is_team(team["team"]):
            last.body = last.body or Span(*team.span("team"), "party.line")
            last.end = after = team.end()
        return after

    def _free_name(self, place: int, end: int) -> Span | None:
        """The words at `place` as a name that nothing but its place tells."""
        text = self.text
        stop = NAME_ENDS.search(text, place + 1, end)
        until = stop.start() if stop else end
        name = text[place:until].rstrip(" .,:;*")
        if not 2 <= len(name) <= _LONGEST_NAME or not LETTER.match(name) or THING.match(name) or name.startswith("ผู้"):
            return None
        if BY.match(text, until, end) is not None:
            return None  # a title, and who made it
        if not self.is_free(place, place + len(name)) or sum(word in BAD for word in words(name)) > 0:
            return None
        return Span(place, place + len(name), "party.line")

    def known_at(self, place: int) -> Party | None:
        at = bisect_left(self.starts, place)
        team = _TEAM_IN_MARKS.match(self.text, place)  # ทีม “นาดี”, of which the name alone is known
        begin = place if team is None else team.end() - 1
        party = self.parties[at] if at < len(self.starts) and self.starts[at] <= begin + 1 else None
        return None if party is None or party.role in {"giver", "heading", "superior"} else party

    def _is_name(self, name: str) -> bool:
        first, last = name.split()
        return not (first in BAD or NO_NAME.match(first) or NO_NAME.match(last) or NO_SURNAME.match(last) or BEST.search(name))

    def _is_team(self, name: str) -> bool:
        """Whether a name in brackets behind a person is a team's, told of others too, and no name of a stage."""
        return TEAM_HEAD.match(name) is not None or (" " in name and self.text.count(name) > 1)

    def _title(self, offer: Offer, place: int, end: int, prize: str) -> None:
        """Takes up the title that a prize for works names, with its maker behind a dash: ลมหายใจ – วงสายรุ้ง."""
        if not OF_WORKS.match(prize):
            return
        led = _FROM_SHOW.match(self.text, place, end)
        place = led.end() if led is not None else place
        stop = TITLE_ENDS.search(self.text, place, end)
        title = self.text[place : stop.start() if stop else end].strip(" “”\"‘’'")
        if not 2 <= len(title) <= _LONGEST_NAME or any(word in {"ได้รับ", "คือ", "ได้แก่", "เป็น"} for word in words(title)):
            return
        begin = self.text.index(title, place)
        offer.works.append(Span(begin, begin + len(title), "work.line"))
        offer.free = False
        maker = TO_MAKER.match(self.text, begin + len(title), end)
        if maker is not None and maker.group().strip():
            self._winner(offer, maker.end(), end, free=True, made=True)
