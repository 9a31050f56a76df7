"""Which names are of one body.

Names are compared without the word that tells the kind of body, since that word makes unlike names alike: กรมสรรพากร and
กรมสรรพสามิต share most of their letters. The kind then has to agree by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from extractor.archive.identity import OrganisationName, Verdict
from extractor.archive.identity.bodies import COMMONPLACE, UNIT, Form, bracketed, taken_apart
from extractor.archive.identity.folding import solid
from extractor.archive.identity.gazetteer import agencies, provinces
from extractor.archive.identity.likeness import halves, is_slip, skeleton

_DISTINCTIVE = 6


@dataclass(frozen=True, slots=True)
class _Profile:
    ids: frozenset[str]
    forms: tuple[Form, ...]
    short: frozenset[str]
    wholes: frozenset[str]
    provinces: frozenset[str]
    parent: str | None


@lru_cache(maxsize=131072)
def _profile(name: OrganisationName) -> _Profile:
    written = [part for form in (name.name, *name.aliases) for part in bracketed(form)]
    forms = tuple(dict.fromkeys(form for form in map(taken_apart, written) if form.whole))
    known = agencies()
    exact = [known.get(solid(part), frozenset()) for part in written] + [
        known.get(form.whole, frozenset()) for form in forms if not form.abbreviation
    ]
    # a short form that two bodies share tells neither, whichever of them the reader of the article took
    certain = {next(iter(ids)) for ids in exact if len(ids) == 1}
    shared = any(len(ids) > 1 for ids in exact)
    if name.gazetteer is not None and not (shared and name.gazetteer not in certain and all(form.abbreviation for form in forms)):
        certain = {name.gazetteer}
    elif len(certain) > 1:
        first = next(ids for ids in exact if len(ids) == 1)
        certain = set(first)
    places = {form.province for form in forms if form.province}
    if name.province:
        places = {provinces().get(solid(name.province), name.province)}
    elif name.parent and not places:
        above = taken_apart(name.parent).province
        places = {above} if above else set()
    return _Profile(
        frozenset(certain),
        tuple(form for form in forms if not form.abbreviation),
        frozenset(form.whole for form in forms if form.abbreviation),
        frozenset(form.whole for form in forms if not form.abbreviation),
        frozenset(place for place in places if place),
        name.parent,
    )


def organisation_keys(name: OrganisationName) -> frozenset[str]:
    """Block keys of a body's name: names of one body share at least one, whichever forms, slips or short forms they use.

    กรมการพัฒนาชุมชน (พช.) has a key of its gazetteer row, of พช, and of its core whole and in halves.
    """
    profile = _profile(name)
    keys = {f"id:{gazetteer}" for gazetteer in profile.ids} | {f"a:{letters}" for letters in profile.short}
    for form in profile.forms:
        keys.add(f"o:{form.core}" if len(form.core) >= 3 else f"o:{form.whole}")
        keys |= halves(skeleton(form.core), "o")
    return frozenset(keys)


def compare_organisations(a: OrganisationName, b: OrganisationName) -> Verdict:
    """Whether two names are of one body, with the reasons; each name may bring aliases, a parent and a province.

    The gazetteer decides where it knows both. An abbreviation joins by the gazetteer, or where one side states it beside
    the name; letters that merely fit a name's initials join nothing. Equal names in different provinces are different bodies.
    """
    return _compare(a, b) if a is not b else Verdict("same", 1.0, ("the same name",))


@lru_cache(maxsize=262144)
def _compare(a: OrganisationName, b: OrganisationName) -> Verdict:
    left, right = _profile(a), _profile(b)
    if left.ids and right.ids:
        shared = left.ids & right.ids
        if shared:
            return Verdict("same", 1.0, (f"both are {min(shared)} of the gazetteer",))
        return Verdict("different", 0.0, ("two bodies of the gazetteer",))
    if left.provinces and right.provinces and not left.provinces & right.provinces:
        return Verdict("different", 0.0, (f"in different provinces: {min(left.provinces)}, {min(right.provinces)}",))
    verdict = _by_words(left, right)
    if verdict.decision != "same":
        return _by_abbreviation(left, right, verdict)
    return _by_surroundings(left, right, verdict)


def _by_words(left: _Profile, right: _Profile) -> Verdict:
    """The likest two forms of two names."""
    if left.wholes & right.wholes:
        return Verdict("same", 0.97, ("the same name",))
    best = Verdict("different", 0.0, ("the names differ",))
    for one in left.forms:
        for other in right.forms:
            found = _two_forms(one, other)
            if found.score > best.score:
                best = found
    return best


def _two_forms(one: Form, other: Form) -> Verdict:
    if one.digits != other.digits:
        return Verdict("different", 0.0, ("their numbers differ",))
    if one.core == other.core and len(one.core) >= 2:
        if one.head == other.head:
            return Verdict("same", 0.96, ("the same name but for its writing",))
        if "company" in {one.head, other.head} and "" in {one.head, other.head} and len(one.core) >= 4:
            return Verdict("same", 0.92, ("the same name but for its legal form",))
        if "" in {one.head, other.head} and len(one.core) >= _DISTINCTIVE:
            return Verdict("doubtful", 0.6, ("the same name, but one does not tell the kind of body",))
        return Verdict("different", 0.1, (f"another kind of body: {one.head or '–'}, {other.head or '–'}",))
    if one.head != other.head:
        return Verdict("different", 0.0, ("the names differ",))
    if one.province != other.province and one.province and other.province:
        return Verdict("different", 0.0, ("in different provinces",))
    place = COMMONPLACE.match(one.whole) is not None or one.head in {"โรงเรียน", "โรงพยาบาล"}
    if skeleton(one.core) == skeleton(other.core) and len(one.core) >= _DISTINCTIVE:
        return Verdict("doubtful" if place else "same", 0.75 if place else 0.9, ("one slip of the pen apart",))
    if is_slip(one.core, other.core, least=8):
        return Verdict("doubtful" if place else "same", 0.55 if place else 0.86, ("one slip of the pen apart",))
    return Verdict("different", 0.0, ("the names differ",))


def _by_abbreviation(left: _Profile, right: _Profile, words: Verdict) -> Verdict:
    """Joins a name that is an abbreviation alone with one beside which that abbreviation is stated."""
    shared = left.short & right.short
    if not shared:
        return words
    stated = min(shared)
    if left.forms and right.forms:
        # two full names that differ, with the same letters: สคร. is two bodies
        return (
            words if words.decision == "doubtful" else Verdict("different", 0.1, (f"two names that share the letters {stated}",))
        )
    if left.ids or right.ids or left.forms or right.forms:
        if len(agencies().get(stated, ())) > 1:
            return Verdict("doubtful", 0.5, (f"{stated} stands for more than one body",))
        return Verdict("same", 0.88, (f"{stated} is stated as its abbreviation",))
    if left.provinces and left.provinces == right.provinces:
        return Verdict("same", 0.8, (f"the same abbreviation {stated} in one province",))
    return Verdict("same", 0.8, (f"the same abbreviation {stated}",))


def _by_surroundings(left: _Profile, right: _Profile, verdict: Verdict) -> Verdict:
    """Doubts equal names that many bodies bear, unless province or superior body agree."""
    whole = min(left.wholes | right.wholes, key=len)
    alike = None
    if left.parent and right.parent:
        above = compare_organisations(OrganisationName(left.parent), OrganisationName(right.parent))
        alike = {"same": True, "different": False}.get(above.decision)
    if UNIT.match(whole):
        if alike is True:
            return verdict
        if alike is False:
            return Verdict("different", 0.1, ("units of different bodies",))
        if left.parent or right.parent or len(whole) < 18:
            return Verdict("doubtful", 0.6, ("the same name of a unit, but its superior body is not told of both",))
        return verdict
    if COMMONPLACE.match(whole) and not (left.provinces & right.provinces) and alike is not True:
        if not left.provinces and not right.provinces:
            return Verdict("doubtful", 0.7, ("the same name, which many places give; no province is told",))
        return Verdict("doubtful", 0.65, ("the same name, which many places give; one tells no province",))
    return verdict
