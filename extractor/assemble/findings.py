"""What matching found in one article, as assembly takes it, and the parties that an award may go to."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extractor.document import Span, overlaps

if TYPE_CHECKING:
    from extractor.document import OrganisationFound, PersonFound
    from extractor.lexicon import Hit
    from extractor.match.label import Label
    from extractor.match.places import Place
    from extractor.structure import Structure

Role = Literal["listed", "doer", "giver", "superior", "plain"]


@dataclass(slots=True)
class Party:
    """Somebody or something named, who may have won: `start:end` with honorific or brackets, `name` alone.

    `body` is the body that a person's position names, or the province after a place.
    """

    start: int
    end: int
    kind: Literal["person", "organisation", "place", "team"]
    name: Span
    key: int
    body: Span | None = None
    role: Role = "plain"


@dataclass(slots=True)
class Findings:
    """All that matching found in a clean text."""

    text: str
    structure: Structure
    labels: list[Label]
    works: list[Span]
    people: list[PersonFound]
    organisations: list[OrganisationFound]
    places: list[Place]
    dates: list[Span]
    cues: list[Hit]
    title: Span | None
    provinces: list[Hit] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)


# ได้แก่ กรม ก · มอบรางวัลให้แก่ นาย ข · ตกเป็นของ …
_LISTING = re.compile(
    r"(?:ได้แก่|คือ|ประกอบด้วย|อาทิ|เช่น|ดังนี้|[:：]|เป็นของ|ให้แก่|ให้กับ|แก่|แด่|ยกย่อง(?:ให้)?|คว้าโดย"
    r"|ผู้ชนะ(?:เลิศ)?)[ ]*(?:\(?\d{1,2}(?:\.\d+)*[.)]\)?[ ]*)?[“\"‘]?(?:ทีม|คุณ|ท่าน)?[ ]*$"
)
# คณะกรรมการตัดสิน ได้แก่ … · วิทยากร อาทิ …: those listed judge, speak or attend
OTHERS = re.compile(
    r"(?:(?<!สาห)(?<!กิจ)กรรมการ(?=[^\n]{0,12}(?:ตัดสิน|พิจารณา)|[ ]*(?:ได้แก่|ประกอบ|อาทิ|ดัง|คือ|:))|ผู้ทรงคุณวุฒิ"
    r"|ผู้เชี่ยวชาญ|วิทยากร|พิธีกร|ศิลปินรับเชิญ|แขก(?:ผู้มี)?|ผู้สนับสนุน|พันธมิตร|ผู้ร่วมงาน|ร่วมงาน|เข้าร่วม(?:งาน|พิธี|กิจกรรม)"
    r"|ร่วมเป็นเกียรติ|เป็นสักขีพยาน|ร่วมแสดง|ร่วมจัด)(?:(?!รางวัล|ชนะ|ผู้ได้|ผลการ|ดีเด่น|\n|ยกย่อง|คัดเลือก|ประเภท|สาขา|ระดับ|ผลงาน|เลิศ).){0,60}?"
    r"(?:ได้แก่|อาทิ|ประกอบด้วย|ดังนี้|ดังต่อไปนี้|คือ|เช่น|นำโดย|:)[ ]*$"
)
_GIVING = re.compile(
    r"(?:(?<!ผลงาน)จาก(?:ท่าน)?|จัดโดย|มอบโดย|จัดขึ้นโดย|พัฒนาโดย|สนับสนุนโดย|ร่วมกับ|โดยมี|ซึ่งมี|มี|เกียรติจาก|ที่|เสนอชื่อโดย|เสนอโดย|นำโดย|(?<!ยินดี)กับ"
    r"|พร้อมด้วย|ต่อ|ของงาน|เจ้าภาพ|มอบหมาย(?:ให้)?|มอบหมายจาก|ผู้แทน|ดำเนินการโดย|ใน|ณ|เว็บไซต์|เพจ|ประธาน|ภายใต้|ติดต่อ|สังกัด|อยู่ใน)[ ]*$"
)
_DOING = re.compile(r"(?:โดย|ของ|จัดทำโดย|ผลงานโดย|ผลงานของ|เสนอผลงานโดย|ผู้รับรางวัล|รับรางวัลโดย)[ ]*(?:ทีม|คุณ)?[ ]*[“\"]?$")
# เพลง ก ผู้ขับร้อง นาย ข · เรื่อง ก กำกับโดย ข
_AFTER_WORK = re.compile(
    r"[”\"’')]?[ ]*(?:\([^()\n]{1,40}\))?[ ]*[,:–-]?[ ]*(?:ผู้(?:กำกับ|ขับร้อง|ประพันธ์|แต่ง|เขียน|จัดทำ|พัฒนา|ออกแบบ|สร้าง)"
    r"(?:ภาพยนตร์|คำร้อง)?"
    r"|(?:กำกับ|ขับร้อง|ประพันธ์|แต่ง|เขียน|สร้าง|จัดทำ|ออกแบบ|พัฒนา)(?=โดย)|หน่วย(?:งาน)?เจ้าของผลงาน)?[ ]*(?:โดย|ของ|จาก(?=\Z)|ทีม)?[ ]*"
)
# กรม ก จากผลงาน… กรม ข จากผลงาน…
_WITH_WORK = re.compile(r"[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:จาก|ด้วย|กับ|เจ้าของ)?[ ]?ผลงาน(?!ที่|ของ)")
_NEXT = re.compile(r"[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:(?:จาก|ด้วย|กับ)?[ ]?ผลงาน|ได้รับ|,|\n|$)")
# รางวัลชมเชย (2 รางวัล) ด.ช. ก
_BEHIND_LABEL = re.compile(r"(?:[ ]*\([^()\n]{1,40}\))?(?:[ ]*(?:จำนวน[ ]?)?\d{1,3}[ ]?(?:รางวัล|ทีม|คน|ราย|แห่ง))?[ ]*(?:[:：-])?")
_HONORIFIC = re.compile(r"(?:(?<![ก-๙.])(?:[ก-ฮ]{1,5}\.){1,4}|นาย|นางสาว|นาง|คุณ|เด็กชาย|เด็กหญิง)[ ]?$")
_SECTION = re.compile(r"ฝ่าย|กลุ่มงาน|แผนก|งาน|กลุ่ม")
_GOVERNS = re.compile(r"(?:อดีต|รอง)?(?:ผู้ว่าราชการ|นาย(?=อำเภอ))(?P<area>(?:จังหวัด|อำเภอ)[ก-๙]+)")
# bodies that judge and give, and do not win
JUDGES = re.compile(r"คณะ(?:อนุ)?กรรมการ|คณะทำงาน|คณะรัฐมนตรี|คณะกรรมาธิการ")
_FROM_HOME = re.compile(r"(?:โรงเรียน|มหาวิทยาลัย|วิทยาลัย|คณะ|โรงพยาบาล|รพ|จังหวัด|จ\.|อำเภอ|เทศบาล|ชุมชน|กลุ่ม|วิสาหกิจ|ศูนย์|สำนักงาน)")
# a body that stands above the one written right before it
_ABOVE = re.compile(
    r"(?:กระทรวง|สำนักนายกรัฐมนตรี|สำนักงานปลัด|กรม(?!ธรรม์)|มหาวิทยาลัย|สำนักงานตำรวจ|กองทัพ|สำนักงานคณะกรรมการ|สภากาชาด|จุฬาลงกรณ์|องค์การบริหาร|เทศบาล)"
)
BETWEEN = re.compile(
    r"[ ]*(?:(?:จ\.|จังหวัด|อ\.|อำเภอ|ต\.|ตำบล)[ ]?[ก-๙]+[ ]?)*(?:\([^()\n]{1,60}\))?[ ]*(?:,|และ|และ[ ]?ทีม|/"
    r"|\d{1,2}[.)])?[ ]*(?:นาย|นาง|นางสาว)?[ ]*$"
)


def find_parties(findings: Findings) -> list[Party]:
    """Everyone and everything in the findings that may have won, in text order, each with the role its context gives it.

    A body inside a person's position is no party of its own: it is that person's `body`.
    """
    text = findings.text
    parties: list[Party] = []
    positions: list[tuple[int, int]] = []
    bodies = sorted((m.start, m.end) for o in findings.organisations for m in o.mentions)
    starts = [start for start, _ in bodies]
    for key, person in enumerate(findings.people):
        start = person.honorific.start if person.honorific else person.name.start
        end = person.name.end
        body = None
        if person.position is not None:
            body = _body_in(text, bodies, starts, person.position)
            if 0 <= person.position.start - end <= 3:
                end = person.position.end
                positions.append((person.position.start, person.position.end))
            elif 0 <= start - person.position.end <= 3:
                start = person.position.start
                positions.append((person.position.start, person.position.end))
        if body is None:
            body = _body_behind(text, bodies, starts, end)
        parties.append(Party(start, end, "person", person.name, key, body))
        parties.extend(
            Party(_with_honorific(text, mention.start), mention.end, "person", person.name, key, body)
            for mention in person.mentions
        )
    for key, organisation in enumerate(findings.organisations):
        parties.extend(
            Party(mention.start, mention.end, "organisation", mention, key)
            for mention in organisation.mentions
            if not any(a <= mention.start < b for a, b in positions)
        )
    parties = _without_bracketed(text, parties)
    findings.works = _before_next_party(text, findings.works, parties)
    taken = sorted((p.start, p.end) for p in parties)
    taken.extend((work.start, work.end) for work in findings.works)
    taken.sort()
    for key, place in enumerate(findings.places):
        if not overlaps(taken, place.name.start, place.name.end):
            end = place.province.end if place.province else place.name.end
            team = place.name.rule == "place.team" or text.startswith("ทีม", place.name.start)
            body = _body_behind(text, bodies, starts, end + (text[end : end + 1] in "”\"’'")) if team else place.province
            parties.append(Party(place.name.start, end, "team" if team else "place", place.name, key, body))
    parties.extend(_bare_provinces(text, parties, findings.provinces))
    parties.sort(key=lambda party: (party.start, -party.end))
    _give_roles(text, parties, findings)
    return parties


def _with_honorific(text: str, start: int) -> int:
    before = _HONORIFIC.search(text, max(0, start - 16), start)
    return before.start() if before else start


def _bare_provinces(text: str, parties: list[Party], provinces: list[Hit]) -> list[Party]:
    """Provinces named without a head in a row that begins with one: จังหวัดน่าน แพร่ และลำปาง."""
    ends = {party.end for party in parties if party.kind != "person"}
    more = []
    for key, (start, end, _) in enumerate(provinces):
        for gap in (1, 2, 4, 5):
            if start - gap in ends and re.fullmatch(r"[ ]?(?:,[ ]?|[ ]|[ ]?และ[ ]?)", text[start - gap : start]):
                span = Span(start, end, "place.province")
                more.append(Party(start, end, "place", span, -1 - key))
                ends.add(end)
                break
    return [party for party in more if not any(p.start <= party.start < p.end for p in parties)]


def _without_bracketed(text: str, parties: list[Party]) -> list[Party]:
    """Leaves out the other form of a body that stands in brackets right behind it: กรม ก (กก.) is one party."""
    parties.sort(key=lambda party: (party.start, -party.end))
    kept: list[Party] = []
    for party in parties:
        last = kept[-1] if kept else None
        if last is not None and (last.kind, last.key) == (party.kind, party.key) and party.start < last.end:
            continue
        if (
            last is not None
            and (last.kind, last.key) == (party.kind, party.key)
            and re.fullmatch(r"[ ]?(?:\(|หรือ[ ]?|:)[^()\n]{0,60}", text[last.end : party.start] or "")
        ):
            closing = re.match(r"[^()\n]{0,30}\)", text[party.end : party.end + 32])
            last.end = party.end + (closing.end() if closing else 0)
            continue
        kept.append(party)
    return kept


def _before_next_party(text: str, works: list[Span], parties: list[Party]) -> list[Span]:
    """Ends a title where the next winner of an enumeration begins: เรื่อง ก|กรม ข จากผลงาน ค."""
    starts = [party.start for party in parties]
    cut = []
    for work in works:
        at = bisect_right(starts, work.start + 3)
        if (
            not work.rule.endswith("quoted")
            and at < len(parties)
            and starts[at] < work.end
            and text[starts[at] - 1] == " "
            and _NEXT.match(text, parties[at].end)
        ):
            end = work.start + len(text[work.start : starts[at]].rstrip())
            work = Span(work.start, end, work.rule)
        cut.append(work)
    return cut


# ด.ช. ก นามสกุล ข ชั้นประถมศึกษาปีที่ 6 โรงเรียน… · นาย ก จาก…
_TO_BODY = re.compile(
    r"[ ,]*(?:\(?(?:นักเรียน|นักศึกษา|นิสิต|ครู|อาจารย์)?[ ]?(?:ชั้น|ม\.|ป\.|ปวช|ปวส|ระดับ)?[^\n,()]{0,30}?[ ,]*)?(?:จาก|แห่ง|ของ|สังกัด"
    r"|คณะ[^\n]{0,30})?[ ]*"
)


def _body_behind(text: str, bodies: list[tuple[int, int]], starts: list[int], end: int) -> Span | None:
    """The school or office that stands right behind a person."""
    at = bisect_right(starts, end - 1)
    if at < len(bodies) and bodies[at][0] - end <= 50 and _TO_BODY.fullmatch(text[end : bodies[at][0]]):
        return Span(*bodies[at], "party.behind")
    return None


def _body_in(text: str, bodies: list[tuple[int, int]], starts: list[int], position: Span) -> Span | None:
    """The body that a position names, one that stands by itself before a section of it; a governor's province."""
    within = []
    for start, end in bodies[bisect_right(starts, position.start - 1) :]:
        if start >= position.end:
            break
        if end <= position.end:
            within.append((start, end))
    for start, end in within:
        if not _SECTION.match(text, start):
            return Span(start, end, "party.position")
    area = _GOVERNS.match(text, position.start, position.end)
    if area is not None:
        return Span(*area.span("area"), "party.position")
    return Span(*within[0], "party.position") if within else None


def _give_roles(text: str, parties: list[Party], findings: Findings) -> None:
    label_ends = {}
    for label in findings.labels:
        if label.kind in {"level", "category", "branch"}:
            behind = _BEHIND_LABEL.match(text, label.until)
            label_ends[behind.end() if behind else label.until] = label
    work_ends = sorted(work.end for work in findings.works)
    previous: Party | None = None
    for party in parties:
        before = text[max(0, party.start - 46) : party.start]
        at = bisect_right(work_ends, party.start) - 1
        gap = text[work_ends[at] : party.start] if at >= 0 and party.start - work_ends[at] <= 60 else None
        if party.key < 0 and previous is not None and previous.role == "listed" and party.start - previous.end <= 5:
            party.role = "listed"
        elif party.kind == "place" and previous is not None and previous.kind != "place" and 0 <= party.start - previous.end <= 1:
            party.role = "superior"
            previous.end = max(previous.end, party.end)
            continue
        elif (
            previous is not None
            and previous.kind in {"person", "team"}
            and previous.body is not None
            and previous.body.start == party.start
        ):
            party.role = "superior"
            continue
        elif previous is not None and _is_above(text, previous, party):
            party.role = "superior"
            previous.body = previous.body or party.name
            continue
        elif (
            gap is not None
            and _AFTER_WORK.fullmatch(gap)
            and not (gap.rstrip().endswith("จาก") and not _FROM_HOME.match(text, party.start))
        ):
            party.role = "doer"
        elif any(
            (ended := label_ends.get(party.start - gone)) is not None
            and not text[party.start - gone : party.start].strip(" ")
            and (ended.kind != "branch" or party.kind == "person")
            for gone in range(6)
        ) or _is_listed(text, before, party):
            party.role = "listed"
        elif _DOING.search(before):
            party.role = "doer"
        elif _GIVING.search(before) or (party.kind == "organisation" and JUDGES.match(text, party.start)):
            party.role = "giver"
        elif previous is not None and previous.role in {"listed", "doer"} and _continues(text, previous, party):
            party.role = "listed"
        else:
            party.role = "plain"
        if party.end > (previous.end if previous else 0):
            previous = party


def carry_on(findings: Findings) -> None:
    """Lists the parties that go on with an enumeration whose first winner was found last."""
    previous: Party | None = None
    for party in findings.parties:
        if previous is not None and party.role == "plain" and previous.role == "listed":
            if party.kind == "place" and 0 <= party.start - previous.end <= 1:
                party.role = "superior"
                previous.end = max(previous.end, party.end)
                continue
            beside = previous.kind == "team" and party.kind == "person"
            between = BETWEEN.fullmatch(findings.text, previous.end, party.start)
            if _continues(findings.text, previous, party) or (beside and between):
                party.role = "listed"
        previous = party


def _is_listed(text: str, before: str, party: Party) -> bool:
    """Whether the words around a party list it as a winner."""
    if _LISTING.search(before) and not JUDGES.match(text, party.start):
        return not OTHERS.search(text, max(0, party.start - 120), party.start)
    return _WITH_WORK.match(text, party.end) is not None and not _GIVING.search(before)


def _is_above(text: str, previous: Party, party: Party) -> bool:
    """Whether `party` is the superior body of `previous`, written right behind it: กองแผนงาน กรมการข้าว."""
    return (
        previous.kind == party.kind == "organisation"
        and previous.key != party.key
        and 0 <= party.start - previous.end <= 1
        and bool(_ABOVE.match(text, party.start))
    )


def _continues(text: str, previous: Party, party: Party) -> bool:
    """Whether `party` goes on with the enumeration that `previous` stands in."""
    gap = text[previous.end : party.start]
    if gap == " " and previous.role == "listed" and {previous.kind, party.kind} <= {"organisation", "place", "team"}:
        return True
    return len(gap) < 70 and (party.kind == previous.kind or "และ" in gap or "," in gap) and bool(BETWEEN.fullmatch(gap))
