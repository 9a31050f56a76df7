"""Which names are of one person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from extractor.archive.identity import OrganisationName, PersonName, Verdict
from extractor.archive.identity.folding import fold, solid
from extractor.archive.identity.gazetteer import honorifics
from extractor.archive.identity.likeness import halves, is_slip, skeleton
from extractor.archive.identity.organisations import compare_organisations

_FEMALE = frozenset({"นาง", "นางสาว", "เด็กหญิง", "Ms.", "Mrs.", "Madam", "คุณหญิง", "ท่านผู้หญิง", "แม่ชี"})
_MALE = frozenset({"นาย", "เด็กชาย", "Mr.", "Sir", "นายแพทย์", "นายสัตวแพทย์", "ทันตแพทย์", "เภสัชกร"})
_CERTAIN_MALE = frozenset({"นาย", "เด็กชาย", "Mr.", "Sir", "นายแพทย์", "นายสัตวแพทย์"})
# posts that many hold: none tells one person from another
_COMMON_POSTS = frozenset(
    map(solid, ("ครู", "นักเรียน", "อาจารย์", "นักวิจัย", "เกษตรกร", "ประธาน", "กรรมการ", "ผู้อำนวยการ", "ข้าราชการ"))
)
_LONGEST = 20


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


def _without_honorifics(name: str) -> tuple[str, list[str]]:
    """นายสมชาย ใจดี → สมชาย ใจดี, [นาย]: where the name was given with them."""
    known = honorifics()
    taken: list[str] = []
    rest = name.strip()
    while True:
        for length in range(min(len(rest), 26), 1, -1):
            head, tail = rest[:length], rest[length:].strip()
            found = solid(head)
            # a title without a dot is one only before a given name and a surname: นายิกา is none
            if found in known and len(tail) > 3 and (head.rstrip().endswith((".", " ")) or " " in tail) and tail[0] not in "ะาิีึืุูัํ็่้๊๋์ำ":
                taken.append(known[found][0])
                rest = tail
                break
        else:
            return rest, taken


def _sex(titles: list[str], written: str) -> str | None:
    if "หญิง" in written or any(title in _FEMALE for title in titles):
        return "female"
    if any(title in _CERTAIN_MALE for title in titles):
        return "male"
    return None


def _services(titles: list[str]) -> frozenset[str]:
    """Which service a rank is of: a general of the army is none of the police."""
    known = honorifics()
    found = set()
    for title in titles:
        kind = known.get(solid(title), ("", ""))[1]
        if kind == "police":
            found.add("police")
        elif kind == "military":
            found.add(
                "navy"
                if "เรือ" in title or (title.startswith("นาวา") and "อากาศ" not in title)
                else "air"
                if "อากาศ" in title
                else "army"
            )
        elif kind == "religious":
            found.add("religious")
    return frozenset(found)


@lru_cache(maxsize=131072)
def _profile(name: PersonName) -> _Profile:
    bare, taken = _without_honorifics(fold(name.name))
    written = name.honorific or ""
    known = honorifics()
    if written:
        whole = known.get(solid(written))
        if whole:
            taken.append(whole[0])
        else:
            rest = fold(written)
            while rest:
                for length in range(len(rest), 0, -1):
                    if solid(rest[:length]) in known:
                        taken.append(known[solid(rest[:length])][0])
                        rest = rest[length:].strip()
                        break
                else:
                    break
    given, _, surname = bare.partition(" ")
    return _Profile(
        solid(given),
        solid(surname),
        _sex(taken, written),
        _services(taken),
        frozenset(filter(None, map(solid, name.positions))),
        tuple(name.bodies),
    )


def person_keys(name: PersonName) -> frozenset[str]:
    """Block keys of a person's name: the full name, and its halves, so that names one slip apart meet.

    A given name alone has one key, of itself.
    """
    profile = _profile(name)
    if not profile.given:
        return frozenset()
    return frozenset({f"p:{profile.full}"} | (halves(skeleton(profile.full), "p") if profile.surname else set()))


@lru_cache(maxsize=262144)
def compare_people(a: PersonName, b: PersonName) -> Verdict:
    """Whether two names are of one person, with the reasons.

    Title, rank, positions and bodies are evidence. A given name alone joins nothing; one slip joins only with the same body
    or position; another sex, or a rank of another service, separates.
    """
    left, right = _profile(a), _profile(b)
    if not left.given or not right.given:
        return Verdict("different", 0.0, ("no name",))
    post = bool((left.positions & right.positions) - _COMMON_POSTS)
    body = _share_body(left.bodies, right.bodies)
    near = post or body
    if not left.surname or not right.surname:
        if left.given != right.given:
            return Verdict("different", 0.0, ("the names differ",))
        return Verdict("doubtful" if near else "different", 0.4 if near else 0.1, ("a given name alone",))
    if left.full == right.full:
        found = Verdict("same", 0.95, ("the same given name and surname",))
    elif left.given == right.given and _slip(left.surname, right.surname):
        found = _if_near(near, "a slip in the surname", 0.88)
    elif left.surname == right.surname and _slip(left.given, right.given):
        # brothers and sisters have such names: the post must be the same
        found = _if_near(post, "a slip in the given name", 0.84)
    else:
        return Verdict("different", 0.0, ("the names differ",))
    if left.sex and right.sex and left.sex != right.sex:
        return Verdict("doubtful", 0.4, ("the titles tell another sex",)) if near else Verdict("different", 0.1, ("another sex",))
    if left.services and right.services and not left.services & right.services:
        return Verdict("doubtful" if near else "different", 0.3 if near else 0.1, ("ranks of different services",))
    if found.decision == "same" and near:
        return Verdict("same", min(found.score + 0.04, 1.0), (*found.reasons, "the same post" if post else "the same body"))
    return found


def _slip(left: str, right: str) -> bool:
    return (min(len(left), len(right)) >= 4 and skeleton(left) == skeleton(right)) or is_slip(left, right, least=4)


def _if_near(near: bool, reason: str, score: float) -> Verdict:  # noqa: FBT001 - the finding itself
    if near:
        return Verdict("same", score, (reason, "the same post or body"))
    return Verdict("doubtful", 0.5, (reason, "no post or body in common"))


def _share_body(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return any(
        compare_organisations(OrganisationName(one), OrganisationName(other)).decision == "same"
        for one in left
        for other in right
    )
