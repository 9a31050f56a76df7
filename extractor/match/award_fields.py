"""Names of prizes that hold more than one prize's: with the field that it was won in, or with a second prize behind และ."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.match.label import Label

_PRIZE = "รางวัล"
# รางวัลครูดีเด่น|ด้านกีฬา
_FIELD_OF = re.compile(
    r"(?P<stem>รางวัล[“\"]?(?!ธนาคาร|กองทุน|บริษัท)[^\n“”\"]{3,40}?(?:ดีเด่น|ยอดเยี่ยม))"
    r"(?P<field>[ ]?ด้าน[^\n]{3,60})"
)
# รางวัลเพื่อนป่า|ด้านเยาวชน
_OF_FIELD = re.compile(r"(?P<stem>รางวัล[^\n“”\"]{6,40}?)(?P<field>[ ]?ด้าน[^\n]{3,60})")
# รางวัลครูดีเด่น|และ|ครูเยาว์วัย
_JOINT = re.compile(r"(?P<one>รางวัล[^\n“”\"]{3,40}?)[ ]?และ[ ]?(?P<other>[ก-ฮเ-ไ][^\n“”\"]{3,40})")

# รางวัลครูดีเด่นและผู้บริหารดีเด่น| ประจำปี 2566: one programme, told with its year
_PRAISE = "ดีเด่น"
_DATED = re.compile(r"[”\"]?[ ]?(?:ประจำ)?(?:ปี|พ\.ศ\.|ครั้งที่)")


def single_names(text: str, labels: list[Label]) -> list[Label]:
    """The names, each of one prize.

    รางวัลครูดีเด่นด้านกีฬา → รางวัลครูดีเด่น, where it is also told with another field, or without any;
    รางวัลครูดีเด่นและครูเยาว์วัย → รางวัลครูดีเด่น, where either is told of by itself; but not
    รางวัลครูดีเด่นและผู้บริหารดีเด่น ประจำปี 2566.
    """
    if "ด้าน" not in text and "และ" not in text:
        return labels
    fields: dict[str, set[str]] = {}
    for label in labels:
        if not text.startswith(_PRIZE, label.start):
            continue
        of = _FIELD_OF.fullmatch(text, label.start, label.end)
        stem = of["stem"] if of is not None else text[label.start : label.end]
        fields.setdefault(stem, set()).add(of["field"].strip() if of is not None else "")
    return [_single(text, label, fields) if label.rule == "award.named" else label for label in labels]


def _single(text: str, label: Label, fields: dict[str, set[str]]) -> Label:
    of = _FIELD_OF.fullmatch(text, label.start, label.end)
    if of is not None and len(fields.get(of["stem"], ())) > 1:
        return replace(label, end=of.end("stem"), until=of.end("stem"))
    of = _OF_FIELD.fullmatch(text, label.start, label.end)
    if of is not None and "" in fields.get(of["stem"], ()):  # told without any field, too
        return replace(label, end=of.end("stem"), until=of.end("stem"))
    joint = _JOINT.fullmatch(text, label.start, label.end)
    if (
        joint is not None
        and joint["one"] in fields
        and _PRIZE + joint["other"] in fields
        and not (joint["one"].endswith(_PRAISE) and joint["other"].endswith(_PRAISE) and _DATED.match(text, label.until))
    ):
        return replace(label, end=joint.end("one"), until=joint.end("one"))
    return label
