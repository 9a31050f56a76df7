"""Works of which a verb of receiving is told and that no mark of a work shows.

“งานลอยกระทงนาดี” คว้ารางวัล… · โครงการเน็ตนาดี … เป็นโครงการที่ได้รับรางวัล…
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.apposed_names import apposed_before
from extractor.assemble.collector_words import SUCH
from extractor.assemble.events import sense
from extractor.assemble.owned_works import owned_before
from extractor.assemble.same_work import named_before
from extractor.document import Span, overlaps
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings
    from extractor.lexicon import Hit

SORTED = "work.sorted"
"""The rule of titles in marks behind which it is told what sort of work they are, and what they have won."""
_SORTS = Words("ภาพยนตร์|หนัง|ละคร|ซีรี|สารคดี|แอนิเม|เพลง|อัลบ|นิยาย|การ์ตูน|เกม|มิวสิ")
_WINS = frozenset(
    {"conferred-receive", "conferred-receive-n", "conferred-win", "conferred-honoured", "conferred-winner", "past-ever"}
)
# characters between a verb and the prize that it takes, before it within which the title ends, and back to what it is again
_TAKES, _REACH, _BACK = 30, 160, 320
# what is held, made, grown or issued
_KINDS = (
    "งาน|การ|โครงการ|นวัตกรรม|ผลิตภัณฑ์|แพลตฟอร์ม|ระบบ|พันธบัตร|หุ้นกู้|ข้าว|มะม่วง|ทุเรียน|กาแฟ|ไอศกรีม|ผ้า|ลาย|เมนู"
    "|ต้ม|แกง|ผัด|น้ำพริก|ขนม|ประเพณี|เทศกาล|มหกรรม"
)
# “งานลอยกระทงนาดี” |คว้ารางวัล · “ข้าวหอมนาดี ของไทย” |ชนะการประกวด
_QUOTED = re.compile(
    rf"[“\"‘'](?:ภาพยนตร์|หนัง|ละคร|เพลง|รายการ|สารคดี|แอปพลิเคชัน|แอปฯ)?(?P<name>(?:{_KINDS})[^“”\"‘’\n]{{3,90}}?)"
    r"(?:[ ]?ของ(?:ประเทศ)?ไทย)?[”\"’'][ ]?(?:\([^()\n]{1,60}\)[ ]?)?(?:ของ(?:ประเทศ)?ไทย[ ]?)?(?:ยัง|สามารถ|ได้|ก็|จึง|ที่|ซึ่ง|[ ])*$"
)
# โครงการเน็ตนาดี …| ซึ่งเป็นโครงการ|ที่ได้รับรางวัล
_IS_ONE = re.compile(rf"(?:ซึ่ง|และ|จึง|ถือ|นับ|ที่|ยัง|[ ])*เป็น(?P<kind>{SUCH})[ ]?$")
# โดย|งานรับฟังชาวนา (River Desk)| ได้รับรางวัล · 1)|งานเทศกาลสายธาร| จ.น่าน รับรางวัล
_PLAIN = sought(
    r"(?<!\d)(?<!\d )(?:(?<![ก-๎])|(?<=โดย)|(?<=และ)|(?<=ซึ่ง)|(?<=ที่)|(?<=คือ)|(?<=ให้))"
    r"(?P<name>(?:งาน(?=บริการ|เทศกาล|ประเพณี|มหกรรม|วิจัย|แห่|ลอย|สงกรานต์|[ก-ฮเ-ไ][ก-๎]{2,50}[ ]?\([A-Z])"
    r"|ระบบ|แพลตฟอร์ม|แอปพลิเคชัน|แอป|นวัตกรรม|โครงการ|โครงงาน"
    r"|เทศกาล|ประเพณี|พันธบัตร|หุ่นยนต์|หลักสูตร|สารคดี|ผลิตภัณฑ์)"
    r"(?!ที่|ซึ่ง|นี้|ดัง|ต่าง|อื่น|ใหม่|ของ|ใน|และ|ทั้ง|เหล่า|ละ|หลัก|สำคัญ|ขนาด|ภาค|ไทย|เด่น|ดี)"
    r"(?:(?!ได้|คว้า|รางวัล|ชนะ|ซึ่ง|ดังกล่าว|กล่าว|เปิดเผย|เพื่อ(?!น)|ทำให้|มอบ|จัดขึ้น|ๆ|เข้าร่วม|เข้าประกวด|เป็น(?!หนึ่ง|มิตร|สุข)|โดย|จาก|นี้|ว่า|ที่(?!สุด|หนึ่ง|มี)|เมื่อ|จนถึง|พร้อม)"
    r"(?:[ก-๎A-Za-z\d.&-]|[ ](?=[A-Z\d]))){5,80})"
    r"(?P<gloss>[ ]?\([A-Z][^()\n]{2,60}\))?(?:[ ](?:(?:จ\.|จังหวัด)[ ]?[ก-๎]{2,20}|กรุงเทพมหานคร))?(?:[ ]\d{4})?"
    r"[ ]?(?:ยัง|ก็|จึง|สามารถ|ได้|[ ])*$"
)
# เปิดตัว |Nadee Fold 5| สมาร์ตโฟนจอพับ |การันตีด้วยรางวัล
_LAUNCHED = re.compile(
    r"(?:เปิดตัว|แนะนำ|นำเสนอ|วางจำหน่าย|ส่ง)[ ]?(?:รถ[ก-๎]{0,20}|สมาร์ท?ต?โฟน|รุ่น|แบรนด์)?[ ]?"
    r"(?P<name>[A-Z][\w+-]*(?:[ ][A-Z\d][\w+-]*){0,5})(?![\w+-])"
    r"(?:(?!ได้รับ|คว้า|กล่าว|เผย|รางวัล|เปิดตัว|โดย(?=[ ]|นาย))[^\nA-Z“”]){0,120}$"
)
# |“ดอกโศก (Sad Flower)”| ภาพยนตร์สั้นไทย |คว้ารางวัล: a title in marks, and what sort of work it is
_SORTED = sought(
    r"[“\"‘'](?P<name>[^“”\"‘’'\n]{2,60})[”\"’'][ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:ผลงาน)?"
    r"(?:ภาพยนตร์|หนัง(?!สือพิมพ์|สือรับ)|ละคร|ซีรี(?:ส์|่ส์|ย์)|สารคดี|แอนิเมชั?่?น|เพลง|อัลบั้?ม|นวนิยาย|นิยาย|การ์ตูน|เกม|มิวสิค?วิดีโอ)"
    r"(?!แห่ง|โดย|ของ)(?:(?!ได้รับ|คว้า|รางวัล|ชนะ|โดย|ของ|กล่าว|เผย|ผู้กำกับ|และ)[ก-๎ \d–/-]){0,70}$"
)
# กวาด|ไปทั้งหมด 10 รางวัล
_SO_MANY = re.compile(r"[ก-๎ ]{0,20}(?<!\d)(?:[2-9]|[1-9]\d)[ ]?รางวัล(?!ละ|ที่)")
_NAME = r"(?!ที่|ซึ่ง|นี้|ดัง|ต่าง|อื่น|ใหม่|ของ|ใน|และ|ทั้ง|เหล่า|ละ|หลัก|สำคัญ|ขนาด|ภาค|รัฐ)[ก-๎A-Za-z-]{3,60}"
# โครงงาน| Bee นับรังผึ้ง
_LATIN_NAME = (
    r"[ ][A-Z][A-Za-z\d-]+(?:[ ][A-Z][A-Za-z\d-]*){0,4}"
    r"(?:[ ](?:(?:ใน)?การ|เพื่อ|สำหรับ|ช่วย)[ก-๎]{4,60}|[ ][ก-ฮเ-ไ][ก-๎]{2,40})?"
)


def find_work_subjects(findings: Findings) -> list[Span]:
    """The works before verbs of receiving that are named by marks round a kind of thing, or by what they are said to be."""
    text = findings.text
    taken = sorted(
        [(party.start, party.end) for party in findings.parties if party.kind != "place"]
        + [(work.start, work.end) for work in findings.works]
        + [(label.start, label.end) for label in findings.labels if label.kind == "award"]
    )
    works = []
    for verb in _verbs(findings):
        begin = max(text.rfind("\n", 0, verb.start) + 1, verb.start - _REACH)
        if any(work.rule == SORTED and begin <= work.start < verb.start for work in findings.works):
            continue
        launched = _LAUNCHED.search(text, begin, verb.start) if text.startswith("การันตี", verb.start) else None
        if launched is not None and not overlaps(taken, *launched.span("name")):
            works.append(Span(*launched.span("name"), "work.launched"))
            continue
        quoted = _QUOTED.search(text, begin, verb.start)
        if quoted is not None:
            found: tuple[int, int] | None = quoted.span("name")
        else:
            found = named_before(text, begin, verb.start) or _named_before(text, verb)
            owned = owned_before(text, findings.parties, verb.start) if found is None else None
            if owned is not None:
                found, owner = owned
                owner.role = "doer"
            else:
                found = found or _plain_before(text, begin, verb)
        if found is None:
            continue
        if overlaps(taken, *found) and _is_named_after(findings, taken, *found):
            within = [party for party in findings.parties if found[0] < party.start < found[1]]
            findings.parties = [party for party in findings.parties if party not in within]
            taken = [place for place in taken if not found[0] < place[0] < found[1]]
        if not overlaps(taken, *found):
            works.append(Span(*found, "work.subject"))
    return works


def _is_named_after(findings: Findings, taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a project is only named after a body that is told of nowhere by itself: โครงการ|ศูนย์รับฟังชาวนา."""
    within = [party for party in findings.parties if start < party.start < end]
    inside = {(party.start, party.end) for party in within}
    return (
        findings.text.startswith("โครงการ", start)
        and bool(within)
        and all(party.kind != "person" and party.end <= end for party in within)
        and not overlaps([place for place in taken if place not in inside], start, end)
    )


def sorted_works(findings: Findings) -> list[Span]:
    """The works in marks before verbs of receiving that are told by their sort: “ดอกโศก” ภาพยนตร์ไทย คว้า…."""
    text = findings.text
    if not _SORTS.find(text):
        return []
    taken = sorted((work.start, work.end) for work in findings.works)
    works = []
    for verb in _verbs(findings):
        title = _SORTED.search(text, max(text.rfind("\n", 0, verb.start) + 1, verb.start - _REACH), verb.start)
        if title is not None and not overlaps(taken, *title.span("name")):
            works.append(Span(*title.span("name"), SORTED))
    if works:
        spans = [(work.start, work.end) for work in works]
        findings.parties = [party for party in findings.parties if not overlaps(spans, party.start, party.end)]
    return works


def _named_before(text: str, verb: Hit) -> tuple[int, int] | None:
    """Where what a clause says to be such a thing is named: |โครงการเน็ตนาดี| … เป็นโครงการ|ที่ได้รับรางวัล."""
    is_one = _IS_ONE.search(text, max(0, verb.start - _TAKES), verb.start) if text.startswith("ที่", verb.start) else None
    if is_one is None:
        return None
    begin = max(text.rfind("\n", 0, verb.start) + 1, is_one.start() - _BACK)
    named = list(re.finditer(rf"{is_one['kind']}(?:{_NAME}|{_LATIN_NAME})", text[begin : is_one.start()]))
    return (begin + named[-1].start(), begin + named[-1].end()) if named else None


def _plain_before(text: str, begin: int, verb: Hit) -> tuple[int, int] | None:
    """Where a thing is named right before the verb, with its English name in brackets."""
    plain = _PLAIN.search(text, begin, verb.start) if not text.startswith(("ที่", "ผู้"), verb.start) else None
    if plain is None or apposed_before(text, verb.start) is not None:  # Nadi |แพลตฟอร์มขายข้าว| คว้า…: what Nadi is
        return None
    return plain.start("name"), plain.end("gloss") if plain["gloss"] is not None else plain.end("name")


def _verbs(findings: Findings) -> Iterator[Hit]:
    labels = sorted(label.outer for label in findings.labels if label.kind in {"award", "level", "category"})
    for hit in findings.cues:
        if hit.row.id not in _WINS or sense(hit) not in {"conferred", "past"}:
            continue
        at = bisect_left(labels, hit.start)
        near = at < len(labels) and labels[at] <= hit.end + _TAKES and "\n" not in findings.text[hit.start : labels[at]]
        if near or _SO_MANY.match(findings.text, hit.end) is not None:
            yield hit
