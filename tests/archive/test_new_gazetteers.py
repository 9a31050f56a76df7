"""Gazetteers that grow: names that they come to know get their authority, and what a person decided stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from extractor.archive import decisions
from extractor.archive.browse import doubts
from extractor.archive.database import reading
from extractor.archive.importing import import_records
from extractor.archive.tables import Authority
from extractor.lexicon import load
from tests.archive.records import incoming
from tests.archive.test_decisions import WHO, WOVEN, decide, events, found, listed, take

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

HEADER = "id,name,kind,english,variants,abbreviations,parent,valid_from,valid_until,source,example\n"
WEAVERS = "own-weavers,มูลนิธิผ้าทอปลายนา,association,,,,,,,ตัวอย่าง,มูลนิธิผ้าทอปลายนาได้รับรางวัล\n"
FARMERS = "moac-doae,กรมส่งเสริมเกษตรกร,department,,,,moac,,,ตัวอย่าง,กรมส่งเสริมเกษตรกรจัดประกวด\n"
MORE = "own-more,สมาคมคนรักเมฆ,association,,,,,,,ตัวอย่าง,สมาคมคนรักเมฆมอบรางวัล\n"
GIVEN = "organisation:own-weavers"
NAME = "มูลนิธิผ้าทอปลายนา"
TOLD = WOVEN | {"recipient": NAME}


def grown(engine: Engine, folder: Path, *rows: str) -> None:
    """Import nothing, with gazetteers that have these rows too."""
    folder.mkdir(exist_ok=True)
    (folder / "agencies.csv").write_text(HEADER + "".join(rows), encoding="utf-8")
    import_records(engine, [], load(folder))


def recipient(engine: Engine) -> tuple[str | None, str | None]:
    (conferral,) = listed(engine).values()
    return conferral.recipient_id, conferral.recipient


def test_a_name_that_the_gazetteers_learn_is_their_authority_and_can_be_parted_for_good(stocked: Engine, tmp_path: Path) -> None:
    take(stocked, incoming("a1", TOLD, organisations=((NAME,),)))
    provisional, name = recipient(stocked)
    assert provisional is not None
    assert provisional.startswith("organisation:p-")
    grown(stocked, tmp_path / "own", WEAVERS)
    assert recipient(stocked) == (GIVEN, name)
    assert [(action, subject) for action, subject, _ in events(stocked)] == [("merge", GIVEN)]
    assert found(stocked, "ผ้าทอปลายนา") == set(listed(stocked))
    decide(stocked, lambda c: decisions.undo(c, 1, who=WHO))
    assert recipient(stocked) == (provisional, name)
    grown(stocked, tmp_path / "more", WEAVERS, MORE)
    assert recipient(stocked) == (provisional, name)


@pytest.mark.parametrize("how", ["rename", "confirm"])
def test_of_what_a_person_decided_the_two_are_proposed_and_not_merged(stocked: Engine, tmp_path: Path, how: str) -> None:
    take(stocked, incoming("a1", TOLD, organisations=((NAME,),)))
    provisional, name = recipient(stocked)
    assert provisional is not None
    assert name is not None
    if how == "rename":
        decide(stocked, lambda c: decisions.rename(c, provisional, name + " (ตำบลเมฆ)", who=WHO))
    else:
        decide(stocked, lambda c: decisions.confirm(c, provisional, who=WHO))
    grown(stocked, tmp_path / "own", WEAVERS)
    assert recipient(stocked)[0] == provisional
    with reading(stocked) as connection:
        assert {(doubt.left, doubt.right) for doubt in doubts(connection)} == {(GIVEN, provisional)}


def test_a_name_given_by_hand_outlives_new_gazetteers_and_theirs_is_kept_beside_it(stocked: Engine, tmp_path: Path) -> None:
    take(stocked, incoming("a1", WOVEN | {"recipient": "กรมส่งเสริมการเกษตร", "recipient_id": "moac-doae"}))
    given = "organisation:moac-doae"
    assert recipient(stocked) == (given, "กรมส่งเสริมการเกษตร")
    decide(stocked, lambda c: decisions.rename(c, given, "กรมส่งเสริมของเรา", who=WHO))
    grown(stocked, tmp_path / "own", FARMERS)
    assert recipient(stocked) == (given, "กรมส่งเสริมของเรา")
    with reading(stocked) as connection:
        assert connection.execute(select(Authority.name).where(Authority.id == given)).scalar() == "กรมส่งเสริมของเรา"
    assert found(stocked, "กรมส่งเสริมเกษตรกร") == set(listed(stocked))


def test_a_name_that_the_gazetteers_change_is_changed_in_conferrals_and_found(stocked: Engine, tmp_path: Path) -> None:
    take(stocked, incoming("a1", WOVEN | {"recipient": "กรมส่งเสริมการเกษตร", "recipient_id": "moac-doae"}))
    grown(stocked, tmp_path / "own", FARMERS)
    assert recipient(stocked) == ("organisation:moac-doae", "กรมส่งเสริมเกษตรกร")
    assert found(stocked, "กรมส่งเสริมเกษตรกร") == set(listed(stocked))
