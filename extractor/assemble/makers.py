"""Several makers of one work: one conferral, of whom the first is named, and of the school or office that they are from.

เรื่อง “ก” โดย นาย ข, นาย ค และนาง ง จากโรงเรียน จ · เรื่อง “ก” จากโรงเรียน จ โดย นาย ข และนาง ง · นาย ข และนาง ง จากเพลง ก
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.assemble.draft import Candidate, Draft
    from extractor.assemble.findings import Party
    from extractor.document import Span

# เรื่อง “ก” ของ ข| และ |ค; ด.ช. ก (ม.1)|, |ด.ญ. ข| และอาจารย์ที่ปรึกษา |อาจารย์ ค
_JOINTLY = re.compile(
    r"[ ]{0,3}(?:\([^()\n]{1,40}\)[ ]{0,3})?(?:,|และ|,[ ]?และ"
    r"|/)[ ]*(?:โดยมี)?[ ]?(?:(?:อาจารย์|ครู)(?:ผู้)?(?:ที่ปรึกษา|ควบคุม)?[ ]?)?(?:คุณ|ทีม)?"
)
# ด.ช. ก ข| |ด.ญ. ค ง
_BESIDE = re.compile(r"[ ]{1,3}(?:\([^()\n]{1,40}\)[ ]?)?")
# จากโรงเรียน ก| โดย |ด.ช. ข; นักศึกษาจากมหาวิทยาลัย ก| ประกอบด้วย |นาย ข
_NAMES_MAKERS = re.compile(
    r"(?:[ ]?\([^()\n]{1,40}\))?(?:[ ]?(?:(?:ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.)[ ]?[ก-๎]{2,30})){0,3}[ ]*"
    r"(?:โดย(?:มี)?|ซึ่ง|มี|ได้แก่|คือ|ประกอบ(?:ไป)?ด้วย|:)[ ]*"
    r"(?:นักเรียน|นักศึกษา|นักวิจัย|ผู้จัดทำ|สมาชิก|คณะ|ประกอบด้วย|คือ|ได้แก่|[ ])*[ ]*(?:\d[.)][ ]*)?"
)
# bodies whose pupils and members make the work; a group of weavers makes it itself
_SCHOOL = re.compile(
    r"โรงเรียน|ร\.?ร\.|มหาวิทยาลัย|ม\.|มทร|มรภ|วิทยาลัย|จุฬาลงกรณ์|สถาบัน(?:เทคโน|บัณฑิต|การจัดการ)|คณะ|ราชวิทยาลัย|ภาควิชา|สำนักวิชา"
)
# นาย ก และนาย ข| จาก|เพลง ค
_MADE = re.compile(r"[ ]*(?:\([^()\n]{1,40}\)[ ]*)?(?:จาก|ด้วย|กับ|เจ้าของ|ใน)[ ]?[ก-๎]{0,24}[ ]?[“\"]?")


def are_joint(text: str, draft: Draft, party: Party) -> bool:
    """Whether `party` made the draft's work together with its recipient and those named since."""
    assert draft.recipient is not None
    end = max(draft.recipient.end, draft.joined_until)
    if _JOINTLY.fullmatch(text, end, party.start):
        return True
    if draft.recipient.kind == party.kind == "organisation" and draft.recipient.role == "doer" and text[end : party.start] == " ":
        return True  # ของกรม ก |กรม ข
    return draft.recipient.kind == party.kind == "person" and _BESIDE.fullmatch(text, end, party.start) is not None


def join(draft: Draft, party: Party) -> None:
    """Leaves the work to the recipient; the school that stands behind the last maker is that of all."""
    assert draft.recipient is not None
    draft.joined_until = party.end
    if draft.recipient.body is None and draft.recipient.kind == party.kind == "person":
        draft.recipient.body = party.body


def from_school(text: str, draft: Draft, party: Party) -> bool:
    """Whether `party` is a maker whose school or group was told as the work's before: จากโรงเรียน ก โดย ด.ช. ข."""
    recipient = draft.recipient
    return (
        recipient is not None
        and recipient.kind != "person"
        and party.kind == "person"
        and draft.work is not None
        and draft.work_first
        and _NAMES_MAKERS.fullmatch(text, recipient.name.end, party.start) is not None
    )


def take_maker(text: str, draft: Draft, party: Party) -> None:
    """Makes a pupil the recipient and the school what stands above; a group stays the recipient, whoever is named for it."""
    assert draft.recipient is not None
    if _SCHOOL.match(text, draft.recipient.name.start):
        party.body = draft.recipient.name
        draft.recipient, draft.at = party, party.start
    draft.joined_until = draft.mark = party.end


def credit_first(text: str, draft: Draft, work: Span, candidates: list[Candidate]) -> None:
    """Gives a work that stands behind a row of people to the first of them: นาย ก และนาย ข จากเพลง ค."""
    recipient = draft.recipient
    if recipient is None or recipient.kind != "person" or draft.work is not None:
        return
    if _MADE.fullmatch(text, recipient.end, work.start) is None:
        return
    first, count = recipient, 0
    while count < len(candidates):
        told = candidates[-1 - count]
        before = told.recipient
        if before is None or before.kind != "person" or told.work is not None or not before.start < first.start:
            break
        if not _AND.fullmatch(text, before.end, first.start) or (count and not _COMMA.fullmatch(text, before.end, first.start)):
            break
        first, count = before, count + 1
    if count:
        del candidates[-count:]
        first.body = first.body or recipient.body
        draft.recipient, draft.at = first, first.start


_AND = re.compile(r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:,|และ|,[ ]?และ)[ ]?")
_COMMA = re.compile(r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?,[ ]?")
