"""Who or what only stands beside a prize: a body whose members have won it, who takes a cup to hand it on, a tale's hero."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.assemble.conferral import ConferralFound
    from extractor.document import Span

# ยินดีกับ|สมาชิก|สหกรณ์ ก ที่ได้รับรางวัล, and nobody of them is named
_MEMBERS_OF = re.compile(r"(?:(?<![ก-๎])|เป็น|กับ|แก่|ให้|ของ|มี)(?:สมาชิก|ลูกค้า|คู่ค้า)(?:ของ|ใน)?[ ]?\Z")
_MEMBERS_NEAR = 24
# มอบถ้วยรางวัลให้นาย ก นายอำเภอ ข |เพื่อนำไปมอบให้แก่ทีมที่ชนะ
_TO_HAND_ON = re.compile(
    r"(?:(?!รางวัล|ได้รับ)[^\n]){0,60}?(?:เพื่อ(?:ใช้|นำไป|เตรียม|มอบ){0,3}(?:เป็นรางวัล|มอบ(?:เป็นรางวัล)?)[ ]?(?:ให้|แก่|กับ|สำหรับ|ใน)"
    r"(?:กับ|แก่)?+(?![ ]?(?:การ(?!แข่ง|ประกวด)|ความ|คน(?:ดี|ทำ)|ผู้(?:ทำ|เสียสละ)|ชีวิต))"
    r"|(?:สำหรับ|เพื่อ)(?:นำไป)?(?:ใช้)?(?:มอบ|เป็นรางวัล|ชิง)?ใน(?:การ)?แข่งขัน)"
)
# นาย ก อธิบดีกรม ข |เบิกผู้เข้ารับรางวัล: whose office it is to call the winners up, or to tell of the ceremony
_OFFICIATES = re.compile(
    r"(?:[ ](?:(?!รางวัล|ได้|รับ|คว้า|นาย(?!ก)|นาง)[^\n,;:]){2,80}?)?[ ]*(?:เป็น)?(?:ผู้)?"
    r"(?<!และ)(?:กราบ(?:บังคม)?ทูล)?(?:เบิก(?:ตัว)?(?:ผู้|คณะ|นาย|นัก)|(?:กล่าว)?รายงาน(?:วัตถุประสงค์|ความเป็นมา|การจัด|ต่อ|ถึง)|กล่าว(?:รายงาน|ต้อนรับ))"
)
# หนังสือ “ก” |เล่าเรื่องนักวิทยาศาสตร์ผู้|ได้รับรางวัล: a tale's hero, of whom nothing but what he is is told
_TALE = re.compile(
    r"(?:เล่าเรื่อง(?:ราว)?|เรื่องราว|ว่าด้วย(?:เรื่อง)?|รับบท(?:เป็น)?|สวมบท(?:เป็น)?|บทบาท(?:ของ)?)"
    r"(?:ของ)?(?:(?!จน|ซึ่ง|และ|ล่าสุด)[ก-๎ ]){0,50}?(?:ผู้|ที่|อดีต)(?:เคย|เพิ่ง|สามารถ|ได้|รับ|คว้า|[ ]){0,6}\Z"
)
_HERO = re.compile(
    r"(?:เล่าเรื่อง(?:ราว)?|รับบท(?:เป็น)?|สวมบท(?:เป็น)?|ว่าด้วยเรื่อง)(?:(?!ได้รับ|ล่าสุด|นำแสดง)[^\n]){0,120}?"
    r"อดีต(?:แชมป์|ผู้[ก-๎]{1,12}|เจ้าของ)?\Z"
)
_WHO, _TALE_NEAR = "ผู้", 140
# ได้รับการคัดเลือกเป็น|ผู้แทนประเทศไทยเข้าร่วมโครงการ|รางวัล ก ได้แก่ …: who may win
_DELEGATES = re.compile(
    r"(?:เป็น)?(?:ผู้แทน|ตัวแทน)(?:(?!รับ|คว้า|ได้|ชนะ|ครอง)[^\n]){0,60}?"
    r"(?:เข้าร่วม|ร่วม|เข้า|สมัคร|ส่ง|ไป)(?:(?!รับ|คว้า|ได้|ชนะ|ครอง)[^\n]){0,40}"
)
# ได้รับการจัด|อันดับเครดิต|องค์กรที่ระดับ A+
_CREDIT = re.compile(r"(?:อันดับ|เรตติ้ง)?(?:เครดิต(?!ยูเนี่ยน)|ความน่าเชื่อถือ|[Rr]ating)[^\n]{0,40}?(?:ระดับ|ที่|เป็น|เท่ากับ)[ ]?[“\"]?\Z")
# ได้รับ Certification |ในระดับ |Platinum
_CERTIFIED = re.compile(r"(?:Certificat(?:ion|e)s?|ใบรับรอง(?:มาตรฐาน)?)[ ]?(?:ใน|ระดับ|[ ]){0,4}\Z")
# จาก Federation of Inventors |: |IFIA: who gives it, in short
_GIVER_IN_SHORT = re.compile(r"จาก[ ]?[A-Z][A-Za-z.,&’' -]{6,100}[ ]?[:：(][ ]?\Z")
# ทีม ก |ซึ่งเป็น|แชมป์ประเทศไทย คว้าอันดับที่ 8: what the winner is called by, and no prize of this contest
_CALLED = re.compile(r"(?:ซึ่งเป็น|อดีต|(?<!ด้วย)ดีกรี)(?:อดีต)?\Z")
_TITLE_AHEAD = 16
# นาย ก ได้รับเลือกตั้ง ด้วยคะแนน 500 คะแนน |อันดับ 2| นาย ข ได้ 300 คะแนน
_VOTES = re.compile(r"[^\n]{0,80}?(?:\d[ ]?(?:คะแนน|เสียง)|ร้อยละ[ ]?\d|\d[ ]?%)")
_ELECTED = re.compile(r"เลือกตั้ง|โพล|ผลสำรวจ|แบบสอบถาม")
# ในงาน ก อวอร์ด |มีนักแสดงร่วมเดินพรมแดง อาทิ| นาย ข: who is there, and has won nothing
_ATTENDED = re.compile(
    r"(?:ร่วม(?:เดินพรมแดง|งาน|แสดงความยินดี|เป็นเกียรติ|เป็นสักขีพยาน|ให้การต้อนรับ)|มาร่วม|เดินพรมแดง|เข้าร่วม(?:งาน|พิธี|ประชุม|รับฟัง)"
    r"|พิธีกร|แขกรับเชิญ|วิทยากร|กรรมการตัดสิน)[^\n]{0,60}?(?:อาทิ|ได้แก่|นำโดย|เช่น|ประกอบด้วย|คือ|:)"
)
_WINS = re.compile(r"ได้รับ|คว้า|ชนะ(?!ใจ)|รับ(?:มอบ)?(?:รางวัล|โล่)|ชมเชย|เหรียญ|อันดับ(?:ที่)?[ ]?\d|เจ้าของรางวัล|มอบ(?:รางวัล|โล่|ให้|แก่)")
_LIST = 300
# ประกาศรายชื่อ 14 นักกีฬาทีมชาติ ชุดลุย|ศึกชิงแชมป์โลก| ได้แก่ นาย ก: who will play
_SQUAD = re.compile(
    r"(?:รายชื่อ|ประกาศ|เรียกตัว|เรียก|เผย|ส่ง)[^\n]{0,40}?(?:นัก(?:กีฬา|เตะ|ตบ|วิ่ง|ว่าย|ชก|แบด|กอล์ฟ)|แข้ง|ผู้เล่น|ขุนพล|ทีมชาติ)"
    r"(?:(?!ได้รับ|คว้า|ชนะ|แชมป์|ยอดเยี่ยม|ดีเด่น|รางวัล)[^\n]){0,60}\Z"
)
_CONTEST = re.compile(r"แข่ง|ชิง|แชมป์|เกมส์|โอลิมปิก|คัพ|ลีก|Games|Cup|Open|Championship|League|Olympic")
_ROLL = re.compile(r"(?:(?!ได้รับ|คว้า|ชนะ|เหรียญ)[^\n]){0,60}?(?:ได้แก่|ประกอบด้วย|ดังนี้|นำโดย|คือ|:)")
_AFTER, _BEFORE = 140, 200


def is_only_mentioned(conferral: ConferralFound, text: str) -> bool:
    """Whether a conferral's only winner stands beside the prize for another reason than that it was won.

    Args:
        conferral: one that has been read, with its fields.
        text: the clean text.
    """
    winner = conferral.fields["recipient"] or conferral.fields["work"]
    if winner is None:
        return False
    return (
        _stands_for_members(conferral, winner, text)
        or _hands_on(conferral, winner, text)
        or _is_of_tale(conferral, winner, text)
        or _is_rated(conferral, text)
        or _is_called(conferral, text)
        or _is_delegate(conferral, winner, text)
        or _is_there(conferral, winner, text)
        or _is_voted_for(conferral, winner, text)
        or _GIVER_IN_SHORT.search(text, max(0, winner.start - 120), winner.start) is not None
    )


def _stands_for_members(conferral: ConferralFound, winner: Span, text: str) -> bool:
    award = conferral.fields["award"]
    if award is None or award.start < winner.end or not winner.rule.startswith("organisation"):
        return False
    return _MEMBERS_OF.search(text, max(0, winner.start - _MEMBERS_NEAR), winner.start) is not None


def _hands_on(conferral: ConferralFound, winner: Span, text: str) -> bool:
    """Whether somebody takes a prize that another will win, or calls up those who have won it."""
    if winner.rule.startswith(("work", "place")):
        return False
    award = conferral.fields["award"]
    given = award is not None and award.start < winner.start and "\n" not in text[award.start : winner.start]
    if given and _TO_HAND_ON.match(text, winner.end, winner.end + _AFTER) is not None:
        return True
    return (
        winner.rule.startswith(("person", "party.position"))
        and _OFFICIATES.match(text, winner.end, winner.end + _AFTER) is not None
    )


def _is_of_tale(conferral: ConferralFound, winner: Span, text: str) -> bool:
    """Whether the prize is what a tale's hero has, and the tale or who plays in it is taken for the winner."""
    told = [span.start for name in ("award", "level", "category") if (span := conferral.fields[name]) is not None]
    if not told:
        return False
    at = min(told)
    if winner.start > at:
        return _HERO.search(text, max(0, at - _TALE_NEAR), at) is not None
    at = min(at, conferral.cue.start) if conferral.cue is not None else at
    if winner.end > at or not winner.rule.startswith("work"):
        return False
    at += len(_WHO) * text.startswith(_WHO, at)
    return _TALE.search(text, max(winner.end, at - _TALE_NEAR), at) is not None


def _is_rated(conferral: ConferralFound, text: str) -> bool:
    """Whether what was won is how sure it is that a body pays its debts, or the grade of a certificate."""
    level = conferral.fields["level"]
    if level is None:
        return False
    if _CERTIFIED.search(text, max(0, level.start - 40), level.start) is not None:
        return True
    return conferral.fields["award"] is None and _CREDIT.search(text, max(0, level.start - 80), level.start) is not None


def _is_called(conferral: ConferralFound, text: str) -> bool:
    """Whether a champion's title only says who somebody is who has come in elsewhere, at a contest named further on."""
    level, award = conferral.fields["level"], conferral.fields["award"]
    if level is None or level.rule != "level.champion" or (award is not None and 0 <= award.start - level.end <= _TITLE_AHEAD):
        return False
    return _CALLED.search(text, max(0, level.start - 20), level.start) is not None


def _is_delegate(conferral: ConferralFound, winner: Span, text: str) -> bool:
    """Whether those who are listed have been chosen to stand for others at a prize that is named behind: no more than that."""
    cue, award = conferral.cue, conferral.fields["award"]
    if cue is None or award is None or not cue.end <= award.start < winner.start:
        return False
    return _DELEGATES.fullmatch(text, cue.end, award.start) is not None


def _is_there(conferral: ConferralFound, winner: Span, text: str) -> bool:
    """Whether the list in which somebody stands is of those who came to a ceremony, or of those who will play."""
    award = conferral.fields["award"]
    if award is None or not award.end <= winner.start <= award.end + _LIST or "\n" in text[award.end : winner.start]:
        return False
    if _ATTENDED.search(text, award.end, winner.start) and _WINS.search(text, award.end, winner.start) is None:
        return True
    ranked = any(conferral.fields[name] is not None for name in ("level", "category", "work"))
    if ranked or _CONTEST.search(text, award.start, award.end) is None:
        return False
    called = _SQUAD.search(text, max(text.rfind("\n", 0, award.start) + 1, award.start - _BEFORE), award.start)
    return called is not None and _ROLL.match(text, award.end, winner.start) is not None


def _is_voted_for(conferral: ConferralFound, winner: Span, text: str) -> bool:
    """Whether a place is that of a candidate in an election or of an answer in a poll."""
    level = conferral.fields["level"]
    if level is None or level.rule != "level.place" or conferral.fields["award"] is not None:
        return False
    around = text[max(0, level.start - _BEFORE) : level.start]
    return _ELECTED.search(around) is not None and _VOTES.match(text, max(level.end, winner.end)) is not None
