"""What stands above a party by where it is written: its province, district, school or superior body, and how high bodies rank."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party
from extractor.assemble.role_words import (
    ABOVE,
    COMMUNITY,
    FIRM,
    MUNICIPAL,
    NATIONWIDE,
    OF_MUNICIPALITY,
    OF_VILLAGE,
    PROVINCE,
    SEATS_NONE,
    SUBDISTRICT,
    UNIT,
)
from extractor.document import Span

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


# เทศบาลตำบลนาดี |อำเภอเวียงสา จังหวัดน่าน: local bodies lie in a district
_OF_DISTRICT = re.compile(r"ทต\.|ทม\.|เทศบาล(?:ตำบล|เมือง)|อบต|องค์การบริหารส่วนตำบล|ตำบล|ต\.")
_DISTRICT = re.compile(r"อำเภอ|อ\.")


def province_of(text: str, place: Party, of: Party | None = None) -> Span | None:
    """The province that a place is, or lies in: ตำบลนาดี อำเภอเวียงสา จังหวัดน่าน → จังหวัดน่าน.

    Of a local body (`of`) it is told with the district: เทศบาลตำบลนาดี อำเภอเวียงสา จังหวัดน่าน → อำเภอเวียงสา จังหวัดน่าน.
    """
    if (
        of is not None
        and place.body is not None
        and _OF_DISTRICT.match(text, of.name.start)
        and _DISTRICT.match(text, place.name.start)
    ):
        return Span(place.name.start, place.body.end, "place.district")
    if PROVINCE.match(text, place.name.start) or (place.body is None and text.startswith(("อำเภอ", "อ."), place.name.start)):
        return place.name
    within = place.body
    named = PROVINCE.search(text, within.start, within.end) if within is not None else None
    return Span(named.start(), within.end, within.rule) if named is not None and within is not None else within


# อบต.นาทอน |สตูล
_LOCAL = re.compile(r"อบต|อบจ|เทศบาล|ท[ตมน]\.|องค์การบริหาร|โรงพยาบาล|รพ")
# นาย ก ผู้ใหญ่บ้านหมู่| 3 |ตำบลนาดี
_VILLAGE = re.compile(r"[ ]?(?:หมู่(?:ที่)?[ ]?)?\d{1,2}[ ]?(?:บ้าน[ก-๎]{2,20}[ ])?")

# นางสาว ก และนาย ข| 2 นักศึกษา|คณะวิทยาศาสตร์ · ด.ญ. ก โรงเรียนนาดี |ตัวแทนจาก|สำนักงาน ข
_OF_THESE = re.compile(
    r"[ ]?(?:(?:ทั้ง)?(?:[2-9]|สอง|สาม)[ ]?(?:คน[ ]?)?(?:นักศึกษา|นักเรียน|นิสิต|อาจารย์|ครู|นักวิจัย)(?:จาก|ของ)?"
    r"|(?:ซึ่ง)?(?:เป็น)?(?:ตัวแทน|ผู้แทน)(?:นักเรียน|นักศึกษา)?(?:จาก|ของ))[ ]?"
)


# บริษัท ก จำกัด| (สาขานาดี) |จ.ชลบุรี: which of its sites stands between a firm and its province
_SITE_NAMED = re.compile(r"[ ]?\([^()\n]{2,60}\)[ ]?")
# ชุมชนน้ำใส |เทศบาลเมืองนาดี
_NEIGHBOURHOOD = re.compile(r"ชุมชน(?!คุณธรรม)")


SCHOOL = re.compile(r"โรงเรียน|ร\.ร\.|รร\.|วิทยาลัย|มหาวิทยาลัย|จุฬาลงกรณ์|สถาบัน|ศูนย์การ|คณะ")
_FROM_SCHOOL = re.compile(r"[ ]{0,2}(?:ซึ่งเป็น)?(?:(?:นักเรียน|นักศึกษา|นิสิต)[ ]?(?:จาก|ของ)?|จาก|แห่ง|ของ|[ ])[ ]?")
_COUNTRY = re.compile(r"(?:ประเทศ|ราชอาณาจักร)ไทย")
_APART = frozenset({" ", ", ", "  "})

NEAR = 50
"""Characters behind a name beyond which nothing tells where it is from."""


def stands_above(text: str, previous: Party, party: Party, province_ends: AbstractSet[int]) -> bool:
    """Whether `party`, written right behind `previous`, is where that one is from; its province, school or superior body."""
    # สนามบินนาดี กรุงเทพฯ |ประเทศไทย
    in_country = party.name.rule.startswith("place") and _COUNTRY.fullmatch(text, party.name.start, party.name.end) is not None
    in_country = in_country and text[previous.end : party.start] in _APART
    far = party.start - previous.end > NEAR and (previous.body is None or previous.body.start != party.start)
    if in_country or far:
        return in_country
    if previous.name.end not in province_ends and _lies_in(text, previous, party):
        if previous.kind != "person" and previous.body is None and not NATIONWIDE.match(text, previous.start):
            previous.body = party.name
        return True
    beside = 0 <= party.start - previous.end <= 1 and not text.startswith("\n", previous.end)
    if not beside and (previous.kind, party.kind) == ("organisation", "place"):
        beside = _SITE_NAMED.fullmatch(text, previous.end, party.start) is not None
    beside = beside or (previous.kind == "person" and _VILLAGE.fullmatch(text, previous.end, party.start) is not None)
    if (
        party.kind == "place"
        and previous.kind != "place"
        and text[previous.end : party.start] in {"(", " ("}
        and text.startswith(")", party.end)
    ):
        if previous.kind != "person" and previous.body is None and not NATIONWIDE.match(text, previous.start):
            previous.body = province_of(text, party)  # เทศบาลตำบลนาดี (จังหวัดน่าน)
        return True
    located = previous.end > previous.name.end and COMMUNITY.match(text, party.start) is not None
    if (
        party.kind == "place"
        and previous.kind != "place"
        and not located
        and beside
        and not (previous.kind != "person" and previous.role == "listed" and SEATS_NONE.match(text, party.start))
        and (
            party.key >= 0 or previous.kind == "team" or (previous.kind == "organisation" and _LOCAL.match(text, previous.start))
        )
    ):
        if previous.kind != "person" and previous.body is None and not NATIONWIDE.match(text, previous.start):
            previous.body = province_of(text, party, previous)
            if previous.body is not None and OF_VILLAGE.match(text, previous.start) and SUBDISTRICT.match(text, party.start):
                previous.name = Span(previous.name.start, party.name.end, previous.name.rule)
        return True
    if previous.kind in {"person", "team"} and previous.body is not None and previous.body.start == party.start:
        return True
    own = previous.body if (previous.kind, party.kind) == ("person", "organisation") else None
    if own is not None and (
        (beside and 0 <= own.start - party.end <= 1) or (0 <= party.start - own.end <= 1 and _is_above_unit(text, own, party))
    ):
        return True  # อาจารย์ ก |คณะวิทยาศาสตร์ มหาวิทยาลัย ข · ด.ช. ก นักเรียนโรงเรียน ข |สพป.เลย เขต 1
    if (previous.kind, party.kind) == ("person", "organisation") and _OF_THESE.fullmatch(text, previous.end, party.start):
        previous.body = previous.body or party.name
        return True
    if (previous.kind, party.kind) == ("team", "organisation") and text[previous.end : party.start] in {"(", " ("}:
        previous.body = previous.body or party.name  # ทีม ก (โรงเรียน ข)
        return True
    if (previous.kind, party.kind) == ("team", "organisation") and previous.body is not None and beside:
        return previous.name.rule != "party.unit" or _is_above_unit(text, previous.body, party)  # ทีม ก มหาวิทยาลัย ข |มหาวิทยาลัย ค
    of_members = (
        (previous.kind, party.kind) == ("team", "organisation")
        and previous.end > previous.name.end + 6
        and SCHOOL.match(text, party.start) is not None
        and _FROM_SCHOOL.fullmatch(text, previous.end, party.start) is not None
    )  # ทีม ก โดยนาย ข และนาย ค จาก|โรงเรียน ง
    in_town = previous.kind == "place" and beside and party.kind == "organisation" and _NEIGHBOURHOOD.match(text, previous.start)
    if of_members or (in_town and MUNICIPAL.match(text, party.start)) or _is_above(text, previous, party):
        previous.body = previous.body or party.name
        return True
    return False


def _lies_in(text: str, previous: Party, party: Party) -> bool:
    """Whether a province that is named without its head tells where one is: โรงเรียนวัดดอน |เพชรบูรณ์, but จังหวัดเลย |เพชรบูรณ์."""
    return (
        party.kind == "place"
        and party.key < 0
        and (previous.kind != "place" or previous.key >= 0)
        and 0 < party.start - previous.end <= 2
        and not text[previous.end : party.start].strip(" ")
        and not PROVINCE.match(text, previous.name.start)
        and not text.startswith((" จังหวัด", " จ."), party.end)
    )


# สำนักการแพทย์ |กรุงเทพมหานคร, โรงพยาบาล ก |สำนักการแพทย์
_CAPITAL = re.compile(r"กรุงเทพมหานคร|กทม\.?(?![ก-๎])")
_OF_CAPITAL = re.compile(
    r"สำนัก(?!งาน|ข่าว|พิมพ์|สงฆ์)|สำนักงานเขต(?!พื้นที่|สุขภาพ|เศรษฐกิจ)|โรงพยาบาล|โรงเรียน|ศูนย์บริการสาธารณสุข|กอง(?!ทุน|ทัพ)|สถานีดับเพลิง"
)
BUREAU = re.compile(r"สำนัก(?=การแพทย์|อนามัย|การศึกษา|สิ่งแวดล้อม|การโยธา|การระบายน้ำ|พัฒนาสังคม|วัฒนธรรม)")
_OF_BUREAU = re.compile(r"โรงพยาบาล|ศูนย์บริการสาธารณสุข|กอง(?!ทุน|ทัพ)")
_ACADEMIC = re.compile(r"มหาวิทยาลัย|จุฬาลงกรณ์")
# ภาควิชาเคมี |คณะวิทยาศาสตร์, โรงพยาบาลนาดี |สำนักงานสาธารณสุขจังหวัดเลย, ที่ทำการไปรษณีย์นาดี |บริษัท ไปรษณีย์ไทย: of one rank by their heads
_OF_FACULTY = re.compile(r"ภาควิชา|สาขาวิชา|หลักสูตร|ห้องปฏิบัติการ|แผนกวิชา|โปรแกรมวิชา|หน่วยวิจัย|ศูนย์วิจัย")
_FACULTY = re.compile(r"คณะ(?!กรรม|ทำงาน|ผู้|นัก|รัฐ)|สำนักวิชา|วิทยาลัย|สถาบัน")
_OF_HEALTH_OFFICE = re.compile(r"โรงพยาบาล|รพ\.|รพสต|สำนักงานสาธารณสุขอำเภอ|สสอ\.|สถานีอนามัย|ศูนย์(?:สุขภาพ|บริการสาธารณสุข)|กลุ่มงาน|งาน")
_HEALTH_OFFICE = re.compile(r"สำนักงานสาธารณสุข(?:จังหวัด|อำเภอ)|สส[จอ]\.|เขตสุขภาพ")
_OF_POST = re.compile(r"(?:ที่ทำการ)?ไปรษณีย์")
_POST = re.compile(r"บริษัท[ ]?ไปรษณีย์")
# โรงพยาบาลเลย สำนักงานสาธารณสุขจังหวัดน่าน| และ…: one of a row
_IN_ROW = re.compile(r"[ ]?(?:,|และ|รวมทั้ง|โรงพยาบาล|รพ\.|สำนักงานสาธารณสุข|สสจ)")
# คณะวิทยาศาสตร์ |ม.นาดี: a university that is written short
_OF_UNIVERSITY = re.compile(
    r"คณะ(?!กรรม|ทำงาน|ผู้|นัก|รัฐ)|สำนัก(?!งาน|ข่าว|พิมพ์)|วิทยาลัย|วิทยาเขต|ภาควิชา|สาขาวิชา|หลักสูตร|สโมสร|ชมรม|ศูนย์|สถาบัน"
)
_UNIVERSITY = re.compile(
    r"ม\.(?=[ก-ฮ]{2})|มทร|มรภ|มร\.|มจ[พธร]\.?|ม[ขชอธกนบ]\.|มศว|มมส\.?|มฟล\.?|มสธ\.?|จุฬาฯ|สจล\.?|นิด้า|ธรรมศาสตร์"
)
_PAIRS = ((_OF_FACULTY, _FACULTY), (_OF_HEALTH_OFFICE, _HEALTH_OFFICE), (_OF_POST, _POST), (_OF_UNIVERSITY, _UNIVERSITY))


def _is_above(text: str, previous: Party, party: Party) -> bool:
    """Whether `party` is the superior body of `previous`, written right behind it: กองแผนงาน กรมการข้าว.

    Bodies of one rank stand side by side: กรม ก กรม ข.
    """
    if previous.kind != "organisation" or party.kind != "organisation" or previous.key == party.key:
        return False
    if not 0 <= party.start - previous.end <= 1 or text.startswith("\n", previous.end):
        return False
    if _COMPANY.match(text, previous.start) and _COMMAND.match(text, party.start):
        return True
    if _CAPITAL.match(text, party.start) and _OF_CAPITAL.match(text, previous.start):
        return True
    if BUREAU.match(text, party.start) and _OF_BUREAU.match(text, previous.start):
        return True
    if any(above.match(text, party.start) and of.match(text, previous.start) for of, above in _PAIRS):
        return _IN_ROW.match(text, party.end) is None
    if UNIT.match(text, previous.start) and FIRM.match(text, party.start):
        return previous.name.rule != "organisation.plant"  # บริษัท ก โรงงานนาดี |บริษัท ข
    if _ACADEMIC.match(text, party.start) and rank(text, previous.start):
        return False  # no university stands above a department
    if MUNICIPAL.match(text, party.start) and not OF_MUNICIPALITY.match(text, previous.start):
        return False
    return ABOVE.match(text, party.start) is not None and rank(text, party.start) > rank(
        text, previous.body.start if previous.body and previous.start < previous.body.start < previous.end else previous.start
    )


def _is_above_unit(text: str, body: Span, party: Party) -> bool:
    """Whether `party` is the body that a unit is of, or stands above that: หน่วยไตเทียม โรงพยาบาล ก |สำนักงานสาธารณสุขจังหวัด ข."""
    return body.start == party.start or _is_above(text, Party(body.start, body.end, "organisation", body, -1 - body.start), party)


def is_plant_of(previous: Party, party: Party) -> bool:
    """Whether `party` is the plant of the firm that is written right before it: บริษัท ก จำกัด |โรงงานนาดี."""
    return party.name.rule == "organisation.plant" and 0 <= party.start - previous.end <= 1


# กองร้อยอาสารักษาดินแดนอำเภอปัวที่ 9 |กองบังคับการกองอาสารักษาดินแดนจังหวัดน่าน
_COMPANY = re.compile(r"กอง(?:ร้อย|พัน)|สถานีตำรวจ|สภ\.|สน\.")
_COMMAND = re.compile(r"กอง(?:บังคับการ|บัญชาการ|พล)|กรมทหาร|ตำรวจภูธร|ภ\.จว|บก\.|บช\.")
_HIGHEST = re.compile(r"กระทรวง|สำนักนายกรัฐมนตรี|มหาวิทยาลัย|จุฬาลงกรณ์|สภากาชาด")
_HIGH = re.compile(
    r"กรม(?!ธรรม์)|สพ[ปม]\.|สำนักงานเขตพื้นที่การศึกษา|สำนักงาน(?:ปลัด|คณะกรรมการ|ตำรวจ|หลักประกัน|การวิจัย|พัฒนา[ก-๎]+\(องค์การ)|กองทัพ|กองทุน|ธนาคาร|องค์การ|เทศบาล"
    r"|สำนักเลขาธิการ|สำนักงานเลขาธิการ|สำนักงาน[ก-๎]{2,40}แห่ง(?:ชาติ|ประเทศไทย)|สำนักงาน(?:ศาล|อัยการสูงสุด|ตรวจเงินแผ่นดิน|ผู้ตรวจ)"
    r"|การ(?:ไฟฟ้า|ประปา|ท่าเรือ|ท่าอากาศ|รถไฟ|เคหะ|กีฬา|ยาง|ทางพิเศษ|นิคม|ท่องเที่ยว)"
)


def rank(text: str, start: int) -> int:
    """How high the body that begins at `start` stands: 2 a ministry or university, 1 a department, 0 what is below."""
    return 2 if _HIGHEST.match(text, start) else int(_HIGH.match(text, start) is not None)


# what a faculty is of, and what a village lies in
_ABOVE = re.compile(
    r"(?P<school>มหาวิทยาลัย|จุฬาลงกรณ์|สถาบัน)|(?P<province>จังหวัด|จ\.)|(?P<district>อำเภอ|อ\.)|(?P<part>ตำบล|ต\.)"
    r"|(?P<ministry>กระทรวง)|(?P<department>กรม(?=[ก-ฮเ-ไ]))|(?P<command>กองบังคับการ|กองบัญชาการ)|(?P<town>เทศบาล)|(?P<hospital>โรงพยาบาล)"
)
# โรงเรียนวัดดอน| จังหวัดเลย
_SEAT = re.compile(r"[”\"]?[ ]{1,2}(?:จังหวัด|จ\.)[ ]?(?P<name>[ก-๎]{2,20})")


def are_namesakes(a: Party, b: Party, text: str) -> bool:
    """Whether two of one name are of two others of one kind: คณะแพทย์ มหาวิทยาลัย ก, คณะแพทย์ มหาวิทยาลัย ข."""
    if a.kind != b.kind or a.kind == "person":
        return False
    if a.body is None or b.body is None:
        if a.end == a.name.end or b.end == b.name.end or text[a.name.start : a.name.end] != text[b.name.start : b.name.end]:
            return False
        seats = _SEAT.fullmatch(text, a.name.end, a.end), _SEAT.fullmatch(text, b.name.end, b.end)
        return seats[0] is not None and seats[1] is not None and seats[0]["name"] != seats[1]["name"]
    one, other = (_ABOVE.match(text, body.start, body.end) for body in (a.body, b.body))
    if one is None or other is None or one.lastgroup != other.lastgroup:
        return False
    above, beside = text[one.end() : a.body.end].strip(), text[other.end() : b.body.end].strip()
    return not (above in beside or beside in above)
