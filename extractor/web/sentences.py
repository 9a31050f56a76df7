"""What the library says in English, said in Thai on Thai pages: reasons of doubtful pairs, refusals, what could not be read.

The sentences stand in `locale/th/library.po`, with `%(a)s` where the library puts a value; the library itself, and with it the
command line and the API, goes on in English.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

from extractor.web.language import current, gettext

if TYPE_CHECKING:
    from extractor.errors import ArchiveError, InputError

_LOG = logging.getLogger(__name__)
_PLACE = re.compile(r"%\\\((\w)\\\)s|%\((\w)\)s")


@cache
def _sentences() -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    """The sentences without values by their English, and the patterns of the others, those that say most first."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 - only where such a thing is said

    plain: dict[str, str] = {}
    patterns = []
    for message in read_po(BytesIO(resources.files("extractor.web").joinpath("locale/th/library.po").read_bytes())):
        english, thai = str(message.id), str(message.string)
        if english and "%(" in english:
            pattern = _PLACE.sub(lambda found: f"(?P<{found[1] or found[2]}>.+?)", re.escape(english))
            patterns.append((len(_PLACE.sub("", english)), re.compile(pattern, re.DOTALL), thai))
        elif english:
            plain[english] = thai
    patterns.sort(key=lambda each: -each[0])
    return plain, [(pattern, thai) for _, pattern, thai in patterns]


def known(english: str) -> str | None:
    """The Thai of what the library said, or None where no catalogue has it.

    >>> known("the same award"), known("another year: 2022, 2023"), known("hello")
    ('รางวัลเดียวกัน', 'คนละปี: 2022, 2023', None)
    """
    plain, patterns = _sentences()
    if english in plain:
        return plain[english]
    for pattern, thai in patterns:
        if found := pattern.fullmatch(english):
            return thai % {name: known(value) or value for name, value in found.groupdict().items()}
    return None


def said(english: str, otherwise: str) -> str:
    """What the library said, in the reader's language; `otherwise` on a Thai page where no catalogue has it."""
    if current.get() != "th":
        return english
    thai = known(english)
    if thai is None:
        _LOG.warning("not in the Thai catalogue: %s", english)
    return otherwise if thai is None else thai


def refused(error: InputError | ArchiveError, *, english: bool = False) -> str:
    """Why the library would not do something and what helps, in the reader's language, or in English as programs read it."""
    if english or current.get() != "th":
        return f"{error.problem}; {error.remedy}" if error.remedy else error.problem
    problem = said(error.problem, gettext("ข้อมูลนี้ใช้ไม่ได้ ไม่มีอะไรถูกเปลี่ยน"))
    remedy = known(error.remedy) if error.remedy else None
    return f"{problem} {remedy}" if remedy else problem
