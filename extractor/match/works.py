"""Titles of the works, projects and products that win: ผลงาน “…”, จากผลงาน…, ผลิตภัณฑ์ "…", โครงการ…, เพลง “…”."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extractor.document import Span
from extractor.match.anchors import find_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from extractor.structure import Structure

# ผลงาน “…” · จากผลงานเรื่อง … · ชื่อผลงาน : … · ด้วยผลงาน …
_WORK = re.compile(r"ผลงาน(?:วิจัย|นวัตกรรม|วิชาการ|เพลง|ชื่อ|สร้างสรรค์|โครงการ|ประดิษฐ์)?[ ]?(?:เรื่อง|ชื่อ)?")
_BEFORE_WORK = re.compile(r"(?:จาก|ด้วย|ในนาม|เจ้าของ|ชื่อ|กับ|มี|คือ)?[ ]?(?:ชื่อ)?$")
# เพลง “…” · ภาพยนตร์สั้นเรื่อง “…” · ผลิตภัณฑ์ "…": what stands right before a quotation
_BEFORE_QUOTE = re.compile(
    r"""
    (?: (?P<film> (?:ภาพยนตร์|หนัง|ละคร|ซีรีส์|สารคดี|รายการ|เพลง|หนังสือ|นวนิยาย|คลิป|เรื่องสั้น|บทกวี|แอปพลิเคชัน|แอปพลิเคชั่น|วิจัย|สิ่งประดิษฐ์
      |โครงงาน|นวัตกรรม|วิทยานิพนธ์|บทความ)[ก-๙]{0,24}?[ ]?(?:เรื่อง|ชื่อ)? )
      | (?P<named> ชื่อ(?:ทีม)?[ ]?[A-Za-zก-๙]{0,14} )
      | (?P<made> (?:จาก|ด้วย)(?:การพัฒนา|การจัดทำ|การดำเนิน)?(?:โครงการ|ระบบ|แคมเปญ|แอป[ก-๙]*|แพลตฟอร์ม|นวัตกรรม|บริการ)? )
      | (?P<product> ผลิตภัณฑ์|เมนู|แบรนด์ )
      | (?P<subject> (?:^|(?<=[ ]))(?:จาก|ของ)?(?:ชื่อ)?เรื่อง ) ) [ ]?$
    """,
    re.VERBOSE,
)
_FILM_WORD = re.compile(r"(?:ภาพยนตร์|หนัง|ละคร|ซีรีส์|สารคดี|เพลง|หนังสือ|นวนิยาย|วิจัย|วิทยานิพนธ์|บทความ)[ก-๙]{0,24}?$")
# จากการดำเนินโครงการ… · 1) โครงการ…
# ผลงานที่ได้รับรางวัล คือ การ…
_WON = re.compile(r"ที่(?:ได้รับ|ชนะ|คว้า|รับ)[^\n]{0,40}?(?:คือ|ได้แก่)[ ]?(?![“\"\d])")
_BEFORE_PROJECT = re.compile(r"(?:จาก|ด้วย|ในนาม)(?:การดำเนิน|การจัดทำ|การพัฒนา|ผลงาน)?[ ]?$|(?:^|\n|\d[.)]|[-•✅])[ ]*$")
_PROJECT_NAME = re.compile(r"[“\" ]?(?!นี้|ที่|ดังกล่าว|เพื่อ|ฯ|ต่าง|ของ|ใน|และ|ให้|โดย|อื่น|ทั้ง|จะ|ได้|สำคัญ|จำนวน|\d)[ก-ฮเ-ไA-Z]")
_LATIN_BEGINS = re.compile(r"[ ]?(?=[A-Z])")
_LATIN_WORDS = re.compile(r"[ ](?:เรื่อง[ ])?(?=[A-Z][A-Za-z'’]+[ ][A-Za-z])")
_COLON = re.compile(r"[ ]*(?:[:：\-–][ ]*)?(?:คือ[ ])?")
_UNNAMED = re.compile(
    r"[ ]*(?:ผ่าน|ส่ง|ที่(?!สุด)|ดังกล่าว|นี้|ของ|ดีเด่น|เด่น|ใน(?=[ ])|จำนวน|\d+[ ]*(?:รางวัล|เรื่อง|ชิ้น|ผลงาน|โครงการ)|โดดเด่น|ต่าง|อันดับ|รวม"
    r"|เข้า|การดำเนินงาน|ทาง|และ|เป็น|ได้|มา|สู่|ส่ง|ทั้ง|ประกวด|วิจัย(?=ดี)|"
    r"ด้าน|ระดับ|ประเภท|รางวัล|ชนะ|นั้น|เหล่า|ซึ่ง|โดย|ไป|จาก|ให้|แก่|เพื่อ|ตาม|อย่าง|ชิ้น|คุณภาพ|ไว้|แล้ว|เชิง|สำคัญ|เชิงประจักษ์|มี|หรือ|อื่น|สูง|ยอด"
    r"|ดี[ ]|ปี|ครบ|จน|ขึ้น|ก็|ร่วม|สาขา|กลุ่ม|ฯ|ภายใต้|ๆ|/|\)|,|\.|\n|$)"
)
_END = re.compile(
    r"""
    [\n✅•] | [ ]*[,;]?[ ]*(?:โดย(?=[ ]?(?:กรม|กระทรวง|สำนัก|ศูนย์|กอง|นาย|นาง|โรงพยาบาล|รพ|โรงเรียน|เทศบาล|บริษัท|สถา|คณะ|มหา|วิทยา
      |องค์|เด็ก|ด\.|ดร|ศ|ผศ|รศ|กลุ่ม|ทีม|จังหวัด|อำเภอ|ชุมชน|ธนาคาร|การ|พล|น\.|คุณ|ว่าที่|มูลนิธิ|สมาคม|สหกรณ์|วิสาหกิจ|[A-Z“"]))
      | โดย[ ] | ซึ่งเป็น | ซึ่ง[ก-ฮ] | ได้รับ | ได้แก่ | และ(?=[ ]?(?:ผลงาน|รางวัล|ประเภท|ระดับ|สาขา|ได้รับ|\d\)|โครงการที่|(?:กรม|นาย|นาง
        |โรงพยาบาล|โรงเรียน|สำนักงาน)[ก-ฮ]))
      | ประเภท(?=[ก-ฮ]) | ระดับ(?=ดี|เหรียญ|ทอง|ชม|ก้าว) | สาขา(?=[ก-ฮ]) | (?<!เงิน)รางวัล(?=[ก-ฮ]) | เงินรางวัล | จัดโดย | ณ[ ]
        | เมื่อวันที่ | ในงาน | จากเวที | พร้อม(?:เงิน|โล่|รับ)
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
        after: where labels of awards and names of winners end; a bare ผลงาน that follows one closely begins a title even
            without marks.

    >>> from extractor.structure import find_structure
    >>> text = "จากผลงาน “น้ำใสใจกลางทุ่ง” โดยเทศบาลตำบลนาดี"
    >>> [text[w.start:w.end] for w in find_works(text, find_structure(text))]
    ['น้ำใสใจกลางทุ่ง']
    """
    ends = sorted(after)
    offers = [*_by_word(text, structure, ends), *_by_quotation(text, structure), *_by_latin(text)]
    works: list[Span] = []
    for _, work in sorted(offers, key=lambda offer: (offer[0], offer[1].start)):
        if not works or work.start >= works[-1].end:
            works.append(work)
    return works


def _by_word(text: str, structure: Structure, ends: list[int]) -> Iterator[tuple[int, Span]]:
    """Titles behind ผลงาน and those that begin with โครงการ, each with where its phrase begins."""
    for place in find_words(text, ("ผลงาน",)):
        match = _WORK.match(text, place)
        assert match is not None
        before = _BEFORE_WORK.search(text[max(0, place - 14) : place])
        lead = before.group() if before else ""
        work = _behind_work(text, place - len(lead), lead, match.end(), structure, ends)
        if work is not None:
            yield place - len(lead), work
    for place in find_words(text, ("โครงการ",)):
        led = _BEFORE_PROJECT.search(text[max(0, place - 16) : place])
        if led is not None and _PROJECT_NAME.match(text, place + 7):
            work = _unquoted(text, place, "work.project")
            if work is not None:
                yield place - len(led.group()), work


def _by_quotation(text: str, structure: Structure) -> Iterator[tuple[int, Span]]:
    for start, _ in structure.quotes:
        match = _BEFORE_QUOTE.search(text[max(0, start - 48) : start])
        if match is not None:
            work = _quoted(text, start, structure, match.lastgroup or "film")
            if work is not None:
                yield start - len(match.group()), work


def _by_latin(text: str) -> Iterator[tuple[int, Span]]:
    for place in find_words(text, ("เรื่อง",)):
        begins = _LATIN_BEGINS.match(text, place + 6)
        if begins is not None and _FILM_WORD.search(text[max(0, place - 36) : place]):
            work = _unquoted(text, begins.end(), "work.film")
            if work is not None:
                yield place, work
    for place in find_words(text, ("คือ", "ได้แก่")):
        begins = _LATIN_WORDS.match(text, place + (3 if text.startswith("คือ", place) else 6))
        if begins is not None and "รางวัล" not in text[max(0, place - 24) : place]:
            work = _latin(text, begins.end())
            if work is not None:
                yield place, work


def _behind_work(text: str, begin: int, lead: str, after: int, structure: Structure, ends: list[int]) -> Span | None:
    colon = _COLON.match(text, after)
    start = colon.end() if colon else after
    if start < len(text) and text[start] in _CLOSERS:
        return _quoted(text, start, structure, "work")
    won = _WON.match(text, after)
    if won is not None:
        return _to_space(text, won.end())
    if _UNNAMED.match(text, after):
        return None
    bare = lead.strip() in {"", "มี", "คือ", "กับ"} and after - begin - len(lead) <= 6
    if bare and ":" not in text[after:start] and not _follows_label(text, begin, ends):
        return None
    return _unquoted(text, start, "work.work")


_LATIN_TITLE = re.compile(r"[A-Z][A-Za-z0-9 ,.:'’&!?\-–]*[A-Za-z0-9!?]")


def _latin(text: str, start: int) -> Span | None:
    """A title in Latin letters right behind คือ or ได้แก่; a name of a firm is none."""
    match = _LATIN_TITLE.match(text, start)
    if match is None or match.end() - start < 6 or re.search(r"(?:Ltd|Inc|PLC|Company|Group|Co)\.?$", match.group()):
        return None
    return Span(start, match.end(), "work.latin")


_OPENED = re.compile(r"(?:^|\n|\d[).]|[-•✅]|ได้แก่|คือ|ดังนี้|และ|,|:|“|\")[ ]*$")


def _to_space(text: str, start: int) -> Span | None:
    """A title without marks, which ends at the first space."""
    end = start
    while end < len(text) and text[end] not in " \n":
        end += 1
    return Span(start, end, "work.won") if 12 <= end - start <= 300 else None


def _follows_label(text: str, at: int, ends: list[int]) -> bool:
    """Whether a label, or the beginning of a line or item, stands right before."""
    index = bisect_right(ends, at) - 1
    if index >= 0 and at - ends[index] <= 12 and "\n" not in text[ends[index] : at]:
        return True
    return bool(_OPENED.search(text[max(0, at - 10) : at]))


def _quoted(text: str, start: int, structure: Structure, kind: str) -> Span | None:
    """A title in quotation marks; words that go on after a quoted beginning (“หมอพร้อม” แพลตฟอร์ม…) are not taken."""
    quote = structure.quote_at(start)
    if quote is not None and quote[0] == start:
        inner_start, inner_end = start + 1, quote[1] - 1
    else:
        close = text.find(_CLOSERS[text[start]], start + 1, start + 250)
        line_end = text.find("\n", start)
        if close < 0 or 0 <= line_end < close:  # left open
            return _unquoted(text, start + 1, f"work.{kind}")
        inner_start, inner_end = start + 1, close
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


_MORE = re.compile(r"[ ]?[“\"]|[ ]?:[ ]")


def _goes_on(text: str, at: int) -> bool:
    return bool(_MORE.match(text, at))


_NO_TITLE = re.compile(r"[ัิ-ฺ็-๎]|ซึ่ง|อัน(?=เป็น)|ดังกล่าว|รางวัล|ประจำ|สาขา|ระดับ|ประเภท")


def _unquoted(text: str, start: int, rule: str) -> Span | None:
    stop = _END.search(text, start + 2, start + 260)
    end = stop.start() if stop else min(len(text), start + 120)
    title = text[start:end].rstrip(" ,.-–:(“")
    title = re.sub(r"[ ]+และ$", "", title)
    if len(title) < 4 or _NO_TITLE.match(title):
        return None
    return Span(start, start + len(title), rule)
