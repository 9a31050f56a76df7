"""What bodies are ranked as, where no name in Latin letters stands for the ranking: ติดอันดับ 3 โรงแรมที่ดีที่สุดในเอเชีย."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

# ผลการจัดอันดับ|สายการบินแห่งเอเชีย| ค.ศ. 2013 · 10 อันดับ |ธนาคารที่น่าฝากที่สุด| ประจำปี 2566: what bodies are ranked as, with its year
_RANKED_BODIES = (
    "(?:สายการบิน|สนามบิน|ท่าอากาศยาน|ธนาคาร|แบงก์|โรงแรม|รีสอร์[ทต]|โรงพยาบาล|ร้าน|คาเฟ่|บาร์(?=[ก-๎])|บริษัท|องค์กร|แบรนด์|โบรกเกอร์"
    "|กองทุน|ประกัน(?:ภัย|ชีวิต)|ห้าง|นายจ้าง|ที่ทำงาน|โรงงาน|สถานประกอบการ|เว็บไซต์|สตาร์ทอัพ|ซีอีโอ|ผู้บริหาร|เชฟ|นักแสดง|นักร้อง|มหาวิทยาลัย)"
)
_RANKING = Anchored(
    re.compile(
        rf"อันดับ(?:แรก)?[ ]?(?:ของ)?[“\"‘']?(?P<name>{_RANKED_BODIES}(?:(?!ประจำ|อันดับ|จาก|โดย|ซึ่ง|ได้รับ|ติด|คว้า)[ก-๎]){{2,44}}?)"
        r"(?=(?<!แห่ง)[”\"’']?[ ]?(?:ประจำปี|ปี|ค\.ศ\.|พ\.ศ\.)[ ]?(?:ค\.ศ\.|พ\.ศ\.)?[ ]?(?:\d{4}|\d\d(?![\d%]))|(?<=แห่งปี)[ ]?\d{4})"
    ),
    "อันดับ",
)
# ติดอันดับ 3| โรงแรมที่ดีที่สุดในเอเชีย| จากนิตยสาร ก: what one is the third of, where it is told when or by whom
_PLACED_AS = Anchored(
    re.compile(
        r"(?:(?<=ติด)|(?<=รั้ง)|(?<=ครอง)|(?<=คว้า)|(?<=คว้ารางวัล)|(?<=ได้รับรางวัล)|(?<=ขึ้น)|(?<=ได้)|(?<=สู่)|(?<=เป็น)|(?<=อยู่ใน)|(?<=อยู่ที่))"
        r"(?:อันดับ|ลำดับ)(?:ที่)?[ ]?\d{1,3}[ ]?(?:ของ)?[ ]?[“\"‘']?"
        r"(?P<name>(?!ประเทศ|ของ|ใน|จาก|คน)[ก-ฮเ-ไ](?:(?!ประจำ|อันดับ|จาก|โดย|ซึ่ง|ส่งออก|นำเข้า|ผลิต|มากที่สุด)[ก-๎]){2,40}?"
        r"(?:ที่สุด(?:(?:ใน|ของ)(?:(?!ประจำ|จาก|โดย|ปี)[ก-๎]){2,20})?|ยอดเยี่ยม(?:(?:ใน|ของ|แห่ง)[ก-๎]{2,16})?"
        r"|น่า(?:เที่ยว|อยู่|ลงทุน|ทำงาน|ไป)(?:(?!ประจำ|จาก|โดย|ปี)[ก-๎]){0,16}))"
        r"(?=[”\"’']?[ ]?(?:\([^()\n]{3,60}\)[ ]?)?"
        r"(?:ประจำปี|ปี[ ]?(?:[คพ]\.ศ\.[ ]?)?\d{4}|(?:จาก|โดย)[ ]?(?:การ(?:จัดอันดับ|โหวต|สำรวจ)|ผล(?:โหวต|สำรวจ)"
        r"|นิตยสาร|เว็บไซต์|แพลตฟอร์ม|สำนักข่าว|สถาบัน|องค์กร|วารสาร|[A-Z])))"
    ),
    "อันดับ|ลำดับ",
)
# การจัดอันดับ |50 เมนูเส้นที่ดีที่สุดในเอเชีย| ประจำปี 2566: so many, and as what
_SO_MANY = Anchored(
    re.compile(
        r"จัดอันดับ[ ]?(?:รายชื่อ)?(?P<name>\d{2,3}[ ]?(?:สุดยอด)?[ก-ฮเ-ไ][ก-๎]{2,40}?ที่สุด(?:(?:ใน|ของ)(?:(?!ประจำ|ปี)[ก-๎]){2,24}?)?)"
        r"(?=[ ]?(?:ประจำปี|ปี[ ]?(?:ค\.ศ\.|พ\.ศ\.)?[ ]?\d|\())"
    ),
    "จัดอันดับ",
)
_SUPERIOR = re.compile("ที่สุด|ยอดเยี่ยม|แห่ง|ดีเด่น|ยอดนิยม|ในใจ|ชั้นนำ|ยอดแย่|ดีเลิศ|ขวัญใจ")


def ranked_bodies(text: str) -> Iterator[Label]:
    """What bodies are ranked as, each place of it, where no name in Latin letters stands for the ranking."""
    names = {ranking["name"] for ranking in _RANKING.finditer(text) if _SUPERIOR.search(ranking["name"])}
    names.update(placed["name"] for placed in _PLACED_AS.finditer(text))
    names.update(ranked["name"] for ranked in _SO_MANY.finditer(text))
    for name in sorted(names, key=len, reverse=True):
        for named in re.finditer(re.escape(name), text):
            yield Label("award", *named.span(), "award.ranking", *named.span())
