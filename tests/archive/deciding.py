"""What the tests of decisions share: who decides, two conferrals of one award, and how a decision is made and looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.archive.browse import ArchiveSnapshot
from extractor.archive.database import reading, writing
from extractor.archive.importing import import_records
from extractor.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

    from extractor.archive import entries

WHO = "สมหญิง"
WOVEN = {"award": "รางวัลผ้าทอดอยเมฆ", "year": 2023, "level": "ชนะเลิศ", "recipient": "กลุ่มทอผ้าบ้านปลายนา"}
OTHER = {"award": "รางวัลผ้าทอดอยเมฆ", "year": 2023, "level": "ชมเชย", "recipient": "กลุ่มสตรีบ้านเหนือน้ำ"}


def take(engine: Engine, *articles: Any) -> None:
    """Import the articles."""
    import_records(engine, articles, load())


def decide(engine: Engine, decision: Callable[[Connection], Any]) -> Any:
    """What the decision gives, made in a transaction of its own."""
    with writing(engine) as connection:
        return decision(connection)


def listed(engine: Engine) -> dict[str, entries.Conferral]:
    """The archive's conferrals by id."""
    with reading(engine) as connection:
        return {each.id: each for each in ArchiveSnapshot(connection, "test").conferrals()}
