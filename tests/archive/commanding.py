"""Runs the archive's commands in the folder of a test, and looks at what they left there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner
from sqlalchemy import MetaData, func, select

from extractor.archive.database import connect, reading
from extractor.cli import main
from tests.archive.records import incoming

if TYPE_CHECKING:
    from click.testing import Result

AWARD: dict[str, Any] = {"award": "รางวัลสมมุติ", "year": 2022, "recipient": "เทศบาลตำบลสมมุติ"}


def line(article: str = "a1", **fields: Any) -> str:
    """A line of a file of records."""
    return incoming(article, AWARD | fields).record.model_dump_json()


def odd(**fields: Any) -> str:
    changed = json.loads(line("a2"))
    changed["awards"][0]["award"] |= fields
    return json.dumps(changed)


def run(*command: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["archive", *command], input=given, catch_exceptions=False)


def rejects(place: str = "import.rejects.jsonl") -> list[dict[str, Any]]:
    return [json.loads(each) for each in Path(place).read_text(encoding="utf-8").splitlines()]


def counted(database: str = "awards.sqlite") -> dict[str, int]:
    """How many rows each table has."""
    engine = connect(database)
    with reading(engine) as connection:
        known = MetaData()
        known.reflect(connection, only=lambda name, _: not name.startswith("search_documents_"))
        found = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in known.sorted_tables
        }
    engine.dispose()
    return found
