r"""Puts gazetteer files into their one form, so that a change of a row is a change of a line.

Rows are sorted by id, cells lose white space around them, forms between | lose it too and stand once each, quotation marks
stand only where CSV needs them, and a file is UTF-8 with \n at the end of every line. Without FILE, all of gazetteers/.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_LISTS = {"variants", "abbreviations"}


def main() -> None:
    """Write the files that are not in their form, or with --check name them and fail."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help="CSV files")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a file would be written")
    options = parser.parse_args()

    others = 0
    for path in options.files or sorted((ROOT / "gazetteers").glob("*.csv")):
        given = path.read_bytes()
        wanted = formatted(given.decode("utf-8-sig")).encode()
        if wanted != given:
            others += 1
            print(f"{'would format' if options.check else 'formatted'} {path}")
            if not options.check:
                path.write_bytes(wanted)
    if options.check and others:
        sys.exit(1)


def formatted(content: str) -> str:
    r"""A gazetteer file in its form.

    >>> formatted('id,name,variants\r\nb," ข ",ค | ง|ค\r\na,ก,\r\n')
    'id,name,variants\na,ก,\nb,ข,ค|ง\n'
    """
    header, *rows = [row for row in csv.reader(io.StringIO(content, newline=""), strict=True) if row]
    columns = [column.strip() for column in header]
    lists = {number for number, column in enumerate(columns) if column in _LISTS}
    for row in rows:
        for number, cell in enumerate(row):
            row[number] = "|".join(once_each(cell)) if number in lists else cell.strip()
    at = columns.index("id")
    rows.sort(key=lambda row: row[at])
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows([columns, *rows])
    return written.getvalue()


def once_each(cell: str) -> list[str]:
    """The forms in a cell, in their order."""
    return list(dict.fromkeys(form.strip() for form in cell.split("|") if form.strip()))


if __name__ == "__main__":
    main()
