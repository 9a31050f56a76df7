"""Projects whose prizes have no name of their own: มอบรางวัลในโครงการบ้านสวย เมืองสุข ประจำปี 2565, รางวัลตามโครงการ “ยิ้มใส”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.match.award_words import name_end
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROJECT = Words("โครงการ")
# รางวัล|จาก|โครงการ, ได้รับรางวัลชนะเลิศระดับภาค |ใน|โครงการ: what stands between a prize without a name and the project; behind a rank
# จาก leads in what it was won with
_BARE = re.compile(
    r"(?P<head>(?<!เงิน)(?<!ของ)(?<!ชิง)รางวัล|(?<=มอบ)โล่)(?:[ ]?(?:จาก|ใน|ตาม|ภายใต้))?[ ]?\Z"
    # ทีม|ผู้ชนะระดับประเทศใน|โครงการ “รู้ทันสื่อ”
    r"|(?P<won>ผู้ชนะ(?:เลิศ)?)(?:ระดับ[ก-๎]{2,12})?(?:จาก|ใน|ตาม)[ ]?\Z"
)
_RANKED = re.compile(
    r"รางวัล(?:(?:รอง)?ชนะเลิศ(?:[ ]?(?:อันดับ|ลำดับ)(?:ที่)?[ ]?\d)?|ชมเชย|ดีเด่น|ยอดเยี่ยม|เหรียญ(?:ทองแดง|ทอง|เงิน)|(?:อันดับ)?ที่[ ]?\d)"
    r"(?:[ ]?ระดับ[ก-๎]{2,14})?[ ]?(?P<head>ใน|ตาม|ภายใต้)[ ]?\Z"
)
# มอบโล่แก่โรงงานที่|ผ่านการประเมิน|โครงการโรงงานสะอาด
_PASSED = re.compile(
    r"(?:มอบ|รับ|พิธี)[^\n]{0,90}?(?P<head>ผ่าน(?:การ|เกณฑ์(?:การ)?)(?:ประเมิน|คัดเลือก|คัดสรร|พิจารณา|ตัดสิน))(?:ใน|ตาม|จาก)?[ ]?\Z"
)
# characters from the prize to the project
_NEAR = 60
# โครงการ|นี้, โครงการ|ของกรม ก: no name
_NO_NAME = re.compile(
    r"[ ]?(?:นี้|นั้น|ดังกล่าว|ที่|ของ|ต่าง|ละ|ทั้ง|ใน|และ|หรือ|ให้|เพื่อ(?!น)|จะ|ได้|มี|เป็น|ฯ|ใด|อื่น|วิจัย|ประกวด|การประกวด|แข่ง|การแข่ง"
    r"|คัดเลือก|คัดสรร|สรรหา|เชิดชูเกียรติ|[(\n,]|\d)"
)
# โครงการ|ยกระดับบริการ| “ยิ้มใส”: the title behind what the project does
_TITLE = re.compile(r"[ ]?(?:[ก-๎]{2,40}[ ]?)?[“\"](?P<title>[^“”\"\n]{3,70})[”\"]")
_LEAST = 4


def projects(text: str) -> Iterator[Label]:
    """Projects that are told right behind a prize without a name, or in which a rank was won.

    >>> [text[p.start : p.end] for text in ["รับรางวัลจากโครงการโรงเรียนปลอดขยะ ประจำปี 2565"] for p in projects(text)]
    ['โครงการโรงเรียนปลอดขยะ']
    """
    for place in _PROJECT.find(text):
        begin = max(0, text.rfind("\n", 0, place) + 1, place - _NEAR)
        led = (
            _BARE.search(text, begin, place)
            or _RANKED.search(text, begin, place)
            or _PASSED.search(text, max(0, begin - _NEAR), place)
        )
        after = place + len("โครงการ")
        if led is None or _NO_NAME.match(text, after) is not None:
            continue
        outer = led.start(led.lastgroup or 0)
        titled = _TITLE.match(text, after)
        if titled is not None:
            beside = text[after : titled.start("title") - 1].strip(" ") == "" and text[titled.start("title")] >= "ก"
            whole = beside and not _stands_alone(text, titled["title"])
            span = (place, titled.end()) if whole else titled.span("title")
            yield Label("award", *span, "award.project", outer, titled.end())
            continue
        end = name_end(text, place)
        if end - after >= _LEAST:
            yield Label("award", place, end, "award.project", outer, end)
    for place in _ACTIVITY.find(text):
        activity = _CONTESTED.match(text, place)
        if activity is None:
            continue
        won = _WINNER_BEFORE.search(text, max(0, place - _NEAR), place) is not None
        if won or _RESULT_BEHIND.match(text, activity.end()) is not None:
            yield Label("award", *activity.span("title"), "award.project", place, activity.end())


# โครงการ “|ยิ้มใส|”
_LED_BY_WORD = re.compile(r"โครงการ[ ]?[“\"]\Z")


def _stands_alone(text: str, title: str) -> bool:
    """Whether a project's title is also told without the word for a project."""
    place = text.find(title)
    while place >= 0:
        if _LED_BY_WORD.search(text, max(0, place - 10), place) is None:
            return True
        place = text.find(title, place + 1)
    return False


_ACTIVITY = Words("กิจกรรม")
# ผู้ชนะกิจกรรม “วาดเมือง”, กิจกรรม “วาดเมือง” ประกาศผลผู้ชนะ: what has winners is a contest
_CONTESTED = re.compile(r"กิจกรรม(?:[ก-๎]{2,30}[ ]?)?[ ]?[“\"](?P<title>[^“”\"\n]{4,70})[”\"]")
_WINNER_BEFORE = re.compile(r"(?:ผู้ชนะ(?:เลิศ)?|(?:รองชนะเลิศ|ชนะเลิศ|ชมเชย)(?:อันดับ(?:ที่)?[ ]?\d)?)(?:จาก|ใน)?[ ]?(?:การ)?\Z")
_RESULT_BEHIND = re.compile(
    r"[ ]?(?:(?:ประจำปี|ปี)[ ]?\d{4}[ ]?|ครั้งที่[ ]?\d{1,3}[ ]?)?(?:(?:ได้)?ประกาศ(?:ผล|รายชื่อ)?(?:ผู้ชนะ)?"
    r"|ผลปรากฏว่า|ปรากฏว่า|ผู้ชนะ(?!จะ)|มีผู้ชนะ)"
)
