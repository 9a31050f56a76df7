"""CSV, XLSX, Parquet and Arrow: one row a conferral, read back by the tools that people open them with."""

from __future__ import annotations

import csv
import datetime as dt
import io
import subprocess
import sys
import tracemalloc
import zipfile
from dataclasses import replace

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.archive.exchange import FORMATS, csv_table, xlsx
from extractor.archive.exchange.columns import COLUMNS
from extractor.errors import ArchiveError
from tests.archive.exchange.snapshots import CONFERRALS, EMOJI, FORMULA, FULL, LONG, SNAPSHOT, Listed, many

TABLES = ("csv", "xlsx", "parquet", "arrow", "jsonl", "datasette", "label-studio", "doccano")


def written(name, snapshot=SNAPSHOT):
    target = io.BytesIO()
    FORMATS[name].write(snapshot, target)
    return target.getvalue()


def csv_rows(snapshot=SNAPSHOT):
    return list(csv.DictReader(io.StringIO(written("csv", snapshot).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_the_same_archive_gives_the_same_bytes(name):
    assert written(name) == written(name)


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_archive_gives_a_file_that_opens(name):
    data = written(name, Listed())
    if name in {"jsonl", "doccano"}:
        assert data == b""
    else:
        assert data


@pytest.mark.parametrize("name", ["csv", "parquet", "arrow", "jsonl", "label-studio", "doccano"])
def test_memory_stays_flat(name):
    def peak(count):
        class Nowhere(io.RawIOBase):
            def write(self, data):
                return len(data)

        tracemalloc.start()
        FORMATS[name].write(many(count), Nowhere())
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(10)
    assert peak(6_000) < 12_000_000  # read at once, the conferrals alone would take more


def test_csv_is_utf8_with_a_mark_and_crlf_and_a_row_a_conferral():
    data = written("csv")
    assert data.startswith(b"\xef\xbb\xbfid,award,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == len(CONFERRALS) + 1  # no line break within a cell
    assert [row["id"] for row in csv_rows()] == [one.id for one in CONFERRALS]


def test_csv_gives_each_value_back():
    row = csv_rows()[0]
    for column in COLUMNS:
        value = getattr(FULL, column.name)
        assert row[column.name] == ("" if value is None else str(value)), column.name
    assert row["corrected"] == "level | year"
    assert row["article_id"].split(" | ") == ["emoji/1", "empty", "plain"]
    assert row["url"].split(" | ") == ["https://news.example.org/a?x=1%7C2", "http://other.example.org/2", ""]
    assert row["outlet"].split(" | ")[2] == "ข่าว ¦ ภูมิภาค"


def test_no_csv_cell_begins_as_a_formula():
    rows = csv_rows()
    assert rows[2]["recipient"] == "'" + FORMULA
    assert (rows[8]["category"], rows[8]["branch"], rows[8]["level"]) == ("'-1+1", "'@SUM(A1)", "'+66")
    hostile = Listed((_titled("ข่าว", "=1+1"),))
    assert csv_rows(hostile)[0]["title"] == "ข่าว | '=1+1"
    for row in rows:
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def _titled(*titles):
    source = FULL.sources[0]
    return replace_sources(*(type(source)(None, "a", title, None, None, "2026-11-01", "a" * 64) for title in titles))


def replace_sources(*sources):
    return replace(FULL, sources=sources)


def workbook(snapshot=SNAPSHOT):
    return openpyxl.load_workbook(io.BytesIO(written("xlsx", snapshot)))


def test_xlsx_has_a_frozen_header_a_filter_and_real_dates():
    book = workbook()
    assert book.sheetnames == ["conferrals", "authorities"]
    sheet = book["conferrals"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:AD13")
    assert (sheet.max_row, book["authorities"].max_row) == (13, 9)
    header = [cell.value for cell in sheet[1]]
    assert header == list(csv_table.HEADER)
    assert sheet.column_dimensions["B"].width == 28
    cell = sheet.cell(2, header.index("date") + 1)
    assert cell.is_date
    assert cell.value == dt.datetime(2022, 9, 12)  # noqa: DTZ001 - a day has no zone
    assert sheet.cell(9, header.index("date") + 1).value == "1899-01-05"  # before Excel's first day
    assert sheet.cell(10, header.index("date") + 1).value == "2022-09"
    assert sheet.cell(11, header.index("recipient") + 1).value == "0012"
    assert sheet.cell(7, header.index("recipient") + 1).value == EMOJI


def test_xlsx_keeps_formula_like_text_as_text():
    sheet = workbook()["conferrals"]
    cell = sheet.cell(4, 12)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (FORMULA, "s", True)
    error = sheet.cell(10, 12)
    assert (error.value, error.data_type) == ("#N/A", "s")
    with zipfile.ZipFile(io.BytesIO(written("xlsx"))) as parts:
        assert all(b"<f>" not in parts.read(name) for name in parts.namelist())
        assert {entry.date_time for entry in parts.infolist()} == {(2000, 1, 1, 0, 0, 0)}
    assert written("xlsx") == written("xlsx")


def test_xlsx_cuts_what_a_cell_does_not_hold_and_says_so():
    cut = workbook()["conferrals"].cell(8, 10).value
    assert len(LONG) > xlsx.LONGEST
    assert len(cut) == xlsx.LONGEST
    assert cut.endswith("… [cut]")
    assert cut[:-7] == LONG[: xlsx.LONGEST - 7]
    assert "a cell's text past 32,767" in FORMATS["xlsx"].drops
    assert xlsx._fitting("🏆" * 16_383) == "🏆" * 16_383  # 32,766 units
    assert xlsx._fitting("🏆" * 16_384) == "🏆" * 16_380 + xlsx.CUT  # half a cup is no cup


def test_xlsx_leaves_control_characters_out():
    assert workbook()["conferrals"].cell(13, 12).value == "ข้าวกล้องไทย"


def test_xlsx_says_when_a_sheet_is_full(monkeypatch):
    monkeypatch.setattr(xlsx, "_ROWS", 5)
    with pytest.raises(ArchiveError, match="more rows than an Excel sheet holds; export CSV"):
        written("xlsx")


@pytest.mark.parametrize("name", ["parquet", "arrow"])
def test_duckdb_reads_it(name, tmp_path):
    path = tmp_path / f"awards{FORMATS[name].suffix}"
    path.write_bytes(written(name))
    with duckdb.connect() as database:
        if name == "parquet":
            database.execute(f"CREATE VIEW awards AS SELECT * FROM read_parquet('{path}')")
        else:
            database.register("awards", pa.ipc.open_file(path).read_all())
        first = database.execute("SELECT date, year, confidence, corrected, sources FROM awards LIMIT 1").fetchone()
        assert first[:4] == (dt.date(2022, 9, 12), 2022, 0.953125, ["level", "year"])
        assert [source["url"] for source in first[4]] == [source.url for source in FULL.sources]
        found = database.execute("SELECT id, recipient, work, len(sources) FROM awards ORDER BY id").fetchall()
        assert found == [(one.id, one.recipient, one.work, len(one.sources)) for one in CONFERRALS]
        assert database.execute("SELECT count(*) FROM awards WHERE date IS NOT NULL").fetchone() == (3,)


def test_the_schema_describes_each_field():
    schema = pq.read_schema(io.BytesIO(written("parquet")))
    assert schema.equals(pa.ipc.open_file(io.BytesIO(written("arrow"))).schema)
    assert all(field.metadata[b"description"] for field in schema)
    assert (schema.field("year").type, schema.field("date").type) == (pa.int32(), pa.date32())
    assert not schema.field("id").nullable


def test_parquet_goes_down_a_pipe():
    code = "import sys; from tests.archive.exchange.snapshots import SNAPSHOT; "
    code += "from extractor.archive.exchange import FORMATS; FORMATS['parquet'].write(SNAPSHOT, sys.stdout.buffer)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert out == written("parquet")
