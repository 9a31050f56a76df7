"""Stages told only as where a prize was won: the place or the days of a contest that stand right behind its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.ceremony_organiser import named_organiser
from extractor.assemble.ceremony_parts import Scope, venue_in
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings
    from extractor.document import Span
    from extractor.match.label import Label

# คว้ารางวัลจากเวที| · ชนะการแข่งขัน| · เหรียญทองในงาน| “… · แข่งขัน … ในรายการ|
_WON_AT = re.compile(
    r"""
    (?: รางวัล | เหรียญ | ชนะ(?:เลิศ)? | แชมป์ | คว้า | แข่งขัน | ประกวด ) [^\n]{0,90}?
    (?: เวที | (?<!จัด)งาน | รายการ | การแข่งขัน | การประกวด | ชนะ(?:เลิศ)? | โครงการ ) [^\n]{0,70} $
    """,
    re.VERBOSE,
)
# คว้าแชมป์โลก รุ่นเยาวชน มาจาก| … · ผงาดแชมป์ … ในรอบชิง| … · รู้ผลกันแล้วสำหรับเวที| …
_WINS = re.compile(
    r"""
    (?: คว้า | ซิว | กวาด | ครอง | ผงาด | ได้(?:รับ)? | เป็น | รางวัล ) [^\n]{0,40}?
    (?: แชมป์ | ชนะเลิศ | เหรียญ | ถ้วย | รางวัล ) [^\n]{0,110} $
    | (?: รู้ผล | ส่วนผล | สรุปผล | ผล(?:การ)? | ปิดฉาก | จบ(?:ลง)? ) [^\n]{0,60} $
    """,
    re.VERBOSE,
)
# เชิญร่วม|การแข่งขัน …, รับสมัคร … ใน|การแข่งขัน …: it is still to come
_CALLS = re.compile(
    r"(?:เชิญ|รับสมัคร|สมัคร|แถลงข่าว|เตรียม|เปิดตัว|ผ่านเข้า|เข้าชิง|จะ(?:จัด|มี|ไป|เข้า)|(?:ตัว|ผู้)แทน[^\n]{0,30}(?:ไป|เข้า))[^\n]{0,70}$"
)
# |รางวัลด้านภาษาอื่น ๆ: what a prize is of, and no contest
_ONE_OF_MANY = re.compile(r"(?:โล่)?รางวัล(?![ ]?[“\"]?[A-Z])")
# การแข่งขัน … จบลงที่ไบเทค …| โดย นาย ก คว้าแชมป์
_WON = re.compile(
    r"ปราก[ฏฎ](?:ผล)?ว่า|ได้รับ(?:รางวัล|เหรียญ)|คว้า|ผงาด|(?<!ชิง)(?<!รอบ)(?<!รางวัล)ชนะเลิศ[ ]*(?:ได้แก่|คือ|เป็นของ|:|คุ้ม|ทีม|นาย|นาง)"
)
# which year, number or reach of a contest is meant: … Inventions| 2022 (SIIF 2022)
_WHICH = r"""[”"’)] | \d{4} | ครั้งที่[ ]?\d{1,3} | (?:ประจำ)?ปี(?:การศึกษา)?[ ]{0,3}(?:[พค]\.ศ\.[ ]?)?\d{4}
            | \([^()\n]{1,70}\) | ระดับ[ก-๎]{3,16}"""
# … Inventions 2022 (SIIF 2022)| ณ กรุงโซล · … ระดับนานาชาติ| ที่เมืองดอร์ทมุนด์ · … ซึ่งจัดขึ้น| ระหว่างวันที่ 7-13 พฤษภาคม
_HELD = re.compile(
    rf"(?: [ ]{{0,3}} (?: {_WHICH}"
    r"""
            | รอบ[ ]?(?:Final|Grand[ ]Final) | (?:จบ|ปิดฉาก)(?:ลง)? | มีขึ้น | ประกาศ(?:ผล)?(?:ไป)?
            | ภาค(?:เหนือ|ใต้|กลาง|อีสาน|ตะวัน[ก-๎]{2,16}) | ในรูปแบบออนไลน์ | รอบ[ก-๎]{3,16}
            | ใน(?:ประเภท|รุ่น)[ก-๎]{3,30}(?:[ ]หรือ[ ][A-Za-z ]{3,40})? | ชิงเงินรางวัล[^\n]{3,40}?(?=[ ](?:ณ|ที่|เมื่อ|ระหว่าง)) ) ){0,6}
    [ ]? (?:(?:ซึ่ง|ที่)?[ก-๎]{0,3}(?:จัด|มี)(?:ขึ้น)?)? (?:[ ]?โดย[^\n]{3,70}?)?
    [ ]{0,3} (?= (?:ณ|ที่)[ ]?[ก-ฮเ-ไA-Z] | (?:เมื่อ|ใน)?(?:ระหว่าง|ค่ำ|คืน)?วัน(?:[ก-๎]{2,9})?(?:ที่|[ ]?\() | เมื่อ[ ]?\d )
    """,
    re.VERBOSE,
)
# … Inventions 2022| ซึ่งจัดขึ้นโดย |สมาคม ก
_RUN_BY = re.compile(
    rf"(?: [ ]? (?: {_WHICH} ) ){{0,6}} [ ]? (?:(?:ซึ่ง|ที่)[ก-๎]{{0,3}})? จัด (?:ขึ้น|งาน|ประกวด|แข่งขัน)? โดย", re.VERBOSE
)
# ส่งนักเรียนเข้าร่วม|การแข่งขัน… · เป็นตัวแทน…ไปประชันฝีมือในงาน|…: who took part, whose result is told further on
_TOOK_PART = re.compile(
    r"(?:ส่ง|เป็น(?:ตัว|ผู้)แทน|นำ(?=ทีม|นัก)|เดินทาง)[^\n]{0,120}?(?:ร่วม|เข้า|ไป|ประชัน)[ก-๎]{0,16}"
    r"(?:ใน|การ|งาน|รายการ|เวที|โครงการ)*[ ]?[“\"]?$"
)
# การประกวด ก |ผลปรากฏว่า|…, ทีมที่|ได้รับรางวัล|…: the contest's result
RESULT = re.compile(r"ปราก[ฏฎ](?:ผล)?ว่า|ได้รับ(?:รางวัล|เหรียญ)|คว้า|ชนะเลิศ")
# characters behind a contest's name within which its result is told
_RESULT_REACH = 420
# เวที|, งาน|“, สำหรับ|: what a programme's name stands behind where its night is told of
_NIGHT = re.compile(r"(?:เวที|งาน(?:ประกาศ(?:ผล)?|มอบ)?(?:รางวัล)?|สำหรับ|ผลการจัดอันดับ[^\n]{0,60}|หรือ|พิธี[ก-๎]{0,12})[ ]?[“\"‘']?[ ]?$")
# … Awards 2024| ที่เพิ่งจบลงเมื่อคืนนี้ (1 ต.ค.) · … Awards 2024| ซึ่งจะจัดขึ้นในวันเสาร์ที่ 23 พ.ย. · … 2024| ออกมาแล้วเมื่อวานนี้ (24 มิ.ย.)
_NIGHT_HELD = re.compile(
    r"""
    (?: [ ]? (?: [”"’)] | \d{4} | ครั้งที่[ ]?\d{1,3} | (?:ประจำ)?ปี[ ]?(?:[พค]\.ศ\.[ ]?)?\d{4} | \([^()\n]{1,50}\) ) ){0,5}
    (?: [^\n]{0,90}? [ก-๎ ] )??
    (?: (?:เพิ่ง|จะ)?[ก-๎]{0,6}จบ(?:ลง)? | จัด(?:ขึ้น|ไป|งาน)? | มีขึ้น | ประกาศ(?:ผล)?(?:ไป)?
      | ผ่านพ้นไป[ก-๎]{0,20} | ปิดฉาก[ก-๎]{0,12} | ออกมา )
    (?:แล้ว|ไป|ลง)* [ ]? (?:เมื่อ|ใน)[ ]? (?:ช่วง)?(?:ค่ำ|คืน|บ่าย|เช้า|กลางดึก|วาน)?(?:วานนี้|นี้|วาน)? [ ]? (?:ของ)? \(?
    (?:วัน[ก-๎ฯ]{0,12}[ ]?ที่)? [ ]? (?=\d)
    """,
    re.VERBOSE,
)
_TIME_OR_PLACE = re.compile(
    r"[ ]*(?:[,(][ ]?)?(?:เมื่อ|ใน)?(?:ระหว่าง|ช่วง|ค่ำ|คืน)?วัน(?:[ก-๎]{2,9}[ ]?)?(?:ที่(?:ผ่านมา)?[ ]?\(?|\()|[ ]*(?:เมื่อ|ระหว่าง)[ ]?"
)
# sports' matches are told of without a ceremony
_SPORT = sought(
    r"กีฬา|กรีฑา|เกมส์|ฟุตบอล|แบดมินตัน|วอลเลย์|ยกน้ำหนัก|เทนนิส|กอล์ฟ|มวย|เทควันโด"
    r"|(?<!ฟิสิกส์)(?<!เคมี)(?<!วิทยา)(?<!คณิตศาสตร์)(?<!ศาสตร์)(?<!วิชาการ)(?<!คอมพิวเตอร์)(?<!สารสนเทศ)โอลิมปิก(?!วิชา|หุ่น)"
    r"|games|sport|swimming|marathon|athletics",
    re.IGNORECASE,
)
# … ชิงแชมป์ประเทศไทย, … Cup: of a match where the article tells of sportsmen
_TITLE = sought(r"ชิงแชมป์|ลีก|championship|cup\b|open\b|masters|series|league", re.IGNORECASE)
_OF_SPORT = Words("กีฬา|นักเตะ|นักหวด|นักชก|นักวิ่ง|นักปั่น|ลูกหนัง|แข้ง|โค้ช|แมตช์|เซต|ประตู|ฝีพาย|สโมสร")
# characters around such a title within which they are told of
_AROUND = 700


def is_sport(text: str, award: Label) -> bool:
    """Whether a contest is a match or games, of which nothing is handed out that the article tells: กีฬาซีเกมส์."""
    if _SPORT.search(text, award.start, award.until) is not None:
        return True
    if _TITLE.search(text, award.start, award.until) is None:
        return False
    return _OF_SPORT.within(text, max(0, award.start - _AROUND), award.until + _AROUND)


class Stage:
    """Where and when a contest was held; `scope` is its name's place in the text."""

    __slots__ = ("award", "date", "organiser", "scope", "venue")

    def __init__(self, award: Label, scope: Scope) -> None:
        """The stage `award` with nothing told yet."""
        self.award, self.scope = award, scope
        self.date: Span | None = None
        self.venue: Span | None = None
        self.organiser: Span | None = None


def find_stages(findings: Findings, awards: list[Label]) -> Iterator[Stage]:
    """The contests at which prizes were won, each with what is told right behind its name.

    Without its days, its place or who runs it a contest is only spoken of.

    ชนะการแข่งขัน World Robot Olympiad 2022 ที่เมืองดอร์ทมุนด์ ระหว่างวันที่ 17-19 พฤศจิกายน 2565
    """
    text = findings.text
    for award in awards:
        start, end = findings.structure.line_at(award.start)
        held = _HELD.match(text, award.until, end)
        behind = held or _RUN_BY.match(text, award.until, end)
        if behind is None or is_sport(text, award):
            continue
        before = max(start, award.start - 170)
        won = _is_told_won(text, before, award, behind.end())
        if not won and (held is None or not _is_over(text, before, award, behind.end())):
            continue
        stage = Stage(award, Scope(findings, award.start, award.until, start, end))
        if held is not None:
            _tell(stage, held.end(), end)
            if stage.date is None and (stage.venue is None or not won):
                continue
        stage.organiser = named_organiser(findings, award.until, min(end, award.until + (100 if held is None else 200)))
        if held is not None or stage.organiser is not None:
            yield stage


def _is_told_won(text: str, before: int, award: Label, behind: int) -> bool:
    """Whether the words from `before` on tell of a prize won at a contest, or of one who took part, whose result follows."""
    if _WON_AT.search(text, before, award.until):
        return True
    return (
        _TOOK_PART.search(text, before, award.start) is not None
        and RESULT.search(text, behind, behind + _RESULT_REACH) is not None
    )


def _is_over(text: str, before: int, award: Label, behind: int) -> bool:
    """Whether a contest is told of as won or ended, before its name or behind `behind`, and not called for."""
    if (
        _ONE_OF_MANY.match(text, award.start)
        or text.endswith("(", before, award.start)
        or _CALLS.search(text, before, award.start)
    ):
        return False
    return _WINS.search(text, before, award.start) is not None or _WON.search(text, behind, behind + _RESULT_REACH) is not None


def find_nights(findings: Findings, awards: list[Label]) -> Iterator[Stage]:
    """The galas of which an article tells only that they are over, or when they will be.

    กับเวที Siam Drama Awards 2024 ที่เพิ่งจบลงเมื่อคืนนี้ (1 ต.ค.) ณ โรงละครริมน้ำ
    """
    text = findings.text
    for award in awards:
        if is_sport(text, award) or not _NIGHT.search(text, max(0, award.start - 80), award.start):
            continue
        start, end = findings.structure.line_at(award.start)
        held = _NIGHT_HELD.match(text, award.until, min(end, award.until + 220))
        date = (
            None if held is None else next((date for date in findings.dates if held.end() - 14 <= date.start <= held.end()), None)
        )
        if held is None or date is None or not _is_days(date):
            continue
        stage = Stage(award, Scope(findings, award.start, award.until, start, end))
        stage.date = date
        venue = venue_in(findings, date.end, min(end, date.end + 60))
        stage.venue = venue if venue is not None and venue.start - date.end < 40 else None
        stage.organiser = named_organiser(findings, award.until, min(end, date.end + 160))
        yield stage


def _tell(stage: Stage, at: int, end: int) -> None:
    """Fills in the venue and the days that stand at `at`, in either order."""
    findings = stage.scope.findings
    venue = venue_in(findings, at, min(end, at + 12))
    if venue is not None and venue.start - at < 10:
        stage.venue = venue
        at = venue.end
    for date in findings.dates:
        if date.start >= at:
            gap = _TIME_OR_PLACE.match(findings.text, at)
            if date.start < end and gap is not None and gap.end() == date.start and _is_days(date):
                stage.date = date
                at = date.end
            break
    if stage.venue is None and stage.date is not None:
        venue = venue_in(findings, at, min(end, at + 12))
        stage.venue = venue if venue is not None and venue.start - at < 10 else None


def _is_days(date: Span) -> bool:
    return isinstance(date.value, str) and len(date.value) > len("2022-09")
