"""Winners of a row that no matcher knows: behind what opens the row, and behind a winner that is known.

ที่ได้รับรางวัล จำนวน 3 แห่ง ได้แก่ เกาะนางรำ จังหวัดชลบุรี, … · ถวายรางวัลแด่พระครูสังฆรักษ์สมบูรณ์ · กรม ก และคุณแม่บุญมา ใจดี
"""

from __future__ import annotations

import re
import string
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Words
from extractor.assemble.findings import Party
from extractor.assemble.free_names import SITES, before_alike, kind_of
from extractor.assemble.role_words import MADE_BY
from extractor.document import Span, overlaps
from extractor.match.honorific_chains import THAI_LETTER
from extractor.match.person_foreign import ENGLISH_COUNTRIES
from extractor.match.person_likeness import known_names
from extractor.patterns import sought
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

# ได้แก่ 1) … · แด่ …
_OPENS = Anchored(
    re.compile(
        r"(?:ได้แก่|คือ|ประกอบด้วย|อาทิ(?:เช่น)?|เช่น|เป็นของ|แด่|ให้แก่|ให้กับ|แก่)[ ]*(?:\(?\d{1,2}[.)]\)?[ ]*)?"
        r"(?:(?:ผู้(?:จัดทำ|พัฒนา)(?:แพลตฟอร์ม|แอปพลิเคชัน)?|องค์กร)[ ]*(?=[A-Z]))?[“\"]?"
    ),
    "ได้แก่|คือ|ประกอบด้วย|อาทิ|เช่น|เป็นของ|แด่|ให้แก่|ให้กับ|แก่",
)
_AGAIN = (
    r"(?:แบรนด์|ทีม|กลุ่ม|ชุมชน|บ้าน|วัด|เกาะ|ร้าน|มูลนิธิ|ครัว(?!เรือน)|ฟาร์ม|ป่าชุมชน|วิสาหกิจชุมชน|สหกรณ์|สถานี(?=[ก-ฮเ-ไ])"
    r"|เขื่อน|พิพิธภัณฑ์|ตลาด|อุทยานแห่งชาติ|โรงแรม|ไร่|สวน)"
)
# from a winner to the next of its row: (ชื่อย่อ) ตำบลนาดี อำเภอเมือง จังหวัดเลย, และ
_TO_NEXT = re.compile(
    rf"""
    [”"’']? (?: [ ]*\([^()\n]{{1,60}}\) )?
    (?: [ ]? (?:หมู่(?:ที่)?[ ]?\d+ | ม\.[ ]?\d+ | (?:ต\.|ตำบล|อ\.|อำเภอ|จ\.|จังหวัด)[ ]?[ก-๎]{{1,60}}) ){{0,4}}
    [ ]* (?: [,;][ ]*(?:และ)? | / | และ | (?=\d{{1,2}}[.)]) | (?P<blank>(?=[ ]{_AGAIN}))
      | (?=[ ]{{1,2}}(?:คุณ|ด\.[ชญ]\.|น\.ส\.|[รผ]ศ\.|ดร\.|นพ\.|พญ\.)[ ]?[ก-ฮเ-ไ]) )
    [ ]* (?: \(?\d{{1,2}}[.)]\)? )? [ ]* [“"‘']?
    """,
    re.VERBOSE,
)
_PROVINCE = re.compile(r"(?:[ ]?(?:ต\.|ตำบล|อ\.|อำเภอ)[ ]?[ก-๎]{1,40}){0,2}[ ]?(?:จ\.|จังหวัด)[ ]?[ก-๎]+[ ]+(?:และ[ ]?)?")
_END = sought(
    rf"""
    [\n,;✅•|/“”"] | [ ]*\(?\d{{1,2}}(?:\.\d+)?[.)] | [ ]{{2,}} | [ ](?={_AGAIN}) | [ ]*\(
    | [ ](?= (?:จาก|โดย|ของ|จังหวัด|จ\.|กรุงเทพ|กทม|อำเภอ|อ\.|ตำบล|ต\.|หมู่|ผลงาน|โครง(?:การ|งาน)|ประเภท|ระดับ|สาขา|ด้วย|กับ|ซึ่ง|ที่
      |จำนวน|เงิน|รางวัล|ชื่อ|ได้|รับ
      |พร้อม|ประจำปี|ต่อเนื่อง|เป็น|เจ้าของ|เจ้าอาวาส|ผู้|นัก|ส่วน|และ|ใน|มี|เพื่อ|ทั้ง|นอกจาก|สำหรับ|ณ|เมื่อ|วัด|โรงเรียน|มหาวิทยาลัย) )
    | [ ](?=[\d,.]+[ ]?(?:วินาที|นาที|คะแนน|บาท|คน|เมตร|ครัวเรือน|%)) | (?:และ|แล้ว)(?=[ ]?[ก-ฮเ-ไ“"]) | ส่วน(?=รางวัล) | รวมทั้งสิ้น
    """,
    re.VERBOSE,
)
# what a winner's name begins with, where nothing but its place tells that it is one
_HEAD = re.compile(
    rf"""
      {SITES} | กรุงเทพมหานคร | เมืองพัทยา | หาด(?=[ก-ฮเ-ไ]) |
      กลุ่ม(?!เป้า|ที่|จังหวัด|คน|ผู้|นิสิต|นัก|ต่าง|ประเทศ|เยาวชน) | ชุมชน(?!ที่|ต่าง)(?=[ก-๙ ]{{3}}) | หมู่บ้าน(?!ที่)
    | บ้าน(?=[ก-ฮเ-ไ]) | วัด(?=[ก-ฮเ-ไ]) | ร้าน(?!ค้าที่) | ไร่(?=[ก-ฮเ-ไ]) | สวน(?=[ก-ฮเ-ไ]) | ฟาร์ม | เกาะ(?=[ก-ฮเ-ไ]) | ครัว(?!เรือน)
    | แบรนด์ | ตรา(?=[ก-ฮเ-ไ ]) | วง(?!การ|เงิน|จร)(?=[ก-ฮเ-ไ]) | เครือข่าย(?!ที่) | ชมรม | พิพิธ | โรงแรม | รีสอร์ท
    | อาคาร(?=[ก-ฮเ-ไ ]) | หน่วย(?!งาน) | สหกรณ์ | กองทุน | วิสาหกิจชุมชน | ทีม(?!งาน|ที่|ชาติ)[ ]? | ค่าย
    | ธนาคาร | ห้าง(?=หุ้น) | หจก | อุทยาน | สภา | ตลาด(?=[ก-ฮเ-ไ]) | ป่าชุมชน | ศูนย์(?!กลาง) | โครงการส่งน้ำ
    | ทัณฑสถาน | น้ำตก | ดอย(?=[ก-ฮเ-ไ]) | บึง(?=[ก-ฮเ-ไ]) | กองพัน | มณฑลทหาร
    | นิตยสาร | หนังสือพิมพ์ | สำนักข่าว | เพจ(?=[ ก-ฮ]) | ช่อง[ ]?\d | ครอบครัว(?=[ก-ฮเ-ไ])(?!ที่)
    | คณะ(?=ลิเก|หมอลำ|กลอง|ละคร|นักร้อง|โนรา) | สมาพันธ์ | สหภาพ(?!แรงงาน[ ]|ยุโรป)
    | สถาน(?:สงเคราะห์|พัฒนา|คุ้มครอง|แรกรับ|ธนานุ) | แหล่ง(?:เรียนรู้|ท่องเที่ยว) | หอ(?:ศิลป|การค้า) | พุทธสมาคม
    | สถาบันการเงิน | โฮมสเตย์ | ภาคี(?!เครือข่าย(?:ที่|ทุก|ต่าง)|ที่|ทุก|ต่าง)
    | คณะ(?=[ก-ฮเ-ไ][ก-๎]{{2,30}}(?:ศาสตร์|แพทย์|วิทยา|ศึกษา))
    | ด่าน | [A-Z]\.[A-Z]\.[ ] | นิคม
    """,
    re.VERBOSE,
)
# ภูตะวัน|รีสอร์ท: what the name of a house or firm ends with
_HOUSE = re.compile(r"^[ก-ฮเ-ไ][ก-๎]{2,30}[ ]?(?:รีสอร์ท|รีสอร์ต|กรุ๊ป|โฮมสเตย์|ฟาร์ม|คาเฟ่|ทีวี|มอเตอร์)$")
# พระครูสังฆรักษ์สมบูรณ์ · คุณแม่บุญมา ใจดี · นส.มาลี ทองคำ
_HONOURED = re.compile(
    r"""
    (?: คุณ(?:แม่|พ่อ|หญิง|ยาย|ตา|ครู|หมอ)?(?!ภาพ|ธรรม|ค่า|วุฒิ) | นส\.[ ]? | ด\.[ชญ]\.[ ]? | เด็ก(?:ชาย|หญิง)[ ]? | น\.ส\.[ ]?
      | [รผ]ศ\.(?:[ ]?(?:ดร|นพ|พญ)\.)?[ ]? | (?:ดร|นพ|พญ)\.[ ]? | (?:พ่อ|แม่)(?:หมอ|ครู)[ ]?
      | นาย(?!อำเภอ|ก|แพทย์|ทะเบียน) | นางสาว | นาง(?!สาว|ฟ้า)
      | (?= พระ(?:ครู|มหา|อาจารย์|อธิการ|ธรรม|ราช|เทพ|พรหม|วิ|ศรี|ปลัด|สมุห์|ใบฎีกา)
          | สมเด็จพระ(?:พุฒ|พุทธ|มหา|ธีร|วัน|อริย|ญาณ) | หลวงพ่อ | หลวงปู่ ) )
    (?P<name> (?!ที่|ผู้|ซึ่ง|และ|ใน|ของ|ทุก|ทั้ง|ท่าน) [ก-ฮเ-ไ][ก-๎]{1,28}
      (?: [ ]{1,2}
        (?!วัด|กรุงเทพ|จังหวัด|เจ้า|รอง|ผู้|ประธาน(?=[ ]|กรรม|สภา|บริษัท|คณะ|มูล|ชมรม|กลุ่ม|หอ|เจ้า|บอร์ด)|และ|จาก
          |เกษตรกร|นัก(?:เรียน|ศึกษา|วิจัย|กีฬา)|นิสิต(?=ชั้น|คณะ|มหา)|ครู(?=โรงเรียน|ประจำ|จาก|ชำนาญ)|อาจารย์|ข้าราชการ|พนักงาน|อาชีพ|ชาวนา|ชาวสวน
          |โรงเรียน|วิทยาลัย|มหาวิทยาลัย|บริษัท|ร้าน|กลุ่ม)
        [ก-ฮเ-ไ][ก-๎]{2,20} (?: [ ]ณ[ ][ก-๎]+ )? )? )
    """,
    re.VERBOSE,
)
_BY_PERSON = re.compile(r"นาย|นาง|น\.ส\.|คุณ|ดร\.")
_NO_HONOURED = re.compile(
    r"พระราช(?:ทาน|ดำ|บัญ|กฤษ|กร|พิธี|วัง|นิพนธ์|ดำริ)|พระบรม|พระบาท|สมเด็จพระเจ้า|สมเด็จพระนาง|สมเด็จพระบรม|สมเด็จพระกนิษ"
)
# Rice Robotics · Nadee-Benz: a firm or make in Latin letters, where a Thai text lists the winners
_LATIN = re.compile(
    r"[A-Z][\w.&'’+-]*(?:[ ](?:[A-Z0-9&][\w.&'’+-]*|of|and|for|the)){0,6}(?:[ ]\([A-Z][A-Za-z ]{2,24}\)(?:[ ]Co\.,?[ ]?Ltd\.?)?)?"
)
# จำนวน 2 ราย ได้แก่ …
_PROMISES = re.compile(
    r"(?:\d[ ]?(?:ราย|บริษัท|องค์กร|แห่ง|แบรนด์|หน่วยงาน|ทีม|สตาร์ทอัพ)[ ]*(?:ได้แก่|คือ|:)[ ]*(?:\(?\d{1,2}[.)])?"
    r"|ผู้(?:ที่)?(?:ได้รับรางวัล|ชนะ(?:เลิศ)?)[ก-๎ ]{0,20}(?:ได้แก่|คือ)[ ]*"
    r"(?:ผู้(?:จัดทำ|พัฒนา)(?:แพลตฟอร์ม|แอปพลิเคชัน)?|องค์กร|บริษัท)?)[ ]*[“\"]?$"
)
_INCORPORATED = re.compile(r"\b(?:Co|Ltd|Inc|PLC|Plc|Corp|Corporation)\b")
# 2) Rice Robotics |รางวัล Best Startup
_WON_BY = re.compile(r"[ ](?:ได้รับ|รับ|คว้า)?(?:รางวัล|เหรียญ)(?!ที่(?:ได้|ผ่าน))|[ ]จำนวน[ ]?\d+[ ]?รางวัล")
# 3 เหรียญทอง ในรุ่น 49 กิโลกรัม จาก |มาลี ทองคำ
_WON_FROM = re.compile(
    r"(?:(?!ได้แก่|คือ[ ])[^\n,;“”]){0,60}?(?:จาก|โดย|เป็นของ|เป็นผลงานของ)[ ]?(?:[“\"]น้อง[ก-๎]{1,12}[”\"][ ]?)?"
    r"(?=(?!โรงแรม|ร้าน|รีสอร์ท)[ก-ฮเ-ไ][ก-๎]{1,19}[ ]{1,2}(?!คว้า|ซิว|ได้|ครอง|กวาด)[ก-ฮเ-ไ])"
)
_MEDAL_FROM = re.compile(
    r"(?:เหรียญ(?:ทอง|เงิน|ทองแดง)|แชมป์)[^\n,;“”]{0,60}?(?:จาก|โดย|เป็นของ|เป็นผลงานของ)[ ]?(?:[“\"]น้อง[ก-๎]{1,12}[”\"][ ]?)?$"
)
_NO_PERSON = re.compile(r"ทีม|นัก|รุ่น|ประเภท|การ|กีฬา|ประเทศ|จังหวัด|กรุง|คณะ|โรง|มหา|สมาคม|สถาบัน|กลุ่ม|ชาติ|ชาว|ผู้|พี่|น้อง|สอง|ทั้ง|เวที|งาน")
# ⏎Rice Bot A ระดับประถมศึกษา |ได้รับรางวัล…
_LATIN_WINS = re.compile(
    r"(?P<name>[A-Z](?<![^\n“].)[\w.&'’+-]+(?:[ ][A-Z0-9&][\w.&'’+-]*){0,4})[”]?[ ]?(?:ระดับ[ก-๎]{4,20}[ ]?)?(?:ก็|ยัง|สามารถ)?"
    r"(?:ได้รับ(?:การประกาศ)?|คว้า|กวาด|ครอง|ชนะ|รับ)[ ]?(?=รางวัล|เหรียญ|แชมป์|โล่|ถ้วย|\d+[ ]?(?:รางวัล|เหรียญ))"
)
_LATIN_BEGINS = Words("|".join(f"{mark}{letter}" for mark in "\n“" for letter in string.ascii_uppercase))
_NO_LATIN = re.compile(
    r"(?:The[ ])?(?:Best|Most|Top|Gold|Silver|Bronze|Excellen|Outstanding|Winner|First|Second|Third|Grand|Special|Ms|Mrs?|Dr)\b"
    r"|.*\b(?:Awards?|Prizes?|Medals?|Category|Competition|Contest|Championships?|Games?|Cup|Excellence)\b"
    rf"|(?:{ENGLISH_COUNTRIES})(?![ ]?[A-Za-z])"
)
_PAIR = re.compile(r"[ก-ฮเ-ไ][ก-๎]{1,19}[ ]{1,2}[ก-ฮเ-ไ][ก-๎]{2,24}$")
_BAD = frozenset(
    (
        "ได้ ได้รับ รับ มี เป็น ที่ ซึ่ง จะ มอบ จัด รางวัล ผลงาน ว่า ใน ทั้ง เพื่อ นี้ นั้น คือ ดังนี้ ไม่ แต่ แก่ ให้ จำนวน และ หรือ จาก "
        "การ ความ ด้าน ระดับ ประเภท สาขา ปี ครั้งที่ วันที่ เรื่อง อื่น อื่นๆ ผ่าน เข้าร่วม ร่วม โดย กับ ด้วย ของ ส่วน เมื่อ อีก ยัง "
        "ต่างๆ ต่าง ทุก เหล่า บาท"
    ).split()
)
# letters by which two bodies' names are of one kind
_ALIKE = 7
# โรงพยาบ|าลนาดี, but no โรงพยาบ|าลขนาดใหญ่: the name proper
_OF_KIND = re.compile(r"(?![ก-๎]{0,10}(?:ขนาด|ทั่วไป|ระดับ|ประเภท|ที่|ใน|ของ|ต้นแบบ|ทุก))[ก-๎]{3}")
# สำนักงานขนส่งจังหวัดน่าน| สาขาอำเภอปัว
_BRANCH = re.compile(r"[ ](?:สาขา[ก-๎]{3,30}|แห่งที่[ ]?\d)")
_KINDS = frozenset({"วิสาหกิจชุมชน", "ชุมชน", "สหกรณ์", "กลุ่ม", "หมู่บ้าน", "พิพิธภัณฑ์", "เครือข่าย", "ธนาคาร", "กองทุน", "โรงแรม"})
# วิสาหกิจชุมชน ได้แก่ …: what the row is of
_HEADS_ROW = re.compile(r"[”\"]?[ ]*(?:จำนวน[ ]?\d+[ ]?[ก-๙]*[ ]*)?(?:ได้แก่|คือ|ประกอบด้วย|:)")
_WON = frozenset({"conferred", "past", "announced"})
# แบ่งรางวัลออกเป็น 2 กลุ่ม คือ |สวนหน้าบ้าน: what may be won, and nobody who has
_DIVIDES = re.compile(
    r"(?:แบ่ง|จำแนก|แยก)(?:การ)?[ก-๎]{0,24}?เป็น[ ]?"
    r"(?:ทั้งหมด|ทั้งสิ้น)?[ ]?[\d๑-๙]{1,2}[ ]?"
    r"(?:กลุ่ม|ประเภท|ระดับ|สาขา|ด้าน|หมวด|รุ่น|ขนาด)[ก-๎ ]{0,20}[ ]*(?:คือ|ได้แก่|ดังนี้|ประกอบด้วย|:)?\s*(?:\(?\d{1,2}[.)][ ]*)?[“\"]?$"
)
# characters before the first of what an award is divided into within which that is told
_DIVIDED = 90


def find_rows(findings: Findings) -> Iterator[Party]:
    """Every winner of a row that is known by its place there, and by its head, title or form; in no order."""
    taken = sorted(
        [(party.start, party.end) for party in findings.parties]
        + [(work.start, work.end) for work in findings.works]
        + [(label.start, label.until) for label in findings.labels]
    )
    for place in opened(findings):
        yield from _from(findings, taken, place)
    for subject in _latin_winners(findings.text):
        start, end = subject.span("name")
        if not overlaps(taken, start, end) and not _NO_LATIN.match(subject["name"]):
            yield Party.of_words(Span(start, end, "party.row"))
    for known in findings.parties:
        if known.role in {"listed", "doer"}:
            following = _next(findings.text, known)
            if following is not None:
                latin = known.kind != "person" and findings.text[known.name.start].isascii()
                yield from _from(findings, taken, following, latin=latin, like=_beginning(findings.text, known))


def _latin_winners(text: str) -> Iterator[re.Match[str]]:
    """What `_LATIN_WINS.finditer` yields, looked for only where a line or a name in marks begins."""
    reached = 0
    for place in [0, *(before + 1 for before in _LATIN_BEGINS.find(text))]:
        subject = _LATIN_WINS.match(text, place) if place >= reached else None
        if subject is not None:
            reached = subject.end()
            yield subject


def _beginning(text: str, party: Party) -> str:
    """The letters with which a body's name begins, so that one of its kind is known by them: สำนักงานขนส่ง…, อบต.นาดี → อบต."""
    name = text[party.name.start : party.name.end]
    if party.kind == "team" and not name.startswith("โรง"):
        return kind_of(name) if party.name.rule in _BY_PLACE else ""
    short = name.find(".") + 1
    known = party.kind == "organisation" or (party.kind == "team" and name.startswith("โรง"))
    return name[: short if 0 < short < _ALIKE else _ALIKE] if known and len(name) > _ALIKE else ""


_BY_PLACE = frozenset({"party.row", "party.position"})


def _from(
    findings: Findings, taken: list[tuple[int, int]], place: int, *, latin: bool = False, like: str = ""
) -> Iterator[Party]:
    """The winners that follow each other from `place` on; Latin names only behind one, or where so many firms are promised.

    `like`: how the winner before begins, for the next may be of its kind.
    """
    at: int | None = place
    text = findings.text
    latin = latin or _PROMISES.search(text, max(0, place - 40), place) is not None
    last: Party | None = None
    while at is not None:
        party = _read(findings, taken, at, latin=latin, like=like)
        if party is None and last is not None:
            party = _bare(findings, taken, last, at)
        if party is None:
            break
        yield party
        at, latin, like, last = _next(text, party), text[party.name.start].isascii(), _beginning(text, party), party


def _next(text: str, party: Party) -> int | None:
    """Where the row goes on behind a winner."""
    step = _TO_NEXT.match(text, party.end)
    if step is None:
        if party.body is not None and party.body.end == party.end and text.startswith(" ", party.end):
            return party.end + 1  # the province that it lies in was the last word of it
        step = _PROVINCE.match(text, party.end) if party.kind != "person" else None
        if step is None and (like := _beginning(text, party)) and text.startswith(f" {like}", party.end):
            return party.end + 1
        return step.end() if step else None
    if step["blank"] is not None and party.kind in {"person", "organisation"}:
        return None  # นาย ก กลุ่มทอผ้าบ้านนา: the group is hers
    return step.end()


def opened(findings: Findings) -> Iterator[int]:
    """Where the first winner of a row must stand: behind an opener in a line that tells of a prize before it."""
    text = findings.text
    tells = sorted(
        [cue.end for cue in findings.cues if getattr(cue.row, "sense", "") in _WON]
        + [label.until for label in findings.labels if label.kind in {"award", "level", "branch", "category"}]
    )
    for opener in _OPENS.finditer(text):
        at = bisect_right(tells, opener.start()) - 1
        if at < 0 or opener.start() - tells[at] > 160 or "\n" in text[tells[at] : opener.start()]:
            continue
        if divides(text, opener.end()):
            continue
        yield opener.end()
    for label in findings.labels:
        won_by = _WON_FROM.match(text, label.until) if label.kind == "level" else None
        if won_by is None:
            continue
        named = findings.party_at(label.until, won_by.end() - label.until - 1)
        if named is None or named.kind != "person":
            yield won_by.end()  # not รองชนะเลิศ ได้แก่ นางสาว ก จาก|ร้าน ข
    firsts: dict[tuple[int | None, str], int] = {}
    for item in findings.structure.items:
        first = firsts[item.parent, item.style] = (
            item.start if item.number <= 1 else firsts.get((item.parent, item.style), item.start)
        )
        at = bisect_right(tells, first) - 1
        if not item.children and at >= 0 and first - tells[at] <= 300 and not divides(text, first):
            body = item.body
            while text[body : body + 1] in {" ", "“", '"'}:
                body += 1
            yield body


def divides(text: str, at: int) -> bool:
    """Whether what begins at `at` is what an award is divided into: แบ่งเป็น 2 กลุ่ม คือ |สวนหน้าบ้าน."""
    before = text[max(0, at - _DIVIDED) : at]
    return "เป็น" in before and _DIVIDES.search(before) is not None


# characters that may stand before what ends a name: far more than the longest has
_FAR = 240


def _read(findings: Findings, taken: list[tuple[int, int]], place: int, *, latin: bool, like: str = "") -> Party | None:
    text = findings.text
    if overlaps(taken, place, place + 6):
        return None
    newline = text.find("\n", place)
    limit = newline if newline >= 0 else len(text)
    at = bisect_left(taken, (place, 0))
    if at < len(taken):
        limit = min(limit, taken[at][0])
    honoured = _HONOURED.match(text, place, limit)
    if honoured is not None and not _NO_HONOURED.match(text, place):
        return Party.of_words(Span(*honoured.span("name"), "party.row"), "listed", start=place, end=honoured.end(), kind="person")
    firm = _LATIN.match(text, place, limit)
    if firm is not None and not (latin or _WON_BY.match(text, firm.end()) or _INCORPORATED.search(firm.group())):
        firm = None
    if firm is not None and firm.end() - place >= 3:
        name = firm.group().rstrip(" .,-")
        if _INCORPORATED.search(name[-4:]) and firm.group().startswith(".", len(name)):
            name += "."
        glued = THAI_LETTER.match(text, place + len(name)) is not None
        return None if glued or _NO_LATIN.match(name) else _party(place, place, place + len(name))
    limit = min(limit, place + _FAR)
    stop = _END.search(text, place + 2, limit)
    end = _behind_province(findings, place, stop.start() if stop else limit)
    branch = _BRANCH.match(text, end, limit) if like else None
    name = text[place : branch.end() if branch else end].rstrip(" .:-–")
    if " " in name and branch is None and (alone := before_alike(name)) != name:
        name, end = alone, place + len(alone)
    made = MADE_BY.match(text, place + len(name)) if text[place - 1 : place] in {"“", '"'} else None
    if made is not None and not _BY_PERSON.match(text, made.end()):
        return None  # “บ้านปลอดขยะ” โดย เทศบาลตำบลนาดี: a title
    if not 4 <= len(name) <= 70 or name in _KINDS or _HEADS_ROW.match(text, place + len(name)):
        return None
    if _HEAD.match(name) or _HOUSE.search(name) or (like and name.startswith(like) and _OF_KIND.match(name, len(like))):
        if sum(token in _BAD for token in words(name[: end - place])) > 0:
            return None
    elif not _PAIR.fullmatch(name) or not (name.split()[0] in known_names()[0] or _is_winner_of_medal(text, place, name)):
        return None
    return _in_province(findings, place, name) or _party(place, place, place + len(name))


def _behind_province(findings: Findings, place: int, end: int) -> int:
    """Where a name ends that a province without its head stands behind: สวนส้มลุงมี น่าน| หวังให้…."""
    text = findings.text
    at = bisect_left(findings.provinces, place + 6, key=lambda hit: hit.start)
    hit = findings.provinces[at] if at < len(findings.provinces) else None
    if hit is None or hit.end > end or text[hit.start - 1] != " " or text[hit.end : hit.end + 1] not in {" ", ",", "\n", ""}:
        return end
    return hit.end


# หอสมุดแห่งชาติ |ระยอง|: the province is of the name
_OF_PLACE = re.compile(r"(?:แห่งชาติ|ประจำ|สาขา|เขต|ภาค|ศาลากลาง|วิทยาเขต)$")


def _in_province(findings: Findings, place: int, name: str) -> Party | None:
    """One of a row behind whom the province stands without its head: สวนส้มลุงมี |น่าน."""
    blank = name.rfind(" ")
    at = bisect_left(findings.provinces, place + blank + 1, key=lambda hit: hit.start)
    told = blank >= 6 and at < len(findings.provinces) and findings.provinces[at].start == place + blank + 1
    if not told or findings.provinces[at].end != place + len(name) or _OF_PLACE.search(name, 0, blank):
        return None
    party = _party(place, place, place + blank)
    party.end, party.body = place + len(name), Span(place + blank + 1, place + len(name), "place.province")
    return party


# ร้าน ก, |เรือลำหนึ่ง และ|เพิงลุงดำ: one of a row of which nothing but the marks around it tells
_BARE = re.compile(
    r"(?P<name>(?!นาย|นาง|คุณ|ดร\.|จำนวน|รวม|อื่น|ทั้ง|ต่าง|อีก|ใน|ที่|จาก|โดย|ซึ่ง|ราย|เพื่อ|ได้|มี|เป็น|รางวัล|ผู้|การ|ความ)"
    r"[ก-ฮเ-ไ][ก-๎]{4,40}?(?:[ ][ก-๎]{2,20}){0,2}?)"
    r"(?=[ ]?(?:,|และ)|[ ]?(?:\n|$|\()|[ ](?:ณ|เมื่อ|โดย|ใน|ที่|ซึ่ง|พร้อม|จาก|เพื่อ))"
)
_JOINED = re.compile(r"[ ]?(?:,[ ]?(?:และ)?|และ)[ ]?")


def _bare(findings: Findings, taken: list[tuple[int, int]], last: Party, at: int) -> Party | None:
    """The next of a row that is told of as one by commas and และ alone, behind one whose name has begun like a winner's."""
    text = findings.text
    bare = _BARE.match(text, at) if _JOINED.fullmatch(text, last.end, at) is not None and last.kind != "person" else None
    if bare is None or overlaps(taken, at, bare.end()) or any(token in _BAD for token in words(bare["name"])):
        return None
    return _in_province(findings, at, bare["name"]) or _party(at, at, bare.end("name"))


def _is_winner_of_medal(text: str, place: int, name: str) -> bool:
    """Whether two words that may be a name stand behind a medal and จาก."""
    from_medal = _MEDAL_FROM.search(text, max(0, place - 80), place)
    return from_medal is not None and not _NO_PERSON.match(name) and not any(token in _BAD for token in words(name))


def _party(at: int, start: int, end: int) -> Party:
    return Party.of_words(Span(start, end, "party.row"), "listed", start=at)
