"""Places as written: provinces, districts, villages and communities that an award may honour, and venues after ณ and ที่."""

from __future__ import annotations

import re
from functools import lru_cache
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.document import Span

if TYPE_CHECKING:
    from extractor.lexicon import Lexicon

_NAME = r"[ก-ฮเ-ไ][ก-๎]{1,40}?"
_END = r"(?=[\s“”\"()\[\],.;:/]|และ(?=[ ]?(?:อำเภอ|จังหวัด|ตำบล|ชุมชน|บ้าน|หมู่|เทศบาล|อ\.|จ\.))|$)"
# อำเภอเวียงสา จังหวัดน่าน · จ.แพร่ · ชุมชนบ้านไร่ · หมู่บ้าน…
_PLACE = (
    rf"""
    ทีม[ ]?[“"‘'](?P<team> [^“”"‘’'\n]{{2,50}} )[”"’'] |
    (?P<place> (?<![ก-๙]) (?:อำเภอ|อ\.[ ]?|จังหวัด(?=PROV)|จ\.[ ]?(?=PROV)|ตำบล|ต\.[ ]?|เขต(?=[ก-ฮ])|กิ่งอำเภอ|ชุมชน|หมู่บ้าน|บ้าน(?=[ก-ฮเ-ไ])|กองทุนหมู่บ้าน|ทีม[ ]?|วัด(?=[ก-ฮเ-ไ])|ลุ่มน้ำ|อุทยานแห่งชาติ|ตลาด(?=[ก-ฮ])) {_NAME} {_END} )
    (?: [ ]? (?: หมู่(?:ที่)?[ ]?\d+ | (?:ต\.|ตำบล|อ\.|อำเภอ)[ ]?[ก-๎]+ ) (?=[\s),”]|$) )*
    (?: [ ]? (?P<province> (?:จังหวัด|จ\.)[ ]? (?:PROV) ) )?
    """
)
_NOT_A_PLACE = re.compile(
    r"(?:จังหวัด(?:ที่|ต่าง|ใน|และ|ทั่ว|ชายแดน|เป็น|ได้|มี|ละ|ของ|อื่น|โดย|นั้น|นี้)|อำเภอ(?:ที่|ต่าง|ใน|และ|ทั่ว|ละ|ของ|สวย|เป็น|ได้|ต้นแบบ)|ตำบล(?:ที่|ละ|ใน)|ชุมชน(?:ที่|ต่าง|ใน|และ|ของ|ท้อง|เมือง(?=\s)|เข้ม|เพื่อ|ให้|มี|ได้|เป็น|ทั่ว)"
    r"|หมู่บ้าน(?:ที่|ละ|ใน|และ|ของ)|บ้าน(?:เมือง|พัก|เรือน|และ|ที่|ของ|เกิด|อยู่|ได้)|ทีม(?:งาน|ชาติ|ที่|นัก|ละ|ผู้)|วัด(?:และ|ผล|ระดับ|ที่)|เขต(?:ที่|พื้นที่|ต่าง)|ตลาด(?:ใน|โลก|ทุน|และ|ที่|สินค้า|แรงงาน|เงิน))"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its own name, and the province written after it, if one is."""

    name: Span
    province: Span | None


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    names = sorted((re.escape(form) for form in lexicon.forms("provinces")), key=len, reverse=True)
    return re.compile(_PLACE.replace("PROV", "|".join(names)), re.VERBOSE)


def find_places(text: str, lexicon: Lexicon) -> list[Place]:
    """The places that a clean text names, in order.

    >>> from extractor.lexicon import load
    >>> text = "อำเภอเวียงสา จังหวัดน่าน"
    >>> [(text[p.name.start:p.name.end], p.province and text[p.province.start:p.province.end]) for p in find_places(text, load())]
    [('อำเภอเวียงสา', 'จังหวัดน่าน')]
    """
    places = []
    for match in _pattern(lexicon).finditer(text):
        if match["team"]:
            places.append(Place(Span(*match.span("team"), "place.team"), None))
            continue
        if _NOT_A_PLACE.match(match["place"]):
            continue
        province = Span(*match.span("province"), "place.province") if match["province"] else None
        places.append(Place(Span(*match.span("place"), "place.named"), province))
    return places


_VENUE = re.compile(r"(?:(?<![ก-๙])ณ[ ]*|(?<=[ )”])ที่[ ]?(?=(?:ห้อง|โรงแรม|อาคาร|ตึก|หอ|ศูนย์|กระทรวง|ทำเนียบ|อิมแพ|สำนักงาน|ศาลา|โรง|มหา|สนาม|ลาน|วัด|สวน|เวที|ไบเทค|รัฐสภา|บริเวณ|บ้าน|ชั้น|[A-Z])))")
_VENUE_END = re.compile(
    r"""
    \n | [“”"](?![^“”"\n]{0,60}[“”"]) | [;•✅]
    | (?<=[ก-๙.)\d])[ ]* (?: โดย(?=มี|[ ]|ได้|ใน|การ|นาย|นาง|กระ|กรม|พิธี|งาน|ครั้ง) | เพื่อ | ซึ่ง | พร้อม | เมื่อ(?:วัน|เวลา) | ในวัน(?!ที่ระลึก) | ในการ | ใน(?=โอกาส|หัวข้อ|พิธี|งาน|ฐานะ|ระหว่าง|ช่วง|ปี) | ว่า[ ] | ร่วม(?=กับ|งาน|พิธี|เป็น|แสดง|รับ|ด้วย) | เข้าร่วม | เป็นประธาน | เป็นผู้
        | จัดโดย | ภายใต้ | ภายใน(?=งาน|เดือน|วัน|ปี) | ทั้งนี้ | นับเป็น | ถือเป็น | เวลา(?=[ ]?\d) | วันที่[ ]?\d | ระหว่างวัน | ตั้งแต่ | เนื่องใน | สำหรับ | ให้การ | จำนวน | ได้แก่ | มี(?=นาย|นาง|ผู้|พล|ดร|ศาสตร|คณะ|วัตถุ|หน่วย|การ|ทั้ง|พิธี) | ดังนี้ | และ(?=ได้|มี|มอบ|ผ่าน|เป็น|[ ]?(?:ถ่าย|รับชม)) | ผ่าน(?=ระบบ|ทาง|สื่อ|การ|[ ]) | ประจำปี | ด้วย(?=ความ) | มอบ(?=รางวัล|โล่|หมาย) | จัด(?=ขึ้น|งาน|พิธี) | ซึ่งมี | กล่าว | เปิดเผย | ต้อนรับ | ตามลำดับ | รับ(?=รางวัล|มอบ|โล่) | อย่างยิ่ง | นอกจาก )
    | [ ] (?= (?:นาย|นาง|นางสาว|น\.ส\.|พล|ดร\.|ศาสตราจารย์|รศ\.|ผศ\.|ศ\.|นพ\.|พญ\.|ม\.ร\.ว|ม\.ล\.|ว่าที่|คุณหญิง|หม่อม|ปลัด|อธิบดี|ผู้ว่าราชการ|รองนายก|รัฐมนตรี|รมว|รมช|องคมนตรี|นายกรัฐ|คณะผู้|ผู้บริหาร|กระทรวง[ก-๙]+[ ]?(?:ได้|จัด|โดย)|กรม[ก-๙]+(?:ได้|จัด)|ได้|มี|จะ|ณ|ที่ประชุม|ว่า) )
    | [ ]{2,}(?=[ก-ฮ]{6,}(?:กล่าว|เปิด)) | ,[ ] | \((?=\d|วัน) """,
    re.VERBOSE,
)


def find_venue(text: str, start: int, end: int) -> Span | None:
    """The first venue after ณ or ที่ within `start:end`, to the end of the place phrase; None where there is none.

    >>> text = "จัดพิธี ณ ห้องบัวหลวง ชั้น 2 โรงแรมริมน้ำ โดยมีนายกเทศมนตรีร่วมงาน"
    >>> venue = find_venue(text, 0, len(text))
    >>> text[venue.start:venue.end]
    'ห้องบัวหลวง ชั้น 2 โรงแรมริมน้ำ'
    """
    for match in _VENUE.finditer(text, start, end):
        begin = match.end()
        if text[begin : begin + 1].isdigit() or re.match(r"(?:วันที่|ปัจจุบัน|ขณะ|ที่จ่าย|สิ้น|พื้นที่ปฏิบัติ|จุด|เวลา|บัดนี้|อยุธยา|ระนอง|เชียงใหม่(?=\s))", text[begin : begin + 14]):
            continue
        stop = _VENUE_END.search(text, begin + 2, min(begin + 220, len(text)))
        finish = stop.start() if stop else min(end, begin + 100)
        phrase = text[begin:finish].rstrip(" ,.-(“\"")
        if len(phrase) >= 4:
            return Span(begin, begin + len(phrase), "place.venue")
    return None
