"""Forms of the gazetteer where they stand in a text: whether they are a mention, and how far it reaches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.match.organisation_names import RUN, THAI, ends_name, read_name
from extractor.match.organisation_words import END_STEMS, GO_ON, RUN_INTO, VERBS
from extractor.patterns import sought
from extractor.tokenise import words

if TYPE_CHECKING:
    from extractor.gazetteer_rows import Agency
    from extractor.lexicon import Hit

THAI_LETTER = re.compile(THAI)
# (องค์การมหาชน) · จำกัด (มหาชน) · แห่งประเทศไทย · ในพระบรมราชูปถัมภ์
TAIL = sought(
    rf"""(?:
      \ ?(?:วิสาหกิจเพื่อสังคม\ ?)?\(ประเทศไทย\)\ ?จำกัด(?:\ ?\(มหาชน\))?
    | \ ?จำกัด(?:\ ?\(มหาชน\)|\ มหาชน(?![ก-๎]))?
    | (?<=จำกัด)\ มหาชน(?![ก-๎])
    | \ ?\((?:องค์การมหาชน|มหาชน)\)
    | \ ?แห่ง(?:ประเทศไทย|ชาติ)
    | \ ?(?:เฉลิมพระเกียรติ|รัชมังคลาภิเษก|กาญจนาภิเษก)(?:\ ?\d+\ พรรษา)?
    | (?<=เฉลิมพระเกียรติ)\ ?\d+\ พรรษา
    | (?<=เธอ)\ (?:กรม|เจ้าฟ้า|พระองค์){THAI}+(?:\ (?:กรม|พระ){THAI}+)*
    | \ ?ใน(?:พระ{THAI}{{2,24}}?ถัมภ์(?=ผู้|นาย|นาง|และ|โดย|ได้|จัด|ร่วม|มอบ)|พระ{THAI}+|สมเด็จพระ{THAI}+)
        (?:\ (?:สมเด็จ|พระ){THAI}+(?:ฯ?\ สยามบรมราชกุมารี)?)*
    | \ อันเนื่องมาจากพระราชดำริ
    )+""",
    re.VERBOSE,
)
# มหาวิทยาลัยสงขลานครินทร์| วิทยาเขตปัตตานี · โรงเรียนมงฟอร์ตวิทยาลัย| แผนกมัธยม
_CAMPUS = re.compile(
    rf"\ ?(?:วิทยาเขต\ ?{THAI}+|แผนก(?:ประถม|มัธยม|อนุบาล)|ฝ่าย(?:ประถม|มัธยม)|(?:ประสานมิตร|องครักษ์|ปทุมวัน|บางเขน|กำแพงแสน)(?![ก-๎]))"
)
# โรงเรียนสวนกุหลาบวิทยาลัย| นนทบุรี: one of a family of schools
_FAMILY = re.compile(r"(?:สวนกุหลาบวิทยาลัย|เตรียมอุดมศึกษา[ก-๎]*|จุฬาภรณราชวิทยาลัย|บรมราชชนนี|นวมินทราชินูทิศ|เวสเทิร์น|เบญจมราชูทิศ|อัสสัมชัญ)$")
# โดย|พช., ปลัด|มท.: words behind which an abbreviation may stand without a space
FUNCTION_LEFT = sought(
    rf"""(?:
      {RUN_INTO} | ทั้ง | กรรมการ | หอประชุม | ของ | จาก | ที่ | ใน | หรือ | ต่อ | ด้าน
    | ปลัด | อธิบดี | เลขาธิการ | เลขา | ผู้อำนวยการ | ผู้ว่าการ | ผู้ว่า | ประธาน | กระทรวง | สังกัด | โฆษก
    | ผู้บริหาร | รอง | บอร์ด | หน่วยงาน | ทีม
    | นักศึกษา | นักเรียน | นิสิต | นักวิจัย | อาจารย์ | คณาจารย์ | บุคลากร | พนักงาน | แพทย์ | ศิษย์เก่า | วิจัย
    )$""",
    re.VERBOSE,
)
# Forms that begin with a head word can be told without a look at what stands beside them.
HEADED = sought(
    r"""
      กระทรวง | กรม | สำนัก | กอง | ศูนย์ | สถาบัน | มหาวิทยาลัย | วิทยาลัย | โรง | บริษัท | ธนาคาร
    | สมาคม | มูลนิธิ | สภา | คณะ | องค์การ | การ
    | เทศบาล | ศาล | จุฬาลงกรณ์ | บรรษัท | หอ | ตลาดหลักทรัพย์ | สหประชา | ราช | อุทยาน
    | เงินทุน | วุฒิ | รัฐสภา | ตำรวจ | ผู้ตรวจการ | พรรค | สถาน | นิตยสาร
    | หนังสือพิมพ์ | พิพิธภัณฑ | หน่วย
    """,
    re.VERBOSE,
)
_SINGLE_LETTER = re.compile(r"(?:^|[^ก-๎.])[ก-ฮ]{1,2}\.$")
# ผอ.|ททท., นศ.|มทร.ล้านนา: an office or pupils that run into the body
_OFFICE_LETTERS = ("ผอ.", "หน.", "ผบ.", "ผช.", "สว.", "ปธ.", "นศ.", "นร.")
_MORE_LETTERS = re.compile(r"[ก-ฮ](?![ก-๎])")
_DOTTED_ON = re.compile(r"\.[ก-ฮ]")
_IN_ADDRESS = re.compile(r"[./@_-]")
_ADDRESS_ON = re.compile(r"[.@_][A-Za-z]")
_TAG_GOES_ON = re.compile(r"[^\s,#]")
_LETTERS = re.compile("[ก-ฮ.]{1,6}")
# 12 ก.พ. · 12-13 ก.พ. · เดือน ก.พ.
_AS_MONTH = re.compile(r"(?:\d|\d-|เดือน|งวด)\ ?$")
# 5 กก. · 1,200 กก.
_AS_WEIGHT = re.compile(r"[\d๐-๙]\ ?$")
# ผู้ว่าราชการกรุงเทพมหานคร, and not the city
_CITY = re.compile(r"กรุงเทพมหานคร|กทม|เมืองพัทยา")
_CITY_OFFICE = ("ผู้ว่าราชการ", "ปลัด", "โฆษก", "สังกัด", "ผู้บริหาร")
_SENTENCE_GOES_ON = ("และ", "จัด", "มอบ", "รับ", "เปิด", "ประกาศ")
# United Nations| Public Service Awards
_EVENT = re.compile(
    r"""
    (?:['’]s)? (?:\ (?:[A-Z][A-Za-z&’'-]*|\d+|and|of|for|on|the)){0,6}?
    \ (?:Awards?|Honou?rs|Prizes?|Summit|Conference|Film|Festival|Championships?|Day|Forum|Games|Cup|Expo|Week|Year|Decade
        |Brands)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# กรอบอนุสัญญา|สหประชาชาติ, ระดับ|อาเซียน, รางวัลเพชร|อาเซียน: a law, a region or an award, and not the body
_NO_MEMBERS = re.compile(r"(?:อนุสัญญา|กฎบัตร|ปฏิญญา|พิธีสาร|ระดับ|ภูมิภาค|(?:ที่สุด|ชั้นนำ)(?:ของ|ใน)|ทั่ว|เวที|แชมป์|รางวัล[ก-๎]{0,8})$")
# คมชัดลึก| อวอร์ด · ระเบียบ|สำนักนายกรัฐมนตรี|ว่าด้วย…: an award and a law, and no bodies
_AWARD_OF_ITS_OWN = sought(r"\ ?(?:อ[ะ]?วอร์ด|Awards?\b)")
_RULING = re.compile(r"(?:ระเบียบ|ประกาศ|ข้อบังคับ|ข้อกำหนด|กฎ)\ ?$")
# เอกสารสิทธิ |ส.ป.ก.| 4-01: a title deed
_DEED = re.compile(r"[ ]?4-\d\d(?!\d)")
_PROVINCE = re.compile("จังหวัด")
# สำนักงาน ก.ก.| ประจำจังหวัด|ระยอง
_STATIONED = re.compile(r"\ ?ประจำจังหวัด")
# การท่องเที่ยวแห่งประเทศไทย| สำนักงานพระนครศรีอยุธยา
_BRANCH = re.compile(r"\ ?สำนักงาน")
# กระทรวงการต่างประเทศ|สหรัฐอเมริกา · กระทรวงศึกษาธิการ|ญี่ปุ่น · กองทัพบก| สหราชอาณาจักร
_COUNTRY = re.compile(
    r"""
    \ ?(?:แห่ง)?(?:ประเทศ|สาธารณรัฐ|ราชอาณาจักร)?
    (?:
      สหรัฐอเมริกา | สหรัฐฯ | สหรัฐ(?!อาหรับ|บาล) | สหราชอาณาจักร | อังกฤษ | ฝรั่งเศส | เยอรมนี | เยอรมัน | ญี่ปุ่น | เกาหลีใต้ | เกาหลี
    | จีน | ไต้หวัน
    | อินเดีย | อินโดนีเซีย | มาเลเซีย | สิงคโปร์ | เวียดนาม | กัมพูชา | เมียนมาร์? | บรูไน | ฟิลิปปินส์ | ออสเตรเลีย
    | นิวซีแลนด์ | แคนาดา | รัสเซีย
    )(?![ก-๎])""",
    re.VERBOSE,
)
_OF_STATES = frozenset({"ministry", "department", "military"})
_PRIVATE = frozenset({"foundation", "association", "school", "hospital"})
_GROUPS = frozenset({"bank", "company", "state_enterprise"})
# มหาวิทยาลัยบูรพา|รักษ์: some letters more than a known one; มหาวิทยาลัยราชภัฏเลย|ที่มา
_LONGER_NAME = re.compile(
    r"(?!ที่|ได้|และ|ใน|ของ|โดย|จะ|ซึ่ง|เพื่อ|มา|ไป|ก็|คว้า|กล่าว|กวาด|โชว์|พร้อม|ชนะ|แห่ง|คณะ|วิทยา|ศูนย์|สาขา|ด้าน)"
    r"[ก-๎]{3,8}(?![ก-๎])"
)
_TEACHING = frozenset({"university", "school"})
_WITH_BRANCHES = frozenset({"office", "state_enterprise", "police", "public_organisation", "other"})


def accept_known(text: str, hit: Hit, row: Agency) -> bool:
    """Whether a gazetteer form at `hit` is a mention, and not a piece of another word.

    พม. is none in สพม., nor ก.พ. in 12 ก.พ. 65.
    """
    start = hit.start
    if text.startswith((" อ", "อ", " A", "A"), hit.end) and _AWARD_OF_ITS_OWN.match(text, hit.end):
        return False
    if text.startswith((" 4-", "4-"), hit.end) and _DEED.match(text, hit.end):
        return False
    if text.startswith((" ว่าด้วย", "ว่าด้วย"), hit.end) and _RULING.search(text, max(0, start - 10), start):
        return False
    if start and text[start - 1] == "#":
        return _whole_tag(text, hit)
    if not "ก" <= text[start] <= "๎":
        if _IN_ADDRESS.search(text, max(0, start - 1), start) or _ADDRESS_ON.match(text, hit.end):
            return False  # https://www.gsb.or.th
        if hit.end - start < 5 and text[start : hit.end].istitle() and row.kind != "company":
            return False  # Un, Who
        return _EVENT.match(text, hit.end) is None
    if row.kind == "international" and not text.startswith(("องค์การ", "สถาน"), start):
        return _NO_MEMBERS.search(text, max(0, start - 16), start) is None and (
            HEADED.match(text, start) is not None or _begins_word(text, hit)
        )
    if row.kind == "local" and _CITY.match(text, start):
        return text.endswith(_CITY_OFFICE, 0, start)
    if HEADED.match(text, start) or hit.end - start > 14:
        return True
    return _free_before(text, start) and _free_behind(text, hit)


def _whole_tag(text: str, hit: Hit) -> bool:
    """Whether a hashtag is a body's name (#กรมประมง, #FAO), and not a motto that begins with it or Thai letters without dots."""
    return _TAG_GOES_ON.match(text, hit.end) is None and _LETTERS.fullmatch(text, hit.start, hit.end) is None


def _free_before(text: str, start: int) -> bool:
    if not start:
        return True
    if text[start - 1] == "." and _SINGLE_LETTER.search(text, max(0, start - 4), start):
        return text.endswith(_OFFICE_LETTERS, 0, start)
    return RUN.match(text, start - 1) is None or FUNCTION_LEFT.search(text, max(0, start - 14), start) is not None


def _begins_word(text: str, hit: Hit) -> bool:
    """Whether a body known by a foreign word (ยูเนสโก) stands at the beginning of one: ประเทศสมาชิก|อาเซียน."""
    if hit.end - hit.start < 6:
        return _free_before(text, hit.start) and _free_behind(text, hit)
    at = hit.start
    while at > max(0, hit.start - 24) and THAI_LETTER.match(text, at - 1):
        at -= 1
    for word in words(text[at : hit.end]):
        if at >= hit.start:
            return at == hit.start
        at += len(word)
    return False


def _free_behind(text: str, hit: Hit) -> bool:
    start, end = hit.start, hit.end
    if text[end - 1] == ".":
        month = text[start:end] == "ก.พ." and _AS_MONTH.search(text, max(0, start - 8), start) is not None
        weight = text[start:end] == "กก." and _AS_WEIGHT.search(text, max(0, start - 3), start) is not None
        return not month and not weight and _MORE_LETTERS.match(text, end) is None
    if RUN.match(text, end):
        return end - start > 12 or _word_ends(text, start, end)
    return _DOTTED_ON.match(text, end) is None


def _word_ends(text: str, start: int, end: int) -> bool:
    """Whether a word ends at `end` and the sentence goes on: ออมสิน|จัด, but not คลัง|สินค้า."""
    at = start
    for word in words(text[start : end + 30]):
        if at == end:
            return ends_name(word) or END_STEMS.match(word) is not None or word.startswith(_SENTENCE_GOES_ON)
        at += len(word)
    return False


# SCG| CBM| ได้รับรางวัล, 2) IRPC| Oil| รางวัล ก: a firm of a group, by what its letters go on with up to what it has won
_OF_GROUP = re.compile(
    r"(?:\ (?!Awards?\b|AWARDS?\b|Prizes?\b|Medals?\b|Best\b|BANK\b|Bank\b|Group\b|GROUP\b|Thailand\b)[A-Z][A-Za-z&-]{1,14}){1,2}"
    r"(?=\ ?(?:ได้รับ|คว้า|กวาด|(?:เข้า)?รับ(?:โล่|มอบ)?รางวัล|รางวัล|จำนวน\ ?\d{1,2}\ ?รางวัล))"
)


# สมาคมแม่บ้านมหาดไทย|ทางหมายเลขโทรศัพท์
_BY_PHONE = re.compile("(?:ทาง|ที่|ผ่าน)(?:หมายเลข|เบอร์|โทร)")


def extend_known(text: str, hit: Hit, row: Agency, province: re.Pattern[str]) -> int:
    """End of a gazetteer mention with the tails that are written behind it: ธนาคารกรุงไทย จำกัด (มหาชน).

    Schools, hospitals, foundations and associations are legion: มูลนิธิเด็กโสสะ is not มูลนิธิเด็ก.
    """
    end = hit.end
    if text[end - 1].isascii() and row.kind in _GROUPS and (firm := _OF_GROUP.match(text, end)) is not None:
        return firm.end()
    whole = text.endswith(("แห่งประเทศไทย", "แห่งชาติ"), hit.start, end) or VERBS.match(text, end) or _BY_PHONE.match(text, end)
    goes_on = GO_ON.match(text, end) and not text.startswith("พัฒนาการ", end)  # โรงเรียนเตรียมอุดมศึกษา|พัฒนาการ
    longer = _LONGER_NAME if row.kind == "university" else THAI_LETTER if row.kind in _PRIVATE else None
    if longer is not None and longer.match(text, end) and not whole and not goes_on:
        end = read_name(text, hit.start, end, {}).at
    tail = TAIL.match(text, end)
    end = tail.end() if tail else end
    end = at_seat(text, hit.start, end, province) if row.kind in _TEACHING else end
    country = _COUNTRY.match(text, end) if row.kind in _OF_STATES else None
    end = country.end() if country else end
    if (
        text.startswith("สถานี", hit.start)
        and row.kind == "media"
        and (found := province.match(text, _seat_of_station(text, end)))
    ):
        return found.end()
    if row.kind == "court" and text.endswith("ศาลปกครอง", hit.start, end) and (found := province.match(text, end)):
        return found.end()  # ศาลปกครอง|น่าน: one of many
    branch = _BRANCH.match(text, end) if row.kind == "state_enterprise" else None
    if branch and (found := province.match(text, branch.end())):
        return found.end()
    stationed = text.startswith((" ประจำ", "ประจำ"), end)
    word = (_STATIONED.match(text, end) if stationed else None) or (
        _PROVINCE.match(text, end) if row.kind in _WITH_BRANCHES else None
    )
    found = province.match(text, word.end()) if word else None
    return found.end() if found else end


# สถานีวิทยุกระจายเสียงแห่งประเทศไทย| จังหวัด|น่าน
_OF_PROVINCE = re.compile(r"\ ?(?:จังหวัด|จ\.)")


def _seat_of_station(text: str, end: int) -> int:
    """Where the province of a broadcasting station begins behind its name."""
    word = _OF_PROVINCE.match(text, end)
    return word.end() if word else end


def at_seat(text: str, start: int, end: int, province: re.Pattern[str]) -> int:
    """`end` of a school's name, moved behind its campus or, in a family of schools, its town: สวนกุหลาบวิทยาลัย| นนทบุรี."""
    seat = _CAMPUS.match(text, end) or (province.match(text, end) if _FAMILY.search(text, start, end) else None)
    return seat.end() if seat else end
