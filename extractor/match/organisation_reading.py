"""What every reader of a name needs: the head word in its text, what may stand before it, and the tails behind a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from extractor.document import Span
from extractor.match.organisation_known import FUNCTION_LEFT, HEADED, TAIL
from extractor.match.organisation_names import (
    ABBREVIATION,
    STRICT,
    THAI,
    Rules,
    ends_name,
    is_kind,
    may_follow_and,
    read_name,
)
from extractor.match.organisation_words import GO_ON, VERBS
from extractor.patterns import sought
from extractor.tokenise import words


class Reading(NamedTuple):
    """A head word at `start:end` of a text, and what may help to read on: bodies within, and the one read before."""

    text: str
    start: int
    end: int
    inner: Mapping[int, int]
    province: re.Pattern[str]
    last: Span | None = None


_LETTERS = frozenset(letter for letter in map(chr, range(ord("ก"), ord("๛"))) if re.match(THAI, letter))
# เขต 2 · ภาค 5 · พื้นที่ 7 · ที่ 1 · 7, and not 7 รางวัล
NUMBER = re.compile(
    r"""
    \ ?(?:พื้นที่|เขต(?:พื้นที่)?|ภาค|แห่ง)?(?:ที่)?\ ?(?!0)\d{1,3}
    (?![\d.:,/)]|\ ?(?:จังหวัด(?:ทั่ว|[^ก-๎]|$)
      |รางวัล|คน|ราย|แห่ง|ปี|หน่วยงาน|ผลงาน|ด้าน|โครงการ|เรื่อง|พื้นที่|ครั้ง|วัน|ล้าน|บาท|คะแนน|แต้ม|[ก-ฮ]{1,3}\.[ก-ฮ]))
    """,
    re.VERBOSE,
)
# กองทัพภาคที่ 3 · ตำรวจภูธรภาค 5
_RANK_NUMBER = re.compile(r"(?<=ที่)\ ?\d{1,4}|(?<=ภาค)\ ?\d{1,2}")
_OF_ZONE = re.compile(r"\ ?\d{1,2}(?![\d.,])")
_PROVINCE_WORD = re.compile(r"\ ?(?:จังหวัด|จ\.)")
# Names that tell their place themselves: ศูนย์ข้าวชุมชนบ้านโพธิ์| จังหวัดชัยนาท
_LOCAL = re.compile("เทศบาล|ตำบล|อำเภอ|บ้าน|หมู่บ้าน")
# เรือนจำกลางเขาหิน| จังหวัดน่าน: its own name tells which it is, and the province where; but ทัณฑสถานหญิง จังหวัดน่าน
_OF_ITS_OWN = re.compile(
    r"(?:เรือนจำ(?:กลาง|พิเศษ|อำเภอ|ชั่วคราว)?|ทัณฑสถาน(?:เกษตร(?:อุตสาหกรรม)?|หญิง|เปิด|วัยหนุ่ม|บำบัดพิเศษ)?(?:กลาง)?)"
    r"(?!จังหวัด|หญิง|เปิด|วัยหนุ่ม|บำบัด|กลาง|พิเศษ|อำเภอ|ชั่วคราว|เกษตร)[ก-๎]{3}"
)
# โรงเรียนบ้านหนอง|จังหวัดเลย: where a body is, not what it is called
AREA = re.compile(r"(?<=.)(?:จังหวัด|อำเภอ|ตำบล|จ\.|อ\.|ต\.)")
# เทศบาลเมืองสุไหงโก|-ลก
HYPHEN = re.compile(rf"-{THAI}+")
# เขต 1 |เรือนจำกลางสมุทรปราการ |เขต 2: the number belongs to what follows
_LABEL = re.compile(r"(?:เขต|ภาค|กลุ่ม)(?:ที่)?\ ?[\d๐-๙]{1,2}\ ?[:.]?\ ?$")
# … ปราบปราม และแก้ไขปัญหายาเสพติด · … วิทยาศาสตร์ วิจัยและนวัตกรรม
_ENUMERATED = re.compile(
    rf"""
    (?:,?\ {THAI}{{3,20}}){{0,3}}
    (?:
      ,?\ {THAI}{{3,20}},?\ (?P<last>และ{THAI}+)
    | ,?\ (?P<end>{THAI}{{3,25}}(?<!ได้)\ ?และ{THAI}+)
    )
    """,
    re.VERBOSE,
)
# …วิทยาศาสตร์ |การวิจัยและนวัตกรรม: what bodies are for; การไฟฟ้า begins one, and การติดตาม… a sentence
_FIELD = re.compile(
    "การ(?:วิจัย|เงิน|คลัง|ศึกษา|กีฬา(?!แห่ง)|ท่องเที่ยว(?!แห่ง)|พลังงาน|ค้า|ลงทุน|อุตสาหกรรม|สื่อสาร|โทรคมนาคม|สาธารณสุข|เกษตร|แพทย์"
    "|บัญชี|ธนาคาร|พาณิชย์|ต่างประเทศ|ทหาร|ปกครอง|ยุติธรรม|ศาสนา|แรงงาน|คุ้มครอง|ประชาสัมพันธ์|มีส่วนร่วม|ตลาด|ขนส่ง|คมนาคม)"
)
# …การอุดมศึกษา| วิทยาศาสตร์ วิจัยและนวัตกรรม
_HIGHER = re.compile(r"[ ]วิทยาศาสตร์[ ,]+(?:การ)?วิจัย[ ]?และ[ ]?นวัตกรรม")
_NOT_LISTED = re.compile(
    "ฝ่าย|ปรับ|ดำเนิน|ขับเคลื่อน|ช่วย|สร้าง|ประสาน|ทำ|เปิด|ประธาน|นำ|ชุมชน|เรื่อง|เน้น|ย้ำ|หารือ|เร่ง|รับ|ระบุ|ชี้|แนะ|เผย|ลุย|ดัน"
)
# มูลนิธิ ดร.สมใจ ปลูกบัว · กองทุน พล.ต.อ.สมใจ
_NAMESAKE = sought(
    rf"""
    \ ?(?:(?:ศ\.|รศ\.)?\ ?ดร\.|ศ\.|นพ\.|พญ\.|(?:พล|พ|ร)\.(?:[ตอทร]\.){{1,2}}|ม\.[รล]\.ว?\.?)
    \ ?{THAI}{{3,18}}(?![ก-๎.])
    """,
    re.VERBOSE,
)
_SURNAME = re.compile(rf"\ ({THAI}{{3,24}})(?![ก-๎])")
# สมาคม ASSA, มูลนิธิ Green Asia, คณะทำงาน CSR
_NAMED_IN_LATIN = sought("สมาคม|มูลนิธิ|สถาบัน|องค์กร|คณะกรรมการ|คณะทำงาน|คณะอนุกรรมการ|เครือข่าย|สหพันธ์|สมาพันธ์")
_LATIN_AFTER = re.compile(
    r"\ [A-Z][A-Za-z&.’'-]{2,}(?:\ (?:of\ |for\ |and\ |the\ |&\ )?[A-Z][A-Za-z&.’'-]*)*(?![A-Za-z])(?:\ ประจำประเทศไทย)?"
)
# Bodies whose names enumerate what they are for
_ENUMERATING = re.compile("กระทรวง|กรม|กองทุน|สำนักงาน|สมาคม|สถาบัน|องค์การ")
# มูลนิธิสโกลารส์| ออฟ ซัสทีแนนซ์: a foreign name goes on behind a foreign particle
_LOAN_WORDS = re.compile(rf"(?:\ (?:ออฟ|แอนด์|ฟอร์|เดอะ|อิน)\ {THAI}{{2,20}}){{1,3}}(?!{THAI})")
# หอการค้าสวิส| - ไทย · ศูนย์ความร่วมมือไทย|-สหรัฐ
_NATIONS = (
    "ไทย|จีน|ญี่ปุ่น|เกาหลี|อเมริกัน|สหรัฐ|อเมริกา|เยอรมัน|เยอรมนี|สวิส|อังกฤษ|ฝรั่งเศส|"
    "อินเดีย|ลาว|เมียนมา|มาเลเซีย|ออสเตรเลีย|แคนาดา|รัสเซีย|ยุโรป|อิตาลี|เดนมาร์ก|ไต้หวัน"
)
_NATION_AT_END = re.compile(f"(?:{_NATIONS})$")
_TWO_NATIONS = re.compile(rf"\ ?[-–]\ ?(?:{_NATIONS})(?!{THAI})")
# สมาคมหมู่บ้านฤดูร้อนเด็กนานาชาติ| ประเทศไทย
_OF_COUNTRY = re.compile(rf"\ (?:ประเทศไทย(?!{THAI})|แห่ง(?:ประเทศ|เอเชีย|โลก){THAI}*)")
# …ทุกแห่ง: all of a kind
ALL_OF_KIND = re.compile(r"\ ?(?:ทุกแห่ง|ทั่วประเทศ|หลายแห่ง|ต่าง\ ?ๆ|อื่น\ ?ๆ|ทั้ง\ ?\d+|\d+\ (?:แห่ง|จังหวัด)|กว่า\ \d+)")
# ทุก|กรม, กฎ|กระทรวง, ตำบล|กองแขก: no body, or none in particular
_NOT_BEHIND = sought(
    r"(?:ทุก|หลาย|แต่ละ|บาง|จำนวน|ต่าง|กฎ|นม|ตำบล|ต\.|บ้าน|อำเภอ|ถนน)\ ?$"
    r"|(?:รางวัล|\#|เป็น|สู่|ต้นแบบ|พระราชบัญญัติ|พ\.ร\.บ\.)$"
)


# เทศบาลเมือง| (ทม.) |นาดี: the letters that shorten a kind of body, told before which of them is meant
_LETTERS_BETWEEN = re.compile(
    r"\ ?\((?:[ก-ฮ]{1,4}\.){1,3}[ก-ฮ]?\)\ ?(?=[ก-ฮเ-ไ])(?!ประจำ|จำนวน|และ|หรือ|ที่|ใน|ทุก|ทั่ว|ทั้ง|ของ|ต่าง|กับ)"
)


def _is_letter(text: str, at: int) -> bool:
    """Whether a Thai letter stands at a place; before the first one, whether the first is."""
    return text[max(0, at)] in _LETTERS


def behind_letters(text: str, at: int) -> int:
    """Where a name goes on behind the letters in brackets that shorten its kind; `at` where there are none.

    >>> behind_letters("เทศบาลเมือง (ทม.) นาดี", 11)
    18
    """
    letters = _LETTERS_BETWEEN.match(text, at)
    if letters is None or HEADED.match(text, letters.end()) or VERBS.match(text, letters.end()):
        return at
    return letters.end()


def free(reading: Reading) -> bool:
    """Whether the head begins a word (not เกษต|กรม|ี) and does not speak of all or some of its kind."""
    text, start = reading.text, reading.start
    if _NOT_BEHIND.search(text, max(0, start - 8), start):
        return False
    if start and text[start - 1] in "เแโใไ":  # โปรแ|กรม, โ|สภากุล: a vowel written before its consonant
        return False
    if not start or reading.end - start > 5 or not _is_letter(text, start - 1):
        return True
    at = start - 1
    while at > max(0, start - 24) and _is_letter(text, at - 1):
        at -= 1
    for word in words(text[at : reading.end + 24]):
        if at >= start:
            return at == start
        at += len(word)
        if at == reading.end:  # หัวหน้ากลุ่ม and สมาชิกสภา are words
            return True
    return False


# ศูนย์ข้าวชุมชนบ้านนาดี| – นาคำ จังหวัดเลย: of two villages
_PAIRED = re.compile(r"[ ]?[-–][ ]?[ก-ฮเ-ไ][ก-๎]{2,20}(?=[ ]{0,3}(?:จังหวัด|จ\.|ตำบล|ต\.|อำเภอ|อ\.|หมู่))")


# names of kinds, that no body bears alone
_KINDS = re.compile(
    r"""
      กองทุนช่วยเหลือ | สภาวิชาชีพ | สถานกงสุลไทย | กรมวิธาน | บรรษัทภิบาล | โรงเรียนตำรวจตระเวนชายแดน
    | ศูนย์(?:อำนวยการ|ประสานงาน|(?:บริการ)?ลูกค้าสัมพันธ์|โทรคมนาคม|ข้อมูลข่าวสารอิเล็กทรอนิกส์|เยาวชน|ช่วยเหลือ(?:ออนไลน์)?
      |ดูแลผู้สูงอายุ|ความเชี่ยวชาญระดับสูง)
    | สำนักเลขาธิการ | สถาบัน(?:การ)?อาชีวศึกษา | สถาบัน(?:สหกรณ์|วิจัย|เกษตรกร|ศาสนา|ครอบครัว) | ฝ่ายบริหาร | สภาท้องถิ่น
    | สถานสงเคราะห์(?:เด็ก(?:กำพร้า|อ่อน|ชาย|หญิง)?|คนชรา|คนพิการ)?
    | สมาคม(?:วิชาชีพ|ผู้กำกับ|การค้า|กีฬา(?:อาชีพ)?|ผู้ปกครอง(?:และครู)?)
    | ศูนย์(?:ข้าวชุมชน|ข่าว|เด็กเล็ก|สื่อ|ไกล่เกลี่ย|การเรียนชุมชน|สาธารณสุขมูลฐานชุมชน|ที่ปรึกษาทางการเงิน|บริการลูกค้า|พิจารณาอนุญาต)
    | สหกรณ์(?:ไทย|แห่งชาติ|สีขาว|เข้มแข็ง|ครบวงจร|กลุ่มเกษตรกร|วัย) | โรงเรียน(?:นานาชาติ|สองภาษา|การเงิน|ส่งเสริมสุขภาพ|รอบรู้ด้านสุขภาพ)
    | สถาบัน(?:จัดอันดับ|ราชการ|เพื่อการออม) | สำนัก(?:พนัน|เรียน)
    | กองทุน(?:รวม|ผสม|หุ้น|ขยะ|แห่งรัฐ.*) | คณะรัฐบาล(?:ไทย)? | คณะกรรมการ(?:มูลนิธิ|ออกรางวัล|จัดงาน|ตัดสิน(?:รางวัล)?)
    | (?:โรงเรียน|โรงพยาบาล)(?:เพื่อ|คู่สัญญา)[ก-๎]* | รพ[ชทศ]\.[ ]?อันดับ.*
    | ฝ่าย(?:การ(?:ตลาด|เงิน)|บัญชี|ขาย|ปฏิบัติการ|ทรัพยากรบุคคล|สื่อสารการตลาด|วิชาการ|ร้านค้า)
    | (?:สภา)?องค์การ(?:นายจ้าง|ลูกจ้าง) | โรงพยาบาลประกันสังคม | ตำรวจ(?:ไซเบอร์|ท่องเที่ยว|จราจร|ทางหลวง|ตระเวน)
    | (?:หนังสือพิมพ์|นิตยสาร|วารสาร)(?:แห่งท้องที่|(?:ข่าว)?ราย(?:วัน|สัปดาห์|เดือน))
    """,
    re.VERBOSE,
)


# ศูนย์ข้าวชุมชน|ระดับประเทศ
_AT_LEVEL = re.compile("ระดับ(?:ประเทศ|ชาติ|นานาชาติ|จังหวัด|ภาค|เขต|โลก|อำเภอ|ตำบล|ทอง|เงิน|เพชร)")


def span(reading: Reading, end: int | None, rule: str, least: int = 2) -> Span | None:
    """The mention, with its ฯ, if its name has at least `least` characters."""
    if end is None or end - reading.end < least:
        return None
    level = _AT_LEVEL.search(reading.text, reading.end + 2, end)
    end = level.start() if level is not None else end
    if _KINDS.fullmatch(reading.text, reading.start, end) or (
        level is not None and reading.text.endswith("ดีเด่น", reading.start, end)
    ):
        return None
    if reading.text.startswith("ฯ", end) and not reading.text.startswith("ฯล", end):
        end += 1
    paired = _PAIRED.match(reading.text, end)
    if paired is not None and "บ้าน" in reading.text[reading.start : end]:
        end = paired.end()
    return Span(reading.start, end, f"organisation.{rule}")


def abbreviation(reading: Reading, at: int) -> int | None:
    """End of an abbreviation that stands for a name at `at` or a space on: สำนักงาน ก.พ.ร."""
    if reading.text.startswith("สำนักงาน", reading.start):  # สำนักงาน   ก.พ.ร.
        while reading.text.startswith("  ", at):
            at += 1
    found = ABBREVIATION.match(reading.text, at + reading.text.startswith(" ", at))
    return found.end() if found else None


# where the rest of a name is cut, behind a blank, and where the body is
_PARTED_CUT = (" ฯ จังหวัด", " ฯ จ.", " ฯ อำเภอ")


def with_tails(reading: Reading, end: int, *, office: bool) -> int:
    """`end`, moved behind number, province and patronage."""
    text = reading.text
    if text.startswith(_PARTED_CUT, end):  # ศูนย์วิจัยข้าวเฉลิมพระเกียรติ| ฯ| จังหวัดน่าน
        end += 2
    tail = TAIL.match(text, end)
    end = tail.end() if tail else end
    labelled = _LABEL.search(text, max(0, reading.start - 8), reading.start)
    number = (NUMBER if office and not labelled else _RANK_NUMBER).match(text, end)
    end = number.end() if number else end
    if text.startswith(" ", end) and _OF_ITS_OWN.match(text, reading.start, end):
        return end
    word = _PROVINCE_WORD.match(text, end) if office and not _LOCAL.search(text, reading.end, end) else None
    found = reading.province.match(text, word.end()) if word else None
    if not word or not found or (text[end] == " " and text[word.end() : found.end()] in text[reading.end : end]):
        return end
    return found.end()


def enumerated(reading: Reading, end: int, rules: Rules = STRICT) -> int | None:
    """End of a name that goes on behind `end` in an enumeration: กองทุนป้องกัน| ปราบปราม และแก้ไขปัญหายาเสพติด."""
    text = reading.text
    listed = _ENUMERATED.match(text, end)
    if listed is None or not all(_may_be_listed(word) for word in listed.group().replace(",", " ").split()):
        return None
    start = listed.start("end") if listed["last"] is None else listed.start("last") + len("และ")
    last = read_name(text, start, start, reading.inner, rules).at
    return last if last > start else None


def _may_be_listed(word: str) -> bool:
    word = word.removeprefix("และ")
    headed = HEADED.match(word) is not None and _FIELD.match(word) is None
    if not word or not may_follow_and(word, 0) or headed or _NOT_LISTED.match(word) or VERBS.match(word):
        return False
    return not ends_name(words(word)[0])


def thai_name(reading: Reading, *, splits: bool = False, loose: bool = False, office: bool = False) -> int | None:
    """End of a name of Thai words or an abbreviation, or None."""
    if not free(reading):
        return None
    text, start = reading.text, reading.end
    namesake = _NAMESAKE.match(text, start)
    if namesake:
        surname = _SURNAME.match(text, namesake.end())
        known_word = surname and (ends_name(words(surname[1])[0]) or GO_ON.match(surname[1]) or HEADED.match(surname[1]))
        return with_tails(reading, surname.end() if surname and not known_word else namesake.end(), office=office)
    latin = _LATIN_AFTER.match(text, start) if _NAMED_IN_LATIN.match(text, reading.start) else None
    if latin:
        return latin.end()
    abbreviated = abbreviation(reading, start)
    if abbreviated is not None:
        level = _PROVINCE_WORD.match(text, abbreviated)
        if level and not reading.province.match(text, level.end()):
            return None  # สำนักงาน กศน. จังหวัด: a kind of office
        return with_tails(reading, abbreviated, office=office)
    end, sure = read_name(text, reading.start, start, reading.inner, Rules(splits, loose, reading.province))
    if end - start < 2:
        return None
    if text.endswith(("ปลัดกระทรวง", "สมาคมแม่บ้าน"), reading.start, end):
        above = abbreviation(reading, end)
        if above is not None or text.endswith("กระทรวง", 0, end):
            return above
    if text.endswith("สำนักงานปลัด", reading.start, end):
        return abbreviation(reading, end)  # สำนักงานปลัด อว.
    zone = _OF_ZONE.match(text, end) if not sure and text.endswith("เขต", start, end) else None
    if zone is not None:
        end = zone.end()  # ศูนย์ฝึกและอบรมเด็กและเยาวชนเขต| 7
    elif not sure and is_kind(text, start, end):
        found = reading.province.match(text, behind_letters(text, end))
        if not found:
            return None
        end = found.end()
    elif not sure and not loose and _ENUMERATING.match(text, reading.start):
        end = enumerated(reading, end) or end
    higher = _HIGHER.match(text, end) if text.endswith("อุดมศึกษา", start, end) else None
    end = with_tails(reading, higher.end() if higher else end, office=office)
    country = _OF_COUNTRY.match(text, end)
    end = country.end() if country and text.startswith(("สมาคม", "ชมรม", "สมาพันธ์", "สหพันธ์"), reading.start) else end
    end = _loan_words(text, end)
    twin = _TWO_NATIONS.match(text, end) if _NATION_AT_END.search(text, start, end) else None
    end = twin.end() if twin else end
    praised = not loose and text.endswith(("ดีเด่น", "ดีเยี่ยม"), start, end)  # สำนักงานสาธารณสุขอำเภอดีเด่น: a contest's class
    return None if praised or ALL_OF_KIND.match(text, end) else end


def _loan_words(text: str, end: int) -> int:
    """`end`, moved behind the foreign words with which a foreign name goes on: … ออฟ ซัสทีแนนซ์."""
    loan = _LOAN_WORDS.match(text, end)
    return loan.end() if loan else end


# 3.|ทน.นาดี: a list item's number, glued
_ITEM_NUMBER = re.compile(r"(?<![\d.ก-๎])\d{1,2}\.$")
# ผอ.|รพ.นาดี, ผกก.|สภ.นาดี, นายก|อบต.นาดี: an office by its letters, or a word for one that runs into the body
_OFFICE = re.compile(r"(?:(?<![ก-๎])|รอง|ผู้ช่วย|อดีต)(?:ผอ|ผกก|ผจก|ผบก|ผบช|ผบ|ผช|สวป|สว|หน|ปธ|รรท|ผู้แทน|นายก|ปลัด|ประธานสภา)\.?$")


def after_dot(reading: Reading) -> int | None:
    """Where the name begins after an abbreviated head (รพ., อบต.), or None where that is the end of another word."""
    text, start, end = reading.text, reading.start, reading.end
    if text[end - 1] != ".":
        return end
    if (
        start
        and _OFFICE.search(text, max(0, start - 16), start) is None
        and (
            (text[start - 1] == "." and _ITEM_NUMBER.search(text, max(0, start - 5), start) is None)
            or (_is_letter(text, start - 1) and not FUNCTION_LEFT.search(text, max(0, start - 14), start))
        )
    ):
        return None
    return end + text.startswith(" ", end)
