"""What every reader of a name needs: the head word in its text, what may stand before it, and the tails behind a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.document import Span
from extractor.match.organisation_known import FUNCTION_LEFT, TAIL
from extractor.match.organisation_names import ABBREVIATION, THAI, Rules, is_kind, read_name, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping


class Reading(NamedTuple):
    """A head word at `start:end` of a text, and what may help to read on from it."""

    text: str
    start: int
    end: int
    inner: Mapping[int, int]
    province: re.Pattern[str]


LETTER = re.compile(THAI)
# เขต 2 · ภาค 5 · พื้นที่ 7 · ที่ 1 · 7, and not 7 รางวัล
NUMBER = re.compile(
    r"""
    \ ?(?:พื้นที่|เขต(?:พื้นที่)?|ภาค|แห่ง)?(?:ที่)?\ ?\d{1,3}
    (?![\d.:,/)]|\ ?(?:รางวัล|คน|ราย|แห่ง|ปี|หน่วยงาน|ผลงาน|ด้าน|โครงการ|เรื่อง|[ก-ฮ]{1,3}\.[ก-ฮ]))
    """,
    re.VERBOSE,
)
# กองทัพภาคที่ 3 · ตำรวจภูธรภาค 5
_RANK_NUMBER = re.compile(r"(?<=ที่)\ ?\d{1,3}|(?<=ภาค)\ ?\d{1,2}")
_PROVINCE_WORD = re.compile(r"\ ?(?:จังหวัด|จ\.)")
_LOCAL = re.compile("เทศบาล|ตำบล|อำเภอ")
# …ทุกแห่ง: all of a kind
ALL_OF_KIND = re.compile(r"\ ?(?:ทุกแห่ง|ทั่วประเทศ|หลายแห่ง|ต่าง\ ?ๆ|ทั้ง\ ?\d+|\d+\ (?:แห่ง|จังหวัด)|กว่า\ \d+)")
# ทุก|กรม, กฎ|กระทรวง, ตำบล|กองแขก: no body, or none in particular
_NOT_BEHIND = re.compile(r"(?:ทุก|หลาย|แต่ละ|บาง|จำนวน|ต่าง|กฎ|นม|ตำบล|ต\.|บ้าน|อำเภอ|ถนน)\ ?$")


def free(reading: Reading) -> bool:
    """Whether the head begins a word (not เกษต|กรม|ี) and does not speak of all or some of its kind."""
    text, start = reading.text, reading.start
    if _NOT_BEHIND.search(text, max(0, start - 8), start):
        return False
    if not start or reading.end - start > 5 or not LETTER.match(text, start - 1):
        return True
    at = start - 1
    while at > max(0, start - 24) and LETTER.match(text, at - 1):
        at -= 1
    for word in tokens(text[at : reading.end + 24]):
        if at >= start:
            return at == start
        at += len(word)
        if at == reading.end:  # หัวหน้ากลุ่ม and สมาชิกสภา are words
            return True
    return False


def span(reading: Reading, end: int | None, rule: str, least: int = 2) -> Span | None:
    """The mention, with its ฯ, if its name has at least `least` characters."""
    if end is None or end - reading.end < least:
        return None
    if reading.text.startswith("ฯ", end) and not reading.text.startswith("ฯล", end):
        end += 1
    return Span(reading.start, end, f"organisation.{rule}")


def abbreviation(reading: Reading, at: int) -> int | None:
    """End of an abbreviation that stands for a name at `at` or a space on: สำนักงาน ก.พ.ร."""
    found = ABBREVIATION.match(reading.text, at + reading.text.startswith(" ", at))
    return found.end() if found else None


def with_tails(reading: Reading, end: int, *, office: bool) -> int:
    """`end`, moved behind number, province and patronage."""
    text = reading.text
    tail = TAIL.match(text, end)
    end = tail.end() if tail else end
    number = (NUMBER if office else _RANK_NUMBER).match(text, end)
    end = number.end() if number else end
    word = _PROVINCE_WORD.match(text, end) if office and not _LOCAL.search(text, reading.end, end) else None
    found = reading.province.match(text, word.end()) if word else None
    return found.end() if found else end


def thai_name(reading: Reading, *, splits: bool = False, loose: bool = False, office: bool = False) -> int | None:
    """End of a name of Thai words or an abbreviation, or None."""
    if not free(reading):
        return None
    text, start = reading.text, reading.end
    abbreviated = abbreviation(reading, start)
    if abbreviated is not None:
        return with_tails(reading, abbreviated, office=office)
    end, sure = read_name(text, reading.start, start, reading.inner, Rules(splits, loose, reading.province))
    if end - start < 2:
        return None
    if text.endswith(("ปลัดกระทรวง", "สมาคมแม่บ้าน"), reading.start, end):
        above = abbreviation(reading, end)
        if above is not None or text.endswith("กระทรวง", 0, end):
            return above
    if not sure and is_kind(text, start, end):
        found = reading.province.match(text, end)
        if not found:
            return None
        end = found.end()
    end = with_tails(reading, end, office=office)
    return None if ALL_OF_KIND.match(text, end) else end


def after_dot(reading: Reading) -> int | None:
    """Where the name begins after an abbreviated head (รพ., อบต.), or None where that is the end of another word."""
    text, start, end = reading.text, reading.start, reading.end
    if text[end - 1] != ".":
        return end
    if start and (
        text[start - 1] == "." or (LETTER.match(text, start - 1) and not FUNCTION_LEFT.search(text, max(0, start - 14), start))
    ):
        return None
    return end + text.startswith(" ", end)
