"""What the verb that stands nearest tells: another's own prize in a row, or a prize of the programme that is handed out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party
from extractor.assemble.label_relations import differs
from extractor.assemble.label_sense import is_programme
from extractor.assemble.role_words import PUPILS

if TYPE_CHECKING:
    from extractor.assemble.ahead import Ahead
    from extractor.assemble.draft import Draft
    from extractor.assemble.subjects import Subjects
    from extractor.lexicon import Hit
    from extractor.match.label import Label

# รับรางวัล ก |โดย|ได้รับรางวัล ข: which of its prizes
_BY_TAKING = re.compile(r"(?:โดย|ซึ่ง)(?:สามารถ|ได้)?[ ]?$")
# พิธีมอบ|รางวัล ก, งานประกาศผล|รางวัล ข: what is handed out, and not one of a row
_HANDED_OUT = re.compile(r"(?:มอบ|ประกาศ(?:ผล|เกียรติคุณ)?|ประทาน|พระราชทาน|งาน|พิธี)(?:โล่|ถ้วย|เกียรติบัตร)?(?:พระราชทาน)?[ ]?[“\"]?$")
# นาย ก ได้รับรางวัล A| จากการสอนเด็ก และ|นาย ข ได้รับรางวัล B
_AND_NEXT = re.compile(
    r"[”\"’]?(?:[ ]*(?:จาก|โดย|ด้วย|ในฐานะ|เพื่อ|สำหรับ|ซึ่ง)(?!ผลงาน|มี)(?:(?!ได้รับ|คว้า|มอบ)[^\n]){2,160}?)?"
    r"[ ]*(?:,[ ]?(?:และ)?|และ|ส่วน|ขณะที่|รวมทั้ง|รวมถึง|ตลอดจน)[ ]*"
)
# และกรม ข ก็ได้รับรางวัล|นี้ด้วย, และนาย ค ได้รับรางวัล|จากการส่งผลงาน…
_THE_SAME = re.compile(
    r"(?:รางวัล)?[ ]?(?:ดังกล่าว|นี้|(?:ด้วย)?เช่น(?:กัน|เดียวกัน)|เดียวกัน|ในครั้งนี้"
    r"|จาก(?:การ)?(?:ส่ง|นำเสนอ|ประกวด)?(?:ผลงาน|โครงการ|โครงงาน|นวัตกรรม)"
    r"|ใน(?:หัวข้อ|ผลงาน)|จาก(?:ผลงาน|หัวข้อ))"
)
# โดยกรม ก คว้า 2 รางวัล กรม ข |คว้า| 1 รางวัล: of the prize that is told before
_SO_MANY = re.compile(r"[ ]?(?:\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า)[ ]?รางวัล(?=[ ]|และ|,|$|\n|ส่วน)(?![ ]?(?:ใหญ่|ได้แก่|คือ|จาก|ใน|[“\"A-Z]))")
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
    elif (by := _BY_TAKING.search(text, max(0, cue.start - 12), cue.start)) is None:
        return False
    elif draft.subject is not None and _is_told_of_next(text, by, programme, draft, ahead):
        return False  # กรม ก ซึ่งได้รับรางวัล A และกรม ข ซึ่ง|ได้รับ|รางวัล B
    prize = ahead.first_label(cue.start + 1, cue.end + 2)
    return prize is not None and prize.kind == "award" and differs(text, prize, draft)


# characters before the last of several prizes within which the others stand that are handed out
_HANDED_OUT_TOO = 160


def takes_other(text: str, cue: Hit, draft: Draft, ahead: Ahead) -> bool:
    """Whether a verb takes another of several prizes that are handed out: มอบรางวัล ก และรางวัล ข โดยกรม ค |ได้รับ|รางวัล ก."""
    last = draft.labels.get("award")
    if not draft.gives or last is None or "award" not in draft.own or draft.recipient is not None or draft.work is not None:
        return False
    prize = ahead.first_label(cue.start + 1, cue.end + 2)
    if prize is None or prize.kind != "award" or not differs(text, prize, draft):
        return False
    return text.rfind(text[prize.start : prize.end], max(0, last.outer - _HANDED_OUT_TOO), last.outer) >= 0


# มอบรางวัลชนะเลิศให้นาย ก |จากนั้น|ได้มอบเกียรติบัตรให้กับ…: another gift, which is no prize of the contest
_GIVES_THEN = re.compile(
    r"(?:จากนั้น|ต่อจากนั้น|ต่อมา|นอกจาก(?:นี้|นั้น)|พร้อมกันนี้|พร้อม(?:ทั้ง)?|อีกทั้ง|รวม(?:ถึง|ทั้ง)|ตลอดจน)(?:(?!รางวัล)[ก-๎ ]){0,30}\Z"
)
_THANKS = re.compile(
    r"มอบ(?:โล่|เกียรติบัตร|ใบประกาศ|ประกาศ|ของที่ระลึก)[ก-๎]{0,20}?[ ]?(?:ให้)?(?:แก่|กับ|แด่)[ ]?(?!ทีม|ผู้(?:ชนะ|ได้รับ|เข้าแข่ง|เข้าประกวด))"
)


def hands_out_another(text: str, cue: Hit, draft: Draft, ahead: Ahead, subjects: Subjects) -> bool:
    """Whether who has won one prize hands out another by its own name: กรม ก ซึ่งได้รับรางวัล A |มอบ|รางวัล B ให้แก่นาย ข."""
    prize, won = ahead.first_label(cue.start + 1, cue.end + 1), draft.labels.get("award")
    if prize is None or prize.kind != "award" or not text.startswith("รางวัล", prize.outer):
        return False
    if draft.subject is None or won is None or is_programme(text, won):
        return False
    return not subjects.between(draft.subject.end, cue.start)


def gives_anew(text: str, cue: Hit, draft: Draft) -> bool:
    """Whether a verb tells of another gift than the prize before: … จากนั้นได้|มอบเกียรติบัตร|ให้กับผู้แต่งเพลง."""
    if not draft.gives or draft.recipient is None or "level" not in draft.labels:
        return False
    if _THANKS.match(text, cue.start) is None:
        return False
    return _GIVES_THEN.search(text, max(draft.recipient.end, cue.start - 44), cue.start) is not None


# 1. ทีม ก รุ่นเล็ก| และยัง|ได้รับรางวัล ข
_BESIDES = re.compile(
    r"(?:พร้อม(?:กันนี้|ทั้ง|กัน)|นอกจาก(?:นี้|นั้น)|อีกทั้ง|ทั้งยัง|ทั้งนี้|รวม(?:ถึง|ทั้ง)|และ(?=[ ]?(?:ยัง|สามารถ|คว้า|ได้))|ยัง)"
    r"[ ]?(?:ยัง|สามารถ|ได้|[ ]){0,4}\Z"
)
_BESIDES_REACH = 30


def wins_besides(text: str, cue: Hit, draft: Draft) -> bool:
    """Whether a verb in a list's item tells of a further prize of whoever heads it, and has what the list is of."""
    if draft.recipient is None or draft.verb or draft.recipient.end > cue.start:
        return False
    listed = [label for kind, label in draft.labels.items() if kind in {"award", "level"} and kind not in draft.own]
    if not listed or not all(label.until <= draft.recipient.start for label in listed):
        return False
    return _BESIDES.search(text, max(draft.recipient.end, cue.start - _BESIDES_REACH), cue.start) is not None


# นาย ก ชนะการประกวด A ปี 2564| และ|ได้ที่ 2 การประกวด B, … |ก่อนจะ|คว้ารองชนะเลิศ การประกวด B
_AND_THEN = re.compile(r"(?:และ|ก่อน(?:(?:ที่)?จะ)?|แล้ว|จากนั้น|ต่อมา|กระทั่ง|พร้อม(?:ทั้ง)?)[ ]?(?:ยัง|สามารถ|ก็|ได้)*\Z")
# characters before a verb in which such a word stands, behind it in which rank and contest do, and between these two
_JOINED, _ELSEWHERE, _OF_CONTEST = 20, 90, 14


def wins_elsewhere(text: str, cue: Hit, draft: Draft, ahead: Ahead) -> bool:
    """Whether a verb tells of a rank in another contest than that which its subject is told to have won before."""
    if not draft.verb or draft.gives or draft.subject is None or draft.recipient is not None or draft.work is not None:
        return False
    if "award" not in draft.own or "level" in draft.own or _AND_THEN.search(text, max(0, cue.start - _JOINED), cue.start) is None:
        return False
    line_end = text.find("\n", cue.end)
    end = min(cue.end + _ELSEWHERE, line_end if line_end >= 0 else len(text))
    labels = [label for label in ahead.labels_between(cue.start, end) if label.kind in {"level", "award"}]
    if len(labels) < 2 or labels[0].kind != "level" or labels[0].outer > cue.end + 2 or labels[1].kind != "award":
        return False
    return labels[1].outer - labels[0].until <= _OF_CONTEST and differs(text, labels[1], draft)


def _is_told_of_next(text: str, by: re.Match[str], programme: Label, draft: Draft, ahead: Ahead) -> bool:
    """Whether one stands right before ซึ่ง who is another than of whom the prize before was told."""
    if not by.group().startswith("ซึ่ง"):
        return False
    return any(
        isinstance(thing, Party)
        and (thing.kind, thing.key) != (draft.subject.kind, draft.subject.key if draft.subject is not None else -1)
        and not text[thing.end : by.start()].strip()
        for _, thing in ahead.between(programme.until, by.start())
        if draft.subject is not None
    )


def wins_otherwise(text: str, party: Party, draft: Draft, ahead: Ahead) -> bool:
    """Whether a verb or clause of its own tells what one of a row has won, so that it has not won what is told before."""
    told = draft.subject is not None and draft.subject is not party and draft.verb and not draft.gives and draft.recipient is None
    if told and draft.own and draft.mark >= 0 and _AWAY.search(text, draft.mark, max(draft.mark, party.start)) is not None:
        return True
    if told and is_only_maker(text, party, draft, ahead):
        return True
    return wins_next(text, party, draft, ahead) or wins_by_clause(text, party, draft, ahead)


# มหาวิทยาลัย ก คว้ารางวัล B จากผลงาน “ค”| โดย|ดร. ง
_MADE_BY = re.compile(
    r"[”\"’]?[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:ซึ่ง(?:เป็น)?)?"
    r"(?:(?:เป็น)?(?:ผลงาน|ฝีมือ)|พัฒนา(?:ขึ้น)?|คิดค้น|วิจัย|ประดิษฐ์|สร้างสรรค์|ออกแบบ|จัดทำ|กำกับ|เขียน|ประพันธ์)?"
    r"(?:ของ|โดย)[ ]*(?:คณะผู้วิจัย|ทีมวิจัย|นักวิจัย|เจ้าของผลงาน|ทีม)?[ ]*(?:คือ|ได้แก่|นำโดย)?[ ]*"
)


# ได้รับ 2 รางวัล| ได้แก่ |…: each work is told with whom it is of
_LISTS = re.compile(r"\n|ได้แก่|ดังนี้|ประกอบด้วย|คือ[ ]|แบ่งเป็น")
_OF_PUPILS = re.compile(
    rf"(?:{PUPILS}|นักวิจัย|อาจารย์|ครู|บุคลากร|พนักงาน|ทีม(?:วิจัย|นักวิจัย|นักศึกษา|นักเรียน)?|เยาวชน|นักวิทยาศาสตร์|เจ้าหน้าที่)(?:จาก|ของ|แห่ง)?[ ]?$"
)
# characters of a row of makers
_MAKERS = 200


def is_only_maker(text: str, party: Party, draft: Draft, ahead: Ahead) -> bool:
    """Whether somebody behind a work has only made it, for the body of which the verb is told has won with it."""
    subject, work = draft.subject, draft.work
    if subject is None or work is None or party.kind != "person" or subject.kind not in {"organisation", "team"}:
        return False
    if not subject.end < work.start < party.start or _LISTS.search(text, subject.end, work.start) is not None:
        return False
    if draft.unnamed or _OF_PUPILS.search(text, max(0, subject.start - 30), subject.start) is not None:
        return False  # นักศึกษา|มหาวิทยาลัย ก คว้ารางวัล B จากผลงาน “ค” โดยนาย ง
    between = [thing for _, thing in ahead.between(work.end, party.start)]
    makers = [thing for thing in between if isinstance(thing, Party) and thing.kind == "person"]
    if len(makers) < len(between) or party.start - work.end > _MAKERS:
        return False
    return _MADE_BY.fullmatch(text, work.end, makers[0].start if makers else party.start) is not None


# ก ได้รับรางวัล A |อีกทั้งยังมี|กลุ่ม ข: who is told of besides
_AWAY = re.compile(r"อีกทั้ง(?=ยังมี|มี)|นอกจาก(?:นี้|นั้น)|ทั้งนี้|พร้อมกันนี้|โอกาสนี้|จากนั้น|ภายหลัง|ต่อมา|โดยมี")


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


# กลุ่ม ก ที่ได้รับรางวัล A| และผลงานของ|นาย ข ที่ได้รับรางวัล B
_THEN = re.compile(
    r"[”\"’]?[ ]*(?:,[ ]?(?:และ)?|และ|ส่วน|ขณะที่|รวมทั้ง|รวมถึง|ตลอดจน|กับ)?[ ]*"
    r"(?:(?:ผลงาน|ผลิตภัณฑ์|สินค้า|ภาพ(?:ถ่าย|วาด)?|บทเพลง|เพลง|นวัตกรรม|ผ้า(?:ทอ)?|เมนู|สูตร)ของ)?"
)
# กลุ่มทอผ้า ก| จังหวัด ข ที่|ได้รับรางวัล
_WHO = re.compile(
    r"[”\"’]?(?:[ ]*\([^()\n]{1,40}\))?"
    r"(?:[ ]*(?:หมู่(?:ที่)?[ ]?\d+|(?:บ้าน|ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.)[ ]?[ก-๎]{2,24}|กรุงเทพ(?:มหานคร|ฯ))){0,3}"
    r"[ ]*(?:ที่|ซึ่ง)(?!อยู่|ตั้ง|มี[ ])"
)
# … ที่ใช้สีธรรมชาติ |จน|ได้รับรางวัล
_UNTIL = ("จน", "ทำให้", "และ", "เคย", "ยัง", "สามารถ", "ก็")
# characters between a party and the verb of a clause behind it, and from that to its prize
_CLAUSE_VERB, _CLAUSE_PRIZE = 120, 26


def wins_by_clause(text: str, party: Party, draft: Draft, ahead: Ahead) -> bool:
    """Whether a clause behind one of a row tells what it has won: กลุ่ม ก ที่ได้รับรางวัล A| กลุ่ม ข |ที่ได้รับรางวัล B."""
    if draft.subject is None or draft.subject is party or draft.recipient is not None or not draft.verb or draft.gives:
        return False
    if not draft.own or _THEN.fullmatch(text, max(0, draft.mark), party.start) is None:
        return False
    verb, who = ahead.next_verb(party.end), _WHO.match(text, party.end)
    if verb is None or who is None or verb - party.end > _CLAUSE_VERB or text.find("\n", party.end, verb) >= 0:
        return False
    if not ahead.labels_between(verb, verb + _CLAUSE_PRIZE) or ahead.labels_between(party.end, verb):
        return False
    return who.end() >= verb or text.endswith(_UNTIL, who.end(), verb)


def takes_the_same(text: str, cue: Hit, draft: Draft) -> bool:
    """Whether a verb tells of another that he has won the prize in hand, too: รับรางวัล ก และกรม ข |ได้รับรางวัล|นี้ด้วย."""
    award = draft.labels.get("award")
    if award is None or draft.own or draft.gives or draft.subject is None or not award.until <= draft.subject.start < cue.start:
        return False
    if "\n" in text[award.until : cue.start]:
        return False
    if _SO_MANY.match(text, cue.end) is not None:
        return True
    if not text.startswith("รางวัล", cue.end - 6):
        return False
    return _THE_SAME.match(text, cue.end) is not None
