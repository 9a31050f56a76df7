"""Which names are of one person."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from extractor.archive.identity import OrganisationName, PersonName, Verdict
from extractor.archive.identity.folding import fold, solid
from extractor.archive.identity.gazetteer import honorifics
from extractor.archive.identity.likeness import halves, is_slip, skeleton
from extractor.archive.identity.organisations import compare_organisations
from extractor.archive.identity.sounds import across, sound_alike, sound_keys, sounds

_FEMALE = frozenset({"นาง", "นางสาว", "เด็กหญิง", "Ms.", "Mrs.", "Madam", "คุณหญิง", "ท่านผู้หญิง", "แม่ชี"})
_MALE = frozenset({"นาย", "เด็กชาย", "Mr.", "Sir", "นายแพทย์", "นายสัตวแพทย์"})
_NAVY = frozenset({"จ่าเอก", "จ่าโท", "จ่าตรี"})
_ARMY_OR_NAVY = frozenset({"รอ", "รท", "รต", "ว่าที่รอ", "ว่าที่รท", "ว่าที่รต"})
_NEVER_FIRST = "ะาำิีึืฺุูัํ็่้๊๋์"
# posts that many hold: none tells one person from another
_COMMON_POSTS = frozenset(
    map(solid, ("ครู", "นักเรียน", "อาจารย์", "นักวิจัย", "เกษตรกร", "ประธาน", "กรรมการ", "ผู้อำนวยการ", "ข้าราชการ"))
)
_MONKS = ("พระ", "สมเด็จพระ", "หลวงพ่อ", "หลวงปู่", "หลวงตา")
_TITLED = 9
_LATIN_TITLES = re.compile(
    r"^(?:(?:(?:assoc(?:iate)?|asst|assistant|adj(?:unct)?|emeritus|clinical)\.? )?"
    r"(?:prof(?:essor)?)\.? |(?:dr|khun|ajarn|kru)\.? )+(?=[a-z])"
)
_LETTERS = re.compile("[ก-ฮ]{2,4}")
_HYPHEN = re.compile(r"(?<=[ก-๎])-(?=[ก-๎])")
_SPELT = 4  # letters of a given name whose spelling may differ
_LONG_SURNAME = 7
_OF_OFFICE = 8
_RUN_TOGETHER = 14
"""Letters from which a name in one word is a full one: a monk's titled name, a given name and surname written together."""


_SLIP_IN_GIVEN = "a slip in the given name"
_GIVEN_SOUNDS = "given names that sound alike"
_GIVEN_WRITTEN = "the given name is written otherwise, and sounds the same"
SURNAME_SLIPS = "a slip in the surname"
"""The reason of a doubt that tells rather of one person, in one list of winners, than of two of nearly one name."""
OF_KIN = frozenset((_SLIP_IN_GIVEN, _GIVEN_SOUNDS))
"""The reasons of doubts that tell rather of brothers and sisters than of one person."""


@dataclass(frozen=True, slots=True)
class _Profile:
    given: str
    surname: str
    sex: str | None
    services: frozenset[str]
    positions: frozenset[str]
    bodies: tuple[str, ...]

    @property
    def full(self) -> str:
        return self.given + self.surname


_CALLED = re.compile(
    "^(?:คุณครู|ครู|ผู้ใหญ่บ้าน|ผู้ใหญ่|กำนัน|คุณหมอ|หมอ|น้อง|ลุง|ป้า|น้า|พี่|พ่อ|แม่|ปู่|ย่า|ตา|ยาย|โค้ช|อาจารย์|ผู้กำกับ|ผู้การ|สารวัตร|หมวด|นายก|ผู้ว่า|เจ๊|เฮีย|ช่าง|เชฟ)"
    "(?=[ก-ฮเ-ไ][ก-๎]{2})"
)
"""What outlets call a person by, written before the given name: ครูสมพร, ผู้ใหญ่สมพร."""


@dataclass(frozen=True, slots=True)
class _Title:
    name: str
    kind: str
    written: str


def _titles(text: str) -> tuple[list[_Title], str]:
    """The titles that begin a folded text, and what is left: ผศ.ดร.สมพร ใจกว้าง → ผู้ช่วยศาสตราจารย์, ดอกเตอร์; สมพร ใจกว้าง."""
    known = honorifics()
    taken: list[_Title] = []
    rest = text.strip()
    while rest:
        for length in range(min(len(rest), 40), 1, -1):
            form = solid(rest[:length])
            if form not in known or (length < len(rest) and rest[length] in _NEVER_FIRST):
                continue
            if _LETTERS.fullmatch(rest[:length]) and rest[length : length + 1] not in {"", " ", "."}:  # นพดล is no นพ.
                continue
            if form.isascii() and rest[length : length + 1].isalpha():  # Siriwat is no Sir
                continue
            taken.append(_Title(*known[form], form))
            rest = rest[length:].lstrip(" .")
            break
        else:
            break
    return taken, rest


def _without_titles(name: str) -> tuple[list[_Title], str]:
    """A name given with its titles, without them; a word that only begins like a title (นายิกา, คุณากร) stays."""
    taken, rest = _titles(name)
    return (taken, rest) if " " in rest and len(rest) > 3 else ([], name)


def _sex(titles: list[_Title]) -> str | None:
    if any(title.name in _FEMALE or "หญิง" in title.name or "หญิง" in title.written for title in titles):
        return "female"
    return "male" if any(title.name in _MALE for title in titles) else None


def _service(title: _Title) -> str | None:
    """The service that a rank is of; ร.อ. is a captain of the army or a lieutenant of the navy, and tells none."""
    if title.kind in {"police", "religious"}:
        return title.kind
    if title.kind != "military" or title.written in _ARMY_OR_NAVY:
        return None
    if "อากาศ" in title.name:
        return "air"
    return "navy" if "เรือ" in title.name or title.name.startswith(("นาวา", "พันจ่า")) or title.name in _NAVY else "army"


@lru_cache(maxsize=131072)
def _profile(name: PersonName) -> _Profile:
    taken, bare = _without_titles(_HYPHEN.sub(" ", _LATIN_TITLES.sub("", fold(name.name))))
    taken += _titles(fold(name.honorific or ""))[0]
    given, _, surname = bare.partition(" ")
    return _Profile(
        solid(given),
        solid(surname),
        _sex(taken),
        frozenset(filter(None, map(_service, taken))),
        frozenset(filter(None, map(solid, name.positions))),
        tuple(name.bodies),
    )


def is_full_name(form: str) -> bool:
    """Whether a name is more than a given name alone: given name and surname, or a monk's.

    >>> is_full_name("สมพร"), is_full_name("สมพร ใจกว้าง"), is_full_name("หลวงพ่อสำรวย")
    (False, True, True)
    """
    profile = _profile(PersonName(form))
    return bool(profile.surname) or form.startswith(_MONKS) or len(profile.given) >= _RUN_TOGETHER


@lru_cache(maxsize=65536)
def _forms(name: PersonName) -> tuple[PersonName, ...]:
    """The name by itself, and each of its other names that is a full one, with the same beside it."""
    full = [form for form in name.aliases if is_full_name(form)]
    return tuple(replace(name, name=form, aliases=()) for form in dict.fromkeys((name.name, *full)))


def person_keys(name: PersonName) -> frozenset[str]:
    """Block keys of a person's name: the full name, and its halves, so that names one slip apart meet.

    A given name alone has one key, of itself.
    """
    if name.aliases:
        return frozenset().union(*(person_keys(form) for form in _forms(name)))
    profile = _profile(name)
    if not profile.given:
        return frozenset()
    if not profile.surname:
        return frozenset({f"p:{profile.full}"})
    called = _CALLED.sub("", profile.full)
    keys = {f"p:{profile.full}", f"p:{called}"}
    # the space tells where a syllable ends
    return frozenset(keys | halves(skeleton(called), "p") | sound_keys(f"{_CALLED.sub('', profile.given)} {profile.surname}"))


@lru_cache(maxsize=262144)
def compare_people(a: PersonName, b: PersonName) -> Verdict:
    """Whether two names are of one person, with the reasons.

    Title, rank, positions and bodies are evidence. A given name alone joins nothing; one slip joins only with the same body
    or position; another sex, or a rank of another service, separates.
    """
    if a.aliases or b.aliases:
        verdicts = (compare_people(one, other) for one in _forms(a) for other in _forms(b))
        return max(verdicts, key=lambda verdict: (verdict.decision == "same", verdict.decision == "doubtful", verdict.score))
    left, right = _profile(a), _profile(b)
    if not left.given or not right.given:
        return Verdict("different", 0.0, ("no name",))
    post = bool((left.positions & right.positions) - _COMMON_POSTS)
    body = _share_body(left.bodies, right.bodies)
    near = post or body
    left, right = _as_called(left, right)
    if left.full == right.full and len(left.full) >= (_TITLED if left.full.startswith(_MONKS) else _RUN_TOGETHER):
        found = Verdict("same", 0.9, ("the same full name",))
        return _unless_contradicted(found, left, right, post=post, body=body)
    if not left.surname or not right.surname:
        if left.given != right.given:
            return Verdict("different", 0.0, ("the names differ",))
        return Verdict("doubtful" if near else "different", 0.4 if near else 0.1, ("a given name alone",))
    if left.full == right.full:
        found = Verdict("same", 0.95, ("the same given name and surname",))
    elif left.given == right.given and _slip(left.surname, right.surname):
        found = _if_near(near, SURNAME_SLIPS, 0.88, 0.55)
    elif left.surname == right.surname and len(left.given) >= _SPELT and skeleton(left.given) == skeleton(right.given):
        found = _if_near(near, _GIVEN_WRITTEN, 0.86, 0.6)
    elif left.given == right.given and near and _spelt_otherwise(left.surname, right.surname):
        found = Verdict("same", 0.84, ("the surname is written otherwise, and sounds the same", "the same post or body"))
    elif left.surname == right.surname and _slip(left.given, right.given):
        # brothers and sisters have such names: the post must be the same
        found = _if_near(post, _SLIP_IN_GIVEN, 0.84, 0.5)
    elif left.surname == right.surname and sounds(left.given) & sounds(right.given):
        found = _if_near(post, _GIVEN_SOUNDS, 0.84, 0.55)
    elif across(left.full, right.full):
        if not _sound_as_one(left, right):
            return Verdict("different", 0.0, ("the names differ",))
        found = Verdict("same", 0.82, ("the same name in Thai and in Latin letters",))
    else:
        return Verdict("different", 0.0, ("the names differ",))
    return _unless_contradicted(found, left, right, post=post, body=body)


_MORE_CALLED = re.compile("^(?:คุณ|เจ้า|ไอ้|หนู|สาว|หนุ่ม|นาย|นาง|หนัง|ขุนพล|แม่ครู|พ่อครู|ศิลปิน|นักเขียน|บิ๊ก|เสี่ย|ดร|อ)(?=[ก-ฮเ-ไ][ก-๎]{2})")
"""What is written before a given name that stands alone, and may begin one (คุณากร): it goes only where the other name tells."""

_CUT = 6  # letters of a name that a ฯ cuts short
_ENDING = 3  # letters of a given name that is the end of the other's: หวัง of สมหวัง


def called_otherwise(left: str, right: str) -> str | None:
    """How one name may be what outlets call the bearer of the other; null where it hardly is.

    `given` where one is the other's given name alone (or a foreigner's surname); `stage` where the given name is the other's, or
    its end, and the surname is another (จวน เสียงทอง); `pen` where one is a single word of another name.

    >>> called_otherwise("ลุงสำราญ", "นายสำราญ โพธิ์งาม"), called_otherwise("หนังจวน เสียงทอง", "จวน คงแก้ว")
    ('given', 'stage')
    >>> called_otherwise("ใบสน", "รุจิรา ศรีสมุทร"), called_otherwise("รุจิรา ศรีทอง", "มานะ ศรีสมุทร")
    ('pen', None)
    """
    one, other = _profile(PersonName(_titles_off(left))), _profile(PersonName(_titles_off(right)))
    for short, full, written in ((one, other, left), (other, one, right)):
        if written.rstrip().endswith("ฯ") and len(short.full) >= _CUT and full.full.startswith(short.full):
            return "given"  # พระครูสุนทรฯ
    if (one.sex and other.sex and one.sex != other.sex) or not one.given or not other.given:
        return None
    if bool(one.surname) != bool(other.surname):
        short, full = (one, other) if other.surname else (other, one)
        if _is_given(short.given, full.given) or (short.given.isascii() and short.given == full.surname):
            return "given"
        return "pen" if not across(short.given, full.given) else None
    if one.surname and other.surname and one.surname != other.surname and not across(one.full, other.full):
        bare = [_MORE_CALLED.sub("", _CALLED.sub("", profile.given)) for profile in (one, other)]
        shorter, longer = sorted(bare, key=len)
        if len(shorter) >= _ENDING and longer.endswith(shorter):
            return "stage"
    return None


def _titles_off(name: str) -> str:
    """A name of one word without the titles written before it: รศ.ดร.นพดล."""
    folded = fold(name)
    return _titles(folded)[1] or name if " " not in folded and "." in folded else name


@lru_cache(maxsize=65536)
def given_name(name: str) -> str:
    """The given name of a name as a block key: without titles, what people are called by, and tone marks.

    >>> given_name("ลุงสำราญ") == given_name("นายสำราญ โพธิ์งาม")
    True
    """
    given = _CALLED.sub("", _profile(PersonName(_titles_off(name))).given)
    return skeleton(_MORE_CALLED.sub("", given))


def _is_given(short: str, given: str) -> bool:
    """Whether a name in one word is a given name, or that behind what people are called by."""
    forms = {short, _CALLED.sub("", short), _MORE_CALLED.sub("", short)}
    if across(short, given):
        return any(sounds(form) & sounds(given) and _ends_alike(form, given) for form in forms)
    return any(len(form) >= _ENDING and skeleton(form) == skeleton(given) for form in forms)


def _sound_as_one(left: _Profile, right: _Profile) -> bool:
    """Whether two full names in two scripts sound alike: one of given name and surname wholly, the other but for a consonant."""
    if not _ends_alike(left.given, right.given):
        return False
    if sound_alike(left.given, right.given, exact=True):
        return sound_alike(left.surname, right.surname, near=True)
    return sound_alike(left.given, right.given, near=True) and sound_alike(left.surname, right.surname, exact=True)


def _ends_alike(left: str, right: str) -> bool:
    """Whether of two given names in two scripts not one alone ends in an open vowel: Phurich, ภูริชญา.

    Only what is certain counts: า at the end of the Thai name, a at the end of the other.
    """
    thai, latin = (left, right) if not left.isascii() else (right, left)
    if thai.endswith("า"):
        return latin.endswith(tuple("aeiourh"))
    return not latin.endswith("a") or thai.endswith(tuple("ะ์")) or thai[-1:] in "ิี"


def _as_called(left: _Profile, right: _Profile) -> tuple[_Profile, _Profile]:
    """The two without what one of them is called by, where that makes their names one."""
    if not left.surname or left.surname != right.surname or left.given == right.given:
        return left, right
    if _CALLED.sub("", left.given) == right.given:
        return replace(left, given=right.given), right
    if _CALLED.sub("", right.given) == left.given:
        return left, replace(right, given=left.given)
    return left, right


def _is_monk(profile: _Profile) -> bool:
    return "religious" in profile.services or profile.given.startswith(_MONKS)


def _unless_contradicted(found: Verdict, left: _Profile, right: _Profile, *, post: bool, body: bool) -> Verdict:
    near = post or body
    if left.sex and right.sex and left.sex != right.sex:
        return Verdict("doubtful", 0.4, ("the titles tell another sex",)) if near else Verdict("different", 0.1, ("another sex",))
    if left.services and right.services and not left.services & right.services:
        return Verdict("doubtful" if near else "different", 0.3 if near else 0.1, ("ranks of different services",))
    if found.decision == "same" and near and found.score >= 0.9:
        return Verdict("same", min(found.score + 0.04, 1.0), (*found.reasons, "the same post" if post else "the same body"))
    return found


def _slip(left: str, right: str) -> bool:
    return (min(len(left), len(right)) >= 4 and skeleton(left) == skeleton(right)) or is_slip(left, right, least=4)


def _is_its_office(left: str, right: str) -> bool:
    """Whether one body is the other's office by its name: สำนักงานศาลปกครองสงขลา, ศาลปกครองสงขลา."""
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) >= _OF_OFFICE and longer == "สำนักงาน" + shorter


def _spelt_otherwise(left: str, right: str) -> bool:
    """Whether two surnames are one by their consonants, and apart by no more than two letters: วิชัยา, วิไชยา."""
    return (
        min(len(left), len(right)) >= _LONG_SURNAME
        and bool(sounds(left) & sounds(right))
        and Levenshtein.distance(left, right, score_cutoff=2) <= 2
    )


def _if_near(near: bool, reason: str, score: float, otherwise: float) -> Verdict:  # noqa: FBT001 - the finding itself
    if near:
        return Verdict("same", score, (reason, "the same post or body"))
    return Verdict("doubtful", otherwise, (reason, "no post or body in common"))


def _share_body(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return any(
        compare_organisations(OrganisationName(one), OrganisationName(other)).decision == "same"
        or _is_its_office(solid(one), solid(other))
        for one in left
        for other in right
    )
