"""Award names: those of the gazetteer, and those that only their shape tells (รางวัล…, การประกวด…, … Awards).

A name ends before year, edition, branch, category, level, recipient and verb.
"""

from __future__ import annotations

import re
from bisect import insort
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.document import overlaps
from extractor.lexicon import Award, AwardPart, Level
from extractor.match.anchors import find_words
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.lexicon import Hit, Lexicon, Row

Kind = Literal["award", "year", "edition", "branch", "category", "level"]


@dataclass(slots=True)
class Label:
    """A word about an award: its name or one of its parts, at `start:end`; `value` and `row` where known.

    `outer` is where the whole phrase begins (ประเภทรางวัล… from ประเภท), `until` where it ends, brackets included.
    `own` tells a part that names its programme by itself (รางวัลเกียรติยศเลิศรัฐ).
    """

    kind: Kind
    start: int
    end: int
    rule: str
    outer: int
    until: int
    value: str | int | None = None
    row: Row | None = None
    own: bool = False


# What cannot stand in a name, so that a name ends before it.
_STOP = re.compile(
    r"""
      [\n“”"()\[\],;:•✅|]                                             # marks
    | [ ]{2,}
    | [ ]* (?:ประจำ(?:ปี|เดือน) | ปี(?:งบประมาณ | [ ]*(?:พ\.?ศ\.?[ ]*|ค\.?ศ\.?[ ]*|พุทธศักราช[ ]*)?\d) | พ\.ศ\. | พุทธศักราช | ค\.ศ\.
        | ครั้งที่[ ]?\d | ครั้งนี้ | ปีนี้ | สาขา | ประเภท | ระดับ | จำนวน | รวมทั้ง | รวม[ ]?\d | \d+[ ]*(?:รางวัล|ราย|ผลงาน|คน|ประเภท
          |สาขา|หน่วย|ปี)
        | จากเวที | จาก(?=\s?(?:กรม|กระทรวง|สำนัก|นาย|นาง|พล|ดร|บริษัท|สมาคม|มูลนิธิ|องค์|สถาบัน|หน่วย|คณะ|ผลงาน|การ|งาน|ทั่ว|ทั้ง|ประเทศ
          |ธนาคาร|นิตยสาร|มหา|[A-Z]))
        | [ ]จาก | [ ]?โดย | ซึ่ง | ได้แก่ | คือ(?=[ ]) | ให้แก่ | ให้กับ | ให้(?=[ ]) | แก่ | แด่ | (?<!ผู้)ได้รับ | ที่(?:ได้รับ|มอบ|จัด|ทาง|ตน
          |ตั้ง|มี|แสดง|ทรง)
        | เพื่อ(?:เป็น|เชิดชู|ยก|สร้าง|ประกาศ|มอบ|ส่ง|แสดง|ให้) | เนื่อง(?:ใน|จาก) | [ ]ณ[ ] | [ ]ที่[ ] | พร้อม | ถือ(?:เป็น|ว่า) | นับ(?:เป็น|ว่า)
        | ในงาน | ใน(?=[ ]?(?:ปี|สาขา|ประเภท|ระดับ|ครั้ง|วัน|พิธี|โอกาส|ฐานะ|การ|โครงการ|นาม|หัวข้อ|ด้าน)) | ภายใต้ | ภายใน | ต่อเนื่อง
          | ติดต่อกัน | ต่อจาก
        | และ(?=[ ]?(?:รางวัล|โล่|ประกาศ|เกียรติบัตร|เงิน|ได้|มอบ|รับ|ยัง|เป็น|นาย|นาง|กรม|กระทรวง|การ(?:ประกวด|แข่งขัน)))
        | หรือ(?=[ ]) | ไปครอง | ดังกล่าว | ดังนี้ | ต่าง[ ]?ๆ | สำหรับ | ตาม(?=[ ]) | [ ](?:และ)?รางวัล
        | ตอก(?=ย้ำ) | สะท้อน | การันตี | ปิดท้าย
        | นาย(?=[ก-ฮเแโใไ]) | นาง | ดร\. | พล\. )
    | [ ](?=(?:กรม|กระทรวง|สำนักงาน|นาย|นาง|บริษัท|ธนาคาร|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล|องค์กร|อำเภอ|จังหวัด|เทศบาล|ร่วม|จัด|รับ|เป็น
      |มอบ|ใน|กับ|ต่อ|ยัง|ทั้ง|ผลงาน|โครงการ|เมื่อ|วันที่|เงินรางวัล|เพื่อ|จะ|มี|ตอก|ว่า|แล้ว|ผู้|ที่|ทำ|นำ|ต้น))
    """,
    re.VERBOSE,
)
# รางวัล that names nothing: รางวัลนี้, รางวัลแห่งเกียรติยศ, รางวัลละ, 3 รางวัล
_NAMELESS = re.compile(
    r"[ ]*(?:(?:ชมเชย|ยอดเยี่ยม|ดีเด่น|ดีเยี่ยม|ดีมาก|เข้าร่วม|เป็นเลิศ|ชนะเลิศ|รองชนะเลิศ)(?=[\s“\"”,.)จ\dใ]|$)|ครั้ง|ระดับ|ทุก"
    r"|พระราชทาน(?:\s|ฯ|$|จาก|ให้|แก่|ใน|และ)|พิเศษอัน|อัน(?!ดับ)|นี้|นั้น|ดังกล่าว|แห่ง(?:เกียรติยศ|ความ|การ)|ที่\s?\d|เกียรติยศ(?:\s|สูง|จาก"
    r"|ใน|ที่|ของ|$)|เชิดชูเกียรติ(?:\s|แก่|ให้)|ทรงเกียรติ|เลขท้าย|เลขหน้า|ข้างเคียง|แจ็กพอต|แจ็คพอต|นำจับ|สะสม|สลาก|"
    r"พิเศษ(?:\s|จำนวน|มูลค่า)|มูลค่า|เงิน(?:สด|รางวัล)|\d+|[ๆฯ/\-–)\n*]|$)"
)
# words that cannot begin a prize's name
_FUNCTION = frozenset(
    "แทน ตาม จะ มี ตรวจ ท่ามกลาง ไว้ ก็ ยัง จึง ต้อง ช่วย แสดง ต่อ เข้า แบ่ง แบ่งเป็น ทุก ครบ พิจารณา เกิด เพิ่ม บน นอก นอกจาก แต่ หาก เพราะ แล้ว "
    "ครั้ง ทาง เอง ไม่ กับ ถึง ทำ นำ เดินทาง รวม รวมถึง รวมทั้ง กัน ส่วน กลับ ขอ ร่วม ส่ง สมัคร "
    "เนื่อง เนื่องใน ภายใต้ ภายใน ระหว่าง สำหรับ ณ อัน ที่ ใน จาก แก่ แด่ ให้ ให้แก่ ให้กับ ของ จำนวน ต่าง ต่างๆ ทั้ง ทั้งหมด ทั้งสิ้น และ หรือ สูงสุด "
    "ใหญ่ ระดับ ประจำ ประจำปี ได้ ได้รับ ด้วย โดย พร้อม เพื่อ มา ละ กว่า ซึ่ง มากมาย อื่น อื่นๆ สำคัญ "
    "เป็น ไป แรก เดียว หลาย รอบ ข้างต้น ตอบแทน การันตี สาขา ประเภท ดังนี้ ดังต่อไปนี้ คือ ว่า นะ อีก เมื่อ ถือเป็น ถือว่า นับเป็น นับว่า ปรากฏ "
    "ผลปรากฏ สามารถ เข้ารับ รับ คว้า มอบ จัด อาทิ เช่น ได้แก่ ตลอดจน กล่าว โดยมี โดยที่ ก่อน หลัง หลังจาก ตั้งแต่ ปี "
    "วัน เวลา ใคร อะไร นั้นๆ เหล่านี้ เหล่านั้น พวก ฝ่าย อย่าง อย่างเป็นทางการ ครับ ค่ะ ผลงาน เท่ากับ เพียง เพียงแค่ อยู่ ไหน ใด ขึ้น ลง ออก ออกมา "
    "ตก ตกเป็น แจก ลุ้น ชิง ผ่าน ตกเป็นของ ขณะ ขณะที่ ไม่ว่า ตลอด ล่าสุด อยาก เช่นกัน เพิ่มเติม หน่วยงาน "
    "การันตีคุณภาพ ผู้ ผู้ชนะ สะท้อน ตอกย้ำ ยืนยัน แสดงให้เห็น ถ้วย สร้าง ทำให้ จน ยิ่ง มาก น้อย ดังกล่าวนี้ ข้าง ต่อเนื่อง ติดต่อกัน มาแล้ว แค่".split()
)
# words that cannot stand in a prize's name, so that it ends before them
_ENDING = frozenset(
    "ครั้งนี้ ปีนี้ จะ มี ว่า แล้ว มา ไป อีก ด้วย กว่า ทั้ง ตาม มอบ ได้ ได้รับ ซึ่ง แก่ แด่ ให้ ให้แก่ ให้กับ โดย ที่ เนื่องใน เนื่องจาก พร้อม พร้อมด้วย "
    "พร้อมทั้ง ถือเป็น ถือว่า นับเป็น นับว่า ภายใต้ ภายใน ต่อเนื่อง ติดต่อกัน คือ ได้แก่ อาทิ จำนวน ดังนี้ ดังกล่าว "
    "สะท้อน ตอกย้ำ การันตี จึง ยัง เมื่อ ขึ้น อยู่ ไม่ ก็ ต้อง เพราะ แต่ หาก สำหรับ จาก ณ ทำให้ นำ จน เข้ารับ คว้า นี้ นั้น ร่วมกับ จัดโดย ระหว่าง "
    "หลังจาก ตั้งแต่ กล่าว ต่าง ต่างๆ มาแล้ว รวมทั้ง รวมถึง ครั้ง ไว้ ถึง เป็น ร่วม เข้าร่วม".split()
)
_BEFORE_NAMELESS = re.compile(
    r"(?:เป็น|เงิน|ของ|ชิง|ลุ้น|ถูก|แจก|ออก|จับ|สมนา|ล่า|\d\s?|หลาย|ทุก|แต่ละ|ประเภท|(?<!ประกาศ)ผล|สาขา|ตัว|ใบ|ขึ้นเงิน)$"
)
_HEADS = ("รางวัล", "เกียรติคุณ", "เชิดชูเกียรติ", "โล่เกียรติ", "เกียรติบัตร", "วุฒิบัตร", "ประกวด", "แข่งขัน", "ศิลปินแห่งชาติ")
_HEAD = re.compile(
    r"(?P<prize>รางวัล)|(?P<plaque>เกียรติคุณ|เชิดชูเกียรติ|โล่เกียรติ(?:คุณ|ยศ)|เกียรติบัตร|วุฒิบัตร)|(?P<contest>ประกวด|แข่งขัน)|(?P<star>ศิลปินแห่งชาติ)"
)
# what belongs to the head before its word: โล่รางวัล, ประกาศเกียรติคุณ, การประกวด
_LEADING = {
    "prize": re.compile(r"(?:โล่(?:และ)?|ตรา|ถ้วย|เหรียญ)$"),
    "plaque": re.compile(r"(?:โล่|ใบ|เข็ม)?(?:ประกาศ)?$"),
    "contest": re.compile(r"(?:การ|งาน|โครงการ|เวที|ชนะ(?:เลิศ)?(?:จาก)?(?:การ)?|ผู้ชนะ(?:เลิศ)?(?:การ)?)?$"),
}
_CONTEST_STOP_EXTRA = re.compile(r"(?:เข้าร่วม|เข้า|ทีม|ชิง(?=เงิน|รางวัล|ถ้วย|โล่)|รอบ|เมื่อ|รับ|คว้า|ผล|ปรากฏ)")
_CONTEST_NAMELESS = re.compile(
    r"[ ]*(?:รางวัล|ศูนย์|ผลงาน|ใน|ที่|และ|นี้|ดังกล่าว|กับ|ของ|ครั้ง|จาก|โดย|ได้|เพื่อ|ทั้ง|ระดับ|รอบ|ต่าง|ฯ|จำนวน|แบบ|มี|ๆ|เป็น|หรือ|ให้|จะ)"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9À-ž .'’&/:\-–+]*[A-Za-z0-9)]")
_LATIN_AWARD = re.compile(
    r"(?P<name>(?:(?:The|[A-Z0-9][\w'’&./+\-–]*|of|the|for|in|and|&|by|on|to|at|-|–|:)\ +)*"
    r"(?:[A-Z][\w'’&.\-]*\ +)?(?:Awards?|AWARDS?|award|Prizes?|PRIZES?|Medals?|Competition|COMPETITION|Contest|CONTEST"
    r"|Challenge|Championships?|Olympiad|Hackathon|HACKATHON|Trophy|Games)"
    r"(?:\ +(?:on|for|of|in)(?:\ +[A-Z][\w'’&.\-]*|\ +(?:and|of|the|for|in))+)?)(?=\W|$)"
)
_REST_OF_QUOTE = re.compile(r"[ ]?[:–-][ A-Za-z0-9–:'’&-]{3,60}(?=[”\"])")
# รางวัลที่โดดเด่นคือ Best Banking CEO
_NAMED_AFTER = re.compile(r"รางวัล[^\n]{0,24}คือ[ ]?(?:รางวัล[ ]?)?$")
_OF_THE_YEAR = re.compile(r"(?P<name>(?:[A-Z][\w'’&./\-]*\ +)+of\ +the\ +Year)\b")
# การประกวดภาพยนตร์สั้น (SHORT FILM COMPETITION): the proper name beside a description
_PROPER = re.compile(
    r"[ ]*\(?(?P<name>[A-Z][A-Za-z'’&-]*(?:\ +[A-Z0-9&][A-Za-z0-9'’&-]*){1,7}?)(?=\ +(?:19|20)\d\d|\)|\ *[ก-๙(])\)?"
)
# รางวัล คนดีศรีเมือง: a name behind a space has to sound like one
_SPACED_NAME = re.compile(
    r"[ ]{1,2}(?:[A-Z]|[^\n“”\"(),]{0,40}?(?:ดีเด่น|ดีเลิศ|ยอดเยี่ยม|เกียรติยศ|ต้นแบบ|แห่งปี|เลิศ|ทองคำ|พระราชทาน|สุดยอด|คนดี|แห่งชาติ))"
)
_DANGLING = re.compile(r"[ ]*(?:ของ|ใน|และ|เพื่อ|ที่|กับ|หรือ|แห่ง|ด้วย|[ ])$")
_TRAILING_YEAR = re.compile(r"[ ]*[\-–]?[ ]*(?:19|20|25)\d\d$")
_TRIM = re.compile(r"[\s.\-–:,/]+$")
_QUOTED = re.compile(r"[ ]*[“\"‘']\s*(?P<inner>[^“”\"‘’\n]{2,90}?)\s*[”\"’']")


# รางวัลชมเชย “องค์กรโปร่งใส” ครั้งที่ 12: what has a number or year of its own is no work
_RANKED = re.compile(
    r"รางวัล(?:รอง)?(?:ชนะเลิศ|ชมเชย|ดีเด่น|ยอดเยี่ยม)[^“\"\n]{0,16}[“\"](?P<name>[^“”\"\n]{4,80})[”\"](?=[ ]?(?:ครั้งที่|ประจำปี|ปี[ ]?\d))"
)


def find_awards(text: str, hits: Sequence[Hit]) -> list[Label]:
    """Every award name in a clean text, in order, none overlapping.

    Args:
        text: the clean text.
        hits: hits of the awards, their parts and levels in `text` (see `find_vocabulary`).

    >>> from extractor.lexicon import load
    >>> text = "ได้รับรางวัลดาวรุ่งชุมชน ประจำปี 2566"
    >>> [text[a.start:a.end] for a in find_awards(text, find_vocabulary(text, load()))]
    ['รางวัลดาวรุ่งชุมชน']
    """
    labels: list[Label] = []
    taken: list[tuple[int, int]] = []
    for hit in hits:
        if isinstance(hit.row, Award):
            start, end = _widen(text, hit.start, hit.end)
            labels.append(Label("award", start, end, "award.gazetteer", start, end, row=hit.row))
            insort(taken, (start, end))
    parts = [(hit.start, hit.end) for hit in hits if isinstance(hit.row, (AwardPart, Level))]
    for place in find_words(text, _HEADS):
        match = _HEAD.match(text, place)
        if match is None or overlaps(taken, place, match.end()):
            continue
        label = _by_shape(text, match, parts)
        if label is not None and not overlaps(taken, label.start, label.end):
            labels.append(label)
            insort(taken, (label.start, label.end))
    for match in _RANKED.finditer(text):
        start, end = match.span("name")
        if not overlaps(taken, start, end):
            labels.append(Label("award", start, end, "award.quoted", start - 1, end + 1))
            insort(taken, (start, end))
    for label in _latin_names(text):
        if not overlaps(taken, label.start, label.end):
            labels.append(label)
            insort(taken, (label.start, label.end))
    labels.sort(key=lambda label: label.start)
    return labels


def find_vocabulary(text: str, lexicon: Lexicon) -> list[Hit]:
    """Hits of the gazetteers' awards, award parts and levels."""
    return [*lexicon.finder("awards", "award_parts").find(text), *lexicon.finder("levels").find(text)]


# รางวัล ITA| Awards
_AWARDS_TAIL = re.compile(r" (?:Awards?|AWARDS?|Prizes?|PRIZES?)(?![A-Za-z])")


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Takes the word รางวัล before a name into it, with the quotation marks that stand between."""
    tail = _AWARDS_TAIL.match(text, end)
    if tail is not None and text[end - 1].isascii():
        end = tail.end()
    before = text[max(0, start - 28) : start]
    match = re.search(r"รางวัล(?:ประกาศเกียรติคุณ|เชิดชูเกียรติ)?[ ]?[“\"‘']?$", before)
    if match and not text.startswith("รางวัล", start):
        start -= len(before) - match.start()
        if before[-1] in '“"‘' and end < len(text) and text[end] in '”"’':
            end += 1
    return start, end


def _by_shape(text: str, match: re.Match[str], parts: list[tuple[int, int]]) -> Label | None:
    head, after = match.start(), match.end()
    kind = match.lastgroup or ""
    leading = _LEADING[kind].search(text[max(0, head - 18) : head]) if kind in _LEADING else None
    head -= len(leading.group()) if leading else 0
    if kind == "plaque" and match.group() in {"เกียรติคุณ", "เชิดชูเกียรติ"} and head == match.start():
        return None
    if kind == "star":
        return Label("award", head, after, "award.artist", head, after)
    if kind == "contest":
        return _contest(text, head, after)
    if kind == "prize" and _BEFORE_NAMELESS.search(text[max(0, head - 10) : head]) and text[head : head + 3] != "โล่":
        return None
    quoted = _QUOTED.match(text, after)
    if quoted:
        start = head if kind == "prize" else quoted.start("inner")
        name_end = quoted.end() if kind == "prize" else quoted.end("inner")
        return Label("award", start, name_end, "award.quoted", head, quoted.end())
    if (
        _NAMELESS.match(text, after)
        or _function_word(text, after)
        or (text[after : after + 1] == " " and not _SPACED_NAME.match(text, after))
    ):
        return None
    if any(start <= after + 1 <= end and start - after <= 1 for start, end in parts if abs(start - after) <= 1):
        return None  # รางวัลชนะเลิศ, รางวัลพัฒนาการบริการ: a level or a part, read as such
    end = _name_end(text, after)
    if kind == "plaque":
        if end - after < 6:
            return None
        return Label("award", after, end, "award.plaque", head, end)
    if end - after < 3:
        return None
    start = match.start()
    return Label("award", start, end, "award.named", head, end)


def _function_word(text: str, at: int) -> bool:
    """Whether a word that begins no name stands at `at`."""
    window = text[at : at + 26].lstrip()
    first = words(window)[0] if window and "ก" <= window[0] <= "๛" else ""
    return first in _FUNCTION


def _name_end(text: str, after: int) -> int:
    begin = after
    while begin < len(text) and text[begin] == " ":
        begin += 1
    latin = _LATIN.match(text, begin)
    thai = latin.end() if latin else begin
    stop = _STOP.search(text, thai + (0 if latin else 1), begin + 110)
    end = stop.start() if stop else min(len(text), begin + 60)
    at = thai
    for word in words(text[thai:end]):
        if at > begin and word.strip() in _ENDING and (word != "เป็น" or at - begin > 8):
            end = at
            break
        at += len(word)
    while (cut := _DANGLING.search(text[after:end])) is not None:
        end = after + cut.start()
    trimmed = _TRIM.sub("", _TRAILING_YEAR.sub("", _TRIM.sub("", text[after:end])))
    return after + len(trimmed)


def _contest(text: str, head: int, after: int) -> Label | None:
    follows = text[after : after + 2]
    if follows[:1] == "(" or follows.strip().isdigit() or _CONTEST_NAMELESS.match(text, after) or _function_word(text, after):
        return None
    quoted = _QUOTED.match(text, after)
    end = quoted.end() if quoted else _name_end(text, after)
    extra = None if quoted else _CONTEST_STOP_EXTRA.search(text, after, end)
    if extra:
        end = after + len(text[after : extra.start()].rstrip())
    if end - after < 3:
        return None
    proper = _PROPER.match(text, end) or (_PROPER.match(text, after) if text[after : after + 2].strip().isascii() else None)
    if proper:
        return Label("award", proper.start("name"), proper.end("name"), "award.contest_proper", head, proper.end())
    latin = next(_LATIN_AWARD.finditer(text, after, end), None)
    if latin is not None and latin.end("name") >= end - 1 and latin.end("name") - latin.start("name") > 9:
        return Label("award", latin.start("name"), latin.end("name"), "award.latin", head, end)
    word = "ประกวด" if text[after - 6 : after] == "ประกวด" else "แข่งขัน"
    start = after - len(word)
    if text[start - 3 : start] == "การ":
        start -= 3
    return Label("award", start, end, "award.contest", head, end)


def _latin_names(text: str) -> list[Label]:
    labels = []
    for run in _LATIN.finditer(text):
        if " " in run.group() and _NAMED_AFTER.search(text[max(0, run.start() - 40) : run.start()]):
            name = _TRAILING_YEAR.sub("", _TRIM.sub("", run.group().split(" - ")[0]))
            start, end = run.start(), run.start() + len(name)
            labels.append(Label("award", start, end, "award.latin_named", start, end))
        for pattern, rule in ((_LATIN_AWARD, "award.latin"), (_OF_THE_YEAR, "award.of_the_year")):
            for match in pattern.finditer(text, run.start(), run.end()):
                if match.end("name") - match.start("name") < 9:
                    continue
                start, end = _widen(text, match.start("name"), match.end("name"))
                quoted = _REST_OF_QUOTE.match(text, match.end("name"))
                if quoted and text[max(0, match.start("name") - 1)] in '“"':
                    end = quoted.end()
                labels.append(Label("award", start, end, rule, start, end))
    return labels
