"""How a verb of receiving or giving is taken up: of whom it is told, and what was told before it that is none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble import (
    own_verb,
    pageants,
    same_work,
    verb_sense,
)
from extractor.assemble.collector_words import (
    AGAIN,
    AT_GIVING,
    CHAMPION,
    COUNTS_WINNERS,
    GIVES_IT,
    PRAISED,
    SAME_WORK,
)
from extractor.assemble.continuing import remark_behind
from extractor.assemble.events import sense
from extractor.assemble.findings import Party
from extractor.assemble.label_taking import DATES, LabelTaker
from extractor.lexicon import Hit
from extractor.match.label import PARTS

if TYPE_CHECKING:
    from extractor.assemble.draft import Context, Draft

# characters behind who collects a prize within which the verb of collecting comes
_COLLECTING = 90
# characters behind a winner within which a remark on it begins with such a verb
_REMARK = 4
# between a name and the prize told of it: นาย ก| ในรางวัล A
_IN_PRIZE = " ในรางวัล"


class VerbTaker(LabelTaker):
    """Takes up verbs, beside labels."""

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
            self._end_won(cue, draft, context, giving=giving)  # who gave it, or who else has won, is told behind
        if giving:
            self._gives(cue, draft, context)
            return
        self._begin_further(cue, draft, context)
        self._leave_handed_out(cue, draft)
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
        self._take_work_before(cue, draft)
        told = verb_sense.told_elsewhere(self.text, self.subjects, cue)
        nameless = (
            verb.startswith("conferred-winner")
            and told is None
            and not verb_sense.right_behind_name(self.text, self.subjects, cue)
            and not PRAISED.search(self.text[max(0, cue.start - 160) : cue.start])
        )
        if sense(cue) == "past" and draft.own - DATES:
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
            self.subjects.title_subject = self.subjects.represented.by(subject, cue.end) if taken and subject else draft.subject
        draft.unnamed = self.subjects.is_unnamed(draft.subject, cue.start)
        draft.verb, draft.gives, draft.enumerates = True, False, False
        draft.announced, draft.announced_at = sense(cue) == "conferred", cue.end
        draft.again = AGAIN.match(self.text, cue.end) is not None
        self._take_topic(cue, draft)
        draft.champion, draft.counted = CHAMPION.search(self.text, cue.start, cue.end) is not None, verb == "conferred-counted"
        pageants.take_crown(self.text, cue, self.topic, draft, self.ahead)

    def _end_won(self, cue: Hit, draft: Draft, context: Context, *, giving: bool) -> None:
        """Tells off what was won before a verb, which leaves it where who has won it hands out another prize."""
        another = giving and own_verb.hands_out_another(self.text, cue, draft, self.ahead, self.subjects)
        self.flush(draft, context)
        if another:
            draft.labels.clear()
            draft.own.clear()

    def _leave_handed_out(self, cue: Hit, draft: Draft) -> None:
        """Leaves what is handed out before a verb where it takes another of the prizes, or one of the programme's."""
        if own_verb.takes_other(self.text, cue, draft, self.ahead):
            draft.labels.clear()
            draft.own.clear()
        if own_verb.takes_part_of(self.text, cue, draft, self.ahead):
            draft.own.discard("award")

    def _begin_further(self, cue: Hit, draft: Draft, context: Context) -> None:
        """Tells off what was won before in another contest, and what an item's head has from the list.

        What such an item has won besides is won with the same work.
        """
        if own_verb.wins_elsewhere(self.text, cue, draft, self.ahead):
            subject = draft.subject
            self.flush(draft, context)
            draft.subject, draft.verb = subject, True
        if not context.in_item or not own_verb.wins_besides(self.text, cue, draft):
            return
        winner, work = draft.recipient, draft.work
        self.flush(draft, context)
        draft.recipient, draft.leads = winner, True
        draft.work, draft.work_leads = work, work is not None
        for kind in PARTS:
            draft.labels.pop(kind, None)

    def _take_work_before(self, cue: Hit, draft: Draft) -> None:
        """Takes up the work that a verb is told of: what follows the verb is what it has won."""
        first = draft.early if draft.work is None else draft.work if not draft.verb and draft.recipient is None else None
        if first is not None and verb_sense.is_of(self.text, self.subjects, first, cue):
            draft.work, draft.work_first, draft.work_leads = first, True, True

    def _take_subject(self, subject: Party, draft: Draft, context: Context) -> None:
        """Takes up of whom a verb is told, telling off what is told of another."""
        pending = draft.recipient is not None and not draft.leads and draft.recipient is not subject
        made = draft.recipient is subject and draft.work is not None  # ผลงาน ก ของนาย ข |ได้รับ…
        another = draft.subject is not None and draft.subject is not subject and draft.verb and not made
        work = draft.work if draft.subject is None and draft.verb and not draft.gives and draft.own & PARTS else None
        next_one = work is not None and work.end < draft.mark < subject.start  # ผลงาน ก ได้รับเหรียญเงิน และ|นาย ข ได้รับ…
        if pending or next_one or (another and (draft.own - DATES or draft.work)):
            self.flush(draft, context)
        if draft.recipient is subject:
            draft.leads = True  # what follows the verb is what this one received
            draft.work_leads = draft.work_leads or made
        if self._is_in_prize(subject):  # … และนาย ข |ใน|รางวัล B
            draft.labels.pop("award", None)
        draft.subject = subject
        draft.joined = self.subjects.joined.to(subject)
        if draft.leads and draft.recipient in draft.joined:
            draft.recipient, draft.leads = None, False  # นาย ก และนาย ข ได้เหรียญเงิน: the verb is told of both

    def _gives(self, cue: Hit, draft: Draft, context: Context) -> None:
        """Somebody gives a prize; one without a name is the one told of before: ในโอกาสนี้ ได้มอบรางวัลให้แก่ นาย ก."""
        if own_verb.gives_anew(self.text, cue, draft):
            self.flush(draft, context)
            draft.labels.clear()
            draft.enumerates = False
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

    def _is_in_prize(self, party: Party) -> bool:
        """Whether what a party has won is told right behind: นาย ก| ในรางวัล A."""
        return self.text.startswith(_IN_PRIZE, party.end) and self.ahead.next_verb(party.end) == party.end + 1
