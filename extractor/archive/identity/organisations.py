"""Which names are of one body.

Names are compared without the word that tells the kind of body, since that word makes unlike names alike: กรมสรรพากร and
กรมสรรพสามิต share most of their letters. The kind then has to agree by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.archive.identity import OrganisationName, Verdict
from extractor.archive.identity.bodies import GENERIC, UNIT, Form, bracketed, is_abbreviation, is_commonplace, taken_apart
from extractor.archive.identity.folding import fold, solid
from extractor.archive.identity.gazetteer import agencies, forms_of_agencies, parents, provinces
from extractor.archive.identity.glossary import kinds_differ
from extractor.archive.identity.initials import thai_initials
from extractor.archive.identity.lettered import LETTERED, is_lettered
from extractor.archive.identity.likeness import halves, is_slip, skeleton, swaps_consonants
from extractor.archive.identity.sounds import (
    SCRIPTS_DIFFER,
    across,
    scripts,
    share_sounds,
    sound_alike,
    sound_keys,
    sounds,
    sounds_begin,
)
from extractor.archive.identity.trade_names import are_trades, compare_trade_names, kind_untold
from extractor.archive.identity.translating import rendering
from extractor.tokenise import words

ONE_SLIP = "one slip of the pen apart"
"""The reason for names that differ by one letter."""

COMMON = "the same name, which many places give"
"""Begins the reason of a doubt between bodies whose place is not told of both."""

_DISTINCTIVE = 6
_KNOWN = 4  # letters of a name of the gazetteer without its kind: มหิดล
_INSIDE = re.compile("กระทรวง|กรม|มหาวิทยาลัย|วิทยาลัย|โรงพยาบาล|สถาบัน|ธนาคาร|สำนักนายก|พยาบาล|คณะรัฐมนตรี|สภา")
"""Within a unit's name tells whose unit it is: สำนักงานปลัดกระทรวงมหาดไทย, คณะแพทยศาสตร์ศิริราชพยาบาล มหาวิทยาลัยมหิดล."""
_FEWEST_LETTERS = 3
_LETTERS = re.compile("[ก-ฮ]{1,6}")
_OFFICE = re.compile("จังหวัด")
_TEAM = re.compile("ทีม|วง|กลุ่ม|คณะนักเรียน")


@dataclass(frozen=True, slots=True)
class _Profile:
    row: str | None
    written: tuple[Form, ...]
    forms: tuple[Form, ...]
    short: frozenset[str]
    wholes: frozenset[str]
    provinces: frozenset[str]
    parent: str | None


@lru_cache(maxsize=131072)
def _profile(name: OrganisationName) -> _Profile:
    written = [part for form in (name.name, *name.aliases) for part in bracketed(form)]
    taken = {part: taken_apart(part) for part in written}
    placed = [f"{name.name} {name.parent}"] if name.parent and is_abbreviation(name.name.strip()) else []
    row = _row(name, taken) or next(filter(None, map(_row_of_parent, (*written, *placed))), None)
    known = agencies()
    # forms of another body beside the name (its ministry's, say) tell nothing of this one
    forms = tuple(
        dict.fromkeys(
            form
            for part, form in taken.items()
            if form.whole and not (row and (ids := known.get(solid(part))) and row not in ids)
        )
    )
    places = {form.province for form in forms if form.province}
    if name.province:
        places = {provinces().get(solid(name.province), name.province)}
    elif name.parent and not places:
        above = taken_apart(name.parent).province
        places = {above} if above else set()
    own = tuple(form for form in forms if not form.abbreviation)
    told = map(taken_apart, forms_of_agencies().get(row, ())) if row else ()
    forms = tuple(dict.fromkeys((*forms, *told)))
    return _Profile(
        row,
        own,
        tuple(form for form in forms if not form.abbreviation),
        frozenset(form.whole for form in forms if form.abbreviation and form.whole not in GENERIC),
        frozenset(form.whole for form in forms if not form.abbreviation),
        frozenset(place for place in places if place),
        name.parent,
    )


def _row(name: OrganisationName, taken: dict[str, Form]) -> str | None:
    """The gazetteer's row of a name, null where that is not certain.

    A short form that two bodies share tells neither; one beside a full name that is not the row's (สพร. of สถาบันพัฒนาฝีมือแรงงาน)
    is of another body.
    """
    known = agencies()
    full = [part for part, form in taken.items() if not form.abbreviation]
    for part in full:
        ids = known.get(solid(part)) or known.get(taken[part].whole, frozenset())
        if len(ids) == 1 and (name.gazetteer is None or name.gazetteer in ids):
            return next(iter(ids))
    found: str | None
    if name.gazetteer is not None and any(known.get(solid(part), frozenset()) == frozenset({name.gazetteer}) for part in taken):
        found = name.gazetteer
    elif name.gazetteer is not None:
        # a folder of the user's own may have it, or an authority's name was changed
        return None if any(name.gazetteer in known.get(solid(part), ()) for part in taken) else name.gazetteer
    else:
        found = next((next(iter(ids)) for part in taken if len(ids := known.get(solid(part), frozenset())) == 1), None)
    if found is None or not full or not any(taken[part].abbreviation and found in known.get(solid(part), ()) for part in taken):
        return found
    return found if any(_fits_row(taken[part], found) for part in full) else None


@lru_cache(maxsize=65536)
def _row_of_parent(form: str) -> str | None:
    """The row of letters that several bodies have, by the superior body told behind them: กพร. กระทรวงแรงงาน; else null."""
    letters, _, above = fold(form).partition(" ")
    of = agencies().get(solid(above), frozenset()) if is_abbreviation(letters) else frozenset()
    ids = [each for each in agencies().get(solid(letters), ()) if parents().get(each) in of]
    if of and not ids:
        ids = [each for each, parent in parents().items() if parent in of and _has_initials(solid(letters), each)]
    return ids[0] if len(ids) == 1 else None


def _has_initials(letters: str, row: str) -> bool:
    """Whether three letters or more fit the name of a gazetteer's row from its first letter on."""
    name = forms_of_agencies().get(row, ("",))[0]
    return len(letters) >= _FEWEST_LETTERS and letters not in GENERIC and thai_initials(letters, fold(name))


@lru_cache(maxsize=65536)
def _fits_row(form: Form, row: str) -> bool:
    for each in map(taken_apart, forms_of_agencies().get(row, ())):
        if each.abbreviation:
            continue
        shorter, longer = sorted((form.core, each.core), key=len)
        if (len(shorter) >= 4 and shorter in longer) or is_slip(form.core, each.core):
            return True
    return False


def gazetteer_row(name: OrganisationName) -> str | None:
    """The id of the gazetteer row that a name is certainly of, with or without one given; else null.

    An id that was found by an abbreviation alone does not count where the abbreviation has several owners, or where the
    full name beside it is not the row's.
    """
    return _profile(name).row


def organisation_keys(name: OrganisationName) -> frozenset[str]:
    """Block keys of a body's name: names of one body share at least one, whichever forms, slips or short forms they use.

    กรมการพัฒนาชุมชน (พช.) has a key of its gazetteer row, of พช, and of its core whole and in halves.
    """
    profile = _profile(name)
    keys = {f"a:{letters}" for letters in profile.short}
    if profile.row:
        keys.add(f"id:{profile.row}")
    for form in profile.written:
        keys.add(f"o:{form.core}" if len(form.core) >= 3 else f"o:{form.whole}")
        if (plain := _BETWEEN.sub("", form.core)) != form.core:
            keys.add(f"o:{plain}")
        keys |= halves(skeleton(form.core), "o")
        if form.core != form.whole:
            keys |= halves(skeleton(form.whole), "n")
        spaced = form.folded if solid(form.folded) == form.core and form.core.isascii() else form.core
        keys |= sound_keys(spaced) | sound_keys(form.heard)
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
    if left.row and right.row:
        if left.row == right.row:
            return Verdict("same", 1.0, (f"both are {left.row} of the gazetteer",))
        return Verdict("different", 0.0, ("two bodies of the gazetteer",))
    if left.provinces and right.provinces and not left.provinces & right.provinces:
        return Verdict("different", 0.0, (f"in different provinces: {min(left.provinces)}, {min(right.provinces)}",))
    verdict, whole = _by_words(left, right)
    if verdict.decision != "same" and (left.parent or right.parent) and _with_parents(left, right):
        verdict = Verdict("same", 0.82, ("the same name in Thai and in English, with the body above it",))
    if verdict.decision != "same":
        return _by_abbreviation(left, right, verdict)
    return _by_surroundings(left, right, verdict, whole)


def _by_words(left: _Profile, right: _Profile) -> tuple[Verdict, str]:
    """What the likest two forms of two names tell, and one of them."""
    shared = left.wholes & right.wholes
    if shared:
        return Verdict("same", 0.97, ("the same name",)), max(shared, key=lambda whole: (len(whole), whole))
    best = Verdict("different", 0.0, ("the names differ",))
    whole = ""
    in_thai = all(any(_is_thai_name(form) for form in side.forms) for side in (left, right))
    for one in left.forms:
        for other in right.forms:
            found = _two_forms(one, other, known=(left.row is None) != (right.row is None))
            if in_thai and found.decision == "doubtful" and across(one.whole, other.whole):
                continue  # two Thai names tell more than an English one that is like one of them in part
            if found.score > best.score or (found.reasons == (_SOUNDS_DIFFER,) and best.score == 0.0):
                best, whole = found, min(one.whole, other.whole)
    if best.decision == "different" and left.forms and right.forms:
        pairs = [(one.whole, other.whole) for one in left.forms for other in right.forms]
        if all(across(*pair) for pair in pairs) and best.reasons != (_SOUNDS_DIFFER,):
            return Verdict("different", 0.0, (SCRIPTS_DIFFER,)), whole
    return best, whole


def _is_thai_name(form: Form) -> bool:
    """Whether a form is a name in Thai, and no abbreviation."""
    return "thai" in scripts(form.whole) and len(form.core) >= _DISTINCTIVE and not _LETTERS.fullmatch(form.core)


def _with_parents(left: _Profile, right: _Profile) -> bool:
    """Whether one name is the other's in English, each taken with the body above it: คณะประมง of one university."""
    for one in left.forms:
        for other in right.forms:
            if not across(one.whole, other.whole):
                continue
            thai, latin = ((one, left.parent), (other, right.parent)) if "thai" in scripts(one.whole) else (
                (other, right.parent), (one, left.parent))  # fmt: skip
            if rendering(f"{thai[0].folded} {fold(thai[1] or '')}", f"{latin[0].folded} {fold(latin[1] or '')}").sure:
                return True
    return False


def _two_forms(one: Form, other: Form, *, known: bool) -> Verdict:
    """What two forms tell; `known` where one of the two names is the gazetteer's, the other then likelier a slip of it."""
    if one.digits != other.digits:
        return Verdict("different", 0.0, ("their numbers differ",))
    if across(one.whole, other.whole):
        return _two_scripts(one, other)
    if one.core == other.core and len(one.core) >= 2:
        return _one_core(one, other, known=known)
    if one.province != other.province and one.province and other.province:
        return Verdict("different", 0.0, ("in different provinces",))
    common = is_commonplace(one.whole) or is_commonplace(other.whole)
    kinds = {one.head, other.head}
    alike = one.head == other.head or kinds == {"company", ""}
    if alike and skeleton(one.core) == skeleton(other.core) and len(one.core) >= _DISTINCTIVE:
        return Verdict("doubtful" if common else "same", 0.75 if common else 0.9, (ONE_SLIP,))
    if _LETTERS.fullmatch(one.core) or _LETTERS.fullmatch(other.core):
        return Verdict("different", 0.0, ("the names differ",))  # คณะกรรมการ ป.ป.ช., คณะกรรมการ ป.ป.ส.
    # a slip may stand in the head word too (สำนักรานสาธารณสุข, …จงหวัดสกลนคร)
    if (alike and is_slip(one.core, other.core, least=5 if known else 8)) or is_slip(
        one.whole, other.whole, least=8 if known else 14
    ):
        if kinds <= {"company", ""} and not known and swaps_consonants(one.core, other.core):
            return Verdict("doubtful", 0.5, ("names of companies that differ in a consonant",))
        place = common or one.head in {"โรงเรียน", "โรงพยาบาล"}
        return Verdict("doubtful" if place and not known else "same", 0.55 if place else 0.86, (ONE_SLIP,))
    return _loosely(one, other)


_RESEARCHERS = re.compile("^(?:ทีม|คณะ)?(?:นัก|ผู้)?วิจัย(?:จาก|ของ|แห่ง)?(?=ศูนย์|สถาบัน|คณะ|มหาวิทยาลัย|โรงพยาบาล|กรม|สำนัก|โรงเรียน|วิทยาลัย)")
# whose names outlets shorten freely, as no law gives them: พิพิธภัณฑ์(พื้นบ้าน)วัดดอนแก้ว
_FREE = re.compile("พิพิธภัณฑ์|กลุ่ม|ชุมชน|วิสาหกิจ|ชมรม|เครือข่าย|สหกรณ์|ทีม|วง|ร้าน|ฟาร์ม|ไร่|สวน|ศูนย์การเรียนรู้")
_SITE = re.compile(r"เหนือ|ใต้|ตะวัน|กลาง|ใหม่|เก่า|น้อย|ใหญ่|จังหวัด|อำเภอ|ตำบล|บ้าน|\d|สาขา|เขต")
_AT_END = 10  # letters of a village's name that stands at the end of a group's
_LONG_END = 12  # letters of an end that hardly two groups have
_NUMBER_LAST = re.compile(r"[ก-๎]{6}ที่\d+$")  # ศูนย์อนามัยที่ 5: one in the country
_BETWEEN = re.compile("(?:เขต|สาขา|จังหวัด|อำเภอ)(?=[ก-๎]{3})")
_BETWEEN_END = re.compile("(?:พื้นที่|เขต|จังหวัด|สาขา)$")
_OFFICE_OF = 5  # letters of what an office of a province is of: ที่ดินระยอง
_TOWN = re.compile("^เทศบาล(?:ตำบล|เมือง|นคร)")
_KINDS_OF_SCHOOL = re.compile("^(?:มัธยม|ประถม)(?:ศึกษา)?(?=[ก-๎]{4})")


def _loosely(one: Form, other: Form) -> Verdict:  # noqa: PLR0911 - one for each word that outlets leave out
    """Names that agree but for a word that outlets leave out: the kind of school, เขต before a place."""
    if is_lettered(one, other):
        return Verdict("doubtful", 0.6, (LETTERED,))
    for team, body in ((one, other), (other, one)):
        of = _RESEARCHERS.sub("", team.folded) if "วิจัย" in team.folded else team.folded
        if of != team.folded and _two_forms(taken_apart(of), body, known=False).decision != "different":
            return Verdict("doubtful", 0.6, ("one tells of the body, the other of its researchers",))
    if one.head == other.head and _BETWEEN.sub("", one.whole) == _BETWEEN.sub("", other.whole) and len(one.core) >= _DISTINCTIVE:
        return Verdict("same", 0.84, ("the same name, the word for a district or branch left out",))
    if "" in {one.head, other.head} and one.head != other.head and one.province and one.province == other.province:
        here, there = (_BETWEEN_END.sub("", form.core) for form in (one, other))
        if here == there and len(here) >= _OFFICE_OF:
            return Verdict("doubtful", 0.6, ("the same office of one province, of which one does not tell the kind",))
    left, right = (_KINDS_OF_SCHOOL.sub("", form.core) for form in (one, other))
    if one.head == other.head == "โรงเรียน" and left == right and len(left) >= _DISTINCTIVE:
        return Verdict("doubtful", 0.6, ("the same school, but one tells more of its kind",))
    few, many = sorted((one.whole, other.whole), key=len)
    if _NUMBER_LAST.search(few) and many.startswith(few) and not many[len(few)].isdigit():
        return Verdict("doubtful", 0.6, ("the same number, of which one tells the place",))
    if _TOWN.sub("เทศบาล", few) == _TOWN.sub("เทศบาล", many) and not _TOWN.match(few):
        return Verdict("doubtful", 0.6, ("the same town, but one does not tell its rank",))
    for short, full in ((one, other), (other, one)):
        if (
            short.cut
            and not full.cut
            and len(short.core) >= _DISTINCTIVE
            and (full.core.startswith(short.core) or full.whole.startswith(short.whole))  # 10 อุบลฯ
            and (short.head in {full.head, ""})
        ):
            return Verdict("same", 0.8, ("one name is cut short by a ฯ",))
    if one.head == other.head and _FREE.match(one.whole) and _FREE.match(other.whole):
        said, more = sorted((frozenset(words(form.whole)) for form in (one, other)), key=len)
        if len(said) > 2 and said < more and not any(_SITE.match(word) for word in more - said):
            return Verdict("doubtful", 0.6, ("all words of one name stand in the other",))
    if {one.head, other.head} - {"company"} and "" in {one.head, other.head} and (found := kind_untold(one, other)) is not None:
        return found
    if len(few) >= _AT_END and many.endswith(few) and _FREE.match(many):
        return Verdict("doubtful", 0.7 if len(few) >= _LONG_END else 0.6, ("one name ends the other",))
    return compare_trade_names(one, other)


def _one_core(one: Form, other: Form, *, known: bool) -> Verdict:
    """What the kinds of two bodies tell whose names are one without them."""
    if one.head == other.head:
        if (one.province is None) != (other.province is None) and _OFFICE.search(one.whole + " " + other.whole):
            return Verdict("doubtful", 0.5, ("one is a province's office, the other tells no province",))
        return Verdict("same", 0.96, ("the same name but for its writing",))
    if "company" in {one.head, other.head} and "" in {one.head, other.head} and len(one.core) >= 4:
        return Verdict("same", 0.92, ("the same name but for its legal form",))
    if len(one.core) >= _DISTINCTIVE and are_trades(one.head, other.head):
        return Verdict("doubtful", 0.6, ("the same name but for the word for its kind",))
    if "" in {one.head, other.head} and len(one.core) >= (_KNOWN if known else _DISTINCTIVE) and not one.core.startswith("จังหวัด"):
        return Verdict("doubtful", 0.6, ("the same name, but one does not tell the kind of body",))
    return Verdict("different", 0.1, (f"another kind of body: {one.head or '–'}, {other.head or '–'}",))


_SOUNDS_DIFFER = "names in Thai and in Latin letters that sound otherwise"
_TELLING = 4  # consonants of a name behind the word for its kind: แขวงทางหลวงตราด has three in common with Thairath


_SAME_BUT_KIND = Verdict("doubtful", 0.6, ("the same name in two scripts, but one does not tell the kind of body",))


def _two_scripts(one: Form, other: Form) -> Verdict:
    """What a Thai and a Latin form tell, by what is translated and by what is heard: ฟ้าหลังฝน ครีเอทีฟ, FahLangFon Creative."""
    if one.province and other.province and one.province != other.province:
        return Verdict("different", 0.0, ("in different provinces",))
    thai, latin = (one, other) if "thai" in scripts(one.whole) else (other, one)
    alike_in_kind = thai.head in {"", "company", latin.head}
    # Phuphan Green: an n and a g of two words are no ng
    heard = latin.folded if solid(latin.folded) == latin.core else latin.core
    if (sound_alike(thai.core, latin.core) or sound_alike(thai.core, heard)) and (
        alike_in_kind or min(map(len, sounds(latin.core))) >= _TELLING
    ):
        return Verdict("same", 0.82, ("the same name in Thai and in Latin letters",))
    if kinds_differ(thai.folded, latin.folded):
        untold = not thai.head and sound_alike(one.heard, other.heard) and min(map(len, sounds(latin.heard))) > _TELLING
        return _SAME_BUT_KIND if untold else Verdict("different", 0.0, ("another kind of body in Thai and in English",))
    found = rendering(thai.folded, latin.folded)
    if found.sure and not (is_commonplace(thai.whole) and found.consonants < _DISTINCTIVE):
        return Verdict("same", 0.82, ("the same name in Thai and in English",))
    if sound_alike(one.heard, other.heard):
        if min(len(heard) for heard in sounds(latin.heard)) < _DISTINCTIVE:
            if not alike_in_kind and latin.heard == latin.whole:
                return Verdict("different", 0.1, ("a short name, and one does not tell the kind of body",))
            return Verdict("doubtful", 0.6, ("a short name in Thai and in Latin letters",))
        return Verdict("same", 0.82, ("the same name in Thai and in Latin letters",))
    if found.likely:
        return Verdict(
            "doubtful", 0.6 if found.said and found.heard != "open" else 0.55, ("in part the same name in Thai and in English",)
        )
    if share_sounds(one.core, other.core) or sounds_begin(one.heard, other.heard):
        return Verdict("doubtful", 0.55, ("in part the same name in Thai and in Latin letters",))
    if found.against:
        return Verdict("different", 0.0, (_SOUNDS_DIFFER,))
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
    if left.row or right.row or left.forms or right.forms:
        if len(agencies().get(stated, ())) > 1:
            return Verdict("doubtful", 0.5, (f"{stated} stands for more than one body",))
        return Verdict("same", 0.88, (f"{stated} is stated as its abbreviation",))
    if left.provinces and left.provinces == right.provinces:
        return Verdict("same", 0.8, (f"the same abbreviation {stated} in one province",))
    return Verdict("same", 0.8, (f"the same abbreviation {stated}",))


def _by_surroundings(left: _Profile, right: _Profile, verdict: Verdict, whole: str) -> Verdict:
    """Doubts a name that many bodies bear, unless province or superior body agree."""
    alike = None
    if left.parent and right.parent:
        above = compare_organisations(OrganisationName(left.parent), OrganisationName(right.parent))
        alike = {"same": True, "different": False}.get(above.decision)
    if UNIT.match(whole) and not ((left.row or right.row) and verdict.score < 0.9):
        if alike is True:
            return verdict
        if alike is False:
            return Verdict("different", 0.1, ("units of different bodies",))
        if _INSIDE.search(whole, 4) is None:
            return Verdict("doubtful", 0.6, ("the same name of a unit, but its superior body is not told of both",))
        return verdict
    if alike is False and (verdict.score < 0.9 or _TEAM.match(whole)):
        return Verdict("different", 0.1, ("of different bodies above them",))
    if is_commonplace(whole) and not (left.provinces & right.provinces) and alike is not True:
        if not left.provinces and not right.provinces:
            return Verdict("doubtful", 0.7, (f"{COMMON}; no province is told",))
        return Verdict("doubtful", 0.65, (f"{COMMON}; one tells no province",))
    return verdict
