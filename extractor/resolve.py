"""Joins the forms under which an article names one body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.document import OrganisationFound, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.lexicon import Lexicon

_DROPPED = re.compile(r"[\s\"“”.’']+")
# บริษัท … จำกัด (มหาชน): legal form, not name
_LEGAL = re.compile(r"^(?:บริษัท|บมจ|บจก|กลุ่มบริษัท)|(?:จำกัด)?(?:\((?:มหาชน|องค์การมหาชน)\))?$")
_OPEN = re.compile(r"\ ?\(\ ?(?:หรือ\ )?|\ หรือ\ ?|(?<=[A-Za-z])\ ?[:/,]\ ?")


def join_organisations(text: str, mentions: Sequence[Span], lexicon: Lexicon) -> list[OrganisationFound]:
    """One entry for each body among `mentions`, in order of first mention.

    กรมประมง … (กปม.) … กปม. yields one entry, name กรมประมง, alias กปม.
    """
    del lexicon
    groups: list[list[Span]] = []
    by_key: dict[str, int] = {}
    parent: list[int] = []

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    def join(left: int, right: int) -> None:
        left, right = sorted((root(left), root(right)))
        parent[right] = left

    joins: list[tuple[int, int, Span, Span]] = []
    previous: Span | None = None
    previous_group = -1
    for mention in mentions:
        written = text[mention.start : mention.end]
        folded = _DROPPED.sub("", written).lower()
        keys = [folded, _LEGAL.sub("", folded) or folded]
        if mention.id is not None:
            keys.append("#" + mention.id)
        known = [by_key[key] for key in keys if key in by_key]
        if known:
            group = known[0]
            for other in known[1:]:
                join(group, other)
        else:
            group = len(groups)
            groups.append([])
            parent.append(group)
        for key in keys:
            by_key.setdefault(key, group)
        groups[group].append(mention)
        if previous is not None and _joined(text, previous, mention):
            joins.append((previous_group, group, previous, mention))
        previous, previous_group = mention, group

    full = [any(_thai(text[span.start : span.end]) for span in spans) for spans in groups]
    for left, right, before, behind in joins:
        # กองยุทธศาสตร์และแผนงาน (พก.), where พก. is the department that the article names in full elsewhere
        if not (full[right] and behind.id is not None and before.id != behind.id and not _thai(text[behind.start : behind.end])):
            join(left, right)
    _join_short(text, groups, join)
    merged: dict[int, list[Span]] = {}
    for at, spans in enumerate(groups):
        merged.setdefault(root(at), []).extend(spans)
    return [_entry(text, sorted(spans, key=lambda span: span.start)) for spans in merged.values()]


def _joined(text: str, left: Span, right: Span) -> bool:
    """Whether only a bracket or หรือ stands between two mentions, the second an other form of the first."""
    between = text[left.end : right.start]
    if len(between) > 8:
        return False
    opened = _OPEN.fullmatch(between)
    if not opened:
        return False
    if "(" in between:
        return right.end < len(text) and text[right.end : right.end + 2].lstrip(" ")[:1] in {")", ":", ",", "/"}
    if "หรือ" in between:
        return right.end - right.start <= 14
    return left.rule == "organisation.bracket" and right.rule == "organisation.bracket"


def _join_short(text: str, groups: list[list[Span]], join: object) -> None:
    """Join …ฯ with the full name it cuts short."""
    assert callable(join)
    names = [_DROPPED.sub("", text[spans[0].start : spans[0].end]) for spans in groups]
    for at, name in enumerate(names):
        if name.endswith("ฯ") and len(name) > 8:
            stem = name[:-1]
            for other, full in enumerate(names):
                if other != at and full.startswith(stem):
                    join(at, other)
                    break


def _entry(text: str, spans: list[Span]) -> OrganisationFound:
    forms: dict[str, Span] = {}
    for span in spans:
        forms.setdefault(" ".join(text[span.start : span.end].split()), span)
    fullest = max(forms, key=lambda form: (_thai(form), not form.endswith("ฯ"), len(form)))
    return OrganisationFound(forms[fullest], [span for form, span in forms.items() if form != fullest], spans)


def _thai(form: str) -> bool:
    """Whether a form is Thai and no mere abbreviation."""
    return "ก" <= form[0] <= "๎" and not re.fullmatch(r"[ก-ฮ. ]{1,10}", form)
