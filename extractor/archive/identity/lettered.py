"""Letters before a place: สชป.9, รจก.บางแก้ว, whose letters stand for the kind of body, and whose place or number the other has.

That letters fit a name is weak evidence; that each word of the kind of body begins with one of them in order, and the place is
the same, is more. Letters that everyone uses (`_KINDS`) are written out before names are compared.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.archive.identity.folding import solid
from extractor.archive.identity.likeness import digits
from extractor.tokenise import words

if TYPE_CHECKING:
    from extractor.archive.identity.bodies import Form

LETTERED = "its letters fit the other's kind, and the place is the same"
"""The reason of a doubt between a name that begins with letters and the same written out."""

_KINDS = {
    "ตม": "ตรวจคนเข้าเมือง",
    "ตมจว": "ตรวจคนเข้าเมืองจังหวัด",
    "ภจว": "ตำรวจภูธรจังหวัด",
    "มทบ": "มณฑลทหารบก",
    "รจก": "เรือนจำกลาง",
    "รจจ": "เรือนจำจังหวัด",
    "สคร": "สำนักงานป้องกันควบคุมโรค",
    "ศวก": "ศูนย์วิทยาศาสตร์การแพทย์",
    "สชป": "สำนักงานชลประทาน",
    "สท": "สำนักงานสรรพากรพื้นที่",
    "ปคจ": "ที่ทำการปกครองจังหวัด",
    "ปคอ": "ที่ทำการปกครองอำเภอ",
    "ทกจ": "สำนักงานการท่องเที่ยวและกีฬาจังหวัด",
    "พณจ": "สำนักงานพาณิชย์จังหวัด",
    "สพด": "สถานีพัฒนาที่ดิน",
    "สพข": "สำนักงานพัฒนาที่ดินเขต",
    "สขจ": "สำนักงานขนส่งจังหวัด",
    "สกจ": "สำนักงานสหกรณ์จังหวัด",
    "กสจ": "สำนักงานเกษตรและสหกรณ์จังหวัด",
    "ปมจ": "สำนักงานประมงจังหวัด",
    "ปภจ": "สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัด",
    "สปก": "สำนักงานการปฏิรูปที่ดินจังหวัด",
    "ศอ": "ศูนย์อนามัย",
    "นพค": "หน่วยพัฒนาการเคลื่อนที่",
    "อช": "อุทยานแห่งชาติ",
    "ขสป": "เขตรักษาพันธุ์สัตว์ป่า",
    "กปภสาขา": "การประปาส่วนภูมิภาคสาขา",
    "กฟจ": "การไฟฟ้าส่วนภูมิภาคจังหวัด",
    "กฟอ": "การไฟฟ้าส่วนภูมิภาคอำเภอ",
}
"""What letters before a place stand for in the offices of the state, from general knowledge of their letters and signs."""

_LETTERED = re.compile(r"^(?P<letters>(?:[ก-ฮ]{1,5}\.\s?){1,4}|[ก-ฮ]{2,5}(?=\s?\d|\s[ก-๎]{3}))(?P<place>\d|[^.]{2,})$")
_PLACED = re.compile(r"จังหวัด|อำเภอ|ตำบล|เขต(?=\d)|ที่(?=\d)|สาขา")
_SHORT_PLACE = re.compile(r"(?<=[\s\d.])(?:จ|ต)\.\s?(?=[ก-๎]{3})")
_UNSAID = frozenset("ที่ ทำการ ที่ทำการ ว่าการ ที่ว่าการ สำนักงาน จังหวัด อำเภอ พื้นที่ เขต และ การ แห่ง ประจำ ใน ของ".split())
_CONSONANT = re.compile("[ก-ฮ]")
_FEWEST = 3  # letters of a kind of body that nobody told what they are
_COMPOUND = 5  # letters of a word from which on what makes it a noun gives none of the letters
_PLACE = 3  # letters of a place that tells itself


def written_out(folded: str) -> str:
    """A folded name whose letters before a place everyone knows, with their words.

    >>> written_out("รจก.บางแก้ว"), written_out("สวก.บางแก้ว")
    ('เรือนจำกลางบางแก้ว', 'สวก.บางแก้ว')
    """
    match = _LETTERED.match(_SHORT_PLACE.sub("", folded))
    kind = _KINDS.get(solid(match["letters"])) if match else None
    if match is None or kind is None:
        return folded
    return kind + ("ที่ " if match["place"].strip()[0].isdigit() else "") + match["place"].strip()


def is_lettered(one: Form, other: Form) -> bool:
    """Whether one name is letters and a place, and the other what the letters may stand for, and the same place."""
    if one.digits != other.digits:
        return False
    return (_begins(one.folded) is not None and _fits(one, other)) or (_begins(other.folded) is not None and _fits(other, one))


@lru_cache(maxsize=65536)
def _begins(folded: str) -> tuple[str, str] | None:
    """The letters and the place of a folded name; null where it is no such name."""
    match = _LETTERED.match(_SHORT_PLACE.sub("", folded))
    if match is None:
        return None
    letters, place = solid(match["letters"]), _PLACED.sub("", solid(match["place"]))
    return (letters, place) if len(letters) >= _FEWEST and (len(place) >= _PLACE or place.isdigit()) else None


def _fits(short: Form, full: Form) -> bool:
    told = _begins(short.folded)
    if told is None or _begins(full.folded) is not None:
        return False
    letters, place = told
    number = digits(place)[:1]
    # 10 อุบลฯ, and 10 อุบลราชธานี; the number, its place told by one alone
    heads = [_before(full.whole, place, cut=short.cut)]
    if number and place.startswith(number):
        heads.append(_before(full.whole, number[0], cut=False))
    return any(head and begins_words(letters, head) for head in heads)


def _before(whole: str, place: str, *, cut: bool) -> str:
    """What stands before a place at the end of a solid name; empty where it does not end so."""
    plain = _PLACED.sub("", whole)
    if not (plain.endswith(place) or (cut and place in plain)):
        return ""
    stands = whole.rfind(place)
    return whole[:stands] if stands > 0 else plain[: plain.rfind(place)]


@lru_cache(maxsize=65536)
def begins_words(letters: str, head: str) -> bool:
    """Whether Thai letters begin each word of a kind of body in order, three of a word at most; small words may have none.

    >>> begins_words("สชป", "สำนักงานชลประทาน"), begins_words("ปคอ", "ที่ทำการปกครองอำเภอ")
    (True, True)
    >>> begins_words("ศวก", "ศูนย์วิจัยและพัฒนาการเกษตร")
    False
    """
    return _taken(letters, [word for word in words(head) if word.strip()])


def _taken(letters: str, said: list[str]) -> bool:
    if not said:
        return not letters
    word, *others = said
    if len(word) > _COMPOUND and word not in _UNSAID:
        word = word.removeprefix("ที่")  # พัฒนา|ที่ดิน: the ด
    if word in _UNSAID and _taken(letters, others):
        return True
    written = "".join(_CONSONANT.findall(word))
    for length in range(min(len(letters), _FEWEST), 0, -1):
        rest = iter(written)
        if written.startswith(letters[0]) and all(letter in rest for letter in letters[:length]) and _taken(
            letters[length:], others
        ):  # fmt: skip
            return True
    return False
