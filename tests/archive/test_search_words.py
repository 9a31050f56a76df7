"""What the search makes of a text, and how it looks through names for one letter amiss."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.archive.search.blocks import SIZE, Conferrals, Many, Names
from extractor.archive.search.fulltext import GAP
from extractor.archive.search.names import PART_SLIP, WHOLE_SLIP, WHOLES, Lines, squeeze
from extractor.archive.search.words import fold, terms


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("พช.", "พช"),
        ("ก.พ.ร.", "กพร"),
        ("สำนักงาน ก.พ.ร. (OPDC)", "สำนักงาน กพร opdc"),
        ("รพ.สต.บ้านนา", "รพสต บ้านนา"),
        ("ดร.สมชาย", "ดร สมชาย"),
        ("PMQA 4.0", "pmqa 40"),
        ("1,500", "1500"),
        ("สมาคมฯ", "สมาคม"),
        ("ต่าง ๆ ที่", "ต่างๆ ที่"),
        ("โควิด-19/2564", "โควิด 19 2564"),
        ("“โคก หนอง นา” 😀", "โคก หนอง นา"),
        ("Café", "cafe"),
        ("น้ํา ๒๕๖๕", "น้ำ 2565"),
        ("กรม\u200bการ\u00a0พัฒนา", "กรมการ พัฒนา"),
        ("=HYPERLINK(1)", "hyperlink 1"),
        ("\x00\ud800", ""),
        ("", ""),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing_and_leaves_no_sign(written: str) -> None:
    folded = fold(written)
    assert fold(folded) == folded
    assert not set(folded) & set("\"'*:()-\\\0\n|&!<>" + GAP)


def test_terms_are_words() -> None:
    assert terms("รางวัลเลิศรัฐ ประจำปี ๒๕๖๕") == ["รางวัล", "เลิศ", "รัฐ", "ประจำปี", "2565"]


def test_spaces_stay_between_latin_words_alone() -> None:
    assert squeeze("สมชาย ใจดี") == "สมชายใจดี"
    assert squeeze("สำนักงาน กพร opdc office 5") == "สำนักงานกพรopdc office 5"
    assert squeeze("") == ""


def lines(*names: str) -> Lines:
    """Names of the codes 1, 2, …"""
    codes = np.arange(1, len(names) + 1, dtype=np.int32)
    return Lines.of([Names(codes, np.zeros(len(names), np.int32), np.zeros(SIZE, np.int32), "\n".join(names))])


def slips(piece: str) -> set[str]:
    """Everything that `piece` becomes by one slip, with ก, ข, ค and a space for letters, no digit touched; and itself."""
    made = {piece}
    for at in range(len(piece) + 1):
        made |= {piece[:at] + letter + piece[at:] for letter in "กขค "}
        if at < len(piece) and not piece[at].isdigit():
            made |= {piece[:at] + piece[at + 1 :]} | {piece[:at] + letter + piece[at + 1 :] for letter in "กขค "}
            if at + 1 < len(piece) and not piece[at + 1].isdigit():
                made.add(piece[:at] + piece[at + 1] + piece[at] + piece[at + 2 :])
    return made


# names in which a half of the piece is likely, so that every way of a slip comes up
PIECES = st.text("กขค1", min_size=6, max_size=9)


@given(PIECES, st.lists(st.text("กขค1", min_size=1, max_size=12), max_size=4), st.data())
def test_a_slip_is_found_where_one_edit_makes_the_piece_and_nowhere_else(
    piece: str, names: list[str], data: st.DataObject
) -> None:
    near = data.draw(st.sampled_from(sorted(slips(piece))))
    names = [*names, near.replace(" ", ""), "ก" + near.replace(" ", "") + "ขข", "ค"]
    strengths = lines(*names).slipped(piece)
    found = set() if strengths is None else {int(code) for code in np.flatnonzero(strengths)}
    assert found == {code for code, name in enumerate(names, 1) if any(slip in name for slip in slips(piece))}


def test_a_whole_name_with_a_slip_is_told_from_a_part() -> None:
    strengths = lines("กรมการพัฒนาชุมชน", "สำนักงานกรมการพัฒนาชุมชนเลย").slipped("กรมการพัฒนชุมชน")
    assert strengths is not None
    assert strengths[1:3].tolist() == [WHOLE_SLIP, PART_SLIP]


def test_latin_words_are_found_between_word_bounds() -> None:
    known = lines("department of arts", "art department")
    whole, part, open_ended = (known.exact("art department", unfinished=False), known.exact("arts", unfinished=False),
                               known.exact("depart", unfinished=True))  # fmt: skip
    assert whole is not None
    assert whole[1:3].tolist() == [0, WHOLES[0]]
    assert part is not None
    assert part[2] == 0
    assert open_ended is not None
    assert open_ended[1:3].all()
    assert known.exact("partment", unfinished=False) is None
    assert known.exact("depart", unfinished=False) is None


def test_a_block_comes_back_as_it_was_packed() -> None:
    block = Conferrals.empty()
    block.single["year"][7] = 2022
    block.multiple["person"] = Many(np.array([0, 2, *[2] * (SIZE - 1)], np.int32), np.array([5, 70_000], np.int32))
    back = Conferrals.unpack(block.pack())
    assert back.single["year"].tolist() == block.single["year"].tolist()
    assert back.multiple["person"].values.tolist() == [5, 70_000]
    names = Names(np.array([3], np.int32), np.array([1], np.int32), np.zeros(SIZE, np.int32), "กรม😀")
    assert Names.unpack(names.pack()).text == "กรม😀"
