"""How a label is taken up into the draft of a conferral, and what of the draft it tells off first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble import (
    below,
    givings,
    label_relations,
    label_sense,
    pageants,
    succession,
    twins,
    work_items,
    year_sense,
)
from extractor.assemble.ahead import Ahead
from extractor.assemble.collector_words import (
    OR,
)
from extractor.assemble.findings import Party
from extractor.assemble.groups import group_over_ranks
from extractor.assemble.heads import class_leads, heads_next, turns
from extractor.assemble.siblings import siblings_of
from extractor.assemble.subjects import Subjects
from extractor.assemble.telling import Teller
from extractor.gazetteer_rows import Award, AwardPart
from extractor.lexicon import Hit
from extractor.match.label import Label
from extractor.match.label_levels import TIERS

if TYPE_CHECKING:
    from extractor.assemble.draft import Context, Draft
    from extractor.assemble.findings import Findings
    from extractor.assemble.status import Statuses

DATES = frozenset({"year", "edition"})
"""The kinds of label that tell when, of which many may stand in a conferral's words."""
# classes that stand before who has won in them
_GROUPS = frozenset({"category.group", "category.discipline"})
# 2. นาย ก| และ(รางวัล)|ด้านคุณธรรม ได้แก่ นาย ข
_OF_ANOTHER = frozenset({"award", "category", "branch"})
_JOINED_ON = re.compile(r"(?:และ|ส่วน|สำหรับ|ขณะที่)[ ]?(?:รางวัล)?$")
# what begins another prize behind its year
_RECEIVES = (" ได้", " คว้า", "ได้", "คว้า", " ยัง", " รับ")


class LabelTaker:
    """Keeps what the reading of an article has come to, and takes up labels; `teller.candidates` holds what was told off.

    Args:
        findings: what matching found.
        statuses: the article's cues.
    """

    def __init__(self, findings: Findings, statuses: Statuses) -> None:
        self.text = findings.text
        self.subjects = Subjects(findings)
        self.teller = Teller(statuses, self.subjects, findings.title.end if findings.title else -1)
        self.topic: Label | None = None
        self.nominated: Hit | None = None
        self._refused: Party | None = None
        self.ahead = Ahead(findings)
        self._siblings = siblings_of(findings)

    def flush(self, draft: Draft, context: Context) -> int:
        """Tells the draft off if it is a conferral, and clears it; 1 or 0."""
        told = self.teller.flush(draft, context, topic=self.topic is not None)
        for kind in draft.trailing:
            draft.labels.pop(kind, None)
        draft.trailing.clear()
        return told

    def _label(self, label: Label, draft: Draft, context: Context) -> None:
        if context.work is not None and context.work.start <= label.outer < context.work.end:
            return
        others = label.kind in DATES and self._is_others_date(label, draft, context)
        if others or label_relations.is_told_of(self.text, label, draft):
            return
        if label.kind == "award":
            if (
                label_relations.counts_several(self.text, label)
                or label_relations.glosses(self.text, label, draft)
                or self._names_contest(label, draft)
            ):
                return
            succession.take_contest(self.text, label, draft)
            if label_relations.is_stage(self.text, label, draft):
                self._take_stage(label, draft)
                return
            above = draft.labels.get("award")
            received = (above is not None and "award" in draft.own and givings.received_at(self.text, above, label, draft)) or (
                label_sense.is_won_where_entered(self.text, above, label, draft)
            )
            if (
                received
                or twins.joins_prize(self.text, label, draft)
                or (
                    label_relations.folded(self.text, label) not in self._siblings
                    and label_sense.is_category_here(self.text, label, draft)
                )
            ):
                label = label_relations.as_category(self.text, label)
                draft.sub_awards = True
            elif label.rule != "award.gazetteer" and label_relations.names_again(label, draft):
                return
        draft.sub_awards = draft.sub_awards or label.rule == "category.sub_award"
        if label.rule == TIERS and "level" in draft.own:
            return  # รางวัลชมเชย ได้รับโล่เชิดชูเกียรติ ได้แก่ …
        if label_relations.trails(self.text, label, draft):
            draft.labels[label.kind] = label
            draft.trailing.add(label.kind)
            draft.trails, draft.mark = True, label.until
            return
        group = group_over_ranks(self.text, label, draft) if label.kind == "level" else None
        if group is not None and not self.ahead.begins_with_winner(group.start):
            self._label(group, draft, context)
        known = draft.labels.get(label.kind)
        if label.kind == "category" and self.text.startswith("ด้าน", label.outer):
            label = label_relations.as_one(known, label)
        if self._is_of_known(known, label, draft):
            return
        below.nest(self.text, label, draft)
        self._end_item(label, draft, context)
        self._go_to(label, draft, context)
        self._tell_before(label, draft, context)
        succession.drop_lower(self.text, label, draft, context, self.teller.candidates)
        twins.take_up(self.text, label, draft, winner=self.ahead.begins_with_winner(label.until))
        twins.take_up_given(self.text, label, draft, self.subjects.found)
        pageants.leave_unnamed(self.text, label, draft)
        draft.labels[label.kind] = label
        draft.own.add(label.kind)
        draft.mark = label.until
        draft.at = max(draft.at, label.outer)
        if label.kind == "award":
            self.topic = label
        if label.own and isinstance(label.row, AwardPart):
            award = draft.labels.get("award")
            if award is not None and isinstance(award.row, Award) and award.row.id != label.row.award:
                draft.labels.pop("award")

    def _is_of_known(self, known: Label | None, label: Label, draft: Draft) -> bool:
        """Whether a label only says otherwise what is known of the same kind, or is the class of it, whose place it takes."""
        if label_sense.is_class_of_prize(self.text, known, label):
            draft.labels["category"] = label
            draft.mark = label.until
            return True
        return known is not None and label.kind in draft.own and bool(OR.fullmatch(self.text[known.until : label.outer]))

    def _names_contest(self, label: Label, draft: Draft) -> bool:
        """Whether a label is the proper name of the contest in hand, whose place it takes."""
        names = succession.names_contest(self.text, label, draft)
        if names:
            draft.labels["award"] = self.topic = label
            draft.mark = label.until
        return names

    def _end_item(self, label: Label, draft: Draft, context: Context) -> None:
        """Tells a list's item off before a prize or class that is joined to it and another's: 2. นาย ก และ|ด้าน ข| ได้แก่ …."""
        if not draft.leads or not context.in_item or draft.work is not None or label.kind not in _OF_ANOTHER:
            return
        if _JOINED_ON.search(self.text, max(0, label.outer - 14), label.outer) is None:
            return
        winner = self.ahead.first_thing(label.until, 2)
        if isinstance(winner, Party) and winner.role == "plain":
            winner.role = "listed"
        if heads_next(self.text, label) or isinstance(winner, Party):
            self.flush(draft, context)
            draft.labels.pop("level", None)

    def _go_to(self, label: Label, draft: Draft, context: Context) -> None:
        """Tells the draft off before a contest that its winner only goes on to: ได้รับรางวัลชนะเลิศ และเป็นตัวแทนเข้าร่วม|การแข่งขัน ก."""
        if label.kind == "award" and succession.goes_to(self.text, label, draft):
            self.flush(draft, context)
            draft.subject = None
            draft.verb = False

    def _is_others_date(self, label: Label, draft: Draft, context: Context) -> bool:
        """Whether a year or edition is no award's here; one that begins what is told next tells the draft off first."""
        verb = self.ahead.next_verb(label.until)
        if label.kind == "year" and year_sense.begins_next(self.text, label, draft, verb):
            self.flush(draft, context)  # … และในปี 2567 |ได้รับรางวัล ข
            if self.text.startswith(_RECEIVES, label.until) or year_sense.begins_next_winner(self.text, label, verb):
                draft.labels.pop("award", None)
            return False
        if year_sense.of_the_giving(self.text, label, draft):
            return True
        return year_sense.joins(self.text, label, draft) or not year_sense.year_belongs(self.text, label, draft, verb)

    def _take_stage(self, label: Label, draft: Draft) -> None:
        draft.labels["category"] = label_relations.as_category(self.text, draft.labels["award"])
        draft.own.add("category")
        draft.labels["award"] = label
        draft.mark = label.until
        self.topic = label
        label_sense.put_under_stage(self.text, label, self.teller.candidates)

    def _tell_before(self, label: Label, draft: Draft, context: Context) -> None:
        """Tells the draft off where the label can only belong to the next conferral."""
        if class_leads(self.text, label, draft, self.ahead):
            self.flush(draft, context)
            draft.subject = None
            draft.labels.pop("level", None)
        if succession.is_lower_place(self.text, label, draft):
            self.flush(draft, context)  # ร้าน ก ได้รับเลือกเป็นร้านแห่งปี |อันดับ 2| คือ ร้าน ข
            draft.subject = None
        kind = label.kind
        again = kind in draft.own and (
            label_relations.differs(self.text, label, draft) or succession.has_own_year(self.text, label, draft, self.ahead)
        )
        group = label.rule in _GROUPS and isinstance(self.ahead.first_thing(label.until, 3), Party)
        if (
            turns(self.text, label, group=group)
            and draft.own & {"award", "level", "category"}
            and (draft.work is not None or draft.subject is not None)
        ):
            self.flush(draft, context)
            if (
                group or kind == "award" or label.rule == "category.sub_award"
            ):  # รุ่น 54 กก. นาย ก คว้าเหรียญทอง ส่วน|รุ่น 57 กก. นาย ข ได้เหรียญเงิน
                draft.subject = None
                draft.labels.pop("level", None)
            if label.rule == "category.best" and (prize := draft.labels.get("award")) is not None and prize.rule == "award.named":
                del draft.labels["award"]  # … คว้ารางวัลนักร้องหญิงยอดนิยม ส่วน|นักร้องชายยอดนิยม ได้แก่ …
        if draft.leads and context.in_item and label_relations.counts_winners(self.text, label):
            self.flush(draft, context)  # 2) บริษัท ก |รางวัล ข จำนวน 1 องค์กร ธนาคาร ค: another prize
            draft.labels = {kind: known for kind, known in draft.labels.items() if kind in {"award", "year", "edition"}}
        if twins.stands_beside(self.text, label, draft):
            winner, work, leads = draft.recipient, draft.work, draft.leads
            self.flush(draft, context)
            draft.recipient, draft.work, draft.leads, draft.work_leads = winner, work, leads, work is not None
            del draft.labels["level"]
            return
        told_after = draft.recipient is not None and not draft.leads and draft.recipient.start < label.outer
        if told_after and work_items.is_won(self.text, label, draft, context, self.ahead):
            draft.leads = draft.work_leads = True  # 1. ผลงาน “ก” โดย นาย ข |รางวัลเหรียญทอง
        elif told_after and kind not in DATES:
            self.flush(draft, context)
            if label.rule == "category.sub_award" and heads_next(self.text, label):
                draft.labels.pop("level", None)  # … รองชนะเลิศ นาย ก |รางวัลขวัญใจมหาชน ได้แก่ นาย ข
        elif draft.counted and kind in {"branch", "category"} and kind in draft.labels and "level" in draft.own:
            self.flush(draft, context)  # รุ่น 45 กก. นาย ก 2 เหรียญทอง |รุ่น 55 กก. นาย ข
            draft.subject = None
        elif again and (draft.leads or (draft.work is not None and draft.work.end <= label.outer)):
            named = isinstance(self.ahead.first_thing(label.until, 8), Party)  # ส่วนรางวัลรองชนะเลิศ ได้แก่ …
            others = draft.verb and heads_next(self.text, label, winner=named)
            leading = draft.recipient if draft.leads and not others else None
            work = draft.work if draft.work_leads and not others else None
            self.flush(draft, context)
            if work is not None:
                draft.work, draft.work_leads = work, True
            if leading is not None:
                draft.recipient, draft.leads = leading, True
        elif succession.ends_row_of_works(label, draft, self.teller.candidates) or (
            again
            and kind not in DATES
            and draft.subject is not None
            and draft.verb
            and (draft.own & {"branch", "category", "level"} or kind == "award")
        ):
            self.flush(draft, context)
