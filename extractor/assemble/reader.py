"""Reads an article's conferrals from left to right, as a person does, with what each list item inherits from above.

The labels of an award (its name, year, branch, category, level), works and parties come as a stream. A draft collects
them; it is told off as a candidate when something comes that can only belong to the next conferral: a second recipient,
a second work, or a label where one of its kind stands already. List items begin with what stands above them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.assemble.findings import JUDGES
from extractor.assemble.status import Statuses
from extractor.document import Span
from extractor.lexicon import Award, AwardPart, Cue, Hit
from extractor.match.anchors import find_words
from extractor.match.awards import Label
from extractor.tokenise import words

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party

_TIERS = {"award": 0, "edition": 1, "year": 1, "branch": 2, "category": 3, "level": 4}
# What a new label of a kind drops of those above and before it.
_DROPS = {
    "award": ("edition", "year", "branch", "category", "level"),
    "edition": (),
    "year": (),
    "branch": ("category", "level"),
    "category": (),
    "level": (),
}
_OPENS_LIST = re.compile(r"(?:ได้แก่|ดังนี้|ประกอบด้วย|คือ|อาทิ|รายชื่อ[^\n]{0,60}|ดังต่อไปนี้|มีดังนี้|:)[\s:]*$")
_SUBORDINATE = re.compile(r"(?:ใน)?สังกัด(?:ของ)?[ ]*$|หน่วยงานของ[ ]*$|หน่วยงานใน[ ]*$")
# ได้รับ… that is about an award
_NEAR = re.compile(
    r"[^ก-๙A-Za-z0-9]*(?:\([^()\n]{1,60}\))?[^ก-๙A-Za-z0-9]*(?:จัดทำ|เสนอ|ผลงาน)?(?:โดย|ของ|จาก|ได้แก่|คือ)?(?:ทีม|คุณ)?[^ก-๙A-Za-z0-9]*"
)
_ELSEWHERE = re.compile(
    r"จัดขึ้น|จัดโดย|เพื่อ(?:ให้|เป็น|ส่ง|สร้าง)|โดยมี|วัตถุประสงค์|ตัวชี้วัด|ร่วมกับ|กล่าวว่า|เปิดเผย|นิทรรศการ|หลักเกณฑ์|ซึ่งเป็น|แผนงาน|แบ่งเป็น"
)
_WORKS_FOLLOW = re.compile(
    r"(?:ผลงาน|โครงการ|เรื่อง|นวัตกรรม|ชิ้นงาน|ภาพยนตร์)[ ]*(?:ได้แก่|คือ|ประกอบด้วย|ดังนี้|ดังต่อไปนี้|:)*[ ]*(?:\(?\d[.)][^\n]*)?$"
)
_ITEM_WORK_END = re.compile(
    r"\n|[ ]*(?:โดย|จาก|ของ)[ ]?(?=สำนัก|กรม|กระทรวง|ศูนย์|กอง|โรง|เทศบาล|องค์การ|มหาวิทยาลัย|นาย|นาง|บริษัท|สถาบัน|จังหวัด|อำเภอ|คณะ|วิทยาลัย|ธนาคาร|กลุ่ม|ดร\.|[ศรผ]ศ?\.|การ[ก-ฮ]+แห่ง|ทีม)|[ ](?=ประเภท|ระดับ(?:ดี|เหรียญ)|ได้รับ)"
)
_OR = re.compile(r"[ ]*\(?หรือ[ ]*(?:รางวัล)?[ ]*")
_WORK_SUBJECT = re.compile(
    r"[”\"’']?(?:[ ]?(?:ของ|โดย|จาก)[^\n]{3,70}?)?[ ]?(?:ผ่านเกณฑ์[^\n]{0,120})?[ ]?(?:สามารถ|ยัง|ก็|จึง|ซึ่ง|ที่|และ|ได้|ถูก)*"
)
_BEGINS = re.compile(r"(?:^|\n|\d[.)]|[-•✅])[ ]*$")
_OPENER = re.compile(r"ได้แก่|ประกอบด้วย|คือ[ ]|ดังนี้|[:：]|อาทิ|แบ่งเป็น")
_INTENDED = re.compile(r"(?:เพื่อ|จะ|ขอ|คาดว่าจะ|หวัง|สมัคร|ในการ|โอกาส|สิทธิ์?)[ ]?$")
_FOR = re.compile(r"(?:สำหรับ|ในนาม|แทน|ผู้แทน|ในฐานะผู้แทน|ตัวแทน)[ ]?$")
# รับ 2 รางวัล · คว้าอีก 3 รางวัล
_NUMBERED = re.compile(
    r"(?:ได้รับ|เข้ารับ|รับ|คว้า|กวาด|ครอง|ซิว|โกย)(?:มา|ถึง|รวม|อีก|มากถึง|ไป)?[ ]{0,2}(?:จำนวน|รวม|ถึง)?[ ]{0,2}\d{1,3}[ ]?$"
)
_WINS = Cue(
    id="conferred-numbered", name="รับ … รางวัล", sense="conferred", reach="forward", source="ไวยากรณ์", example="รับ … รางวัล"
)
# แบ่งเป็น สถานประกอบการขนาดใหญ่ (1,000 คนขึ้นไป) ได้แก่ …
_GROUP = re.compile(
    r"(?:แบ่งเป็น|แบ่งออกเป็น|ประกอบด้วย|ดังนี้|^|\n|[ ,)]|และ|\d[.)])[ ]*(?P<group>[ก-ฮเ-ไ][^\n\d()“”\",:]{4,48}?)[ ]*(?:\([^()\n]{1,60}\))?[ ]*(?:จำนวน[ ]?\d+[ ]?[ก-๙]+)?[ ]*(?:ได้แก่|คือ|:)[ ]*$"
)
_NO_GROUP = frozenset(
    "ได้ รับ ได้รับ มี เป็น ที่ ซึ่ง โดย ให้ จะ มอบ จัด และ กับ รางวัล ผลงาน ผู้ ผู้ชนะ ว่า จาก ใน ของ ทั้ง อาทิ เพื่อ หน่วยงาน นี้ นั้น คือ ดังนี้ ประกอบด้วย ทั้งนี้ ผู้ได้รับ ปีนี้ ผล แบ่งเป็น องค์กร แห่ง คน ราย ทีม ประเภท เงินรางวัล บาท โล่ พร้อม รายชื่อ ท่าน เรื่อง".split()
)
# a list item's line that goes on with whose the work is
_GOES_ON = re.compile(r"\n[ ]*(?:โดย|ของ|จาก(?=[ ]?(?:โรงเรียน|มหา|คณะ|วิทยา))|ผลงาน|ชื่อ)")
# หน่วยงานในสังกัดกระทรวง ก ได้รับ…: who, is not said
_UNNAMED = re.compile(
    r"(?:หน่วยงาน|โรงเรียน|โรงพยาบาล|องค์กร|สถานศึกษา|สถานประกอบการ|ผู้ประกอบการ|จังหวัด|นักเรียน|เกษตรกร)[^\n ]{0,10}(?:ใน)?สังกัด[^\n]{0,60}$"
)
_JOINS = re.compile(r"[ ]?(?:,|และ|กับ)[ ]?")
_STAGE = re.compile(
    r"(?:เวที|ในงาน|จากงาน|จาก|ของ|ในโครงการ|จากโครงการ|ภายใต้(?:โครงการ|ชื่องาน)?|งานประกาศ|ในการประกวด|ในเวที)[ ]*(?:งาน|การ)?(?:มอบ|ประกาศ|ประกวด)?[ ]*[“\"]?$"
)
_SAME_WORK = re.compile(r"(?:ผลงาน|โครงการ|ผลิตภัณฑ์)(?:ดังกล่าว|นี้|เดียวกัน)")
_OBJECT = re.compile(r"[^\n]{0,50}?(?:รางวัล|โล่|เหรียญ|ระดับ|เกียรติบัตร|[Aa]wards?|AWARD|ชนะเลิศ|เลือก|Prize|ประกาศ)")
_CLAIM = re.compile(
    r"(?:จำนวน|รวม(?:ทั้งสิ้น|ทั้งหมด)?|คว้า|ได้รับ|ถึง|อีก|รับ|กวาด|ทั้งสิ้น|มอบ|และ)[ ]*(?P<count>\d{1,3})[ ]*(?P<unit>รางวัล|ผลงาน)"
)
_LONG = 200


@dataclass(slots=True)
class Candidate:
    """A conferral as the reader told it off; `at` is where it was told."""

    labels: dict[str, Label]
    work: Span | None
    recipient: Party | None
    parent: Party | None
    at: int
    status: str
    cue: Span | None
    subject_only: bool
    in_title: bool
    rule: str
    stands_for: Party | None = None
    verb: bool = False


@dataclass(slots=True)
class _Context:
    """What a stretch of text begins with: labels from above, who is being honoured, and whether a list was announced."""

    labels: dict[str, Label] = field(default_factory=dict)
    subject: Party | None = None
    parent: Party | None = None
    work: Span | None = None
    listing: bool = False
    verb: bool = False
    works: bool = False
    in_item: bool = False


@dataclass(slots=True)
class _Draft:
    labels: dict[str, Label]
    own: set[str] = field(default_factory=set)
    work: Span | None = None
    recipient: Party | None = None
    subject: Party | None = None
    verb: bool = False
    gives: bool = False
    leads: bool = False
    enumerates: bool = False
    work_first: bool = False
    work_leads: bool = False
    sub_awards: bool = False
    unnamed: bool = False
    joined: list[Party] = field(default_factory=list)
    told: int = 0
    children_told: int = 0
    mark: int = -1
    early: Span | None = None
    at: int = -1
    since: int = 0


class Reader:
    """Reads the candidates of one article; `candidates` holds them after `read()`."""

    def __init__(self, findings: Findings, statuses: Statuses) -> None:
        self.found = findings
        self.text = findings.text
        self.statuses = statuses
        self.candidates: list[Candidate] = []
        self.topic: Label | None = None
        self.last_subject: Party | None = None
        self.title_subject: Party | None = None
        self._body_keys = {m.start: key for key, o in enumerate(findings.organisations) for m in o.mentions}
        self._party_starts = [party.start for party in findings.parties]
        events: list[tuple[int, int, str, object]] = []
        events.extend((label.outer, 0, "label", label) for label in findings.labels)
        events.extend((work.start, 2, "work", work) for work in findings.works)
        events.extend((party.start, 1, "party", party) for party in findings.parties)
        events.extend((hit.start, 3, "verb", hit) for hit in findings.cues if self._is_verb(hit))
        events.extend((hit.start, 3, "nominated", hit) for hit in findings.cues if getattr(hit.row, "sense", "") == "nominated")
        taken = {event[0] for event in events if event[2] == "verb"}
        for place in find_words(findings.text, ("รางวัล",)):
            numbered = _NUMBERED.search(findings.text[max(0, place - 26) : place])
            if numbered is not None and place - len(numbered.group()) not in taken:
                start = place - len(numbered.group())
                events.append((start, 3, "verb", Hit(start, place, _WINS)))
        events.sort(key=lambda event: (event[0], event[1]))
        self.events = events
        self._positions = [event[0] for event in events]
        self._verbs = [event[0] for event in events if event[2] == "verb"]
        self._title_end = findings.title.end if findings.title else -1

    def _is_verb(self, hit: Hit) -> bool:
        if getattr(hit.row, "sense", "") not in {"conferred", "past"}:
            return False
        if self._in_a_name(hit.start) or _INTENDED.search(self.text[max(0, hit.start - 9) : hit.start]):
            return False
        return hit.row.id != "conferred-receive-n" or bool(_OBJECT.match(self.text, hit.end))

    def _in_a_name(self, at: int) -> bool:
        """Whether the words at `at` belong to a body's name (คณะทำงานพิจารณาผลงานเพื่อรับรางวัล)."""
        index = bisect_left(self._party_starts, at) - 1
        return index >= 0 and self.found.parties[index].kind == "organisation" and at < self.found.parties[index].end - 3

    def read(self) -> list[Candidate]:
        """All candidates of the article, in the order in which they were told."""
        roots = [index for index, item in enumerate(self.found.structure.items) if item.parent is None]
        self._walk(0, len(self.text), roots, _Context())
        return self.candidates

    # ------------------------------------------------------------------ stretches

    def _walk(self, start: int, end: int, children: list[int], context: _Context) -> int:
        """Reads `start:end` around the list items `children`; returns how many candidates it and they told."""
        items = self.found.structure.items
        told = 0
        section = dict(context.labels)
        draft = self._fresh(section, context)
        if context.work is not None and context.work.start >= start:
            draft.mark = context.work.end
            draft.at = context.work.start
        position = start
        for index in [*children, -1]:
            stop = items[index].start if index >= 0 else end
            position, draft, section, told = self._own_text(position, stop, draft, section, context, told)
            if index < 0:
                break
            item = items[index]
            inner = self._context_for_item(item.start, draft, section, context)
            if inner.works and not item.children:
                self._take_item_as_work(item.body, item.end, inner)
            count = self._walk(item.body, item.end, item.children, inner)
            told += count
            draft.told += count
            draft.children_told += count
            if count:
                draft.work = None
            position = max(position, item.end)
        told += self._flush(draft, context)
        return told

    def _own_text(
        self, start: int, end: int, draft: _Draft, section: dict[str, Label], context: _Context, told: int
    ) -> tuple[int, _Draft, dict[str, Label], int]:
        """Reads text that lies in no further list item, line by line."""
        position = start
        while position < end:
            newline = self.text.find("\n", position, end)
            stop = newline if newline >= 0 else end
            self._line(position, stop, draft, context)
            if newline < 0:
                return end, draft, section, told
            if context.in_item and _GOES_ON.match(self.text, newline):
                position = stop + 1
                continue
            line = self.text[self.text.rfind("\n", 0, position) + 1 : stop]
            if line.strip():
                before = draft.told
                count = self._flush(draft, context)
                told += count
                section = self._section_after(line, draft, section, context, told_here=before + count > 0)
                if _OPENS_LIST.search(line):  # what follows is the list that this line announces
                    context.subject, context.verb = draft.subject or context.subject, draft.verb or context.verb
                elif len(line) >= _LONG and not context.in_item:
                    context.subject, context.verb = None, False
                draft = self._fresh(section, context)
            position = stop + 1
        return end, draft, section, told

    def _section_after(
        self, line: str, draft: _Draft, section: dict[str, Label], context: _Context, *, told_here: bool
    ) -> dict[str, Label]:
        """The labels that lines after this one begin with: a heading's hold, running text ends them."""
        opens = bool(_OPENS_LIST.search(line))
        if draft.labels and (opens or (draft.own and len(line) < _LONG and not told_here)):
            return dict(draft.labels)
        if told_here and len(line) < _LONG:
            return section
        if len(line) >= _LONG and not opens:
            return {kind: label for kind, label in context.labels.items()}
        return section

    def _fresh(self, section: dict[str, Label], context: _Context) -> _Draft:
        subject = context.subject
        verb = context.verb
        return _Draft(labels=dict(section), subject=subject, verb=verb, work=context.work)

    def _context_for_item(self, at: int, draft: _Draft, section: dict[str, Label], context: _Context) -> _Context:
        labels = dict(section)
        labels.update(draft.labels)
        near = self.text[max(0, at - 160) : at]
        listing = bool(_OPENS_LIST.search(near.rstrip())) or context.listing or bool(draft.own)
        subject = draft.recipient or draft.subject
        return _Context(
            labels=labels,
            subject=subject,
            parent=self._superior(draft, context),
            work=draft.work if draft.recipient is None else None,
            listing=listing and bool(labels or draft.verb),
            verb=draft.verb or context.verb,
            works=bool(labels)
            and (bool(_WORKS_FOLLOW.search(near.rstrip())) or context.works or self.text.startswith("โครงการ", self._words(at))),
            in_item=True,
        )

    def _words(self, at: int) -> int:
        """Where the words of the list item that begins at `at` begin."""
        index = self.found.structure.item_at(at)
        body = self.found.structure.items[index].body if index is not None else at
        while body < len(self.text) and self.text[body] == " ":
            body += 1
        return body

    def _take_item_as_work(self, start: int, end: int, context: _Context) -> None:
        """In a list of works, an item that names none by its mark begins with one: 1) บ้านริมน้ำ โดยสำนักงาน…"""
        begin = start
        while begin < end and self.text[begin] in ' “"':
            begin += 1
        if any(begin <= label.outer < begin + 4 for label in self.found.labels) or any(
            start <= work.start < end and not work.rule.endswith("project") for work in self.found.works
        ):
            return
        stop = _ITEM_WORK_END.search(self.text, begin + 2, end)
        finish = stop.start() if stop else end
        title = self.text[begin:finish].rstrip(' \n”",;.-')
        title = title.removesuffix(" และ")
        if 4 <= len(title) <= 220 and "\n" not in title:
            context.work = Span(begin, begin + len(title), "work.item")

    def _superior(self, draft: _Draft, context: _Context) -> Party | None:
        return draft.recipient or draft.subject or context.parent

    # ------------------------------------------------------------------ events

    def _line(self, start: int, end: int, draft: _Draft, context: _Context) -> None:
        first = True
        draft.since = start
        for at in range(bisect_left(self._positions, start), len(self.events)):
            position, _, kind, thing = self.events[at]
            if position >= end:
                break
            if kind == "label":
                self._label(thing, draft, context)  # type: ignore[arg-type]
            elif kind == "work":
                self._work(thing, draft, context)  # type: ignore[arg-type]
            elif kind == "party":
                leads = first and context.in_item and not self.text[start:position].strip(" \u200b-–•“\"'")
                self._party(thing, draft, context, leads=leads)  # type: ignore[arg-type]
                first = False
            elif kind == "verb":
                self._verb(thing, draft, context)  # type: ignore[arg-type]
            else:
                self._nominated(thing, draft, context)  # type: ignore[arg-type]

    def _label(self, label: Label, draft: _Draft, context: _Context) -> None:
        kind = label.kind
        if context.work is not None and context.work.start <= label.outer < context.work.end:
            return
        if kind in {"year", "edition"} and not self._year_belongs(label, draft):
            return
        if kind == "award":
            above = draft.labels.get("award")
            if (
                above is not None
                and "award" in draft.own
                and above.row is None
                and _STAGE.search(self.text[max(0, label.outer - 22) : label.outer])
            ):
                draft.labels["category"] = Label(
                    "category",
                    self._without_head(above),
                    self._without_tail(above),
                    "category.sub_award",
                    above.outer,
                    above.until,
                )
                draft.own.add("category")
                draft.labels["award"] = label
                draft.mark = label.until
                self.topic = label
                self._under_stage(label)
                return
            if self._is_category_here(label, draft):
                label = Label(
                    "category",
                    self._without_head(label),
                    self._without_tail(label),
                    "category.sub_award",
                    label.outer,
                    label.until,
                    row=label.row,
                )
                kind = "category"
                draft.sub_awards = True
            elif label.rule != "award.gazetteer" and draft.labels.get("award") is not None and self._names_again(label, draft):
                return
        known = draft.labels.get(kind)
        if known is not None and kind in draft.own and _OR.fullmatch(self.text[known.until : label.outer]):
            return
        told_after = draft.recipient is not None and not draft.leads and draft.recipient.start < label.outer
        if told_after and kind not in {"year", "edition"}:
            self._flush(draft, context)
        elif (
            (draft.leads or (draft.work is not None and draft.work.end <= label.outer))
            and kind in draft.own
            and self._differs(label, draft)
        ):
            leading = draft.recipient if draft.leads else None
            work = draft.work if draft.work_leads else None
            self._flush(draft, context)
            if work is not None:
                draft.work, draft.work_leads = work, True
            if leading is not None:
                draft.recipient, draft.leads = leading, True
        elif (
            kind in draft.own
            and draft.subject is not None
            and draft.verb
            and kind not in {"year", "edition"}
            and self._differs(label, draft)
        ):
            if draft.own & {"branch", "category", "level"} or kind == "award":
                self._flush(draft, context)
        same = not self._differs(label, draft)
        for dropped in _DROPS[kind]:
            if dropped not in draft.own or kind == "award":
                if kind == "award" and (
                    self._adjacent(draft.labels.get(dropped), label, draft) or (same and dropped in draft.own)
                ):
                    continue
                if kind == "award" and same and draft.labels.get(dropped) is context.labels.get(dropped):
                    continue
                draft.labels.pop(dropped, None)
                draft.own.discard(dropped)
        draft.labels[kind] = label
        draft.own.add(kind)
        draft.mark = label.until
        draft.at = max(draft.at, label.outer)
        if kind == "award":
            self.topic = label
        if label.own and isinstance(label.row, AwardPart):
            award = draft.labels.get("award")
            if award is not None and isinstance(award.row, Award) and award.row.id != label.row.award:
                draft.labels.pop("award")

    def _work(self, work: Span, draft: _Draft, context: _Context) -> None:
        if not (draft.labels or draft.verb):
            draft.early = work
            return
        if context.work is not None and context.work.start <= work.start < context.work.end:
            return
        if draft.work is not None and draft.work is not context.work:
            self._flush(draft, context)
            if draft.recipient is not None and draft.recipient.role != "plain" and draft.recipient.start > work.start:
                draft.recipient = None
        draft.work_leads = context.in_item and not draft.own and draft.recipient is None
        draft.work, draft.work_first, draft.mark = work, draft.recipient is None, work.end
        draft.at = work.start

    def _party(self, party: Party, draft: _Draft, context: _Context, *, leads: bool) -> None:
        if draft.work is not None and draft.work.start <= party.start < draft.work.end:
            return
        if leads and (context.listing or context.labels or context.verb) and party.role != "giver":
            draft.recipient, draft.leads = party, True
            draft.at = party.start
            return
        if _SUBORDINATE.search(self.text[max(0, party.start - 20) : party.start]):
            draft.subject = draft.subject or party
            return
        if party.role not in {"listed", "doer"} or not self._may_win(party, draft):
            return
        if not (draft.own or draft.work or draft.enumerates or (context.listing and draft.labels)):
            return
        if draft.recipient is not None and (draft.recipient.kind, draft.recipient.key) == (party.kind, party.key):
            return
        gap = (
            self.text[draft.mark : party.start]
            if draft.mark >= 0
            else self.text[max(draft.since, party.start - 200) : party.start]
        )
        if party.role == "doer" and not _NEAR.fullmatch(gap):
            return
        if party.role == "listed" and not draft.enumerates and (len(gap) > 180 or _ELSEWHERE.search(gap)):
            return
        if draft.recipient is not None and draft.leads:
            if party.role == "doer":  # a heading's unit did the work
                draft.subject = draft.recipient
                draft.recipient, draft.leads, draft.at = party, False, party.start
            return
        if draft.recipient is not None:
            work = draft.work
            self._flush(draft, context)
            draft.work = work if work is not None and draft.work_first and party.role == "listed" else None
        phrase = self._group_before(party, draft)
        if phrase is not None:
            draft.labels["category"] = phrase
            draft.own.add("category")
        draft.recipient, draft.enumerates, draft.at, draft.mark = party, True, party.start, party.end

    def _nominated(self, cue: Hit, draft: _Draft, context: _Context) -> None:
        """From here on the line tells of what is not won yet."""
        if draft.own or draft.work is not None or draft.recipient is not None:
            self._flush(draft, context)
        draft.verb = draft.gives = draft.enumerates = False
        draft.labels.pop("level", None)

    def _group_before(self, party: Party, draft: _Draft) -> Label | None:
        """A group that a list is divided into, named without any of the labels' words: ขนาดใหญ่ ได้แก่ บริษัท ก."""
        if party.role != "listed" or "category" in draft.own or not (draft.verb or draft.gives or draft.enumerates):
            return None
        begin = max(draft.mark, self.text.rfind("\n", 0, party.start) + 1, party.start - 140)
        match = _GROUP.search(self.text, begin, party.start)
        if match is None or match.end("group") - match.start("group") < 5:
            return None
        group = match["group"]
        if (
            self.text[: match.start("group")].rstrip(" ")[-1:].isdigit()
            or any(word in _NO_GROUP for word in words(group))
            or any(label.start < match.end("group") and match.start("group") < label.until for label in draft.labels.values())
        ):
            return None
        start, end = match.span("group")
        return Label("category", start, end, "category.group", start, end)

    def _verb(self, cue: Hit, draft: _Draft, context: _Context) -> None:
        if cue.row.id.startswith("conferred-give"):
            draft.gives = True
            draft.verb = True
            return
        before = self.text[max(0, cue.start - 34) : cue.start]
        if _SAME_WORK.search(before) and draft.work is not None:
            work, recipient = draft.work, draft.recipient or draft.subject
            self._flush(draft, context)
            draft.work, draft.subject, draft.verb = work, recipient, True
            return
        if draft.early is not None and draft.work is None and _WORK_SUBJECT.fullmatch(self.text[draft.early.end : cue.start]):
            draft.work, draft.work_first = draft.early, True
        subject = None if cue.row.id.startswith("conferred-winner") else self._subject_before(cue.start, draft)
        if subject is not None and subject.kind == "person" and cue.row.id.startswith("conferred-take"):
            subject = self._represented(subject, cue.end)
        if subject is None and not cue.row.id.startswith("conferred-winner"):
            subject = self._topic_subject(cue.start)
        if subject is not None:
            pending = draft.recipient is not None and not draft.leads and draft.recipient is not subject
            if pending or (
                draft.subject is not None and draft.subject is not subject and draft.verb and (draft.own or draft.work)
            ):
                self._flush(draft, context)
                draft.recipient = None
            if draft.recipient is subject:
                draft.leads = True  # what follows the verb is what this one received
            draft.subject = subject
            draft.joined = self._joined_to(subject)
            self.last_subject = subject
        if cue.start < self._title_end and self.title_subject is None:
            self.title_subject = draft.subject
        draft.unnamed = bool(_UNNAMED.search(self.text[max(0, cue.start - 90) : cue.start]))
        draft.verb, draft.gives, draft.enumerates = True, False, False

    # ------------------------------------------------------------------ judgements

    def _subject_before(self, at: int, draft: _Draft) -> Party | None:
        """The party that stands before a verb of receiving, in the same line."""
        parties = self.found.parties
        line_start = self.text.rfind("\n", 0, at) + 1
        index = bisect_left(self._party_starts, at) - 1
        while index >= 0 and parties[index].start >= line_start:
            party = parties[index]
            gap = self.text[party.end : at]
            if (
                party.role == "superior"
                or (
                    party.role == "giver"
                    and (
                        len(gap) > 3 or self.text[party.start - 3 : party.start] == "จาก" or JUDGES.match(self.text, party.start)
                    )
                )
                or party.kind == "place"
            ):
                index -= 1
                continue
            if len(gap) > 140 or re.search(r"(?:โดย(?=มี|[ ])|จาก|ซึ่ง(?!ได้)|กล่าวว่า|เปิดเผยว่า|เพื่อ)", gap):
                return None
            return party
        return None

    def _joined_to(self, subject: Party) -> list[Party]:
        """Those that share the verb with the last of them: สำนักงาน ก และสำนักงาน ข คว้า…"""
        joined: list[Party] = []
        index = bisect_left(self._party_starts, subject.start) - 1
        right = subject
        while index >= 0:
            party = self.found.parties[index]
            if party.kind != subject.kind or not _JOINS.fullmatch(self.text[party.end : right.start]):
                break
            joined.append(party)
            right = party
            index -= 1
        return joined[::-1]

    def _represented(self, person: Party, at: int) -> Party:
        """For whom a person collects a prize: the body after สำหรับ, the headline's winner, or the person's own body."""
        for party in self.found.parties[bisect_left(self._party_starts, at) :]:
            if party.start - at > 90 or "\n" in self.text[at : party.start]:
                break
            if party.kind == "organisation" and _FOR.search(self.text[max(0, party.start - 10) : party.start]):
                return party
        if self.title_subject is not None and self.title_subject.kind == "organisation":
            return self._again(self.title_subject, at)
        if person.body is not None:
            owner = next((p for p in self.found.parties if p.kind == "organisation" and p.start == person.body.start), None)
            key = self._body_keys.get(person.body.start)
            if owner is None and key is not None:
                owner = next((p for p in self.found.parties if p.kind == "organisation" and p.key == key), None)
            if owner is not None:
                return owner
        return person

    def _body_of(self, recipient: Party | None, draft: _Draft) -> Party | None:
        """The body for which an officer may have stood, where the officer is the subject of the verb."""
        if recipient is None or recipient.kind != "person" or recipient is not draft.subject:
            return None
        standing = self._represented(recipient, recipient.end)
        return standing if standing.kind == "organisation" else None

    def _topic_subject(self, at: int) -> Party | None:
        """The headline's winner, where it is named before in the line and nobody else comes between."""
        if self.title_subject is None:
            return None
        line_start = self.text.rfind("\n", 0, at) + 1
        known = (self.title_subject.kind, self.title_subject.key)
        index = bisect_left(self._party_starts, at) - 1
        while index >= 0 and self._party_starts[index] >= max(line_start, at - 400):
            party = self.found.parties[index]
            if (party.kind, party.key) == known:
                return party
            index -= 1
        return None

    def _again(self, party: Party, at: int) -> Party:
        """The nearest mention before `at` of one who has been told of."""
        named = [p for p in self.found.parties if p.start < at and (p.kind, p.key) == (party.kind, party.key)]
        return named[-1] if named else party

    def _may_win(self, party: Party, draft: _Draft) -> bool:
        award = draft.labels.get("award")
        return not (award is not None and award.start <= party.start < award.end)

    def _year_belongs(self, label: Label, draft: _Draft) -> bool:
        """Whether a year is the award's: written right after its name or parts, or right before them."""
        if label.kind == "edition":
            award = draft.labels.get("award")
            return award is not None and 0 <= label.outer - award.until <= 40 and "\n" not in self.text[award.until : label.outer]
        nearest = max((other.until for other in draft.labels.values() if other.until <= label.outer), default=-1)
        if 0 <= label.outer - nearest <= 30 and nearest >= draft.since - 2:
            return True
        line_start = self.text.rfind("\n", 0, label.outer) + 1
        line_end = self.text.find("\n", label.outer)
        line = self.text[line_start : line_end if line_end >= 0 else len(self.text)]
        if len(line) < 40:
            return True
        at = bisect_left(self._verbs, label.until)
        return (
            label.rule != "year.bare"
            and at < len(self._verbs)
            and self._verbs[at] - label.until <= 60
            and "\n" not in self.text[label.until : self._verbs[at]]
        )

    def _is_category_here(self, label: Label, draft: _Draft) -> bool:
        """Whether a prize named by its shape alone is one of a programme that the talk is about."""
        above = draft.labels.get("award")
        if label.row is not None or above is None or above is label:
            return False
        if "award" in draft.own and not self._enumerated(above, label, draft):
            return False
        return self._differs(label, draft) and (
            label.rule in {"award.named", "award.quoted", "award.of_the_year", "award.latin"}
            or (label.rule == "award.contest" and self._begins(label.outer))
        )

    def _adjacent(self, part: Label | None, award: Label, draft: _Draft) -> bool:
        """Whether a level or category leads over to the award that follows it: รางวัลชนะเลิศการประกวด…"""
        return (
            part is not None
            and part.kind in draft.own
            and 0 <= award.outer - part.until <= 12
            and "\n" not in self.text[part.until : award.outer]
        )

    def _enumerated(self, above: Label, label: Label, draft: _Draft) -> bool:
        """Whether prizes are listed behind the programme that gives them: … Awards 2023 ได้แก่ รางวัล A และรางวัล B."""
        if above.row is None and above.rule != "award.latin":
            return False
        if label.rule == "award.latin":
            return False
        gap = self.text[above.until : label.outer]
        return "\n" not in gap and len(gap) < 400 and bool(_OPENER.search(gap)) or draft.sub_awards

    def _under_stage(self, stage: Label) -> None:
        """Prizes told just before in the same line were given on the same stage: รางวัล A และรางวัล B จากเวที C."""
        line_start = self.text.rfind("\n", 0, stage.outer) + 1
        for candidate in self.candidates:
            award = candidate.labels.get("award")
            if (
                award is not None
                and award.row is None
                and award.outer >= line_start
                and stage.outer - award.until < 160
                and "category" not in candidate.labels
            ):
                candidate.labels["category"] = Label(
                    "category",
                    self._without_head(award),
                    self._without_tail(award),
                    "category.sub_award",
                    award.outer,
                    award.until,
                )
                candidate.labels["award"] = stage

    def _begins(self, at: int) -> bool:
        """Whether a line or list item begins at `at`."""
        return bool(_BEGINS.search(self.text[max(0, at - 10) : at]))

    def _names_again(self, label: Label, draft: _Draft) -> bool:
        above = draft.labels["award"]
        return label.rule in {"award.plaque"} and above.row is not None and label.start - above.end < 120

    def _without_head(self, label: Label) -> int:
        match = re.match(r"(?:(?:โล่)?รางวัล|(?:การ)?(?:ประกวด|แข่งขัน))[ ]*[“\"‘']?", self.text[label.start : label.end])
        return label.start + match.end() if match and label.start + match.end() < label.end else label.start

    def _without_tail(self, label: Label) -> int:
        return label.end - 1 if self.text[label.end - 1] in "”\"’'" and self._without_head(label) > label.start + 6 else label.end

    def _differs(self, label: Label, draft: _Draft) -> bool:
        other = draft.labels.get(label.kind)
        if other is None:
            return True
        if label.row is not None and other.row is not None:
            return label.row.id != other.row.id
        return _folded(self.text[label.start : label.end]) != _folded(self.text[other.start : other.end])

    # ------------------------------------------------------------------ telling off

    def _flush(self, draft: _Draft, context: _Context) -> int:
        """Tells the draft off as a candidate if it is one, and clears what cannot serve the next; 1 or 0."""
        told = self._tell(draft, context)
        if told:
            draft.told += 1
        draft.recipient = None
        draft.work = None
        draft.leads = draft.work_leads = False
        draft.own.clear()
        draft.at = -1
        return told

    def _tell(self, draft: _Draft, context: _Context) -> int:
        if draft.at < 0 or not draft.labels:
            return 0
        recipient = draft.recipient
        subject_only = False
        if draft.children_told and (recipient is None or draft.leads) and draft.work is None:
            return 0
        if recipient is None and draft.work is None:
            if draft.children_told or not draft.own & {"award", "branch", "category", "level"}:
                return 0
            recipient, subject_only = draft.subject, True
            if recipient is None or not draft.verb or draft.gives or draft.unnamed:
                return 0
            contest = draft.labels.get("award")
            if (
                not draft.own & {"branch", "category", "level"}
                and contest is not None
                and contest.rule.startswith("award.contest")
            ):
                return 0  # to take part in a contest is not to win it
        elif recipient is None:
            recipient = draft.subject
            if recipient is None and not draft.labels.keys() & {"award", "level", "category"}:
                return 0
        if not draft.labels.keys() & {"award", "level"} and not any(label.row for label in draft.labels.values()):
            if self.topic is None or not (context.in_item or draft.work or draft.verb):
                return 0
        if not (
            draft.verb
            or draft.gives
            or context.listing
            or context.verb
            or "level" in draft.labels
            or draft.enumerates
            or draft.leads
        ):
            return 0
        parent = None
        if recipient is not None and recipient.kind == "person":
            return self._keep(draft, context, recipient, None, subject_only=subject_only)
        for superior in (draft.subject, context.subject, context.parent):
            if superior is not None and superior is not recipient and superior.kind == "organisation" and recipient is not None:
                if (superior.kind, superior.key) != (recipient.kind, recipient.key):
                    parent = superior
                    break
        return self._keep(draft, context, recipient, parent, subject_only=subject_only)

    def _keep(
        self, draft: _Draft, context: _Context, recipient: Party | None, parent: Party | None, *, subject_only: bool
    ) -> int:
        if recipient is not None and recipient is draft.subject and draft.joined and draft.work is None:
            joined, draft.joined = draft.joined, []
            for other in joined:
                self._keep(draft, context, other, parent, subject_only=subject_only)
        status, cue = self._status(draft, subject_only=subject_only)
        self.candidates.append(
            Candidate(
                labels=dict(draft.labels),
                work=draft.work,
                recipient=recipient,
                parent=parent,
                at=draft.at,
                status=status,
                cue=cue,
                subject_only=subject_only,
                in_title=draft.at < self._title_end,
                rule="conferral.subject" if subject_only else "conferral.list" if context.in_item else "conferral.named",
                verb=draft.verb,
                stands_for=self._body_of(recipient, draft) if not context.in_item else None,
            )
        )
        return 1

    def _status(self, draft: _Draft, *, subject_only: bool) -> tuple[str, Span | None]:
        award = draft.labels.get("award")
        anchor = award.outer if award is not None and "award" in draft.own else draft.at
        cue = self.statuses.before(anchor + 1)
        if cue is None:
            return "conferred", None
        sense = cue.row.sense  # type: ignore[attr-defined]
        span = Span(cue.start, cue.end, f"cue.{sense}")
        if sense in {"nominated", "described", "drawn_by_lot"} and not subject_only and draft.verb and sense != "drawn_by_lot":
            return "conferred", span
        if sense in {"certificate", "decoration", "thanks"}:
            return "described", span
        return sense, span


def _folded(text: str) -> str:
    return re.sub(r"[\s“”\"‘’']+|^(?:โล่)?รางวัล", "", text).lower()
