"""Puts a telling to its conferral, and a name to its authority, among candidates that share a key with it.

Complete linkage: a newcomer joins a group only if it contradicts none of its members. Where it fits two groups equally it
joins none, and both are doubts for a person to decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from extractor.archive.identity import Assignment, AwardName, Choice, OrganisationName, PersonName, Telling, Verdict
from extractor.archive.identity.awards import award_keys, compare_awards
from extractor.archive.identity.conferrals import VAGUE, compare_conferrals
from extractor.archive.identity.findings import is_spanned
from extractor.archive.identity.organisations import compare_organisations, organisation_keys
from extractor.archive.identity.people import compare_people, person_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Name = OrganisationName | PersonName | AwardName
_Value = TypeVar("_Value")
ONLY_ONE = "no other prize of it is told of the recipient"
_FAR = 0.15
"""A doubt whose score is less by so much is no rival of another: some five bits of evidence."""

_MARGIN = 0.03
"""Two groups whose scores differ by less fit equally."""


def assign(telling: Telling, candidates: Sequence[tuple[str, Sequence[Telling]]]) -> Assignment:
    """The conferral that `telling` is of, among conferrals given by id with their tellings.

    Returns an assignment without a conferral where none fits, or two fit equally; then those are its doubts. A telling that
    does not say which prize of a programme it was is of the only one that the recipient has, if there is only one.
    """
    chosen, reasons, doubts = _choose(telling, candidates, compare_conferrals)
    if chosen is None and doubts and VAGUE in doubts[0][1].reasons and all(_weak(other, doubts[0][1]) for _, other in doubts[1:]):
        return Assignment(doubts[0][0], (*doubts[0][1].reasons, ONLY_ONE))
    return Assignment(chosen, reasons, doubts)


def _weak(other: Verdict, best: Verdict) -> bool:
    return VAGUE not in other.reasons and best.score - other.score >= _FAR


def choose(name: Name, candidates: Sequence[tuple[str, Sequence[Name]]]) -> Choice:
    """The authority that `name` is of, among authorities of its kind given by id with the names known of each.

    The names of a body are taken together, so that an abbreviation stated in one article serves the next.
    """
    if isinstance(name, OrganisationName):
        bodies = [(key, (_together([one for one in names if isinstance(one, OrganisationName)]),)) for key, names in candidates]
        return Choice(*_choose(name, bodies, compare_organisations))
    if isinstance(name, PersonName):
        people = [(key, [one for one in names if isinstance(one, PersonName)]) for key, names in candidates]
        return Choice(*_choose(name, people, compare_people))
    programmes = [(key, [one for one in names if isinstance(one, AwardName)]) for key, names in candidates]
    return Choice(*_choose(name, programmes, compare_awards))


def name_keys(name: Name) -> frozenset[str]:
    """Block keys of a name of any kind: see `organisation_keys`, `person_keys`, `award_keys`."""
    if isinstance(name, OrganisationName):
        return organisation_keys(name)
    return person_keys(name) if isinstance(name, PersonName) else award_keys(name)


def _together(names: Sequence[OrganisationName]) -> OrganisationName:
    if len(names) == 1:
        return names[0]
    forms = dict.fromkeys(form for name in names for form in (name.name, *name.aliases))
    first, *others = forms
    return OrganisationName(
        first,
        tuple(others),
        next((name.gazetteer for name in names if name.gazetteer), None),
        next((name.parent for name in names if name.parent), None),
        next((name.province for name in names if name.province), None),
    )


def _choose(
    newcomer: _Value, candidates: Sequence[tuple[str, Sequence[_Value]]], compare: Callable[[_Value, _Value], Verdict]
) -> tuple[str | None, tuple[str, ...], tuple[tuple[str, Verdict], ...]]:
    fitting: list[tuple[str, Verdict]] = []
    doubtful: list[tuple[str, Verdict]] = []
    for key, members in candidates:
        verdict = _linked(newcomer, members, compare)
        if verdict.decision == "same":
            fitting.append((key, verdict))
        elif verdict.decision == "doubtful":
            doubtful.append((key, verdict))
    fitting.sort(key=lambda pair: -pair[1].score)
    doubtful.sort(key=lambda pair: -pair[1].score)
    if not fitting:
        return None, (), tuple(doubtful)
    best = fitting[0][1]
    equal = [(key, Verdict("doubtful", found.score, ("fits another equally", *found.reasons))) for key, found in fitting[1:]
             if best.score - found.score < _MARGIN]  # fmt: skip
    if equal:
        first = (fitting[0][0], Verdict("doubtful", best.score, ("fits another equally", *best.reasons)))
        return None, (), (first, *equal, *doubtful)
    others = [(key, Verdict("doubtful", found.score, found.reasons)) for key, found in fitting[1:]]
    return fitting[0][0], best.reasons, (*others, *doubtful)


def _linked(newcomer: _Value, members: Sequence[_Value], compare: Callable[[_Value, _Value], Verdict]) -> Verdict:
    """The verdict over a group: different if any member contradicts, else that of the likest.

    A member contradicts nothing by what another tells in full, with which both agree.
    """
    best = Verdict("different", 0.0, ())
    for member in members:
        verdict = compare(newcomer, member)
        if verdict.decision == "different":
            if _spanning(newcomer, member, members, verdict):
                continue
            return verdict
        if (verdict.decision == "same", verdict.score) > (best.decision == "same", best.score):
            best = verdict
    return best


def _spanning(newcomer: object, member: object, members: Sequence[object], verdict: Verdict) -> bool:
    if not isinstance(newcomer, Telling) or not isinstance(member, Telling) or not verdict.reasons:
        return False
    return any(
        isinstance(between, Telling)
        and between is not member
        and is_spanned(newcomer, between, member, verdict.reasons[0])
        and compare_conferrals(newcomer, between).decision == "same"
        for between in members
    )
