"""What the verb that stands nearest tells: another's own prize in a row, or a prize of the programme that is handed out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.label_sense import differs

if TYPE_CHECKING:
    from extractor.assemble.ahead import Ahead
    from extractor.assemble.draft import Draft
    from extractor.assemble.findings import Party
    from extractor.lexicon import Hit

# รับรางวัล ก |โดย|ได้รับรางวัล ข: which of its prizes
_BY_TAKING = re.compile(r"(?:โดย|ซึ่ง)(?:สามารถ|ได้)?[ ]?$")
# พิธีมอบ|รางวัล ก, งานประกาศผล|รางวัล ข: what is handed out, and not one of a row
_HANDED_OUT = re.compile(r"(?:มอบ|ประกาศ(?:ผล|เกียรติคุณ)?|ประทาน|พระราชทาน|งาน|พิธี)(?:โล่|ถ้วย|เกียรติบัตร)?(?:พระราชทาน)?[ ]?[“\"]?$")
# นาย ก ได้รับรางวัล A| และ|นาย ข ได้รับรางวัล B
_AND_NEXT = re.compile(r"[ ]*(?:,[ ]?(?:และ)?|และ|ส่วน|ขณะที่|รวมทั้ง|รวมถึง|ตลอดจน)[ ]*")
# และกรม ข ก็ได้รับรางวัล|นี้ด้วย, และนาย ค ได้รับรางวัล|จากการส่งผลงาน…
_THE_SAME = re.compile(
    r"(?:รางวัล)?[ ]?(?:ดังกล่าว|นี้|(?:ด้วย)?เช่น(?:กัน|เดียวกัน)|เดียวกัน|ในครั้งนี้"
    r"|จาก(?:การ)?(?:ส่ง|นำเสนอ|ประกวด)?(?:ผลงาน|โครงการ|โครงงาน|นวัตกรรม)"
    r"|ใน(?:หัวข้อ|ผลงาน)|จาก(?:ผลงาน|หัวข้อ))"
)
_TAKES = ("ได้รับ", "คว้า", "ครอง")
# characters between a party and the verb of its own, and from that to its prize
_OWN_VERB, _ITS_PRIZE = 4, 16


def takes_part_of(text: str, cue: Hit, draft: Draft, ahead: Ahead) -> bool:
    """Whether a verb takes a prize of the programme that is handed out: พิธีมอบรางวัล ก โดยกรม ข |ได้รับ|รางวัล ค."""
    programme = draft.labels.get("award")
    if programme is None or "award" not in draft.own or draft.recipient is not None or draft.work is not None:
        return False
    if draft.gives:
        handed_out = _HANDED_OUT.search(text, max(0, programme.outer - 24), programme.outer) is not None
        if cue.row.id.startswith("conferred-winner") or not handed_out:
            return False
    elif _BY_TAKING.search(text, max(0, cue.start - 12), cue.start) is None:
        return False
    prize = ahead.first_label(cue.start + 1, cue.end + 2)
    return prize is not None and prize.kind == "award" and differs(text, prize, draft)


def wins_next(text: str, party: Party, draft: Draft, ahead: Ahead) -> bool:
    """Whether a verb right behind one of a row tells what it has won: นาย ก ได้รับรางวัล A และ|นาย ข |ได้รับ|รางวัล B."""
    if party.role != "listed" or draft.subject is None or draft.subject is party or draft.recipient is not None:
        return False
    if not draft.verb or draft.gives or _AND_NEXT.fullmatch(text, max(0, draft.mark), party.start) is None:
        return False
    verb = ahead.next_verb(party.end)
    if verb is None or verb - party.end > _OWN_VERB or not text.startswith(_TAKES, verb):
        return False
    return text[party.end : verb].strip(" ") == "" and bool(ahead.labels_between(verb, verb + _ITS_PRIZE))


def takes_the_same(text: str, cue: Hit, draft: Draft) -> bool:
    """Whether a verb tells of another that he has won the prize in hand, too: รับรางวัล ก และกรม ข |ได้รับรางวัล|นี้ด้วย."""
    award = draft.labels.get("award")
    if award is None or draft.own or draft.gives or draft.subject is None or not award.until <= draft.subject.start < cue.start:
        return False
    if "\n" in text[award.until : cue.start] or not text.startswith("รางวัล", cue.end - 6):
        return False
    return _THE_SAME.match(text, cue.end) is not None
