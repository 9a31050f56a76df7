"""What one paragraph says of one programme's ceremony, and how two such reports stand to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from extractor.assemble.ceremony_events import WON_THERE, EventKind
from extractor.assemble.ceremony_parts import Scope, is_statement, own_date
from extractor.assemble.ceremony_stages import RESULT
from extractor.document import Span

FIELDS = ("date", "organiser", "presided_by", "venue")


@dataclass(slots=True)
class CeremonyFound:
    """A ceremony: a span a field, or None."""

    award: Span | None
    date: Span | None
    organiser: Span | None
    presided_by: Span | None
    venue: Span | None

    def fill(self, other: CeremonyFound) -> None:
        """Takes from another what this one does not say."""
        for name in FIELDS:
            if getattr(self, name) is None:
                setattr(self, name, getattr(other, name))


# a call for entries, whose ceremony has no day yet
_CALL = re.compile("(?:เปิด)?รับสมัคร|ส่งผลงานเข้า|เสนอชื่อเข้า|เชิญชวน")
# รางวัลภาพยนตร์ยอดเยี่ยม: one prize of a programme
_ONE_PRIZE = re.compile("ยอดเยี่ยม|ชนะเลิศ|ชมเชย|อันดับ|บูธ|ขวัญใจ|พิเศษ")
# characters behind a contest within which its result is told
_RESULT_REACH = 500


@dataclass(slots=True)
class Report:
    """What one event's paragraph says of one programme's ceremony.

    `own`: an announcement, or what is to come, with a day of its own.
    """

    key: str
    kind: EventKind
    own: bool
    ceremony: CeremonyFound
    scope: Scope
    future: bool = False


def same_programme(one: Report, other: Report) -> bool:
    """Whether two reports name one programme, or one of them a part of the other's name."""
    return one.key == other.key or (len(one.key) > 5 and len(other.key) > 5 and (one.key in other.key or other.key in one.key))


def same_event(one: Report, other: Report) -> bool:
    """Whether two reports of one programme can be of one ceremony, as far as their days and kinds tell."""
    a, b = one.ceremony.date, other.ceremony.date
    if one.future != other.future and a is not None and b is not None:
        return a.value == b.value
    if one.own != other.own or (one.own and one.kind != other.kind):
        return a is not None and b is not None and a.value == b.value
    return True


def stands_alone(report: Report) -> bool:
    """Whether a report says enough to be a ceremony by itself.

    A receipt must tell its day or who handed over, a contest both or its day right behind, and more; an event without
    an award's name its day, and who or where.
    """
    ceremony = report.ceremony
    if ceremony.award is not None and ceremony.award.rule == "award.described":
        more = report.own or ceremony.presided_by is not None or ceremony.venue is not None
        return ceremony.date is not None and more
    if report.kind in {"present", "announce", "stage"}:
        return True
    told = sum(getattr(ceremony, name) is not None for name in FIELDS)
    if ceremony.presided_by is None:
        held = report.kind == "receive" or own_date(report.scope) is not None or _tells_result(report)
        if report.kind == "contest" and _is_decided(report):
            return True
        return held and ceremony.date is not None and told > 1
    return report.kind == "receive" or (told > 1 and ceremony.date is not None)


# รางวัลชนะเลิศ ได้รับเกียรติบัตรและเงินรางวัล ได้แก่ ผ้าไหม …: how a contest that somebody ran at some place ended
_ENDED = re.compile(r"(?<!ชิง)ชนะเลิศ[^\n]{0,80}?(?:ได้แก่|คือ|เป็นของ|ตกเป็น)")
_ENDED_REACH = 2500
# เป็นประธานคณะกรรมการ|ตัดสินการประกวด
_CHAIRED_JURY = ("ประธาน", "ประธานการ", "ประธานใน", "ประธานในการ", "ประธานคณะกรรมการ", "ประธานกรรมการ")


def _is_decided(report: Report) -> bool:
    """Whether the result of a contest follows that is told of with its day, or with its place and who ran it."""
    ceremony, scope = report.ceremony, report.scope
    text = scope.findings.text
    if text.endswith("การ", 0, scope.start):  # (สำหรับ)การ|จัดประกวดครั้งนี้: what it is for
        return False
    if ceremony.date is not None and ceremony.venue is not None and text.endswith(_CHAIRED_JURY, 0, scope.start):
        return True
    if ceremony.date is not None:
        return (
            text.startswith("ตัดสิน", scope.start)
            and RESULT.search(text, scope.end, min(scope.line_end, scope.end + _RESULT_REACH)) is not None
        )
    run = ceremony.organiser is not None and ceremony.organiser.rule == "ceremony.organiser"
    if not run or ceremony.venue is None:
        return False
    return any(ended.search(text, scope.end, scope.end + _ENDED_REACH) is not None for ended in (WON_THERE, _ENDED))


def _tells_result(report: Report) -> bool:
    """Whether behind a contest that somebody is told to have run its result follows: จัดแข่งขัน… ทีมที่ได้รับรางวัลชนะเลิศ ได้แก่ …."""
    organiser, scope = report.ceremony.organiser, report.scope
    if organiser is None or organiser.rule != "ceremony.organiser" or organiser.start > scope.end:
        return False
    return RESULT.search(scope.findings.text, scope.end, min(scope.line_end, scope.end + _RESULT_REACH)) is not None


def stands_beside(report: Report, first: Report) -> bool:
    """Whether a further programme is of the first one's event, or of an event with a day of its own."""
    if report.ceremony.date is not None or report.scope.start == first.scope.start:
        return True
    told = first.ceremony.presided_by is not None or first.ceremony.venue is not None
    return told and report.kind == first.kind == "present" and report.scope.line_start == first.scope.line_start


def is_prize_of(report: Report, first: Report) -> bool:
    """Whether a further award without a name of its own is one of the first one's prizes, told of the same event."""
    award, ceremony = report.ceremony.award, report.ceremony
    text, scope = report.scope.findings.text, report.scope
    if award is None or award.id is not None or text.startswith(("พิธี", "จัดงาน"), scope.start) or first.scope.start == scope.start:
        return False
    if _ONE_PRIZE.search(text, award.start, award.end) is None:
        return False
    told = first.ceremony.date
    return ceremony.date is None or told is None or ceremony.date.value == told.value


# of the shorter name how much the longer one must hold in a row, or in pieces
_SHARED, _SHARED_IN_PIECES, _PIECE = 0.6, 0.85, 4


def rewords(report: Report, other: Report) -> bool:
    """Whether a later paragraph tells of an earlier one's programme in other words: รางวัลการประกวดเครือข่ายผ้า, รางวัลเครือข่ายผ้า."""
    mine, theirs = report.ceremony, other.ceremony
    if mine.award is None or theirs.award is None or other.scope.line_end > report.scope.line_start:
        return False
    if mine.award.id is not None and theirs.award.id is not None:
        return False
    if mine.date is None or theirs.date is None or mine.date.value != theirs.date.value:
        return False
    text = report.scope.findings.text
    one = text[mine.award.start : mine.award.end].removeprefix("รางวัล")
    two = text[theirs.award.start : theirs.award.end].removeprefix("รางวัล")
    pieces = [block.size for block in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()]
    shortest = min(len(one), len(two))
    return max(pieces) >= _SHARED * shortest or sum(size for size in pieces if size >= _PIECE) >= _SHARED_IN_PIECES * shortest


def is_told(report: Report) -> bool:
    """Whether the article says of the event when, where or under whom it was, or at least whose announcement it is."""
    ceremony = report.ceremony
    scope = report.scope
    if ceremony.date is None and ceremony.venue is None and _CALL.search(scope.findings.text, scope.line_start, scope.end + 60):
        return False
    if ceremony.presided_by is not None or ceremony.venue is not None:
        return True
    if ceremony.date is not None and (report.own or not is_statement(report.scope, ceremony.date)):
        return True
    giver = ceremony.organiser
    return giver is not None and giver.rule != "ceremony.organiser_of_award"


def retells(report: Report, other: Report) -> bool:
    """Whether a report under another name says nothing but what a fuller one says: a headline's loose wording."""
    if report is other or report.scope.line_start == other.scope.line_start:
        return False
    mine = [name for name in FIELDS if getattr(report.ceremony, name) is not None]
    theirs = [name for name in FIELDS if getattr(other.ceremony, name) is not None]
    if len(theirs) < len(mine) + 1 or "date" in mine:
        return False
    return all(getattr(report.ceremony, name) == getattr(other.ceremony, name) for name in mine)
