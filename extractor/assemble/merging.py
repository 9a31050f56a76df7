"""One conferral of what an article tells twice: headline and body, short and full names, a sum and its parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.agreeing import CROWN, agree, are_of_row, names_several, same_party, text_of
from extractor.assemble.besides import has_won_besides, title_end
from extractor.assemble.conferral import CONFERRED
from extractor.assemble.contest_prizes import BESIDES
from extractor.assemble.contestants import only_contests
from extractor.assemble.retold import is_part, is_told_of_another, sums_up
from extractor.assemble.reworded import names_more, without_reworded
from extractor.assemble.twins import ALSO
from extractor.match.label_levels import CONTEST_RANKS
from extractor.match.label_special import SPECIAL

if TYPE_CHECKING:
    from extractor.assemble.conferral import ConferralFound
    from extractor.assemble.findings import Findings
    from extractor.document import Span

# characters of a line below the headline up to which it says it again
_LEAD = 260


def merge(found: list[ConferralFound], findings: Findings) -> list[ConferralFound]:
    """Makes one of what is told more than once; what only sums up others is dropped."""
    found = [conferral for conferral in found if not names_several(conferral, found, findings)]
    _call_by_name(found, findings)
    kept: list[ConferralFound] = []
    end, below, apart = _head_end(findings), dict[int, int](), _joined(found, findings)
    for conferral in sorted(found, key=lambda c: -sum(span is not None for span in c.fields.values())):
        twin = next(
            (other for other in kept if _same(conferral, other, findings) and not _are_apart(conferral, other, apart, findings)),
            None,
        )
        if twin is None:
            kept.append(conferral)
            continue
        for name, span in conferral.fields.items():
            if twin.fields[name] is None and span is not None and name not in {"work", "recipient", "parent", "level"}:
                twin.fields[name] = span
        if twin.fields["work"] is None and conferral.recipient is None and _is_of_one(twin, conferral, found, findings):
            twin.fields["work"] = conferral.fields["work"]  # the list tells who, the paragraph below with what
        _prefer_fuller(twin, conferral, findings)
        if twin.at < end <= conferral.at and conferral.fields["award"] is not None:
            below[id(twin)] = conferral.at
        if conferral.status == "conferred" and twin.status in CONFERRED:
            twin.status = "conferred"
    whole = [c for c in kept if not is_part(c, kept, findings)]
    told = [
        c
        for c in whole
        if not (
            _heads(c, [other for other in whole if not _beside(other, below.get(id(c)), findings)], findings)
            or is_told_of_another(c, whole, findings)
        )
    ]
    summed = [c for c in told if not sums_up(c, told, findings)]
    return sorted(summed, key=lambda c: c.at)


def _call_by_name(found: list[ConferralFound], findings: Findings) -> None:
    """Gives the name that carries the year to what a headline, and the text below once more, tells of one prize in short.

    ⏎นาย ก คว้า|รางวัล SWA|⏎นาย ก ได้รับ|รางวัลรักษ์น้ำ (Siam Water Award) ประจำปี 2566|⏎ขอแสดงความยินดีกับนาย ก ที่ได้รับ|รางวัล SWA
    """
    end = title_end(findings)
    heading = next((one for one in found if one.at < end and one.recipient is not None), None)
    short = heading.fields["award"] if heading is not None else None
    if heading is None or short is None or short.start >= end or not _is_own_word(short, findings) or names_more(findings, end):
        return
    below = next((one for one in found if one.at >= end and same_party(one, heading, findings.text)), None)
    if below is None or not _is_dated_below(heading, below, findings) or agree(heading, below, "award", findings):
        return
    if not all(agree(heading, below, name, findings) for name in ("year", "edition", "level", "work", "branch", "category")):
        return
    called = text_of(heading, "award", findings)
    alike = [one for one in found if text_of(one, "award", findings) == called and one.status in CONFERRED - {"past"}]
    if below.status in CONFERRED - {"past"} and not any(one is not heading and _is_joined(one, findings) for one in alike):
        for one in alike:
            one.fields["award"] = below.fields["award"]


def _is_own_word(award: Span, findings: Findings) -> bool:
    """Whether a headline's award is a prize by a name that no list has, and that has no year beside it."""
    return (
        award.id is None
        and award.rule in {"award.named", "award.latin", "award.quoted"}
        and _DATED.match(findings.text, award.end) is None
    )


def _is_joined(conferral: ConferralFound, findings: Findings) -> bool:
    """Whether a conferral is told as one more, behind another: และได้รับรางวัล ข, นอกจากนี้ยังได้รับรางวัล ข."""
    start = findings.text.rfind("\n", 0, conferral.at) + 1
    return _ROW.search(findings.text, max(start, conferral.at - _JOINED), conferral.at) is not None


# characters before a verb within which it is told as one more
_JOINED = 60


def drop_subsets(found: list[ConferralFound], findings: Findings) -> list[ConferralFound]:
    """Leaves out what tells nothing that another conferral of the same winner does not, or only in a headline's own words.

    Both have the award by now that was chosen.
    """
    told = [
        frozenset(name for name, span in conferral.fields.items() if span is not None and name not in _WHOSE)
        if conferral.recipient is not None
        else None
        for conferral in found
    ]
    kept = [
        one
        for at, (one, names) in enumerate(zip(found, told, strict=True))
        if names is None
        or one.rule == CROWN  # a title, and a prize besides
        or not any(
            more is not None
            and not _is_besides(one, other)
            and (
                ((names < more or (names == more and before < at)) and _is_within(one, other, names, findings))
                or (before != at and _is_described(one, other, findings))
            )
            for before, (other, more) in enumerate(zip(found, told, strict=True))
        )
    ]
    kept = [one for one in kept if not only_contests(one, findings)]
    return without_reworded(kept, findings, _head_end(findings))


# การแข่งขันเรือใบ, การแข่งขันแบดมินตันนานาชาติ: of what kind a contest is, and not what it is called
_KIND_OF_CONTEST = re.compile(r"(?:การ)?(?:แข่งขัน|ประกวด)(?:กีฬา)?[ ]?[ก-๎]{2,20}")
_NAMED = frozenset(
    {"award.latin", "award.contest_named", "award.contest_proper", "award.tournament", "award.event", "award.bout"}
)


def _is_described(conferral: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether a rank is told of a contest by its kind alone, and elsewhere of that contest by its name."""
    award, named = conferral.fields["award"], other.fields["award"]
    if award is None or named is None or award.rule != "award.contest" or named.rule not in _NAMED or award.id is not None:
        return False
    if _KIND_OF_CONTEST.fullmatch(findings.text, award.start, award.end) is None:
        return False
    ranked = conferral.fields["level"] is not None and other.fields["level"] is not None
    return (
        ranked
        and {conferral.status, other.status} <= CONFERRED
        and same_party(conferral, other, findings.text)
        and all(agree(conferral, other, name, findings) for name in ("year", "branch", "category", "level", "work"))
    )


_WHOSE = frozenset({"recipient", "parent"})


def _is_within(conferral: ConferralFound, other: ConferralFound, names: frozenset[str], findings: Findings) -> bool:
    """Whether a conferral agrees with another in all of `names`, and is of the same winner."""
    return (
        (conferral.status == other.status or {conferral.status, other.status} <= CONFERRED)
        and same_party(conferral, other, findings.text)
        and all(agree(conferral, other, name, findings) for name in names)
    )


def _beside(other: ConferralFound, at: int | None, findings: Findings) -> bool:
    """Whether another prize is told in a line of its own or a row with the headline's, told again at `at`: ได้แก่ ก และรางวัล ข."""
    if at is None:
        return False
    between = findings.text[min(at, other.at) : max(at, other.at)]
    return "\n" in between or _ROW.search(between) is not None


_ROW = re.compile(r"และ[ ]?(?:$|รางวัล|โล่)|นอกจาก(?:นี้|นั้น)|อีกทั้ง|ทั้งยัง|และยัง|รวมถึง|รวมทั้ง|ตลอดจน|พร้อมทั้ง|ควบ")


def _is_of_one(twin: ConferralFound, conferral: ConferralFound, found: list[ConferralFound], findings: Findings) -> bool:
    """Whether both tell of one category by its name, which nobody else and no other work has won."""
    category = text_of(conferral, "category", findings)
    if category is None or category != text_of(twin, "category", findings):
        return False
    same = [other for other in found if other is not conferral and text_of(other, "category", findings) == category]
    return all(
        (other.recipient is None or same_party(other, twin, findings.text)) and other.fields["work"] is None for other in same
    )


def _prefer_fuller(twin: ConferralFound, other: ConferralFound, findings: Findings) -> None:
    """Takes the recipient's fuller name where the conferral is told under two; of the same, the one below the headline.

    So of two names of an award the one below the headline that carries the year.
    """
    if _is_dated_below(twin, other, findings):
        twin.fields["award"] = other.fields["award"]
    above, below = twin.fields["parent"], other.fields["parent"]
    if above is not None and below is not None and above.start < title_end(findings) < below.start:
        twin.fields["parent"] = below
    rank, told = twin.fields["level"], other.fields["level"]
    if rank is not None and told is not None and rank.end - rank.start < told.end - told.start:
        champion = rank.rule == "level.champion" and told.rule in {"level.first", "level.medal"}
        if champion or (rank.rule == told.rule == "level.runner"):
            twin.fields["level"] = told  # a headline's แชมป์, which the list calls ชนะเลิศ, or รองชนะเลิศ, of which it tells which
    a, b = twin.fields["recipient"], other.fields["recipient"]
    if a is None or b is None:
        return
    again = a.start < title_end(findings) <= b.start and findings.text[b.end - 1] == "."  # a headline's บสย., told so below too
    if b.end - b.start > a.end - a.start or (again and b.end - b.start == a.end - a.start):
        twin.fields["recipient"] = b


def _is_dated_below(twin: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether one has a headline's short name of an award, and the other the name that carries the year below it."""
    short, name, year = twin.fields["award"], other.fields["award"], other.fields["year"]
    if short is None or name is None or year is None or short.id is not None or name.id is not None:
        return False
    end = title_end(findings)
    return (
        short.start < end <= name.start and 0 <= year.start - name.end < _NEXT_YEAR and not _DATED.match(findings.text, short.end)
    )


# characters from an award's name to its year: (Siam Water Organisation Awards : SWO) ครั้งที่ 7 ประจำปี
_NEXT_YEAR = 90
_DATED = re.compile(r"[”\"]?[ ]?(?:ประจำ)?(?:ปี[ ]?)?(?:พ\.ศ\.[ ]?)?(?:19|20|25)\d\d")


def _are_twins(one: ConferralFound, other: ConferralFound) -> bool:
    """Whether two prizes of one winner are told at one place: รางวัลรองชนะเลิศอันดับ 2 และรางวัล Popular Vote ทีม ก."""
    return one.at == other.at and any(one.fields[name] != other.fields[name] for name in ("level", "category"))


def _same(one: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    if (one.status in CONFERRED) != (other.status in CONFERRED) or _are_twins(one, other):
        return False
    if is_special(one, findings.text) != is_special(other, findings.text):
        return False
    if not same_party(one, other, findings.text) or (CROWN in {one.rule, other.rule} and _names_part(one, other)):
        return False
    if _is_besides(one, other) or _is_besides(other, one):
        return False
    if one.fields["work"] is not None and other.fields["work"] is not None:
        if are_of_row(one, other) and not agree(one, other, "award", findings):
            return False
        return all(agree(one, other, name, findings) for name in ("work", "year", "level", "branch", "category"))
    if one.recipient is None and one.fields["work"] is None:
        return False
    if has_won_besides(one, other, findings) or has_won_besides(other, one, findings):
        return False
    return all(agree(one, other, name, findings) for name in ("award", "year", "edition", "branch", "category", "level"))


# รางวัลพัฒนาการบริการ| และรางวัล|คุณภาพภาครัฐ 4.0
_AND_PRIZE = re.compile(rf"[”\"’']?[ ]*{ALSO}[ ]*[“\"‘']?รางวัล")


def _joined(found: list[ConferralFound], findings: Findings) -> set[tuple[str | None, str | None]]:
    """Each class and branch that are joined somewhere by a word as two prizes, by what they say."""
    branches = {
        branch.start: text_of(one, "branch", findings)
        for one in found
        if (branch := one.fields["branch"]) is not None and one.fields["category"] is None
    }
    return {
        (text_of(one, "category", findings), branches[joint.end()])
        for one in found
        if branches
        and (part := one.fields["category"]) is not None
        and (joint := _AND_PRIZE.match(findings.text, part.end)) is not None
        and joint.end() in branches
    }


def _are_apart(one: ConferralFound, other: ConferralFound, apart: set[tuple[str | None, str | None]], findings: Findings) -> bool:
    """Whether one has a class, and the other none but a branch, that are two prizes."""
    return any(
        second.fields["category"] is None and (text_of(first, "category", findings), text_of(second, "branch", findings)) in apart
        for first, second in ((one, other), (other, one))
    )


def is_special(conferral: ConferralFound, text: str) -> bool:
    """Whether what was won is a contest's special prize, which tells no rank again."""
    category = conferral.fields["category"]
    return category is not None and SPECIAL.fullmatch(text, category.start, category.end) is not None


def _is_besides(one: ConferralFound, other: ConferralFound) -> bool:
    """Whether one is a contest's rank, and the other a prize by name that the contest gives besides."""
    rank, part, award = one.fields["level"], other.fields["category"], one.fields["award"]
    if part is None or one.fields["category"] is not None or other.fields["level"] is not None or part.rule != BESIDES:
        return False
    if rank is None:  # the crown of a pageant
        return award is not None and award.rule == "award.title"
    return rank.rule in _RANKS


_RANKS = CONTEST_RANKS | {"level.ranked", "level.ranking", "level.place", "level.champion"}


def _names_part(one: ConferralFound, other: ConferralFound) -> bool:
    """Whether one of two conferrals names a category or rank, and the other none."""
    return any((one.fields[name] is None) != (other.fields[name] is None) for name in ("category", "level"))


def _heads(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether a headline's conferral is one that the text below tells in full, perhaps under a fuller name of the award."""
    end = _head_end(findings)
    if conferral.at >= end or conferral.recipient is None:
        return False
    award, level = conferral.fields["award"], conferral.fields["level"]
    reach = level is not None and level.rule == "level.reach"  # รางวัลระดับประเทศ, whose rank the text tells
    told = ("year", "work") if reach else ("year", "level", "work")
    return any(
        (other.at >= end or _leads(conferral, other, findings))
        and other.recipient is not None
        and (conferral.status in CONFERRED) == (other.status in CONFERRED)
        and same_party(conferral, other, findings.text)
        and all(agree(conferral, other, name, findings) for name in told)
        and all(other.fields[name] is not None for name in told[1:] if conferral.fields[name] is not None)
        and (award is None or award.id is None or agree(conferral, other, "award", findings))
        and not (conferral.rule == CROWN and other.rule != CROWN)
        and not _is_another(conferral, other, findings)
        for other in kept
    )


def _leads(conferral: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether the short line below a headline names with its year, rank or class the one prize that the headline tells of."""
    end, award = title_end(findings), other.fields["award"]
    if not conferral.at < end <= other.at or award is None or award.start < end or names_more(findings, end):
        return False
    told = [span for name in ("year", "edition", "branch", "category", "level") if (span := other.fields[name]) is not None]
    return any(span.start >= end for span in told)


def _is_another(conferral: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether an item of a list right below the headline tells of another part of the prize than the text does."""
    part = conferral.fields["category"]
    if part is None or part.start < title_end(findings) or findings.structure.item_at(part.start) is None:
        return False
    return not agree(conferral, other, "category", findings)


def _head_end(findings: Findings) -> int:
    """Where the headline ends, with a short line below it that says it again; 0 without a headline."""
    if findings.title is None:
        return 0
    text, end = findings.text, findings.title.end
    begin = end
    while text[begin : begin + 1].isspace():
        begin += 1
    newline = text.find("\n", begin)
    return newline if 0 <= newline - begin <= _LEAD else end
