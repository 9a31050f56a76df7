"""Lists of articles: narrowed, ordered and paged as reading every article would have it, on both databases."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from extractor import models
from extractor.archive import decisions
from extractor.archive.database import reading, writing
from extractor.archive.importing import import_records
from extractor.archive.incoming import Incoming
from extractor.archive.listing import Asked, listed, number_of, outlets
from extractor.errors import ArchiveError, UnknownIdError
from extractor.lexicon import load
from tests.archive.records import incoming

if TYPE_CHECKING:
    from sqlalchemy import Engine

COUNT = 60
STATES = ("new", "review", "done")


def warned(number: int) -> int:
    return number % 4 if number % 2 else 0


def brought(number: int) -> Incoming:
    day = None if number % 7 == 0 else f"2024-01-{1 + number % 28:02}"
    told = {"award": "รางวัลเลิศรัฐ", "recipient": f"โรงเรียนที่ {number}"}
    made = incoming(f"a{number}", told, outlet=f"o{number % 3}", published=day)
    warnings = tuple(models.Warning(code="claim_mismatch", message="composed") for _ in range(warned(number)))
    record = made.record.model_copy(update={"warnings": warnings})
    return Incoming(record, made.text, made.outlet)


def test_every_page_is_as_reading_all_would_have_it(stocked: Engine) -> None:
    import_records(stocked, [brought(number) for number in range(COUNT)], load())
    with writing(stocked) as connection:
        for number in range(COUNT):
            if number % 5:
                at = number_of(connection, f"a{number}")
                decisions.set_state(connection, at, STATES[number % 3], who="อร")
    with reading(stocked) as connection:
        everything = [line for page in (1, 2) for line in listed(connection, Asked(page=page, limit=COUNT // 2)).lines]
        assert len({line.number for line in everything}) == COUNT
        assert all(line.warnings == warned(int(line.article_id[1:])) for line in everything)
        assert outlets(connection) == ["o0", "o1", "o2"]
        dice = random.Random(3)
        for _ in range(60):
            asked = Asked(
                outlet=dice.choice(("", "o1")), state=dice.choice(("", *STATES)), since=dice.choice(("", "2024-01-05")),
                until=dice.choice(("", "2024-01-20")), warned=dice.random() < 0.4,
                order=dice.choice(("imported", "published", "warnings")), page=dice.choice((1, 2, 9)), limit=7,
            )  # fmt: skip
            found = listed(connection, asked)
            left = [
                line
                for line in everything
                if (not asked.outlet or line.outlet == asked.outlet)
                and (not asked.since or (line.published or "") >= asked.since)
                and (not asked.until or (line.published is not None and line.published <= asked.until))
                and (not asked.warned or line.warnings)
            ]
            assert found.states == {state: sum(line.state == state for line in left) for state in STATES}
            left = [line for line in left if asked.state in {"", line.state}]
            keys = {
                "imported": lambda line: line.number,
                "published": lambda line: (line.published or "", line.number),
                "warnings": lambda line: (line.warnings, line.number),
            }
            left.sort(key=keys[asked.order], reverse=True)
            assert found.total == len(left)
            page = min(asked.page, found.pages)
            assert list(found.lines) == left[(page - 1) * 7 : page * 7]


def test_an_article_read_anew_has_its_new_number_of_warnings(stocked: Engine) -> None:
    first = brought(3)
    import_records(stocked, [first], load())
    import_records(stocked, [Incoming(first.record.model_copy(update={"warnings": ()}), None, first.outlet)], load())
    with reading(stocked) as connection:
        assert [line.warnings for line in listed(connection, Asked()).lines] == [0]


def test_an_article_is_named_by_its_outlet_where_two_have_its_id(stocked: Engine) -> None:
    import_records(stocked, [incoming("a", {"award": "ก", "recipient": "ข"}, outlet=outlet) for outlet in ("o1", "o2")], load())
    with reading(stocked) as connection:
        assert number_of(connection, "o1/a") != number_of(connection, "o2/a")
        with pytest.raises(ArchiveError, match="name one of o1/a, o2/a"):
            number_of(connection, "a")
        with pytest.raises(UnknownIdError, match="there is no article 'b'"):
            number_of(connection, "b")
