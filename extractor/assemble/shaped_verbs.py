"""Verbs of receiving that no row of the gazetteer holds, known by what stands around them.

รับ 2 รางวัล · ทีม ก ได้รองชนะเลิศ · ยกย่องนาย ข เป็นศิลปินแห่งชาติ
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from extractor.anchors import Ending, Words
from extractor.assemble.examples import exemplified
from extractor.assemble.subject_words import CONGRATULATED
from extractor.gazetteer_rows import Cue
from extractor.lexicon import Hit
from extractor.match.award_lists import ENROLLED, GRADE
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

WINS = Cue(id="conferred-numbered", name="รับ … รางวัล", sense="conferred", reach="forward", source="ไวยากรณ์", example="รับ … รางวัล")
COUNTS = Cue(
    id="conferred-counted",
    name="2 เหรียญทอง",
    sense="conferred",
    reach="forward",
    source="ไวยากรณ์",
    example="ก 2 เหรียญทอง",
)
_PRIZE_WORD = Words("รางวัล")
# นาย ก |เจ้าของ 3 |เหรียญทอง · |เจ้าของตำแหน่ง| Miss Thailand · เชฟ ก |ดีกรี|แชมป์การแข่งขัน ข
_OWNER = Words("เจ้าของ|ดีกรี")
_OWNS = re.compile(r"(?P<has>เจ้าของ|ดีกรี)(?:ตำแหน่ง|รางวัล)?[ ]?(?:\d{1,2}[ ]?)?[“\"]?")
# อารีย์ นาคำ| 2 |เหรียญทอง
_COUNTED = re.compile(r"[ ]?(?:\([^()\n]{1,30}\))?[ ]?(?:ได้|คว้า)?[ ]?\d{1,2}[ ]?")
# … และอารีย์ นาคำ 1 เหรียญเงิน| ได้แก่ |มานะ ศรีดี
_OF_THE_NEXT = re.compile(r"[ ]*(?:ได้แก่|คือ|จาก(?=[ ]?(?:นาย|นาง|น\.ส|ด\.|เด็ก))|เป็นของ|โดย[ ]?(?=นาย|นาง|น\.ส|ด\.|เด็ก))")
# รับ 2 รางวัล · คว้าอีก 3 รางวัล
_NUMBERED = re.compile(
    r"(?:ได้รับ|เข้ารับ|รับ|คว้า|กวาด|ครอง|ซิว|โกย|หอบ|ขน|เก็บ|เหมา|หิ้ว|สอย|ควบ|ฟาด)"
    r"(?:(?:มา(?:กถึง)?|ถึง|รวม|อีก|ไป(?:ครอง)?|ได้|เรียบ|รวด|ทั้งหมด|ทั้งสิ้น|แล้ว|จำนวน)[ ]?){0,4}[ ]?\d{1,3}[ ]?$"
)
# ทีมนาดี |ได้|รองชนะเลิศ · นาย ก |ได้|เหรียญทอง · ธนาคาร ก |ครอง| Best Retail Bank · นาย ข |ขึ้นแท่น| CEO of the Year
_GETS = sought(
    r"(?<!ไม่)(?<!เพื่อ)(?<!จะ)(?<!ลุ้น)(?<!หวัง)(?<!อยาก)(?<!ยังไม่)(?<!หาก)(?<!ถ้า)(?<!ใคร)(?<!สิทธิ์)(?<!ควร)"
    r"(?:(?:ได้(?:แค่|เพียง|ถึง|อีก|[ ]?\d{1,2})?|(?:เข้า|ขึ้น)รับ|(?<![ก-๎])รับ(?:มอบ)?|(?<=แทน)รับ|ครอง|ขึ้นแท่น(?:เป็น)?|หอบ|เก็บ|รั้ง|ควง"
    r"|ประเดิม(?:คว้า)?|สอย|เหมา|ฟาด|ผงาด(?:ครอง|ขึ้น|เป็น)?)(?:ทั้ง)?"
    r"(?:[ ]?(?:ตำแหน่ง|โล่|ถ้วย|(?:ใบ)?(?:ประกาศ)?เกียรติบัตร|(?:ใบ)?ประกาศ(?:เกียรติคุณ|นียบัตร)?))?)[ ]?[“\"‘']?$"
)
# ส่งกาแฟ “ก” |ไป|ชนะเลิศ, ส่ง “ข” |เข้าประกวดและ|ชนะเลิศ
_SENT = sought(r"(?:(?<=[ก-๎”\"’])|(?<=[”\"’] ))(?:ไป|เข้า(?:ร่วม)?(?:ประกวด|แข่งขัน)(?:และ|จน|แล้ว))(?:ได้|สามารถ)?[ ]?$")
# นาย ก |เข้ารับพระราชทาน|ปริญญาดุษฎีบัณฑิตกิตติมศักดิ์
_GETS_DEGREE = re.compile(r"(?<!จะ)(?:(?:ได้|เข้า|ขึ้น)รับ|(?<!ที่)รับ(?=[พปถ]))(?:พระราชทาน|ประทาน|มอบ|ถวาย)?[ ]?[“\"]?$")
# นาง ก |ขึ้นแท่น|ผู้บริหารแห่งปี
_GETS_TITLE = re.compile(r"(?<!จะ)ขึ้นแท่น(?:เป็น)?[ ]?[“\"]?$")
# บริษัท ก รับ Siam Awards| 11 สาขาธนาคาร: whose names are not told
_SO_MANY_BODIES = re.compile(r"[ ]?\d{1,3}[ ]?(?:แห่ง|คลัง|โรงงาน|โครงการ|หน่วยงาน|บริษัท|สาขาธนาคาร|โรงเรียน|ราย|ทีม|คน)")
_OF_TITLES = {
    "award.degree": _GETS_DEGREE,
    "award.honour": _GETS_TITLE,
    "award.title": _GETS_TITLE,
    "award.gazetteer": _GETS_TITLE,
}
# มหาวิทยาลัยนาดี |ติด|อันดับ 8
_IS_PLACED = re.compile(
    r"(?:(?:ติด|รั้ง|ครอง|คว้า|อยู่(?:ที่|ใน)?|ขึ้น(?:มา|ไป)?(?:อยู่|เป็น|สู่|แท่น)?(?:ที่)?|ได้|ผงาด|ทะยาน(?:ขึ้น)?(?:สู่|เป็น)?)[ ]?)?$"
)
# มหาวิทยาลัยนาดี |ได้รับการจัดอันดับ|จาก Nadee Rankings 2024 ให้อยู่ใน|อันดับที่ 8
_IS_RANKED = re.compile(r"(?P<verb>(?:ได้รับ|ถูก)(?:การ)?จัดอันดับ)(?:จาก|โดย|ใน)[^\n]{2,80}?[ ]?(?:ให้(?:เป็น)?)?(?:อยู่)?(?:ที่|ใน)?[ ]?$")
# บริษัท ก |ได้รับการประเมินหุ้นยั่งยืน| SET ESG Ratings
_IS_RATED = re.compile(
    r"(?:(?:ได้(?:รับ)?|มี)(?:ผล)?(?:การ)?(?:ประเมิน|จัดอันดับ|คัดเลือก|คะแนน)|ผ่านการประเมิน|ติด(?:อันดับ|กลุ่ม)?|ได้รับเลือก|คว้า|ครอง|รับ|ได้|อยู่)"
    r"(?:(?!ได้รับ|เพื่อ|โดย|ซึ่ง)[ก-๎ ]){0,44}[“\"]?$"
)
# นางสาว ก |ติดโผ| Mekong 30 Under 30 · ร้าน ข |ได้รับ| 2 ดาวมิชลิน
_IS_LISTED = sought(
    r"(?<!ไม่)(?<!จะ)(?<!หวัง)(?<!ลุ้น)(?:(?:ได้(?:รับ)?|ถูก|คว้า|ครอง|รักษา|รับ|พิชิต|ซิว)(?:การ)?(?:ประดับ|รางวัล|จัดอันดับ|คัดเลือก|แนะนำ|บรรจุ(?:ชื่อ)?|เลือก|ยกย่อง)?(?:ให้)?"
    r"(?:เป็น|อยู่|ติด(?:อันดับ|โผ)?|เข้าสู่)?(?:ใน)?(?:รายชื่อ|ลิสต์|ทำเนียบ|คู่มือ|กลุ่ม)?"
    r"|ติด(?:อยู่ใน)?(?:อันดับ|โผ|ทำเนียบ|ลิสต์|รายชื่อ)|(?:ขึ้น|เข้า|ก้าวสู่|เข้าสู่|จารึก)(?:ใน|สู่)?(?:ทำเนียบ|โผ|ลิสต์))"
    r"(?:(?:หนึ่ง|1)[ ]?ใน)?(?:ใน|ของ)?(?:รายชื่อ|กลุ่ม)?[ ]?(?:ดาว[ ]?(?:มิชลิน|Michelin|MICHELIN)(?:[ ]?(?:สตาร์"
    r"|Stars?))?[ ](?:ระดับ[ ]?)?)?[“\"‘']?$"
)
_OF_LISTS, _LISTS = frozenset({ENROLLED, GRADE}), 60
# a rank or a prize that such a verb may have for its object
_GOT = frozenset(
    {"level.runner", "level.first", "level.english", "level.medal", "level.champion", "level.place", "level.praise"}
    | {"award.superlative", "award.of_the_year", "award.latin", "category.listed"}
)
# กระทรวง ก |ประกาศยกย่อง| นาย ข เป็น
_HONOURS = Ending(
    sought(
        r"(?<!ได้รับ)(?<!รับ)(?<!ได้รับการ)(?<!ถูก)(?<!ผู้)"
        r"(?:ยกย่อง(?:เชิดชู(?:เกียรติ)?)?|เชิดชู(?:เกียรติ)?|(?:คัด)?เลือก|ประกาศ(?:เกียรติคุณ)?|โหวต|สถาปนา|ขนานนาม|มีมติ(?=ให้)|ยก(?=ให้)|จัด(?:อันดับ)?(?=ให้))"
        r"(?:ให้(?:แก่|กับ)?|แก่)?[ ]?(?:[“\"‘'](?:[ก-๎A-Za-z ]{1,20}[”\"’'][ ]?)?)?$"
    ),
    "ยกย่อง|เชิดชู|เกียรติ|เลือก|ประกาศ|เกียรติคุณ|โหวต|สถาปนา|ขนานนาม|มีมติ|ให้|แก่|กับ|“|”|\"|‘|’|'",
)
# นาย ข ผู้กำกับภาพยนตร์ |เป็น|ศิลปินแห่งชาติ
_AS = re.compile(r"(?P<who>[”\"’']?[ ]?[^\n:]{0,60}?)(?P<as>(?:ให้)?เป็น)[ ]?[“\"]?")
_VERB_WITHIN = re.compile(r"ได้|มอบ|รับ|จัด|กล่าว|โดย|ซึ่ง|และ|เพื่อ")
_CONGRATULATES = Words("ยินดี")
# ยินดีกับนาย ก |กับ|รางวัล ข · ยินดีกับนาย ก| นักศึกษาชั้นปีที่ 2 |กับ|รางวัล ข
_ON = re.compile(
    r"(?P<who>[ ](?!กับ)(?:(?!ได้|คว้า|รับ|มอบ|โดย|ซึ่ง|และ|เพื่อ|(?<!ปี)ที่|ในโอกาส)[^\n“”\"]){2,90}?)?"
    r"[ ]{0,2}(?P<on>(?:กับ|สำหรับ|เจ้าของ)[ ]?)?(?:ตำแหน่ง)?"
)
# … รางวัล ข |และ|นาย ค รางวัล ง
_AND = re.compile(r"(?:และ|,|พร้อมด้วย|รวมถึง)[ ]?(?:ทีม|คุณ)?[ ]?[“\"]?$")
_PRIZES = frozenset({"award.named", "award.quoted", "award.gazetteer", "level.named"})
# characters between those who are congratulated and what they have won; from the congratulation on; of titles before a name
_ON_WHAT = 100
_SO_FAR = 400
_TITLES = 30


def shaped_verbs(findings: Findings, taken: set[int]) -> list[Hit]:
    """Verbs of receiving by shape alone, none where one of `taken` begins."""
    verbs: dict[int, Hit] = {}
    for found in (
        numbered_verbs(findings),
        got_verbs(findings),
        _owned(findings),
        _counted(findings),
        _named(findings),
        _listed_in(findings),
        _in_brackets(findings),
        _congratulated_on(findings),
        _ranked_behind(findings),
        _got_parts(findings),
        _comes_first(findings),
        _vouched_for(findings),
        exemplified(findings),
    ):
        for hit in found:
            if hit.start not in taken:
                verbs.setdefault(hit.start, hit)
    return list(verbs.values())


# กรม ก |เข้ารับ |“รางวัล ข”, นาย ค |รับ |รางวัล ง: a mark or blank parts the verb from its prize
_PARTED = re.compile(
    r"(?:(?<![ก-๎])รับ|(?<!เพื่อ)(?<!จะ)(?<!การ)(?<!งาน)(?<!พิธี)(?<!ขอ)(?<!เตรียม)(?<!ผู้)(?<!เชิญ)(?<!มา)(?:เข้า|ขึ้น)รับ)"
    r"(?:[ ]?[“\"‘']|[ ])$"
)
# บริษัท ก ตอกย้ำความเป็นผู้นำ |ด้วย|รางวัล ข
_SHOWN_BY = re.compile(
    r"(?<!จะ)(?<!เพื่อ)(?<!เตรียม)(?<!มุ่ง)(?<!หวัง)(?<!ต้องการ)(?<!พร้อม)"
    r"(?:ตอกย้ำ|ยืนยัน|การันตี|พิสูจน์|สะท้อน|รับประกัน|การยอมรับ)(?!ว่า)(?:(?!จะ|เพื่อ|และ|ด้วย)[^\n“”\"]){0,60}?(?P<by>(?:ด้วย|จาก|ผ่าน)[ ]?)\Z"
)
_BY = ("ด้วย", "จาก", "ผ่าน")
_MARKS = " \n“\"‘'"


def numbered_verbs(findings: Findings) -> Iterator[Hit]:
    """Verbs that take so many prizes, or one in marks: |รับ 2 |รางวัล, |เข้ารับ |“รางวัล ก”."""
    text = findings.text
    for place in _PRIZE_WORD.find(text):
        before = text[max(0, place - 34) : place]
        word = before.rstrip(_MARKS)
        if word[-1:].isdecimal():
            numbered = _NUMBERED.search(before)
        else:
            numbered = _PARTED.search(before) if len(word) < len(before) and word.endswith("รับ") else None
        if word.endswith(_BY):
            shown = _SHOWN_BY.search(text, max(0, place - 90), place)
            if shown is not None:
                yield Hit(shown.start("by"), place, WINS)
            continue
        if numbered is not None:
            yield Hit(place - len(numbered.group()), place, WINS)


def got_verbs(findings: Findings) -> Iterator[Hit]:
    """Verbs that a rank or prize behind them makes one of receiving: ทีมนาดี |ได้|รองชนะเลิศ."""
    for label in findings.labels:
        if label.rule == "level.ranked":
            ranked = _IS_RANKED.search(findings.text, max(0, label.outer - 130), label.outer)
            if ranked is not None:
                yield Hit(ranked.start(), ranked.end("verb"), WINS)
                continue
            yield Hit(_IS_PLACED.search(findings.text, max(0, label.outer - 24), label.outer).start(), label.outer, WINS)  # type: ignore[union-attr]  # it ends in nothing at the least
            continue
        if label.rule == "award.latin" and findings.text.endswith("Ratings", label.start, label.end):
            rated = _IS_RATED.search(findings.text, max(0, label.outer - 70), label.outer)
            if rated is not None:
                yield Hit(rated.start(), label.outer, WINS)
            continue
        pattern = _GETS if label.rule in _GOT else _IS_LISTED if label.rule in _OF_LISTS else _OF_TITLES.get(label.rule)
        if pattern is None:
            continue
        gets = pattern.search(findings.text, max(0, label.outer - (_LISTS if label.rule in _OF_LISTS else 24)), label.outer)
        if (
            gets is None
            and label.rule == "award.latin"
            and findings.text.endswith((*_BY, "ด้วย ", "จาก ", "ผ่าน "), 0, label.outer)
        ):
            shown = _SHOWN_BY.search(findings.text, max(0, label.outer - 90), label.outer)
            if shown is not None:
                yield Hit(shown.start("by"), label.outer, WINS)
            continue
        if gets is None and label.rule == "level.first":
            gets = _SENT.search(findings.text, max(0, label.outer - 24), label.outer)
        if gets is not None and not (label.rule == "award.latin" and _SO_MANY_BODIES.match(findings.text, label.until)):
            yield Hit(gets.start(), label.outer, WINS)


# ขณะที่กรม ก |ได้|ระดับดี · บริษัท ข |คว้า|ประเภทผู้ส่งออกยอดเยี่ยม
_GETS_PART = re.compile(r"[”\"']?(?:[ ]?\([^()\n]{1,40}\))?[ ]?(?:ก็|ยัง|สามารถ)?(?P<gets>ได้(?:รับ)?|คว้า|ซิว|ครอง|รับ)(?:ใน)?[ ]?")
_PART_RULES = frozenset({"level.named", "level.reach"})


def _got_parts(findings: Findings) -> Iterator[Hit]:
    """Verbs between a party and the tier or class that it has won: ขณะที่กรม ก |ได้|ระดับดี."""
    text = findings.text
    outers = {label.outer for label in findings.labels if label.kind in {"branch", "category"} or label.rule in _PART_RULES}
    if not outers:
        return
    for party in findings.parties:
        gets = _GETS_PART.match(text, party.end) if party.role not in {"superior", "member"} else None
        if gets is not None and (gets.end() in outers or gets.start("gets") in outers):  # a tier's label begins with ได้
            party.role = "plain"
            yield Hit(gets.start("gets") - 1, gets.end("gets"), WINS)


def _owned(findings: Findings) -> Iterator[Hit]:
    """Where somebody is said to have a prize: อารีย์ นาคำ |เจ้าของ 3 |เหรียญทอง."""
    outers = {label.outer for label in findings.labels if label.kind in {"award", "level", "category"}}
    outers |= {label.start for label in findings.labels if label.kind in {"award", "category"}}
    for place in _OWNER.find(findings.text):
        owns = _OWNS.match(findings.text, place)
        if findings.text.startswith("อดีต", place - 4):
            continue  # the name stands behind
        if owns is not None and (owns.end() in outers or owns.end("has") in outers):
            yield Hit(place, owns.end("has"), WINS)


# ร้าน ก |มี|รางวัล ข| ปี 2566 เป็นเครื่องการันตี
_HAS = "มี"
_VOUCHES = re.compile(
    r"(?:[ ]?(?:ประจำ)?ปี[ ]?(?:พ\.ศ\.[ ]?)?\d{4})?(?:[ ]?จาก[ก-๎A-Za-z ]{3,50}?)?"
    r"[ ]?(?:มา)?(?:เป็น(?:เครื่อง|สิ่ง|ตัว))?(?:การันตี|ยืนยัน|รับประกัน)"
)


def _vouched_for(findings: Findings) -> Iterator[Hit]:
    """Where a prize that somebody has vouches for him: ร้าน ก |มี|รางวัล ข การันตี."""
    text = findings.text
    for label in findings.labels:
        start = label.outer - len(_HAS)
        if label.kind == "award" and text.startswith(_HAS, start) and _VOUCHES.match(text, label.until) is not None:
            yield Hit(start, label.outer, WINS)


def _counted(findings: Findings) -> Iterator[Hit]:
    """Where medals are counted behind whose they are: ผลงานจากอารีย์ นาคำ |2 |เหรียญทอง 1 เหรียญเงิน."""
    text = findings.text
    medals = [
        label.outer for label in findings.labels if label.rule == "level.medal" and not _OF_THE_NEXT.match(text, label.until)
    ]
    if not medals:
        return
    medals.sort()
    for party in findings.parties:
        at = bisect_left(medals, party.end)
        if party.kind == "person" and at < len(medals) and _COUNTED.fullmatch(text, party.end, medals[at]):
            party.role = "plain"  # จาก before the name tells whose they are
            yield Hit(party.end, medals[at], COUNTS)


def _listed_in(findings: Findings) -> Iterator[Hit]:
    """Where each of a row is told in which prize: ได้แก่ นาย ก |ใน|รางวัล A และนาย ข |ใน|รางวัล B."""
    ends = {party.end for party in findings.parties if party.role == "listed" and party.kind in {"person", "team"}}
    for label in findings.labels:
        start = label.outer - len("ใน")
        if label.kind == "award" and findings.text.startswith("ในรางวัล", start) and ends & {start, start - 1}:
            yield Hit(start, label.outer, WINS)


def _in_brackets(findings: Findings) -> Iterator[Hit]:
    """Where what somebody has won stands in brackets behind the name: นาย ก |(|รางวัลชนะเลิศการประกวด ข)."""
    text = findings.text
    ends = {party.end for party in findings.parties if party.kind in {"person", "team"}}
    for label in findings.labels:
        start = label.outer - 1
        beside = label.rule in _GOT and text.startswith("(รางวัล", start) and ends & {start, start - 1}
        if beside and ")" in text[label.until : label.until + 80].partition("\n")[0]:
            yield Hit(start, label.outer, WINS)


def _congratulated_on(findings: Findings) -> Iterator[Hit]:
    """Where those who are congratulated have what they won right behind them: ยินดีกับนาย ก |กับ|รางวัล ข และนาย ค |รางวัล ง."""
    text = findings.text
    prizes = sorted(label.outer for label in findings.labels if label.rule in _GOT or label.rule in _PRIZES)
    if not prizes or not _CONGRATULATES.find(text):
        return
    starts = [party.start for party in findings.parties]
    for party in findings.parties:
        at = bisect_left(prizes, party.end)
        if party.role in {"superior", "member"} or at >= len(prizes) or prizes[at] - party.end > _ON_WHAT:
            continue
        gap = _ON.fullmatch(text, party.end, prizes[at])
        if gap is None:
            continue
        if gap["who"] and (not gap["on"] or bisect_right(starts, party.end) < bisect_left(starts, prizes[at])):
            continue
        line = max(text.rfind("\n", 0, party.start) + 1, party.start - _SO_FAR)
        told = CONGRATULATED.search(text, line, party.start)
        if told is None or (party.start - told.end() > _TITLES and _AND.search(text, told.end(), party.start) is None):
            continue
        yield Hit(gap.start("on") if gap["on"] else party.end, prizes[at], WINS)


# a contest's ranks that may stand right behind whose they are
_RANKS = frozenset({"level.first", "level.runner", "level.praise"})
# ปรากฏว่า|โรงเรียน ก ชนะเลิศ · โรงเรียน ก ชนะเลิศ |และ|โรงเรียน ข รองชนะเลิศ: where such a row begins, or goes on
_ROW_BEGINS = re.compile(r"(?:(?<!กล่าว)(?<!เผย)ว่า|ดังนี้|โดย|ส่วน|ขณะที่|[:：])[ ]*(?:ทีม)?[ ]?[“\"]?$")
_ROW_GOES_ON = re.compile(r"[ ]*(?:,|และ|ส่วน|ขณะที่)?[ ]*(?:ทีม)?[ ]?[“\"]?")
# ทีม ก| จากจังหวัด ข |ชนะเลิศ, ทีม ก||ชนะเลิศ: from whose name to the rank
_RANK_NEXT = re.compile(r"(?:[ ]?จาก[ ]?(?:จ\.|อ\.|ต\.|จังหวัด|อำเภอ|ตำบล|ชุมชน|บ้าน|วัด|ประเทศ)[ ]?[ก-๎]{2,24})?[ ]{0,2}")
# การแข่งขัน ก| ประจำปี 2566 |ทีม ข ชนะเลิศ: from a contest to the first of its winners
_CONTEST_NEXT = re.compile(
    r"[ ]{1,2}(?:(?:ครั้งที่[ ]?\d{1,3}|(?:ประจำ)?ปี(?:การศึกษา)?[ ]?(?:พ\.ศ\.[ ]?)?\d{4})[ ]{1,2}){0,2}"
    r"(?:ผล(?:การแข่งขัน|การประกวด)?[ ])?"
)
# รองชนะเลิศ| ได้แก่ …: a rank that heads those behind it
_HEADS = re.compile(r"[ ]*(?:ได้แก่|คือ|[:：–-]|เป็นของ|ตกเป็น|จำนวน|มี|ผลงาน|โครงการ|ได้รับ|\d|[“\"])")


def _ranked_behind(findings: Findings) -> Iterator[Hit]:
    """Where the ranks of a row stand behind those who have them: ปรากฏว่า โรงเรียน ก |ชนะเลิศ โรงเรียน ข |รองชนะเลิศ."""
    text = findings.text
    ranks = sorted((label.outer, label.until) for label in findings.labels if label.rule in _RANKS)
    contests = sorted(label.until for label in findings.labels if label.rule == "award.contest")
    until = -1  # of the last rank of the row
    for party in findings.parties:
        at = bisect_left(ranks, (party.end, 0))
        if at >= len(ranks) or party.role in {"superior", "member", "giver"} or party.kind == "place":
            continue
        outer, end = ranks[at]
        if _RANK_NEXT.fullmatch(text, party.end, outer) is None or _HEADS.match(text, end):
            continue
        goes_on = until >= 0 and _ROW_GOES_ON.fullmatch(text, until, party.start) is not None
        opens = _ROW_BEGINS.search(text, max(0, party.start - 24), party.start)
        if opens is not None and opens.group().startswith("โดย"):
            first = bisect_left(ranks, (text.rfind("\n", 0, party.start), 0))
            opens = opens if ranks[first][0] > party.start else None  # รางวัลชนะเลิศ ผลงาน … โดย|นาย ก รองชนะเลิศ …
        told = bisect_right(contests, party.start)
        if goes_on or opens is not None or (told and _CONTEST_NEXT.fullmatch(text, contests[told - 1], party.start)):
            party.role = "plain"
            until = end
            yield Hit(party.end, outer, WINS)


def _named(findings: Findings) -> Iterator[Hit]:
    """Where somebody is named something, told of the one who names: ประกาศยกย่องนาย ก |เป็น|ศิลปินแห่งชาติ."""
    text = findings.text
    outers = {label.outer for label in findings.labels if label.kind == "award"}
    outers |= {label.start for label in findings.labels if label.kind == "award"}
    for party in findings.parties:
        if _HONOURS.search(text, max(0, party.start - 30), party.start) is None:
            continue
        named = _AS.match(text, party.end)
        if named is None or named.end() not in outers:  # with what the bearer is, told behind the name
            named = _AS.match(text, party.name.end)
        if named is not None and named.end() in outers and _VERB_WITHIN.search(named["who"]) is None:
            yield Hit(named.start("as"), named.end(), WINS)


# โรงเรียน ก |ชนะเลิศ| ถ้วยพระราชทานฯ จากการประกวด ข
_AT_CONTEST = re.compile(
    r"[ ]?(?:(?:ได้)?(?:รับ)?(?:ถ้วย|โล่)(?:(?!ชนะ|ได้รับ|คว้า|ได้แก่|คือ)[^\n“”:]){0,110}?)?[ ]?"
    r"(?:(?:จาก|ใน)(?:การ(?:ประกวด|แข่งขัน)|เวที|รายการ|ศึก)|การ(?:ประกวด|แข่งขัน))"
)


def _comes_first(findings: Findings) -> Iterator[Hit]:
    """Where somebody at the beginning of a line comes first, told by the rank alone: โรงเรียน ก |ชนะเลิศ| จากการประกวด ข."""
    text = findings.text
    firsts = {label.outer: label for label in findings.labels if label.rule == "level.first" and label.outer == label.start}
    for party in findings.parties:
        first = firsts.get(party.end + 1)
        if first is None or text[party.end] != " " or party.kind == "place" or party.role in {"superior", "member", "giver"}:
            continue
        if text[party.start - 1 : party.start] in {"", "\n"} and _AT_CONTEST.match(text, first.until):
            yield Hit(first.outer, first.outer, WINS)
