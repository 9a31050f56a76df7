"""From the reader's candidates to the article's conferrals: names resolved, years spread, the same one told twice made one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.assemble.label_sense import AROUND, SIDE_BY_SIDE, as_category
from extractor.assemble.merging import core_of, fold, merge
from extractor.document import Span
from extractor.lexicon import Agency, Award, AwardPart

if TYPE_CHECKING:
    from extractor.assemble.draft import Candidate
    from extractor.assemble.findings import Findings, Party
    from extractor.lexicon import Lexicon
    from extractor.match.label import Label

FIELDS = ("award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent")


@dataclass(slots=True)
class ConferralFound:
    """A conferral: a span a field (or None), its status, what told it, how sure it is, and its parties' keys."""

    fields: dict[str, Span | None]
    status: str
    confidence: float
    rule: str
    cue: Span | None
    at: int
    recipient: Party | None


def assemble_conferrals(
    findings: Findings, candidates: list[Candidate], lexicon: Lexicon, *, heading: str = "conferred"
) -> list[ConferralFound]:
    """The article's conferrals, in the order in which it tells them.

    Args:
        findings: what matching found.
        candidates: what the reader told off.
        lexicon: the gazetteers, for a part's programme.
        heading: what the headline says of the award; what no verb tells otherwise in the text takes it.

    Returns:
        One entry for each conferral; those nominated, described or drawn by lot have that status and are for the caller
        to keep apart.
    """
    text = findings.text
    names = _programmes(findings)
    found = []
    for candidate in candidates:
        conferral = _one(candidate, findings, names, lexicon)
        if conferral is not None:
            if heading != "conferred" and conferral.status == "conferred" and not candidate.verb:
                conferral.status = heading
            found.append(conferral)
    _same_names(found, names, text)
    _spread_years(found, findings)
    return merge(found, findings)


@dataclass(slots=True)
class _Names:
    """The programmes of an article: by row, the main one, and those without a row by their cores.

    `dated` has the keys of those with a year or number beside them; `rules` is whether the main one is a known programme
    that the headline names, so that a prize named by its shape alone is one of its prizes.
    """

    by_row: dict[str, Label]
    main: Label | None
    cores: list[tuple[str, Label]]
    dated: frozenset[str]
    rules: bool


_AWARDS = re.compile(r"(?:Awards?|AWARDS?|อวอร์ดส?์?)$")


def _programmes(findings: Findings) -> _Names:
    """The programmes that the article names: the first full mention of each, and the one it is about."""
    by_row: dict[str, Label] = {}
    votes: Counter[str] = Counter()
    first: dict[str, Label] = {}
    stated: set[str] = set()
    titled: set[str] = set()
    title_end = findings.title.end if findings.title else 0
    labels = findings.labels
    for at, label in enumerate(labels):
        if label.kind != "award":
            continue
        dated = any(other.kind == "year" and 0 <= other.outer - label.until <= 12 for other in labels[at + 1 : at + 3])
        key = label.row.id if label.row is not None else fold(findings.text[label.start : label.end])
        if isinstance(label.row, Award):
            known = by_row.get(label.row.id)
            if known is None or _weight(findings.text, label) > _weight(findings.text, known):
                by_row[label.row.id] = label
        first.setdefault(key, label)
        if dated:
            stated.add(key)
        if label.start < title_end:
            titled.add(key)
        votes[key] += (3 if label.start < title_end else 1) + (label.row is not None) + (dated and label.start > title_end)
    topic = votes.most_common(1)[0][0] if votes else None
    main = first[topic] if topic is not None else None
    names_itself = main is not None and (main.row is not None or _AWARDS.search(findings.text, main.start, main.end) is not None)
    rules = names_itself and topic in stated & titled
    return _Names(by_row, main, _cores(findings), frozenset(stated | titled), rules)


# รางวัล ITA
_ABBREVIATION = re.compile(r"(?:รางวัล)?[ ]?[A-Z]{2,7}")


def _weight(text: str, label: Label) -> int:
    """How well a mention names its programme: one that calls it a prize before one that does not, no bare abbreviation."""
    name = text[label.start : label.end]
    if _ABBREVIATION.fullmatch(name):
        return 0
    return (2 if name.startswith(("รางวัล", "การประกวด", "การแข่งขัน")) or name.endswith(("Awards", "Award", "Prize")) else 0) + (
        len(name) >= 10
    )


def _cores(findings: Findings) -> list[tuple[str, Label]]:
    """The core of each name that no gazetteer has, once, with the mention that speaks for it."""
    text = findings.text
    labels = findings.labels
    title_end = findings.title.end if findings.title else 0
    cores: list[tuple[str, Label, bool]] = []
    for at, label in enumerate(labels):
        if label.kind != "award" or label.row is not None:
            continue
        core = core_of(text[label.start : label.end])
        if len(core) < 4:
            continue
        dated = any(other.kind == "year" and 0 <= other.outer - label.until <= 12 for other in labels[at + 1 : at + 3])
        for index, (known, _, has_year) in enumerate(cores):
            if core == known or (min(len(core), len(known)) >= 6 and (core in known or known in core)):
                if (dated and not has_year) or _spelt_out(known, core, cores[index][1], title_end):
                    cores[index] = (known, label, dated)
                break
        else:
            cores.append((core, label, dated))
    return [(core, label) for core, label, _ in cores]


_THAI = re.compile(r"[ก-๎]+")


def _spelt_out(short: str, core: str, label: Label, title_end: int) -> bool:
    """Whether the text spells out the name that the headline shortens: รางวัลตำบลดี → รางวัลตำบลดีตามรอยพ่อ."""
    return label.start < title_end and len(core) > len(short) and core.startswith(short) and _THAI.fullmatch(core) is not None


# prizes that go to a person, not to the body that the person heads
_PERSONAL = re.compile(
    r"นัก|ผู้(?!ประกอบ|ผลิต|ส่งออก)|บุคคล|ซีอีโอ|CEO|CFO|Minister|Leader|Person|Executive|Entrepreneur|Wom[ae]n|Man\b|คน|ข้าราชการ|ศิลปิน|ครู|อาจารย์|แม่|พ่อ|สตรี|เยาวชน|แพทย์|พยาบาล|อาสาสมัคร|ศิษย์เก่า|เกษตรกร|กำนัน|ปลัด|นายอำเภอ|ผู้ว่า|เสมา|สมเด็จ|นายก"
)


def _fuller(findings: Findings, party: Party) -> Span:
    name = findings.organisations[party.key].name if 0 <= party.key < len(findings.organisations) else party.name
    return name if name.end - name.start > party.name.end - party.name.start else party.name


def _one(candidate: Candidate, findings: Findings, names: _Names, lexicon: Lexicon) -> ConferralFound | None:
    text = findings.text
    labels = _complete(candidate.labels, names, lexicon)
    award = labels.get("award")
    if award is None and names.main is not None:
        labels["award"] = names.main
    if "award" not in labels and not labels.keys() & {"level", "category", "branch"}:
        return None
    _put_under(labels, names, text)
    fields: dict[str, Span | None] = dict.fromkeys(FIELDS)
    for kind, label in labels.items():
        fields[kind] = _span(label, text)
    fields["work"] = candidate.work
    recipient = candidate.recipient
    if recipient is not None and recipient.kind == "person" and candidate.stands_for is not None:
        named = " ".join(text[label.start : label.until + (40 if kind == "award" else 0)] for kind, label in labels.items())
        if not _PERSONAL.search(named):
            recipient = candidate.stands_for
    if recipient is not None:
        fields["recipient"] = recipient.name
        if candidate.in_title and recipient.kind == "organisation":  # a headline's short form, told in full below
            fields["recipient"] = _fuller(findings, recipient)
        fields["parent"] = recipient.body
    if fields["recipient"] is None and fields["work"] is None:
        return None
    above = candidate.parent
    if above is not None and (fields["parent"] is None or (recipient is not None and recipient.kind != "organisation")):
        fields["parent"] = above.name
    if fields["parent"] is None and recipient is not None and candidate.above is not None:
        fields["parent"] = _superior(recipient, candidate.above, findings, lexicon)
    known = sum(fields[name] is not None for name in ("award", "year", "category", "level", "work", "recipient"))
    confidence = 0.4 + 0.08 * known
    if award is not None and award.row is not None:
        confidence += 0.1
    if candidate.subject_only:
        confidence -= 0.2
    confidence = round(min(0.95, confidence), 2)
    return ConferralFound(fields, candidate.status, confidence, candidate.rule, candidate.cue, candidate.at, recipient)


def _put_under(labels: dict[str, Label], names: _Names, text: str) -> None:
    """Makes a prize the category of its programme: one that the gazetteer knows as part of another, or that has no year."""
    award = labels.get("award")
    if award is None:
        return
    programme = None
    if isinstance(award.row, Award):
        programme = names.by_row.get(award.row.part_of or "")
    elif names.rules and award.rule in _OWN_SHAPES and fold(text[award.start : award.end]) not in names.dated:
        programme = names.main
    if programme is not None:
        labels.setdefault("category", as_category(text, award))
        labels["award"] = programme


_OWN_SHAPES = frozenset({"award.named", "award.quoted", "award.latin", "award.latin_named", "award.of_the_year", "award.plaque"})


def _superior(recipient: Party, above: Party, findings: Findings, lexicon: Lexicon) -> Span | None:
    """The body that introduces a list, where the gazetteer knows that the recipient is one of its own."""
    if recipient.kind != "organisation" or above.kind != "organisation":
        return None
    agencies = lexicon.rows["agencies"]
    wanted = findings.organisations[above.key].name.id if 0 <= above.key < len(findings.organisations) else None
    row = (
        agencies.get(findings.organisations[recipient.key].name.id or "")
        if 0 <= recipient.key < len(findings.organisations)
        else None
    )
    for _ in range(3):
        if not isinstance(row, Agency) or row.parent is None or wanted is None:
            return None
        if row.parent == wanted:
            return above.name
        row = agencies.get(row.parent)
    return None


def _complete(found: dict[str, Label], names: _Names, lexicon: Lexicon) -> dict[str, Label]:
    """The labels with the programme that a known category or branch belongs to; a branch of another category is dropped."""
    labels = dict(found)
    for kind in ("category", "branch"):
        part = labels.get(kind)
        if part is None or not isinstance(part.row, AwardPart):
            continue
        programme = names.by_row.get(part.row.award)
        award = labels.get("award")
        if programme is not None and (award is None or part.own or award.row is None or award.row.id != part.row.award):
            labels["award"] = programme
        branch = labels.get("branch")
        if kind == "category" and part.row.parent and branch is not None and isinstance(branch.row, AwardPart):
            above = lexicon.rows["award_parts"].get(branch.row.id)
            if branch.row.id != part.row.parent and getattr(above, "parent", None) != part.row.parent:
                labels.pop("branch")
    return labels


_OPENED = re.compile(r"(?:โล่)?รางวัล[ ]?[“\"]")


def _span(label: Label, text: str) -> Span:
    row_id = label.row.id if label.row is not None else None
    start, end = label.start, label.end
    if label.kind == "award" and label.rule != "award.quoted":
        inner = text[start:end]
        if inner[:1] in '“"' and inner[-1:] in '”"':
            start, end = start + 1, end - 1
        opened = _OPENED.match(text, start, end)
        if opened is not None and not any(mark in text[opened.end() : end] for mark in '”"'):
            start = opened.end()  # รางวัล “ก Awards 2024”: the year stands within the marks, and the name without them
    value = label.value
    return Span(start, end, label.rule, value=value, id=row_id)


def programme_key(text: str, award: Span) -> str:
    """What makes two mentions the same programme: the gazetteer's id, or what is left of the name without รางวัล and marks."""
    return award.id if award.id is not None else fold(text[award.start : award.end])


# ------------------------------------------------------------------ years


def _spread_years(found: list[ConferralFound], findings: Findings) -> None:
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
            beside.setdefault((key, other.kind), other)
            until = other.until
    _share_years(beside, labels, text)
    _spread_level(found, findings)
    for conferral in found:
        award = conferral.fields["award"]
        if award is None or conferral.status == "past":
            continue
        key = programme_key(text, award)
        for kind in ("year", "edition"):
            stated = beside.get((key, kind))
            if stated is not None and conferral.fields[kind] is None:
                conferral.fields[kind] = _span(stated, text)


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
    awards = {conferral.fields["award"].id for conferral in found if conferral.fields["award"] is not None}
    if len(levels) != 1 or len(awards) != 1 or None in awards:
        return
    level = next(iter(levels.values()))
    if getattr(level.row, "scale", None) not in _ONCE:
        return
    for conferral in found:
        if conferral.fields["level"] is None and conferral.fields["category"] is None:
            conferral.fields["level"] = _span(level, findings.text)


def _same_names(found: list[ConferralFound], names: _Names, text: str) -> None:
    """Gives one programme one name throughout.

    Of the gazetteer's forms it is the first that is no mere abbreviation; of names that share their core (รางวัล “ก ข ค”,
    การประกวด ก ข ค) the one that the year stands beside, else the first.
    """
    for conferral in found:
        award = conferral.fields["award"]
        if award is None:
            continue
        if award.id is not None and award.id in names.by_row:
            conferral.fields["award"] = _span(names.by_row[award.id], text)
        elif award.id is None:
            core = core_of(text[award.start : award.end])
            same = [(core_of(text[label.start : label.end]), label) for label in names.by_row.values()]
            for known, label in (*same, *names.cores):
                if core == known or (min(len(core), len(known)) >= 6 and (core in known or known in core)):
                    conferral.fields["award"] = _span(label, text)
                    break
