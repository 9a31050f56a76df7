"""One self-contained page: the article on the left with every mention in colour, its record on the right.

The page asks nothing of the network, its one script is named by hash in its content security policy, and everything that
comes from an article or a record is escaped.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from extractor.explain.eras import both_eras
from extractor.explain.marks import FIELDS, KINDS, Card, Layout, lay_out
from extractor.explain.words import SECTIONS, STATUSES, WARNINGS
from extractor.templates import environment, resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.models import Article, Mention, Record

_LINES = 4
"""How many lines under the text are drawn at most; what lies deeper still answers to pointer and keyboard."""

_DATED = frozenset({"year", "date", "published"})
# Over these fields a card's heading speaks already.
_HEADED = {
    "people": ("honorific", "name"),
    "organisations": ("name",),
    "dates": ("date",),
    "claims": ("count",),
    "unconferred": ("award",),
}


@dataclass(frozen=True, slots=True)
class _RowView:
    field: str
    kind: str
    mark: int
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class _CardView:
    id: str
    place: int
    head: str
    kind: str
    marks: tuple[int, ...]
    rows: tuple[_RowView, ...]
    status: str | None = None
    confidence: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class _SegmentView:
    text: Markup
    style: str
    marks: str


def render_html(article: Article, record: Record) -> str:
    """A page that shows one article beside its record.

    >>> Path("why.html").write_text(render_html(article, extract(article)), encoding="utf-8")
    """
    return render_html_many([(article, record)])


def render_html_many(pairs: Iterable[tuple[Article, Record]]) -> str:
    """One page for several articles, with a picker that leads from one to the next."""
    styles: dict[str, str] = {}
    documents = [_document(article, record, styles) for article, record in pairs]
    script = resource("extractor.explain", "page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    css = resource("extractor.explain", "page.css") + "".join(f".{name}{{{style}}}\n" for style, name in styles.items())
    return (
        environment("extractor.explain")
        .get_template("page.html.j2")
        .render(
            documents=documents,
            data=[document["data"] for document in documents],
            kinds=KINDS,
            fields=FIELDS,
            sections=SECTIONS,
            statuses=STATUSES,
            warnings=WARNINGS,
            css=Markup(css),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            script_digest=digest,
        )
    )


def _document(article: Article, record: Record, styles: dict[str, str]) -> dict[str, Any]:
    """What the template shows of one article."""
    layout = lay_out(record)
    name = "" if record.title is None else " ".join(record.title.text.split())
    return {
        "article": article,
        "record": record,
        "name": name or article.id,
        "published": _value("published", record.published) if record.published else "",
        "segments": [
            _SegmentView(_exact(s.text), _style(s.marks, layout, styles), " ".join(map(str, s.marks)))
            for s in layout.segments(article.text)
        ],
        "counts": layout.counts(),
        "cards": {
            section: [_card(card, layout, record) for card in cards]
            for section, cards in sorted(layout.cards.items(), key=lambda item: list(SECTIONS).index(item[0]))
            if section != "title"
        },
        "meta": json.dumps(record.meta, ensure_ascii=False, indent=2) if record.meta else "",
        "data": _data(layout),
    }


def _style(marks: Sequence[int], layout: Layout, styles: dict[str, str]) -> str:
    """The class that paints a segment: the tint of its top mark, and a line at each mark's own level."""
    if not marks:
        return ""
    lines = {layout.marks[number].level: layout.marks[number].kind for number in reversed(marks)}
    drawn = [(level, kind) for level, kind in sorted(lines.items()) if level < _LINES]
    tint = f"var(--{layout.marks[marks[0]].kind}-t)"
    images = [f"linear-gradient({tint},{tint})", *(f"linear-gradient(var(--{k}),var(--{k}))" for _, k in drawn)]
    sizes = ["100% calc(100% - 12px)", *("100% 2px" for _ in drawn)]
    places = ["0 0", *(f"0 calc(100% - {10 - 3 * level}px)" for level, _ in drawn)]
    style = f"background-image:{','.join(images)};background-size:{','.join(sizes)};background-position:{','.join(places)}"
    return styles.setdefault(style, f"s{len(styles)}")


def _exact(text: str) -> Markup:
    """The text such that a browser shows, and copies, the very same characters (but U+0000, which HTML cannot hold)."""
    return Markup(str(escape(text)).replace("\r", "&#13;").replace("\0", "␀"))  # noqa: S704 - escaped right here


def _card(card: Card, layout: Layout, record: Record) -> _CardView:
    rows = [
        _RowView(f.field, mark.kind, f.mark, mark.mention.text, _value(f.field, mark.mention))
        for f in card.fields
        if (mark := layout.marks[f.mark])
    ]
    view: dict[str, Any] = {}
    entry = card.place - 1
    if card.section == "awards":
        view = {"status": record.awards[entry].status, "confidence": record.awards[entry].confidence}
    elif card.section == "unconferred":
        view = {"status": record.unconferred[entry].status}
    elif card.section == "claims":
        view = {"note": f"พบ {record.claims[entry].found}"}
    head, kind = _head(card.section, rows)
    headed = _HEADED.get(card.section, ())
    return _CardView(
        id=card.id,
        place=card.place,
        head=" ".join(head.split()),
        kind=kind,
        marks=tuple(dict.fromkeys(row.mark for row in rows)),
        rows=tuple(row for row in rows if row.field not in headed),
        **view,
    )


def _head(section: str, rows: Sequence[_RowView]) -> tuple[str, str]:
    """What stands over a card, and the kind whose colour it bears."""
    said = {row.field: row for row in reversed(rows)}
    if section == "people":
        return " ".join(said[field].text for field in ("honorific", "name") if field in said), "person"
    if section == "dates":
        return said["date"].value or said["date"].text, "date"
    for field in ("recipient", "work", "award", "name", "count", "venue", "organiser", "date"):
        if field in said:
            return said[field].text, said[field].kind
    return "—", "title"


def _value(field: str, mention: Mention) -> str:
    """The normalised value as people read it, or nothing where it says no more than the text."""
    if mention.value is None or str(mention.value) == mention.text:
        return both_eras(mention.value) if mention.value is not None and field in _DATED else ""
    return both_eras(mention.value) if field in _DATED else str(mention.value)


def _data(layout: Layout) -> list[dict[str, Any]]:
    """What the script knows of each mark."""
    return [
        {
            "kind": mark.kind,
            "fields": [FIELDS[name].thai for name in mark.fields],
            "text": mark.mention.text,
            "value": _value(mark.fields[0], mark.mention),
            "rule": mark.mention.rule,
            "id": mark.mention.id or "",
            "at": f"{mark.mention.start}–{mark.mention.end}",
            "cards": mark.cards,
        }
        for mark in layout.marks
    ]
