"""Bodies of a kind that every place or office has one of, so that only the place or office makes it a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.match.organisation_names import read_name
from extractor.match.organisation_reading import ALL_OF_KIND, NUMBER, Reading, after_dot, free, span

if TYPE_CHECKING:
    from extractor.document import Span

# โรงเรียนผู้สูงอายุ|ตำบลนาดี · ชมรม อสม.| ต.นาดี · ศูนย์พัฒนาเด็กเล็ก|เทศบาลเมืองน่าน
_SITE = re.compile(
    r"""
    \ ?(?:
      (?: บ้าน(?!เรา|พัก|เรือน|เมือง|เกิด) | หมู่บ้าน | วัด(?!ผล) | ชุมชน(?!ที่|ต่าง|เมือง(?![ก-๎])) | ฝาย | อ่างเก็บน้ำ
        | (?:ตำบล|ต\.|อำเภอ|อ\.)\ ? | เทศบาล(?:ตำบล|เมือง|นคร) | ท[ตมน]\.\ ? | องค์การบริหารส่วน(?:ตำบล|จังหวัด) | อบ[ตจ]\.\ ?
        | (?P<body>โรงเรียน | วิทยาลัย | มหาวิทยาลัย | โรงพยาบาล(?:ส่งเสริมสุขภาพตำบล)? | รพ\.(?:สต\.)?\ ? | สถานีอนามัย
          | เรือนจำ(?:กลาง|จังหวัด|อำเภอ|พิเศษ) | ทัณฑสถาน)
      ) (?P<name>(?!ที่|ของ|ใน|และ|ต่าง|ทุก|ละ|ต้นแบบ|ดีเด่น|นำร่อง|แห่งนี้|คุณภาพ)[ก-ฮเ-ไ])
    | (?P<province>จังหวัด|จ\.\ ?)
    )
    """,
    re.VERBOSE,
)
# อสม.| จังหวัดน่าน: people, and no club of theirs
_APART = re.compile(r"[ก-๎]+\.$")
# …บ้านนาดี|ตำบลนาดี: where the place lies
_WITHIN = re.compile(r"(?<=..)(?:ตำบล|อำเภอ|จังหวัด|[ตอจ]\.)")


def read_local(reading: Reading) -> Span | None:
    """โรงเรียนผู้สูงอายุตำบลนาดี, ชมรม อสม. บ้านนาดี; without a place it is a kind."""
    text = reading.text
    site = _SITE.match(text, reading.end) if after_dot(reading) is not None and free(reading) else None
    if site is None or (text[reading.end] == " " and _APART.match(text, reading.start, reading.end)):
        return None
    if text[reading.end] == " " and site["body"] and not text[reading.end - 1].isascii():
        return None  # ศูนย์พัฒนาเด็กเล็ก| โรงเรียน…: the next of a list
    if site["province"]:
        found = reading.province.match(text, site.end())
        return span(reading, found.end() if found else None, "local")
    start = site.start("name")
    end = read_name(text, reading.start, start, reading.inner).at
    within = _WITHIN.search(text, start, end)
    end = within.start() if within else end
    return None if end - start < 2 or ALL_OF_KIND.match(text, end) else span(reading, end, "local")


def read_numbered(reading: Reading) -> Span | None:
    """กองบิน 41, สถานีกาชาดที่ 9: bodies of a kind that are told apart by their numbers."""
    number = NUMBER.match(reading.text, reading.end) if after_dot(reading) is not None and free(reading) else None
    return span(reading, number.end() if number else None, "numbered", 1)
