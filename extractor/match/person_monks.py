"""Finds monks: by the title of merit that is their name (พระครูปิยวรรณพิพัฒน์), or by a name in religion (พระสมใจ สุเมโธ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.anchors import Anchored
from extractor.match.position_words import THAI
from extractor.match.winning_words import RECEIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

# สมเด็จพระมหาธีราจารย์: the titles of the highest rank are few, and most names that begin so are royal
_PATRIARCHS = Anchored(
    re.compile(
        rf"""
    (?<!บาท)สมเด็จพระ(?:
      มหา(?:มุนีวงศ์|วีรวงศ์|ธีราจารย์|รัชมงคลมุนี|รัชมังคลาจารย์) | ธีรญาณมุนี | พุ[ฒฑ]าจารย์ | วันรัตน?์? | อริยวงศาคตญาณ | พุทธโฆษาจารย์
    | พุทธชินวงศ์ | พุทธพจนวชิรมุนี | พุทธปาพจนบดี | ญาณว(?:ชิ)?โรดม | ญาณสังวร
    )(?!{THAI})
    """,
        re.VERBOSE,
    ),
    "สมเด็จพระ",
)
# พระครูปิยวรรณพิพัฒน์, พระครูปิยวรรณพิพัฒน์|เข้ารับรางวัล
_PRELATES = Anchored(
    re.compile(
        rf"พระครู(?!สัญญาบัตร|ปลัด|สังฆรักษ์|สมุห์|ใบฎีกา|วินัยธร|ธรรมธร|ที่|ทุก|และ|สอน|เจ้า|ผู้|บาอาจารย์){THAI}{{6,30}}?(?:(?!{THAI})|(?={RECEIVES}))"
    ),
    "พระครู",
)
# พระราชปริยัติมุนี, พระพิพัฒน์วชิโรภาส: told by its ending, and by what stands beside it
_TITLED = Anchored(
    re.compile(
        rf"""
    (?<!สมเด็จ)พระ(?!ราช(?:กรณีย|วงศ์|ทาน|ดำริ|บัญญัติ|ประ|นิพนธ์|หฤทัย|โอรส|ธิดา|โอง|อิส|อำนาจ|ฐาน|วัง)|บรม|มหา|คุณ|เดช|พุทธ|เมตตา|กรุณา|อาจารย์|ธรรมวินัย|ประยูร)
    {THAI}{{3,24}}?
    (?:
      มุนี | เมธี | กวี | โมลี | โสภณ | สุนทร | ภรณ์ | วิมล | ญาณ | คุณ | กิจ | วาที | จารย์ | บัณฑิต | ดิลก | วงศ์ | นุสิฐ | โรภาส | นุศาสตร์
    | นุวัตร | สุธี | วิเทศ | วิสุทธิ์ | รัง[ษส]ี | ธาดา | เวที | วัตร | โกศล | ปาโมกข์ | ประโชติ | นุยุต | พิพัฒน์ | โสภิต | สิทธิ์ | ปัญญา
    | โพธิ | เสนาบดี | ธิบดี | โรดม
    )(?!{THAI})
    """,
        re.VERBOSE,
    ),
    "พระ",
)
# พระไพศาลประชาทร วิ. (…) |เจ้าอาวาสวัดนาดี: with an office that only monks hold right behind it, whatever its ending
_ABBOTS = Anchored(
    re.compile(
        rf"""
    (?<!สมเด็จ)พระ(?!ครู|อาจารย์|มหา|อธิการ|ปลัด|สมุห์|ใบฎีกา|อาราม|ราช(?:กรณีย|วงศ์|ทาน|ดำริ|โอง|วัง)
    |บรม|องค์|คุณ|เดช|พุทธรูป|ภิกษุ|สงฆ์|สังฆ(?!ร)){THAI}{{5,28}}(?:[ ]วิ\.)?
    (?=[ ]*(?:\([^()\n]{{3,40}}\))?[ ]*(?:(?:รอง|ผู้ช่วย|ที่ปรึกษา|รักษาการ)?เจ้า(?:อาวาส|คณะ(?:จังหวัด|อำเภอ|ตำบล|ภาค))))
    """,
        re.VERBOSE,
    ),
    "พระ",
)
_LED_IN = re.compile(r"(?:นมัสการ|แด่|แก่|โดยมี|โดย|นำ|ได้แก่|เช่น|อาทิ|คือ|จาก|เจ้าคุณ|และ|กับ|[,:;]|\d ?[.)])[ ]*\Z")
# (คงเดช), ดร.: what stands between a monk's name and his office
GLOSS = re.compile(r"[ ]*(?:\([ก-๎ฺ .\d]{3,40}\))?[ ]*,?[ ]*(?:ดร\.|รศ\.|ผศ\.|ป\.[ ]?ธ\.[ ]?[\d๐-๙])*[ ]*")
_HOLDS_OFFICE = re.compile(
    r"[ ]*(?:\([ก-๎ฺ .\d]{3,40}\)|,?[ ]?(?:ดร\.|รศ\.|ผศ\.))?[ ]*,?[ ]*"
    r"(?:เจ้าอาวาส|รองเจ้า|เจ้าคณะ|ผู้ช่วยเจ้า|ที่ปรึกษาเจ้า|รักษาการเจ้า|รองอธิการ|อธิการบดี|วัด|เป็นพระ|เป็นประธานฝ่ายสงฆ์|ประธานฝ่ายสงฆ์|\()"
)
# พระชาญชัย สุเมโธ, พระอธิการไพศาล วิสาโล: a name in religion ends so
_IN_RELIGION = Anchored(
    re.compile(
        rf"""
    (?P<honorific>พระ(?:ครู(?:ปลัด|สังฆรักษ์|สมุห์|ใบฎีกา|วินัยธร|ธรรมธร)?|อธิการ|อาจารย์|มหา|ปลัด|ใบฎีกา|สมุห์)?)[ ]?
    (?P<name>[ก-ฮเ-ไ]{THAI}{{1,18}}[ ]{{1,3}}[ก-ฮเ-ไ][ก-๎ฺ]{{1,18}}(?:โ[ก-ฮ]|ฺ[ก-ฮ]โ?[ก-ฮ]?))(?![ก-๎ฺ])
    """,
        re.VERBOSE,
    ),
    "พระ",
)
# พระครูปลัดสัมพิพัฒนธีราจารย์
_RANKED = Anchored(
    re.compile(rf"(?P<honorific>พระครู(?:ปลัด|สังฆรักษ์|สมุห์|ใบฎีกา|วินัยธร|ธรรมธร))[ ]?(?P<name>[ก-ฮเ-ไ]{THAI}{{3,30}})(?!{THAI})"),
    "พระครู",
)


class Monk(NamedTuple):
    """A monk's name at `start:end`, and where the honorific before it begins and ends."""

    start: int
    end: int
    honorific: tuple[int, int] | None = None


def find_monks(text: str) -> Iterator[Monk]:
    """Every monk named in `text`, in the order of the patterns.

    “โดยมี พระครูปิยวรรณพิพัฒน์ เจ้าอาวาสวัดหัวฝาย” → พระครูปิยวรรณพิพัฒน์.
    """
    for pattern in (_PATRIARCHS, _PRELATES):
        for found in pattern.finditer(text):
            yield Monk(*found.span())
    for found in _ABBOTS.finditer(text):
        yield Monk(*found.span())
    for found in _TITLED.finditer(text):
        if _LED_IN.search(text, max(0, found.start() - 14), found.start()) or _HOLDS_OFFICE.match(text, found.end()):
            yield Monk(*found.span())
    named: set[int] = set()  # พระครูปลัดสมใจ ปทุมโม: by both names, and not by the first alone
    for pattern in (_IN_RELIGION, _RANKED):
        for found in pattern.finditer(text):
            if found.start("name") not in named:
                named.add(found.start("name"))
                yield Monk(*found.span("name"), found.span("honorific"))
