"""What lines of a list of results begin with, name and are parted by. Patterns only."""

from __future__ import annotations

import re

from extractor.anchors import Anchored, Words
from extractor.patterns import sought

# what a line begins with before its words: bullets, numbers, letters
BULLET = re.compile(
    r"[-–—•*●▪■◆➡▶►✅✔☑★☆♥♦🏆🥇🥈🥉🏅🎖⚔️\u20e3\ufe0f \t]*(?:\(?\d{1,2}(?:\.\d{1,2})*(?:[.)]|(?<=\.\d)[ ]|\ufe0f?\u20e3)[ ]*"
    r"|[ก-ฮ]\.[ ]+)?"
    r"[-–•■]?[ ]*"
)
# how far a prize reaches: ครูดีเด่น| ระดับเขต (เขตสุขภาพที่ 5) |สาขา…
_REACH = (
    r"[ ]*ระดับ[ ]?(?:ประเทศ|ชาติ|ภูมิภาค|ภาค|เขต(?:พื้นที่(?:การศึกษา)?|สุขภาพ)?|กลุ่ม(?:จังหวัด)?|จังหวัด|อำเภอ|ตำบล)(?:ที่[ ]?\d{1,2})?(?![ก-๎])"
)
_IN_BRACKETS = r"(?:[ ]*\([^()\n]{1,60}\))?"
# between the parts of a prize that is told without verbs
BETWEEN_PARTS = re.compile(rf"(?:{_REACH})?{_IN_BRACKETS}[ ()]*")
# between a prize and its winner in one line
TO_WINNER = re.compile(
    r"[”\"’']?(?:[ ]*\([^()\n]{1,60}\))?[ ]*(?:(?:\.{2,}|…+|[:：–—|=→➡]|-(?=[ ])|ได้แก่|คือ(?=[ ])|เป็นของ|ตกเป็นของ)[ ]*)?"
)
# the prize is all that its line says
_SO_MANY = r"(?:[ ]*(?:มี|จำนวน|รวม)?[ ]?\d{1,3}[ ]?(?:รางวัล|ผลงาน|เรื่อง|เล่ม|แห่ง|คน|หน่วยงาน|ทีม|ราย)[ ]*(?:ได้แก่|คือ)?)?"
HEADING_ENDS = re.compile(rf"[”\"’']?(?:{_REACH})?{_IN_BRACKETS}{_SO_MANY}[ ]*[:：–-]?[ ]*\Z")
# … ผู้ชนะทั้งหมดมีดังนี้
ANNOUNCES = Anchored(
    re.compile(
        r"ผล(?:การ)?(?:รางวัล|ประกวด|แข่งขัน|ตัดสิน|มอบ|คัดเลือก|โหวต)|(?:ราย(?:ชื่อ|นาม)|สรุป|ทำเนียบ)[^\n]{0,40}(?:รางวัล|ชนะ|Award)|ผู้ชนะ|ผู้(?:ที่)?ได้รับรางวัล"
        r"|(?:ได้รับรางวัล|ดังมี|ราย(?:ชื่อ|นาม))[^\n]{0,60}(?:ต่อไปนี้|ตามนี้)"
        r"|(?:รางวัล|โล่)[^\n]{0,60}(?:ดังนี้|ดังต่อไปนี้|ได้แก่[ ]*$|:[ ]*$)"
        r"|(?:ผู้(?:ที่)?ได้รับ|ผู้รับ|ตัดสิน|มอบ)[^\n]{0,110}(?:ดังนี้|ดังต่อไปนี้)[ ]*:?[ ]*$"
    ),
    "ผลการ|ผลรางวัล|ผลประกวด|ผลแข่งขัน|ผลตัดสิน|ผลมอบ|ผลคัดเลือก|ผลโหวต|รายชื่อ|รายนาม|สรุป|ทำเนียบ|ผู้ชนะ|ผู้ได้รับ|ผู้ที่ได้รับ"
    "|ผู้รับ|ได้รับรางวัล|ดังมี|รางวัล|โล่|ตัดสิน|มอบ",
)
# ผู้เข้าชิงรางวัล…: they have not won yet
NOMINATES = re.compile(r"ผู้(?:ที่)?(?:เข้า|ท้า|มีชื่อ)ชิง|รายชื่อ(?:ผู้)?เข้าชิง|เปิดโผ|ผู้เข้ารอบ|เสนอชื่อเข้าชิง|เข้ารอบสุดท้าย")
# ร้านค้าปลีกรายใหม่มาแรง| .......... |กาแฟโรงสี
NAMED = re.compile(r"(?P<name>[ก-ฮเ-ไA-Z][^\n:：|.…“”]{2,80}?)[ ]*(?:\.{2,}|…+|[:：|→➡]|[ ][–—-](?=[ ]))[ ]*(?=[ก-ฮเ-ไA-Z“\"‘'])")
# ดาวรุ่งแห่งปี |สมใจ ปลูกบัว
BEST_NAMED = re.compile(
    r"(?P<name>[ก-ฮเ-ไ][^\n:：|.…“”]{2,60}?(?:ยอดเยี่ยม|ดีเด่น|ยอดนิยม|แห่งปี|แห่งฤดูกาล|สูงสุด|ขวัญใจ[ก-๎]{2,12}))[ ]+(?=[“\"‘']?[ก-ฮเ-ไ])"
)
# MVP |สมใจ ปลูกบัว
LATIN_NAMED = re.compile(r"(?P<name>[A-Z][A-Za-z&’'./-]{1,20}(?:[ ][A-Z&][A-Za-z&’'./-]{0,20}){0,6})[ ]+(?=[“\"‘']?[ก-ฮเ-ไ])")
# what no prize is called: who wrote, where and when, whom to ask
NO_PRIZE = re.compile(
    r"(?:ข่าว|ภาพ(?=[ ]*$|/)|เรื่อง(?=[ ]*$)|โดย|ผู้(?:เขียน|จัด|สนับสนุน|ดำเนิน|ประสาน|เข้าชม|ดูแล)|เผยแพร่|ติดต่อ|โทร|สถานที่"
    r"|วัน|เวลา|ประธาน|กรรมการ|พิธีกร|ที่มา|แท็ก|แชร์|อ่าน|หมวด"
    r"|ครู|อาจารย์|ที่ปรึกษา|ปรับปรุง|ประกาศเมื่อ|หน้าแรก|ขอบคุณ|หมายเหตุ|เครดิต|สอบถาม|ข้อมูล|อัปเดต|ชื่อ|สังกัด|อายุ"
    r"|คะแนน|เงินรางวัล|ลูกค้า|เจ้าของ|ออกแบบโดย|ผู้ออกแบบ|ไตรมาส|เกม|Tag|TAG|Photo|Line|LINE|Facebook|By|Credit|Posted|About)"
)
BEST = re.compile(
    r"(?:ยอดเยี่ยม|ดีเด่น|โดดเด่น|ยอดนิยม|แห่งปี|สูงสุด|ขวัญใจ|มาแรง|ดาวรุ่ง|เกียรติยศ|ทรงเกียรติ|สร้างสรรค์|ต้นแบบ"
    r"|MVP|Best|of the (?:Year|Season)|Most|Fan |Favou?rite|Outstanding|Rookie|Popular|Rising)"
)
# GOLD, Silver: alone in a line
METAL = sought(
    r"(?i:grand[ ]prix|gold|silver|bronze|platinum|diamond|titanium)(?i:[ ](?:awards?|medals?|prize))?(?![ ]?[A-Za-z])"
    r"|(?i:citation|merit(?:[ ]award)?)(?![ ]?[A-Za-z])"
    r"|(?:เหรียญ)?(?:ทองแดง|ทอง|เงิน)(?![ก-๎])"
)
# one of which stands in every one
METALS = Words(
    "ทอง|เงิน|"
    + "|".join(
        form
        for metal in "grand gold silver bronze platinum diamond titanium citation merit".split()
        for form in (metal, metal.title(), metal.upper())
    )
)
# ช้างเผือก|ทอง: one of an award's tiers
TIER = re.compile(
    r"ทอง|เงิน|เพชร|แพลทินัม|ดาว|ดี(?:เด่น|มาก|เยี่ยม|เลิศ)|ชมเชย|ยอดเยี่ยม|มงกุฎ|(?i:gold|silver|bronze|platinum|diamond|merit)"
)
OF_WORKS = re.compile(
    r"(?:รางวัล)?(?:ภาพยนตร์|หนัง|เพลง(?!.{0,12}(?:ขับร้อง|นักร้อง))|ละคร|ซีรี[สย]|สารคดี|หนังสือ|นวนิยาย|รวมเรื่องสั้น|กวีนิพนธ์|อัลบั้ม|มิวสิก|รายการ|โฆษณา|แอนิเมชัน"
    r"|เกม|แอป|ภาพถ่าย|คลิป|Film|Song|Album|Movie|Best (?:Film|Picture|Song|Album|Series))"
)
_THAI_WORD = r"[ก-ฮเ-ไ][ก-๎]"
# “น้องมุก” |สมใจ ปลูกบัว
PERSON = re.compile(
    rf"(?:(?:[“\"‘'][^“”\"‘’'\n]{{1,16}}[”\"’'][ ]?))?(?P<name>{_THAI_WORD}{{1,19}}[ ]{{1,2}}{_THAI_WORD}{{2,24}})(?![ก-๎])"
    r"(?=[ ]*(?:$|\n|[(/,–—|&-]|และ|กับ|จาก|โดย|ผลงาน|โรงเรียน|มหาวิทยาลัย|วิทยาลัย|สโมสร|ทีม|ค่าย|คลื่น|รองชนะเลิศ|อดีต|ผู้))"
)
# แม่ครู|บัวซอน ใจดี, ดีเจ|ปิติ มานะ: a title that is no honorific of the gazetteer
CALLED = re.compile(r"(?:(?:แม่|พ่อ)(?:ครู|หลวง|หมอ|เพลง)|โค้ช|ดีเจ|เชฟ|กัปตัน|ลุง|ป้า)(?=[ก-ฮเ-ไ])")
# (|เชียงราย นอร์ธสตาร์|), but not (ซัน), (15 คะแนน)
TEAM_BEHIND = re.compile(r"[ ]*\((?P<team>(?!จาก|เรื่อง|ภาพยนตร์|ละคร|เพลง|ซีรี|ไม่|อายุ|ชั้น|ม\.|ป\.)[ก-ฮเ-ไA-Z][^()\n\d]{5,50})\)")
TEAM_HEAD = re.compile(
    r"ทีม|สโมสร|โรงเรียน|ร\.?ร\.|มหาวิทยาลัย|ม\.|วิทยาลัย|ค่าย|บริษัท|บมจ|บจก|ชมรม|ห้าง|จังหวัด|สังกัด|ธนาคาร|คณะ|ศาล"
    r"|สมาคม|กรม|สำนัก"
)
# Zenkai |(|ปิติ มานะ|)| Siam Nadee: a player's name in the game, and the own one
OWN_NAME = re.compile(
    rf"[ ]*\([ ]?(?P<name>{_THAI_WORD}{{1,19}}[ ]{{1,2}}{_THAI_WORD}{{2,24}})[ ]?\)"
    r"(?:[ ]+(?P<team>[A-Zก-ฮเ-ไ][^\n–—(|,]{2,40}?)[ ]*(?=$|[–—(|,]))?"
)
NEXT = re.compile(r"[ ]*(?:/|[,;]|และ|&|กับ)[ ]*")
# ⏎จาก |สายลม
FROM = "จาก(?!นั้น|นี้|การ)"
KIND_OF_WORK = "(?:เรื่อง|ภาพยนตร์|ละคร|ซีรี[สย]์?|เพลง)"
FROM_WORK = re.compile(rf"\n[ ]*(?:{FROM}|\(จาก)[ ]*{KIND_OF_WORK}?[ ]*[“\"‘']?(?P<title>[^\n“”\"()]{{2,60}})")
# ⏎|สายลมไม่รอใคร| โดย |สมใจ ปลูกบัว สำนักพิมพ์ ก, ⏎|ตลาดริมน้ำ| / ออกแบบโดย: |สตูดิโอ ก
TITLE_BY = re.compile(
    r"(?P<title>[^\n“”\":/]{3,80}?)[ ]+(?:(?:เรื่อง)?โดย|/[ ]?(?:ออกแบบ|กำกับ|สร้าง)?โดย)[ ]?:?[ ]?(?=[“\"‘']?[ก-ฮเ-ไA-Z])"
)
PERSON_OR_MARK = re.compile(r"[“\"‘']|[ก-ฮเ-ไ][ก-๎]{1,19}[ ]{1,2}[ก-ฮเ-ไ][ก-๎]{2,24}")
# เรื่อง |“สายลม”
LEADS_TITLE = re.compile(r"(?:ชื่อ)?(?:เรื่อง|ผลงาน|ภาพ|เพลง|โครงงาน|นวัตกรรม)(?:เรื่อง)?[ ]?:?[ ]?(?=[“\"])")
TITLE_ENDS = re.compile(r"[ ]+(?:[-–—/]|โดย|ของ|จาก)[ ]+|[ ]*\(|$")
# ลมหายใจ| – |วงสายรุ้ง
TO_MAKER = re.compile(
    r"[”\"’']?[ ]*(?:(?:(?<=[ ”\"’'])|[ ])[-–—/](?=[ ])|[/,]?[ ]?ออกแบบโดย[ ]?:|โดย|ของ"
    r"|หน่วยงาน[ ]?:?(?=[ ])|ผู้ประพันธ์|ขับร้องโดย|(?P<bracket>\()|(?=[ ]))[ ]*(?=[ก-ฮเ-ไA-Z])"
)
# บ้านนา| อ.|ปัว| จ.|น่าน
WHERE = re.compile(
    r"[ ]?(?P<where>(?:(?:ต\.|ตำบล|อ\.|อำเภอ|จ\.|จังหวัด)[ ]?[ก-๎]{2,30}(?:[ ](?=ต\.|ตำบล|อ\.|อำเภอ|จ\.|จังหวัด))?){1,3})"
)
# a name that nothing but its place tells ends there
NAME_ENDS = re.compile(
    r"[ ](?=(?:[อจต]\.[ ]?|อำเภอ|จังหวัด|ตำบล)[ก-ฮเ-ไ])|[ ]+[–—|-][ ]*|[ ]{2,}|[ ]*[(/,:)]|[ ]?[“\"‘]"
    r"|[ ](?=[\d,.]+[ ]?(?:บาท|คะแนน|แต้ม|ล้าน))|$"
)
BY = re.compile(r"(?:[ ]*\([^()\n]{1,80}\))?[ ]*(?:โดย|ของ|ผลงานของ|ผู้ประพันธ์)")
NO_WINNER = re.compile(r"ไม่มี|งด|ยกเลิก|\d{1,12}(?:[.,]\d{1,12})?[ ]*(?:บาท|รางวัล|คน|ทีม|คะแนน|แห่ง|ราย|ผลงาน)")
# what no heading of ranks says
NO_HEADING = re.compile(
    r"[“”\":]|[ ][–—][ ]|รางวัล|ผู้ชนะ|รายชื่อ|ดังนี้|ได้แก่|ประกาศ|ผลการ|สรุป|วันที่|เวลา|ได้รับ|ชนะเลิศ|เหรียญ"
    r"|[?!]|กล่าว|เมื่อ|โดย|ซึ่ง|ขอแสดงความ|ภาพ[ ]?:|ข่าว|โทร|http|ณ[ ]"
)
# words of running talk, which no heading holds
SPOKEN = frozenset("เรา ที่ ซึ่ง จะ ให้ แต่ ก็ นะ ครับ ค่ะ คะ จ้า แล้ว ไม่ ได้ มา ไป กัน ทำ มี เป็น".split())
# Film: one of the fields below a metal
FIELD = re.compile(r"[A-Z][A-Za-z&/ -]{1,40}|[ก-ฮเ-ไ][ก-๎ ]{3,40}")
MARK = re.compile(r"[“\"‘]")
# ผลงาน : “สายลม”: of a form
OF_FORM = re.compile(r"ผลงาน|เรื่อง|ภาพ|คลิป|เพลง|หัวข้อ|แนวคิด|ธีม|โครงการ|โครงงาน|สโลแกน|คำขวัญ")
LETTER = re.compile(r"[ก-ฮเ-ไA-Za-z]")


def behind_bullet(text: str, start: int) -> int:
    """Where the words of the line that begins at `start` begin, behind its bullet or number."""
    if "ก" <= text[start : start + 1] <= "๎" and not text.startswith(".", start + 1):
        return start  # most lines do: no bullet begins so
    return BULLET.match(text, start).end()  # type: ignore[union-attr]  # it matches nothing, too
