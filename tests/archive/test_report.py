"""The report: its figures are counted by hand, and its page stands alone and escapes what it shows."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
from lxml import html

from extractor.archive import decisions
from extractor.archive.database import reading, writing
from extractor.archive.importing import import_records
from extractor.archive.report import Count, Figures, figures, render
from extractor.lexicon import load
from tests.archive.records import incoming

if TYPE_CHECKING:
    from sqlalchemy import Engine

MADE = dt.datetime(2024, 2, 29, 8, 5, tzinfo=dt.UTC)
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def counted(stocked: Engine) -> Figures:
    """Four conferrals of three articles: two of 2022 (one told twice), one of 2023, one without a year."""
    village = {"award": "รางวัลหมู่บ้านดอยเมฆ", "recipient": "บ้านปลายนา จังหวัดสมมุติ"}
    service = {"award": "รางวัลเลิศรัฐ", "award_id": "lert-rat", "year": 2022, "level": "ดีเด่น"}
    first = service | {"recipient": "กรมการพัฒนาชุมชน", "recipient_id": "moi-cdd", "category": "พัฒนาการบริการ"}
    second = service | {"recipient": "กรมที่ดิน", "recipient_id": "moi-dol", "work": EVIL}
    third = {"award": "ศิลปินแห่งชาติ", "year": 2023, "recipient": "สมหญิง ใจงาม"}
    import_records(
        stocked,
        [
            incoming("a1", first, second, outlet="ข่าวดอยเมฆ"),
            incoming("a2", first, outlet="ข่าวปลายนา", organisations=((EVIL,),)),
            incoming("a3", third, village, outlet="ข่าวดอยเมฆ", people=(("นาง", "สมหญิง ใจงาม", None),)),
        ],
        load(),
    )
    with writing(stocked) as connection:
        given = connection.exec_driver_sql("SELECT id FROM conferrals WHERE year = 2023").scalar()
        decisions.correct(connection, str(given), "branch", "วรรณศิลป์", who="บรรณารักษ์")
    with reading(stocked) as connection:
        return figures(connection)


def numbers(counts: tuple[Count, ...]) -> dict[str, int]:
    return {count.label: count.number for count in counts}


def test_the_figures_are_those_counted_by_hand(counted: Figures) -> None:
    assert (counted.conferrals, counted.articles, counted.without_year, counted.warned) == (4, 3, 1, 0)
    assert [(each.label, each.number) for each in counted.years] == [("2022", 2), ("2023", 1)]
    assert counted.awards[0] == Count("รางวัลเลิศรัฐ", 2, "award:lert-rat")
    assert numbers(counted.ministries) == {"กระทรวงมหาดไทย": 2}
    assert numbers(counted.people) == {"สมหญิง ใจงาม": 1}
    assert {"กรมการพัฒนาชุมชน": 1, "กรมที่ดิน": 1}.items() <= numbers(counted.bodies).items()
    assert numbers(counted.sources) == {"1": 3, "2": 1}
    assert numbers(counted.outlets) == {"ข่าวดอยเมฆ": 2, "ข่าวปลายนา": 1}
    assert numbers(counted.corrections) == {"branch": 1}
    fields = {"award": 4, "year": 3, "edition": 0, "branch": 1, "category": 1, "level": 2, "work": 1, "recipient": 4, "parent": 0}
    assert numbers(counted.fields) == fields
    assert EVIL in numbers(counted.unresolved)


@pytest.mark.parametrize(
    ("language", "said"), [("th", ("2565 (2022)", "29/2/2567 (2024)")), ("en", ("2022 (2565)", "2024-02-29"))]
)
def test_the_page_stands_alone_and_escapes(counted: Figures, language: str, said: tuple[str, ...]) -> None:
    page = render(counted, name=EVIL, made=MADE, version="0.1.0", language=language)
    assert page == render(counted, name=EVIL, made=MADE, version="0.1.0", language=language)
    root = html.fromstring(page)
    assert root.get("lang") == language
    assert not [each for each in root.iter("script") if each.get("src")]
    assert not root.xpath("//link[@href] | //img | //iframe")
    assert EVIL not in re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert "<script>alert" not in page
    for words in said:
        assert words in root.text_content()
    tables = {
        each.get("id"): [[cell.text_content().strip() for cell in row] for row in each.iter("tr")]
        for each in root.iter("section")
    }
    assert tables["ministries"][1][1] == "2"
