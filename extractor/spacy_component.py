"""The pipeline as a spaCy component, `thai_awards`.

    >>> nlp = spacy.blank("th")
    >>> nlp.add_pipe("thai_awards")
    >>> doc = nlp("กรมการพัฒนาชุมชน ได้รับรางวัลเลิศรัฐ ประจำปี 2566 ระดับดี")
    >>> [(span.label_, span._.mention.text) for span in doc.spans["awards"]]
    [('AWARD', 'รางวัลเลิศรัฐ'), ('YEAR', '2566'), ('LEVEL', 'ดี'), ('RECIPIENT', 'กรมการพัฒนาชุมชน')]
    >>> doc._.record.awards[0].award.text
    'รางวัลเลิศรัฐ'

It sets `doc._.record`, `doc.ents` and the groups of `doc.spans` that SPAN_GROUPS names; spans are labelled by field. A
mention that begins or ends inside a token is snapped outward to whole tokens, so that none is lost; `span._.mention` is
the mention itself, with its exact characters, rule and value, and `span.kb_id_` its authority id.

Offsets of the record refer to `doc.text`. PyThaiNLP's tokeniser keeps every character; of one that does not, and to carry
an article's id, source and meta along, `make_doc(nlp, article)` builds a Doc whose text is the article's.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extractor.models import Article, Mention, Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.lexicon import Lexicon

SPAN_GROUPS = ("title", "awards", "unconferred", "ceremonies", "people", "organisations", "dates", "claims")

_KEY = "thai_awards"
_ARTICLE_KEY = "thai_awards.article"
_AWARD_FIELDS = ("award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent")
_CEREMONY_FIELDS = ("award", "date", "organiser", "presided_by", "venue")
# Of two entities of one length over each other, the label that stands first here is kept.
_ENTITIES = ("WORK", "RECIPIENT", "AWARD", "PERSON", "ORGANISATION", "DATE", "VENUE")
_SHARED = {"PARENT": "ORGANISATION", "ORGANISER": "ORGANISATION", "PRESIDED_BY": "PERSON", "ALIAS": "ORGANISATION"}


class Placed(NamedTuple):
    """A mention of a record with the span group and the label it goes under; `path` leads to it in the record."""

    group: str
    label: str
    path: str
    mention: Mention


def placed_mentions(record: Record) -> list[Placed]:
    """Every mention of a record once for each group and label; one that many conferrals share counts once.

    >>> placed_mentions(record)[0]
    Placed(group='title', label='TITLE', path='title', mention=Mention(text='พม. คว้า …', start=0, …))
    """
    seen: set[tuple[str, str, Mention]] = set()
    kept = []
    for placed in _all_mentions(record):
        key = (placed.group, placed.label, placed.mention)
        if key not in seen:
            seen.add(key)
            kept.append(placed)
    return kept


def _all_mentions(record: Record) -> Iterator[Placed]:
    yield from _of_fields("title", "", record, ("title", "published"))
    for group, fields in (("awards", _AWARD_FIELDS), ("unconferred", ("award", "cue")), ("ceremonies", _CEREMONY_FIELDS)):
        for number, entry in enumerate(getattr(record, group)):
            yield from _of_fields(group, f"{group}.{number}.", entry, fields)
    for number, person in enumerate(record.people):
        yield Placed("people", "PERSON", f"people.{number}.name", person.name)
        yield from _of_fields("people", f"people.{number}.", person, ("honorific", "position"))
        yield from _of_many("people", "PERSON", f"people.{number}.mentions", person.mentions)
    for number, body in enumerate(record.organisations):
        yield Placed("organisations", "ORGANISATION", f"organisations.{number}.name", body.name)
        yield from _of_many("organisations", "ALIAS", f"organisations.{number}.aliases", body.aliases)
    yield from _of_many("dates", "DATE", "dates", record.dates)
    for number, claim in enumerate(record.claims):
        yield Placed("claims", "COUNT", f"claims.{number}.count", claim.count)


def _of_fields(group: str, path: str, entry: object, fields: Sequence[str]) -> Iterator[Placed]:
    for name in fields:
        mention: Mention | None = getattr(entry, name)
        if mention is not None:
            yield Placed(group, name.upper(), path + name, mention)


def _of_many(group: str, label: str, path: str, mentions: Sequence[Mention]) -> Iterator[Placed]:
    for number, mention in enumerate(mentions):
        yield Placed(group, label, f"{path}.{number}", mention)


class ThaiAwards:
    """The component: extracts the record of a Doc's text and marks its mentions on the Doc.

    Args:
        lexicon: gazetteers other than the shipped ones.
        ents: whether `doc.ents` is set; entities that stand there already are kept.
    """

    def __init__(self, *, lexicon: Lexicon | None = None, ents: bool = True) -> None:
        self.lexicon = lexicon
        self.ents = ents

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, with `doc._.record`, `doc.spans` and `doc.ents` set."""
        from extractor.pipeline import extract  # noqa: PLC0415 - the gazetteers load when the first text comes

        stored = doc.user_data.get(_ARTICLE_KEY)
        article = None if stored is None else Article.model_validate_json(stored)
        if article is None or article.text != doc.text:
            digest = hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
            article = Article(id=f"text-{digest}", text=doc.text)
        set_annotations(doc, extract(article, lexicon=self.lexicon), ents=self.ents)
        return doc


@Language.factory(
    "thai_awards",
    assigns=["doc.ents", "doc.spans", "doc._.record", "span._.mention"],
    default_config={"gazetteers": None, "ents": True},
)
def make_thai_awards(
    nlp: Language,  # noqa: ARG001 - spaCy hands both to every factory, by these names
    name: str,  # noqa: ARG001
    gazetteers: str | None = None,
    ents: bool = True,  # noqa: FBT001, FBT002
) -> ThaiAwards:
    """The component for `nlp.add_pipe("thai_awards", config={"gazetteers": "my/folder"})`."""
    if gazetteers is None:
        return ThaiAwards(ents=ents)
    from extractor import lexicon  # noqa: PLC0415

    return ThaiAwards(lexicon=lexicon.load(Path(gazetteers)), ents=ents)


def set_annotations(doc: Doc, record: Record, *, ents: bool = True) -> None:
    """Marks a record's mentions on the Doc whose text they were found in; no mention is left out.

    Raises:
        ValueError: a mention does not stand in the Doc's text.
    """
    groups: defaultdict[str, list[Span]] = defaultdict(list)
    text = doc.text
    for placed in placed_mentions(record):
        groups[placed.group].append(_span(doc, text, placed))
    # As JSON, because a Doc takes nothing else along to disk or to another process.
    doc.user_data[_KEY] = record.model_dump_json()
    for group in SPAN_GROUPS:
        doc.spans[group] = groups[group]
    if ents:
        doc.ents = [*doc.ents, *_entities(doc, [span for spans in groups.values() for span in spans])]


def make_doc(nlp: Language, article: Article) -> Doc:
    """A Doc of exactly the article's text, tokenised by `nlp`, for `nlp(doc)`; the record then bears the article's id.

    Where the tokeniser dropped or changed characters, its words are looked up in the text one after another, and what
    lies between them becomes tokens of its own.

    >>> doc = nlp(make_doc(nlp, Article(id="7", text="…")))
    """
    doc = nlp.make_doc(article.text)
    if doc.text != article.text:
        words = align(article.text, [token.text for token in doc])
        doc = Doc(nlp.vocab, words=words, spaces=[False] * len(words))
    doc.user_data[_ARTICLE_KEY] = article.model_dump_json()
    return doc


def align(text: str, words: Sequence[str]) -> list[str]:
    r"""The text cut where `words` stand in it, one after another; joined, the pieces are the text again.

    >>> align("ก  ข\u200bค", ["ก", " ", "ขค"])
    ['ก', ' ', ' ข\u200bค']
    """
    pieces = []
    at = 0
    for word in words:
        start = text.find(word, at) if word else -1
        if start < 0:
            continue
        pieces += [text[at:start], word]
        at = start + len(word)
    return [piece for piece in (*pieces, text[at:]) if piece]


def _span(doc: Doc, text: str, placed: Placed) -> Span:
    """The whole tokens over a mention."""
    mention = placed.mention
    span = None
    if text[mention.start : mention.end] == mention.text:
        span = doc.char_span(
            mention.start, mention.end, label=placed.label, kb_id=mention.id or "", alignment_mode="expand", span_id=placed.path
        )
    if span is None:
        raise ValueError(f"{placed.path} {mention.text!r} does not stand at {mention.start}–{mention.end} of the Doc")
    return span


def _entities(doc: Doc, spans: Sequence[Span]) -> list[Span]:
    """Spans that do not overlap each other or the Doc's entities: the longest first, then by _ENTITIES."""
    taken = {token for entity in doc.ents for token in range(entity.start, entity.end)}
    offered = []
    for span in spans:
        label = _SHARED.get(span.label_, span.label_)
        if label in _ENTITIES and taken.isdisjoint(range(span.start, span.end)) and span.text.strip():
            offered.append(Span(doc, span.start, span.end, label=label, kb_id=span.kb_id_, span_id=span.id_))
    offered.sort(key=lambda span: _ENTITIES.index(span.label_))
    return filter_spans(offered)


def _record_of(doc: Doc) -> Record | None:
    stored = doc.user_data.get(_KEY)
    return None if stored is None else _parsed(stored)


def _mention_of(span: Span) -> Mention | None:
    """The mention that a span was made for: its id is the mention's path in the record."""
    record = _record_of(span.doc)
    found: object = record if span.id_ else None
    for step in span.id_.split("."):
        if isinstance(found, tuple) and step.isdigit() and int(step) < len(found):
            found = found[int(step)]
        else:
            found = getattr(found, step, None)
    return found if isinstance(found, Mention) else None


@lru_cache(maxsize=32)
def _parsed(stored: str) -> Record:
    return Record.model_validate_json(stored)


if not Doc.has_extension("record"):
    Doc.set_extension("record", getter=_record_of)
if not Span.has_extension("mention"):
    Span.set_extension("mention", getter=_mention_of)
