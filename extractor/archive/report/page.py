"""Draws the report as one HTML page."""

from __future__ import annotations

import datetime as dt
import html
import unicodedata
from typing import TYPE_CHECKING, Any, Literal

import plotly.graph_objects as go
from markupsafe import Markup
from plotly.offline import get_plotlyjs

from extractor.archive.entries import ERA
from extractor.archive.report.words import WORDS
from extractor.templates import environment, resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.archive.accuracy import Accuracy, Judged
    from extractor.archive.report.figures import Count, Figures

Language = Literal["th", "en"]

_LONG = 28  # letters of a label beside a bar
_BAR = 26  # pixels of height a bar
_INK = "#8a8f98"
_FILL = "#2f6f73"
_YEARS = {"type": "category", "automargin": True}
_GRID = {"gridcolor": "rgba(128,128,128,.25)"}
_LOOK: dict[str, Any] = {
    "margin": {"l": 8, "r": 40, "t": 8, "b": 8},
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "font": {"family": "inherit", "color": _INK, "size": 13},
    "dragmode": False,
}
_KEPT = {"displayModeBar": False, "responsive": True}


def render(counted: Figures, *, name: str, made: dt.datetime, version: str, language: Language = "th") -> str:
    """The page: HTML that needs nothing but itself.

    Args:
        counted: the figures of the archive.
        name: what the archive is called.
        made: when the figures were counted; the page shows it, so that equal arguments give an equal page.
        version: the extractor's.
        language: of the page's own words.
    """
    words = {key: pair[language == "en"] for key, pair in WORDS.items()}
    years = [_Year(int(count.label), language, count.number) for count in counted.years]
    sections = [
        _section(
            "years", words, [(year.label, year.number, None) for year in years], _columns([year.label for year in years], years)
        ),
        *(
            _section(key, words, [(each.label, each.number, each.id) for each in counts], _bars(key, counts))
            for key, counts in (
                ("awards", counted.awards),
                ("ministries", counted.ministries),
                ("provinces", counted.provinces),
                ("bodies", counted.bodies),
                ("people", counted.people),
            )
        ),
    ]
    return environment("extractor.archive.report").get_template("page.html.j2").render(
        figures=counted,
        sections=sections,
        words=words,
        fields=[(words["field_" + each.label], each.number) for each in counted.fields],
        kinds=[(words["kind_" + each.label], each.number) for each in counted.authorities],
        corrections=[(_decision(each.label, words), each.number) for each in counted.corrections],
        accuracy=_Accuracy(counted.accuracy, words, language),
        sources=_plain(counted.sources),
        outlets=_plain(counted.outlets),
        unresolved=_plain(counted.unresolved),
        name=name,
        made=_date(made, language),
        version=version,
        language=language,
        css=Markup(resource("extractor.archive.report", "page.css")),  # noqa: S704 - our own file
        plotly=Markup(get_plotlyjs().replace("</script", "<\\/script")),  # noqa: S704 - the library's own script
    )  # fmt: skip


class _Accuracy:
    """What people found right, as the page shows it: a row a field, one a field and month, and lines over the months."""

    def __init__(self, found: Accuracy, words: dict[str, str], language: Language) -> None:
        self.open = found.open
        self.all = [(words[f"field_{each.field}"], each) for each in found.all]
        shown = {month: _month(month, language) for month in found.months}
        self.by_month = [(shown[each.month], words[f"field_{each.field}"], each) for each in found.by_month]
        fields = [each.field for each in found.all]
        self.chart = _lines(
            {words[f"field_{name}"]: [each for each in found.by_month if each.field == name] for name in fields}, shown
        )


def _month(month: str, language: Language) -> str:
    """A month in both eras, the page's own first.

    >>> _month("2026-11", "th"), _month("2026-11", "en")
    ('11/2569 (2026)', '2026-11 (2569)')
    """
    year, _, number = month.partition("-")
    return f"{number}/{int(year) + ERA} ({year})" if language == "th" else f"{month} ({int(year) + ERA})"


class _Year:
    """A year as the page shows it: in the page's own era first, the other beneath."""

    def __init__(self, year: int, language: Language, number: int) -> None:
        self.number = number
        eras = (f"{year + ERA}", f"{year}")
        self.label = f"{eras[0]} ({eras[1]})" if language == "th" else f"{eras[1]} ({eras[0]})"


def _date(made: dt.datetime, language: Language) -> str:
    made = made.astimezone(dt.UTC)
    if language == "en":
        return f"{made:%Y-%m-%d %H:%M} UTC ({made.year + ERA} BE)"
    return f"{made.day}/{made.month}/{made.year + ERA} ({made.year}) {made:%H:%M} UTC"


def _section(key: str, words: dict[str, str], rows: list[tuple[str, int, str | None]], chart: Markup) -> dict[str, Any]:
    most = ", ".join(f"{label} {number:,}" for label, number, _ in sorted(rows, key=lambda row: -row[1])[:3])
    return {"key": key, "title": words[key], "rows": rows, "chart": chart, "told": f"{words[key]}: {most}"}


def _bars(key: str, counts: Sequence[Count]) -> Markup:
    """Bars lying, the longest on top; labels are escaped, as plotly reads some HTML in them."""
    labels = [_short(each.label) for each in counts]
    places = list(range(len(counts)))
    bars = go.Bar(
        x=[each.number for each in counts],
        y=places,
        orientation="h",
        text=[f"{each.number:,}" for each in counts],
        customdata=[html.escape(each.label) for each in counts],
        hovertemplate="%{customdata}: %{x:,}<extra></extra>",
    )
    axis = {"tickvals": places, "ticktext": labels, "autorange": "reversed", "automargin": True}
    return _drawn(key, bars, height=60 + _BAR * max(len(counts), 1), yaxis=axis, xaxis={"visible": False})


def _columns(labels: list[str], years: Sequence[_Year]) -> Markup:
    bars = go.Bar(x=labels, y=[year.number for year in years], hovertemplate="%{x}: %{y:,}<extra></extra>")
    return _drawn(
        "years", bars, height=320, xaxis={"type": "category", "automargin": True}, yaxis={"gridcolor": "rgba(128,128,128,.25)"}
    )


def _lines(found: dict[str, list[Judged]], shown: dict[str, str]) -> Markup:
    """A line a field over the months, in per cent; each point tells how many were judged, as few prove little."""
    lines = [
        go.Scatter(
            name=name,
            x=[shown[each.month] for each in points],
            y=[100 * each.share for each in points],
            mode="lines+markers",
            customdata=[[each.right, each.number] for each in points],
            hovertemplate="%{x}: %{y:.1f} % (%{customdata[0]:,} / %{customdata[1]:,})<extra>" + name + "</extra>",
        )
        for name, points in found.items()
    ]
    figure = go.Figure(lines)
    figure.update_layout(
        height=360,
        xaxis={"type": "category", "automargin": True, "categoryorder": "array", "categoryarray": list(shown.values())},
        yaxis={"gridcolor": "rgba(128,128,128,.25)", "range": [0, 102]},
        legend={"orientation": "h"},
        showlegend=True,
        **_LOOK,
    )
    drawn = figure.to_html(full_html=False, include_plotlyjs=False, config=_KEPT, div_id="chart-accuracy")
    return Markup(drawn)  # noqa: S704 - plotly writes the values as escaped JSON


def _drawn(key: str, bars: go.Bar, *, height: int, **axes: dict[str, Any]) -> Markup:
    bars.update(marker={"color": _FILL}, textposition="outside", textangle=0, cliponaxis=False)
    figure = go.Figure(bars)
    figure.update_layout(
        height=height,
        **_LOOK,
        **axes,
    )
    drawn = figure.to_html(full_html=False, include_plotlyjs=False, config=_KEPT, div_id=f"chart-{key}")
    return Markup(drawn)  # noqa: S704 - plotly writes the values as escaped JSON


def _decision(label: str, words: dict[str, str]) -> str:
    return words.get(f"field_{label}") or words.get(f"did_{label}") or label


def _plain(counts: Sequence[Count]) -> list[tuple[str, int]]:
    return [(each.label, each.number) for each in counts]


def _short(label: str) -> str:
    """The label, or as much of it as fits, never cut before a vowel or tone mark that belongs to the letter."""
    if len(label) <= _LONG:
        return html.escape(label)
    end = _LONG - 1
    while unicodedata.category(label[end]) == "Mn":
        end -= 1
    return html.escape(label[:end] + "…")
