"""Questions about who stands behind labels and works: whether he runs, gives, collects, or made the work, or has won."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.collector_words import AND, COLLECTS, NEAR, TITLED
from extractor.document import Span

if TYPE_CHECKING:
    from extractor.assemble.draft import Draft
    from extractor.assemble.findings import Party

_AWARD_ALONE = frozenset({"award", "year", "edition"})


# รางวัล ก โดยกรม ข| รวม 14 รางวัล: how many it gives
_HOLDS_MANY = re.compile(r"[ ]?(?:\([^()\n]{1,40}\))?[ ]?(?:รวม|จำนวน|ทั้งหมด|ทั้งสิ้น|มี)+[ ]?\d{1,3}[ ]?รางวัล")


# who gives prizes to others
_GIVES_PRIZES = re.compile(
    r"สถาบัน(?!เทคโน|บัณฑิต|พระ|การพล|วิทย)|สมาคม|มูลนิธิ|นิตยสาร|วารสาร|สภา|องค์การ(?!บริหาร)|หอการค้า|ตลาดหลักทรัพย์|หนังสือพิมพ์|ชมรม"
    r"|สำนักงาน(?:คณะกรรมการ|[ ]?ก\.พ|[ ]?ป\.ป|พัฒนารัฐบาล|ส่งเสริม)|กระทรวง|International"
    r"|[A-Z][A-Za-z]+[ ](?:Magazine|Association|Institute|Foundation)"
)


# มอบรางวัล ก ให้แก่ “นาย ข|” โดย|คณะกรรมการ ค
_GIVEN_BY = re.compile(r"[”\"’']?[ ]?โดย[ ]?")
_GIVES = re.compile(rf"คณะ(?:อนุ)?กรรมการ|{_GIVES_PRIZES.pattern}")
# กรม ก ได้รับรางวัล Data Award| “รางวัลข้อมูลทรงคุณค่า” โดย|สถาบัน ข
_CALLED_BY = re.compile(r"[ ]?(?:[“\"][^“”\"\n]{3,80}[”\"]|\([^()\n]{3,80}\))[ ]?โดย[ ]?")


def organises(text: str, gap: str, draft: Draft, party: Party) -> bool:
    """Whether who stands behind an award's own name runs it or hands it over: มอบรางวัล ก ประจำปี 2566 โดยนาย ข."""
    last = max(draft.labels.values(), key=lambda label: label.until, default=None)
    if draft.work is None and draft.recipient is not None and draft.gives and _GIVEN_BY.fullmatch(gap):
        return party.kind == "organisation" and _GIVES.match(text, party.start) is not None
    if draft.work is None and last is not None and has_winner(draft) and _CALLED_BY.fullmatch(text, last.until, party.start):
        return _GIVES_PRIZES.match(text, party.start) is not None
    if draft.work is not None or last is None or last.until != draft.mark:
        return False
    if gap.strip() == "ของ" and draft.verb and not draft.gives and draft.subject is not None and "award" in draft.own:
        return True  # โรงเรียน ก ได้รับรางวัล ข ระดับดีเยี่ยม ของกรม ค
    if gap.strip() == "โดย" and _is_given_to(text, draft, party):
        return True
    if last.kind not in _AWARD_ALONE:
        return False
    if gap.strip().startswith("ของ") and text.endswith("ถ้วย", 0, min(label.outer for label in draft.labels.values())):
        return True  # ถ้วยรางวัลชนะเลิศการแข่งขันเรือยาว ของนาย ก ให้แก่…
    award = draft.labels.get("award")
    if award is not None and award.rule.startswith("award.contest"):
        return "level" not in draft.labels
    if gap.strip() == "ของ" and (draft.gives or (draft.verb and draft.subject is not None)):
        return True  # มอบรางวัล ก ของกรม ข ให้แก่…, นาย ค ได้รับรางวัล ก ของกรม ข
    if gap.strip(' ”"’') == "โดย" and has_winner(draft) and _GIVES_PRIZES.match(text, party.start) is not None:
        return True  # กรม ก ได้รับรางวัล ข โดยสถาบัน ค
    return (draft.gives or not draft.verb or _HOLDS_MANY.match(text, party.end) is not None) and gap.strip().startswith("โดย")


# โรงเรียน ก ได้รับรางวัล ข โดย|กรม ค: such bodies have no departments, and are none's office
_WINS_ITSELF = re.compile(
    r"โรงเรียน|รร\.|[ก-๎]*วิทยาลัย|คณะ|บริษัท|บมจ|บจก|ธนาคาร|โรงพยาบาล|รพ\.|เทศบาล|อบต|องค์การบริหาร|โรงงาน|โรงแรม|สหกรณ์|กลุ่ม|ชุมชน|วิสาหกิจ"
)
_OF_STATE = re.compile(r"กรม|สำนักงาน(?![ก-๎]{0,40}?(?:จังหวัด|อำเภอ|เขต|สาขา))")


def _is_given_to(text: str, draft: Draft, party: Party) -> bool:
    """Whether a body behind a prize that somebody is told to have received gives it: นาย ก ได้รับรางวัล ข โดย|กรม ค."""
    if party.kind != "organisation" or draft.subject is None or not draft.verb or draft.gives or draft.recipient is not None:
        return False
    if draft.subject.kind == "person":
        return True
    return _WINS_ITSELF.match(text, draft.subject.name.start) is not None and _OF_STATE.match(text, party.start) is not None


def has_winner(draft: Draft) -> bool:
    """Whether it is told already who has won: a recipient, or a body of which the verb is told."""
    return draft.recipient is not None or (draft.subject is not None and draft.verb and draft.subject.kind != "person")


def collects(text: str, party: Party) -> bool:
    """Whether a person named behind a winner only collects the prize: จังหวัด ก โดยนาย ข ผู้ว่าราชการจังหวัด รับมอบ."""
    return party.kind == "person" and COLLECTS.match(text, party.end) is not None


# … |ผู้อำนวยการโรงพยาบาล ข, ผู้จัดการทีม
_HEADS_BODY = re.compile(
    r"(?:รอง|ผู้ช่วย|รักษาการ|อดีต|ว่าที่)*(?:ผู้อำนวยการ|ผอ\.|ผู้จัดการ|กรรมการ|ประธาน|นายก|ปลัด|อธิบดี|อธิการ|คณบดี|หัวหน้า|ผู้ว่า|ผวจ|เลขาธิการ|เลขานุการ"
    r"|ผู้บริหาร|ผู้บังคับ|ผู้บัญชาการ|นายอำเภอ|กำนัน|ผู้ใหญ่บ้าน|เจ้าอาวาส|ครูใหญ่|อาจารย์ใหญ่|พัฒนาการ|สาธารณสุข(?:จังหวัด|อำเภอ)|เจ้าของ|ผู้แทน|ตัวแทน)"
)
# of whom a prize is told in person, or who teaches a team
_TRAINS = re.compile(
    r"[ ]{0,2}(?:ตำแหน่ง)?(?:ผู้จัดการ(?:ทีม|เรือ)|(?:ผู้|ครู)ฝึก(?:สอน|ซ้อม)|โค้ช|กัปตัน|ครูผู้(?:ควบคุม|สอน)|อาจารย์(?:ที่ปรึกษา|ผู้ควบคุม))"
)
# โรงพยาบาล ก| โดย|นายแพทย์ ข
_STANDS_BY = re.compile(
    r"[”\"]?[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:(?:อำเภอ|อ\.|จังหวัด|จ\.)[ ]?[ก-๎]{2,30}[ ]*){0,2}(?:นำ)?โดย(?:มี)?[ ]*"
)


def stands_for(text: str, party: Party, position: Span | None, draft: Draft) -> bool:
    """Whether a person behind a winner is only its head: โรงพยาบาล ก โดยนายแพทย์ ข ผู้อำนวยการโรงพยาบาล ก.

    Who trains a team has not won beside it, however far behind it he is named.
    """
    if party.kind != "person":
        return False
    if _TRAINS.match(text, party.name.end):
        return True
    winner = draft.recipient
    if winner is None or winner.kind == "person" or draft.work is not None or position is None:
        return False
    return _STANDS_BY.fullmatch(text, winner.end, party.start) is not None and _HEADS_BODY.match(text, position.start) is not None


def made_it(text: str, draft: Draft, party: Party) -> bool:
    """Whether `party` is told as the maker of a work that was told of another: จังหวัดน่าน โครงการ ก โดย นาย ข."""
    work = draft.work
    return (
        work is not None
        and draft.recipient is not None
        and draft.recipient.kind == "place"
        and draft.recipient.start < work.start < party.start
        and NEAR.fullmatch(text[work.end : party.start]) is not None
    )


def title_before(text: str, party: Party, draft: Draft) -> Span | None:
    """A work that no mark shows, in a row of works each with its maker: โครงการลมหนาว โดย นาย ก โครงการ… โดย นาย ข."""
    if party.role != "doer" or not draft.enumerates or not 0 <= draft.mark <= party.start <= draft.mark + 170:
        return None
    match = TITLED.fullmatch(text, draft.mark, party.start)
    return Span(*match.span("title"), "work.in_row") if match else None


def is_next_firm(party: Party, draft: Draft) -> bool:
    """Whether a row goes on behind who stands for its last winner: บริษัท ก โดยนาย ข และ|บริษัท ค."""
    last = draft.recipient
    return last is not None and party.role == "listed" and last.kind != "person" != party.kind


# characters behind an item's winner within which no other prize is named
_ITEM = 160


def ends_item(text: str, first: Party, party: Party, draft: Draft) -> int:
    """Where a list's item ends, if it names a second winner beside its first: 3) นาย ก และ|นาย ข; 0 if it does not."""
    if draft.own or draft.work is not None or first.kind != party.kind or party.role != "listed":
        return 0
    if AND.fullmatch(text, first.end, party.start) is None:
        return 0
    newline = text.find("\n", party.end)
    return min(newline if newline >= 0 else len(text), party.end + _ITEM)
