"""Tournaments told by their titles and medals, or behind ศึก: คว้าแชมป์|มะม่วง โอเพ่น|, ศึก|ฟุตบอลลุ่มโขง ลีก| 2024."""

from __future__ import annotations

import re

from extractor.anchors import Words
from extractor.match.label import Label
from extractor.patterns import sought

# แชมป์ รายการ มะม่วง โอเพ่น 2022 · เหรียญทองซีเกมส์
_TITLE_WON = re.compile(
    r"(?:แชมป์|เหรียญ(?:ทองแดง|ทอง|เงิน|รางวัล(?=ใน|จาก)))(?:โลก)?"
    r"(?:[ ]?(?:ประเภท)?(?:หญิงเดี่ยว|ชายเดี่ยว|เดี่ยวหญิง|เดี่ยวชาย|หญิงคู่|ชายคู่|คู่หญิง|คู่ชาย|คู่ผสม|ทีมชาย|ทีมหญิง|บุคคลชาย|บุคคลหญิง)[ ]?)?"
    r"(?:[ ]?(?:ใน|จาก))?(?:รายการ(?:ใหญ่|สำคัญ)?+|การแข่งขัน|ศึก(?!ษา)(?:ใหญ่)?+)?(?:กีฬา)?[ ]?[“\"]?"
)
# ไทยลีก|มาครอง, ซีเกมส์|สมัยที่ 15: what is told of a title with no blank behind the contest's name
_TOLD_ON = (
    r"(?:มา|ไป)(?=[ ]|$|ครอง|ได้|แล้ว|อย่าง|ฝาก|เป็น)|ได้|รวม|สมัย|ที่|ด้วย|หลัง|เมื่อ|ประจำ|จาก|ติดต่อ|ต่อเนื่อง|ซึ่ง|และ|ปี|รุ่น|ประเภท"
    r"|ครั้ง|โดย|อีก|ร่วม|พร้อม|ถึง|จำนวน|ทั้ง|อย่าง|ตั้งแต่|ก่อน|เป็น|แล้ว|ใน(?=ปี|รอบ|ประเภท|รุ่น|ฐานะ|นัด|บ้าน|ฤดู)|คนแรก|ทีมแรก|ฤดูกาล"
)
_CUP = sought(
    r"(?:(?:คัพ|โอเพ่น|โอเพน|โอเพ็น|มาสเตอร์ส?|คลาสสิ[กค]|ทัวร์(?:[ ]ไฟนอลส์?)?"
    r"|ไฟนอลส์?|อินเตอร์เนชั่นแนล(?:[ ](?:ชาล?เลนจ์|ซีรีส์))?|ชาล?เลน(?:เจอร์|จ์)|แชลเลน(?:เจอร์|จ์)"
    r"|อินวิเตชั่?น|แกรนด์สแลม|แชมเปี้ยนส์|แชมเปี้ยนชิพ|แชมเปียนชิพ|แชมเปี้ยนชิป|แชมเปียนชิป|เกมส์|ลีก|กรังด์ปรีซ์|ซีรีส์|โอลิมปิก"
    r"|ชิงแชมป์(?:โลก|เอเชีย|อาเซียน|ประเทศไทย))"
    rf"(?:(?:ระดับ(?:ชาติ|โลก|นานาชาติ|ประเทศ|เอเชีย|ภาค))?(?![ก-๙])|(?={_TOLD_ON}))"
    r"|วิชาการ(?:ระดับ(?:ชาติ|โลก|นานาชาติ|ประเทศ|เอเชีย|ภาค))?(?![ก-๙])"
    r"|(?<=[ก-๙])(?:โลก|เอเชีย|อาเซียน|ประเทศไทย|แห่งชาติ|ระหว่างประเทศ)(?=[ ]?(?:\d{4}|ปี[ ]?\d|ประจำปี|ครั้งที่)))"
)
# เหรียญทองวิ่ง 200 เมตรชาย |กีฬาซีเกมส์: of many sports, the event is told before it
_GAMES = re.compile(r"[ ](?:จาก|ใน)?(?P<name>(?:กีฬา|การแข่งขัน)?[^ ]*(?:เกมส์|โอลิมปิก))$")
_NAME = re.compile(r"[ก-๙.\- ]{2,50}")
# แชมป์|แบดมินตัน รายการใหญ่ |ธารา มาสเตอร์ส, 2 แชมป์|ซ้อนในเวที|เวิลด์ทัวร์: what stands before a tournament's name
_BEFORE_NAME = re.compile(
    r"(?:[ก-๎]{3,20}[ ]?)?(?:รายการ(?:ใหญ่|สำคัญ|แรก|ระดับโลก)?(?:ระดับ[ก-๎]{2,12})?"
    r"|(?:ซ้อน)?[ ]?(?:ใน|จาก|บน)?(?:เวที|ศึก(?!ษา))(?:ใหญ่|ระดับโลก)?)"
    r"[ ]?(?=[ก-ฮเ-ไ][ก-๎]{2})"
)
_MOST_WORDS = 5
# แชมป์|ประเทศไทย ประจำปี 2562, แชมป์|ลีกมาครอง: of where, of a kind of contest, and of what is told elsewhere
_KINDS = re.compile("(?:ชิงแชมป์)?(?:โลก|เอเชีย|อาเซียน|ประเทศไทย|แห่งชาติ|ระหว่างประเทศ)|ลีก|คัพ|ทัวร์|ซีรีส์|เกมส์")
_NO_TITLE = re.compile("^แรก|ยอดเยี่ยม|ดีเด่น|สาขา|ได้|เข้าไป|เพื่อ|จะ|คว้า|สามารถ|แต่|(?<!ชิง)แชมป์|เหรียญ|พร้อม|หลัง")
# คว้าแชมป์ |เสียงใสชายโขง| 2564, แชมป์รายการ |“ยอดเชฟลุ่มน้ำ”| ซีซั่น 3: told by its year or season
_TITLE_DATED = re.compile(
    r"แชมป์(?:(?:[ ]?รายการ(?:ใหญ่|สำคัญ)?+)[ ]?[“\"‘']?"
    r"|(?:(?!โลก|เอเชีย|ประเทศ|อาเซียน|กลุ่ม|ภาค)[ก-๎]{3,18}[ ]?)?[“\"‘']|[ ]?[“\"‘']|[ ])"
    r"(?!โลก|เอเชีย|ประเทศ|เก่า|สมัย|ประจำ|ปี|เมื่อ|หลัง|ตั้งแต่|อีก|ด้วย|พร้อม|คน|เป็น|ครั้ง|ให้|ทีม|เดือน|ฤดู)"
    r"(?P<name>[ก-ฮเ-ไ][ก-๎]{2,24}(?:[ ](?!ประจำ|ปี|ซีซั|ครั้ง)[ก-๎]{2,20}){0,2})"
    r"(?=[ ]?[”\"’']?[ ](?:(?:ปี[ ]?)?(?:19|20|25)\d\d(?!\d)|ซี(?:ซั่?น|ซัน)[ ]?(?:ที่[ ]?)?\d|ฤดูกาล(?:ที่)?[ ]?\d))"
)
# “|แชมป์เชฟรุ่นเยาว์ไทย| 2562” ประกาศผลแล้ว
_TITLE_QUOTED = re.compile(
    r"(?P<name>แชมป์(?!โลก|เก่า|ประเภท|รุ่น|สมัย)[ก-ฮเ-ไ][ก-๎]{3,30}(?:[ ][ก-๎]{2,20}){0,2})"
    r"(?=[ ]?(?:ประจำปี[ ]?|ปี[ ]?)?(?:19|20|25)\d\d[ ]?[”\"’'])"
)
# คว้าแชมป์|วอลเลย์บอลลุ่มน้ำ| ประจำปี 2565 · เหรียญทอง|เทควันโดเยาวชนโลก| ที่…: a sport with more to its name
_SPORT_WON = re.compile(
    r"(?:กีฬา)?(?:ฟุตบอล|ฟุตซอล|วอลเลย์บอล|บาสเกตบอล|แบดมินตัน|เทนนิส|เทเบิลเทนนิส|มวย(?:ไทย|สากล)?|กอล์ฟ|เซปักตะกร้อ|ตะกร้อ|ว่ายน้ำ|วิ่ง|จักรยาน|เทควันโด|ปันจักสีลัต"
    r"|ยกน้ำหนัก|เรือ(?:ยาว|ใบ|พาย)|กรีฑา|หมากรุก|หมากล้อม|สนุกเกอร์|เปตอง|คาราเต้|ยูโด|รักบี้|อีสปอร์ต|วงโยธวาทิต|จินตคณิต|ยิงปืน|ฮอกกี้|แฮนด์บอล|โบว์ลิ่ง|ดาบ)"
    r"(?!ไทย(?![ก-๎]{3})|โลก(?![ก-๎])|หญิง|ชาย|คู่|เดี่ยว|ทีม|ผสม|รุ่น|ประเภท|ในร่ม|ที่|จาก|ใน|ของ|ได้|โดย|ให้|ระยะ|\d)"
    r"(?:(?!ประจำ|ครั้งที่|ในปี|ที่|ซึ่ง|หลัง|ด้วย|รุ่น|ประเภท|ระยะ|มาครอง|ไปครอง|ได้สำเร็จ|เมื่อ|จาก(?!เ)|สมัย)[ก-๎]){4,40}"
    r"(?=[ ]?(?:ประจำ|ครั้งที่|ปี[ ]?\d|(?:19|20|25)\d\d|\d[ ]?สมัย|ฤดูกาล|ที่|ณ[ ]|เมื่อ|ไปครอง|มาครอง|ได้สำเร็จ|สมัย|หลัง|ด้วย|รุ่น|ประเภท"
    r"|จาก|\n|$))"
)
_TITLE_WORDS = Words("แชมป์|เหรียญ")


def tournaments(text: str) -> list[Label]:
    """Tournaments won, named without the word contest: แชมป์ มะม่วง โอเพ่น → มะม่วง โอเพ่น."""
    found = []
    for place in _TITLE_WORDS.find(text):
        dated = _TITLE_DATED.match(text, place)
        if dated is not None and not _NO_BOUT.search(text, *dated.span("name")):
            found.append(Label("award", *dated.span("name"), "award.tournament", dated.start("name"), dated.end("name")))
            continue
        quoted = _TITLE_QUOTED.match(text, place) if text[place - 1 : place] in {"“", '"', "‘", "'"} else None
        if quoted is not None:
            found.append(Label("award", *quoted.span("name"), "award.tournament", *quoted.span("name")))
            continue
        head = _TITLE_WON.match(text, place)
        cup = _CUP.search(text, head.end(), head.end() + 56) if head is not None else None
        if head is None:
            continue
        if cup is None or _NAME.fullmatch(text, head.end(), cup.end()) is None:
            sport = _SPORT_WON.match(text, head.end())
            if sport is not None:
                found.append(Label("award", *sport.span(), "award.tournament", *sport.span()))
            continue
        if _KINDS.fullmatch(text, head.end(), cup.end()) or _NO_TITLE.search(text[head.end() : cup.end()]):
            continue
        if text.count(" ", head.end(), cup.end()) < _MOST_WORDS and text[head.end()] != " ":
            games = _GAMES.search(text, head.end(), cup.end())
            before = _BEFORE_NAME.match(text, head.end(), cup.end())
            start = games.start("name") if games is not None else before.end() if before is not None else head.end()
            found.append(Label("award", start, cup.end(), "award.tournament", start, cup.end()))
    return found


_BOUT_WORDS = Words("ศึก|รายการ|ทัวร์นาเมนต์")
# ศึก|ฟุตบอลลุ่มโขง ลีก| 2024, but not ทหารผ่านศึก, ศึกษา
_BOUT = re.compile(
    r"(?:(?<!ผ่าน)(?<!ชนะ)(?<!นัก)(?<!ข้า)(?<!ทำ)ศึก(?!ษา)|(?<!จัด)(?<!ผู้)รายการ(?:ใหญ่|สำคัญ)?+(?!โทร)|ทัวร์นาเมนต์)"
    r"(?:แข่งขัน)?(?:กีฬา)?[ ]?[“\"‘]?"
)
_BOUT_DATED = re.compile(r"[ ]?[”\"’]?(?=[ ]?(?:19|20|25)\d\d(?!\d)|[ ]?(?:ประจำปี|ครั้งที่|ฤดูกาล)[ ]?\d)")
_NO_BOUT = re.compile(r"ระหว่าง|กับ|นัด|ที่(?!มข)|ใน|ของ|เมื่อ|โดย|จะ|ได้|คือ|และ|ต่อ|นี้|จาก|ทาง|เพลง|ละคร")


def bouts(text: str) -> list[Label]:
    """Tournaments behind ศึก and รายการ, wherever they are named: ศึกฟุตบอลลุ่มโขง ลีก 2024 → ฟุตบอลลุ่มโขง ลีก."""
    found = []
    for place in _BOUT_WORDS.find(text):
        head = _BOUT.match(text, place)
        start = head.end() if head is not None else -1
        cup = _CUP.search(text, start, start + 60) if head is not None else None
        if cup is None or _NAME.fullmatch(text, start, cup.end()) is None or _NO_BOUT.search(text, start, cup.end()):
            continue
        dated = _BOUT_DATED.match(text, cup.end())
        if text.count(" ", start, cup.end()) < _MOST_WORDS and (text.startswith("ศึก", place) or dated is not None):
            found.append(Label("award", start, cup.end(), "award.bout", place, cup.end()))
    return found
