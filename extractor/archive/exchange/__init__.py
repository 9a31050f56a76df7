"""Writes an archive in the formats of other systems.

Each format is a module with one function, `write(snapshot, target)`, and a line in `FORMATS` that says what it drops. Formats are
loaded when they are asked for, as each brings a library of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.archive.entries import Article, Authority, AuthorityKind, Conferral


class Snapshot(Protocol):
    """What is written: an archive, or what a search found in it, as it stood at one moment.

    Everything comes in a fixed order, so that the same archive gives the same file; each call begins anew.
    """

    @property
    def name(self) -> str:
        """The archive's name, for formats that carry a title."""

    @property
    def base(self) -> str:
        """Before an id it makes a URI: `https://awards.example.org/`, or `urn:thai-awards:`."""

    def conferrals(self) -> Iterator[Conferral]:
        """The conferrals by year, award and id; rejected and merged ones left out."""

    def authorities(self, kind: AuthorityKind | None = None) -> Iterator[Authority]:
        """The authorities, of one kind or of all, by id."""

    def articles(self) -> Iterator[Article]:
        """The articles by outlet and id, with their mentions and, where the archive has it, their text."""


class _Writer(Protocol):
    def __call__(self, snapshot: Snapshot, target: BinaryIO) -> None: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its `name` on the command line, its files' `suffix`, its media type, and what it `drops`, in one line."""

    name: str
    suffix: str
    media_type: str
    drops: str
    module: str

    def write(self, snapshot: Snapshot, target: BinaryIO) -> None:
        """Write the snapshot to `target`, a binary file open for writing."""
        writer: _Writer = import_module(f"extractor.archive.exchange.{self.module}").write
        writer(snapshot, target)


FORMATS: dict[str, Format] = {
    "jsonld": Format(
        name="jsonld",
        suffix=".jsonld",
        media_type="application/ld+json",
        drops="evidence (text, offsets, rules), articles' text and mentions, web addresses that are not http or https",
        module="jsonld",
    ),
    "turtle": Format(
        name="turtle",
        suffix=".ttl",
        media_type="text/turtle",
        drops="evidence (text, offsets, rules), articles' text and mentions, web addresses that are not http or https",
        module="turtle",
    ),
    "quickstatements": Format(
        name="quickstatements",
        suffix=".quickstatements.txt",
        media_type="text/plain",
        drops="conferrals without Wikidata items or a web address, second years of one award, branch, category, level, edition",
        module="quickstatements",
    ),
    "csv": Format(
        name="csv",
        suffix=".csv",
        media_type="text/csv",
        drops="evidence, articles' text and mentions, authorities but for their names, line breaks within a cell, `|` in lists",
        module="csv_table",
    ),
    "xlsx": Format(
        name="xlsx",
        suffix=".xlsx",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        drops="evidence, articles' text and mentions, control characters, a cell's text past 32,767 units (marked), `|` in lists",
        module="xlsx",
    ),
    "parquet": Format(
        name="parquet",
        suffix=".parquet",
        media_type="application/vnd.apache.parquet",
        drops="evidence, articles' text and mentions, authorities but for their names, dates that are not a whole day",
        module="parquet",
    ),
    "arrow": Format(
        name="arrow",
        suffix=".arrow",
        media_type="application/vnd.apache.arrow.file",
        drops="evidence, articles' text and mentions, authorities but for their names, dates that are not a whole day",
        module="arrow",
    ),
    "jsonl": Format(
        name="jsonl",
        suffix=".jsonl",
        media_type="application/jsonl",
        drops="articles' text and mentions, authorities but for their names",
        module="json_lines",
    ),
    "datasette": Format(
        name="datasette",
        suffix=".db",
        media_type="application/vnd.sqlite3",
        drops="articles' text and mentions",
        module="datasette",
    ),
    "label-studio": Format(
        name="label-studio",
        suffix=".label-studio.json",
        media_type="application/json",
        drops="articles without text, rules, values and authorities of mentions, what people corrected",
        module="label_studio",
    ),
    "doccano": Format(
        name="doccano",
        suffix=".doccano.jsonl",
        media_type="application/jsonl",
        drops="articles without text, which conferral a mention is of, rules, values and authorities, what people corrected",
        module="doccano",
    ),
    "marcxml": Format(
        name="marcxml",
        suffix=".marc.xml",
        media_type="application/marcxml+xml",
        drops="evidence, articles' text, other forms of names, level codes, confidence, tellings of the past; names are one line",
        module="marcxml",
    ),
    "dublin-core": Format(
        name="dublin-core",
        suffix=".dc.xml",
        media_type="application/xml",
        drops="evidence, articles' titles, days and text, authorities but for names, confidence, status, what people corrected",
        module="dublin_core",
    ),
}
