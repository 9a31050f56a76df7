"""Prizes by the name behind words that only say that they honour: รางวัลเชิดชูเกียรติ “…”."""

from __future__ import annotations

import re

from extractor.match.award_words import QUOTED, name_end
from extractor.match.label import Label

# รางวัล “คนดีศรีสงขลา| ประจำปี 2565”, “นักบริหารแห่งปี| 2566 Manager of the Year 2023”: the year stands within the marks
DATED_WITHIN = re.compile(
    r"(?:[ ]*(?:ประจำปี|(?<!แห่ง)ปี|พุทธศักราช|พ\.ศ\.|ครั้งที่)[ ]?(?:งบประมาณ)?[ ]?(?:พ\.ศ\.|พุทธศักราช)?[ ]?\d{1,4}|(?<=แห่งปี)[ ]?\d{4})"
    r"(?:[ ][^”\"\n]{0,20}|[ ]{1,2}[A-Z][A-Za-z’'&. -]{2,60}[ ](?:19|20)\d\d)?(?=[”\"’'])"
    r"|[ ](?:19|20|25)\d\d(?=[”\"’'])|[ ]?\((?:19|20|25)\d\d\)(?=[”\"’'])"
)
# รางวัล “รองชนะเลิศอันดับ 2”: a rank, and no prize's name
QUOTED_RANK = re.compile(
    r"(?:รางวัล)?(?:(?:รอง)?ชนะเลิศ(?:[ ]?(?:ลำดับ|อันดับ)(?:ที่)?[ ]?(?:\d|หนึ่ง|สอง|สาม))?"
    r"|เหรียญ(?:ทองแดง|ทอง|เงิน)|ชมเชย|ดีเด่น|ดีเยี่ยม|ดีมาก|ยอดเยี่ยม)"
    r"(?:[ ]?(?:ใน)?ระดับ[ ]?(?:[A-Z][A-Za-z]{2,12}|ยอดเยี่ยม|ดีเด่น|ดีเลิศ|ดีเยี่ยม|ดีมาก|ดี|เพชร|ทองคำขาว|ทองคำ|ทองแดง|ทอง|เงิน))?"
)
# รางวัลเชิดชูเกียรติ “|ครูดอยใจเพชร| ประจำปี 2564”, รางวัลเกียรติยศ |นักสัตววิทยาอาวุโส| ประจำปี 2560
_HONOUR_NAMED = re.compile(
    r"(?:ประกาศเกียรติคุณ|เชิดชูเกียรติ(?:คุณ)?|เกียรติ(?:คุณ|ยศ))"
    r"(?:[ ]*(?P<mark>[“\"‘])(?!ระดับ|ประเภท|สาขา|ด้าน|ผลงาน|โครงการ|เรื่อง)"
    r"|[ ](?=(?:ผู้(?!ว่า|ช่วย|อำนวย|ที่|ได้|ชนะ|เข้า|รับ)|คน(?=[ก-ฮเ-ไ])|ครู|นัก(?!เรียน|ศึกษา)|อาจารย์|บุคคล|บุคลากร|ศิษย์"
    r"|องค์กร|สถาน|ปราชญ์|ศิลปิน|แพทย์|พยาบาล|เกษตรกร|ช่าง|แม่|พ่อ)"
    r"[ก-๎]{3,40}[ ]?(?:ประจำปี|ประจำพุทธ|ปี[ ]?(?:พ\.ศ\.[ ]?)?\d|พ\.ศ\.|ครั้งที่[ ]?\d)))"
)


def behind_honour(text: str, head: int, after: int) -> Label | None:
    """The prize, whose word ends at `after`, with the name behind words for honour: รางวัลเกียรติยศ “ครูดอยใจเพชร”."""
    honour = _HONOUR_NAMED.match(text, after)
    if honour is None:
        return None
    if not honour["mark"]:
        end = name_end(text, honour.end())
        return Label("award", head, end, "award.named", head, end) if end - honour.end() > 3 else None
    quoted = QUOTED.match(text, honour.end() - 1)
    if quoted is None or QUOTED_RANK.fullmatch(quoted["inner"]) is not None:
        return None
    dated = DATED_WITHIN.search(text, quoted.start("inner") + 3, quoted.end())
    if dated is not None:
        start, end = quoted.start("inner"), dated.start()  # whose year stands with the title
        return Label("award", start, end, "award.named", head, end)
    return Label("award", head, quoted.end(), "award.quoted", head, quoted.end())
