"""Rolls of honour as newspapers print them: line after line a prize and who has it, with no verb and no ได้แก่.

⏎MVP ชลธี นาดี (บึงกาฬ สตาร์)⏎ตัวเซตยอดเยี่ยม มาลี ทองนา (น่าน วีซี) · ⏎นักแสดงนำชายยอดเยี่ยม⏎ชลธี นาดี⏎จาก บ้านริมน้ำ
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.assemble.free_names import BAD
from extractor.assemble.roll_words import (
    BRACKET,
    CALLED,
    COUNTRY,
    DASHED,
    FROM,
    HEAD,
    LEADS_FROM,
    MADE_BY,
    MARKS,
    MONEY,
    NAME_ENDS,
    NICKNAME,
    NO_NAME,
    NOMINEES,
    OF_ARTS,
    PRIZE_ALONE,
    SEPARATOR,
    THING,
    TITLED,
    VERB_WITHIN,
    WINNERS,
)
from extractor.document import Span, Stretches
from extractor.match.label import PARTS, Kind, Label
from extractor.match.person_likeness import known_names
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.assemble.findings import Findings

_CUES = Words(
    "แชมป์|รองชนะเลิศ|รองอันดับ|อันดับ 2|ยอดเยี่ยม|ยอดนิยม|ดีเด่น|แห่งปี|ทรงคุณค่า|MVP|Best|BEST|ดาวซัลโว|of the|ขวัญใจ|ดีที่สุด|นักแสดงนำ|ผู้แสดงนำ"
)
# entries from which on lines are a roll; lines without one that may stand between two
_FEWEST, _APART = 2, 4
# lines below a prize that may name those of whom one is to have it
_MOST_NOMINEES = 12
# characters of a line of a roll, and of a name in it
_LONGEST, _LONGEST_NAME = 130, 60
# share of an article's lines behind which an empty one stands, from which on it parts nothing
_SPACED = 0.8
# what a person in a roll belongs to
_HOUSE = re.compile(r"ร้าน|ทีม|ค่าย|สโมสร|ชมรม|บริษัท|โรงเรียน|มหาวิทยาลัย|วิทยาลัย|สถาบัน|คลับ|สตูดิโอ")
_PLACE = re.compile(r"โรงแรม|รีสอร์ท|โรงพยาบาล|เทศบาล|อบต|ชุมชน|วัด|วง|นาย|นาง|คุณ|น้อง")
_BY = re.compile(r"[ ]?(?:ออกแบบ|กำกับ|ขับร้อง|สร้าง|เขียน|แต่ง)?(?:โดย|by)[ ]?(?=[ก-ฮเ-ไA-Z“\"])")
# “เก้าอี้ไม้ไผ่” |โดย Nadee Studio
_MARKED_BY = re.compile(r"[“\"‘'][^“”\"‘’'\n]{2,60}[”\"’']" + _BY.pattern)
# characters before a roll within which it is told of whom it is
_INTRODUCES = 420


@dataclass(slots=True)
class _Entry:
    """A prize of the roll, the lines `start:end` that tell of it, and each of its winners."""

    start: int
    end: int
    line: int
    head: Label
    group: Label | None = None
    winners: list[_Winner] = field(default_factory=list)
    sound: bool = True


@dataclass(slots=True)
class _Winner:
    start: int
    name: Span | None
    parent: Span | None = None
    work: Span | None = None


def read_rolls(findings: Findings, told: list[Candidate]) -> tuple[list[Candidate], list[Span]]:
    """What the reader told off, with what the article's rolls tell in the place of what it made of them.

    Args:
        findings: what matching found; labels and works of a roll's lines go from it.
        told: the reader's candidates.

    Returns:
        The candidates, and people who are named in rolls alone. A short-list's candidates are left out.
    """
    text = findings.text
    if not _CUES.find(text):
        return told, []
    known = _Known(findings)
    found: list[Candidate] = []
    people: list[Span] = []
    stretches: list[tuple[int, int]] = []
    for roll in _rolls(_entries(text, known)):
        if not _is_won(findings, roll):
            stretches.extend((entry.start, entry.end) for entry in roll)  # a short-list, whatever its names look like
            continue
        sound = [entry for entry in roll if entry.sound and entry.winners]
        if len(sound) < _FEWEST or len(sound) * 3 < len(roll) * 2:
            continue
        inside = Stretches((entry.start, entry.end) for entry in sound)
        candidates = [_candidate(known, entry, winner) for entry in sound for winner in entry.winners]
        if _richness(candidates) < _richness(one for one in told if one.at in inside):
            continue
        found.extend(candidates)
        stretches.extend((entry.start, entry.end) for entry in sound)
        people.extend(
            winner.name
            for entry in sound
            for winner in entry.winners
            if winner.name is not None and known.is_new_person(entry.head, winner.name)
        )
    if not stretches:
        return told, []
    inside = Stretches(stretches)
    findings.labels = [label for label in findings.labels if label.outer not in inside]
    findings.works = [work for work in findings.works if work.start not in inside]
    return sorted([*(one for one in told if one.at not in inside), *found], key=lambda one: one.at), people


def _richness(candidates: Iterable[Candidate]) -> tuple[int, int]:
    """How many conferrals there are, and of how many parts is told."""
    count = parts = 0
    for one in candidates:
        count += 1
        body = one.parent is not None or (one.recipient is not None and one.recipient.body is not None)
        parts += (one.recipient is not None) + 2 * (one.work is not None) + body + len(one.labels.keys() & PARTS)
    return count, parts


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line that says anything begins and ends."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and not line.isspace():
            yield start, end
        start = end + 1


def _entries(text: str, known: _Known) -> Iterator[_Entry]:
    """Every line that begins like one of a roll, with the lines below that go on with it."""
    lines = list(_lines(text))
    for number, (start, end) in enumerate(lines):
        if end - start > _LONGEST:
            continue
        mark = MARKS.match(text, start, end)
        begin = mark.end() if mark else start
        head = HEAD.match(text, begin, end)
        if head is None:
            head = PRIZE_ALONE.match(text, begin, end)
            if head is None:
                continue
        kinds = head.groupdict()
        kind: Kind = "level" if kinds.get("rank") else "branch" if kinds.get("branch") else "category"
        label = Label(kind, *head.span("head"), f"{kind}.roll", begin, head.end())
        group = head.span("group") if kinds.get("group") else None
        rest = text[head.end() : end].strip(" :：")
        if not rest:
            below = _below(text, known, lines, number, label)
            if below is not None:
                yield below
            continue
        apart = SEPARATOR.match(text, group[1] if group else head.end(), end)
        at = apart.end() if apart else head.end()
        latin = head.group()[-1].isascii() and text[at:end].lstrip()[:1].isascii()
        if latin and apart is not None and apart.group().strip() in {"–", "—", "-"}:
            continue  # Best Broker Awards – Retail
        if (apart is None and (latin or text[at] != " ")) or NO_NAME.match(text, at + (apart is None)):
            continue
        entry = _Entry(start, end, number, label)
        if group is not None:
            first = group[0] + (text[group[0]] == " ")
            entry.group = Label("category", first, group[1], "category.roll", first, group[1])
        money = MONEY.search(text, at, end)
        for part, stop in _parts(text, at, money.start() if money else end):
            if entry.winners and known.is_team_of(entry.winners[-1], part, stop):
                continue  # สมใจ ปลูกบัว| / |Slow Bar Lampang
            winner = known.winner(label, part, stop)
            if winner is not None:
                entry.winners.append(winner)
        if entry.winners:
            yield entry


def _below(text: str, known: _Known, lines: list[tuple[int, int]], number: int, label: Label) -> _Entry | None:
    """The entry of a prize that is alone on its line: who or what won stands on the next, and from what on the one after.

    Where several stand below it, one of them is still to win, and the entry is none of a roll.
    """
    start, end = lines[number]
    entry = _Entry(start, end, number, label)
    plain, ended = 0, False
    for below in range(number + 1, min(number + _MOST_NOMINEES, len(lines))):
        begin, stop = lines[below]
        if (text[end:begin].count("\n") > 1 and not known.spaced) or stop - begin > _LONGEST:
            break
        mark = MARKS.match(text, begin, stop)
        at = mark.end() if mark else begin
        if HEAD.match(text, at, stop) or (ended and not LEADS_FROM.match(text, at, stop)):
            break
        if plain and (LEADS_FROM.match(text, at, stop) or text.startswith("(", at)):
            known.add(entry.winners, label, at, stop)
            ended = known.spaced
        else:
            plain += 1
            winner = known.winner(label, at, stop) if plain == 1 else None
            entry.winners.extend([winner] if winner is not None else [])
        end = entry.end = stop
        entry.line = below
    entry.sound = plain == 1 and bool(entry.winners)
    return entry if plain else None


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between slashes: one winner each."""
    while start < end:
        slash = text.find(" / ", start, end)
        stop = slash if slash >= 0 else end
        yield start + len(text[start:stop]) - len(text[start:stop].lstrip()), stop
        start = stop + 3


def _rolls(entries: Iterator[_Entry]) -> Iterator[list[_Entry]]:
    """Entries that stand near each other."""
    roll: list[_Entry] = []
    for entry in [*entries, None]:
        if entry is not None and (not roll or entry.line - roll[-1].line <= _APART):
            roll.append(entry)
            continue
        if len(roll) >= _FEWEST:
            yield roll
        roll = [entry] if entry is not None else []


def _is_won(findings: Findings, roll: list[_Entry]) -> bool:
    """Whether the words before a roll, or the headline, do not tell of a short-list."""
    text = findings.text
    before = text[max(0, roll[0].start - _INTRODUCES) : roll[0].start]
    title = text[findings.title.start : findings.title.end] if findings.title else ""
    listed = [match.start() for match in NOMINEES.finditer(before)]
    won = [match.start() for match in WINNERS.finditer(before)]
    if listed and (not won or won[-1] < listed[-1]):
        return False
    return bool(won or WINNERS.search(title)) or NOMINEES.search(title) is None


def _candidate(known: _Known, entry: _Entry, winner: _Winner) -> Candidate:
    recipient = None
    if winner.name is not None:
        party = known.party_at(winner.name.start)
        recipient = party if party is not None and party.name.end == winner.name.end else _party(winner.name)
    return Candidate(
        labels={entry.head.kind: entry.head, **({"category": entry.group} if entry.group is not None else {})},
        at=entry.head.start,
        rule="conferral.roll",
        work=winner.work,
        recipient=recipient,
        parent=_party(winner.parent) if winner.parent is not None else None,
        verb=True,
    )


def _party(span: Span) -> Party:
    return Party.of_words(span, "listed")


class _Known:
    """Reads winners out of lines, with the help of those whom the findings know already."""

    def __init__(self, findings: Findings) -> None:
        self.text = findings.text
        self.parties = findings.parties
        self._starts = [party.start for party in findings.parties]
        self._provinces = {(hit.start, hit.end) for hit in findings.provinces}
        lines = findings.structure.lines
        self.spaced = sum(self.text.startswith("\n\n", end) for _, end in lines) > len(lines) * _SPACED
        """Whether empty lines stand between all lines, as where each was a paragraph of a page, and part none."""

    def party_at(self, place: int) -> Party | None:
        """Who is known to be named where a winner's name begins, behind an honorific perhaps."""
        for party in self.parties[bisect_left(self._starts, place - 12) : bisect_left(self._starts, place + 3)]:
            if party.start <= place <= party.name.end and party.name.end > place:
                return party
        return None

    def is_new_person(self, head: Label, name: Span) -> bool:
        """Whether a winner is a person whom nothing else has found: two words, for a prize of people."""
        text = self.text[name.start : name.end]
        given = text.partition(" ")[0]
        if self.party_at(name.start) is not None or text.count(" ") != 1:
            return False
        return given in known_names()[0] or OF_ARTS.match(self.text, head.start, head.end) is not None

    def winner(self, head: Label, start: int, end: int) -> _Winner | None:
        """The winner that a line, or its part, names: name, team or work in brackets or behind จาก."""
        text = self.text
        thing = THING.match(text, head.start, head.end) is not None and not text.startswith("บท", head.start)
        if thing or _MARKED_BY.match(text, start, end) is not None:
            return self._title(start, end)
        nickname = NICKNAME.match(text, start, end)
        at = nickname.end() if nickname else start
        called = CALLED.match(text, at, end)
        at = called.end() if called else at
        name, stop = self._name(at, end)
        if name is None:
            return None
        if self._is_made(name, stop, end):
            return self._title(at, end)
        winner = _Winner(at, name)
        bracket = BRACKET.match(text, stop, end) or DASHED.match(text, stop, end)
        if (
            bracket is not None
            and self._is_thai_name(bracket.span("in"))
            and (text[name.start].isascii() or (called and " " not in text[name.start : name.end]))
        ):
            winner.name = Span(*bracket.span("in"), "party.roll")  # Zero (ชลธี นาดี) Nan Gamers
        elif bracket is not None:
            self.add([winner], head, *bracket.span("in"))
        tail = bracket.end() if bracket else stop
        if winner.work is None and LEADS_FROM.match(text, tail, end):
            self.add([winner], head, tail, end)
        elif winner.parent is None and winner.work is None and bracket is not None:
            team, _ = self._name(tail + len(text[tail:end]) - len(text[tail:end].lstrip()), end)
            winner.parent = team
        return winner

    def is_team_of(self, winner: _Winner, start: int, end: int) -> bool:
        """Whether what stands behind a slash is no second winner but the team or house of a person: it becomes the parent."""
        if winner.name is None or winner.parent is not None or not self._is_thai_name((winner.name.start, winner.name.end)):
            return False
        name, _ = self._name(start, end)
        if name is None or self._is_thai_name((name.start, name.end)) or self.party_at(name.start) is not None:
            return False
        if not (self.text[name.start].isascii() or _HOUSE.match(self.text, name.start)):
            return False
        winner.parent = name
        return True

    def add(self, winners: list[_Winner], head: Label, start: int, end: int) -> None:
        """What stands in brackets or behind จาก: the work of an artist, the team of a player, the maker of a work."""
        text = self.text
        bracket = BRACKET.match(text, start, end)
        inner = (
            bracket.span("in")
            if bracket is not None
            else (start, end)
            if text[start] != "(" and not LEADS_FROM.match(text, start, end)
            else None
        )
        if inner is None:
            source = FROM.match(text, start, end)
            inner = source.span("from") if source is not None else None
        if inner is None or not winners:
            return
        winner = winners[-1]
        if (
            VERB_WITHIN.search(text, *inner)
            or text[inner[0]].isdigit()
            or COUNTRY.fullmatch(text, *inner)
            or inner in self._provinces
        ):
            return
        begin = inner[0]
        if bracket is not None and (led := LEADS_FROM.match(text, *inner)) is not None:
            begin = led.end() + (text[led.end()] == " ")
        span = Span(begin, inner[1], "party.roll")
        if winner.work is not None:
            if winner.name is None:
                winner.name = span
        elif OF_ARTS.match(text, head.start, head.end):
            winner.work = Span(begin, inner[1], "work.roll")
        elif winner.parent is None:
            winner.parent = span

    def _is_made(self, name: Span, stop: int, end: int) -> bool:
        """Whether what a line names was made by who stands behind it: Best Chair: เก้าอี้ไม้ไผ่ |โดย Nadee Studio."""
        made = _BY.match(self.text, stop, end)
        if made is None or self.party_at(name.start) is not None or _HOUSE.match(self.text, name.start):
            return False
        return not _PLACE.match(self.text, name.start)

    def _title(self, start: int, end: int) -> _Winner | None:
        """A work that has won, with its maker behind it: “บ้านริมน้ำ” ขับร้องโดย ชลธี นาดี."""
        text = self.text
        titled = TITLED.match(text, start, end)
        start = titled.end() if titled else start
        closing = {"“": "”", '"': '"', "‘": "’", "'": "'"}.get(text[start : start + 1])
        if closing is not None and (close := text.find(closing, start + 1, end)) > 0:
            span, stop = Span(start + 1, close, "work.roll"), close + 1
        else:
            name, stop = self._name(start, end)
            if name is None:
                return None
            span = Span(name.start, name.end, "work.roll")
        winner = _Winner(start, None, work=span)
        bracket = BRACKET.match(text, stop, end)
        if bracket is not None:
            self.add([winner], Label("category", start, start, "", start, start), *bracket.span("in"))
        elif (
            text[stop:end].strip() and (made := MADE_BY.match(text, stop, end)) is not None and not VERB_WITHIN.search(made["by"])
        ):
            winner.name = Span(*made.span("by"), "party.roll")
        return winner

    def _name(self, start: int, end: int) -> tuple[Span | None, int]:
        """The name that begins at `start`, and where what is told of it begins."""
        text = self.text
        party = self.party_at(start)
        if party is not None and party.name.start >= start and party.name.end <= end:
            return Span(party.name.start, party.name.end, party.name.rule), party.name.end
        stop = NAME_ENDS.search(text, start + 2, end)
        last = stop.start() if stop else end
        name = text[start:last].strip(" .“”\"'‘’")
        if not 2 <= len(name) <= _LONGEST_NAME or VERB_WITHIN.search(name) or NO_NAME.match(name):
            return None, last
        tokens = words(name)
        if tokens[0] in BAD or sum(token in BAD for token in tokens) > 1:
            return None, last
        begin = text.index(name, start)
        return Span(begin, begin + len(name), "party.roll"), last

    def _is_thai_name(self, span: tuple[int, int]) -> bool:
        name = self.text[slice(*span)]
        return name.count(" ") == 1 and all("ก" <= word[:1] <= "๎" for word in name.split(" "))
