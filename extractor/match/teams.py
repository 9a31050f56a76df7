"""Names of teams as written: ทีม “…”, ทีม Rice Robot 2, ทีม 58 จัดแถว, ทีมโรงเรียนนาดีวิทยา."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.document import Span
from extractor.match.headline_words import BEHIND_NAMES
from extractor.match.winning_words import TAKES

if TYPE_CHECKING:
    from collections.abc import Iterator

# what ทีม may be glued to: ได้แก่ทีม…, และทีม…; but นำทีม, ร่วมทีม, เพื่อนร่วมทีม tell of no name
_BEFORE = re.compile(
    r"(?:^|[^ก-๙]|และ|หรือ|ผลงาน|(?:แก่|แด่|ให้|กับ)(?:ผู้|ตัว)แทน|ได้แก่|แก่|คือ|กับ|ให้|เลือก|โดย|จาก|ของ|ส่วน|ที่ผ่านมา|ล่าสุด|นี้|ด้าน|ขณะที่|ซึ่ง|แด่|ผู้เข้าแข่งขัน|เยาวชน|นักเรียน|นักศึกษา|นิสิต|นักกีฬา|(?:ภายใต้|ใน|ใช้)ชื่อ|ในนาม|(?:เยาวชน|นักเรียน|นักศึกษา|เด็ก)ไทย)$"
)
# นำทีมนาดี| ที่ชนะเลิศ…: a clause that tells of the team's prize makes it a name, whatever it is glued to
_PRIZE_TOLD = re.compile(
    r"[ ]?(?:ที่|ซึ่ง)(?:สามารถ|เพิ่ง|ได้(?=ชนะ|คว้า|ครอง))*(?:ชนะ|คว้า|ครองแชมป์|ได้(?:รับ)?(?:รางวัล|เหรียญ|แชมป์|รองแชมป์|ถ้วย))"
)
# พาทีมนาดี| คว้าแชมป์, นำทีม “นาดี”| ครองแชมป์: somebody leads a team to its prize
_LED = ("พา", "นำ")
_NO_LED = re.compile(
    r"[ ]?(?:เด็ก|นัก|คน|ชาว|สาว|หนุ่ม|ไทย|หญิง|ชาย|กระทรวง|กรม|สำนัก|จังหวัด|อำเภอ|เทศบาล|องค์การ|อบ[ตจ]|มหาวิทยาลัย"
    r"|คณะ|บริษัท|ธนาคาร|โค้ช|ลูก|น้อง|ตัวเอง|ตน)"
)
_LED_TO = re.compile(
    r"[ ]?(?:สามารถ|ผงาด|ก้าว|ขึ้น|[ ])*(?:คว้า|ครอง(?=แชมป์|ถ้วย|ตำแหน่ง)|กวาด|ซิว|ชนะ(?=เลิศ|การ)|เข้าวิน"
    r"|ได้(?:รับ)?(?=รางวัล|เหรียญ|แชมป์|รองแชมป์|ถ้วย))"
)
# 20 ทีม, but อันดับ 1 ทีมนาดี
_COUNTED = re.compile(r"(?<![\d,])(?<!อันดับ)(?<!อันดับ )(?<!ลำดับ)(?<!ลำดับ )(?<!ที่)(?<!ที่ )\d{1,3}(?:,\d{3})*[ ]?\Z")
# ทีมงาน, ทีมชาติ, ทีมที่ชนะ, ทีมละ, ทีมนักวิจัย, ทีมจากโรงเรียน ก: no name follows
_NO_TEAM = re.compile(
    r"""[ ]{0,2}
    (?: จึง | เดี่ยว | หญิง(?![ก-ฮ]) | ชาย(?!แดน)(?![ก-ฮเ-ไ]{3}) | ผสม | มิกซ์ | งาน | ชาติ | ที่(?!นี่)
      | นัก(?!ศึกษา(?:มหา|จุฬา|วิทยา)) | ละ | ผู้ | จาก | ของ | ใน | ต่าง | วิจัย | พัฒนา | แพทย์ | บริหาร | ข่าว | สำรวจ
      | ปฏิบัติ | เจ้าหน้าที่ | สุดท้าย | ไทย(?=[ ]|$) | ได้ | ชนะ | รอง | ดังกล่าว | นี้ | นั้น | และ | หรือ | โดย | มี | เพื่อ
      | ให้ | ด้วย | กับ | ก็ | จะ | คว้า | สามารถ | ซึ่ง | เข้า | ส่ง | แรก | เดียว | ร่วม | เยาวชน | ประเภท | รุ่น | อันดับ
      | ลำดับ | แชมป์ | ทั่ว | ผ่าน | ๆ | ชุด | สหวิชาชีพ | หมอ | เครือข่าย | โฆษก | support | ระดับ | จำนวน | ทุก
      | อื่น | ชาวบ้าน(?=ที่|ใน) | พี่เลี้ยง | ภาคี | เจรจา | สอบสวน | สหสาขา | ประสานงาน | วิทยากร
      | บุคลากร | คณะ(?=[ก-ฮ]+กรรม) | แข่ง | ตัวแทน | \d+[ ]?(?:คน|ทีม|รางวัล|ราย|บาท|ประเทศ) )
    | [ ]{1,2} (?: เป็น | ทำ | ถือ | นับ | ประกอบ | สมาชิก | ทั้ง | รวม | พร้อม | เมื่อ | อีก | ยัง | แต่ | ต้อง | รางวัล
      | โรงเรียน(?![ก-๙]+[ ][ก-๙]+[ ]เรื่อง) )
    """,
    re.VERBOSE,
)
_QUOTED = re.compile(r"[ ]{0,2}(?P<open>[“\"‘'])(?P<name>[^“”\"‘’'\n]{2,50})[”\"’']")
# ทีมหุ่นยนต์ |“หัวหอม”, ทีมนักศึกษา |“ต้นกล้า”: what kind of team it is stands before the name in marks
_KIND_QUOTED = re.compile(
    r"[ ]?(?:หุ่นยนต์|โดรน|อีสปอร์ต|E-?[Ss]ports?|นัก(?:เรียน|ศึกษา|ประดิษฐ์|วิจัย|พัฒนา|แข่ง|กีฬา|ดนตรี|เต้น|ร้อง)|นิสิต|นวัตกร|วิศวกร|เชฟ|เยาวชน"
    r"|เด็ก|อาชีวะ|สตาร์[ทต]อั[ปพ]|ฟุตบอล|วอลเลย์บอล|บาสเกตบอล|ตะกร้อ|ผู้ชนะ|แชมป์)(?:ไทย|หญิง|ชาย|ชนะเลิศ)?" + _QUOTED.pattern
)
# a word of the name, up to a space or to what runs on without one: ทีมนาดี|คว้ารางวัล, ทีม Alpha|เจ้าของเกม
_WORD = re.compile(
    rf"""
    (?: (?! [“”"()\[\],;:/|\s]
      | (?: {TAKES}|ได้รับ|ได้รางวัล|ก็ได้|ชนะ(?:เลิศ|การ)|เอาชนะ|สามารถ|เจ้าของ|ซึ่ง|ที่(?=ได้|คว้า|ชนะ|สามารถ)
        | ทำ(?=ผลงาน|ได้|คะแนน|ไป) | จาก(?=โรง|มหา|วิทยา|ประเทศ|จังหวัด|สถาบัน|คณะ|กอง|ชุมชน|บริษัท)
        | ได้(?=เงิน|สำเร็จ|เป็น|คะแนน|เหรียญ|แชมป์|รอง(?:ชนะ|แชมป์|อันดับ)|อันดับ|ที่[ ]?\d|ตำแหน่ง|โล่|ถ้วย)
        | และ(?=ทีม|รางวัล|จังหวัด) | รอง(?=ชนะเลิศ|แชมป์) | ชื่อผลงาน|ครอง|กวาด|ผ่าน(?=เข้า)
        | ในการ|ใน(?=ราย|พื้นที่|ครั้ง|งาน) | อยู่(?=ใน|อันดับ) | มี(?=ทักษะ|ความ|ผู้|คะแนน) | เป็น(?=ผู้|ทีม|ตัวแทน|แชมป์)
        | ประกอบด้วย | ร่วมกับ | ไป(?=ทำ|ได้|ครอง)
        | (?:ก็|ยัง|เคย|จึง|เพิ่ง)(?=[ ]?(?:{TAKES}|ได้|ชนะ|สามารถ|เคย)) | เข้า(?=ร่วม|รับ|รอบ|สู่|ชิง|แข่ง) )
      ) . )+
    """,
    re.VERBOSE,
)
_COUNT = r"(?:คน|ทีม|รางวัล|ราย|บาท|คะแนน|จังหวัด|แห่ง|โรง(?!เรียน[ก-ฮเ-ไ])|หน่วย|ผลงาน|เหรียญ)"
_LATIN = re.compile(rf"[ ](?=[A-Za-z0-9&‘’'.#@])(?!\d+[ ]?{_COUNT}|\d{{1,2}}[.)])")
# what a name does not go on with: whose the team is, what it made, what it has won
_NOT_ON = (
    r"(?!ได้|คว้า|จาก|โดย|และ|ผลงาน|เรื่อง|ชื่อ|เจ้าของ|จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.|โรงเรียน|มหา|วิทยา|สถาบัน|คณะ|ชุมชน|กรุงเทพ"
    r"|สังกัด|ของ|กับ|ด้วย|รางวัล|รอง|อันดับ|ชนะ|เหรียญ|ชมเชย|ดีเด่น|ดีมาก|ดีเยี่ยม|ยอดเยี่ยม|คะแนน|คน|บาท|เวลา|ทีม|ที่|ซึ่ง|เป็น|สามารถ|เข้า|ประเภท|รุ่น|ระดับ"
    r"|ใน|ณ|เมื่อ|มี)"
)
_DASH = re.compile(rf"[ ][-–][ ]{_NOT_ON}(?=[A-Za-z]|[ก-๎]{{2,24}}(?:\n|[ ](?:เรื่อง|ชื่อ|ผลงาน|จังหวัด|จ\.|โรงเรียน|จาก|ได้)))")
# a Thai word goes on with a number: ทีม 58 จัดแถว
_AFTER_NUMBER = re.compile(rf"(?<=\d)[ ]{_NOT_ON}(?=[ก-ฮเ-ไ])")
# a second Thai word, where what follows it can only stand behind the whole name: ทีมนาดี ฟิล์ม เรื่อง “…”
_SECOND = re.compile(
    rf"[ ]{_NOT_ON}(?P<word>[ก-ฮเ-ไ][ก-๎]{{2,24}})"
    r"(?=[ ]{1,2}(?:เรื่อง|ชื่อ|ผลงาน|จังหวัด|จ\.|โรงเรียน|มหาวิทยาลัย|วิทยาลัย)[ ]?[ก-๙“\"A-Za-z])"
)
# ทีมพญานาค |2| จังหวัดแพร่, ทีมปัญญา |ป.นำโชค| จังหวัดน่าน: a number or whom it runs for, before what can only stand behind the whole
_NUMBERED = re.compile(
    rf"[ ](?:\d{{1,3}}|(?![จอตมดนรซถ]\.)[ก-ฮ]\.[ก-ฮเ-ไ][ก-๎]{{2,20}}?)"
    rf"(?=[”\"]|[ ]{{1,2}}(?:จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.|โรงเรียน|มหาวิทยาลัย|จาก|{TAKES}|ได้รับ))"
)
# ทีมนาดี |เอฟซี|: a club's kind
_CLUB = re.compile(r"[ ](?:เอฟซี|เอฟ\.ซี\.|ยูไนเต็ด|ซิตี้|วีซี|บีซี|คลับ|อะคาเดมี่?|วอริเออร์ส?์?|เรนเจอร์ส?์?)(?![ก-๎])")
# ทีม Rice Robotics |Co., Ltd.: a firm's
_INCORPORATED = re.compile(r"(?:(?<=[ ]C[oO])|[ ]C[oO])\.?,?[ ]?(?:Ltd|LTD)\.?(?![A-Za-z])")
_LONGEST = 60
_WORD_TEAM = Words("ทีม")
# Team Rice Hub, Team “Red Boat”: the word in Latin; but Dream Team, Team Building, Team Leader
_LATIN_TEAM_WORD = Words("Team |TEAM ")
_LATIN_TEAM = re.compile(
    r"(?<![A-Za-z0-9&’'-])(?<![A-Za-z&,.’'-][ ])(?:Team|TEAM)[ ](?:[“\"‘'](?P<quoted>[^“”\"‘’'\n]{2,50})[”\"’']"
    r"|(?!(?i:building|work|lead|manage|coach|member|spirit|player|awards?|champion|event|category|thai)[a-z]*(?![a-z])"
    r"|[a-z]{2,3}[ ])"
    r"(?=[A-Z0-9ก-ฮเ-ไ]))"
)
# วง “ลมทุ่ง”, เพลง “ไกลบ้าน” ของ|วงน้ำค้าง|, วงโยธวาทิต Nadi Winds,
# คณะนักร้องประสานเสียง “ดอกแก้ว”: bands and troupes, where a name in marks or in Latin follows
_BAND_WORDS = Words(
    'วง |วง“|วง"|นามวง|ชื่อวง|ของวง|โดยวง|โดย วง'
    "|วงดนตรี|วงโยธวาทิต|วงดุริยางค์|วงออร์เคสตรา|วงขับร้อง|วงปี่พาทย์|วงโปงลาง|วงกลองยาว|คณะนักร้อง|คณะละคร|คณะลิเก|คณะหมอลำ|คณะโขน"
    "|คณะกลองยาว|คณะหนังตะลุง|คณะโนรา|คณะมโนราห์|คณะลำตัด|คณะเชิดสิงโต"
)
# วงโยธวาทิตโรงเรียนนาดี|ได้รับรางวัล: a letter of a name, which no verb of winning is part of
_WINS = r"ได้(?:รับ|รางวัล|โล่|เข้ารับ|ขึ้นรับ)|คว้า|ชนะเลิศ|(?:เข้า|ขึ้น)?รับ(?:มอบ)?(?:รางวัล|โล่|เกียรติบัตร)|ซิว|กวาด|ครองแชมป์|ผงาด"
_WINS += r"|(?:สร้างชื่อ|ก็|ยัง|เคย|จึง|สามารถ)(?=คว้า|ได้)"
_NAME = rf"(?:(?!{_WINS}|จาก(?:โรงเรียน|มหา|วิทยา))[ก-๎])"
_BAND = re.compile(
    r"(?:นาม|ชื่อ)(?P<named>วง[ ]?[ก-ฮเ-ไ][ก-๎]{2,24})(?=[ ]|\n|ประกอบ|จาก|$)"
    r"|(?:(?<=[”\"'])|(?<=[”\"'] ))(?:ของ|โดย[ ]?)(?P<maker>วง(?!การ|เงิน|จร|ศ|ษ|กต|เวียน)[ก-ฮเ-ไ][ก-๎]{2,24})(?=[ ]|\n|$)"
    r"|(?:(?<![ก-๎])|(?<=กับ|ของ|จาก|โดย|และ))วง[ ]?[“\"‘'](?P<marked>[^“”\"‘’'\n]{2,50})[”\"’']"
    r"|(?<![ก-๎])วง[ ](?:[Tt]he[ ])?[A-Z][\w'’&.\-]*(?:[ ](?:of|the|and|de|[A-Z0-9&][\w'’&.\-]*)){0,7}"
    r"|(?:(?<!ประกวด)(?<!แข่งขัน)(?<!ประชัน)(?:วง(?:โปงลาง|โยธวาทิต|ดุริยางค์|ดนตรี|ปี่พาทย์|ขับร้อง|กลองยาว)"
    r"|คณะ(?:นักร้อง|หมอลำ|ลิเก|กลองยาว|หนังตะลุง|โนรา|มโนราห์|ลำตัด|เชิดสิงโต)))"
    r"(?!สากล|ไทย|ลูกทุ่ง|พื้นบ้าน|ประสาน(?!เสียง[ก-ฮเ-ไ])|นักเรียน|นักศึกษา|เยาวชน)" + _NAME + r"{4,30}"
    r"(?=[ ]?จาก(?:โรงเรียน|มหาวิทยาลัย|วิทยาลัย)|[ ](?:โรงเรียน|มหาวิทยาลัย|วิทยาลัย)[ก-ฮเ-ไ]"
    rf"|(?:[ ](?:{BEHIND_NAMES}|ปลื้ม)[ก-๎]{{0,20}})?[ ]?(?:ที่|ซึ่ง)?(?:{_WINS}))"
    r"|(?:วง|คณะ)[ก-๎]{3,24}(?:[ ]?[“\"‘'](?P<quoted>[^“”\"‘’'\n]{2,50})[”\"’']"
    r"|[ก-๎]{0,16}?(?:โรงเรียน|เทศบาล|มหาวิทยาลัย|วิทยาลัย|จังหวัด|กองทัพ)" + _NAME + r"{2,40}"
    r"|[ ][A-Z][\w'’&.\-]*(?:[ ](?:of|the|and|de|[A-Z0-9&][\w'’&.\-]*)){0,7})"
)

# ได้แก่ |ร้าน “นาดี”| และ|ร้าน “รวงทอง”|, ให้แก่|ชมรม “คนรักนาดี”|: what a body is, and its name in marks
_MARKED_HEADS = "ร้าน|ร้านอาหาร|คาเฟ่|โรงแรม|โฮมสเตย์|ฟาร์ม|ไร่|ชมรม|กลุ่ม|วิสาหกิจชุมชน|มูลนิธิ|เพจ|พอดแคสต์|สโมสร|เรือ|แบรนด์".split("|")
_MARKED_WORDS = Words("|".join(f"{head}{gap}{mark}" for head in _MARKED_HEADS for gap in ("", " ") for mark in '“"‘'))
_MARKED = re.compile(rf"(?:{'|'.join(_MARKED_HEADS)})[ ]?[“\"‘](?!รางวัล|โครงการ|งาน|การ)[^“”\"‘’\n]{{2,40}}[”\"’]")
_BEFORE_MARKED = re.compile(r"(?:ได้แก่|คือ|แก่|ให้|แด่|กับ|และ|,|เป็นของ|[:–-]|\d[.)])[ ]?$")
_WINS_BEHIND = re.compile(rf"[ ]?(?:\([^()\n]{{1,40}}\)[ ]?)?(?:ซึ่ง|ที่|ยัง|สามารถ|ก็|เคย|[ ])*(?:{TAKES}|ได้รับ|ได้รางวัล)")
_BEFORE_BRAND = ("โดย", "อย่าง", "และ", "ส่วน", "คือ", "ซึ่ง", "ขณะที่", "ทั้งนี้")

# มอบรางวัลให้แก่ |โรงแรมนาดีแกรนด์, ยินดีกับ|ร้านครัวนาดี| ที่ได้รับรางวัล: houses that a prize is given to, or right before what they win
_HOUSE_HEADS = "โรงแรม|รีสอร์ท|ร้าน|คาเฟ่|โฮมสเตย์|ห้างสรรพสินค้า|ศูนย์การค้า|แบรนด์|ฟาร์ม|ไร่|สวนสนุก|สวนน้ำ|ค่ายมวย|คลินิก|สตูดิโอ|ค่ายเพลง"
_HOUSE_WORDS = Words(_HOUSE_HEADS)
_BEFORE_HOUSE = re.compile(r"(?:แก่|แด่|ให้(?:กับ)?|กับ|โดยมี|โดย|ของ|ว่า|คือ|ได้แก่|เยี่ยมชม|เปิดใจ|รู้จัก|เมื่อ|ล่าสุด)[ ]?$")
_HOUSE = re.compile(
    rf"(?:{_HOUSE_HEADS})(?!ที่|ซึ่ง|ต่าง|ทุก|หลาย|ใน|ของ|และ|ค้า|อาหาร(?:ที่|ไทย|ใน|และ)|ยอดเยี่ยม|ดีเด่น|ต้นแบบ|อื่น|นี้|ดังกล่าว"
    r"|สมาคม|กระทรวง|กรม|มูลนิธิ)"
    rf"(?:[ ]?(?=[A-Z]))?[ก-ฮเ-ไA-Z](?:(?!{TAKES}|ได้รับ|รับ|ที่|ซึ่ง|เข้า|ขึ้น|เป็น|ใน|ด้วย|เจ้าของ|ผู้|จังหวัด|อำเภอ|และ|อื่น|ทั่ว|ทั้ง"
    r"|สมาคม|กระทรวง|กรม(?=[ก-ฮ])|มูลนิธิ)[ก-๎A-Za-z0-9.&'-]){2,30}"
    r"(?=[ ]?(?:ได้รับ|คว้า|(?:เข้า|ขึ้น)?รับ(?:รางวัล|มอบ|โล่|เหรียญ|เกียรติ)"
    r"|เป็นผู้(?:ได้|ชนะ|คว้า)|(?:ที่|ซึ่ง)(?:ได้|คว้า|สามารถ|เคย|มี)|ในโอกาส|ใน(?:ฐานะ|ครั้ง)"
    r"|ด้วย(?:รางวัล|โล่)|อีกด้วย|เจ้าของ(?:รางวัล|เหรียญ|แชมป์)|ผู้คว้า|ไปครอง)|[ ]*(?:$|\n))"
)

# การแข่งขันเรือยาว … |เรือเทพนาดี| จากอำเภอนาดี คว้าแชมป์: boats of a race, right before where they are from or what they win
_RACING, _RACING_BOATS = ("แข่ง", "แข่งขัน", "ประเพณี"), ("เรือยาว", "เรือพาย", "เรือมังกร")
_BOAT_WORD = Words("เรือ")
_BOAT = re.compile(
    r"(?:(?<![ก-๎])|(?<=และ|แก่|คือ)|(?<=ส่วน))เรือ(?!ยาว|ใบ|พาย|มังกร|ใหญ่|กลาง|เล็ก|จิ๋ว|ท้องถิ่น|ที่|จาก|ทุก"
    r"|ทั้ง|ประเภท|ชนะ|แข่ง|ของ|ไม่|โดยสาร|หลวง|รบ|เอก|โท|ตรี|นจำ|น[ ]|ง)"
    r"[ก-ฮเ-ไ](?:(?!ชนะ|คว้า|ได้|ครอง|รอง|จาก|ซิว)[ก-๎]){2,24}"
    r"(?=[ ]?(?:จาก[ ]?(?:จ\.|อ\.|ต\.|จังหวัด|อำเภอ|ตำบล|วัด|บ้าน)"
    r"|ชนะเลิศ|คว้า|ครอง|ซิว|รองชนะเลิศ|รองแชมป์|ได้(?:ที่|อันดับ|รับรางวัล|รองแชมป์|แชมป์)))"
)


def find_teams(text: str) -> Iterator[Span]:
    """Every team that a clean text names, with the word ทีม where no marks stand around the name.

    >>> text = "ได้แก่ ทีม Rice Robot 2 โรงเรียนนาดี และทีม “รวงทอง”"
    >>> [text[team.start:team.end] for team in find_teams(text)]
    ['ทีม Rice Robot 2', 'รวงทอง']
    """
    reached = 0
    for at in _WORD_TEAM.find(text):
        if at < reached or _COUNTED.search(text, max(0, at - 16), at):
            continue
        if _BEFORE.search(text, max(0, at - 16), at) is None:
            led = text.endswith(_LED, 0, at) and _NO_LED.match(text, at + 3) is None
            quoted = _QUOTED.match(text, at + 3) if led else None
            end = quoted.end() if quoted is not None else at if _NO_TEAM.match(text, at + 3) else _name_end(text, at)
            if end > at + 4 and (_PRIZE_TOLD.match(text, end) or (led and _LED_TO.match(text, end))):
                start, stop = (at, end) if quoted is None else quoted.span("name")
                yield Span(start, stop, "place.team")
                reached = end
            continue
        quoted = _QUOTED.match(text, at + 3) or _KIND_QUOTED.match(text, at + 3)
        if quoted is not None:
            yield Span(*quoted.span("name"), "place.team")
            reached = quoted.end()
            continue
        if _NO_TEAM.match(text, at + 3):
            continue
        end = _name_end(text, at)
        if end > at + 4:
            yield Span(at, end, "place.team")
            reached = end
    yield from _latin_teams(text)
    for at in _MARKED_WORDS.find(text):
        marked = _MARKED.match(text, at)
        if marked is None:
            continue
        if _BEFORE_MARKED.search(text, max(0, at - 8), at) or is_winning_brand(text, at):
            yield Span(*marked.span(), "place.team")
    yield from _houses(text)
    boats = _BOAT_WORD.find(text)
    if any(text.startswith(_RACING_BOATS, at) or text.endswith(_RACING, 0, at) for at in boats):
        for at in boats:
            boat = _BOAT.match(text, at)
            if boat is not None:
                yield Span(*boat.span(), "place.team")
    for at in _BAND_WORDS.find(text):
        band = _BAND.match(text, at)
        if band is not None:
            name = next((group for group in ("named", "maker", "marked", "quoted") if band[group] is not None), 0)
            yield Span(*band.span(name), "place.team")


def _latin_teams(text: str) -> Iterator[Span]:
    for at in _LATIN_TEAM_WORD.find(text):
        latin = _LATIN_TEAM.match(text, at)
        end = 0 if latin is None or latin["quoted"] is not None else _name_end(text, at + 1)
        if latin is not None and latin["quoted"] is not None:
            yield Span(*latin.span("quoted"), "place.team")
        elif end > at + 5:
            yield Span(at, end, "place.team")


def is_winning_brand(text: str, start: int) -> bool:
    """Whether a brand in marks, which no product's kind stands before, is told to have won: โดย|แบรนด์ “ก”| คว้ารางวัล."""
    marked = _MARKED.match(text, start) if text.startswith("แบรนด์", start) else None
    if marked is None or _WINS_BEHIND.match(text, marked.end()) is None:
        return False
    return start == 0 or not "ก" <= text[start - 1] <= "๎" or text.endswith(_BEFORE_BRAND, 0, start)


def _houses(text: str) -> Iterator[Span]:
    for at in _HOUSE_WORDS.find(text):
        house = _HOUSE.match(text, at) if _BEFORE_HOUSE.search(text, max(0, at - 10), at) else None
        if house is not None:
            yield Span(*house.span(), "place.team")


def _name_end(text: str, at: int) -> int:
    limit = at + _LONGEST
    first = at + 3 + text.startswith(" ", at + 3) + text.startswith("  ", at + 3)
    word = _WORD.match(text, first, limit)
    if word is None:
        return at
    end = word.end()
    while end < limit:
        more = _LATIN.match(text, end) or _DASH.match(text, end) or _AFTER_NUMBER.match(text, end)
        word = _WORD.match(text, more.end(), limit) if more is not None else None
        if word is None:
            break
        end = word.end()
    club = _CLUB.match(text, end) or _NUMBERED.match(text, end)
    second = _SECOND.match(text, end) if club is None else None
    if club is not None:
        end = club.end()
    elif second is not None:
        end = second.end("word")
    while text[end - 1] in ".,-–’'" and end > first + 1:
        end -= 1
    firm = _INCORPORATED.match(text, end)
    return firm.end() if firm is not None else end
