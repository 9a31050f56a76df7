"""Prizes told behind those who have them: มอบโล่ให้แก่ |นาย ก รางวัล ข| และ|นาย ค รางวัล ง|, ผู้ได้รับรางวัล ได้แก่ |นาย ก รางวัล ข| ….

What sort of good one each is tells it as well: ผู้ได้รับรางวัล ได้แก่ นาย ก ครูดีเด่น ด้านภาษา และนาง ข สตรีดีเด่น.

Read from left to right, the first prize would go to the second of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.label_relations import as_category
from extractor.match.label import IN_ROW, Kind, Label

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party

_GIVES = Words(
    "มอบโล่|มอบเกียรติบัตร|มอบใบประกาศ|มอบประกาศ|มอบรางวัล|มอบถ้วย|มอบเข็ม|พระราชทานโล่|พระราชทานรางวัล|พระราชทานถ้วย|ประทานโล่|ประทานรางวัล"
)
# ผู้ได้รับรางวัล| ได้แก่ |นาย ก รางวัล ข
_NAMES = Words("ได้แก่|ประกอบด้วย|ดังนี้|คือ ")
_LIST = re.compile(r"(?:ได้แก่|ประกอบด้วย|ดังนี้|คือ(?=[ ]))[ ]{0,3}[:：]?[ ]?(?:\d{1,2}[.)][ ]?)?")
_WINNERS = re.compile(r"(?:ผู้(?:ที่)?(?:ได้)?รับ|ได้รับ|รับมอบ|ผู้ชนะ|มอบ)(?:โล่|ถ้วย|เกียรติบัตร)?(?:รางวัล|การ)?[^\n:]{0,40}$")
# characters before such a list within which winners are told of, and within which no prize may head it
_SAID, _HEADS = 60, 160
_TO = re.compile(r"(?:ให้(?:แก่|กับ)?|(?<!ได้)แก่|แด่)[ ]{0,2}(?:\d{1,2}[.)][ ]?)?")
# มอบโล่|เชิดชูเกียรติ|แก่นาย ก: what a plaque is for, and no rank
_HONOURS = frozenset({"เชิดชูเกียรติ", "เกียรติคุณ", "ประกาศเกียรติคุณ"})
# characters from the verb to the first of them
_TO_WHOM = 60
# นาย ก| ครูโรงเรียนบ้านนาดี |รางวัล ข: what may be told of one before the prize
_BESIDE = re.compile(
    r"(?:(?!ได้รับ|ได้แก่|คือ[ ]|คว้า|มอบ|ซึ่ง|ที่(?:ได้|มี|เป็น)|โดย|และ|เพื่อ|จาก|ใน(?:การ|งาน|พิธี|โอกาส|ฐานะ)|ณ[ ]|เมื่อ|ผู้(?:ได้|ชนะ|ที่))"
    r"[^\n“”,;]){0,90}"
)
_PRIZE = ("รางวัล", "โล่", "เหรียญ", "“", '"')
# behind a prize, before the next of them
_NEXT = re.compile(
    r"[”\"’']?(?:[ ]?\([A-Z][^()\n]{1,60}\))?[ ]{0,2}(?:,|;|และ|,[ ]?และ|พร้อมทั้ง)?[ ]{0,2}"
    r"(?:(?:มอบ|แก่|แด่|ให้)[ก-๎]{0,24}?(?:ให้(?:แก่|กับ)?|แก่|แด่)?[ ]?)?(?:\d{1,2}[.)][ ]?)?"
)
# นาย ก| และ|นาง ข รางวัล ค: both have it
_JOINED = re.compile(r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:,[ ]?และ|,|และ)[ ]?")
# a prize's list of its own follows: มอบรางวัลให้แก่โรงเรียน ก รางวัลชนะเลิศ| ได้แก่ |ทีม ข
_LISTS = re.compile(r"[”\"’']?[ ]?(?:จำนวน[^\n,]{1,30})?[ ]?(?:ได้แก่|คือ[ ]|ประกอบด้วย|:|ดัง)")
_WON = frozenset({"award", "level", "category", "branch"})
# นาย ก |ครูดีเด่น ด้านภาษา|: what sort of good one somebody is, and in what
_GOOD_ONES = Words("ดีเด่น|ตัวอย่าง|ต้นแบบ|ยอดเยี่ยม|แห่งปี|แห่งชาติ")
_TITLE = re.compile(
    r"(?:[ ]?\([^()\n]{1,40}\))?[ ]{1,2}"
    r"(?P<title>(?!ได้|รับ|เป็น|และ|รางวัล|ผู้อำนวย|ประธาน|นายก|กรรมการ|เลขา|รอง|ผู้ช่วย|ที่ปรึกษา|อธิบดี)[ก-ฮเ-ไ]"
    r"(?:(?!ได้รับ|รางวัล|มอบ|ในการ|เป็น)[ก-๎.]){1,36}?"
    r"(?:(?:ดีเด่น|ตัวอย่าง|ต้นแบบ|ยอดเยี่ยม|แห่งปี)(?:แห่งชาติ)?|แห่งชาติ(?=[ ]?ประจำปี)))(?:[ ]?ระดับ[ก-๎]{2,12})?"
    r"(?=[ ,;\n]|และ|$)(?:[ ](?P<word>ประเภท|สาขา|ด้าน)[ ]?(?P<part>(?:(?!และ(?:นาย|นาง|น\.ส|[ ]))[ก-๎]){2,40}))?"
)
# นาย ก ผู้สูงอายุแห่งชาติ| ประจำปี 2566: what one alone is given something as
_OF_YEAR = re.compile(r"[ ]?ประจำปี[ ]?(?:พ\.ศ\.|พุทธศักราช)?[ ]?\d{4}")
# ประกาศยกย่อง|นาย ก| เป็นช่างฝีมือแห่งชาติ| ประจำปี 2566
_RAISES = Words("ประกาศยกย่อง|ประกาศเชิดชู|ยกย่องเชิดชู")
_RAISED = re.compile(r"(?:ประกาศ)?(?:ยกย่อง)?(?:เชิดชู)?(?:เกียรติ)?(?:ให้(?:แก่|กับ)?)?[ ]?[“\"]?")
_AS = re.compile(
    r"[”\"]?[ ]?(?:ให้)?เป็น[ ]?[“\"]?(?P<title>(?!ผู้อำนวย|ประธาน|นายก|กรรมการ)[ก-ฮเ-ไ](?:(?!ได้รับ|รางวัล)[ก-๎.]){2,40}?"
    r"(?:ดีเด่น|ตัวอย่าง|ต้นแบบ|ยอดเยี่ยม|แห่งปี|แห่งชาติ))(?=[”\"]?[ ]?ประจำปี)"
)
_MOST = 40
# ผู้ได้รับรางวัล ก … ได้เข้าเฝ้าฯ เพื่อ|รับพระราชทานรางวัล ณ พระที่นั่ง ข เมื่อวันที่ 9| ประกอบด้วย: how those came who are listed
_RECEIVE = re.compile(r"รับ(?:พระราชทาน|ประทาน)(?:รางวัล|โล่)(?:(?!รางวัล|โล่|ได้รับ)[^\n]){0,140}\Z")
# characters before such a list within which its prize is told of
_PRIZED = 300
# สถานประกอบการที่ได้รับ|รางวัล ก| ประจำปี 2564 จำนวน 2 รางวัล| ได้แก่
_RECEIVED = re.compile(r"(?:(?:ได้|ผู้|เข้า)รับ|คว้า)(?:พระราชทาน)?[ ]?$")
_SO_MANY = re.compile(
    r"[”\"’']?(?:[ ]?\([^()\n]{1,60}\))?[ ]?(?:(?:ประจำ)?ปี[ ]?(?:พ\.ศ\.[ ]?)?\d{4}[ ]?)?(?:(?:จำนวน|รวม|ทั้งหมด|อีก)?[ ]?\d{1,2}[ ]?"
    r"(?:รางวัล|ราย|แห่ง|คน|ท่าน|หน่วยงาน|องค์กร|บริษัท|ทีม|โรงเรียน)[ ]?)?(?:ในครั้งนี้[ ]?)?"
)
_SEVERAL = 2
# characters between the parts of one prize
_APART = 30


def read_given_first(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, with what such clauses tell in the place of what was read within them."""
    until = 0
    raised = {*_RAISES.find(findings.text)}
    for place in sorted({*_GIVES.find(findings.text), *_NAMES.find(findings.text), *raised}):
        if place < until:
            continue
        if place in raised:
            entries = _raised(findings, place)
        else:
            first = _first(findings, place)
            entries = _entries(findings, first) if first is not None else _named(findings, place)
            entries = entries or _honoured(findings, place, first)
        if not entries:
            continue
        if not any(label.kind == "award" and label.outer < place for label in findings.labels):
            _set_side_by_side(entries)
        until = max(label.until for label in entries[-1].labels.values())
        prizes = {label.start for entry in entries for label in entry.labels.values() if label.kind in _WON}
        candidates = [one for one in candidates if not (place <= one.at < until or _has(one, prizes))] + entries
    return candidates


def _raised(findings: Findings, place: int) -> list[Candidate]:
    """The one who is told to be honoured as something of a year: ประกาศยกย่องนาย ก เป็นช่างฝีมือแห่งชาติ ประจำปี 2566."""
    text = findings.text
    verb = _RAISED.match(text, place)
    party = findings.party_at(verb.end(), 1) if verb is not None else None
    title = _AS.match(text, party.name.end) if party is not None and party.kind != "place" else None
    if party is None or title is None:
        return []
    span = title.span("title")
    labels = findings.with_year(Label("award", *span, IN_ROW, *span))
    return [Candidate(labels=labels, at=party.start, rule="conferral.list", recipient=party, verb=True)]


def _honoured(findings: Findings, place: int, first: Party | None) -> list[Candidate]:
    """The winners that a list names, each with what sort of good one it is behind: นาย ก ครูดีเด่น ด้านภาษา, นาง ข สตรีดีเด่น."""
    text = findings.text
    if not _GOOD_ONES.within(text, place, place + _HEADS):
        return []
    if first is None:
        names = _LIST.match(text, place)
        line = text.rfind("\n", 0, place) + 1
        announced = _WINNERS.search(text, max(line, place - _SAID), place) or _RECEIVE.search(
            text, max(line, place - _PRIZED), place
        )
        first = findings.party_at(names.end(), 1) if names is not None and announced is not None else None
    if first is None or first.kind == "place":
        return []
    end = text.find("\n", place)
    parties = [
        party for party in findings.parties_between(first.start, len(text) if end < 0 else end) if party.kind == first.kind
    ]
    told: list[tuple[Party, re.Match[str]]] = []
    for party in parties[:_MOST]:
        title = _TITLE.match(text, party.name.end)
        if title is None or (told and text.find("ได้รับ", told[-1][1].end(), party.start) >= 0):
            break
        told.append((party, title))
    alone = len(told) == 1 and _OF_YEAR.match(text, told[0][1].end()) is not None
    return _with_titles(findings, place, told) if len(told) > 1 or alone else []


def _with_titles(findings: Findings, place: int, told: list[tuple[Party, re.Match[str]]]) -> list[Candidate]:
    """What winners have received by what they are called: one title for all is of the prize before the list, if there is one."""
    text = findings.text
    begin = max(text.rfind("\n", 0, place) + 1, place - _PRIZED)
    before = findings.labels_between(begin, place)
    prizes = [label for label in before if label.kind == "award"]
    prize = findings.with_year(prizes[-1]) if prizes else {}
    ranks = [label for label in before if label.kind == "level"]
    if ranks:
        prize["level"] = ranks[-1]
    alone = len({title["title"] for _, title in told}) == 1
    entries: list[Candidate] = []
    for party, title in told:
        labels = dict(prize)
        span = title.span("title")
        if "award" not in prize:
            labels |= findings.with_year(Label("award", *span, IN_ROW, *span))
        elif not alone:
            labels["category"] = Label("category", *span, "category.title", *span)
        if title["part"] is not None and "category" not in labels:
            kind: Kind = "branch" if title["word"] == "สาขา" else "category"
            start = title.start("word" if title["word"] == "ด้าน" else "part")
            labels[kind] = Label(kind, start, title.end("part"), f"{kind}.title", title.start("word"), title.end("part"))
        entries.append(Candidate(labels=labels, at=party.start, rule="conferral.list", recipient=party, verb=True))
    return entries


def _set_side_by_side(entries: list[Candidate]) -> None:
    """Makes the prizes stand beside each other: where no programme is named before, none is one of the first's."""
    if len({entry.labels["award"].start for entry in entries if "award" in entry.labels}) > 1:
        for entry in entries:
            if "award" in entry.labels and entry.labels["award"].row is None:
                entry.labels["award"] = replace(entry.labels["award"], rule=IN_ROW)


def _has(candidate: Candidate, prizes: set[int]) -> bool:
    """Whether a prize of the clause was taken for that of somebody who is given something behind it."""
    return any(label.kind in {"award", "level"} and label.start in prizes for label in candidate.labels.values())


def _first(findings: Findings, place: int) -> Party | None:
    """To whom the verb at `place` gives, if no prize is named before."""
    text = findings.text
    for to in _TO.finditer(text, place, place + _TO_WHOM):
        if "\n" in text[place : to.start()]:
            return None
        party = findings.party_at(to.end(), 1)
        if party is not None:
            before = findings.labels_between(place, party.start)
            won = [label for label in before if label.kind in _WON and text[label.start : label.end] not in _HONOURS]
            return None if won else party
    return None


def _named(findings: Findings, place: int) -> list[Candidate]:
    """The winners that a list names, each with the prize behind; none where a prize heads them or any of them has none."""
    text = findings.text
    names = _LIST.match(text, place)
    party = findings.party_at(names.end(), 1) if names is not None else None
    if party is None:
        return []
    if (programme := _programme(findings, place)) is not None:
        return _under(findings, programme, _entries(findings, party, whole=True))
    if _WINNERS.search(text, max(0, place - _SAID), place) is None:
        return []
    line = max(text.rfind("\n", 0, place), place - _HEADS)
    if any(label.kind in _WON for label in findings.labels_between(line, place)):
        return []
    entries = _entries(findings, party, whole=True)
    return entries if len(entries) > 1 else []


def _programme(findings: Findings, place: int) -> Label | None:
    """The one prize that those are told to have received whom the list at `place` names: ได้รับ|รางวัล ก| จำนวน 2 รางวัล ได้แก่."""
    text = findings.text
    before = list(findings.labels_between(max(text.rfind("\n", 0, place) + 1, place - _HEADS), place))
    awards = [label for label in before if label.kind == "award"]
    if len(awards) != 1 or any(label.kind in _WON for label in before if label is not awards[0]):
        return None
    (award,) = awards
    if not text.startswith("รางวัล", award.outer) or _RECEIVED.search(text, max(0, award.outer - 12), award.outer) is None:
        return None
    return award if _SO_MANY.fullmatch(text, award.until, place) is not None else None


def _under(findings: Findings, programme: Label, entries: list[Candidate]) -> list[Candidate]:
    """The entries with their prizes as the programme's, where each has one of its own."""
    prizes = [entry.labels.get("award") for entry in entries]
    if len(entries) < _SEVERAL or any(prize is None for prize in prizes):
        return []
    if len({findings.text[prize.start : prize.end] for prize in prizes if prize is not None}) < len(entries):
        return []
    for entry in entries:
        entry.labels = {
            **{kind: label for kind, label in entry.labels.items() if kind != "award"},
            **findings.with_year(programme),
            "category": as_category(findings.text, entry.labels["award"]),
        }
    return entries


def _entries(findings: Findings, first: Party, *, whole: bool = False) -> list[Candidate]:
    """Each of those whom a clause names with the prize behind, from the first on; none where the prize has winners of its own.

    `whole`: none as well where the last of them has no prize behind, for then each prize is of the one behind it.
    """
    text = findings.text
    entries: list[Candidate] = []
    party: Party | None = first
    joined: list[Party] = []
    while party is not None:
        joined.append(party)
        labels = _prize_of(findings, party)
        until = max(label.until for label in labels.values()) if labels else party.end
        if labels and _LISTS.match(text, until):
            return []
        if labels:
            entries.extend(
                Candidate(labels=dict(labels), at=one.start, rule="conferral.list", recipient=one, verb=True) for one in joined
            )
            joined = []
        joint = (_NEXT if labels else _JOINED).match(text, until)
        party = findings.party_at(joint.end(), 1) if joint is not None else None
    return [] if whole and joined else entries


def _prize_of(findings: Findings, party: Party) -> dict[str, Label]:
    """The parts of the prize that is told right behind a party, up to the next."""
    text = findings.text
    found: dict[str, Label] = {}
    until = party.end
    for label in findings.labels_between(party.end, len(text)):
        if not found:
            beside = _BESIDE.fullmatch(text, party.end, label.outer) is not None
            if not (beside and label.kind in _WON and text.startswith(_PRIZE, label.outer)):
                return {}
        elif label.kind in found or _is_next(findings, until, label.outer):
            break
        found[label.kind] = label
        until = max(until, label.until)
    return found


def _is_next(findings: Findings, start: int, end: int) -> bool:
    """Whether what begins at `end` is too far behind a part of a prize to be of the same, or another party stands before it."""
    if end - start > _APART or "\n" in findings.text[start:end]:
        return True
    return any(one.role in {"listed", "plain"} for one in findings.parties_between(start, end))
