"""Where the name of a body ends: one walk over the words that follow its head."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from extractor.match.organisation_words import (
    BETWEEN,
    DANGLING,
    DOES,
    END_STEMS,
    ENDS,
    GENERIC,
    GENERIC_COMMITTEES,
    LAST,
    LOOSE,
    MAKES,
    NAMED_BY_PLACE,
    NAMES_TOO,
    NATIONAL,
    NOT_AFTER_AND,
    NOT_FIRST,
    NOT_FIRST_OF_OFFICE,
    NOUN_MAKERS,
    OF_ALL,
    OF_OWNER,
    OFFICES,
    OWNED,
    PLAIN_HEADS,
    PURPOSE,
    SUPERIOR,
    VERBS,
)
from extractor.patterns import sought
from extractor.tokenise import words

# Thai letters, vowels and tone marks; neither ฯ nor ๆ nor digits.
THAI = "[ก-ฮะ-ฺเ-ๅ็-๎]"
RUN = re.compile(f"{THAI}+")
# ก.พ.ร. · พม. · ป.ป.ส. · อสม.
ABBREVIATION = re.compile(
    r"(?!พ\.ศ|ค\.ศ|น\.ส\.(?!\d)|ด\.[ชญ]\.|พล\.|พ\.[ตอท]\.[ตอท]\.|พ\.ร\.[บกฎ]|[ก-ฮ]\.(?![ก-ฮ]{1,4}\.))(?:[ก-ฮ]{1,6}\.)(?:[ก-ฮ]{1,4}\.)*(?:[ก-ฮ](?![ก-๎]))?"
)

_WINDOW = 140  # no name is longer than this
# มณฑลทหารบก|ที่ 33
_ORDINAL = re.compile(r"ที่\ ?\d")
# สำนักงานขนส่งจังหวัด: a kind of office
_LEVEL = sought(r"(?:จังหวัด|อำเภอ|ตำบล|เขต|(?<!ภูมิ)(?<!เสมอ)ภาค)$")


# อบต.อ่าวนาง| อ.เมือง: a piece of the place, where nobody is named behind
_ENDS_PLACE = re.compile(rf"(?!{THAI})(?![ ]{{1,2}}(?![อจต]\.|อำเภอ|จังหวัด|ตำบล|และ|ได้|คว้า|รับ|เข้า){THAI}{{2,16}}[ ])")


class Rules(NamedTuple):
    """How freely a name may go on.

    Attributes:
        splits: the body above begins a name of its own (กองกฎหมาย|กรมประมง).
        loose: verbs may stand in the name (คณะกรรมการคัดเลือก…).
        place: a province's name, which ends the name for certain after จังหวัด.
    """

    splits: bool = False
    loose: bool = False
    place: re.Pattern[str] | None = None


STRICT = Rules()


class End(NamedTuple):
    """Where a name ends, and whether that is certain."""

    at: int
    sure: bool = False


def read_name(text: str, head: int, start: int, inner: Mapping[int, int], rules: Rules = STRICT) -> End:
    """End of the name that goes on at `start` from a head word at `head`; `start` itself where no name follows.

    `inner` gives start and end of bodies known by name, which may stand inside.

    >>> read_name("กองทุนยุติธรรมได้จัดงาน", 0, 6, {})
    End(at=14, sure=False)
    """
    run = RUN.match(text, start)
    if run is None:
        return End(start)
    walk = _Walk(text, head, start, min(run.end(), head + _WINDOW), inner, rules)
    at, passed, previous = head, start, ""
    dangling: int | None = None
    for word in words(text[head : walk.limit]):
        here, at = at, at + len(word)
        if at <= start or here < passed:
            previous = word
            continue
        known = walk.known(here, previous)
        if known is not None:
            if not text.startswith(("และ", "จังหวัด", "ด้าน", "ว่าด้วย") if rules.loose else ("และ", "จังหวัด"), known):
                return End(known, sure=True)
            passed = known
        else:
            end = walk.generic(word, here) or walk.certain(word, here, at)
            if end is not None:
                return end
            if walk.ends(word, previous, here):
                return End(max(start, dangling if dangling is not None else here))
            dangling = (here if dangling is None else dangling) if walk.dangles(word, here) else None
        previous = word
    return End(max(start, dangling) if dangling is not None else walk.limit)


class _Walk(NamedTuple):
    """The questions that each word of a name is asked."""

    text: str
    head: int
    start: int
    limit: int
    inner: Mapping[int, int]
    rules: Rules

    def known(self, here: int, previous: str) -> int | None:
        """End of a body known by name that begins here and belongs to the name."""
        if here in self.inner and (here == self.start or not self.rules.splits or previous in OWNED):
            return self.inner[here]
        return None

    def generic(self, word: str, here: int) -> End | None:
        """The start, where the first word tells that a kind of body is meant, as และ does in องค์การและ…."""
        if here > self.start:
            return None
        if PLAIN_HEADS.match(self.text, self.head) and NOT_FIRST.match(self.text, here):
            return End(self.start)
        if OFFICES.match(self.text, self.head) and NOT_FIRST_OF_OFFICE.match(self.text, here):
            return End(self.start)
        joined = word.startswith("และ") and not self.text.startswith("สถาน", self.head)
        if joined or word in GENERIC or (self.rules.loose and word in GENERIC_COMMITTEES):
            return End(self.start)
        return None

    def certain(self, word: str, here: int, after: int) -> End | None:
        """The end, where this word is known to be the last: แห่งชาติ, จังหวัดน่าน."""
        if word.startswith("แห่ง") and (national := NATIONAL.match(self.text, here)):
            return End(national.end(), sure=True)
        if word == "จังหวัด" and self.rules.place is not None:
            found = self.rules.place.match(self.text, after)
            return End(found.end(), sure=True) if found else End(after)
        return None

    def ends(self, word: str, previous: str, here: int) -> bool:
        """Whether the name ended before this word."""
        if word == "ที่" and _ORDINAL.match(self.text, here):
            return False
        if self._within_ability(word, here) or (word == "นาง" and _ENDS_PLACE.match(self.text, here + len(word))):
            return False
        if word == "มา" and here == self.start and self.text.startswith(("มารี", "มาเรีย"), here):
            return False  # โรงเรียนมารีย์บำรุง
        if word == "โดย" and self.text.startswith("โดยชุมชน", here) and self.text.endswith("ท่องเที่ยว", 0, here):
            return False  # ชมรมท่องเที่ยวโดยชุมชนบ้านนาดี
        if word == "หรือ" and self.text.startswith("ร่างกาย", here + len(word)):
            return False  # สมาคมคนพิการทางการเคลื่อนไหวหรือร่างกาย
        return (
            ((word in ENDS or END_STEMS.match(word) is not None) and not (self.rules.loose and word in LOOSE))
            or (word.startswith("และ") and not inside_and(self.text, here, self.limit, self.inner))
            or self._relates(word, here)
            or (here > self.start and self._acts(word, previous, here))
        )

    def _within_ability(self, word: str, here: int) -> bool:
        """Whether ใน, ที่ and จะ stand within words that belong to names: ความสามารถในการแข่งขัน, พลังที่ยั่งยืน, จะนะ."""
        if word.startswith("ให้"):  # คณะทำงานโครงการผ้าไทยใส่|ให้สนุก, …มาตรฐานการ|ให้บริการ
            return (self.text.startswith("ให้บริการ", here) and self.text.endswith("การ", self.start, here)) or (
                self.text.startswith("ให้สนุก", here) and self.text.endswith("ผ้าไทยใส่", self.start, here)
            )
        if word.startswith("เป็น"):  # …อัตลักษณ์ความ|เป็นไทย
            return self.text.startswith(("เป็นไทย", "เป็นเลิศ", "เป็นธรรม"), here) and self.text.endswith("ความ", self.start, here)
        if word.startswith("ไป"):  # กองบริหารแรงงานไทย|ไปต่างประเทศ
            return self.text.startswith(("ไปต่างประเทศ", "ไปทำงานต่างประเทศ"), here)
        if word.startswith("ใน"):
            return self.text.startswith("ในการแข่งขัน", here) and self.text.endswith("ความสามารถ", 0, here)
        if word in {"จะ", "นะ"}:
            return self.text.startswith("จะนะ", here - 2 * (word == "นะ"))  # the district
        if word.startswith("ทั่ว"):
            return self.text.startswith(("ทั่วไทย ", "ทั่วไทย\n"), here)
        return word.startswith("ที่") and self.text.startswith("ที่ยั่งยืน", here)

    def _relates(self, word: str, here: int) -> bool:
        after = here + len(word)
        if word == "ของ":
            inside = OF_ALL.match(self.text, after) or OF_OWNER.match(self.text, self.head)
            return not inside and not (self.rules.loose and here > self.start)
        if word == "ระหว่าง":
            return BETWEEN.match(self.text, after) is None
        return self.rules.loose and word.startswith("เพื่อ") and PURPOSE.match(self.text, here) is not None

    def _acts(self, word: str, previous: str, here: int) -> bool:
        if self.rules.splits and previous not in OWNED and SUPERIOR.match(self.text, here):
            return True
        noun = previous in NOUN_MAKERS or previous.endswith("การ")
        if self.rules.loose or noun:
            return False
        if DOES.match(self.text, here) is not None and (
            NAMED_BY_PLACE.match(self.text, self.head) is not None
            or (self.text.find("บ้าน", self.start, here) >= 0 and NAMES_TOO.match(self.text, here) is None)
        ):
            return True
        return VERBS.match(word) is not None or (previous != "" and MAKES.match(self.text, here) is not None)

    def dangles(self, word: str, here: int) -> bool:
        """Whether the word cannot be a name's last."""
        if word == "ที่" and _ORDINAL.match(self.text, here):
            return False
        return word in DANGLING or (self.rules.loose and word in LAST)


def may_follow_and(text: str, at: int) -> bool:
    """Whether a name may go on with the word at `at` after และ, or in an enumeration."""
    return NOT_AFTER_AND.match(text, at) is None


def inside_and(text: str, at: int, limit: int, inner: Mapping[int, int]) -> bool:
    """Whether the และ at `at` joins two words of one name (กรมพัฒนาสังคมและสวัสดิการ) and not two bodies."""
    after = at + len("และ")
    if after >= limit or after in inner:
        return False
    plans = text.startswith("โครงการ", after) and text.endswith("แผนงาน", 0, at)  # สำนักแผนงานและโครงการพิเศษ
    return plans or may_follow_and(text, after) or text.endswith(("รัฐ", "ภาครัฐ"), 0, at)


def is_kind(text: str, start: int, end: int) -> bool:
    """Whether the name ends in a bare level of area, and so tells a kind of office: สำนักงานขนส่งจังหวัด."""
    return _LEVEL.search(text, start, end) is not None


def ends_name(word: str) -> bool:
    """Whether a word cannot stand in a body's name: ได้, ซึ่ง, เปิดเผย."""
    return word in ENDS
