r"""Writes conferrals as commands for QuickStatements, the tool that edits Wikidata (version 1 syntax, tab-separated).

A line is a recipient's item, P166 (award received) and the award's item, then qualifiers P585 (the award's year, precision
9), P1686 (for work) and P1027 (conferred by), then one reference an article: S854 (URL), S813 (retrieved) and S577
(published). A first source property with `!` begins the next reference. The syntax is that of
https://www.wikidata.org/wiki/Help:QuickStatements and of the two parsers in use (github.com/magnusmanske/quickstatements and
github.com/WikiMovimentoBrasil/quickstatements3), which have no escapes: a string ends at the last quotation mark of its
column; the newer one also takes `|` for a tab wherever it stands, and drops quotation marks that stand threefold. So strings
are written without tabs, line breaks and `|`, quotation marks never two in a row, and web addresses percent-encoded.

An archive does not know Wikidata's items by itself. They come from a CSV file of authority ids and items (`read_items`), and
from authorities' notes that hold `wikidata:Q…` (`noted_items`).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.archive.exchange.linked import award_text, has_thai, is_calendar, link, noted_item
from extractor.errors import EncodingError, FormatError, MissingInputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

    from extractor.archive.entries import Authority, AuthorityKind, Conferral
    from extractor.archive.exchange import Snapshot

COLUMNS = ("authority", "item")
"""The columns of the file of items."""

_ITEM = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q[1-9]\d*)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LABEL = 250
"""The most characters that Wikidata takes for a label, a description or an alias (Wikibase's own limit)."""
_PRECISION = {4: 9, 7: 10, 10: 11}
"""Wikidata's precision of a year, a month and a day, by the length of the ISO date."""
_CLASSES: dict[AuthorityKind, str] = {"person": "Q5", "organisation": "Q43229"}
"""What a new item is an instance of (P31): human, organisation."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and how many conferrals were left out, each for the first reason that holds.

    `statements` lines of P166; `created` new items; left out: `without_item` because the award or the recipient has no
    Wikidata item, `without_source` because no article has a web address, `repeated` because the recipient's item has had this
    award in the file before: QuickStatements would add the second year to the first statement, and not make another.
    """

    statements: int
    created: int
    without_item: int
    without_source: int
    repeated: int


@dataclass(slots=True)
class _New:
    name: str
    kind: AuthorityKind | None
    award: str
    statements: list[str] = field(default_factory=list)


def read_items(path: str) -> dict[str, str]:
    """The Wikidata items by authority id, from a CSV file in UTF-8 with the columns `authority` and `item`.

    An item is `Q` and a number, or its address at www.wikidata.org; rows without an item are passed over.

    Raises:
        InputError: no such file, or one in another encoding, without the columns, or with a value that is no item or a second,
            different item of one authority; the lines at fault are named all at once.
    """
    remedy = f"write a CSV file with the columns {' and '.join(COLUMNS)}, such as organisation:dep-cdd,Q1234"
    items: dict[str, str] = {}
    faults: list[int] = []
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream)
            if not set(COLUMNS) <= set(rows.fieldnames or ()):
                raise FormatError("lacks the columns of a file of Wikidata items", file=path, line=1, remedy=remedy)
            for row in rows:
                authority, said = ((row[column] or "").strip() for column in COLUMNS)
                if not said:
                    continue
                item = _ITEM.fullmatch(said)
                if item is None or not authority or items.setdefault(authority, item[1]) != item[1]:
                    faults.append(rows.line_num)
    except UnicodeDecodeError as error:
        raise EncodingError("is not in UTF-8", file=path, remedy="save it as CSV UTF-8") from error
    except OSError as error:
        raise MissingInputError(f"cannot be read ({error.strerror})", file=path, remedy=remedy) from error
    except csv.Error as error:
        raise FormatError(f"is no CSV file ({error})", file=path, remedy=remedy) from error
    if faults:
        lines = ", ".join(map(str, faults))
        raise FormatError(f"no item, or a second one of the same authority, on line {lines}", file=path, remedy=remedy)
    return items


def noted_items(snapshot: Snapshot) -> dict[str, str]:
    """The Wikidata items by authority id that stand in authorities' notes, written `wikidata:Q…`."""
    found = ((authority.id, noted_item(authority)) for authority in snapshot.authorities())
    return {identifier: item for identifier, item in found if item is not None}


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write the commands for those conferrals whose items stand in authorities' notes."""
    write_quickstatements(snapshot, target, noted_items(snapshot))


def write_quickstatements(snapshot: Snapshot, target: BinaryIO, items: Mapping[str, str], *, create: bool = False) -> Written:
    """Write the commands for those conferrals whose award and recipient (or work, where that alone is honoured) have items.

    Args:
        snapshot: what to write.
        target: a binary file open for writing; UTF-8, one command a line.
        items: Wikidata items by authority id.
        create: whether recipients without an item are made anew: their commands stand at the end, each recipient's together.

    Returns:
        How many were written and how many left out.
    """
    seen: set[tuple[str, str]] = set()
    new: dict[str, _New] = {}
    statements = without_item = without_source = repeated = 0
    for conferral in snapshot.conferrals():
        award = items.get(conferral.award_id or "")
        receiver = conferral.recipient_id if conferral.recipient is not None else conferral.work_id
        subject = items.get(receiver or "")
        made = create and subject is None and receiver is not None and conferral.recipient is not None
        if award is None or receiver is None or (subject is None and not made):
            without_item += 1
            continue
        said = _statement(conferral, award, items)
        if said is None:
            without_source += 1
        elif (key := (subject or receiver, award)) in seen:
            repeated += 1
        else:
            seen.add(key)
            statements += 1
            if subject is not None:
                target.write(f"{subject}\t{said}\n".encode())
            else:
                entry = _New(conferral.recipient or "", conferral.recipient_kind, award_text(conferral))
                new.setdefault(receiver, entry).statements.append(said)
    if new:
        _write_new(snapshot, target, new)
    return Written(statements, len(new), without_item, without_source, repeated)


def _statement(conferral: Conferral, award: str, items: Mapping[str, str]) -> str | None:
    """The columns behind the subject, or None where there is nothing to refer to."""
    columns = ["P166", award]
    if conferral.year is not None:
        columns += ["P585", f"+{conferral.year:04}-00-00T00:00:00Z/9"]
    qualifiers = [("P1027", conferral.conferred_by_id)]
    if conferral.recipient is not None:  # else the work is the subject itself
        qualifiers.insert(0, ("P1686", conferral.work_id))
    for qualifier, authority in qualifiers:
        if (item := items.get(authority or "")) is not None:
            columns += [qualifier, item]
    told: set[str] = set()
    for source in conferral.sources:
        url = link(source.url)
        if url is None or url in told:
            continue
        columns += ["!S854" if told else "S854", f'"{url}"']
        told.add(url)
        for name, value in (("S813", source.retrieved), ("S577", source.published)):
            if (time := _time(value)) is not None:
                columns += [name, time]
    return "\t".join(columns) if told else None


def _time(value: str | None) -> str | None:
    if value is None or not is_calendar(value):
        return None
    return f"+{(value + '-00-00')[:10]}T00:00:00Z/{_PRECISION[len(value)]}"


def _write_new(snapshot: Snapshot, target: BinaryIO, new: dict[str, _New]) -> None:
    known: dict[str, Authority] = {one.id: one for one in snapshot.authorities() if one.id in new}
    for identifier, entry in new.items():
        lines = ["CREATE"]
        authority = known.get(identifier)
        name = authority.name if authority is not None else entry.name
        english = authority.english if authority is not None else None
        if has_thai(name):
            lines.append(f"LAST\tLth\t{_string(name)}")
        elif english is None:
            english = name
        if english is not None:
            lines.append(f"LAST\tLen\t{_string(english)}")
        lines.append(f"LAST\tDth\t{_string('ผู้ได้รับ' + entry.award)}")
        if entry.kind in _CLASSES:
            lines.append(f"LAST\tP31\t{_CLASSES[entry.kind]}")
        lines += [f"LAST\t{said}" for said in entry.statements]
        target.write(("\n".join(lines) + "\n").encode())


def _string(text: str) -> str:
    """A column's string, within Wikidata's length.

    White space and control characters are folded, `|` becomes `/`, and no two quotation marks stand in a row.
    """
    whole = text.encode("utf-8", "replace").decode().replace("|", "/")
    folded = " ".join(_CONTROL.sub(" ", whole).split())
    single = re.sub(r"[\"“”](?:\s*[\"“”])+", '"', folded)
    return f'"{single[:_LABEL].strip()}"'
