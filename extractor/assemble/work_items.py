"""Items of a list of works that end with what the work has won: 1. ผลงาน “ก” โดย นาย ข⏎รางวัลเหรียญทอง."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble import heads
from extractor.assemble.findings import Party
from extractor.document import Span

if TYPE_CHECKING:
    from extractor.assemble.ahead import Ahead
    from extractor.assemble.draft import Context, Draft
    from extractor.match.label import Label

_DATES = frozenset({"year", "edition"})
_PRIZE = re.compile(r"\n[ ]*(?:ได้(?:รับ)?|คว้า)?[ ]?(?:รางวัล)?[ ]?")


def is_won(text: str, label: Label, draft: Draft, context: Context, ahead: Ahead) -> bool:
    """Whether a label behind a work and its maker tells what they have won, and does not head what comes next.

    Where the list stands under a rank, another one behind an item is that of the next.
    """
    if not _waits(draft, context) or label.kind in context.labels or label.kind not in {"level", "award", "category"}:
        return False
    if label.kind != "level" and not text.startswith("รางวัล", label.outer):
        return False
    if heads.heads_next(text, label):
        return False
    behind = ahead.first_thing(label.until, 20)
    return not isinstance(behind, Party | Span) or "\n" in text[label.until : behind.start]


def goes_on_below(text: str, newline: int, draft: Draft, context: Context, ahead: Ahead, end: int) -> bool:
    """Whether the line below, within the item that reaches to `end`, tells what the work above has won."""
    below = _PRIZE.match(text, newline)
    if below is None or below.end() >= end or not _waits(draft, context):
        return False
    label = ahead.first_label(below.start() + 1, below.end())
    return label is not None and is_won(text, label, draft, context, ahead)


def _waits(draft: Draft, context: Context) -> bool:
    """Whether an item has named a work first, perhaps whose it is, and no prize."""
    return context.in_item and draft.work is not None and draft.work_first and not draft.own - _DATES


# คว้ารางวัล ก |จากเรื่องสั้น| “ข”: the one work that it was won with
_WON_WITH = re.compile(
    r"(?:จาก|ด้วย|กับ)(?:การ(?:แสดง|กำกับ|เขียน|แต่ง)[ก-๎]{0,12}|บทบาท[ก-๎]{0,12})?[ ]?(?:ใน)?"
    r"(?:ผลงาน|เรื่อง|ภาพยนตร์|หนัง|ละคร|ซีรี[สย]|เพลง|นวนิยาย|นิยาย|สารคดี|อัลบั้ม|ภาพ|โครงการ|โครงงาน|งานวิจัย|นวัตกรรม|สิ่งประดิษฐ์|เมนู|บทเพลง)"
    r"[ก-๎ ]{0,24}[“\"‘']?$"
)
# “ก” |และเรื่อง| “ข” · “ก” ของนาย ข| จากผลงาน| “ค”
_NEXT_WITH = re.compile(
    r"(?:และ|กับ|รวมถึง|รวมทั้ง|ตลอดจน|,|/|จาก|ด้วย|[\d.)])[ ]?"
    r"(?!ฉาย|เดิน|จะ|ได้|ร่วม|เปิด|จัด|นำ|มี|เป็น|ให้|เผย|เตรียม|กำลัง|แสดง|บรรยาย|ออก|เขียน|พูด|เล่า)[ก-๎]{0,20}[ ]?[“\"‘']?$"
)
_NEAR = 50
# ได้รับรางวัล ก |ดังนั้น กรม ข จึงได้ยกระดับชา ภายใต้ชื่อ| “ค”: what follows from a prize, or is still to be done
_GOES_ON = re.compile(
    r"[ ](?:ดังนั้น[ ]?|พร้อม(?:ที่จะ|ทั้ง|กันนี้)?[ ]?(?=เดินหน้า|ก้าว|ผลักดัน|ขับเคลื่อน|มุ่ง|เตรียม|จับมือ|เปิดตัว|ต่อยอด|ขยาย)"
    r"|(?:และ)?เดินหน้า|เตรียม(?=พัฒนา|ต่อยอด|เปิด|ขยาย|ผลักดัน)|มุ่งสู่|ก้าวสู่)[^\n]{4,300}\Z"
)
# … ด้วยผลงาน| “ค”
_OF_THE_PRIZE = re.compile(r"(?:จาก|ด้วย|ใน|กับ)(?:ผลงาน|เรื่อง|ภาพยนตร์|เพลง|ชุด|โครงงาน)[ก-๎ ]{0,20}[“\"‘']?\Z")
_WON = frozenset({"award", "level", "category"})
# characters from a prize to a title
_BEHIND_PRIZE = 340


# “ก”| เมื่อวันที่ 13 ธันวาคม 2564 |จากผลงาน|การควบคุมโรค: what the work that has a title did
_BY_DEED = re.compile(r"[”\"’']?[ ]?(?:เมื่อ(?:วันที่)?[ก-๎\d. ]{4,40}?)?(?:ที่ผ่านมา[ ]?)?จากผลงาน\Z")


def _is_deed_of(text: str, work: Span, titled: Span) -> bool:
    """Whether a title without marks only tells what the work in marks before it did: ในหัวข้อ “ก” จากผลงาน|การควบคุมโรค."""
    if not titled.rule.endswith("quoted") or work.rule.endswith("quoted") or not text.startswith("การ", work.start):
        return False
    return _BY_DEED.fullmatch(text, titled.end, work.start) is not None


def _is_of_next(text: str, work: Span, draft: Draft) -> bool:
    """Whether a title stands in a clause that tells what was done because of a prize, or is to be done next."""
    begin = draft.mark if draft.work is None else max(draft.mark, draft.work.end)
    if not 0 <= work.start - begin <= _BEHIND_PRIZE or _GOES_ON.search(text, begin, work.start) is None:
        return False
    return _OF_THE_PRIZE.search(text, max(begin, work.start - _NEAR), work.start) is None


def told_besides(text: str, work: Span, draft: Draft) -> bool:
    """Whether a title is told of behind the work that a prize was won with, and nothing joins the two.

    เจ้าของรางวัล ก จากภาพยนตร์เรื่อง “ข” เดินทางมาบรรยายเรื่อง |“ค”| · ได้รับรางวัล ก พร้อมเดินหน้าพัฒนา|โครงการ ข|
    """
    with_it = draft.work
    if draft.verb and draft.own & _WON and draft.recipient is None and _is_of_next(text, work, draft):
        return True
    if with_it is not None and draft.verb and _is_deed_of(text, work, with_it):
        return True
    if with_it is None or not draft.verb or not with_it.end <= work.start or "\n" in text[with_it.end : work.start]:
        return False
    if any(label.outer >= with_it.end for label in draft.labels.values()):
        return False
    if _WON_WITH.search(text, max(0, with_it.start - _NEAR), with_it.start) is None:
        return False
    return _NEXT_WITH.search(text, max(with_it.end, work.start - _NEAR), work.start) is None
