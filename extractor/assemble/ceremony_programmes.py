"""Which programmes an article names where it tells of a ceremony, and which one it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.ceremony_presider import ROYAL
from extractor.match.label import Label

if TYPE_CHECKING:
    from extractor.assemble.ceremony_events import Event
    from extractor.assemble.findings import Findings

_NAMELESS = re.compile(
    r"""
    [“"]? (?:โล่)? (?:รางวัล)? [ ]? (?:อัน)?
    (?: พระราชทาน | ดีเด่น | ดี | ชนะเลิศ | ยอดเยี่ยม | เชิดชูเกียรติ | ยกย่อง(?:เชิดชู)?(?:เกียรติ)? | เกียรติยศ | เกียรติคุณ | ทั้งนี้
      | ชมเชย | สูงสุด | พิเศษ | ต่าง | ครั้งนี้ | ในครั้งนี้ | ประกาศเกียรติคุณ | การประกวด(?:แข่งขัน)? | [ก-๙]{1,3} )?
    [ฯๆ ]* [”"]?
    """,
    re.VERBOSE,
)
_CHAIN_END = re.compile(
    r"""
    โดยมี | ได้แก่ | ดังนี้ | ซึ่ง | ประกอบด้วย | ให้แก่ | เปิดเผย | กล่าว | สาขา | ประเภท | ที่ได้รับ | ระดับ | คือ | จัดโดย
    | (?<![ก-๙])ณ[ ] | ภายใต้ | ในงาน | เนื่อง | รวม
    """,
    re.VERBOSE,
)
_WEAK = frozenset({"award.plaque", "award.contest", "award.tournament"})
# จากเวที … Awards · ในงาน … · ในพิธีมอบรางวัล … · จากการประกวด | … Contest
_STAGE = re.compile(
    r"""(?: เวที(?:ประกาศ)?(?:มอบ)?(?:รางวัล)? | (?:ใน|จาก)(?:งาน|พิธี|การ)(?:ประกาศ|มอบ|ประกวด|แข่งขัน)?(?:ผล)?(?:รางวัล)? )
    [ ]? (?:\d{4}[ ])? [“"]? $""",
    re.VERBOSE,
)
_ROYAL_PRIZE = re.compile(r"[ ]?(?:รางวัล|โล่)?[ ]?(?:พระราชทาน|ประทาน)?[ ]?(?:ใน|ของ|จาก)?[ ]?")
_PRIZES = re.compile(r"รางวัล|ประกวด|Award|แชมป์|แข่งขัน")
_REACH, _BEFORE, _STAGE_REACH = 48, 250, 260
_LIST_REACH = 200
# พระราชทานโล่รางวัล ประกอบด้วย |ปราชญ์เกษตรของแผ่นดิน จำนวน 3 สาขา |เกษตรกรดีเด่นแห่งชาติ
_LISTED = re.compile(
    r"""
    (?: ประกอบด้วย | ได้แก่ | ดังนี้ | อาทิ | เช่น | จำนวน[ ]\d+[ ]?(?:สาขา|ราย|รางวัล|คน|แห่ง|กลุ่ม)[ก-๙]* | , | และ )
    [ ]* (?:\d[.)][ ]?)? [“"]? $
    """,
    re.VERBOSE,
)


def programmes(findings: Findings) -> list[Label]:
    """The award names that can be a programme's: รางวัลดีเด่น and รางวัลพระราชทาน alone name none."""
    held = {one.position.start for one in findings.people if one.position is not None}  # ศิลปินแห่งชาติ สาขาทัศนศิลป์, who judges
    return [
        label
        for label in findings.labels
        if label.kind == "award"
        and label.start not in held
        and label.rule != "award.tournament"
        and (label.row is not None or _NAMELESS.fullmatch(findings.text, label.start, label.end) is None)
    ]


def key_of(findings: Findings, award: Label) -> str:
    """What is the same for every mention of one programme."""
    if award.row is not None:
        return award.row.id
    return re.sub(r"[\s“”\"‘’'()]+|^(?:โล่)?รางวัล|^การ(?=ประกวด|แข่งขัน)", "", findings.text[award.start : award.end]).lower()


def main_programme(findings: Findings, awards: list[Label]) -> Label | None:
    """The programme that the article is about: named in its headline, else the one named most."""
    title_end = findings.title.end if findings.title is not None else 0
    votes: dict[str, int] = {}
    first: dict[str, Label] = {}
    for award in awards:
        key = key_of(findings, award)
        votes[key] = votes.get(key, 0) + (3 if award.start < title_end else 1) + (1 if award.row is not None else 0)
        first.setdefault(key, award)
    return first[max(votes, key=lambda key: votes[key])] if votes else None


def programmes_of(findings: Findings, event: Event, awards: list[Label], main: Label | None) -> list[Label]:
    """The programmes of an event: those in a row behind its words, else the one before them, else the article's own.

    พิธีมอบรางวัลโรงงานคู่ชุมชน และรางวัลนิคมน่าอยู่ → รางวัลโรงงานคู่ชุมชน, รางวัลนิคมน่าอยู่
    """
    if not awards:
        return _described(findings, event)
    named = _behind(findings, event, awards)
    if event.kind == "receive":
        royal = "พระราชทาน" in findings.text[event.start : event.end]
        return _stage_of(findings, event, awards) or (named if royal else named[:1]) or _ahead(findings, event, awards, main)
    if len(named) > 1:
        first = named[0]
        named = [
            award
            for before, award in zip([None, *named], named, strict=False)
            if award.rule not in _WEAK or _is_joined(findings.text, before, award)
        ] or named[:1]
        if named[0] is not first and first.rule == named[0].rule == "award.contest":
            named.insert(0, first)
    if not named and event.kind == "announce" and findings.text.startswith("รางวัล", event.end):
        named = _described(findings, event)
    another = named[:1] and event.kind == "present" and _is_another(findings.text, event, named[0])
    if main is not None and main.row is not None and not another and all(award.row is None for award in named):
        known = [award for award in awards if award.row is main.row and event.line[0] <= award.start < event.line[1]]
        named = known[:1] or named
    named = named or _ahead(findings, event, awards, main)
    if named or main is None:
        return named
    if event.kind in {"present", "announce"} and main.start < event.line[1]:
        return [main]
    if event.kind == "contest" and _PRIZES.search(findings.text, max(event.line[0], event.start - 160), event.start):
        return [main]
    return []


def _is_another(text: str, event: Event, award: Label) -> bool:
    """Whether a programme with a name of its own is what is handed out: มอบ|รางวัลพื้นที่ต้นแบบดีเด่นแห่งชาติ."""
    whole = award.rule not in _WEAK and award.end - award.start > _SHORTEST_NAME
    return whole and award.start < event.end and _ONE_PRIZE.search(text, award.start, award.end) is None


# การประกวดผ้าไหม และ|การประกวดผ้าฝ้าย
_AND_CONTEST = re.compile(r"(?:และ|พร้อมทั้ง)(?:รางวัล)?[ ]?(?=การประกวด|การแข่งขัน)")


# รางวัลคนดีศรีเมือง และรางวัลชนะเลิศ|การประกวดผ้าฝ้าย
_PRIZE_OF = re.compile(r"(?<=[ ,ะี์ด])(?:และ)?รางวัล(?:ชนะเลิศ)?(?:ใน)?[ ]?$")
_NEXT_CONTEST = re.compile(r"[ ,]{1,3}(?:และ)?|และ[ ]?")


def _is_joined(text: str, before: Label | None, award: Label) -> bool:
    """Whether a contest goes on with a row: การประกวดผ้าไหม และ|การประกวดผ้าฝ้าย, รางวัล ก และรางวัล|การประกวดผ้าฝ้าย."""
    if _AND_CONTEST.search(text, max(0, award.start - 14), award.start + 12):
        return True
    if award.rule != "award.contest" or before is None:
        return False
    if before.rule == "award.contest":
        return _NEXT_CONTEST.fullmatch(text, before.until, award.start) is not None
    return _PRIZE_OF.search(text, max(0, award.start - 22), award.start) is not None


def _behind(findings: Findings, event: Event, awards: list[Label]) -> list[Label]:
    text = findings.text
    named: list[Label] = []
    seen: set[str] = set()
    reach = _behind_royal(text, event.end)
    for award in awards:
        if award.start < event.start - 2:
            continue
        if award.start >= event.line[1]:
            break
        if named and _is_gloss(text, reach, award):
            reach = max(reach, award.until)
            continue
        between = text[reach : award.start]
        listed = (
            event.kind in {"present", "receive"}
            and (award.row is not None or (not named and _opens_list(findings, event, award)))
            and len(between) < _LIST_REACH
        )
        if listed and _LISTED.search(between):
            between = ""
        elif event.kind == "present" and named and _joins(text, reach, award):
            between = " "
        elif award.start > reach + _REACH:
            break
        if award.start > event.end and _CHAIN_END.search(between) and (named or not between.rstrip().endswith("ที่ได้รับ")):
            break
        key = key_of(findings, award)
        if key not in seen:
            seen.add(key)
            named.append(award)
        reach = max(reach, award.until)
    return named


# รางวัลองค์กรสีเขียว ครั้งที่ 5 |(|5th Green Company Award)
_GLOSSES = re.compile(
    r"(?:[ ]?(?:ครั้งที่[ ]?\d{1,3}|(?:ประจำ)?ปี[ ]?(?:พ\.ศ\.[ ]?)?\d{4})){0,2}"
    r"[ ]?\([ ]?(?:\d{1,3}[ ]?(?:st|nd|rd|th)[ ]?)?"
)


def _is_gloss(text: str, reach: int, award: Label) -> bool:
    """Whether an English name in brackets only says again what was named before it."""
    return text[award.start].isascii() and _GLOSSES.fullmatch(text, reach, award.start) is not None


# มอบรางวัล ก ให้แก่จังหวัด |และ|รางวัล ข
_AND_PRIZE = re.compile(r"(?:และ|พร้อมทั้ง|รวมทั้ง|ตลอดจน|พร้อม)(?:การ)?(?:มอบ)?[ ]?$")
# มอบรางวัล ก| ประจำปี 2566 จำนวน 5 รางวัล และ|รางวัล ข| (ด้านสังคม) 3 รางวัล, โล่|รางวัล ค
_IN_ROW = re.compile(
    r"""
    (?: [ ,/]{1,3} | และ | พร้อมทั้ง | รวมทั้ง | ตลอดจน | (?:การ)?มอบ | (?<=[ ,])โล่ | \d{1,2}[.)](?!\d) | \([^()\n]{1,40}\)
      | (?:ประจำ)?ปี(?:งบประมาณ|การศึกษา)?[ ]?(?:พ\.ศ\.|พุทธศักราช)?[ ]?\d{4} | ครั้งที่[ ]?\d{1,3}
      | รางวัล(?:ชนะเลิศ)?$ | ระดับ[ก-๎]{2,16} | (?:รวม)?(?:จำนวน|ทั้งสิ้น)?[ ]?\d[\d,]{0,5}[ ]?
        (?:รางวัล|ราย|คน|แห่ง|โล่รางวัล|โล่|กลุ่ม|หน่วยงาน|ท่าน|ผลงาน|สาขา|ทีม|ชมรม|ชุมชน|ประเภท)
    ){1,9}
    """,
    re.VERBOSE,
)
_SENTENCE = re.compile(r"โดยมี|กล่าว|เปิดเผย|ซึ่ง|นาย|นาง|เข้าร่วม|ได้รับ")
_LONGEST_WHOM, _SHORTEST_NAME, _SHORTEST_LISTED = 140, 20, 14
# … ให้แก่ชุมชน จำนวน 36 รางวัล, |รางวัล ข
_COUNTED_BEFORE = re.compile(r"\d[ ](?:รางวัล|ราย|คน|แห่ง|โล่|กลุ่ม|หน่วยงาน|ท่าน|ผลงาน)[ ,]{1,3}(?:และ|พร้อมทั้ง|รวมทั้ง)?[ ]?(?:โล่)?$")
_ONE_PRIZE = re.compile("ยอดเยี่ยม|ชนะเลิศ|ชมเชย|อันดับ|บูธ|ขวัญใจ|พิเศษ|เหรียญ|ระดับ")


def _joins(text: str, reach: int, award: Label) -> bool:
    """Whether a further programme is joined to the one named before: มอบรางวัล ก ให้แก่จังหวัดและเทศบาล และรางวัล ข."""
    contest = award.rule == "award.contest"
    if not contest and (award.rule in _WEAK or not text.startswith("รางวัล", award.start)):
        return False
    if not reach < award.start <= reach + _LONGEST_WHOM:
        return False
    if award.end - award.start < _SHORTEST_LISTED or _ONE_PRIZE.search(text, award.start, award.end):
        return False
    between = text[reach : award.start]
    if _IN_ROW.fullmatch(between) is not None:
        return True
    joined = _AND_PRIZE.search(between) is not None or _COUNTED_BEFORE.search(between) is not None
    return joined and _SENTENCE.search(between) is None


def _opens_list(findings: Findings, event: Event, award: Label) -> bool:
    """Whether a prize begins the list of what was handed out at an event without a programme's name.

    พิธีมอบรางวัลต่าง ๆ ณ หอประชุมใหญ่ อาทิ |รางวัลคนดีศรีเมือง
    """
    if event.kind != "present" or award.rule in _WEAK or not findings.text.startswith("รางวัล", award.start):
        return False
    if award.end - award.start < _SHORTEST_LISTED or _ONE_PRIZE.search(findings.text, award.start, award.end):
        return False
    return not any(label.kind == "award" and event.line[0] <= label.start < award.start for label in findings.labels)


def _behind_royal(text: str, at: int) -> int:
    """Where the words behind a royal giver begin: มอบรางวัล|พระราชทานในสมเด็จพระ … |การประกวด …."""
    of = _ROYAL_PRIZE.match(text, at)
    royal = ROYAL.pattern.match(text, of.end()) if of is not None else None
    return royal.end() if royal is not None else at


def _ahead(findings: Findings, event: Event, awards: list[Label], main: Label | None) -> list[Label]:
    start = event.line[0]
    before = [
        award
        for award in awards
        if start <= award.start < event.start and event.start - award.end < _BEFORE and award.rule not in _WEAK
    ]
    stage = [award for award in before if _STAGE.search(findings.text, max(start, award.start - 40), award.start)]
    own = [award for award in before if main is not None and key_of(findings, award) == key_of(findings, main)]
    return stage[-1:] or own[-1:] or before[-1:]


def _stage_of(findings: Findings, event: Event, awards: list[Label]) -> list[Label]:
    """The programme on whose stage a prize was received: รับรางวัล ก จากเวที ข → ข."""
    end = min(event.line[1], event.end + _STAGE_REACH)
    for award in awards:
        if event.start < award.start < end and _STAGE.search(findings.text, max(event.start, award.start - 40), award.start):
            return [award]
    return []


# มอบรางวัลให้แก่ครูผู้อุทิศตน ประจำปี … · พิธีมอบโล่ตามโครงการโรงเรียนสะอาด
_DESCRIBED = re.compile(
    r"""
    (?:โล่|เข็ม)? (?P<prize>รางวัล)? (?:พระราชทาน)?
    (?: (?:และ(?:โล่|เข็ม|เกียรติบัตร|ใบประกาศ))? (?:เชิดชูเกียรติ|เกียรติยศ|เกียรติคุณ)? (?=(?:ให้)?(?:แก่|กับ)) )?
    (?: (?:ใน)?(?=การประกวด|การแข่งขัน|โครงการ) | ให้กับ | ให้แก่ | แก่ )? [ ]? (?:ตาม(?=โครงการ))?
    (?! ผู้(?:ได้|ชนะ|เข้า|รับ)
      | เชิดชู | ยกย่อง | ใน | เมื่อ | ขึ้น | ดังกล่าว | จำนวน | ที่ | ของ | นี้ | ต่าง | และ | ครั้ง | ไป | กับ | อย่าง | ผ่าน | ตาม | จาก
      | ให้กับ | ให้แก่ | แก่ | จะ | จัด(?!การ) | ได้ | แล้ว | ประจำ(?=ปี|เดือน) | ณ | รางวัล | ชนะเลิศ | ดีเด่น | ชมเชย | ระดับ | เหรียญ )
    (?P<name> [ก-๙] [^\n]{7,90}? ) [ ]?
    (?= \n | [“”")] | \((?![ก-ฮ.]{2,9}\)[ ]?ที่) | [ ]ณ[ ] | [ ]ที่ | ประจำปี | ครั้งที่ | ปี[ ]?\d
      | โดย | เมื่อ | ในวัน | ซึ่ง | เพื่อ | เนื่อง | จำนวน | พร้อม | ดังนี้
      | ได้แก่ | ภายใต้ | ในงาน | และ(?:ผู้|กล่าว|ร่วม) | [ ]นาย | [ ]นาง )
    """,
    re.VERBOSE,
)


def _described(findings: Findings, event: Event) -> list[Label]:
    """In an article without an award's name, the words behind the event: พิธีมอบโล่ให้แก่ครูผู้อุทิศตน → ครูผู้อุทิศตน."""
    if event.kind not in {"present", "announce"}:
        return []
    match = _DESCRIBED.match(findings.text, event.end)
    if match is None or findings.text.startswith("พิธีรับ", event.start):
        return []
    start, end = match.span("name")
    if match.end("prize") == start:
        start = match.start("prize")
    return [Label("award", start, end, "award.described", start, end)]
