"""Authorities that what somebody types may mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from extractor.archive.bulk import fetch
from extractor.archive.fields import KINDS
from extractor.archive.tables import Authority, Form
from extractor.web.language import gettext

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST = 8
_SHORTEST = 2
_LOOKED_AT = 200  # names that hold what was typed; the best of these are suggested


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An authority by its id and name; `form` is what matched where that is not the name, `above` the body above it."""

    id: str
    name: str
    kind: str
    form: str | None
    above: str | None


def suggest(connection: Connection, field: str, typed: str) -> list[Suggestion]:
    """At most `MOST` authorities that the field can name, the likeliest first.

    A name that begins with what was typed comes before one that only holds it, a shorter one before a longer one, one of the
    gazetteer before others.
    """
    typed = " ".join(typed.split())
    if field not in KINDS or len(typed) < _SHORTEST:
        return []
    holds = f"%{typed.translate({ord(each): chr(92) + each for each in '%_' + chr(92)})}%"
    columns = (Authority.id, Authority.name, Authority.kind, Authority.status, Authority.parent)
    of = (Authority.kind.in_(KINDS[field]), Authority.merged_into.is_(None))
    by_name = select(*columns).where(*of, Authority.name.ilike(holds, escape="\\"))
    by_form = select(*columns, Form.form).join(Form, Form.authority == Authority.id)
    by_form = by_form.where(
        *of, Form.form.ilike(holds, escape="\\"), Form.how.not_in(("position", "honorific", "body", "parent"))
    )
    ranked: list[tuple[tuple[bool, bool, bool, int], Any, str | None]] = [
        (_rank(row.name, typed, row.status), row, None)
        for row in connection.execute(by_name.order_by(func.length(Authority.name)).limit(_LOOKED_AT))
    ]
    ranked += [
        (_rank(row.form, typed, row.status), row, row.form)
        for row in connection.execute(by_form.order_by(func.length(Form.form)).limit(_LOOKED_AT))
    ]
    ranked.sort(key=lambda each: (each[0], each[1].id))
    best: dict[str, Suggestion] = {}
    above = {row.parent for _, row, _ in ranked[: MOST * 4] if row.parent}
    parents = {row.id: row.name for row in fetch(connection, select(Authority.id, Authority.name), Authority.id, sorted(above))}
    for _, row, form in ranked:
        if len(best) < MOST:
            best.setdefault(row.id, Suggestion(row.id, row.name, _kind(row.kind), form, parents.get(row.parent)))
    return list(best.values())


def _rank(form: str, typed: str, status: str) -> tuple[bool, bool, bool, int]:
    low, asked = form.casefold(), typed.casefold()
    return (low != asked, not low.startswith(asked), status != "gazetteer", len(form))


def _kind(kind: str) -> str:
    names = {
        "organisation": gettext("หน่วยงาน"),
        "person": gettext("บุคคล"),
        "award": gettext("รางวัล"),
        "work": gettext("ผลงาน"),
        "other": gettext("อื่น ๆ"),
    }
    return names.get(kind, kind)
