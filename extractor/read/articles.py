"""What every format of input ends in: an article, if its text and its id are such."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

from extractor.errors import EmptyInputError, FormatError, InputError
from extractor.models import Article

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_CHARACTERS = 2_000_000
"""The longest text that is taken for one article: that of a thick book."""

MAX_BYTES = 32_000_000
"""The longest line of JSON Lines or CSV, and the largest file of plain text or HTML."""

TEXT_KEYS = ("text", "body", "content")
"""Keys and columns that hold an article's text; of several, the first in this order."""

ONE_EACH = "give one article a file, or one a line as JSON Lines"

_MAX_ID = 500
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_BLANK = "\ufeff\u200b \t\r\n\x0b\x0c\xa0"
_KINDS = {dict: "an object", list: "a list", bool: "true or false", type(None): "null", int: "a number", float: "a number"}


class Failed(Protocol):
    """Told of what could not be read: the error, its line, the article's id if known, the raw text."""

    def __call__(self, error: InputError, line: int | None, name: str | None, raw: str | None) -> None: ...


def make_article(
    name: object,
    text: str,
    source: str,
    *,
    meta: Mapping[str, Any] | None = None,
    content: tuple[tuple[int, int], ...] | None = None,
) -> Article:
    """The article of this text.

    Raises:
        EmptyInputError: the text is white space.
        FormatError: it is too long for one article, or its id is none.
    """
    if not text.strip(_BLANK):
        raise EmptyInputError("has no text", remedy="leave it out")
    if len(text) > MAX_CHARACTERS:
        raise FormatError(f"longer than {MAX_CHARACTERS:,} characters", remedy=ONE_EACH)
    return Article(id=checked_id(name), text=text, source=source, content=content, meta=dict(meta or {}))


def checked_id(name: object) -> str:
    """An article's id: any text without control characters, of at most 500 characters; a number is written out.

    Path characters may stand in it, for no file is ever named by it as it is.

    Raises:
        FormatError: it is no such id.
    """
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    if not isinstance(name, str):
        raise FormatError(f"the id is {kind_of(name)}, not text", remedy="write the id as a string")
    if _CONTROL.search(name):
        raise FormatError("the id holds a line break or another control character", remedy="give it a plain id")
    if not 0 < len(name) <= _MAX_ID:
        raise FormatError(f"the id is longer than {_MAX_ID} characters", remedy="give it a shorter id")
    return name


def kind_of(value: object) -> str:
    """What a JSON value is, in words.

    >>> kind_of([])
    'a list'
    """
    return _KINDS.get(type(value), "text")
