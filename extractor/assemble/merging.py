"""One conferral of what an article tells twice: headline and body, short and full names, a sum and its parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.besides import has_won_besides, title_end
from extractor.assemble.conferral import CONFERRED, PERSONAL, fold
from extractor.assemble.contest_prizes import BESIDES
from extractor.assemble.standing import are_namesakes
from extractor.assemble.subject_words import TEACHES
from extractor.assemble.sums import counts_area
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
    kept: list[ConferralFound] = []
    end, below = _head_end(findings), dict[int, int]()
    for conferral in sorted(found, key=lambda c: -sum(span is not None for span in c.fields.values())):
        twin = next((other for other in kept if _same(conferral, other, findings)), None)
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
    whole = [c for c in kept if not _is_part(c, kept, findings)]
    told = [
        c
        for c in whole
        if not (
            _heads(c, [other for other in whole if not _beside(other, below.get(id(c)), findings)], findings)
            or _stands_above(c, whole, findings)
            or _told_of_known(c, whole, findings)
            or _is_officers(c, whole, findings)
            or _is_pupils(c, whole, findings)
            or _is_nations(c, whole, findings)
            or _is_superiors(c, whole, findings)
            or counts_area(c, whole, findings.text)
        )
    ]
    summed = [c for c in told if not _sums_up(c, told, findings)]
    return sorted(summed, key=lambda c: c.at)


def drop_subsets(found: list[ConferralFound], findings: Findings) -> list[ConferralFound]:
    """Leaves out what tells nothing that another conferral of the same winner does not, now that both have the same award."""
    told = [
        frozenset(name for name, span in conferral.fields.items() if span is not None and name not in _WHOSE)
        if conferral.recipient is not None
        else None
        for conferral in found
    ]
    return [
        one
        for at, (one, names) in enumerate(zip(found, told, strict=True))
        if names is None
        or one.rule == _CROWN  # a title, and a prize besides
        or not any(
            more is not None and (names < more or (names == more and before < at)) and _is_within(one, other, names, findings)
            for before, (other, more) in enumerate(zip(found, told, strict=True))
        )
    ]


_WHOSE = frozenset({"recipient", "parent"})


def _is_within(conferral: ConferralFound, other: ConferralFound, names: frozenset[str], findings: Findings) -> bool:
    """Whether a conferral agrees with another in all of `names`, and is of the same winner."""
    return (
        conferral.status == other.status
        and _same_party(conferral, other, findings.text)
        and all(_agree(conferral, other, name, findings) for name in names)
    )


def _beside(other: ConferralFound, at: int | None, findings: Findings) -> bool:
    """Whether another prize is told in a line of its own or a row with the headline's, told again at `at`: ได้แก่ ก และรางวัล ข."""
    if at is None:
        return False
    between = findings.text[min(at, other.at) : max(at, other.at)]
    return "\n" in between or _ROW.search(between) is not None


_ROW = re.compile(r"และ[ ]?(?:$|รางวัล|โล่)")


def _is_of_one(twin: ConferralFound, conferral: ConferralFound, found: list[ConferralFound], findings: Findings) -> bool:
    """Whether both tell of one category by its name, which nobody else and no other work has won."""
    category = _text(conferral, "category", findings)
    if category is None or category != _text(twin, "category", findings):
        return False
    same = [other for other in found if other is not conferral and _text(other, "category", findings) == category]
    return all(
        (other.recipient is None or _same_party(other, twin, findings.text)) and other.fields["work"] is None for other in same
    )


def _prefer_fuller(twin: ConferralFound, other: ConferralFound, findings: Findings) -> None:
    """Takes the recipient's fuller name where the conferral is told under two; of the same, the one below the headline."""
    above, below = twin.fields["parent"], other.fields["parent"]
    if above is not None and below is not None and above.start < title_end(findings) < below.start:
        twin.fields["parent"] = below
    rank, told = twin.fields["level"], other.fields["level"]
    if rank is not None and told is not None and rank.rule == "level.champion" and told.rule == "level.first":
        twin.fields["level"] = told  # a headline's แชมป์, which the list calls ชนะเลิศ
    a, b = twin.fields["recipient"], other.fields["recipient"]
    if a is None or b is None:
        return
    again = a.start < title_end(findings) <= b.start and findings.text[b.end - 1] == "."  # a headline's บสย., told so below too
    if b.end - b.start > a.end - a.start or (again and b.end - b.start == a.end - a.start):
        twin.fields["recipient"] = b


def _text(conferral: ConferralFound, name: str, findings: Findings) -> str | None:
    span = conferral.fields[name]
    return None if span is None else fold(findings.text[span.start : span.end])


def _agree(one: ConferralFound, other: ConferralFound, name: str, findings: Findings) -> bool:
    """Whether two conferrals do not contradict each other in a field."""
    a, b = one.fields[name], other.fields[name]
    if a is None or b is None:
        return True
    if name in {"year", "edition"}:
        return a.value == b.value
    if a.id is not None and a.id == b.id:
        return True
    x, y = _text(one, name, findings), _text(other, name, findings)
    if name == "level" and x is not None and y is not None:
        if _FIRST.fullmatch(x) and _FIRST.fullmatch(y):
            return True
        places = _PLACE.fullmatch(x), _PLACE.fullmatch(y)
        if places[0] is not None and places[1] is not None:
            return places[0]["number"] == places[1]["number"]
    return x == y or (x is not None and y is not None and name in {"work", "award", "category", "branch"} and (x in y or y in x))


# what is first among all may be told by any of these words
_FIRST = re.compile(
    r"(?:รางวัล)?(?:ชนะเลิศ(?:อันดับ(?:ที่)?1)?|แชมป์|อันดับ(?:ที่)?(?:1|หนึ่ง)|ลำดับ(?:ที่)?1|ที่1|1stplace|champion|winner|thewinner)"
)


# อันดับ 4, ที่ 4, อันดับที่ 4: one place
_PLACE = re.compile(r"(?:อันดับ|ลำดับ)?(?:ที่)?(?P<number>\d{1,3})")


def _same_party(one: ConferralFound, other: ConferralFound, text: str) -> bool:
    a, b = one.recipient, other.recipient
    if a is None or b is None:
        return True
    if are_namesakes(a, b, text):
        return False
    if (a.kind, a.key) == (b.kind, b.key):
        return True
    # a place or team has a key for each mention
    return a.kind == b.kind in {"place", "team"} and text[a.name.start : a.name.end] == text[b.name.start : b.name.end]


def _are_twins(one: ConferralFound, other: ConferralFound) -> bool:
    """Whether two prizes of one winner are told at one place: รางวัลรองชนะเลิศอันดับ 2 และรางวัล Popular Vote ทีม ก."""
    return one.at == other.at and any(one.fields[name] != other.fields[name] for name in ("level", "category"))


def _same(one: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    if (one.status in CONFERRED) != (other.status in CONFERRED) or _are_twins(one, other):
        return False
    if is_special(one, findings.text) != is_special(other, findings.text):
        return False
    if not _same_party(one, other, findings.text) or (_CROWN in {one.rule, other.rule} and _names_part(one, other)):
        return False
    if _is_besides(one, other) or _is_besides(other, one):
        return False
    if one.fields["work"] is not None and other.fields["work"] is not None:
        return all(_agree(one, other, name, findings) for name in ("work", "year", "level", "branch", "category"))
    if one.recipient is None and one.fields["work"] is None:
        return False
    if has_won_besides(one, other, findings) or has_won_besides(other, one, findings):
        return False
    return all(_agree(one, other, name, findings) for name in ("award", "year", "branch", "category", "level"))


def is_special(conferral: ConferralFound, text: str) -> bool:
    """Whether what was won is a contest's special prize, which tells no rank again."""
    category = conferral.fields["category"]
    return category is not None and SPECIAL.fullmatch(text, category.start, category.end) is not None


def _is_besides(one: ConferralFound, other: ConferralFound) -> bool:
    """Whether one is a contest's rank, and the other a prize by name that the contest gives besides."""
    rank, part = one.fields["level"], other.fields["category"]
    if rank is None or part is None or one.fields["category"] is not None or other.fields["level"] is not None:
        return False
    return rank.rule in _RANKS and part.rule == BESIDES


_RANKS = CONTEST_RANKS | {"level.ranked", "level.ranking", "level.place"}


# a pageant's crown, which no prize that its queen has won besides tells again
_CROWN = "conferral.crown"


def _names_part(one: ConferralFound, other: ConferralFound) -> bool:
    """Whether one of two conferrals names a category or rank, and the other none."""
    return any((one.fields[name] is None) != (other.fields[name] is None) for name in ("category", "level"))


def _sums_up(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether a conferral only says in general what others say one by one (พม. คว้า 9 รางวัลเลิศรัฐ)."""
    if conferral.rule == _CROWN or any(conferral.fields[name] is not None for name in ("branch", "category", "level", "work")):
        return False
    return any(
        other is not conferral
        and (other.status in CONFERRED or conferral.status not in CONFERRED)
        and _agree(conferral, other, "award", findings)
        and _agree(conferral, other, "year", findings)
        and (
            _same_party(conferral, other, findings.text)
            or _text(other, "parent", findings) == _text(conferral, "recipient", findings)
            or (
                conferral.rule == "conferral.subject"
                and not _came_before(conferral, other, findings)
                and not _told_in_turn(conferral, other, findings)
                and not _alike(conferral, other)
            )
        )
        and any(other.fields[name] is not None for name in ("branch", "category", "level", "work", "parent"))
        for other in kept
    )


_IN_TURN = re.compile(r"(?:และ|ส่วน|ขณะที่|ด้าน|รวมถึง|ตลอดจน)[ ]?(?:คุณ|ท่าน)?[“\"]?$")


def _told_in_turn(conferral: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether one more winner is told of behind another, in the same line: โรงเรียน ก รับรางวัล ข และ|นาย ค รับรางวัล ง."""
    recipient, award = conferral.recipient, conferral.fields["award"]
    if (
        recipient is None
        or award is None
        or not other.at < recipient.start < award.start
        or "\n" in findings.text[other.at : recipient.start]
    ):
        return False
    return _IN_TURN.search(findings.text, other.at, recipient.start) is not None


def _alike(one: ConferralFound, other: ConferralFound) -> bool:
    """Whether of both no more is told than who has won and whose they are: neither says what the other does in general."""
    if any(other.fields[name] is not None for name in ("branch", "category", "level", "work")):
        return False
    return one.fields["parent"] is not None and other.rule == one.rule


# อันดับ 2, ที่ 3
_BEHIND_FIRST = re.compile(r"(?:อันดับ|ลำดับ)?(?:ที่)?[ ]?(?:[2-9]|1\d)(?!\d)")
_RUNNER_UP = re.compile(r"(?:รางวัล|ตำแหน่ง)?[ ]?(?:รอง(?!ศาสตรา)|อันดับ(?:ที่)?[ ]?[2-9])")


def _came_before(conferral: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether one has won what another was a runner-up in: นางสาว ก คว้ามงกุฎ ข ด้านนางสาว ค คว้าตำแหน่งรองอันดับ 1.

    Of firms a place below the first tells it: ร้าน ก ได้รับเลือกเป็น… อันดับ 2 คือ ร้าน ข.
    """
    level, one, two = other.fields["level"], conferral.recipient, other.recipient
    if level is None or one is None or two is None or one.kind != two.kind:
        return False
    behind = _RUNNER_UP if one.kind == "person" else _BEHIND_FIRST
    return behind.match(findings.text, level.start) is not None


def _is_part(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether a prize is told once by itself and once as a category of the stage on which it was given: that tells more."""
    award = _text(conferral, "award", findings)
    if award is None or conferral.fields["category"] is not None or conferral.recipient is None:
        return False
    return any(
        other is not conferral
        and (category := _text(other, "category", findings)) is not None
        and (award == category or (len(award) >= 12 and category.startswith(award)))
        and other.recipient is not None
        and _same_party(conferral, other, findings.text)
        and all(_agree(conferral, other, name, findings) for name in ("year", "level", "work", "branch"))
        for other in kept
    )


def _stands_above(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether a work is told of the body above the one that another conferral tells it of: it is the latter's."""
    work, recipient = conferral.fields["work"], _text(conferral, "recipient", findings)
    if work is None or recipient is None:
        return False
    return any(
        other.fields["work"] is not None
        and _text(other, "parent", findings) == recipient
        and all(_agree(conferral, other, name, findings) for name in ("work", "award", "year", "branch", "category", "level"))
        for other in kept
    )


_NATION = re.compile(r"(?:ประเทศ)?ไทย")


def _is_nations(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether the country is told to have what one of it has won: กรม ก ได้รับรางวัล ข … โดยประเทศไทยได้รับรางวัล ข."""

    def nation(one: ConferralFound) -> bool:
        name = one.fields["recipient"]
        return name is not None and _NATION.fullmatch(findings.text, name.start, name.end) is not None

    return nation(conferral) and any(
        other.recipient is not None
        and not nation(other)
        and all(_agree(conferral, other, name, findings) for name in ("award", "year", "branch", "category", "level"))
        for other in kept
    )


def _is_superiors(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether a verb tells of the body above the one that has won: รัฐมนตรีว่าการกระทรวง ก คว้ารางวัล … กรม ข กระทรวง ก ได้รับรางวัล."""
    recipient = conferral.recipient
    if recipient is None or recipient.kind != "organisation" or conferral.rule != "conferral.subject":
        return False
    if not 0 <= recipient.key < len(findings.organisations):
        return False
    superior = findings.organisations[recipient.key]
    forms = {_folded(mention, findings) for mention in superior.mentions}
    listed = _in_headline(conferral, findings)  # what a headline says of a body may be told of its sites one by one
    return any(
        other.recipient is not None
        and (other.recipient.kind == "organisation" or (listed and other.rule == "conferral.list"))
        and not _same_party(conferral, other, findings.text)
        and (other.fields["parent"] is not None and _folded(other.fields["parent"], findings) in forms)
        and all(_agree(conferral, other, name, findings) for name in ("award", "year", "branch", "category", "level", "work"))
        and all(other.fields[name] is not None for name in ("branch", "category", "work") if conferral.fields[name] is not None)
        for other in kept
    )


def _in_headline(conferral: ConferralFound, findings: Findings) -> bool:
    return findings.title is not None and findings.title.start <= conferral.at < findings.title.end


def _folded(span: Span, findings: Findings) -> str:
    return fold(findings.text[span.start : span.end])


def _is_officers(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether a body is told to have a prize that is its officer's own: ธนาคาร ก คว้ารางวัลผู้นำองค์กร … นาย ข ผู้จัดการธนาคาร ก."""
    recipient = conferral.recipient
    if recipient is None or recipient.kind != "organisation" or not 0 <= recipient.key < len(findings.organisations):
        return False
    forms = {mention.start for mention in findings.organisations[recipient.key].mentions}
    return any(
        other.recipient is not None
        and other.recipient.kind == "person"
        and (parent := other.fields["parent"]) is not None
        and parent.start in forms
        and any(_is_personal(conferral, name, findings) for name in ("branch", "category") if other.fields[name] is not None)
        and all(_agree(conferral, other, name, findings) for name in ("award", "year", "branch", "category", "level", "work"))
        for other in kept
    )


# a university's, which a headline may name in its stead
_UNIT = re.compile(r"คณะ|ภาควิชา|สาขา|สำนักวิชา|วิทยาลัย(?=การ|นานา|ศิลป|ดนตรี|แพทย|พยาบาล)")
# 5 |เหรียญทอง, เหรียญทอง| จำนวน 5 เหรียญ
_COUNT_AHEAD = re.compile(r"\d[ ]?$")
_COUNT_BEHIND = re.compile(r"[ ]{0,2}(?:จำนวน|รวม)?[ ]{0,2}\d{1,4}[ ]{0,2}(?:เหรียญ|รางวัล|รายการ)")


def _is_pupils(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether a school is told to have what its pupils have, who are named below: คณะ ก ชนะเลิศการประกวด ข … ได้แก่ นาย ค."""
    recipient, text = conferral.recipient, findings.text
    if recipient is None or recipient.kind != "organisation" or conferral.rule == "conferral.list":
        return False
    level = conferral.fields["level"]
    if TEACHES.match(text, recipient.name.start) is None or (level or conferral.fields["work"]) is None:
        return False
    if level is not None and (
        _COUNT_AHEAD.search(text, max(0, level.start - 8), level.start) or _COUNT_BEHIND.match(text, level.end)
    ):
        return False  # ได้ 5 เหรียญทอง: all that it has, told in sum
    forms = (
        {m.start for m in findings.organisations[recipient.key].mentions}
        if 0 <= recipient.key < len(findings.organisations)
        else set()
    )
    own = fold(text[recipient.name.start : recipient.name.end])

    def same(other: ConferralFound) -> bool:
        parent = other.fields["parent"]
        within = (
            parent is None
            or parent.start in forms
            or fold(text[parent.start : parent.end]) == own
            or _UNIT.match(text, parent.start)
        )
        return (
            other.recipient is not None
            and other.recipient.kind in {"person", "team"}
            and conferral.at < other.at
            and bool(within)
            and all(_agree(conferral, other, name, findings) for name in ("award", "year", "branch", "category", "level", "work"))
            and all(other.fields[name] is not None for name in ("level", "work") if conferral.fields[name] is not None)
        )

    return any(same(other) for other in kept)


def _is_personal(conferral: ConferralFound, name: str, findings: Findings) -> bool:
    span = conferral.fields[name]
    return span is not None and PERSONAL.search(findings.text, span.start, span.end) is not None


def _told_of_known(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether one whose name only its place tells is told to have what a known one has: a headline's brand, its company."""
    recipient = conferral.recipient
    if recipient is None or recipient.name.rule != "party.subject" or recipient.kind != "team":
        return False
    return any(
        other.recipient is not None
        and other.recipient.name.rule != "party.subject"
        and all(_agree(conferral, other, name, findings) for name in ("award", "year", "level"))
        and not (conferral.fields["level"] is None and _came_behind(other, findings))
        for other in kept
    )


def _came_behind(conferral: ConferralFound, findings: Findings) -> bool:
    """Whether a conferral is of a place below the first."""
    level = conferral.fields["level"]
    return level is not None and _BEHIND_FIRST.match(findings.text, level.start) is not None


def _heads(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether a headline's conferral is one that the text below tells in full, perhaps under a fuller name of the award."""
    end = _head_end(findings)
    if conferral.at >= end or conferral.recipient is None:
        return False
    award = conferral.fields["award"]
    return any(
        other.at >= end
        and other.recipient is not None
        and (conferral.status in CONFERRED) == (other.status in CONFERRED)
        and _same_party(conferral, other, findings.text)
        and all(_agree(conferral, other, name, findings) for name in ("year", "level", "work"))
        and all(other.fields[name] is not None for name in ("level", "work") if conferral.fields[name] is not None)
        and (award is None or award.id is None or _agree(conferral, other, "award", findings))
        and not (conferral.rule == _CROWN and other.rule != _CROWN)
        for other in kept
    )


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
