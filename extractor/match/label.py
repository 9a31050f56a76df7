"""The label: a word about an award, its name or one of its parts, where it stands in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.gazetteer_rows import Row

EXCELS = "award.excels"
"""The rule of a programme's known prize whose name goes on to say in which field: each field is a prize of its own."""

IN_ROW = "award.row"
"""The rule of a prize in a row of prizes that one winner has received, none of which is one of another's."""

OF_TABLE = "award.table"
"""The rule of a contest or event that the lines above a table name as that whose results it tells."""

Kind = Literal["award", "year", "edition", "branch", "category", "level"]

PARTS = frozenset({"branch", "category", "level"})
"""The kinds of label that tell in what an award was won, and how well."""


@dataclass(slots=True)
class Label:
    """A word about an award: its name or one of its parts, at `start:end`; `value` and `row` where known.

    `outer` is where the whole phrase begins (ประเภทรางวัล… from ประเภท), `until` where it ends, brackets included.
    `own` tells a part that names its programme by itself (รางวัลเกียรติยศเลิศรัฐ).
    """

    kind: Kind
    start: int
    end: int
    rule: str
    outer: int
    until: int
    value: str | int | None = None
    row: Row | None = None
    own: bool = False
