"""Decisions by hand: what they change, that they can be told and taken back, and that they outlive an import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from extractor.archive import decisions
from extractor.archive.browse import ArchiveSnapshot, conferrals, current, doubts
from extractor.archive.database import reading
from extractor.archive.history import history
from extractor.archive.search import Query, search
from extractor.archive.tables import Conferral, Doubt, Event
from extractor.errors import ArchiveError, UnknownIdError
from tests.archive.deciding import OTHER, WHO, WOVEN, decide, listed, take
from tests.archive.records import incoming

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine


def found(engine: Engine, text: str) -> set[str]:
    with reading(engine) as connection:
        return {hit.id for hit in search(connection, Query(text=text)).hits}


def events(engine: Engine) -> list[tuple[str, str, str]]:
    with reading(engine) as connection:
        return [(row.action, row.subject, row.who) for row in connection.execute(select(Event).order_by(Event.id))]


def test_a_corrected_field_is_listed_searched_and_told(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))
    (given,) = listed(stocked)
    number = decide(stocked, lambda c: decisions.correct(c, given, "work", "ผ้าลายขอสมมุติ", who=WHO, reason="ดูจากภาพ"))
    assert listed(stocked)[given].work == "ผ้าลายขอสมมุติ"
    assert found(stocked, "ลายขอสมมุติ") == {given}
    with reading(stocked) as connection:
        steps = history(connection, given)
    assert [(step.who, step.event) for step in steps] == [("extractor 0.1.0", None), (WHO, number)]
    assert steps[-1].what == "work set to “ผ้าลายขอสมมุติ”, before nothing: ดูจากภาพ"
    decide(stocked, lambda c: decisions.undo(c, number, who=WHO))
    assert listed(stocked)[given].work is None
    assert found(stocked, "ลายขอสมมุติ") == set()


def test_a_field_is_set_to_an_authority_by_its_id_or_name_and_to_nothing(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))
    (given,) = listed(stocked)
    decide(stocked, lambda c: decisions.correct(c, given, "recipient", "organisation:moac-doae", who=WHO))
    assert listed(stocked)[given].recipient == "กรมส่งเสริมการเกษตร"
    decide(stocked, lambda c: decisions.correct(c, given, "parent", "กระทรวงมหาดไทย", who=WHO))
    assert (listed(stocked)[given].parent, listed(stocked)[given].parent_id) == ("กระทรวงมหาดไทย", "organisation:moi")
    decide(stocked, lambda c: decisions.correct(c, given, "level", None, who=WHO))
    assert (listed(stocked)[given].level, listed(stocked)[given].level_code) == (None, None)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("colour", "แดง", "no field 'colour'; its fields are award, year"),
        ("year", "2566", "no year of the common era; 2566 in the Buddhist era is 2023"),
        ("year", "ปีนี้", "'ปีนี้' is no number"),
        ("award", "organisation:moi", "'organisation:moi' is no award; name an authority of kind award"),
    ],
)
def test_what_does_not_fit_is_refused_and_leaves_no_event(stocked: Engine, field: str, value: str, said: str) -> None:
    take(stocked, incoming("a1", WOVEN))
    (given,) = listed(stocked)
    with pytest.raises(ArchiveError) as caught:
        decide(stocked, lambda c: decisions.correct(c, given, field, value, who=WHO))
    assert said in str(caught.value)
    assert events(stocked) == []


def test_ids_that_are_gone_are_told(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))
    (given,) = listed(stocked)
    take(stocked, incoming("a1"))
    refused: list[Callable[[Connection], Any]] = [
        lambda c: decisions.correct(c, given, "level", "ดี", who=WHO),
        lambda c: decisions.reject(c, "c-0000000000000", who=WHO),
        lambda c: decisions.merge(c, "person:p-0", ["person:p-1"], who=WHO),
        lambda c: decisions.undo(c, 7, who=WHO),
    ]
    for decision in refused:
        with pytest.raises(UnknownIdError):
            decide(stocked, decision)
    assert events(stocked) == []


def test_nobody_decides_nothing(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))
    (given,) = listed(stocked)
    with pytest.raises(ArchiveError, match="needs somebody"):
        decide(stocked, lambda c: decisions.confirm(c, given, who=" "))


def test_a_rejected_conferral_is_listed_no_more_and_comes_back_when_taken_back(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN), incoming("a2", OTHER))
    given = next(each.id for each in listed(stocked).values() if each.level == "ชนะเลิศ")
    number = decide(stocked, lambda c: decisions.reject(c, given, who=WHO))
    assert given not in listed(stocked)
    assert found(stocked, "บ้านปลายนา") == set()
    decide(stocked, lambda c: decisions.undo(c, number, who=WHO))
    assert found(stocked, "บ้านปลายนา") == {given}
    with pytest.raises(ArchiveError, match="taken back before"):
        decide(stocked, lambda c: decisions.undo(c, number, who=WHO))


def test_merged_conferrals_stay_one_through_imports_and_part_again(stocked: Engine) -> None:
    articles = incoming("a1", WOVEN, outlet="ก"), incoming("a2", OTHER, outlet="ข")
    take(stocked, *articles)
    one, two = sorted(listed(stocked).values(), key=lambda each: each.sources[0].article_id)
    (number,) = decide(stocked, lambda c: decisions.merge(c, one.id, [two.id], who=WHO))
    assert [each.id for each in listed(stocked).values()] == [one.id]
    assert len(listed(stocked)[one.id].sources) == 2
    assert found(stocked, "ผ้าทอดอยเมฆ") == {one.id}
    with reading(stocked) as connection:
        assert current(connection, two.id) == one.id
    take(stocked, articles[0], incoming("a2", OTHER | {"branch": "ผ้าพื้นเมือง"}, outlet="ข", version="0.2.0"))
    assert list(listed(stocked)) == [one.id]
    decide(stocked, lambda c: decisions.undo(c, number, who=WHO))
    parted = listed(stocked)
    assert {each: parted[each].level for each in parted} == {one.id: "ชนะเลิศ", two.id: "ชมเชย"}
    assert found(stocked, "บ้านเหนือน้ำ") == {two.id}


def test_a_split_stays_through_imports_and_can_be_taken_back(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN, outlet="ก"), incoming("a2", WOVEN, outlet="ข"))
    (one,) = listed(stocked)
    with pytest.raises(ArchiveError, match="none of these articles tells it"):
        decide(stocked, lambda c: decisions.split(c, one, ["a9"], who=WHO))
    with pytest.raises(ArchiveError, match="all its articles would go"):
        decide(stocked, lambda c: decisions.split(c, one, ["a1", "a2"], who=WHO))
    number, new = decide(stocked, lambda c: decisions.split(c, one, ["ข/a2"], who=WHO))
    assert {each.id: [source.article_id for source in each.sources] for each in listed(stocked).values()} == {
        one: ["a1"],
        new: ["a2"],
    }
    take(
        stocked, incoming("a2", WOVEN | {"branch": "ผ้าพื้นเมือง"}, outlet="ข"), incoming("a1", WOVEN | {"branch": "ผ้า"}, outlet="ก")
    )
    assert set(listed(stocked)) == {one, new}
    decide(stocked, lambda c: decisions.undo(c, number, who=WHO))
    assert {each.id: len(each.sources) for each in listed(stocked).values()} == {one: 2}


def test_merged_bodies_are_one_authority_with_both_names_and_part_again(stocked: Engine) -> None:
    take(
        stocked,
        incoming("a1", WOVEN, organisations=(("กลุ่มทอผ้าบ้านปลายนา",),)),
        incoming("a2", OTHER, organisations=(("กลุ่มสตรีบ้านเหนือน้ำ",),)),
    )
    by_name = {each.recipient: each.recipient_id for each in listed(stocked).values()}
    left, right = by_name["กลุ่มทอผ้าบ้านปลายนา"], by_name["กลุ่มสตรีบ้านเหนือน้ำ"]
    assert left
    assert right
    (number,) = decide(stocked, lambda c: decisions.merge(c, left, [right], who=WHO))
    assert {each.recipient_id for each in listed(stocked).values()} == {left}
    take(stocked, incoming("a3", OTHER | {"year": 2024}, organisations=(("กลุ่มสตรีบ้านเหนือน้ำ",),)))
    assert {each.recipient_id for each in listed(stocked).values()} == {left}
    with reading(stocked) as connection:
        (one,) = (each for each in ArchiveSnapshot(connection, "test").authorities("organisation") if each.id == left)
    assert "กลุ่มสตรีบ้านเหนือน้ำ" in one.forms
    decide(stocked, lambda c: decisions.undo(c, number, who=WHO))
    assert {each.recipient for each in listed(stocked).values() if each.year == 2023} == {"กลุ่มทอผ้าบ้านปลายนา", "กลุ่มสตรีบ้านเหนือน้ำ"}


def test_entries_of_different_kinds_do_not_merge(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))
    (one,) = listed(stocked)
    with pytest.raises(ArchiveError, match="different kinds"):
        decide(stocked, lambda c: decisions.merge(c, one, ["organisation:moi"], who=WHO))
    with pytest.raises(ArchiveError, match="are one already"):
        decide(stocked, lambda c: decisions.merge(c, one, [one], who=WHO))


def test_a_renamed_authority_is_renamed_in_its_conferrals(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))
    (given,) = listed(stocked)
    recipient = listed(stocked)[given].recipient_id
    assert recipient
    number = decide(stocked, lambda c: decisions.rename(c, recipient, "วิสาหกิจชุมชนทอผ้าบ้านปลายนา", who=WHO))
    assert listed(stocked)[given].recipient == "วิสาหกิจชุมชนทอผ้าบ้านปลายนา"
    assert found(stocked, "วิสาหกิจชุมชนทอผ้า") == found(stocked, "กลุ่มทอผ้าบ้านปลายนา") == {given}
    decide(stocked, lambda c: decisions.undo(c, number, who=WHO))
    assert listed(stocked)[given].recipient == "กลุ่มทอผ้าบ้านปลายนา"


def test_a_pair_kept_apart_is_not_proposed_again(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN), incoming("a2", OTHER))
    one, two = listed(stocked)
    number = decide(stocked, lambda c: decisions.keep_apart(c, one, two, who=WHO))
    with reading(stocked) as connection:
        assert connection.execute(select(Doubt.state)).scalars().all() == ["apart"]
    decide(stocked, lambda c: decisions.put_off(c, two, one, who=WHO))
    decide(stocked, lambda c: decisions.undo(c, number, who=WHO))
    with reading(stocked) as connection:
        assert connection.execute(select(Doubt.state)).scalars().all() == ["open"]


def test_a_confirmed_authority_stays_when_no_article_names_it(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))
    (given,) = listed(stocked)
    recipient = listed(stocked)[given].recipient_id
    assert recipient
    decide(stocked, lambda c: decisions.confirm(c, recipient, who=WHO))
    take(stocked, incoming("a1"))
    with reading(stocked) as connection:
        assert current(connection, recipient) == recipient
        assert list(conferrals(connection, [given])) == []
        assert connection.execute(select(Conferral.id)).all() == []


def test_what_was_rejected_does_not_come_back_by_another_outlet(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN, outlet="ก"))
    (given,) = listed(stocked)
    decide(stocked, lambda c: decisions.reject(c, given, who=WHO))
    take(stocked, incoming("b7", WOVEN | {"level": "รางวัลชนะเลิศ"}, outlet="ข"))
    assert listed(stocked) == {}
    assert found(stocked, "บ้านปลายนา") == set()
    with reading(stocked) as connection:
        (kept,) = conferrals(connection, [given])
        assert (kept.state, [source.outlet for source in kept.sources]) == ("rejected", ["ก", "ข"])
        assert connection.execute(select(Doubt)).all() == []
    take(stocked, incoming("b8", WOVEN | {"year": 2024}, outlet="ข"))  # another year's is another
    assert [each.year for each in listed(stocked).values()] == [2024]


def test_what_fits_a_rejected_and_a_listed_one_equally_is_told_of_the_listed_one(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN, outlet="ก"), incoming("b1", WOVEN, outlet="ข"))
    (given,) = listed(stocked)
    _, other = decide(stocked, lambda c: decisions.split(c, given, ["b1"], who=WHO))
    decide(stocked, lambda c: decisions.reject(c, other, who=WHO))
    take(stocked, incoming("c1", WOVEN, outlet="ค"))
    assert {key: len(each.sources) for key, each in listed(stocked).items()} == {given: 2}


def test_a_pair_is_reviewed_as_its_entries_stand_today(stocked: Engine) -> None:
    take(stocked, *(incoming(f"a{number}", WOVEN | {"level": level}) for number, level in enumerate(("ชนะเลิศ", "ชมเชย", None))))
    first, second, third = (
        next(given for given, each in listed(stocked).items() if each.level == level) for level in ("ชนะเลิศ", "ชมเชย", None)
    )
    for left, right in ((first, second), (first, third), (second, third)):
        decide(stocked, lambda c, left=left, right=right: decisions.put_off(c, left, right, who=WHO))

    def pairs() -> list[set[str]]:
        with reading(stocked) as connection:
            return [{each.left, each.right} for each in doubts(connection)]

    assert len(pairs()) == 3
    (merged,) = decide(stocked, lambda c: decisions.merge(c, second, [first], who=WHO))
    assert pairs() == [{second, third}]
    rejected = decide(stocked, lambda c: decisions.reject(c, third, who=WHO))
    assert pairs() == []
    decide(stocked, lambda c: decisions.undo(c, rejected, who=WHO))
    decide(stocked, lambda c: decisions.keep_apart(c, second, third, who=WHO))
    assert pairs() == []
    decide(stocked, lambda c: decisions.undo(c, merged, who=WHO))
    assert pairs() == [{first, second}, {first, third}]
