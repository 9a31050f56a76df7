"""Decisions in words, for the history of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.archive.entries import ERA
from extractor.archive.words import RULE
from extractor.web.language import gettext
from extractor.web.sentences import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Row


@dataclass(frozen=True, slots=True)
class Told:
    """A decision: its number, when (UTC), who, what in words; whether it was taken back, and the conferral it is of."""

    number: int
    at: str
    who: str
    what: str
    undone: bool
    subject: str
    can_undo: bool


def field_name(field: str) -> str:
    """What a field is called."""
    names = {
        "award": gettext("รางวัล"),
        "year": gettext("ปี"),
        "edition": gettext("ครั้งที่"),
        "branch": gettext("สาขา"),
        "category": gettext("ประเภท"),
        "level": gettext("ระดับ"),
        "work": gettext("ผลงาน"),
        "recipient": gettext("ผู้รับ"),
        "parent": gettext("สังกัด"),
    }
    return names.get(field, field)


def state_name(state: str) -> str:
    """What an article's state is called."""
    return {"new": gettext("ใหม่"), "review": gettext("กำลังตรวจ"), "done": gettext("ตรวจแล้ว")}.get(state, state)


def warning_name(code: str) -> str:
    """What a warning of a record is about."""
    names = {
        "claim_mismatch": gettext("จำนวนที่ข่าวอ้างไม่ตรงกับรายการ"),
        "impossible_date": gettext("วันที่เป็นไปไม่ได้"),
        "conflicting_values": gettext("ค่าขัดแย้งกัน"),
        "not_extracted": gettext("โปรแกรมอ่านข่าวนี้ไม่จบ"),
    }
    return names.get(code, code)


def rule_name(rule: str) -> str:
    """What the line below the article says of a rule: its name, as in `extractor explain`, or that a person chose the words."""
    return gettext("คนเลือกคำนี้") if rule == RULE else warning_name(rule)


def warning_detail(warning: Mapping[str, Any], text: str) -> str:
    """What a warning says, in the reader's language where its shape is known; `text` is the article's."""
    numbers = re.findall("[0-9]+", warning["message"])
    start, end = warning.get("start"), warning.get("end")
    words = " ".join(text[start:end].split()) if start is not None and end is not None else ""
    if warning["code"] == "claim_mismatch" and len(numbers) == 2:
        return gettext("ข่าวอ้าง %(claimed)s พบ %(found)s") % {"claimed": numbers[0], "found": numbers[1]}
    if warning["code"] == "not_extracted":
        return said(str(warning["message"]), gettext("ตรวจและเพิ่มรายการเองได้"))
    return words or warning_name(warning["code"])


def told(events: Iterable[Row[Any]], labels: Mapping[str, str]) -> list[Told]:
    """The decisions, the latest first; `labels` names conferrals by their ids."""
    return [
        Told(
            event.id, event.at, event.who, _words(event, labels), event.undone is not None, event.subject,
            event.action != "undo" and event.undone is None,
        )
        for event in reversed(list(events))
    ]  # fmt: skip


def _words(event: Row[Any], labels: Mapping[str, str]) -> str:
    subject, other = labels.get(event.subject, event.subject), labels.get(event.other or "", event.other or "")
    worded = {
        "reject": gettext("ตัดออก: %(subject)s"),
        "confirm": gettext("ยืนยัน: %(subject)s"),
        "merge": gettext("รวม %(other)s เข้ากับ %(subject)s"),
        "split": gettext("แยกออกจากข่าวอื่น: %(subject)s"),
        "apart": gettext("ให้ %(subject)s กับ %(other)s เป็นคนละรายการ"),
        "later": gettext("เลื่อนการตัดสิน %(subject)s กับ %(other)s"),
        "rename": gettext("เปลี่ยนชื่อเป็น %(value)s"),
        "add": gettext("แยกเป็นสองจาก %(other)s") if event.other else gettext("เพิ่ม: %(subject)s"),
        "state": gettext("สถานะ: %(state)s"),
        "undo": gettext("เลิกทำรายการที่ %(value)s"),
        "set": gettext("%(subject)s: %(field)s เป็น “%(value)s” เดิม “%(before)s”"),
    }.get(event.action, event.action)
    field = event.field or ""
    filled: str = worded % {
        "subject": subject,
        "other": other,
        "field": field_name(field),
        "value": shown(field, event.value),
        "before": shown(field, event.before.get("value")),
        "state": state_name(event.value or ""),
    }
    return filled + (gettext(" เหตุผล: %(reason)s") % {"reason": event.reason} if event.reason else "")


def shown(field: str, value: object) -> str:
    """A field's value as people read it: a year in both eras, a dash for nothing.

    >>> shown("year", 2023), shown("level", "ดีเด่น"), shown("level", None)
    ('2566 / 2023', 'ดีเด่น', '–')
    """
    if value is None or value == "":
        return "–"
    if field == "year" and str(value).isdigit():
        return f"{int(str(value)) + ERA} / {value}"
    return str(value)
