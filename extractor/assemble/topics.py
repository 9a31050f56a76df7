"""Of whom an article or a paragraph is, where the clause of a verb of receiving names nobody: … จนได้รับรางวัล."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.subject_words import (
    DISTRICT,
    GIVERS,
    MANY,
    NO_SUBJECT,
    OPENS_WITH_VERB,
    OVER_OTHERS,
    PRAISED_OR_VISITED,
    UNION,
)

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party, PartyIndex

# characters before a verb within which nobody else may be named
_SPOKEN = 200
# characters of a verb before the prize that it takes: ได้รับ|รางวัล ก, ได้รับรางวัล|ชนะเลิศ
_TAKES = 14
# characters of a paragraph before ได้รับ 40 รางวัล
_PARAGRAPH = 900
# characters below the headline that are its lead
_LEAD = 700
# องคมนตรี |ติดตามการพัฒนางาน|โรงพยาบาลนาดี · ปลัด มท. |ตรวจเยี่ยมการดำเนินงาน|เทศบาลตำบลนาดี · |ชู| “ชุมชนบ้านนาดี”
_VISITS = re.compile(
    r"(?:ตรวจเยี่ยม|เยี่ยมชม|เยี่ยมเยียน|เยี่ยม(?=ให้กำลังใจ)|(?:ลง|ลุย)พื้นที่(?:ติดตาม|ชม|เยี่ยม|ตรวจ)?|ตรวจ(?:ราชการ|ติดตาม|งาน)|ติดตาม(?=การ(?:พัฒนา|ดำเนิน)|ความก้าวหน้า)"
    r"|ชื่นชม|(?<![ก-๎])(?:ชู|ยก|หนุน)|ยกย่อง|ดูงาน)"
)
# ตรวจเยี่ยม|ให้กำลังใจและติดตามความก้าวหน้าการพัฒนางานของ|โรงพยาบาลนาดี: what stands between the visit and the place
_UP_TO = re.compile(
    r"(?:[ ]|ให้กำลังใจ|และ|ติดตาม|ตรวจ|เยี่ยม(?:ชม)?|ความก้าวหน้า|ความสำเร็จ|ผลสำเร็จ|ผล(?:งาน)?|การ|พัฒนา|ดำเนิน(?:งาน|การ|กิจการ)?|ขับเคลื่อน"
    r"|บริหาร(?:จัดการ)?|งาน(?:สำคัญ)?|กิจการ|กิจกรรม|ให้บริการ|ภายใน|ใน|ของ|ที่|ณ|ชุมชน(?=[ ]?ณ)|กระบวนการ"
    r"|ผลิต|ต้นแบบ|พร้อม|รับฟัง|ชม|[“\"‘'])*"
)
# characters at the end of two names by which they are of one place: รพร.|นาดี, โรงพยาบาลสมเด็จพระยุพราช|นาดี
_TAIL, _LEAST_TAIL = 5, 3


# characters before a verb within which a paragraph's topic is named
_TOLD = 500
# ศูนย์นาดี| ซึ่งเป็น…, โรงเรียนนาดี |มี…: of whom something is told
_IS_TOLD = re.compile(
    r"[”\"’']?[ ]*(?:\([^()\n]{1,40}\)[ ]*)?(?:(?:ซึ่ง|ที่|โดย|ถือ|นับ|ก็|ยัง|จึง|นี้|แห่งนี้|[ ])*"
    r"(?:เป็น|คือ|มี|ได้|ประสบ|ตั้งอยู่|เริ่ม|ดำเนิน|พัฒนา|มุ่ง|ผลิต|จัดตั้ง|ก่อตั้ง|นำ|ใช้|สามารถ))"
)
# นักเรียนจาก|โรงเรียนนาดี: it is told of those from there
_OF_OTHERS = re.compile(r"(?:จาก|ของ|แก่|ให้|กับ|และ|นักเรียน|นักศึกษา|ทีม|ตัวแทน|ผู้แทน|ผู้บริหาร|ตาม|ต่อ)[ ]?[“\"]?$")
# words behind which others are told of
_TURNS = re.compile(
    r"นอกจาก(?:นี้|นั้น)|ทั้งนี้|ขณะที่|ขณะเดียวกัน|(?<![ก-๎])(?:ส่วน|ด้าน(?=นาย|นาง)|สำหรับ)|จากนั้น|โอกาสนี้|กล่าว|เปิดเผย|เผยว่า|ระบุ|อย่างไรก็|โดยมี|ผู้(?=ได้รับ|ชนะ|เข้า)|นักเรียน|นักศึกษา|เกษตรกรที่"
    r"|เป็นประธาน|มอบรางวัล|ประกวด|แข่งขัน"
)


# โรงเรียนนาดี ส่งนักเรียนเข้าแข่งขัน… |ผลปรากฏว่า|คว้ารางวัล: of who took part the result is told
_RESULT = re.compile(
    r"(?:(?:โดย|ซึ่ง|และ)?[ ]?ผล(?:การ(?:แข่งขัน|ประกวด|ตัดสิน|ประเมิน))?(?:ครั้งนี้)?[ ]?"
    r"(?:ปราก[ฏฎ](?:ผล)?(?:ว่า)?)?|ปราก[ฏฎ](?:ผล)?(?:ว่า)?)"
    r"[ ]*(?:ทีม|นักเรียน|นักศึกษา|นิสิต)?(?:ทั้งหมด|ของเรา)?[ ]?(?:สามารถ|ก็|ได้|[ ])*$"
)
_RESULT_WORDS = Words("ผล|ปรากฎ|ปรากฏ")
# characters before a verb within which the result is told of
_RESULT_NEAR = 60
# characters before the result within which those are named who took part
_TOOK = 420
_TAKES_PART = re.compile(
    r"[”\"’']?[ ]*(?:\([^()\n]{1,40}\)[ ]*)?(?:(?:จังหวัด|จ\.)[ ]?[ก-๎]{2,20}[ ]*)?(?:ก็|ยัง|จึง|ได้|[ ])*"
    r"(?:จัดส่ง|ส่ง(?=ทีม|นัก|ตัวแทน|ผู้|ผลงาน|เด็ก|นิสิต|ครู|บุคลากร|โครงงาน|วง|สิ่ง|เข้า|ชื่อ)|นำ(?=ทีม|นัก|คณะ|ตัวแทน|เด็ก|ผลงาน|วง|นิสิต)|เข้า(?:ร่วม|แข่ง|ประกวด|ชิง)|ร่วม(?=แข่ง|ประกวด|ส่ง|การ)|เป็น(?:ตัว|ผู้)แทน"
    r"|ลง(?=แข่ง|ชิงชัย|สนาม)|เดินทางไป(?=แข่ง|ร่วม|ประกวด|เข้า))"
)


# นาย ก เข้าร่วมการประกวด ข ซึ่ง|จัดโดย|สมาคม ค |ณ |หอศิลป์ ง| และ|ได้รับรางวัล
_AND_THEN = re.compile(r"(?:[ ]|โดย|ซึ่ง|และ|จน|แล้ว)(?:ใน(?:ครั้ง|การ)นี้[ ]?)?(?:สามารถ|ก็|จึง|ได้|ร่วมกัน|[ ])*$")
_RUNS_OR_HOUSES = re.compile(r"(?:โดย|ร่วมกับ|และ|ณ|ที่|ใน|ของ|จาก|สังกัด|อาคาร|หอประชุม|ห้องประชุม)[ ]?[“\"]?$")
_LED_BY = re.compile(r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:นำ)?โดย[ ]?")
_CONTESTS = re.compile(r"ประกวด|แข่งขัน|ประชัน|ชิงชัย")
_NEXT_SENTENCE = re.compile(
    r"นอกจาก(?:นี้|นั้น)|ทั้งนี้|ขณะที่|(?<![ก-๎])(?:ส่วน|ด้าน(?=นาย|นาง)|สำหรับ)|จากนั้น|กล่าว|เปิดเผย|เผยว่า|ระบุ|โดยมี|ผู้(?=ได้รับ|ชนะ|เข้า)|เป็นประธาน|มอบรางวัล|เคย"
)


# ทีมนาดี เข้าพบนาย ก ผู้ว่าราชการจังหวัดน่าน |หลังจาก|คว้าแชมป์: of those who came it is told
_AFTER = re.compile(r"(?:ภาย)?หลัง(?:จาก)?(?:ที่)?[ ]?(?:สามารถ|เพิ่ง|ได้|ไป|ร่วมกัน|[ ])*$")
_COMES = re.compile(
    r"เข้า(?:พบ|เยี่ยม|คารวะ|รายงาน(?:ตัว|ผล)|ขอบคุณ|แสดงความขอบคุณ)|เดินทาง(?:กลับ|มาถึง|ถึง|เข้า|มาพบ)|กลับ(?:มา)?ถึง|ร่วมฉลอง"
)


class Topics:
    """Whom the headline, the lead or a paragraph of an article tells of.

    Args:
        findings: what matching found.
        places: tells where the parties of the findings stand.
    """

    def __init__(self, findings: Findings, places: PartyIndex) -> None:
        self.found = findings
        self.text = findings.text
        self._between = places.between
        self._again = places.again
        self._topic: Party | None = None
        self._sought = False  # once, when first asked for
        self._prizes = sorted(label.outer for label in findings.labels if label.kind in {"award", "level", "category"})

    def spoken_of(self, at: int) -> Party | None:
        """Whom the headline names or the lead visits, where the clause of the verb names nobody: … จนได้รับรางวัล."""
        nobody = NO_SUBJECT.search(self.text, max(0, at - 40), at)
        if nobody is None or (nobody["loose"] and not self.takes_prize(at)):
            return None
        if not self._sought:
            self._topic, self._sought = self._find_topic(), True
        topic = self._topic
        if topic is None:
            return None
        line_start = self.text.rfind("\n", 0, at) + 1
        others = [
            party
            for party in self._between(max(line_start, at - _SPOKEN), at)
            if (party.kind, party.key) != (topic.kind, topic.key) and party.role == "plain"
        ]
        return None if others else self._again(topic, at)

    def told_in_paragraph(self, at: int) -> Party | None:
        """Whom the paragraph told of last, further before the verb than its own clause: ณ ศูนย์นาดี ซึ่งเป็น… และ|ได้รับรางวัล ก."""
        nobody = NO_SUBJECT.search(self.text, max(0, at - 40), at)
        if nobody is None or nobody.group().startswith("ทำให้") or not self.takes_prize(at):
            return None
        begin = max(self.text.rfind("\n", 0, at) + 1, at - _TOLD)
        named = [party for party in self._between(begin, at) if party.role not in {"superior", "member"}]
        if not named or named[-1].kind == "person" or self.is_no_topic(named[-1]):
            return None
        topic = named[-1]
        if _OF_OTHERS.search(self.text, max(0, topic.start - 20), topic.start) is not None:
            return None
        told = _IS_TOLD.match(self.text, topic.end)
        return topic if told is not None and _TURNS.search(self.text, topic.end, at) is None else None

    def took_part(self, at: int) -> Party | None:
        """Who took part, where the result of it is told without a name: โรงเรียนนาดี ส่งทีมเข้าแข่งขัน… ผลปรากฏว่า|ได้รับรางวัล ก."""
        near = _RESULT_WORDS.within(self.text, max(0, at - _RESULT_NEAR), at)
        result = _RESULT.search(self.text, max(0, at - _RESULT_NEAR), at) if near else None
        if result is None:
            return self._took_part_and(at)
        begin = max(self.text.rfind("\n", 0, at) + 1, at - _TOOK)
        told = [
            party
            for party in self._between(begin, result.start())
            if party.role not in {"superior", "member"} and _TAKES_PART.match(self.text, party.end)
        ]
        if len({(party.kind, party.key) for party in told}) != 1 or _OF_OTHERS.search(
            self.text, max(0, told[0].start - 12), told[0].start
        ):
            return None
        return told[-1]

    def _took_part_and(self, at: int) -> Party | None:
        """Who took part in a contest of which only the organiser and the place stand before the verb: … จัดโดยสมาคม ข และ|ได้รับ."""
        text = self.text
        if _AND_THEN.search(text, max(0, at - 24), at) is None:
            return None
        begin = max(text.rfind("\n", 0, at) + 1, at - _TOOK)
        named = [party for party in self._between(begin, at) if party.role not in {"superior", "member"}]
        until = -1
        while named and (named[-1].end > at or _RUNS_OR_HOUSES.search(text, max(begin, named[-1].start - 24), named[-1].start)):
            until = named.pop().end
        if not named:
            return None
        led = until > 0 and _LED_BY.match(text, named[-1].end) is not None  # โรงเรียน ก โดยนาย ข ผู้อำนวยการ |ส่งนักเรียน
        taker = until if led else named[-1].end
        if _TAKES_PART.match(text, taker) is None:
            return None
        gap = taker, at
        if _CONTESTS.search(text, *gap) is None or _NEXT_SENTENCE.search(text, *gap) is not None:
            return None
        return named[-1] if _OF_OTHERS.search(text, max(0, named[-1].start - 12), named[-1].start) is None else None

    def came(self, at: int) -> Party | None:
        """Who came to see somebody after having won: ทีมนาดี เข้าพบผู้ว่าราชการจังหวัดน่าน หลังจาก|คว้าแชมป์."""
        after = _AFTER.search(self.text, max(0, at - 40), at)
        if after is None or not self.takes_prize(at):
            return None
        begin = max(self.text.rfind("\n", 0, at) + 1, at - _TOLD)
        comes = next(reversed(list(_COMES.finditer(self.text, begin, after.start()))), None)
        if comes is None:
            return None
        came = [p for p in self._between(begin, comes.start()) if p.role in {"plain", "doer"} and p.kind != "person"]
        return came[0] if came and not self.is_no_topic(came[0]) else None

    def told_above(self, at: int) -> Party | None:
        """Whom the line above praises or visits, where the line of a verb names nobody before it: … ⏎ทั้งนี้ |ได้รับรางวัล."""
        text = self.text
        start = text.rfind("\n", 0, at) + 1
        unsaid = NO_SUBJECT.search(text, max(start, at - 40), at)
        if unsaid is None or unsaid["loose"]:
            unsaid = OPENS_WITH_VERB.fullmatch(text, start, at)
        if unsaid is None or self._between(start, at):
            return None
        end = len(text[:start].rstrip())
        above = text.rfind("\n", 0, end) + 1
        told = {
            (party.kind, party.key): party
            for party in self._between(above, end)
            if party.role not in {"superior", "member"}
            and PRAISED_OR_VISITED.search(text, max(above, party.start - 40), party.start)
        }
        return next(iter(told.values())) if len(told) == 1 else None

    def takes_prize(self, at: int) -> bool:
        """Whether a prize is named right behind the verb at `at`, not further on or before it: และ|ได้รับรางวัลชนะเลิศ."""
        index = bisect_left(self._prizes, at)
        return index < len(self._prizes) and self._prizes[index] - at <= _TAKES

    def _find_topic(self) -> Party | None:
        """The one whom the headline names, under the lead's name where it visits the same: รพร.นาดี, โรงพยาบาลสมเด็จพระยุพราชนาดี."""
        named, visited = self._headlined(), self._visited()
        return named if visited is None or (named is not None and not self._is_alike(named, visited)) else visited

    def _headlined(self) -> Party | None:
        """The one body, place or team that the headline names, of those that do not run and give prizes."""
        title = self.found.title
        if title is None:
            return None
        named: dict[tuple[str, str], Party] = {}
        for party in self._between(title.start, title.end):
            if party.kind in {"organisation", "place", "team"} and party.role == "plain" and not self.is_no_topic(party):
                named.setdefault((party.kind, self.text[party.name.start : party.name.end]), party)
        return next(iter(named.values())) if len(named) == 1 else None

    def _visited(self) -> Party | None:
        """The one body, place or team that is visited or praised in the headline and the lead; the lead's form of its name."""
        title = self.found.title
        if title is None:
            return None
        named: list[Party] = []
        for visit in _VISITS.finditer(self.text, title.start, min(len(self.text), title.end + _LEAD)):
            upto = _UP_TO.match(self.text, visit.end())
            place = upto.end() if upto is not None else visit.end()
            party = next((party for party in self._between(visit.end(), place + 2) if party.kind != "person"), None)
            if party is not None and party.role != "superior" and not self.is_no_topic(party):
                named.append(party)
        return named[-1] if named and all(self._is_alike(party, named[-1]) for party in named) else None

    def _is_alike(self, one: Party, other: Party) -> bool:
        """Whether two mentions are of one body or place, by what is known of them or by how their names end."""
        if (one.kind, one.key) == (other.kind, other.key):
            return True
        tail = self.text[one.name.start : one.name.end].rpartition(".")[2][-_TAIL:]
        return len(tail) >= _LEAST_TAIL and tail in self.text[other.name.start : other.name.end]

    def heads_paragraph(self, at: int) -> Party | None:
        """The body with which a paragraph begins that tells of many prizes: ธนาคาร ก ประสบความสำเร็จใน… ในปีนี้|ได้รับ 40 รางวัล."""
        line_start = self.text.rfind("\n", 0, at) + 1
        if at - line_start > _PARAGRAPH or MANY.match(self.text, at) is None:
            return None
        named = [party for party in self._between(line_start, at) if party.role in {"plain", "listed"}]
        if (
            not named
            or named[0].kind != "organisation"
            or named[0].start - line_start > 1
            or GIVERS.match(self.text, named[0].start)
        ):
            return None
        return named[0] if all((party.kind, party.key) == (named[0].kind, named[0].key) for party in named) else None

    def is_no_topic(self, party: Party) -> bool:
        """Whether a party tells, or tells where, in news of others: a ministry or department, a body of nations, a province."""
        if party.kind == "place" and DISTRICT.match(self.text, party.name.start):
            return True
        full = self.found.organisations[party.key].name if party.kind == "organisation" and party.key >= 0 else party.name
        return OVER_OTHERS.match(self.text, full.start) is not None or UNION.match(self.text, full.start) is not None
