"""Whether a year or edition is an award's where it stands, or an event's, a plan's, or that of what is told next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.collector_words import OF_A_GIVER
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.draft import Draft
    from extractor.match.label import Label

# an event around the award, which has its own number: ในงานสัมมนา… ครั้งที่ 39
AROUND = re.compile(r"งาน|สัมมนา|ประชุม|มหกรรม|เทศกาล|สัปดาห์|สมัชชา")
# การแข่งขัน ก| รุ่นอายุไม่เกิน 16 ปี ชิงชนะเลิศแห่งประเทศไทย |ครั้งที่ 9
_OF_CLASS = re.compile(r"[ ]*(?:รุ่น|ประเภท|ชิง)(?:(?!รางวัล|ได้รับ|คว้า)[^\n,;“”]){3,90}")
# before a year that is an event's or a plan's, or in which something began: งานประชุมวิชาการ ประจำปี 2566
OTHER_YEAR = sought(
    r"(?:ประชุม|สัมมนา|มหกรรม|เทศกาล|แผน|ระยะ|ฉบับ|พระราช|พ\.ร\.[บกฎ]|ตั้งแต่|นับแต่|เมื่อ(?=[ ]?[^ \n])"
    r"|Festival|Fair|Expo|Summit|Forum|Congress"
    r"|Conference)(?:(?!\d{4})[^\n]){0,40}$|\d[ ]?[-–][ ]?$"
)
# before the first year of many: จัดมาตั้งแต่ปี 2550
SINCE = re.compile(
    r"(?:ตั้งแต่|นับแต่|นับจาก|ครั้งแรก(?:เมื่อ|ใน)?|ริเริ่ม(?:เมื่อ|ใน)|ก่อตั้ง(?:ขึ้น)?(?:เมื่อ|ใน))"
    r"[ ]?(?:ปี[ ]?)?(?:พ\.[ ]?ศ\.[ ]?)?$"
)
# before the year of a prize that is told of in passing: ทั้งนี้ นาย ก |เคย|ได้รับรางวัล ข เมื่อปี 2560
_IN_PASSING = re.compile(r"(?:เคย|ก่อนหน้า|ย้อน(?:กลับ)?ไป|ครั้ง(?:ก่อน|สุดท้าย|ที่แล้ว)|ปี(?:ก่อน|ที่แล้ว))[^\n]{0,90}\Z")
# before the year of a day that is kept: ในงานวันดินโลก ประจำปี 2566
_OF_A_DAY = re.compile(r"(?:ในงาน|เนื่องใน(?:โอกาส)?(?:งาน)?)วัน(?!ที่)[ก-๎ ]{3,50}\Z")
# รางวัล ก |จากสมาคม ข ในพระบรมราชูปถัมภ์| ประจำปี 2566
_OF_THE_GIVER = re.compile(rf"(?:{OF_A_GIVER.pattern})(?:(?!ได้รับ|คว้า|รางวัล|มอบ|เพื่อ|ซึ่ง|เมื่อวัน)[^\n,]){{0,70}}")
_BRACKETED = re.compile(r"\([^()\n]{1,80}\)")


# รางวัล ก |และใน|ปี 2563| เปิดหลักสูตรใหม่: when something else was done
_NEXT_CLAUSE = re.compile(
    r"(?:และ|ต่อมา|จากนั้น|ขณะที่|ส่วน|สำหรับ|แต่|ก่อนที่)[ ]?(?:ใน|เมื่อ)?(?:ช่วง)?(?:ปี|ฤดูกาล)?[ ]?(?:พ\.[ ]?ศ\.[ ]?)?\Z"
)
_CLAUSE = re.compile(r"[ ]?(?:นี้|ที่ผ่านมา)?[ ](?!ได้แก่|คือ|ด้วย|จาก|โดย|ซึ่ง|ณ[ ]|ที่|ระดับ|ประเภท|สาขา|รวม|และ|ตามลำดับ|อีก)[ก-ฮเ-ไA-Z“]")


def of_next_clause(text: str, label: Label) -> bool:
    """Whether a year tells when something was done that is told next, and not when the prize before it was won."""
    if _NEXT_CLAUSE.search(text, max(0, label.outer - 16), label.start) is None:
        return False
    return _CLAUSE.match(text, label.until) is not None


def gap_width(text: str, begin: int, end: int) -> int:
    """Characters between an award and its year, but for an English name in brackets."""
    width = end - begin
    return width - sum(len(match.group()) for match in _BRACKETED.finditer(text, begin, end)) if width <= 120 else width


# รางวัล Audience Award |จากเทศกาลภาพยนตร์ Mekong Film Festival| 2024: of a festival's prizes the year is the festival's
_AT_FESTIVAL = re.compile(r"[ ]?(?:จาก|ใน|บน|ณ)?[ ]?(?:งาน|เวที)?เทศกาล(?:ภาพยนตร์|หนัง|ดนตรี)?[^\n()]{3,60}")


def in_passing(text: str, label: Label) -> bool:
    """Whether a year is told of what was won at another time: it holds for nothing else that the article tells."""
    return _IN_PASSING.search(text, max(0, label.outer - 100), label.outer) is not None


def of_a_day(text: str, label: Label) -> bool:
    """Whether a year is that of the day that an award is given on, as it is kept each year."""
    return label.rule == "year.annual" and _OF_A_DAY.search(text, max(0, label.outer - 60), label.outer) is not None


# การประกวดซุ้มประตู| งานลอยกระทง จังหวัดแพร่| ปี 2566: a contest is held anew at each fair
_AT_FAIR = re.compile(r"[ ](?:ใน)?(?:งาน|เทศกาล|ประเพณี)(?:(?!รางวัล|ได้รับ|คว้า|ประชุม|สัมมนา|โดย|ซึ่ง)[^\n,;“”()\d]){3,70}")


# ในปี 2565 |มีผู้ที่ได้รับการเชิดชูเป็น… ทั้งสิ้น 5 ราย
_HAS_WINNERS = re.compile(
    r"[ ]?(?:นี้|ที่ผ่านมา)?[ ]?มี[ก-๎]{0,24}[ ]?(?:\d{1,3}[ ]?[ก-๎]{2,8})?(?:ที่"
    r"|ซึ่ง)?(?:ได้รับ|ผ่าน)(?:การ)?(?:เชิดชู|ยกย่อง|คัดเลือก|ประกาศ|รางวัล|เลือก)"
)


def year_belongs(text: str, label: Label, draft: Draft, next_verb: int | None) -> bool:
    """Whether a year or edition is the award's: written right after its name or parts, or right before them.

    Args:
        text: the clean text.
        label: the year or edition.
        draft: what has been collected so far.
        next_verb: where the next verb of receiving begins, if one follows.
    """
    if label.kind == "edition":
        award = draft.labels.get("award")
        gap = "\n" if award is None else text[award.until : label.outer]
        return (
            (len(gap) <= 40 or _OF_CLASS.fullmatch(gap) is not None)
            and "\n" not in gap
            and not AROUND.search(gap)
            and award is not None
            and award.until <= label.outer
        )
    if SINCE.search(text[max(0, label.outer - 30) : label.outer]) or of_a_day(text, label):
        return False
    if of_next_clause(text, label) and "award" in draft.own:
        return False
    nearest = max((other.until for other in draft.labels.values() if other.until <= label.start), default=-99)  # ครูแห่ง|ปี 2564
    if nearest >= draft.since - 2 and nearest >= 0:
        if gap_width(text, nearest, label.outer) <= 30:
            return True
        if label.rule != "year.bare" and _OF_THE_GIVER.fullmatch(text, nearest, label.outer):
            return True
        if label.rule != "year.bare" and _AT_FAIR.fullmatch(text, nearest, label.outer):
            return True
        if label.rule == "year.bare" and _AT_FESTIVAL.fullmatch(text, nearest, label.outer):
            return True
    if label.rule != "year.bare" and _HAS_WINNERS.match(text, label.until):
        return True
    line_start = text.rfind("\n", 0, label.outer) + 1
    line_end = text.find("\n", label.outer)
    if (line_end if line_end >= 0 else len(text)) - line_start < 40:
        return True
    return (
        label.rule != "year.bare"
        and not OTHER_YEAR.search(text[max(0, label.outer - 60) : label.outer])
        and next_verb is not None
        and next_verb - label.until <= 60
        and "\n" not in text[label.until : next_verb]
    )


# รางวัล ก และใน|ปี 2567| ได้รับรางวัล ข · … ของนาย ก |ปี 2567| ได้แก่ เรื่อง ข
_NEXT_YEAR = re.compile(r"(?:และ|ต่อมา|จากนั้น|ถัดมา|ล่าสุด|กระทั่ง|ส่วน|,)[ ]?(?:ใน|เมื่อ)?[ ]?$")
# … และปี 2562| โรงเรียนนาดี ก็|ได้รับรางวัล ข
_NEXT_WINNER = re.compile(
    r"[ ](?:(?!รางวัล|ได้แก่|คือ[ ]|และ|โดย|ซึ่ง|จาก|[ ]ที่)(?:[^\n,;“”\d]|“[^“”\n]{1,40}”)){3,60}?[ ]?(?:ก็|ยัง|จึง)?[ ]?"
)
# … และปี 2562| โรงเรียนนาดี ได้รับ
_TAKES_THEN = re.compile(rf"{_NEXT_WINNER.pattern}(?:ได้|คว้า|ซิว|ครอง|ชนะ|เป็นผู้)")
_OF_YEAR = re.compile(r"[ ]*(?:ได้แก่|คือ[ ]|เป็นของ|:)")


# ได้รับรางวัล ก ประจำปี 2562 ใน|พิธีมอบ|รางวัล ก ครั้งที่ 19 ประจำปี 2563
_AT_GIVING = re.compile(r"(?:พิธี|งาน)(?:การ)?(?:มอบ|ประกาศ|รับ)?(?:ผล)?(?:โล่)?(?:รางวัล)?[ ]?[“\"]?$")
# characters before a year within which the award stands whose it is
_OWN_AWARD = 60


def of_the_giving(text: str, label: Label, draft: Draft) -> bool:
    """Whether a date is the ceremony's at which a prize with a year of its own was handed over: … ในพิธีมอบรางวัล ก ปี 2563."""
    award, year = draft.labels.get("award"), draft.labels.get("year")
    if award is None or year is None or not draft.verb or not {"award", "year"} <= draft.own:
        return False
    if not year.until <= award.outer < label.outer or _AT_GIVING.search(text, max(0, award.outer - 24), award.outer) is None:
        return False
    name = text[award.start : award.end].removeprefix("รางวัล").strip()
    return text.find(name, max(0, year.outer - _OWN_AWARD - len(name)), year.outer) >= 0


# รางวัล ก ประจำปี 2562| และ|ประจำปี 2564
_JOINS_YEAR = re.compile(r"[ ]?(?:,[ ]?)?(?:และ|,)[ ]?(?:ใน|เมื่อ)?[ ]?")


def joins(text: str, label: Label, draft: Draft) -> bool:
    """Whether a year is joined to the one in hand, whose prize was won again: รางวัล ก ประจำปี 2562 และ|ประจำปี 2564."""
    year = draft.labels.get("year")
    if label.kind != "year" or year is None or "year" not in draft.own or "award" not in draft.own:
        return False
    return _JOINS_YEAR.fullmatch(text, year.until, label.outer) is not None


def begins_next_winner(text: str, label: Label, next_verb: int | None) -> bool:
    """Whether behind a year another winner's name stands, and right behind it a verb of receiving."""
    return next_verb is not None and _NEXT_WINNER.fullmatch(text, label.until, next_verb) is not None


def heads_next(text: str, at: int) -> bool:
    """Whether behind a year, which ends at `at`, another winner stands who takes a prize of that year."""
    return _TAKES_THEN.match(text, at) is not None


def begins_next(text: str, label: Label, draft: Draft, next_verb: int | None) -> bool:
    """Whether a year is that of what is told next, by a verb right behind it or as the head of the next winner of a row."""
    award = draft.labels.get("award")
    if award is None:
        return False
    if (
        next_verb is not None
        and (next_verb - label.until <= 12 or begins_next_winner(text, label, next_verb))
        and "\n" not in text[label.until : next_verb]
        and _NEXT_YEAR.search(text, max(0, label.outer - 14), label.outer)
    ):
        return True
    told = draft.recipient or draft.work
    return (
        told is not None and award.until <= told.start < told.end <= label.outer and _OF_YEAR.match(text, label.until) is not None
    )
