"""Takes up labels, works, parties and verbs of a line into the draft of a conferral, and tells it off when it is complete.

It is complete when something comes that can only belong to the next: a second recipient, a second work, or a label where
one of its kind stands already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble import (
    below,
    givings,
    label_sense,
    makers,
    own_verb,
    pageants,
    recipients,
    same_work,
    succession,
    twins,
    verb_sense,
    work_items,
    year_sense,
)
from extractor.assemble.ahead import Ahead
from extractor.assemble.collector_words import (
    AGAIN,
    AT_GIVING,
    CHAMPION,
    COUNTS_WINNERS,
    ELSEWHERE,
    GIVES_IT,
    NEAR,
    OR,
    OTHER_GIFT,
    PRAISED,
    RANK_OPENS,
    SAME_WORK,
    SPEAKS,
    SUBORDINATE,
    WON_OUT_OF,
)
from extractor.assemble.continuing import remark_behind
from extractor.assemble.events import sense
from extractor.assemble.findings import Party
from extractor.assemble.groups import event_before, group_before, group_over_ranks
from extractor.assemble.heads import class_leads, heads_next, turns
from extractor.assemble.role_words import BETWEEN
from extractor.assemble.siblings import siblings
from extractor.assemble.standing import are_namesakes
from extractor.assemble.subjects import Subjects
from extractor.assemble.telling import Teller
from extractor.document import Span
from extractor.gazetteer_rows import Award, AwardPart
from extractor.lexicon import Hit
from extractor.match.label import PARTS, Label
from extractor.match.label_levels import TIERS

if TYPE_CHECKING:
    from extractor.assemble.draft import Context, Draft
    from extractor.assemble.findings import Findings
    from extractor.assemble.status import Statuses

# characters behind who collects a prize within which the verb of collecting comes
_COLLECTING = 90
# and characters behind a winner within which a remark on it begins with such a verb
_REMARK = 4
# between a name and the prize told of it: นาย ก| ในรางวัล A
_IN_PRIZE = " ในรางวัล"
# “สายลม”| หน่วยงาน |โภชนาการ, between a title and its maker in a line of a list
_IN_LINE = re.compile(r"[^\n]{0,24}")
# what begins another prize behind its year
_RECEIVES = (" ได้", " คว้า", "ได้", "คว้า", " ยัง", " รับ")
_DATES = frozenset({"year", "edition"})


def _is_behind_work(draft: Draft) -> bool:
    return draft.work is not None and draft.mark == draft.work.end


class Collector:
    """Collects the conferrals of one article, line by line; `teller.candidates` holds them.

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
        self._siblings = siblings(self.text, findings.labels)

    def flush(self, draft: Draft, context: Context) -> int:
        """Tells the draft off if it is a conferral, and clears it; 1 or 0."""
        told = self.teller.flush(draft, context, topic=self.topic is not None)
        for kind in draft.trailing:
            draft.labels.pop(kind, None)
        draft.trailing.clear()
        return told

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
            elif isinstance(thing, Party):
                leads = (
                    first
                    and (context.in_item or ((listed or thing.line) and bool(draft.labels)))
                    and not self.text[start:at].strip(" \u200b-–•“\"'" + ("" if context.in_item else "0123456789๐๑๒๓๔๕๖๗๘๙.|)"))
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

    def _label(self, label: Label, draft: Draft, context: Context) -> None:
        if context.work is not None and context.work.start <= label.outer < context.work.end:
            return
        if label.kind in _DATES and self._is_others_date(label, draft, context):
            return
        if label.kind == "award":
            if label_sense.counts_several(self.text, label) or label_sense.glosses(self.text, label, draft):
                return
            succession.take_contest(self.text, label, draft)
            if label_sense.is_stage(self.text, label, draft):
                self._take_stage(label, draft)
                return
            above = draft.labels.get("award")
            received = above is not None and "award" in draft.own and givings.received_at(self.text, above, label, draft)
            if (
                received
                or twins.joins_prize(self.text, label, draft)
                or (
                    label_sense.folded(self.text, label) not in self._siblings
                    and label_sense.is_category_here(self.text, label, draft)
                )
            ):
                label = label_sense.as_category(self.text, label)
                draft.sub_awards = True
            elif label.rule != "award.gazetteer" and label_sense.names_again(label, draft):
                return
        draft.sub_awards = draft.sub_awards or label.rule == "category.sub_award"
        if label.rule == TIERS and "level" in draft.own:
            return  # รางวัลชมเชย ได้รับโล่เชิดชูเกียรติ ได้แก่ …
        if label_sense.trails(self.text, label, draft):
            draft.labels[label.kind] = label
            draft.trailing.add(label.kind)
            draft.trails, draft.mark = True, label.until
            return
        group = group_over_ranks(self.text, label, draft) if label.kind == "level" else None
        if group is not None and not self.ahead.begins_with_winner(group.start):
            self._label(group, draft, context)
        known = draft.labels.get(label.kind)
        if label.kind == "category" and self.text.startswith("ด้าน", label.outer):
            label = label_sense.as_one(known, label)
        if known is not None and label.kind in draft.own and OR.fullmatch(self.text[known.until : label.outer]):
            return
        below.nest(self.text, label, draft)
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

    def _is_others_date(self, label: Label, draft: Draft, context: Context) -> bool:
        """Whether a year or edition is no award's here; one that begins what is told next tells the draft off first."""
        verb = self.ahead.next_verb(label.until)
        if label.kind == "year" and year_sense.begins_next(self.text, label, draft, verb):
            self.flush(draft, context)  # … และในปี 2567 |ได้รับรางวัล ข
            if self.text.startswith(_RECEIVES, label.until) or year_sense.begins_next_winner(self.text, label, verb):
                draft.labels.pop("award", None)
            return False
        return year_sense.joins(self.text, label, draft) or not year_sense.year_belongs(self.text, label, draft, verb)

    def _take_stage(self, label: Label, draft: Draft) -> None:
        draft.labels["category"] = label_sense.as_category(self.text, draft.labels["award"])
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
            label_sense.differs(self.text, label, draft) or succession.has_own_year(self.text, label, draft, self.ahead)
        )
        group = label.rule == "category.group" and isinstance(self.ahead.first_thing(label.until, 3), Party)
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
        if draft.leads and context.in_item and label_sense.counts_winners(self.text, label):
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
        elif told_after and kind not in _DATES:
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
            and kind not in _DATES
            and draft.subject is not None
            and draft.verb
            and (draft.own & {"branch", "category", "level"} or kind == "award")
        ):
            self.flush(draft, context)

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

    def _is_in_prize(self, party: Party) -> bool:
        """Whether what a party has won is told right behind: นาย ก| ในรางวัล A."""
        return self.text.startswith(_IN_PRIZE, party.end) and self.ahead.next_verb(party.end) == party.end + 1

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

    def _nominated(self, cue: Hit, draft: Draft, context: Context) -> None:
        """From here on the line tells of what is not won yet."""
        if draft.own or draft.work is not None or draft.recipient is not None:
            self.flush(draft, context)
        draft.verb = draft.gives = draft.enumerates = False
        draft.labels.pop("level", None)
        draft.nominated = self.nominated = cue

    def _verb(self, cue: Hit, draft: Draft, context: Context) -> None:
        beside = draft.enumerates and draft.recipient is not None and 0 <= cue.start - draft.recipient.end <= _REMARK
        if beside and draft.recipient is not None and remark_behind(self.text, draft.recipient.end) > cue.end:
            return  # ได้แก่ กรม ก |ได้รับโล่| 2 ปีติดต่อกัน กรม ข
        draft.nominated = self.nominated = None
        verb = cue.row.id
        if draft.crowned:
            self.flush(draft, context)
        if draft.recipient is not None and self._refused is not None and cue.start - self._refused.end < _COLLECTING:
            return  # the prize is collected by the one whom the line names last
        giving = verb.startswith("conferred-give")
        won = (
            draft.verb and not draft.gives and draft.subject is not None and draft.own & {"award", "branch", "category", "level"}
        )
        if won and giving and "award" in draft.own and AT_GIVING.search(self.text[max(0, cue.start - 24) : cue.start]):
            return
        if won and draft.recipient is None and (giving or verb.startswith("conferred-winner")):
            self.flush(draft, context)  # who gave it, or who else has won, is told behind
        if giving:
            self._gives(cue, draft)
            return
        if own_verb.takes_part_of(self.text, cue, draft, self.ahead):
            draft.own.discard("award")
        if SAME_WORK.search(self.text[max(0, cue.start - 34) : cue.start]) and draft.work is not None:
            work, recipient = draft.work, draft.recipient or draft.subject
            self.flush(draft, context)
            draft.work, draft.subject, draft.verb = work, recipient, True
            return
        again = same_work.work_told(self.text, self.subjects.found.works, cue.start) if draft.work is None else None
        if again is not None:
            self.flush(draft, context)
            draft.work, draft.subject, draft.verb = again, same_work.maker(self.text, self.subjects.found.parties, again), True
            return
        if draft.early is not None and draft.work is None and verb_sense.is_of(self.text, self.subjects, draft.early, cue):
            draft.work, draft.work_first, draft.work_leads = draft.early, True, True
        told = verb_sense.told_elsewhere(self.text, self.subjects, cue)
        nameless = (
            verb.startswith("conferred-winner")
            and told is None
            and not verb_sense.right_behind_name(self.text, self.subjects, cue)
            and not PRAISED.search(self.text[max(0, cue.start - 160) : cue.start])
        )
        if sense(cue) == "past" and draft.own - _DATES:
            self._begin_past(cue, draft, context)
        if told is None and self.subjects.unnamed_before(cue.start):
            if won:
                self.flush(draft, context)  # of whom the verb before is told is known
            draft.subject, draft.verb, draft.gives, draft.enumerates = None, True, False, False
            draft.announced, draft.announced_at = sense(cue) == "conferred", cue.end
            self._take_topic(cue, draft)
            return
        among = draft.subject is None and self.subjects.is_one(cue.start)
        subject = told or (None if nameless and not among else verb_sense.subject_of(self.subjects, cue))
        if subject is not None and not verb_sense.is_where(subject, draft.work, cue):
            self._take_subject(subject, draft, context)
        if cue.start < self.teller.title_end and self.subjects.title_subject is None:
            taken = subject is not None and subject.kind == "person" and verb.startswith("conferred-take")
            self.subjects.title_subject = self.subjects.represented(subject, cue.end) if taken and subject else draft.subject
        draft.unnamed = self.subjects.is_unnamed(draft.subject, cue.start)
        draft.verb, draft.gives, draft.enumerates = True, False, False
        draft.announced, draft.announced_at = sense(cue) == "conferred", cue.end
        draft.again = AGAIN.match(self.text, cue.end) is not None
        self._take_topic(cue, draft)
        draft.champion, draft.counted = CHAMPION.search(self.text, cue.start, cue.end) is not None, verb == "conferred-counted"
        pageants.take_crown(self.text, cue, self.topic, draft, self.ahead)

    def _take_subject(self, subject: Party, draft: Draft, context: Context) -> None:
        """Takes up of whom a verb is told, telling off what is told of another."""
        pending = draft.recipient is not None and not draft.leads and draft.recipient is not subject
        made = draft.recipient is subject and draft.work is not None  # ผลงาน ก ของนาย ข |ได้รับ…
        another = draft.subject is not None and draft.subject is not subject and draft.verb and not made
        work = draft.work if draft.subject is None and draft.verb and not draft.gives and draft.own & PARTS else None
        next_one = work is not None and work.end < draft.mark < subject.start  # ผลงาน ก ได้รับเหรียญเงิน และ|นาย ข ได้รับ…
        if pending or next_one or (another and (draft.own - _DATES or draft.work)):
            self.flush(draft, context)
        if draft.recipient is subject:
            draft.leads = True  # what follows the verb is what this one received
            draft.work_leads = draft.work_leads or made
        if self._is_in_prize(subject):  # … และนาย ข |ใน|รางวัล B
            draft.labels.pop("award", None)
        draft.subject = subject
        draft.joined = self.subjects.joined_to(subject)
        if draft.leads and draft.recipient in draft.joined:
            draft.recipient, draft.leads = None, False  # นาย ก และนาย ข ได้เหรียญเงิน: the verb is told of both

    def _gives(self, cue: Hit, draft: Draft) -> None:
        """Somebody gives a prize; one without a name is the one told of before: ในโอกาสนี้ ได้มอบรางวัลให้แก่ นาย ก."""
        draft.gives = draft.verb = True
        if self.topic is not None and not draft.own and GIVES_IT.match(self.text, cue.start) is not None:
            draft.labels.setdefault("award", self.topic)
            draft.announced, draft.announced_at = True, cue.end

    def _begin_past(self, cue: Hit, draft: Draft, context: Context) -> None:
        """Tells the draft off; a prize named right behind the verb has none of its labels: ก่อนหน้านี้เคยได้รับ|รางวัล ข."""
        if self.flush(draft, context):
            prize = self.ahead.first_label(cue.start + 1, cue.end)
            if prize is not None and prize.kind == "award":
                draft.labels.clear()

    def _take_topic(self, cue: Hit, draft: Draft) -> None:
        """Takes up the award named last, where a verb says that it is the one received: ได้รับรางวัลครั้งนี้ อาทิ …."""
        if own_verb.takes_the_same(self.text, cue, draft):
            draft.own.add("award")
            draft.at = max(draft.at, cue.start)
        if draft.labels or self.topic is None:
            return
        if AGAIN.match(self.text, cue.end) is not None or COUNTS_WINNERS.match(self.text, cue.end) is not None:
            draft.labels["award"] = self.topic
