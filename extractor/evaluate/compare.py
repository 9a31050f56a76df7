"""One article's gold beside its prediction: the tallies by measure, and every disagreement for people to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from extractor.evaluate.values import CLOSE_NAME, agreement, bare_name, fold, similarity, text_of

AWARD_WEIGHTS = {
    "award": 1.0, "year": 0.5, "edition": 0.25, "branch": 0.75, "category": 0.75, "level": 0.75,
    "work": 2.0, "recipient": 2.0, "parent": 0.25,
}  # fmt: skip
CEREMONY_WEIGHTS = {"award": 1.0, "date": 1.0, "organiser": 0.5, "presided_by": 0.75, "venue": 0.5}
_AWARD_FLOOR = 1.5
_CEREMONY_FLOOR = 0.75
_TWINS = (("branch", "category"), ("category", "branch"))

Subject = Literal["award", "ceremony", "person", "organisation", "date", "title", "published"]
Kind = Literal["missed", "invented", "differs", "close"]
State = Literal["same", "close", "wrong"]
Entry = Mapping[str, Any]
Right = dict[str, bool]
"""Fields that agree, each with whether it agrees to the letter."""


@dataclass(frozen=True, slots=True)
class Tally:
    """True positives, false positives and false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)


@dataclass(frozen=True, slots=True)
class Row:
    """One field of a disagreement; `at` is where the prediction stands in the article, if it says."""

    field: str
    gold: str | None
    predicted: str | None
    state: State
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A gold entry and a predicted one that do not agree in full, or one of them alone; `measures` are those it costs."""

    subject: Subject
    kind: Kind
    measures: frozenset[str]
    rows: tuple[Row, ...]


class _Sheet:
    """Tallies and disagreements of one article, while they are being collected."""

    def __init__(self) -> None:
        self.tallies: defaultdict[str, Tally] = defaultdict(Tally)
        self.disagreements: list[Disagreement] = []

    def count(self, measure: str, *, tp: int = 0, fp: int = 0, fn: int = 0) -> None:
        self.tallies[measure] += Tally(tp, fp, fn)

    def note(self, subject: Subject, kind: Kind, measures: set[str], rows: Sequence[Row]) -> None:
        self.disagreements.append(Disagreement(subject, kind, frozenset(measures), tuple(rows)))


@dataclass(frozen=True, slots=True)
class _Pair:
    gold: int
    predicted: int
    right: Right


def compare(gold: Entry, predicted: Entry) -> tuple[dict[str, Tally], tuple[Disagreement, ...]]:
    """The tallies of one article by measure, and its disagreements in the order of the record's fields."""
    sheet = _Sheet()
    for field in ("title", "published"):
        _compare_single(field, gold, predicted, sheet)
    _compare_awards(gold["awards"], _list(predicted, "awards"), sheet)
    _compare_ceremonies(gold["ceremonies"], _list(predicted, "ceremonies"), sheet)
    _compare_people(gold["people"], _list(predicted, "people"), sheet)
    _compare_organisations(gold["organisations"], _list(predicted, "organisations"), sheet)
    _compare_dates(gold["dates"], _list(predicted, "dates"), sheet)
    return dict(sheet.tallies), tuple(sheet.disagreements)


def _compare_single(field: Literal["title", "published"], gold: Entry, predicted: Entry, sheet: _Sheet) -> None:
    golden, said = text_of(gold.get(field), field), text_of(predicted.get(field), field)
    right = golden is None and said is None
    if golden and said:
        right = agreement(golden, said, field).relaxed
    sheet.count(field, tp=right, fn=not right)
    if not right:
        kind: Kind = "missed" if said is None else "invented" if golden is None else "differs"
        sheet.note(field, kind, {field}, [Row(field, golden, said, "wrong", _at(predicted.get(field)))])


def _compare_awards(gold: Sequence[Entry], predicted: Sequence[Entry], sheet: _Sheet) -> None:
    golden = [_filled(entry, AWARD_WEIGHTS) for entry in gold]
    said = [_filled(entry, AWARD_WEIGHTS) for entry in predicted]
    pairs = _pair(golden, said, AWARD_WEIGHTS, _AWARD_FLOOR)
    for pair in pairs:
        _compare_award(golden[pair.gold], said[pair.predicted], predicted[pair.predicted], pair.right, sheet)
    for index in _unpaired(len(golden), (pair.gold for pair in pairs)):
        entry = golden[index]
        for measure in ("conferrals", "conferrals whole", *entry):
            sheet.count(measure, fn=1)
        for measure in ("award fields", "award fields strict"):
            sheet.count(measure, fn=len(entry))
        measures = {"conferrals", "conferrals whole", "award fields", "award fields strict", *entry}
        sheet.note("award", "missed", measures, _rows(entry, {}, {}, {}, AWARD_WEIGHTS))
    for index in _unpaired(len(said), (pair.predicted for pair in pairs)):
        entry = said[index]
        for measure in ("conferrals", *entry):
            sheet.count(measure, fp=1)
        for measure in ("award fields", "award fields strict"):
            sheet.count(measure, fp=len(entry))
        measures = {"conferrals", "award fields", "award fields strict", *entry}
        if not golden:
            measures.add("articles without awards, kept clean")
        sheet.note("award", "invented", measures, _rows({}, entry, predicted[index], {}, AWARD_WEIGHTS))
    if not golden:
        sheet.count("articles without awards, kept clean", tp=not said, fn=bool(said))


def _compare_award(gold: Entry, said: Entry, raw: Entry, right: Right, sheet: _Sheet) -> None:
    """Counts one pair of conferrals: each gold field, what was said beyond them, and the conferral as a whole."""
    known = "recipient" in right or "work" in right
    whole = set(right) == set(gold) and len(said) == len(gold)
    sheet.count("conferrals", tp=known, fp=not known, fn=not known)
    sheet.count("conferrals whole", tp=whole, fn=not whole)
    measures = set()
    for field in gold:
        sheet.count("award fields", tp=field in right, fn=field not in right)
        sheet.count("award fields strict", tp=right.get(field, False), fn=not right.get(field))
        sheet.count(field, tp=field in right, fn=field not in right)
        if field not in right:
            measures |= {"award fields", field}
    sheet.count("award fields", fp=max(0, len(said) - len(right)))
    sheet.count("award fields strict", fp=len(said) - sum(right.values()))
    # Branch and category may stand in each other's place: neither costs anything where both were understood.
    swapped = len({"branch", "category"} & right.keys()) >= len({"branch", "category"} & said.keys())
    for field in said:
        if field not in right and not (field in ("branch", "category") and swapped):
            sheet.count(field, fp=1)
            measures |= {"award fields", field}
    if not known:
        measures.add("conferrals")
    if not whole:
        measures.add("conferrals whole")
    kind: Kind = "differs" if measures else "close"
    if not all(right.values()) or measures:
        measures.add("award fields strict")
        sheet.note("award", kind, measures, _rows(gold, said, raw, right, AWARD_WEIGHTS))


def _compare_ceremonies(gold: Sequence[Entry], predicted: Sequence[Entry], sheet: _Sheet) -> None:
    golden = [_filled(entry, CEREMONY_WEIGHTS) for entry in gold]
    said = [_filled(entry, CEREMONY_WEIGHTS) for entry in predicted]
    pairs = _pair(golden, said, CEREMONY_WEIGHTS, _CEREMONY_FLOOR)
    right = sum(len(pair.right) for pair in pairs)
    sheet.count("ceremony fields", tp=right, fp=sum(map(len, said)) - right, fn=sum(map(len, golden)) - right)
    for pair in pairs:
        entry, other = golden[pair.gold], said[pair.predicted]
        if entry.keys() | other.keys() != pair.right.keys():
            rows = _rows(entry, other, predicted[pair.predicted], pair.right, CEREMONY_WEIGHTS)
            sheet.note("ceremony", "differs", {"ceremony fields"}, rows)
    for index in _unpaired(len(golden), (pair.gold for pair in pairs)):
        sheet.note("ceremony", "missed", {"ceremony fields"}, _rows(golden[index], {}, {}, {}, CEREMONY_WEIGHTS))
    for index in _unpaired(len(said), (pair.predicted for pair in pairs)):
        rows = _rows({}, said[index], predicted[index], {}, CEREMONY_WEIGHTS)
        sheet.note("ceremony", "invented", {"ceremony fields"}, rows)


def _compare_people(gold: Sequence[Entry], predicted: Sequence[Entry], sheet: _Sheet) -> None:
    golden = {fold(bare_name(entry["name"])): entry for entry in gold}
    left = {fold(bare_name(text_of(entry.get("name")) or "")): entry for entry in predicted}
    left.pop("", None)
    for name, entry in golden.items():
        position = text_of(entry.get("position"))
        hit = name if name in left else next((other for other in left if similarity(other, name) >= CLOSE_NAME), None)
        sheet.count("people", tp=hit is not None, fn=hit is None)
        if hit is None:
            rows = [Row("name", entry["name"], None, "wrong"), Row("position", position, None, "wrong")]
            sheet.note("person", "missed", {"people"}, rows[: 2 if position else 1])
            continue
        found = left.pop(hit)
        said = text_of(found.get("position"))
        right = bool(position and said and agreement(position, said).relaxed)
        sheet.count("positions", tp=right, fp=bool(said) and not right, fn=bool(position) and not right)
        if (position or said) and not right:
            named = text_of(found.get("name"))
            rows = [
                Row("name", entry["name"], named, "same" if named == entry["name"] else "close", _at(found.get("name"))),
                Row("position", position, said, "wrong", _at(found.get("position"))),
            ]
            sheet.note("person", "differs", {"positions"}, rows)
    sheet.count("people", fp=len(left))
    for entry in left.values():
        rows = [Row("name", None, text_of(entry.get("name")), "wrong", _at(entry.get("name")))]
        sheet.note("person", "invented", {"people"}, rows)


def _compare_organisations(gold: Sequence[Entry], predicted: Sequence[Entry], sheet: _Sheet) -> None:
    forms = [[fold(text) for text in _forms(entry)] for entry in predicted]
    free = list(range(len(forms)))
    for entry in gold:
        names = [fold(name) for name in (entry["name"], *entry["aliases"])]
        hit = next((index for index in free if set(names) & set(forms[index])), None)
        if hit is None:
            hit = next((index for index in free if _any_close(names, forms[index])), None)
        sheet.count("organisations", tp=hit is not None, fn=hit is None)
        if hit is not None:
            free.remove(hit)
            continue
        rows = [Row("name", entry["name"], None, "wrong"), *(Row("alias", form, None, "wrong") for form in entry["aliases"])]
        sheet.note("organisation", "missed", {"organisations"}, rows)
    sheet.count("organisations", fp=len(free))
    for index in free:
        name = predicted[index].get("name")
        rows = [Row("name", None, text_of(name), "wrong", _at(name))]
        sheet.note("organisation", "invented", {"organisations"}, rows)


def _compare_dates(gold: Sequence[str], predicted: Sequence[object], sheet: _Sheet) -> None:
    golden = set(gold)
    said = {date: _at(entry) for entry in predicted if (date := text_of(entry, "date"))}
    sheet.count("dates", tp=len(golden & said.keys()), fp=len(said.keys() - golden), fn=len(golden - said.keys()))
    for date in sorted(golden - said.keys()):
        sheet.note("date", "missed", {"dates"}, [Row("date", date, None, "wrong")])
    for date in sorted(said.keys() - golden):
        sheet.note("date", "invented", {"dates"}, [Row("date", None, date, "wrong", said[date])])


def _pair(gold: Sequence[Entry], predicted: Sequence[Entry], weights: Mapping[str, float], floor: float) -> list[_Pair]:
    """Entries paired one to one, best first: by the weight of the fields that agree, then by likeness in size."""
    offers = []
    for i, golden in enumerate(gold):
        for j, said in enumerate(predicted):
            right = _right(golden, said, weights)
            weight = sum(weights[field] for field in right)
            if weight >= floor:
                offers.append((-weight, abs(len(golden) - len(said)), i, j, right))
    taken_gold: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for _, _, i, j, right in sorted(offers, key=lambda offer: offer[:4]):
        if i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
            pairs.append(_Pair(i, j, right))
    return pairs


def _right(gold: Entry, said: Entry, fields: Mapping[str, float]) -> Right:
    """The gold's fields that the prediction has right; branch and category may stand in each other's place."""
    right: Right = {}
    for field in fields:
        if field in gold and field in said:
            agrees = agreement(gold[field], said[field], field)
            if agrees.relaxed:
                right[field] = agrees.strict
    for field, other in _TWINS:
        if field in gold and field not in right and other in said and other not in right:
            agrees = agreement(gold[field], said[other], "category")
            if agrees.relaxed:
                right[field] = agrees.strict
    return right


def _rows(gold: Entry, said: Entry, raw: Entry, right: Right, fields: Mapping[str, float]) -> list[Row]:
    """Every field that either side fills, side by side."""
    rows = []
    for field in fields:
        if field in gold or field in said:
            state: State = "wrong"
            if field in right:
                state = "same" if right[field] else "close"
            rows.append(Row(field, gold.get(field), said.get(field), state, _at(raw.get(field))))
    return rows


def _filled(entry: Entry, fields: Mapping[str, float]) -> dict[str, str]:
    return {field: text for field in fields if (text := text_of(entry.get(field), field)) is not None}


def _forms(entry: Entry) -> list[str]:
    return [text for form in (entry.get("name"), *(entry.get("aliases") or ())) if (text := text_of(form))]


def _any_close(names: Sequence[str], forms: Sequence[str]) -> bool:
    return any(similarity(name, form) >= CLOSE_NAME for name in names for form in forms)


def _unpaired(count: int, paired: Iterable[int]) -> list[int]:
    taken = set(paired)
    return [index for index in range(count) if index not in taken]


def _list(record: Entry, key: str) -> Sequence[Any]:
    return record.get(key) or ()


def _at(mention: object) -> tuple[int, int] | None:
    """Where a predicted mention stands, if it is one."""
    if isinstance(mention, Mapping) and isinstance(mention.get("start"), int) and isinstance(mention.get("end"), int):
        return mention["start"], mention["end"]
    return None
