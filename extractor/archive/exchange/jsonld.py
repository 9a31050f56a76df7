"""Writes an archive as JSON-LD, and single conferrals and authorities for embedding in web pages.

The context stands in the document, so that nothing has to be fetched to read it; keys without a prefix are schema.org's
(https://www.w3.org/TR/json-ld11/, https://schema.org).
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from rdflib import OWL, PROV, RDF, SDO, XSD, Literal, URIRef

from extractor.archive.exchange.linked import (
    AW,
    PREFIXES,
    Names,
    Node,
    article_node,
    authority_node,
    bearer_nodes,
    conferral_node,
    named_node,
    nodes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import BinaryIO

    from extractor.archive.entries import Authority, AuthorityKind, Conferral, Source
    from extractor.archive.exchange import Snapshot

_LINKS = (
    SDO.url,
    SDO.organizer,
    SDO.parentOrganization,
    SDO.affiliation,
    AW.award,
    AW.recipient,
    AW.work,
    AW.parent,
    AW.conferredBy,
    PROV.wasDerivedFrom,
    OWL.sameAs,
)
_TYPES = {
    SDO.startDate: XSD.date,
    SDO.datePublished: XSD.date,
    AW.retrieved: XSD.date,
    AW.year: XSD.gYear,
    AW.confidence: XSD.decimal,
}


@cache
def _key(uri: URIRef) -> str:
    if uri.startswith(str(SDO)):
        return str(uri)[len(str(SDO)) :]
    prefix, namespace = next((prefix, space) for prefix, space in PREFIXES.items() if uri.startswith(space))
    return f"{prefix}:{uri[len(namespace) :]}"


CONTEXT: dict[str, Any] = {
    "@vocab": str(SDO),
    **{prefix: namespace for prefix, namespace in PREFIXES.items() if prefix != "schema"},
    **{_key(uri): {"@type": "@id"} for uri in _LINKS},
    **{_key(uri): {"@type": _key(datatype)} for uri, datatype in _TYPES.items()},
}
"""The `@context` of every document."""


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write the snapshot as JSON-LD in UTF-8, one node a line.

    Raises:
        ArchiveError: where the snapshot's base cannot begin a URI.
    """
    write_jsonld(snapshot, target)


def write_jsonld(snapshot: Snapshot, target: BinaryIO, items: Mapping[str, str] | None = None) -> None:
    """Write the snapshot as JSON-LD; `items` gives Wikidata items by authority id, before those in authorities' notes."""
    told = nodes(snapshot, items)
    target.write(f'{{"@context": {_dump(CONTEXT)},\n"@graph": ['.encode())
    between = "\n"
    for node in told:
        target.write((between + _dump(node_json(node))).encode())
        between = ",\n"
    target.write(b"\n]}\n")


def conferral_jsonld(conferral: Conferral, base: str) -> str:
    """One conferral with its articles, award, recipient, work and bodies, as JSON-LD for a page's `<script>` element.

    No text in it can end the element: `<`, `>` and `&` are written as escapes.

    Raises:
        ArchiveError: where `base` cannot begin a URI.
    """
    return _page(_told(conferral, Names(base)))


def article_jsonld(source: Source, conferrals: Iterable[Conferral], base: str) -> str:
    """One article with the conferrals that it tells, each with what belongs to it, every node once.

    Raises:
        ArchiveError: where `base` cannot begin a URI.
    """
    names = Names(base)
    found = {names.article(source): article_node(source, names)}
    for conferral in conferrals:
        for node in _told(conferral, names):
            known = found.setdefault(node.subject, node)
            known.pairs.extend(pair for pair in node.pairs if pair not in known.pairs)
    return _page(found.values())


def _told(conferral: Conferral, names: Names) -> list[Node]:
    named: tuple[tuple[str | None, AuthorityKind | None, str | None], ...] = (
        (conferral.award_id, "award", conferral.award),
        (conferral.recipient_id, conferral.recipient_kind or "other", conferral.recipient),
        (conferral.work_id, "work", conferral.work),
        (conferral.parent_id, _kind(conferral.parent_id), conferral.parent),
        (conferral.conferred_by_id, _kind(conferral.conferred_by_id), conferral.conferred_by),
    )
    stubs = {
        identifier: named_node(identifier, kind, name, names) for identifier, kind, name in named if identifier and kind and name
    }
    for node in bearer_nodes(conferral, names):
        for stub in stubs.values():
            if stub.subject == node.subject:
                stub.pairs.extend(node.pairs)
    articles = {names.article(source): article_node(source, names) for source in conferral.sources}
    return [conferral_node(conferral, names), *stubs.values(), *articles.values()]


def authority_jsonld(authority: Authority, base: str, item: str | None = None) -> str:
    """One authority as JSON-LD for a page's `<script>` element.

    `item` is its Wikidata item (`Q…`), where another is known than its note has.

    Raises:
        ArchiveError: where `base` cannot begin a URI.
    """
    return _page([authority_node(authority, Names(base), item)])


def node_json(node: Node) -> dict[str, Any]:
    """One node as a JSON-LD object in the terms of `CONTEXT`."""
    found: dict[str, list[Any]] = {}
    for predicate, value in node.pairs:
        if predicate == RDF.type and isinstance(value, URIRef):
            found.setdefault("@type", []).append(_key(value))
        else:
            found.setdefault(_key(predicate), []).append(_value(predicate, value))
    return {"@id": str(node.subject)} | {key: values[0] if len(values) == 1 else values for key, values in found.items()}


def _value(predicate: URIRef, value: URIRef | Literal) -> str | int | dict[str, str]:
    if isinstance(value, URIRef):
        return str(value) if predicate in _LINKS else {"@id": str(value)}
    if value.language is not None:
        return {"@value": str(value), "@language": value.language}
    if value.datatype == XSD.integer:
        return int(value)
    if value.datatype != _TYPES.get(predicate):
        return {"@value": str(value)} | ({"@type": _key(value.datatype)} if value.datatype is not None else {})
    return str(value)


def _kind(identifier: str | None) -> AuthorityKind:
    kinds: dict[str, AuthorityKind] = {"organisation": "organisation", "person": "person", "award": "award", "work": "work"}
    return kinds.get((identifier or "").partition(":")[0], "other")


def _page(page: Iterable[Node]) -> str:
    said = _dump({"@context": CONTEXT, "@graph": [node_json(node) for node in page]})
    return said.translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
