"""What qualifies an award: its year, edition, branch (สาขา), category (ประเภท, ด้าน, หมวด) and level (ระดับ)."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.document import overlaps
from extractor.gazetteer_rows import AwardPart
from extractor.match.award_criteria import ranks_of_merit
from extractor.match.award_latin import SUPERLATIVE
from extractor.match.award_lists import grades
from extractor.match.award_stages import under_stages
from extractor.match.label import IN_ROW
from extractor.match.label_arts import classes_behind, classes_of_rank
from extractor.match.label_classes import (
    find_arts,
    find_cases,
    find_disciplines,
    find_groups_of_posts,
    find_office_ranks,
    find_places,
    find_races,
)
from extractor.match.label_glosses import without_glosses
from extractor.match.label_heads import find_heads
from extractor.match.label_joined import joined_parts
from extractor.match.label_levels import find_levels, ranks_of_contests
from extractor.match.label_nested import innermost
from extractor.match.label_parts import find_known_parts, find_named_parts, find_subjects_behind
from extractor.match.label_prizes import CUP, counted_prizes, honours, prizes_from, quoted_prizes, royal_cups
from extractor.match.label_special import as_special
from extractor.match.label_sports import find_events
from extractor.match.label_years import find_years, years_behind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from extractor.document import Span
    from extractor.lexicon import Hit, Lexicon
    from extractor.match.label import Label

# สาขา HealthTech Award: what stands behind the word is a part, though a prize elsewhere has that name
_PART_WORD = re.compile(r"(?:สาขา|ประเภท)(?:รางวัล)?[ ]?[“\"]?$")
_NAMES_NEXT = re.compile(r"[ ]*(?:ได้แก่|คือ|เป็นของ|:)")


def find_labels(
    text: str, lexicon: Lexicon, hits: Sequence[Hit], awards: Sequence[Label], *, after_body: AbstractSet[int] = frozenset()
) -> list[Label]:
    """Every year, edition, branch, category and level in a clean text, in order.

    Args:
        text: the clean text.
        lexicon: the gazetteers, for the levels' codes.
        hits: hits of the awards, their parts and levels in `text`.
        awards: the award names in `text`; nothing is found inside one of them.
        after_body: where names of bodies end; สาขา right behind one names an outpost, not a branch.

    >>> from extractor.lexicon import load
    >>> from extractor.match.awards import find_vocabulary
    >>> text = "สาขาบริการภาครัฐ ระดับดีเด่น"
    >>> [(x.kind, text[x.start:x.end]) for x in find_labels(text, load(), find_vocabulary(text, load()), [])]
    [('branch', 'บริการภาครัฐ'), ('level', 'ดีเด่น')]
    """
    years = find_years(text, {award.until for award in awards}, {award.start for award in awards})
    levels = [*find_levels(text, lexicon, hits), *ranks_of_contests(text, awards)]
    behind = {label.until for label in (*awards, *years)}
    places = list(find_places(text, awards))
    found = [
        *levels,
        *find_known_parts(text, hits, {award.until: award.row.id for award in awards if award.row is not None}),
        *years,
        *find_named_parts(text, hits),
        *find_office_ranks(text, behind),
        *find_arts(text),
        *places,
        *find_groups_of_posts(text),
        *find_cases(text),
        *find_races(text),
        *grades(text),
        *find_disciplines(text),
        *find_events(text),
        *quoted_prizes(text),
        *classes_behind(text, awards),
        *classes_of_rank(text, levels),
        *prizes_from(text, awards),
        *counted_prizes(text),
        *royal_cups(text),
        *honours(text),
        *ranks_of_merit(text),
        *find_subjects_behind(text, behind | {level.until for level in (*levels, *places)} | _reaches(text, awards)),
    ]
    found.sort(key=lambda label: (label.outer, -label.until))
    kept: list[Label] = []
    blocked = [
        (a.start, a.end)
        for a in awards
        if (a.row is not None or a.rule == "award.quoted") and not _PART_WORD.search(text, max(0, a.start - 14), a.start)
    ]
    latin = [(a.start, a.end) for a in awards if a.row is None and a.rule == "award.latin"]
    prizes = [(a.start, a.end) for a in awards if a.rule in {"award.named", "award.plaque", IN_ROW}]
    for label in found:
        if (
            label.kind == "branch"
            and label.row is None
            and not _NAMES_NEXT.match(text, label.until)
            and after_body & {label.outer, label.outer - 1, label.outer - 2 if text[label.outer - 1] == "(" else -1}
            and text[label.outer - 1] != "\n"
            and not any(other.kind == "branch" and "\n" not in text[other.until : label.outer] for other in kept[-2:])
        ):
            continue
        if kept and label.start < kept[-1].end and label.kind not in {"year", "edition"}:
            if kept[-1].kind != "level" or label.kind == "level":
                continue
            kept.pop()
        said = label.kind in {"branch", "category"} and label.outer < label.start  # ประเภท Best CEO Awards
        dated = label.kind in {"year", "edition"}
        subject = label.kind == "category" and label.outer == label.start and text.startswith("ด้าน", label.start)
        honours_in_name = label.kind == "level" and text.startswith("เกียรติคุณ", label.start)
        if subject and any(_OR in text[label.start : a.start] for a in awards if label.start < a.start < label.end):
            continue  # รางวัล|ด้านไอทีระดับภูมิภาค หรือ Mekong Awards
        if (subject or honours_in_name) and overlaps(prizes, label.start, label.end):
            continue  # a prize's own name: รางวัลโรงงานดีเด่นด้านความปลอดภัย, รางวัลเกียรติคุณด้านพัสดุ
        if not dated and (
            overlaps(blocked, label.start, label.start + 1) or (not said and overlaps(latin, label.start, label.start + 1))
        ):
            continue
        kept.append(label)
    kept += list(joined_parts(text, kept))
    kept += list(years_behind(text, kept))
    taken = sorted([*((a.outer, a.until) for a in awards), *((label.outer, label.until) for label in kept)])
    behind |= {label.until for label in kept}
    for head in find_heads(text, behind, after_body, [label.until for label in kept if label.kind == "level"]):
        if not overlaps(taken, head.start, head.end):
            kept.append(head)
            insort(taken, (head.start, head.end))
    kept.sort(key=lambda label: (label.outer, -label.until))
    return kept


def named_by_part(text: str, labels: list[Label]) -> list[Label]:
    """The labels of a text, with the one part that it tells as a prize as the award where it names no other: รางวัลบริการดีเด่น."""
    if any(label.kind == "award" for label in labels):
        return labels
    told = [
        label
        for label in labels
        if (isinstance(label.row, AwardPart) or label.rule == CUP) and text.startswith(_PRIZE, label.outer)
    ]
    if len({text[label.start : label.end] for label in told}) != 1:
        return labels
    return [
        replace(label, kind="award", start=label.outer, rule="award.part", row=None, value=None) if label in told else label
        for label in labels
    ]


_OR = "หรือ"
# รางวัล ก| ระดับประเทศ| ด้านการศึกษา: how far a prize reaches stands between it and its parts
_HOW_FAR = re.compile(
    r"[”\"']?[ ]?(?:ใน)?ระดับ[ ]?(?:ประเทศ|(?:นานา)?ชาติ|ภูมิภาค|ภาค(?:เหนือ|ใต้|กลาง|ตะวันออก|ตะวันตก|อีสาน)?"
    r"|เขต|จังหวัด|อำเภอ|ตำบล)(?=[ ])"
)


def _reaches(text: str, awards: Sequence[Label]) -> set[int]:
    """Where it ends that is said of how far the awards reach."""
    return {reach.end() for award in awards if (reach := _HOW_FAR.match(text, award.until)) is not None}


_PRIZE = "รางวัล"
# the rules of prizes in Latin letters that most often are of a programme
_PRIZES = frozenset({"award.of_the_year", SUPERLATIVE})
_ALIAS = re.compile(
    r"[ ]*(?:\(|หรือ[ ]|/)[ ]*(?:รางวัล[ ]?)?(?:The[ ])?(?P<year>(?:19|20)\d\d[ ])?"
    r"|[ ]*ประจำปี[ ]?(?:พ\.ศ\.[ ]?)?\d{4}[ ]*\([ ]*(?:The[ ])?"
)


_SAID_AGAIN = re.compile(r"[ ]{0,2}(?:(?:ปี[ ]?)?(?:พ\.ศ\.[ ]?)?\d{4})?[ ]{0,2}")
_CLOSES = re.compile(r"[ ]?(?P<year>(?:19|20|25)\d\d)?[ ]?\)?")
_YEAR_BEHIND = re.compile(r"[ ]?(?:ประจำ)?(?:ปี)?[^\n]{0,8}\d{2,4}")


def _is_of_a_part(text: str, award: Label) -> bool:
    """Whether a prize's name that stands where a part begins is that part's: in Latin letters, or behind the part's word."""
    if award.rule.startswith("award.latin") or (award.rule in _PRIZES and award.row is None):
        return True
    behind = award.row is not None and award.start == award.outer
    return behind and _PART_WORD.search(text, max(0, award.start - 14), award.start) is not None


def join_labels(text: str, awards: Sequence[Label], labels: Sequence[Label], bodies: Sequence[Span]) -> list[Label]:
    """Awards and other labels as one stream in text order: a second name in brackets goes, a part ends before a body.

    รางวัลอุตสาหกรรมท่องเที่ยวไทย (Thailand Tourism Awards) is one name; ประเภทเทศบาล เทศบาลนครน้ำใส ends before its winner.
    """
    kept: list[Label] = []
    parts = {label.until: label for label in labels if label.kind in {"branch", "category"}}
    glossed = sorted((part for part in parts.values() if text[part.until - 1] == ")"), key=lambda part: part.start)
    ranks = sorted((label.start, label.until) for label in labels if label.kind == "level")
    begun = {part.start for part in parts.values()}
    led = {part.start for part in parts.values() if part.outer < part.start and text.endswith(_PRIZE, part.outer, part.start)}
    for award in awards:
        at = bisect_right(ranks, (award.start, len(text))) - 1
        if at >= 0 and award.end <= ranks[at][1]:
            continue  # เหรียญทอง (Gold Medal)
        if award.start in begun and _is_of_a_part(text, award):
            continue  # ประเภท Best CEO Awards, สาขา Startup of the Year
        if award.row is None and text.startswith(_PRIZE, award.outer) and award.outer + len(_PRIZE) in led:
            continue  # กลุ่มรางวัลร้านสวยงามยอดเยี่ยม
        if award.rule.startswith("award.latin") and text[award.outer - 1] == "(":
            part = parts.get(len(text[: award.outer - 1].rstrip()))
            if part is not None and text[award.until : award.until + 1] == ")":
                part.until = award.until + 1
                continue  # สาขานวัตกรรมการบริการ (Service Innovation Award)
        around = bisect_right(glossed, award.outer, key=lambda part: part.start) - 1
        if around >= 0 and award.until <= glossed[around].until and "(" in text[glossed[around].start : award.outer]:
            continue  # รางวัลโรงงานยอดเยี่ยม (Best Factory Award), whole
        last = kept[-1] if kept else None
        again = last is not None and last.rule == "award.named" and award.rule == "award.of_the_year"
        if again and last is not None and _SAID_AGAIN.fullmatch(text, last.until, award.outer):
            last.until = award.until
            continue  # รางวัลธนาคารแห่งปี 2568 Bank of the Year
        alias = _ALIAS.fullmatch(text[last.until : award.outer]) if last is not None and award.rule != "award.contest" else None
        if last is not None and alias is not None:
            closing = _CLOSES.match(text, award.until)
            until = closing.end() if closing else award.until
            carries_year = closing and closing["year"] and not _YEAR_BEHIND.match(text, last.until)
            described = last.rule == "award.contest" and award.row is not None  # การประกวดเพลง (เพชรในเพลง)
            if alias["year"] or carries_year or described:
                award.outer = last.outer
                kept[-1] = award
            else:
                last.until = until
            continue
        kept.append(award)
    labels = _ended_before(text, kept, labels, bodies)
    joined = sorted((as_special(text, label) for label in [*kept, *labels]), key=lambda label: label.outer)
    return innermost(text, without_glosses(text, under_stages(text, joined)))


# ประเภทครู |กศน., ประเภทโรงเรียนในสังกัด |สพฐ.: whose those are who have won, no winner
_OF_BODY = re.compile(
    r"(?:สังกัด|ของ|ใน|ครู|อาจารย์|นักเรียน|นักศึกษา|นิสิต|ศิษย์เก่า|พนักงาน|ข้าราชการ|บุคลากร|เจ้าหน้าที่|ลูกจ้าง|สมาชิก|อาสาสมัคร|ผู้บริหาร"
    r"|ผู้กู้ยืม|แกนนำ|เครือข่าย|ลูกค้า|ภาคี)[ ]\Z"
)
# ประเภทหน่วยงานใน กทม.| จำนวน 2 แห่ง ได้แก่: who has won is told behind it
_WINNERS_BEHIND = re.compile(
    r"(?:[ ]?\([^()\n]{1,40}\))?[ ]*(?:(?:จำนวน|รวม)?[ ]?\d{1,3}[ ]?[ก-๎]{2,10}[ ]*)?(?:ได้แก่|คือ[ ]|ประกอบด้วย|ดังนี้)"
)


def _ended_before(text: str, awards: Sequence[Label], labels: Sequence[Label], bodies: Sequence[Span]) -> list[Label]:
    """The labels without branches that are bodies' own, each part ended before a body or a known award behind a blank in it."""
    starts = sorted(body.start for body in bodies)
    spans = sorted((body.start, body.end) for body in bodies)
    known = sorted(award.outer for award in awards if award.row is not None or text.startswith(_CONTESTS, award.outer))
    free = [label for label in labels if label.kind != "branch" or not overlaps(spans, label.outer, label.outer + 1)]
    for label in free:
        if label.kind in {"branch", "category"} and label.row is None:
            at = bisect_right(starts, label.start + 2)
            if at < len(starts) and starts[at] < label.end and not _says_whose(text, spans[at]):
                if text[starts[at] - 1] == " ":
                    label.end = label.until = starts[at] - 1
                elif text.startswith(" และ", starts[at] - 4) and starts[at] - 4 > label.start + 2:
                    label.end = label.until = starts[at] - 4  # ประเภทผ้าฝ้าย| และกลุ่มทอผ้าบ้านนา
            inside = bisect_right(known, label.start + 2)
            if inside < len(known) and known[inside] < label.end and text[known[inside] - 1] == " ":
                label.end = label.until = known[inside] - 1  # ประเภทหญิงเดี่ยว| กีฬามหาวิทยาลัยแห่งประเทศไทย
    return free


# ประเภทเดินแถว| การประกวดวงโยธวาทิต
_CONTESTS = ("การประกวด", "การแข่งขัน")


def _says_whose(text: str, body: tuple[int, int]) -> bool:
    """Whether a body behind a blank in a part's name is no winner: its teachers are honoured, or winners are named behind it."""
    start, end = body
    return _OF_BODY.search(text, max(0, start - 12), start) is not None or _WINNERS_BEHIND.match(text, end) is not None
