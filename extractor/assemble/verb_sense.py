"""Of whom, or of what, a verb of receiving is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble import going_on, leading, speakers
from extractor.assemble.collector_words import (
    BESIDE_NAME,
    ENTERED,
    FIRST_OF,
    GIVEN_TO,
    IS_A_KIND,
    IS_SUCH,
    LISTS,
    WORK_SUBJECT,
)
from extractor.assemble.subject_words import AS_WINNER, OBJECT

if TYPE_CHECKING:
    from extractor.assemble.findings import Party
    from extractor.assemble.subjects import Subjects
    from extractor.document import Span
    from extractor.lexicon import Hit


def subject_of(subjects: Subjects, cue: Hit) -> Party | None:
    """Who has received what follows a verb: who is congratulated, stands before it, heads the paragraph."""
    return (
        subjects.congratulated(cue.start)
        or subjects.of_career(cue.start)
        or subjects.topics.came(cue.start)
        or subjects.subject_before(cue.start)
        or subjects.topic_subject(cue.start)
        or subjects.topics.spoken_of(cue.start)
        or subjects.topics.heads_paragraph(cue.start)
        or subjects.topics.told_in_paragraph(cue.start)
        or subjects.topics.told_above(cue.start)
        or leading.of_sentence(subjects, cue.start)
        or going_on.of_paragraph(subjects, cue.start)
        or subjects.owner_before(cue.start)
    )


def told_elsewhere(text: str, subjects: Subjects, cue: Hit) -> Party | None:
    """Who has received it by what is told behind the verb, of who speaks or does something as a winner, or of who took part."""
    return (
        subjects.told_behind(cue.start)
        or as_winner(text, subjects, cue)
        or in_clause(text, subjects, cue)
        or speakers.of_himself(text, subjects, cue.start)
        or proud_of_it(text, subjects, cue)
        or subjects.topics.took_part(cue.start)
    )


def as_winner(text: str, subjects: Subjects, cue: Hit) -> Party | None:
    """Who speaks or does something as a winner: นาย ก กล่าวในฐานะ|ผู้ได้รับรางวัล ข."""
    who = next((who for who in _WHO if text.endswith(who, 0, cue.start)), "")
    begin = cue.start - len(who)
    if not text.startswith("ผู้", begin):
        return None
    before = [party for party in subjects.between(max(0, begin - _SPEAKS_AS), begin) if party.role not in {"superior", "member"}]
    if before and before[-1].end <= begin and AS_WINNER.fullmatch(text, before[-1].end, begin):
        return before[-1]
    return None


# โรงเรียน ก| ภูมิใจอย่างยิ่ง|ที่ได้รับรางวัล
_PROUD = re.compile(
    r"[”\"’']?(?:[ ]?\([^()\n]{1,40}\))?[ ]?(?:มีความ|มี|รู้สึก|ขอ|สุด|ต่าง){0,3}"
    r"(?:(?:ดีใจ|(?:ภาค)?ภูมิใจ|ยินดี|ปลาบปลื้ม|ปลื้ม(?:ใจ|ปีติ)?|เป็นเกียรติ|ตื้นตัน)"
    r"(?:ใจ)?(?:เป็น)?(?:อย่างยิ่ง|อย่างสูง|มาก)?(?:[ ]?และ)?[ ]?){1,3}"
)


def proud_of_it(text: str, subjects: Subjects, cue: Hit) -> Party | None:
    """Who is proud or glad of having received it: โรงเรียน ก ภูมิใจ|ที่ได้รับรางวัล ข."""
    if not text.startswith("ที่", cue.start):
        return None
    before = [p for p in subjects.between(max(0, cue.start - _SPEAKS_AS), cue.start) if p.role not in {"superior", "member"}]
    if not before or before[-1].end > cue.start or _PROUD.fullmatch(text, before[-1].end, cue.start) is None:
        return None
    if text.endswith(_TO_WHOM, max(0, before[-1].start - 12), before[-1].start):
        return None
    return before[-1]


# กล่าวต้อนรับผู้แทนจาก|มหาวิทยาลัย ก |ยินดีที่ได้รับรางวัล: somebody else is glad, who is told of before
_TO_WHOM = tuple(word + gap for word in ("จาก", "กับ", "แก่", "ต่อ", "ถึง", "ให้", "ของ", "ต้อนรับ", "ขอบคุณ") for gap in ("", " "))


# นาย ก| ซึ่ง|ชนะเลิศการประกวด ข · ทีม ก| นักเรียนจากน่าน ซึ่งเป็นทีม|ชนะเลิศการแข่งขัน
_CLAUSE = re.compile(
    r"[”\"’']?(?:[ ]?\([^()\n]{1,40}\))?(?:[ ](?:นัก|ครู|อาจารย์|เกษตรกร|ศิลปิน|เยาวชน|เจ้าของ|ผู้ใหญ่บ้าน|กำนัน|ตัวแทน)[ก-๎]{0,40})?[ ]?"
    r"(?:ซึ่ง|ที่|อัน)[ ]?(?:เป็น(?:ทีม|ผู้ที่?|โรงเรียน|กลุ่ม|ชุมชน|หมู่บ้าน|วง|คณะ|หน่วยงาน|องค์กร|บริษัท|ร้าน)?(?:ที่)?)?"
    r"(?:ได้|สามารถ|เคย|เพิ่ง|ยัง|[ ])*"
)


# … และยกย่อง|นักเรียน ที่ชนะการประกวด: some who are not named
_OTHERS = re.compile(r"(?:นักเรียน|นักศึกษา|นิสิต|เยาวชน|เด็ก|บุคลากร|ประชาชน|เกษตรกร|สมาชิก|พนักงาน|ข้าราชการ|ผู้[ก-๎]{2,10})$")


def in_clause(text: str, subjects: Subjects, cue: Hit) -> Party | None:
    """Who has won a contest by a clause behind the name, whatever else is told: มอบโล่แก่ทีม ก ซึ่ง|ชนะเลิศการแข่งขัน ข."""
    if not text.startswith(("ชนะ", "ผู้ชนะ"), cue.start):
        return None
    before = [p for p in subjects.between(max(0, cue.start - _SPEAKS_AS), cue.start) if p.role not in {"superior", "member"}]
    if (
        not before
        or before[-1].name.rule.startswith("party.")
        or _CLAUSE.fullmatch(text, before[-1].end, max(before[-1].end, cue.start)) is None
    ):
        return None
    return before[-1]


def is_where(subject: Party, work: Span | None, cue: Hit) -> bool:
    """Whether a place only tells where a work is of which a verb is told: งานเทศกาลนาดี |จ.น่าน |รับรางวัล."""
    return (
        work is not None
        and work.rule in {"work.subject", "work.project"}
        and subject.kind == "place"
        and work.end <= subject.start < cue.start
    )


_WHO = ("ผู้", "ผู้ที่")
# characters of a party with its position, and of what it does as a winner
_SPEAKS_AS = 240


# แอปพลิเคชัน “ก|” พัฒนาโดย|ธนาคาร ข |คว้ารางวัล
_MADE_BY = re.compile(
    r"[”\"'’]?[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:ซึ่ง|ที่)?[ ]?(?:ถูก|ได้รับการ)?"
    r"(?:(?:ร่วม)?(?:พัฒนา|ออกแบบ|คิดค้น|สร้าง(?:สรรค์)?|ผลิต|จัดทำ|ประดิษฐ์|กำกับ|เขียน|แต่ง|ประพันธ์|ดำเนินการ)(?:ขึ้น)?โดย"
    r"|(?:ผลงาน(?:การ[ก-๎]{3,20})?|ฝีมือ)(?:ของ|จาก|โดย)?)[ ]?(?:ทีม(?:งาน)?[ก-๎]{0,16}(?:ของ|จาก)?[ ]?)?"
)


# นวัตกรรม “ก|” (A) ซึ่งเป็นนวัตกรรมที่|คว้ารางวัล, but not ซึ่งเป็นหนังสือของนักเขียนที่|ได้รับรางวัล
_IS_ONE_THAT = re.compile(
    r"[”\"’'][ ]?(?:\([^()\n]{1,60}\)[ ]?)?(?:ซึ่ง|และ|ที่|อัน)?[ ]?(?:ถือ|นับ)?(?:เป็น|คือ)(?:หนึ่งใน|1[ ]?ใน[ ]?)?"
    r"(?:(?!ของ|โดย|นัก|ผู้|คน|ทีม|ศิลปิน|โรงเรียน|บริษัท|ชุมชน|ได้|คว้า|มี|จะ)[ก-๎ ]){2,40}?(?:เคย|เพิ่ง|สามารถ|ได้|ยัง|ที่|ซึ่ง|[ ])*"
)
_MARKED = ("quoted", "work.told")
# โครงการ ก| เป็นตัวแทนภูมิภาคเอเชีย|เข้ารับรางวัล
_STANDS_FOR = re.compile(
    r"[ ]?(?:(?:ได้รับ|ถูก)(?:การ)?(?:คัด)?เลือก(?:ให้)?)?เป็น(?:ตัว|ผู้)แทน(?:(?!นาย|นาง|รับ|มอบ)[ก-๎ ]){2,40}?(?:ใน(?:การ)?|และ|เพื่อ)?[ ]?"
)
# งานวิจัย “ก|” ที่พัฒนาขึ้นร่วมกับกรม ข เพื่อลดต้นทุน จน|ได้รับรางวัล
_RELATIVE = re.compile(
    r"[”\"’'][ ]?(?:\([^()\n]{1,60}\)[ ]?)?(?:ที่|ซึ่ง|อัน)[ ]?(?:ได้|ถูก|มีการ|ทีม[ก-๎]{0,16}|ร่วมกัน)?"
    r"(?:เป็น(?!ประธาน|เจ้าภาพ|ผู้)|พัฒนา|ดำเนิน|คิดค้น|สร้าง|ออกแบบ|ผลิต|ศึกษา|วิจัย|จัดทำ|ประดิษฐ์|ช่วย|ใช้|นำ|ต่อยอด|แปรรูป|ถ่ายทอด|สะท้อน|เล่า|บอกเล่า|ตอบโจทย์|มุ่ง|สามารถ)"
    r"(?:(?!รางวัล|ได้รับ|คว้า|กล่าว|เผย|ระบุ|นาย|นาง|โดยมี|ยินดี|ชื่นชม|มอบ|ประกวด|แข่งขัน|ขณะ|ทั้งนี้|นอกจาก|ส่วน)[^\n“”]){2,150}?[ ]?"
    r"(?:จน(?:กระทั่ง)?|และ|กระทั่ง|ซึ่ง|จึง|ทำให้)(?:ทำให้|ล่าสุด|ยัง|สามารถ|เคย|ได้|ก็|[ ])*"
)


# ธนาคาร ก ประสบความสำเร็จในการพัฒนา River Pay ซึ่งเป็นแอปของธนาคาร |คว้ารางวัล, “ดอกโศก” ภาพยนตร์ไทย |คว้ารางวัล
_LED = frozenset({"work.led", "work.sorted"})


def is_of(text: str, subjects: Subjects, work: Span, cue: Hit) -> bool:
    """Whether a verb is told of a work before it: เพลง “ก” ของนาย ข |ได้รับ…, แอปฯ “ก” โรงพยาบาล ข |ได้รับ…."""
    if WORK_SUBJECT.fullmatch(text[work.end : cue.start]) or FIRST_OF.fullmatch(text, work.end, cue.start):
        return True
    between = subjects.between(work.end, cue.start)
    if work.rule == "work.told" and not between and IS_A_KIND.fullmatch(text, work.end, cue.start):
        return True  # ข้าวนาดี เป็นสินค้าเกษตร|ที่ได้รับรางวัล
    if not between and ENTERED.fullmatch(text, work.end, cue.start):
        return True
    if not between and work.rule.endswith(_MARKED) and _IS_ONE_THAT.fullmatch(text, work.end, cue.start):
        return True
    if not between and work.rule == "work.project" and _STANDS_FOR.fullmatch(text, work.end, cue.start):
        return True
    if work.rule in _LED:
        return work.rule == "work.led" or all(party.kind == "place" for party in between)
    if work.rule == "work.launched":
        return not between and text.startswith("การันตี", cue.start)
    if work.rule.endswith("quoted") and _RELATIVE.fullmatch(text, work.end, cue.start):
        return all(OBJECT.search(text, max(work.end, party.start - 16), party.start) for party in between)
    if between and _MADE_BY.fullmatch(text, work.end, between[0].start) and not text[between[-1].end : cue.start].strip(" ”\"'"):
        return len(between) == 1 or all(party.role == "superior" for party in between[1:])
    if IS_SUCH.search(text, work.end, cue.start) and all(party.kind == "place" for party in between):
        return text.startswith("ที่", cue.start)  # โครงการเน็ตนาดี … เป็นโครงการ|ที่ได้รับรางวัล
    alone = len(between) == 1 and (work.rule.endswith("quoted") or between[0].kind == "place")
    return alone and not (text[work.end : between[0].start] + text[between[0].end : cue.start]).strip(" ”\"’'")


# กลุ่มทอผ้านาดี จังหวัดน่าน |ที่ได้รับรางวัล: of so small a body's own name, no other can be meant
_GROUP = re.compile(r"กลุ่ม|วิสาหกิจ|ร้าน|ชุมชน|บ้าน|ไร่|ฟาร์ม|วัด|ทีม|วง")


def _is_group(text: str, party: Party) -> bool:
    return party.kind in {"organisation", "place", "team"} and _GROUP.match(text, party.name.start) is not None


def right_behind_name(text: str, subjects: Subjects, cue: Hit) -> bool:
    """Whether a name stands right before who has won: นาย ก ชนะเลิศการประกวด …, but not นาย ก ผู้ชนะเลิศการประกวด ข ได้แก่ …."""
    if not text.startswith(("ชนะ", "ผู้ชนะ", "ผู้ได้รับรางวัล", "ที่ได้รับรางวัล"), cue.start):
        return False
    before = [party for party in subjects.between(max(0, cue.start - 120), cue.start) if party.role != "superior"]
    if before and text[before[-1].end : cue.start].strip(' ”"') == "เป็น":
        return True  # โดยมีนาย ก เป็น|ผู้ชนะ
    if not text.startswith("ชนะ", cue.start) and LISTS.match(text, cue.end):
        return False
    if not before:
        return False
    gap = before[-1].end, max(before[-1].end, cue.start)
    if BESIDE_NAME.fullmatch(text, *gap) is None and FIRST_OF.fullmatch(text, *gap) is None:
        return False
    person = before[-1].kind == "person"
    first = next(iter(subjects.joined.to(before[-1])), before[-1])  # มอบโล่ให้แก่|นาย ก และนาย ข ที่ได้รับรางวัล
    given = before[-1].role == "listed" and (person or first is not before[-1])
    given = given and GIVEN_TO.search(text, max(0, first.start - 20), first.start) is not None
    if text.startswith("ที่", cue.start) and not (person or given) and not _is_group(text, before[-1]):
        return False
    plain = before[-1].role in {"plain", "doer"}
    return plain or given or subjects.there_is(before[-1]) or subjects.is_such(before[-1], cue.start)
