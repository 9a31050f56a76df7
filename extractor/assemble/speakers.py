"""Who tells of a prize of one's own: นาย ก กล่าวว่า เรา|ได้รับรางวัล…, นางสาว ข เผยว่า รู้สึกดีใจที่|ได้รับรางวัล…."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words

if TYPE_CHECKING:
    from extractor.assemble.findings import Party
    from extractor.assemble.subjects import Subjects

_SAYS = r"(?:กล่าว|เปิดเผย|เผย|บอก|เล่า|ระบุ|เปิดใจ)(?:(?!นาย|นาง|ขอ|กับ(?!ผู้สื่อ))[ก-๎ ]){0,36}?ว่า"
_SELF = (
    r"(?P<one>ตน(?:เอง)?|ผม|ดิฉัน|หนู|กระผม|ข้าพเจ้า)"
    r"|(?:ทาง)?(?:พวก)?(?P<we>เรา|ทีม(?:งาน|ของเรา)?|บริษัท(?:ฯ|ของเรา)?|องค์กร(?:ฯ|ของเรา)?|หน่วยงาน(?:ของเรา)?)"
)
_FEELS = (
    r"(?:มีความ|มี|รู้สึก|ขอ)*(?:ดีใจ|ภูมิใจ|ภาคภูมิใจ|ยินดี|ปลาบปลื้ม|ปลื้มใจ|ปลื้ม|เป็นเกียรติ|ตื่นเต้น|ขอบคุณ|ตื้นตัน|มีความสุข)"
    r"(?:(?!กับ|แก่|ต่อ|นาย|นาง)[ก-๎ ]){0,40}?ที่"
)
_UP_TO = r"(?:(?!นาย|นาง|กับ|แก่|ผู้|ได้|คน|ทีม|นัก|มอบ)[ก-๎ ]){0,40}?"
_WHEN = r"(?:ใน)?(?:(?:ปี|ครั้ง)นี้|(?:ช่วง|ปี|ตลอด[ก-๎ ]{0,12})?ที่ผ่านมา|ปี[ ]?\d{4}|ล่าสุด|ก่อนหน้านี้)"
# นาย ก กล่าวว่า |เรา|ได้รับรางวัล · เผยว่า |รู้สึกดีใจที่|ได้รับรางวัล
_OF_HIMSELF = re.compile(
    rf"{_SAYS}[ ]?[“\"]?(?:{_WHEN}[ ]?)?(?:(?:{_SELF})[ ]?(?:{_FEELS})?|{_UP_TO}{_FEELS})"
    r"(?:(?:ทาง)?(?:ทีม|เรา|ตน|บริษัทฯ?))?(?:สามารถ|ยัง|ก็|ได้(?!รับ)|[ ])*$"
)
# นาย ก กล่าว|ภายหลังเข้า|รับรางวัล ข ว่า
_AFTER_IT = re.compile(
    r"(?:กล่าว|เปิดเผย|เผย(?:ความรู้สึก)?|เปิดใจ|ให้สัมภาษณ์)[ ]?(?:ภาย)?หลัง(?:จาก)?(?:การ|ที่)?(?:สามารถ|เพิ่ง|ได้(?!รับ)|[ ])*$"
)
_WORDS = Words("กล่าว|เผย|บอก|เล่า|ระบุ|เปิดใจ|สัมภาษณ์")
# characters before a verb within which it is said who speaks, and of a speaker's position
_REACH, _POSITION = 110, 170


def of_himself(text: str, subjects: Subjects, at: int) -> Party | None:
    """Who has won, where the one who speaks tells so of himself or of the body that he speaks for; the verb stands at `at`."""
    begin = max(text.rfind("\n", 0, at) + 1, at - _REACH)
    if not _WORDS.within(text, begin, at):
        return None
    says = _OF_HIMSELF.search(text, begin, at + 3 * text.startswith("ที่", at)) or _AFTER_IT.search(text, begin, at)
    if says is None:
        return None
    before = subjects.between(max(text.rfind("\n", 0, at) + 1, says.start() - _POSITION), says.start())
    speaker = next((party for party in reversed(before) if party.kind == "person" and party.end <= says.start()), None)
    if speaker is None:
        return None
    if says.groupdict().get("one"):
        return speaker
    winner = subjects.represented.by(speaker, at)
    ours = says.groupdict().get("we") is not None and winner is speaker and speaker.body is None
    return (_told_above(text, subjects, speaker) if ours else None) or winner


# ⏎|บริษัท ก (GK)| เปิดแผนธุรกิจ, ⏎“|ธนาคาร ข|” …: of whom the lines above tell
_HEADS_LINE = re.compile(r"(?:^|\n)[ ]*[“\"‘']?[ ]?$")
_HIGHER = ("กระทรวง", "กรม", "สำนักนายก", "จังหวัด")


def _told_above(text: str, subjects: Subjects, speaker: Party) -> Party | None:
    """The body that the lines above begin with, for which somebody speaks whose post names none."""
    for party in reversed(subjects.between(0, speaker.start)):
        heads = party.kind == "organisation" and _HEADS_LINE.search(text, max(0, party.start - 6), party.start)
        if heads and not text.startswith(_HIGHER, party.start):
            return party
    return None
