"""Who leads the sentence in which a verb of receiving has no subject of its own, however much stands between.

โรงพยาบาลนาดี ดูแลผู้ป่วยร่วมกับชุมชน มีคลินิกครบทุกแผนก จน|ได้รับรางวัลคลินิกดีเด่น → โรงพยาบาลนาดี
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.subject_words import NO_SUBJECT, OBJECT

if TYPE_CHECKING:
    from extractor.assemble.findings import Party
    from extractor.assemble.subjects import Subjects

# where a sentence begins: the line, what somebody says, what goes on to something else
_BEGINS = re.compile(
    r"(?:^|(?<=\n)|(?:กล่าว|เผย|ระบุ|เล่า|บอก|ชี้แจง|รายงาน|ทราบ|สรุป)(?:[ก-๎ ]{0,24}?)ว่า|(?<=[ก-๎ ])(?<!ก)ว่า(?=[ ]))"
    r"[ ]?[“\"‘']?(?:(?:ทั้งนี้|สำหรับ|โดย|ปัจจุบัน|ที่ผ่านมา|ปีที่ผ่านมา|ด้วย(?=[ ])|นอกจากนี้|นอกจากนั้น"
    r"|ขณะที่|ขณะนี้|ส่วน|ทาง|ตามที่|เนื่องจาก)[ ]?)?[“\"‘']?"
)
_ANEW = re.compile(r"(?:ทั้งนี้|สำหรับ|นอกจากนี้|นอกจากนั้น|ขณะที่|ขณะเดียวกัน|อย่างไรก็(?:ตาม|ดี)|ในส่วนของ|ด้าน(?=[ ]?(?:นาย|นาง)))[ ]?[“\"‘']?")
# characters of a sentence between who leads it and the verb
_FAR = 900
# words behind which others are told of, or by which the one that leads has others win
_OTHERS = re.compile(
    r"ผู้(?=ได้รับ|ชนะ|เข้า|สมัคร|ส่ง)|นักเรียน|นักศึกษา|เกษตรกรที่|เป็นประธาน|มอบรางวัล|ประกวด|แข่งขัน|คัดเลือก|เชิญชวน|รับสมัคร|ชื่นชม|ยินดี"
    r"|กล่าว|เปิดเผย|เผยว่า|ระบุ|โดยมี|ซึ่งมี(?=นาย|นาง)|จะ(?=ได้|มอบ)|หลาย|บางแห่ง|หลายแห่ง|หน่วยงานที่|แห่งที่"
)


def of_sentence(subjects: Subjects, at: int) -> Party | None:
    """The body, place or team with which a sentence begins whose last clause, that of the verb at `at`, names nobody."""
    text = subjects.text
    nobody = NO_SUBJECT.search(text, max(0, at - 40), at)
    if nobody is None or not subjects.topics.takes_prize(at):
        return None
    begin = max(text.rfind("\n", 0, at) + 1, at - _FAR)
    heads = [match.end() for match in _BEGINS.finditer(text, begin, at)] if begin == 0 or text[begin - 1] == "\n" else []
    heads.extend(match.end() for match in _ANEW.finditer(text, begin, at))
    if not heads:
        return None
    start = max(heads)
    named = [party for party in subjects.between(start, at) if party.role not in {"superior", "member"}]
    leader = next((party for party in named if _is_subject(text, party)), None)
    if leader is None or leader.kind == "person" or subjects.topics.is_no_topic(leader):
        return None
    if leader.start > start and text[leader.start - 1] not in _APART:
        return None
    if any(
        _is_subject(text, party)
        for party in named
        if party.start > leader.start and (party.kind, party.key) != (leader.kind, leader.key)
    ):
        return None
    return leader if _OTHERS.search(text, leader.end, at) is None else None


_APART = " \n“\"‘'"


def _is_subject(text: str, party: Party) -> bool:
    return party.role == "plain" and OBJECT.search(text, max(0, party.start - 16), party.start) is None
