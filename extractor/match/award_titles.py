"""Honours, stages and titles that are named without a word for a prize: คัดเลือกเป็นครูดีเด่น, เวทีนาฏราช, ครองมงกุฎนางสาวธารา."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.match.anchors import Anchored
from extractor.match.award_words import name_end
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

# ได้รับคัดเลือกเป็น|ครูดีเด่น: an honour that no word for a prize announces, where it sounds like one
_HONOUR = Anchored(
    re.compile(
        r"(?:ได้รับ(?<!ที่ได้รับ)(?<!ผู้ได้รับ)(?<!จะได้รับ)(?:การ)?(?:คัดเลือก|ยกย่อง|เชิดชูเกียรติ|ประกาศ|เลือก)(?:จาก[ก-๎]{2,30})?(?:ให้)?เป็น"
        r"|คว้าตำแหน่ง|ครองตำแหน่ง|ได้รับตำแหน่ง)[ ]?(?P<mark>[“\"‘'])?"
        r"(?P<name>(?!ต้นแบบ|ตัวอย่าง|แบบอย่าง|เจ้าภาพ|ตัวแทน|ประธาน|กรรมการ)[ก-ฮเ-ไ](?:(?!ที่ได้|ซึ่ง|โดย|จาก|และได้)[ก-๎]){1,50}?"
        r"(?:ดีเด่น|ยอดเยี่ยม|ต้นแบบ(?!ที่)|แห่งปี|แห่งชาติ|ดีเลิศ|เป็นเลิศ|ดีเยี่ยม|พระราชทาน"
        r"|ที่ดีที่สุด(?:ใน[ก-๎]{2,20})?|(?=[ ]?(?:ประจำปี|ปี[ ]?(?:พ\.ศ\.[ ]?)?\d{4}))))"
    ),
    "ได้รับ|คว้าตำแหน่ง|ครองตำแหน่ง",
)
# เวทีนาฏราช ครั้งที่ 14: the stage names the programme
_STAGE = Anchored(
    re.compile(
        r"เวที[ ]?(?P<mark>[“\"‘'])?(?P<name>(?!การ|ประกวด|แข่ง|เสวนา|ประชุม|โลก"
        r"|ระดับ|นานาชาติ|สากล|ประกาศ|มอบ|งาน|รางวัล|ที่|นี้|นั้น|ต่าง|ใน|ของ|และ|เดียว|ใหญ่|แห่ง)"
        r"(?(mark)[ก-๎ ]{3,30}|[ก-๎]{3,30}))[”\"’']?(?=[ ]?(?:ครั้งที่[ ]?\d|ประจำปี|ปี[ ]?\d|20\d\d))"
    ),
    "เวที",
)
# รางวัลชนะเลิศ |กองทุนหมู่บ้านดีเด่น: the title that was contested
_CONTESTED = Anchored(
    re.compile(
        r"ชนะเลิศ(?:[ ]?อันดับ(?:ที่)?[ ]?\d)?[ ]?(?P<name>(?!การ|ประกวด|แข่ง|ระดับ|ประเภท|ด้าน|ได้แก่|คือ|นาย|นาง|เด็ก|ทีม)[ก-ฮเ-ไ]"
        r"(?:(?!ได้แก่|คือ|โดย|จาก|ซึ่ง|ที่|ผลงาน|รางวัล)[ก-๎]){3,40}?(?:ดีเด่น|ต้นแบบ|ยอดเยี่ยม|ดีเลิศ|แห่งชาติ)(?:ด้าน[ก-๎]{3,50})?)"
        r"(?=[ ]?(?:ระดับ|ประจำ|ปี[ ]?\d|ประเภท|จาก|$|\n))"
    ),
    "ชนะเลิศ",
)
# รางวัลชมเชย|เพชรพระนคร| ประจำปี 2566: what was contested, told by its year
_DATED = r"(?=[”\"’']?[ ]?(?:ประจำปี|ปี[ ]?(?:พ\.ศ\.[ ]?)?\d|ครั้งที่[ ]?\d))"
_CONTESTED_DATED = Anchored(
    re.compile(
        r"รางวัล(?:รอง)?(?:ชนะเลิศ|ชมเชย)(?:อันดับ(?:ที่)?[ ]?\d[ ]?)?"
        r"(?P<name>(?!การ|ประกวด|แข่ง|ระดับ|ประเภท|ด้าน|ได้|คือ|นาย|นาง|เด็ก|ทีม|ใน|จาก|และ|ตั้งแต่|อันดับ|ของ|ให้|แก่|ที่|ทุก|ผลงาน|รุ่น|กลุ่ม|สาขา|เหรียญ|โดย|โครงการ|พร้อม|ประจำ)"
        rf"[ก-ฮเ-ไ](?:(?!ประจำ|ประกวด|แข่ง|ครั้งที่)[ก-๎]){{4,40}}){_DATED}"
    ),
    "รางวัล",
)
# คว้า|สุดยอดซีอีโอแห่งปี, ได้เป็น|โรงแรมบูติกแห่งปี 2560
_OF_THE_YEAR = Anchored(
    re.compile(
        r"(?:คว้า(?!ตำแหน่ง)|ซิว|ได้เป็น|ครองแชมป์|ขึ้นแท่น)[ ]?"
        r"(?P<name>(?!รางวัล)[ก-ฮเ-ไ](?:(?!รางวัล|ตำแหน่ง|แชมป์|และ|จาก|ซึ่ง|โดย)[ก-๎]){2,36}?แห่งปี)(?=[ ]?(?:\d{4}|จาก|ประจำปี|ปี[ ]?\d))"
        r"|(?:(?<=คว้า)|(?<=ซิว)|(?<=ได้)|(?<=รับ))"
        r"(?P<title>สุดยอด(?:(?!รางวัล|ประเภท|สาขา|จาก|ประจำ)[ก-๎]){3,40})(?=[ ]?(?:ประจำปี|ปี[ ]?\d|สาขา|ประเภท))"
    ),
    "คว้า|ซิว|ได้เป็น|สุดยอด|ครองแชมป์|ขึ้นแท่น",
)
# คว้า “สุดยอดอาหารพื้นถิ่น” ประจำปี 2565, รับโล่ “คนดีศรีธารา” จากจังหวัด, ยกย่องเป็น “ศิษย์เก่าเกียรติยศ”
_QUOTED_WON = Anchored(
    re.compile(
        r"(?:(?:คว้า|ซิว|(?:รับ|ได้|มอบ)(?:โล่|เข็ม|เหรียญ)(?:รางวัล)?|แชมป์)[ ]?[“\"](?P<name>(?!รางวัล|\d)[^“”\"\n]{4,60}?)"
        r"(?P<year>[ ](?:19|20|25)\d\d)?[”\"](?=[ ]?(?:ประจำปี|ปี[ ]?\d|ครั้งที่[ ]?\d|จาก(?!ผล|การ|เวที|งาน)|(?<=\d[”\"])))"
        r"|(?:ยกย่อง|เชิดชูเกียรติ|คัดเลือก|แต่งตั้ง)(?:จาก[ก-๎]{2,30})?(?:ให้)?เป็น[ ]?"
        r"[“\"](?P<title>[^“”\"\n]{4,60})[”\"](?=[ ]?(?:ประจำปี|ปี[ ]?\d)))"
    ),
    "คว้า|ซิว|รับโล่|รับเข็ม|รับเหรียญ|ได้โล่|ได้เข็ม|ได้เหรียญ|มอบโล่|มอบเข็ม|มอบเหรียญ|แชมป์|ยกย่อง|เชิดชูเกียรติ|คัดเลือก|แต่งตั้ง",
)
# ครองมงกุฎ|นางสาวธารา| ประจำปี 2566
_CROWN = Anchored(
    re.compile(rf"(?:มงกุฎ|ตำแหน่ง)[ ]?(?P<name>(?:นางสาว|มิส|นางงาม|เทพี|ธิดา|หนุ่ม)[ก-๎ ]{{2,24}}?){_DATED}"), "มงกุฎ|ตำแหน่ง"
)
# รางวัลธาราอวอร์ด, งาน “คนดีศรีเมือง อวอร์ด” ครั้งที่ 5
_THAI_AWARD = Anchored(
    re.compile(
        r"(?:รางวัล|เวที|งาน)[ ]?(?:“(?P<quoted>[^“”\n]{1,40}อวอร์ดส?์?)”?|\"(?P<marked>[^\"\n]{1,40}อวอร์ดส?์?)\"?"
        r"|(?P<name>[ก-ฮเ-ไ][ก-๎]{1,24}(?:[ ][ก-๎]{1,16}){0,2}[ ]?อวอร์ดส?์?))"
    ),
    "รางวัล|เวที|งาน",
)
# คว้า|นักแสดงนำชายยอดเยี่ยม: a prize of the arts without the word
_OF_ARTS = Anchored(
    re.compile(
        r"(?:คว้า|ซิว|พิชิต|ครอง)(?P<name>(?:นัก(?:แสดง|ร้อง|เขียน)|ผู้(?:กำกับ|ประกาศ)|ละคร|ภาพยนตร์|หนัง|เพลง|พิธีกร|บท(?:ละคร|ภาพยนตร์)|ศิลปิน|รายการ|สารคดี|ซีรีส์|ดาวรุ่ง)"
        r"[ก-๎]{0,40}?(?:ยอดเยี่ยม|ดีเด่น|แห่งปี|ยอดนิยม))"
    ),
    "คว้า|ซิว|พิชิต|ครอง",
)


_SPOKEN_OF = (
    (_STAGE, "award.stage"),
    (_OF_ARTS, "award.arts"),
    (_CONTESTED, "award.contested"),
    (_CONTESTED_DATED, "award.contested"),
    (_OF_THE_YEAR, "award.arts"),
    (_QUOTED_WON, "award.title"),
    (_CROWN, "award.title"),
)


def spoken_of(text: str) -> Iterator[Label]:
    """Stages, titles, and prizes of the arts, that are named without a word for a prize."""
    for pattern, rule in _SPOKEN_OF if "อวอร์ด" not in text else (*_SPOKEN_OF, (_THAI_AWARD, "award.stage")):
        for match in pattern.finditer(text):
            start, end = next(match.span(name) for name in match.re.groupindex if name in _NAMES and match[name] is not None)
            yield Label("award", start, end, rule, start, match.end())


_NAMES = frozenset({"name", "title", "quoted", "marked"})
_CLOSED = re.compile(r"[^”\"’'“\n]{0,60}(?P<mark>[”\"’'])")


def honours(text: str) -> Iterator[Label]:
    """Honours behind a verb of choosing: ได้รับการคัดเลือกให้เป็นหน่วยงานต้นแบบด้านความปลอดภัย."""
    for match in _HONOUR.finditer(text):
        start = match.start("name")
        closed = _CLOSED.match(text, match.end("name")) if match["mark"] else None
        end = match.end("name") if match["mark"] else max(match.end("name"), name_end(text, start))
        end = end if closed is None else closed.start("mark")
        until = end + (text[end : end + 1] in "”\"’'") if match["mark"] else end
        yield Label("award", start, end, "award.honour", start, until)
