"""Whether two conferrals of an article tell of the same: field by field, and of one winner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.conferral import fold
from extractor.assemble.standing import are_namesakes

if TYPE_CHECKING:
    from extractor.assemble.conferral import ConferralFound
    from extractor.assemble.findings import Findings


def text_of(conferral: ConferralFound, name: str, findings: Findings) -> str | None:
    """What a conferral has in a field, folded; None where it has nothing."""
    span = conferral.fields[name]
    return None if span is None else fold(findings.text[span.start : span.end])


def agree(one: ConferralFound, other: ConferralFound, name: str, findings: Findings) -> bool:
    """Whether two conferrals do not contradict each other in a field."""
    a, b = one.fields[name], other.fields[name]
    if a is None or b is None:
        return True
    if name in {"year", "edition"}:
        return a.value == b.value
    if a.id is not None and a.id == b.id:
        return True
    x, y = text_of(one, name, findings), text_of(other, name, findings)
    if name == "level" and x is not None and y is not None:
        if _FIRST.fullmatch(x) and _FIRST.fullmatch(y):
            return True
        places = _PLACE.fullmatch(x), _PLACE.fullmatch(y)
        if places[0] is not None and places[1] is not None:
            return places[0]["number"] == places[1]["number"]
    return x == y or (x is not None and y is not None and name in {"work", "award", "category", "branch"} and (x in y or y in x))


# what is first among all may be told by any of these words
_FIRST = re.compile(
    r"(?:รางวัล)?(?:ชนะเลิศ(?:อันดับ(?:ที่)?1)?|แชมป์|อันดับ(?:ที่)?(?:1|หนึ่ง)|ลำดับ(?:ที่)?1|ที่1|1stplace|champion|winner|thewinner)"
)

# อันดับ 4, ที่ 4, อันดับที่ 4: one place
_PLACE = re.compile(r"(?:อันดับ|ลำดับ)?(?:ที่)?(?P<number>\d{1,3})")


def same_party(one: ConferralFound, other: ConferralFound, text: str) -> bool:
    """Whether two conferrals may be of one winner: both name the same, or one names none."""
    a, b = one.recipient, other.recipient
    if a is None or b is None:
        return True
    if are_namesakes(a, b, text):
        return False
    if (a.kind, a.key) == (b.kind, b.key):
        return True
    # a place or team has a key for each mention
    return a.kind == b.kind in {"place", "team"} and text[a.name.start : a.name.end] == text[b.name.start : b.name.end]


# a pageant's crown, which no prize that its queen has won besides tells again
CROWN = "conferral.crown"

# อันดับ 2, ที่ 3
BEHIND_FIRST = re.compile(r"(?:อันดับ|ลำดับ)?(?:ที่)?[ ]?(?:[2-9]|1\d)(?!\d)")


def came_behind(conferral: ConferralFound, findings: Findings) -> bool:
    """Whether a conferral is of a place below the first."""
    level = conferral.fields["level"]
    return level is not None and BEHIND_FIRST.match(findings.text, level.start) is not None
