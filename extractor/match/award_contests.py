"""Names of contests: การประกวด…, การแข่งขัน…, and the proper name that stands beside such a description."""

from __future__ import annotations

import re

from extractor.match.award_latin import LATIN_AWARD
from extractor.match.award_words import QUOTED, is_function_word, name_end
from extractor.match.label import Label

_CONTEST_STOP_EXTRA = re.compile(r"(?:เข้าร่วม|เข้า|ทีม|ชิง(?=เงิน|รางวัล|ถ้วย|โล่)|รอบ|เมื่อ|รับ|คว้า|ผล|ปรากฏ)")
_CONTEST_NAMELESS = re.compile(
    r"[ ]*(?:รางวัล|ศูนย์|ผลงาน|ใน|ที่|และ|นี้|ดังกล่าว|กับ|ของ|ครั้ง|จาก|โดย|ได้|เพื่อ|ทั้ง|ระดับ|รอบ|ต่าง|ฯ|จำนวน|แบบ|มี|ๆ|เป็น|หรือ|ให้|จะ)"
)
# การประกวดภาพยนตร์สั้น (SHORT FILM COMPETITION): the proper name beside a description
_PROPER = re.compile(
    r"[ ]*\(?(?P<name>[A-Z][A-Za-z'’&-]*(?:\ +[A-Z0-9&][A-Za-z0-9'’&-]*){1,7}?)(?=\ +(?:19|20)\d\d|\)|\ *[ก-๙(])\)?"
)


def contest(text: str, head: int, after: int) -> Label | None:
    follows = text[after : after + 2]
    if follows[:1] == "(" or follows.strip().isdigit() or _CONTEST_NAMELESS.match(text, after) or is_function_word(text, after):
        return None
    quoted = QUOTED.match(text, after)
    end = quoted.end() if quoted else name_end(text, after)
    extra = None if quoted else _CONTEST_STOP_EXTRA.search(text, after, end)
    if extra:
        end = after + len(text[after : extra.start()].rstrip())
    if end - after < 3:
        return None
    proper = _PROPER.match(text, end) or (_PROPER.match(text, after) if text[after : after + 2].strip().isascii() else None)
    if proper:
        return Label("award", proper.start("name"), proper.end("name"), "award.contest_proper", head, proper.end())
    latin = next(LATIN_AWARD.finditer(text, after, end), None)
    if latin is not None and latin.end("name") >= end - 1 and latin.end("name") - latin.start("name") > 9:
        return Label("award", latin.start("name"), latin.end("name"), "award.latin", head, end)
    word = "ประกวด" if text[after - 6 : after] == "ประกวด" else "แข่งขัน"
    start = after - len(word)
    if text[start - 3 : start] == "การ":
        start -= 3
    return Label("award", start, end, "award.contest", head, end)
