"""Writes an Excel workbook: a sheet of conferrals, one row each, and a sheet of authorities."""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from extractor.archive.exchange.columns import COLUMNS, CORRECTED, SOURCE_COLUMNS, day, joined, source_cells
from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from typing import BinaryIO

    from extractor.archive.entries import Authority, Conferral
    from extractor.archive.exchange import Snapshot

LONGEST = 32_767
"""UTF-16 units that a cell holds, and below `_ROWS` that a sheet does, by Excel's published specifications and limits."""
CUT = "… [cut]"
"""Stands at the end of a text that was longer than a cell holds."""
_ROWS = 1_048_576
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]{0,200}>)[^<]*")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NARROW = {"integer": 8, "number": 11, "date": 12}
_AUTHORITY_COLUMNS = ("id", "kind", "name", "status", "english", "forms", "parent", "province", "note")


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write the workbook by way of a temporary file.

    Raises:
        ArchiveError: more conferrals or authorities than a sheet has rows.
    """
    book = Workbook(write_only=True)
    header = [(column.name, _NARROW.get(column.kind, 28)) for column in COLUMNS]
    header += [(column.name, 28) for column in (CORRECTED, *SOURCE_COLUMNS)]
    _fill(book.create_sheet("conferrals"), header, (_conferral(one) for one in snapshot.conferrals()))
    _fill(book.create_sheet("authorities"), [(name, 28) for name in _AUTHORITY_COLUMNS], map(_authority, snapshot.authorities()))
    with tempfile.TemporaryFile() as draft:
        book.save(draft)
        _same_bytes(draft, target)


def _fill(sheet: Any, header: list[tuple[str, int]], rows: Iterable[Iterable[Any]]) -> None:  # noqa: ANN401 - stubs lack its settings
    sheet.freeze_panes = "A2"
    for number, (_, width) in enumerate(header, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    titles = [WriteOnlyCell(sheet, name) for name, _ in header]
    for title in titles:
        title.font = Font(bold=True)
    number = 0
    for number, row in enumerate(chain([titles], rows), 1):
        if number > _ROWS:
            sheet.close()  # openpyxl would complain of the half sheet
            raise ArchiveError("has more rows than an Excel sheet holds", remedy="export CSV or Parquet, or search for fewer")
        sheet.append([_cell(sheet, value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(header))}{number}"


def _conferral(conferral: Conferral) -> Iterator[str | int | float | date | None]:
    for column in COLUMNS:
        value = getattr(conferral, column.name)
        when = day(value) if column.kind == "date" else None
        yield when if when is not None and when.year >= 1900 else value  # Excel has no day before 1900
    yield joined(conferral.corrected)
    yield from source_cells(conferral)


def _authority(authority: Authority) -> Iterator[str | None]:
    for name in _AUTHORITY_COLUMNS:
        value = getattr(authority, name)
        yield joined(value) if isinstance(value, tuple) else value


def _cell(sheet: Any, value: Any) -> Any:  # noqa: ANN401 - what openpyxl takes and makes
    if not isinstance(value, str):
        return value
    text = _fitting(_UNWRITABLE.sub("", value).replace("\r\n", "\n").replace("\r", "\n"))
    if not text.startswith("=") and text not in ERROR_CODES:
        return text or None
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = True  # stays text when someone edits the cell
    return cell


def _fitting(text: str) -> str:
    if len(text) * 2 <= LONGEST or len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    return text.encode("utf-16-le")[: (LONGEST - len(CUT)) * 2].decode("utf-16-le", "ignore") + CUT


def _same_bytes(draft: Any, target: BinaryIO) -> None:  # noqa: ANN401 - tempfile's own type differs between systems
    """Copy the workbook's parts with one date on them all, so that one archive always gives one file."""
    with zipfile.ZipFile(draft) as parts, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in parts.infolist():
            entry = zipfile.ZipInfo(part.filename, _EPOCH.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            if part.filename == "docProps/core.xml":
                copy.writestr(entry, _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z", parts.read(part)))
            else:
                with parts.open(part) as source, copy.open(entry, "w", force_zip64=part.file_size > 1 << 30) as sink:
                    shutil.copyfileobj(source, sink)
