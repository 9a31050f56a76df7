"""Championships and Games that are named by their sport or by themselves, without a word for a contest."""

from __future__ import annotations

import re

from extractor.anchors import Words
from extractor.match.label import Label

_SPORT = (
    r"(?:ฟุตบอล|ฟุตซอล|วอลเลย์บอล|บาสเกตบอล|แฮนด์บอล|เนตบอล|ซอฟท์?บอล|เบสบอล|แชร์บอล|แบดมินตัน|เทนนิส|ซอฟท์เทนนิส|เทเบิลเทนนิส|ปิงปอง|สควอช"
    r"|มวย(?:ไทย|สากล|ปล้ำ)?|คิกบ็อกซิ่ง|กอล์ฟ|เซปักตะกร้อ|ตะกร้อ|ว่ายน้ำ|กระโดดน้ำ|โปโลน้ำ|ดำน้ำ|วิ่ง(?:เทรล|มาราธอน)?|มาราธอน|จักรยาน|บีเอ็มเอ็กซ์|เทควันโด|ปันจักสีลัต|คาราเต้(?:โด)?|ยูโด"
    r"|ยูยิตสู|วูซู|คูราช|เคนโด้|ไอคิโด|ยกน้ำหนัก|เพาะกาย|เรือ(?:ยาว|ใบ|พาย|มังกร|แคนู|คยัค)|วินด์เซิร์ฟ|กรีฑา|หมากรุก|หมากล้อม|หมากฮอส|บริดจ์|สนุกเกอร์|บิลเลียด|พูล|เปตอง|รักบี้"
    r"|อีสปอร์ต|ยิงปืน|ยิงธนู|ยิงเป้าบิน|ฮอกกี้|โบว์ลิ่ง|(?:ฟัน)?ดาบ|ยิมนาสติก|ไตรกีฬา|ทวิกีฬา|ปัญจกีฬา|ขี่ม้า|สเก็?ต(?:บอร์ด|น้ำแข็ง)?|โรลเลอร์สเก็ต|ปีนหน้าผา|ลีลาศ|เจ็ตสกี|แบล็คบอล|บอคเซีย"
    r"|กาบัดดี้|คริกเก็ต|วู้ดบอล|คอร์ฟบอล|ฟลอร์บอล|โกลบอล|รถจักรยานยนต์|ครอสเวิร์ด|หุ่นยนต์|บาริสต้า)"
)
_OF_WHERE = (
    r"(?:แห่ง)?(?:โลก|เอเชีย(?:ตะวันออกเฉียงใต้|ตะวันออก|ใต้|กลาง|แปซิฟิก)?|อาเซียน|ยุโรป|แอฟริกา|โอเชียเนีย|ประเทศไทย|ชาติ|ภูมิภาค(?:เอเชีย|อาเซียน)?"
    r"|ภาค(?:เหนือ|กลาง|ใต้|ตะวันออกเฉียงเหนือ|ตะวันออก|ตะวันตก|อีสาน)|จังหวัด[ก-๎]{2,16}|นานาชาติ)"
)
_TITLE = Words("ชิงแชมป์|ชิงชนะเลิศ|ชิงถ้วย")
# กรีฑาเยาวชน|ชิงแชมป์เอเชีย, ฟุตบอลหญิง รุ่นอายุไม่เกิน 15 ปี |ชิงถ้วยพระราชทานฯ
_FOR_TITLE = re.compile(
    rf"ชิง(?:แชมป์|ชนะเลิศ){_OF_WHERE}(?:เยาวชน|ยุวชน|รุ่นเยาว์)?|ชิงถ้วย(?:พระราชทาน|ประทาน)(?:(?!ครั้ง|ประจำ|ที่|รุ่น|ทีม|จัด)[ก-๎])*(?:ฯ)?"
)
# กรีฑา|นักเรียนหญิง, ตะกร้อ| รุ่นอายุไม่เกิน 16 ปี : what stands between the sport and what is contended for
_MIDDLE = re.compile(
    r"[ก-๎]{0,30}(?:[ ](?:(?:รุ่น|อายุ|ประเภท|ทีม|ชาย|หญิง)[ก-๎]*[ ]?(?:\d{1,2}[ ]?(?:-[ ]?\d{1,2}[ ]?)?(?:ปี|คน|ขวบ))?[ก-๎]{0,12}))*[ ]?"
)
_VERB = re.compile(
    r"คว้า|ได้|ชนะ(?!เลิศ)|แข่งขัน|ประกวด|ที่|ใน|ของ|และ|เข้า|กับ|จาก|เพื่อ|ร่วม|จะ|ผ่าน|ส่ง|นัก(?!เรียน|ศึกษา)|ทีมชาติ|ล่า|ลุ้น|สมาคม|เตรียม|ศึก|รายการ"
)
_SPORT_AT = re.compile(
    rf"(?:(?<![ก-๎])|(?<=ศึก)|(?<=รายการ)|(?<=ใน)|(?<=จาก)|(?<=กีฬา)|(?<=ทอง)|(?<=เงิน)|(?<=แดง)|(?<=แชมป์)|(?<=สนาม)){_SPORT}"
)
_WIDEST = 70


def championships(text: str) -> list[Label]:
    """Championships by their sport and what is contended for: ศึก|ยูโดชิงแชมป์เอเชีย| ครั้งที่ 12."""
    found = []
    for place in _TITLE.find(text):
        title = _FOR_TITLE.match(text, place)
        if title is None:
            continue
        for sport in _SPORT_AT.finditer(text, max(0, place - _WIDEST, text.rfind("\n", 0, place)), place):
            middle = _MIDDLE.fullmatch(text, sport.end(), place)
            if middle is not None and not _VERB.search(middle.group()):
                found.append(Label("award", sport.start(), title.end(), "award.championship", sport.start(), title.end()))
                break
    return found


_GAME_WORDS = Words("เกมส์|ลิมปิก")
_GAMES = re.compile(
    r"(?P<name>(?:กีฬา|คณิตศาสตร์|ฟิสิกส์|เคมี|ชีววิทยา|ดาราศาสตร์|คอมพิวเตอร์|ภูมิศาสตร์|วิทยาศาสตร์|เศรษฐศาสตร์|ภาษาศาสตร์|ยุวชน)?"
    r"(?:ยูธ|สเปเชียล)?(?:โอลิมปิก(?:เยาวชน|ฤดูหนาว)?(?:เกมส์)?|พาราลิมปิก(?:เกมส์)?|เดฟลิมปิก(?:เกมส์|ส์)?)"
    r"|(?:กีฬา)?(?:ซี|เอเชี่?ยน(?:ยูธ|พารา(?:ยูธ)?|อินดอร์(?:และมาเชี่?ยลอาร์ตส์?)?|บีช)?|อาเซียน(?:พารา|สคูล)?|อาเซียนยูนิเวอร์ซิตี้|เวิลด์|คอมมอนเวลธ์|เอเชียนมาสเตอร์ส|เวิลด์มาสเตอร์ส|ยูนิเวอร์ซิตี้)"
    r"เกมส์(?:ฤดูหนาว)?)(?P<town>[ ]?[ก-๎]{2,12}(?=[ ](?:19|20|25)\d\d(?!\d)))?"
    r"(?=[ ]?(?:(?:ปี[ ]?)?(?:19|20|25)\d\d(?!\d)|ครั้งที่[ ]?\d|หนที่[ ]?\d))"
)
# คว้าเหรียญทองใน|กีฬานักเรียนแห่งชาติ| ครั้งที่ 42
_NATIONAL_WORDS = Words("กีฬานักเรียน|กีฬานักศึกษา|กีฬาเยาวชน|กีฬาผู้สูงอายุ|กีฬาอาวุโส|กีฬาคนพิการ|กีฬาท้องถิ่น|กีฬาองค์กร|กีฬาบุคลากร|กีฬาแห่งชาติ")
_NATIONAL = re.compile(
    r"กีฬา(?:นักเรียน(?:นักศึกษา)?(?:คนพิการ)?|นักศึกษา|เยาวชน|ผู้สูงอายุ|อาวุโส|คนพิการ|ท้องถิ่น|บุคลากร)?"
    r"(?:องค์กรปกครองส่วนท้องถิ่น|การอาชีวศึกษา|สาธารณสุข|กระทรวง[ก-๎]{4,14})?แห่ง(?:ชาติ|ประเทศไทย)"
    r"(?=[ ]?(?:[“\"][ก-๎ ]{2,24}[”\"][ ]?)?(?:(?:ประจำ)?(?:ปี[ ]?)?(?:19|20|25)\d\d(?!\d)|ครั้งที่[ ]?[\d๐-๙]))"
)
# where the Games are told as where something was won, and not as where somebody goes to
_WON = Words("เหรียญ|แชมป์|รางวัล|ชนะเลิศ")
_BEFORE, _BEHIND = 110, 70
_TO_COME = re.compile(
    r"(?:สู่|เข้าร่วม(?:การแข่งขัน)?(?:ใน)?|ก่อน|ไป(?:ร่วม)?|ลุ้น|เตรียม(?:ตัว)?|ล่า|ลุย|ผ่านเข้า|โควต้?า|ตั๋ว|เจ้าภาพ)[ ]?"
    r"(?:การแข่งขัน|มหกรรม|กีฬา|แข่ง|ใน)*[ ]?\Z"
)
_LONGEST_LEAD = 24
_NO_TOWN = re.compile(r"[ ]?(?:ปี|ครั้ง|ประจำ|ใน|ที่|ของ|ณ|เมื่อ|ระดับ|ฤดู|หน)")


def great_games(text: str) -> list[Label]:
    """Games of many sports by their own name and year or number, where something was won: ใน|โอลิมปิกเกมส์ ปารีส| 2024."""
    found: list[Label] = []
    until = 0
    for place in _GAME_WORDS.find(text):
        match = _GAMES.search(text, max(until, place - _LONGEST_LEAD), place + 50)
        if match is None or match.start("name") > place:
            continue
        line = text.rfind("\n", 0, place) + 1, (text.find("\n", place) + 1 or len(text) + 1) - 1
        near = max(line[0], match.start() - _BEFORE), min(line[1], match.end() + _BEHIND)
        if not _WON.within(text, *near) or _TO_COME.search(text, max(0, match.start() - 40), match.start()):
            continue
        town = match["town"] is not None and not _NO_TOWN.match(match["town"])
        end = until = match.end("town") if town else match.end("name")
        found.append(Label("award", match.start("name"), end, "award.games", match.start("name"), end))
    for place in _NATIONAL_WORDS.find(text):
        match = _NATIONAL.match(text, place)
        if match is not None and not text.endswith("วัน", 0, place) and _TO_COME.search(text, max(0, place - 40), place) is None:
            line = text.rfind("\n", 0, place) + 1, (text.find("\n", place) + 1 or len(text) + 1) - 1
            if _WON.within(text, max(line[0], place - _BEFORE), min(line[1], match.end() + _BEHIND)):
                found.append(Label("award", place, match.end(), "award.games", place, match.end()))
    return found
