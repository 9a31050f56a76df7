"""Lists of every shape: what an item inherits, what is one conferral and what two, and what a person is warned of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractor import extract
from extractor.lexicon import load
from tests.conftest import rows

LEXICON = load()


@dataclass(frozen=True, slots=True)
class Shape:
    """One block of the case file."""

    name: str
    text: str
    fields: tuple[str, ...]
    expected: tuple[tuple[str, ...], ...]
    known_miss: bool


def read_shapes(path: Path) -> list[Shape]:
    shapes = []
    for block in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = block.partition("\n")
        text, fields, told_rows = re.split(r"^=> (.*)$", rest, maxsplit=1, flags=re.MULTILINE)
        expected = tuple(tuple(line.split(" | ")) for line in told_rows.strip().splitlines())
        shapes.append(
            Shape(name.removesuffix(" ~"), text.rstrip("\n"), tuple(fields.split(" | ")), expected, name.endswith(" ~"))
        )
    return shapes


CASES = Path(__file__).parent / "cases"
OTHERS = {"status.txt"}  # a table of its own form, read by test_status.py
SHAPES = [shape for path in sorted(CASES.glob("*.txt")) if path.name not in OTHERS for shape in read_shapes(path)]


def told(text: str, *names: str) -> list[tuple[str, ...]]:
    found = rows(extract(text, lexicon=LEXICON), *names)
    return [tuple("-" if cell is None else str(cell) for cell in row) for row in found]


@pytest.mark.parametrize(
    "end", ["", "\n", "\n\nต่อมาทุกคนเดินทางกลับบ้านด้วยความสุข\n"], ids=["no line end", "line end", "a line after"]
)
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_shape(shape: Shape, end: str) -> None:
    found = told(shape.text + end, *shape.fields)
    if shape.known_miss:
        if end == "\n":
            assert found != list(shape.expected), f"{shape.name} is read rightly now: take its mark off"
        return
    assert found == list(shape.expected)


def test_every_conferral_names_a_recipient_or_a_work() -> None:
    for shape in SHAPES:
        for parties in told(shape.text, "recipient", "work"):
            assert parties != ("-", "-"), shape.name


def test_those_who_judge_are_named_in_a_row_like_winners() -> None:
    text = "การประกวดผ้าไหมทอง ประจำปี 2566 มีกรรมการตัดสิน ได้แก่ นางบุญมี ทองนาค นายสมชาย แก้วมณี และนายสุข ใจเย็น"
    assert told(text, "recipient") == []


# ------------------------------------------------------------------ claims and warnings


def test_a_claim_that_the_list_bears_out() -> None:
    text = "กรมประมงคว้า 2 รางวัลเลิศรัฐ ประจำปี 2565 ได้แก่ 1) ระดับดีเด่น ผลงาน “ปลาออนไลน์” 2) ระดับดี ผลงาน “เรือเบา”"
    record = extract(text, lexicon=LEXICON)
    assert [(claim.count.value, claim.found) for claim in record.claims] == [(2, 2)]
    assert record.warnings == ()


def test_a_claim_that_the_list_does_not_bear_out() -> None:
    text = "กรมประมงคว้า 9 รางวัลเลิศรัฐ ประจำปี 2565 ได้แก่ 1) ระดับดีเด่น ผลงาน “ปลาออนไลน์” 2) ระดับดี ผลงาน “เรือเบา”"
    record = extract(text, lexicon=LEXICON)
    assert [(claim.count.value, claim.found) for claim in record.claims] == [(9, 2)]
    [warning] = record.warnings
    assert warning.code == "claim_mismatch"
    assert warning.start is not None
    assert text[warning.start : warning.end].startswith("9 รางวัล")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("กรมประมงคว้า 9 รางวัลเลิศรัฐ ประจำปี 2565", 9),
        ("กรมประมงกวาด ๙ รางวัลเลิศรัฐ ประจำปี ๒๕๖๕", 9),
        ("กรมประมงได้รับรางวัลเลิศรัฐ ประจำปี 2565 จำนวน 4 รางวัล", 4),
        ("กรมประมงได้รับรางวัลเลิศรัฐ ประจำปี 2565 รวมทั้งสิ้น 12 ผลงาน", 12),
        pytest.param("กรมประมงคว้าเก้ารางวัลเลิศรัฐ ประจำปี 2565", 9, marks=pytest.mark.xfail(strict=True, reason="numbers in words")),
    ],
)
def test_claimed_number(text: str, count: int) -> None:
    assert [claim.count.value for claim in extract(text, lexicon=LEXICON).claims] == [count]


@pytest.mark.parametrize(
    "text",
    [
        "กรมประมงได้รับรางวัลเลิศรัฐ ประจำปี 2565",
        "รางวัลชมเชยการประกวดวงโปงลาง 3 รางวัล รางวัลละ 5,000 บาท",
        "ผู้ชนะการประกวดวงโปงลางจะได้รับ 1 รางวัล",
    ],
)
def test_nothing_is_claimed(text: str) -> None:
    assert extract(text, lexicon=LEXICON).claims == ()


def test_a_prizes_share_in_a_call_is_no_claim() -> None:
    record = extract("ขอเชิญส่งภาพเข้าประกวดวิถีชาวนา ชิงรางวัลจำนวน 30 รางวัล ภายใน 30 มิถุนายน 2566", lexicon=LEXICON)
    assert [warning.code for warning in record.warnings] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("พิธีมอบรางวัลพระปกเกล้า เมื่อวันที่ 31 กันยายน 2565 ณ หอประชุม", "31 กันยายน 2565"),
        ("ข่าวทั่วไป วันที่ 30 กุมภาพันธ์ 2564 มีฝนตก", "30 กุมภาพันธ์ 2564"),
        ("วันที่ ๒๙ กุมภาพันธ์ ๒๕๖๖ มีงานวัด", "๒๙ กุมภาพันธ์ ๒๕๖๖"),
    ],
)
def test_an_impossible_date_is_told(text: str, said: str) -> None:
    record = extract(text, lexicon=LEXICON)
    [warning] = record.warnings
    assert (warning.code, text[warning.start : warning.end]) == ("impossible_date", said)
    assert record.dates == ()


def test_a_possible_leap_day_is_not_told() -> None:
    record = extract("วันที่ 29 กุมภาพันธ์ 2567 มีงานวัด", lexicon=LEXICON)
    assert record.warnings == ()
    assert [date.value for date in record.dates] == ["2024-02-29"]


def test_two_readings_of_one_value_are_told() -> None:
    text = (
        "กรมประมงรับรางวัลเลิศรัฐ\n\nกรมประมงได้รับรางวัลเลิศรัฐ ประจำปี 2566 ประเภทพัฒนาการบริการ ระดับดีเด่น ผลงาน “ปลาออนไลน์”\n\n"
        "ทั้งนี้ รางวัลเลิศรัฐ ประจำปี 2566 ประเภทพัฒนาการบริการ ระดับดี ผลงาน “ปลาออนไลน์” โดย กรมประมง มีผู้ใช้จำนวนมาก\n"
    )
    record = extract(text, lexicon=LEXICON)
    assert "conflicting_values" in [warning.code for warning in record.warnings]


def test_two_levels_of_two_works_are_no_conflict() -> None:
    text = "กรมประมงได้รับรางวัลเลิศรัฐ ประจำปี 2566 ระดับดีเด่น ผลงาน “ปลาออนไลน์” และระดับดี ผลงาน “เรือเบา”"
    assert [warning.code for warning in extract(text, lexicon=LEXICON).warnings] == []


# ------------------------------------------------------------------ values and evidence


def test_values_are_normalised() -> None:
    [award] = extract("กรมประมงได้รับรางวัลเลิศรัฐ ประจำปี ๒๕๖๖ ระดับดีเด่น", lexicon=LEXICON).awards
    assert award.year is not None
    assert (award.year.text, award.year.value) == ("๒๕๖๖", 2023)
    assert award.award is not None
    assert award.award.id == "lert-rat"
    assert award.level is not None
    assert award.level.value == "di-den"


def test_a_level_that_its_place_alone_tells_has_its_id() -> None:
    awards = extract("การประกวดธนาคารปู ประจำปี 2566 รางวัลดีเด่นธนาคารปู ได้แก่ ธนาคารปูบ้านนาดี", lexicon=LEXICON).awards
    levels = [award.level for award in awards if award.level is not None]
    assert [(level.text, level.value, level.rule) for level in levels] == [("ดีเด่น", "di-den", "level.praise")]


def test_edition_is_a_number() -> None:
    [award] = extract("กรมประมงได้รับรางวัลองค์กรโปร่งใส ครั้งที่ ๑๐", lexicon=LEXICON).awards
    assert award.edition is not None
    assert (award.edition.text, award.edition.value) == ("๑๐", 10)


def test_what_is_told_with_more_is_surer() -> None:
    poor = extract("กรมประมงได้รับรางวัลน้ำใจงาม", lexicon=LEXICON).awards[0]
    rich = extract("กรมประมงได้รับรางวัลเลิศรัฐ ประจำปี 2566 ประเภทพัฒนาการบริการ ระดับดี ผลงาน “ปลาออนไลน์”", lexicon=LEXICON).awards[0]
    assert 0 < poor.confidence < rich.confidence <= 1
