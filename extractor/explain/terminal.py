"""An article with its mentions in colour, and the record as tables, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from extractor.explain.eras import both_eras
from extractor.explain.marks import FIELDS, KINDS, Layout, lay_out
from extractor.explain.words import SECTIONS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.models import Article, Conferral, Mention, Record

_STYLES = {
    "work": "bold magenta",
    "recipient": "bold green",
    "award": "bold yellow",
    "level": "bold bright_red",
    "part": "bright_yellow",
    "year": "bright_cyan",
    "unconferred": "strike yellow",
    "claim": "reverse yellow",
    "ceremony": "cyan",
    "person": "bright_blue",
    "position": "blue",
    "organisation": "green",
    "date": "bright_magenta",
    "title": "bold",
}
# A terminal obeys control characters, and an article is nobody's to trust: each is shown by its picture instead.
_PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\r\t"} | {0x7F: 0x2421}
_PICTURES |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)


def render_terminal(article: Article, record: Record) -> RenderableType:
    """The article's text with every mention in the colour of its kind, a legend, then the record as tables.

    Where mentions lie over each other, the innermost gives the colour and an underline tells that there are more.
    """
    layout = lay_out(record)
    parts: list[RenderableType] = [_legend(layout), Text(), _text(article.text, layout), Text()]
    if record.title or record.published:
        parts.append(_plain("title", [[_said(record.title), _dated(record.published)]], ["title", "published"]))
    if record.awards:
        parts.append(_conferrals(record.awards))
    if record.unconferred:
        rows = [[_said(o.award), STATUSES[o.status].thai, _said(o.cue)] for o in record.unconferred]
        parts.append(_plain("unconferred", rows, ["award", "status", "cue"]))
    if record.ceremonies:
        rows = [
            [_said(c.award), _dated(c.date), _said(c.organiser), _said(c.presided_by), _said(c.venue)] for c in record.ceremonies
        ]
        parts.append(_plain("ceremonies", rows, ["award", "date", "organiser", "presided_by", "venue"]))
    if record.people:
        rows = [[_said(p.honorific), _said(p.name), _said(p.position)] for p in record.people]
        parts.append(_plain("people", rows, ["honorific", "name", "position"]))
    if record.organisations:
        rows = [[_said(o.name), " · ".join(map(_said, o.aliases))] for o in record.organisations]
        parts.append(_plain("organisations", rows, ["name", "aliases"]))
    if record.dates:
        parts.append(_plain("dates", [[_said(date), _dated(date)] for date in record.dates], ["name", "date"]))
    if record.claims:
        rows = [[_said(claim.count), str(claim.count.value), str(claim.found)] for claim in record.claims]
        parts.append(_plain("claims", rows, ["name", "count", "found"]))
    parts += [Text(f"! {_safe(warning.message)}  [{warning.code}]", style="bold red") for warning in record.warnings]
    return Group(*parts)


def _text(text: str, layout: Layout) -> Text:
    drawn = Text(overflow="fold")
    for segment in layout.segments(text):
        style = ""
        if segment.marks:
            style = _STYLES[layout.marks[segment.marks[0]].kind] + (" underline" if len(segment.marks) > 1 else "")
        drawn.append(_safe(segment.text), style)
    return drawn


def _legend(layout: Layout) -> Text:
    legend = Text()
    for kind, count in layout.counts().items():
        legend.append(KINDS[kind].thai, _STYLES[kind]).append(f" {count}   ", "dim")
    return legend


def _conferrals(awards: Sequence[Conferral]) -> Table:
    table = _table("awards", len(awards))
    for name in ("recipient", "award", "year", "category", "level", "work", "status"):
        table.add_column(_head(name), overflow="fold", style=_STYLES.get("part" if name == "category" else name, ""))
    for number, conferral in enumerate(awards, start=1):
        parts = (conferral.edition, conferral.branch, conferral.category)
        status = f"{STATUSES[conferral.status].thai} {conferral.confidence:.2f}"
        recipient = " · ".join(filter(None, (_said(conferral.recipient), _said(conferral.parent))))
        cells = [recipient, _said(conferral.award), _dated(conferral.year), " · ".join(filter(None, map(_said, parts)))]
        table.add_row(str(number), *map(Text, [*cells, _said(conferral.level), _said(conferral.work), status]))
    return table


def _plain(section: str, rows: Sequence[Sequence[str]], columns: Sequence[str]) -> Table:
    table = _table(section, len(rows))
    for column in columns:
        table.add_column(_head(column), overflow="fold")
    for number, row in enumerate(rows, start=1):
        table.add_row(str(number), *map(Text, row))
    return table


def _table(section: str, count: int) -> Table:
    label = SECTIONS[section]
    title = Text.assemble((label.thai, "bold"), (f"  {label.english} · {count}", "dim"))
    table = Table(title=title, title_justify="left", title_style="", box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("", justify="right", style="dim")
    return table


def _head(name: str) -> str:
    return {"status": "สถานะ", "found": "พบ", "category": "สาขา · ประเภท"}.get(name) or FIELDS[name].thai


def _said(mention: Mention | None) -> str:
    return "" if mention is None else _safe(" ".join(mention.text.split()))


def _dated(mention: Mention | None) -> str:
    if mention is None:
        return ""
    return _said(mention) if mention.value is None else _safe(both_eras(mention.value))


def _safe(text: str) -> str:
    return text.translate(_PICTURES).replace("\r\n", "\n").replace("\r", "\n")
