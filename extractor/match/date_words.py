"""The shapes of dates: days before a month, years after it, dates in figures, joints between them. Patterns only, no code."""

from __future__ import annotations

import re

from extractor.anchors import Ending
from extractor.patterns import sought

DASH = r"[-–—‐‑−~]"
WEEKDAY = r"(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ|พฤหัส|ศุกร์|เสาร์)"
# วันที่, วันจันทร์ที่, วันอาทิตย์ ที่
ON_DAY = rf"(?:(?:วัน)?(?:{WEEKDAY})?\s?ที่\s{{0,4}}|วัน{WEEKDAY}\s{{0,4}})"
TO = rf"(?:{DASH}|(?:ไป)?(?:จน)?(?:กระทั่ง)?ถึง|(?:un)?to|until)"
# 12 · 12-14 · 12 ถึงวันที่ 14 · 12th
ONE_DAY = r"(?<!\d)(?<!\d[.,:/])\d{1,2}(?:st|nd|rd|th)?"
TO_DAY = rf"(?:\s{{0,4}}{TO}\s{{0,4}}{ON_DAY}?\d{{1,2}}(?:st|nd|rd|th)?)?"
DAY_ITEM = rf"{ONE_DAY}{TO_DAY}"
NEXT_ITEM = rf"\d{{1,2}}(?:st|nd|rd|th)?{TO_DAY}"
AND = r"(?:,\s{0,4}(?:และ|and)?|และ|หรือ|กับ|&|and)"
# พ.ศ. · พุทธศักราช · ปี พ.ศ.
BUDDHIST = r"(?:(?:ปี\s{0,4})?พ\s?\.\s?ศ\s?\.?|(?:ปี\s{0,4})?พุทธศักราช|B\.?E\.?)"
CHRISTIAN = r"(?:(?:ปี\s{0,4})?ค\s?\.\s?ศ\s?\.?|คริสต์ศักราช|A\.?D\.?|C\.?E\.?)"

COUNTS = r"น\.|คน|ราย|บาท|ล้าน|แห่ง|ปี|วัน|ครั้ง|รางวัล|จังหวัด|อำเภอ|ตำบล|เรื่อง|ชิ้น"
# What stands before a month: “20, 21 และ 25 ”, “8 - 13 ”, “12 เดือน”
DAYS_BEFORE = sought(
    rf"(?P<on>{ON_DAY})?(?P<days>{DAY_ITEM}(?:\s{{0,4}}{AND}\s{{0,4}}{ON_DAY}?{NEXT_ITEM})*)\s{{0,4}}(?:of\s|เดือน)?\s{{0,4}}\Z",
    re.IGNORECASE,
)
# the letters and marks that this consists of, read backwards
OF_DAYS = re.compile(r"[\d\s,&วันอาทิตย์จันทร์อังคารพุธพฤหัสบดีฯศุกร์เสาร์ที่จนถึงไปกระทั่งและหรือกับเดือนunotilasdrhfUNOTILASDRHFıİſ\-–—‐‑−~]*")
DAY_OR_SPAN = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?(?:\s{{0,4}}{TO}\s{{0,4}}{ON_DAY}?(\d{{1,2}}))?", re.IGNORECASE)
# What stands after a month: “ พ.ศ. 2565”, “ 65”, “, 2022”, “ 2566|1”, a footnote's number glued to the year
YEAR_AFTER = re.compile(
    rf"""\s{{0,4}},?\s{{0,4}}(?:(?P<be>{BUDDHIST})|(?P<ce>{CHRISTIAN})|(?P<plain>(?:(?:ใน|ของ)[ ]?)?ปี))?\s{{0,12}}
    (?:(?P<full>\d{{4}}(?!\d|[,.]\d)|25[4-9]\d(?=\d{{1,2}}(?!\d|[,.]\d)))
      | ['’]?(?P<short>\d{{2}})(?![\d%]|:|/|[ ]/(?![ ]?\d{{1,2}}[.:]\d\d)|[ ]:\d|[.,]\d|[ ]?(?:{COUNTS})))
    """,
    re.VERBOSE,
)
# Month first: “ธันวาคม 22, 2564”, “September 12, 2022”, “March 5”
DAY_AFTER = re.compile(
    rf"\s{{0,4}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s{{0,4}}{DASH}\s{{0,4}}(?P<last>\d{{1,2}})(?:st|nd|rd|th)?)?"
    rf"(?:\s{{0,4}},\s{{0,4}}(?:พ\.ศ\.\s{{0,4}})?(?P<year>\d{{4}})(?!\d)|\s+(?P<english_year>\d{{4}})(?!\d)"
    rf"|(?P<open>)(?![\d/:.,]\d|\d))"
)
# กุมภาพันธ์ 2565 is a month, “ปี 2565 (มกราคม” too
YEAR_BEHIND = re.compile(r"\s?\)\s{0,4}(?:ของ)?ปี\s{0,4}(?:พ\.ศ\.\s{0,4})?(\d{4})")
YEAR_BEFORE = re.compile(r"(?:ปี|พ\.ศ\.)\s{0,4}(\d{4})\s{0,4}\(\s{0,4}(?:เดือน)?\s{0,4}\Z")
MONTH_WORD = re.compile(r"(?:เดือน|ประจำ|in |In |since |until )\s{0,4}\Z")
# ภายใน| มิ.ย., |ต้น|มกราคม; not ใน| ก.พ., an office
EDGE_OF_MONTH = re.compile(r"(?:ใน(?:ช่วง)?|(?:ตั้งแต่|จนถึง|ในช่วง|ช่วง)(?:ต้น|กลาง|ปลาย|สิ้น)?|(?<![ก-๎])(?:ต้น|กลาง|ปลาย|สิ้น))[ ]?\Z")
ENGLISH_MONTH_WORD = re.compile(r"\b(?:in|since|until|during|early|mid|late)[ -](?:early |mid-|late )?\Z", re.IGNORECASE)
# วันศุกร์|สุดท้ายของเดือน|กันยายน · วันอังคาร|สัปดาห์ที่ 2 ของเดือน|กุมภาพันธ์
# ทุกวันที่ 16 ยกเว้นเดือน|มกราคม ออกรางวัลวันที่ |17 มกราคม · วันเสาร์ที่ 2 ของเดือน|มกราคม: days that come again
EVERY_BEFORE = Ending(
    re.compile(
        r"(?:ทุก(?:ๆ|วันที่|สิ้น|ต้น|กลาง|ปลาย|เดือน|ปี|\s)*|ยกเว้นเดือน[ ]?(?:[ก-๎]{6,10}[ ]ออกรางวัล(?:ใน)?วันที่[ ]?)?"
        r"|(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)[ ]?"
        r"(?:(?:สัปดาห์)?ที่[ ]?(?:[1-5]|หนึ่ง|สอง|สาม|สี่)|(?:สัปดาห์)?(?:แรก|สุดท้าย))[ ]?ของเดือน[ ]?)\Z"
    ),
    "ทุก|ๆ|วันที่|สิ้น|ต้น|กลาง|ปลาย|เดือน|ปี",
)
EVERY_AFTER = re.compile(
    r"\s{0,4}\)?\s{0,4}(?:\d{4}\s{0,4})?(?:เป็นประจำ)?(?:ของ|ใน)?\s{0,4}(?:ทุก\s{0,4}ๆ?\s{0,4}ปี|แต่ละปี|ปีถัดไป)"
    r"|\s+(?:of\s+)?every year"
)
THIS_YEAR = re.compile(r"\s{0,4}(?:ศกนี้|นี้|ปีนี้|ที่จะถึง)")
# ธันวาคม| ปีที่แล้ว · March| next year
YEAR_FROM_NOW = re.compile(
    r"\s{0,4}(?:(?:ของ|ใน)?ปี(?:(?P<next>หน้า)|(?P<last>ที่แล้ว|ที่ผ่านมา|(?<=[ก-๎.]ปี)ก่อน|ก่อน(?![ก-๎])|กลาย)|(?P<this>นี้))"
    r"|(?:of )?(?:(?P<coming>next)|(?P<gone>last)|(?P<present>this)) year)"
)
# 6 กค| 2564, but not โควิด 19 มีค|วามรุนแรง
LETTERS_BEFORE = re.compile(r"(?:\d|\dเดือน|[ก-๎]เดือน) ?\Z")
LETTERS_END = re.compile(r"(?![ก-๎])|นี้|ที่ผ่านมา|ปี|และ|ถึง")
# what goes on with letters that are no month's: ต.ค|อหงส์
IN_WORD = re.compile(r"(?!นี้|ที่|ปี|และ|ถึง|พ\.|ค\.|ศกนี้|ของ|เป็น|จน|ไป)[ก-ฮเแโใไะ-ู]")
# |5| ธันวา| นี้, not นางสาว|กันยา|รัตน์, nor the uprising of 14 ตุลา; some are given names too
CLIPPED = frozenset("มกรา กุมภา มีนา เมษา พฤษภา มิถุนา กรกฎา กรกฏา สิงหา กันยา ตุลา พฤศจิกา ธันวา".split())
CLIPPED_END = re.compile(r"(?![ก-๎])|นี้|ที่ผ่านมา|ปี|และ|ถึง")
GIVEN_NAMES = frozenset(("มีนา", "เมษา", "กันยา", "ตุลา", "ธันวา"))
OF_DAY = re.compile(r"(?:วันที่|[ก-๎]ที่) ?\d{1,2} ?\Z")
UPRISINGS = re.compile(r"(?<!\d)(?:6|14) ?\Z")
# |12-|ก.ย.|-65|, |12/|Sep|/2022
MARKED_DAY = re.compile(r"(?<![\d/.\-])(\d{1,2})([-/.])\Z")
MARKED_YEAR = re.compile(r"\.?([-/.])(\d{4}|\d{2})(?!\d)")
# รับรอง|ให้วันที่| 5 ธันวาคม| ซึ่งเป็นวันคล้ายวันพระราชสมภพ เป็นวันดินโลก
DAY_TO_NAME = re.compile(r"ให้[ ]?[“\"]?(?:ถือเอา)?วันที่[ ]?\Z")
NAMED_DAY = re.compile(r"[^\d\n]{0,80}?(?<!ซึ่ง)เป็น[ ]?[“\"]?วัน(?!หยุด|ที่|เริ่ม|สุดท้าย|แรก|เปิด|ปิด|จัด|ประชุม|นัด|คล้าย)")
# กค.: the letters of the Ministry of Finance, which do what no month does
MINISTRY_ACTS = re.compile(r"กค\.[ ]?(?:แจ้ง|เสนอ|รายงาน|พิจารณา|ชี้แจง|เห็น|ขอ(?!ง)|ได้|โดย|จะ|พร้อม|รับ(?!สมัคร))")
# 18 กันยายน| ร.ศ. 115: years of Bangkok, from 1782 on
BANGKOK_ERA = re.compile(r"\s{0,4}(?:ร\s?\.\s?ศ\s?\.?|รัตนโกสินทร์ศก)\s{0,4}(\d{1,3})(?!\d)")
FIRST_OF_BANGKOK = 1781
# |1 ตุลาคม| ถึงปัจจุบัน
JUST_PAST = re.compile(
    r"\s{0,4}(?:[\d.:]+\s{0,4}น\.)?\s{0,4}(?:ที่ผ่านมา|ที่แล้ว|last|เป็นต้นมา|(?:(?:จน)?(?:กระทั่ง)?ถึง|[-–])[ ]?(?:ปัจจุบัน|ขณะนี้|บัดนี้))"
)
# ไป|เมื่อเดือน| มี.ค., |เมื่อคืนวันที่| 5 มกราคม, ผู้ป่วย|สะสม 700 ราย (ตั้งแต่| 1 เมษายน), |ลงวันที่| 9 มีนาคม, |มติ ครม. วันที่| 5 มกราคม
PAST_BEFORE = re.compile(
    r"(?:เมื่อ|ไปใน)[ ]?(?:ช่วง|คืน|ค่ำ|เช้า|บ่าย|ต้น|กลาง|ปลาย)*[ ]?(?:วัน[ก-๎ฯ]{0,12}[ ]?(?:ที่)?|(?:ต้น|กลาง|ปลาย)?เดือน)[ ]?\Z"
    r"|เมื่อ[ ]?\Z|สะสม[^()\n]{0,40}\([ ]?ตั้งแต่[ ]?(?:วันที่[ ]?)?\Z"
    r"|(?:ลง|(?:ข้อมูล[ ]?|\()ณ[ ]?)วันที่[ ]?\Z|มติ[ ]?(?:ครม\.|คณะรัฐมนตรี)[ ]?\(?(?:วันที่)?[ ]?\Z"
)
# what is said before a day or a month that is still to come: |ภายใน| 31 มีนาคม, ตั้งแต่|วันนี้ –| 31 ธันวาคม, |จะจัดขึ้นใน|เดือนมีนาคม
AHEAD = re.compile(
    r"(?:ภายใน|หมดเขต|จนถึง|(?:วัน|บัด)นี้[ ]?(?:[-–]|ถึง|ไปถึง)|(?<!บัญชี)สิ้นสุด|ครบ(?:รอบ|กำหนด|วาระ)|คาด|กำหนด"
    r"|เตรียม(?:จัด|เปิด|ประกาศ|มอบ|แข่ง|ลง|เดินทาง|พบ)|จะ(?!นะ)|ประกาศผล|แผน)[^\d\n]{0,40}\Z"
    r"|ถึง[ ]?(?:วันที่|เดือน|สิ้นเดือน)?[ ]?\Z"
)
# วันเสาร์|ที่| 2 พฤศจิกายน · งานวันดินโลก|ปี 2568 ระหว่างวันที่| 5 - 9 ธันวาคม
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์")
WEEKDAY_BEFORE = re.compile(rf"({'|'.join(WEEKDAYS)})(?:บดี|ฯ)?[ ]?ที่[ ]{{0,4}}\Z")
YEAR_OF_EVENT = re.compile(r"ปี[ ]?(?:พ\.ศ\.[ ]?)?(\d{4})[^\d\n]{0,30}\Z")
MORE_LETTERS = re.compile(r"(?!พ\.|ค\.|น\.)[ก-ฮ]\.")
COUNTED = re.compile(
    r"(?:ครั้งที่|ข้อ|ลำดับที่|อันดับที่|ชั้น|มาตรา|ห้อง|(?:ระยะ|ช่วง|งวด|รอบ|รุ่น|ไตรมาส|ฉบับ|สัปดาห์|ภาคเรียน|สมัย|เฟส|กลุ่ม|ตอน|ปี)ที่|ไตรมาส|เฟส)\s{0,4}\Z"
)
ENGLISH_CUE = sought(r"\b(?:on|from|until|by|dated|between|during|through|to|and|since|of)\s+(?:the\s+)?\Z", re.IGNORECASE)
SPAN_GAP = re.compile(
    rf"(?:[ ]?นี้)?(?:[ ]?เป็นต้นไป)?(?:\s{{0,4}}\(?เวลา\s{{0,4}}[\d.:]+\s{{0,4}}น\.\)?)?\s{{0,12}}(?:{TO}|(?:และ)?สิ้นสุด)\s{{0,40}}"
    rf"(?:งวด)?(?:{ON_DAY}\s{{0,8}}|(?:ประจำ|ปลาย|สิ้น|ต้น|กลาง)?เดือน\s{{0,4}}|(?:รุ่ง)?เช้า(?:{ON_DAY})?|(?<=งวด)\s{{0,4}})?",
    re.IGNORECASE,
)
# 15 Jan| – 20 Mar 2024: the second day's year is the first one's too
SPAN_AHEAD = re.compile(
    rf"\s{{0,4}}{TO}\s{{0,4}}\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
    re.IGNORECASE,
)
# September 12| – October 3, 2022
MONTH_AHEAD = re.compile(
    rf"\s{{0,4}}{TO}\s{{0,4}}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{{0,6}}\.? \d{{1,2}}(?!\d)", re.IGNORECASE
)
# ศูนย์ราชการเฉลิมพระเกียรติ 80 พรรษา |5 ธันวาคม 2550: the day is part of a building's name
IN_NAME = re.compile(
    r"(?:ศูนย์|อาคาร|ตึก|หอ|สะพาน|สนาม|สวน|โรง|ห้อง|ถนน|อ่างเก็บน้ำ)"
    r"(?:[^\s]{0,30}(?:เฉลิมพระเกียรติ|พรรษา|รอบ)|[^\s]{0,40} (?:เฉลิมพระเกียรติ[ ]?)?\d{1,2} (?:พรรษา|รอบ))"
    r"ฯ?[ ]{0,2}(?:(?:พระบาทสมเด็จ|สมเด็จ|ในหลวง|รัชกาล|มหา|บรม|เจ้าฟ้า|พระ)(?!ราชทาน)[^\s\d]{0,40}[ ]{0,2}){0,3}"
    r"(?:\d{1,2}[ ](?:พรรษา|รอบ)[ ]{0,2})?\Z"
)
# เดือนมกราคม| |เมษายนและ|กรกฎาคม 2567
MONTHS_GAP = re.compile(rf"\s{{0,4}}(?:{AND}|/)?\s{{0,4}}(?:เดือน\s{{0,4}})?", re.IGNORECASE)
LIST_GAP = re.compile(rf"\s{{0,4}}{AND}\s{{0,4}}(?:ใน)?(?:{ON_DAY}|เดือน\s{{0,4}})?", re.IGNORECASE)
# 29/08/2568 · 12-14/09/2565 · 1.10.2566
NUMERIC = re.compile(
    rf"(?<![\d/.\-])(?:(?P<first>\d{{1,2}})\s?{DASH}\s?)?(?P<day>\d{{1,2}})(?P<mark>[/.\-])(?P<month>\d{{1,2}})(?P=mark)"
    rf"(?P<year>\d{{4}}|\d{{2}})(?![\d/]|[.\-]\d)"
)
# 2022-09-12
ISO_DATE = re.compile(
    r"(?<![\d/.\-])(?P<year>\d{4})(?:(?P<mark>[-/])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"|\.(?P<second>\d\d)\.(?P<third>\d\d))(?![\d/\-]|\.\d)"
)
# /08/2 of 29/08/2568: what every date in figures holds, by its mark, and how far before it the date may begin
WITHIN_FIGURES = tuple(re.compile(rf"{mark}(?<=\d{mark})\d{{1,2}}{mark}\d") for mark in ("/", r"\.", "-"))
BEFORE_MONTH = 7
NAMED_YEAR = re.compile(
    r"(?:ในปี|เมื่อปี|พ\.ศ\.|ค\.ศ\.)[ ]{0,4}(?:พ\.ศ\.|ค\.ศ\.)?[ ]{0,4}(\d{4})(?![^\n]{0,30}(?:วันนี้|ทั้งนี้))[^\d\n]{0,30}\Z"
)
# |12 / 09 / 2565|
SPACED = re.compile(
    r"(?<![\d/.\-])(?<![/\-] )(?P<day>\d{1,2}) (?P<mark>[/\-]) (?P<month>\d{1,2}) (?P=mark) (?P<year>(?:25|20)\d\d)(?!\d| ?[/\-])"
)
WITHIN_SPACED = tuple(re.compile(rf"{mark}(?<=\d {mark}) \d{{1,2}} {mark} 2[05]") for mark in ("/", "-"))
# date 2022|-09|, a label's month
ISO_MONTH = re.compile(r"-(?<=[Dd]ate (?P<year>[12]\d{3})-)(?P<month>0[1-9]|1[0-2])(?![\d-])")
DAY_WORD = re.compile(r"(?:วันที่|ลงวันที่|เมื่อ)[ ]?\Z")
# 26 |พฤจิกายน |2564: a word between a day and a year
LONG_YEAR = re.compile(r"25[3-7]\d(?!\d)")
WORD_BEFORE_YEAR = re.compile(r"\d[ ]{0,2}(?:เดือน)?([ก-๎]{4,12}) ?(?:พ\.ศ\. ?)?\Z")
ANY_YEAR = re.compile(r"(?<![\d/])(?:25[4-9]\d|20[0-4]\d)(?!\d)")
BEFORE = 64
SHORT_ERA = 40  # below it two bare digits after a Thai month are rather a count of something
