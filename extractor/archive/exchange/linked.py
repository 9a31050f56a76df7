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
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from rdflib import OWL, PROV, RDF, SDO, SKOS, XSD, Literal, Namespace, URIRef

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

_BASE = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*: [^\x00-\x20<>"{}|\\^`]* """, re.VERBOSE)
_CALENDAR = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_LINK = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
_NOTE = re.compile(r"(?<!\w)wikidata:(Q[1-9]\d*)(?!\w)")
_THAI = re.compile(r"[\u0e01-\u0e5b]")
_CLASSES: dict[AuthorityKind, URIRef] = {
    "organisation": SDO.Organization,
    "person": SDO.Person,
    "award": AW.Award,
    "work": SDO.CreativeWork,
    "other": SDO.Thing,
}
_ABOVE: dict[AuthorityKind, URIRef] = {
    "organisation": SDO.parentOrganization,
    "person": SDO.affiliation,
    "award": AW.conferredBy,
    "work": AW.parent,
    "other": AW.parent,
}
_BEARERS = frozenset({"organisation", "person", "work"})
"""The kinds whose schema.org class has the property `award`."""


class Node(NamedTuple):
    """A subject and what is said of it: pairs of predicate and object, in a fixed order."""

    subject: URIRef
    pairs: list[tuple[URIRef, URIRef | Literal]]


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
        return URIRef(self.base + quote(identifier, safe=":~", errors="replace"))

    def article(self, source: Source) -> URIRef:
        """The URI of an article: `article/`, its outlet (`-` where it has none) and its id."""
        outlet = quote(source.outlet, safe="~", errors="replace") if source.outlet else "-"
        return URIRef(f"{self.base}article/{outlet}/{quote(source.article_id, safe='~', errors='replace')}")


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


def text(value: str, language: str | None = None) -> Literal:
    """A literal; in Thai where it has a Thai letter, else in `language`, where that is given, else in no language."""
    value = value.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair has no place in UTF-8
    return Literal(value, lang="th" if has_thai(value) else language)


def is_calendar(value: str) -> bool:
    """Whether the value is an ISO date, month or year of the calendar (2022-09-12, 2022-09, 2022).

    >>> is_calendar("2022-09"), is_calendar("2022-02-30"), is_calendar("2022-W05-1")
    (True, False, False)
    """
    try:
        return _CALENDAR.fullmatch(value) is not None and bool(date.fromisoformat((value + "-01-01")[:10]))
    except ValueError:
        return False


def day(value: str) -> Literal:
    """An ISO date, month or year as a literal of its own type; anything else as plain text."""
    if not is_calendar(value):
        return text(value)
    return Literal(value, datatype={10: XSD.date, 7: XSD.gYearMonth, 4: XSD.gYear}[len(value)])


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
    pairs: list[tuple[URIRef, URIRef | Literal]] = [
        (RDF.type, AW.Conferral),
        (RDF.type, SDO.Event),
        (SDO.identifier, Literal(conferral.id)),
        (SDO.name, text(award_text(conferral) + (f": {receiver}" if receiver else ""))),
    ]
    linked = (
        (AW.award, conferral.award_id),
        (AW.recipient, conferral.recipient_id),
        (AW.work, conferral.work_id),
        (AW.parent, conferral.parent_id),
        (AW.conferredBy, conferral.conferred_by_id),
        (SDO.organizer, conferral.conferred_by_id),
    )
    pairs += [(predicate, names.entry(value)) for predicate, value in linked if value is not None]
    written = (
        (AW.awardName, conferral.award),
        (AW.recipientName, conferral.recipient),
        (AW.workName, conferral.work),
        (AW.parentName, conferral.parent),
        (AW.conferredByName, conferral.conferred_by),
        (AW.branch, conferral.branch),
        (AW.category, conferral.category),
        (AW.level, conferral.level),
        (AW.province, conferral.province),
    )
    pairs += [(predicate, text(value)) for predicate, value in written if value is not None]
    codes = (
        (AW.levelCode, conferral.level_code),
        (AW.recipientKind, conferral.recipient_kind),
        (AW.status, conferral.status),
        (AW.state, conferral.state),
    )
    pairs += [(predicate, Literal(value)) for predicate, value in codes if value is not None]
    if conferral.year is not None:
        pairs.append((AW.year, Literal(f"{conferral.year:04}", datatype=XSD.gYear)))
        pairs.append((AW.yearLabel, text(year_label(conferral.year))))
    if conferral.edition is not None:
        pairs.append((AW.edition, Literal(str(conferral.edition), datatype=XSD.integer)))
    if conferral.date is not None:
        pairs.append((SDO.startDate, day(conferral.date)))
    pairs.append((AW.confidence, Literal(format(Decimal(str(conferral.confidence)), "f"), datatype=XSD.decimal)))
    pairs += [(AW.corrected, Literal(field)) for field in conferral.corrected]
    pairs += [(PROV.wasDerivedFrom, names.article(source)) for source in conferral.sources]
    return Node(names.entry(conferral.id), pairs)


def bearer_nodes(conferral: Conferral, names: Names) -> Iterator[Node]:
    """What the conferral says of its recipient and its work: the award in plain text, where their class can have one."""
    award = text(award_text(conferral))
    if conferral.recipient_id is not None and conferral.recipient_kind in _BEARERS:
        yield Node(names.entry(conferral.recipient_id), [(SDO.award, award)])
    if conferral.work_id is not None and conferral.work_id != conferral.recipient_id:
        yield Node(names.entry(conferral.work_id), [(SDO.award, award)])


def article_node(source: Source, names: Names) -> Node:
    """The node of an article: headline, address, outlet and dates; not its text."""
    pairs: list[tuple[URIRef, URIRef | Literal]] = [
        (RDF.type, SDO.NewsArticle),
        (RDF.type, PROV.Entity),
        (SDO.identifier, text(source.article_id)),
    ]
    if source.title is not None:
        pairs.append((SDO.headline, text(source.title)))
    if (url := link(source.url)) is not None:
        pairs.append((SDO.url, URIRef(url)))
    if source.outlet is not None:
        pairs.append((AW.outlet, text(source.outlet)))
    if source.published is not None:
        pairs.append((SDO.datePublished, day(source.published)))
    pairs += [(AW.retrieved, day(source.retrieved)), (AW.textSha256, Literal(source.text_sha256))]
    return Node(names.article(source), pairs)


def noted_item(authority: Authority) -> str | None:
    """The authority's Wikidata item, where its note has one, written `wikidata:Q…`; else None."""
    match = _NOTE.search(authority.note or "")
    return None if match is None else match[1]


def authority_node(authority: Authority, names: Names, item: str | None = None) -> Node:
    """The node of an authority; `item` is its Wikidata item (`Q…`), where another is known than its note has."""
    pairs: list[tuple[URIRef, URIRef | Literal]] = [
        (RDF.type, _CLASSES[authority.kind]),
        (SDO.identifier, Literal(authority.id)),
    ]
    if authority.name != authority.english:
        pairs.append((SDO.name, text(authority.name)))
    if authority.english is not None:
        pairs.append((SDO.name, text(authority.english, "en")))
    pairs += [(SKOS.altLabel, text(form)) for form in authority.forms if form not in {authority.name, authority.english}]
    if authority.parent is not None:
        pairs.append((_ABOVE[authority.kind], names.entry(authority.parent)))
    if authority.province is not None:
        pairs.append((AW.province, text(authority.province)))
    pairs.append((AW.authorityStatus, Literal(authority.status)))
    if authority.note is not None:
        pairs.append((SKOS.note, text(authority.note)))
    if (same := item or noted_item(authority)) is not None:
        pairs.append((OWL.sameAs, WIKIDATA[same]))
    return Node(names.entry(authority.id), pairs)


def named_node(identifier: str, kind: AuthorityKind, name: str, names: Names) -> Node:
    """The node of an authority of which no more is at hand than its kind and its name."""
    return Node(
        names.entry(identifier),
        [(RDF.type, _CLASSES[kind]), (SDO.identifier, Literal(identifier)), (SDO.name, text(name))],
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
    yield Node(URIRef(snapshot.base), [(RDF.type, SDO.Dataset), (SDO.name, text(snapshot.name))])
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
