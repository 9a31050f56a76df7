"""One win told in two wordings: the headline's own for the prize or its field, and the prize's name in the text below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.agreeing import agree, same_party
from extractor.assemble.conferral import CONFERRED, core_of

if TYPE_CHECKING:
    from extractor.assemble.conferral import ConferralFound
    from extractor.assemble.findings import Findings
    from extractor.document import Span

# กรม ก คว้า 2 รางวัล, คว้ารางวัล ข และรางวัล ค: the headline tells of several
_SEVERAL = re.compile(
    r"(?:[2-9๒-๙]|[\d๐-๙]{2,}|สอง|สาม|สี่|ห้า)[ ]?(?:สุดยอด)?(?:รางวัล|เหรียญ|สาขา|ด้าน|ประเภท)"
    r"|(?:และ|ควบ|พร้อม(?:คว้า)?|กับ|พ่วง|,)[ ]?(?:คว้า|รับ)?รางวัล|หลายรางวัล"
)
# between a prize described and its name: no other prize
_ANOTHER = re.compile(r"และ|ควบ|พร้อม|กับ|พ่วง|รวมถึง|อีก|ขณะที่|ส่วน|,|\n")
# รางวัลความโปร่งใส| (CoST Awards 2022)
_GLOSS = re.compile(r"[”\"]?[ ]?\((?P<name>[A-Z][^()\n\d]{3,60}?)[ ]?(?:(?:19|20)\d\d)?\)")
_PARTS = ("branch", "category", "level", "work", "edition")
# letters that a name must have to be told in another's
_SHORTEST = 7


def without_reworded(found: list[ConferralFound], findings: Findings, head: int) -> list[ConferralFound]:
    """The conferrals without those that only tell another one of the same winner in other words.

    Args:
        found: the article's conferrals, each of an award that has been chosen.
        findings: what matching found.
        head: where the headline ends, with the line below that says it again.
    """
    kept = list(found)
    for one in found:
        others = [other for other in kept if other is not one and _may_be_one(one, other, findings)]
        if others and _is_reworded(one, others, findings, head):
            kept.remove(one)
    return kept


def _may_be_one(one: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether both are of one winner, and of no two years, ranks or works."""
    return (
        one.recipient is not None
        and other.recipient is not None
        and {one.status, other.status} <= CONFERRED
        and same_party(one, other, findings.text)
        and all(agree(one, other, name, findings) for name in ("year", "edition", "level", "work"))
        and all(other.fields[name] is not None for name in ("level", "work") if one.fields[name] is not None)
    )


def _is_reworded(one: ConferralFound, others: list[ConferralFound], findings: Findings, head: int) -> bool:
    award, part = one.fields["award"], one.fields["category"]
    if award is None:
        return False
    if award.id is None and any(_names_part_of(award, part, one, other, findings) for other in others):
        return True
    several = names_more(findings, head)
    if award.rule == "award.named" and award.id is None and all(one.fields[name] is None for name in _PARTS):
        if any(_is_glossed(award, other, findings) for other in others):
            return True
        described = award.start < head and not several and _is_headlines(award, findings, head)
        return described and any(_names(award, other, findings) for other in others)
    if part is None or award.id is None or part.start >= head or not findings.text.startswith("ด้าน", part.start):
        return False
    told = [other for other in others if _tells_part(award, other, head)]
    return (len(told) > several and _is_headlines(part, findings, head)) or any(_is_nested(part, o, findings) for o in told)


def names_more(findings: Findings, end: int) -> bool:
    """Whether the text up to `end` tells of several prizes."""
    return _SEVERAL.search(findings.text, 0, end) is not None


def _names_part_of(award: Span, part: Span | None, one: ConferralFound, other: ConferralFound, findings: Findings) -> bool:
    """Whether a prize that no list knows is a category of another prize, or has the same category and tells less."""
    programme = other.fields["award"]
    if programme is None or programme.start == award.start:
        return False
    text = findings.text
    name = core_of(text[award.start : award.end])
    classes = [core_of(text[c.start : c.end]) for f in ("branch", "category") if (c := other.fields[f]) is not None]
    if part is None:
        plain = all(one.fields[field] is None for field in _PARTS)
        return plain and len(name) >= _SHORTEST and any(name in other_part for other_part in classes)
    if award.rule != "award.named" or one.fields["branch"] is not None:
        return False
    less = sum(span is not None for span in one.fields.values()) < sum(span is not None for span in other.fields.values())
    return less and core_of(text[part.start : part.end]) in classes


def _is_glossed(award: Span, other: ConferralFound, findings: Findings) -> bool:
    """Whether a bracket behind a prize's name has the name of another conferral's award."""
    name, gloss = other.fields["award"], _GLOSS.match(findings.text, award.end)
    return (
        name is not None
        and gloss is not None
        and name.start > award.start
        and core_of(gloss["name"]) in core_of(findings.text[name.start : name.end])
    )


def _names(award: Span, other: ConferralFound, findings: Findings) -> bool:
    """Whether another conferral has the name of a prize that a headline describes."""
    name = other.fields["award"]
    if name is None or name.id is None or name.start <= award.start:
        return False
    return _ANOTHER.search(findings.text, award.end, name.start) is None or "\n" in findings.text[award.end : name.start]


def _tells_part(award: Span, other: ConferralFound, head: int) -> bool:
    """Whether another conferral is of the same prize that the gazetteer knows, in a category told below the headline."""
    name, part = other.fields["award"], other.fields["category"]
    return name is not None and name.id == award.id and part is not None and part.start >= head


def _is_headlines(span: Span, findings: Findings, head: int) -> bool:
    """Whether the text below the headline never says what `span` does."""
    return core_of(findings.text[span.start : span.end]) not in core_of(findings.text[head:])


def _is_nested(part: Span, other: ConferralFound, findings: Findings) -> bool:
    """Whether the text has another conferral's category as a class within the field `part`: ด้าน ก ประเภทรางวัล ข."""
    classed, text = other.fields["category"], findings.text
    if classed is None:
        return False
    return f"{core_of(text[part.start : part.end])}ประเภท{core_of(text[classed.start : classed.end])}" in core_of(text)
