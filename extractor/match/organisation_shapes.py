"""How a name goes on from its head word: one reader for each shape of `gazetteers/agency_heads.csv`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.document import Span
from extractor.lexicon import Agency, AgencyHead
from extractor.match.organisation_names import ABBREVIATION, RUN, THAI, ends_name, inside_and, is_kind, may_follow_and, read_name, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from extractor.lexicon import Hit


class Reading(NamedTuple):
    """A head word at `start:end` of a text, and what may help to read on from it."""

    text: str
    start: int
    end: int
    inner: Mapping[int, int]
    province: re.Pattern[str]


THAI_LETTER = re.compile(THAI)
# (องค์การมหาชน) · จำกัด (มหาชน) · แห่งประเทศไทย · ในพระบรมราชูปถัมภ์
_TAIL = re.compile(
    rf"""(?:
      \ ?จำกัด(?:\ ?\(มหาชน\))?
    | \ ?\((?:องค์การมหาชน|มหาชน)\)
    | \ ?แห่ง(?:ประเทศไทย|ชาติ)
    | \ ?(?:เฉลิมพระเกียรติ|รัชมังคลาภิเษก|กาญจนาภิเษก)(?:\ ?\d+\ พรรษา)?
    | (?<=เฉลิมพระเกียรติ)\ ?\d+\ พรรษา
    | (?<=เธอ)\ (?:กรม|เจ้าฟ้า|พระองค์){THAI}+(?:\ (?:กรม|พระ){THAI}+)*
    | \ ?ใน(?:พระ{THAI}+|สมเด็จพระ{THAI}+)(?:\ (?:สมเด็จ|พระ){THAI}+)*
    )+""",
    re.VERBOSE,
)
# เขต 2 · ภาค 5 · พื้นที่ 7 · ที่ 1 · 7
_NUMBER = re.compile(r"(?:\ ?(?:พื้นที่|เขต(?:พื้นที่)?|ภาค|แห่ง)?(?:ที่)?\ ?\d{1,3}(?![\d.:,/)]|\ ?(?:รางวัล|คน|ราย|แห่ง|ปี|หน่วยงาน|ผลงาน|ด้าน|โครงการ|เรื่อง|[ก-ฮ]{1,3}\.[ก-ฮ])))")
_PROVINCE_WORD = re.compile(r"\ ?(?:จังหวัด|จ\.)")
# ทุกแห่ง: all of a kind
_ALL = re.compile(r"\ ?(?:ทุกแห่ง|ทั่วประเทศ|หลายแห่ง|ต่าง\ ?ๆ|ทั้ง\ ?\d+|\d+\ (?:แห่ง|จังหวัด)|กว่า\ \d+)")
_EVERY = re.compile(r"(?:ทุก|หลาย|แต่ละ|บาง|จำนวน|ต่าง|กฎ|นม|ตำบล|ต\.|บ้าน|อำเภอ|ถนน)\ ?$")
# ผู้อำนวยการ|กลุ่ม…: proof that a unit is meant
_OFFICER = re.compile(r"(?:ผู้อำนวยการ|ผอ\.|หัวหน้า|ผู้จัดการ|เจ้าหน้าที่|ประจำ|ข้าราชการ|บุคลากร|โดย|/)\ ?$")
_ABOVE = re.compile(r"\ ?(?:กรม|กระทรวง|สำนัก|สถาบัน|มหาวิทยาลัย|กอง|โรงพยาบาล|บริษัท|ธนาคาร|องค์การ|จุฬาลงกรณ์|\((?=[ก-ฮ]{1,5}\.))|\ [ก-ฮ]{1,4}\.")
_UNIT_NAME = re.compile(
    r"(?:งาน)?(?:พัฒนา|ประชาสัมพันธ์|บริหาร|อำนวยการ|ตรวจสอบ|กฎหมาย|ยุทธศาสตร์|นโยบาย|แผน|ส่งเสริม|วิชาการ|วิจัย|คลัง|การเงิน|บัญชี|พัสดุ|ตรวจ|มาตรฐาน|สารสนเทศ|เทคโน|สื่อสาร|"
    r"ติดตาม|ประเมิน|ฝึกอบรม|ทรัพยากร|การเจ้าหน้าที่|จริยธรรม|คุ้มครอง|นิติ|วิเทศ|ต่างประเทศ|เลขานุการ|ช่วยอำนวยการ|สนับสนุน|ควบคุม|ระบบ|ขับเคลื่อน|จัดการ|สวัสดิการ|การพยาบาล|เวช|เภสัช)"
)
_FACULTY = re.compile(
    rf"(?:{THAI}*ศาสตร|เทคโนโลยี|บริหารธุรกิจ|ศิลปกรรม|สถาปัตย|การ(?:บัญชี|จัดการ|แพทย์|ท่องเที่ยว|บริหาร|สื่อสาร)|มนุษย|สังคม|แพทย|พยาบาล|เกษตร|ครุ|ศึกษา|อุตสาหกรรม|วิทยา|ดนตรี|ดุริยางค|นิติ|"
    rf"รัฐ(?!มน)|ศิลป|โบราณ|สห|ทันต|เภสัช|สัตว|วิศว|อักษร|พาณิชย|ประมง|วน|พลศึกษา|สาธารณสุข|โลจิสติกส์|ผลิตกรรม)"
)
_FUNCTION_LEFT = re.compile(
    r"(?:โดย|กับ|และ|ของ|จาก|ที่|แก่|ให้|ปลัด|อธิบดี|เลขาธิการ|เลขา|ผู้อำนวยการ|ผู้ว่าการ|ผู้ว่า|ประธาน|กระทรวง|สังกัด|ใน|หรือ|โฆษก|ผู้บริหาร|รอง|บอร์ด|ด้าน|ชู|ว่า|หน่วยงาน|ทีม|ต่อ|ซึ่ง)$"
)
_HEADED = re.compile(
    r"กระทรวง|กรม|สำนัก|กอง|ศูนย์|สถาบัน|มหาวิทยาลัย|วิทยาลัย|โรง|บริษัท|ธนาคาร|สมาคม|มูลนิธิ|สภา|คณะ|องค์การ|การ|เทศบาล|ศาล|จุฬาลงกรณ์|บรรษัท|หอ|ตลาดหลักทรัพย์|สหประชา|ราช|อุทยาน|เงินทุน|วุฒิ|รัฐสภา|ตำรวจ|ผู้ตรวจการ|พรรค"
)


_MORE_LETTERS = re.compile(r"[ก-ฮ](?![ก-๎])")
_AS_MONTH = re.compile(r"\d\ ?$|\d-$|(?:เดือน|งวด)\ ?$")


def accept_known(text: str, hit: Hit, row: Agency) -> bool:
    """Whether a gazetteer form at `hit` is a mention, and not a piece of another word."""
    start, end = hit.start, hit.end
    if not ("ก" <= text[start] <= "๎"):
        return True
    if row.kind == "local" and text.startswith(("กรุงเทพมหานคร", "กทม", "เมืองพัทยา"), start):
        return text[max(0, start - 12) : start].endswith(("ผู้ว่าราชการ", "ปลัด", "โฆษก", "สังกัด", "ผู้บริหาร"))
    if _HEADED.match(text, start):
        return True
    if start and text[start - 1] == "." and re.search(r"(?:^|[^ก-๎.])[ก-ฮ]{1,2}\.$", text[max(0, start - 4) : start]):
        return False
    if start and RUN.match(text, start - 1) and not _FUNCTION_LEFT.search(text, max(0, start - 14), start):
        return False
    if text[end - 1] != "." and RUN.match(text, end):
        if end - start > 12:
            return True
        following = tokens(text[start : end + 30])
        at = start
        for word in following:
            if at == end:
                return ends_name(word) or word.startswith(("และ", "จัด", "มอบ", "รับ", "เปิด", "ประกาศ"))
            at += len(word)
        return False
    if text[end - 1] == "." and _MORE_LETTERS.match(text, end):
        return False
    if text[start:end] == "ก.พ." and _AS_MONTH.search(text, max(0, start - 8), start):
        return False
    return not (text[end - 1] != "." and text.startswith(".", end) and re.match(r"\.[ก-ฮ]", text[end : end + 2]))


def extend_known(text: str, hit: Hit, row: Agency, province: re.Pattern[str]) -> int:
    """End of a gazetteer mention with the tails that are written behind it: ธนาคารกรุงไทย จำกัด (มหาชน)."""
    end = hit.end
    tail = _TAIL.match(text, end)
    if tail:
        end = tail.end()
    if row.kind in {"office", "state_enterprise", "police", "public_organisation", "other"} and (word := re.compile("จังหวัด").match(text, end)):
        found = province.match(text, word.end())
        end = found.end() if found else end
    return end


_LOCAL = re.compile("เทศบาล|ตำบล|อำเภอ")
# ณ กรุงปารีส
_SEAT = re.compile(rf"{THAI}*\ ?ณ\ (?:กรุง|นคร|เมือง)?{THAI}+")


def _tails(reading: Reading, end: int, *, office: bool) -> int:
    text = reading.text
    tail = _TAIL.match(text, end)
    if tail:
        end = tail.end()
    if office:
        number = _NUMBER.match(text, end)
        if number:
            end = number.end()
        word = _PROVINCE_WORD.match(text, end)
        if word and not _LOCAL.search(text, reading.end, end) and (found := reading.province.match(text, word.end())):
            end = found.end()
    elif (number := re.compile(r"(?<=ที่)\ ?\d{1,3}|(?<=ภาค)\ ?\d{1,2}").match(text, end)) is not None:
        end = number.end()
    return end


def _free(reading: Reading) -> bool:
    """Whether the head begins a word (not เกษต|กรม|ี) and does not speak of all or some of its kind."""
    text, start = reading.text, reading.start
    if not start or not THAI_LETTER.match(text, start - 1):
        return _EVERY.search(text, max(0, start - 8), start) is None
    if _EVERY.search(text, max(0, start - 8), start):
        return False
    if reading.end - start > 5:
        return True
    at = start - 1
    while at > start - 24 and at > 0 and THAI_LETTER.match(text, at - 1):
        at -= 1
    for word in tokens(text[at : reading.end + 24]):
        if at >= start:
            return at == start
        at += len(word)
        if at == reading.end:  # หัวหน้ากลุ่ม and สมาชิกสภา are words
            return True
    return False


def _span(reading: Reading, end: int, rule: str) -> Span | None:
    if reading.text.startswith("ฯ", end) and not reading.text.startswith("ฯล", end):
        end += 1
    return Span(reading.start, end, f"organisation.{rule}") if end - reading.end >= 2 else None


def _abbreviated(reading: Reading) -> int | None:
    """End of an abbreviation that stands for the name: สำนักงาน ก.พ.ร."""
    text = reading.text
    at = reading.end + (text[reading.end : reading.end + 1] == " ")
    found = ABBREVIATION.match(text, at)
    return found.end() if found and "." in found.group() else None


def _name(reading: Reading, *, splits: bool = False, loose: bool = False, office: bool = False) -> int | None:
    """End of a name of Thai words, or None."""
    if not _free(reading):
        return None
    text = reading.text
    abbreviated = _abbreviated(reading)
    if abbreviated is not None:
        return _tails(reading, abbreviated, office=office)
    start = reading.start
    end, sure = read_name(text, start, reading.end, reading.inner, splits=splits, loose=loose, place=reading.province)
    if end - reading.end < 2:
        return None
    if text.endswith(("ปลัดกระทรวง", "สมาคมแม่บ้าน"), start, end):
        above = ABBREVIATION.match(text, end + (text[end : end + 1] == " "))
        if above or text[end - 1] == "ง":
            return above.end() if above else None
    if not sure and is_kind(text, reading.end, end):
        found = reading.province.match(text, end)
        if not found:
            return None
        end = found.end()
    end = _tails(reading, end, office=office)
    return None if _ALL.match(text, end) else end


def _read_embassy(reading: Reading) -> Span | None:
    seat = _SEAT.match(reading.text, reading.end)
    end = seat.end() if seat else _name(reading)
    return None if end is None else _span(reading, end, "head")


# ธนาคารกสิกรไทย, not ธนาคารช่วยลดดอกเบี้ย
_BANK = re.compile(r"(?:แห่ง|เพื่อ|กรุง|กสิกร|ไทย|ทหาร|ออมสิน|อิสลาม|อาคาร|ทิสโก้|เกียรตินาคิน|ซีไอเอ็มบี|ยูโอบี|แลนด์|โลก|พัฒนา(?:เอเชีย|วิสาหกิจ|แห่ง)|กลาง(?:แห่ง|ญี่ปุ่น|สหรัฐ|ยุโรป)|ซูมิ|มิซูโฮ|เอช|ดอยซ์|แสตน|ซิตี้|โครงสร้าง|ธน)")


def _read_bank(reading: Reading) -> Span | None:
    return _read_name(reading) if _BANK.match(reading.text, reading.end) else None


def _read_name(reading: Reading) -> Span | None:
    end = _name(reading)
    return None if end is None else _span(reading, end, "head")


# The Banker · NBT
_LATIN = re.compile(r"\ ?[A-Z][A-Za-z0-9&.’'-]*(?:\ [A-Z][A-Za-z0-9&.’'-]*)*")


def _read_media(reading: Reading) -> Span | None:
    latin = _LATIN.match(reading.text, reading.end)
    if latin:
        return _span(reading, latin.end(), "media")
    end = _name(reading)
    return None if end is None else _span(reading, end, "media")


def _read_office(reading: Reading) -> Span | None:
    end = _name(reading, office=True)
    if end is None or end - reading.end < 4:
        return None
    return _span(reading, end, "provincial" if "จังหวัด" in reading.text[reading.end : end] else "head")


def _read_division(reading: Reading) -> Span | None:
    end = _name(reading, splits=True, office=True)
    return None if end is None or end - reading.end < 3 else _span(reading, end, "unit")


def _read_unit(reading: Reading) -> Span | None:
    text = reading.text
    end = _name(reading, splits=True)
    if end is None or end - reading.end < 4:
        return None
    officer = _OFFICER.search(text, max(0, reading.start - 16), reading.start)
    named = _UNIT_NAME.match(text, reading.end)
    alone = (reading.start == 0 or text[reading.start - 1] == "\n") and (end == len(text) or text[end] == "\n")
    if (officer and (named or _ABOVE.match(text, end))) or (named and (alone or _ABOVE.match(text, end))):
        return _span(reading, end, "unit")
    return None


def _read_faculty(reading: Reading) -> Span | None:
    if not _FACULTY.match(reading.text, reading.end) and reading.end - reading.start < 6:
        return None
    end = _name(reading, splits=True)
    return None if end is None else _span(reading, end, "unit")


_AREA = re.compile(r"(?<=.)(?:จังหวัด|อำเภอ|ตำบล|จ\.|อ\.|ต\.)")
# เทศบาล 1 (วัดพรหมวิหาร) · ราชประชานุเคราะห์ 31
_SCHOOL_NUMBER = re.compile(rf"\ ?\d{{1,2}}(?![\d.:/)])(?!\ ?(?:รางวัล|คน|ราย|แห่ง|ปี|ทีม|เหรียญ|ผลงาน|โรง|[ก-ฮ]{{1,3}}\.|[ก-ฮ]?\S*คม\b))(?:\ ?\((?:วัด|บ้าน|ชุมชน){THAI}+\))?")


def _read_school(reading: Reading) -> Span | None:
    text = reading.text
    dotted = text[reading.end - 1] == "."
    if dotted and reading.start and (RUN.match(text, reading.start - 1) or text[reading.start - 1] == "."):
        return None
    start = reading.end + (1 if dotted and text[reading.end : reading.end + 1] == " " else 0)
    if dotted and re.compile(r"[ก-ฮ]{1,4}\.|\d").match(text, start):
        return None
    if not _free(reading):
        return None
    end, _ = read_name(text, reading.start, start, reading.inner)
    cut = _AREA.search(text, start + 2, end)
    if cut:
        end = cut.start()
    if end - start < 3:
        return None
    number = _SCHOOL_NUMBER.match(text, end)
    end = number.end() if number else _tails(reading, end, office=False)
    if text.startswith("จุฬาภรณราชวิทยาลัย", end - 18) and (seat := reading.province.match(text, end)):
        end = seat.end()
    return None if _ALL.match(text, end) else _span(reading, end, "head")


# โครงการ “ค่าของแผ่นดิน”
_QUOTED = re.compile(r'\ ?[“"][^”"\n]{2,60}[”"]')
# วิทยาศาสตร์ วิจัยและนวัตกรรม
_ENUMERATED = re.compile(rf"(?:,?\ {THAI}{{3,20}}){{0,3}},?\ (?P<last>{THAI}{{3,25}}(?<!ได้)(?:\ )?และ{THAI}+)")
_AND_WORK = re.compile(r"(?:ยกระดับ|พัฒนา|ส่งเสริม|สนับสนุน|ประเมิน|กำกับ|คุ้มครอง|ขับเคลื่อน|แก้ไข|ป้องกัน|เร่งรัด)")


# คณะกรรมการตัดสินการประกวด: any contest has one
_NO_PROPER_NAME = re.compile(
    r"(?:ตัดสิน|พิจารณา|คัดเลือก|จัดงาน|ดำเนิน(?:งาน|การ|โครงการ)?|ตรวจ|ประเมิน|สรรหา|กลั่นกรอง|สอบ|อำนวยการ|บริหาร|ติดตาม|และ)+(?:การ|ผล|งาน|ผลงาน|ประกวด|รางวัล|โครงการ|ข้อเท็จจริง|สถานการณ์|ให้คะแนน|สถานศึกษา|โรงเรียน|บริษัท|ธนาคาร)*"
)


def _read_committee(reading: Reading) -> Span | None:
    text = reading.text
    end = _name(reading, loose=True)
    if end is None:
        return None
    if text.startswith("ฯ", end):
        return _span(reading, end, "committee") if end - reading.end > 4 else None
    if (tail := _QUOTED.match(text, end)) is not None:
        end = tail.end()
    elif (tail := _ENUMERATED.match(text, end)) is not None and not any(
        not may_follow_and(word, 0) or _HEADED.match(word) or ends_name(word) for word in tail.group().split()
    ):
        end, _ = read_name(text, tail.start("last"), tail.start("last"), reading.inner, loose=True)
    elif text.startswith(" และ", end) and inside_and(text, end + 1, len(text), reading.inner) and _AND_WORK.match(text, end + 4):
        end, _ = read_name(text, end + 1, end + 4, reading.inner, loose=True)
    if end - reading.end < 7 or _NO_PROPER_NAME.fullmatch(text, reading.end, end):
        return None
    return _span(reading, end, "committee")


def _read_provincial(reading: Reading) -> Span | None:
    text = reading.text
    found = reading.province.match(text, reading.end)
    return _span(reading, found.end(), "provincial") if found else None


def _read_place(reading: Reading) -> Span | None:
    text = reading.text
    if text[reading.end - 1] == "." and reading.start and RUN.match(text, reading.start - 1) and not _FUNCTION_LEFT.search(text, max(0, reading.start - 14), reading.start):
        return None
    start = reading.end + (text[reading.end : reading.end + 1] == " ")
    if not _free(reading) or (start > reading.end and _HEADED.match(text, start)):
        return None
    found = reading.province.match(text, start)
    if found:
        end = found.end()
        number = _NUMBER.match(text, end)
        return _span(reading, number.end() if number else end, "place")
    end, _ = read_name(text, reading.start, start, reading.inner)
    cut = re.compile(r"(?<=.)(?:จังหวัด|อำเภอ|จ\.|อ\.)").search(text, start + 2, end)
    if cut:
        end = cut.start()
    elif hyphen := re.compile(rf"-{THAI}+").match(text, end):
        end = hyphen.end()
    if end - start < 2:
        return None
    number = _NUMBER.match(text, end)
    return _span(reading, number.end() if number else end, "place")


# บริษัท ปตท. จำกัด (มหาชน)
_LIMITED = re.compile(r"\ ?(?P<name>(?:(?!บริษัท|หจก\.|ได้|จัดงาน|ร่วมกับ|และบจ)[^\n,;:“”\"]){2,90}?)\ ?จำกัด(?:\ ?\(มหาชน\))?")
_WORD = re.compile(r"\ ?(?:[ก-๎]{2,}\.?|[A-Z0-9][A-Za-z0-9&.\-]*)")
_CORPORATE = re.compile(
    r"\ (?:กรุ๊ป|คอร์ปอเรชั่น|คอร์ปอเรชัน|โฮลดิ้ง|โฮลดิ้งส์|อินเตอร์|อินดัสทรี|เอ็นจิเนียริ่ง|แอนด์|ประเทศไทย|ไทยแลนด์|เทรดดิ้ง|เซอร์วิส|ฟู้ด|ฟู้ดส์|พร็อพเพอร์ตี้|ดีเวลลอปเม้นท์|เอ็นเนอร์ยี่|เอนเนอร์ยี่|เทคโนโลยี|โซลูชั่น|มอเตอร์|ซิสเต็ม|[A-Z][A-Za-z]+)(?![ก-๎])"
)


def _read_company(reading: Reading) -> Span | None:
    text = reading.text
    if not _free(reading):
        return None
    limited = _LIMITED.match(text, reading.end)
    if limited and not text.startswith(("ห้างหุ้น", "หจก"), reading.start):
        return _span(reading, limited.end(), "company")
    spaced = text[reading.end : reading.end + 1] == " "
    abbreviation = ABBREVIATION.match(text, reading.end + spaced)
    if abbreviation and abbreviation.end() - abbreviation.start() > 3:
        return _span(reading, abbreviation.end(), "company")
    word = _WORD.match(text, reading.end)
    if not word:
        return None
    end = word.end()
    corporate = _CORPORATE.match(text, end) or re.compile(r"\ \([A-Z]").match(text, end)
    if not spaced and RUN.match(text, reading.end) and text[reading.end - 1] != "." and not corporate:
        return None
    if RUN.match(text, reading.end + spaced):
        end, _ = read_name(text, reading.start if not spaced else reading.end + 1, reading.end + spaced, reading.inner)
    if end - reading.end - spaced < 3:
        return None
    while more := _CORPORATE.match(text, end):
        end = more.end()
    return _span(reading, end, "company")


READERS: Mapping[str, Callable[[Reading], Span | None]] = {
    "name": _read_name,
    "bank": _read_bank,
    "embassy": _read_embassy,
    "office": _read_office,
    "division": _read_division,
    "unit": _read_unit,
    "faculty": _read_faculty,
    "school": _read_school,
    "committee": _read_committee,
    "place": _read_place,
    "provincial": _read_provincial,
    "media": _read_media,
    "company": _read_company,
}

_BEFORE_LIMITED = re.compile(r"(?:^|\ \ +|จำกัด\ |\(มหาชน\)\ |[\n,;:)”\"]\ ?|\d\.\ ?|\ และ\ ?|-\ |•\ ?)((?:(?!\d\.|และ |  |จำกัด)[^\n,;:”\"]){2,60}?)\ ?$")


def unlisted_companies(text: str, hits: list[Hit]) -> list[Span]:
    """Companies whose name is written without บริษัท: ฟู้ด แฟคเตอร์ จำกัด (มหาชน)."""
    found = []
    for hit in hits:
        if isinstance(hit.row, AgencyHead) and hit.row.shape == "suffix":
            window = max(0, hit.start - 70)
            before = _BEFORE_LIMITED.search(text[window : hit.start])
            if before:
                found.append(Span(window + before.start(1), hit.end, "organisation.company"))
    return found


# Mahidol University · Bank of Ayudhya · Tourism Authority of Thailand
_LATIN_NAME = re.compile(
    r"(?!The\ )[A-Z][A-Za-z&'’-]*(?:\.[A-Z]\.?)*(?:(?:,\ (?=Ltd|Inc|and)|\ )(?:(?:of|and|for|the|on|in|&)\ )*(?:[A-Z][A-Za-z&'’-]*|Co\.,?\ ?Ltd\.?|Ltd\.|Inc\.))*"
)
# G H Bank Call Center · Best Bank
_NO_BODY = re.compile(r"\b(?:Awards?|Call|Contact|Data|Tower|Edition|Project|Programme|Program|Smart|Best|President|Head|Director|Most|Waste|Aging|Forum|Conference|Summit|Year|Meeting|Day)\b")


def foreign_names(text: str, hits: list[Hit]) -> list[Span]:
    """Names in Latin script around an English head word."""
    found: list[Span] = []
    for hit in hits:
        if not (isinstance(hit.row, AgencyHead) and hit.row.shape == "foreign"):
            continue
        if found and found[-1].end >= hit.end:
            continue
        window = max(0, hit.start - 80)
        for match in _LATIN_NAME.finditer(text, window, min(len(text), hit.end + 80)):
            if match.start() <= hit.start < match.end():
                if match.end() - match.start() > hit.end - hit.start + 2 and not _NO_BODY.search(match.group()):
                    found.append(Span(match.start(), match.end(), "organisation.foreign"))
                break
    return found


# บริษัท ซีพี ออลล์ จำกัด (มหาชน) หรือ CPALL
_OR = re.compile(r"(?:\ ?\([^()\n]{2,40}\))?\ ?หรือ\ ?(?P<other>[A-Z][A-Za-z0-9&.-]*(?:\ [A-Z][A-Za-z0-9&.-]*){0,4}|(?:[ก-ฮ]{1,5}\.)+[ก-ฮ]{0,3}\.?)(?![A-Za-zก-๎])")
# กรมประมง (กปม.) · สำนักงานส่งเสริมเศรษฐกิจดิจิทัล (Digital Economy Promotion Agency : depa)
_BRACKET = re.compile(r"\ ?\(\ ?(?:หรือ\ )?(?P<first>[^()\n:,/]{2,90}?)(?:\ ?[:,/]\ ?(?P<second>[^()\n]{2,80}?))?\ ?\)")
_ALIAS = re.compile(r"(?:[ก-ฮ]{1,6}\.(?:\ ?[ก-ฮ]{1,4}\.?)*|[ก-ฮ]{2,5}|[A-Za-z][A-Za-z0-9&.\-]{1,11}|(?:[A-Z][A-Za-z&'’-]*|of|and|for|the)(?:,?\ (?:[A-Z&][A-Za-z&'’-]*|of|and|for|the|on|in))+)$")


_NO_ALIAS = re.compile(r"(?:รมว|รมช|รอง|ปลัด|Startup|Online|CSR|OTOP|SMEs?$|Live|Zoom|เดิม|ฉบับ|ชุด|สว\.$|ใหม่|ถ้ามี|ต่อ$)|[a-z ]{7,}$")
_MANY_WORDS = re.compile(r"[A-Z][^ ]+ ")
_ENGLISH_BODY = re.compile(
    r"Universit|College|Institut|Foundation|Association|Federation|Council|Society|Ltd|Limited|Agency|Authority|Commission|Bureau|Department|Ministry|Office|Organi[sz]ation|Administration|Committee|Bank|"
    r"Hospital|Cent(?:er|re)|Fund|School|Board|Company|Corporation|Group|Secretariat|Division|Union|Museum|Academy"
)
_TITLE = re.compile(r"(?P<title>อธิบดี|ปลัด|รองปลัด|รองอธิบดี|รัฐมนตรี\S{0,9}|ผู้ว่าการ|ผู้อำนวยการ|เลขาธิการ|ผู้ตรวจราชการ|โฆษก|ประธาน)\ ?$")


def _is_title(text: str, span: Span, value: str) -> bool:
    """Whether a bracket shortens the post before the body (อธิบดีกรมพัฒนาที่ดิน (อพด.)) and not the body, or is no body's name at all."""
    if _MANY_WORDS.match(value):
        return not _ENGLISH_BODY.search(value)
    title = _TITLE.search(text, max(0, span.start - 24), span.start)
    if title is None or not value.endswith(".") or value.count(".") > 1:
        return False
    return value[0] == title.group("title")[0] or (value[0] == "ล" and title.group("title") == "เลขาธิการ")


def bracketed(text: str, spans: list[Span]) -> list[Span]:
    """Abbreviations and English names in brackets right behind a body."""
    found: list[Span] = []
    for span in spans:
        other = _OR.match(text, span.end)
        if other and not _NO_ALIAS.match(other.group("other")):
            found.append(Span(other.start("other"), other.end("other"), "organisation.bracket"))
        bracket = _BRACKET.match(text, span.end)
        if not bracket:
            continue
        for group in ("first", "second"):
            value = bracket.group(group)
            if value and _ALIAS.match(value) and not _NO_ALIAS.match(value) and not _is_title(text, span, value):
                found.append(Span(bracket.start(group), bracket.end(group), "organisation.bracket"))
    return found


def repeated(text: str, spans: list[Span]) -> list[Span]:
    """Where else the abbreviations stand that the text itself explains in brackets."""
    found: list[Span] = []
    for form in dict.fromkeys(text[span.start : span.end] for span in spans if span.rule == "organisation.bracket"):
        at = text.find(form)
        while at >= 0 and len(form) > 2:
            end = at + len(form)
            if _bare(text, at - 1) and (text[end - 1] == "." or _bare(text, end)):
                found.append(Span(at, end, "organisation.defined"))
            at = text.find(form, end)
    return found


def _bare(text: str, at: int) -> bool:
    """Whether no letter stands at `at`."""
    return not 0 <= at < len(text) or not (text[at].isalnum() or text[at] in "._" or "ก" <= text[at] <= "๎")


# ธนาคารกรุงไทย|คุ้มครองเงินต้น: words that begin names as well as sentences
_GO_ON = re.compile(r"คุ้มครอง|สนับสนุน|ส่งเสริม|พัฒนา|ขับเคลื่อน|ดำเนิน|เพิ่ม|ลด|ขยาย|ช่วย|สร้าง|ผลักดัน|ประสาน|บูรณาการ|ปรับ|แก้|ติดตาม|ตรวจ|ขับ|ยก|เดิน|แนะนำ|สัญจร|วาง|ทำ|ชนะ|สาน|ต่อยอด|เผยแพร่|มุ่ง|เห็น|เชื่อ|ประชา|กำหนด")


def shortened(text: str, spans: list[Span]) -> list[Span]:
    """`spans`, those cut back that run on from a body's name, known from elsewhere in the text, into a sentence."""
    known = sorted({text[span.start : span.end] for span in spans if span.end - span.start > 7 and (span.id is not None or _bare(text, span.end))}, key=len)
    result: list[Span] = []
    for span in spans:
        new = span
        if span.id is None and span.end - span.start > 12 and not _bare(text, span.start):
            for name in known:
                end = span.start + len(name)
                if end >= span.end:
                    break
                if text.startswith(name, span.start) and _GO_ON.match(text, end):
                    new = Span(span.start, end, span.rule)
                    break
        result.append(new)
    return result
