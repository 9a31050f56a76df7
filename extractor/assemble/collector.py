"""Takes up labels, works, parties and verbs of a line into the draft of a conferral, and tells it off when it is complete.

It is complete when something comes that can only belong to the next: a second recipient, a second work, or a label where
one of its kind stands already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble import (
    makers,
    own_verb,
    pageants,
    recipients,
    succession,
    twins,
    work_items,
)
from extractor.assemble.collector_words import (
    ELSEWHERE,
    NEAR,
    OTHER_GIFT,
    RANK_OPENS,
    SPEAKS,
    SUBORDINATE,
    WON_OUT_OF,
    said_by,
)
from extractor.assemble.events import sense
from extractor.assemble.findings import Party
from extractor.assemble.groups import event_before, group_before
from extractor.assemble.role_words import BETWEEN
from extractor.assemble.standing import are_namesakes
from extractor.assemble.verb_taking import VerbTaker
from extractor.document import Span
from extractor.match.label import Label

if TYPE_CHECKING:
    from extractor.assemble.draft import Context, Draft

# “สายลม”| หน่วยงาน |โภชนาการ, between a title and its maker in a line of a list
_IN_LINE = re.compile(r"[^\n]{0,24}")

# - ทีม “|ลมทุ่ง|” โรงเรียน…: what stands before a team's name in marks
_TEAM_WORDS = ("ทีม", "Team", "TEAM")


def _is_behind_work(draft: Draft) -> bool:
    return draft.work is not None and draft.mark == draft.work.end


class Collector(VerbTaker):
    """Collects the conferrals of one article, line by line; `teller.candidates` holds them.

    Args:
        findings: what matching found.
        statuses: the article's cues.
    """

    def line(self, start: int, end: int, draft: Draft, context: Context, *, listed: bool = False) -> None:
        """Takes up what stands between `start` and `end`, telling off what is complete.

        `listed`: the line is one of a list that the lines above announced, so that who leads it has won.
        """
        first = True
        draft.since = start
        for at, thing in self.ahead.between(start, end):
            if isinstance(thing, Label):
                if (
                    pageants.begins_next(thing, draft, self.ahead)
                    or succession.begins_next(thing, draft)
                    or twins.joins_branch(self.text, thing, draft)
                ):
                    self.flush(draft, context)
                elif succession.joins_contest(self.text, thing, draft, self.ahead) and self.flush(draft, context):
                    draft.labels.clear()
                self._label(thing, draft, context)
            elif isinstance(thing, Party) and thing.kind == "person" and said_by(self.text, thing.start, thing.end):
                first = False
            elif isinstance(thing, Party):
                before = self.text[start:at].strip(" \u200b-–•“\"'" + ("" if context.in_item else "0123456789๐๑๒๓๔๕๖๗๘๙.|)"))
                leads = (
                    first
                    and (context.in_item or ((listed or thing.line) and bool(draft.labels)))
                    and (not before or (thing.kind == "team" and before in _TEAM_WORDS))
                )
                leads = leads and not self._ended_with_rank(thing.start, draft)
                if leads and thing.kind == "person" and SPEAKS.match(self.text, thing.end) is not None:
                    leads = False
                self._party(thing, draft, context, leads=leads)
                first = False
            elif isinstance(thing, Span):
                self._work(thing, draft, context)
            elif sense(thing) == "nominated":
                self._nominated(thing, draft, context)
            else:
                succession.drop_graded(self.text, thing.start, draft)
                self._verb(thing, draft, context)

    def _ended_with_rank(self, at: int, draft: Draft) -> bool:
        """Whether the line before ended with a rank and ได้แก่, so that who leads this one has won it."""
        level = draft.labels.get("level")
        return level is not None and RANK_OPENS.fullmatch(self.text, level.until, at) is not None

    def _work(self, work: Span, draft: Draft, context: Context) -> None:
        if not (draft.labels or draft.verb):
            draft.early = work
            return
        if context.work is not None and context.work.start <= work.start < context.work.end:
            return
        if work_items.told_besides(self.text, work, draft):
            return
        if draft.work is not None and draft.work is not context.work:
            self.flush(draft, context)
        makers.credit_first(self.text, draft, work, self.teller.candidates)
        draft.work_leads = context.in_item and not draft.own and draft.recipient is None
        draft.work, draft.work_first, draft.mark = work, draft.recipient is None, work.end
        draft.at = work.start

    def _party(self, party: Party, draft: Draft, context: Context, *, leads: bool) -> None:
        if draft.work is not None and draft.work.start <= party.start < draft.work.end:
            return
        if not leads and party.role in {"plain", "listed"} and self._ended_with_rank(party.start, draft):
            party.role = "listed"
            draft.announced = True
        if (
            leads
            and (context.listing or context.labels or context.verb or not context.in_item)
            and party.role not in {"giver", "heading", "member"}
            and not (party.line and party.role == "superior")
        ):
            draft.recipient, draft.leads = party, True
            draft.at = party.start
        elif SUBORDINATE.search(self.text[max(0, party.start - 20) : party.start]):
            draft.subject = draft.subject or party
        elif self._is_recipient(party, draft, context):
            self._take_recipient(party, draft, context)

    def _is_recipient(self, party: Party, draft: Draft, context: Context) -> bool:
        if (
            self._refused is not None
            and not recipients.is_next_firm(party, draft)
            and BETWEEN.fullmatch(self.text, self._refused.end, party.start)
        ):
            self._refused = party  # โดยนาย ก และนาง ข: they hand over together
            return False
        if party.role not in {"listed", "doer"} or any(
            label.start <= party.start < label.end
            for kind in ("award", "category", "branch")
            if (label := draft.labels.get(kind)) is not None
        ):
            return False
        announced = (context.listing or draft.announced) and draft.labels
        if not (draft.own or draft.work or draft.enumerates or announced):
            return False
        if self._is_in_prize(party) or own_verb.wins_otherwise(self.text, party, draft, self.ahead):
            return False
        if (
            draft.recipient is not None
            and (draft.recipient.kind, draft.recipient.key) == (party.kind, party.key)
            and not are_namesakes(draft.recipient, party, self.text)
        ):
            return False
        gap = self.text[draft.mark if draft.mark >= 0 else max(draft.since, party.start - 200) : party.start]
        if party.role == "doer":
            over = draft.subject is not None and gap.lstrip().startswith(")")  # อบต. ก (ได้รับรางวัล…) โดย|นาย ข
            if (
                over
                or recipients.organises(self.text, gap, draft, party)
                or (recipients.has_winner(draft) and recipients.collects(self.text, party))
                or recipients.stands_for(self.text, party, self.subjects.position_of(party), draft)
            ):
                self._refused = party
                return False
            return (
                NEAR.fullmatch(gap) is not None
                or (party.line and _is_behind_work(draft) and _IN_LINE.fullmatch(gap) is not None)
                or ("level" in draft.own and WON_OUT_OF.fullmatch(gap) is not None)
                or recipients.title_before(self.text, party, draft) is not None
                or event_before(self.text, party, draft) is not None
            )
        if draft.recipient is not None and OTHER_GIFT.search(gap):
            self._refused = party
            return False
        if draft.announced and draft.mark < draft.announced_at < party.start:
            gap = self.text[draft.announced_at : party.start]
        return draft.enumerates or (len(gap) <= 180 and not ELSEWHERE.search(gap))

    def _take_recipient(self, party: Party, draft: Draft, context: Context) -> None:
        if draft.recipient is not None and draft.leads:
            if party.role == "doer":  # a heading's unit did the work
                draft.subject = draft.recipient
                draft.recipient, draft.leads, draft.at = party, False, party.start
            elif (end := recipients.ends_item(self.text, draft.recipient, party, draft)) and not self.ahead.labels_between(
                party.end, end
            ):
                self.flush(draft, context)
                draft.recipient, draft.leads, draft.at = party, True, party.start
            return
        if draft.recipient is not None and party.role == "doer" and recipients.made_it(self.text, draft, party):
            draft.subject = draft.recipient
            draft.recipient, draft.at, draft.mark, draft.enumerates = party, party.start, party.end, True
            return
        title = recipients.title_before(self.text, party, draft)
        if draft.recipient is None and draft.work is not None and group_before(self.text, party, draft, anew=True) is not None:
            self.flush(draft, context)  # ภาพยนตร์เรื่อง ก นักแสดงนำชายยอดเยี่ยม ได้แก่ |นาย ข
        if draft.recipient is not None:
            work = draft.work
            if work is not None and draft.work_first and makers.are_joint(self.text, draft, party):
                makers.join(draft, party)  # one work of two makers is one conferral, the first one's
                return
            if makers.from_school(self.text, draft, party):
                makers.take_maker(self.text, draft, party)
                return
            self.flush(draft, context)
            draft.work = work if work is not None and draft.work_first and party.role == "listed" else None
        if title is not None:
            draft.work, draft.work_first = title, True
        phrase = group_before(self.text, party, draft) or event_before(self.text, party, draft)
        if phrase is not None:
            succession.leave_rank(self.text, phrase, draft, self.teller.candidates)
            draft.labels["category"] = phrase
            draft.own.add("category")
        draft.recipient, draft.enumerates, draft.at, draft.mark = party, True, party.start, party.end
