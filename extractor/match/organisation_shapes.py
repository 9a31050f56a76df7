"""How a name goes on from its head word: one reader for each shape of `gazetteers/agency_heads.csv`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.match.organisation_committees import read_committee
from extractor.match.organisation_companies import read_company
from extractor.match.organisation_groups import read_group, with_village
from extractor.match.organisation_known import HEADED
from extractor.match.organisation_local import read_local, read_numbered
from extractor.match.organisation_names import THAI, read_name
from extractor.match.organisation_offices import read_division, read_faculty, read_office, read_unit
from extractor.match.organisation_reading import AREA, HYPHEN, NUMBER, Reading, after_dot, free, span, thai_name
from extractor.match.organisation_schools import read_school
from extractor.match.organisation_words import VERBS
from extractor.match.person_likeness import known_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from extractor.document import Span


# สหกรณ์ผู้เลี้ยงไก่ไข่ เชียงใหม่ - ลำพูน| จำกัด: cooperatives end so
_COOPERATIVE = re.compile(r'(?:(?!สหกรณ์|ได้แก่|รางวัล|ร่วม|และ |บริษัท|จำกัด)[^\n,;:“”"()]){2,70}?\ ?จำกัด(?!ความ|[ก-๎]*มหาชน)')


def _read_name(reading: Reading) -> Span | None:
    """กองทุนยุติธรรม, มูลนิธิชัยพัฒนา."""
    if reading.text.startswith(("สหกรณ์", "ร้านสหกรณ์"), reading.start) and free(reading):
        limited = _COOPERATIVE.match(reading.text, reading.end)
        if limited:
            return span(reading, limited.end(), "head")
    return span(reading, _with_surname(reading, with_village(reading, thai_name(reading))), "head")


# กองทุนนราธิปพงศ์|-วรวรรณ
HYPHENATED = re.compile(rf"-(?!{HEADED.pattern})[ก-ฮเ-ไ]{THAI}{{2,20}}(?!{THAI})", re.VERBOSE)
_SURNAME_BEHIND = re.compile(rf"\ ({THAI}{{3,20}})(?!{THAI})")


def _with_surname(reading: Reading, end: int | None) -> int | None:
    """`end` of a foundation's name that is somebody's given name, moved behind the surname: มูลนิธิสมใจ| ปลูกบัว."""
    text = reading.text
    if end is None or not text.startswith(("มูลนิธิ", "กองทุน"), reading.start):
        return end
    hyphenated = HYPHENATED.match(text, end)
    if hyphenated:
        return hyphenated.end()
    given, surnames = known_names()
    surname = _SURNAME_BEHIND.match(text, end)
    if surname is None:
        return end
    name = text[reading.end : surname.end()]
    known = text[reading.end : end] in given and surname[1] in surnames
    # รางวัลสมใจ ปลูกบัว จัดโดยมูลนิธิ|สมใจ ปลูกบัว: the prize bears the same name
    return surname.end() if known or text.count(f"รางวัล{name}") else end


# ณ กรุงปารีส
_SEAT = re.compile(rf"{THAI}*\ ?ณ\ (?:กรุง|นคร|เมือง)?{THAI}+")


# สถานกงสุล|กิตติมศักดิ์ประจำประเทศไทย, สถานทูต|กงสุลกิตติมศักดิ์: of no country
_HONORARY = re.compile(r"(?:กงสุล)?กิตติมศักดิ์(?:ประจำประเทศไทย)?(?![ก-๎]|\ ?ณ\ )|ต่าง|ทุก")


def _read_embassy(reading: Reading) -> Span | None:
    """สถานเอกอัครราชทูต ณ กรุงปารีส."""
    if _HONORARY.match(reading.text, reading.end):
        return None
    seat = _SEAT.match(reading.text, reading.end)
    return span(reading, seat.end() if seat else thai_name(reading), "head")


# ธนาคารเพื่อการ…, ธนาคารแห่ง…, and not ธนาคาร|ช่วยลดดอกเบี้ย or ธนาคาร|เพื่อสังคม; other banks' names are in the gazetteer
_BANK = re.compile(
    r"""
      แห่ง | เพื่อการ(?!พัฒนา|ออม) | ไทย(?![ก-๎]) | ไทย(?:พาณิชย์|เครดิต|ทนุ) | กรุง | พัฒนา(?:เอเชีย|แห่ง|วิสาหกิจ)
    | กลาง(?:แห่ง|ญี่ปุ่น|สหรัฐ|ยุโรป) | โครงสร้าง
    # ธนาคารออมทรัพย์ไทย, ธนาคารบูรพาวาณิชย์: a name that ends as banks' do
    | (?! ช่วย | เพื่อ | ของ | ที่ | ใน | และ | พาณิชย์ | ต่าง | ทุก | ให้ | ได้ | เป็น | ร่วม | หนุน | สนับสนุน | ส่งเสริม | จะ | มี | กับ | จาก | จัด
        | เปิด | มอบ | ลด | เพิ่ม | ปล่อย | น้ำ | ขยะ | เลือด | โลหิต | พันธุ์ | เมล็ด | ข้าว | โค | อาหาร | ความ | สัญชาติ | สาขา | ดิจิทัล
        | เวลา | ต้นไม้ | หมู่บ้าน | โรงเรียน | หนังสือ | รัฐ | ไม่ | ยัง | ขยาย | ดูแล | กระตุ้น | พร้อม | เดินหน้า | ชู | ยืนยัน | เผย )
      [ก-๎]{2,20}? (?: [พว]าณิชย์ | ทรัพย์ | พัฒนา | ไทย | ใหม่ | สยาม | เจ้าพระยา | ธนกิจ | เครดิต | เอเชีย | บูรพา )
      (?= [ ,.)”"\n] | $ | [ก-๎]{0,1} (?:จัด|ได้|ร่วม|มอบ|โดย|และ|ให้|เปิด|ประกาศ|รับ|คว้า) )
    """,
    re.VERBOSE,
)


def _read_bank(reading: Reading) -> Span | None:
    return _read_name(reading) if _BANK.match(reading.text, reading.end) else None


# The Banker · NBT
_LATIN = re.compile(r"\ ?[A-Z][A-Za-z0-9&.’'+-]*(?:,?\ (?:and\ |of\ |the\ |&\ |\+\ )?[A-Z][A-Za-z0-9&.’'-]*)*")
_LATIN_QUOTED = re.compile(r"\ ?[“\"][A-Z][A-Za-z0-9&.’' -]{1,30}[”\"]")


# สถานีวิทยุชุมชนคนริมน้ำ| FM 98.25
_FREQUENCY = re.compile(
    r"\ ?(?:F\.?M\.?|A\.?M\.?|เอฟ\.?เอ็ม\.?|คลื่น)\ ?\d{2,4}(?:\.\d{1,2})?(?:\ ?(?:MHz|เมกะเฮิรตซ์))?", re.IGNORECASE
)


def _read_media(reading: Reading) -> Span | None:
    """นิตยสาร The Banker, สำนักข่าวไทย."""
    text = reading.text
    latin = _LATIN.match(text, reading.end) or _LATIN_QUOTED.match(text, reading.end)
    end = latin.end() if latin else thai_name(reading)
    station = _FREQUENCY.match(text, end) if end is not None else None
    end = station.end() if station else end
    if end is not None and text.startswith(" ประเทศไทย", end):
        end += len(" ประเทศไทย")
    return span(reading, end, "media")


def _read_provincial(reading: Reading) -> Span | None:
    """สสจ.อุดรธานี; without a province it is a kind of office."""
    found = reading.province.match(reading.text, reading.end)
    return span(reading, found.end() if found else None, "provincial")


# องค์การบริหารส่วนตำบล กำนัน ผู้ใหญ่บ้าน: a list of kinds
_PERSON_IN_OFFICE = re.compile("กำนัน|ผู้|นายก|ปลัด|สมาชิก|ประธาน|เทศบาล|อบ[ตจ]|ประเภท|เมืองพัทยา")

# เทศบาลตำบลตันหยง|ระหว่างหลักเขต
_BOUNDED = re.compile("ระหว่าง")


def _read_place(reading: Reading) -> Span | None:
    """เทศบาลเมืองสุไหงโก-ลก, อบต.หนองหาร, สพป.เชียงราย เขต 1."""
    text = reading.text
    if after_dot(reading) is None or not free(reading):
        return None
    start = reading.end + text.startswith(" ", reading.end)
    if start > reading.end and (HEADED.match(text, start) or _PERSON_IN_OFFICE.match(text, start) or VERBS.match(text, start)):
        return None
    found = reading.province.match(text, start)
    if found:
        end = found.end()
        second = (
            reading.province.match(text, end + 1)
            if text.startswith("สพม", reading.start) and text[end : end + 1] == " "
            else None
        )
        end = second.end() if second else end  # สพม.เลย หนองบัวลำภู: one for two provinces
    else:
        end = read_name(text, reading.start, start, reading.inner).at
        cut = AREA.search(text, start + 2, end) or _BOUNDED.search(text, start + 2, end)
        hyphen = HYPHEN.match(text, end)
        end = cut.start() if cut else hyphen.end() if hyphen else end
    if end - start < 2:
        return None
    number = NUMBER.match(text, end)
    return span(reading, number.end() if number else end, "place")


def _read_unit_or_group(reading: Reading) -> Span | None:
    """A unit, or else a group of villagers: both may begin with กลุ่ม."""
    unit = read_unit(reading)
    return unit if unit or not reading.text.startswith("กลุ่ม", reading.start) else read_group(reading)


def _read_local(reading: Reading) -> Span | None:
    """A body named by its place, or else a club or a group by its own name: ชมรมผู้สูงอายุบางแค."""
    local = read_local(reading)
    if local is None and reading.text.startswith("ชมรม", reading.start):
        return _read_name(reading)
    return read_group(reading) if local is None and reading.text.startswith("กลุ่ม", reading.start) else local


# ประธาน|เครือข่ายครูนาดี: who speaks for a network
_SPEAKS_FOR = re.compile(r"(?:ประธาน(?:กรรมการ)?|เลขาธิการ|เลขานุการ|ผู้ประสานงาน|ผู้ก่อตั้ง|ผู้แทน)[ ]?$")
_EVERYWHERE = ("ประเทศไทย", "แห่งชาติ")
_NO_NETWORK = re.compile(
    "ภาค(?:รัฐ|เอกชน|ประชา|ส่วน)|ต่าง|ทุก|อื่น|ใน|ที่|ของ|งาน|ความร่วม|ผู้ผลิต|สังคม(?:ออน|$)|ประชา(?:ชน|สังคม)$|พัฒนาชุมชน$|OTOP"
)


def _read_network(reading: Reading) -> Span | None:
    """ประธาน|เครือข่ายครูการศึกษาพิเศษ, เครือข่ายสิทธิเด็กประเทศไทย; others are no body of their own."""
    text = reading.text
    if _NO_NETWORK.match(text, reading.end):
        return None
    end = thai_name(reading)
    if end is None:
        return None
    told = _SPEAKS_FOR.search(text, max(0, reading.start - 16), reading.start) or text.endswith(_EVERYWHERE, reading.end, end)
    return span(reading, end, "head", 5) if told else None


# องค์กร |Rice Society: names that tell their kind themselves
_OWN_KIND = re.compile(
    r"Award|Foundation|Society|Association|Federation|Council|Institute|Organi[sz]ation|Agency|Universit|Network|Bank"
)


_TWO_WORDS = re.compile(r"[ ]?[A-Z][A-Za-z’'-]{2,}[ ](?:of[ ]|for[ ]|&[ ])?[A-Z][A-Za-z’'-]{2,}")


def _read_latin(reading: Reading) -> Span | None:
    """องค์กร Blue Harbour: of bodies in general only those that bear a name in Latin letters, which does not tell its kind."""
    text = reading.text
    named = (
        text.startswith(" ", reading.end)
        and not text.startswith((" NGO", " OTOP", " SME", " ESG"), reading.end)
        and free(reading)
    )
    latin = _LATIN.match(text, reading.end) if named else None
    if latin is None or _TWO_WORDS.match(latin[0]) is None or _OWN_KIND.search(latin[0]):
        return None
    return span(reading, latin.end(), "head")


READERS: Mapping[str, Callable[[Reading], Span | None]] = {
    "name": _read_name,
    "bank": _read_bank,
    "embassy": _read_embassy,
    "media": _read_media,
    "office": read_office,
    "division": read_division,
    "unit": _read_unit_or_group,
    "group": read_group,
    "faculty": read_faculty,
    "school": read_school,
    "committee": read_committee,
    "place": _read_place,
    "local": _read_local,
    "numbered": read_numbered,
    "provincial": _read_provincial,
    "company": read_company,
    "network": _read_network,
    "latin": _read_latin,
}
