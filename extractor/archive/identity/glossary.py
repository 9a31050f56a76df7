"""English words that names of awards and of their categories are made of, with the Thai words that stand for them.

Two outlets tell one category in two languages (Best Thai Brand, แบรนด์ยอดเยี่ยมของไทย). The words were put together from general
knowledge of both languages; the list need not be complete: what it does not have says nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from extractor.tokenise import words

_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")
# words that say no more than that something is honoured, and words of grammar
FILLERS = frozenset(
    (
        "award awards prize prizes medal the a an of for in and with at by to on category best top excellence excellent "
        "contribution outstanding superior most special grand winner company companies year annual national international "
        "thai thailand asia asean asian"
    ).split()
)


# what so many awards are of that it tells none
_OF_ANY = FILLERS | frozenset(
    (
        "competition contest national nation development management quality project work performance award business "
        "product society social province provincial public good standard service services organisation organization"
    ).split()
)
_TELLING = 4  # letters of a Thai stem that hardly stands within other words


@lru_cache(maxsize=1)
def means() -> dict[str, list[str]]:
    """The Thai stems of each English word, from `glossary.tsv` beside this module."""
    lines = files(__package__).joinpath("glossary.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {english: thai.split() for english, thai in (line.split("\t") for line in lines)}


@lru_cache(maxsize=65536)
def in_common(thai: str, latin: str) -> tuple[int, int]:
    """Of how many of an English name's words the Thai stands in the other, and how many of its words were looked for.

    Both folded. Words that any award has (best, award, Asia) are not looked for; one that the glossary lacks is, and not found.

    >>> in_common("แบรนด์ส่งออกยอดเยี่ยมของไทย", "best thai export brand"), in_common("แบรนด์", "corporate brand")
    ((2, 2), (1, 2))
    """
    asked = [word for word in _WORDS.findall(latin) if word not in FILLERS]
    found = sum(word in thai or any(stem in thai for stem in means().get(word, ())) for word in asked)
    return found, len(asked)


@lru_cache(maxsize=1)
def _concepts() -> tuple[dict[str, str], re.Pattern[str]]:
    """What each English word and each Thai stem stands for: the first of all words that share a stem; and the stems' pattern."""
    stands: dict[str, str] = {}
    for english, stems in means().items():
        of = next((stands[stem] for stem in stems if stem in stands), english)
        for each in (english, *stems):
            stands.setdefault(each, of)
    stems = sorted((stem for stem in stands if not stem.isascii() and len(stem) >= _TELLING), key=len, reverse=True)
    return stands, re.compile("|".join(map(re.escape, stems)))


@lru_cache(maxsize=65536)
def concepts(name: str) -> frozenset[str]:
    """What a folded name speaks of, in whichever of the two languages; none of what any award does.

    >>> sorted(concepts("ห้องสมุดมีชีวิตต้นแบบ") & concepts("model living library"))
    ['example', 'library', 'life']
    """
    stands, stems = _concepts()
    thai = {stands[stem] for stem in stems.findall(name)}
    latin = {stands[form] for word in _WORDS.findall(name) for form in (word, word.removesuffix("s")) if form in stands}
    return frozenset(thai | latin) - _OF_ANY


@lru_cache(maxsize=65536)
def all_known(latin: str) -> bool:
    """Whether the glossary has each word of an English name that is more than a filler, and there is one."""
    asked = [word for word in _WORDS.findall(latin) if word not in FILLERS]
    return bool(asked) and all(word in means() for word in asked)


# words for one thing that stand for no English word of the glossary, or for several
_ALSO = {
    "หนัง": "film", "ภาพยนตร์": "film", "ภาพยนต์": "film", "เพลง": "song", "บทเพลง": "song", "คำร้อง": "lyrics", "เนื้อร้อง": "lyrics",
    "แต่ง": "compose", "ประพันธ์": "compose", "แต่งเพลง": "compose", "ขับร้อง": "sing", "ร้อง": "sing", "ร้องเพลง": "sing",
    "ทำนา": "rice", "นา": "rice", "ทำสวน": "orchard", "สวน": "orchard", "เอกชน": "private", "ภาคเอกชน": "private",
    "ครู": "teacher",
    "ครูผู้สอน": "teacher", "ผู้สอน": "teacher", "หมู่บ้าน": "village", "สิ่งแวดล้อม": "environment", "ละคร": "drama", "ซีรีส์": "drama",
    "นักแสดง": "actor", "ดารา": "actor", "นักร้อง": "singer", "เหมือง": "mining", "เหมืองแร่": "mining",
    "สิ่งประดิษฐ์": "invention", "ประดิษฐ์": "invention", "ศิลปิน": "singer", "ข่าว": "news", "หนังสือ": "book",
}  # fmt: skip
_DOER = re.compile("^(?:(?:ผู้|นัก|การ|ความ)(?=[ก-๎]{3})|สี(?=เขียว|ขาว|แดง|ฟ้า|น้ำเงิน))")  # ผู้ประพันธ์, การประพันธ์
_HONOURS = frozenset(
    "ยอดเยี่ยม เยี่ยม ดีเด่น ดี เด่น ดีเลิศ เลิศ ที่สุด สุดยอด แห่งปี แห่ง ปี ประจำ ไทย ประเภท สาขา ด้าน ประกวด แข่งขัน อาชีพ งาน".split()
)
_SAID_BY_ALL = frozenset("การ ความ ของ และ ใน ที่ เพื่อ รางวัล กลุ่ม ระดับ ด้าน สำหรับ จาก โดย".split()) | _HONOURS | {" ", "-", "/"}


@lru_cache(maxsize=65536)
def things_said(name: str) -> frozenset[str]:
    """What the words of a folded Thai name stand for, words for one thing being one; none of grammar and of honour.

    >>> things_said("หนังเยี่ยม") == things_said("ภาพยนตร์ยอดเยี่ยม"), things_said("หนังสือ") == things_said("หนัง")
    (True, False)
    """
    return frozenset(_thing(word.strip()) for word in words(name) if word.strip() and word.strip() not in _SAID_BY_ALL)


@lru_cache(maxsize=16384)
def _thing(word: str) -> str:
    words_of, _ = _words_of_stems()
    bare = _DOER.sub("", word)
    for form in (word, bare):
        if form in _ALSO:
            return _ALSO[form]
    return next((min(words_of[form]) for form in (bare, word) if form in words_of), bare)


def synonymous(left: str, right: str) -> bool:
    """Whether two Thai names begin with words for one English word: ฟิล์ม, ภาพยนตร์โฆษณา.

    >>> synonymous("ฟิล์ม", "ภาพยนตร์โฆษณา"), synonymous("ดนตรี", "ภาพยนตร์")
    (True, False)
    """
    here, there = _stems_that_begin(left), _stems_that_begin(right)
    if not here or not there:
        return False
    for word in here.keys() & there.keys():
        if here[word] & there[word]:
            continue
        rests = [(left[len(one) :], right[len(other) :]) for one in here[word] for other in there[word]]
        if any(one.startswith(other) or other.startswith(one) for one, other in rests):
            return True
    return False


def _stems_that_begin(text: str) -> dict[str, set[str]]:
    """The stems with which a text begins, by the English word that they stand for."""
    words_of, longest = _words_of_stems()
    found: dict[str, set[str]] = {}
    for length in range(2, min(len(text), longest) + 1):
        for word in words_of.get(text[:length], ()):
            found.setdefault(word, set()).add(text[:length])
    return found


@lru_cache(maxsize=1)
def _words_of_stems() -> tuple[dict[str, list[str]], int]:
    """The English words of each Thai stem, and the letters of the longest stem."""
    words_of: dict[str, list[str]] = {}
    for english, stems in means().items():
        for stem in stems:
            words_of.setdefault(stem, []).append(english)
    return words_of, max(map(len, words_of))


def without_kinds(name: str) -> str:
    """A folded name without the words that tell what kind of body it is, in either language; all of it where nothing is left.

    >>> without_kinds("phutawan khao yai hotel"), without_kinds("โรงสีไฟศรีชุมแพ")
    ('phutawan khao yai', 'ไฟศรีชุมแพ')
    """
    if _WORDS.search(name):
        kept = [word for word in _WORDS.findall(name) if word not in means() and word not in FILLERS]
        return " ".join(kept) or name
    kind = _kinds().match(name)
    return name[kind.end() :] if kind and len(name) - kind.end() >= 4 else name


def kinds_differ(thai: str, latin: str) -> bool:
    """Whether an English name tells kinds of body, and the Thai one none of them: Dental Council, องค์การบริหารส่วนตำบลดอนตาล.

    Both folded.
    """
    told = [means()[word] for word in _WORDS.findall(latin) if word in means()]
    return bool(told) and not any(stem in thai for stems in told for stem in stems)


@lru_cache(maxsize=1)
def _kinds() -> re.Pattern[str]:
    stems = {stem for stems in means().values() for stem in stems if len(stem) >= 4}
    return re.compile("|".join(sorted(map(re.escape, stems), key=len, reverse=True)))
