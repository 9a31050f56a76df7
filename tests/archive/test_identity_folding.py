"""What is written otherwise alone folds alike; what differs in letters does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.archive.identity.folding import fold, solid


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("กรมการพัฒนาชุมชน", "กรมการพัฒนาชุมชน"),
        ("กรม\u200bการ\u00adพัฒนาชุมชน\ufeff", "กรมการพัฒนาชุมชน"),  # zero-width space, soft hyphen, BOM
        ("กระทรวง\u00a0\tพม.\n", "กระทรวง พม."),
        ("น้ํา เเม่น้ำ", "น้ำ แม่น้ำ"),  # ้ + ํ + า, and two เ for one แ
        ("“โคก หนอง นา”", "โคก หนอง นา"),
        ("สมาคมกีฬาแบดมินตันฯ", "สมาคมกีฬาแบดมินตัน"),
        ("ผัก ผลไม้ ฯลฯ", "ผัก ผลไม้"),
        ("ครั้งที่ ๑๒", "ครั้งที่ 12"),
        ("ต่าง ๆ", "ต่างๆ"),
        ("DG Awards", "dg awards"),
        ("ＤＧ Ａｗａｒｄ", "dg award"),
        ("2564–2565", "2564-2565"),
        ("Cafe\u0301", "café"),
        ("", ""),
        ("“”", ""),
        ("=HYPERLINK(1)", "=hyperlink(1)"),  # a cell's formula is some other part's business
    ],
)
def test_fold(written, folded):
    assert fold(written) == folded


def test_solid_leaves_letters_marks_and_digits():
    assert solid("สำนักงาน ก.พ.ร. 🏆 (OPDC) 4.0") == "สำนักงานกพรopdc40"


def test_tones_and_vowels_tell_names_apart():
    assert solid("กรมสรรพากร") != solid("กรมสรรพสามิต")
    assert solid("เขา") != solid("ขาว") != solid("ข้าว")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_folding_again_changes_nothing(text):
    assert solid(solid(text)) == solid(text)
    assert " " not in solid(text)
