"""Writes an archive as Turtle, node by node, so that its size is no matter of memory (https://www.w3.org/TR/turtle/)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rdflib import RDF, Literal, URIRef

from extractor.archive.exchange.linked import PREFIXES, Node, nodes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

    from extractor.archive.exchange import Snapshot


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write the snapshot as Turtle, in UTF-8.

    Raises:
        ArchiveError: where the snapshot's base cannot begin a URI.
    """
    write_turtle(snapshot, target)


def write_turtle(snapshot: Snapshot, target: BinaryIO, items: Mapping[str, str] | None = None) -> None:
    """Write the snapshot as Turtle; `items` gives Wikidata items by authority id, before those in authorities' notes."""
    told = nodes(snapshot, items)
    target.write("".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items()).encode())
    target.writelines(("\n" + node_turtle(node)).encode() for node in told)


def node_turtle(node: Node) -> str:
    """One node in Turtle, in the prefixes of `linked.PREFIXES`, one predicate a line."""
    objects: dict[URIRef, list[str]] = {}
    for predicate, value in node.pairs:
        objects.setdefault(predicate, []).append(_term(value))
    lines = [f"{_predicate(predicate)} {', '.join(values)}" for predicate, values in objects.items()]
    return f"{node.subject.n3()} " + " ;\n    ".join(lines) + " .\n"


@cache
def _predicate(predicate: URIRef) -> str:
    return "a" if predicate == RDF.type else _short(predicate)


def _term(value: URIRef | Literal) -> str:
    if isinstance(value, URIRef):
        return _short(value)
    if value.datatype is not None:  # a date or a number, which has nothing to escape
        return f'"{value}"^^{_predicate(value.datatype)}'
    return value.n3()


def _short(uri: URIRef) -> str:
    for prefix, namespace in PREFIXES.items():
        if uri.startswith(namespace):
            local = uri[len(namespace) :]
            if local.isascii() and local.isalnum():
                return f"{prefix}:{local}"
    return uri.n3()
