"""Classes that a word joins to one before them: ด้านสังคม |และด้านน้ำ, ประเภท Youth Choirs |และ Folklore, ชายเดี่ยว|และชายคู่.

Only the first stands behind the rank or the prize that was won in all of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.document import overlaps
from extractor.match.label_parts import part_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.match.label import Label

_KINDS = frozenset({"branch", "category"})
_JOINT = re.compile(r"[”\"’]?[ ]*(?:,[ ]*(?:และ)?|และ|กับ|ควบ(?:คู่)?(?:กับ)?)[ ]*(?:ใน(?=ด้าน|ประเภท|สาขา|รายการ))?")
_WORD = re.compile(r"(?:ด้าน|ประเภท|สาขา|รายการ|หมวด)(?=[ ]?[ก-ฮเ-ไA-Z“\"\d])")
_RACKETS = r"(?:หญิงเดี่ยว|ชายเดี่ยว|เดี่ยวหญิง|เดี่ยวชาย|หญิงคู่|ชายคู่|คู่หญิง|คู่ชาย|คู่ผสม|ทีม(?:ชาย|หญิง|ผสม)|บุคคล(?:ชาย|หญิง))"
# ประเภท|ชายเดี่ยวและชายคู่|, told as one
_TWO_RACKETS = re.compile(rf"{_RACKETS}(?P<joint>[ ]?(?:และ|,|กับ)[ ]?)(?P<second>{_RACKETS})(?![ก-๎])")
_RACKET = re.compile(rf"{_RACKETS}(?![ก-๎])")
_LATIN = re.compile(r"[A-Z][\w'’&.-]*(?:[ ](?:[A-Z0-9&][\w'’&.-]*|of|the|for|in|and|with|to|on)){0,8}")
_NO_NAME = re.compile(
    r"จาก|ใน(?!นาม)|ของ(?!ที่|ใช้|เล่น|ขวัญ|ฝาก|หวาน)|ประจำ|และ|โดย(?!สาร)|ได้|ให้|แก่|เป็น|ซึ่ง|พร้อม|ปี|รวม|ทั้ง|อีก|ครั้ง|ณ[ ]"
    r"|นาย|นาง|น\.ส|ดร|พล|ทีม(?!ชาย|หญิง|ผสม)|โรงเรียน|บริษัท|อื่น|ต่าง|ละ(?!คร|เอียด)|เดียว|เหล่า|ดังกล่าว|นี้|นั้น|จำนวน|ใด|ที่"
)
_RANK = re.compile(r"รางวัล|เหรียญ|(?:รอง)?ชนะเลิศ|แชมป์|อันดับ|ชมเชย")
_OF_SPORT = frozenset({"category.event", "category.discipline"})
_SHORTEST, _LONGEST = 3, 70
# further classes of one
_MOST = 6


def joined_parts(text: str, labels: Sequence[Label]) -> Iterator[Label]:
    """The classes joined to those in `labels` that no other of them holds; one that holds two ends before the second.

    Args:
        text: the clean text.
        labels: the branches, categories, levels and years that are known so far, in order.
    """
    taken = sorted((label.outer, label.until) for label in labels)
    for label in labels:
        if label.kind not in _KINDS or label.row is not None:
            continue
        two = _TWO_RACKETS.fullmatch(text, label.start, label.until)
        if two is not None:
            label.end = label.until = two.start("joint")
            yield replace(label, start=two.start("second"), end=two.end(), outer=two.start("second"), until=two.end())
            continue
        last = label
        for _ in range(_MOST):
            further = _further(text, last)
            if further is None or overlaps(taken, further.outer, further.until):
                break
            yield further
            last = further


def _further(text: str, label: Label) -> Label | None:
    """The class that a word joins to `label`."""
    joint = _JOINT.match(text, label.until)
    if joint is None:
        return None
    at = joint.end()
    word = _WORD.match(text, at)
    if word is not None:
        return _of_word(text, label, word)
    if label.rule == "category.discipline" and (racket := _RACKET.match(text, at)) is not None:
        return replace(label, start=at, end=racket.end(), outer=at, until=racket.end())
    latin = _LATIN.match(text, at) if text[label.start : label.end].isascii() and text.startswith(" ", label.until) else None
    return None if latin is None else replace(label, start=at, end=latin.end(), outer=at, until=latin.end())


def _of_word(text: str, label: Label, word: re.Match[str]) -> Label | None:
    """The class behind the same word as that of `label` bears: ด้านสังคม และ|ด้านน้ำ."""
    said = word.group()
    field = said == "ด้าน"
    if not (text.startswith(said, label.outer) or (said == "รายการ" and label.rule in _OF_SPORT)):
        return None
    named = word.end() + text.startswith(" ", word.end())
    if _NO_NAME.match(text, named) is not None:
        return None
    start = word.start() if field else named
    end = part_end(text, start)
    if not _SHORTEST <= end - start <= _LONGEST or _RANK.search(text, start, end):
        return None
    return replace(label, start=start, end=end, outer=word.start(), until=end, row=None)
