"""An archive as linked data: what its conferrals, authorities and articles are in RDF, once for all serialisations.

A conferral is a node of its own, a `schema:Event` that is also an `aw:Conferral`. schema.org keeps an award as plain text on
whoever has it (`award`, https://schema.org/award), which has no room for a year, a level or a source; it has no action of
conferring (of its actions `WinAction` is a victory in a contest), and a `Role` would stand between recipient and text, where
readers of `award` look for the text. An event may have an organiser and a day, and needs neither. Recipients and works carry
the plain text besides. What schema.org has no word for is in a small vocabulary of our own, `aw:`, defined in `shapes.ttl`
beside the shapes that valid data conforms to. Articles are what a conferral `prov:wasDerivedFrom` (https://www.w3.org/TR/prov-o/).

Identifiers are `Snapshot.base` and the entry's id, percent-encoded where a URI needs it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from rdflib import OWL, PROV, RDF, SDO, SKOS, XSD, Namespace, URIRef

from extractor.archive.entries import ERA
from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractor.archive.entries import Authority, AuthorityKind, Conferral, Source
    from extractor.archive.exchange import Snapshot

AW = Namespace("urn:thai-awards:vocabulary#")
"""Our own terms; the same for every archive, whatever its base."""
WIKIDATA = Namespace("http://www.wikidata.org/entity/")
PREFIXES: dict[str, str] = {
    "aw": str(AW),
    "owl": str(OWL),
    "prov": str(PROV),
    "schema": str(SDO),
    "skos": str(SKOS),
    "xsd": str(XSD),
}

# each looked up once: there are millions of them in an export
_AW_AWARD_CLASS = AW.Award
_AW_CONFERRAL = AW.Conferral
_AW_AUTHORITY_STATUS = AW.authorityStatus
_AW_AWARD = AW.award
_AW_AWARD_NAME = AW.awardName
_AW_BRANCH = AW.branch
_AW_CATEGORY = AW.category
_AW_CONFERRED_BY = AW.conferredBy
_AW_CONFERRED_BY_NAME = AW.conferredByName
_AW_CONFIDENCE = AW.confidence
_AW_CORRECTED = AW.corrected
_AW_EDITION = AW.edition
_AW_LEVEL = AW.level
_AW_LEVEL_CODE = AW.levelCode
_AW_OUTLET = AW.outlet
_AW_PARENT = AW.parent
_AW_PARENT_NAME = AW.parentName
_AW_PROVINCE = AW.province
_AW_RECIPIENT = AW.recipient
_AW_RECIPIENT_KIND = AW.recipientKind
_AW_RECIPIENT_NAME = AW.recipientName
_AW_RETRIEVED = AW.retrieved
_AW_STATE = AW.state
_AW_STATUS = AW.status
_AW_TEXT_SHA256 = AW.textSha256
_AW_WORK = AW.work
_AW_WORK_NAME = AW.workName
_AW_YEAR = AW.year
_AW_YEAR_LABEL = AW.yearLabel
_OWL_SAME_AS = OWL.sameAs
_PROV_ENTITY = PROV.Entity
_PROV_WAS_DERIVED_FROM = PROV.wasDerivedFrom
TYPE = RDF.type
"""The predicate of classes."""
_SDO_CREATIVE_WORK = SDO.CreativeWork
_SDO_DATASET = SDO.Dataset
_SDO_EVENT = SDO.Event
_SDO_NEWS_ARTICLE = SDO.NewsArticle
_SDO_ORGANIZATION = SDO.Organization
_SDO_PERSON = SDO.Person
_SDO_THING = SDO.Thing
_SDO_AFFILIATION = SDO.affiliation
_SDO_AWARD = SDO.award
_SDO_DATE_PUBLISHED = SDO.datePublished
_SDO_HEADLINE = SDO.headline
_SDO_IDENTIFIER = SDO.identifier
_SDO_NAME = SDO.name
_SDO_ORGANIZER = SDO.organizer
_SDO_PARENT_ORGANIZATION = SDO.parentOrganization
_SDO_START_DATE = SDO.startDate
_SDO_URL = SDO.url
_SKOS_ALT_LABEL = SKOS.altLabel
_SKOS_NOTE = SKOS.note
_XSD_DATE = XSD.date
_XSD_DECIMAL = XSD.decimal
_XSD_G_YEAR = XSD.gYear
_XSD_G_YEAR_MONTH = XSD.gYearMonth
_XSD_INTEGER = XSD.integer

_BASE = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*: [^\x00-\x20<>"{}|\\^`]* """, re.VERBOSE)
_CALENDAR = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_LINK = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
_NOTE = re.compile(r"(?<!\w)wikidata:(Q[1-9]\d*)(?!\w)")
_THAI = re.compile(r"[\u0e01-\u0e5b]")
_CLASSES: dict[AuthorityKind, URIRef] = {
    "organisation": _SDO_ORGANIZATION,
    "person": _SDO_PERSON,
    "award": _AW_AWARD_CLASS,
    "work": _SDO_CREATIVE_WORK,
    "other": _SDO_THING,
}
_ABOVE: dict[AuthorityKind, URIRef] = {
    "organisation": _SDO_PARENT_ORGANIZATION,
    "person": _SDO_AFFILIATION,
    "award": _AW_CONFERRED_BY,
    "work": _AW_PARENT,
    "other": _AW_PARENT,
}
_BEARERS = frozenset({"organisation", "person", "work"})
"""The kinds whose schema.org class has the property `award`."""


class Words(NamedTuple):
    """A literal: its text, and the language or the datatype that it has; a light one, as an export makes millions."""

    text: str
    language: str | None = None
    kind: URIRef | None = None


class Node(NamedTuple):
    """A subject and what is said of it: pairs of predicate and object, in a fixed order."""

    subject: URIRef
    pairs: list[tuple[URIRef, URIRef | Words]]


@dataclass(frozen=True, slots=True)
class Names:
    """Makes the URIs of one archive's entries.

    Raises:
        ArchiveError: where `base` cannot begin a URI.
    """

    base: str

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise ArchiveError(
                f"{self.base!r} cannot begin the URIs of a linked-data export",
                remedy="give a base such as https://awards.example.org/",
            )

    def entry(self, identifier: str) -> URIRef:
        """The URI of a conferral or an authority.

        >>> str(Names("https://awards.example.org/").entry("organisation:dep-cdd"))
        'https://awards.example.org/organisation:dep-cdd'
        """
        return _uri(self.base, identifier)

    def article(self, source: Source) -> URIRef:
        """The URI of an article: `article/`, its outlet (`-` where it has none) and its id."""
        outlet = quote(source.outlet, safe="~", errors="replace") if source.outlet else "-"
        return URIRef(f"{self.base}article/{outlet}/{quote(source.article_id, safe='~', errors='replace')}")


@lru_cache(maxsize=128)
def _uri(base: str, identifier: str) -> URIRef:
    return URIRef(base + quote(identifier, safe=":~", errors="replace"))


def link(url: str | None) -> str | None:
    """A web address with every character that a URI may not hold percent-encoded; None for anything but http and https.

    >>> link('https://example.org/ข่าว?q="a|b"')
    'https://example.org/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7?q=%22a%7Cb%22'
    >>> link("javascript:alert(1)") is None
    True
    """
    url = (url or "").strip()
    return quote(url, safe="%/:=&?~#+!$,;'@()*[]", errors="replace") if _LINK.match(url) else None


def has_thai(text: str) -> bool:
    """Whether a Thai letter, sign or digit stands in the text."""
    return _THAI.search(text) is not None


@lru_cache(maxsize=128)
def text(value: str, language: str | None = None) -> Words:
    """A literal; in Thai where it has a Thai letter, else in `language`, where that is given, else in no language."""
    value = value.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair has no place in UTF-8
    return Words(value, language="th" if has_thai(value) else language)


def is_calendar(value: str) -> bool:
    """Whether the value is an ISO date, month or year of the calendar (2022-09-12, 2022-09, 2022).

    >>> is_calendar("2022-09"), is_calendar("2022-02-30"), is_calendar("2022-W05-1")
    (True, False, False)
    """
    try:
        return _CALENDAR.fullmatch(value) is not None and bool(date.fromisoformat((value + "-01-01")[:10]))
    except ValueError:
        return False


def day(value: str) -> Words:
    """An ISO date, month or year as a literal of its own type; anything else as plain text."""
    if not is_calendar(value):
        return text(value)
    return Words(value, kind={10: _XSD_DATE, 7: _XSD_G_YEAR_MONTH, 4: _XSD_G_YEAR}[len(value)])


def award_text(conferral: Conferral) -> str:
    """The award as schema.org has it, in plain text, with its year of the Buddhist era and its edition.

    The award's name (else the word รางวัล), year and edition, then branch, category and level, between commas:
    `รางวัลเลิศรัฐ พ.ศ. 2565, บริการภาครัฐ, พัฒนาการบริการ, ดี`.
    """
    name = conferral.award or "รางวัล"
    if conferral.year is not None:
        name += f" {year_label(conferral.year)}"
    if conferral.edition is not None:
        name += f" ครั้งที่ {conferral.edition}"
    return ", ".join(part for part in (name, conferral.branch, conferral.category, conferral.level) if part)


def year_label(year: int) -> str:
    """A year CE as it is written in Thai.

    >>> year_label(2022)
    'พ.ศ. 2565'
    """
    return f"พ.ศ. {year + ERA}"


def conferral_node(conferral: Conferral, names: Names) -> Node:
    """The node of a conferral: all its fields but the evidence, and the articles it was derived from.

    Names stand as text beside the URIs, so that a conferral can be read without its authorities' nodes, and one whose
    recipient a person wrote in by hand is whole.
    """
    receiver = conferral.recipient or conferral.work
    pairs: list[tuple[URIRef, URIRef | Words]] = [
        (TYPE, _AW_CONFERRAL),
        (TYPE, _SDO_EVENT),
        (_SDO_IDENTIFIER, Words(conferral.id)),
        (_SDO_NAME, text(award_text(conferral) + (f": {receiver}" if receiver else ""))),
    ]
    linked = (
        (_AW_AWARD, conferral.award_id),
        (_AW_RECIPIENT, conferral.recipient_id),
        (_AW_WORK, conferral.work_id),
        (_AW_PARENT, conferral.parent_id),
        (_AW_CONFERRED_BY, conferral.conferred_by_id),
        (_SDO_ORGANIZER, conferral.conferred_by_id),
    )
    pairs += [(predicate, names.entry(value)) for predicate, value in linked if value is not None]
    written = (
        (_AW_AWARD_NAME, conferral.award),
        (_AW_RECIPIENT_NAME, conferral.recipient),
        (_AW_WORK_NAME, conferral.work),
        (_AW_PARENT_NAME, conferral.parent),
        (_AW_CONFERRED_BY_NAME, conferral.conferred_by),
        (_AW_BRANCH, conferral.branch),
        (_AW_CATEGORY, conferral.category),
        (_AW_LEVEL, conferral.level),
        (_AW_PROVINCE, conferral.province),
    )
    pairs += [(predicate, text(value)) for predicate, value in written if value is not None]
    codes = (
        (_AW_LEVEL_CODE, conferral.level_code),
        (_AW_RECIPIENT_KIND, conferral.recipient_kind),
        (_AW_STATUS, conferral.status),
        (_AW_STATE, conferral.state),
    )
    pairs += [(predicate, Words(value)) for predicate, value in codes if value is not None]
    if conferral.year is not None:
        pairs.append((_AW_YEAR, Words(f"{conferral.year:04}", kind=_XSD_G_YEAR)))
        pairs.append((_AW_YEAR_LABEL, text(year_label(conferral.year))))
    if conferral.edition is not None:
        pairs.append((_AW_EDITION, Words(str(conferral.edition), kind=_XSD_INTEGER)))
    if conferral.date is not None:
        pairs.append((_SDO_START_DATE, day(conferral.date)))
    pairs.append((_AW_CONFIDENCE, Words(format(Decimal(str(conferral.confidence)), "f"), kind=_XSD_DECIMAL)))
    pairs += [(_AW_CORRECTED, Words(field)) for field in conferral.corrected]
    pairs += [(_PROV_WAS_DERIVED_FROM, names.article(source)) for source in conferral.sources]
    return Node(names.entry(conferral.id), pairs)


def bearer_nodes(conferral: Conferral, names: Names) -> Iterator[Node]:
    """What the conferral says of its recipient and its work: the award in plain text, where their class can have one."""
    award = text(award_text(conferral))
    if conferral.recipient_id is not None and conferral.recipient_kind in _BEARERS:
        yield Node(names.entry(conferral.recipient_id), [(_SDO_AWARD, award)])
    if conferral.work_id is not None and conferral.work_id != conferral.recipient_id:
        yield Node(names.entry(conferral.work_id), [(_SDO_AWARD, award)])


def article_node(source: Source, names: Names) -> Node:
    """The node of an article: headline, address, outlet and dates; not its text."""
    pairs: list[tuple[URIRef, URIRef | Words]] = [
        (TYPE, _SDO_NEWS_ARTICLE),
        (TYPE, _PROV_ENTITY),
        (_SDO_IDENTIFIER, text(source.article_id)),
    ]
    if source.title is not None:
        pairs.append((_SDO_HEADLINE, text(source.title)))
    if (url := link(source.url)) is not None:
        pairs.append((_SDO_URL, URIRef(url)))
    if source.outlet is not None:
        pairs.append((_AW_OUTLET, text(source.outlet)))
    if source.published is not None:
        pairs.append((_SDO_DATE_PUBLISHED, day(source.published)))
    pairs += [(_AW_RETRIEVED, day(source.retrieved)), (_AW_TEXT_SHA256, Words(source.text_sha256))]
    return Node(names.article(source), pairs)


def noted_item(authority: Authority) -> str | None:
    """The authority's Wikidata item, where its note has one, written `wikidata:Q…`; else None."""
    match = _NOTE.search(authority.note or "")
    return None if match is None else match[1]


def authority_node(authority: Authority, names: Names, item: str | None = None) -> Node:
    """The node of an authority; `item` is its Wikidata item (`Q…`), where another is known than its note has."""
    pairs: list[tuple[URIRef, URIRef | Words]] = [
        (TYPE, _CLASSES[authority.kind]),
        (_SDO_IDENTIFIER, Words(authority.id)),
    ]
    if authority.name != authority.english:
        pairs.append((_SDO_NAME, text(authority.name)))
    if authority.english is not None:
        pairs.append((_SDO_NAME, text(authority.english, "en")))
    pairs += [(_SKOS_ALT_LABEL, text(form)) for form in authority.forms if form not in {authority.name, authority.english}]
    if authority.parent is not None:
        pairs.append((_ABOVE[authority.kind], names.entry(authority.parent)))
    if authority.province is not None:
        pairs.append((_AW_PROVINCE, text(authority.province)))
    pairs.append((_AW_AUTHORITY_STATUS, Words(authority.status)))
    if authority.note is not None:
        pairs.append((_SKOS_NOTE, text(authority.note)))
    if (same := item or noted_item(authority)) is not None:
        pairs.append((_OWL_SAME_AS, WIKIDATA[same]))
    return Node(names.entry(authority.id), pairs)


def named_node(identifier: str, kind: AuthorityKind, name: str, names: Names) -> Node:
    """The node of an authority of which no more is at hand than its kind and its name."""
    return Node(
        names.entry(identifier),
        [(TYPE, _CLASSES[kind]), (_SDO_IDENTIFIER, Words(identifier)), (_SDO_NAME, text(name))],
    )


def nodes(snapshot: Snapshot, items: Mapping[str, str] | None = None) -> Iterator[Node]:
    """All nodes of a snapshot: the data set, the authorities, then each conferral behind the articles new with it.

    `items` gives authorities' Wikidata items by authority id, before those in their notes. What is kept in
    memory is one hash an article.

    Raises:
        ArchiveError: at once, where the snapshot's base cannot begin a URI.
    """
    return _nodes(snapshot, Names(snapshot.base), items or {})


def _nodes(snapshot: Snapshot, names: Names, items: Mapping[str, str]) -> Iterator[Node]:
    yield Node(URIRef(snapshot.base), [(TYPE, _SDO_DATASET), (_SDO_NAME, text(snapshot.name))])
    for authority in snapshot.authorities():
        yield authority_node(authority, names, items.get(authority.id))
    told: set[int] = set()
    for conferral in snapshot.conferrals():
        for source in conferral.sources:
            mark = hash((source.outlet, source.article_id))
            if mark not in told:
                told.add(mark)
                yield article_node(source, names)
        yield conferral_node(conferral, names)
        yield from bearer_nodes(conferral, names)


def shapes() -> str:
    """The vocabulary and the SHACL shapes of our linked data, in Turtle."""
    return files("extractor.archive.exchange").joinpath("shapes.ttl").read_text(encoding="utf-8")
