"""Where honorifics stand in a text, those that stand together as one: นาย, รศ.ดร., พลตรีหญิง คุณหญิง.

Offsets are of the normalised text, in characters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Ending
from extractor.match.person_likeness import known_names
from extractor.match.position_words import LEADS_IN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.gazetteer_rows import Honorific

# พัฒนา + ยก…, สัมมนา + งาน…: the letters of นาย, นาง run over the end of another word
_RUNS_OVER = tuple(
    "พัฒ|สัมม|เสว|ภาว|ศาส|ปรารถ|วาส|เจต|สถาป|วิปัสส|ชาว|ทุ่ง|ท้อง|ไร่|ทำ|ฌาป|สันท|จินต|เวท|ขุน|เจ้า|โฆษ|ขบ|สุข|ลา|ปลา|พี่|น้อง|พระ".split("|")
)
_INITIALS = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]\.(?<!น\.)\Z")
_COUNTED = re.compile(r"\d\s?\Z")
_NOT_KHUN = re.compile(r"(?:ขอบ|บุญ|พระ|เกียรติ|ธิ|ทวี|เท่า|คำ|สรรพ|นรก|ต้น|มี|เพิ่ม|สร้าง|เชิง|ผู้ทรง|เป็น|คู่|สุด|ด้าน)\Z")
# ห้องประชุมศาสตราจารย์ …, มูลนิธิพลเอก …: the name of a thing
NAMED_AFTER = Ending(
    re.compile(
        r"(?:ห้อง(?:ประชุม)?|หอประชุม|อาคาร|ตึก|ถนน|ซอย|สะพาน|รางวัล|ทุน|มูลนิธิ|โรงเรียน|โรงพยาบาล|อนุสาวรีย์"
        r"|พิพิธภัณฑ์|สวน|สนาม|ค่าย|ศาลา|(?<!ชาว)(?<!ใหญ่)บ้าน|อำเภอ|ตำบล|คลอง|วัด|ร้าน|บริษัท|แบบ|ชุด|เรือ|ปาฐกถา)"
        r"[ ]?[“\"]?\Z"
    ),
    "ห้อง|ประชุม|อาคาร|ตึก|ถนน|ซอย|สะพาน|รางวัล|ทุน|มูลนิธิ|โรงเรียน|โรงพยาบาล|อนุสาวรีย์|พิพิธภัณฑ์|สวน|สนาม|ค่าย|ศาลา|บ้าน|อำเภอ|ตำบล|คลอง|วัด|ร้าน"
    '|บริษัท|แบบ|ชุด|เรือ|ปาฐกถา|“|"',
)
# ผู้ได้รับรางวัล| นายสมใจ: with a space, and a plain form of address, a winner
_WINNERS = re.compile(r"(?:รางวัล|โล่|ทุน|ชุด|แบบ|บ้าน|ร้าน|วัด|สวน|ค่าย)[ ]+\Z")
_PLAIN = frozenset({"nai", "nang", "nangsao", "dek-chai", "dek-ying"})
# ขอบคุณ|ศาสตราจารย์ …, เผย|พลเอก …
_LEADS_IN_TITLES = re.compile(r"(?:เผย|ขอบคุณ|ชื่นชม|ยินดีกับ|พร้อมด้วย|นำโดย|เชิญ|ขณะที่|แต่งตั้ง|ล่าสุด|สำหรับ|ส่วน)\Z")
# Before these nearly any word may stand without a space
_LOOSE = frozenset({"nai", "nang", "nangsao", "khun", "than"})
# ว่าที่ ร.ต.(หญิง)
_LADY = re.compile(r"[ ]?\((?:หญิง|พิเศษ)\)")
THAI_LETTER = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]")


def chains(text: str, titles: Iterable[tuple[int, int, Honorific]]) -> Iterator[tuple[int, int, list[Honorific]]]:
    """Start, end and rows of honorifics that stand together as one, of all that are written: รศ.ดร. · พลตรีหญิง คุณหญิง."""
    chain: list[tuple[int, int, Honorific]] = []
    for at, to, row in titles:
        lady = _LADY.match(text, to)
        reached = lady.end() if lady else to
        if chain and at - chain[-1][1] <= 1 and text[chain[-1][1] : at] in {"", " "}:
            chain.append((at, reached, row))
            continue
        yield from _standing(text, chain)
        chain = [(at, reached, row)]
    yield from _standing(text, chain)


def _standing(text: str, chain: list[tuple[int, int, Honorific]]) -> Iterator[tuple[int, int, list[Honorific]]]:
    """The chain from the first honorific on that is one: ขอบคุณศาสตราจารย์ |ดร."""
    for index, (start, _, row) in enumerate(chain):
        if row.kind == "royal":
            return
        if _stands(text, start, chain[-1][1], row):
            yield start, chain[-1][1], [row for *_, row in chain[index:]]
            return


def _runs_over(before: str) -> bool:
    """Whether the letters of นาย or นาง are the end of a word that begins before them: พัฒ|นา, ที่|ท|นา."""
    return before.endswith(_RUNS_OVER) or (before.endswith("ท") and not "ก" <= before[-2:-1] <= "๎")


def _stands(text: str, start: int, end: int, row: Honorific) -> bool:
    """Whether the honorific at `start` is one, and no piece of another word."""
    before = text[max(0, start - 24) : start]
    written = text[start:end]
    if before.endswith(".") and _INITIALS.search(before) and "." in written:
        return False
    if written.startswith("นา") and (_runs_over(before) or (text[end : end + 1] == " " and _COUNTED.search(before))):
        return False
    # กยศ., สปอ., สวิตเซอร์แลนด์ hold the letters of ศ., อ., เซอร์
    lettered = THAI_LETTER.match(before[-1:]) is not None
    letter = written.startswith(("ศ.", "อ.")) and written[2:3] in {"", " "}
    glued = lettered and (letter or (row.id not in _LOOSE and "." not in written))
    if glued and not (LEADS_IN.search(before) or _LEADS_IN_TITLES.search(before) or _is_rank_before_name(text, end, written)):
        return False
    if row.id in _PLAIN and _WINNERS.search(before):
        return True
    return not (NAMED_AFTER.search(before) or (row.id == "khun" and _NOT_KHUN.search(before)))


# เข้าเยี่ยมคารวะ|พลเอก อารีย์
_RANK = re.compile(r"(?:พล(?:เรือ|อากาศ|ตำรวจ)?|พัน(?:ตำรวจ|จ่า)?|ร้อย(?:ตำรวจ)?|นาวา(?:อากาศ)?|เรืออากาศ)(?:เอก|โท|ตรี)(?:หญิง)?")
_NEXT_WORD = re.compile(r"[ ]([ก-๎]{3,16})[ ]")


def _is_rank_before_name(text: str, end: int, written: str) -> bool:
    """Whether a military or police rank that ends at `end`, glued to a verb, has a known given name behind it."""
    following = _NEXT_WORD.match(text, end) if _RANK.fullmatch(written) else None
    return following is not None and following[1] in known_names()[0]
