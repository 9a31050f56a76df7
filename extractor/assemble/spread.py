"""Years, editions and levels that the article states once and that hold for several conferrals."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.assemble.conferral import ConferralFound, fold, programme_key, span_of
from extractor.assemble.label_sense import SIDE_BY_SIDE
from extractor.assemble.year_sense import AROUND, OTHER_YEAR, SINCE, gap_width, heads_next, in_passing, of_a_day, of_next_clause
from extractor.document import Span
from extractor.gazetteer_rows import AwardPart
from extractor.match.label import IN_ROW
from extractor.match.label_levels import TIERS
from extractor.match.label_years import christian_year
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings
    from extractor.match.label import Label


# ได้แก่ นาย ก |ใน|ปี 2529 และนาย ข |(|พ.ศ. 2565)
_TO_OWN_YEAR = re.compile(r"[ ]?(?:\([^()\n]{1,60}\)[ ]?)?(?:ใน|เมื่อ|ของ)?[ ]?\(?")
# นาย ก ปี 2529| และ …, and not … ปี 2529| ได้รับรางวัล ข
_NEXT_MEMBER = re.compile(
    r"\)?[ ]*(?:$|[\n,;/]|และ|ตามลำดับ|\(?\d{1,2}[.)]|(?:นาย|นาง|น\.ส\.|ดร\.|[ศรผ]ศ\.|พระ|ด\.[ชญ]\.|พล)[^\n]|[ ](?:โดย|ซึ่ง))"
)
_OWN_YEAR_REACH = 80


def give_own_years(found: list[ConferralFound], findings: Findings) -> None:
    """Gives each member of a row of winners the year that stands behind its name: ได้แก่ นาย ก ปี 2529 และนาย ข ปี 2565."""
    text = findings.text
    rows: dict[str, list[tuple[ConferralFound, Label]]] = {}
    for conferral in found:
        award, winner = conferral.fields["award"], conferral.recipient
        if award is None or winner is None or not award.end <= winner.start:
            continue
        behind = findings.labels_between(winner.end, winner.end + _OWN_YEAR_REACH)
        year = next(iter(behind), None)
        if (
            year is not None
            and year.kind == "year"
            and _TO_OWN_YEAR.fullmatch(text, winner.end, year.outer)
            and _NEXT_MEMBER.match(text, year.until)
        ):
            rows.setdefault(programme_key(text, award), []).append((conferral, year))
    for row in rows.values():
        if len({year.start for _, year in row}) > 1:
            for conferral, year in row:
                conferral.fields["year"] = span_of(year, text)


def spread_years(found: list[ConferralFound], findings: Findings) -> None:
    """Gives a conferral without year or edition the one that the article states beside its award's name elsewhere."""
    text = findings.text
    beside = _beside_awards(findings)
    _share_years(beside, findings.labels, text)
    _spread_level(found, findings)
    general = _general_year(findings)
    of_all = _year_of_all(findings)
    keys = {programme_key(text, award) for conferral in found if (award := conferral.fields["award"]) is not None}

    def others(year: Label, key: str) -> bool:
        """Whether a bare year belongs to the name of another programme that is conferred here."""
        return year.rule == "year.bare" and any(
            label is year and kind == "year" and other != key and other in keys for (other, kind), label in beside.items()
        )

    few = len(found) < _OF_EVENT
    for conferral in found:
        award = conferral.fields["award"]
        if award is None or conferral.status == "past":
            continue
        key = programme_key(text, award)
        for kind in ("year", "edition"):
            stated = beside.get((key, kind))
            if stated is None and kind == "year" and conferral.fields[kind] is None and award.rule != IN_ROW:
                stated = general if general is not None and not others(general, key) else of_all or _told_of(findings, award)
                if few and stated is not None and stated is general and _is_of_other(conferral, stated, keys, findings):
                    continue
                if few and stated is not None and stated is general and _is_anothers_own(award, key, stated, keys, findings):
                    continue
            if kind == "edition" and (
                _is_of_another_year(conferral, beside.get((key, "year")))
                or _is_of_another_year(conferral, _year_behind(findings, stated))
            ):
                continue
            if stated is not None and conferral.fields[kind] is None:
                conferral.fields[kind] = span_of(stated, text)


def _beside_awards(findings: Findings) -> dict[tuple[str, str], Label]:
    """The first year and edition that stand beside the name of an award, by the award's key and the kind."""
    text = findings.text
    beside: dict[tuple[str, str], Label] = {}
    labels = findings.labels
    for at, label in enumerate(labels):
        if label.kind == "award":
            key = label.row.id if label.row is not None else fold(text[label.start : label.end])
        elif isinstance(label.row, AwardPart):
            key = label.row.award
        else:
            continue
        before = labels[at - 1] if at else None
        leads = before is not None and (before.kind == "edition" or before.rule == "year.bare")  # the 8th …, 2020 … Awards
        leads = leads and not (
            at > 1 and text.startswith("รางวัล", label.start) and _is_behind(labels[at - 2], labels[at - 1])
        )  # รางวัล ก |2012| รางวัล ข
        if before is not None and leads and text[before.until : label.start] in {"", " ", "  "}:  # but ก 2021, รางวัล ข
            beside.setdefault((key, before.kind), before)
        until = label.until
        for other in labels[at + 1 : at + 4]:
            if (
                other.kind not in {"year", "edition"}
                or gap_width(text, until, other.outer) > 34
                or "\n" in text[until : other.outer]
            ):
                break
            if other.kind == "edition" and AROUND.search(text[until : other.outer]):
                break
            if other.kind == "year" and (
                SINCE.search(text[until : other.outer]) or of_a_day(text, other) or of_next_clause(text, other)
            ):
                break
            if other.kind == "year" and text[until : other.outer].strip() and in_passing(text, other):
                break
            beside.setdefault((key, other.kind), other)
            until = other.until
    return beside


# characters from an award to what stands right behind it: Siam Awards| (|2012
_RIGHT_BEHIND = 3


def _is_behind(award: Label, date: Label) -> bool:
    """Whether a year or edition stands right behind an award's name, and so is not of the one that follows."""
    return award.kind == "award" and 0 <= date.outer - award.until <= _RIGHT_BEHIND


_PRIZE_WORD = re.compile(r"(?:โล่)?รางวัล[ ]?|(?:การ)?(?:ประกวด|แข่งขัน)[ ]?")
# โครงการสำนักงานประหยัดน้ำ| (Water Saver Office) |ประจำปี 2563
_TO_YEAR = re.compile(r"[”\"]?[ ]?(?:\([^()\n]{1,60}\)[ ]?)?")
# letters of a name from which on it stands elsewhere by no accident
_LONG_NAME = 8


def _told_of(findings: Findings, award: Span) -> Label | None:
    """The one year that stands beside an award's name where no word for a prize does: โครงการครัวสะอาด ประจำปี 2563."""
    text = findings.text
    word = _PRIZE_WORD.match(text, award.start, award.end)
    name = text[word.end() if word else award.start : award.end].strip(' “”"')
    if len(name) < _LONG_NAME:
        return None
    years = {label.outer: label for label in findings.labels if label.kind == "year" and label.rule != "year.bare"}
    stated: dict[object, Label] = {}
    at = text.find(name)
    while at >= 0:
        behind = _TO_YEAR.match(text, at + len(name))
        if behind is not None and (year := years.get(behind.end())) is not None:
            stated.setdefault(year.value, year)
        at = text.find(name, at + len(name))
    return next(iter(stated.values())) if len(stated) == 1 else None


def _is_of_another_year(conferral: ConferralFound, stated: Label | None) -> bool:
    """Whether a conferral is of another year than the one that the article states beside its award and the award's number."""
    year = conferral.fields["year"]
    return year is not None and stated is not None and year.value != stated.value


# characters from an edition to its own year: ครั้งที่ 19| ประจำปี 2563
_TO_OWN = 3


def _year_behind(findings: Findings, edition: Label | None) -> Label | None:
    """The year that stands right behind an edition."""
    if edition is None:
        return None
    behind = findings.labels_between(edition.until, edition.until + _TO_OWN)
    return next((label for label in behind if label.kind == "year"), None)


_ONE_YEAR = (
    r"(?:ใน)?(?:ประจำ)?(?:ปี)?[ ]?(?:งบประมาณ|การศึกษา)?[ ]?(?:[พค]\.ศ\.[ ]?)?(?:ในปี[ ]?)?(?:25[4-9]\d|19[5-9]\d|20[0-4]\d)(?!\d)"
)
# ปี 2562| และ 2563 · ปี 2562| - 2563 · ปี 2549|, 2551 และ 2555-2557 · ปี 2007| 2011 2013 และ 2017
_MORE_YEARS = re.compile(rf"(?:(?:[ ]?(?:และ|,|[-–])(?:[ ]?และ)?[ ]?|[ ]){_ONE_YEAR}){{1,8}}")
_NEXT_YEAR = re.compile(r"(?P<joint>และ|,|[-–]|[ ](?![ ]?(?:และ|,|[-–])))(?:[ ]?และ)?[^\d]*(?P<year>\d{4})")
# ปี 2561 2562 และ 2563| (3 ปีซ้อน): one conferral
_ROW_OF_ONE = re.compile(r"[^\n]{0,40}\d[ ]?(?:ปี|สมัย)[ ]?(?:ซ้อน|ช้อน)")
_LAST_OF_ROW = re.compile(r"และ[^\d]*\d{4}$")
_IN_A_ROW = re.compile(r"ซ้อน|ต่อเนื่อง|ติดต่อกัน|ปีที่[ ]?\d|ระหว่าง|ตั้งแต่")
_ANNUAL = re.compile(r"ประจำปี[ ]?(?:พ\.ศ\.)?[ ]?$")


def double_years(found: list[ConferralFound], findings: Findings) -> list[ConferralFound]:
    """A body that has received an award in several years (ได้รับรางวัล ก ปี 2562 และ 2563) has a conferral for each."""
    text = findings.text
    doubled: list[ConferralFound] = []
    for conferral in found:
        doubled.append(conferral)
        year = conferral.fields["year"]
        if year is None or conferral.rule != "conferral.subject" or not isinstance(year.value, int):
            continue
        if _IN_A_ROW.search(text, max(0, year.start - 60), year.start):
            continue
        known = {
            other.fields["year"].value
            for other in found
            if other.fields["year"] is not None
            and other.recipient is not None
            and conferral.recipient is not None
            and (other.recipient.kind, other.recipient.key) == (conferral.recipient.kind, conferral.recipient.key)
        }
        for start, end, value in _further_years(text, year.start, year.end, year.value):
            if value not in known:
                fields = {**conferral.fields, "year": Span(start, end, year.rule, value=value), "edition": None}
                doubled.append(replace(conferral, fields=fields))
    return doubled


def _further_years(text: str, start: int, end: int, first: int) -> list[tuple[int, int, int]]:
    """The years told behind the first in a row, each later than the one before; of a span of two, the second."""
    more = _MORE_YEARS.match(text, end)
    if more is None or _ROW_OF_ONE.match(text, more.end()):
        return []
    listed = _LAST_OF_ROW.search(more.group()) is not None
    years: list[tuple[int, int, int]] = []
    last = first
    for further in _NEXT_YEAR.finditer(text, end, more.end()):
        value = christian_year(further["year"])
        spans = further["joint"] in {"-", "–"}
        if further["joint"] == " " and not listed:
            break
        if value <= last or (spans and (value != last + 1 or (not years and _ANNUAL.search(text, max(0, start - 60), start)))):
            break
        if not spans and further.end() == more.end() and heads_next(text, more.end()):
            break  # รางวัล ก ปี 2564 และปี 2566| บริษัท ข ได้รับรางวัล ค
        years.append((*further.span("year"), value))
        last = value
    return years


def _general_year(findings: Findings) -> Label | None:
    """The year that the article states beside names of awards and their parts, where it states one only."""
    text = findings.text
    stated: dict[object, Label] = {}
    others: set[object] = set()
    for at, (before, label) in enumerate(pairwise(findings.labels)):
        if label.kind != "year" or before.kind == "year" or not 0 <= gap_width(text, before.until, label.outer) <= 34:
            continue
        if before.kind == "edition" and not (at and 0 <= gap_width(text, findings.labels[at - 1].until, before.outer) <= 34):
            others.add(label.value)  # การประชุม ครั้งที่ 4| ประจำปี 2566: of a meeting
            continue
        if of_a_day(text, label):
            others.add(label.value)
            continue
        if of_next_clause(text, label):
            continue
        since = SINCE.search(text, before.until, label.outer)
        if since is None and not in_passing(text, label) and not OTHER_YEAR.search(text[max(0, label.outer - 60) : label.outer]):
            stated.setdefault(label.value, label)
    return next(iter(stated.values())) if len(stated) == 1 and others <= set(stated) else None


# conferrals of an article from which on it is news of an event, whose prizes are all of one year
_OF_EVENT = 6


def _is_of_other(conferral: ConferralFound, year: Label, keys: set[str], findings: Findings) -> bool:
    """Whether the article's only year stands lines behind a conferral, beside a prize that it tells of in passing.

    กลุ่ม ก ได้รับรางวัล ข …⏎… นาย ค ผู้ได้รับรางวัล ง ประจำปี 2563: not of รางวัล ข
    """
    award = conferral.fields["award"]
    if award is None or year.start < max(award.end, conferral.at) or "\n" not in findings.text[conferral.at : year.start]:
        return False
    before = next((label for label, other in pairwise(findings.labels) if other is year), None)
    if before is None or before.kind != "award":
        return False
    text = findings.text
    named = before.row.id if before.row is not None else fold(text[before.start : before.end])
    own = fold(text[award.start : award.end])
    other = fold(text[before.start : before.end])
    return named not in keys and own not in other and other not in own


def _is_anothers_own(award: Span, key: str, year: Label, keys: set[str], findings: Findings) -> bool:
    """Whether the article's only year stands behind another known prize, in another line, and not in its headline."""
    title = findings.title
    if title is not None and year.start < title.end:
        return False
    if "\n" not in findings.text[min(award.start, year.start) : max(award.start, year.start)]:
        return False
    before = next((label for label, other in pairwise(findings.labels) if other is year), None)
    if before is None or before.kind != "award" or before.row is None:
        return False  # one that is not known may be of the same programme
    return before.row.id in keys and before.row.id != key


# โดยปี 2565| ธนาคารได้รับรางวัล… · ในปี 2564| มีผู้ได้รับรางวัล 5 ราย · ปีพุทธศักราช 2567| นี้
_OF_ALL = sought(
    r"[ ]?(?:นี้)?[ ]?(?:[ก-๎]{0,25}[ ]?)(?:ได้รับ|คว้า|มอบ)(?:[ ]?\d+[ ]?)?รางวัล"
    r"(?=[ ]?(?:จาก|จำนวน|รวม|ทั้ง|ดัง|ให้แก่|\d|อาทิ|เช่น|ประกอบ|ได้แก่|\n))"
)
_BEFORE_OF_ALL = re.compile(r"(?:โดย|ใน|สำหรับ|ซึ่ง|ทั้งนี้|\n)[ ]?(?:ใน)?[ ]?$")
# พิธีมอบรางวัล เนื่องในวันภาษาไทยแห่งชาติ| พุทธศักราช 2567
_ON_THE_DAY = re.compile(r"รางวัล[^\n]{0,60}เนื่องใน(?:โอกาส)?(?:งาน)?(?:วัน|เทศกาล|สัปดาห์)[ก-๎ ]{3,60}$")


def _year_of_all(findings: Findings) -> Label | None:
    """The year that has all the prizes of the article (โดยปี 2565 ธนาคารได้รับรางวัล…), where one has them."""
    text = findings.text
    stated: dict[object, Label] = {}
    for label in findings.labels:
        if label.kind != "year" or label.rule == "year.fiscal":
            continue
        before = text[max(0, label.outer - 120) : label.outer]
        if (_OF_ALL.match(text, label.until) and _BEFORE_OF_ALL.search(before)) or _ON_THE_DAY.search(before):
            stated.setdefault(label.value, label)
    return next(iter(stated.values())) if len(stated) == 1 else None


def _share_years(beside: dict[tuple[str, str], Label], labels: list[Label], text: str) -> None:
    """รางวัล ก รางวัล ข และรางวัล ค ประจำปี 2567: the year behind the last is that of all."""
    awards = [label for label in labels if label.kind == "award"]
    for at in range(len(awards) - 2, -1, -1):
        label, following = awards[at], awards[at + 1]
        if not SIDE_BY_SIDE.fullmatch(text[label.until : following.outer]):
            continue
        key, last, *more = (one.row.id if one.row is not None else fold(text[one.start : one.end]) for one in awards[at : at + 3])
        of_row = following.rule == IN_ROW and at + 2 < len(awards) and awards[at + 2].rule == IN_ROW
        if of_row and more and beside.get((last, "year")) is not beside.get((more[0], "year")):
            continue  # รางวัล ก รางวัล ข 2018 และรางวัล ค 2019: each may have its own
        if (last, "year") in beside:
            beside.setdefault((key, "year"), beside[last, "year"])


# metals and grades, which standards of all kinds have
_OF_MANY = frozenset({"metal", "quality", "itagrade"})
_ONCE = frozenset({"gecc", "quality", "pmqa", "green-industry", "metal", "itagrade"})


# รางวัล ก เป็นรางวัลที่มอบให้หน่วยงานที่เคยได้รับรางวัล ข |ระดับดี|มาแล้ว: what the prize is for
_DEFINES = re.compile(r"เป็นรางวัล(?:ที่|ซึ่ง)[^\n]{0,200}ที่เคย")


def _spread_level(found: list[ConferralFound], findings: Findings) -> None:
    """Gives the conferrals of the one award that an article has the one level that it states."""
    levels = {label.value: label for label in findings.labels if label.kind == "level"}
    if any(label.rule == TIERS for label in levels.values()):
        return
    awards = {conferral.fields["award"].id for conferral in found if conferral.fields["award"] is not None}
    if len(levels) != 1 or len(awards) != 1 or None in awards:
        return
    level = next(iter(levels.values()))
    if getattr(level.row, "scale", None) not in _ONCE:
        return
    before = [label for label in findings.labels if label.kind == "award" and label.outer < level.outer]
    if before and (before[-1].row is None or before[-1].row.id not in awards):
        return  # อสม.ดีเด่น … และเกียรติบัตร “ชมรมเข้มแข็ง” |ระดับเพชร: another prize's
    if _DEFINES.search(findings.text, findings.text.rfind("\n", 0, level.outer) + 1, level.outer) is not None:
        return
    stated = [label for label in findings.labels if label.kind == "level"]
    for conferral in found:
        if conferral.fields["level"] is None and conferral.fields["category"] is None:
            beside = next((label for label in stated if _is_beside(label, conferral, findings)), None)
            if beside is not None:
                conferral.fields["level"] = span_of(level, findings.text)


# characters between a level and what was won within which it is told of that, and behind the award's name
_AROUND_WINNER, _BEHIND_NAME = 330, 60


def _is_beside(level: Label, conferral: ConferralFound, findings: Findings) -> bool:
    """Whether a level stands where the conferral is told or right behind a mention of its award."""
    if getattr(level.row, "scale", None) not in _OF_MANY or abs(level.start - conferral.at) <= _AROUND_WINNER:
        return True
    award = conferral.fields["award"]
    return award is not None and any(
        label.kind == "award"
        and label.row is not None
        and label.row.id == award.id
        and 0 <= level.outer - label.until <= _BEHIND_NAME
        for label in findings.labels
    )
