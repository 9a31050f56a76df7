"""Letters that stand for a name: RID, กฟผ., เอสซีจี.

That letters fit a name is weak evidence in Thai, where they may be of any syllable, better in English, where they begin words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.archive.identity.folding import fold
from extractor.archive.identity.sounds import consonants, sounds

_LATIN = re.compile(r"[a-z]+")
_SMALL = frozenset("the a an of for and in on at to co ltd plc pcl company limited public".split())
_CONSONANT = re.compile("[ก-ฮ]")
_LEGAL = re.compile(r"บริษัท|จำกัด|\(?มหาชน\)?")
_NAMES = {
    "เอ": "a", "บี": "b", "ซี": "c", "ดี": "d", "อี": "e", "เอฟ": "f", "จี": "g", "เอช": "h", "ไอ": "i", "เจ": "j", "เค": "k",
    "แอล": "l", "เอ็ม": "m", "เอ็น": "n", "โอ": "o", "พี": "p", "คิว": "q", "อาร์": "r", "เอส": "s", "ที": "t", "ยู": "u", "วี": "v",
    "ดับเบิลยู": "w", "ดับบลิว": "w", "เอ็กซ์": "x", "เอกซ์": "x", "วาย": "y", "แซด": "z", "แซท": "z",
}  # fmt: skip
_NAME = "|".join(sorted(_NAMES, key=len, reverse=True))
# of twelve letters at most: no more stand for a name
_SPELT = re.compile(rf"(?<![ก-๎])(?:{_NAME}){{2,12}}+(?![ก-๎])|(?:{_NAME}){{2,12}}+$")
_EACH = re.compile(_NAME)
_FEWEST = 2
_FULL = 3


@lru_cache(maxsize=65536)
def with_letters(text: str) -> str:
    """A folded text whose Latin letters are spelt by their Thai names, with the letters: นมยูเอชที → นมuht.

    >>> with_letters("เอสซีจี"), with_letters("นมถั่วเหลืองยูเอชที"), with_letters("ดีเด่น")
    ('scg', 'นมถั่วเหลืองuht', 'ดีเด่น')
    """
    return _SPELT.sub(lambda match: "".join(_NAMES[name] for name in _EACH.findall(match.group())), text)


@lru_cache(maxsize=65536)
def english_initials(letters: str, name: str) -> bool:
    """Whether Latin letters, three at least, are made of the beginnings of an English name's words in order.

    A word may give more than one letter, one word that is not small may be left out, and none of the letters.

    >>> english_initials("rid", "royal irrigation department"), english_initials("awen", "outstanding asean women entrepreneurs")
    (True, True)
    >>> english_initials("scg", "royal irrigation department")
    False
    """
    said = [word for word in _LATIN.findall(name) if word not in _SMALL]
    return len(letters) >= _FULL and len(said) >= _FEWEST and _taken(letters, said, 1)


def _taken(letters: str, said: list[str], spare: int) -> bool:
    if not letters:
        return len(said) <= spare
    if not said:
        return False
    first, *others = said
    for length in range(min(len(letters), len(first), 3), 0, -1):
        if first.startswith(letters[:length]) and _taken(letters[length:], others, spare):
            return True
    return spare > 0 and _taken(letters, others, spare - 1)


@lru_cache(maxsize=65536)
def thai_initials(letters: str, name: str) -> bool:
    """Whether Thai letters, two at least, fit a Thai name: the first begins it, the others follow in order.

    >>> thai_initials("กฟผ", "การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย"), thai_initials("ทชม", "ท่าอากาศยานเชียงใหม่")
    (True, True)
    >>> thai_initials("กฟผ", "การประปานครหลวง")
    False
    """
    plain = _LEGAL.sub("", fold(name))
    written = "".join(_CONSONANT.findall(plain))
    if len(letters) < _FEWEST or not written.startswith(letters[0]):
        return False
    rest = iter(written[1:])
    return all(letter in rest for letter in letters[1:])


@lru_cache(maxsize=65536)
def heard_initials(letters: str, thai: str) -> bool:
    """Whether Latin letters, three at least, are the consonants of a Thai name in order, from its first: NVL, นวลิงก์.

    >>> heard_initials("nvl", "นวลิงก์ เทคโนโลยี"), heard_initials("nvl", "มานะ")
    (True, False)
    """
    if len(letters) < _FULL:
        return False
    asked, heard = next(iter(sounds(letters)), ""), consonants(_LEGAL.sub("", thai))
    if len(asked) < _FULL or not heard.startswith(asked[0]):
        return False
    rest = iter(heard[1:])
    return all(letter in rest for letter in asked[1:])
