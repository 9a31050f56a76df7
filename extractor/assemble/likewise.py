"""Who has won the prize that was told of right before, by words for likeness.

นาย ก ได้รับรางวัล ข |เช่นเดียวกับ|นาง ค และนาย ง · คนน่านอีก 1 รายที่ได้|รับรางวัลเดียวกัน|นี้ คือ นาง จ สาขาดนตรี
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.agreeing import LIKEWISE
from extractor.assemble.draft import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.assemble.findings import Findings, Party
    from extractor.match.label import Label

_CUES = Words("เช่นเดียวกับ|เช่นเดียวกันกับ|รางวัลเดียวกัน")
_LIKE = re.compile(r"เช่นเดียวกั(?:นกั)?บ[ ]*(?:ทาง|ท่าน)?[ ]*")
# ที่ได้รับ|รางวัลเดียวกันนี้อีก 1 ราย คือ
_THE_SAME = re.compile(
    r"รางวัลเดียวกัน(?:นี้|นั้น)?[ ]?(?:(?:ในปีนี้|ด้วย|อีก|มี|จำนวน|รวม|\d{1,3}|ราย|คน|ท่าน|แห่ง|ทีม|องค์กร)[ ]?){0,6}(?:คือ|ได้แก่)[ ]*"
)
_TAKEN = re.compile(r"(?:ได้|รับ|คว้า|ครอง|ชนะ)[ก-๎]{0,12}\Z")
_NEXT = re.compile(r"[ ]{0,3}(?:,[ ]?(?:และ|กับ)?|และ|กับ|รวมทั้ง|ตลอดจน)[ ]{0,3}\Z")
# what tells of a win or deed of their own: เช่นเดียวกับนาง ค| ที่คว้ารางวัล…
_ON_ITS_OWN = re.compile(
    r"[”\"]?[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:ที่|ซึ่ง)?[ ]?(?:ก็|ยัง|เคย|เพิ่ง|จะ|ไม่|ว่า){0,4}"
    r"(?:ได้|คว้า|ครอง|ซิว|ชนะ|พลาด|จัด|มอบ|กล่าว|เผย|บอก|แพ้|ตกรอบ)"
)
# characters between the prize and those who have it, too; behind a winner until the next or a field of its own
_FAR, _BEHIND = 160, 70
_PARTS = ("branch", "category")


def read_likewise(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those who are told to have won as the last before them did."""
    text = findings.text
    for cue in _CUES.find(text):
        like = _LIKE.match(text, cue)
        same = _THE_SAME.match(text, cue) if like is None and _TAKEN.search(text, max(0, cue - 16), cue) else None
        behind = like or same
        if behind is None:
            continue
        winners = list(_winners(findings, behind.end()))
        if not winners or (like is not None and _ON_ITS_OWN.match(text, winners[-1][0].end)):
            continue
        before = _before(candidates, cue, text)
        if before is None or before.recipient is None or before.recipient.kind != winners[0][0].kind:
            continue
        start, end = winners[0][0].start, max(part.until if part is not None else party.end for party, part in winners)
        told = [one for one in candidates if _is_of(one, start, end)]
        if like is not None and told:
            continue
        candidates = [one for one in candidates if one not in told]
        candidates.extend(_likewise(before, party, part) for party, part in winners)
    others = list(_in_other_classes(findings, candidates))
    classes = {label.start for other in others if (label := _part_of(other)) is not None}
    kept = [one for one in candidates if (part := _part_of(one)) is None or part.start not in classes]
    return [*kept, *others] if others else candidates


# นาย ก ได้รับรางวัล ข ด้านศิลปะ| และ|นาง ค ด้านดนตรี
_JOINT = re.compile(r"[ ]?(?:,[ ]?(?:และ)?|และ|;)[ ]?")
_SAME_WORD = re.compile(r"ด้าน|สาขา|ประเภท|รุ่น|ระดับ")


def _in_other_classes(findings: Findings, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those who are told to have won in another class, right behind one who has: นาย ก ได้รับรางวัล ข ด้านศิลปะ และ|นาง ค ด้านดนตรี."""
    text = findings.text
    for one in candidates:
        last, part = one, _part_of(one)
        while part is not None and last.recipient is not None and one.status == "conferred":
            word = _SAME_WORD.match(text, part.outer)
            joint = _JOINT.match(text, part.until) if word is not None and last.recipient.end <= part.outer else None
            party = findings.party_at(joint.end()) if joint is not None else None
            label = findings.label_at(party.name.end, 2) if party is not None and party.kind == last.recipient.kind else None
            if (
                party is None
                or label is None
                or label.kind != part.kind
                or word is None
                or not text.startswith(word.group(), label.outer)
            ):
                break
            if any(other.recipient is party for other in candidates):
                break
            last, part = _likewise(one, party, label), label
            yield last


def _part_of(candidate: Candidate) -> Label | None:
    return candidate.labels.get("category") or candidate.labels.get("branch")


def _winners(findings: Findings, at: int) -> Iterator[tuple[Party, Label | None]]:
    """Who is named right behind a cue and joined to that by และ, each with the field behind it that is its alone."""
    text = findings.text
    first = findings.party_at(at, 1)
    if first is None or first.role in {"giver", "superior"}:
        return
    line = text.find("\n", at)
    line = line if line >= 0 else len(text)
    row = [first]
    for party in findings.parties_between(first.start, line + 1):
        if party.start > row[-1].end + _BEHIND:
            break
        if party.kind == row[0].kind and party.start >= row[-1].end and _NEXT.search(text, row[-1].end, party.start):
            row.append(party)
    for party, following in zip(row, [*row[1:], None], strict=True):
        until = min(line, party.end + _BEHIND) if following is None else following.start
        yield party, _part_behind(findings, party.end, until)


def _part_behind(findings: Findings, begin: int, end: int) -> Label | None:
    label = next(iter(findings.labels_between(begin, end)), None)
    return label if label is not None and label.kind in _PARTS else None


def _before(candidates: Sequence[Candidate], cue: int, text: str) -> Candidate | None:
    """The last that was told before the cue, near it."""
    ends = [(_end(one), at) for at, one in enumerate(candidates) if one.status == "conferred" and _end(one) <= cue]
    if not ends:
        return None
    end, at = max(ends)
    return candidates[at] if cue - end <= _FAR and text.count("\n", end, cue) <= 2 else None


def _end(candidate: Candidate) -> int:
    ends = [label.until for label in candidate.labels.values()]
    return max([*ends, candidate.recipient.end if candidate.recipient is not None else candidate.at])


def _is_of(candidate: Candidate, start: int, end: int) -> bool:
    """Whether a candidate was read of what stands between two places."""
    recipient = candidate.recipient
    return (recipient is not None and start <= recipient.start < end) or any(
        start <= label.outer < end for label in candidate.labels.values()
    )


def _likewise(before: Candidate, party: Party, part: Label | None) -> Candidate:
    labels = before.labels
    if part is not None:
        labels = {kind: label for kind, label in labels.items() if kind not in _PARTS} | {part.kind: part}
    return Candidate(labels=dict(labels), at=party.start, rule=LIKEWISE, cue=before.cue, recipient=party, verb=True)
