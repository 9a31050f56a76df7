"""Lists that somebody is put on, and a guide's grades: ติดโผ Mekong 30 Under 30 2022, ได้รับ 2 ดาวมิชลิน จากคู่มือมิชลิน ไกด์."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Words
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

ENROLLED = "award.enrolled"
"""The rule of a list's name behind a verb of putting on it."""
GRADE = "level.grade"
"""The rule of a guide's grade: 2 ดาวมิชลิน."""

# ติดโผ, ขึ้นทำเนียบ, ได้รับการคัดเลือกให้อยู่ในรายชื่อ
_LEAD = (
    r"(?:ติด(?:อยู่ใน)?(?:อันดับ|โผ|ทำเนียบ|ลิสต์|รายชื่อ)|(?:ขึ้น|เข้า|ก้าวสู่|เข้าสู่|จารึก)(?:ใน|สู่)?(?:ทำเนียบ|ลิสต์)"
    r"|(?:ได้รับ(?:การ)?|ถูก)(?:คัดเลือก|จัดอันดับ|แนะนำ|บรรจุ(?:ชื่อ)?|เลือก|ยกย่อง)(?:ให้)?"
    r"(?:เป็น(?=[ ]?(?:หนึ่ง|1[ ]))|อยู่|ติด(?:อันดับ|โผ)?|เข้าสู่)?(?:ใน)?(?:รายชื่อ|ลิสต์|ทำเนียบ|คู่มือ|กลุ่ม)?)"
)
_LISTED = Anchored(
    re.compile(
        rf"(?P<lead>{_LEAD})(?:(?:หนึ่ง|1)[ ]?ใน)?(?:ใน|ของ)?(?:รายชื่อ|กลุ่ม)?[ ]?[“\"‘']?"
        r"(?P<name>(?:\d{2,3}\ )?[A-Z][\w’'&.-]*(?:\ (?!(?:19|20)\d\d(?!\d))(?:[A-Z0-9&][\w’'&.-]*|of|the|in|for|and|to"
        r"|on|by|de)){1,9})"
        r"(?=[”\"’']?[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:(?:19|20)\d\d(?!\d)|(?:ประจำ)?ปี[ ]?(?:พ\.ศ\.[ ]?)?\d{4}|(?:จาก"
        r"|โดย)[ ]?(?:นิตยสาร|วารสาร|เว็บไซต์|สถาบัน|[A-Z])))"
    ),
    "ติดอันดับ|ติดโผ|ติดทำเนียบ|ติดลิสต์|ติดรายชื่อ|ติดอยู่ใน|ขึ้นทำเนียบ|เข้าทำเนียบ|เข้าสู่ทำเนียบ|ก้าวสู่ทำเนียบ|ขึ้นลิสต์|เข้าลิสต์|จารึกในทำเนียบ"
    "|ได้รับการคัดเลือก|ได้รับคัดเลือก|ได้รับการจัดอันดับ|ได้รับการแนะนำ|ได้รับแนะนำ|ได้รับการบรรจุ|ได้รับเลือก|ได้รับการยกย่อง|ถูกจัดอันดับ|ถูกเลือก|ถูกคัดเลือก|ถูกแนะนำ",
)
# ขึ้นทำเนียบ|ชายหาดที่สวยที่สุดในโลก| ประจำปี 2566
_CALLED = Anchored(
    re.compile(
        r"(?:ขึ้น|เข้า|ติด|ก้าวสู่|เข้าสู่)(?:สู่)?(?:ทำเนียบ|โผ|ลิสต์)[ ]?[“\"‘']?"
        r"(?P<name>(?:\d{1,3}[ ]?)?(?!ผู้|รัฐบาล|รางวัล)[ก-ฮเ-ไ](?:(?!ประจำ|จาก|โดย|ซึ่ง|ด้วย|อีก|ปี[ ])[ก-๎]){3,40}?"
        r"(?:ที่สุด(?:(?:ใน|ของ)(?:(?!ประจำ|จาก|โดย|ปี)[ก-๎]){2,20})?|ยอดเยี่ยม|ดีเด่น|แห่งปี|ยอดนิยม|ชั้นนำ(?:ของ[ก-๎]{2,12})?))"
        r"(?=[”\"’']?[ ]?(?:ประจำปี|ปี[ ]?(?:พ\.ศ\.[ ]?)?\d|\d{4}|จาก|โดย|[\n,]|$))"
    ),
    "ขึ้นทำเนียบ|เข้าทำเนียบ|ติดทำเนียบ|ก้าวสู่ทำเนียบ|เข้าสู่ทำเนียบ|ขึ้นสู่ทำเนียบ|ติดโผ|ติดลิสต์|ขึ้นลิสต์|เข้าลิสต์",
)


# of a firm's debts, of a nation's lot, where one only takes part
_NO_LIST = re.compile(
    r"\b(?:Fitch|Moody|TRIS|Standard|S&P|Credit|Rating|Competitiveness|Corruption|Happiness|Index|Report|Watch|Forum|Conference|Summit|Expo|Fair|Festival|Program(?:me)?s?|Course"
    r"|Training|Workshop|Camp|Scholarships?|Fellowships?|Exchange)\b"
)


def lists(text: str) -> Iterator[Label]:
    """The lists that somebody is told to be put on, by their names: ติดอันดับ |Best Under A Billion| 2023."""
    for match in _LISTED.finditer(text):
        if " " in match["name"] and _NO_LIST.search(match["name"]) is None:
            yield Label("award", *match.span("name"), ENROLLED, *match.span("name"))
    for match in _CALLED.finditer(text):
        yield Label("award", *match.span("name"), ENROLLED, *match.span("name"))


# คว้าตำแหน่งแชมป์รายการ |The Next Nadee Chef Season 2| พร้อมเงินรางวัล
_SHOW = Anchored(
    re.compile(
        r"(?:แชมป์|ชนะเลิศ|ผู้ชนะ)[ ]?(?:ใน|จาก|ของ)?รายการ[ ]?[“\"‘']?"
        r"(?P<name>[A-Z][\w’'&.-]*(?:\ (?!(?:19|20)\d\d(?!\d))(?:[A-Z0-9&][\w’'&.-]*|of|the|in|for|and|to|on|by)){1,8})"
    ),
    "แชมป์|ชนะเลิศ|ผู้ชนะ",
)

# รองชนะเลิศอันดับ 1 รายการ|เพชรเสียงใส| 2567, ชนะเลิศจากรายการ|ชุมทางลูกทุ่ง| ซีซัน 2: told by its year or season
_SHOW_DATED = Anchored(
    re.compile(
        r"รายการ(?:โทรทัศน์|ทีวี)?[ ]?[“\"‘']?"
        r"(?!แข่ง|ประกวด|การ|ที่|ต่าง|นี้|นั้น|ดัง|ใน|ของ|อื่น|พิเศษ|โทร|ทีวี|สินค้า|แรก|เดียว|ประเภท|ระดับ|รุ่น|ใหญ่|เมื่อ|ประจำ|ปี)"
        r"(?P<name>[ก-ฮเ-ไ](?:(?!ได้|จาก|ประจำ|เมื่อ|ที่|ซึ่ง)[ก-๎]){2,30}"
        r"(?:[ ](?!ประจำ|ปี|ซีซั|ฤดู|ครั้ง|เมื่อ|ที่|ใน|จาก|ของ|รุ่น|ประเภท)[ก-๎]{2,20}){0,2})"
        r"(?=[”\"’']?[ ](?:(?:ประจำ)?(?:ปี[ ]?)?(?:พ\.ศ\.[ ]?)?(?:19|20|25)\d\d(?!\d)"
        r"|ซี(?:ซั่?น|ซัน)[ ]?(?:ที่[ ]?)?\d|ปี(?:ที่)?[ ]?\d(?!\d)))"
    ),
    "รายการ",
)
_PLACED = re.compile(
    r"(?:ชนะเลิศ|แชมป์(?:โลก)?|อันดับ(?:ที่)?[ ]?\d|เหรียญ(?:ทองแดง|ทอง|เงิน)|ชมเชย|ที่[ ]?\d|ยอดเยี่ยม"
    r"|(?:Popular|ป๊อปปูล่า)[ ]?(?:Vote|โหวต)|ขวัญใจ[ก-๎]{3,16})"
    r"(?:[ ]?(?:ใน|จาก|ของ))?[ ]?\Z"
)
# characters of a rank before the show
_RANK = 30
# ได้รับรางวัลรองชนะเลิศอันดับ 1 |Green Campus| ระดับประเทศ: what was contested, told behind the rank that somebody has received
_LATIN_CONTESTED = Anchored(
    re.compile(
        r"(?:ได้รับ|คว้า|ซิว)(?:รางวัล|ตำแหน่ง)?(?:(?:รอง)?ชนะเลิศ(?:[ ]?อันดับ(?:ที่)?[ ]?\d)?|ชมเชย"
        r"|เหรียญ(?:ทองแดง|ทอง|เงิน)|ดีเด่น)[ ][“\"‘']?"
        r"(?P<name>(?!Team|The\ Team)[A-Z][\w'’&.-]*(?:\ (?:[A-Z0-9&][\w'’&.-]*|of|the|in|for|and|to|on|by)){0,7}"
        r"(?:\ (?:ดีเด่น|ต้นแบบ|ยอดเยี่ยม))?)"
        r"(?=[”\"’']?[ ]?(?:ระดับ(?:ประเทศ|ชาติ|ภาค|เขต|จังหวัด|อำเภอ|นานาชาติ)|ประจำปี|ปี[ ]?(?:พ\.ศ\.[ ]?)?\d{4}"
        r"|ครั้งที่[ ]?\d|สาขา[ก-ฮเ-ไ]))"
    ),
    "ได้รับ|คว้า|ซิว",
)


def shows(text: str) -> Iterator[Label]:
    """The shows and contests that a rank is won in: แชมป์รายการ |The Next Nadee Chef, ชนะเลิศ รายการ|เพชรเสียงใส| 2567."""
    for match in _SHOW.finditer(text):
        yield Label("award", *match.span("name"), "award.tournament", *match.span("name"))
    for match in _LATIN_CONTESTED.finditer(text):
        yield Label("award", *match.span("name"), "award.tournament", *match.span("name"))
    for match in _SHOW_DATED.finditer(text):
        if _PLACED.search(text, max(0, match.start() - _RANK), match.start()) is not None:
            yield Label("award", *match.span("name"), "award.tournament", *match.span("name"))


_STARS = Words("มิชลิน|Michelin|MICHELIN")
_COUNT = r"(?:[1-3๑-๓]|หนึ่ง|สอง|สาม)"
# |2 ดาวมิชลิน, ดาวมิชลิน| 2 ดาว
_GRADE = re.compile(rf"(?P<before>{_COUNT}[ ]?(?:ดาว|กุญแจ|คีย์)[ ]?)$")
_GRADE_BEHIND = re.compile(
    rf"(?:มิชลิน|Michelin|MICHELIN)(?:[ ]?(?:สตาร์|Star|STAR)s?)?[ ](?:ระดับ[ ]?)?(?P<level>{_COUNT}[ ]?ดาว)(?![ก-ฮ])"
)
_NAME = re.compile("มิชลิน|Michelin|MICHELIN")
# คู่มือ “|มิชลิน ไกด์ ฉบับประเทศไทย|”, |MICHELIN Guide Thailand| 2024
_GUIDE = re.compile(
    r"(?:มิชลิน[ ]?ไกด์(?:[ ]?ฉบับ[ก-๎]{3,20}(?:[ ][ก-๎]{3,20}){0,3}|[ ](?:ประเทศไทย|ไทยแลนด์|กรุงเทพฯ))?"
    r"|(?:Michelin"
    r"|MICHELIN)[ ](?:Guide|GUIDE)(?:[ ][A-Z][a-z]+){0,3})"
)


def grades(text: str) -> Iterator[Label]:
    """The stars and keys of a guide, as levels: |2 ดาวมิชลิน|, ดาวมิชลิน |1 ดาว|."""
    for place in _STARS.find(text):
        behind = _GRADE_BEHIND.match(text, place)
        if behind is not None:
            yield Label("level", *behind.span("level"), GRADE, *behind.span("level"))
            continue
        before = _GRADE.search(text, max(0, place - 14), place)
        name = _NAME.match(text, place)
        if before is not None and name is not None:
            yield Label("level", before.start(), name.end(), GRADE, before.start(), name.end())


def guides(text: str) -> Iterator[Label]:
    """The guide that gives such grades, where the text tells of one."""
    places = _STARS.find(text)
    if not places or not any(True for _ in grades(text)):
        return
    for place in places:
        guide = _GUIDE.match(text, place)
        if guide is not None:
            yield Label("award", *guide.span(), "award.guide", *guide.span())
