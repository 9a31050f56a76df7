"""Writes conferrals in Dublin Core, as OAI-PMH asks of every repository (`oai_dc`).

The fifteen elements: https://www.dublincore.org/specifications/dublin-core/dces/. The container:
https://www.openarchives.org/OAI/openarchivesprotocol.html#dublincore.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from lxml import etree

from extractor.archive.exchange.catalogue import award_words, date_in_both, honoured_work, plain, title_parts
from extractor.archive.exchange.linked import is_calendar, link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.archive.entries import Conferral
    from extractor.archive.exchange import Snapshot

OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = f"{OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
_PREFIXES = {"oai_dc": OAI_DC, "dc": DC, "xsi": _XSI}


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write a `collection` with one `oai_dc:dc` a conferral, one at a time.

    Dublin Core has no element for a set of records, so the outer one is of no namespace.
    """
    with etree.xmlfile(target, encoding="utf-8") as out:
        out.write_declaration()
        with out.element("collection", nsmap=_PREFIXES):
            out.write("\n")
            for conferral in snapshot.conferrals():
                out.write(dublin_core(conferral, snapshot.base))
                out.write("\n")
    target.write(b"\n")


def dublin_core(conferral: Conferral, base: str) -> etree._Element:
    """A conferral as an `oai_dc:dc` element; `base` before its id makes the identifier a URI.

    It describes the honoured work where there is one, else the honour. Elements that would be empty are left out, values that
    repeat within an element are given once.
    """
    root = etree.Element(f"{{{OAI_DC}}}dc", nsmap=_PREFIXES)
    root.set(f"{{{_XSI}}}schemaLocation", _SCHEMA)
    told: set[tuple[str, str]] = set()
    for name, value in _values(conferral, base):
        value = plain(value)
        if value and (name, value) not in told:
            told.add((name, value))
            etree.SubElement(root, f"{{{DC}}}{name}").text = value
    return root


def _values(conferral: Conferral, base: str) -> Iterator[tuple[str, str | None]]:
    work = honoured_work(conferral)
    yield "title", ": ".join(part for part in title_parts(conferral) if part)
    if conferral.recipient_kind != "work":
        yield "creator", conferral.recipient
    for subject in (conferral.award, conferral.branch, conferral.category, conferral.level):
        yield "subject", subject
    yield "description", _description(conferral)
    yield "contributor", conferral.conferred_by
    yield "contributor", conferral.parent
    if conferral.date is not None and is_calendar(conferral.date):
        yield "date", conferral.date
    elif conferral.year is not None:
        yield "date", f"{conferral.year:04}"
    # "Event" is of the DCMI types, https://www.dublincore.org/specifications/dublin-core/dcmi-type-vocabulary/
    yield "type", "ผลงานที่ได้รับรางวัล" if work else "Event"
    yield "identifier", base + conferral.id
    yield "identifier", conferral.id
    for source in conferral.sources:
        yield "source", link(source.url)
        yield "source", source.outlet
    yield "language", "th"
    yield "coverage", conferral.province


def _description(conferral: Conferral) -> str:
    told = (
        ("รางวัล: ", award_words(conferral)),
        ("ผลงาน: ", plain(conferral.work)),
        ("ผู้รับรางวัล: ", plain(conferral.recipient)),
        ("สังกัด: ", plain(conferral.parent)),
        ("ผู้มอบรางวัล: ", plain(conferral.conferred_by)),
        ("พิธีมอบรางวัล: ", "" if conferral.date is None else date_in_both(conferral.date)),
    )
    return "; ".join(label + value for label, value in told if value)
