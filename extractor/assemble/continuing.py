"""Whether a party goes on with the row of winners that one before it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Ending
from extractor.assemble.role_words import BETWEEN, REGION, REPRESENTED, SO_MANY
from extractor.assemble.subject_words import SCHOOL
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.findings import Party

# between two winners of one row, of whom the first is told more of: ครูชำนาญการ โรงเรียน ก และ · ในบทเพลง ข
_SEPARATES = re.compile(r"(?:[,/;)”\"]|[ ]|และ|\d[.)])[ ]*$")
_GOVERNED = re.compile(r"(?:โดย|จาก|ของ|สังกัด|แก่|กับ|ให้|ด้วย|ร่วม|มี|ที่|ใน|นำ|ต่อ|กำกับ|ควบคุม|ฝึกสอน|ที่ปรึกษา|ผู้แทน)[ ]*$")
_ENDS_ROW = re.compile(
    r"\n|โดยมี|ทั้งนี้|ซึ่งมี|นอกจาก|กล่าว|เปิดเผย|เพื่อ|ภายใต้|พร้อมด้วย|พร้อมทั้ง|เข้าร่วม|ร่วมกับ|เป็นประธาน|เป็นผู้มอบ|จัดขึ้น"
    r"|จัดโดย|รวมถึง|โอกาสนี้|ขณะที่|ส่วน|หลังจาก"
)


# |ศ.(เกียรติคุณ) |นพ. ข: a title that is not read with the name
TITLE = Ending(
    sought(
        r"(?:(?:ผู้ช่วย|รอง)?ศาสตราจารย์|[รผ]?ศ\.)[ ]?(?:เกียรติคุณ|กิตติคุณ|คลินิก)?[ ]?(?:\([^()\n]{3,24}\))?[ ]?(?:นาย)?$"
        r"|(?:ครู|พ่อ|แม่|หมอ|พ่อครู|แม่ครู|พ่อหมอ)[ ]?$"
    ),
    "ศาสตราจารย์|ศ.|คุณ|คลินิก|)|นาย|ครู|พ่อ|แม่|หมอ",
)


# กรม ก| ได้รับโล่ 2 ปี ติดต่อกัน| กรม ข · บริษัท ก| ซึ่งได้รับต่อเนื่องเป็นปีที่ 8| และบริษัท ข: how often one of a row has won
REMARK = re.compile(
    r"[ ]?(?:ซึ่ง|ที่|โดย)?(?:ได้|เป็น)?(?:รับ|ครอง|คว้า)?(?:โล่|รางวัล|ถ้วย)?(?:รางวัล)?[ ]?"
    r"(?:มา)?(?:แล้ว)?(?:ต่อเนื่อง|ติดต่อ(?:กัน)?)?[ ]?(?:เป็น|รวม|ถึง)?"
    r"(?:ปีที่|ครั้งที่|สมัยที่)?[ ]?(?:\d{1,2}|[๑-๙]{1,2}|สอง|สาม|สี่|ห้า)[ ]?(?:ปี|สมัย|ครั้ง|รางวัล)?[ ]?(?:ซ้อน|ติดต่อกัน|ติดกัน|ต่อเนื่อง(?:กัน)?)?"
)
_OFTEN = re.compile(r"ซ้อน|ติดต่อ|ติดกัน|ต่อเนื่อง|(?:ปี|ครั้ง|สมัย)ที่|\d[ ]?รางวัล")


def remark_behind(text: str, at: int) -> int:
    """Where a remark ends that tells how often the one before has won; `at` if none stands there.

    >>> remark_behind("กรม ก ได้รับโล่ 2 ปีติดต่อกัน กรม ข", 5)
    28
    """
    remark = REMARK.match(text, at)
    return remark.end() if remark is not None and _OFTEN.search(remark.group()) is not None else at


# ศูนย์ ก| ระดับดี ผลงาน “ข” และ|ศูนย์ ค: what one of a row has won with
_WITH = (
    r"[ ](?:(?:ได้)?(?:ระดับ[ก-๎]{2,16}|(?:รางวัล)?(?:เหรียญ[ก-๎]{2,10}|(?:รอง)?ชนะเลิศ(?:[ ]?อันดับ[ ]?\d)?|ชมเชย|ดีเด่น|ดี))[ ])?"
    r"(?:(?:ด้วย|จาก|กับ)?(?:ผลงาน|โครงการ|เรื่อง|ชื่อ|โครงงาน|นวัตกรรม)[ ]?){1,2}[“\"]"
)
_WON_WITH = sought(rf"{_WITH}[^“”\"\n]{{2,120}}[”\"](?:[ ]?(?:,|และ)|(?=[ ]))[ ]?")
_WITH_NEXT = re.compile(_WITH)
# characters between two such winners
_SHORTEST_WITH, _LONGEST_WITH = 10, 200
# ภาคเหนือ โรงเรียน ก| ภาคใต้ |โรงเรียน ข: from the last of one part of the country to the first of the next
_TO_REGION = re.compile(rf"[ ]{{1,2}}(?:และ)?[ ]?{REGION}[ ]{{1,2}}")


# บริษัท ก จำกัด| นิคมอุตสาหกรรมนาดี ชลบุรี |บริษัท ข จำกัด| สาขาบางปู |และบริษัท ค: where a firm of the row has its plant or shop
_PLANT = re.compile(
    r"[ ](?:(?:ตั้งอยู่)?(?:ใน|ที่))?(?:นิคม|สวนอุตสาหกรรม|เขต(?:ประกอบการ|อุตสาหกรรม)|ท่าเรือ|สาขา|สำนักงานใหญ่|โรงงาน)"
    r"(?:(?!และ|ได้|โดย|ซึ่ง|ที่|ใน|จาก|รางวัล)[ก-๎]){0,30}(?:[ ](?!และ|ได้|โดย|ซึ่ง|ที่|ใน|จาก|รางวัล)[ก-๎]{2,16})?(?=[ ,]|และ)"
)

_FIRM = re.compile(r"บริษัท|บมจ\.|บจก\.|ห้างหุ้นส่วน|หจก\.|ธนาคาร|โรงงาน")


def is_next_with_work(text: str, previous: Party, party: Party) -> bool:
    """Whether each of two in a row stands before what it has won with: ศูนย์ ก ระดับดี ผลงาน “ข” |ศูนย์ ค| ระดับดี ผลงาน “ง”."""
    return (
        previous.role == "listed"
        and party.kind == previous.kind
        and _SHORTEST_WITH < party.start - previous.end < _LONGEST_WITH
        and _WITH_NEXT.match(text, party.end) is not None
        and _WON_WITH.fullmatch(text, previous.end, party.start) is not None
    )


def continues(text: str, previous: Party, party: Party) -> bool:
    """Whether `party` goes on with the enumeration that `previous` stands in."""
    behind = remark_behind(text, previous.end) if previous.role == "listed" else previous.end
    if previous.role == "listed" and _FIRM.match(text, previous.start) and _FIRM.match(text, party.start):
        plant = _PLANT.match(text, behind, party.start)
        behind = plant.end() if plant is not None else behind
    gap = text[behind : party.start]
    if party.kind == "person" and (titled := TITLE.search(gap)) is not None:
        gap = gap[: titled.start()]
    elif party.kind == "team" and gap.endswith(_TEAM_IN_MARKS):
        gap = gap[: gap.rindex("ทีม")]
    if gap in {" ", "  "} and previous.role == "listed" and {previous.kind, party.kind} <= {"organisation", "place", "team"}:
        return True
    alike = party.kind == previous.kind
    if alike and previous.role == "listed" and _TO_REGION.fullmatch(gap) is not None:
        return True
    if alike and _WON_WITH.fullmatch(gap) is not None:
        return True
    joined = party.kind == previous.kind or any(mark in gap for mark in ("และ", ",", ";"))
    return len(gap) < 70 and joined and bool(BETWEEN.fullmatch(gap))


# ทีมลมทุ่ง โรงเรียนนาดี| ทีม “|ฟ้าใส” โรงเรียนบ้านไผ่: what stands before a team's name in marks
_TEAM_IN_MARKS = ("ทีม“", "ทีม “", 'ทีม"', 'ทีม "')
# letters by which two bodies or places are of one kind: กรม, เทศ(บาล)
_KIND = 3


def goes_before(text: str, party: Party, right: Party) -> bool:
    """Whether a body or place is of the row of the one behind it, which a word joins to the next: |กรม ก| กรม ข และกรม ค.

    So is a person before one who is called by a nickname in marks: |“หนึ่ง” นาย ก| “สอง” นาย ข และ “สาม” นาย ค.
    """
    if party.kind != right.kind or party.role not in {"plain", "listed"}:
        return False
    if party.kind == "person":
        return text.startswith(("“", '"', "‘"), right.start)
    return text.startswith(text[party.name.start : party.name.start + _KIND], right.name.start)


# characters between two of a row: of what is told of a winner, of who stands for a firm
_ROW_REACH, _REPRESENTED = 140, 150
_AND = re.compile(r"และ[ ]?$")


def goes_on(text: str, winner: Party, party: Party) -> bool:
    """Whether one more stands in the row of a winner of whom more is told.

    นาย ก ครูโรงเรียน ข และ|นาง ค · บริษัท ก โดยนาย ข และ|บริษัท ค
    """
    if party.start - winner.end > _REPRESENTED:
        return False
    gap = text[winner.end : party.start]
    if party.kind != "person" and winner.kind != "person":
        return REPRESENTED.fullmatch(gap) is not None
    counted = winner.kind != "person" and _AND.search(gap) and SO_MANY.search(text, max(0, winner.start - 50), winner.start)
    if party.kind != "person" or not (winner.kind == "person" or counted) or len(gap) > _ROW_REACH:
        return False
    return _SEPARATES.search(gap) is not None and _GOVERNED.search(gap) is None and _ENDS_ROW.search(gap) is None


# วงเสียงลุ่มน้ำ |โรงเรียนนาดี
_BAND = re.compile(r"(?:วง|คณะ(?!กรรม|ผู้|ครู|นัก|รัฐ|[ก-๎]*ศาสตร์)|ทีม)[ก-๎]{2,}")


def is_of_band(text: str, previous: Party, party: Party) -> bool:
    """Whether a school stands right behind a band or team that is its own and has won."""
    return (
        previous.kind == "team"
        and previous.role == "listed"
        and party.kind == "organisation"
        and party.role in {"plain", "listed"}
        and text[previous.end : party.start] in {" ", " จาก", "จาก", " จาก "}
        and _BAND.match(text, previous.start) is not None
        and SCHOOL.match(text, party.start) is not None
    )
