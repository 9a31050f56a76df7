"""What a person can set a conferral's fields to: texts, years, editions, and the authorities that names stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from extractor.archive.browse import current
from extractor.archive.entries import ERA, FIELDS
from extractor.archive.incoming import LONGEST_NAME
from extractor.archive.tables import Authority, Form
from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from sqlalchemy import Connection

KINDS: dict[str, tuple[str, ...]] = {
    "award": ("award",),
    "work": ("work",),
    "recipient": ("organisation", "person", "other"),
    "parent": ("organisation", "other"),
}
"""The kinds of authority that a named field can be."""

AUTHORITY = re.compile(r"(?:organisation|person|award|work|other):")
"""How an authority's id begins."""

_YEARS = range(1850, 2201)
_DIGITS = 6  # of an edition or a year, as the databases' integers hold them
_DIGIT = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_BUDDHIST = range(_YEARS.start + ERA, _YEARS.stop + ERA)


def value_of(connection: Connection, field: str, value: str | None) -> tuple[str | None, str | None]:
    """A field's value as it is kept, and the authority that it names, if it does.

    Raises:
        ArchiveError: there is no such field, or it cannot have the value.
        UnknownIdError: there is no such authority.
    """
    if field not in FIELDS:
        raise ArchiveError(f"a conferral has no field {field!r}", remedy=f"its fields are {', '.join(FIELDS)}")
    value = None if value is None or not value.strip() else " ".join(value.split())
    if value is None:
        return None, None
    check_length(value)
    if field in {"year", "edition"}:
        if not value.isascii() or not value.isdigit() or len(value) > _DIGITS:
            raise ArchiveError(f"{value!r} is no number", remedy=f"give the {field} in digits")
        if field == "year" and int(value) not in _YEARS:
            hint = f"; {value} in the Buddhist era is {int(value) - ERA}" if int(value) - ERA in _YEARS else ""
            raise ArchiveError(f"{value} is no year of the common era{hint}", remedy="give the year as CE")
        return value, None
    if field not in KINDS:
        return value, None
    if AUTHORITY.match(value):
        authority = current(connection, value)
        if authority.partition(":")[0] not in KINDS[field]:
            raise ArchiveError(f"{value!r} is no {field}", remedy=f"name an authority of kind {' or '.join(KINDS[field])}")
        return connection.execute(select(Authority.name).where(Authority.id == authority)).scalar(), authority
    return value, _known(connection, field, value)


def check_length(value: str) -> None:
    """Pass a name that the archive can hold.

    Raises:
        ArchiveError: it is too long.
    """
    if len(value) > LONGEST_NAME:
        raise ArchiveError(f"longer than {LONGEST_NAME} characters", remedy="give a shorter one")


def _known(connection: Connection, field: str, name: str) -> str | None:
    """The one authority of that name or form, if there is just one."""
    wanted = (
        select(Authority.id, Authority.name, Form.form)
        .outerjoin(Form, Form.authority == Authority.id)
        .where(Authority.kind.in_(KINDS[field]), Authority.merged_into.is_(None), or_(Authority.name == name, Form.form == name))
    )
    found = {row.id for row in connection.execute(wanted)}
    return found.pop() if len(found) == 1 else None


_BELOW_NOUGHT = re.compile("[-−–][0-9๐-๙]")


def value_in(field: str, words: str) -> str:
    """The value that words of an article, or of a person, give a field: for year and edition a number, else the words.

    A year of the Buddhist era becomes one of the common era. What holds no number, or is one below nought,
    stays as it is, for `value_of` to refuse.

    >>> value_in("year", "ประจำปี พ.ศ. ๒๕๖๖"), value_in("edition", "ครั้งที่ ๑๒"), value_in("level", " ดีเด่น ")
    ('2023', '12', 'ดีเด่น')
    >>> value_in("edition", "-5"), value_in("edition", "- ครั้งที่ 5")
    ('-5', '5')
    """
    words = " ".join(words.split())
    if field not in {"year", "edition"}:
        return words
    numbers = re.findall("[0-9]+", words.translate(_DIGIT))
    if len(numbers) != 1 or _BELOW_NOUGHT.match(words):
        return words
    number = int(numbers[0])
    return str(number - ERA if field == "year" and number in _BUDDHIST and number not in _YEARS else number)
