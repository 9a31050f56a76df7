"""Which tellings are of one conferral.

Every field is compared by itself: it agrees, is compatible (one side does not tell it, or tells it less exactly), or
contradicts. A contradiction separates. Without one, what agrees must be enough to tell the conferral from its sisters:
the award, the recipient or the work, and the year or a publication soon after the other's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from extractor.archive.identity import AwardName, OrganisationName, PersonName, Telling, Verdict, weights
from extractor.archive.identity.awards import (
    BEGINS,
    HOLDS_WORDS,
    IN_PART,
    TWO_ROWS,
    compare_awards,
    has_parts,
    is_contest,
    names_giver,
    rounds_of,
)
from extractor.archive.identity.blocks import day_of
from extractor.archive.identity.bodies import GENERIC, is_abbreviation, is_rare, taken_apart
from extractor.archive.identity.folding import fold, solid
from extractor.archive.identity.gazetteer import agencies
from extractor.archive.identity.initials import english_initials, heard_initials, thai_initials
from extractor.archive.identity.likeness import digits
from extractor.archive.identity.organisations import COMMON, compare_organisations, gazetteer_row
from extractor.archive.identity.parts import (
    Fit,
    is_best,
    is_first,
    is_one_part,
    parts_in_two_scripts,
    same_level,
    same_part,
    same_work,
    told_otherwise,
    work_core,
)
from extractor.archive.identity.people import OF_KIN, SURNAME_SLIPS, compare_people
from extractor.archive.identity.sounds import SCRIPTS_DIFFER, scripts
from extractor.archive.identity.trade_names import are_trades

_SOON = 200
"""Days within which two articles that tell no year are taken to tell of one year's award."""


VAGUE = "one does not tell which prize of the programme it was"
"""The reason of a doubt that goes where a body has only one prize of the programme and year."""

_UNLIKE = 12
"""Letters of a title that no two works have by chance."""

FITS = "its letters fit the other's name"
LETTERS = "one is letters alone, in another script"
GIVER = "one names who gives the award"
NAMED_OTHERWISE = "one tells it by another name, and all else agrees"
ONE_WINS = "one alone wins that place"
"""The reason of evidence from a place that only one wins."""

_SURE = 0.9
_LIKELY = 0.6
"""Scores of a comparison of names from which on it counts as certain, and a doubt as likely."""

_MOST = 32.0
"""Bits of two tellings that tell everything alike."""

_AT_ONCE = 31
_LATE = ", not at once"
"""Days within which outlets report one event, and what is said where they do not."""


_AWARD_BITS = {
    HOLDS_WORDS: weights.AWARD_LIKELY,
    BEGINS: weights.AWARD_LIKELY,
    IN_PART: weights.AWARD_IN_PART,
}
"""What doubts between names of awards are worth, by their reasons."""

_Parts = tuple[str | None, str | None]
"""Category and branch of a telling."""


@dataclass(frozen=True, slots=True)
class _Finding:
    """How a field agrees, and how many bits of evidence that is: by so many halvings others than one conferral are fewer."""

    field: str
    fit: Fit
    bits: float
    reason: str


def compare_conferrals(a: Telling, b: Telling) -> Verdict:
    """Whether two tellings are of one conferral, with the reasons, the weightiest first.

    Two tellings of one article are one only where every field is the same.
    """
    if (a.outlet, a.article_id) == (b.outlet, b.article_id):
        if _identical(a, b):
            return Verdict("same", 1.0, ("told twice alike in one article",))
        return Verdict("different", 0.0, ("one article tells them apart",))
    return _compare(a, b) if (a.outlet or "", a.article_id) <= (b.outlet or "", b.article_id) else _compare(b, a)


def _identical(a: Telling, b: Telling) -> bool:
    return all(getattr(a, field) == getattr(b, field) for field in Telling.__slots__)


def _compare(a: Telling, b: Telling) -> Verdict:
    year = _year(a, b)
    if year.fit is Fit.CONTRADICTS:
        return _different(year)
    findings = [year]
    for find in (_edition, _award, _level, _parts, _work, _recipient):
        finding = find(a, b)
        if finding.fit is Fit.CONTRADICTS:
            return _different(finding)
        findings.append(finding)
    return _weigh({finding.field: finding for finding in findings}, a, b)


def _different(finding: _Finding) -> Verdict:
    return Verdict("different", 0.0, (finding.reason,))


def _year(a: Telling, b: Telling) -> _Finding:
    apart = _days_apart(a, b)
    if a.year is not None and b.year is not None:
        if a.year == b.year:
            return _Finding(
                "year", Fit.AGREES, weights.YEAR + (_nearness(apart) if apart is not None else 0.0), f"the year {a.year}"
            )
        return _Finding("year", Fit.CONTRADICTS, 0.0, f"another year: {a.year}, {b.year}")
    if apart is not None:
        if apart <= _SOON:
            late = _LATE if apart > _AT_ONCE else ""
            return _Finding("year", Fit.COMPATIBLE, _nearness(apart), f"published within {apart} days{late}")
        return _Finding("year", Fit.COMPATIBLE, weights.FAR, f"published {apart} days apart, one without the year")
    told, silent = (a, b) if a.year is not None else (b, a)
    if told.year is not None and silent.published and int(silent.published[:4]) - told.year in {0, 1}:
        return _Finding("year", Fit.COMPATIBLE, weights.DATED, "published in the year or the one after")
    return _Finding("year", Fit.COMPATIBLE, 0.0, "one does not tell the year")


def _nearness(apart: int) -> float:
    return next((bits for days, bits in weights.NEAR if apart <= days), 0.0)


def _days_apart(a: Telling, b: Telling) -> int | None:
    left, right = day_of(a.published), day_of(b.published)
    return None if left is None or right is None else abs(left - right)


def _edition(a: Telling, b: Telling) -> _Finding:
    if a.edition is None or b.edition is None:
        return _Finding("edition", Fit.COMPATIBLE, 0.0, "")
    if a.edition == b.edition:
        return _Finding("edition", Fit.AGREES, weights.EDITION, f"edition {a.edition}")
    return _Finding("edition", Fit.CONTRADICTS, 0.0, f"another edition: {a.edition}, {b.edition}")


def _award(a: Telling, b: Telling) -> _Finding:
    if a.award_id and a.award_id == b.award_id:
        return _Finding("award", Fit.AGREES, weights.AWARD, "the same award")
    if not a.award or not b.award:
        return _Finding("award", Fit.COMPATIBLE, weights.AWARD_UNTOLD, "one does not tell the award")
    return _awards(a.award, b.award, (a.category, a.branch), (b.category, b.branch))


@lru_cache(maxsize=262144)
def _awards(left: str, right: str, left_parts: _Parts, right_parts: _Parts) -> _Finding:
    found = compare_awards(AwardName(left), AwardName(right))
    if found.decision == "same":
        return _Finding("award", Fit.AGREES, weights.AWARD, "the same award")
    # one outlet names the programme, the other its prize: รางวัลเลิศรัฐ ประเภทพัฒนาการบริการ, รางวัลพัฒนาการบริการ
    if any(
        part and (compare_awards(AwardName(name), AwardName(part)).decision == "same" or is_one_part(name, part))
        for name, parts in ((left, right_parts), (right, left_parts))
        for part in parts
    ):
        return _Finding("award", Fit.COMPATIBLE, weights.AWARD_LIKELY, "one names the programme, the other its prize")
    if found.decision == "doubtful":
        bits = _AWARD_BITS.get(found.reasons[0], weights.AWARD_DOUBTFUL)
        return _Finding("award", Fit.COMPATIBLE, bits, found.reasons[0])
    if found.reasons == (SCRIPTS_DIFFER,):
        return _Finding("award", Fit.COMPATIBLE, 0.0, SCRIPTS_DIFFER)
    if names_giver(left) or names_giver(right):
        return _Finding("award", Fit.COMPATIBLE, weights.AWARD_GIVER, GIVER)
    if found.reasons[0] == TWO_ROWS or rounds_of(left) != rounds_of(right) or digits(left) != digits(right):
        return _Finding("award", Fit.CONTRADICTS, 0.0, f"another award: {left}, {right}")
    return _Finding("award", Fit.COMPATIBLE, weights.AWARD_OTHER, f"another award: {left}, {right}")


def _level(a: Telling, b: Telling) -> _Finding:
    fit = same_level(a.level, a.level_code, b.level, b.level_code)
    if fit is Fit.CONTRADICTS:
        return _Finding("level", fit, 0.0, f"another level: {a.level}, {b.level}")
    if fit is not Fit.AGREES:
        return _Finding("level", fit, 0.0, "")
    return _Finding("level", fit, weights.FIRST if is_first(a.level, a.level_code) else weights.LEVEL, f"the level {a.level}")


def _parts(a: Telling, b: Telling) -> _Finding:
    left, right = _category(a), _category(b)
    fit = same_part(a.branch, left, b.branch, right)
    if fit is Fit.CONTRADICTS:
        told = f"another category: {a.category or a.branch}, {b.category or b.branch}"
        if told_otherwise(left or a.branch, right or b.branch):
            return _Finding("category", Fit.COMPATIBLE, weights.CATEGORY_OTHER, told)
        return _Finding("category", fit, 0.0, told)
    if fit is Fit.AGREES:
        return _Finding("category", fit, weights.CATEGORY, "the same category")
    return _Finding("category", fit, 0.0, "")


def _category(telling: Telling) -> str | None:
    """The category that a telling tells; null where it says no more than the award's name does."""
    if telling.category and telling.award and solid(telling.award).removeprefix("รางวัล") == solid(telling.category).removeprefix("รางวัล"):
        return None
    return telling.category


def _work(a: Telling, b: Telling) -> _Finding:
    fit = same_work(a.work, b.work)
    if fit is Fit.CONTRADICTS:
        told_apart = f"another work: {a.work}, {b.work}"
        if told_otherwise(a.work, b.work):
            return _Finding("work", Fit.COMPATIBLE, weights.WORK_OTHER, told_apart)
        return _Finding("work", fit, 0.0, told_apart)
    if fit is not Fit.AGREES:
        return _Finding("work", fit, 0.0, "")
    told = min(len(work_core(a.work or "")), len(work_core(b.work or "")))
    return _Finding("work", fit, weights.WORK if told >= _UNLIKE else weights.SHORT_WORK, "the same work")


def _recipient(a: Telling, b: Telling) -> _Finding:
    if a.recipient_id and a.recipient_id == b.recipient_id:
        return _Finding("recipient", Fit.AGREES, weights.RECIPIENT, "the same recipient")
    if not a.recipient or not b.recipient:
        return _Finding("recipient", Fit.COMPATIBLE, 0.0, "one does not tell the recipient")
    if _is_joined(a, b) or _is_joined(b, a):
        return _Finding("recipient", Fit.AGREES, weights.RECIPIENT, "the same recipient, with the body above it")
    found = _recipients(
        (a.recipient, a.parent, a.province, a.recipient_kind == "person"),
        (b.recipient, b.parent, b.province, b.recipient_kind == "person"),
    )
    if a.recipient_kind == b.recipient_kind == "person" and found.decision == "same" and _elsewhere(a, b):
        return _Finding("recipient", Fit.CONTRADICTS, 0.0, f"namesakes of different bodies: {a.parent}, {b.parent}")
    if found.decision == "same":
        return _Finding(
            "recipient", Fit.AGREES, weights.RECIPIENT if found.score >= _SURE else weights.RECIPIENT_SLIP, "the same recipient"
        )
    if found.decision == "doubtful":
        if found.reasons[0].startswith(COMMON):
            rare = is_rare(taken_apart(a.recipient).whole) and is_rare(taken_apart(b.recipient).whole)
            bits = weights.RECIPIENT_RARE if rare else weights.RECIPIENT_COMMON
            return _Finding("recipient", Fit.COMPATIBLE, bits, found.reasons[0])
        if found.reasons[0] == SURNAME_SLIPS:
            return _Finding("recipient", Fit.COMPATIBLE, weights.RECIPIENT_SURNAME, found.reasons[0])
        if found.reasons[0] in OF_KIN:
            return _Finding("recipient", Fit.COMPATIBLE, 0.0, found.reasons[0])
        bits = weights.RECIPIENT_LIKELY if found.score >= _LIKELY else weights.RECIPIENT_DOUBTFUL
        return _Finding("recipient", Fit.COMPATIBLE, bits, found.reasons[0])
    if _is_above(a.recipient, a.recipient_id, b.parent, b.parent_id) or _is_above(
        b.recipient, b.recipient_id, a.parent, a.parent_id
    ):
        brand = _is_trade(a.recipient) and _is_trade(b.recipient)
        bits = weights.RECIPIENT_DOUBTFUL if brand else weights.RECIPIENT_ABOVE
        return _Finding("recipient", Fit.COMPATIBLE, bits, "one names the body, the other its superior")
    told = _stand_for(a.recipient, b.recipient)
    if told is not None:
        return _Finding("recipient", Fit.COMPATIBLE, weights.RECIPIENT_FITS if told else 0.0, FITS if told else LETTERS)
    if found.reasons == (SCRIPTS_DIFFER,):
        return _Finding("recipient", Fit.COMPATIBLE, 0.0, SCRIPTS_DIFFER)
    return _Finding("recipient", Fit.CONTRADICTS, 0.0, f"another recipient: {a.recipient}, {b.recipient}")


def _is_trade(name: str) -> bool:
    """Whether a name is of a business, or tells no kind of body: a brand, its company."""
    head = taken_apart(name).head
    return head in {"", "company"} or are_trades(head)


@lru_cache(maxsize=65536)
def _stand_for(left: str, right: str) -> bool | None:
    """Whether one name is letters that fit the other; null where neither is letters, or letters that could fit do not."""
    short = [is_abbreviation(name.strip()) for name in (left, right)]
    if short[0] == short[1]:
        return None
    letters, name = (solid(left), fold(right)) if short[0] else (solid(right), fold(left))
    if letters in GENERIC or name.isdigit() or letters in agencies() or gazetteer_row(OrganisationName(name)):
        return None
    here, there = scripts(letters), scripts(name)
    if "latin" in here:
        if (there == {"latin"} and english_initials(letters, name)) or ("thai" in there and heard_initials(letters, name)):
            return True
        return False if "thai" in there else None
    if "thai" in there:
        return True if any(thai_initials(letters, each) for each in (name, taken_apart(name).folded)) else None
    return False


def _elsewhere(a: Telling, b: Telling) -> bool:
    """Whether the bodies of two people of one name are of one kind, and two: two schools, offices of two provinces."""
    if not a.parent or not b.parent:
        return False
    here, there = taken_apart(a.parent), taken_apart(b.parent)
    if here.province and there.province:
        return here.province != there.province
    kinds = here.head == there.head != "" and not (here.cut or there.cut)
    return kinds and compare_organisations(OrganisationName(a.parent), OrganisationName(b.parent)).decision == "different"


def _is_joined(a: Telling, b: Telling) -> bool:
    """Whether one tells the body above the recipient within its name: คณะพยาบาลศาสตร์ มหาวิทยาลัยริมน้ำ."""
    return bool(b.parent) and solid(a.recipient or "") == solid(b.recipient or "") + solid(b.parent or "")


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


_SPANNED = (("another award", _award, "award"), ("another category", _parts, "category"), ("another work", _work, "work"),
            ("another recipient", _recipient, "recipient"))  # fmt: skip


def is_spanned(a: Telling, between: Telling, b: Telling, reason: str) -> bool:
    """Whether what tells two tellings apart is told in full by a third, with which both agree: it has both halves of a title."""
    for begins, find, field in _SPANNED:
        if not reason.startswith(begins):
            continue
        full, *others = (
            solid((_category(each) or each.branch if field == "category" else getattr(each, field)) or "") for each in (between, a, b)
        )
        return all(map(len, others)) and len(full) >= max(map(len, others)) and all(
            find(between, each).fit is Fit.AGREES for each in (a, b)
        )  # fmt: skip
    return False


def _weigh(found: dict[str, _Finding], a: Telling, b: Telling) -> Verdict:
    """Same where the evidence is enough; the score puts fits in an order, for `assign` to take the likeliest."""
    agrees = {field for field, finding in found.items() if finding.fit is Fit.AGREES}
    reasons = [
        finding.reason
        for finding in sorted(found.values(), key=lambda finding: (finding.fit is not Fit.AGREES, -finding.bits))
        if finding.reason
    ]
    against = sum(finding.bits for finding in found.values() if finding.bits <= weights.WORK_OTHER)
    event = sum(found[field].bits for field in ("award", "year", "edition", "category", "level") if found[field].bits > weights.WORK_OTHER)
    who = found["recipient"].bits + max(found["work"].bits, 0.0)
    if a.recipient_kind == b.recipient_kind == "person" and "recipient" in agrees and found["award"].bits >= 0:
        who += weights.PERSON
    if (alone := _place(found, agrees, a, b)) > 0:
        who += alone
        reasons.append(ONE_WINS)
    alike = 0.1 * ((a.level is None) == (b.level is None)) + 0.1 * ((a.category is None) == (b.category is None))
    score = max(0.0, min(1.0, (event + who + against + alike) / _MOST))
    at_once = (_days_apart(a, b) or 0) <= _AT_ONCE
    dated = found["year"].bits >= weights.DATED or "edition" in agrees
    # a round of a contest has the award's name, or nearly, and the same winner, some weeks before
    sure = (
        "work" in agrees
        or ("award" in agrees and found["recipient"].bits >= weights.RECIPIENT_SLIP)
        or {"year", "level", "category", "recipient"} <= agrees
    )
    enough = dated and (at_once or sure) and _enough(event, who, against, work="work" in agrees)
    other = next((finding for finding in found.values() if finding.bits <= weights.WORK_OTHER), None)
    if other is not None and not (enough and at_once and found["recipient"].bits >= weights.RECIPIENT_SLIP):
        return _different(other)
    if other is not None:
        reasons = [NAMED_OTHERWISE if reason == other.reason else reason for reason in reasons]
    vague = _is_vague(a, b, agrees)
    if enough and not vague:
        return Verdict("same", score, tuple(reasons))
    silent = not _told_in_two_scripts(a, b)
    if vague and silent and enough:
        return Verdict("doubtful", score, (*reasons, VAGUE))
    return Verdict("doubtful", score, tuple(reasons))


def _enough(event: float, who: float, against: float, *, work: bool) -> bool:
    """Whether what tells the occasion and what tells the winner are enough, each by itself, and together with what is against it."""
    if event + who + against < weights.ENOUGH:
        return False
    if work:
        return event >= weights.EVENT_OF_WORK and who >= weights.WHO
    return who >= weights.WHO and event >= (weights.EVENT if who >= weights.RECIPIENT_SLIP else weights.EVENT_IF_DOUBTFUL)


def _place(found: dict[str, _Finding], agrees: set[str], a: Telling, b: Telling) -> float:
    """The evidence of a place that one wins alone (ชนะเลิศ of one category), where the names tell little of each other."""
    if found["award"].bits < weights.AWARD_LIKELY or not (
        "year" in agrees or "edition" in agrees or found["year"].bits >= weights.NEAR[0][1]
    ):
        return 0.0
    if {a.recipient_kind, b.recipient_kind} == {"person", "organisation"}:
        return 0.0
    if found["recipient"].bits >= weights.RECIPIENT_SLIP or (_days_apart(a, b) or 0) > _AT_ONCE:
        return 0.0
    if "level" in agrees and found["level"].bits >= weights.FIRST:
        if "category" in agrees:
            return weights.ALONE_IN_CATEGORY
        return (
            weights.ALONE
            if not any((a.category, b.category, a.branch, b.branch)) and not is_contest(a.award or b.award or "")
            else 0.0
        )
    best = all(is_best(each.category or each.branch or "") for each in (a, b))
    return weights.ALONE if "category" in agrees and best and not (a.level or b.level) else 0.0


def _told_in_two_scripts(a: Telling, b: Telling) -> bool:
    """Whether the two tell a category in two scripts, and no branch or category of theirs is certainly one."""
    if a.branch and b.branch and same_part(None, a.branch, None, b.branch) is Fit.AGREES:
        return False
    return parts_in_two_scripts(a.category or a.branch, b.category or b.branch)


def _tells_part(telling: Telling) -> bool:
    """Whether a telling's branch or category tells more than the recipient's name does: not อบต. of an อบต."""
    parts = [part for part in (telling.category, telling.branch) if part]
    return any(not solid(telling.recipient or "").startswith(solid(part)) for part in parts)


def _is_vague(a: Telling, b: Telling, agrees: set[str]) -> bool:
    """Whether the two tell of a programme with branches or categories, and nothing both tell says which of them it is.

    A body that won เลิศรัฐ may have won it in three categories, one in a contest in three events.
    """
    if agrees & {"category", "work"}:
        return False
    if a.recipient_kind != "person" and _told_in_two_scripts(a, b):
        return True
    parts = any(has_parts(each.award or "") for each in (a, b))
    if not parts and not any(is_contest(each.award or "") for each in (a, b)):
        return False
    left, right = ((_tells_part(each), bool(each.work), bool(each.level)) for each in (a, b))
    if "level" in agrees and {a.recipient_kind, b.recipient_kind} == {"other"}:
        return False  # a team is in one event
    if "level" in agrees:
        return left[:2] != right[:2]
    return (any(left) or any(right)) if parts else (any(left) and any(right))
