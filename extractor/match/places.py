"""Places as written: provinces, districts, villages and communities that an award may honour, and venues after ณ and ที่."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.anchors import Ending, Words
from extractor.document import Span, overlaps
from extractor.match.lettered_units import find_units
from extractor.match.organisation_words import RUN_INTO, RUN_INTO_WORDS
from extractor.match.teams import find_teams
from extractor.match.winning_words import TAKES
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.lexicon import Lexicon

_NAME = r"[ก-ฮเ-ไ][ก-๎]{1,40}?"
# words that run on into the place's head: และ|จังหวัดตรัง, ในปีนี้|ชุมชนบ้านนาดี
_BEFORE = Ending(
    re.compile(rf"(?:ขณะที่|(?:แก่|แด่|ให้|กับ)[ ]?(?:ผู้|ตัว)แทน|(?:ตก)?เป็นของ|ลงพื้นที่|เยือน|{RUN_INTO})$"),
    f"ขณะที่|ผู้แทน|ตัวแทน|เป็นของ|ลงพื้นที่|เยือน|นี้|{RUN_INTO_WORDS}",
)
# มอบถ้วยให้แก่|หมู่ที่ 3 ตำบลนาดี, but ตั้งอยู่|หมู่ที่ 3 ตำบลนาดี
_TOLD_OF_ALONE = re.compile(r"(?:แก่|แด่|ให้|กับ|ได้แก่|คือ|ของ|(?:ผู้|ตัว)แทน)[ ]?$")
_WINS = r"คว้า|รับรางวัล|รับโล่|(?:ก็|ยัง)(?=[ ]?(?:ได้|คว้า|เป็น|เคย))|ได้รับ|ได้รางวัล|ได้(?=รอง|ชนะ|แชมป์|เหรียญ|อันดับ|ที่[ ]?\d)"
_WINS += r"|เคย(?:ได้|คว้า)|กวาด|สามารถ|จึง|ซึ่ง|เข้ารับ|ขึ้นรับ|ครอง(?=แชมป์|ตำแหน่ง|อันดับ|รางวัล)|ผ่าน(?=เกณฑ์|การ)|ชนะ(?=เลิศ|การ)"
_WINS += r"|(?:เป็นผู้|จน|ที่)(?=ได้|ชนะ|คว้า|เคย|สามารถ)|สุด(?=ปลื้ม|เจ๋ง|ยอด)|มุ่งมั่น|เป็น(?=(?:1|หนึ่ง)[ ]?ใน)"
_WINS += rf"|{TAKES}|เป็น(?=เมือง|เกาะ|หาด|ชุมชน|หมู่บ้าน|จังหวัด|แหล่ง|จุดหมาย|วัด|ตำบล|อำเภอ|สุดยอด|ตลาด|สนามบิน|ที่สุด)"
# ชุมชนบ้านนาดี|ร่วมกันพัฒนา…: what those of a place do
_DOES = r"ร่วม(?=แข่ง|ประกวด|กับ|กัน|ส่ง)|เข้าร่วม|ประสบความสำเร็จ|จัด(?=กิจกรรม|การ(?:ท่องเที่ยว|ขยะ|น้ำ|ป่า|ตนเอง|เรียน))"
_DOES += r"|ขับเคลื่อน|ผนึก(?=กำลัง)|เดินหน้า"
_DOES += r"|ยกระดับ|ต่อยอด|ทุ่มเท|มี(?=ผลงาน|การ|ความ|ส่วนร่วม|เอกลักษณ์|อัตลักษณ์|ชื่อเสียง|จุดเด่น|ศักยภาพ|แหล่ง|ประวัติ|วิถี|สมาชิก|ประชากร)"
_DOES += r"|โชว์|เปิดตัว|ปลื้ม|พัฒนา(?=ผลิตภัณฑ์|การ|ตน|ลวดลาย|งาน|ระบบ|พื้นที่|หลักสูตร|คุณภาพ|ต่อ)"
_DOES += r"|สร้าง(?=รายได้|อาชีพ|ชื่อ|นวัตกรรม|ผลงาน|ความ)|ใช้(?=เทคโนโลยี|ทุน|ภูมิปัญญา|พลัง)"
_DOES += r"|ดำเนิน(?=งาน|การ|โครงการ|กิจกรรม)|จัดทำ(?=[ก-ฮเ-ไ])|ริเริ่ม|นำ(?=ผลงาน|ทุน|ภูมิปัญญา|วัสดุ)|ส่ง(?=ทีม|ผลงาน|ผลิตภัณฑ์)"
_DOES += r"|ส่งเสริม(?=การ|ให้|ความ|อาชีพ)|ปรับปรุง|อนุรักษ์(?=ป่า|พันธุ์|น้ำ|ทรัพยากร|วัฒนธรรม|ภูมิปัญญา)|แปรรูป|รวมกลุ่ม|แก้(?=ปัญหา|ไขปัญหา)|คัดแยก"
_DOES += r"|ปลูก(?=ข้าว|ผัก|ป่า|ต้นไม้|พืช|กาแฟ|สมุนไพร)|เริ่ม(?=ทำ|ต้น|ดำเนิน|จาก|พัฒนา|ปลูก|จัด)|คิดค้น|ออกแบบ|บริหาร(?=จัดการ)|ดูแล|ผลิต(?!ภัณฑ์)"
_DOES += r"|สืบสาน|ถ่ายทอด|ได้(?=[ก-ฮเ-ไ])|ก่อตั้ง|ต้อนรับ|รับมือ|ให้(?=บริการ)|นำ(?=เทคโนโลยี)"
# สมกับ|ที่จังหวัดน่าน|ได้รับรางวัล; but การแข่งขัน|ที่จังหวัดน่าน ได้รับรางวัล
_THAT = re.compile(r"ที่จังหวัด[ก-๎]{2,16}?(?:คว้า|ได้รับ(?:รางวัล|การ|เลือก|คัด)|ได้รางวัล|กวาด)")
_GLAD = re.compile(r"(?:สมกับ|สมเป็น|ยินดี|ชื่นชม|ใจ|เกียรติ|คุ้มค่า|คุ้ม|ปลื้ม|ปีติ|ประจักษ์|ดี(?:ๆ)?|ข่าว|เรื่อง|อย่างยิ่ง|มาก|การ)[ ]?$")
_END = rf"(?=[\s“”\"()\[\],.;:/]|หมู่(?:ที่)?[ ]?\d|{_WINS}|(?<!บ้าน)(?:{_DOES})"
_END += r"|และ(?=คณะ|[ ]?(?:อำเภอ|จังหวัด|ตำบล|ชุมชน|บ้าน|หมู่|เทศบาล|อ\.|จ\.|PROV))|$)"
# อำเภอเวียงสา จังหวัดน่าน · จ.แพร่ · ชุมชนบ้านไร่
_PLACE = rf"""
    (?P<place>
      (?: จังหวัด(?:PROV) | ประเทศไทย | รัฐบาลไทย | กรุงเทพ(?:มหานคร|ฯ)? | กทม\. ) (?=[ ]?(?:{_WINS}))
    | (?: อำเภอ | อ\.[ ]? | จังหวัด(?=PROV) | จ\.[ ]?(?=PROV) | ตำบล | ต\.[ ]? | เขต(?=[ก-ฮ]) | กิ่งอำเภอ
        | ชุมชนคุณธรรม(?:[ก-๎]{{0,12}}|[ ])ฯ?[ ](?=วัด|บ้าน|ตำบล|พลัง|(?!ต้นแบบ|ทั่ว|ใน|ที่)[ก-๎]{{3,24}}[ ](?:จังหวัด|อำเภอ|ตำบล|[จอต]\.))
        | ชุมชนคุณธรรม(?:น้อมนำ|ที่?ขับเคลื่อน)[ก-๎]{{4,44}}?(?=วัด|บ้าน)
        | หมู่(?:ที่)?[ ]?\d{{1,2}}[ ](?=(?:บ้าน|ตำบล|ต\.)[ก-ฮเ-ไ])
        | อุทยานแห่งชาติ[ก-๎]{{2,30}}[ ]?[-–][ ]?(?=หาด|หมู่เกาะ|เกาะ|เขา|ถ้ำ|น้ำตก|ดอย|ภู|ป่า|อ่าว|ทะเล|ห้วย|คลอง|แม่น้ำ|สวน)
        | ชุมชน | หมู่บ้าน[ ]OTOP[ก-๎]{{0,20}}[ ](?=บ้าน) | หมู่บ้าน | บ้าน(?=[ก-ฮเ-ไ]) | กองทุนหมู่บ้าน
        | วัด(?=[ก-ฮเ-ไ]) | ลุ่มน้ำ | อุทยานแห่งชาติ | ตลาด(?=[ก-ฮ]) | ป่าชุมชน | เกาะ(?=[ก-ฮ]) | สนามบิน(?=[ก-ฮ])
        | พิพิธภัณฑ์(?=[ก-ฮ]) | ถ้ำ(?=[ก-ฮ]) | หาด(?=[ก-ฮ]) | อ่างเก็บน้ำ(?=[ก-ฮ]) | สวนสาธารณะ(?=[ก-ฮ]) )
      {_NAME} {_END} (?: [ ][-–][ ] (?!รางวัล|(?:รอง)?ชนะ|ชมเชย|เหรียญ|ได้|ประเภท|ที่|อันดับ) [ก-ฮเ-ไ][ก-๎]{{2,20}} (?=[ \n]|$) )? )
    (?P<number> [ ]? (?:หมู่(?:ที่)?|ม\.)[ ]{{0,2}}\d+ (?![\d.]) )?
    [ ]? (?P<within> (?: [ ]? (?:ต\.|ตำบล|อ\.|อำเภอ|เขต)[ ]?[ก-๎]+ (?=[\s),”]|$) )* )
    (?: [ ]? (?P<province> (?:จังหวัด|จ\.)[ ]? (?:PROV) ) )?
    """
_BARE_NUMBER = re.compile(r"หมู่(?:ที่)?[ ]?\d{1,2}[ ](?:ตำบล|ต\.)")
# |หมู่ที่ 4 |บ้านนาดี
_NUMBERED = re.compile(r"(?<![ก-๎])(?P<number>(?:หมู่(?:ที่)?|ม\.)[ ]{0,2}[\d๐-๙]{1,2}[ ]{1,2})$")
# what the pattern can begin with
_HEADS = Words(
    "จังหวัด|ประเทศไทย|รัฐบาลไทย|กรุงเทพ|กทม.|อำเภอ|อ.|จ.|ตำบล|ต.|เขต|กิ่งอำเภอ|ชุมชน|หมู่|บ้าน|กองทุนหมู่บ้าน|วัด|ลุ่มน้ำ|อุทยานแห่งชาติ|ตลาด"
    "|ป่าชุมชน|เกาะ|สนามบิน|พิพิธภัณฑ์|ถ้ำ|หาด|อ่างเก็บน้ำ|สวนสาธารณะ"
)
# |กลุ่มท่องเที่ยวโดย|ชุมชนบ้านนาดี: who guides guests there
_GUIDES = re.compile(
    r"(?:(?<![ก-๎])|(?<=แก่|และ|คือ|กับ|ให้|โดย))(?:ชมรม|กลุ่ม|เครือข่าย|วิสาหกิจชุมชน|สมาคม|ศูนย์|สหกรณ์|ชุมชน)"
    r"(?:ส่งเสริม|พัฒนา|จัดการ|บริหาร|การ)*ท่องเที่ยวโดย$"
)
# ทต.|บ้านหลวง, รพ.สต.|วัดดอน, but 10.00 น.|วัดดอน: letters that shorten what the name is of
_LETTERS = re.compile(r"(?<![ก-๎.])(?:(?!น\.|พ\.ศ|ค\.ศ|[มกพสตธ]\.[คพยส]|[อตจ]\.$)[ก-ฮ]{1,4}\.){1,3}$")
# จังหวัดต่าง ๆ · ชุมชนท้องถิ่น · บ้านพัก · ชุมชนแห่งนี้, which another name stands for
_NOT_A_PLACE = re.compile(
    r"""
      จังหวัด (?: ที่ | ต่าง | ใน | และ | ทั่ว | ชายแดน | เป็น | ได้ | มี | ละ | ของ | อื่น | โดย | นั้น | นี้ )
    | อำเภอ (?: คุณธรรม | ที่ | ต่าง | ใน | และ | ทั่ว | ละ | ของ | สวย | เป็น | ได้ | ต้นแบบ )
    | ตำบล (?: ที่ | ละ | ใน )
    | ชุมชน (?: ผ่าน | คุณธรรมต้นแบบ | ที่ | ต่าง | ใน | และ | ของ | ท้อง | เมือง(?=\s) | เข้ม | เพื่อ | ให้ | มี | ได้ | เป็น | ทั่ว | แออัด
        | ชนบท(?=\s) )
    | หมู่บ้าน (?: เศรษฐกิจพอเพียง | ที่ | ละ | ใน | และ | ของ | จัดสรร | มี | ได้ | เป็น | ให้ | ทั่ว | เข้ม )
    | (?: ชุมชน | หมู่บ้าน )
      (?: อย่าง | กว่า(?!ง) | แล้ว | โดย | ตาม(?![ัิีึืุู]) | ใกล้ | รอบ | อื่น | เกิด | ภาย | ต่อไป | ด้วย | แบบ | อีก | หลาย | จำนวน
        | จะ(?!นะ) | ละ(?=\s) | ไป(?!รษณี) | ใช้ | ดูแล | ต้นแบบ | ยั่งยืน | ร่วมกัน | จึง | ต้อง
        | เชิง(?=สร้าง|พื้น|นิเวศ|วัฒน|อนุรักษ์) | มาก(?=\s|ที่|มาย) | หรือ | สร้าง(?=โอกาส|รายได้|งาน|อาชีพ|ความ) | เสริมสร้าง
        | ขับเคลื่อน | ยกระดับ(?!บ้าน)
        | เพิ่ม(?=มูลค่า|รายได้|ขีด|โอกาส|ช่องทาง|ศักยภาพ) | เปลี่ยนแปลง | ปรับตัว | เรียนรู้ | สามารถ | สู่(?!ข) | ขยาย(?=ตลาด|ผล|โอกาส)
        | พัฒนา(?=ทักษะ|ศักยภาพ|ผลิตภัณฑ์|ตน|ตัว|การ|คุณภาพ|สินค้า) | เกี่ยวกับ | อาทิ )
    | สนามบิน (?: ยอดเยี่ยม | ที่ | ของ | มี | นานาชาติ(?=\s) )
    | กองทุนหมู่บ้าน (?: ฯ | และ | ทั่ว | ที่ | ใน )
    | บ้าน (?: เมือง | พัก | เรือน | และ | ที่ | ของ | เกิด | อยู่ | ได้ | ไทย(?![ก-๙]) | ฝีมือ | หลัง(?=[ก-๙]?[ ]|นี้|ใหญ่|แรก) | เดี่ยว | จัดสรร )
    | วัด (?: และ | ผล | ระดับ | ที่ )
    | เขต (?: ที่ | พื้นที่ | ต่าง )
    | ตลาด (?: ใน | โลก | ทุน | และ | ที่ | สินค้า | แรงงาน | เงิน )
    | (?: จังหวัด | อำเภอ | ตำบล | ชุมชน | หมู่บ้าน | วัด | ตลาด | เกาะ | พิพิธภัณฑ์ | อุทยานแห่งชาติ | หาด | ถ้ำ )
      (?: แห่งนี้ | แห่งนั้น | นี้ | ดังกล่าว | เก่าแก่ | ชื่อดัง | สำคัญ | แห่งแรก | แห่งเดียว | ขนาด(?=เล็ก|ใหญ่|กลาง) )
    """,
    re.VERBOSE,
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


# where no province is told, a village's subdistrict or district
_LIES_WITHIN = ("บ้าน", "หมู่", "ม.", "ชุมชน", "ตำบล", "ต.", "ป่าชุมชน")


@lru_cache(maxsize=4)
def _whole_province(lexicon: Lexicon) -> re.Pattern[str]:
    """A province with its head, to the end of its name: จังหวัดลำพูน|ที่ได้รับรางวัล."""
    names = sorted((re.escape(form) for form in lexicon.forms("provinces")), key=len, reverse=True)
    return re.compile(rf"(?:จังหวัด|จ\.[ ]?)(?:{'|'.join(names)})")


@lru_cache(maxsize=4)
def _province(lexicon: Lexicon) -> re.Pattern[str]:
    names = sorted((re.escape(form) for form in lexicon.forms("provinces")), key=len, reverse=True)
    return re.compile(rf"[”\"’']?[ ]?(?:(?:อ\.|อำเภอ|ต\.|ตำบล)[ ]?[ก-๎]+[ ])*(?P<province>(?:จังหวัด|จ\.)[ ]?(?:{'|'.join(names)}))")


def _is_told_of(text: str, at: int) -> bool:
    """Whether a province stands behind ที่ that is no preposition: น่ายินดีที่|จังหวัดน่าน |ได้รับรางวัล."""
    return _THAT.match(text, at - len("ที่")) is not None and _GLAD.search(text, max(0, at - 14), at - len("ที่")) is not None


def find_places(text: str, lexicon: Lexicon) -> list[Place]:
    """The places that a clean text names, in order.

    >>> from extractor.lexicon import load
    >>> text = "อำเภอเวียงสา จังหวัดน่าน"
    >>> [(text[p.name.start:p.name.end], p.province and text[p.province.start:p.province.end]) for p in find_places(text, load())]
    [('อำเภอเวียงสา', 'จังหวัดน่าน')]
    """
    places = [Place(team, _province_behind(text, team.end, lexicon)) for team in (*find_teams(text), *find_units(text))]
    within = [(team.name.start, team.name.end) for team in places]
    pattern, reached = _pattern(lexicon), 0
    for at in _HEADS.find(text):
        begins = at == 0 or not "ก" <= text[at - 1] <= "๙" or _BEFORE.search(text, max(0, at - 12), at) or _is_told_of(text, at)
        match = pattern.match(text, at) if at >= reached and begins else None
        if match is None or (text[at - 1 : at] == "." and _LETTERS.search(text, max(0, at - 10), at)):
            continue
        if text.endswith("องค์การบริหารส่วน", 0, at):
            continue  # องค์การบริหารส่วน|ตำบลนาดี อำเภอปัว จังหวัดน่าน: where a body is, and no subdistrict
        if text.startswith("หมู่", at) and _BARE_NUMBER.match(text, at) and not _TOLD_OF_ALONE.search(text, max(0, at - 8), at):
            continue
        reached = match.end()
        if _NOT_A_PLACE.match(match["place"]) or overlaps(within, *match.span("place")):
            continue
        start, end = match.span("place")
        if text.startswith("บ้าน", start) and (numbered := _NUMBERED.search(text, max(0, start - 14), start)) is not None:
            start = numbered.start("number")
        if text.startswith("ชุมชน", start) and (guides := _GUIDES.search(text, max(0, start - 60), start)) is not None:
            start = guides.start()
        province = Span(*match.span("province"), "place.province") if match["province"] else None
        if province is not None and text.startswith(("จังหวัด", "จ."), start):
            reached, province = province.start, None  # จังหวัดน่าน จังหวัดแพร่: one beside the other
        if (whole := _whole_province(lexicon).match(text, start)) is not None:
            end = whole.end()
        if text.startswith(("บ้าน", "หมู่บ้าน", "หมู่", "ม."), start) and match["number"]:  # บ้านนาดี หมู่ที่ 4 ตำบลนาดี อำเภอเมือง จังหวัดเลย
            end = match.end("number")
        if province is not None and text.startswith(("บ้าน", "ตำบล", "ต.", "หมู่", "ม."), start):
            province = Span(match.start("within") if match["within"] else province.start, province.end, "place.province")
        if province is None and match["within"].strip() and text.startswith(_LIES_WITHIN, start):
            within_start = match.end("within") - len(match["within"].lstrip())
            province = Span(within_start, match.end("within"), "place.province")
        places.append(Place(Span(start, end, "place.named"), province))
    return sorted(places, key=lambda place: place.name.start)


def _province_behind(text: str, end: int, lexicon: Lexicon) -> Span | None:
    """The province written behind a team's name."""
    match = _province(lexicon).match(text, end)
    return Span(*match.span("province"), "place.province") if match else None


# ------------------------------------------------------------------ venues

_LONGEST = 220
_OPENING = {"”": "“", '"': '"'}
_SHORTEST = 4

# what a venue begins with: a building, a room, a ground, a town …
_ROOMS = r"""(?: ห้อง | โรงแรม | อาคาร | ตึก | หอ(?=ประชุม|ศิลป|สมุด|ประวัติ|จดหมาย|แสดง|ภาพ) | ศูนย์ | ทำเนียบ | อิมแพ | ศาลา | โรง | มหา
    | สนาม | ลาน | วัด | สวน | เวที | ไบเทค | รัฐสภา | บริเวณ | ชั้น[ ]?\d | สถานี | สถานที่ | สโมสร | พระที่นั่ง | พระราช | พิพิธภัณฑ์ | อุทยาน
    | วิทยาลัย | บ้าน(?=[ก-ฮ]) | จังหวัด | เมือง(?!ไทย) | นคร(?=[ก-ฮ]) | กรุง | ท่า(?=อากาศ|เรือ) | ค่าย | เซ็นทรัล | เดอะ | ฮอลล์ | พารากอน
    | รอยัล | สยาม | ไอคอน | แกรนด์ | ธันเดอร์ | ดุสิต | เซ็นทารา | โนโวเทล | แชงกรี | ไฮแอท | ฮิลตัน | มิราเคิล | แมนดาริน | ห้าง
    | โดม | ทรู(?=[ ]) | พุทธมณฑล | พลับพลา | ควีนสิริ | สามย่าน | สหรัฐ | ประเทศ(?=[ก-ฮเ-ไ])(?!ไทย) | สาธารณรัฐ | [A-Z] )"""
# … or a body's seat, where ที่ cannot be a relative pronoun
_BODIES = r"(?: กระทรวง | กรม(?=[ก-ฮ]) | สำนักงาน | ธนาคาร | สถาบัน | มูลนิธิ | บริษัท | องค์การ )"
# ณ ห้องบัวหลวง · (12 ก.ย. 65) ที่หอประชุมอำเภอ · จัดขึ้นที่ลานวัด · เวลา 09.00 น. ที่กระทรวงพลังงาน
_VENUE = re.compile(
    rf"""
      (?<![ก-๙]) ณ (?: [ ]+ | (?= {_ROOMS} | {_BODIES} ) )
    | (?<=[ก-ฮะ์]) (?<!เว) ณ [ ]+ (?= {_ROOMS} ) (?![ ]?[A-Z])
    | (?: (?<=[ )”"]) | (?<=ขึ้น) | (?<=จบลง) | (?<=จัด) | (?<=มอบ) | (?<=วันนี้) | (?<=\d) | (?<=\d[ ]น\.) | (?<=ประชุม)
        | (?<=วิชาการ) | (?<=แข่งขัน) | (?<=ปีนี้) | (?<=พิธี) ) ที่ [ ]? (?= {_ROOMS} )
    | (?<=รางวัล) ที่ [ ]? (?= {_ROOMS} ) (?![ ]?[A-Z])
    | (?: (?<=[)\d]) | (?<=[)\d][ ]) | (?<=[ ]น\.) | (?<=[ ]น\.[ ]) ) ที่ [ ]? (?= {_BODIES} )
    """,
    re.VERBOSE,
)
_VENUE_WORDS = ("ณ", "ที่")
# ณ วันที่ 5 · ณ ปัจจุบัน · surnames in ณ อยุธยา · ที่จังหวัดต่าง ๆ · ที่ประชุม
_NO_VENUE = re.compile(
    r"""
      วันที่ | วันนี้ | วันประกาศ | วันงาน | ปัจจุบัน | ขณะ | ที่จ่าย | สิ้น | พื้นที่ปฏิบัติ | จุด | เวลา | บัดนี้ | ตอน | บริเวณเดียวกัน | \d
    | (?:สถาน)?ที่(?:แห่ง)?นี้
    | อยุธยา | ระนอง(?=[\s”"]) | เชียงใหม่(?=\s) | ป้อมเพชร | ถลาง | นคร(?=\s) | พัทลุง(?=\s) | สงขลา(?=\s) | ลำปาง(?=\s)
    | ปี[ ]?\d | (?:มกราคม|กุมภา|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกา|ธันวาคม)
    | จังหวัด(?:ต่าง|ที่|อื่น|ใด) | กระทรวง[ก-๙]{2,30}(?:กำหนด|ให้|มี|ได้|จัด) | (?:กรม|โรงเรียน|สำนักงาน)(?:กำหนด|ต้อง|จะ|ให้|ได้)
    """,
    re.VERBOSE,
)
# characters before a venue within which it is told who goes there
_BEFORE_VENUE = 90
# characters before a venue within which a title may be opened that it is within
_TITLE_REACH = 60
# เป็นตัวแทนไปแข่งขันต่อ| ณ ประเทศญี่ปุ่น: where the winners go
_GOES_ON = sought(
    r"(?:(?:ตัวแทน|ผู้แทน)(?:(?!ได้รับ|มอบ|รับรางวัล|\d{4})[^\n]){0,60}?(?:ไป|เข้า)?(?:แข่งขัน|ประกวด|ชิง)|(?:สู้|แข่งขัน|ประกวด|ชิง(?:ชัย|แชมป์)?|ลุย|ไป)ต่อ"
    r"|(?:ไป|เพื่อ)(?:ร่วม|เข้าร่วม)?(?:สู้|แข่งขัน|ประกวด|ชิง(?:ชัย|แชมป์)|ศึกษาดูงาน|ดูงาน|ทัศนศึกษา|เก็บตัว))"
    r"(?:(?!ซึ่งจัด|จัดขึ้น|มีขึ้น|เมื่อ|มอบ|รับรางวัล)[^\n]){0,40}[ ]?$"
)
_MONTH = r"""(?:มกราคม|กุมภา|มีนาคม|เมษายน|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลาคม|พฤศจิกา|ธันวา
    |(?:ม\.[ ]?ค|ก\.[ ]?พ|มี\.[ ]?ค|เม\.[ ]?ย|พ\.[ ]?ค|มิ\.[ ]?ย|ก\.[ ]?ค
        |ส\.[ ]?ค|ก\.[ ]?ย|ต\.[ ]?ค|พ\.[ ]?ย|ธ\.[ ]?ค)\.?(?![ก-ฮ.]))"""
# words at which a place phrase ends, glued to it or not: …โรงแรมริมน้ำ| โดยมี, …ทำเนียบรัฐบาล|เมื่อวันที่
_VERBS = r"""
    โดย | เพื่อ | ซึ่ง | พร้อม | เมื่อ | ในวัน(?!ที่ระลึก) | ใน(?=การ|โอกาส|หัวข้อ|พิธี|งาน|ฐานะ|ระหว่าง|ช่วง|ปี|ครั้ง|สัปดาห์|ที่ประชุม|รูปแบบ)
    | ว่า[ ] | ร่วม(?=กับ|งาน|พิธี|เป็น|แสดง|รับ|ด้วย|ใน) | เข้าร่วม | เป็น(?=ประธาน|ผู้|ที่|เวลา|ปี|ครั้ง|การ|วัน|หน่วย|หนึ่ง) | ภายใต้
    | ภายใน(?=งาน|เดือน|วัน|ปี) | ทั้งนี้ | นับเป็น | ถือเป็น | สืบเนื่อง | เวลา(?=[ ]?\d)
    | วัน(?:ที่|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|เดียวกัน|นี้)
    | ระหว่าง(?=วัน|เวลา|การ) | ตั้งแต่ | เนื่องใน | เนื่องจาก | สำหรับ(?=[ก-ฮเ-ไ ]) | ให้(?=การ|แก่|กับ) | จำนวน | ได้แก่ | ดังนี้
    | ประกอบ(?:ไป)?ด้วย | อาทิ[ ] | เช่น[ ] | เป็นต้น | จึง | ตอกย้ำ | ใช้เวลา | ทุกปี | ขณะที่ | เอาชนะ | และสามารถ
    | มี(?=นาย|นาง|ผู้|พล|ดร|ศาสตร|คณะ|วัตถุ|หน่วย|การ|ทั้ง|พิธี|ผลงาน|รางวัล|โรงเรียน|กิจกรรม|ทีม|[ ])
    | แข่งขันกับ | และ(?=ได้|มี|มอบ|ผ่าน|เป็น|จะ|ยัง|รับ|ประกาศ|จัด(?=การ|งาน|พิธี|ประกวด|แข่ง)|[ ]?(?:ถ่าย|รับชม|ระบบ|เผยแพร่|ออกอากาศ|ไลฟ์))
    | ผ่าน(?=ระบบ|ทาง|สื่อ|การ|[ ]|ช่อง) | ประจำปี
    | ด้วย(?=ความ|การ|ระบบ) | มอบ(?<!ยิมอบ) | (?<!และ)(?<!คณะการ)จัด(?=ขึ้น|งาน|พิธี|โดย|การ|แสดง|ให้) | กล่าว | เปิดเผย | ต้อนรับ | ตามลำดับ
    | รับ(?=รางวัล|มอบ|โล่|พระราช) | อย่าง(?=ยิ่ง|เป็น|คึก|สม) | นอกจาก | โอกาสนี้ | ไป(?=แล้ว|เมื่อ) | แล้ว(?=[ ]|เมื่อ) | แม้ | แต่[ ]
    | จะ(?=มี|จัด|เป็น|ได้|[ ]) | ที่(?=ผ่านมา|จะ|ได้|มี|จัด|ประชุมได้) | ตาม(?=โครงการ|ที่|นโยบาย) | หลัง(?:จาก|การ) | พบกับ
    | ปีนี้ | ตามเวลา(?=ท้องถิ่น|ประเทศ|ใน) | ผล(?=การ|ปรากฏ|รางวัล) | ปรากฏว่า | สนใจ
    | ผู้(?=สนใจ|ได้รับ|คว้า|เข้าร่วม|บริหาร|ว่า|แทน|ชนะ|ช่วย|อำนวย)
    | จาก(?=นั้น|นาย|นาง|พล|ทั้ง|ทุก|กว่า|การ|งาน|ผลงาน) | จนถึง | ถึงวัน | ครั้งที่ | คว้า | โชว์ | ดัง(?=กล่าว|ต่อ) | เริ่ม
    | ท่ามกลาง | ณ[ ](?=วัน|เวลา) | (?<=[ ])นั้น(?=[ ]) | [-–][ ](?=รางวัล)"""
# words that begin what follows after a space: a person, an office, a verb
_NEXT = r"""
    นาย | นาง | น\.ส\. | พล(?=\.|เอก|โท|ตรี|ตำรวจ|อากาศ|เรือ|[ ]?ต\.) | พันตำรวจ | พันเอก | พ\.ต
    | ร้อย | ดร\. | ศาสตราจารย์ | รองศาสตราจารย์ | ผู้ช่วยศาสตราจารย์ | รศ\. | ผศ\.
    | ศ\. | นพ\. | พญ\. | แพทย์ | ม\.ร\.ว | ม\.ล\. | ว่าที่ | คุณ | หม่อม | ท่าน | ปลัด | อธิบดี | เลขา | รอง | รัฐมนตรี | รมว | รมช
    | มท\. | องคมนตรี
    | คณะ(?!วิศว|แพทย|ครุ|ศิลป|อักษร|นิติ|วิท|ศึกษา|พยาบาล|เภสัช|เกษตร|รัฐ|มนุษย|สังคม|สถาปัต|การ|บริหาร|บัญชี|พาณิช|เศรษฐ|ทันต|สัตว|เทคโน
        |สาธารณสุข|สหเวช|พลศึกษา|ประมง|วนศาสตร์|มัณฑน|จิตรกรรม|โบราณ|ดุริยาง|ดนตรี|นิเทศ|วารสาร|อุตสาหกรรม|จิตวิทยา
        |สิ่งแวด|สารสนเทศ|ดิจิทัล) | ประธาน | สมเด็จ
    | พระ(?!ที่นั่ง|ราช|นคร|ราม|ชนม) | เจ้าหน้าที่ | ภาย | ได้ | มี | จะ | ขึ้น | ที่ประชุม | ว่า | นำ | ทรง | ยัง | คือ | ตลอด | อีก | รวม
    | หรือ[ ] | และ[ ] | รางวัล | สอดคล้อง | คู่ขนาน | ควบคู่ | ครับ | ค่ะ | ใคร"""
_SUBJECT = r"(?: กระทรวง|กรม|สำนัก|สมาคม|มูลนิธิ|หอการค้า|ชมรม|สถาบัน|บริษัท|ธนาคาร|คณะกรรม|องค์|การ|มหา|เทศบาล|เครือ|สภา )"
_ACTS = r"(?<!ที่)(?<!ซึ่ง)(?: ได้จัด|จัดพิธี|จัดงาน|จัดการ|จัดขึ้น|ได้มอบ|(?<!พิธี)มอบรางวัล|เปิดเผย|กล่าวว่า|ประกาศ(?:ผล|ราย|รางวัล) )"
# โรงแรมริมน้ำ, |กรุงเทพฯ · Lakeside Hall, |Riverside Square
_WHERE = r"""(?: กรุงเทพ|กทม|จังหวัด|จ\.|เขต|แขวง|ถนน|ถ\.|อำเภอ|อ\.|ตำบล|ต\.|ประเทศ|ชั้น|อาคาร|โรงแรม|ศูนย์|มหาวิทยาลัย|อะ[ ]|สหรัฐ|รัฐ|เมือง
    |(?<=[A-Za-z],[ ])[A-Z] )"""
_BREAK = r"(?: ภายใน|โดย|นาย|นาง|เมื่อ|ซึ่ง|พร้อม|เพื่อ|มี )"
_VENUE_END = re.compile(
    rf"""
      \n | [-–—][ ]?(?=รางวัล) | [“”"](?![^“”"\n]{{0,60}}[“”"]) | [;•✅|] | ,[ ](?!{_WHERE})
    | (?<!\d)[ ][-–—][ ](?!บางนา) | (?<=\d)[ ][-–—][ ](?!\d)
    | \((?=[ ]?(?:\d|วัน|ช่วง|เวลา|ผ่าน))
    | [ ]+ (?: (?:ติดต่อ)?สอบถาม | โทร\. | โทรศัพท์[ ]?\d | รายละเอียดเพิ่ม )
    | [ ]* (?: {_VERBS} | (?<!พรรษา[ ]) (?!พรรษา) [ก-๙]{{0,12}} \d{{1,2}} [ ]? {_MONTH} )
    | (?<!หอประชุม) (?<!ห้องประชุม) (?<!อาคาร) (?<!\d[ ]ปี) [ ]+ (?= {_NEXT} )
    | [ ]+ (?= {_SUBJECT} [^ \n]* (?:[ ](?!{_BREAK})[^ \n]{{1,20}}){{0,3}}? [ ]? {_ACTS} )
    """,
    re.VERBOSE,
)
# after a province, a country or the like only a street, a district or a short word goes on with the place
_CLOSING = re.compile(
    r"""
    (?: กรุงเทพ(?:มหานคร|ฯ) | กทม\.? | (?:จังหวัด|จ\.)[ ]?[ก-๎]{2,18} | ประเทศ[ก-๎]{2,18} | ทำเนียบรัฐบาล | เมืองทองธานี | สมาพันธรัฐสวิส
      | สหรัฐอเมริกา | สหราชอาณาจักร | สปป\.[ ]?ลาว )
    (?=[ ]+[ก-๙A-Z])
    """,
    re.VERBOSE,
)
_AFTER_CLOSING = re.compile(r"[ ]+(?:[ก-๎]{2,6}(?![ก-๎])|ถนน|ถ\.|แขวง|เขต|อำเภอ|อ\.|ตำบล|ต\.|จังหวัด|จ\.|ประเทศ|กรุง|สห|รัฐ|\()")


def find_venue(text: str, start: int, end: int) -> Span | None:
    """The first venue after ณ or ที่ within `start:end`, to the end of the place phrase; None where there is none.

    >>> text = "จัดพิธี ณ ห้องบัวหลวง ชั้น 2 โรงแรมริมน้ำ โดยมีนายกเทศมนตรีร่วมงาน"
    >>> venue = find_venue(text, 0, len(text))
    >>> text[venue.start:venue.end]
    'ห้องบัวหลวง ชั้น 2 โรงแรมริมน้ำ'
    """
    for match in _venues(text, start, end):
        begin = match.end()
        if _NO_VENUE.match(text, begin) or text.startswith("ที่ประชุม", match.start()):
            continue
        if _GOES_ON.search(text, max(start, match.start() - _BEFORE_VENUE), match.start()):
            continue
        if text.rfind("“", max(start, match.start() - _TITLE_REACH), match.start()) > text.rfind("”", start, match.start()):
            continue  # “เรื่องดี|ที่บ้านฉัน”: words of a title
        finish = _venue_end(text, begin)
        inner = text.find(" ณ ", begin, finish) if text.startswith("ที่", match.start()) else -1
        if inner >= 0:
            begin = inner + 3  # ที่นิตยสาร ก เป็นเจ้าภาพ ณ |โรงแรม ข
        venue = _venue_span(text, begin, finish)
        if venue is not None:
            return venue
    return None


# ณ |ณ หอประชุมใหญ่
_AGAIN = re.compile(r"[ ]*ณ[ ]+")
# กทม|. · ธปท|.
_SHORTENED = re.compile(r"(?:^|[ (])(?:[ก-ฮ]{1,4}\.){0,3}[ก-ฮ]{1,4}$")


def _venue_span(text: str, begin: int, finish: int) -> Span | None:
    """The venue within `begin:finish`, without what only joins it to other words; None where too little is left."""
    again = _AGAIN.match(text, begin, finish)
    begin = again.end() if again is not None else begin
    phrase = text[begin:finish].rstrip(' ,.-–(“"')
    end = begin + len(phrase)
    if text.startswith(".", end) and _SHORTENED.search(phrase[-24:]):
        end += 1
    return Span(begin, end, "place.venue") if len(phrase) >= _SHORTEST else None


def place_at(text: str, begin: int) -> Span | None:
    """The place phrase that begins at `begin`; None where there stands too little."""
    return _venue_span(text, begin, _venue_end(text, begin))


def venue_beyond(text: str, venue: Span, end: int) -> Span:
    """The venue to the end of its phrase, where a body's name that it holds goes on to `end`: มูลนิธิ|เพื่อเด็ก กรุงเทพฯ."""
    return _venue_span(text, venue.start, max(end, _phrase_end(text, venue.start, end - 2))) or venue


def _venues(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where a venue may begin within `start:end`: its words are too common to be looked for in every article."""
    places = []
    for word in _VENUE_WORDS:
        at = text.find(word, start, end)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + 1, end)
    reached = start
    for place in sorted(places):
        match = _VENUE.match(text, place, end) if place >= reached else None
        if match is not None:
            reached = match.end()
            yield match


# โรงแรมริมน้ำ| สมาคมชาวนา ร่วมกับ …: who acts, behind a place that is complete
_WHOLE_PLACE = re.compile(
    r"(?:โรงแรม|เซ็นทรัล|ไบเทค|อิมแพ|พารากอน|ศูนย์การค้า|ศูนย์ประชุม|ทำเนียบ)[^\n ]{2,40}(?:[ ][^\n ]{2,20}){0,2}?"
    r"(?=[ ](?:สมาคม|มูลนิธิ|บริษัท|กระทรวง|กรม(?=[ก-ฮ])|สำนักงาน|สถาบัน|ธนาคาร|องค์การ))"
)
_ACTS_BEHIND = re.compile(r"[ ]?(?:ร่วม|จับมือ|ผนึก|จัด|มอบ|ประกาศ|เปิด|แถลง|โดย)")


def _venue_end(text: str, begin: int) -> int:
    finish = _phrase_end(text, begin)
    whole = _WHOLE_PLACE.search(text, begin, finish + 1)
    return whole.end() if whole is not None and _ACTS_BEHIND.match(text, finish) else finish


def _goes_on(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a mark only closes a name within the venue's, or stands in brackets."""
    mark = stop.group().strip()
    if mark in _OPENING:
        return text.count(_OPENING[mark], begin, stop.start()) % 2 == 1
    return mark == "," and text.count("(", begin, stop.start()) > text.count(")", begin, stop.start())


def _phrase_end(text: str, begin: int, at: int | None = None) -> int:
    """Where the place phrase from `begin` ends, at `at` or behind."""
    limit = min(begin + _LONGEST, len(text))
    stop = _VENUE_END.search(text, (begin if at is None else at) + 2, limit)
    while stop is not None and _goes_on(text, begin, stop):
        stop = _VENUE_END.search(text, stop.end(), limit)
    finish = stop.start() if stop else min(limit, begin + 100)
    for closing in _CLOSING.finditer(text, begin, finish):
        if closing.end() < finish and not _AFTER_CLOSING.match(text, closing.end()):
            return closing.end()
    return finish
