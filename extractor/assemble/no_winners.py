"""What looks like a conferral and is none by what stands at its own place: kinds of bodies, givers, hopefuls, the lucky."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.conferral import core_of
from extractor.assemble.only_mentioned import is_only_mentioned
from extractor.assemble.role_words import RECEIVES
from extractor.match.person_foreign import COUNTRIES
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.conferral import ConferralFound
    from extractor.assemble.findings import Findings
    from extractor.document import Span

# words for a kind of body, and for those of a region: no name by themselves
_KIND = re.compile(
    r"(?:ต่ำ|สูง|มาก|น้อย)กว่า.*|ตั้งแต่.*|(?:คุณ)?สมบัติ(?:ของ.*)?|ประเทศชาติ|สังคม(?:และประเทศชาติ)?|(?:ทีม)?(?:เด็ก(?:และ)?)?เยาวชน"
    r"|(?:ทุก|บรรดา)[ก-๎]+|(?:เช่น)?เดียวกัน|วงดนตรี|ศูนย์|วิทยาลัยอาชีวศึกษา|ASEAN|อาเซียน|สหประชาชาติ"
    r"|เขตสุขภาพ(?:ที่(?![ ]?\d).*)?"
    r"|(?:กลุ่ม)?บุคคล(?:ทั่วไป)?|สภาองค์กรชุมชน(?:ตำบล)?|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)?|องค์กรปกครองส่วนท้องถิ่น|สถานีตำรวจ(?:ภูธร|นครบาล)?"
    r"|(?:สหกรณ์|กลุ่ม|โรงเรียน|โรงพยาบาล|วิทยาลัย|มูลนิธิ|สมาคม|กองทุน|ศูนย์|ชุมชน)(?:ดำเนิน(?!สะดวก)|เริ่ม|(?:จัด|ก่อ)ตั้ง|ตั้งอยู่)[ก-๎]*"
    r"|นำ(?:นักเรียน|นักศึกษา|คณะ|ผู้).*|ธนาคาร(?:โรงเรียน|ขยะ|หมู่บ้าน|ชุมชน|ต้นไม้|อาหารชุมชน)"
    r"|กองทุนหมู่บ้าน(?:และชุมชนเมือง)?|สหกรณ์(?:การเกษตร)?|วิสาหกิจชุมชน|กลุ่มเกษตรกร|กลุ่มแม่บ้าน(?:เกษตรกร)?|รัฐวิสาหกิจ|ส่วนราชการ"
    r"|(?:หน่วยงาน|องค์กร|สถาน(?:ประกอบการ|ศึกษา)|โรงเรียน|โรงพยาบาล|มหาวิทยาลัย|บริษัท|ชุมชน|หมู่บ้าน|ผู้ประกอบการ|เครือข่าย|ร้าน(?:อาหาร)?)"
    r"(?:ภาครัฐ|ภาคเอกชน|ต่าง[ ]?ๆ|พันธมิตร|เครือข่าย|ทั่วประเทศ|ทุกแห่ง|คาว|หวาน|ไทย)?"
)
# กระทรวง ก |จัดพิธีมอบรางวัล
_GIVES = sought(
    r"[ ]?(?:\([^()\n]{1,60}\)[ ]?)?(?:ได้)?(?:(?:จัด(?:ให้มี)?(?:พิธี|งาน))?มอบ(?:รางวัล|โล่)|จัดประกวด|จัดการประกวด"
    r"|(?:(?:น้อมเกล้าฯ?|ทูลเกล้า(?:ฯ|ทูลกระหม่อม)?)[ ]?)?ถวาย(?:รางวัล|โล่|เหรียญ))"
)
# กรม ข คว้ารางวัล
_RECEIVES = re.compile(r"[^\n]{0,60}?(?:ได้รับ|คว้า|รับรางวัล|เข้ารับ|รับมอบ)")
# เข้าชิง |รางวัล ก · สมัครเข้ารับ|รางวัล ก · เข้าประกวดในสาย |ก
_HOPES = re.compile(r"(?:สมัคร(?:เข้า|ขอ)?รับ|เข้าชิง|เข้าประกวดใน(?:สาย|สาขา|ประเภท))[ ]?\Z")
# เข้าชิงรางวัล ก| และคว้ามาครอง: what was hoped for was won after all
_WON = re.compile(
    r"[^\n]{0,200}?(?:คว้า|ได้รับ(?!(?:การ)?(?:คัดเลือก|เสนอชื่อ|เลือกให้(?:เข้า|ไป)|เชิญ))|ชนะ|ครอง|กวาด|พิชิต|รับรางวัล|ซิว|ประกาศผล)"
)
# เป็นผู้โชคดีได้รับ|รางวัลทองคำ
_LUCKY = re.compile(r"ผู้โชคดี[ก-๎ ]{0,12}\Z")
# แก่นาย ก| ลูกค้าผู้โชคดีจากแคมเปญ ข
_LUCKY_BEHIND = re.compile(r"[ ]?(?:ซึ่ง)?(?:เป็น)?(?:ลูกค้า|สมาชิก|ผู้ใช้|ผู้ร่วมกิจกรรม)?ผู้โชคดี(?!ที่สุด)")
# มอบโล่|ขอบคุณวิทยากรแก่|นาย ก; ถ้วยรางวัล|ได้รับการสนับสนุนจาก|บริษัท ข: thanks, and who pays for the prizes
_THANKED = re.compile(
    r"(?:(?:โล่|เกียรติบัตร|ประกาศนียบัตร|วุฒิบัตร|เกียรติคุณ|ใบประกาศ|ที่ระลึก)(?:และ)?(?:เพื่อ|แสดงความ|การ|คำ){0,3}ขอบคุณ"
    r"(?:(?!รางวัล|ได้รับ|ชนะ|ดีเด่น|มอบ|โล่|เกียรติบัตร)[^\n]){0,140}?(?:แก่|ให้|กับ)"
    r"|(?:รางวัล|ถ้วย|โล่|ชนะเลิศ|อันดับ[ ]?\d)(?:ได้)?รับการสนับสนุนจาก(?:ทาง)?)"
    r"(?:(?!รางวัล|ได้รับ|ชนะ|คว้า|มอบ|โล่|เกียรติบัตร)[^\n]){0,120}\Z"
)
# มอบเกียรติบัตร|ขอบคุณวิทยากร: what such a plaque is called
_THANKS = re.compile(r"(?:โล่|เกียรติบัตร|ประกาศ(?:เกียรติคุณ|นียบัตร))?(?:แสดงความ)?ขอบคุณ")
# ผู้ทำคุณประโยชน์ให้กับ|กรม ก: what the prize is for
_FOR_WHOM = re.compile(r"(?:(?:ประโยชน์|คุณูปการ|ชื่อเสียง)(?:ให้|แก่|กับ|ต่อ)+|รับใช้(?:พี่น้อง)?ประชาชน[ ]?และ)[ ]?\Z")
# มอบนโยบายการดำเนินงานแก่|กรม ก: what is handed over is no prize
_GIVEN_ELSE = re.compile(
    r"(?:นโยบาย|โอวาท|กำลังใจ|คำแนะนำ|แนวทาง|ข้อเสนอแนะ|ทุนการศึกษา|ถุงยังชีพ|สิ่งของ|เงินช่วยเหลือ|ความรู้|ของที่ระลึก)"
    r"(?:(?!รางวัล|โล่|เกียรติบัตร)[ก-๎ ]){0,30}(?:แก่|ให้|กับ)+[ ]?\Z"
)
# ขอเชิญร่วมโหวตให้|นาย ก คว้ารางวัล ข: who is to win it
_CHEERED = re.compile(r"(?:เชิญ|ชวน|อย่าลืม)[ก-๎ ]{0,24}?(?:โหวต|เชียร์|ส่งแรงใจ|ส่งกำลังใจ|ให้กำลังใจ)[ก-๎ ]{0,24}\Z")
# ส่งกำลังใจให้นาย ก| หลังคว้ารางวัล ข: who has won it before
_HAS_WON = re.compile(
    r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:(?:หลัง(?:จาก)?|ที่|ซึ่ง)(?:เพิ่ง|สามารถ|ได้){0,2}(?:ได้รับ|รับ|คว้า|ชนะ|ครอง|ซิว)"
    r"|เจ้าของ|ผู้(?:คว้า|ได้รับ|ชนะ))"
)
# เสวนาหัวข้อ “|เส้นทางสู่|รางวัล ก” โดยนาย ข: what is spoken about
_TOPIC = re.compile(r"(?:หัวข้อ|เรื่อง|หลักสูตร)[ ]?(?:“[^”\n]{0,44}|\"[^\"\n]{0,44}|‘[^’\n]{0,44})\Z")
# ชั้นเหรียญทอง|ดิเรกคุณาภรณ์: royal decorations; อันดับ 1 |เรื่อง…: what was read most
_DECORATION = re.compile(r"[ ]?(?:ดิเรกคุณาภรณ์|ช้างเผือก|มงกุฎไทย|จุลจอมเกล้า)")
# |อันดับที่ 7 : ก|, where nothing in the article tells of a prize or a contest
_RANKS_NEWS = re.compile(r"(?:อันดับ|ลำดับ)(?:ที่)?[ ]?\d{1,3}[ ]?(?:[:：]|เรื่อง|ข่าว)")
_CONTESTED = re.compile(r"รางวัล|ประกวด|แข่งขัน|ชนะเลิศ|แชมป์|เหรียญ|โล่|[Aa]ward|[Pp]rize|[Rr]anking")
_STORY = re.compile(r"[ ]?(?:เรื่อง|ข่าว)")
# ความได้เปรียบในการแข่งขัน (|Competitive Advantage
_RIVALRY = re.compile(r"(?:ความสามารถ|ศักยภาพ|ได้เปรียบ)[ก-๎ ]{0,10}การแข่งขัน[ ]?\(\Z")
# ประกวด|ชุมชนอุดมสุข: the word before what a contest is for
_OF_CONTEST = re.compile(r"^(?:โครงการ)?(?:การ)?(?:ประกวด|คัดเลือก)(?:โครงการ)?[ ]?")
# หมู่บ้านรักษาศีล| 5
_NUMBERED = re.compile(r"[ ]?\d{1,2}")
# งานประกาศ|รางวัลนานาชาติ 3 เทศกาล: no name; what is given as thanks
_NO_NAME = re.compile(r"รางวัลนานาชาติ(?:[ ]\d+[ ][ก-๎]{2,12})?|(?:รางวัล[ ]?)?(?:Token|Certificate) of Appreciation")
# … จำนวน 6 ราย ได้แก่|, of those who leave the service: มอบโล่แก่ผู้ที่จะเกษียณอายุราชการ
_RETIRES = re.compile(r"(?:โล่|เกียรติบัตร|เกียรติคุณ|ที่ระลึก|เข็ม)[^\n]{0,40}?(?:แก่|ให้)[^\n]{0,30}?เกษียณ(?:(?!รางวัล)[^\n])*\Z")
_RETIRED = 300
# กรม ก … เข้ารับรางวัล|จากกรม ก: who gives it
_FROM_ITSELF = 250
_PRIZE = ("รางวัล", "โล่")
# ……………⏎|กลุ่มประชาสัมพันธ์ สำนักโฆษก⏎: who has written the news
_SIGNS = re.compile(r"[….*_=–—-]{5,}[ ]*\n\s*\Z")
_SIGNATURE = 60
# อันดับ 1 จีน |อันดับ 2 อิหร่าน: the nations of a table of medals
_TABLE = re.compile("ตาราง|เหรียญรวม")
_NATION = re.compile(rf"(?:ประเทศ)?(?:{COUNTRIES})")
# honours that stand behind a name as its title
_TITLE = re.compile(r"ศิลปินแห่งชาติ")
# นาย ก ศิลปินแห่งชาติ ได้แก่|: who follows has it all the same, but for a year's number
_NAMES = re.compile(r"ได้แก่|ให้|แก่|ดังนี้|ประกอบด้วย|คือ|จำนวน|(?<!\d)\d{1,3}(?!\d)|\n|[:：]")
# ขับร้องเพลงโดย|ศิลปินแห่งชาติ ได้แก่ นาย ก: who sings
_DOES = re.compile(r"(?:โดย|ร่วมกับ|เชิญ)[ ]?(?:เหล่า)?\Z")

# what tells beside a title that it is conferred
_CONFERRED = re.compile(r"รับ|ยกย่อง|เชิดชู|คัดเลือก|ประกาศ|มอบ|เป็น|รางวัล|ยินดี")


def mark_no_winners(conferrals: list[ConferralFound], findings: Findings) -> list[ConferralFound]:
    """The conferrals but those of no winner; one whose work is only put up for the prize is told as nominated.

    Args:
        conferrals: what the article tells, merged.
        findings: what matching found.
    """
    givers = _givers(findings)
    kept = []
    for conferral in conferrals:
        award = conferral.fields["award"]
        before = findings.text[max(0, award.start - 30) : award.start] if award is not None else ""
        hopes = award is not None and _HOPES.search(before) is not None and _is_hoped_for(conferral, award, findings.text)
        if hopes or _is_cheered(conferral, findings.text):
            conferral.status = "nominated"
        elif _LUCKY.search(before) or _is_lucky(conferral, findings.text):
            conferral.status = "drawn_by_lot"
        elif is_only_mentioned(conferral, findings.text) or _is_no_winner(conferral, findings, givers):
            continue
        kept.append(conferral)
    few = len(kept) <= 1 or (len(kept) <= _FEW and all(map(_is_weak, kept)))
    return [] if few and all(_is_stray(conferral, findings.text) for conferral in kept) else kept


# what tells of a prize beside a name, and characters before the name and behind it within which it does
_PRIZED = re.compile(r"รางวัล|โล่|ชนะ(?!ใจ)|เหรียญ|คว้า|แชมป์|ยกย่อง|เชิดชู|[Aa]ward|AWARD|[Pp]rize|PRIZE|[Ww]inner")
_BESIDE_BEFORE, _BESIDE_BEHIND = 120, 60
# characters between the award's name and a winner beyond which it stands in news of other things
_FAR = 600
# conferrals of an article up to which they may be things listed by the way, where only their place makes them names
_FEW = 8


def _is_weak(conferral: ConferralFound) -> bool:
    """Whether only its place makes a winner's name known as one: ได้แก่ ปลูกปลอดภัย ปลูกประณีต."""
    winner = conferral.fields["recipient"] or conferral.fields["work"]
    return winner is not None and winner.rule.startswith(("party.", "place.", "person.pair", "work.listed"))


def _is_stray(conferral: ConferralFound, text: str) -> bool:
    """Whether no verb tells of a conferral, its award is named far off, and nothing beside its winner tells of a prize."""
    winner = conferral.fields["recipient"] or conferral.fields["work"]
    if winner is None or conferral.cue is not None or conferral.rule == "conferral.subject":
        return False
    if conferral.rule == "conferral.list" and winner.rule.startswith("person"):
        return False  # the rest of a roll of winners that was not read
    level = conferral.fields["level"]
    if level is not None and level.rule == "level.ranking":
        return False  # a row of a ranking says itself what it is
    award = conferral.fields["award"]
    if award is None or (award.start - winner.end <= _FAR and winner.start - award.end <= _FAR):
        return False
    return _PRIZED.search(text, max(0, winner.start - _BESIDE_BEFORE), winner.end + _BESIDE_BEHIND) is None


def _is_hoped_for(conferral: ConferralFound, award: Span, text: str) -> bool:
    """Whether a prize that somebody hopes for is not told to be won after all, behind it or in another line."""
    winner = conferral.fields["recipient"] or conferral.fields["work"]
    if winner is None or _WON.match(text, award.end) is not None:
        return False
    return "\n" not in text[min(award.start, winner.start) : max(award.end, winner.end)]


def _is_no_winner(conferral: ConferralFound, findings: Findings, givers: set[str]) -> bool:
    recipient, award = conferral.fields["recipient"], conferral.fields["award"]
    text = findings.text
    level = conferral.fields["level"]
    if award is None and level is not None and _RANKS_NEWS.match(text, level.start) and _CONTESTED.search(text) is None:
        return True
    if recipient is None:
        return _is_prize_itself(conferral, text)
    name = text[recipient.start : recipient.end]
    if _gives_or_signs(recipient, text) or _RETIRES.search(text, max(0, recipient.start - _RETIRED), recipient.start):
        return True
    placed = level is not None and level.rule == "level.place" and award is not None
    if placed and _NATION.fullmatch(name) and _TABLE.search(text, max(0, recipient.start - _FROM_ITSELF), recipient.start):
        return True
    if level is not None and (_DECORATION.match(text, level.end) or (award is None and _STORY.match(text, level.end))):
        return True
    if award is not None and (
        _NO_NAME.fullmatch(text, award.start, award.end)
        or _RIVALRY.search(text, max(0, award.start - 40), award.start)
        or _TOPIC.search(text, max(0, award.start - 60), award.start)
    ):
        return True
    if _FOR_WHOM.search(text, max(0, recipient.start - 24), recipient.start):
        return True
    if _GIVEN_ELSE.search(text, max(0, recipient.start - 60), recipient.start) or _is_thanked(award, recipient, text):
        return True
    contested = "" if award is None else _OF_CONTEST.sub("", text[award.start : award.end])
    if contested == name or (contested.startswith(name) and _NUMBERED.fullmatch(contested, len(name)) is not None):
        return True  # ประกวดชุมชนอุดมสุข, of which each is a ชุมชนอุดมสุข
    if _KIND.fullmatch(name) or (recipient.rule.startswith("organisation") and name in givers):
        return True
    return award is not None and _TITLE.match(text, award.start) is not None and _is_title(award, recipient, findings)


def _is_cheered(conferral: ConferralFound, text: str) -> bool:
    """Whether readers are called to vote for somebody: ขอเชิญร่วมโหวตให้|นาย ก คว้ารางวัล ข."""
    recipient = conferral.fields["recipient"]
    if recipient is None or _HAS_WON.match(text, recipient.end) is not None:
        return False
    return _CHEERED.search(text[max(0, recipient.start - 60) : recipient.start]) is not None


def _is_lucky(conferral: ConferralFound, text: str) -> bool:
    """Whether a winner is told to have been lucky: มอบรางวัลรถยนต์แก่นาย ก| ผู้โชคดีจาก…."""
    recipient = conferral.fields["recipient"]
    return recipient is not None and _LUCKY_BEHIND.match(text, recipient.end) is not None


# characters before a name within which a plaque of thanks, or the prize that its bearer pays for, is named
_THANKED_NEAR = 220


def _is_thanked(award: Span | None, recipient: Span, text: str) -> bool:
    """Whether who is named is only thanked, or pays for the prizes."""
    if award is not None and _THANKS.match(text, award.start) is not None:
        return True
    if RECEIVES.match(text, recipient.end) is not None:
        return False  # มอบโล่ขอบคุณแก่วิทยากร และโรงเรียน ก |ได้รับรางวัล ข
    start = max(0, recipient.start - _THANKED_NEAR)
    words = text[start : recipient.start]
    return ("ขอบคุณ" in words or "รับการสนับสนุนจาก" in words) and _THANKED.search(words) is not None


def _is_prize_itself(conferral: ConferralFound, text: str) -> bool:
    """Whether the only winner is a project that bears the prize's name: โครงการเพชรริมธาร ปี 2563."""
    award, work = conferral.fields["award"], conferral.fields["work"]
    if award is None or work is None or work.rule != "work.project":
        return False
    core = core_of(text[award.start : award.end])
    return len(core) > _SHORT and core in text[work.start : work.end]


_SHORT = 6


def _gives_or_signs(recipient: Span, text: str) -> bool:
    """Whether a body is told to be whom the prize comes from, or only signs the news."""
    if not recipient.rule.startswith("organisation"):
        return False
    name = text[recipient.start : recipient.end]
    end = text.find("\n", recipient.end)
    end = min(len(text) if end < 0 else end, recipient.end + _FROM_ITSELF)
    again = max(text.find(f"จาก{name}", recipient.end, end), text.find(f"จาก {name}", recipient.end, end))
    if again > 0 and any(word in text[recipient.end : again] for word in _PRIZE):
        return True
    line = text.rfind("\n", 0, recipient.start) + 1
    return recipient.start - line <= _SIGNATURE and _SIGNS.search(text, max(0, line - _SIGNATURE), line) is not None


# characters beside a title within which words may tell that it is conferred there
_NEAR = 80
# characters before a winner within which a title stands that he is told behind
_BEHIND = 160


def _is_title(award: Span, recipient: Span, findings: Findings) -> bool:
    """Whether an honour only stands with a name, for its title: นาย ก |ศิลปินแห่งชาติ สาขา ข นาย ค · นาย ก (ศิลปินแห่งชาติ)."""
    text = findings.text
    start, end = award.start, award.end
    for title in _TITLE.finditer(text, max(0, recipient.start - _BEHIND), recipient.start):
        start, end = title.span()  # the award's name may be the one that the article writes first
    if text.startswith("(", start - 1) and text.startswith(")", end):
        return True
    if recipient.start >= end and _DOES.search(text, max(0, start - 16), start) is not None:
        return True
    named = [party for party in findings.parties if party.kind == "person" and 0 <= start - party.name.end <= 1]
    if not named:
        return False
    if recipient.start >= end:
        return _NAMES.search(text, end, min(recipient.start, end + _NEAR)) is None
    around = text[max(0, named[0].start - _NEAR) : end + _NEAR]
    return recipient.end >= named[0].name.end and _CONFERRED.search(around) is None


def _givers(findings: Findings) -> set[str]:
    """Names of bodies that are told to give prizes and never to receive any."""
    give: set[str] = set()
    others: list[tuple[str, int]] = []
    for party in findings.parties:
        if party.kind != "organisation":
            continue
        name = findings.text[party.name.start : party.name.end]
        if _GIVES.match(findings.text, party.end):
            give.add(name)
        else:
            others.append((name, party.end))
    return give.difference(name for name, end in others if name in give and _RECEIVES.match(findings.text, end))
