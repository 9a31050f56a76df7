from __future__ import annotations

import csv
import io
import json
import os
import stat
from pathlib import Path

import pytest

from extractor.errors import OutputError
from extractor.models import Conferral, Mention, Provenance, Record
from extractor.read import Reject
from extractor.write import (
    CSV_COLUMNS,
    RejectsFile,
    WholeFile,
    conferral_rows,
    format_for,
    open_records,
    rejects_beside,
    write_text,
)


def mention(text, start=0, **more):
    return Mention(text=text, start=start, end=start + len(text), rule="test", **more)


def conferral(**fields):
    empty = dict.fromkeys(("award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent"))
    return Conferral(id="c", status="conferred", confidence=0.87654, **(empty | fields))


def record(name="ก-1", awards=(), **more):
    given = {"title": mention("กรมคว้ารางวัล"), "published": mention("12 ก.ย. 65", value="2022-09-12"), "meta": {}} | more
    given |= dict.fromkeys(("unconferred", "ceremonies", "people", "organisations", "dates", "claims", "warnings"), ())
    made_by = Provenance(version="1", gazetteers="g")
    return Record(id=name, source="a.jsonl:1", text_sha256="0", awards=awards, extractor=made_by, **given)


AWARD = conferral(
    award=mention("รางวัลเลิศรัฐ", 5, id="lert-rat"),
    year=mention("2565", 20, value=2022),
    level=mention("ดีเด่น", 30, value="excellent"),
    recipient=mention("กรมที่ดิน", 40, id="dol"),
)


def write(path, form, *records):
    with open_records(str(path), form) as writer:
        for each in records:
            writer.write(each)


def test_json_lines_read_back_as_they_were(tmp_path):
    records = [record("1", (AWARD,)), record("2", meta={"n": 12345678901234567890123, "t": "ก\u2028"})]
    write(tmp_path / "r.jsonl", "jsonl", *records)
    lines = (tmp_path / "r.jsonl").read_bytes().decode().removesuffix("\n").split("\n")
    assert [Record.model_validate_json(line) for line in lines] == records


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_array(tmp_path, count):
    records = [record(str(n), (AWARD,)) for n in range(count)]
    write(tmp_path / "r.json", "json", *records)
    assert [Record.model_validate(each) for each in json.loads((tmp_path / "r.json").read_text())] == records


def test_csv_has_a_row_for_each_conferral_and_opens_in_excel(tmp_path):
    write(tmp_path / "r.csv", "csv", record("1", (AWARD, conferral(work=mention("ผลงาน", 9)))), record("2"))
    data = (tmp_path / "r.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 2
    assert tuple(rows[0]) == CSV_COLUMNS
    assert rows[0] == dict.fromkeys(CSV_COLUMNS, "") | {
        "article_id": "1", "title": "กรมคว้ารางวัล", "published": "2022-09-12", "award": "รางวัลเลิศรัฐ", "award_id": "lert-rat",
        "year": "2022", "level": "ดีเด่น", "level_code": "excellent", "recipient": "กรมที่ดิน", "recipient_id": "dol",
        "status": "conferred", "confidence": "0.877", "start": "40", "end": "49", "source": "a.jsonl:1",
    }  # fmt: skip
    assert (rows[1]["work"], rows[1]["start"], rows[1]["end"]) == ("ผลงาน", "9", "14")


def test_the_header_stands_even_without_rows(tmp_path):
    write(tmp_path / "r.csv", "csv")
    assert (tmp_path / "r.csv").read_text(encoding="utf-8-sig") == ",".join(CSV_COLUMNS) + "\n"


@pytest.mark.parametrize("cell", ["=1+1", "+66 2", "-นำ", "@SUM(A1)", "\t=1", "\n=1", "＝1"])
def test_no_cell_is_a_formula(cell):
    [row] = conferral_rows(record(cell, (conferral(work=mention(cell)),)))
    assert row[0].startswith("'")
    assert row[CSV_COLUMNS.index("work")].startswith("'")


def test_cells_stand_on_one_line():
    [row] = conferral_rows(record("1", (conferral(work=mention("โคราชโมเดล\n\nเราไม่ทิ้งกัน")),)))
    assert row[CSV_COLUMNS.index("work")] == "โคราชโมเดล เราไม่ทิ้งกัน"


def test_formats_follow_the_name():
    assert [format_for(name) for name in ("a.csv", "a.JSON", "a.jsonl", "a", "-")] == ["csv", "json", "jsonl", "jsonl", "jsonl"]


# --- whole or not at all


def test_nothing_is_seen_until_all_is_written_and_the_old_file_stays_after_a_failure(tmp_path):
    place = tmp_path / "r.jsonl"
    place.write_text("old")

    def fail():
        with open_records(str(place), "jsonl") as writer:
            writer.write(record())
            assert place.read_text() == "old"
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert place.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["r.jsonl"]
    write(place, "jsonl", record())
    assert place.read_text().startswith("{")
    assert [path.name for path in tmp_path.iterdir()] == ["r.jsonl"]


def test_rights_stay_and_links_are_followed(tmp_path):
    place = tmp_path / "r.jsonl"
    place.write_text("old")
    place.chmod(0o640)
    (tmp_path / "link").symlink_to(place)
    write_text(str(tmp_path / "link"), "new")
    assert place.read_text() == "new"
    assert (tmp_path / "link").is_symlink()
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_devices_are_written_and_not_replaced():
    write_text(os.devnull, "x")
    assert not Path(os.devnull).is_file()


def test_places_that_cannot_be_written_are_told_at_once(tmp_path):
    (tmp_path / "file").write_text("x")
    for place, word in [
        (tmp_path, "is a folder"),
        (tmp_path / "none" / "r.jsonl", "does not exist"),
        (tmp_path / "file" / "r.jsonl", ""),
        (tmp_path / ("x" * 300), ""),
        ("a\0b", ""),
    ]:
        entered = False
        with pytest.raises(OutputError) as caught, WholeFile(str(place)):
            entered = True
        assert not entered
        assert word in str(caught.value)
        assert caught.value.remedy
        assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_protected_files_and_folders(tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "file").chmod(0o400)
    with pytest.raises(OutputError, match="write-protected"), WholeFile(str(tmp_path / "file")):
        pass
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError), WholeFile(str(tmp_path / "new")):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_told():
    with pytest.raises(OutputError, match="/dev/full"):
        write_text("/dev/full", "x" * 100_000)


# --- rejects

REJECT = Reject("a.jsonl", 3, "ก", "read", "not JSON", "mend it", "{broken")


def test_rejects_are_kept_as_json_lines(tmp_path):
    with RejectsFile(str(tmp_path / "r.rejects.jsonl")) as rejects:
        rejects.write(REJECT)
    assert json.loads((tmp_path / "r.rejects.jsonl").read_text()) == {
        "source": "a.jsonl", "line": 3, "id": "ก", "stage": "read", "error": "not JSON", "remedy": "mend it", "raw": "{broken",
    }  # fmt: skip


def test_no_rejects_no_file_and_none_of_an_earlier_run(tmp_path):
    place = tmp_path / "r.rejects.jsonl"
    place.write_text("{}\n")
    with RejectsFile(str(place)):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_rejects_file_stays_when_the_run_fails(tmp_path):
    place = tmp_path / "r.rejects.jsonl"
    place.write_text("{}\n")

    def fail():
        with RejectsFile(str(place)) as rejects:
            rejects.write(REJECT)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert place.read_text() == "{}\n"


def test_rejects_stand_beside_the_records():
    assert rejects_beside("out/records.jsonl") == "out/records.rejects.jsonl"
    assert rejects_beside("records") == "records.rejects.jsonl"
