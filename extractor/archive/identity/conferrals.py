"""Which tellings are of one conferral.

Every field is compared by itself: it agrees, is compatible (one side does not tell it, or tells it less exactly), or
contradicts. A contradiction separates. Without one, what agrees must be enough to tell the conferral from its sisters:
the award, the recipient or the work, and the year or a publication soon after the other's.
"""

from __future__ import annotations

import re

from extractor.archive.identity import Telling, Verdict, weights
from extractor.archive.identity.awards import has_parts, is_contest
from extractor.archive.identity.findings import (
    AT_ONCE,
    GIVEN_ALONE,
    Finding,
    days_apart,
    find_award,
    find_edition,
    find_level,
    find_part,
    find_recipient,
    find_work,
    find_year,
)
from extractor.archive.identity.folding import solid
from extractor.archive.identity.levels import Fit, is_best
from extractor.archive.identity.parts import parts_in_two_scripts, same_part

VAGUE = "one does not tell which prize of the programme it was"
"""The reason of a doubt that goes where a body has only one prize of the programme and year."""

NAMED_OTHERWISE = "one tells it by another name, and all else agrees"
ONE_WINS = "one alone wins that place"
"""The reason of evidence from a place that only one wins."""

_TITLE = re.compile("มิส(?!ซิ|ชั่น)|miss(?!ion)|mister|นางสาว|เทพี|ธิดา(?=[ก-๎]{3})|ซีไรต์")
"""Begins an award that is a title, which one has a year."""

_MOST = 32.0
"""Bits of two tellings that tell everything alike."""


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
    year = find_year(a, b)
    if year.fit is Fit.CONTRADICTS:
        return _different(year)
    findings = [year]
    for find in (find_edition, find_award, find_level, find_part, find_work, find_recipient):
        finding = find(a, b)
        if finding.fit is Fit.CONTRADICTS:
            return _different(finding)
        findings.append(finding)
    return _weigh({finding.field: finding for finding in findings}, a, b)


def _different(finding: Finding) -> Verdict:
    return Verdict("different", 0.0, (finding.reason,))


def _weigh(found: dict[str, Finding], a: Telling, b: Telling) -> Verdict:
    """Same where the evidence is enough; the score puts fits in an order, for `assign` to take the likeliest."""
    agrees = {field for field, finding in found.items() if finding.fit is Fit.AGREES}
    reasons = [
        finding.reason
        for finding in sorted(found.values(), key=lambda finding: (finding.fit is not Fit.AGREES, -finding.bits))
        if finding.reason
    ]
    against = sum(finding.bits for finding in found.values() if finding.bits <= weights.WORK_OTHER)
    event = sum(
        found[field].bits for field in ("award", "year", "edition", "category", "level") if found[field].bits > weights.WORK_OTHER
    )
    who = found["recipient"].bits + max(found["work"].bits, 0.0)
    if a.recipient_kind == b.recipient_kind == "person" and "recipient" in agrees and found["award"].bits >= 0:
        who += weights.PERSON
    if found["recipient"].reason == GIVEN_ALONE and "category" in agrees and found["level"].fit is not Fit.CONTRADICTS:
        who += weights.GIVEN_IN_CATEGORY
    if (alone := _place(found, agrees, a, b)) > 0:
        who += alone
        reasons.append(ONE_WINS)
    alike = 0.1 * ((a.level is None) == (b.level is None)) + 0.1 * ((a.category is None) == (b.category is None))
    score = max(0.0, min(1.0, (event + who + against + alike) / _MOST))
    at_once = (days_apart(a, b) or 0) <= AT_ONCE
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
    """Whether what tells the occasion and the winner is enough, each by itself, and together with what is `against` it."""
    if event + who + against < weights.ENOUGH:
        return False
    if work:
        return event >= weights.EVENT_OF_WORK and who >= weights.WHO
    return who >= weights.WHO and event >= (weights.EVENT if who >= weights.RECIPIENT_SLIP else weights.EVENT_IF_DOUBTFUL)


def _place(found: dict[str, Finding], agrees: set[str], a: Telling, b: Telling) -> float:
    """The evidence of a place that one wins alone (ชนะเลิศ of one category), where the names tell little of each other."""
    if found["award"].bits < weights.AWARD_LIKELY or not (
        "year" in agrees or "edition" in agrees or found["year"].bits >= weights.NEAR[0][1]
    ):
        return 0.0
    if {a.recipient_kind, b.recipient_kind} == {"person", "organisation"}:
        return 0.0
    if found["recipient"].bits >= weights.RECIPIENT_SLIP or (days_apart(a, b) or 0) > AT_ONCE:
        return 0.0
    if "level" in agrees and found["level"].bits >= weights.FIRST:
        if "category" in agrees:
            return weights.ALONE_IN_CATEGORY
        return (
            weights.ALONE
            if not any((a.category, b.category, a.branch, b.branch)) and not is_contest(a.award or b.award or "")
            else 0.0
        )
    if "award" in agrees and _TITLE.match(solid(a.award or "").removeprefix("รางวัล")) and not any((a.category, b.category)):
        return weights.ALONE
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
