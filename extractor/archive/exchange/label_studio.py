r"""Writes articles as Label Studio tasks with predictions: a region for each mention, and what belongs to one conferral linked.

Label Studio counts code points: its editor turns the browser's UTF-16 positions into them before it saves a region
(`charsToCodePoints` in web/libs/editor/src/utils/selection-tools.js of HumanSignal/label-studio,
whose own tests hold it to that). Versions of 2021 counted UTF-16 units (HumanSignal/label-studio#1347).
`\r\n` counts as two, as here.
The tasks' shape: https://labelstud.io/guide/predictions.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO
from xml.sax.saxutils import quoteattr

from extractor.archive.exchange.annotations import LABELS, Annotated, Span, facts, label_of
from extractor.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.archive.entries import Article
    from extractor.archive.exchange import Snapshot

RELATION = "same conferral"
"""The label of the relation between a conferral's first mention and each of its others."""


def label_config() -> str:
    """The labelling configuration that the tasks need, as XML for a project's settings."""
    labels = "\n".join(f"    <Label value={quoteattr(label)}/>" for label in LABELS)
    return (
        "<View>\n  <Style>.htx-text{ white-space: pre-wrap; }</Style>\n"
        f'  <Relations>\n    <Relation value="{RELATION}"/>\n  </Relations>\n'
        f'  <Labels name="label" toName="text">\n{labels}\n  </Labels>\n'
        '  <Text name="text" value="$text"/>\n</View>\n'
    )


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write a JSON array of tasks, one a line; an article without text has none."""
    between = b"[\n"
    for article in snapshot.articles():
        if article.text:
            target.write(between + json.dumps(_task(article), ensure_ascii=False).encode())
            between = b",\n"
    target.write(b"[]\n" if between == b"[\n" else b"\n]\n")


def _task(article: Article) -> dict[str, Any]:
    result: list[dict[str, Any]] = []
    first: dict[int, str] = {}
    links: list[dict[str, Any]] = []
    for number, mention in enumerate(article.mentions):
        region = f"m{number}"
        value = {"start": mention.start, "end": mention.end, "text": mention.text, "labels": [label_of(mention)]}
        result.append({"id": region, "from_name": "label", "to_name": "text", "type": "labels", "value": value})
        if mention.subject == "conferral":
            head = first.setdefault(mention.number, region)
            if head != region:
                link = {"type": "relation", "from_id": head, "to_id": region, "direction": "right", "labels": [RELATION]}
                links.append(link)
    data = {"text": article.text, **facts(article)}
    return {"data": data, "predictions": [{"model_version": "thai-awards", "result": result + links}]}


def read_tasks(file: BinaryIO, *, name: str | None = None) -> Iterator[Annotated]:
    """The tasks of a Label Studio export or of a file of ours, a person's annotation before a prediction.

    Spans of one conferral have the id of its first region as their `group`.

    Raises:
        FormatError: the file is not of that shape, or a span's text is not the one at its place.
    """
    remedy = "export the project as JSON from Label Studio"
    try:
        for task in json.load(file):
            yield _annotated(task)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise FormatError(f"is no list of Label Studio tasks ({error})", file=name, remedy=remedy) from error


def _annotated(task: dict[str, Any]) -> Annotated:
    text: str = task["data"]["text"]
    told = task.get("annotations") or task.get("predictions") or [{"result": []}]
    result = told[0]["result"]
    groups: dict[str, str] = {}
    for link in result:
        if link["type"] == "relation":
            head = groups.setdefault(link["from_id"], link["from_id"])
            groups[link["to_id"]] = head
    spans = [_span(one, text, groups.get(one["id"])) for one in result if one["type"] == "labels"]
    spans.sort(key=lambda span: (span.start, span.end))
    return Annotated(task["data"].get("outlet"), task["data"]["article_id"], text, tuple(spans))


def _span(region: dict[str, Any], text: str, group: str | None) -> Span:
    value = region["value"]
    start, end = value["start"], value["end"]
    if value.get("text", text[start:end]) != text[start:end]:
        raise ValueError(f"region {region['id']} does not hold {value['text']!r}")
    return Span(start, end, value["labels"][0], group)
