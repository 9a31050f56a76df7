"""What the gazetteers know of names, by folded form: looked up once, kept for the run."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.archive.identity.folding import solid
from extractor.gazetteer_rows import Agency, Award, AwardPart, Honorific, Level
from extractor.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping


@lru_cache(maxsize=1)
def agencies() -> Mapping[str, frozenset[str]]:
    """Ids of the gazetteer's bodies by solid form; a form that several bodies share has them all (สคร.)."""
    return _by_form("agencies")


@lru_cache(maxsize=1)
def forms_of_agencies() -> Mapping[str, tuple[str, ...]]:
    """The written forms of each of the gazetteer's bodies, by id."""
    return {row.id: row.forms for row in load().of("agencies")}


@lru_cache(maxsize=1)
def awards() -> Mapping[str, frozenset[str]]:
    """Ids of the gazetteer's award programmes by solid form."""
    return _by_form("awards")


@lru_cache(maxsize=1)
def levels() -> Mapping[str, frozenset[str]]:
    """Ids of the gazetteer's ranks by solid form."""
    return _by_form("levels")


@lru_cache(maxsize=1)
def level_names() -> Mapping[str, str]:
    """The canonical name of each rank, by id."""
    return {row.id: row.name for row in load().of("levels")}


@lru_cache(maxsize=1)
def places() -> Mapping[str, tuple[str, int]]:
    """The scale of each rank and its place there (1 is the highest), by the rank's id; contest and place are one scale."""
    return {
        row.id: ("contest" if row.scale == "place" else row.scale, row.rank)
        for row in load().of("levels")
        if isinstance(row, Level)
    }


@lru_cache(maxsize=1)
def award_parts() -> Mapping[str, frozenset[str]]:
    """Ids of the gazetteer's branches and categories by solid form; programmes share many."""
    return _by_form("award_parts")


@lru_cache(maxsize=1)
def programme_of() -> Mapping[str, str]:
    """The programme that an award's gazetteer row is part of, by the ids of both."""
    return {row.id: row.part_of for row in load().of("awards") if isinstance(row, Award) and row.part_of}


@lru_cache(maxsize=1)
def awards_with_parts() -> frozenset[str]:
    """Ids of the award programmes of which the gazetteer has more than one branch or category."""
    count = Counter(row.award for row in load().of("award_parts") if isinstance(row, AwardPart))
    return frozenset(award for award, parts in count.items() if parts > 1)


@lru_cache(maxsize=1)
def branch_of() -> Mapping[str, str]:
    """The branch that a category's gazetteer row belongs to, by the ids of both."""
    return {row.id: row.parent for row in load().of("award_parts") if isinstance(row, AwardPart) and row.parent}


@lru_cache(maxsize=1)
def parents() -> Mapping[str, str]:
    """The superior body of each of the gazetteer's bodies that has one, by the ids of both."""
    return {row.id: row.parent for row in load().of("agencies") if isinstance(row, Agency) and row.parent}


@lru_cache(maxsize=1)
def heads() -> re.Pattern[str]:
    """What begins a body's name (กรม, สำนักงาน, โรงเรียน), on the solid form, the longest first."""
    found = {
        solid(form)
        for row in load().of("agency_heads")
        if getattr(row, "shape", None) not in {"none", "suffix", "foreign"}
        for form in row.forms
        if "." not in form and len(solid(form)) > 2
    }
    return re.compile("|".join(sorted(map(re.escape, found), key=len, reverse=True)))


@lru_cache(maxsize=1)
def provinces() -> Mapping[str, str]:
    """Provinces' canonical names by solid form."""
    return {solid(form): row.name for row in load().of("provinces") for form in row.forms}


@lru_cache(maxsize=1)
def honorifics() -> Mapping[str, tuple[str, str]]:
    """Each honorific's full form and kind (civil, military …), by solid form."""
    return {
        solid(form): (row.name, row.kind) for row in load().of("honorifics") if isinstance(row, Honorific) for form in row.forms
    }


def _by_form(kind: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in load().of(kind):
        for form in row.forms:
            found.setdefault(solid(form), set()).add(row.id)
    return {form: frozenset(ids) for form, ids in found.items() if form}
