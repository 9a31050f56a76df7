"""Two prizes that one winner has received, or that are told of alike: รางวัลรองชนะเลิศอันดับ 2 และรางวัล Popular Vote ทีมนาดี."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.assemble.draft import Draft
    from extractor.assemble.findings import Findings
    from extractor.match.label import Label

ALSO = r"(?:และ|พร้อม(?:ทั้ง|ด้วย|กับ)?|ควบ(?:คู่)?(?:กับ)?)"
"""What joins one prize to another that is as good."""
_AND = re.compile(rf"[ ]*{ALSO}[ ]*")
_KINDS = frozenset({"level", "category"})
# ranks of one contest, of which nobody has two: รางวัลที่ 1 และรางวัลที่ 2 ได้แก่ นาย ก และนาย ข
_OF_CONTEST = frozenset({"level.first", "level.runner", "level.medal", "level.place", "level.praise"})


def take_up(text: str, label: Label, draft: Draft, *, winner: bool) -> None:
    """Keeps the prize before a label for the same winner, where the two are joined and one is no rank of the contest.

    Args:
        text: the clean text.
        label: the prize that is named now.
        draft: what has been collected; its `twin` is the prize before, with the kind that it has not.
        winner: whether who or what has won stands right behind the label.
    """
    if not winner or label.kind not in _KINDS or draft.recipient is not None or draft.work is not None:
        return
    last = next((known for kind in draft.own & _KINDS if (known := draft.labels.get(kind)) and known.until == draft.mark), None)
    if last is None or {last.rule, label.rule} <= _OF_CONTEST or not text.startswith("รางวัล", label.outer):
        return
    if _AND.fullmatch(text, last.until, label.outer):
        draft.twin = (last, label.kind)
        if last.kind != label.kind:
            del draft.labels[last.kind]
            draft.own.discard(last.kind)


# มอบรางวัล ก| และ|รางวัล ข, “รางวัล ก|” และ “|รางวัล ข”
_JOINED = re.compile(rf"[”\"’']?[ ]*{ALSO}[ ]*[“\"‘']?")
# รางวัล ข| ประจำปี 2566 ให้แก่ |กรม ค
_TO = re.compile(
    r"[”\"’']?[ ]?(?:(?:ประจำ)?ปี[ ]?(?:งบประมาณ[ ]?)?(?:พ\.ศ\.[ ]?)?\d{4}[ ]?)?(?:ให้(?:แก่|กับ)?|แก่|แด่)[ ]*(?:คุณ|ท่าน)?[ ]*"
)
# กรม ค| และกรม ง: who are many may have one prize each
_MORE = re.compile(r"[ ]?(?:\([^()\n]{1,40}\))?[^\n]{0,60}?(?:,|และ|กับ|ตามลำดับ)")
_GIVEN = frozenset({"award", "category"})


def take_up_given(text: str, label: Label, draft: Draft, findings: Findings) -> None:
    """Keeps the prize before a label where both are given to the one who is named behind: มอบรางวัล ก และ|รางวัล ข| ให้แก่กรม ค."""
    last = draft.labels.get(label.kind)
    if last is None or label.kind not in _GIVEN or draft.recipient is not None or draft.work is not None:
        return
    if last.until != draft.mark or not text.startswith("รางวัล", label.outer) or not text.startswith("รางวัล", last.outer):
        return
    to = _TO.match(text, label.until) if _JOINED.fullmatch(text, last.until, label.outer) is not None else None
    winner = findings.party_at(to.end()) if to is not None else None
    if winner is not None and _MORE.match(text, winner.end) is None:
        draft.twin = (last, label.kind)


def joins_branch(text: str, label: Label, draft: Draft) -> bool:
    """Whether a branch is a prize of its own beside the class before it: รางวัล|พัฒนาการบริการ| และ|รางวัลคุณภาพภาครัฐ 4.0|."""
    part = draft.labels.get("category")
    return (
        label.kind == "branch"
        and part is not None
        and "category" in draft.own
        and part.until == draft.mark
        and draft.verb
        and not draft.gives
        and text.startswith("รางวัล", label.outer)
        and _JOINED.fullmatch(text, part.until, label.outer) is not None
    )


def joins_prize(text: str, label: Label, draft: Draft) -> bool:
    """Whether a prize stands beside one of the programme in hand, which gives both: รางวัล ก “รางวัล ข” และ “|รางวัล ค|”."""
    prize, award = draft.labels.get("category"), draft.labels.get("award")
    return (
        prize is not None
        and award is not None
        and label.row is None
        and label.rule == "award.named"
        and prize.until == draft.mark
        and award.until <= prize.outer
        and text.startswith("รางวัล", prize.outer)
        and text.startswith("รางวัล", label.outer)
        and _JOINED.fullmatch(text, prize.until, label.outer) is not None
    )


# รางวัลเหรียญทอง| และ|รางวัลพิเศษจากสมาคม ก
_BESIDE = re.compile(
    r"[ ]*\)?[ ]*(?:,?[ ]*(?:และ|พร้อม(?:ทั้ง|ด้วย|กับ)?|ควบ(?:คู่)?(?:กับ)?|กับ|รวม(?:ทั้ง|ถึง)|อีกทั้ง|ตลอดจน)(?:ได้รับ|คว้า|รับ)?|,|\+)[ ]*"
)


def stands_beside(text: str, label: Label, draft: Draft) -> bool:
    """Whether a contest's special prize goes to whoever has just been told to have a rank: คว้าเหรียญทอง และ|รางวัลพิเศษ."""
    level = draft.labels.get("level")
    if label.rule != "category.sub_award" or level is None or "level" not in draft.own or level.until > label.outer:
        return False
    told = draft.leads or draft.work_leads or (draft.verb and not draft.gives and draft.subject is not None)
    return told and _BESIDE.fullmatch(text, level.until, label.outer) is not None


def other_labels(draft: Draft) -> dict[str, Label] | None:
    """The labels of the prize before, where the draft has one."""
    if draft.twin is None:
        return None
    last, kind = draft.twin
    return {**{name: label for name, label in draft.labels.items() if name != kind}, last.kind: last}


# นาย ก ได้รับ|รางวัล A และนาย ข ได้รับ|รางวัล B
_RECEIVES = re.compile(r"(?:รับ|คว้า|ซิว|ครอง)[ ]?$")


def received_beside(text: str, above: Label, label: Label) -> bool:
    """Whether two prizes known by their shape alone are told of alike: each right behind a verb of receiving, in one line."""
    if above.row is not None or above.rule != label.rule or "\n" in text[above.until : label.outer]:
        return False
    if text.startswith("รางวัลด้าน", label.outer):
        return False  # of what field a prize is
    return all(_RECEIVES.search(text, max(0, prize.outer - 8), prize.outer) for prize in (above, label))
