"""Fills the pages: one Jinja environment over `templates`, where everything that is put in is escaped."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from extractor.explain.eras import both_eras as _both_eras
from extractor.web.language import current, gettext, ngettext

if TYPE_CHECKING:
    from extractor.web.language import Language

_ERA = 543
_YEAR = re.compile(r"\d{1,4}")
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:T(?P<time>\d{2}:\d{2}))?")


@cache
def environment() -> Environment:
    """The environment of all pages; a value that a template lacks is an error."""
    made = Environment(
        loader=PackageLoader("extractor.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    made.filters |= {"both_eras": both_eras, "day": day, "mention": mention}
    made.globals["static"] = static
    return made


@cache
def static(name: str) -> str:
    """The address of a file in `static`, which changes with its content, so that browsers may keep it for good."""
    content = resources.files("extractor.web").joinpath("static", name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


def both_eras(value: str | int | None) -> str:
    """A year of the common era, or an ISO date, month or span, in both eras, the reader's first; nothing for None.

    >>> both_eras(2023), both_eras("2023-05-01"), both_eras(None)
    ('2566 / 2023', '1 พฤษภาคม 2566 / 1 May 2023', '')
    """
    if value is None or value == "":
        return ""
    if _YEAR.fullmatch(str(value)):
        thai, english = str(int(value) + _ERA), str(int(value))
    else:
        thai, both, english = _both_eras(value).removeprefix("พ.ศ. ").partition(" · ")
        if not both:
            return thai
    if current.get() == "th":
        return f"{thai} / {english}"
    years = dict.fromkeys(re.findall(r"[0-9]{4}", thai))
    return f"{english} / {' – '.join(years)} BE"


def day(value: str | None) -> str:
    """An ISO day, or a moment in UTC, short, in the reader's language, with its year in both eras; nothing for None.

    >>> day("2023-05-01"), day("2023-05-01T07:30:00Z")
    ('1 พ.ค. 2566 / 2023', '1 พ.ค. 2566 / 2023 07:30 UTC')
    """
    if not value:
        return ""
    found = _DAY.match(value)
    if not found:
        return value
    language = current.get()
    year = both_eras(found["year"])
    at = f" {found['time']} UTC" if found["time"] else ""
    return f"{int(found['day'])} {_months(language)[int(found['month'])]} {year}{at}"


@cache
def _months(language: Language) -> Any:  # noqa: ANN401 - a mapping of babel's own kind
    from babel.dates import get_month_names  # noqa: PLC0415 - takes a while to load

    return get_month_names("abbreviated", locale=language)


def mention(value: Any, field: str = "") -> Markup:  # noqa: ANN401 - whatever has text, start, end and rule
    """A value with where it stands in the article and the rule that found it, as `<mark>`; nothing for None.

    Args:
        value: a mention or an evidence: it has `text`, `start`, `end` and `rule`.
        field: which field of the record it is, for its colour; left out, the value's own `field`.
    """
    if value is None:
        return Markup()
    named = field or getattr(value, "field", "") or "other"
    return Markup('<mark class="mention mention-{}" data-start="{}" data-end="{}" data-rule="{}" title="{}">{}</mark>').format(
        named, value.start, value.end, value.rule, value.rule, escape(value.text)
    )
