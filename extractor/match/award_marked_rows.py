"""Prizes that stand one behind another in marks, or as many as are counted: คว้า 2 รางวัล “องค์กรโปร่งใส” และ “หน่วยงานสีเขียว”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Words
from extractor.match.award_described import NO_PRIZE
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARKED = re.compile(r"(?:รางวัล[ ]?)?[“\"](?P<name>(?!รางวัล|แชมป์|โครงการ|\d)[ก-ฮเ-ไA-Z][^“”\"\n]{3,70}?)[ ]?[”\"]")
_JOINT = r"(?:[ ]?,|[ ]?และ|[ ]?,[ ]?และ|[ ](?=[“\"])|(?<=[”\"])(?=[“\"]))[ ]?"
_NEXT = re.compile(rf"(?:[ ]?\([^()\n]{{1,50}}\))?{_JOINT}(?=(?:รางวัล[ ]?)?[“\"])")
# คว้า| 2 |รางวัล|ใหญ่ |“, รับ|รางวัล|“
_ROW = Anchored(
    re.compile(
        r"รางวัล(?:(?:ใหญ่|สำคัญ|เกียรติยศ|คุณภาพ|ด้วยกัน|รวด|ซ้อน|อันทรงเกียรติ"
        r"|ระดับ(?:โลก|สากล|นานาชาติ|ประเทศ|เอเชีย|อาเซียน|ภูมิภาค))[ ]?){0,2}"
        r"[ ]?(?P<list>(?:ได้แก่|คือ|ประกอบด้วย)[ ]?:?[ ]?)?(?=[“\"])"
    ),
    "รางวัล",
)
_TAKEN = re.compile(
    r"(?:คว้า|ได้|รับ|ซิว|กวาด|ครอง|หอบ|เหมา|มอบ)(?:มอบ)?(?:โล่)?(?:รางวัล)?[ ]?"
    r"(?P<count>(?:จำนวน|รวม|ถึง)?[ ]?(?:\d{1,2}|สอง|สาม|สี่|ห้า)[ ]?)?\Z"
)
_NOT_TAKEN = re.compile(r"ลุ้น|ชิง|จะได้|ผู้(?:ที่)?(?:ได้)?รับ|เสนอ")
# characters before the word within which the verb and the number stand
_BEFORE = 40
# “ก” และ “ข”| โดยนาย ค: works, and who made them; but “ข”| โดยนาย ค รับมอบ
_MADE_BY = re.compile(r"[ ]?(?:โดย[ ]?(?:นาย|นาง|ด\.|ทีม|โรงเรียน)(?![^“”\"\n]{0,120}(?:รับ|ผู้แทน|ตัวแทน))|ผลงาน)")


def marked_rows(text: str, known: Sequence[Label]) -> Iterator[Label]:
    """The prizes of each row of two or more in marks that somebody is told to receive or give.

    Args:
        text: the clean text.
        known: the names found so far; one that the gazetteer knows elsewhere is known in a row too.

    >>> text = "กรมน้ำคว้า 2 รางวัล “องค์กรโปร่งใส” และ “หน่วยงานสีเขียว” ประจำปี 2566"
    >>> [text[label.start:label.end] for label in marked_rows(text, [])]
    ['องค์กรโปร่งใส', 'หน่วยงานสีเขียว']
    """
    for opener in _ROW.finditer(text):
        before = text[max(0, opener.start() - _BEFORE) : opener.start()]
        taken = _TAKEN.search(before)
        if taken is None or _NOT_TAKEN.search(before) or (opener["list"] and not taken["count"]):
            continue
        names = _names(text, opener.end())
        if len(names) > 1:
            yield from (_label(text, name, known) for name in names)


def _label(text: str, name: re.Match[str], known: Sequence[Label]) -> Label:
    row = next((label.row for label in known if label.row is not None and _core(text, label) == name["name"]), None)
    return Label("award", *name.span("name"), "award.quoted" if row is None else "award.gazetteer", *name.span(), row=row)


def _core(text: str, label: Label) -> str:
    return text[label.start : label.end].removeprefix("โล่").removeprefix("รางวัล").strip(' “”"')


def _names(text: str, at: int) -> list[re.Match[str]]:
    """The names in marks from `at` on; none where one of them is what was made or whom it went to."""
    found: list[re.Match[str]] = []
    while (name := _MARKED.match(text, at)) is not None:
        if NO_PRIZE.match(name["name"]) is not None or _MADE_BY.match(text, name.end()) is not None:
            return []
        found.append(name)
        joint = _NEXT.match(text, name.end())
        if joint is None:
            break
        at = joint.end()
    return found


# คว้า 3 รางวัล| องค์กรต้นแบบ ผู้นำแห่งปี และนวัตกรรมยอดเยี่ยม| จากเวที ก
_COUNTED_ROW = re.compile(
    r"รางวัล(?:ใหญ่|สำคัญ|เกียรติยศ|คุณภาพ|ระดับ(?:ประเทศ|ชาติ|โลก|นานาชาติ|สากล))?[ ]*(?::|ได้แก่|คือ(?=[ ])|ประกอบด้วย)?[ ]*"
    r"(?P<row>(?!จาก|ใน|บน|เวที|งาน|การ(?:ประกวด|แข่งขัน))[ก-ฮเ-ไA-Z]"
    r"(?:(?!รางวัล|ได้รับ|คว้า|[ ](?:จาก|ใน|บน))[^\n“”\":;()\d]){8,200}?)"
    r"(?=[ ]*(?:(?:จาก|ใน|บน)(?:เวที|งาน|การ|รางวัล|พิธี|โครงการ|[ ]?[A-Z])|ประจำปี|ปี[ ]?\d|\n|$))"
)
_PRIZES = Words("รางวัล")
_SO_MANY = re.compile(
    r"(?:คว้า|กวาด|ซิว|ครอง|(?<!จะ)ได้รับ|(?<!ได้)รับ|(?<!จะ)ได้)(?:มา|ไป)?(?:ถึง|รวด|ทั้ง)?[ ]?(?P<count>[2-9]|สอง|สาม|สี่|ห้า)[ ]?\Z"
)
_COUNTS = {"สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5}
_COMMAS = re.compile(r"[ ]*(?:,[ ]*(?:และ[ ]?)?|[ ]และ[ ]?)")
_JOINTS = re.compile(r"[ ]*(?:,[ ]*(?:และ[ ]?)?|และ[ ]?)")
_BLANKS = re.compile(r"[ ]*(?:,[ ]*(?:และ[ ]?)?|[ ]และ[ ]?|และ(?![ ])|[ ]+)")
# what a prize is called by, in Thai: องค์กรต้นแบบ, ผู้นำแห่งปี
_CALLED = re.compile(
    r"ยอดเยี่ยม|ดีเด่น|แห่งปี|ที่สุด|ยอดนิยม|ต้นแบบ|ดีเลิศ|เป็นเลิศ|ขวัญใจ|โดดเด่น|เกียรติยศ|ชั้นนำ|ทรงคุณค่า|สร้างสรรค์|ยั่งยืน"
    r"|^สุดยอด|อวอร์ด|^Best|Award|of the Year"
)
# characters of a prize's name at least, and before the word within which the verb and the number stand
_LEAST_CALLED, _VERB = 4, 24


def counted_rows(text: str) -> Iterator[Label]:
    """The prizes of a row without marks that are just as many as are counted before it, each as an award.

    >>> text = "คว้า 2 รางวัล องค์กรต้นแบบ และนวัตกรรมยอดเยี่ยม จากเวทีธุรกิจนาดี"
    >>> [text[label.start:label.end] for label in counted_rows(text)]
    ['องค์กรต้นแบบ', 'นวัตกรรมยอดเยี่ยม']
    """
    for place in _PRIZES.find(text):
        counted = _SO_MANY.search(text, max(0, place - _VERB), place)
        match = _COUNTED_ROW.match(text, place) if counted is not None else None
        if counted is None or match is None:
            continue
        count = _COUNTS.get(counted["count"]) or int(counted["count"])
        for joint in (_COMMAS, _JOINTS, _BLANKS):
            spans = _parted(text, joint, *match.span("row"))
            if len(spans) == count:
                if all(end - start >= _LEAST_CALLED and _CALLED.search(text[start:end]) for start, end in spans):
                    yield from (Label("award", start, end, "award.quoted", start, end) for start, end in spans)
                break


def _parted(text: str, joint: re.Pattern[str], start: int, end: int) -> list[tuple[int, int]]:
    """Where the parts of a row stand between its joints."""
    spans, begin = [], start
    for found in joint.finditer(text, start, end):
        spans.append((begin, found.start()))
        begin = found.end()
    spans.append((begin, end))
    return spans
