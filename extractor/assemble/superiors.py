"""The body above a party: the school, office or province behind it, or the one that introduces its row.

นางสาว ก มหาวิทยาลัย ข · กลุ่มทอผ้า ค จังหวัดเลย · หน่วยงานในสังกัดกระทรวง ง ได้รับรางวัล ดังนี้ …
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.anchors import Ending
from extractor.assemble.own_people import give_own
from extractor.assemble.province_heads import put_under_provinces
from extractor.assemble.role_words import NATIONWIDE
from extractor.assemble.standing import SCHOOL, province_of, rank
from extractor.document import Span
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party

# ด.ช. ก นามสกุล ข ชั้นประถมศึกษาปีที่ 6 โรงเรียน… · นาย ก จาก…
_TO_BODY = re.compile(
    r"[ ,]*(?:\(?(?:นักเรียน|นักศึกษา|นิสิต|ครู|อาจารย์)?[ ]?(?:ชั้น|ม\.|ป\.|ปวช|ปวส|ระดับ)?"
    r"(?:(?!เป็น(?:ผู้|ประธาน)|และ|มอบ|รางวัล|โดย|สาขา(?!วิชา)|ประเภท)[^\n,()]){0,30}?[ ,]*)?"
    r"(?:จาก|แห่ง|ของ|สังกัด|คณะ(?!ผู้)[^\n]{0,30})?[ ]*"
)
# นาย ก| และคณะ| จากวิทยาลัย ข
_AND_OTHERS = re.compile(r"^[ ]?และคณะ(?![ก-ฮเ-ไ])")
# เด็กหญิง ก| หรือ “น้องมะลิ” อายุ 9 ขวบ |นักเรียนโรงเรียน ข
_AGED = re.compile(
    r"^[ ]?(?:(?:หรือ[ ]?)?[“\"(]?(?:น้อง|ลุง|ป้า|น้า|พี่|ครู|หมอ|กำนัน|ผู้ใหญ่)[ก-๎]{1,12}[”\")]?[ ]?)?"
    r"(?:(?:วัย|อายุ)[ ]?\d{1,2}[ ]?(?:ปี|ขวบ)[ ]?)?"
)
# นาง ก ตำแหน่งพยาบาล สังกัด|โรงพยาบาล ข
_BELONGS = re.compile(r"[^\n,()]{0,80}[ ]สังกัด(?:ของ)?[ ]*")
# นาย ก 2. นาง ข ประธานมูลนิธิ ค · นาย ก และองค์กร ได้แก่ มูลนิธิ ค: the body is another's
_OF_ANOTHER = re.compile(
    r"\d{1,2}[ ]?[.)](?!\d)|นาย(?!ช่าง|แพทย์|ทหาร|ตำรวจ|สิบ|อำเภอ|ก)|นาง|คุณ|ด\.[ชญ]\.|ดร\."
    r"|ได้แก่|และ|โดย|รับ(?:มอบ|โล่|เกียรติ|เข็ม|ถ้วย|เหรียญ|พระราชทาน|ประทาน)|คว้า|โล่|สาขา|พร้อม"
    r"|ผลงาน|ปกป้อง|[”\"][ ]?(?:รอง|ผู้ช่วย)?(?:ปลัด|รมว|รัฐมนตรี|อธิบดี|ผู้ว่า|นายก|ผอ|ผู้อำนวย)"
    r"|ชนะ(?!เลิศ)|รอง(?:ชนะเลิศ|แชมป์|อันดับ)|พบกับ|แพ้|ปะทะ|ต้อนรับ|ร่วมกับ|กล่าว|เผย(?!แพร่)|ระบุ|แถลง|ชี้แจง|ว่า[ ]|เยี่ยม|เดินทาง|แข่งขัน|ประกวด"
    r"|ลงพื้นที่|แสดงความ"
)
# นาย ก| นำคณะนักเรียน|โรงเรียน ข ที่ได้รับรางวัล: what he does with others, who are not of his own
_DEALS_WITH = re.compile(
    r"[ ]*(?:ได้|จะ|ยัง|ก็|พร้อม|เตรียม|ขอ)*(?:นำ(?!เสนอ)|พา|ชื่นชม|ยกย่อง|เชิดชู|ชม|ปลื้ม|ยินดี|อวยพร|ขอบคุณ|สนับสนุน|หนุน|ผลักดัน"
    r"|เชิญ|เชียร์|ปลุก|ทึ่ง|โชว์|เปิด|ฝาก|สั่ง|กำชับ|แนะ|เตือน|ห่วง|หารือ|ประสาน|ประชุม|ส่ง(?!เสริม)|อนุมัติ|ร่วม(?:ยินดี|แสดง|ถ่าย|ชม|เชียร์|ให้|ต้อน)"
    r"|ให้(?:กำลังใจ|โอวาท|การ|นโยบาย|นัก|โรง|ทุน)|มอบ|ถ่าย(?:ภาพ|รูป)|ติดตาม"
    r"|เข้า(?:พบ|เยี่ยม|ให้|ชม)|รับ(?:รายงาน|ฟัง|คณะ)|ศึกษาดูงาน|ดูงาน)"
)
# รศ.ดร.ก |สาขาธรณีวิทยา จาก|มหาวิทยาลัย ข: what one teaches or studies
_FROM_BRANCH = re.compile(r"[ ]{0,2}สาขา(?:วิชา)?(?!รางวัล)[ก-๎]{3,40}[ ]{1,2}(?:จาก|แห่ง)[ ]?")
_SCIENTIFIC = re.compile(r"[ก-๎]*วิทยาลัย|จุฬาลงกรณ์|คณะ(?!กรรม|ผู้)|สถาบัน|กรม(?=[ก-ฮ])|โรงพยาบาล|ศูนย์|ม\.(?=[ก-ฮ])")
# characters behind a person within which the body stands, and one that สังกัด introduces
_NEAR = 50
_BEHIND = 90
_FACULTY = re.compile(r"คณะ(?!กรรมการ|ทำงาน)|ภาควิชา|แผนกวิชา|สาขาวิชา|สำนักวิชา|หน่วยวิจัย|บัณฑิตวิทยาลัย")
# วิศวกร |กองวิศวกรรม ฝ่ายโครงการ| การรถไฟแห่งประเทศไทย: units of an office, and what they are units of
_OFFICE_UNIT = re.compile(
    r"กอง(?!ทัพ|ทุน|ร้อย|พัน|บัญชา|บังคับ|อำนวยการ|กำลัง)|สำนัก(?!งาน|สงฆ์|ข่าว|พิมพ์|เลขา|นายก|พระ|ปฏิบัติ)|ฝ่าย|ส่วน(?!ราชการ)|กลุ่มงาน|แผนก"
)
_TO_OFFICE = re.compile(r"[ ](?:(?:กอง|ฝ่าย|สำนัก(?!งาน)|ส่วน|กลุ่ม(?:งาน)?|แผนก)[ก-๎]{2,40}[ ])?")
_OF_UNITS = re.compile(
    r"กรม(?!ธรรม์|สมเด็จ|พระ|หลวง)|สำนักงาน|สนง\.|กระทรวง|การ(?:ไฟฟ้า|ประปา|รถไฟ|ท่า|ยาง|กีฬา|นิคม|เคหะ|ทาง)|องค์การ|ธนาคาร|บริษัท|บมจ|เทศบาล|กรุงเทพมหานคร"
    r"|โรงพยาบาล|สถาบัน|มหาวิทยาลัย|จุฬาลงกรณ์|(?:[ก-ฮ]{1,3}\.){1,3}(?![ก-๎])|[ก-ฮ]{2,5}\."
)
_UNIVERSITY = re.compile(r"มหาวิทยาลัย|ม\.(?=[ก-ฮ]{4})|จุฬาลงกรณ์|สถาบัน(?:เทคโนโลยี|บัณฑิต)")
_TO_UNIVERSITY = re.compile(r"(?:[ ]?\([^()\n]{1,40}\))?[ ]?(?=คณะ|มหาวิทยาลัย|ม\.|จุฬาลงกรณ์|สถาบัน)")


def body_behind(text: str, bodies: list[tuple[int, int]], starts: list[int], end: int) -> Span | None:
    """The school or office that stands right behind a person."""
    at = bisect_right(starts, end - 1)
    if at == len(bodies) or bodies[at][0] - end > _BEHIND:
        return None
    start, stop = bodies[at]
    gap = _AND_OTHERS.sub("", _AGED.sub("", text[end:start].removeprefix(")")))
    reaches = (len(gap) <= _NEAR and _TO_BODY.fullmatch(gap)) or _BELONGS.fullmatch(gap)
    if not reaches or _OF_ANOTHER.search(gap) or _DEALS_WITH.match(gap):
        return None
    return body_above(text, bodies, starts, start, stop) or Span(start, stop, "party.behind")


def _from_branch(text: str, bodies: list[tuple[int, int]], starts: list[int], end: int) -> Span | None:
    """Where one is from who is told with what he teaches or studies: รศ.ดร.ก สาขาธรณีวิทยา จาก|มหาวิทยาลัย ข."""
    branch = _FROM_BRANCH.match(text, end)
    at = bisect_left(starts, branch.end()) if branch is not None else len(starts)
    if branch is None or at == len(starts) or starts[at] != branch.end() or _SCIENTIFIC.match(text, starts[at]) is None:
        return None
    start, stop = bodies[at]
    return body_above(text, bodies, starts, start, stop) or Span(start, stop, "party.behind")


def body_above(text: str, bodies: list[tuple[int, int]], starts: list[int], start: int, stop: int) -> Span | None:
    """The university or office behind the faculty or unit at `start:stop`, which is whose officer or pupil a person there is."""
    return _university_behind(text, bodies, starts, start, stop) or _office_behind(text, bodies, starts, start, stop)


def _office_behind(text: str, bodies: list[tuple[int, int]], starts: list[int], start: int, stop: int) -> Span | None:
    """The office that a person's unit is of, whose officer he is: กองแผนงาน ฝ่ายโครงการ |การรถไฟแห่งประเทศไทย."""
    found: Span | None = None
    while _OFFICE_UNIT.match(text, start) and (behind := _TO_OFFICE.match(text, stop)) is not None:
        at = bisect_left(starts, behind.end())
        if at == len(starts) or starts[at] != behind.end():
            break
        start, stop = bodies[at]
        if _OF_UNITS.match(text, start):
            found = Span(start, stop, "party.behind")
        elif not _OFFICE_UNIT.match(text, start):
            break
    return found


def _university_behind(text: str, bodies: list[tuple[int, int]], starts: list[int], start: int, stop: int) -> Span | None:
    """The university behind its faculty or department, which is whose officer or pupil one is: คณะวิทยาศาสตร์ |มหาวิทยาลัยบูรพา."""
    while _FACULTY.match(text, start) and (behind := _TO_UNIVERSITY.match(text, stop)) is not None:
        at = bisect_left(starts, behind.end())
        if at == len(starts) or starts[at] != behind.end():
            return None
        start, stop = bodies[at]
        if _UNIVERSITY.match(text, start):
            return Span(start, stop, "party.behind")
    return None


# เชฟ ก| จาก|ร้านใบตอง| คว้ารางวัล: a house that is known by its name alone
_HOUSE = re.compile(
    r"[”\"]?[ ]?จาก[ ]?(?P<name>(?:ร้าน|ครัว(?!เรือน)|โรงแรม|คาเฟ่|สโมสร|ค่าย(?!ทหาร)|ไร่|ฟาร์ม|สวน|สตูดิโอ|เบเกอรี่|ห้อง(?:เสื้อ|อาหาร)"
    r"|กลุ่ม|ชุมชน|วิสาห?กิจ(?:ชุมชน)?|องค์กร|ห้าง|ค่ายมวย|สังกัด|ทีม)(?!ที่|ใน|ของ|ต่าง|นี้|นั้น)"
    r"[ ]?[ก-๎A-Za-z][ก-๎A-Za-z-]{1,40}(?:[ ][A-Z][\w&.'’-]*){0,3}"
    r"|[A-Z][\w&.'’-]*(?:[ ][A-Z&][\w&.'’-]*){1,4})(?=[ ,\n]|$)"
)
# นาง ก| |กลุ่มไหมทุ่งทอง| จ.เลย, นาย ข| |Kaew Design| จังหวัดน่าน: what stands between a winner and where he is from
_HOUSE_IN_PLACE = re.compile(
    r"[ ]{1,2}(?:\([^()\n]{1,20}\)[ ])?(?P<name>(?:กลุ่ม|ร้าน|ชุมชน|วิสาห?กิจ(?:ชุมชน)?|เฮือน|คุ้ม|ไร่|ฟาร์ม|สวน|ห้องเสื้อ|โรงทอ)"
    r"(?!ที่|ใน|ของ|ต่าง|อายุ|ละ)[ ]?[ก-๎A-Za-z][^\s,()]{1,40}(?:[ ][A-Z][\w&.'’-]*){0,3}"
    r"|[A-Z][\w&.'’-]*(?:[ ](?:[A-Z&][\w&.'’-]*|[ก-ฮเ-ไ][ก-๎]{1,20})){0,4})"
    r"(?=[ ]{1,2}(?:\([^()\n]{2,60}\)[ ])?(?:จ\.|จังหวัด|อ\.|อำเภอ|ต\.|ตำบล|กทม|กรุงเทพ))"
)


# เชฟ ก จากโรงแรมนาดี| คว้า…
_WINS_THEN = re.compile(r"[ ]{1,2}(?:ก็|สามารถ|ยัง)?(?:คว้า|ได้(?:รับ|รางวัล|เหรียญ|แชมป์|รองแชมป์)|รับรางวัล|ซิว|ชนะเลิศ|ครองแชมป์)")


def _house_behind(text: str, party: Party) -> Span | None:
    """The shop, kitchen or club from which a listed winner is told to come."""
    if party.role == "plain":
        house = _HOUSE.match(text, party.end)
        house = house if house is not None and _WINS_THEN.match(text, house.end()) is not None else None
        return Span(*house.span("name"), "party.house") if house is not None else None
    if party.role not in {"listed", "doer"}:
        return None
    house = _HOUSE.match(text, party.end) or _HOUSE_IN_PLACE.match(text, party.end)
    return Span(*house.span("name"), "party.house") if house is not None else None


# ได้แก่ นาย ก|⏎   |โรงเรียน ข|⏎รองชนะเลิศ …
_BELOW = re.compile(r"[ ]*\n[ ]*(?:(?:จาก|สังกัด)[ ]?)?")
_ALONE = re.compile(r"(?:[ ]{1,3}(?:จ\.|จังหวัด|อ\.|อำเภอ|สพ[ปม]\.?|เขต)[^\n]{1,50})?[ ]*(?:\n|$)")


def _school_below(
    text: str, party: Party, bodies: list[tuple[int, int]], starts: list[int], parties: dict[int, Party]
) -> Span | None:
    """The school in a line of its own below a listed winner, who ends the line above."""
    below = _BELOW.match(text, party.end) if party.role == "listed" else None
    at = bisect_left(starts, below.end()) if below is not None else len(starts)
    if below is None or at == len(starts) or starts[at] != below.end():
        return None
    start, end = bodies[at]
    if not SCHOOL.match(text, start) or _ALONE.match(text, end) is None:
        return None
    if start in parties:
        parties[start].role = "superior"
    return Span(start, end, "party.behind")


def give_bodies(findings: Findings) -> None:
    """Gives the parties that have none yet the body or province written behind them, or the one that introduces their row."""
    text = findings.text
    bodies = sorted(((m.start, m.end, m) for o in findings.organisations for m in o.mentions), key=lambda body: body[:2])
    starts = [start for start, _, _ in bodies]
    spans = [(start, end) for start, end, _ in bodies]
    places = {party.start: party for party in findings.parties if party.kind == "place"}
    parties = {party.name.start: party for party in findings.parties if party.kind == "organisation"}
    for party in findings.parties:
        if party.body is not None or party.role in {"superior", "heading"}:
            continue
        if party.kind == "person":
            party.body = (
                body_behind(text, spans, starts, party.end)
                or _house_behind(text, party)
                or _school_below(text, party, spans, starts, parties)
                or _behind_work(text, party, spans, starts)
                or _from_branch(text, spans, starts, party.end)
            )
        elif party.name.rule == "party.row" and (above := _owner_behind(text, party, bodies, starts)) is not None:
            party.body = above
        elif (over := _over(text, party, bodies, starts)) is not None:
            party.body = over
            if _WHICH_IS.match(text, party.end) is not None:
                party.end = over.end
            if (other := parties.get(over.start)) is not None:
                other.role = "superior"
        elif party.kind == "team" and (behind := _behind_work(text, party, spans, starts)) is not None:
            party.body = behind
            if (other := parties.get(behind.start)) is not None:
                other.role = "superior"
        elif not NATIONWIDE.match(text, party.start):
            _put_in_province(text, party, places)
    _share_owner(text, [party for party in findings.parties if party.kind == "organisation"])
    _introduce(findings, bodies, starts)
    give_own(findings, bodies)
    put_under_provinces(findings)
    _tell_again(findings)


# ทีม ก |บทเพลง “ข” จาก|มหาวิทยาลัย ค · ทีม ก |ชื่อผลงาน ข |โรงเรียน ค
_WORK_BETWEEN = re.compile(
    r"[”\"’']?[ ]{0,3}(?:\([^()\n]{1,40}\)[ ]{0,2})?(?:กับ|ด้วย|จาก)?"
    r"(?:ชื่อ)?(?:ผลงาน|เรื่อง|บทเพลง|เพลง|คลิป|ภาพ|โครงงาน|สิ่งประดิษฐ์|หนังสั้น)(?:เรื่อง|ชื่อ)?[ ]{0,3}[:]?[ ]{0,2}"
    r"(?:[“\"‘'][^“”\"\n]{2,90}[”\"’']|(?:(?!ได้รับ|รางวัล|โดย|และ|ทีม|นาย|นาง)[^\n“”\"\d]){2,50}?)[ ]{0,3}(?:จาก|ของ|สังกัด)?[ ]{0,2}$"
)
_SCHOOL_NEAR = 130


def _behind_work(text: str, party: Party, bodies: list[tuple[int, int]], starts: list[int]) -> Span | None:
    """The school whose pupils a listed winner is of, behind what was won with: ทีม ก บทเพลง “ข” จาก|มหาวิทยาลัย ค."""
    at = bisect_left(starts, party.end)
    if party.role != "listed" or at == len(starts) or starts[at] - party.end > _SCHOOL_NEAR:
        return None
    start, stop = bodies[at]
    if not SCHOOL.match(text, start) or _WORK_BETWEEN.match(text[party.end : start]) is None:
        return None
    return _university_behind(text, bodies, starts, start, stop) or Span(start, stop, "party.behind")


# โรงเรียน ก| จังหวัดน่าน (สังกัด |สพม.น่าน) · บริษัท ก| ในเครือ|บริษัท ข · บริษัท ก| (ซ้าย) สองบริษัทลูกของ|บริษัท ข
_UNDER = sought(
    r"[”\"]?[ ]?(?:(?:จังหวัด|จ\.)[ ]?[ก-๎]{2,20}[ ])?(?:\([^()\n]{1,30}\)[ ]?){0,3}\(?[ ]?(?:(?:ใน|ซึ่ง|อยู่ใน|ภายใต้)?สังกัด(?:ของ)?"
    r"|(?:ซึ่ง|อยู่)*(?:ภายใต้|ใน)(?:การ|ความ)?(?:กำกับ|ดูแล|รับผิดชอบ|ควบคุม|และ){1,3}(?:ของ)?|(?:ซึ่ง|อยู่)*ภายใต้(?:ของ)?"
    r"|(?:(?:บริษัท)?ใน|บริษัท)?เครือ(?:ของ)?(?=[ ]?(?:บริษัท|โรง|บม?จ))"
    r"|(?:ซึ่งเป็น|,[ ]?)?(?P<many>(?:ทั้ง)?(?:[2-9]|สอง|สาม|สี่|ห้า)[ ]?)?"
    r"(?:บริษัท|โรงงาน|กิจการ|ธุรกิจ)(?:ลูก|ย่อย|(?:ร่วม|ใน)(?:เครือ|กลุ่ม))(?:ของ)?)[ ]?"
)
# ศูนย์ ก| ซึ่ง|อยู่ในความดูแลของสำนักงาน ข |ได้รับรางวัล
_WHICH_IS = re.compile(r"[ ]?(?:ซึ่ง|อยู่)")
# บริษัท ก| ในเครือ|นาดี ได้รับรางวัล: a group by its name alone
_IN_GROUP = re.compile(
    r"[ ]?\(?(?:(?:บริษัท)?ใน|บริษัท)?เครือ(?:ของ)?[ ]?(?P<name>(?!ข่าย|เดียวกัน|ของ|ที่|อื่น|ต่าง|ทั้ง|จำนวน|ได้|บริษัท|โรง|บม?จ)"
    r"(?:[ก-๎]{2,24}?(?=[ ,)\n]|ได้รับ|คว้า|รับรางวัล|เข้ารับ)|[A-Z][\w&.-]{1,20}(?:[ ][A-Z][\w&.-]{1,20}){0,3}))"
)
# บริษัท ก| (ซ้าย) และ|บริษัท ข สองบริษัทลูกของบริษัท ค
_BESIDE = re.compile(r"[ ]?(?:\([^()\n]{1,30}\)[ ]?){0,3}(?:,|และ)[ ]?")


def _over(text: str, party: Party, bodies: list[tuple[int, int, Span]], starts: list[int]) -> Span | None:
    """The body under which another is told to stand: สำนักงาน ก สังกัด|กรม ข."""
    told = _under(text, party)
    if told is None:
        group = _IN_GROUP.match(text, party.end) if party.kind == "organisation" else None
        return Span(*group.span("name"), "party.group") if group is not None else None
    at = bisect_left(starts, told.end())
    return bodies[at][2] if at < len(starts) and starts[at] == told.end() else None


def _under(text: str, party: Party) -> re.Match[str] | None:
    return _UNDER.match(text, party.end) if party.kind == "organisation" else None


def _share_owner(text: str, parties: list[Party]) -> None:
    """Gives those named side by side as several of one owner's that owner, whom only the last is told to belong to."""
    owner: Span | None = None
    for before, last in reversed(list(pairwise(parties))):
        told = _under(text, last) if last.body is not None else None
        if told is not None and told["many"] is not None:
            owner = last.body
        if owner is not None and before.body is None and _BESIDE.fullmatch(text, before.end, last.start) is not None:
            before.body = owner
        else:
            owner = None


# เขื่อนภูมิพล |การไฟฟ้าฝ่ายผลิต…, คณะเทคนิคการแพทย์ |มหาวิทยาลัย ก
_UNIT = re.compile(r"เขื่อน|โรงไฟฟ้า|คณะ|หน่วย|สถานี|ท่าอากาศยาน|ศูนย์|ห้องสมุด|หอ(?=ศิลป|สมุด)|พิพิธ|โรงงาน|โรงสี|คลินิก|สถาบัน")
_OWNS = re.compile(
    r"มหาวิทยาลัย|จุฬาลงกรณ์|กรม(?=[ก-ฮ])|กระทรวง|การ(?:ไฟฟ้า|ประปา|รถไฟ|ท่า|ยาง|กีฬา|นิคม)|บริษัท|องค์การ|เทศบาล|กองทัพ|ราชวิทยาลัย"
)


def _owner_behind(text: str, party: Party, bodies: list[tuple[int, int, Span]], starts: list[int]) -> Span | None:
    """The body to which a unit belongs that only its place in a row makes known: 1) เขื่อนภูมิพล |การไฟฟ้าฝ่ายผลิต…."""
    at = bisect_left(starts, party.end + 1)
    if at == len(starts) or starts[at] != party.end + 1 or text[party.end] != " ":
        return None
    return bodies[at][2] if _UNIT.match(text, party.name.start) and _OWNS.match(text, starts[at]) else None


def _tell_again(findings: Findings) -> None:
    """Gives a mention without body that of another mention: อำเภอปัว จังหวัดน่าน … อำเภอปัวได้รับรางวัล."""
    text = findings.text
    told: dict[tuple[str, str], Span] = {}
    for party in findings.parties:
        if party.body is not None and party.kind in {"place", "team"}:
            told.setdefault((party.kind, text[party.name.start : party.name.end]), party.body)
    for party in findings.parties:
        if party.body is None:
            party.body = told.get((party.kind, text[party.name.start : party.name.end]))


# กลุ่มทอผ้า (บ้านนา) หมู่ที่ 3 |ตำบลนาดี จังหวัดเลย
_TO_PLACE = re.compile(r"[”\"’']?[ ]{0,2}(?:\([^()\n]{1,40}\)[ ]{0,2})?(?:(?:หมู่(?:ที่)?|ม\.)[ ]*\d+[ ]{1,2})?")


_PROVINCE = re.compile(r"จังหวัด|จ\.|กรุงเทพ|กทม")


def _put_in_province(text: str, party: Party, places: dict[int, Party]) -> None:
    if _PROVINCE.match(text, party.name.start):
        return  # จังหวัดน่าน จังหวัดแพร่: one beside the other
    behind = _TO_PLACE.match(text, party.name.end)
    place = places.get(behind.end()) if behind is not None and behind.end() > party.name.end else None
    if place is None or place is party or (place.key < 0 and not text.startswith("กรุงเทพ", place.start)):
        return
    party.body = province_of(text, place, party)
    if party.body is not None:
        party.end = max(party.end, place.end)
        place.role = "superior"


_OFFICERS = (
    r"(?:หน่วยงาน|ส่วนราชการ|ข้าราชการ|บุคลากร|เจ้าหน้าที่|พนักงาน|ลูกจ้าง|นักเรียน|นักศึกษา|นิสิต|นักวิจัย|อาจารย์|ครู|สถานศึกษา|โรงเรียน"
    r"|โรงพยาบาล|ศิษย์เก่า|รัฐวิสาหกิจ|ผู้ชนะ(?:เลิศ)?|ทีม)"
)
# ข้าราชการดีเด่นของ|กรม ก · หน่วยงานใน|สังกัด|กระทรวง ข
_OF = re.compile(rf"(?:{_OFFICERS}[^\n]{{0,40}}?(?:ของ|จาก|ใน)|(?:นักเรียน|นักศึกษา|นิสิต|คณาจารย์)|(?:ใน)?สังกัด(?:ของ)?)[ ]*$")
# กรม ก (กก.) |ที่ได้รับรางวัล จำนวน 3 ราย ได้แก่ 1) |นาย ข
_INTRODUCES = re.compile(
    r"(?:[ ]?\([^()\n]{1,40}\))?(?:[ ]?(?:ที่|ซึ่ง|ได้|เข้า|รับ|ผ่าน)[^\n]{0,60}?)?[ ]*(?:จำนวน[ ]?\d+[ ]?[ก-๎]+)?[ ]*"
    r"(?:ดังนี้|ได้แก่|คือ|ประกอบด้วย|อาทิ|:)[ ]*(?:\(?\d{1,2}[.)]\)?)?[ ]*"
)
# where a row of winners goes on: , · และ · 2)
_ON = re.compile(r"[^\n]{0,70}?(?:,|และ|\d{1,2}[.)]|[ ])[ ]*")
_ANEW = re.compile(r"ได้แก่|รางวัล|ประเภท|ระดับ|สาขา|คือ|โดย|ของ|กล่าว")
_REACH = 150


def _introduce(findings: Findings, bodies: list[tuple[int, int, Span]], starts: list[int]) -> None:
    """Gives the winners of a row the body that introduces it: ข้าราชการดีเด่นของกรม ก จำนวน 2 ราย ได้แก่ นาย ข และนาง ค."""
    text = findings.text
    previous: Party | None = None
    superior: Span | None = None
    for party in findings.parties:
        if party.role != "listed" or party.kind == "place":
            continue
        goes_on = previous is not None and _goes_on(text[previous.end : party.start])
        if not goes_on:
            superior = _introducing(text, bodies, starts, party)
        if superior is not None and party.body is None:
            pupil = party.kind == "person" and SCHOOL.match(text, superior.start) is not None
            if pupil or rank(text, party.name.start) < rank(text, superior.start):
                party.body = superior
        previous = party


def _goes_on(gap: str) -> bool:
    return _ON.fullmatch(gap) is not None and _ANEW.search(gap) is None


def _introducing(text: str, bodies: list[tuple[int, int, Span]], starts: list[int], party: Party) -> Span | None:
    at = bisect_left(starts, party.start) - 1
    while at >= 0 and starts[at] > party.start - _REACH:
        start, end, mention = bodies[at]
        if end <= party.start and _INTRODUCES.fullmatch(text, end, party.start):
            return mention if _OF.search(text, max(0, start - 60), start) else None
        at -= 1
    return None


# หน่วยงานในสังกัด|กระทรวง ก|ได้รับรางวัล
_ALL_OF = Ending(
    re.compile(r"(?:หน่วยงาน|ส่วนราชการ)(?:ต่าง[ ]?ๆ|ย่อย|ภาย)?[ ]?(?:(?:ใน|ที่)?[ ]?สังกัด(?:ของ)?|ของ|ใน)[ ]?$"), "สังกัด|ของ|ใน"
)
# กรม ก (กก.)| มีหน่วยงานในสังกัด|ได้รับรางวัล 5 แห่ง
_HAS = sought(
    r"(?:[ ]?\([^()\n]{1,40}\))?[ ]?(?:นั้น|เอง)?[ ]?(?:มี|ส่ง)[ ]?(?:หน่วย(?:งาน"
    r"|บริการ)|ส่วนราชการ|สำนักงาน|ศูนย์|สถานี|กอง|สำนัก|โรงพยาบาล)(?:ราชการ)?"
    r"(?![ก-๎]{0,12}(?:ร่วม|จัด|ดูแล))"
)
# … |ได้รับรางวัล ดังนี้
_WON = re.compile(
    r"[^\n]{0,60}?(?:รับ|คว้า|ผ่าน)[^\n]{0,80}?(?:ดังนี้|ได้แก่|ดังต่อไปนี้|ประกอบด้วย|คือ|:|(?:ตาม|ดัง)(?:ตาราง|รายชื่อ|รายนาม|รายการ|รายละเอียด))"
)
_LIST = 1500
# what a ministry or department has under it
_OFFICE = re.compile(
    r"กรม(?!ธรรม์)|กอง(?!ทัพ|ทุน)|สำนัก|ศูนย์|กลุ่ม(?:พัฒนา|งาน|ตรวจสอบ)|โรงพยาบาล|รพ|สถาบัน|สถานี|สถาน(?=พัฒนา|คุ้ม|สงเคราะห์)|เรือนจำ|เขต|แขวง|ที่ทำการ"
)


_PUPILS = "party.pupils"
# โรงเรียน ก| ขอแสดงความยินดีกับนักเรียนที่ได้รับรางวัล …: its own
_ITS_PUPILS = re.compile(
    r"(?:[ ]?\([^()\n]{1,40}\))?[ ]?(?:(?:ขอ|ร่วม)+[ ]?)?(?:แสดงความยินดี|ชื่นชม)(?:กับ|แก่|และ[^\n]{3,20}(?:กับ|แก่))[ ]?"
    r"(?:(?:ตัวแทน|ทีม|คณะ|คุณ)?(?:ครู|อาจารย์|ผู้บริหาร)[ ]?(?:และ|,)[ ]?)?(?:ตัวแทน|ทีม)?(?:นักเรียน|นักศึกษา|นิสิต|ลูก[ก-๎]{2,12})"
)


_SCHOOLS = "party.schools"
# โรงเรียนในสังกัด|เทศบาล ก
_SCHOOLS_OF = re.compile(r"(?:โรงเรียน|สถานศึกษา)(?:ต่าง[ ]?ๆ)?[ ]?(?:(?:ใน|ที่)?[ ]?สังกัด(?:ของ)?|ของ)[ ]?$")
_KEEPS_SCHOOLS = re.compile(r"เทศบาล|อบจ|อบต|องค์การบริหารส่วน|กรุงเทพมหานคร|เมืองพัทยา|สำนักงานเขตพื้นที่|สพ[ปม]\.?|สำนักงานการศึกษาเอกชน")


def find_common(findings: Findings) -> Span | None:
    """The body to which an article says that those honoured belong, where it says so of one only."""
    text = findings.text
    told: dict[int, Span] = {}
    for key, organisation in enumerate(findings.organisations):
        for mention in organisation.mentions:
            before = _ALL_OF.search(text, max(0, mention.start - 40), mention.start)
            introduces = before is not None or _HAS.match(text, mention.end) is not None
            if introduces and rank(text, mention.start) and _WON.match(text, mention.end):
                told.setdefault(key, mention)
            elif (
                _KEEPS_SCHOOLS.match(text, mention.start) is not None
                and _SCHOOLS_OF.search(text, max(0, mention.start - 40), mention.start) is not None
            ):
                told.setdefault(key, Span(mention.start, mention.end, _SCHOOLS))
            elif SCHOOL.match(text, mention.start) and _ITS_PUPILS.match(text, mention.end):
                told.setdefault(key, Span(mention.start, mention.end, _PUPILS))
    return next(iter(told.values())) if len(told) == 1 else None


def belongs(recipient: Party, common: Span, text: str) -> bool:
    """Whether a winner is an office that may stand under the body that those honoured belong to, or one of its pupils."""
    name = recipient.name
    if common.rule == _SCHOOLS:
        return (
            recipient.kind == "organisation" and text.startswith("โรงเรียน", name.start) and abs(name.start - common.end) < _LIST
        )
    if common.rule == _PUPILS:
        return recipient.kind in {"person", "team"} and 0 < name.start - common.end < _LIST
    return (
        recipient.kind == "organisation"
        and 0 < name.start - common.end < _LIST
        and _OFFICE.match(text, name.start) is not None
        and rank(text, name.start) < rank(text, common.start)
    )
