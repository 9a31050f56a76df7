"""Labels, works, parties and verbs of an article as one stream, in the order in which a reader meets them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from extractor.anchors import Anchored, Ending
from extractor.assemble.findings import Party
from extractor.assemble.role_words import PRIZES_THAT
from extractor.assemble.shaped_verbs import shaped_verbs
from extractor.document import Span, Stretches, overlaps
from extractor.gazetteer_rows import Cue
from extractor.lexicon import Hit
from extractor.match.label import IN_ROW, Label
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings

# หวังคว้า…, สมควรได้รับ…: nobody has received it yet
INTENDED = Ending(
    sought(
        r"(?:(?<!ผิด)(?<!สม)หวัง|สมัคร(?:เข้า(?:ร่วม)?)?|สมควร|(?<!ใน)(?<!วาระ)โอกาส(?:ที่จะ)?|ตั้งเป้า|เป้าหมาย|มุ่ง(?:มั่น)?|อยาก|ลุ้น|ฝัน|พลาด(?:การ)?|ชวด|(?:ตัว)?เต็ง|เคล็ดลับ(?:การ)?"
        r"|(?<!จนนำไป)(?<!จนนำมา)(?<!ซึ่งนำไป)(?<!ซึ่งนำมา)(?<!และนำไป)(?<!และนำมา)(?<![ ]นำไป)(?<![ ]นำมา)สู่การ|(?:ยัง)?ไม่(?:เคย)?"
        r"|(?<!ไม่)(?<!ถูก)ต้อง(?:เคย)?)"
        r"(?:เข้า|ใน(?:การ)?|ที่)?[ ]?$"
    ),
    "หวัง|สมัคร|เข้า|ร่วม|สมควร|โอกาส|จะ|ตั้งเป้า|เป้าหมาย|มุ่ง|มั่น|อยาก|ลุ้น|ฝัน|พลาด|การ|ชวด|เต็ง|เคล็ดลับ|ไม่|เคย|ต้อง|ใน|ที่",
)
# คัดเลือกผู้สมควร|ได้รับรางวัล ก จำนวน 2 คน ได้แก่: those who are found worthy, and named
_WORTHY = ("ผู้สมควร", "ผู้ที่สมควร", "ผู้สมควรที่", "ผู้ที่สมควรที่", "ผู้ซึ่งสมควร")
_WORTHY_NAMED = re.compile(
    r"(?:(?!\d{1,2}[ ]?(?:ด้าน|ประเภท|สาขา)|ขั้นตอน|หลักเกณฑ์|คุณสมบัติ)[^\n]){4,110}?"
    r"\d{1,3}[ ]?(?:คน|ราย|ท่าน|รูป|แห่ง|หน่วยงาน|โรงเรียน|องค์กร|ชุมชน|หมู่บ้าน|ทีม)"
    r"[^\n\d]{0,30}?(?:ได้แก่|ดังนี้|ประกอบด้วย|คือ)"
)


def is_intended(text: str, at: int) -> bool:
    """Whether the verb of receiving at `at` tells of what is hoped for, but not of those who were found worthy and are named."""
    if not INTENDED.search(text[max(0, at - _INTENT) : at]):
        return False
    return not (text.endswith(_WORTHY, 0, at) and _WORTHY_NAMED.match(text, at))


# characters before a verb within which it is told to be hoped for
_INTENT = 24
_PURPOSE = re.compile(r"(?:เพื่อ|จะ|ขอ|คาดว่าจะ|ในการ|สิทธิ์?)[ ]?$")
# เริ่มจากการเป็นลูกวง| ก่อนจะ|คว้าแชมป์การประกวด ก: what has come of it; but ก่อนจะคว้าแชมป์| ต้อง…
_AT_LAST = re.compile(r"(?<=[ก-๎A-Za-z0-9”\")])[ ]ก่อน(?:ที่)?จะ(?:มา)?\Z")
_WINS_AT_LAST = ("คว้า", "ซิว", "ครอง", "กวาด", "ชนะ", "ได้รับรางวัล")
_NOT_YET = re.compile(r"[^\n]{0,80}?(?:ต้อง(?!กับ)|จำเป็น|ควร|ขอให้|ให้ได้|ปีหน้า)")


def _won_at_last(text: str, hit: Hit) -> bool:
    """Whether ก่อนจะ tells what somebody has won in the end."""
    if not text.startswith(_WINS_AT_LAST, hit.start) or _AT_LAST.search(text, max(0, hit.start - 16), hit.start) is None:
        return False
    return _NOT_YET.match(text, hit.end) is None


# เพื่อคัดเลือกองค์กร|เข้ารับรางวัล · จะประกาศผลการคัดเลือก|ผู้ได้รับรางวัล
_TO_CHOOSE = re.compile(
    r"(?:เพื่อ|การ|จะ|ประชุม)(?:พิจารณา|สรรหา)?คัดเลือก(?:(?!และ|ผ่าน)[ก-๎]){0,24}$|จะ(?:ได้)?ประกาศ(?:ผล|รายชื่อ)[ก-๎]{0,34}$"
)
# ได้รับการเสนอชื่อ|เข้ารับรางวัล · เสนอชื่อนาย ก ให้|ได้รับรางวัล
_NOMINATED = sought(r"เสนอชื่อ(?:[^\n,]{0,32}?(?:ให้|เพื่อ))?(?:ร่วม|เข้า|ขึ้น|ได้)*[ ]?$")
# การ|รับรางวัลครั้งนี้…, ในงาน|รับรางวัล
_THE_RECEIVING = sought(r"(?:(?<![ก-๎])การ(?:ได้|เข้า)?|(?:ใน|จาก)(?:งาน|พิธี)(?:เข้า)?)[ ]?$")
# กรมหนึ่ง เสนอชุมชนบ้านดอน จ.น่าน |เข้ารับรางวัล: who is put forward
_PROPOSED = re.compile(
    r"(?:(?<![ก-๎])เสนอ(?:ชื่อ)?[ ]?(?=นาย|นาง|น\.ส\.|ดร\.|ชุมชน|หมู่บ้าน|โรงเรียน|เทศบาล|อบต|อบจ|จังหวัด|อำเภอ|บริษัท|กลุ่ม|วัด)"
    r"|(?<!นำ)(?<!ข้อ)เสนอ(?:ชื่อ)?[ ]?(?=นาย|นาง|น\.ส\.|ดร\.))(?:(?!แล้ว|จะ|ก็|และ|แต่|จน|ได้|ซึ่ง|ที่)[^\n,;:“”\d]){4,70}\Z"
)
# ผู้ที่ทำคะแนนได้มากที่สุดจะได้เป็นแชมป์ และ|คว้า|ถ้วย: who may win
_WINNER_TO_COME = Ending(
    re.compile(r"(?:ผู้|ทีม|คน)ที่(?:(?!แล้ว|จะ)[^\n,;:]){2,60}จะได้(?:(?!ซึ่ง|โดย)[^\n,;:]){2,40}(?:และ|พร้อม)\Z"), "และ|พร้อม"
)
# characters before a verb within which this is said
_TO_COME = 110


def is_to_come(text: str, verb: Hit) -> bool:
    """Whether a verb is told of who is put forward, or of whoever will do best: จะได้|เป็นแชมป์."""
    start = max(0, verb.start - _TO_COME)
    return (
        (text.startswith("เป็นแชมป์", verb.start) and text.endswith(("จะ", "จะได้"), 0, verb.start))
        or (_is_proposed(text, start, verb.start) and not text.startswith(("คว้า", "กวาด", "ซิว"), verb.start))
        or _WINNER_TO_COME.search(text, start, verb.start) is not None
    )


def _is_proposed(text: str, start: int, end: int) -> bool:
    """Whether `start:end` ends with who is put forward: กรมหนึ่ง เสนอชุมชนบ้านดอน จ.น่าน |เข้ารับรางวัล."""
    return text.find("เสนอ", start, end) >= 0 and _PROPOSED.search(text, start, end) is not None


# ได้รับมอบหมาย, ได้รับเกียรติจาก, ได้รับเงินรางวัล, ได้รับเลือกเป็นเจ้าภาพ: what is received is no award
NO_AWARD = re.compile(
    r"(?:ได้รับ|รับ)?[ ]?(?:มอบหมาย|เกียรติ(?:จาก|ให้|อย่าง)|เชิญ|ความ|เงิน|ทุน|งบ|อนุญาต|อนุมัติ|ทราบ|แจ้ง|รายงาน|คำ|แรง|คะแนน|ผล(?!งาน|รางวัล)"
    r"|ประโยชน์|พระมหากรุณา|พระบรมราชานุญาต|โอกาส|สิทธิ|ข้อ|บริการ|กำลังใจ|มอบอำนาจ|แต่งตั้ง|(?:Certificat|ใบรับรอง)(?![^\n]{0,40}?(?:รางวัล|Award))|(?:รับ)?การ(?:สนับสนุน|แต่งตั้ง|อบรม|ฝึก|ตอบรับ|ต้อนรับ|ดูแล|พัฒนา|ช่วยเหลือ|ยอมรับ|ส่งเสริม|ประสาน"
    r"|ถ่ายทอด|บรรจุ|อนุมัติ|จัดสรร|เสนอชื่อ))"
    r"|[^\n]{0,24}?(?:เป็นเจ้าภาพ|เป็นตัวแทน|เป็นสถานที่|เข้าร่วม(?!พิธี)|เป็นประธาน|เป็นคณะกรรมการ|เป็นกรรมการ|เป็นผู้แทน)"
    r"|(?<=เลือก)ให้(?:จัดทำ|เข้าร่วม(?!พิธีรับ)|ร่วม(?!รับ)|ไป(?!รับ)|ดำเนิน|นำเสนอ|เข้า(?:ศึกษา|ฝึก|อบรม|เรียน|แข่ง)|ศึกษา|แสดง|ทำหน้าที่|ดำรง)"
    r"|(?<=เป็น)(?:ตัวแทน|ผู้แทน|เจ้าภาพ)"
)
# รับมอบโล่ · เข้ารับมอบเกียรติบัตร, but not รับมอบรถพยาบาล, ผู้รับมอบ
_PRIZE = re.compile(r"[^\n]{0,24}?(?:รางวัล|โล่|เหรียญ|เกียรติ|ถ้วย|ประกาศ|วุฒิบัตร|ตรา|เข็ม|[Aa]ward|AWARD)")
_OBJECT = re.compile(r"[^\n]{0,50}?(?:รางวัล|โล่|เหรียญ|ระดับ|เกียรติบัตร|[Aa]wards?|AWARD|ชนะเลิศ|เลือก|Prize|ประกาศ)")


# ทีมนาดี (ได้รับโล่รางวัล เกียรติบัตร และเงินรางวัล 5,000 บาท): what comes with the prize
_COMES_WITH = re.compile(r"\((?:จะ)?(?:ได้รับ|รับ|เงินรางวัล|รางวัลละ|พร้อม|โล่|ถ้วย)[^()\n]{2,160}\)")

# ได้รับรางวัลรองชนะเลิศ ประเภททีม ประกอบด้วย 1 เหรียญทอง และ 2 เหรียญเงิน: what the team's members won
_MADE_UP_OF = Anchored(
    re.compile(
        r"(?:อันดับ[ ]?\d|ทีม|บุคคล|ชนะเลิศ)[ ]*(?:ประกอบด้วย|แบ่งเป็น)"
        r"(?:[ ]*(?:,|และ)?[ ]*\d{1,3}[ ]*(?:เหรียญ(?:ทองแดง|ทอง|เงิน)|รางวัลชมเชย)){1,6}"
    ),
    "อันดับ|ทีม|บุคคล|ชนะเลิศ",
)


class Event(NamedTuple):
    """Something that the reader meets at `at`; at the same place the lower `order` comes first."""

    at: int
    order: int
    thing: Label | Party | Span | Hit


def stream(findings: Findings) -> list[Event]:
    """The events of an article in text order: labels, parties, works, verbs of receiving or giving, nominations."""
    text = findings.text
    verbs = [hit for hit in findings.cues if _is_verb(hit, findings)]
    taken = {hit.start for hit in verbs}
    verbs.extend(shaped_verbs(findings, taken))
    bodies = Stretches((m.start + 1, m.end) for organisation in findings.organisations for m in organisation.mentions)
    bodies_at = {party.start: party.end for party in findings.parties if party.role == "listed" and party.kind != "person"}
    rows = Stretches((label.start, label.end) for label in findings.labels if label.rule == IN_ROW)  # อำเภอสุขภาพดี: a prize
    events = [
        *(Event(label.outer, 0, label) for label in findings.labels if not _names_a_body(label, bodies, bodies_at, text)),
        *(Event(party.start, 1, party) for party in findings.parties if party.start not in rows),
        *(Event(work.start, 2, work) for work in findings.works),
        *(Event(hit.start, 3, hit) for hit in verbs),
        *(
            Event(hit.start, 3, hit)
            for hit in findings.cues
            if sense(hit) == "nominated" and not _is_gift(text, hit) and not is_out_of(text, hit)
        ),
    ]
    aside = _asides(text)
    if aside:
        events = [event for event in events if not overlaps(aside, event.at, event.at + 1)]
    return sorted(events, key=lambda event: (event.at, event.order))


# พร้อมเงินสดและสิทธิ์|เป็นตัวแทนประเทศไทย
_RIGHT = ("สิทธิ์", "สิทธิ์ ", "สิทธิ", "สิทธิในการ", "สิทธิ์ในการ", "ตั๋ว")


def _is_gift(text: str, hit: Hit) -> bool:
    """Whether to go on to another contest is what the winner gets: พร้อมสิทธิ์|เป็นตัวแทนประเทศไทย."""
    return text.endswith(_RIGHT, 0, hit.start)


# สำนักงาน|รางวัลคุณภาพแห่งชาติ
_BODY_OF_AWARD = re.compile(
    r"(?:สำนักงาน|คณะ(?:อนุ)?กรรมการ|คณะทำงาน|มูลนิธิ|สมาคม|สถาบัน|ศูนย์|กองทุน|สภา)"
    r"(?:จัดงาน|พิจารณา|ตัดสิน|บริหาร|โครงการ|พัฒนา|ยกระดับ|ขับเคลื่อน|คัดเลือก|ตรวจประเมิน|ประเมิน){0,3}[ ]?$"
)


# คณะทำงานพัฒนายกระดับ|มาตรฐานการให้บริการ: what a working group is for
_WORKS_AT = Ending(
    re.compile(r"คณะ(?:ทำงาน|(?:อนุ)?กรรมการ)(?:พัฒนา|ยกระดับ|ขับเคลื่อน|ส่งเสริม|การ|เพื่อ){1,4}\Z"),
    "พัฒนา|ยกระดับ|ขับเคลื่อน|ส่งเสริม|การ|เพื่อ",
)
# กลุ่มแม่บ้านเกษตรกร ได้แก่ |กลุ่มแม่บ้านเกษตรกรนาดี: the winner, whose name begins with its kind
_NAMED_NEXT = re.compile(r"(?:ได้แก่|คือ|เป็นของ|:)[ ]*(?:\d{1,2}[.)][ ]*)?$")


def _names_a_body(label: Label, bodies: Stretches, bodies_at: dict[int, int], text: str) -> bool:
    """Whether an award's name is part of the name of the body that runs it."""
    if label.kind == "category" and label.row is not None and label.outer == label.start:
        return (
            bodies_at.get(label.start, 0) > label.until
            and _NAMED_NEXT.search(text, max(0, label.start - 12), label.start) is not None
        )
    if label.kind != "award":
        return False
    if not (label.outer in bodies and label.until - 1 in bodies):
        return _WORKS_AT.search(text, max(0, label.outer - 40), label.outer) is not None
    return _BODY_OF_AWARD.search(text, max(0, label.outer - 30), label.outer) is not None


def _asides(text: str) -> list[tuple[int, int]]:
    """Stretches that tell what comes with a prize or what it is made up of, and of no prize of their own."""
    gifts = [match.span() for match in _COMES_WITH.finditer(text)]
    if not any("บาท" in text[start:end] for start, end in gifts):
        gifts = []
    return sorted([*gifts, *(match.span() for match in _MADE_UP_OF.finditer(text))])


def sense(hit: Hit) -> str:
    """What a cue says of the award: conferred, past, nominated …; empty for a row that is no cue."""
    return hit.row.sense if isinstance(hit.row, Cue) else ""


# คว้า 3 รางวัล |จากที่|เข้าชิง| 9 สาขา: out of how many prizes some were won
_OUT_OF = ("จาก", "จากที่", "จากการ", "จากที่ได้", "จากการได้", "จากทั้งหมดที่")
_SO_MANY = re.compile(r"(?:รางวัล)?[ ]?(?:(?:ทั้งหมด|ทั้งสิ้น|รวม|ถึง|มากถึง)[ ]?){0,2}\d{1,3}[ ]?(?:รางวัล|สาขา|ประเภท)")


def is_out_of(text: str, cue: Hit) -> bool:
    """Whether a cue of being put up for prizes only says out of how many some were won: คว้า 3 รางวัล จากที่|เข้าชิง| 9 สาขา."""
    return text.endswith(_OUT_OF, 0, cue.start) and _SO_MANY.match(text, cue.end) is not None


# พิธีมอบรางวัล|จัดขึ้น ณ กรุงเวียงจันทน์: where and when, and nobody gives
_IS_HELD = re.compile(r"(?:ดังกล่าว|นี้)?[ ]?(?:ได้|จะ|ถูก)?(?:จัด(?:ขึ้น|ที่|ณ|ใน|เมื่อ)|มีขึ้น|มีกำหนด)")
# characters before a verb within which its purpose is told
_BEFORE = 44


# ทีมนาดี คว้า|สามคะแนนแรก, คว้า|ตั๋วลุยศึก…, กวาด|รายได้: what no prize is
_NO_PRIZE = re.compile(
    r"[ ]?(?:\d{1,3}|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)[ ]?(?:คะแนน|แต้ม|ประตู|ที่นั่ง)(?!รวม)"
    r"|[ ]?(?:ตั๋ว|สิทธิ์?|โควต้?า|ชัยชนะ(?!เลิศ)|หัวใจ|รายได้|ยอดขาย|ยอดวิว|กำไร|ที่นั่ง|เก้าอี้|ส่วนแบ่ง|ตัว(?!แทน)[ก-๎ ])"
)


def _is_verb(hit: Hit, findings: Findings) -> bool:
    if sense(hit) not in {"conferred", "past"} and hit.row.id != "announced-will-take":
        return False
    if isinstance(hit.row, Cue) and hit.row.reach == "clause":
        return False  # ในอดีต tells when, not what
    before = findings.text[max(0, hit.start - _BEFORE) : hit.start]
    if (
        _in_a_name(hit.start, findings)
        or before.endswith(("ค้น", "ตรวจ", "ชิง", "สำห"))
        or is_to_come(findings.text, hit)
        or (before.endswith("รางวัล") and findings.text.startswith("ชนะ", hit.start))
        or is_intended(findings.text, hit.start)
        or (_PURPOSE.search(before) and not _won_at_last(findings.text, hit))
        or _NOMINATED.search(before)
        or (_TO_CHOOSE.search(before) and not hit.row.id.startswith("conferred-give"))
    ):
        return False
    if _THE_RECEIVING.search(before) and not hit.row.id.startswith("conferred-give"):
        return False
    if hit.row.id.startswith("conferred-give") and before.endswith(("พิธี", "งาน")) and _IS_HELD.match(findings.text, hit.end):
        return False
    if hit.row.id == "conferred-win" and _NO_PRIZE.match(findings.text, hit.end):
        return False
    if hit.row.id in {"conferred-receive-n", "conferred-honoured"} and NO_AWARD.match(findings.text, hit.end):
        return False
    if findings.text.endswith("รับมอบ", hit.start, hit.end) and not _PRIZE.match(findings.text, hit.end):
        return False
    return hit.row.id != "conferred-receive-n" or bool(_OBJECT.match(findings.text, hit.end)) or _of_prizes(hit.start, findings)


def _of_prizes(at: int, findings: Findings) -> bool:
    """Whether the prizes stand before who has received them: รางวัลที่บริษัท ก |ได้รับ ประกอบด้วย."""
    index = bisect_left(findings.parties, at, key=lambda party: party.start) - 1
    if index < 0 or not 0 <= at - findings.parties[index].end <= 1:
        return False
    start = findings.parties[index].start
    return PRIZES_THAT.search(findings.text, max(0, start - 40), start) is not None or _is_of_last(start, findings)


# รางวัล ก จากเวที ข ปี 2566| ซึ่ง|บริษัท ค ได้รับ
_WHICH = re.compile(r"[”\"’']?[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:ที่|ซึ่ง)[ ]?(?:ทาง[ ]?)?")
_PRIZES = frozenset({"award", "year", "edition", "level", "category", "branch"})


def _is_of_last(start: int, findings: Findings) -> bool:
    """Whether the one at `start` is told to have received the prize that is named right before."""
    at = bisect_left(findings.labels, start, key=lambda label: label.outer) - 1
    if at < 0 or findings.labels[at].kind not in _PRIZES or start - findings.labels[at].until > _BEFORE:
        return False
    return _WHICH.fullmatch(findings.text, findings.labels[at].until, start) is not None


def _in_a_name(at: int, findings: Findings) -> bool:
    """Whether the words at `at` belong to a body's name (คณะทำงานพิจารณาผลงานเพื่อรับรางวัล)."""
    index = bisect_left(findings.parties, at, key=lambda party: party.start) - 1
    return index >= 0 and findings.parties[index].kind == "organisation" and at < findings.parties[index].end - 3
