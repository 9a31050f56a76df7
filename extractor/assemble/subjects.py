"""Of whom a verb of receiving is told."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party, PartyIndex
from extractor.assemble.joined_subjects import JoinedSubjects
from extractor.assemble.own_bodies import OwnBodies
from extractor.assemble.owners import is_bodys, is_company, own_owner, pupil_before, unit_of, works_there
from extractor.assemble.relatives import told_of
from extractor.assemble.represented import Represented
from extractor.assemble.role_words import TRAINED_BY
from extractor.assemble.served import is_served, lives_there, without_purpose
from extractor.assemble.standing import rank
from extractor.assemble.subject_words import (
    ACTS,
    ACTS_UNTIL,
    ALSO_CALLED,
    APPOSED,
    BEATEN,
    BEATS,
    BEFORE_NOW,
    CERTIFIES,
    CONGRATULATED,
    DISTRICT,
    ENDS_CLAUSE,
    FOR_WHOM,
    FROM_HOME,
    FURTHER,
    GIVERS,
    HOME,
    HONOURS,
    IN_BRACKETS,
    IS_AMONG,
    IS_OF_OTHERS,
    IS_ONE,
    IS_ONE_OF_PEOPLE,
    IS_SUCH,
    ITS_STAFF,
    LED_BY,
    LOCATED,
    NAMED_LATER,
    NEXT_CLAUSE,
    NO_PERSONS,
    NO_WINNER,
    OF_THING,
    ONE_OF,
    OPENS_CLAUSE,
    OUTDOES,
    POINTED_AT,
    PRONOUN,
    SAYS_THAT,
    SITE,
    SO_MANY,
    STANDARD,
    STARTS_ANEW,
    STUDIES,
    TELLS_OF_OTHERS,
    THAT,
    THERE_IS,
    THIS_THING,
    TOGETHER,
    TOLD,
    UNDER,
    UNION,
    UNNAMED,
    USES,
    VISITS,
    WHICH,
    WHO_HAS_WON,
    WITH,
    counts_members,
)
from extractor.assemble.topics import Topics
from extractor.assemble.unnamed import goes_on_to_end, group_before_end
from extractor.match.headline_words import BEHIND_NAMES

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings

# characters before a verb within which those stand who are congratulated on it, and those of titles before a name
_CONGRATULATES = 300
_TITLES = 30
# characters between a subject and its verb beyond which neither what is told of it nor where it is from can be all that is there
_FARTHEST = 600
# characters behind a person within which a verb is told of that one
_BESIDE = 14
# characters of a line's beginning within which the one stands of whom it is told
_HEADS_LINE = 40
# characters before a body within which a further office stands: และโฆษก|กระทรวง ก
_FURTHER_OFFICE = 60
# characters between one who is named and where he lives
_TOLD_OF = 60
# characters of a paragraph before ได้รับ 40 รางวัล
_PARAGRAPH = 900
# characters before a verb within which a thing is pointed at
_THIS = 56
# characters behind a word for visiting within which the visited is named
_VISITED = 40
# จังหวัดนาดี| ตอกย้ำความเป็นผู้นำ |คว้ารางวัล: what a headline says of a place that has won
_SAID_OF_IT = re.compile(rf"[ ]{BEHIND_NAMES}[ก-๎]{{0,30}}[ ]?")

# การประกวด ข ซึ่งจัดโดย|บริษัท ค |คว้ารางวัล: who runs the contest
_RUN_BY = ("จัดโดย", "จัดโดย ", "จัดขึ้นโดย", "จัดขึ้นโดย ", "จัดโดยทาง", "จัดขึ้นโดยทาง")
# what is run there, not an exhibition or a course that has won itself, and characters before its host within which it is named
_RUN = re.compile(r"ประกวด|แข่งขัน|เวที|รางวัล|[Aa]ward|AWARD|[Cc]ontest|[Cc]ompetition")
_RUN_NEAR = 120


class Subjects:
    """Finds the parties of which the verbs of an article are told."""

    def __init__(self, findings: Findings) -> None:
        self.found = findings
        self.text = findings.text
        self._bodies = OwnBodies(findings)
        self.position_of = self._bodies.position_of
        places = PartyIndex(findings.parties)
        self._party_starts = places.starts
        self._label_ends = {label.until for label in findings.labels}
        self.between = places.between
        self._again = places.again
        self.joined = JoinedSubjects(findings, places)
        self.represented = Represented(findings, places, self._bodies)
        self.topics = Topics(findings, places)

    @property
    def title_subject(self) -> Party | None:
        """The headline's winner, once it is known."""
        return self.represented.winner

    @title_subject.setter
    def title_subject(self, winner: Party | None) -> None:
        self.represented.winner = winner

    def congratulated(self, at: int) -> Party | None:
        """Whom somebody congratulates on what the verb tells: ยินดีกับนาย ก ผู้จัดการธนาคาร ข สาขา ค ในโอกาสที่ได้รับรางวัล."""
        begin = max(self.text.rfind("\n", 0, at) + 1, at - _CONGRATULATES)
        told = next(reversed(list(CONGRATULATED.finditer(self.text, begin, at))), None)
        if told is None or TOLD.search(self.text, told.end(), at):
            return None
        first = bisect_left(self._party_starts, told.end())
        if first >= len(self._party_starts) or self._party_starts[first] >= at:
            return None
        party = self.found.parties[first]
        behind = self.between(party.end, at)
        if party.start - told.end() > _TITLES or party.kind not in {"person", "team"} or is_bodys(self.text, behind):
            return None
        alike = [other for other in behind if other.kind == party.kind and other.role != "superior"]
        return alike[-1] if alike and party in self.joined.to(alike[-1]) else party  # ยินดีกับนาย ก และ|นาย ข ที่ได้รับ

    def subject_before(self, at: int) -> Party | None:
        """The party that stands before a verb of receiving, in the same line."""
        parties = self.found.parties
        line_start = self.text.rfind("\n", 0, at) + 1
        index = bisect_left(self._party_starts, at) - 1
        last, pupil = index, self._pupil_before(index)
        while index >= 0 and parties[index].start >= line_start:
            if pupil is not None and index == last:
                index = pupil  # นาย ก นักศึกษา|คณะ ข มหาวิทยาลัย ค |ได้รับรางวัล
            party = parties[index]
            gap = self.text[parties[last].end if index == pupil else party.end : at]
            if (
                party.role in {"superior", "member"}
                or self._is_site(index)
                or (index > 0 and self._locates_named(parties[index - 1], party))
                or (
                    party.kind == "place"
                    and len(gap) > 12
                    and not self._heads_clause(party, line_start, at)
                    and not _SAID_OF_IT.fullmatch(gap)
                )
                or (party.role == "giver" and self._gives(party, gap) and not self.is_such(party, at))
                or IN_BRACKETS.match(gap)
                or (party.kind == "organisation" and index > 0 and self._is_office_of(parties[index - 1], party))
                or (party.kind == "person" and LED_BY.search(self.text, max(0, party.start - 30), party.start))
                or (not self._is_told_beside(gap, at) and BEATEN.search(self.text, max(0, party.start - 24), party.start))
                or (party.kind == "organisation" and STUDIES.search(self.text, max(0, party.start - 44), party.start))
                or FOR_WHOM.search(self.text, max(0, party.start - 40), party.start)
                or (party.kind == "organisation" and self._is_standard(party))
                or (party.kind == "organisation" and self._of_staff(party))
                or (index > 0 and TOGETHER.fullmatch(self.text, parties[index - 1].end, party.start))
                or (self.text.endswith((" ณ ", "\nณ "), 0, party.start) and not gap.lstrip().startswith(("ซึ่ง", "ที่")))
                or (index > 0 and UNDER.fullmatch(self.text, parties[index - 1].end, party.start))
                or (index > 0 and lives_there(self.text, parties[index - 1], party))
                or (index > 0 and works_there(self.text, parties[index - 1], party, self._bodies.keys))
            ):
                index -= 1
                continue
            if len(gap) > _FARTHEST:
                return None
            if party.kind == "place" and self._has_come_to(party, at):
                return party
            visits = self._is_official(party) and VISITS.search(gap) is not None
            gap = TRAINED_BY.sub(" ", ONE_OF.sub(" ", gap))
            is_no_body = party.kind == "organisation" and IS_ONE_OF_PEOPLE.match(gap) is not None
            if not is_no_body and (party.kind != "person" or IS_OF_OTHERS.match(self.text, party.end) is None):
                gap = IS_SUCH.sub(" ", gap)
            if party.kind in {"person", "team"}:
                gap = FROM_HOME.sub(" ", HOME.sub(" ", gap, count=1))
            gap = BEATS.sub(" ", APPOSED.sub(" ", gap))
            if self._of_thing(party, gap, at):
                return None
            if visits or len(gap) > 140 or _ends_clause(gap):
                return None
            return self._unit_of(index) or party
        return None

    def _is_told_beside(self, gap: str, at: int) -> bool:
        """Whether a clause right behind a name tells what that one has won: พบกับ|นาย ก ที่ได้รับรางวัล."""
        return self.text.startswith("เจ้าของ", at) or (not gap.strip() and self.text.startswith(("ที่", "ผู้", "ซึ่ง"), at))

    def _pupil_before(self, index: int) -> int | None:
        """Who is of the school at `index` and named before it; he and those named with him are its own."""
        pupil = pupil_before(self.text, self.found.parties, index)
        if pupil is not None:
            school, one = self.found.parties[index], self.found.parties[pupil]
            for other in (one, *self.joined.to(one)):
                other.body = other.body or school.body or school.name
        return pupil

    def _is_standard(self, body: Party) -> bool:
        """Whether a body is named only as whose standard something meets: 3 มาตรฐาน คือ GAP, |EU| และ Jas และ…."""
        if CERTIFIES.search(self.text, max(0, body.start - 130), body.start) is not None:
            return True
        if not self.text[body.name.start].isascii():
            return False
        return STANDARD.search(self.text, max(0, body.start - 150), body.start) is not None

    def _of_staff(self, body: Party) -> bool:
        """Whether a verb tells of somebody of a body, who is named elsewhere: พนักงาน|กรม ก รับรางวัล."""
        staff = ITS_STAFF.search(self.text, max(0, body.start - 20), body.start)
        return staff is not None and (staff["scholars"] is None or NAMED_LATER.match(self.text, body.end) is not None)

    def _of_thing(self, party: Party, gap: str, at: int) -> bool:
        """Whether a verb is told of a thing that somebody uses, or that is pointed at: โดยอาคารหลังนี้ |ได้รับรางวัล."""
        if OF_THING.fullmatch(gap) is not None:
            return True
        this = THIS_THING.search(self.text, max(party.end, at - _THIS), at)
        return this is not None and not self.text.startswith(this["head"], party.name.start)

    def _unit_of(self, index: int) -> Party | None:
        return unit_of(self.text, self.found.parties[index - 1], self.found.parties[index]) if index > 0 else None

    def _heads_clause(self, place: Party, line_start: int, at: int) -> bool:
        """Whether a line begins with a village as its topic, or a clause with what a province has done.

        ชุมชนบ้านนาดี มีผลงานโดดเด่น และ|ได้รับรางวัล · ทั้งนี้ จังหวัดน่านส่งเสริมการคัดแยกขยะ จน|ได้รับรางวัล.
        """
        if DISTRICT.match(self.text, place.start) is None:
            return place.start - line_start <= 1
        return self._has_come_to(place, at)

    def _has_come_to(self, place: Party, at: int) -> bool:
        """Whether what a place has done leads to the verb: จังหวัดน่าน|ส่งเสริมการคัดแยกขยะจากครัวเรือน จน|ได้รับรางวัล."""
        opens = OPENS_CLAUSE.search(self.text, max(0, place.start - 14), place.start) is not None or place.start == 0
        return opens and ACTS_UNTIL.fullmatch(self.text, place.end, at) is not None

    def _is_official(self, party: Party) -> bool:
        """Whether a party is an officer, or a ministry or department: who visits others."""
        return self.position_of(party) is not None if party.kind == "person" else self._is_high(party)

    def told_behind(self, at: int) -> Party | None:
        """The body, place or team of which a clause right behind it tells: ณ ชุมชนบ้านนาดี ซึ่ง|ได้รับรางวัล."""
        index = bisect_left(self._party_starts, at) - 1
        while index >= 0 and (self.found.parties[index].role in {"superior", "member"} or self._is_site(index)):
            index -= 1
        if index < 0 or self.found.parties[index].kind == "person":
            return None
        party = self.found.parties[index]
        if party.end > at or "\n" in self.text[party.end : at] or not told_of(self.text, party, at):
            return None
        return (self._unit_of(index) or party) if self.congratulated(at) is None else None

    def _is_site(self, index: int) -> bool:
        """Whether a party is only where the one before it lies: บริษัท ก ตั้งอยู่ที่|ตำบล ข จังหวัด ค ซึ่งได้รับรางวัล."""
        party = self.found.parties[index]
        if party.kind != "place" or index == 0 or DISTRICT.match(self.text, party.start) is None:
            return False
        before = reversed(self.found.parties[max(0, index - 3) : index])
        named = next((p for p in before if p.kind != "place" or DISTRICT.match(self.text, p.start) is None), party)
        return named.kind == "organisation" and SITE.fullmatch(self.text, named.end, party.start) is not None

    def _is_office_of(self, person: Party, body: Party) -> bool:
        """Whether a body is named as where a person has one more office: นาย ก ผู้อำนวยการ… และโฆษก|กระทรวง ข."""
        if person.kind != "person" or body.start - person.end > _FURTHER_OFFICE:
            return False
        return FURTHER.search(self.text, max(person.end, body.start - 40), body.start) is not None

    def of_career(self, at: int) -> Party | None:
        """Whose career a line tells, where a verb of what was won before names nobody: … ก่อนหน้านี้|เคยได้เหรียญเงิน."""
        text = self.text
        line_start = text.rfind("\n", 0, at) + 1
        people = [party for party in self.between(line_start, at) if party.kind == "person"]
        if (people and at - people[-1].end <= _BESIDE) or POINTED_AT.search(text, max(line_start, at - 40), at):
            return None
        if PRONOUN.search(text, max(line_start, at - 44), at):
            if people:
                return people[-1]
            index = bisect_left(self._party_starts, line_start) - 1
            before = next((p for p in reversed(self.found.parties[max(0, index - 8) : index + 1]) if p.kind == "person"), None)
            return before if before is not None and line_start - before.end < _PARAGRAPH else None
        last = self.between(people[-1].end if people else line_start, at)
        if last and last[-1].kind != "person" and last[-1].name.end <= last[-1].start:
            return None  # สถานประกอบการดังกล่าว …|เคยได้รับ: not the one who visits it
        told = text.startswith("เคย", at) or BEFORE_NOW.search(text, max(line_start, at - 40), at)
        if not told or not people or people[0].start - line_start > _HEADS_LINE or at - line_start > _PARAGRAPH:
            return None
        begin = people[0].end
        visited = (  # นาย ก เยี่ยมชมกลุ่ม ข ซึ่ง|เคยได้รับ…
            TELLS_OF_OTHERS.search(text, max(begin, party.start - _VISITED), party.start) for party in self.between(begin, at)
        )
        return None if any(visited) or self._speaks_of_others(begin, at) else people[0]

    def _speaks_of_others(self, begin: int, at: int) -> bool:
        """Whether the one who is named before `begin` only says what is told of a body or place: กล่าวว่า โรงเรียน ก … เคยได้รับ."""
        says = SAYS_THAT.search(self.text, begin, at)
        return says is not None and any(
            party.kind != "person" and party.role not in {"superior", "member"} and not DISTRICT.match(self.text, party.start)
            for party in self.between(says.end(), at)
        )

    def unnamed_before(self, at: int) -> bool:
        """Whether a verb of receiving is told of somebody without a name: กระทรวง ก ยินดีกับโรงเรียนที่ได้รับรางวัล."""
        line_start = self.text.rfind("\n", 0, at) + 1
        index = bisect_left(self._party_starts, at) - 1
        begin = max(line_start, at - 220)
        party = self.found.parties[index] if index >= 0 else None
        if party is not None and party.start >= begin:
            begin = party.end
        else:
            party = None
        gap = self.text[begin:at]
        if party is not None and party.kind == "organisation" and SO_MANY.fullmatch(gap):
            return False
        if party is not None and (NO_WINNER.search(gap) or USES.fullmatch(gap) or counts_members(self.text, party.start, at)):
            return True
        if party is not None and self._only_locates(party):
            return index == 0 or not (self._is_site(index) or self._locates_named(self.found.parties[index - 1], party))
        group = group_before_end(gap)  # … โรงเรียนที่ได้รับรางวัล: those who have won are told of without a name
        if group is None or IS_ONE.search(gap[:group]) or NEXT_CLAUSE.search(gap, group) or FOR_WHOM.search(gap, 0, group):
            return False  # … สร้างชื่อเสียงให้|โรงเรียน คว้ารางวัล: for whom it was won
        if is_company(self.text, self.found.parties, index, gap, group):
            return False
        if self.owner_before(at) is not None:
            return False
        if party is not None and is_served(gap, group):
            return False  # โรงพยาบาล ก ดูแลผู้ป่วย |คว้ารางวัล
        if party is not None and OUTDOES.search(gap) and not gap.rstrip().endswith(("ที่", "ซึ่ง")):
            return self.text.startswith(("ที่", "ผู้", "ซึ่ง"), at)  # นาย ก เอาชนะคู่แข่งกว่า 100 คน |คว้ารางวัล
        if party is not None and party.kind == "person" and ALSO_CALLED.fullmatch(gap, 0, group):
            return False  # what the person is: นาย ก หรือน้องนก |นักกีฬาเทควันโดที่
        return party is None or group > 2 or (party.kind == "person" and NO_PERSONS.match(gap, group) is not None)

    def owner_before(self, at: int) -> Party | None:
        """The firm with which the line begins, told of as a kind right before the verb: … โดยผู้ประกอบการ|ได้รับรางวัล."""
        return own_owner(self.text, self.between(self.text.rfind("\n", 0, at) + 1, at), at)

    def _only_locates(self, party: Party) -> bool:
        """Whether a place tells where somebody is whose name is not known: ป่าชุมชนบ้านต้นยาง จ.ตาก."""
        return (
            party.kind == "place"
            and party.role != "superior"
            and party.start - 1 not in self._label_ends  # กลุ่มจังหวัดขนาดเล็ก |จังหวัดน่าน
            and DISTRICT.match(self.text, party.start) is not None
            and LOCATED.search(self.text, max(0, party.start - 12), party.start) is not None
            and STARTS_ANEW.search(self.text, max(0, party.start - 12), party.start) is None
        )

    def _locates_named(self, named: Party, place: Party) -> bool:
        """Whether a place tells where one is who is named before: นาย ก เจ้าของสวน “ข” อ.วังจันทร์ จ.ระยอง |คว้ารางวัล."""
        gap = self.text[named.end : place.start]
        return (
            named.kind in {"person", "team"}
            and named.role not in {"giver", "superior"}
            and len(gap) <= _TOLD_OF
            and "\n" not in gap
            and not _ends_clause(gap)
            and self._only_locates(place)
        )

    def is_one(self, at: int) -> bool:
        """Whether a named one is said to be of those who have won: กรม ก เป็นหน่วยงานที่ได้รับรางวัล."""
        line_start = self.text.rfind("\n", 0, at) + 1
        index = bisect_left(self._party_starts, at) - 1
        if index < 0 or self._party_starts[index] < line_start:
            return False
        gap = self.text[self.found.parties[index].end : at]
        return len(gap) < 60 and IS_AMONG.match(gap) is not None

    def _gives(self, party: Party, gap: str) -> bool:
        if party.kind == "person" and WITH.search(self.text, max(0, party.start - 10), party.start) and not ACTS.search(gap):
            return False
        if self.there_is(party) and THAT.fullmatch(gap):
            return False
        if self.text.endswith(_RUN_BY, 0, party.start) and _RUN.search(self.text, max(0, party.start - _RUN_NEAR), party.start):
            return True
        return len(gap) > 3 or self.text[party.start - 3 : party.start] == "จาก" or bool(GIVERS.match(self.text, party.start))

    def there_is(self, party: Party) -> bool:
        """Whether one more is told of: นอกจากนี้ ยังมีนาย ก ที่ได้รับรางวัล ข."""
        return party.kind == "person" and THERE_IS.search(self.text, max(0, party.start - 8), party.start) is not None

    def is_such(self, party: Party, at: int) -> bool:
        """Whether a prize tells who a person is who is named right before: ได้รับเกียรติจากนาย ก |ผู้ได้รับรางวัล ข."""
        beside = party.kind == "person" and self.text[party.end : at].strip(' ”"') == ""
        return (
            beside
            and self.text.startswith(WHO_HAS_WON, at)
            and HONOURS.search(self.text, max(0, party.start - 24), party.start) is not None
        )

    def is_unnamed(self, subject: Party | None, at: int) -> bool:
        """Whether some body of a ministry has won that is not named, nor stands right before: กรม ก หน่วยงานในสังกัดกระทรวง ข."""
        unnamed = UNNAMED.search(self.text, max(0, at - 90), at)
        if unnamed is None:
            return False
        return subject is None or self.text[subject.end : unnamed.start()].strip(" ,") != ""

    def topic_subject(self, at: int) -> Party | None:
        """The headline's winner, where it is named before in the line and nobody else comes between."""
        if self.title_subject is None:
            return None
        line_start = self.text.rfind("\n", 0, at) + 1
        known = (self.title_subject.kind, self.title_subject.key)
        index = bisect_left(self._party_starts, at) - 1
        last = index
        while index >= 0 and self._party_starts[index] >= max(line_start, at - 400):
            party = self.found.parties[index]
            if (party.kind, party.key) == known:
                return party
            index -= 1
        if last < 0 or self._party_starts[last] < line_start:
            return self._again(self.title_subject, at)
        return None

    def _is_high(self, party: Party) -> bool:
        """Whether a party is a ministry or department, which news of others names too, by its full name or a short one."""
        full = self.found.organisations[party.key].name if party.kind == "organisation" and party.key >= 0 else party.name
        return rank(self.text, full.start) > 0 or UNION.match(self.text, full.start) is not None


def _ends_clause(gap: str) -> bool:
    """Whether words between a subject and a verb tell that the verb is told of somebody else."""
    gap = without_purpose(gap)
    return ENDS_CLAUSE.search(gap) is not None or any(not goes_on_to_end(gap, which.end()) for which in WHICH.finditer(gap))
