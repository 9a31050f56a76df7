"""For whom one stands who collects a prize: the body that sent the one, or nobody else."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.agreeing import is_firms
from extractor.assemble.findings import Party
from extractor.assemble.owners import led_body
from extractor.assemble.subject_words import (
    CONGRATULATED,
    FOR,
    OWN_DEED,
    RECEIVES,
    ROW_OF_PEOPLE,
    SCHOOL,
    TAKES_IT,
    WINNER_HIMSELF,
    WINS_BEHIND,
)
from extractor.document import Span

if TYPE_CHECKING:
    from extractor.assemble.draft import Draft
    from extractor.assemble.findings import Findings, PartyIndex
    from extractor.assemble.own_bodies import OwnBodies

# characters behind a person within which เป็นผู้แทน comes
_STANDS_FOR = 30
# characters before a person within which it is told that he is one of a row, and those of titles before a name
_BEFORE_ROW = 300
_TITLES = 30
# มอบรางวัลให้แก่นาย ก รองผู้อำนวยการสมาคม ข| ผู้แทนสมาคมฯ
_SENT_BY = re.compile(
    r"[ ]{0,2}(?:ใน(?:ฐานะ|นาม)|(?:ซึ่ง)?เป็น)?ผู้แทน(?:ของ|จาก)?[ ]?"
    r"(?:สมาคม|มูลนิธิ|บริษัท|กรม|กระทรวง|สำนัก|องค์กร|องค์การ|หน่วยงาน|เทศบาล|อบต|จังหวัด|อำเภอ|โรงเรียน|โรงพยาบาล|ธนาคาร|ชุมชน|กลุ่ม|มหาวิทยาลัย|สถาบัน)"
)
# โรงเรียน ก เข้ารับรางวัล |A| และ|นาย ข| เข้ารับรางวัล |B
_ANOTHERS = re.compile(
    r"รับ(?:มอบ)?(?:โล่|ถ้วย)?รางวัล(?P<prize>(?:(?!รางวัล|โดย|นำโดย|นาย|นาง)[^\n]){3,120})[ ,](?:และ|ส่วน|ขณะที่)[ ]?$"
)
_OWN_PRIZE = re.compile(
    r"[ ]{0,2}(?:ได้|เข้า|ขึ้น)*รับ(?:มอบ)?(?:โล่|ถ้วย)?รางวัล[ ]?(?P<prize>[“\"]?[^\s“”\"]{3,40}(?:[ ][A-Za-z-]{2,30}){0,3})"
)
_GROUP = re.compile(r"ทีม|ชุมชน|กลุ่ม|วิสาหกิจ|หมู่บ้าน|บ้าน|ชมรม|เครือข่าย|วง|คณะ|สหกรณ์|ตำบล|ศูนย์|ร้าน|แบรนด์")
# นาย ก ประธานชุมชน ข| เป็นผู้แทน|ชุมชน ข| รับมอบรางวัล
_FOR_GROUP = re.compile(
    r"(?:(?!ผู้แทน|ตัวแทน|รับ|โดย|และ)[^\n]){0,50}?(?:เป็น|ใน(?:ฐานะ|นาม))?(?:ผู้|ตัว)แทน(?:ของ|จาก)?[ ]?"
    r"(?P<name>(?:ทีม|ชุมชน|กลุ่ม|วิสาหกิจชุมชน|หมู่บ้าน|ชมรม|เครือข่าย|วง|สหกรณ์|ศูนย์เรียนรู้)[ ]?[ก-ฮเ-ไA-Z“\"]"
    r"(?:(?!เข้า|ขึ้น|รับ|ได้|ร่วม|ไป|เดินทาง|ประเทศ)[^\n,]){2,44}?)"
    r"[ ]?(?:ในการ)?(?:เข้า|ขึ้น|เดินทาง|ไป){0,3}รับ(?:มอบ|โล่|รางวัล|เกียรติ|พระราชทาน)"
)
# นาย ก กรรมการผู้จัดการ| นำ |นาดีกรุ๊ป |คว้ารางวัล
_LEADS_ON = re.compile(
    r"[”\"]?[ ]?(?:นำ|พา)(?:ทัพ|ทีม)?[ ]?(?P<name>[ก-ฮเ-ไA-Z][ก-๎A-Za-z.&-]{2,40}?)[ ]?(?=คว้า|ขึ้นรับ|เข้ารับ|รับรางวัล|ซิว|ผงาด|กวาด|ได้รับ)"
)
# characters before somebody within which another's prize is told, and by how many of a name's own it is the same
_BEFORE_OWN, _ALIKE = 160, 16


def is_sent(text: str, person: Party) -> bool:
    """Whether somebody is said to stand for a body to which a prize is given: … ให้แก่นาย ก รองผู้อำนวยการสมาคม ข| ผู้แทนสมาคมฯ."""
    return person.kind == "person" and _SENT_BY.match(text, person.end) is not None


class Represented:
    """Tells whom those who collect prizes represent, by what is known of people's own `bodies` and of the headline's `winner`."""

    def __init__(self, findings: Findings, places: PartyIndex, bodies: OwnBodies) -> None:
        self.found = findings
        self.text = findings.text
        self.winner: Party | None = None
        self._again = places.again
        self._bodies = bodies
        self._party_starts = places.starts

    def by(self, person: Party, at: int) -> Party:
        """For whom a person collects a prize: the body after สำหรับ, the headline's winner, or the person's own body."""
        for party in self.found.parties[bisect_left(self._party_starts, at) :]:
            if party.start - at > 90 or "\n" in self.text[at : party.start]:
                break
            if (party.kind == "organisation" or self._is_group(party)) and FOR.search(
                self.text[max(0, party.start - 14) : party.start]
            ):
                return party
        if (group := self._group_behind(person)) is not None:
            return group
        if (led := led_body(self.text, self.found.parties, bisect_left(self._party_starts, person.start))) is not None:
            return led
        if CONGRATULATED.search(self.text, max(0, person.start - _TITLES), person.start):
            return person
        own = self._bodies.of(person)
        if person.body is not None and person.body.rule == "party.behind" and SCHOOL.match(self.text, person.body.start):
            return person  # a pupil
        winner = self.winner
        if winner is not None and winner.kind == "organisation":
            told_here = winner.key in self._bodies.named_between(person.name.end, person.end)
            return own if own is not None and told_here else self._again(winner, at)
        honoured = winner is not None and (winner.kind, winner.key) == (person.kind, person.key)
        if honoured and "แทน" not in self.text[person.end : person.end + _STANDS_FOR]:
            return person  # the headline has the person receive it
        return own or person

    def _group_behind(self, person: Party) -> Party | None:
        """The group that no matcher knows for which a person is said to collect: นาย ก เป็นผู้แทน|ชุมชน ข |รับมอบรางวัล."""
        stands = _FOR_GROUP.match(self.text, person.end)
        return None if stands is None else Party.of_words(Span(*stands.span("name"), "party.subject"))

    def _led_on(self, person: Party) -> Party | None:
        """The body, known or a firm told of elsewhere, that somebody is said to lead to a prize: นาย ก |นำ|บริษัท ข |คว้ารางวัล."""
        leads = _LEADS_ON.match(self.text, person.end)
        if leads is None:
            return None
        start, end = leads.span("name")
        for party in self.found.parties[bisect_left(self._party_starts, start) :]:
            if party.start > start:
                break
            if party.kind in {"organisation", "team", "place"}:
                return party
        told = any(is_firms(leads["name"], self.text[body.name.start : body.name.end]) for body in self.found.organisations)
        return Party.of_words(Span(start, end, "party.subject")) if told else None

    def _is_group(self, party: Party) -> bool:
        """Whether a team or place is a group for which one of its own collects a prize: เป็นผู้แทน|ชุมชน ก |รับมอบรางวัล."""
        return party.kind in {"team", "place"} and _GROUP.match(self.text, party.name.start) is not None

    def _own_if_winner(self, person: Party) -> Party | None:
        """The body of an officer who is handed a prize, where the headline has the body win: มอบรางวัลให้นาย ก ผู้จัดการธนาคาร ข."""
        own, winner = self._bodies.of(person), self.winner
        if own is None or winner is None or winner.kind != "organisation":
            return None
        return own if winner.key in self._bodies.named_between(person.name.end, person.end) else None

    def in_telling(self, recipient: Party | None, draft: Draft) -> Party | None:
        """The body for which an officer may have stood, where the officer is the subject of the verb."""
        if recipient is None or recipient.kind != "person" or self._is_of_row(recipient):
            return None
        if draft.recipient is recipient and recipient is not draft.subject and TAKES_IT.match(self.text, recipient.end):
            standing = self.by(recipient, recipient.end)
            return standing if standing.kind != "person" else None
        if draft.recipient is recipient and draft.recipient is not draft.subject:
            sent = draft.gives and is_sent(self.text, recipient)
            return (self._bodies.of(recipient) if sent else None) or self._own_if_winner(recipient)
        if draft.subject is None:
            return None
        if recipient is not draft.subject and (draft.recipient is not None or draft.subject.kind != "person"):
            return None
        if WINNER_HIMSELF.match(self.text, draft.subject.end) or self._has_another_prize(draft.subject):
            return None
        if (led := self._led_on(draft.subject)) is not None:
            return led
        if (
            self._bodies.position_of(draft.subject) is None
            and self._is_plain(draft.subject)
            and (WINS_BEHIND.match(self.text, draft.subject.end) or OWN_DEED.match(self.text, draft.subject.end))
        ):
            return self._leads(draft.subject)  # นางสาว ก| คว้ารางวัล ข: no officer, and nothing is handed over
        standing = self.by(draft.subject, draft.subject.end)  # those who collect together stand for one body
        known = standing.kind in {"organisation", "place"} or standing.name.rule == "party.subject"
        return standing if known or self._is_group(standing) else None

    def _has_another_prize(self, person: Party) -> bool:
        """Whether a prize of his own is told of one beside another's: โรงเรียน ก เข้ารับรางวัล A และ|นาย ข |เข้ารับรางวัล B."""
        before = _ANOTHERS.search(self.text, max(0, person.start - _BEFORE_OWN), person.start)
        own = _OWN_PRIZE.match(self.text, person.end)
        if before is None or own is None:
            return False
        return own["prize"] not in before["prize"] and not own["prize"].startswith(before["prize"].strip()[:_ALIKE])

    def _is_plain(self, person: Party) -> bool:
        """Whether of a person at most the body is told, right behind the name: นาย ก| โรงพยาบาล ข| ได้รับรางวัล."""
        return person.body is None or not self.text[person.name.end : person.body.start].strip()

    def _leads(self, person: Party) -> Party | None:
        """The body whose people somebody leads, of whom a verb is told: ชุมชน ก นำโดย|นาย ข| ได้รับรางวัล ค."""
        led = led_body(self.text, self.found.parties, bisect_left(self._party_starts, person.start))
        if led is None:
            return None
        leading = self.text.find("นำโดย", led.end, person.start) >= 0
        return led if leading or RECEIVES.match(self.text, person.end) is not None else None

    def _is_of_row(self, person: Party) -> bool:
        """Whether a person is one of a row of people who have won: บุคลากรไทย 2 ท่านที่ได้รับรางวัล ประกอบด้วย |นาย ก และ|นาย ข."""
        begin = max(self.text.rfind("\n", 0, person.start) + 1, person.start - _BEFORE_ROW)
        return person.role == "listed" and ROW_OF_PEOPLE.search(self.text, begin, person.start) is not None
