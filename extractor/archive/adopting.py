"""Gives a name that only articles had told the gazetteer's authority, when the gazetteers come to know it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import or_, select

from extractor.archive.bulk import add_new, fetch
from extractor.archive.events import is_pair
from extractor.archive.identity.folding import solid
from extractor.archive.merging import merge_authorities
from extractor.archive.naming import Names, keys_of
from extractor.archive.tables import Authority, Doubt, Event, Form, NameKey
from extractor.version import __version__

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from extractor.archive.entries import AuthorityKind

_FULL = ("variant", "english")
_KEPT = ("rename", "confirm", "merge")
"""What a person may have decided of an authority, so that a person decides whether the gazetteer's is the same."""


def adopt(connection: Connection, learned: set[str], now: str) -> None:
    """Merge provisional authorities into those of the gazetteers that now have their very name; what is less sure is a doubt.

    A merge is noted as an event of the extractor, and can be taken back; then it is not made again. What a person decided of the
    provisional authority, or of the two, makes it a doubt, or leaves them as they are.

    Args:
        connection: the archive, within a transaction.
        learned: ids of the gazetteers' authorities that have new names.
        now: the time, for doubts and names.
    """
    names = Names(connection, now)
    kinds = {given.partition(":")[0] for given in learned}
    for kind in sorted(kinds):
        ids = {given for given in learned if given.startswith(kind + ":")}
        names.load(ids)
        keys = {key for given in ids for key in keys_of(kind, names.value(given))}
        wanted = select(NameKey.authority).join(Authority, Authority.id == NameKey.authority)
        wanted = wanted.where(NameKey.kind == kind, Authority.status != "gazetteer", Authority.merged_into.is_(None))
        found = sorted({row.authority for row in fetch(connection, wanted, NameKey.key, sorted(keys))})
        names.load(set(found))
        names.prepare((cast("AuthorityKind", kind), names.value(given)) for given in found)
        exact = _full_names(connection, ids)
        for given in found:
            _adopt(connection, names, kind, given, ids, exact)


def _full_names(connection: Connection, ids: set[str]) -> set[tuple[str, str]]:
    forms = select(Form.authority, Form.form).where(Form.how.in_(_FULL))
    named = select(Authority.id, Authority.name)
    rows = [*fetch(connection, forms, Form.authority, sorted(ids)), *fetch(connection, named, Authority.id, sorted(ids))]
    return {(given, solid(form)) for given, form in rows}


def _adopt(connection: Connection, names: Names, kind: str, given: str, learned: set[str], exact: set[tuple[str, str]]) -> None:
    found = names.in_gazetteer(kind, given)
    if found.authority in learned and not _is_settled(connection, found.authority, given):
        if (found.authority, solid(names.name(given))) in exact and not _is_decided(connection, given):
            reason = "the gazetteers have this name now"
            merge_authorities(connection, found.authority, given, f"extractor {__version__}", reason)
            return
        row = {"kind": kind, "left": found.authority, "right": given, "state": "open", "score": 0.9}
        add_new(connection, Doubt, [row | {"reasons": list(found.reasons)}])
    doubts: list[dict[str, Any]] = []
    for at, verdict in found.doubts:
        if at in learned:
            left, right = sorted((at, given))
            row = {"kind": kind, "left": left, "right": right, "state": "open", "score": verdict.score}
            doubts.append(row | {"reasons": list(verdict.reasons)})
    add_new(connection, Doubt, doubts)


def _is_settled(connection: Connection, into: str, given: str) -> bool:
    """Whether a person keeps the two apart, or took their merging back."""
    apart = select(Doubt.kind).where(*is_pair(into, given), Doubt.state.in_(("apart", "later")))
    parted = select(Event.id).where(Event.action == "merge", Event.subject == into, Event.other == given)
    return any(connection.execute(wanted.limit(1)).first() is not None for wanted in (apart, parted))


def _is_decided(connection: Connection, given: str) -> bool:
    of = or_(Event.subject == given, Event.other == given)
    wanted = select(Event.id).where(of, Event.action.in_(_KEPT), Event.undone.is_(None))
    return connection.execute(wanted.limit(1)).first() is not None
