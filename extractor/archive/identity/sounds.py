"""Names across scripts: ไหมหอม ไบโอเทค and Maihom Biotech, by the consonants that one hears in both.

Vowels, tones and silent letters are spelt in too many ways to be compared; consonants are put into classes that Thai and
English spellings of one name share (ก, ค, k, g, c are one; so are ป, พ, ฟ, p, b, f). What is left of a name is short, so that
alikeness is evidence only beside other evidence, and only between names of different scripts.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

_THAI = re.compile("[ก-๎]")
_LATIN = re.compile("[a-z]")
_SILENT = re.compile("[ก-ฮ][ิุ]?์")
_SILENT_TWO = re.compile("(?<=[ก-ฮะาิีึืุูั])(?:[ทตษส][รณม]|ทน)์")  # จันทร์, ลักษณ์, ศาสตร์: two letters that are not heard
_STOPPED = re.compile("(?<=[ก-๎])[จชซศษส](?![ก-๎])")  # ราช, โอภาส, นิษ(ฐ์): a t at the end
_VOWEL = re.compile("[ะาิีึืุูัำเแโใไฤ]")
_RO_UNHEARD = re.compile("(?<=เกีย)รติ?|(?<=เพ)ชร|(?<=เศ)รษฐ")  # both end in a t
_SILENT_RO = re.compile("(?<=[ตทดก])ร(?![ก-๎])")  # อนุวัตร, จักร
_LED = re.compile("[หอ](?=[งญนมยรลว])")  # ห that only gives the tone: ไหม
_YO = re.compile("(?<=[เแโใไ])ญ|ญ(?=[ะาิีึืุูำ])")  # ญ at the end is an n, before a vowel a y: ใหญ่
_FINAL = re.compile("(?<![เแโใไก-ฮ])[รลฬ](?![ะาิีึืุูำัเ็แโ่้๊๋์])|(?<=[ะาิีึืุู็่้๊๋])[รลฬ](?![ะาิีึืุูำั็่้๊๋์])")
_VOWEL_WO = re.compile("(?<=[ก-๎])(?<![เแโใไ])ว(?![ะาิีึืุูัำ็่้๊๋]|รร|ง[ศษ]์?)")  # part of a vowel: แก้ว, สวน
_SIDE_BY_SIDE = re.compile("([ตดทถธฐฏ])[ตดทถธฐฏ]|([กขค])[กขค]|([บปผพภ])[บปผพภ]")  # เพชรธารา: two t that are one in Phetthara
_WO_HEARD = re.compile("(?<=า)ว(?=[ก-ฮ])|(?<=[ก-ฮ])ว(?=[ก-ฮ][ะาิีึืุู])")  # เนาวรัตน์, ปวริศ: the w is heard
_SOR = re.compile("[สท]ร(?!ร)")
_RO_LAST = re.compile("(?<=[กธพทศนจมว])ร(?![ก-๎])")
_RO_FIRST = re.compile("(?<![ก-๎][ก-ฮ])(?<=[กจธพมวศสท])ร(?=[ก-ฮ][^์])")
_LO_LAST = re.compile("(?<=[ก-ฮ])ล(?![ก-๎])")
_RO_VOWEL = re.compile("รร(?=[ก-ฮ])")
_RO_RUN = re.compile("รร")  # สรร: the r is heard, once
_CLASSES = str.maketrans(
    dict.fromkeys("กขฃคฅฆ", "k")
    | dict.fromkeys("จฉชฌ", "c")
    | dict.fromkeys("ซศษส", "s")
    | dict.fromkeys("ดตฎฏฐฑฒถทธ", "t")
    | dict.fromkeys("บปผพภฝฟ", "p")
    | dict.fromkeys("รลฬ", "r")
    | {"ม": "m", "ำ": "m", "น": "n", "ณ": "n", "ญ": "n", "ง": "g", "ว": "w", "ฤ": "r"}
)
_NO_CLASS = re.compile("[^a-zA-Z]+")
_SAME = str.maketrans("ณศษฎฏฒธฬ", "นสสดตททล")
_RO_SILENT = re.compile("(?<=[ao])r(?=[^aeiouhwyr]|$)")  # Thai names in English: -korn, -porn, Arthit
_RO_LOANED = re.compile("(?<=[eiu])r(?=[^aeiourhw]|$)")  # energy, power, center: เอ็นเนอร์จี
_LATIN_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tech\b", "tek"),
        (r"tch|sch|sh|ch", "ç"),
        (r"ph|bh", "p"),
        (r"th|dh", "t"),
        (r"kh|gh|ck|q", "k"),
        (r"ng", "ŋ"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"ve\b", "p"),
        (r"g(?=e|y|ia)", "j"),
        (r"(?<=[aeiou])w(?![aeiou])|(?<=[aeiou])y|y(?![aeiou])", ""),
    )
)
_LATIN_CLASSES = str.maketrans(
    {
        "k": "k",
        "g": "k",
        "j": "c",
        "ç": "c",
        "z": "s",
        "d": "t",
        "b": "p",
        "f": "p",
        "l": "r",
        "v": "w",
        "ŋ": "g",
        "h": "",
        "y": "",
    }
    | dict.fromkeys("aeiou", "")
)
_TONES = re.compile("[็-๎]")
_REPEATED = re.compile(r"(.)\1+")
SCRIPTS_DIFFER = "one name in Thai, the other in Latin letters"
"""The reason of a verdict that tells no more than that: the names can neither agree nor contradict."""

_FEWEST = 3  # consonants: with fewer too many names sound alike
_SURE = 5
_BEGIN = 4
_LONG = 8  # consonants from which on one in five may differ
_HALVED = 6  # consonants from which on a name meets others by its first four or its last
"""Consonants that names of two scripts have in common by more than chance."""


@lru_cache(maxsize=65536)
def scripts(text: str) -> frozenset[str]:
    """Which of the two scripts a folded text has letters of: thai, latin.

    >>> sorted(scripts("dg award ดีเด่น"))
    ['latin', 'thai']
    """
    return frozenset(name for name, letters in (("thai", _THAI), ("latin", _LATIN)) if letters.search(text))


def across(left: str, right: str) -> bool:
    """Whether of two folded texts one is written in Thai alone and the other in Latin letters alone."""
    return {scripts(left), scripts(right)} == {frozenset({"thai"}), frozenset({"latin"})}


@lru_cache(maxsize=65536)
def sounds(text: str) -> frozenset[str]:
    """The consonants of a folded name by classes; of a Thai one with the letters under ์ and without, doubled ones as two and one.

    >>> sorted(sounds("ไหมหอม ไบโอเทค") & sounds("maihom biotech"))
    ['mmptk']
    """
    if _THAI.search(text):
        plain = _TONES.sub("", _SILENT_RO.sub("", _SILENT.sub("", text)))
        # two consonants of one kind side by side may have a vowel between them that is not written: กกสาน
        # สรวย, ทราย: the r is not heard, and ทร is an s
        forms = {text, plain, _REPEATED.sub(r"\1", text.translate(_SAME)), _REPEATED.sub(r"\1", plain.translate(_SAME))}
        if "ร" in text:
            if "รร" in text or _RO_LAST.search(text):  # วรรณ: an a; -กร, -ธร: an n
                toneless = _TONES.sub("", _SILENT.sub("", text))
                forms.add(_REPEATED.sub(r"\1", _RO_VOWEL.sub("ะ", _RO_LAST.sub("น", toneless))))
            if _RO_VOWEL.search(text):  # พรรษา: an n is heard
                forms.add(_TONES.sub("", _SILENT.sub("", _RO_VOWEL.sub("ัน", text))))
            if _RO_FIRST.search(text):  # ศรชัย, พรทิพย์: an o that is not written, and an n
                forms.add(_TONES.sub("", _SILENT.sub("", _RO_FIRST.sub("น", text))))
            forms |= {_SOR.sub("ส", text), _SOR.sub("ส", plain), _SOR.sub("ส", plain.replace("สรร", "สัน"))}
        if _LO_LAST.search(text):  # นพดล, กมล
            forms.add(_TONES.sub("", _SILENT.sub("", _LO_LAST.sub("น", text))))
        if "์" in text:
            forms.add(_REPEATED.sub(r"\1", _TONES.sub("", _SILENT.sub("", _SILENT_TWO.sub("", text)))))
        forms |= {_RO_UNHEARD.sub("ต", form) for form in forms}
        if _VOWEL.search(text):  # letters that stand for words end in no sound
            forms |= {_STOPPED.sub("ต", form) for form in forms}
        forms |= {_SIDE_BY_SIDE.sub(r"\1\2\3", form) for form in forms if _SIDE_BY_SIDE.search(form)}
        forms |= {_FINAL.sub("น", form) for form in forms}
        # ร and ล at the end of a syllable are an n, but not in words from other languages
        heard = set(map(_thai, forms))
        if _WO_HEARD.search(text):
            heard |= {_thai(_WO_HEARD.sub("วะ", form)) for form in forms}
        return frozenset(filter(None, heard))
    silent = _RO_SILENT.sub("", text)
    return frozenset(filter(None, (_latin(text), _latin(silent), _latin(_RO_LOANED.sub("", silent)))))


def consonants(text: str) -> str:
    """The consonants that a folded Thai text is written with, by classes, heard or not.

    >>> consonants("นวลิงก์")
    'nwrgk'
    """
    return _NO_CLASS.sub("", text.translate(_CLASSES))


def _thai(text: str) -> str:
    text = _VOWEL_WO.sub("", text)
    led = _RO_RUN.sub("ร", _YO.sub("", _LED.sub("", text.replace("แอนด์", ""))))
    return _NO_CLASS.sub("", led.translate(_CLASSES))


def _latin(text: str) -> str:
    for pattern, sound in _LATIN_SOUNDS:
        text = pattern.sub(sound, text)
    heard = _REPEATED.sub(r"\1", text).translate(_LATIN_CLASSES)
    return "".join(letter for letter in heard if letter.isalpha())


def sound_keys(text: str) -> set[str]:
    """Block keys under which a folded name meets its other spelling in the other script; none for one of few consonants.

    >>> sorted(sound_keys("เอดิสัน") & sound_keys("edison"))
    ['s:tsn']
    """
    if len(scripts(text)) != 1:
        return set()
    keys: set[str] = set()
    for heard in sounds(text):
        if len(heard) >= _HALVED:
            keys |= {f"s<{heard[:4]}", f"s>{heard[-4:]}"}
        elif len(heard) >= _FEWEST:
            keys.add(f"s:{heard}")
    return keys


def loaned_alike(left: str, right: str) -> bool:
    """Whether two Thai names are one foreign word in two spellings: the same consonants, and few letters apart.

    >>> loaned_alike("สตาร์ทอัพแห่งปี", "สตาร์ตอัปแห่งปี"), loaned_alike("มะม่วง", "มะเมี่ยง")
    (True, False)
    """
    allowed = max(len(left), len(right)) // 4
    return (
        any(len(heard) >= _SURE for heard in sounds(left) & sounds(right))
        and Levenshtein.distance(left, right, score_cutoff=allowed) <= allowed
    )


def share_sounds(left: str, right: str) -> bool:
    """Whether two folded names have a run of consonants in common that is at least half of the shorter, and five.

    >>> share_sounds("โรงสีไฟศรีชุมแพ", "sri chumphae rice mill")
    True
    """
    return any(_share_run(one, other) for one in sounds(left) for other in sounds(right))


def sounds_begin(left: str, right: str) -> bool:
    """Whether the consonants of one folded name, four at least, begin the other's: รถรับ โมบิลิตี้, RodRub."""
    return any(
        len(shorter) >= _BEGIN and longer.startswith(shorter)
        for one in sounds(left)
        for other in sounds(right)
        for shorter, longer in (sorted((one, other), key=len),)
    )


def _share_run(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    size = max(_SURE, -(-len(shorter) // 2))
    return any(shorter[at : at + size] in longer for at in range(len(shorter) - size + 1))


def sound_alike(left: str, right: str, *, exact: bool = False, near: bool = False) -> bool:
    """Whether two folded names, of different scripts, are one name by their consonants.

    Of a long name one consonant in five may differ, none if `exact`; if `near`, one in four, from five on.

    >>> sound_alike("ฟ้าหลังฝน ครีเอทีฟ", "fahlangfon creative"), sound_alike("ปันสุข ลิสซิ่ง", "pansuk leasing")
    (True, True)
    >>> sound_alike("กรุงไทย", "krungsri")
    False
    """
    for one in sounds(left):
        for other in sounds(right):
            size = max(len(one), len(other))
            allowed = 0 if exact or size < (_SURE if near else _LONG) else size // (4 if near else 5)
            if (exact or min(len(one), len(other)) >= _FEWEST) and Levenshtein.distance(
                one, other, score_cutoff=allowed
            ) <= allowed:
                return True
    return False
