"""Reads a person's name after an honorific: where the given name and the surname end.

Thai leaves no mark between a surname and what follows, so a name ends at a space, at a bracket, or where a position or a
verb of saying is glued to it: “ธรรมนัส พรหมเผ่ารัฐมนตรีว่าการ” is ธรรมนัส พรหมเผ่า.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.match.person_likeness import is_common, known_names, like_surname
from extractor.match.person_words import (
    ADVERB,
    GIVEN,
    GLUED,
    IN_LIST,
    IN_NAMES,
    ITEM_ENDS,
    LATIN_NAME,
    LONG_WORD,
    LONGEST_GIVEN,
    LONGEST_SURNAME,
    NO_GIVEN,
    NO_SURNAME,
    NO_THIRD,
    NOBLE,
    SURNAME,
    TELLS,
    THIRD_ENDS,
    TOLD_OF,
    WRAPPED_SURNAME,
)
from extractor.match.position_words import BODY_HEAD, COLLECTIVE, ENGLISH
from extractor.match.positions import starts_position
from extractor.tokenise import words

if TYPE_CHECKING:
    from extractor.match.positions import Anchors


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `start:end`; `given` is its first word."""

    start: int
    end: int
    given: str
    full: bool


def read_name(known: Anchors, at: int) -> Name | None:
    """The name that begins at `at` (after an honorific), with its surname if one stands there, or None.

    “สมใจ ปลูกบัว ปลัดกระทรวง” → สมใจ ปลูกบัว · “สมใจกล่าวว่า” → สมใจ · “Somjai Plukbua came” → Somjai Plukbua.
    """
    text = known.text
    word = LONG_WORD.match(text, at)
    if not word:
        return _latin(text, at)
    start, end = word.span(1)
    verb = GLUED.search(text, start + 2, end)
    cut = verb.start() if verb else _glued_position(known, start + 2, end)
    given = ADVERB.sub("", text[start:cut]) if verb else text[start : cut or end]
    if NO_GIVEN.match(given) or (given.endswith(("ดัง", "มนตรี")) and given != "มนตรี"):
        return None
    if cut:
        return Name(start, start + len(given), given, full=False) if 2 < len(given) <= LONGEST_GIVEN else None
    found = GIVEN.match(text, at)
    surname_end = _surname(known, found.end()) if found else None
    if not found:
        return None
    return Name(start, surname_end or end, given, full=surname_end is not None)


# letters from which on a word may be a whole name, and that its given name and its surname have at least
_WHOLE, _GIVEN_PART, _SURNAME_PART = 11, 4, 5
# ธงไชย|มาตลอด: what the sentence goes on with
_GOES_ON = ("มา", "ไป", "ได้", "เป็น", "ที่", "ซึ่ง", "และ", "จะ", "ก็", "ยัง", "ถูก", "เคย", "ด้วย", "กับ", "ว่า")


def is_run_together(word: str) -> bool:
    """Whether a word is a given name and a surname without a blank between them: มาลี|ทองนา."""
    given, surnames = known_names()
    if len(word) < _WHOLE or word in given:
        return False
    cuts = range(_GIVEN_PART, len(word) - _SURNAME_PART + 1)
    return any(
        word[:cut] in given and (word[cut:] in surnames or (like_surname(word[cut:]) and not word.startswith(_GOES_ON, cut)))
        for cut in cuts
    )


def _latin(text: str, at: int) -> Name | None:
    found = LATIN_NAME.match(text, at)
    if not found:
        return None
    name = found["name"].rstrip(".,’'-")
    post = ENGLISH.search(name)
    if post:
        name = name[: post.start()].rstrip(" ,")
    start = found.start("name")
    if len(name) < 3:
        return None
    return Name(start, start + len(name), name.split(" ")[0], full=" " in name)


def _surname(known: Anchors, at: int) -> int | None:
    """Where the surname after the given name that ends at `at` ends, or None if none follows."""
    text = known.text
    noble = NOBLE.match(text, at)
    found = None if noble else SURNAME.match(text, at)
    if not found and not noble and (found := WRAPPED_SURNAME.match(text, at)) and not IN_LIST.search(text, max(0, at - 48), at):
        return None
    if not found:
        return noble.end() if noble else None
    start, end = found.span("surname")
    title = _is_title(known, start) and not text.startswith("คุณ", start) and not _is_any_name(text[start:end])
    if title or not _may_be_surname(known, start, end) or _is_post(known, start, end):
        return None
    verb = GLUED.search(text, start + 2, end)
    cut = min(
        _without_adverb(text, start, verb.start()) if verb else end,
        _glued_position(known, start + 2, end) or end,
        _glued_title(known, start + 2, end),
    )
    if not 3 <= cut - start <= LONGEST_SURNAME:
        return None
    if cut < end:
        return cut
    noble = NOBLE.match(text, end)
    return noble.end() if noble else _third(known, end) or end


def _without_adverb(text: str, start: int, verb: int) -> int:
    """Where a surname ends before a verb written on to it: ปลูกบัว|ก็ได้รับ, ปลูกบัว|สามารถคว้า."""
    adverb = ADVERB.search(text, start + 2, verb)
    if (
        adverb is None
        or text[start:verb] in known_names()[1]
        or (adverb.group() == "สามารถ" and text.startswith(_NEVER_ABLE, verb))
    ):
        return verb
    return adverb.start()


# ศรีสามารถ|กล่าวว่า, ศรีสามารถ|ได้รับ: what nobody is told to be able to do, so that the word ends the surname
_NEVER_ABLE = ("กล่าว", "เปิดเผย", "เผย", "ระบุ", "ชี้แจง", "ให้สัมภาษณ์", "ได้")


def _may_be_surname(known: Anchors, start: int, end: int) -> bool:
    """Whether the word at `start:end` may be a surname: จึงรุ่งเรืองกิจ begins as a joint does, but a position follows it."""
    text = known.text
    begins = NO_SURNAME.match(text, start)
    if begins is None or _is_of_names(text[start:end], begins.end() - start):
        return True
    if TELLS.match(text, start):
        return False
    behind = end
    while text[behind : behind + 1] == " ":
        behind += 1
    if text[start:end] in known_names()[1] or (behind > end and starts_position(known, behind)):
        return True
    listed = 4 < end - start < LONGEST_SURNAME and not TOLD_OF.search(text, start, end) and ITEM_ENDS.match(text, end)
    return bool(listed) and IN_LIST.search(text, max(0, start - 48), start) is not None


# ร่วม|วิบูลย์สุข: how surnames end, as words that a verb stands before do not
_SURNAME_ENDS = re.compile(
    r"[ก-๎]{4,}(?:สุข|ศรี|ชัย|กุล|ทอง|พง[ศษค]์|วง[ศษค]์|ธรรม|เจริญ|รัตน์|วัฒน์|วัฒนา|พันธ์|พันธุ์|มงคล|สมบัติ|ทรัพย์|ไพบูลย์|บูรณ์|ประเสริฐ)"
)


def _is_of_names(word: str, begins: int) -> bool:
    """Whether a word that begins as a verb does goes on with a name and ends as a surname: ร่วม|วิบูลย์สุข."""
    rest = word[begins:]
    return _SURNAME_ENDS.fullmatch(rest) is not None and words(rest)[0] in known_names()[0]


def _third(known: Anchors, at: int) -> int | None:
    """The end of a third word of the name: a second surname before a position, or after a foreign particle."""
    text = known.text
    found = SURNAME.match(text, at)
    if not found:
        return None
    start, end = found.span("surname")
    if NO_SURNAME.match(text, start) or _is_title(known, start) or starts_position(known, start) or BODY_HEAD.match(text, start):
        return None
    if end - start > 18 or _glued_position(known, start + 2, end) or GLUED.search(text, start + 1, end):
        return None
    after = end
    while text[after : after + 1] == " ":
        after += 1
    follows = after > end and starts_position(known, after) and not known.next_title(start) < after
    follows = follows or _is_listed_surname(known, at, start, end)
    glossed = text[after : after + 2].strip(" ")[:1] == "(" and text[after + 1 : after + 3].strip("( ").isascii()
    return end if follows or glossed or text[end : end + 1] == ")" or _is_only_surname(text[start:end]) else None


def _is_any_name(word: str) -> bool:
    """Whether a word is known as a name of either kind: นพคุณ, which begins as a doctor's title does."""
    return any(word in names for names in known_names())


def _is_only_surname(word: str) -> bool:
    """Whether a word is a known surname and no word of the language."""
    return word in known_names()[1] and not is_common(word)


def _is_listed_surname(known: Anchors, at: int, start: int, end: int) -> bool:
    """Whether a word behind a name that ends at `at`, in a list, sounds like a surname, and the list goes on behind it."""
    text = known.text
    if not (THIRD_ENDS.match(text, end) or known.next_title(end) <= end + 1):
        return False
    if NO_THIRD.match(text, start) or not _is_in_pieces(text[start:end]):
        return False
    return IN_NAMES.search(text, max(0, at - 72), at) is not None


def _is_in_pieces(word: str) -> bool:
    """Whether a word list cuts a word into what are no words, or into scraps of them, as it cuts names: เปร|มา|นนท์."""
    parts = words(word)
    return not all(map(is_common, parts)) or (len(parts) > _FEW and len(word) < _SCRAP * len(parts))


# parts of a word, and letters a part, from which on and below which they are scraps
_FEW, _SCRAP = 2, 3.8


def _is_title(known: Anchors, at: int) -> bool:
    return known.next_title(at) == at


def _is_post(known: Anchors, start: int, end: int) -> bool:
    """Whether a position begins at `start`; a short word (ครู) may as well begin a surname."""
    hit = known.positions.get(start)
    if hit is None:
        return starts_position(known, start)
    return hit.end - hit.start >= 6 or hit.end == end or known.text[hit.end : hit.end + 1] in " ."


def _glued_position(known: Anchors, start: int, end: int) -> int | None:
    """Where a position of six letters or more is glued to the name in `start:end`.

    A calling that ends the word before another position is a piece of the name: “คล่องพยาบาล ที่ปรึกษารัฐมนตรี”.
    """
    for at in known.between(start, end):
        hit = known.positions[at]
        if hit.end == end and hit.row.id in COLLECTIVE and known.text[end : end + 1] == " " and starts_position(known, end + 1):
            continue
        if hit.end - at >= 6:
            for prefix in ("รอง", "ผู้ช่วย", "อดีต"):
                if known.text.endswith(prefix, start, at):
                    return at - len(prefix)
            return at
    return None


def _glued_title(known: Anchors, start: int, end: int) -> int:
    """Where another person's honorific is glued to the name, else `end`."""
    return min(known.next_title(start), end)
