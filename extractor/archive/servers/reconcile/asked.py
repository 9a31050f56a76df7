"""What a client asks of the reconciliation service, read from its JSON with clear refusals."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.archive.incoming import LONGEST_NAME, storable

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.archive.entries import AuthorityKind

    NameOf = Callable[[str], str | None]

MOST_QUERIES = 100
"""Queries, or entities to extend, in one request."""

MOST_CANDIDATES = 50
"""Candidates of one query; more are never given, whatever the limit."""

_CANDIDATES = 5
KINDS: tuple[AuthorityKind, ...] = ("organisation", "award", "person")
TYPES: dict[str, str] = dict(zip(KINDS, ("หน่วยงาน (organisation)", "รางวัล (award)", "บุคคล (person)"), strict=True))
"""What can be reconciled, by the type's id, with the name that a person reads."""


class AskedError(Exception):
    """A request that cannot be answered; the words tell what is wrong and what would be right."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One query: a name, the kinds it may be of, what is known beside it by property, and how many candidates to give."""

    name: str
    kinds: tuple[AuthorityKind, ...]
    beside: dict[str, tuple[str, ...]]
    limit: int


@dataclass(frozen=True, slots=True)
class Extension:
    """A request to extend: entities by id, and properties by id, each with the most values of it (0 for all)."""

    ids: tuple[str, ...]
    properties: tuple[tuple[str, int], ...]


def queries(said: str, name_of: NameOf) -> dict[str, Wanted]:
    """The queries of a batch by their keys.

    Args:
        said: the value of `queries`, JSON.
        name_of: gives the name of an entity that a property points to; for one unknown the name beside its id counts.

    A property that the service does not know is no evidence: clients send what columns their users have.

    Raises:
        AskedError: it is no batch of queries as the protocol has it.
    """
    batch = _object(_json(said, "queries"), "queries")
    if len(batch) > MOST_QUERIES:
        raise AskedError(f"queries has {len(batch):,} members; send at most {MOST_QUERIES} in one request")
    return {key: _query(_object(query, f"query {key!r}"), key, name_of) for key, query in batch.items()}


def _query(query: dict[str, Any], key: str, name_of: NameOf) -> Wanted:
    name = query.get("query", "")
    if not isinstance(name, str):
        raise AskedError(f"query {key!r}: `query` must be a string")
    beside: dict[str, tuple[str, ...]] = {}
    for one in _list(query.get("properties", []), f"query {key!r}: `properties`"):
        pair = _object(one, f"query {key!r}: a property")
        if not isinstance(pair.get("pid"), str) or "v" not in pair:
            raise AskedError(f"query {key!r}: a property needs `pid`, a string, and `v`")
        beside[pair["pid"]] = beside.get(pair["pid"], ()) + tuple(_values(pair["v"], name_of))
    if not name.strip() and not beside:
        raise AskedError(f"query {key!r} has neither `query` nor `properties`; give a name to look for")
    return Wanted(_short(name), _kinds(query, key), beside, _limit(query.get("limit"), f"query {key!r}: `limit`"))


def _kinds(query: dict[str, Any], key: str) -> tuple[AuthorityKind, ...]:
    """The kinds that the types allow; an authority has one type, so that of several only one can be asked to hold."""
    given, strict = query.get("type"), query.get("type_strict", "any")
    if strict not in {"any", "should", "all"}:
        raise AskedError(f"query {key!r}: `type_strict` is any, should or all")
    types = [given] if isinstance(given, str) else given
    if types is None or types == []:
        return KINDS
    if not isinstance(types, list) or not all(isinstance(one, str) for one in types):
        raise AskedError(f"query {key!r}: `type` must be a string or a list of strings: {', '.join(TYPES)}")
    known = tuple(kind for kind in KINDS if kind in types)
    if strict == "all" and len(set(types)) > 1:
        return ()
    return (known or KINDS) if strict == "should" else known


def _values(value: object, name_of: NameOf) -> list[str]:
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            given, name = one.get("id"), one.get("name")
            said = (name_of(given) if isinstance(given, str) else None) or name
            found += [_short(said)] if isinstance(said, str) else []
        elif isinstance(one, str | int | float) and not isinstance(one, bool):
            found.append(_short(str(one)))
    return [one for one in found if one]


def extension(said: str) -> Extension:
    """A request to extend.

    Raises:
        AskedError: it is none as the protocol has it.
    """
    asked = _object(_json(said, "extend"), "extend")
    ids = _list(asked.get("ids"), "extend: `ids`")
    if len(ids) > MOST_QUERIES:
        raise AskedError(f"extend has {len(ids):,} ids; send at most {MOST_QUERIES} in one request")
    if not all(isinstance(one, str) for one in ids):
        raise AskedError("extend: `ids` must be strings")
    ids = [storable(one) for one in ids]
    wanted: list[tuple[str, int]] = []
    for one in _list(asked.get("properties"), "extend: `properties`"):
        each = _object(one, "extend: a property")
        if not isinstance(each.get("id"), str):
            raise AskedError("extend: a property needs an `id`, a string")
        settings = _object(each.get("settings") or {}, "extend: `settings`")
        wanted.append((each["id"], _most(settings.get("limit"))))
    return Extension(tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(wanted)))


def _most(given: object) -> int:
    """A setting that a person typed: a number, or a string of digits; nothing is 0, no limit."""
    if given is None or given == "":
        return 0
    if isinstance(given, str) and given.strip().isdecimal() and len(given) < 10:
        return int(given)
    if isinstance(given, int) and not isinstance(given, bool) and given >= 0:
        return given
    raise AskedError("extend: the setting `limit` must be a number, 0 or more")


def _limit(given: object, what: str) -> int:
    if given is None:
        return _CANDIDATES
    if isinstance(given, bool) or not isinstance(given, int) or given < 1:
        raise AskedError(f"{what} must be a number, 1 or more")
    return min(given, MOST_CANDIDATES)


def _json(said: str, what: str) -> object:
    try:
        return json.loads(said)
    except (ValueError, RecursionError) as error:
        raise AskedError(f"{what} is no JSON: {str(error)[:200]}") from error


def _object(value: object, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise AskedError(f"{what} must be a JSON object")
    return value


def _list(value: object, what: str) -> list[Any]:
    if not isinstance(value, list):
        raise AskedError(f"{what} must be a JSON array")
    return value


def _short(name: str) -> str:
    return " ".join(storable(name).split())[:LONGEST_NAME]
