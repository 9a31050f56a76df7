"""The record of an article, built from all that was found in it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.assemble.ceremony_reports import CeremonyFound
from extractor.assemble.claims import find_claims, find_warnings
from extractor.assemble.conferral import CONFERRED, ConferralFound
from extractor.assemble.findings import Findings
from extractor.assemble.unconferred import UnconferredFound
from extractor.document import OrganisationFound, PersonFound, Span
from extractor.models import Record
from extractor.version import __version__

if TYPE_CHECKING:
    from extractor.document import Text
    from extractor.models import Article


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
    conferred = [c for c in found.conferrals if c.status in CONFERRED and _is_whole(text, c)]
    distinct = {date.value: date for date in reversed(found.dates) if date.value is not None}
    mention = text.fields

    def maybe(span: Span | None) -> dict[str, Any] | None:
        return None if span is None else mention(span)

    return Record.model_validate(  # all at once, which is far quicker than mention by mention
        {
            "id": article.id,
            "source": article.source,
            "text_sha256": hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
            "title": maybe(found.title),
            "published": maybe(found.published),
            "awards": [_conferral(article, text, c) for c in conferred],
            "unconferred": [{"award": mention(u.award), "status": u.status, "cue": maybe(u.cue)} for u in found.unconferred],
            "ceremonies": [
                {
                    "award": maybe(c.award),
                    "date": maybe(c.date),
                    "organiser": maybe(c.organiser),
                    "presided_by": maybe(c.presided_by),
                    "venue": maybe(c.venue),
                }
                for c in found.ceremonies
            ],
            "people": [
                {
                    "name": mention(p.name),
                    "honorific": maybe(p.honorific),
                    "position": maybe(p.position),
                    "mentions": [mention(m) for m in p.mentions],
                }
                for p in found.people
            ],
            "organisations": [
                {"name": mention(o.name), "aliases": [mention(alias) for alias in o.aliases]} for o in found.organisations
            ],
            "dates": [mention(d) for d in found.dates if d.value is not None and distinct[d.value] is d],
            "claims": () if found.findings is None else find_claims(found.findings, conferred, text),
            "warnings": find_warnings(found.findings, conferred, found.dates, text),
            "extractor": {"version": __version__, "gazetteers": gazetteers},
            "meta": article.meta,
        }
    )


def _is_whole(text: Text, found: ConferralFound) -> bool:
    """Whether every value of a conferral can be written: a quotation joined over a line break may hold what is no character."""
    return all(span is None or text.is_whole(span) for span in found.fields.values())


def _conferral(article: Article, text: Text, found: ConferralFound) -> dict[str, Any]:
    values = {name: None if span is None else text.fields(span) for name, span in found.fields.items()}
    said = "\x1f".join(re.sub(r"\s+", " ", value["text"]) if value else "" for value in values.values())
    digest = hashlib.sha256(f"{article.id}\x1f{said}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return {"id": digest, "status": found.status, "confidence": found.confidence, **values}
