"""A CRF for names of people and bodies, in the manner of PyThaiNLP's Thai NER: its tokens, tags and features.

PyThaiNLP's own model is downloaded from its hub and trained on some thousands of sentences of other texts; this one is
trained on the gold it is given, so its figures tell what the method makes of these data, not what that model would do.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pycrfsuite
from pythainlp.tag import pos_tag
from pythainlp.tag.thainer import _doc2features as features_of  # the published template itself
from pythainlp.tokenize import word_tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.evaluate import GoldArticle

# Usual for such taggers; not tuned here.
PARAMETERS = {"c1": 0.1, "c2": 0.1, "max_iterations": 500, "feature.possible_transitions": True}
_PARAGRAPH = re.compile(r"[^\n]+")


class Token(NamedTuple):
    """A token, and where it stands in the article."""

    start: int
    end: int


class Span(NamedTuple):
    """A name in a text."""

    start: int
    end: int
    kind: str


def train(gold: Iterable[GoldArticle]) -> pycrfsuite.Tagger:
    """A tagger trained on the people and bodies of annotated articles."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    for article in gold:
        spans = names_in(article)
        for tokens, features in sequences(article.article.text):
            trainer.append(features, labels(tokens, spans))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.crfsuite"
        trainer.train(str(path))
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))  # read whole, so that the folder may go
    return tagger


def names_in(article: GoldArticle) -> list[Span]:
    """Wherever a name of the gold stands in its article, the longest first; none overlaps another."""
    record, text = article.record, article.article.text
    names = {person.name: "PERSON" for person in record.people}
    names |= {form: "ORGANIZATION" for body in record.organisations for form in (body.name, *body.aliases)}
    spans: list[Span] = []
    for name in sorted(names, key=len, reverse=True):
        pattern = r"\s+".join(map(re.escape, name.split()))
        for found in re.finditer(pattern, text):
            if not any(span.start < found.end() and found.start() < span.end for span in spans):
                spans.append(Span(*found.span(), names[name]))
    return sorted(spans)


def sequences(text: str) -> Iterator[tuple[list[Token], list[Mapping[str, str | bool]]]]:
    """Each paragraph's tokens with their features."""
    for paragraph in _PARAGRAPH.finditer(text):
        words = word_tokenize(paragraph.group(), engine="newmm")
        tagged = pos_tag(words, engine="perceptron", corpus="orchid_ud")
        at, tokens = paragraph.start(), []
        for word in words:
            tokens.append(Token(at, at + len(word)))
            at += len(word)
        yield tokens, [features_of(tagged, index) for index in range(len(tagged))]


def labels(tokens: Iterable[Token], spans: Iterable[Span]) -> list[str]:
    """IOB labels; a token belongs to a name if its middle lies in it."""
    said, before = [], None
    for token in tokens:
        middle = (token.start + token.end - 1) / 2
        span = next((span for span in spans if span.start <= middle < span.end), None)
        said.append("O" if span is None else f"{'I' if span is before else 'B'}-{span.kind}")
        before = span
    return said


def read(tagger: pycrfsuite.Tagger, text: str) -> dict[str, list[dict[str, object]]]:
    """The people and bodies of a text, each name once; a form in brackets right after a body's name is another of it."""
    spans: list[Span] = []
    for tokens, features in sequences(text):
        begun = False
        for token, label in zip(tokens, tagger.tag(features), strict=True):
            kind = label.partition("-")[2]
            if label.startswith("I") and begun and spans[-1].kind == kind:
                spans[-1] = Span(spans[-1].start, token.end, kind)
            elif label != "O":
                spans.append(Span(token.start, token.end, kind))
            begun = label != "O"
    people: dict[str, dict[str, object]] = {}
    bodies: dict[str, list[str]] = {}
    before: Span | None = None
    for span in spans:
        name = text[span.start : span.end].strip()
        if span.kind == "PERSON":
            people.setdefault(name, {"name": name})
        elif before and before.kind == span.kind and text[before.end : span.start].strip() == "(":
            bodies.setdefault(text[before.start : before.end].strip(), []).append(name)
        elif not any(name in forms for forms in bodies.values()):
            bodies.setdefault(name, [])
        before = span
    return {
        "people": list(people.values()),
        "organisations": [{"name": name, "aliases": aliases} for name, aliases in bodies.items()],
    }
