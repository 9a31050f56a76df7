"""Winners told in passing, by a clause behind their name: ชุมชนบ้านนาดี ซึ่งได้รับรางวัล…, กาแฟนาดีที่เคยคว้าแชมป์….

The party right before such a clause has won, whatever the sentence tells of it (ลงพื้นที่ ณ …, มอบโดย …); and where none is
known there, a name that begins with what places, groups and products are called by is one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.events import sense
from extractor.assemble.findings import Party
from extractor.assemble.free_names import BAD, SITES
from extractor.assemble.role_words import PUPILS
from extractor.document import Span, overlaps
from extractor.patterns import sought
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.assemble.findings import Findings
    from extractor.lexicon import Hit

# ชุมชนบ้านนาดี| ซึ่งเป็นชุมชนแห่งแรกที่เคย|ได้รับรางวัล
_WHO_DOES = r"(?:[ ](?:ผู้(?:ให้บริการ|ผลิต|พัฒนา|นำ(?:ด้าน|ใน)|ดูแล|จัดจำหน่าย|ประกอบการ)|เจ้าของ(?!รางวัล|เหรียญ|แชมป์))[ก-๎ ]{2,70}?)"
_CLAUSE = re.compile(
    rf"[”\"’']?[ ]?(?:\([^()\n]{{1,40}}\)[ ]?)?{_WHO_DOES}?[ ]?"
    r"(?:(?:ซึ่ง|อัน|และ)?[ ]?(?:ถือ|นับ)?(?:เป็น|คือ)(?:(?!ประธาน|เจ้าภาพ|ตัวแทน|ผู้มอบ|สำหรับ|ได้|มี|โดย|จะ)[ก-๎\d ]){0,40}?)?"
    r"(?:(?:ซึ่ง|ที่|อัน|\()[ ]?(?:เคย|ยัง|สามารถ|เพิ่ง|ได้)*)?"
)
# อบต.นาดี (|ได้รับรางวัล…), too
_MARKED = re.compile(r"(?:ซึ่ง|ที่|อัน|[ ]\()[ ]?(?:เป็นผู้)?(?:เคย|ยัง|สามารถ|เพิ่ง|ได้)*$")
# what a body or place is, told by the word that its own name begins with
_KINDS = (
    r"(?:โรงเรียน|โรงพยาบาล|โรงแรม|โรงงาน|วิทยาลัย|มหาวิทยาลัย|บริษัท|ธนาคาร|สหกรณ์|วิสาหกิจชุมชน|เทศบาล|หมู่บ้าน|ชุมชน|บ้าน|วัด|กลุ่ม|ศูนย์|สมาคม|มูลนิธิ"
    r"|อาคาร|อุทยาน|พิพิธภัณฑ์|ตลาด|ร้าน|ไร่|สวน|ฟาร์ม|เกาะ|หาด|ถ้ำ|สะพาน|เขื่อน|ย่าน|จังหวัด|อำเภอ|ตำบล|เมือง|แบรนด์|วง)"
)
# โรงพยาบาลนาดี| โรงพยาบาลแห่งแรกของจังหวัด|ที่ได้รับรางวัล
_AGAIN = (
    rf"[ ](?P<again>{_KINDS})(?!อื่น|ต่าง|ทุก|หลาย|ทั้ง|ใกล้|และ|หรือ|กับ|ที่พัก|[ ])"
    r"(?:(?!ที่(?!ยว|ดิน)|ซึ่ง|ได้|มี|โดย|จะ|และ|กับ|หรือ|ของผู้|อื่น|เพื่อ|ให้)[ก-๎\d]){0,40}?"
)
_HEAD_AGAIN = re.compile(rf"{_AGAIN}(?:ซึ่ง|ที่|อัน)?[ ]?(?:เคย|ยัง|สามารถ|เพิ่ง|ได้)*$")
# วัดนาดี| วัดเก่าแก่คู่เมืองน่าน|
_APPOSED = sought(rf"{_AGAIN}$")
# จังหวัดนาดี| เป็นจังหวัดเดียวในภาคเหนือ|ที่ได้รับรางวัล
_IS_SUCH_PLACE = re.compile(r"[ ]?(?:ซึ่ง)?(?:ถือ|นับ)?เป็น(?P<again>จังหวัด|อำเภอ|ตำบล|เขต|ประเทศ)")
# เกษตรกร|จังหวัดน่าน ที่ได้รับรางวัล: somebody of the body or place, who is not named
_OF_OTHERS = re.compile(
    r"(?:ผู้[ก-๎]{0,16}|ลูกค้า(?:ของ)?|พันธมิตร|คู่ค้า|นัก[ก-๎]{2,14}|เกษตรกร|เยาวชน|เด็ก|ครู|อาจารย์|บุคลากร|ข้าราชการ|เจ้าหน้าที่|พนักงาน|สมาชิก|ประชาชน|ตัวแทน|ชาว|คน"
    r"|หน่วยงาน|องค์กร|ส่วนราชการ|สถานประกอบการ|เทศบาล|ชุมชน|หมู่บ้าน|กลุ่ม|โรงเรียน|โครงการ|ผลงาน|สังกัด"
    r"|ของ|ใน|จาก|โดย|แก่|ให้|ต่อ|ด้วย|ร่วมกับ|และ)[ ]?$"
)
_GREETED = re.compile(r"(?:ยินดี|ชื่นชม|ปลื้ม)(?:(?:กับ|แก่|ต่อ)?[ ]?(?:ความสำเร็จ|ผลงาน)(?:ของ)?|กับ|แก่|ต่อ)?[ ]?$|(?:คือ|ได้แก่|อาทิ)[ ]?$")
# ภาคใต้ โดยเฉพาะ|จังหวัดพังงาที่ได้รับรางวัล: nothing stands before the place that could lie in it
_INSTANCED = re.compile(r"(?:(?:โดย)?เฉพาะ(?:อย่างยิ่ง)?|เช่น|อาทิ(?:เช่น)?|(?<!โดย)มี|พบว่า|ขณะที่|ส่วน|\n)[ ]?$")
_WIDE = re.compile(r"(?:จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.|เขต|ประเทศ)")
# bodies that give and call for prizes; of others of theirs it is told
_HIGH = re.compile(r"กระทรวง|คณะ(?:อนุ)?กรรมการ|คณะรัฐมนตรี|รัฐบาล")
# what a place, group or product is called by
_HEADS = (
    rf"(?:{SITES}|ป่าชุมชน|ชุมชน(?:คุณธรรม|ท่องเที่ยว)?(?:ฯ[ ])?|หมู่บ้าน|บ้าน|วัด|อุทยานแห่งชาติ|อุทยาน|พิพิธภัณฑ์|ตลาด|ร้าน|ไร่|สวน|ฟาร์ม|เกาะ"
    r"|วิสาหกิจ(?:ชุมชน)?|กลุ่ม|ศูนย์|โรงแรม|รีสอร์ท|อาคาร|สหกรณ์|เครือข่าย|วงดนตรี|วงโยธวาทิต|วง|แบรนด์|แหล่งท่องเที่ยว|แหล่งเรียนรู้"
    r"|คลอง|หาด|ถ้ำ|น้ำตก|สะพาน|เขื่อน|ย่าน|สวนสาธารณะ|(?:ทีม|นัก(?:กีฬา)?|ทัพ(?:นัก)?(?:กีฬา)?)(?=[ก-๎]{3,24}ทีมชาติ)|ทีมชาติไทย"
    r"|(?:ฟุตซอล|ฟุตบอล|วอลเลย์บอล|บาสเกตบอล|รักบี้|ฮอกกี้|ฮอกกี้น้ำแข็ง|โปโลน้ำ|ตะกร้อ|เซปักตะกร้อ)(?=[ก-๎]{0,16}ทีมชาติ))"
)
_THINGS = (
    r"(?:กาแฟ|ข้าว|ผ้า|เมนู|เครื่อง|ระบบ|แอปพลิเคชัน|แพลตฟอร์ม|โครงการ|โครงงาน|นวัตกรรม|ผลิตภัณฑ์|ละคร|ภาพยนตร์|เพลง|ทุเรียน|มะม่วง|ส้มโอ|กระท้อน|ลำไย|มังคุด"
    r"|พันธบัตร|หุ้นกู้|หนังสือ|สารคดี|หุ่นยนต์|ไอศกรีม|ขนม|น้ำผึ้ง|โกโก้|ช็อกโกแลต|ไวน์)"
)
_BEGINS = sought(
    rf"(?:(?<![ก-๎])|(?<=ชม)|(?<=ยัง)|(?<=ที่)|(?<=พบ)|(?<=กับ)|(?<=แก่)|(?<=คือ)|(?<=จาก)|(?<=มี)|(?<=โดย)|(?<=และ)|(?<=งาน)|(?<=ดู)|(?<=แสดง)|(?<=นำ)|(?<=ของ)|(?<=เยือน)|(?<=คณะ)|(?<=พา))"
    rf"(?P<name>(?:{_HEADS}|(?P<thing>{_THINGS}))(?!ที่|ซึ่ง|ต่าง|ทุก|หลาย|ใน|ของ|และ|ไทย(?=[ ]|$)"
    r"|ต้นแบบ|ดีเด่น|ตัวอย่าง|อื่น|เหล่า|ดังกล่าว|นี้|เก่า|ใหม่|ขนาด|โบราณ|สำคัญ|หลัก|เจ้า(?=ขาว|พันธุ์)|อาชีพ|คน|ผู้|เป้าหมาย)"
    r"(?:[ ](?=[A-Z]|(?<=ร้าน[ ])\d))?[ก-๎A-Za-z\d][ก-๎A-Za-z\d .]{1,50}?)$"
)
# “|Nadee Pay|” ผู้ให้บริการแพลตฟอร์ม ซึ่งได้รับรางวัล
_LATIN = re.compile(r"(?<![A-Za-z.] )(?<![A-Za-z])(?P<name>[A-Z][\w.&-]{2,}(?:[ ][A-Z][\w.&-]*){0,3})[”\"’']?$")
_WHO = re.compile(_WHO_DOES + "$")
# Nadee Festival| (นาดี) เป็นงานเดียวที่ได้รับรางวัล
_IS_ONE = re.compile(
    r"[ ]?(?:\([^()\n]{2,30}\)[ ]?)?(?:ซึ่ง)?(?:ถือ|นับ)?เป็น"
    r"(?:งาน|ราย|แห่ง|องค์กร|แบรนด์|บริษัท|หนึ่งใน|ทีม|โรง|เมือง|สตาร์ทอัพ|แพลตฟอร์ม|ธนาคาร|ร้าน|หน่วยงาน|เทศกาล|ภาพยนตร์|แอป)"
)
# ผ้าทอ |“ลายดอกแก้ว” ที่ได้รับรางวัล
_TITLED = re.compile(
    rf"(?:(?:{_THINGS}|ผลงาน|เรื่อง|ลาย|ภาพ|ชุด|แอป)[ก-๎]{{0,24}}?[ ]?(?:ชื่อ)?[“\"‘']|[“\"‘'](?={_THINGS}|ลาย))"
    rf"(?P<name>[^“”\"‘’\n]{{4,90}})[”\"’'][ ]?$"
)
_LOCATED = re.compile(
    r"(?:[ ](?:ซึ่ง)?(?:ตั้ง)?(?:อยู่)?[ ]?(?:ที่|ณ|ใน(?:พื้นที่)?)?(?=[ ]?(?:หมู่|ต\.|ตำบล|อ\.|อำเภอ|จ\.|จังหวัด)))?"
    r"(?:[ ]?(?:หมู่(?:ที่)?[ ]?\d+|(?:ต\.|ตำบล|อ\.|อำเภอ|จ\.|จังหวัด)[ ]?[ก-๎]{2,30})){1,4}[ ]?$"
)
# words that make up the name of a kind, but none of a place or product of its own: ร้านค้าชุมชน
_COMMON = frozenset(
    (
        "ร้าน ร้านค้า ร้านอาหาร ค้า ชุมชน ตลาด ท้องถิ่น ไทย พื้นบ้าน พื้นเมือง เกษตรกร เกษตร อินทรีย์ อาหาร "
        "ผ้า ผ้าไทย ผ้าไหม ผ้าทอ ผ้าฝ้าย ไหม ทอ ทอผ้า ข้าว ข้าวไทย หอม หอมมะลิ มะลิ กาแฟ โครงการ โครงงาน "
        "นวัตกรรม ผลิตภัณฑ์ OTOP แปรรูป สมุนไพร กลุ่ม อาชีพ สตรี แม่บ้าน วิสาหกิจ วิสาหกิจชุมชน หมู่บ้าน "
        "ศูนย์ เรียนรู้ ศูนย์เรียนรู้ แหล่ง แหล่งเรียนรู้ ท่องเที่ยว แหล่งท่องเที่ยว เชิง วัฒนธรรม คุณธรรม "
        "ธรรมชาติ สิ่งแวดล้อม อาคาร โรงแรม วัด บ้าน เครือข่าย เครื่อง ระบบ สวน ไร่ ฟาร์ม ภาพยนตร์ หนัง ละคร "
        "เพลง หนังสือ สารคดี เมนู ขนม ไม้ ผล ผลไม้ ดนตรี วง วงดนตรี สหกรณ์ เด็ก เยาวชน ผู้สูงอายุ ออม ทรัพย์ "
        "ออมทรัพย์ เข้มแข็ง พอเพียง"
    ).split()
)
_VERBS = frozenset({"conferred-winner", "conferred-receive", "conferred-receive-n", "conferred-win", "past-ever"})
# characters before a verb within which the name stands, and behind it within which the prize does
_REACH, _TAKES = 110, 30
# words with blanks between them that a name may have
_MOST_WORDS = 4


# โรงเรียนนาดี|จังหวัดน่าน|ที่ได้รับรางวัล
_LIES_AT = re.compile(
    r"(?:[ ]?(?:ตั้งอยู่)?[ ]?(?:ณ|ที่|ใน)?[ ]?(?:ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.)[ ]?[ก-ฮเ-ไ][ก-๎]{1,20}?){1,3}"
    r"(?=[ ]?(?:ที่|ซึ่ง|$))"
)
_PUPILS_OF = re.compile(rf"{PUPILS}(?:จาก)?[ ]?$")
_SCHOOL = re.compile(r"โรงเรียน|ร\.ร\.|มหาวิทยาลัย|วิทยาลัย")


def told_of(text: str, party: Party, at: int) -> bool:
    """Whether a clause behind `party` tells of it what the verb at `at` says: วัดนาดี ซึ่ง|ได้รับรางวัล."""
    gap = text[party.end : at]
    if len(gap) > _REACH or party.role == "member" or _HIGH.match(text, party.name.start):
        return False
    known_so = party.name.rule == "party.told" and text.startswith("ผู้", at)
    if not (known_so or text.startswith(("ที่", "เจ้าของ"), at) or _MARKED.search(gap)):
        return False
    located = _LIES_AT.match(gap)
    if located is not None and party.kind != "place":
        gap = gap[located.end() :]
    if _CLAUSE.fullmatch(gap) is None:
        again = _HEAD_AGAIN.fullmatch(gap)
        if again is None or not text.startswith(again["again"], party.name.start):
            return False
    before = text[max(0, party.start - 34) : party.start]
    in_whole = gap[:1] in {"”", '"', "’", "'"} and text[party.start - 1 : party.start] not in {"“", '"', "‘", "'"}
    if in_whole or (gap.endswith(_IS_WHO) and _OFFICE_OF.search(before) is not None):
        return False  # “โครงการสวนป่า |มหาวิทยาลัย ก”: the whole has won · อธิบดี|กรม ก ซึ่งเป็นผู้คว้ารางวัล: he has
    if _WIDE.match(text, party.name.start):
        such = _IS_SUCH_PLACE.match(gap) or _HEAD_AGAIN.fullmatch(gap)
        if such is not None and text.startswith(such["again"], party.name.start):
            return True
        return _GREETED.search(before) is not None or _INSTANCED.search(before) is not None
    if _PUPILS_OF.search(before) is not None and _SCHOOL.match(text, party.name.start) is not None:
        return True  # คณะนักเรียน|โรงเรียนนาดี ที่ชนะการแข่งขัน: for whom their school stands
    if party.role == "listed" and before.endswith(_GIVEN_TO) and not text.endswith(_NAMELESS, party.start, party.end):
        return True  # มอบเกียรติบัตรแก่|โรงเรียนนาดี ที่ได้รับรางวัล
    if "และ" not in gap and before.endswith(_BESIDE_OTHERS) and _TELLS_WHAT.match(gap) is not None:
        return True  # ร่วมกับ|บริษัทนาดี ผู้ผลิตแป้งมันที่ได้รับรางวัล
    if gap == " (" or _GREETED.search(before) is not None or _OF_OTHERS.search(before) is None:
        return True
    return _NEXT_TOLD.search(text, max(0, party.start - _CLAUSE_BEFORE), party.start) is not None


# โรงเรียน ก ซึ่งได้รับรางวัล A และ|โรงเรียน ข ที่ได้รับรางวัล B: of each a clause of its own tells
_NEXT_TOLD = re.compile(
    r"(?:ซึ่ง|ที่|อัน)[ ]?(?:เป็น[ก-๎ ]{2,30}ที่)?(?:เคย|ยัง|สามารถ|เพิ่ง|ก็|[ ])*(?:ได้รับ|คว้า|ชนะ)"
    r"(?=[^\n]{0,40}?(?:รางวัล|โล่|เหรียญ|แชมป์|ชนะเลิศ))(?:(?!ได้แก่|ดังนี้|ประกอบด้วย|อาทิ|คือ[ ])[^\n]){6,120}?(?:และ|,)[ ]?$"
)
_CLAUSE_BEFORE = 190


_TELLS_WHAT = re.compile(rf"{_WHO_DOES}|{_AGAIN}(?:ที่|ซึ่ง|อัน|$)")
_BESIDE_OTHERS = ("กับ", "โดย", "จาก", "ให้", "แก่", "ต่อ", "ด้วย", "กับ ", "โดย ", "จาก ", "และ", "และ ")
_IS_WHO = ("เป็นผู้", "เป็นผู้ ")
_OFFICE_OF = re.compile(
    r"(?:อธิบดี|ปลัด|ผู้อำนวยการ|ผอ\.|ประธาน(?:กรรมการ)?|เลขาธิการ|ผู้จัดการ(?:ใหญ่|ทั่วไป)?|หัวหน้า|กรรมการ|ผู้ว่าการ|คณบดี|อธิการบดี|นายก|ครู|อาจารย์|พนักงาน"
    r"|บริหาร|เจ้าหน้าที่|ข้าราชการ|โฆษก|ที่ปรึกษา|แพทย์|พยาบาล|นัก[ก-๎]{2,14})[ ]?$"
)
_NAMELESS = ("นักเรียน", "นักศึกษา", "เยาวชน", "เด็ก", "บุคลากร", "ประชาชน", "เกษตรกร", "สมาชิก", "พนักงาน", "ข้าราชการ")
_GIVEN_TO = ("แก่", "แก่ ", "แด่", "แด่ ", "ให้กับ", "ให้กับ ")


def find_told(findings: Findings) -> tuple[list[Party], list[Span]]:
    """Parties and works that nothing else has found, right before a clause that tells of their prize."""
    text = findings.text
    parties: list[Party] = []
    works: list[Span] = []
    labels = sorted(label.outer for label in findings.labels if label.kind in {"award", "level", "category"})
    titles = sorted(
        [(label.start, label.end) for label in findings.labels]
        + [(work.start, work.end) for work in findings.works]
        + [(party.start, party.end) for party in findings.parties if party.kind == "person"]
    )
    taken = sorted([(party.start, party.end) for party in findings.parties if party.kind != "person"] + titles)
    for verb in _verbs(findings, labels):
        begin = max(0, verb.start - _REACH, text.rfind("\n", 0, verb.start) + 1)
        end = _name_end(text, begin, verb.start)
        if end is None:
            continue
        titled = _TITLED.search(text, begin, end)
        who = _WHO.search(text, begin, end) if titled is None else None
        found = titled or (_headed(text, begin, end) if who is None else _LATIN.search(text, begin, who.start()))
        if found is None and _IS_ONE.match(text, end) is not None:
            found, who = _LATIN.search(text, begin, end), _IS_ONE.match(text, end)
        if found is None:
            continue
        start, stop = found.span("name")
        if overlaps(taken if titled is None else titles, start, stop):
            continue
        if text.startswith("ผู้", verb.start) and (titled is not None or _SHOP.match(found["name"]) is None):
            continue
        if titled is None and not _is_name(found["name"]) and _PRODUCT.match(found["name"]) is None:
            continue
        if titled is not None or (who is None and found["thing"]):
            works.append(Span(start, stop, "work.told"))
        else:
            parties.append(Party.of_words(Span(start, stop, "party.told")))
    return parties, works


def _verbs(findings: Findings, labels: Sequence[int]) -> Iterator[Hit]:
    for hit in findings.cues:
        if hit.row.id not in _VERBS or sense(hit) not in {"conferred", "past"}:
            continue
        at = bisect_left(labels, hit.start)
        if at < len(labels) and labels[at] <= hit.end + _TAKES and "\n" not in findings.text[hit.start : labels[at]]:
            yield hit


_WHICH = sought(r"[ ]?(?:(?:ซึ่ง|อัน)?[ ]?(?:ถือ|นับ)?เป็น(?:(?!ได้|มี|โดย|จะ)[ก-๎\d ]){2,40}?)?(?:ซึ่ง|ที่|อัน)[ ]?(?:เคย|ยัง|สามารถ|เพิ่ง|ได้)*$")
# พันธบัตรเพื่อความยั่งยืน (Sustainability Bond)| ของประเทศไทย ยัง|ได้รับรางวัล: what is grown, issued or made and has a name
_PRODUCT = re.compile(
    r"(?:พันธบัตร|หุ้นกู้|กระท้อน|มะม่วง|ทุเรียน|ลำไย|ส้มโอ|ข้าว(?=หอม|เหนียว|เจ้า|พันธุ์|สังข์|ฮาง)|กาแฟ|ไอศกรีม|น้ำผึ้ง|โกโก้)"
    r"(?:(?!ได้|คว้า|ชนะ|รางวัล)[ก-๎A-Za-z\d ()]){3,60}$"
)
_OF_WHOM = re.compile(r"[ ]?(?:\([^()\n]{2,40}\)[ ]?)?(?:ของ[ก-๎]{2,24})?[ ]?(?:เดินหน้า|สามารถ|ยัง|ก็)*[ ]?$")
# ชุมชนบ้านนาดี| ซึ่งเป็นชุมชนที่ประสบความสำเร็จ |ได้รับรางวัล
_IS_AND = re.compile(
    r"[ ](?:ซึ่ง|อัน)[ ]?(?:ถือ|นับ)?เป็น(?:(?!ได้รับ|โดย|จะ|ประธาน|เจ้าภาพ|ผู้มอบ|ซึ่ง)[ก-๎\d ]){2,70}?"
    r"(?:[ ]|จน|และ)(?:เคย|ยัง|สามารถ|เพิ่ง|ได้|จน|และ|[ ])*$"
)
# นาย ก พา|ร้านนาดี| |คว้ารางวัล: somebody leads a shop or group to its prize
_LED = re.compile(
    rf"(?<![ก-๎])(?:ร่วม|ช่วย)?(?:พา|นำ)(?P<name>{_HEADS}[ก-๎A-Z](?:(?!ไป|มา|เข้า|ร่วม|และ|จน|ที่|ซึ่ง|โดย|ได้|เพื่อ)[ก-๎A-Za-z\d ]){{2,40}}?)"
    r"[ ]?(?:สามารถ|ขึ้น|ผงาด|ก้าว|[ ])*\Z"
)
# ร้านผ้านาดี |ผู้ได้รับรางวัล…, but not โรงแรมนาดี |ผู้ได้รับรางวัล ก ได้แก่ …
_SHOP = re.compile(r"(?:ร้าน|ไร่|สวน(?!สาธารณะ|สนุก|สัตว์)|ฟาร์ม|กลุ่ม|วิสาหกิจ|แบรนด์)[ก-๎A-Z]")
_ROLL = re.compile(r"[^\n]{0,140}?(?:ได้แก่|คือ[ ]|ประกอบด้วย|ดังนี้|จำนวน|ทั้ง(?:หมด|สิ้น)|:|เข้าร่วม|จะ(?:ได้|เข้า))")
_AS_ONE = re.compile(r"[ ]?(?:(?:ซึ่ง|อัน)[ ]?)?(?:ถือ|นับ)?เป็น(?:(?!ได้|มี|โดย|จะ)[ก-๎\d ]){2,40}?$")


def _name_end(text: str, begin: int, verb: int) -> int | None:
    """Where the name ends before the clause of the verb at `verb`; None where no clause hangs on a name."""
    which = _WHICH.search(text, begin, verb)
    if which is None and text.startswith("ที่", verb):
        which = _AS_ONE.search(text, begin, verb)
        end = which.start() if which is not None else verb
    elif which is not None:
        end = which.start()
    elif text.startswith("เจ้าของ", verb):
        end = verb
    elif text.startswith("ผู้", verb):
        if _ROLL.match(text, verb) is not None:
            return None
        end = verb
    elif (is_and := _IS_AND.search(text, begin, verb)) is not None:
        end = is_and.start()
    elif (led := _LED.search(text, begin, verb)) is not None:
        end = led.end("name")
    else:
        owned = _OF_WHOM.search(text, begin, verb)
        end = owned.start() if owned is not None else verb
        return end if _PRODUCT.search(text, begin, end) is not None else None
    located = _LOCATED.search(text, begin, end)
    if located is not None:
        end = located.start()
    apposed = _APPOSED.search(text, begin, end)
    if apposed is not None and _is_headed_alike(text, begin, apposed):
        end = apposed.start()
    while end > begin and text[end - 1] == " ":
        end -= 1
    return end


def _is_headed_alike(text: str, begin: int, apposed: re.Match[str]) -> bool:
    """Whether a name of the same kind stands right before words that say what it is: วัดนาดี| วัดเก่าแก่คู่เมือง."""
    name = text[max(begin, text.rfind(" ", begin, apposed.start()) + 1) : apposed.start()]
    at = name.rfind(apposed["again"])
    return at >= 0 and len(name) - at > len(apposed["again"]) + 1


def _headed(text: str, begin: int, end: int) -> re.Match[str] | None:
    """The name that ends at `end`, from its head word on, which is sought in the last words first."""
    at = end
    for _ in range(_MOST_WORDS):
        at = max(begin, text.rfind(" ", begin, at))
        found = _BEGINS.search(text, at, end)
        if found is not None or at == begin:
            return found
    return None


# โรงแรม|กว่า 30 แห่ง|, โรงแรมนาดี |เสิร์ฟ|ข้าวแช่: so many without a name, and what somebody does
_NO_NAME = re.compile(
    r"(?:กว่า|จำนวน|ทั้ง(?:หมด|สิ้น)?|รวม|ถึง)?[ ]?\d{1,4}[ ]?"
    r"(?:แห่ง|ราย|ร้าน|ชุมชน|หมู่บ้าน|โรง|หลัง|กลุ่ม|ทีม|แบรนด์|บริษัท|ผลิตภัณฑ์|วง|เครือข่าย|ศูนย์)$"
    r"|[ ](?:ได้|เสิร์ฟ|ใช้|นำ(?!โชค|ชัย|ทรัพย์)|จำหน่าย|ขาย|ผลิต|ส่ง(?!เสริม)|จัด|เปิด|มี(?![ก-ฮ]*ชัย)|เข้า|ปลูก|เลี้ยง)[ก-๎]"
)


def _is_name(name: str) -> bool:
    if _NO_NAME.search(name) is not None:
        return False
    tokens = [token for token in words(name) if token.strip()]
    return name.count(" ") <= _MOST_WORDS - 1 and not any(token in BAD for token in tokens) and not _COMMON.issuperset(tokens)
