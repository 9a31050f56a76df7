"""Prizes told as examples of what somebody is known for, without a verb of receiving before them.

บริษัท ก |ได้รับการยอมรับจากหลายองค์กร อาทิ| รางวัล ข · โดย|มีรางวัลที่โดดเด่นคือ| รางวัล ค · ธนาคาร ง |มีผลงานมากมาย เช่น| รางวัล จ
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Anchored
from extractor.gazetteer_rows import Cue
from extractor.lexicon import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

SHOWN = Cue(
    id="conferred-numbered", name="มีผลงาน อาทิ", sense="conferred", reach="forward", source="ไวยากรณ์", example="มีผลงาน อาทิ"
)
_LEADS, _SHOWS = ("", "โดย", "ซึ่ง"), ("ผลงาน", "เกียรติประวัติ", "ชื่อเสียง", "ความสำเร็จ", "รางวัล")
_EXAMPLES = Anchored(
    re.compile(
        r"(?:ได้รับการ(?:ยอมรับ|ยกย่อง|ชื่นชม|การันตี)(?!ว่า|ให้|เป็น)|เป็นที่(?:ยอมรับ|ประจักษ์)"
        r"|(?:โดย|ซึ่ง)?(?:มี|สร้าง)(?:ผลงาน|เกียรติประวัติ|ชื่อเสียง|ความสำเร็จ|รางวัล(?=การันตี|ที่(?:ได้รับ|โดดเด่น|สำคัญ|น่าภาค|สร้าง)))"
        r"|ประสบความสำเร็จ|(?:โดย|ซึ่ง)?รางวัลที่(?:โดดเด่น|สำคัญ|น่าภาคภูมิใจ|ได้รับ)|กวาดรางวัล(?:มา)?มากมาย|การันตี(?:คุณภาพ|ความสำเร็จ|ฝีมือ)?(?:ด้วย|จาก)?(?:หลาย)?รางวัล)"
        r"(?:(?!ผู้ชนะ|ผู้เข้า|จะ|เพื่อ(?:ชิง|มอบ|ให้)|ต้องการ|ขอเชิญ|รับสมัคร|ลุ้น|ชิง)[^\n“”\":]){0,70}?"
        r"(?:อาทิ|เช่น|ได้แก่|(?<![ก-๎])คือ|คือ(?=[ ])|ทั้ง|ไม่ว่าจะเป็น|ประกอบด้วย|:)[ ]{0,2}(?=รางวัล|[A-Z“\"])"
    ),
    "|".join(
        [
            "ได้รับการยอมรับ|ได้รับการยกย่อง|ได้รับการชื่นชม|ได้รับการการันตี|เป็นที่ยอมรับ|เป็นที่ประจักษ์|ประสบความสำเร็จ|กวาดรางวัล|การันตี",
            *(lead + verb + what for lead in _LEADS for verb in ("มี", "สร้าง") for what in _SHOWS),
            *(lead + "รางวัลที่" for lead in _LEADS),
        ]
    ),
)
# เวทีนี้| ได้รับการยอมรับในระดับสากล: of what prizes are won at
_OF_STAGE = re.compile(r"(?:เวที|งาน|ประกวด|แข่งขัน|โครงการ|รางวัล|เทศกาล)[ก-๎]{0,16}[ ]?$")
# characters from the words to the prize, and before them within which it is told of what
_NEAR, _BEFORE = 2, 30


def exemplified(findings: Findings) -> Iterator[Hit]:
    """Where prizes that somebody has won are told as examples, each place as a verb of receiving."""
    text = findings.text
    starts = [label.outer for label in findings.labels if label.kind == "award"]
    for match in _EXAMPLES.finditer(text):
        at = bisect_left(starts, match.end())
        near = at < len(starts) and starts[at] <= match.end() + _NEAR
        if near and not _OF_STAGE.search(text, max(0, match.start() - _BEFORE), match.start()):
            yield Hit(match.start(), match.end(), SHOWN)
