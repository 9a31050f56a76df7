"""Which work a verb tells of by a word for its kind: ผลงานดังกล่าว|ได้รับรางวัล, ภาพยนตร์เรื่องนี้|คว้ารางวัล….

The work is the last of that kind that the article named before, and its maker is who stands beside it there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.document import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.assemble.findings import Party

# words by which any work may be called, and those of a kind
_ANY = "ผลงานวิจัย|ผลงาน|ชิ้นงาน|นวัตกรรม|สิ่งประดิษฐ์|งานวิจัย"
_KINDS = (
    "โครงการ|โครงงาน|ผลิตภัณฑ์|แพลตฟอร์ม|แอปพลิเคชัน|แอป|ระบบ|ภาพยนตร์|หนังสั้น|หนังสือ|หนัง|ละคร|ซีรีส์|เพลง|สารคดี|รายการ"
    "|หุ่นยนต์|หลักสูตร|เครื่อง|เมนู|คลิป|โมเดล|เว็บไซต์|ภาพ|สะพาน|อาคาร|เส้นทาง|พันธบัตร|ตราสาร|หุ้นกู้|เทคโนโลยี|แคมเปญ"
)
_THIS = re.compile(
    rf"(?P<head>{_ANY}|{_KINDS})[ก-๎]{{0,12}}?(?:เรื่อง|เล่ม|ชิ้น|ชุด|ตัว)?(?:ดังกล่าว|นี้)[ ]?"
    r"(?:ก็|ยัง|จึง|สามารถ|ได้(?!รับ)|เคย|เพิ่ง|ซึ่ง|[ ])*$"
)
# behind the word for a kind: no name, but what it is told of
_NO_NAME = "ที่|ซึ่ง|ของ|ใน|และ|ต่าง|นี้|ดังกล่าว|ใหม่|หลัก|ทั้ง|กว่า"
# characters before a verb within which its work is pointed at, and back to where the work is named
_POINTS, _BACK = 48, 700
# characters before a work within which the word for its kind stands
_KIND_NEAR = 26
# กรม ก |พัฒนา|ระบบ “ข”: who makes it
_MAKES = re.compile(
    r"(?:พัฒนา|คิดค้น|ผลิต|สร้าง|ออกแบบ|ประดิษฐ์|จัดทำ|ดำเนิน|ริเริ่ม|เปิดตัว|วิจัย|เขียน|กำกับ|แต่ง|ส่ง|นำเสนอ|เจ้าของ)"
    r"(?:(?!กล่าว|เปิดเผย|ร่วมกับ|เยี่ยม|รางวัล)[^\n“”]){0,60}?[“\"‘']?$"
)
# ระบบ “ข” |ของ|กรม ก
_OF = re.compile(r"[”\"’']?[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:ของ|โดย|ผลงานของ|ฝีมือ)[ ]?")


def work_told(text: str, works: Sequence[Span], verb: int) -> Span | None:
    """The work of which the verb at `verb` tells by such a word, of those named, in their order; None where it names none."""
    this = _THIS.search(text, max(0, verb - _POINTS), verb)
    if this is None:
        return None
    head = this["head"]
    any_kind = re.fullmatch(_ANY, head) is not None
    for work in reversed(works[: bisect_left(works, this.start(), key=lambda named: named.start)]):
        if this.start() - work.end > _BACK:
            break
        if any_kind or head in text[max(0, work.start - _KIND_NEAR) : work.end]:
            return work
    return None


def named_before(text: str, begin: int, verb: int) -> tuple[int, int] | None:
    """Where such a word's work is named that no mark of a work shows: แพลตฟอร์ม |“เช็กดี”| … แพลตฟอร์มดังกล่าว|ได้รับรางวัล."""
    this = _THIS.search(text, max(begin, verb - _POINTS), verb)
    if this is None or re.fullmatch(_ANY, this["head"]) is not None:
        return None
    latin = r"[ ](?P<latin>[A-Z][\w.-]+(?:[ ][A-Z\d][\w.-]*){0,3})"
    thai = rf"(?<![ก-๎])(?P<thai>{this['head']}(?!{_NO_NAME})[ก-๎A-Za-z\d]{{4,40}}(?<!นี้)(?<!กล่าว))(?=[ ])"
    named = rf"{this['head']}[ก-๎ ]{{0,24}}?(?:[“\"](?P<name>[^“”\"\n]{{3,80}})[”\"]|{latin})|{thai}"
    last = next(reversed(list(re.finditer(named, text[max(0, this.start() - _BACK) : this.start()]))), None)
    if last is None:
        return None
    at = max(0, this.start() - _BACK)
    group = next(group for group in ("name", "latin", "thai") if last[group] is not None)
    whole = group == "latin" and last.start(group) - last.start() > len(this["head"]) + 1  # |พันธบัตรรุ่น GB305|, แพลตฟอร์ม |Nadee Pay
    return at + (last.start() if whole else last.start(group)), at + last.end(group)


def maker(text: str, parties: Sequence[Party], work: Span) -> Party | None:
    """Who made `work`, of the article's parties in their order: named right behind it, or before it with a word for making."""
    at = bisect_left(parties, work.end, key=lambda party: party.start)
    if at < len(parties) and _OF.fullmatch(text, work.end, parties[at].start) is not None:
        return parties[at]
    line_start = text.rfind("\n", 0, work.start) + 1
    for party in reversed(parties[max(0, at - 4) : at]):
        if party.start < line_start or party.end > work.start:
            continue
        if party.role not in {"superior", "giver"} and _MAKES.search(text, party.end, work.start) is not None:
            return party
    return None
