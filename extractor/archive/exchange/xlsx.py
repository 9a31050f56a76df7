"""Writes an Excel workbook: a sheet of conferrals, one row each, and a sheet of authorities.

openpyxl makes the workbook, all but its rows: it holds each cell as an object, which takes ten times as long as the rows take
here, and has no byte before the last of them. Rows are written into the sheets of its making as they come.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from extractor.archive.exchange.columns import COLUMNS, CORRECTED, SOURCE_COLUMNS, day, joined, source_cells
from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from extractor.archive.entries import Authority, Conferral
    from extractor.archive.exchange import Snapshot

LONGEST = 32_767
"""UTF-16 units that a cell holds, and below `_ROWS` that a sheet does, by Excel's published specifications and limits."""
CUT = "… [cut]"
"""Stands at the end of a text that was longer than a cell holds."""
_ROWS = 1_048_576
_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - on all workbooks, so that one archive always gives one file
_AT_ONCE = 1 << 18  # bytes of rows
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_PLAIN = re.compile("[^\x00-\x1f<>&=#\ufffe\uffff\ud800-\udfff][^\x00-\x1f<>&\ufffe\uffff\ud800-\udfff]*")
_SIZE = re.compile(r'<dimension ref="[^"]*" */>')
_NARROW = {"integer": 8, "number": 11, "date": 12}
_AUTHORITY_COLUMNS = ("id", "kind", "name", "status", "english", "forms", "parent", "province", "note")
_HEADERS = {
    "conferrals": [
        *((column.name, _NARROW.get(column.kind, 28)) for column in COLUMNS),
        *((column.name, 28) for column in (CORRECTED, *SOURCE_COLUMNS)),
    ],
    "authorities": [(name, 28) for name in _AUTHORITY_COLUMNS],
}
"""The columns of each sheet, with their widths."""


class _Book(NamedTuple):
    """The parts of a workbook without rows but the header, and the numbers of its styles for days and for quoted text."""

    parts: dict[str, bytes]
    days: int
    quoted: int


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write the workbook, its rows as they come.

    Raises:
        ArchiveError: more conferrals or authorities than a sheet has rows.
    """
    rows: dict[str, Iterator[Iterable[Any]]] = {
        "conferrals": (_conferral(one) for one in snapshot.conferrals()),
        "authorities": (_authority(one) for one in snapshot.authorities()),
    }
    ends = dict.fromkeys(rows, 1)
    sheets = {f"xl/worksheets/sheet{number}.xml": name for number, name in enumerate(rows, 1)}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, name in sheets.items():
            with archive.open(_entry(part), "w", force_zip64=True) as sheet:
                ends[name] = _fill(sheet, _book(ends), part, rows[name])
                sheet.write(_sides(_book(ends), part)[1])
        for part, said in _book(ends).parts.items():
            if part not in sheets:
                archive.writestr(_entry(part), said)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _book(ends: dict[str, int]) -> _Book:
    """The workbook whose sheets end at the rows of these numbers."""
    book = Workbook()
    del book["Sheet"]
    days = quoted = 0
    for name, end in ends.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for number, (title, width) in enumerate(_HEADERS[name], 1):
            sheet.column_dimensions[get_column_letter(number)].width = width
            sheet.cell(1, number, title).font = Font(bold=True)
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(_HEADERS[name]))}{end}"
        sheet.cell(2, 1).number_format = "yyyy-mm-dd"
        sheet.cell(2, 2).quotePrefix = True  # stays text when someone edits the cell
        days, quoted = sheet.cell(2, 1).style_id, sheet.cell(2, 2).style_id
        sheet.delete_rows(2)
    made = io.BytesIO()
    book.properties.created = _EPOCH
    book.save(made)
    with zipfile.ZipFile(made) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    stamp = f"{_EPOCH:%Y-%m-%dT%H:%M:%SZ}".encode()
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = re.sub(rb"(<dcterms:modified[^>]{0,200}>)[^<]*", rb"\g<1>" + stamp, core)
    return _Book(parts, days, quoted)


def _sides(book: _Book, part: str) -> tuple[bytes, bytes]:
    """What stands before the rows of a sheet and behind them; how large it is stands first, and is left out."""
    before, end, behind = book.parts[part].decode().rpartition("</sheetData>")
    return _SIZE.sub("", before).encode(), (end + behind).encode()


def _fill(sheet: Any, book: _Book, part: str, rows: Iterable[Iterable[Any]]) -> int:  # noqa: ANN401 - a part of a ZIP file
    """Write a sheet up to the end of its rows; gives the number of the last."""
    letters = [get_column_letter(number) for number in range(1, 40)]
    said = [_sides(book, part)[0].decode()]
    size = 0
    number = 1
    for number, row in enumerate(rows, 2):
        if number > _ROWS:
            raise ArchiveError("has more rows than an Excel sheet holds", remedy="export CSV or Parquet, or search for fewer")
        cells = [
            _cell(f"{letter}{number}", value, book) for letter, value in zip(letters, row, strict=False) if value is not None
        ]
        line = f'<row r="{number}">{"".join(cells)}</row>'
        said.append(line)
        size += len(line)
        if size > _AT_ONCE:
            sheet.write("".join(said).encode())
            said.clear()
            size = 0
    sheet.write("".join(said).encode())
    return number


def _cell(at: str, value: str | float | date, book: _Book) -> str:
    if isinstance(value, str):
        if _PLAIN.fullmatch(value) and len(value) * 2 <= LONGEST:
            return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'
        text = _fitting(_UNWRITABLE.sub("", value).replace("\r\n", "\n").replace("\r", "\n"))
        if not text:
            return ""
        style = f' s="{book.quoted}"' if text.startswith("=") or text in ERROR_CODES else ""
        return f'<c r="{at}" t="inlineStr"{style}><is><t xml:space="preserve">{escape(text)}</t></is></c>'
    if isinstance(value, date):
        return f'<c r="{at}" s="{book.days}"><v>{_number(value)}</v></c>'
    return f'<c r="{at}"><v>{value}</v></c>'


def _number(value: date) -> int:
    """A day as Excel counts it, from the first of 1900, which it holds to have been a leap year.

    >>> _number(date(1900, 1, 1)), _number(date(1900, 3, 1)), _number(date(2022, 9, 12))
    (1, 61, 44816)
    """
    days = (value - date(1899, 12, 30)).days
    return days if days > 60 else days - 1


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


def _fitting(text: str) -> str:
    if len(text) * 2 <= LONGEST or len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    return text.encode("utf-16-le")[: (LONGEST - len(CUT)) * 2].decode("utf-16-le", "ignore") + CUT
