"""What a new label ends: the row it stands behind, and the labels above it that do not hold for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble import heads, label_relations, label_sense
from extractor.match.label import IN_ROW, PARTS
from extractor.match.label_levels import CONTEST_RANKS, reach_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.assemble.ahead import Ahead
    from extractor.assemble.draft import Candidate, Context, Draft
    from extractor.match.label import Label

# What a new label of a kind drops of those above and before it.
_DROPS = {
    "award": ("edition", "year", "branch", "category", "level"),
    "edition": (),
    "year": (),
    "branch": ("category", "level"),
    "category": (),
    "level": (),
}
# a runner-up's rank and a prize of another name: neither holds for the other
_PEERS = frozenset({"level.runner", "category.sub_award"})
# รองชนะเลิศ ได้แก่ ร้าน ก |ร้านยอดนิยม| ได้แก่ ร้าน ข: a group by the look of it, whose name is a prize's
_OF_PRIZE = re.compile(
    r"(?:ยอดนิยม|ยอดเยี่ยม|ดีเด่น|สวยงาม|สร้างสรรค์|แห่งปี|โหวต|พิเศษ|มิตรภาพ|บุคลิกภาพ|บุคลิกดี|ถ่ายภาพ|แต่งกาย|แปลกใหม่)$"
    r"|(?:ขวัญใจ|สุดยอด|ความคิดสร้างสรรค์)[ก-๎]{0,20}$"
)


def ends_row_of_works(label: Label, draft: Draft, told: Sequence[Candidate]) -> bool:
    """Whether a label ends a row of works told under another of its kind: ประเภทสื่อ อาทิ รายการ ก, รายการ ข |ประเภทบุคคล."""
    above = draft.labels.get(label.kind)
    if above is None or draft.own or draft.work is None or draft.recipient is not None or not draft.told or not told:
        return False
    work = told[-1].work
    return work is not None and told[-1].labels.get(label.kind) is above and above.outer < work.start < draft.work.start


# กรม ก ได้รับรางวัล ข| และ|เหรียญทอง การแข่งขัน ค: a rank in a contest besides the prize
_BESIDES = re.compile(
    r"(?:และ|รวมถึง|รวมทั้ง|ตลอดจน|ควบ(?:คู่กับ)?|อีกทั้ง|พร้อม(?:ทั้ง|ด้วย|กับ)?)[ ]?(?:ยัง)?(?:ได้รับ|คว้า|รับ)?(?:ถ้วย)?(?:รางวัล)?[ ]?$"
)
# characters from a rank to the contest in which it was won
_CONTEST_WITHIN = 12


def joins_contest(text: str, label: Label, draft: Draft, ahead: Ahead) -> bool:
    """Whether a rank is the next prize of one who has another by name, for the contest that it was won in is told behind it."""
    if label.kind != "level" or draft.subject is None or not draft.verb or "award" not in draft.own or "level" in draft.own:
        return False
    if label.rule not in CONTEST_RANKS or _BESIDES.search(text, max(0, label.outer - 24), label.outer) is None:
        return False
    contest = ahead.first_label(label.until, label.until + _CONTEST_WITHIN)
    return contest is not None and contest.kind == "award" and contest.start > label.end


# characters between a prize and its year
_YEAR_BEHIND = 40


def has_own_year(text: str, label: Label, draft: Draft, ahead: Ahead) -> bool:
    """Whether a prize that was named with its year is named again with another, or with how far it reaches.

    รางวัล ก ในปี 2561 และ|รางวัล ก ในปี 2562 · รางวัล ก ระดับจังหวัด และ|รางวัล ก ระดับประเทศ
    """
    award, year = draft.labels.get("award"), draft.labels.get("year")
    if label.kind != "award" or award is None or "award" not in draft.own:
        return False
    reach, other = reach_behind(text, award, None), reach_behind(text, label, None)
    if reach is not None and other is not None and text[reach.start : reach.end] != text[other.start : other.end]:
        return True
    if year is None or "year" not in draft.own or year.outer < award.until:
        return False
    behind = ahead.labels_between(label.until, label.until + _YEAR_BEHIND)
    return bool(behind) and behind[0].kind == "year" and behind[0].value != year.value


_TURNS = re.compile(r"ทั้งนี้|นอกจาก(?:นี้|นั้น)|อีกทั้ง|ทั้งยัง|ขณะเดียวกัน|ที่ผ่านมา|ล่าสุด|\n")


def drop_graded(text: str, verb: int, draft: Draft) -> None:
    """Drops a grade told by itself before the sentence of a verb, of no prize: ได้รับรองระดับที่ 5 ทั้งนี้ กรม ก |ได้รับรางวัล ข."""
    level = draft.labels.get("level")
    if level is None or draft.own != {"level"} or level.rule in CONTEST_RANKS or draft.recipient is not None:
        return
    if (
        draft.work is None
        and "award" not in draft.labels
        and _TURNS.search(text, level.until, max(level.until, verb)) is not None
    ):
        del draft.labels["level"]
        draft.own.discard("level")


def drop_lower(text: str, label: Label, draft: Draft, context: Context, told: Sequence[Candidate]) -> None:
    """Drops the labels that the new one ends: another award's year, another branch's categories."""
    if (peer := _peer(text, label, draft, told)) is not None:
        draft.labels.pop(peer)
    if label.rule == "category.sub_award":
        _drop_others(label, draft, told)
    if label.kind == "category" and _heads_branches(text, label, draft):
        draft.labels.pop("branch")
        if "level" not in draft.own:
            draft.labels.pop("level", None)
    is_award = label.kind == "award"
    joined = _is_of_joined(text, label, draft, told)
    if is_award and joined:
        _give_contest(label, draft.labels["level"], told)
    same = not label_relations.differs(text, label, draft)
    for dropped in _DROPS[label.kind]:
        part = draft.labels.get(dropped)
        if not is_award and (
            dropped in draft.own
            or _stands_above(text, part, label, draft, told)
            or _heads_item(text, part, label, draft, context)
            or (dropped == "level" and joined)
        ):
            continue
        if is_award and (
            (dropped == "year" and dropped in draft.own and "award" not in draft.own)  # ปี 2534 ทีม ก ได้รับรางวัล…
            or label_sense.leads_over(text, part, label, draft)
            or (dropped == "category" and (_plays_in(text, part, label, draft) or _ranks_in(text, part, label, draft)))
            or (dropped == "level" and joined)
            or (same and (dropped in draft.own or part is context.labels.get(dropped)))
        ):
            continue
        draft.labels.pop(dropped, None)
        draft.own.discard(dropped)


_CLASS = "ประเภท"
_TOURNAMENTS = frozenset({"award.tournament", "award.bout"})
# characters between the class of a sport and those who have won in it
_TO_PLAYER = 4
_SPORTS_CLASS = re.compile(r"(?:(?:หญิง|ชาย)(?:เดี่ยว|คู่)|(?:เดี่ยว|คู่|ทีม)(?:ผสม|หญิง|ชาย)|รุ่น)")


def _plays_in(text: str, part: Label | None, award: Label, draft: Draft) -> bool:
    """Whether a sport's class stands right before the subject of the verb that wins a tournament: หญิงเดี่ยว นางสาว ก คว้าแชมป์|ข."""
    if part is None or draft.subject is None or award.rule not in _TOURNAMENTS or "award" in draft.own:
        return False
    if not part.until <= draft.subject.start <= part.until + _TO_PLAYER or draft.subject.end > award.outer:
        return False
    return _SPORTS_CLASS.match(text, part.start) is not None


def _ranks_in(text: str, part: Label | None, award: Label, draft: Draft) -> bool:
    """Whether a class stands between its rank and the award that both lead over to: ชมเชย |ประเภททั่วไป| จากผลการคัดเลือกรางวัล ก."""
    level = draft.labels.get("level")
    if part is None or level is None or not draft.own >= {"category", "level"}:
        return False
    if not level.until <= part.outer < part.until <= award.start:
        return False
    return text.startswith(_CLASS, part.outer) and label_sense.leads_over(text, level, award, draft)


# เหรียญทอง ประเภท ก |และ|ประเภท ข ในการประกวด ค
_NEXT_CLASS = re.compile(r"[”\"’]?[ ]*(?:,[ ]*(?:และ)?|และ|กับ|ควบ(?:คู่)?(?:กับ)?)[ ]*(?:ใน|รายการ)?[ ]?")


def _is_of_joined(text: str, label: Label, draft: Draft, told: Sequence[Candidate]) -> bool:
    """Whether the rank of the class told last is that of one more: a branch joined to it, or one that leads to the next contest.

    เหรียญทอง สาขา ก และ|สาขา ข · เหรียญทอง ประเภท ก และประเภท ข ใน|การประกวด ค
    """
    level, last = draft.labels.get("level"), told[-1].labels if told else {}
    if level is None or "level" in draft.own or last.get("level") is not level:
        return False
    if label.kind == "branch":
        before = last.get("branch")
        return before is not None and _NEXT_CLASS.fullmatch(text, before.until, label.outer) is not None
    kind = next((kind for kind in ("category", "branch") if kind in draft.own), None)
    before = last.get(kind) if kind is not None else None
    if label.kind != "award" or kind is None or before is None:
        return False
    part = draft.labels[kind]
    joined = _NEXT_CLASS.fullmatch(text, before.until, part.outer) is not None
    return joined and label_sense.leads_over(text, part, label, draft)


def _give_contest(contest: Label, level: Label, told: Sequence[Candidate]) -> None:
    """Gives the contest to those told before of the same rank, which name none behind who has won: each is a class of it."""
    for candidate in reversed(told):
        if candidate.labels.get("level") is not level:
            return
        above, winner = candidate.labels.get("award"), candidate.recipient
        if above is not None and (winner is None or above.outer > winner.start):
            return
        for kind in ("year", "edition") if above is not None else ():
            candidate.labels.pop(kind, None)
        candidate.labels["award"] = contest


def _heads_branches(text: str, label: Label, draft: Draft) -> bool:
    """Whether a category heads a line as the one before it did, under which branches stood: theirs are no branches of this one.

    ประเภทที่ 1 นักวิจัย⏎สาขาเคมี⏎นาย ก⏎|ประเภทที่ 2 สิ่งประดิษฐ์⏎สาขากฎหมาย⏎นาย ข
    """
    known, branch = draft.labels.get("category"), draft.labels.get("branch")
    if known is None or branch is None or "branch" in draft.own or not known.outer < branch.outer < label.outer:
        return False
    lines = text[known.until : branch.outer], text[branch.until : label.outer]
    return all("\n" in between for between in lines) and not text[text.rfind("\n", 0, label.outer) + 1 : label.outer].strip()


def _peer(text: str, label: Label, draft: Draft, told: Sequence[Candidate]) -> str | None:
    """The kind of a rank or prize before that stands beside the new one in a row: … รองชนะเลิศ ทีม ก |รางวัลแต่งกายดีเด่น ทีม ข."""
    other = "level" if label.rule == "category.sub_award" else "category" if label.kind == "level" else ""
    known = draft.labels.get(other)
    if known is None or other in draft.own or not draft.told or not told or "\n" in text[known.until : label.outer]:
        return None
    if told[-1].labels.get(other) is not known or label.kind in told[-1].labels or known.rule not in _PEERS:
        return None
    return other


def _drop_others(label: Label, draft: Draft, told: Sequence[Candidate]) -> None:
    """Drops rank and branch of the winner before, where a verb tells of another, who has a prize by name.

    กรม ก คว้ารางวัลชนะเลิศ สาขา ข ส่วนกรม ค คว้า|รางวัลบริการยอดเยี่ยม
    """
    subject, last = draft.subject, told[-1] if told else None
    if subject is None or not draft.verb or draft.gives or last is None or last.recipient is None or not last.verb:
        return
    if last.recipient is subject or not last.recipient.end <= subject.start < label.outer:
        return
    for kind in ("level", "branch"):
        known = draft.labels.get(kind)
        if (
            known is not None
            and kind not in draft.own
            and last.labels.get(kind) is known
            and last.recipient.end <= known.outer < subject.start
        ):
            del draft.labels[kind]


def leave_rank(text: str, group: Label, draft: Draft, told: Sequence[Candidate]) -> None:
    """Drops the rank that the winner before has won, where a prize leads the next: รองชนะเลิศ ได้แก่ ก |ร้านยอดนิยม| ได้แก่ ข."""
    level = draft.labels.get("level")
    if level is None or "level" in draft.own or level.rule not in CONTEST_RANKS or not told or "category" in told[-1].labels:
        return
    if told[-1].labels.get("level") is level and level.end < group.start and _OF_PRIZE.search(text, group.start, group.end):
        del draft.labels["level"]


# รางวัลชนะเลิศ| ในแต่ละสาขา ได้แก่
_IN_EACH = re.compile(r"[ ]?(?:ใน)?(?:แต่ละ|ทั้ง[ ]?\d{1,2}[ ]?|ทุก)(?:ประเภท|สาขา|ด้าน)[ ]*(?:ได้แก่|ประกอบด้วย|คือ|ดังนี้)")


def _heads_item(text: str, part: Label | None, label: Label, draft: Draft, context: Context) -> bool:
    """Whether a level or category is that of the list whose item begins with its winner, or with the first branch told of.

    2 เหรียญเงิน คือ 1. นาย ก |สาขาการเชื่อม · รางวัลชนะเลิศ ได้แก่ 1. |สาขาการเชื่อม นาย ก
    """
    if part is None or not context.in_item or part is not context.labels.get(part.kind):
        return False
    return draft.leads or (
        label.kind not in draft.labels and (heads.heads_next(text, part) or _IN_EACH.match(text, part.until) is not None)
    )


# winners in one list, at most, among which those of the branch before are sought
_ROW = 12


def _stands_above(text: str, part: Label | None, label: Label, draft: Draft, told: Sequence[Candidate]) -> bool:
    """Whether a level or category comes from a heading further up than the branch before this one, or from one below all winners.

    ชนะเลิศ⏎สาขา ก นาย ข⏎|ชมเชย⏎|สาขา ก นาย ค
    """
    if part is None or "\n" not in text[part.until : label.outer]:
        return False
    known = draft.labels.get(label.kind)
    if known is None or part.outer < known.outer:
        return True
    last = next((candidate.labels for candidate in reversed(told[-_ROW:]) if candidate.labels.get(label.kind) is known), None)
    return last is not None and last.get(part.kind) is not part


def is_lower_place(text: str, label: Label, draft: Draft) -> bool:
    """Whether a place below the first is told behind who came first: ร้าน ก ได้รับเลือกเป็นร้านแห่งปี |อันดับ 2| คือ ร้าน ข."""
    return (
        label.rule == "level.place"
        and draft.subject is not None
        and draft.verb
        and "award" in draft.own
        and "level" not in draft.labels
        and heads.heads_next(text, label)
        and not text[label.start : label.end].endswith(("1", "๑", "หนึ่ง"))
    )


# คว้าแชมป์|การแข่งขัน ก, รางวัลชนะเลิศ| ใน|การประกวด ก, เจ้าของ 3 เหรียญทอง|โอลิมปิกเกมส์
_TO_CONTEST = re.compile(r"[ ]?(?:(?:จาก|ใน|ของ)(?:ศึก|รายการ|งาน|เวที)?)?[ ]?")


def take_contest(text: str, label: Label, draft: Draft) -> None:
    """Drops the award in hand and its parts where a rank stands between it and another contest, which the rank is of.

    ในการแข่งขัน ก ปี 2564 ทีม ข ซึ่งได้รับรางวัลชนะเลิศ |การแข่งขัน ค ปี 2566|
    """
    above, level = draft.labels.get("award"), draft.labels.get("level")
    if above is None or level is None or "level" not in draft.own or not above.until <= level.outer < level.until <= label.start:
        return
    if text.startswith("รางวัล", label.outer) or not label_relations.differs(text, label, draft):
        return
    if draft.announced_at <= above.until:
        return  # รางวัล ก ระดับดีเด่น จากการประกวด ข: the rank is that of the prize before it
    until = level.until
    for part in sorted((draft.labels[kind] for kind in draft.own if kind in draft.labels), key=lambda part: part.outer):
        if 0 <= part.outer - until <= 2 and part.until <= label.outer:
            until = part.until  # เหรียญทอง| ประเภทเดี่ยวหญิง |ในการแข่งขัน ก
    if label.outer > until and _TO_CONTEST.fullmatch(text, until, label.outer) is None:
        return
    for kind in ("award", "edition", "year", "branch", "category"):
        if (known := draft.labels.get(kind)) is not None and known.outer < level.outer:
            del draft.labels[kind]
            draft.own.discard(kind)


# ชนะเลิศการแข่งขันหุ่นยนต์ ประเภททีม| รายการ |Mekong Cup
_TO_EVENT = re.compile(r"[ ]?(?:ใน|จาก)?(?:รายการ|ศึก)[ ]?[“\"]?")


def names_contest(text: str, label: Label, draft: Draft) -> bool:
    """Whether an award is the proper name of the contest in hand, told behind its class: การแข่งขัน ก ประเภท ข รายการ |ค|."""
    above = draft.labels.get("award")
    if above is None or "award" not in draft.own or not text.startswith(("การแข่งขัน", "การประกวด", "แข่งขัน"), above.start):
        return False
    own = [draft.labels[kind] for kind in draft.own & {"category", "branch"} if kind in draft.labels]
    behind = max((part.until for part in own if above.until <= part.outer), default=-1)
    return 0 <= behind <= label.start and _TO_EVENT.fullmatch(text, behind, label.start) is not None


def begins_next(label: Label, draft: Draft) -> bool:
    """Whether a prize of a row stands behind another that is told by its part alone: เกียรติยศเลิศรัฐ และ|รางวัลผู้นำองค์กรดีเด่น."""
    return label.rule == IN_ROW and draft.verb and "award" not in draft.own and not draft.own.isdisjoint(PARTS)


# ได้รับรางวัลชนะเลิศ| และเป็นตัวแทนเข้าร่วม|การแข่งขัน ก, คว้าแชมป์| เตรียมลุยต่อ|ศึก ข
_GOES_TO = re.compile(
    r"(?:ตัวแทน|เข้าร่วม|เข้าแข่ง|ไปแข่ง|ไปร่วม|สิทธิ|เตรียม|ผ่านเข้า|ลุย|ตั๋ว)(?:(?!ได้รับ|คว้า|ครอง|ซิว|รางวัล|ชนะ|เหรียญ|อันดับ)[^\n]){0,36}\Z"
)
_FROM_RANK = 100


def goes_to(text: str, label: Label, draft: Draft) -> bool:
    """Whether a winner of a rank only goes on to another contest: ได้รับรางวัลชนะเลิศ และเป็นตัวแทนเข้าร่วม|การแข่งขัน ก."""
    level = draft.labels.get("level")
    if level is None or "level" not in draft.own or not (level.rule in CONTEST_RANKS or level.rule in _PLACES):
        return False
    if "award" not in draft.labels:
        return False  # of no contest that is named
    if not draft.verb or draft.gives or draft.subject is None or draft.recipient is not None:
        return False
    if not draft.subject.end <= level.outer or not 0 < label.outer - level.until <= _FROM_RANK:
        return False
    if not text.startswith(label_sense.CONTESTS, label.start) or draft.own & {"branch", "category"}:
        return False
    return _GOES_TO.search(text, level.until, label.outer) is not None


_PLACES = frozenset({"level.champion", "level.place"})
