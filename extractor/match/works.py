"""Titles of the works, projects and products that win: ผลงาน “…”, จากผลงาน…, ผลิตภัณฑ์ "…", โครงการ…, เพลง “…”."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extractor.document import Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from extractor.structure import Structure

# ผลงาน “…” · จากผลงานเรื่อง … · ชื่อผลงาน : … · ด้วยผลงาน …
_LEAD = re.compile(
    r"""
    (?P<work> (?:จาก|ด้วย|ในนาม|เจ้าของ|ชื่อ|กับ|มี|คือ)?[ ]?(?:ชื่อ)?ผลงาน(?:วิจัย|นวัตกรรม|วิชาการ|เพลง|ชื่อ|สร้างสรรค์|โครงการ|ประดิษฐ์)?[ ]?(?:เรื่อง|ชื่อ)? )
    | (?P<film> (?:จาก)?(?:ภาพยนตร์|หนัง|ละคร|ซีรีส์|สารคดี|รายการ|เพลง|บทเพลง|หนังสือ|นวนิยาย|คลิป|เรื่องสั้น|บทกวี|แอปพลิเคชัน|แอปพลิเคชั่น|งานวิจัย|การวิจัย|วิจัย|สิ่งประดิษฐ์|นวัตกรรม|วิทยานิพนธ์|บทความ)[ก-๙]{0,24}?[ ]?(?:เรื่อง|ชื่อ)? )(?=[ ]?[“"‘'A-Z])
    | (?P<product> ผลิตภัณฑ์|เมนู|แบรนด์ )(?=[ ]?[“"‘'])
    | (?P<project> (?:จาก|ใน|ด้วย)?(?:การดำเนิน)? (?=โครงการ[“"\ ก-ฮเ-ไA-Z]) )
    | (?P<latin> (?:คือ|ได้แก่)[ ](?:เรื่อง[ ])? )(?=[A-Z][A-Za-z'’]+[ ][A-Za-z])
    | (?P<subject> (?<=[ ])(?:เรื่อง|ชื่อเรื่อง) )(?=[ ]?[“"])
    """,
    re.VERBOSE,
)
_COLON = re.compile(r"[ ]*(?:[:：\-–][ ]*)?(?:คือ[ ])?")
_UNNAMED = re.compile(
    r"[ ]*(?:ผ่าน|ส่ง|ที่(?!สุด)|ดังกล่าว|นี้|ของ|ดีเด่น|เด่น|ใน(?=[ ])|จำนวน|\d+[ ]*(?:รางวัล|เรื่อง|ชิ้น|ผลงาน|โครงการ)|โดดเด่น|ต่าง|อันดับ|รวม|เข้า|การดำเนินงาน|ทาง|และ|เป็น|ได้|มา|สู่|ส่ง|ทั้ง|ประกวด|วิจัย(?=ดี)|"
    r"ด้าน|ระดับ|ประเภท|รางวัล|ชนะ|นั้น|เหล่า|ซึ่ง|โดย|ไป|จาก|ให้|แก่|เพื่อ|ตาม|อย่าง|ชิ้น|คุณภาพ|ไว้|แล้ว|เชิง|สำคัญ|เชิงประจักษ์|มี|หรือ|อื่น|สูง|ยอด|ดี[ ]|ปี|ครบ|จน|ขึ้น|ก็|ร่วม|สาขา|กลุ่ม|ฯ|ภายใต้|ๆ|/|\)|,|\.|\n|$)"
)
_END = re.compile(
    r"""
    [\n✅•] | [ ]*[,;]?[ ]*(?:โดย(?=[ ]?(?:กรม|กระทรวง|สำนัก|ศูนย์|กอง|นาย|นาง|โรงพยาบาล|รพ|โรงเรียน|เทศบาล|บริษัท|สถา|คณะ|มหา|วิทยา|องค์|เด็ก|ด\.|ดร|ศ|ผศ|รศ|กลุ่ม|ทีม|จังหวัด|อำเภอ|ชุมชน|ธนาคาร|การ|พล|น\.|คุณ|ว่าที่|มูลนิธิ|สมาคม|สหกรณ์|วิสาหกิจ|[A-Z“"]))
      | โดย[ ] | ซึ่งเป็น | ซึ่ง[ก-ฮ] | ได้รับ | ได้แก่ | และ(?=[ ]?(?:ผลงาน|รางวัล|ประเภท|ระดับ|สาขา|ได้รับ|\d\)|โครงการที่|(?:กรม|นาย|นาง|โรงพยาบาล|โรงเรียน|สำนักงาน)[ก-ฮ]))
      | ประเภท(?=[ก-ฮ]) | ระดับ(?=ดี|เหรียญ|ทอง|ชม|ก้าว) | สาขา(?=[ก-ฮ]) | (?<!เงิน)รางวัล(?=[ก-ฮ]) | เงินรางวัล | จัดโดย | ณ[ ] | เมื่อวันที่ | ในงาน | จากเวที | พร้อม(?:เงิน|โล่|รับ)
      | ถือเป็น | นับเป็น | สะท้อน | ตอกย้ำ | เพื่อ(?:เป็นการ|เชิดชู) | จำนวน\ ?\d | นอกจากนี้ | ทั้งนี้ | \d{1,2}(?:\.\d)*\)
      | [ ](?:กรม|โรงพยาบาล|สำนักงาน|โรงเรียน)(?=[ก-ฮเ-ไ]{4}) )
    | [ ]+(?=(?:ของ|โดย|จาก|จังหวัด|จ\.|ที่|ซึ่ง|เป็น|ได้|ใน|มี|ให้|ผลงาน)[ก-ฮเ-ไ\ ]) | [ ]{2,}
    | \((?=(?:เสนอ|โดย|จังหวัด)) | [ ]?\((?=[A-Z]{2,}[ ]?\d*\)) | ”|"(?=\ )
    """,
    re.VERBOSE,
)
_CLOSERS = {"“": "”", "‘": "’", '"': '"', "'": "'"}


def find_works(text: str, structure: Structure, after: Collection[int] = ()) -> list[Span]:
    """Every title of a work in a clean text, in order, without its quotation marks and the word ผลงาน.

    Args:
        text: the clean text.
        structure: its structure.
        after: where labels of awards end; a bare ผลงาน that follows one closely begins a title even without marks.

    >>> from extractor.structure import find_structure
    >>> text = "จากผลงาน “น้ำใสใจกลางทุ่ง” โดยเทศบาลตำบลนาดี"
    >>> [text[w.start:w.end] for w in find_works(text, find_structure(text))]
    ['น้ำใสใจกลางทุ่ง']
    """
    works: list[Span] = []
    ends = sorted(after)
    done = 0
    for match in _LEAD.finditer(text):
        if match.start() < done:
            continue
        found = _title(text, match, structure, ends)
        if found is not None:
            works.append(found)
            done = found.end
    return works


def _title(text: str, match: re.Match[str], structure: Structure, ends: list[int]) -> Span | None:
    kind = match.lastgroup or "work"
    after = match.end()
    colon = _COLON.match(text, after)
    start = colon.end() if colon else after
    if start < len(text) and text[start] in _CLOSERS:
        return _quoted(text, start, structure, kind)
    if kind == "latin":
        return _latin(text, start)
    if kind in {"film", "product", "subject"} and not text[start : start + 1].isascii():
        return None
    if kind == "project":
        return _unquoted(text, start, "work.project") if match.group() else None
    if _UNNAMED.match(text, after):
        return None
    if _BARE.fullmatch(match.group()) and ":" not in text[after:start] and not _follows_label(text, match.start(), ends):
        return None
    return _unquoted(text, start, f"work.{kind}")


_LATIN_TITLE = re.compile(r"[A-Z][A-Za-z0-9 ,.:'’&!?\-–]*[A-Za-z0-9!?]")


def _latin(text: str, start: int) -> Span | None:
    """A title in Latin letters right behind คือ or ได้แก่; a name of a firm is none."""
    match = _LATIN_TITLE.match(text, start)
    if match is None or match.end() - start < 6 or re.search(r"(?:Ltd|Inc|PLC|Company|Group|Co)\.?$", match.group()):
        return None
    return Span(start, match.end(), "work.latin")


_BARE = re.compile(r"(?:มี|คือ|กับ)?[ ]?ผลงาน[ ]?")


def _follows_label(text: str, at: int, ends: list[int]) -> bool:
    """Whether a label, or the beginning of a line or item, stands right before."""
    index = bisect_right(ends, at) - 1
    if index >= 0 and at - ends[index] <= 12 and "\n" not in text[ends[index] : at]:
        return True
    return bool(re.search(r"(?:^|\n|\d[).]|[-•✅])[ ]*$", text[max(0, at - 4) : at]))


def _quoted(text: str, start: int, structure: Structure, kind: str) -> Span | None:
    """A title in quotation marks; words that go on after a quoted beginning (“หมอพร้อม” แพลตฟอร์ม…) are not taken."""
    quote = structure.quote_at(start)
    if quote is not None and quote[0] == start:
        inner_start, inner_end = start + 1, quote[1] - 1
    else:
        close = text.find(_CLOSERS[text[start]], start + 1, start + 250)
        line_end = text.find("\n", start)
        limit = close if close >= 0 else (line_end if line_end >= 0 else len(text))
        inner_start, inner_end = start + 1, limit
    if inner_end < len(text) and kind == "work" and _goes_on(text, inner_end + 1):
        longer = _unquoted(text, start, f"work.{kind}")
        if longer is not None and longer.end > inner_end + 1:
            return longer
    while inner_start < inner_end and text[inner_start] in " \n":
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1] in " \n":
        inner_end -= 1
    if not 2 <= inner_end - inner_start <= 300:
        return None
    return Span(inner_start, inner_end, f"work.{kind}.quoted")


_MORE = re.compile(r"[ ]?[“\"]|[ ]?:[ ]|[ ]?(?:แก้|สู่)(?=[ก-ฮ])")


def _goes_on(text: str, at: int) -> bool:
    return bool(_MORE.match(text, at))


def _unquoted(text: str, start: int, rule: str) -> Span | None:
    stop = _END.search(text, start + 2, start + 260)
    end = stop.start() if stop else min(len(text), start + 120)
    title = text[start:end].rstrip(" ,.-–:(“")
    title = re.sub(r"[ ]+และ$", "", title)
    if len(title) < 4:
        return None
    return Span(start, start + len(title), rule)
