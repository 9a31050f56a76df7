"""What there is to show of a record: its mentions, laid over the text, and its cards."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.models import Mention, Record


class Label(NamedTuple):
    """What a kind, a field or a section is called, in Thai and in English."""

    thai: str
    english: str


KINDS: dict[str, Label] = {
    "work": Label("ผลงาน", "work"),
    "recipient": Label("ผู้รับ", "recipient"),
    "award": Label("รางวัล", "award"),
    "level": Label("ระดับ", "level"),
    "part": Label("สาขา · ประเภท", "branch, category"),
    "year": Label("ปี · ครั้งที่", "year, edition"),
    "unconferred": Label("ยังไม่ได้รับ", "not conferred"),
    "claim": Label("จำนวนที่อ้าง", "claim"),
    "ceremony": Label("พิธี", "ceremony"),
    "person": Label("บุคคล", "person"),
    "position": Label("ตำแหน่ง", "position"),
    "organisation": Label("หน่วยงาน", "organisation"),
    "date": Label("วันที่", "date"),
    "title": Label("หัวข่าว · วันเผยแพร่", "title, published"),
}
"""The kinds of mention, the most telling first: of two on the same characters, the earlier one is drawn on top."""

FIELDS: dict[str, Label] = {
    "award": Label("รางวัล", "award"),
    "year": Label("ปี", "year"),
    "edition": Label("ครั้งที่", "edition"),
    "branch": Label("สาขา", "branch"),
    "category": Label("ประเภท", "category"),
    "level": Label("ระดับ", "level"),
    "work": Label("ผลงาน", "work"),
    "recipient": Label("ผู้รับ", "recipient"),
    "parent": Label("สังกัด", "parent"),
    "date": Label("วันที่", "date"),
    "organiser": Label("ผู้จัด", "organiser"),
    "presided_by": Label("ประธาน", "presided by"),
    "venue": Label("สถานที่", "venue"),
    "name": Label("ชื่อ", "name"),
    "honorific": Label("คำนำหน้า", "honorific"),
    "position": Label("ตำแหน่ง", "position"),
    "mentions": Label("กล่าวถึงอีก", "also named"),
    "aliases": Label("ชื่ออื่น", "also written"),
    "count": Label("จำนวนที่อ้าง", "claimed"),
    "cue": Label("คำบอกสถานะ", "cue"),
    "title": Label("หัวข่าว", "title"),
    "published": Label("วันเผยแพร่", "published"),
}

_KIND_OF_AWARD_FIELD = {
    "award": "award", "year": "year", "edition": "year", "branch": "part", "category": "part", "level": "level",
    "work": "work", "recipient": "recipient", "parent": "recipient",
}  # fmt: skip
_KIND_OF_CEREMONY_FIELD = {
    "award": "award", "date": "date", "organiser": "ceremony", "presided_by": "ceremony", "venue": "ceremony",
}  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


@dataclass(slots=True)
class Mark:
    """A mention as shown: its kind, the fields it fills and the cards it stands on."""

    mention: Mention
    kind: str
    fields: list[str] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)
    level: int = 0

    @property
    def rank(self) -> tuple[int, int, int]:
        """Innermost first, then the most telling, then as they stand in the text."""
        return self.mention.end - self.mention.start, _RANK[self.kind], self.mention.start


@dataclass(frozen=True, slots=True)
class CardField:
    """One field of a card and the mark that fills it, by its number."""

    field: str
    mark: int


@dataclass(frozen=True, slots=True)
class Card:
    """One entry of the record: a conferral, a ceremony, a person … `place` is its number within its section."""

    id: str
    section: str
    place: int
    fields: tuple[CardField, ...]


class Segment(NamedTuple):
    """A stretch of text over which nothing changes; `marks` are the numbers of those over it, the top one first."""

    text: str
    marks: tuple[int, ...]


@dataclass(slots=True)
class Layout:
    """A record's marks and cards, ready to be laid over its article."""

    marks: list[Mark] = field(default_factory=list)
    cards: dict[str, list[Card]] = field(default_factory=dict)
    _numbers: dict[tuple[int, int, str, str, str | int | None, str | None], int] = field(default_factory=dict)

    def counts(self) -> dict[str, int]:
        """How many different mentions there are of each kind, in the order of KINDS."""
        kinds = [mark.kind for mark in self.marks]
        return {kind: kinds.count(kind) for kind in KINDS if kind in kinds}

    def segments(self, text: str) -> list[Segment]:
        """The text cut at every boundary of a mention; joined, the segments are the text again."""
        within = [mark for mark in self.marks if 0 <= mark.mention.start < mark.mention.end <= len(text)]
        cuts = sorted({0, len(text)}.union(*((mark.mention.start, mark.mention.end) for mark in within)))
        opening: dict[int, list[int]] = {}
        for number, mark in enumerate(self.marks):
            opening.setdefault(mark.mention.start, []).append(number)
        over: list[int] = []
        segments = []
        for start, end in pairwise(cuts):
            over = [number for number in over if self.marks[number].mention.end > start]
            over += [n for n in opening.get(start, ()) if start < self.marks[n].mention.end <= len(text)]
            over.sort(key=lambda number: self.marks[number].rank)
            segments.append(Segment(text[start:end], tuple(over)))
        return segments

    def add_card(self, section: str, fields: Iterable[tuple[str, str, Mention | None]]) -> None:
        """Adds an entry of the record to a section, with its filled fields as (field, kind, mention)."""
        cards = self.cards.setdefault(section, [])
        card = f"{section}-{len(cards) + 1}"
        rows = tuple(CardField(name, self._mark(m, kind, name, card)) for name, kind, m in fields if m is not None)
        cards.append(Card(card, section, len(cards) + 1, rows))

    def _mark(self, mention: Mention, kind: str, name: str, card: str) -> int:
        key = (mention.start, mention.end, kind, mention.rule, mention.value, mention.id)
        number = self._numbers.setdefault(key, len(self.marks))
        if number == len(self.marks):
            self.marks.append(Mark(mention, kind))
        mark = self.marks[number]
        if name not in mark.fields:
            mark.fields.append(name)
        if card not in mark.cards:
            mark.cards.append(card)
        return number

    def settle(self) -> None:
        """Gives each mark the level of its line under the text: an outer mention's lies below the inner ones'."""
        settled: list[Mark] = []
        for mark in sorted(self.marks, key=lambda mark: mark.rank):
            here = mark.mention
            beneath = [o for o in settled if o.mention.start < here.end and here.start < o.mention.end]
            same = next((o for o in beneath if _place(o) == _place(mark)), None)
            mark.level = same.level if same else max((other.level for other in beneath), default=-1) + 1
            settled.append(mark)


def lay_out(record: Record) -> Layout:
    """The marks and cards of a record, its sections in the order in which they are shown."""
    layout = Layout()
    for conferral in record.awards:
        layout.add_card("awards", _fields(conferral, _KIND_OF_AWARD_FIELD))
    for other in record.unconferred:
        layout.add_card("unconferred", [("award", "unconferred", other.award), ("cue", "unconferred", other.cue)])
    for ceremony in record.ceremonies:
        layout.add_card("ceremonies", _fields(ceremony, _KIND_OF_CEREMONY_FIELD))
    for person in record.people:
        also = [("mentions", "person", mention) for mention in person.mentions]
        named = [("honorific", "person", person.honorific), ("name", "person", person.name)]
        layout.add_card("people", [*named, ("position", "position", person.position), *also])
    for body in record.organisations:
        also = [("aliases", "organisation", mention) for mention in body.aliases]
        layout.add_card("organisations", [("name", "organisation", body.name), *also])
    for date in record.dates:
        layout.add_card("dates", [("date", "date", date)])
    for claim in record.claims:
        layout.add_card("claims", [("count", "claim", claim.count)])
    if record.title or record.published:
        layout.add_card("title", [("title", "title", record.title), ("published", "title", record.published)])
    layout.settle()
    return layout


def _fields(entry: object, kinds: dict[str, str]) -> Sequence[tuple[str, str, Mention | None]]:
    return [(name, kind, getattr(entry, name)) for name, kind in kinds.items()]


def _place(mark: Mark) -> tuple[int, int, str]:
    return mark.mention.start, mark.mention.end, mark.kind
