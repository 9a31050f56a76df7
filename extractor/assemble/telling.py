"""When a draft is a conferral that can be told off, and with which parent and status."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.assemble.draft import Candidate
from extractor.assemble.events import sense
from extractor.assemble.standing import BUREAU, rank
from extractor.assemble.twins import other_labels
from extractor.document import Span
from extractor.match.label import PARTS
from extractor.match.label_levels import CONTEST_RANKS, TIERS

if TYPE_CHECKING:
    from extractor.assemble.draft import Context, Draft
    from extractor.assemble.findings import Party
    from extractor.assemble.status import Statuses
    from extractor.assemble.subjects import Subjects

# rules of titles that their place tells to have won
_OF_ITS_PLACE = frozenset({"work.line", "work.awarded.quoted"})
_NAMED_FOR = PARTS | {"award"}


class Teller:
    """Tells drafts off as candidates, which it keeps; those that begin before `title_end` are the headline's."""

    def __init__(self, statuses: Statuses, subjects: Subjects, title_end: int) -> None:
        self.statuses = statuses
        self.subjects = subjects
        self.title_end = title_end
        self.candidates: list[Candidate] = []

    def flush(self, draft: Draft, context: Context, *, topic: bool) -> int:
        """Tells the draft off as a candidate if it is one, and clears what cannot serve the next.

        Args:
            draft: what has been collected.
            context: what its stretch of text began with.
            topic: whether the article has named an award so far.

        Returns:
            1 if a candidate was told off, else 0.
        """
        told = int(self._is_conferral(draft, context, topic=topic))
        if told:
            subject_only = draft.recipient is None and draft.work is None
            recipient = draft.recipient or draft.subject
            parent = _parent(draft, context, recipient, self.subjects.text)
            self._keep(draft, context, recipient, parent, subject_only=subject_only)
            if (others := other_labels(draft)) is not None:
                self.candidates.insert(-1, replace(self.candidates[-1], labels=others))
            draft.told += 1
        draft.clear()
        return told

    def _is_conferral(self, draft: Draft, context: Context, *, topic: bool) -> bool:
        if draft.at < 0 or not draft.labels:
            return False
        if draft.children_told and (draft.recipient is None or draft.leads) and draft.work is None:
            return False  # the list below has told it
        named = draft.labels.keys()
        if self._sums_up_a_nation(draft) or (draft.recipient is None and draft.subject is None and self._is_far(draft, context)):
            return False
        if context.in_item and not draft.own and draft.work is None and not named & PARTS and self._gets_money(draft):
            return False
        if draft.recipient is None and draft.work is None:
            if not _subject_wins(draft, self.subjects.text):
                return False
        elif draft.recipient is None:
            if draft.gives and not (context.in_item or self._is_in_ranks(draft)):
                return False  # a title somewhere behind มอบรางวัล, and not มอบรางวัลการประกวด ก ได้แก่ รางวัลชนะเลิศ ผลงาน “ข”
            in_line = draft.work is not None and draft.work.rule in _OF_ITS_PLACE
            if not (draft.verb or draft.told or context.in_item or in_line or self._is_ranked(draft)):
                return False  # a title beside an award that nobody is said to have received
            if draft.subject is None and not named & {"award", "level", "category"}:
                return False
        in_line = draft.recipient is not None and draft.recipient.line
        unnamed = not named & {"award", "level"} and not any(label.row for label in draft.labels.values())
        if unnamed and not ((topic or self._is_prize(draft)) and (context.in_item or draft.work or draft.verb or in_line)):
            return False
        told = draft.verb or draft.gives or context.listing or context.verb
        level = draft.labels.get("level")
        listed = topic and ("category" in named or (draft.recipient is not None and draft.recipient.line))
        counted = level is not None and level.rule == "level.place" and not self.subjects.text.startswith("รางวัล", level.start)
        if not (told or listed) and "award" not in named and counted:
            return False  # อันดับ 1 of any list
        return (
            told
            or level is not None
            or draft.enumerates
            or draft.leads
            or (draft.work is not None and draft.work.rule in _OF_ITS_PLACE)
            or self._is_named_work(draft)
        )

    def _is_far(self, draft: Draft, context: Context) -> bool:
        """Whether a title stands so far behind the prize, or behind what begins anew, that it has to do with something else."""
        work = draft.work
        if work is None or work.rule == "work.line" or context.in_item:
            return False
        until = max((label.until for label in draft.labels.values() if label.until <= work.start), default=-1)
        return until >= 0 and (
            work.start - until > _TITLE_REACH or _ANEW.search(self.subjects.text, until, work.start) is not None
        )

    def _sums_up_a_nation(self, draft: Draft) -> bool:
        """Whether a nation is told to have so many medals: ทัพนักกีฬาไทยคว้า 20 เหรียญทอง."""
        winner, level = draft.recipient or draft.subject, draft.labels.get("level")
        if winner is None or winner.kind == "person" or level is None or level.rule != "level.medal":
            return False
        text = self.subjects.text
        nation = _NATION.fullmatch(text, winner.name.start, winner.name.end)
        return nation is not None and _SO_MANY.search(text, max(0, level.outer - 8), level.outer) is not None

    def _is_prize(self, draft: Draft) -> bool:
        """Whether a category or branch is told as a prize of that name: ได้รับรางวัลผู้นำองค์กรดีเด่นแห่งปี."""
        parts = [draft.labels[kind] for kind in ("category", "branch") if kind in draft.own and kind in draft.labels]
        return any(self.subjects.text.startswith("รางวัล", part.outer) for part in parts)

    def _gets_money(self, draft: Draft) -> bool:
        """Whether an item tells of money only: 1) สมาคมกีฬา ก ได้รับเงินรางวัล 3 ล้านบาท."""
        return draft.recipient is not None and _MONEY.match(self.subjects.text, draft.recipient.end) is not None

    def _is_ranked(self, draft: Draft) -> bool:
        """Whether a title stands right behind its rank or category: รางวัลชนะเลิศ ได้แก่ ผลงาน “ก”."""
        work = draft.work
        if work is None:
            return False
        last = max(
            (label for label in draft.labels.values() if label.until <= work.start), key=lambda label: label.until, default=None
        )
        if last is None or last.kind not in _NAMED_FOR:
            return False
        gap = self.subjects.text[last.until : work.start]
        awarded = last.kind in PARTS or work.rule == "work.awarded.quoted" or "ได้แก่" in gap
        return _NAMES_WORK.fullmatch(gap) is not None and awarded

    def _is_in_ranks(self, draft: Draft) -> bool:
        """Whether a title stands right behind its contest's rank, or behind another that does: ชมเชย ผลงาน “ก” และผลงาน “ข”."""
        level, last = draft.labels.get("level"), self.candidates[-1] if self.candidates else None
        if level is None or level.rule not in CONTEST_RANKS or draft.work is None:
            return False
        if last is not None and last.work is not None and last.labels.get("level") is level and last.recipient is None:
            return _IN_ROW.fullmatch(self.subjects.text, last.work.end, draft.work.start) is not None
        return self._is_ranked(draft)

    def _is_named_work(self, draft: Draft) -> bool:
        """Whether a prize names the work that has won it: บทภาพยนตร์ยอดเยี่ยม ได้แก่ ภาพยนตร์เรื่อง “ก”."""
        category, work, text = draft.labels.get("category"), draft.work, self.subjects.text
        if category is None or work is None or "category" not in draft.own:
            return False
        gap = text[category.until : work.start]
        named = _NAMES_WORK.fullmatch(gap) is not None and any(word in gap for word in _NAMES)
        return named and _EXCELS.search(text, category.start, category.until) is not None

    def _keep(self, draft: Draft, context: Context, recipient: Party | None, parent: Party | None, *, subject_only: bool) -> None:
        if recipient is not None and recipient is draft.subject and draft.joined:
            joined, draft.joined = draft.joined, []
            if draft.work is None:
                for other in joined:
                    self._keep(draft, context, other, parent, subject_only=subject_only)
            else:  # นาย ก และนาย ข ได้รับรางวัลชมเชย ผลงาน “ค”: the first one's
                first = min((recipient, *joined), key=lambda party: party.start)
                first.body = first.body or recipient.body
                recipient = first
        status, cue = self._status(draft, context, subject_only=subject_only)
        self.candidates.append(
            Candidate(
                labels={kind: label for kind, label in draft.labels.items() if label.rule != TIERS},
                work=draft.work,
                recipient=recipient,
                parent=parent,
                at=draft.at,
                status=status,
                cue=cue,
                subject_only=subject_only,
                in_title=draft.at < self.title_end,
                rule=_rule(draft, context, subject_only=subject_only),
                verb=draft.verb,
                above=context.above,
                stands_for=self.subjects.represented.in_telling(recipient, draft) if not context.in_item else None,
            )
        )

    def _is_honour(self, draft: Draft) -> bool:
        """Whether the draft names an award, a rank or a category of its own, not merely รางวัลที่ 1 or a thing."""
        level = draft.labels.get("level")
        return "award" in draft.labels or (level is not None and level.rule != "level.place")

    def _is_named_winner(self, draft: Draft) -> bool:
        """Whether a prize names its winner outright (รางวัลดาวรุ่ง ได้แก่ …), whatever was said before it."""
        if draft.recipient is None:
            return False
        text, start = self.subjects.text, draft.recipient.start
        return any(
            label.until <= start
            and not _IN_FINAL.search(text, max(0, label.outer - 40), label.outer)
            and text.startswith(_OUTRIGHT, label.outer)
            and _NAMES_WINNER.fullmatch(text[label.until : start])
            for kind in draft.own & {"award", "category", "level"}
            if (label := draft.labels.get(kind)) is not None
        )

    def _status(self, draft: Draft, context: Context, *, subject_only: bool) -> tuple[str, Span | None]:
        named = draft.labels.get("award") if "award" in draft.own else draft.labels.get("category")
        named = None if draft.crowned else named
        if named is not None and named.kind == "category" and not (named.own and "category" in draft.own):
            named = None  # only a part that is a prize by name stands for its programme
        anchor = named.outer if named is not None else draft.at
        cue = self.statuses.before(anchor + 1)
        listed = context.nominated
        if listed is not None and not draft.own & {"award", "level"} and (cue is None or cue.start < listed.start):
            return "nominated", Span(listed.start, listed.end, "cue.nominated")
        lot = None if self._is_honour(draft) else self.statuses.over(anchor + 1, _LOTS)
        if lot is not None:
            return "drawn_by_lot", Span(lot.start, lot.end, "cue.drawn_by_lot")
        level = draft.labels.get("level")
        if cue is not None and cue.row.id == _WITHHELD and level is not None and level.start >= cue.end:
            cue = None  # รางวัลชนะเลิศ ไม่มีผู้ได้รับรางวัล |รองชนะเลิศ ได้แก่ …
        if cue is None:
            return "conferred", None
        if sense(cue) == "conferred" and self.statuses.over(cue.start, _PAST, _TELLS_WHEN) is not None:
            return "past", Span(cue.start, cue.end, "cue.past")
        if sense(cue) == "nominated" and draft.verb and draft.announced_at > cue.end:
            return "conferred", None  # a verb that no row of the gazetteer holds stands between: ลุ้นแชมป์ … เจ้าของเหรียญทอง
        says = sense(cue)
        span = Span(cue.start, cue.end, f"cue.{says}")
        if says in {"nominated", "described"} and not subject_only and draft.verb:
            return "conferred", span
        if says in {"nominated", "described"} and self._is_named_winner(draft):
            return "conferred", span
        if says in {"certificate", "decoration", "thanks"}:
            return "described", span
        return says, span


_WITHHELD = "nominated-withheld"
# ผลงาน “ก|” และผลงาน “|ข”
_IN_ROW = re.compile(r"[”\"’']?[ ]*(?:,|และ|,[ ]?และ|[ ])[ ]*(?:ผลงาน|เรื่อง|โครงการ|คลิป|ภาพ|เพลง)?(?:เรื่อง|ชื่อ)?[ ]?[“\"‘']?")


# characters behind a person beyond which a prize is told of others
_PERSON_REACH = 400
# characters behind a prize beyond which the next subject has to do with another: รางวัลที่กรม ก ได้รับ
_SUBJECT_BEHIND = 200
_LOTS = frozenset({"drawn_by_lot"})
_PAST = frozenset({"past"})
# characters before a verb within which ในอดีต, เมื่อปีที่แล้ว tell when it was
_TELLS_WHEN = 60
# characters behind a prize within which the title stands that has won it
_TITLE_REACH = 500
_ANEW = re.compile(r"นอกจาก(?:นี้|นั้น)|ตลอดจน|โอกาสนี้|จากนั้น")
_MONEY = re.compile(r"[^\n]{0,50}?(?:ได้รับ|รับ)?เงิน(?:รางวัล|สนับสนุน|อัดฉีด)")
# ผู้ผ่านเข้ารอบสุดท้าย|รางวัล ก ได้แก่: who may win it
_IN_FINAL = re.compile(
    r"(?:เข้ารอบ(?:สุดท้าย|ชิงชนะเลิศ)?|เข้าชิง|เสนอชื่อ(?:เข้ารับ)?|ส่งผลงาน(?:เข้า)?(?:ประกวด|ชิง))[ ]?(?:ใน|ของ)?(?:การ)?[ ]?$"
)
_OUTRIGHT = ("รางวัล", "แชมป์", "รองแชมป์", "ตำแหน่ง")
_NAMES_WINNER = re.compile(
    r"[”\"’')]?[ ]*(?:(?:ใน)?(?:[ก-๎]{2,20}(?:นี้|ดังกล่าว)|ปีนี้)[ ]?(?=ตก|เป็น))?(?:ได้แก่|ตกเป็นของ|เป็นของ|คือ)[ ]*(?:ทีม|คุณ)?[“\"]?"
)


# ภาพยนตร์|ยอดเยี่ยม: a prize, no mere kind
_EXCELS = re.compile(r"ยอดเยี่ยม|ดีเด่น|ยอดนิยม|แห่งปี|ดีที่สุด")
_NATION = re.compile(r"(?:ทีมชาติ|ทัพ(?:นักกีฬา)?|นักกีฬา)?(?:ประเทศ[ก-๎]{2,20}|ไทย|อาเซียน|เอเชีย)")
_SO_MANY = re.compile(r"\d[ ]?$")
# one of which leads from a prize to the title that won it
_NAMES = ("ได้แก่", "คือ", ":", "–", "—", " - ", "ตกเป็นของ")
# between a rank and the title that won it
_NAMES_WORK = re.compile(
    r"(?:[ –—-]|(?:(?:มี|จำนวน)[ ]?)?\d+[ ]?(?:รางวัล|ผลงาน|เรื่อง|ชิ้น)|ได้แก่|คือ|:|ผลงาน|ชื่อ|เรื่อง|โครงการ|[“\"]|(?:ตก)?เป็นของ|ยกให้"
    r"|(?:ภาพยนตร์|ละคร|ซีรีส์|สารคดี|บทเพลง|เพลง|หนังสือ|นวนิยาย)(?:สั้น|ไทย|โทรทัศน์)?)*"
)


_CONTESTS_PRIZE = re.compile(r"(?:รางวัล(?:(?:ผู้)?ชนะ)?|(?:ผู้|ได้รับชัย)ชนะ)(?:จาก|ใน|ของ|[ ]?(?:การ)?(?:แข่งขัน|ประกวด))?[ ]?[“\"]?$")


def _subject_wins(draft: Draft, text: str) -> bool:
    """Whether the subject of a verb is said to have won, where neither recipient nor work stands behind it."""
    if draft.children_told or not draft.own & {"award", *PARTS}:
        return False
    if draft.subject is None or not draft.verb or draft.gives or draft.unnamed:
        return False
    if draft.subject.start - draft.at > _SUBJECT_BEHIND and not draft.again:
        return False
    if draft.subject.kind == "person" and draft.at - draft.subject.end > _PERSON_REACH:
        return False
    if draft.subject.start > draft.at and text.endswith("สังกัด", 0, draft.subject.start):
        return False  # รางวัลสถานศึกษา สังกัดกรม ก: of whom the prize is, not who has won it
    contest = draft.labels.get("award")
    if draft.champion or bool(draft.own & PARTS) or contest is None or not contest.rule.startswith("award.contest"):
        return True
    # to take part in a contest is not to win it, but to receive its prize is: ได้รับ|รางวัล|การประกวด ก
    return "award" in draft.own and _CONTESTS_PRIZE.search(text, max(0, contest.start - 50), contest.start) is not None


def _rule(draft: Draft, context: Context, *, subject_only: bool) -> str:
    """The name of the rule that tells a conferral."""
    if draft.crowned:
        return "conferral.crown"
    if subject_only:
        return "conferral.subject"
    return "conferral.list" if context.in_item else "conferral.named"


# a school or hospital has units under it, but no other school, hospital, temple or place
_SITE = re.compile(r"โรงเรียน|ร\.?ร\.|วิทยาลัย|โรงพยาบาล|รพ\.")
_OTHER_SITE = re.compile(
    r"โรงเรียน|ร\.?ร\.|วิทยาลัย|มหาวิทยาลัย|โรงพยาบาล|รพ\.|วัด|เทศบาล|ท[ตมน]\.|อบ[ตจ]\.|องค์การ|จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.|บ้าน|ชุมชน|ตลาด|กรม|กระทรวง"
)


# a group of a village stands above nobody
_SMALL = re.compile(r"กลุ่ม(?=ทอ|สตรี|แม่บ้าน|เกษตรกร|วิสาหกิจ|อาชีพ|จักสาน|ผู้|ผ้า|เยาวชน)|วิสาหกิจชุมชน|ร้าน|กองทุนหมู่บ้าน|สถาบันการเงินชุมชน")


def _beside(superior: Party, recipient: Party, text: str) -> bool:
    """Whether two bodies are of one rank, so that neither stands above the other: ธนาคาร ก, ธนาคาร ข."""
    if _SMALL.match(text, superior.name.start):
        return True
    if _SITE.match(text, superior.name.start) and _OTHER_SITE.match(text, recipient.name.start):
        return True
    if all(_DISTRICT_OFFICE.match(text, at) or BUREAU.match(text, at) for at in (superior.name.start, recipient.name.start)):
        return True
    high, low = rank(text, superior.name.start), rank(text, recipient.name.start)
    return recipient.kind == "organisation" and (0 < high <= low or low > high)


# สำนักงานเขต ก, which is beside สำนักการแพทย์: of one city
_DISTRICT_OFFICE = re.compile(r"สำนักงานเขต(?!พื้นที่|สุขภาพ|เศรษฐกิจ)")
# a firm or bank belongs to none that only tells of it
_FIRM = re.compile(r"บริษัท|บมจ|บจก|หจก|ห้าง(?=หุ้น)|ธนาคาร|ธ\.[ก-ฮ]|[A-Za-z]")


# นักศึกษาแผนกแฟชั่น “|วิทยาลัย ก|” ได้รับรางวัลชนะเลิศ ผลงาน “ข” นาย ค: whose pupil he is
_OF_PUPILS = re.compile(r"(?:นักเรียน|นักศึกษา|นิสิต|นักกีฬา)(?:(?!ได้|โดย|และ|จัด|ให้|เข้า)[ก-๎\d .]){0,44}(?:จาก|ของ)?[ ]?[“\"‘']?$")


def _parent(draft: Draft, context: Context, recipient: Party | None, text: str) -> Party | None:
    """The body above a recipient that is no person: the subject of the verb, or what the list stands under."""
    if recipient is None or _FIRM.match(text, recipient.name.start):
        return None
    if recipient.kind == "person":
        school = draft.subject if draft.verb and not draft.gives else None
        taught = school is not None and school is not recipient and school.kind == "organisation" and recipient.body is None
        return (
            school if taught and school is not None and _OF_PUPILS.search(text, max(0, school.start - 60), school.start) else None
        )
    for superior in (draft.subject, context.subject, context.parent):
        if superior is None or superior is recipient or superior.kind != "organisation":
            continue
        if (superior.kind, superior.key) != (recipient.kind, recipient.key) and not _beside(superior, recipient, text):
            return superior
    return None
