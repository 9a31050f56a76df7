"""Winners and works that no matcher knows by their own shape, but that stand where a winner or a work must stand.

รางวัลชนะเลิศ ได้แก่ กลุ่มทอผ้าบ้านนา · รางวัลชมเชย ได้แก่ น้ำใสใจจริง ของกรมการข้าว · 1. ทีมลาเต้ ชื่อคลิป “…”
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from extractor.assemble.class_winners import class_winners, give_clubs
from extractor.assemble.competitors import find_competitors
from extractor.assemble.counted_rows import find_counted_rows
from extractor.assemble.findings import Party
from extractor.assemble.free_names import BAD, THING
from extractor.assemble.free_party import free_party
from extractor.assemble.many import tells_of_many
from extractor.assemble.named_objects import named_objects
from extractor.assemble.relatives import find_told
from extractor.assemble.roles import carry_on
from extractor.assemble.rows import divides, find_rows, opened
from extractor.assemble.songs import find_songs
from extractor.assemble.titles import TEAM, owned_after, titles_at
from extractor.assemble.topics_won import find_topics
from extractor.assemble.unit_projects import find_unit_projects
from extractor.assemble.unnamed_subjects import find_unnamed_subjects
from extractor.assemble.work_subjects import find_work_subjects, sorted_works
from extractor.document import Span, Stretches, overlaps
from extractor.match.label_arts import MARKED, PERFORMER_CLASS
from extractor.match.person_likeness import known_names
from extractor.match.works_bracketed import bracketed_titles
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.assemble.findings import Findings
    from extractor.match.label import Label
    from extractor.structure import Item

# between a label and what it lists: จำนวน 3 รางวัล ๆ ละ 5,000 บาท ได้แก่ · เป็นของ · : · only a space
_OPENER = re.compile(
    r"""
    (?: [ ]*\([^()\n]{1,50}\) )? [ ]*
    (?: (?:มี[ ]?)?(?:จำนวน[ ]?)?\d+[ ]*
        (?P<unit>รางวัล|ผลงาน|ทีม|คน|ราย/รูป|รูป/ราย|ราย|หน่วยงาน|แห่ง|โรงเรียน|เรื่อง|องค์กร|ชุมชน|หมู่บ้าน
          |ผลิตภัณฑ์|เมนู|ชิ้นงาน|โครงงาน|คลิป) [ ]* )?
    (?: (?:เงินรางวัล|รางวัลละ|ๆ[ ]?ละ|มูลค่า|รับเงิน|ได้รับ(?=[ ]?(?:เงิน|โล่|เกียรติ|ถ้วย|ทุน))|พร้อม|รับ)[^\n]{0,120}?
        (?=ได้แก่|คือ|อาทิ|เป็นของ|ตกเป็น)
      | (?:เงินรางวัล|รางวัลละ|ๆ[ ]?ละ|มูลค่า)[ ]?[\d,]+[ ]?บาท[ ]* )?
    (?: (?P<word> ได้แก่ | คือ | อาทิ | เช่น | (?:(?:ใน)?(?:[ก-๎]{2,20}(?:นี้|ดังกล่าว)|ปีนี้)[ ]?)?(?:ก็|จึง|ได้)?[ ]?(?:ตก)?เป็นของ
        | [:–—] | \.{2,} | …+ | (?<=[ ])-(?=[ ])
      | (?:\n[ ]*|(?<=[ ]))ผู้(?:ชนะ(?:เลิศ|รางวัล)?|ได้รับรางวัล|คว้ารางวัล)[ ]*[:：] ) [ ]* (?:\(?\d{1,2}[.)][ ]*)? | [ ]? )
    """,
    re.VERBOSE,
)
# ภาพยนตร์สั้นเรื่อง |บูชา
_LEADS_IN = re.compile(r"[ก-๎]{3,24}?(?:เรื่อง|ชื่อ|ชุด)[ ]?[“\"]?")
# units that count what is made
_MADE = frozenset({"ผลงาน", "ผลิตภัณฑ์", "เมนู", "ชิ้นงาน", "โครงงาน", "คลิป"})
_LEVEL_KINDS = {"level", "category", "branch", "award"}


def find_unknown(findings: Findings) -> None:
    """Adds to the findings the parties and works that stand where labels and list items ask for one."""
    changed = _add_told(findings)
    _add_works(findings, find_unit_projects(findings))
    parties: list[Party] = []
    works: list[Span] = []
    starts = [party.start for party in findings.parties]
    work_starts = sorted(work.start for work in findings.works)
    label_starts = sorted(label.outer for label in findings.labels)
    prizes = {findings.text[label.start : label.end] for label in findings.labels if label.kind == "award"}
    for place, kind in _places(findings):
        if kind == "opened" and (first := next((work for work in findings.works if work.start == place), None)) is not None:
            works.extend(owned_after(findings, starts, first, _limit(findings, label_starts, place)))
            continue
        if _near(starts, place, 6) or _near(work_starts, place, 14) or _near(label_starts, place, 3):
            continue
        if kind == "performer" and (marked := MARKED.match(findings.text, place)) is not None:
            span = Span(*marked.span("name"), "party.position")
            parties.append(Party.of_words(span, "listed"))
            continue
        if any(findings.text.startswith(prize, place) for prize in prizes):
            continue  # ที่ 4 |สายการบินแห่งเอเชีย, which is what they are ranked as
        led = _LEADS_IN.match(findings.text, place)
        if led is not None and _near(work_starts, led.end(), 1):
            continue
        limit = _limit(findings, label_starts, place)
        seat = _seat_within(findings, starts, place, limit)
        limit = _before_joined(findings, starts, place, seat.start - 1 if seat is not None else limit)
        titles = titles_at(findings, starts, place, limit, kind)
        works.extend(titles)
        if titles or kind in {"work", "quoted"}:
            continue
        party = free_party(findings.text, place, limit, opened=kind != "behind")
        if party is not None and kind == "thing":
            works.append(Span(party.start, party.end, "work.listed"))
        elif party is not None:
            _put_under(findings, starts, party)
            if seat is not None and party.end == limit:
                party.body, seat.role = party.body or Span(seat.start, seat.end, "party.seat"), "superior"
            parties.append(party)
    parties.extend(class_winners(findings, sorted([*starts, *(party.start for party in parties)])))
    made = sorted([*findings.works, *works], key=lambda work: work.start)
    parties.extend(_authors(findings, made, starts, label_starts))
    parties.extend(_houses(findings, made, starts, label_starts))
    ends = sorted(party.end for party in parties)
    known = sorted((work.start, work.end) for work in findings.works)
    works.extend(work for _, work in bracketed_titles(findings.text, ends) if not overlaps(known, work.start, work.end))
    parties.extend(find_counted_rows(findings))
    if _add(findings, parties) or changed:  # rows may go on behind those
        _add(findings, find_rows(findings))
    _add_works(findings, works)
    give_clubs(findings)


def _add_told(findings: Findings) -> bool:
    """Adds those that stand in rows, compete, or are the subject of a verb of receiving; tells whether there were any."""
    singers, songs = find_songs(findings)
    findings.works = [
        work for work in findings.works if not any(song.start < work.end and work.start < song.end for song in songs)
    ]
    _add_works(findings, songs)
    changed = _add(findings, singers)
    changed = _add(findings, find_rows(findings)) or changed
    changed = _add(findings, find_competitors(findings)) or changed
    changed = _add(findings, named_objects(findings)) or changed
    _add_works(findings, sorted_works(findings))
    subjects, things = find_unnamed_subjects(findings)
    _add_works(findings, things)
    changed = _add(findings, subjects) or changed
    _add_works(findings, find_work_subjects(findings))
    _add_works(findings, list(find_topics(findings)))
    told, works_told = find_told(findings)
    _add_works(findings, works_told)
    return _add(findings, told) or changed


def _add_works(findings: Findings, works: list[Span]) -> None:
    if not works:
        return
    findings.works = sorted([*findings.works, *works], key=lambda work: work.start)
    starts = [party.start for party in findings.parties]
    for work in works:
        at = bisect_left(starts, work.end)
        maker = findings.parties[at] if at < len(starts) and starts[at] - work.end <= _MAKER_NEAR else None
        if maker is None or maker.role != "plain":
            continue
        bracketed = findings.text.startswith(")", maker.end) and not findings.text[work.end : maker.start].strip(" (")
        if bracketed or _CREDIT.fullmatch(findings.text, work.end, maker.start):
            maker.role = "doer"


def _add(findings: Findings, parties: Iterable[Party]) -> bool:
    """Puts parties among the known ones, where they overlap none of those and tell of one, not of many; whether any was put."""
    known = sorted((party.start, party.end) for party in findings.parties)
    new: list[Party] = []
    for party in parties:
        if not overlaps(known, party.start, party.end) and not tells_of_many(findings.text, party.start, party.end):
            new.append(party)
            insort(known, (party.start, party.end))
    if new:
        findings.parties = sorted([*findings.parties, *new], key=lambda party: (party.start, -party.end))
        carry_on(findings)
    return bool(new)


# characters from a title to its maker; “ฟ้าหลังฝน”| ผู้ประพันธ์ |ชลธี นาดี
_MAKER_NEAR = 40
_CREDIT = re.compile(
    r"[”\"’']?[ ]*(?:\([^()\n]{1,30}\))?[ ]*(?:ผู้(?:กำกับ|เขียน|แต่ง|ประพันธ์|ขับร้อง)|ขับร้อง|ประพันธ์|กำกับ"
    r"|แต่ง)(?:เพลง|คำร้อง|ทำนอง|ภาพยนตร์)?(?:โดย)?[ ]*"
)
_BY = re.compile(
    r"[”\"’']?[ ]*(?:\([^()\n]{1,40}\))?[ ]*"
    r"(?:(?:กำกับ|ประพันธ์|เขียน|แต่ง|สร้าง)?(?:โดย|ของ)[ ]*|(?=ผู้(?:กำกับ|เขียน|แต่ง|ประพันธ์|ขับร้อง)(?:เพลง|คำร้อง|ทำนอง)?[ ]))"
    r"(?:(?:ผู้กำกับ(?:ภาพยนตร์)?|นักเขียน|นักแต่งเพลง|ศิลปิน|ผู้(?:เขียน|แต่ง|ประพันธ์|สร้าง|ขับร้อง)(?:เพลง"
    r"|คำร้อง|ทำนอง)?|ครูเพลง|ช่างภาพ|เชฟ|ดีไซเนอร์|นักร้อง|นักออกแบบ)[ ]?)?"
)
_NAME = re.compile(
    r"[ก-ฮเ-ไ][ก-๎]{1,19} [ก-ฮเ-ไ][ก-๎]{2,19}(?=[ ]*(?:$|[\n,)(]|\(?\d{1,2}[.)]|และ|เจ้าของ|ได้รับ|จาก|คว้า"
    r"|สำนักพิมพ์|รางวัล|รองชนะ|ชนะเลิศ|ส่วน|ปี[ ]))"
)


def _authors(findings: Findings, works: list[Span], starts: list[int], label_starts: list[int]) -> Iterator[Party]:
    """Makers whose names stand bare behind their works: เรื่อง “…” ของ ปาริชาต มณีวงศ์."""
    text = findings.text
    for work in works:
        by = _BY.match(text, work.end)
        if by is None or _near(starts, by.end(), 6):
            continue
        name = _NAME.match(text, by.end(), _limit(findings, label_starts, by.end()))
        given = name.group().partition(" ")[0] if name is not None else ""
        if name is not None and (given in known_names()[0] or not any(token in BAD for token in words(name.group()))):
            span = Span(*name.span(), "party.author")
            yield Party.of_words(span, "doer")


# โครงการปุ๋ยใบไม้ |จังหวัดน่าน โดย|โรงสีนาดี: a work's house
_HOUSE = re.compile(
    r"[”\"’']?[ ]*(?P<where>(?:จังหวัด|จ\.)[ ]?[ก-๎]{2,20}[ ]?)?"
    r"(?:(?:โดย|(?:ผลงาน)?ของ)[ ]?(?=[“\"‘][ก-ฮเ-ไA-Z])|โดย[ ]?(?=[ก-ฮเ-ไA-Z])"
    r"|(?:ผลงาน)?ของ[ ]?(?=(?:วง|คณะ|ค่าย|ทีม|สำนักพิมพ์|สตูดิโอ)[ก-ฮเ-ไ ]|[A-Z]))"
)
# “ปลายน้ำ” ของ |“คนริมโขง”
_CALLED = re.compile(r"[“\"‘](?P<name>[ก-ฮเ-ไA-Z][^“”\"‘’\n]{1,40})[”\"’]")
_AWARDED = re.compile(r"(?:ได้แก่|คือ|:|และ|,|เป็นของ)[ ]*[“\"‘']?$")


def _houses(findings: Findings, works: list[Span], starts: list[int], label_starts: list[int]) -> Iterator[Party]:
    """Houses and sections of any name behind โดย, whose works are listed as winners: ได้แก่ โครงการปุ๋ยใบไม้ โดย|โรงสีนาดี."""
    text = findings.text
    for work in works:
        by = _HOUSE.match(text, work.end)
        if by is None or _near(starts, by.end(), 6) or not _AWARDED.search(text, max(0, work.start - 12), work.start):
            continue
        called = _CALLED.match(text, by.end())
        if called is not None:
            span = Span(*called.span("name"), "party.author")
            yield Party.of_words(span, "doer")
            continue
        party = free_party(text, by.end(), _limit(findings, label_starts, by.end()), opened=True)
        if party is None:
            continue
        party.role = "doer"
        if by["where"]:
            where = by.start("where"), by.end()
            findings.parties = [known for known in findings.parties if not where[0] <= known.start < where[1]]
            party.start = where[0]  # where it is done, and who does it stands behind
        yield party


def _places(findings: Findings) -> Iterator[tuple[int, str]]:
    """Where a winner must stand: behind a rank with or without ได้แก่, and at the beginning of a winner's list item."""
    outers = sorted(label.outer for label in findings.labels)
    dates = {label.outer: label.until for label in findings.labels if label.kind in {"year", "edition"}}
    ranks = {label.until for label in findings.labels if label.kind == "level"}
    names = Stretches((label.start + 1, label.until) for label in findings.labels if label.kind == "award")
    for label in findings.labels:
        if label.kind not in _LEVEL_KINDS or (label.kind != "award" and label.start in names):
            continue
        until = label.until
        while (end := dates.get(until, dates.get(until + 1, -1))) > until:
            until = end  # รางวัล ก ประจำปี 2564| ได้แก่ …
        match = _OPENER.match(findings.text, until)
        if match is None or match.end() >= len(findings.text):
            continue
        if bisect_left(outers, match.end()) > bisect_left(outers, until):
            continue  # another label stands between
        kind = _kind_behind(findings.text, label, match)
        if until > label.until and label.kind == "award" and match["word"] == "ได้แก่" and ranks & {label.outer, label.outer - 1}:
            kind = "opened"  # รางวัลชนะเลิศ |การประกวด ก| ประจำปี 2567 ได้แก่ …
        elif until > label.until and match["word"] == "ได้แก่" and match["unit"] in _MADE and kind != "quoted":
            kind = "opened"  # รางวัล ก ปี 2566| จำนวน 2 ผลิตภัณฑ์ ได้แก่ …
        elif until > label.until and label.kind == "award" and (match["word"] or "").endswith("ตกเป็นของ") and kind != "quoted":
            kind = "listed"  # มงกุฎมิสนาดี| 2567 |ก็ตกเป็นของ …
        elif until > label.until and (not match["word"] or (label.kind == "award" and kind != "quoted")):
            continue
        if kind == "behind" and getattr(label.row, "scale", None) in _OF_STANDARDS:
            continue
        if kind == "behind" and _TAKEN.search(findings.text, max(0, label.outer - 12), label.outer):
            continue
        if kind is not None:
            yield match.end(), kind
    yield from _item_heads(findings)
    for place in opened(findings):
        if findings.text[place - 1] in '“"' and _MADE_IN_MARKS.match(findings.text, place - 1):
            yield place - 1, "quoted"


# ระดับพื้นฐาน |“สะดวก รวดเร็ว”: what a grade of a standard means
_OF_STANDARDS = frozenset({"gecc", "itagrade", "green-industry"})
# โรงเรียนนาดี คว้า|รางวัลชนะเลิศ โครงงานดาวเด่น: who has won stands before, and what it won behind
_TAKEN = re.compile(r"(?:คว้า|กวาด|ครอง|ซิว|(?<!ที่)(?<!ผู้)(?:ได้)?รับ|(?<!ที่)(?<!ผู้)ได้)[ ]?$")
# ได้แก่ |“เครื่องฆ่าเชื้อ” จากคณะวิทยาศาสตร์
_MADE_IN_MARKS = re.compile(
    r"[“\"](?!นาย|นาง|น\.ส\.|ดร\.|พระ|คุณ)[^“”\"\n]{6,200}[”\"][ ]?(?:ผลงานของ|โดย|จาก|ของ)[ ]?"
    r"(?:คณะ|มหาวิทยาลัย|โรงเรียน|วิทยาลัย|สถาบัน|ทีม|นาย|นาง|ดร\.|[รผ]?ศ\."
    r"|กลุ่ม|บริษัท|โรงพยาบาล|รพ|สำนักงาน|กรม|ศูนย์|เทศบาล|อบต|วิสาหกิจ)"
    r"|[“\"](?!นาย|นาง|น\.ส\.|ดร\.|พระ|คุณ)[^“”\"\n]{2,200}[”\"][ ]?(?:ผลงาน(?:ของ|โดย)|(?:กำกับ|ประพันธ์|แต่ง|เขียน)?โดย(?!มี|ได้)"
    r"|ของ[ ]?(?:[“\"‘A-Z]|(?:วง|ค่าย|สำนักพิมพ์|สตูดิโอ|ผู้กำกับ|นักเขียน)[ก-ฮเ-ไ ])"
    r"|ของ[ ](?!จังหวัด|อำเภอ|ตำบล|ชุมชน|เทศบาล)[ก-ฮเ-ไ][ก-๎]{2,15}[ ][ก-ฮเ-ไ][ก-๎]{2,19}(?:[ ,\n]|และ|$))"
)


# ภาพยนตร์ต่างประเทศยอดเยี่ยม| : |ทะเลสองสี: what such a prize goes to
_OF_WORK = re.compile(
    r"(?:ภาพยนตร์|หนัง|ละคร|ซีรี(?:ส์|่ส์|ย์)|เพลง|อัลบั้?ม|สารคดี|แอนิเมชัน|นวนิยาย|หนังสือ|เรื่องสั้น|มิวสิค?วิดีโอ|เกม|รายการ)"
    r"(?!ประกอบ(?!อาชีพ))[ก-๎ /-]{0,30}(?:ยอดเยี่ยม|ดีเด่น|แห่งปี|ยอดนิยม)"
)
_GOES_TO = frozenset({"ได้แก่", "เป็นของ", "ตกเป็นของ"})
_OF_THINGS = frozenset({"ผลงาน", "เรื่อง", "ผลิตภัณฑ์", "เมนู", "ชิ้นงาน", "โครงงาน", "คลิป"})
_OF_YEAR_AND_NAME = re.compile(
    r"(?:แห่งปี|อดนิยม)[ ](?!ประ|สาขา|ด้าน|ระดับ|จาก|ใน|ของ|และ|ครั้ง)[ก-ฮเ-ไ][ก-๎]{1,15}[ ][ก-ฮเ-ไ][ก-๎]{2,20}"
)


def _kind_behind(text: str, label: Label, match: re.Match[str]) -> str | None:
    """What may stand behind a label: a work only, one that is listed or opened by ได้แก่, one in marks; None if nothing."""
    word, at = match["word"], match.end()
    if label.rule == "award.named" and not word and at == label.until + 1 and _OF_YEAR_AND_NAME.match(text, label.until - 6):
        return "behind"  # รางวัลนักจัดรายการแห่งปี |มานพ ใจดี
    if match["unit"] in _OF_THINGS:
        return "work"
    if label.kind == "award":
        goes = word in _GOES_TO or (word or "").endswith("ตกเป็นของ")
        if text[at] in '“"':
            return "quoted" if goes and _MADE_IN_MARKS.match(text, at) else None
        return "listed" if goes else None
    if word:
        if label.kind in {"category", "branch"} and _OF_WORK.fullmatch(text, label.start, label.end):
            return "thing"
        return "opened" if label.kind == "level" else "listed"
    if label.rule == "level.champion":
        return None  # แชมป์ |ลุ่มโขง คัพ: what was won stands behind
    if label.kind == "level" and 0 < at - label.until <= 8 and not text[label.until : at].strip():
        return "behind"
    if label.kind == "category" and text[at] in "“\"‘'" and PERFORMER_CLASS.fullmatch(text, label.start, label.end):
        return "performer"
    return "quoted" if label.kind == "category" and text[at] in '“"' else None


def _item_heads(findings: Findings) -> Iterator[tuple[int, str]]:
    """Where the words of the items of a winners' list begin."""
    text = findings.text
    items = findings.structure.items
    labels = sorted(label.outer for label in findings.labels if label.kind in {"level", "award", "category"})
    siblings: dict[tuple[int | None, str, int], Item] = {}
    for item in items:
        if item.children:
            siblings[item.parent, item.style, item.number] = item
            continue
        first = item
        while first.number > 1 and (earlier := siblings.get((first.parent, first.style, first.number - 1))) is not None:
            if earlier.start >= first.start:
                break
            first = earlier
        siblings[item.parent, item.style, item.number] = item
        before = text[max(0, items[item.parent].start if item.parent is not None else first.start - 400) : first.start]
        index = bisect_left(labels, item.start) - 1
        if index < 0 or item.start - labels[index] > 1500 or divides(text, first.start):
            continue
        if not _LISTS.search(before):
            if (
                item.parent is not None
                and labels[index] >= items[item.parent].start
                and _IN_MARKS.fullmatch(text, item.body, item.end)
            ):
                yield text.index(text[item.body : item.end].lstrip()[0], item.body), "quoted"
            continue
        body = item.body
        while body < item.end and text[body] == " ":
            body += 1
        yield body, "opened" if TEAM.match(text, body) and not _OF_WORKS.search(before) else "work"


# - “บ้านริมน้ำ”: all that an item below a prize's name says
_IN_MARKS = re.compile(r"[ ]*[“\"][^“”\"\n]{4,250}[”\"][ ]*(?:\([^()\n]{1,80}\)[ ]*)?\s*")
_LISTS = re.compile(r"(?:รางวัล|ชนะเลิศ|ดีเด่น|ชมเชย)[^\n]{0,80}(?:ได้แก่|ดังนี้|คือ|ประกอบด้วย|:)")
_OF_WORKS = re.compile(r"(?:ผลงาน|โครงการ|เรื่อง|ผลิตภัณฑ์|เมนู)[ ]*(?:ได้แก่|คือ|ประกอบด้วย|ดังนี้|:)[^\n]{0,40}$")


def _near(starts: list[int], place: int, reach: int) -> bool:
    at = bisect_left(starts, place - 1)
    return at < len(starts) and starts[at] - place <= reach


# คุ้มดอนแก้ว |มูลนิธินาดี| และ|ชมรมไผ่งาม
_ON_ROW = re.compile(r"[ ]*,?[ ]?(?:และ)?[ ]?")


def _put_under(findings: Findings, starts: list[int], party: Party) -> None:
    """Puts a name under the one body that stands behind a blank, which no row goes on from: สายฟ้าแลบ |โรงเรียนบ้านไผ่."""
    at = bisect_left(starts, party.end)
    if at >= len(starts) or starts[at] != party.end + 1 or findings.parties[at].kind != "organisation":
        return
    body = findings.parties[at]
    more = findings.parties[at + 1] if at + 1 < len(starts) else None
    if body.role == "plain" and (more is None or not _ON_ROW.fullmatch(findings.text, body.end, more.start)):
        party.body, body.role = body.name, "superior"


# คุ้มดอนแก้ว| before a body that is known
_ONE_WORD = re.compile(r"(?!วิสาหกิจ|กลุ่ม )[ก-ฮเ-ไ][ก-๎]{4,40} ")
# ปุ๋ยใบไม้ |บริษัท นาดี จำกัด: a product and whose it is, no two of a row
_MAKER = re.compile(r"บริษัท|บมจ|บจก|ห้าง|หจก|วิสาหกิจ|กลุ่ม|ร้าน|สหกรณ์|[ก-ฮ]{1,3}\.|[A-Za-z]")
_JOINED = re.compile(r"[ ]?(?:,|และ|,[ ]?และ)[ ]?$")


def _before_joined(findings: Findings, starts: list[int], place: int, limit: int) -> int:
    """Where the name at the place ends, if one who is known stands behind it and และ, or behind a blank in a row of bodies.

    มานะ ศรีดี| และ|นางสาวอารี สุขสวน · คุ้มดอนแก้ว| |มูลนิธินาดี ชมรมไผ่งาม
    """
    at = bisect_left(starts, place + 3)
    if at >= len(starts) or starts[at] >= limit:
        return limit
    if findings.parties[at].kind != "person":
        alone = _ONE_WORD.fullmatch(findings.text, place, starts[at]) is not None and THING.match(findings.text, place) is None
        return starts[at] - 1 if alone and _MAKER.match(findings.text, starts[at]) is None else limit
    joined = _JOINED.search(findings.text, place, starts[at])
    return joined.start() if joined is not None else limit


def _seat_within(findings: Findings, starts: list[int], place: int, limit: int) -> Party | None:
    """The village behind the name at the place, where its bearer is from: เรือศรีธารา |บ้านนาดี ต.ดอน."""
    at = bisect_left(starts, place + 3)
    whole = findings.text.startswith(("หมู่", "ม."), place)  # หมู่ที่ 3 บ้านนาดี: one name
    seat = findings.parties[at] if at < len(starts) and starts[at] < limit and not whole else None
    if seat is None or seat.kind != "place" or seat.role != "plain" or findings.text[seat.start - 1] != " ":
        return None
    return seat


def _limit(findings: Findings, label_starts: list[int], place: int) -> int:
    """Where the next label, or the line, ends what may belong to the place."""
    newline = findings.text.find("\n", place)
    end = newline if newline >= 0 else len(findings.text)
    at = bisect_left(label_starts, place + 1)
    return min(end, label_starts[at]) if at < len(label_starts) else end
