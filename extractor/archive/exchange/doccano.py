"""Writes articles as JSON Lines for doccano's sequence labelling.

doccano counts UTF-16 code units in a project that does not “count grapheme clusters as one character”
(doccano/doccano issues #2290 and #2484), and takes offsets as they come.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from extractor.archive.exchange.annotations import Annotated, Span, Utf16, facts, label_of
from extractor.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.archive.exchange import Snapshot


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write a line for each article that has a text, `label` as `[start, end, label]`, none of them twice."""
    for article in snapshot.articles():
        if not article.text:
            continue
        place = Utf16(article.text)
        found = {(place.units(one.start), place.units(one.end), label_of(one)) for one in article.mentions}
        line = {"text": article.text, "label": sorted(found), **facts(article)}
        target.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")


def read_lines(lines: Iterable[bytes], *, file: str | None = None) -> Iterator[Annotated]:
    """The articles of a doccano export or of a file of ours, their spans in code points; empty lines are passed over.

    Raises:
        FormatError: at a line that is cut short or of another shape.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
            text: str = told["text"]
            place = Utf16(text)
            spans = [Span(place.points(start), place.points(end), label) for start, end, label in told["label"]]
            spans.sort(key=lambda span: (span.start, span.end, span.label))
            yield Annotated(told.get("outlet"), told["article_id"], text, tuple(spans))
        except (ValueError, KeyError, TypeError) as error:
            problem = f"is no line of a doccano export ({error})"
            raise FormatError(problem, file=file, line=number, remedy="export the data set as JSONL from doccano") from error
