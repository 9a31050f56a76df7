"""What stands where a name does and tells of many, or of what kind they are: ชุมชนต้นแบบ จำนวน 76 ชุมชน, โรงพยาบาลปรับโฉมดีเด่น."""

from __future__ import annotations

import re

from extractor.anchors import Words

# โรงเรียนสีขาวจำนวน 13 โรงเรียน · ชุมชนต้นแบบ จำนวน 76 แห่ง; not นาย ก| ประเภทหน่วยงาน จำนวน 2 แห่ง, กรม ข| ระดับดี จำนวน 2 แห่ง
_COUNTED = re.compile(
    r"(?:(?!และ|กับ|จาก|ร่วม|ได้|มี|โดย|รางวัล|คู่แข่ง|เอาชนะ|ฝ่า|เบียด|ท่ามกลาง|แข่ง|ผู้เข้า|เข้ารอบ|[ ](?:ประเภท|สาขา|หมวด|ด้าน|กลุ่มที่"
    r"|(?:ใน)?ระดับ|เหรียญ|(?:รอง)?ชนะเลิศ|ชมเชย))[^\n\d,:()]){0,40}?"
    r"(?:จำนวน|รวม|ทั้งหมด|ทั้งสิ้น|กว่า)[ ]?(?!1[ ]?[ก-๙])[\d,]{1,6}[ ]?"
    r"(?P<unit>โรงเรียน|หมู่บ้าน|ชุมชน|ตำบล|อำเภอ|จังหวัด|องค์กร|หน่วยงาน|โรงพยาบาล|โรงงาน|วัด|เทศบาล|กลุ่ม|ชมรม|สหกรณ์|บริษัท|ศูนย์|ทีม|แห่ง)"
)
# its words, and the characters behind a name within which one begins
_COUNT_WORDS, _COUNT_NEAR = Words("จำนวน|รวม|ทั้งหมด|ทั้งสิ้น|กว่า"), 41


# ชุมชนรอบรู้ด้านสุขภาพ| จำนวน 40 รางวัล: a kind of winner
_PRIZES = re.compile(r"[ ]?(?:จำนวน|รวม)[ ]?[1-9]\d{1,2}[ ]?รางวัล")
_KINDS = ("ชุมชน", "หมู่บ้าน", "โรงเรียน", "เครือข่าย", "กลุ่ม", "ศูนย์", "สถานประกอบ")


def _counted(text: str, start: int, end: int) -> bool:
    """Whether what stands like a name between `start` and `end` tells of many: ชุมชนต้นแบบ จำนวน 76 ชุมชน."""
    if not _COUNT_WORDS.within(text, end, end + _COUNT_NEAR):
        return False
    match = _COUNTED.match(text, end)
    if match is None and text.startswith(_KINDS, start):
        match = _PRIZES.match(text, end)
        return match is not None
    return match is not None and (match["unit"] in {"แห่ง", "องค์กร", "หน่วยงาน"} or text.startswith(match["unit"], start))


# ชุมชนต้นแบบ · โรงพยาบาลปรับโฉมดีเด่น · เครือข่ายป่าชุมชนต้นแบบ ประจำปี พ.ศ(.)
_PRAISED = (
    r"(?:ชุมชน|หมู่บ้าน|โรงเรียน|โรงพยาบาล|สถานประกอบ(?:กิจ)?การ|สถาน(?:ศึกษา|พยาบาล)|องค์กร|หน่วย(?:งาน)?|เครือข่าย|กลุ่ม|ศูนย์"
    r"|สนามบิน|ครอบครัว|บริษัท|จังหวัด|อำเภอ|ตำบล)"
    r"[ก-๎]{0,24}?(?:ต้นแบบ|ดีเด่น|ยอดเยี่ยม|โดดเด่น|ร่มเย็น|สมรรถนะสูง)(?:[ ]ประจำปี[^\n]{0,16})?"
)
# กลุ่มเกษตรกร · กลุ่มช่างทอผ้า · เครือข่ายทางวัฒนธรรม · ทีมหมอครอบครัว
_OF_KIND = re.compile(
    rf"{_PRAISED}"
    r"|กลุ่ม(?:เกษตรกร|ช่าง(?:ทอ)?(?:ผ้า)?|ทอผ้า|สตรี|อาชีพ|เยาวชน|แม่บ้าน(?:เกษตรกร)?|วิสาหกิจ(?:ชุมชน)?|เป้าหมาย|เปราะบาง"
    r"|ผู้(?:ผลิต|ประกอบการ|เลี้ยง|ปลูก)[ก-๎]{0,16})"
    r"|เครือข่าย(?:ทาง|ด้าน)?(?:วัฒนธรรม|ป่าชุมชน|ภาคประชาชน|ประชาชน|ภาครัฐ|ภาคเอกชน|ในพื้นที่|ที่เกี่ยวข้อง)"
    r"|หน่วย(?:ปฏิบัติการ(?:การ)?แพทย์(?:ฉุกเฉิน)?|บริการ(?:สมาชิก|สาธารณสุข|ปฐมภูมิ)?|สนับสนุน)"
    r"|ทีม(?:หมอครอบครัว|อื่น|สหวิชาชีพ|แพทย์|เด็ก(?:และเยาวชน)?|ชาวบ้านที่[ก-๎]{2,20})|ปราชญ์[ก-๎]{0,10}แผ่นดิน"
    r"|(?:ชุมชน|หมู่บ้าน)(?:อย่าง|กว่า(?!ง)|โดย(?=รอบ)|รอบ|อื่น|ใกล้)[ก-๎ ]{0,40}"
    r"|กองทุนหมู่บ้าน(?:และชุมชนเมือง)?ฯ?|บ้านเรือน|ร้านอาหาร(?:[ ]?(?:Fine[ ]Dining|Street[ ]Food|ริมทาง|ไทย))?"
)


# ร้านค้า|ทั่วประเทศ|, สวนผลไม้|รวม 48
_OF_ALL_WORDS = Words("ทั่ว|รวม")
_OF_ALL = re.compile(r"ทั่ว(?:ไทย|ประเทศ|โลก|ทุก|ทั้ง)|[ก-๎]รวม[ ]?\d{1,4}$")


def tells_of_many(text: str, start: int, end: int) -> bool:
    """Whether what stands like a name between `start` and `end` tells of many, or of what kind those are that have a name."""
    if _OF_ALL_WORDS.within(text, start, end) and _OF_ALL.search(text, start, end) is not None:
        return True
    return _counted(text, start, end) or _OF_KIND.fullmatch(text, start, end) is not None
