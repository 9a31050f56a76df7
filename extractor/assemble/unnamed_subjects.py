"""Who stands before a verb of receiving and is known by no shape: เรือริ้วทองนาดี ได้รับรางวัล…, ชุมชนยังได้รับรางวัล….

A name right before the verb, at the beginning of its clause, is a party; a common noun in its place (สหกรณ์ฯ, ชุมชนแห่งนี้)
is another mention of the last party that begins with it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.apposed_names import apposed_before, headed_before
from extractor.assemble.events import sense
from extractor.assemble.findings import Party
from extractor.assemble.free_names import BAD, THING
from extractor.assemble.line_heads import head_before
from extractor.assemble.shaped_verbs import got_verbs, numbered_verbs
from extractor.assemble.subject_words import ADVERB
from extractor.document import Span, overlaps
from extractor.patterns import sought
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.assemble.findings import Findings
    from extractor.lexicon import Hit

# verbs of which the subject has won; of a giving one it has not, and of ที่ได้รับรางวัล it stands elsewhere
_WINS = frozenset(
    {"conferred-receive", "conferred-receive-n", "conferred-win", "conferred-take", "conferred-honoured", "past-ever"}
)
# characters between a verb and the prize that it takes: คว้า 3 รางวัลใหญ่จากงาน…
_TAKES = 30
# characters before a verb within which its clause begins
_CLAUSE = 64
# characters before a verb within which the prize before it in a row is told
_ROW = 140
# where a clause begins: ล่าสุด นาดี คว้ารางวัล · เผยว่า นาดี คว้ารางวัล
_BEGINS = sought(
    r"(?:\n|[!?。:：;•*–]|[ ]-(?=[ ])|\.[ ]|[ ]{2,}|ล่าสุด|ก่อนหน้านี้|ก่อนหน้านั้น|นอกจากนี้|นอกจากนั้น|ทั้งนี้|ขณะที่|โดย(?=[ ]?(?:ปี|ใน))"
    r"|(?<=[ ])โดย(?=ชุมชน|กลุ่ม|โรงเรียน|โรงพยาบาล|บริษัท|เทศบาล|กองทุน|สหกรณ์|ทีม|ศูนย์|วัด|หมู่บ้าน|มหาวิทยาลัย|วิทยาลัย|ธนาคาร)"
    r"|ดังนี้[ ]?"
    r"|(?:กล่าว|เผย|ระบุ|ชี้|ย้ำ)(?:ว่า)?[ ]|ว่า(?=[ ])[ ]|(?:กล่าว|เผย|ระบุ|ชี้|ย้ำ|ทราบ|ปรากฏ)ว่า|หลังจาก(?:ที่)?|หลัง(?=[ก-๎])|เนื่องจาก|เมื่อ"
    r"|(?:(?:ทำ|ส่งผล|ผลักดัน|ช่วย)ให้|โดยเฉพาะ(?:อย่างยิ่ง)?|ซึ่ง)(?!กัน|(?:ประเทศ)?ไทย)"
    r"|(?<![ก-๎])(?:ส่วน|ด้าน|ฝั่ง|ฟาก)(?=[ ])"
    r"|และ(?=อาคาร|วัด|เหมือง|ตลาด|พิพิธภัณฑ์|สวน|อุทยาน|โรงแรม|ร้าน|เกาะ|สนามบิน)"
    r"|(?:น่า(?:ยินดี|ชื่นชม)|ภูมิใจ|ดีใจ|ปลื้มใจ|ปลาบปลื้ม|เกียรติ|คุ้มค่า|สมกับ)(?:เป็น)?(?:อย่างยิ่ง|มาก)?[ ]?ที่"
    r"|การที่|ยินดี(?:กับ|แก่)?|ชื่นชม|ปลื้ม[ ]?|ภูมิใจ[ ]?|ปัง![ ]?|เฮ![ ]?|(?:ในปี|ปี)[ ]?(?:[พค]\.[ ]?ศ\.[ ]?)?\d{4}"
    r"|(?:ใน)?(?:ปี|วัน|ครั้ง|งาน|โอกาส|การ)นี้|(?<=[ก-๎])ที่(?=ไทย|ประเทศไทย))[ ]*[“\"‘']?"
)
# of how many bodies, mentions of each, and parties before a verb a short form may be one
_MOST_BODIES, _MOST_MENTIONS, _MOST_PARTIES = 200, 5, 200
# characters of a line before its verb
_LINE = 140
# ก ได้รับรางวัล A|, ข ได้รับรางวัล B| และ|ค ได้รับรางวัล C: the winner of the next prize of a row
_NEXT_OF_ROW = re.compile(
    r"(?:ได้รับ|คว้า|รับ)(?:รางวัล|โล่)(?:(?!ได้รับ|คว้า|ได้แก่)[^\n]){3,70}?(?:,[ ]?และ|,|[ ]?และ)[ ]?(?=[ก-ฮเ-ไA-Z])"
)
# โดย|นาดี |ครองตำแหน่งธนาคารแห่งปี: who holds a title is told behind the word, and nobody gives it
_BY = re.compile(r"(?<=[ ])โดย(?=[ก-ฮเ-ไA-Z])")
# แอปฯ “ก” |ของ|ธนาคารนาดี คว้ารางวัล: whose work it is
_OWNS = re.compile(r"[”\"’'][ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:ผลงาน|ฝีมือ)?(?:ของ|จาก|โดย)[ ]?(?=[ก-ฮเ-ไA-Z])")
_HOLDS = ("ครองตำแหน่ง", "ครองแชมป์", "ครองอันดับ")
_APART = re.compile(r"[ “”\"'‘’\-]+")
_ADVERBS = sought(rf"[ ]*(?:{ADVERB}[ !]*)+$")
# สหกรณ์นาดี| สังกัด|กรม ก ได้รับรางวัล
_UNDER = (" สังกัด", " ในสังกัด", " สังกัด ", " ในสังกัด ", " ในเครือ", " ในเครือ ", " ในเครือของ")
_NICKNAME = re.compile(r"[“\"‘']?น้อง[ก-๎]{2,10}[”\"’']?[ ](?=[ก-ฮเ-ไ][ก-๎]{2,20}[ ][ก-ฮเ-ไ][ก-๎]{2,20}$)")
_MARKS = " \t“”\"'‘’()[]-–•*!.,:"
_COMMON = (
    r"(?P<head>สหกรณ์|องค์การ|ชุมชน|หมู่บ้าน|โรงพยาบาล|โรงเรียน|มหาวิทยาลัย|วิทยาลัย|สถาบัน|ธนาคาร|บริษัท|เทศบาล|จังหวัด|ตำบล|อำเภอ|วัด|กลุ่ม|ศูนย์|สมาคม"
    r"|สถานประกอบ(?:กิจ)?การ|มูลนิธิ|วิสาหกิจชุมชน|โรงแรม|คณะ|กองทุน|เครือข่าย|พิพิธภัณฑ์|ฟาร์ม|องค์กร|หน่วยงาน|อาคาร|ตลาด|อุทยาน|สวน|ไร่|เหมือง|โรงงาน|ร้าน|เรือนจำ|ท่าอากาศยาน|สนามบิน|นิคม|ทีม|วง|แบรนด์)"
)
_POINTED = r"[ ]?(?:ฯ|(?:แห่ง|หลัง)?นี้|ดังกล่าว)"
_POINTS = re.compile(r"[ ]?(?:แห่ง|หลัง)?นี้$")
# สหกรณ์ฯ, ชุมชนแห่งนี้, โรงพยาบาลยัง: one that has been named before
_AGAIN = re.compile(rf"{_COMMON}(?:{_POINTED}|[ ]?ของเรา|[ ]?เอง)?")
# นั่งสมาธิ และฟังธรรม |วัดแห่งนี้| ได้รับรางวัล
_THIS = re.compile(rf"(?<![ก-๎]){_COMMON}{_POINTED}(?=[ ]*$)")
_FIRMS = ("บริษัท", "บมจ.", "บจก.", "บจ.", "หจก.", "ห้างหุ้นส่วน", "โรงงาน", "โรงแรม")
# words for a kind, and how the names of its bodies may begin besides
_ABBREVIATED = {
    "โรงพยาบาล": ("รพ.", "รพร."),
    "โรงเรียน": ("ร.ร.", "รร."),
    "บริษัท": ("บมจ.", "บจก.", "บจ."),
    "โรงงาน": ("บริษัท", "บมจ.", "บจก.", "หจก."),
    "หมู่บ้าน": ("บ้าน",),
    "สถานประกอบการ": _FIRMS,
    "สถานประกอบกิจการ": _FIRMS,
}
# สถานประกอบการดังกล่าว| ปฏิบัติได้ครบทั้ง 4 มิติ และ|ได้รับรางวัล
_THIS_ONE = re.compile(rf"(?<![ก-๎]){_COMMON}[ ]?(?:(?:แห่ง)?นี้|ดังกล่าว)")
# characters before a verb within which it stands
_SINCE = 160
# ธ.กรุงไทย, ก.แรงงาน: an abbreviated head word, left off
_SHORT_HEAD = re.compile(r"(?:ธ|ก|จ|ม|รพ|บมจ|บจก)\.[ ]?|(?:ธนาคาร|กระทรวง|บริษัท)[ ]?|[ ]?ฯ$")
# nobody in particular: เด็กไทย, นักเรียน 5 คน, 3 หน่วยงาน, ผู้ประกอบการไทย
_NOBODY = re.compile(
    r"(?:(?:ถือ|นับ)(?:$|เป็น|ว่า|ได้)|นี่|บาง(?=ชิ้น|คน|ส่วน|แห่ง|ราย|ทีม|เรื่อง|โครงการ|ท่าน|องค์กร)|ใด|ไหน|เจ้า(?:ตัว|ของ|ภาพ)|ต้นปี|กลางปี|ปลายปี|นศ|นร|เด็ก|เยาวชน|นัก(?:เรียน|ศึกษา|กีฬา|วิจัย|แสดง|ร้อง|ธุรกิจ)|นิสิต|คน|ผู้|ประชาชน|เกษตรกร|ข้าราชการ|บุคลากร|พนักงาน|ครู|อาจารย์|แพทย์|หน่วยงาน|องค์กร|ส่วนราชการ"
    r"|สถาน(?:ประกอบ|ศึกษา)|ทั้ง|หลาย|ทุก|แต่ละ|กว่า|รวม|อีก|ใคร|เขา|เธอ|เรา|ตน|ท่าน|ซึ่ง|ที่|และ|หรือ|แต่|จน|เพื่อ|โดย|จาก|ของ|ใน|ด้วย|แม้|หาก|เพราะ|พร้อม|ผลงาน|ผล(?:การ|ปรากฏ|ตัดสิน|คะแนน)|โครงการ(?:$|ที่|นี้|ดัง)"
    r"|รางวัล|เหรียญ|การ|ความ|แหล่ง|ระบบ|\d|หญิง|ชาย|น้อง|พี่|แชมป์|ทัพ|พยาบาล|วันนี้|วันที่|ปี|จังหวัด$|ไทยเรา|สมาชิก|ลูกค้า|แฟน|ตัวแทน|ทีม(?:งาน|ที่|นัก|เยาวชน)|สามารถ|ยัง|คณะ(?:นัก|ผู้|ทำงาน)|รัฐบาล|นายก(?!สมาคม)|รอง|รมว|รมช|รัฐมนตรี|ปลัด|อธิบดี|ผอ|ผู้ว่า|โฆษก|ประธาน|เลขา)"
)
# รุ่นใด, ทีมไหน: who has won is still asked
_SORT = re.compile(
    r"กลุ่ม(?:จังหวัด|อำเภอ|ตำบล|เทศบาล|โรงเรียน|โรงพยาบาล|มหาวิทยาลัย|สถาน|หน่วยงาน|องค์กร|บริษัท|วิทยาลัย|ธุรกิจ|อุตสาหกรรม|ประเทศ|ทีม)(?:ขนาด|ที่|ภาค|ระดับ|ประเภท|ทั่วไป)"
)
_ASKED = re.compile(r"(?:ใด|ไหน)(?:บ้าง)?$")
# words that a name does not hold
_SAYS = re.compile(
    r"ได้รับ|คว้า|รางวัล|เกียรติ|โล่|ซึ่ง|ดังกล่าว|กล่าว|เปิดเผย|ประกอบด้วย|ได้แก่|นับเป็น|ถือเป็น|เป็น(?!สุข|หนึ่ง|ไท)|เพื่อ|จำนวน|สร้าง|ร่วม|พร้อม|มอบ|จัด|เข้า|ส่ง|พา(?!รา|โน|ณิ|ลา|สต|เล|วิ|วเ|ซิ)|นำ"
    r"|ชวน|ยก|ดัน|ชู|ใช้|ทำ|ให้|จะ|ไม่|แล้ว|ต่อ|หลัง|ก่อน|เมื่อ|สำหรับ|อย่าง|ด้วย|ขอ(?!น)|ประกาศ|ยืน|ประสบ|เปิด|(?<!สา)(?<!บุญ)มี(?!น)|แห่งแรก|ครั้งแรก|รายชื่อ"
    r"|ตรวจ|คัด(?=เลือก|สรร)|ๆ|ผู้|ที่|เดียวกัน|คู่|สู่|ถึง|จน(?:$|กระทั่ง|ถึง)|กระทั่ง|รวม(?=ทั้ง|ถึง)|ตลอดจน|อีกทั้ง|ทั้งยัง|มีการ|\d"
)


# ยินดีกับ |สายชล คนขยัน| ที่สามารถคว้าเหรียญทอง · ชื่นชม “น้องนก” |…| ซึ่งได้รับรางวัล
_PRAISED = re.compile(
    r"(?:[“\"‘']?น้อง[ก-๎]{2,12}[”\"’']?[ ])?"
    r"(?P<name>(?!บุคคล|องค์กร|หน่วย|ข้าราชการ|ชุมชน|ทีม|ทุก|กลุ่ม)[ก-ฮเ-ไ][ก-๎]{1,19}[ ](?!องค์กร|บุคคล|หน่วย|นัก|ทีม)[ก-ฮเ-ไ][ก-๎]{2,24})"
    r"[ ]?(?:(?:นัก|มือ)[ก-๎]{3,30}[ ]?)?(?:ที่|ซึ่ง)(?:สามารถ|ได้|เพิ่ง)*[ ]?"
)
_GREETED = re.compile(r"(?:ยินดี|ชื่นชม|ปลื้ม|ให้กำลังใจ|ขอบคุณ)(?:กับ|แก่|ต่อ)?[ ]*[“\"‘']?$")
# อาคาร |NAT-1|, |มทบ.38
_CODE = re.compile(r"[A-Z]+[ -]?\d{1,3}(?![\d.])|^(?!กม|ชม|ซม|มม|กก|ดร|มค|กพ|มี|ลว)[ก-ฮ]{2,4}\.(?:[ก-ฮ]{1,3}\.)?[ ]?\d{1,3}$")
# ผลิตภัณฑ์น้ำพริก “|แม่ศรี|” คว้ารางวัล
_PRODUCT = re.compile(r"[ก-๎ ]{2,40}?[“\"‘'](?P<name>[^“”\"\n]{2,40}?)[”\"’']?")


# 14 โรงงานของ|เครือนาดี| รับรางวัล: whose they are has won
_UNITS_OF = re.compile(
    r"(?:สถานประกอบ(?:กิจ)?การ[ ]?)?\d{1,3}[ ]?(?:โรงงาน|โครงการ|คลัง|โรงแรม|สาขา|อาคาร|ศูนย์การค้า|สถานี|ฟาร์ม|เหมือง"
    r"|โรงไฟฟ้า|แบรนด์|ผลิตภัณฑ์)"
    r"[ก-๎]{0,12}?[ ]?(?:ใน)?(?:ของ|สังกัด|เครือ(?=บริษัท))[ ]?(?=[ก-ฮเ-ไA-Z])"
)


def find_unnamed_subjects(findings: Findings) -> tuple[list[Party], list[Span]]:
    """The parties, and the works, that stand before verbs of receiving and that nothing else has found.

    “เรือริ้วทองนาดี คว้ารางวัลเรืองามแห่งปี” → เรือริ้วทองนาดี, a party · “ข้าวหอมนาดีคว้ารางวัลข้าวที่ดีที่สุด” → ข้าวหอมนาดี, a work
    """
    parties: list[Party] = []
    works: list[Span] = []
    labels = sorted(label.outer for label in findings.labels if label.kind in {"award", "level", "category", "branch"})
    behind = sorted(label.until for label in findings.labels if label.rule == "category.named")
    names = _Names(findings)
    taken = sorted([(party.start, party.end) for party in findings.parties] + [(work.start, work.end) for work in findings.works])
    for verb, named in _verbs(findings, labels):
        apposed = apposed_before(findings.text, verb.start) if named else None
        if apposed is not None and not overlaps(taken, apposed[0], verb.start):
            parties.append(Party(*apposed, "team", Span(*apposed, "party.subject"), -2000 - apposed[0]))
            continue
        headed = headed_before(findings.text, verb.start) if named else None
        if headed is not None and not overlaps(taken, *headed):
            parties.append(Party(*headed, "team", Span(*headed, "party.subject"), -2000 - headed[0]))
            continue
        place = _place(findings.text, verb.start, behind)
        if place is None:
            known = names.this_one(verb.start) or (_heads_line(findings.text, verb.start, taken, names) if named else None)
            if known is not None and not overlaps(taken, known.start, known.end):
                parties.append(known)
            continue
        start, end = names.without_place(*place)
        head = head_before(findings.text, verb.start)
        apart = head is not None and head[0] == start and head[1] < end and is_name(findings.text[start : head[1]])
        end = head[1] if head is not None and apart else end
        if (units := _UNITS_OF.match(findings.text, start, end)) is not None:
            start = units.end()
        if not overlaps(taken, start, end):
            start, end = _within_marks(findings.text, start, end)
        if (praised := _PRAISED.fullmatch(findings.text, start, end)) and _GREETED.search(
            findings.text, max(0, start - 24), start
        ):
            start, end = praised.span("name")
        known = names.again(start, end) or names.shorter(start, end)
        if known is not None:
            parties.append(known)
        elif not named:
            continue
        elif (product := _PRODUCT.fullmatch(findings.text, start, end)) and THING.match(findings.text, start):
            if not overlaps(taken, *product.span("name")):
                works.append(Span(*product.span("name"), "work.subject"))
        elif not overlaps(taken, start, end) and is_name(findings.text[start:end]):
            if (THING.match(findings.text, start) and not apart) or _is_shown(findings, verb, start):
                works.append(Span(start, end, "work.subject"))
            else:
                span = Span(start, end, "party.subject")
                parties.append(Party(start, end, "team", span, -2000 - start))
        elif (told := _heads_line(findings.text, verb.start, taken, names)) is not None:
            parties.append(told)
    parties.extend(party for party in _given(findings) if not overlaps(taken, party.start, party.end))
    return parties, works


# ⏎|โรงแรมนาดี| เปิดมา 10 ปี ล่าสุด|คว้ารางวัล: of what the line is
_HEADS_LINE = re.compile(
    r"[“\"‘' ]{0,2}(?P<name>(?:โรงแรม|รีสอร์ท|โฮมสเตย์|ร้าน|คาเฟ่|แบรนด์|วัด|อาคาร|ตลาด|ท่าอากาศยาน|สนามบิน"
    r"|พิพิธภัณฑ์|สวนสัตว์|ฟาร์ม|ไร่|สวน|เกาะ|หาด|เขื่อน|สะพาน|ศูนย์การค้า|สตาร์ทอัพ|วง|ทีม)[ก-๎A-Za-z]{3,36})[”\"’']?[ ](?:[ก-๎]{3,12}[ ])?"
    r"(?=(?:ซึ่ง)?(?:เป็น|ตั้งอยู่|เปิด|มี|สร้าง|ก่อตั้ง|เริ่ม|ให้บริการ|ได้|พัฒนา|ออกแบบ|ผลิต|ล่าสุด|เดินหน้า|มุ่ง|ดำเนิน))"
)


def _heads_line(text: str, verb: int, taken: Sequence[tuple[int, int]], names: _Names) -> Party | None:
    """What a line begins with that nothing else has found, where nobody else is named up to its verb."""
    start = text.rfind("\n", 0, verb) + 1
    at = bisect_left(taken, (start, 0))
    if at < len(taken) and taken[at][0] < verb:
        return None
    place = head_before(text, verb)
    if place is None or not is_name(text[place[0] : place[1]]):
        named = _HEADS_LINE.match(text, start, verb) if verb - start <= _LINE else None
        if named is None or not is_name(named["name"]):
            return None
        place = named.span("name")
    elif (known := names.shorter(*place)) is not None or text.startswith((".", "ฯ"), place[1] - 1):
        return known
    span = Span(*place, "party.subject")
    return Party(span.start, span.end, "team", span, -2000 - span.start)


# มอบรางวัล ก |ให้ 11 คลังของ|กลุ่มนาดี โดยนาย ข
_GIVEN_TO = re.compile(r"[^\n]{0,50}?(?:ให้(?:แก่|กับ)?|แก่)[ ]?")
_GIVEN_ENDS = re.compile(r"[ ]?(?:โดย|ซึ่ง|ณ[ ]|เมื่อ|จาก|ใน|ที่|เพื่อ|พร้อม|เป็น)|[\n,;(“”]|[ ]{2,}|$")


def _given(findings: Findings) -> Iterator[Party]:
    """Those whose so many works, houses or halls a prize is given to: มอบรางวัล ก ให้ 11 คลังของ|กลุ่มนาดี."""
    text = findings.text
    for hit in findings.cues:
        if not hit.row.id.startswith("conferred-give"):
            continue
        to = _GIVEN_TO.match(text, hit.end)
        units = _UNITS_OF.match(text, to.end()) if to is not None else None
        if units is None:
            continue
        end = _GIVEN_ENDS.search(text, units.end() + 2)
        stop = end.start() if end is not None else len(text)
        if is_name(text[units.end() : stop]):
            yield Party(units.end(), stop, "team", Span(units.end(), stop, "party.given"), -2500 - stop, role="listed")


def _verbs(findings: Findings, labels: list[int]) -> Iterator[tuple[Hit, bool]]:
    """The verbs of receiving right behind which a prize stands, each with whether it is named and not only one of so many."""
    for got in got_verbs(findings):
        yield got, True
    for hit in findings.cues:
        if sense(hit) not in {"conferred", "past"} or hit.row.id not in _WINS:
            continue
        at = bisect_left(labels, hit.start)
        if at < len(labels) and labels[at] <= hit.end + _TAKES and "\n" not in findings.text[hit.start : labels[at]]:
            yield hit, True
        elif _counts(findings.text, hit):
            yield hit, _from_stage(findings, labels, hit)
    for hit in numbered_verbs(findings):
        yield hit, _from_stage(findings, labels, hit)


# characters behind a verb within which the stage is named that so many prizes come from
_STAGE = 110
_AT_STAGE = re.compile(r"[^\n]*?(?:เวที|งาน|จาก|ใน|ได้แก่|ประกอบด้วย|ดังนี้|คือ|:)")


def _from_stage(findings: Findings, labels: list[int], verb: Hit) -> bool:
    """Whether behind so many prizes it is told where they come from, or which they are: คว้า| 3 รางวัลจากเวที Siam Awards."""
    at = bisect_left(labels, verb.end)
    if at >= len(labels) or labels[at] > verb.end + _STAGE or "\n" in findings.text[verb.end : labels[at]]:
        return False
    return _AT_STAGE.match(findings.text, verb.end, labels[at]) is not None


# 'ลุงดำ'| ลูกทีมครูแป้ง: what is told of whom marks call, and no name
_TOLD_BESIDE = re.compile(r"[ ]?(?:ลูก|ศิษย์|สมาชิก|จาก|วัย|หนุ่ม|สาว|ทีม|เจ้าของ|ตัวแทน|ชาว)")
# what is won by what is shown or sung, and what it is won at
_OF_ARTS = re.compile(
    r"(?:รางวัล)?[ ]?(?:ภาพยนตร์|หนัง|ละคร|ซีรี|เพลง|บท(?:ภาพยนตร์|ละคร)|เทคนิค|ดนตรี|กำกับภาพ|ลำดับภาพ|ออกแบบ|"
    r"อัลบั้ม|มิวสิก|สารคดี|แต่งหน้า|บันทึกเสียง"
    r"|ตุ๊กตาทอง|สุพรรณหงส์|ออสการ์|Best[ ](?:Picture|Film|Drama|Series|Song|Original|Documentary|Screenplay|Asian))"
)


def _is_shown(findings: Findings, verb: Hit, start: int) -> bool:
    """Whether marks before a verb name a film or song, by the prize that it takes: “ทะเลสองสี” คว้าบทภาพยนตร์ยอดเยี่ยม."""
    if findings.text[start - 1 : start] not in _CLOSERS:
        return False
    at = bisect_left(findings.labels, verb.start, key=lambda label: label.outer)
    label = findings.labels[at] if at < len(findings.labels) else None
    near = label is not None and label.outer <= verb.end + _TAKES
    return near and label is not None and _OF_ARTS.match(findings.text, label.outer) is not None


_CLOSERS = {"“": "”", "‘": "’", '"': '"', "'": "'"}


def _within_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """What stands in marks alone, where they close before the verb: 'ลุงดำ|' ลูกทีมครูแป้ง |คว้าแชมป์."""
    closing = _CLOSERS.get(text[start - 1 : start])
    closed = text.find(closing, start + 2, end) if closing is not None else -1
    return (start, closed) if closed > 0 and _TOLD_BESIDE.match(text, closed + 1) else (start, end)


# คว้า| 30 รางวัลระดับโลก: so many prizes, of which none is named here
_SO_MANY = re.compile(r"[ ]?(?:(?:[^\n\d“”]|(?<=ปี[ ])\d{4}){0,50}?[ ])?(?:[2-9]|[1-9]\d)[ ]?รางวัล(?!ละ|ที่)")


def _counts(text: str, verb: Hit) -> bool:
    """Whether a verb takes so many prizes: who has won them is named, if only by a short form of a name."""
    return verb.row.id in {"conferred-receive-n", "conferred-win"} and _SO_MANY.match(text, verb.end) is not None


def _place(text: str, verb: int, behind: Sequence[int]) -> tuple[int, int] | None:
    """Where the words between the beginning of the verb's clause and the verb stand, without marks and adverbs."""
    begin = max(0, verb - _CLAUSE, text.rfind("\n", 0, verb) + 1)
    adverbs = _ADVERBS.search(text, begin, verb)
    end = adverbs.start() if adverbs is not None else verb
    starts = [match.end() for match in _BEGINS.finditer(text, begin, verb)]
    since = max(text.rfind("\n", 0, verb) + 1, verb - _ROW)
    starts.extend(match.end() for match in _NEXT_OF_ROW.finditer(text, since, verb) if match.end() > begin)
    if text.startswith(_HOLDS, verb):
        starts.extend(match.end() for match in _BY.finditer(text, begin, verb))
    starts.extend(match.end() for match in _OWNS.finditer(text, begin, verb))
    starts.sort()
    at = bisect_left(behind, verb) - 1
    if at >= 0 and behind[at] >= begin:  # ส่วนประเภทเรือเล็ก| เรือแก้วนาดี คว้าแชมป์
        starts = sorted([*starts, behind[at]])
    if starts:
        begin = starts[-1]
    elif begin > 0 and text[begin - 1] != "\n":
        this = _THIS.search(text, begin, end)
        return this.span() if this is not None else None
    inner = text[begin:end].strip(_MARKS)
    if not inner:
        return None
    start = text.index(inner, begin)
    return start, start + len(inner)


class _Names:
    """Who has been named in an article, asked for by a part of the name; what that costs does not grow with the article."""

    def __init__(self, findings: Findings) -> None:
        self.text = text = findings.text
        self.parties = findings.parties
        self._starts = [party.start for party in findings.parties]
        title_end = findings.title.end if findings.title is not None else 0
        self._organisations = findings.organisations
        self._in_title = {
            key
            for key, organisation in enumerate(findings.organisations)
            if any(mention.start < title_end for mention in organisation.mentions)
        }
        self._bodies = [
            (text[mention.start : mention.end], key)
            for key, organisation in enumerate(findings.organisations[:_MOST_BODIES])
            for mention in organisation.mentions[:_MOST_MENTIONS]
        ]
        self._people: dict[str, tuple[int, Span]] = {}
        for key, person in enumerate(findings.people):
            given, _, surname = text[person.name.start : person.name.end].partition(" ")
            if surname:
                self._people.setdefault(given, (key, person.name))

    def shorter(self, start: int, end: int) -> Party | None:
        """A short form of one who is named in full elsewhere: กรุงไทย of ธนาคารกรุงไทย, “แหวน” สมหญิง of นางสาวสมหญิง ใจดี."""
        name = _SHORT_HEAD.sub("", self.text[start:end]).strip(_MARKS)
        if len(name) < 4:
            return None
        cut = self.text.startswith("ฯ", start + len(self.text[start:end].rstrip()) - 1)
        for full, key in self._bodies:
            if _contains(full, name) or (cut and f" {name}" in full):  # ภูนาคลีนฯ of บริษัท ภูนาคลีนพลังงาน
                return Party(start, end, "organisation", Span(start, end, "party.subject"), key)
        if _SAYS.search(name):
            return None
        for word in _APART.split(name):
            if len(word) > 3 and word in self._people:
                key, full_name = self._people[word]
                return Party(start, end, "person", full_name, key)
        return None

    def again(self, start: int, end: int) -> Party | None:
        """A common noun before the verb as the last party named that begins with it, the headline's before others."""
        for begin in {start, max(start, self.text.rfind(" ", start, end) + 1), start + 3 * self.text.startswith("ทาง", start)}:
            noun = _AGAIN.fullmatch(self.text, begin, end)
            if noun is None:
                continue
            heads = (noun["head"], *_ABBREVIATED.get(noun["head"], ()))
            last = bisect_left(self._starts, begin)
            like = [
                party
                for party in reversed(self.parties[max(0, last - _MOST_PARTIES) : last])
                if party.end <= begin
                and party.kind != "person"
                and party.end - party.start > end - begin
                and (
                    self.text.startswith(heads, party.start)
                    or self.text[max(0, party.start - 6) : party.start].strip(" “\"‘'") in heads
                )
            ]
            if like:
                told = next((party for party in like if party.kind == "organisation" and party.key in self._in_title), like[0])
                return Party(begin, end, told.kind, told.name, told.key, told.body)
            within = [
                (mention.start, mention, key)
                for key, organisation in enumerate(self._organisations[:_MOST_BODIES])
                for mention in organisation.mentions[:_MOST_MENTIONS]
                if mention.end <= begin
                and mention.end - mention.start > end - begin
                and self.text.startswith(heads, mention.start)
            ]
            if within:  # นาย ก ผู้อำนวยการธนาคาร ข เปิดเผยว่า |ธนาคาร
                _, mention, key = max(within, key=lambda told: told[0])
                return Party(begin, end, "organisation", mention, key)
        return None

    def this_one(self, verb: int) -> Party | None:
        """Who is told of further before the verb as this one of a kind, in the same line."""
        begin = max(self.text.rfind("\n", 0, verb) + 1, verb - _SINCE)
        told = next(reversed(list(_THIS_ONE.finditer(self.text, begin, verb))), None)
        return None if told is None else self.again(*told.span())

    def without_place(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without a place or bracket that ends it, and a nickname before it: ไร่นาดี| จ.น่าน, น้องแหวน |สมหญิง ใจดี."""
        pointed = _POINTS.search(self.text, start, end)
        if pointed is not None and _AGAIN.fullmatch(self.text, start, end) is None:
            end = pointed.start()  # ชุมชนบ้านนาดี| แห่งนี้
        bracket = self.text.find(" (", start, end)
        if bracket > start:
            end = bracket  # ธนาคารนาดี| (ธนด.)
        nickname = _NICKNAME.match(self.text, start, end)
        if nickname is not None:
            start = nickname.end()
        for party in self.parties[bisect_left(self._starts, start + 1) : bisect_left(self._starts, end)]:
            under = party.kind == "organisation" and self.text.endswith(_UNDER, start, party.start)
            if (party.kind == "place" or under) and party.end == end:
                named = self.text[start : party.start].rstrip(_MARKS)
                return start, start + len(
                    named.removesuffix("ของ").removesuffix("สังกัด").removesuffix("เครือ").removesuffix("ใน").rstrip(_MARKS)
                )
        return start, end


def _contains(full: str, name: str) -> bool:
    """Whether a body's full name ends with the short one, or has it as a word of its own: บริษัท นาดี จำกัด, นาดี."""
    return len(full) > len(name) and (full.endswith(name) or f" {name} " in full)


def _says(name: str) -> bool:
    """Whether a word within a name begins as one that no name holds; สายการบิน does not hold ยก."""
    return any(_SAYS.match(token) is not None for token in words(_CODE.sub("", name)))


def is_name(name: str) -> bool:
    """Whether words are like a name: short, of a word that may head one, none of them a verb or a particle."""
    if not 3 <= len(name) <= 44 or name.count(" ") > 3 or _NOBODY.match(name) or _ASKED.search(name) or _says(name):
        return False
    if _AGAIN.fullmatch(name) or _SORT.match(name):
        return False
    if not (name[0].isalpha() or name[0] in "เแโใไ") or any(mark in name for mark in '“”"()'):
        return False
    tokens = [token for token in words(name) if token.strip()]
    return bool(tokens) and tokens[0] not in BAD and not any(token in BAD for token in tokens[1:])
