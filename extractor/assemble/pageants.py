"""The crown of a pageant, which is a prize without a name of its own, and the runners-up that are told behind the queen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.collector_words import CROWN, UNNAMED_NEXT

if TYPE_CHECKING:
    from extractor.assemble.ahead import Ahead
    from extractor.assemble.draft import Draft
    from extractor.lexicon import Hit
    from extractor.match.label import Label


def take_crown(text: str, cue: Hit, topic: Label | None, draft: Draft, ahead: Ahead) -> None:
    """Makes the pageant that the talk is about the prize of whom a verb crowns: มาลี ทองดี |คว้ามงกุฎ| ไปครอง."""
    crown = CROWN.match(text, cue.start) if topic is not None else None
    if topic is None or crown is None or ahead.first_label(cue.start, crown.end() + 2) is not None:
        return
    draft.labels.setdefault("award", topic)
    draft.own.add("award")
    draft.champion = draft.crowned = True
    draft.at = max(draft.at, cue.start)


def begins_next(label: Label, draft: Draft, ahead: Ahead) -> bool:
    """Whether a label begins what is told next: any behind a crown, and who was second behind somebody who has won.

    นางสาว ก คว้าตำแหน่งเทพี ข |รองอันดับ 1| ได้แก่ …
    """
    if draft.crowned:
        return label.kind not in {"year", "edition"}
    won = draft.verb and not draft.gives and draft.subject is not None and draft.recipient is None
    told = won and "award" in draft.own and not {"level", "category"} & draft.labels.keys()
    return told and label.rule == "level.runner" and ahead.begins_with_winner(label.until)


def leave_unnamed(text: str, label: Label, draft: Draft) -> None:
    """Leaves whom a verb told of, where words that name nobody stand behind a rank: รองอันดับ 2 |ได้แก่สาวเจ้าถิ่น."""
    if label.kind == "level" and UNNAMED_NEXT.match(text, label.until) is not None:
        draft.subject = None
