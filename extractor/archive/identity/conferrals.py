"""Which tellings are of one conferral.

Every field is compared by itself: it agrees, is compatible (one side does not tell it, or tells it less exactly), or
contradicts. A contradiction separates. Without one, what agrees must be enough to tell the conferral from its sisters:
the award, the recipient or the work, and the year or a publication soon after the other's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extractor.archive.identity import AwardName, OrganisationName, PersonName, Telling, Verdict
from extractor.archive.identity.awards import BEGINS, HOLDS_WORDS, award_core, compare_awards, has_parts, is_contest
from extractor.archive.identity.folding import solid
from extractor.archive.identity.likeness import halves, skeleton
from extractor.archive.identity.organisations import COMMON, compare_organisations, organisation_keys
from extractor.archive.identity.parts import Fit, is_first, parts_in_two_scripts, same_level, same_part, same_work, work_core
from extractor.archive.identity.people import compare_people, person_keys
from extractor.archive.identity.sounds import SCRIPTS_DIFFER, sound_keys

_SOON = 200
"""Days within which two articles that tell no year are taken to tell of one year's award."""


VAGUE = "one does not tell which prize of the programme it was"
"""The reason of a doubt that goes where a body has only one prize of the programme and year."""

_UNLIKE = 12
"""Letters of a title that no two works have by chance."""

_BEGINNING = 8
"""Letters of a title by which it meets one that was cut short, or goes on."""


_AT_ONCE = 31
_LATE = ", not at once"
"""Days within which outlets report one event, and what is said where they do not."""


@dataclass(frozen=True, slots=True)
class _Finding:
    field: str
    fit: Fit
    weight: float
    reason: str


@lru_cache(maxsize=4096)
def conferral_keys(telling: Telling) -> frozenset[str]:
    """Block keys: any two tellings of one conferral share at least one, though a year be missing or a name misspelt.

    The keys are of award and time of publication, of recipient and year (the years around the publication, where none is told),
    of the halves of the recipient's name with award and year, of recipient, award and edition, and of the work's title: its
    halves, its beginning, its sounds.
    """
    award = telling.award_id or (award_core(telling.award) if telling.award else "")
    years = _years(telling)
    keys = {f"{recipient}|{year}" for recipient in _recipient_keys(telling) for year in years}
    if telling.recipient:
        names = {award_core(telling.award), award} if telling.award else {award}
        near = _halves_of_recipient(telling)
        keys.update(f"{half}|{name}|{year}" for half in near for name in names for year in years if name)
        if telling.edition is not None:
            keys.add(f"{telling.recipient_id or solid(telling.recipient)}|{award}|e{telling.edition}")
    day = _day(telling.published)
    if award and day is not None:  # what is told of one award at one time, in two weeks that overlap by one
        keys |= {f"{name}|{day // 14}" for name in {award_core(telling.award or ""), award}}
        keys |= {f"{name}|{(day + 7) // 14}+" for name in {award_core(telling.award or ""), award}}
    if telling.work:
        core = skeleton(work_core(telling.work))
        keys |= {f"t{key}" for key in sound_keys(work_core(telling.work))}
        keys |= halves(core, "t") if len(core) >= 6 else {f"t:{core}|{award}"}
        if len(core) >= _BEGINNING:
            keys.add(f"t^{core[:_BEGINNING]}")
    if not keys:
        keys.add(f"n:{award}|{telling.year}|{solid(telling.category or telling.branch or '')}")
    return frozenset(keys)


def _recipient_keys(telling: Telling) -> set[str]:
    """What stands for the recipient as a whole: its id, its gazetteer row, its name."""
    found = {key for key in _name_keys(telling) if key[1] == ":" or key.startswith("id:")}
    if telling.recipient_id:
        found.add(telling.recipient_id)
    return found


def _halves_of_recipient(telling: Telling) -> set[str]:
    return {key for key in _name_keys(telling) if key[:2] in {"o<", "o>", "p<", "p>"}}


def _name_keys(telling: Telling) -> frozenset[str]:
    if not telling.recipient:
        return frozenset()
    if telling.recipient_kind == "person":
        return person_keys(PersonName(telling.recipient))
    return organisation_keys(OrganisationName(telling.recipient))


def _years(telling: Telling) -> tuple[int | None, ...]:
    """The years a telling may be of: its own, else those around its publication."""
    if telling.year is not None:
        return (telling.year,)
    if telling.published and telling.published[:4].isdigit():
        published = int(telling.published[:4])
        return (published + 1, published, published - 1, published - 2)
    return (None,)


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
    if a.year is not None and b.year is not None:
        if a.year == b.year:
            return _Finding("year", Fit.AGREES, 1.0, f"the year {a.year}")
        return _Finding("year", Fit.CONTRADICTS, 1.0, f"another year: {a.year}, {b.year}")
    apart = _days_apart(a, b)
    if apart is not None:
        if apart <= _SOON:
            return _Finding("year", Fit.COMPATIBLE, 0.6, f"published within {apart} days{_LATE if apart > _AT_ONCE else ''}")
        return _Finding("year", Fit.COMPATIBLE, 0.0, f"published {apart} days apart, one without the year")
    told, silent = (a, b) if a.year is not None else (b, a)
    if told.year is not None and silent.published and int(silent.published[:4]) - told.year in {0, 1}:
        return _Finding("year", Fit.COMPATIBLE, 0.4, "published in the year or the one after")
    return _Finding("year", Fit.COMPATIBLE, 0.1, "one does not tell the year")


def _days_apart(a: Telling, b: Telling) -> int | None:
    left, right = _day(a.published), _day(b.published)
    return None if left is None or right is None else abs(left - right)


@lru_cache(maxsize=16384)
def _day(published: str | None) -> int | None:
    if not published or len(published) < 10:
        return None
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None


def _edition(a: Telling, b: Telling) -> _Finding:
    if a.edition is None or b.edition is None:
        return _Finding("edition", Fit.COMPATIBLE, 0.0, "")
    if a.edition == b.edition:
        return _Finding("edition", Fit.AGREES, 1.0, f"edition {a.edition}")
    return _Finding("edition", Fit.CONTRADICTS, 1.0, f"another edition: {a.edition}, {b.edition}")


def _award(a: Telling, b: Telling) -> _Finding:
    if a.award_id and a.award_id == b.award_id:
        return _Finding("award", Fit.AGREES, 1.0, "the same award")
    if not a.award or not b.award:
        return _Finding("award", Fit.COMPATIBLE, 0.3, "one does not tell the award")
    return _awards(a.award, b.award, a.category or a.branch, b.category or b.branch)


@lru_cache(maxsize=262144)
def _awards(left: str, right: str, left_part: str | None, right_part: str | None) -> _Finding:
    found = compare_awards(AwardName(left), AwardName(right))
    if found.decision == "same":
        return _Finding("award", Fit.AGREES, found.score, "the same award")
    # one outlet names the programme, the other its prize: รางวัลเลิศรัฐ ประเภทพัฒนาการบริการ, รางวัลพัฒนาการบริการ
    if any(
        part and compare_awards(AwardName(name), AwardName(part)).decision == "same"
        for name, part in ((left, right_part), (right, left_part))
    ):
        return _Finding("award", Fit.COMPATIBLE, 0.7, "one names the programme, the other its prize")
    if found.decision == "doubtful" or found.reasons == (SCRIPTS_DIFFER,):
        return _Finding("award", Fit.COMPATIBLE, 0.7 if found.reasons[0] in {HOLDS_WORDS, BEGINS} else 0.3, found.reasons[0])
    return _Finding("award", Fit.CONTRADICTS, 1.0, f"another award: {left}, {right}")


def _level(a: Telling, b: Telling) -> _Finding:
    fit = same_level(a.level, a.level_code, b.level, b.level_code)
    if fit is Fit.CONTRADICTS:
        return _Finding("level", fit, 1.0, f"another level: {a.level}, {b.level}")
    if fit is not Fit.AGREES:
        return _Finding("level", fit, 0.0, "")
    return _Finding("level", fit, 1.0 if is_first(a.level, a.level_code) else 0.8, f"the level {a.level}")


def _parts(a: Telling, b: Telling) -> _Finding:
    fit = same_part(a.branch, a.category, b.branch, b.category)
    if fit is Fit.CONTRADICTS:
        return _Finding("category", fit, 1.0, f"another category: {a.category or a.branch}, {b.category or b.branch}")
    return _Finding("category", fit, 1.0 if fit is Fit.AGREES else 0.0, "the same category" if fit is Fit.AGREES else "")


def _work(a: Telling, b: Telling) -> _Finding:
    fit = same_work(a.work, b.work)
    if fit is Fit.CONTRADICTS:
        return _Finding("work", fit, 1.0, f"another work: {a.work}, {b.work}")
    if fit is not Fit.AGREES:
        return _Finding("work", fit, 0.0, "")
    told = min(len(work_core(a.work or "")), len(work_core(b.work or "")))
    return _Finding("work", fit, 1.0 if told >= _UNLIKE else 0.8, "the same work")


def _recipient(a: Telling, b: Telling) -> _Finding:
    if a.recipient_id and a.recipient_id == b.recipient_id:
        return _Finding("recipient", Fit.AGREES, 1.0, "the same recipient")
    if not a.recipient or not b.recipient:
        return _Finding("recipient", Fit.COMPATIBLE, 0.2, "one does not tell the recipient")
    if _is_joined(a, b) or _is_joined(b, a):
        return _Finding("recipient", Fit.AGREES, 0.9, "the same recipient, with the body above it")
    found = _recipients(
        (a.recipient, a.parent, a.province, a.recipient_kind == "person"),
        (b.recipient, b.parent, b.province, b.recipient_kind == "person"),
    )
    if found.decision == "same":
        return _Finding("recipient", Fit.AGREES, found.score, "the same recipient")
    if found.decision == "doubtful":
        return _Finding("recipient", Fit.COMPATIBLE, found.score, found.reasons[0])
    if found.reasons == (SCRIPTS_DIFFER,):
        return _Finding("recipient", Fit.COMPATIBLE, 0.2, SCRIPTS_DIFFER)
    if _is_above(a.recipient, a.recipient_id, b.parent, b.parent_id) or _is_above(
        b.recipient, b.recipient_id, a.parent, a.parent_id
    ):
        return _Finding("recipient", Fit.COMPATIBLE, 0.25, "one names the body, the other its superior")
    return _Finding("recipient", Fit.CONTRADICTS, 1.0, f"another recipient: {a.recipient}, {b.recipient}")


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


def _weigh(found: dict[str, _Finding], a: Telling, b: Telling) -> Verdict:
    """Same where what agrees is enough; the score puts fits in an order, for `assign` to take the likeliest."""
    agrees = {field for field, finding in found.items() if finding.fit is Fit.AGREES}
    recipient, award, year = found["recipient"], found["award"], found["year"]
    score = 0.3 * (award.fit is Fit.AGREES) + 0.3 * (recipient.fit is Fit.AGREES) + 0.2 * ("work" in agrees)
    score += 0.12 * (1.0 if "year" in agrees else year.weight) + 0.05 * ("category" in agrees) + 0.05 * ("level" in agrees)
    score += 0.06 * ("edition" in agrees) + 0.12 * (recipient.weight if "recipient" not in agrees else 0.0)
    score += 0.2 * (award.weight if "award" not in agrees else 0.0)
    score += 0.02 * sum((a.level is None) == (b.level is None) for _ in (0,)) + 0.02 * (
        (a.category is None) == (b.category is None)
    )
    score = min(score, 1.0)
    dated = "year" in agrees or "edition" in agrees or year.weight >= 0.4
    reasons = tuple(
        finding.reason
        for finding in sorted(found.values(), key=lambda finding: (finding.fit is not Fit.AGREES, -finding.weight))
        if finding.reason
    )
    vague = _is_vague(a, b, agrees)
    apart = _days_apart(a, b)
    at_once = apart is not None and apart <= _AT_ONCE
    if _enough(found, agrees, dated=dated, at_once=at_once, vague=vague):
        return Verdict("same", score, reasons)
    silent = not parts_in_two_scripts(a.category or a.branch, b.category or b.branch)
    if vague and silent and "recipient" in agrees and _enough(found, agrees, dated=dated, at_once=at_once, vague=False):
        return Verdict("doubtful", score, (*reasons, VAGUE))
    return Verdict("doubtful", score, reasons)


def _enough(found: dict[str, _Finding], agrees: set[str], *, dated: bool, at_once: bool, vague: bool) -> bool:
    recipient, award = found["recipient"], found["award"]
    if "work" in agrees:
        if "recipient" in agrees:
            return "award" in agrees or (award.weight >= 0.3 and dated)
        if "award" in agrees:
            return dated and recipient.weight >= 0.2
        likely = bool(agrees & {"category", "level"}) or (award.weight >= 0.7 and found["work"].weight >= 1)
        return dated and award.weight >= 0.3 and recipient.weight >= 0.2 and likely
    if vague or not dated:
        return False
    if "recipient" in agrees and award.reason == SCRIPTS_DIFFER:
        # one body wins several awards a year in a region's or a size's group: the same news, or all must agree
        return "year" in agrees and len(agrees & {"level", "category"}) > (not at_once)
    if "recipient" in agrees:
        return "award" in agrees or (award.weight >= 0.7 and bool(agrees & {"level", "year", "category"}))
    # a name that many bear, or one with a slip: more must be told and agree
    if recipient.weight < 0.5 or (recipient.weight < 0.9 and found["year"].reason.endswith(_LATE)):
        return False
    if recipient.reason.startswith(COMMON):  # a hundred villages have a school of the name
        return "award" in agrees and found["level"].weight >= 1 and bool(agrees & {"category", "edition"})
    if "award" not in agrees:
        return award.weight >= 0.7 and recipient.weight >= 0.65 and "category" in agrees and bool(agrees & {"year", "edition"})
    return bool(agrees & {"category", "level"}) or recipient.weight >= 0.65 or (recipient.weight > 0.5 and "year" in agrees)


def _is_vague(a: Telling, b: Telling, agrees: set[str]) -> bool:
    """Whether the two tell of a programme with branches or categories, and nothing both tell says which of them it is.

    A body that won เลิศรัฐ may have won it in three categories, one in a contest in three events.
    """
    if agrees & {"category", "work"}:
        return False
    if a.recipient_kind != "person" and parts_in_two_scripts(a.category or a.branch, b.category or b.branch):
        return True
    parts = any(has_parts(each.award or "") for each in (a, b))
    if not parts and not any(is_contest(each.award or "") for each in (a, b)):
        return False
    left, right = ((bool(each.category or each.branch), bool(each.work), bool(each.level)) for each in (a, b))
    if "level" in agrees and {a.recipient_kind, b.recipient_kind} == {"other"}:
        return False  # a team is in one event
    if "level" in agrees:
        return left[:2] != right[:2]
    return (any(left) or any(right)) if parts else (any(left) and any(right))
