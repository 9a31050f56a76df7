"""What tells an article's reader where lists, entries and works begin and go on."""

from __future__ import annotations

import re
import string

from extractor.anchors import Words
from extractor.assemble.line_words import FROM, KIND_OF_WORK
from extractor.patterns import sought

# what lists and headings further down take from the sentence that tells of the giving
NAMES = ("award", "year", "edition")
OPENS_LIST = ("ได้แก่", "ดังนี้", "แบ่งเป็น", "แบ่งออกเป็น", "ประกอบด้วย", "คือ", "อาทิ", "ต่อไปนี้", "ตามนี้", "ตามลำดับนี้")
# กวาด 4 รางวัลใหญ่จากเวที Siam Awards 2022|⏎1. …: prizes that are counted, and listed right below
COUNTS_PRIZES = re.compile(r"(?:คว้า|กวาด|ซิว|หอบ|โกย|ได้รับ|รับ|ได้)[^\n\d]{0,24}(?:[2-9]|[1-9]\d)[ ]?รางวัล(?!ละ|ที่)[^\n]{0,110}$")
# ดังนี้|ค่ะ, ตามนี้|เลยครับ 👇
FILLERS = sought(r"(?:[ ]|เลย|กันเลย|นะ|ครับ(?:/ค่ะ)?|ค่ะ|คะ|จ้า|จ้ะ|[!👇⬇🏻\ufe0f])+$")
FILLER_ENDS = ("เลย", "นะ", "ครับ", "ค่ะ", "คะ", "จ้า", "จ้ะ", "!", "👇", "⬇", "🏻", "\ufe0f")
FILLED = 16
# characters behind รายชื่อ within which it opens a list
NAMED_LIST, NAMES_LISTED = "รายชื่อ", 60
BLANK = re.compile(r"\s*")
BLANKS_AND_COLONS = string.whitespace + "\x1c\x1d\x1e\x1f:"
OF_WORKS = Words("ผลงาน|โครงการ|เรื่อง|นวัตกรรม|ชิ้นงาน|ภาพยนตร์|กิจกรรม")
WORKS_FOLLOW = re.compile(
    r"(?:ผลงาน|โครงการ|เรื่อง|นวัตกรรม|ชิ้นงาน|ภาพยนตร์)[ ]*(?:ได้แก่|คือ|ประกอบด้วย|ดังนี้|ดังต่อไปนี้|:)*[ ]*(?:\(?\d[.)][^\n]*)?$"
)
# ดำเนินการใน 4 โครงการ ได้แก่: what is done, and has won nothing · ผู้ชนะจะได้รับโล่ มี 15 เรื่อง: what competes
OTHER_WORKS = sought(
    r"(?:(?:ดำเนิน(?:การ|งาน)|ลงนาม|จัดทำ|ขับเคลื่อน|ผลักดัน)[^\n]{0,16}|จะได้รับ[^\n]{4,80}[ ]มี[ ]?)"
    r"(?:\d+[ ]?)?(?:ผลงาน|โครงการ|เรื่อง|กิจกรรม)[ก-๎ ]{0,16}:?$"
)
ITEM_WORK_END = re.compile(
    r"\n|[ ]*(?:โดย|จาก|ของ)[ ]?(?=สำนัก|กรม|กระทรวง|ศูนย์|กอง|โรง|เทศบาล|องค์การ|มหาวิทยาลัย|นาย|นาง|บริษัท|สถาบัน|จังหวัด"
    r"|อำเภอ|คณะ|วิทยาลัย|ธนาคาร|กลุ่ม|ดร\.|[ศรผ]ศ?\.|การ[ก-ฮ]+แห่ง|ทีม)|[ ](?=ประเภท|ระดับ(?:ดี|เหรียญ)|ได้รับ)"
)
# a list item's line that goes on with whose the work is
GOES_ON = re.compile(
    r"\n[ ]*(?:โดย(?!มี)|ของ|จาก(?=[ ]?(?:โรงเรียน|มหา|คณะ|วิทยา|ภาพยนตร์|เรื่อง|ละคร|ซีรีส์|เพลง|ผลงาน))"
    r"|ผลงาน(?=[ ]?[“\":])|ชื่อ(?=ผลงาน|ภาพ|เรื่อง|เพลง))"
)
# รางวัลชนะเลิศ| จำนวน 2 รางวัล⏎ได้แก่ |โรงเรียน ก
LISTS_BELOW = re.compile(
    r"[”\"’')]?[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:(?:จำนวน|มี)?[ ]?\d{1,3}[ ]?[ก-๎]{2,12}[ ]*)?"
    r"[:：]?[ ]*\n[ \n]{0,6}(?:ได้แก่|(?:ตก)?เป็นของ)"
)
# ⏎จาก |สายลม: the work of whom the line above names
FROM_WORK = re.compile(rf"\n[ ]*\(?(?:{FROM}|ผลงาน){KIND_OF_WORK}?[ ]?")
# what may stand around a name that makes up a line
AROUND_NAME = re.compile(r"\([^()\n]{1,40}\)|[\s:：–•*-]+")
# and around labels that do: และ|เหรียญเงิน| 2 เหรียญ จาก
AROUND_LABELS = re.compile(
    r"(?:[\s:：–•*()“”\"-]|และ|จาก|ได้แก่|คือ|จำนวน|รวม|\d+|รางวัล|เหรียญ|ทีม|คน|ราย|แห่ง|ผลงาน|รายการ|ส่วน|ดังนี้)*+"
)
# a paragraph that tells of a part of the prizes which the one before has counted: รางวัลด้านนวัตกรรม 26 รางวัล …, รางวัลโดดเด่น คือ …
OF_PRIZES = re.compile(r"[ ●•*-]*รางวัล(?:ที่)?(?:(?:โดดเด่น|สำคัญ)|[^\n\d]{3,80}?(?:จำนวน|รวม)?[ ]?(?:[2-9]|[1-9]\d)[ ]?รางวัล)")
# รางวัลที่ 2 ได้แก่ ทีม ก โครงการ “ข” ที่ใช้เทคโนโลยี…
RANK_FIRST = re.compile(
    r"[ ●•*-]*(?:กลุ่มที่[ ]?\d{1,2}[ ][^\n]{4,150}?(?:ได้แก่|คือ[ ]|:)|(?:และ)?(?:รางวัล)?[ ]?"
    r"(?:(?:รอง)?ชนะเลิศ|ที่[ ]?[1-9๑-๙]|อันดับ(?:ที่)?[ ]?[1-9๑-๙]|เหรียญ(?:ทอง|เงิน)|ชมเชย|ดีเด่น)[^\n]{0,60}?(?:ได้แก่|คือ|:|ทีม|เป็นของ))"
)
_PLACE_OR_CLASS = r"(?P<head>จังหวัด|จ\.|อำเภอ|อ\.|ภาค|เขต|ประเภท|ด้าน|สาขา|กลุ่ม|ระดับ|รุ่น|หมวด|ปี(?=[ ]?[12]\d{3}))[ ]?[ก-๎\d]{2,30}"
# ⏎|จังหวัดน่าน| ได้แก่ โครงการ ก โดย …: of which place or class a line's winners are
ALIKE = re.compile(
    rf"\n[ ●•*–-]*{_PLACE_OR_CLASS}[ ]*(?:จำนวน[ ]?\d+[ ]?[ก-๎]{{2,12}}[ ]*)?(?:(?P<opens>ได้แก่|คือ|:)|(?=โครงการ|ผลงาน|นาย|นาง|“))"
)
ALIKE_WITHIN = re.compile(rf"{_PLACE_OR_CLASS}[ ]*(?:ได้แก่|คือ|:)")
LINE_HEADS = frozenset({"level.line", "category.over_lines"})
# 🥇 ระดับดีเยี่ยม| 3 หน่วยงาน⏎
HOW_MANY = re.compile(r"[ ]*(?:(?:จำนวน|รวม)?[ ]?\d{1,3}[ ]?[ก-๎]{2,16})?[ ]*(?:(?:มี)?ดัง(?:ต่อไป)?นี้|ได้แก่|คือ)?[ ]*:?[ ]*\n")
# ประเภทผ้า| จำนวน 85 ราย และ|ประเภทของใช้| จำนวน 20 ราย: those who took part
ENTRANTS = re.compile(r"[ ]*(?:จำนวน|มี|รวม)?[ ]?\d{1,4}[ ]?(?:ราย|คน|ทีม|ผลงาน|ชิ้น|เรื่อง|วง|ภาพ)(?![ ]*(?:ได้แก่|คือ|ดังนี้|ประกอบด้วย|:))")
CLASS_BEFORE = re.compile(r"(?:ประเภท|สาขา|ด้าน|ระดับ)[^\n]{2,60}?\d{1,4}[ ]?(?:ราย|คน|ทีม|ผลงาน|ชิ้น|เรื่อง|วง|ภาพ)[ ]*(?:,|และ)?[ ]*$")
# นักศึกษาวิทยาลัย ก ที่ได้รับรางวัล ข⏎1. |นาย ค
PUPILS_WON = re.compile(
    r"(?:นักเรียน|นักศึกษา|นิสิต)(?!ทุน)[ก-๎A-Za-z. ]{0,80}?(?:โรงเรียน|วิทยาลัย|มหาวิทยาลัย|ม\.|คณะ|ร\.ร\.|สถาบัน)[^\n]{2,100}?"
    r"(?:ได้รับ|คว้า|ชนะ|รับรางวัล)"
)
PERSON_BELOW = re.compile(
    r"\n[ ]*(?:\(?\d{1,2}[.)]|[-–•])?[ ]*(?:นาย(?!ก|อำเภอ)|นาง|น\.ส\.|ด\.[ชญ]\.|เด็กชาย|เด็กหญิง)[ ]?[ก-๎]{2,20}[ ]{1,2}[ก-๎]{2,24}"
    r"(?![^\n]{0,80}(?:กล่าว|เปิดเผย|ประธาน|ผู้อำนวยการ|อธิการ|รับรางวัล|มอบ))"
)
GROUP_HEADING = re.compile(r"กลุ่ม|ระดับ|รุ่น|ทีม|ชาย|หญิง|ชั้น|หมวด|แบบ|เขต|ภาค|โซน|สนาม|รอบ|ช่วงชั้น|ขนาด")
# characters of a line from which on it is running text, no heading
RUNNING = 200
# characters of blanks and marks before the first words of a line
MARKS = 4
# characters up to which a line may be an entry of a list of lines
ENTRY = 120
# characters before a list within which a cue tells of all its items
INTRODUCES = 150
# … เข้ารอบสุดท้าย ประจำปี 2566|⏎จำนวน 5 เล่ม คือ|⏎1. …
COUNTED_BELOW = re.compile(r"\n[ ]*(?=(?:จำนวน|รวม|ทั้งหมด|มี(?:ทั้งหมด)?)[ ]?\d{1,3}[^\n]{0,30}\Z)")
# กรม ก ได้รับรางวัล ข ประจำปี 2563⏎|จำนวน 2 รางวัล ได้แก่ …: the sentence goes on below
COUNTS_ON = re.compile(r"\n[ ]*(?:จำนวน|รวม)(?:ทั้งสิ้น)?[ ]?\d{1,2}[ ]?(?:รางวัล|สาขา|ประเภท|ด้าน|ผลงาน)")
