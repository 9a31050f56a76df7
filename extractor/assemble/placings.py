"""Places of a ranking that running words tell, each behind who holds it.

โดยธนาคาร ก นั่งอันดับ 2 และธนาคาร ข รั้งอันดับ 3 · ก ติดอันดับ 1 ในฐานะสายการบินที่ดีที่สุด ส่วน ข อยู่ในอันดับที่ 40
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.assemble.names_before import is_name
from extractor.document import Span
from extractor.match.label import Label
from extractor.match.person_foreign import COUNTRIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

_PLACE_WORD = Words("อันดับ|ตำแหน่งที่")
_RANK = re.compile(
    r"(?:อันดับ(?:ที่)?|ตำแหน่งที่)[ ]?\d{1,3}(?!\d|[.,]\d)(?:[ ]?[-–][ ]?\d{1,4})?(?![ ]?(?:อันดับ|ใน|จาก)[ ]?\d)"
    r"(?:[ ]?(?:ของ|ใน)(?:โลก|เอเชีย|อาเซียน|ประเทศ(?:ไทย)?|ไทย))?"
)
# ธนาคาร ก |ตามมาเป็น|อันดับ 2
_HOLDS = re.compile(
    r"[ ]?(?:(?:ตามมา|นั่ง|รั้ง|ครอง|คว้า|ติดโผ(?:[ก-๎]{2,12})?|ติด|ยืน|ยึด|อยู่|ได้|เป็น|มา(?!แรง)"
    r"|ขึ้นแท่น|ซิว|ถูกจัด(?:ให้)?(?:อยู่)?|ได้รับการจัดให้(?:อยู่|เป็น)"
    r"|ขยับ(?:ขึ้น)?(?:มา)?(?:เป็น|อยู่|สู่)?|รั้งท้าย)[ ]?(?:ใน|ที่|อยู่ใน|เป็น|มาเป็น|มาอยู่(?:ใน|ที่)?|แชมป์|ตำแหน่ง){0,4}[ ]?)$"
)
# where the clause begins that tells of a place
_CLAUSE = re.compile(
    r"(?:\n|[ ]{2,}|โดย|ส่วน|ขณะที่|ตาม(?:ติด|มา)?ด้วย|จัด(?:อันดับ)?ให้(?=[ ]?(?:โรง|ร้าน|มหา|ธนาคาร|สาย|บริษัท|เกาะ|[A-Z]))"
    r"|ขณะ|[ ]และ|(?<=\d)และ|และ(?=ธนาคาร|บริษัท|หลักทรัพย์|โรง|มหา|ร้าน|สาย)|(?:ปรากฏ|ระบุ|พบ|เผย)ว่า"
    r"|ว่า(?=[ ])|,|;|ล่าสุด|ทั้งนี้|นอกจากนี้(?:แล้ว)?|ด้าน(?=[ ]))[ ]*"
)
_ADVERBS = re.compile(
    r"[ ]*(?:(?:ก็|ยัง(?:คง)?|สามารถ|ได้|จึง|เพิ่ง|ยังได้|(?:สุด)?มาแรง|แรงไม่(?:แผ่ว|หยุด|ตก)"
    r"|สุด(?:ปัง|เจ๋ง|ยอด)|ผงาด|ไม่น้อยหน้า|ก้าวขึ้น|พุ่ง(?:ขึ้น)?)[! ]*)+$"
)
# ส่วนเกาะ|อันดับ 2| ปีนี้เป็นของ|เกาะนาดี: the place before who holds it
_BEFORE_PLACE = re.compile(r"(?:^|\n|(?<!เลิศ)[ ]|ส่วน|ขณะที่|และ|สำหรับ)(?:ร้าน|เมือง|โรงแรม|ประเทศ|เกาะ|เจ้าของ|ที่|แชมป์)?[ ]?\Z")
_HELD_BY = re.compile(
    r"[ ]?(?:(?:ใน)?ปีนี้)?[ ]?(?:ได้แก่|คือ(?=[ “\"ก-๎])|(?:ตก)?เป็นของ)[ ]?[“\"‘]?"
    r"(?P<name>(?!(?:ทีม|สาวงาม|ตัวแทน|ผู้แทน|เจ้าภาพ|ผู้|นัก(?:เรียน|กีฬา|ศึกษา))(?:จาก|ของ|[ ]|ไทย))"
    r"[ก-ฮเ-ไA-Z](?:(?!ตามด้วย|ตามมา|จาก|ประเทศ|ซึ่ง|ที่|ส่วน|และ|ใน|ด้วย|อันดับ)[^\n“”\"‘’,()]){1,40}?)"
    r"(?=[”\"’,(\n]|[ ]?(?:ตามด้วย|ตามมา|จาก|ประเทศ|ซึ่ง|ส่วน|และ|ใน|ด้วย|อันดับ)|[ ]|$)"
)
# อันดับ 1 |ในฐานะสายการบินที่ดีที่สุดในโลก| ประจำปี 2566
_AS = re.compile(
    r"[ ]?(?:ใน)?ฐานะ(?:เป็น)?[ ]?[“\"]?(?P<name>[ก-ฮเ-ไA-Z]"
    r"(?:(?!ประจำปี|ปี[ ]?\d|ด้วย|ส่วน|ขณะ|ซึ่ง|โดย(?!สาร)|[ ]และ)[^\n“”\",()]){4,60}?)"
    r"[”\"]?(?=[ ]|ประจำปี|ปี[ ]?\d|ด้วย|ส่วน|ขณะ|ซึ่ง|โดย|[,(\n]|$)"
)
# อันดับ 1 |สายการบินที่ดีที่สุดในเอเชีย| จากการประกาศรางวัล ก
_BEST = re.compile(
    r"[ ]?[“\"]?(?P<name>(?!ของ|ใน|จาก|และ|ด้วย|ที่|ติด|ต่อ|มา)[ก-ฮเ-ไ][^\n“”\",()\d]{2,50}?"
    r"(?:(?:ที่)?(?:ดี|น่า[ก-๎]{2,14}|โดดเด่น|ใหญ่)ที่สุด|ยอดเยี่ยม|ยอดนิยม|ในใจ[ก-๎]{2,16})"
    r"(?:(?:ของ|ใน)[ก-๎]{2,24})?)[”\"]?(?=[ ,]|\n|$)"
)
# what a place is told to come from, up to the ranking's name: จากผลการจัดอันดับ |Asia Rail Ranking
_FROM = re.compile(
    r"[^\n“”]{0,30}?[ ](?:จาก|ใน)(?:ผล|เวที|งาน)?(?:การ)?"
    r"(?:จัดอันดับ|ประกาศ(?:ผล)?(?:รางวัล)?|สำรวจ|โหวต|สำรวจความ[ก-๎]{2,12}|รางวัล|เวที|งาน)"
    r"[ ก-๎“\"]{0,24}$"
)
# ขึ้นจาก|อันดับที่ 38| ในปี 2566: the place held before
_BEFORE = re.compile(
    r"[^\n\d“”]{0,24}?(?:ขึ้น|ลง|ร่วง|หล่น|ไต่|ขยับ|เลื่อน|ตก)[ก-๎ ]{0,8}จาก[ ]?(?:ที่[ ]?)?"
    r"(?P<rank>(?:อันดับ(?:ที่)?|ตำแหน่งที่)[ ]?\d{1,3})"
    r"(?=[ ]?(?:ใน|เมื่อ|ของ)?ปี[ ]?(?:(?P<year>(?:19|20|24|25)\d\d)|ที่แล้ว|ก่อน|กลาย|ที่ผ่านมา))"
)
_OWN_YEAR = re.compile(r"[ ]?(?:ใน|เมื่อ)ปี[ ]?(?=(?:19|20|24|25)\d\d)")
# what else tells that bodies are ranked
_RANKS = Words("Ranking|จัดอันดับ|ติดอันดับ|ที่สุดใน|แห่งปี|of the Year|Best|Top|Award|AWARD|ยอดเยี่ยม|ที่ดีที่สุด")
# indexes of nations, of which nobody wins a prize, and what is only measured
_INDEX = re.compile(r"ดัชนี|ขีดความสามารถ|\bIndex\b|Competitiveness|GDP|เศรษฐกิจ")
_MEASURED = re.compile(rf"ประเทศ|(?:ไทย|{COUNTRIES})$|โครงสร้าง|ค่า|ยอด|ราคา|สินค้า|ภาค|ตลาด(?!หลัก)|จำนวน|รายได้|มูลค่า|สัดส่วน")
# characters before a place within which its clause begins, and on either side of it within which the ranking is named
_WITHIN, _FAR, _BEHIND = 70, 500, 700
# characters from a place alone to the ranking's name
_NAMED = 70
_PLACES = 2


@dataclass(slots=True)
class _Placing:
    """A place and who holds it; `until` is where what is told of it ends; `undated`: held in a year that is not named."""

    start: int
    holder: Party
    rank: tuple[int, int]
    until: int
    category: tuple[int, int] | None = None
    year: Label | None = None
    undated: bool = False


def read_placings(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that places told in running words add, two of a paragraph or one of a ranking named behind it."""
    text = findings.text
    ranked = _RANKS.find(text) or any(label.rule == "award.ranking" for label in findings.labels)
    if not _PLACE_WORD.find(text) or not ranked:
        return candidates
    told: list[Candidate] = []
    for placings in _paragraphs(findings):
        award = _ranking(findings, placings[0].start)
        line = text.rfind("\n", 0, placings[0].start) + 1, placings[-1].until
        if award is None or _INDEX.search(text, *line):
            continue
        category = None
        for placing in placings:
            category = placing.category or category
            if category is not None and text[slice(*category)] in text[award["award"].start : award["award"].end]:
                category = None  # what the ranking itself is of
            told.append(_candidate(placing, award, category))
    if not told:
        return candidates
    spans = [(candidate.recipient.start, candidate.labels["level"].end) for candidate in told if candidate.recipient is not None]
    kept = [candidate for candidate in candidates if not any(_is_within(candidate, start, end) for start, end in spans)]
    return sorted([*kept, *told], key=lambda candidate: candidate.at)


def _is_within(candidate: Candidate, start: int, end: int) -> bool:
    """Whether a candidate was told by the words of a place."""
    level = candidate.labels.get("level")
    return start <= candidate.at <= end or (level is not None and start <= level.start < end)


def _paragraphs(findings: Findings) -> Iterator[list[_Placing]]:
    """The placings of each paragraph that tells of two or more, or of one that a ranking is named for."""
    paragraphs: list[list[_Placing]] = []
    for placing in _placings(findings):
        if not paragraphs or "\n" in findings.text[paragraphs[-1][-1].start : placing.start]:
            paragraphs.append([])
        paragraphs[-1].append(placing)
    for placings in paragraphs:
        if len(placings) >= _PLACES or _is_of_ranking(findings, placings[0]) or _is_beside_others(findings, placings[0]):
            yield placings


def _is_beside_others(findings: Findings, placing: _Placing) -> bool:
    """Whether the line that tells of a place tells of others, too: อันดับ 2 คือ ก อันดับ 3 ข ขณะที่ ค รั้ง|อันดับ 4."""
    begin = findings.text.rfind("\n", 0, placing.start) + 1
    return sum(label.rule == "level.place" for label in findings.labels_between(begin, placing.start)) >= _PLACES


def _is_of_ranking(findings: Findings, placing: _Placing) -> bool:
    """Whether a place alone is told to be as what, and to come from a ranking that is named right behind it."""
    if placing.category is None:
        return False
    for label in findings.labels_between(placing.until, placing.until + _NAMED + 1):
        if label.kind == "award":
            return _FROM.fullmatch(findings.text, placing.until, label.outer) is not None
    return False


def _placings(findings: Findings) -> Iterator[_Placing]:
    text = findings.text
    last: tuple[int, Party] | None = None  # where the place told before ends, and who holds it
    for at in _PLACE_WORD.find(text):
        rank = _RANK.match(text, at)
        next_one = _next_of_row(findings, last, rank) if rank is not None and last is not None else None
        if next_one is not None:
            last = next_one.until, next_one.holder
            yield next_one
            continue
        begin = max(0, text.rfind("\n", 0, at) + 1, at - _WITHIN)
        holds = _HOLDS.search(text, begin, at) if rank is not None else None
        if rank is not None and holds is None and (held := _held_by(findings, rank, begin)) is not None:
            yield held
        if rank is None or holds is None:
            continue
        holder = _holder(findings, begin, holds.start())
        if holder is None:
            continue
        placing = _Placing(holder.start, holder, rank.span(), rank.end())
        last = rank.end(), holder
        if (role := _AS.match(text, rank.end()) or _BEST.match(text, rank.end())) is not None:
            placing.category, placing.until = role.span("name"), role.end()
        placing.year = _year(findings, _OWN_YEAR, rank.end())
        if (other := _joined(findings, holder)) is not None:
            yield _Placing(other.start, other, placing.rank, placing.until, placing.category, placing.year)
        yield placing
        before = _BEFORE.match(text, placing.until)
        if before is not None:
            year = _year_at(findings, before.start("year")) if before["year"] else None
            yield _Placing(before.start("rank"), holder, before.span("rank"), before.end(), None, year, undated=year is None)


# ตามด้วย|ธนาคาร ก และ|ธนาคาร ข นั่งอันดับ 2
_TOGETHER = re.compile(r"[ ]?และ[ ]?")


def _joined(findings: Findings, holder: Party) -> Party | None:
    """The body that holds a place together with `holder`, behind whom both are told to: ธนาคาร ก และ|ธนาคาร ข นั่งอันดับ 2."""
    text = findings.text
    begin = max(0, text.rfind("\n", 0, holder.start) + 1, holder.start - _WITHIN)
    for party in reversed(findings.parties_between(begin, holder.start)[-3:]):
        if party.kind == "person" or _TOGETHER.fullmatch(text, party.end, holder.start) is None:
            continue
        before = [match.end() for match in _CLAUSE.finditer(text, begin, party.start)]
        return party if party.start in {begin, *before} else None
    return None


# … อยู่ในอันดับที่ 51| |มหาวิทยาลัย ข| |อันดับที่ 64 · … ครองอันดับ 1| ประเภท ก ตามด้วย|โรงแรม ข| (|อันดับ 2)
_TO_NEXT = re.compile(r"(?:[ ]ประเภท[^\n“”,]{2,60}?)?\)?[ ]*(?:,|และ|,[ ]?และ|ตามด้วย|ส่วน|ขณะที่|[ ])[ ]*")


def _next_of_row(findings: Findings, last: tuple[int, Party], rank: re.Match[str]) -> _Placing | None:
    """The next of a row of places, of which only the first has a verb: ก อยู่ในอันดับที่ 51 |ข อันดับที่ 64| และ|ค อันดับที่ 98."""
    text = findings.text
    until, before = last
    line = text[until : rank.start()]
    if "\n" in line or len(line) > _WITHIN + 70:
        return None
    end = len(text[: rank.start()].rstrip(" ("))
    if end == rank.start():
        return None
    within = findings.parties_between(until, end)[:6]
    holder = next((party for party in within if party.end == end and party.kind != "person"), None)
    if holder is None and text[rank.start() - 1] == "(":
        begin = max((match.end() for match in _TO_NEXT.finditer(text, until, end)), default=-1)
        holder = _party(findings, text[begin:end], begin) if 0 <= begin < end else None
    if holder is None or holder.start < until or (holder.kind, holder.key) == (before.kind, before.key):
        return None
    if _TO_NEXT.fullmatch(text, until, holder.start) is None:
        return None
    closed = rank.end() + text.startswith(")", rank.end())
    return _Placing(holder.start, holder, rank.span(), closed)


# เมือง |“นาดี”| คว้าอันดับ 1
_QUOTED = re.compile(r"[“\"‘](?P<name>[ก-ฮเ-ไA-Z][^“”\"‘’\n]{1,40})[”\"’][ ]*\Z")


def _held_by(findings: Findings, rank: re.Match[str], begin: int) -> _Placing | None:
    """A place that its holder stands behind: ส่วนอันดับ 2 ได้แก่ เกาะนาดี."""
    text = findings.text
    held = _HELD_BY.match(text, rank.end()) if _BEFORE_PLACE.search(text, begin, rank.start()) is not None else None
    if held is None:
        return None
    holder = _party(findings, held["name"].rstrip(), held.start("name"))
    return None if holder is None else _Placing(rank.start(), holder, rank.span(), held.end())


def _holder(findings: Findings, begin: int, end: int) -> Party | None:
    """Who holds a place: the party, or the words like a name, between where the clause begins and the verb."""
    text = findings.text
    starts = [match.end() for match in _CLAUSE.finditer(text, begin, end)]
    if starts:
        begin = starts[-1]
    elif begin > 0 and text[begin - 1] != "\n":
        return _body_before(findings, begin, end)
    adverbs = _ADVERBS.search(text, begin, end)
    stop = adverbs.start() if adverbs is not None else end
    if (quoted := _QUOTED.search(text, begin, stop)) is not None:
        return _party(findings, quoted["name"], quoted.start("name"))
    words = text[begin:stop].strip(" “”\"‘’'•-–")
    if not words:
        return None
    return _party(findings, words, text.index(words, begin)) or _body_before(findings, begin, stop)


def _body_before(findings: Findings, begin: int, stop: int) -> Party | None:
    """The body right before the verb, with a ranking before it: ในการประกาศผล Nadee Rankings 2025 |มหาวิทยาลัย ก| อยู่ในอันดับ."""
    end = len(findings.text[:stop].rstrip())
    for party in reversed(findings.parties_between(begin, stop)[-4:]):
        if party.end == end and party.kind == "organisation":
            return party
    return None


def _party(findings: Findings, words: str, start: int) -> Party | None:
    """The party that `words`, which begin at `start`, name, or one of their own where they are like a name."""
    known = findings.party_at(start, len(words))
    end = start + len(words)
    known_here = known is not None and known.start <= start + 1 and known.end >= end - 1 and known.kind != "person"
    if known is not None and known_here and not (known.kind == "place" and known.end > end + 1):
        return known
    if (
        known is not None
        and known.kind == "organisation"
        and known.start == start
        and known.end < end
        and words[known.end - start] > " "
    ):
        known = None  # a body's name that only begins like a known one's
    if _MEASURED.match(words) or not is_name(words) or (known is not None and not known_here and known.start < end):
        return None
    return Party.of_words(Span(start, end, "party.placing"), "listed")


def _year(findings: Findings, lead: re.Pattern[str], at: int) -> Label | None:
    told = lead.match(findings.text, at)
    return None if told is None else _year_at(findings, told.end())


def _year_at(findings: Findings, at: int) -> Label | None:
    index = bisect_left(findings.labels, at - 1, key=lambda label: label.start)
    for label in findings.labels[index : index + 3]:
        if label.kind == "year" and label.start == at:
            return label
    return None


def _ranking(findings: Findings, at: int) -> dict[str, Label] | None:
    """The prize named last before the first place, else first behind it, with its year."""
    awards = [label for label in findings.labels if label.kind == "award" and not label.rule.startswith("award.contest")]
    before = [label for label in awards if at - _FAR <= label.outer < at]
    behind = [label for label in awards if at <= label.outer < at + _BEHIND]
    award = before[-1] if before else behind[0] if behind else None
    return findings.with_year(award) if award is not None else None


def _candidate(placing: _Placing, award: dict[str, Label], category: tuple[int, int] | None) -> Candidate:
    labels = {**award, "level": Label("level", *placing.rank, "level.ranking", *placing.rank)}
    if category is not None:
        labels["category"] = Label("category", *category, "category.ranking", *category)
    if placing.year is not None:
        labels["year"] = placing.year
    elif placing.undated:
        labels.pop("year", None)
    return Candidate(labels=labels, at=placing.rank[0], rule="conferral.list", recipient=placing.holder, verb=True)
