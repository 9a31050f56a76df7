"""What a candidate is told to have won: its award, and the parts and ranks of it, each put where it belongs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.assemble.conferral import fold
from extractor.assemble.contest_prizes import BESIDES
from extractor.assemble.label_relations import as_category, as_one
from extractor.assemble.label_sense import is_of_another_year, is_sub_award, of_a_giver
from extractor.assemble.programmes import Names
from extractor.assemble.siblings import stand_alone
from extractor.gazetteer_rows import Award, AwardPart, Level
from extractor.match.label import IN_ROW, Label
from extractor.match.label_levels import cut_reach, own_reach, reach_behind

if TYPE_CHECKING:
    from extractor.assemble.draft import Candidate
    from extractor.lexicon import Lexicon


def labels_of(candidate: Candidate, names: Names, lexicon: Lexicon, text: str) -> tuple[Label | None, dict[str, Label]]:
    """The award that a candidate itself names, and all that it is told to have won; nothing where no prize is told."""
    labels = _complete(candidate.labels, names, lexicon)
    award = labels.get("award")
    if award is None and names.main is not None and not (names.main.rule == IN_ROW and labels.keys() & {"category", "branch"}):
        labels["award"] = names.main
    elif award is None:
        _name_by_part(labels, text)
    if "award" not in labels and not labels.keys() & {"level", "category", "branch"}:
        return None, {}
    if "level" not in labels and award is not None and (reach := reach_behind(text, award, labels.get("year"))) is not None:
        labels["level"] = own_reach(text, labels.get("category")) or reach
        if labels["level"] is not reach:
            del labels["category"]
    branch = labels.get("branch")
    if "level" not in labels and branch is not None and branch.row is None and (far := cut_reach(text, branch)) is not None:
        labels["branch"], labels["level"] = far
    _put_under(labels, names, text)
    _put_under_ranking(candidate, labels, names, text)
    _name_sub_award(labels, text)
    _part_place(labels, text)
    _take_gloss(labels, text)
    stand_alone(text, labels)
    return award, labels


_NAMED_PARTS = frozenset({"category.named", "branch.named"})


def _name_by_part(labels: dict[str, Label], text: str) -> None:
    """Makes a part that is told as a prize the award, where no programme stands above it: รางวัลอุตสาหกรรมดีเด่น alone."""
    for kind in ("category", "branch"):
        part = labels.get(kind)
        known = part is not None and (isinstance(part.row, AwardPart) or part.rule in _NAMED_PARTS)
        if part is not None and known and text.startswith("รางวัล", part.outer):
            labels["award"] = Label("award", part.outer, part.end, "award.part", part.outer, part.until)
            del labels[kind]
            return


# characters from a category to such a rank behind it up to which the rank is told within that category
NEXT_PRIZE = 12
# ranks by name that are prizes of their own: รางวัลขวัญใจมหาชน, Popular Vote
_BESIDE_RANKS = frozenset({"popular"})
# and those of juries
_OF_JURY, _PRIZE = ("Jury", "JURY", "Special Mention", "SPECIAL MENTION"), "รางวัล "


def _name_sub_award(labels: dict[str, Label], text: str) -> None:
    """Makes a prize that stands beside a contest's ranks (Popular Vote) its category, where nothing else is."""
    level, before = labels.get("level"), labels.get("category")
    if level is None or (before is not None and (before.rule != "category.sub_award" or level.start - before.end < NEXT_PRIZE)):
        return
    if (isinstance(level.row, Level) and level.row.scale in _BESIDE_RANKS) or text.startswith(("ขวัญใจ", "นางงาม"), level.start):
        rule = BESIDES if "award" in labels else "category.sub_award"
        labels["category"] = replace(labels.pop("level"), kind="category", rule=rule)
    elif "award" not in labels and text.startswith(_OF_JURY, level.start) and text.endswith(_PRIZE, 0, level.start):
        begin = level.start - len(_PRIZE)  # รางวัล Jury Prize, of a festival that is not named
        labels["award"] = Label("award", begin, level.end, "award.part", begin, labels.pop("level").until)
    part = labels.get("category")
    if "award" not in labels and part is not None and part.rule == "category.sub_award" and text.startswith("รางวัล", part.outer):
        del labels["category"]  # รางวัลขวัญใจมหาชน, and no programme is named
        labels["award"] = Label("award", part.outer, part.end, "award.part", part.outer, part.until)


def _put_under(labels: dict[str, Label], names: Names, text: str) -> None:
    """Makes a prize the category of its programme: one that the gazetteer knows as part of another, or that has no year."""
    award = labels.get("award")
    if award is None:
        return
    programme = None
    if isinstance(award.row, Award):
        programme = names.by_row.get(award.row.part_of or "")
    elif (
        names.rules
        and award.rule in _OWN_SHAPES
        and fold(text[award.start : award.end]) not in names.dated
        and not of_a_giver(text, award)
        and not is_of_another_year(text, award)
    ):
        programme = names.main
    elif is_sub_award(text, award) and not is_of_another_year(text, award):
        programme = names.stage(award.start)
    if programme is not None and programme is not award:
        field = labels.get("category")
        part = as_category(text, award)
        labels["category"] = part if field is None else as_one(part, field)
        labels["award"] = programme


# สนามบินยอดเยี่ยม|อันดับ 2 · โรงแรมที่ดีที่สุด| (Best Hotels) |อันดับที่ 3
_BEST = re.compile(r"ที่สุด|ยอดเยี่ยม|ดีเลิศ|ยอดนิยม|Best|BEST|Top[ ]")
_PLACE = r"(?P<place>(?:อันดับ|ลำดับ)(?:ที่)?[ ]?\d{1,3})"
_PLACE_WITHIN = re.compile(rf"[^\n]{{6,120}}?(?P<gap>[ ]?){_PLACE}[”\"’']?")
_PLACE_BEHIND = re.compile(rf"[”\"’']?[ ]?(?:\([^()\n]{{1,60}}\)[ ]?)?(?:เป็น)?{_PLACE}(?![\d.,])")


def _part_place(labels: dict[str, Label], text: str) -> None:
    """Makes the place among the best of a kind, with which its name ends or that stands right behind it, the level."""
    if "level" in labels:
        return
    for kind in ("category", "award"):
        best = labels.get(kind)
        if best is None or best.row is not None or _BEST.search(text, best.start, best.end) is None:
            continue
        within = _PLACE_WITHIN.fullmatch(text, best.start, best.end)
        place = within or _PLACE_BEHIND.match(text, best.until)
        if place is None:
            continue
        labels["level"] = Label("level", *place.span("place"), "level.place", *place.span("place"))
        if within is not None:
            labels[kind] = replace(best, end=within.start("gap"))
        return


# ขวัญใจผู้ชม| (Popular Vote): the same in English
_GLOSS = re.compile(r"[ ]?\((?P<gloss>[A-Z][A-Za-z .’'&-]{2,40})\)")


def _take_gloss(labels: dict[str, Label], text: str) -> None:
    """Makes a rank in brackets that only says a prize's name in English a part of that name."""
    part, level = labels.get("category"), labels.get("level")
    gloss = _GLOSS.match(text, part.end) if part is not None and text.startswith("รางวัล", part.outer) else None
    if part is None or level is None or gloss is None or level.start != gloss.start("gloss"):
        return
    labels["category"] = replace(part, end=gloss.end(), until=gloss.end())
    del labels["level"]


def _put_under_ranking(candidate: Candidate, labels: dict[str, Label], names: Names, text: str) -> None:
    """Makes a superlative a category of the ranking named before it, for whom the verb tells it; others only have the ranking.

    ผลการจัดอันดับ Green River Rankings 2024 ซึ่งมหาวิทยาลัย ก ได้รับการจัดอันดับเป็น|มหาวิทยาลัยที่ร่มรื่นที่สุด
    """
    award, recipient = labels.get("award"), candidate.recipient
    if award is None or award.rule != "award.honour" or text.find(_MOST, award.start, award.end) < 0:
        return
    stage = names.stage(award.start)
    if stage is None or not 0 <= award.start - stage.until <= _STAGE_NEAR or "\n" in text[stage.until : award.start]:
        return
    labels["award"] = stage
    if recipient is None or recipient.start < award.start:
        labels["category"] = replace(as_category(text, award), rule=BESIDES)


# what the best of many is called by, and the characters between the ranking that found it so and its title
_MOST, _STAGE_NEAR = "ที่สุด", 160
_OWN_SHAPES = frozenset({"award.named", "award.quoted", "award.latin", "award.latin_named", "award.of_the_year", "award.plaque"})


def _complete(found: dict[str, Label], names: Names, lexicon: Lexicon) -> dict[str, Label]:
    """The labels with the programme that a known category or branch belongs to; a branch of another category is dropped."""
    labels = dict(found)
    for kind in ("category", "branch"):
        part = labels.get(kind)
        if part is None or not isinstance(part.row, AwardPart):
            continue
        programme = names.by_row.get(part.row.award)
        award = labels.get("award")
        if programme is not None and (award is None or part.own or award.row is None or award.row.id != part.row.award):
            labels["award"] = programme
        branch = labels.get("branch")
        if kind == "category" and part.row.parent and branch is not None and isinstance(branch.row, AwardPart):
            above = lexicon.rows["award_parts"].get(branch.row.id)
            if branch.row.id != part.row.parent and getattr(above, "parent", None) != part.row.parent:
                labels.pop("branch")
    return labels
