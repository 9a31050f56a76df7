"""How two folded names are alike: slips of the pen, and blocks in which names one slip apart meet."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

_DIGITS = re.compile(r"\d+")
_LIGHT = re.compile(r"[็-๎]")  # tone marks and the signs above a letter, which sources leave out most
_HOMOPHONES = str.maketrans("ศษณญฎฏฐฑฒธภฬ", "สสนยดตถทททพล")
# a slip in one of these would be another name
_ENDS = re.compile("(?![ะาิีึืุูำัเแโใไ])")
_AS_FINALS = tuple(map(set, ("กค", "ดต", "ดท", "ตท", "บป", "บพ", "ปพ")))
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
    return _LIGHT.sub("", text.replace("ำ", "ัม")).translate(_HOMOPHONES)


def is_slip(left: str, right: str, *, least: int = 7) -> bool:
    """Whether two solid names differ by no more than slips: one letter, in names of 24 two that are apart; numbers never.

    Two letters beside each other make another word (รัฐศาสตร์, ครุศาสตร์); tone marks and letters that sound alike count
    for nothing. `least` is the number of letters under which a name is too short to tell a slip from another name.
    """
    if min(len(left), len(right)) < least or abs(len(left) - len(right)) > 4:
        return False
    one, other = skeleton(left), skeleton(right)
    allowed = 1 if min(len(one), len(other)) < 24 else 2
    distance = OSA.distance(one, other, score_cutoff=allowed)
    if distance > allowed or digits(left) != digits(right):
        return False
    if distance == 2:
        places = [edit.src_pos for edit in Levenshtein.editops(one, other)]
        if max(places) - min(places) < 4:
            return False
    return not any(
        (here in left and there in right and here not in right) or (there in left and here in right and there not in right)
        for here, there in _OPPOSITES
    )


def swaps_consonants(left: str, right: str) -> bool:
    """Whether two solid names differ by a consonant for one that sounds otherwise: มหาพล, มหาผล are two names.

    At the end of a syllable of a foreign word they sound alike: เซรามิก, เซรามิค.

    >>> swaps_consonants("เซรามิก", "เซรามิค")
    False
    >>> swaps_consonants("มหาพลการช่าง", "มหาผลการช่าง"), swaps_consonants("มหาพลการช่าง", "มหาพลการช้าง")
    (True, False)
    """
    one, other = skeleton(left), skeleton(right)
    edits = Levenshtein.editops(one, other)
    return any(
        edit.tag == "replace"
        and "ก" <= one[edit.src_pos] <= "ฮ"
        and "ก" <= other[edit.dest_pos] <= "ฮ"
        and not (_ENDS.match(one, edit.src_pos + 1) and {one[edit.src_pos], other[edit.dest_pos]} in _AS_FINALS)
        for edit in edits
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
