"""Joins the forms under which an article names one body."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from extractor.document import OrganisationFound, Span
from extractor.match.organisation_aliases import KIND_ALONE
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.lexicon import Lexicon

_LAST = chr(0x10FFFF)  # sorts behind every letter

_DROPPED = sought(r"[\s\"“”.’']+")
# บริษัท … จำกัด (มหาชน): legal form, not name
_LEGAL = re.compile(r"^(?:บริษัท|บมจ|บจก)|(?:จำกัด)?(?:\((?:มหาชน|องค์การมหาชน)\))?$")
# กรมประมง| (|กปม.), กปม.| หรือ |กรมประมง, Digital Economy Promotion Agency| : |depa
_SHORT_HEADS = (
    (re.compile(r"^(?:ร\.ร\.|รร\.)"), "โรงเรียน"),
    (re.compile(r"^(?:รพ\.สต\.|รพสต\.)"), "โรงพยาบาลส่งเสริมสุขภาพตำบล"),
    (re.compile(r"^รพ\."), "โรงพยาบาล"),
    (re.compile(r"^มรภ\."), "มหาวิทยาลัยราชภัฏ"),
    (re.compile(r"^มทร\."), "มหาวิทยาลัยเทคโนโลยีราชมงคล"),
    (re.compile(r"^ม\.(?=[ก-๎]{3})"), "มหาวิทยาลัย"),
    (re.compile(r"^สนง\.?"), "สำนักงาน"),
    (re.compile(r"^อบต\."), "องค์การบริหารส่วนตำบล"),
    (re.compile(r"^อบจ\."), "องค์การบริหารส่วนจังหวัด"),
    (re.compile(r"^ทต\."), "เทศบาลตำบล"),
    (re.compile(r"^ทม\."), "เทศบาลเมือง"),
    (re.compile(r"^ทน\."), "เทศบาลนคร"),
    (re.compile(r"^สภ\."), "สถานีตำรวจภูธร"),
    (re.compile(r"^สน\."), "สถานีตำรวจนครบาล"),
    (re.compile(r"^ธ\.(?=[ก-๎]{3})"), "ธนาคาร"),
)
_BETWEEN = re.compile(r"(?P<bracket>\ ?\(\ ?(?:หรือ\ )?)|(?P<or>\ ?หรือ\ ?)|\ ?[:/,]\ ?|\ [–-]\ ")
_CLOSES = re.compile(r"\ ?[):,/]|\ [–-]\ ")
_ABBREVIATED = re.compile(r"[ก-ฮ. ]{1,10}")
_DIGIT = re.compile(r"\d|จังหวัด|อำเภอ|ตำบล|เขต|ภาค")
# What tells one body of a kind from the next: …จังหวัดตาก, …เขต 2, …และแผนงาน
_OTHER_BODY = re.compile(r"จังหวัด|อำเภอ|ตำบล|เขต|ภาค|สาขา|ที่|และ|\d|จำกัด|\(")
# Bodies of which there is one: a name that differs by a slip is the same.
_SINGLE = re.compile(r"กระทรวง|กรม|สำนัก|คณะกรรมการ|สถาบัน|องค์การ|ธนาคาร|มหาวิทยาลัย")


@lru_cache(maxsize=4096)
def _keys(words: str) -> tuple[str, ...]:
    """By what a form is known again: its letters, those of the name proper, and those of the name written out."""
    folded, written = _DROPPED.sub("", words).lower(), _written_out(words)
    return folded, _LEGAL.sub("", folded) or folded, folded if written == words else _DROPPED.sub("", written).lower()


class _Groups:
    """Mentions sorted into bodies; two groups found to be one body are joined."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[list[Span]] = []
        self._roots: list[int] = []
        self._by_key: dict[str, int] = {}
        self._added: dict[tuple[str, str | None], int] = {}

    def add(self, mention: Span) -> int:
        """Puts a mention to those of the same words or the same gazetteer row, and returns the group's number."""
        words = self.text[mention.start : mention.end]
        group = self._added.get((words, mention.id))
        if group is None:
            group = self._added[words, mention.id] = self._group(words, mention.id)
        self.spans[group].append(mention)
        return group

    def _group(self, words: str, row: str | None) -> int:
        """The group of a form, of the gazetteer's `row` or none; groups that the form shows to be one body are joined."""
        keys = [*_keys(words), "#" + row] if row else _keys(words)
        known = [self._by_key[key] for key in keys if key in self._by_key]
        if not known:
            known = [len(self.spans)]
            self.spans.append([])
            self._roots.append(known[0])
        for other in known[1:]:
            self.join(known[0], other)
        for key in keys:
            self._by_key.setdefault(key, known[0])
        return known[0]

    def root(self, at: int) -> int:
        while self._roots[at] != at:
            self._roots[at] = at = self._roots[self._roots[at]]
        return at

    def join(self, left: int, right: int) -> None:
        first, second = sorted((self.root(left), self.root(right)))
        self._roots[second] = first

    def name(self, group: int) -> str:
        """The words of a group's first mention, without spaces."""
        first = self.spans[group][0]
        return _DROPPED.sub("", self.text[first.start : first.end])

    def known(self, group: int) -> bool:
        """Whether the gazetteer knows a form of the group."""
        return any(span.id is not None for span in self.spans[group])

    def named(self, group: int) -> bool:
        """Whether a form of the body is more than an abbreviation."""
        root = self.root(group)
        return any(
            _is_name(self.text[span.start : span.end])
            for at, spans in enumerate(self.spans)
            if self.root(at) == root
            for span in spans
        )

    def bodies(self) -> Iterator[list[Span]]:
        """Each body's mentions in the text's order."""
        merged: dict[int, list[Span]] = {}
        for at, spans in enumerate(self.spans):
            merged.setdefault(self.root(at), []).extend(spans)
        for spans in merged.values():
            yield sorted(spans, key=lambda span: span.start)


def join_organisations(text: str, mentions: Sequence[Span], lexicon: Lexicon) -> list[OrganisationFound]:
    """One entry for each body among `mentions`, in order of first mention.

    กรมประมง … (กปม.) … กปม. yields one entry, name กรมประมง, alias กปม.
    """
    groups = _Groups(text)
    numbers = [groups.add(mention) for mention in mentions]
    for at, right in enumerate(mentions[1:]):
        if _adjoined(text, mentions[at], right) and not _belongs_elsewhere(
            groups, mentions[at], right, numbers[at], numbers[at + 1]
        ):
            groups.join(numbers[at], numbers[at + 1])
    _join_kinds(groups, mentions, numbers)
    names = [groups.name(at) for at in range(len(groups.spans))]
    _join_cut_short(groups, names, lexicon)
    _join_misspelt(groups, names)
    return [_entry(text, spans) for spans in groups.bodies()]


def _written_out(form: str) -> str:
    """The name with its head word in full: ร.ร.บ้านนา → โรงเรียนบ้านนา."""
    if "." not in form and not form.startswith("สนง"):
        return form
    for short, full in _SHORT_HEADS:
        name, count = short.subn(full, form, count=1)
        if count:
            return name
    return form


def _adjoined(text: str, left: Span, right: Span) -> bool:
    """Whether only a bracket or หรือ stands between two mentions, the second an other form of the first."""
    between = _BETWEEN.fullmatch(text, left.end, right.start) if right.start - left.end <= 8 else None
    if between is None:
        return False
    if between.group("bracket"):
        return _CLOSES.match(text, right.end) is not None
    if between.group("or"):
        return right.rule == "organisation.bracket" or not _is_name(text[right.start : right.end])
    return right.rule in {"organisation.bracket", "organisation.foreign"} and text.endswith("(", 0, left.start)


# กองคลัง (ปภ.): a unit with the letters of the department that it is of
_UNIT = re.compile("กอง(?!ทุน|ทัพ)|กลุ่ม|ฝ่าย|ส่วน|สำนัก(?!งาน)|ศูนย์")


def _belongs_elsewhere(groups: _Groups, left: Span, right: Span, left_group: int, right_group: int) -> bool:
    """Whether a bracket tells the body above: กองยุทธศาสตร์และแผนงาน (พก.), where พก. is a department named in full elsewhere.

    So do letters that the gazetteer knows as another body's and that do not shorten the unit's name: กองคลัง (ปภ.).
    """
    text = groups.text
    if groups.root(left_group) == groups.root(right_group) or _is_name(text[right.start : right.end]):
        return False
    if right.id is not None and left.id is None and "ก" <= text[right.start] <= "ฮ" and _UNIT.match(text, left.start):
        return not _shortens(text[right.start : right.end].replace(".", ""), text[left.start : left.end])
    return groups.named(left_group) and groups.named(right_group)


def _shortens(letters: str, name: str) -> bool:
    """Whether the letters stand in the name in their order, the first one first."""
    at = 0 if name.startswith(letters[:1]) else len(name)
    for letter in letters:
        at = name.find(letter, at) + 1
        if at == 0:
            return False
    return True


def _join_kinds(groups: _Groups, mentions: Sequence[Span], numbers: list[int]) -> None:
    """Joins กรมฯ with the one กรม that the text names before it."""
    for mention, number in zip(mentions, numbers, strict=True):
        if mention.rule == KIND_ALONE:
            kind = groups.text[mention.start : mention.end - 1]
            before = [
                at
                for other, at in zip(mentions, numbers, strict=True)
                if other.end <= mention.start and other.rule != KIND_ALONE and groups.text.startswith(kind, other.start)
            ]
            if before:
                groups.join(number, before[-1])


def _join_cut_short(groups: _Groups, names: Sequence[str], lexicon: Lexicon) -> None:
    """Joins คณะกรรมการตรวจประเมินฯ, or สำนักงานสลาก, with the one full name that it cuts short."""
    by_name = sorted((name, at) for at, name in enumerate(names))
    for at, name in enumerate(names):
        stem = name.removesuffix("ฯ")
        if len(stem) < 8 or (stem == name and (len(name) < 10 or groups.known(at))):
            continue
        begun = by_name[bisect_left(by_name, (stem, 0)) : bisect_left(by_name, (stem + _LAST, 0))]
        full = sorted(other for long, other in begun if other != at and long != name)
        if stem == name:
            provinces = tuple(form for row in lexicon.of("provinces") for form in row.forms) if full else ()
            full = [
                other
                for other in full
                if not _OTHER_BODY.match(names[other], len(stem)) and not names[other].startswith(provinces, len(stem))
            ]
        if full and (stem != name or len(full) == 1):
            groups.join(at, full[0])


def _join_misspelt(groups: _Groups, names: Sequence[str]) -> None:
    """Joins a name that the gazetteer does not know with one that it knows and that differs by a slip: กรมสรรพกร."""
    known = [(at, name) for at, name in enumerate(names) if groups.known(at)]
    for at, name in enumerate(names):
        if len(name) < 9 or not _SINGLE.match(name) or _DIGIT.search(name) or groups.known(at):
            continue
        for other, full in known:
            if (
                abs(len(full) - len(name)) < 3
                and Levenshtein.distance(full, name, score_cutoff=1 + len(name) // 20) <= len(name) // 20 + 1
            ):
                groups.join(at, other)
                break


def _entry(text: str, spans: list[Span]) -> OrganisationFound:
    forms: dict[str, Span] = {}
    for span in spans:
        forms.setdefault(" ".join(text[span.start : span.end].split()), span)
    fullest = max(forms, key=lambda form: (_is_name(form), not form.endswith("ฯ"), len(form)))
    return OrganisationFound(forms[fullest], [span for form, span in forms.items() if form != fullest], spans)


def _is_name(form: str) -> bool:
    """Whether a form is Thai and no mere abbreviation."""
    return "ก" <= form[0] <= "๎" and not _ABBREVIATED.fullmatch(form)
