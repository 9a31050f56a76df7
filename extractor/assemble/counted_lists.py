"""Winners of no known shape below a rank or class that says how many they are, where just as many names stand.

ระดับดีมาก (เหรียญเงิน) 2 หน่วยงาน⏎สถานีสูบน้ำที่ 1 (ชลบุรี)⏎ศูนย์ฝึกอบรมนาดี · รางวัลชมเชย จำนวน 3 ราย ได้แก่ สวนลุงดำ, ไร่นาดี และบ้านไผ่
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.assemble.free_names import THING
from extractor.assemble.free_party import free_party
from extractor.assemble.line_words import BULLET
from extractor.document import Span
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

# ระดับดีมาก| (เหรียญเงิน) จำนวน |2| หน่วยงาน ได้แก่ |
_COUNT = re.compile(
    r"[”\"]?(?:[ ]*\([^()\n]{1,60}\))?[ ]*(?:มี|จำนวน|รวม|อีก)?[ ]?(?P<count>\d{1,2})[ ]?"
    r"(?:หน่วยงาน|แห่ง|ราย|คน|ท่าน|ทีม|โรง(?:เรียน|แรม|พยาบาล|งาน)|บริษัท|องค์กร|รางวัล|ชุมชน|กลุ่ม|จังหวัด|อำเภอ|ตำบล"
    r"|หมู่บ้าน|ร้าน|สถาน(?:ประกอบการ|ศึกษา)|สหกรณ์|เทศบาล|วัด|แบรนด์|สำนักงาน|ศูนย์|ฟาร์ม|สวน|วง|คณะ|เรือ)"
    r"[ก-๎]{0,16}[ ]*(?P<opens>ได้แก่|คือ|ดังนี้|ประกอบด้วย)?[ ]*:?[ ]*(?P<line>\n\s*)?"
)
_PARTED = re.compile(r"[ ]{0,3}[,/;][ ]*")
_LAST = re.compile(r"(?P<apart>[ ]{0,3})และ[ ]*")
_TO_NEXT = re.compile(r"(?:[ ,]|และ|ส่วน|รางวัล|ใน|ขณะที่|สำหรับ){1,8}\Z")
# of a body its first word tells that the rest is its name: สำนักงานน้ำและชายฝั่งที่ 4
_BODY = re.compile(
    r"(?:สำนัก|ศูนย์|กอง|กลุ่ม|โรง(?:เรียน|พยาบาล|งาน|แรม|ไฟฟ้า)|สถา(?:นี|บัน)|หน่วย|ฝ่าย|แผนก|(?:มหา)?วิทยาลัย|เทศบาล|อบต|องค์การ|วัด|ชุมชน|สหกรณ์|บริษัท|ธนาคาร|ร้าน"
    r"|ด่าน|เรือนจำ|ศาล|อุทยาน|เขต|นิคม|ท่าเรือ|สวน|ฟาร์ม|วิสาหกิจ|สมาคม|ชมรม)[ก-๎]"
    r"[^\n(“”\"]{2,70}?(?=[ ]*(?:\(|$|\n)|[ ](?:ซึ่ง|ที่(?![ ]?\d)|โดย|จังหวัด|จ\.|อำเภอ|อ\.))"
)
# characters of a line of names; names beyond which a list is no list of free names
_LINE, _MOST = 300, 40
# characters above a list within which its award is named
_ABOVE = 1500


class _Listed(NamedTuple):
    """The rank or class of a counted list, and who is named in it, in order."""

    label: Label
    names: list[Party]


def read_counted(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with one for each name of such a list, where other ones were read of it."""
    for label, names in _lists(findings):
        start, end = names[0].start, names[-1].end
        within = [one for one in candidates if start <= one.place < end]
        if any(one.work is not None for one in within):
            continue
        starts = {name.start for name in names}
        rows = [one for one in within if one.recipient is not None and one.recipient.start in starts]
        for one in rows:
            if one.parent is not None and one.parent.start in starts:
                one.parent = None  # ก⏎ข, of whom the second is no superior of the first
        told = {one.recipient.start for one in rows if one.recipient is not None}
        prize = _prize(findings, label, within)
        if prize is not None and told != starts:
            candidates = [one for one in candidates if one not in within or one in rows]
            candidates.extend(
                Candidate(labels={**prize}, at=name.start, rule="conferral.list", recipient=name)
                for name in names
                if name.start not in told
            )
    return candidates


def _prize(findings: Findings, label: Label, within: list[Candidate]) -> dict[str, Label] | None:
    """What a list's winners have: as it was read of one of them, else the label with the award that the text names above."""
    if within:
        return {kind: held for kind, held in within[0].labels.items() if kind != label.kind} | {label.kind: label}
    awards = [other for other in findings.labels if other.kind == "award" and other.outer < label.outer]
    if awards and label.outer - awards[-1].until < _ABOVE:
        return findings.with_year(awards[-1]) | {label.kind: label}
    return {label.kind: label} if label.kind == "level" else None


def _lists(findings: Findings) -> Iterator[_Listed]:
    for label in findings.labels:
        if label.kind not in {"level", "category", "branch"}:
            continue
        count = _COUNT.match(findings.text, label.until)
        if count is None or not (count["opens"] or count["line"]) or not 0 < int(count["count"]) <= _MOST:
            continue
        names = _names(findings, count.end(), int(count["count"]), lines=count["line"] is not None)
        if names:
            yield _Listed(label, names)


def _names(findings: Findings, at: int, count: int, *, lines: bool) -> list[Party]:
    """As many names as are counted; none where there are more or fewer, or where one is no name."""
    text = findings.text
    chunks: list[tuple[int, int]] = []
    for start, stop in _text_lines(text, at):
        end = stop if lines else _before_label(findings, start, stop)
        chunks.extend(_parts(text, start, end, count - len(chunks), lines=lines))
        if len(chunks) >= count or not lines:
            break
    if len(chunks) != count:
        return []
    names = []
    for start, end in chunks:
        name = findings.party_at(start, 1) or free_winner(findings, start, end)
        if name is None or name.role == "giver":
            return []
        names.append(name)
    return names


def _before_label(findings: Findings, start: int, end: int) -> int:
    """Where a row ends that goes on with another rank or class: …และนาย ค| และรางวัลชมเชย."""
    end = min((label.outer for label in findings.labels_between(start, end)), default=end)
    return start + len(_TO_NEXT.sub("", findings.text[start:end]))


def free_winner(findings: Findings, start: int, end: int, *, things: bool = False) -> Party | None:
    """A winner of whom nothing tells but the place, with the body that is named behind: วงพิณแคน| โรงเรียนนาดี."""
    text = findings.text
    bracket = text.find(" (", start, end)
    if findings.labels_between(start, bracket if bracket >= 0 else end):
        return None
    if not things and THING.match(text, start):
        return None
    above = next(iter(findings.parties_between(start + 3, end)), None)
    if above is not None and above.kind == "person":
        return None
    if above is not None and (above.kind != "organisation" or text[above.start - 1] != " "):
        above = None
    until = end if above is None else above.start
    body = _BODY.match(text, start, until)
    if body is not None:
        name: Party | None = Party.of_words(Span(*body.span(), "party.position"), "listed")
    else:
        name = free_party(text, start, until, opened=True)
    if name is not None and above is not None:
        name.body = above.name
    return name


def _text_lines(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The lines from `at` on to an empty one, without bullets or numbers."""
    while at < len(text):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        bullet = BULLET.match(text, at, end)
        start = bullet.end() if bullet is not None else at
        if start >= end or end - start > _LINE:
            return
        yield start, end
        at = end + 1


def _parts(text: str, start: int, end: int, wanted: int, *, lines: bool) -> list[tuple[int, int]]:
    """The names that marks part in one line; the last two may be joined by และ, if that makes as many as are wanted."""
    marks = [mark.span() for mark in _PARTED.finditer(text, start, end)]
    begins, ends = [start, *(stop for _, stop in marks)], [*(begin for begin, _ in marks), end]
    parts = list(zip(begins, ends, strict=True))
    if len(parts) == wanted - 1 and (joined := _joined(text, parts[-1][0] + 3, end, lines=lines)) is not None:
        parts[-1:] = [(parts[-1][0], joined.start()), (joined.end(), end)]
    return [(begin, stop) for begin, stop in parts if stop > begin]


def _joined(text: str, start: int, end: int, *, lines: bool) -> re.Match[str] | None:
    """The และ before the last of a row: the last that stands apart, or the only one, which may be a part of a name in a line."""
    marks = list(_LAST.finditer(text, start, end))
    apart = [mark for mark in marks if mark["apart"]]
    return apart[-1] if apart else marks[0] if len(marks) == 1 and not lines else None
