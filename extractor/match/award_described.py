"""Prizes whose name stands in quotation marks behind words that only describe them: รางวัลระดับประเทศ 2 ปีซ้อน “คลองสวย”."""

from __future__ import annotations

import re

from extractor.match.award_honours import DATED_WITHIN
from extractor.match.label import Label

# รางวัล|ระดับประเทศ| · รางวัล|อันทรงเกียรติ| · รางวัล|พระราชทาน| 3 ปีซ้อน
_DESCRIBES = re.compile(
    r"(?:[ ]?(?:ระดับ(?:โลก|สากล|นานาชาติ|อาเซียน|เอเชีย[ก-๎]{0,10}|ทวีป[ก-๎]{0,12}|ประเทศ|ชาติ|ภูมิภาค[ก-๎]{0,12}|ภาค[ก-๎]{0,24}|เขต|จังหวัด"
    r"|อำเภอ|ตำบล|กระทรวง|กรม)|(?:อัน)?ทรงเกียรติ|ใหญ่|สำคัญ|สูงสุด|พิเศษ|พระราชทาน|แห่ง(?:ความสำเร็จ|ความภาคภูมิใจ|ความภูมิใจ|เกียรติยศ|ชาติ|คุณภาพ)"
    r"|เชิดชูเกียรติ)){1,3}"
    r"(?:[ ]?(?:\d|สอง|สาม|สี่|ห้า)[ ]?(?:ปี|สมัย|ครั้ง)[ ]?(?:ซ้อน|(?:ติดต่อกัน|ต่อเนื่อง)(?:กัน)?)?)?"
    r"[ ]?(?:คือ|ชื่อ(?:ว่า)?|ภายใต้ชื่อ)?[ ]?(?=[“\"‘'])"
)
_TITLE = re.compile(
    r"[“\"‘'](?P<inner>[ก-ฮเ-ไA-Z][^“”\"‘’\n]{2,80}?)[ ]?[”\"’']"
    r"(?=[ ]?(?:\n|$|[,.)(]|ประจำปี|ปี|ครั้งที่|ด้าน|ประเภท|ระดับ|สาขา|หมวด|ใน(?:ปี|งาน|พิธี|ฐานะ|วัน|โอกาส|ระดับ)|ณ[ ]|ซึ่ง"
    r"|และ|พร้อม|ต่อเนื่อง|ติดต่อ|เมื่อ"
    r"|โดย|ให้|แก่|แด่|เพื่อ|เป็น|มา|ถึง|ไป|\d|จาก(?!(?:เวที|งาน|โครงการ)?(?:การ)?(?:ประกวด|แข่งขัน))))"
)
# รางวัลระดับโลก “Best Hotel”: what bears a Thai name in marks there is told of, or has won
_ABROAD = re.compile(r"[ ]?ระดับ(?:โลก|สากล|นานาชาติ|อาเซียน|เอเชีย|ทวีป)")
# what is made or done and wins, and no prize: the ranks, works and parts that marks may hold there
NO_PRIZE = re.compile(
    r"(?:โครงงาน|ผลงาน|ผลิตภัณฑ์|นวัตกรรม(?!เพื่อ|ดี|ยอด|สังคม|ต้นแบบ|แห่ง)|กรม|กระทรวง|สำนัก|กอง|บริษัท|มหาวิทยาลัย|เทศบาล|จังหวัด(?!ที่|ต้น)|อำเภอ(?!นำ|ต้น|ขับ)|เรื่อง|เพลง|ภาพยนตร์(?!ยอด|ดี)|หนัง(?!สือ(?:ดี|ยอด))|เครื่อง|ระบบ|แอป|หุ่นยนต์|ชุด|เมนู|ผ้า|ด้าน|ประเภท|สาขา|หมวด|ระดับ|ครั้งที่|ประจำ|ปี"
    r"|(?:รอง)?ชนะเลิศ|ดีเด่น|ดีเยี่ยม|ยอดเยี่ยม|ชมเชย|เหรียญ|ทีม|นาย|นาง|ด\.[ชญ]\.|โรงเรียน(?:บ้าน|วัด)|บ้าน|วัด(?![ก-๎]{0,8}(?:ส่งเสริม|สร้าง|ต้นแบบ|ดี)))"
)


def described_prize(text: str, head: int, after: int) -> Label | None:
    """The prize, whose word stands at `head:after`, by the name in marks behind words that only describe it.

    >>> label = described_prize("รางวัลระดับประเทศ “คลองสวย” ปี 2565", 0, 6)
    >>> (label.start, label.end)
    (19, 26)
    """
    described = _DESCRIBES.match(text, after)
    titled = _TITLE.match(text, described.end()) if described is not None else None
    if titled is None or NO_PRIZE.match(titled["inner"]) is not None:
        return None
    if _ABROAD.match(text, after) is not None and not titled["inner"].isascii():
        return None
    start, end = titled.span("inner")
    dated = DATED_WITHIN.search(text, start + 3, titled.end())
    end = end if dated is None else dated.start()
    return Label("award", start, end, "award.quoted", head, end + 1)
