"""Winners of no known shape in lines below headings that name a class each and nothing else, where all lines are so.

ประเภทที่อยู่อาศัย⏎เรือนคำแก้ว จังหวัดลำพูน⏎บ้านไผ่ทอง จังหวัดน่าน⏎ประเภทร้านค้า⏎ห้างเก่านาดี · ร้านที่ได้รับ 2 ดอกบัว⏎ครัวบ้านสวน⏎Red Lotus
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.counted_lists import free_winner
from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.assemble.line_words import ANNOUNCES, BULLET, HEADING_ENDS, NO_PRIZE, NOMINATES, SPOKEN
from extractor.document import Span
from extractor.match.label import Kind, Label
from extractor.match.label_levels import CONTEST_RANKS
from extractor.match.label_years import christian_year
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

_CUES = Words("รางวัล|ได้รับ|ผลการ|ประกวด|Award|AWARD")
# ร้านที่ได้รับ |2 ดอกบัว|
_OF_MARKS = re.compile(
    r"[ก-๎]{2,20}(?:ที่)?(?:ได้รับ|ได้|คว้า)[ ]?(?:รางวัล|ระดับ)?[ ]?"
    r"(?P<level>[1-5][ ]?(?!คน|แห่ง|ราย|ร้าน|บาท|รางวัล|ปี|ครั้ง|ทีม|เหรียญ)[ก-๎]{2,16})[ ]*[:：]?"
)
_MARKS = "level.marks"
# “|กาแฟนาดีไกด์| |2566|” มีร้าน 9 แห่งได้รับ…
_QUOTED = re.compile(r"[“\"](?P<name>[^“”\"\n]{3,50}?)[ ]?(?P<year>25[4-7]\d|20[012]\d)[”\"]")
# of shops food may be the name: ข้าวมันไก่เจ๊หมวย
_OF_SHOPS = re.compile(r"ร้าน|คาเฟ่|แบรนด์|Shop|Restaurant|Cafe|Brand")
# what tells above a list, besides words that announce one, that those named have won
_TOLD = re.compile(r"(?:มอบ|ได้รับ|ประกาศ|คว้า)(?:ผล)?(?:การ)?(?:รางวัล|ตัดสิน|โล่)|ที่ได้(?:รับ)?[ “]|ผู้ชนะ|ผู้ได้รับ")
# ประเภท|ที่อยู่อาศัย|, ระยะ 21 กม. ชาย
_CLASS = re.compile(
    r"(?P<word>ประเภท|สาขา|ด้าน|รุ่น|ระยะ|หมวด|กลุ่ม(?=[ก-๎]{0,12}(?:ขนาด|อายุ|เยาวชน|ประชาชน|ทั่วไป)))"
    r"[ ]?(?P<name>[ก-ฮเ-ไA-Z0-9“][^\n:：“”]{2,60}?)[”\"]?[ ]*[:：]?"
)
# Best Campaign, Rising Star of the Year
_ENGLISH = re.compile(
    r"(?P<name>(?:(?:The[ ])?(?:Best|Most|Top|Rising|Outstanding|Excellen(?:t|ce)|Popular|Favou?rite|New)"
    r"[ ][A-Z0-9][\w&’'-]*(?:[ ][\w&’'-]{1,20}){0,6}"
    r"|(?:[A-Z][\w&’'-]*[ ]){1,5}(?:of[ ]the[ ]Year|Prize|Award)))[ ]*[:：]?"
)
_ENGLISH_PRIZES = frozenset({"award.superlative", "award.of_the_year", "award.latin"})
# · |ที่อยู่อาศัย|: a class that nothing but its point tells
_POINT = re.compile(r"[ ]*[·•▪●■◆✦]")
_POINTED = re.compile(r"(?P<name>[ก-ฮเ-ไ][ก-๎ ]{3,40}?)[ ]*[:：]?[ ]*")
_PARTED = re.compile(r"[ ]{1,3}/[ ]{1,3}")
# เรือนคำแก้ว| จังหวัดลำพูน · ครัวบ้านสวน| (จ.น่าน)
_PLACE = re.compile(
    r"[ ]{0,3}\(?(?P<place>(?:อำเภอ|จังหวัด|เขต|อ\.|จ\.)[ ]?[ก-๎]{2,24}"
    r"(?:[ ](?:จังหวัด|จ\.)[ ]?[ก-๎]{2,20})?)\)?[ ]{0,3}(?:\(\*\))?[ ]{0,3}"
)
_REST = re.compile(r"(?:[ ]*\([^()\n]{1,40}\))?[ *.]*")
# characters of a line and above a list, lines of one block, headings and names of a list at the least
_LINE, _ABOVE, _BLOCK, _HEADINGS, _NAMES = 90, 700, 40, 2, 3


@dataclass(slots=True)
class _Block:
    """A heading, and whom the lines below it name."""

    label: Label
    names: list[Party] = field(default_factory=list)


def read_headed(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with one for each name of such lists, where fewer were read of them."""
    if not _CUES.find(findings.text):
        return candidates
    for blocks in _runs(findings):
        start, end = blocks[0].label.outer, blocks[-1].names[-1].end
        starts = {name.start for block in blocks for name in block.names}
        within = [one for one in candidates if start <= one.place < end]
        told = {one.recipient.start for one in within if one.recipient is not None and one.recipient.start in starts}
        prize = _prize(findings, start, of_marks=blocks[0].label.rule == _MARKS)
        if any(one.work is not None for one in within) or len(told) * 2 >= len(starts) or prize is None:
            continue
        candidates = [one for one in candidates if one not in within]
        candidates.extend(
            Candidate(labels={**prize, block.label.kind: block.label}, at=name.start, rule="conferral.list", recipient=name)
            for block in blocks
            for name in block.names
        )
    return candidates


def _prize(findings: Findings, at: int, *, of_marks: bool) -> dict[str, Label] | None:
    """The award named last above a list that is announced; none where nothing announces it or it tells who may win."""
    text = findings.text
    awards = [label for label in findings.labels if label.kind == "award" and label.outer < at]
    begin = max(0, at - _ABOVE)
    if not awards and of_marks and (named := _QUOTED.search(text, begin, at)) is not None:
        name, year = named.span("name"), named.span("year")
        return {
            "award": Label("award", *name, "award.quoted", *name),
            "year": Label("year", *year, "year.bare", *year, value=christian_year(named["year"])),
        }
    if not awards or awards[-1].until < begin or NOMINATES.search(text, begin, at) is not None:
        return None
    return findings.with_year(awards[-1]) if ANNOUNCES.search(text, begin, at) or _TOLD.search(text, begin, at) else None


def _runs(findings: Findings) -> Iterator[list[_Block]]:
    """The lists: blocks one behind another, no two of which hold as many lines, or each but one name."""
    run: list[_Block] = []
    gap = 0
    last = -1
    for start, end in findings.structure.lines:
        label = _heading(findings, start, end) if end - start <= _LINE else None
        if label is not None:
            if run and not run[-1].names:
                run.pop()
            if run and run[-1].label.kind != label.kind:
                yield from _whole(run)
                run = []
            run.append(_Block(label))
            last = end
            continue
        names = _line(findings, run[-1], start, end) if run and end - start <= _LINE * 2 and len(run[-1].names) < _BLOCK else []
        breaks = findings.text.count("\n", last, start) if names else 0
        if names and run[-1].names and gap and breaks != gap:
            names = []
        if names:
            gap = breaks if run[-1].names else gap
            run[-1].names.extend(names)
            last = end
        elif run:
            yield from _whole(run)
            run, gap = [], 0
    yield from _whole(run)


def _whole(run: list[_Block]) -> Iterator[list[_Block]]:
    blocks = [block for block in run if block.names]
    sizes = [len(block.names) for block in blocks]
    of_marks = all(block.label.rule == _MARKS for block in blocks)
    if len(blocks) >= _HEADINGS and sum(sizes) >= _NAMES and (len(set(sizes)) > 1 or of_marks or _are_alike(blocks)):
        yield blocks


def _are_alike(blocks: list[_Block]) -> bool:
    """Whether all names tell where each is from, or are of bodies: no line is another's work or maker."""
    names = [name for block in blocks for name in block.names]
    return all(name.body is not None for name in names) or all(name.kind == "organisation" for name in names)


def _heading(findings: Findings, start: int, end: int) -> Label | None:
    """The class or grade that a line names, if it names nothing else."""
    text = findings.text
    bullet = BULLET.match(text, start, end)
    begin = bullet.end() if bullet is not None else start
    while begin < end and text[begin] in "· \t":
        begin += 1
    if (marks := _OF_MARKS.fullmatch(text, begin, end)) is not None:
        return Label("level", *marks.span("level"), _MARKS, begin, end)
    label = next(iter(findings.labels_between(begin, end)), None)
    if label is not None and label.kind == "award" and label.rule in _ENGLISH_PRIZES and label.outer == begin:
        alone = _REST.fullmatch(text, label.until, end) is not None
        return Label("category", label.start, label.end, "category.heading", begin, end) if alone else None
    if label is not None:
        alone = label.outer - begin <= 1 and HEADING_ENDS.fullmatch(text, label.until, end) is not None
        graded = label.kind == "level" and label.rule not in CONTEST_RANKS
        return label if alone and (label.kind in {"category", "branch"} or graded) else None
    found = _CLASS.fullmatch(text, begin, end)
    if found is not None:
        whole = found["word"] in {"ด้าน", "รุ่น", "ระยะ", "หมวด"}
        kind: Kind = "branch" if found["word"] == "สาขา" else "category"
        return Label(kind, found.start("word" if whole else "name"), found.end("name"), f"{kind}.heading", begin, end)
    if _POINT.match(text, start) and (named := _POINTED.fullmatch(text, begin, end)) is not None:
        return None if findings.party_at(begin) else Label("category", *named.span("name"), "category.point", begin, end)
    english = _ENGLISH.fullmatch(text, begin, end)
    return Label("category", *english.span("name"), "category.heading", begin, end) if english is not None else None


def _line(findings: Findings, run: _Block, start: int, end: int) -> list[Party]:
    """Whom a line names: one, or several with strokes between them; nobody where it says anything else."""
    text = findings.text
    bullet = BULLET.match(text, start, end)
    begin = bullet.end() if bullet is not None else start
    if run.label.rule == "category.point" and _POINT.match(text, start):
        return []
    if NO_PRIZE.match(text, begin) or not SPOKEN.isdisjoint(words(text[begin:end])):
        return []
    names: list[Party] = []
    shops = _OF_SHOPS.search(text, max(0, run.label.outer - _ABOVE), run.label.until) is not None
    marks = [mark.span() for mark in _PARTED.finditer(text, begin, end)]
    for first, last in zip([begin, *(stop for _, stop in marks)], [*(at for at, _ in marks), end], strict=True):
        name = findings.party_at(first, 1) or free_winner(findings, first, last, things=shops)
        if name is None or name.end > last or name.role == "giver":
            return []
        place = _PLACE.fullmatch(text, name.end, last)
        if place is None and _REST.fullmatch(text, name.end, last) is None:
            return []
        if place is not None and name.body is None:
            name.body = Span(*place.span("place"), "party.heading")
        names.append(name)
    return names
