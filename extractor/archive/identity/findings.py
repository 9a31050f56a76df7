"""What each field of two tellings tells: that they agree, may agree or contradict, and how many bits of evidence that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.archive.identity import AwardName, OrganisationName, PersonName, Telling, Verdict, weights
from extractor.archive.identity.awards import (
    BEGINS,
    HOLDS_WORDS,
    IN_PART,
    TWO_ROWS,
    compare_awards,
    names_giver,
    rounds_of,
)
from extractor.archive.identity.blocks import day_of
from extractor.archive.identity.bodies import GENERIC, is_abbreviation, is_rare, taken_apart
from extractor.archive.identity.folding import fold, solid
from extractor.archive.identity.gazetteer import agencies
from extractor.archive.identity.initials import english_initials, heard_initials, thai_initials
from extractor.archive.identity.lettered import begins_words
from extractor.archive.identity.levels import Fit, is_first, same_level
from extractor.archive.identity.likeness import digits
from extractor.archive.identity.organisations import COMMON, ONE_SLIP, compare_organisations, gazetteer_row
from extractor.archive.identity.parts import (
    is_one_part,
    likely_work,
    same_part,
    same_work,
    told_otherwise,
    work_core,
)
from extractor.archive.identity.people import OF_KIN, SURNAME_SLIPS, called_otherwise, compare_people
from extractor.archive.identity.sounds import SCRIPTS_DIFFER, scripts
from extractor.archive.identity.trade_names import are_trades

_SOON = 200
"""Days within which two articles that tell no year are taken to tell of one year's award."""

_UNLIKE = 12
"""Letters of a title that no two works have by chance."""

FITS = "its letters fit the other's name"
LETTERS = "one is letters alone, in another script"
GIVER = "one names who gives the award"

ABOVE = "one names the body, the other its superior"
GIVEN_ALONE = "one names the person by the given name alone"
CALLED = "one calls the person by another name"
_TEAM = re.compile("ทีม|คณะ(?:นัก|ผู้)|กลุ่ม(?:นัก|ผู้)|นัก|อาจารย์|เด็ก|เยาวชน|ผู้วิจัย")
_NAME = 7  # letters of a body's name that is told within a work's title
_PUPILS = re.compile("^(?:ทีม)?(?:นักเรียน|นักศึกษา|นิสิต|เด็ก|เยาวชน|อาจารย์|ครู|ทีม)(?:จาก|ของ)?")
_FEW_LETTERS = 2
_OF_OWN_LETTERS = frozenset(("โรงเรียน", "วิทยาลัย", "มหาวิทยาลัย", "โรงพยาบาล"))
"""Kinds of body whose letters are those of the name behind the kind: ว.พ.ค. of โรงเรียนวังเพชรพิทยาคม."""

_SURE = 0.9
_LIKELY, _LONG_END = 0.6, 0.7
"""Scores of a comparison of names from which on it counts as certain, and a doubt as likely."""

AT_ONCE = 31
_LATE = ", not at once"
"""Days within which outlets report one event, and what is said where they do not."""

_AWARD_BITS = {
    HOLDS_WORDS: weights.AWARD_LIKELY,
    BEGINS: weights.AWARD_LIKELY,
    IN_PART: weights.AWARD_IN_PART,
}
"""What doubts between names of awards are worth, by their reasons."""

_OF_ONE = re.compile("โรงเรียน|โรงพยาบาล(?:ส่งเสริมสุขภาพตำบล)?|มหาวิทยาลัย|วิทยาลัย[ก-๎]*|เทศบาล[ก-๎]*|องค์การบริหารส่วนตำบล|กรม")
"""Kinds of body of which a person serves one."""

_Parts = tuple[str | None, str | None]
"""Category and branch of a telling."""


@dataclass(frozen=True, slots=True)
class Finding:
    """How a field agrees, and how many bits of evidence that is: by so many halvings others than one conferral are fewer."""

    field: str
    fit: Fit
    bits: float
    reason: str


def find_year(a: Telling, b: Telling) -> Finding:
    apart = days_apart(a, b)
    if a.year is not None and b.year is not None:
        if a.year == b.year:
            return Finding(
                "year", Fit.AGREES, weights.YEAR + (_nearness(apart) if apart is not None else 0.0), f"the year {a.year}"
            )
        return Finding("year", Fit.CONTRADICTS, 0.0, f"another year: {a.year}, {b.year}")
    if apart is not None:
        if apart <= _SOON:
            late = _LATE if apart > AT_ONCE else ""
            return Finding("year", Fit.COMPATIBLE, _nearness(apart), f"published within {apart} days{late}")
        return Finding("year", Fit.COMPATIBLE, weights.FAR, f"published {apart} days apart, one without the year")
    told, silent = (a, b) if a.year is not None else (b, a)
    if told.year is not None and silent.published and int(silent.published[:4]) - told.year in {0, 1}:
        return Finding("year", Fit.COMPATIBLE, weights.DATED, "published in the year or the one after")
    return Finding("year", Fit.COMPATIBLE, 0.0, "one does not tell the year")


def _nearness(apart: int) -> float:
    return next((bits for days, bits in weights.NEAR if apart <= days), 0.0)


def days_apart(a: Telling, b: Telling) -> int | None:
    left, right = day_of(a.published), day_of(b.published)
    return None if left is None or right is None else abs(left - right)


def find_edition(a: Telling, b: Telling) -> Finding:
    if a.edition is None or b.edition is None:
        return Finding("edition", Fit.COMPATIBLE, 0.0, "")
    if a.edition == b.edition:
        return Finding("edition", Fit.AGREES, weights.EDITION, f"edition {a.edition}")
    return Finding("edition", Fit.CONTRADICTS, 0.0, f"another edition: {a.edition}, {b.edition}")


def find_award(a: Telling, b: Telling) -> Finding:
    if a.award_id and a.award_id == b.award_id:
        return Finding("award", Fit.AGREES, weights.AWARD, "the same award")
    if not a.award or not b.award:
        return Finding("award", Fit.COMPATIBLE, weights.AWARD_UNTOLD, "one does not tell the award")
    return _awards(a.award, b.award, (a.category, a.branch), (b.category, b.branch))


@lru_cache(maxsize=262144)
def _awards(left: str, right: str, left_parts: _Parts, right_parts: _Parts) -> Finding:
    found = compare_awards(AwardName(left), AwardName(right))
    if found.decision == "same":
        return Finding("award", Fit.AGREES, weights.AWARD, "the same award")
    # one outlet names the programme, the other its prize: รางวัลเลิศรัฐ ประเภทพัฒนาการบริการ, รางวัลพัฒนาการบริการ
    if any(
        part and (compare_awards(AwardName(name), AwardName(part)).decision == "same" or is_one_part(name, part))
        for name, parts in ((left, right_parts), (right, left_parts))
        for part in parts
    ):
        return Finding("award", Fit.COMPATIBLE, weights.AWARD_LIKELY, "one names the programme, the other its prize")
    if found.decision == "doubtful":
        bits = _AWARD_BITS.get(found.reasons[0], weights.AWARD_DOUBTFUL)
        return Finding("award", Fit.COMPATIBLE, bits, found.reasons[0])
    if found.reasons == (SCRIPTS_DIFFER,):
        return Finding("award", Fit.COMPATIBLE, 0.0, SCRIPTS_DIFFER)
    if names_giver(left) or names_giver(right):
        return Finding("award", Fit.COMPATIBLE, weights.AWARD_GIVER, GIVER)
    if found.reasons[0] == TWO_ROWS or rounds_of(left) != rounds_of(right) or digits(left) != digits(right):
        return Finding("award", Fit.CONTRADICTS, 0.0, f"another award: {left}, {right}")
    return Finding("award", Fit.COMPATIBLE, weights.AWARD_OTHER, f"another award: {left}, {right}")


def find_level(a: Telling, b: Telling) -> Finding:
    fit = same_level(a.level, a.level_code, b.level, b.level_code)
    if fit is Fit.CONTRADICTS:
        return Finding("level", fit, 0.0, f"another level: {a.level}, {b.level}")
    if fit is not Fit.AGREES:
        return Finding("level", fit, 0.0, "")
    return Finding("level", fit, weights.FIRST if is_first(a.level, a.level_code) else weights.LEVEL, f"the level {a.level}")


def find_part(a: Telling, b: Telling) -> Finding:
    left, right = category_of(a), category_of(b)
    fit = same_part(a.branch, left, b.branch, right)
    if fit is Fit.CONTRADICTS:
        told = f"another category: {a.category or a.branch}, {b.category or b.branch}"
        if told_otherwise(left or a.branch, right or b.branch):
            return Finding("category", Fit.COMPATIBLE, weights.CATEGORY_OTHER, told)
        return Finding("category", fit, 0.0, told)
    if fit is Fit.AGREES:
        return Finding("category", fit, weights.CATEGORY, "the same category")
    return Finding("category", fit, 0.0, "")


def category_of(telling: Telling) -> str | None:
    """The category that a telling tells; null where it says no more than the award's name does."""
    if (
        telling.category
        and telling.award
        and solid(telling.award).removeprefix("รางวัล") == solid(telling.category).removeprefix("รางวัล")
    ):
        return None
    return telling.category


def find_work(a: Telling, b: Telling) -> Finding:
    fit = same_work(a.work, b.work)
    if fit is Fit.CONTRADICTS:
        told_apart = f"another work: {a.work}, {b.work}"
        if told_otherwise(a.work, b.work):
            return Finding("work", Fit.COMPATIBLE, weights.WORK_OTHER, told_apart)
        return Finding("work", fit, 0.0, told_apart)
    if fit is not Fit.AGREES:
        if a.work and b.work and likely_work(a.work, b.work):
            return Finding("work", fit, weights.WORK_IN_PART, "in part the same title in two languages")
        return Finding("work", fit, 0.0, "")
    told = min(len(work_core(a.work or "")), len(work_core(b.work or "")))
    return Finding("work", fit, weights.WORK if told >= _UNLIKE else weights.SHORT_WORK, "the same work")


def find_recipient(a: Telling, b: Telling) -> Finding:
    if a.recipient_kind == b.recipient_kind == "person" and _elsewhere(a, b):
        return Finding("recipient", Fit.CONTRADICTS, 0.0, f"people of different bodies: {a.parent}, {b.parent}")
    if a.recipient_id and a.recipient_id == b.recipient_id:
        return Finding("recipient", Fit.AGREES, weights.RECIPIENT, "the same recipient")
    if not a.recipient or not b.recipient:
        return _untold(a, b)
    if _is_joined(a, b) or _is_joined(b, a):
        return Finding("recipient", Fit.AGREES, weights.RECIPIENT, "the same recipient, with the body above it")
    found = _recipients(
        (a.recipient, a.parent, a.province, a.recipient_kind == "person"),
        (b.recipient, b.parent, b.province, b.recipient_kind == "person"),
    )
    if found.decision == "same":
        return Finding(
            "recipient", Fit.AGREES, weights.RECIPIENT if found.score >= _SURE else weights.RECIPIENT_SLIP, "the same recipient"
        )
    if found.decision == "doubtful":
        return _doubted(found, a, b)
    if _is_above(a.recipient, a.recipient_id, b.parent, b.parent_id) or _is_above(
        b.recipient, b.recipient_id, a.parent, a.parent_id
    ):
        brand = _is_trade(a.recipient) and _is_trade(b.recipient)
        bits = weights.RECIPIENT_DOUBTFUL if brand else weights.RECIPIENT_ABOVE
        return Finding("recipient", Fit.COMPATIBLE, bits, ABOVE)
    if (found_otherwise := _called(a, b)) is not None:
        return found_otherwise
    told = _stand_for(a.recipient, b.recipient)
    if told is not None:
        return Finding("recipient", Fit.COMPATIBLE, told, FITS if told else LETTERS)
    if found.reasons == (SCRIPTS_DIFFER,):
        return Finding("recipient", Fit.COMPATIBLE, 0.0, SCRIPTS_DIFFER)
    return Finding("recipient", Fit.CONTRADICTS, 0.0, f"another recipient: {a.recipient}, {b.recipient}")


def _doubted(found: Verdict, a: Telling, b: Telling) -> Finding:
    """What two names are worth that may be of one recipient, with what stands beside them."""
    bodies = a.recipient_kind == b.recipient_kind == "organisation"
    cleared = _cleared(found.reasons[0], a, b) if bodies else None
    if cleared is not None:
        return Finding("recipient", Fit.AGREES, weights.RECIPIENT_SLIP, cleared)
    return Finding("recipient", Fit.COMPATIBLE, _doubtful_bits(found, a.recipient or "", b.recipient or ""), found.reasons[0])


def _cleared(doubt: str, a: Telling, b: Telling) -> str | None:
    """Why two bodies are one whose names alone leave a doubt, from what stands beside them; null where they do not.

    A slip of the pen in the name of a body under the same superior; a kind of body that the award's name tells (โรงแรมสีเขียว).
    """
    if doubt == ONE_SLIP:
        one_above = a.parent and b.parent and compare_organisations(OrganisationName(a.parent), OrganisationName(b.parent))
        return "one slip of the pen apart, under the same body" if one_above and one_above.decision == "same" else None
    if doubt.endswith("one does not tell the kind of body"):
        for silent, told in ((a, b), (b, a)):
            kind = taken_apart((silent.award or "").strip().removeprefix("รางวัล")).head
            if not kind or not silent.recipient or not told.recipient or taken_apart(silent.recipient).head:
                continue
            whole = OrganisationName(kind + silent.recipient, parent=silent.parent, province=silent.province)
            named = OrganisationName(told.recipient, parent=told.parent, province=told.province)
            if compare_organisations(whole, named).decision == "same":
                return "the same recipient, of the kind that the award's name tells"
    return None


def _untold(a: Telling, b: Telling) -> Finding:
    """One tells no recipient: but its work may be what the other has as its recipient, a building, a film, a dish."""
    told, silent = (a, b) if a.recipient else (b, a)
    if (
        told.recipient
        and silent.work
        and told.recipient_kind != "person"
        and same_work(told.recipient, silent.work) is Fit.AGREES
    ):
        long = min(len(solid(told.recipient)), len(solid(silent.work))) >= _UNLIKE
        bits = weights.RECIPIENT_SLIP if long else weights.RECIPIENT_LIKELY
        return Finding("recipient", Fit.AGREES, bits, "one's work is the other's recipient")
    if told.recipient and silent.work and told.recipient_kind != "person" and _names_place(silent.work, told.recipient):
        return Finding("recipient", Fit.COMPATIBLE, weights.RECIPIENT_FITS, "one's work is named after the other's recipient")
    return Finding("recipient", Fit.COMPATIBLE, 0.0, "one does not tell the recipient")


@lru_cache(maxsize=65536)
def _names_place(work: str, recipient: str) -> bool:
    """Whether a work's title holds the name of a body behind the word for its kind: เรือนแถวไม้ตลาดท่าจันทน์, ชุมชนตลาดท่าจันทน์."""
    core = taken_apart(recipient).core
    return len(core) >= _NAME and core in solid(work)


def _called(a: Telling, b: Telling) -> Finding | None:
    """What two names that differ may have in common all the same: a given name alone, a pen name, a person and the team."""
    left, right = a.recipient or "", b.recipient or ""
    if a.recipient_kind == b.recipient_kind == "person":
        how = called_otherwise(left, right)
        if how == "given":
            there = bool(a.parent and b.parent) and _is_likely_above(a.parent or "", a.parent_id, b.parent, b.parent_id)
            bits = weights.RECIPIENT_GIVEN_THERE if there else weights.RECIPIENT_GIVEN
            return Finding("recipient", Fit.COMPATIBLE, bits, GIVEN_ALONE)
        work = same_work(a.work, b.work) is Fit.AGREES if a.work and b.work else False
        if how == "stage" or (how == "pen" and work and (a.category or a.branch or None) == (b.category or b.branch or None)):
            return Finding("recipient", Fit.COMPATIBLE, weights.RECIPIENT_CALLED, CALLED)
        return None
    for told, above in ((left, b), (right, a)):
        if _PUPILS.match(told) and above.parent and _is_likely_above(told, None, above.parent, None):
            return Finding("recipient", Fit.COMPATIBLE, weights.RECIPIENT_ABOVE, ABOVE)
    if {a.recipient_kind, b.recipient_kind} == {"person", "organisation"} and a.parent and b.parent:
        team = left if a.recipient_kind == "organisation" else right
        if _TEAM.match(team) and _is_above(a.parent, a.parent_id, b.parent, b.parent_id):
            return Finding("recipient", Fit.COMPATIBLE, weights.RECIPIENT_ABOVE, "one names the team, the other one of it")
    return None


def _doubtful_bits(found: Verdict, left: str, right: str) -> float:
    """What a doubt between two recipients' names is worth."""
    reason = found.reasons[0]
    if reason.startswith(COMMON):
        rare = is_rare(taken_apart(left).whole) and is_rare(taken_apart(right).whole)
        return weights.RECIPIENT_RARE if rare else weights.RECIPIENT_COMMON
    if reason == SURNAME_SLIPS:
        return weights.RECIPIENT_SURNAME
    if reason in OF_KIN:
        return 0.0
    if found.score >= _LONG_END:
        return weights.RECIPIENT_RARE
    return weights.RECIPIENT_LIKELY if found.score >= _LIKELY else weights.RECIPIENT_DOUBTFUL


def _is_trade(name: str) -> bool:
    """Whether a name is of a business, or tells no kind of body: a brand, its company."""
    head = taken_apart(name).head
    return head in {"", "company"} or are_trades(head)


@lru_cache(maxsize=65536)
def _stand_for(left: str, right: str) -> float | None:
    """What it is worth that one name is letters that fit the other, more where each begins a word.

    Null where neither is letters, or letters that could fit do not; 0 where they cannot be told from others.
    """
    short = [is_abbreviation(name.strip()) for name in (left, right)]
    if short[0] == short[1]:
        return None
    letters, name = (solid(left), fold(right)) if short[0] else (solid(right), fold(left))
    if letters in GENERIC or name.isdigit() or letters in agencies() or gazetteer_row(OrganisationName(name)):
        return None
    here, there = scripts(letters), scripts(name)
    if "latin" in here:
        if (there == {"latin"} and english_initials(letters, name)) or ("thai" in there and heard_initials(letters, name)):
            return weights.RECIPIENT_FITS
        return 0.0 if "thai" in there else None
    if "thai" in there:
        form = taken_apart(name)
        if len(letters) > _FEW_LETTERS and form.head in _OF_OWN_LETTERS and begins_words(letters, form.core):
            return weights.RECIPIENT_LETTERED
        return weights.RECIPIENT_FITS if any(thai_initials(letters, each) for each in (name, form.folded)) else None
    return 0.0


def _elsewhere(a: Telling, b: Telling) -> bool:
    """Whether the bodies of two people of one name are of one kind, and two: two schools, offices of two provinces."""
    if not a.parent or not b.parent:
        return False
    here, there = taken_apart(a.parent), taken_apart(b.parent)
    if here.province and there.province:
        return here.province != there.province
    kinds = here.head == there.head and _OF_ONE.fullmatch(here.head) and not (here.cut or there.cut)
    return bool(kinds) and compare_organisations(OrganisationName(a.parent), OrganisationName(b.parent)).decision == "different"


def _is_joined(a: Telling, b: Telling) -> bool:
    """Whether one tells the body above the recipient within its name: คณะพยาบาลศาสตร์ มหาวิทยาลัยริมน้ำ."""
    return bool(b.parent) and solid(a.recipient or "") == solid(b.recipient or "") + solid(b.parent or "")


def _is_likely_above(recipient: str, recipient_id: str | None, parent: str | None, parent_id: str | None) -> bool:
    """As `_is_above`, a name without the word for its kind, or of the body's pupils, being enough."""
    if not parent or _is_above(recipient, recipient_id, parent, parent_id):
        return bool(parent)
    bare = _PUPILS.sub("", recipient)
    found = compare_organisations(OrganisationName(bare or recipient), OrganisationName(_PUPILS.sub("", parent) or parent))
    return found.decision == "same" or (found.decision == "doubtful" and found.score >= _LIKELY)


def _is_above(recipient: str, recipient_id: str | None, parent: str | None, parent_id: str | None) -> bool:
    if recipient_id and parent_id:
        return recipient_id == parent_id
    return bool(parent) and compare_organisations(OrganisationName(recipient), OrganisationName(parent or "")).decision == "same"


@lru_cache(maxsize=262144)
def _recipients(left: tuple[str, str | None, str | None, bool], right: tuple[str, str | None, str | None, bool]) -> Verdict:
    if left[3] and right[3]:
        bodies = [(parent,) if parent else () for parent in (left[1], right[1])]
        return compare_people(PersonName(left[0], bodies=bodies[0]), PersonName(right[0], bodies=bodies[1]))
    return compare_organisations(
        OrganisationName(left[0], parent=left[1], province=left[2]),
        OrganisationName(right[0], parent=right[1], province=right[2]),
    )


_SPANNED = (
    ("another award", find_award, "award"),
    ("another category", find_part, "category"),
    ("another work", find_work, "work"),
    ("another recipient", find_recipient, "recipient"),
)


def is_spanned(a: Telling, between: Telling, b: Telling, reason: str) -> bool:
    """Whether what tells two tellings apart is told in full by a third, with which both agree: it has both halves of a title."""
    for begins, find, field in _SPANNED:
        if not reason.startswith(begins):
            continue
        full, *others = (
            solid((category_of(each) or each.branch if field == "category" else getattr(each, field)) or "")
            for each in (between, a, b)
        )
        if field == "recipient" and all(_is_or_above(between, each) for each in (a, b)):
            return True
        longest = max(map(len, others))
        return all(others) and len(full) >= longest and all(find(between, each).fit is Fit.AGREES for each in (a, b))
    return False


def _is_or_above(between: Telling, other: Telling) -> bool:
    """Whether a telling has the other's recipient, or tells of it that it stands above its own, the work being the same."""
    found = find_recipient(between, other)
    if found.fit is Fit.AGREES:
        return True
    return found.reason in {ABOVE, CALLED, GIVEN_ALONE} and bool(other.work) and same_work(between.work, other.work) is Fit.AGREES
