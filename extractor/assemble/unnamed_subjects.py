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
from extractor.assemble.free_names import THING
from extractor.assemble.line_heads import head_before
from extractor.assemble.names_before import MARKS, THIS, NamesBefore, is_name
from extractor.assemble.shaped_verbs import got_verbs, numbered_verbs
from extractor.assemble.subject_words import ADVERB
from extractor.assemble.work_subjects import SORTED
from extractor.document import Span, overlaps
from extractor.match.headline_words import BEHIND_NAMES
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.assemble.findings import Findings
    from extractor.lexicon import Hit

# verbs of which the subject has won; of a giving one it has not, and of ที่ได้รับรางวัล it stands elsewhere
_WINS = frozenset(
    {"conferred-receive", "conferred-receive-n", "conferred-win", "conferred-take", "conferred-honoured", "past-ever"}
)
# ร้านนาดี |เป็น|ผู้ได้รับรางวัล
_IS = "เป็น"
# characters between a verb and the prize that it takes: คว้า 3 รางวัลใหญ่จากงาน…
_TAKES = 30
# characters before a verb within which its clause begins
_CLAUSE = 64
# characters before a verb within which the prize before it in a row is told
_ROW = 140
# characters from a title to the verb before which it is told what sort of work it is
_SORT = 90
# by what bodies and places are called that win, behind words that lead in to them
_HEADS = (
    "ชุมชน|กลุ่ม|โรง(?:เรียน|พยาบาล|แรม|งาน|สี)|บริษัท|เทศบาล|กองทุน|สหกรณ์|ทีม|ศูนย์|วัด|หมู่บ้าน|บ้าน|มหาวิทยาลัย|วิทยาลัย|ธนาคาร|ร้าน|ไร่|สวน|ฟาร์ม|ตลาด"
    "|พิพิธภัณฑ์|สาขาวิชา|ภาควิชา|คณะ(?!กรรม|อนุ|ผู้|ทำงาน|นัก|ทีม)|เครือข่าย|วิสาหกิจ|สมาคม|มูลนิธิ|ชมรม|สถาบัน|สถานี|ด่าน|อุทยาน|นิคม|คลินิก|วง(?=ดุริ|โยธ|ดนตรี|โปง)|สโมสร"
    "|รีสอร์ท|คาเฟ่|แบรนด์|ที่ว่าการอำเภอ"
)
# where a clause begins: ล่าสุด นาดี คว้ารางวัล · เผยว่า นาดี คว้ารางวัล
_BEGINS = sought(
    r"(?:\n|[!?。:：;•*–]|[ ]-(?=[ ])|\.[ ]|[ ]{2,}|ล่าสุด|ที่ผ่านมา|ก่อนหน้านี้|ก่อนหน้านั้น|นอกจากนี้|นอกจากนั้น|ทั้งนี้|ขณะที่|โดย(?=[ ]?(?:ปี|ใน))"
    rf"|(?<![ก-๎])(?:โดย|สำหรับ)(?=[ ]?(?:{_HEADS}))"
    r"|(?<=ครั้ง)(?:แรก|หนึ่ง)?ที่|(?<=ปี)ที่[ ]?(?:\d{1,2}|สอง|สาม|สี่|ห้า)[ก-๎ ]{0,14}?[ ]?ที่|เร็ว[ ]?ๆ[ ]?นี้"
    r"|(?:าคม|ายน|พันธ์|[กตธพมส]\.[คพยก]\.)[ ]?(?:พ\.ศ\.[ ]?)?(?:25)?\d\d(?!\d)(?:[ ](?:เวลา[ ]?)?[\d.:]{4,5}[ ]?น\.)?"
    r"|ดังนี้[ ]?|(?<![ก-๎])(?:เช่น|อาทิ(?:เช่น)?)[ ]"
    r"|(?:กล่าว|เผย|ระบุ|ชี้|ย้ำ)(?:ว่า)?[ ]|ว่า(?=[ ])[ ]|(?:กล่าว|เผย|ระบุ|ชี้|ย้ำ|ทราบ|ปรากฏ)ว่า|หลังจาก(?:ที่)?|หลัง(?=[ก-๎])|เนื่องจาก|เมื่อ"
    r"|(?:(?:(?<!ไม่)ทำ|ส่งผล|ผลักดัน|ช่วย)ให้|โดยเฉพาะ(?:อย่างยิ่ง)?|ซึ่ง)(?!กัน|(?:ประเทศ)?ไทย)"
    r"|(?<![ก-๎])(?:ส่วน|ด้าน|ฝั่ง|ฟาก)(?=[ “\"‘])"
    r"|(?<=[ ])ส่วน(?=[ก-ฮเ-ไ])(?!ราชการ|ตัว|ใหญ่|รวม|แบ่ง|รางวัล|ผู้|ที่|กลาง"
    r"|ท้องถิ่น|ภูมิภาค|หนึ่ง|ประเภท|สาขา|ระดับ|ใน|การ|ของ|รุ่น|อันดับ|เหรียญ|ปี)"
    r"|และ(?=อาคาร|วัด|เหมือง|ตลาด|พิพิธภัณฑ์|สวน|อุทยาน|โรงแรม|ร้าน|เกาะ|สนามบิน)"
    r"|(?:น่า(?:ยินดี|ชื่นชม)|ภูมิใจ|ดีใจ|ปลื้มใจ|ปลาบปลื้ม|เกียรติ|คุ้มค่า|สมกับ)(?:เป็น)?(?:อย่างยิ่ง|มาก)?[ ]?ที่"
    r"|คณะ(?=นัก[ก-๎]{2,20}ทีมชาติ)"
    r"|การที่|ยินดี(?:กับ|แก่|แด่)?|ชื่นชม|ปลื้ม(?![ ]*$)[ ]?|ภูมิใจ[ ]?|ปัง![ ]?|เฮ![ ]?|(?:ในปี|ปี)[ ]?(?:[พค]\.[ ]?ศ\.[ ]?)?\d{4}"
    r"|(?:ใน)?(?:ปี|วัน|ครั้ง|งาน|โอกาส|การ)นี้|(?<=[ก-๎])ที่(?=ไทย|ประเทศไทย))[ ]*[“\"‘']?"
)
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
_ADVERBS = sought(rf"[ ]*(?:(?:{ADVERB}|(?:เนื่อง)?ในโอกาส(?:ที่)?)[ !]*)+$")


# … ได้รับรางวัลชุมชนน่าอยู่| |เมืองเก่านาดี| |ได้รับรางวัล: the next of a row that nothing joins
_ENDS_CLAUSE = frozenset({"award", "year"})
_NEXT_WORD = re.compile(
    r"[ ](?!ขณะ|ใน(?:ขณะ|เวลา|ปี|ครั้ง)|พร้อม|จน|ต่อ(?:มา|จาก|เนื่อง)|ทั้ง|โดย|ซึ่ง|และ|แต่|จาก|นอกจาก|หลัง|ก่อน|ล่าสุด|เมื่อ|อีก|รวม|เคย|สามารถ"
    r"|ทำให้|ส่งผล|ปี|ครั้ง|เช่นเดียว|เพราะ|เพื่อ|นัก|ผู้|เป็น|ด้วย)(?=[ก-ฮเ-ไ][ก-๎]{3,30}[ ](?:ได้รับ|คว้า)(?:รางวัล|โล่))"
)


# ยินดีกับ |สายชล คนขยัน| ที่สามารถคว้าเหรียญทอง · ชื่นชม “น้องนก” |…| ซึ่งได้รับรางวัล
_PRAISED = re.compile(
    r"(?:[“\"‘']?น้อง[ก-๎]{2,12}[”\"’']?[ ])?"
    r"(?P<name>(?!บุคคล|องค์กร|หน่วย|ข้าราชการ|ชุมชน|ทีม|ทุก|กลุ่ม)[ก-ฮเ-ไ][ก-๎]{1,19}[ ](?!องค์กร|บุคคล|หน่วย|นัก|ทีม)[ก-ฮเ-ไ][ก-๎]{2,24})"
    r"[ ]?(?:(?:นัก|มือ)[ก-๎]{3,30}[ ]?)?(?:ที่|ซึ่ง)(?:สามารถ|ได้|เพิ่ง)*[ ]?"
)
# มาลี ทองดี| นักแบดมินตันสาวไทย |คว้าแชมป์: what somebody is, behind the name
_TOLD_AS = re.compile(
    r"(?P<name>(?!บุคคล|องค์กร|หน่วย|ชุมชน|ทีม|กลุ่ม|โรง|บริษัท|สมาคม|มหา|วง|นัก)[ก-ฮเ-ไ][ก-๎]{1,15}[ ](?!นัก|ทีม)[ก-ฮเ-ไ][ก-๎]{1,20})"
    r"[ ](?:(?:อดีต)?นัก(?!เรียน)[ก-๎]{3,40}|โปร(?:กอล์ฟ)?(?:สาว|หนุ่ม)?[ก-๎]{0,16}|(?:พระ|นาง)เอก[ก-๎]{2,20}"
    r"|ดารา[ก-๎]{2,24}|เชฟ[ก-๎]{2,24})"
    r"(?:[ ](?:วัย|อายุ)[ ]?\d{1,2}[ ]?ปี)?"
)
_GREETED = re.compile(r"(?:ยินดี|ชื่นชม|ปลื้ม|ให้กำลังใจ|ขอบคุณ)(?:กับ|แก่|ต่อ)?[ ]*[“\"‘']?$")
# ผลิตภัณฑ์น้ำพริก “|แม่ศรี|” คว้ารางวัล
_PRODUCT = re.compile(r"[ก-๎ ]{2,40}?[“\"‘'](?P<name>[^“”\"\n]{2,40}?)[”\"’']?")


# 14 โรงงานของ|เครือนาดี| รับรางวัล: whose they are has won
_UNITS_OF = re.compile(
    r"(?:สถานประกอบ(?:กิจ)?การ[ ]?)?\d{1,3}[ ]?(?:โรงงาน|โครงการ|คลัง|โรงแรม|สาขา|อาคาร|ศูนย์การค้า|สถานี|ฟาร์ม|เหมือง"
    r"|โรงไฟฟ้า|แบรนด์|ผลิตภัณฑ์)"
    r"[ก-๎]{0,12}?[ ]?(?:ใน)?(?:ของ|สังกัด|เครือ(?=บริษัท))[ ]?(?=[ก-ฮเ-ไA-Z])"
)


def _without_sorts(findings: Findings, verbs: Iterator[tuple[Hit, bool]]) -> Iterator[tuple[Hit, bool]]:
    """The verbs but for those before which it is told what sort of work has won: “ดอกโศก” ภาพยนตร์แนวรัก–ตลก |คว้ารางวัล."""
    ends = [work.end for work in findings.works if work.rule == SORTED]
    for verb, named in verbs:
        if not any(0 < verb.start - end <= _SORT and "\n" not in findings.text[end : verb.start] for end in ends):
            yield verb, named


# ชุมชนนาดี| สร้างชื่อ| คว้ารางวัล · |สุดปลื้ม |ร้านนาดี คว้ารางวัล: what a headline says of who has won
_SAID_OF_IT = re.compile(rf"(?<=[ก-๎A-Za-z0-9”\"])[ ]{BEHIND_NAMES}[ก-๎]{{0,30}}[ ]?\Z")
_HAILED = re.compile(r"(?:สุดปลื้ม|ปลื้ม|(?:น่า)?ชื่นชม|น่ายินดี|ข่าวดี|ร่วมยินดี|สุดยอด|เฮ)[!]?[ ]")


def _name_alone(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without what a headline says of it, and a person's without what leads to it or tells what the person is."""
    hailed, said = _HAILED.match(text, start, end), _SAID_OF_IT.search(text, start, end)
    start = start if hailed is None else hailed.end()
    end = end if said is None or said.start() <= start else said.start()
    praised = _PRAISED.fullmatch(text, start, end)
    if praised is not None and _GREETED.search(text, max(0, start - 24), start):
        return praised.span("name")
    told = _TOLD_AS.fullmatch(text, start, end)
    return (start, told.end("name")) if told is not None else (start, end)


def find_unnamed_subjects(findings: Findings) -> tuple[list[Party], list[Span]]:
    """The parties, and the works, that stand before verbs of receiving and that nothing else has found.

    “เรือริ้วทองนาดี คว้ารางวัลเรืองามแห่งปี” → เรือริ้วทองนาดี, a party · “ข้าวหอมนาดีคว้ารางวัลข้าวที่ดีที่สุด” → ข้าวหอมนาดี, a work
    """
    parties: list[Party] = []
    works: list[Span] = []
    labels = sorted(label.outer for label in findings.labels if label.kind in {"award", "level", "category", "branch"})
    behind = sorted(
        label.until
        for label in findings.labels
        if label.rule == "category.named" or (label.kind in _ENDS_CLAUSE and _NEXT_WORD.match(findings.text, label.until))
    )
    names = NamesBefore(findings)
    taken = sorted([(party.start, party.end) for party in findings.parties] + [(work.start, work.end) for work in findings.works])
    for verb, named in _without_sorts(findings, _verbs(findings, labels)):
        apposed = apposed_before(findings.text, verb.start) if named else None
        if apposed is not None and not overlaps(taken, apposed[0], verb.start):
            parties.append(Party.of_words(Span(*apposed, "party.subject")))
            continue
        headed = headed_before(findings.text, verb.start) if named else None
        if headed is not None and not overlaps(taken, *headed):
            parties.append(Party.of_words(Span(*headed, "party.subject")))
            continue
        place = _place(findings.text, verb.start, behind) if not _is_felt(findings.text, verb.start) else None
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
        start, end = _name_alone(findings.text, start, end)
        if findings.text.startswith(".", end) and _INITIALS.fullmatch(findings.text, start, end):
            end += 1
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
                parties.append(Party.of_words(Span(start, end, "party.subject")))
        elif (heads := _heads_line(findings.text, verb.start, taken, names)) is not None:
            parties.append(heads)
    parties.extend(party for party in _led(findings) if not overlaps(taken, party.start, party.end))
    parties.extend(party for party in _given(findings) if not overlaps(taken, party.start, party.end))
    return parties, works


# ⏎|โรงแรมนาดี| เปิดมา 10 ปี ล่าสุด|คว้ารางวัล: of what the line is
_HEADS_LINE = re.compile(
    r"[“\"‘' ]{0,2}(?P<name>(?:โรงแรม|รีสอร์ท|โฮมสเตย์|ร้าน|คาเฟ่|แบรนด์|วัด|อาคาร|ตลาด|ท่าอากาศยาน|สนามบิน"
    r"|พิพิธภัณฑ์|สวนสัตว์|ฟาร์ม|ไร่|สวน|เกาะ|หาด|เขื่อน|สะพาน|ศูนย์การค้า|สตาร์ทอัพ|วง|ทีม)[ก-๎A-Za-z]{3,36})[”\"’']?[ ](?:[ก-๎]{3,12}[ ])?"
    r"(?=(?:ซึ่ง)?(?:เป็น|ตั้งอยู่|เปิด|มี|สร้าง|ก่อตั้ง|เริ่ม|ให้บริการ|ได้|พัฒนา|ออกแบบ|ผลิต|ล่าสุด|เดินหน้า|มุ่ง|ดำเนิน))"
)


# the mark that one which closes stands for
_OPENED_BY = {"'": "'", '"': '"', "’": "‘", "”": "“"}


def _heads_line(text: str, verb: int, taken: Sequence[tuple[int, int]], names: NamesBefore) -> Party | None:
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
    return Party.of_words(Span(*place, "party.subject"))


# มอบรางวัล ก |ให้ 11 คลังของ|กลุ่มนาดี โดยนาย ข
_GIVEN_TO = re.compile(r"[^\n]{0,50}?(?:ให้(?:แก่|กับ)?|แก่)[ ]?")
_GIVEN_ENDS = re.compile(r"[ ]?(?:โดย|ซึ่ง|ณ[ ]|เมื่อ|จาก|ใน|ที่|เพื่อ|พร้อม|เป็น)|[\n,;(“”]|[ ]{2,}|$")


# พพช|.ได้รับรางวัล
_INITIALS = re.compile(r"(?:[ก-ฮ]\.?){1,6}[ก-ฮ]")


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
            yield Party.of_words(Span(units.end(), stop, "party.given"), "listed")


# ⏎|Nadee Group| (ND) โดย นาย ก กรรมการผู้จัดการ| เข้ารับรางวัล: whom somebody collects a prize for
_LED = re.compile(
    r"[“\"‘' ]{0,2}(?P<name>[ก-ฮเ-ไA-Z][^\n“”\"(),:]{2,40}?)[”\"’']?[ ](?:\([^()\n]{1,40}\)[ ]?)?(?:นำ)?โดย[ ]?"
    r"(?=นาย|นาง|น\.ส\.|คุณ|ดร\.|พล|ว่าที่|[รผ]?ศ\.|พัน|ร้อย|นพ\.|พญ\.)[^\n]{8,120}?$"
)


def _led(findings: Findings) -> Iterator[Party]:
    """Those whom a line begins with, for whom one who leads them collects a prize: Nadee Group โดย นาย ก |เข้ารับรางวัล."""
    text = findings.text
    for hit in findings.cues:
        if hit.row.id != "conferred-take":
            continue
        led = _LED.match(text, text.rfind("\n", 0, hit.start) + 1, hit.start)
        if led is not None and is_name(led["name"]):
            yield Party.of_words(Span(*led.span("name"), "party.subject"))


def _verbs(findings: Findings, labels: list[int]) -> Iterator[tuple[Hit, bool]]:
    """The verbs of receiving right behind which a prize stands, each with whether it is named and not only one of so many."""
    for got in got_verbs(findings):
        yield got, True
    for hit in findings.cues:
        if hit.row.id == "conferred-winner" and findings.text.endswith(_IS, 0, hit.start):
            yield hit._replace(start=hit.start - len(_IS)), True
            continue
        if sense(hit) not in {"conferred", "past"} or (hit.row.id not in _WINS and not _is_felt(findings.text, hit.start)):
            continue
        at = bisect_left(labels, hit.start)
        if at < len(labels) and labels[at] <= hit.end + _TAKES and "\n" not in findings.text[hit.start : labels[at]]:
            yield hit, True
        elif _counts(findings.text, hit):
            yield hit, _from_stage(findings, labels, hit)
    for hit in numbered_verbs(findings):
        yield hit, _from_stage(findings, labels, hit)


# นาดี แคปปิตอล รู้สึกเป็นเกียรติ|ที่ได้รับรางวัล ก: somebody is glad of it who has received it
_FEELS = ("ยินดี", "ดีใจ", "ภูมิใจ", "เป็นเกียรติ", "อย่างยิ่ง", "อย่างสูง", "ปลื้ม")


def _is_felt(text: str, at: int) -> bool:
    """Whether somebody is told to be glad of a prize at the words that tell of its having been received: …ภูมิใจ|ที่ได้รับรางวัล."""
    return text.startswith("ที่", at) and text.endswith(_FEELS, 0, at)


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


# what only a thing that was made wins: เท้าเทียมนาดี ได้รับ|รางวัลผลงานประดิษฐ์คิดค้น
_OF_WORKS = re.compile(r"(?:รางวัล)?[ ]?(?:(?:ผลงาน|สิ่ง)(?:การ)?(?:ประดิษฐ์|วิจัย|นวัตกรรม|คุณภาพ)|งานวิจัย|ภาพถ่าย|หนังสือ(?!พิมพ์)|วิทยานิพนธ์)")


def _is_shown(findings: Findings, verb: Hit, start: int) -> bool:
    """Whether a film, song or thing that was made stands before a verb, by the prize: “ทะเลสองสี” คว้าบทภาพยนตร์ยอดเยี่ยม.

    Of the arts' prizes, which people win as well, the name has to stand in marks.
    """
    label = findings.label_at(verb.start, verb.end - verb.start + _TAKES)
    if label is None:
        return False
    marked = findings.text[start - 1 : start] in _CLOSERS
    return (_OF_ARTS if marked else _OF_WORKS).match(findings.text, label.outer) is not None


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
        this = THIS.search(text, begin, end)
        return this.span() if this is not None else None
    inner = text[begin:end].strip(MARKS)
    if not inner:
        return None
    start = text.index(inner, begin)
    end = start + len(inner)
    closes = text[end : end + 1]
    return start, end + (closes in _OPENED_BY and inner.count(_OPENED_BY[closes]) % 2 == 1)  # ร้าน 'นาดี|'
