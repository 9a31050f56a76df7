"""Whether two conferrals of an article tell of the same: field by field, and of one winner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.conferral import fold
from extractor.assemble.standing import are_namesakes
from extractor.match.label import IN_ROW

if TYPE_CHECKING:
    from extractor.assemble.conferral import ConferralFound
    from extractor.assemble.findings import Findings, Party
    from extractor.document import Span


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
        if {x, y} == _CHAMPIONS:
            return True
        if x.startswith("รองชนะเลิศ") and y.startswith("รองชนะเลิศ"):
            return x.startswith(y) or y.startswith(x)  # a headline's รองชนะเลิศ, of which the text tells which
    if x == y or x is None or y is None:
        return True
    of_parts = name == "category" and (_is_of_part(x, y) or _is_of_part(y, x))
    if of_parts or (name == "award" and are_of_row(one, other)):
        return False  # สมาคมดีเด่น and ผู้บริหารสมาคมดีเด่น, told in one row
    if name in {"work", "award", "category", "branch"} and (x in y or y in x):
        return True
    return name in {"category", "branch"} and _unglossed(a, findings) == _unglossed(b, findings)


# เพลง|ละครยอดเยี่ยม is another prize than ละครยอดเยี่ยม
_OF_PART = re.compile(
    r"(?:ทีม|บท|เพลง(?:ประกอบ)?|ดนตรี(?:ประกอบ)?|(?:ผู้)?กำกับ(?:การแสดง|ศิลป์|ภาพ)?|ผู้(?:เขียน)?บท|นักแสดง(?:นำ|สมทบ)?(?:ชาย|หญิง)?)"
)


def _is_of_part(whole: str, part: str) -> bool:
    """Whether `whole` is the class of a part of what `part` is the class of: บท|ละครยอดเยี่ยม."""
    return whole.endswith(part) and _OF_PART.fullmatch(whole, 0, len(whole) - len(part)) is not None


# ด้าน|ความยั่งยืน, รางวัล|ความยั่งยืน
_LEADS = ("รางวัล", "ด้าน", "ประเภท")
_SHORTEST_PART = 6


def names_several(one: ConferralFound, found: list[ConferralFound], findings: Findings) -> bool:
    """Whether a conferral's class is the classes of two others of its winner, told together: ด้าน|ความยั่งยืนและความร่วมมือดีเด่น."""
    whole = text_of(one, "category", findings)
    if whole is None or "และ" not in whole:
        return False
    parts: set[str] = set()
    for other in found:
        part = text_of(other, "category", findings)
        if part is None or other is one or not (agree(one, other, "award", findings) and same_party(one, other, findings.text)):
            continue
        for lead in _LEADS:
            part = part.removeprefix(lead)
        if len(part) >= _SHORTEST_PART and part in whole and len(part) < len(whole) - _SHORTEST_PART:
            parts.add(part)
    ends = [part for part in parts if any(whole.endswith(part) and f"{first}และ{part}" in whole for first in parts)]
    return bool(ends)


def are_of_row(one: ConferralFound, other: ConferralFound) -> bool:
    """Whether the awards of both are of a row of prizes, each of which is a prize of its own."""
    a, b = one.fields["award"], other.fields["award"]
    return a is not None and b is not None and a.rule == b.rule == IN_ROW


_GLOSS = re.compile(r"\([^()\n]*\)")


def _unglossed(part: Span, findings: Findings) -> str:
    """A part's name, folded, without what stands in brackets: องค์กรนอกภาครัฐ (NGOs)."""
    return fold(_GLOSS.sub("", findings.text[part.start : part.end]))


# what is first among all may be told by any of these words
_FIRST = re.compile(
    r"(?:รางวัล)?(?:ชนะเลิศ(?:อันดับ(?:ที่)?1)?|แชมป์(?:โลก|เอเชีย|อาเซียน|ประเทศไทย)?(?:อันดับ(?:ที่)?1)?|อันดับ(?:ที่)?(?:1|หนึ่ง)|ลำดับ(?:ที่)?1|ที่1|1stplace|champion|winner|thewinner)"
)

# คว้าเหรียญทอง … ครองแชมป์: one win
_CHAMPIONS = {"เหรียญทอง", "แชมป์"}
# อันดับ 4, ที่ 4, อันดับที่ 4: one place
_PLACE = re.compile(r"(?:อันดับ|ลำดับ)?(?:ที่)?(?P<number>\d{1,3})(?:(?:ของ|ใน)(?:โลก|เอเชีย|อาเซียน|ไทย|ประเทศ)[ก-๎]{0,12})?")


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
    if a.kind in _BY_MENTION and b.kind in _BY_MENTION:
        names = (text[party.name.start : party.name.end].removeprefix("ประเทศ") for party in (a, b))
        if len(set(names)) == 1:  # ไทย, ประเทศไทย
            return True
    if {a.kind, b.kind} == {"team", "organisation"} and _is_firm_in_short(a, b, text):
        return True
    won, told = one.fields["recipient"], other.fields["recipient"]  # of an officer and of his body what it has won is the body's
    return (
        {a.kind, b.kind} == {"person", "organisation"}
        and won is not None
        and told is not None
        and (text[won.start : won.end] == text[told.start : told.end])
    )


_BY_MENTION = frozenset({"place", "team"})
# |บริษัท |นาดีอาหาร| จำกัด (มหาชน)
_FIRM = re.compile(
    r"(?:บริษัท|บมจ\.|บจก\.|ห้างหุ้นส่วนจำกัด|หจก\.)[ ]?(?P<name>[^\n()]{3,60}?)"
    r"(?:[ ]?(?:จำกัด|กรุ๊ป|คอร์ปอเรชั่น|\(มหาชน\)|\(ประเทศไทย\))){0,4}"
)


def _is_firm_in_short(one: Party, other: Party, text: str) -> bool:
    """Whether one is the firm that the other is by its full name: นาดีอาหาร, บริษัท นาดีอาหาร จำกัด."""
    short, full = (one, other) if one.kind == "team" else (other, one)
    return is_firms(text[short.name.start : short.name.end], text[full.name.start : full.name.end])


def is_firms(name: str, full: str) -> bool:
    """Whether a name is a firm's without the words for its form.

    >>> is_firms("นาดีอาหาร", "บริษัท นาดีอาหาร จำกัด (มหาชน)"), is_firms("อาหาร", "บริษัท นาดีอาหาร จำกัด")
    (True, False)
    """
    firm = _FIRM.fullmatch(full)
    return firm is not None and fold(firm["name"]) == fold(name)


# a pageant's crown, which no prize that its queen has won besides tells again
CROWN = "conferral.crown"
LIKEWISE = "conferral.likewise"
"""The rule of a conferral to who has won what the one told before has: it tells nothing of that one."""

# อันดับ 2, ที่ 3
BEHIND_FIRST = re.compile(r"(?:อันดับ|ลำดับ)?(?:ที่)?[ ]?(?:[2-9]|1\d)(?!\d)")


def came_behind(conferral: ConferralFound, findings: Findings) -> bool:
    """Whether a conferral is of a place below the first."""
    level = conferral.fields["level"]
    return level is not None and BEHIND_FIRST.match(findings.text, level.start) is not None
