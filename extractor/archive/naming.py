"""Joins the names in articles to authorities, and makes provisional authorities for those that nothing known fits."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from extractor.archive.bulk import add, add_new, fetch, next_number, remove
from extractor.archive.identity import AwardName, Choice, OrganisationName, PersonName
from extractor.archive.identity.assigning import choose, name_keys
from extractor.archive.identity.folding import fold
from extractor.archive.identity.organisations import gazetteer_row
from extractor.archive.tables import Authority, Doubt, Event, Form, Link, NameKey

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from extractor.archive.entries import AuthorityKind
    from extractor.archive.incoming import Value

_ENOUGH = 24  # forms of one kind that are kept of an authority: a minister is written in hundreds of ways
_CACHED = 60_000  # authorities kept in memory before they are read anew


def digest(*parts: str) -> str:
    """Thirteen characters, the same for the same parts: what provisional ids are made of.

    >>> digest("บ้านนา") == digest("บ้านนา"), len(digest("บ้านนา"))
    (True, 13)
    """
    hashed = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(hashed[:9]).decode().lower().rstrip("=")[:13]


@dataclass(slots=True)
class Known:
    """An authority as it is compared with names."""

    id: str
    name: str
    value: Value
    forms: set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Joined:
    """The authority that a name was joined to, and by what."""

    authority: str
    how: str


class Names:
    """The authorities of an archive while names are joined to them, within one transaction."""

    def __init__(self, connection: Connection, now: str) -> None:
        self._connection = connection
        self._now = now
        self._known: dict[str, Known] = {}
        self._by_key: dict[tuple[str, str], list[str]] = {}
        self._looked_up: set[tuple[str, str]] = set()
        self._joined: dict[tuple[str, Value], Joined] = {}
        self._standing: set[str] = set()
        self._next_form = next_number(connection, Form.id)
        self._new: list[dict[str, Any]] = []
        self._new_forms: list[dict[str, Any]] = []
        self._new_keys: list[dict[str, Any]] = []
        self._doubts: dict[tuple[str, str, str], dict[str, Any]] = {}
        self.changed: set[str] = set()

    def name(self, authority: str) -> str:
        """The authority's name; it was met in this run."""
        return self._known[authority].name

    def value(self, authority: str) -> Value:
        """The authority, which was loaded, as a name to compare others with."""
        return self._known[authority].value

    def load(self, ids: set[str]) -> None:
        """Read these authorities from the database."""
        self._load(ids - self._known.keys())

    def in_gazetteer(self, kind: str, authority: str) -> Choice:
        """Which of the gazetteers' authorities a provisional one is that was prepared for, and which it may be."""
        value = self._known[authority].value
        keys = sorted(keys_of(kind, value))
        candidates = dict.fromkeys(at for key in keys for at in self._by_key.get((kind, key), ()) if _of_gazetteer(at))
        return choose(value, [(at, (self._known[at].value,)) for at in candidates])

    def prepare(self, wanted: Iterable[tuple[AuthorityKind, Value]]) -> None:
        """Read from the database the authorities that share a key with one of these names."""
        if len(self._known) > _CACHED:
            self._known.clear()
            self._by_key.clear()
            self._looked_up.clear()
            self._joined.clear()
        asked: dict[str, set[str]] = {}
        rows: set[str] = set()
        firsts: set[str] = set()
        for kind, value in wanted:
            if (kind, value) in self._joined:
                continue
            firsts.add(f"{kind}:p-{_hashed(value, (), 0)}")
            for key in keys_of(kind, value):
                if (kind, key) not in self._looked_up:
                    asked.setdefault(kind, set()).add(key)
            row = getattr(value, "gazetteer", None)
            if row is not None and (given := f"{kind}:{row}") not in self._known:
                rows.add(given)
        for of, keys in asked.items():
            self._looked_up.update((of, key) for key in keys)
            found = select(NameKey.key, NameKey.authority).where(NameKey.kind == of)
            for key, authority in fetch(self._connection, found, NameKey.key, sorted(keys)):
                self._by_key.setdefault((of, key), []).append(authority)
                rows.add(authority)
        self._load(rows - self._known.keys())
        asked_for = sorted(firsts - self._known.keys())  # merged ones have no keys any more, but their ids stand
        self._standing = {row.id for row in fetch(self._connection, select(Authority.id), Authority.id, asked_for)}

    def _load(self, ids: set[str]) -> None:
        wanted = select(Authority.id, Authority.kind, Authority.name, Authority.parent, Authority.province)
        authorities = list(fetch(self._connection, wanted, Authority.id, sorted(ids)))
        parents = {row.parent for row in authorities if row.parent}
        above = fetch(self._connection, select(Authority.id, Authority.name), Authority.id, sorted(parents))
        names: dict[str | None, str] = {row.id: row.name for row in above}
        forms: dict[str, set[tuple[str, str]]] = {}
        found = select(Form.authority, Form.how, Form.form)
        for authority, how, form in fetch(self._connection, found, Form.authority, sorted(ids)):
            forms.setdefault(authority, set()).add((how, form))
        for row in authorities:
            seen = forms.get(row.id, set())
            value = value_of(row.kind, row.id, row.name, seen, names.get(row.parent), row.province)
            self._known[row.id] = Known(row.id, row.name, value, seen)

    def join(self, kind: AuthorityKind, value: Value, forms: tuple[str, ...]) -> Joined:
        """The authority of a name that was prepared for; a new provisional one where none fits."""
        done = self._joined.get((kind, value))
        if done is None:
            done = self._joined[kind, value] = self._find(kind, value)
        self._learn(kind, done.authority, value, forms)
        return done

    def likeliest(self, kind: AuthorityKind, value: Value) -> Choice:
        """The authority that a name which was prepared for is of, if one is, and those it may be of; nothing is made."""
        row = gazetteer_row(value) if isinstance(value, OrganisationName) else getattr(value, "gazetteer", None)
        if row is not None and f"{kind}:{row}" in self._known:
            return Choice(f"{kind}:{row}", ("gazetteer",))
        candidates = dict.fromkeys(at for key in sorted(keys_of(kind, value)) for at in self._by_key.get((kind, key), ()))
        merged = [at for at in candidates if ("merged", value.name) in self._known[at].forms]
        if len(merged) == 1:
            return Choice(merged[0], ("a person merged this name",))
        if kind == "work":
            return Choice(next(iter(candidates), None), ("the same title",))
        return choose(value, [(at, (self._known[at].value,)) for at in candidates])

    def _find(self, kind: AuthorityKind, value: Value) -> Joined:
        found = self.likeliest(kind, value)
        twin = self._twin(kind, value) if found.authority is None else None
        if twin is not None:
            return twin
        authority = found.authority or self._make(kind, value)
        for at, verdict in found.doubts:
            if at == authority:
                continue
            left, right = sorted((at, authority))
            row = {"kind": kind, "left": left, "right": right, "state": "open", "score": verdict.score}
            self._doubts.setdefault((kind, left, right), row | {"reasons": list(verdict.reasons)})
        if found.authority is None:
            return Joined(authority, "new")
        return Joined(authority, found.reasons[0] if found.reasons else "the same name")

    def _twin(self, kind: AuthorityKind, value: Value) -> Joined | None:
        """The authority made before for just this name with just this beside it, so that a doubtful name is not made anew."""
        beside = _beside(value)
        for given in dict.fromkeys(at for key in sorted(keys_of(kind, value)) for at in self._by_key.get((kind, key), ())):
            known = self._known[given]
            if known.name == value.name and not _of_gazetteer(given) and _beside(known.value) == beside:
                return Joined(given, "the same name and the same beside it, though others fit as well")
        return None

    def _make(self, kind: AuthorityKind, value: Value) -> str:
        """A provisional authority, with an id that the same name gets in every archive where it is alone of its name."""
        beside = _beside(value)
        number = 0
        while (given := f"{kind}:p-{_hashed(value, beside, number)}") in self._known or self._stands(given, number):
            number += 1
        province = value.province if isinstance(value, OrganisationName) else None
        self._known[given] = Known(given, value.name, value, set())
        self._new.append(
            {
                "id": given,
                "kind": kind,
                "name": value.name,
                "english": None,
                "status": "provisional",
                "parent": None,
                "province": province,
                "note": None,
                "merged_into": None,
                "changed": self._now,
            }
        )
        self.changed.add(given)
        return given

    def _stands(self, given: str, number: int) -> bool:
        """Whether the archive has the id; the first of a name was asked for with the others of the batch."""
        if number == 0:
            return given in self._standing
        return self._connection.execute(select(Authority.id).where(Authority.id == given)).first() is not None

    def _learn(self, kind: AuthorityKind, authority: str, value: Value, forms: tuple[str, ...]) -> None:
        """Keep the forms and the evidence that the authority did not have, and the keys they are found by."""
        known = self._known[authority]
        said = {("seen", form) for form in forms if form != known.name}
        if isinstance(value, PersonName):
            said |= {("position", each) for each in value.positions} | {("body", each) for each in value.bodies}
            if value.honorific:
                said.add(("honorific", value.honorific))
        elif isinstance(value, OrganisationName) and value.parent:
            said.add(("parent", value.parent))
        new = {each for each in said - known.forms if sum(how == each[0] for how, _ in known.forms) < _ENOUGH}
        for how, form in sorted(new):
            known.forms.add((how, form))
            self._new_forms.append({"id": self._next_form, "authority": authority, "how": how, "form": form})
            self._next_form += 1
        if new:
            known.value = widen(known.value, new)
            self.changed.add(authority)
        for key in sorted(keys_of(kind, value)):
            self._key(kind, key, authority)

    def _key(self, kind: AuthorityKind, key: str, authority: str) -> None:
        held = self._by_key.setdefault((kind, key), [])
        if authority not in held:
            held.append(authority)
            self._new_keys.append({"kind": kind, "key": key, "authority": authority})

    def write(self) -> None:
        """Write what was made and learned since the last time."""
        add(self._connection, Authority, self._new)
        add_new(self._connection, Form, self._new_forms)
        add_new(self._connection, NameKey, self._new_keys)
        add_new(self._connection, Doubt, list(self._doubts.values()))
        for written in (self._new, self._new_forms, self._new_keys, self._doubts):
            written.clear()


def forget(connection: Connection, authorities: set[str]) -> set[str]:
    """Drop those of the provisional authorities that no article names and nobody decided anything of; gives their ids."""
    named = {row.authority for row in fetch(connection, select(Link.authority), Link.authority, sorted(authorities))}
    decided = {row.subject for row in fetch(connection, select(Event.subject), Event.subject, sorted(authorities))}
    decided |= {row.other for row in fetch(connection, select(Event.other), Event.other, sorted(authorities))}
    wanted = select(Authority.id).where(Authority.status == "provisional", Authority.merged_into.is_(None))
    gone = {row.id for row in fetch(connection, wanted, Authority.id, sorted(authorities - named - decided))}
    for column in (Form.authority, NameKey.authority, Doubt.left, Doubt.right, Authority.id):
        remove(connection, column, sorted(gone))
    return gone


def _beside(value: Value) -> tuple[str, ...]:
    """What tells a name from equal ones: its province and the body above it, or a person's bodies."""
    if isinstance(value, PersonName):
        return tuple(sorted(value.bodies))
    return (value.province or "", value.parent or "") if isinstance(value, OrganisationName) else ()


def _hashed(value: Value, beside: tuple[str, ...], number: int) -> str:
    return digest(fold(value.name), *beside, str(number)) if number else digest(fold(value.name))


def _of_gazetteer(authority: str) -> bool:
    return not authority.partition(":")[2].startswith("p-")


def keys_of(kind: str, value: Value) -> frozenset[str]:
    """The keys under which a name is looked up among the authorities of its kind."""
    if kind == "work" and isinstance(value, OrganisationName):
        return frozenset((fold(value.name) + (f"|{fold(value.parent)}" if value.parent else ""),))
    return name_keys(value)


def value_of(
    kind: str, authority: str, name: str, forms: set[tuple[str, str]], parent: str | None, province: str | None
) -> Value:
    """An authority as a name to compare others with."""
    row = authority.partition(":")[2] if _of_gazetteer(authority) else None
    seen = tuple(sorted(form for how, form in forms if how in NAME_FORMS))
    if kind == "person":
        honorific = min((form for how, form in forms if how == "honorific"), default=None)
        positions, bodies = (tuple(sorted(form for how, form in forms if how == each)) for each in ("position", "body"))
        return PersonName(name, honorific, positions, bodies, seen)
    if kind == "award":
        return AwardName(name, seen, row)
    above = parent or min((form for how, form in forms if how == "parent"), default=None)
    return OrganisationName(name, () if kind == "work" else seen, row, above, province)


NAME_FORMS = frozenset({"variant", "abbreviation", "english", "seen", "merged"})
"""The forms of an authority (`Form.how`) that are names of it."""


def widen(value: Value, new: set[tuple[str, str]]) -> Value:
    """The value with further forms and evidence."""
    told = {how: tuple(sorted(form for each, form in new if each == how)) for how, _ in new}
    if isinstance(value, PersonName):
        honorific = value.honorific or next(iter(told.get("honorific", ())), None)
        return replace(
            value,
            honorific=honorific,
            positions=value.positions + told.get("position", ()),
            bodies=value.bodies + told.get("body", ()),
            aliases=value.aliases + told.get("seen", ()),
        )
    wider = replace(value, aliases=value.aliases + told.get("seen", ()))
    if isinstance(wider, OrganisationName) and wider.parent is None and "parent" in told:
        wider = replace(wider, parent=told["parent"][0])
    return wider
