"""Lists of results that are set line by line: each prize in a line, with its winner behind it or in the lines below.

⏎นักแสดงนำยอดเยี่ยม⏎สมใจ ปลูกบัว⏎จาก สายลม · ⏎ดาวรุ่งแห่งปี สมใจ ปลูกบัว (ทีมนาดี) · ⏎ร้านค้ารายใหม่ …… บจก. นาดี

Names stand bare there, and a prize may have any name: its place in a line like the others tells what it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party
from extractor.assemble.free_names import BAD
from extractor.document import Span
from extractor.match.label import Label
from extractor.match.person_bare import NO_NAME
from extractor.match.person_words import NO_SURNAME
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

# characters up to which a line may be one of such a list
_LINE = 170
# what a line begins with before its words
_BULLET = re.compile(
    r"[-–•*●▪■◆♥➡▶►✅✔☑★☆🏆🥇🥈🥉🏅\ufe0f \t]*"
    r"(?:\(?\d{1,2}(?:\.\d{1,2})*(?:[.)]|(?<=\.\d)[ ])[ ]*)?[“\"‘']?[ ]*"
)
# between a prize and its winner in one line
_TO_WINNER = re.compile(
    r"[”\"’']?(?:[ ]*\([^()\n]{1,60}\))?[ ]*(?:(?:\.{3,}|…+|[:：–—|=→➡]|-(?=[ ])|ได้แก่|คือ(?=[ ])|เป็นของ|ตกเป็นของ)[ ]*)?"
)
_HEADING_ENDS = re.compile(r"[”\"’']?(?:[ ]*\([^()\n]{1,60}\))?[ ]*[:：–-]?[ ]*\Z")
# … ผู้ชนะทั้งหมดมีดังนี้
_ANNOUNCES = re.compile(
    r"ผล(?:การ)?(?:รางวัล|ประกวด|แข่งขัน|ตัดสิน|มอบ|คัดเลือก|โหวต)|(?:ราย(?:ชื่อ|นาม)|สรุป|ทำเนียบ)[^\n]{0,40}(?:รางวัล|ชนะ)|ผู้ชนะ|ผู้(?:ที่)?ได้รับรางวัล"
    r"|รางวัล[^\n]{0,60}(?:ดังนี้|ดังต่อไปนี้|ได้แก่[ ]*$|:[ ]*$)"
)
# ร้านค้าปลีกรายใหม่มาแรง| .......... |กาแฟโรงสี
_NAMED = re.compile(
    r"(?P<name>[ก-ฮเ-ไA-Z][^\n:：|.…“”]{2,80}?)[ ]*(?:\.{3,}|…+|[:：|→➡]|[ ][–—-](?=[ ]))[ ]*(?=[ก-ฮเ-ไA-Z“\"‘'])"
)
# ดาวรุ่งแห่งปี |สมใจ ปลูกบัว
_BEST_NAMED = re.compile(
    r"(?P<name>[ก-ฮเ-ไ][^\n:：|.…“”]{2,60}?(?:ยอดเยี่ยม|ดีเด่น|ยอดนิยม|แห่งปี|แห่งฤดูกาล|สูงสุด|ขวัญใจ[ก-๎]{2,12}))[ ]+(?=[“\"‘']?[ก-ฮเ-ไ])"
)
# MVP |สมใจ ปลูกบัว
_LATIN_NAMED = re.compile(r"(?P<name>[A-Z][A-Za-z&’'./-]{1,20}(?:[ ][A-Z][A-Za-z&’'./-]{0,20}){0,6})[ ]+(?=[“\"‘']?[ก-ฮเ-ไ])")
# what no prize is called: who wrote, where and when, whom to ask
_NO_PRIZE = re.compile(
    r"(?:ข่าว|ภาพ(?=[ ]*$|/)|เรื่อง(?=[ ]*$)|โดย|ผู้(?:เขียน|จัด|สนับสนุน|ดำเนิน|ประสาน|เข้าชม|ดูแล)|เผยแพร่|ติดต่อ|โทร|สถานที่"
    r"|วัน|เวลา|ประธาน|กรรมการ|พิธีกร|ที่มา|แท็ก|แชร์|อ่าน|หมวด"
    r"|ครู|อาจารย์|ที่ปรึกษา|ปรับปรุง|ประกาศเมื่อ|หน้าแรก|ขอบคุณ|หมายเหตุ|เครดิต|สอบถาม|ข้อมูล|อัปเดต|ชื่อ|สังกัด|อายุ"
    r"|คะแนน|เงินรางวัล|Tag|TAG|Photo|Line|LINE|Facebook|By|Credit)"
)
_BEST = re.compile(r"(?:ยอดเยี่ยม|ดีเด่น|โดดเด่น|ยอดนิยม|แห่งปี|สูงสุด|ขวัญใจ|มาแรง|ดาวรุ่ง|เกียรติยศ|ทรงเกียรติ|สร้างสรรค์|ต้นแบบ)")
_OF_WORKS = re.compile(
    r"(?:รางวัล)?(?:ภาพยนตร์|หนัง|เพลง(?!.{0,12}(?:ขับร้อง|นักร้อง))|ละคร|ซีรี[สย]|สารคดี|หนังสือ|นวนิยาย|รวมเรื่องสั้น|กวีนิพนธ์|อัลบั้ม|มิวสิก|รายการ|โฆษณา|แอนิเมชัน"
    r"|เกม|แอป|ภาพถ่าย|คลิป|Film|Song|Album|Movie|Best (?:Film|Picture|Song|Album|Series))"
)
_THAI_WORD = r"[ก-ฮเ-ไ][ก-๎]"
# “น้องมุก” |สมใจ ปลูกบัว
_PERSON = re.compile(
    rf"(?:(?:[“\"‘'][^“”\"‘’'\n]{{1,16}}[”\"’'][ ]?))?(?P<name>{_THAI_WORD}{{1,19}}[ ]{{1,2}}{_THAI_WORD}{{2,24}})(?![ก-๎])"
    r"(?=[ ]*(?:$|\n|[(/,–|&-]|และ|กับ|จาก|โดย|ผลงาน|โรงเรียน|มหาวิทยาลัย|วิทยาลัย|สโมสร|ทีม))"
)
# (|เชียงราย นอร์ธสตาร์|), but not (ซัน), (15 คะแนน)
_TEAM_BEHIND = re.compile(r"[ ]*\((?P<team>(?!จาก|เรื่อง|ภาพยนตร์|ละคร|เพลง|ซีรี|ไม่|อายุ|ชั้น|ม\.|ป\.)[ก-ฮเ-ไA-Z][^()\n\d]{5,50})\)")
_TEAM_HEAD = re.compile(
    r"ทีม|สโมสร|โรงเรียน|ร\.?ร\.|มหาวิทยาลัย|ม\.|วิทยาลัย|ค่าย|บริษัท|บมจ|บจก|ชมรม|ห้าง|จังหวัด|สังกัด|ธนาคาร|คณะ"
    r"|สมาคม|กรม|สำนัก"
)
_NEXT = re.compile(r"[ ]*(?:/|,|และ|&|กับ)[ ]*")
# ⏎จาก |สายลม
_FROM_WORK = re.compile(r"\n[ ]*(?:จาก|\(จาก)[ ]*(?:เรื่อง|ภาพยนตร์|ละคร|ซีรี[สย]์?|เพลง)?[ ]*[“\"‘']?(?P<title>[^\n“”\"()]{2,60})")
_TITLE_ENDS = re.compile(r"[ ]+(?:[-–—/]|โดย|ของ|จาก)[ ]+|[ ]*\(|$")
# ลมหายใจ| – |วงสายรุ้ง
_TO_MAKER = re.compile(r"[”\"’']?[ ]+(?:[-–—/]|โดย|ของ)[ ]+(?P<maker>[ก-ฮเ-ไA-Z][^\n()/“”]{2,40}(?<! ))[ ]*$", re.MULTILINE)
_NO_WINNER = re.compile(r"ไม่มี|งด|ยกเลิก|\d+[.,]?\d*[ ]*(?:บาท|รางวัล|คน|ทีม|คะแนน)")


# what no heading of ranks says
_NO_HEADING = re.compile(
    r"รางวัล|ผู้ชนะ|รายชื่อ|ดังนี้|ได้แก่|ประกาศ|ผลการ|สรุป|วันที่|เวลา|ได้รับ|ชนะเลิศ|เหรียญ"
    r"|[?!]|กล่าว|เมื่อ|โดย|ซึ่ง|ขอแสดงความ|ภาพ[ ]?:|ข่าว|โทร|http|ณ[ ]"
)
_LETTER = re.compile(r"[ก-ฮเ-ไA-Za-z]")
_SHORTEST_HEADING, _LONGEST_HEADING = 4, 70


class _Offer:
    """One prize with its winners: what would be added to the findings, and whether somebody known by a name is among them."""

    __slots__ = ("label", "marked", "parties", "works")

    def __init__(self) -> None:
        self.label: Label | None = None
        self.parties: list[Party] = []
        self.works: list[Span] = []
        self.marked: list[Party] = []

    def __bool__(self) -> bool:
        return bool(self.parties or self.works or self.marked)


def find_line_lists(findings: Findings) -> None:
    """Adds to the findings the winners, works and prizes of such lists."""
    for run, announced in _runs(findings):
        lines = _Run(findings, run, announced=announced)
        _add_labels(findings, lines.headings())
        offers = list(lines.offers())
        if len(offers) < _LEAST:
            continue
        for offer in offers:
            if offer.label is not None:
                findings.labels.append(offer.label)
            findings.parties.extend(offer.parties)
            findings.works.extend(offer.works)
            for party in offer.marked:
                party.role, party.line = "listed", True
        findings.labels.sort(key=lambda label: label.outer)
        findings.parties.sort(key=lambda party: (party.start, -party.end))
        findings.works.sort(key=lambda work: work.start)


def _add_labels(findings: Findings, headings: list[tuple[Label, Label | None]]) -> None:
    """Puts headings of ranks among the labels; one that a heading holds gives way."""
    for heading, held in headings:
        if held is not None:
            findings.labels.remove(held)
        findings.labels.append(heading)
    if headings:
        findings.labels.sort(key=lambda label: label.outer)


# prizes told alike from which on lines make a list
_LEAST = 2


def _runs(findings: Findings) -> Iterator[tuple[list[tuple[int, int]], bool]]:
    """Lines that stand below each other and are short, with whether a line above says that they tell who has won."""
    text = findings.text
    run: list[tuple[int, int]] = []
    announced = False
    for start, end in [*findings.structure.lines, (len(text), len(text) + _LINE + 1)]:
        if end - start <= _LINE:
            run.append((start, end))
            continue
        if len(run) >= _LEAST:
            yield run, announced
        run = []
        announced = _ANNOUNCES.search(text, max(start, end - 160), end) is not None


class _Run:
    """The lines of one list."""

    def __init__(self, findings: Findings, lines: list[tuple[int, int]], *, announced: bool) -> None:
        self.text = findings.text
        self.lines = lines
        self.announced = announced
        begin, end = lines[0][0], lines[-1][1]
        first = bisect_left(findings.labels, begin, key=lambda label: label.outer)
        last = bisect_right(findings.labels, end, key=lambda label: label.outer)
        self.labels = findings.labels[first:last]
        self._outers = [label.outer for label in self.labels]
        first = bisect_left(findings.parties, begin, key=lambda party: party.start)
        last = bisect_right(findings.parties, end, key=lambda party: party.start)
        self.parties = findings.parties[first:last]
        self._starts = [party.start for party in self.parties]
        self._works = sorted(work.start for work in findings.works if begin <= work.start < end)

    def offers(self) -> Iterator[_Offer]:
        """Each prize of the list with its winners."""
        at = 0
        while at < len(self.lines):
            start, end = self.lines[at]
            at += 1
            if self.text.find("\n", start, end) >= 0:
                continue
            if _ANNOUNCES.search(self.text, start, end) and not self._label_at(self._body(start)):
                self.announced = True
            offer, heads = self._offer(start, end)
            if heads is not None:
                while at < len(self.lines) and self._takes(offer, heads, *self.lines[at]):
                    at += 1
            if offer:
                yield offer

    def headings(self) -> list[tuple[Label, Label | None]]:
        """What lines of any words name, right below each of which a line begins with a rank: คัดลายมือ ป.1-3⏎ชนะเลิศ นาย ก."""
        found: list[tuple[Label, Label | None]] = []
        for (start, end), (below, _) in pairwise(self.lines):
            body = self._body(start)
            stop = body + len(self.text[body:end].rstrip(" :-–”\"’'"))
            rank = self._label_at(self._body(below))
            if rank is None or rank.kind != "level" or not _SHORTEST_HEADING <= stop - body <= _LONGEST_HEADING:
                continue
            at = bisect_left(self._outers, body)
            inside = [label for label in self.labels[at : at + 3] if label.outer < stop]
            held = inside[0] if len(inside) == 1 and inside[0].kind == "category" and inside[0].until >= stop else None
            if (inside and held is None) or (held is not None and held.outer <= body):
                continue
            at = bisect_left(self._starts, body)
            party = at < len(self._starts) and self._starts[at] < stop
            if party or not _LETTER.match(self.text, body) or _NO_HEADING.search(self.text, body, stop):
                continue
            found.append((Label("category", body, stop, "category.over_lines", body, stop), held))
        return found if len(found) >= _LEAST else []

    def _body(self, start: int) -> int:
        return _BULLET.match(self.text, start).end()  # type: ignore[union-attr]  # it matches nothing, too

    def _label_at(self, place: int) -> Label | None:
        """The last of the labels that begin at `place`, one right behind the other; None without one or for a year."""
        found: Label | None = None
        for label in self.labels[bisect_left(self._outers, place - 1) :]:
            if label.outer > place + 1 if found is None else self.text[found.until : label.outer].strip(" ()"):
                break
            if label.kind in {"year", "edition"} and found is None:
                break
            found = label
        return found

    def _offer(self, start: int, end: int) -> tuple[_Offer, str | None]:
        """What a line tells, and where it only names a prize, what it says: the winners stand in the lines below."""
        offer = _Offer()
        text = self.text
        body = self._body(start)
        label = self._label_at(body)
        if label is not None and label.until <= end:
            said = text[label.start : label.until]
            if not (self.announced or label.kind in {"level", "award"} or _BEST.search(said) or said[0].isascii()):
                return offer, None  # regions and the like, of which anything may be told
            if _HEADING_ENDS.match(text, label.until, end):
                return offer, said
            to_winner = _TO_WINNER.match(text, label.until, end)
            if to_winner is not None and to_winner.end() > label.until:
                self._winners(offer, to_winner.end(), end, said)
            return offer, None
        named = _NAMED.match(text, body, end) if self.announced else None
        named = named or _BEST_NAMED.match(text, body, end) or _LATIN_NAMED.match(text, body, end)
        if named is None or _NO_PRIZE.match(named["name"]) or not self._is_free(*named.span("name")):
            return offer, None
        colon = text.find(":", named.end("name"), named.end()) >= 0  # which any form has behind what it asks for
        if (
            not (_BEST.search(named["name"]) or (self.announced and not colon))
            or sum(word in BAD for word in words(named["name"])) > 1
        ):
            return offer, None
        self._winners(offer, named.end(), end, named["name"])
        if offer:
            begin = named.start("name") + (6 if named["name"].startswith("รางวัล") else 0)
            offer.label = Label("category", begin, named.end("name"), "category.line", named.start("name"), named.end("name"))
        return offer, None

    def _is_free(self, start: int, end: int) -> bool:
        """Whether no party and no label stand between `start` and `end`."""
        at = bisect_left(self._starts, start)
        if at < len(self._starts) and self._starts[at] < end:
            return False
        at = bisect_left(self._outers, start)
        return not (at < len(self._outers) and self._outers[at] < end)

    def _takes(self, offer: _Offer, heading: str, start: int, end: int) -> bool:
        """Takes up a line below a prize's name, if it tells of its winner or of the work that won."""
        body = self._body(start)
        if self._label_at(body) is not None or end - body > _WINNERS_LINE:
            return False
        if offer and self.text[start - 2 : start] == "\n\n":
            return False
        from_work = _FROM_WORK.match(self.text, start - 1, end) if offer else None
        if from_work is not None:
            title = from_work["title"].rstrip()
            if not self._has_work(from_work.start("title")):
                offer.works.append(Span(from_work.start("title"), from_work.start("title") + len(title), "work.line"))
            return True
        if offer and self.text.startswith("(", body):
            return True
        first = next(iter((*offer.marked, *offer.parties)), None)
        known = self._known_at(body)
        if first is not None and known is not None and known.kind != first.kind:
            if first.kind in {"person", "team"} and known.kind == "organisation" and self._alone(known, end):
                first.body, known.role = first.body or known.name, "superior"
                known.line = True  # นาย ก⏎โรงเรียน ข
                return True
            return False
        before = len(offer.parties) + len(offer.works) + len(offer.marked)
        self._winners(offer, body, end, heading)
        return len(offer.parties) + len(offer.works) + len(offer.marked) > before

    def _alone(self, party: Party, end: int) -> bool:
        """Whether a party's name, with where it lies, is all that its line says."""
        return not self.text[party.end : end].strip(" .,:;)") or party.end + 2 >= end

    def _has_work(self, place: int) -> bool:
        at = bisect_left(self._works, place - 1)
        return at < len(self._works) and self._works[at] <= place + 1

    def _winners(self, offer: _Offer, place: int, end: int, prize: str) -> None:
        """Takes up the winners that stand from `place` on, one after the other."""
        text = self.text
        while place < end and not _NO_WINNER.match(text, place, end):
            known = self._known_at(place)
            if known is not None:
                offer.marked.append(known)
                place = known.end
            elif self._has_work(place):
                return
            else:
                person = _PERSON.match(text, place, end)
                if person is None or not self._is_name(person["name"]):
                    self._title(offer, place, end, prize)
                    return
                party = Party(place, person.end("name"), "team", Span(*person.span("name"), "party.line"), -1000 - place)
                party.role, party.line = "listed", True
                offer.parties.append(party)
                place = person.end("name")
            team = _TEAM_BEHIND.match(text, place, end)
            last = known or offer.parties[-1]
            if team is not None and (known is None or known.kind == "person") and self._is_team(team["team"]):
                last.body = last.body or Span(*team.span("team"), "party.line")
                last.end = place = team.end()
            more = _NEXT.match(text, place, end)
            if more is None:
                return
            place = more.end()

    def _known_at(self, place: int) -> Party | None:
        at = bisect_left(self._starts, place)
        party = self.parties[at] if at < len(self._starts) and self._starts[at] <= place + 1 else None
        return None if party is None or party.role in {"giver", "heading", "superior"} else party

    def _is_name(self, name: str) -> bool:
        first, last = name.split()
        return not (first in BAD or NO_NAME.match(first) or NO_NAME.match(last) or NO_SURNAME.match(last) or _BEST.search(name))

    def _is_team(self, name: str) -> bool:
        """Whether a name in brackets behind a person is a team's, told of others too, and no name of a stage."""
        return _TEAM_HEAD.match(name) is not None or (" " in name and self.text.count(name) > 1)

    def _title(self, offer: _Offer, place: int, end: int, prize: str) -> None:
        """Takes up the title that a prize for works names, with its maker behind a dash: ลมหายใจ – วงสายรุ้ง."""
        if not _OF_WORKS.match(prize):
            return
        stop = _TITLE_ENDS.search(self.text, place, end)
        until = stop.start() if stop else end
        title = self.text[place:until].strip(" “”\"‘’'")
        if not 2 <= len(title) <= 60 or any(word in {"ได้รับ", "คือ", "ได้แก่", "เป็น"} for word in words(title)):
            return
        begin = self.text.index(title, place)
        offer.works.append(Span(begin, begin + len(title), "work.line"))
        dash = _TO_MAKER.match(self.text, begin + len(title), end)
        if dash is not None and self._known_at(dash.end()) is None:
            maker = Span(dash.start("maker"), dash.end("maker"), "party.line")
            offer.parties.append(Party(maker.start, maker.end, "team", maker, -1000 - maker.start, role="doer", line=True))


# characters of a line below a prize's name that names its winner
_WINNERS_LINE = 90
