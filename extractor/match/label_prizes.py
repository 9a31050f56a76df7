"""Prizes known by how they are listed: คว้า 2 รางวัล ได้แก่ “ธนาคารแห่งปี” และ “บริการยอดเยี่ยม” · รางวัลเชิดชูเกียรติ ผู้แต่งเพลง ได้แก่ …."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.match.anchors import Anchored
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

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


# รางวัล|เชิดชูเกียรติ ผู้รักษาเพลงพื้นบ้าน| ได้แก่ นาง ก
_HONOUR = Anchored(
    re.compile(
        r"(?<!\d[ ])(?<!\d)รางวัล(?P<name>(?:เชิดชูเกียรติ|เกียรติยศ|เกียรติคุณ"
        r"|พิเศษ)[ ](?!ด้วย|จำนวน|ประจำ|ครั้ง|ปี|ได้แก่|คือ|รวม|\d|จาก|แก่|ให้|ใน|และ)"
        r"[ก-ฮเ-ไ][ก-๎A-Za-z-]{5,70})[ \n]{1,2}(?:ได้แก่|คือ|เป็นของ)"
    ),
    "รางวัล",
)


def honours(text: str) -> Iterator[Label]:
    """The honours that a programme confers on some kind of person each, as categories.

    >>> text = "รางวัลเชิดชูเกียรติ ผู้รักษาเพลงพื้นบ้าน ได้แก่ นางสาวฟ้าใส ทองดี"
    >>> [text[label.start:label.end] for label in honours(text)]
    ['เชิดชูเกียรติ ผู้รักษาเพลงพื้นบ้าน']
    """
    for match in _HONOUR.finditer(text):
        yield Label("category", *match.span("name"), "category.honour", match.start(), match.end("name"))
