"""Whether the words before a party list it as a winner: ได้แก่ |กรม ก, ให้แก่ |นาย ข; but not where something else is listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.role_words import BEHIND_DASH, GIVING, JUDGES, LISTING, OTHERS, WITH_WORK
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.findings import Party

# มอบของที่ระลึกให้แก่ |นาย ก
_NO_PRIZE = re.compile(
    r"มอบ(?:ของที่ระลึก|ช่อดอกไม้|กระเช้า|ของขวัญ|ทุนการศึกษา|เงิน(?!รางวัล))"
    r"[^\n“”,]{0,24}?(?:ให้แก่|ให้กับ|แก่|แด่)[ ]*(?:คุณ|ท่าน)?[ ]*$"
)


# YouTube Channel : |กรม ก · ผู้ทำคุณประโยชน์แก่ |กรม ข · แบ่งเป็นประเภทต่าง ๆ ได้แก่ |ชุมชน ค: contacts, whom it is for, of which kinds
_LISTS_OTHERS = sought(
    r"(?:[Ff]acebook|FACEBOOK|YouTube|[Yy]outube|Channel|Live|LINE|[Ll]ine|Page|Fan[Pp]age"
    r"|เพจ|เว็บไซต์|ไลน์|เฟซบุ๊ก|ยูทูบ|(?<!โรค)ติดต่อ|สอบถาม|[Ee]-?mail|อีเมล)[^\n:]{0,24}:[ ]*$"
    r"|(?:จาก(?:หน่วยงาน|องค์กร|สมาคม|สถาบัน)?|(?<!ผู้เป็น)เจ้าของ(?:โครงการ)?|ลูกค้า|ผู้ว่าจ้าง|Client|Owner)[ ]?:[ ]*$"
    r"|(?:ประโยชน์|โอกาส|ความรู้|กำลังใจ|ต้นแบบ|ความช่วยเหลือ|บริการ|เสียหาย|สนับสนุน)(?:ให้)?(?:แก่|กับ)[ ]*$"
    r"|(?:ประเภท|ด้าน|สาขา|กลุ่มเรื่อง|หมวด|หลักสูตร|รูปแบบ|โซน)(?:รางวัล)?(?:ต่าง[ ]?ๆ)?[ ]*(?:ได้แก่|คือ|ประกอบด้วย|ดังนี้)[ ]*$"
    r"|(?:คู่เจรจา|รับผิดชอบ(?:หลัก)?|เกี่ยวข้อง|เข้าร่วม(?:งาน|ประชุม)?|ร่วมงาน|ประสานงาน"
    r"|ทั้ง[ ]?\d[ ]?(?:ภาค|ภูมิภาค|เหล่าทัพ))[ ]*(?:ได้แก่|คือ|อาทิ|เช่น|ประกอบด้วย)[ ]*$"
)


def is_listed(text: str, before: str, party: Party) -> bool:
    """Whether the words around a party list it as a winner."""
    if (
        LISTING.search(before)
        and not _NO_PRIZE.search(text, max(0, party.start - 70), party.start)
        and not JUDGES.match(text, party.start)
        and not _LISTS_OTHERS.search(text, max(0, party.start - 60), party.start)
        and not (before.rstrip().endswith(":") and text.startswith(("เป็น", " เป็น"), party.end))
    ):
        return OTHERS.search(text, max(0, party.start - 120), party.start) is None
    if BEHIND_DASH.search(text, max(0, party.start - 130), party.start):
        return True
    return WITH_WORK.match(text, party.end) is not None and not GIVING.search(before)
