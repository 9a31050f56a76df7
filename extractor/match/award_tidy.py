"""Names of awards that only seem to be some: what begins like no name, what is no part of one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.match.award_words import QUOTED, TRIM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.match.label import Label

# |แก่ผู้บริหารดีเด่น, รางวัล|ให้จังหวัดที่…, |ระดับยอดเยี่ยม, |ยกย่องและเชิดชูเกียรติ: to whom, how good, that it honours
_NO_NAME = re.compile(
    r"(?:โล่)?(?:รางวัล)?[ ]*[“\"]?[ ]*(?:"
    r"(?:ให้)?(?:แก่|แด่)[ก-๎ ]|ให้(?:กับ)?[ ]?(?:ผู้|จังหวัด|หน่วยงาน|บุคคล|องค์กร|โรงเรียน|นักเรียน|เกษตรกร|ชุมชน|ประชาชน|เจ้าหน้าที่)"
    r"|(?:ทำให้|ส่งผล|เพื่อรับ|ฯ|และ[ ]?(?:มอบ|รับ|ประกาศ)|ประกอบ(?:ไป)?(?:ด้วย)?\Z)"
    r"|(?:ใน)?ระดับ(?:ยอดเยี่ยม|ดีเด่น|ดีเลิศ|ดีเยี่ยม|ดีมาก|ดี|เป็นเลิศ|สูงสุด|ชมเชย|ก้าวหน้า|พื้นฐาน|เพชร|ทอง|เงิน|ทองแดง)\Z"
    r"|(?<!รางวัล)(?<!โล่)(?:ประกาศ)?(?:ยกย่อง|เชิดชู)(?:เกียรติ(?:คุณ)?)?(?:[ ]?(?:และ)?(?:ยกย่อง|เชิดชู)(?:เกียรติ(?:คุณ)?)?)?\Z"
    r"|(?:การ)?(?:แข่งขัน|ประกวด)(?:เสร็จ(?:สิ้น)?|สิ้นสุด|จบ|ยุติ)(?:ลง|แล้ว)?\Z"
    r"|(?:ด้าน|ต่าง)\Z"
    r"|ทั้งนี้|ยังมี|โดยรอบ|ขาดคุณ|คับคั่ง|ที่(?:จะ|เกิด)|ตามที่|ถือ(?:เป็น|ว่า)|มาถึง"
    r"|หรือไม่|เข้า(?:พบ|เฝ้า)|เป็นกำลัง|เพิ่ม(?:มาก)?(?:ขึ้น|\Z)|เพียบ|เร็ว[ ]?ๆ|แน่นอน"
    r"|แปรผัน|แล้ว|ใด[ ]?ๆ|ได้(?:ที่|\Z)|(?:ทั่วไป|วัน(?:นี้)?|สูง|หนึ่ง|ใหม่|ขอบคุณ|ของขวัญ|สำรอง|ปกติ)\Z)"
)
# |สำหรับ|ผลงานวิชาการยอดเยี่ยม: a heading's word before the name
_FOR = re.compile(r"(?:สำหรับ|ในส่วนของ|ส่วน)[ ]?(?=[ก-ฮเ-ไ][ก-๎]{6})")
# รางวัล|ยกย่องเป็น|เมืองน่าเดิน, รางวัล|ประกาศเกียรติคุณให้เป็น |“เมืองน่าเดิน”
_AS = re.compile(r"(?:โล่)?รางวัล[ ]?(?:ประกาศ)?(?:ยกย่อง|เชิดชู|เกียรติคุณ)(?:เชิดชู)?(?:เกียรติ(?:คุณ)?)?(?:ให้)?เป็น[ ]?(?=[ก-ฮเ-ไ“\"]|\Z)")
# Siam Talent| Season 3
_SEASON = re.compile(r"[ ](?:Season|SEASON|Season\.|ซีซั่น|ซีซัน)[ ]?(?:ที่[ ]?)?\d{1,2}\Z")
# “ศิลปินโขง| ประจำปี 2566|”, “คนต้นแบบ| ครั้งที่ 5|”: its year or number within the marks
_DATED_END = re.compile(
    r"(?:[ ]{0,3}(?:(?:ประจำปี|(?<!แห่ง)ปี|พุทธศักราช|พ\.ศ\.)[ ]?(?:งบประมาณ)?[ ]?(?:พ\.ศ\.|พุทธศักราช)?[ ]?(?:\d{4}|\d\d)"
    r"|ครั้งที่[ ]?\d{1,3}|(?<=[ก-๎])[ ]25\d\d|\((?:19|20|25)\d\d\))){1,3}\Z"
)
_CLOSING, _SHORTEST = ("”", '"', "’"), 4


def tidy(text: str, labels: Sequence[Label]) -> list[Label]:
    """The names without those that are none, and each without what is no part of it.

    Args:
        text: the clean text.
        labels: names of awards in `text`.

    รางวัลยกย่องเป็นเมืองน่าเดิน → เมืองน่าเดิน · แก่ผู้บริหารดีเด่น → nothing
    """
    kept: list[Label] = []
    for label in labels:
        if label.row is not None:
            kept.append(label)
            continue
        named = _named_as(text, label)
        if named is not None and _NO_NAME.match(text, named.start, named.end) is None:
            kept.append(_to_end(text, named))
    return kept


def _named_as(text: str, label: Label) -> Label | None:
    """A name without the words before it that only say that it is one; None where nothing is named behind them."""
    as_such = _AS.match(text, label.start, label.end)
    if as_such is not None and as_such.end() < label.end:
        return replace(label, start=as_such.end())
    if as_such is not None:
        quoted = QUOTED.match(text, label.end)
        if quoted is None:
            return None
        return replace(label, start=quoted.start("inner"), end=quoted.end("inner"), until=quoted.end(), rule="award.quoted")
    heading = _FOR.match(text, label.start, label.end)
    return label if heading is None else replace(label, start=heading.end())


def _to_end(text: str, label: Label) -> Label:
    """A name without the number of its season, and without the year or number that closes a name in marks."""
    dated = _DATED_END.search(text, label.start, label.end) if text.startswith(_CLOSING, label.end) else None
    if dated is not None and dated.start() - label.start >= _SHORTEST:
        return replace(label, end=dated.start(), until=dated.start())
    season = _SEASON.search(text, label.start, label.end)
    if season is None:
        return label
    return replace(label, end=label.start + len(TRIM.sub("", text[label.start : season.start()])))
