"""Which of the names that an article gives to awards is the one that a conferral belongs to, as a learned model chooses.

The rules give each conferral a name by precedence: the nearest, the known, the one the article is about. The model sees what they
found for the whole article (how often and where each name stands, with a year or not, known or not, near or far from the
winner, what the other conferrals have) and changes the choice only where another name is clearly more likely. It never makes a
name of its own. docs/model.md tells how it was trained, and what it gains.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from extractor.assemble.conferral import CONFERRED, core_of, fold, span_of
from extractor.assemble.findings import Findings
from extractor.assemble.programmes import ABBREVIATION, are_apart, is_of_earlier, praised
from extractor.assemble.siblings import ALONE, siblings_of
from extractor.assemble.trees import Trees
from extractor.document import Span
from extractor.gazetteer_rows import Row
from extractor.match.label import IN_ROW, OF_TABLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extractor.assemble.conferral import ConferralFound

MODEL = Path(__file__).with_name("award_choice.json")
# by how much more likely another name has to be than that which the rules gave
_MARGIN = 0.1
# names and conferrals in one article beyond which it is left as the rules read it: the work grows with both
_NAMES = 30
_CONFERRALS = 150
# mentions of a name that are compared with another's
_MENTIONS = 20
# characters behind a name within which a year or number is the award's
_NEXT = 12
_FAR = 9999

_HEADS = ("รางวัล", "การประกวด", "ประกวด", "การแข่งขัน", "แข่งขัน", "โครงการ", "เวที", "งาน", "การ")
_RULES = ("gazetteer", "named", "quoted", "latin", "latin_named", "contest", "contest_proper", "plaque", "of_the_year", "part")
_ENDS_AWARD = re.compile(r"(?:awards?|prize)$")
_RANK = re.compile(r"ชนะเลิศ|เหรียญ|ชมเชย|อันดับ")
_SUPERLATIVE = re.compile(r"ยอดเยี่ยม|ยอดนิยม|ขวัญใจ|best")


@dataclass(slots=True)
class Name:
    """A name of an award as it is first written, and all its mentions; `kin` tells the `order` of those of its programme."""

    key: str
    span: Span
    said: str
    core: str
    order: int
    row: Row | None = None
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    rules: set[str] = field(default_factory=set)
    dated: int = 0
    numbered: int = 0
    titled: int = 0
    share: float = 0.0
    kin: frozenset[int] = frozenset()
    features: dict[str, float] = field(default_factory=dict)
    """What the model asks of the name itself, whoever is honoured; filled in when all the names are known."""

    def behind(self, position: int) -> int:
        """How far before `position` the last mention ends."""
        at = bisect_right(self.starts, position) - 1
        return max(position - self.ends[at], -1) if at >= 0 else _FAR

    def ahead(self, position: int) -> int:
        """How far behind `position` the next mention begins."""
        at = bisect_right(self.starts, position)
        return self.starts[at] - position if at < len(self.starts) else _FAR


def choose_awards(found: Sequence[ConferralFound], findings: Findings) -> None:
    """Gives conferrals another of the article's names of awards, where the model holds that for clearly more likely."""
    model = _model()
    text, apart = findings.text, siblings_of(findings)
    outright = [conferral for conferral in found if _told_outright(text, conferral, conferral.fields["award"])]
    several = len({_key(conferral.fields["award"], text) for conferral in outright}) > 1
    several = several and len({conferral.recipient.key for conferral in outright if conferral.recipient is not None}) > 1
    for conferral, options in read_options(found, findings):
        if several and any(conferral is other for other in outright):
            continue  # each of several winners is told to have received another
        given = conferral.fields["award"]
        if (
            _turned_to(text, conferral)
            or conferral.rule == "conferral.royal"
            or is_of_earlier(conferral, found)
            or (given is not None and given.rule in {ALONE, IN_ROW, OF_TABLE})
        ):
            continue
        name, _ = options[best(model, [features for _, features in options])]
        if given is not None and name.row is not None and given.id == name.row.id and ABBREVIATION.fullmatch(name.said):
            continue  # of one programme's names its abbreviation says least
        if given is not None and are_apart(text, given, name.span, apart):
            continue  # each stands beside the other
        if given is not None and praised(name.core) == core_of(text[given.start : given.end]):
            continue  # a prize of the programme
        if given is not None and name.span.rule == IN_ROW:
            continue  # others stand beside it, as that of the conferral may
        if name.key != _key(given, text):
            conferral.fields["award"] = name.span
            if given is not None and name.dated and conferral.fields["category"] is None:
                conferral.fields["category"] = _sub_award(given, name, findings.text)


_RANKED = re.compile(r"ชนะเลิศ(?:[ ]?อันดับ(?:ที่)?[ ]?\d)?\Z")
_CONTEST = ("การประกวด", "การแข่งขัน", "ประกวด", "แข่งขัน", "รางวัล", "โครงการ")
# รางวัล|เจ้าบ้านยอดเยี่ยม
_SUB_AWARD = re.compile(r"(?:รางวัล[ ]?)?(?P<name>[ก-ฮเ-ไ][ก-๎]{3,40}ยอดเยี่ยม)")


def _sub_award(given: Span, name: Name, text: str) -> Span | None:
    """What the prize was called, as a part of its programme, where the other name is no second one of it."""
    ranked = _RANKED.search(text, max(0, given.start - 24), given.start) is not None
    if ranked and not text.startswith(_CONTEST, given.start):  # รางวัลชนะเลิศ|ตลาดสะอาด
        alike = core_of(text[given.start : given.end])
        return None if alike in name.core or name.core in alike else Span(given.start, given.end, "category.sub_award")
    part = _SUB_AWARD.fullmatch(text, given.start, given.end)
    if part is None or given.rule != "award.named" or not "ก" <= name.said[0] <= "๎" or "ยอดเยี่ยม" in name.said:
        return None
    return Span(*part.span("name"), "category.sub_award")


# 2. นาย ข โรงเรียน ค| ได้รับ|รางวัลครูริมน้ำ
_RECEIVES = re.compile(r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:ได้|เข้า)?(?:รับ|คว้า)(?:มอบ|พระราชทาน|ประทาน)?[ ]?(?:โล่|[“\"])?")


def _told_outright(text: str, conferral: ConferralFound, given: Span | None) -> bool:
    """Whether the award's name stands right behind the verb by which its winner is told to have received it."""
    if conferral.recipient is None or given is None or not text.startswith("รางวัล", given.start):
        return False
    receives = _RECEIVES.match(text, conferral.recipient.end)
    return receives is not None and text.startswith(text[given.start : given.end], receives.end())


# ส่วน|ผู้บริหารดีเด่น |เป็นของ|นาย ก
_TURNS = re.compile(r"(?:ส่วน|ขณะที่|ขณะเดียวกัน|และ)[ ]?\Z")
_IS_OF = re.compile(r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:(?:ตก)?เป็นของ|ได้แก่|คือ)[ ]?")


def _turned_to(text: str, conferral: ConferralFound) -> bool:
    """Whether the talk turns to the award by its own name, and its winner stands right behind."""
    given, recipient = conferral.fields["award"], conferral.recipient
    if given is None or recipient is None or not 0 < recipient.start - given.end < _SHORT_GAP:
        return False
    if text.startswith("รางวัล", given.start) or _TURNS.search(text, max(0, given.start - 12), given.start) is None:
        return False
    return _IS_OF.fullmatch(text, given.end, recipient.start) is not None


# characters from such a name to its winner
_SHORT_GAP = 50


def best(model: Trees, options: Sequence[Mapping[str, float]]) -> int:
    """The number of the name to take: the current one, unless another is clearly more likely."""
    likely = [model.probability(features) for features in options]
    first = max(range(len(likely)), key=likely.__getitem__)
    current = next((at for at, features in enumerate(options) if features["current"]), None)
    return first if current is None or likely[first] - likely[current] > _MARGIN else current


@lru_cache(maxsize=1)
def _model() -> Trees:
    return Trees.of(json.loads(MODEL.read_text("utf-8")))


def read_options(
    found: Sequence[ConferralFound], findings: Findings
) -> list[tuple[ConferralFound, list[tuple[Name, dict[str, float]]]]]:
    """For each conferral the names that it may have, with their features; nothing where there is no choice."""
    conferred = [conferral for conferral in found if conferral.status in CONFERRED]
    if not conferred or len(conferred) > _CONFERRALS:
        return []
    names = _read_names(findings)
    if not names or len(names) > _NAMES:
        return []
    used = Counter(_key(conferral.fields["award"], findings.text) for conferral in conferred)
    mentions = sorted(start for name in names for start in name.starts)
    around = _Around(findings, names, used, len(conferred), mentions)
    options = ((conferral, _options(conferral, around)) for conferral in conferred)
    return [(conferral, names) for conferral, names in options if len(names) > 1]


@dataclass(frozen=True, slots=True)
class _Around:
    """What is the same for all conferrals of an article; `used` counts them by the key of their award."""

    findings: Findings
    names: list[Name]
    used: Counter[str]
    conferrals: int
    mentions: list[int]


def _key(span: Span | None, text: str) -> str:
    return "" if span is None else fold(text[span.start : span.end])


def _read_names(findings: Findings) -> list[Name]:
    text, labels = findings.text, findings.labels
    title_end = findings.title.end if findings.title is not None else 0
    names: dict[str, Name] = {}
    for at, label in enumerate(labels):
        if label.kind != "award":
            continue
        span = span_of(label, text)
        key = _key(span, text)
        if not key:
            continue
        name = names.get(key)
        if name is None:
            name = names[key] = _name(key, span, text, len(names))
        name.starts.append(label.start)
        name.ends.append(label.until)
        name.rules.add(label.rule.removeprefix("award."))
        name.row = label.row or name.row
        behind = {other.kind for other in labels[at + 1 : at + 3] if 0 <= other.outer - label.until <= _NEXT}
        name.dated += "year" in behind
        name.numbered += "edition" in behind
        name.titled += label.start < title_end
    found = list(names.values())
    total = sum(len(name.starts) for name in found)
    for name in found[: _NAMES + 1]:
        name.share = len(name.starts) / total
        name.features = _features_of_name(name, [other for other in found[: _NAMES + 1] if _are_kin(name, other)])
    return found


def _name(key: str, span: Span, text: str, order: int) -> Name:
    said = text[span.start : span.end]
    return Name(key, span, said, core_of(said), order)


def _are_kin(one: Name, other: Name) -> bool:
    if one is other or (one.row is not None and other.row is not None and one.row.id == other.row.id):
        return True
    return min(len(one.core), len(other.core)) >= 4 and (one.core in other.core or other.core in one.core)


def _options(conferral: ConferralFound, around: _Around) -> list[tuple[Name, dict[str, float]]]:
    text = around.findings.text
    given = conferral.fields["award"]
    key = _key(given, text)
    names = around.names
    current = next((name for name in names if name.key == key), None)
    if current is None and given is not None:
        current = _name(key, given, text, 99)
        current.starts.append(given.start)
        current.ends.append(given.end)
        current.rules.add(given.rule.removeprefix("award."))
        current.features = _features_of_name(current, [current])
        names = [*names, current]
    if len(names) == 1:
        return []
    winner = conferral.fields["work"] or conferral.fields["recipient"]
    at = conferral.at if winner is None else winner.start
    line_end = text.find("\n", at)
    category = _key(conferral.fields["category"], text)
    place = _Place(at, text.rfind("\n", 0, at) + 1, line_end if line_end >= 0 else len(text), category)
    shared = _features_of_conferral(conferral, around, key, at)
    return [
        (name, shared | name.features | _features_of_place(name, current, around, place) | _beside(name, current, at))
        for name in names
    ]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the winner of a conferral is named, the line around it, and what its category is."""

    at: int
    line: int
    line_end: int
    category: str


def _features_of_conferral(conferral: ConferralFound, around: _Around, key: str, at: int) -> dict[str, float]:
    category = conferral.fields["category"]
    return {
        "conferrals": around.conferrals,
        "awards_used": len(around.used),
        "names": len(around.names),
        "current_used": around.used[key],
        "confidence": conferral.confidence,
        "past": conferral.status == "past",
        "has_category": category is not None,
        "has_level": conferral.fields["level"] is not None,
        "has_branch": conferral.fields["branch"] is not None,
        "has_work": conferral.fields["work"] is not None,
        "category_far": -1 if category is None else abs(category.start - at),
        "category_is_prize": category is not None and category.rule == "category.sub_award",
    }


def _features_of_name(name: Name, kin: list[Name]) -> dict[str, float]:
    """What the model asks of a name; `kin` are those that seem to be of one programme, itself among them."""
    name.kin = frozenset(other.order for other in kin)
    low = name.said.lower()
    features: dict[str, float] = {
        "first": name.starts[0],
        "titled": name.titled,
        "dated": name.dated,
        "kin_dated": sum(other.dated for other in kin),
        "numbered": name.numbered,
        "mentions": len(name.starts),
        "share": name.share,
        "order": name.order,
        "kin": len(kin),
        "kin_mentions": sum(len(other.starts) for other in kin),
        "shorter_than_kin": max(len(other.key) for other in kin) - len(name.key),
        "first_of_kin": min(other.order for other in kin) == name.order,
        "length": len(name.key),
        "latin": name.said[-1:].isascii(),
        "ends_award": _ENDS_AWARD.search(low) is not None,
        "quoted": '"' in low or "“" in low,
        "known": name.row is not None,
        "known_part": bool(getattr(name.row, "part_of", None)),
        "excellent": "ดีเด่น" in low,
        "rank": _RANK.search(low) is not None,
        "superlative": _SUPERLATIVE.search(low) is not None,
        "no_head": not low.startswith(_HEADS),
    }
    features.update((f"head_{number}", low.startswith(head)) for number, head in enumerate(_HEADS))
    features.update((f"rule_{rule}", rule in name.rules) for rule in _RULES)
    return features


def _features_of_place(name: Name, current: Name | None, around: _Around, place: _Place) -> dict[str, float]:
    """How a name stands to a conferral and to the award that the rules gave it."""
    at, category = place.at, place.category
    last = bisect_right(name.starts, at) - 1
    ahead = name.ahead(at)
    return {
        "current": name is current,
        "kin_of_current": current is not None and name.order in current.kin,
        "used": around.used[name.key],
        "used_share": around.used[name.key] / around.conferrals,
        "behind": name.behind(at),
        "ahead": ahead,
        "behind_in_line": last >= 0 and name.starts[last] >= place.line,
        "ahead_in_line": ahead < place.line_end - at,
        "between": bisect_left(around.mentions, at) - bisect_right(around.mentions, name.starts[last]) if last >= 0 else 99,
        "first_share": name.starts[0] / max(1, len(around.findings.text)),
        "is_category": bool(category) and category == name.key,
        "holds_category": bool(category) and category in name.key,
        "within_category": bool(category) and name.key in category,
    }


def _beside(name: Name, current: Name | None, at: int) -> dict[str, float]:
    """How another name compares with the one that the rules gave."""
    if current is None or name is current:
        return {}
    behind = current.behind(at)
    return {
        "holds_current": current.key in name.key,
        "within_current": name.key in current.key,
        "like_current": Levenshtein.normalized_similarity(current.key, name.key),
        "current_known": current.row is not None,
        "current_titled": current.titled,
        "current_mentions": len(current.starts),
        "current_dated": current.dated,
        "current_order": current.order,
        "current_part": bool(getattr(current.row, "part_of", None)),
        "current_behind": behind,
        "nearer": behind - name.behind(at),
        "apart": _apart(name, current),
    }


def _apart(one: Name, other: Name) -> int:
    """The fewest characters between a mention of one name and a mention of the other."""
    pairs = [(one, other), (other, one)]
    return min(
        (
            start - left.ends[at]
            for left, right in pairs
            for start in right.starts[:_MENTIONS]
            if (at := bisect_left(left.starts, start) - 1) >= 0
        ),
        default=_FAR,
    )
