"""A contest's special prize (รางวัลพิเศษ, Special Award), which is a prize beside its ranks and no programme."""

from __future__ import annotations

import re

from extractor.match.label import Label

SPECIAL = re.compile(
    r"(?:รางวัล)?[ ]?(?:(?P<thai>พิเศษ)[ ]?[“\"(]?)?(?P<english>(?i:Special[ ](?:Award|Prize)s?)(?:[ ](?i:on[ ]stage))?)?[”\")]?"
)
# รางวัลพิเศษ |Special Award
_LEAD = re.compile(r"รางวัล(?:พิเศษ)?[ ]?[“\"(]?$")
# รางวัลพิเศษ|ที่มอบเป็นปีแรก, รางวัลพิเศษ|ระดับทอง
_GOES_ON = re.compile(r"[ ]?(?:ที่|ระดับ|สำหรับ|คือ|แก่|ให้|เพื่อ)|(?!จาก|และ|โดย|ใน|อีก)[ก-๎]")
_KINDS = frozenset({"award", "level"})


def as_special(text: str, label: Label) -> Label:
    """A label that says no more than that the prize is a special one, as a category: รางวัลพิเศษ Special Award → Special Award."""
    if label.kind not in _KINDS or label.end - label.start > _LONGEST or label.rule == "award.gazetteer":
        return label
    said = SPECIAL.fullmatch(text, label.start, label.end)
    if said is None or not (said["thai"] or said["english"]) or (said["thai"] and _GOES_ON.match(text, label.end)):
        return label
    start, end = said.span("english" if said["english"] else "thai")
    lead = _LEAD.search(text, max(0, label.outer - 14), label.outer)
    outer = lead.start() if lead is not None else label.outer
    return Label("category", start, end, "category.sub_award", outer, label.until)


# characters of such a name at most
_LONGEST = 44
