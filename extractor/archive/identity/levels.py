"""How two ranks agree, and which of them one wins alone."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from extractor.archive.identity.folding import fold, solid
from extractor.archive.identity.gazetteer import level_names, levels, places
from extractor.archive.identity.likeness import digits
from extractor.archive.identity.sounds import across

_LEVEL_PREFIX = re.compile(r"^(?:ระดับ|ราง?วัล|โล่|ถ้วย)+")
# what makes a rank or a category of a longer name another one
ANOTHER = re.compile(r"\d|เฉียง|พิเศษ|ไม่|หญิง|ชาย|ตอน")
_CONSOLATION = 6  # the place in a contest from which on a rank is below all that win
_TOLD = 5  # letters of a rank that tells itself
_NUMBERS = {
    "หนึ่ง": "1",
    "สอง": "2",
    "สาม": "3",
    "สี่": "4",
    "ห้า": "5",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
}
_NUMBER = re.compile("(?<=ที่)(?:หนึ่ง|สอง|สาม)|(?:หนึ่ง|สอง|สาม|สี่|ห้า)(?=ดาว)|(?:one|two|three|four|five)(?=[ -]stars?)")
_RANKS = tuple(
    (re.compile(pattern), rank)
    for pattern, rank in (
        (
            (
                r"ชนะเลิศ|แชมป์|มงกุฎ|สูงสุด|\btop (?:prize|honou?r|award)|\bcrown|\bhighest\b"
                r"|(?:ที่|อันดับ|ลำดับ)\s?1(?!\d)|\bfirst\b|\b1st\b|\bwinners?\b|\bchampions?\b|grand pri"
            ),
            "ชนะเลิศ",
        ),
        (r"(?:ที่|อันดับ|ลำดับ)\s?2(?!\d)|\bsecond\b|\b2nd\b", "รองชนะเลิศอันดับ1"),
        (r"(?:ที่|อันดับ|ลำดับ)\s?3(?!\d)|\bthird\b|\b3rd\b", "รองชนะเลิศอันดับ2"),
    )
)
_OF_ROUND = re.compile(r"ภาค|จังหวัด|อำเภอ|เขต|รอบ|กลุ่ม|region|provinc|round|group")
_RUNNER_UP = re.compile(r"รอง(?:แชมป์)?|runners?[- ]up")
_BEST = re.compile(r"ยอดเยี่ยม|ที่สุด|แห่งปี|อันดับ\s?1|\bbest\b|\bmost\b|of the year|no\.\s?1\b")
_INSIDE = re.compile(r"\((?P<inside>[^()]*)\)$")
_OF_METAL = re.compile(r"(?:(?<=[ก-๎]{3})|(?<=^g))(?:ทองแดง|ทอง|เงิน)$")
_WITH_HONOURS = re.compile(r"\bgold\b.{0,60}?\b(?:honou?rs?|distinction|congratulations?|special)\b")
_PLACE = re.compile(r"(?:ขั้น|ระดับ|อันดับ|ลำดับ)?(?:ที่)?(?P<number>\d{1,2})|(?:level|no|tier|step|rank)(?P<latin>\d{1,2})")
GLOSS = re.compile(r"\s?\([^()]*\)$")


class Fit(Enum):
    """How a field of two tellings agrees; compatible where one side does not tell it, or less exactly."""

    AGREES = 1
    COMPATIBLE = 2
    CONTRADICTS = 3


@lru_cache(maxsize=65536)
def same_level(left: str | None, left_code: str | None, right: str | None, right_code: str | None) -> Fit:
    """Two ranks: by their codes, else by the gazetteer's row of their words, else by the words.

    Two names of the first place agree (ชนะเลิศ, รางวัลที่ 1), of another they are compatible (รองชนะเลิศ, รองชนะเลิศอันดับ 1), since
    one may count the runners-up and the other not.
    """
    if (left is None and left_code is None) or (right is None and right_code is None):
        return Fit.COMPATIBLE
    one, other = _level(left, left_code), _level(right, right_code)
    if one & other:
        return Fit.AGREES
    known = places()
    here, there = ({known[key] for key in keys if key in known} for keys in (one, other))
    if here & there:
        return Fit.AGREES if any(place == 1 for _, place in here & there) else Fit.COMPATIBLE
    if here and there:  # of two scales (Gold, ยอดเยี่ยม) none tells the place of the other
        one_scale = {scale for scale, _ in here} & {scale for scale, _ in there}
        return Fit.CONTRADICTS if one_scale or _consoled(here) != _consoled(there) else Fit.COMPATIBLE
    if _numbered(left, right):
        return Fit.AGREES
    if not here and not there and _told_longer(left, right):
        return Fit.COMPATIBLE
    return Fit.COMPATIBLE if across(fold(left or ""), fold(right or "")) else Fit.CONTRADICTS


def _consoled(places_of: set[tuple[str, int]]) -> bool:
    """Whether a rank is below all that win (ชมเชย), in whichever scale those are told."""
    return all(scale == "contest" and place >= _CONSOLATION for scale, place in places_of)


def is_first(level: str | None, code: str | None) -> bool:
    """Whether a rank is the highest of its scale: one wins it alone.

    >>> is_first("ชนะเลิศ", None), is_first("รองชนะเลิศอันดับ 1", None)
    (True, False)
    """
    known = places()
    return any(known[key] == ("contest", 1) for key in _level(level, code) if key in known)


def _told_longer(left: str | None, right: str | None) -> bool:
    """Whether one rank that the gazetteer lacks holds the other: มาตรฐานท้าทาย, ท้าทาย."""
    shorter, longer = sorted((solid(left or ""), solid(right or "")), key=len)
    return (
        len(shorter) >= _TOLD
        and shorter in longer
        and not ANOTHER.search(longer.replace(shorter, "", 1) + "".join(digits(longer)))
    )


def is_best(category: str) -> bool:
    """Whether a category tells by its name that one wins it: the best, the most, of the year.

    >>> is_best("ภาพยนตร์ยอดเยี่ยม"), is_best("Best Picture"), is_best("อาหาร")
    (True, True, False)
    """
    return _BEST.search(fold(category)) is not None


def _numbered(left: str | None, right: str | None) -> bool:
    """Whether one rank is the bare number with which the other begins: 4, and 4 วัฒนธรรมสีเขียว."""
    shorter, longer = sorted((solid(left or ""), solid(right or "")), key=len)
    one, other = _PLACE.fullmatch(shorter), _PLACE.fullmatch(longer)
    if one and other:  # ขั้น 3, ขั้นที่ 3; ที่ 3, 3
        return (one["number"] or one["latin"]) == (other["number"] or other["latin"])
    return shorter.isdigit() and longer.startswith(shorter) and not longer[len(shorter) : len(shorter) + 1].isdigit()


@lru_cache(maxsize=16384)
def _level(words: str | None, code: str | None) -> frozenset[str]:
    """Ids of the gazetteer's ranks, and the words themselves behind a sign that no id has."""
    plain = _plain_level(words or "")
    known = levels()
    if _WITH_HONOURS.search(fold(words or "")):
        plain = {"ทองเกียรติยศ"}
    if not code and not any(known.get(form) for form in (solid(words or ""), *plain)):
        plain |= _spoken(fold(words or ""))
    metal = _OF_METAL.search(next(iter(plain), "")) if not any(known.get(form) for form in plain) else None
    if metal is not None:  # กินรีทอง, ช้อนทอง
        plain.add(metal.group())
    found = {code} if code else {key for form in (solid(words or ""), *sorted(plain)) for key in known.get(form, ())}
    # Gold is ทอง, and so is เหรียญทอง
    names = {form for key in found for form in _plain_level(level_names().get(key, ""))}
    return frozenset(found | {"=" + form for form in plain | names})


def _spoken(words: str) -> set[str]:
    """The ranks that a folded level tells within other words or by a word for its number: ที่หนึ่ง, เหรียญทองชนะเลิศ, first place."""
    said = _NUMBER.sub(lambda match: _NUMBERS[match.group()], words)
    if _RUNNER_UP.search(said):
        return {"รองชนะเลิศ"} if _RUNNER_UP.fullmatch(said) else set()
    if _OF_ROUND.search(said):
        return set()
    ranks = [rank for pattern, rank in _RANKS if pattern.search(said)]
    return set(ranks[-1:]) | ({solid(said).replace("stars", "ดาว").replace("star", "ดาว")} if said != words else set())


def _plain_level(words: str) -> set[str]:
    """ระดับเหรียญทอง → ทอง; a bracketed gloss stands for itself too."""
    inside = _INSIDE.search(words)
    parts = (words, GLOSS.sub("", words), inside["inside"] if inside else "")
    return {_LEVEL_PREFIX.sub("", solid(part)).removeprefix("เหรียญ").removeprefix("สี") for part in parts} - {""}
