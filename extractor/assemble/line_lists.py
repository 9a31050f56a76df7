"""Lists of results that are set line by line: each prize in a line, with its winner behind it or in the lines below.

⏎นักแสดงนำยอดเยี่ยม⏎สมใจ ปลูกบัว⏎จาก สายลม · ⏎ดาวรุ่งแห่งปี สมใจ ปลูกบัว (ทีมนาดี) · ⏎ร้านค้ารายใหม่ …… บจก. นาดี
· ⏎■ SILVER⏎Film : “สายลม” (นาดีฟิล์ม)

Names stand bare there, and a prize may have any name: its place in a line like the others tells what it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.assemble.free_names import BAD
from extractor.assemble.line_winners import CLOSING, Offer, Winners
from extractor.assemble.line_words import (
    ANNOUNCES,
    BEST,
    BEST_NAMED,
    BETWEEN_PARTS,
    FIELD,
    FROM_WORK,
    HEADING_ENDS,
    LATIN_NAMED,
    LETTER,
    MARK,
    METAL,
    METALS,
    NAMED,
    NO_HEADING,
    NO_PRIZE,
    NOMINATES,
    OF_FORM,
    PERSON_OR_MARK,
    SPOKEN,
    TIER,
    TITLE_BY,
    TO_WINNER,
    behind_bullet,
)
from extractor.document import Span
from extractor.match.label import Label
from extractor.tokenise import words

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings, Party

# characters up to which a line may be one of such a list
_LINE = 170
# prizes told alike from which on lines make a list; of names that nothing but their place tells, and of tiers
_LEAST, _LEAST_FREE, _LEAST_TIERS = 2, 3, 3
_SHORTEST_HEADING, _LONGEST_HEADING = 4, 55
# characters of a line below a prize's name that names its winner
_WINNERS_LINE = 90
# characters of bullets and marks before a line's first word
_MARKS = 24
_PLACES = frozenset({"level.place", "level.line"})


def find_line_lists(findings: Findings) -> None:
    """Adds to the findings the winners, works, prizes and tiers of such lists."""
    for run, announced in _runs(findings):
        if announced is False and not _may_tell(findings, run):
            continue
        if announced is None and not any(ANNOUNCES.search(findings.text, *line) for line in run):
            findings.nominees.append((run[0][0], run[-1][1]))
            continue
        lines = _Run(findings, run, announced=announced)
        if _add_labels(findings, lines.headings()):
            lines = _Run(findings, run, announced=lines.announced)
        offers = list(lines.offers())
        sure = sum(not offer.free for offer in offers)
        if not offers or (sure < _LEAST and len(offers) < _LEAST_FREE):
            continue
        for offer in offers:
            if offer.label is not None:
                findings.labels.append(offer.label)
            _drop_seats(findings, offer.parties)
            findings.parties.extend(offer.parties)
            findings.works.extend(offer.works)
            for party in offer.marked:
                party.role, party.line = "listed", True
        findings.labels.sort(key=lambda label: label.outer)
        findings.parties.sort(key=lambda party: (party.start, -party.end))
        findings.works.sort(key=lambda work: work.start)


def _drop_seats(findings: Findings, parties: list[Party]) -> None:
    """Drops the places that tell where a winner is, which win nothing: สวนสัตว์น้ำใส |จ.ชลบุรี."""
    seats = [party.body for party in parties if party.body is not None]
    if seats:
        findings.parties[:] = [
            party
            for party in findings.parties
            if party.kind != "place" or not any(seat.start <= party.start and party.end <= seat.end for seat in seats)
        ]


def _may_tell(findings: Findings, run: list[tuple[int, int]]) -> bool:
    """Whether a line begins with a label, or one is a metal's: no list of results that nothing announces does without."""
    text, labels = findings.text, findings.labels_between(run[0][0], run[-1][1])
    for label in labels:
        start = text.rfind("\n", 0, label.outer) + 1
        if label.outer - start <= _MARKS and abs(_body(text, start) - label.outer) <= 1:
            return True
    if labels and any(ANNOUNCES.search(text, *line) or BEST.search(text, *line) for line in run):
        return True
    return METALS.within(text, run[0][0], run[-1][1]) and METAL.search(text, run[0][0], run[-1][1]) is not None


def _body(text: str, start: int) -> int:
    """Where a line's words begin, behind bullets and a mark."""
    begin = behind_bullet(text, start)
    return begin + (text[begin : begin + 1] in CLOSING)


def _add_labels(findings: Findings, headings: list[tuple[Label, Label | None]]) -> bool:
    """Puts headings and tiers among the labels, where any are; one that a heading holds gives way."""
    if not headings:
        return False
    for heading, held in headings:
        if held is not None:
            findings.labels.remove(held)
        findings.labels.append(heading)
    findings.labels.sort(key=lambda label: label.outer)
    return True


def _runs(findings: Findings) -> Iterator[tuple[list[tuple[int, int]], bool | None]]:
    """Lines that stand below each other and are short, with whether the line above says who has won; None: who has not yet."""
    text = findings.text
    run: list[tuple[int, int]] = []
    above: tuple[int, int] | None = None
    announced = False
    title = findings.title
    below = title.end if title is not None else 0
    headline = text[title.start : title.end] if title is not None else ""
    for start, end in [*findings.structure.lines, (len(text), len(text) + _LINE + 1)]:
        if end - start <= _LINE:
            if start >= below and (end - start < len(headline) or text[start:end].strip() != headline):
                run.append((start, end))
            elif not run and ANNOUNCES.search(text, start, end) is not None:
                announced = True
            continue
        if len(run) >= _LEAST:
            yield run, announced or _announces(text, above)
        run, announced, above = [], False, (start, end)


def _announces(text: str, line: tuple[int, int] | None) -> bool | None:
    """Whether the end of a line says that those below have won; None where it speaks of nominees."""
    if line is None:
        return False
    start, end = line
    if ANNOUNCES.search(text, max(start, end - 160), end) is not None:
        return True
    return None if NOMINATES.search(text, start, end) is not None else False


class _Run(Winners):
    """The lines of one list."""

    def headings(self) -> list[tuple[Label, Label | None]]:
        """What lines of any words name, right below each of which a line begins with a rank, and ranks of any words.

        คัดลายมือ ป.1-3⏎ชนะเลิศ นาย ก · ■ SILVER⏎Film : “ก” · โฮมสเตย์⏎ช้างทอง – บ้าน ก⏎ช้างเงิน – บ้าน ข
        """
        found: list[tuple[Label, Label | None]] = []
        ranks = self._ranks()
        for (start, end), (below, _) in pairwise(self.lines):
            body = self._body(start)
            stop = body + len(self.text[body:end].rstrip(" :-–”\"’'"))
            first = self._body(below)
            rank = self._label_at(first)
            ranked = first in ranks or (rank is not None and rank.kind == "level")
            ranked = ranked or bool(
                ranks and MARK.match(self.text, self._begin(below)) and FIELD.fullmatch(self.text, body, stop)
            )
            if body in ranks or not ranked or not _SHORTEST_HEADING <= stop - body <= _LONGEST_HEADING:
                continue
            at = bisect_left(self.outers, body)
            inside = [label for label in self.labels[at : at + 3] if label.outer < stop]
            held = inside[0] if len(inside) == 1 and inside[0].kind == "category" and inside[0].until >= stop else None
            if (inside and held is None) or (held is not None and held.outer <= body):
                continue
            at = bisect_left(self.starts, body)
            party = at < len(self.starts) and self.starts[at] < stop
            if party or not LETTER.match(self.text, body) or NO_HEADING.search(self.text, body, stop):
                continue
            if any(word in SPOKEN for word in words(self.text[body:stop])):
                continue
            found.append((Label("category", body, stop, "category.over_lines", body, stop), held))
        if len(ranks) >= _LEAST:
            self.announced = True
        kept = found if len(found) >= _LEAST else []
        return [*kept, *((rank, None) for rank in ranks.values())]

    def _ranks(self) -> dict[int, Label]:
        """Metals that make up a line, and words before winners that are the same in several lines: an award's tiers."""
        if self.announced is None:
            return {}
        announced = self.announced or any(ANNOUNCES.search(self.text, start, end) for start, end in self.lines)
        text = self.text
        found: dict[int, Label] = {}
        named: dict[int, str] = {}
        for start, end in self.lines:
            body = self._body(start)
            if self._label_at(body) is not None:
                continue
            metal = METAL.match(text, body, end)
            if metal is not None and HEADING_ENDS.match(text, metal.end(), end):
                found[body] = Label("level", body, metal.end(), "level.line", body, metal.end())
                continue
            match = NAMED.match(text, body, end)
            if match is not None and not NO_PRIZE.match(match["name"]) and self.is_free(*match.span("name")):
                named[body] = match["name"]
        counts = Counter(named.values())
        for body, name in named.items():
            if counts[name] >= _LEAST_TIERS and len(name) <= _LONGEST_TIER and TIER.search(name) and announced:
                found[body] = Label("level", body, body + len(name), "level.line", body, body + len(name))
        return found

    def offers(self) -> Iterator[Offer]:
        """Each prize of the list with its winners."""
        at = 0
        under_award = False  # อสม.ดีเด่น⏎- สาขานมแม่ น.ส. ก: its parts stand in the lines below
        while at < len(self.lines):
            start, end = self.lines[at]
            at += 1
            if self._label_at(self._body(start)) is None:
                under_award = False
                if ANNOUNCES.search(self.text, start, end):
                    self.announced = True
                elif NOMINATES.search(self.text, start, end):
                    self.announced = None
            if self.announced is None:
                continue
            offer, heads = self._offer(start, end, under_award=under_award)
            if heads is not None:
                while at < len(self.lines) and self._takes(offer, heads, *self.lines[at]):
                    at += 1
                under_award = (under_award or self._names_award(self._body(start))) and not offer.size()
            if offer.size():
                yield offer

    def _body(self, start: int) -> int:
        return _body(self.text, start)

    def _begin(self, start: int) -> int:
        return behind_bullet(self.text, start)

    def _label_at(self, place: int) -> Label | None:
        """The last of the labels that begin at `place`, one right behind the other; None without one or for a year."""
        found: Label | None = None
        for label in self.labels[bisect_left(self.outers, place - 1) :]:
            if label.outer > place + 1 if found is None else not BETWEEN_PARTS.fullmatch(self.text, found.until, label.outer):
                break
            if label.kind in {"year", "edition"} and found is None:
                break
            found = label
        return found

    def _names_award(self, place: int) -> bool:
        """Whether the labels that begin at `place` begin with an award's name: อสม.ดีเด่น ระดับเขต สาขา ก."""
        at = bisect_left(self.outers, place - 1)
        return at < len(self.labels) and self.labels[at].kind == "award"

    def _offer(self, start: int, end: int, *, under_award: bool) -> tuple[Offer, str | None]:
        """What a line tells, and where it only names a prize, what it says: the winners stand in the lines below."""
        offer = Offer()
        text = self.text
        body = self._body(start)
        label = self._label_at(body)
        if label is not None and label.until <= end:
            said = text[label.start : label.until]
            if not (
                self.announced
                or under_award
                or self._names_award(body)
                or label.kind == "level"
                or BEST.search(said)
                or said[0].isascii()
            ):
                return offer, None  # regions and the like, of which anything may be told
            if HEADING_ENDS.match(text, label.until, end):
                return offer, said
            to_winner = TO_WINNER.match(text, label.until, end)
            if to_winner is not None and to_winner.end() > label.until:
                parted = text[label.until : to_winner.end()].strip(" ”\"’'")
                self.winners(offer, to_winner.end(), end, said, free=bool(parted) or label.rule in _PLACES)
            return offer, None
        named = NAMED.match(text, body, end)
        if named is not None and not (self.announced or BEST.search(named["name"])):
            named = None
        named = named or BEST_NAMED.match(text, body, end) or LATIN_NAMED.match(text, body, end)
        if named is None or NO_PRIZE.match(named["name"]) or not self.is_free(*named.span("name")):
            return offer, None
        colon = text.find(":", named.end("name"), named.end()) >= 0  # which any form has behind what it asks for
        titled = MARK.match(text, named.end()) is not None and not OF_FORM.match(named["name"])
        if not (BEST.search(named["name"]) or (self.announced and (titled or not colon))):
            return offer, None
        if sum(word in BAD for word in words(named["name"])) > 1:
            return offer, None
        self.winners(offer, named.end(), end, named["name"], free=True)
        if offer.size():
            begin = named.start("name") + (6 if named["name"].startswith("รางวัล") else 0)
            offer.label = Label("category", begin, named.end("name"), "category.line", named.start("name"), named.end("name"))
        return offer, None

    def _takes(self, offer: Offer, heading: str, start: int, end: int) -> bool:
        """Takes up a line below a prize's name, if it tells of its winner or of the work that won."""
        body = self._body(start)
        if self._label_at(body) is not None or end - body > _WINNERS_LINE:
            return False
        if offer.size() and self.text[start - 2 : start] == "\n\n":
            return False
        from_work = FROM_WORK.match(self.text, start - 1, end) if offer.size() else None
        if from_work is not None:
            title = from_work["title"].rstrip()
            if self.work_at(from_work.start("title")) is None:
                offer.works.append(Span(from_work.start("title"), from_work.start("title") + len(title), "work.line"))
            return True
        if offer.size() and self.text.startswith("(", body):
            return True
        by = TITLE_BY.match(self.text, self._begin(start), end)
        signed = by is not None and PERSON_OR_MARK.match(self.text, by.end(), end) is not None
        if (
            by is not None
            and self.is_free(*by.span("title"))
            and (signed or not any(word in SPOKEN for word in words(by["title"])))
        ):
            offer.works.append(Span(*by.span("title"), "work.line"))
            offer.free = False
            self._winner(offer, by.end(), end, free=True, made=True)
            return True
        first = next(iter((*offer.marked, *offer.parties)), None)
        known = self.known_at(body)
        if first is not None and known is not None and known.kind != first.kind:
            if first.kind in {"person", "team"} and known.kind == "organisation" and self._alone(known, end):
                first.body, known.role = first.body or known.name, "superior"
                known.line = True  # นาย ก⏎โรงเรียน ข
                return True
            return False
        before = offer.size()
        self.winners(offer, self._begin(start), end, heading, free=False)
        return offer.size() > before

    def _is_title(self, by: re.Match[str], end: int) -> bool:
        """Whether what stands before โดย is a title: of no words that are known, and with a name behind it or no running talk."""
        if not self.is_free(*by.span("title")):
            return False
        signed = PERSON_OR_MARK.match(self.text, by.end(), end) is not None
        return signed or not any(word in SPOKEN for word in words(by["title"]))

    def _alone(self, party: Party, end: int) -> bool:
        """Whether a party's name, with where it lies, is all that its line says."""
        return not self.text[party.end : end].strip(" .,:;)") or party.end + 2 >= end


# characters of a tier's name
_LONGEST_TIER = 24
