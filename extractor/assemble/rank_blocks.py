"""Results in blocks of lines under ranks that stand alone: what has won, by whom it is, and from where, a line for each.

รางวัลชนะเลิศ⏎ผลงาน “สายลม”⏎โดย โรงเรียนนาดีวิทยา⏎รางวัลรองชนะเลิศอันดับ 1 เงินรางวัล 5,000 บาท⏎ทีมข้าวหอม⏎…
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.assemble.free_party import free_party
from extractor.assemble.line_words import ANNOUNCES, LETTER, MARK, NO_PRIZE, NOMINATES, SPOKEN, behind_bullet
from extractor.document import Span
from extractor.match.label import PARTS, Label
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

# ranks with a block each, at the least; lines below one, and characters of such a line, of a title, and above the first rank
_LEAST, _LINES, _LINE, _TITLE, _REACH, _ABOVE = 2, 10, 150, 120, 300, 3
# รางวัลชนะเลิศ| เงินรางวัล 5,000 บาท พร้อมโล่ ได้แก่: what else a rank's line may say
_REST = re.compile(
    r"[”\"']?(?:[ ]*\([^()\n]{1,60}\))?"
    r"(?:[ ,]*(?:พร้อม|และ|(?:ได้)?รับ|เงิน|มูลค่า|รางวัลละ|ทุน|โล่|เกียรติบัตร|ถ้วย|ใบประกาศ|จำนวน|รวม|ๆ|มี)[^\n“”:：]{0,90}?)?"
    r"[ ]*(?:ได้แก่|คือ|ดังนี้|(?:ตก)?เป็นของ)?[ ]*[:：–-]?[ ]*"
)
# ประเภทนักเรียน, ระดับมัธยมศึกษาตอนปลาย: a line over the ranks of one class
_CLASS = re.compile(r"(?:ประเภท|ระดับ|รุ่น|กลุ่ม|สาขา|ด้าน|หมวด)(?!ที่)[ ]?(?P<name>[ก-ฮเ-ไA-Z“][^\n:：“”]{2,70}?)[”\"]?[ ]*[:：]?[ ]*")
# the rule of parties that nothing but their place told
_POSITION = "party.position"
# ชื่อผลงาน: |สายลม, โครงการ |ทุ่งทอง, ภาพ “สายลม”
_WORK = re.compile(
    r"(?:(?P<called>(?:ชื่อ)?(?:ผลงาน|เรื่อง|ภาพ|คลิป|ชุด(?:การแสดง)?|สิ่งประดิษฐ์|บทความ|(?:บท)?เพลง|นวัตกรรม)(?:เรื่อง|ชื่อ|ชุด)?|ชื่อ(?:โครงงาน|โครงการ|เพลง|สื่อ|เมนู))"
    r"[ ]*[:：]?[ ]*|(?:โครงงาน|โครงการ|การแสดง(?:ชุด)?)(?:เรื่อง)?[ ]*[:：]?[ ]*)(?=[“\"‘ก-ฮเ-ไA-Z0-9])"
)
_IN_MARKS = re.compile(r"[“\"‘]{1,2}(?P<title>[^“”\"\n]{3,150}?)[”\"’]{1,2}")
# สายลม| โดย |นาย ก, “สายลม” |(นาย ก)
_DONE_BY = r"(?:จัดทำ|ประดิษฐ์|ออกแบบ|ถ่ายภาพ|ประพันธ์|ขับร้อง|กำกับ|วิจัย|ผลงาน)?โดย"
_WHO_MADE = r"(?:ผู้|นัก)(?:วิจัย|เขียน|แต่ง|ประพันธ์|กำกับ|ออกแบบ|ถ่าย(?:ภาพ)?|ประดิษฐ์|จัดทำ|สร้างสรรค์|พัฒนา|ขับร้อง)"
_TO_MAKER = re.compile(rf"[ ]*(?:ผลงาน(?:ของ)?|{_DONE_BY}|{_WHO_MADE}|ของ|จาก|[–—-](?=[ ])|\()[ ]*[:：]?[ ]*(?=[“\"ก-ฮเ-ไA-Z])")
_TITLE_ENDS = re.compile(rf"[ ]+(?:{_DONE_BY}|{_WHO_MADE}|ของ|จาก|[–—-])[ ]|[ ]*\(|$")
# ได้แก่ |นาย ก, และ |นาย ข
_NAMES = re.compile(r"(?:ได้แก่|คือ(?=[ ])|และ(?=[ ]))?[ ]*[:：]?[ ]*")
# โดย |โรงเรียนนาดีวิทยา, เจ้าของผลงาน: |นาย ก, ชื่อทีม |ข้าวหอม, สถาบัน: |มหาวิทยาลัยขอนแก่น
_BY = re.compile(
    rf"(?:{_DONE_BY}|(?:ผลงาน)?ของ|จาก|(?:ผู้)?เจ้าของผลงาน|{_WHO_MADE}|ผู้(?:ส่งผลงาน|ชนะ(?:เลิศ)?|ได้รับรางวัล)"
    r"|(?P<team>(?:ชื่อ)?ทีม(?=[ ]*[:：])|ชื่อทีม)"
    r"|(?:ชื่อ)?(?:สถาบัน|สถานศึกษา|หน่วยงาน|องค์กร|โรงเรียน|มหาวิทยาลัย|บริษัท)(?=[ ]*[:：])|สังกัด)[ ]*[:：]?[ ]*"
)
_TEAM = re.compile(r"ทีม[ ]?(?=[“\"ก-ฮเ-ไA-Z0-9])(?!ที่|งาน|ละ|ผู้|จาก|นัก(?:เรียน|ศึกษา|วิจัย)[ ])")
_TEAM_ENDS = re.compile(
    r"[”\"]?[ ]+(?:จาก|โดย|[–—-][ ]|\()|[”\"]?[ ]*(?:จาก)?(?=โรงเรียน|วิทยาลัย|มหาวิทยาลัย|สถาบัน|คณะ(?=[ก-ฮ])|บริษัท)|$"
)
# นาย ก (หนึ่ง)| จาก|เพลง สายลม, ทีมข้าวหอม| |ผลงาน “สายลม”
_WITH_WORK = re.compile(
    r"[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:จาก|กับ|ด้วย)?[ ]*(?=(?:ชื่อ)?(?:ผลงาน|(?:บท)?เพลง|เรื่อง|ภาพ(?!ยนตร์)|คลิป|โครงงาน)(?!ของ|จาก))"
)
# ครูที่ปรึกษา นาย ก, รับเงินรางวัล 5,000 บาท: of nobody who has won
_ASIDE = re.compile(
    r"(?:และ)?(?:(?:โดยมี)?(?:ครู|อาจารย์|อ\.|ผู้)?(?:ที่ปรึกษา|ควบคุม|ฝึกสอน|สอน|ฝึกซ้อม)|โค้ช|คะแนน|เวลา|ตำแหน่ง|อายุ|ชั้น(?=[ม ป])"
    r"|ชื่อเล่น|(?:รายชื่อ)?สมาชิก|หัวหน้าทีม|รายชื่อ|(?:ได้)?รับ(?=เงิน|โล่|ถ้วย|ทุน|รางวัล)"
    r"|เงิน|พร้อม|โล่|ถ้วย|เกียรติบัตร|ทุน|มูลค่า|ใบประกาศ|แนวคิด|แนวความคิด|คำอธิบาย|รายละเอียด|ดูผลงาน|ชมผลงาน|อีเมล|โทร|http|www)"
)
# หมาจู สตูดิโอ| – |ลูกค้า น้ำปลาตราเรือใบ, ตำแหน่ง| : |ครู: no one name
_PARTED = re.compile(r"[ ][–—|-][ ]|[:：\"]")
_MEMBERS = re.compile(r"(?:รายชื่อ)?สมาชิก")


@dataclass(slots=True)
class _Entry:
    """One that has won with a rank: with what, who, and the body above."""

    work: Span | None = None
    winner: Party | None = None
    above: Party | None = None
    members: bool = False
    """Whether those of the team are listed from here on."""


@dataclass(slots=True)
class _Block:
    """A rank that stands alone in a line, and what is told in the lines below it."""

    start: int
    end: int
    labels: dict[str, Label]
    entries: list[_Entry] = field(default_factory=list)


def read_rank_blocks(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that such blocks tell, where they tell more than what was read within them otherwise."""
    if sum(end - start <= _LINE for start, end in findings.structure.lines) < 2 * _LEAST:
        return candidates
    for run in _runs(findings):
        begin, until = run[0].start, run[-1].end
        ranked = any("level" in block.labels for block in run)
        if NOMINATES.search(findings.text, max(0, begin - _REACH), begin) or not (ranked or _is_announced(findings, begin)):
            continue
        within = [candidate for candidate in candidates if begin <= candidate.at < until]
        for block in run:
            _give_award(block, within)
        told = [_candidate(block, entry) for block in run for entry in block.entries]
        more, known = (sum(_told(findings.text, one) for one in some) for some in (told, within))
        if more < known or (more == known and len(told) >= len(within)):
            continue
        candidates = [candidate for candidate in candidates if not begin <= candidate.at < until]
        candidates.extend(told)
    return sorted(candidates, key=lambda candidate: candidate.at)


def _give_award(block: _Block, within: list[Candidate]) -> None:
    """Gives a block the award and its year that were read for it otherwise, where its rank's line names none."""
    if "award" in block.labels:
        return
    own = [candidate for candidate in within if block.start <= candidate.at < block.end]
    named = next((candidate for candidate in [*own, *within] if "award" in candidate.labels), None)
    if named is not None:
        block.labels.update({kind: named.labels[kind] for kind in _OF_AWARD if kind in named.labels and kind not in block.labels})


_OF_AWARD: tuple[str, ...] = ("award", "year", "edition")


def _is_announced(findings: Findings, begin: int) -> bool:
    """Whether it is said in the lines right above a place that results follow."""
    at = bisect_left(findings.structure.lines, (begin, 0))
    return any(
        ANNOUNCES.search(findings.text, max(start, end - _REACH), end) is not None
        for start, end in findings.structure.lines[max(0, at - _ABOVE) : at]
    )


def _told(text: str, candidate: Candidate) -> int:
    """How much a candidate tells of who and what has won with a rank, and in which class."""
    winner = candidate.recipient
    if not candidate.labels.keys() & PARTS or (winner is not None and _WORK.match(text, winner.start) is not None):
        return 0
    above = candidate.parent is not None or (winner is not None and winner.body is not None)
    category = candidate.labels.get("category")
    classed = category is not None and _WORK.match(text, category.outer) is None and _BY.match(text, category.outer) is None
    return (candidate.work is not None) + (winner is not None) + above + classed


def _candidate(block: _Block, entry: _Entry) -> Candidate:
    place = entry.winner.start if entry.winner is not None else entry.work.start if entry.work is not None else block.start
    return Candidate(
        labels=dict(block.labels),
        at=place,
        rule="conferral.list",
        work=entry.work,
        recipient=entry.winner,
        parent=entry.above,
        verb=True,
    )


def _runs(findings: Findings) -> Iterator[list[_Block]]:
    """Blocks that follow each other, each of which tells somebody or something; a class may stand over the ranks of several."""
    run: list[_Block] = []
    over: dict[str, Label] = {}
    lines = findings.structure.lines
    at = 0
    while at < len(lines):
        labels = _head(findings, *lines[at])
        last = at + 1
        if labels is not None and "level" not in labels and last < len(lines) and _is_rank(_head(findings, *lines[last])):
            over, labels = labels, None
        else:
            while labels is not None and last < len(lines) and last - at <= _LINES and _goes_on(findings, *lines[last]):
                last += 1
        block = _Block(lines[at][0], lines[last - 1][1], {**over, **labels}) if labels is not None else None
        if block is not None:
            _read(findings, block, lines[at + 1 : last])
        if block is not None and block.entries:
            run.append(block)
        elif labels is not None or not over or at + 1 == len(lines) or not _is_rank(_head(findings, *lines[at + 1])):
            if len(run) >= _LEAST:
                yield run
            run, over = [], {}
        at = last
    if len(run) >= _LEAST:
        yield run


def _is_rank(labels: dict[str, Label] | None) -> bool:
    return labels is not None and "level" in labels


def _head(findings: Findings, start: int, end: int) -> dict[str, Label] | None:
    """The labels of a line that is nothing but a rank, a prize or a class, with what is given with it; None of any other."""
    text = findings.text
    if end - start > _LINE or findings.party_at(start, end - start) is not None:
        return None
    begin = behind_bullet(text, start)
    here = findings.labels_between(start, end)[:6]
    shaped = None if here else _CLASS.fullmatch(text, begin, end) or _PRIZE.fullmatch(text, begin, end)
    if not here and shaped is None:
        return None
    if not any(label.kind == "level" for label in here) and any(lead.match(text, begin, end) for lead in _NO_HEADS):
        return None
    if shaped is not None:
        return {"category": Label("category", *shaped.span("name"), "category.block", begin, end)}
    gaps = [text[begin : here[0].outer], *(text[one.until : other.outer] for one, other in pairwise(here))]
    if any(gap.strip(' “”"') not in _LEADS for gap in gaps) or _REST.fullmatch(text, here[-1].until, end) is None:
        return None
    labels: dict[str, Label] = {label.kind: label for label in reversed(here)}
    if "level" not in labels and (prize := labels.get("award")) is not None:
        if prize.row is not None or "year" in labels or not _PRIZE.fullmatch(text, prize.outer, prize.until):
            return None
        del labels["award"]
        labels.setdefault(
            "category",
            Label(
                "category",
                prize.start + 6 * text.startswith("รางวัล", prize.start),
                prize.end,
                "category.block",
                prize.outer,
                prize.until,
            ),
        )
    return labels if labels.keys() & PARTS else None


_NO_HEADS = (_WORK, _BY, _TEAM, _ASIDE, _IN_MARKS)
_LEADS = {"", "รางวัล", "ระดับ", "ถ้วยรางวัล", "โล่รางวัล", "ประเภท"}
# รางวัล|ความคิดสร้างสรรค์, |Best Design Award: a prize that is told apart from the others
_PRIZE = re.compile(
    r"รางวัล[ ]?[“\"]?(?P<name>(?!ที่|จาก|ของ|ใน|และ|นี้|ดังกล่าว|ประกอบ|ใหญ่|การ(?:ประกวด|แข่งขัน))[ก-ฮเ-ไA-Z]"
    r"[^\n:：“”]{2,60}?)[”\"]?(?:[ ]*จำนวน[ ]?\d{1,2}[ ]?รางวัล)?[ ]*(?:ได้แก่|คือ)?[ ]*[:：]?[ ]*"
)


def _goes_on(findings: Findings, start: int, end: int) -> bool:
    """Whether a line may be one of a block: short, no rank or class of its own, and no running talk."""
    if end - start > _LINE or _head(findings, start, end) is not None:
        return False
    return not any(label.kind in {"level", "year"} for label in findings.labels_between(start, end)[:4])


def _read(findings: Findings, block: _Block, lines: list[tuple[int, int]]) -> None:
    """Reads who and what has won off the lines of a block, up to one that tells nobody; a second work or winner is another's."""
    entries = [_Entry()]
    for start, end in lines:
        begin = behind_bullet(findings.text, start)
        begin = _NAMES.match(findings.text, begin, end).end()  # type: ignore[union-attr]  # it matches nothing, too
        if _ASIDE.match(findings.text, begin, end) is not None:
            entries[-1].members = entries[-1].members or _MEMBERS.match(findings.text, begin, end) is not None
        else:
            begin, lead = _take_work(findings, entries, begin, end), begin
            before = entries[-1].winner
            if lead < begin < end and before is not None and before.name.rule == _POSITION:
                return  # GOLD⏎Film⏎|“สายลม” – ดอนทองสตูดิโอ: the line above named no winner, but a class
            if begin < end and not _take_winner(findings, entries, begin, end, ranked="level" in block.labels):
                entries[-1].work = entries[-1].work if begin == lead else None  # whose it is was not understood
                break
    for one, other in pairwise(entries):
        one.above = one.above or (
            other.above if one.winner is not None and one.winner.kind == "person" and not one.work else None
        )
    block.entries = [entry for entry in entries if entry.work or entry.winner]


def _take_work(findings: Findings, entries: list[_Entry], begin: int, end: int) -> int:
    """Takes up the work that a line names first; where the line goes on behind it, to who made it."""
    text = findings.text
    lead = _WORK.match(text, begin, end)
    place = lead.end() if lead is not None else begin
    marked = _IN_MARKS.match(text, place, end)
    known = _known(findings, begin)
    if known is not None and known.is_of_words and lead is not None and lead["called"]:
        known = None  # |ชื่อผลงาน ระบบคัดแยกขยะ|, which its place in a list has made a winner
    if marked is not None and (lead is not None or known is None):
        title, behind = marked.span("title"), marked.end()
    elif lead is not None and known is None and (lead["called"] or entries[-1].winner is None):
        behind = _TITLE_ENDS.search(text, place, end).start()  # type: ignore[union-attr]  # it ends at the last
        title = (place if lead["called"] else begin), behind
    else:
        return begin
    if title[1] - title[0] > _TITLE or title[1] - title[0] <= 2:
        return begin
    if entries[-1].work is not None:
        entries.append(_Entry())
    entries[-1].work = Span(*title, "work.block")
    maker = _TO_MAKER.match(text, behind, end)
    return maker.end() if maker is not None else end if not text[behind:end].strip(' ”")') else behind + (text[behind] == " ")


def _take_winner(findings: Findings, entries: list[_Entry], begin: int, end: int, *, ranked: bool) -> bool:
    """Takes up whom a line names first, and the body told behind; whether the line names anybody.

    `ranked`: below a rank any name may have won, if it is the first.
    """
    text = findings.text
    by = _BY.match(text, begin, end)
    begin = by.end() if by is not None else begin
    entry = entries[-1]
    party = _known(findings, begin)
    if party is None and (_TEAM.match(text, begin, end) or (by is not None and by["team"])):
        party = _team(text, begin, end)
    elif party is None and (by is not None or (ranked and entry.winner is None)):
        party = _free(findings, begin, end)
    if party is None or (entry.winner is not None and party.name.rule == _POSITION):
        return False
    if by is not None and entry.winner is not None and party.kind != "organisation" and text.startswith("จาก", by.start()):
        return False  # ชลธี นาดี⏎จาก |บ้านริมน้ำ: a film
    behind = party.name.end
    if entry.winner is None:
        entry.winner = party
    elif entry.winner.kind == "organisation" and party.kind == "team" and entry.above is None:
        entry.winner, entry.above = party, entry.winner
    elif entry.members or (entry.work is not None and party.kind == entry.winner.kind == "person"):
        return True  # of the team, or one who made the work with the first
    elif entry.winner.kind in {"person", "team"} and party.kind == "organisation":
        entry.above = entry.above or party
        return True
    elif entry.winner.kind == "team" and party.kind == "person":
        entry.members = True
        return True
    elif entry.work is not None:
        return True
    elif _stands_over(text, entry.winner, party, by):
        entry.above = entry.above or party
        return True
    else:
        entry = _Entry(winner=party)
        entries.append(entry)
    led = _WITH_WORK.match(text, behind, end) if entry.work is None else None
    if led is not None:
        _take_work(findings, [entry], led.end(), end)
    if entry.above is None and party.kind in {"person", "team"} and party.body is None:
        bodies = (other for other in findings.parties_between(behind, end)[:3] if other.kind == "organisation")
        entry.above = next(bodies, None)
    return True


# สังกัด |เทศบาลเมืองนาดี: said to be above; โรงเรียนบ้านนา⏎|สพป.เลย เขต 1, กลุ่มผู้ใช้น้ำนาดี⏎|สำนักงานชลประทานที่ 13: above by what both are
_BELONGS = "สังกัด"
_LOWER = re.compile(
    r"(?P<school>โรงเรียน|รร\.|ร\.ร\.|ศูนย์พัฒนาเด็ก)|กลุ่ม|วิสาหกิจ|ชุมชน|สหกรณ์|หมู่บ้าน|ชมรม|ศูนย์|เครือข่าย|โรงพยาบาลส่งเสริม|รพ\.สต"
)
_AREA_OFFICE = re.compile(
    r"สพ[ปม]\.|สำนักงานเขตพื้นที่|สำนักงาน(?=คณะกรรมการ(?:การศึกษา|ส่งเสริมการศึกษา)|ศึกษาธิการ)|สช\.|อบจ\.|เทศบาล|กรุงเทพมหานคร"
)
_OFFICE = re.compile(r"(?:สนง\.|สำนักงาน|กรม|กอง|ฝ่าย|เทศบาล|องค์การบริหาร|อบ[ตจ]\.|สสจ|สสอ|ส\.ป\.ก)")


def _stands_over(text: str, winner: Party, party: Party, by: re.Match[str] | None) -> bool:
    """Whether a body in the line below a winner is the one that the winner belongs to, and no second winner."""
    if party.kind != "organisation" or winner.kind == "person":
        return False
    if by is not None:
        return by.group().startswith(_BELONGS)
    lower = _LOWER.match(text, winner.name.start)
    if lower is None:
        return False
    return (_AREA_OFFICE if lower["school"] else _OFFICE).match(text, party.name.start) is not None


def _known(findings: Findings, begin: int) -> Party | None:
    """Who is named from a place on, known by more than the place."""
    party = findings.party_at(begin - 1, 2)
    return party if party is not None and party.name.rule != _POSITION else None


def _team(text: str, begin: int, end: int) -> Party | None:
    """The team that a line names first, whatever words its name is made of."""
    stop = _TEAM_ENDS.search(text, begin + 1, end)
    until = stop.start() if stop is not None else end
    begin += text[begin] in '“"'
    name = Span(begin, until, "party.block")
    return Party.of_words(name, "listed") if until - begin > 1 else None


def _free(findings: Findings, begin: int, end: int) -> Party | None:
    """A name that nothing but its place tells."""
    text = findings.text
    if (not LETTER.match(text, begin) and not MARK.match(text, begin)) or _PARTED.search(text, begin, end) is not None:
        return None
    at = bisect_left(findings.labels, begin, key=lambda label: label.until)
    if at < len(findings.labels) and findings.labels[at].outer <= begin + 1:
        return None
    if NO_PRIZE.match(text, begin) is not None or any(word in SPOKEN for word in words(text[begin:end])):
        return None
    return free_party(text, begin, end, opened=True)
