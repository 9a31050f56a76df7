"""Says things in the reader's language: Thai as it stands in templates and code, English by the catalogues in `locale/en`.

Every area has its own catalogue, read when the first page is asked for in English. What no catalogue has stays Thai.
"""

from __future__ import annotations

from contextvars import ContextVar
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Literal, get_args

Language = Literal["th", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
COOKIE = "language"

current: ContextVar[Language] = ContextVar("language", default="th")
"""The language of the request that is being answered."""


def cookie_name(name: str, *, secure: bool) -> str:
    """The cookie's name, which by HTTPS binds it to this one host."""
    return f"__Host-{name}" if secure else name


@cache
def catalogue() -> dict[str, tuple[str, ...]]:
    """English by the Thai that stands in templates and code: one form, or one for a single thing and one for several."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 - only where English is asked for

    found: dict[str, tuple[str, ...]] = {}
    for file in sorted(resources.files("extractor.web").joinpath("locale/en").iterdir(), key=lambda each: each.name):
        if not file.name.endswith(".po"):
            continue
        for message in read_po(BytesIO(file.read_bytes())):
            said = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            if message.id and said and all(said):
                found[message.id if isinstance(message.id, str) else message.id[0]] = said
    return found


def gettext(thai: str) -> str:
    """The text in the request's language.

    >>> gettext("คำเตือน")
    'คำเตือน'
    """
    return thai if current.get() == "th" else catalogue().get(thai, (thai,))[0]


def ngettext(thai: str, _several: str, number: int) -> str:
    """The text for so many things; Thai has one form for all numbers."""
    if current.get() == "th":
        return thai
    said = catalogue().get(thai, (thai,))
    return said[0] if number == 1 else said[-1]
