"""Winners and works that no matcher knows by their own shape, but that stand where a winner or a work must stand.

รางวัลชนะเลิศ ได้แก่ กลุ่มทอผ้าบ้านนา · รางวัลชมเชย ได้แก่ น้ำใสใจจริง ของกรมการข้าว · 1. ทีมลาเต้ ชื่อคลิป “…”
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from extractor.assemble.findings import Party
from extractor.assemble.free_names import BAD, THING
from extractor.assemble.parties import counted
from extractor.assemble.roles import carry_on
from extractor.assemble.rows import find_rows
from extractor.assemble.unnamed_subjects import find_unnamed_subjects
from extractor.document import Span, overlaps
from extractor.match.person_names import known_names
from extractor.match.work_words import END, NO_QUOTED_WORK
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
        (?P<unit>รางวัล|ผลงาน|ทีม|คน|ราย/รูป|รูป/ราย|ราย|หน่วยงาน|แห่ง|โรงเรียน|เรื่อง|องค์กร|ชุมชน|หมู่บ้าน) [ ]* )?
    (?: (?:เงินรางวัล|รางวัลละ|ๆ[ ]?ละ|มูลค่า|รับเงิน|ได้รับ(?=[ ]?(?:เงิน|โล่|เกียรติ|ถ้วย|ทุน))|พร้อม|รับ)[^\n]{0,120}?
        (?=ได้แก่|คือ|อาทิ|เป็นของ|ตกเป็น)
      | (?:เงินรางวัล|รางวัลละ|ๆ[ ]?ละ|มูลค่า)[ ]?[\d,]+[ ]?บาท[ ]* )?
    (?: (?P<word> ได้แก่ | คือ | อาทิ | เช่น | เป็นของ | ตกเป็นของ | : ) [ ]* (?:\(?\d{1,2}[.)][ ]*)? | [ ]? )
    """,
    re.VERBOSE,
)
_END = re.compile(
    r"""
    [\n,;✅•|] | [ ]*(?:\(?\d{1,2}(?:\.\d+)?[.)]) | [ ]{2,} | [ ]*\( | [“"”] | [ ](?=[\d,.]+[ ]?(?:ล้าน|บาท|คน|ครั้ง|ราย|คะแนน|วิว|%))
    | [ ](?= (?:จาก|โดย|ของ|จังหวัด|จ\.|กรุงเทพ|กทม|อำเภอ|อ\.|ตำบล|ต\.|ผลงาน|ประเภท|ระดับ|สาขา|ด้วย|กับ|ซึ่ง|ที่|จำนวน|เงิน|รางวัล|ชื่อ|ได้|ยอด
      |รับ|พร้อม|เป็น|เวลา|คะแนน|ส่วน|และ|ใน|มี|หมู่|เลขที่|สถิติ|ประกวด|ประจำ|ร่วม|จัด|ณ|เพื่อ|ทั้ง|นอกจาก|สำหรับ) )
    | (?:และ|แล้ว)(?=[ ]?(?:รางวัล|ประเภท|ระดับ|ผลงาน|ทีม|เทศบาล|บ้าน|ชุมชน|กลุ่ม|นาย|นาง|โรง|อำเภอ|จังหวัด|สวจ)) | ส่วน(?=รางวัล) | รวมทั้งสิ้น
    """,
    re.VERBOSE,
)
# ภาพยนตร์สั้นเรื่อง |บูชา
_LEADS_IN = re.compile(r"[ก-๎]{3,24}?(?:เรื่อง|ชื่อ|ชุด)[ ]?[“\"]?")
_OWNED = re.compile(r"[ ]?(?:ออกแบบ|กำกับ|ขับร้อง|ประพันธ์|จัดทำ|พัฒนา|สร้าง|แต่ง)?(?:ของ|โดย|จาก)[ ]?(?:ทีม(?:จาก)?)?[ ]?$")
# a firm or faculty that made what stands before it
_FIRM = re.compile(r"บริษัท|ห้างหุ้นส่วน|หจก|บจก|วิสาหกิจชุมชน|คณะ[ก-ฮ]|มหาวิทยาลัย|สถาบัน")
# words that a title does not hold: a sentence, a prize and what comes with it
_SAYS = re.compile(
    r"ได้รับ|รางวัล|คว้า|ชนะเลิศ|เกียรติบัตร|โล่|[\d,]+[ ]?บาท|ซึ่ง|ดังกล่าว|แห่ง\)"
    r"|กล่าวว่า|ประกอบด้วย|ได้แก่|นับเป็น|ถือเป็น|ขอขอบคุณ|ขอชื่นชม|ผู้ประกวด|ผู้สมัคร|เป็นหน่วยงาน"
)
# what no title begins with; one may well begin with a verbal noun
_NO_HEAD = BAD - {"การ", "ความ"} | {"เนื่อง", "นาย", "นาง", "นางสาว", "พร้อมทั้ง", "พร้อมกับ", "อีกทั้ง", "รวมทั้ง", "ตลอดจน", "อัน", "อันเป็น"}
_HONORIFIC = re.compile(r"(?:[ก-ฮ]{1,4}\.){1,3}|พล(?:เอก|โท|ตรี)|พัน|คุณ|เด็ก(?:ชาย|หญิง)")
_LEVEL_KINDS = {"level", "category", "branch", "award"}


def find_unknown(findings: Findings) -> None:
    """Adds to the findings the parties and works that stand where labels and list items ask for one."""
    changed = _add(findings, find_rows(findings))
    subjects, things = find_unnamed_subjects(findings)
    _add_works(findings, things)
    changed = _add(findings, subjects) or changed
    parties: list[Party] = []
    works: list[Span] = []
    starts = [party.start for party in findings.parties]
    work_starts = sorted(work.start for work in findings.works)
    label_starts = sorted(label.outer for label in findings.labels)
    for place, kind in _places(findings):
        if _near(starts, place, 6) or _near(work_starts, place, 14) or _near(label_starts, place, 3):
            continue
        led = _LEADS_IN.match(findings.text, place)
        if led is not None and _near(work_starts, led.end(), 1):
            continue
        limit = _limit(findings, label_starts, place)
        titles = _titles(findings, starts, place, limit, kind)
        works.extend(titles)
        if titles or kind in {"work", "quoted"}:
            continue
        party = _free_party(findings.text, place, limit, opened=kind != "behind")
        if party is not None:
            parties.append(party)
    parties.extend(_authors(findings, starts))
    if _add(findings, parties) or changed:  # rows may go on behind those
        _add(findings, find_rows(findings))
    _add_works(findings, works)


def _add_works(findings: Findings, works: list[Span]) -> None:
    if works:
        findings.works = sorted([*findings.works, *works], key=lambda work: work.start)


def _add(findings: Findings, parties: Iterable[Party]) -> bool:
    """Puts parties among the known ones, where they overlap none of those and tell of one, not of many; whether any was put."""
    known = sorted((party.start, party.end) for party in findings.parties)
    new: list[Party] = []
    for party in parties:
        if not overlaps(known, party.start, party.end) and not counted(findings.text, party.start, party.end):
            new.append(party)
            insort(known, (party.start, party.end))
    if new:
        findings.parties = sorted([*findings.parties, *new], key=lambda party: (party.start, -party.end))
        carry_on(findings)
    return bool(new)


_BY = re.compile(r"[”\"’']?[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:กำกับ|ประพันธ์|เขียน|แต่ง|สร้าง)?(?:โดย|ของ)[ ]*")
_NAME = re.compile(r"[ก-ฮเ-ไ][ก-๎]{1,19} [ก-ฮเ-ไ][ก-๎]{2,19}(?=[ ]*(?:$|[\n,)(]|และ|เจ้าของ|ได้รับ|จาก))")


def _authors(findings: Findings, starts: list[int]) -> Iterator[Party]:
    """Makers whose names stand bare behind their works: เรื่อง “…” ของ ปาริชาต มณีวงศ์."""
    text = findings.text
    for work in findings.works:
        by = _BY.match(text, work.end)
        if by is None or _near(starts, by.end(), 6):
            continue
        name = _NAME.match(text, by.end())
        given = name.group().partition(" ")[0] if name is not None else ""
        if name is not None and (given in known_names()[0] or not any(token in BAD for token in words(name.group()))):
            span = Span(*name.span(), "party.author")
            yield Party(span.start, span.end, "team", span, -1000 - span.start, role="doer")


def _places(findings: Findings) -> Iterator[tuple[int, str]]:
    """Where a winner must stand: behind a rank with or without ได้แก่, and at the beginning of a winner's list item."""
    outers = sorted(label.outer for label in findings.labels)
    dates = {label.outer: label.until for label in findings.labels if label.kind in {"year", "edition"}}
    for label in findings.labels:
        if label.kind not in _LEVEL_KINDS:
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
        if until > label.until and (not match["word"] or (label.kind == "award" and kind != "quoted")):
            continue
        if kind is not None:
            yield match.end(), kind
    yield from _item_heads(findings)


# ได้แก่ |“เครื่องฆ่าเชื้อ” จากคณะวิทยาศาสตร์
_MADE_IN_MARKS = re.compile(
    r"[“\"][^“”\"\n]{6,200}[”\"][ ]?(?:ผลงานของ|โดย|จาก|ของ)[ ]?(?:คณะ|มหาวิทยาลัย|โรงเรียน|วิทยาลัย|สถาบัน|ทีม|นาย|นาง|ดร\.|[รผ]?ศ\."
    r"|กลุ่ม|บริษัท|โรงพยาบาล|รพ|สำนักงาน|กรม|ศูนย์|เทศบาล|อบต|วิสาหกิจ)"
)


def _kind_behind(text: str, label: Label, match: re.Match[str]) -> str | None:
    """What may stand behind a label: a work only, one that is listed or opened by ได้แก่, one in marks; None if nothing."""
    word, at = match["word"], match.end()
    if match["unit"] in {"ผลงาน", "เรื่อง"}:
        return "work"
    if label.kind == "award":
        if text[at] in '“"':
            return "quoted" if word == "ได้แก่" and _MADE_IN_MARKS.match(text, at) else None
        return "listed" if word in {"ได้แก่", "เป็นของ", "ตกเป็นของ"} else None
    if word:
        return "opened" if label.kind == "level" else "listed"
    if label.kind == "level" and 0 < at - label.until <= 8 and not text[label.until : at].strip():
        return "behind"
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
        if index < 0 or item.start - labels[index] > 1500:
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
        yield body, "opened" if _TEAM.match(text, body) and not _OF_WORKS.search(before) else "work"


# - “บ้านริมน้ำ”: all that an item below a prize's name says
_IN_MARKS = re.compile(r"[ ]*[“\"][^“”\"\n]{4,250}[”\"][ ]*(?:\([^()\n]{1,80}\)[ ]*)?\s*")
_LISTS = re.compile(r"(?:รางวัล|ชนะเลิศ|ดีเด่น|ชมเชย)[^\n]{0,80}(?:ได้แก่|ดังนี้|คือ|ประกอบด้วย|:)")
_OF_WORKS = re.compile(r"(?:ผลงาน|โครงการ|เรื่อง|ผลิตภัณฑ์|เมนู)[ ]*(?:ได้แก่|คือ|ประกอบด้วย|ดังนี้|:)[^\n]{0,40}$")
_TEAM = re.compile(r"(?:ทีม|กลุ่ม|ชุมชน|บ้าน|วัด|คณะ|วง|สวน|ร้าน|ไร่|ฟาร์ม|ศูนย์|สถานี|เครือข่าย|หมู่บ้าน|สภา|ชมรม)")


def _near(starts: list[int], place: int, reach: int) -> bool:
    at = bisect_left(starts, place - 1)
    return at < len(starts) and starts[at] - place <= reach


def _limit(findings: Findings, label_starts: list[int], place: int) -> int:
    """Where the next label, or the line, ends what may belong to the place."""
    newline = findings.text.find("\n", place)
    end = newline if newline >= 0 else len(findings.text)
    at = bisect_left(label_starts, place + 1)
    return min(end, label_starts[at]) if at < len(label_starts) else end


def _titles(findings: Findings, starts: list[int], place: int, limit: int, kind: str) -> list[Span]:
    """The titles of works that begin at a winner's place: in marks, before their makers, or of a thing that is made."""
    text = findings.text
    quoted = _quoted_row(findings, place, limit)
    if quoted:
        return quoted
    if kind == "quoted" or _TEAM.match(text, place):
        return []
    row = _made_row(findings, starts, place, limit)
    if row:
        return row
    made = _made_work(findings, starts, place, limit)
    if made is None and kind in {"opened", "behind"} and (by := _MADE_BY_LIST.search(text, place, place + 160)) is not None:
        made = _title(text, place, by.start(), "work.owned") if "\n" not in text[place : by.start()] else None
    if made is None and kind in {"opened", "behind"} and THING.match(text, place):
        if kind == "behind" and text.startswith(("โครงการ", "โครงงาน", "รายการ"), place):
            return []
        stop = END.search(text, place + 2, limit)
        made = _title(text, place, stop.start() if stop else limit, "work.thing")
    return [made] if made is not None else []


# ได้แก่ “ก” และ “ข”: a team, a prize or a contest in marks is no title
_QUOTED = re.compile(
    r"(?:[ ]?(?:,|และ)[ ]{0,3})?[“\"](?!ทีม|กลุ่ม|วง|รางวัล|โล่|ยอดเยี่ยม|ดีเด่น|องค์กร|บุคคล|หน่วยงาน|ผู้"
    r"|Winner|Gold|Best|First|การประกวด|การแข่งขัน|การคัดเลือก|โครงการประกวด|รายการ|เวที)"
)


# “นาดี” เผย…: somebody's name at a headline's turn
_ACTS = re.compile(r"[ ]?(?:เผย|ย้ำ|ชี้|ระบุ|กล่าว|ชวน|มอบ|นำ|ลงพื้นที่|ปลื้ม|ประจำปี|ประเภท)")


def _quoted_row(findings: Findings, place: int, limit: int) -> list[Span]:
    titles: list[Span] = []
    if NO_QUOTED_WORK.search(findings.text, max(0, place - 110), place):
        return titles
    at = place
    while (mark := _QUOTED.match(findings.text, at, limit)) is not None:
        quote = findings.structure.quote_at(mark.end() - 1)
        if quote is None or quote[0] != mark.end() - 1 or not 4 <= quote[1] - quote[0] <= 200:
            break
        if _ACTS.match(findings.text, quote[1]):
            break
        titles.append(Span(quote[0] + 1, quote[1] - 1, "work.listed.quoted"))
        at = _behind_maker(findings, quote[1])
    return titles


_TO_QUOTED_MAKER = re.compile(r"[ ]?(?:ผลงาน(?:ของ|จาก|โดย)|โดย|จาก|ของ)[ ]?")


def _behind_maker(findings: Findings, at: int) -> int:
    """Where the maker ends who stands behind a title's closing mark at `at`, which did the work; `at` where none does."""
    led = _TO_QUOTED_MAKER.match(findings.text, at)
    if led is None:
        return at
    index = bisect_left(findings.parties, led.end(), key=lambda party: party.start)
    if index >= len(findings.parties) or findings.parties[index].start != led.end() or _GIVES.match(findings.text, led.end()):
        return at
    findings.parties[index].role = "doer"
    return findings.parties[index].end


# ผ้าไหมลายน้ำไหล| |กลุ่มทอผ้าบ้านนา, and what stands between it and the next of the row
_MAKER = re.compile(r"กลุ่ม(?!งาน)|วิสาหกิจ|ศูนย์|สหกรณ์|ร้าน|ชุมชน|โรงเรียน|วิทยาลัย|เทศบาล|นาย|นาง|น\.ส\.|คุณ")
_TO_MAKER = re.compile(r"[ ](?=(?:กลุ่ม(?!งาน)|วิสาหกิจชุมชน|ศูนย์(?:ศิลป|ทอ|เรียน)|สหกรณ์)[ก-ฮเ-ไ])")
_TO_NEXT_THING = re.compile(
    r"[”\"]?(?:[ ]*\([^()\n]{1,40}\))?(?:[ ]?(?:หมู่(?:ที่)?[ ]?\d+|(?:ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.)[ ]?[ก-๎]{2,30})){0,4}"
    r"(?:[ ]?โดย[ ]?(?:นาย|นาง|น\.ส\.|คุณ)[^\n,]{3,40}?)?[ ]*(?:,|และ|(?=\d))[ ]*(?:\d{1,2}[.)][ ]*)?(?:ชิ้นงาน|ผลงาน)?"
)


def _made_row(findings: Findings, starts: list[int], place: int, limit: int) -> list[Span]:
    """Things that are made, each with who made it right behind it: ผ้าไหมลายดอกแก้ว กลุ่มทอผ้า ก และผ้าฝ้ายลายน้ำไหล กลุ่ม ข."""
    text = findings.text
    titles: list[Span] = []
    at: int | None = place
    while at is not None and THING.match(text, at):
        found = _thing_of(findings, starts, at, limit)
        if found is None:
            break
        title, end = found
        titles.append(title)
        on = _TO_NEXT_THING.match(text, end, limit)
        at = on.end() if on is not None else None
    return titles


def _thing_of(findings: Findings, starts: list[int], place: int, limit: int) -> tuple[Span, int] | None:
    """A thing that ends before its maker, who did it, and where the maker ends."""
    text = findings.text
    by = _TO_MAKER.search(text, place, min(limit, place + 140))
    at = bisect_left(starts, place)
    while at < len(starts) and starts[at] <= min(limit, place + 140):
        party = findings.parties[at]
        if by is not None and by.end() < party.start:
            break
        if text[party.start - 1] == " " and _MAKER.match(text, party.start):
            owned = _OWNED.search(text, place, party.start)
            title = _title(text, place, owned.start() if owned else party.start - 1, "work.made")
            if title is not None:
                party.role = "doer"
            return None if title is None else (title, party.end)
        at += 1
    if by is None:
        return None
    title = _title(text, place, by.start(), "work.made")
    maker = _free_party(text, by.end(), limit, opened=True)
    if title is None or maker is None:
        return None
    maker.role = "doer"
    findings.parties = sorted([*findings.parties, maker], key=lambda party: (party.start, -party.end))
    starts[:] = [party.start for party in findings.parties]
    return title, maker.end


# what a prize rather comes from than a work: จากสมาคม ก
_GIVES = re.compile(r"กระทรวง|สมาคม|มูลนิธิ|นิตยสาร|กองทุน|สำนักข่าว|[A-Za-z]")


def _made_work(findings: Findings, starts: list[int], place: int, limit: int) -> Span | None:
    """What stands before its maker: น้ำใสใจจริง ของกรมการข้าว, or before a firm: เครื่องสีข้าว บริษัท นาดี จำกัด."""
    text = findings.text
    at = bisect_left(starts, place)
    while at < len(starts) and starts[at] <= min(limit, place + 260):
        owned = _OWNED.search(text, place, starts[at])
        if owned is not None and owned.end() == starts[at]:
            title = _title(text, place, owned.start(), "work.owned")
            party = findings.parties[at]
            group = _MAKER.match(text, starts[at]) and title is not None and THING.match(text, title.start)
            if title is not None and (group or (party.kind == "organisation" and not _GIVES.match(text, party.start))):
                party.role = "doer"
            return title
        if text[starts[at] - 1] == " " and _FIRM.match(text, starts[at]):
            title = _title(text, place, starts[at] - 1, "work.made")
            if title is not None:
                findings.parties[at].role = "doer"
            return title
        at += 1
    return None


def _title(text: str, place: int, end: int, rule: str) -> Span | None:
    """The words from `place` to `end` as a title, where they do not read as a sentence or a prize."""
    title = text[place:end].strip(' “”"').removeprefix("ชิ้นงาน").lstrip()
    if "“" not in title:
        title = title.partition("”")[0]
    elif title.count("“") > title.count("”") and text.startswith(f"{title}”", text.index(title, place)):
        title += "”"
    if not 4 <= len(title) <= 200 or re.match(r"[\d(]", title) or title.count("(") != title.count(")") or _SAYS.search(title):
        return None
    if words(title[:24])[0] in _NO_HEAD or _HONORIFIC.match(title):
        return None
    begin = text.index(title, place)
    return Span(begin, begin + len(title), rule)


# a contest, a region, a prize, a number of medals: แบดมินตัน 8 (เหรียญทอง), ภาคละ 2 (รางวัล)
_NO_PARTY = re.compile(
    r"^(?:กิจกรรม|เงิน|ทุนการ|ภาค(?:ใต้|เหนือ|กลาง|อีสาน|ตะวัน[ก-๎]*)(?= |$)|เหรียญ|การ(?:ประกวด|แข่งขัน)|รายการ"
    r"|เกียรติบัตร|เกียรติคุณ|ประกาศ(?:เกียรติ|นียบัตร)|โล่|ถ้วย|ใบประกาศ"
    r"|ยกย่อง|เชิดชู|จากรอบ|มิส|Miss|Best|The[ ]Best|Plus|สร้อย|ทองคำ)|^[ก-๙]+ละ[ ]?\d"
)
_COUNTS = re.compile(r"[ก-๙][ ]\d{1,3}[ ]?(?:เหรียญ|รางวัล)")
# the words were a category: รางวัลชนะเลิศ ผู้ประพันธ์เพลง⏎ได้แก่ … · 1) กลุ่มหมู่บ้านเล็ก จำนวน 5 รางวัล ประกอบด้วย …
_HEADS_LIST = re.compile(
    r"[ ]*\n[ ]*(?:ได้แก่|คือ)|[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:จำนวน|รวม)[ ]?\d+[ ]?(?:รางวัล|ประเภท|ระดับ|ทีม|ราย|คน|ผลงาน|แห่ง)"
    r"|[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:ประกอบด้วย|แบ่ง(?:ออก)?เป็น)"
)
# the words were a work, made by those in the list below: ระบบ ก โดย⏎1. นาย ข
_MADE_BY_LIST = re.compile(r"[ ]*โดย[ ]*\n")


# จังหวัดละ 4 · ผู้ขับร้องเพลงไทย · คะแนนเต็ม
_NO_NAME = re.compile(r"[ก-๎]{1,12}ละ[ ]?\d|ผู้|ธุรกิจ|การ|ความ|ระบบ|ทุน(?!หมุน)|เกียรติบัตร|คะแนน|ดังนั้น|ตามลำดับ|สร้าง|จาก|โครงการ|กลุ่มผลิตภัณฑ์")


def _free_party(text: str, place: int, limit: int, *, opened: bool) -> Party | None:
    stop = _END.search(text, place + 2, limit)
    end = stop.start() if stop else limit
    name = text[place:end].strip(" .:-–")
    if _HEADS_LIST.match(text, end) or _NO_PARTY.match(name) or _COUNTS.search(text, place, end + 8):
        return None
    if not 3 <= len(name) <= (60 if opened else 34) or not ("ก" <= name[0] <= "๎" or (name[0].isascii() and name[0].isalpha())):
        return None
    tokens = words(name)
    if _NO_NAME.match(name):
        return None
    if tokens[0] in BAD or sum(token in BAD for token in tokens) > (1 if opened else 0):
        return None
    start = text.index(name, place)
    return Party(start, start + len(name), "team", Span(start, start + len(name), "party.position"), -1000 - start, role="listed")
