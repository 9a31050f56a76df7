"""Titles in brackets behind whom they were won by: อารีย์ นาคำ (อัลบั้ม สายลม) · ผู้กำกับยอดเยี่ยม อารีย์ นาคำ (ทะเลสองสี)."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KIND = r"(?:อัลบั้?ม|บทเพลง|เพลง|ซิงเกิล|ภาพยนตร์|หนัง(?!สือ)|ละคร|ซีรี(?:ส์|่ส์|ย์)|นวนิยาย)(?:สั้น|ชุด)?(?:เรื่อง|ชื่อ)?"
# อารีย์ นาคำ |(จากเรื่อง สายลม), ขวัญใจ |(เพลง “สายลม”)
_TOLD = re.compile(
    rf"[ ]?\((?:จาก[ ]?)?(?:{_KIND}|เรื่อง)(?:[ ]|(?=[“\"‘']))(?P<mark>[“\"‘']?)(?P<title>[^()“”\"\n]{{2,60}}?)[”\"’']?\)"
)
# อารีย์ นาคำ |(ทะเลสองสี)
_PLAIN = re.compile(r"[ ]?\((?:จาก[ ]?)?(?P<mark>[“\"‘']?)(?P<title>[^()“”\"\n]{2,60}?)[”\"’']?\)")
_PRAISE = ("ยอดเยี่ยม", "ดีเด่น", "แห่งปี", "ยอดนิยม")
# what is won by acting, directing or singing in a work
_BY_WORK = re.compile(
    r"(?:ผู้(?:กำกับ|แสดง|เขียนบท|ประพันธ์)|นัก(?:แสดง|ร้อง)|ดารา(?:นำ|สมทบ|สนับสนุน|ประกอบ)|บท(?:ภาพยนตร์|ละคร|ซีรีส์)|กำกับ(?:ภาพ|ศิลป์|การแสดง)|ลำดับภาพ|ถ่ายภาพ|ดนตรีประกอบ"
    rf"|เพลง(?:ประกอบ|นำ)|ออกแบบ|เทคนิคพิเศษ)[ก-๎]{{0,30}}(?:{'|'.join(_PRAISE)})"
    r"[ ]*(?:\n?[ ]*ผู้(?:ชนะ|ได้)[ก-๎]{0,10}[ ]?[:：])?[ ]*(?:ได้แก่|คือ|ตกเป็นของ|เป็นของ|[:：–—-])?[ ]*"
    r"[“\"‘']?(?:[ก-ฮเ-ไ][ก-๎.-]{1,20}[”\"’' ]{1,3}){1,3}$"
)
# no titles: where somebody is from, how old, what called
_NO_TITLE = re.compile(
    r"(?:จ\.|อ\.|ต\.|จังหวัด|อำเภอ|โรงเรียน|ร\.ร\.|มหาวิทยาลัย|วิทยาลัย|คณะ|สโมสร|สังกัด|ทีม|ช่อง|บริษัท|ค่าย|สถานี|ชั้น|อายุ|วัย|น้อง|พี่|ครู|คน|ขวา|ซ้าย|กลาง|บน|ล่าง|เสียชีวิต|ประเทศ|ชาว|มหาชน)"
    r"|[\d ]+$|ไทย$|[A-Z]{1,5}$"
)
_OPENS = Words("(")
# characters of a title that stands in no other place of the text; nicknames are shorter
_LONG = 7
_NEAR = 130


def bracketed_titles(text: str, ends: Sequence[int]) -> Iterator[tuple[int, Span]]:
    """The titles in brackets right behind a name, with where the brackets open.

    Args:
        text: the clean text.
        ends: where names of winners end, in order. A title that a word for a kind of work marks is taken there alone, another
            behind a prize that one wins by a work and a name, known or on the same line.
    """
    for bracket in _OPENS.find(text):
        lead = bracket - (text[bracket - 1 : bracket] == " ")
        at = bisect_left(ends, lead)
        known = at < len(ends) and ends[at] == lead
        told = _TOLD.match(text, lead) if known else None
        if told is not None:
            yield lead, Span(*_stripped(told), "work.bracketed")
            continue
        before = text[max(0, lead - _NEAR) : lead]
        if not any(word in before for word in _PRAISE):
            continue
        plain = _PLAIN.match(text, lead)
        if plain is None or _NO_TITLE.match(text, plain.start("title")):
            continue
        by = _BY_WORK.search(f"{before} ")
        if by is None or ("\n" in by.group() and not known):
            continue
        title = plain["title"].strip()
        if len(title) >= _LONG or plain["mark"] or text.count(title) > 1:
            yield lead, Span(*_stripped(plain), "work.bracketed")


def _stripped(found: re.Match[str]) -> tuple[int, int]:
    title = found["title"]
    start = found.start("title") + len(title) - len(title.lstrip())
    return start, start + len(title.strip())
