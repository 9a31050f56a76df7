"""Years, editions and levels that the article states once and that hold for several conferrals."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.assemble.conferral import ConferralFound, fold, programme_key, span_of
from extractor.assemble.label_sense import AROUND, OTHER_YEAR, SIDE_BY_SIDE, SINCE
from extractor.lexicon import AwardPart
from extractor.match.label_levels import TIERS

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings
    from extractor.match.label import Label


def spread_years(found: list[ConferralFound], findings: Findings) -> None:
    """Gives a conferral without year or edition the one that the article states beside its award's name elsewhere."""
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
        if before is not None and before.kind == "edition" and 0 <= label.start - before.until <= 2:
            beside.setdefault((key, "edition"), before)
        until = label.until
        for other in labels[at + 1 : at + 4]:
            if other.kind not in {"year", "edition"} or other.outer - until > 34 or "\n" in text[until : other.outer]:
                break
            if other.kind == "edition" and AROUND.search(text[until : other.outer]):
                break
            if other.kind == "year" and SINCE.search(text[until : other.outer]):
                break
            beside.setdefault((key, other.kind), other)
            until = other.until
    _share_years(beside, labels, text)
    _spread_level(found, findings)
    general = _general_year(findings)
    keys = {programme_key(text, award) for conferral in found if (award := conferral.fields["award"]) is not None}

    def others(year: Label, key: str) -> bool:
        """Whether a bare year belongs to the name of another programme that is conferred here."""
        return year.rule == "year.bare" and any(
            label is year and kind == "year" and other != key and other in keys for (other, kind), label in beside.items()
        )

    for conferral in found:
        award = conferral.fields["award"]
        if award is None or conferral.status == "past":
            continue
        key = programme_key(text, award)
        for kind in ("year", "edition"):
            stated = beside.get((key, kind))
            if stated is None and kind == "year" and general is not None and not others(general, key):
                stated = general
            if stated is not None and conferral.fields[kind] is None:
                conferral.fields[kind] = span_of(stated, text)


def _general_year(findings: Findings) -> Label | None:
    """The year that the article states beside names of awards and their parts, where it states one only."""
    text = findings.text
    stated: dict[object, Label] = {}
    for before, label in pairwise(findings.labels):
        if label.kind != "year" or before.kind == "year" or not 0 <= label.outer - before.until <= 34:
            continue
        if not OTHER_YEAR.search(text[max(0, label.outer - 60) : label.outer]):
            stated.setdefault(label.value, label)
    return next(iter(stated.values())) if len(stated) == 1 else None


def _share_years(beside: dict[tuple[str, str], Label], labels: list[Label], text: str) -> None:
    """รางวัล ก รางวัล ข และรางวัล ค ประจำปี 2567: the year behind the last is that of all."""
    awards = [label for label in labels if label.kind == "award"]
    for label, following in reversed(list(pairwise(awards))):
        if not SIDE_BY_SIDE.fullmatch(text[label.until : following.outer]):
            continue
        key, last = (one.row.id if one.row is not None else fold(text[one.start : one.end]) for one in (label, following))
        if (last, "year") in beside:
            beside.setdefault((key, "year"), beside[last, "year"])


_ONCE = frozenset({"gecc", "quality", "pmqa", "green-industry", "metal", "itagrade"})


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
    for conferral in found:
        if conferral.fields["level"] is None and conferral.fields["category"] is None:
            conferral.fields["level"] = span_of(level, findings.text)
