"""Branches (สาขา) and categories (ประเภท, ด้าน, หมวด) of awards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.gazetteer_rows import AwardPart, Level
from extractor.match.headline_words import BEHIND_PARTS
from extractor.match.label import Label
from extractor.match.part_winners import before_winner
from extractor.match.person_likeness import known_names
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from typing import Literal

    from extractor.lexicon import Hit

_OPENING = r"[ ]*[:：]?[ ]*[“\"‘']?[ ]*"
_BRANCH = re.compile(
    r"สาขา(?:รางวัล|การประกวด)?(?!วิชา|\s*รวม|\s*จำนวน|\s*ได้|\s*โดย|ที่|ต่าง|ของ|ใด|ละ|ดังกล่าว|นี้|นั้น|เดียว|/"
    r"|ทั่ว|อื่น|ทั้ง|อาชีพ(?=\s))" + _OPENING
)
_CATEGORY = re.compile(
    r"(?:(?<!ตำแหน่ง)(?<!กรรมการตัดสิน)(?<!จำแนก)(?<!จัด)ประเภท(?:รางวัล|ผลงาน|ที่\ ?\d+)?"
    r"(?!ที่(?!อยู่อาศัย|พัก)|ต่าง|ของ(?!ที่ระลึก|ใช้|ขวัญ|เล่น|ฝาก|ตกแต่ง|แต่ง|กิน|ชำร่วย|หวาน|เก่า)|ใด|ละ|ดังกล่าว|นี้|อื่น|ทั้ง|เดียวกัน|สินค้า|จะ|ได้|มี|โดย"
    r"|ใหม่(?![ก-ฮเ-ไ]{2})|ใหม่คือ|[ ]*(?:คือ|ได้แก่|จำนวน|ละ))"
    r"|หมวดรางวัล"
    r"|(?P<whole>หมวด)(?!หมู่|เดียวกัน|ทางหลวง|การทาง|ส่งกำลัง|ลาดตระเวน|ตำรวจ|ทหาร|อาวุธ|บิน)(?=[ ]?[ก-ฮเ-ไA-Z“\"])"
    r"|กลุ่มรางวัล|(?:(?<![A-Za-z] )|(?<=Award )|(?<=Awards ))Category\ *:?)" + _OPENING
)
_SUBJECT = re.compile(
    r"(?:(?<=รางวัล)|(?<=ดีเด่น)|(?<=ดีเด่น )|(?<=ประเภท)|(?<=ยอดเยี่ยม)|(?<=[ก-๙] \()|(?<=\())(?=ด้าน[ก-ฮเ-ไ])"
    r"|(?:(?<=รับรางวัล )|(?<=คว้ารางวัล ))(?=ด้าน(?!นาย|นาง|ดร|พล|รอง|ผู้|ปลัด|อธิบดี)[ก-ฮเ-ไ])"
    r"|(?:(?<=มีความเป็นเลิศ)|(?<=มีความเป็นเลิศ ))(?=ด้าน[ก-ฮเ-ไ])"
    r"|(?<=\n)(?=[ ]*กลุ่มที่[ ]?\d{1,2}[ ]*\n)"
    r"|(?:(?<=ว่า )|(?<=ดังนี้ )|(?<=\d ))(?=ด้าน(?!นาย|นาง|ดร|พล|รอง|ผู้|ปลัด|อธิบดี)[ก-ฮเ-ไ][ก-๎ ]{3,50}?"
    r"[ ](?:\d[.)][ ]?)?รางวัล(?:(?:รอง)?ชนะเลิศ|ชมเชย|เหรียญ|ดี|ยอดเยี่ยม|ที่[ ]?1))"
    r"|(?<=\n)(?=ด้าน(?!นาย|นาง|ดร|พล|รอง|ผู้|ปลัด|อธิบดี)[ก-ฮเ-ไ][^\n]{3,60}\n)"
)
_SUBJECT_WORD = Words("ด้าน|กลุ่ม|หมวด")
# รางวัล ก |กลุ่มโรงงานอุตสาหกรรม, but not |กลุ่มทอผ้าบ้านนา, who has won it
_SUBJECT_BEHIND = re.compile(
    r"ด้าน|(?P<number>หมวด(?:ที่)?[ ]?\d{1,2}(?!\d))|กลุ่ม(?=โรงงาน"
    r"|(?:ผู้ประกอบการ|สถานประกอบ|หน่วยงาน|บุคคล|องค์กร|ธุรกิจ|บริษัท|รัฐวิสาหกิจ|สถานศึกษา|สถาบันการศึกษา"
    r"|อุตสาหกรรม|บริการ|ผลิตภัณฑ์|เทคโนโลยี|ข้าราชการ|นักเรียน|นักศึกษา|ประชาชน)(?![ก-๎]{0,12}(?:บ้าน|ตำบล|อำเภอ|จังหวัด)))"
)
_FREE: tuple[tuple[re.Pattern[str], Words, Literal["branch", "category"]], ...] = (
    (_BRANCH, Words("สาขา"), "branch"),
    (_CATEGORY, Words("ประเภท|หมวด|กลุ่มรางวัล|Category"), "category"),
    (_SUBJECT, Words("ด้าน|กลุ่มที่"), "category"),
)
_PART_LEAD = re.compile(r"(?:สาขา|ประเภท|รางวัล|ด้าน|รายหมวด)(?:รางวัล|ประเภท|พิเศษ)*[ ]*(?:[“\"‘'][ ]*)?$")
_PART_STOP = sought(
    r"""[\n“”"’;•✅|…] | ,(?!(?<=\d,)\d{3}(?!\d)) | [ ](?=(?:20[012]\d|25[4-7]\d)(?![\d,.]|[ ]?(?:คน|แห่ง|ราย|ล้าน|บาท|ครั้ง)))
    | [ ]?\.{3} | [ ]{2,} | [ ][:] | [ ][-–](?!(?<=\d..)[ ]?\d)
    | [ ](?:ใน|จาก)?ศึก(?!ษ) | (?:ใน|จาก)(?=รายการ[ก-ฮเ-ไA-Z ]|ศึก(?!ษ))
    | [ ](?=(?:ดีเด่น|ดีมาก|ดีเยี่ยม|ดีเลิศ|ดี)[ ]?(?:ได้แก่|คือ[ ]|[:：]))
    | [ ]จาก | [ ]เรื่อง | [ ](?:ศิลปิน|เพลง)(?=[ ]?[:： ]) | ถึง[ ]?\d | [ ]รอบ(?=ชิง|คัด|รอง|แรก|สุดท้าย|ตัดสิน)
    | [ ]ผู้(?=(?:ที่)?(?:ชนะ|ได้รับ|คว้า))
    | [ ](?=(?:นักศึกษา|นักเรียน|นิสิต|อาจารย์|ครู)(?:สาขา|คณะ|ชั้น|จาก|โรงเรียน|มหาวิทยาลัย|วิทยาลัย))
    | [ ](?=แม้(?=จะ|ว่า|ไม่|แพ้|พ่าย|พลาด)|ทั้งที่|สร้าง(?!สรรค์)|ส่งผล|ทำให้|ความสำเร็จ|ตอกย้ำ|สะท้อน|ขณะ|นอกจาก|โอกาสนี้|ในโอกาส|แสดง|สำเร็จ
      |หลัง(?=จาก|เอาชนะ|ชนะ|ก่อนหน้า|พ่าย|ทำ|คว้า)|เตรียม(?!อุดม|ทหาร|ความพร้อม)|แซง(?=หน้า)|เหนือ(?=คู่แข่ง|ผู้เข้า)|เอาชนะ|เฉือน|ก่อน(?=จะ|เดิน|ไป|เข้า|ลุย|หน้า)|ลุย(?=ต่อ|แข่ง))
    | [ ]ให้(?=ชุมชนบ้าน|บริษัท[ ]|โรงเรียน|ร้าน|ทีม|วง|นาย|นาง|เด็กชาย|เด็กหญิง|คุณ|ดร|วัด
      |จังหวัด[ก-ฮ]|อำเภอ[ก-ฮ]|เทศบาล|อบ[ตจ]|มหา|วิทยา|กรม|กระทรวง|สำนัก|ธนาคาร)
    | [ ]?(?:ตก)?เป็นของ | ในปี(?=นี้|[ ]?(?:[พค]\.[ ]?ศ\.|\d)) | อีกด้วย | [ ]?มา(?:ได้|ครอง|แล้ว) | ไปครอง | ได้(?=ด้วย|สำเร็จ|อีก)
    | [ ]ผล(?=การ(?:คัดเลือก|ตัดสิน|พิจารณา|ประกวด|แข่งขัน|ประเมิน)|ปรากฏ) | [ ]รายชื่อ(?=ผู้) | เนื่อง(?:จาก|ใน)
    | [ ]?ดัง(?:(?:ต่อไป)?นี้|ไฟล์|เอกสาร|รายละเอียด|ภาพ|ตาราง|รายชื่อ|แนบ)
    | [ ]ส่วน(?=[ก-ฮเ-ไ]) | [ ]ระดับ | (?<!ป)ระดับ(?=ดี|เหรียญ|ทอง|เงิน|ชม|ก้าว|พื้น|เป็นเลิศ|ชนะ|ยอด|[ ])
    | [ ]?(?: ประจำปี | ประเภท | สาขา | จำนวน
      | จาก(?=[ผงโเ\ “"A-Z] | ภาพ | ละคร | รายการ | ซีรี | หนัง | บริษัท | สถาบัน | สมาคม | มูลนิธิ | นิตยสาร | สำนัก | ทั้ง
        | ก(?!าร|ล้อง|ระดาษ) | การ(?:ประกวด|แข่ง|คัด|ประเมิน|จัด|ประชุม|พิจารณา)
        | คณะกรรมการ | คณะอนุกรรมการ | ชมรม | สภา | องค์การ | มหาวิทยาลัย | สหพันธ์ | สหภาพ) | ด้วยผลงาน
      | [ ]?(?:จัด|มอบ|ประเมิน|ตัดสิน|สำรวจ|โหวต|ประกาศ|คัดเลือก)โดย | (?<!ท่องเที่ยว)โดย(?!วิธี|เฉพาะ|สาร)
      | (?<!เสนอ)(?<!เผยแพร่)(?<!ประกวด)(?<!ประเมิน)ผลงาน | ชื่อ(?:ผลงาน|โครงการ)
      | ได้แก่ | คือ(?=[ ]) | ประกอบด้วย | (?<=แห่งปี)[ ]?\d | (?<!แห่ง)ปี[ ]?(?:พ\.ศ\.[ ]?)?\d | พ\.ศ\. | ซึ่ง | เพื่อ(?:เป็น|เชิดชู) | ให้แก่
      | ให้กับ(?!สังคม|ประเทศ|ชุมชน|ส่วนรวม|โลก|วงการ|เด็ก|เยาวชน|ประชาชน|ผู้(?:พิการ|สูง|ด้อย|ยาก))
      | [ ]แด่
      | (?<!ขอน)(?<!เก่า)แก่(?=[ ก-ฮ])(?!น(?![ก-๎])|นนคร)
        (?!สังคม|ประเทศ|ส่วนรวม|ศาสนา|พระ|วงการ|โลก|แผ่นดิน|คน|เด็ก(?!ชาย|หญิง)|เยาวชน|ประชาชน|ผู้(?:พิการ|สูง|ด้อย|ยาก))
        | และ(?=[ ]?(?:ล่าสุด|เหรียญ|อันดับ|ครอง|คว้า|รางวัล|สาขา|ประเภท|ระดับ|ได้|\d|ด้าน|ธนาคาร|ผู้(?:ที่)?(?:ได้|ชนะ)))
      | รางวัล | (?<![ก-๎])ณ[ ] | ในงาน
      | (?<=[ ])ของ(?=ตำรวจ|กอง|จังหวัด|เขต|สพ[ปม]|สมาคม|มูลนิธิ|ประเทศ|โรงเรียน|มหาวิทยาลัย|ธนาคาร|สถาบัน|[ก-ฮ]{2,4}\.)
      | (?:ใน|บน|จาก)เวที | เมื่อ | ถือเป็น | พร้อม | ครั้งที่ | ได้รับ | เป็น(?:รางวัล|ปี|ครั้ง) | ของ(?=กระทรวง|กรม|สำนัก|บริษัท)
        | (?<=[ ])ของ(?=สหภาพ|สหพันธ์|องค์การ(?!บริหาร)|นิตยสาร) | ว่า[ ] | [ ]?ไม่มี | ชนะเลิศ
        | รองชนะ | เข้ารับ | รับ(?:มอบ)?โดย | นำโดย | ที่ได้ | ที่มอบ
      | เหรียญ(?=ทอง|เงิน) | เงินรางวัล | (?<![-–][ ])(?<!\d)\d{1,40}[ ]*(?:รางวัล|ราย|ผลงาน|คน|เรื่อง|ชิ้น) )
    | [ ]?(?:อันดับ|ลำดับ)(?:ที่)?[ ]?\d
    | [ ]\d+[ ]?(?:องค์กร|หน่วยงาน|แห่ง|ทีม|บริษัท|โครงการ|จังหวัด|โรงเรียน|ท่าน|คู่|ประเภท|ด้าน|สาขา
      |ร้าน|ชุมชน|สหกรณ์|แบรนด์|ฟาร์ม|วง(?=[ \n:]|$))
    | [ ](?:และ[ ]?)?\(?\d{1,2}[.)](?!\d) | และ(?=ในการ)
    | [ ](?=กลุ่ม(?:ทอ|ผ้า|แม่บ้าน|อาชีพ|วิสาหกิจ|ผู้|สตรี|เกษตรกร|เยาวชน|ศิลป|จักสาน)[ก-๙]+[ ](?:จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.))
    | [ ](?=(?:แบ่ง|อาทิ|เช่น|ด้วย|ปรากฏ|ที่|ภายใน|ภายใต้|อีก|เน้น|รวม|เป็น|และ[ ]|เพื่อ|ผ่าน|ถือ|นับ|คว้า|รับ|เข้า|ได้|ถูก|ตลอด|สำหรับ
      |จึง|พบ|ทำ|กล่าว|เผย|เมื่อ|ว่า|ศูนย์|องค์การ(?!บริหารส่วน(?:ตำบล|จังหวัด)[ ]*(?:\(|และ|ได้แก่|จำนวน|รางวัล|$))
      |วิทยาลัย|สถาบัน|สมาคม|มูลนิธิ|วัด|ชุมชนบ้าน|บ้าน|สหกรณ์|ห้าง|คุณ|ทีม(?!ชาย|หญิง|ผสม)|ตรา|หมู่บ้าน|ตำบล|คณะ|ท่าน|การ(?:ไฟฟ้า|ประปา|ท่าเรือ|ทางพิเศษ|เคหะ)))
    | [ ](?=(?:กรม|กระทรวง|สำนักงาน|นาย|นาง|บริษัท|ธนาคาร|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล|อำเภอ|จังหวัด
      |เทศบาล(?!(?:นคร|เมือง|ตำบล)?[ ]*(?:\(|และ|ได้แก่|จำนวน|รางวัล|$))
      |ดร\.|ใน|กับ|ต่อ|ยัง|ทั้ง
      |โครงการ|วันที่|จะ|มี|ศ\.|รศ|ผศ|พล|ด\.|เด็ก|โดย|\d+[).]))
    | [ ]ส่วน(?=รางวัล)
    | [ ](?=[ก-๎]{2,16}(?:แห่ง|หลัง|ราย|คน|ชิ้น|กลุ่ม|เรื่อง|ผืน)นี้)
    | [ ]และ(?=[ ]?(?:บริษัท[ ]|นาย(?=[ก-ฮเ-ไ])|นางสาว|น\.ส\.|ดร\.|ทีม[ ]))
    | [ ]และ(?=(?:กรม|กระทรวง|สำนัก|เทศบาล|โรงเรียน|โรงพยาบาล|มหาวิทยาลัย|ธนาคาร|องค์การ|สถาบัน|จังหวัด|อำเภอ)[^\n,]{2,60}?
        (?:ได้รับ|คว้า|รับ(?:มอบ)?รางวัล|ครอง))
    | [ ](?=รายการ | ผู้(?:มี|ที่|ซึ่ง|ได้) | (?:รอง|ผู้ช่วย)?ศาสตราจารย์) | ต่อเนื่อง(?=[ ]?(?:ปี|\d|เป็นปี|มา)) | ติดต่อกัน
    | [ ]?\d{1,2}[ ]?(?:ปี|สมัย)[ ]?(?:ซ้อน|ต่อเนื่อง|ติดต่อกัน|ติดกัน|รวด)
    | [()] """
    rf"| [ ](?={BEHIND_PARTS})",
    re.VERBOSE,
)
# 9 สาขา, ทุกประเภท: kinds are counted, none is named
_COUNTED = sought(
    r"(?:(?:ทุก|หลาย|หลากหลาย|แต่ละ|ครบ|บรรดา|ตาม)|(?<![\d.])(?<!ที่)(?<!ที่[ ])(?<!อันดับ)(?<!อันดับ[ ])(?<!ปี)(?<!ปี[ ])"
    r"(?<!กลุ่ม[ ])\d{1,2})[ ]?\Z"
)
# วิทยาศาสตรบัณฑิต สาขา…, ธนาคาร…สาขา…: what somebody studied or teaches, an outpost
_OF_STUDY = re.compile(
    r"(?:บัณฑิต|หลักสูตร|ปริญญา|ดุษฎี|ภาควิชา|แผนก|จบการศึกษา|ชั้นปี|(?<!ประเภท)(?:โรงงาน|สำนักงาน|ธนาคาร|ห้าง|ร้าน|กิจการ))[ก-๎]{0,24}[ ]?\(?$"
)
# ดุษฎีบัณฑิตกิตติมศักดิ์ (ปร.ด.)| สาขา…: an honour all the same
_DISCIPLINE = re.compile(r"สาขาวิชา[ ]?")
_OF_HONOUR = re.compile(r"บัณฑิตกิตติมศักดิ์[ ]?(?:\([^()\n]{1,16}\)[ ]?)?$")
# ธนาคารยอดเยี่ยม|ด้านสินเชื่อ: the title of a prize, whole
_BEST_OF_KIND = re.compile(r"(?:ธนาคาร|กองทุน|บริษัท(?!ฯ))[ก-๎]{0,16}(?:ยอดเยี่ยม|ดีเด่น)[ ]?$")
# มอบให้แก่องค์กรที่มีความเป็นเลิศ|ด้านการบริหารจัดการ: why, not what
_TO_WHOM = re.compile(r"(?:แก่|ให้)[ก-๎ ]{3,30}ที่มีความ(?:เป็นเลิศ|โดดเด่น)[ ]?\Z")
# ประเภทผ้าไหม| จำนวน 89 ผืน และประเภทผ้าฝ้าย จำนวน 79 ผืน ซึ่ง…: what was sent in
_COUNT_ENTERED = re.compile(r"[ ]*จำนวน[ ]?[\d,]+[ ]*(?:ผืน|ชิ้น|ทีม|ผลงาน|คน|ราย|แห่ง|เรื่อง|ภาพ)[ ]*(?:(?:และ|,)[ ]?ประเภท|ซึ่ง|ที่)")
# a gloss with another kind behind it: …ภาครัฐ (NGOs) หรือองค์กร… (CSOs)
_OR_OTHER = re.compile(r"[ ]?หรือ[ก-๎]{3,40}(?:[ ]?\([A-Z][^()\nก-๛]{1,60}\))?")
# words that begin no name of a part
_NAMELESS = re.compile(
    r"อาทิ|ใหม่(?=มอบ|ที่|[ ])|ประกอบ(?:ด้วย|ไป)|ดัง(?:นี้|ต่อไป|กล่าว)|มี(?!เดีย)|ซึ่ง|และ"
    r"|เพื่อ(?!น|สังคม|ชีวิต|สุขภาพ|ชุมชน|สิ่งแวดล้อม|คนพิการ)|จะ|ตั้งแต่|มากกว่า|ในปี|ในประเทศ"
    r"|สำหรับ|เช่น|คือ|ใน[ ]|โดย(?!สาร)|ตาม|ดำเนิน|กับ|ที่(?!พัก"
    r"|อยู่|ปรึกษา|ดิน)|ได้(?!แก่)|ใหญ่[ต ]|ออก(?!แบบ)|หรือ|การมอบ|แบ่ง|รวม(?=[ ท\d])|ทั้ง|ถือ|เป็น|เมื่อ|ให้(?!บริการ|สี|คำ)"
    r"|ไม่|ต้อง|ว่า|อีก|ตลอด|พร้อม|จาก|หมู่ต่าง"
    r"|(?:บริหาร|อำนวยการ|วิชาการ|ทั่วไป)[ ]?ระดับ(?:ต้น|สูง|ปฏิบัติ|ชำนาญ|เชี่ยวชาญ|ทรงคุณ|อาวุโส|ทักษะ)"  # posts of the civil service
)
_LATIN_WORDS = re.compile(r"[A-Za-z0-9](?:(?! \d{1,2}[).][ ก-ฮเ-ไ])[A-Za-z0-9 &,/’'.:\-–])*[A-Za-z0-9]")
# สาขา State Enterprise| 1 ใน 5 หน่วยงาน
_ONE_OF, _ONE_OF_MANY = re.compile(r"[ ]?(?:ใน|รางวัล|ราย)"), re.compile(r"[ ]\d{1,2}[ ]?$")
_SPECIAL = re.compile(r"พิเศษ[ ]?[“\"‘']?$")
_BEGINS = re.compile(r"(?:^|[\n,(/]|\d[.)]|[-•✅]|ได้แก่|และ)[ ]*[“\"‘']?$")
# (Service Innovation)
SHORT_GLOSS = re.compile(r"[ ]?\([A-Za-z][A-Za-z &:/’'-]*\)")
# … and of a category also (Quality Class Plus: People - QC+: People)
GLOSS = re.compile(r"[ ]?\([ ]?[A-Za-z][^()\nก-๛]{0,100}(?:ด้าน[ ]?[A-Za-z][^()\nก-๛]{0,40})?\)")
# words that begin what stands behind a part or a level, so that its name does not go on
GOES_ON = re.compile(
    r"(?:จาก|ใน|ของ|ด้าน|ประเภท|สาขา|จำนวน|ประจำ|และ|โดย|ได้|ให้|แก่|เป็น|ซึ่ง|พร้อม|ปี|ผลงาน|รวม|มา|ที่|ทั้ง|ถึง|ติด|ต่อ|อีก|ครั้ง|ณ|ไป|ขึ้น|หรือ|ด้วย|เมื่อ|รางวัล|คือ|กรม|นาย|นาง|มี|นี้|นั้น)"
)
# หมวด Digital Content| สื่อที่เกี่ยวข้องกับ…: what the class is of goes on in Thai
_DESCRIBED = re.compile(rf"[ ]?(?!{GOES_ON.pattern}|ชนะ|คว้า|ส่วน|ขณะ|นับ|ถือ|เมื่อ|นอกจาก|หลัง)[ก-ฮเ-ไ]")


def find_known_parts(text: str, hits: Sequence[Hit], behind: Mapping[int, str]) -> list[Label]:
    """Branches and categories of the gazetteer, where a word before them or their own weight shows that they are meant.

    `behind` tells where awards end and which they are: a part of an award is meant right behind it.
    """
    labels = []
    named = set(behind.values())
    for start, end, hit_row in hits:
        if not isinstance(hit_row, AwardPart):
            continue
        row: AwardPart | None = hit_row
        kind = hit_row.kind
        before = text[max(0, start - 24) : start]
        lead = _PART_LEAD.search(before)
        if lead is None and not (
            (hit_row.award in named and (_BEGINS.search(before) or _is_prize_for(text, start)))
            or hit_row.award in {behind.get(start), behind.get(start - 1)}
            or hit_row.name.startswith(("หมวด", "รายหมวด"))
            or "เลิศรัฐ" in hit_row.name
        ):
            continue
        if lead is not None and lead.group().startswith("ด้าน"):
            to_whom = _TO_WHOM.search(text, max(0, start - 70), start - len(before) + lead.start())
            if hit_row.award not in named or to_whom is not None:
                continue  # ความเป็นเลิศด้านความรับผิดชอบต่อสังคม: of whatever
        outer = start - (len(before) - lead.start()) if lead else start
        start += _to_innermost(text, start, end)
        special = _SPECIAL.search(before)
        if special is not None and hit_row.name.startswith("พิเศษ"):
            start -= len(special.group())
        if end < len(text) and "ก" <= text[end] <= "๛" and not _PART_STOP.match(text, end) and not GOES_ON.match(text, end):
            if lead is None:
                continue  # another name that begins alike
            end = max(end, part_end(text, start))  # the part's name goes on where the gazetteer's ends
            row = None
        stop, until = end, end
        gloss = GLOSS.match(text, end)
        if gloss:
            until = gloss.end()
            stop = until if kind == "category" else end
        if lead is not None and lead.group().startswith("สาขา") and hit_row.name.startswith("อาชีพ"):
            kind = "branch"  # สาขา|อาชีพทำนา
        if kind == "branch" and (bracket := text.find("(", start, end)) > 0:
            stop = start + len(text[start:bracket].rstrip())
        own = (lead is not None and "รางวัล" in lead.group()) or (row is not None and "เลิศรัฐ" in row.name)
        labels.append(
            Label(
                kind,
                start,
                stop,
                f"{kind}.gazetteer" if row else f"{kind}.named",
                outer,
                until,
                row=row,
                own=own and row is not None,
            )
        )
    return labels


# ศูนย์ข้าวชุมชน ประเภท|ข้าวเหนียว
_INNERMOST = re.compile(r"[^\n]*[^ \n][ ]ประเภท[ ]?(?=[ก-ฮเ-ไ])")


def _to_innermost(text: str, start: int, end: int) -> int:
    """How many characters of a known category name what is above it: the innermost of nested ones is the category."""
    above = _INNERMOST.match(text, start, end)
    return above.end() - start if above is not None else 0


# สาขาก่ออิฐ| พ่วงเหรียญ Best of Nation: what else was won with it
# ประเภท |1,500 เมตร ชาย|: a class may begin with its measure, and with no other number
_MEASURE = re.compile(r"\d[\d,.]{0,6}[ ]?(?:[xX×]|เมตร|ม\.|กิโลเมตร|กม\.|กิโลกรัม|กก\.|ซีซี|ซี\.ซี\.|ปีขึ้นไป|ฟุต|มม\.|มิลลิเมตร)")
# ประเภททีมชาย| ระดับประถมศึกษา|: of which stage of school those are who compete in a class
_STAGE = re.compile(
    r"[ ](?:ใน)?ระดับ(?:ชั้น)?(?:(?:ประถม|มัธยม)(?:ศึกษา)?(?:ตอน(?:ต้น|ปลาย))?|อุดมศึกษา|อนุบาล|ปวช\.?|ปวส\.?|อาชีวศึกษา|ปริญญา(?:ตรี|โท|เอก))"
    r"(?:ปีที่[ ]?\d(?:[ ]?[-–][ ]?\d)?)?(?![ก-๎])"
    r"(?=[ ]*(?:\n|$|การ|ใน|จาก|งาน|ได้แก่|คือ|และ|พร้อม|เมื่อ|ประจำ|[,(“]))"
)
_NEXT_MEASURE = re.compile(r"[ ](?:และ|,)?[ ]?(?=\d[\d,.]{0,6}[ ]?(?:[xX×][ ]?\d|เมตร))")
_WON_BESIDES = re.compile(r"[ ](?:พ่วง|ควบ(?!คุม)|ซิว|กวาด)")


def find_named_parts(text: str, hits: Sequence[Hit]) -> list[Label]:
    """Branches and categories that only the word before them shows."""
    known = {hit.start: hit for hit in hits if isinstance(hit.row, (AwardPart, Level))}
    labels = []
    for pattern, heads, kind in _FREE:
        for place in heads.find(text):
            match = pattern.match(text, place)
            if pattern is _BRANCH and _OF_STUDY.search(text, max(0, place - 40), place):
                if not _OF_HONOUR.search(text, max(0, place - 40), place):
                    continue
                match = match or _DISCIPLINE.match(text, place)
            if match is None or (pattern is not _SUBJECT and _COUNTED.search(text, max(0, place - 14), place)):
                continue
            start = match.end()
            whole = pattern is _CATEGORY and match["whole"] is not None
            while text[start : start + 1] == " ":
                start += 1
            if pattern is _SUBJECT and (not _about_award(text, start) or text.endswith("เป็นรางวัล", 0, start)):
                continue  # ก ถือเป็นรางวัล|ด้านความปลอดภัยที่…: what it is
            best = _BEST_OF_KIND.search(text, max(0, start - 40), start) if pattern is _SUBJECT else None
            start = best.start() if best is not None else start
            hit = known.get(start)
            if hit is not None and (isinstance(hit.row, AwardPart) or hit.end >= part_end(text, start)):
                continue
            if text.startswith("รางวัล", start):
                start += 6
            if _NAMELESS.match(text, start):
                continue
            end = part_end(text, start)
            if _COUNT_ENTERED.match(text, end) or (whole and text[start].isascii() and _DESCRIBED.match(text, end)):
                continue
            if (
                not 2 <= end - start <= 90
                or (text[start].isdigit() and not _MEASURE.match(text, start))
                or text.startswith("ที่ได้รับรางวัล", end)
            ):
                continue
            stage = _STAGE.match(text, end) if pattern is _CATEGORY else None
            end = stage.end() if stage is not None else end
            gloss = GLOSS.match(text, end)
            if gloss is not None and kind == "category":
                end = gloss.end()
                other = _OR_OTHER.match(text, end)
                end = other.end() if other is not None else end
            until = end + 1 if end < len(text) and text[end] in "”\"’'" else end
            more = _WON_BESIDES.search(text, start + 2, end)
            if whole and text[start - 1] not in "“\"‘'":
                start = match.start()  # |หมวด|การเงิน: a class is named with its word, unlike ประเภท|การเงิน
            labels.append(Label(kind, start, more.start() if more is not None else end, f"{kind}.named", match.start(), until))
    return labels


# รางวัล ก ใน|กลุ่ม “ข้าวหอม”
_IN_GROUP = re.compile(r"(?:กลุ่ม|หมวด)[ ]?[“\"](?P<name>[^“”\"\n]{3,60})[”\"]")
# ในด้าน|ต่าง ๆ
_IN_NONE = re.compile(r"[ก-๎]{4,5}?(?:ต่าง|อื่น|[ ]|ที่|นี้)")
# ด้านปลัดกระทรวงกล่าวว่า…: who speaks next, no field
_SPEAKER = re.compile(
    r"ด้าน[ ]?(?:นาย|นาง|น\.ส|ดร\.|[ศรผ]ศ|พล(?![ังาศ])|พ\.|ร\.|ว่าที่|คุณ|ปลัด|รอง|อธิบดี|รัฐมนตรี|รมว|รมช|รมต|ผู้ว่า|ผู้อำนวย|ผู้บัญชา|ผบ|ผอ|โฆษก"
    r"|เลขา|พ่อเมือง|แม่เมือง|ประธาน|กรรมการผู้|อธิการ|คณบดี|นพ|พญ|ท่าน|“|\")"
)


def find_subjects_behind(text: str, behind: AbstractSet[int]) -> Iterator[Label]:
    """ด้าน…, หมวด 3 …, กลุ่มโรงงาน… right behind an award's name, its year or a level."""
    for place in _SUBJECT_WORD.find(text):
        lead = place - 2 if text.startswith("ใน", max(0, place - 2)) else place  # รางวัล ก ใน|ด้านการดูแลน้ำ
        if lead in behind or (text[lead - 1] == " " and (lead - 1 in behind or _glosses(text, lead - 1, behind))):
            named = _IN_GROUP.match(text, place)
            if named is not None and lead < place:
                yield Label("category", *named.span("name"), "category.subject", place, named.end())
                continue
            if lead < place and (_IN_NONE.match(text, place) or text.startswith("กลุ่ม", place)):
                continue
            subject = _SUBJECT_BEHIND.match(text, place) or _taken_in(text, place)
            end = part_end(text, subject.end() if subject["number"] else place) if subject is not None else place
            if 7 <= end - place <= 90 and not (_SPEAKER.match(text, place) or _wins_next(text, place) or _WINS.match(text, end)):
                gloss = GLOSS.match(text, end)
                end = gloss.end() if gloss else end
                yield Label("category", place, end, "category.subject", place, end)


# Siam Water Awards 2023| (SWA 2023) |ด้านบริการ
_SHORT_FORM = re.compile(r"[ ]?\([A-Z]{2,12}(?:[ ]Awards?)?(?:[ ]?\d{4})?\)")


def _glosses(text: str, end: int, behind: AbstractSet[int]) -> bool:
    """Whether a bracket with an award's short form ends at `end`, and the award or its year before it."""
    start = text.rfind("(", max(0, end - 40), end) if text[end - 1] == ")" else -1
    start -= text[start - 1] == " "
    return start in behind and _SHORT_FORM.fullmatch(text, start, end) is not None


# โรงเรียน ก คว้ารางวัลชนะเลิศ |กลุ่มอาหารและเครื่องดื่ม: who has won stands before, so that the group is what it is won in
_TAKEN_IN = re.compile(
    r"(?:ได้รับ|คว้า|ซิว|กวาด|พิชิต|ครอง|(?:เข้า|ขึ้น)?รับ)(?:โล่|ถ้วย)?(?:รางวัล|เหรียญ|แชมป์)"
    r"(?:(?!ได้แก่|คือ[ ]|มอบ|แก่|โดย|ผู้|และ|กลุ่ม|เป็นของ)[^\n]){0,110}$"
)
_GROUP_OF = re.compile(r"(?P<number>(?!))|กลุ่ม(?!ที่|นี้|ดังกล่าว|ต่าง|ละ|เดียว|ใหญ่|แรก|ทอ|แม่บ้าน|วิสาหกิจ|อาชีพ|ออมทรัพย์)")
_WINS = re.compile(r"[ ]?(?:ได้รับ|คว้า|ชนะ|ครอง|เป็นผู้)")


def _taken_in(text: str, place: int) -> re.Match[str] | None:
    """A group behind a prize that somebody takes, who is named before: no winner, but what the prize was won in."""
    group = _GROUP_OF.match(text, place)
    return group if group is not None and _TAKEN_IN.search(text, max(0, place - 150), place) is not None else None


# ด้าน|มาลี ทองนา คว้าตำแหน่ง…: who else has won, no field
_NEXT_WINNER = re.compile(r"ด้าน[ ]?(?P<given>[ก-๎]{2,16})[ ]{1,2}[ก-๎]{3,24}[ ]{1,2}(?:ก็|ยัง|สามารถ)*(?:คว้า|ซิว|ได้|รับ|ครอง)")


def _wins_next(text: str, place: int) -> bool:
    if text.startswith((" ", "\n"), place - 1) and _NEXT_BODY.match(text, place) is not None:
        return True
    found = _NEXT_WINNER.match(text, place)
    return found is not None and found["given"] in known_names()[0]


# ด้าน|ร้านป้าแดง รับรางวัลชมเชย, ด้าน| บล.ริมธาร ซิว…: which body or whom the next clause tells of, no field
_NEXT_BODY = re.compile(
    r"ด้าน[ ]?(?:ร้าน(?!ค้า[ ])|โรงเรียน|ร\.?ร\.|โรงแรม|บริษัท|บ(?:มจ|ลจ|จก|ล)\.|ทีม|วง|ค่าย"
    r"|สวน(?!สาธารณะ)|ไร่|ฟาร์ม|แบรนด์|มหาวิทยาลัย|วิทยาลัย|ธนาคาร|แบงก์"
    r"|สโมสร|เชฟ|โค้ช|มือ|นายอำเภอ|กำนัน|ผู้ใหญ่บ้าน|ที่ปรึกษา)"
    r"[^\n,;:“”]{2,60}?[ ]?(?:ก็|ยัง|สามารถ)?(?:คว้า|ซิว|ครอง|กวาด|โกย|ยืนหนึ่ง|รั้ง(?=อันดับ|ตำแหน่ง)"
    r"|(?:ขึ้น|เข้า)?รับ(?=รางวัล|โล่|ถ้วย)|ได้(?=รับรางวัล|รางวัล|รอง|เหรียญ|แชมป์|อันดับ|ที่[ ]?\d|โล่|ชนะ))"
)


# รางวัล ก สำหรับองค์กรที่มีความเป็นเลิศ |ด้านการศึกษา
_PRIZE_FOR = re.compile(r"รางวัล[^\n“”]{2,50}?สำหรับ[ก-๎]{4,40}ที่มีความเป็นเลิศ[ ]?$")


def _is_prize_for(text: str, at: int) -> bool:
    return text.endswith(("เป็นเลิศ", "เป็นเลิศ "), 0, at) and _PRIZE_FOR.search(text, max(0, at - 130), at) is not None


def _about_award(text: str, start: int) -> bool:
    if text[start - 1] in "(\n":
        return True
    if _is_prize_for(text, start):
        return True
    if text.endswith(("ว่า ", "ดังนี้ "), 0, start):
        return True
    return bool(re.search(r"(?:รางวัล|ดีเด่น|ยอดเยี่ยม|ประเภท|Awards?)[^\n]{0,40}$", text[max(0, start - 50) : start]))


# รพ.สต|., หน่วยงานสังกัด อปท|.
_ABBREVIATED = re.compile(r"(?<![ก-๎])[ก-ฮ]{2,5}\Z")


def part_end(text: str, start: int) -> int:
    measured = _MEASURE.match(text, start) is not None
    latin = _LATIN_WORDS.match(text, start)
    if latin and latin.end() - start > 3 and not measured:
        name = _ONE_OF_MANY.sub("", latin.group()) if _ONE_OF.match(text, latin.end()) else latin.group()
        return start + len(name.rstrip(" .,:-–"))
    stop = _PART_STOP.search(text, start + 1, start + 100)
    end = stop.start() if stop else min(len(text), start + 60)
    another = _NEXT_MEASURE.search(text, start + 1, end) if measured else None
    end = another.start() if another is not None else end
    end = before_winner(text, start, start + len(text[start:end].rstrip(" .,:-–")))
    return end + (text.startswith(".", end) and _ABBREVIATED.search(text, start, end) is not None)


# รางวัลเพชร|ในดวงใจ: words of a name that a gem begins, but not รางวัลเพชร|ในการประกวด ก
WITHIN_NAME = re.compile(
    r"ใน(?!ระดับ|สาขา|การ|ปี|งาน|ประเภท|กลุ่ม|หมวด|รายการ|ครั้ง|พิธี|เวที|โครงการ|ด้าน|รุ่น|นาม|ฐานะ|วัน|ภาค|ประเทศ|จังหวัด|ช่วง|รอบ"
    r"|เทศกาล|มหกรรม|ศึก|สนาม|โอกาส|เขต|พื้นที่|หัวข้อ|เรื่อง|ระหว่าง|คืน|ส่วน|ชั้น|ขณะ|ที่|กีฬา|อำเภอ|ตำบล|ประกวด|แข่งขัน|ฤดูกาล|นัด)[ก-ฮเ-ไ]"
)
