"""What one article brings to the archive, read out of its record: names to be joined to authorities, and conferrals.

Pure; no database. Texts come with white space folded, and without what a database cannot hold (NUL, lone surrogates).
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from extractor import models
from extractor.archive.identity import AwardName, OrganisationName, PersonName
from extractor.archive.identity.folding import fold
from extractor.archive.identity.people import is_full_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.archive.entries import AuthorityKind

_URL_KEYS = ("url", "link", "permalink")
_OUTLET_KEYS = ("outlet", "publisher", "site", "site_name")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_WHITE = re.compile(r"\s+")
# โรงเรียนบ้านนา| ต.นาดี อ.เมือง จ.เลย
_BEHIND = re.compile(
    r"[”\"]?(?:[ ]?\([^()\n]{2,40}\))?(?:[ ]?(?:หมู่(?:ที่)?|ม\.)[ ]?\d{1,2})?"
    r"(?:[ ]?(?:ต\.|ตำบล|อ\.|อำเภอ|เขต)[ ]?[ก-๎]{2,24}){0,2}[ ]?(?P<province>(?:จ\.|จังหวัด)[ ]?[ก-๎]{3,20})"
)
_CLEAR = 5  # letters of a province's name from which on the end of a name is no mere word: …ตาก, …เลย are
_LONGEST_OUTLET = 200  # stands beside an article's id of up to 500 in one index
_TELLING = 15  # letters from which on a work's title alone tells it from others

LONGEST_NAME = 400
"""Characters of a name: a PostgreSQL index takes 2,704 bytes a row, and some keys hold two names of three bytes a letter."""

Value = OrganisationName | PersonName | AwardName
"""A name with what is known beside it; recipients of no certain kind and works are kept as `OrganisationName`."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A record on its way in; `text` is the article's where it is at hand, `outlet` and `url` where the caller names them."""

    record: models.Record
    text: str | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(slots=True)
class Named:
    """A name in an article, with its place among the article's names of that kind."""

    kind: AuthorityKind
    number: int
    value: Value
    forms: tuple[str, ...]


@dataclass(slots=True)
class Told:
    """A conferral of a record: its fields' words, and which of the article's names they are (indices into `names`)."""

    number: int
    key: str
    status: str
    confidence: float
    fields: dict[str, str | int | None]
    level_code: str | None
    names: dict[str, int] = field(default_factory=dict)
    province: str | None = None
    date: str | None = None


@dataclass(slots=True)
class Held:
    """A ceremony of a record, in the same manner."""

    number: int
    fields: dict[str, str | None]
    names: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Brought:
    """All that one article brings."""

    outlet: str
    article_id: str
    row: dict[str, Any]
    mentions: list[dict[str, Any]]
    names: list[Named]
    tellings: list[Told]
    ceremonies: list[Held]


def storable(text: str) -> str:
    r"""The text with U+FFFD for each character that a database cannot hold, so that offsets stay.

    >>> storable("รางวัล\\0")
    'รางวัล\ufffd'
    """
    return _UNSTORABLE.sub("\ufffd", text)


def fingerprint(record: models.Record) -> str:
    """A hash over all that a record says but where its file lay; equal records need no second import."""
    try:
        said = record.model_dump_json(exclude={"source"})
    except ValueError:  # lone surrogates, which JSON as pydantic writes it cannot hold
        said = json.dumps(record.model_dump(exclude={"source"}))
    return hashlib.sha256(said.encode()).hexdigest()


def bring(incoming: Incoming, provinces: tuple[tuple[str, str], ...]) -> Brought:
    """Read out of a record what the archive keeps of it.

    Args:
        incoming: the record, and what the caller knows of the article.
        provinces: pairs of a form of a province's name and its Thai name, longest forms first.
    """
    record = incoming.record
    url = incoming.url or _meta(record, _URL_KEYS)
    outlet = incoming.outlet or _meta(record, _OUTLET_KEYS) or (_host(url) if url else "")
    row = {
        "outlet": storable(outlet)[:_LONGEST_OUTLET],
        "article_id": storable(record.id),
        "title": _words(record.title),
        "published": _date(record.published),
        "url": storable(url) if url else None,
        "source": record.source and storable(record.source),
        "text": None if incoming.text is None else storable(incoming.text),
        "text_sha256": storable(record.text_sha256),
        "record_sha256": fingerprint(record),
        "version": storable(record.extractor.version),
        "gazetteers": storable(record.extractor.gazetteers),
        "meta": _plain(record.meta),
        "warnings": [_plain(warning.model_dump(mode="json")) for warning in record.warnings],
        "warned": len(record.warnings),
    }
    reader = _Reader(record, provinces, incoming.text or "")
    return Brought(
        row["outlet"], row["article_id"], row, list(_mentions(record)), reader.names, reader.tellings, reader.ceremonies
    )


def _meta(record: models.Record, keys: tuple[str, ...]) -> str:
    return next((value for key in keys if isinstance(value := record.meta.get(key), str) and value.strip()), "").strip()


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _plain(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {storable(str(key)): _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _words(mention: models.Mention | None) -> str | None:
    """The mention's words on one line; of more than a name can hold, the beginning."""
    if mention is None:
        return None
    words = storable(_WHITE.sub(" ", mention.text).strip())
    return (words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1].rstrip() + "…") or None


def _date(mention: models.Mention | None) -> str | None:
    return mention.value if mention is not None and isinstance(mention.value, str) else None


def _number(mention: models.Mention | None) -> int | None:
    return mention.value if mention is not None and isinstance(mention.value, int) else None


def _mentions(record: models.Record) -> Iterator[dict[str, Any]]:
    """A row for every mention of the record, whatever model holds it."""
    for subject, value in record:
        if isinstance(value, models.Mention):
            yield _mention("article", 0, subject, value)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                yield from _mentions_of(_SUBJECTS.get(subject, subject), number, item)


_SUBJECTS = {
    "awards": "conferral",
    "unconferred": "unconferred",
    "ceremonies": "ceremony",
    "people": "person",
    "organisations": "organisation",
    "dates": "date",
    "claims": "claim",
}


def _mentions_of(subject: str, number: int, item: object) -> Iterator[dict[str, Any]]:
    if isinstance(item, models.Mention):
        yield _mention(subject, number, "date", item)
    elif isinstance(item, models.Model):
        for name, value in item:
            for mention in value if isinstance(value, tuple) else (value,):
                if isinstance(mention, models.Mention):
                    yield _mention(subject, number, _FIELD_NAMES.get(name, name), mention)


_FIELD_NAMES = {"aliases": "alias", "mentions": "mention"}


def _mention(subject: str, number: int, name: str, mention: models.Mention) -> dict[str, Any]:
    return {
        "subject": subject,
        "number": number,
        "field": name,
        "start": mention.start,
        "end": mention.end,
        "text": storable(mention.text),
        "value": None if mention.value is None else storable(str(mention.value)),
        "rule": storable(mention.rule),
        "gazetteer": mention.id and storable(mention.id),
    }


@lru_cache(maxsize=50_000)
def province_of(name: str, provinces: tuple[tuple[str, str], ...]) -> str | None:
    """The province that a body's or a place's name tells: สำนักงานพัฒนาชุมชนจังหวัดเลย → เลย.

    A province's name tells it after จังหวัด or จ., and a longer one at the end; else none.
    """
    for form, province in provinces:
        if f"จังหวัด{form}" in name or f"จ.{form}" in name or f"จังหวัด {form}" in name:
            return province
        if len(form) > _CLEAR and name.endswith(form):
            return province
    return None


class _Reader:
    """Collects the names of one record, each once, and reads its conferrals and ceremonies against them."""

    def __init__(self, record: models.Record, provinces: tuple[tuple[str, str], ...], text: str) -> None:
        self.names: list[Named] = []
        self._provinces = provinces
        self._text = text
        self._index: dict[tuple[AuthorityKind, str], int] = {}
        self._parents = self._superiors(record)
        for body in record.organisations:
            self._organisation(body)
        for person in record.people:
            self._person(person, record)
        self.ceremonies = [self._held(number, each) for number, each in enumerate(record.ceremonies)]
        self.tellings = [self._told(number, each, record) for number, each in enumerate(record.awards)]

    @staticmethod
    def _superiors(record: models.Record) -> dict[str, str]:
        """By a recipient's folded name the body that the article puts above it."""
        found: dict[str, str] = {}
        for each in record.awards:
            name, parent = _words(each.recipient), _words(each.parent)
            if name and parent:
                found.setdefault(fold(name), parent)
        return found

    def _add(self, kind: AuthorityKind, value: Value, forms: tuple[str, ...]) -> int:
        at = len(self.names)
        self.names.append(Named(kind, at, value, forms))
        for form in forms:
            self._index.setdefault((kind, fold(form)), at)
        return at

    def _organisation(self, body: models.Organisation) -> None:
        forms = tuple(dict.fromkeys(form for each in (body.name, *body.aliases) if (form := _words(each))))
        if not forms:
            return
        row = next((each.id for each in (body.name, *body.aliases) if each.id), None)
        parent = next((self._parents[fold(form)] for form in forms if fold(form) in self._parents), None)
        province = next((found for form in forms if (found := province_of(form, self._provinces))), None)
        province = province or next((found for each in (body.name, *body.aliases) if (found := self._place(each))), None)
        self._add("organisation", OrganisationName(forms[0], forms[1:], row, parent, province), forms)

    def _person(self, person: models.Person, record: models.Record) -> None:
        name, position = _words(person.name), person.position
        if name is None:
            return
        inside = [
            words
            for body in record.organisations
            for each in (body.name, *body.aliases)
            if position is not None and position.start <= each.start and each.end <= position.end and (words := _words(body.name))
        ]
        if position is not None and not inside:
            said = position.text
            inside = [words for body in record.organisations if (words := _words(body.name)) and words in said]
        positions = (words,) if (words := _words(position)) else ()
        others = dict.fromkeys(words for mention in person.mentions if (words := _words(mention)) and is_full_name(words))
        aliases = tuple(form for form in others if form != name)
        value = PersonName(name, _words(person.honorific), positions, tuple(dict.fromkeys(inside)), aliases)
        self._add("person", value, (name, *aliases))

    def _place(self, mention: models.Mention | None) -> str | None:
        """The province that the article's text tells right behind a name: โรงเรียนบ้านนา อ.เมือง จ.เลย."""
        if mention is None or self._text[mention.start : mention.end] != mention.text:
            return None
        behind = _BEHIND.match(self._text, mention.end)
        return province_of(behind["province"], self._provinces) if behind else None

    def _body(self, mention: models.Mention | None) -> int | None:
        """The article's organisation of these words, or a new one; a place that stands for its people is no organisation."""
        name = _words(mention)
        if mention is None or name is None:
            return None
        kind: AuthorityKind = "other" if mention.rule.startswith("place.") else "organisation"
        known = self._index.get((kind, fold(name)))
        if known is not None:
            return known
        province = province_of(name, self._provinces) or self._place(mention)
        value = OrganisationName(name, (), mention.id, self._parents.get(fold(name)), province)
        return self._add(kind, value, (name,))

    def _recipient(self, mention: models.Mention | None) -> int | None:
        name = _words(mention)
        if mention is None or name is None:
            return None
        key = fold(name)
        kinds: tuple[AuthorityKind, ...] = ("organisation", "person", "other")
        known = next((at for kind in kinds if (at := self._index.get((kind, key))) is not None), None)
        if known is not None:
            return known
        if mention.id is not None:
            return self._body(mention)
        province = province_of(name, self._provinces) or self._place(mention)
        value = OrganisationName(name, (), None, self._parents.get(key), province)
        return self._add("other", value, (name,))

    def _one(self, kind: AuthorityKind, mention: models.Mention | None) -> int | None:
        name = _words(mention)
        if mention is None or name is None:
            return None
        known = self._index.get((kind, fold(name)))
        if known is not None:
            return known
        value: Value = PersonName(name) if kind == "person" else AwardName(name, (), mention.id)
        return self._add(kind, value, (name,))

    def _work(self, title: str | int | None, recipient: str | int | None) -> int | None:
        """A work by its title; a short title is told from others by whose work it is."""
        if not isinstance(title, str):
            return None
        of = str(recipient) if recipient is not None and len(fold(title)) < _TELLING else None
        known = self._index.get(("work", fold(title)))
        if known is not None and self.names[known].value == OrganisationName(title, parent=of):
            return known
        return self._add("work", OrganisationName(title, parent=of), (title,))

    def _held(self, number: int, ceremony: models.Ceremony) -> Held:
        fields = {
            "award": _words(ceremony.award),
            "date": _date(ceremony.date),
            "organiser": _words(ceremony.organiser),
            "presided_by": _words(ceremony.presided_by),
            "venue": _words(ceremony.venue),
        }
        names = {
            "award": self._one("award", ceremony.award),
            "organiser": self._body(ceremony.organiser),
            "presided_by": self._one("person", ceremony.presided_by),
        }
        return Held(number, fields, {name: at for name, at in names.items() if at is not None})

    def _told(self, number: int, conferral: models.Conferral, record: models.Record) -> Told:
        fields: dict[str, str | int | None] = {
            name: _words(getattr(conferral, name))
            for name in ("award", "branch", "category", "level", "work", "recipient", "parent")
        }
        fields |= {"year": _number(conferral.year), "edition": _number(conferral.edition)}
        code = conferral.level.value if conferral.level is not None else None
        told = Told(number, conferral.id, conferral.status, conferral.confidence, fields, code if isinstance(code, str) else None)
        names = {
            "award": self._one("award", conferral.award),
            "recipient": self._recipient(conferral.recipient),
            "parent": self._body(conferral.parent),
            "work": self._work(fields["work"], fields["recipient"]),
        }
        told.names = {name: at for name, at in names.items() if at is not None}
        texts = (fields["recipient"], fields["parent"])
        told.province = next((found for text in texts if text and (found := province_of(str(text), self._provinces))), None)
        told.province = told.province or self._place(conferral.recipient) or self._place(conferral.parent)
        self._ceremony_of(told, record)
        return told

    def _ceremony_of(self, told: Told, record: models.Record) -> None:
        """Take day and organiser from the ceremony of the same award, or from the only one."""
        award = told.names.get("award")
        held = [each for each in self.ceremonies if award is not None and each.names.get("award") == award]
        if not held and len(record.ceremonies) == 1 and "award" not in self.ceremonies[0].names:
            held = self.ceremonies
        if not held or told.status == "past":
            return
        told.date = held[0].fields["date"]
        if "organiser" in held[0].names:
            told.names["conferred_by"] = held[0].names["organiser"]
