"""Categories without a label word: the groups that a list of winners is divided into (ภาคเหนือ, รุ่น 45 กิโลกรัม, …ยอดเยี่ยม)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import MARKED_DIGITS, Anchored, Words
from extractor.match.label import Label
from extractor.match.label_arts import class_in_row, classes_of_winners, is_of_marked
from extractor.match.label_fields import RANK, SIDE, WINNER, find_fields
from extractor.match.label_kinds import find_kinds
from extractor.match.label_parts import part_end
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

# what a list's part begins behind: a line's start, a number, a bullet, ได้แก่
_HEAD = re.compile(
    r"(?:^|\n|\d[.)]|\(\d{1,2}\)|[-–•✅/*]|ได้แก่|คือ|ดังนี้|ปรากฏว่า|อาทิ|เช่น|แบ่งเป็น|ประกอบด้วย|และ|[ ]{2}"
    r"|(?:กลุ่ม|ประเภท|ด้าน|หมวด)ที่[ ]?\d{1,2})[ ]*[“\"]?[ ]*$"
)
# what leads over from the group to its winners
_COUNT = (
    r"(?:[ ]*(?:จำนวน|รวม|มี(?:[ ]?[ก-๎.]{2,24}?(?:ที่)?ได้รับ(?:รางวัล|คัดเลือก)?)?|มีจำนวน)?"
    r"[ ]*\d{1,3}[ ]*(?:รางวัล|ราย|คน|แห่ง|ทีม|ผลงาน|หน่วยงาน|องค์กร|โครงการ|บริษัท|โรงเรียน|ท่าน|ชิ้นงาน"
    r"|เรื่อง|แหล่ง|จังหวัด|ชุมชน|กลุ่ม|ลำ|รายการ))?"
)
_OPENER = (
    rf"(?=[”\" (\dจรมไคอตเป:：])[”\"]?(?:[ ]*\([^()\n]{{1,60}}\))?{_COUNT}"
    r"[ ]*(?:ได้แก่|ไดัแก่|คือ(?=[ ])|อาทิ(?:เช่น)?(?=[ :])|[:：]|มอบให้|ตกเป็นของ|เป็นของ"
    r"|ประกอบด้วย(?=[ ]รางวัล))"
)
_OPENS = re.compile(_OPENER)
# ศิลปินกลุ่มยอดเยี่ยม| - แมวคราว (อัลบั้ม …): a dash between blanks, behind what excels alone
_DASHED = re.compile(r"[ ][-–—][ ]{1,2}(?=[ก-ฮเ-ไA-Z“])")
# the words in it, and the characters within which they stand where a name and a count are before them
_OPENING_WORDS = Words("ได้แก่|ไดัแก่|คือ |อาทิ|:|：|มอบให้|เป็นของ|ประกอบด้วย รางวัล")
_NAME_AND_COUNT = 300
_RANK_NEXT = re.compile(rf"[ \n]*(?:[-–•]|\(?\d{{1,2}}(?:[.)]|\.\d{{1,2}}[.)]?))?[ ]*{RANK}")
_WINNER_NEXT = re.compile(rf"[ ]+(?=(?:\(?\d{{1,2}}[.)])?[ ]?{WINNER})")
# อาคารขนาดใหญ่| มีพื้นที่ตั้งแต่ 3,000 ตารางเมตรขึ้นไป ได้แก่
_SO_LARGE = re.compile(
    r"(?:(?<=ใหญ่)|(?<=กลาง)|(?<=เล็ก))[ ]?(?:ที่|ซึ่ง)?(?:มี)?(?:จำนวน)?(?:พื้นที่|ลูกจ้าง|พนักงาน|ประชากร|นักเรียน|สมาชิก|รายได้)"
    r"(?:(?!ได้แก่)[^\n“”]){3,60}[ ]?(?:ได้แก่|คือ(?=[ ]))"
)
_LINE_END = re.compile(r"[ ]*(?:(?:มี)?(?:ผู้(?:ที่)?(?:ได้รับ|ชนะ)[ก-๎]{0,14})?[ ]{0,2}(?:ดัง(?:ต่อไป)?นี้|ได้แก่|คือ)[ ]*:?[ ]*)?(?:\n|$)")
# ปรากฏว่า| สภ.ขนาดใหญ่ อันดับ 1 … |ส่วน| สภ.ขนาดกลาง
_TURNED = re.compile(r"(?:ปรากฏว่า|ส่วน|ขณะที่|สำหรับ)[ ]?(?:ของ)?[ ]?$")

_REGION = rf"ภาค{SIDE}"
# what is told apart by its size: |สภ.|ขนาดใหญ่
_SIZED = (
    "สถานประกอบการ|สถานประกอบกิจการ|ธุรกิจ|โรงงาน|องค์กร|เรือนจำ|โรงเรียน|โรงพยาบาล|เทศบาล|หน่วยงาน|วิสาหกิจ|วิสาหกิจชุมชน|อาคาร|สหกรณ์|สถานศึกษา|จังหวัด"
    "|สภ.|สน.|สถานีตำรวจ|สถานีตำรวจภูธร|รพ.|รร.|อบต.|ทต.|องค์การบริหารส่วนตำบล|อปท.|ชุมชน|หมู่บ้าน|อำเภอ|ตำบล|วัด|ตลาด|โรงแรม|ที่พัก|รีสอร์ท|ร้าน|ร้านค้า"
    "|ร้านอาหาร|บริษัท|สถานพยาบาล|วิทยาลัย|มหาวิทยาลัย|สำนักงาน|ศูนย์|ศูนย์พัฒนาเด็กเล็ก|แขวง|แปลง|ฟาร์ม|โรงสี|สถานี|ห้องสมุด|กองทุน|กลุ่ม|ขบวน|เรือ|บ้าน|สวน"
)
# a closed class of groups, each told by its own words
_GROUP = re.compile(
    rf"""
      (?:กลุ่ม(?:จังหวัด)?|เขต|ระดับ(?:ภูมิ)?ภาค[ ]?[–-]?[ ]?)?{_REGION}(?:(?:และ|[ ]?,[ ]?){_REGION}){{0,2}}
    | ระดับ(?:ชั้น)?[ ]?(?:อนุบาล|ปฐมวัย|ประถม(?:ศึกษา)?|มัธยม(?:ศึกษา)?|อุดมศึกษา|อาชีวศึกษา|ปวช\.?|ปวส\.?|ปริญญา(?:ตรี|โท|เอก)|บัณฑิตศึกษา
        |ประชาชน(?:ทั่วไป)?|บุคคลทั่วไป|นักเรียน|นิสิต|นักศึกษา|เยาวชน|กรม(?![ก-๙])|กระทรวง(?![ก-๙])|กระบวนงาน|หน่วยงาน(?![ก-๙]))
        (?:ตอน(?:ต้น|ปลาย)|ปีที่[ ]?\d(?:[ ]?[-–][ ]?\d)?)?(?:[ ]?(?:หรือ|และ|/)(?:(?!อีกด้วย|ได้แก่)[ก-๙]){{2,30}})?
        (?:[ ]?\([ก-๙][^()\n]{{1,40}}\))?
        (?:[ ]?ขนาด(?:ใหญ่พิเศษ|ใหญ่|กลาง|เล็ก)(?![ก-๎]))?
        (?:,?[ ](?:และ|หรือ)?[ ]?ประกาศนียบัตรวิชาชีพ(?:ชั้นสูง)?(?:[ ]?\(ปว[ชส]\.\))?)?(?:[ ]หรือเทียบเท่า)?
    | รุ่น[ ]?(?:ทั่วไป|ประชาชน(?:ทั่วไป)?|เยาวชน|ยุวชน|จิ๋ว|อาวุโส|U-?\d{{1,2}}
        |(?:มืออาชีพ|มือใหม่|ผู้เชี่ยวชาญ|มือสมัครเล่น)(?:[ ]?(?:หรือ(?:รุ่น)?[ ]?|\()[A-Z][a-z]+\)?)?
        |(?:ประถม|มัธยม|อุดม|อาชีว)(?:ศึกษา)?(?:ตอน(?:ต้น|ปลาย))?
        |[A-Z][A-Za-z]+(?:-[A-Za-z0-9]{{1,12}})?(?:[ ][A-Z0-9][A-Za-z0-9+-]{{0,12}}){{0,2}}
        |(?:อายุ|น้ำหนัก)?[ ]?(?:ไม่เกิน|มากกว่า|ต่ำกว่า|เกิน)?[ ]?\d{{1,3}}(?:\.\d{{1,2}})?(?:[ ]?[-–][ ]?\d{{1,3}}(?:\.\d{{1,2}})?)?
        [ ]?(?:ปี|กิโลกรัม|กก\.?|ขวบ|เมตร))(?:(?:[ ]?ขึ้นไป)?[ ]?(?:ทีม)?(?:ชาย|หญิง|คู่ผสม))?(?:[ ]ประเภท[ ][ก-ค](?![ก-๙]))?
    | (?:กลุ่ม)?(?:{_SIZED.replace(".", "[.]")})?[ ]?
        (?:ขนาด(?:ใหญ่พิเศษ|ใหญ่|กลาง|เล็ก)(?!และ|[ ]?ย่อม)|[ ]Size[ ](?:XL|[SML]))
    """,
    re.VERBOSE,
)
_GROUP_WORDS = Words(
    "กลุ่มภาค|กลุ่มจังหวัดภาค|เขตภาค|ภาค|ระดับ|รุ่น|ขนาด|จังหวัด Size|"
    + "|".join(f"{group}{word}ขนาด" for word in _SIZED.split("|") for group in ("", "กลุ่ม"))
)

# รุ่น 52 กิโลกรัมหญิง is a sport's class wherever it stands
_WEIGHED = re.compile(r"รุ่น(?:น้ำหนัก)?[ ]?(?:ไม่เกิน|มากกว่า|ต่ำกว่า|เกิน)?[ ]?\d{1,3}(?:\.\d{1,2})?[ ]?(?:กิโลกรัม|กก)")

# ผู้แสดงนำชายยอดเยี่ยม ได้แก่ …
_BEST = re.compile(r"(?:ยอดเยี่ยม|ดีเด่น|โดดเด่น|ยอดนิยม|ดีที่สุด|แห่งปี|ต้นแบบ|สร้างสรรค์)")
_BEST_WORDS = Words("ยอดเยี่ยม|ดีเด่น|โดดเด่น|ยอดนิยม|ดีที่สุด|แห่งปี")
# ภาพยนตร์สั้นยอดเยี่ยม| ระดับนักเรียน-นักศึกษา ได้แก่ …
_OF_WHOM = re.compile(r"[ ]ระดับ(?:นักเรียน|นิสิต|นักศึกษา|บุคคลทั่วไป|ประชาชน|เยาวชน)(?:[ ]?[-/][ ]?[ก-๎]{2,20})?")
_PERSON_NEXT = re.compile(r"[ ]+(?:คุณ|นาย|นาง|ดร\.|[ศรผ]ศ\.|แพทย์|เด็ก)")
_BEST_START = re.compile(r"(?P<name>[ก-ฮเ-ไ][ก-๙]{3,50})$")

# 1. ด้านความปลอดภัย ได้แก่ …
_NAME = re.compile(rf"(?P<name>[ก-ฮเ-ไ][^\n“”\",:;|]{{3,70}}?){_OPENER}(?=[ \n]*(?:\(?\d{{1,2}}[.)]|[-–•])?[ ]*{WINNER})")
_NO_NAME = re.compile(
    r"^(?:ส่วน|และ|จังหวัด|วัน|เวลา|ร่วม$)|(?:ได้|รับ|มี|เป็น|ที่(?!พัก|ปรึกษา)|ซึ่ง|โดย|ให้|จะ|มอบ|จัด|(?<!กำ)กับ|รางวัล|ผู้ชนะ|ว่า|(?<!เพลง)จาก|ของ|ทั้ง|อาทิ|เพื่อ(?!ชีวิต|สังคม|น|การ)|นี้|ดังนี้"
    r"|(?<!ดนตรี)(?<!เพลง)(?<!แสดง)(?<!ผู้)(?<!สถาน)ประกอบ(?!อาชีพ)"
    r"|แบ่ง|พร้อม|รายชื่อ|วันที่|เวลา|(?<!ทำ)เงิน|ผลการ|กล่าว|คว้า|ครั้ง|นาย|นาง|ดร\.|ประจำปี|พ\.ศ|ปี[ ]?\d"
    r"|เรื่อง|ผลงาน|หัวข้อ|คณะกรรมการ|ชื่อ|สถานที่|ติดต่อ|โทร|ณ[ ]|ใน[ ]|ตาม|หรือ[ ]|เช่น|แก่|แล้ว|ก็|ต้อง|ไม่|สำหรับ|ข่าว|โหวต)"
)


def find_heads(text: str, behind: AbstractSet[int], bodies: AbstractSet[int], ranks: Sequence[int]) -> Iterator[Label]:
    """Categories that only their place in a list of winners, or their closed shape, tells.

    Args:
        text: the clean text.
        behind: where awards, years and levels end.
        bodies: where names of bodies end; one of them is no group.
        ranks: where levels end.
    """
    yield from find_fields(text, sorted(behind))
    yield from _groups(text, behind)
    yield from _over_first(text)
    yield from _best(text)
    yield from _ranked(text, bodies, ranks)
    yield from _won_in(text, ranks)
    yield from _behind_prize(text, behind)
    yield from _latin(text, behind)
    yield from _latin_lists(text, behind)
    yield from _numbered_latin(text)
    if behind:
        yield from classes_of_winners(text, min(behind))
        yield from _marked(text, bodies, min(behind))
        yield from find_kinds(text, bodies)


def _groups(text: str, behind: AbstractSet[int]) -> Iterator[Label]:
    done, last = 0, -_NEXT_GROUP
    for place in _GROUP_WORDS.find(text):
        if place < done:
            continue
        match = _GROUP.match(text, place)
        if match is None:
            continue
        end = match.end()
        done = end
        bracketed = text[place - 1] == "(" and text.startswith(")", end) and {place - 1, place - 2} & behind
        if bracketed and text.startswith("กลุ่ม", place) and text.find("ขนาด", place, end) > 0:
            continue  # ประเภทห้องสมุดชุมชน (กลุ่มตำบลขนาดเล็ก): of which size those are who are in the class
        stands = (
            _WEIGHED.match(text, place)
            or place - 1 in behind
            or (place in behind and text.startswith(("ระดับ", "รุ่น"), place))
            or bracketed
            or _SO_LARGE.match(text, end)
            or (text.startswith(" ", place - 1) and text.find("ขนาด", place + 1, end) > 0 and _RANK_NEXT.match(text, end))
            or (text.startswith(" กลุ่ม", place - 1) and text.find("ขนาด", place + 1, end) > 0 and _WINNER_NEXT.match(text, end))
            or (place - last < _NEXT_GROUP and _goes_on(text, last, place, end))
        )
        if stands or (
            (
                _HEAD.search(text, max(0, place - 16), place)
                or ("ขนาด" in match.group() and _TURNED.search(text, max(0, place - 12), place))
            )
            and (
                _OPENS.match(text, end)
                or _RANK_NEXT.match(text, end)
                or _WINNER_NEXT.match(text, end)
                or _LINE_END.match(text, end)
            )
        ):
            yield Label("category", place, end, "category.group", place, end)
            last = place


# characters from one group of a row to the next, its winners between them, and the shortest beginning that tells them alike
_NEXT_GROUP, _SAME_BEGINNING = 250, 4


def _goes_on(text: str, last: int, place: int, end: int) -> bool:
    """Whether a group stands before a winner in the line of one like it: ระดับประถมศึกษา นาย ก |ระดับมัธยมศึกษา| นาย ข."""
    alike = text[last : last + _SAME_BEGINNING] == text[place : place + _SAME_BEGINNING]
    if not alike or text[place - 1] != " " or "\n" in text[last:place]:
        return False
    return (_OPENS.match(text, end) or _RANK_NEXT.match(text, end) or _WINNER_NEXT.match(text, end)) is not None


# ส่วน|กลุ่มเยาวชน รางวัลชนะเลิศ ได้แก่ … · (กลุ่มต้นแบบ) จำนวน 3 รางวัล ประกอบด้วย รางวัลชนะเลิศ ได้แก่ …
_OVER_FIRST = re.compile(
    r"""
    (?P<name> (?:กลุ่ม|ระดับ|รุ่น|ช่วงชั้น|ชั้น|เขต|โซน|สนาม|ขนาด|การนำเสนอ)
      (?![ ]?(?:ระดับ|กลุ่ม|รุ่น)|ที่(?!พัก|อยู่|ปรึกษา)|ดี|เหรียญ|ทอง|เงิน|ยอด|ชนะ|รอง|นี้|ต่าง|ละ|ของ|ใด|จังหวัด[ ]|ไป|แรก|คะแนน)
      [^\n“”\",:;|()]{2,60}? (?:[ ]?\([^()\n]{2,40}\))? )
    [ )]* (?: (?:จำนวน|รวม)?[ ]?(?<![A-Za-z\d-])\d{1,3}[ ]?(?:รางวัล|ผลงาน|ทีม|คน|ราย)[ ]* )?
    (?: (?:ประกอบด้วย|ได้แก่|มีดังนี้|ดังนี้|คือ|:|ผู้ชนะ|ผู้ที่?ได้รับ|โดย|เป็น)[ ]* )? [ \n]* (?:[-–•]|\(?1[.)])?[ ]*
    (?: (?:โล่|ถ้วย)?รางวัล(?:ที่[ ]?1|(?:ชนะเลิศ|เหรียญทอง)) | ชนะเลิศ ) (?:[ ]?อันดับ(?:ที่)?[ ]?(?:1|หนึ่ง))? [ ]*
    (?: \d{1,2}[ ]?(?:ผลงาน|ทีม|รางวัล|เรื่อง)[ ]* )?
    (?: (?:ได้)?รับ(?:ถ้วย|เงิน|โล่|ทุน|เกียรติบัตร)[^\n“”:]{2,80}?(?=ได้แก่|เป็นของ|ตกเป็น) )?
    (?: ได้แก่ | คือ | : | เป็นของ | ตกเป็น | โดย | (?=[“\"]) | (?=ผลงาน|เรื่อง) | (?={winner}) )
    """.replace("{winner}", WINNER),
    re.VERBOSE,
)
_TRAILING = re.compile(r"[ ]*(?:ทีม|ผู้|ผล)?[ ]*$")
# the first prize, and the characters behind a group's first word within which it stands
_FIRST_PRIZE, _OVER_REACH = Words("ชนะเลิศ|รางวัลที่|เหรียญทอง"), 250
_OVER_WORDS = Words("กลุ่ม|ระดับ|รุ่น|ช่วงชั้น|ชั้น|เขต|โซน|สนาม|ขนาด|การนำเสนอ")
_BEFORE_OVER = re.compile(r"(?:^|[\s(,“]|แบ่งเป็น|ส่วน|ของ|และ|ใน|สำหรับ|รางวัล|ประกวด|แข่งขัน|\d[.)])$")


def _over_first(text: str) -> Iterator[Label]:
    """Groups of any name right before their first prize and its winner."""
    done = 0
    for place in _OVER_WORDS.find(text):
        if place < done or not _FIRST_PRIZE.within(text, place, place + _OVER_REACH):
            continue
        if not _BEFORE_OVER.search(text, max(0, place - 8), place):
            continue
        match = _OVER_FIRST.match(text, place)
        if match is None:
            continue
        start, end = match.span("name")
        name = _TRAILING.sub("", text[start:end])
        if _NO_NAME.search(name) or "รางวัล" in name:
            continue
        done = end
        yield Label("category", start, start + len(name), "category.over_first", start, start + len(name))


# รางวัลดาราทอง ครั้งที่ 5 |ภาพยนตร์ยอดเยี่ยม ได้แก่ …
_DATED_BEFORE = re.compile(r"(?:ประจำปี|ครั้งที่)[ ]?(?:พ\.ศ\.[ ]?)?\d{1,4}[ ]{1,2}$")
_TURN = re.compile("ส่วน|ขณะที่|และ|ด้าน|สำหรับ")
# characters from one …ยอดเยี่ยม of a row to the next, its winner between them
_NEXT_BEST = 120


def _best(text: str) -> Iterator[Label]:
    last = -_NEXT_BEST
    for place in _BEST_WORDS.find(text):
        word = _BEST.match(text, place)
        if word is None:
            continue
        end = word.end()
        of_whom = _OF_WHOM.match(text, end)
        end = of_whom.end() if of_whom else end
        opens = (_OPENS.match(text, end) or _DASHED.match(text, end)) is not None or is_of_marked(text, place, end)
        if (row := class_in_row(text, place, end, last)) is not None:
            yield row
            last = end
            continue
        if not (opens or _WINNER_NEXT.match(text, end) or _LINE_END.match(text, end)):
            continue
        begin = _BEST_START.search(text, max(0, place - 50), place)
        if begin is None:
            continue
        start = begin.start()
        turn = _TURN.match(text, start) if text[start - 1 : start] in {" ", "\n"} else None
        turns = turn is not None and (opens or turn.group() == "ส่วน")
        if turn is not None and turns:
            start = turn.end()  # ส่วน|นักร้องชายยอดนิยม ได้แก่ …
        next_in_row = opens and text[start - 1 : start] == " " and "\n" not in text[last:start] and start - last < _NEXT_BEST
        if (
            not turns
            and not next_in_row
            and not (opens and _DATED_BEFORE.search(text, max(0, start - 24), start))
            and not _HEAD.search(text, max(0, start - 16), start)
            and not (text[start - 1] == " " and _PERSON_NEXT.match(text, end))
        ):
            continue
        if _NO_NAME.search(text[start:end]) or end - start > 60:
            continue
        yield Label("category", start, end, "category.best", start, end)
        last = end


# 8.1 ด้านนวัตกรรม / (1) ประเภทดีเด่น
_PART_NEXT = re.compile(
    r"[ \n]*(?:\(?\d{1,2}(?:[.)]|\.\d{1,2}[.)]?)|[-–•])?[ ]*(?:โล่|ถ้วย)?(?:ประเภท|ระดับ|รางวัล|(?:รอง)?ชนะเลิศ|เหรียญ)"
)
# 2. กลุ่มผลิตภัณฑ์อาหาร รางวัลชนะเลิศ …
_NAME_RANKED = re.compile(
    r"(?P<name>[ก-ฮเ-ไ][^\n“”\",:;|]{3,60}?)[ \n]+(?:[-–•][ ]?)?รางวัล(?:(?:รอง)?ชนะเลิศ|ชมเชย|ที่[ ]?\d"
    r"|(?:ประเภท|ระดับ)?(?:ดี|ยอดเยี่ยม|เหรียญ))"
)
# 5) สหกรณ์ออมทรัพย์ ได้แก่ สหกรณ์ออมทรัพย์ครูน่าน จำกัด: whose winner's name begins with it is a kind of body
_KIND = re.compile(rf"(?P<name>[ก-ฮเ-ไ][ก-๙]{{4,40}}){_OPENER}[ ]*(?:\(?\d{{1,2}}[.)])?[ ]?(?:เครือข่าย|ร้าน)?(?P=name)[ก-๙]")
# and the next kind in the row, in which the winner's name begins otherwise: 6) สหกรณ์ร้านค้า ได้แก่ ร้านสหกรณ์ครูน่าน จำกัด
_NEXT_OF_KINDS = re.compile(rf"(?P<name>[ก-ฮเ-ไ][ก-๎]{{4,40}}){_OPENER}(?=[ ]*[ก-ฮเ-ไ])")
_NEXT_KIND = 260
# 1) หน่วยงานที่มีการดูแลน้ำดีเด่น (Water Award) จำนวน 2 รางวัล ได้แก่ …: whom a counted group's prize is for, told by a clause
_DESCRIBED = re.compile(
    r"(?P<name>(?:หน่วยงาน|องค์กร|บุคคล|ผู้|เครือข่าย|สถาน(?:ศึกษา|ประกอบ)|จังหวัด|อำเภอ|ชุมชน|เทศบาล|โรงเรียน|โรงพยาบาล|สื่อ|โครงการ)"
    r"(?!ที่ได้|ได้)[ก-๎]{0,30}?(?:ที่)?(?:มี(?!ราย)|ให้|เป็น|ส่งเสริม|สนับสนุน|ดำเนิน|ปฏิบัติ|ประสบ)(?:(?!ได้รับ|จำนวน|ได้แก่)[ก-๎/ ]){5,110}?)"
    rf"(?:[ ]?\([^()\n]{{1,80}}\))?[ ]*(?:จำนวน|รวม)[ ]?\d{{1,3}}[ ]?(?:รางวัล|ราย|คน|แห่ง|หน่วยงาน|องค์กร|จังหวัด)"
    rf"[ ]*(?:ได้แก่|คือ[ ]|[:：])(?=[ \n]*(?:\(?\d{{1,2}}[.)]|[-–•])?[ ]*{WINNER})"
)
_IS_WINNER = re.compile(rf"(?!กลุ่ม(?:ผลิต|เทค|ธุร|อุต|บริการ|โรง|จังหวัด|นัก|เยาว|ประชา|บุคคล|องค์|หน่วย|ที่)){WINNER}")
# 1) กลุ่มหมู่บ้านริมน้ำ |จำนวน 2 รางวัล ประกอบด้วย รางวัลชนะเลิศ …
_OF_PRIZES = re.compile(
    r"[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:จำนวน|รวม)[ ]?\d{1,3}[ ]?รางวัล[ ]*(?:ประกอบด้วย|ได้แก่|คือ|แบ่งเป็น|:)[ ]*รางวัล"
)
_MARK = sought(r"[(\d](?<![^ \n].)(?:(?<=\()\d)?\d?(?<=\d)(?:(?:\.\d{1,2})*[.)](?!\d)[ \u200b]*|\.\d{1,2}[ ]+)")


_MARKED = Words(MARKED_DIGITS)


def _marks(text: str, since: int) -> Iterator[re.Match[str]]:
    """What `_MARK.finditer` yields, looked for where a digit stands before a full stop or a bracket."""
    for digit in _MARKED.find(text):
        start = digit - text[max(0, digit - 1) : digit].isdecimal()
        start -= text.startswith("(", max(0, start - 1))
        match = _MARK.match(text, start) if start >= since else None
        if match is not None:
            since = match.end()
            yield match


def _marked(text: str, bodies: AbstractSet[int], since: int) -> Iterator[Label]:
    last_kind = -_NEXT_KIND
    for mark in _marks(text, since):
        if text.startswith("ด้าน", mark.end()):
            start, end = mark.end(), part_end(text, mark.end())
            if end - start >= 7 and (_OPENS.match(text, end) or _PART_NEXT.match(text, end) or _WINNER_NEXT.match(text, end)):
                yield Label("category", start, end, "category.marked_subject", start, end)
            continue
        opened = _OPENING_WORDS.within(text, mark.end(), mark.end() + _NAME_AND_COUNT)
        kind = _KIND.match(text, mark.end()) if opened else None
        if kind is None and opened and mark.end() - last_kind < _NEXT_KIND and "\n" not in text[last_kind : mark.start()]:
            kind = _NEXT_OF_KINDS.match(text, mark.end())
        if kind is not None:
            yield Label("category", *kind.span("name"), "category.kind", *kind.span("name"))
            last_kind = kind.end()
            continue
        told = _DESCRIBED.match(text, mark.end()) if opened else None
        if told is not None:
            yield Label("category", *told.span("name"), "category.marked", *told.span("name"))
            continue
        match = (_NAME.match(text, mark.end()) if opened else None) or _NAME_RANKED.match(text, mark.end())
        if match is None:
            continue
        start, end = match.span("name")
        end = start + len(match["name"].rstrip())
        winner = _IS_WINNER.match(text, start) is not None and _OF_PRIZES.match(text, end) is None
        if end in bodies or _NO_NAME.search(text[start:end]) or winner or end - start < 4:
            continue
        yield Label("category", start, end, "category.marked", start, end)


# รางวัลชนะเลิศ ผู้ขับร้องเพลงไทยสากล ได้แก่ …
_NO_GROUP = re.compile(r"(?:การ)?(?:ประกวด|แข่งขัน)|ประเภท|สาขา|ระดับ|ด้าน|ทีม|หมวด|จำนวน|อัน|ลำดับ|คะแนน|รุ่น|ขนาด")

# รางวัลชนะเลิศ |ผู้ขับร้องเพลงไทยสากล|⏎ได้แก่ …
_NAME_ABOVE = re.compile(r"(?P<name>[ก-ฮเ-ไ][ก-๎A-Za-z/ ]{3,80}?)(?=[ ]*\n[ ]*(?:ได้แก่|คือ)[ ])")
# รางวัลชนะเลิศ|ตลาดสะอาด| ได้แก่ …: a kind of body by what is praised in it
_OF_QUALITY = re.compile(
    r"(?:น่าอยู่|ยั่งยืน|สะอาด|ปลอดขยะ|ปลอดภัย|ปลอดโรค|สีเขียว|สีขาว|ต้นแบบ|ตัวอย่าง|ดีเด่น|ยอดเยี่ยม|คุณธรรม|เข้มแข็ง|สร้างสรรค์|สวยงาม|โปร่งใส|คุณภาพ|สุขภาพดี|พอเพียง)"
    r"(?:อย่างยั่งยืน)?\Z"
)


def _ranked(text: str, bodies: AbstractSet[int], ranks: Sequence[int]) -> Iterator[Label]:
    """What was won with a rank, between the rank and its winner."""
    for rank in ranks:
        start = rank
        while text[start : start + 1] == " ":
            start += 1
        match = _NAME.match(text, start) or _NAME_ABOVE.match(text, start)
        if match is None or _NO_GROUP.match(text, start):
            continue
        end = start + len(match["name"].rstrip())
        if _IS_WINNER.match(text, start) and (start > rank or _OF_QUALITY.search(text, start, end) is None):
            continue
        if end in bodies or _NO_NAME.search(text[start:end]) or end - start < 4:
            continue
        yield Label("category", start, end, "category.ranked", start, end)


# รางวัลองค์กรต้นแบบ| (|ภาครัฐ|) |ประจำปี 2564 · รางวัลชนะเลิศ| |Oral Presentation| |เรื่อง …
_BEHIND_PRIZE = re.compile(
    r"[”\"]?[ ]?(?:\([ ]?(?P<sector>ภาค(?:รัฐ|เอกชน|ประชาสังคม|ธุรกิจ|ประชาชน|การศึกษา|อุตสาหกรรม)"
    r"|รัฐวิสาหกิจ|หน่วยงานภาครัฐ|สถานศึกษา|องค์กรธุรกิจ)[ ]?\)"
    r"|(?P<presented>(?:(?i:mini[ -])?Oral|(?i:e-?)?Poster|Virtual)(?:[ ](?i:presentation))?(?![A-Za-z]|[ ][A-Z])"
    r"|(?:การ)?นำเสนอ(?:ผลงาน)?(?:แบบ|ด้วย)?(?:ปากเปล่า|วาจา|บรรยาย|โปสเตอร์)))"
)


def _behind_prize(text: str, behind: AbstractSet[int]) -> Iterator[Label]:
    """For whom a prize is, in brackets right behind it or its year, and how papers were presented that have won one."""
    for place in sorted(behind):
        match = _BEHIND_PRIZE.match(text, place)
        if match is not None and match.lastgroup is not None:
            yield Label("category", *match.span(match.lastgroup), "category.sector", match.start(match.lastgroup), match.end())


# เหรียญทอง| ROBO Master 18+ |จากการแข่งขัน…, เหรียญเงิน| วิ่ง 100 เมตรหญิง |ในการแข่งขัน…
_EVENT = re.compile(
    r"[ ](?P<name>(?:[A-Z][A-Za-z0-9+&’'-]{1,20}(?:[ ][A-Z0-9][A-Za-z0-9+&’'-]{0,20}){0,5}"
    r"|(?:วิ่ง|เดิน(?=[ ]?\d|เร็ว|ทน)|ว่าย|ผีเสื้อ|กรรเชียง|กบ(?=[ ]?\d)|ฟรีสไตล์|ท่า(?=ผี|กบ|กรร|ฟรี)|กระโดด(?!เข้า|ลง)"
    r"|ขว้าง|พุ่ง|ทุ่ม|ผลัด|เดี่ยว|ยิง(?=ปืน|ธนู)|ฟันดาบ|ท่ารำ)"
    r"[^\n“”\",:;()]{2,40}?))"
    r"[ ]?(?:จาก|ใน)(?=[ ]?(?:การ(?:แข่งขัน|ประกวด)|รายการ|เวที|งาน|กีฬา|มหกรรม|ศึก))"
)


def _won_in(text: str, ranks: Sequence[int]) -> Iterator[Label]:
    """The event in which a rank was won, between the rank and the contest that the event is part of."""
    for rank in ranks:
        match = _EVENT.match(text, rank)
        if match is not None:
            yield Label("category", *match.span("name"), "category.event", *match.span("name"))


# … Awards 2021: Excellence in Governance · … Awards 2021 “Best Govtech”
_LATIN = re.compile(r"[ ]?(?:[:–-][ ]?|[“\"])(?P<name>[A-Z][A-Za-z&/,’'. -]{6,70}[A-Za-z])(?![A-Za-z])[”\"]?")

_SUB_AWARD = re.compile(
    r"^(?:The[ ])?(?:Best|Excellence|Outstanding|Most|Top|Leading|Rising)[ ]|[ ](?:Awards?|Excellence|Leadership|Category)$"
)


def _latin(text: str, behind: AbstractSet[int]) -> Iterator[Label]:
    """What a colon, a dash or quotation marks set off behind an award's Latin name or its year."""
    for place in sorted(behind):
        match = _LATIN.match(text, place)
        if match is not None and _SUB_AWARD.search(match["name"]) and text[max(0, place - 1)].isascii():
            yield Label("category", *match.span("name"), "category.latin", match.start("name"), match.end())


# จากเวที Siam Excellence Awards 2024 |ได้แก่ |Best CEO และ |Best Investor Relations Company
_LIST_OPENS = re.compile(
    r"[”\"]?[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:(?:รวม|จำนวน)?[ ]?\d{1,2}[ ]?(?:รางวัล|สาขา|ประเภท)[ ]*)?"
    r"(?:ได้แก่|คือ|ประกอบด้วย|ดังนี้)[ ]*:?[ ]*"
)
_LISTED = re.compile(r"(?:\(?\d{1,2}[.)]\)?[ ]*)?[“\"]?(?P<name>[A-Z][A-Za-z0-9 .’'&/:–-]{5,80}[A-Za-z0-9])(?![A-Za-z0-9])[”\"]?")
_LIST_GOES_ON = re.compile(r"[ ]*(?:\([^()\n]{1,80}\)[ ]*)?(?:,|และ|,[ ]?และ|[ ](?=\(?\d{1,2}[.)]))[ ]*")
_MOST_LISTED = 20


def _latin_lists(text: str, behind: AbstractSet[int]) -> Iterator[Label]:
    """Prizes in Latin letters that are listed behind the programme's Latin name or year: two at least, or one that says so."""
    for place in sorted(behind):
        opens = _LIST_OPENS.match(text, place) if text[max(0, place - 1) : max(1, place)].isascii() else None
        if opens is None:
            continue
        at = opens.end()
        found: list[re.Match[str]] = []
        while len(found) < _MOST_LISTED and (item := _LISTED.match(text, at)) is not None:
            found.append(item)
            more = _LIST_GOES_ON.match(text, item.end())
            at = more.end() if more is not None else len(text)
        if len(found) > 1 or (found and _SUB_AWARD.search(found[0]["name"])):
            yield from (
                Label("category", *item.span("name"), "category.listed", item.start("name"), item.end()) for item in found
            )


# … Honours 2024 ที่นิตยสาร ก จัดขึ้น |ประกอบด้วย (1) Best Bank จากแอป “ข” (2) Green Loan Initiative
_NUMBERED = Anchored(
    re.compile(r"(?:ได้แก่|ประกอบด้วย|ดังนี้|คือ)[ ]*:?[ \n]*(?P<open>\(?)1(?P<close>[.)]\)?)[ ]*(?=(?:รางวัล[ ]?)?[“\"‘]?[A-Z])"),
    "ได้แก่|ประกอบด้วย|ดังนี้|คือ",
)
_NUMBERED_NAME = re.compile(
    r"(?:รางวัล[ ]?|สาขา[ ]?)?[“\"‘]?(?P<name>[A-Z](?:(?![ ]\(?\d{1,2}[.)]|[ ]-[ ])[A-Za-z0-9 ’'&/:–-]){4,70}"
    r"[A-Za-z0-9])(?![A-Za-z0-9])"
)
# a firm or a programme is no prize of one
_NO_PRIZE = re.compile(
    r"(?:Ms|Mrs?|Dr|Prof|Miss)\b|.*\b(?:Co|Ltd|Limited|Inc|Company|Group|Corporation|University|School|Team|Awards?|Prizes?|Hospital)\b(?!$)|.*\b(?:Co|Ltd|Limited|Inc|Group|Corporation|University|School|Hospital)$"
)
_BEFORE_LIST = 400
# characters from an item's name to the next item's number
_ITEM = 200


def _numbered_latin(text: str) -> Iterator[Label]:
    """Prizes in Latin letters that begin the items of a numbered list which a sentence about prizes opens."""
    for opener in _NUMBERED.finditer(text):
        begin = max(text.rfind("\n", 0, opener.start() - 1), opener.start() - _BEFORE_LIST)
        if text.find("รางวัล", begin, opener.start()) < 0 and not _TELLS_PRIZES.search(text, max(0, begin), opener.start()):
            continue
        at, number = opener.end(), 1
        found: list[re.Match[str]] = []
        while (item := _NUMBERED_NAME.match(text, at)) is not None and not _NO_PRIZE.match(item["name"]):
            found.append(item)
            number += 1
            following = text.find(f"{opener['open']}{number}{opener['close']}", item.end(), item.end() + _ITEM)
            if following < 0:
                break
            at = following + len(f"{opener['open']}{number}{opener['close']}")
            at += text.startswith(" ", at)
        if any(_SUB_AWARD.search(item["name"]) or item["name"].endswith("of the Year") for item in found):
            yield from (Label("category", *item.span("name"), "category.listed", *item.span("name")) for item in found)


_TELLS_PRIZES = re.compile(r"Awards?\b|Honou?rs\b")
