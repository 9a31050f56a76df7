"""Names of awards that only their shape tells, behind a word for a prize, an honour or a contest: รางวัล…, การประกวด…."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor.anchors import Words
from extractor.match.award_contests import contest
from extractor.match.award_described import described_prize
from extractor.match.award_honours import DATED_WITHIN, QUOTED_RANK, behind_honour
from extractor.match.award_latin import LATIN_AWARD
from extractor.match.award_stages import class_end
from extractor.match.award_words import QUOTED, is_function_word, name_end
from extractor.match.label import Label
from extractor.patterns import sought

_PRIZE = "รางวัล"
# รางวัล that names nothing: รางวัลนี้, รางวัลแห่งเกียรติยศ, รางวัลละ, 3 รางวัล
_NAMELESS = re.compile(
    r"[ ]*(?:หนึ่ง(?=[ \n]|$)|ผู้(?:เข้าประกวด|เข้าแข่งขัน|เข้าร่วม|ส่งผลงาน)(?![ก-๎]{0,16}(?:ดีเด่น|ยอดเยี่ยม|ดีเลิศ))"
    r"|โล่|ถ้วย|รางวัล|มิใช่|ไม่ใช่|ต่อ(?:หน้า|ไป)|ทันที|ตามลำดับ|ความตอน|จำนวน|ที่ผ่านมา|กลับ|เรียบร้อย|ใหม่(?![ก-ฮเ-ไ])"
    r"|ทุนการศึกษา|งวด|แบบ(?=[ก-ฮเ-ไ])(?!อย่าง|เรียน|บ้าน|แผน)|แต่ละ|เวทีโลก|เป็น(?:ครั้ง|ราย|ปี|ที่|ผล|การ|เงิน)|อีกแล้ว|มีมติ|ติดมือ|ลงทะเบียน|เกียรติคุณมากมาย"
    r"|ที่(?:สอง|สาม|สี่|ห้า)(?=[ ]?(?:สาขา|ประเภท|ด้าน|คือ|ได้แก่))"
    r"|ล้วน|ควบคู่|แทบ|เกือบ|เสมอ(?!ภาค)|บ่อย|แม้(?!น)|นับไม่|ถือ(?=เป็น|ว่า)|(?:ร่วม|คู่)(?=กับ|กัน)|ส่วน(?=ใหญ่|มาก|หนึ่ง)|เนื่อง(?=จาก|ใน)|ก่อน(?=หน้า|ที่|จะ|เริ่ม|ปิด)"
    r"|ยัง(?=คง|ได้|มี|เป็น|ไม่|จะ|ถูก|ต้อง|สร้าง|ช่วย)|(?:พิเศษ)?เพิ่ม(?=อีก|เติม|ขึ้น)|เรื่อย|เหมือน|เท่า(?=กับ|กัน|ที่)|สัก(?=ครั้ง|ที|รางวัล)|เหล่า(?=นี้|นั้น)|ซ้ำ|ภายหลัง|ดัง(?=ที่|เดิม)|สุดท้าย(?!ปลาย)"
    r"|(?:คน|ปี|ราย|ทีม)ละ|ตาม(?=ที่|มา)|ทั่ว(?=ประเทศ|โลก|ทั้ง|ทุก)|หนึ่งใน|กลาง(?=เวที|งาน)|หรือ(?=ไม่|ยัง|เปล่า)|กระทั่ง|(?:ขณะ|ระหว่าง)(?=ที่|นี้|นั้น|เดียว)"
    r"|จูงใจ|การ(?:แจ้ง|ชี้)(?:เบาะแส|ความ)?(?![ก-๎])|อันดับ\d|(?:ด้าน[ก-๎]{2,16})?มากมาย"
    r"|(?:ประกาศนียบัตร)?เกียรตินิยม(?=[ ]*(?:อันดับ(?:ที่)?[ ]*\d[ ]*)?เหรียญ)"
    r"|เหรียญ(?!เพชร|สดุดี)|หน้าพระ|รับ(?=ทราบ|พระ)|ถูก|ลักษณะ|ชนิด(?:ต่าง|ละ)|ต่าง|ทรงคุณค่า|รวม(?=ทั้ง)|เป็นที่|พระราชทาน(?=ของ|สมเด็จ)|แก่"
    r"|พิเศษ(?=เป็น|อีก|ได้แก่|ของ)|(?:ทีม[ก-๙]{0,16})?(?:ผู้)?ชนะ(?:เลิศ)?(?:ใน|จาก)?(?:โครงการ|งาน)?(?:การ)?(?=ประกวด|แข่งขัน)|(?:กิจกรรม|โครงการ)?(?:การ)?(?=ประกวด|แข่งขัน)"
    r"|(?:ชมเชย|ยอดเยี่ยม|ดีเด่น|ดีเยี่ยม|ดีมาก|เข้าร่วม|เป็นเลิศ|ชนะเลิศ|รองชนะเลิศ|เกียรติคุณประกาศ)(?=[\s“\"”,.)จ\dใ]|$)|ครั้ง|ระดับ|ทุก"
    r"|พระราชทาน(?:\s|ฯ|$|จาก|ให้|แก่|ใน|และ|(?:การ)?(?:ประกวด|แข่งขัน))|พิเศษอัน|อัน(?!ดับ)|นี้|นั้น|ดังกล่าว|แห่ง(?:เกียรติยศ|ความ|การ)|ที่\s?\d|เกียรติยศ(?:\s|สูง|จาก"
    r"|ใน|ที่|ของ|$)|เชิดชูเกียรติ(?:\s|แก่|ให้)|ทรงเกียรติ|เลขท้าย|เลขหน้า|ข้างเคียง|แจ็กพอต|แจ็คพอต|นำจับ|สะสม|สลาก|"
    r"พิเศษ(?:\s|จำนวน|มูลค่า)|มูลค่า|เงิน(?:สด|รางวัล)|(?!5[ ]?ส[ .]?[ ]?[ก-ฮ])\d+|[ๆฯ/\-–)\n*]|$)"
)

_BEFORE_NAMELESS = sought(
    r"(?:เป็น|เงิน|(?<!เจ้า)ของ|ชิง|ลุ้น|ถูก|แจก|ออก|จับ|สมนา|ล่า|\d[ ]?|หลาย|ทุก|แต่ละ|ประเภท"
    r"|(?<!ประกาศ)(?<!สรุป)(?<!แถลง)(?<!ข่าว)(?<=[ก-๎])ผล|สาขา|ตัว|ใบ|ขึ้นเงิน)\Z"
)

# รางวัล ก ปี 2560 |รางวัล ข: a year counts no prizes
_YEAR_BEFORE = re.compile(r"(?:ปี|พ\.ศ\.|ค\.ศ\.|[A-Za-z])[ ]?(?:19|20|24|25)\d\d[ ]?\Z")

HEADS = Words("รางวัล|เกียรติคุณ|เชิดชูเกียรติ|โล่เกียรติ|เกียรติบัตร|วุฒิบัตร|ประกวด|แข่งขัน|แข่งเรือ|ประชัน|ศิลปินแห่งชาติ")

HEAD = re.compile(
    r"(?P<prize>รางวัล)|(?P<plaque>เกียรติคุณ|เชิดชูเกียรติ(?:คุณ(?!แม่|พ่อ|ครู|หมอ|ภาพ|ธรรม))?|โล่เกียรติ(?:คุณ|ยศ)|เกียรติบัตร|วุฒิบัตร)|(?P<contest>ประกวด|แข่ง(?:ขัน|(?=เรือ(?:ยาว|หางยาว|มังกร|พาย|ใบ|แคนู|พระ)))"
    # การประชัน|วงกลองยาว; but การประชัน|ฝีมือ, การประชัน|กันของ…
    r"|(?<=การ)ประชัน(?!กัน|ของ|บทบาท|ความ|ไอเดีย|แนวคิด|ระหว่าง|แข่ง|โฉม|หน้า|ที่|ใน|กับ|และ|หลาก|ฝีมือ[ก-๎]{0,9}(?![ก-๎])|ฝีปาก)(?=[ก-ฮเ-ไ]))|(?P<star>ศิลปินแห่งชาติ)"
)

# รางวัล|ต้นแบบดีเด่นด้านการจัดการน้ำ · รางวัล|เกียรติยศผู้อนุรักษ์ป่า: a rank's word begins the name
_MODEL = re.compile(
    r"ต้นแบบ(?:ดีเด่น|ยอดเยี่ยม)?ด้าน"
    r"|(?:เกียรติยศ|เชิดชูเกียรติ|เกียรติคุณ)(?:ผู้(?!ว่า|ช่วย|อำนวย|ที่|ได้|ชนะ|เข้า|รับ)|คน(?=[ก-ฮเ-ไ])|องค์กร(?!ใน|ที่|ต่าง)|ครู|นัก(?!ร้อง)|บุคคล|บุคลากร|เกษตรกร|เด็ก|ทหาร|ตำรวจ|ช่าง|พยาบาล|ศิลปิน|เยาวชน|หน่วยงาน(?!ที่|ใน)|สตรี|หมอ|แพทย์|ปราชญ์|พลเมือง"
    r"|อาสาสมัคร|เครือข่าย|ชุมชน|หมู่บ้าน|สถาน(?:ศึกษา|ประกอบ)|โรงเรียน|วัฒนธรรม|ข้าราชการ|กำนัน|แม่(?=[ก-ฮ])|พ่อ(?=[ก-ฮ]))"
    r"|เกียรติยศ(?!สูง|อัน|มาก|แห่ง|จาก|แก่|แด่|ให้|ใน|และ|หรือ|ที่|ของ|ด้าน|ระดับ|ประจำ|ประเภท|สาขา|เพื่อ|เป็น|จำนวน|ครั้ง|นี้|ดัง|ต่อ|ได้|กับ|รัฐ|พระ|รอง|นาย"
    r"|เนื่อง|โดย|ซึ่ง|ภาย|รวม|ทั้ง|มา|ไป|อีก|แล้ว|ชนะ|พร้อม|ผู้|คน|ปี|ตาม|สำหรับ|หลาย|เหรียญ|โล่|เกียรติ|รางวัล|บน|ถึง|ว่า|จะ|มี|ขอ|ประกาศ)[ก-ฮเ-ไ][ก-๎]{2}"
)

# words for honour that may begin a prize's name
_HONOURING = re.compile(r"เกียรติยศ|เชิดชูเกียรติ|เกียรติคุณ")

# words for honour that are no plaque by themselves
_HONOUR_ALONE = frozenset({"เกียรติคุณ", "เชิดชูเกียรติ", "เชิดชูเกียรติคุณ"})

# what belongs to the head before its word: โล่รางวัล, ประกาศเกียรติคุณ, การประกวด
_LEADING = {
    "prize": re.compile(r"(?:โล่(?:และ)?|ตรา|ถ้วย|เหรียญ)$"),
    "plaque": re.compile(r"(?:โล่|ใบ|เข็ม|เหรียญ|ป้าย|ประกาศนียบัตร|เกียรติบัตร)?(?:ประกาศ)?$"),
    "contest": re.compile(r"(?:รางวัล(?=โครงการ))?(?:ผู้)?(?:ชนะ(?:เลิศ)?(?:จาก)?)?(?:งาน|โครงการ|เวที)?(?:การ)?$"),
}

# รางวัลหมู่บ้านพอเพียง “อยู่เย็น” ประจำปี 2565: a title of the prize, not of a work
_TITLE_BEHIND = re.compile(
    r"[ ]?(?::[ ]?)?[“\"‘](?P<inner>[^“”\"‘’\n]{3,90}?)[ ]*[”\"’]"
    r"(?=[ ]?(?:\n|ประจำ|ปี[ ]?\d|ปี[ ]?พ|ครั้งที่|ระดับ|จำนวน|ให้|แก่|พ\.ศ|พุทธ|และ(?:รางวัล|ประกาศ|โล่|เกียรติบัตร|ใบ|เงิน)"
    r"|,|ณ[ ]|เพื่อ|ใน|ซึ่ง|เมื่อ|จาก(?=กระทรวง|กรม|สำนัก|สมาคม|มูลนิธิ|สถาบัน|จังหวัด|องค์การ)"
    r"|พร้อม|ขึ้น|ภายใต้|ได้ดำเนิน|สาขา|ประเภท|ด้าน|\(|$|แบบ[ก-ฮเ-ไ]))"
    r"(?:[ ]?แบบ(?!อย่าง|เรียน|ที่)[ก-๎]{4,20}(?=[ ]|$))?"
)

# รางวัล “ดอกแก้วทอง” มหาชน ครั้งที่ 4: a word of the name behind the marks
_REST_BEHIND = re.compile(
    r"[ ](?!(?:ประจำ|ระดับ|ประเภท|สาขา|จำนวน|ครั้ง|ให้|แก่|โดย|จาก|ของ|ใน|เพื่อ|และ|หรือ|เมื่อ|ด้าน|รุ่น|กลุ่ม|หมวด|ภาค|ปี|ณ|ที่|ซึ่ง|ต่อ)[ก-๎]*[ ])"
    r"[ก-๎]{3,12}"
    r"(?=[ ](?:ครั้งที่[ ]?\d|ประจำปี|ปี[ ]?\d))"
)

# รางวัลศิษย์เก่าดีเด่น| คณะศิลปศาสตร์ มหาวิทยาลัยริมน้ำ: every school has such a prize
_OF_SCHOOL = re.compile(
    r"[ ]?ศิษย์เก่า(?:ดีเด่น|เกียรติยศ|ตัวอย่าง|ต้นแบบ)"
    r"[ ]?(?:คณะ[ก-๎]{3,40}[ ]?)?(?:มหาวิทยาลัย|วิทยาลัย|โรงเรียน|สถาบัน)[ก-๎]{2,50}(?=[\s”\"(]|$)"
)

_SAYS_NOTHING = re.compile(
    r"[ ]?(?:ตาม)?(?:กิจกรรม|โครงการ|ภาพยนตร์แห่งชาติ|เกียรติยศ|เชิดชูเกียรติ|ประกาศเกียรติคุณ|พระราชทาน|ระดับชาติ|ประเภท)"
)

# มอบ 6 รางวัลบ้านสวยดีเด่น: a name even behind a number
_SOUNDS = re.compile(
    r"(?!ที่|ดีเด่น|ยอดเยี่ยม|แห่ง|ใหญ่)[ก-๙]{2,40}?(?:ดีเด่น|ยอดเยี่ยม|แห่งชาติ|แห่งปี|ต้นแบบ)"
    r"|[ ]?[A-Z][\w'’]{1,40}(?: [A-Z][\w'’]{1,40}){0,20} Awards?\b"
)

# คว้า 2 รางวัล|แม่น้ำเขียว| ประจำปี 2565: so is one that its year stands behind
_COUNTED_NAME = re.compile(
    r"(?!ใน|จาก|ที่|แห่ง|ใหญ่|ดีเด่น|ยอดเยี่ยม|ระดับ|ชนะ|รอง|ชมเชย|เกียรติ|สำคัญ|อัน|และ|ของ|ด้าน|พระราชทาน|เด่น|เงิน|เชิด|ต่อ|เมื่อ|ตลอด)"
    r"[ก-๎]{4,40}(?<!ระ)(?=[ ]?(?:ประจำปี|ปี[ ]?(?:พ\.ศ\.[ ]?)?\d))"
)

_NUMBER_BEFORE = re.compile(r"\d[ ]?$")

# รางวัล คนดีศรีเมือง: a name behind a space has to sound like one, or its year, number or receiver stands right behind it
_SPACED_NAME = re.compile(
    r"[ ]{1,2}(?:[A-Z]|[^\n“”\"(),]{0,40}?(?:ดีเด่น|ดีเลิศ|ยอดเยี่ยม|เกียรติยศ|ต้นแบบ|แห่งปี|ยอดนิยม|ขวัญใจ"
    r"|เลิศ|ทองคำ|พระราชทาน|สุดยอด|คนดี|แห่งชาติ)"
    r"|(?!นาย|นาง|เด็ก(?:ชาย|หญิง)|ดร|พล|พัน|ร้อย|กรม|กระทรวง|สำนัก|มหา|โรง|เทศบาล|อบ|บริษัท|ธนาคาร|จังหวัด|อำเภอ|องค์การ|ทีม|โครง|ประกาศ|เหรียญ|รอง|ชมเชย|คณะ|มอบ)"
    r"[ก-ฮเ-ไ][ก-๎]{6,44}?(?=[ ]?(?:ประจำปี[ ]?(?:พ\.ศ\.)?[ ]?\d|ครั้งที่[ ]?\d|ให้แก่|แด่)|[ ]แก่)"
    r"|(?!นาย|นาง|เด็ก|ดร|พล|พัน|ร้อย|กรม|กระทรวง|สำนัก|มหา|โรงพยาบาล"
    r"|โรงเรียน(?!ส่งเสริม|คุณธรรม|ปลอด|สีเขียว|ต้นแบบ|วิถี|สุจริต|สุขภาพ|รักษ์|น่าอยู่|ดี(?:เด่น|ศรี|ใกล้|ประจำ)|สีขาว|พอเพียง|อีโค|เพื่อ)|เทศบาล|อบ|บริษัท|ธนาคาร|จังหวัด|อำเภอ|ทีม|โครง|ประกาศ|เหรียญ|รอง|ชนะ|ชมเชย|คณะ|มอบ|จาก|ผ่าน"
    r"|การ|ใน|ที่|เพื่อ|และ|พร้อม|จำนวน|ให้|เป็น|ด้าน|ของ|โดย|ผลงาน|ผู้(?:ว่า|ช่วย|อำนวย|ที่|ได้|เข้า|รับ|ผ่าน|แทน|สนับ|ให้)|ระดับ|ประเภท|สาขา|ดี|ขอบคุณ|สมาคม|มูลนิธิ|แสดง)"
    r"[ก-ฮเ-ไ][ก-๎]{5,40}(?:[ ](?!ระดับ|จาก|ประเภท|สาขา|โดย)[ก-๎]{3,24})?[ ]?"
    r"(?=ระดับ[ ]?(?:ดี|เพชร|ทอง|เงิน|ประเทศ|ชาติ|ภาค|เขต|จังหวัด|อำเภอ|ยอด|เหรียญ|พื้นฐาน|ก้าวหน้า|เป็นเลิศ|[A-Z\d])"
    r"|จาก[ ]?(?:กรม|กระทรวง|สำนัก|สมาคม|มูลนิธิ|สถาบัน|สภา|จังหวัด|ผู้ว่าราชการ)))"
)

# ได้รับรางวัล| ครูกล้าสอน| ประจำปีนี้: behind a verb of receiving one word is a name where its clause ends, or goes on as behind one
_SPACED_WORD = re.compile(
    r"[ ](?!นาย|นาง|เด็ก|ดร|พล|พัน|ร้อย|กรม|กระทรวง|สำนัก|มหา|โรง|เทศบาล|อบ|บริษัท|ธนาคาร|จังหวัด"
    r"|อำเภอ|ทีม|โครง|ประกาศ|เหรียญ|รอง|ชนะ|ชมเชย|คณะ|มอบ|จาก|ผ่าน"
    r"|การ|ใน|ที่|เพื่อ|และ|พร้อม|จำนวน|ให้|เป็น|ด้าน|ของ|โดย|ผลงาน|ผู้(?!นำ|ประกอบการ|บริหาร|ให้บริการ|ผลิต|พัฒนา|อนุรักษ์|ทำคุณ)|ระดับ|ประเภท|สาขา|ดี|ดัง|ขอบคุณ|สมาคม|มูลนิธิ|แสดง"
    r"|ต่าง|มากมาย|หลาย|ทั้ง|รวม|อาทิ|เช่น|ได้|คือ"
    r"|ซึ่ง|เมื่อ|จะ|มา|ไป|อย่าง|ต่อ|ติด|อีก|นี้|ใหญ่|อันดับ|เกียรติ|โล่|ถ้วย|เงิน|ทุน|ประจำ|ครั้ง|ปี|วัน|ตาม|ภาย|ระหว่าง|กว่า|ก็|แต่|แล้ว|นอก|ส่วน|สำหรับ|ชั้น|รุ่น|กลุ่ม|หมวด|ภาค|ขอ|เรา|ทุก|ถือ|นับ)"
    r"[ก-ฮเ-ไ][ก-๎]{5,30}(?=[ ]?(?:\n|$)|[ ](?:ประจำ(?:ปี|เดือน)นี้|ใน(?:งาน|พิธี)|มาครอง|ไปครอง|สาขา|ประเภท|เมื่อวันที่|ณ[ ]|ปี(?:นี้|ล่าสุด))"
    r"|[ ]?(?:จาก|บน|ใน)[ ]?(?:เวที|งาน|นิตยสาร|การ(?:ประกวด|จัดอันดับ|สำรวจ)|พิธี|[A-Z]))"
)
# รางวัลเกียรติยศ| Best River Bank, รางวัลเกียรติยศ| นวัตกรรมน้ำดีเด่น
_HONOUR_BEFORE = re.compile(
    r"เกียรติยศ(?=[ ](?:[A-Z]|[ก-ฮเ-ไ][ก-๎]{3,40}(?:[ ]?(?:จาก|บน|ใน)[ ]?(?:เวที|งาน|พิธี|[A-Z])"
    r"|[ ](?:ประจำปี|ปี|ครั้งที่)[ ]?(?:พ\.ศ\.[ ]?)?\d)))"
)
# ได้แก่ รางวัล| ผู้นำด้านน้ำใส |และรางวัล| องค์กรประหยัดน้ำ|
_IN_ROW = re.compile(r"(?:ได้แก่|และ|,)[ ]?\Z")
_SPACED_IN_ROW = re.compile(
    r"[ ](?=(?:ผู้(?:นำ|ประกอบการ|ให้บริการ|ผลิต|พัฒนา|อนุรักษ์)|องค์กร|นวัตกรรม|หน่วยงาน|แบรนด์|ผลิตภัณฑ์|บริการ)[ก-๎])"
    r"[ก-๎]{8,44}(?=[ ]?(?:และ|,|\n|$)|[ ]จาก)"
)
_RECEIVED = re.compile(r"(?:ได้รับ|คว้า|เข้ารับ|ครอง|ขึ้นรับ)\Z")

YEAR_NEXT = re.compile(r"[ ]?(?:19|20|25)\d\d")

# มอบรางวัล โครงการ| The Best Friend of the River| 2024 ให้
_LATIN_PROGRAMME = re.compile(
    r"[ ]?โครงการ[ ]?(?P<name>(?:The[ ])?[A-Z][\w'’&.\-]{0,40}"
    r"(?:[ ](?:(?:of|for|the|and|in|on|by)[ ])*[A-Z][\w'’&.\-]{0,40}){1,8}+)"
    r"(?=[ ]?(?:\d{4}|ประจำปี|ปี|ครั้ง|ให้|แก่|แด่|จำนวน))"
)

# โล่เกียรติยศ |ลายมือชื่อ… · เกียรติบัตร|ขึ้นทะเบียน… · เกียรติบัตร|ผู้ผ่านการอบรม: what it bears, and what it is given for that is no honour
_NO_HONOUR = re.compile(
    r"[ ]?(?:(?:ขั้น|ชั้น)?สูง(?:สุด|ยิ่ง)|ในฐานะ|ลายมือชื่อ|ขึ้นทะเบียน|การรับรอง|การอบรม|การเข้าร่วม"
    r"|ผู้(?:ผ่าน(?:การ)?(?:อบรม|ฝึก)|เข้าร่วม|เข้าอบรม|ทรงคุณวุฒิใน))"
)

_ALSO = re.compile(r"[ ]และ(?:บรรยาย|ร่วม|มอบ|กล่าว|เยี่ยม|ให้|พบ|เปิด|เป็น)[^\n]*$")

# “รางวัลครูเพื่อเด็กชาวเรือ| ในลำน้ำโขง|”: to the closing mark all is name, but for what is told of any prize
_REST_IN_MARKS = re.compile(
    r"(?:(?!ประจำ|ครั้งที่|ปี[ ]?\d|พ\.ศ\.|สาขา|ประเภท|ระดับ|ด้าน|ชนะเลิศ|เหรียญ|จำนวน|และรางวัล|ได้แก่|\d{4})[^“”\"\n]){1,40}(?=[”\"])"
)

# เกียรติบัตร|ประกาศยกย่อง|คนต้นน้ำ, เกียรติบัตร|ยกย่องเชิดชูเกียรติเป็น|โรงเรียนปลอดขยะ, ประกาศเกียรติคุณ|เป็น|ผู้พิทักษ์ลำน้ำ
_PRAISED_AS = re.compile(r"(?:(?:ประกาศ)?ยกย่อง)?(?:เชิดชูเกียรติ)?(?:(?:ให้)?เป็น)?")


def by_shape(text: str, head: re.Match[str], parts: list[tuple[int, int]]) -> Label | None:
    """The name behind a word for a prize, an honour or a contest, or None where it names nothing.

    Args:
        text: the clean text.
        head: what `HEAD` matches in it.
        parts: where the gazetteers' ranks and parts of awards stand, in order.
    """
    of_class = class_end(text, head.start()) if head["prize"] else None
    if of_class is not None:  # รางวัลพิธีกรยอดเยี่ยม| โทรทัศน์ทองคำ ครั้งที่ 38
        return Label("award", head.start(), of_class, "award.named", head.start(), of_class)
    honour = behind_honour(text, head.start(), head.end()) if head["prize"] else None
    if honour is None and head["prize"] and _BEFORE_NAMELESS.search(text[max(0, head.start() - 10) : head.start()]) is None:
        honour = described_prize(text, head.start(), head.end())
    label = honour or _by_shape(text, head, parts)
    return None if label is not None and text[label.start : label.end] in _NO_NAMES else label


# รางวัลโครงการ| “ยิ้มใส” โดยมี…: the project's title is the name; อีกรางวัล ผล|ปรากฏว่า: what is told next
_NO_NAMES = frozenset({"รางวัลโครงการ", "รางวัล ผล", "รางวัลผล"})


def _by_shape(text: str, match: re.Match[str], parts: list[tuple[int, int]]) -> Label | None:
    head, after = match.start(), match.end()
    kind = match.lastgroup or ""
    leading = _LEADING[kind].search(text[max(0, head - 26) : head]) if kind in _LEADING else None
    head -= len(leading.group()) if leading else 0
    if kind == "plaque" and match.group() in _HONOUR_ALONE and head == match.start():
        return None
    if kind == "star":
        return Label("award", head, after, "award.artist", head, after)
    if kind == "contest":
        of_body = text.endswith(("กอง", "คณะกรรมการ"), 0, match.start())  # กองประกวด: who runs a pageant
        return None if of_body else contest(text, head, after)
    if (
        kind == "prize"
        and _BEFORE_NAMELESS.search(text[max(0, head - 10) : head])
        and _YEAR_BEFORE.search(text, max(0, head - 16), head) is None
        and text[head : head + 3] != "โล่"
        and not _SOUNDS.match(text, after)
        and not (_COUNTED_NAME.match(text, after) and _NUMBER_BEFORE.search(text, max(0, head - 3), head))
    ):
        return None
    quoted = QUOTED.match(text, after)
    if quoted:
        return _in_marks(text, head, match, quoted)
    honour = _HONOUR_BEFORE.match(text, after) if kind == "prize" else None
    if honour is not None:
        after = honour.end()
    if (
        _NAMELESS.match(text, after)
        or is_function_word(text, after)
        or (text[after : after + 1] == " " and not _is_spaced(text, match.start(), after))
    ):
        return _of_programme(text, head, after) if kind == "prize" else None
    if kind == "plaque" and (praised := _PRAISED_AS.match(text, after)) is not None:
        after = praised.end()
    near = parts[bisect_left(parts, (after - 1, 0)) : bisect_left(parts, (after + 2, 0))]
    if any(start <= after + 1 <= end for start, end in near) and not _begins_name(text, after, parts):
        return None  # รางวัลชนะเลิศ, รางวัลพัฒนาการบริการ: a level or a part, read as such
    end = name_end(text, after)
    of_school = _OF_SCHOOL.match(text, after)
    end = end if of_school is None else max(end, of_school.end())
    if kind == "plaque":
        return _plaque(text, head, after, end)
    if text[head - 1 : head] in {"“", '"'} and (rest := _REST_IN_MARKS.match(text, end)) is not None:
        end = rest.end()
    named = end - after >= 3 and _OF_STAGES.match(text, end) is None
    prize = _prize(text, match.start(), head, after, end) if named else None
    if honour is not None and prize is not None and text[honour.end() + 1].isascii():
        prize.start = honour.end() + 1  # รางวัลเกียรติยศ |Best River Bank
    return prize


def _in_marks(text: str, head: int, prize: re.Match[str], quoted: re.Match[str]) -> Label | None:
    """The name in quotation marks behind a word for a prize or an honour; a prize is taken with its word, from `head` on."""
    is_prize = prize.lastgroup == "prize"
    inner, stop = quoted.span("inner")
    if (dated := DATED_WITHIN.search(text, inner + 3, quoted.end())) is not None:
        end = _before_rank(text, inner, dated.start())
        return Label("award", inner, end, "award.named" if is_prize else "award.quoted", head, end)
    if quoted["inner"].startswith("ระดับ") or QUOTED_RANK.fullmatch(quoted["inner"]) is not None:
        return None
    if (end := _before_rank(text, inner, stop)) < stop:
        return Label("award", inner, end, "award.quoted", head, end)
    rest = _REST_BEHIND.match(text, quoted.end()) if is_prize else None
    until = rest.end() if rest is not None else quoted.end()
    if not is_prize or (rest is None and quoted["inner"].startswith(_PRIZE)):  # รางวัล “|รางวัลลำน้ำใส|”
        return Label("award", inner, stop, "award.quoted", head, until)
    return Label("award", head, until, "award.quoted", head, until)


# “โรงเรียนรักษ์น้ำ| ระดับดีเด่น|”: its rank within the marks
_RANK_WITHIN = re.compile(r"(?<=[ก-๎])[ ]?(?:ใน)?ระดับ(?:ดีเด่น|ดีเลิศ|ดีเยี่ยม|ดีมาก|ดี|ยอดเยี่ยม|เป็นเลิศ|เพชร|ทอง(?:คำ|แดง)?|เงิน)[ ]?\Z")


def _before_rank(text: str, start: int, end: int) -> int:
    """Where the name in quotation marks ends, before a rank that closes it."""
    rank = _RANK_WITHIN.search(text, start + 3, end)
    return end if rank is None else rank.start()


def _is_spaced(text: str, start: int, after: int) -> bool:
    """Whether a name stands behind a space, to which a word for a prize (`start:after`) leads."""
    if _SPACED_NAME.match(text, after):
        return True
    if _IN_ROW.search(text, max(0, start - 8), start) is not None and _SPACED_IN_ROW.match(text, after) is not None:
        return True
    return _RECEIVED.search(text, max(0, start - 8), start) is not None and _SPACED_WORD.match(text, after) is not None


# รางวัลด้านสิ่งแวดล้อม| จาก 4 เวที ได้แก่ รางวัล ก …: of what kind several are
_OF_STAGES = re.compile(r"[ ]*(?:จาก|ใน|บน)[ ]?(?:[2-9]|1\d|สอง|สาม|สี่|ห้า)[ ]?(?:เวที|องค์กร|สถาบัน|หน่วยงาน|ประเทศ|งาน|รายการ)")

# นักเรียนที่ได้รับรางวัล|พระราชทาน ประจำปีการศึกษา 2565: the one of schools, where others are only given by the king
_ROYAL = re.compile(
    r"พระราชทาน(?=[ ]?(?:ประจำปี|ปี)การศึกษา|[ ]?(?:ติดต่อกัน|ต่อเนื่อง)?[ ]?\d[ ]?(?:ปี|ครั้ง|สมัย)(?:ซ้อน|ติดต่อ|ต่อเนื่อง|การศึกษา)"
    r"|[ ]?(?:ใน)?ระดับ(?:ก่อนประถม|ประถม|มัธยม|การศึกษา|อาชีว|อุดม|ปวช|ปวส|ประกาศนีย)"
    r"|[ ]?(?:ประเภท)?(?:นักเรียน|นักศึกษา|สถานศึกษา|โรงเรียน)(?:ขนาด|ระดับ|และ|[ ]))"
)


def _of_programme(text: str, head: int, after: int) -> Label | None:
    royal = _ROYAL.match(text, after) if text.startswith(_PRIZE, head) else None
    if royal is not None:
        return Label("award", head, royal.end(), "award.named", head, royal.end())
    named = _LATIN_PROGRAMME.match(text, after)
    return None if named is None else Label("award", named.start("name"), named.end(), "award.named", head, named.end())


def _begins_name(text: str, after: int, parts: list[tuple[int, int]]) -> bool:
    """Whether a rank's word begins a prize's name, and no part or rank stands behind it: รางวัลเกียรติยศ|นาวี."""
    if _MODEL.match(text, after) is None:
        return False
    word = _HONOURING.match(text, after)
    if word is None:
        return True
    around = parts[bisect_left(parts, (after - 1, 0)) : bisect_left(parts, (word.end() + 1, 0))]
    return all(end <= word.end() and start < word.end() for start, end in around)


# เข็มเชิดชูเกียรติ|ทองคำ … ให้แก่พลเมืองดี: what it is made of, and whom it honours
_OF_GOLD = re.compile(
    r"ทองคำ[^\n]{0,40}?(?:ให้)?แก่[ ]?"
    r"(?P<name>(?:พลเมือง|คน|ครู|บุคคล|บุคลากร|นัก[ก-๎]{2,12}|ข้าราชการ[ก-๎]{0,8})(?:ดีเด่น|ดี|ต้นแบบ))"
)


# เกียรติบัตร|ยกย่อง เทศบาลตำบล ก เป็น |“องค์กรคุณธรรมต้นแบบ”: as what somebody is praised who is named before
_PRAISES_ONE = re.compile(
    r"[ ]?(?:(?:ประกาศ)?(?:ยกย่อง|เชิดชูเกียรติ)[ ]?)?(?:(?!เป็น|ได้รับ|รางวัล)[^\n“”\"]){2,50}?[ ]?(?:ให้)?เป็น[ ]?"
    r"[“\"](?P<name>[^“”\"\n]{4,50})[”\"]"
)


def _plaque(text: str, head: int, after: int, end: int) -> Label | None:
    """An honour by the name behind its plaque, or by whom a pin of gold is given to."""
    if (gold := _OF_GOLD.match(text, after)) is not None:
        return Label("award", *gold.span("name"), "award.honour", *gold.span("name"))
    if (called := _PRAISES_ONE.match(text, after)) is not None:
        return Label("award", *called.span("name"), "award.honour", *called.span("name"))
    end = after + len(_ALSO.sub("", text[after:end]))
    after += len(text[after:end]) - len(text[after:end].lstrip(" "))
    named = end - after >= 6 and _NO_HONOUR.match(text, after) is None
    return Label("award", after, end, "award.plaque", head, end) if named else None


# รางวัล The 12th| Green River Awards
_ORDINAL_LATIN = re.compile(r"[ ]?(?:[Tt]he[ ])?\d{1,3}(?:st|nd|rd|th)[ ]")

# รางวัลเมืองน่าอยู่| |Mekong Water Awards 2022
_BESIDE_LATIN = re.compile(r"(?<=[ก-๎])[ ](?=[A-Z])")

# รางวัล|โครงการ |Mekong Water Contest
_PROJECT = re.compile(r"[ ]?[“\"]?โครงการ[ ]?[“\"]?(?:[Tt]he[ ](?=\d))?(?:\d{1,3}(?:st|nd|rd|th)[ ])?")
# รางวัลเมืองน่าอยู่ |Mekong Water Class : MWC|: with its letters
_SHORT_OF = re.compile(
    r"[A-Z][A-Za-z’'&-]*(?:[ ](?:of|the|for|and|[A-Z][A-Za-z’'&-]*)){1,7}[ ]?"
    r"(?:[:–-][ ]?[A-Z]{2,7}|\([A-Z]{2,7}\))(?![A-Za-z])"
)
# รางวัล|เกียรติยศ| Mekong Bank Awards, รางวัล|โครงการ|…: words that name no prize
_ONLY_HONOURS = re.compile(
    r"[ ]?(?:(?:ประกาศ|เชิดชู|โล่)?เกียรติ(?:คุณ|ยศ)?|พระราชทาน|โครงการ|การประเมิน|(?:ระดับ)?(?:นานาชาติ|โลก|ชาติ|สากล|ภูมิภาค)|จาก"
    r"|ด้าน|ใน|ของ|ระดับ|สาขา|ประเภท|อันดับ|ชนะเลิศ|รองชนะเลิศ|เหรียญ|ใหญ่|สูงสุด|ทรงเกียรติ|สำคัญ|ความเป็นเลิศ)"
)

# รางวัลน้ำใส| “ด้านองค์กรดีเด่น ประเภทเกียรติคุณ”: parts of it
_PART_IN_MARKS = re.compile(r"[ ]*(?:ด้าน|ประเภท|สาขา|หมวด|ระดับ)[ก-ฮเ-ไ]")

# รางวัลคณะทำงานลุ่มน้ำ| (คทน.) ดีเด่น
_PRAISED_BEHIND = re.compile(r"[ ]?\([ก-ฮ.]{2,12}\)[ ]?(?:ดีเด่น|ยอดเยี่ยม|ต้นแบบ|ดีเลิศ)(?![ก-๎])")


# รางวัลร้านค้า|ที่มีบริการเป็นมิตรของลุ่มน้ำโขง| (Best Service Award): what the name in brackets says, the Thai one says whole
_TO_GLOSS = re.compile(
    r"(?P<rest>(?:[ ](?:ที่(?=มี|เป็น|ปฏิบัติ|ดำเนิน|ให้|ส่ง|สร้าง|ใช้|ดี)|สำหรับ|เพื่อ|ด้าน|แห่ง|สำนัก|กระทรวง|กรม|โครงการ|องค์กร|หน่วยงาน))?"
    r"(?:(?!ได้รับ|คว้า|มอบ|แก่|แด่|รางวัล|คือ[ ]|โดย(?!สาร)|จาก|และ(?:นาย|นาง)|เมื่อ|ซึ่ง|พร้อม|เนื่อง"
    r"|ผลงาน|ครั้ง|ประจำปี|ปี[ ]?\d|สาขา|ประเภท|นาย|นาง|พิธี"
    r"|ในงาน|บนเวที|ในเวที|ในโอกาส|ในฐานะ|ดังกล่าว|ต่อเนื่อง|[ ](?!และ))[ก-๎ ]){2,90})"
    r"(?=[ ]?(?:ประจำปี[ ]?(?:งบประมาณ[ ]?)?(?:พ\.[ ]?ศ\.[ ]?)?\d{4}[ ]?)?\([ ]?(?:The[ ])?"
    r"(?:[A-Z][A-Za-z0-9’'& :,–-]*(?:Awards?|Prizes?)\b|(?:Best|Most|Outstanding|Excellent|Top)[ ])[^()\nก-๛]*\))"
)


# รางวัลการบริหารสู่ความเป็นเลิศ|ที่มีความโดดเด่น| ด้านลูกค้า: a prize that goes on to its field
EXCELS_IN = re.compile(r"ที่มี[ก-๎]{3,24}?(?=[ ]?ด้าน)")
_EXCELS_IN_FIELD = re.compile(EXCELS_IN.pattern + r"[ ]?ด้าน[ก-๎]{3,30}(?![ก-๎])")

# รางวัลสถาบัน|ที่มี|จำนวนงานวิจัยเพิ่มขึ้นสูงสุด: what it has most of is said whole
_HAS_MOST = re.compile(r"(?:(?!และ|รางวัล|ได้|จาก)[ก-๎]){4,60}?(?:สูงสุด|มากที่สุด|ดีที่สุด|ดีเด่น|โดดเด่น|ยอดเยี่ยม|เป็นเลิศ)(?![ก-๎])")
_THAT_HAS = "ที่มี"


def _prize(text: str, start: int, head: int, after: int, end: int) -> Label:
    if text.endswith(_THAT_HAS, after + 3, end):
        most = _HAS_MOST.match(text, end)
        end = most.end() if most is not None else end - len(_THAT_HAS)
    project = _PROJECT.match(text, after)
    if project is not None and (programme := LATIN_AWARD.match(text, project.end())) is not None:
        return Label("award", *programme.span("name"), "award.named", head, programme.end("name"))
    excels = _EXCELS_IN_FIELD.match(text, end)
    end = end if excels is None else excels.end()
    glossed = _TO_GLOSS.match(text, end)
    if glossed is not None:
        end = glossed.end("rest")
    titled = _TITLE_BEHIND.match(text, end)
    if titled is not None and _PART_IN_MARKS.match(titled["inner"]) is None:
        return _titled(text, start, after, end, titled)
    if (inner := _dated_title(text, end)) is not None:
        return Label("award", *inner, "award.named", head, inner[1])
    if (beside := _BESIDE_LATIN.search(text, after + 1, end)) is not None:
        programme = LATIN_AWARD.match(text, beside.end())
        if programme is not None and YEAR_NEXT.match(text, programme.end()):
            return Label("award", start, beside.start(), "award.named", head, beside.start())
        short = _SHORT_OF.match(text, beside.end())
        if short is not None and _ONLY_HONOURS.match(text, after, beside.start()) is None:
            return Label("award", start, beside.start(), "award.named", head, short.end())
    praised = _PRAISED_BEHIND.match(text, end)
    if praised is not None:
        return Label("award", start, praised.end(), "award.named", head, praised.end())
    numbered = _ORDINAL_LATIN.match(text, after)
    if numbered is not None and LATIN_AWARD.match(text, numbered.end()) is not None:
        return Label("award", numbered.end(), end, "award.named", head, end)
    latin = LATIN_AWARD.match(text, after + (text[after : after + 1] == " "))
    if latin is not None:  # with the place behind a comma: รางวัล … Awards Mekong, Thailand 2024
        end = max(end, latin.end("name"))
    return Label("award", start, end, "award.named", head, end)


# รางวัลคนดีศรีน่าน |“ด้านการศึกษา”, |“ครั้งที่ 12”: a part or a number in quotation marks
_NO_TITLE = re.compile(r"ด้าน|ประเภท|สาขา|หมวด|ระดับ|ครั้งที่|ประจำ|ปี|ผลงาน|(?:รอง)?ชนะเลิศ|ดีเด่น|ชมเชย|\d")


def with_title(text: str, end: int) -> int:
    """Where a known prize's name ends that may go on with its title in quotation marks: รางวัลอำเภอนำร่อง “คลองสวย”."""
    titled = _TITLE_BEHIND.match(text, end)
    if titled is None or _NO_TITLE.match(titled["inner"].lstrip()):
        return end
    return end if DATED_WITHIN.search(text, titled.start("inner") + 3, titled.end()) else titled.end()


def _dated_title(text: str, end: int) -> tuple[int, int] | None:
    """Where the title stands that a prize bears in quotation marks with its year or number: รางวัลละครเวที “|ดอกแก้ว| ครั้งที่ 5”."""
    quoted = _DATED_TITLE.match(text, end)
    dated = DATED_WITHIN.search(text, quoted.start("inner") + 3, quoted.end()) if quoted is not None else None
    if quoted is None or dated is None or _NO_TITLE.match(quoted["inner"]):
        return None
    return quoted.start("inner"), dated.start()


_DATED_TITLE = re.compile(r"[ ]?[“\"‘](?P<inner>[^“”\"‘’\n]{3,90})[”\"’]")


def _titled(text: str, start: int, after: int, end: int, titled: re.Match[str]) -> Label:
    """A prize with its title in quotation marks: the whole, or the title alone where the words before it say nothing.

    รางวัลหมู่บ้านพอเพียง “อยู่เย็น” → the whole · รางวัลกิจกรรม “เดินป่าหน้าฝน” → เดินป่าหน้าฝน ·
    รางวัลละครเวที “ดอกแก้ว ครั้งที่ 5” → ดอกแก้ว, for its number stands with the title
    """
    dated = DATED_WITHIN.search(text, titled.start("inner") + 3, titled.end())
    if _SAYS_NOTHING.fullmatch(text, after, end) is None and dated is None:
        return Label("award", start, titled.end(), "award.named", start, titled.end())
    stop = dated.start() if dated is not None else titled.end("inner")
    return Label("award", titled.start("inner"), stop, "award.named", start, stop)
