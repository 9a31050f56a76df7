"""Writes an archive as Turtle, node by node, so that its size is no matter of memory (https://www.w3.org/TR/turtle/)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rdflib import URIRef

from extractor.archive.exchange.linked import PREFIXES, TYPE, Node, Words, nodes

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
    return f"<{node.subject}> " + " ;\n    ".join(lines) + " .\n"


@cache
def _predicate(predicate: URIRef) -> str:
    return "a" if predicate == TYPE else _short(predicate)


_ODD = re.compile(r'["\\\n\r]')
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
"""What a quoted string of Turtle may not hold as it is."""


def _term(value: URIRef | Words) -> str:
    if isinstance(value, URIRef):
        return _short(value)
    text = value.text
    said = f'"{text.translate(_ESCAPED) if _ODD.search(text) else text}"'
    if value.kind is not None:
        return f"{said}^^{_predicate(value.kind)}"
    return said if value.language is None else f"{said}@{value.language}"


@lru_cache(maxsize=128)
def _short(uri: URIRef) -> str:
    for prefix, namespace in PREFIXES.items():
        if uri.startswith(namespace):
            local = uri[len(namespace) :]
            if local.isascii() and local.isalnum():
                return f"{prefix}:{local}"
    return f"<{uri}>"  # each is percent-encoded where it is made
