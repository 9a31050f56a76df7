"""Where an article tells of a presentation, an announcement, a receipt or a contest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.anchors import Words
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

EventKind = Literal["present", "announce", "receive", "contest", "stage"]


@dataclass(frozen=True, slots=True)
class Event:
    """Words of an event at `start:end`, in the paragraph `line`.

    `future` where it is still to come; `asked` where somebody is only asked to chair it.
    """

    kind: EventKind
    start: int
    end: int
    line: tuple[int, int]
    headline: bool = False
    future: bool = False
    asked: bool = False


_THING = r"""(?: โล่ | (?<!ของ)รางวัล | ถ้วย | เกียรติบัตร | เกียรติคุณ | ประกาศเกียรติ | ประกาศนียบัตร | ใบประกาศ | ใบเกียรติ | วุฒิบัตร
    | เหรียญ | เข็ม | เครื่องหมายเชิดชู | เครื่องหมาย(?=[ ]?[“"]) | ตรา(?=สัญ|รับรอง) | ปริญญา(?=[ก-๎]{0,50}[ ]?[ก-๎]{0,20}กิตติมศักดิ์) )"""
# where an event's words may begin; the patterns below are tried only there
_WORDS = Words(
    "พิธี|มอบ|ผลการ|ประกาศ|เผยราย|เผยโผ|ประทาน|ราชทาน|แถลงผล|อัญเชิญ|รับ|คว้า|เชิดชูเกียรติ|ยกย่อง|จัดงาน|เปิดงาน|จัดการ|จัดกิจกรรม|แถลงข่าว|ชื่อผู้ชนะ|ตัดสิน|จัดประกวด|จัดแข่งขัน|จัดขึ้น|มีขึ้น|ชิงชนะเลิศ|เวที|ถวายปริญญา"
    "|เปิดการประกวด|เปิดการแข่งขัน|เปิดงานประกวด|เปิดงานแข่งขัน|เปิดงานการประกวด|เปิดงานการแข่งขัน|เปิดกิจกรรมประกวด|เปิดกิจกรรมการประกวด"
    "|เปิดกิจกรรมแข่งขัน|เปิดกิจกรรมการแข่งขัน|เปิดโครงการประกวด|เปิดโครงการแข่งขัน|เปิดสนามแข่งขัน|เปิดสนามการแข่งขัน"
    "|ปิดการประกวด|ปิดการแข่งขัน|ปิดงานประกวด|ปิดงานแข่งขัน|ปิดงานการประกวด|ปิดงานการแข่งขัน|ปิดงานแข่งเรือ|ปิดกิจกรรมประกวด|ปิดโครงการประกวด"
)
# พิธีมอบรางวัลเลิศรัฐ · พิธีประกาศเกียรติคุณ · มอบโล่และรางวัล · มอบ 3 รางวัล · พระราชทานรางวัล
_PRESENT = re.compile(
    rf"""
      พิธี (?:การ)? (?: มอบ | ถวาย(?=ปริญญา) | ประกาศ | เชิดชู(?:เกียรติ)? | ยกย่อง(?:เชิดชู)?(?:เกียรติ)? | พระราชทาน | ประทาน
                      | รับ (?=(?:มอบ)?(?:พระราช|ประทาน|[ ]?[“"]?{_THING})) )
    | (?: มอบ | ประทาน | ราชทาน | ถวาย(?=ปริญญา) ) [ ]? (?:พระราชทาน|ประทาน)? (?:และ[ก-๙]{{3,12}}?)? [ ]? [“"]? (?:\d{{1,3}}[ ])?
      (?: {_THING} | เชิดชูเกียรติ )
    | (?: เชิดชูเกียรติ | ยกย่อง ) (?=[^\n]{{0,40}} (?:ดีเด่น|ต้นแบบ|รางวัล|ประจำปี))
    | มอบเงินรางวัล(?:พร้อม|และ)(?=โล่|ถ้วย|เกียรติบัตร|ประกาศนียบัตร|ใบประกาศ)
    | จัดงาน (?:มอบ|ประกาศ|เชิดชู|ยกย่อง)
    | เปิดงาน(?= [ ]? [“"]? [A-Z] [^\n“”"]{{0,60}}? (?i:Awards?|Prizes?) \b )
    | (?:พิธี)? อัญเชิญ (?:โล่|ถ้วย|รางวัล|เหรียญ|เข็ม)
    """,
    re.VERBOSE,
)
# ประกาศผลการตัดสิน · ประกาศรายชื่อผู้ได้รับรางวัล · แถลงผลการคัดเลือก
_ANNOUNCE = re.compile(
    r"""
    (?: สรุป | ปรากฏ | สำหรับ | มี )? ผลการ (?:ประกวด|แข่งขัน|ตัดสิน) (?= [^\n]{0,90} (?:ดังนี้|ดังต่อไปนี้|ปรากฏ|มีดังนี้) )
    | แถลงข่าว(?:การ)?(?:ประกาศ)?[ ]?[“"]?ผล (?= [^\n]{0,12}(?:รางวัล|การ(?:ประกวด|ตัดสิน|คัดเลือก)) )
    | (?<=เปิด)(?:เผย)?(?:ราย)?ชื่อผู้ชนะ
    | เผย (?:โผ | ราย(?:ชื่อ|นาม)) (?= [^\n]{0,60} (?:รางวัล|ผู้ชนะ|ดีเด่น|สุดยอด|Awards?\b) )
      (?! [^\n]{0,30} (?:เข้ารอบ|เข้าชิง|ผ่าน|สมัคร|โชคดี|จับฉลาก) )
    | (?: ประกาศ | แถลง )
    (?: ผล | ราย(?:ชื่อ|นาม) (?=[^\n]{0,60} (?:รางวัล|ชนะ|ดีเด่น|ต้นแบบ|ตัวอย่าง|ผู้ทำคุณ|ยกย่อง|ศิลปิน|Awards?\b))
      | (?<=จะประกาศ) (?=[ ]? (?:ใน)?วัน)
      | [ก-๙]{0,12}รางวัล | เกียรติคุณ | ยกย่อง | มอบ )
    (?! [^\n]{0,24} (?:เข้ารอบ|ผ่านเกณฑ์|ผ่านการ|ขั้นตอน|สอบ|จัดสรร) )
    """,
    re.VERBOSE,
)
# เข้ารับรางวัล · รับมอบโล่ · รับพระราชทานรางวัล · คว้า 2 รางวัล
_RECEIVE = re.compile(
    rf"""(?: รับ | คว้า ) (?:มอบ|พระราชทาน|ประทาน)? [ ]? (?:พระราชทาน)? (?:\d{{1,3}}[ ])? [“"]? {_THING}""", re.VERBOSE
)
# จัดการประกวดผ้าพื้นเมือง · ตัดสินเมื่อวันที่ 4 · จัดขึ้นเมื่อวันที่ 5 · รอบชิงชนะเลิศ · เวทีประกาศรางวัล
_CONTEST = re.compile(
    r"""
      จัด (?:การ|งาน|กิจกรรม(?:คัดเลือก[ก-๎ ]{0,24})?)? (?:ประกวด|แข่งขัน|(?<=การ)ประชัน)
    | ตัดสิน (?= [ ]? (?:เมื่อวัน|การประกวด|การแข่งขัน) )
    | (?:จัด|มี)ขึ้น (?= [ ]? (?:เมื่อ|ในวัน|ระหว่างวัน|ณ[ ]|ที่[ก-ฮเ-ไ]) )
    | ชิงชนะเลิศ
    | เวที (?= ประกาศ | [ ]?[A-Z] )
    | เปิด (?:งาน|กิจกรรม|โครงการ|สนาม)? (?:การ)? (?:ประกวด|แข่งขัน)
    | (?<!เ) ปิด (?:งาน|กิจกรรม|โครงการ|สนาม)? (?:การ)? (?:ประกวด|แข่งขัน|แข่งเรือ)
    """,
    re.VERBOSE,
)
# เปิดการประกวด… |รางวัลชนะเลิศ ได้แก่ นาย ก: on the day on which a contest was opened it was won, too
WON_THERE = sought(
    r"ผล(?:การ)?(?:ประกวด|แข่งขัน|ตัดสิน)|ปราก[ฏฎ](?:ผล)?ว่า|(?<!ชิง)ชนะเลิศ[ ]*(?:ได้แก่|คือ|เป็นของ|ตกเป็น|:)|คว้า(?:รางวัล|แชมป์|ชนะ)"
)
# เปิดการแข่งขัน…| รอบชิงชนะเลิศ
_FINAL = re.compile(r"[^\n]{0,80}?รอบ(?:ชิงชนะเลิศ|ตัดสิน|สุดท้าย)")
# characters behind an opening within which that is told
_WON_REACH = 2000
# each with the characters that it can begin with
_EVENTS: tuple[tuple[EventKind, re.Pattern[str], str], ...] = (
    ("present", _PRESENT, "พมปรถเยจอ"),
    ("announce", _ANNOUNCE, "สปมผแเรช"),
    ("receive", _RECEIVE, "รค"),
    ("contest", _CONTEST, "จตมชเป"),
)
# what makes of an event's words no event: a call, a plan, a description, a meeting
_NO_EVENT_BEFORE = sought(
    r"""
    (?: ประชุม(?:คณะ|เพื่อ|พิจารณา|ชี้แจง|หารือ) | ตรวจประเมิน | เชิญชวน | เปิดรับสมัคร | หลักเกณฑ์ | เคย
      | (?<!เป็น)ผู้(?!แทน) | เพื่อ(?!พระราช) | ขอให้ | รอ | ชิง(?!ชนะเลิศ)
      | พิจารณา | (?<!สม)ควร )
    [^\n ]{0,12}$
    """,
    re.VERBOSE,
)
# หน่วยงานที่ได้รับรางวัล · จะได้รับรางวัล · ซึ่งต่อมาได้รับรางวัล · การได้รับรางวัล · สำห|รับรางวัล · ซึ่งระบบดังกล่าวได้|รับรางวัล
_NO_RECEIPT = re.compile(
    r"(?:ที่|ผู้|จะ|เคย|โอกาส|ซึ่ง(?:[ก-๎]{2,20}ดังกล่าว)?|ต่อมา|ยัง|การ|สำห|(?<![ก-๙])ขอ"
    r"|(?:เสนอ|ยื่น|ประสงค์)ขอ|สิทธิ์?|สมัคร(?:เข้า)?|ให้เข้า|พร้อม(?=รับเหรียญ))(?:ได้)?(?:มีโอกาส)?[ ]?$"
)
# เพื่อ|เฟ้นหาองค์กรเอกชนเข้า|รับรางวัล: nobody has it yet
_SOUGHT = re.compile(r"(?:เฟ้นหา|สรรหา|(?<!การ)คัดเลือก(?:ผู้แทน|ตัวแทน|องค์กร|หน่วยงาน|บุคคล))(?:(?!จะ|ได้)[^\n]){3,80}(?:เข้า|ขึ้น)$")
# เข้าพบผู้ว่าราชการจังหวัดน่าน |หลังจาก|คว้ารางวัล: the day is that of the visit
_VISITS = re.compile(r"(?:เข้าพบ|เข้าเยี่ยม|รายงานตัว)[^\n]{0,120}หลัง(?:จาก)?(?:ที่)?(?:สามารถ|ได้)?[ ]?$")
# วันนี้ นาย ก |ลงพื้นที่ตรวจเยี่ยมโรงพยาบาล ซึ่งได้|รับรางวัล: the day and place are the visit's
_SEES = re.compile(
    r"(?:ลงพื้นที่(?!ตรวจประเมิน)|ตรวจเยี่ยม|เยี่ยมชม|ตรวจราชการ|(?<!แหล่ง)(?<!ที่)ศึกษาดูงาน)"
    r"(?:(?!เข้ารับ|ร่วมพิธี|รับมอบ|วันที่[ ]?\d|(?:จังหวัด|[ ])ณ[ ])[^\n]){0,600}$"
)
# characters before a receipt within which a visit is told of
_SEEN = 600
# เดินทางไปยัง … เมื่อวันที่ 12 กรกฎาคม |เพื่อ|รับมอบรางวัล
_TRAVELS = re.compile(r"เดินทาง[^\n]{0,220}เพื่อ(?:เข้า)?$")
# ใบ|ประกาศเกียรติคุณ · จะได้รับ|ประกาศเกียรติคุณ · 2. |ประกาศเกียรติคุณ
_NO_ANNOUNCEMENT = re.compile(r"(?:ใบ|โล่|เข็ม|รับ|พร้อม|และ|\d[.)][ ]?)$")
# สรรหาและ|มอบรางวัล · จัดอันดับและ|มอบรางวัล
_NO_PRESENTATION = re.compile(
    r"(?:(?:สรรหา|คัดเลือก|จัดอันดับ|พิจารณา|ตัดสิน|กำหนด)และ(?:การ)?|(?:ได้รับ|และ)การ(?:ยกย่อง)?(?=เชิดชู|ยกย่อง)|เห็นชอบ(?:การ)?"
    r"|(?:ภายใต้|ตาม)โครงการ|แนวทาง(?:การ|ในการ)?)$"
)
# ส่งเสริมสถานประกอบการผ่านการ|มอบรางวัล, where the paragraph tells of no event: how somebody is furthered
_BY_MEANS, _OF_EVENT = "ผ่านการ", sought(r"เข้ารับ|ขึ้นรับ|งาน(?=[ ]?[“\"A-Z])|(?:ใน|จัด|เปิด|ร่วม)(?:งาน|พิธี)|เวที")
# เพื่อ|หารือเกี่ยวกับการจัดงาน|มอบรางวัล: a talk about it
_TALKED_OF = re.compile(r"(?:หารือ|ปรึกษา|มาตรการ|เตรียม(?:การ|ความพร้อม))[^\n]{0,40}การ(?:จัด(?:งาน|พิธี)?)?[ ]?$")
# เข้าพบเพื่อ|เรียนเชิญนาย ก เป็นประธานใน|พิธีมอบรางวัล
_ASKS = re.compile(r"เรียนเชิญ[^\n]{0,90}?(?:เป็น)?ประธาน(?:เปิด)?(?:ใน)?(?:งาน|การ)?$")
# มอบรางวัล|ในเดือนตุลาคม · จัดงานมอบรางวัล…|เป็นประจำทุกปี: no day
_SOME_DAY = re.compile(r"[^\n]{0,30}?(?:ในเดือน|เดือน(?=[ก-๙]+(?:คม|ยน|พันธ์))|(?:เป็นประจำ)ทุกปี)")
# มอบโล่|ขอบคุณ · พิธีประกาศ|เจตนารมณ์
# บันทึกเทปกล่าวเปิดงาน|ประกาศผล…: words that are heard there on another day
_TAPED = re.compile(r"บันทึก(?:เทป|วีดิทัศน์|วิดีโอ)[^\n]{0,40}$")
_NO_PRIZE = re.compile(
    r"[ ]?(?:ที่ระลึก|(?:เพื่อ(?:เป็นการ)?)?(?:แสดงความ)?ขอบคุณ|เจตนารมณ์|เจตจำนง|นโยบาย|ปฏิญญา|ของขวัญ|อิสรภาพ|ความร่วมมือ|วาระ|ใช้|เป็นเขต"
    r"|(?:รางวัล)?สลาก"
    # มอบเกียรติบัตร|แก่ผู้สนับสนุนการจัดงาน, |ให้ผู้ผ่านการอบรม
    r"|(?:ให้)?(?:แก่|กับ)ผู้(?:ให้การ)?(?:อุปถัมภ์|สนับสนุน(?:การจัด|กิจกรรม|งาน|โครงการ))"
    r"|(?:ให้)?(?:แก่|กับ)?ผู้(?:ที่)?(?:สำเร็จ|ผ่าน|เข้ารับ|จบ)(?:การ|หลักสูตร)(?:การ)?(?:ฝึก|อบรม))"
)
# พิธีมอบ|ทุนการศึกษา, but พิธีมอบ|ทุนการศึกษาและรางวัล
_GIFT = re.compile(
    r"""
    [ ]? (?: ทุน | ธง | ถุง | ใบรับรอง | ใบอนุญาต | เงิน(?!รางวัล) | รถ | สิ่งของ | อุปกรณ์ | หนังสือ | ที่ดิน | บ้าน | อาคาร | ของ
      | เครื่อง(?!หมาย|ราช) | พันธุ์ | ปัจจัย | วัคซีน | สัญชาติ | โฉนด | เอกสาร | ข้าวสาร | ผ้าห่ม )
    (?! (?:(?!ได้รับ|[ ]ณ[ ])[^\n]){0,60}? (?:รางวัล|โล่|เกียรติบัตร|ถ้วย|ใบประกาศ|ประกาศนียบัตร|เหรียญ|เข็ม) )
    """,
    re.VERBOSE,
)
# แถลงข่าวการจัดการแข่งขัน · ขอเชิญชมการจัดประกวด
_CALLED = re.compile(r"แถลงข่าว|เชิญ|เตรียม|รับสมัคร|เข้าร่วม(?:การ)?$")
# ประชุมวิชาการ … จัดขึ้น|ระหว่างวันที่ 5-8: for some days also meetings and fairs are held
_FOR_DAYS, _NAMED_NEAR = re.compile(r"[ ]?ระหว่างวัน"), 140
_OF_CONTEST = re.compile(r"ประกวด|แข่งขัน|Contest|Competition|Challenge|Olympiad|Hackathon|Engineering Fair")
# จะจัดพิธีมอบรางวัล · กำหนดจัดงานมอบรางวัล
_FUTURE = re.compile(r"(?:จะ(?:มี|จัด|ได้)?|คาดว่า(?:จะ)?(?:มี|จัด)?|เตรียม(?:จัด)?|กำหนด(?:จัด)?)(?:ให้มี)?(?:งาน|การ)?$")

# พิธีมอบรางวัล|กำหนดจัด… · พิธีมอบรางวัล|จะมีขึ้น…
_HELD_LATER = re.compile(r"[^\n ]{0,40}?[ ]?(?:กำหนด(?:จัด|มอบ)|จะ(?:จัด|มี)ขึ้น)")


# พิธีมอบ|รางวัลจะมีขึ้นใน|วันที่ 10 ธันวาคม
_FUTURE_BEHIND = re.compile(r"[ก-๎]{0,20}?[ ]?(?:จะ|มีกำหนด|กำหนด)(?:มี|จัด)(?:ขึ้น|งาน)?(?:ใน|เมื่อ)?[ ]?วัน")


def find_events(findings: Findings) -> Iterator[Event]:
    """Every place where the text tells of prizes handed out, announced, received or competed for, in order.

    จัดพิธีมอบรางวัลดาวรุ่งชุมชน → present, at พิธีมอบ
    """
    text = findings.text
    title = findings.title
    until = 0
    names = {at for label in findings.labels if label.kind == "award" for at in range(label.start + 1, label.end)}
    for at in _WORDS.find(text):
        if at < until or at in names:
            continue
        for kind, pattern, firsts in _EVENTS:
            match = pattern.match(text, at) if text[at] in firsts else None
            if match is None:
                continue
            line = _paragraph(findings, at)
            if _is_none(text, kind, line[0], at, match.end()):
                until = match.end() if kind == "receive" else until
                break
            headline = title is not None and line[0] <= title.start and title.end <= line[1] + 2
            until = match.end()
            ahead = kind == "present" and (
                _FUTURE_BEHIND.match(text, until) is not None or _HELD_LATER.match(text, match.end()) is not None
            )
            future = ahead or _FUTURE.search(text, max(line[0], at - 24), at) is not None
            asked = kind == "present" and _ASKS.search(text, max(line[0], at - 120), at) is not None
            yield Event(kind, at, match.end(), line, headline, future, asked)
            break


def _is_none(text: str, kind: EventKind, start: int, at: int, end: int) -> bool:
    """Whether the words before show that no event is told at `at`."""
    if _TAPED.search(text, max(start, at - 60), at):
        return True
    if kind == "receive" and _TRAVELS.search(text, max(start, at - 240), at):
        return False
    if _NO_EVENT_BEFORE.search(text, max(start, at - 30), at) or _SOME_DAY.match(text, end):
        return True
    if kind == "announce" and text.startswith("ประกาศเกียรติคุณ", at):
        return _NO_ANNOUNCEMENT.search(text, max(start, at - 6), at) is not None
    if kind == "present":
        return bool(
            (text.endswith(("มอบ", "ถวาย"), 0, end) and _GIFT.match(text, end))
            or _NO_PRIZE.match(text, end)
            or _TALKED_OF.search(text, max(start, at - 70), at)
            or (text.endswith(_BY_MEANS, start, at) and not _OF_EVENT.search(text, start, at))
            or _NO_PRESENTATION.search(text, max(start, at - 24), at)
        )
    if kind == "contest" and _FOR_DAYS.match(text, end) and not _OF_CONTEST.search(text, max(start, at - _NAMED_NEAR), at):
        return True
    if kind == "contest":
        if (
            text.startswith("เปิด", at)
            and _FINAL.match(text, end) is None
            and WON_THERE.search(text, end, end + _WON_REACH) is None
        ):
            return True
        return _CALLED.search(text, max(start, at - 40), at) is not None
    if kind != "receive":
        return False
    return bool(
        _NO_RECEIPT.search(text, max(start, at - 24), at)
        or _VISITS.search(text, max(start, at - 160), at)
        or (not text.endswith(("เข้า", "ขึ้น"), start, at) and _SEES.search(text, max(start, at - _SEEN), at))
        or (text.endswith(("เข้า", "ขึ้น"), start, at) and _SOUGHT.search(text, max(start, at - 100), at))
    )


_MOST_BREAKS = 3
# a line that goes on with the sentence of the one before it
_GOES_ON = re.compile(
    r"(?:จาก|ประจำปี|ในพิธี|และ|โดย(?!ภาพรวม|ใน)|ณ[ ]|ซึ่ง|เพื่อ|พร้อม|เป็น(?!เวลา)|ร่วมกับ|ให้แก่|ของ(?!ขวัญ)|เมื่อวันที่"
    r"|(?:ได้)?ให้เกียรติ|ได้(?=เป็น|จัด|มอบ|ร่วม))"
)
_DANGLES = re.compile(r"(?:ระดับ|และ|ของ|ใน|โดย|กับ|ให้|ณ|เป็น|ประธาน|ด้าน|ประเภท|รางวัล|จาก|นาย|นาง)[ ]?$")


def _paragraph(findings: Findings, at: int) -> tuple[int, int]:
    """The line that holds `at`, with the lines it was broken into: … เป็นประธาน / ในพิธี …."""
    text = findings.text
    start, end = findings.structure.line_at(at)
    for _ in range(_MOST_BREAKS):
        if end >= len(text) or not (_GOES_ON.match(text, end + 1) or _DANGLES.search(text, max(start, end - 12), end)):
            break
        end = findings.structure.line_at(end + 1)[1]
    for _ in range(_MOST_BREAKS):
        before = findings.structure.line_at(start - 1) if start > 0 else (0, 0)
        broken = _GOES_ON.match(text, start) or _DANGLES.search(text, max(before[0], start - 13), max(0, start - 1))
        if before[1] != start - 1 or not broken:
            break
        start = before[0]
    return start, end
