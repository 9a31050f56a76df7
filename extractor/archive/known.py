"""Takes the gazetteers' agencies and awards into the archive as authorities, and keeps them as the gazetteers change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from extractor.archive.bulk import add, add_new, change, fetch, next_number
from extractor.archive.identity.folding import solid
from extractor.archive.naming import keys_of, value_of
from extractor.archive.tables import Authority, Event, Form, NameKey, Setting
from extractor.gazetteer_rows import Agency, Award

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from extractor.gazetteer_rows import Row
    from extractor.lexicon import Lexicon

_DIGEST = "gazetteers"


def provinces(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Pairs of a form of a province's name and its Thai name, the longest forms first.

    >>> from extractor.lexicon import load
    >>> ("เลย", "เลย") in provinces(load())
    True
    """
    pairs = {(form, row.name) for row in lexicon.of("provinces") for form in row.forms if len(form) > 1}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@dataclass(frozen=True, slots=True)
class TakenIn:
    """Ids of authorities: those `added`, those `changed`, and those `learned`, which have names that they had not."""

    added: set[str]
    changed: set[str]
    learned: set[str]


def take_in(connection: Connection, lexicon: Lexicon, now: str) -> TakenIn:
    """Add the rows that the archive has not, and bring those up to date that it has; nothing is taken away.

    A name that a person gave stays, and the gazetteer's is kept beside it.
    """
    held = connection.execute(select(Setting.value).where(Setting.key == _DIGEST)).scalar()
    if held == lexicon.digest:
        return TakenIn(set(), set(), set())
    rows = _rows(lexicon, now)
    wanted = select(Authority.id, Authority.name, Authority.english, Authority.parent)
    before = {row.id: tuple(row) for row in fetch(connection, wanted, Authority.id, sorted(rows))}
    renames = select(Event.subject).where(Event.action == "rename", Event.undone.is_(None))
    renamed = {row.subject for row in fetch(connection, renames, Event.subject, sorted(before))}
    add(connection, Authority, [row for given, row in rows.items() if given not in before])
    changed = {}
    for given, row in rows.items():
        if given in before:
            name = before[given][1] if given in renamed else row["name"]
            if before[given] != (given, name, row["english"], row["parent"]):
                changed[given] = row | {"name": name}
    kept = ("id", "name", "english", "parent", "changed")
    change(connection, Authority, "id", [{name: row[name] for name in kept} for row in changed.values()])
    learned = _forms(connection, lexicon, rows, renamed)
    if held is None:
        add(connection, Setting, [{"key": _DIGEST, "value": lexicon.digest}])
        return TakenIn(rows.keys() - before.keys(), set(changed), set())
    change(connection, Setting, "key", [{"key": _DIGEST, "value": lexicon.digest}])
    return TakenIn(rows.keys() - before.keys(), set(changed), learned | set(changed) | (rows.keys() - before.keys()))


def _rows(lexicon: Lexicon, now: str) -> dict[str, dict[str, Any]]:
    agencies = [row for row in lexicon.of("agencies") if isinstance(row, Agency)]
    awards = [row for row in lexicon.of("awards") if isinstance(row, Award)]
    bodies = {solid(form): row.id for row in reversed(agencies) for form in (row.name, *row.variants)}
    rows: dict[str, dict[str, Any]] = {}
    for agency in agencies:
        parent = f"organisation:{agency.parent}" if agency.parent else None
        rows[f"organisation:{agency.id}"] = _row("organisation", agency, agency.english, parent, now)
    for award in awards:
        organiser = bodies.get(solid(award.organiser)) if award.organiser else None
        parent = f"organisation:{organiser}" if organiser else None
        rows[f"award:{award.id}"] = _row("award", award, award.english, parent, now)
        rows[f"award:{award.id}"]["note"] = award.organiser if award.organiser and not organiser else None
    return rows


def _row(kind: str, row: Row, english: str | None, parent: str | None, now: str) -> dict[str, Any]:
    return {
        "id": f"{kind}:{row.id}",
        "kind": kind,
        "name": row.name,
        "english": english,
        "status": "gazetteer",
        "parent": parent,
        "province": None,
        "note": None,
        "merged_into": None,
        "changed": now,
    }


def _forms(connection: Connection, lexicon: Lexicon, rows: dict[str, dict[str, Any]], renamed: set[str]) -> set[str]:
    """Add the forms that are new; gives the ids of their authorities."""
    held = {tuple(row) for row in connection.execute(select(Form.authority, Form.how, Form.form))}
    number = next_number(connection, Form.id)
    forms: list[dict[str, Any]] = []
    keys: list[dict[str, Any]] = []
    for kind, of in (("organisation", "agencies"), ("award", "awards")):
        for row in lexicon.of(of):
            given = f"{kind}:{row.id}"
            written = {("variant", form) for form in row.variants}
            written |= {("abbreviation", form) for form in getattr(row, "abbreviations", ())}
            if rows[given]["english"] and rows[given]["english"] != row.name:
                written.add(("english", rows[given]["english"]))
            if given in renamed:
                written.add(("variant", row.name))
            for how, form in sorted(written):
                if (form != row.name or given in renamed) and (given, how, form) not in held:
                    forms.append({"id": number, "authority": given, "how": how, "form": form})
                    number += 1
            parent = rows.get(rows[given]["parent"] or "", {}).get("name")
            value = value_of(kind, given, row.name, written, parent, None)
            keys += [{"kind": kind, "key": key, "authority": given} for key in sorted(keys_of(kind, value))]
    add(connection, Form, forms)
    add_new(connection, NameKey, keys)
    return {form["authority"] for form in forms}
