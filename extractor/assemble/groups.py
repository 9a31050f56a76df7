"""Groups that a row of winners is divided into, without any of the labels' words: ภาคเหนือ ได้แก่ …, or ขนาดใหญ่ ได้แก่ กรม ก."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.roles import REGION
from extractor.match.label import Label
from extractor.tokenise import words

if TYPE_CHECKING:
    from extractor.assemble.draft import Draft
    from extractor.assemble.findings import Party

# แบ่งเป็น สถานประกอบการขนาดใหญ่ (1,000 คนขึ้นไป) ได้แก่ …
_GROUP = re.compile(
    r"(?:แบ่งเป็น|แบ่งออกเป็น|ประกอบด้วย|ดังนี้|^|\n|[ ,)]|และ|\d[.)])[ ]*(?P<group>[ก-ฮเ-ไ][^\n\d()“”\",:]{4,48}?)[ ]*"
    r"(?:\([^()\n]{1,60}\))?[ ]*(?:จำนวน[ ]?\d+[ ]?[ก-๙]+)?[ ]*(?:ได้แก่|คือ|:)[ ]*$"
)
# ภาคเหนือ ได้แก่ …
_REGION = re.compile(rf"(?P<group>{REGION})[ ]*(?:ได้แก่|คือ|:|อาทิ)?[ ]*$")
_NO_GROUP = frozenset(
    (
        "ได้ รับ ได้รับ มี เป็น ที่ ซึ่ง โดย ให้ จะ มอบ จัด และ กับ รางวัล ผลงาน ผู้ ผู้ชนะ ว่า จาก ใน ของ ทั้ง อาทิ เพื่อ หน่วยงาน นี้ "
        "นั้น คือ ดังนี้ ประกอบด้วย ทั้งนี้ ผู้ได้รับ ปีนี้ ผล แบ่งเป็น องค์กร แห่ง คน ราย ทีม ประเภท เงินรางวัล บาท โล่ พร้อม รายชื่อ ท่าน "
        "เรื่อง"
    ).split()
)


def group_before(text: str, party: Party, draft: Draft) -> Label | None:
    """A group that a list is divided into, named without any of the labels' words: ขนาดใหญ่ ได้แก่ บริษัท ก."""
    if party.role != "listed" or "category" in draft.own or not (draft.verb or draft.gives or draft.enumerates):
        return None
    begin = max(draft.mark, text.rfind("\n", 0, party.start) + 1, party.start - 140)
    region = _REGION.search(text, begin, party.start)
    if region is not None:
        return Label("category", *region.span("group"), "category.region", *region.span("group"))
    match = _GROUP.search(text, begin, party.start)
    if match is None or match.end("group") - match.start("group") < 5:
        return None
    start, end = match.span("group")
    if (
        text[:start].rstrip(" ")[-1:].isdigit()
        or any(word in _NO_GROUP for word in words(match["group"]))
        or any(label.start < end and start < label.until for label in draft.labels.values())
    ):
        return None
    return Label("category", start, end, "category.group", start, end)
