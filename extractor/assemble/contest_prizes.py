"""Prizes that a contest gives besides its ranks: รางวัลชนะเลิศ ได้แก่ ทีม ก ส่วนรางวัลขบวนแห่สวยงาม เป็นของทีม ข."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.assemble.label_relations import as_category, as_one
from extractor.assemble.label_sense import of_a_giver
from extractor.match.award_latin import SUPERLATIVE
from extractor.match.label_arts import OF_ONE
from extractor.match.label_levels import CONTEST_RANKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from extractor.assemble.draft import Candidate
    from extractor.match.label import Label

# the rule of such a prize as a category of the contest
BESIDES = "category.besides"
# characters from a winner of the contest to its other prize
_REACH = 260
# between the two: another contest or prize is told of, or what was won at another time
_ANEW = re.compile(
    r"\n[ ]*\n|ประกวด|แข่งขัน|(?:ใน|เมื่อ)?ปี[ ]?(?:พ\.ศ\.[ ]?)?\d|ครั้งที่|เคย|ก่อนหน้า|ล่าสุด|เวที|โครงการ|มูลนิธิ|สมาคม|อีกทั้ง|ทั้งนี้|สำหรับ"
)
# รางวัล|เยาวชนดีเด่นแห่งชาติ: which no contest gives besides its ranks
_OF_ITS_OWN = re.compile(r"แห่งชาติ|แห่งปี|แห่งประเทศ|พระราชทาน|เกียรติยศ|เกียรติคุณ|เชิดชู|ดีเด่นระดับ|Awards?\b|อวอร์ด")
_DATED = re.compile(r"[”\"’']?[ ]?(?:(?:ประจำ)?ปี|พ\.ศ\.|ครั้งที่|(?:19|20|25)\d\d)")
_SHAPES = frozenset({"award.named", "award.quoted", "award.of_the_year", SUPERLATIVE})
_CONTESTS = frozenset(
    {
        "award.contest",
        "award.contest_named",
        "award.contest_proper",
        "award.tournament",
        "award.bout",
        "award.event",
        "award.championship",
        "award.games",
    }
)
# Siam Esports League, Mekong Robot Games, but no Siam Awards
_CONTEST_WORD = re.compile(
    r"(?:League|Games|Cup|CUP|Open|Championships?|Olympiad|Hackathon|HACKATHON|Challenge|Competition|Contest|Tournament|Masters|Trophy|Series)"
    r"[^\n]{0,24}"
)


def _is_contest(text: str, award: Label) -> bool:
    latin = award.rule == "award.latin" and _CONTEST_WORD.search(text, award.start, award.end) is not None
    return latin or award.rule in _CONTESTS


# คว้ามงกุฎ |Miss Siam Teen| 2024: the crown is a pageant's first rank
_PAGEANT = re.compile(r"(?:การประกวด)?[ ]?(?:Miss|Mister|Mrs|มิส|นางสาว|นางงาม|ธิดา|เทพี|นางนพมาศ)")


def _is_won(text: str, award: Label, level: Label | None) -> bool:
    """Whether a rank in a contest, or the crown of a pageant, is told of."""
    if level is None:
        return award.rule in {"award.title", "award.contest"} and _PAGEANT.match(text, award.start) is not None
    return level.rule in _RANKS and (_is_contest(text, award) or _PAGEANT.match(text, award.start) is not None)


_RANKS = CONTEST_RANKS | {"level.champion", "level.place"}
# รางวัลตึกประหยัดน้ำ|ภายในเขตเมือง จากการประปา ก
_OF_ANYBODY = re.compile(r"[ก-๎]{0,24}[ ]?(?:จาก|ของ)[ ]?(?!โรงเรียน|วิทยาลัย|ผลงาน|ทีม)[ก-ฮเ-ไA-Z]")


def put_under_contests(text: str, candidates: Iterable[Candidate]) -> None:
    """Makes a prize that is told right behind a contest's ranks, without a year or giver of its own, one of the contest."""
    last: Candidate | None = None
    end = -1
    under: Label | None = None
    for candidate in candidates:
        labels = candidate.labels
        award, level, part = labels.get("award"), labels.get("level"), labels.get("category")
        if award is None:
            continue
        if last is not None and award is under and part is not None and part.outer >= end:  # รางวัล MVP … และ|ตัวเซตยอดเยี่ยม
            labels.update({kind: last.labels[kind] for kind in ("award", "year", "edition") if kind in last.labels})
            labels["category"] = replace(part, rule=BESIDES)
            continue
        if last is not None and not _has_own_year(labels, award) and _is_besides(text, award, end):
            prize = as_category(text, award)
            prize = as_one(prize, part) if part is not None and part.outer >= award.until else prize
            labels.update({kind: last.labels[kind] for kind in ("award", "year", "edition") if kind in last.labels})
            labels["category"] = replace(prize, rule=BESIDES)
            if level is not None and level.outer < award.outer:
                del labels["level"]
            end, under = max(end, _end(candidate)), award
        elif (
            last is not None
            and (level is last.labels.get("level") or (level is None and award is last.labels.get("award")))
            and part is not None
            and part.outer >= end
            and (text.startswith("รางวัล", part.outer) or _is_of_one(text, part))
        ):
            labels.pop("level", None)  # … คว้ารางวัลชนะเลิศ ส่วนทีม ข ได้รางวัลความคิดสร้างสรรค์ยอดเยี่ยม
            labels["category"] = replace(part, rule=BESIDES)
        elif _is_won(text, award, level):
            last, end = candidate, _end(candidate)


def _is_of_one(text: str, part: Label) -> bool:
    """Whether a class of players is told of, by its name: คว้าแชมป์ … ขณะที่|ตัวเซตยอดเยี่ยม| ได้แก่ นาย ก."""
    return part.rule in {"category.class", "category.best"} and OF_ONE.fullmatch(text, part.start, part.end) is not None


# คว้ารางวัลชนะเลิศ| และรางวัล|ขวัญใจมหาชน
_AND_PRIZE = re.compile(
    r"[”\"]?[ ]?(?:และ|พร้อม(?:ด้วย|กับ|ทั้ง)?|รวมทั้ง|ตลอดจน|อีกทั้ง)[ ]?(?:ยัง)?(?:ได้รับ|ได้|คว้า|รับ)?(?:อีก)?[ ]?รางวัล(?:พิเศษ)?[ ]?[“\"]?$"
)
_APART = 48


def split_prizes(text: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, those of two prizes in one breath as two: คว้ารางวัลชนะเลิศ และรางวัลขวัญใจมหาชน จากการประกวด ก."""
    apart: list[Candidate] = []
    for candidate in candidates:
        apart.append(candidate)
        award, level, part = (candidate.labels.get(kind) for kind in ("award", "level", "category"))
        if award is None or level is None or part is None or level.rule not in _RANKS or not _is_contest(text, award):
            continue
        told = max(level.end, award.until) if level.end <= award.start < part.start else level.end
        if part.row is not None or not told < part.start <= told + _APART:
            continue
        if _AND_PRIZE.search(text, told, part.start) is None or _OF_ITS_OWN.search(text, part.start, part.end):
            continue
        other = {kind: label for kind, label in candidate.labels.items() if kind != "level"}
        other["category"] = replace(part, rule=BESIDES)
        del candidate.labels["category"]
        apart.append(replace(candidate, labels=other))
    return apart


def _has_own_year(labels: Mapping[str, Label], award: Label) -> bool:
    """Whether a prize's year is told behind it and its parts: รางวัล ก ประเภท ข |ประจำปี 2565."""
    year = labels.get("year")
    return year is not None and award.until <= year.outer


def _is_besides(text: str, award: Label, end: int) -> bool:
    if award.row is not None or award.rule not in _SHAPES or not end <= award.outer <= end + _REACH:
        return False
    if _ANEW.search(text, end, award.outer) or _OF_ITS_OWN.search(text, award.start, award.end):
        return False
    return not (_DATED.match(text, award.until) or of_a_giver(text, award) or _OF_ANYBODY.match(text, award.until))


def _end(candidate: Candidate) -> int:
    """Where the last of what a candidate tells ends."""
    ends = [label.until for label in candidate.labels.values()]
    if candidate.work is not None:
        ends.append(candidate.work.end)
    if candidate.recipient is not None:
        ends.append(candidate.recipient.end)
    return max(ends)
