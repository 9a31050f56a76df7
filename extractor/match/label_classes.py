"""Parts that their wording alone tells: ranks of offices (หน่วยงานระดับกรม), arts of artists (ภาพพิมพ์), places in a ranking."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Words
from extractor.gazetteer_rows import Award
from extractor.match.label import Label
from extractor.match.label_parts import part_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

_RANK = Words("ระดับ")
_OFFICES = re.compile(
    r"ระดับ[ ]?[“\"]?(?:กระทรวง|กรม|กระบวนงาน|จังหวัด|ภูมิภาค|ส่วนกลาง|อำเภอ|ตำบล|ท้องถิ่น|สำนัก(?!งาน)|กอง(?!ทุน)|เขต)"
    r"(?=ที่(?!ได้)|[ ”\"),:\n]|ได้แก่|$)[”\"]?"
)
# whose rank it is
_WHOSE = re.compile(r"(?:กลุ่ม)?(?:หน่วยงาน(?:ภาครัฐ|ของรัฐ|ราชการ)?|ส่วนราชการ|องค์กร|ดิจิทัล)[ ]?[“\"]?$")
_SAID = re.compile(r"(?:รางวัล(?:ระดับ)?|ประเภท(?:รางวัล)?|สาขา|กลุ่ม)[ ]?$")
# a contest of a province is no category of one
_AREA = re.compile(r"ระดับ[ ]?[“\"]?(?:จังหวัด|ภูมิภาค|อำเภอ|ตำบล|เขต|ท้องถิ่น)")
_LISTED = re.compile(r"(?:^|\n|\d[.)]|[-–•✅]|ได้แก่|คือ|ดังนี้)[ ]*$")
_WINNER = re.compile(
    r"[ ]*(?:\([^()\n]{1,40}\)[ ]*)?(?:(?:จำนวน[ ]?)?\d{1,3}[ ]?[ก-๙]{2,10}[ ]*)?"
    r"(?:ได้แก่|คือ[ ]|:|ให้(?:แก่)?|[ ](?=กระทรวง|กรม|จังหวัด|สำนัก))"
)


def find_office_ranks(text: str, behind: AbstractSet[int]) -> Iterator[Label]:
    """Each rank of offices that is a prize's category; `behind` holds where awards and their years end.

    รางวัลรัฐบาลดิจิทัล|หน่วยงานระดับกรมที่ให้บริการเป็นหลัก · รางวัล|ระดับภูมิภาค ได้แก่ จังหวัดน่าน
    """
    for place in _RANK.find(text):
        match = _OFFICES.match(text, place)
        if match is None:
            continue
        whose = _WHOSE.search(text, max(0, place - 24), place)
        start = whose.start() if whose else place
        end = match.end()
        if text.startswith("ที่", end):
            end = part_end(text, start)
        said = _SAID.search(text, max(0, start - 16), start)
        area = whose is None and _AREA.match(text, start) is not None
        named = not area and (start in behind or (text[start - 1] in " \n" and start - 1 in behind))
        listed = _LISTED.search(text, max(0, start - 10), start) and (whose or said) and _WINNER.match(text, end)
        if not (named or (said and (whose or _WINNER.match(text, end))) or listed):
            continue
        yield Label("category", start, end, "category.offices", said.start() if said else start, end)


# ศิลปินแห่งชาติ สาขาทัศนศิลป์ ได้แก่ นายสมชาย ใจดี |(ภาพพิมพ์)
_ARTS = "จิตรกรรม|ประติมากรรม|ภาพพิมพ์|ถ่ายภาพ|ประณีตศิลป์|ดนตรี|ละคร|นาฏศิลป์|โขน|ลิเก|หมอลำ|หนังตะลุง|โนรา|เพลง|งาน"
_ART = Anchored(
    re.compile(
        rf"(?<=[ก-๎])[ ]?\([ ]?(?P<name>(?:{_ARTS}|สื่อผสม|สื่อประสม|ภาพถ่าย|สถาปัตย|การออกแบบ|ออกแบบ|มัณฑน|ขับร้อง|ภาพยนตร์|นวนิยาย|กวี)"
        r"[^()\n]{0,50}?)[ ]?\)"
        r"|(?<=[ก-๎])[ ]?\([ ]?(?P<art>(?:ผู้(?=ประพันธ์|สร้าง|กำกับ|แสดง|เขียน|ขับร้อง|บรรเลง|ผลิต)|นัก(?=ร้อง|แสดง|แต่ง|เขียน|พากย์|ดนตรี))"
        r"[^()\n]{4,50}?)[ ]?\)(?=[ ]*(?:\n|$|,|และ|\d{1,2}[.)]|สาขา|นาย|นาง|น\.ส\.|[รผ]?ศ\.|ดร\.|ม\.[รล]\.))"
    ),
    "(| (",
)
# where the article tells of an artist, so that these are looked for
_ARTISTS = Words("เป็นศิลปิน|ศิลปินแห่งชาติ|ศิลปินดีเด่น")
# - นางมาลี ทองนา |(ฟ้อนเล็บ)| นายธนา ใจดี: the craft of one of a list of masters, before the next or at the line's end
_CRAFT = Anchored(
    re.compile(
        rf"(?<=[ก-๎])[ ]?\([ ]?(?P<name>(?:{_ARTS}|ช่าง"
        r"|เครื่อง(?=เขิน|เงิน|ทอง|ถม|ดิน|ไม้|รัก|หนัง|โลหะ|จักสาน|ทอ|ปั้น|ลงยา|แขวน)"
        r"|ทอ(?=ผ้า|เสื่อ)|ผ้า|จักสาน|สาน|แกะ(?=สลัก|หนัง)|ปั้น|แทงหยวก|ตี(?=เหล็ก|มีด)|หัวโขน|หุ่น|ตุง|โคม|ขับ(?=ร้อง|ซอ|เสภา)|ฟ้อน|รำ|ระบำ"
        r"|ลำ(?!บาก|ดับ|พัง)|กลองยาว|ซอ|ปี่|แคน|พิณ|หนังใหญ่|มโนราห์|กันตรึม|สะล้อ)[^()\n“”\"‘’]{0,40}?)[ ]?\)"
        r"(?=[ ]*(?:\n|$|,|และ|\d{1,2}[.)]|สาขา|นาย|นาง|น\.ส\.|พระ|[รผ]?ศ\.|ดร\.|ครู|พ่อ|แม่|ทั้งนี้|โดย))"
    ),
    "(| (",
)
_MASTERS = Words("ศิลปิน|ครูศิลป์|ครูช่าง|ครูหมอลำ|ครูเพลง|ช่างศิลปหัตถกรรม|หมอลำ|ช่างฝีมือ|ภูมิปัญญา|ปราชญ์")


def find_arts(text: str) -> Iterator[Label]:
    """The art that stands in brackets behind an artist of the nation, or behind each of a list of masters."""
    pattern = _ART if _ARTISTS.find(text) else _CRAFT if _MASTERS.find(text) else None
    if pattern is None:
        return
    for match in pattern.finditer(text):
        start, end = match.span("name" if match["name"] is not None else "art")
        yield Label("category", start, end, "category.art", match.start() + (text[match.start()] == " "), match.end())


_GROUP = Words("กลุ่มที่")
# |กลุ่มที่ 2 ตำแหน่งประเภททั่วไป ระดับอาวุโส| ได้แก่ นาย ก
_OF_POSTS = re.compile(
    r"(?<![^\n ])(?P<name>กลุ่มที่[ ]?\d{1,2}[ ]+(?=(?:ผู้ดำรง)?(?:ตำแหน่ง|ข้าราชการ|ลูกจ้าง|พนักงาน|ประเภท|ระดับ))[^\n:：“”]{4,150}?)"
    r"[ ]*(?:จำนวน[ ]?\d+[ ]?(?:ราย|คน)[ ]*)?(?=ได้แก่|คือ[ ]|[:：]|\n)"
)


def find_groups_of_posts(text: str) -> Iterator[Label]:
    """The numbered groups of posts for which officials are honoured, each a category as it is written, at the head of a line."""
    for place in _GROUP.find(text):
        match = _OF_POSTS.match(text, place)
        if match is not None and not text[text.rfind("\n", 0, place) + 1 : place].strip(" •✅-"):
            yield Label("category", *match.span("name"), "category.posts", *match.span("name"))


_CASE = Words("กรณี")
# พลเมืองดี 1. |กรณีที่ได้รับบาดเจ็บ| จำนวน 2 ราย ได้แก่ นาย ก
_OF_CASES = re.compile(r"(?P<name>กรณี[^\n:：“”\d]{4,80}?)[ ]*จำนวน[ ]?\d{1,3}[ ]?(?:ราย|คน|ท่าน|แห่ง)[ ]*(?:ได้แก่|คือ[ ]|[:：])")


def find_cases(text: str) -> Iterator[Label]:
    """The cases for which people are honoured, each a category as it is written, where those of one are counted and listed."""
    for place in _CASE.find(text):
        match = _OF_CASES.match(text, place)
        if match is not None:
            yield Label("category", *match.span("name"), "category.case", *match.span("name"))


_DISCIPLINE_WORDS = ("หญิงเดี่ยว", "ชายเดี่ยว", "เดี่ยวหญิง", "เดี่ยวชาย", "หญิงคู่", "ชายคู่", "คู่หญิง", "คู่ชาย", "คู่ผสม")
_DISCIPLINES = Words("|".join((*_DISCIPLINE_WORDS, "คลาส")))
# หญิงเดี่ยว| คลาส TT4: in which class of the disabled
_IN_CLASS = re.compile(
    r"(?:[ ]?คลาส)?[ ]?[A-Z]{1,3}[ -]?\d{1,2}(?![\w])"
    r"|[ ]?(?:รุ่น)?[ ]?(?:อายุ)?(?:ไม่เกิน|ต่ำกว่า)?(?<=[นุกา])[ ]?\d{1,2}[ ]?ปี(?!ที่|ซ้อน|ติด)(?:ขึ้นไป)?"
    r"|[ ]?รุ่น(?:ประชาชน|เยาวชน|ยุวชน|อาวุโส|ทั่วไป)"
)
# |รุ่นน้ำหนักไม่เกิน 47 กิโลกรัม| คลาส K44: the weight that stands before it belongs to it
_WEIGHT_BEFORE = re.compile(
    r"รุ่น(?:น้ำหนัก)?[ ]?(?:ไม่เกิน|มากกว่า|ต่ำกว่า|เกิน)?[ ]?\d{1,3}(?:\.\d{1,2})?[ ]?(?:กิโลกรัม|กก\.?)(?:[ ]?(?:ชาย|หญิง))?[ ]$"
)
# แชมป์|หญิงเดี่ยว · ส่วน|คู่ผสม ชลธี นาดี
_WON_IN = re.compile(r"(?:แชมป์|เหรียญ(?:ทองแดง|ทอง|เงิน)|ชนะเลิศ|อันดับ[ ]?\d|มือวาง|ส่วน|ด้าน|ขณะที่|ใน|ประเภท|[ \n(]|^)[ ]?$")


def find_disciplines(text: str) -> Iterator[Label]:
    """The events of games with a racket, each a category by its own words: แชมป์|หญิงเดี่ยว, ชายคู่ คลาส MD8, คลาส TT5."""
    until = 0
    for place in _DISCIPLINES.find(text):
        if place >= until and _WON_IN.search(text, max(0, place - 12), place):
            end = next((place + len(word) for word in _DISCIPLINE_WORDS if text.startswith(word, place)), place)
            in_class = _IN_CLASS.match(text, end)
            if in_class is None and end == place:
                continue
            end = until = end if in_class is None else in_class.end()
            weight = _WEIGHT_BEFORE.search(text, max(0, place - 48), place) if text.startswith("คลาส", place) else None
            start = place if weight is None else weight.start()
            outer = start - len("ประเภท") if text.startswith("ประเภท", start - len("ประเภท")) else start
            yield Label("category", start, end, "category.discipline", outer, end)


_PLACE = (
    r"(?:อันดับ|ลำดับ)(?:ที่)?[ ]?\d{1,4}(?:[ ]?[-–+][ ]?\d{1,4})?(?![\d,.]\d)(?:[ ]?ร่วม)?"
    r"(?:[ ]?(?:ของ|ใน)(?:โลก|ทวีป)?(?:เอเชีย(?:แปซิฟิก)?|อาเซียน|(?<=โลก)|ภูมิภาค|ประเทศ(?:ไทย)?(?![ก-๙])|ไทย(?![ก-๙])))?"
)
# มหาวิทยาลัยนาดี ติด|อันดับ 8| ของไทย …, ครอง|อันดับ 3 ของโลก
_PLACED = re.compile(
    r"(?:ติด|รั้ง|ครอง|คว้า|จัดอันดับ(?:ให้)?(?:เป็น|อยู่(?:ใน|ที่)?)|อยู่(?:ที่|ใน)?"
    r"|ขึ้น(?:มา|ไป)?(?:อยู่|เป็น|สู่|แท่น)?(?:ที่|ใน)?|ได้|ผงาด|ทะยาน(?:ขึ้น)?(?:สู่|เป็น)?)[ ]?"
    rf"(?P<level>{_PLACE})"
)
# ครองอันดับ 1 ของไทย| และ|อันดับที่ 301-400 ของโลก · อันดับ 1 ของไทย| ด้านน้ำสะอาด และ|อันดับ 3 ของไทย
_PLACE_MORE = re.compile(
    rf"(?:[ ]?(?:ใน)?(?:ด้าน|สาขา)(?!และ)[^\n,;“”]{{2,50}}?)?[ ]?(?:และ|,)[ ]?(?:เป็น|ครอง|ติด|อยู่(?:ใน|ที่)?)?"
    rf"(?P<level>{_PLACE})(?![ ]?(?:คือ|ได้แก่))"
)
_RANKS = re.compile(r"\b(?:Rankings?|Awards?|Best|Top|Choice)\b")
# ติดอันดับ 1| ใน 6 · ติดอันดับ 9| ร้าน: one of so many, and so many
_ONE_OF = re.compile(
    r"[ ]?(?:ใน[ ]?\d|จาก[ ]?\d|(?:ร้าน|แห่ง|คน|ราย|ทีม|สถาบัน|มหาวิทยาลัย(?=[ ]|$)|เรื่อง|บริษัท(?=[ ]|$)|ประเทศ(?=[ ]|$)|เมือง(?=[ ]|$)))"
)


def find_places(text: str, awards: Sequence[Label]) -> Iterator[Label]:
    """The places that a ranking which the text names gave to bodies: ติด|อันดับ 8|ของไทย … QS University Rankings."""
    if "อันดับ" not in text:
        return
    ranked = {award.outer for award in awards if award.rule == "award.ranking"}
    names_one = any(
        (award.rule in {"award.latin", "award.best_of"} and _RANKS.search(text, award.start, award.end))
        or (isinstance(award.row, Award) and award.row.name.endswith("Rankings"))
        for award in awards
    )
    if not ranked and not names_one:
        return
    for match in _PLACED.finditer(text):
        start, end = match.span("level")
        of_it = end in ranked or end + 1 in ranked  # ติดอันดับ 3| โรงแรมที่ดีที่สุด
        if not (of_it or (names_one and not _ONE_OF.match(text, end))):
            continue
        yield Label("level", start, end, "level.ranked", start, end)
        more = _PLACE_MORE.match(text, end)
        if more is not None:
            yield Label("level", *more.span("level"), "level.ranked", *more.span("level"))


_RACES = Words("กม.|กิโลเมตร|มาราธอน")
_LENGTH = re.compile(r"(?:ระยะ(?:ทาง)?[ ]?)?\d{1,3}(?:\.\d{1,3})?[ ]?\Z|(?:ฟูล|ฮาล์ฟ|ฮาฟ|ซูเปอร์ฮาล์ฟ|มินิ|ไมโคร)?\Z")
# |ระยะ 10 กม.หญิง| แชมป์เป็นของ …, |ฮาล์ฟมาราธอนชาย| อันดับ 1 …
_RACE = re.compile(
    r"(?:กม\.|กิโลเมตร|มาราธอน)[ ]?(?:(?:ทั่วไป)?(?:ชาย|หญิง))?"
    r"(?=[ ]*(?:แชมป์|อันดับ(?:ที่)?[ ]?\d|ที่[ ]?1|ชนะเลิศ|ได้แก่|คือ[ ]|[:：]|(?:ตก)?เป็นของ|ผู้ชนะ))"
)


def find_races(text: str) -> Iterator[Label]:
    """The length of a race, and for whom it is, before who has won it: ระยะ 10 กม.หญิง แชมป์เป็นของ …."""
    for place in _RACES.find(text):
        race = _RACE.match(text, place)
        before = _LENGTH.search(text, max(0, place - 18), place) if race is not None else None
        if race is None or before is None or (not before.group() and text[place] == "ก"):
            continue
        yield Label("category", before.start(), race.end(), "category.race", before.start(), race.end())
