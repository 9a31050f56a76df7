"""How two folded names are alike: slips of the pen, and blocks in which names one slip apart meet."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

_DIGITS = re.compile(r"\d+")
_LIGHT = re.compile(r"[็-๎]")  # tone marks and the signs above a letter, which sources leave out most
_HOMOPHONES = str.maketrans("ศษณญฎฏฐฑฒธภฬ", "สสนยดตถทททพล")
# a slip in one of these would be another name
_OPPOSITES = (("ตะวันออก", "ตะวันตก"), ("เหนือ", "ใต้"), ("ชาย", "หญิง"), ("นอก", "ใน"), ("ประถม", "มัธยม"))


def digits(text: str) -> tuple[str, ...]:
    """The numbers in a folded name, in order, without leading noughts.

    >>> digits("สำนักงานเขต02")
    ('2',)
    """
    return tuple(number.lstrip("0") for number in _DIGITS.findall(text))


@lru_cache(maxsize=65536)
def skeleton(text: str) -> str:
    """A solid name without tone marks, letters that sound alike being one.

    >>> skeleton("สัมฤทธิ์") == skeleton("สัมฤทธิ")
    True
    """
    return _LIGHT.sub("", text).translate(_HOMOPHONES)


def is_slip(left: str, right: str, *, least: int = 7) -> bool:
    """Whether two solid names differ by no more than slips: one letter in 7, two in 18, three in 30; numbers never differ.

    `least` is the number of letters under which a name is too short to tell a slip from another name.
    """
    shorter = min(len(left), len(right))
    if shorter < least or abs(len(left) - len(right)) > 3:
        return False
    allowed = 1 if shorter < 18 else 2 if shorter < 30 else 3
    if OSA.distance(left, right, score_cutoff=allowed) > allowed or digits(left) != digits(right):
        return False
    return not any(
        (one in left and other in right and one not in right) or (other in left and one in right and other not in right)
        for one, other in _OPPOSITES
    )


def halves(text: str, mark: str) -> set[str]:
    """Block keys of a solid name such that two names one slip apart share one: its first half and its last.

    A name of an odd length has both of its middles, since a slip may add or drop a letter. None for names under six letters.

    >>> sorted(halves("พัฒนาชุมชน", "o"))
    ['o<พัฒนา', 'o>ชุมชน']
    """
    size = len(text)
    if size < 6:
        return set()
    sizes = {size // 2, (size + 1) // 2}
    return {f"{mark}<{text[:length]}" for length in sizes} | {f"{mark}>{text[-length:]}" for length in sizes}
