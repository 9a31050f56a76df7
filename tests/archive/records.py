"""Records composed for the archive's tests: built from fields, with offsets of a text that tells them."""

from __future__ import annotations

import hashlib
from typing import Any

from extractor.archive.incoming import Incoming
from extractor.models import Ceremony, Conferral, Mention, Organisation, Person, Provenance, Record

FIELDS = ("award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent")


class Composer:
    """Composes one article's text from its values, so that every mention stands in it."""

    def __init__(self) -> None:
        self.text = ""

    def mention(self, text: str | None, value: str | int | None = None, given: str | None = None) -> Mention | None:
        if text is None:
            return None
        start = len(self.text)
        self.text += text + " "
        return Mention(text=text, start=start, end=start + len(text), rule="test.composed", value=value, id=given)


def conferral(composer: Composer, article: str, **fields: Any) -> Conferral:
    """A conferral; `award_id` and `recipient_id` are gazetteer rows, `year` and `edition` numbers."""
    mentions: dict[str, Mention | None] = {}
    for name in FIELDS:
        value = fields.get(name)
        if isinstance(value, int):
            mentions[name] = composer.mention(str(value), value)
        else:
            mentions[name] = composer.mention(value, None, fields.get(f"{name}_id"))
    said = "\x1f".join(str(fields.get(name)) for name in FIELDS)
    key = hashlib.sha256(f"{article}\x1f{said}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Conferral(id=key, status=fields.get("status", "conferred"), confidence=fields.get("confidence", 0.9), **mentions)


def incoming(
    article: str,
    *awards: dict[str, Any],
    outlet: str | None = None,
    people: tuple[tuple[str, str | None, str | None], ...] = (),
    organisations: tuple[tuple[str, ...], ...] = (),
    ceremonies: tuple[dict[str, str | None], ...] = (),
    with_text: bool = True,
    title: str | None = None,
    published: str | None = None,
    version: str = "0.1.0",
    **more: Any,
) -> Incoming:
    """A record of an article that tells `awards`; people are (honorific, name, position), organisations their forms."""
    composer = Composer()
    head = composer.mention(title)
    day = composer.mention(published, published)
    told = tuple(conferral(composer, article, **fields) for fields in awards)
    held = tuple(
        Ceremony(
            **{
                name: composer.mention(each.get(name), each.get(name) if name == "date" else None)
                for name in ("award", "date", "organiser", "presided_by", "venue")
            }
        )
        for each in ceremonies
    )
    named = []
    for honorific, name, position in people:
        before = composer.mention(honorific)
        written = composer.mention(name)
        assert written is not None
        named.append(Person(name=written, honorific=before, position=composer.mention(position)))
    bodies = []
    for forms in organisations:
        first, *others = (composer.mention(form) for form in forms)
        assert first is not None
        bodies.append(Organisation(name=first, aliases=tuple(other for other in others if other is not None)))
    text = composer.text
    record = Record(
        id=article,
        source=f"{article}.txt",
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=head,
        published=day,
        awards=told,
        unconferred=(),
        ceremonies=held,
        people=tuple(named),
        organisations=tuple(bodies),
        dates=(),
        claims=(),
        warnings=(),
        extractor=Provenance(version=version, gazetteers="0" * 16),
        meta=more.pop("meta", {}),
    )
    return Incoming(record, text if with_text else None, outlet, more.pop("url", None))
