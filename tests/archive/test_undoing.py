"""Decisions upon decisions: which of them can be taken back, and what comes of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.archive import decisions
from extractor.archive.browse import ArchiveSnapshot
from extractor.archive.database import reading
from extractor.errors import ArchiveError
from tests.archive.deciding import OTHER, WHO, WOVEN, decide, listed, take
from tests.archive.records import incoming

if TYPE_CHECKING:
    from sqlalchemy import Engine


THIRD = {"award": "รางวัลผ้าทอดอยเมฆ", "year": 2023, "level": "รองชนะเลิศ", "recipient": "กลุ่มแม่บ้านทุ่งกว้าง"}


def undo(engine: Engine, number: int) -> None:
    decide(engine, lambda c: decisions.undo(c, number, who=WHO))


def ids_by_level(engine: Engine) -> dict[str | None, str]:
    return {each.level: given for given, each in listed(engine).items()}


def test_bodies_that_were_parted_again_are_told_apart_by_later_articles(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN), incoming("a2", OTHER))
    bodies = {each.recipient: each.recipient_id for each in listed(stocked).values()}
    left, right = bodies[WOVEN["recipient"]], bodies[OTHER["recipient"]]
    assert left
    assert right
    (number,) = decide(stocked, lambda c: decisions.merge(c, left, [right], who=WHO))
    take(stocked, incoming("a3", OTHER | {"year": 2024}))  # told while they were one
    undo(stocked, number)
    take(stocked, incoming("a4", OTHER | {"year": 2025}))
    told = {(each.year, each.recipient_id) for each in listed(stocked).values() if each.level == "ชมเชย"}
    assert told == {(2023, right), (2024, right), (2025, right)}
    with reading(stocked) as connection:
        (kept,) = (each for each in ArchiveSnapshot(connection, "test").authorities("other") if each.id == left)
    assert OTHER["recipient"] not in kept.forms


def test_a_decision_on_which_a_later_one_stands_is_not_taken_back(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN), incoming("a2", OTHER), incoming("a3", THIRD))
    ids = ids_by_level(stocked)
    first, second, third = ids["ชนะเลิศ"], ids["ชมเชย"], ids["รองชนะเลิศ"]
    rejected = decide(stocked, lambda c: decisions.reject(c, second, who=WHO))
    (inner,) = decide(stocked, lambda c: decisions.merge(c, first, [second], who=WHO))
    (outer,) = decide(stocked, lambda c: decisions.merge(c, third, [first], who=WHO))
    for number, later in ((rejected, inner), (inner, outer)):
        with pytest.raises(ArchiveError, match=f"decision {later} stands on it; take that one back first"):
            undo(stocked, number)
    undo(stocked, outer)
    undo(stocked, inner)
    undo(stocked, rejected)
    assert {given: len(each.sources) for given, each in listed(stocked).items()} == {first: 1, second: 1, third: 1}


def test_one_of_several_merges_is_taken_back_alone(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN), incoming("a2", OTHER), incoming("a3", THIRD))
    ids = ids_by_level(stocked)
    first, second, third = ids["ชนะเลิศ"], ids["ชมเชย"], ids["รองชนะเลิศ"]
    number, _ = decide(stocked, lambda c: decisions.merge(c, first, [second, third], who=WHO))
    undo(stocked, number)
    assert {given: len(each.sources) for given, each in listed(stocked).items()} == {first: 2, second: 1}


def test_a_split_is_not_taken_back_while_another_is_merged_into_what_it_made(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN, outlet="ก"), incoming("b1", WOVEN, outlet="ข"), incoming("a3", THIRD))
    ids = ids_by_level(stocked)
    parted, new = decide(stocked, lambda c: decisions.split(c, ids["ชนะเลิศ"], ["b1"], who=WHO))
    (merged,) = decide(stocked, lambda c: decisions.merge(c, new, [ids["รองชนะเลิศ"]], who=WHO))
    with pytest.raises(ArchiveError, match=f"decision {merged} stands on it"):
        undo(stocked, parted)
    undo(stocked, merged)
    undo(stocked, parted)
    assert {given: len(each.sources) for given, each in listed(stocked).items()} == {ids["ชนะเลิศ"]: 2, ids["รองชนะเลิศ"]: 1}


def test_states_and_names_are_taken_back_last_first(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))
    ((given, conferral),) = listed(stocked).items()
    body = conferral.recipient_id
    assert body
    rejected = decide(stocked, lambda c: decisions.reject(c, given, who=WHO))
    confirmed = decide(stocked, lambda c: decisions.confirm(c, given, who=WHO))
    one = decide(stocked, lambda c: decisions.rename(c, body, "กลุ่มทอผ้าหนึ่ง", who=WHO))
    two = decide(stocked, lambda c: decisions.rename(c, body, "กลุ่มทอผ้าสอง", who=WHO))
    for number, later in ((rejected, confirmed), (one, two)):
        with pytest.raises(ArchiveError, match=f"decision {later} stands on it"):
            undo(stocked, number)
    assert (listed(stocked)[given].state, listed(stocked)[given].recipient) == ("confirmed", "กลุ่มทอผ้าสอง")
    for number in (two, one, confirmed, rejected):
        undo(stocked, number)
    assert (listed(stocked)[given].state, listed(stocked)[given].recipient) == ("extracted", WOVEN["recipient"])


def test_a_correction_is_kept_where_the_corrected_one_is_merged(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN), incoming("a2", OTHER))
    ids = ids_by_level(stocked)
    first, second = ids["ชนะเลิศ"], ids["ชมเชย"]
    decide(stocked, lambda c: decisions.correct(c, first, "level", "รางวัลที่ 1", who=WHO))
    decide(stocked, lambda c: decisions.correct(c, second, "level", "รางวัลที่ 3", who=WHO))
    decide(stocked, lambda c: decisions.correct(c, second, "work", "ผ้าลายขอสมมุติ", who=WHO))
    (number,) = decide(stocked, lambda c: decisions.merge(c, first, [second], who=WHO))
    take(stocked, incoming("a1", WOVEN | {"branch": "ผ้า"}, version="0.2.0"))
    (one,) = listed(stocked).values()
    assert (one.level, one.work, one.corrected) == ("รางวัลที่ 1", "ผ้าลายขอสมมุติ", ("level", "work"))
    undo(stocked, number)
    assert {given: each.work for given, each in listed(stocked).items()} == {first: None, second: "ผ้าลายขอสมมุติ"}


def test_merged_tellings_of_one_article_part_though_it_tells_them_otherwise_by_now(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN, OTHER))
    ids = ids_by_level(stocked)
    first, second = ids["ชนะเลิศ"], ids["ชมเชย"]
    (number,) = decide(stocked, lambda c: decisions.merge(c, first, [second], who=WHO))
    take(stocked, incoming("a1", WOVEN | {"branch": "ผ้า"}, OTHER | {"branch": "ผ้า"}, version="0.2.0"))
    undo(stocked, number)
    assert ids_by_level(stocked) == {"ชนะเลิศ": first, "ชมเชย": second}
