"""Rows of prizes that one winner has received, each of a programme of its own: ได้รับรางวัลมากมาย อาทิ โรงเรียนสีขาว โรงเรียนปลอดขยะ.

Nothing but the row tells that such names are prizes, and that none of them is one of another's prizes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.match.award_stages import CLASS_PRIZE
from extractor.match.award_words import TRAILING_YEAR, is_function_word, name_end
from extractor.match.label import IN_ROW, Label
from extractor.match.label_arts import PRIZE_OF_CLASS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PRIZE = "รางวัล"
_PRIZES = Words(_PRIZE)
# ได้รับ|รางวัล|ระดับประเทศมากมาย |อาทิ|
_OPENS = re.compile(
    r"รางวัล(?P<talk>[ก-๎ ]{0,70}?)[ ]?(?P<by>อาทิ(?:[ ]?เช่น)?|เช่น|ไม่ว่าจะเป็น|ได้แก่|ประกอบด้วย|คือ|ทั้ง(?=รางวัล|[ก-ฮ]{2}))"
    r"(?:[ ]?:)?[ ]*"
)
_SAMPLE = ("อาทิ", "เช่น", "ไม่ว่าจะเป็น")
_MANY = re.compile(r"มากมาย|จำนวนมาก|หลาย|ต่าง[ ]?ๆ|นับไม่ถ้วน|นานา|อื่น[ ]?ๆ")
_SO_MANY = ("หลาย", "นานา", "สารพัด")
_SEVERAL = re.compile(r"สำคัญ|มา(?:แล้ว|โดยตลอด|ตลอด|อย่างต่อเนื่อง)|อย่างต่อเนื่อง|การันตี|อีก|ทั้ง(?:ใน|ระดับ)")
# รางวัลจากหลายประเทศ เช่น …: what the row names are no prizes
_OF_OTHERS = re.compile(
    r"(?:ประเทศ|เวที|หน่วยงาน|องค์กร|สถาบัน|สาขา|ด้าน|ประเภท|แห่ง|คน|ราย|ทีม|ผลงาน|รายการแข่งขัน)(?:ต่าง[ ]?ๆ|มากมาย"
    r"|ทั่วโลก)?[ ]?$"
)
# … |ผู้ได้รับ|รางวัล, which lists who they are; somebody gives them, or they are still to be won
_NO_TALK = re.compile(
    r"ได้แก่|มอบ|แก่|ชนะ|โดย(?!เฉพาะ)|ซึ่ง|ที่(?!สำคัญ|ผ่านมา|ภาคภูมิ|น่า)|เพื่อ|ผู้|นัก[ก-ฮ]|มูลค่า|บาท|เงิน|สมนา"
    r"|ของ|ให้|แบ่ง|ใน(?:งาน|การ|พิธี)"
)
_TAKES = re.compile(
    r"(?:ได้|รับ|คว้า|กวาด|ครอง|เจ้าของ|การันตี[ก-๎]{0,16}(?:ด้วย|จาก)?|ซิว|โกย|หอบ|พิชิต|สะสม|สั่งสม|เหมา|ฟาด|มี|ผ่าน|ชนะ)"
    r"(?:พระราชทาน|มอบ|การันตี|โล่(?:และ)?)?(?:หลาย|นานา|สารพัด)?[ ]?\Z"
)
_NOT_TAKEN = re.compile(
    r"ลุ้น|ชิง|ร่วมสนุก|จับ|แจก|จะได้|มีสิทธิ|โอกาส|(?:ผู้|ราย|คน)(?:ที่)?(?:เคย)?(?:ได้|เข้า)?รับ(?:พระราชทาน|มอบ)?[ ]?\Z|เสนอ"
)
# characters before the word within which somebody is said to receive
_BEFORE = 34

# … |รางวัล ก| ได้แก่ นาย ข: prizes with who has won each
_WINNERS_NEXT = re.compile(r"ได้แก่|ให้แก่|ให้กับ|มอบ")
# รางวัลแห่งคุณธรรม| 2 รางวัล| คือ …: of what kind those are that are told behind
_COUNTS = re.compile(r"(?<!\d\d\d)\d[ ]?รางวัล")
# where a row ends
_STOP = re.compile(
    r"\n|[ ]?เป็นต้น|[ ]?ฯลฯ|[ ]{3,}|[ ]?(?:นอกจาก|ทั้งนี้|ซึ่ง|โดย(?!สาร|เฉพาะ)|ถือ(?:เป็น|ว่า)|นับ(?:เป็น|ว่า)"
    r"|อีกด้วย|ทำให้|ส่งผล|สะท้อน|ตอกย้ำ"
    r"|สร้าง(?:ชื่อ|ความ|ราย)|เพื่อ(?=[ ]|เป็น|ให้|สร้าง)|ได้แก่|ให้แก่|ให้กับ|มอบ|ปัจจุบัน|ล่าสุด|ภายใต้|ขณะ|สำหรับ"
    r"|กล่าว|เมื่อวันที่|ดังนั้น|จึง|เนื่องจาก"
    r"|(?:และ|รวมทั้ง|รวมถึง|ตลอดจน|อีกทั้ง|จน|พร้อม(?:ทั้ง)?|แล้ว)?[ ]?(?:ยัง|เคย|ก็)?(?:ได้(?!แก่)|เป็น(?!เลิศ|มิตร"
    r"|ธรรม|ระเบียบ)|ถูก|อยู่ใน)"
    r"|(?:และ|หรือ|รวมถึง|กับ)?[ ]?(?:รางวัล)?อื่น|(?:และ)?(?:รางวัล)?(?:อีก)?มากมาย|(?:และ)?อีก(?:หลาย|มาก))"
)
_REACH = 500
_BETWEEN = re.compile(r"[ ]*[,/;]?[ ]*(?:และ|รวมถึง|รวมทั้ง|ตลอดจน|กับ)?[ ]*(?:\(?\d{1,2}[.)](?!\d)[ ]*)?")
_QUOTED = re.compile(r"(?:รางวัล|โล่)?[ ]?[“\"‘][^“”\"‘’\n]{3,80}[”\"’]")
_LATIN = re.compile(r"(?:รางวัล)?[ ]?[A-Z0-9][\w'’.&:+-]*(?:[ ](?:[A-Z0-9][\w'’.&:+-]*|of|the|for|in|and|&|-|–))*(?:[ ]?ดาว)?")
_PIECES = (re.compile(r"\([^()\n]{1,60}\)"), _QUOTED, _LATIN, re.compile(r"[^ ,;/\n]+|[ ,;/\n]"))
# who gives a prize, its year, number and rank: no prizes besides
_TAIL = re.compile(
    r"\([^()\n]{1,60}\)|[-–]|ดาว|(?:ใน|เมื่อ)?(?:ประจำ)?ปี(?:งบประมาณ"
    r"|การศึกษา)?(?:[ ]?พ\.ศ\.)?(?:[ ]?\d{4})?(?:[ ]?[-–][ ]?\d{2,4})?|พ\.ศ\.(?:[ ]?\d{4})?"
    r"|ครั้งที่(?:[ ]?\d{1,3})?|\d{1,4}(?:[ ]?[-–][ ]?\d{2,4})?"
    r"|(?:ระดับ|ประเภท|สาขา|ด้าน|รุ่น|กลุ่ม(?=ที่)|จาก|ของ|โดย|ณ|ใน|แห่ง|ประจำ|เมื่อ|ต่อเนื่อง|ติดต่อ|จำนวน|ชนะเลิศ"
    r"|รองชนะเลิศ|ชมเชย|อันดับ|เหรียญ|ที่[ ]?\d)[^ ,;/\n]*"
    r"|(?:กระทรวง|กรม|สำนักงาน|มูลนิธิ|สมาคม|มหาวิทยาลัย|ประเทศ|จังหวัด|อำเภอ(?=[ก-๎]{2,14}[ ]จังหวัด)|แห่งชาติ"
    r"|แห่งประเทศไทย|ปี)[^ ,;/\n]*"
)
# |องค์กร| อสม.ต้นแบบ: a head word that a blank parts from what it heads
_HEAD_ALONE = re.compile(
    r"รางวัล|โล่|เข็ม|โล่รางวัล|องค์กร|หน่วยงาน|ชุมชน|โรงเรียน|โรงพยาบาล|ศูนย์|กลุ่ม|หมู่บ้าน|ผู้นำ|ครู|ตำบล|อำเภอ"
    r"|สถาบัน|บุคคล|ชมรม"
)
_NO_NAME = re.compile(
    r"(?:ประกอบ|แบ่ง|ดังนี้|จำนวน|รวม|นาย|นาง|น\.ส|ด\.[ชญ]|ดร|พล|ร\.|พ\.|จ\.|อ\.|คุณ|เด็ก(?:ชาย|หญิง)|บริษัท|บมจ"
    r"|ธนาคาร|ทีม|เงิน|ทุน|ทอง(?!คำ)|รถ|บาท|สาขา|ประเภท|ด้าน|ระดับ"
    r"|การ(?!บริหาร|จัดการ|พัฒนา|ประกวด|แข่งขัน|วิจัย|ออกแบบ)|และ|แต่|เพราะ|ว่า|จะ|ไม่|มี|ทำ|ใช้|ช่วย|ผลิตภัณฑ์|ผลงาน)"
)
_MARKS = '”"’'
_SHORTEST, _LONGEST, _FEWEST, _MOST = 5, 90, 2, 15
# รางวัล|ชนะเลิศ…: a rank, which is read as such
_RANK = re.compile(r"รางวัล[ ]?(?:[“\"])?(?:(?:รอง)?(?:ชนะเลิศ|เหรียญ|ชมเชย|ที่[ ]?\d|อันดับ|ระดับ|สาขา|ประเภท|ด้าน)|พิเศษ)")
# รางวัล|จาก “ก”, รางวัล|ความเป็นเลิศประเภท …: whose it is and what it is for
_NO_PRIZE = re.compile(r"รางวัล[ ]?(?:จาก|ของ|ใน|แห่ง|โดย|ที่|จำนวน|ความเป็นเลิศ(?![ก-๎]{6}))")
_SHAPES = frozenset(
    {"award.named", "award.quoted", "award.plaque", "award.of_the_year", "award.latin", "award.superlative", "award.honour"}
)


def rows_of_prizes(text: str, labels: Sequence[Label]) -> list[Label]:
    """The labels with those of the prizes that such rows alone tell; a prize of a row bears the rule `IN_ROW`.

    Args:
        text: the clean text.
        labels: the names of awards that are known so far, in order.

    >>> text = "ได้รับรางวัลมากมาย อาทิ ชุมชนปลอดขยะ หมู่บ้านน่าอยู่ และตำบลสุขภาวะ เป็นต้น"
    >>> [text[label.start:label.end] for label in rows_of_prizes(text, [])]
    ['ชุมชนปลอดขยะ', 'หมู่บ้านน่าอยู่', 'ตำบลสุขภาวะ']
    """
    kept = list(labels)
    for place, names in _told_rows(text, labels):
        kept = _with_row(text, kept, names, place, place)
    for place, begin, called in _openings(text):
        row = _row(text, begin, called=called)
        if row is not None:
            kept = _with_row(text, kept, row, place, begin)
    return kept


def _openings(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where such rows are announced, where they begin, and whether each of their prizes must be called one."""
    for place in _PRIZES.find(text):
        opens = _OPENS.match(text, place)
        if opens is None or _NO_TALK.search(opens["talk"]):
            continue
        before = text[max(0, place - _BEFORE) : place]
        if _TAKES.search(before) is None or _NOT_TAKEN.search(before):
            continue
        called = text.startswith(_PRIZE, opens.end())
        many = _MANY.search(opens["talk"]) is not None or before.endswith(_SO_MANY)
        told = many or _SEVERAL.search(opens["talk"]) is not None or opens["by"].startswith(_SAMPLE)
        if many or (told and called):
            yield place, opens.end(), not many or _OF_OTHERS.search(opens["talk"]) is not None


def _row(text: str, at: int, *, called: bool) -> list[tuple[int, int]] | None:
    """The names of the row that begins at `at`; None where it is none, or its prizes are told with who has won them."""
    stop = _STOP.search(text, at, at + _REACH)
    end = stop.start() if stop is not None else min(len(text), at + _REACH)
    if stop is not None and _WINNERS_NEXT.search(stop.group()):
        return None
    names = _names(text, at, end, called=called)
    if names and _COUNTS.search(text, at, names[-1][1]):
        return None
    return names if names is not None and _FEWEST <= len(names) <= _MOST else None


# เคย|ได้รับ|รางวัล ก และรางวัล ข: told in passing, whatever the article is about
_PAST = re.compile(r"เคย|ที่ผ่านมา|ก่อนหน้า|ในอดีต|มาก่อน")
# รางวัล ก และรางวัล ข| จากเวที ค: the stage's prizes
_STAGE = re.compile(r"(?:จาก|ใน|บน|ของ)(?:เวที|งาน|พิธี|การ(?:ประกาศ|ประกวด|แข่งขัน|มอบ|จัด)|เทศกาล|โครงการ|รายการ|[A-Z])|Awards?\b")
# of a class of the arts or of sport: some stage's, wherever it is named
_OF_STAGE = re.compile(rf"{PRIZE_OF_CLASS.pattern}|{CLASS_PRIZE.pattern}|รางวัล[ ]?[A-Z]")
# คว้า 2 รางวัล ได้แก่ |รางวัล ก และรางวัล ข
_COUNTED = re.compile(
    r"(?:ได้|รับ|คว้า|กวาด|ครอง|ซิว|โกย|หอบ|เหมา)(?:รับ)?(?:รางวัล)?[ ]?(?:จำนวน|รวม|ทั้งสิ้น|ทั้งหมด|ถึง"
    r"|มาได้)?[ ]?(?:\d{1,2}|สอง|สาม|สี่|ห้า)[ ]?รางวัล"
    r"(?:ใหญ่|สำคัญ|ด้วยกัน|รวด|ซ้อน)?[ ]?(?:ได้แก่|คือ|ประกอบด้วย|:)[ ]*(?:\(?1[.)][ ]*)?\Z"
)


def _told_rows(text: str, labels: Sequence[Label]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Rows right behind a verb of receiving, each of whose prizes is called one: ได้รับ|รางวัล ก รางวัล ข และรางวัล ค."""
    until = -1
    for place in _PRIZES.find(text):
        if place < until or text.find(_PRIZE, place + len(_PRIZE), place + _NEXT) < 0 or not _is_taken(text, place):
            continue
        names = _row(text, place, called=True)
        if names is None or _STAGE.search(text, place, names[-1][1] + _STAGE_WORD):
            continue
        until = names[-1][1]
        if any(_OF_STAGE.match(text, *name) or _RANK.match(text, *name) for name in names) or not _is_joined(text, names):
            continue
        past = _PAST.search(text, max(0, place - _BEFORE), place) is not None
        if past or not (
            _has_others(text, names[0]) or any(_is_other(text, label, names) for label in labels if label.outer < place)
        ):
            yield place, names


# รางวัล ก |และ|รางวัล ข, รางวัล ก รางวัล ข |และ|รางวัลอื่น ๆ; but รางวัล ก |รางวัล “ข”|, which are one
_JOINT = re.compile(r"และ|[,/;]|รวม(?:ถึง|ทั้ง)|ตลอดจน|\d[.)]")
_JOINT_BEHIND = re.compile(r"[^\n]{0,60}?(?:และ|ฯลฯ)")


def _is_joined(text: str, names: list[tuple[int, int]]) -> bool:
    """Whether a word or mark joins the last prize of a row to those before it, or what follows to the last."""
    if _JOINT.search(text, names[-2][1], names[-1][0]) is not None:
        return True
    return _JOINT_BEHIND.match(text, names[-1][1]) is not None


# พิธีมอบ|รางวัล ก| ประจำปี 2565, รางวัล ก| 2 รางวัล ได้แก่ …
_PROGRAMME_NEXT = re.compile(r"[”\"]?[ ]?(?:ประจำปี|ปี[ ]?\d|ครั้งที่|\d{1,2}[ ]?รางวัล|จำนวน[ ]?\d|สาขา|ประเภท)")


def _has_others(text: str, name: tuple[int, int]) -> bool:
    """Whether the first prize of a row is told elsewhere as a programme, whose prizes the others may be."""
    said = text[name[0] : name[1]]
    at = text.find(said)
    while at >= 0:
        if at != name[0] and _PROGRAMME_NEXT.match(text, at + len(said)) is not None:
            return True
        at = text.find(said, at + len(said))
    return False


def _is_taken(text: str, place: int) -> bool:
    """Whether somebody is told right before a prize to have received it, or so many of which it is the first."""
    before = text[max(0, place - _BEFORE) : place]
    if _TAKES.search(before):
        return _NOT_TAKEN.search(before) is None
    before = text[max(0, place - _COUNT_BEFORE) : place]
    return _COUNTED.search(before) is not None and _NOT_TAKEN.search(before) is None


# characters within which the second prize of a row is called one
_NEXT = 160
# characters of the words that tell of a stage, and before a row within which its prizes are counted
_STAGE_WORD, _COUNT_BEFORE = 16, 80


def _is_other(text: str, label: Label, names: list[tuple[int, int]]) -> bool:
    """Whether an award that is named before a row is none of the row's."""
    said = text[label.start : label.end].removeprefix(_PRIZE).strip(' “”"')
    return not any(said in text[start:end] for start, end in names)


def _names(text: str, at: int, end: int, *, called: bool = False) -> list[tuple[int, int]] | None:
    """The names of a row; None where it holds what is no prize. `called`: each is called one, else the row ends."""
    names: list[tuple[int, int]] = []
    head = -1
    while at < end:
        match = next(found for pattern in _PIECES if (found := pattern.match(text, at, end)) is not None)
        start = match.start()
        word = _glued(text, start, match.end(), names)
        stop = start + len(word)
        if _HEAD_ALONE.fullmatch(word):
            head = start if head < 0 else head
        elif head < 0 and names and _TAIL.fullmatch(word):
            pass
        elif called and head < 0 and not word.startswith(_PRIZE):
            break
        elif not _is_name(text, start, stop):
            return names if all(text.startswith(_PRIZE, name) for name, _ in names) else None
        else:
            begin = start if head < 0 else head
            names.append((begin, _name_end(text, begin, stop)))
            head = -1
        between = _BETWEEN.match(text, stop, end)
        at = between.end() if between is not None and between.end() > stop else end
    return names


def _is_name(text: str, start: int, stop: int) -> bool:
    """Whether a word of a row may be, or end, the name of a prize."""
    word = text[start:stop]
    if not _SHORTEST <= stop - start <= _LONGEST or _NO_NAME.match(word) or _NO_PRIZE.match(word):
        return False
    return not is_function_word(text, start)


def _name_end(text: str, start: int, stop: int) -> int:
    """Where a prize's name ends, which its year, its giver or what it was won in may be glued to."""
    end = stop
    if text.startswith(_PRIZE, start) and text[stop - 1] not in _MARKS:
        end = min(stop, name_end(text, start + len(_PRIZE)))
    end = start + len(TRAILING_YEAR.sub("", text[start:end]))
    return end if end - start > len(_PRIZE) + _SHORTEST else stop


def _glued(text: str, start: int, stop: int, names: list[tuple[int, int]]) -> str:
    """A word of the row up to และ, where what stands behind begins as a name of the row does: โรงเรียนสีขาว|และโรงเรียนปลอดขยะ."""
    word = text[start:stop]
    at = word.find("และ")
    while at > 0:
        behind = word[at + 3 : at + 6]
        if behind == word[:3] or any(text.startswith(behind, name) for name, _ in names) or word.startswith(_PRIZE, at + 3):
            return word[:at]
        at = word.find("และ", at + 1)
    return word


def _with_row(text: str, labels: list[Label], names: list[tuple[int, int]], place: int, begin: int) -> list[Label]:
    """The labels with the names of a row, and without one that only tells what the row is of."""
    kept: list[Label] = []
    starts = sorted(names)
    found: set[int] = set()
    for label in labels:
        if place <= label.outer < begin:
            continue
        at = bisect_left(starts, (label.end, 0)) - 1
        inside = at >= 0 and starts[at][0] <= label.start + len(_PRIZE) and label.start < starts[at][1]
        if inside:
            found.add(starts[at][0])
            if label.row is None and label.rule in _SHAPES:
                label = replace(label, rule=IN_ROW)
        kept.append(label)
    for start, end in starts:
        if start not in found and _RANK.match(text, start) is None:
            kept.append(Label("award", start, end, IN_ROW, start, end))
    kept.sort(key=lambda label: label.start)
    return kept
