"""JSON Lines and the SQLite file for Datasette."""

from __future__ import annotations

import io
import json
import sqlite3

import jsonschema
import pytest

from extractor.archive.exchange import FORMATS, datasette
from extractor.archive.exchange.json_lines import read_jsonl, schema
from extractor.errors import ArchiveError, FormatError
from tests.archive.exchange.snapshots import AUTHORITIES, CONFERRALS, FORMULA, FULL, SNAPSHOT, Listed


def written(name, snapshot=SNAPSHOT):
    target = io.BytesIO()
    FORMATS[name].write(snapshot, target)
    return target.getvalue()


def test_json_lines_come_back_equal():
    data = written("jsonl")
    assert data.count(b"\n") == len(CONFERRALS)
    assert tuple(read_jsonl(io.BytesIO(data))) == CONFERRALS


def test_each_line_is_valid_by_the_schema_and_the_schema_refuses_others():
    checker = jsonschema.Draft202012Validator(schema())
    checker.check_schema(schema())
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    for line in lines:
        checker.validate(line)
    assert not checker.is_valid(lines[0] | {"extra": 1})
    assert not checker.is_valid(lines[0] | {"year": "2022"})
    lines[0]["sources"][0]["evidence"][0]["extra"] = 1
    assert not checker.is_valid(lines[0])


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda line: line[:-40], "is no conferral"),
        (lambda line: line.replace(b'"year": 2022', b'"year": "2022"'), "year: "),
        (lambda line: line.replace(b'"rule"', b'"extra": 1, "rule"', 1), "has a key that conferrals do not: extra"),
        (lambda line: line.replace(b'"status": "conferred", ', b""), "status: Field required"),
        (lambda _: b"[]", "is no conferral"),
        (lambda _: b"\xff\xfe{", "is no conferral"),
    ],
)
def test_a_bad_line_is_told_with_its_number(spoil, said):
    good = written("jsonl").splitlines()[0]
    bad = spoil(good)
    assert bad != good
    reading = read_jsonl([good, b"\n", bad], file="x.jsonl")
    assert next(reading) == FULL
    with pytest.raises(FormatError, match=r"^x\.jsonl:3: .*; export the archive again") as told:
        next(reading)
    assert said in str(told.value)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("datasette") / "awards.db"
    path.write_bytes(written("datasette"))
    with sqlite3.connect(path) as connection:
        yield connection
    connection.close()


def test_the_tables_hold_it_all_and_their_links_hold(database):
    def count(table):
        return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    assert count("conferrals") == len(CONFERRALS)
    assert count("sources") == sum(len(one.sources) for one in CONFERRALS)
    assert count("evidence") == sum(len(source.evidence) for one in CONFERRALS for source in one.sources)
    assert count("forms") == sum(len(one.forms) for one in AUTHORITIES)
    stubs = database.execute("SELECT id, kind, name FROM authorities WHERE status IS NULL ORDER BY id").fetchall()
    gone = "organisation:gone"
    assert stubs == [(gone, "organisation", gone), ("other:p-outside", "other", "นอกบัญชี")]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    links = {row[3] for row in database.execute("PRAGMA foreign_key_list(conferrals)")}
    assert links == {"award_id", "work_id", "recipient_id", "parent_id", "conferred_by_id"}
    assert database.execute("SELECT recipient FROM conferrals WHERE id LIKE '%003'").fetchone() == (FORMULA,)


def test_full_text_search_is_found_as_datasette_looks_for_it(database):
    said = database.execute("SELECT sql FROM sqlite_master WHERE name = 'conferrals_fts'").fetchone()[0]
    assert "VIRTUAL TABLE" in said
    assert 'content="conferrals"' in said
    search = "SELECT id FROM conferrals WHERE rowid IN (SELECT rowid FROM conferrals_fts WHERE conferrals_fts MATCH ?)"
    assert database.execute(search, ['"พัฒนาชุมชน" "ลพบุรี"']).fetchall() == [(FULL.id,)]
    assert database.execute(search, ['"ไม่มีคำนี้"']).fetchall() == []


def test_a_full_disk_is_told(monkeypatch):
    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(datasette, "_fill", full)
    target = io.BytesIO()
    with pytest.raises(ArchiveError, match=r"disk is full.*free space in"):
        datasette.write(Listed(), target)
    assert target.getvalue() == b""
