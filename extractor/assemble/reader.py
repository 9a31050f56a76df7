"""Reads an article's conferrals from left to right, as a person does, with what each list item inherits from above."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.assemble.collector import Collector
from extractor.assemble.collector_words import SUBORDINATE
from extractor.assemble.draft import Context, Draft
from extractor.assemble.forms import goes_on_form
from extractor.assemble.heads import heads_next
from extractor.assemble.label_sense import CONTESTS
from extractor.assemble.listing import goes_on_alike, opens_list, stands_in_list
from extractor.assemble.reader_words import (
    AROUND_LABELS,
    AROUND_NAME,
    BLANK,
    CLASS_BEFORE,
    COUNTED_BELOW,
    COUNTS_ON,
    COUNTS_PRIZES,
    ENTRANTS,
    ENTRY,
    FROM_WORK,
    GOES_ON,
    GROUP_HEADING,
    HOW_MANY,
    INTRODUCES,
    ITEM_WORK_END,
    LINE_HEADS,
    LISTS_BELOW,
    MARKS,
    NAMES,
    OF_PRIZES,
    OF_WORKS,
    OTHER_WORKS,
    PERSON_BELOW,
    PUPILS_WON,
    RANK_FIRST,
    RUNNING,
    WORKS_FOLLOW,
)
from extractor.assemble.role_words import HOSTED, OTHERS
from extractor.assemble.work_items import goes_on_below
from extractor.document import Span
from extractor.lexicon import Hit
from extractor.match.label import PARTS, Label
from extractor.match.work_words import COUNTED

if TYPE_CHECKING:
    from extractor.assemble.draft import Candidate
    from extractor.assemble.findings import Findings, Party
    from extractor.assemble.status import Statuses
    from extractor.structure import Item


@dataclass(frozen=True, slots=True)
class _Introduced:
    """What introduces a list: nothing yet, others than winners, works, the cue of a short-list."""

    none: bool = True
    others: bool = False
    works: bool = False
    nominated: Hit | None = None


class Reader:
    """Reads the candidates of one article.

    Args:
        findings: what matching found.
        statuses: the article's cues.
    """

    def __init__(self, findings: Findings, statuses: Statuses) -> None:
        self.found = findings
        self.text = findings.text
        self.collector = Collector(findings, statuses)
        self.ahead = self.collector.ahead
        self._lines_list = False
        self._blank = (-1, -1)  # the blank lines last passed over
        self._counted: Party | None = None
        self._members = sorted(party.start for party in findings.parties if party.role == "member")

    def read(self) -> list[Candidate]:
        """All candidates of the article, in the order in which they were told."""
        roots = [index for index, item in enumerate(self.found.structure.items) if item.parent is None]
        self._walk(0, len(self.text), roots, Context())
        return self.collector.teller.candidates

    def _walk(self, start: int, end: int, children: list[int], context: Context) -> int:
        """Reads `start:end` around the list items `children`; returns how many candidates it and they told."""
        items = self.found.structure.items
        told = 0
        section = dict(context.labels)
        draft = self._fresh(section, context)
        if context.work is not None and context.work.start >= start:
            draft.mark = context.work.end
            draft.at = context.work.start
        position = start
        introduced = _Introduced()
        heads = opened = False
        last: Item | None = None
        for index in [*self._without_members(children), -1]:
            stop = items[index].start if index >= 0 else end
            while position < stop:
                if self.text[position] == "\n" and self.text[position - 1 : position] == "\n":
                    position += 1  # an empty line ends nothing
                    continue
                if heads:  # the list under the heading has ended
                    told += self.collector.flush(draft, context)
                    draft, heads = self._fresh(section, context), False
                if self._goes_on(position, draft, context):
                    draft.subject, draft.verb = context.subject, True
                newline = self.text.find("\n", position, stop)
                line_end = newline if newline >= 0 else stop
                self.collector.line(position, line_end, draft, context, listed=self._is_entry(position, line_end))
                position = line_end + (newline >= 0)
                heads = newline >= 0 and not context.in_item and self._heads_list(newline, draft)
                if heads:
                    _replace(section, draft.labels)
                elif newline >= 0 and not self._continues_below(newline, draft, context):
                    told += self._end_of_line(newline, draft, section, context)
                    draft = self._fresh(section, context) if self._line_before(newline).strip() else draft
            if index < 0:
                break
            item = self._row_item(items[index], draft)
            if item.number <= 1 or introduced.none:
                introduced = self._introduced(item.start, draft)
            opened = stands_in_list(self.text, item, last, opened=opened)
            last = item
            inner = self._context_for_item(item.start, draft, section, context, introduced, opened=opened)
            if inner.works and not item.children:
                self._take_item_as_work(item.body, item.end, inner)
            count = self._walk(item.body, item.end, item.children, inner)
            told += count
            draft.count_children(count, inner)
            position = max(position, item.end)
            draft = self._below_item(item, draft, section, context, told=count > 0)
        return told + self.collector.flush(draft, context)

    def _row_item(self, item: Item, draft: Draft) -> Item:
        """An item without the rank or class in its line that heads the next row: … 2) โรงเรียน ก| เหรียญเงิน ได้แก่ 1) โรงเรียน ข."""
        if item.children or draft.labels.keys().isdisjoint(_HEADS_ROW) or self.text.find("\n", item.body, item.end - 1) >= 0:
            return item
        labels = self.ahead.labels_between(item.body + _SHORTEST, item.end)
        for at, label in enumerate(labels):
            known = draft.labels.get(label.kind)
            if label.kind not in _HEADS_ROW or known is None:
                return item
            if self.text[known.start : known.end] == self.text[label.start : label.end]:
                continue
            last = label
            for behind in labels[at + 1 :]:
                if behind.kind == "level" and behind.outer <= last.until + 1:
                    last = behind
            if heads_next(self.text, last) or _BEFORE_ROW.fullmatch(self.text, last.until, item.end + 2) is not None:
                return replace(item, end=label.outer) if self.ahead.begins_with_winner(item.body) else item
        return item

    def _below_item(self, item: Item, draft: Draft, section: dict[str, Label], context: Context, *, told: bool) -> Draft:
        """The draft with which the lines below an item are read, whose own last line may head them."""
        if (opening := self._opens_next(item)) is not None:
            _replace(section, opening)
            return self._fresh(section, context)
        if (group := self._heads_next(item.body, item.end)) is not None:
            section[group.kind] = draft.labels[group.kind] = group
        if self._ends_with_heading(item, section, told=told, within=context.in_item):
            return self._fresh(section, context)
        return draft

    def _heads_next(self, start: int, end: int) -> Label | None:
        """The group that an item's last line names, which heads the items below: - ชมเชย : นาย ก⏎|สวนหลังบ้าน⏎- ชนะเลิศ : นาย ข."""
        below = self.text.find("\n", start, end)
        labels = self.ahead.labels_between(below, end) if below >= 0 else ()
        last = labels[-1] if labels and labels[-1].rule == "category.over_lines" else None
        alone = last is not None and last.outer > below and not self.text[last.until : end].strip()
        return last if alone else None

    def _opens_next(self, item: Item) -> dict[str, Label] | None:
        """The prize and year with which an item's last line opens the next list: - ชมเชย : นาย ก⏎|ผลการประกวด ข| ปรากฏว่า⏎- …."""
        while item.children:
            item = self.found.structure.items[item.children[-1]]
        below = self.text.rfind("\n", item.body, max(item.body, item.end - 1))
        labels = self.ahead.labels_between(below, item.end) if below >= 0 else []
        if not labels or labels[0].kind != "award" or any(label.kind not in {"year", "edition"} for label in labels[1:]):
            return None
        before = _BEFORE_NEXT.fullmatch(self.text, below + 1, labels[0].outer)
        if before is None or _BEHIND_NEXT.fullmatch(self.text, labels[-1].until, item.end) is None:
            return None
        contest = before["result"] and self.text.startswith(CONTESTS, labels[0].start)
        return {label.kind: label for label in labels} if len(labels) > 1 or contest else None

    def _ends_with_heading(self, item: Item, section: dict[str, Label], *, told: bool, within: bool) -> bool:
        """Whether the last of an item's own items, or the item itself where it `told` of nobody, heads the lines below."""
        last = item
        while last.children:
            last = self.found.structure.items[last.children[-1]]
        if told and last is item:
            return False
        return self._carry_heading(last.start, last.end, section, within=within or last is not item)

    def _carry_heading(self, start: int, end: int, section: dict[str, Label], *, within: bool) -> bool:
        """Keeps for the lines below what an item names that is all heading: ■ SILVER⏎Film : “ก”, - สาขาการศึกษา⏎- รางวัลที่ 1 ก."""
        labels = self.ahead.labels_between(start, end)
        if not labels or (ends := HOW_MANY.match(self.text, labels[-1].until)) is None:
            return False
        if within or labels[0].rule not in LINE_HEADS:
            alone = len(labels) == 1 and labels[0].kind in PARTS and not self.text[self._words(start) : labels[0].outer].strip()
            heads = alone and not within and self.ahead.begins_with_winner(ends.end(), ranked=labels[0].kind != "level")
            ranked = all(label.kind != "level" for label in labels) and self.ahead.begins_with_rank(ends.end())
            if not heads and not (ranked and end - start < RUNNING and opens_list(self.text[start:end])):
                return False
            if labels[0].kind == "award":  # another contest's ranks begin below
                section.pop("category", None)
        section.pop("level", None)
        section.update({label.kind: label for label in labels})
        return True

    def _goes_on(self, position: int, draft: Draft, context: Context) -> bool:
        """Whether the line at `position` tells of a part of the prizes that a paragraph further above has counted."""
        if self._counted is None or context.in_item or draft.subject is not None or OF_PRIZES.match(self.text, position) is None:
            return False
        context.subject, context.verb = self._counted, True
        return True

    def _is_entry(self, start: int, end: int) -> bool:
        """Whether a line is an entry of the list that a line above announced, and no heading of a list of items below."""
        if not self._lines_list or end - start > ENTRY:
            return False
        if not self._blank[0] <= end <= self._blank[1]:  # many blank lines are passed over once
            blank = _BLANK.match(self.text, end)
            self._blank = end, blank.end() if blank is not None else end
        return self.found.structure.item_at(self._blank[1]) is None

    def _continues_below(self, newline: int, draft: Draft, context: Context) -> bool:
        """Whether what a line tells goes on in the one below: whose the work is, or what else its form says."""
        if draft.work is not None and draft.work.rule == "work.form" and goes_on_form(self.text, newline):
            return True
        if context.in_item and self._heads_children(newline) and self._heads_prizes(newline, draft):
            return True
        here = self.found.structure.item_at(newline - 1) if context.in_item else None
        if here is not None and goes_on_below(
            self.text, newline, draft, context, self.ahead, self.found.structure.items[here].end
        ):
            return True
        if draft.own and draft.recipient is None and draft.work is None and LISTS_BELOW.match(self.text, draft.mark) is not None:
            return True
        if draft.verb and draft.subject is not None and draft.own and COUNTS_ON.match(self.text, newline) is not None:
            return True
        if draft.recipient is not None and draft.recipient.line and draft.work is None:
            below = FROM_WORK.match(self.text, newline)
            if below is not None and self.ahead.begins_with_work(below.end()):
                return True
        return self._waits(draft, context) and GOES_ON.match(self.text, newline) is not None

    def _waits(self, draft: Draft, context: Context) -> bool:
        """Whether the line may go on in the one below: an item's, or one that names a winner but no work yet."""
        return context.in_item or (draft.recipient is not None and draft.work is None and bool(draft.own))

    def _without_members(self, children: list[int]) -> list[int]:
        """The list items but for those that name a team's members one by one, which belong to the words around them."""
        if not self._members:
            return children
        kept = []
        for index in children:
            item = self.found.structure.items[index]
            at = bisect_left(self._members, item.body)
            if at < len(self._members) and BLANK.fullmatch(self.text, item.body, self._members[at]):
                kept.extend(self._without_members(item.children))
            else:
                kept.append(index)
        return kept

    def _line_before(self, newline: int) -> str:
        return self.text[self.text.rfind("\n", 0, newline) + 1 : newline]

    def _end_of_line(self, newline: int, draft: Draft, section: dict[str, Label], context: Context) -> int:
        """Tells the line's draft off and leaves in `section` the labels that the next lines begin with.

        A heading's labels hold for the lines below it, running text ends them.
        """
        line = self._line_before(newline)
        if not line.strip():
            return 0
        before, own = draft.told, set(draft.own)
        if context.in_item:
            heads = self._heads_children(newline) and draft.recipient is None and draft.work is None
        else:
            heads = self._is_heading(newline - len(line), newline, draft)
        count = 0 if heads else self.collector.flush(draft, context)
        told_here = before + count > 0
        opens = opens_list(line) or self._counts_below(line, newline) or self._pupils_below(line, newline)
        alike = told_here and not opens and len(line) >= RUNNING and goes_on_alike(self.text, line, newline)
        if len(line) >= RUNNING or opens:
            told = bool(draft.labels) and (draft.verb or bool(own & {"award", "level", "category"})) and draft.nominated is None
            goes_on = self._lines_list and not opens and (alike or RANK_FIRST.match(line) is not None)
            self._lines_list = goes_on or (opens and told and not context.in_item and OTHERS.search(line) is None)
        if draft.labels and (opens or alike or (own and len(line) < RUNNING and not told_here)):
            _replace(section, draft.labels)
            medal = section.get("level")
            if medal is not None and not opens and _COUNTED.search(self.text, max(0, medal.outer - 10), medal.outer):
                del section["level"]  # หอบ 2 |เหรียญทอง| กลับไทย heads no list
            self._drop_counted(section)
        elif self._lines_list and len(line) >= RUNNING and not opens and RANK_FIRST.match(line):
            pass  # one of the winners that a line above has announced, with much to say of it
        elif len(line) >= RUNNING and not opens:
            gives = draft.gives and "award" in own and not told_here
            _replace(section, {kind: draft.labels[kind] for kind in NAMES if kind in draft.labels} if gives else context.labels)
        if told_here and self.ahead.begins_with_rank(newline):
            self._keep_group(newline - len(line), section)
        if _BESIDES.match(self.text, newline + 1):
            section.pop("level", None)
        heading = self._plain_heading(newline - len(line), newline, own) if section and not context.in_item else None
        if heading is not None:
            section["category"] = heading
        if opens:  # what follows is the list that this line announces
            context.subject, context.verb = draft.subject or context.subject, draft.verb or context.verb
            self._counted = draft.subject if draft.verb and not draft.gives else self._counted
            if not draft.gives:
                context.above = self._last_body(newline - len(line), newline) or context.above
        elif len(line) >= RUNNING and not context.in_item and not alike:
            if OF_PRIZES.match(line) is None and not (self._lines_list and RANK_FIRST.match(line)):
                context.subject, context.verb, context.above = None, False, None
        elif section and not context.in_item and (head := self._sole_party(newline - len(line), newline)) is not None:
            context.subject = head
        return count

    def _counts_below(self, line: str, newline: int) -> bool:
        """Whether a line counts prizes that somebody has won, and a list of them stands right below: กวาด 4 รางวัล⏎1. …."""
        below = self.found.structure.item_at(self._words_below(newline))
        return below is not None and self._names_prize(newline + 1) and COUNTS_PRIZES.search(line) is not None

    def _drop_counted(self, labels: dict[str, Label]) -> None:
        """Leaves out the last of several classes whose entrants are counted: ประเภทผ้า 85 ราย และ|ประเภทของใช้| 20 ราย."""
        for kind in ("category", "branch"):
            part = labels.get(kind)
            if part is None or ENTRANTS.match(self.text, part.until) is None:
                continue
            if CLASS_BEFORE.search(self.text, max(0, part.outer - 120), part.outer):
                del labels[kind]

    def _pupils_below(self, line: str, newline: int) -> bool:
        """Whether a line says that pupils have won who are named right below: นักเรียนโรงเรียน ก คว้ารางวัล ข⏎1. นาย ค."""
        if PUPILS_WON.search(line) is None:
            return False
        below = PERSON_BELOW.match(self.text, newline)
        if below is None:
            return False
        return not any(party.kind == "person" for party in self.collector.subjects.between(newline - len(line), newline))

    def _keep_group(self, start: int, section: dict[str, Label]) -> None:
        """Keeps the group that a line begins with for the ranks of the lines below: ระดับนักเรียน รางวัลชนะเลิศ ….

        A list item's line begins with its number.
        """
        index = self.found.structure.item_at(start)
        body = self.found.structure.items[index].body if index is not None else start
        label = self.ahead.first_label(start, max(start, body) + MARKS)
        if label is not None and label.kind in {"branch", "category"}:
            section[label.kind] = label

    def _plain_heading(self, start: int, end: int, own: set[str]) -> Label | None:
        """A group that a line of its own names over lines of ranks: กลุ่มจังหวัดภาคเหนือ, รุ่นอายุไม่เกิน 15 ปี."""
        words = _HEADS_ON.sub("", self.text[start:end].strip(' :-–•*“”"'))
        if own or not 4 <= len(words) <= 60 or self.collector.subjects.between(start, end):
            return None
        if not GROUP_HEADING.match(words) or not self.ahead.begins_with_rank(end):
            return None
        begin = self.text.index(words, start)
        return Label("category", begin, begin + len(words), "category.heading", begin, end)

    def _last_body(self, start: int, end: int) -> Party | None:
        """The last body named between `start` and `end` that stands above others: a ministry, or one behind สังกัด."""
        bodies = [
            party
            for party in self.collector.subjects.between(start, end)
            if party.kind == "organisation"
            and (
                self.text.startswith("กระทรวง", party.start)
                or SUBORDINATE.search(self.text[max(0, party.start - 20) : party.start])
            )
        ]
        return bodies[-1] if bodies else None

    def _sole_party(self, start: int, end: int) -> Party | None:
        """The body whose name is all that a line says: the heading of a list of what it received."""
        parties = self.collector.subjects.between(start, end)
        if len(parties) != 1 or parties[0].kind != "organisation" or self.found.structure.item_at(end + 1) is None:
            return None
        rest = self.text[start : parties[0].start] + self.text[parties[0].end : end]
        return parties[0] if not AROUND_NAME.sub("", rest) else None

    def _heads_children(self, newline: int) -> bool:
        """Whether the line that ends here is followed by the first item of a list within its own."""
        items = self.found.structure.items
        here, below = self.found.structure.item_at(newline - 1), self.found.structure.item_at(self._words_below(newline))
        return below is not None and below != here and items[below].parent == here and here is not None

    def _words_below(self, newline: int) -> int:
        """Where the line below begins, blanks left off."""
        at = newline + 1
        while self.text[at : at + 1] == " ":
            at += 1
        return at

    def _heads_prizes(self, newline: int, draft: Draft) -> bool:
        """Whether a work and its maker are told of, and the list right below tells what it has won: – รางวัลเหรียญทอง."""
        return not draft.own and draft.work is not None and draft.recipient is not None and self._names_prize(newline + 1)

    def _names_prize(self, at: int) -> bool:
        """Whether the list item that begins at `at` begins with a prize."""
        words = self._words(self._words_below(at - 1))
        label = self.ahead.first_label(words, words + MARKS)
        return label is not None and label.kind in {"award", "level", "category"}

    def _heads_list(self, newline: int, draft: Draft) -> bool:
        """Whether the line that ends here names ranks or branches and nothing else, and a list stands right below it."""
        start = self.text.rfind("\n", 0, newline) + 1
        if (
            not (draft.own and draft.verb and draft.subject)
            or draft.recipient is not None
            or draft.work is not None
            or newline - start >= ENTRY
        ):
            return False
        below = self.found.structure.item_at(newline + 1)
        if below is None or self.found.structure.items[below].start != newline + 1:
            return False
        if not self.ahead.begins_with_winner(self.found.structure.items[below].body, group=True):
            return False
        rest, at = "", start
        for label in sorted(draft.labels.values(), key=lambda label: label.outer):
            if start <= label.outer < newline:
                rest, at = rest + self.text[at : label.outer], label.until
        return AROUND_LABELS.fullmatch(rest + self.text[at:newline]) is not None

    def _is_heading(self, start: int, newline: int, draft: Draft) -> bool:
        """Whether a line names ranks or branches only, and who or what won them stands at the head of the next."""
        if not draft.own or draft.recipient is not None or draft.work is not None or newline - start >= RUNNING:
            return False
        verb = self.ahead.next_verb(start)
        if verb is not None and verb < newline:
            return False
        return self.ahead.begins_with_winner(newline)

    def _fresh(self, section: dict[str, Label], context: Context) -> Draft:
        return Draft(labels=dict(section), subject=context.subject, verb=context.verb, work=context.work)

    def _introduced(self, at: int, draft: Draft) -> _Introduced:
        """What the words right before the list at `at` tell of all its items: judges and guests, or a short-list."""
        cue = draft.nominated
        last = self.collector.nominated  # told where the item of a list above ends, or in the line that opens it
        between = self.text[last.end : at] if last is not None and last.end <= at else "\n"
        if last is not None and last.row.id == "nominated-shortlist":
            between = COUNTED_BELOW.sub(" ", between.rstrip())
        if cue is None and "\n" not in between:
            cue = last
        near = cue is not None and at - cue.end <= INTRODUCES and draft.mark <= cue.end + INTRODUCES // 2
        near = near and cue is not None and _CHOSEN.search(self.text, cue.end, at) is None
        before = self.text[max(0, at - 160) : at].rstrip()
        of_works = OF_WORKS.within(self.text, at - 160, at)
        others = OTHERS.search(before) is not None or (of_works and OTHER_WORKS.search(before) is not None)
        works = of_works and WORKS_FOLLOW.search(before) is not None
        return _Introduced(none=False, others=others, works=works, nominated=cue if near else None)

    def _context_for_item(
        self, at: int, draft: Draft, section: dict[str, Label], context: Context, introduced: _Introduced, *, opened: bool
    ) -> Context:
        if introduced.others:
            return Context(in_item=True)
        labels = {**section, **draft.labels}
        if (award := labels.get("award")) is not None and HOSTED.search(self.text, max(0, award.outer - 50), award.outer):
            del labels["award"]  # what the list tells is of its hosts
        if (medal := labels.get("level")) is not None and _MEDALS_BEFORE.search(self.text, max(0, medal.outer - 70), medal.outer):
            del labels["level"]  # 1 เหรียญทอง และ 2| เหรียญเงิน ประกอบด้วย: what those of the list have in sum
        self._drop_counted(labels)
        same = all(labels.get(kind) is context.labels.get(kind) for kind in ("award", "level"))
        near = self.text[max(0, at - 160) : at].rstrip()
        listing = opened or context.listing or bool(draft.own) or ("รางวัล" in near and COUNTS_PRIZES.search(near) is not None)
        works = introduced.works or context.works
        works = works or (OF_WORKS.within(self.text, at - 160, at) and WORKS_FOLLOW.search(near) is not None)
        works = works or self.text.startswith("โครงการ", self._words(at))
        return Context(
            labels=labels,
            subject=draft.recipient or draft.subject,
            parent=draft.recipient or draft.subject or context.parent,
            above=context.above,
            work=draft.work if draft.recipient is None or self._heads_prizes(at - 1, draft) else None,
            listing=listing and bool(labels or draft.verb),
            verb=draft.verb or context.verb,
            works=bool(labels) and works,
            in_item=True,
            nominated=introduced.nominated or (context.nominated if same else None),
        )

    def _words(self, at: int) -> int:
        """Where the words of the list item that begins at `at` begin."""
        index = self.found.structure.item_at(at)
        body = self.found.structure.items[index].body if index is not None else at
        while body < len(self.text) and self.text[body] == " ":
            body += 1
        return body

    def _take_item_as_work(self, start: int, end: int, context: Context) -> None:
        """In a list of works, an item that names none by its mark begins with one: 1) บ้านริมน้ำ โดยสำนักงาน ก."""
        begin = start
        while begin < end and self.text[begin] in ' “"':
            begin += 1
        if any(begin <= label.outer < begin + 4 for label in self.found.labels) or any(
            start <= work.start < end and not work.rule.endswith("project") for work in self.found.works
        ):
            return
        stop = ITEM_WORK_END.search(self.text, begin + 2, end)
        finish = stop.start() if stop else end
        title = self.text[begin:finish].rstrip(' \n”",;.-').removesuffix(" และ")
        if 4 <= len(title) <= 220 and "\n" not in title and not COUNTED.search(title):
            context.work = Span(begin, begin + len(title), "work.item")


# characters of an item's winner before what heads the next row
_SHORTEST = 4
_HEADS_ROW = frozenset({"level", "category", "branch"})
# … 2) โรงเรียน ก ระดับดี| จำนวน 2 แห่ง 1.|โรงเรียน ข
_BEFORE_ROW = re.compile(r"[ ]*(?:\([^()\n]{1,40}\)[ ]*)?(?:(?:จำนวน|มี)?[ ]?\d{1,3}[ ]?[ก-๎]{2,16}[ ]*)?\(?1[.)]?")
# เสนอชื่อ 21 ราย |เหลือผู้ได้รับการยกย่อง จำนวน 5 ราย แบ่งเป็น: these have won
_CHOSEN = re.compile(r"ผู้(?:ที่)?(?:ได้รับ|ชนะ|ผ่านเกณฑ์)|(?:เหลือ|คัดเลือก)[^\n]{0,20}ผู้ได้รับ|ปีนี้[ ]?(?:ได้)?แบ่ง(?:ประเภท)?รางวัล")
_BLANK = re.compile(r"[ \n]*")
_COUNTED = re.compile(r"[ก-๎][ ]?\d{1,2}[ ]?$")
# 1 เหรียญทอง และ 2 |เหรียญเงิน
_MEDALS_BEFORE = re.compile(r"\d[ ]?เหรียญ(?:ทองแดง|ทอง|เงิน)[^\n]{0,40}?\d{1,3}[ ]?$")
# ระดับประถมศึกษา| มีผู้ได้รับรางวัล ดังนี้
_HEADS_ON = re.compile(r"[ ]{0,2}(?:มี)?(?:ผู้(?:ที่)?(?:ได้รับ|ชนะ)[ก-๎]{0,14})?[ ]{0,2}(?:ดังนี้|ได้แก่|คือ|ดังต่อไปนี้)\Z")
# |ผล|การประกวด ก ประจำปี 2566| ปรากฏว่า: what stands around a prize in a line that opens its list
_BEFORE_NEXT = re.compile(
    r"[ ]*(?:\(?[\d๐-๙]{1,2}[.)][ ]*|[-–•✅■●▪◆]{1,2}[ ]*)?(?:โดย|สำหรับ|ส่วน|ขณะที่|ด้าน)?"
    r"(?P<result>(?:ประกาศ)?ผล|(?:ราย(?:ชื่อ|นาม))?ผู้(?:ที่)?(?:ได้รับ|ชนะ)|)"
    r"(?:รางวัล)?(?:จาก|ใน)?[ ]?[“\"]?"
)
_BEHIND_NEXT = re.compile(
    r"[”\"]?[ ]*(?:มี)?(?:ผู้(?:ที่)?(?:ได้รับ|ชนะ)[ก-๎]{0,14})?"
    r"[ ]*(?:ดัง(?:ต่อไป)?นี้|ได้แก่|คือ|(?:ผล)?ปรากฏว่า)?[ ]*:?\s*"
)
# a line that tells of other prizes than the ranks above
_BESIDES = re.compile(r"[ ]*(?:นอกจากนี้|นอกจากนั้น|อีกทั้ง|ขณะเดียวกัน|ทั้งนี้|พร้อม)")


def _replace(section: dict[str, Label], labels: dict[str, Label]) -> None:
    held = dict(labels)
    section.clear()
    section.update(held)
