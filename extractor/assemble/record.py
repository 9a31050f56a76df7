"""The record of an article, built from all that was found in it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.assemble.claims import find_claims, find_warnings
from extractor.assemble.conferral import CONFERRED
from extractor.models import Article, Ceremony, Conferral, Mention, Organisation, Person, Provenance, Record, Unconferred
from extractor.version import __version__

if TYPE_CHECKING:
    from extractor.assemble.ceremonies import CeremonyFound
    from extractor.assemble.conferral import ConferralFound
    from extractor.assemble.findings import Findings
    from extractor.assemble.unconferred import UnconferredFound
    from extractor.document import OrganisationFound, PersonFound, Span, Text


@dataclass(frozen=True, slots=True)
class Found:
    """What the stages found in an article, in offsets of its clean text; `findings` is None where it is about no award."""

    title: Span | None
    published: Span | None
    conferrals: list[ConferralFound]
    unconferred: list[UnconferredFound]
    ceremonies: list[CeremonyFound]
    people: list[PersonFound]
    organisations: list[OrganisationFound]
    dates: list[Span]
    findings: Findings | None


def build_record(article: Article, text: Text, found: Found, *, gazetteers: str) -> Record:
    """The record, with every span as a mention in the article's text as given.

    Args:
        article: the article.
        text: its clean text and the way back to what was given.
        found: what the stages found.
        gazetteers: the hash over the gazetteers in use.
    """
    conferred = [c for c in found.conferrals if c.status in CONFERRED]
    distinct = {date.value: date for date in reversed(found.dates) if date.value is not None}
    mention = text.mention
    return Record(
        id=article.id,
        source=article.source,
        text_sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=_maybe(text, found.title),
        published=_maybe(text, found.published),
        awards=tuple(_conferral(article, text, c) for c in conferred),
        unconferred=tuple(
            Unconferred(award=mention(u.award), status=u.status, cue=_maybe(text, u.cue)) for u in found.unconferred
        ),
        ceremonies=tuple(
            Ceremony(
                award=_maybe(text, c.award),
                date=_maybe(text, c.date),
                organiser=_maybe(text, c.organiser),
                presided_by=_maybe(text, c.presided_by),
                venue=_maybe(text, c.venue),
            )
            for c in found.ceremonies
        ),
        people=tuple(
            Person(
                name=mention(p.name),
                honorific=_maybe(text, p.honorific),
                position=_maybe(text, p.position),
                mentions=tuple(mention(m) for m in p.mentions),
            )
            for p in found.people
        ),
        organisations=tuple(
            Organisation(name=mention(o.name), aliases=tuple(mention(a) for a in o.aliases)) for o in found.organisations
        ),
        dates=tuple(mention(d) for d in found.dates if d.value is not None and distinct[d.value] is d),
        claims=() if found.findings is None else find_claims(found.findings, conferred, text),
        warnings=find_warnings(found.findings, conferred, found.dates, text),
        extractor=Provenance(version=__version__, gazetteers=gazetteers),
        meta=article.meta,
    )


def _maybe(text: Text, span: Span | None) -> Mention | None:
    return None if span is None else text.mention(span)


def _conferral(article: Article, text: Text, found: ConferralFound) -> Conferral:
    values = {name: _maybe(text, span) for name, span in found.fields.items()}
    said = "\x1f".join(re.sub(r"\s+", " ", value.text) if value else "" for value in values.values())
    digest = hashlib.sha256(f"{article.id}\x1f{said}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Conferral(id=digest, status=found.status, confidence=found.confidence, **values)
