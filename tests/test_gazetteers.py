"""The shipped gazetteers row by row, and how faulty and additional ones are met."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING

import ahocorasick_rs
import pytest

from extractor.errors import GazetteerError
from extractor.gazetteer_rows import KINDS, Row
from extractor.lexicon import Lexicon, load, shipped_folder
from extractor.normalise import normalise

if TYPE_CHECKING:
    from pathlib import Path

LEXICON = load()
ROWS = [(kind, row) for kind in KINDS for row in LEXICON.of(kind)]
AWARDS_HEADER = "id,name,english,variants,abbreviations,organiser,valid_from,valid_until,source,example\n"


def awards_file(folder: Path, *lines: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "awards.csv"
    path.write_text(AWARDS_HEADER + "".join(line + "\n" for line in lines), encoding="utf-8")
    return folder


def row_line(id_: str, name: str, example: str | None = None, variants: str = "") -> str:
    return f"{id_},{name},,{variants},,,,,own,{example or f'ได้รับ{name} เมื่อวานนี้'}"


def faults(*folders: Path) -> list[str]:
    with pytest.raises(GazetteerError) as caught:
        load(*folders)
    return [str(fault) for fault in caught.value.faults]


# ------------------------------------------------------------------ the shipped ones


def test_every_kind_has_a_file() -> None:
    assert {path.stem for path in shipped_folder().glob("*.csv")} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_is_found_as_its_own_row(kind: str) -> None:
    finder = LEXICON.finder(kind)
    missed = [row.id for row in LEXICON.of(kind) if row.id not in {hit.row.id for hit in finder.find(normalise(row.example)[0])}]
    assert missed == []


@pytest.mark.parametrize("kinds", [(kind,) for kind in KINDS] + [("agencies", "agency_heads"), ("honorifics", "positions")])
def test_the_leftmost_longest_forms_are_found(kinds: tuple[str, ...]) -> None:
    """What all finders share in one pass is what an automaton of a finder's own rows finds."""
    forms = sorted({normalise(form)[0].lower().replace("’", "'") for row in LEXICON.of(*kinds) for form in row.forms})
    alone = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    text = " ".join(normalise(row.example)[0] for _, row in ROWS[::7]).replace("’", "'")
    within = [re.fullmatch("[a-z0-9]{2}", pair, re.ASCII) is not None for pair in map("".join, pairwise(f" {text.lower()} "))]
    expected = [span for _, *span in alone.find_matches_as_indexes(text.lower()) if not any(within[at] for at in span)]
    assert [[hit.start, hit.end] for hit in LEXICON.finder(*kinds).find(text)] == expected


@pytest.mark.parametrize("kind", KINDS)
def test_rows_are_sorted_by_id(kind: str) -> None:
    ids = [row.id for row in LEXICON.of(kind)]
    assert ids == sorted(ids)


@pytest.mark.parametrize("kind", KINDS)
def test_no_form_is_that_of_two_rows(kind: str) -> None:
    """A body and its predecessor may share their English name; nothing else is shared."""
    owners: dict[str, set[str]] = {}
    for row in LEXICON.of(kind):
        for form in {*row.forms} - {getattr(row, "english", None)}:
            owners.setdefault(normalise(form)[0].lower(), set()).add(row.id)
    assert {form: sorted(ids) for form, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_is_normalised_and_reachable(kind: str) -> None:
    """A form that its own finder cannot find alone is no form."""
    finder = LEXICON.finder(kind)
    lost = []
    for row in LEXICON.of(kind):
        for form in row.forms:
            clean = normalise(form)[0]
            hits = finder.find(clean)
            if not any(hit.start == 0 and hit.end == len(clean) for hit in hits):
                lost.append((row.id, form))
    assert lost == []


@pytest.mark.parametrize("kind", KINDS)
def test_forms_are_not_said_twice(kind: str) -> None:
    said_twice = [row.id for row in LEXICON.of(kind) if len(set(row.forms)) < len(row.forms) - 1]
    assert said_twice == []


def test_validity_is_a_span() -> None:
    for kind, row in ROWS:
        start, end = getattr(row, "valid_from", None), getattr(row, "valid_until", None)
        assert start is None or end is None or start <= end, (kind, row.id)


@pytest.mark.parametrize("scale", sorted({row.scale for row in LEXICON.of("levels")}))  # type: ignore[attr-defined]
def test_a_scale_begins_with_rank_one(scale: str) -> None:
    ranks = sorted({row.rank for row in LEXICON.of("levels") if row.scale == scale})  # type: ignore[attr-defined]
    assert ranks == list(range(1, len(ranks) + 1))


def test_there_are_seventy_seven_provinces_and_twelve_months() -> None:
    assert len(LEXICON.of("provinces")) == 77
    assert sorted(row.number for row in LEXICON.of("months")) == list(range(1, 13))  # type: ignore[attr-defined]


def test_a_latin_form_stands_between_word_bounds() -> None:
    finder = LEXICON.finder("awards")
    assert [hit.row.id for hit in finder.find("รับ SET Awards แล้ว")] == ["set-awards"]
    assert finder.find("RESET Awardship") == []


def test_case_of_latin_letters_does_not_matter() -> None:
    finder = LEXICON.finder("awards")
    assert [hit.row.id for hit in finder.find("THAILAND QUALITY AWARD")] == ["tqa"]


def test_the_longest_form_wins() -> None:
    [hit] = LEXICON.finder("awards").find("รางวัลเลิศรัฐ")
    assert (hit.start, hit.end) == (0, len("รางวัลเลิศรัฐ"))


# ------------------------------------------------------------------ a folder of the user's


def test_a_users_folder_adds_a_row(tmp_path: Path) -> None:
    folder = awards_file(tmp_path / "own", row_line("own-award", "รางวัลดาวเหนือ", variants="ดาวเหนืออวอร์ด"))
    lexicon = load(folder)
    assert [hit.row.id for hit in lexicon.finder("awards").find("ได้ดาวเหนืออวอร์ด")] == ["own-award"]
    assert len(lexicon.of("awards")) == len(LEXICON.of("awards")) + 1
    assert lexicon.of("months") == LEXICON.of("months")


def test_a_users_folder_replaces_a_row(tmp_path: Path) -> None:
    folder = awards_file(tmp_path / "own", row_line("lert-rat", "รางวัลเลิศล้ำ"))
    lexicon = load(folder)
    row: Row = lexicon.rows["awards"]["lert-rat"]
    assert row.name == "รางวัลเลิศล้ำ"
    assert len(lexicon.of("awards")) == len(LEXICON.of("awards"))
    assert "lert-rat" not in {hit.row.id for hit in lexicon.finder("awards").find("รางวัลเลิศรัฐ")}


def test_a_later_folder_replaces_an_earlier_one(tmp_path: Path) -> None:
    one = awards_file(tmp_path / "one", row_line("own-award", "รางวัลดาวเหนือ"))
    two = awards_file(tmp_path / "two", row_line("own-award", "รางวัลดาวใต้"))
    assert load(one, two).rows["awards"]["own-award"].name == "รางวัลดาวใต้"
    assert load(two, one).rows["awards"]["own-award"].name == "รางวัลดาวเหนือ"


def test_digest_tells_the_files_apart(tmp_path: Path) -> None:
    one = awards_file(tmp_path / "one", row_line("own-award", "รางวัลดาวเหนือ"))
    two = awards_file(tmp_path / "two", row_line("own-award", "รางวัลดาวใต้"))
    digests = {load().digest, load(one).digest, load(two).digest}
    assert len(digests) == 3
    assert load().digest == LEXICON.digest


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    folder = awards_file(tmp_path / "own", row_line("own-award", "รางวัลดาวเหนือ"))
    first = load(folder)
    awards_file(folder, row_line("own-award", "รางวัลดาวใต้"))
    again = load(folder)
    assert again.rows["awards"]["own-award"].name == "รางวัลดาวใต้"
    assert again.digest != first.digest


def test_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    text = AWARDS_HEADER + row_line("own-award", "รางวัลดาวเหนือ") + "\n"
    (folder / "awards.csv").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert load(folder).rows["awards"]["own-award"].name == "รางวัลดาวเหนือ"


# ------------------------------------------------------------------ faults


def test_all_faults_of_all_files_at_once(tmp_path: Path) -> None:
    folder = awards_file(
        tmp_path / "own",
        row_line("own-a", "รางวัลดาวเหนือ"),
        row_line("Own B", "รางวัลดาวใต้"),
        row_line("own-c", "รางวัลดาวตก", example="ไม่มีชื่ออยู่ในนี้"),
        row_line("own-a", "รางวัลดาวหาง"),
        "own-d,รางวัลขาดช่อง",
        "own-e,รางวัลปีผิด,,,,,สองพัน,,own,รางวัลปีผิด",
    )
    (folder / "months.csv").write_text("id,name,number\nm-13,เดือนสิบสาม,13\n", encoding="utf-8")
    (folder / "unknown.csv").write_text("id\nx\n", encoding="utf-8")
    said = faults(folder)
    awards = str(folder / "awards.csv")
    for line, word in [(3, "id"), (4, "example"), (5, "own-a"), (6, "cells"), (7, "valid_from")]:
        assert any(fault.startswith(f"{awards}:{line}: ") and word in fault for fault in said), (line, said)
    assert any(fault.startswith(str(folder / "months.csv") + ":2: ") for fault in said)
    assert any("unknown.csv" in fault for fault in said)
    assert not any(fault.startswith(f"{awards}:2:") for fault in said)


def test_a_link_to_no_row_is_told_with_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    path = folder / "award_parts.csv"
    path.write_text(
        "id,award,kind,name,english,variants,parent,valid_from,valid_until,source,example\n"
        "own-part,no-such-award,branch,สาขาดาวเหนือ,,,,,,own,ได้รับสาขาดาวเหนือ\n",
        encoding="utf-8",
    )
    [fault] = faults(folder)
    assert "no-such-award" in fault
    assert fault.startswith(f"{path}:2: ")


def test_a_folder_without_gazetteers_is_a_fault(tmp_path: Path) -> None:
    [fault] = faults(tmp_path)
    assert str(tmp_path) in fault


def test_a_file_that_is_not_utf8_is_a_fault(tmp_path: Path) -> None:
    folder = awards_file(tmp_path / "own")
    with (folder / "awards.csv").open("ab") as file:
        file.write("own-a,รางวัล".encode("cp874"))
    [fault] = faults(folder)
    assert fault.startswith(f"{folder / 'awards.csv'}:2: ")
    assert "UTF-8" in fault


def test_an_open_quotation_mark_is_a_fault(tmp_path: Path) -> None:
    folder = awards_file(tmp_path / "own", 'own-a,"รางวัลดาวเหนือ')
    [fault] = faults(folder)
    assert fault.startswith(str(folder / "awards.csv"))


def test_an_unknown_column_is_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    text = "id,name,source,example,colour\nown-a,รางวัลดาวเหนือ,own,รางวัลดาวเหนือ,red\n"
    (folder / "awards.csv").write_text(text, encoding="utf-8")
    assert any("colour" in fault for fault in faults(folder))


def test_a_missing_column_is_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "awards.csv").write_text("id,name,example\nown-a,รางวัลดาวเหนือ,รางวัลดาวเหนือ\n", encoding="utf-8")
    assert any("source" in fault for fault in faults(folder))


def test_an_empty_form_is_no_form(tmp_path: Path) -> None:
    folder = awards_file(tmp_path / "own", row_line("own-a", "รางวัลดาวเหนือ", variants=" | ดาวเหนือ |"))
    assert load(folder).rows["awards"]["own-a"].variants == ("ดาวเหนือ",)


class Slow(list):
    """Rows that let other threads run before they are told."""

    def __iter__(self):
        time.sleep(0.02)
        return super().__iter__()


def test_finders_made_by_many_threads_at_once_find_their_own(monkeypatch):
    """No two of them may get one number, whichever thread comes first."""
    kinds = list(KINDS)
    text = "เทศบาลนาดี จังหวัดน่าน ได้รับรางวัลพระปกเกล้า ระดับดีเด่น เมื่อวันที่ 5 มกราคม 2566 จากนายกรัฐมนตรี"
    told = {kind: LEXICON.finder(kind).find(text) for kind in kinds}
    assert sum(map(bool, told.values())) > 4
    fresh = Lexicon(LEXICON.rows, "fresh")
    fresh.finder()  # the pass over all forms is made already
    monkeypatch.setattr(fresh, "of", lambda *kinds: Slow(LEXICON.of(*kinds)))
    with ThreadPoolExecutor(len(kinds)) as pool:
        finders = dict(zip(kinds, pool.map(fresh.finder, kinds), strict=True))
    assert {kind: finder.find(text) for kind, finder in finders.items()} == told
