"""Who is named something, known by no shape of its name: นิตยสาร ก ยกให้|ร้านครัวน้ำใส|เป็นร้านที่ดีที่สุด."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party
from extractor.assemble.names_before import is_name
from extractor.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

# โหวตให้|โรงแรมริมวัง|เป็น “
_OBJECT = re.compile(
    r"(?<!ได้รับการ)(?<!ได้รับ)(?<!ถูก)"
    r"(?:(?:ยกย่อง|ประกาศ|โหวต|ยก|จัด(?:อันดับ)?|คัดเลือก|เลือก|มีมติ|ขนานนาม)ให้(?:แก่|กับ)?|(?:คัด)?เลือก|ยกย่อง|โหวต)[ ]?"
    r"(?P<who>[ก-ฮเ-ไA-Z](?:(?!ให้|เป็น)[^\n:;“”\",()]){2,44}?)[ ]?(?:ให้)?เป็น[ ]?[“\"‘']?\Z"
)
_REACH = 80
_HONOURS = frozenset({"award.honour", "award.gazetteer", "award.title"})


def named_objects(findings: Findings) -> Iterator[Party]:
    """The words like a name between a verb of naming and what somebody is named."""
    text = findings.text
    for label in findings.labels:
        if label.rule not in _HONOURS or not text.endswith(("เป็น", "เป็น ", "เป็น“", "เป็น “"), 0, label.start):
            continue
        told = _OBJECT.search(text, max(0, label.start - _REACH), label.start)
        if told is not None and is_name(told["who"]):
            yield Party.of_words(Span(*told.span("who"), "party.named"))
