"""Titles of works that stand where a list asks for one: in marks, before their makers, or of a thing that is made."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.assemble.free_names import BAD, THING
from extractor.assemble.free_party import free_party
from extractor.document import Span
from extractor.match.work_words import END, NO_QUOTED_WORK
from extractor.tokenise import words

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings

_OWNED = re.compile(r"[ ]?(?:ออกแบบ|กำกับ|ขับร้อง|ประพันธ์|จัดทำ|พัฒนา|สร้าง|แต่ง)?(?:ของ|โดย|จาก)[ ]?(?:ทีม(?:จาก)?)?[ ]?$")
# a firm or faculty that made what stands before it
_FIRM = re.compile(r"บริษัท|ห้างหุ้นส่วน|หจก|บจก|วิสาหกิจชุมชน|คณะ[ก-ฮ]|มหาวิทยาลัย|สถาบัน")
# words that a title does not hold: a sentence, a prize and what comes with it
_SAYS = re.compile(
    r"ได้รับ|รางวัล|คว้า|ชนะเลิศ|เกียรติบัตร|โล่|[\d,]+[ ]?บาท|ซึ่ง|ดังกล่าว|แห่ง\)"
    r"|กล่าวว่า|ประกอบด้วย|ได้แก่|โดยมี(?:$|[ ])|นับเป็น|ถือเป็น|ขอขอบคุณ|ขอชื่นชม|ผู้ประกวด|ผู้สมัคร|เป็นหน่วยงาน"
)
# what no title begins with; one may well begin with a verbal noun
_NO_HEAD = BAD - {"การ", "ความ", "ผล"} | {
    "เนื่อง",
    "นาย",
    "นาง",
    "นางสาว",
    "พร้อมทั้ง",
    "พร้อมกับ",
    "อีกทั้ง",
    "รวมทั้ง",
    "ตลอดจน",
    "อัน",
    "อันเป็น",
}
_HONORIFIC = re.compile(r"(?:[ก-ฮ]{1,4}\.){1,3}|พล(?:เอก|โท|ตรี)|พัน|คุณ|เด็ก(?:ชาย|หญิง)")
# ระดับดีเยี่ยม |สูงที่สุดเป็นอันดับ 1 ของ…, |ติดต่อกันเป็นปีที่ 3: how it was won
_HOW = re.compile(r"สูง(?:ที่)?สุด|มากที่สุด|ดีที่สุด|ติดต่อกัน|ต่อเนื่อง(?:กัน)?(?:เป็น|[ ]|ปี)|อย่าง(?:เป็น|ต่อ)|เป็น(?:อันดับ|ปี|ครั้ง)")
TEAM = re.compile(r"(?:ทีม|กลุ่ม|ชุมชน|บ้าน|วัด|คณะ|วง|สวน|ร้าน|ไร่|ฟาร์ม|ศูนย์|สถานี|เครือข่าย|หมู่บ้าน|สภา|ชมรม)")
# the words were a work, made by those in the list below: ระบบ ก โดย⏎1. นาย ข
_MADE_BY_LIST = re.compile(r"[ ]*โดย[ ]*\n")


def titles_at(findings: Findings, starts: list[int], place: int, limit: int, kind: str) -> list[Span]:
    """The titles of works that begin at a winner's place: in marks, before their makers, or of a thing that is made."""
    text = findings.text
    quoted = _quoted_row(findings, place, limit)
    if quoted:
        return quoted
    if kind == "quoted" or TEAM.match(text, place):
        return []
    row = _made_row(findings, starts, place, limit)
    if row:
        return row
    made = _made_work(findings, starts, place, limit)
    if made is not None and made.rule == "work.owned" and kind == "opened":
        return [made, *owned_after(findings, starts, made, limit)]
    if made is None:
        made = _made_below(findings, starts, place, limit)
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
    r"(?:[ ]{0,2}(?:[,;/]|และ)?[ ]{0,3}(?:\(?\d{1,2}[.)][ ]?)?)?"
    r"[“\"](?!ทีม|กลุ่ม|วง|รางวัล|โล่|ยอดเยี่ยม|ดีเด่น|องค์กร|บุคคล|หน่วยงาน|ผู้"
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


# “ก” โดย|นาย ข, “ก” โดย|ทีม “|นาดี”
_TO_QUOTED_MAKER = re.compile(r"[ ]?(?:ผลงาน(?:ของ|จาก|โดย)|โดย|จาก|ของ)[ ]?(?:ทีม[ ]?[“\"‘'])?")
# รางวัลชนะเลิศ “ก”| |วิทยาลัยเทคนิคนาดี| รองชนะเลิศ “ข”: a maker right behind the title, and what a list goes on with
_TO_NEXT_MAKER = re.compile(r"[ ]{1,2}(?:ทีม[ ]?[“\"‘'])?")
_NEXT_PRIZE = re.compile(
    r"[”\"’']?[ ]*(?:\([^()\n]{1,40}\)[ ]*)?(?:(?:หมู่(?:ที่)?[ ]?\d+|(?:ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.)[ ]?[ก-๎]{2,30})[ ]*){0,4}"
    r"(?:$|\n|[,;]|(?:และ|ส่วน)?[ ]?(?:รางวัล|(?:รอง)?ชนะเลิศ|ที่[ ]?[1-9]|อันดับ|ชมเชย|เหรียญ)|\d[.)]|[-–•]"
    r"|(?:ได้)?รับ(?:เงิน|ถ้วย|โล่|ทุน))"
)


def _behind_maker(findings: Findings, at: int) -> int:
    """Where the maker ends who stands behind a title's closing mark at `at`, which did the work; `at` where none does."""
    by = _TO_QUOTED_MAKER.match(findings.text, at)
    led = by or _TO_NEXT_MAKER.match(findings.text, at)
    if led is None:
        return at
    index = bisect_left(findings.parties, led.end(), key=lambda party: party.start)
    if index >= len(findings.parties) or findings.parties[index].start != led.end() or _GIVES.match(findings.text, led.end()):
        return at
    maker = findings.parties[index]
    if by is None and (maker.role != "plain" or _NEXT_PRIZE.match(findings.text, _end_of_makers(findings, index)) is None):
        return at
    maker.role = "doer"
    return maker.end


_NEXT_OF_MAKERS = re.compile(r"[ ]?(?:และ|,)?[ ]{0,2}")


def _end_of_makers(findings: Findings, index: int) -> int:
    """Where the last of the people ends who stand in a row from the one at `index`: นาย ก นาย ข และนาย ค|."""
    parties = findings.parties
    end = parties[index].end
    if parties[index].kind != "person":
        return end
    for party in parties[index + 1 :]:
        apart = _NEXT_OF_MAKERS.match(findings.text, end)
        if party.start < end:
            continue  # the school within “นาย ก โรงเรียน ข”
        if apart is None or apart.end() != party.start:
            break
        end = party.end
    return end


# ผ้าไหมลายน้ำไหล| |กลุ่มทอผ้าบ้านนา, and what stands between it and the next of the row
_MAKER = re.compile(r"กลุ่ม(?!งาน)|วิสาหกิจ|ศูนย์|สหกรณ์|ร้าน|ชุมชน|โรงเรียน|วิทยาลัย|เทศบาล|นาย|นาง|น\.ส\.|คุณ")
_MAKES = re.compile(rf"{_MAKER.pattern}|บริษัท|ห้างหุ้นส่วน|หจก|บจก")
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
        on = _TO_NEXT_THING.match(text, end, limit) or _next_of_kind(text, at, end, limit)
        at = on.end() if on is not None else None
    return titles


# … จังหวัดน่าน| |ผลิตภัณฑ์กาแฟ จากบริษัท ข: behind a blank alone, a thing of the same kind
_PLACES = re.compile(r"[”\"]?(?:[ ]?(?:หมู่(?:ที่)?[ ]?\d+|(?:ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.)[ ]?[ก-๎]{2,30})){0,4}[ ]+")


def _next_of_kind(text: str, place: int, end: int, limit: int) -> re.Match[str] | None:
    """What stands between a thing at `place`, whose maker ends at `end`, and one that begins with the same word."""
    kind = THING.match(text, place)
    on = _PLACES.match(text, end, limit)
    return on if kind is not None and on is not None and text.startswith(kind.group(), on.end()) else None


def _thing_of(findings: Findings, starts: list[int], place: int, limit: int) -> tuple[Span, int] | None:
    """A thing that ends before its maker, who did it, and where the maker ends."""
    text = findings.text
    by = _TO_MAKER.search(text, place, min(limit, place + 140))
    at = bisect_left(starts, place)
    while at < len(starts) and starts[at] <= min(limit, place + 140):
        party = findings.parties[at]
        if by is not None and by.end() < party.start:
            break
        owned = _OWNED.search(text, place, party.start)
        if (text[party.start - 1] == " " or owned) and (_MAKER if owned is None else _MAKES).match(text, party.start):
            title = _title(text, place, owned.start() if owned else party.start - 1, "work.made")
            if title is not None:
                party.role = "doer"
            return None if title is None else (title, party.end)
        at += 1
    if by is None:
        return None
    title = _title(text, place, by.start(), "work.made")
    maker = free_party(text, by.end(), limit, opened=True)
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


def owned_after(findings: Findings, starts: list[int], first: Span, limit: int) -> list[Span]:
    """The titles that go on from one, each before its maker: น้ำผึ้งเดือนห้า จากบริษัท ก และ|กาแฟดอยสูง| จากบริษัท ข."""
    text, titles = findings.text, [first]
    while True:
        at = bisect_left(starts, titles[-1].end)
        if at == len(starts) or _OWNED.fullmatch(text[titles[-1].end : starts[at]].lstrip("”\"’'")) is None:
            return titles[1:]
        on = _TO_NEXT_THING.match(text, findings.parties[at].end, limit)
        title = _made_work(findings, starts, on.end(), limit) if on is not None else None
        if title is None or title.rule != "work.owned":
            return titles[1:]
        titles.append(title)


# 1. สายลม|⏎โดย |นาย ก โรงเรียน ข
_BY_BELOW = re.compile(r"\n[ ]*(?:(?:ออกแบบ|กำกับ|ประพันธ์|จัดทำ|พัฒนา|แต่ง)?โดย|ผลงาน(?:ของ|โดย)|ของ(?=[ ]))[ ]*:?[ ]*")
# what bears a name, and is led by whom the line below names: โรงแรมนาดี⏎โดย นาย ก ผู้จัดการ
_BEARS_NAME = re.compile(
    r"โรงแรม|รีสอร์ท|โฮมสเตย์|คาเฟ่|แบรนด์|อาคาร|ตลาด|เกาะ|องค์|สำนัก|หน่วย|กอง|สมาคม|มูลนิธิ|สหกรณ์|จังหวัด|อำเภอ|ตำบล|เทศบาล|อบต|โรง|บมจ|บจก|ห้าง|หจก|[A-Za-z]"
)
_LEADS = re.compile(
    r"(?:รอง|ผู้ช่วย)?(?:ประธาน|กรรมการ|ผู้จัดการ|ผู้อำนวยการ|เจ้าของ|นายก|หัวหน้า|ผู้ว่า|ปลัด|อธิบดี|คณบดี|อธิการ|ผู้ก่อตั้ง|ผู้บริหาร|กำนัน|ผู้ใหญ่)"
)


def _made_below(findings: Findings, starts: list[int], place: int, limit: int) -> Span | None:
    """What makes up an item's line, whose maker the line below names: 1. สายลม⏎โดย นาย ก โรงเรียน ข."""
    by = _BY_BELOW.match(findings.text, limit)
    if by is None or _BEARS_NAME.match(findings.text, place) is not None:
        return None
    at = bisect_left(starts, by.end())
    if at >= len(starts) or starts[at] != by.end():
        return None
    party = findings.parties[at]
    position = findings.people[party.key].position if party.kind == "person" and party.key >= 0 else None
    if position is not None and _LEADS.match(findings.text, position.start) is not None:
        return None
    return _title(findings.text, place, limit, "work.made")


# ภาพ |“คลื่นซัดบ้าน”|, เพลงลูกทุ่งเรื่อง “สายลม”: the kind of work is none of its title
_KIND_MARKED = re.compile(
    r"(?:ภาพ|คลิป|ข่าว|สารคดี|บทความ|เพลง|บทเพลง|ละคร|หนังสั้น|นวนิยาย|เรื่องสั้น|บทกวี|หนังสือ|เมนู)"
    r"[ก-๎]{0,16}[ ]?[“\"](?P<inner>[^“”\"]{2,}+)[”\"]"
)


def _title(text: str, place: int, end: int, rule: str) -> Span | None:
    """The words from `place` to `end` as a title, where they do not read as a sentence or a prize."""
    title = text[place:end].strip(' “”"').removeprefix("ชิ้นงาน").lstrip()
    if "“" not in title:
        title = title.partition("”")[0]
    elif title.count("“") > title.count("”") and text.startswith(f"{title}”", text.index(title, place)):
        title += "”"
    if not 4 <= len(title) <= 200 or re.match(r"[\d(]", title) or title.count("(") != title.count(")") or _SAYS.search(title):
        return None
    news = rule == "work.owned" and title.startswith("ข่าว")  # ข่าวน้ำเสียคลองนาดี |โดยหนังสือพิมพ์ ก
    if (words(title[:24])[0] in _NO_HEAD and not news) or _HONORIFIC.match(title) or _HOW.match(title):
        return None
    begin = text.index(title, place)
    if (marked := _KIND_MARKED.fullmatch(title)) is not None:
        return Span(begin + marked.start("inner"), begin + marked.end("inner"), rule)
    return Span(begin, begin + len(title), rule)
