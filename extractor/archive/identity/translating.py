"""Whether a Thai and an English name say the same: part of it translated, part of it written by its sounds.

คณะวิทยาศาสตร์การประมง is Faculty of Fisheries Science, every word of it translated; ลันตาไม้หมอน รีสอร์ท is Lanta Maimon Resort,
one word of it translated and the rest spelt as it sounds. So the words that `glossary.tsv` knows are crossed off on both sides,
and what is left of the two must sound alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from extractor.archive.identity.glossary import means
from extractor.archive.identity.sounds import sound_alike, sounds

_WORDS = re.compile(r"[a-z]+|\d+")
_POSSESSIVE = re.compile(r"(?<=[a-z])['’]s\b")
_THAI_RUN = re.compile(r"[ก-๎]+")
# words of grammar and of legal form, and such as one language says and the other leaves out
_UNSAID = frozenset(
    (
        "the a an of for and in on at to by with from its co ltd plc pcl inc limited thailand thai award awards prize "
        "prizes best top"
    ).split()
)
_OPTIONAL = frozenset("group company corporation national international project regional asia asian pacific southeast".split())
_UNSAID_THAI = re.compile(
    r"บริษัท|จำกัด|มหาชน|ห้างหุ้นส่วน|แห่ง(?:ประเทศไทย|ชาติ)|ประเทศไทย|ระหว่างประเทศ|นานาชาติ|จังหวัด|และ|ของ|การ|ความ|แห่ง|เพื่อ|สำหรับ"
    r"|(?<![ก-๎])ไทย|ไทย(?![ก-๎])|จาก|(?<![ก-๎])ทาง|ที่(?=\s|\d|$)|ด้าน|ประเภท|สาขา|รางวัล|โครงการ|ผลงาน|ยอดเยี่ยม|ดีเด่น|กรุ๊ป|โฮลดิ้ง|ศาสตร์"
)
_SYLLABLE = (
    r"(?:kh?[rlw]?|ph?[rl]?|th?[rw]?|ch?|j|ng?|d|b[rl]?|f[rl]?|m|y|r|l|w|s[rw]?|h)?"
    r"(?:uea|ua[iy]|o[eo]i|iao|aeo|eo|iu|io|ia|ua|ae|ue|oe|ai|ay|ao|aw|au|oi|oy|ui|ee|oo|or|ar|a|e|i|o|u)(?:ng|[kptnmdsrlj])?"
)
_ROMANISED = re.compile(rf"(?:{_SYLLABLE})++")  # possessive: what syllables a word has is tried in one way alone
_SHORTEST = 2
_FEWEST = 3
_TELLING = 5
"""Consonants from which on what is left of two names tells by itself that they are one."""
_FOUR = 4
"""Consonants that are enough where a word for the kind is said on both sides."""
_FAR = 0.5
"""Share of the consonants that differ where two names cannot be one spelt badly."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a Thai and an English name have in common.

    `said` counts the words that both say, `unsaid` the English words of the glossary that the Thai does not say. `heard` tells
    how what is left sounds: `alike`, `near` (but for a consonant), `begins` (one is the other's beginning or end), `nothing`
    (none is left on either side), `open` (something is left on one side alone), `apart` or `unlike`. `romanised` tells whether
    what is left of the English is spelt as Thai names are, `known` whether it is words of the glossary alone.
    """

    said: int
    unsaid: int
    heard: str
    consonants: int
    romanised: bool
    known: bool = False

    @property
    def sure(self) -> bool:
        """Whether the two are one name: all of it is said on both sides, or what is not said sounds alike."""
        if self.heard == "nothing":
            return self.said > 1 and not self.unsaid
        return self.heard == "alike" and (
            self.consonants >= _TELLING
            or (self.said > 0 and self.consonants >= _FOUR)
            or (self.said > 1 and self.consonants >= _FEWEST)
        )

    @property
    def likely(self) -> bool:
        """Whether the two are rather one name than not."""
        if self.sure:
            return True
        if self.heard == "begins":
            return self.consonants >= (_TELLING if self.unsaid else _FOUR) or (self.said > 1 and self.said > self.unsaid)
        if self.heard in {"alike", "near"}:
            return self.said > 0 or self.consonants >= _TELLING
        return self.said > 1 and self.said > self.unsaid and (self.known or self.heard in {"nothing", "open"})

    @property
    def against(self) -> bool:
        """Whether what is left tells another name: a Thai name spelt otherwise than this one sounds."""
        return self.heard == "unlike" and self.romanised and not self.unsaid


@lru_cache(maxsize=65536)
def rendering(thai: str, latin: str) -> Rendering:
    """Compare a folded Thai and a folded English name.

    >>> rendering("คณะวิทยาศาสตร์การประมง", "faculty of fisheries science").sure
    True
    >>> rendering("โรงเรียนวัดดอนไก่ดี", "wat don kai di school").sure, rendering("โรงเรียนวัดดอนไก่ดี", "ban rai school").against
    (True, True)
    """
    asked, optional, known = _asked(latin)
    left = thai
    for stem in optional:
        left = left.replace(stem, " ")
    said: set[str] = set()
    used: set[str] = set()
    for stem, word in known:
        if word not in said and stem in left:
            left = left.replace(stem, " ", 1)
            said.add(word)
            used.add(stem)
    if not said:  # whether the names sound alike as a whole is for others to tell
        return Rendering(0, 0, "apart", 0, romanised=False)
    others_of = {stem for word in said for stem in _stems(word) if len(stem) >= _FOUR} - used
    for stem in others_of:  # โรงแรม…รีสอร์ท: two words for one
        left = left.replace(stem, " ")
    # a word that a longer stem has taken along is said: state, and enterprise, in รัฐวิสาหกิจ
    others = [
        word for word in asked if word not in said and not any(len(stem) >= _FEWEST and stem in thai for stem in _stems(word))
    ]
    if not others and not _consonants(_rest(left)):
        return Rendering(len(said), 0, "nothing", 0, romanised=False)
    unsaid = sum(bool(_stems(word)) for word in others)
    romanised = all(_ROMANISED.fullmatch(word) for word in others if not word.isdigit())
    heard, consonants = _heard(_rest(left), " ".join(word for word in others if not word.isdigit()))
    if heard in {"alike", "near"}:
        unsaid = 0
    return Rendering(len(said), unsaid, heard, consonants, romanised, known=bool(others) and all(map(_stems, others)))


@lru_cache(maxsize=65536)
def _asked(latin: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The words of an English name to be looked for; the stems of those that may be left out; each stem with its word.

    The longest stems come first: แม่น้ำ before น้ำ.
    """
    every = _WORDS.findall(_POSSESSIVE.sub("", latin))
    asked = tuple(word for word in every if word not in _UNSAID and word not in _OPTIONAL)
    optional = tuple(stem for word in every if word in _OPTIONAL for stem in means().get(word, ()))
    known = sorted({(stem, word) for word in asked for stem in _stems(word)}, key=lambda pair: (-len(pair[0]), pair[1], pair[0]))
    return asked, optional, tuple(known)


@lru_cache(maxsize=16384)
def _stems(word: str) -> tuple[str, ...]:
    known = means()
    forms = [word]
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("s"):
        forms.append(word[:-1])
    return next((tuple(known[form]) for form in forms if form in known), (word,) if word.isdigit() else ())


def _rest(thai: str) -> str:
    return "".join(_THAI_RUN.findall(_UNSAID_THAI.sub(" ", thai)))


def _consonants(text: str) -> int:
    return min(map(len, sounds(text)), default=0)


def _heard(thai: str, latin: str) -> tuple[str, int]:
    here, there = sounds(thai), sounds(latin)
    size = min(min(map(len, here), default=0), min(map(len, there), default=0))
    if not here or not there:
        return ("nothing" if not here and not there else "open"), 0
    if here & there:
        return "alike", max(map(len, here & there))
    if sound_alike(thai, latin):
        return "alike", size
    if sound_alike(thai, latin, near=True):
        return "near", size
    for one in here:
        for other in there:
            shorter, longer = sorted((one, other), key=len)
            if len(shorter) >= _SHORTEST and (longer.startswith(shorter) or longer.endswith(shorter)):
                return "begins", len(shorter)
    far = all(Levenshtein.normalized_distance(one, other) > _FAR for one in here for other in there)
    return ("unlike" if size >= _FEWEST and far else "apart"), size
