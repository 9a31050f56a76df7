"""What the service tells of an entity beyond its name: the properties that a client may extend its table with."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from extractor.archive.browse import LISTED, authorities, current
from extractor.archive.bulk import fetch
from extractor.archive.tables import Conferral, Form
from extractor.errors import UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from extractor.archive import entries
    from extractor.archive.servers.reconcile.asked import Extension

PROPERTIES = {
    "name": "ชื่อ (name)",
    "english": "ชื่อภาษาอังกฤษ (English name)",
    "variant": "ชื่ออื่น (other names)",
    "abbreviation": "ชื่อย่อ (abbreviation)",
    "parent": "หน่วยงานต้นสังกัดหรือผู้จัด (superior body, or who gives the award)",
    "province": "จังหวัด (province)",
    "position": "ตำแหน่ง (position)",
    "body": "หน่วยงานของบุคคล (a person's body)",
    "honorific": "คำนำหน้า (honorific)",
    "kind": "ประเภท (kind)",
    "status": "สถานะ (gazetteer or provisional)",
    "gazetteer": "รหัสในบัญชีรายชื่อ (gazetteer id)",
    "conferrals": "จำนวนรางวัล (number of conferrals)",
}
"""Every property by its id, with the name that a person reads."""

_OF_KIND = {
    "organisation": (
        "name", "english", "variant", "abbreviation", "parent", "province", "kind", "status", "gazetteer", "conferrals",
    ),
    "award": ("name", "english", "variant", "abbreviation", "parent", "kind", "status", "gazetteer", "conferrals"),
    "person": ("name", "variant", "honorific", "position", "body", "kind", "status", "conferrals"),
}  # fmt: skip
_FORMS = {"variant": ("variant", "seen", "merged"), "abbreviation": ("abbreviation",), "position": ("position",)}
_FORMS |= {"body": ("body",), "honorific": ("honorific",)}

Cell = dict[str, Any]


@dataclass(slots=True)
class Known:
    """What the archive holds of the entities of one request, by the ids that they have today."""

    entries: dict[str, entries.Authority] = field(default_factory=dict)
    forms: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def properties_of(kind: str | None) -> list[str]:
    """Ids of the properties that entities of a type have, of all where no type, or an unknown one, is named."""
    return list(_OF_KIND.get(kind or "", PROPERTIES))


def today(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The ids that stand for these today, of those that stand for anything: what was merged is what it was merged into."""
    found: dict[str, str] = {}
    for given in ids:
        try:
            if not given.startswith("c-"):
                found[given] = current(connection, given)
        except UnknownIdError:
            continue
    return found


def known(connection: Connection, ids: Iterable[str], wanted: Iterable[str] = PROPERTIES) -> Known:
    """What the wanted properties need of these entities; ids are those of today."""
    asked, wanted = sorted(set(ids)), set(wanted)
    held = Known({entry.id: entry for entry in authorities(connection, asked)})
    if wanted & _FORMS.keys():
        forms: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
        rows = fetch(connection, select(Form.authority, Form.how, Form.form).order_by(Form.id), Form.authority, asked)
        for row in rows:
            forms[row.authority].setdefault(row.how, []).append(row.form)
        held.forms = dict(forms)
    if "parent" in wanted:
        above = today(connection, {entry.parent for entry in held.entries.values() if entry.parent})
        held.names = {entry.id: entry.name for entry in authorities(connection, sorted(set(above.values())))}
        held.names |= {old: held.names[now] for old, now in above.items() if now in held.names}
    if "conferrals" in wanted:
        for column in (Conferral.award_id, Conferral.recipient_id):
            counted = select(column.label("id"), func.count().label("many")).where(LISTED).group_by(column)
            for row in fetch(connection, counted, column, asked):
                held.counts[row.id] = held.counts.get(row.id, 0) + row.many
    return held


def cells(held: Known, given: str, name: str, most: int) -> list[Cell]:
    """The values of one property of one entity, at most so many (0 for all); none for what it has not."""
    entry = held.entries.get(given)
    if entry is None:
        return []
    values = _values(held, entry, name)
    return values[:most] if most else values


def _values(held: Known, entry: entries.Authority, name: str) -> list[Cell]:
    if name in _FORMS:
        forms = held.forms.get(entry.id, {})
        said = dict.fromkeys(form for how in _FORMS[name] for form in forms.get(how, ()))
        return [{"str": form} for form in said]
    if name == "parent":
        above = held.names.get(entry.parent or "")
        return [{"id": entry.parent, "name": above}] if above is not None else []
    if name == "conferrals":
        return [{"int": held.counts.get(entry.id, 0)}]
    kind, _, row = entry.id.partition(":")
    plain = {
        "name": entry.name,
        "english": entry.english,
        "province": entry.province,
        "kind": kind,
        "status": entry.status,
        "gazetteer": row if entry.status == "gazetteer" else None,
    }
    value = plain.get(name)
    return [{"str": value}] if value else []


def extended(connection: Connection, asked: Extension) -> dict[str, Any]:
    """The answer to a request to extend; a property or an entity that is unknown has no cells."""
    now = today(connection, asked.ids)
    held = known(connection, now.values(), [name for name, _ in asked.properties])
    meta: list[dict[str, Any]] = []
    for name, _ in asked.properties:
        about: dict[str, Any] = {"id": name, "name": PROPERTIES.get(name, name)}
        if name == "parent":
            about["type"] = {"id": "organisation", "name": "หน่วยงาน (organisation)"}
        meta.append(about)
    rows = {
        given: {name: cells(held, now[given], name, most) if given in now else [] for name, most in asked.properties}
        for given in asked.ids
    }
    return {"meta": meta, "rows": rows}
