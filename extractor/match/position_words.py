"""The words by which a position is read: what deputises, what goes on, what is told of its holder.

Gazetteer rows name the posts; here are the joints between them. Patterns only, no code.
"""

from __future__ import annotations

import re

from extractor.patterns import sought

THAI = r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]"
# รักษาราชการแทน…, ปฏิบัติหน้าที่…: one post held for another, said between two positions
ACTING = (
    r"(?:ในฐานะ(?:ที่)?(?:เป็น)?|รักษาราชการ(?:แทน|ในตำแหน่ง)?|รักษาการ(?:แทน|ในตำแหน่ง)?"
    r"|ป[ฏฎ]ิบัติหน้าที่(?:แทน)?(?:ใน(?:ตำแหน่ง)?)?"
    r"|ปฏิบัติราชการแทน|ทำหน้าที่|ทําหน้าที่|ทำการแทน|กระทำการแทน|ดำรงตำแหน่ง)"
)
PREFIX = re.compile(rf"(?:(?:อดีต|{ACTING}|รอง|ผู้ช่วย|ผช\.|ว่าที่|พระ(?=อธิการ)|คณะ(?=ผู้บริหาร\b))[ ]?)+")
ACTING_PART = re.compile(rf"{ACTING}[ ]?")
# ผู้จัดรายการ, นักโภชนาการ: posts by their form alone
BY_FORM = re.compile(
    rf"(?:ผู้(?!ช่วย|เข้า|ได้|ที่|ชนะ|ร่วม|มี|รับ|คน|ป่วย|สูง|ใด|ซึ่ง|เสีย|ประสบ|สนใจ|ใช้|เคย|ถือ|ขับร้อง|จัดทำ"
    rf"|มุ่ง|อุทิศ|ทำ|ให้|เป็น|นำเข้า|พบ|ล่วงลับ|วายชนม์)|นัก(?!ท่องเที่ยว)){THAI}{{3,}}"
    r"|นายก(?=[ ]?[ก-ฮ]{2,6}\.)|(?:อาจารย์|เภสัชกร|ทันตแพทย์|(?:นาย)?สัตวแพทย์|กำนัน|(?:รอง|ผู้ช่วย)?ศาสตราจารย์)(?=ประจำ|ชำนาญ|เชี่ยว|จุฬา|ชาว"
    r"|ปฏิบัติ|คณะ|ภาค|สาขา|พยาบาล|ตำบล|มหา|โรงเรียน|ด้าน|[ ]คณะ|[ ]มหา|[ ]ภาค)"
)
ENGLISH = re.compile(
    r"(?:[A-Z][A-Za-z&’'-]*,?[ ](?:(?:of|the|and|for|&)[ ])*){0,6}"
    r"(?:Director|Manager|Officer|President|Chairman|Chairperson|CEO(?![ ]of[ ]the[ ]Year)|CFO|COO|CTO|Producers?|Head|Secretary"
    r"|Minister|Ambassador"
    r"|Governor|Dean|Rector|Founder|Publisher|Editor(?:-in-Chief)?|Partner|Leader|Advisor|Adviser|Specialist)\b"
    r"(?:,?[ ](?:of|for|at|to)(?:[ ](?:the|and|of|for|&|[A-Z][A-Za-z&’'-]*))+)?"
)
# Words that begin what is told of the holder, glued to the position
TOLD = sought(
    r"เป็น(?:ประธาน|ผู้|ตัวแทน|หัวหน้าคณะ|องค์|วิทยากร|เกียรติ|สักขี)|เปิดเผย|เปิดงาน|เปิดการ(?!ค้า)"
    r"|เผย(?!แพร่)|กล่าว|มีมติ|เห็นชอบ|รับทราบ|แจ้งว่า|พร้อม(?:ด้วย|คณะ|ทั้ง|นำ|กับ)|เข้า(?:รับ|ร่วม|พบ|เยี่ยม"
    r"|ประชุม)"
    r"|(?<!ราย)(?<!เงิน)ได้(?=[ก-ฮเ-ไ])|มอบ(?:หมาย|รางวัล|โล่|นโยบาย|เกียรติ|ให้|ของ|ถุง)|ลงพื้นที่"
    r"|ให้(?:สัมภาษณ์|การต้อนรับ|เกียรติ|ข้อมูล|โอวาท)"
    r"|รับมอบ|รับรางวัล|ระบุ(?:ว่า|ถึง)|ย้ำ|ชี้แจง|แถลง|(?<!ข้อ)เสนอ(?:แต่ง|ชื่อ|ให้)|คณะวิทยากร|คณะผู้|ซึ่ง"
    r"|โดย(?:มี|ได้)?(?!สาร)|เพื่อ(?:เป็น|ให้|ร่วม)|เมื่อวัน|ในวันที่|ในพิธี|ในงาน|ในการ|เดินทาง|ต่อไป(?=[ \n]|\Z)|ร่วม(?:งาน"
    r"|พิธี|ลง|เป็น|แถลง|ประชุม|เปิด|คณะ|รับ|ใน|ให้)"
    r"|และ(?:คณะ|ผู้บริหาร|เจ้าหน้าที่|ข้าราชการ|หน่วยงาน|ภาคี|บุคลากร|พนักงาน|ประชาชน|สื่อ|หัวหน้าส่วน"
    r"|ผู้เกี่ยวข้อง|ผู้แทน|ผู้ที่)|ตลอดจน|รวมทั้ง|รวมถึง|นำ(?:ทีม|คณะ|ข้าราชการ|หัวหน้า|ประชาชน)|เพิ่มเติม"
    r"|ตรวจเยี่ยม|ที่(?:มุ่ง|ฝึก|ต้องการ|สูญเสีย|ให้ความ|ได้รับ|มาร่วม|คว้า|ชนะ|เดินทาง)|ยินดี(?=กับ|ที่|และ|ต่อ)|ชื่นชม|บันทึก(?=เทป|ภาพ)"
    r"|(?<!การ)แทน(?=อธิบดี|ปลัด|ผู้|รัฐมนตรี|นายก|ประธาน)|และ(?=[ ]|\Z)"
)
# What may go on after a space as part of the same position
BODY_HEAD = re.compile(
    r"กระทรวง|กรม|สำนักงาน|สำนัก|กอง(?!ทัพน้ำ)|ศูนย์|ธนาคาร|บริษัท|บมจ\.|บจก\.|บจ\.|หจก\.|ห้างหุ้นส่วน"
    r"|มหาวิทยาลัย|คณะ(?!ผู้|ทำงาน|สงฆ์|ครู|นักเรียน|สื่อ|เจ้าหน้าที่|ข้าราชการ|กรรมการและ)|วิทยาลัย|วิทยาเขต"
    r"|โรงเรียน|โรงพยาบาล|รพ\.|สภ\.|สน\.(?=[ก-ฮเ-ไ])|สถาบัน|สถานี|สมาคม|สมาพันธ์|มูลนิธิ|องค์การ|องค์กร(?!ภาค|ปกครอง|เอกชน|ต่าง"
    r"|เครือ)|การไฟฟ้า|การประปา|การรถไฟ|การท่าเรือ|การทาง|การเคหะ|การยาง|การกีฬา|การท่องเที่ยว|การนิคม|การบิน"
    r"|เทศบาล|อบต\.|อบจ\.|สภา|บรรษัท|กลุ่ม(?!ที่|เป้า|เปราะ|ผู้|ทอ|แม่บ้าน|องค์กร)|ฝ่าย|สายงาน|สาย|ส่วน"
    r"|งาน(?=[ก-ฮ])(?!นี้|ใน|ณ)|แผนก|ภาควิชา|(?:สาขา|ด้าน)(?![^\n“”,]{2,40}(?:ได้แก่|คือ[ ]))"
    r"|หน่วย(?!งาน)|หลักสูตร|ประจำ(?!ปี)|แห่ง|ภาค(?!รัฐ|เอกชน"
    r"|ประชา|ส่วน|ี)|(?:ใน)?เขต|ชั้น(?=ปี|ม|ป|อนุบาล)|ปีที่[ ]?[\d๐-๙]|คนที่|คน(?=แรก)|ลำดับที่|ระดับ(?=\d|กระทรวง|ปฏิบัติ|ชำนาญ)"
    r"|ในพระ\S*ถัมภ์|ม\.(?=[ก-ฮ])|รุ่น|นิตยสาร|หนังสือพิมพ์|ราชวิทยาลัย|วัด|กองทุน|กองทัพ|กองบัญชาการ"
    r"|กองบังคับการ|ตำรวจ|ชมรม|สหกรณ์|วิสาหกิจ|สโมสร|หอการค้า|พรรค|รัฐสภา|วุฒิสภา|ราชอาณาจักร|สาธารณรัฐ|ประเทศ"
    r"|เครือ(?!ข่าย)|ในเครือ|แบรนด์|ร้าน|ไร่|ฟาร์ม"
)
# ประธานสมาคม… |คณะกรรมการสมาคม…: the others present, unless the post is one in a committee
COMMITTEE = re.compile(r"คณะ(?:กรรมการ|อนุกรรมการ|กรรมาธิการ|รัฐมนตรี|ทูต|ทำงาน|ที่ปรึกษา)")
TAKES_COMMITTEE = re.compile(r"(?:ประธาน|กรรมการ|เลขานุการ|ที่ปรึกษา|ผู้แทน|โฆษก|หัวหน้า|สมาชิก|\))[ ]*\Z")
PLACE_HEAD = re.compile(r"(?:จังหวัด|จ\.[ ]?|อำเภอ|อ\.[ ]?|ตำบล|ต\.[ ]?|เขต|กรุงเทพมหานคร|กทม\.)")
ABBREVIATION = re.compile(r"(?:[ก-ฮเ-ไ][ก-ฮ]?[ะ-ู]?\.){2,6}[ก-ฮ]{0,3}|[ก-ฮ]{2,5}\.|[A-Z]{2,8}(?:[ ][A-Z]{2,8})*\b")
NO_BODY = re.compile(r"พ\.ศ|ค\.ศ|น\.|จ\.|อ\.|ต\.|ครม|รม[วชต]|ผอ\.|ผบ|ดร|นพ|พญ|พล|โทร|เวลา")
CHUNK = re.compile(r"[^\s()\[\]“”\"‘’,;:|•]+")
COMPANY = re.compile(r"(?:บริษัท|บมจ\.|บจก\.|บจ\.|ธนาคาร|บรรษัท|บริษัทหลักทรัพย์)[ ]?[^\n“”\"]{2,90}?จำกัด(?:[ ]?\(มหาชน\))?")
LATIN_WORDS = re.compile(r"[A-Za-z&][\w&.’'-]*(?:[ ][A-Za-z&][\w&.’'-]*){0,5}")
ENDS_IN_LATIN = re.compile(r"(?:บริษัท|กลุ่ม|สถาบัน|องค์กร|บจก\.|บมจ\.|ร้าน|แบรนด์|จัดงาน|วง|ค่าย|ช่อง)\Z")
NAME_FOLLOWS = re.compile(r"(?:มูลนิธิ|บริษัท|สมาคม|ธนาคาร|โรงเรียน|มหาวิทยาลัย|โรงพยาบาล|ชมรม|สถาบัน)\Z")
TELLS_NEXT = re.compile(
    r"และ|หรือ|กับ|ใน|ที่|ณ|ว่า|จะ|จึง|ยัง|มี|เมื่อ|ทั้ง|สำหรับ|ร่วม|นำ|พร้อม|รับ|ขอ|มา|ไป|ตลอด"
    r"|เตรียม|จัด|มอบ|กล่าว|เปิด|ประกาศ|แถลง|ย้ำ|เผย|ชี้|ยืนยัน|เดินทาง|ขึ้น|ลง|เข้า|คว้า|ได้|ให้|เป็น|ต้อนรับ|ด้าน|ขณะ|ระบุ|เชิญ|ส่ง|เร่ง|ปลื้ม|โดย"
)
BRACKET = re.compile(r"[ ]?\([^()\n]{1,60}\)")
# รอง ผกก.|(สอบสวน)|: a police officer's line of work
LINE_OF_WORK = re.compile(
    r"[ ]?\((?:(?:ป|สส|จร|อก|ทท)\.?|สอบสวน|สืบสวน|จราจร|อำนวยการ|ป้องกัน(?:และ)?ปราบปราม|ปราบปราม|ธุรการ|ชุมชนสัมพันธ์)\)"
)
# สำนักงานศุลกากรภาคที่ 4, เขต 21
NUMBERED = re.compile(r"(?:ที่|เขต|สำนัก|ภาค|กอง|ส่วน|ฝ่าย|รุ่น|ชั้น|ปี|กลุ่ม|ระดับ|ชุด)\Z")
NUMBER = re.compile(r"[ ]\d{1,3}(?![\d.)]|[ ]?[.)/])")
# หัวหน้างานตรวจท่า| 1| รักษาการ…: a unit's number, where the position goes on behind it
UNIT_NUMBER = re.compile(r"[ ]\d{1,2}(?=[ ])")
# The one ministry whose name holds spaces
MINISTRY_TAIL = re.compile(r"[ ]+วิทยาศาสตร์[ ,]+(?:การ)?วิจัย[ ]*และ[ ]*นวัตกรรม")
# เอกอัครราชทูต ณ กรุงเวลลิงตัน
AT_TOWN = re.compile(rf"[ ]+ณ[ ]+(?:กรุง|นคร|เมือง|สิงคโปร์|เวียง){THAI}*")
AND = re.compile(r"[ ]*และ[ ]?")
# A position that ends so is not whole: “กระทรวง” + “ พม.”
LEFT_OPEN = ("กระทรวง", "ผู้ว่าราชการ", "สำนักงาน", "คณะกรรมการ", "กรม", "สถาบัน", "จังหวัด", "อำเภอ", "บริษัท", "สำนัก", "ประจำ")
# Rows that after และ or a space are rather the others present
COLLECTIVE = frozenset({
    "actor", "artist", "athlete", "business-person", "civil-servant", "committee", "committee-member",
    "district-chief", "district-clerk", "executive", "expert-committee", "farmer", "governor-province",
    "inspector", "journalist", "leader", "minister-plain", "mp", "nurse", "officer", "owner", "physician",
    "police-officer", "pupil", "representative", "researcher", "sage", "senator", "singer", "staff",
    "staff-plain", "student", "teacher", "vice-governor-province", "village-head", "volunteer", "volunteer-chair", "worker",
    "youth",
})  # fmt: skip
# Heads that may be a second post, said right after the first: “ปลัดกระทรวง… ประธานกรรมการ…”
SECOND = frozenset({
    "abbot", "adviser", "association-president", "association-vice-president", "ceo", "chairman", "committee-member",
    "council-member", "director", "head", "managing-director", "managing-director-senior", "secretary-general",
    "spokesman", "wife-association",
})  # fmt: skip
# Heads that before a name are rather the end of a list of those present
CROWD = frozenset({
    "business-person", "civil-servant", "committee", "executive", "farmer", "minister-plain", "police-officer",
    "staff", "staff-plain", "volunteer", "worker", "youth",
})  # fmt: skip
# What may stand before a position that stands before a name
LEADS_IN = re.compile(
    r"(?:(?:^|[\n(“\"‘/,:;.)•\d-])[ ]*|(?:โดย|โดยมี|และ|กับ|ที่|ของ|ให้|จาก|มี|ท่าน|ว่า|ด้าน|ซึ่ง|ด้วย|แก่|ต่อ"
    r"|คือ|พบ|เชิญ|แทน|นำ|ได้แก่|อดีต|ถึง"
    r"|หาก|เรียน|รับ|ภายใต้|รัฐบาล|นี้|หมาย|คณะ(?=อนุ|กรรมการ))[ ]*)\Z"
)
# หัวหน้าส่วนราชการ, ผู้อำนวยการทุก…: several people
PLURAL = re.compile(
    r"(?:ส่วนราชการ|หน่วยงาน|หน่วย|ฝ่ายต่าง|ทุก|ที่เกี่ยวข้อง|กลุ่มงาน\s|ระดับสูง|ส่วนงาน|ต่าง|จาก|ชมรม|กลุ่ม(?:เกษตร|สตรี|องค์|แม่)"
    r"|อบต|สำนักงานจังหวัด\b|พื้นที่)"
)
# ศิลปินแห่งชาติ สาขาทัศนศิลป์| (ศิลปะภาพถ่าย) พ.ศ. 2552
HONOURED_IN = re.compile(
    r"(?:[ ]?\([^()\n]{3,40}\))?[ ]*(?:ประจำ)?(?:ปี(?:พุทธศักราช|[ ]?พ\.ศ\.)?|พ\.ศ\.|พุทธศักราช)[ ]?[\d๐-๙]{4}"
    r"|[ ]?\([^()\n\d]{3,40}\)(?=[ ]|\n|\Z)"
)
# …(ผบก.ปอศ.) before a name in brackets
GLOSS_AT_END = re.compile(r"\([^()\n]{1,40}\)\Z")
DEPUTY_AT_END = re.compile(rf"(?:(?:อดีต|รอง|ผู้ช่วย|{ACTING})[ ]?)+\Z")
NO_OFFICE = ("ในพิธี", "ในงาน", "ในการ")  # ประธานในพิธี is a part in it, no office
# นาย ก |เจ้าของรางวัล…, เจ้าของเหรียญทอง…: what one has won is no post
HAS_WON = re.compile(r"เจ้าของ[ ]?(?:\d+[ ]?)?(?:รางวัล|เหรียญ|แชมป์|ตำแหน่ง|ถ้วย|สถิติ|เข็มขัด)")
