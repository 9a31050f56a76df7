"""What says again, or in sum, what another conferral tells in full: of a ministry what its department has won."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.agreeing import BEHIND_FIRST, CROWN, LIKEWISE, agree, came_behind, same_party, text_of
from extractor.assemble.conferral import CONFERRED, PERSONAL, core_of, fold
from extractor.assemble.subject_words import TEACHES
from extractor.assemble.sums import counts_area

if TYPE_CHECKING:
    from extractor.assemble.conferral import ConferralFound
    from extractor.assemble.findings import Findings
    from extractor.document import Span


def is_told_of_another(conferral: ConferralFound, others: list[ConferralFound], findings: Findings) -> bool:
    """Whether one of the others tells the same of who has really won it."""
    return (
        _stands_above(conferral, others, findings)
        or _told_of_known(conferral, others, findings)
        or _is_officers(conferral, others, findings)
        or _is_pupils(conferral, others, findings)
        or _is_nations(conferral, others, findings)
        or _is_superiors(conferral, others, findings)
        or counts_area(conferral, others, findings.text)
    )


# รางวัล|รายหมวด| ทั้ง 2 หมวด, of which each is told: |หมวด 1 การนำองค์การ
_BY_CLASS, _CLASS = "รายหมวด", "หมวด"


def _sums_classes(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether a conferral only says that there were prizes by class, and others tell of which classes."""
    if text_of(conferral, "category", findings) != _BY_CLASS or conferral.fields["work"] is not None:
        return False
    return any(
        (text_of(other, "category", findings) or "").startswith(_CLASS)
        and same_party(conferral, other, findings.text)
        and all(agree(conferral, other, name, findings) for name in ("award", "year", "level"))
        for other in kept
    )


def sums_up(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether a conferral only says in general what others say one by one (พม. คว้า 9 รางวัลเลิศรัฐ)."""
    if _sums_classes(conferral, kept, findings):
        return True
    if conferral.rule == CROWN or any(conferral.fields[name] is not None for name in ("branch", "category", "level", "work")):
        return False
    return any(
        other is not conferral
        and (other.status in CONFERRED or conferral.status not in CONFERRED)
        and agree(conferral, other, "award", findings)
        and agree(conferral, other, "year", findings)
        and (
            same_party(conferral, other, findings.text)
            or text_of(other, "parent", findings) == text_of(conferral, "recipient", findings)
            or (
                conferral.rule == "conferral.subject"
                and other.rule != LIKEWISE
                and not _came_before(conferral, other, findings)
                and not _told_in_turn(conferral, other, findings)
                and not _goes_on_to(conferral, other, findings)
                and not _alike(conferral, other)
                and not _of_pageant(conferral, other, findings)
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


# กรม ก คว้ารางวัล ข| ประจำปี 2566 ขณะที่|กรม ค |คว้าเหรียญทอง
_TO_NEXT = re.compile(
    r"(?:(?!ได้|คว้า|โดย|คือ[ ]|ดังนี้|ประกอบด้วย|รับ|มอบ)[^\n]){0,50}?(?:[ ](?:และ|ส่วน|ขณะที่|ด้าน)|,(?:[ ]?(?:และ|ส่วน))?)[ ]?[“\"]?"
)
_TAKES = re.compile(
    r"[”\"’']?(?:[ ]?\([^()\n]{1,40}\))?(?:[ ]?(?:จ\.|จังหวัด)[ ]?[ก-๎]{2,16})?[ ]?(?:ก็|ยัง|สามารถ)?(?:ได้|คว้า|รับ|ชนะ)"
)


def _goes_on_to(conferral: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether the sentence goes on from one winner to another who has won a prize of its own.

    กรม ก คว้ารางวัล ข ขณะที่|กรม ค |คว้าเหรียญทอง
    """
    award, winner = conferral.fields["award"], other.recipient
    if (
        award is None
        or winner is None
        or conferral.recipient is None
        or not conferral.recipient.start < award.start < winner.start
    ):
        return False
    text = findings.text
    return _TO_NEXT.fullmatch(text, award.end, winner.start) is not None and _TAKES.match(text, winner.end) is not None


def _alike(one: ConferralFound, other: ConferralFound) -> bool:
    """Whether of both no more is told than who has won and whose they are: neither says what the other does in general."""
    if any(other.fields[name] is not None for name in ("branch", "category", "level", "work")):
        return False
    return one.fields["parent"] is not None and other.rule == one.rule


# whom a pageant crowns
_CROWNED = ("นาง", "เทพี", "ธิดา", "มิส", "หนุ่ม", "หนูน้อย", "เทพบุตร", "นพมาศ", "Miss", "Mister", "Mrs")


def _of_pageant(one: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether one is a pageant's queen and the other somebody who has won one of its other prizes."""
    award = one.fields["award"]
    if award is None or not findings.text.startswith(_CROWNED, award.start):
        return False
    return one.recipient is not None and other.recipient is not None and one.recipient.kind == other.recipient.kind == "person"


# people, known as such or not
_BY_NAME = {"person", "team"}
_RUNNER_UP = re.compile(r"(?:รางวัล|ตำแหน่ง)?[ ]?(?:รอง(?!ศาสตรา)|อันดับ(?:ที่)?[ ]?[2-9])")


def _came_before(conferral: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether one has won what another was a runner-up in: นางสาว ก คว้ามงกุฎ ข ด้านนางสาว ค คว้าตำแหน่งรองอันดับ 1.

    Of firms a place below the first tells it: ร้าน ก ได้รับเลือกเป็น… อันดับ 2 คือ ร้าน ข.
    """
    level, one, two = other.fields["level"], conferral.recipient, other.recipient
    if level is None or one is None or two is None or (one.kind != two.kind and {one.kind, two.kind} != _BY_NAME):
        return False
    behind = _RUNNER_UP if one.kind == "person" else BEHIND_FIRST
    return behind.match(findings.text, level.start) is not None


def is_part(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether a prize is told once by itself and once as a category of the stage on which it was given: that tells more."""
    award = text_of(conferral, "award", findings)
    if award is None or conferral.fields["category"] is not None or conferral.recipient is None:
        return False
    return any(
        other is not conferral
        and (category := text_of(other, "category", findings)) is not None
        and (award == category or (len(award) >= 12 and category.startswith(award)))
        and other.recipient is not None
        and same_party(conferral, other, findings.text)
        and all(agree(conferral, other, name, findings) for name in ("year", "level", "work", "branch"))
        for other in kept
    )


def _stands_above(conferral: ConferralFound, kept: list[ConferralFound], findings: Findings) -> bool:
    """Whether a work is told of the body above the one that another conferral tells it of: it is the latter's."""
    work, recipient = conferral.fields["work"], text_of(conferral, "recipient", findings)
    if work is None or recipient is None:
        return False
    return any(
        other.fields["work"] is not None
        and text_of(other, "parent", findings) == recipient
        and all(agree(conferral, other, name, findings) for name in ("work", "award", "year", "branch", "category", "level"))
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
        and all(agree(conferral, other, name, findings) for name in ("award", "year", "branch", "category", "level"))
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
        and (conferral.status != "past" or other.status == "past")  # what it has won before is its own
        and (other.recipient.kind == "organisation" or (listed and other.rule == "conferral.list"))
        and not same_party(conferral, other, findings.text)
        and (other.fields["parent"] is not None and _folded(other.fields["parent"], findings) in forms)
        and all(agree(conferral, other, name, findings) for name in ("award", "year", "branch", "category", "level", "work"))
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
        and all(agree(conferral, other, name, findings) for name in ("award", "year", "branch", "category", "level", "work"))
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
            and all(agree(conferral, other, name, findings) for name in ("award", "year", "branch", "category", "level", "work"))
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
        and all(agree(conferral, other, name, findings) for name in ("year", "level", "work"))
        and (agree(conferral, other, "award", findings) or _is_class_of(conferral, other, findings))
        and not (conferral.fields["level"] is None and came_behind(other, findings))
        and not _in_lines_of_their_own(conferral, other, findings)
        for other in kept
    )


def _in_lines_of_their_own(one: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether two lines each tell of their subject that it has won in a class of its own."""
    if not one.rule == other.rule == "conferral.subject" or agree(one, other, "category", findings):
        return False
    return findings.text.find("\n", min(one.at, other.at), max(one.at, other.at)) >= 0


def _is_class_of(conferral: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether the prize of one is by its name what the other tells as a class of a programme."""
    award, part = text_of(conferral, "award", findings), text_of(other, "category", findings)
    return award is not None and part is not None and len(core_of(award)) > _SHORT and core_of(award) == core_of(part)


# characters of a prize's name beyond which it is that of another by no accident
_SHORT = 8
