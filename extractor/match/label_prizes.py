"""Prizes known by how they are listed: คว้า 2 รางวัล ได้แก่ “ธนาคารแห่งปี” และ “บริการยอดเยี่ยม” · รางวัลเชิดชูเกียรติ ผู้แต่งเพลง ได้แก่ …."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Words
from extractor.match.label import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# 2 รางวัลใหญ่จากเวที ก| ได้แก่ |“
_OPENS = Anchored(
    re.compile(
        r"รางวัล(?!ละ)(?:[^\n“”\"]{0,60}?)(?:ได้แก่|คือ|ประกอบด้วย|แบ่งเป็น|ดังนี้)[ ]*:?[ ]*"
        r"(?:(?:รางวัล)?สาขา[ ]?|(?:รางวัล)?ประเภท[ ]?|\(?1[.)]\)?[ ]*|รางวัล[ ]?)?(?=[“\"])"
    ),
    "รางวัล",
)
_NUMBER = re.compile(r"\d{1,2}[ ]?$")
# “ธนาคารแห่งปี| 2565|”
_NAME = re.compile(
    r"[“\"][ ]?(?:รางวัล)?(?P<name>(?!(?:รอง)?ชนะเลิศ|เหรียญ|รางวัล|ผลงาน|โครงการ)[^“”\"\n]{6,120}?)"
    r"(?:[ ]?(?:(?<!แห่ง)ปี[ ]?|ประจำปี[ ]?)?(?:19|20|25)\d\d)?[ ]?[”\"]"
)
_NEXT = re.compile(
    r"[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:ประจำปี[ ]?\d{4}[ ]*)?(?:,|และ|,[ ]?และ)[ ]*"
    r"(?:(?:รางวัล)?(?:สาขา|ประเภท)?[ ]?)?(?:\(?\d{1,2}[.)]\)?[ ]*)?(?=[“\"])"
)
# what only a prize is called by
_EXCELS = re.compile(r"ยอดเยี่ยม|ดีเด่น|แห่งปี|ดีที่สุด|ยอดนิยม|^(?:The[ ])?Best[ ]|of the Year|Of The Year|Awards?$")
_MOST = 12


def quoted_prizes(text: str) -> Iterator[Label]:
    """The prizes of each such list, as categories without their years; a list of works has none.

    >>> text = "คว้า 2 รางวัล ได้แก่ “โรงแรมแห่งปี 2565” และ “ครัวยอดเยี่ยม”"
    >>> [text[label.start:label.end] for label in quoted_prizes(text)]
    ['โรงแรมแห่งปี', 'ครัวยอดเยี่ยม']
    """
    for opener in _OPENS.finditer(text):
        if _NUMBER.search(text, max(0, opener.start() - 4), opener.start()) is None and not _so_many(opener.group()):
            continue
        at, found = opener.end(), 0
        while found < _MOST and (item := _NAME.match(text, at)) is not None and _EXCELS.search(item["name"]):
            yield Label("category", *item.span("name"), "category.listed", item.start("name"), item.end())
            found += 1
            more = _NEXT.match(text, item.end())
            if more is None:
                break
            at = more.end()


_COUNT = re.compile(r"\d{1,2}[ ]?(?:รางวัล|สาขา|ประเภท|ด้าน)")


def _so_many(opened: str) -> bool:
    """Whether the words between รางวัล and the list count the prizes: รางวัลเกียรติยศอีก 2 รางวัล."""
    return _COUNT.search(opened) is not None


# |ระดับมรกต| 2 รางวัล คือ …, |Hall of Honour| 3 รางวัล แก่ …: what of a prize is counted before its winners
_PRIZE = Words("รางวัล")
_COUNTED = re.compile(
    r"(?:(?<!ป)ระดับ[ ]?(?P<level>"
    r"(?!นี้|ต่าง|ที่|ละ|ประเทศ|ชาติ|ภาค|จังหวัด|เขต|โลก|อำเภอ|ตำบล|โรงเรียน|มัธยม|ประถม|อุดม|นานาชาติ|ภูมิภาค)[ก-๎]{2,20})"
    r"|(?<![A-Za-z])(?P<name>[A-Z][\w'’&.-]*(?:[ ](?:[A-Z0-9&][\w'’&.-]*|of|the|for|in|and)){1,6}))"
    r"[ ]?(?:(?:อีก|มี)?(?:จำนวน|ทั้งหมด|รวม)?[ ]?)\d{1,3}[ ]?$"
)
_PROGRAMME = re.compile(r"(?:Awards?|AWARDS?|Prizes?|Cup|Challenge|Contest|Competition|Festival|Games)[ ]")
_WINNERS_NEXT = re.compile(r"รางวัล[ ]*(?:คือ|ได้แก่|ประกอบด้วย|(?:มอบ)?(?:ให้)?(?:แก่|กับ)|:)")
# characters before the word within which what is counted stands
_BEFORE = 60


def counted_prizes(text: str) -> Iterator[Label]:
    """Tiers and sub-awards that are counted right before their winners: ระดับมรกต 2 รางวัล คือ ….

    >>> text = "ระดับมรกต 1 รางวัล คือ โรงงาน ก ระดับหยก 2 รางวัล คือ โรงงาน ข"
    >>> [(label.kind, text[label.start:label.end]) for label in counted_prizes(text)]
    [('level', 'มรกต'), ('level', 'หยก')]
    """
    for place in _PRIZE.find(text):
        if _WINNERS_NEXT.match(text, place) is None:
            continue
        counted = _COUNTED.search(text, max(text.rfind("\n", 0, place) + 1, place - _BEFORE), place)
        if counted is None or _PROGRAMME.search(counted.group()) is not None:
            continue
        kind: Kind = "level" if counted["level"] else "category"
        span = counted.span("level" if counted["level"] else "name")
        yield Label(kind, *span, f"{kind}.counted", counted.start(), span[1])


# รางวัล|เชิดชูเกียรติ ผู้รักษาเพลงพื้นบ้าน| ได้แก่ นาง ก
_HONOUR = Anchored(
    re.compile(
        r"(?<!\d[ ])(?<!\d)รางวัล(?P<name>(?:เชิดชูเกียรติ|เกียรติยศ|เกียรติคุณ"
        r"|พิเศษ)[ ](?!ด้วย|จำนวน|ประจำ|ครั้ง|ปี|ได้แก่|คือ|รวม|\d|จาก|แก่|ให้|ใน|และ)"
        r"[ก-ฮเ-ไ][ก-๎A-Za-z-]{5,70})[ \n]{1,2}(?:ได้แก่|คือ|เป็นของ)"
    ),
    "รางวัล",
)


_SPECIAL = "พิเศษ "  # รางวัลพิเศษ |ขวัญใจสื่อมวลชน


def honours(text: str) -> Iterator[Label]:
    """The honours that a programme confers on some kind of person each, as categories.

    >>> text = "รางวัลเชิดชูเกียรติ ผู้รักษาเพลงพื้นบ้าน ได้แก่ นางสาวฟ้าใส ทองดี"
    >>> [text[label.start:label.end] for label in honours(text)]
    ['เชิดชูเกียรติ ผู้รักษาเพลงพื้นบ้าน']
    """
    for match in _HONOUR.finditer(text):
        start = match.start("name") + (len(_SPECIAL) if match["name"].startswith(_SPECIAL) else 0)
        yield Label("category", start, match.end("name"), "category.honour", match.start(), match.end("name"))


# คว้า |“5-Star Airline”| จาก Mekong Airline Ratings 2024 · ซิว |“หุ้นแห่งปี” และ “ซีอีโอแห่งปี”| จากเวที ก
_IN_MARKS = (
    r"[“\"](?!รางวัล|โล่|ถ้วย|เหรียญ|(?:รอง)?ชนะเลิศ|แชมป์|\d{1,3}[ ]?รางวัล)[^“”\"\n]{4,70}[”\"]"
    r"(?:[ ]?\([^()\n]{1,50}\))?(?:[ ]?(?:ประจำปี|ปี)[ ]?\d{4})?"
)
_WON_FROM = re.compile(
    r"(?:คว้า|ซิว|กวาด|ครอง|ได้รับ|ได้|รับ)(?:\d[ ]?)?(?:รางวัล)?[ ]?"
    rf"(?P<row>{_IN_MARKS}(?:[ ]?(?:,|และ|,[ ]?และ)[ ]?(?:รางวัล)?[ ]?{_IN_MARKS}){{0,5}})[ ]?"
    r"(?:จาก|ใน|บน)(?:เวที|งาน|รายการ|การประกาศ(?:ผล)?รางวัล|พิธี[ก-๎]{2,20}|การจัดอันดับ)?[ ]?[“\"]?\Z"
)
_MARKED = re.compile(r"[“\"](?P<name>[^“”\"\n]{4,70})[”\"]")
# characters before a programme's name within which the prizes and their verb stand
_FROM = 240


def prizes_from(text: str, awards: Sequence[Label]) -> Iterator[Label]:
    """The prizes in marks that somebody is told to have won from the programme that is named right behind, as categories."""
    for award in awards:
        begin = max(text.rfind("\n", 0, award.outer) + 1, award.outer - _FROM)
        won = _WON_FROM.search(text, begin, award.outer) if _MARKED.search(text, begin, award.outer) is not None else None
        if won is not None:
            for prize in _MARKED.finditer(text, *won.span("row")):
                yield Label("category", *prize.span("name"), "category.sub_award", prize.start("name"), prize.end())


CUP = "category.cup"
"""The rule of a cup that is the prize: รางวัลถ้วยพระราชทาน."""

# รางวัล|ถ้วยพระราชทาน|ฯ ประจำปี 2566: a cup that is the prize, and nothing contested
_CUP = Anchored(
    re.compile(
        r"รางวัล(?P<name>ถ้วย(?:รางวัล)?พระราชทาน)ฯ?"
        r"(?=[ ]*(?:ประจำ|ปี[ ]?\d|จาก|แก่|ให้|จำนวน|ได้แก่|คือ|ระดับ|ด้าน|ประเภท|\n|$))"
    ),
    "รางวัล",
)
_CONTESTED = re.compile(r"(?:ชิง|ลุ้น|ประกวด|แข่งขัน)(?:ชนะ)?[ ]?\Z")


def royal_cups(text: str) -> Iterator[Label]:
    """The cups that the royal family gives for a prize's name, as categories, where they are not contested."""
    for match in _CUP.finditer(text):
        if _CONTESTED.search(text, max(0, match.start() - 12), match.start()) is None:
            yield Label("category", *match.span("name"), CUP, match.start(), match.end())
